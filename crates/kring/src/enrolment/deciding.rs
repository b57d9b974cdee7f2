//! What becomes of an application, written down with everything that follows from it: who takes part, who moves up, and the mails.

use std::collections::BTreeSet;

use ::store::Tx;
use anyhow::Context as _;
use jiff::Timestamp;
use ui::locale;

use super::letters::{self, Links, News};
use super::questions::{Becomes, Kind};
use super::rules::State;
use super::{Application, store};
use crate::app::App;
use crate::auth::Token;
use crate::clock::Ids;
use crate::id::{ApplicationId, OrganisationId, PersonId, ProgrammeId};
use crate::people::{self, Person, Told};
use crate::places::{Places, Queue, Step, settle};
use crate::post::{self, Addressee, Along, Class, Mail};
use crate::programmes::{self, Programme};
use crate::{calendar, groups};

/// What deciding needs beside the transaction.
#[derive(Clone)]
pub(super) struct Desk {
    ids: Ids,
    now: Timestamp,
    /// How people reach Kring.
    address: String,
}

impl Desk {
    pub(super) fn of(app: &App) -> Self {
        Self {
            ids: app.ids.clone(),
            now: app.clock.now(),
            address: app.config.address.clone(),
        }
    }

    fn today(&self) -> String {
        locale::local(self.now).date().to_string()
    }

    fn micros(&self) -> i64 {
        self.now.as_microsecond()
    }

    /// Mails somebody what became of their application, with a link of its own.
    pub(super) fn tell(
        &self,
        tx: &mut Tx<'_>,
        programme: &Programme,
        application: &Application,
        news: News<'_>,
    ) -> anyhow::Result<()> {
        let token = Token::fresh(&self.ids)?;
        store::add_link(tx, &token.hash(), &application.id)?;
        let own = format!("{}/applications/{token}", self.address);
        let links = Links {
            address: &self.address,
            own: &own,
        };
        let letters::Text { subject, text } = letters::letter(programme, application, news, &links);
        let mail = Mail {
            id: Mail::id(&self.ids, self.now)?,
            key: format!("application/{}/{}/{}", application.id, news.word(), self.micros()),
            to: Addressee {
                person: application.person_id.clone(),
                address: application.mail.clone(),
                language: application.language(),
            },
            subject,
            text,
            about: news.word(),
            class: Class::InTurn,
            is_decoy: false,
            due: self.now,
            until: None,
        };
        let along = Along {
            programme: Some(programme.id.clone()),
            calendar: None,
        };
        post::store::enqueue_with(tx, &mail, &along, self.micros())?;
        Ok(())
    }

    /// Admits somebody: to a place, or behind those who wait for one.
    pub(super) fn admit(
        &self,
        tx: &mut Tx<'_>,
        programme: &Programme,
        application: Application,
        note: Option<&str>,
    ) -> anyhow::Result<()> {
        let (places, queue) = self.places(tx, programme)?;
        let application = Application {
            reason: note.map(ToOwned::to_owned),
            ..application
        };
        if queue.has_room(places) {
            return self.take_in(tx, programme, application, note);
        }
        let waiting = Application {
            state: State::Waiting,
            position: Some(store::last_position(tx, &programme.id)? + 1),
            ..application
        };
        store::change(tx, &waiting, self.micros())?;
        let ahead = i64::try_from(queue.waiting.len()).unwrap_or(i64::MAX);
        self.tell(tx, programme, &waiting, News::Waiting(note, ahead))
    }

    /// Makes somebody a participant.
    pub(super) fn take_in(
        &self,
        tx: &mut Tx<'_>,
        programme: &Programme,
        application: Application,
        note: Option<&str>,
    ) -> anyhow::Result<()> {
        let person = self.person(tx, &application)?;
        let today = self.today();
        let roles = programmes::store::roles_of(tx, &programme.id, &person, &today)?;
        if !roles.iter().any(|role| role == "participant") {
            let id = self.ids.id(self.now)?;
            groups::store::add_member(tx, &id, (&programme.id, None), &person, "participant", &today)?;
        }
        let admitted = Application {
            state: State::Admitted,
            position: None,
            offer_until: None,
            person_id: Some(person),
            ..application
        };
        store::change(tx, &admitted, self.micros())?;
        self.tell(tx, programme, &admitted, News::Admitted(note))
    }

    /// Who it is: somebody Kring knows by this address, or somebody new. What they answered fills what they have not told before.
    fn person(&self, tx: &mut Tx<'_>, application: &Application) -> anyhow::Result<PersonId> {
        let person = self.known_or_new(tx, application)?;
        let (mut told, mut job, mut work) = (Told::default(), String::new(), None);
        for answer in application.answered() {
            let first = answer.values.first().cloned();
            match answer.becomes {
                Becomes::Job => job = first.clone().unwrap_or_default(),
                Becomes::Region => told.region.clone_from(&first),
                Becomes::WorksSince => told.works_since = first.as_deref().and_then(|year| year.parse().ok()),
                Becomes::Wishes => told.wishes.clone_from(&first),
                Becomes::Nothing => {}
            }
            match (answer.kind, answer.values.as_slice()) {
                (Kind::Organisation, _) => work = first,
                (Kind::HalfDays, days) => told.free = days.to_vec(),
                (Kind::Register, [register, number]) => {
                    told.registrations.push((register.clone(), number.clone()));
                }
                _ => {}
            }
        }
        people::store::fill_in(tx, &person, &told)?;
        if let Some(name) = work {
            let fresh = OrganisationId(self.ids.id(self.now)?);
            let organisation = people::store::practice_named(tx, &name, &fresh)?;
            people::store::add_position(tx, &person, &organisation, &job)?;
        }
        Ok(person)
    }

    /// Tells somebody that they cannot take part, and why. Whoever waits moves up when a place was kept for them.
    pub(super) fn refuse(
        &self,
        tx: &mut Tx<'_>,
        programme: &Programme,
        application: Application,
        reason: &str,
    ) -> anyhow::Result<()> {
        let refused = Application {
            state: State::Refused,
            position: None,
            offer_until: None,
            reason: Some(reason.to_owned()),
            ..application
        };
        store::change(tx, &refused, self.micros())?;
        self.tell(tx, programme, &refused, News::Refused(reason))?;
        self.settle(tx, programme)
    }

    fn known_or_new(&self, tx: &mut Tx<'_>, application: &Application) -> anyhow::Result<PersonId> {
        if let Some(known) = people::store::by_mail(tx, &application.mail)? {
            return Ok(known.id);
        }
        let person = Person {
            id: PersonId(self.ids.id(self.now)?),
            name: application.name.clone(),
            mail: application.mail.clone(),
        };
        people::store::add(tx, &person, &application.language, self.micros())?;
        Ok(person.id)
    }

    /// Somebody takes their application back, or leaves. Whoever waits moves up.
    pub(super) fn withdraw(
        &self,
        tx: &mut Tx<'_>,
        programme: &Programme,
        application: Application,
    ) -> anyhow::Result<()> {
        if let Some(person) = application
            .person_id
            .as_ref()
            .filter(|_| application.state == State::Admitted)
        {
            self.end(tx, programme, person)?;
        }
        let withdrawn = Application {
            state: State::Withdrawn,
            position: None,
            offer_until: None,
            ..application
        };
        store::change(tx, &withdrawn, self.micros())?;
        self.tell(tx, programme, &withdrawn, News::Withdrawn)?;
        self.settle(tx, programme)
    }

    /// Somebody takes part no longer, from now on. What they said in meetings that were stays where it is.
    pub(super) fn end(
        &self,
        tx: &mut Tx<'_>,
        programme: &Programme,
        person: &PersonId,
    ) -> anyhow::Result<()> {
        let yesterday = locale::local(self.now).date().yesterday()?.to_string();
        groups::store::end_membership(tx, &programme.id, person, "participant", &yesterday)?;
        calendar::leave(tx, (&programme.id, None), person, self.micros())?;
        Ok(())
    }

    /// Sees to it that nobody waits while a place is free. Call it after every change about places, in its transaction.
    pub(super) fn settle(&self, tx: &mut Tx<'_>, programme: &Programme) -> anyhow::Result<()> {
        let (places, queue) = self.places(tx, programme)?;
        for step in settle(places, &queue, self.now) {
            self.step(tx, programme, &step)?;
        }
        Ok(())
    }

    fn step(&self, tx: &mut Tx<'_>, programme: &Programme, step: &Step) -> anyhow::Result<()> {
        let (Step::Lapse(id) | Step::Admit(id) | Step::Offer(id, _)) = step;
        let application = store::find(tx, &programme.id, &ApplicationId(id.clone()))?
            .context("an application that has just been read")?;
        let left = Application {
            position: None,
            offer_until: None,
            ..application
        };
        match step {
            Step::Admit(_) => self.take_in(tx, programme, left, None),
            Step::Lapse(_) => {
                let lapsed = Application {
                    state: State::Lapsed,
                    ..left
                };
                store::change(tx, &lapsed, self.micros())?;
                self.tell(tx, programme, &lapsed, News::Lapsed)
            }
            Step::Offer(_, until) => {
                let offered = Application {
                    state: State::Offered,
                    offer_until: Some(*until),
                    ..left
                };
                store::change(tx, &offered, self.micros())?;
                let until = Timestamp::from_microsecond(*until)?;
                self.tell(tx, programme, &offered, News::Offered(until))
            }
        }
    }

    /// How many places there are, who has them, and who waits.
    pub(super) fn places(&self, tx: &mut Tx<'_>, programme: &Programme) -> anyhow::Result<(Places, Queue)> {
        let enrolment = store::enrolment(tx, &programme.id)?;
        let members = store::members(tx, &programme.id, &self.today())?;
        let mut queue = Queue {
            members: usize::try_from(members).unwrap_or(0),
            ..Queue::default()
        };
        for application in store::unsettled(tx, &programme.id)? {
            match application.state {
                State::Offered => queue
                    .offered
                    .push((application.id.0, application.offer_until.unwrap_or_default())),
                State::Waiting => queue.waiting.push(application.id.0),
                _ => {}
            }
        }
        let capacity = programme
            .capacity
            .map(|capacity| usize::try_from(capacity).unwrap_or(0));
        let places = Places {
            capacity,
            manner: enrolment.manner,
        };
        Ok((places, queue))
    }
}

/// Offers that nobody took go to whoever is next. The server does this every few minutes.
///
/// # Errors
/// When the database does not answer.
pub(crate) async fn settle_lapsed(app: &App) -> anyhow::Result<()> {
    let now = app.clock.now().as_microsecond();
    let programmes = app
        .db
        .read(move |tx| store::with_lapsed_offers(tx, now))
        .await
        .context("looking for offers that nobody took")?;
    let once: BTreeSet<ProgrammeId> = programmes.into_iter().collect();
    for id in once {
        let desk = Desk::of(app);
        app.db
            .write(move |tx| match programmes::store::find(tx, &id)? {
                Some(programme) => desk.settle(tx, &programme),
                None => Ok(()),
            })
            .await
            .context("passing on a place that nobody took")?;
    }
    Ok(())
}
