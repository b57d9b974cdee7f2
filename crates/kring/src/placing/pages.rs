//! Handlers of the placing slice.

use anyhow::Context as _;
use axum::extract::State;
use axum::response::{IntoResponse as _, Redirect, Response};
use jiff::Span;
use serde::Deserialize;
use ui::{Problems, box_name, locale};

use super::seating::{When, move_one};
use super::telling::{Placed, tell};
use super::views::{self, Shown};
use super::{Circle, Seat, Somebody, store};
use crate::app::App;
use crate::calendar;
use crate::error::Answer;
use crate::id::{GroupId, PersonId};
use crate::people;
use crate::programmes::{Managed, Programme};
use crate::web::{Form, Html, LINE, Posted, Query, Reading, Visitor};

/// People on one page.
const PAGE: u32 = 100;

/// What of the list somebody looks at.
#[derive(Clone, Debug, Default, Deserialize)]
pub(super) struct Look {
    /// Empty for everybody, `-` for who is in no group, or the id of a group.
    #[serde(default)]
    which: String,
    /// From zero.
    #[serde(default)]
    page: u32,
}

/// Everything that the page shows.
pub(super) struct Loaded {
    pub(super) circles: Vec<Circle>,
    people: Vec<Somebody>,
    seats: Vec<Seat>,
    count: i64,
    without: i64,
}

pub(super) async fn load(app: &App, programme: &Programme, look: &Look) -> anyhow::Result<Loaded> {
    let today = locale::local(app.clock.now()).date().to_string();
    let (programme, look) = (programme.id.clone(), look.clone());
    app.db
        .read(move |tx| {
            let part = (today.as_str(), look.which.as_str());
            let skip = i64::from(look.page) * i64::from(PAGE);
            let people = store::people(tx, &programme, part, (skip, PAGE.into()))?;
            let ids: Vec<PersonId> = people.iter().map(|one| one.id.clone()).collect();
            Ok::<_, ::store::Error>(Loaded {
                circles: store::circles(tx, &programme, &today)?,
                seats: store::seats(tx, &programme, &today, &ids)?,
                people,
                count: store::count(tx, &programme, part)?,
                without: store::count(tx, &programme, (&today, "-"))?,
            })
        })
        .await
        .context("loading who is in which group")
}

pub(super) async fn show(
    State(app): State<App>,
    visitor: Visitor,
    Managed { programme, .. }: Managed,
    Query(look): Query<Look>,
) -> Result<Html, Answer> {
    let none = Posted::from_iter([]);
    page(&app, &visitor, &programme, &look, (&none, &Problems::none())).await
}

async fn page(
    app: &App,
    visitor: &Visitor,
    programme: &Programme,
    look: &Look,
    (posted, problems): (&Posted, &Problems),
) -> Result<Html, Answer> {
    let loaded = load(app, programme, look).await?;
    let shown = Shown {
        programme,
        circles: &loaded.circles,
        people: &loaded.people,
        seats: &loaded.seats,
        count: loaded.count,
        without: loaded.without,
        which: &look.which,
        page: look.page,
        last_page: (loaded.count - 1).max(0) / i64::from(PAGE),
        posted,
        problems,
    };
    Ok(views::people(visitor, &shown))
}

/// Makes a group. Pressing twice makes one.
pub(super) async fn make_group(
    State(app): State<App>,
    visitor: Visitor,
    Managed { programme, .. }: Managed,
    Form(posted): Form<Posted>,
) -> Result<Response, Answer> {
    let mut reading = Reading::new(&posted, visitor.words());
    let name = reading.text("name", LINE);
    let name = match reading.done(name) {
        Ok(name) => name,
        Err(problems) => {
            let look = Look::default();
            let page = page(&app, &visitor, &programme, &look, (&posted, &problems)).await?;
            return Err(Answer::Invalid(page));
        }
    };
    let here = here(&programme, "");
    let id = GroupId(app.ids.id(app.clock.now()).context("making an id")?);
    app.db
        .write(move |tx| store::add_group(tx, &id, &programme.id, &name))
        .await
        .context("making a group")?;
    Ok(Redirect::to(&here).into_response())
}

pub(super) fn here(programme: &Programme, which: &str) -> String {
    let part = if which.is_empty() {
        String::new()
    } else {
        format!("?which={which}")
    };
    format!("/programmes/{}/people{part}", programme.id)
}

/// Where people go.
#[derive(Clone, Debug)]
pub(super) enum Goal {
    /// Out of every group; they stay in the programme.
    Nowhere,
    Seat(Circle, &'static str),
}

impl Goal {
    fn place(&self) -> Option<(&GroupId, &str)> {
        match self {
            Self::Nowhere => None,
            Self::Seat(circle, role) => Some((&circle.id, role)),
        }
    }
}

/// Places the people who are ticked, or takes them out of their group.
pub(super) async fn place(
    State(app): State<App>,
    visitor: Visitor,
    Managed { programme, .. }: Managed,
    Form(posted): Form<Posted>,
) -> Result<Response, Answer> {
    let look = Look {
        which: posted.text("which").to_owned(),
        page: posted.text("page").parse().unwrap_or_default(),
    };
    let loaded = load(&app, &programme, &look).await?;
    let ticked: Vec<PersonId> = (0..PAGE)
        .filter_map(|row| posted.get(&box_name("person", usize::try_from(row).ok()?)))
        .map(|id| PersonId(id.to_owned()))
        .collect();
    let words = visitor.words();
    let mut problems = Problems::none();
    if ticked.is_empty() {
        problems.add("people", words.placing_nobody());
    }
    let goal = goal(&loaded.circles, &posted);
    if goal.is_none() {
        problems.add("group", words.forms_choose());
    }
    let Some(goal) = goal.filter(|_| problems.is_empty()) else {
        let page = page(&app, &visitor, &programme, &look, (&posted, &problems)).await?;
        return Err(Answer::Invalid(page));
    };
    let tells = !posted.text("tell").is_empty();
    carry_out(&app, &programme, ticked, goal, tells).await?;
    Ok(Redirect::to(&here(&programme, &look.which)).into_response())
}

pub(super) fn goal(circles: &[Circle], posted: &Posted) -> Option<Goal> {
    let role = match posted.text("role") {
        "facilitator" => "facilitator",
        _ => "participant",
    };
    match posted.text("group") {
        "-" => Some(Goal::Nowhere),
        id => {
            let circle = circles.iter().find(|circle| circle.id.0 == id)?;
            Some(Goal::Seat(circle.clone(), role))
        }
    }
}

/// Seats people, mails those who got a new seat, and invites them to what their group has planned.
pub(super) async fn carry_out(
    app: &App,
    programme: &Programme,
    people: Vec<PersonId>,
    goal: Goal,
    tells: bool,
) -> anyhow::Result<()> {
    let now = app.clock.now();
    let today = locale::local(now).date();
    let yesterday = today.checked_sub(Span::new().days(1))?.to_string();
    let today = today.to_string();
    let mut fresh = Vec::new();
    for person in people {
        fresh.push((person, app.ids.id(now)?, app.ids.id(now)?));
    }
    let (id, wanted) = (programme.id.clone(), goal.clone());
    let placed = app
        .db
        .write(move |tx| {
            let mut placed = Vec::new();
            for (person, one, other) in &fresh {
                let when = When {
                    today: &today,
                    yesterday: &yesterday,
                    now: now.as_microsecond(),
                };
                if !move_one(tx, &id, (person, wanted.place()), (one, other), when)? {
                    continue;
                }
                let Goal::Seat(circle, _) = &wanted else { continue };
                let known = people::store::readers(tx, std::slice::from_ref(person))?;
                let leaders = store::leaders(tx, &circle.id, &today)?;
                placed.extend(known.into_iter().map(|person| Placed {
                    person,
                    leaders: leaders.clone(),
                }));
            }
            Ok::<_, ::store::Error>(placed)
        })
        .await
        .context("placing people")?;
    if let (Goal::Seat(circle, role), true) = (&goal, tells) {
        tell(app, programme, Some(circle), (role, &placed)).await?;
    }
    calendar::catch_up(app).await?;
    Ok(())
}
