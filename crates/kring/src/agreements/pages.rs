//! The forms about agreements, the same for every page on which they stand.

use axum::Router;
use axum::extract::{FromRequestParts, State};
use axum::response::{IntoResponse as _, Redirect, Response};
use axum::routing::post;
use serde::Deserialize;

use super::rules::May;
use super::views::Refused;
use super::{Scope, accept, write};
use crate::app::App;
use crate::error::Answer;
use crate::id::PersonId;
use crate::web::{Form, Html, Visitor};

/// Somebody at the page of a group, or of a programme with open meetings. Its extractor has proved who they are and that the page
/// is there for them.
pub(crate) trait Home: FromRequestParts<App> + Send + 'static {
    fn scope(&self) -> Scope;

    fn person(&self) -> &PersonId;

    fn may(&self) -> May;

    /// The address of the page.
    fn href(&self) -> String;

    /// The page, with a text that was not taken.
    fn page(
        self,
        app: &App,
        visitor: &Visitor,
        refused: (String, Refused),
    ) -> impl Future<Output = Result<Html, Answer>> + Send;
}

/// Where the forms of a page go, such as `/groups/{id}`.
pub(crate) fn routes<H: Home>(page: &str) -> Router<App> {
    Router::new()
        .route(&format!("{page}/agreements"), post(renew::<H>))
        .route(&format!("{page}/agreements/acceptance"), post(agree::<H>))
}

/// What somebody wrote as new agreements.
#[derive(Deserialize)]
struct Written {
    #[serde(default)]
    text: String,
    #[serde(default)]
    based_on: String,
}

/// The version that somebody read.
#[derive(Deserialize)]
struct Accepted {
    #[serde(default)]
    agreement: String,
}

/// A new version.
async fn renew<H: Home>(
    State(app): State<App>,
    visitor: Visitor,
    home: H,
    Form(written): Form<Written>,
) -> Result<Response, Answer> {
    if !home.may().write {
        return Err(Answer::NotFound);
    }
    let writer = home.person().clone();
    let outcome = write(&app, home.scope(), writer, &written.text, &written.based_on).await?;
    let Err(why) = outcome else {
        return Ok(back(&home).into_response());
    };
    let page = home.page(&app, &visitor, (written.text, why)).await?;
    Ok((why.status(), page).into_response())
}

/// Somebody accepts what they read. With a version that does not hold any more nothing happens: the page shows the one that does.
async fn agree<H: Home>(
    State(app): State<App>,
    home: H,
    Form(accepted): Form<Accepted>,
) -> Result<Redirect, Answer> {
    if !home.may().accept {
        return Err(Answer::NotFound);
    }
    accept(&app, home.scope(), home.person().clone(), accepted.agreement).await?;
    Ok(back(&home))
}

fn back(home: &impl Home) -> Redirect {
    Redirect::to(&format!("{}#agreements", home.href()))
}
