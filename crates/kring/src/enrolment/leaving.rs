//! Leaving a programme, at any time and without asking anybody.

use anyhow::Context as _;
use axum::extract::State as Shared;
use axum::response::Redirect;

use super::deciding::Desk;
use super::rules::State;
use super::{store, views};
use crate::app::App;
use crate::error::Answer;
use crate::people;
use crate::programmes::Inside;
use crate::web::{Html, Visitor};

/// What leaving means, before it is done.
pub(super) async fn show(visitor: Visitor, inside: Inside) -> Result<Html, Answer> {
    if !inside.takes_part() {
        return Err(Answer::NotFound);
    }
    Ok(views::departure(&visitor, inside.programme()))
}

pub(super) async fn leave(Shared(app): Shared<App>, inside: Inside) -> Result<Redirect, Answer> {
    if !inside.takes_part() {
        return Err(Answer::NotFound);
    }
    let (desk, person, programme) = (
        Desk::of(&app),
        inside.person().clone(),
        inside.programme().clone(),
    );
    app.db
        .write(move |tx| {
            let known = people::store::readers(tx, std::slice::from_ref(&person))?;
            let mail = known.first().map_or("", |known| known.mail.as_str());
            let applied = store::of_somebody(tx, &programme.id, mail, Some(&person))?;
            let admitted = applied
                .into_iter()
                .find(|one| one.state == State::Admitted && one.person_id.as_ref() == Some(&person));
            // Whoever was added by hand never applied.
            if let Some(application) = admitted {
                return desk.withdraw(tx, &programme, application);
            }
            desk.end(tx, &programme, &person)?;
            desk.settle(tx, &programme)
        })
        .await
        .context("leaving a programme")?;
    Ok(Redirect::to("/my"))
}
