//! What changes in a room, sent to open pages as server-sent events.
//!
//! A page is a set of parts (see `views`). A stream renders them with the functions the page uses and sends those that differ
//! from what it sent before, under the number of the last event of the log. Whoever comes back with that number as
//! `Last-Event-ID` gets everything that is different now, so nothing is missed, however long the line was gone.

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::sync::Arc;
use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::extract::State;
use axum::http::{HeaderMap, HeaderName, HeaderValue, header};
use axum::response::{IntoResponse as _, Response};
use futures_util::stream;
use serde::Deserialize;
use session::ids::At;
use session::sight::Eyes;
use tokio::sync::watch;
use tokio::time::{Instant, Interval, MissedTickBehavior};

use super::Member;
use super::hub::{Listening, News, Room, until_stopped};
use super::pages::arrive;
use super::views::{self, Keys, Scene, Told};
use crate::app::App;
use crate::error::Answer;
use crate::web::{Query, Visitor};

/// Most open streams of one room: three devices for each of the largest group, and to spare.
const MOST_STREAMS: usize = 200;

/// How often a line without news shows that it is alive.
const BEAT: Duration = Duration::from_secs(15);

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
    let seen = last_seen(&headers, &known);
    let line = Line::open(app, visitor, member, room, Who::Member)?;
    Ok(answer(line, seen))
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
    let seen = last_seen(&headers, &known);
    let line = Line::open(app, visitor, member, room, Who::Screen)?;
    Ok(answer(line, seen))
}

/// The number of the last event a page knows.
fn last_seen(headers: &HeaderMap, known: &Known) -> Option<u64> {
    let last = headers.get("last-event-id").and_then(|value| value.to_str().ok());
    last.unwrap_or(&known.after).parse().ok()
}

fn answer(line: Line, seen: Option<u64>) -> Response {
    let body = stream::unfold((line, Step::First(seen)), |(mut line, step)| async move {
        let text = line.next(step).await?;
        Some((Ok::<_, Infallible>(Bytes::from(text)), (line, Step::Later)))
    });
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
    (headers, Body::from_stream(body)).into_response()
}

/// Whose page it is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Who {
    Member,
    Screen,
}

enum Step {
    /// With the number of the last event the page knows.
    First(Option<u64>),
    Later,
}

/// One open stream.
struct Line {
    app: App,
    visitor: Visitor,
    member: Member,
    room: Arc<Room>,
    who: Who,
    news: watch::Receiver<News>,
    stopped: watch::Receiver<bool>,
    beat: Interval,
    until: Instant,
    /// What each part looked like when it was sent.
    sent: BTreeMap<&'static str, u64>,
    _listening: Listening,
}

impl Line {
    fn open(app: App, visitor: Visitor, member: Member, room: Arc<Room>, who: Who) -> Result<Self, Answer> {
        let listening = room.enter(&app, MOST_STREAMS).ok_or(Answer::TooMany(FULL))?;
        let now = Instant::now();
        let mut beat = tokio::time::interval_at(now + BEAT, BEAT);
        beat.set_missed_tick_behavior(MissedTickBehavior::Delay);
        let (news, stopped) = (room.news(), app.rooms.stopped());
        Ok(Self {
            app,
            visitor,
            member,
            room,
            who,
            news,
            stopped,
            beat,
            until: now + LIFE,
            sent: BTreeMap::new(),
            _listening: listening,
        })
    }

    /// The next piece of the stream; `None` ends it.
    async fn next(&mut self, step: Step) -> Option<String> {
        if let Step::First(seen) = step {
            self.news.mark_unchanged();
            let (seq, text) = self.changes()?;
            // A page that is up to date keeps what it has; the sign of life tells it so at once.
            let news = if seen == Some(seq) { String::new() } else { text };
            return Some(news + &self.heartbeat());
        }
        loop {
            tokio::select! {
                changed = self.news.changed() => {
                    changed.ok()?;
                    let (_, text) = self.changes()?;
                    if !text.is_empty() {
                        return Some(text);
                    }
                }
                _ = self.beat.tick() => return Some(self.heartbeat()),
                () = tokio::time::sleep_until(self.until) => return None,
                () = until_stopped(&mut self.stopped) => return None,
            }
        }
    }

    /// The parts that differ from what was sent, as one event; `None` when the viewer is not in the room any more.
    fn changes(&mut self) -> Option<(u64, String)> {
        let now = At(self.app.clock.now().as_microsecond());
        let entrance = self.room.entrance.known();
        let (seq, parts) = self.room.look(|state| {
            let eyes = match self.who {
                Who::Member => self.member.eyes(state)?,
                Who::Screen => Eyes::Screen,
            };
            let scene = Scene {
                visitor: &self.visitor,
                meeting: &self.member.meeting.id,
                accent: &self.member.meeting.accent,
                state,
                view: session::view(state, eyes, now),
                keys: Keys::none(),
                told: &Told::Nothing,
                entrance: &entrance,
                rehearsal: self.member.rehearsal.as_ref(),
            };
            Some((state.seq.0, views::parts(&scene)))
        })?;
        let mut text = String::new();
        for (name, markup) in parts {
            let mut hasher = DefaultHasher::new();
            markup.0.hash(&mut hasher);
            let look = hasher.finish();
            if self.sent.insert(name, look) != Some(look) {
                for line in markup.0.lines() {
                    text.push_str("data: ");
                    text.push_str(line);
                    text.push('\n');
                }
            }
        }
        if !text.is_empty() {
            text = format!("id: {seq}\nevent: parts\n{text}\n");
        }
        Some((seq, text))
    }

    /// A comment that keeps proxies from closing the line, and the time for a page that wants to know whether it is alive.
    fn heartbeat(&self) -> String {
        format!(
            ": alive\nevent: beat\ndata: {}\n\n",
            self.app.clock.now().as_microsecond()
        )
    }
}
