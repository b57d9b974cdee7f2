//! Carrying out a list: all of it or nothing, in one transaction, with the mails that follow from it.

use std::collections::BTreeMap;

use ::store::{Error, Tx};
use anyhow::Context as _;
use jiff::{Span, Timestamp};
use ui::locale;

use super::entries::Entry;
use super::known::Known;
use super::lines::{Line, Seat, Step};
use super::rules;
use super::{Circle, Role, store};
use crate::app::App;
use crate::id::{GroupId, OrganisationId, PersonId};
use crate::people::{self, Person};
use crate::placing::{self, Placed, Seated, When};
use crate::post::Mail;
use crate::programmes::Programme;
use crate::{calendar, groups};

/// A list that somebody posted.
pub(super) struct Asked {
    pub(super) entries: Vec<Entry>,
    /// Make the groups that do not exist.
    pub(super) makes_groups: bool,
    /// Mail people where they have a place.
    pub(super) tells: bool,
}

/// What was done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Done {
    /// People who are new in the programme.
    pub(super) joined: usize,
    /// Seats that were given.
    pub(super) seated: usize,
    /// Rows that changed nothing.
    pub(super) unchanged: usize,
}

/// What would happen now.
pub(super) async fn preview(app: &App, programme: &Programme, asked: Asked) -> anyhow::Result<Vec<Line>> {
    let today = locale::local(app.clock.now()).date().to_string();
    let id = programme.id.clone();
    let known = app
        .db
        .read(move |tx| known(tx, &id, &today))
        .await
        .context("looking who is where")?;
    Ok(rules::plan(asked.entries, &known, asked.makes_groups))
}

fn known(tx: &mut Tx<'_>, programme: &crate::id::ProgrammeId, today: &str) -> Result<Known, Error> {
    let circles = store::circles(tx, programme)?;
    Ok(Known::of(circles, store::places(tx, programme, today)?))
}

/// Does it. When anything is wrong with any row, nothing happens, and every row comes back with what is wrong.
pub(super) async fn carry(
    app: &App,
    programme: &Programme,
    asked: Asked,
) -> anyhow::Result<Result<Done, Vec<Line>>> {
    let now = app.clock.now();
    let today = locale::local(now).date();
    let yesterday = today.checked_sub(Span::new().days(1))?.to_string();
    let today = today.to_string();
    let mut ids = Vec::new();
    for _ in &asked.entries {
        ids.push(Fresh::new(app, now)?);
    }
    let (programme, address) = (programme.clone(), app.config.address.clone());
    let done = app
        .db
        .write(move |tx| {
            let known = known(tx, &programme.id, &today)?;
            let lines = rules::plan(asked.entries.clone(), &known, asked.makes_groups);
            if lines.iter().any(|line| !line.faults.is_empty()) {
                return Ok(Err(lines));
            }
            let when = When {
                today: &today,
                yesterday: &yesterday,
                now: now.as_microsecond(),
            };
            let mut work = Work::new(&programme, when);
            for (line, fresh) in lines.iter().zip(&ids) {
                work.line(tx, line, fresh)?;
            }
            if asked.tells {
                work.tell(tx, &address, now)?;
            }
            Ok::<_, Error>(Ok(work.done))
        })
        .await
        .context("carrying out a list")?;
    if done.is_ok() {
        calendar::catch_up(app).await?;
    }
    Ok(done)
}

/// Ids for everything that a row can make. A write may run twice, so they are made before.
struct Fresh {
    person: PersonId,
    membership: String,
    seat: String,
    group: GroupId,
    organisation: OrganisationId,
    mail: String,
}

impl Fresh {
    fn new(app: &App, now: Timestamp) -> anyhow::Result<Self> {
        Ok(Self {
            person: PersonId(app.ids.id(now)?),
            membership: app.ids.id(now)?,
            seat: app.ids.id(now)?,
            group: GroupId(app.ids.id(now)?),
            organisation: OrganisationId(app.ids.id(now)?),
            mail: Mail::id(&app.ids, now)?,
        })
    }
}

/// A new place, which somebody is to hear of.
struct News {
    circle: Option<Circle>,
    role: Role,
    mail: String,
}

/// A list that is being carried out.
struct Work<'a> {
    programme: &'a Programme,
    when: When<'a>,
    /// Groups that were made, by the name as it is compared.
    made: BTreeMap<String, Circle>,
    news: BTreeMap<PersonId, Vec<News>>,
    done: Done,
}

impl<'a> Work<'a> {
    fn new(programme: &'a Programme, when: When<'a>) -> Self {
        Self {
            programme,
            when,
            made: BTreeMap::new(),
            news: BTreeMap::new(),
            done: Done::default(),
        }
    }

    fn line(&mut self, tx: &mut Tx<'_>, line: &Line, fresh: &Fresh) -> Result<(), Error> {
        if line.steps.is_empty() {
            self.done.unchanged += 1;
            return Ok(());
        }
        let entry = &line.entry;
        let person = Person {
            id: fresh.person.clone(),
            name: entry.name.clone(),
            mail: entry.mail.clone(),
        };
        let language = entry.language.unwrap_or("nl");
        let person = people::store::known_or_new(tx, &person, language, self.when.now)?;
        for step in &line.steps {
            match step {
                Step::Joins => self.join(tx, &person, fresh)?,
                Step::Leads => self.lead(tx, &person, fresh)?,
                Step::Sits(seat) => self.sit(tx, (&person, entry.role), seat, fresh)?,
                Step::Works => work_at(tx, &person, entry, fresh)?,
            }
        }
        Ok(())
    }

    fn join(&mut self, tx: &mut Tx<'_>, person: &PersonId, fresh: &Fresh) -> Result<(), Error> {
        let ids = (fresh.membership.as_str(), self.when.today);
        if placing::join(tx, &self.programme.id, person, ids)? {
            self.done.joined += 1;
            self.hear(person, None, Role::Participant, fresh);
        }
        Ok(())
    }

    fn lead(&mut self, tx: &mut Tx<'_>, person: &PersonId, fresh: &Fresh) -> Result<(), Error> {
        let (place, today) = ((&self.programme.id, None), self.when.today);
        let role = Role::Facilitator;
        groups::store::add_member(tx, &fresh.membership, place, person, role.code(), today)?;
        self.done.joined += 1;
        self.hear(person, None, role, fresh);
        Ok(())
    }

    fn sit(
        &mut self,
        tx: &mut Tx<'_>,
        (person, role): (&PersonId, Role),
        seat: &Seat,
        fresh: &Fresh,
    ) -> Result<(), Error> {
        let circle = match seat {
            Seat::In(circle) => circle.clone(),
            Seat::New(name) => self.make(tx, name, fresh)?,
        };
        let goal = Some((&circle.id, role.code()));
        let ids = (fresh.membership.as_str(), fresh.seat.as_str());
        if placing::move_one(tx, &self.programme.id, (person, goal), ids, self.when)? {
            self.done.seated += 1;
            self.hear(person, Some(circle), role, fresh);
        }
        Ok(())
    }

    /// The group with this name, which the first row that names it makes.
    fn make(&mut self, tx: &mut Tx<'_>, name: &str, fresh: &Fresh) -> Result<Circle, Error> {
        let key = name.to_lowercase();
        if let Some(made) = self.made.get(&key) {
            return Ok(made.clone());
        }
        placing::store::add_group(tx, &fresh.group, &self.programme.id, name)?;
        let circle = Circle {
            id: fresh.group.clone(),
            name: name.to_owned(),
        };
        self.made.insert(key, circle.clone());
        Ok(circle)
    }

    fn hear(&mut self, person: &PersonId, circle: Option<Circle>, role: Role, fresh: &Fresh) {
        self.news.entry(person.clone()).or_default().push(News {
            circle,
            role,
            mail: fresh.mail.clone(),
        });
    }

    /// Mails everybody about their group; about the programme only who is in no group. Last, when it is known who leads.
    fn tell(&self, tx: &mut Tx<'_>, address: &str, now: Timestamp) -> Result<(), Error> {
        let ids: Vec<PersonId> = self.news.keys().cloned().collect();
        let mut leaders: BTreeMap<GroupId, Vec<String>> = BTreeMap::new();
        let mut mails = Vec::new();
        for person in people::store::readers(tx, &ids)? {
            let news = self.news.get(&person.id).map(Vec::as_slice).unwrap_or_default();
            let is_seated = news.iter().any(|one| one.circle.is_some());
            for one in news.iter().filter(|one| one.circle.is_some() || !is_seated) {
                let leaders = match &one.circle {
                    Some(circle) => self.leaders(tx, circle, &mut leaders)?,
                    None => Vec::new(),
                };
                let seated = Seated {
                    programme: self.programme,
                    group: one
                        .circle
                        .as_ref()
                        .map(|circle| (&circle.id, circle.name.as_str())),
                    role: one.role.code(),
                };
                let placed = Placed {
                    person: person.clone(),
                    leaders,
                };
                mails.push(placing::mail(address, seated, &placed, (one.mail.clone(), now)));
            }
        }
        placing::put_out(tx, &self.programme.id, &mails, self.when.now)
    }

    /// Names of who leads a group; each group is asked for once.
    fn leaders(
        &self,
        tx: &mut Tx<'_>,
        circle: &Circle,
        known: &mut BTreeMap<GroupId, Vec<String>>,
    ) -> Result<Vec<String>, Error> {
        if let Some(names) = known.get(&circle.id) {
            return Ok(names.clone());
        }
        let names = placing::store::leaders(tx, &circle.id, self.when.today)?;
        known.insert(circle.id.clone(), names.clone());
        Ok(names)
    }
}

/// Notes where somebody works, when nobody has yet: what they told themselves is not changed by a list.
fn work_at(tx: &mut Tx<'_>, person: &PersonId, entry: &Entry, fresh: &Fresh) -> Result<(), Error> {
    if store::count_positions(tx, person)? == 0 {
        let organisation = people::store::practice_named(tx, &entry.organisation, &fresh.organisation)?;
        people::store::add_position(tx, person, &organisation, &entry.job)?;
    }
    Ok(())
}
