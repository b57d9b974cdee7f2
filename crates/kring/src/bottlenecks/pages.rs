//! Handlers that show a diagram, and who is let in.

use anyhow::Context as _;
use axum::extract::{FromRequestParts, State};
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use ui::{Problems, locale};

use super::rules::{Act, Role};
use super::views::{self, Shown};
use super::{Bottleneck, Category, Cause, store};
use crate::app::App;
use crate::auth::Person;
use crate::error::Answer;
use crate::id::PersonId;
use crate::web::{Html, Path, Posted, Query, Visitor};

/// A diagram and as what somebody stands before it. For who is not in its group, it does not exist.
pub(super) struct Seen {
    pub(super) person: PersonId,
    pub(super) bottleneck: Bottleneck,
    pub(super) role: Role,
    /// The cause that the address names.
    pub(super) cause: Option<String>,
}

/// The part of an address that names the diagram or the cause.
#[derive(Deserialize)]
struct At {
    id: String,
}

impl FromRequestParts<App> for Seen {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Response> {
        let Person(signed_in) = Person::from_request_parts(parts, app)
            .await
            .map_err(IntoResponse::into_response)?;
        let Path(At { id }) = Path::<At>::from_request_parts(parts, app)
            .await
            .map_err(IntoResponse::into_response)?;
        let cause = parts.uri.path().starts_with("/causes/").then(|| id.clone());
        let id = if cause.is_some() { String::new() } else { id };
        let found = Self::find(app, signed_in.person, (id, cause)).await;
        found.map_err(IntoResponse::into_response)
    }
}

impl Seen {
    /// Looks it up by its id, or by one of its causes.
    async fn find(
        app: &App,
        person: PersonId,
        (id, cause): (String, Option<String>),
    ) -> Result<Self, Answer> {
        let today = locale::local(app.clock.now()).date().to_string();
        let (who, of) = (person.clone(), cause.clone().unwrap_or_default());
        let found = app
            .db
            .read(move |tx| store::find_for(tx, (&id, &of), &who, &today))
            .await
            .context("finding a diagram")?;
        let bottleneck = found.ok_or(Answer::NotFound)?;
        let role = bottleneck.role(&person).ok_or(Answer::NotFound)?;
        Ok(Self {
            person,
            bottleneck,
            role,
            cause,
        })
    }

    /// The same after a while: what has changed, and whether they still see it.
    pub(super) async fn again(self, app: &App) -> Result<Self, Answer> {
        Self::find(app, self.person, (self.bottleneck.id, self.cause)).await
    }

    pub(super) fn may(&self, act: Act) -> bool {
        self.bottleneck.may(act, self.role)
    }
}

/// What is in a diagram, as far as somebody may know.
pub(super) struct Board {
    pub(super) categories: Vec<Category>,
    pub(super) causes: Vec<Cause>,
    /// How many people have voted.
    pub(super) voters: i64,
}

impl Board {
    pub(super) async fn load(app: &App, seen: &Seen) -> Result<Self, Answer> {
        let (id, person) = (seen.bottleneck.id.clone(), seen.person.clone());
        let board = app
            .db
            .read(move |tx| Self::read(tx, &id, &person))
            .await
            .context("loading a diagram")?;
        Ok(board.for_eyes_of(seen))
    }

    pub(super) fn read(
        tx: &mut ::store::Tx<'_>,
        id: &str,
        person: &PersonId,
    ) -> Result<Self, ::store::Error> {
        Ok(Self {
            categories: store::categories(tx, id)?,
            causes: store::causes(tx, id, person)?,
            voters: store::voters(tx, id)?,
        })
    }

    /// Without the votes of others, for who may not see them.
    pub(super) fn for_eyes_of(mut self, seen: &Seen) -> Self {
        if !seen.may(Act::Count) {
            for cause in &mut self.causes {
                cause.votes = 0;
            }
        }
        self
    }

    pub(super) fn find(&self, id: &str) -> Option<&Cause> {
        self.causes.iter().find(|cause| cause.id == id)
    }
}

/// Where somebody goes on.
#[derive(Deserialize)]
pub(super) struct Going {
    /// Under what they want to add something.
    #[serde(default)]
    under: String,
}

pub(super) async fn show(
    State(app): State<App>,
    visitor: Visitor,
    seen: Seen,
    Query(going): Query<Going>,
) -> Result<Html, Answer> {
    let fields = [("under".to_owned(), going.under), ("key".to_owned(), key(&app)?)];
    let posted = fields.into_iter().collect();
    page(&app, &visitor, &seen, (&posted, &Problems::none())).await
}

/// The page, with what somebody typed.
pub(super) async fn page(
    app: &App,
    visitor: &Visitor,
    seen: &Seen,
    (posted, problems): (&Posted, &Problems),
) -> Result<Html, Answer> {
    let board = Board::load(app, seen).await?;
    let shown = Shown {
        seen,
        board: &board,
        posted,
        problems,
    };
    Ok(views::page(visitor, &shown))
}

/// A key for a form, so that pressing twice does once. There is no moment in it: an entry without a name keeps its key.
pub(super) fn key(app: &App) -> anyhow::Result<String> {
    random(app).context("making a key")
}

/// An id that says nothing of when it was made.
pub(super) fn random(app: &App) -> anyhow::Result<String> {
    let bytes: [u8; 16] = app.ids.secret().context("asking the system for randomness")?;
    Ok(uuid::Builder::from_random_bytes(bytes).into_uuid().to_string())
}

/// The key that came with a form.
pub(super) fn key_of(posted: &Posted) -> Result<String, Answer> {
    let key = uuid::Uuid::parse_str(posted.text("key")).map_err(|_no_form_of_ours| Answer::Unreadable)?;
    Ok(key.to_string())
}
