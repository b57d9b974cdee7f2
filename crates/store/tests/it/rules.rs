//! The rules of docs/sql.md. Each trap is shown on both engines, so that a rule nobody needs any more is noticed, and
//! so is the way out.

use store::testing::{self, TestDb};
use store::{Arg, Error, FromRow, Statement, args, both_engines, sql};

use crate::ground::GROUND;

/// Runs a text that need not be portable; it is not registered, so the statement test does not see it.
async fn ask<T: FromRow + Send + 'static>(db: &TestDb, text: &'static str) -> Result<T, Error> {
    db.write(move |tx| tx.one(Statement::new(text, text, file!(), line!()), args![]))
        .await
}

struct Both {
    sqlite: TestDb,
    postgres: TestDb,
}

fn both() -> Both {
    let both = Both {
        sqlite: testing::sqlite(GROUND),
        postgres: testing::postgres(GROUND),
    };
    for db in [&both.sqlite, &both.postgres] {
        add(db, "p1", "Zoë", Some(40));
        add(db, "p2", "anna", None);
        add(db, "p3", "Éva", Some(7));
    }
    both
}

fn add(db: &TestDb, id: &'static str, email: &'static str, age: Option<i64>) {
    let db = (**db).clone();
    let added = std::thread::spawn(move || {
        db.write_blocking(move |tx| {
            let insert = sql!(
                "insert into people (id, email, tenant, age, active) values ($1, $2, 'leiden', $3, true)"
            );
            tx.run(insert, args![id, email, age])
        })
    });
    assert_eq!(added.join().unwrap().unwrap(), 1);
}

impl Both {
    /// The trap: the same text gives different answers, or only one engine accepts it.
    async fn differ<T: FromRow + PartialEq + Send + 'static>(&self, text: &'static str) {
        let (sqlite, postgres) = (
            ask::<T>(&self.sqlite, text).await,
            ask::<T>(&self.postgres, text).await,
        );
        let same = match (&sqlite, &postgres) {
            (Ok(one), Ok(other)) => one == other,
            (Err(_), Err(_)) => true,
            _ => false,
        };
        assert!(
            !same,
            "{text}: both engines agree, {:?} {:?}",
            sqlite.err(),
            postgres.err()
        );
    }

    /// The way out: both accept it and agree.
    async fn agree<T>(&self, text: &'static str, expected: T)
    where
        T: FromRow + PartialEq + std::fmt::Debug + Send + 'static,
    {
        for db in [&self.sqlite, &self.postgres] {
            let answer = ask::<T>(db, text).await;
            assert_eq!(
                answer.unwrap_or_else(|error| panic!("{text}: {error:?}")),
                expected,
                "{text}"
            );
        }
    }

    /// Neither engine accepts it.
    async fn refuse<T: FromRow + Send + 'static>(&self, text: &'static str) {
        for db in [&self.sqlite, &self.postgres] {
            assert!(ask::<T>(db, text).await.is_err(), "{text}");
        }
    }
}

#[tokio::test]
async fn sums_and_averages() {
    let both = both();
    both.differ::<i64>("select sum(age) from people").await;
    both.agree("select cast(sum(age) as bigint) from people", 47_i64)
        .await;
    both.differ::<f64>("select avg(age) from people").await;
    both.agree(
        "select cast(sum(age) as bigint), count(age) from people",
        (47_i64, 2_i64),
    )
    .await;
    both.differ::<bool>("select max(active) from people").await;
    both.agree("select count(*) filter (where active = true) from people", 3_i64)
        .await;
}

#[tokio::test]
async fn letters() {
    let both = both();
    both.differ::<String>("select lower('É')").await;
    both.differ::<bool>("select 'Abc' like 'aB%'").await;
    both.differ::<i64>("select count(*) from people where email like 'zo%'")
        .await;
}

#[tokio::test]
async fn order_of_names_is_by_bytes_and_not_by_people() {
    for db in [testing::sqlite(GROUND), testing::postgres(GROUND)] {
        for (id, email) in [("p1", "Zoë"), ("p2", "anna"), ("p3", "Éva")] {
            add(&db, id, email, None);
        }
        let names = db
            .read(|tx| tx.all::<String>(sql!("select email from people order by email"), args![]))
            .await;
        assert_eq!(names.unwrap(), ["Zoë", "anna", "Éva"]);
    }
}

#[tokio::test]
async fn empty_values_stand_first_or_last() {
    let both = both();
    both.differ::<String>("select id from people order by age limit 1")
        .await;
    both.agree(
        "select id from people order by age nulls last limit 1",
        "p3".to_owned(),
    )
    .await;
}

#[tokio::test]
async fn the_clock_is_an_argument() {
    let both = both();
    both.differ::<String>("select cast(now() as text)").await;
    both.differ::<String>("select current_timestamp").await;
}

#[tokio::test]
async fn lists_and_json() {
    let both = both();
    both.differ::<i64>("select count(*) from json_each('[1]')").await;
    both.differ::<i64>("select count(*) from people where id in ()")
        .await;
}

#[tokio::test]
async fn inserting_from_a_select() {
    let both = both();
    let bare = "insert into counters (name, value) select id, 1 from (select id from people limit 1) as one
        on conflict (name) do nothing returning name";
    both.differ::<String>(bare).await;
    let text = "insert into counters (name, value) select id, 1 from people where id = 'p1' and true
        on conflict (name) do update set value = counters.value + 1 returning name";
    both.agree(text, "p1".to_owned()).await;
}

#[tokio::test]
async fn truth_and_numbers() {
    let both = both();
    both.differ::<i64>("select count(*) from people where active = 1")
        .await;
    both.agree("select count(*) from people where active = true", 3_i64)
        .await;
    both.agree("select 7 / 2, -7 / 2", (3_i64, -3_i64)).await;
    both.differ::<f64>("select 7 / 2.0").await;
    both.differ::<f64>("select round(cast(2.5 as double precision))")
        .await;
    both.differ::<Option<i64>>("select 1 / (age - 7) from people where id = 'p3'")
        .await;
    both.agree(
        "select 1 / nullif(age - 7, 0) from people where id = 'p3'",
        None::<i64>,
    )
    .await;
    both.differ::<i64>("select cast('x' as bigint)").await;
    // SQLite goes over to real numbers at the end of bigint; the seam then refuses the value.
    both.refuse::<i64>("select cast(9223372036854775807 as bigint) + 1")
        .await;
    both.differ::<f64>("select cast(9223372036854775807 as bigint) + 1")
        .await;
}

#[tokio::test]
async fn comparing_with_nothing() {
    let both = both();
    both.agree(
        "select count(*) from people where age is not distinct from null",
        1_i64,
    )
    .await;
    both.differ::<i64>("select count(*) from people where age is 40")
        .await;
    both.differ::<i64>("select count(*) from people where id = 1")
        .await;
}

#[tokio::test]
async fn grouping() {
    let both = both();
    both.differ::<i64>("select age from people group by tenant").await;
    both.agree(
        "select tenant, count(*) from people group by tenant",
        ("leiden".to_owned(), 3_i64),
    )
    .await;
}

#[tokio::test]
async fn limits() {
    let both = both();
    both.differ::<String>("select id from people where id = 'p1' limit -1")
        .await;
}

#[tokio::test]
async fn quotes() {
    both()
        .refuse::<String>("select \"nothing\" from people limit 1")
        .await;
}

#[tokio::test]
async fn changing_a_column() {
    let both = both();
    // Gives no row either way, so the error tells: NoRow where it was accepted.
    let text = "alter table people alter column age type text";
    let accepted = |outcome: Result<i64, Error>| matches!(outcome, Err(Error::NoRow { .. }));
    assert!(!accepted(ask(&both.sqlite, text).await));
    assert!(accepted(ask(&both.postgres, text).await));
}

#[tokio::test]
async fn windows_and_common_tables() {
    let text = "with named as (select id, row_number() over (order by id) as place from people)
        select id, place from named where place = 2";
    both().agree(text, ("p2".to_owned(), 2_i64)).await;
}

both_engines! {
    GROUND;

    async fn a_claim_needs_no_lock(db) {
        for number in 0..40_i64 {
            db.write(move |tx| {
                tx.run(sql!("insert into counters (name, value) values ($1, 0)"), args![number.to_string()])
            })
            .await
            .unwrap();
        }
        let workers: Vec<_> = (1..=4_i64)
            .map(|worker| {
                let db = (*db).clone();
                tokio::spawn(async move {
                    let mut mine = Vec::new();
                    loop {
                        let claim = db.write(move |tx| {
                            tx.maybe::<String>(
                                sql!(
                                    "update counters set value = $1
                                     where value = 0 and name = (select name from counters where value = 0 order by name limit 1)
                                     returning name"
                                ),
                                args![worker],
                            )
                        });
                        match claim.await {
                            Ok(Some(name)) => mine.push(name),
                            Ok(None) => return mine,
                            Err(error) => assert!(matches!(error, Error::Conflict), "{error}"),
                        }
                    }
                })
            })
            .collect();
        let mut all = Vec::new();
        for worker in workers {
            all.extend(worker.await.unwrap());
        }
        all.sort();
        all.dedup();
        assert_eq!(all.len(), 40);
    }

    async fn the_text_of_a_list_has_one_length_per_power_of_two(db) {
        for length in [1_usize, 2, 3, 5, 64, 1_000] {
            let ids: Vec<String> = (0..length).map(|number| format!("p{number}")).collect();
            let found = db.read(move |tx| {
                tx.all::<String>(sql!("select id from people where id in ($1..)"), args![Arg::texts(&ids)])
            });
            assert!(found.await.unwrap().is_empty());
        }
    }
}
