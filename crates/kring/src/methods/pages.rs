//! Handlers of the methods slice.

use axum::extract::State;
use session::model::{Kind, Method};
use session::wizard::suggest;

use super::rules::{Reading, Search};
use super::views::{self, Found};
use crate::app::App;
use crate::error::Answer;
use crate::web::{Html, Path, Query, Visitor};

pub(super) async fn list(
    State(app): State<App>,
    visitor: Visitor,
    Query(search): Query<Search>,
) -> Result<Html, Answer> {
    let found = match search.read() {
        Reading::Everything => Found::All,
        Reading::Wish(wish) => Found::Fitting(suggest(&app.catalogue, &wish)),
        Reading::Issues(issues) => Found::Issues(issues),
    };
    let has_issues = matches!(found, Found::Issues(_));
    let greeting = app.demo.as_ref().map(|demo| demo.greeting(&visitor));
    let page = views::list(&visitor, &app.catalogue, &search, &found, greeting.as_ref());
    if has_issues {
        Err(Answer::Invalid(page))
    } else {
        Ok(page)
    }
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
