//! Date polls: asked by mail, answered without an account, ending in meetings; every mail once, and only to who needs it.

use jiff::SignedDuration;
use store::{MIGRATIONS, args, sql};

use crate::browser::Browser;
use crate::calendar::world::{World, line, values};
use crate::site::{Reply, texts};

const DAY: SignedDuration = SignedDuration::from_hours(24);

const KEY: &str = "01975000-0000-7000-8000-000000000001";

/// The form of a poll about two evenings and an afternoon; whoever leads must be there, and two more.
fn form(more: &str) -> String {
    format!(
        "do=ask&key={KEY}&title=Bijeenkomst&method=focusmethode&minutes=90&place=De+Linde&online=&directions=\
         &day-0=2026-12-15&time-0=19%3A30&day-1=2026-12-08&time-1=19%3A30&day-2=2026-12-10&time-2=14%3A00\
         &wanted=1&apart=0&at_least=3&closes=2026-11-30&needed-3=thea%40voorbeeld.example{more}"
    )
}

/// Asks, and answers the path of the poll.
async fn ask(coach: &Browser) -> String {
    let asked = coach.post("/groups/g/polls/new", &form("")).await;
    assert_eq!(asked.status, 303, "{}", asked.text());
    asked.header("location").unwrap().to_owned()
}

/// The path of the personal link in the newest mail to somebody.
fn link(world: &World, name: &str) -> String {
    let mail = format!("{name}@voorbeeld.example");
    let letters = world.house.mailbox.letters();
    let mut mine = letters.iter().rev().filter(|letter| letter.to == mail);
    let letter = mine.find(|letter| letter.text.contains("/poll/")).unwrap();
    let line = letter.text.lines().find(|line| line.contains("/poll/")).unwrap();
    line.strip_prefix(&world.house.app.config.address)
        .unwrap()
        .to_owned()
}

/// Answers with these words to the days, in order of time.
fn saying(page: &Reply, answers: &[&str]) -> String {
    let names: Vec<String> = page
        .page()
        .select(&scraper::Selector::parse(".poll-choice input[value=yes]").unwrap())
        .filter_map(|field| field.value().attr("name").map(str::to_owned))
        .collect();
    assert_eq!(names.len(), answers.len(), "{}", page.text());
    let fields = names
        .iter()
        .zip(answers)
        .map(|(name, answer)| format!("{name}={answer}"));
    fields.collect::<Vec<_>>().join("&")
}

async fn says(world: &World, name: &str, answers: &[&str]) {
    let link = link(world, name);
    let browser = world.house.browser();
    let form = saying(&browser.get(&link).await, answers);
    let said = browser.post(&link, &format!("{form}&remark=")).await;
    assert_eq!(said.status, 303, "{}", said.text());
}

/// What is ticked for each day.
fn ticked(page: &Reply) -> Vec<String> {
    values(&page.page(), ".poll-choice input[checked]")
}

/// Tells which of these people got a mail since so many of them.
fn addressed(world: &World, from: usize) -> Vec<String> {
    let letters = world.house.mailbox.letters();
    let mut names: Vec<String> = letters
        .iter()
        .skip(from)
        .map(|letter| letter.to.split('@').next().unwrap().to_owned())
        .collect();
    names.sort();
    names
}

store::both_engines! {
    MIGRATIONS;

    async fn meetings_of_a_poll_get_video_rooms(db) {
        let world = World::with(&db, "video_server = 'https://meet.example.org'").await;
        let coach = world.house.signed_in("thea@voorbeeld.example").await;
        let asked = coach.post("/groups/g/polls/new", &form("&makes_video=yes").replace("De+Linde", "")).await;
        assert_eq!(asked.status, 303, "{}", asked.text());
        let poll = asked.header("location").unwrap();
        world.house.deliver().await;
        let letter = world.house.mailbox.letters().pop().unwrap();
        assert!(letter.text.contains("Online: het adres volgt met de uitnodiging"), "{}", letter.text);
        let days: Vec<String> = db
            .read(|tx| tx.all(sql!("select id from poll_days order by starts_at limit 2"), args![]))
            .await
            .unwrap();
        let picks = format!("do=invite&pick-{}=yes&pick-{}=yes", days[0], days[1]);
        assert_eq!(coach.post(&format!("{poll}/decision"), &picks).await.status, 303);
        let rooms: Vec<Option<String>> = db
            .read(|tx| tx.all(sql!("select online from meetings order by starts_at"), args![]))
            .await
            .unwrap();
        let rooms: Vec<String> = rooms.into_iter().flatten().collect();
        assert!(rooms.len() == 2 && rooms[0] != rooms[1], "{rooms:?}");
        assert!(rooms.iter().all(|room| room.starts_with("https://meet.example.org/kring-")), "{rooms:?}");
    }

    async fn a_group_is_asked_answers_without_an_account_and_gets_its_meeting(db) {
        let world = World::new(&db).await;
        let coach = world.house.signed_in("thea@voorbeeld.example").await;
        let before = world.house.mailbox.letters().len();
        let poll = ask(&coach).await;
        assert_eq!(ask(&coach).await, poll, "pressing twice asks once");
        assert_eq!(world.house.deliver().await, 4);
        assert_eq!(addressed(&world, before), ["bram", "noor", "saar", "thea"]);

        // Opening the link changes nothing; answering does, and it can be changed.
        let noors = link(&world, "noor");
        let guest = world.house.browser();
        let page = guest.get(&noors).await;
        assert!(page.text().contains("dinsdag 8 december 2026, 19:30–21:00 uur"), "{}", page.text());
        assert!(ticked(&page).is_empty());
        says(&world, "noor", &["no", "yes", "yes"]).await;
        says(&world, "noor", &["yes", "maybe", "no"]).await;
        assert_eq!(ticked(&guest.get(&noors).await), ["yes", "maybe", "no"]);

        // Two days before the end only who is silent is reminded.
        says(&world, "thea", &["yes", "no", "yes"]).await;
        let before = world.house.mailbox.letters().len();
        world.house.advance(DAY * 6);
        world.house.deliver().await;
        assert_eq!(addressed(&world, before), ["bram", "saar"]);
        says(&world, "bram", &["yes", "yes", "no"]).await;
        assert_eq!(world.house.deliver().await, 0, "one is still silent");
        says(&world, "saar", &["maybe", "yes", "no"]).await;
        assert_eq!(world.house.deliver().await, 1);
        let call = world.house.mailbox.letters().pop().unwrap();
        assert_eq!((call.to.as_str(), call.subject.as_str()),
            ("thea@voorbeeld.example", "Iedereen heeft geantwoord: Bijeenkomst"));

        // The eighth: everybody can, the one who must be there too.
        let page = coach.get(&poll).await;
        let proposed = texts(&page.page(), ".option:has(input[checked])");
        assert_eq!(proposed.len(), 1);
        assert!(proposed[0].contains("dinsdag 8 december"), "{proposed:?}");
        let pick = pick(&page);
        for _ in 0..2 {
            let chosen = coach.post(&format!("{poll}/decision"), &format!("do=invite&{pick}")).await;
            assert_eq!(chosen.status, 303, "{}", chosen.text());
        }
        let meetings: i64 = db.read(|tx| tx.one(sql!("select count(*) from meetings"), args![])).await.unwrap();
        assert_eq!(meetings, 1);
        assert_eq!(world.house.deliver().await, 4, "an invitation for each");
        assert_eq!(world.waiting("poll-closed").await, 0);
        let page = guest.get(&noors).await;
        assert!(page.text().contains("De keuze is gemaakt"), "{}", page.text());
        let late = guest.post(&noors, "remark=").await;
        assert_eq!(late.status, 422);
        assert!(coach.get("/groups/g").await.text().contains("8 december"));
    }

    async fn what_is_wrong_stands_at_its_field_and_everything_typed_is_still_there(db) {
        let world = World::new(&db).await;
        let coach = world.house.signed_in("thea@voorbeeld.example").await;
        let page = coach.get("/groups/g/polls/new").await;
        assert_eq!(values(&page.page(), "input[name^=needed][checked]"), ["thea@voorbeeld.example"]);
        for (wrong, field) in [
            ("&title=", "title"), ("&closes=2026-12-09", "closes"), ("&closes=2026-11-01", "closes"), ("&at_least=9", "at_least"),
            ("&wanted=4", "days"), ("&place=", "place"), ("&online=javascript%3Ax", "online"), ("&day-1=2026-11-02", "day-1"),
            ("&time-1=", "day-1"),
        ] {
            let reply = coach.post("/groups/g/polls/new", &form(wrong)).await;
            assert_eq!(reply.status, 422, "{wrong}");
            let at = if field.starts_with("day-") { format!("#{field}-note .field-problem") }
                else { format!("#{field}-problem") };
            assert_ne!(line(&reply.page(), &at), "", "{wrong}: {}", reply.text());
            assert_eq!(values(&reply.page(), "#day-0"), ["2026-12-15"]);
        }
        // A row of days is filled in around the holidays, and more lines appear, without asking anybody.
        let fill = form("&first=2026-12-15&weeks=1&count=3&time=20%3A00").replace("do=ask", "do=fill");
        let filled = coach.post("/groups/g/polls/new", &fill).await;
        assert_eq!(values(&filled.page(), ".poll-row input[type=date]").len(), 6, "{}", filled.text());
        assert_eq!(world.waiting("poll-asked").await, 0);

        // An answer to every day.
        let poll = ask(&coach).await;
        world.house.deliver().await;
        let link = link(&world, "noor");
        let browser = world.house.browser();
        let half = saying(&browser.get(&link).await, &["yes", "yes", ""]);
        let reply = browser.post(&link, &format!("{half}&remark=Liever+laat")).await;
        assert_eq!(reply.status, 422);
        assert_eq!(ticked(&reply), ["yes", "yes"]);
        assert!(reply.text().contains("Liever laat"));
        let none = coach.post(&format!("{poll}/decision"), "do=invite").await;
        assert_eq!(none.status, 422);
        assert_ne!(line(&none.page(), "#pick-problem"), "");
    }

    async fn only_whoever_chooses_sees_who_said_what(db) {
        let world = World::new(&db).await;
        let coach = world.house.signed_in("thea@voorbeeld.example").await;
        let poll = ask(&coach).await;
        world.house.deliver().await;
        says(&world, "bram", &["yes", "yes", "no"]).await;
        world.house.add("vreemd@voorbeeld.example", "nl").await;
        let noor = world.house.signed_in("noor@voorbeeld.example").await;
        let wietske = world.house.signed_in("wietske@voorbeeld.example").await;
        let stranger = world.house.signed_in("vreemd@voorbeeld.example").await;
        assert_eq!(stranger.get(&poll).await.status, 404);
        assert_eq!(world.house.browser().get(&poll).await.header("location").map(|to| to.starts_with("/sign-in")), Some(true));
        let member = noor.get(&poll).await;
        assert!(member.text().contains("1 ander kan") && !member.text().contains("bram"), "{}", member.text());
        let organiser = wietske.get(&poll).await;
        assert!(organiser.text().contains("bram") && ticked(&organiser).is_empty());
        assert!(!organiser.text().contains("poll-choice"));
        for path in ["decision", "deadline", "end"] {
            for browser in [&noor, &stranger] {
                assert_eq!(browser.post(&format!("{poll}/{path}"), "do=keep").await.status, 404, "{path}");
            }
        }
        assert_eq!(noor.get("/groups/g/polls/new").await.status, 404);
        assert_eq!(stranger.post(&poll, "remark=").await.status, 404);
        assert_eq!(wietske.post(&poll, "remark=").await.status, 404);
        assert_eq!(world.house.browser().get("/poll/nothing").await.status, 404);
        // On somebody's own page it waits until they have answered.
        assert!(noor.get("/my").await.text().contains(&poll));
        let said = saying(&noor.get(&poll).await, &["yes", "no", "no"]);
        assert_eq!(noor.post(&poll, &said).await.status, 303);
        assert!(!noor.get("/my").await.text().contains(&poll));
    }

    async fn after_the_last_day_nobody_answers_until_there_is_more_time(db) {
        let world = World::new(&db).await;
        let coach = world.house.signed_in("thea@voorbeeld.example").await;
        let poll = ask(&coach).await;
        world.house.deliver().await;
        let noors = link(&world, "noor");
        let guest = world.house.browser();
        let form = saying(&guest.get(&noors).await, &["yes", "yes", "no"]);
        world.house.advance(DAY * 8);
        let before = world.house.mailbox.letters().len();
        world.house.deliver().await;
        assert_eq!(addressed(&world, before), ["thea"], "it is time to choose; nobody is reminded in vain");
        let late = guest.post(&noors, &form).await;
        assert_eq!(late.status, 422);
        assert_eq!(ticked(&late), ["yes", "yes", "no"], "what was chosen is still there");
        assert_eq!(coach.post(&format!("{poll}/deadline"), "closes=2026-12-09").await.status, 303);
        assert_eq!(guest.post(&noors, &form).await.status, 303);
        assert_eq!(world.waiting("poll-reminder").await, 3);
        assert_eq!(coach.post(&format!("{poll}/end"), "").await.status, 303);
        assert_eq!(world.waiting("poll-reminder").await + world.waiting("poll-closed").await, 0);
        assert!(guest.get(&noors).await.text().contains("Deze vraag is gestopt"));
    }

    async fn whoever_comes_later_is_asked_too_and_free_half_days_are_used(db) {
        let world = World::new(&db).await;
        let coach = world.house.signed_in("thea@voorbeeld.example").await;
        ask(&coach).await;
        world.house.deliver().await;
        world.house.add("roos@voorbeeld.example", "nl").await;
        world.member("roos", "participant").await;
        db.write(|tx| tx.run(
            sql!("insert into free_half_days (person_id, half_day) values ('roos@voorbeeld.example', 'tue-evening')"),
            args![],
        )).await.unwrap();
        for _ in 0..2 {
            world.house.app.sweep().await.unwrap();
        }
        let before = world.house.mailbox.letters().len();
        world.house.deliver().await;
        assert_eq!(addressed(&world, before), ["roos"]);
        let page = world.house.browser().get(&link(&world, "roos")).await;
        // The two Tuesday evenings; the Thursday afternoon waits for her.
        assert_eq!(ticked(&page), ["yes", "yes"]);
        says(&world, "roos", &["yes", "no", "yes"]).await;
    }
}

/// The boxes that are ticked to be chosen, as a form sends them.
fn pick(page: &Reply) -> String {
    let selector = scraper::Selector::parse("input[name^=pick][checked]").unwrap();
    let page = page.page();
    let names = page
        .select(&selector)
        .filter_map(|field| field.value().attr("name"));
    names
        .map(|name| format!("{name}=yes"))
        .collect::<Vec<_>>()
        .join("&")
}
