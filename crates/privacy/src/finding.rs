//! What is found, and what could stand in its place. No words for people: those are the application's.

use std::ops::Range;

/// A piece of text that can give somebody away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Where it begins, in bytes.
    pub start: usize,
    /// Where it ends, in bytes.
    pub end: usize,
    /// What it is.
    pub kind: Kind,
    /// How sure the detector is.
    pub certainty: Certainty,
    /// Why it was found.
    pub reason: Reason,
    /// What could stand there and tells nothing.
    pub suggestion: Suggestion,
}

/// What somebody can be recognised by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A name, a nickname or initials with a surname.
    Person,
    /// A street, with the house number where it stands there.
    Street,
    /// Four digits and two letters.
    Postcode,
    /// A town, village, quarter or region.
    Place,
    /// A day: day and month, or more.
    Date,
    /// The number that is an age.
    Age,
    /// A telephone number.
    Phone,
    /// A mail address.
    Mail,
    /// A web address or a name on a social network.
    Web,
    /// A citizen service number.
    Bsn,
    /// The number of a client, file, member, student or policy.
    Number,
    /// The registration of a professional or a practice: BIG, AGB.
    Registration,
    /// A bank account.
    Iban,
    /// A practice, home, hospital, pharmacy or other organisation of care.
    Institution,
}

impl Kind {
    /// The Dutch name under which programs exchange it.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Person => "persoon",
            Self::Street => "adres",
            Self::Postcode => "postcode",
            Self::Place => "plaats",
            Self::Date => "datum",
            Self::Age => "leeftijd",
            Self::Phone => "telefoon",
            Self::Mail => "email",
            Self::Web => "url",
            Self::Bsn => "bsn",
            Self::Number => "patientnummer",
            Self::Registration => "zorgverlenernummer",
            Self::Iban => "iban",
            Self::Institution => "instelling",
        }
    }
}

/// How sure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Certainty {
    /// Worth a look.
    Perhaps,
    /// Nearly always right.
    Likely,
    /// A form or checksum that hardly occurs otherwise.
    Certain,
}

/// Why something was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// It has the form of such a number, address or date.
    Form,
    /// Its check digits are right (eleven-test, mod 97).
    Checksum,
    /// The word before says what it is.
    Announced,
    /// A title, a role or a family word stands before it.
    AfterRole,
    /// It is a given name, with what belongs to it.
    GivenName,
    /// It is a surname.
    Surname,
    /// Initials stand before or after it.
    Initials,
    /// Somebody does something in the sentence, and this is who.
    Behaviour,
    /// It is in the list of places.
    KnownPlace,
    /// It ends or stands like a street, a place or a house number.
    Situation,
    /// It is an institution that everybody knows.
    KnownInstitution,
    /// It was found elsewhere in the same text.
    Repeated,
}

/// What could stand there instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Suggestion {
    /// Nothing: leave it out.
    Nothing,
    /// Somebody, without a name.
    Somebody,
    /// The word of the text that says who or what it is (bytes), with an article: "een wijkverpleegkundige", "een verpleeghuis".
    Word(Range<usize>),
    /// An age in tens of years: 80 for "in de 80", 0 for a child under ten.
    Decade(u8),
    /// Born in the ten years from this one.
    BornIn(u16),
    /// The season of the day.
    Season(Season),
    /// A place in the region.
    Region,
    /// An address.
    Address,
    /// An organisation.
    Organisation,
}

/// A quarter of the year, by calendar months: December to February is winter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Season {
    /// March to May.
    Spring,
    /// June to August.
    Summer,
    /// September to November.
    Autumn,
    /// December to February.
    Winter,
}

impl Season {
    /// The season of a month from 1 to 12.
    #[must_use]
    pub const fn of_month(month: u8) -> Self {
        match month {
            3..=5 => Self::Spring,
            6..=8 => Self::Summer,
            9..=11 => Self::Autumn,
            _ => Self::Winter,
        }
    }
}
