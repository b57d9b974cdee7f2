//! Handlers of the methods slice.

use axum::extract::State;

use session::model::{Kind, Method};

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
    let method = app
        .catalogue
        .get(&id)
        .filter(|method| method.kind == Kind::Method)
        .ok_or(Answer::NotFound)?;
    let modules: Vec<&Method> = method
        .steps
        .iter()
        .flat_map(|step| app.catalogue.modules_of(step))
        .collect();
    Ok(views::method(&visitor, method, &modules))
}
