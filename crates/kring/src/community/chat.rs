//! The chat that a group has elsewhere: whoever leads it says where, and its members find it on the page of the group.

use anyhow::Context as _;
use axum::extract::State;
use axum::response::Redirect;
use ui::Problems;

use super::pages::Inside;
use super::{Place, rules, store, views};
use crate::app::App;
use crate::error::Answer;
use crate::id::GroupId;
use crate::web::{Form, Html, Posted, Reading, Visitor};

/// The group, for who leads it.
fn led(inside: Inside) -> Result<(Place, GroupId), Answer> {
    let group = inside.place.group_id.clone().filter(|_| inside.keeps);
    Ok((inside.place, group.ok_or(Answer::NotFound)?))
}

pub(super) async fn show(State(app): State<App>, visitor: Visitor, inside: Inside) -> Result<Html, Answer> {
    let (place, group) = led(inside)?;
    let link = app
        .db
        .read(move |tx| store::chat(tx, &group))
        .await
        .context("looking up the chat of a group")?;
    let link = link.unwrap_or_default();
    Ok(views::chat(&visitor, &place, &link, &Problems::none()))
}

pub(super) async fn change(
    State(app): State<App>,
    visitor: Visitor,
    inside: Inside,
    Form(posted): Form<Posted>,
) -> Result<Redirect, Answer> {
    let (place, group) = led(inside)?;
    let mut reading = Reading::new(&posted, visitor.words());
    let link = reading.optional("link", rules::LINK);
    if link.as_deref().is_some_and(|link| !rules::is_chat(link)) {
        reading.wrong("link", visitor.words().community_chat_wrong());
    }
    let link = reading
        .done(link)
        .map_err(|problems| Answer::Invalid(views::chat(&visitor, &place, posted.text("link"), &problems)))?;
    app.db
        .write(move |tx| store::set_chat(tx, &group, link.as_deref()))
        .await
        .context("noting the chat of a group")?;
    Ok(Redirect::to(&place.home()))
}
