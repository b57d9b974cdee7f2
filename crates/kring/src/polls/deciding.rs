//! Handlers for whoever chooses: days become meetings, everybody gets more time, or it ends without a meeting.

use anyhow::Context as _;
use axum::extract::State;
use axum::response::{IntoResponse as _, Redirect, Response};
use jiff::Timestamp;
use ui::Problems;

use super::pages::{maker, page, to_choose};
use super::telling::{Telling, all_of, put_off as tell_later};
use super::{Day, Poll, rules, store};
use crate::app::App;
use crate::auth::Person;
use crate::calendar::{Frame, Start, prepare};
use crate::error::Answer;
use crate::id::PollId;
use crate::web::{Form, Path, Posted, Visitor};

/// Plans meetings on the days that were chosen, and ends the poll. Pressing twice plans once.
pub(super) async fn decide(
    State(app): State<App>,
    visitor: Visitor,
    Person(signed_in): Person,
    Path(id): Path<PollId>,
    Form(posted): Form<Posted>,
) -> Result<Response, Answer> {
    let access = to_choose(&app, &id, &signed_in.person).await?;
    let here = Redirect::to(&format!("/polls/{id}")).into_response();
    let loaded = &access.answerer.loaded;
    let poll = &loaded.poll;
    if poll.state != "open" {
        return Ok(here);
    }
    let now = app.clock.now();
    let starts: Vec<Timestamp> = loaded
        .days
        .iter()
        .filter(|day| !posted.text(&format!("pick-{}", day.id)).is_empty())
        .map(Day::starts)
        .collect();
    let words = visitor.words();
    let wrong = if starts.is_empty() {
        Some(words.polls_pick_none())
    } else if starts.iter().any(|starts| *starts <= now) {
        Some(words.polls_pick_past())
    } else {
        None
    };
    if let Some(wrong) = wrong {
        let mut problems = Problems::none();
        problems.add("pick", wrong);
        return Err(Answer::Invalid(page(&app, &visitor, &access, &posted, &problems)));
    }
    let planned = prepare(
        &app,
        &access.group,
        &frame(poll),
        &starts.into_iter().map(Start::from).collect::<Vec<_>>(),
        posted.text("do") == "invite",
    )
    .await?;
    let id = poll.id.clone();
    app.db
        .write(move |tx| {
            let at = now.as_microsecond();
            if !store::end(tx, &id, "decided")? {
                return Ok(());
            }
            crate::post::store::withdraw(tx, &all_of(&id), at)?;
            for (meeting, starts_at) in planned.write(tx, at)? {
                store::note_meeting(tx, &id, starts_at, &meeting)?;
            }
            Ok::<_, ::store::Error>(())
        })
        .await
        .context("choosing days of a poll")?;
    Ok(here)
}

fn frame(poll: &Poll) -> Frame {
    Frame {
        title: poll.title.clone(),
        method: poll.method.clone(),
        minutes: u16::try_from(poll.minutes).unwrap_or(90),
        place: poll.place.clone(),
        online: poll.online.clone(),
        makes_video: poll.makes_video,
        directions: poll.directions.clone(),
    }
}

/// Gives everybody more time.
pub(super) async fn put_off(
    State(app): State<App>,
    visitor: Visitor,
    Person(signed_in): Person,
    Path(id): Path<PollId>,
    Form(posted): Form<Posted>,
) -> Result<Response, Answer> {
    let access = to_choose(&app, &id, &signed_in.person).await?;
    let now = app.clock.now();
    let loaded = &access.answerer.loaded;
    let last = loaded.days.last().map(Day::starts);
    let closes = rules::later_deadline(&posted, visitor.words(), (last, now))
        .map_err(|problems| Answer::Invalid(page(&app, &visitor, &access, &posted, &problems)))?;
    let later = Poll {
        closes_at: closes.as_microsecond(),
        ..loaded.poll.clone()
    };
    let telling = match maker(&app, &later).await? {
        Some(maker) => tell_later(&app, (&later, &loaded.days), &loaded.asked, &maker)?,
        None => Telling::default(),
    };
    app.db
        .write(move |tx| {
            if store::set_deadline(tx, &later.id, later.closes_at)? {
                telling.write(tx, now.as_microsecond())?;
            }
            Ok::<_, ::store::Error>(())
        })
        .await
        .context("giving more time to answer")?;
    Ok(Redirect::to(&format!("/polls/{id}")).into_response())
}

/// Ends a poll without a meeting. Nobody is mailed: there is nothing to do any more.
pub(super) async fn stop(
    State(app): State<App>,
    Person(signed_in): Person,
    Path(id): Path<PollId>,
) -> Result<Redirect, Answer> {
    to_choose(&app, &id, &signed_in.person).await?;
    let now = app.clock.now().as_microsecond();
    let poll = id.clone();
    app.db
        .write(move |tx| {
            if store::end(tx, &poll, "stopped")? {
                crate::post::store::withdraw(tx, &all_of(&poll), now)?;
            }
            Ok::<_, ::store::Error>(())
        })
        .await
        .context("ending a poll")?;
    Ok(Redirect::to(&format!("/polls/{id}")))
}
