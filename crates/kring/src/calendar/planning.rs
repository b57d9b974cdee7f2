//! New meetings of a group, made ready before the transaction that writes them down.

use anyhow::Context as _;
use jiff::{SignedDuration, Timestamp};
use session::compile::{Plan, PlannedBlock};
use session::script::Pace;
use ui::locale;

use super::news::News;
use super::telling::{Telling, as_invited, invite};
use super::{Details, Invited, store, video};
use crate::app::App;
use crate::id::{MeetingId, PersonId};
use crate::meetings::{self, Meeting};
use crate::rota::{self, Duty, Turns};
use crate::{groups, people, topics};

/// The zone meetings are planned in.
const ZONE: &str = "Europe/Amsterdam";

/// What every meeting begins and ends with, around its method.
const AROUND: ([&str; 2], [&str; 2]) = (["check-in", "casuskeuze"], ["evaluatie", "afronding"]);

/// What a meeting consists of as long as nobody has chosen a method.
const BARE: [&str; 3] = ["check-in", "evaluatie", "afronding"];

/// What meetings that are planned together have in common.
#[derive(Clone, Debug)]
pub(crate) struct Frame {
    pub(crate) title: String,
    /// The id of a method of the catalogue.
    pub(crate) method: String,
    /// How long each takes.
    pub(crate) minutes: u16,
    pub(crate) place: Option<String>,
    /// Address of the video meeting.
    pub(crate) online: Option<String>,
    /// Each gets a video room of its own instead.
    pub(crate) makes_video: bool,
    /// How to get there.
    pub(crate) directions: Option<String>,
}

/// When a meeting begins, and what it has of its own.
#[derive(Clone, Debug)]
pub(crate) struct Start {
    pub(crate) at: Timestamp,
    /// What it is about; `None` for the title that all have.
    pub(crate) topic: Option<String>,
    /// The id of a method of the catalogue; `None` for the one that all have.
    pub(crate) method: Option<String>,
    /// The id of the topic of the group's list that it is about.
    pub(crate) listed: Option<String>,
}

impl From<Timestamp> for Start {
    fn from(at: Timestamp) -> Self {
        Self {
            at,
            topic: None,
            method: None,
            listed: None,
        }
    }
}

/// Meetings that are ready to be written down, with everything that people must hear of them.
#[derive(Clone, Debug)]
pub(crate) struct Planned {
    meetings: Vec<(Meeting, Telling)>,
    /// Topics of the group's list, with the meetings they are attached to.
    listed: Vec<(MeetingId, String)>,
    /// Who comes, with the role they have.
    roles: Vec<(PersonId, String)>,
    turns: Turns,
    directions: Option<String>,
}

impl Planned {
    /// Writes them down, but for those at a moment on which the group meets already: whoever presses twice plans once. Answers which
    /// were written, with their beginnings in microseconds since 1970.
    pub(crate) fn write(
        &self,
        tx: &mut ::store::Tx<'_>,
        now: i64,
    ) -> Result<Vec<(MeetingId, i64)>, ::store::Error> {
        let mut written = Vec::new();
        for (meeting, telling) in &self.meetings {
            if store::meets_at(tx, meeting)? {
                continue;
            }
            meetings::store::add(tx, meeting, ZONE)?;
            store::set_directions(tx, &meeting.id, self.directions.as_deref())?;
            for (person, role) in &self.roles {
                meetings::store::add_attendance(tx, &meeting.id, person, role, "expected")?;
            }
            let turns = self.turns.iter().filter(|(id, _)| *id == meeting.id);
            for (duty, person) in turns.flat_map(|(_, turns)| turns) {
                rota::give(tx, &meeting.id, *duty, person)?;
            }
            let listed = self.listed.iter().filter(|(id, _)| *id == meeting.id);
            for ((_, topic), group) in listed.zip(meeting.group_id.iter().cycle()) {
                topics::store::attach(tx, group, topic, &meeting.id)?;
            }
            telling.write(tx, now)?;
            written.push((meeting.id.clone(), meeting.starts_at));
        }
        Ok(written)
    }
}

/// Makes meetings of a group ready that begin then; when they are made known, everybody is invited to those ahead.
pub(crate) async fn prepare(
    app: &App,
    group: &groups::Group,
    frame: &Frame,
    starts: &[Start],
    is_published: bool,
) -> anyhow::Result<Planned> {
    let now = app.clock.now();
    let today = locale::local(now).date().to_string();
    let (id, programme) = (group.id.clone(), group.programme_id.clone());
    let members = app
        .db
        .read(move |tx| {
            let roles = store::members(tx, &id, &today)?;
            let ids: Vec<PersonId> = roles.iter().map(|(person, _)| person.clone()).collect();
            let people = people::store::readers(tx, &ids)?;
            Ok::<_, ::store::Error>((roles, people, store::manner(tx, &programme)?))
        })
        .await
        .context("loading a group")?;
    let (roles, people, manner) = members;
    let invited: Vec<Invited> = people.into_iter().map(as_invited).collect();
    let mut planned = Vec::new();
    for start in starts {
        planned.push(meeting(app, group, frame, start, is_published.then_some(now))?);
    }
    let listed = planned.iter().zip(starts);
    let listed = listed.filter_map(|(meeting, start)| Some((meeting.id.clone(), start.listed.clone()?)));
    let listed = listed.collect();
    let turns = shared_out(app, group, &planned).await?;
    let mut meetings = Vec::new();
    for meeting in planned {
        let telling = if is_published && meeting.starts() > now {
            let details = with_turns(as_details(&meeting, frame, &manner), &turns, &invited);
            invite(app, &details, &invited, News::Invited)?
        } else {
            Telling::default()
        };
        meetings.push((meeting, telling));
    }
    Ok(Planned {
        meetings,
        listed,
        turns,
        roles,
        directions: frame.directions.clone(),
    })
}

/// Who has which turn in the new meetings.
async fn shared_out(app: &App, group: &groups::Group, planned: &[Meeting]) -> anyhow::Result<Turns> {
    let now = app.clock.now();
    let id = group.id.clone();
    let new: Vec<(MeetingId, i64)> = planned
        .iter()
        .map(|meeting| (meeting.id.clone(), meeting.starts_at))
        .collect();
    app.db
        .read(move |tx| rota::turns(tx, &id, now, &new))
        .await
        .context("sharing out the turns of new meetings")
}

/// What a new meeting does, as JSON: a method with what goes around it. Without one only the beginning and the end stand on it.
///
/// # Errors
/// Never in practice: the agenda is written into memory.
pub(crate) fn agenda(title: &str, method: Option<&str>, minutes: u16) -> anyhow::Result<String> {
    let blocks: Vec<&str> = match method {
        Some(method) => AROUND.0.into_iter().chain([method]).chain(AROUND.1).collect(),
        None => BARE.to_vec(),
    };
    let plan = Plan {
        title: title.to_owned(),
        pace: Pace::Live,
        budget: Some(u32::from(minutes) * 60),
        blocks: blocks
            .into_iter()
            .map(|method| PlannedBlock {
                method: method.to_owned(),
                ..PlannedBlock::default()
            })
            .collect(),
    };
    serde_json::to_string(&plan).context("writing a plan")
}

fn meeting(
    app: &App,
    group: &groups::Group,
    frame: &Frame,
    start: &Start,
    published: Option<Timestamp>,
) -> anyhow::Result<Meeting> {
    let (title, method) = (
        start.topic.as_ref().unwrap_or(&frame.title),
        start.method.as_ref().unwrap_or(&frame.method),
    );
    let ends = start
        .at
        .checked_add(SignedDuration::from_mins(frame.minutes.into()))
        .context("a meeting that never ends")?;
    let made = if frame.makes_video {
        video::room(app)?
    } else {
        None
    };
    Ok(Meeting {
        id: MeetingId(app.ids.id(app.clock.now())?),
        programme_id: group.programme_id.clone(),
        programme: group.programme.clone(),
        accent: group.accent.clone(),
        group_id: Some(group.id.clone()),
        group_name: Some(group.name.clone()),
        title: title.clone(),
        starts_at: start.at.as_microsecond(),
        ends_at: ends.as_microsecond(),
        place: frame.place.clone(),
        online: made.or_else(|| frame.online.clone()),
        plan: agenda(title, Some(method), frame.minutes)?,
        state: "planned".to_owned(),
        published_at: published.map(Timestamp::as_microsecond),
    })
}

/// What a new meeting will look like in calendars.
fn as_details(meeting: &Meeting, frame: &Frame, (reminder_days, is_sensitive): &(String, bool)) -> Details {
    Details {
        id: meeting.id.clone(),
        programme_id: meeting.programme_id.clone(),
        programme: meeting.programme.clone(),
        group_name: meeting.group_name.clone(),
        title: meeting.title.clone(),
        starts_at: meeting.starts_at,
        ends_at: meeting.ends_at,
        place: meeting.place.clone(),
        online: meeting.online.clone(),
        directions: frame.directions.clone(),
        sequence: 0,
        published_at: meeting.published_at,
        state: meeting.state.clone(),
        reminder_days: reminder_days.clone(),
        is_sensitive: *is_sensitive,
        case_turn: None,
        lead_turn: None,
        notes_turn: None,
        papers: Vec::new(),
    }
}

/// With the names of those whose turn it is.
fn with_turns(meeting: Details, turns: &Turns, people: &[Invited]) -> Details {
    let turns = turns.iter().find(|(id, _)| *id == meeting.id);
    let name = |duty: Duty| {
        let person = turns.and_then(|(_, turns)| turns.get(&duty))?;
        let person = people.iter().find(|one| one.person_id == *person)?;
        Some(person.name.clone())
    };
    Details {
        case_turn: name(Duty::Case),
        lead_turn: name(Duty::Lead),
        notes_turn: name(Duty::Notes),
        ..meeting
    }
}
