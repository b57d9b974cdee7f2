//! One test for each feature the language of methods must express, named after its number: F1 is `f01_…`.

mod deciding;
mod output;
mod people;
mod structure;
mod time;
mod writing;

/// The files of this module, to see that no feature is forgotten.
const FILES: [&str; 6] = [
    include_str!("structure.rs"),
    include_str!("people.rs"),
    include_str!("writing.rs"),
    include_str!("deciding.rs"),
    include_str!("time.rs"),
    include_str!("output.rs"),
];

#[test]
fn every_feature_from_1_to_48_has_exactly_one_test() {
    let tests: Vec<&str> = FILES
        .iter()
        .flat_map(|file| file.split("#[test]\nfn ").skip(1))
        .collect();
    for feature in 1..=48 {
        let name = format!("f{feature:02}_");
        let count = tests.iter().filter(|test| test.starts_with(&name)).count();
        assert_eq!(count, 1, "{name}… has {count} tests");
    }
    assert_eq!(tests.len(), 48, "a test without a feature");
}
