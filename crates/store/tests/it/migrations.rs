//! Migrations: from empty on both engines, and everything that must be refused.

use store::testing::{self, Fresh, shape};
use store::{Db, Error, MIGRATIONS, Migration, args, sql};

use crate::ground::GROUND;

const MORE: &str = "
    create table a (id text not null primary key, old text, going bigint);
    alter table a add column fresh boolean not null default false;
    alter table a rename column old to renamed;
    alter table a drop column going;
    create unique index a_renamed on a (renamed) where renamed is not null;
    insert into a (id, renamed) values ('1', 'x'), ('2', null);";

const JOINED: &str = "select u.id, t.size from u join t on t.id = u.t";

fn step(version: i64, sql: &'static str) -> Migration {
    Migration {
        version,
        name: "step",
        sql,
    }
}

/// Opens a fresh database on both engines with these migrations.
async fn open_both(migrations: &[Migration]) -> [Result<(), Error>; 2] {
    let (sqlite, postgres) = (Fresh::sqlite(&[]), Fresh::postgres(&[]));
    [
        reopen(&sqlite, migrations).await,
        reopen(&postgres, migrations).await,
    ]
}

async fn reopen(fresh: &Fresh, migrations: &[Migration]) -> Result<(), Error> {
    let db = Db::open(fresh.config(), migrations).await?;
    db.close().await;
    Ok(())
}

fn same_shape(migrations: &[Migration]) -> bool {
    let (sqlite, postgres) = (testing::sqlite(migrations), testing::postgres(migrations));
    let (sqlite, postgres) = (shape(&sqlite).unwrap(), shape(&postgres).unwrap());
    assert!(sqlite.contains_key("schema_version"));
    sqlite == postgres
}

#[test]
fn the_folder_gives_the_same_tables_on_both_engines() {
    assert!(same_shape(MIGRATIONS));
}

#[test]
fn changing_tables_gives_the_same_on_both_engines() {
    let more = [GROUND[0], step(2, MORE)];
    assert!(same_shape(&more));
    let db = testing::sqlite(&more);
    let columns = &shape(&db).unwrap()["a"];
    let names: Vec<&str> = columns.iter().map(|column| column.name.as_str()).collect();
    assert_eq!(names, ["fresh", "id", "renamed"]);
}

#[test]
fn a_column_that_differs_is_noticed() {
    // SQLite lets a bare primary key of text be empty.
    assert!(!same_shape(&[step(1, "create table t (id text primary key)")]));
    assert!(same_shape(&[step(
        1,
        "create table t (id text not null primary key)"
    )]));
}

#[test]
fn only_four_types_of_column_are_portable() {
    let odd = [step(
        1,
        "create table t (a integer, b bigint, c timestamp, d text, e boolean, f double precision)",
    )];
    for db in [testing::sqlite(&odd), testing::postgres(&odd)] {
        let found = testing::unportable(&shape(&db).unwrap());
        assert_eq!(found.len(), 2, "{found:?}");
        assert_eq!(found[0], "t.a integer");
    }
    let folder = testing::sqlite(MIGRATIONS);
    assert!(testing::unportable(&shape(&folder).unwrap()).is_empty());
}

#[tokio::test]
async fn a_database_newer_than_the_binary_is_refused() {
    for fresh in [Fresh::sqlite(&[]), Fresh::postgres(&[])] {
        reopen(&fresh, &[GROUND[0], step(2, MORE)]).await.unwrap();
        let error = reopen(&fresh, GROUND).await.unwrap_err();
        assert!(
            matches!(
                error,
                Error::NewerDatabase {
                    database: 2,
                    binary: 1
                }
            ),
            "{error}"
        );
        assert!(
            error
                .to_string()
                .contains("this database is newer than this binary")
        );
    }
}

#[tokio::test]
async fn a_changed_or_missing_migration_is_refused() {
    for fresh in [Fresh::sqlite(&[]), Fresh::postgres(&[])] {
        let (two, three) = (
            step(2, MORE),
            step(3, "create table c (id text not null primary key);"),
        );
        reopen(&fresh, &[GROUND[0], two, three]).await.unwrap();
        reopen(&fresh, &[GROUND[0], two, three]).await.unwrap();
        let changed = step(2, "create table b (id text not null primary key);");
        let error = reopen(&fresh, &[GROUND[0], changed, three]).await.unwrap_err();
        assert!(
            matches!(error, Error::ChangedMigration { version: 2, .. }),
            "{error}"
        );
        let error = reopen(&fresh, &[GROUND[0], three]).await.unwrap_err();
        assert!(matches!(error, Error::ChangedMigration { .. }), "{error}");
    }
}

#[tokio::test]
async fn an_older_database_is_migrated_by_the_server_only() {
    for fresh in [Fresh::sqlite(GROUND), Fresh::postgres(GROUND)] {
        let newer = [GROUND[0], step(2, MORE)];
        let error = Db::open_beside(fresh.config(), &newer).await.err().unwrap();
        assert!(
            matches!(
                error,
                Error::OlderDatabase {
                    database: 1,
                    binary: 2
                }
            ),
            "{error}"
        );
        reopen(&fresh, &newer).await.unwrap();
        let db = Db::open_beside(fresh.config(), &newer).await.unwrap();
        let count: i64 = db
            .read(|tx| tx.one(sql!("select count(*) from schema_version"), args![]))
            .await
            .map_err(|error: Error| error.to_string())
            .unwrap();
        assert_eq!(count, 2);
    }
}

#[tokio::test]
async fn a_failing_migration_leaves_the_database_as_it_was() {
    let failing = [
        GROUND[0],
        step(2, MORE),
        step(3, "create table fine (id text not null); create nonsense;"),
    ];
    for fresh in [Fresh::sqlite(&[]), Fresh::postgres(&[])] {
        let error = reopen(&fresh, &failing).await.unwrap_err();
        assert!(matches!(error, Error::Migration { version: 3, .. }), "{error}");
        let db = testing::TestDb::open(fresh, &[]);
        let tables: Vec<String> = shape(&db).unwrap().into_keys().collect();
        assert_eq!(tables, ["schema_version"]);
    }
}

#[tokio::test]
async fn deferrable_constraints_are_refused() {
    let text = "create table t (id text not null primary key);
        create table u (id text not null references t (id) deferrable initially deferred);";
    for outcome in open_both(&[step(1, text)]).await {
        assert!(outcome.unwrap_err().to_string().contains("deferrable"));
    }
}

#[tokio::test]
async fn a_table_is_rebuilt_without_losing_what_refers_to_it() {
    let before = step(
        1,
        "create table t (id text not null primary key, size text not null);
         create table u (id text not null primary key, t text not null references t (id) on delete cascade);
         insert into t values ('1', '7'); insert into u values ('a', '1');",
    );
    // The recipe of docs/sql.md. On PostgreSQL a table that is referred to cannot be dropped, so the referring one is
    // rebuilt along with it.
    let rebuild = step(
        2,
        "create table new_t (id text not null primary key, size bigint not null);
         insert into new_t (id, size) select id, cast(size as bigint) from t;
         create table new_u (id text not null primary key, t text not null references new_t (id) on delete cascade);
         insert into new_u (id, t) select id, t from u;
         drop table u;
         drop table t;
         alter table new_t rename to t;
         alter table new_u rename to u;",
    );
    for fresh in [Fresh::sqlite(&[]), Fresh::postgres(&[])] {
        reopen(&fresh, &[before]).await.unwrap();
        let db = Db::open(fresh.config(), &[before, rebuild]).await.unwrap();
        // These tables are not in the ground schema, so the statement test must not see this statement.
        let select = store::Statement::new(JOINED, JOINED, file!(), line!());
        let found: Result<(String, i64), Error> = db.read(move |tx| tx.one(select, args![])).await;
        assert_eq!(found.unwrap(), ("a".to_owned(), 7));
    }
}

#[tokio::test]
async fn rows_that_would_refer_to_nothing_stop_a_migration_on_sqlite() {
    let before = step(
        1,
        "create table t (id text not null primary key); create table u (t text not null references t (id));
         insert into t values ('1'); insert into u values ('1');",
    );
    let fresh = Fresh::sqlite(&[]);
    reopen(&fresh, &[before]).await.unwrap();
    let error = reopen(&fresh, &[before, step(2, "delete from t;")])
        .await
        .unwrap_err();
    assert!(
        error.to_string().contains("rows of u would refer to nothing"),
        "{error}"
    );
    reopen(&fresh, &[before]).await.unwrap();
}

#[tokio::test]
async fn two_nodes_may_start_at_the_same_moment() {
    let fresh = Fresh::postgres(&[]);
    let mut nodes = Vec::new();
    for _ in 0..4 {
        let config = fresh.config().clone();
        nodes.push(tokio::spawn(async move {
            Db::open(&config, GROUND).await.map(|_| ())
        }));
    }
    for node in nodes {
        node.await.unwrap().unwrap();
    }
}
