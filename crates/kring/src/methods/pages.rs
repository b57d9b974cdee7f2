//! Handlers of the methods slice.

use axum::extract::State;

use super::views;
use crate::app::App;
use crate::error::Answer;
use crate::web::{Html, Path, Visitor};

pub(super) async fn list(State(app): State<App>, visitor: Visitor) -> Html {
    views::list(&visitor, &app.catalogue)
}

pub(super) async fn show(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Html, Answer> {
    let method = app.catalogue.get(&id).ok_or(Answer::NotFound)?;
    Ok(views::show(&visitor, method))
}
