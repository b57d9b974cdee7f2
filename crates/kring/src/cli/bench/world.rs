//! Invented meetings that go on now, with people who may come in.

use anyhow::Context as _;
use jiff::{SignedDuration, Timestamp};
use session::compile::{Plan, PlannedBlock};
use store::{Db, Tx};

use crate::auth;
use crate::clock::{Clock, Ids};
use crate::config::Config;
use crate::id::{GroupId, MeetingId, OrganisationId, PersonId, ProgrammeId};
use crate::people::Person;
use crate::{cases, groups, meetings, people, programmes};

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
        let organiser = self.person("organisator")?;
        self.member((&programme, None), &organiser, "organiser")?;
        let mut made = Vec::new();
        for number in 0..count {
            let group = GroupId(self.id()?);
            groups::store::add(self.tx, &group, &programme, &format!("Groep {number}"))?;
            for seat in 0..people {
                let person = self.person(&format!("p{number}-{seat}"))?;
                let role = if seat == 0 { "facilitator" } else { "participant" };
                self.member((&programme, Some(&group)), &person, role)?;
            }
            made.push(group);
        }
        Ok((made, organiser))
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

    fn meeting(
        &mut self,
        programme: &ProgrammeId,
        number: usize,
        people: usize,
    ) -> anyhow::Result<(MeetingId, Vec<PersonId>)> {
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
        let meeting = meetings::Meeting {
            id: MeetingId(self.id()?),
            programme_id: programme.clone(),
            programme: String::new(),
            accent: String::new(),
            group_id: None,
            group_name: None,
            title: plan.title.clone(),
            starts_at: self.now.as_microsecond(),
            ends_at: self
                .now
                .checked_add(SignedDuration::from_mins(90))?
                .as_microsecond(),
            place: None,
            online: None,
            plan: serde_json::to_string(&plan).context("writing a plan")?,
            state: "planned".to_owned(),
            published_at: Some(0),
        };
        meetings::store::add(self.tx, &meeting, "Europe/Amsterdam")?;
        let mut list = Vec::new();
        for seat in 0..people {
            let person = self.person(&format!("{number}-{seat}"))?;
            let role = if seat == 0 { "facilitator" } else { "participant" };
            meetings::store::add_attendance(self.tx, &meeting.id, &person, role, "expected")?;
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
