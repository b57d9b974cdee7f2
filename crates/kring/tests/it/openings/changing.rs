//! What organisers do after an open meeting is made known: another text, more places, people by hand, another day, calling it off.

use jiff::SignedDuration;
use store::{MIGRATIONS, args, sql};

use super::world::{World, hidden, texts as invitation};
use crate::pages::check;
use crate::site::texts;

store::both_engines! {
    MIGRATIONS;

    async fn two_who_change_it_at_once_see_each_other(db) {
        let world = World::new(&db).await;
        let organiser = world.organiser().await;
        let (desk, _) = world.open(&organiser, 8).await;
        let path = format!("{desk}/invitation");
        let page = organiser.get(&path).await.page();
        assert_eq!(check(&page, "nl"), [""; 0]);
        let version = hidden(&page, "version");
        let saved = organiser.post(&path, &format!("version={version}&{}&audience=Iedereen", invitation(8))).await;
        assert_eq!(saved.header("location"), Some(desk.as_str()), "{}", saved.text());
        let late = organiser.post(&path, &format!("version={version}&{}&goal=Iets anders", invitation(8))).await;
        assert_eq!(late.status, 409);
        let page = late.page();
        assert_eq!(check(&page, "nl"), [""; 0]);
        let differing = texts(&page, ".differing dt");
        assert!(differing.contains(&"Doel".to_owned()) && differing.contains(&"Voor wie".to_owned()), "{differing:?}");
        assert!(late.text().contains("Iets anders"), "what was typed is still there");
        let again = organiser.post(&path, &format!("version={}&{}&goal=Iets anders", hidden(&page, "version"), invitation(8))).await;
        assert_eq!(again.status, 303);
        assert_eq!(world.house.deliver().await, 0, "a text is told to nobody");
        let wrong = organiser.post(&path, &format!("version=3&{}&goal=", invitation(8))).await;
        assert_eq!(wrong.status, 422);
        assert_eq!(check(&wrong.page(), "nl"), [""; 0]);
    }

    async fn more_places_let_in_who_waits_and_fewer_send_nobody_away(db) {
        let world = World::new(&db).await;
        let organiser = world.organiser().await;
        let (desk, front) = world.open(&organiser, 1).await;
        for name in ["noor", "bram", "saar"] {
            world.come(&front, name).await;
        }
        let path = format!("{desk}/invitation");
        let more = organiser.post(&path, &format!("version=1&{}", invitation(2))).await;
        assert_eq!(more.status, 303, "{}", more.text());
        assert_eq!(world.house.deliver().await, 1);
        assert_eq!(world.standing().await, ["noor coming", "bram coming", "saar waiting"]);
        let fewer = organiser.post(&path, &format!("version=2&{}", invitation(1))).await;
        assert_eq!(fewer.status, 303, "{}", fewer.text());
        assert_eq!(world.house.deliver().await, 0);
        assert_eq!(world.standing().await, ["noor coming", "bram coming", "saar waiting"]);
    }

    async fn an_organiser_adds_somebody_and_takes_somebody_off(db) {
        let world = World::new(&db).await;
        let organiser = world.organiser().await;
        let (desk, front) = world.open(&organiser, 1).await;
        let page = organiser.get(&desk).await.page();
        let wrong = organiser.post(&format!("{desk}/people"), &format!("key={}&name=&mail=x", hidden(&page, "key"))).await;
        assert_eq!(wrong.status, 422);
        assert_eq!(check(&wrong.page(), "nl"), [""; 0]);
        let form = format!("key={}&name=noor&mail=noor@voorbeeld.example&organisation=Kwelder", hidden(&page, "key"));
        for _ in 0..2 {
            assert_eq!(organiser.post(&format!("{desk}/people"), &form).await.status, 303);
        }
        assert_eq!(world.house.deliver().await, 1);
        assert_eq!(world.mail("noor").calendar.unwrap().method, "REQUEST");
        world.house.advance(SignedDuration::from_secs(1));
        world.come(&front, "bram").await;
        world.ask(&front, "saar").await;
        assert_eq!(world.standing().await, ["noor coming", "bram waiting", "saar asked"]);
        let remove = async |name: &'static str| {
            let id: String = db
                .read(move |tx| tx.one(sql!("select id from sign_ups where name = $1"), args![name]))
                .await
                .unwrap();
            organiser.post(&format!("{desk}/people/{id}/removal"), "").await.status.as_u16()
        };
        for _ in 0..2 {
            assert_eq!(remove("noor").await, 303);
        }
        assert_eq!(world.house.deliver().await, 2, "one leaves, one moves up");
        assert_eq!(world.mail("noor").calendar.unwrap().method, "CANCEL");
        assert_eq!(world.standing().await, ["noor gone", "bram coming", "saar asked"]);
        let link = world.link("saar", "/sign-ups/");
        world.house.browser().post(&format!("{link}/confirmation"), "").await;
        assert_eq!(world.standing().await, ["noor gone", "bram coming", "saar waiting"]);
        world.house.deliver().await;
        assert_eq!(remove("saar").await, 303);
        assert_eq!(world.house.deliver().await, 1);
        assert!(world.mail("saar").subject.starts_with("Niet meer op de wachtlijst"));
        let unknown = organiser.post(&format!("{desk}/people/x/removal"), "").await;
        assert_eq!(unknown.status, 404);
    }

    async fn another_day_and_calling_off_reach_everybody_once(db) {
        let world = World::new(&db).await;
        let organiser = world.organiser().await;
        let (desk, front) = world.open(&organiser, 1).await;
        world.come(&front, "noor").await;
        let bram = world.come(&front, "bram").await;
        let meeting = format!("/meetings/{}", desk.rsplit('/').next().unwrap());
        let moved = "title=Open avond&date=2026-12-16&time=20%3A00&minutes=60&place=Elders&online=&directions=&seen=0";
        assert_eq!(organiser.post(&format!("{meeting}/date"), moved).await.status, 303);
        assert_eq!(world.house.deliver().await, 3);
        assert_eq!(world.mail("noor").calendar.unwrap().method, "REQUEST");
        let told = world.mail("bram");
        assert!(told.subject.starts_with("Gewijzigd") && told.text.contains("woensdag 16 december"), "{}", told.text);
        assert!(told.calendar.is_none(), "whoever waits has nothing in their calendar");
        for _ in 0..2 {
            let off = organiser.post(&format!("{meeting}/cancellation"), "because=De zaal is dicht.").await;
            assert_eq!(off.status, 303);
        }
        assert_eq!(world.house.deliver().await, 3);
        assert_eq!(world.mail("noor").calendar.unwrap().method, "CANCEL");
        assert!(world.mail("bram").text.contains("De zaal is dicht."));
        let browser = world.house.browser();
        for path in [&front, &bram] {
            let page = browser.get(path).await;
            assert!(page.text().contains("Deze bijeenkomst gaat niet door."), "{path}");
            assert_eq!(check(&page.page(), "nl"), [""; 0]);
        }
        assert_eq!(check(&organiser.get(&desk).await.page(), "nl"), [""; 0]);
        assert_eq!(world.reminders().await, 0);
    }

    async fn somebody_else_leads_and_whoever_led_hears_of_it(db) {
        let world = World::new(&db).await;
        let organiser = world.organiser().await;
        let (desk, front) = world.open(&organiser, 1).await;
        world.come(&front, "wietske").await;
        world.come(&front, "noor").await;
        let other = invitation(1).replace("leader=thea", "leader=wietske");
        let changed = organiser.post(&format!("{desk}/invitation"), &format!("version=1&{other}")).await;
        assert_eq!(changed.status, 303, "{}", changed.text());
        world.house.deliver().await;
        assert_eq!(world.mail("thea").calendar.unwrap().method, "CANCEL");
        // Whoever leads needs no place, so there is one for who waited.
        assert_eq!(world.standing().await, ["wietske gone", "noor coming"]);
        assert_eq!(world.listed().await, ["noor"]);
    }

    async fn a_place_that_is_left_in_another_way_is_passed_on_and_nobody_waits_forever_to_confirm(db) {
        let world = World::new(&db).await;
        let organiser = world.organiser().await;
        let (_, front) = world.open(&organiser, 1).await;
        world.come(&front, "noor").await;
        world.come(&front, "bram").await;
        world.ask(&front, "saar").await;
        // As leaving the whole programme does.
        db.write(|tx| tx.run(sql!("delete from attendance where person_id in (select id from people where name = 'noor')"), args![]))
            .await
            .unwrap();
        for _ in 0..2 {
            world.house.app.sweep().await.unwrap();
        }
        assert_eq!(world.house.deliver().await, 1);
        assert_eq!(world.standing().await, ["noor gone", "bram coming", "saar asked"]);
        world.house.advance(SignedDuration::from_hours(14 * 24 + 1));
        world.house.app.sweep().await.unwrap();
        assert_eq!(world.standing().await, ["noor gone", "bram coming"]);
    }

    async fn only_organisers_of_its_programme_see_who_signed_up(db) {
        let world = World::new(&db).await;
        let organiser = world.organiser().await;
        let (desk, front) = world.open(&organiser, 8).await;
        world.come(&front, "noor").await;
        let elsewhere = desk.replace("/programmes/p/", "/programmes/other/");
        let paths = [
            "/programmes/p/openings".to_owned(),
            "/programmes/p/openings/new".to_owned(),
            desk.clone(),
            format!("{desk}/invitation"),
        ];
        for language in ["nl", "en"] {
            let reader = organiser.copy().with("accept-language", language);
            for path in &paths {
                assert_eq!(check(&reader.get(path).await.page(), language), [""; 0], "{language} {path}");
            }
        }
        for mail in ["noor@voorbeeld.example", "jasper@voorbeeld.example", "thea@voorbeeld.example"] {
            let browser = world.house.signed_in(mail).await;
            for path in paths.iter().chain([&elsewhere]) {
                assert_eq!(browser.get(path).await.status, 404, "{mail} {path}");
            }
            for path in [
                "/programmes/p/openings".to_owned(),
                format!("{desk}/publication"),
                format!("{desk}/people"),
                format!("{desk}/invitation"),
            ] {
                assert_eq!(browser.post(&path, "name=x").await.status, 404, "{mail} {path}");
            }
        }
        let visitor = world.house.browser();
        for path in &paths {
            assert_eq!(visitor.get(path).await.status, 303, "{path}");
        }
        for path in ["/programmes/p/openings/unknown", "/programmes/other/openings"] {
            assert_eq!(organiser.get(path).await.status, 404, "{path}");
        }
    }

    async fn the_programme_lists_it_with_its_own_page(db) {
        let world = World::new(&db).await;
        let organiser = world.organiser().await;
        let (_, front) = world.open(&organiser, 8).await;
        let browser = world.house.browser();
        let page = browser.get("/p/leren").await;
        assert!(page.text().contains(&format!("href=\"{front}\"")) && page.text().contains("Nog 8 plaatsen vrij"));
        let feed = browser.get("/p/leren/feed.atom").await;
        assert!(feed.text().contains(&format!("{front}\"")), "{}", feed.text());
        let english = world.house.browser().with("accept-language", "en");
        let page = english.get(&front).await;
        assert_eq!(texts(&page.page(), "h1"), ["Open evening"]);
        let data = texts(&page.page(), "script[type='application/ld+json']").concat();
        let event: serde_json::Value = serde_json::from_str(&data).unwrap();
        assert_eq!((&event["@type"], &event["name"]), (&"Event".into(), &"Open evening".into()));
        assert_eq!(event["remainingAttendeeCapacity"], 8);
        assert!(event["url"].as_str().unwrap().ends_with(&front) && !data.contains("geheim"));
    }
}
