//! Handlers that show briefs: one's own, those of a group, and one of them.

use anyhow::Context as _;
use axum::extract::{FromRequestParts, State};
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use jiff::Timestamp;
use ui::locale;

use super::rules::{self, Act, Role, State as Stand, may};
use super::views::{self, Listed, Read};
use super::writing::near;
use super::{Brief, Line, store, trail};
use crate::app::App;
use crate::auth::Person;
use crate::error::Answer;
use crate::groups::{self, rules::Standing};
use crate::id::PersonId;
use crate::web::{Html, Path, Visitor};

/// A brief and as what somebody stands before it. For who has nothing to do with its group, it does not exist.
pub(super) struct Seen {
    pub(super) person: PersonId,
    /// Their name.
    pub(super) name: String,
    pub(super) brief: Brief,
    pub(super) role: Role,
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
            .read(move |tx| store::find_for(tx, &id, &signed_in.person, &today))
            .await
            .context("finding a brief")
            .map_err(|error| Answer::from(error).into_response())?;
        let seen = found.and_then(|(brief, roles, others)| {
            let role = rules::role(brief.owner_id == person, &roles, others)?;
            Some(Self {
                person,
                name: signed_in.name,
                brief,
                role,
            })
        });
        let seen = seen.ok_or_else(|| Answer::NotFound.into_response())?;
        match seen.brief.state() {
            Stand::Withdrawn if seen.brief.owner_id == seen.person => Err(Answer::Gone.into_response()),
            _ => Ok(seen),
        }
    }
}

impl Seen {
    pub(super) fn may(&self, act: Act) -> bool {
        may(act, self.role, self.brief.state(), self.brief.readers())
    }

    /// Goes on only when they may; otherwise there is nothing here for them.
    pub(super) fn only(self, act: Act) -> Result<Self, Answer> {
        if self.may(act) {
            Ok(self)
        } else {
            Err(Answer::NotFound)
        }
    }

    /// Whether somebody else looks before others read it.
    pub(super) fn is_checked_by_another(&self) -> bool {
        self.role != Role::OwnerAlone
    }

    pub(super) fn is_owner(&self) -> bool {
        matches!(self.role, Role::Owner | Role::OwnerAlone)
    }
}

/// One's own briefs.
pub(super) async fn mine(
    State(app): State<App>,
    visitor: Visitor,
    Person(person): Person,
) -> Result<Html, Answer> {
    let today = locale::local(app.clock.now()).date().to_string();
    let (lines, belongings) = app
        .db
        .read(move |tx| {
            let lines = store::of_owner(tx, &person.person)?;
            Ok::<_, ::store::Error>((lines, groups::store::belongings(tx, &person.person, &today)?))
        })
        .await
        .context("loading somebody's briefs")?;
    let places = belongings
        .into_iter()
        .filter(|one| matches!(one.role.as_str(), "participant" | "facilitator"))
        .filter_map(|one| one.group_id.zip(one.group_name))
        .collect::<Vec<_>>();
    Ok(views::mine(&visitor, &listed(&app, lines, "own"), &places))
}

/// The briefs of others in a group that somebody may read.
pub(super) async fn of_group(
    State(app): State<App>,
    visitor: Visitor,
    seen: groups::Seen,
) -> Result<Html, Answer> {
    if seen.standing == Standing::Organiser {
        return Err(Answer::NotFound);
    }
    let (group, leads) = (seen.group.id.clone(), seen.standing == Standing::Facilitator);
    let lines = app
        .db
        .read(move |tx| store::of_group(tx, &group, leads))
        .await
        .context("loading the briefs of a group")?;
    Ok(views::of_group(
        &visitor,
        &seen.group,
        &listed(&app, lines, "shared"),
    ))
}

fn listed(app: &App, lines: Vec<Line>, part: &str) -> Vec<Listed> {
    lines
        .into_iter()
        .map(|line| {
            let title = match line.opened(app, part) {
                Ok(answers) => Some(answers.of("title").to_owned()),
                // One whose key is gone must not take the others with it.
                Err(error) => {
                    tracing::error!("a case on a list: {error:#}");
                    None
                }
            };
            Listed { line, title }
        })
        .collect()
}

/// A brief: for its owner how it stands and what comes next, for others what is shared.
pub(super) async fn show(State(app): State<App>, visitor: Visitor, seen: Seen) -> Result<Html, Answer> {
    page(&app, &visitor, seen, None).await
}

/// The page, with a question that was not taken and why.
pub(super) async fn page(
    app: &App,
    visitor: &Visitor,
    seen: Seen,
    refused: Option<(String, String)>,
) -> Result<Html, Answer> {
    let seen = if seen.is_owner() {
        seen
    } else {
        seen.only(Act::Read)?
    };
    if !seen.is_owner() {
        trail::note_reading(app, &seen).await?;
    }
    let brief = &seen.brief;
    let (id, group, now) = (brief.id.clone(), brief.group_id.clone(), app.clock.now());
    let ahead = app
        .db
        .read(move |tx| {
            let ahead = store::ahead(tx, &group, now.as_microsecond())?;
            Ok::<_, ::store::Error>((ahead, store::trail(tx, &id)?))
        })
        .await;
    let (ahead, noted) = ahead.context("loading what stands around a case")?;
    let shared = brief.shared(app)?;
    let is_treated = brief.treated.as_deref() == Some("treated");
    let own = if seen.is_owner() {
        Some(brief.own(app)?)
    } else {
        None
    };
    let shown = Read {
        near: match &own {
            Some(own) if !is_treated => near(app, &seen.person, own).await?,
            _ => Vec::new(),
        },
        is_treated,
        own,
        shared: if is_unlocked(&seen) {
            shared
        } else {
            shared.without_hidden()
        },
        question: brief.question(app)?.filter(|_| brief.state() == Stand::Returned),
        seen: &seen,
        ahead: &ahead,
        trail: if seen.is_owner() { &noted } else { &[] },
        methods: &app.catalogue,
        refused,
    };
    Ok(views::read(visitor, &shown))
}

/// Who brings it and who checks it know how it ended; the others read it once it was treated.
fn is_unlocked(seen: &Seen) -> bool {
    seen.role != Role::Member || seen.brief.treated.as_deref() == Some("treated")
}

/// When something happened.
pub(super) fn moment(at: i64) -> Timestamp {
    Timestamp::from_microsecond(at).unwrap_or_default()
}
