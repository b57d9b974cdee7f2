//! Handlers for a row of meetings: propose days, look through them, plan and invite in one go.

use anyhow::Context as _;
use axum::extract::State;
use axum::response::{IntoResponse as _, Redirect, Response};
use session::Catalogue;
use session::model::Kind;
use ui::locale::AMSTERDAM;

use super::days::{Choices, Day, days, share_out};
use super::planning::{Frame, Start, prepare};
use super::rules::{self, Issue, Row, Wish, Wrong};
use super::series::{Rhythm, propose, span};
use super::store;
use super::views::{self, Looked};
use crate::app::App;
use crate::error::Answer;
use crate::groups::{self, Group};
use crate::topics;
use crate::web::{Form, Html, Posted, Visitor};

/// The method that stands in the form before somebody chooses: it fits most groups and an hour and a half.
pub(crate) const USUAL: &str = "focusmethode";

/// What somebody who plans can choose from.
pub(crate) struct Offer<'a> {
    pub(crate) catalogue: &'a Catalogue,
    /// Kring can make video rooms.
    pub(crate) has_video: bool,
    /// Topics of the group's list that wait for a meeting: id and title.
    pub(crate) topics: Vec<(String, String)>,
}

impl<'a> Offer<'a> {
    pub(crate) fn of(app: &'a App) -> Self {
        Self {
            catalogue: &app.catalogue,
            has_video: app.config.video_server.is_some(),
            topics: Vec::new(),
        }
    }
}

pub(super) async fn show(
    State(app): State<App>,
    visitor: Visitor,
    seen: groups::Seen,
) -> Result<Response, Answer> {
    if !groups::rules::may_plan(seen.standing) {
        return Err(Answer::NotFound);
    }
    let group = seen.group.id.clone();
    let (region, topics) = app
        .db
        .read(move |tx| {
            let region = store::region(tx, &group)?;
            Ok::<_, ::store::Error>((region, topics::store::waiting(tx, &group)?))
        })
        .await
        .context("looking up what a row is planned with")?;
    let title = visitor.words().calendar_series_name(seen.group.name.as_str());
    let begin = [
        ("title", title.as_str()),
        ("time", "19:30"),
        ("minutes", "90"),
        ("weeks", "6"),
        ("count", "7"),
        ("region", region.as_deref().unwrap_or_default()),
        ("method", USUAL),
    ];
    let offer = Offer {
        topics,
        ..Offer::of(&app)
    };
    let posted: Posted = begin
        .into_iter()
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect();
    let page = views::series(&visitor, &offer, &seen.group, &posted, &Looked::No, &[]);
    Ok(page.into_response())
}

/// First proposes days, then plans the ones that somebody looked through.
pub(super) async fn plan(
    State(app): State<App>,
    visitor: Visitor,
    seen: groups::Seen,
    Form(posted): Form<Posted>,
) -> Result<Response, Answer> {
    if !groups::rules::may_plan(seen.standing) {
        return Err(Answer::NotFound);
    }
    let now = app.clock.now();
    let group = &seen.group;
    let offer = with_topics(&app, group).await?;
    let invalid = |looked: &Looked, issues: &[Issue]| {
        Err(Answer::Invalid(views::series(
            &visitor, &offer, group, &posted, looked, issues,
        )))
    };
    let methods: Vec<&str> = choices(&app.catalogue).map(|method| method.id.as_str()).collect();
    let (wish, row) = match (
        rules::wish(&posted, now, offer.has_video),
        rules::row(&posted, &methods),
    ) {
        (Ok(wish), Ok(row)) => (wish, row),
        (wish, row) => {
            let issues: Vec<Issue> = [wish.err(), row.err()].into_iter().flatten().flatten().collect();
            return invalid(&Looked::No, &issues);
        }
    };
    let action = posted.text("do");
    if !matches!(action, "keep" | "invite") {
        return Ok(proposed(&visitor, &offer, group, posted, (&wish, &row)).into_response());
    }
    let choices = Choices {
        methods: &methods,
        topics: &offer.topics,
    };
    let days = match days(&posted, &choices, now) {
        Ok(days) if days.is_empty() => {
            let none = [Issue {
                field: "days",
                wrong: Wrong::NoDays,
            }];
            return invalid(&Looked::Typed(Vec::new()), &none);
        }
        Ok(days) => days,
        Err(rows) => return invalid(&Looked::Typed(rows), &[]),
    };
    let starts = starts(&wish, days)?;
    let frame = frame(wish, row);
    let planned = prepare(&app, group, &frame, &starts, action == "invite").await?;
    app.db
        .write(move |tx| planned.write(tx, now.as_microsecond()))
        .await
        .context("planning a row of meetings")?;
    Ok(Redirect::to(&format!("/groups/{}", group.id)).into_response())
}

/// What somebody can choose from for a group.
async fn with_topics<'a>(app: &'a App, group: &Group) -> anyhow::Result<Offer<'a>> {
    let id = group.id.clone();
    let topics = app.db.read(move |tx| topics::store::waiting(tx, &id)).await;
    Ok(Offer {
        topics: topics.context("loading topics that wait")?,
        ..Offer::of(app)
    })
}

/// The days to look through, with topics of the list when they shall be taken from it.
fn proposed(
    visitor: &Visitor,
    offer: &Offer<'_>,
    group: &Group,
    posted: Posted,
    (wish, row): (&Wish, &Row),
) -> Html {
    let proposals = propose(Rhythm {
        first: wish.first,
        weeks: row.weeks,
        count: row.count,
        region: row.region.as_deref(),
    });
    let posted = if posted.text("use_topics").is_empty() {
        posted
    } else {
        share_out(&posted, proposals.len(), &offer.topics)
    };
    let looked = Looked::Proposed(proposals);
    views::series(visitor, offer, group, &posted, &looked, &[])
}

/// When the meetings begin, by the clock on the wall.
fn starts(wish: &Wish, days: Vec<Day>) -> anyhow::Result<Vec<Start>> {
    days.into_iter()
        .map(|day| {
            let (at, _) =
                span(day.on, wish.at, wish.minutes, &AMSTERDAM).context("a day that has no such time")?;
            Ok(Start {
                at,
                topic: day.topic,
                method: day.method,
                listed: day.listed,
            })
        })
        .collect()
}

fn frame(wish: Wish, row: Row) -> Frame {
    Frame {
        title: wish.title,
        method: row.method,
        minutes: wish.minutes,
        place: wish.place,
        online: wish.online,
        makes_video: wish.makes_video,
        directions: wish.directions,
    }
}

/// Methods to choose from.
pub(crate) fn choices(catalogue: &Catalogue) -> impl Iterator<Item = &session::model::Method> {
    catalogue.of(Kind::Method)
}
