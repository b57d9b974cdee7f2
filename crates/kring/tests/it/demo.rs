//! The demo world is made once, thrown away when asked, and never mixed with anything real.

use figment::Figment;
use kring::app::App;
use kring::clock::{Clock, Ids};
use kring::config::{Config, Flags};
use kring::demo;
use store::testing::TestDb;
use store::{Db, MIGRATIONS, args, sql};

use crate::site::{Site, run};

/// Entries of the library are sealed; no file is made for it.
const KEY: &str = "case_key = \"00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff\"";

fn app(db: &TestDb, now: &str) -> App {
    let config = Config::read("kring.toml", KEY, &Figment::new(), &Flags::default()).unwrap();
    let clock = Clock::standing_at(now.parse().unwrap());
    App::on(Db::clone(db), config, clock, Ids::Random)
}

/// People, meetings and results: enough to notice that something was doubled.
async fn counts(db: &Db) -> (i64, i64, i64) {
    db.read(|tx| {
        Ok::<_, store::Error>((
            tx.one(sql!("select count(*) from people"), args![])?,
            tx.one(sql!("select count(*) from meetings"), args![])?,
            tx.one(sql!("select count(*) from results"), args![])?,
        ))
    })
    .await
    .unwrap()
}

const MONDAY: &str = "2026-11-23T09:02:00Z";
const TUESDAY: &str = "2026-11-24T09:02:00Z";

store::both_engines! {
    MIGRATIONS;

    async fn a_world_is_opened_again_and_not_doubled(db) {
        let opened = demo::open(app(&db, MONDAY), false).await.unwrap();
        assert!(!opened.is_old);
        let before = counts(&db).await;
        assert!(before.0 > 50 && before.1 > 25 && before.2 > 30, "{before:?}");
        let again = demo::open(app(&db, TUESDAY), false).await.unwrap();
        assert!(again.is_old, "its running meeting was yesterday");
        assert_eq!(counts(&db).await, before);
    }

    async fn a_fresh_world_takes_the_place_of_the_old_one(db) {
        demo::open(app(&db, MONDAY), false).await.unwrap();
        let talk = || db.read(|tx| tx.one::<(i64, i64)>(
            sql!("select (select count(*) from thread_messages) as said, (select count(*) from directory_listings) as found"),
            args![],
        ));
        let talked = talk().await.unwrap();
        assert!(talked.0 > 3 && talked.1 > 1, "{talked:?}");
        let before = counts(&db).await;
        let fresh = demo::open(app(&db, TUESDAY), true).await.unwrap();
        assert!(!fresh.is_old);
        assert_eq!(counts(&db).await, before);
        assert_eq!(talk().await.unwrap(), talked);
    }

    async fn a_database_with_people_is_left_alone(db) {
        db.write(|tx| {
            tx.run(
                sql!("insert into people (id, name, mail, language, created_at) values ('p', 'Noor', 'noor@x.example', 'nl', 1)"),
                args![],
            )
        })
        .await
        .unwrap();
        for fresh in [false, true] {
            let refused = demo::open(app(&db, MONDAY), fresh).await.err().unwrap();
            assert!(refused.to_string().contains("no demo"), "{refused:#}");
        }
        assert_eq!(counts(&db).await, (1, 0, 0));
    }
}

#[test]
fn the_meeting_that_starts_now_greets_on_the_start_page() {
    run(async {
        let site = Site::demo().await;
        let page = site.get("/").await;
        assert_eq!(
            page.first(".welcome h2"),
            "Medicijndispenser: van weerstand naar vertrouwen"
        );
        assert!(
            page.first(".welcome .facts").contains("10:00–11:30"),
            "{}",
            page.first(".welcome .facts")
        );
        assert!(Site::new().await.get("/").await.first(".welcome").is_empty());
    });
}

#[test]
fn being_anybody_is_only_possible_in_a_demo() {
    run(async {
        let real = Site::new().await;
        assert_eq!(real.get("/demo").await.status, 404);
        assert_eq!(real.post("/demo/sign-in", "person=x").await.status, 404);
        let site = Site::demo().await;
        assert_eq!(site.get("/demo").await.status, 200);
        assert_eq!(site.post("/demo/sign-in", "person=x").await.status, 404, "nobody");
    });
}
