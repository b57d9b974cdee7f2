//! Every registered statement is prepared on both engines.

use store::testing::{self, Problem, TestDb};
use store::{Engine, args, sql};

use crate::broken;
use crate::ground::GROUND;

fn problems(db: &TestDb) -> (Vec<Problem>, Vec<Problem>) {
    let all = testing::prepare_all(db).unwrap();
    all.into_iter()
        .partition(|problem| problem.place.file.ends_with("it/broken.rs"))
}

fn check(db: &TestDb) {
    let (expected, unexpected) = problems(db);
    assert!(unexpected.is_empty(), "{unexpected:#?}");
    for (statement, on_sqlite, on_postgres) in broken::statements() {
        let wanted = match db.engine() {
            Engine::Sqlite => on_sqlite,
            Engine::Postgres => on_postgres,
        };
        let found = expected.iter().find(|problem| problem.place == statement.place());
        assert_eq!(
            found.is_some(),
            wanted,
            "{} {found:?}",
            statement.text(db.engine())
        );
        assert!(found.is_none_or(|problem| !problem.error.is_empty()));
    }
}

#[test]
fn each_fits_sqlite_except_the_broken_ones() {
    check(&testing::sqlite(GROUND));
}

#[test]
fn each_fits_postgres_except_the_broken_ones() {
    check(&testing::postgres(GROUND));
}

#[test]
fn a_statement_knows_its_place() {
    let (statement, line) = (sql!("select id from people"), line!());
    assert_eq!(statement.place().to_string(), format!("{}:{line}", file!()));
    assert!(store::statements().any(|known| known == statement));
}

#[test]
fn a_list_of_many_kinds_reaches_the_database() {
    let db = testing::sqlite(GROUND);
    let names = vec!["a".to_owned(), "b".to_owned()];
    let found: Result<Vec<String>, store::Error> = db.read_blocking(move |tx| {
        tx.all(
            sql!("select id from people where email in ($1..) and tenant in ($1..)"),
            args![&names],
        )
    });
    assert!(found.unwrap().is_empty());
}
