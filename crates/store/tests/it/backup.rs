//! Backup and restore, while others write and when something is wrong.

use std::path::Path;

use store::testing::{self, Fresh};
use store::{Db, Error, Migration, Tx, Url, args, backup, sql};

use crate::ground::GROUND;

/// Two tables that must always agree: the length of the log and a counter.
fn append(tx: &mut Tx<'_>) -> Result<i64, Error> {
    let seq: i64 = tx.one(sql!("select count(*) + 1 from log where room = 'b'"), args![])?;
    tx.run(
        sql!("insert into log (room, seq, body) values ('b', $1, 'some words to fill pages')"),
        args![seq],
    )?;
    let upsert = sql!(
        "insert into counters (name, value) values ('b', $1) on conflict (name) do update set value = excluded.value"
    );
    tx.run(upsert, args![seq])?;
    Ok(seq)
}

fn state(tx: &mut Tx<'_>) -> Result<(i64, i64), Error> {
    let count = tx.one(sql!("select count(*) from log where room = 'b'"), args![])?;
    let value = tx.maybe(sql!("select value from counters where name = 'b'"), args![])?;
    Ok((count, value.unwrap_or_default()))
}

async fn opened(url: &Url) -> (i64, i64) {
    let db = Db::open(&store::Config::new(url.clone()), GROUND).await.unwrap();
    let state = db.read(state).await.unwrap();
    db.close().await;
    state
}

fn url(path: &Path) -> Url {
    Url::Sqlite(path.to_owned())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_backup_shows_one_moment_while_others_write() {
    let db = testing::sqlite(GROUND);
    let folder = tempfile::tempdir().unwrap();
    let (stop, stopped) = tokio::sync::watch::channel(false);
    let writer = tokio::spawn({
        let (db, stopped) = ((*db).clone(), stopped.clone());
        async move {
            let mut last = 0;
            while !*stopped.borrow() {
                last = db.write(append).await.unwrap();
            }
            last
        }
    });
    let mut before = 0;
    for number in 0..5 {
        // Some writing happens before each backup.
        while db.read(state).await.unwrap().0 <= before {}
        let file = folder.path().join(format!("{number}.backup"));
        let report = backup::to_file(&db, &file).await.unwrap();
        let restored = folder.path().join(format!("{number}.sqlite"));
        let again = backup::restore(&file, &url(&restored), GROUND, false)
            .await
            .unwrap();
        assert_eq!((report.rows, report.version), (again.rows, 1));
        assert_eq!(report.tables, 5);
        let (count, value) = opened(&url(&restored)).await;
        assert_eq!(count, value);
        assert!(count > before, "{count} {before}");
        before = count;
    }
    stop.send(true).unwrap();
    let last = writer.await.unwrap();
    assert_eq!(db.read(state).await.unwrap(), (last, last));
    let leftovers: Vec<_> = std::fs::read_dir(folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    assert!(
        !leftovers
            .iter()
            .any(|name| name.to_string_lossy().ends_with(".part")),
        "{leftovers:?}"
    );
}

/// A database with `count` entries and a backup of it.
async fn with_backup(count: i64) -> (Fresh, tempfile::TempDir, std::path::PathBuf) {
    let (fresh, folder) = (Fresh::sqlite(GROUND), tempfile::tempdir().unwrap());
    let db = Db::open(fresh.config(), GROUND).await.unwrap();
    for _ in 0..count {
        db.write(append).await.unwrap();
    }
    let file = folder.path().join("kring.backup");
    backup::to_file(&db, &file).await.unwrap();
    db.write(append).await.unwrap();
    db.close().await;
    (fresh, folder, file)
}

#[tokio::test]
async fn restoring_over_a_database_needs_to_be_asked_for() {
    let (fresh, _folder, file) = with_backup(3).await;
    let target = &fresh.config().url;
    let error = backup::restore(&file, target, GROUND, false).await.unwrap_err();
    assert!(error.to_string().contains("--replace"), "{error}");
    assert_eq!(opened(target).await, (4, 4));
    backup::restore(&file, target, GROUND, true).await.unwrap();
    assert_eq!(opened(target).await, (3, 3));
}

#[tokio::test]
async fn nothing_is_restored_under_somebody_who_has_it_open() {
    let (fresh, _folder, file) = with_backup(3).await;
    let target = &fresh.config().url;
    let server = Db::open(fresh.config(), GROUND).await.unwrap();
    let error = backup::restore(&file, target, GROUND, true).await.unwrap_err();
    assert!(matches!(error, Error::Locked { .. }), "{error}");
    server.close().await;
    let beside = Db::open_beside(fresh.config(), GROUND).await.unwrap();
    assert_eq!(beside.read(state).await.unwrap(), (4, 4));
    let error = backup::restore(&file, target, GROUND, true).await.unwrap_err();
    assert!(matches!(error, Error::Locked { .. }), "{error}");
    assert_eq!(beside.read(state).await.unwrap(), (4, 4));
    beside.close().await;
    backup::restore(&file, target, GROUND, true).await.unwrap();
    assert_eq!(opened(target).await, (3, 3));
}

#[tokio::test]
async fn a_database_that_is_beyond_reading_can_be_replaced() {
    let (fresh, _folder, file) = with_backup(3).await;
    let target = fresh.config().url.path().unwrap();
    std::fs::write(
        target,
        "not a database at all, but long enough to look like a file of some sort",
    )
    .unwrap();
    backup::restore(&file, &fresh.config().url, GROUND, true)
        .await
        .unwrap();
    assert_eq!(opened(&fresh.config().url).await, (3, 3));
}

#[tokio::test]
async fn an_existing_backup_is_not_overwritten() {
    let (fresh, _folder, file) = with_backup(1).await;
    let old = std::fs::read(&file).unwrap();
    let db = Db::open(fresh.config(), GROUND).await.unwrap();
    let error = backup::to_file(&db, &file).await.unwrap_err();
    assert!(error.to_string().contains("choose another name"), "{error}");
    assert_eq!(std::fs::read(&file).unwrap(), old);
}

#[tokio::test]
async fn what_is_no_sound_backup_is_refused_and_the_database_stays() {
    let (fresh, folder, file) = with_backup(200).await;
    let target = &fresh.config().url;
    let whole = std::fs::read(&file).unwrap();

    let mut scratched = whole.clone();
    // Somewhere in the second page and further: the roots of the tables.
    for byte in &mut scratched[4_200..9_000] {
        *byte ^= 0x5a;
    }
    let cases: [(&str, &[u8]); 3] = [
        ("scratched", &scratched),
        ("half", &whole[..whole.len() / 2]),
        ("text", b"dear diary"),
    ];
    for (name, bytes) in cases {
        let bad = folder.path().join(name);
        std::fs::write(&bad, bytes).unwrap();
        let error = backup::restore(&bad, target, GROUND, true).await.unwrap_err();
        assert!(matches!(&error, Error::Backup { .. }), "{name}: {error}");
        assert_eq!(opened(target).await, (201, 201), "{name}");
    }
    let missing = backup::restore(&folder.path().join("nothing"), target, GROUND, true)
        .await
        .unwrap_err();
    assert!(missing.to_string().contains("is not there"), "{missing}");
    let stranger = folder.path().join("stranger.sqlite");
    rusqlite::Connection::open(&stranger)
        .unwrap()
        .execute_batch("create table t (x text)")
        .unwrap();
    let error = backup::restore(&stranger, target, GROUND, true)
        .await
        .unwrap_err();
    assert!(error.to_string().contains("is not a backup of Kring"), "{error}");
}

#[tokio::test]
async fn a_backup_of_a_newer_kring_is_refused() {
    let two = Migration {
        version: 2,
        name: "two",
        sql: "create table two (id text not null primary key);",
    };
    let newer = testing::sqlite(&[GROUND[0], two]);
    let folder = tempfile::tempdir().unwrap();
    let (file, target) = (folder.path().join("b"), folder.path().join("kring.sqlite"));
    let report = backup::to_file(&newer, &file).await.unwrap();
    assert_eq!(report.version, 2);
    let error = backup::restore(&file, &url(&target), GROUND, false)
        .await
        .unwrap_err();
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
    assert!(!target.exists());
}

#[tokio::test]
async fn a_place_that_cannot_be_written_is_said_and_nothing_stays_behind() {
    let db = testing::sqlite(GROUND);
    let error = backup::to_file(&db, Path::new("/nowhere/at/all/b"))
        .await
        .unwrap_err();
    assert!(error.to_string().contains("/nowhere/at/all/b"), "{error}");
}

#[tokio::test]
async fn postgres_is_sent_to_its_own_tools() {
    let db = testing::postgres(GROUND);
    let error = backup::to_file(&db, Path::new("b")).await.unwrap_err();
    assert!(error.to_string().contains("pg_dump"), "{error}");
}
