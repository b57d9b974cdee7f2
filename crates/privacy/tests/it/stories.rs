//! Single sentences that say what the detector is for.

use privacy::{Kind, Season, Suggestion, find};

fn found(text: &str) -> Vec<(&str, &'static str)> {
    find(text)
        .iter()
        .map(|finding| {
            (
                text.get(finding.start..finding.end).unwrap_or_default(),
                finding.kind.code(),
            )
        })
        .collect()
}

/// A sentence, and what is found in it.
const SENTENCES: &[(&str, &[(&str, &str)])] = &[
    ("Gisteren was mevrouw De Jong er weer.", &[("De Jong", "persoon")]),
    (
        "Volgens mw. dr. A.W. van den Heuvel-Broersen is dat zo.",
        &[("A.W. van den Heuvel-Broersen", "persoon")],
    ),
    (
        "Te bespreken: Berends, J.H. en Jonge, P.G.C. de",
        &[("Berends, J.H.", "persoon"), ("Jonge, P.G.C. de", "persoon")],
    ),
    (
        "Bel Sanne op 06 - 1234 5678 of 0031 6 12345678.",
        &[
            ("Sanne", "persoon"),
            ("06 - 1234 5678", "telefoon"),
            ("0031 6 12345678", "telefoon"),
        ],
    ),
    (
        "Mail naar s.jansen@voorbeeld.nl of kijk op www.voorbeeld.nl/team.",
        &[
            ("s.jansen@voorbeeld.nl", "email"),
            ("www.voorbeeld.nl/team", "url"),
        ],
    ),
    (
        "Zijn BSN is 999999990 en zijn rekening NL91 ABNA 0417 1643 00.",
        &[("999999990", "bsn"), ("NL91 ABNA 0417 1643 00", "iban")],
    ),
    (
        "Hij woont op De Vlonder 12 C, 1234 AB Houten.",
        &[
            ("De Vlonder 12 C", "adres"),
            ("1234 AB", "postcode"),
            ("Houten", "plaats"),
        ],
    ),
    (
        "Op 3 mei '24 en op 11-5 zag ik haar.",
        &[("3 mei '24", "datum"), ("11-5", "datum")],
    ),
    (
        "Een man van 59 en een 81-jarige vrouw. Zij is zesentachtig.",
        &[
            ("59", "leeftijd"),
            ("81", "leeftijd"),
            ("zesentachtig", "leeftijd"),
        ],
    ),
    (
        "Dossier CL-770.473, BIG 19012345601, AGB 01-012345.",
        &[
            ("CL-770.473", "patientnummer"),
            ("19012345601", "zorgverlenernummer"),
            ("01-012345", "zorgverlenernummer"),
        ],
    ),
    (
        "Ze ging naar verpleeghuis De Zilverberk en toen naar Rijnstate.",
        &[("De Zilverberk", "instelling"), ("Rijnstate", "instelling")],
    ),
];

/// Sentences of people whom no list knows, and of places that a sentence gives away.
const STRANGERS: &[(&str, &[(&str, &str)])] = &[
    ("De wijkagent, Bron, wil iets op papier.", &[("Bron", "persoon")]),
    (
        "Moeder (Bron, 88) zegt dat. Ze zijn 80 en 89.",
        &[
            ("Bron", "persoon"),
            ("88", "leeftijd"),
            ("80", "leeftijd"),
            ("89", "leeftijd"),
        ],
    ),
    (
        "Collega Bos was er. Ghizlane telt na wat Fatoumata aftekende.",
        &[
            ("Bos", "persoon"),
            ("Ghizlane", "persoon"),
            ("Fatoumata", "persoon"),
        ],
    ),
    (
        "Mevrouw Bos komt graag. Ze woont op de Lange Akker, hij ligt in De Lichtenvoorde.",
        &[
            ("Bos", "persoon"),
            ("Lange Akker", "adres"),
            ("De Lichtenvoorde", "instelling"),
        ],
    ),
    (
        "mevrouw jansen belt. volgens hatixhe, mijn opleider, is dat goud. dat was galitje wiersma, 36 jaar. niets, zei sümeyye.",
        &[
            ("jansen", "persoon"),
            ("hatixhe", "persoon"),
            ("galitje wiersma", "persoon"),
            ("36", "leeftijd"),
            ("sümeyye", "persoon"),
        ],
    ),
    (
        "ze ging naar sint bavo en kwam terug uit de reigershof. machtigingsnummer 48107 klopt.",
        &[
            ("sint bavo", "instelling"),
            ("de reigershof", "instelling"),
            ("48107", "patientnummer"),
        ],
    ),
];

#[test]
fn strangers_are_found_by_where_they_stand_and_how_they_sound() {
    for (text, wanted) in STRANGERS {
        assert_eq!(&found(text), wanted, "{text}");
    }
}

#[test]
fn each_kind_is_found() {
    for (text, wanted) in SENTENCES {
        assert_eq!(&found(text), wanted, "{text}");
    }
}

#[test]
fn what_only_looks_like_somebody_is_left() {
    for text in [
        "Bij de ziekte van Parkinson en het syndroom van Sjögren hielp de Balintmethode niet.",
        "Het is hier Jan en alleman, en Joost mag weten wie het rooster maakt.",
        "In mei en juni is het druk, op maandag ook, en in 2019 was dat al zo.",
        "Hij gebruikt metoprolol 2dd50 mg, 1-0-1, en zijn RR is 152/88.",
        "Al 12 jaar werk ik hier, 28 uur per week, voor 2.095 patiënten en 140.000 euro.",
        "De Huisarts belt de Wijkverpleegkundige via ZorgDomein, volgens de NHG-Standaard.",
        "ik ben moe. de bakker op de hoek is vriendelijker dan de kok van de afdeling.",
        "Bel bij nood 112, 113 of 0800-2000.",
        "De meneer van de ambulance had nog gezegd: goed gedaan.",
        "P.S. Ik schrijf alles liever met de hand, van U1 tot U5.",
        "Op de cursus deden we Motivational Interviewing en daarna Shared Decision Making.",
        "besproken: valrisico, eenzaamheid en zelfzorg. de dominee uit te hangen helpt niet.",
    ] {
        assert_eq!(found(text), [], "{text}");
    }
}

#[test]
fn a_name_that_was_introduced_is_known_later_on() {
    // A usual word: without the first sentence the second names nobody.
    let text = "Ik sprak mevrouw Ladekast. Haar zoon belde ook. Met Ladekast gaat het goed.";
    assert_eq!(found(text), [("Ladekast", "persoon"), ("Ladekast", "persoon")]);
    assert_eq!(found("Met Ladekast gaat het goed."), []);
}

#[test]
fn something_neutral_is_offered_instead() {
    let text =
        "Onze wijkverpleegkundige Marieke zag op 3 juli een vrouw van 83 in verpleeghuis De Zilverberk.";
    let offered: Vec<(Kind, Suggestion)> = find(text)
        .into_iter()
        .map(|finding| (finding.kind, finding.suggestion))
        .collect();
    let word = |word: &str| {
        let start = text.find(word).unwrap();
        Suggestion::Word(start..start + word.len())
    };
    assert_eq!(
        offered,
        [
            (Kind::Person, word("wijkverpleegkundige")),
            (Kind::Date, Suggestion::Season(Season::Summer)),
            (Kind::Age, Suggestion::Decade(80)),
            (Kind::Institution, word("verpleeghuis")),
        ]
    );
}
