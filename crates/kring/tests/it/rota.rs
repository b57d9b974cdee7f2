//! Whose turn it is: shared out fairly, named in the invitation, swapped, and passed on when somebody cannot come.

use store::{Db, MIGRATIONS, args, sql};

use crate::calendar::world::{World, line, row, values};
use crate::site::{Reply, texts};

/// Who has a turn in each meeting, in order of time.
async fn given(db: &Db, duty: &'static str) -> Vec<String> {
    let people: Vec<String> = db
        .read(move |tx| {
            tx.all(
                sql!(
                    "select d.person_id from meeting_duties d join meetings m on m.id = d.meeting_id
                     where d.duty = $1 order by m.starts_at"
                ),
                args![duty],
            )
        })
        .await
        .unwrap();
    let names = people
        .iter()
        .map(|mail| mail.split('@').next().unwrap().to_owned());
    names.collect()
}

/// The form of the rota as it stands, with another person for one field.
fn saved(page: &Reply, field: &str, person: &str) -> String {
    let page = page.page();
    let before = scraper::Selector::parse("input[name^=was-]").unwrap();
    let mut fields = Vec::new();
    for was in page.select(&before) {
        let (name, value) = (was.attr("name").unwrap(), was.attr("value").unwrap_or_default());
        let own = name.strip_prefix("was-").unwrap();
        let now = if own == field { person } else { value };
        fields.push(format!("{name}={value}&{own}={now}"));
    }
    fields.join("&")
}

fn fields(page: &Reply) -> Vec<String> {
    let selector = scraper::Selector::parse("select[name^=case-]").unwrap();
    let page = page.page();
    let names = page
        .select(&selector)
        .map(|field| field.attr("name").unwrap().to_owned());
    names.collect()
}

store::both_engines! {
    MIGRATIONS;

    async fn turns_go_round_and_the_invitation_names_them(db) {
        let world = World::new(&db).await;
        let coach = world.house.signed_in("thea@voorbeeld.example").await;
        let duties = coach.post("/groups/g/rota/duties", "case=yes&notes=yes").await;
        assert_eq!(duties.status, 303);
        let days = ["2026-12-15", "2027-01-12", "2027-02-02", "2027-03-02"];
        assert_eq!(coach.post("/groups/g/series", &row("invite", days[0], &days)).await.status, 303);
        // Three take part; the coach brings no case.
        let cases = given(&db, "case").await;
        let mut first: Vec<&String> = cases.iter().take(3).collect();
        first.sort();
        assert_eq!(first, ["bram", "noor", "saar"]);
        assert_eq!(cases[3], cases[0]);
        let notes = given(&db, "notes").await;
        assert!(cases.iter().zip(&notes).all(|(case, notes)| case != notes), "{cases:?} {notes:?}");
        world.house.deliver().await;
        let letters = world.house.mailbox.letters();
        let letter = letters.iter().find(|one| one.text.contains("15 december 2026")).unwrap();
        assert!(letter.text.contains(&format!("Brengt een casus in: {}", cases[0])), "{}", letter.text);
        assert!(letter.text.contains(&format!("Maakt verslag: {}", notes[0])));
        assert!(coach.get("/groups/g").await.text().contains(&format!("Brengt een casus in: {}", cases[0])));
    }

    async fn whoever_cannot_come_loses_the_turn_to_the_next_who_hears_of_it(db) {
        let world = World::new(&db).await;
        let meeting = world.plan("2026-12-15").await;
        world.house.deliver().await;
        let had = given(&db, "case").await.remove(0);
        let browser = world.house.signed_in(&format!("{had}@voorbeeld.example")).await;
        assert_eq!(browser.post(&format!("/meetings/{meeting}/reply"), "comes=no&reason=").await.status, 303);
        for _ in 0..2 {
            world.house.app.sweep().await.unwrap();
        }
        let has = given(&db, "case").await.remove(0);
        assert_ne!(has, had);
        assert_eq!(world.house.deliver().await, 1);
        let letter = world.house.mailbox.letters().pop().unwrap();
        assert_eq!(letter.to, format!("{has}@voorbeeld.example"));
        assert_eq!(letter.subject, "Jij bent aan de beurt: dinsdag 15 december, Groep 4");
    }

    async fn people_swap_among_themselves_and_two_at_once_do_not_undo_each_other(db) {
        let world = World::new(&db).await;
        let coach = world.house.signed_in("thea@voorbeeld.example").await;
        let days = ["2026-12-15", "2027-01-12"];
        coach.post("/groups/g/series", &row("invite", days[0], &days)).await;
        world.house.deliver().await;
        let noor = world.house.signed_in("noor@voorbeeld.example").await;
        let page = noor.get("/groups/g/rota").await;
        let names = fields(&page);
        let before = given(&db, "case").await;
        let (first, second) = (format!("{}@voorbeeld.example", before[0]), format!("{}@voorbeeld.example", before[1]));
        let swapped = noor.post("/groups/g/rota", &saved(&page, &names[0], &second)).await;
        assert_eq!(swapped.status, 303, "{}", swapped.text());
        assert_eq!(given(&db, "case").await, [before[1].clone(), before[1].clone()]);
        // The coach looked before that: another field goes through, the same one is shown again.
        let other = coach.post("/groups/g/rota", &saved(&page, &names[1], &first)).await;
        assert_eq!(other.status, 303);
        assert_eq!(given(&db, "case").await, [before[1].clone(), before[0].clone()]);
        let third = ["noor", "bram", "saar"].into_iter().find(|name| !before.contains(&(*name).to_owned())).unwrap();
        let third = format!("{third}@voorbeeld.example");
        let late = coach.post("/groups/g/rota", &saved(&page, &names[0], &third)).await;
        assert_eq!(late.status, 409);
        assert_ne!(line(&late.page(), &format!("[id='{}-problem']", names[0])), "");
        assert_eq!(values(&late.page(), &format!("[id='{}'] option[selected]", names[0])), [third]);
        assert_eq!(given(&db, "case").await, [before[1].clone(), before[0].clone()]);
    }

    async fn a_pause_is_ones_own_or_the_coachs_and_strangers_see_nothing(db) {
        let world = World::new(&db).await;
        world.house.add("vreemd@voorbeeld.example", "nl").await;
        let stranger = world.house.signed_in("vreemd@voorbeeld.example").await;
        let noor = world.house.signed_in("noor@voorbeeld.example").await;
        let coach = world.house.signed_in("thea@voorbeeld.example").await;
        assert_eq!(stranger.get("/groups/g/rota").await.status, 404);
        assert_eq!(stranger.post("/groups/g/rota", "").await.status, 404);
        // An organiser plans, and sees nothing of who does what.
        let wietske = world.house.signed_in("wietske@voorbeeld.example").await;
        assert_eq!(wietske.get("/groups/g/rota").await.status, 404);
        assert_eq!(wietske.post("/groups/g/rota/duties", "lead=yes").await.status, 404);
        let pause = |name: &str, until: &str| format!("person={name}%40voorbeeld.example&until={until}");
        assert_eq!(noor.post("/groups/g/rota/pauses", &pause("noor", "2027-01-31")).await.status, 303);
        assert_eq!(noor.post("/groups/g/rota/pauses", &pause("bram", "2027-01-31")).await.status, 404);
        assert_eq!(coach.post("/groups/g/rota/pauses", &pause("bram", "2027-01-31")).await.status, 303);
        let past = noor.post("/groups/g/rota/pauses", &pause("noor", "2026-01-31")).await;
        assert_eq!(past.status, 422);
        let days = ["2026-12-15", "2027-01-12", "2027-02-02"];
        coach.post("/groups/g/series", &row("keep", days[0], &days)).await;
        let cases = given(&db, "case").await;
        assert_eq!(cases[..2], ["saar", "saar"]);
        assert_ne!(cases[2], "saar");
        let page = noor.get("/groups/g/rota").await;
        assert_eq!(texts(&page.page(), ".poll-who .poll-note").len(), 2, "{}", page.text());
        // Nothing goes round any more.
        coach.post("/groups/g/rota/duties", "").await;
        assert!(given(&db, "case").await.is_empty());
        assert!(noor.get("/groups/g/rota").await.text().contains("gaat niets rond"));
    }
}
