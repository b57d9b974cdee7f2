//! Open streams: what comes over them, what never does, and what happens when one breaks or a wake-up gets lost.

use std::time::Duration;

use kring::app::Rooms;
use store::MIGRATIONS;
use store::testing::faulty;

use axum::http::StatusCode;

use super::world::{Node, Stream, rows_come, rows_with, stranger, until};
use crate::site::texts;

store::both_engines! {
    MIGRATIONS;

    async fn a_line_that_comes_back_has_missed_nothing(db) {
        let node = Node::new(&db).await;
        let [lead, _, one, other] = node.four().await;
        until(&lead, "Gerichte vragen").await;
        let mut stays = lead.listens(None).await;
        let mut breaks = other.listens(None).await;
        stays.hears("Gerichte vragen").await;
        breaks.hears("Gerichte vragen").await;
        one.writes("Eerste vraag van Esmee?").await;
        stays.hears("Eerste vraag van").await;
        breaks.hears("Eerste vraag van").await;
        let last = breaks.last_id();
        drop(breaks);
        one.writes("Tweede vraag, zonder lijn?").await;
        stays.hears("Tweede vraag, zonder lijn?").await;
        let mut back = other.listens(Some(&last)).await;
        back.hears("Tweede vraag, zonder lijn?").await;
        assert_eq!(back.last_id().split('.').next(), stays.last_id().split('.').next());
        // Whoever knows the last event gets a sign of life and not everything once more.
        let mut again = other.listens(Some(&back.last_id())).await;
        again.hears("event: beat").await;
        assert!(!again.seen.contains("event: parts"), "{}", again.seen);
        lead.does("next", &[], &[]).await;
        again.hears("<h1>Centrale vraag</h1>").await;
    }

    async fn nobody_hears_a_hidden_text_before_it_is_shown(db) {
        let node = Node::new(&db).await;
        let [lead, owner, one, other] = node.four().await;
        until(&lead, "Centrale vraag").await;
        let (mut a, mut b, mut c) = (lead.listens(None).await, owner.listens(None).await, other.listens(None).await);
        let screen = lead.request("GET", &format!("{}/screen/events", node.room), &[], &[]).await;
        let mut d = Stream { body: screen.into_body().into_data_stream(), seen: String::new() };
        one.writes("De centrale vraag is een geheim.").await;
        lead.does("pause", &[], &[]).await;
        for stream in [&mut a, &mut b, &mut c, &mut d] {
            // The mark that somebody wrote, and the clock that stands still, came after the text.
            stream.hears("heeft geschreven").await;
            stream.hears("staat stil").await;
            assert!(!stream.seen.contains("een geheim"), "{}", stream.seen);
        }
        for client in [&lead, &owner, &other] {
            assert!(!client.page().await.html().contains("een geheim"));
        }
        assert!(one.page().await.html().contains("een geheim"), "the writer sees it");
        lead.does("reveal", &[], &[]).await;
        lead.does("next", &[], &[]).await;
        for stream in [&mut a, &mut b, &mut c, &mut d] {
            stream.hears("een geheim").await;
        }
    }

    async fn a_lost_wake_up_arrives_by_looking_now_and_then(db) {
        let here = Node::new(&db).await;
        let bus = faulty(db.bus(), 7);
        let there = Node::with(&db, Rooms::hearing(bus, Duration::from_millis(50))).await;
        let [lead, _, one, _] = here.four().await;
        until(&lead, "Gerichte vragen").await;
        let mut far = there.client("Gijs Hertenkamp").await.listens(None).await;
        for n in 0..20 {
            let text = format!("Vraag nummer {n} van twintig?");
            one.writes(&text).await;
            far.hears(&text).await;
        }
    }

    async fn two_nodes_write_one_log(db) {
        let here = Node::new(&db).await;
        let there = Node::new(&db).await;
        let [lead, _, one, _] = here.four().await;
        until(&lead, "Gerichte vragen").await;
        let far = there.client("Gijs Hertenkamp").await;
        for n in 0..8 {
            let (mine, theirs) = (format!("Hier {n}?"), format!("Daar {n}?"));
            tokio::join!(one.writes(&mine), far.writes(&theirs));
            assert_eq!((rows_with(&db, &mine).await, rows_with(&db, &theirs).await), (1, 1));
        }
    }

    async fn a_forgotten_room_closes_itself_while_somebody_listens(db) {
        let rooms = Rooms::hearing(db.bus().clone(), Duration::from_millis(50));
        let node = Node::with(&db, rooms).await;
        let [lead, _, one, _] = node.four().await;
        until(&lead, "Gerichte vragen").await;
        let mut line = one.listens(None).await;
        line.hears("Gerichte vragen").await;
        node.advance(4 * 60 * 60);
        assert!(!line.seen.contains("De bijeenkomst is voorbij"), "a quarter of an hour is left on the clock");
        node.advance(20 * 60);
        line.hears("De bijeenkomst is voorbij").await;
    }

    async fn whoever_stays_away_is_called_lost_and_called_back(db) {
        let rooms = Rooms::forgiving(db.bus().clone(), Duration::from_millis(50), Duration::from_millis(200));
        let node = Node::with(&db, rooms).await;
        let [lead, _, one, other] = node.four().await;
        until(&lead, "Gerichte vragen").await;
        let watches = lead.listens(None).await;
        let loads_again = one.listens(None).await;
        let goes = other.listens(None).await;
        drop(loads_again);
        let back = one.listens(None).await;
        drop(goes);
        // Whoever only loaded the page again had left before, so their time was over first.
        rows_come(&db, "line_lost", 1).await;
        assert_eq!(rows_with(&db, "line_back").await, 0);
        let again = other.listens(None).await;
        rows_come(&db, "line_back", 1).await;
        assert_eq!(rows_with(&db, "line_lost").await, 1);
        drop((watches, back, again));
    }

    async fn whoever_asks_now_and_then_is_not_called_lost(db) {
        let rooms = Rooms::forgiving(db.bus().clone(), Duration::from_millis(50), Duration::from_secs(3));
        let node = Node::with(&db, rooms).await;
        let [lead, _, one, other] = node.four().await;
        until(&lead, "Gerichte vragen").await;
        let (asks, goes) = (other.listens(None).await, one.listens(None).await);
        drop(asks);
        let reply = other.send("GET", &format!("{}/parts", node.room), &[], &[]).await;
        assert_eq!(reply.status, StatusCode::OK);
        drop(goes);
        // Whoever asks had closed their line before, so their time was over first.
        rows_come(&db, "line_lost", 1).await;
        assert_eq!(rows_with(&db, "line_lost").await, 1);
    }

    async fn a_lost_line_is_not_called_stepping_out(db) {
        let rooms = Rooms::forgiving(db.bus().clone(), Duration::from_millis(50), Duration::from_millis(50));
        let node = Node::with(&db, rooms).await;
        let [lead, _, one, other] = node.four().await;
        until(&lead, "Gerichte vragen").await;
        drop(lead.listens(None).await);
        rows_come(&db, "line_lost", 1).await;
        assert!(one.page().await.html().contains("De verbinding van Nadia Wiekslag is weg"));
        node.advance(61);
        assert!(one.page().await.html().contains("De verbinding van Nadia Wiekslag is al meer dan een minuut weg"));
        one.does("take-over", &[], &[]).await;
        let told = async || texts(&other.page().await, ".notice").concat();
        assert!(told().await.contains("overgenomen, omdat de verbinding van Nadia Wiekslag weg is"));
        // She is back, and may take the lead back.
        let back = lead.listens(None).await;
        rows_come(&db, "line_back", 1).await;
        assert!(told().await.contains("overgenomen toen Nadia Wiekslag er even niet was"));
        drop(back);
    }

    async fn a_stream_ends_when_somebody_signs_out(db) {
        let node = Node::new(&db).await;
        let [lead, _, one, _] = node.four().await;
        until(&lead, "Gerichte vragen").await;
        let mut line = one.listens(None).await;
        let mut stays = lead.listens(None).await;
        line.hears("Gerichte vragen").await;
        one.post("/sign-out", &[]).await;
        line.ends().await;
        let reply = one.send("GET", &format!("{}/events", node.room), &[], &[]).await;
        assert_eq!(reply.status, StatusCode::SEE_OTHER, "the door is closed at once");
        lead.does("next", &[], &[]).await;
        stays.hears("Centrale vraag").await;
    }

    async fn a_page_without_a_stream_asks_now_and_then(db) {
        let node = Node::new(&db).await;
        let [lead, _, one, other] = node.four().await;
        until(&lead, "Gerichte vragen").await;
        let ask = async |after: &str| {
            let path = format!("{}/parts?after={after}", node.room);
            other.send("GET", &path, &[], &[]).await
        };
        let first = ask("").await;
        assert_eq!(first.status, StatusCode::OK, "{}", first.text);
        assert!(first.text.contains("Gerichte vragen") && first.text.contains("event: beat"));
        let last = first.text.lines().find_map(|line| line.strip_prefix("id: ")).unwrap().to_owned();
        let idle = ask(&last).await;
        assert!(!idle.text.contains("event: parts") && idle.text.contains("event: beat"), "{}", idle.text);
        one.writes("Wie vraagt er nog?").await;
        assert!(ask(&last).await.text.contains("Wie vraagt er nog?"));
        let outside = node.client(&stranger(&db).await).await;
        let reply = outside.send("GET", &format!("{}/parts", node.room), &[], &[]).await;
        assert_eq!(reply.status, StatusCode::NOT_FOUND);
    }
}
