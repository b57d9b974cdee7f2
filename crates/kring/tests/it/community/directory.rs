//! Who wants to be found, and the chat that a group has elsewhere.

use store::{Db, MIGRATIONS, args, sql};

use super::{answer, enter, open, world};
use crate::browser::Browser;
use crate::calendar::world::{line, values};
use crate::pages::check;
use crate::site::{Reply, texts};

const LIST: &str = "/programmes/p/directory";

/// Somebody's card, shown in the programme.
async fn be_found(browser: &Browser, form: &str) {
    let saved = browser.post("/my/directory", &format!("{form}&in-0=p")).await;
    assert_eq!(saved.status, 303, "{}", saved.text());
}

fn shown(page: &Reply) -> Vec<String> {
    texts(&page.page(), ".directory h3")
}

async fn works_as(db: &Db, person: &'static str, job: &'static str, region: &'static str) {
    db.write(move |tx| {
        tx.run(
            sql!("insert into positions (person_id, organisation_id, job) values ($1, 'o', $2)"),
            args![person, job],
        )?;
        tx.run(
            sql!("update people set region = $2 where id = $1"),
            args![person, region],
        )
    })
    .await
    .unwrap();
}

store::both_engines! {
    MIGRATIONS;

    async fn nobody_is_in_the_list_who_did_not_say_so(db) {
        let world = world(&db).await;
        let noor = enter(&world, "noor").await;
        let olga = enter(&world, "olga").await;
        assert_eq!(shown(&olga.get(LIST).await), Vec::<String>::new());
        // A card alone lists nobody.
        let saved = noor.post("/my/directory", "expertise=Slaap&offers=&seeks=").await;
        assert_eq!(saved.status, 303);
        assert_eq!(shown(&olga.get(LIST).await), Vec::<String>::new());
        // Nor does a programme that they do not belong to.
        db.write(|tx| tx.run(
            sql!(
                "insert into programmes (id, organisation_id, name, kind, goal, audience, time_asked, starts_on, ends_on,
                                         region, accent, is_public)
                 values ('q', 'o', 'Ander', 'groups', 'x', 'x', 'x', '2026-01-01', '2027-12-31', 'x', 'blue', false)"
            ),
            args![],
        )).await.unwrap();
        noor.post("/my/directory", "expertise=Slaap&offers=&seeks=&in-0=q").await;
        let listings = || db.read(|tx| tx.one::<i64>(sql!("select count(*) from directory_listings"), args![]));
        assert_eq!(listings().await.unwrap(), 0);

        for _ in 0..2 { be_found(&noor, "expertise=Slaap&offers=&seeks=").await; }
        let page = olga.get(LIST).await;
        assert_eq!(shown(&page), ["noor"]);
        assert!(page.text().contains("mailto:noor@voorbeeld.example"));
        assert_eq!(values(&noor.get("/my/directory").await.page(), "input[checked]"), ["p"]);

        // One press, and they are out; pressing twice is fine, and what they wrote is kept for another time.
        for _ in 0..2 {
            let left = noor.post(&format!("{LIST}/departure"), "").await;
            assert_eq!(left.header("location"), Some(LIST));
        }
        assert_eq!(shown(&olga.get(LIST).await), Vec::<String>::new());
        assert!(noor.get("/my/directory").await.text().contains("Slaap"));
        // So does unticking it.
        be_found(&noor, "expertise=Slaap&offers=&seeks=").await;
        noor.post("/my/directory", "expertise=Slaap&offers=&seeks=").await;
        assert_eq!(shown(&olga.get(LIST).await), Vec::<String>::new());
        // And leaving the programme.
        be_found(&noor, "expertise=Slaap&offers=&seeks=").await;
        db.write(|tx| tx.run(sql!("update memberships set until = '2026-11-01' where person_id = 'noor@voorbeeld.example'"), args![])).await.unwrap();
        assert_eq!(shown(&olga.get(LIST).await), Vec::<String>::new());
    }

    async fn only_people_of_the_programme_see_the_list(db) {
        let world = world(&db).await;
        for (name, status) in [("noor", 200), ("thea", 200), ("wietske", 200), ("olga", 200), ("vreemd", 404)] {
            let browser = enter(&world, name).await;
            assert_eq!(browser.get(LIST).await.status, status, "{name}");
            let left = browser.post(&format!("{LIST}/departure"), "").await;
            assert_eq!(left.status, if status == 200 { 303 } else { 404 }, "{name}");
            let mine = browser.get("/my/directory").await;
            assert_eq!(check(&mine.page(), "nl"), Vec::<String>::new(), "{name}");
            assert_eq!(mine.text().contains("<textarea"), status == 200, "{name}");
        }
        let nobody = world.house.browser();
        for path in [LIST, "/my/directory"] {
            assert!(nobody.get(path).await.header("location").unwrap().starts_with("/sign-in"), "{path}");
        }
    }

    async fn the_file_of_somebody_has_what_they_said_and_nothing_of_others(db) {
        let world = world(&db).await;
        let (noor, bram) = (enter(&world, "noor").await, enter(&world, "bram").await);
        let thread = open(&noor, "/groups/g", 1).await;
        answer(&bram, &thread, 2, "Van Bram").await;
        bram.post("/groups/g/threads/mail", "manner=nothing").await;
        be_found(&bram, "expertise=Wonden&offers=&seeks=").await;
        let file = bram.get("/my/data.json").await;
        let file: serde_json::Value = serde_json::from_slice(&file.body).unwrap();
        assert_eq!(file["conversations_written"].as_array().unwrap().len(), 1);
        assert_eq!(file["conversations_written"][0]["text"], "Van Bram");
        assert_eq!(file["conversations_by_mail"][0]["manner"], "nothing");
        assert_eq!(file["conversations_by_mail"][0]["programme"], "Leren");
        assert_eq!(file["directory_card"][0]["expertise"], "Wonden");
        assert_eq!(file["directory_of"][0]["programme"], "Leren");
        assert!(!file.to_string().contains("Wie weet dit"));
    }

    async fn people_are_found_by_what_they_know_what_they_are_and_where(db) {
        let world = world(&db).await;
        works_as(&db, "noor@voorbeeld.example", "Praktijkverpleegkundige", "Fryslân").await;
        works_as(&db, "bram@voorbeeld.example", "Huisarts", "Zeeland").await;
        let (noor, bram) = (enter(&world, "noor").await, enter(&world, "bram").await);
        be_found(&noor, "expertise=Slaap en COPD&offers=Meelopen&seeks=").await;
        be_found(&bram, "expertise=&offers=&seeks=Iemand die slaapt").await;
        for (query, names) in [
            ("", vec!["bram", "noor"]), ("?about=slaap", vec!["bram", "noor"]), ("?about=copd+meelopen", vec!["noor"]),
            ("?job=Huisarts", vec!["bram"]), ("?region=Frysl%C3%A2n", vec!["noor"]), ("?about=copd&job=Huisarts", vec![]),
        ] {
            let page = noor.get(&format!("{LIST}{query}")).await;
            assert_eq!(shown(&page), names, "{query}");
            assert_eq!(check(&page.page(), "nl"), Vec::<String>::new(), "{query}");
        }
        let before = world.house.app.db.statements();
        noor.get(LIST).await;
        assert!(world.house.app.db.statements() - before <= 8);

        // Everything typed comes back with its problem.
        let empty = noor.post("/my/directory", "expertise=&offers=&seeks=&in-0=p").await;
        assert_eq!(empty.status, 422);
        assert_ne!(line(&empty.page(), "#expertise-problem"), "");
        assert_eq!(values(&empty.page(), "input[checked]"), ["p"]);
        let long = noor.post("/my/directory", &format!("expertise=x&offers={}&seeks=Dit&in-0=p", "y".repeat(1001))).await;
        assert_eq!(long.status, 422);
        assert!(long.text().contains(&"y".repeat(1001)) && long.text().contains("Dit"));
    }

    async fn whoever_leads_says_where_the_chat_is_and_members_see_it(db) {
        let world = world(&db).await;
        let chat = "/groups/g/chat";
        for (name, status) in [("noor", 404), ("wietske", 404), ("olga", 404), ("vreemd", 404), ("thea", 200)] {
            let browser = enter(&world, name).await;
            assert_eq!(browser.get(chat).await.status, status, "{name}");
            let posted = browser.post(chat, "link=https%3A%2F%2Fsignal.group%2F%23abc").await;
            assert_eq!(posted.status, if status == 200 { 303 } else { 404 }, "{name}");
        }
        assert_eq!(enter(&world, "wietske").await.get("/programmes/p/chat").await.status, 404);
        let noor = enter(&world, "noor").await;
        let page = noor.get("/groups/g").await;
        assert!(page.text().contains("https://signal.group/#abc") && page.text().contains("buiten Kring"), "{}", page.text());
        assert!(!page.text().contains(chat));
        assert!(!enter(&world, "wietske").await.get("/groups/g").await.text().contains("signal.group"));
        let thea = enter(&world, "thea").await;
        for wrong in ["javascript%3Aalert(1)", "http%3A%2F%2Fchat.example", "https%3A%2F%2F", "https%3A%2F%2Fa+b"] {
            let refused = thea.post(chat, &format!("link={wrong}")).await;
            assert_eq!(refused.status, 422, "{wrong}");
            assert_ne!(line(&refused.page(), "#link-problem"), "");
        }
        assert_eq!(check(&thea.get(chat).await.page(), "nl"), Vec::<String>::new());
        assert_eq!(thea.post(chat, "link=").await.status, 303);
        assert!(!noor.get("/groups/g").await.text().contains("buiten Kring"));
    }
}
