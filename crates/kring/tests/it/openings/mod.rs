//! Open meetings: planned, made known, signed up for without an account; nobody waits while a place is free, and everybody hears of it
//! once.

mod changing;
mod law;
mod world;

use jiff::SignedDuration;
use store::{MIGRATIONS, args, sql};

use crate::pages::check;
use crate::site::texts;
use world::{World, hidden, planned};

store::both_engines! {
    MIGRATIONS;

    async fn pressing_twice_plans_one_and_nobody_hears_of_a_draft(db) {
        let world = World::new(&db).await;
        let organiser = world.organiser().await;
        let list = organiser.get("/programmes/p/openings").await.page();
        assert_eq!(check(&list, "nl"), [""; 0]);
        let page = organiser.get("/programmes/p/openings/new").await.page();
        assert_eq!(check(&page, "nl"), [""; 0]);
        let form = format!("id={}&{}", hidden(&page, "id"), planned(8));
        for _ in 0..2 {
            let reply = organiser.post("/programmes/p/openings", &form).await;
            assert_eq!(reply.status, 303, "{}", reply.text());
        }
        let list = organiser.get("/programmes/p/openings").await.page();
        assert_eq!(texts(&list, ".programme-lines a"), ["Open avond"]);
        assert_eq!(world.house.deliver().await, 0, "a draft is told to nobody");
        let front: String = db.read(|tx| tx.one(sql!("select slug from invitations"), args![])).await.unwrap();
        let front = format!("/o/{front}");
        assert_eq!(world.house.browser().get(&front).await.status, 404);
        let preview = organiser.get(&front).await;
        assert_eq!(preview.status, 200);
        assert!(preview.text().contains("Alleen organisatoren zien deze pagina."));
        let refused = world.house.browser().post(&format!("{front}/sign-ups"), "name=x").await;
        assert_eq!(refused.status, 404);
    }

    async fn what_is_wrong_stands_at_its_field_with_everything_that_was_typed(db) {
        let world = World::new(&db).await;
        let organiser = world.organiser().await;
        let page = organiser.get("/programmes/p/openings/new").await.page();
        let form = format!(
            "id={}&{}&goal=&capacity=0&closes_on=2026-12-16&leader=jasper@voorbeeld.example",
            hidden(&page, "id"),
            planned(8)
        );
        let reply = organiser.post("/programmes/p/openings", &form).await;
        assert_eq!(reply.status, 422);
        let page = reply.page();
        assert_eq!(check(&page, "nl"), [""; 0]);
        assert_eq!(texts(&page, ".field-problem").len(), 4, "{:?}", texts(&page, ".field-problem"));
        assert!(reply.text().contains("value=\"Open avond\"") && reply.text().contains("Hoe begin je?"));
    }

    async fn a_stranger_signs_up_confirms_and_has_it_in_their_calendar(db) {
        let world = World::new(&db).await;
        let organiser = world.organiser().await;
        let (desk, front) = world.open(&organiser, 8).await;
        assert_eq!(world.mail("thea").calendar.unwrap().method, "REQUEST", "whoever leads is invited");
        let browser = world.house.browser();
        for language in ["nl", "en"] {
            let reader = world.house.browser().with("accept-language", language);
            let page = reader.get(&front).await.page();
            assert_eq!(check(&page, language), [""; 0]);
        }
        let page = browser.get(&front).await;
        assert!(page.text().contains("Nog 8 plaatsen vrij") && !page.text().contains("geheim"), "{}", page.text());
        let link = world.ask(&front, "noor").await;
        assert_eq!(world.standing().await, ["noor asked"]);
        assert!(world.mail("noor").calendar.is_none());
        // Opening the link changes nothing: mail scanners do that too.
        let own = browser.get(&link).await;
        assert_eq!(check(&own.page(), "nl"), [""; 0]);
        assert_eq!(world.standing().await, ["noor asked"]);
        assert_eq!(world.listed().await, [""; 0]);
        for _ in 0..2 {
            assert_eq!(browser.post(&format!("{link}/confirmation"), "").await.status, 303);
        }
        assert_eq!(world.house.deliver().await, 1, "invited once");
        assert_eq!(world.listed().await, ["noor"]);
        let letter = world.mail("noor");
        assert!(letter.subject.starts_with("Je plaats: Open avond"), "{}", letter.subject);
        let calendar = letter.calendar.unwrap();
        assert_eq!(calendar.method, "REQUEST");
        assert!(calendar.file.contains("video.example/geheim"), "who has a place gets the address");
        // Thea and Noor, fourteen days and one day before.
        assert_eq!(world.reminders().await, 4);
        assert!(browser.get(&link).await.text().contains("Je hebt een plaats."));
        assert!(browser.get(&front).await.text().contains("Nog 7 plaatsen vrij"));
        let seen = organiser.get(&desk).await;
        assert_eq!(check(&seen.page(), "nl"), [""; 0]);
        assert_eq!(texts(&seen.page(), "#people .question-lines strong"), ["noor"]);
        // Whoever leads sees them on the page of the meeting, and they see it themselves.
        let meeting = format!("/meetings/{}", desk.rsplit('/').next().unwrap());
        let thea = world.house.signed_in("thea@voorbeeld.example").await;
        assert!(texts(&thea.get(&meeting).await.page(), ".people-list strong").contains(&"noor".to_owned()));
        let noor = world.house.signed_in("noor@voorbeeld.example").await;
        assert_eq!(noor.get(&meeting).await.status, 200);
    }

    async fn the_page_answers_the_same_whoever_asks(db) {
        let world = World::new(&db).await;
        let organiser = world.organiser().await;
        let (_, front) = world.open(&organiser, 8).await;
        world.come(&front, "noor").await;
        // A form that was sent before, somebody on the list, and whoever leads.
        let browser = world.house.browser();
        let page = browser.get(&front).await.page();
        let to = format!("{front}/asked");
        for name in ["bram", "bram", "noor", "thea"] {
            let form = format!("key={}&name={name}&mail={name}@Voorbeeld.example", hidden(&page, "key"));
            let reply = browser.post(&format!("{front}/sign-ups"), &form).await;
            assert_eq!(reply.header("location"), Some(to.as_str()), "{name}");
        }
        // One form is one sign-up, whatever is typed into it the second time.
        assert_eq!(world.house.deliver().await, 1);
        assert_eq!(world.standing().await, ["noor coming", "bram asked"]);
        world.ask(&front, "noor").await;
        assert!(world.mail("noor").subject.starts_with("Je was al aangemeld"));
        let page = browser.get(&front).await.page();
        let form = format!("key={}&name=Thea&mail=thea@voorbeeld.example", hidden(&page, "key"));
        assert_eq!(browser.post(&format!("{front}/sign-ups"), &form).await.header("location"), Some(to.as_str()));
        world.house.deliver().await;
        let letter = world.mail("thea");
        assert!(letter.subject.starts_with("Je was al aangemeld") && !letter.text.contains("/sign-ups/"), "{}", letter.text);
        assert_eq!(world.standing().await, ["noor coming", "bram asked"]);
        let asked = browser.get(&to).await.page();
        assert_eq!(check(&asked, "nl"), [""; 0]);
    }

    async fn what_was_typed_on_the_page_is_still_there(db) {
        let world = World::new(&db).await;
        let organiser = world.organiser().await;
        let (_, front) = world.open(&organiser, 8).await;
        let browser = world.house.browser();
        let page = browser.get(&front).await.page();
        let form = format!("key={}&name=&mail=noor&organisation=Kwelder", hidden(&page, "key"));
        let reply = browser.post(&format!("{front}/sign-ups"), &form).await;
        assert_eq!(reply.status, 422);
        let page = reply.page();
        assert_eq!(check(&page, "nl"), [""; 0]);
        assert_eq!(texts(&page, ".field-problem").len(), 2);
        assert!(reply.text().contains("value=\"Kwelder\"") && reply.text().contains("value=\"noor\""));
        assert_eq!(world.standing().await, [""; 0]);
    }

    async fn whoever_signs_off_makes_room_for_the_first_who_waits(db) {
        let world = World::new(&db).await;
        let organiser = world.organiser().await;
        let (desk, front) = world.open(&organiser, 1).await;
        let noor = world.come(&front, "noor").await;
        let bram = world.come(&front, "bram").await;
        world.come(&front, "saar").await;
        assert_eq!(world.standing().await, ["noor coming", "bram waiting", "saar waiting"]);
        assert!(world.mail("bram").text.contains("bovenaan de wachtlijst"), "{}", world.mail("bram").text);
        assert!(world.mail("saar").text.contains("met één mens voor je"), "{}", world.mail("saar").text);
        let browser = world.house.browser();
        assert!(browser.get(&bram).await.text().contains("Je staat bovenaan de wachtlijst."));
        assert!(browser.get(&front).await.text().contains("er wachten 2 mensen"));
        let (before, told) = (world.mails("noor"), world.mails("bram"));
        for _ in 0..2 {
            assert_eq!(browser.post(&format!("{noor}/withdrawal"), "").await.status, 303);
        }
        world.house.deliver().await;
        assert_eq!(world.standing().await, ["noor gone", "bram coming", "saar waiting"]);
        assert_eq!(world.listed().await, ["bram"]);
        assert_eq!((world.mails("noor"), world.mails("bram")), (before + 1, told + 1), "each told once");
        assert_eq!(world.mail("noor").calendar.unwrap().method, "CANCEL");
        let promoted = world.mail("bram");
        assert!(promoted.subject.starts_with("Er is een plaats voor je"), "{}", promoted.subject);
        assert_eq!(promoted.calendar.unwrap().method, "REQUEST");
        assert_eq!(world.reminders().await, 4, "of Thea and Bram");
        // Signing up again is standing behind those who wait.
        world.come(&front, "noor").await;
        assert_eq!(world.standing().await, ["noor gone", "bram coming", "saar waiting", "noor waiting"]);
        let page = organiser.get(&desk).await.page();
        assert_eq!(check(&page, "nl"), [""; 0]);
        assert_eq!(texts(&page, "#waiting .question-lines strong"), ["saar", "noor"]);
    }

    async fn of_two_at_once_for_the_last_place_one_waits(db) {
        let world = World::new(&db).await;
        let organiser = world.organiser().await;
        let (_, front) = world.open(&organiser, 1).await;
        let (noor, bram) = (world.ask(&front, "noor").await, world.ask(&front, "bram").await);
        let (one, other) = (world.house.browser(), world.house.browser());
        let (noor, bram) = (format!("{noor}/confirmation"), format!("{bram}/confirmation"));
        let (left, right) = tokio::join!(one.post(&noor, ""), other.post(&bram, ""));
        assert_eq!((left.status.as_u16(), right.status.as_u16()), (303, 303));
        assert_eq!(world.listed().await.len(), 1);
        let standing = world.standing().await.concat();
        assert!(standing.contains("coming") && standing.contains("waiting"), "{standing}");
    }

    async fn a_no_in_a_calendar_or_by_an_old_link_gives_the_place_back(db) {
        let world = World::new(&db).await;
        let organiser = world.organiser().await;
        let (desk, front) = world.open(&organiser, 1).await;
        world.come(&front, "noor").await;
        world.come(&front, "bram").await;
        world.come(&front, "saar").await;
        // The link in the invitation leads to the page of whoever signed up.
        let reply = world.link("noor", "/reply/");
        let browser = world.house.browser();
        let own = browser.get(&reply).await;
        let to = own.header("location").unwrap().to_owned();
        assert!(to.starts_with("/sign-ups/"), "{to}");
        assert!(browser.get(&to).await.text().contains("Je hebt een plaats."));
        assert_eq!(browser.post(&reply, "comes=no").await.status, 303);
        world.house.deliver().await;
        assert_eq!(world.standing().await, ["noor gone", "bram coming", "saar waiting"]);
        assert!(browser.get(&to).await.text().contains("Je staat niet meer op de lijst."));
        // On the page of the meeting; then there is nothing of it to see any more.
        let meeting = format!("/meetings/{}", desk.rsplit('/').next().unwrap());
        let bram = world.house.signed_in("bram@voorbeeld.example").await;
        let said = bram.post(&format!("{meeting}/reply"), "comes=no").await;
        assert_eq!(said.header("location"), Some("/my"));
        assert_eq!(bram.get(&meeting).await.status, 404);
        assert_eq!(world.standing().await, ["noor gone", "bram gone", "saar coming"]);
        // Whoever leads says no as everywhere: they have no place to give back.
        let thea = world.link("thea", "/reply/");
        assert_eq!(browser.get(&thea).await.status, 200);
        assert_eq!(browser.post(&thea, "comes=no").await.status, 303);
        assert!(browser.get(&thea).await.text().contains("Je hebt je afgemeld."));
    }

    async fn whoever_has_a_place_comes_into_the_room_and_whoever_waits_does_not(db) {
        let world = World::new(&db).await;
        let organiser = world.organiser().await;
        let (desk, front) = world.open(&organiser, 1).await;
        let own = world.come(&front, "noor").await;
        world.come(&front, "bram").await;
        // Half past six in the evening of the fifteenth, in UTC, less ten minutes.
        world.house.advance(SignedDuration::from_hours(22 * 24 + 9) + SignedDuration::from_mins(18));
        world.house.deliver().await;
        let room = format!("/room/{}", desk.rsplit('/').next().unwrap());
        let [thea, noor, bram] = [
            world.house.signed_in("thea@voorbeeld.example").await,
            world.house.signed_in("noor@voorbeeld.example").await,
            world.house.signed_in("bram@voorbeeld.example").await,
        ];
        assert_eq!(thea.post(&format!("{room}/opening"), "").await.status, 303);
        assert!(noor.get(&own).await.text().contains(&format!("href=\"{room}\"")));
        assert_eq!(noor.get(&room).await.status, 200);
        assert_eq!(bram.get(&room).await.status, 404);
    }

    async fn too_late_is_too_late(db) {
        let world = World::new(&db).await;
        let organiser = world.organiser().await;
        let (desk, front) = world.open(&organiser, 8).await;
        let link = world.ask(&front, "noor").await;
        let coming = world.come(&front, "bram").await;
        // An hour after the last moment; it begins in the evening.
        world.house.advance(SignedDuration::from_hours(22 * 24 + 3));
        let browser = world.house.browser();
        let page = browser.get(&front).await;
        assert!(page.text().contains("Aanmelden kan niet meer.") && !page.text().contains("name=\"mail\""));
        assert_eq!(browser.post(&format!("{front}/sign-ups"), "name=x").await.status, 403);
        assert_eq!(browser.post(&format!("{link}/confirmation"), "").await.status, 403);
        assert!(browser.get(&link).await.text().contains("niet op tijd bevestigd"));
        // Whoever has a place still gives it back.
        assert_eq!(browser.post(&format!("{coming}/withdrawal"), "").await.status, 303);
        assert_eq!(world.listed().await, [""; 0]);
        world.house.advance(SignedDuration::from_hours(12));
        // What was held stays as it was.
        assert_eq!(organiser.get(&format!("{desk}/invitation")).await.status, 403);
        assert_eq!(organiser.post(&format!("{desk}/invitation"), "version=1").await.status, 403);
        assert_eq!(browser.post(&format!("{coming}/withdrawal"), "").await.status, 403);
        for path in ["/sign-ups/x", &format!("/sign-ups/{}", "0".repeat(64)), "/o/bcdfghjk"] {
            assert_eq!(browser.get(path).await.status, 404, "{path}");
        }
    }
}
