//! Handlers of the topics slice.

use anyhow::Context as _;
use axum::extract::{FromRequestParts, State};
use axum::http::request::Parts;
use axum::response::{IntoResponse, Redirect, Response};
use ui::{Problems, locale};

use super::rules::{self, Step};
use super::views::{self, Shown};
use super::{Topic, store};
use crate::app::App;
use crate::auth::Person;
use crate::error::Answer;
use crate::groups::{self, Group, rules::Standing};
use crate::id::{GroupId, PersonId};
use crate::web::{Form, Html, LINE, Path, Posted, Reading, Visitor};

/// A topic and as what somebody stands before its group. For who has nothing to do with it, it does not exist.
pub(super) struct Seen {
    person: PersonId,
    group: Group,
    standing: Standing,
    topic: Topic,
}

impl FromRequestParts<App> for Seen {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Response> {
        let Person(signed_in) = Person::from_request_parts(parts, app)
            .await
            .map_err(IntoResponse::into_response)?;
        let Path(id) = Path::<String>::from_request_parts(parts, app)
            .await
            .map_err(IntoResponse::into_response)?;
        let today = locale::local(app.clock.now()).date().to_string();
        let person = signed_in.person.clone();
        let found = app
            .db
            .read(move |tx| {
                let Some(group) = store::group_of(tx, &id)? else {
                    return Ok(None);
                };
                let Some((group, roles)) = groups::store::find_for(tx, &group, &person, &today)? else {
                    return Ok(None);
                };
                let topics = store::of_group(tx, &group.id)?;
                let topic = topics.into_iter().find(|topic| topic.id == id);
                Ok::<_, ::store::Error>(topic.map(|topic| (group, roles, topic)))
            })
            .await
            .context("finding a topic")
            .map_err(|error| Answer::from(error).into_response())?;
        let seen = found.and_then(|(group, roles, topic)| {
            let standing = groups::rules::standing(&roles)?;
            Some(Self {
                person: signed_in.person,
                group,
                standing,
                topic,
            })
        });
        seen.ok_or_else(|| Answer::NotFound.into_response())
    }
}

impl Seen {
    /// Goes on only for whoever keeps the list.
    fn keeping(self) -> Result<Self, Answer> {
        if rules::keeps(self.standing) {
            Ok(self)
        } else {
            Err(Answer::NotFound)
        }
    }
}

fn home(group: &GroupId) -> Redirect {
    Redirect::to(&format!("/groups/{group}/topics"))
}

pub(super) async fn list(
    State(app): State<App>,
    visitor: Visitor,
    seen: groups::Seen,
) -> Result<Html, Answer> {
    let key = app.ids.id(app.clock.now()).context("making a key")?;
    let posted: Posted = [("key".to_owned(), key)].into_iter().collect();
    page(&app, &visitor, &seen, (&posted, &Problems::none())).await
}

async fn page(
    app: &App,
    visitor: &Visitor,
    seen: &groups::Seen,
    form: (&Posted, &Problems),
) -> Result<Html, Answer> {
    let (id, now) = (seen.group.id.clone(), app.clock.now().as_microsecond());
    let with_drafts = rules::keeps(seen.standing);
    let (topics, ahead) = app
        .db
        .read(move |tx| {
            let topics = store::of_group(tx, &id)?;
            Ok::<_, ::store::Error>((topics, store::ahead(tx, &id, now, with_drafts)?))
        })
        .await
        .context("loading the topics of a group")?;
    let shown = Shown {
        person: &seen.person,
        group: &seen.group,
        standing: seen.standing,
        topics: &topics,
        ahead: &ahead,
        now,
    };
    Ok(views::list(visitor, &shown, form))
}

/// Puts a topic onto the list. Pressing twice does it once.
pub(super) async fn propose(
    State(app): State<App>,
    visitor: Visitor,
    seen: groups::Seen,
    Form(posted): Form<Posted>,
) -> Result<Response, Answer> {
    let key = uuid::Uuid::parse_str(posted.text("key")).map_err(|_no_form_of_ours| Answer::Unreadable)?;
    let mut reading = Reading::new(&posted, visitor.words());
    let told = (reading.text("title", LINE), reading.optional("guest", LINE));
    let count = {
        let group = seen.group.id.clone();
        app.db.read(move |tx| store::of_group(tx, &group)).await
    };
    if count.context("counting topics")?.len() >= rules::MOST {
        let full = visitor.words().topics_full();
        reading.wrong("title", full);
    }
    let (title, guest) = match reading.done(told) {
        Ok(told) => told,
        Err(problems) => {
            return Err(Answer::Invalid(
                page(&app, &visitor, &seen, (&posted, &problems)).await?,
            ));
        }
    };
    let id = app.ids.id(app.clock.now()).context("making an id")?;
    let (group, person) = (seen.group.id.clone(), seen.person.clone());
    app.db
        .write(move |tx| {
            let key = key.to_string();
            store::add(tx, (&id, &key), &group, (&title, guest.as_deref()), &person)
        })
        .await
        .context("proposing a topic")?;
    Ok(home(&seen.group.id).into_response())
}

pub(super) async fn edit(State(app): State<App>, visitor: Visitor, seen: Seen) -> Result<Html, Answer> {
    let seen = seen.keeping()?;
    let posted = as_posted(&seen.topic);
    form(&app, &visitor, &seen, (&posted, &Problems::none()), false).await
}

/// The form as it stands before somebody changes anything.
fn as_posted(topic: &Topic) -> Posted {
    let meeting = topic.meeting_id.as_ref().map(|meeting| meeting.0.clone());
    [
        ("title", topic.title.clone()),
        ("guest", topic.guest.clone().unwrap_or_default()),
        ("meeting", meeting.unwrap_or_default()),
        ("seen", topic.version.to_string()),
    ]
    .into_iter()
    .map(|(name, value)| (name.to_owned(), value))
    .collect()
}

async fn form(
    app: &App,
    visitor: &Visitor,
    seen: &Seen,
    posted: (&Posted, &Problems),
    has_changed: bool,
) -> Result<Html, Answer> {
    let (group, now) = (seen.group.id.clone(), app.clock.now().as_microsecond());
    let ahead = app
        .db
        .read(move |tx| store::ahead(tx, &group, now, true))
        .await
        .context("loading meetings for a topic")?;
    let now = has_changed.then_some(&seen.topic);
    Ok(views::edit(
        visitor,
        &seen.group,
        (&seen.topic, now),
        &ahead,
        posted,
    ))
}

pub(super) async fn change(
    State(app): State<App>,
    visitor: Visitor,
    seen: Seen,
    Form(posted): Form<Posted>,
) -> Result<Response, Answer> {
    let seen = seen.keeping()?;
    let mut reading = Reading::new(&posted, visitor.words());
    let told = (reading.text("title", LINE), reading.optional("guest", LINE));
    let meeting = reading.raw("meeting");
    let is_kept = seen.topic.meeting_id.as_ref().is_some_and(|id| id.0 == meeting);
    let (group, now) = (seen.group.id.clone(), app.clock.now().as_microsecond());
    let ahead = app
        .db
        .read(move |tx| store::ahead(tx, &group, now, true))
        .await
        .context("loading meetings for a topic")?;
    if !meeting.is_empty() && !is_kept && !ahead.iter().any(|one| one.id.0 == meeting) {
        let choose = visitor.words().forms_choose();
        reading.wrong("meeting", choose);
    }
    let version: i64 = posted
        .text("seen")
        .parse()
        .map_err(|_no_form_of_ours| Answer::Unreadable)?;
    let (title, guest) = match reading.done(told) {
        Ok(told) => told,
        Err(problems) => {
            let page = form(&app, &visitor, &seen, (&posted, &problems), false).await?;
            return Err(Answer::Invalid(page));
        }
    };
    let id = seen.topic.id.clone();
    let is_changed = app
        .db
        .write(move |tx| {
            let meeting = Some(meeting.as_str()).filter(|meeting| !meeting.is_empty());
            store::change(tx, (&id, version), (&title, guest.as_deref()), meeting)
        })
        .await
        .context("changing a topic")?;
    if is_changed {
        return Ok(home(&seen.group.id).into_response());
    }
    // What was typed stays; saving once more is then a choice.
    let posted = posted.with("seen", &seen.topic.version.to_string());
    let page = form(&app, &visitor, &seen, (&posted, &Problems::none()), true).await?;
    Err(Answer::Conflict(page))
}

pub(super) async fn place(
    State(app): State<App>,
    seen: Seen,
    Form(posted): Form<Posted>,
) -> Result<Redirect, Answer> {
    let seen = seen.keeping()?;
    let step = match posted.text("step") {
        "up" => Step::Up,
        "down" => Step::Down,
        _ => return Err(Answer::Unreadable),
    };
    let stood: i64 = posted
        .text("seen")
        .parse()
        .map_err(|_no_form_of_ours| Answer::Unreadable)?;
    let (group, id) = (seen.group.id.clone(), seen.topic.id);
    app.db
        .write(move |tx| {
            let topics = store::of_group(tx, &group)?;
            for (id, position) in rules::moved(&topics, &id, stood, step) {
                store::set_position(tx, &id, position)?;
            }
            Ok::<_, ::store::Error>(())
        })
        .await
        .context("moving a topic")?;
    Ok(home(&seen.group.id))
}

/// Says that it was discussed, or that it is still to come after all.
pub(super) async fn discuss(
    State(app): State<App>,
    seen: Seen,
    Form(posted): Form<Posted>,
) -> Result<Redirect, Answer> {
    let seen = seen.keeping()?;
    let is_discussed = match posted.text("discussed") {
        "yes" => true,
        "no" => false,
        _ => return Err(Answer::Unreadable),
    };
    let (id, was_coming) = (seen.topic.id.clone(), seen.topic.is_coming());
    app.db
        .write(move |tx| {
            if is_discussed {
                store::mark_discussed(tx, &id)
            } else if was_coming {
                Ok(())
            } else {
                store::mark_coming(tx, &id)
            }
        })
        .await
        .context("marking a topic")?;
    Ok(home(&seen.group.id))
}

pub(super) async fn remove(State(app): State<App>, seen: Seen) -> Result<Redirect, Answer> {
    if !rules::may_remove(seen.standing, &seen.person, &seen.topic) {
        return Err(Answer::NotFound);
    }
    let id = seen.topic.id.clone();
    app.db
        .write(move |tx| store::remove(tx, &id))
        .await
        .context("taking a topic off the list")?;
    Ok(home(&seen.group.id))
}
