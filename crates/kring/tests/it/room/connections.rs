//! Two ways to speak with one port: HTTP/1.1, and HTTP/2 as proxies begin it, with everything on one connection.

use std::net::SocketAddr;
use std::sync::Arc;

use axum::body::Body;
use axum::http::{Request, StatusCode, Version};
use kring::app::{App, Server};
use kring::config::Config;
use store::MIGRATIONS;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;
use tower::ServiceExt as _;

use super::world::{Client, Node, until};
use crate::site::run;
use crate::wire::{over_http, over_http2};

/// As many pages as a proxy brings for some large groups together.
const STREAMS: usize = 150;

/// A server on a port of its own with the running meeting, and the people in it.
struct Served {
    at: SocketAddr,
    node: Node,
    people: [Client; 4],
    stop: oneshot::Sender<()>,
    serving: JoinHandle<()>,
    _db: store::testing::TestDb,
}

impl Served {
    async fn new() -> Self {
        let db = store::testing::sqlite(MIGRATIONS);
        let node = Node::new(&db).await;
        let people = node.four().await;
        until(&people[0], "Gerichte vragen").await;
        let config = Config {
            listen: SocketAddr::from(([127, 0, 0, 1], 0)),
            ..Config::clone(&node.app.config)
        };
        let app = App {
            config: Arc::new(config),
            ..node.app.clone()
        };
        let server = Server::bind(app).await.unwrap();
        let at = server.listens_on().unwrap();
        let (stop, stopped) = oneshot::channel();
        let serving = tokio::spawn(server.run(async move { drop(stopped.await) }));
        Self {
            at,
            node,
            people,
            stop,
            serving,
            _db: db,
        }
    }
}

#[test]
fn a_stream_and_what_is_posted_share_a_connection() {
    run(async {
        let Served {
            at,
            people: [_, _, mut one, mut other],
            node,
            stop,
            serving,
            ..
        } = Served::new().await;
        one.router = over_http2(at).await;
        other.router = over_http(at);
        let response = one.request("GET", &node.room, &[], &[]).await;
        assert_eq!(
            (response.status(), response.version()),
            (StatusCode::OK, Version::HTTP_2)
        );
        let mut line = one.listens(None).await;
        // On the same port somebody else speaks the older way.
        let mut old = other.listens(None).await;
        one.writes("Wie merkt het als eerste?").await;
        for line in [&mut line, &mut old] {
            line.hears("Wie merkt het als eerste?").await;
        }
        other.writes("En wie belt er dan?").await;
        line.hears("En wie belt er dan?").await;
        // Whoever comes back over the same connection lacks nothing.
        let last = line.last_id();
        drop(line);
        other.writes("Of belt er niemand?").await;
        one.listens(Some(&last)).await.hears("Of belt er niemand?").await;
        stop.send(()).unwrap();
        old.ends().await;
        serving.await.unwrap();
    });
}

#[test]
fn forms_of_other_sites_are_refused_over_http2_as_well() {
    run(async {
        let served = Served::new().await;
        let (one, router) = (&served.people[2], over_http2(served.at).await);
        let commands = format!("{}/commands", one.room);
        let send = async |origin: &str| {
            let request = Request::post(&commands)
                .header("host", "kring.test")
                .header("origin", origin)
                .header("cookie", &one.cookie)
                .header("content-type", "application/x-www-form-urlencoded")
                .body(Body::from("do=ready&key=k"));
            let response = router.clone().oneshot(request.unwrap()).await;
            response.unwrap().status()
        };
        assert_eq!(send("http://elsewhere.test").await, StatusCode::FORBIDDEN);
        assert_eq!(send("http://kring.test").await, StatusCode::SEE_OTHER);
    });
}

#[test]
fn many_streams_share_a_connection_until_the_server_stops() {
    run(async {
        let Served {
            at,
            people: [_, _, one, mut other],
            stop,
            serving,
            ..
        } = Served::new().await;
        other.router = over_http2(at).await;
        let mut lines = Vec::new();
        for _ in 0..STREAMS {
            lines.push(other.listens(None).await);
        }
        one.writes("Horen jullie dit allemaal?").await;
        for line in &mut lines {
            line.hears("Horen jullie dit allemaal?").await;
        }
        stop.send(()).unwrap();
        for line in &mut lines {
            line.ends().await;
        }
        serving.await.unwrap();
    });
}
