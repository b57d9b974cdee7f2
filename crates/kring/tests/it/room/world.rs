//! A node with the running meeting of the demo world, people with browsers, forms as they stand on a page, open streams.

use std::time::Duration;

use axum::Router;
use axum::body::{Body, BodyDataStream, to_bytes};
use axum::http::{Request, StatusCode};
use figment::Figment;
use futures_util::StreamExt as _;
use jiff::SignedDuration;
use kring::app::{App, Rooms};
use kring::clock::{Clock, Ids};
use kring::config::{Config, Flags};
use kring::demo;
use scraper::{ElementRef, Html, Selector};
use store::testing::TestDb;
use store::{Db, args, sql};
use tower::ServiceExt as _;

use crate::pages::check;
use crate::site::texts;

const MONDAY: &str = "2026-11-23T09:02:00Z";

/// Nothing here takes this long; a test that waits longer has lost something.
const LIMIT: Duration = Duration::from_secs(20);

/// A node on a database, with the running meeting of the demo world.
pub(crate) struct Node {
    pub(crate) app: App,
    pub(crate) room: String,
}

impl Node {
    pub(crate) async fn new(db: &TestDb) -> Self {
        Self::with(db, Rooms::default()).await
    }

    pub(crate) async fn with(db: &TestDb, rooms: Rooms) -> Self {
        Self::at(db, rooms, Clock::standing_at(MONDAY.parse().unwrap())).await
    }

    pub(crate) async fn at(db: &TestDb, rooms: Rooms, clock: Clock) -> Self {
        let config = Config::read("kring.toml", "", &Figment::new(), &Flags::default()).unwrap();
        let app = App {
            rooms,
            ..App::on(Db::clone(db), config, clock, Ids::Random)
        };
        let app = demo::open(app, false).await.unwrap().app;
        let title = "Medicijndispenser: van weerstand naar vertrouwen";
        let meeting: String = app
            .db
            .read(move |tx| tx.one(sql!("select id from meetings where title = $1"), args![title]))
            .await
            .unwrap();
        Self {
            app,
            room: format!("/room/{meeting}"),
        }
    }

    pub(crate) async fn client(&self, name: &str) -> Client {
        let name = name.to_owned();
        let person: String = self
            .app
            .db
            .read(move |tx| tx.one(sql!("select id from people where name = $1"), args![&name]))
            .await
            .unwrap();
        let mut client = Client {
            router: self.app.router(),
            room: self.room.clone(),
            cookie: String::new(),
        };
        let reply = client
            .send("POST", "/demo/sign-in", &[("person", &person)], &[])
            .await;
        let set = reply.headers.get("set-cookie").unwrap().to_str().unwrap();
        client.cookie = set.split(';').next().unwrap().to_owned();
        client
    }

    /// Facilitator, case owner and two participants, in the open room.
    pub(crate) async fn four(&self) -> [Client; 4] {
        let [lead, owner, one, other] = [
            self.client("Nadia Wiekslag").await,
            self.client("Chantal Ooibosch").await,
            self.client("Esmee Lariksdal").await,
            self.client("Gijs Hertenkamp").await,
        ];
        lead.post(&format!("{}/opening", self.room), &[]).await;
        for client in [&owner, &one, &other] {
            let door = client.page().await;
            assert!(
                !texts(&door, "form[action$='/seat'] button").is_empty(),
                "no way in"
            );
            client.post(&format!("{}/seat", self.room), &[]).await;
        }
        [lead, owner, one, other]
    }

    pub(crate) fn advance(&self, seconds: i64) {
        self.app.clock.advance(SignedDuration::from_secs(seconds));
    }
}

/// Somebody with a browser.
pub(crate) struct Client {
    pub(crate) router: Router,
    pub(crate) room: String,
    pub(crate) cookie: String,
}

pub(crate) struct Reply {
    pub(crate) status: StatusCode,
    pub(crate) headers: axum::http::HeaderMap,
    pub(crate) text: String,
}

/// A form as it stands on a page: what would be sent if somebody pressed its button.
#[derive(Clone, Debug)]
pub(crate) struct Form {
    pub(crate) action: String,
    pub(crate) fields: Vec<(String, String)>,
}

impl Form {
    /// The form that does this, with these values hidden in it.
    pub(crate) fn on(page: &Html, verb: &str, having: &[(&str, &str)]) -> Option<Self> {
        let forms = Selector::parse("form").unwrap();
        page.select(&forms).map(Self::read).find(|form| {
            form.value("do") == Some(verb)
                && having.iter().all(|(name, value)| form.value(name) == Some(value))
        })
    }

    pub(crate) fn read(form: ElementRef<'_>) -> Self {
        let hidden = Selector::parse("input[type=hidden]").unwrap();
        let text = |element: ElementRef<'_>, name: &str| element.attr(name).unwrap_or_default().to_owned();
        Self {
            action: text(form, "action"),
            fields: form
                .select(&hidden)
                .map(|field| (text(field, "name"), text(field, "value")))
                .collect(),
        }
    }

    pub(crate) fn value(&self, name: &str) -> Option<&str> {
        let mut fields = self.fields.iter();
        fields
            .find(|(found, _)| found == name)
            .map(|(_, value)| value.as_str())
    }
}

impl Client {
    pub(crate) async fn send(
        &self,
        method: &str,
        path: &str,
        fields: &[(&str, &str)],
        headers: &[(&str, &str)],
    ) -> Reply {
        let response = self.request(method, path, fields, headers).await;
        let (head, body) = response.into_parts();
        let body = to_bytes(body, usize::MAX).await.unwrap();
        Reply {
            status: head.status,
            headers: head.headers,
            text: String::from_utf8(body.to_vec()).unwrap(),
        }
    }

    pub(crate) async fn request(
        &self,
        method: &str,
        path: &str,
        fields: &[(&str, &str)],
        headers: &[(&str, &str)],
    ) -> axum::response::Response {
        let body = serde_urlencode(fields);
        let mut request = Request::builder()
            .method(method)
            .uri(path)
            .header("host", "kring.test")
            .header("accept-language", "nl")
            .header("cookie", &self.cookie)
            .header("sec-fetch-site", "same-origin")
            .header("content-type", "application/x-www-form-urlencoded");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request = request.body(Body::from(body)).unwrap();
        self.router.clone().oneshot(request).await.unwrap()
    }

    pub(crate) async fn page(&self) -> Html {
        let reply = self.send("GET", &self.room, &[], &[]).await;
        assert_eq!(reply.status, StatusCode::OK, "{}", reply.text);
        let page = Html::parse_document(&reply.text);
        assert_eq!(check(&page, "nl"), [""; 0], "{}", reply.text);
        page
    }

    pub(crate) async fn h1(&self) -> String {
        texts(&self.page().await, "h1").concat()
    }

    pub(crate) async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Reply {
        let reply = self.send("POST", path, fields, &[]).await;
        assert_eq!(reply.status, StatusCode::SEE_OTHER, "{path}: {}", reply.text);
        reply
    }

    /// Presses the button of a form that stands on the page now.
    pub(crate) async fn does(&self, verb: &str, having: &[(&str, &str)], typed: &[(&str, &str)]) {
        let page = self.page().await;
        let form = Form::on(&page, verb, having)
            .unwrap_or_else(|| panic!("no form does {verb} {having:?} on {:?}", texts(&page, "h1")));
        self.sends(&form, typed).await;
    }

    pub(crate) async fn sends(&self, form: &Form, typed: &[(&str, &str)]) -> Reply {
        let mut fields: Vec<(&str, &str)> = form
            .fields
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .collect();
        fields.extend(typed);
        self.post(&form.action, &fields).await
    }

    pub(crate) async fn writes(&self, text: &str) {
        self.does("add", &[], &[("text", text)]).await;
    }

    /// Opens a stream of the own page.
    pub(crate) async fn listens(&self, last: Option<&str>) -> Stream {
        let headers: Vec<(&str, &str)> = last.iter().map(|last| ("last-event-id", *last)).collect();
        let path = format!("{}/events", self.room);
        let response = self.request("GET", &path, &[], &headers).await;
        assert_eq!(response.status(), StatusCode::OK);
        assert_eq!(response.headers()["content-type"], "text/event-stream");
        assert_eq!(response.headers()["cache-control"], "no-cache");
        assert_eq!(response.headers()["x-accel-buffering"], "no");
        Stream {
            body: response.into_body().into_data_stream(),
            seen: String::new(),
        }
    }
}

pub(crate) fn serde_urlencode(fields: &[(&str, &str)]) -> String {
    let encode = |text: &str| -> String {
        text.bytes()
            .map(|byte| match byte {
                b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => char::from(byte).to_string(),
                byte => format!("%{byte:02X}"),
            })
            .collect()
    };
    let pairs = fields
        .iter()
        .map(|(name, value)| format!("{}={}", encode(name), encode(value)));
    pairs.collect::<Vec<_>>().join("&")
}

/// An open stream with everything that came over it.
pub(crate) struct Stream {
    pub(crate) body: BodyDataStream,
    pub(crate) seen: String,
}

impl Stream {
    /// Reads until a text has come.
    pub(crate) async fn hears(&mut self, text: &str) {
        let all = async {
            while !self.seen.contains(text) {
                let bytes = self.body.next().await.expect("the stream ended").unwrap();
                self.seen.push_str(std::str::from_utf8(&bytes).unwrap());
            }
        };
        let heard = tokio::time::timeout(LIMIT, all).await;
        assert!(heard.is_ok(), "{text:?} never came; this did: {}", self.seen);
    }

    /// Reads until the stream ends.
    pub(crate) async fn ends(&mut self) {
        let all = async {
            while let Some(bytes) = self.body.next().await {
                self.seen.push_str(std::str::from_utf8(&bytes.unwrap()).unwrap());
            }
        };
        let ended = tokio::time::timeout(LIMIT, all).await;
        assert!(ended.is_ok(), "the stream goes on: {}", self.seen);
    }

    pub(crate) fn last_id(&self) -> String {
        let mut ids = self.seen.lines().filter_map(|line| line.strip_prefix("id: "));
        ids.next_back().expect("no event had a number").to_owned()
    }
}

/// From the lobby to a step of the focus method, by its title.
pub(crate) async fn until(lead: &Client, title: &str) {
    for _ in 0..20 {
        let here = lead.h1().await;
        if here == title {
            return;
        }
        let page = lead.page().await;
        if Form::on(&page, "begin", &[]).is_some() {
            lead.does("begin", &[], &[]).await;
        } else {
            if Form::on(&page, "choose-case", &[("way", "facilitator")]).is_some() {
                lead.does("choose-case", &[("way", "facilitator"), ("case", "0")], &[])
                    .await;
            }
            lead.does("next", &[], &[]).await;
        }
    }
    panic!("{title} was never reached");
}

/// How many rows the log has that hold a text.
pub(crate) async fn rows_with(db: &Db, text: &str) -> usize {
    let text = text.to_owned();
    let rows: Vec<String> = db
        .read(|tx| tx.all(sql!("select row from session_events order by seq"), args![]))
        .await
        .unwrap();
    rows.iter().filter(|row| row.contains(&text)).count()
}

/// Waits until the log has so many rows that hold a text.
pub(crate) async fn rows_come(db: &Db, text: &str, count: usize) {
    let all = async {
        while rows_with(db, text).await < count {
            tokio::task::yield_now().await;
        }
    };
    let came = tokio::time::timeout(LIMIT, all).await;
    assert!(came.is_ok(), "{text} never came");
}

pub(crate) async fn organiser(db: &Db) -> String {
    db.read(|tx| {
        tx.one(
            sql!(
                "select min(p.name) from memberships m join people p on p.id = m.person_id
                 join meetings x on x.programme_id = m.programme_id
                 where m.role = 'organiser' and x.title like 'Medicijndispenser: van%'
                   and not exists (select 1 from attendance a where a.meeting_id = x.id and a.person_id = p.id)"
            ),
            args![],
        )
    })
    .await
    .unwrap()
}

pub(crate) async fn stranger(db: &Db) -> String {
    db.read(|tx| {
        tx.one(
            sql!(
                "select min(p.name) from memberships m join people p on p.id = m.person_id
                 where m.role = 'participant' and m.programme_id not in
                     (select x.programme_id from meetings x where x.title like 'Medicijndispenser: van%')
                   and not exists (select 1 from attendance a join meetings x on x.id = a.meeting_id
                                   where a.person_id = p.id and x.title like 'Medicijndispenser: van%')"
            ),
            args![],
        )
    })
    .await
    .unwrap()
}
