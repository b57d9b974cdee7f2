//! What only a server can do: conflicts, lost connections, unsuitable databases.

use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, mpsc};
use std::time::Duration;

use store::testing::{self, Fresh};
use store::{Config, Db, Error, Tx, Url, args, both_engines, differs, sql};

use crate::ground::GROUND;
use crate::proxy::{Cut, Proxy};

const LONG: Duration = Duration::from_secs(20);

fn value(tx: &mut Tx<'_>) -> Result<i64, Error> {
    tx.one(sql!("select value from counters where name = 'c'"), args![])
}

fn set(tx: &mut Tx<'_>, value: i64) -> Result<u64, Error> {
    let upsert = sql!(
        "insert into counters (name, value) values ('c', $1) on conflict (name) do update set value = excluded.value"
    );
    tx.run(upsert, args![value])
}

fn pid(tx: &mut Tx<'_>) -> Result<i64, Error> {
    tx.one(
        differs!(sqlite: "select 0", postgres: "select cast(pg_backend_pid() as bigint)"),
        args![],
    )
}

/// Ends a connection of the server from outside.
fn terminate(config: &Config, pid: i64) {
    let config = config.clone();
    std::thread::spawn(move || {
        let Url::Postgres(url) = &config.url else {
            panic!("not a server")
        };
        let mut admin = postgres::Client::connect(url, postgres::NoTls).unwrap();
        let pid = i32::try_from(pid).unwrap();
        let ended: bool = admin
            .query_one("select pg_terminate_backend($1, 10000)", &[&pid])
            .unwrap()
            .get(0);
        assert!(ended);
    })
    .join()
    .unwrap();
}

both_engines! {
    GROUND;

    async fn adding_to_one_counter_from_many_sides_loses_nothing(db) {
        db.write(|tx| set(tx, 0)).await.unwrap();
        let tasks: Vec<_> = (0..8)
            .map(|_| {
                let db = (*db).clone();
                tokio::spawn(async move {
                    for _ in 0..20 {
                        let add = |tx: &mut Tx<'_>| {
                            let now = value(tx)?;
                            set(tx, now + 1)
                        };
                        // A conflict that outlasts all runs is an honest answer; the caller tries again.
                        while let Err(error) = db.write(add).await {
                            assert!(matches!(error, Error::Conflict), "{error}");
                        }
                    }
                })
            })
            .collect();
        for task in tasks {
            task.await.unwrap();
        }
        assert_eq!(db.read(value).await.unwrap(), 160);
    }
}

#[tokio::test]
async fn a_write_runs_again_after_a_conflict() {
    let db = testing::postgres(GROUND);
    db.write(|tx| set(tx, 1)).await.unwrap();
    let runs = Arc::new(AtomicU32::new(0));
    let ((begun, begins), (go_on, goes_on)) = (mpsc::channel::<()>(), mpsc::channel::<()>());
    let counted = Arc::clone(&runs);
    let first = db.write(move |tx| {
        let now = value(tx)?;
        if counted.fetch_add(1, Ordering::SeqCst) == 0 {
            begun.send(()).unwrap();
            goes_on.recv_timeout(LONG).unwrap();
        }
        set(tx, now * 10)
    });
    let between = async {
        tokio::task::spawn_blocking(move || begins.recv_timeout(LONG).unwrap())
            .await
            .unwrap();
        db.write(|tx| set(tx, 2)).await.unwrap();
        go_on.send(()).unwrap();
    };
    let (first, ()) = tokio::join!(first, between);
    first.unwrap();
    assert_eq!(runs.load(Ordering::SeqCst), 2);
    assert_eq!(db.read(value).await.unwrap(), 20);
}

#[tokio::test]
async fn an_idle_connection_that_was_cut_is_replaced_unnoticed() {
    let fresh = Fresh::postgres(GROUND);
    let config = Config {
        threads: 1,
        ..fresh.config().clone()
    };
    let db = Db::open(&config, GROUND).await.unwrap();
    for _ in 0..2 {
        let old = db.read(pid).await.unwrap();
        terminate(&config, old);
        db.write(|tx| set(tx, 7)).await.unwrap();
        let old = db.read(pid).await.unwrap();
        terminate(&config, old);
        assert_eq!(db.read(value).await.unwrap(), 7);
        assert_ne!(db.read(pid).await.unwrap(), old);
    }
}

#[tokio::test]
async fn a_write_whose_connection_is_cut_before_the_commit_runs_again() {
    let db = testing::postgres(GROUND);
    let config = db.config().clone();
    let runs = Arc::new(AtomicU32::new(0));
    let counted = Arc::clone(&runs);
    db.write(move |tx| {
        set(tx, 5)?;
        if counted.fetch_add(1, Ordering::SeqCst) == 0 {
            terminate(&config, pid(tx)?);
        }
        value(tx)
    })
    .await
    .unwrap();
    assert_eq!(runs.load(Ordering::SeqCst), 2);
    assert_eq!(db.read(value).await.unwrap(), 5);
}

#[tokio::test]
async fn a_cut_during_the_commit_is_reported_as_unknown() {
    let fresh = Fresh::postgres(GROUND);
    let Url::Postgres(url) = &fresh.config().url else {
        panic!("not a server")
    };
    let target = url
        .split('@')
        .nth(1)
        .and_then(|rest| rest.split('/').next())
        .unwrap();
    let proxy = Proxy::to(target);
    let through = url.replace(target, &proxy.address.to_string());
    let config = Config {
        threads: 1,
        ..Config::new(through.parse().unwrap())
    };
    let db = Db::open(&config, GROUND).await.unwrap();
    db.write(|tx| set(tx, 1)).await.unwrap();
    for (cut, before, expected) in [(Cut::Before, 1, 1), (Cut::After, 1, 2)] {
        assert_eq!(db.read(value).await.unwrap(), before);
        proxy.cut_at("commit", cut);
        let outcome = db.write(|tx| set(tx, 2)).await;
        assert!(matches!(outcome, Err(Error::OutcomeUnknown)), "{outcome:?}");
        // The next one looks, on a new connection.
        assert_eq!(db.read(value).await.unwrap(), expected);
    }
    proxy.refuse();
    let outcome = db.read(value).await;
    assert!(matches!(outcome, Err(Error::Unreachable { .. })), "{outcome:?}");
    proxy.restore();
    assert_eq!(db.read(value).await.unwrap(), 2);
}

#[tokio::test]
async fn a_statement_kept_ready_survives_a_changed_table() {
    let db = testing::postgres(GROUND);
    db.write(|tx| set(tx, 3)).await.unwrap();
    let all = store::Statement::new(
        "select * from counters",
        "select * from counters",
        file!(),
        line!(),
    );
    for _ in 0..4 {
        drop(
            db.read(move |tx| tx.one::<(String, i64)>(all, args![]))
                .await
                .unwrap(),
        );
    }
    let change = store::Statement::new("", "alter table counters add column note text", file!(), line!());
    db.write(move |tx| tx.run(change, args![])).await.unwrap();
    for _ in 0..4 {
        let found = db.read(move |tx| tx.one::<(String, i64)>(all, args![])).await;
        assert_eq!(found.unwrap(), ("c".to_owned(), 3));
    }
}

#[tokio::test]
async fn a_server_that_is_not_there_is_said_without_the_password() {
    let url: Url = "postgres://anna:geheim@127.0.0.1:1/kring".parse().unwrap();
    let error = Db::open(&Config::new(url), GROUND).await.err().unwrap();
    let source = std::error::Error::source(&error).unwrap().to_string();
    assert!(matches!(error, Error::Unreachable { .. }), "{error}");
    assert!(source.contains("refused"), "{source}");
    assert!(!format!("{error} {source} {error:?}").contains("geheim"));
}

#[tokio::test]
async fn a_database_with_another_collation_or_encoding_is_refused() {
    let unsuitable = [
        ("locale_provider icu icu_locale 'nl-NL'", "sorts texts"),
        (
            "encoding 'SQL_ASCII' lc_collate 'C' lc_ctype 'C'",
            "encoding is SQL_ASCII",
        ),
    ];
    for (number, (options, expected)) in unsuitable.into_iter().enumerate() {
        let fresh = Fresh::postgres(&[]);
        let Url::Postgres(url) = &fresh.config().url else {
            panic!("not a server")
        };
        let base = url.split('?').next().unwrap().to_owned();
        let other = format!("{}_{number}", base.rsplit('/').next().unwrap());
        let (admin, create) = (
            base.clone(),
            format!("create database {other} template template0 {options}"),
        );
        on_server(&admin, &create).await;
        let unsuitable = base.replace(base.rsplit('/').next().unwrap(), &other);
        let error = Db::open(&Config::new(unsuitable.parse().unwrap()), GROUND)
            .await
            .err()
            .unwrap();
        on_server(&admin, &format!("drop database {other} with (force)")).await;
        assert!(matches!(error, Error::Unsuitable { .. }), "{error}");
        assert!(error.to_string().contains(expected), "{error}");
    }
}

async fn on_server(url: &str, text: &str) {
    let (url, text) = (url.to_owned(), text.to_owned());
    let run = move || {
        postgres::Client::connect(&url, postgres::NoTls)
            .unwrap()
            .batch_execute(&text)
            .unwrap();
    };
    tokio::task::spawn_blocking(run).await.unwrap();
}
