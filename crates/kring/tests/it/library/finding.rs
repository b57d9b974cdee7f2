//! Who finds what, on every node and both engines alike.

use jiff::SignedDuration;
use store::{MIGRATIONS, args, sql};

use super::stage::{ENTRY, KEY, Stage, titles};
use crate::browser::House;
use crate::site::texts;

const NONE: [&str; 0] = [];

const MONEY: &str = "title=Een+recept+dat+blijft+liggen&question=Hoe+vraag+ik+naar+geldzorgen%3F\
    &context=Medicijnen+werden+niet+opgehaald&advice=Vraag+het+aan+iedereen&theme-0=money";

store::both_engines! {
    MIGRATIONS;

    async fn what_was_taken_back_is_found_nowhere(db) {
        let stage = Stage::new(&db).await;
        let entry = stage.published("c", "noor", "organisation", ENTRY).await;
        // A second node that has searched before knows it.
        let second = House::with(&db, KEY);
        let elsewhere = second.signed_in("lena@voorbeeld.example").await;
        let there = || elsewhere.get("/library?words=belmomenten");
        assert_eq!(titles(&there().await), ["Elke dag aan de telefoon"]);
        assert_eq!(stage.finds("daan", "belmomenten").await.len(), 1);
        let asks = stage.of("noor").get(&format!("{entry}/withdrawal")).await;
        assert!(asks.text().contains("Wis mijn bijdrage"));
        for name in ["thea", "daan", "lena"] {
            assert_eq!(stage.of(name).post(&format!("{entry}/withdrawal"), "").await.status, 404, "{name}");
        }
        assert_eq!(stage.of("noor").post(&format!("{entry}/withdrawal"), "").await.status, 303);
        assert_eq!(titles(&there().await), NONE);
        assert_eq!(stage.finds("daan", "belmomenten").await, NONE);
        assert_eq!(stage.of("noor").get(&entry).await.status, 410);
        assert_eq!(elsewhere.get(&entry).await.status, 404);
        for table in [sql!("select count(*) from library_texts"), sql!("select count(*) from record_keys")] {
            let left: i64 = db.read(move |tx| tx.one(table, args![])).await.unwrap();
            assert_eq!(left, 0);
        }
        // It can be shared again, as an entry of its own.
        stage.published("c", "noor", "programme", ENTRY).await;
        assert_eq!(stage.finds("daan", "belmomenten").await.len(), 1);
        assert_eq!(titles(&there().await), NONE, "now for the programme only");
    }

    async fn consent_decides_who_finds_it_from_that_moment(db) {
        let stage = Stage::new(&db).await;
        let entry = stage.published("c", "noor", "organisation", ENTRY).await;
        for (scope, lena) in [("", 1), ("programme", 0), ("organisation", 1)] {
            if !scope.is_empty() {
                let reply = stage.of("noor").post(&format!("{entry}/consent"), &format!("scope={scope}")).await;
                assert_eq!(reply.status, 303);
            }
            assert_eq!(stage.finds("lena", "belmomenten").await.len(), lena, "{scope}");
            assert_eq!(stage.of("lena").get(&entry).await.status, if lena == 1 { 200 } else { 404 }, "{scope}");
            assert_eq!(stage.finds("daan", "belmomenten").await.len(), 1, "{scope}");
            assert_eq!(stage.finds("olaf", "belmomenten").await, NONE, "{scope}");
        }
        assert_eq!(stage.of("noor").post(&format!("{entry}/consent"), "scope=everybody").await.status, 404);
        assert_eq!(stage.of("thea").post(&format!("{entry}/consent"), "scope=programme").await.status, 404);
        // Whoever leaves the programme finds nothing any more.
        db.write(|tx| {
            tx.run(sql!("update memberships set until = '2026-11-01' where person_id = 'daan@voorbeeld.example'"), args![])
        })
        .await
        .unwrap();
        assert_eq!(stage.finds("daan", "belmomenten").await, NONE);
        assert_eq!(stage.of("daan").get(&entry).await.status, 404);
    }

    async fn every_node_finds_the_same_in_the_same_order(db) {
        let stage = Stage::new(&db).await;
        stage.treated(&db, "d", "bram").await;
        stage.treated(&db, "e", "noor").await;
        stage.published("c", "noor", "organisation", ENTRY).await;
        stage.house().advance(SignedDuration::from_secs(1));
        stage.published("d", "bram", "organisation", MONEY).await;
        stage.house().advance(SignedDuration::from_secs(1));
        stage.published("e", "noor", "programme", &MONEY.replace("Een+recept", "Geldzorgen:+een+doosje")).await;
        let second = House::with(&db, KEY);
        let elsewhere = second.signed_in("daan@voorbeeld.example").await;
        // The same on both engines: these lists are written down here once.
        for (query, expected) in [
            ("words=recept", vec!["Een recept dat blijft liggen"]),
            ("words=geldzorgen", vec!["Geldzorgen: een doosje dat blijft liggen", "Een recept dat blijft liggen"]),
            ("theme=tasks", vec!["Elke dag aan de telefoon"]),
            ("words=geldzorgen&theme=tasks", vec![]),
            (
                "words=",
                vec!["Geldzorgen: een doosje dat blijft liggen", "Een recept dat blijft liggen", "Elke dag aan de telefoon"],
            ),
        ] {
            let path = format!("/library?{query}");
            assert_eq!(titles(&stage.of("daan").get(&path).await), expected, "{query}");
            assert_eq!(titles(&elsewhere.get(&path).await), expected, "{query}, on another node");
        }
        let found = stage.of("daan").get("/library?words=recept").await;
        assert!(texts(&found.page(), ".library-why").concat().contains("“recept” erin staat"), "{}", found.text());
        assert_eq!(stage.finds("lena", "geldzorgen").await, ["Een recept dat blijft liggen"]);
    }

    async fn somebody_who_writes_a_case_sees_what_helped_others(db) {
        let stage = Stage::new(&db).await;
        stage.published("c", "noor", "programme", ENTRY).await;
        let daan = stage.of("daan");
        let case = "form-key=k1&template=short&readers=group&urgency=1&method=&title=De+telefoon&question=&situation=&role=";
        let made = daan.post("/groups/h/cases", case).await;
        let here = made.header("location").unwrap().to_owned();
        for path in [here.clone(), format!("{here}/text")] {
            let page = daan.get(&path).await;
            assert_eq!(texts(&page.page(), ".library-near summary"), ["Elke dag aan de telefoon"], "{path}");
            assert!(page.text().contains("Spreek vaste belmomenten af"));
        }
        // The script asks for the part alone, and for nobody who may not see it.
        let part = daan.post("/library/similar", "title=telefoon").await;
        assert!(part.text().contains("Elke dag aan de telefoon") && !part.text().contains("<html"));
        assert_eq!(stage.of("lena").post("/library/similar", "title=telefoon").await.text(), "");
    }

    async fn a_case_that_is_taken_back_takes_its_entry_along(db) {
        let stage = Stage::new(&db).await;
        let noor = stage.of("noor");
        let case = "form-key=k1&template=short&readers=group&urgency=1&method=&title=De+telefoon&question=&situation=&role=";
        let made = noor.post("/groups/g/cases", case).await;
        let here = made.header("location").unwrap().to_owned();
        let id = here.rsplit('/').next().unwrap().to_owned();
        // It was treated.
        db.write(move |tx| tx.run(sql!("update cases set id = $1 where id = 'c'"), args![&id])).await.unwrap();
        let shares = noor.get(&here).await;
        assert!(shares.text().contains("Deel met anderen"));
        let id = here.rsplit('/').next().unwrap();
        noor.post(&format!("/library/cases/{id}"), "scope=programme&consent=yes").await;
        assert_eq!(noor.post(&format!("{here}/withdrawal"), "").await.status, 303);
        let left: i64 = db.read(|tx| tx.one(sql!("select count(*) from library_texts"), args![])).await.unwrap();
        assert_eq!(left, 0);
    }

    async fn whoever_has_experience_is_asked_once_by_who_may_read_it(db) {
        let stage = Stage::new(&db).await;
        let entry = stage.published("c", "noor", "organisation", ENTRY).await;
        let (lena, daan) = (stage.of("lena"), stage.of("daan"));
        let (offers, asks) = (format!("{entry}/offers"), format!("{entry}/asks"));
        for name in ["olaf", "wietske"] {
            assert_eq!(stage.of(name).post(&offers, "offers=yes").await.status, 404, "{name}");
            assert_eq!(stage.of(name).post(&asks, "person=lena@voorbeeld.example").await.status, 404, "{name}");
        }
        // Nobody is asked who did not say so.
        assert_eq!(daan.post(&asks, "person=lena@voorbeeld.example").await.status, 404);
        for _ in 0..2 {
            assert_eq!(lena.post(&offers, "offers=yes").await.status, 303);
        }
        assert!(daan.get(&entry).await.text().contains("Vraag lena"));
        for _ in 0..2 {
            assert_eq!(daan.post(&asks, "person=lena@voorbeeld.example").await.status, 303);
        }
        assert_eq!(stage.house().deliver().await, 1);
        let mail = stage.house().mailbox.letters().pop().unwrap();
        assert_eq!(mail.to, "lena@voorbeeld.example");
        assert!(mail.text.contains("daan@voorbeeld.example") && !mail.text.contains("telefoon"), "{}", mail.text);
        // Whoever may not read it any more is not named; whoever takes their name off neither.
        stage.of("noor").post(&format!("{entry}/consent"), "scope=programme").await;
        assert!(!daan.get(&entry).await.text().contains("Vraag lena"));
        stage.of("noor").post(&format!("{entry}/consent"), "scope=organisation").await;
        assert!(daan.get(&entry).await.text().contains("Vraag lena"));
        lena.post(&offers, "offers=no").await;
        assert!(!daan.get(&entry).await.text().contains("Vraag lena"));
    }

    async fn who_looks_for_something_is_found_by_the_people_of_their_programme(db) {
        let stage = Stage::new(&db).await;
        let (noor, daan) = (stage.of("noor"), stage.of("daan"));
        let here = "/library/wishes";
        let named = noor.post(here, "about=mevrouw+Roozeboom&programme=p&form-key=w1").await;
        assert_eq!(named.status, 422);
        assert!(named.text().contains("mevrouw Roozeboom"), "what was typed is still there");
        assert_eq!(noor.post(here, "about=een+rookvrij+plein&programme=q&form-key=w1").await.status, 422, "not theirs");
        for _ in 0..2 {
            assert_eq!(noor.post(here, "about=een+rookvrij+plein&programme=p&form-key=w1").await.status, 303);
        }
        let lines = |name: &'static str| async { texts(&stage.of(name).get(here).await.page(), ".library-lines h2").len() };
        for (name, sees) in [("noor", 1), ("daan", 1), ("thea", 1), ("lena", 0), ("olaf", 0), ("wietske", 0)] {
            assert_eq!(lines(name).await, sees, "{name}");
        }
        let id: String = db.read(|tx| tx.one(sql!("select id from library_wishes"), args![])).await.unwrap();
        let (offers, closure) = (format!("{here}/{id}/offers"), format!("{here}/{id}/closure"));
        for name in ["lena", "olaf", "wietske", "noor"] {
            assert_eq!(stage.of(name).post(&offers, "").await.status, 404, "{name}");
        }
        assert_eq!(daan.post(&closure, "").await.status, 404);
        for _ in 0..2 {
            assert_eq!(daan.post(&offers, "").await.status, 303);
        }
        assert_eq!(stage.house().deliver().await, 1);
        let mail = stage.house().mailbox.letters().pop().unwrap();
        assert_eq!(mail.to, "noor@voorbeeld.example");
        assert!(mail.text.contains("daan@voorbeeld.example"), "{}", mail.text);
        assert_eq!(noor.post(&closure, "").await.status, 303);
        assert_eq!(lines("daan").await, 0);
    }
}
