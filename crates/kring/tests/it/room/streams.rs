//! Streams that break off at any moment, on a node whose wake-ups get lost, come twice and in another order. What a page made of
//! them is in the end what a page drawn anew shows.

#[path = "../../../src/room/audience/page.rs"]
mod page;

use std::time::Duration;

use axum::body::{Body, BodyDataStream};
use axum::http::StatusCode;
use futures_util::{FutureExt as _, StreamExt as _};
use kring::app::Rooms;
use store::MIGRATIONS;
use store::testing::faulty;

use self::page::Page;
use super::world::{Client, Form, Node, until};

/// After each round everybody must see the same. A round is short, because whatever happens next may hide what is missing.
const ROUNDS: usize = 30;
const ACTS: usize = 3;
/// A page that waits longer than this for what it lacks will never get it.
const LIMIT: Duration = Duration::from_secs(10);

store::both_engines! {
    MIGRATIONS;

    async fn what_a_page_has_in_the_end_is_what_a_fresh_page_shows(db) {
        let here = Node::new(&db).await;
        let bus = faulty(db.bus(), 11);
        let rooms = Rooms::forgiving(bus, Duration::from_millis(50), Duration::from_hours(1));
        let there = Node::with(&db, rooms).await;
        let [lead, _, one, other] = here.four().await;
        until(&lead, "Gerichte vragen").await;
        let mut dice = Dice(7);
        let (mut first, mut second) = (Watcher::new(&lead, &there), Watcher::new(&other, &there));
        for round in 0..ROUNDS {
            for act in 0..ACTS {
                let writer = if dice.roll(2) == 0 { &one } else { &other };
                happens(&lead, writer, &mut dice, &format!("{round}.{act}")).await;
                first.meets_its_fate(&mut dice).await;
                second.meets_its_fate(&mut dice).await;
            }
            for (watcher, client) in [(&mut first, &lead), (&mut second, &other)] {
                watcher.comes_to_see_what_is(client, round, &mut dice).await;
            }
        }
        // Otherwise nothing of all this was put to the test.
        assert!(first.breaks > 10 && second.breaks > 10, "{} {}", first.breaks, second.breaks);
    }

    async fn a_line_may_break_between_two_pieces_of_one_change(db) {
        let node = Node::new(&db).await;
        let [lead, _, one, _] = node.four().await;
        until(&lead, "Gerichte vragen").await;
        let mut line = one.listens(None).await;
        line.hears("event: beat").await;
        one.writes("Wie merkt het als eerste?").await;
        // The card comes first; that the writer is not asked for a first one any more comes after it.
        let card = line.body.next().await.unwrap().unwrap();
        line.seen = String::from_utf8(card.to_vec()).unwrap();
        assert!(line.seen.contains("Wie merkt het") && !line.seen.contains("room-writing"), "{}", line.seen);
        let mut back = one.listens(Some(&line.last_id())).await;
        back.hears("room-writing").await;
    }
}

/// Numbers by a seed.
struct Dice(u64);

impl Dice {
    /// Less than `sides`.
    fn roll(&mut self, sides: usize) -> usize {
        // Xorshift: small, and the same on every machine.
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(sides).unwrap()).unwrap()
    }
}

/// One thing that people do in this step; mostly they write.
async fn happens(lead: &Client, writer: &Client, dice: &mut Dice, name: &str) {
    match dice.roll(10) {
        0 => press(lead, &["pause", "resume"], &[]).await,
        1 => press(lead, &["time"], &[]).await,
        2 => press(writer, &["ready", "not-ready"], &[]).await,
        3 => press(writer, &["change"], &[("text", &format!("Anders: {name}?"))]).await,
        4 => press(writer, &["remove"], &[]).await,
        _ => writer.writes(&format!("Vraag {name}?")).await,
    }
}

/// Presses the first of these that can be pressed; nothing happens when none can.
async fn press(client: &Client, verbs: &[&str], typed: &[(&str, &str)]) {
    let page = client.page().await;
    if let Some(form) = verbs.iter().find_map(|verb| Form::on(&page, verb, &[])) {
        client.sends(&form, typed).await;
    }
}

/// What stands in an event under a name.
fn values<'e>(event: &'e str, name: &'e str) -> impl Iterator<Item = &'e str> {
    event
        .lines()
        .filter_map(move |line| line.strip_prefix(name)?.strip_prefix(": "))
}

fn show(page: &mut Page, event: &str) {
    if values(event, "event").eq(["parts"]) {
        page.apply(&values(event, "data").collect::<Vec<_>>().join("\n"));
    }
}

/// A browser with the page of its room, whose stream comes from another node.
struct Watcher {
    client: Client,
    page: Page,
    line: Option<BodyDataStream>,
    /// What came of an event that is not whole yet.
    begun: String,
    last: String,
    breaks: usize,
}

impl Watcher {
    fn new(client: &Client, node: &Node) -> Self {
        Self {
            client: Client {
                router: node.app.router(),
                room: client.room.clone(),
                cookie: client.cookie.clone(),
            },
            page: Page::default(),
            line: None,
            begun: String::new(),
            last: String::new(),
            breaks: 0,
        }
    }

    /// Takes some of what is there, breaks off in the middle, comes back, or does nothing at all.
    async fn meets_its_fate(&mut self, dice: &mut Dice) {
        if self.line.is_none() {
            if dice.roll(2) == 0 {
                self.comes_back().await;
            }
            return;
        }
        for _ in 0..dice.roll(4) {
            let Some(Some(piece)) = self.line.as_mut().and_then(|line| line.next().now_or_never()) else {
                break;
            };
            self.takes_or_breaks(&piece.unwrap(), dice);
        }
        if dice.roll(6) == 0 {
            self.breaks_off();
        }
    }

    /// Takes what came; sometimes a part of it, or all of it and nothing more.
    fn takes_or_breaks(&mut self, piece: &[u8], dice: &mut Dice) {
        let cut = if dice.roll(6) == 0 {
            dice.roll(piece.len())
        } else {
            piece.len()
        };
        self.takes(&piece[..cut]);
        if cut < piece.len() || dice.roll(6) == 0 {
            self.breaks_off();
        }
    }

    fn breaks_off(&mut self) {
        self.line = None;
        self.begun.clear();
        self.breaks += 1;
    }

    async fn comes_back(&mut self) {
        let headers = [("last-event-id", self.last.as_str())];
        let headers = if self.last.is_empty() { &[] } else { &headers[..] };
        let path = format!("{}/events", self.client.room);
        let response = self.client.request("GET", &path, &[], headers).await;
        assert_eq!(response.status(), StatusCode::OK);
        self.line = Some(Body::into_data_stream(response.into_body()));
    }

    /// What came, cut anywhere: an event counts when it is whole.
    fn takes(&mut self, bytes: &[u8]) {
        self.begun.push_str(&String::from_utf8_lossy(bytes));
        while let Some((event, rest)) = self.begun.split_once("\n\n") {
            if let Some(id) = values(event, "id").next() {
                id.clone_into(&mut self.last);
            }
            show(&mut self.page, event);
            self.begun = rest.to_owned();
        }
    }

    /// Waits until the page shows what one shows that is drawn now, by the node where everything was done.
    async fn comes_to_see_what_is(&mut self, fresh: &Client, round: usize, dice: &mut Dice) {
        let drawn = fresh
            .send("GET", &format!("{}/parts", fresh.room), &[], &[])
            .await;
        let mut expected = Page::default();
        drawn
            .text
            .split("\n\n")
            .for_each(|event| show(&mut expected, event));
        while self.page != expected {
            if self.line.is_none() {
                self.comes_back().await;
            }
            let next = tokio::time::timeout(LIMIT, self.line.as_mut().unwrap().next()).await;
            let Ok(Some(Ok(piece))) = next else {
                let Self { breaks, page, .. } = self;
                panic!(
                    "round {round}, {breaks} breaks: nothing more comes, and\n{page:#?}\nis not\n{expected:#?}"
                );
            };
            self.takes_or_breaks(&piece, dice);
        }
    }
}
