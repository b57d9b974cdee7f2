//! Statements, rows and transactions mean the same on both engines.

use store::{Arg, Error, FromColumn, Kind, Tx, Value, args, both_engines, from_row, sql};

use crate::ground::GROUND;

#[derive(Debug, PartialEq)]
struct Person {
    id: String,
    email: String,
    age: Option<i64>,
    weight: Option<f64>,
    active: bool,
}

from_row!(Person {
    id,
    email,
    age,
    weight,
    active
});

fn anna() -> Person {
    Person {
        id: "p1".to_owned(),
        email: "anna@example.org".to_owned(),
        age: Some(41),
        weight: None,
        active: true,
    }
}

fn add(tx: &mut Tx<'_>, person: &Person) -> Result<u64, Error> {
    tx.run(
        sql!("insert into people (id, email, tenant, age, weight, active) values ($1, $2, 'leiden', $3, $4, $5)"),
        args![&person.id, &person.email, person.age, person.weight, person.active],
    )
}

fn find(tx: &mut Tx<'_>, id: &str) -> Result<Option<Person>, Error> {
    tx.maybe(
        sql!("select id, email, age, weight, active from people where id = $1"),
        args![id],
    )
}

fn count(tx: &mut Tx<'_>) -> Result<i64, Error> {
    tx.one(sql!("select count(*) from people"), args![])
}

async fn add_anna(db: &store::Db) {
    let added = db.write(|tx| add(tx, &anna())).await;
    assert_eq!(added.unwrap(), 1);
}

both_engines! {
    GROUND;

    async fn what_was_written_is_read_as_it_was(db) {
        add_anna(&db).await;
        let heavy = Person { id: "p2".to_owned(), email: "b".to_owned(), age: None, weight: Some(-0.5), active: false };
        db.write(move |tx| add(tx, &heavy)).await.unwrap();
        let found = db.read(|tx| Ok::<_, Error>((find(tx, "p1")?, find(tx, "p2")?, find(tx, "p3")?))).await.unwrap();
        assert_eq!(found.0, Some(anna()));
        assert_eq!(found.1.unwrap().weight, Some(-0.5));
        assert_eq!(found.2, None);
    }

    async fn placeholders_may_come_in_any_order_and_twice(db) {
        let (a, b): (String, i64) = db
            .read(|tx| {
                let select = sql!("select cast($2 as text), cast($1 as bigint) where cast($1 as bigint) = $3");
                tx.one(select, args![7_i64, "b", 7_i64])
            })
            .await
            .map_err(|error: Error| error.to_string())
            .unwrap();
        assert_eq!((a.as_str(), b), ("b", 7));
    }

    async fn a_filter_that_may_be_absent_is_one_statement(db) {
        add_anna(&db).await;
        let with = |email: Option<&'static str>| {
            db.read(move |tx| {
                let select = sql!("select id from people where (cast($1 as text) is null or email = $1)");
                tx.all::<String>(select, args![email])
            })
        };
        assert_eq!(with(None).await.unwrap(), ["p1"]);
        assert!(with(Some("nobody")).await.unwrap().is_empty());
    }

    async fn lists_are_expanded(db) {
        let ages = |wanted: Vec<i64>| {
            db.read(move |tx| {
                tx.all::<String>(sql!("select id from people where age in ($1..) order by id"), args![&wanted])
            })
        };
        let others = |ids: Vec<&'static str>| {
            db.read(move |tx| {
                let select = sql!("select id from people where active = $2 and id not in ($1..) order by id");
                tx.all::<String>(select, args![Arg::texts(ids.iter().copied()), true])
            })
        };
        for number in 1..=9_i64 {
            let person = Person { id: format!("p{number}"), email: number.to_string(), age: Some(number), ..anna() };
            db.write(move |tx| add(tx, &person)).await.unwrap();
        }
        assert_eq!(ages(vec![2, 3, 5, 7, 11]).await.unwrap(), ["p2", "p3", "p5", "p7"]);
        assert!(ages(vec![]).await.unwrap().is_empty());
        assert_eq!(others(vec!["p1", "p2", "p3", "p4", "p5", "p6", "p7"]).await.unwrap(), ["p8", "p9"]);
        assert_eq!(others(vec![]).await.unwrap().len(), 9);
    }

    async fn an_error_undoes_the_whole_transaction(db) {
        let outcome: Result<(), Error> = db
            .write(|tx| {
                add(tx, &anna())?;
                Err(Error::Conflict)
            })
            .await;
        assert!(matches!(outcome, Err(Error::Conflict)));
        assert_eq!(db.read(count).await.unwrap(), 0);
    }

    async fn a_panic_undoes_its_own_transaction_and_the_thread_lives_on(db) {
        let outcome: Result<(), Error> = db
            .write(|tx| {
                add(tx, &anna())?;
                panic!("on purpose")
            })
            .await;
        assert!(matches!(&outcome, Err(Error::Panicked { message }) if message == "on purpose"), "{outcome:?}");
        let outcome: Result<(), Error> = db.read(|_| panic!("while reading")).await;
        assert!(matches!(outcome, Err(Error::Panicked { .. })));
        assert_eq!(db.read(count).await.unwrap(), 0);
        add_anna(&db).await;
    }

    async fn a_taken_address_is_recognised_by_its_columns_and_tells_no_values(db) {
        add_anna(&db).await;
        let again = Person { id: "p2".to_owned(), ..anna() };
        let error = db.write(move |tx| add(tx, &again)).await.unwrap_err();
        assert!(error.is_duplicate("people", &["tenant", "email"]), "{error:?}");
        assert!(!error.is_duplicate("people", &["email"]));
        assert!(error.to_string().contains("transactions.rs:"), "{error}");
        assert!(!format!("{error:?} {error}").contains("anna@example.org"), "{error:?}");
        // Only one key at a time: when two are broken, each engine names the one it looked at first.
        let same_id = Person { email: "elsewhere".to_owned(), ..anna() };
        let error = db.write(move |tx| add(tx, &same_id)).await.unwrap_err();
        assert!(error.is_duplicate("people", &["id"]), "{error:?}");
    }

    async fn broken_rules_have_their_own_errors(db) {
        add_anna(&db).await;
        let pet = |owner: &'static str, legs: Option<i64>| {
            db.write(move |tx| {
                tx.run(sql!("insert into pets (id, owner, legs) values ('x', $1, $2)"), args![owner, legs])
            })
        };
        assert!(matches!(pet("nobody", Some(4)).await, Err(Error::ForeignKey { .. })));
        assert!(matches!(pet("p1", Some(-1)).await, Err(Error::Constraint { .. })));
        assert!(matches!(pet("p1", None).await, Err(Error::Constraint { .. })));
        assert_eq!(pet("p1", Some(4)).await.unwrap(), 1);
        let delete = db.write(|tx| tx.run(sql!("delete from people"), args![])).await;
        assert!(matches!(delete, Err(Error::ForeignKey { .. })));
    }

    async fn a_read_cannot_write(db) {
        let outcome = db.read(|tx| add(tx, &anna())).await;
        assert!(matches!(outcome, Err(Error::ReadOnly { .. })), "{outcome:?}");
        add_anna(&db).await;
    }

    async fn after_a_failed_statement_nothing_more_is_accepted(db) {
        add_anna(&db).await;
        let outcome = db
            .write(|tx| {
                let first = add(tx, &anna());
                assert!(first.is_err());
                add(tx, &Person { id: "p2".to_owned(), email: "other".to_owned(), ..anna() })
            })
            .await;
        assert!(matches!(outcome, Err(Error::Spoiled { .. })), "{outcome:?}");
        // Swallowing the error does not keep half a transaction either.
        let outcome = db
            .write(|tx| {
                add(tx, &Person { id: "p3".to_owned(), email: "third".to_owned(), ..anna() })?;
                assert!(add(tx, &anna()).is_err());
                Ok::<_, Error>(())
            })
            .await;
        assert!(matches!(outcome, Err(Error::Spoiled { .. })), "{outcome:?}");
        assert_eq!(db.read(count).await.unwrap(), 1);
    }

    async fn a_row_that_does_not_fit_names_statement_and_column(db) {
        add_anna(&db).await;
        let message = |outcome: Result<String, Error>| outcome.unwrap_err().to_string();
        let null = db.read(|tx| tx.one(sql!("select weight from people"), args![])).await;
        assert!(matches!(&null, Err(Error::WrongRow { column, .. }) if column == "number 1"), "{null:?}");
        let text = message(null);
        assert!(text.contains("is null, not String") && text.contains("transactions.rs:"), "{text}");
        let wrong = db.read(|tx| tx.one(sql!("select age from people"), args![])).await;
        assert!(message(wrong).contains("is a whole number, not String"));
        let missing = db
            .read(|tx| tx.all::<Person>(sql!("select id, email, age, active from people"), args![]))
            .await;
        assert!(missing.unwrap_err().to_string().contains("column weight is not in the result"));
    }

    async fn one_maybe_and_all_count_their_rows(db) {
        let ids = sql!("select id from people");
        let none: Result<String, Error> = db.read(move |tx| tx.one(ids, args![])).await;
        assert!(matches!(none, Err(Error::NoRow { .. })));
        add_anna(&db).await;
        let second = Person { id: "p2".to_owned(), email: "second".to_owned(), ..anna() };
        db.write(move |tx| add(tx, &second)).await.unwrap();
        let two: Result<Option<String>, Error> = db.read(move |tx| tx.maybe(ids, args![])).await;
        assert!(matches!(two, Err(Error::ManyRows { .. })));
        assert_eq!(db.read(move |tx| tx.all::<String>(ids, args![])).await.unwrap().len(), 2);
    }

    async fn too_few_and_too_many_arguments_are_refused(db) {
        let select = sql!("select id from people where id = $1");
        for list in [vec![], vec!["a", "b"]] {
            let outcome: Result<Vec<String>, Error> = db
                .read(move |tx| {
                    let given: Vec<Arg<'_>> = list.iter().copied().map(Arg::from).collect();
                    tx.all(select, &given)
                })
                .await;
            assert!(matches!(outcome, Err(Error::WrongArgument { .. })), "{outcome:?}");
        }
    }

    async fn what_one_engine_cannot_keep_is_refused_on_both(db) {
        let with = |email: &'static str, weight: f64| {
            db.write(move |tx| {
                add(tx, &Person { email: email.to_owned(), weight: Some(weight), ..anna() })
            })
        };
        assert!(matches!(with("a\0b", 1.0).await, Err(Error::WrongArgument { .. })));
        assert!(matches!(with("a", f64::NAN).await, Err(Error::WrongArgument { .. })));
        assert_eq!(with("a", f64::INFINITY).await.unwrap(), 1);
        let weight: f64 = db.read(|tx| tx.one(sql!("select weight from people"), args![])).await.unwrap();
        assert!(weight.is_infinite());
    }

    async fn returning_gives_rows_and_counts_come_from_run(db) {
        add_anna(&db).await;
        let ages = db
            .write(|tx| {
                let grow = sql!("update people set age = age + 1 where tenant = 'leiden' returning age");
                tx.all::<i64>(grow, args![])
            })
            .await
            .unwrap();
        assert_eq!(ages, [42]);
        let kept = db
            .write(|tx| {
                let insert = sql!(
                    "insert into people (id, email, tenant, active) values ($1, 'x', 'x', true) on conflict (id) do nothing"
                );
                tx.run(insert, args!["p1"])
            })
            .await
            .unwrap();
        assert_eq!(kept, 0);
    }

    async fn a_read_sees_one_state_while_others_write(db) {
        add_anna(&db).await;
        let (inside, told) = (std::sync::mpsc::channel::<()>(), std::sync::mpsc::channel::<()>());
        let reader = {
            let db = (*db).clone();
            let (begun, goes_on) = (inside.0, told.1);
            tokio::spawn(async move {
                db.read(move |tx| {
                    let before = count(tx)?;
                    begun.send(()).unwrap();
                    goes_on.recv_timeout(std::time::Duration::from_secs(20)).unwrap();
                    Ok::<_, Error>((before, count(tx)?))
                })
                .await
            })
        };
        let (db2, begun, go_on) = ((*db).clone(), inside.1, told.0);
        tokio::task::spawn_blocking(move || begun.recv_timeout(std::time::Duration::from_secs(20)).unwrap())
            .await
            .unwrap();
        let second = Person { id: "p2".to_owned(), email: "second".to_owned(), ..anna() };
        db2.write(move |tx| add(tx, &second)).await.unwrap();
        go_on.send(()).unwrap();
        assert_eq!(reader.await.unwrap().unwrap(), (1, 1));
        assert_eq!(db.read(count).await.unwrap(), 2);
    }

    async fn a_newtype_reads_and_checks_itself(db) {
        #[derive(Debug, PartialEq)]
        struct Language(&'static str);
        impl FromColumn for Language {
            const KIND: Kind = Kind::Text;
            fn from_column(value: Value<'_>) -> Result<Self, String> {
                match String::from_column(value)?.as_str() {
                    "nl" => Ok(Self("nl")),
                    "en" => Ok(Self("en")),
                    other => Err(format!("is not a language: {other}")),
                }
            }
        }
        let read = |text: &'static str| {
            db.read(move |tx| tx.one::<Language>(sql!("select cast($1 as text)"), args![text]))
        };
        assert_eq!(read("nl").await.unwrap(), Language("nl"));
        let error = read("xx").await.unwrap_err();
        assert!(error.to_string().contains("is not a language: xx"), "{error}");
    }

    async fn after_closing_everything_accepted_is_kept_and_nothing_is_accepted(db) {
        let writes: Vec<_> = (0..50)
            .map(|number| {
                let db = (*db).clone();
                let person = Person { id: format!("p{number}"), email: number.to_string(), ..anna() };
                tokio::spawn(async move { db.write(move |tx| add(tx, &person)).await })
            })
            .collect();
        tokio::task::yield_now().await;
        db.close().await;
        let mut kept = 0;
        for write in writes {
            match write.await.unwrap() {
                Ok(_) => kept += 1,
                Err(error) => assert!(matches!(error, Error::ShuttingDown), "{error}"),
            }
        }
        assert!(matches!(db.write(|tx| add(tx, &anna())).await, Err(Error::ShuttingDown)));
        assert!(matches!(db.read(count).await, Err(Error::ShuttingDown)));
        db.close().await;
        let again = store::Db::open(db.config(), GROUND).await.unwrap();
        assert_eq!(again.read(count).await.unwrap(), kept);
    }
}
