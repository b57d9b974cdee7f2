//! The outbox as an organiser sees it: read, changed, stopped, and without the keys of others.

use store::{MIGRATIONS, args, sql};

use crate::calendar::world::World;

async fn waiting(world: &World, about: &'static str) -> (String, String) {
    let db = &world.house.app.db;
    db.read(move |tx| {
        tx.one(
            sql!(
                "select id, text from outbox where about = $1 and person_id = 'noor@voorbeeld.example'
                 order by due_at limit 1"
            ),
            args![about],
        )
    })
    .await
    .unwrap()
}

store::both_engines! {
    MIGRATIONS;

    async fn an_organiser_changes_and_stops_what_waits_and_sees_no_key(db) {
        let world = World::new(&db).await;
        world.plan("2026-12-15").await;
        world.house.deliver().await;
        let wietske = world.house.signed_in("wietske@voorbeeld.example").await;
        let list = wietske.get("/programmes/p/mailings").await;
        assert_eq!(list.status, 200);
        assert!(list.text().contains("Wacht nog: 8") && list.text().contains("Verstuurd"), "{}", list.text());
        let (id, text) = waiting(&world, "reminder").await;
        let key = text.lines().find_map(|line| line.split_once("/reply/")).unwrap().1.to_owned();
        let page = format!("/programmes/p/mailings/{id}");
        let shown = wietske.get(&page).await;
        assert!(!shown.text().contains(&key) && shown.text().contains("/reply/••••••••"), "{}", shown.text());
        let changed = "subject=Tot+straks&text=Neem+je+agenda+mee.%0D%0Ahttps%3A%2F%2Fkring.test%2Freply%2F%E2%80%A2%E2%80%A2%E2%80%A2%E2%80%A2%E2%80%A2%E2%80%A2%E2%80%A2%E2%80%A2";
        assert_eq!(wietske.post(&page, changed).await.header("location"), Some(page.as_str()));
        let (_, text) = waiting(&world, "reminder").await;
        assert_eq!(text, format!("Neem je agenda mee.\nhttps://kring.test/reply/{key}"));
        let empty = wietske.post(&page, "subject=&text=Hallo").await;
        assert_eq!(empty.status, 422);
        assert!(empty.text().contains("Hallo"));
        for _ in 0..2 {
            let status = wietske.post(&format!("{page}/stop"), "").await.status;
            assert!(status == 303 || status == 404, "{status}");
        }
        let list = wietske.get("/programmes/p/mailings").await;
        assert!(list.text().contains("Wacht nog: 7") && list.text().contains("Tegengehouden"), "{}", list.text());
        let samples = wietske.get("/programmes/p/mailings/samples").await;
        assert!(samples.text().contains("Gaat niet door: "), "{}", samples.text());
    }

    async fn nobody_else_sees_the_mails_of_a_programme(db) {
        let world = World::new(&db).await;
        world.plan("2026-12-15").await;
        world.house.deliver().await;
        let (id, _) = waiting(&world, "reminder").await;
        for mail in ["thea@voorbeeld.example", "noor@voorbeeld.example"] {
            let browser = world.house.signed_in(mail).await;
            for path in ["/programmes/p/mailings", "/programmes/p/mailings/samples", &format!("/programmes/p/mailings/{id}")] {
                assert_eq!(browser.get(path).await.status, 404, "{mail} {path}");
            }
            let page = format!("/programmes/p/mailings/{id}");
            assert_eq!(browser.post(&page, "subject=x&text=x").await.status, 404);
            assert_eq!(browser.post(&format!("{page}/stop"), "").await.status, 404);
        }
        let wietske = world.house.signed_in("wietske@voorbeeld.example").await;
        // A code to sign in with belongs to no programme.
        let codes: String = db
            .read(|tx| tx.one(sql!("select id from mail_ledger where about = 'sign-in' limit 1"), args![]))
            .await
            .unwrap();
        assert_eq!(wietske.get(&format!("/programmes/p/mailings/{codes}")).await.status, 404);
        assert!(!wietske.get("/programmes/p/mailings").await.text().contains("Je code"));
    }
}
