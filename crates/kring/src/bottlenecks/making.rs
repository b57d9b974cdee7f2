//! Handlers for making a diagram, and for changing what it is about.

use std::collections::BTreeSet;

use anyhow::Context as _;
use axum::extract::State;
use axum::response::{IntoResponse as _, Redirect, Response};
use ui::Problems;

use super::pages::{Board, Seen, key, key_of};
use super::rules::{self, Act, CATEGORY, Unfit};
use super::store::{self, Wanted};
use super::views::{self, New, Settings};
use crate::app::App;
use crate::error::Answer;
use crate::groups::{self, rules::Sight};
use crate::id::{GroupId, MeetingId};
use crate::meetings::{self, Meeting};
use crate::web::{Form, Html, LINE, Posted, Reading, Visitor};
use crate::words::Words;

/// The name of the field of a category.
pub(super) fn field(id: &str) -> String {
    format!("category-{id}")
}

fn inside(seen: groups::Seen) -> Result<groups::Seen, Answer> {
    if groups::rules::may(seen.standing, Sight::Inside) {
        Ok(seen)
    } else {
        Err(Answer::NotFound)
    }
}

/// The diagrams of a group.
pub(super) async fn of_group(
    State(app): State<App>,
    visitor: Visitor,
    seen: groups::Seen,
) -> Result<Html, Answer> {
    let seen = inside(seen)?;
    let group = seen.group.id.clone();
    let lines = app
        .db
        .read(move |tx| store::of_group(tx, &group))
        .await
        .context("loading the diagrams of a group")?;
    Ok(views::list(&visitor, &seen.group, &lines))
}

/// The meetings of a group that a diagram can prepare.
pub(super) async fn ahead(app: &App, group: &GroupId) -> Result<Vec<Meeting>, Answer> {
    let (group, now) = (group.clone(), app.clock.now());
    let mut meetings = app
        .db
        .read(move |tx| meetings::store::of_group(tx, &group))
        .await
        .context("loading the meetings of a group")?;
    meetings
        .retain(|meeting| meeting.published_at.is_some() && meetings::rules::phase(meeting, now).is_ahead());
    Ok(meetings)
}

/// The form for a new one, with the categories of the programme.
pub(super) async fn new(
    State(app): State<App>,
    visitor: Visitor,
    seen: groups::Seen,
) -> Result<Html, Answer> {
    let seen = inside(seen)?;
    let programme = seen.group.programme_id.clone();
    let own = app
        .db
        .read(move |tx| store::of_programme(tx, &programme))
        .await
        .context("loading the categories of a programme")?;
    let categories = own.unwrap_or_else(|| visitor.words().bottlenecks_usual());
    let fields = [
        ("key".to_owned(), key(&app)?),
        ("categories".to_owned(), categories),
    ];
    let meetings = ahead(&app, &seen.group.id).await?;
    let posted = fields.into_iter().collect();
    let new = New {
        group: &seen.group,
        meetings: &meetings,
        posted: &posted,
        problems: &Problems::none(),
    };
    Ok(views::new(&visitor, &new))
}

/// What is wrong with a list of categories, in words.
pub(super) fn unfit(words: &Words, unfit: Unfit) -> String {
    let (least, most) = rules::CATEGORIES;
    match unfit {
        Unfit::Count => words.bottlenecks_categories_count(least, most),
        Unfit::Length => words.bottlenecks_categories_length(CATEGORY),
        Unfit::Twice => words.bottlenecks_categories_twice(),
    }
}

/// One of the meetings that can be chosen, or none.
fn chosen<'m>(reading: &mut Reading<'_>, meetings: &'m [Meeting]) -> Option<&'m MeetingId> {
    let wanted = reading.raw("meeting");
    let found = meetings
        .iter()
        .map(|meeting| &meeting.id)
        .find(|id| id.0 == wanted);
    if found.is_none() && !wanted.is_empty() {
        let choose = reading.words().forms_choose();
        reading.wrong("meeting", choose);
    }
    found
}

pub(super) async fn make(
    State(app): State<App>,
    visitor: Visitor,
    seen: groups::Seen,
    Form(posted): Form<Posted>,
) -> Result<Redirect, Answer> {
    let seen = inside(seen)?;
    let form_key = key_of(&posted)?;
    let meetings = ahead(&app, &seen.group.id).await?;
    let mut reading = Reading::new(&posted, visitor.words());
    let effect = reading.text("effect", LINE);
    let meeting = chosen(&mut reading, &meetings).cloned();
    let names = rules::categories(&reading.raw("categories")).unwrap_or_else(|problem| {
        let text = unfit(reading.words(), problem);
        reading.wrong("categories", text);
        Vec::new()
    });
    let (is_anonymous, shows_counts) = (reading.ticked("anonymous"), reading.ticked("counts"));
    let read = reading.done(()).map_err(|problems| {
        let (group, meetings) = (&seen.group, meetings.as_slice());
        Answer::Invalid(views::new(
            &visitor,
            &New {
                group,
                meetings,
                posted: &posted,
                problems: &problems,
            },
        ))
    });
    read?;
    let now = app.clock.now();
    let id = app.ids.id(now).context("making an id")?;
    let mut categories = Vec::new();
    for name in names {
        categories.push((app.ids.id(now).context("making an id")?, name));
    }
    let made = app
        .db
        .write(move |tx| {
            let wanted = Wanted {
                id: &id,
                form_key: &form_key,
                group: &seen.group.id,
                meeting: meeting.as_ref(),
                effect: &effect,
                by: &seen.person,
                is_anonymous,
                shows_counts,
                categories: &categories,
                at: now.as_microsecond(),
            };
            store::make(tx, &wanted)
        })
        .await
        .context("making a diagram")?;
    let id = made.ok_or(Answer::Unreadable)?;
    Ok(Redirect::to(&format!("/bottlenecks/{id}")))
}

/// What it is about, to change.
pub(super) async fn settings(State(app): State<App>, visitor: Visitor, seen: Seen) -> Result<Html, Answer> {
    let seen = settles(seen)?;
    let board = Board::load(&app, &seen).await?;
    let bottleneck = &seen.bottleneck;
    let meeting = bottleneck.meeting_id.as_ref().map(|id| id.0.clone());
    let counts = if bottleneck.shows_counts { "yes" } else { "" };
    let fields = [
        ("effect".to_owned(), bottleneck.effect.clone()),
        ("meeting".to_owned(), meeting.unwrap_or_default()),
        ("counts".to_owned(), counts.to_owned()),
        ("edition".to_owned(), bottleneck.edition.to_string()),
    ];
    let named = board
        .categories
        .iter()
        .map(|category| (field(&category.id), category.name.clone()));
    let posted = fields.into_iter().chain(named).collect();
    form(&app, &visitor, &seen, &board, (&posted, &Problems::none())).await
}

fn settles(seen: Seen) -> Result<Seen, Answer> {
    if seen.may(Act::Settle) {
        Ok(seen)
    } else {
        Err(Answer::NotFound)
    }
}

async fn form(
    app: &App,
    visitor: &Visitor,
    seen: &Seen,
    board: &Board,
    (posted, problems): (&Posted, &Problems),
) -> Result<Html, Answer> {
    let meetings = ahead(app, &seen.bottleneck.group_id).await?;
    let settings = Settings {
        seen,
        board,
        meetings: &meetings,
        posted,
        problems,
    };
    Ok(views::settings(visitor, &settings))
}

/// Categories as they are wanted: each with its id, new ones with a fresh one; those to take away.
struct Renamed {
    named: Vec<(String, String)>,
    added: Vec<(String, String)>,
    gone: Vec<String>,
}

/// Reads the fields of the categories. An empty one is taken away when nothing stands under it.
fn renamed(app: &App, reading: &mut Reading<'_>, board: &Board) -> anyhow::Result<Renamed> {
    let used: BTreeSet<&str> = board
        .causes
        .iter()
        .filter_map(|cause| cause.category_id.as_deref())
        .collect();
    let mut renamed = Renamed {
        named: Vec::new(),
        added: Vec::new(),
        gone: Vec::new(),
    };
    for category in &board.categories {
        let name = field(&category.id);
        match reading.optional(&name, CATEGORY) {
            Some(text) => renamed.named.push((category.id.clone(), text)),
            None if used.contains(category.id.as_str()) => {
                let text = reading.words().bottlenecks_category_used();
                reading.wrong(&name, text);
            }
            None => renamed.gone.push(category.id.clone()),
        }
    }
    if let Some(text) = reading.optional("category", CATEGORY) {
        let id = app.ids.id(app.clock.now()).context("making an id")?;
        renamed.added.push((id, text));
    }
    let all: Vec<&str> = renamed
        .named
        .iter()
        .chain(&renamed.added)
        .map(|(_, name)| name.as_str())
        .collect();
    if let Err(problem) = rules::categories(&all.join("\n")) {
        let text = unfit(reading.words(), problem);
        reading.wrong("category", text);
    }
    Ok(renamed)
}

pub(super) async fn set(
    State(app): State<App>,
    visitor: Visitor,
    seen: Seen,
    Form(posted): Form<Posted>,
) -> Result<Response, Answer> {
    let seen = settles(seen)?;
    let board = Board::load(&app, &seen).await?;
    let meetings = ahead(&app, &seen.bottleneck.group_id).await?;
    let mut reading = Reading::new(&posted, visitor.words());
    let effect = reading.text("effect", LINE);
    let meeting = chosen(&mut reading, &meetings).cloned();
    let edition = reading.number("edition", 1, i64::MAX).unwrap_or(0);
    let counts = reading.ticked("counts");
    let renamed = renamed(&app, &mut reading, &board)?;
    if let Err(problems) = reading.done(()) {
        return Err(Answer::Invalid(
            form(&app, &visitor, &seen, &board, (&posted, &problems)).await?,
        ));
    }
    let id = seen.bottleneck.id.clone();
    let last = i64::try_from(board.categories.len()).unwrap_or(0);
    let is_set = app
        .db
        .write(move |tx| {
            if !store::settle(tx, (&id, edition), &effect, meeting.as_ref(), counts)? {
                return Ok(false);
            }
            for (category, name) in &renamed.named {
                store::name_category(tx, &id, category, name)?;
            }
            for category in &renamed.gone {
                store::remove_category(tx, &id, category)?;
            }
            for (category, name) in &renamed.added {
                store::add_category(tx, &id, (category, name), last + 1)?;
            }
            store::touch(tx, &id)?;
            Ok::<_, ::store::Error>(true)
        })
        .await
        .context("changing what a diagram is about")?;
    if is_set {
        return Ok(Redirect::to(&seen.bottleneck.href()).into_response());
    }
    let posted = posted.with("edition", &seen.bottleneck.edition.to_string());
    let mut problems = Problems::none();
    problems.add("form", visitor.words().bottlenecks_changed());
    Err(Answer::Conflict(
        form(&app, &visitor, &seen, &board, (&posted, &problems)).await?,
    ))
}
