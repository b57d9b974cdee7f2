//! What a group talks about: everybody proposes, whoever leads keeps the list, and a meeting that was held has had its topic.

use store::{Db, MIGRATIONS, args, sql};

use crate::browser::Browser;
use crate::calendar::world::{World, row, values};
use crate::site::texts;

const PATH: &str = "/groups/g/topics";

/// Proposes a topic as a browser does: with the key of the page.
async fn propose(browser: &Browser, title: &str) {
    let key = values(&browser.get(PATH).await.page(), "input[name=key]").remove(0);
    let form = format!("key={key}&title={title}&guest=een wijkverpleegkundige");
    for _ in 0..2 {
        assert_eq!(browser.post(PATH, &form).await.status, 303);
    }
}

/// The titles under a heading: `ol` is still to come, `ul` was discussed.
async fn titles(browser: &Browser, list: &str) -> Vec<String> {
    let page = browser.get(PATH).await.page();
    texts(&page, &format!("{list}.topic-cards h3"))
}

async fn id(db: &Db, title: &'static str) -> String {
    db.read(move |tx| tx.one(sql!("select id from topics where title = $1"), args![title]))
        .await
        .unwrap()
}

store::both_engines! {
    MIGRATIONS;

    async fn everybody_proposes_once_and_whoever_leads_keeps_the_list(db) {
        let world = World::new(&db).await;
        let noor = world.house.signed_in("noor@voorbeeld.example").await;
        let bram = world.house.signed_in("bram@voorbeeld.example").await;
        let coach = world.house.signed_in("thea@voorbeeld.example").await;
        propose(&noor, "Rouw").await;
        propose(&bram, "Grenzen").await;
        assert_eq!(titles(&noor, "ol").await, ["Rouw", "Grenzen"]);
        let page = bram.get(PATH).await;
        assert!(page.text().contains("Voorgesteld door noor") && page.text().contains("met een wijkverpleegkundige"), "{}", page.text());

        // Nothing typed: said at the field, with the rest still there.
        let key = values(&page.page(), "input[name=key]").remove(0);
        let refused = bram.post(PATH, &format!("key={key}&title= &guest=een arts")).await;
        assert_eq!((refused.status.as_u16(), refused.first("#title-problem").as_str()), (422, "Vul dit nog in."));
        assert!(refused.text().contains("value=\"een arts\""));

        // A member moves and changes nothing, and takes off only what is their own.
        let (rouw, grenzen) = (id(&db, "Rouw").await, id(&db, "Grenzen").await);
        for (path, form) in [
            (format!("/topics/{rouw}/place"), "step=down&seen=1"),
            (format!("/topics/{rouw}"), "title=Anders&guest=&meeting=&seen=1"),
            (format!("/topics/{rouw}/discussion"), "discussed=yes"),
            (format!("/topics/{rouw}/removal"), ""),
        ] {
            assert_eq!(bram.post(&path, form).await.status, 404, "{path}");
        }
        assert_eq!(bram.get(&format!("/topics/{rouw}")).await.status, 404);
        assert_eq!(bram.post(&format!("/topics/{grenzen}/removal"), "").await.status, 303);
        propose(&bram, "Grenzen").await;

        // Pressing twice is one step.
        propose(&noor, "Werkdruk").await;
        for _ in 0..2 {
            assert_eq!(coach.post(&format!("/topics/{rouw}/place"), "step=down&seen=1").await.status, 303);
        }
        assert_eq!(titles(&noor, "ol").await, ["Grenzen", "Rouw", "Werkdruk"]);

        // Two who change it at once: the second keeps what they typed and sees what is there.
        let path = format!("/topics/{rouw}");
        assert_eq!(coach.post(&path, "title=Verlies&guest=&meeting=&seen=1").await.status, 303);
        let late = coach.post(&path, "title=Afscheid&guest=&meeting=&seen=1").await;
        assert_eq!(late.status, 409);
        assert!(late.text().contains("Nu staat er: Verlies") && late.text().contains("value=\"Afscheid\""), "{}", late.text());
        assert_eq!(values(&late.page(), "input[name=seen]"), ["2"]);
        let wrong = coach.post(&path, "title=Verlies&guest=&meeting=nowhere&seen=2").await;
        assert_eq!(wrong.status, 422);
        assert_eq!(coach.post(&format!("{path}/discussion"), "discussed=yes").await.status, 303);
        assert_eq!(titles(&noor, "ul").await, ["Verlies"]);
        assert_eq!(coach.post(&format!("{path}/discussion"), "discussed=no").await.status, 303);
        assert_eq!(titles(&noor, "ol").await, ["Grenzen", "Verlies", "Werkdruk"]);
    }

    async fn an_organiser_keeps_the_list_without_reading_who_proposed(db) {
        let world = World::new(&db).await;
        let noor = world.house.signed_in("noor@voorbeeld.example").await;
        propose(&noor, "Rouw").await;
        let wietske = world.house.signed_in("wietske@voorbeeld.example").await;
        let page = wietske.get(PATH).await;
        assert!(page.text().contains("Rouw") && !page.text().contains("Voorgesteld door"), "{}", page.text());
        let topic = id(&db, "Rouw").await;
        assert_eq!(wietske.get(&format!("/topics/{topic}")).await.status, 200);
        // Somebody else has nothing to do with it.
        world.house.add("jan@voorbeeld.example", "nl").await;
        let jan = world.house.signed_in("jan@voorbeeld.example").await;
        for path in [PATH, &format!("/topics/{topic}"), "/topics/unknown"] {
            assert_eq!(jan.get(path).await.status, 404, "{path}");
        }
    }

    async fn a_row_takes_topics_from_the_list_and_a_meeting_that_was_held_has_had_its_own(db) {
        let world = World::new(&db).await;
        let noor = world.house.signed_in("noor@voorbeeld.example").await;
        let coach = world.house.signed_in("thea@voorbeeld.example").await;
        propose(&noor, "Rouw").await;
        propose(&noor, "Grenzen").await;
        let looked = coach.post("/groups/g/series", &(row("look", "2026-12-15", &[]) + "&use_topics=yes")).await;
        let chosen = values(&looked.page(), ".planning-own option[selected]");
        assert_eq!(chosen, [id(&db, "Rouw").await, id(&db, "Grenzen").await], "{}", looked.text());
        let days = ["2026-12-15", "2027-01-12"];
        let listed = format!("&listed-0={}&listed-1={}", chosen[0], chosen[1]);
        let planned = coach.post("/groups/g/series", &(row("invite", days[0], &days) + &listed)).await;
        assert_eq!(planned.status, 303, "{}", planned.text());
        let meetings: Vec<(String, String)> = db
            .read(|tx| tx.all(sql!("select id, title from meetings order by starts_at"), args![]))
            .await
            .unwrap();
        let [(first, title), (_, second)] = meetings.as_slice() else { panic!("{meetings:?}") };
        assert_eq!((title.as_str(), second.as_str()), ("Rouw", "Grenzen"));
        let link = format!("/meetings/{first}");
        assert!(noor.get(PATH).await.text().contains(&link));
        // What is planned is not offered again.
        assert!(!coach.get("/groups/g/series").await.text().contains("use_topics"));

        let held = first.clone();
        db.write(move |tx| tx.run(sql!("update meetings set state = 'held' where id = $1"), args![&held])).await.unwrap();
        assert_eq!((titles(&noor, "ol").await, titles(&noor, "ul").await), (vec!["Grenzen".to_owned()], vec!["Rouw".to_owned()]));
        let group = noor.get("/groups/g").await;
        assert_eq!(texts(&group.page(), ".topics-discussed li"), ["Rouw met een wijkverpleegkundige"]);
    }
}
