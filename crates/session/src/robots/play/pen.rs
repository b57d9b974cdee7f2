//! How robots write in a performance.

use super::Stage;
use crate::command::Command;
use crate::ids::{At, Seat};
use crate::robots::pen::{Wanted, entry, wanted};
use crate::sight::Eyes;
use crate::text::Text;
use crate::view::view;

impl Stage {
    /// People write one after the other, until a quarter of the step is left.
    pub(super) fn write(&mut self, until: At) {
        let people = self.people();
        let pause = until.since(self.now) / i64::try_from(people.len().max(1)).unwrap_or(1);
        for seat in people {
            self.now = self.now.plus(pause.max(0));
            let inputs = wanted(&view(&self.state, Eyes::Seat(seat), self.now));
            for input in inputs {
                self.write_one(seat, &input);
            }
        }
    }

    fn write_one(&mut self, seat: Seat, wanted: &Wanted) {
        for _ in 0..wanted.asked(seat) {
            self.lines += 1;
            let own_words = self.say(&Text::new("[eigen woorden]", "[own words]"));
            let entry = entry(
                &self.state,
                wanted,
                self.lines,
                self.cast.language,
                Some(&own_words),
            );
            self.by(seat, Command::Add(Box::new(entry)));
        }
    }
}
