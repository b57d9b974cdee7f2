//! Who stays away: for whoever leads and nobody else, and one mail each time.

use store::{Db, MIGRATIONS, args, sql};

use crate::calendar::world::World;
use crate::site::texts;

/// Meetings that were held so many days before Monday the 23rd of November, with who was there: a letter for Noor, Bram and Saar.
async fn held(db: &Db, meetings: &'static [(i64, &'static str)]) {
    let monday = "2026-11-23T09:00:00Z"
        .parse::<jiff::Timestamp>()
        .unwrap()
        .as_microsecond();
    db.write(move |tx| {
        for (days, letters) in meetings {
            let id = format!("held-{days}");
            let starts = monday - days * 86_400_000_000;
            tx.run(
                sql!(
                    "insert into meetings (id, programme_id, group_id, title, starts_at, ends_at, zone, plan, state, published_at)
                     values ($1, 'p', 'g', 'Eerder', $2, $3, 'Europe/Amsterdam', '{}', 'held', 0)"
                ),
                args![&id, starts, starts + 5_400_000_000],
            )?;
            for (name, letter) in ["noor", "bram", "saar"].into_iter().zip(letters.chars()) {
                let state = if letter == 't' { "present" } else { "absent" };
                tx.run(
                    sql!(
                        "insert into attendance (meeting_id, person_id, role, state) values ($1, $2, 'participant', $3)"
                    ),
                    args![&id, &format!("{name}@voorbeeld.example"), state],
                )?;
            }
        }
        Ok::<_, store::Error>(())
    })
    .await
    .unwrap();
}

store::both_engines! {
    MIGRATIONS;

    async fn twice_in_a_row_is_told_once_and_to_whoever_leads_only(db) {
        let world = World::new(&db).await;
        held(&db, &[(60, "ttt"), (30, "att")]).await;
        world.house.app.sweep().await.unwrap();
        assert_eq!(world.house.deliver().await, 0);
        held(&db, &[(2, "ata")]).await;
        for _ in 0..2 {
            world.house.app.sweep().await.unwrap();
        }
        assert_eq!(world.house.deliver().await, 1);
        let letter = world.house.mailbox.letters().pop().unwrap();
        assert_eq!(letter.to, "thea@voorbeeld.example");
        assert!(letter.text.contains("noor was er de laatste twee keer niet"), "{}", letter.text);
        assert!(!letter.subject.contains("noor"));
        world.house.app.sweep().await.unwrap();
        assert_eq!(world.house.deliver().await, 0);
        // Organisers do not read it among the mails of their programme.
        let wietske = world.house.signed_in("wietske@voorbeeld.example").await;
        assert!(!wietske.get("/programmes/p/mailings").await.text().contains("twee keer niet"));
        held(&db, &[(1, "att")]).await;
        world.house.app.sweep().await.unwrap();
        assert_eq!(world.house.deliver().await, 1, "a third time is a sign again");
    }

    async fn what_is_long_past_is_no_sign(db) {
        let world = World::new(&db).await;
        held(&db, &[(60, "att"), (30, "att")]).await;
        world.house.app.sweep().await.unwrap();
        assert_eq!(world.house.deliver().await, 0);
    }

    async fn only_whoever_leads_sees_who_was_there(db) {
        let world = World::new(&db).await;
        let coach = world.house.signed_in("thea@voorbeeld.example").await;
        assert!(coach.get("/groups/g/turnout").await.text().contains("nog geen bijeenkomst geweest"));
        held(&db, &[(60, "ttt"), (30, "att"), (2, "att")]).await;
        let page = coach.get("/groups/g/turnout").await.page();
        let rows = texts(&page, ".poll-who tbody tr");
        assert!(rows[1].starts_with("nooronder de norm1 van 3"), "{rows:?}");
        assert!(rows[0].starts_with("bram3 van 3"), "{rows:?}");
        for name in ["noor", "wietske"] {
            let other = world.house.signed_in(&format!("{name}@voorbeeld.example")).await;
            assert_eq!(other.get("/groups/g/turnout").await.status, 404, "{name}");
        }
    }
}
