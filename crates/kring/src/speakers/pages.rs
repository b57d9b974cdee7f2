//! Handlers for whoever plans: who speaks, changing it, taking it back.

use anyhow::Context as _;
use axum::extract::State;
use axum::response::{IntoResponse as _, Redirect, Response};
use ui::Problems;

use super::rules::{self, Wrong};
use super::views::{self, Shown};
use super::{Speaker, store};
use crate::app::App;
use crate::calendar::{self, Step, Talk, tell_speaker};
use crate::error::Answer;
use crate::guests;
use crate::meetings::{self, Meeting, Seen};
use crate::people::Addressed;
use crate::web::{Form, Html, LINE, Posted, Query, Reading, Visitor};

/// What somebody speaks about and when, as it was filled in.
pub(super) struct Told {
    pub(super) subject: Option<String>,
    pub(super) slot: Option<(i64, i64)>,
}

/// Reads what somebody speaks about and when.
pub(super) fn read_talk(reading: &mut Reading<'_>, meeting: &Meeting) -> Told {
    let subject = reading.optional("subject", LINE);
    let typed = (reading.raw("from"), reading.raw("minutes"));
    let slot = rules::slot((&typed.0, &typed.1), (meeting.starts(), meeting.ends()));
    let words = reading.words();
    let slot = slot.unwrap_or_else(|wrong| {
        match wrong {
            Wrong::Half(field) => reading.wrong(field, words.speakers_both()),
            Wrong::Time => reading.wrong("from", words.calendar_wrong_time()),
            Wrong::Outside => reading.wrong("from", words.speakers_outside()),
            Wrong::Minutes(most) => reading.wrong("minutes", words.forms_number(1, most)),
        }
        None
    });
    Told { subject, slot }
}

/// Goes on only for whoever plans the meeting.
pub(super) fn planning(seen: Seen) -> Result<Seen, Answer> {
    if meetings::rules::may_plan(seen.standing) {
        Ok(seen)
    } else {
        Err(Answer::NotFound)
    }
}

/// Whom the page asks about; without, it has the form for somebody new.
#[derive(serde::Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    change: String,
}

pub(super) async fn list(
    State(app): State<App>,
    visitor: Visitor,
    seen: Seen,
    Query(asked): Query<Asked>,
) -> Result<Html, Answer> {
    let seen = planning(seen)?;
    let speakers = load(&app, &seen).await?;
    let chosen = speakers
        .iter()
        .find(|speaker| speaker.person_id.0 == asked.change);
    let posted = match chosen {
        Some(speaker) => as_posted(&seen.meeting, speaker),
        None => fresh(&app)?,
    };
    let shown = Shown {
        meeting: &seen.meeting,
        speakers: &speakers,
        chosen,
        now: None,
        is_open: rules::can_ask(&seen.meeting, app.clock.now()),
    };
    Ok(views::page(&visitor, &shown, (&posted, &Problems::none())))
}

async fn load(app: &App, seen: &Seen) -> Result<Vec<Speaker>, Answer> {
    let id = seen.meeting.id.clone();
    let speakers = app
        .db
        .read(move |tx| store::of_meeting(tx, &id))
        .await
        .context("loading who speaks at a meeting")?;
    Ok(speakers)
}

/// The form as it stands before somebody fills it in.
fn fresh(app: &App) -> anyhow::Result<Posted> {
    let key = app.ids.id(app.clock.now()).context("making a key")?;
    let fields = [("key", key), ("language", "nl".to_owned())];
    Ok(fields
        .map(|(name, value)| (name.to_owned(), value))
        .into_iter()
        .collect())
}

/// The form of somebody as it stands before it is changed.
fn as_posted(meeting: &Meeting, speaker: &Speaker) -> Posted {
    let from = speaker.from_minute.map(|minutes| views::clock(meeting, minutes));
    let minutes = speaker.minutes.map(|minutes| minutes.to_string());
    [
        ("person", speaker.person_id.0.clone()),
        ("subject", speaker.subject.clone().unwrap_or_default()),
        ("from", from.unwrap_or_default()),
        ("minutes", minutes.unwrap_or_default()),
        ("seen", speaker.version.to_string()),
    ]
    .map(|(name, value)| (name.to_owned(), value))
    .into_iter()
    .collect()
}

/// The page with a form that was not taken; `now` is what somebody else made of it meanwhile.
pub(super) async fn page(
    app: &App,
    visitor: &Visitor,
    seen: &Seen,
    now: Option<&Speaker>,
    form: (&Posted, &Problems),
) -> Result<Html, Answer> {
    let speakers = load(app, seen).await?;
    let person = form.0.text("person");
    let shown = Shown {
        meeting: &seen.meeting,
        speakers: &speakers,
        chosen: speakers.iter().find(|speaker| speaker.person_id.0 == person),
        now,
        is_open: true,
    };
    Ok(views::page(visitor, &shown, form))
}

/// The speaker that a form is about.
async fn of_form(app: &App, seen: &Seen, posted: &Posted) -> Result<Speaker, Answer> {
    let speakers = load(app, seen).await?.into_iter();
    let mut found = speakers.filter(|speaker| speaker.person_id.0 == posted.text("person"));
    found.next().ok_or(Answer::NotFound)
}

fn addressed(speaker: &Speaker) -> Addressed {
    Addressed {
        id: speaker.person_id.clone(),
        name: speaker.name.clone(),
        mail: speaker.mail.clone(),
        language: speaker.language.clone(),
    }
}

/// Another subject or part, and one mail about it.
pub(super) async fn change(
    State(app): State<App>,
    visitor: Visitor,
    seen: Seen,
    Form(posted): Form<Posted>,
) -> Result<Response, Answer> {
    let seen = planning(seen)?;
    let speaker = of_form(&app, &seen, &posted).await?;
    let mut reading = Reading::new(&posted, visitor.words());
    let told = read_talk(&mut reading, &seen.meeting);
    let version: i64 = posted
        .text("seen")
        .parse()
        .map_err(|_no_form_of_ours| Answer::Unreadable)?;
    let told = match reading.done(told) {
        Ok(told) => told,
        Err(problems) => {
            let page = page(&app, &visitor, &seen, None, (&posted, &problems)).await?;
            return Err(Answer::Invalid(page));
        }
    };
    let here = Redirect::to(&format!("/meetings/{}/speakers", seen.meeting.id)).into_response();
    let talk = Talk {
        subject: told.subject,
        slot: told.slot,
        version: version + 1,
    };
    // Nothing changes, nobody hears of it; whoever sends a form twice changes it once.
    let old = speaker.talk();
    if (&old.subject, old.slot) == (&talk.subject, talk.slot) {
        return Ok(here);
    }
    let (id, who) = (seen.meeting.id.clone(), speaker.person_id.clone());
    let to = (addressed(&speaker), speaker.state.as_str());
    let mail = tell_speaker(&app, &id, to, talk.clone(), Step::Changed).await?;
    let now = app.clock.now().as_microsecond();
    let is_changed = app
        .db
        .write(move |tx| {
            let is_changed = store::change(tx, (&id, &who), &talk)?;
            if is_changed {
                mail.write(tx, now)?;
            }
            Ok::<_, ::store::Error>(is_changed)
        })
        .await
        .context("changing what somebody speaks about")?;
    if is_changed {
        return Ok(here);
    }
    // What was typed stays; saving once more is then a choice.
    let posted = posted.with("seen", &speaker.version.to_string());
    let page = page(
        &app,
        &visitor,
        &seen,
        Some(&speaker),
        (&posted, &Problems::none()),
    )
    .await?;
    Err(Answer::Conflict(page))
}

/// Takes the invitation back: they leave the list, their link opens nothing more, and their calendar forgets the meeting.
pub(super) async fn withdraw(
    State(app): State<App>,
    seen: Seen,
    Form(posted): Form<Posted>,
) -> Result<Redirect, Answer> {
    let seen = planning(seen)?;
    let here = Redirect::to(&format!("/meetings/{}/speakers", seen.meeting.id));
    // Whoever presses twice wanted it once.
    let Ok(speaker) = of_form(&app, &seen, &posted).await else {
        return Ok(here);
    };
    let talk = Talk {
        version: speaker.version + 1,
        ..speaker.talk()
    };
    let version = talk.version;
    let (id, who) = (seen.meeting.id.clone(), speaker.person_id.clone());
    let to = (addressed(&speaker), speaker.state.as_str());
    let mail = tell_speaker(&app, &id, to, talk, Step::Ended).await?;
    let now = app.clock.now().as_microsecond();
    app.db
        .write(move |tx| {
            if store::end(tx, (&id, &who), version, now)? {
                calendar::let_go(tx, &id, &who)?;
                guests::store::end_speaker_passes(tx, &id, &who)?;
                mail.write(tx, now)?;
            }
            Ok::<_, ::store::Error>(())
        })
        .await
        .context("taking an invitation to speak back")?;
    Ok(here)
}
