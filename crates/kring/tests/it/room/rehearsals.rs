//! Rehearsals: a room of robots for one person, which leaves nothing behind.

use std::time::Duration;

use axum::http::StatusCode;
use store::{Db, MIGRATIONS, args, sql};

use super::world::{Client, Form, Node, stranger};
use crate::site::texts;

/// How many steps a method may have before something goes round in circles.
const MOST: usize = 120;

impl Client {
    /// Starts a rehearsal and sits in its room.
    async fn rehearses(mut self, what: (&str, &str), people: u16, role: &str) -> Self {
        let people = people.to_string();
        let fields = [
            what,
            ("people", people.as_str()),
            ("role", role),
            ("pace", "still"),
        ];
        let reply = self.post("/rehearsals", &fields).await;
        self.room = reply.headers["location"].to_str().unwrap().to_owned();
        self
    }

    /// The same person through the eyes of another seat.
    fn as_seat(&self, seat: usize) -> Self {
        Self {
            router: self.router.clone(),
            room: format!("{}?as={seat}", self.room),
            cookie: self.cookie.clone(),
        }
    }

    async fn goes_on(&self) {
        let path = self.room.replace("/room/", "/rehearsals/");
        self.post(&format!("{path}/progress"), &[]).await;
    }

    /// Until the report is released.
    async fn plays_to_the_end(&self) {
        for _ in 0..MOST {
            if texts(&self.page().await, "form[action*='/progress']").is_empty() {
                return;
            }
            self.goes_on().await;
        }
        panic!("still at {:?}", texts(&self.page().await, "h1"));
    }
}

async fn rows(db: &Db, text: &'static str) -> i64 {
    let events = text == "events";
    db.read(move |tx| {
        if events {
            tx.one(sql!("select count(*) from session_events"), args![])
        } else {
            tx.one(sql!("select count(*) from rehearsals"), args![])
        }
    })
    .await
    .unwrap()
}

/// Through HTTP and the log, unlike the tests of the engine; a handful of methods that differ in shape.
#[test]
fn every_method_can_be_played_to_the_end_in_the_room_by_robots() {
    store::testing::run(store::testing::sqlite(MIGRATIONS), async |db| {
        let node = Node::new(&db).await;
        for (method, people) in [
            ("focusmethode", 6),
            ("speedsparren", 7),
            ("roddelmethode", 5),
            ("zes-denkhoeden", 6),
            ("dilemmamethode", 8),
            ("terugblik-op-acties", 4),
        ] {
            let me = node.client("Esmee Lariksdal").await;
            let me = me.rehearses(("method", method), people, "participant").await;
            me.plays_to_the_end().await;
            assert_eq!(me.h1().await, "Tot de volgende keer", "{method}");
        }
    });
}

store::both_engines! {
    MIGRATIONS;

    async fn a_rehearsal_is_a_room_of_robots_that_leaves_nothing(db) {
        let node = Node::new(&db).await;
        let me = node.client("Esmee Lariksdal").await;
        let me = me.rehearses(("method", "focusmethode"), 6, "participant").await;
        let banner = "Proefdraaien: met robots, niets wordt bewaard.";
        assert!(texts(&me.page().await, ".rehearsal-what").concat().contains(banner));
        me.goes_on().await;
        assert_eq!(me.h1().await, "Casus toelichten");
        let screen = me.send("GET", &format!("{}/screen", me.room), &[], &[]).await;
        assert!(screen.text.contains("niets wordt bewaard"));

        let lead = me.as_seat(0);
        assert!(Form::on(&lead.page().await, "next", &[]).is_some(), "the robot leads");
        assert!(Form::on(&me.page().await, "next", &[]).is_none(), "the person does not");
        lead.does("next", &[], &[]).await;
        assert_eq!(me.h1().await, lead.h1().await);

        let other = node.client(&stranger(&db).await).await;
        for path in [me.room.clone(), format!("{}/screen", me.room), format!("{}/events", me.room)] {
            assert_eq!(other.send("GET", &path, &[], &[]).await.status, StatusCode::NOT_FOUND, "{path}");
        }
        let ending = me.room.replace("/room/", "/rehearsals/") + "/ending";
        assert_eq!(other.send("POST", &ending, &[], &[]).await.status, StatusCode::NOT_FOUND);

        assert!(rows(&db, "events").await > 8 && rows(&db, "rehearsals").await == 1);
        me.post(&ending, &[]).await;
        assert_eq!((rows(&db, "events").await, rows(&db, "rehearsals").await), (0, 0));
        assert_eq!(me.send("GET", &me.room, &[], &[]).await.status, StatusCode::NOT_FOUND);
    }

    async fn a_forgotten_rehearsal_is_deleted_after_a_day(db) {
        let node = Node::new(&db).await;
        let me = node.client("Esmee Lariksdal").await;
        let me = me.rehearses(("method", "focusmethode"), 4, "owner").await;
        node.advance(23 * 60 * 60);
        node.app.sweep().await.unwrap();
        assert_eq!(rows(&db, "rehearsals").await, 1);
        node.advance(2 * 60 * 60);
        assert_eq!(me.send("GET", &me.room, &[], &[]).await.status, StatusCode::NOT_FOUND);
        node.app.sweep().await.unwrap();
        assert_eq!((rows(&db, "events").await, rows(&db, "rehearsals").await), (0, 0));
    }

    async fn robots_act_by_themselves_while_somebody_looks(db) {
        let node = Node::new(&db).await;
        let me = node.client("Esmee Lariksdal").await;
        let me = me.rehearses(("method", "focusmethode"), 4, "participant").await;
        let lead = me.as_seat(0);
        me.goes_on().await;
        lead.does("next", &[], &[]).await;
        assert_eq!(me.h1().await, "Gerichte vragen");
        let path = me.room.replace("/room/", "/rehearsals/");
        me.post(&format!("{path}/pace"), &[("pace", "quick")]).await;
        assert!(texts(&me.page().await, ".room-card").is_empty(), "nobody looked yet");
        let mut stream = me.listens(None).await;
        stream.hears("Gerichte vragen").await;
        let all = async {
            while texts(&me.page().await, ".room-card").len() < 3 {
                // Time passes only when told.
                node.advance(1);
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
        };
        let done = tokio::time::timeout(Duration::from_secs(20), all).await;
        assert!(done.is_ok(), "the robots do nothing by themselves");
        assert_eq!(me.h1().await, "Gerichte vragen", "the robots ran away from the person");
    }

    async fn robots_wait_for_a_person_who_leads(db) {
        let node = Node::new(&db).await;
        let me = node.client("Esmee Lariksdal").await;
        let me = me.rehearses(("method", "focusmethode"), 6, "facilitator").await;
        me.goes_on().await;
        assert!(Form::on(&me.page().await, "begin", &[]).is_some(), "nobody begins without whoever leads");
        me.does("begin", &[], &[]).await;
        me.does("next", &[], &[]).await;
        let step = me.h1().await;
        me.goes_on().await;
        me.goes_on().await;
        assert_eq!(me.h1().await, step, "the robots went on by themselves");
        assert!(!texts(&me.page().await, ".room-card").is_empty(), "the robots did not do their part");
    }
}
