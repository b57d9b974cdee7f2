//! What the organisers of the demo set up before anybody comes.

use anyhow::Context as _;
use jiff::SignedDuration;

use super::Filler;
use crate::demo::world;
use crate::enrolment::{self, Application, State};
use crate::id::{ApplicationId, ProgrammeId};
use crate::programmes::{self, Programme};
use crate::sponsors;

impl Filler<'_, '_> {
    /// A programme with its page, and who may make more of them.
    pub(super) fn set_up(&mut self, data: &world::Programme) -> anyhow::Result<Programme> {
        let organisation = self.organisation(&data.organisation)?;
        let programme = Programme {
            name: data.name.clone(),
            kind: data.kind.clone(),
            state: "open".to_owned(),
            goal: data.goal.clone(),
            audience: data.audience.clone(),
            time_asked: data.time_asked.clone(),
            name_en: data.english.as_ref().map(|english| english.name.clone()),
            goal_en: data.english.as_ref().map(|english| english.goal.clone()),
            audience_en: data.english.as_ref().map(|english| english.audience.clone()),
            time_asked_en: data.english.as_ref().map(|english| english.time_asked.clone()),
            starts_on: self.day(data.starts_week, "mon")?.to_string(),
            ends_on: self.day(data.starts_week + data.weeks, "fri")?.to_string(),
            funder: data.funder.clone(),
            region: data.region.clone(),
            contact: data.contact.clone(),
            accent: data.accent.clone(),
            is_public: data.public,
            slug: Some(data.slug.clone()),
            enrols: data.capacity.is_some(),
            capacity: data.capacity,
            ..Programme::blank(ProgrammeId(self.id()?), organisation.clone())
        };
        programmes::store::add(self.tx, &programme)?;
        for key in &data.organisers {
            let person = self.person(key)?;
            programmes::store::add_organiser(self.tx, &organisation, &person, &programme.starts_on)?;
        }
        for key in &data.sponsors {
            let person = self.person(key)?;
            let works_for = data.funder.as_deref().unwrap_or_default();
            sponsors::store::give(
                self.tx,
                &programme.id,
                (&person, works_for),
                self.now.as_microsecond(),
            )?;
        }
        Ok(programme)
    }

    /// Who applied for a programme.
    pub(super) fn applications(
        &mut self,
        programme: &Programme,
        applied: &[world::Application],
    ) -> anyhow::Result<()> {
        let mut line = 0;
        for one in applied {
            let state =
                State::from_word(&one.state).with_context(|| format!("no application is {}", one.state))?;
            let is_waiting = state == State::Waiting;
            line += i64::from(is_waiting);
            let applied_at = self.now.checked_sub(SignedDuration::from_hours(24 * one.days))?;
            let application = Application {
                id: ApplicationId(self.id()?),
                programme_id: programme.id.clone(),
                name: one.name.clone(),
                mail: world::mail(&one.name),
                language: "nl".to_owned(),
                answers: enrolment::answers::usual(&one.job, &one.work)?,
                state,
                position: is_waiting.then_some(line),
                offer_until: None,
                person_id: None,
                reason: one.reason.clone(),
                applied_at: applied_at.as_microsecond(),
            };
            let key = self.id()?;
            enrolment::store::add(self.tx, &application, &key)?;
        }
        Ok(())
    }
}
