//! SQLite's writer: many writes in one commit, each with its own fate; and a file that is full or held by another.

use std::sync::mpsc;
use std::time::Duration;

use store::testing::{self, Fresh, TestDb};
use store::{Db, Error, Statement, Tx, args, differs, sql};
use tokio::task::JoinHandle;

use crate::ground::GROUND;

const LONG: Duration = Duration::from_secs(20);

fn append(tx: &mut Tx<'_>, room: &str, seq: i64) -> Result<u64, Error> {
    tx.run(
        sql!("insert into log (room, seq, body) values ($1, $2, 'x')"),
        args![room, seq],
    )
}

fn sequences(tx: &mut Tx<'_>) -> Result<Vec<i64>, Error> {
    tx.all(sql!("select seq from log where room = 'r' order by seq"), args![])
}

/// Holds the writer inside a write until told to go on, so that what follows gathers into one group.
async fn hold(db: &Db) -> (mpsc::Sender<()>, JoinHandle<Result<(), Error>>) {
    let (go_on, goes_on) = mpsc::channel::<()>();
    let (begun, begins) = mpsc::channel::<()>();
    let holder = db.clone();
    let held = tokio::spawn(async move {
        holder
            .write(move |_| {
                begun.send(()).unwrap();
                goes_on.recv_timeout(LONG).unwrap();
                Ok(())
            })
            .await
    });
    tokio::task::spawn_blocking(move || begins.recv_timeout(LONG).unwrap())
        .await
        .unwrap();
    (go_on, held)
}

type Write = Box<dyn FnMut(&mut Tx<'_>) -> Result<(), Error> + Send>;

/// Runs the writes as one group and returns their answers in order.
async fn as_one_group(db: &Db, writes: Vec<Write>) -> Vec<Result<(), Error>> {
    let (go_on, held) = hold(db).await;
    let mut tasks = Vec::new();
    for write in writes {
        let mut future = Box::pin({
            let db = db.clone();
            async move { db.write(write).await }
        });
        // The first poll hands the write over, in this order; it cannot be finished yet.
        assert!(futures_util::poll!(&mut future).is_pending());
        tasks.push(tokio::spawn(future));
    }
    go_on.send(()).unwrap();
    held.await.unwrap().unwrap();
    let mut answers = Vec::new();
    for task in tasks {
        answers.push(task.await.unwrap());
    }
    answers
}

fn good(seq: i64) -> Write {
    Box::new(move |tx| append(tx, "r", seq).map(|_| ()))
}

#[tokio::test]
async fn a_failed_write_rolls_back_alone() {
    let db = testing::sqlite(GROUND);
    let writes = (1..=20_i64).map(|seq| -> Write {
        Box::new(move |tx| {
            append(tx, "r", seq)?;
            match seq % 4 {
                1 => Err(Error::Conflict),
                2 => append(tx, "r", seq).map(|_| ()),
                3 => panic!("on purpose"),
                _ => Ok(()),
            }
        })
    });
    let answers = as_one_group(&db, writes.collect()).await;
    for (index, answer) in answers.iter().enumerate() {
        let expected = match (index + 1) % 4 {
            1 => matches!(answer, Err(Error::Conflict)),
            2 => matches!(answer, Err(Error::UniqueViolation { .. })),
            3 => matches!(answer, Err(Error::Panicked { .. })),
            _ => answer.is_ok(),
        };
        assert!(expected, "{} {answer:?}", index + 1);
    }
    assert_eq!(db.read(sequences).await.unwrap(), [4, 8, 12, 16, 20]);
}

#[tokio::test]
async fn what_is_acknowledged_is_in_the_files() {
    let db = testing::sqlite(GROUND);
    let path = db.config().url.path().unwrap().to_owned();
    for seq in 1..=5_i64 {
        db.write(good(seq)).await.unwrap();
        // What another machine would find if this one stopped here.
        let elsewhere = tempfile::tempdir().unwrap();
        let copy = elsewhere.path().join("kring.sqlite");
        std::fs::copy(&path, &copy).unwrap();
        std::fs::copy(beside(&path, "-wal"), beside(&copy, "-wal")).unwrap();
        let found: i64 = rusqlite::Connection::open(&copy)
            .unwrap()
            .query_row("select max(seq) from log", [], |row| row.get(0))
            .unwrap();
        assert_eq!(found, seq);
    }
}

fn beside(path: &std::path::Path, suffix: &str) -> std::path::PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}

#[tokio::test]
async fn a_write_is_made_also_when_its_caller_has_gone() {
    let db = testing::sqlite(GROUND);
    let (go_on, held) = hold(&db).await;
    let mut future = Box::pin(db.write(good(1)));
    assert!(futures_util::poll!(&mut future).is_pending());
    drop(future);
    go_on.send(()).unwrap();
    held.await.unwrap().unwrap();
    db.write(good(2)).await.unwrap();
    assert_eq!(db.read(sequences).await.unwrap(), [1, 2]);
}

#[tokio::test]
async fn a_write_that_takes_the_transaction_along_does_not_harm_its_neighbours() {
    let db = testing::sqlite(GROUND);
    let culprit: Write = Box::new(|tx| {
        append(tx, "r", 100)?;
        let insert = differs!(
            sqlite: "insert or rollback into log (room, seq, body) values ('r', 100, 'again')",
            postgres: "insert into log (room, seq, body) values ('r', 100, 'again')",
        );
        tx.run(insert, args![]).map(|_| ())
    });
    let answers = as_one_group(&db, vec![good(1), good(2), culprit, good(3), good(4)]).await;
    for (index, answer) in answers.iter().enumerate() {
        assert_eq!(answer.is_ok(), index != 2, "{index} {answer:?}");
    }
    assert!(
        matches!(answers[2], Err(Error::UniqueViolation { .. })),
        "{:?}",
        answers[2]
    );
    assert_eq!(db.read(sequences).await.unwrap(), [1, 2, 3, 4]);
}

#[tokio::test]
async fn when_the_commit_fails_everybody_in_the_group_is_told() {
    let db = testing::sqlite(GROUND);
    let culprit: Write = Box::new(|tx| {
        let defer =
            differs!(sqlite: "pragma defer_foreign_keys = on", postgres: "set constraints all deferred");
        tx.run(defer, args![])?;
        tx.run(
            sql!("insert into pets (id, owner, legs) values ('x', 'nobody', 4)"),
            args![],
        )
        .map(|_| ())
    });
    let answers = as_one_group(&db, vec![good(1), culprit, good(2)]).await;
    assert!(answers.iter().all(Result::is_err), "{answers:?}");
    assert!(db.read(sequences).await.unwrap().is_empty());
    db.write(good(3)).await.unwrap();
    assert_eq!(db.read(sequences).await.unwrap(), [3]);
}

#[tokio::test]
async fn more_writes_than_fit_one_group_are_all_made() {
    let db = testing::sqlite(GROUND);
    let answers = as_one_group(&db, (1..=500).map(good).collect()).await;
    assert!(answers.iter().all(Result::is_ok));
    assert_eq!(db.read(sequences).await.unwrap().len(), 500);
}

const SMALL: Statement = differs!(sqlite: "pragma max_page_count = 40", postgres: "select 40");
const LARGE: Statement = differs!(sqlite: "pragma max_page_count = 100000", postgres: "select 100000");

/// Sets the most pages the file may have; it counts for the connection of the writer.
async fn limit(db: &Db, pages: Statement) {
    let answer: Result<i64, Error> = db.write(move |tx| tx.one(pages, args![])).await;
    assert!(answer.unwrap() > 0);
}

#[tokio::test]
async fn a_full_disk_is_said_clearly_and_others_still_fit() {
    let db = testing::sqlite(GROUND);
    db.write(good(1)).await.unwrap();
    limit(&db, SMALL).await;
    let huge: Write = Box::new(|tx| {
        let insert = sql!("insert into log (room, seq, body) values ('r', 50, $1)");
        tx.run(insert, args!["x".repeat(1_000_000)]).map(|_| ())
    });
    let answers = as_one_group(&db, vec![good(2), huge, good(3)]).await;
    assert!(matches!(answers[1], Err(Error::DiskFull)), "{:?}", answers[1]);
    assert!(answers[0].is_ok() && answers[2].is_ok(), "{answers:?}");
    assert_eq!(db.read(sequences).await.unwrap(), [1, 2, 3]);
    limit(&db, LARGE).await;
    let roomy: Write = Box::new(|tx| append(tx, "r", 51).map(|_| ()));
    db.write(roomy).await.unwrap();
}

#[tokio::test]
async fn a_second_server_is_refused_until_the_first_has_closed() {
    let db = testing::sqlite(GROUND);
    let second = Db::open(db.config(), GROUND).await;
    let error = second.err().unwrap();
    assert!(
        matches!(&error, Error::Locked { what } if what.contains("kring.sqlite")),
        "{error}"
    );
    // The command line may look beside it.
    let beside = Db::open_beside(db.config(), GROUND).await.unwrap();
    db.write(good(1)).await.unwrap();
    assert_eq!(beside.read(sequences).await.unwrap(), [1]);
    drop(beside);
    db.close().await;
    let next = Db::open(db.config(), GROUND).await.unwrap();
    assert_eq!(next.read(sequences).await.unwrap(), [1]);
}

#[tokio::test]
async fn a_file_that_another_process_holds_is_said_clearly() {
    let fresh = Fresh::sqlite(GROUND);
    let mut config = fresh.config().clone();
    config.patience = Duration::from_millis(50);
    let db = Db::open(&config, GROUND).await.unwrap();
    let other = rusqlite::Connection::open(config.url.path().unwrap()).unwrap();
    other.execute_batch("begin exclusive").unwrap();
    let error = db.write(good(1)).await.unwrap_err();
    assert!(matches!(error, Error::Locked { .. }), "{error}");
    other.execute_batch("rollback").unwrap();
    db.write(good(1)).await.unwrap();
}

#[cfg(unix)]
#[tokio::test]
async fn the_files_are_for_their_owner_only() {
    use std::os::unix::fs::PermissionsExt as _;

    let fresh = Fresh::sqlite(&[]);
    let db: TestDb = TestDb::open(fresh, GROUND);
    db.write(good(1)).await.unwrap();
    let path = db.config().url.path().unwrap();
    for file in [path.to_owned(), beside(path, "-wal")] {
        let mode = std::fs::metadata(&file).unwrap().permissions().mode();
        assert_eq!(mode & 0o077, 0, "{} {mode:o}", file.display());
    }
}

#[tokio::test]
async fn a_folder_that_is_not_there_is_said_clearly() {
    let url = "sqlite:/nowhere/at/all/kring.sqlite".parse().unwrap();
    let error = Db::open(&store::Config::new(url), GROUND).await.err().unwrap();
    assert!(
        matches!(&error, Error::Unreachable { what, .. } if what.contains("/nowhere/at/all")),
        "{error}"
    );
}
