//! Every statement fits both engines, and the migrations leave the same tables on both.

use store::MIGRATIONS;
use store::testing::{TestDb, postgres, prepare_all, shape, sqlite};

fn all_fit(db: &TestDb) {
    // Without a router the linker could leave the slices out, and there would be nothing to prepare.
    let registered = store::statements().count();
    assert!(registered > 50, "only {registered} statements are known");
    let problems: Vec<String> = prepare_all(db)
        .unwrap()
        .into_iter()
        .map(|problem| format!("{}: {} in {}", problem.place, problem.error, problem.text))
        .collect();
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

#[test]
fn every_statement_fits_sqlite() {
    all_fit(&sqlite(MIGRATIONS));
}

#[test]
fn every_statement_fits_postgresql() {
    all_fit(&postgres(MIGRATIONS));
}

#[test]
fn both_engines_have_the_same_tables() {
    let (left, right) = (
        shape(&sqlite(MIGRATIONS)).unwrap(),
        shape(&postgres(MIGRATIONS)).unwrap(),
    );
    assert!(left.contains_key("people") && left.contains_key("session_events"));
    assert_eq!(left, right);
}
