//! Measures the seam next to the plain drivers. How to run it and what it gave: `docs/performance.md`.
#![expect(
    clippy::unwrap_used,
    reason = "a benchmark that cannot go on should stop where it is"
)]
#![expect(clippy::disallowed_methods, reason = "measuring is reading the clock")]

use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use criterion::measurement::WallTime;
use criterion::{BenchmarkGroup, BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use store::testing::{self, Fresh};
use store::{Config, Db, Error, Migration, Tx, Url, args, from_row, sql};
use tokio::runtime::Runtime;

const GROUND: &[Migration] = &[Migration {
    version: 1,
    name: "bench",
    sql: "create table people (id text not null primary key, email text not null, age bigint, active boolean not null);
          create table log (room text not null, seq bigint not null, body text not null, primary key (room, seq));",
}];

/// Rows in the table that is read.
const PEOPLE: i64 = 10_000;
/// Statements of the page.
const PAGE: i64 = 8;
/// Writes of each writer in one round.
const ROUND: i64 = 20;

struct Person {
    id: String,
    email: String,
    age: Option<i64>,
    active: bool,
}

from_row!(Person {
    id,
    email,
    age,
    active
});

fn id(number: i64) -> String {
    format!("0198f0a4-7c1e-7000-8000-{:012}", number * 7_919 % PEOPLE)
}

fn person(tx: &mut Tx<'_>, number: i64) -> Result<Person, Error> {
    let select = sql!("select id, email, age, active from people where id = $1");
    tx.one(select, args![id(number)])
}

fn page(tx: &mut Tx<'_>, number: i64) -> Result<i64, Error> {
    let mut age = 0;
    for step in 0..PAGE {
        age += person(tx, number + step)?.age.unwrap_or_default();
    }
    Ok(age)
}

fn append(tx: &mut Tx<'_>, room: &str, seq: i64) -> Result<u64, Error> {
    let insert = sql!("insert into log (room, seq, body) values ($1, $2, $3)");
    tx.run(
        insert,
        args![
            room,
            seq,
            "a card with one advice, about a hundred characters long, as people write them"
        ],
    )
}

fn fill(db: &Db) {
    let insert = sql!("insert into people (id, email, age, active) values ($1, $2, $3, true)");
    db.write_blocking(move |tx| {
        for number in 0..PEOPLE {
            tx.run(
                insert,
                args![id(number), format!("{number}@example.org"), number % 90],
            )?;
        }
        Ok::<_, Error>(())
    })
    .unwrap();
}

/// Runs `count` operations one after the other in a task of the runtime, as a request handler would.
fn timed<F, Work>(runtime: &Runtime, count: u64, operation: F) -> Duration
where
    F: Fn(i64) -> Work + Send + 'static,
    Work: Future<Output = ()> + Send,
{
    let task = async move {
        let started = Instant::now();
        for number in 0..count {
            operation(number.cast_signed()).await;
        }
        started.elapsed()
    };
    runtime.block_on(runtime.spawn(task)).unwrap()
}

fn seam_reads(group: &mut BenchmarkGroup<'_, WallTime>, runtime: &Runtime, db: &Db) {
    group.bench_function("one row, through read", |bencher| {
        bencher.iter_custom(|count| {
            let db = db.clone();
            timed(runtime, count, move |number| {
                let db = db.clone();
                async move {
                    let person = db.read(move |tx| person(tx, number)).await.unwrap();
                    assert!(person.active && person.id.len() + person.email.len() > 36);
                }
            })
        });
    });
    group.bench_function("page of eight statements, through read", |bencher| {
        bencher.iter_custom(|count| {
            let db = db.clone();
            timed(runtime, count, move |number| {
                let db = db.clone();
                async move { assert!(db.read(move |tx| page(tx, number)).await.unwrap() > 0) }
            })
        });
    });
}

fn raw_person(connection: &rusqlite::Connection, number: i64) -> Person {
    let mut select = connection
        .prepare_cached("select id, email, age, active from people where id = $1")
        .unwrap();
    let read = |row: &rusqlite::Row<'_>| {
        Ok(Person {
            id: row.get(0)?,
            email: row.get(1)?,
            age: row.get(2)?,
            active: row.get(3)?,
        })
    };
    select.query_row([id(number)], read).unwrap()
}

fn sqlite_reads(criterion: &mut Criterion) {
    let (runtime, db) = (runtime(), testing::sqlite(GROUND));
    fill(&db);
    let raw = raw(db.config().url.path().unwrap());
    let mut group = criterion.benchmark_group("sqlite");
    let mut number = 0;
    group.bench_function("one row, rusqlite in place", |bencher| {
        bencher.iter(|| {
            number += 1;
            raw_person(&raw, number)
        });
    });
    group.bench_function("page of eight statements, rusqlite in place", |bencher| {
        bencher.iter(|| {
            number += 1;
            raw.execute_batch("begin").unwrap();
            let age: i64 = (0..PAGE)
                .map(|step| raw_person(&raw, number + step).age.unwrap_or_default())
                .sum();
            raw.execute_batch("commit").unwrap();
            age
        });
    });
    seam_reads(&mut group, &runtime, &db);
}

fn postgres_reads(criterion: &mut Criterion) {
    let (runtime, db) = (runtime(), testing::postgres(GROUND));
    fill(&db);
    let Url::Postgres(url) = &db.config().url else {
        return;
    };
    let mut raw = postgres::Client::connect(url, postgres::NoTls).unwrap();
    let select = raw
        .prepare("select id, email, age, active from people where id = $1")
        .unwrap();
    let mut group = criterion.benchmark_group("postgres");
    let mut number = 0;
    group.bench_function("one row, plain driver without a transaction", |bencher| {
        bencher.iter(|| {
            number += 1;
            raw.query_one(&select, &[&id(number)])
                .unwrap()
                .get::<_, String>(1)
        });
    });
    group.bench_function("one row, plain driver", |bencher| {
        bencher.iter(|| {
            number += 1;
            raw.batch_execute("begin isolation level repeatable read read only")
                .unwrap();
            let email = raw
                .query_one(&select, &[&id(number)])
                .unwrap()
                .get::<_, String>(1);
            raw.batch_execute("commit").unwrap();
            email
        });
    });
    group.bench_function("page of eight statements, plain driver", |bencher| {
        bencher.iter(|| {
            number += 1;
            raw.batch_execute("begin isolation level repeatable read read only")
                .unwrap();
            for step in 0..PAGE {
                raw.query_one(&select, &[&id(number + step)]).unwrap();
            }
            raw.batch_execute("commit").unwrap();
        });
    });
    on_a_thread(&mut group, &runtime, raw, select);
    seam_reads(&mut group, &runtime, &db);
}

/// The plain driver on a thread of its own, asked from a task: what any way of using it from a server costs.
fn on_a_thread(
    group: &mut BenchmarkGroup<'_, WallTime>,
    runtime: &Runtime,
    mut raw: postgres::Client,
    select: postgres::Statement,
) {
    type Ask = (i64, tokio::sync::oneshot::Sender<i64>);
    let (ask, asked) = std::sync::mpsc::channel::<Ask>();
    let thread = std::thread::spawn(move || {
        for (number, answer) in asked {
            raw.batch_execute("begin isolation level repeatable read read only")
                .unwrap();
            for step in 0..PAGE {
                raw.query_one(&select, &[&id(number + step)]).unwrap();
            }
            answer.send(number).unwrap();
            raw.batch_execute("commit").unwrap();
        }
    });
    group.bench_function("page of eight statements, plain driver on a thread", |bencher| {
        bencher.iter_custom(|count| {
            let ask = ask.clone();
            timed(runtime, count, move |number| {
                let (answer, answered) = tokio::sync::oneshot::channel();
                ask.send((number, answer)).unwrap();
                async move { assert_eq!(answered.await, Ok(number)) }
            })
        });
    });
    drop(ask);
    thread.join().unwrap();
}

/// One round: each writer appends [`ROUND`] rows to a room of its own and waits for each.
fn round(runtime: &Runtime, db: &Db, writers: i64, base: i64) {
    let tasks: Vec<_> = (0..writers)
        .map(|writer| {
            let db = db.clone();
            runtime.spawn(async move {
                let room = format!("room/{writer}");
                for step in 0..ROUND {
                    let room = room.clone();
                    db.write(move |tx| append(tx, &room, base + step)).await.unwrap();
                }
            })
        })
        .collect();
    for task in tasks {
        runtime.block_on(task).unwrap();
    }
}

/// The same without the seam: the writers take turns on one connection and each commits by itself.
fn raw_round(connection: &Arc<Mutex<rusqlite::Connection>>, writers: i64, base: i64) {
    std::thread::scope(|scope| {
        for writer in 0..writers {
            scope.spawn(move || {
                for step in 0..ROUND {
                    let connection = connection.lock().unwrap();
                    connection.execute_batch("begin immediate").unwrap();
                    let insert = "insert into log (room, seq, body) values ($1, $2, $3)";
                    let body =
                        "a card with one advice, about a hundred characters long, as people write them";
                    let row = (format!("raw/{writer}"), base + step, body);
                    connection.prepare_cached(insert).unwrap().execute(row).unwrap();
                    connection.execute_batch("commit").unwrap();
                }
            });
        }
    });
}

fn writes(criterion: &mut Criterion) {
    let (runtime, sqlite) = (runtime(), testing::sqlite(GROUND));
    let fresh = Fresh::postgres(GROUND);
    let postgres = Db::open_blocking(&durable(fresh.config()), GROUND).unwrap();
    let connection = Arc::new(Mutex::new(raw(sqlite.config().url.path().unwrap())));
    let mut group = criterion.benchmark_group("durable writes");
    group.sample_size(20);
    let mut base = 0;
    for writers in [1_i64, 8, 64] {
        group.throughput(Throughput::Elements((writers * ROUND).cast_unsigned()));
        group.bench_function(BenchmarkId::new("sqlite, group commit", writers), |bencher| {
            bencher.iter(|| {
                base += ROUND;
                round(&runtime, &sqlite, writers, base);
            });
        });
        group.bench_function(BenchmarkId::new("sqlite, one commit each", writers), |bencher| {
            bencher.iter(|| {
                base += ROUND;
                raw_round(&connection, writers, base);
            });
        });
        group.bench_function(BenchmarkId::new("postgres", writers), |bencher| {
            bencher.iter(|| {
                base += ROUND;
                round(&runtime, &postgres, writers, base);
            });
        });
    }
}

/// Test databases do not wait for the disk; this one must.
fn durable(config: &Config) -> Config {
    let Url::Postgres(url) = &config.url else {
        return config.clone();
    };
    let url = url.split('?').next().unwrap_or_default().parse().unwrap();
    Config {
        url,
        ..config.clone()
    }
}

/// A connection with the seam's settings, driven in place.
fn raw(path: &Path) -> rusqlite::Connection {
    let connection = rusqlite::Connection::open(path).unwrap();
    connection.busy_timeout(Duration::from_secs(30)).unwrap();
    connection.pragma_update(None, "synchronous", "full").unwrap();
    connection
}

fn runtime() -> Runtime {
    tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .unwrap()
}

criterion_group!(benches, sqlite_reads, postgres_reads, writes);
criterion_main!(benches);
