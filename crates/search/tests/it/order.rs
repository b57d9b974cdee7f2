//! What comes first, and why.

use search::{Ask, Found, How, Index};

/// Texts by id, and what a question finds in them.
fn find(texts: &[(&str, &str)], question: &str) -> Found {
    let mut index = Index::default();
    for (id, text) in texts {
        index.put(id, &[(1, text)], &["all"]);
    }
    index.find(&Ask {
        words: question,
        any_of: &["all"],
        limit: 100,
        ..Ask::default()
    })
}

fn ids(found: &Found) -> Vec<&str> {
    found.hits.iter().map(|hit| hit.id.as_str()).collect()
}

#[test]
fn the_same_word_goes_before_a_form_a_part_and_another_word() {
    let texts = [
        ("z-synonym", "De dokter kwam niet en zei af."),
        ("y-part", "De huisartsenpost kwam niet en zei af."),
        ("x-stem", "De huisartsen kwamen niet en zeiden af."),
        ("a-literal", "De huisarts kwam niet en zei af."),
    ];
    let found = find(&texts, "huisarts");
    assert_eq!(ids(&found), ["a-literal", "x-stem", "y-part", "z-synonym"]);
    let why: Vec<How> = found.hits.iter().map(|hit| hit.why[0].how).collect();
    assert_eq!(why, [How::Literal, How::Stem, How::Part, How::Synonym]);
}

#[test]
fn all_words_go_before_some_words() {
    let texts = [
        ("c-often", "rouw rouw rouw rouw rouw rouw rouw"),
        (
            "b-both",
            "Een lange tekst over werk, en over dokters, en ergens staat ook iets over verdriet.",
        ),
        ("a-one", "Er is veel mis met de dokter."),
    ];
    assert_eq!(
        ids(&find(&texts, "rouw huisarts")),
        ["b-both", "c-often", "a-one"]
    );
}

#[test]
fn a_rare_word_goes_before_a_common_one() {
    let texts = [
        ("c", "Overleg over de werkdruk."),
        ("b", "Overleg over de planning."),
        ("a", "Gesprek over de insuline."),
    ];
    assert_eq!(ids(&find(&texts, "overleg insuline"))[0], "a");
}

#[test]
fn a_title_weighs_more_and_a_long_text_less() {
    let mut index = Index::default();
    let long = "Verder ging het over andere dingen. ".repeat(80);
    index.put("b", &[(3, "Overleg"), (1, "Over agressie.")], &["all"]);
    index.put("a", &[(3, "Agressie"), (1, "Over overleg.")], &["all"]);
    index.put(
        "c",
        &[(3, "Overleg"), (1, &format!("Over agressie. {long}"))],
        &["all"],
    );
    let found = index.find(&Ask {
        words: "agressie",
        any_of: &["all"],
        limit: 9,
        ..Ask::default()
    });
    assert_eq!(ids(&found), ["a", "b", "c"]);
}

#[test]
fn of_equal_texts_the_newest_goes_first_and_no_question_gives_all() {
    let texts = [("01", "huis"), ("03", "huis"), ("02", "huis")];
    assert_eq!(ids(&find(&texts, "huis")), ["03", "02", "01"]);
    assert_eq!(ids(&find(&texts, "")), ["03", "02", "01"]);
    assert_eq!(ids(&find(&texts, " ?! ")), ["03", "02", "01"]);
}

#[test]
fn each_word_says_what_it_found() {
    let found = find(
        &[("a", "Zij belde de huisartsenpraktijk elke dag op.")],
        "praktijk opbellen onvindbaar",
    );
    let why: Vec<String> = found.hits[0]
        .why
        .iter()
        .map(|why| format!("{} {} {:?}", why.asked, why.found, why.how))
        .collect();
    assert_eq!(
        why,
        ["praktijk huisartsenpraktijk Part", "opbellen belde … op Verb"]
    );
    assert!((2.0..3.0).contains(&found.hits[0].score));
}

#[test]
fn what_reads_alike_is_found_without_the_same_words() {
    let mut index = Index::default();
    let texts = [
        (
            "a",
            "Een bewoner met dementie slaat de verzorgende tijdens het wassen. De familie vindt dat wij te streng zijn.",
        ),
        (
            "b",
            "Ons rooster klopt nooit, iedereen draait te veel nachtdiensten en het verzuim loopt op.",
        ),
        (
            "c",
            "Een cliënt met alzheimer wordt agressief bij de verzorging; de dochter is boos op het team.",
        ),
        (
            "d",
            "De huisarts en de wijkverpleging verschillen van mening over de medicatie.",
        ),
        ("e", "De familie gaf een feest in de tuin, met muziek en taart."),
    ];
    for (id, text) in texts {
        index.put(id, &[(1, text)], &["all"]);
    }
    let writing =
        "Mijn bewoner is vergeetachtig en sloeg mij toen ik hem waste. Zijn familie begrijpt het niet.";
    let alike = index.similar(writing, &["all"], 3);
    assert_eq!(alike.first().map(|hit| hit.id.as_str()), Some("a"));
    assert!(
        alike.iter().all(|hit| !["b", "e"].contains(&hit.id.as_str())),
        "{alike:?}"
    );
    assert_eq!(index.similar(writing, &["other"], 3), []);
    assert_eq!(index.similar("", &["all"], 3), []);
}

#[test]
fn what_is_printed_of_an_index_says_nothing_of_its_texts() {
    let mut index = Index::default();
    index.put("a", &[(1, "geheim")], &["all"]);
    assert_eq!(format!("{index:?}"), "Index { texts: 1, .. }");
}

#[test]
fn words_in_quotes_follow_each_other_whatever_their_numbers() {
    // Words get numbers in the order in which they come; after the first 128 a number takes two bytes, the second of which is that
    // of another word.
    let all: Vec<String> = (0..300).map(|number| format!("woord{number}")).collect();
    let texts = [
        ("a", all.join(" ")),
        ("b", "woord2 woord1 woord130 woord2".to_owned()),
    ];
    let texts = texts.each_ref().map(|(id, text)| (*id, text.as_str()));
    assert_eq!(ids(&find(&texts, "\"woord1 woord2\"")), ["a"]);
    assert_eq!(ids(&find(&texts, "\"woord130 woord2\"")), ["b"]);
    assert_eq!(ids(&find(&texts, "\"woord298 woord299\"")), ["a"]);
    assert_eq!(ids(&find(&texts, "\"woord2 woord3\" woord1")), ["a"]);
}
