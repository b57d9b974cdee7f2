//! Who listens in a room on this node, and what each of them gets.
//!
//! When something happens, everybody is given the same few bytes: a card that is new is drawn once for each kind of viewer, and lines
//! of that kind share what was drawn. What concerns one person alone (their own form, their own card) is drawn for them. After a
//! larger change, or when a line does not take what waits for it, it is *behind*: it gets its whole page at the moment it can
//! take it, and then goes on with the others.

mod round;

use std::collections::{BTreeMap, VecDeque};
use std::fmt::{Display, Write as _};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use axum::body::Bytes;
use maud::Markup;
use session::ids::{At, Seat};
use session::sight::Eyes;
use session::{State, Touched};
use tokio::time::Instant;

use self::round::{Kind, Round};
use super::Member;
use super::entrance::Entrance;
use super::hub::lock;
use super::views::{self, Keys, Scene, Told};
use crate::web::Visitor;

/// While a room is busy, what happens within this time is sent together.
const TOGETHER: Duration = Duration::from_millis(3);

/// Whoever leads sees how far everybody is; that board is large and nobody reads it so often.
pub(super) const SELDOM: Duration = Duration::from_millis(250);

/// Pieces that may wait for a line before it counts as behind.
const MOST_WAITING: usize = 64;

/// Whose page a line keeps up to date.
pub(super) enum Who {
    /// A member's own.
    Member,
    /// That of the big screen.
    Screen,
}

/// For whom things are drawn.
pub(super) struct Viewer {
    pub(super) visitor: Visitor,
    pub(super) member: Arc<Member>,
    pub(super) who: Who,
}

impl Viewer {
    /// The eyes that look; `None` when they may not any more.
    fn eyes(&self, state: &State) -> Option<Eyes> {
        match self.who {
            Who::Member => self.member.eyes(state),
            Who::Screen => self.member.sees_screen(state).then_some(Eyes::Screen),
        }
    }

    fn scene<'s>(&'s self, state: &'s State, view: session::View<'s>, entrance: &'s Entrance) -> Scene<'s> {
        Scene {
            visitor: &self.visitor,
            meeting: &self.member.meeting.id,
            accent: &self.member.meeting.accent,
            online: self.member.meeting.online.as_deref(),
            state,
            view,
            keys: Keys::none(),
            told: &Told::Nothing,
            entrance,
            rehearsal: self.member.rehearsal.as_ref(),
        }
    }
}

/// One open stream, as its room knows it.
pub(super) struct Line {
    pub(super) viewer: Viewer,
    until: Instant,
    inbox: Mutex<Inbox>,
}

#[derive(Default)]
struct Inbox {
    waiting: VecDeque<Bytes>,
    waker: Option<Waker>,
    is_behind: bool,
    is_over: bool,
    /// What kind of viewer this is, since the last large change.
    kind: Option<Kind>,
    /// What each part of the page looked like when it was sent.
    sent: BTreeMap<&'static str, u64>,
}

/// What a line does next.
pub(super) enum Next {
    Piece(Bytes),
    /// It needs its whole page: see [`Audience::whole`].
    Behind,
    Over,
}

impl Inbox {
    fn wake(&mut self) {
        if let Some(waker) = self.waker.take() {
            waker.wake();
        }
    }

    fn put(&mut self, piece: Bytes) {
        if !piece.is_empty() {
            self.waiting.push_back(piece);
            self.wake();
        }
    }

    fn fall_behind(&mut self) {
        self.is_behind = true;
        if !self.waiting.is_empty() {
            // What waited was noted as sent and never will be.
            self.waiting.clear();
            self.sent.clear();
        }
        self.wake();
    }

    /// Those of some parts that do not look as they were sent before.
    fn news(&mut self, parts: Vec<views::Part>) -> String {
        let mut html = String::new();
        for (name, part) in parts {
            let look = hash(&part);
            if self.sent.insert(name, look) != Some(look) {
                html.push_str(&part.0);
            }
        }
        html
    }
}

impl Line {
    pub(super) fn new(viewer: Viewer, until: Instant) -> Self {
        Self {
            viewer,
            until,
            inbox: Mutex::default(),
        }
    }

    /// Whose own page it is; nobody's on the big screen, and in a rehearsal.
    pub(super) fn seat(&self, state: &State) -> Option<Seat> {
        let Viewer { member, who, .. } = &self.viewer;
        let is_own = matches!(who, Who::Member) && member.rehearsal.is_none();
        member.seat(state).filter(|_| is_own)
    }

    /// What comes next, once there is something.
    pub(super) fn poll_next(&self, context: &Context<'_>) -> Poll<Next> {
        let mut inbox = lock(&self.inbox);
        if inbox.is_over {
            return Poll::Ready(Next::Over);
        }
        if inbox.is_behind {
            return Poll::Ready(Next::Behind);
        }
        if let Some(piece) = inbox.waiting.pop_front() {
            return Poll::Ready(Next::Piece(piece));
        }
        inbox.waker = Some(context.waker().clone());
        Poll::Pending
    }

    /// Ends it.
    pub(super) fn end(&self) {
        let mut inbox = lock(&self.inbox);
        inbox.is_over = true;
        inbox.wake();
    }

    /// A sign of life. Who does not even take what waits needs none.
    fn beat(&self, beat: &Bytes, now: Instant) {
        if now >= self.until {
            return self.end();
        }
        let mut inbox = lock(&self.inbox);
        if inbox.waiting.is_empty() {
            inbox.put(beat.clone());
        }
    }
}

/// What readers see of a room, and who they are.
#[derive(Default)]
pub(super) struct Audience {
    pub(super) state: State,
    pub(super) lines: Vec<Arc<Line>>,
    pub(super) is_followed: bool,
    /// When somebody asked for something here the last time.
    pub(super) heard: BTreeMap<Seat, Instant>,
    /// What was not told to the lines yet.
    pending: Touched,
    told: Option<Instant>,
    /// How often whoever leads is told how far everybody is, and when that was.
    seldom: Duration,
    leaders_told: Option<Instant>,
    /// When somebody will tell what is pending.
    due: Option<Instant>,
}

impl Audience {
    /// Nobody is here yet; whoever leads will be told this often how far everybody is.
    pub(super) fn new(seldom: Duration) -> Self {
        Self {
            seldom,
            ..Self::default()
        }
    }

    /// Notes what changed.
    pub(super) fn touch(&mut self, touched: impl FnOnce(&mut Touched, &State)) {
        touched(&mut self.pending, &self.state);
    }

    /// Tells the lines at once when the room was quiet. Otherwise it says when to call [`Self::tell`], if nobody was told so before.
    pub(super) fn tell_soon(&mut self, entrance: &Entrance, now: At) -> Option<Instant> {
        if self.pending.is_nothing() {
            return None;
        }
        match self.told.map(|told| told + TOGETHER) {
            Some(later) if later > Instant::now() => self.tell_at(later),
            _ => self.tell(entrance, now),
        }
    }

    /// When to call [`Self::tell`], if nobody was told to do so before that.
    fn tell_at(&mut self, moment: Instant) -> Option<Instant> {
        let is_sooner = self.due.is_none_or(|due| moment < due);
        is_sooner.then(|| *self.due.insert(moment))
    }

    /// Tells the lines what changed. What can wait is told later: at the moment it says.
    pub(super) fn tell(&mut self, entrance: &Entrance, now: At) -> Option<Instant> {
        let moment = Instant::now();
        self.due = self.due.filter(|due| *due > moment);
        if self.pending.is_nothing() {
            return None;
        }
        let mut touched = std::mem::take(&mut self.pending);
        let next = self.leaders_told.map(|told| told + self.seldom);
        let waits = next.filter(|next| touched.leaders && *next > moment);
        (touched.leaders, self.pending.leaders) = (touched.leaders && waits.is_none(), waits.is_some());
        if touched.leaders {
            self.leaders_told = Some(moment);
        }
        self.told = Some(moment);
        let mut round = Round::new(&self.state, &touched, entrance, now);
        for line in &self.lines {
            round.offer(line);
        }
        waits.and_then(|next| self.tell_at(next))
    }

    /// The whole page of a line, as far as it looks other than what was sent; `None` when the viewer is not in the room any more.
    /// From here on the line goes on with the others.
    pub(super) fn whole(&self, line: &Line, entrance: &Entrance, now: At) -> Option<Bytes> {
        let eyes = line.viewer.eyes(&self.state)?;
        let view = session::view(&self.state, eyes, now);
        let parts = views::parts(&line.viewer.scene(&self.state, view, entrance));
        let mut inbox = lock(&line.inbox);
        (inbox.is_behind, inbox.kind) = (false, None);
        let html = inbox.news(parts);
        Some(event(self.place(entrance), &html))
    }

    /// Names a page that is complete as things stand. A piece of one is named by the sequence alone: others of the same
    /// sequence may follow, and a line may break between them.
    pub(super) fn place(&self, entrance: &Entrance) -> String {
        format!("{}.{:x}", self.state.seq.0, entrance.mark())
    }

    /// A sign of life for everybody, and the end for lines that were open long enough.
    pub(super) fn beat(&self, now: At) {
        let (beat, moment) = (beat(now), Instant::now());
        for line in &self.lines {
            line.beat(&beat, moment);
        }
    }
}

impl Audience {
    /// Nobody follows the log any more, so no line may look as if somebody did.
    pub(super) fn end(&mut self) {
        self.is_followed = false;
        for line in &self.lines {
            line.end();
        }
    }
}

/// A comment that keeps proxies from closing the line, and the time for a page that wants to know whether it is alive.
pub(super) fn beat(now: At) -> Bytes {
    format!(": alive\nevent: beat\ndata: {}\n\n", now.0).into()
}

/// By which a part is known again.
fn hash(part: &Markup) -> u64 {
    let mut hasher = DefaultHasher::new();
    part.0.hash(&mut hasher);
    hasher.finish()
}

/// Pieces of a page as an event; empty when there are none.
fn event(id: impl Display, html: &str) -> Bytes {
    if html.is_empty() {
        return Bytes::new();
    }
    let mut text = String::with_capacity(html.len() + html.len() / 16 + 64);
    let head = write!(text, "id: {id}\nevent: parts\n");
    debug_assert!(head.is_ok(), "writing into a string cannot fail");
    // What people wrote may hold any kind of line end, and each of them would end the field.
    for line in html.lines().flat_map(|line| line.split('\r')) {
        text.push_str("data: ");
        text.push_str(line);
        text.push('\n');
    }
    text.push('\n');
    text.into()
}

#[cfg(test)]
mod page;
#[cfg(test)]
mod tests;
