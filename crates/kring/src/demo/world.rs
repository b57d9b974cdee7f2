//! The world as data: the files of `world/`, read into plain values.
//!
//! Things refer to each other by short keys. Dates are weeks from the present one and a weekday, so the world is never old
//! and no meeting falls in a weekend, whatever day it is. A test proves that everything referred to exists.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::between::{Bottleneck, Card, Thread};
use crate::library::Sample;

/// All of it.
#[derive(Debug)]
pub(super) struct World {
    pub(super) organisations: BTreeMap<String, Organisation>,
    pub(super) people: BTreeMap<String, Somebody>,
    pub(super) programmes: Vec<Programme>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Everybody {
    organisations: BTreeMap<String, Organisation>,
    people: BTreeMap<String, Somebody>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Organisation {
    pub(super) name: String,
    pub(super) kind: String,
    pub(super) place: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Somebody {
    pub(super) name: String,
    pub(super) job: String,
    /// Key of an organisation.
    pub(super) at: String,
    /// Half-days on which they usually can.
    #[serde(default)]
    pub(super) free: Vec<String>,
}

/// An address that leads nowhere: the domain is reserved for examples.
pub(super) fn mail(name: &str) -> String {
    format!("{}@{}", name.to_lowercase().replace(' ', "."), super::DOMAIN)
}

impl Somebody {
    pub(super) fn mail(&self) -> String {
        mail(&self.name)
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Programme {
    pub(super) name: String,
    pub(super) kind: String,
    pub(super) organisation: String,
    pub(super) organisers: Vec<String>,
    /// Who sees figures only; they work where they have their function.
    #[serde(default)]
    pub(super) sponsors: Vec<String>,
    /// Who takes part and is in no group yet.
    #[serde(default)]
    pub(super) late: Vec<String>,
    /// Of an open programme; elsewhere the groups have their own.
    #[serde(default)]
    pub(super) facilitators: Vec<String>,
    pub(super) goal: String,
    pub(super) audience: String,
    pub(super) time_asked: String,
    pub(super) funder: Option<String>,
    pub(super) contact: Option<String>,
    /// The last part of its short address.
    pub(super) slug: String,
    pub(super) english: Option<English>,
    pub(super) region: String,
    pub(super) accent: String,
    pub(super) public: bool,
    pub(super) starts_week: i64,
    pub(super) weeks: i64,
    /// What people promise each other in its open meetings, one a line.
    #[serde(default)]
    pub(super) agreements: Vec<String>,
    /// Who comes and has not accepted them yet.
    #[serde(default)]
    pub(super) not_agreed: Vec<String>,
    /// For how many people there is room, in a programme for which people apply.
    pub(super) capacity: Option<i64>,
    #[serde(default, rename = "application")]
    pub(super) applications: Vec<Application>,
    #[serde(default, rename = "group")]
    pub(super) groups: Vec<Group>,
    #[serde(rename = "meeting")]
    pub(super) meetings: Vec<Meeting>,
    #[serde(default)]
    pub(super) ideas: Vec<Idea>,
    #[serde(default)]
    pub(super) interventions: Vec<Intervention>,
    /// Who of it wants to be found.
    #[serde(default, rename = "card")]
    pub(super) cards: Vec<Card>,
}

/// Somebody who applies and is nobody in the world yet.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Application {
    pub(super) name: String,
    pub(super) job: String,
    pub(super) work: String,
    /// `applied`, `waiting` or `refused`.
    pub(super) state: String,
    pub(super) reason: Option<String>,
    /// How many days ago.
    pub(super) days: i64,
}

/// The public text of a programme in English.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct English {
    pub(super) name: String,
    pub(super) goal: String,
    pub(super) audience: String,
    pub(super) time_asked: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Group {
    pub(super) key: String,
    pub(super) name: String,
    pub(super) members: Vec<String>,
    pub(super) facilitators: Vec<String>,
    /// What they promised each other, one a line.
    #[serde(default)]
    pub(super) agreements: Vec<String>,
    /// Who has not accepted that yet.
    #[serde(default)]
    pub(super) not_agreed: Vec<String>,
    #[serde(default, rename = "topic")]
    pub(super) topics: Vec<Topic>,
    /// A date poll that is open.
    pub(super) poll: Option<Poll>,
    /// What its members say between meetings.
    #[serde(default, rename = "thread")]
    pub(super) threads: Vec<Thread>,
    /// A bottleneck it is taking apart.
    pub(super) bottleneck: Option<Bottleneck>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Poll {
    pub(super) title: String,
    pub(super) method: String,
    pub(super) minutes: i64,
    pub(super) place: String,
    pub(super) at_least: i64,
    /// Moments to choose from, in order of time.
    pub(super) days: Vec<Moment>,
    /// A letter a day for whoever has answered: `y`, `m` (if need be) or `n`.
    pub(super) answers: BTreeMap<String, String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Moment {
    pub(super) week: i64,
    pub(super) weekday: String,
    pub(super) at: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Topic {
    pub(super) title: String,
    pub(super) state: String,
    pub(super) meeting: Option<String>,
    pub(super) guest: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Meeting {
    pub(super) key: String,
    pub(super) title: String,
    pub(super) group: Option<String>,
    /// It starts this very moment; then it has no week, weekday and time.
    #[serde(default)]
    pub(super) now: bool,
    #[serde(default)]
    pub(super) week: i64,
    #[serde(default)]
    pub(super) weekday: String,
    #[serde(default)]
    pub(super) at: String,
    #[serde(default)]
    pub(super) minutes: i64,
    /// In writing, over so many days; it is under way when the world is made, and has no week, weekday and time.
    #[serde(default)]
    pub(super) days: i64,
    pub(super) place: Option<String>,
    pub(super) online: Option<String>,
    /// Ids of methods and blocks.
    pub(super) agenda: Vec<String>,
    /// Who takes part; in a group, its members.
    #[serde(default)]
    pub(super) people: Vec<String>,
    #[serde(default)]
    pub(super) facilitators: Vec<String>,
    #[serde(default)]
    pub(super) speakers: Vec<String>,
    /// What the speakers speak about.
    pub(super) subject: Option<String>,
    #[serde(default, rename = "paper")]
    pub(super) papers: Vec<Paper>,
    #[serde(default)]
    pub(super) absent: Vec<String>,
    #[serde(default)]
    pub(super) declined: Vec<String>,
    pub(super) invitation: Option<Invitation>,
    #[serde(default, rename = "case")]
    pub(super) cases: Vec<Case>,
    #[serde(default, rename = "result")]
    pub(super) results: Vec<Outcome>,
    #[serde(default, rename = "action")]
    pub(super) actions: Vec<Action>,
}

/// Something to read; without a link, a page of its own as PDF.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Paper {
    pub(super) title: String,
    pub(super) by: String,
    pub(super) link: Option<String>,
    #[serde(default)]
    pub(super) for_speakers: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Invitation {
    pub(super) goal: String,
    pub(super) audience: String,
    pub(super) questions: Vec<String>,
    pub(super) time_asked: String,
    /// The title in English.
    pub(super) title_en: Option<String>,
    /// The last part of the address of its own page, when people sign up for it there.
    pub(super) slug: Option<String>,
    pub(super) capacity: Option<i64>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Case {
    pub(super) owner: String,
    pub(super) title: String,
    pub(super) question: String,
    pub(super) state: String,
    /// What its owner shared of it in the library.
    pub(super) shared: Option<Sample>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Outcome {
    pub(super) kind: String,
    /// Id of a step or an input of a method on the agenda.
    pub(super) step: String,
    pub(super) text: String,
    pub(super) person: Option<String>,
    #[serde(default = "for_the_group")]
    pub(super) audience: String,
}

fn for_the_group() -> String {
    "group".to_owned()
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Action {
    pub(super) person: String,
    pub(super) what: String,
    /// Weeks from the present one until it should be done.
    pub(super) weeks: i64,
    pub(super) state: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Idea {
    pub(super) theme: String,
    pub(super) text: String,
    pub(super) origin: String,
    pub(super) chosen: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Intervention {
    pub(super) practice: String,
    pub(super) title: String,
    pub(super) state: String,
}

/// The programmes, the one with the running meeting first.
const PROGRAMMES: [&str; 5] = [
    include_str!("world/hybride-zorg.toml"),
    include_str!("world/praktijkmanagers.toml"),
    include_str!("world/meer-tijd.toml"),
    include_str!("world/sleutelstad.toml"),
    include_str!("world/zelfstandigen.toml"),
];

impl World {
    /// Reads the files.
    ///
    /// # Errors
    /// When a file is not what it should be; a test sees to it that this does not happen.
    pub(super) fn read() -> Result<Self, toml::de::Error> {
        let Everybody {
            organisations,
            people,
        } = toml::from_str(include_str!("world/people.toml"))?;
        let programmes = PROGRAMMES
            .into_iter()
            .map(toml::from_str)
            .collect::<Result<_, _>>()?;
        Ok(Self {
            organisations,
            people,
            programmes,
        })
    }
}
