//! Composing groups: proposals, changes by hand, the live score, and the groups themselves.

use store::{MIGRATIONS, args, sql};

use super::{form, seats, tick};
use crate::calendar::world::{World, line, values};
use crate::site::texts;

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
                     &region=off&coach=off&experience=off&mix=off&alone=off";

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
        let carried = form(&proposed.page());
        assert_eq!(carried, form(&again.page()), "the same seed, the same proposal");
        assert!(texts(&proposed.page(), ".placing-worth strong").iter().all(|kept| kept == "klopt voor iedereen"));

        // Everybody in one group: colleagues meet, and the page says who.
        let together = carried.replace("seat-p1@voorbeeld.example=0", "seat-p1@voorbeeld.example=1");
        let other = carried.replace("seat-p0@voorbeeld.example=0", "seat-p0@voorbeeld.example=1");
        let moved = if together == carried { other } else { together };
        let counted = wietske.post(here, &format!("{moved}&do=count")).await;
        assert!(counted.text().contains("niet voor 2 mensen") || counted.text().contains("niet voor 1 persoon"), "{}", counted.text());
        assert!(counted.text().contains("Zo wordt iets doorbroken"));

        let clash = carried.replace("group-name-0=Groep 2", "group-name-0=Groep 4");
        let refused = wietske.post(here, &format!("{clash}&do=make")).await;
        assert_eq!(refused.status, 422);
        assert_ne!(line(&refused.page(), "#group-name-0-problem"), "");
        for _ in 0..2 {
            let made = wietske.post(here, &format!("{carried}&tell=yes&do=make")).await;
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
        let usual = RULES.replace("language=off&region=off&coach=off&experience=off", "language=strong&region=normal&coach=normal&experience=light");
        let proposed = wietske.post("/programmes/p/composing", &format!("{usual}&do=propose")).await;
        assert_eq!(proposed.status, 200, "{}", proposed.text());
        let idle = line(&proposed.page(), ".placing-worth > p.small");
        let rules = "Iedereen deelt een taal; Mensen uit één regio zitten samen; Beginners en ervaren mensen zitten gemengd";
        assert_eq!(idle, format!("Telt nu niet mee, want niemand heeft het ingevuld: {rules}."));
        // The form begins with telling people, and asking for a proposal keeps it so.
        let carried = values(&page.page(), "input[name=tell]");
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
        let carried = form(&proposed.page());
        assert_eq!(wietske.post("/programmes/p/people", &tick("p3", "g", "")).await.status, 303);
        let late = wietske.post("/programmes/p/composing", &format!("{carried}&do=make")).await;
        assert_eq!(late.status, 409);
        assert!(late.text().contains("Intussen kreeg iemand een plek"));
        let page = wietske.get("/programmes/p/people").await;
        assert_eq!(texts(&page.page(), ".placing-groups a").len(), 1);
    }

    async fn groups_are_made_on_the_version_they_were_composed_on(db) {
        let world = World::new(&db).await;
        crowd(&world).await;
        let wietske = world.house.signed_in("wietske@voorbeeld.example").await;
        let here = "/programmes/p/composing";
        let proposed = wietske.post(here, &format!("{RULES}&do=propose")).await;
        let carried = form(&proposed.page());
        // Somebody else takes Noor out of her group: nobody of the form is concerned, and yet it stands on something else.
        assert_eq!(wietske.post("/programmes/p/people", &tick("noor", "-", "")).await.status, 303);
        assert_eq!(wietske.post("/programmes/p/people", &tick("noor", "g", "")).await.status, 303);
        let made = wietske.post(here, &format!("{carried}&do=count")).await;
        assert_eq!(made.status, 200, "what was taken back is the same version");
        let ledge = wietske.post("/programmes/p/groups", "name=Noord").await;
        assert_eq!(ledge.status, 303);
        let late = wietske.post(here, &format!("{carried}&do=make")).await;
        assert_eq!(late.status, 409, "{}", late.text());
        assert!(late.text().contains("Intussen veranderde er iets"), "{}", late.text());
        assert_eq!(seats(&db, "p0").await, ["- participant"]);
        let renewed = form(&late.page());
        let without = |form: &str| form.split('&').filter(|part| !part.starts_with("version=")).collect::<Vec<_>>().join("&");
        assert_eq!(without(&renewed).matches("seat-").count(), 12, "what was chosen is still there");
        assert_eq!(wietske.post(here, &format!("{renewed}&do=make")).await.status, 303);
        assert_eq!(seats(&db, "p0").await.len(), 2);
    }

    async fn the_live_score_says_the_same_as_the_page(db) {
        let world = World::new(&db).await;
        crowd(&world).await;
        let wietske = world.house.signed_in("wietske@voorbeeld.example").await;
        let here = "/programmes/p/composing";
        let score = "/programmes/p/composing/score";
        let proposed = wietske.post(here, &format!("{RULES}&do=propose")).await;
        let carried = form(&proposed.page());
        let moved = if carried.contains("seat-p1@voorbeeld.example=0") {
            carried.replace("seat-p1@voorbeeld.example=0", "seat-p1@voorbeeld.example=1")
        } else {
            carried.replace("seat-p0@voorbeeld.example=0", "seat-p0@voorbeeld.example=1")
        };
        let counted = wietske.post(here, &format!("{moved}&do=count")).await;
        let live = wietske.post(score, &moved).await;
        assert_eq!(live.status, 200, "{}", live.text());
        assert!(!live.text().contains("<html"), "parts only");
        assert!(texts(&live.page(), "select").is_empty(), "menus are never replaced");
        for part in ["worth", "score", "size-0", "size-1", "state-0", "state-1", "reasons-p0@voorbeeld.example"] {
            let part = format!("[data-live=\"{part}\"]");
            assert_eq!(line(&live.page(), &part), line(&counted.page(), &part), "{part}");
        }
        let said = line(&live.page(), "[data-announce]");
        assert!(said.starts_with("Score ") && said.contains("altijd moet"), "{said}");
        // Nothing was stored, and nobody else reaches it.
        assert_eq!(seats(&db, "p0").await, ["- participant"]);
        let noor = world.house.signed_in("noor@voorbeeld.example").await;
        assert_eq!(noor.post(score, &moved).await.status, 404);
        assert_eq!(wietske.post("/programmes/p/people", &tick("p3", "g", "")).await.status, 303);
        assert_eq!(wietske.post(score, &moved).await.status, 409);
    }

    async fn a_coach_without_a_group_is_proposed_and_leads_the_group_that_is_made(db) {
        let world = World::new(&db).await;
        crowd(&world).await;
        world.house.add("roos@voorbeeld.example", "nl").await;
        let wietske = world.house.signed_in("wietske@voorbeeld.example").await;
        let roos = "name=roos&mail=roos%40voorbeeld.example&group=&role=facilitator";
        assert_eq!(wietske.post("/programmes/p/people/new", roos).await.status, 303);
        let here = "/programmes/p/composing";
        let begin = wietske.get(here).await.page();
        assert_eq!(texts(&begin, ".placing-coach legend"), ["roos", "thea begeleidt Groep 4"]);
        let takes = |name: &str| values(&begin, &format!("[name=\"takes-{name}@voorbeeld.example\"]"));
        assert_eq!((takes("roos"), takes("thea")), (vec!["1".to_owned()], vec!["0".to_owned()]));

        let proposed = wietske.post(here, &format!("{}&do=propose", form(&begin))).await;
        assert_eq!(proposed.status, 200, "{}", proposed.text());
        let led = |page: &scraper::Html| texts(page, "[name^=leads-] option[selected]");
        let mut leads = led(&proposed.page());
        leads.sort();
        assert_eq!(leads, ["Nog niemand", "roos"], "she takes one");
        assert!(proposed.text().contains("Nog geen begeleider."));
        // Both groups by hand: more than she takes, which is said, and may be.
        let carried = form(&proposed.page());
        let mine = "=roos@voorbeeld.example";
        let both = carried.replace("leads-0=&", &format!("leads-0{mine}&")).replace("leads-1=&", &format!("leads-1{mine}&"));
        let counted = wietske.post("/programmes/p/composing/score", &both).await;
        assert!(counted.text().contains("roos krijgt zo meer groepen dan je opgaf (1)"), "{}", counted.text());
        let wrong = both.replace("takes-roos@voorbeeld.example=1", "takes-roos@voorbeeld.example=99");
        let wrong = wietske.post(here, &format!("{wrong}&do=count")).await;
        assert_eq!(wrong.status, 422);
        assert_ne!(line(&wrong.page(), "[id=\"takes-roos@voorbeeld.example-problem\"]"), "");

        let thea = both.replacen(&format!("leads-0{mine}"), "leads-0=thea@voorbeeld.example", 1);
        assert_eq!(wietske.post(here, &format!("{thea}&do=make")).await.status, 303);
        assert_eq!(seats(&db, "roos").await, ["- facilitator", "Groep 3 facilitator"]);
        assert_eq!(seats(&db, "thea").await, ["- participant", "Groep 2 facilitator", "Groep 4 facilitator"]);
        assert_eq!(world.house.deliver().await, 14, "each person and each coach hears once");
        let letters = world.house.mailbox.letters();
        let to = |mail: &str| letters.iter().filter(|letter| letter.to == mail).collect::<Vec<_>>();
        let [led] = to("roos@voorbeeld.example")[..] else { panic!("one letter") };
        assert_eq!(led.subject, "Je begeleidt Groep 3");
        let seen = letters.iter().filter(|letter| letter.subject == "Je zit in Groep 3");
        assert!(seen.clone().count() > 3 && seen.clone().all(|letter| letter.text.contains("roos begeleidt de groep.")));
    }
}
