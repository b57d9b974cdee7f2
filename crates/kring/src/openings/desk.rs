//! Giving out the places of open meetings, written down with everything that follows from it: who comes, who moves up, and the mails.
//!
//! Who has a place stands on the list of the meeting, and nowhere else: the places that are taken are counted there. Whatever changes
//! the number of free places ends with [`Desk::settle`], in its transaction.

use ::store::Tx;
use anyhow::Context as _;
use jiff::Timestamp;

use super::letters::{self, Links, News};
use super::rules::{PATIENCE, State, is_ahead};
use super::{Opening, SignUp, store};
use crate::app::App;
use crate::auth::Token;
use crate::calendar::{self, Because, Change, Details, Host};
use crate::id::{MeetingId, OrganisationId, PersonId, SignUpId};
use crate::people::{self, Person};
use crate::places::{Manner, Places, Queue, Step, settle as steps};
use crate::post::{self, Addressee, Along, Class, Mail};

/// Whoever gives out places.
#[derive(Clone)]
pub(crate) struct Desk {
    app: App,
    now: Timestamp,
}

impl Host for Desk {
    fn has_given(tx: &mut Tx<'_>, meeting: &MeetingId, person: &PersonId) -> Result<bool, ::store::Error> {
        store::has_given(tx, meeting, person)
    }

    fn take_back(app: &App, tx: &mut Tx<'_>, meeting: &MeetingId, person: &PersonId) -> anyhow::Result<()> {
        let Some(opening) = store::find(tx, meeting)? else {
            return Ok(());
        };
        match store::of_person(tx, meeting, person)? {
            Some(sign_up) => Self::of(app).let_go(tx, &opening, &sign_up),
            None => Ok(()),
        }
    }

    fn tell_waiting(app: &App, tx: &mut Tx<'_>, meeting: &Details, change: Change<'_>) -> anyhow::Result<()> {
        let Some(opening) = store::find(tx, &meeting.id)? else {
            return Ok(());
        };
        let desk = Self::of(app);
        let news = match change {
            Change::Moved => News::Moved,
            Change::CalledOff(because) => News::CalledOff(because),
        };
        for sign_up in store::of_meeting(tx, &meeting.id)? {
            if sign_up.state == State::Waiting {
                desk.tell(tx, &opening, &sign_up, news)?;
            }
        }
        Ok(())
    }
}

impl Desk {
    pub(super) fn of(app: &App) -> Self {
        Self {
            app: app.clone(),
            now: app.clock.now(),
        }
    }

    fn micros(&self) -> i64 {
        self.now.as_microsecond()
    }

    /// Mails somebody how it stands, with a link of its own.
    pub(super) fn tell(
        &self,
        tx: &mut Tx<'_>,
        opening: &Opening,
        sign_up: &SignUp,
        news: News<'_>,
    ) -> anyhow::Result<()> {
        let app = &self.app;
        let token = Token::fresh(&app.ids)?;
        // Who never signed up has no page of that.
        if news != News::Listed {
            store::add_link(tx, &token.hash(), &sign_up.id)?;
        }
        let links = Links {
            address: &app.config.address,
            own: &format!("{}/sign-ups/{token}", app.config.address),
        };
        let letters::Text { subject, text } = letters::letter(opening, sign_up, news, &links);
        let mail = Mail {
            id: Mail::id(&app.ids, self.now)?,
            key: format!("sign-up/{}/{}/{}", sign_up.id, news.word(), self.micros()),
            to: Addressee {
                person: sign_up.person_id.clone(),
                address: sign_up.mail.clone(),
                language: sign_up.language(),
            },
            subject,
            text,
            about: news.word(),
            class: Class::InTurn,
            is_decoy: false,
            due: self.now,
            until: Some(opening.meeting.ends()),
        };
        let along = Along {
            programme: Some(opening.programme.id.clone()),
            calendar: None,
        };
        post::store::enqueue_with(tx, &mail, &along, self.micros())?;
        Ok(())
    }

    /// Somebody wants to come, and only says so: the mail decides. It tells whoever stands on the list already that they do.
    pub(super) fn ask(
        &self,
        tx: &mut Tx<'_>,
        opening: &Opening,
        sign_up: &SignUp,
        form_key: &str,
    ) -> anyhow::Result<()> {
        if store::was_sent(tx, form_key)? {
            return Ok(());
        }
        let meeting = &opening.meeting.id;
        if let Some(before) = store::standing(tx, meeting, &sign_up.mail)? {
            let news = match before.state {
                State::Asked => News::Asked,
                _ => News::Again,
            };
            return self.tell(tx, opening, &before, news);
        }
        if is_listed(tx, meeting, &sign_up.mail)? {
            return self.tell(tx, opening, sign_up, News::Listed);
        }
        if store::add(tx, sign_up, form_key)? {
            self.tell(tx, opening, sign_up, News::Asked)?;
        }
        Ok(())
    }

    /// Gives somebody who confirmed a place, or puts them behind those who wait for one.
    pub(super) fn admit(&self, tx: &mut Tx<'_>, opening: &Opening, sign_up: SignUp) -> anyhow::Result<()> {
        let person = self.person(tx, &sign_up)?;
        let meeting = &opening.meeting.id;
        let confirmed = SignUp {
            person_id: Some(person.clone()),
            ..sign_up
        };
        match store::listed(tx, meeting, &person)? {
            // They said no before they signed up, and are let in like everybody else.
            Some((_, state)) if state == "declined" => {
                calendar::take_off(&self.app, tx, (meeting, &person))?;
            }
            Some(_) => return self.put(tx, confirmed, State::Coming, None),
            None => {}
        }
        let (places, queue) = places(tx, opening)?;
        if queue.has_room(places) {
            return self.seat(tx, confirmed, Because::SignedUp);
        }
        let last = store::last_position(tx, meeting)?;
        self.put(tx, confirmed.clone(), State::Waiting, Some(last + 1))?;
        let ahead = i64::try_from(queue.waiting.len()).unwrap_or(i64::MAX);
        self.tell(tx, opening, &confirmed, News::Waiting(ahead))
    }

    fn put(
        &self,
        tx: &mut Tx<'_>,
        sign_up: SignUp,
        state: State,
        position: Option<i64>,
    ) -> anyhow::Result<()> {
        let standing = SignUp {
            state,
            position,
            ..sign_up
        };
        store::put(tx, &standing, self.micros())?;
        Ok(())
    }

    fn seat(&self, tx: &mut Tx<'_>, sign_up: SignUp, because: Because) -> anyhow::Result<()> {
        let person = sign_up
            .person_id
            .clone()
            .context("a place for somebody who never confirmed")?;
        let meeting = sign_up.meeting_id.clone();
        self.put(tx, sign_up, State::Coming, None)?;
        calendar::take_on(&self.app, tx, (&meeting, &person), because)
    }

    /// Who it is: somebody Kring knows by this address, or somebody new.
    fn person(&self, tx: &mut Tx<'_>, sign_up: &SignUp) -> anyhow::Result<PersonId> {
        let ids = &self.app.ids;
        let fresh = Person {
            id: PersonId(ids.id(self.now)?),
            name: sign_up.name.clone(),
            mail: sign_up.mail.clone(),
        };
        let person = people::store::known_or_new(tx, &fresh, &sign_up.language, self.micros())?;
        if let Some(name) = &sign_up.organisation {
            let fresh = OrganisationId(ids.id(self.now)?);
            let organisation = people::store::practice_named(tx, name, &fresh)?;
            people::store::add_position(tx, &person, &organisation, "")?;
        }
        Ok(person)
    }

    /// Somebody does not come after all, or is taken off the list. Whoever waits moves up.
    pub(super) fn let_go(&self, tx: &mut Tx<'_>, opening: &Opening, sign_up: &SignUp) -> anyhow::Result<()> {
        let before = sign_up.state;
        if before == State::Gone {
            return Ok(());
        }
        self.put(tx, sign_up.clone(), State::Gone, None)?;
        match (before, &sign_up.person_id) {
            (State::Waiting, _) => self.tell(tx, opening, sign_up, News::Off)?,
            (State::Coming, Some(person)) => {
                calendar::take_off(&self.app, tx, (&opening.meeting.id, person))?;
            }
            _ => {}
        }
        self.settle(tx, opening)
    }

    /// Sees to it that nobody waits while a place is free, as long as the meeting is to come. Call it after every change about places,
    /// in its transaction.
    pub(super) fn settle(&self, tx: &mut Tx<'_>, opening: &Opening) -> anyhow::Result<()> {
        if !is_ahead(&opening.meeting, self.now) {
            return Ok(());
        }
        let (places, queue) = places(tx, opening)?;
        for step in steps(places, &queue, self.now) {
            // Places are given here, never offered: nothing lapses.
            let (Step::Lapse(id) | Step::Admit(id) | Step::Offer(id, _)) = step;
            let sign_up = store::sign_up(tx, &opening.meeting.id, &SignUpId(id))?;
            let sign_up = sign_up.context("somebody who waited a moment ago")?;
            self.seat(tx, sign_up, Because::MovedUp)?;
        }
        Ok(())
    }
}

/// Whether somebody of this address comes already, such as whoever leads.
fn is_listed(tx: &mut Tx<'_>, meeting: &MeetingId, mail: &str) -> anyhow::Result<bool> {
    let Some(known) = people::store::by_mail(tx, mail)? else {
        return Ok(false);
    };
    let listed = store::listed(tx, meeting, &known.id)?;
    Ok(listed.is_some_and(|(_, state)| state != "declined"))
}

/// How many places there are, who has them, and who waits. Read anew: the opening may have been loaded before the transaction.
fn places(tx: &mut Tx<'_>, opening: &Opening) -> anyhow::Result<(Places, Queue)> {
    let meeting = &opening.meeting.id;
    let invitation = store::invitation(tx, meeting)?.context("a meeting nobody can sign up for")?;
    let waiting = store::of_meeting(tx, meeting)?;
    let waiting = waiting.into_iter().filter(|one| one.state == State::Waiting);
    let places = Places {
        capacity: invitation
            .capacity
            .map(|capacity| usize::try_from(capacity).unwrap_or(0)),
        manner: Manner::Promote,
    };
    let queue = Queue {
        members: usize::try_from(invitation.taken).unwrap_or(0),
        offered: Vec::new(),
        waiting: waiting.map(|one| one.id.0).collect(),
    };
    Ok((places, queue))
}

/// Lets those who wait have the places of people who left in another way than by signing off, and forgets who never confirmed. The
/// server does this every few minutes.
///
/// # Errors
/// When the database does not answer.
pub(crate) async fn settle(app: &App) -> anyhow::Result<()> {
    let now = app.clock.now();
    let meetings = app
        .db
        .read(move |tx| store::to_settle(tx, now.as_microsecond()))
        .await
        .context("looking for open meetings with people who wait")?;
    for id in meetings {
        let desk = Desk::of(app);
        app.db
            .write(move |tx| {
                store::note_gone(tx, &id, now.as_microsecond())?;
                match store::find(tx, &id)? {
                    Some(opening) => desk.settle(tx, &opening),
                    None => Ok(()),
                }
            })
            .await
            .context("passing on places of an open meeting")?;
    }
    let before = now.checked_sub(PATIENCE).unwrap_or(now).as_microsecond();
    app.db
        .write(move |tx| store::forget_unconfirmed(tx, before))
        .await
        .context("forgetting who never confirmed")
}
