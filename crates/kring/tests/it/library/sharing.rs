//! From a treated case to an entry that somebody else has looked at.

use store::{MIGRATIONS, args, sql};

use super::stage::{ENTRY, Stage, value};
use crate::pages::check;
use crate::site::texts;

const NONE: [&str; 0] = [];

store::both_engines! {
    MIGRATIONS;

    async fn a_case_goes_over_consent_and_a_second_pair_of_eyes_to_who_may_find_it(db) {
        let stage = Stage::new(&db).await;
        let (noor, thea) = (stage.of("noor"), stage.of("thea"));
        let mine = noor.get("/library/mine").await;
        assert!(mine.text().contains("Elke dag bellen") && mine.text().contains("/library/cases/c"));
        // Nobody else shares her case.
        for name in ["thea", "bram", "daan", "wietske"] {
            assert_eq!(stage.of(name).get("/library/cases/c").await.status, 404, "{name}");
            assert_eq!(stage.of(name).post("/library/cases/c", "scope=programme&consent=yes").await.status, 404, "{name}");
        }
        let offer = noor.get("/library/cases/c").await;
        assert!(offer.text().contains("vindt meteen niemand het meer"), "what taking back does is said before");
        let refused = noor.post("/library/cases/c", "scope=organisation").await;
        assert_eq!(refused.status, 422);
        assert!(refused.text().contains("value=\"organisation\" checked"), "{}", refused.text());
        for _ in 0..2 {
            assert_eq!(noor.post("/library/cases/c", "scope=programme&consent=yes").await.status, 303);
        }
        let entry = stage.entry("c").await;
        let form = noor.get(&format!("{entry}/text")).await;
        assert_eq!(value(&form, "#question"), "Hoe begrens ik dit?");

        // What is certain has to go, whatever is ticked; a name has to be said to be all right.
        let number = ENTRY.replace("Iemand", "Vanaf+06-12345678");
        assert_eq!(stage.send("noor", &entry, &format!("{number}&anyway=yes")).await.status, 422);
        let named = ENTRY.replace("Iemand", "Mevrouw+Roozeboom");
        let refused = stage.send("noor", &entry, &named).await;
        assert_eq!(refused.status, 422);
        assert!(texts(&refused.page(), ".library-guard mark").contains(&"Roozeboom".to_owned()), "{}", refused.text());
        assert_eq!(stage.send("noor", &entry, ENTRY).await.status, 303);
        assert_eq!(stage.send("noor", &entry, ENTRY).await.status, 303, "pressed twice");

        // One mail to whoever leads, which says nothing of it; nobody else reads or finds anything yet.
        assert_eq!(stage.house().deliver().await, 1);
        let mail = stage.house().mailbox.letters().pop().unwrap();
        assert_eq!(mail.to, "thea@voorbeeld.example");
        assert!(mail.text.contains(&entry) && !mail.text.contains("telefoon") && !mail.subject.contains("telefoon"));
        for name in ["bram", "daan", "hugo", "lena", "olaf", "wietske"] {
            assert_eq!(stage.of(name).get(&entry).await.status, 404, "{name}");
            assert_eq!(stage.finds(name, "belmomenten").await, NONE, "{name}");
        }
        assert!(thea.get("/library").await.text().contains("Eén bijdrage wacht op jouw blik"));
        assert_eq!(texts(&thea.get("/library/checks").await.page(), ".library-lines h2 a"), ["Elke dag aan de telefoon"]);
        assert!(texts(&stage.of("hugo").get("/library/checks").await.page(), ".library-lines h2 a").is_empty());

        let version = stage.version(&entry).await;
        assert_eq!(thea.post(&format!("{entry}/question"), &format!("version={version}&question=")).await.status, 422);
        let asked = format!("version={version}&question=Is+er+maar+%C3%A9%C3%A9n+die+zo+vaak+belt%3F");
        assert_eq!(thea.post(&format!("{entry}/question"), &asked).await.status, 303);
        assert_eq!(stage.house().deliver().await, 1);
        let back = noor.get(&entry).await;
        assert!(back.text().contains("Is er maar één die zo vaak belt?"));
        stage.send("noor", &entry, ENTRY).await;
        stage.house().deliver().await;

        // Nobody approves what they have not read, nor their own.
        let version = stage.version(&entry).await;
        for (name, version, status) in [("noor", version, 404), ("bram", version, 404), ("thea", version - 1, 303)] {
            let reply = stage.of(name).post(&format!("{entry}/approval"), &format!("version={version}")).await;
            assert_eq!(reply.status, status, "{name}");
        }
        assert_eq!(stage.finds("daan", "belmomenten").await, NONE);
        assert_eq!(thea.post(&format!("{entry}/approval"), &format!("version={version}")).await.status, 303);
        assert_eq!(stage.house().deliver().await, 1);
        for (name, finds) in
            [("daan", true), ("bram", true), ("noor", true), ("lena", false), ("olaf", false), ("wietske", false)]
        {
            let found = stage.finds(name, "belmomenten").await;
            assert_eq!(found.len(), usize::from(finds), "{name}");
            assert_eq!(stage.of(name).get(&entry).await.status, if finds { 200 } else { 404 }, "{name}");
        }
        let read = stage.of("daan").get(&entry).await;
        assert!(read.text().contains("Spreek vaste belmomenten af") && !read.text().contains("noor"), "nameless");
        // The database holds none of it in a form that can be read.
        let kept: Vec<String> = db.read(|tx| tx.all(sql!("select sealed from library_texts"), args![])).await.unwrap();
        assert!(kept.len() >= 2 && kept.iter().all(|text| !text.contains("belmomenten")));
    }

    async fn what_somebody_took_along_is_there_to_begin_with_and_nothing_of_others(db) {
        let stage = Stage::new(&db).await;
        db.write(|tx| {
            for (id, text, audience, taker) in [
                ("r1", "Maak een belafspraak", "group", "noor@voorbeeld.example"),
                ("r2", "Laat het los", "group", "bram@voorbeeld.example"),
                ("r3", "Wat ik voor mezelf opschreef", "writer", "bram@voorbeeld.example"),
            ] {
                tx.run(
                    sql!(
                        "insert into results (id, meeting_id, kind, step, text, person_id, audience, position, case_id)
                         values ($1, 'm-c', 'advice', 'advice', $2, 'bram@voorbeeld.example', $3, 1, 'c')"
                    ),
                    args![id, text, audience],
                )?;
                tx.run(
                    sql!("insert into result_takers (result_id, position, person_id, name) values ($1, 1, $2, 'x')"),
                    args![id, taker],
                )?;
            }
            Ok::<_, store::Error>(())
        })
        .await
        .unwrap();
        stage.of("noor").post("/library/cases/c", "scope=programme&consent=yes").await;
        let entry = stage.entry("c").await;
        let form = stage.of("noor").get(&format!("{entry}/text")).await;
        assert_eq!(value(&form, "#advice").trim(), "- Maak een belafspraak");
    }

    async fn a_text_keeps_itself_and_two_devices_lose_nothing(db) {
        let stage = Stage::new(&db).await;
        let noor = stage.of("noor");
        noor.post("/library/cases/c", "scope=programme&consent=yes").await;
        let here = format!("{}/text", stage.entry("c").await);
        let id = here.split('/').nth(3).unwrap().to_owned();
        let kept = noor.post(&here, &format!("{ENTRY}&do=auto&version=1")).await;
        assert_eq!((kept.status.as_u16(), kept.text()), (200, format!("{id} 2").as_str()));
        let late = noor.post(&here, "title=Anders&do=keep&version=1").await;
        assert_eq!(late.status, 409);
        assert!(late.text().contains("value=\"Anders\"") && late.text().contains("ander apparaat"), "{}", late.text());
        let again = format!("title=Anders&do=keep&version={}", value(&late, "input[name=version]"));
        assert_eq!(noor.post(&here, &again).await.status, 303);
        assert_eq!(value(&noor.get(&here).await, "#title"), "Anders");
        for name in ["thea", "bram"] {
            assert_eq!(stage.of(name).post(&here, &again).await.status, 404, "{name}");
        }
    }

    async fn whoever_leads_alone_is_checked_by_another_group_and_nobody_by_themselves(db) {
        let stage = Stage::new(&db).await;
        stage.treated(&db, "own", "thea").await;
        let thea = stage.of("thea");
        thea.post("/library/cases/own", "scope=programme&consent=yes").await;
        let entry = stage.entry("own").await;
        assert_eq!(stage.send("thea", &entry, ENTRY).await.status, 303);
        assert_eq!(stage.house().deliver().await, 1);
        assert_eq!(stage.house().mailbox.letters().pop().unwrap().to, "hugo@voorbeeld.example");
        let version = stage.version(&entry).await;
        let form = format!("version={version}");
        assert_eq!(thea.post(&format!("{entry}/approval"), &form).await.status, 404);
        assert_eq!(stage.of("hugo").post(&format!("{entry}/approval"), &form).await.status, 303);
        assert_eq!(stage.finds("daan", "belmomenten").await, ["Elke dag aan de telefoon"]);
    }

    async fn others_read_the_checked_text_until_a_change_was_checked_too(db) {
        let stage = Stage::new(&db).await;
        let entry = stage.published("c", "noor", "programme", ENTRY).await;
        let changed = ENTRY.replace("belmomenten", "spreekuurtijden");
        let version = stage.version(&entry).await;
        let form = format!("{changed}&do=keep&version={version}");
        assert_eq!(stage.of("noor").post(&format!("{entry}/text"), &form).await.status, 303);
        let read = stage.of("daan").get(&entry).await;
        assert!(read.text().contains("belmomenten") && !read.text().contains("spreekuurtijden"));
        assert_eq!(stage.finds("daan", "spreekuurtijden").await, NONE);
        stage.send("noor", &entry, &changed).await;
        // Taken back from the check, nobody can approve it.
        assert_eq!(stage.of("noor").post(&format!("{entry}/recall"), "").await.status, 303);
        let version = stage.version(&entry).await;
        stage.of("thea").post(&format!("{entry}/approval"), &format!("version={version}")).await;
        assert_eq!(stage.finds("daan", "spreekuurtijden").await, NONE);
        stage.send("noor", &entry, &changed).await;
        let version = stage.version(&entry).await;
        stage.of("thea").post(&format!("{entry}/approval"), &format!("version={version}")).await;
        assert_eq!(stage.finds("daan", "spreekuurtijden").await, ["Elke dag aan de telefoon"]);
        assert_eq!(stage.finds("daan", "belmomenten").await, NONE);
    }

    async fn every_page_is_well_made_and_there_for_whom_it_is_for(db) {
        let stage = Stage::new(&db).await;
        let visitor = stage.house().browser();
        let noor = stage.of("noor");
        let mut faults = Vec::new();
        let mut look = async |name: &str, paths: &[&str]| {
            for path in paths {
                let signed_out = visitor.get(path).await;
                assert!(signed_out.header("location").is_some_and(|to| to.starts_with("/sign-in")), "{path}");
                for language in ["nl", "en"] {
                    let page = stage.of(name).copy().with("accept-language", language).get(path).await;
                    assert_eq!(page.status, 200, "{name} {path}");
                    faults.extend(check(&page.page(), language).into_iter().map(|fault| format!("{language} {path}: {fault}")));
                }
            }
        };
        look("noor", &["/library", "/library/wishes", "/library/cases/c", "/library/returns/c", "/groups/g/returns"]).await;
        noor.post("/library/cases/c", "scope=programme&consent=yes").await;
        let entry = stage.entry("c").await;
        let (text, withdrawal) = (format!("{entry}/text"), format!("{entry}/withdrawal"));
        look("noor", &[&text, &withdrawal, "/library/mine"]).await;
        stage.send("noor", &entry, &format!("{}&anyway=yes", ENTRY.replace("Iemand", "Iemand+van+84+jaar"))).await;
        look("thea", &["/library", "/library/checks", &entry]).await;
        assert!(texts(&stage.of("thea").get(&entry).await.page(), ".library-judging mark").contains(&"84".to_owned()));
        let version = stage.version(&entry).await;
        stage.of("thea").post(&format!("{entry}/approval"), &format!("version={version}")).await;
        look("noor", &[&entry]).await;
        look("daan", &["/library", "/library?words=belmomenten", &entry]).await;
        for path in ["/library/entries/unknown", "/library/cases/unknown", "/library/returns/unknown"] {
            assert_eq!(noor.get(path).await.status, 404, "{path}");
        }
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    }

    async fn who_owns_the_case_as_well_has_to_say_yes_and_may_take_it_back(db) {
        let stage = Stage::new(&db).await;
        let (noor, bram) = (stage.of("noor"), stage.of("bram"));
        db.write(|tx| {
            tx.run(
                sql!(
                    "insert into briefs (id, form_key, group_id, owner_id, second_id, second_since, template, state, readers, urgency, depth,
                                         made_at, changed_at, version)
                     values ('c', 'c', 'g', 'noor@voorbeeld.example', 'bram@voorbeeld.example', 1, 'short', 'approved', 'group', 1, 0, 1, 1, 1)"
                ),
                args![],
            )
        })
        .await
        .unwrap();
        let yes = "scope=programme&consent=yes";
        let refused = noor.post("/library/cases/c", yes).await;
        assert_eq!(refused.status, 422);
        assert!(refused.text().contains("moet hier ook ja op zeggen"), "{}", refused.text());
        assert_eq!(bram.post("/cases/c/consents", "use-programme=yes").await.status, 303);
        let entry = stage.published("c", "noor", "programme", ENTRY).await;
        assert_eq!(stage.finds("daan", "belmomenten").await, ["Elke dag aan de telefoon"]);
        // More people may read it only when both say so.
        assert_eq!(noor.post(&format!("{entry}/consent"), "scope=organisation").await.status, 403);
        assert_eq!(stage.finds("lena", "belmomenten").await, NONE);
        // Without one yes it is gone, for everybody and at once.
        assert_eq!(bram.post("/cases/c/consents", "").await.status, 303);
        assert_eq!(stage.finds("daan", "belmomenten").await, NONE);
        assert_eq!(noor.get(&entry).await.status, 410);
    }
}
