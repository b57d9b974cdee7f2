//! Who pays for a programme sees its figures, and nothing else.

use jiff::SignedDuration;
use scraper::Selector;
use store::{Db, MIGRATIONS, args, sql};

use crate::calendar::world::World;
use crate::site::{Reply, texts};

const AAFJE: &str = "name=Aafje+Geldersma&mail=Aafje%40Fonds.example&works-for=Fonds+Voorbeeld";

/// Two meetings that were held: one with seven people on its list, of whom six came, and one with four.
async fn fill(db: &Db) {
    db.write(|tx| {
        for (meeting, starts_at, listed) in [("long", 1_791_000_000_000_000_i64, 7_i64), ("short", 1_780_000_000_000_000, 4)] {
            tx.run(
                sql!(
                    "insert into meetings (id, programme_id, group_id, title, starts_at, ends_at, zone, plan, state, published_at)
                     values ($1, 'p', 'g', 'Geheim onderwerp', $2, $2 + 5400000000, 'Europe/Amsterdam', '[]', 'held', 0)"
                ),
                args![meeting, starts_at],
            )?;
            for number in 0..listed {
                let person = format!("{meeting}-{number}");
                tx.run(
                    sql!("insert into people (id, name, mail, language, created_at) values ($1, 'Onbekend', $1, 'nl', 0)"),
                    args![&person],
                )?;
                tx.run(
                    sql!("insert into attendance (meeting_id, person_id, role, state) values ($1, $2, 'participant', $3)"),
                    args![meeting, &person, if number == 0 { "absent" } else { "present" }],
                )?;
            }
        }
        // A guest who spoke does not make a list longer.
        tx.run(
            sql!("insert into attendance (meeting_id, person_id, role, state) values ('short', 'long-1', 'speaker', 'present')"),
            args![],
        )?;
        Ok::<_, store::Error>(())
    })
    .await
    .unwrap();
}

/// Where the button posts that takes the first seat back.
fn ending(list: &Reply) -> String {
    let form = Selector::parse(".sponsor-lines form").unwrap();
    let page = list.page();
    page.select(&form)
        .next()
        .unwrap()
        .attr("action")
        .unwrap()
        .to_owned()
}

fn lines(page: &Reply) -> Vec<String> {
    texts(&page.page(), ".overview-table tr :is(th, td)")
}

store::both_engines! {
    MIGRATIONS;

    async fn somebody_with_a_seat_sees_figures_and_no_other_page(db) {
        let world = World::new(&db).await;
        fill(&db).await;
        let wietske = world.house.signed_in("wietske@voorbeeld.example").await;
        let given = wietske.post("/programmes/p/sponsors", AAFJE).await;
        assert_eq!(given.status, 303, "{}", given.text());
        world.house.deliver().await;
        let mails = world.house.mailbox.letters();
        let mail = mails.iter().find(|mail| mail.to == "aafje@fonds.example").unwrap();
        assert!(mail.text.contains("/programmes/p/figures"), "{}", mail.text);

        let aafje = world.house.signed_in("aafje@fonds.example").await;
        let own = aafje.get("/my").await;
        assert!(own.text().contains("/programmes/p/figures"), "her own page leads there");
        let page = aafje.get("/programmes/p/figures").await;
        assert_eq!(page.status, 200);
        assert_eq!(
            texts(&page.page(), ".figures dd"),
            ["1", "3", "0", "2", "0", "86 %", "9"],
            "groups, people, organisations, held, coming, present, hours"
        );
        assert_eq!(lines(&page), [
            "Periode", "Gehouden", "Bezoeken", "Aanwezig", "Uren samen",
            // Four people on a list are too few to say who came.
            "2e kwartaal 2026", "1", "–", "–", "–",
            "4e kwartaal 2026", "1", "6", "86 %", "9",
            "Hele programma", "2", "6", "86 %", "9",
        ]);
        for secret in ["Geheim", "Groep 4", "Noor", "Thea", "Onbekend"] {
            assert!(!page.text().contains(secret), "{secret}");
        }
        for path in [
            "/programmes/p", "/programmes/p/overview", "/programmes/p/people", "/programmes/p/evaluation",
            "/programmes/p/sponsors", "/programmes/p/threads", "/groups/g", "/meetings/long", "/meetings/long/attendance",
        ] {
            assert_eq!(aafje.get(path).await.status, 404, "{path}");
        }
    }

    async fn the_sheet_says_the_same_as_the_page(db) {
        let world = World::new(&db).await;
        fill(&db).await;
        let wietske = world.house.signed_in("wietske@voorbeeld.example").await;
        let sheet = wietske.get("/programmes/p/figures.csv").await;
        assert_eq!(sheet.header("content-type"), Some("text/csv; charset=utf-8"));
        let sheet = sheet.text().to_owned();
        let lines: Vec<&str> = sheet.trim_start_matches('\u{feff}').lines().collect();
        for line in [
            r#""Cijfer","Periode","Waarde""#,
            r#""Aanwezig","Hele programma","86 %""#,
            r#""Bezoeken","2e kwartaal 2026","–""#,
            r#""Uren samen","4e kwartaal 2026","9""#,
        ] {
            assert!(lines.contains(&line), "{line} is not in {lines:?}");
        }
    }

    async fn a_seat_is_given_once_and_taken_back_at_once(db) {
        let world = World::new(&db).await;
        let wietske = world.house.signed_in("wietske@voorbeeld.example").await;
        for _ in 0..2 {
            world.house.advance(SignedDuration::from_secs(2));
            assert_eq!(wietske.post("/programmes/p/sponsors", AAFJE).await.status, 303);
        }
        assert_eq!(world.house.deliver().await, 1, "pressing twice sends one mail");
        let list = wietske.get("/programmes/p/sponsors").await;
        assert_eq!(texts(&list.page(), ".sponsor-lines strong"), ["Aafje Geldersma"]);
        let aafje = world.house.signed_in("aafje@fonds.example").await;
        assert_eq!(aafje.get("/programmes/p/figures").await.status, 200);

        let action = ending(&list);
        for _ in 0..2 {
            assert_eq!(wietske.post(&action, "").await.status, 303);
        }
        assert_eq!(aafje.get("/programmes/p/figures").await.status, 404);
        assert!(!aafje.get("/my").await.text().contains("/programmes/p/figures"));
        let list = wietske.get("/programmes/p/sponsors").await;
        assert!(texts(&list.page(), ".sponsor-lines strong").is_empty());

        world.house.advance(SignedDuration::from_mins(1));
        // Given again, it opens again, and a mail says so.
        assert_eq!(wietske.post("/programmes/p/sponsors", AAFJE).await.status, 303);
        assert_eq!(aafje.get("/programmes/p/figures").await.status, 200);
        assert_eq!(world.waiting("sponsor").await, 1);
    }

    async fn only_an_organiser_gives_seats_and_members_see_no_figures(db) {
        let world = World::new(&db).await;
        for mail in ["thea@voorbeeld.example", "noor@voorbeeld.example"] {
            let browser = world.house.signed_in(mail).await;
            assert_eq!(browser.get("/programmes/p/figures").await.status, 404, "{mail}");
            assert_eq!(browser.get("/programmes/p/figures.csv").await.status, 404, "{mail}");
            assert_eq!(browser.get("/programmes/p/sponsors").await.status, 404, "{mail}");
            assert_eq!(browser.post("/programmes/p/sponsors", AAFJE).await.status, 404, "{mail}");
        }
        assert_eq!(world.waiting("sponsor").await, 0);
    }

    async fn what_is_wrong_is_said_and_nothing_is_lost(db) {
        let world = World::new(&db).await;
        let wietske = world.house.signed_in("wietske@voorbeeld.example").await;
        let refused = wietske.post("/programmes/p/sponsors", "name=Aafje&mail=aafje&works-for=").await;
        assert_eq!(refused.status, 422);
        assert_eq!(
            texts(&refused.page(), ".field-problem"),
            ["Dit is geen mailadres. Het ziet eruit als naam@organisatie.nl.", "Vul dit nog in."]
        );
        assert!(refused.text().contains("value=\"Aafje\""));
    }
}
