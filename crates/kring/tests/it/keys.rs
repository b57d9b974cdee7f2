//! The key of the installation is replaced: while servers run, from wherever it was left, and so that old copies stay closed.

use std::fs;
use std::ops::ControlFlow;
use std::process::Output;

use jiff::Timestamp;
use kring::app::{Rotated, Vault};
use kring::clock::Ids;
use store::{Db, MIGRATIONS, args, sql};
use tempfile::TempDir;

use crate::browser::{Browser, House};
use crate::calendar::world::World;
use crate::cli::{Shell, aside, out};
use crate::site::texts;

const CASE: &str = "template=short&readers=group&urgency=1&method=&question=&situation=&role=";
/// More than are done in one transaction.
const CASES: usize = 25;

/// A folder in which a node keeps its key.
struct Place(TempDir);

impl Place {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn settings(&self) -> String {
        format!("data = '{}'", self.0.path().display())
    }

    fn file(&self) -> std::path::PathBuf {
        self.0.path().join("case.key")
    }

    fn keys(&self) -> Vec<String> {
        let text = fs::read_to_string(self.file()).unwrap();
        text.lines().map(str::to_owned).collect()
    }
}

/// Writes a case with this title; answers where it stands.
async fn write(noor: &Browser, title: &str) -> String {
    let made = noor
        .post(
            "/groups/g/cases",
            &format!("{CASE}&form-key={title}&title={title}"),
        )
        .await;
    assert_eq!(made.status, 303, "{}", made.text());
    made.header("location").unwrap().to_owned()
}

async fn opens(noor: &Browser, here: &str, title: &str) {
    let page = noor.get(here).await;
    assert!(page.text().contains(title), "{title}: {}", page.status);
}

async fn rotate(vault: &Vault, db: &Db, stop: bool) -> anyhow::Result<Rotated> {
    let now = "2026-11-23T09:00:00Z".parse::<Timestamp>().unwrap();
    let told = |_done| {
        if stop {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    };
    vault.rotate(db, (&Ids::Random, now), told).await
}

/// How many keys of records are wrapped under each key of the installation.
async fn under(db: &Db) -> Vec<(String, i64)> {
    db.read(|tx| {
        tx.all(
            sql!("select key_id, count(*) from record_keys group by key_id order by 2, 1"),
            args![],
        )
    })
    .await
    .unwrap()
}

store::both_engines! {
    MIGRATIONS;

    async fn a_rotation_that_was_interrupted_goes_on_and_two_nodes_read_everything_meanwhile(db) {
        let (one, two) = (Place::new(), Place::new());
        let world = World::with(&db, &one.settings()).await;
        let noor = world.house.signed_in("noor@voorbeeld.example").await;
        let mut cases = Vec::new();
        for number in 0..CASES {
            let title = format!("Casus-{number}x");
            cases.push((write(&noor, &title).await, title));
        }
        let [old] = one.keys().try_into().unwrap();
        fs::copy(one.file(), two.file()).unwrap();
        let other = House::with(&db, &two.settings());
        let there = other.signed_in("noor@voorbeeld.example").await;
        opens(&there, &cases[0].0, "Casus-0x").await;

        // A new key is made and given to the other node, before anything is sealed under it.
        let vault = &world.house.app.vault;
        assert_eq!(vault.prepare(&Ids::Random).unwrap(), None);
        assert!(vault.prepare(&Ids::Random).is_err(), "one at a time");
        fs::copy(one.file(), two.file()).unwrap();
        write(&there, "Tussendoor").await;
        assert_eq!(under(&db).await.len(), 1, "nobody uses it yet");

        let half = rotate(vault, &db, true).await.unwrap();
        assert!(!half.is_done && half.records == 20, "{half:?}");
        assert_eq!(under(&db).await.iter().map(|(_, count)| *count).collect::<Vec<_>>(), [6, 20]);
        assert_eq!(one.keys().len(), 2, "both are needed");
        for (here, title) in &cases {
            opens(&noor, here, title).await;
            opens(&there, here, title).await;
        }
        // What is new now is under the new key already, on both.
        cases.push((write(&there, "Halverwege").await, "Halverwege".to_owned()));
        assert_eq!(under(&db).await.iter().map(|(_, count)| *count).collect::<Vec<_>>(), [6, 21]);

        // Another process goes on where the first one stopped.
        let again = House::with(&db, &one.settings()).app.vault;
        let done = rotate(&again, &db, false).await.unwrap();
        assert!(done.is_done && done.records == 6 && !done.is_left_in_settings, "{done:?}");
        assert_eq!(done.key, half.key, "no third key was made");
        assert_eq!(under(&db).await, [(done.key.clone(), 27)]);
        let [new] = one.keys().try_into().unwrap();
        assert_ne!(new, old);
        for (here, title) in &cases {
            opens(&noor, here, title).await;
            opens(&there, here, title).await;
        }
        // The other node still has the old key in its file, and seals nothing under it.
        cases.push((write(&there, "Daarna").await, "Daarna".to_owned()));
        opens(&noor, &cases.last().unwrap().0, "Daarna").await;
        assert_eq!(under(&db).await.len(), 1);

        // A crash after the database dropped the key and before the file did: the next one ends it, and makes no other.
        fs::write(one.file(), format!("{old}\n{new}\n")).unwrap();
        let ended = rotate(&again, &db, false).await.unwrap();
        assert_eq!((ended.key, ended.records, ended.is_done), (done.key, 0, true));
        assert_eq!(one.keys(), [new]);
    }

    async fn a_copy_from_before_cannot_be_read_with_the_key_that_is_left(db) {
        let place = Place::new();
        let world = World::with(&db, &place.settings()).await;
        let noor = world.house.signed_in("noor@voorbeeld.example").await;
        let gone = write(&noor, "Spijt").await;
        let kept = write(&noor, "Blijft").await;
        let id = gone.rsplit('/').next().unwrap().to_owned();
        let old: Vec<(String, String, String)> = db
            .read({
                let id = id.clone();
                move |tx| {
                    tx.all(
                        sql!(
                            "select k.wrapped, k.key_id, t.sealed from record_keys k
                             join brief_texts t on t.brief_id = k.record_id where k.record_id = $1"
                        ),
                        args![&id],
                    )
                }
            })
            .await
            .unwrap();
        let put_back = || {
            let (id, old) = (id.clone(), old.clone());
            db.write(move |tx| {
                let (wrapped, key, sealed) = &old[0];
                tx.run(
                    sql!("insert into record_keys (record_id, wrapped, key_id) values ($1, $2, $3)"),
                    args![&id, wrapped, key],
                )?;
                tx.run(
                    sql!("insert into brief_texts (brief_id, part, sealed) values ($1, 'own', $2)"),
                    args![&id, sealed],
                )?;
                tx.run(sql!("update briefs set state = 'draft' where id = $1"), args![&id])
            })
        };
        assert_eq!(noor.post(&format!("{gone}/withdrawal"), "").await.status, 303);
        // Until the key is replaced, whoever has the copy and the key can read it.
        put_back().await.unwrap();
        opens(&noor, &gone, "Spijt").await;
        assert_eq!(noor.post(&format!("{gone}/withdrawal"), "").await.status, 303);

        rotate(&world.house.app.vault, &db, false).await.unwrap();
        put_back().await.unwrap();
        for house in [&world.house, &House::with(&db, &place.settings())] {
            let noor = house.signed_in("noor@voorbeeld.example").await;
            let page = noor.get(&gone).await;
            assert_eq!(page.status, 500, "{}", page.text());
            // One that cannot be opened stands in nobody's way.
            let list = noor.get("/my/cases").await;
            assert_eq!(texts(&list.page(), ".brief-lines a").len(), 2, "{}", list.text());
            opens(&noor, "/my/cases", "Blijft").await;
            opens(&noor, &kept, "Blijft").await;
        }
        let lost = world.house.app.vault.lost(&db).await.unwrap();
        assert_eq!(lost.len(), 1);
        assert_eq!((lost[0].record.as_str(), lost[0].key.as_ref()), (id.as_str(), Some(&old[0].1)));
        // Nothing more is dropped while something is under a key that is not here.
        let said = format!("{:#}", rotate(&world.house.app.vault, &db, false).await.unwrap_err());
        assert!(said.contains("forget-lost") && said.contains(&old[0].1), "{said}");
        assert_eq!(place.keys().len(), 2);
    }

    async fn keys_in_the_settings_are_taken_out_by_hand(db) {
        let (old, new) = ("a1".repeat(32), "b2".repeat(32));
        let world = World::with(&db, &format!("case_key = '{old}'")).await;
        let noor = world.house.signed_in("noor@voorbeeld.example").await;
        let here = write(&noor, "Ergens").await;
        let said = rotate(&world.house.app.vault, &db, false).await.unwrap_err().to_string();
        assert!(said.contains("kring keys new"), "{said}");
        let value = world.house.app.vault.prepare(&Ids::Random).unwrap().unwrap();
        assert!(value.starts_with(&format!("{old},")) && value.len() == 129, "{value}");

        let both = House::with(&db, &format!("case_key = '{old},{new}'"));
        let done = rotate(&both.app.vault, &db, false).await.unwrap();
        assert!(done.is_done && done.is_left_in_settings && done.records == 1, "{done:?}");
        // A server that was not started again cannot read it, says so, and seals nothing that others could not read.
        assert_eq!(noor.get(&here).await.status, 500);
        let refused = noor.post("/groups/g/cases", &format!("{CASE}&form-key=later&title=Later")).await;
        assert_eq!(refused.status, 500);
        assert_eq!(under(&db).await, [(done.key.clone(), 1)]);
        for settings in [format!("case_key = '{old},{new}'"), format!("case_key = '{new}'")] {
            let house = House::with(&db, &settings);
            let noor = house.signed_in("noor@voorbeeld.example").await;
            opens(&noor, &here, "Ergens").await;
        }
        // The old one does not come back.
        let back = House::with(&db, &format!("case_key = '{new},{old}'"));
        let said = rotate(&back.app.vault, &db, false).await.unwrap_err().to_string();
        assert!(said.contains("must not be used again"), "{said}");
    }

    async fn a_server_with_a_key_of_its_own_seals_nothing(db) {
        let (one, two) = (Place::new(), Place::new());
        let world = World::with(&db, &one.settings()).await;
        let noor = world.house.signed_in("noor@voorbeeld.example").await;
        write(&noor, "Eerst").await;
        let other = House::with(&db, &two.settings());
        let there = other.signed_in("noor@voorbeeld.example").await;
        let refused = there.post("/groups/g/cases", &format!("{CASE}&form-key=own&title=Eigen")).await;
        assert_eq!(refused.status, 500);
        assert!(!two.file().exists(), "no key is made where one is missing");
        assert_eq!(under(&db).await.len(), 1);
    }
}

/// An installation with one case.
async fn installed() -> Shell {
    let shell = Shell::new();
    shell.make_database();
    let file = shell.path("data/kring.sqlite");
    let config = store::Config::new(store::Url::Sqlite(file));
    let db = Db::open(&config, MIGRATIONS).await.unwrap();
    let world = World::with(&db, &format!("data = '{}'", shell.path("data").display())).await;
    let noor = world.house.signed_in("noor@voorbeeld.example").await;
    write(&noor, "Oud").await;
    db.close().await;
    shell
}

fn says(run: &Output, what: &str) {
    assert!(out(run).contains(what), "{}", out(run));
}

#[tokio::test]
async fn a_backup_whose_key_is_gone_is_refused_before_anything_is_touched() {
    let shell = installed().await;
    let old = fs::read_to_string(shell.path("data/case.key")).unwrap();
    assert!(shell.kring("backup monday.sqlite").status.success());
    says(&shell.kring("keys"), "cases: 1");
    assert!(shell.kring("restore monday.sqlite --replace").status.success());

    let rotated = shell.kring("keys rotate");
    assert!(rotated.status.success(), "{}", aside(&rotated));
    says(&rotated, "Cases moved to it: 1.");
    let doctor = shell.kring("doctor --listen 127.0.0.1:0");
    says(
        &doctor,
        "✓ The keys of cases are here. Cases that can be opened: 1.",
    );

    let refused = shell.kring("restore monday.sqlite --replace");
    assert_eq!(refused.status.code(), Some(1));
    assert!(
        aside(&refused).contains("monday.sqlite has one case under a key that is no longer here"),
        "{}",
        aside(&refused)
    );
    let listed = shell.kring("keys");
    assert!(listed.status.success(), "nothing was changed: {}", aside(&listed));
    let left = fs::read_dir(shell.path("data")).unwrap();
    assert!(
        left.into_iter().all(|entry| entry.unwrap().path().is_file()),
        "the copy it looked into is gone"
    );

    // A database that was put back in another way says the same.
    fs::copy(shell.path("monday.sqlite"), shell.path("data/kring.sqlite")).unwrap();
    let doctor = shell.kring("doctor --listen 127.0.0.1:0");
    assert!(
        out(&doctor).contains("✗ One case cannot be opened"),
        "{}",
        out(&doctor)
    );
    assert!(aside(&shell.kring("keys")).contains("forget-lost"));
    // With the old key beside the new one it can be read, and moved.
    let new = fs::read_to_string(shell.path("data/case.key")).unwrap();
    shell.write("data/case.key", &format!("{old}{new}"));
    assert!(shell.kring("keys").status.success());
    assert!(shell.kring("keys rotate").status.success());
    assert_eq!(fs::read_to_string(shell.path("data/case.key")).unwrap(), new);

    let without = shell.kring("restore monday.sqlite --replace --forget-lost");
    assert!(without.status.success(), "{}", aside(&without));
    assert!(
        out(&without).contains("One case could not be opened"),
        "{}",
        out(&without)
    );
    let listed = shell.kring("keys");
    assert!(
        listed.status.success() && out(&listed).contains("not used yet"),
        "{}",
        out(&listed)
    );
}
