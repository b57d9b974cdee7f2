//! Handlers of the door for guests: coming in by code, and what whoever leads does with the door.

use std::sync::Arc;

use anyhow::Context as _;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Redirect, Response};
use serde::Deserialize;
use session::event::Attends;
use session::{Actor, Command, Request};

use super::hub::Room;
use super::pages::{arrive, back, house, short, take_seat};
use super::views::join::{self, Welcome};
use super::{Admission, Member, Who, admit, rules};
use crate::app::App;
use crate::auth::Token;
use crate::error::Answer;
use crate::guests::{self, Door, Guest};
use crate::id::GuestId;
use crate::meetings::{self, Meeting};
use crate::web::{Form, Html, Network, Path, Query, Visitor};
use crate::words::Words;

/// A code as somebody typed it into the form.
#[derive(Deserialize)]
pub(super) struct Typed {
    #[serde(default)]
    code: String,
}

/// What somebody fills in at the door.
#[derive(Deserialize)]
pub(super) struct Filled {
    #[serde(default)]
    name: String,
    #[serde(default)]
    place: String,
    /// Made with the page, so that pressing twice makes one guest.
    #[serde(default)]
    pass: String,
}

/// The form for a code. A code in the address leads on: looking changes nothing.
pub(super) async fn ask(visitor: Visitor, Query(typed): Query<Typed>) -> Response {
    match guests::rules::folded(&typed.code) {
        Some(code) => Redirect::to(&format!("/join/{code}")).into_response(),
        None if typed.code.trim().is_empty() => join::ask(&visitor, "", false).into_response(),
        None => Answer::Invalid(join::ask(&visitor, &typed.code, true)).into_response(),
    }
}

/// Whom the code leads where.
struct Found {
    meeting: Meeting,
    door: Door,
    /// Who this browser is in the meeting already.
    member: Admission,
    /// The pass of this browser, if it was ever given one.
    pass: Option<Token>,
    organises: bool,
}

/// What a guest is asked and told before coming in.
pub(super) async fn welcome(
    State(app): State<App>,
    visitor: Visitor,
    Path(code): Path<String>,
    Network(network): Network,
    headers: HeaderMap,
) -> Result<Response, Answer> {
    app.limits.count(&guests::rules::CODES_OF_NETWORK, &network)?;
    let found = find(&app, &visitor, &code, &headers).await?;
    let room = match &found {
        Some(found) => Some(arrive(&app, &found.meeting).await?),
        None => None,
    };
    let (Some(found), Some(room)) = (found, room) else {
        return Ok(unknown(&visitor, &code));
    };
    if let Admission::Member(member) = &found.member {
        let is_guest = matches!(member.who, Who::Guest(_));
        if !is_guest || room.look(|state| member.seat(state)).is_some() {
            return Ok(back(member));
        }
    }
    if let Some(answer) = instead(&app, &visitor, &code, &found, &room) {
        return Ok(answer);
    }
    let pass = match &found.pass {
        Some(pass) => pass.to_string(),
        None => Token::fresh(&app.ids)?.to_string(),
    };
    let name = visitor.person.as_ref().map_or("", |person| person.name.as_str());
    Ok(page(&visitor, &found, &pass, name, None).into_response())
}

/// Comes in as a guest: straight to the own seat.
pub(super) async fn enter(
    State(app): State<App>,
    visitor: Visitor,
    Path(code): Path<String>,
    Network(network): Network,
    headers: HeaderMap,
    Form(filled): Form<Filled>,
) -> Result<Response, Answer> {
    app.limits.count(&guests::rules::CODES_OF_NETWORK, &network)?;
    let Some(found) = find(&app, &visitor, &code, &headers).await? else {
        return Ok(unknown(&visitor, &code));
    };
    let room = arrive(&app, &found.meeting).await?;
    let place = rules::place(&filled.place, &found.meeting);
    if let Admission::Member(member) = &found.member {
        return take_seat(&app, &visitor, member, &room, place).await;
    }
    if let Some(answer) = instead(&app, &visitor, &code, &found, &room) {
        return Ok(answer);
    }
    let pass = found
        .pass
        .clone()
        .or_else(|| Token::parse(&filled.pass))
        .ok_or(Answer::Unreadable)?;
    let name = match guests::rules::name(&filled.name) {
        Err(problem) => Err(join::name_problem(visitor.words(), problem)),
        Ok(_) if room.look(|state| rules::is_full(state, true)) => Err(visitor.words().guests_full()),
        Ok(name) => Ok(name),
    };
    let name = name.map_err(|problem| {
        let page = page(&visitor, &found, &pass.to_string(), &filled.name, Some(&problem));
        Answer::Invalid(page)
    })?;
    let guest = new_guest(&app, &found, &room, name, &pass).await?;
    let who = Who::Guest(guest.id);
    let member = Member::new(who, guest.name, Attends::Participant, found.meeting);
    let mut response = take_seat(&app, &visitor, &member, &room, place).await?;
    response
        .headers_mut()
        .append(header::SET_COOKIE, cookie(&app, &member.meeting, &pass)?);
    Ok(response)
}

/// The meeting behind a code, and who this browser is there.
async fn find(
    app: &App,
    visitor: &Visitor,
    code: &str,
    headers: &HeaderMap,
) -> Result<Option<Found>, Answer> {
    let Some(code) = guests::rules::folded(code) else {
        return Ok(None);
    };
    let pass = guests::pass(headers, app.config.is_https());
    let (person, now) = (visitor.person.clone(), app.clock.now());
    let found = app
        .db
        .read(move |tx| {
            let Some(door) = guests::store::find_door_by_code(tx, &code)? else {
                return Ok(None);
            };
            let Some(meeting) = meetings::store::find(tx, &door.meeting_id)? else {
                return Ok(None);
            };
            let member = admit(tx, &meeting.id, person.as_ref(), pass.as_ref(), now)?;
            let known = match &pass {
                Some(pass) => guests::store::is_pass(tx, &pass.hash())?,
                None => false,
            };
            let organises = match &person {
                Some(person) => {
                    let today = ui::locale::local(now).date().to_string();
                    meetings::store::ties(tx, &meeting, &person.person, &today)?.organises
                }
                None => false,
            };
            Ok::<_, ::store::Error>(Some(Found {
                meeting,
                door,
                member,
                pass: pass.clone().filter(|_| known),
                organises,
            }))
        })
        .await
        .context("finding the room of a code")?;
    Ok(found)
}

/// What is answered when no new guest is let in. A closed door and a code that was never given look the same.
fn instead(app: &App, visitor: &Visitor, code: &str, found: &Found, room: &Room) -> Option<Response> {
    if matches!(found.member, Admission::Over) {
        return Some(Answer::Forbidden(super::guest_over).into_response());
    }
    if found.organises {
        return Some(Answer::Forbidden(no_organisers).into_response());
    }
    let is_time = app.clock.now() < guests::rules::ends(found.meeting.ends());
    let may = is_time && found.door.is_open && room.look(rules::takes_newcomers);
    (!may).then(|| unknown(visitor, code))
}

fn no_organisers(words: &Words) -> String {
    words.guests_no_organisers()
}

fn unknown(visitor: &Visitor, code: &str) -> Response {
    (StatusCode::NOT_FOUND, join::ask(visitor, code, true)).into_response()
}

fn page(visitor: &Visitor, found: &Found, pass: &str, name: &str, problem: Option<&str>) -> Html {
    join::welcome(&Welcome {
        visitor,
        meeting: &found.meeting,
        code: &found.door.code,
        until: guests::rules::ends(found.meeting.ends()),
        pass,
        name,
        problem,
    })
}

/// Somebody who pressed the button twice is one guest: the pass is the same.
async fn new_guest(
    app: &App,
    found: &Found,
    room: &Room,
    name: String,
    pass: &Token,
) -> Result<Guest, Answer> {
    let now = app.clock.now();
    let id = GuestId(app.ids.id(now).context("making an id")?);
    let (meeting, hash) = (found.meeting.id.clone(), pass.hash());
    let inside: Vec<String> =
        room.look(|state| state.people.iter().map(|person| person.name.clone()).collect());
    let guest = app
        .db
        .write(move |tx| {
            if let Some(guest) = guests::store::guest_by_pass(tx, &hash, &meeting)? {
                return Ok(guest);
            }
            let mut taken = guests::store::names(tx, &meeting)?;
            taken.extend(inside.iter().cloned());
            let guest = Guest {
                id: id.clone(),
                name: guests::rules::distinct(&name, &taken),
                removed_at: None,
            };
            guests::store::add_guest(tx, &meeting, &guest, &hash, now.as_microsecond())?;
            Ok::<_, ::store::Error>(guest)
        })
        .await
        .context("adding a guest")?;
    Ok(guest)
}

/// The pass for as long as it opens anything. One pass serves all meetings of a browser, so it never gets shorter than it was.
fn cookie(app: &App, meeting: &Meeting, pass: &Token) -> Result<HeaderValue, Answer> {
    let until = guests::rules::ends(meeting.ends()).duration_since(app.clock.now());
    let seconds = until.as_secs().max(guests::rules::PASS.as_secs());
    let cookie = guests::rules::cookie(app.config.is_https(), &pass.to_string(), seconds);
    Ok(HeaderValue::from_str(&cookie).context("writing the cookie of a guest")?)
}

/// Opens or closes the door for guests.
pub(super) async fn turn_door(
    State(app): State<App>,
    member: Member,
    headers: HeaderMap,
    Form(turned): Form<Turned>,
) -> Result<Response, Answer> {
    let room = keeper(&app, &member).await?;
    let is_open = match turned.door.as_str() {
        "open" => true,
        "closed" => false,
        _ => return Err(Answer::Unreadable),
    };
    let id = member.meeting.id.clone();
    app.db
        .write(move |tx| guests::store::turn_door(tx, &id, is_open))
        .await
        .context("turning the door of a room")?;
    room.entrance.forget();
    room.look_at_entrance(&app).await?;
    Ok(done(&member, &headers))
}

/// How the door shall stand.
#[derive(Deserialize)]
pub(super) struct Turned {
    #[serde(default)]
    door: String,
}

/// The guest in the path.
#[derive(Deserialize)]
pub(super) struct InPath {
    guest: GuestId,
}

/// Shows a guest out. Their pass opens nothing from then on, and their page says so at once.
pub(super) async fn remove(
    State(app): State<App>,
    member: Member,
    Path(InPath { guest }): Path<InPath>,
    headers: HeaderMap,
) -> Result<Response, Answer> {
    let room = keeper(&app, &member).await?;
    let (id, who, now) = (
        member.meeting.id.clone(),
        guest.clone(),
        app.clock.now().as_microsecond(),
    );
    let is_here = app
        .db
        .write(move |tx| guests::store::remove_guest(tx, &id, &who, now))
        .await
        .context("showing a guest out")?;
    if !is_here {
        return Err(Answer::NotFound);
    }
    room.members.forget();
    let gone = Who::Guest(guest).in_session();
    let seat = room.look(|state| {
        let mut inside = state.present();
        inside
            .find(|(_, person)| person.person == gone)
            .map(|(seat, _)| seat)
    });
    if let Some(seat) = seat {
        let request = Request {
            actor: Actor::Seat(seat),
            ..house(&app, Command::Leave)?
        };
        // A session that accepts nothing any more has nobody in it who would have to leave.
        drop(room.ask(&app, request).await?);
    }
    Ok(done(&member, &headers))
}

/// The open room, for somebody who may say who comes in.
async fn keeper(app: &App, member: &Member) -> Result<Arc<Room>, Answer> {
    let room = arrive(app, &member.meeting).await?;
    let leads = room.look(|state| state.lead.is_some() && state.lead == member.present(state));
    if rules::keeps_door(member.attends, leads) && room.look(rules::is_open) {
        Ok(room)
    } else {
        Err(Answer::Forbidden(not_your_door))
    }
}

fn not_your_door(words: &Words) -> String {
    words.guests_not_your_door()
}

fn done(member: &Member, headers: &HeaderMap) -> Response {
    if headers.contains_key("x-kring-room") {
        short(StatusCode::OK, "saved", "")
    } else {
        back(member)
    }
}
