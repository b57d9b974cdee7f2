//! Pages beside the room for whoever leads: attendance, and one more part of the meeting.
//!
//! For everybody else these pages do not exist. What their forms do is decided where all commands are decided.

use std::sync::Arc;

use anyhow::Context as _;
use axum::extract::State;
use session::State as SessionState;
use session::ids::At;
use session::state::Phase;

use super::pages::arrive;
use super::views::{self, Keys, Scene, Told};
use super::{Member, rules};
use crate::app::App;
use crate::error::Answer;
use crate::web::{Html, Visitor};

/// Who was there, to look through and to correct.
pub(super) async fn attendance(
    State(app): State<App>,
    visitor: Visitor,
    member: Member,
) -> Result<Html, Answer> {
    beside(&app, &visitor, &member, rules::is_open, views::attendance).await
}

/// What may be added to the meeting, with when it would end.
pub(super) async fn block(State(app): State<App>, visitor: Visitor, member: Member) -> Result<Html, Answer> {
    let catalogue = Arc::clone(&app.catalogue);
    let takes_more = |state: &SessionState| matches!(state.phase, Phase::Lobby | Phase::Running);
    beside(&app, &visitor, &member, takes_more, |scene| {
        views::block(scene, &catalogue)
    })
    .await
}

async fn beside(
    app: &App,
    visitor: &Visitor,
    member: &Member,
    is_time: impl FnOnce(&SessionState) -> bool,
    page: impl FnOnce(&Scene<'_>) -> Html,
) -> Result<Html, Answer> {
    let room = arrive(app, &member.meeting).await?;
    let now = app.clock.now();
    let keys = Keys::starting_with(app.ids.id(now).context("making keys for the forms of a room")?);
    let entrance = room.entrance.known();
    let shown = room.look(|state| {
        let view = session::view(state, member.eyes(state)?, At(now.as_microsecond()));
        let leads = view.you.as_ref().is_some_and(|you| you.leads);
        (leads && is_time(state)).then(|| {
            page(&Scene {
                visitor,
                meeting: &member.meeting.id,
                accent: &member.meeting.accent,
                online: member.meeting.online.as_deref(),
                state,
                view,
                keys,
                told: &Told::Nothing,
                entrance: &entrance,
                rehearsal: member.rehearsal.as_ref(),
            })
        })
    });
    shown.ok_or(Answer::NotFound)
}
