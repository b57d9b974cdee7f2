//! One telling of what changed: what is drawn for whom, and who shares it.

use axum::body::Bytes;
use session::ids::{At, CardNo, Seat};
use session::model::Role;
use session::sight::Eyes;
use session::{State, Touched};
use ui::Language;

use super::{Inbox, Line, MOST_WAITING, event, hash};
use crate::room::entrance::Entrance;
use crate::room::hub::lock;
use crate::room::views;

/// Viewers of one kind see a card alike, unless they wrote it or did something with it.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Kind {
    language: Language,
    is_screen: bool,
    sees_names: bool,
    leads: bool,
    roles: Vec<Role>,
    group: Option<usize>,
}

/// One telling of what changed.
pub(super) struct Round<'r> {
    state: &'r State,
    touched: &'r Touched,
    entrance: &'r Entrance,
    now: At,
    drawn: Vec<(Kind, Bytes)>,
    /// The circle, by the language and whether names stand in it.
    circles: Vec<((Language, bool), Look)>,
}

/// A part as it was drawn, and the event that says so.
#[derive(Clone)]
struct Look {
    part: &'static str,
    hash: u64,
    piece: Bytes,
}

impl<'r> Round<'r> {
    pub(super) fn new(state: &'r State, touched: &'r Touched, entrance: &'r Entrance, now: At) -> Self {
        Self {
            state,
            touched,
            entrance,
            now,
            drawn: Vec::new(),
            circles: Vec::new(),
        }
    }

    pub(super) fn offer(&mut self, line: &Line) {
        let mut inbox = lock(&line.inbox);
        if inbox.is_behind || inbox.is_over {
            return;
        }
        let is_large = self.touched.everything || inbox.waiting.len() >= MOST_WAITING;
        match line.viewer.eyes(self.state).filter(|_| !is_large) {
            Some(eyes) => {
                let listed = self.listed(line, eyes, &mut inbox);
                inbox.put(listed);
                let circle = self.circle(line, eyes, &mut inbox);
                inbox.put(circle);
                let around = self.around(line, eyes, &mut inbox);
                inbox.put(around);
            }
            None => inbox.fall_behind(),
        }
    }

    /// The cards and people that changed, shared with everybody who sees them alike.
    fn listed(&mut self, line: &Line, eyes: Eyes, inbox: &mut Inbox) -> Bytes {
        let Touched { cards, people, .. } = self.touched;
        if cards.is_empty() && people.is_empty() {
            return Bytes::new();
        }
        // A list does not look any more as when it was sent as a whole.
        for (part, is_touched) in [
            (views::CARDS, !cards.is_empty()),
            (views::PEOPLE, !people.is_empty()),
        ] {
            if is_touched {
                inbox.sent.remove(part);
            }
        }
        let is_own =
            |seat| people.contains(&seat) || cards.iter().any(|card| is_own(self.state, *card, seat));
        // In a rehearsal one person looks with the eyes of several, and every address says with whose.
        if line.viewer.member.rehearsal.is_some() || eyes.seat().is_some_and(is_own) {
            return self.draw(line, eyes);
        }
        let kind = inbox.kind.get_or_insert_with(|| self.kind(line, eyes));
        if let Some((_, drawn)) = self.drawn.iter().find(|(known, _)| known == kind) {
            return drawn.clone();
        }
        let drawn = self.draw(line, eyes);
        self.drawn.push((kind.clone(), drawn.clone()));
        drawn
    }

    fn draw(&self, line: &Line, eyes: Eyes) -> Bytes {
        let view = session::view::view_of(self.state, eyes, self.now, &self.touched.cards);
        let scene = line.viewer.scene(self.state, view, self.entrance);
        let mut html = views::changed_cards(&scene, eyes, &self.touched.cards).0;
        html.push_str(&views::some_people(&scene, &self.touched.people).0);
        event(self.state.seq.0, &html)
    }

    /// The circle, when it shows somebody otherwise than before. Nothing in it is anybody's own.
    fn circle(&mut self, line: &Line, eyes: Eyes, inbox: &mut Inbox) -> Bytes {
        if self.touched.people.is_empty() {
            return Bytes::new();
        }
        let kind = inbox.kind.get_or_insert_with(|| self.kind(line, eyes));
        let seen = (kind.language, kind.sees_names);
        let known = self.circles.iter().find(|(known, _)| *known == seen);
        let look = known.map(|(_, look)| look.clone()).or_else(|| {
            let look = self.draw_circle(line, eyes)?;
            self.circles.push((seen, look.clone()));
            Some(look)
        });
        let news = look.filter(|look| inbox.sent.insert(look.part, look.hash) != Some(look.hash));
        news.map(|look| look.piece).unwrap_or_default()
    }

    fn draw_circle(&self, line: &Line, eyes: Eyes) -> Option<Look> {
        let view = session::view::view_of(self.state, eyes, self.now, &self.touched.cards);
        let scene = line.viewer.scene(self.state, view, self.entrance);
        let (part, html) = views::some_parts(&scene, |place| place == views::Place::Circle).pop()?;
        Some(Look {
            part,
            hash: hash(&html),
            piece: event(self.state.seq.0, &html.0),
        })
    }

    fn kind(&self, line: &Line, eyes: Eyes) -> Kind {
        let view = session::view::view_of(self.state, eyes, self.now, &self.touched.cards);
        Kind {
            language: line.viewer.visitor.language,
            is_screen: eyes == Eyes::Screen,
            sees_names: view.circle.iter().all(|person| person.name.is_some()),
            leads: view.you.as_ref().is_some_and(|you| you.leads),
            roles: view.you.map(|you| you.roles).unwrap_or_default(),
            group: view.your_group,
        }
    }

    /// What changed around the cards: for whoever did something, and for whoever leads.
    fn around(&self, line: &Line, eyes: Eyes, inbox: &mut Inbox) -> Bytes {
        let Touched { writers, .. } = self.touched;
        let seat = eyes.seat();
        let is_own = seat.is_some_and(|seat| writers.contains(&seat));
        let leads = self.touched.leaders && seat.is_some_and(|seat| types_for_others(self.state, seat));
        if !is_own && !leads {
            return Bytes::new();
        }
        let view = session::view::view_of(self.state, eyes, self.now, &self.touched.cards);
        let scene = line.viewer.scene(self.state, view, self.entrance);
        let parts = views::some_parts(&scene, |place| match place {
            views::Place::Own => true,
            views::Place::Lead => leads,
            views::Place::Circle | views::Place::People | views::Place::Shared => false,
        });
        event(self.state.seq.0, &inbox.news(parts))
    }
}

/// Whether a card looks different to somebody because of what they did themselves.
fn is_own(state: &State, card: CardNo, seat: Seat) -> bool {
    state.cards.get(card.index()).is_some_and(|card| {
        card.author == Some(seat)
            || card.typed_by == Some(seat)
            || card.ratings.contains_key(&seat)
            || card.picks.contains_key(&seat)
            || card.votes.contains_key(&seat)
    })
}

fn types_for_others(state: &State, seat: Seat) -> bool {
    let scribes = state.roles.get(&Role::Scribe);
    state.lead == Some(seat) || scribes.is_some_and(|scribes| scribes.contains(&seat))
}
