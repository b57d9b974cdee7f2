//! What changes in a room, sent to open pages as server-sent events.
//!
//! A page is a set of parts (see `views`), and a list of cards in one of them. A stream sends what changed, under the number of the
//! last event of the log. Whoever comes back says with `Last-Event-ID` what came last. When that was a page as a whole, and it still
//! looks so, nothing has to be sent; otherwise the whole page is, so nothing is missed, however long the line was gone and
//! wherever it broke. What is sent to whom is the work of `audience`.

use std::convert::Infallible;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::extract::State;
use axum::http::{HeaderMap, HeaderName, HeaderValue, header};
use axum::response::{IntoResponse as _, Response};
use futures_util::stream::FuturesUnordered;
use futures_util::{Stream, StreamExt as _};
use serde::Deserialize;
use session::ids::At;
use tokio::time::Instant;

use super::Member;
use super::audience::{Line, Next, Viewer, Who, beat};
use super::hub::Room;
use super::pages::arrive;
use crate::app::App;
use crate::auth::until_ended;
use crate::error::Answer;
use crate::web::{Query, Visitor};

/// Most open streams of one room: three devices for each of the largest group, and to spare.
const MOST_STREAMS: usize = 200;

/// After this long a stream ends and the page asks for a new one: then its rights are looked at again.
const LIFE: Duration = Duration::from_mins(10);

/// Seconds a refused page waits before it tries again.
const FULL: u32 = 10;

/// Where a page stands that opens its first stream; later ones say it with `Last-Event-ID`.
#[derive(Deserialize)]
pub(super) struct Known {
    #[serde(default)]
    after: String,
}

/// The stream of somebody's own page.
pub(super) async fn events(
    State(app): State<App>,
    visitor: Visitor,
    member: Member,
    headers: HeaderMap,
    Query(known): Query<Known>,
) -> Result<Response, Answer> {
    let room = arrive(&app, &member.meeting).await?;
    room.look(|state| member.present(state)).ok_or(Answer::NotFound)?;
    open(
        &app,
        visitor,
        member,
        room,
        Who::Member,
        last_seen(&headers, &known),
    )
}

/// The stream of the big screen.
pub(super) async fn screen_events(
    State(app): State<App>,
    visitor: Visitor,
    member: Member,
    headers: HeaderMap,
    Query(known): Query<Known>,
) -> Result<Response, Answer> {
    let room = arrive(&app, &member.meeting).await?;
    screen_for(&member, &room)?;
    open(
        &app,
        visitor,
        member,
        room,
        Who::Screen,
        last_seen(&headers, &known),
    )
}

/// What the stream of somebody's own page would begin with, as one short answer: for pages that cannot keep a line open.
pub(super) async fn parts(
    State(app): State<App>,
    visitor: Visitor,
    member: Member,
    Query(known): Query<Known>,
) -> Result<Response, Answer> {
    let room = arrive(&app, &member.meeting).await?;
    let seat = room.look(|state| member.present(state)).ok_or(Answer::NotFound)?;
    room.note(seat);
    now_and_then(&app, visitor, member, &room, Who::Member, &known)
}

/// The same for the big screen.
pub(super) async fn screen_parts(
    State(app): State<App>,
    visitor: Visitor,
    member: Member,
    Query(known): Query<Known>,
) -> Result<Response, Answer> {
    let room = arrive(&app, &member.meeting).await?;
    screen_for(&member, &room)?;
    now_and_then(&app, visitor, member, &room, Who::Screen, &known)
}

/// For who may not see the big screen, there is none.
fn screen_for(member: &Member, room: &Room) -> Result<(), Answer> {
    let may = room.look(|state| member.sees_screen(state));
    if may { Ok(()) } else { Err(Answer::NotFound) }
}

fn now_and_then(
    app: &App,
    visitor: Visitor,
    member: Member,
    room: &Arc<Room>,
    who: Who,
    known: &Known,
) -> Result<Response, Answer> {
    let viewer = Viewer {
        visitor,
        member: Arc::new(member),
        who,
    };
    let now = At(app.clock.now().as_microsecond());
    let line = Line::new(viewer, Instant::now());
    let first = room.first(&line, now).ok_or(Answer::NotFound)?;
    room.welcome(app, &line);
    let news = if known.after == first.place {
        Bytes::new()
    } else {
        first.page
    };
    let headers = [
        (
            header::CONTENT_TYPE,
            HeaderValue::from_static("text/event-stream"),
        ),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
    ];
    Ok((headers, [news, beat(now)].concat()).into_response())
}

/// The last thing that came to the page.
fn last_seen<'k>(headers: &'k HeaderMap, known: &'k Known) -> &'k str {
    let last = headers.get("last-event-id").and_then(|value| value.to_str().ok());
    last.unwrap_or(&known.after)
}

fn open(
    app: &App,
    visitor: Visitor,
    member: Member,
    room: Arc<Room>,
    who: Who,
    seen: &str,
) -> Result<Response, Answer> {
    let viewer = Viewer {
        visitor,
        member: Arc::new(member),
        who,
    };
    let line = Arc::new(Line::new(viewer, Instant::now() + LIFE));
    let now = At(app.clock.now().as_microsecond());
    let first = room
        .enter(app, &line, MOST_STREAMS, now)
        .ok_or(Answer::TooMany(FULL))?;
    room.welcome(app, &line);
    // A page that is up to date keeps what it has; the sign of life tells it so at once.
    let news = if seen == first.place {
        Bytes::new()
    } else {
        first.page
    };
    let ended = line.viewer.visitor.person.as_ref().map(|person| {
        let (app, sign_in) = (app.clone(), person.sign_in.clone());
        let ended = async move { until_ended(&app, &sign_in).await };
        FuturesUnordered::from_iter([Box::pin(ended) as Ended])
    });
    let flow = Flow {
        app: app.clone(),
        ended,
        first: Some([news, beat(now)].concat().into()),
        room,
        line,
    };
    let headers = [
        (
            header::CONTENT_TYPE,
            HeaderValue::from_static("text/event-stream"),
        ),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-cache")),
        // Proxies that collect an answer before they pass it on would hold it back for ever.
        (
            HeaderName::from_static("x-accel-buffering"),
            HeaderValue::from_static("no"),
        ),
    ];
    Ok((headers, Body::from_stream(flow)).into_response())
}

type Ended = Pin<Box<dyn Future<Output = ()> + Send>>;

/// An open stream; dropping it closes the line.
struct Flow {
    app: App,
    room: Arc<Room>,
    line: Arc<Line>,
    first: Option<Bytes>,
    /// When the sign-in is over; a guest has none. A set of one, because a set looks at a future only when that was woken itself,
    /// and not whenever there is news of the room.
    ended: Option<FuturesUnordered<Ended>>,
}

impl Stream for Flow {
    type Item = Result<Bytes, Infallible>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        if let Some(first) = self.first.take() {
            return Poll::Ready(Some(Ok(first)));
        }
        let is_over = self
            .ended
            .as_mut()
            .is_some_and(|ended| ended.poll_next_unpin(context).is_ready());
        if is_over {
            return Poll::Ready(None);
        }
        loop {
            match ready!(self.line.poll_next(context)) {
                Next::Piece(piece) => return Poll::Ready(Some(Ok(piece))),
                Next::Over => return Poll::Ready(None),
                Next::Behind => {
                    let now = At(self.app.clock.now().as_microsecond());
                    match self.room.whole(&self.line, now) {
                        Some(page) if page.is_empty() => {}
                        page => return Poll::Ready(page.map(Ok)),
                    }
                }
            }
        }
    }
}

impl Drop for Flow {
    fn drop(&mut self) {
        self.room.leave(&self.app, &self.line);
    }
}
