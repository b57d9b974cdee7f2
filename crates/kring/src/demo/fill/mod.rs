//! Writes the world into a database, in one transaction.

mod agreements;
mod bottlenecks;
mod papers;
mod polls;
mod settings;
mod shelf;
mod sign_ups;
mod talk;

use std::collections::{BTreeMap, BTreeSet};

use anyhow::Context as _;
use jiff::civil::{Date, Time};
use jiff::{SignedDuration, Span, Timestamp};
use session::compile::{Plan, PlannedBlock};
use session::script::Pace;
use store::Tx;
use ui::locale::{self, AMSTERDAM};

use super::store as marks;
use super::world::{self, World};
use crate::clock::Ids;
use crate::id::{GroupId, MeetingId, OrganisationId, PersonId, ProgrammeId};
use crate::people::Person;
use crate::vault::Vault;
use crate::{cases, groups, ideas, meetings, people, programmes, rota};

/// The zone meetings are planned in.
const ZONE: &str = "Europe/Amsterdam";

/// Fills an empty database.
pub(super) fn fill(
    tx: &mut Tx<'_>,
    world: &World,
    (vault, ids): (&Vault, &Ids),
    now: Timestamp,
) -> anyhow::Result<()> {
    marks::mark(tx, now.as_microsecond())?;
    let mut filler = Filler {
        tx,
        vault,
        ids,
        now,
        // Ids sort by the time they were made: an hour ago and a millisecond later each, nothing is made in the future.
        made: now.checked_sub(SignedDuration::from_hours(1))?,
        people: BTreeMap::new(),
        jobs: BTreeMap::new(),
        organisations: BTreeMap::new(),
    };
    filler.everybody(world)?;
    for programme in &world.programmes {
        filler.programme(programme)?;
    }
    Ok(())
}

struct Filler<'f, 't> {
    tx: &'f mut Tx<'t>,
    vault: &'f Vault,
    ids: &'f Ids,
    now: Timestamp,
    made: Timestamp,
    people: BTreeMap<&'f str, PersonId>,
    jobs: BTreeMap<&'f str, &'f str>,
    organisations: BTreeMap<&'f str, OrganisationId>,
}

impl<'f> Filler<'f, '_> {
    fn id(&mut self) -> anyhow::Result<String> {
        self.made = self.made.checked_add(SignedDuration::from_millis(1))?;
        self.ids.id(self.made).context("making an id")
    }

    fn person(&self, key: &str) -> anyhow::Result<PersonId> {
        self.people
            .get(key)
            .cloned()
            .with_context(|| format!("the demo world has no person {key}"))
    }

    fn organisation(&self, key: &str) -> anyhow::Result<OrganisationId> {
        self.organisations
            .get(key)
            .cloned()
            .with_context(|| format!("the demo world has no organisation {key}"))
    }

    /// A day of a week, counted from the present week.
    fn day(&self, week: i64, weekday: &str) -> anyhow::Result<Date> {
        let offset = match weekday {
            "mon" => 0,
            "tue" => 1,
            "wed" => 2,
            "thu" => 3,
            "fri" => 4,
            other => anyhow::bail!("the demo world has no weekday {other}"),
        };
        let today = locale::local(self.now).date();
        let monday = i64::from(today.weekday().to_monday_zero_offset());
        Ok(today.checked_add(Span::new().try_days(week * 7 + offset - monday)?)?)
    }

    fn everybody(&mut self, world: &'f World) -> anyhow::Result<()> {
        for (key, organisation) in &world.organisations {
            let id = OrganisationId(self.id()?);
            let world::Organisation { name, kind, place } = organisation;
            people::store::add_organisation(self.tx, &id, name, kind, place)?;
            self.organisations.insert(key, id);
        }
        for (key, somebody) in &world.people {
            let person = Person {
                id: PersonId(self.id()?),
                name: somebody.name.clone(),
                mail: somebody.mail(),
            };
            people::store::add(self.tx, &person, "nl", self.now.as_microsecond())?;
            let organisation = self.organisation(&somebody.at)?;
            people::store::add_position(self.tx, &person.id, &organisation, &somebody.job)?;
            if !somebody.free.is_empty() {
                let told = people::Told {
                    free: somebody.free.clone(),
                    ..people::Told::default()
                };
                people::store::fill_in(self.tx, &person.id, &told)?;
            }
            self.people.insert(key, person.id);
            self.jobs.insert(key, &somebody.job);
        }
        Ok(())
    }

    fn programme(&mut self, data: &world::Programme) -> anyhow::Result<()> {
        let programme = self.set_up(data)?;
        self.applications(&programme, &data.applications)?;
        let since = &programme.starts_on;
        self.join((&programme.id, None), &data.organisers, "organiser", since)?;
        self.join((&programme.id, None), &data.facilitators, "facilitator", since)?;
        self.join((&programme.id, None), &data.late, "participant", since)?;
        let mut coming: BTreeSet<&String> = data.facilitators.iter().collect();
        coming.extend(data.meetings.iter().flat_map(|meeting| &meeting.people));
        coming.retain(|key| !data.not_agreed.contains(key));
        self.agree(
            (&programme.id, None),
            &data.agreements,
            &coming.into_iter().collect::<Vec<_>>(),
            &programme.starts_on,
        )?;
        let mut groups = BTreeMap::new();
        for group in &data.groups {
            groups.insert(group.key.as_str(), (self.group(&programme, group)?, group));
        }
        let mut meetings = BTreeMap::new();
        for meeting in &data.meetings {
            let group = match &meeting.group {
                Some(key) => Some(
                    groups
                        .get(key.as_str())
                        .with_context(|| format!("no group {key}"))?,
                ),
                None => None,
            };
            meetings.insert(meeting.key.as_str(), self.meeting(&programme, group, meeting)?);
        }
        for (id, group) in groups.values() {
            self.topics(id, group, &meetings)?;
            self.poll(&programme, (id, group))?;
            self.turns(id)?;
            self.threads(&programme, (id, group))?;
            self.bottleneck(id, group)?;
        }
        self.cards(&programme, &data.cards)?;
        self.harvest(&programme.id, data)
    }

    /// Gives people a role in a programme, or in a group of it, from a day on.
    fn join(
        &mut self,
        place: (&ProgrammeId, Option<&GroupId>),
        people: &[String],
        role: &str,
        since: &str,
    ) -> anyhow::Result<()> {
        for key in people {
            let (id, person) = (self.id()?, self.person(key)?);
            groups::store::add_member(self.tx, &id, place, &person, role, since)?;
        }
        Ok(())
    }

    fn group(&mut self, programme: &programmes::Programme, data: &world::Group) -> anyhow::Result<GroupId> {
        let id = GroupId(self.id()?);
        groups::store::add(self.tx, &id, &programme.id, &data.name)?;
        let place = (&programme.id, Some(&id));
        self.join(place, &data.facilitators, "facilitator", &programme.starts_on)?;
        self.join(place, &data.members, "participant", &programme.starts_on)?;
        let people = data.facilitators.iter().chain(&data.members);
        let agreed: Vec<&String> = people.filter(|key| !data.not_agreed.contains(key)).collect();
        self.agree(place, &data.agreements, &agreed, &programme.starts_on)?;
        Ok(id)
    }

    fn meeting(
        &mut self,
        programme: &programmes::Programme,
        group: Option<&(GroupId, &world::Group)>,
        data: &world::Meeting,
    ) -> anyhow::Result<MeetingId> {
        let starts = self.starts(data)?;
        let length = SignedDuration::from_mins(data.minutes + data.days * 24 * 60);
        let ends = starts.checked_add(length)?;
        let is_over = ends <= self.now;
        let meeting = meetings::Meeting {
            id: MeetingId(self.id()?),
            programme_id: programme.id.clone(),
            programme: String::new(),
            accent: String::new(),
            group_id: group.map(|(id, _)| id.clone()),
            group_name: None,
            title: data.title.clone(),
            starts_at: starts.as_microsecond(),
            ends_at: ends.as_microsecond(),
            place: data.place.clone(),
            online: data.online.clone(),
            plan: serde_json::to_string(&plan(data)?).context("writing a plan")?,
            state: if is_over { "held" } else { "planned" }.to_owned(),
            published_at: Some(0),
        };
        meetings::store::add(self.tx, &meeting, ZONE)?;
        self.invitation(&meeting.id, data)?;
        self.attendance(&meeting.id, group.map(|(_, group)| *group), data, is_over)?;
        self.sign_ups(&meeting.id, data)?;
        self.around(&meeting.id, data)?;
        self.outcome(&meeting.id, data)?;
        Ok(meeting.id)
    }

    fn starts(&self, data: &world::Meeting) -> anyhow::Result<Timestamp> {
        if data.days > 0 {
            return Ok(self.now.checked_sub(SignedDuration::from_hours(1))?);
        }
        if data.now {
            // On a whole five minutes, as people plan.
            let five = 5 * 60;
            return Ok(Timestamp::from_second(
                self.now.as_second().div_euclid(five) * five,
            )?);
        }
        let time: Time = data.at.parse().context("reading a time")?;
        let local = self.day(data.week, &data.weekday)?.to_datetime(time);
        Ok(local.to_zoned(AMSTERDAM.clone())?.timestamp())
    }

    fn attendance(
        &mut self,
        meeting: &MeetingId,
        group: Option<&world::Group>,
        data: &world::Meeting,
        is_over: bool,
    ) -> anyhow::Result<()> {
        let (people, facilitators) = group.map_or((&data.people, &data.facilitators), |group| {
            (&group.members, &group.facilitators)
        });
        let of_role = |people: &'_ [String], role| {
            people
                .iter()
                .map(move |key| (key.clone(), role))
                .collect::<Vec<_>>()
        };
        let mut list = of_role(facilitators, "facilitator");
        list.extend(of_role(people, "participant"));
        list.extend(of_role(&data.speakers, "speaker"));
        for (key, role) in list {
            let state = if data.declined.contains(&key) {
                "declined"
            } else if data.absent.contains(&key) {
                "absent"
            } else if is_over {
                "present"
            } else {
                "expected"
            };
            let person = self.person(&key)?;
            meetings::store::add_attendance(self.tx, meeting, &person, role, state)?;
        }
        Ok(())
    }

    fn outcome(&mut self, meeting: &MeetingId, data: &world::Meeting) -> anyhow::Result<()> {
        for case in &data.cases {
            let (id, owner) = (self.id()?, self.person(&case.owner)?);
            let text = (case.title.as_str(), case.question.as_str(), case.state.as_str());
            cases::store::add(self.tx, &id, meeting, &owner, text)?;
            self.shared(&id, case)?;
        }
        for (position, result) in (1..).zip(&data.results) {
            let outcome = meetings::Outcome {
                kind: result.kind.clone(),
                text: result.text.clone(),
                person_id: match &result.person {
                    Some(key) => Some(self.person(key)?),
                    None => None,
                },
                audience: result.audience.clone(),
                ..meetings::Outcome::default()
            };
            let id = self.id()?;
            meetings::store::add_outcome(self.tx, &id, meeting, &outcome, (&result.step, position))?;
        }
        for action in &data.actions {
            let (id, person) = (self.id()?, self.person(&action.person)?);
            let until = self.day(action.weeks, "fri")?.to_string();
            let text = (action.what.as_str(), until.as_str(), action.state.as_str());
            meetings::store::add_action(self.tx, &id, meeting, &person, text)?;
        }
        Ok(())
    }

    fn topics(
        &mut self,
        group: &GroupId,
        data: &world::Group,
        meetings: &BTreeMap<&str, MeetingId>,
    ) -> anyhow::Result<()> {
        for (position, topic) in (1..).zip(&data.topics) {
            let meeting = topic.meeting.as_ref().and_then(|key| meetings.get(key.as_str()));
            let id = self.id()?;
            let row = groups::Topic {
                title: topic.title.clone(),
                state: topic.state.clone(),
                guest: topic.guest.clone(),
            };
            groups::store::add_topic(self.tx, &id, group, &row, (meeting, position))?;
        }
        Ok(())
    }

    /// Whose turn it is in the meetings that are still to come.
    fn turns(&mut self, group: &GroupId) -> anyhow::Result<()> {
        for (meeting, turns) in rota::turns(self.tx, group, self.now, &[])? {
            for (duty, person) in turns {
                rota::give(self.tx, &meeting, duty, &person)?;
            }
        }
        Ok(())
    }

    /// Idea cards and interventions.
    fn harvest(&mut self, programme: &ProgrammeId, data: &world::Programme) -> anyhow::Result<()> {
        for (position, card) in (1..).zip(&data.ideas) {
            let idea = ideas::Idea {
                id: self.id()?,
                theme: card.theme.clone(),
                text: card.text.clone(),
                origin: card.origin.clone(),
            };
            ideas::store::add(self.tx, programme, &idea, position)?;
            for key in &card.chosen {
                let person = self.person(key)?;
                ideas::store::choose(self.tx, &idea.id, &person)?;
            }
        }
        for intervention in &data.interventions {
            let (id, practice) = (self.id()?, self.organisation(&intervention.practice)?);
            let what = (intervention.title.as_str(), intervention.state.as_str());
            programmes::store::add_intervention(self.tx, &id, programme, &practice, what)?;
        }
        Ok(())
    }
}

/// The plan of a meeting.
pub(super) fn plan(data: &world::Meeting) -> anyhow::Result<Plan> {
    let block = |method: &String| PlannedBlock {
        method: method.clone(),
        ..PlannedBlock::default()
    };
    let in_days = data.days > 0;
    Ok(Plan {
        title: data.title.clone(),
        pace: if in_days { Pace::Written } else { Pace::Live },
        budget: if in_days {
            None
        } else {
            Some(u32::try_from(data.minutes * 60)?)
        },
        blocks: data.agenda.iter().map(block).collect(),
    })
}
