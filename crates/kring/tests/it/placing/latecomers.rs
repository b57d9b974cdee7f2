//! Late entries: a place with the fewest moves, what keeps somebody out, and carrying it out once.

use store::{MIGRATIONS, args, sql};

use super::{form, lists, seats, tick};
use crate::calendar::world::{World, line};
use crate::site::texts;

const HERE: &str = "/programmes/p/latecomers";

/// Adds somebody who takes part, in a group or in none, with the organisation they work for.
async fn add(world: &World, name: &str, group: Option<&'static str>, organisation: &'static str) {
    let mail = format!("{name}@voorbeeld.example");
    world.house.add(&mail, "nl").await;
    let db = &world.house.app.db;
    let person = mail.clone();
    db.write(move |tx| {
        tx.run(
            sql!(
                "insert into memberships (id, programme_id, group_id, person_id, role, since)
                 values ($1, 'p', $2, $1, 'participant', '2026-01-01')"
            ),
            args![&person, group],
        )
    })
    .await
    .unwrap();
    works(world, name, organisation).await;
}

async fn works(world: &World, name: &str, organisation: &'static str) {
    let mail = format!("{name}@voorbeeld.example");
    world
        .house
        .app
        .db
        .write(move |tx| {
            tx.run(
                sql!(
                    "insert into organisations (id, name, kind, place) values ($1, $1, 'care', '') on conflict do nothing"
                ),
                args![organisation],
            )?;
            tx.run(
                sql!("insert into positions (person_id, organisation_id, job) values ($1, $2, 'poh')"),
                args![&mail, organisation],
            )
        })
        .await
        .unwrap();
}

/// A second group of four, each of an organisation of their own but for Hans, who is a colleague of whoever is of Linde.
async fn second(world: &World) {
    let db = &world.house.app.db;
    db.write(|tx| {
        tx.run(
            sql!("insert into groups (id, programme_id, name) values ('h', 'p', 'Groep 5')"),
            args![],
        )
    })
    .await
    .unwrap();
    for (name, organisation) in [("hans", "Linde"), ("hilde", "Brug"), ("hugo", "Kade")] {
        add(world, name, Some("h"), organisation).await;
    }
    for (name, organisation) in [("noor", "Plein"), ("bram", "Veld"), ("saar", "Bos")] {
        works(world, name, organisation).await;
    }
}

/// In which group the menu of somebody stands.
fn chosen(page: &scraper::Html, name: &str) -> String {
    line(
        page,
        &format!("[name=\"seat-{name}@voorbeeld.example\"] option[selected]"),
    )
}

store::both_engines! {
    MIGRATIONS;

    async fn who_comes_late_gets_the_place_that_moves_nobody_once(db) {
        let world = World::new(&db).await;
        second(&world).await;
        let wietske = world.house.signed_in("wietske@voorbeeld.example").await;
        assert!(wietske.get(HERE).await.text().contains("Iedereen heeft al een groep"));
        add(&world, "lot", None, "Linde").await;
        world.plan("2026-12-15").await;
        world.house.deliver().await;
        let people = wietske.get("/programmes/p/people").await;
        assert!(texts(&people.page(), ".manage a").contains(&"Plaats wie later kwam".to_owned()));

        let proposed = wietske.get(HERE).await;
        assert_eq!(proposed.status, 200, "{}", proposed.text());
        assert!(proposed.text().contains("Niemand hoeft te verhuizen"), "{}", proposed.text());
        assert_eq!(chosen(&proposed.page(), "lot"), "Groep 4", "a colleague is in the other group");
        let why = texts(&proposed.page(), ".placing-reasons li");
        assert_eq!(why, ["Collega's van één organisatie zitten apart (hans)"]);
        assert_eq!(seats(&db, "lot").await, ["- participant"], "looking changes nothing");

        let carried = form(&proposed.page());
        for _ in 0..2 {
            let placed = wietske.post(HERE, &format!("{carried}&do=place")).await;
            assert_eq!(placed.status, 303, "{}", placed.text());
        }
        assert_eq!(seats(&db, "lot").await, ["- participant", "Groep 4 participant"]);
        assert_eq!(lists(&db, "lot").await, ["Groep 4"]);
        assert_eq!(world.house.deliver().await, 2, "one mail about the place, one invitation");
        let letters = world.house.mailbox.letters();
        let placed = letters.iter().find(|letter| letter.subject == "Je zit in Groep 4").unwrap();
        assert!(placed.to == "lot@voorbeeld.example" && placed.text.contains("thea begeleidt de groep."), "{}", placed.text);
    }

    async fn one_moves_when_nothing_else_helps_and_leaves_the_lists_of_their_group(db) {
        let world = World::new(&db).await;
        second(&world).await;
        add(&world, "lot", None, "Linde").await;
        world.plan("2026-12-15").await;
        world.house.deliver().await;
        let wietske = world.house.signed_in("wietske@voorbeeld.example").await;
        let carried = form(&wietske.get(HERE).await.page());
        // Three is full: somebody of the first group makes room, and the second one has room when it may be four.
        let tight = carried.replace("best=7", "best=3").replace("most=8", "most=3");
        let full = wietske.post(HERE, &format!("{tight}&do=propose")).await;
        assert_eq!(full.status, 200, "{}", full.text());
        assert_eq!(chosen(&full.page(), "lot"), "Nog niet");
        let why = texts(&full.page(), ".placing-reasons li");
        assert_eq!(why, [
            "Groep 4: vol (3 mensen)",
            "Groep 5: vol (3 mensen); Collega's van één organisatie zitten apart (hans)",
        ]);
        add(&world, "gijs", Some("g"), "Hof").await;
        let four = carried.replace("best=7", "best=4").replace("most=8", "most=4");
        let proposed = wietske.post(HERE, &format!("{four}&do=propose")).await;
        assert!(proposed.text().contains("als één ander verhuist"), "{}", proposed.text());
        assert_eq!(chosen(&proposed.page(), "lot"), "Groep 4");
        let mover = line(&proposed.page(), "li:has(.placing-from) label strong");
        assert_eq!(chosen(&proposed.page(), &mover), "Groep 5");
        let placed = wietske.post(HERE, &format!("{}&do=place", form(&proposed.page()))).await;
        assert_eq!(placed.status, 303, "{}", placed.text());
        assert_eq!(seats(&db, &mover).await.last().unwrap(), "Groep 5 participant");
        assert_eq!(seats(&db, "lot").await.last().unwrap(), "Groep 4 participant");
        assert!(lists(&db, &mover).await.is_empty(), "{mover} is still on the list of a meeting of the first group");
        let told: Vec<String> = { world.house.deliver().await; world.house.mailbox.letters() }
            .into_iter().filter(|letter| letter.subject == "Je zit in Groep 5").map(|letter| letter.to).collect();
        assert_eq!(told, [format!("{mover}@voorbeeld.example")]);
    }

    async fn whoever_got_a_seat_meanwhile_stops_it_and_what_is_still_true_stays(db) {
        let world = World::new(&db).await;
        second(&world).await;
        add(&world, "lot", None, "Linde").await;
        add(&world, "max", None, "Dijk").await;
        let wietske = world.house.signed_in("wietske@voorbeeld.example").await;
        let carried = form(&wietske.get(HERE).await.page());
        let both = carried.replace("seat-max@voorbeeld.example=g", "seat-max@voorbeeld.example=h");
        assert_eq!(wietske.post("/programmes/p/people", &tick("lot", "h", "")).await.status, 303);
        let score = wietske.post("/programmes/p/latecomers/score", &both).await;
        assert_eq!(score.status, 409);
        let late = wietske.post(HERE, &format!("{both}&do=place")).await;
        assert_eq!(late.status, 409, "{}", late.text());
        assert!(late.text().contains("Intussen veranderde er iets"), "{}", late.text());
        assert_eq!(seats(&db, "max").await, ["- participant"], "all of it or nothing");
        assert_eq!(seats(&db, "lot").await.last().unwrap(), "Groep 5 participant");
        assert_eq!(chosen(&late.page(), "max"), "Groep 5", "what was chosen is still there");
        assert_eq!(chosen(&late.page(), "lot"), "", "and whoever has a place is left there");
        let again = wietske.post(HERE, &format!("{}&do=place", form(&late.page()))).await;
        assert_eq!(again.status, 303, "{}", again.text());
        assert_eq!(seats(&db, "max").await.last().unwrap(), "Groep 5 participant");
    }

    async fn the_score_follows_the_menu_and_only_organisers_see_any_of_it(db) {
        let world = World::new(&db).await;
        second(&world).await;
        add(&world, "lot", None, "Linde").await;
        let wietske = world.house.signed_in("wietske@voorbeeld.example").await;
        let carried = form(&wietske.get(HERE).await.page());
        let moved = carried.replace("seat-lot@voorbeeld.example=g", "seat-lot@voorbeeld.example=h");
        assert_ne!(moved, carried);
        let live = wietske.post("/programmes/p/latecomers/score", &moved).await;
        assert_eq!(live.status, 200, "{}", live.text());
        let why = line(&live.page(), "[data-live=\"reasons-lot@voorbeeld.example\"]");
        assert_eq!(why, "Collega's van één organisatie zitten apart (hans) · moet altijd");
        assert_eq!(line(&live.page(), "[data-live=size-h]"), "4 mensen");
        assert!(line(&live.page(), "[data-live=state-h]").contains("altijd moet"));
        let none = carried.replace("seat-lot@voorbeeld.example=g", "seat-lot@voorbeeld.example=");
        let nobody = wietske.post(HERE, &format!("{none}&do=place")).await;
        assert_eq!(nobody.status, 422);
        assert!(nobody.text().contains("Kies bij minstens één persoon een groep"));
        let wrong = wietske.post(HERE, &format!("{}&do=place", carried.replace("most=8", "most=1"))).await;
        assert_eq!(wrong.status, 422);
        assert_ne!(line(&wrong.page(), "#most-problem"), "");
        for name in ["thea", "noor", "lot"] {
            let browser = world.house.signed_in(&format!("{name}@voorbeeld.example")).await;
            assert_eq!(browser.get(HERE).await.status, 404, "{name}");
            assert_eq!(browser.post(HERE, &carried).await.status, 404, "{name}");
            assert_eq!(browser.post("/programmes/p/latecomers/score", &carried).await.status, 404, "{name}");
        }
    }
}
