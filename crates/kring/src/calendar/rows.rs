//! Handlers for a row of meetings: propose days, look through them, plan and invite in one go.

use anyhow::Context as _;
use axum::extract::State;
use axum::response::{IntoResponse as _, Redirect, Response};
use jiff::Timestamp;
use jiff::civil::Date;
use session::Catalogue;
use session::compile::{Plan, PlannedBlock};
use session::model::Kind;
use session::script::Pace;
use ui::locale::{self, AMSTERDAM};

use super::letters::News;
use super::rules::{self, Issue, Row, Wish, Wrong};
use super::series::{Rhythm, propose, span};
use super::telling::{Telling, as_invited, invite};
use super::views::{self, Looked};
use super::{Details, Invited, store};
use crate::app::App;
use crate::error::Answer;
use crate::id::{MeetingId, PersonId};
use crate::meetings::{self, Meeting};
use crate::web::{Form, Posted, Visitor};
use crate::{groups, people};

/// The zone meetings are planned in.
const ZONE: &str = "Europe/Amsterdam";

/// What every meeting begins and ends with, around its method.
const AROUND: ([&str; 2], [&str; 2]) = (["check-in", "casuskeuze"], ["evaluatie", "afronding"]);

/// The method that stands in the form before somebody chooses: it fits most groups and an hour and a half.
const USUAL: &str = "focusmethode";

pub(super) async fn show(
    State(app): State<App>,
    visitor: Visitor,
    seen: groups::Seen,
) -> Result<Response, Answer> {
    if !groups::rules::may_plan(seen.standing) {
        return Err(Answer::NotFound);
    }
    let group = seen.group.id.clone();
    let region = app
        .db
        .read(move |tx| store::region(tx, &group))
        .await
        .context("looking up whose school holidays count")?;
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
    let posted: Posted = begin
        .into_iter()
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect();
    let page = views::series(&visitor, &app.catalogue, &seen.group, &posted, &Looked::No, &[]);
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
    let invalid = |looked: &Looked, issues: &[Issue]| {
        Err(Answer::Invalid(views::series(
            &visitor,
            &app.catalogue,
            group,
            &posted,
            looked,
            issues,
        )))
    };
    let methods: Vec<&str> = choices(&app.catalogue).map(|method| method.id.as_str()).collect();
    let (wish, row) = match (rules::wish(&posted, now), rules::row(&posted, &methods)) {
        (Ok(wish), Ok(row)) => (wish, row),
        (wish, row) => {
            let issues: Vec<Issue> = [wish.err(), row.err()].into_iter().flatten().flatten().collect();
            return invalid(&Looked::No, &issues);
        }
    };
    let action = posted.text("do");
    if !matches!(action, "keep" | "invite") {
        let proposals = propose(Rhythm {
            first: wish.first,
            weeks: row.weeks,
            count: row.count,
            region: row.region.as_deref(),
        });
        let looked = Looked::Proposed(proposals);
        return Ok(views::series(&visitor, &app.catalogue, group, &posted, &looked, &[]).into_response());
    }
    let days = match rules::days(&posted, now) {
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
    plan_days(&app, group, (&wish, &row), &days, action == "invite").await?;
    Ok(Redirect::to(&format!("/groups/{}", group.id)).into_response())
}

/// Methods to choose from.
pub(super) fn choices(catalogue: &Catalogue) -> impl Iterator<Item = &session::model::Method> {
    catalogue.of(Kind::Method)
}

async fn plan_days(
    app: &App,
    group: &groups::Group,
    (wish, row): (&Wish, &Row),
    days: &[Date],
    is_published: bool,
) -> Result<(), Answer> {
    let now = app.clock.now();
    let today = locale::local(now).date().to_string();
    let (id, programme) = (group.id.clone(), group.programme_id.clone());
    let members = app
        .db
        .read(move |tx| {
            let roles = store::members(tx, &id, &today)?;
            let ids: Vec<PersonId> = roles.iter().map(|(person, _)| person.clone()).collect();
            let people = people::store::readers(tx, &ids)?;
            Ok::<_, ::store::Error>((roles, people, store::manner(tx, &programme)?))
        })
        .await
        .context("loading a group")?;
    let (roles, people, manner) = members;
    let invited: Vec<Invited> = people.into_iter().map(as_invited).collect();
    let mut meetings = Vec::new();
    for day in days {
        let meeting = meeting(app, group, (wish, row), *day, is_published.then_some(now))?;
        let telling = if is_published && meeting.starts() > now {
            let details = as_details(&meeting, wish, &manner);
            invite(app, &details, &invited, News::Invited)?
        } else {
            Telling::default()
        };
        meetings.push((meeting, telling));
    }
    let directions = wish.directions.clone();
    app.db
        .write(move |tx| {
            for (meeting, telling) in &meetings {
                // Whoever presses twice plans once: a group is not in two places at one time.
                if store::meets_at(tx, meeting)? {
                    continue;
                }
                meetings::store::add(tx, meeting, ZONE)?;
                store::set_directions(tx, &meeting.id, directions.as_deref())?;
                for (person, role) in &roles {
                    meetings::store::add_attendance(tx, &meeting.id, person, role, "expected")?;
                }
                telling.write(tx, now.as_microsecond())?;
            }
            Ok::<_, ::store::Error>(())
        })
        .await
        .context("planning a row of meetings")?;
    Ok(())
}

fn meeting(
    app: &App,
    group: &groups::Group,
    (wish, row): (&Wish, &Row),
    day: Date,
    published: Option<Timestamp>,
) -> anyhow::Result<Meeting> {
    let (starts, ends) =
        span(day, wish.at, wish.minutes, &AMSTERDAM).context("a day that has no such time")?;
    let blocks = AROUND
        .0
        .iter()
        .copied()
        .chain([row.method.as_str()])
        .chain(AROUND.1);
    let plan = Plan {
        title: wish.title.clone(),
        pace: Pace::Live,
        budget: Some(u32::from(wish.minutes) * 60),
        blocks: blocks
            .map(|method| PlannedBlock {
                method: method.to_owned(),
                ..PlannedBlock::default()
            })
            .collect(),
    };
    Ok(Meeting {
        id: MeetingId(app.ids.id(app.clock.now())?),
        programme_id: group.programme_id.clone(),
        programme: group.programme.clone(),
        accent: group.accent.clone(),
        group_id: Some(group.id.clone()),
        group_name: Some(group.name.clone()),
        title: wish.title.clone(),
        starts_at: starts.as_microsecond(),
        ends_at: ends.as_microsecond(),
        place: wish.place.clone(),
        online: wish.online.clone(),
        plan: serde_json::to_string(&plan).context("writing a plan")?,
        state: "planned".to_owned(),
        published_at: published.map(Timestamp::as_microsecond),
    })
}

/// What a new meeting will look like in calendars.
fn as_details(meeting: &Meeting, wish: &Wish, (reminder_days, is_sensitive): &(String, bool)) -> Details {
    Details {
        id: meeting.id.clone(),
        programme_id: meeting.programme_id.clone(),
        programme: meeting.programme.clone(),
        group_name: meeting.group_name.clone(),
        title: meeting.title.clone(),
        starts_at: meeting.starts_at,
        ends_at: meeting.ends_at,
        place: meeting.place.clone(),
        online: meeting.online.clone(),
        directions: wish.directions.clone(),
        sequence: 0,
        published_at: meeting.published_at,
        state: meeting.state.clone(),
        reminder_days: reminder_days.clone(),
        is_sensitive: *is_sensitive,
    }
}
