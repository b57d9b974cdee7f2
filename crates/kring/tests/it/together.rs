//! A case that two people own, a case in two lines, and what an owner allows to be done with it later.

use scraper::Selector;
use store::{Db, FromColumn, MIGRATIONS, args, sql};

use crate::browser::Browser;
use crate::calendar::world::World;
use crate::site::{Reply, texts};

const KEY: &str = "case_key = \"00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff\"";
const OWN: &str = "form-key=k1&template=short&readers=group&urgency=3&depth=4&method=&title=Bellen&question=Hoe%3F\
    &situation=Ze+belt+elke+dag&role=Ik+neem+op";
const SHARED: &str = "title=Elke+dag+bellen&question=Hoe+begrens+ik+dit%3F&situation=Iemand+belt+elke+dag&role=Ik+neem+op&looked=yes";

async fn of_brief<T: FromColumn + Send + 'static>(db: &Db, what: &'static str) -> T {
    let sql = match what {
        "id" => sql!("select id from briefs"),
        "version" => sql!("select version from briefs"),
        _ => sql!("select state from briefs"),
    };
    db.read(move |tx| tx.one(sql, args![])).await.unwrap()
}

async fn send(db: &Db, who: &Browser, here: &str, text: &str) -> Reply {
    let version: i64 = of_brief(db, "version").await;
    who.post(&format!("{here}/sharing"), &format!("{text}&version={version}"))
        .await
}

fn has(page: &Reply, selector: &str) -> bool {
    page.page()
        .select(&Selector::parse(selector).unwrap())
        .next()
        .is_some()
}

/// Noor writes a case and asks Bram along, who says yes; answers where it stands.
async fn together(world: &World, noor: &Browser, bram: &Browser) -> String {
    let db = &world.house.app.db;
    assert_eq!(noor.post("/groups/g/cases", OWN).await.status, 303);
    let here = format!("/cases/{}", of_brief::<String>(db, "id").await);
    let asked = noor
        .post(&format!("{here}/owners"), "person=bram@voorbeeld.example")
        .await;
    assert_eq!(asked.status, 303, "{}", asked.text());
    let joined = bram.post(&format!("{here}/joining"), "do=yes").await;
    assert_eq!(
        joined.header("location"),
        Some(here.as_str()),
        "{}",
        joined.text()
    );
    world.house.deliver().await;
    here
}

store::both_engines! {
    MIGRATIONS;

    async fn somebody_is_asked_along_and_reads_nothing_before_they_say_yes(db) {
        let world = World::with(&db, KEY).await;
        let noor = world.house.signed_in("noor@voorbeeld.example").await;
        let bram = world.house.signed_in("bram@voorbeeld.example").await;
        let saar = world.house.signed_in("saar@voorbeeld.example").await;
        assert_eq!(noor.post("/groups/g/cases", OWN).await.status, 303);
        let here = format!("/cases/{}", of_brief::<String>(&db, "id").await);
        let owners = format!("{here}/owners");
        // Only somebody of the group, and only by who owns it.
        assert_eq!(noor.post(&owners, "person=wietske@voorbeeld.example").await.status, 404);
        assert_eq!(bram.post(&owners, "person=bram@voorbeeld.example").await.status, 404);
        for _ in 0..2 {
            assert_eq!(noor.post(&owners, "person=bram@voorbeeld.example").await.status, 303);
        }
        assert_eq!(world.house.deliver().await, 1, "one mail");
        let mail = world.house.mailbox.letters().pop().unwrap();
        assert!(mail.to == "bram@voorbeeld.example" && !mail.text.contains("Bellen"), "{}", mail.text);
        let asked = bram.get(&here).await;
        assert_eq!(asked.status, 200);
        assert!(!asked.text().contains("Bellen") && has(&asked, "button[value=yes]"), "{}", asked.text());
        assert!(bram.get("/my/cases").await.text().contains("noor vraagt"));
        assert!(!bram.get("/my/data.json").await.text().contains("Ze belt elke dag"));
        assert_eq!(saar.post(&format!("{here}/joining"), "do=yes").await.status, 404);
        for path in ["/text", "/sharing", "/withdrawal"] {
            assert_eq!(bram.get(&format!("{here}{path}")).await.status, 404, "{path}");
        }
        // No, and asked again, and yes.
        assert_eq!(bram.post(&format!("{here}/joining"), "do=no").await.status, 303);
        assert_eq!(bram.get(&here).await.status, 404);
        noor.post(&owners, "person=bram@voorbeeld.example").await;
        for _ in 0..2 {
            let joined = bram.post(&format!("{here}/joining"), "do=yes").await;
            assert_eq!(joined.header("location"), Some(here.as_str()));
        }
        assert!(bram.get(&here).await.text().contains("Ze belt elke dag"));
        assert_eq!(texts(&bram.get("/my/cases").await.page(), ".brief-lines a"), ["Bellen"]);
        assert!(bram.get("/my/data.json").await.text().contains("Ze belt elke dag"));
        // Whoever said yes is not taken off again by somebody else.
        noor.post(&owners, "person=").await;
        assert!(noor.get(&here).await.text().contains("van noor en bram samen"));
    }

    async fn two_owners_share_only_what_both_agree_on(db) {
        let world = World::with(&db, KEY).await;
        let meeting = world.plan("2026-12-15").await;
        world.house.deliver().await;
        let noor = world.house.signed_in("noor@voorbeeld.example").await;
        let bram = world.house.signed_in("bram@voorbeeld.example").await;
        let thea = world.house.signed_in("thea@voorbeeld.example").await;
        let here = together(&world, &noor, &bram).await;
        // Both write; whoever is late is told.
        let version: i64 = of_brief(&db, "version").await;
        let written = |who: &'static str| format!("{}&version={version}", OWN.replace("Bellen", who));
        assert_eq!(bram.post(&format!("{here}/text"), &written("Van-Bram")).await.status, 303);
        let late = noor.post(&format!("{here}/text"), &written("Van-Noor")).await;
        assert!(late.status == 409 && late.text().contains("Van-Noor"));

        assert_eq!(send(&db, &noor, &here, SHARED).await.status, 303);
        assert_eq!(of_brief::<String>(&db, "state").await, "agreeing");
        assert_eq!(world.house.deliver().await, 1);
        assert_eq!(world.house.mailbox.letters().pop().unwrap().to, "bram@voorbeeld.example");
        assert_eq!(thea.get(&here).await.status, 404, "nobody else reads it yet");
        let agreement = format!("{here}/agreement");
        let version: i64 = of_brief(&db, "version").await;
        assert!(!has(&noor.get(&here).await, "form[action$=agreement]"));
        assert!(has(&bram.get(&here).await, "form[action$=agreement]"));
        assert_eq!(noor.post(&agreement, &format!("version={version}")).await.status, 404, "not alone");
        // Bram would rather say it otherwise: now it is Noor who agrees, with what she has read.
        assert_eq!(send(&db, &bram, &here, &SHARED.replace("begrens", "bespreek")).await.status, 303);
        noor.post(&agreement, &format!("version={version}")).await;
        assert_eq!(of_brief::<String>(&db, "state").await, "agreeing", "that was the older text");
        assert!(noor.get(&here).await.text().contains("Hoe bespreek ik dit?"));
        let version: i64 = of_brief(&db, "version").await;
        world.house.deliver().await;
        for _ in 0..2 {
            assert_eq!(noor.post(&agreement, &format!("version={version}")).await.status, 303);
        }
        assert_eq!(of_brief::<String>(&db, "state").await, "checking");
        assert_eq!(world.house.deliver().await, 1);
        assert_eq!(world.house.mailbox.letters().pop().unwrap().to, "thea@voorbeeld.example");
        let check = thea.get(&here).await;
        assert!(check.text().contains("noor en bram") && check.text().contains("Hoe bespreek ik dit?"));
        thea.post(&format!("{here}/approval"), &format!("version={}", version + 1)).await;
        assert_eq!(world.house.deliver().await, 2, "both hear of it");

        // On the list of the meeting it is a case of both, so both decide about the report.
        assert_eq!(bram.post(&format!("{here}/meeting"), &format!("meeting={meeting}")).await.status, 303);
        let owners: Vec<String> = db
            .read(|tx| {
                tx.all(
                    sql!("select owner_id from cases union all select person_id from case_co_owners"),
                    args![],
                )
            })
            .await
            .unwrap();
        assert_eq!(owners, ["noor@voorbeeld.example", "bram@voorbeeld.example"]);
        // Either takes it back, and the other one hears of it.
        assert_eq!(bram.post(&format!("{here}/withdrawal"), "").await.status, 303);
        assert_eq!(world.house.deliver().await, 1);
        let mail = world.house.mailbox.letters().pop().unwrap();
        assert!(mail.to == "noor@voorbeeld.example" && mail.text.contains("ingetrokken"), "{}", mail.text);
        for owner in [&noor, &bram] {
            assert_eq!(owner.get(&here).await.status, 410);
        }
    }

    async fn a_case_in_two_lines_is_shared_at_once_past_the_same_guard(db) {
        let world = World::with(&db, KEY).await;
        let noor = world.house.signed_in("noor@voorbeeld.example").await;
        let thea = world.house.signed_in("thea@voorbeeld.example").await;
        let here = "/groups/g/cases/quick";
        assert_eq!(noor.get(here).await.status, 200);
        let wietske = world.house.signed_in("wietske@voorbeeld.example").await;
        assert_eq!(wietske.get(here).await.status, 404);
        let form = |title: &str| {
            format!("form-key=q&urgency=3&readers=group&title={title}&question=Hoe+ga+ik+verder%3F")
        };
        let unlooked = noor.post(here, &form("Een lastig gesprek")).await;
        assert!(unlooked.status == 422 && unlooked.text().contains("Een lastig gesprek"));
        let named = noor.post(here, &format!("{}&looked=yes", form("Mevrouw Roozeboom"))).await;
        assert_eq!(named.status, 422);
        assert_eq!(texts(&named.page(), ".brief-guard mark"), ["Roozeboom"]);
        let count: i64 = db.read(|tx| tx.one(sql!("select count(*) from briefs"), args![])).await.unwrap();
        assert_eq!(count, 0, "what was refused is kept nowhere");
        for _ in 0..2 {
            let sent = noor.post(here, &format!("{}&looked=yes", form("Een lastig gesprek"))).await;
            assert_eq!(sent.status, 303, "{}", sent.text());
        }
        assert_eq!(of_brief::<String>(&db, "state").await, "checking");
        assert_eq!(world.house.deliver().await, 1);
        let id: String = of_brief(&db, "id").await;
        let page = thea.get(&format!("/cases/{id}")).await;
        assert!(page.text().contains("Hoe ga ik verder?"), "{}", page.text());
        // It can grow into a longer one.
        let text = noor.get(&format!("/cases/{id}/text")).await;
        assert!(has(&text, "input[name=template][value=spontaneous][checked]") && !has(&text, "textarea[name=situation]"));
        let version: i64 = of_brief(&db, "version").await;
        let longer = format!("{OWN}&version={version}");
        assert_eq!(noor.post(&format!("/cases/{id}/text"), &longer).await.status, 303);
        let text = noor.get(&format!("/cases/{id}/text")).await;
        assert!(has(&text, "textarea[name=situation]") && has(&text, "option[value='4'][selected]"));
    }

    async fn each_use_is_allowed_by_every_owner_and_can_be_taken_back(db) {
        let world = World::with(&db, KEY).await;
        let noor = world.house.signed_in("noor@voorbeeld.example").await;
        let bram = world.house.signed_in("bram@voorbeeld.example").await;
        let here = together(&world, &noor, &bram).await;
        let page = noor.get(&format!("{here}/sharing")).await;
        assert!(page.text().contains("kan Kring niet terughalen") && has(&page, "input[name=use-library]:not([checked])"));
        send(&db, &noor, &here, &format!("{SHARED}&use-library=yes&use-programme=yes")).await;
        let (ticked, waits) = ("input[name=use-library][checked]", "Dit geldt als jullie allebei ja zeggen");
        let mine = noor.get(&here).await;
        assert!(has(&mine, ticked) && mine.text().contains(waits), "{}", mine.text());
        let consents = format!("{here}/consents");
        assert!(!has(&bram.get(&here).await, ticked), "nobody says yes for somebody else");
        assert_eq!(bram.post(&consents, "use-library=yes&use-programme=yes").await.status, 303);
        assert!(!noor.get(&here).await.text().contains(waits));
        assert!(has(&noor.get(&format!("{here}/sharing")).await, ticked));
        // Taken back by one, it counts no longer, and the other one's yes is not lost.
        assert_eq!(noor.post(&consents, "use-programme=yes").await.status, 303);
        assert!(!has(&noor.get(&here).await, ticked));
        let bram_sees = bram.get(&here).await;
        assert!(has(&bram_sees, ticked) && bram_sees.text().contains(waits));
        world.house.deliver().await;
        let thea = world.house.signed_in("thea@voorbeeld.example").await;
        assert_eq!(thea.post(&consents, "use-library=yes").await.status, 404);
        noor.post(&format!("{here}/withdrawal"), "").await;
        let left: i64 = db.read(|tx| tx.one(sql!("select count(*) from case_consents"), args![])).await.unwrap();
        assert_eq!(left, 0);
    }

    async fn a_case_that_was_not_treated_goes_along_to_the_next_meeting(db) {
        let world = World::with(&db, KEY).await;
        let meeting = world.plan("2026-12-15").await;
        db.write(|tx| {
            tx.run(
                sql!(
                    "insert into meetings (id, programme_id, group_id, title, starts_at, ends_at, zone, plan, state, published_at)
                     select 'later', programme_id, group_id, title, starts_at + 1000, ends_at + 1000, zone, plan, state, published_at
                     from meetings limit 1"
                ),
                args![],
            )
        })
        .await
        .unwrap();
        world.house.deliver().await;
        let noor = world.house.signed_in("noor@voorbeeld.example").await;
        let thea = world.house.signed_in("thea@voorbeeld.example").await;
        noor.post("/groups/g/cases", OWN).await;
        let here = format!("/cases/{}", of_brief::<String>(&db, "id").await);
        send(&db, &noor, &here, SHARED).await;
        let version: i64 = of_brief(&db, "version").await;
        thea.post(&format!("{here}/approval"), &format!("version={version}")).await;
        noor.post(&format!("{here}/meeting"), &format!("meeting={meeting}")).await;
        world.house.deliver().await;
        world.house.app.sweep().await.unwrap();
        assert_eq!(world.waiting("brief").await, 0, "nothing is over");

        let over = |id: String| {
            db.write(move |tx| tx.run(sql!("update meetings set state = 'held' where id = $1"), args![&id]))
        };
        let listed = || async {
            let listed: Vec<(String, String, i64)> = db
                .read(|tx| tx.all(sql!("select meeting_id, state, waited from cases"), args![]))
                .await
                .unwrap();
            listed
        };
        over(meeting).await.unwrap();
        db.write(|tx| tx.run(sql!("update cases set state = 'spare'"), args![])).await.unwrap();
        for _ in 0..2 {
            world.house.app.sweep().await.unwrap();
        }
        assert_eq!(listed().await, [("later".to_owned(), "ready".to_owned(), 1)]);
        assert_eq!(world.waiting("brief").await, 1);
        world.house.deliver().await;
        let letters = world.house.mailbox.letters();
        let mail = letters.iter().rfind(|letter| letter.subject.contains("niet aan bod")).unwrap();
        assert!(mail.to == "noor@voorbeeld.example" && mail.text.contains("15 december"), "{}", mail.text);
        assert!(!mail.text.contains("bellen"), "{}", mail.text);
        // With no meeting ahead it is on no list, and can be brought again.
        over("later".to_owned()).await.unwrap();
        world.house.app.sweep().await.unwrap();
        assert!(listed().await.is_empty());
        assert_eq!(world.waiting("brief").await, 1);
        let page = noor.get(&here).await;
        assert!(page.text().contains("Klaar om in te brengen"), "{}", page.text());
    }
}
