//! Handlers that show entries: one of them, one's own, and those that wait for a check.

use anyhow::Context as _;
use axum::extract::{FromRequestParts, State};
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;

use super::finding::{today, waiting};
use super::guard::spots;
use super::rules::{self, Act, Role, State as Stand, may};
use super::views::{self, Experience, Read};
use super::{Entry, store};
use crate::app::App;
use crate::auth::Person;
use crate::error::Answer;
use crate::id::PersonId;
use crate::web::{Html, Path, Query, Visitor};

/// An entry and as what somebody stands before it. For who is none of its owner, its checkers and those for whom it is, there is none.
pub(super) struct Seen {
    pub(super) person: PersonId,
    /// Their name.
    pub(super) name: String,
    pub(super) entry: Entry,
    pub(super) role: Role,
    /// Who says whether anybody can be recognised in it.
    pub(super) checkers: Vec<PersonId>,
}

impl FromRequestParts<App> for Seen {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Response> {
        let Person(me) = Person::from_request_parts(parts, app)
            .await
            .map_err(IntoResponse::into_response)?;
        let Path(id) = Path::<String>::from_request_parts(parts, app)
            .await
            .map_err(IntoResponse::into_response)?;
        let (person, day) = (me.person.clone(), today(app.clock.now()));
        let found = app
            .db
            .read(move |tx| store::find_for(tx, &id, &person, &day))
            .await
            .context("finding an entry of the library")
            .map_err(|error| Answer::from(error).into_response())?;
        let seen = found.and_then(|found| Self::of(me.person, me.name, found));
        let seen = seen.ok_or_else(|| Answer::NotFound.into_response())?;
        match (seen.entry.state(), seen.role) {
            (Stand::Withdrawn, Role::Owner) => Err(Answer::Gone.into_response()),
            (Stand::Withdrawn, _) => Err(Answer::NotFound.into_response()),
            _ => Ok(seen),
        }
    }
}

impl Seen {
    fn of(person: PersonId, name: String, found: store::Found) -> Option<Self> {
        let store::Found {
            entry,
            leads,
            owners,
            is_reader,
        } = found;
        let checkers = rules::checkers(&leads, entry.group_id.as_ref(), &owners);
        let role = if entry.owner_id == person {
            Role::Owner
        } else if checkers.contains(&person) {
            Role::Checker
        } else if is_reader {
            Role::Reader
        } else {
            return None;
        };
        Some(Self {
            person,
            name,
            entry,
            role,
            checkers,
        })
    }

    pub(super) fn may(&self, act: Act) -> bool {
        may(act, self.role, self.entry.state(), self.entry.shelf())
    }

    /// Goes on only when they may; otherwise there is nothing here for them.
    pub(super) fn only(self, act: Act) -> Result<Self, Answer> {
        if self.may(act) {
            Ok(self)
        } else {
            Err(Answer::NotFound)
        }
    }

    pub(super) fn is_owner(&self) -> bool {
        self.role == Role::Owner
    }
}

/// What happened just before.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Before {
    asked: String,
}

/// An entry: for its owner how it stands and what comes next, for whoever checks it what is to be checked, for others what they found.
pub(super) async fn show(
    State(app): State<App>,
    visitor: Visitor,
    seen: Seen,
    Query(before): Query<Before>,
) -> Result<Html, Answer> {
    let (id, day) = (seen.entry.id.clone(), today(app.clock.now()));
    let offers = app
        .db
        .read(move |tx| store::offers(tx, &id, &day))
        .await
        .context("loading who has experience")?;
    let experience = Experience {
        offers,
        has_asked: !before.asked.is_empty(),
    };
    page(&app, &visitor, &seen, (None, experience))
}

/// The page, with a question that was not taken and why.
pub(super) fn page(
    app: &App,
    visitor: &Visitor,
    seen: &Seen,
    (refused, experience): (Option<(String, String)>, Experience),
) -> Result<Html, Answer> {
    let (reads, reads_draft) = (seen.may(Act::Read), seen.may(Act::ReadDraft));
    if !reads && !reads_draft {
        return Err(Answer::NotFound);
    }
    let entry = &seen.entry;
    let draft = if reads_draft {
        Some(entry.draft(app)?)
    } else {
        None
    };
    let public = if reads && entry.public.is_some() {
        Some(entry.public(app)?)
    } else {
        None
    };
    let shown = Read {
        spots: match (&draft, seen.may(Act::Judge)) {
            (Some(draft), true) => spots(draft),
            _ => Vec::new(),
        },
        draft: draft.filter(|draft| Some(draft) != public.as_ref()),
        public,
        question: entry.question(app)?.filter(|_| entry.state() == Stand::Returned),
        seen,
        methods: &app.catalogue,
        refused,
        experience,
    };
    Ok(views::read(visitor, &shown))
}

/// One's own treated cases: what is shared of them, and what can be.
pub(super) async fn mine(
    State(app): State<App>,
    visitor: Visitor,
    Person(me): Person,
) -> Result<Html, Answer> {
    let treated = app
        .db
        .read(move |tx| store::treated(tx, &me.person, None))
        .await
        .context("loading somebody's treated cases")?;
    Ok(views::mine(&visitor, &treated))
}

/// What waits for this person to check it.
pub(super) async fn checks(
    State(app): State<App>,
    visitor: Visitor,
    Person(me): Person,
) -> Result<Html, Answer> {
    let day = today(app.clock.now());
    let entries = app
        .db
        .read(move |tx| waiting(tx, &me.person, &day))
        .await
        .context("loading what waits for a check")?;
    let titled: Vec<(Entry, String)> = entries
        .into_iter()
        .map(|entry| {
            let title = entry.draft(&app)?.of("title").to_owned();
            Ok((entry, title))
        })
        .collect::<anyhow::Result<_>>()?;
    Ok(views::checks(&visitor, &titled))
}
