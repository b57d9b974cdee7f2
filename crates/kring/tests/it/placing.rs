//! Who sits in which group: placing, moving, taking out, and adding by hand; with the invitations that follow.

use jiff::SignedDuration;
use store::{Db, MIGRATIONS, args, sql};

use crate::calendar::world::{World, line};
use crate::site::texts;

/// Groups of somebody today, with their role.
async fn seats(db: &Db, name: &str) -> Vec<String> {
    let person = format!("{name}@voorbeeld.example");
    let found: Vec<(Option<String>, String)> = db
        .read(move |tx| {
            tx.all(
                sql!(
                    "select g.name, m.role from memberships m left join groups g on g.id = m.group_id
                     where m.person_id = $1 and (m.until is null or m.until >= '2026-11-23') order by g.name, m.role"
                ),
                args![&person],
            )
        })
        .await
        .unwrap();
    let mut seats: Vec<String> = found
        .into_iter()
        .map(|(group, role)| format!("{} {role}", group.unwrap_or_else(|| "-".to_owned())))
        .collect();
    seats.sort();
    seats
}

/// The meetings on whose list somebody stands.
async fn lists(db: &Db, name: &str) -> Vec<String> {
    let person = format!("{name}@voorbeeld.example");
    db.read(move |tx| {
        tx.all(
            sql!(
                "select g.name from attendance a join meetings m on m.id = a.meeting_id join groups g on g.id = m.group_id
                 where a.person_id = $1 order by g.name"
            ),
            args![&person],
        )
    })
    .await
    .unwrap()
}

fn tick(name: &str, group: &str, more: &str) -> String {
    format!("person-0={name}%40voorbeeld.example&group={group}&role=participant{more}")
}

store::both_engines! {
    MIGRATIONS;

    async fn whoever_moves_leaves_the_lists_of_one_group_and_is_invited_by_the_other(db) {
        let world = World::new(&db).await;
        let wietske = world.house.signed_in("wietske@voorbeeld.example").await;
        for _ in 0..2 {
            assert_eq!(wietske.post("/programmes/p/groups", "name=Groep+5").await.status, 303);
        }
        let page = wietske.get("/programmes/p/people").await;
        assert_eq!(texts(&page.page(), ".placing-groups a"), ["Groep 4", "Groep 5"], "pressing twice makes one");
        let fifth: String = db
            .read(|tx| tx.one(sql!("select id from groups where name = 'Groep 5'"), args![]))
            .await
            .unwrap();
        world.plan("2026-12-15").await;
        world.house.deliver().await;
        assert_eq!(lists(&db, "noor").await, ["Groep 4"]);
        assert!(world.waiting("reminder").await > 0);
        let reminders = world.waiting("reminder").await;

        let moved = wietske.post("/programmes/p/people", &tick("noor", &fifth, "&tell=yes")).await;
        assert_eq!(moved.status, 303, "{}", moved.text());
        assert_eq!(seats(&db, "noor").await, ["- participant", "Groep 5 participant"]);
        assert!(lists(&db, "noor").await.is_empty());
        assert_eq!(world.waiting("reminder").await, reminders / 4 * 3);
        assert_eq!(world.house.deliver().await, 2);
        let letters = world.house.mailbox.letters();
        let [.., one, other] = letters.as_slice() else { panic!("two letters") };
        let (placed, left) = if one.calendar.is_none() { (one, other) } else { (other, one) };
        assert_eq!((placed.to.as_str(), placed.subject.as_str()), ("noor@voorbeeld.example", "Je zit in Groep 5"));
        assert_eq!(left.subject, "Niet meer in je agenda: Bijeenkomst, dinsdag 15 december");
        let file = left.calendar.as_ref().unwrap();
        assert_eq!(file.method, "CANCEL");
        assert!(file.file.contains(&format!("UID:{}@kring", world.meeting().await)), "{}", file.file);
        assert!(file.file.contains("STATUS:CANCELLED"), "{}", file.file);
        assert!(!left.text.contains("/meetings/"), "the page is no longer theirs: {}", left.text);
        // Pressing twice changes and mails nothing.
        assert_eq!(wietske.post("/programmes/p/people", &tick("noor", &fifth, "&tell=yes")).await.status, 303);
        assert_eq!(world.house.deliver().await, 0);

        // Back again, without a mail about the place: the invitation comes by itself.
        assert_eq!(wietske.post("/programmes/p/people", &tick("noor", "g", "")).await.status, 303);
        assert_eq!(seats(&db, "noor").await, ["- participant", "Groep 4 participant"]);
        assert_eq!(lists(&db, "noor").await, ["Groep 4"]);
        assert_eq!(world.waiting("placed").await, 0);
        assert_eq!(world.house.deliver().await, 1, "their calendar lost it, and gets it again");
        let again = world.house.mailbox.letters().pop().unwrap();
        assert_eq!(again.calendar.unwrap().method, "REQUEST");

        // Whoever said no has nothing in their calendar to take out.
        let noor = world.house.signed_in("noor@voorbeeld.example").await;
        noor.post(&format!("/meetings/{}/reply", world.meeting().await), "comes=no").await;
        world.house.deliver().await;
        assert_eq!(world.state("noor").await, "declined");
        world.house.advance(SignedDuration::from_mins(1));
        assert_eq!(wietske.post("/programmes/p/people", &tick("noor", "-", "")).await.status, 303);
        assert_eq!(world.house.deliver().await, 0);
        assert_eq!(seats(&db, "noor").await, ["- participant"]);
        let page = wietske.get("/programmes/p/people?which=-").await;
        assert_eq!(texts(&page.page(), ".placing-one strong"), ["noor"]);
    }

    async fn a_coach_is_added_by_hand_leads_two_groups_and_keeps_the_first(db) {
        let world = World::new(&db).await;
        let wietske = world.house.signed_in("wietske@voorbeeld.example").await;
        wietske.post("/programmes/p/groups", "name=Groep+5").await;
        let fifth: String = db
            .read(|tx| tx.one(sql!("select id from groups where name = 'Groep 5'"), args![]))
            .await
            .unwrap();
        let form = format!("name=Roos+Verzonnen&mail=Roos%40voorbeeld.example&group={fifth}&role=facilitator&tell=yes");
        for _ in 0..2 {
            assert_eq!(wietske.post("/programmes/p/people/new", &form).await.status, 303);
        }
        assert_eq!(world.house.deliver().await, 1);
        let letter = world.house.mailbox.letters().pop().unwrap();
        assert_eq!((letter.to.as_str(), letter.subject.as_str()), ("roos@voorbeeld.example", "Je begeleidt Groep 5"));
        let thea = format!("person-0=thea%40voorbeeld.example&group={fifth}&role=facilitator");
        assert_eq!(wietske.post("/programmes/p/people", &thea).await.status, 303);
        assert_eq!(
            seats(&db, "thea").await,
            ["- participant", "Groep 4 facilitator", "Groep 5 facilitator"]
        );
        let nowhere = "name=Roos&mail=roos%40voorbeeld.example&group=&role=facilitator";
        let nowhere = wietske.post("/programmes/p/people/new", nowhere).await;
        assert_eq!(nowhere.status, 422);
        assert_ne!(line(&nowhere.page(), "#group-problem"), "");
        let wrong = wietske.post("/programmes/p/people/new", "name=&mail=roos&group=x&role=participant").await;
        assert_eq!(wrong.status, 422);
        for field in ["name", "mail", "group"] {
            assert_ne!(line(&wrong.page(), &format!("#{field}-problem")), "", "{field}");
        }
    }

    async fn nobody_but_an_organiser_places_and_strangers_are_not_placed(db) {
        let world = World::new(&db).await;
        world.house.add("vreemd@voorbeeld.example", "nl").await;
        let wietske = world.house.signed_in("wietske@voorbeeld.example").await;
        for name in ["thea", "noor", "vreemd"] {
            let browser = world.house.signed_in(&format!("{name}@voorbeeld.example")).await;
            assert_eq!(browser.get("/programmes/p/people").await.status, 404, "{name}");
            assert_eq!(browser.get("/programmes/p/people/new").await.status, 404, "{name}");
            assert_eq!(browser.post("/programmes/p/people", &tick("noor", "-", "")).await.status, 404, "{name}");
            assert_eq!(browser.post("/programmes/p/groups", "name=x").await.status, 404, "{name}");
        }
        assert_eq!(wietske.post("/programmes/p/people", &tick("vreemd", "g", "")).await.status, 303);
        assert!(seats(&db, "vreemd").await.is_empty());
        let none = wietske.post("/programmes/p/people", "group=&role=participant").await;
        assert_eq!(none.status, 422);
        assert_ne!(line(&none.page(), "#people-problem"), "");
        assert_ne!(line(&none.page(), "#group-problem"), "");
        let kept = wietske.post("/programmes/p/people", &tick("noor", "other", "")).await;
        assert_eq!(kept.status, 422);
        assert_eq!(texts(&kept.page(), ".placing-one:has(input[checked]) strong"), ["noor"]);
    }
}

/// Twelve people in no group: two of each of six organisations, every other one free on Tuesday evenings only.
async fn crowd(world: &World) {
    for number in 0..12 {
        let mail = format!("p{number}@voorbeeld.example");
        world.house.add(&mail, "nl").await;
        let db = &world.house.app.db;
        db.write(move |tx| {
            tx.run(
                sql!(
                    "insert into memberships (id, programme_id, person_id, role, since)
                     values ($1, 'p', $1, 'participant', '2026-01-01')"
                ),
                args![&mail],
            )?;
            let organisation = format!("org{}", number / 2);
            tx.run(
                sql!(
                    "insert into organisations (id, name, kind, place) values ($1, $1, 'care', '') on conflict do nothing"
                ),
                args![&organisation],
            )?;
            tx.run(
                sql!("insert into positions (person_id, organisation_id, job) values ($1, $2, 'poh')"),
                args![&mail, &organisation],
            )
        })
        .await
        .unwrap();
    }
}

const RULES: &str = "least=5&best=6&most=8&seed=1&apart=always&organisation=always&slot=strong&together=strong&language=off\
                     &region=off&experience=off&mix=off&alone=off";

/// The whole form as a page shows it, but for what is asked.
fn carried(page: &scraper::Html) -> String {
    let selects = scraper::Selector::parse(".planning-form select[name^=seat-]").unwrap();
    let chosen = scraper::Selector::parse("option[selected]").unwrap();
    let names = scraper::Selector::parse("input[name^=group-name]").unwrap();
    let seats = page.select(&selects).map(|field| {
        let value = field
            .select(&chosen)
            .next()
            .and_then(|option| option.attr("value"))
            .unwrap();
        format!("{}={value}", field.attr("name").unwrap())
    });
    let names = page.select(&names).map(|field| {
        format!(
            "{}={}",
            field.attr("name").unwrap(),
            field.attr("value").unwrap_or_default()
        )
    });
    let all: Vec<String> = seats.chain(names).collect();
    format!("{RULES}&{}", all.join("&"))
}

store::both_engines! {
    MIGRATIONS;

    async fn groups_are_proposed_counted_by_hand_and_made_once(db) {
        let world = World::new(&db).await;
        crowd(&world).await;
        let wietske = world.house.signed_in("wietske@voorbeeld.example").await;
        let here = "/programmes/p/composing";
        assert!(wietske.get(here).await.text().contains("12 mensen zitten nog niet in een groep"));
        let proposed = wietske.post(here, &format!("{RULES}&do=propose")).await;
        assert_eq!(proposed.status, 200, "{}", proposed.text());
        let again = wietske.post(here, &format!("{RULES}&do=propose")).await;
        let form = carried(&proposed.page());
        assert_eq!(form, carried(&again.page()), "the same seed, the same proposal");
        assert!(texts(&proposed.page(), ".placing-worth strong").iter().all(|kept| kept == "klopt voor iedereen"));

        // Everybody in one group: colleagues meet, and the page says who.
        let together = form.replace("seat-p1@voorbeeld.example=0", "seat-p1@voorbeeld.example=1");
        let other = form.replace("seat-p0@voorbeeld.example=0", "seat-p0@voorbeeld.example=1");
        let moved = if together == form { other } else { together };
        let counted = wietske.post(here, &format!("{moved}&do=count")).await;
        assert!(counted.text().contains("niet voor 2 mensen") || counted.text().contains("niet voor 1 persoon"), "{}", counted.text());
        assert!(counted.text().contains("Zo wordt iets doorbroken"));

        let clash = form.replace("group-name-0=Groep 2", "group-name-0=Groep 4");
        let refused = wietske.post(here, &format!("{clash}&do=make")).await;
        assert_eq!(refused.status, 422);
        assert_ne!(line(&refused.page(), "#group-name-0-problem"), "");
        for _ in 0..2 {
            let made = wietske.post(here, &format!("{form}&tell=yes&do=make")).await;
            assert_eq!(made.status, 303, "{}", made.text());
        }
        let page = wietske.get("/programmes/p/people").await;
        assert_eq!(texts(&page.page(), ".placing-groups a").len(), 3);
        assert_eq!(seats(&db, "p0").await.len(), 2);
        assert_eq!(world.house.deliver().await, 12, "each hears once");
        assert!(wietske.get(here).await.text().contains("Iedereen heeft al een groep"));
    }

    async fn what_nobody_has_filled_in_is_no_obstacle_and_is_said(db) {
        let world = World::new(&db).await;
        crowd(&world).await;
        let wietske = world.house.signed_in("wietske@voorbeeld.example").await;
        let page = wietske.get("/programmes/p/composing").await;
        assert_eq!(page.status, 200);
        // As the form begins: languages, regions and experience of these people are not known.
        let usual = RULES.replace("language=off&region=off&experience=off", "language=strong&region=normal&experience=light");
        let proposed = wietske.post("/programmes/p/composing", &format!("{usual}&do=propose")).await;
        assert_eq!(proposed.status, 200, "{}", proposed.text());
        let lines = texts(&proposed.page(), ".placing-worth li");
        let idle = lines.iter().filter(|line| line.ends_with("want niemand heeft dit ingevuld"));
        assert_eq!(idle.count(), 3, "{lines:?}");
        // The form begins with telling people, and asking for a proposal keeps it so.
        let carried = crate::calendar::world::values(&page.page(), "input[name=tell]");
        let told = wietske.post("/programmes/p/composing", &format!("{usual}&tell={}&do=propose", carried.concat())).await;
        assert_eq!(texts(&told.page(), ".check:has(input[checked])").len(), 1);
    }

    async fn rules_that_do_not_go_together_are_named_with_whom_they_concern(db) {
        let world = World::new(&db).await;
        crowd(&world).await;
        db.write(|tx| tx.run(
            sql!("insert into positions (person_id, organisation_id, job) values ('p2@voorbeeld.example', 'org0', 'poh')"),
            args![],
        )).await.unwrap();
        let wietske = world.house.signed_in("wietske@voorbeeld.example").await;
        let answer = wietske.post("/programmes/p/composing", &format!("{RULES}&do=propose")).await;
        let text = answer.text();
        assert!(text.contains("Dit kan niet allemaal tegelijk"), "{text}");
        assert!(text.contains("Het gaat om p0, p1 en p2."), "{text}");
        let sizes = RULES.replace("least=5&best=6&most=8", "least=7&best=7&most=7");
        let undivided = wietske.post("/programmes/p/composing", &format!("{sizes}&do=propose")).await;
        assert_eq!(undivided.status, 422);
        assert!(undivided.text().contains("12 mensen zijn niet te verdelen"));
        // Somebody got a place while the organiser looked.
        let noor = world.house.signed_in("noor@voorbeeld.example").await;
        assert_eq!(noor.get("/programmes/p/composing").await.status, 404);
        assert_eq!(noor.post("/programmes/p/composing", RULES).await.status, 404);
    }

    async fn whoever_got_a_place_meanwhile_stops_the_groups_and_nothing_is_lost(db) {
        let world = World::new(&db).await;
        crowd(&world).await;
        let wietske = world.house.signed_in("wietske@voorbeeld.example").await;
        let proposed = wietske.post("/programmes/p/composing", &format!("{RULES}&do=propose")).await;
        let form = carried(&proposed.page());
        assert_eq!(wietske.post("/programmes/p/people", &tick("p3", "g", "")).await.status, 303);
        let late = wietske.post("/programmes/p/composing", &format!("{form}&do=make")).await;
        assert_eq!(late.status, 409);
        assert!(late.text().contains("Intussen kreeg iemand een plek"));
        let page = wietske.get("/programmes/p/people").await;
        assert_eq!(texts(&page.page(), ".placing-groups a").len(), 1);
    }
}
