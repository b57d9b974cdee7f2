//! The doctor sees what is wrong, all at once, and changes nothing.

use std::time::Duration;

use store::doctor::{Finding, Level, doctor};
use store::testing::{self, Fresh};
use store::{BusKind, Config, Db, Engine, MIGRATIONS, Migration};

use crate::ground::GROUND;

/// A clock for tests that do not look at it.
fn any_time() -> i64 {
    0
}

async fn examine(config: &Config, migrations: &[Migration]) -> Vec<Finding> {
    doctor(config, migrations, any_time).await
}

fn has(findings: &[Finding], wanted: impl Fn(&Finding) -> bool) -> bool {
    findings.iter().any(wanted)
}

#[tokio::test]
async fn a_healthy_sqlite_database_has_nothing_worse_than_a_note() {
    let db = testing::sqlite(GROUND);
    let findings = examine(db.config(), GROUND).await;
    assert!(
        has(&findings, |f| matches!(
            f,
            Finding::Reached {
                engine: Engine::Sqlite,
                ..
            }
        )),
        "{findings:?}"
    );
    assert!(
        findings.contains(&Finding::Schema {
            database: 1,
            binary: 1
        }),
        "{findings:?}"
    );
    assert!(findings.contains(&Finding::JournalMode {
        mode: "wal".to_owned()
    }));
    assert!(findings.contains(&Finding::Writable));
    assert!(findings.contains(&Finding::InUse));
    assert!(has(
        &findings,
        |f| matches!(f, Finding::DiskSpace { free } if *free > 0)
    ));
    db.close().await;
    assert!(!examine(db.config(), GROUND).await.contains(&Finding::InUse));
}

#[tokio::test]
async fn a_database_that_is_not_there_yet_is_not_made_by_looking() {
    let fresh = Fresh::sqlite(&[]);
    let findings = examine(fresh.config(), GROUND).await;
    let file = fresh.config().url.path().unwrap();
    assert!(
        findings.contains(&Finding::NotCreated {
            file: file.to_owned()
        }),
        "{findings:?}"
    );
    assert!(findings.contains(&Finding::Writable));
    let left: Vec<_> = std::fs::read_dir(file.parent().unwrap()).unwrap().collect();
    assert!(left.is_empty(), "{left:?}");
    let nowhere = Config::new("sqlite:/nowhere/kring.sqlite".parse().unwrap());
    let findings = examine(&nowhere, GROUND).await;
    assert!(
        has(&findings, |f| matches!(f, Finding::NotWritable { .. })),
        "{findings:?}"
    );
}

#[tokio::test]
async fn other_versions_of_the_tables_are_told_apart() {
    let two = Migration {
        version: 2,
        name: "two",
        sql: "create table two (id text not null primary key);",
    };
    let changed = Migration {
        version: 1,
        name: "other",
        sql: "create table other (id text not null primary key);",
    };
    for fresh in [Fresh::sqlite(GROUND), Fresh::postgres(GROUND)] {
        let older = examine(fresh.config(), &[GROUND[0], two]).await;
        let finding = Finding::Schema {
            database: 1,
            binary: 2,
        };
        assert!(older.contains(&finding), "{older:?}");
        assert_eq!(finding.level(), Level::Note);
        let newer = examine(fresh.config(), &[]).await;
        let finding = Finding::Schema {
            database: 1,
            binary: 0,
        };
        assert!(newer.contains(&finding), "{newer:?}");
        assert_eq!(finding.level(), Level::Problem);
        let other = examine(fresh.config(), &[changed]).await;
        assert!(
            has(&other, |f| matches!(
                f,
                Finding::ChangedMigration { version: 1, .. }
            )),
            "{other:?}"
        );
    }
}

#[tokio::test]
async fn a_file_that_is_no_database_is_a_problem() {
    let fresh = Fresh::sqlite(&[]);
    let file = fresh.config().url.path().unwrap();
    std::fs::write(file, "dear diary, this is not a database but it is longer than one hundred bytes, for sure, is it not? yes").unwrap();
    let findings = examine(fresh.config(), GROUND).await;
    let problem = findings
        .iter()
        .find(|finding| matches!(finding, Finding::Unreachable { .. }));
    assert_eq!(problem.map(Finding::level), Some(Level::Problem), "{findings:?}");
}

#[tokio::test]
async fn the_clocks_of_server_and_machine_are_compared() {
    let fresh = Fresh::postgres(GROUND);
    let epoch = std::time::SystemTime::UNIX_EPOCH;
    for (shift, level) in [
        (0, Level::Good),
        (5_000_000, Level::Warning),
        (-90_000_000, Level::Problem),
    ] {
        let clock = move || i64::try_from(epoch.elapsed().unwrap().as_micros()).unwrap() + shift;
        let findings = doctor(fresh.config(), GROUND, clock).await;
        let seen = findings
            .iter()
            .find(|finding| matches!(finding, Finding::Clock { .. }))
            .unwrap();
        assert_eq!(seen.level(), level, "{seen}");
        assert!(has(&findings, |f| matches!(
            f,
            Finding::Reached {
                engine: Engine::Postgres,
                ..
            }
        )));
        assert!(findings.contains(&Finding::Writable));
    }
}

#[tokio::test]
async fn servers_that_do_not_answer_are_all_named_without_secrets() {
    let bus = BusKind::Nats {
        url: "nats://anna:geheim@127.0.0.1:1".to_owned(),
        subject: "x".to_owned(),
    };
    let url = "postgres://anna:geheim@127.0.0.1:1/kring".parse().unwrap();
    let config = Config {
        bus,
        patience: Duration::from_secs(2),
        ..Config::new(url)
    };
    let findings = examine(&config, GROUND).await;
    assert!(
        has(&findings, |f| matches!(f, Finding::Unreachable { .. })),
        "{findings:?}"
    );
    assert!(
        has(&findings, |f| matches!(f, Finding::NatsUnreachable { .. })),
        "{findings:?}"
    );
    assert!(!format!("{findings:?}").contains("geheim"));
}

#[tokio::test]
async fn nats_is_reached() {
    let fresh = Fresh::sqlite(MIGRATIONS);
    let bus = BusKind::Nats {
        url: format!("nats://{}", testing::nats()),
        subject: "x".to_owned(),
    };
    let config = Config {
        bus,
        ..fresh.config().clone()
    };
    let db = Db::open(&config, MIGRATIONS).await.unwrap();
    let findings = examine(db.config(), MIGRATIONS).await;
    assert!(
        has(&findings, |f| matches!(f, Finding::NatsReached { .. })),
        "{findings:?}"
    );
}

#[test]
fn little_space_is_a_warning_and_hardly_any_a_problem() {
    let level = |free: u64| Finding::DiskSpace { free }.level();
    assert_eq!(level(50 << 30), Level::Good);
    assert_eq!(level(500 << 20), Level::Warning);
    assert_eq!(level(50 << 20), Level::Problem);
    assert_eq!(
        Finding::JournalMode {
            mode: "delete".to_owned()
        }
        .level(),
        Level::Warning
    );
}
