//! What an event can change on anybody's page.
//!
//! A shell that shows a session live need not draw everything anew for every word somebody writes. Nothing is decided here:
//! [`crate::view()`] stays the only judge of who sees what. When in doubt the answer is "everything"; answering less is a
//! promise, and tests of the shell hold it against whole pages.

use std::collections::BTreeSet;

use crate::event::{Event, NewCard};
use crate::ids::{CardNo, InputNo, Seat};
use crate::model::{Input, Mode};
use crate::state::{Phase, State};

/// What one or more events changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Touched {
    /// Anything, anywhere; the rest says nothing then.
    pub everything: bool,
    /// Cards that are new, changed or gone.
    pub cards: BTreeSet<CardNo>,
    /// Who did something: what stands around the cards on their own page may have changed.
    pub writers: BTreeSet<Seat>,
    /// Whom the circle shows otherwise than before.
    pub people: BTreeSet<Seat>,
    /// What whoever leads or types for others sees around the cards, such as how far everybody is.
    pub leaders: bool,
}

/// Whether the cards of the current step lie in plain lists. Boards and piles look different as a whole when a card changes.
fn is_listed(state: &State) -> bool {
    let Some(step) = state.now_step() else {
        return false;
    };
    let lists = [
        &step.inputs,
        &step.shows,
        &step.rate_of,
        &step.pick_of,
        &step.vote_of,
    ];
    let is_placed = |no: &InputNo| state.input(*no).is_some_and(|input| input.board.is_some());
    let is_weighed = |no: &InputNo| state.script.steps.iter().any(|step| step.rate_of.contains(no));
    !lists
        .into_iter()
        .flatten()
        .any(|no| is_placed(no) || is_weighed(no))
}

impl Touched {
    /// Everything.
    pub fn everything() -> Self {
        Self {
            everything: true,
            ..Self::default()
        }
    }

    /// Whether nothing was touched.
    pub fn is_nothing(&self) -> bool {
        *self == Self::default()
    }

    /// Adds what one more event changed. The state is the one after that event.
    pub fn add(&mut self, state: &State, event: &Event) {
        if !self.everything && self.is_small(state, event) != Some(true) {
            *self = Self::everything();
        }
    }

    /// Adds what others were touched by.
    pub fn join(&mut self, other: Self) {
        if self.everything || other.everything {
            *self = Self::everything();
            return;
        }
        self.cards.extend(other.cards);
        self.writers.extend(other.writers);
        self.people.extend(other.people);
        self.leaders |= other.leaders;
    }

    /// Notes a change of a few cards; anything but `true` is a larger one.
    fn is_small(&mut self, state: &State, event: &Event) -> Option<bool> {
        if state.phase != Phase::Running {
            return None;
        }
        let is_about_a_card = !matches!(
            event,
            Event::Noted { .. } | Event::NoteDropped { .. } | Event::Erased {}
        );
        if is_about_a_card && !is_listed(state) {
            return None;
        }
        match event {
            Event::Noted { seat, .. } => {
                self.writers.insert(*seat);
                Some(true)
            }
            Event::NoteDropped { note } => {
                self.writers.insert(state.notes.get(note.index())?.seat);
                Some(true)
            }
            Event::CardAdded(card) => self.card_added(state, card),
            Event::EntryUsed { visit, input, seat } => {
                self.entries(*seat, state.input(*input)?);
                Some(state.current == Some(*visit))
            }
            Event::CardRemoved { card } => {
                self.cards.insert(*card);
                let card = state.cards.get(card.index())?;
                let seat = card.author?;
                self.entries(seat, state.input(card.input)?);
                self.people.insert(seat);
                Some(state.current == Some(card.visit))
            }
            Event::CardChanged { card, .. } | Event::CardMoved { card, .. } => {
                self.writers.extend(state.card(*card)?.author);
                self.cards.insert(*card);
                Some(true)
            }
            Event::Rated { card, seat, .. }
            | Event::Picked { card, seat, .. }
            | Event::Unpicked { card, seat }
            | Event::Voted { card, seat, .. } => {
                self.writers.insert(*seat);
                self.cards.insert(*card);
                Some(true)
            }
            Event::Erased {} => Some(true),
            _ => None,
        }
    }

    fn card_added(&mut self, state: &State, card: &NewCard) -> Option<bool> {
        let input = state.input(card.input)?;
        self.cards.insert(card.card);
        if let Some(author) = card.author {
            let entries = state.visit(card.visit)?.entries.get(&(card.input, author));
            let entries = entries.copied().unwrap_or_default();
            let is_counted = input.max.is_some() || input.mode == Mode::Blind;
            // Where as many as you like are asked, one more changes only the list in which it lies.
            if is_counted || entries <= input.min.max(1) {
                self.entries(author, input);
            }
            if entries <= 1 {
                self.people.insert(author);
            }
        }
        self.writers.extend(card.typed_by);
        // A text of the whole group counts for everybody, and a late one has a place of its own among the others.
        let is_plain = !input.together && !card.late;
        Some(is_plain && state.current == Some(card.visit))
    }

    /// Somebody's number of entries changed.
    fn entries(&mut self, seat: Seat, input: &Input) {
        self.writers.insert(seat);
        self.leaders = true;
        // Without a name on the card nothing else tells whether this was the first.
        if matches!(input.mode, Mode::Anonymous | Mode::Survey) {
            self.people.insert(seat);
        }
    }
}
