//! What an organiser sees of a whole programme: numbers and dates, and nothing that was said.

use store::{Db, MIGRATIONS, args, sql};

use crate::calendar::world::World;
use crate::site::{Reply, texts};

/// A second group that never met, a meeting of the first one that was held, an application, and a mail that failed.
async fn fill(db: &Db) {
    db.write(|tx| {
        for statement in [
            sql!("insert into groups (id, programme_id, name) values ('s', 'p', 'Zwijgers')"),
            sql!(
                "insert into meetings (id, programme_id, group_id, title, starts_at, ends_at, zone, plan, state, published_at)
                 select 'h', programme_id, group_id, 'Eerder', starts_at - 6048000000000, ends_at - 6048000000000, zone, plan,
                        'held', 0
                 from meetings limit 1"
            ),
            sql!(
                "insert into attendance (meeting_id, person_id, role, state) values
                     ('h', 'thea@voorbeeld.example', 'facilitator', 'present'),
                     ('h', 'noor@voorbeeld.example', 'participant', 'present'),
                     ('h', 'bram@voorbeeld.example', 'participant', 'present'),
                     ('h', 'saar@voorbeeld.example', 'participant', 'absent')"
            ),
            sql!(
                "insert into cases (id, meeting_id, owner_id, title, question, state)
                 values ('c', 'h', 'noor@voorbeeld.example', 'Geheime casus', 'Hoe nu?', 'treated')"
            ),
            sql!(
                "insert into applications (id, programme_id, form_key, name, mail, language, answers, state, applied_at)
                 values ('a', 'p', 'k', 'Roos', 'roos@voorbeeld.example', 'nl', '[]', 'applied', 0)"
            ),
            sql!("update mail_ledger set outcome = 'failed' where id = (select min(id) from mail_ledger where programme_id = 'p')"),
        ] {
            tx.run(statement, args![])?;
        }
        Ok::<_, store::Error>(())
    })
    .await
    .unwrap();
}

/// The cells of a line of the table.
fn line(page: &Reply, number: usize) -> Vec<String> {
    texts(
        &page.page(),
        &format!(".overview-table tbody tr:nth-child({number}) :is(th, td)"),
    )
}

store::both_engines! {
    MIGRATIONS;

    async fn the_overview_tells_what_needs_attention_and_nothing_of_a_case(db) {
        let world = World::new(&db).await;
        world.plan("2026-12-15").await;
        world.house.deliver().await;
        fill(&db).await;
        let wietske = world.house.signed_in("wietske@voorbeeld.example").await;
        let page = wietske.get("/programmes/p/overview").await;
        assert_eq!(page.status, 200);
        assert_eq!(
            texts(&page.page(), ".figures dd"),
            ["2", "3", "1", "1", "75 %"],
            "groups, people, held, coming, present"
        );
        // The silent group comes first, although its name comes last.
        let silent = "Stil: niets gepland, en lang of nooit bij elkaar geweestGeen begeleiderNog niemand in de groep";
        assert_eq!(line(&page, 1), ["Zwijgers", silent, "0", "–", "–", "0", "–"]);
        assert_eq!(
            line(&page, 2),
            ["Groep 4", "Maar 3 deelnemers", "3", "dinsdag 6 oktober", "dinsdag 15 december", "1", "75 %"]
        );
        let notices = texts(&page.page(), ".notice a");
        assert_eq!(
            notices,
            [
                "Eén aanmelding wacht op jouw antwoord",
                "Eén mail van de laatste dertig dagen is niet aangekomen",
                "2 groepen vragen aandacht",
            ]
        );
        assert_eq!(texts(&page.page(), ".soon-lines .small"), ["Groep 4 · 4 van 4 verwacht"]);
        assert!(!page.text().contains("Geheime casus") && !page.text().contains("Saar"), "{}", page.text());
    }

    async fn only_an_organiser_of_the_programme_sees_it(db) {
        let world = World::new(&db).await;
        for mail in ["thea@voorbeeld.example", "noor@voorbeeld.example"] {
            let browser = world.house.signed_in(mail).await;
            assert_eq!(browser.get("/programmes/p/overview").await.status, 404, "{mail}");
        }
        let wietske = world.house.signed_in("wietske@voorbeeld.example").await;
        assert_eq!(wietske.get("/programmes/q/overview").await.status, 404);
        assert_eq!(wietske.get("/programmes/p/overview").await.status, 200);
    }
}
