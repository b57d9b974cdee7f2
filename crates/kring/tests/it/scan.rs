//! `kring privacy scan` as somebody or another program calls it.

use std::fs;
use std::process::{Command, Output};

/// Runs `kring` in English with something on its standard input.
fn fed(arguments: &str, input: &[u8]) -> Output {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("input");
    fs::write(&file, input).unwrap();
    Command::new(env!("CARGO_BIN_EXE_kring"))
        .args(arguments.split_whitespace())
        .current_dir(folder.path())
        .env_clear()
        .env("LANG", "en_GB.UTF-8")
        .stdin(fs::File::open(&file).unwrap())
        .output()
        .unwrap()
}

fn out(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).unwrap()
}

fn aside(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).unwrap()
}

#[test]
fn a_text_is_searched_for_what_gives_somebody_away() {
    let text = "Wijkverpleegkundige Marieke belde.\nMevrouw De Jong is 81.\n";
    let told = fed("privacy scan --lang nl", text.as_bytes());
    assert!(told.status.success(), "{}", aside(&told));
    insta::assert_snapshot!(out(&told), @r#"
    Regel 1: "Marieke" · een naam · zeker: er staat een titel, functie of familielid voor
        Liever: een wijkverpleegkundige
    Regel 2: "De Jong" · een naam · zeker: er staat een titel, functie of familielid voor
        Liever: iemand, zonder naam
    Regel 2: "81" · een leeftijd · waarschijnlijk: de woorden eromheen wijzen erop
        Liever: in de 80
    3 plekken gevonden. Lees de tekst zelf ook na: een bijzonder verhaal is ook zonder namen te herkennen.
    "#);

    let clean = fed("privacy scan", "Hoe gaat het met het rooster?".as_bytes());
    assert!(clean.status.success());
    assert!(out(&clean).starts_with("Nothing found"), "{}", out(&clean));

    let broken = fed("privacy scan", b"Goed.\nNiet \xff goed.");
    assert!(!broken.status.success());
    assert_eq!(
        aside(&broken),
        "Line 2: Here is a character that is not UTF-8. Save the text as UTF-8.\n"
    );
}

#[test]
fn texts_are_searched_line_by_line_for_another_program() {
    // The sign before the name is one character of two units and four bytes.
    let lines = "{\"id\":\"a\",\"text\":\"\u{1F600} Sanne is er\"}\n\nno json\n{\"id\":7,\"text\":\"Niemand.\"}\n{\"text\":\"x\\ud800\"}\n";
    let found = fed("privacy scan --jsonl", lines.as_bytes());
    assert_eq!(found.status.code(), Some(1));
    assert_eq!(
        out(&found),
        "{\"id\":\"a\",\"spans\":[{\"start\":2,\"end\":7,\"type\":\"persoon\"}]}\n{\"id\":7,\"spans\":[]}\n"
    );
    let said = aside(&found);
    assert!(said.contains("Line 3:") && said.contains("Line 5:"), "{said}");

    let invalid = fed("privacy scan --jsonl", b"{\"id\":1,\"text\":\"\xff\"}\n");
    assert_eq!(invalid.status.code(), Some(1));
    assert_eq!(out(&invalid), "");

    let long = format!(
        "{{\"id\":1,\"text\":\"{}\"}}\n{{\"id\":2,\"text\":\"\"}}\n",
        "a".repeat(9_000_000)
    );
    let passed = fed("privacy scan --jsonl", long.as_bytes());
    assert_eq!(out(&passed), "{\"id\":2,\"spans\":[]}\n");
    assert!(aside(&passed).contains("longer than 8 MB"), "{}", aside(&passed));
}
