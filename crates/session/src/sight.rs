//! Who sees what is written. This is the only place where that is decided.

use crate::ids::{CardNo, NoteNo, Seat};
use crate::model::Mode;
use crate::state::{Card, Note, State};

/// Whose eyes look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Eyes {
    /// Somebody with a seat.
    Seat(Seat),
    /// The big screen in the room: never anything private, blind or unrevealed.
    Screen,
}

impl Eyes {
    /// The seat that looks; `None` for the big screen.
    pub const fn seat(self) -> Option<Seat> {
        match self {
            Self::Seat(seat) => Some(seat),
            Self::Screen => None,
        }
    }
}

impl State {
    /// Whether somebody with a seat sees a card.
    pub fn sees(&self, seat: Seat, card: &Card) -> bool {
        self.visible(Eyes::Seat(seat), card)
    }

    /// Whether eyes see a card.
    pub fn visible(&self, eyes: Eyes, card: &Card) -> bool {
        let Some(input) = self.input(card.input).filter(|_| !card.removed) else {
            return false;
        };
        let Eyes::Seat(seat) = eyes else {
            return self.shared_with(eyes, card);
        };
        // Before the agreements are accepted nobody sees a word of anybody.
        if self.person(seat).is_none_or(|person| !person.accepted) {
            return false;
        }
        let own = card.author == Some(seat) || card.typed_by == Some(seat);
        own || self.shared_with(eyes, card) || self.let_in(seat, card, input.mode)
    }

    /// Whether eyes saw a card before it was taken back.
    pub fn saw(&self, eyes: Eyes, card: CardNo) -> bool {
        let card = self.cards.get(card.index()).filter(|card| card.removed);
        card.is_some_and(|card| {
            let before = Card {
                removed: false,
                ..card.clone()
            };
            self.visible(eyes, &before)
        })
    }

    /// Notes of whoever looks. Notes are for their writer alone, whoever leads, owns a case or reads the report.
    pub fn notes_of(&self, eyes: Eyes) -> impl Iterator<Item = (NoteNo, &Note, &str)> {
        let notes = self.notes.iter().enumerate();
        notes
            .filter(move |(_, note)| eyes == Eyes::Seat(note.seat))
            .filter_map(|(n, note)| Some((NoteNo::at(n), note, note.text.as_deref()?)))
    }

    /// Whether a card is for everybody around: shown to the whole group, or to the circle where circles work side by side.
    pub(crate) fn shared_with(&self, eyes: Eyes, card: &Card) -> bool {
        let Some(input) = self.input(card.input).filter(|_| !card.removed) else {
            return false;
        };
        let public = match input.mode {
            Mode::Group | Mode::Anonymous => true,
            Mode::Blind => self.revealed(card.visit, card.input),
            Mode::Private | Mode::Owner | Mode::Facilitator | Mode::Survey => false,
        };
        public && self.at_one_table(eyes, card)
    }

    /// Where circles work side by side, what is written stays in its circle; whoever leads sees them all.
    fn at_one_table(&self, eyes: Eyes, card: &Card) -> bool {
        let Some(visit) = self.visit(card.visit).filter(|visit| self.in_parallel(visit)) else {
            return true;
        };
        let Eyes::Seat(seat) = eyes else {
            return false;
        };
        let table = |seat: Seat| self.group_of(visit, seat).map(|(table, _)| table);
        let writer = card.author.or(card.typed_by);
        self.lead == Some(seat) || writer.is_none_or(|writer| table(writer) == table(seat))
    }

    /// Modes that let one other person in.
    fn let_in(&self, seat: Seat, card: &Card, mode: Mode) -> bool {
        let block = self.visit(card.visit).map(|visit| visit.cursor.block);
        match mode {
            Mode::Owner => block.is_some_and(|block| self.owners_in(block).contains(&seat)),
            Mode::Facilitator => self.lead == Some(seat),
            _ => false,
        }
    }
}
