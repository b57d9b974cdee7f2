//! Handlers of the room.

use std::sync::Arc;

use anyhow::{Context as _, anyhow};
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse as _, Redirect, Response};
use serde::Deserialize;
use session::compile::Plan;
use session::event::{Newcomer, OpenAction, Place};
use session::ids::{At, ClientKey, Seat, VisitNo};
use session::sight::Eyes;
use session::state::Phase;
use session::{Actor, Command, Refusal, Request};

use super::hub::Room;
use super::lines::place_of;
use super::rehearsal::Mine;
use super::rules::{self, Prepared};
use super::views::{self, Door, Keys, Scene, Told};
use super::{Member, Who, agreeing, entrance, presence};
use crate::app::App;
use crate::error::Answer;
use crate::meetings::rules::phase;
use crate::meetings::{self, Meeting};
use crate::web::{Form, Html, Posted, Query, Visitor};
use crate::words::Words;
use crate::{agreements, cases, groups};

/// Which step somebody looks at: none is the one where the group is.
#[derive(Deserialize)]
pub(super) struct Looking {
    #[serde(default)]
    step: String,
}

/// The room as this person sees it now, or its door; or an earlier step, to look back at.
pub(super) async fn show(
    State(app): State<App>,
    visitor: Visitor,
    member: Member,
    Query(looking): Query<Looking>,
) -> Result<Html, Answer> {
    let room = arrive(&app, &member.meeting).await?;
    if looking.step.is_empty() {
        return page(&app, &visitor, &member, &room, &Told::Nothing);
    }
    let visit = looking
        .step
        .parse()
        .map(VisitNo)
        .map_err(|_number| Answer::NotFound)?;
    let now = At(app.clock.now().as_microsecond());
    let entrance = room.entrance.known();
    let seen = room.look(|state| {
        // After the end the case owner decides what stays; nobody reads the rest again.
        let eyes = member.eyes(state).filter(|_| state.phase == Phase::Running)?;
        let view = session::view::look_back(state, eyes, visit, now);
        if !view.looking_back {
            return None;
        }
        let found = view.step.is_some();
        let scene = Scene {
            visitor: &visitor,
            meeting: &member.meeting.id,
            accent: &member.meeting.accent,
            online: member.meeting.online.as_deref(),
            state,
            view,
            keys: Keys::none(),
            told: &Told::Nothing,
            entrance: &entrance,
            rehearsal: member.rehearsal.as_ref(),
        };
        Some(found.then(|| views::back(&scene)).ok_or(Answer::NotFound))
    });
    // The group is back at that step, or this person is not in: then the room itself says so.
    seen.unwrap_or_else(|| page(&app, &visitor, &member, &room, &Told::Nothing))
}

/// What the whole group may see: for the big screen.
pub(super) async fn screen(
    State(app): State<App>,
    visitor: Visitor,
    member: Member,
) -> Result<Response, Answer> {
    let room = arrive(&app, &member.meeting).await?;
    let now = At(app.clock.now().as_microsecond());
    let entrance = room.entrance.known();
    Ok(room.look(|state| {
        // The room itself says what is still to be done: come in, or read the agreements.
        if !member.sees_screen(state) {
            return back(&member);
        }
        let scene = Scene {
            visitor: &visitor,
            meeting: &member.meeting.id,
            accent: &member.meeting.accent,
            online: member.meeting.online.as_deref(),
            state,
            view: session::view(state, Eyes::Screen, now),
            keys: Keys::none(),
            told: &Told::Nothing,
            entrance: &entrance,
            rehearsal: member.rehearsal.as_ref(),
        };
        views::screen(&scene).into_response()
    }))
}

/// The facilitator opens the room. Opening it twice leads to the open room.
pub(super) async fn open(
    State(app): State<App>,
    visitor: Visitor,
    member: Member,
) -> Result<Response, Answer> {
    let room = arrive(&app, &member.meeting).await?;
    let now = app.clock.now();
    if !room.look(rules::is_open) && !rules::may_open(member.attends, phase(&member.meeting, now)) {
        return Err(Answer::Forbidden(not_yours_to_open));
    }
    let place = rules::place("", &member.meeting);
    let prepared = prepare(&app, &member.meeting).await?;
    let opening = match rules::opening(prepared, &app.catalogue) {
        Ok(opening) => opening,
        Err(problems) => {
            let problems = problems.iter().map(|problem| problem.message(visitor.speech()));
            let told = Told::Refused(problems.collect::<Vec<_>>().join(" "), Posted::default());
            return Err(Answer::Invalid(page(&app, &visitor, &member, &room, &told)?));
        }
    };
    entrance::hang_door(&app, &member.meeting).await?;
    let request = house(&app, Command::Open(Box::new(opening)))?;
    match room.ask(&app, request).await? {
        Ok(()) | Err(Refusal::AlreadyOpen) => take_seat(&app, &visitor, &member, &room, place).await,
        Err(refusal) => refused(&app, &visitor, &member, &room, &refusal),
    }
}

/// Somebody comes in, or comes back.
pub(super) async fn join(
    State(app): State<App>,
    visitor: Visitor,
    member: Member,
    Form(sits): Form<Sits>,
) -> Result<Response, Answer> {
    let room = arrive(&app, &member.meeting).await?;
    let place = rules::place(&sits.place, &member.meeting);
    take_seat(&app, &visitor, &member, &room, place).await
}

/// Where somebody sits.
#[derive(Deserialize)]
pub(super) struct Sits {
    #[serde(default)]
    place: String,
}

/// Everything else people do in the room. A script gets a short answer, a plain form goes back to the room.
pub(super) async fn command(
    State(app): State<App>,
    visitor: Visitor,
    member: Member,
    headers: HeaderMap,
    Form(posted): Form<Posted>,
) -> Result<Response, Answer> {
    let (room, seat) = place_of(&app, &member).await?;
    let request = match posted.request(seat) {
        Some(request) => request,
        None => worked_out(&app, &room, &posted, seat)?.ok_or(Answer::Unreadable)?,
    };
    let answer = match presence::judge(&room, request, &posted, visitor.words(), app.clock.now()) {
        Ok(request) => carry_out(&app, &member, &room, request)
            .await?
            .map_err(|refusal| refusal.message(visitor.speech())),
        Err(why) => Err(why),
    };
    let by_script = headers.contains_key("x-kring-room");
    Ok(match answer {
        Ok(()) if by_script => short(StatusCode::OK, "saved", ""),
        // Whoever corrects attendance goes on with the next person.
        Ok(()) if posted.text("page") == "attendance" => back_to(&member, "/attendance"),
        Ok(()) => back(&member),
        Err(why) if by_script => short(StatusCode::UNPROCESSABLE_ENTITY, "refused", &why),
        Err(why) => {
            let told = Told::Refused(why, posted);
            Answer::Invalid(page(&app, &visitor, &member, &room, &told)?).into_response()
        }
    })
}

/// Commands that need an id or the catalogue as well: somebody without a device, one more block.
fn worked_out(app: &App, room: &Room, posted: &Posted, seat: Seat) -> anyhow::Result<Option<Request>> {
    let id = app
        .ids
        .id(app.clock.now())
        .context("making an id for somebody without a device")?;
    let command = posted
        .brought(id)
        .or_else(|| room.look(|state| posted.added(state, &app.catalogue)));
    Ok(command.map(|command| posted.asking(seat, command)))
}

async fn carry_out(
    app: &App,
    member: &Member,
    room: &Arc<Room>,
    request: Request,
) -> anyhow::Result<Result<(), Refusal>> {
    let accepts = match request.command {
        Command::AcceptAgreements { version } => Some(version),
        _ => None,
    };
    let answer = room.ask(app, request).await?;
    if let (Some(version), Ok(())) = (accepts, &answer) {
        agreeing::note(app, member, version).await?;
    }
    Ok(answer)
}

/// The room, brought up to its log and to the present moment.
pub(super) async fn arrive(app: &App, meeting: &Meeting) -> Result<Arc<Room>, Answer> {
    let room = app.rooms.room(&meeting.id, app.clock.now());
    if !(app.rooms.writes_alone(&app.db) && room.is_followed()) {
        room.catch_up(app).await?;
    }
    room.look_at_entrance(app).await?;
    room.tick(app).await?;
    room.remind(app).await?;
    Ok(room)
}

fn page(app: &App, visitor: &Visitor, member: &Member, room: &Room, told: &Told) -> Result<Html, Answer> {
    let now = app.clock.now();
    let keys = Keys::starting_with(app.ids.id(now).context("making keys for the forms of a room")?);
    let entrance = room.entrance.known();
    Ok(room.look(|state| match member.eyes(state) {
        Some(eyes) => views::room(&Scene {
            visitor,
            meeting: &member.meeting.id,
            accent: &member.meeting.accent,
            online: member.meeting.online.as_deref(),
            state,
            view: session::view(state, eyes, At(now.as_microsecond())),
            keys,
            told,
            entrance: &entrance,
            rehearsal: member.rehearsal.as_ref(),
        }),
        None => views::door(&Door {
            visitor,
            meeting: &member.meeting,
            is_open: rules::is_open(state),
            may_open: rules::may_open(member.attends, phase(&member.meeting, now)),
            inside: state.present().count(),
            was_in: member.seat(state).is_some(),
            damage: state.damage.as_ref().map(session::replay::Damage::message),
            told,
            rehearsal: member.rehearsal.as_ref(),
        }),
    }))
}

fn not_yours_to_open(words: &Words) -> String {
    words.room_open_refused()
}

/// An answer for a script: whether it was kept, and what to tell the person.
pub(super) fn short(status: StatusCode, outcome: &str, message: &str) -> Response {
    let text = serde_json::json!({ "outcome": outcome, "message": message }).to_string();
    (status, [(header::CONTENT_TYPE, "application/json")], text).into_response()
}

pub(super) fn back(member: &Member) -> Response {
    back_to(member, "")
}

fn back_to(member: &Member, path: &str) -> Response {
    let query = member.rehearsal.as_ref().map(Mine::query).unwrap_or_default();
    Redirect::to(&format!("/room/{}{path}{query}", member.meeting.id)).into_response()
}

fn refused(
    app: &App,
    visitor: &Visitor,
    member: &Member,
    room: &Room,
    refusal: &Refusal,
) -> Result<Response, Answer> {
    let told = Told::Refused(refusal.message(visitor.speech()), Posted::default());
    Err(Answer::Invalid(page(app, visitor, member, room, &told)?))
}

/// Gives somebody their seat, there or online. Who has it already only changes where.
pub(super) async fn take_seat(
    app: &App,
    visitor: &Visitor,
    member: &Member,
    room: &Arc<Room>,
    place: Place,
) -> Result<Response, Answer> {
    let (seat, sits) = room.look(|state| {
        let seat = member.seat(state);
        (
            seat,
            member
                .present(state)
                .and_then(|seat| state.person(seat))
                .map(|person| person.place),
        )
    });
    if sits == Some(place) {
        return Ok(back(member));
    }
    if seat.is_none() && room.look(|state| rules::is_full(state, matches!(member.who, Who::Guest(_)))) {
        let told = Told::Refused(visitor.words().guests_full(), Posted::default());
        return Err(Answer::Invalid(page(app, visitor, member, room, &told)?));
    }
    let who = newcomer(app, member, place).await?;
    match room.ask(app, house(app, Command::Join(who))?).await? {
        Ok(()) => {
            agreeing::keep(app, room, member).await?;
            Ok(back(member))
        }
        Err(refusal) => refused(app, visitor, member, room, &refusal),
    }
}

async fn newcomer(app: &App, member: &Member, place: Place) -> anyhow::Result<Newcomer> {
    let organisation = match &member.who {
        Who::Guest(_) => None,
        Who::Person(person) => {
            let id = member.meeting.id.clone();
            let people = app
                .db
                .read(move |tx| meetings::store::attendants(tx, &id))
                .await
                .context("finding who comes")?;
            let listed = people.into_iter().find(|listed| listed.person_id == *person);
            listed.and_then(|person| person.organisation)
        }
    };
    Ok(Newcomer {
        person: member.id.clone(),
        name: member.name.clone(),
        organisation,
        guest: matches!(member.who, Who::Guest(_)),
        attends: member.attends,
        place,
        ..Newcomer::default()
    })
}

pub(super) fn house(app: &App, command: Command) -> anyhow::Result<Request> {
    Ok(Request {
        key: ClientKey(app.ids.id(app.clock.now()).context("making a key")?),
        actor: Actor::System,
        command,
    })
}

pub(super) async fn prepare(app: &App, meeting: &Meeting) -> anyhow::Result<Prepared> {
    let this = meeting.clone();
    let scope = meeting.scope();
    let (cases, actions, agreement, observers_see_names) = app
        .db
        .read(move |tx| {
            let names = match &scope.group {
                Some(group) => groups::store::observers_see_names(tx, group)?,
                None => true,
            };
            Ok::<_, ::store::Error>((
                cases::store::of_meeting(tx, &this.id)?,
                meetings::store::open_actions_here(tx, &this)?,
                agreements::store::current(tx, &scope)?,
                names,
            ))
        })
        .await
        .context("collecting what was prepared for a meeting")?;
    let actions = actions.into_iter().map(|action| OpenAction {
        id: action.id,
        who: action.name,
        what: action.what,
    });
    let plan: Plan =
        serde_json::from_str(&meeting.plan).map_err(|error| anyhow!(error).context("reading a plan"))?;
    Ok(Prepared {
        plan,
        cases,
        actions: actions.collect(),
        agreements: agreement.map(|agreement| agreement.number()),
        observers_see_names,
        seed: u64::from_be_bytes(app.ids.secret().context("drawing a seed")?),
    })
}
