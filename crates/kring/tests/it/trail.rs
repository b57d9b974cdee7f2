//! Who saw a case: its owner is told, nobody else reads what they wrote, and an emergency is noted and mailed.

use jiff::SignedDuration;
use scraper::Selector;
use store::{Db, FromColumn, MIGRATIONS, args, sql};

use crate::browser::Browser;
use crate::calendar::world::World;
use crate::cli::{Shell, aside, out};
use crate::site::texts;

const KEY: &str = "case_key = \"00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff\"";
const OWN: &str = "form-key=k1&template=long&readers=group&urgency=3&method=&title=Bellen&question=Hoe+begrens+ik+dit%3F\
    &situation=Mevrouw+Roozeboom+belt+elke+dag&role=Ik+neem+altijd+op&outcome=Roozeboom+verhuisde";
const SHARED: &str = "title=Elke+dag+aan+de+telefoon&question=Hoe+begrens+ik+dit%3F\
    &situation=Een+pati%C3%ABnte+belt+elke+dag&role=Ik+neem+altijd+op&outcome=Ze+is+weg&looked=yes";

async fn of_brief<T: FromColumn + Send + 'static>(db: &Db, what: &'static str) -> T {
    let sql = if what == "id" {
        sql!("select id from briefs")
    } else {
        sql!("select version from briefs")
    };
    db.read(move |tx| tx.one(sql, args![])).await.unwrap()
}

/// Writes a case as Noor and shares it; answers where it stands.
async fn shared(db: &Db, noor: &Browser) -> String {
    assert_eq!(noor.post("/groups/g/cases", OWN).await.status, 303);
    let here = format!("/cases/{}", of_brief::<String>(db, "id").await);
    let sent = noor
        .post(&format!("{here}/sharing"), &format!("{SHARED}&version=1"))
        .await;
    assert_eq!(sent.status, 303, "{}", sent.text());
    here
}

async fn approve(db: &Db, thea: &Browser, here: &str) {
    let version: i64 = of_brief(db, "version").await;
    let approved = thea
        .post(&format!("{here}/approval"), &format!("version={version}"))
        .await;
    assert_eq!(approved.status, 303);
}

/// What the owner's page tells, the newest first, without the moments.
async fn trail(noor: &Browser, here: &str) -> Vec<String> {
    let lines = texts(&noor.get(here).await.page(), ".brief-trail li");
    let told = lines.iter().map(|line| {
        let (_, told) = line.split_once(':').unwrap();
        told.trim_start_matches(|c: char| c.is_ascii_digit() || c.is_whitespace())
            .to_owned()
    });
    told.collect()
}

store::both_engines! {
    MIGRATIONS;

    async fn an_owner_sees_who_read_and_did_what_and_nobody_else_sees_that(db) {
        let world = World::with(&db, KEY).await;
        let noor = world.house.signed_in("noor@voorbeeld.example").await;
        let thea = world.house.signed_in("thea@voorbeeld.example").await;
        let bram = world.house.signed_in("bram@voorbeeld.example").await;
        let here = shared(&db, &noor).await;
        assert_eq!(bram.get(&here).await.status, 404);
        for _ in 0..2 {
            assert_eq!(thea.get(&here).await.status, 200);
        }
        let version: i64 = of_brief(&db, "version").await;
        thea.post(&format!("{here}/question"), &format!("version={version}&question=Wie%3F")).await;
        noor.post(&format!("{here}/sharing"), &format!("{SHARED}&version={}", version + 1)).await;
        approve(&db, &thea, &here).await;
        // Pressed twice, it happened once.
        thea.post(&format!("{here}/approval"), &format!("version={}", version + 2)).await;
        world.house.advance(SignedDuration::from_mins(1));
        assert_eq!(bram.get(&here).await.status, 200);
        world.house.advance(SignedDuration::from_hours(24));
        for _ in 0..2 {
            assert_eq!(bram.get(&here).await.status, 200);
        }
        let mut told = trail(&noor, &here).await;
        assert_eq!(told[..2], ["bram las de gedeelde tekst", "bram las de gedeelde tekst"]);
        // The rest happened in one moment of a clock that stands still.
        told[2..].sort();
        assert_eq!(
            told[2..],
            [
                "noor deelde de tekst",
                "noor deelde de tekst",
                "thea keurde de tekst goed",
                "thea las de gedeelde tekst",
                "thea stuurde de tekst terug met een vraag",
            ]
        );
        for other in [&thea, &bram] {
            assert!(texts(&other.get(&here).await.page(), ".brief-trail").is_empty());
        }
        // It is kept for two years and no longer.
        world.house.advance(SignedDuration::from_hours(24 * 728));
        world.house.app.sweep().await.unwrap();
        let left: i64 = db.read(|tx| tx.one(sql!("select count(*) from case_trail"), args![])).await.unwrap();
        assert_eq!(left, 8, "and thea, who looked again just now");
        world.house.advance(SignedDuration::from_hours(49));
        world.house.app.sweep().await.unwrap();
        let left: i64 = db.read(|tx| tx.one(sql!("select count(*) from case_trail"), args![])).await.unwrap();
        assert_eq!(left, 0);
    }

    async fn how_it_ended_is_there_for_the_group_once_it_was_treated(db) {
        let world = World::with(&db, KEY).await;
        let meeting = world.plan("2026-12-15").await;
        world.house.deliver().await;
        let noor = world.house.signed_in("noor@voorbeeld.example").await;
        let thea = world.house.signed_in("thea@voorbeeld.example").await;
        let bram = world.house.signed_in("bram@voorbeeld.example").await;
        let here = shared(&db, &noor).await;
        approve(&db, &thea, &here).await;
        noor.post(&format!("{here}/meeting"), &format!("meeting={meeting}")).await;
        assert!(!bram.get(&here).await.text().contains("Ze is weg"));
        for (state, is_told) in [("spare", false), ("treated", true)] {
            db.write(move |tx| tx.run(sql!("update cases set state = $1"), args![state])).await.unwrap();
            assert_eq!(bram.get(&here).await.text().contains("Ze is weg"), is_told, "{state}");
        }
        assert!(!bram.get(&here).await.text().contains("Roozeboom"));
    }

    async fn whatever_its_state_nobody_else_finds_what_the_owner_wrote(db) {
        let world = World::with(&db, KEY).await;
        let meeting = world.plan("2026-12-15").await;
        world.house.deliver().await;
        let noor = world.house.signed_in("noor@voorbeeld.example").await;
        let here = shared(&db, &noor).await;
        let mut others = Vec::new();
        for name in ["thea", "bram", "wietske"] {
            world.house.deliver().await;
            others.push((name, world.house.signed_in(&format!("{name}@voorbeeld.example")).await));
        }
        others.push(("nobody", world.house.browser()));
        let mut paths: Vec<String> = ["", "/text", "/sharing", "/withdrawal"]
            .map(|part| format!("{here}{part}"))
            .to_vec();
        paths.extend(["", "/kring.ics", "/attendance.csv"].map(|part| format!("/meetings/{meeting}{part}")));
        paths.extend(["", "/report.md", "/report.csv", "/report.json"].map(|part| format!("/room/{meeting}{part}")));
        paths.extend(
            [
                "/my",
                "/my/cases",
                "/my/data.json",
                "/groups/g",
                "/groups/g/cases",
                "/programmes/p",
                "/programmes/p/overview",
                "/programmes/p/people.csv",
                "/programmes/p/figures.csv",
                "/programmes/p/mailings",
            ]
            .map(str::to_owned),
        );
        let mut reads = 0;
        for state in ["draft", "agreeing", "checking", "returned", "approved", "withdrawn"] {
            for readers in ["owner", "facilitator", "group"] {
                db.write(move |tx| {
                    tx.run(sql!("update briefs set state = $1, readers = $2"), args![state, readers])
                })
                .await
                .unwrap();
                for (name, other) in &others {
                    for path in &paths {
                        let page = other.get(path).await;
                        let text = page.text();
                        assert!(!text.contains("Roozeboom"), "{name} {state} {readers} {path}");
                        reads += usize::from(text.contains("Een patiënte belt"));
                    }
                }
            }
        }
        // Whoever leads reads what is shared in three states by two settings, the group in one by one; and that is all.
        assert_eq!(reads, 3 * 2 + 1);
        for letter in world.house.mailbox.letters() {
            assert!(!letter.text.contains("Roozeboom") && !letter.text.contains("telefoon"), "{}", letter.text);
        }
    }
}

/// Both whom it concerns have a mail, which says that it happened and nothing of the case.
async fn mailed(db: &Db) {
    // The command has a clock of its own, so the mails are looked at where they wait.
    let waiting: Vec<(String, String, String)> = db
        .read(|tx| {
            tx.all(
                sql!("select address, subject, text from outbox where about = 'brief' order by address"),
                args![],
            )
        })
        .await
        .unwrap();
    let to: Vec<&str> = waiting.iter().map(|(address, ..)| address.as_str()).collect();
    assert_eq!(to, ["noor@voorbeeld.example", "thea@voorbeeld.example"]);
    for (_, subject, text) in &waiting {
        assert!(
            subject.contains("in nood geopend") && text.contains("Jan"),
            "{text}"
        );
        assert!(
            !text.contains("Roozeboom") && !text.contains("onveiligheid"),
            "{text}"
        );
    }
}

/// That there is a case is seen, and nothing of it; without a reason nothing is opened.
fn unopened(shell: &Shell, id: &str) {
    let listed = shell.kring("cases");
    let list = out(&listed);
    assert!(
        list.contains(id) && list.contains("Groep 4") && list.contains("noor"),
        "{list}"
    );
    assert!(!list.contains("Bellen") && !list.contains("telefoon"), "{list}");
    let unexplained = shell.kring(&format!("cases open {id} --reason omdat"));
    assert_eq!((unexplained.status.code(), out(&unexplained)), (Some(1), ""));
    assert_eq!(shell.kring(&format!("cases open {id}")).status.code(), Some(2));
    assert!(
        aside(&shell.kring("cases open nothing --reason Melding-van-onveiligheid"))
            .contains("no case nothing")
    );
}

#[tokio::test]
async fn an_emergency_is_told_to_whom_it_concerns_before_a_word_is_shown() {
    let shell = Shell::new();
    shell.make_database();
    shell.write("kring.toml", KEY);
    let config = store::Config::new(store::Url::Sqlite(shell.path("data/kring.sqlite")));
    let db = Db::open(&config, MIGRATIONS).await.unwrap();
    let world = World::with(&db, KEY).await;
    let noor = world.house.signed_in("noor@voorbeeld.example").await;
    let here = shared(&db, &noor).await;
    world.house.deliver().await;
    let id = here.rsplit('/').next().unwrap();

    unopened(&shell, id);
    assert_eq!(world.waiting("brief").await, 0);
    let opened = shell.kring(&format!(
        "cases open {id} --by Jan --reason Melding-van-onveiligheid"
    ));
    assert!(opened.status.success(), "{}", aside(&opened));
    assert!(out(&opened).contains("Mevrouw Roozeboom") && out(&opened).contains("Een patiënte belt"));
    assert!(aside(&opened).contains("noor, thea"), "{}", aside(&opened));
    mailed(&db).await;
    let told = trail(&noor, &here).await;
    assert!(
        told.contains(&"Jan opende alles in nood, omdat: \"Melding-van-onveiligheid\"".to_owned()),
        "{told:?}"
    );
    // Nobody on the web opens anything.
    let wietske = world.house.signed_in("wietske@voorbeeld.example").await;
    assert_eq!(wietske.get(&here).await.status, 404);
    let form = Selector::parse("form[action*='open']").unwrap();
    assert_eq!(noor.get(&here).await.page().select(&form).count(), 0);

    assert_eq!(noor.post(&format!("{here}/withdrawal"), "").await.status, 303);
    assert_eq!(
        shell
            .kring(&format!("cases open {id} --reason Melding-van-onveiligheid"))
            .status
            .code(),
        Some(1)
    );
    assert!(!out(&shell.kring("cases")).contains(id));
}
