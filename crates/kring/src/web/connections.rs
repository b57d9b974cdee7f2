//! Connections: HTTP/1.1 and HTTP/2 in clear text on one port, and how much of it somebody may take.
//!
//! Browsers speak HTTP/2 with a proxy only, and a proxy begins it here without asking (prior knowledge). The first bytes of a
//! connection tell which of the two it is.

use std::convert::Infallible;
use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::Request;
use axum::response::Response;
use axum::serve::Listener;
use hyper::body::Incoming;
use hyper::server::conn::{http1, http2};
use hyper::service::service_fn;
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulConnection;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep, sleep_until, timeout_at};
use tower::ServiceExt as _;

/// How long somebody may take.
#[derive(Clone, Copy, Debug)]
struct Patience {
    /// Whoever connects has so long to ask for something.
    first_head: Duration,
    /// So long a later head may take, and so long a connection may wait for it.
    next_head: Duration,
}

/// Proxies keep a connection that nobody uses for a while (nginx a minute, Caddy two), and it is theirs to close: a form that they
/// send while we close would be lost to whoever pressed the button.
const PATIENCE: Patience = Patience {
    first_head: Duration::from_secs(15),
    next_head: Duration::from_secs(130),
};

/// A head may have so many bytes. Ours are below two thousand; proxies let eight thousand a line pass.
const LONGEST_HEAD: u16 = 32 * 1024;

/// Requests under way on one connection. A proxy that has more opens another.
const MOST_REQUESTS: u32 = 250;

/// Whether the other side is still there is asked after such a silence, and must be answered as soon.
const SILENCE: Duration = Duration::from_secs(30);

/// No request of HTTP/1.1 begins like this (RFC 9113, section 3.4).
const BEGINS_HTTP2: [u8; 4] = *b"PRI ";

/// How long the rest of a beginning may be under way before it is looked at again.
const GLANCE: Duration = Duration::from_millis(10);

/// Serves until `stop` is done, then finishes what is under way and closes the connections.
pub(crate) async fn serve(listener: TcpListener, router: Router, stop: impl Future<Output = ()>) {
    serve_with(PATIENCE, listener, router, stop).await;
}

async fn serve_with(
    patience: Patience,
    mut listener: TcpListener,
    router: Router,
    stop: impl Future<Output = ()>,
) {
    let (is_over, stopped) = watch::channel(false);
    let builders = Arc::new(Builders::new(patience));
    let mut open = JoinSet::new();
    tokio::pin!(stop);
    loop {
        tokio::select! {
            (stream, from) = Listener::accept(&mut listener) => {
                let caller = Caller { stream, from, asks_by: Instant::now() + patience.first_head };
                open.spawn(keep(caller, Arc::clone(&builders), router.clone(), stopped.clone()));
            }
            Some(_closed) = open.join_next() => {}
            () = &mut stop => break,
        }
    }
    drop(listener);
    is_over.send_replace(true);
    while open.join_next().await.is_some() {}
}

struct Builders {
    http1: http1::Builder,
    http2: http2::Builder<TokioExecutor>,
}

impl Builders {
    fn new(patience: Patience) -> Self {
        let (mut http1, mut http2) = (http1::Builder::new(), http2::Builder::new(TokioExecutor::new()));
        http1
            .timer(TokioTimer::new())
            .header_read_timeout(patience.next_head)
            .max_header_size(LONGEST_HEAD.into())
            // Whoever sends more than fits is cut off instead of told: what was not read breaks the connection.
            .max_buf_size(2 * usize::from(LONGEST_HEAD));
        http2
            .timer(TokioTimer::new())
            .max_header_list_size(LONGEST_HEAD.into())
            .max_concurrent_streams(MOST_REQUESTS)
            .keep_alive_interval(SILENCE)
            .keep_alive_timeout(SILENCE);
        Self { http1, http2 }
    }
}

/// Somebody who has connected.
struct Caller {
    stream: TcpStream,
    from: SocketAddr,
    asks_by: Instant,
}

/// One connection, until either side closes it.
async fn keep(caller: Caller, builders: Arc<Builders>, router: Router, stopped: watch::Receiver<bool>) {
    let Caller {
        stream,
        from,
        asks_by,
    } = caller;
    // What changes in a room is a few bytes that must not wait for more to come.
    if let Err(error) = stream.set_nodelay(true) {
        tracing::debug!("a connection that may dawdle: {error}");
    }
    let Ok(Ok(Some(is_http2))) = timeout_at(asks_by, begins_http2(&stream, stopped.clone())).await else {
        return;
    };
    let has_asked = Arc::new(AtomicBool::new(false));
    let asks = Arc::clone(&has_asked);
    let answer = service_fn(move |request: Request<Incoming>| {
        asks.store(true, Ordering::Relaxed);
        answer(router.clone(), request, from)
    });
    let stream = TokioIo::new(stream);
    if is_http2 {
        let connection = builders.http2.serve_connection(stream, answer);
        // Boxed, so that the many who speak HTTP/1.1 do not keep room for it.
        Box::pin(see_off(connection, asks_by, has_asked, stopped)).await;
    } else {
        let connection = builders.http1.serve_connection(stream, answer);
        see_off(connection, asks_by, has_asked, stopped).await;
    }
}

/// Which of the two it is, or neither when nothing more will come. The bytes are only looked at: hyper keeps twice as large a read
/// buffer for a connection whose first bytes are taken and put back, as long as the connection lives.
async fn begins_http2(stream: &TcpStream, mut stopped: watch::Receiver<bool>) -> io::Result<Option<bool>> {
    let mut seen = BEGINS_HTTP2;
    loop {
        let count = tokio::select! {
            count = stream.peek(&mut seen) => count?,
            _ = stopped.changed() => 0,
        };
        let (is_like, is_whole) = (
            seen.iter()
                .zip(BEGINS_HTTP2)
                .take(count)
                .all(|(it, other)| *it == other),
            count == BEGINS_HTTP2.len(),
        );
        match (count, is_like, is_whole) {
            (0, _, _) => return Ok(None),
            (_, false, _) => return Ok(Some(false)),
            (_, true, true) => return Ok(Some(true)),
            (_, true, false) => sleep(GLANCE).await,
        }
    }
}

/// Serves a connection, and closes it when nothing was asked in time or, once everything under way is done, when the server stops.
async fn see_off<C>(
    connection: C,
    asks_by: Instant,
    has_asked: Arc<AtomicBool>,
    mut stopped: watch::Receiver<bool>,
) where
    C: GracefulConnection<Error = hyper::Error>,
{
    tokio::pin!(connection);
    let first_head = sleep_until(asks_by);
    tokio::pin!(first_head);
    let (mut waits, mut goes_on) = (true, true);
    loop {
        tokio::select! {
            ended = connection.as_mut() => {
                if let Err(error) = ended {
                    tracing::debug!("a connection broke: {error}");
                }
                return;
            }
            () = &mut first_head, if waits => {
                waits = false;
                if !has_asked.load(Ordering::Relaxed) {
                    return;
                }
            }
            _ = stopped.changed(), if goes_on => {
                goes_on = false;
                connection.as_mut().graceful_shutdown();
            }
        }
    }
}

async fn answer(
    router: Router,
    request: Request<Incoming>,
    from: SocketAddr,
) -> Result<Response, Infallible> {
    let mut request = request.map(Body::new);
    request.extensions_mut().insert(ConnectInfo(from));
    router.oneshot(request).await
}

#[cfg(test)]
mod tests {
    use axum::routing::get;
    use futures_util::{StreamExt as _, stream};
    use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
    use tokio::time::timeout;

    use super::*;

    const SHORT: Duration = Duration::from_millis(300);
    const LIMIT: Duration = Duration::from_secs(20);

    /// A server that is short of patience, and where it listens. It goes on until its runtime ends.
    async fn place() -> SocketAddr {
        let slow = || async {
            let late = stream::once(async {
                sleep(SHORT * 4).await;
                Ok::<_, Infallible>("late")
            });
            Body::from_stream(stream::iter([Ok("early ")]).chain(late))
        };
        let router = Router::new()
            .route("/", get(|| async { "here" }))
            .route("/slow", get(slow));
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
        let place = listener.local_addr().unwrap();
        let patience = Patience {
            first_head: SHORT,
            next_head: SHORT,
        };
        drop(tokio::spawn(serve_with(
            patience,
            listener,
            router,
            std::future::pending(),
        )));
        place
    }

    /// What comes back for this, until the server closes the connection.
    async fn heard(sent: &str) -> String {
        let mut stream = TcpStream::connect(place().await).await.unwrap();
        stream.write_all(sent.as_bytes()).await.unwrap();
        let mut heard = Vec::new();
        let closed = timeout(LIMIT, stream.read_to_end(&mut heard)).await;
        assert!(
            closed.is_ok(),
            "the connection stays open: {}",
            String::from_utf8_lossy(&heard)
        );
        String::from_utf8_lossy(&heard).into_owned()
    }

    #[tokio::test]
    async fn whoever_asks_for_nothing_is_shown_out() {
        for sent in [
            "",
            "GET / HTTP/1.1\r\nhost: kr",
            "PRI * HT",
            "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        ] {
            let heard = heard(sent).await;
            assert!(!heard.contains("200 OK"), "{sent:?}: {heard}");
        }
    }

    #[tokio::test]
    async fn a_connection_that_nobody_uses_is_closed() {
        let heard = heard("GET / HTTP/1.1\r\nhost: kring\r\n\r\n").await;
        assert!(
            heard.starts_with("HTTP/1.1 200 OK") && heard.ends_with("here"),
            "{heard}"
        );
    }

    #[tokio::test]
    async fn an_answer_may_take_its_time() {
        let heard = heard("GET /slow HTTP/1.1\r\nhost: kring\r\n\r\n").await;
        assert!(heard.contains("early") && heard.contains("late"), "{heard}");
    }

    #[tokio::test]
    async fn a_head_that_is_too_long_is_refused() {
        let head = |size: usize| format!("GET / HTTP/1.1\r\nhost: kring\r\nx: {}\r\n\r\n", "y".repeat(size));
        assert!(heard(&head(16_000)).await.starts_with("HTTP/1.1 200 OK"));
        assert!(heard(&head(40_000)).await.starts_with("HTTP/1.1 431 "));
    }
}
