//! Answering: from a mail without signing in, or on the page of the poll.
//!
//! Opening the link changes nothing, because mail scanners open links; the button does. Answers can be changed until the last day.

use anyhow::Context as _;
use axum::extract::State;
use axum::response::{IntoResponse as _, Redirect, Response};
use ui::{Problems, locale};

use super::pages::{self, Access};
use super::rules::{self, Answers};
use super::store::{self, Loaded};
use super::telling::{Telling, complete, reminders_of};
use super::views::{self, Form as Answering};
use crate::app::App;
use crate::auth::{Person, Token};
use crate::error::Answer;
use crate::id::{PersonId, PollId};
use crate::people;
use crate::web::{Form, Html, Path, Posted, Visitor};

/// What somebody needs to answer: the poll, and what is known about their time.
pub(super) struct Answerer {
    pub(super) loaded: Loaded,
    pub(super) person: PersonId,
    pub(super) name: String,
    /// Half days on which they said to be free.
    free: Vec<String>,
    /// Begin and end of other meetings.
    busy: Vec<(i64, i64)>,
}

impl Answerer {
    /// Whether they answered before.
    pub(super) fn answered_at(&self) -> Option<i64> {
        let asked = self
            .loaded
            .asked
            .iter()
            .find(|asked| asked.person_id == self.person);
        asked.and_then(|asked| asked.answered_at)
    }

    /// Whether another meeting is in the way of a day.
    pub(super) fn is_busy(&self, day: &super::Day) -> bool {
        let ends = self.loaded.poll.end_of(day.starts()).as_microsecond();
        self.busy
            .iter()
            .any(|(from, until)| *from < ends && *until > day.starts_at)
    }

    /// Whether something stands in the form because they said once when they are free.
    pub(super) fn is_prefilled(&self) -> bool {
        self.answered_at().is_none()
            && self
                .loaded
                .days
                .iter()
                .any(|day| !rules::known(day.starts(), &self.free, self.is_busy(day)).is_empty())
    }

    /// The form as it stands before they change anything.
    pub(super) fn as_posted(&self) -> Posted {
        let answered = self.answered_at().is_some();
        let mine = |day: &super::Day| {
            let said = self.loaded.said.iter();
            let mut said = said.filter(|said| said.person_id == self.person);
            said.find(|said| said.day_id == day.id)
                .map_or("", |said| said.answer.as_str())
        };
        let remark = self
            .loaded
            .asked
            .iter()
            .find(|asked| asked.person_id == self.person);
        let remark = remark
            .and_then(|asked| asked.remark.clone())
            .map(|remark| ("remark".to_owned(), remark));
        self.loaded
            .days
            .iter()
            .map(|day| {
                let answer = if answered {
                    mine(day)
                } else {
                    rules::known(day.starts(), &self.free, self.is_busy(day))
                };
                (rules::answer_field(day), answer.to_owned())
            })
            .chain(remark)
            .collect()
    }
}

/// Loads what somebody needs to answer; `None` when there is no such poll or person.
pub(super) async fn answerer(app: &App, poll: PollId, person: PersonId) -> anyhow::Result<Option<Answerer>> {
    app.db
        .read(move |tx| {
            let Some(loaded) = store::load(tx, &poll)? else {
                return Ok(None);
            };
            let Some(known) = people::store::readers(tx, std::slice::from_ref(&person))?.pop() else {
                return Ok(None);
            };
            let first = loaded.days.first().map_or(0, |day| day.starts_at);
            let until = loaded
                .days
                .last()
                .map_or(0, |day| loaded.poll.end_of(day.starts()).as_microsecond());
            let free = store::free_of(tx, &person)?;
            let busy = store::busy(tx, &person, (first, until))?;
            Ok::<_, ::store::Error>(Some(Answerer {
                loaded,
                person: person.clone(),
                name: known.name,
                free,
                busy,
            }))
        })
        .await
        .context("loading a poll to answer")
}

async fn by_link(app: &App, token: &str) -> Result<Answerer, Answer> {
    let hash = Token::parse(token).ok_or(Answer::NotFound)?.hash();
    let now = app.clock.now().as_microsecond();
    let found = app
        .db
        .read(move |tx| store::link(tx, &hash, now))
        .await
        .context("looking for a link to answer a poll with")?;
    let (poll, person) = found.ok_or(Answer::NotFound)?;
    answerer(app, poll, person).await?.ok_or(Answer::NotFound)
}

/// The page of a link in a mail.
pub(super) async fn show(
    State(app): State<App>,
    visitor: Visitor,
    Path(token): Path<String>,
) -> Result<Html, Answer> {
    let answerer = by_link(&app, &token).await?;
    let posted = answerer.as_posted();
    let form = Answering {
        answerer: &answerer,
        posted: &posted,
        problems: &Problems::none(),
        now: app.clock.now(),
    };
    Ok(views::by_link(&visitor, &form))
}

pub(super) async fn answer(
    State(app): State<App>,
    visitor: Visitor,
    Path(token): Path<String>,
    Form(posted): Form<Posted>,
) -> Result<Redirect, Answer> {
    let answerer = by_link(&app, &token).await?;
    take(&app, &visitor, &answerer, &posted)
        .await
        .map_err(|refused| {
            refused.shown(|problems| {
                let form = Answering {
                    answerer: &answerer,
                    posted: &posted,
                    problems,
                    now: app.clock.now(),
                };
                views::by_link(&visitor, &form)
            })
        })?;
    Ok(Redirect::to(&format!("/poll/{token}")))
}

pub(super) async fn answer_signed_in(
    State(app): State<App>,
    visitor: Visitor,
    Person(signed_in): Person,
    Path(id): Path<PollId>,
    Form(posted): Form<Posted>,
) -> Result<Response, Answer> {
    let access = pages::access(&app, &id, &signed_in.person).await?;
    let Access {
        answerer, answers, ..
    } = &access;
    if !answers {
        return Err(Answer::NotFound);
    }
    take(&app, &visitor, answerer, &posted).await.map_err(|refused| {
        refused.shown(|problems| pages::page(&app, &visitor, &access, &posted, problems))
    })?;
    Ok(Redirect::to(&format!("/polls/{id}")).into_response())
}

/// Why answers were not taken.
enum Refused {
    /// The form has problems.
    Problems(Problems),
    Broken(anyhow::Error),
}

impl Refused {
    fn shown(self, page: impl FnOnce(&Problems) -> Html) -> Answer {
        match self {
            Self::Problems(problems) => Answer::Invalid(page(&problems)),
            Self::Broken(error) => Answer::Broken(error),
        }
    }
}

/// Takes what somebody says. Whoever has answered is not reminded any more; when nobody is silent any more, whoever asked hears so.
async fn take(app: &App, visitor: &Visitor, answerer: &Answerer, posted: &Posted) -> Result<(), Refused> {
    let words = visitor.words();
    let loaded = &answerer.loaded;
    let now = app.clock.now();
    let closed = || {
        let mut problems = Problems::none();
        problems.add("whole", words.polls_closed());
        Refused::Problems(problems)
    };
    if !loaded.poll.takes_answers(now) {
        return Err(closed());
    }
    let Answers { given, remark } = rules::answers(posted, words, &loaded.days).map_err(Refused::Problems)?;
    let telling = call_to_choose(app, loaded).await.map_err(Refused::Broken)?;
    let (poll, person) = (loaded.poll.id.clone(), answerer.person.clone());
    let today = locale::local(now).date().to_string();
    let is_noted = app
        .db
        .write(move |tx| {
            let at = now.as_microsecond();
            // A member who came after the poll was sent.
            store::add_person(tx, &poll, &person, false)?;
            let said = (given.as_slice(), remark.as_deref());
            if !store::note_answers(tx, &poll, &person, said, at)? {
                return Ok(false);
            }
            crate::post::store::withdraw(tx, &reminders_of(&poll, Some(&person)), at)?;
            if store::count_silent(tx, &poll, &today)? == 0 {
                telling.write(tx, at)?;
            }
            Ok::<_, ::store::Error>(true)
        })
        .await
        .context("noting the answers to a poll")
        .map_err(Refused::Broken)?;
    if is_noted { Ok(()) } else { Err(closed()) }
}

/// The mail that goes when this is the last one who answers.
async fn call_to_choose(app: &App, loaded: &Loaded) -> anyhow::Result<Telling> {
    let maker = pages::maker(app, &loaded.poll).await?;
    match maker {
        Some(maker) => complete(app, (&loaded.poll, &loaded.days), &maker),
        None => Ok(Telling::default()),
    }
}
