//! Cases as their owners write them: sealed, shared as a text of their own, checked by whoever leads, taken back for good.

use scraper::Selector;
use store::{Db, FromColumn, MIGRATIONS, args, sql};

use crate::browser::Browser;
use crate::calendar::world::World;
use crate::site::{Reply, texts};

const KEY: &str = "case_key = \"00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff\"";

const OWN: &str = "form-key=k1&template=short&readers=group&urgency=3&method=&title=Bellen&question=Hoe+begrens+ik+dit%3F\
    &situation=Mevrouw+Roozeboom+belt+elke+dag&role=Ik+neem+altijd+op";
const SHARED: &str = "title=Elke+dag+aan+de+telefoon&question=Hoe+begrens+ik+dit%3F\
    &situation=Een+pati%C3%ABnte+belt+elke+dag&role=Ik+neem+altijd+op&looked=yes";

async fn world(db: &Db) -> World {
    World::with(db, KEY).await
}

/// A value of the one brief there is.
async fn of_brief<T: FromColumn + Send + 'static>(db: &Db, what: &'static str) -> T {
    let sql = match what {
        "id" => sql!("select id from briefs"),
        "version" => sql!("select version from briefs"),
        _ => sql!("select state from briefs"),
    };
    db.read(move |tx| tx.one(sql, args![])).await.unwrap()
}

/// Writes the brief as Noor; answers its id.
async fn written(db: &Db, noor: &Browser) -> String {
    let made = noor.post("/groups/g/cases", OWN).await;
    assert_eq!(made.status, 303, "{}", made.text());
    of_brief(db, "id").await
}

/// Sends the text to share, as it stands now.
async fn send(db: &Db, noor: &Browser, id: &str, text: &str) -> Reply {
    let version: i64 = of_brief(db, "version").await;
    noor.post(
        &format!("/cases/{id}/sharing"),
        &format!("{text}&version={version}"),
    )
    .await
}

/// The value of a hidden field on a page.
fn hidden(page: &Reply, name: &str) -> String {
    let field = Selector::parse(&format!("input[name={name}]")).unwrap();
    let page = page.page();
    page.select(&field)
        .next()
        .unwrap()
        .attr("value")
        .unwrap()
        .to_owned()
}

store::both_engines! {
    MIGRATIONS;

    async fn nobody_reads_what_somebody_wrote_for_themselves(db) {
        let world = world(&db).await;
        let noor = world.house.signed_in("noor@voorbeeld.example").await;
        let id = written(&db, &noor).await;
        let here = format!("/cases/{id}");
        let own = noor.get(&here).await;
        assert!(own.text().contains("Mevrouw Roozeboom"), "{}", own.text());
        // The database holds none of it in a form that can be read.
        let kept: Vec<String> = db.read(|tx| tx.all(sql!("select sealed from brief_texts"), args![])).await.unwrap();
        assert_eq!(kept.len(), 1);
        assert!(kept.iter().all(|text| !text.contains("Roozeboom") && !text.contains("Bellen")));
        for name in ["thea", "bram", "wietske"] {
            let other = world.house.signed_in(&format!("{name}@voorbeeld.example")).await;
            for path in ["", "/text", "/sharing", "/withdrawal"] {
                assert_eq!(other.get(&format!("{here}{path}")).await.status, 404, "{name} {path}");
            }
            assert_eq!(other.post(&format!("{here}/text"), OWN).await.status, 404, "{name}");
        }
    }

    async fn a_case_goes_from_draft_over_the_check_to_the_agenda(db) {
        let world = world(&db).await;
        let meeting = world.plan("2026-12-15").await;
        world.house.deliver().await;
        let noor = world.house.signed_in("noor@voorbeeld.example").await;
        let thea = world.house.signed_in("thea@voorbeeld.example").await;
        let bram = world.house.signed_in("bram@voorbeeld.example").await;
        let id = written(&db, &noor).await;
        let here = format!("/cases/{id}");

        // What somebody wrote is offered to be made neutral, and is not sent before they looked.
        let form = noor.get(&format!("{here}/sharing")).await;
        assert!(form.text().contains("Mevrouw Roozeboom"));
        assert_eq!(form.page().select(&Selector::parse("input[name=looked]").unwrap()).count(), 1);
        let unlooked = send(&db, &noor, &id, &SHARED.replace("&looked=yes", "")).await;
        assert_eq!(unlooked.status, 422);
        assert!(unlooked.text().contains("Een patiënte belt"), "what was typed is still there");
        assert_eq!(send(&db, &noor, &id, SHARED).await.status, 303);
        let state: String = of_brief(&db, "state").await;
        assert_eq!(state, "checking");
        // Pressing twice sends one mail, which says nothing of the case.
        assert_eq!(send(&db, &noor, &id, SHARED).await.status, 303);
        assert_eq!(world.house.deliver().await, 1);
        let mail = world.house.mailbox.letters().pop().unwrap();
        assert_eq!(mail.to, "thea@voorbeeld.example");
        assert!(mail.text.contains(&here) && !mail.text.contains("telefoon") && !mail.subject.contains("telefoon"));

        // The group reads nothing yet. Whoever leads reads the shared text, and never the other.
        assert_eq!(bram.get(&here).await.status, 404);
        let group = thea.get("/groups/g").await;
        assert!(group.text().contains("Eén casus wacht op jouw blik"));
        let check = thea.get(&here).await;
        assert!(check.text().contains("Een patiënte belt") && !check.text().contains("Roozeboom"), "{}", check.text());
        let version = hidden(&check, "version");
        let empty = thea.post(&format!("{here}/question"), &format!("version={version}&question=")).await;
        assert_eq!(empty.status, 422);
        let asked = format!("version={version}&question=Is+er+maar+%C3%A9%C3%A9n+die+zo+vaak+belt%3F");
        assert_eq!(thea.post(&format!("{here}/question"), &asked).await.status, 303);
        assert_eq!(bram.get(&here).await.status, 404);
        world.house.deliver().await;
        let back = noor.get(&here).await;
        assert!(back.text().contains("Is er maar één die zo vaak belt?"));

        assert_eq!(send(&db, &noor, &id, &SHARED.replace("elke+dag&role", "vaak&role")).await.status, 303);
        let version: i64 = of_brief(&db, "version").await;
        // Nobody approves what they have not read.
        let old = version - 1;
        assert_eq!(thea.post(&format!("{here}/approval"), &format!("version={old}")).await.status, 303);
        let state: String = of_brief(&db, "state").await;
        assert_eq!(state, "checking");
        assert_eq!(thea.post(&format!("{here}/approval"), &format!("version={version}")).await.status, 303);
        let read = bram.get(&here).await;
        assert!(read.text().contains("Een patiënte belt vaak") && !read.text().contains("Roozeboom"));
        let list = bram.get("/groups/g/cases").await;
        assert_eq!(texts(&list.page(), ".brief-lines a"), ["Elke dag aan de telefoon"]);

        assert_eq!(bram.post(&format!("{here}/meeting"), &format!("meeting={meeting}")).await.status, 404);
        assert_eq!(noor.post(&format!("{here}/meeting"), "meeting=elsewhere").await.status, 404);
        for _ in 0..2 {
            assert_eq!(noor.post(&format!("{here}/meeting"), &format!("meeting={meeting}")).await.status, 303);
        }
        let listed: Vec<(String, String)> =
            db.read(|tx| tx.all(sql!("select title, state from cases"), args![])).await.unwrap();
        assert_eq!(listed, [("Elke dag aan de telefoon".to_owned(), "ready".to_owned())]);
        // Brought to another meeting, it moves there.
        db.write(|tx| {
            tx.run(
                sql!(
                    "insert into meetings (id, programme_id, group_id, title, starts_at, ends_at, zone, plan, state, published_at)
                     select 'later', programme_id, group_id, title, starts_at + 1, ends_at, zone, plan, state, published_at
                     from meetings limit 1"
                ),
                args![],
            )
        })
        .await
        .unwrap();
        for place in ["later", meeting.as_str()] {
            assert_eq!(noor.post(&format!("{here}/meeting"), &format!("meeting={place}")).await.status, 303);
            let at: String = db.read(|tx| tx.one(sql!("select meeting_id from cases"), args![])).await.unwrap();
            assert_eq!(at, place);
        }
        assert!(bram.get(&format!("/meetings/{meeting}")).await.text().contains("Elke dag aan de telefoon"));
        world.house.deliver().await;
        let wietske = world.house.signed_in("wietske@voorbeeld.example").await;
        for path in [here.as_str(), "/groups/g/cases", "/groups/g/cases/new"] {
            assert_eq!(wietske.get(path).await.status, 404, "{path}");
        }
    }

    async fn taking_back_leaves_nothing_that_can_be_read(db) {
        let world = world(&db).await;
        let meeting = world.plan("2026-12-15").await;
        world.house.deliver().await;
        let noor = world.house.signed_in("noor@voorbeeld.example").await;
        let thea = world.house.signed_in("thea@voorbeeld.example").await;
        let id = written(&db, &noor).await;
        let here = format!("/cases/{id}");
        send(&db, &noor, &id, SHARED).await;
        world.house.deliver().await;
        let version: i64 = of_brief(&db, "version").await;
        thea.post(&format!("{here}/approval"), &format!("version={version}")).await;
        noor.post(&format!("{here}/meeting"), &format!("meeting={meeting}")).await;
        let asks = noor.get(&format!("{here}/withdrawal")).await;
        assert!(asks.text().contains("Wis alles"));
        assert_eq!(thea.post(&format!("{here}/withdrawal"), "").await.status, 404);
        assert_eq!(noor.post(&format!("{here}/withdrawal"), "").await.header("location"), Some("/my/cases"));
        for table in [
            sql!("select count(*) from brief_texts"),
            sql!("select count(*) from record_keys"),
            sql!("select count(*) from cases"),
        ] {
            let left: i64 = db.read(move |tx| tx.one(table, args![])).await.unwrap();
            assert_eq!(left, 0);
        }
        assert_eq!(noor.get(&here).await.status, 410);
        assert_eq!(thea.get(&here).await.status, 404);
        assert!(texts(&noor.get("/my/cases").await.page(), ".brief-lines a").is_empty());
    }

    async fn saving_while_typing_makes_one_case_and_two_devices_lose_nothing(db) {
        let world = world(&db).await;
        let noor = world.house.signed_in("noor@voorbeeld.example").await;
        let auto = format!("{OWN}&do=auto");
        let first = noor.post("/groups/g/cases", &auto).await;
        let id: String = of_brief(&db, "id").await;
        assert_eq!(first.status, 200);
        assert_eq!(first.text(), format!("{id} 1"));
        // The answer was lost: the same form comes again, and makes no second case.
        assert_eq!(noor.post("/groups/g/cases", &auto).await.text(), format!("{id} 1"));
        let here = format!("/cases/{id}/text");
        let kept = noor.post(&here, &format!("{auto}&version=1&wanted=Rust")).await;
        assert_eq!(kept.text(), format!("{id} 2"));
        // Another device still has the first version: what it wrote comes back, with what is there now said.
        let late = noor.post(&here, &format!("{}&version=1", OWN.replace("Bellen", "Telefoon"))).await;
        assert_eq!(late.status, 409);
        assert!(late.text().contains("value=\"Telefoon\"") && late.text().contains("ander apparaat"), "{}", late.text());
        let again = format!("{}&version={}", OWN.replace("Bellen", "Telefoon"), hidden(&late, "version"));
        assert_eq!(noor.post(&here, &again).await.status, 303);
        assert!(noor.get(&here).await.text().contains("value=\"Telefoon\""));
        // What another template does not ask is not lost by trying it.
        let version: i64 = of_brief(&db, "version").await;
        let review = format!("{}&version={version}&outcome=Het+liep+goed", OWN.replace("short", "review"));
        noor.post(&here, &review).await;
        let page = noor.get(&here).await;
        assert!(page.text().contains("Het liep goed"));
    }

    async fn a_name_is_pointed_at_replaced_and_never_kept_against_the_guard(db) {
        let world = world(&db).await;
        let noor = world.house.signed_in("noor@voorbeeld.example").await;
        let id = written(&db, &noor).await;
        let here = format!("/cases/{id}/sharing");
        let page = noor.get(&here).await;
        assert_eq!(texts(&page.page(), ".brief-guard mark"), ["Roozeboom"], "{}", page.text());
        let button = Selector::parse("button[name=replace]").unwrap();
        let value = page.page().select(&button).next().unwrap().attr("value").unwrap().to_owned();

        let named = SHARED.replace("Een+pati%C3%ABnte", "Mevrouw+Roozeboom");
        let refused = send(&db, &noor, &id, &named).await;
        assert_eq!(refused.status, 422);
        assert!(refused.text().contains("Kring ziet nog één plek"), "{}", refused.text());
        let kept: i64 = db
            .read(|tx| tx.one(sql!("select count(*) from brief_texts where part = 'shared'"), args![]))
            .await
            .unwrap();
        assert_eq!(kept, 0, "what was refused is kept nowhere");

        let replaced = noor.post(&here, &format!("{named}&replace={value}&version=1")).await;
        assert_eq!(replaced.status, 200);
        assert!(texts(&replaced.page(), ".brief-guard mark").is_empty(), "{}", replaced.text());
        assert!(!replaced.text().contains("Roozeboom") && replaced.text().contains("Elke dag aan de telefoon"));
        let state: String = of_brief(&db, "state").await;
        assert_eq!(state, "draft", "replacing sends nothing");

        // Whoever has looked and knows better goes on.
        assert_eq!(send(&db, &noor, &id, &format!("{named}&anyway=yes")).await.status, 303);
        let state: String = of_brief(&db, "state").await;
        assert_eq!(state, "checking");
    }

    async fn how_it_ended_is_hidden_from_the_group(db) {
        let world = world(&db).await;
        let noor = world.house.signed_in("noor@voorbeeld.example").await;
        let thea = world.house.signed_in("thea@voorbeeld.example").await;
        let bram = world.house.signed_in("bram@voorbeeld.example").await;
        noor.post("/groups/g/cases", &OWN.replace("short", "review")).await;
        let id: String = of_brief(&db, "id").await;
        send(&db, &noor, &id, &format!("{SHARED}&outcome=Ze+is+verhuisd")).await;
        world.house.deliver().await;
        let version: i64 = of_brief(&db, "version").await;
        thea.post(&format!("/cases/{id}/approval"), &format!("version={version}")).await;
        let here = format!("/cases/{id}");
        assert!(thea.get(&here).await.text().contains("Ze is verhuisd"));
        assert!(!bram.get(&here).await.text().contains("Ze is verhuisd"));
    }

    async fn a_field_is_looked_at_for_whoever_types_and_forgotten(db) {
        let world = world(&db).await;
        let noor = world.house.signed_in("noor@voorbeeld.example").await;
        let text = "text=Mevrouw+Roozeboom+belt.";
        let look = noor.post("/privacy/findings", text).await;
        let said: serde_json::Value = serde_json::from_slice(&look.body).unwrap();
        let marks = said["marks"].as_array().unwrap();
        assert_eq!(marks.len(), 1, "{said}");
        assert_eq!((marks[0]["start"].as_u64(), marks[0]["end"].as_u64()), (Some(8), Some(17)));
        assert_eq!(marks[0]["patch"], serde_json::json!({"start": 0, "end": 17, "text": "Een vrouw"}));
        assert!(noor.post("/privacy/findings", "").await.text().contains("\"marks\":[]"));
        // A stranger's texts are not looked at: nobody tries names out here.
        let stranger = world.house.browser().post("/privacy/findings", text).await;
        assert_eq!((stranger.status.as_u16(), stranger.header("location")), (303, Some("/sign-in")));
        // Somebody who asks without end has to wait.
        let mut last = look.status;
        for _ in 0..130 {
            last = noor.post("/privacy/findings", text).await.status;
        }
        assert_eq!(last, 429);
    }
}
