//! Short lists of words that decide by standing near something. The long ones, of names and of what things are called, are in `lists/`.

/// Streets end like this.
#[rustfmt::skip]
pub(crate) const STREET_ENDINGS: &[&str] = &[
    "straat", "straatje", "laan", "steeg", "gracht", "kade", "singel", "plein", "dreef", "plantsoen",
    "straatweg", "laantje", "strjitte", "wei", "kaai", "boulevard", "weg",
];

/// Streets and other words end like this.
#[rustfmt::skip]
pub(crate) const LOOSE_STREET_ENDINGS: &[&str] = &[
    "hof", "dijk", "pad", "park", "wal", "markt", "baan", "ring", "brink", "hoek", "veld", "kamp", "oord",
    "burg", "haven", "brug", "poort", "weide", "meen", "leane", "reed", "erf", "horst", "ley", "akker",
    "akkers", "bos", "berg", "heide", "sloot", "vaart", "zicht", "donk", "loo", "plaats", "passage", "hage",
    "tuin", "gaarde", "stede", "kwartier", "ven", "es", "dwinger", "hout", "beemd", "ham", "rak", "zoom",
    "eind", "einde", "dam", "schans", "wijk", "rade",
];

/// Two letters after four digits that are no postcode.
#[rustfmt::skip]
pub(crate) const MEASURES: &[&str] = &[
    "mg", "ml", "ie", "dd", "kg", "km", "uu", "ma", "di", "wo", "do", "vr", "za", "zo", "pt", "mw", "st", "bv",
    "nv", "mb", "gb", "kb", "gr", "cc", "eh", "ex", "tm",
];

/// Stand between a street and its number.
#[rustfmt::skip]
pub(crate) const SIDES: &[&str] = &[
    "noord", "zuid", "oost", "west", "noordzijde", "zuidzijde", "oostzijde", "westzijde", "nz", "zz", "oz",
    "wz", "achter", "binnen", "buiten",
];

/// Small words before a street that are no part of its name.
#[rustfmt::skip]
pub(crate) const BEFORE_STREETS: &[&str] = &[
    "in", "op", "aan", "bij", "van", "de", "het", "den", "der", "achter", "onder", "binnen", "buiten",
];

/// Small words between living and the address.
#[rustfmt::skip]
pub(crate) const TO_AN_ADDRESS: &[&str] = &[
    "op", "aan", "in", "naar", "de", "het", "den", "van", "te", "bij", "is", "nu", "om", "hoek",
];

/// May be so many years old and are nobody.
#[rustfmt::skip]
pub(crate) const THINGS: &[&str] = &[
    "opleiding", "studie", "bestaan", "jubileum", "contract", "programma", "project", "overleving",
    "overlevingskans", "ervaring", "samenwerking", "relatie", "huwelijk", "traject", "cursus", "plan",
    "periode", "looptijd", "dienstverband", "training", "evaluatie", "onderzoek", "herinnering", "garantie",
    "cyclus", "termijn", "mijlpaal", "jubilaris", "historie", "geschiedenis",
];

/// Somebody who is so old.
#[rustfmt::skip]
pub(crate) const SUBJECTS: &[&str] = &[
    "hij", "ze", "zij", "ie", "mevrouw", "meneer", "mw", "dhr", "ik", "die", "mijnheer", "patiënte", "patiënt",
];

/// The number before them stands for itself.
#[rustfmt::skip]
pub(crate) const AFTER_AGE: &[&str] = &[
    "en", "maar", "met", "toen", "terwijl", "uit", "of", "dus", "omdat", "al", "inmiddels", "nu", "geworden",
    "wordt", "dat", "die", "heeft", "is", "woont", "alweer",
];

/// "-jarige", also with a slip of the finger.
#[rustfmt::skip]
pub(crate) const YEAR_OLD: &[&str] = &[
    "jarige", "jarig", "jariger", "jarigen", "jarrige", "jaige", "jarge", "jatige",
];

/// Their age is told in weeks and months.
#[rustfmt::skip]
pub(crate) const SMALL_CHILDREN: &[&str] = &[
    "baby", "meisje", "jongetje", "jongen", "kind", "dochter", "zoon", "dochtertje", "zoontje", "peuter",
    "zuigeling", "tweeling", "kleindochter", "kleinzoon",
];

/// Several ages may follow.
#[rustfmt::skip]
pub(crate) const CHILDREN: &[&str] = &[
    "kinderen", "kleinkinderen", "zonen", "zoons", "dochters", "broers", "zussen", "broertjes", "zusjes",
    "jongens", "meisjes", "tweeling", "pubers", "peuters", "kleuters", "pleegkinderen",
];

/// After "jaar" these do not tell how long something lasts.
#[rustfmt::skip]
pub(crate) const AFTER_YEARS: &[&str] = &[
    "vrouw", "man", "student", "gehuwd", "alleenstaand", "alleenwonend", "weduwe", "weduwnaar", "gescheiden",
    "jong", "komt", "kreeg", "wil", "belt", "vraagt", "was", "lijdt", "bekend", "verblijft", "gevallen",
    "opgenomen", "zit", "gaat", "krijgt", "op", "in", "bij", "sinds",
];

/// Before "van 81 jaar".
#[rustfmt::skip]
pub(crate) const ONES: &[&str] = &[
    "eentje", "een", "iemand", "die", "twee", "drie", "ander", "leerling", "collega",
];

/// An age may follow at once.
#[rustfmt::skip]
pub(crate) const DIRECTLY: &[&str] = &[
    "man", "vrouw", "mw", "dhr", "mevr", "mevrouw", "meneer", "m", "v", "vr", "patiënt", "patiënte", "pt",
    "cliënt", "cliënte", "oma", "opa", "dame", "heer", "jongen", "meisje",
];

/// Between "is" and an age.
#[rustfmt::skip]
pub(crate) const ADVERBS_OF_AGE: &[&str] = &[
    "net", "pas", "nu", "bijna", "ruim", "inmiddels", "al", "nog", "maar", "ook", "ongeveer", "ca", "rond",
    "morgen", "vandaag", "volgens", "zelf", "dan", "dit", "jaar", "over", "maart", "alweer", "eind",
];

/// After "3-4" these make it a count.
#[rustfmt::skip]
pub(crate) const AFTER_COUNTS: &[&str] = &[
    "tot", "of", "à", "jaar", "jarige", "deel", "punt", "verhouding", "x", "dd", "op", "score", "gehaald",
];

/// Before "3-4" these make it a day.
#[rustfmt::skip]
pub(crate) const BEFORE_DAYS: &[&str] = &[
    "op", "dd", "sinds", "vanaf", "nu", "datum", "per", "was", "is", "tot", "voor", "van", "d", "na", "en",
    "heb", "t/m", "m", "er", "weer", "heen", "terug", "gisteren", "vandaag", "morgen", "afspraak", "nacht", "avond",
    "ochtend", "middag", "afgelopen", "controle", "overleg", "gesprek", "week", "wordt", "werd", "jarig", "geboren",
];

/// Before "3/4" these make it a score.
#[rustfmt::skip]
pub(crate) const SCORES: &[&str] = &[
    "score", "scoort", "scoorde", "cijfer", "vas", "nrs", "pijn", "pijnscore", "mmse", "gfi", "schaal",
    "beoordeeld", "ratio",
];

/// One goes, lies or comes there.
#[rustfmt::skip]
pub(crate) const WAYS_THERE: &[&str] = &[
    "in", "naar", "bij", "van", "uit", "vanuit", "via", "door", "op", "tegen", "met",
];

/// Small words inside the name of an institution.
#[rustfmt::skip]
pub(crate) const INSIDE_NAMES: &[&str] = &[
    "van", "de", "het", "der", "den", "aan", "en", "op", "in", "ten", "ter", "'t", "bij", "te",
];

/// Kinds of institutions that have no name as often as they have one.
#[rustfmt::skip]
pub(crate) const WEAK_TYPES: &[&str] = &[
    "poli", "polikliniek", "afdeling", "centrum", "organisatie", "instelling", "school", "medisch",
    "revalidatie", "behandelgroep", "locatie", "maatschap", "flat", "stichting",
];

/// Before a kind of institution these say that no name follows.
#[rustfmt::skip]
pub(crate) const DETERMINERS: &[&str] = &[
    "de", "het", "een", "onze", "mijn", "hun", "deze", "dit", "die", "dat", "zijn", "haar", "elke", "geen",
    "uw", "andere", "nieuwe",
];

/// May follow the name of an institution.
#[rustfmt::skip]
pub(crate) const AFTER_INSTITUTIONS: &[&str] = &[
    "en", "maar", "waar", "die", "mij", "omdat", "dat", "niet", "met", "voor", "om", "op", "van", "hierover",
    "hebben", "aan", "sinds", "ook",
];

/// Things do these as well as people.
#[rustfmt::skip]
pub(crate) const VERBS_OF_THINGS: &[&str] = &[
    "is", "was", "heeft", "wordt", "werkt", "staat", "kan", "moet", "zit", "gaat", "komt", "geeft", "maakt",
    "doet", "werd", "had", "ligt", "lag", "stond", "zat", "hangt", "hing", "valt", "viel", "ging", "kwam", "gaf", "deed",
    "werkte", "piept", "zegt", "meldt", "vraagt", "blijft", "bleef", "lijkt", "leek", "loopt", "liep", "kost", "kostte",
    "duurt", "duurde", "past", "helpt", "hielp", "sluit", "maakte", "draait", "stopt", "mag", "zou", "zal",
];

/// Somebody may follow, in a text without capitals.
#[rustfmt::skip]
pub(crate) const BEFORE_PEOPLE: &[&str] = &[
    "met", "van", "door", "aan", "voor", "bij", "volgens", "en", "of", "dat", "naar", "over", "tegen", "dus", "toen", "maar",
    "ene", "zekere", "zo", "als", "want", "omdat", "ook", "namens", "zonder", "richting", "heet", "hoi", "ha", "dag", "beste",
    "lieve", "zoals", "behalve", "wie", "zijn", "heten", "waren", "noem", "nu", "hoe", "waarom", "alleen", "intussen",
];

/// What follows is a thing rather than somebody.
#[rustfmt::skip]
pub(crate) const ARTICLES: &[&str] = &[
    "de", "het", "een", "deze", "die", "dit", "dat", "elke", "geen", "onze", "ons", "jullie", "'t",
];

/// What follows is a place rather than somebody.
#[rustfmt::skip]
pub(crate) const PREPOSITIONS: &[&str] = &[
    "in", "te", "uit", "naar", "bij", "rond", "omgeving", "regio", "gemeente",
];

/// Between a word for a number and the number.
#[rustfmt::skip]
pub(crate) const ID_FILLERS: &[&str] = &[
    "is", "nr", "nummer", "no", "id", "van", "mijn", "het", "haar", "zijn", "met", "cliënt", "patiënt",
];

/// Announce a number of a client only when it is long.
#[rustfmt::skip]
pub(crate) const WEAK_IDS: &[&str] = &[
    "nr", "no", "nummer", "id", "ref", "pas", "patient", "patiënt", "cliënt", "client", "recept", "mim", "mic",
    "vim",
];

/// Villages end like this and hardly any usual word does.
#[rustfmt::skip]
pub(crate) const SURE_PLACE_ENDINGS: &[&str] = &[
    "drecht", "wolde", "wolda", "woude", "zijl", "sum", "heim", "lede", "muiden", "schoten", "gaast", "tum", "kapelle",
    "horst", "hoven", "rode", "rade", "loo", "veen", "wierum", "werd", "inge", "ingen", "megen", "donk", "terp", "kerke",
    "broek", "dorp", "hem",
];

/// Kinds of institutions that no list holds end like this.
#[rustfmt::skip]
pub(crate) const TYPE_ENDINGS: &[&str] = &[
    "bureau", "praktijk", "centrum", "kliniek", "apotheek", "tehuis", "instelling", "organisatie", "stichting", "hospice",
    "opvang", "locatie", "boerderij", "school", "aanbieder",
];

/// Homes end like this.
#[rustfmt::skip]
pub(crate) const HOUSE_ENDINGS: &[&str] = &[
    "hof", "hove", "hoven", "hoeve", "oord", "stede", "stee", "huis", "huys", "horst", "burgh", "state", "heem", "zicht",
    "rust", "lust", "borg", "gaarde", "tuin", "stein", "staete", "haghe", "hage", "vliet", "duin", "zon", "veste", "toren",
    "haven", "kamp", "meent", "wende",
];

/// Names of English methods end like this, names of people hardly ever.
#[rustfmt::skip]
pub(crate) const ENGLISH_ENDINGS: &[&str] = &[
    "ing", "tion", "sion", "ment", "ness", "ship", "ogue", "ity", "ance", "ence", "able", "ive", "ical", "making", "work",
    "care", "based", "ed", "ful", "age", "ic", "team", "less", "ory", "ist", "ists", "tions", "ics", "list", "check", "mind", "skills",
];

/// The name of a firm or of what it makes follows.
#[rustfmt::skip]
pub(crate) const FIRMS: &[&str] = &[
    "leverancier", "fabrikant", "firma", "merk", "bedrijf", "producent", "app", "systeem", "programma", "pakket", "winkel",
    "keten", "uitgever", "concern", "softwareleverancier", "apparaat",
];

/// Somebody follows whom the reader does not know.
#[rustfmt::skip]
pub(crate) const SOME: &[&str] = &["ene", "zekere"];

/// Professions and relatives end like this.
#[rustfmt::skip]
pub(crate) const ROLE_ENDINGS: &[&str] = &[
    "verpleegkundige", "arts", "therapeut", "therapeute", "coach", "begeleider", "begeleidster", "manager",
    "leider", "leidster", "consulent", "consulente", "medewerker", "medewerkster", "coordinator", "coördinator",
    "assistent", "assistente", "werker", "werkster", "adviseur", "specialist", "ondersteuner", "verzorgende",
    "zuster", "psycholoog", "pedagoog", "bestuurder", "directeur", "voorzitter", "houder", "genoot", "collega",
    "stagiair", "stagiaire", "loog", "docent", "zoon", "dochter", "broer", "zus", "moeder", "vader", "vriend",
    "vriendin", "buurvrouw", "buurman", "nicht", "neef", "bewoner", "bewoonster", "cliënt", "client", "patiënt",
    "patient", "meester", "agent",
];

/// May follow a name in small letters.
#[rustfmt::skip]
pub(crate) const AFTER_NAMES: &[&str] = &[
    "van", "die", "en", "om", "met", "voor", "niet", "door", "dat", "weer", "aan", "op", "over", "heel", "al",
    "nog", "ook", "zelf", "hem", "haar",
];

/// May follow "mevrouw" without being her name.
#[rustfmt::skip]
pub(crate) const ADVERBS: &[&str] = &[
    "snel", "goed", "lang", "kort", "groot", "klein", "oud", "jong", "rijk", "arm", "blij", "bang", "boos",
    "trots", "stil", "warm", "koud", "ziek", "zwaar", "alleen", "thuis", "zelf", "weer", "vaak", "altijd",
    "nooit", "nog", "al", "heel", "erg", "vooral", "daar", "hier", "toen", "dan", "nu", "ook", "wel", "niet",
    "eerst", "later", "vroeg", "laat", "samen", "verder", "meer", "minder", "veel", "weinig", "graag", "liever",
    "soms", "plots", "opeens", "net", "pas", "ruim", "best", "echt", "gewoon", "steeds", "even", "bijna",
    "vrolijk", "mooi", "scherp", "sterk", "vrij", "wit", "zwart", "bruin", "groen", "rood", "grijs", "hoog",
    "laag", "diep", "dik", "dun", "nieuw", "vol", "leeg", "dood", "zat", "moe", "los", "vast", "op", "weg",
    "terug", "binnen", "buiten", "boven", "beneden", "achter", "voor", "naast", "tegen", "over", "door",
    "onder", "tussen", "zonder", "volgens", "zoals", "omdat", "wanneer", "waar", "wat", "hoe", "wie", "welke",
    "die", "dat", "deze", "dit", "een", "geen", "als", "of", "en", "maar", "want", "dus", "hebben", "zijn",
    "worden", "kunnen", "willen", "moeten", "ligt", "wilde",
];

/// Letters with dots that are no initials.
#[rustfmt::skip]
pub(crate) const ABBREVIATIONS: &[&str] = &[
    "ivm", "mbv", "nav", "mbt", "oa", "bv", "dwz", "tav", "ed", "enz", "nvt", "tgv", "adhv", "dmv", "ipv",
    "tov", "zsm", "nb", "ps", "ie", "iom", "iop", "ivb", "vd", "dd", "jl", "mn", "zn", "tm", "mi", "ism", "tbv",
    "ihkv", "zgn", "aub", "avg", "tnv", "wo", "mer", "ea", "eo", "eea", "dv", "jv", "va", "ha", "sv", "kv",
    "vv", "ma", "mm", "vc", "tc", "ad", "as", "ml", "fa", "dm", "nl", "rk", "mw", "u", "o", "p", "z", "e", "i",
    "x",
];

/// Announce a name only when it looks like one.
#[rustfmt::skip]
pub(crate) const WEAK_SELF: &[&str] = &[
    "ik", "ben", "mijn", "dag", "dank", "aan", "bedankt", "vr", "cc", "hartelijk", "naam",
];

/// Between calling and the nickname.
#[rustfmt::skip]
pub(crate) const CALLED_FILLERS: &[&str] = &[
    "hem", "haar", "hij", "ze", "zij", "mij", "me", "zich", "we", "wij", "hier", "thuis", "hen", "is", "eigenlijk", "iedereen",
];

/// Villages end like this.
#[rustfmt::skip]
pub(crate) const PLACE_ENDINGS: &[&str] = &[
    "dam", "veen", "drecht", "wijk", "woude", "woud", "kerk", "kerke", "dorp", "burg", "hoven", "oord",
    "huizen", "zijl", "sum", "heim", "loo", "broek", "meer", "horst", "stede", "haven", "beek", "bosch", "rode",
    "rade", "wolde", "wolda", "zand", "dijk", "hoek", "einde", "eind", "sluis", "brug", "hout", "haar", "lede",
    "laar", "wier", "werd", "ward", "kerken", "stad", "dal", "mond", "muiden", "schoten", "schans", "polder",
    "waard", "gaast", "tum", "um", "hem", "lo", "le", "stein", "kapelle", "berg", "bergen", "ga", "kum",
    "hoeve", "heide", "voort", "vliet", "eilanden", "streek", "velde", "velden", "holt", "kooi", "buren", "hove",
];

/// Stand behind one of two places with the same name.
#[rustfmt::skip]
pub(crate) const PROVINCES: &[&str] = &[
    "gld", "ov", "nh", "zh", "fr", "gn", "dr", "lb", "nb", "ut", "zld", "zl", "fl", "gr", "brabant",
];

/// After these a capital is a place.
#[rustfmt::skip]
pub(crate) const STRONG_PLACE_HEADS: &[&str] = &[
    "te", "gemeente", "dorp", "wijk", "buurt", "woonplaats", "buurtschap", "gehucht", "dorpje", "stadje",
    "regio", "stadsdeel", "polder", "omgeving", "woonachtig",
];

/// After these a strange word is a thing.
#[rustfmt::skip]
pub(crate) const THING_HEADS: &[&str] = &[
    "de", "het", "een", "deze", "dit", "die", "via", "onze", "nieuwe", "app", "systeem", "programma", "merk",
    "heet", "'t",
];

/// Web addresses end like this.
#[rustfmt::skip]
pub(crate) const TOP_LEVELS: &[&str] = &[
    "nl", "com", "org", "net", "eu", "info", "be", "de", "care", "zorg", "health", "nu", "biz", "online",
    "site", "io", "app", "frl", "amsterdam", "coop", "edu", "gov", "co", "me", "uk", "fr", "tv", "link", "shop",
    "social", "dev",
];

/// After a full stop without a space these begin a sentence rather.
#[rustfmt::skip]
pub(crate) const ENDINGS_THAT_ARE_WORDS: &[&str] = &[
    "de", "me", "nu", "be", "zorg", "care", "co", "link", "app", "online", "site",
];
