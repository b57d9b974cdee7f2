//! What the organisers of the demo set up before anybody comes.

use super::Filler;
use crate::demo::world;
use crate::id::ProgrammeId;
use crate::programmes::{self, Programme};

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
            ..Programme::blank(ProgrammeId(self.id()?), organisation.clone())
        };
        programmes::store::add(self.tx, &programme)?;
        for key in &data.organisers {
            let person = self.person(key)?;
            programmes::store::add_organiser(self.tx, &organisation, &person, &programme.starts_on)?;
        }
        Ok(programme)
    }
}
