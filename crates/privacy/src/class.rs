//! What a word can be. A word may be several things at once: "Vos" is an animal and a family, "Roos" a flower and a girl.
//!
//! The lists in `lists/` say which word is what; `build.rs` reads the names below from them.

/// A set of classes.
pub(crate) type Classes = u64;

macro_rules! classes {
    ($($name:ident $section:literal $place:literal $meaning:literal;)*) => {
        $(#[doc = $meaning] pub(crate) const $name: Classes = 1 << $place;)*
        /// Every class under the name of its section in the lists.
        pub(crate) const SECTIONS: &[(&str, Classes)] = &[$(($section, $name)),*];
    };
}

classes! {
    WORD "words" 0 "A Dutch word in lower case.";
    GIVEN "given" 1 "A given name of this country.";
    WEAK "weak" 2 "A given name somewhere; alone it proves little.";
    FAMILY "family" 3 "A surname.";
    PLACE "place" 4 "A town, village, quarter or region.";
    PROPER_NAME "proper" 5 "Has a capital and names nobody: countries, brands, sayings.";
    STREET "street" 6 "A street without a word that says so.";
    TITLE "title" 7 "Stands before a surname: mevrouw, dokter.";
    KIN "kin" 8 "Relatives and neighbours.";
    ROLE "role" 9 "Professions and roles.";
    PARTICLE "tussenvoegsel" 10 "Inside a surname: van, de, el.";
    VERB "verb" 11 "What people do in a story.";
    BIRTH "birth" 12 "Announces a date of birth.";
    SELF "self" 13 "Greetings and what else stands before a name in letters.";
    PRONOUN "pronoun" 14 "Somebody, without a name.";
    CARE "care" 15 "Software, organisations of the whole country, headings: nobody's name.";
    EPONYM "eponym" 16 "Surnames after which diseases, tests and methods are called.";
    MEDICINE "medicine" 17 "Medicines.";
    EPONYM_HEAD "eponymhead" 18 "Before an eponym: ziekte van, test van.";
    EPONYM_TAIL "eponymtail" 19 "After an eponym: Barthel index.";
    WAY_HEAD "wayhead" 20 "Begins the name of a street.";
    PLACE_HEAD "placehead" 21 "Stands before a place.";
    LIVE "live" 22 "Announces an address.";
    INST_TYPE "insttype" 23 "Kinds of institutions.";
    INST_NAME "instname" 24 "Institutions known to everybody.";
    INST_SUFFIX "instsuffix" 25 "How names of institutions end.";
    OWN_HEAD "ownhead" 26 "Begins the name of an institution: De, Sint.";
    MONTH "month" 27 "Months.";
    WEEKDAY "weekday" 28 "Days of the week.";
    DATE_HEAD "datehead" 29 "Stands before a day and month.";
    NUMBER_WORD "numberword" 30 "Numbers in words.";
    ORDINAL "ordinalword" 31 "Ordinals in words.";
    UNIT "unit" 32 "What is counted, so that the number is no date, age or house.";
    ID_HEAD "idhead" 33 "Announces the number of a client, file or policy.";
    BSN_HEAD "bsnhead" 34 "Announces a citizen service number.";
    CARER_HEAD "carerhead" 35 "Announces a registration of a professional.";
    PHONE_HEAD "phonehead" 36 "Announces a telephone number.";
    AGE_HEAD "agehead" 37 "Somebody who has an age.";
    CODE_HEAD "codehead" 38 "Announces a code that identifies nobody.";
    BOTH "both" 39 "Given names that are usual words too.";
    PHRASE "phrase" 40 "Begins something of several words that is in the lists.";
    PLACES "places" 41 "The generated part of the places.";
    PROPER_OTHER "capitals" 46 "Has a capital in the word list and is none of the other things: adjectives, inhabitants.";
    CALLED "called" 45 "Stands before a nickname.";
    NEVER "never" 44 "Whatever other lists say, nobody is called so.";
    TOWN "town" 43 "A town that is hardly ever the word it also is.";
    DOES "does" 47 "By its form a verb of somebody who does or did something; the build script tells from infinitive and participle.";
    WEAK_WORD "weakword" 48 "A given name somewhere that is a usual word here.";
    STREETS "streets" 42 "The generated part of the streets.";
}

/// Has a capital and names nobody.
pub(crate) const PROPER: Classes = PROPER_NAME | PROPER_OTHER;
