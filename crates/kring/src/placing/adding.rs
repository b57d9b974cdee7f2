//! Adding somebody by hand, such as a coach who does not apply.

use anyhow::Context as _;
use axum::extract::State;
use axum::response::{IntoResponse as _, Redirect, Response};
use ui::{Problems, locale};

use super::pages::{Look, carry_out, goal, here, load};
use super::telling::{Placed, tell};
use super::{seating, views};
use crate::app::App;
use crate::error::Answer;
use crate::id::PersonId;
use crate::people::{self, Addressed, Person};
use crate::programmes::{Managed, Programme};
use crate::web::{Form, Html, LINE, Posted, Reading, Visitor};

pub(super) async fn newcomer(
    State(app): State<App>,
    visitor: Visitor,
    Managed { programme, .. }: Managed,
) -> Result<Html, Answer> {
    let loaded = load(&app, &programme, &Look::default()).await?;
    let posted: Posted = [("tell".to_owned(), "yes".to_owned())].into_iter().collect();
    let form = (&posted, &Problems::none());
    Ok(views::newcomer(&visitor, &programme, &loaded.circles, form))
}

/// Adds somebody by hand. Somebody Kring knows by this address joins under the name they have.
pub(super) async fn add(
    State(app): State<App>,
    visitor: Visitor,
    Managed { programme, .. }: Managed,
    Form(posted): Form<Posted>,
) -> Result<Response, Answer> {
    let loaded = load(&app, &programme, &Look::default()).await?;
    let words = visitor.words();
    let mut reading = Reading::new(&posted, words);
    let name = reading.text("name", LINE);
    let mail = people::folded(&reading.text("mail", LINE));
    if !mail.is_empty() && !people::is_address(&mail) {
        reading.wrong("mail", words.placing_wrong_mail());
    }
    let goal = match posted.text("group") {
        "" => None,
        _ => goal(&loaded.circles, &posted),
    };
    if goal.is_none() && !posted.text("group").is_empty() {
        reading.wrong("group", words.forms_choose());
    }
    let (name, mail) = reading.done((name, mail)).map_err(|problems| {
        Answer::Invalid(views::newcomer(
            &visitor,
            &programme,
            &loaded.circles,
            (&posted, &problems),
        ))
    })?;
    // A coach without a group leads in the programme, and is offered when groups are composed.
    let role = match (&goal, posted.text("role")) {
        (None, "facilitator") => "facilitator",
        _ => "participant",
    };
    let (person, is_new) = join(&app, &programme, (name, mail), role).await?;
    let tells = !posted.text("tell").is_empty();
    match goal {
        Some(goal) => carry_out(&app, &programme, vec![person.id], goal, tells).await?,
        None if tells && is_new => {
            let placed = [Placed {
                person,
                leaders: Vec::new(),
            }];
            tell(&app, &programme, None, (role, &placed)).await?;
        }
        None => {}
    }
    Ok(Redirect::to(&here(&programme, "")).into_response())
}

/// Gives somebody a place in the programme, who may be new to Kring; answers whether they had none before.
async fn join(
    app: &App,
    programme: &Programme,
    (name, mail): (String, String),
    role: &'static str,
) -> anyhow::Result<(Addressed, bool)> {
    let now = app.clock.now();
    let today = locale::local(now).date().to_string();
    let membership = app.ids.id(now)?;
    let person = Person {
        id: PersonId(app.ids.id(now)?),
        name,
        mail,
    };
    let programme = programme.id.clone();
    app.db
        .write(move |tx| {
            let id = people::store::known_or_new(tx, &person, "nl", now.as_microsecond())?;
            let is_new = seating::join_as(tx, (&programme, role), &id, (&membership, &today))?;
            let known = people::store::readers(tx, std::slice::from_ref(&id))?;
            Ok::<_, ::store::Error>((known.into_iter().next(), is_new))
        })
        .await
        .context("adding somebody to a programme")
        .and_then(|(person, is_new)| Ok((person.context("somebody who was just added is nobody")?, is_new)))
}
