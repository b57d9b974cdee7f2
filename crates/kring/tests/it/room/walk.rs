//! Every address around a meeting as everybody, in every state of its room.
//!
//! The addresses come from the router, so a new one is missing in the snapshot until somebody has looked at its row. A cell says
//! the status, and what of the meeting could be read there, by the letters of [`MARKS`]. The table is read by people in a review:
//! nobody outside learns that there is a meeting, an organiser reads no case, a guest has rights in this meeting only, and nobody
//! reads a word of the others before the agreements.

use std::collections::BTreeSet;

use axum::http::header;
use futures_util::StreamExt as _;
use store::testing::{TestDb, run, sqlite};
use store::{MIGRATIONS, args, sql};

use super::guests::{browser, code, comes_in};
use super::world::{Client, Form, Node, organiser, stranger, until};

/// What gives away what. The blind card is one of a step in which everybody writes for themselves until it is revealed.
const MARKS: [(char, &str); 6] = [
    ('t', "Medicijndispenser: van weerstand naar vertrouwen"),
    ('n', "Rob Klinkerpad"),
    ('c', "Snel gestart, en nu staat het stil"),
    ('w', "Wie merkt het als eerste?"),
    ('b', "De centrale vraag is wie het team helpt."),
    ('p', "Alleen voor mijzelf"),
];

/// Everybody, in the order of the columns. `absent` is on the list and has not come in, `new` came in and has not accepted the
/// agreements, `shown out` and `elsewhere` were guests: the first was shown out, the second is one of another meeting.
const ROLES: [&str; 13] = [
    "lead",
    "owner",
    "writer",
    "other",
    "absent",
    "new",
    "guest",
    "observer",
    "shown out",
    "elsewhere",
    "organiser",
    "stranger",
    "nobody",
];

const STATES: [&str; 5] = ["not opened", "lobby", "running", "review", "released"];

/// Paths that lead somewhere around a meeting.
fn is_around(path: &str) -> bool {
    path.starts_with("/room")
        || path.starts_with("/join")
        || path.starts_with("/rehearsals")
        || path.starts_with("/meetings")
}

/// Method and path of every route around a meeting, as the router knows them. What opens a room or seats somebody comes last: it
/// changes what the others find.
async fn routes(node: &Node) -> Vec<(String, String)> {
    let known = format!("{:?}", node.app.router());
    let known = known
        .split("paths: {")
        .nth(1)
        .expect("the router tells its paths");
    let paths: BTreeSet<&str> = known
        .split('"')
        .skip(1)
        .step_by(2)
        .filter(|path| is_around(path))
        .collect();
    assert!(paths.len() > 20, "{paths:?}");
    let nobody = browser(node);
    let mut routes = Vec::new();
    for path in paths {
        let refused = nobody.request("PUT", path, &[], &[]).await;
        let allowed = refused.headers()[header::ALLOW].to_str().unwrap().to_owned();
        let methods = allowed.split(',').filter(|method| *method != "HEAD");
        routes.extend(methods.map(|method| (method.to_owned(), path.to_owned())));
    }
    routes.sort_by_key(|(method, path)| {
        let place = ["/commands", "/join/{code}", "/seat", "/opening"]
            .iter()
            .position(|last| path.ends_with(last));
        (method.clone(), place.map_or(0, |place| place + 1), path.clone())
    });
    routes
}

struct Walk {
    node: Node,
    code: String,
    /// In the order of [`ROLES`].
    everybody: Vec<Client>,
    /// The visit in which the shared card was written; the first one before that.
    asked: String,
}

/// Everybody around the meeting, in the lobby.
async fn lobby(db: &TestDb) -> Walk {
    let node = Node::new(db).await;
    only_watches(db).await;
    let [lead, owner, writer, other] = node.four().await;
    let code = code(&lead).await;
    let [guest, out, elsewhere] = guests(db, &lead, &node, &code).await;
    let [new, observer] = come_later(&node).await;
    let mut everybody = vec![lead, owner, writer, other];
    everybody.extend([node.client("Yvonne Vlierstruik").await, new, guest, observer]);
    everybody.extend([out, elsewhere]);
    everybody.extend(outside(db, &node).await);
    Walk {
        node,
        code,
        everybody,
        asked: "0".to_owned(),
    }
}

async fn only_watches(db: &TestDb) {
    db.write(|tx| {
        tx.run(
            sql!(
                "update attendance set role = 'observer'
                 where person_id = (select id from people where name = 'Karim Benzarki')"
            ),
            args![],
        )
    })
    .await
    .unwrap();
}

/// A guest who has accepted the agreements, one who was shown out, and one who is somewhere else now.
async fn guests(db: &TestDb, lead: &Client, node: &Node, code: &str) -> [Client; 3] {
    let mut guests = [browser(node), browser(node), browser(node)];
    for (client, name) in guests.iter_mut().zip(["Sam", "Uit", "Elders"]) {
        comes_in(client, code, name).await;
    }
    guests[0].does("accept", &[], &[]).await;
    guests[2].does("leave", &[], &[]).await;
    db.write(|tx| {
        tx.run(
            sql!(
                "update guests set meeting_id = (select min(id) from meetings where title not like 'Medicijndispenser: van%')
                 where name = 'Elders'"
            ),
            args![],
        )
    })
    .await
    .unwrap();
    let id: String = db
        .read(|tx| tx.one(sql!("select id from guests where name = 'Uit'"), args![]))
        .await
        .unwrap();
    lead.post(&format!("{}/guests/{id}/removal", lead.room), &[])
        .await;
    guests
}

/// Somebody new who has not accepted the agreements, and an observer who has. A third one is there to be named.
async fn come_later(node: &Node) -> [Client; 2] {
    let mut inside = Vec::new();
    for name in ["Stef Wilgenpas", "Karim Benzarki", "Rob Klinkerpad"] {
        let client = node.client(name).await;
        client.post(&format!("{}/seat", node.room), &[]).await;
        inside.push(client);
    }
    inside.truncate(2);
    let [new, observer] = inside.try_into().unwrap_or_else(|_| panic!("two came later"));
    observer.does("accept", &[], &[]).await;
    [new, observer]
}

/// An organiser of the programme, a member of another group, and a visitor.
async fn outside(db: &TestDb, node: &Node) -> [Client; 3] {
    [
        node.client(&organiser(db).await).await,
        node.client(&stranger(db).await).await,
        browser(node),
    ]
}

impl Walk {
    fn who(&self, role: &str) -> &Client {
        let place = ROLES.iter().position(|known| *known == role).unwrap();
        &self.everybody[place]
    }

    /// The meeting goes on until this state.
    async fn until(&mut self, db: &TestDb, state: &str) {
        let goal = STATES.iter().position(|known| *known == state).unwrap();
        if goal == 0 {
            return self.forgets(db).await;
        }
        if goal >= 2 {
            self.begins().await;
        }
        // Whoever was not there for a moment was not there.
        self.node.advance(60);
        if goal >= 3 {
            self.who("lead").does("end", &[], &[]).await;
        }
        if goal >= 4 {
            self.who("owner").does("release", &[], &[]).await;
        }
    }

    /// Somebody writes a card for everybody, a note, and a card that nobody sees yet.
    async fn begins(&mut self) {
        let [lead, writer] = [self.who("lead"), self.who("writer")];
        until(lead, "Gerichte vragen").await;
        let next = Form::on(&lead.page().await, "next", &[]).unwrap();
        writer.writes("Wie merkt het als eerste?").await;
        writer.does("note", &[], &[("text", "Alleen voor mijzelf")]).await;
        until(lead, "Centrale vraag").await;
        writer.writes("De centrale vraag is wie het team helpt.").await;
        next.value("during").unwrap().clone_into(&mut self.asked);
    }

    /// As if the room had never been opened: the log is gone, and nobody has it in memory.
    async fn forgets(&mut self, db: &TestDb) {
        for gone in [sql!("delete from session_events"), sql!("delete from rooms")] {
            db.write(move |tx| tx.run(gone, args![])).await.unwrap();
        }
        self.node = Node::new(db).await;
        for client in &mut self.everybody {
            client.router = self.node.app.router();
        }
    }

    /// What each of them finds there. Whoever leads comes last: only they open the room.
    async fn row(&self, method: &str, route: &str, fields: &[(&str, &str)]) -> Vec<String> {
        let meeting = self.node.room.trim_start_matches("/room/");
        let path = route.replace("{meeting}", meeting).replace("{code}", &self.code);
        let path = if route.starts_with("/meetings") {
            path.replace("{id}", meeting)
        } else {
            path
        };
        let parts = path
            .split('/')
            .map(|part| if part.starts_with('{') { "unknown" } else { part });
        let path = parts.collect::<Vec<_>>().join("/");
        let mut cells = Vec::new();
        for client in self.everybody.iter().rev() {
            cells.push(cell(client, method, &path, fields).await);
        }
        cells.reverse();
        cells
    }
}

/// The status, and what could be read.
async fn cell(client: &Client, method: &str, path: &str, fields: &[(&str, &str)]) -> String {
    let response = client.request(method, path, fields, &[]).await;
    let status = response.status().as_u16();
    let is_open = path.ends_with("/events") && status == 200;
    let mut body = response.into_body().into_data_stream();
    let mut text = Vec::new();
    while let Some(piece) = body.next().await {
        text.extend(piece.unwrap());
        // A stream begins with the page and goes on for ever.
        if is_open {
            break;
        }
    }
    let text = String::from_utf8(text).unwrap();
    let read: String = MARKS
        .iter()
        .filter(|(_, mark)| text.contains(mark))
        .map(|(letter, _)| *letter)
        .collect();
    format!("{status}{}{read}", if read.is_empty() { "" } else { " " })
}

fn line(head: &str, cells: impl IntoIterator<Item = impl AsRef<str>>) -> String {
    let cells = cells.into_iter().map(|cell| format!("{:<11}", cell.as_ref()));
    format!("{}{head}", cells.collect::<String>())
}

/// All addresses of one state. The same note is written by everybody who may, last.
async fn table(walk: &Walk, state: &str) -> String {
    let mut table = vec![format!("== {state}"), line("", ROLES)];
    for (method, route) in routes(&walk.node).await {
        let fields: &[(&str, &str)] = &[];
        table.push(line(
            &format!("{method} {route}"),
            walk.row(&method, &route, fields).await,
        ));
        if route == "/room/{meeting}" {
            let back = format!("{route}?step={}", walk.asked);
            table.push(line(
                &format!("{method} {route}?step=…"),
                walk.row(&method, &back, fields).await,
            ));
        }
        if route.ends_with("/commands") {
            let note = [("do", "note"), ("text", "Een notitie"), ("key", state)];
            table.push(line(
                &format!("{method} {route} (a note)"),
                walk.row(&method, &route, &note).await,
            ));
        }
    }
    table.join("\n")
}

/// Access is decided above the storage, so one engine will do.
#[test]
fn every_address_as_everybody_in_every_state() {
    let mut tables = Vec::new();
    for state in STATES {
        run(sqlite(MIGRATIONS), async |db| {
            let mut walk = lobby(&db).await;
            walk.until(&db, state).await;
            tables.push(table(&walk, state).await);
        });
    }
    insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!("walk", tables.join("\n\n"));
    });
}
