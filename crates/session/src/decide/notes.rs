//! Notes people keep for themselves: in any step, between steps and after the end, until the report is released.

use super::writing::check_text;
use super::{Decided, Decision};
use crate::command::Command;
use crate::event::Event;
use crate::ids::NoteNo;
use crate::refusal::Refusal;
use crate::sight::Eyes;

/// More notes than anybody writes in a meeting.
const MOST: u16 = 300;

impl Decision<'_> {
    pub(super) fn notes(&self, command: &Command) -> Decided {
        let seat = self.member()?;
        let mut mine = self.state.notes_of(Eyes::Seat(seat));
        match command {
            Command::Note(text) => {
                let text = text.trim();
                check_text(text)?;
                if mine.count() >= usize::from(MOST) {
                    return Err(Refusal::Enough { max: MOST });
                }
                Ok(vec![Event::Noted {
                    note: NoteNo::at(self.state.notes.len()),
                    seat,
                    text: text.to_owned(),
                }])
            }
            // Somebody else's note is as little there as one that never was.
            Command::DropNote(note) if mine.any(|(own, ..)| own == *note) => {
                Ok(vec![Event::NoteDropped { note: *note }])
            }
            _ => Err(Refusal::Gone),
        }
    }
}
