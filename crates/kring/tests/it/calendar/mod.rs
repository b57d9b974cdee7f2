//! Meetings in people's own calendars: planned in a row, moved, cancelled, answered; every mail once and never before its time.

pub(crate) mod answers;
mod files;
mod video;
pub(crate) mod world;

use jiff::SignedDuration;
use scraper::Selector;
use store::{MIGRATIONS, args, sql};

use crate::programmes::form;
use crate::site::texts;
use world::{World, line};

const DAY: SignedDuration = SignedDuration::from_hours(24);

store::both_engines! {
    MIGRATIONS;

    async fn a_day_of_a_row_has_its_own_topic_and_method(db) {
        let world = World::new(&db).await;
        let coach = world.house.signed_in("thea@voorbeeld.example").await;
        let days = ["2026-12-15", "2027-01-12"];
        let own = "&topic-1=Grenzen+stellen&method-1=incidentmethode";
        let planned = coach.post("/groups/g/series", &format!("{}{own}", world::row("invite", days[0], &days))).await;
        assert_eq!(planned.status, 303, "{}", planned.text());
        let told: Vec<(String, String)> = db
            .read(|tx| tx.all(sql!("select title, plan from meetings order by starts_at"), args![]))
            .await
            .unwrap();
        let [(first, usual), (second, other)] = told.as_slice() else { panic!("{told:?}") };
        assert_eq!((first.as_str(), second.as_str()), ("Bijeenkomst", "Grenzen stellen"));
        assert!(usual.contains("focusmethode") && !usual.contains("incidentmethode"), "{usual}");
        assert!(other.contains("incidentmethode") && !other.contains("focusmethode"), "{other}");
        world.house.deliver().await;
        let subjects: Vec<String> = world.house.mailbox.letters().into_iter().map(|letter| letter.subject).collect();
        assert!(subjects.contains(&"Uitnodiging: Grenzen stellen, dinsdag 12 januari".to_owned()), "{subjects:?}");

        // What is wrong with a row is said there, and what was typed is still there.
        let wrong = format!("{}&topic-0=Rouw&method-0=verzonnen", world::row("invite", days[0], &days));
        let refused = coach.post("/groups/g/series", &wrong).await;
        assert_eq!(refused.status, 422);
        assert_eq!(refused.first(".planning-own .field-problem"), "Kies er een uit de lijst.");
        assert!(refused.text().contains("value=\"Rouw\""));
    }

    async fn a_row_goes_around_the_holidays_and_invites_everybody_once(db) {
        let world = World::new(&db).await;
        let coach = world.house.signed_in("thea@voorbeeld.example").await;
        let page = coach.post("/groups/g/series", &world::row("look", "2026-12-15", &[])).await;
        let days = world::values(&page.page(), ".planning-days input[type=date]");
        // Three weeks later is in the Christmas holidays; the row itself does not shift.
        assert_eq!(days[..3], ["2026-12-15", "2027-01-05", "2027-01-26"], "{}", page.text());
        let days = ["2026-12-15", "2027-01-05"];
        for _ in 0..2 {
            let planned = coach.post("/groups/g/series", &world::row("invite", "2026-12-15", &days)).await;
            assert_eq!(planned.header("location"), Some("/groups/g"), "{}", planned.text());
        }
        assert_eq!(world.house.deliver().await, 2 * 4);
        let letters = world.house.mailbox.letters();
        let mut mine = letters.iter().filter(|one| one.to == "noor@voorbeeld.example");
        let first = mine.find(|one| one.text.contains("dinsdag 15 december 2026, 19:30–21:00 uur")).unwrap();
        let calendar = first.calendar.as_ref().unwrap();
        assert_eq!(calendar.method, "REQUEST");
        for expected in ["METHOD:REQUEST", "SEQUENCE:0", "DTSTART;TZID=Europe/Amsterdam:20261215T193000"] {
            assert!(calendar.file.contains(expected), "{expected}\n{}", calendar.file);
        }
        // Two weeks and one day before the second, one day before the first: fourteen days before the first is past soon.
        assert_eq!(world.waiting("reminder").await, 4 * 4);
        let none = coach.post("/groups/g/series", &world::row("invite", "2026-12-15", &[])).await;
        assert_eq!(none.status, 422);
    }

    async fn an_organiser_says_when_people_are_reminded_and_what_calendars_show(db) {
        let world = World::new(&db).await;
        let wietske = world.house.signed_in("wietske@voorbeeld.example").await;
        let page = wietske.get("/programmes/p/settings").await.page();
        let change = "slug=leren&reminder_days=3&is_sensitive=yes&holidays=zuid";
        let saved = wietske.post("/programmes/p/settings", &form(&page, change)).await;
        assert_eq!(saved.status, 303, "{}", saved.text());
        let coach = world.house.signed_in("thea@voorbeeld.example").await;
        let page = coach.get("/groups/g/series").await.page();
        assert_eq!(world::values(&page, "#region option[selected]"), ["zuid"]);
        world.plan("2026-12-15").await;
        assert_eq!(world.waiting("reminder").await, 4);
        world.house.deliver().await;
        let letter = world.house.mailbox.letters().pop().unwrap();
        let file = letter.calendar.unwrap().file;
        assert!(letter.subject.starts_with("Uitnodiging: Bijeenkomst van Groep 4"), "{}", letter.subject);
        assert!(file.contains("SUMMARY:Bijeenkomst van Groep 4"), "{file}");
    }

    async fn a_reminder_comes_at_its_hour_and_not_to_who_does_not_come(db) {
        let world = World::new(&db).await;
        world.plan("2026-12-15").await;
        world.house.deliver().await;
        let no = world.reply_link("noor@voorbeeld.example");
        let guest = world.house.browser();
        // Opening it changes nothing.
        assert!(guest.get(&no).await.text().contains("Kom je?"));
        assert_eq!(world.state("noor").await, "expected");
        assert_eq!(guest.post(&no, "comes=no&reason=Dienst").await.status, 303);
        assert_eq!(world.state("noor").await, "declined");
        assert!(guest.get(&no).await.text().contains("Je hebt je afgemeld."));
        // Tuesday the first of December at half past seven in the evening.
        world.house.advance(DAY * 8 + SignedDuration::from_hours(9) + SignedDuration::from_mins(29));
        assert_eq!(world.house.deliver().await, 0);
        world.house.advance(SignedDuration::from_mins(1));
        assert_eq!(world.house.deliver().await, 3);
        let letter = world.house.mailbox.letters().pop().unwrap();
        assert!(letter.subject.starts_with("Herinnering") && letter.calendar.is_none(), "{letter:?}");
        // Whoever comes after all is reminded again, of what is still to come.
        assert_eq!(guest.post(&no, "comes=yes").await.status, 303);
        assert_eq!(world.state("noor").await, "expected");
        world.house.advance(DAY * 13);
        assert_eq!(world.house.deliver().await, 4);
        assert_eq!(world.house.deliver().await, 0);
    }

    async fn moving_tells_everybody_once_and_takes_old_reminders_back(db) {
        let world = World::new(&db).await;
        let meeting = world.plan("2026-12-15").await;
        world.house.deliver().await;
        let coach = world.house.signed_in("thea@voorbeeld.example").await;
        let path = format!("/meetings/{meeting}/date");
        let change = |seen: &str, date: &str| {
            format!("title=Bijeenkomst&date={date}&time=20%3A00&minutes=60&place=Elders&online=&directions=&seen={seen}")
        };
        assert_eq!(coach.post(&path, &change("0", "2026-12-22")).await.status, 303);
        // Two who change it at once: the second sees what happened, and what they typed.
        let late = coach.post(&path, &change("0", "2026-12-29")).await;
        assert_eq!(late.status, 422);
        assert!(late.text().contains("Iemand anders") && late.text().contains("2026-12-29"));
        // Nothing changes, nobody hears of it.
        assert_eq!(coach.post(&path, &change("1", "2026-12-22")).await.status, 303);
        assert_eq!(world.house.deliver().await, 4);
        let letter = world.house.mailbox.letters().pop().unwrap();
        let file = letter.calendar.unwrap().file;
        for expected in ["METHOD:REQUEST", "SEQUENCE:1", &format!("UID:{meeting}@kring"), ":20261222T200000", ":20261222T210000"] {
            assert!(file.contains(expected), "{expected}\n{file}");
        }
        assert!(letter.text.contains("20:00–21:00"), "{}", letter.text);
        assert_eq!(world.waiting("reminder").await, 2 * 4);
        world.house.advance(DAY * 16);
        assert_eq!(world.house.deliver().await, 4);
        let budget: String = db
            .read(|tx| tx.one(sql!("select plan from meetings"), args![]))
            .await
            .unwrap();
        assert!(budget.contains("\"budget\":3600"), "{budget}");
    }

    async fn calling_off_takes_it_out_of_calendars_and_silences_it(db) {
        let world = World::new(&db).await;
        let meeting = world.plan("2026-12-15").await;
        world.house.deliver().await;
        let reply = world.reply_link("noor@voorbeeld.example");
        let coach = world.house.signed_in("thea@voorbeeld.example").await;
        let path = format!("/meetings/{meeting}/cancellation");
        assert!(coach.get(&path).await.text().contains("4 mensen krijgen"));
        for _ in 0..2 {
            assert_eq!(coach.post(&path, "because=De+zaal+is+dicht.").await.status, 303);
        }
        assert_eq!(world.house.deliver().await, 4);
        let letter = world.house.mailbox.letters().pop().unwrap();
        assert!(letter.text.contains("Waarom: De zaal is dicht."), "{}", letter.text);
        let calendar = letter.calendar.unwrap();
        assert_eq!(calendar.method, "CANCEL");
        for expected in ["METHOD:CANCEL", "STATUS:CANCELLED", "SEQUENCE:1"] {
            assert!(calendar.file.contains(expected), "{expected}\n{}", calendar.file);
        }
        assert_eq!(world.waiting("reminder").await, 0);
        let guest = world.house.browser();
        assert!(guest.get(&reply).await.text().contains("gaat niet door"));
        assert_eq!(guest.post(&reply, "comes=no").await.status, 403);
        world.house.advance(DAY * 30);
        assert_eq!(world.house.deliver().await, 0);
    }

    async fn a_draft_is_nobodys_business_until_it_is_made_known(db) {
        let world = World::new(&db).await;
        let coach = world.house.signed_in("thea@voorbeeld.example").await;
        coach.post("/groups/g/series", &world::row("keep", "2026-12-15", &["2026-12-15"])).await;
        assert_eq!(world.house.deliver().await, 0);
        let meeting = world.meeting().await;
        let noor = world.house.signed_in("noor@voorbeeld.example").await;
        let page = format!("/meetings/{meeting}");
        assert_eq!(noor.get(&page).await.status, 404);
        assert!(!noor.get("/my").await.text().contains(&meeting));
        assert!(!noor.get("/groups/g").await.text().contains(&meeting));
        let draft = coach.get(&page).await;
        assert!(draft.text().contains("nog niemand is uitgenodigd"), "{}", draft.text());
        // Somebody moves it before anybody knows of it.
        let moved = "title=B&date=2026-12-16&time=20%3A00&minutes=60&place=X&online=&directions=&seen=0";
        assert_eq!(coach.post(&format!("{page}/date"), moved).await.status, 303);
        assert_eq!(world.house.deliver().await, 0);
        for _ in 0..2 {
            assert_eq!(coach.post(&format!("{page}/publication"), "").await.status, 303);
        }
        assert_eq!(world.house.deliver().await, 4);
        assert_eq!(noor.get(&page).await.status, 200);
    }

    async fn whoever_joins_the_group_later_is_invited_once(db) {
        let world = World::new(&db).await;
        world.plan("2026-12-15").await;
        assert_eq!(world.house.deliver().await, 4);
        world.house.add("late@voorbeeld.example", "en").await;
        world.member("late", "participant").await;
        for _ in 0..2 {
            world.house.app.sweep().await.unwrap();
        }
        assert_eq!(world.house.deliver().await, 1);
        let letter = world.house.mailbox.letters().pop().unwrap();
        assert!(letter.subject.starts_with("Invitation: "), "{letter:?}");
        assert_eq!(world.waiting("reminder").await, 2 * 5);
    }

    async fn only_whoever_plans_sees_the_forms(db) {
        let world = World::new(&db).await;
        let meeting = world.plan("2026-12-15").await;
        world.house.add("vreemd@voorbeeld.example", "nl").await;
        let paths = [
            "/groups/g/series".to_owned(),
            format!("/meetings/{meeting}/date"),
            format!("/meetings/{meeting}/cancellation"),
        ];
        for (mail, expected) in [
            ("thea@voorbeeld.example", 200),
            ("wietske@voorbeeld.example", 200),
            ("noor@voorbeeld.example", 404),
            ("vreemd@voorbeeld.example", 404),
        ] {
            world.house.deliver().await;
            let browser = world.house.signed_in(mail).await;
            for path in &paths {
                assert_eq!(browser.get(path).await.status, expected, "{mail} {path}");
            }
            if expected == 404 {
                for (path, form) in [
                    (paths[0].clone(), world::row("invite", "2026-12-16", &["2026-12-16"])),
                    (paths[1].clone(), "title=B&date=2026-12-16&time=20%3A00&minutes=60&place=X&seen=0".to_owned()),
                    (paths[2].clone(), "because=".to_owned()),
                    (format!("/meetings/{meeting}/publication"), String::new()),
                ] {
                    assert_eq!(browser.post(&path, &form).await.status, 404, "{mail} {path}");
                }
            }
        }
        let visitor = world.house.browser();
        for path in &paths {
            let asked = visitor.get(path).await;
            let door = format!("/sign-in?next={path}");
            assert_eq!(asked.header("location"), Some(door.as_str()));
        }
        for path in ["/reply/nonsense", &format!("/reply/{}", "0".repeat(64)), "/calendar/nonsense/kring.ics"] {
            assert_eq!(visitor.get(path).await.status, 404, "{path}");
        }
    }

    async fn a_list_for_a_calendar_is_its_owners_alone_and_can_be_ended(db) {
        let world = World::new(&db).await;
        let meeting = world.plan("2026-12-15").await;
        world.house.deliver().await;
        let noor = world.house.signed_in("noor@voorbeeld.example").await;
        let made = noor.post("/my/calendar", "").await;
        let address = world::values(&made.page(), "#address").remove(0);
        let path = address.strip_prefix(&world.house.app.config.address).unwrap().to_owned();
        let calendar = world.house.browser();
        let list = calendar.get(&path).await;
        assert_eq!(list.header("content-type"), Some("text/calendar; charset=utf-8"));
        assert!(list.text().contains(&format!("UID:{meeting}@kring")), "{}", list.text());
        assert!(list.text().contains("METHOD:PUBLISH") && !list.text().contains("ATTENDEE"));
        // The address is shown once.
        assert!(!noor.get("/my/calendar").await.text().contains(&path));
        noor.post("/my/calendar", "").await;
        assert_eq!(calendar.get(&path).await.status, 404);
        let made = noor.post("/my/calendar", "").await;
        let address = world::values(&made.page(), "#address").remove(0);
        let path = address.strip_prefix(&world.house.app.config.address).unwrap().to_owned();
        noor.post("/my/calendar/end", "").await;
        assert_eq!(calendar.get(&path).await.status, 404);
    }

    async fn on_the_page_of_the_meeting_one_says_no_and_yes_again(db) {
        let world = World::new(&db).await;
        let meeting = world.plan("2026-12-15").await;
        world.house.deliver().await;
        let noor = world.house.signed_in("noor@voorbeeld.example").await;
        let page = format!("/meetings/{meeting}");
        assert_eq!(noor.post(&format!("{page}/reply"), "comes=no&reason=Nachtdienst").await.status, 303);
        assert_eq!(world.state("noor").await, "declined");
        // Only whoever leads reads why.
        for (mail, reads) in [("thea", true), ("bram", false), ("wietske", false), ("noor", false)] {
            let browser = world.house.signed_in(&format!("{mail}@voorbeeld.example")).await;
            assert_eq!(browser.get(&page).await.text().contains("Nachtdienst"), reads, "{mail}");
        }
        let shown = noor.get(&page).await;
        assert!(shown.text().contains("Je hebt je afgemeld."), "{}", shown.text());
        assert_eq!(noor.post(&format!("{page}/reply"), "comes=yes").await.status, 303);
        assert_eq!(world.state("noor").await, "expected");
        assert_eq!(noor.post(&format!("{page}/reply"), "comes=maybe").await.status, 400);
    }

    async fn what_is_wrong_comes_back_with_everything_typed(db) {
        let world = World::new(&db).await;
        let coach = world.house.signed_in("thea@voorbeeld.example").await;
        let bad = "do=look&title=&date=morgen&time=25%3A00&minutes=5&weeks=0&count=99&region=oost&method=x&place=&online=ftp%3A%2F%2Fx";
        let page = coach.post("/groups/g/series", bad).await;
        assert_eq!(page.status, 422);
        assert_eq!(texts(&page.page(), ".field-problem").len(), 9, "{}", page.text());
        assert!(page.text().contains("ftp://x") && page.text().contains("morgen"));
        assert_eq!(line(&page.page(), "h1"), "Plan bijeenkomsten");
        let form = world::row("invite", "2026-12-15", &["2026-12-15", "overmorgen"]);
        let page = coach.post("/groups/g/series", &form).await;
        assert_eq!(page.status, 422);
        let wrong = Selector::parse(".planning-days [aria-invalid]").unwrap();
        assert_eq!(page.page().select(&wrong).count(), 1, "{}", page.text());
        assert_eq!(world.house.deliver().await, 0);
    }
}
