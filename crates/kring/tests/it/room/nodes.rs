//! Two servers on one database, each a process of its own. One of them dies in the middle, and nobody loses a word.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use axum::body::to_bytes;
use axum::http::StatusCode;
use futures_util::StreamExt as _;
use kring::app::Rooms;
use kring::clock::Clock;
use scraper::Html;
use store::testing::{Fresh, TestDb};
use store::{MIGRATIONS, Url, args, sql};
use tokio::sync::{Notify, watch};
use tokio::task::JoinSet;

use super::world::{Client, Form, Node, until};
use crate::process::Process;
use crate::site::texts;
use crate::wire::over_http;

/// Whoever writes; half of them come to each node.
const WRITERS: usize = 6;
/// So many texts of one person are under way at the same time, as from a page that catches up after a silence.
const HANDS: usize = 3;
/// Texts of each hand.
const TEXTS: usize = 12;
/// The first node dies when it has acknowledged so many: not half of what comes to it.
const DIES_AFTER: usize = 40;
/// Nothing here takes this long; whoever waits longer has lost something.
const LIMIT: Duration = Duration::from_secs(30);

#[test]
fn nobody_loses_a_word_when_a_node_dies_over_nats() {
    let subject = format!("kring.test.room.{}", std::process::id());
    let nats = format!("nats://{}", store::testing::nats());
    a_node_dies(&[("KRING_NATS", nats), ("KRING_NATS_SUBJECT", subject)]);
}

#[test]
fn nobody_loses_a_word_when_a_node_dies_over_notify() {
    a_node_dies(&[]);
}

fn a_node_dies(bus: &[(&str, String)]) {
    let db = TestDb::open(Fresh::postgres(MIGRATIONS), MIGRATIONS);
    store::testing::run(db, async |db| {
        let Url::Postgres(database) = &db.fresh().config().url else {
            unreachable!("the test asked for PostgreSQL")
        };
        let mut settings = vec![("KRING_DATABASE", database.as_str())];
        settings.extend(bus.iter().map(|(name, value)| (*name, value.as_str())));
        // People and a running meeting come from here; everything they do goes to the two processes.
        let node = Node::at(&db, Rooms::default(), Clock::System).await;
        let mut processes = [Process::serve(&settings), Process::serve(&settings)];
        let meeting = Meeting::gather(&node, &processes).await;
        let ears = meeting.ears();
        let mut work = meeting.work();
        let dies = tokio::time::timeout(LIMIT, meeting.does_enough(&mut work)).await;
        dies.expect("the first node never had enough to do");
        processes[0].kill();
        let done = async {
            while let Some(written) = work.join_next().await {
                written.unwrap();
            }
        };
        tokio::time::timeout(LIMIT, done)
            .await
            .expect("somebody is still repeating");
        assert!(
            meeting.repeated.load(Ordering::Relaxed) > 0,
            "nothing was under way when the node died"
        );
        let written = is_written_once(&db, &node.room).await;
        assert_eq!(written.len(), WRITERS * HANDS * TEXTS);
        hear_everything(ears, &written).await;
        shows_each_once(&meeting, &written).await;
    });
}

/// Everybody in the room, and what became of the texts so far.
struct Meeting {
    /// The facilitator, the case owner, and whoever writes.
    people: Vec<Arc<Person>>,
    acknowledged: Arc<AtomicUsize>,
    repeated: Arc<AtomicUsize>,
    enough: Arc<Notify>,
}

struct Person {
    /// The same browser at one node and at the other.
    at: [Client; 2],
    /// Where they come first.
    home: usize,
    /// The form for a text; the facilitator and the case owner write nothing here.
    form: Option<Form>,
}

impl Person {
    async fn form_for_a_text(&self) -> Form {
        let here = &self.at[self.home];
        // Not everybody has agreed before.
        if Form::on(&here.page().await, "accept", &[]).is_some() {
            here.does("accept", &[], &[]).await;
        }
        let page = here.page().await;
        let form = Form::on(&page, "add", &[]);
        form.unwrap_or_else(|| panic!("nothing to write in {:?}", texts(&page, "h1")))
    }
}

impl Meeting {
    /// Everybody comes in, by turns at one node and the other, and the group goes on to the step in which all write.
    async fn gather(node: &Node, processes: &[Process; 2]) -> Self {
        let names = [
            vec!["Nadia Wiekslag".to_owned(), "Chantal Ooibosch".to_owned()],
            participants(node).await,
        ]
        .concat();
        let mut people = Vec::new();
        for (number, name) in names.iter().enumerate() {
            let here = node.client(name).await;
            let at = |process: &Process| Client {
                router: over_http(process.at),
                room: here.room.clone(),
                cookie: here.cookie.clone(),
            };
            let person = Person {
                at: [at(&processes[0]), at(&processes[1])],
                home: number % 2,
                form: None,
            };
            let door = if number == 0 { "opening" } else { "seat" };
            person.at[person.home]
                .post(&format!("{}/{door}", node.room), &[])
                .await;
            people.push(person);
        }
        until(&people[0].at[0], "Gerichte vragen").await;
        for person in people.iter_mut().skip(2) {
            person.form = Some(person.form_for_a_text().await);
        }
        Self {
            people: people.into_iter().map(Arc::new).collect(),
            acknowledged: Arc::default(),
            repeated: Arc::default(),
            enough: Arc::default(),
        }
    }

    /// Everybody's page hears what comes.
    fn ears(&self) -> Vec<Ear> {
        self.people.iter().map(Ear::open).collect()
    }

    /// Everybody writes with all hands.
    fn work(&self) -> JoinSet<()> {
        let mut work = JoinSet::new();
        for (number, person) in self.people.iter().enumerate().skip(2) {
            for hand in 0..HANDS {
                let hand = Hand {
                    person: Arc::clone(person),
                    name: format!("{number}-{hand}"),
                    node: person.home,
                    acknowledged: Arc::clone(&self.acknowledged),
                    repeated: Arc::clone(&self.repeated),
                    enough: Arc::clone(&self.enough),
                };
                work.spawn(hand.writes());
            }
        }
        work
    }

    /// Until the first node has acknowledged what it may.
    async fn does_enough(&self, work: &mut JoinSet<()>) {
        let enough = self.enough.notified();
        tokio::pin!(enough);
        loop {
            tokio::select! {
                () = &mut enough => return,
                Some(done) = work.join_next() => done.unwrap(),
            }
        }
    }
}

async fn participants(node: &Node) -> Vec<String> {
    let meeting = node.room.trim_start_matches("/room/").to_owned();
    let most = i64::try_from(WRITERS).unwrap();
    // Whoever brought a case would not write when it is theirs that is chosen.
    let select = sql!(
        "select p.name from attendance a join people p on p.id = a.person_id
         where a.meeting_id = $1 and a.role = 'participant'
           and not exists (select 1 from cases c where c.meeting_id = $1 and c.owner_id = p.id)
         order by p.name limit $2"
    );
    let names: Vec<String> = node
        .app
        .db
        .read(move |tx| tx.all(select, args![&meeting, most]))
        .await
        .unwrap();
    assert_eq!(names.len(), WRITERS, "{names:?}");
    names
}

/// What sends one text after the other, as `assets/js/room.js` does: each under a key of its own, until it is acknowledged.
struct Hand {
    person: Arc<Person>,
    name: String,
    node: usize,
    acknowledged: Arc<AtomicUsize>,
    repeated: Arc<AtomicUsize>,
    enough: Arc<Notify>,
}

impl Hand {
    async fn writes(mut self) {
        for number in 0..TEXTS {
            let text = format!("Vraag {}-{number} van vandaag?", self.name);
            self.sends_until_acknowledged(&text).await;
            // An answer that got lost on its way back: for all this page knows the text is not stored.
            if number % 4 == 1 {
                self.node = 1 - self.node;
                self.sends_until_acknowledged(&text).await;
                self.node = self.person.home;
            }
        }
    }

    async fn sends_until_acknowledged(&mut self, text: &str) {
        while !self.sends(text).await {
            self.repeated.fetch_add(1, Ordering::Relaxed);
            self.node = 1 - self.node;
        }
        if self.node == 0 && self.acknowledged.fetch_add(1, Ordering::Relaxed) == DIES_AFTER {
            self.enough.notify_one();
        }
    }

    /// Whether the text was acknowledged.
    async fn sends(&self, text: &str) -> bool {
        let form = self.person.form.as_ref().unwrap();
        let hidden = form.fields.iter().filter(|(name, _)| name != "key");
        let mut fields: Vec<(&str, &str)> = hidden
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .collect();
        fields.extend([("key", text), ("text", text)]);
        let client = &self.person.at[self.node];
        let response = client
            .request("POST", &form.action, &fields, &[("x-kring-room", "1")])
            .await;
        let status = response.status();
        let Ok(answer) = to_bytes(response.into_body(), usize::MAX).await else {
            return false;
        };
        let answer = String::from_utf8_lossy(&answer);
        let heading = || texts(&Html::parse_document(&answer), "h1").concat();
        assert!(
            matches!(status, StatusCode::OK | StatusCode::BAD_GATEWAY),
            "{status}: {}",
            heading()
        );
        status == StatusCode::OK
    }
}

/// An open page: what came over its stream, however often that had to be opened again.
struct Ear {
    heard: watch::Receiver<BTreeSet<String>>,
    _listening: JoinSet<()>,
}

impl Ear {
    fn open(person: &Arc<Person>) -> Self {
        let (tell, heard) = watch::channel(BTreeSet::new());
        let mut listening = JoinSet::new();
        listening.spawn(listen(Arc::clone(person), tell));
        Self {
            heard,
            _listening: listening,
        }
    }
}

/// As an `EventSource` does: an event counts when it came whole, and whoever comes back says which was the last.
async fn listen(person: Arc<Person>, tell: watch::Sender<BTreeSet<String>>) {
    let (mut node, mut last) = (person.home, String::new());
    loop {
        let client = &person.at[node];
        let path = format!("{}/events", client.room);
        let known = [("last-event-id", last.as_str())];
        let known = if last.is_empty() { &[] } else { &known[..] };
        let response = client.request("GET", &path, &[], known).await;
        let mut body = response.into_body().into_data_stream();
        let mut came = Vec::new();
        while let Some(Ok(bytes)) = body.next().await {
            came.extend(bytes);
            while let Some(end) = came.windows(2).position(|two| two == b"\n\n") {
                let event = String::from_utf8(came.drain(..end + 2).collect()).unwrap();
                if let Some(id) = event.lines().find_map(|line| line.strip_prefix("id: ")) {
                    id.clone_into(&mut last);
                }
                tell.send_modify(|heard| heard.extend(texts_in(&event)));
            }
        }
        node = 1 - node;
    }
}

/// What people wrote, wherever it stands.
fn texts_in(text: &str) -> impl Iterator<Item = String> + '_ {
    let after = text.split("Vraag ").skip(1);
    after
        .filter_map(|rest| rest.split_once(" van vandaag?").map(|(name, _)| name.to_owned()))
        .filter(|name| name.len() < 12)
}

/// The log has no gap, and each text once.
async fn is_written_once(db: &TestDb, room: &str) -> BTreeSet<String> {
    let meeting = room.trim_start_matches("/room/").to_owned();
    let rows: Vec<(i64, String)> = db
        .read(move |tx| {
            tx.all(
                sql!("select seq, row from session_events where session = $1 order by seq"),
                args![&meeting],
            )
        })
        .await
        .unwrap();
    let places: Vec<i64> = rows.iter().map(|(seq, _)| *seq).collect();
    assert_eq!(places, (1..).take(rows.len()).collect::<Vec<i64>>());
    let mut times = BTreeMap::new();
    for text in rows
        .iter()
        .flat_map(|(_, row)| texts_in(row).collect::<BTreeSet<_>>())
    {
        *times.entry(text).or_insert(0) += 1;
    }
    let often: Vec<_> = times.iter().filter(|(_, times)| **times != 1).collect();
    assert!(often.is_empty(), "written more than once: {often:?}");
    times.into_keys().collect()
}

/// Every stream comes to the same end.
async fn hear_everything(ears: Vec<Ear>, written: &BTreeSet<String>) {
    for (number, mut ear) in ears.into_iter().enumerate() {
        let all = ear.heard.wait_for(|heard| heard.is_superset(written));
        let came = tokio::time::timeout(LIMIT, all)
            .await
            .is_ok_and(|heard| heard.is_ok());
        let heard = ear.heard.borrow();
        let missing: Vec<_> = written.difference(&heard).collect();
        assert!(came, "{number} never heard {missing:?}");
        assert_eq!(&*heard, written, "{number}");
    }
}

/// And so does every page that is loaded afterwards.
async fn shows_each_once(meeting: &Meeting, written: &BTreeSet<String>) {
    for person in &meeting.people {
        let page = person.at[1].page().await;
        // On one's own card the text stands in the field for changing it as well.
        let shown: Vec<String> = texts(&page, "#room-cards .room-card")
            .iter()
            .flat_map(|card| texts_in(card).collect::<BTreeSet<_>>())
            .collect();
        assert_eq!(shown.len(), written.len());
        assert_eq!(&shown.into_iter().collect::<BTreeSet<_>>(), written);
    }
}
