//! What is due by itself: looking back on a case, and looking again at an entry.

use jiff::SignedDuration;
use store::{MIGRATIONS, args, sql};

use super::stage::{ENTRY, Stage, value};
use crate::site::texts;

const DAY: i64 = 24;

fn days(days: i64) -> SignedDuration {
    SignedDuration::from_hours(days * DAY)
}

store::both_engines! {
    MIGRATIONS;

    async fn an_owner_is_asked_once_what_became_of_it_and_the_group_reads_it(db) {
        let stage = Stage::new(&db).await;
        let house = stage.house();
        let sweep = || async {
            house.app.sweep().await.unwrap();
            house.deliver().await
        };
        house.advance(days(20));
        assert_eq!(sweep().await, 0, "too early");
        house.advance(days(10));
        assert_eq!(sweep().await, 1);
        assert_eq!(sweep().await, 0, "asked once");
        let mail = house.mailbox.letters().pop().unwrap();
        assert_eq!(mail.to, "noor@voorbeeld.example");
        assert!(mail.text.contains("/library/returns/c") && !mail.text.contains("bellen"), "{}", mail.text);

        let (noor, here) = (stage.of("noor"), "/library/returns/c");
        for name in ["thea", "bram", "wietske", "daan"] {
            assert_eq!(stage.of(name).get(here).await.status, 404, "{name}");
            assert_eq!(stage.of(name).post(here, "progress=done&version=1").await.status, 404, "{name}");
        }
        let refused = noor.post(here, "told=Ze+belt+minder&version=1").await;
        assert_eq!(refused.status, 422);
        assert!(refused.text().contains("Ze belt minder"));
        let told = "progress=done&told=Ze+belt+minder&version=1";
        assert_eq!(noor.post(here, told).await.status, 303);
        // Not for the group yet.
        let group = "/groups/g/returns";
        assert!(!stage.of("bram").get(group).await.text().contains("Ze belt minder"));
        let version = value(&noor.get(here).await, "input[name=version]");
        let shown = format!("progress=half&told=Ze+belt+minder&for-group=yes&version={version}");
        for _ in 0..2 {
            assert_eq!(noor.post(here, &shown).await.status, 303, "pressed twice");
        }
        assert_eq!(noor.post(here, told).await.status, 409, "an older device overwrites nothing");
        for name in ["bram", "thea", "noor"] {
            let page = stage.of(name).get(group).await;
            assert!(page.text().contains("Ze belt minder") && page.text().contains("Een beetje"), "{name}");
        }
        for name in ["wietske", "daan"] {
            assert_eq!(stage.of(name).get(group).await.status, 404, "{name}");
        }
        let along = noor.get("/my/data.json").await;
        assert!(along.text().contains("Ze belt minder"), "{}", along.text());
        let sealed: String = db.read(|tx| tx.one(sql!("select sealed from case_returns"), args![])).await.unwrap();
        assert!(!sealed.contains("belt"));
    }

    async fn what_became_of_it_goes_into_the_entry_after_somebody_looked(db) {
        let stage = Stage::new(&db).await;
        let entry = stage.published("c", "noor", "programme", ENTRY).await;
        let told = "progress=done&told=Het+aantal+oproepen+halveerde&for-library=yes&version=1";
        assert_eq!(stage.of("noor").post("/library/returns/c", told).await.status, 303);
        assert!(stage.finds("daan", "halveerde").await.is_empty());
        assert!(stage.of("noor").get(&entry).await.text().contains("Het aantal oproepen halveerde"));
        let form = stage.of("noor").get(&format!("{entry}/text")).await;
        let text = format!("{ENTRY}&result={}", value(&form, "#result").trim().replace(' ', "+"));
        stage.send("noor", &entry, &text).await;
        let version = stage.version(&entry).await;
        stage.of("thea").post(&format!("{entry}/approval"), &format!("version={version}")).await;
        assert_eq!(stage.finds("daan", "halveerde").await.len(), 1);
    }

    async fn after_a_year_an_owner_looks_again_or_nobody_finds_it(db) {
        let stage = Stage::new(&db).await;
        let entry = stage.published("c", "noor", "programme", ENTRY).await;
        let house = stage.house();
        house.app.sweep().await.unwrap();
        assert_eq!(house.deliver().await, 0);
        // Signing in lasts less than a year.
        house.advance(days(365));
        house.app.sweep().await.unwrap();
        house.app.sweep().await.unwrap();
        let asked = |letter: &kring::post::Letter| letter.subject.contains("Klopt je bijdrage nog");
        house.deliver().await;
        let letters = house.mailbox.letters();
        let letters: Vec<_> = letters.iter().filter(|letter| asked(letter)).collect();
        assert_eq!(letters.len(), 1);
        assert!(letters[0].text.contains(&entry) && !letters[0].text.contains("telefoon"));
        let daan = house.signed_in("daan@voorbeeld.example").await;
        let finds = || async { texts(&daan.get("/library?words=belmomenten").await.page(), ".library-hits h3 a").len() };
        assert_eq!(finds().await, 1, "there is time to look");
        house.advance(days(29));
        house.app.sweep().await.unwrap();
        assert_eq!(finds().await, 0);
        assert_eq!(daan.get(&entry).await.status, 404);
        house.deliver().await;
        let noor = house.signed_in("noor@voorbeeld.example").await;
        let page = noor.get(&entry).await;
        assert!(page.text().contains("Klopt dit nog?"), "{}", page.text());
        assert_eq!(daan.post(&format!("{entry}/review"), "").await.status, 404);
        assert_eq!(noor.post(&format!("{entry}/review"), "").await.status, 303);
        assert_eq!(finds().await, 1);
    }
}
