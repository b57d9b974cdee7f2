//! The page of the turns of a group. Everybody in the group may change them: people swap among themselves.

use std::collections::BTreeMap;

use anyhow::Context as _;
use axum::extract::State;
use axum::response::{IntoResponse as _, Redirect, Response};
use ui::{Problems, locale};

use super::rules::{Candidate, Duty, Last};
use super::telling::{Got, write};
use super::{Home, Turns, store, turns, views};
use crate::app::App;
use crate::error::Answer;
use crate::groups;
use crate::groups::rules::Sight;
use crate::id::PersonId;
use crate::meetings::{self, Meeting};
use crate::web::{Form, Html, Posted, Reading, Visitor};

/// Everything that the page shows.
pub(super) struct Loaded {
    /// What goes round.
    pub(super) duties: Vec<Duty>,
    /// Meetings still to come, the first one first, with who has which turn.
    pub(super) coming: Vec<(Meeting, BTreeMap<Duty, PersonId>)>,
    /// Who takes part, by name.
    pub(super) names: Vec<(PersonId, String)>,
    pub(super) candidates: Vec<Candidate>,
    pub(super) last: Last,
}

impl Loaded {
    pub(super) fn name(&self, person: &PersonId) -> &str {
        let mut names = self.names.iter();
        names
            .find(|(id, _)| id == person)
            .map_or("", |(_, name)| name.as_str())
    }
}

/// Loads it for somebody in the group; an organiser sees nothing of who does what.
async fn load(app: &App, seen: &groups::Seen) -> Result<Loaded, Answer> {
    if !groups::rules::may(seen.standing, Sight::Inside) {
        return Err(Answer::NotFound);
    }
    let now = app.clock.now();
    let today = super::day(now);
    let group = seen.group.id.clone();
    let loaded = app
        .db
        .read(move |tx| {
            let turns: Turns = turns(tx, &group, now, &[])?;
            let mut coming = Vec::new();
            for meeting in meetings::store::of_group(tx, &group)? {
                let found = turns.iter().find(|(id, _)| *id == meeting.id);
                if let Some((_, turns)) = found {
                    coming.push((meeting, turns.clone()));
                }
            }
            Ok::<_, ::store::Error>(Loaded {
                duties: Duty::list(&store::rotates(tx, &group)?),
                coming,
                names: store::names(tx, &group, &today)?,
                candidates: store::candidates(tx, &group, &today)?,
                last: store::last(tx, &group, now.as_microsecond())?,
            })
        })
        .await
        .context("loading the turns of a group")?;
    Ok(loaded)
}

pub(super) async fn show(
    State(app): State<App>,
    visitor: Visitor,
    seen: groups::Seen,
) -> Result<Html, Answer> {
    let loaded = load(&app, &seen).await?;
    let none = Posted::from_iter([]);
    Ok(views::rota(&visitor, &seen, &loaded, (&none, &Problems::none())))
}

/// The field of a turn.
pub(super) fn field(meeting: &Meeting, duty: Duty) -> String {
    format!("{}-{}", duty.word(), meeting.id)
}

/// Gives turns to others. Only what somebody changed is written, so two who change different turns at once do not undo each other.
pub(super) async fn change(
    State(app): State<App>,
    visitor: Visitor,
    seen: groups::Seen,
    Form(posted): Form<Posted>,
) -> Result<Response, Answer> {
    let loaded = load(&app, &seen).await?;
    let mut fresh = Vec::new();
    let mut problems = Problems::none();
    for (meeting, turns) in &loaded.coming {
        for duty in &loaded.duties {
            let name = field(meeting, *duty);
            let (wanted, before) = (posted.text(&name), posted.text(&format!("was-{name}")));
            let now = turns.get(duty).map_or("", |person| person.0.as_str());
            if wanted.is_empty() || wanted == before || wanted == now {
                continue;
            }
            if now != before {
                problems.add(
                    name,
                    visitor
                        .words()
                        .rota_changed(loaded.name(&PersonId(now.to_owned()))),
                );
            } else if loaded.names.iter().any(|(id, _)| id.0 == wanted) {
                fresh.push(Got {
                    meeting: meeting.id.clone(),
                    duty: *duty,
                    person: PersonId(wanted.to_owned()),
                });
            }
        }
    }
    if !problems.is_empty() {
        let page = views::rota(&visitor, &seen, &loaded, (&posted, &problems));
        return Err(Answer::Conflict(page));
    }
    let told: Vec<Got> = fresh
        .iter()
        .filter(|got| got.person != seen.person)
        .cloned()
        .collect();
    // What was proposed until now becomes given, or the rest would move along with a swap.
    let mut all = given(&loaded);
    all.extend(fresh);
    write(&app, &home(&seen), all, &told).await?;
    Ok(here(&seen))
}

/// Every turn as the page showed it.
fn given(loaded: &Loaded) -> Vec<Got> {
    let mut all = Vec::new();
    for (meeting, turns) in &loaded.coming {
        all.extend(turns.iter().map(|(duty, person)| Got {
            meeting: meeting.id.clone(),
            duty: *duty,
            person: person.clone(),
        }));
    }
    all
}

fn home(seen: &groups::Seen) -> Home {
    Home {
        id: seen.group.id.clone(),
        name: seen.group.name.clone(),
        programme_id: seen.group.programme_id.clone(),
    }
}

fn here(seen: &groups::Seen) -> Response {
    Redirect::to(&format!("/groups/{}/rota", seen.group.id)).into_response()
}

/// Says what goes round.
pub(super) async fn set_duties(
    State(app): State<App>,
    seen: groups::Seen,
    Form(posted): Form<Posted>,
) -> Result<Response, Answer> {
    if !groups::rules::may(seen.standing, Sight::Inside) {
        return Err(Answer::NotFound);
    }
    let now = app.clock.now().as_microsecond();
    let (wanted, others): (Vec<Duty>, Vec<Duty>) = Duty::ALL
        .into_iter()
        .partition(|duty| !posted.text(duty.word()).is_empty());
    let words: Vec<&str> = wanted.iter().map(|duty| duty.word()).collect();
    let (group, words) = (seen.group.id.clone(), words.join(","));
    app.db
        .write(move |tx| {
            for duty in &others {
                store::take_back(tx, &group, *duty, now)?;
            }
            store::set_rotates(tx, &group, &words)
        })
        .await
        .context("saying what goes round")?;
    Ok(here(&seen))
}

/// Passes somebody over for a while. Everybody does so for themselves; whoever plans, for anybody.
pub(super) async fn pause(
    State(app): State<App>,
    visitor: Visitor,
    seen: groups::Seen,
    Form(posted): Form<Posted>,
) -> Result<Response, Answer> {
    let loaded = load(&app, &seen).await?;
    let mut reading = Reading::new(&posted, visitor.words());
    let person = PersonId(reading.raw("person"));
    if !loaded.names.iter().any(|(id, _)| *id == person) {
        let wrong = reading.words().forms_choose();
        reading.wrong("person", wrong);
    } else if person != seen.person && !groups::rules::may_plan(seen.standing) {
        return Err(Answer::NotFound);
    }
    let today = locale::local(app.clock.now()).date();
    let until = reading.optional_day("until");
    if until.is_some_and(|until| until < today) {
        let past = reading.words().calendar_wrong_past();
        reading.wrong("until", past);
    }
    let until = reading
        .done(until)
        .map_err(|problems| Answer::Invalid(views::rota(&visitor, &seen, &loaded, (&posted, &problems))))?;
    let (group, until) = (seen.group.id.clone(), until.map(|day| day.to_string()));
    app.db
        .write(move |tx| store::set_pause(tx, &group, &person, until.as_deref()))
        .await
        .context("passing somebody over")?;
    Ok(here(&seen))
}
