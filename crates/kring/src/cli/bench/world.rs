//! Invented meetings that go on now, with people who may come in.

use anyhow::Context as _;
use jiff::{SignedDuration, Timestamp};
use session::compile::{Plan, PlannedBlock};
use store::{Db, Tx};

use crate::auth;
use crate::clock::{Clock, Ids};
use crate::config::Config;
use crate::id::{ApplicationId, GroupId, MeetingId, OrganisationId, PersonId, ProgrammeId};
use crate::people::Person;
use crate::{cases, enrolment, groups, meetings, people, programmes};

/// A meeting and the links with which its people sign in: the facilitator first, then the case owner.
pub(super) struct Room {
    pub(super) meeting: MeetingId,
    pub(super) links: Vec<String>,
}

/// Fills the scratch database.
pub(super) async fn make(config: &Config, rooms: usize, people: usize) -> anyhow::Result<Vec<Room>> {
    let db = Db::open(&config.store(), store::MIGRATIONS)
        .await
        .context("making the scratch database")?;
    let now = Clock::System.now();
    let made = db
        .write(move |tx| Filler { tx, now }.fill(rooms, people))
        .await
        .context("inventing meetings")?;
    let mut all = Vec::new();
    for (meeting, people) in made {
        let links = people
            .into_iter()
            .map(|person| auth::link_for(&db, &Ids::Random, now, person));
        let links = futures_util::future::join_all(links).await;
        all.push(Room {
            meeting,
            links: links.into_iter().collect::<Result<_, _>>()?,
        });
    }
    db.close().await;
    Ok(all)
}

/// Fills the scratch database with groups; answers them, and the link with which their organiser signs in.
pub(super) async fn make_groups(
    config: &Config,
    groups: usize,
    people: usize,
) -> anyhow::Result<(Vec<GroupId>, String)> {
    let db = Db::open(&config.store(), store::MIGRATIONS)
        .await
        .context("making the scratch database")?;
    let now = Clock::System.now();
    let (made, organiser) = db
        .write(move |tx| Filler { tx, now }.groups(groups, people))
        .await
        .context("inventing groups")?;
    let link = auth::link_for(&db, &Ids::Random, now, organiser).await?;
    db.close().await;
    Ok((made, link))
}

/// A programme in the middle of its year, and the links with which three of its people sign in.
pub(super) struct Year {
    pub(super) programme: ProgrammeId,
    pub(super) group: GroupId,
    /// One of that group that was held, and one that comes.
    pub(super) meetings: [MeetingId; 2],
    pub(super) organiser: String,
    /// Who leads that group.
    pub(super) facilitator: String,
    pub(super) participant: String,
}

/// Meetings of each group that were held, and that come.
const HELD: i32 = 4;
const COMING: i32 = 3;

/// Fills the scratch database with a programme: its groups with their people, a year of meetings, and everybody's application.
pub(super) async fn make_year(config: &Config, groups: usize, people: usize) -> anyhow::Result<Year> {
    let db = Db::open(&config.store(), store::MIGRATIONS)
        .await
        .context("making the scratch database")?;
    let now = Clock::System.now();
    let (programme, group, meetings, [organiser, facilitator, participant]) = db
        .write(move |tx| Filler { tx, now }.year(groups, people))
        .await
        .context("inventing a programme")?;
    let year = Year {
        programme,
        group,
        meetings,
        organiser: auth::link_for(&db, &Ids::Random, now, organiser).await?,
        facilitator: auth::link_for(&db, &Ids::Random, now, facilitator).await?,
        participant: auth::link_for(&db, &Ids::Random, now, participant).await?,
    };
    db.close().await;
    Ok(year)
}

struct Filler<'f, 't> {
    tx: &'f mut Tx<'t>,
    now: Timestamp,
}

impl Filler<'_, '_> {
    fn id(&self) -> anyhow::Result<String> {
        Ids::Random.id(self.now).context("making an id")
    }

    fn fill(&mut self, rooms: usize, people: usize) -> anyhow::Result<Vec<(MeetingId, Vec<PersonId>)>> {
        let programme = self.programme("open")?;
        (0..rooms)
            .map(|number| self.meeting(&programme, number, people))
            .collect()
    }

    fn programme(&mut self, kind: &str) -> anyhow::Result<ProgrammeId> {
        let organisation = OrganisationId(self.id()?);
        people::store::add_organisation(self.tx, &organisation, "Zorggroep Proef", "care", "Proefdorp")?;
        let programme = programmes::Programme {
            name: "Proef".to_owned(),
            kind: kind.to_owned(),
            state: "open".to_owned(),
            starts_on: "2026-01-01".to_owned(),
            ends_on: "2100-01-01".to_owned(),
            is_public: false,
            ..programmes::Programme::blank(ProgrammeId(self.id()?), organisation)
        };
        programmes::store::add(self.tx, &programme)?;
        Ok(programme.id)
    }

    fn groups(&mut self, count: usize, people: usize) -> anyhow::Result<(Vec<GroupId>, PersonId)> {
        let programme = self.programme("groups")?;
        let organiser = self.organiser(&programme)?;
        let mut made = Vec::new();
        for number in 0..count {
            let (group, _people) = self.group(&programme, number, people)?;
            made.push(group);
        }
        Ok((made, organiser))
    }

    fn organiser(&mut self, programme: &ProgrammeId) -> anyhow::Result<PersonId> {
        let organiser = self.person("organisator")?;
        self.member((programme, None), &organiser, "organiser")?;
        Ok(organiser)
    }

    /// A group; the first of its people leads it.
    fn group(
        &mut self,
        programme: &ProgrammeId,
        number: usize,
        people: usize,
    ) -> anyhow::Result<(GroupId, Vec<PersonId>)> {
        let group = GroupId(self.id()?);
        groups::store::add(self.tx, &group, programme, &format!("Groep {number}"))?;
        let mut all = Vec::new();
        for seat in 0..people {
            let person = self.person(&format!("p{number}-{seat}"))?;
            self.member((programme, Some(&group)), &person, role(seat))?;
            all.push(person);
        }
        Ok((group, all))
    }

    fn year(
        &mut self,
        groups: usize,
        people: usize,
    ) -> anyhow::Result<(ProgrammeId, GroupId, [MeetingId; 2], [PersonId; 3])> {
        let programme = self.programme("groups")?;
        let organiser = self.organiser(&programme)?;
        let mut newest = None;
        for number in 0..groups {
            let (group, list) = self.group(&programme, number, people)?;
            for person in &list {
                self.application(&programme, person)?;
            }
            let mut meetings = Vec::new();
            for week in (-HELD..0).chain(1..=COMING).map(|turn| turn * 6) {
                meetings.push(self.planned(&programme, &group, (number, week), &list)?);
            }
            newest = Some((group, meetings, list));
        }
        let (group, meetings, list) = newest.context("a programme without groups")?;
        let ends = [meetings.first(), meetings.last()].map(|meeting| meeting.cloned().context("no meetings"));
        let [first, final_one] = ends;
        let [facilitator, participant] =
            [list.first(), list.last()].map(|person| person.cloned().context("a group without people"));
        let people = [organiser, facilitator?, participant?];
        Ok((programme, group, [first?, final_one?], people))
    }

    /// A meeting so many weeks from now, on the hours of its group; everybody but one came to those that were held.
    fn planned(
        &mut self,
        programme: &ProgrammeId,
        group: &GroupId,
        (number, week): (usize, i32),
        list: &[PersonId],
    ) -> anyhow::Result<MeetingId> {
        let hours = i64::from(week) * 7 * 24 + i64::try_from(number % 100)?;
        let starts = self.now.checked_add(SignedDuration::from_hours(hours))?;
        let mut meeting = self.blank(programme, number, starts)?;
        meeting.group_id = Some(group.clone());
        let is_over = week < 0;
        if is_over {
            "held".clone_into(&mut meeting.state);
        }
        meetings::store::add(self.tx, &meeting, "Europe/Amsterdam")?;
        for (seat, person) in list.iter().enumerate() {
            let state = match (is_over, seat) {
                (false, _) => "expected",
                (true, 1) => "absent",
                (true, _) => "present",
            };
            meetings::store::add_attendance(self.tx, &meeting.id, person, role(seat), state)?;
        }
        if let (true, Some(owner)) = (is_over, list.get(2)) {
            let id = self.id()?;
            let text = ("Een vraag uit de praktijk", "Hoe pak ik dit aan?", "treated");
            cases::store::add(self.tx, &id, &meeting.id, owner, text)?;
        }
        Ok(meeting.id)
    }

    fn application(&mut self, programme: &ProgrammeId, person: &PersonId) -> anyhow::Result<()> {
        let application = enrolment::Application {
            id: ApplicationId(self.id()?),
            programme_id: programme.clone(),
            name: "Deelnemer".to_owned(),
            mail: format!("{person}@voorbeeld.kring.example"),
            language: "nl".to_owned(),
            answers: "[]".to_owned(),
            state: enrolment::State::Admitted,
            position: None,
            offer_until: None,
            person_id: Some(person.clone()),
            reason: None,
            applied_at: self.now.as_microsecond(),
        };
        enrolment::store::add(self.tx, &application, &person.0)?;
        Ok(())
    }

    fn member(
        &mut self,
        place: (&ProgrammeId, Option<&GroupId>),
        person: &PersonId,
        role: &str,
    ) -> anyhow::Result<()> {
        let id = self.id()?;
        groups::store::add_member(self.tx, &id, place, person, role, "2026-01-01")?;
        Ok(())
    }

    fn person(&mut self, name: &str) -> anyhow::Result<PersonId> {
        let person = Person {
            id: PersonId(self.id()?),
            name: format!("Deelnemer {name}"),
            mail: format!("{name}@voorbeeld.kring.example"),
        };
        people::store::add(self.tx, &person, "nl", self.now.as_microsecond())?;
        Ok(person.id)
    }

    /// A meeting of an hour and a half that is planned and made known; it is not stored yet.
    fn blank(
        &self,
        programme: &ProgrammeId,
        number: usize,
        starts: Timestamp,
    ) -> anyhow::Result<meetings::Meeting> {
        let block = PlannedBlock {
            method: "focusmethode".to_owned(),
            ..PlannedBlock::default()
        };
        let plan = Plan {
            title: format!("Proef {number}"),
            budget: Some(90 * 60),
            blocks: vec![block],
            ..Plan::default()
        };
        Ok(meetings::Meeting {
            id: MeetingId(self.id()?),
            programme_id: programme.clone(),
            programme: String::new(),
            accent: String::new(),
            group_id: None,
            group_name: None,
            title: plan.title.clone(),
            starts_at: starts.as_microsecond(),
            ends_at: starts
                .checked_add(SignedDuration::from_mins(90))?
                .as_microsecond(),
            place: None,
            online: None,
            plan: serde_json::to_string(&plan).context("writing a plan")?,
            state: "planned".to_owned(),
            published_at: Some(0),
        })
    }

    fn meeting(
        &mut self,
        programme: &ProgrammeId,
        number: usize,
        people: usize,
    ) -> anyhow::Result<(MeetingId, Vec<PersonId>)> {
        let meeting = self.blank(programme, number, self.now)?;
        meetings::store::add(self.tx, &meeting, "Europe/Amsterdam")?;
        let mut list = Vec::new();
        for seat in 0..people {
            let person = self.person(&format!("{number}-{seat}"))?;
            meetings::store::add_attendance(self.tx, &meeting.id, &person, role(seat), "expected")?;
            list.push(person);
        }
        if let Some(owner) = list.get(1) {
            let text = ("Een vraag uit de praktijk", "Hoe pak ik dit aan?", "ready");
            let id = self.id()?;
            cases::store::add(self.tx, &id, &meeting.id, owner, text)?;
        }
        Ok((meeting.id, list))
    }
}

/// The first one leads.
const fn role(seat: usize) -> &'static str {
    if seat == 0 { "facilitator" } else { "participant" }
}
