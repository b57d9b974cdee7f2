//! Who sits in which group: placing, moving, taking out, and adding by hand; with the invitations that follow.

mod composing;
mod latecomers;

use jiff::SignedDuration;
use scraper::{Html, Selector};
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
        // Without a group somebody leads in the programme, and gets one later.
        let later = "name=Mies+Verzonnen&mail=mies%40voorbeeld.example&group=&role=facilitator&tell=yes";
        for _ in 0..2 {
            assert_eq!(wietske.post("/programmes/p/people/new", later).await.status, 303);
        }
        assert_eq!(world.house.deliver().await, 1);
        let roles: Vec<String> = db
            .read(|tx| tx.all(
                sql!(
                    "select m.role from memberships m join people p on p.id = m.person_id
                     where p.mail = 'mies@voorbeeld.example' and m.group_id is null"
                ),
                args![],
            ))
            .await
            .unwrap();
        assert_eq!(roles, ["facilitator"]);
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

/// The whole form as a page shows it, without its buttons.
fn form(page: &Html) -> String {
    let fields = Selector::parse(".planning-form :is(input, select)").unwrap();
    let chosen = Selector::parse("option[selected]").unwrap();
    let first = Selector::parse("option").unwrap();
    let parts = page.select(&fields).filter_map(|field| {
        let name = field.attr("name")?;
        let is_box = field.attr("type") == Some("checkbox");
        if is_box && field.attr("checked").is_none() {
            return None;
        }
        let option = field
            .select(&chosen)
            .next()
            .or_else(|| field.select(&first).next());
        let value = option.map_or_else(|| field.attr("value"), |option| option.attr("value"));
        Some(format!("{name}={}", value.unwrap_or_default()))
    });
    parts.collect::<Vec<_>>().join("&")
}
