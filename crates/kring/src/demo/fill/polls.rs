//! A group of the demo world that is being asked when it can meet.

use anyhow::Context as _;
use jiff::Span;
use jiff::civil::Time;
use ui::locale::{self, AMSTERDAM};

use super::Filler;
use crate::demo::world;
use crate::id::{GroupId, PollId};
use crate::polls::{self, Day, Poll};
use crate::programmes::Programme;

impl Filler<'_, '_> {
    /// A poll that closes in five days, with the answers that came in. No mail goes: these people have no mailbox.
    pub(super) fn poll(
        &mut self,
        programme: &Programme,
        (group, data): (&GroupId, &world::Group),
    ) -> anyhow::Result<()> {
        let Some(asked) = &data.poll else {
            return Ok(());
        };
        let maker = data.facilitators.first().context("a poll of nobody")?;
        let last = locale::local(self.now).date().checked_add(Span::new().days(5))?;
        let poll = Poll {
            id: PollId(self.id()?),
            group_id: group.clone(),
            group_name: data.name.clone(),
            programme_id: programme.id.clone(),
            accent: programme.accent.clone(),
            title: asked.title.clone(),
            method: asked.method.clone(),
            minutes: asked.minutes,
            place: Some(asked.place.clone()),
            online: None,
            makes_video: false,
            directions: None,
            wanted: 1,
            apart_days: 0,
            at_least: asked.at_least,
            closes_at: last.to_zoned(AMSTERDAM.clone())?.timestamp().as_microsecond(),
            state: "open".to_owned(),
            made_by: self.person(maker)?,
            is_sensitive: false,
        };
        let mut days = Vec::new();
        for moment in &asked.days {
            let at: Time = moment.at.parse().context("reading a time")?;
            let day = self.day(moment.week, &moment.weekday)?;
            let starts = day.to_datetime(at).to_zoned(AMSTERDAM.clone())?.timestamp();
            days.push(Day {
                id: self.id()?,
                starts_at: starts.as_microsecond(),
                meeting_id: None,
            });
        }
        let (key, now) = (self.id()?, self.now.as_microsecond());
        polls::store::add(self.tx, &poll, &days, &key, now)?;
        for name in data.facilitators.iter().chain(&data.members) {
            let person = self.person(name)?;
            polls::store::add_person(self.tx, &poll.id, &person, data.facilitators.contains(name))?;
            let Some(letters) = asked.answers.get(name) else {
                continue;
            };
            let answer = |letter| match letter {
                'y' => "yes",
                'm' => "maybe",
                _ => "no",
            };
            let given: Vec<(String, String)> = days
                .iter()
                .zip(letters.chars())
                .map(|(day, letter)| (day.id.clone(), answer(letter).to_owned()))
                .collect();
            polls::store::note_answers(self.tx, &poll.id, &person, (&given, None), now)?;
        }
        Ok(())
    }
}
