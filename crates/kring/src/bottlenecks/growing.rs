//! Handlers for causes: adding one, changing its words, moving it, taking it away.

use anyhow::Context as _;
use axum::extract::State;
use axum::response::{IntoResponse as _, Redirect, Response};
use ui::Problems;

use super::pages::{self, Board, Seen, key_of, random};
use super::rules::{Act, MOST_CAUSES, tends};
use super::store::{self, Written};
use super::tree::{self, Spot};
use super::views::{self, Edited};
use super::{Bottleneck, Cause};
use crate::app::App;
use crate::error::Answer;
use crate::id::PersonId;
use crate::web::{Form, Html, LINE, Posted, Reading, Visitor};

/// Microseconds in a day.
const DAY: i64 = 24 * 60 * 60 * 1_000_000;

/// What became of a cause that somebody wrote.
enum Added {
    Yes,
    /// People vote by now.
    TooLate,
    /// There is no room for more.
    Full,
    /// What it was to stand under is gone, or too deep.
    Nowhere,
}

pub(super) async fn add(
    State(app): State<App>,
    visitor: Visitor,
    seen: Seen,
    Form(posted): Form<Posted>,
) -> Result<Response, Answer> {
    let form_key = key_of(&posted)?;
    let mut reading = Reading::new(&posted, visitor.words());
    let read = (reading.text("text", LINE), reading.raw("under"));
    let (text, under) = match reading.done(read) {
        Ok(read) => read,
        Err(problems) => return Err(refused(&app, &visitor, &seen, (&posted, &problems)).await?),
    };
    let added = write(&app, &seen, (form_key, text, under.clone())).await?;
    let words = visitor.words();
    let (field, problem) = match added {
        Added::Yes => {
            let here = format!("{}?under={under}#add", seen.bottleneck.href());
            return Ok(Redirect::to(&here).into_response());
        }
        Added::TooLate => ("text", words.bottlenecks_too_late()),
        Added::Full => ("text", words.bottlenecks_full(MOST_CAUSES)),
        Added::Nowhere => ("under", words.bottlenecks_nowhere()),
    };
    let mut problems = Problems::none();
    problems.add(field, problem);
    Err(refused(&app, &visitor, &seen, (&posted, &problems)).await?)
}

/// The page with everything that was typed.
async fn refused(
    app: &App,
    visitor: &Visitor,
    seen: &Seen,
    typed: (&Posted, &Problems),
) -> Result<Answer, Answer> {
    let page = pages::page(app, visitor, seen, typed).await?;
    if seen.may(Act::Add) {
        Ok(Answer::Invalid(page))
    } else {
        Ok(Answer::Conflict(page))
    }
}

/// Who is kept as the author of something new in a diagram, its id, and its moment: of an entry without a name nothing tells whose it
/// is, nor when in the day it came.
pub(super) fn signed(
    app: &App,
    bottleneck: &Bottleneck,
    person: &PersonId,
) -> anyhow::Result<(Option<PersonId>, String, i64)> {
    let now = app.clock.now();
    if bottleneck.is_anonymous {
        let day = now.as_microsecond().div_euclid(DAY) * DAY;
        Ok((None, random(app)?, day))
    } else {
        let id = app.ids.id(now).context("making an id")?;
        Ok((Some(person.clone()), id, now.as_microsecond()))
    }
}

async fn write(
    app: &App,
    seen: &Seen,
    (form_key, text, under): (String, String, String),
) -> Result<Added, Answer> {
    let (author, id, at) = signed(app, &seen.bottleneck, &seen.person)?;
    let (home, person) = (seen.bottleneck.id.clone(), seen.person.clone());
    let is_open = seen.may(Act::Add);
    let added = app
        .db
        .write(move |tx| {
            if store::knows(tx, &form_key)? {
                return Ok(Added::Yes);
            }
            // The state may have changed since the page was asked for; this look is in the transaction.
            if !is_open || !store::is_in(tx, &home, "open")? {
                return Ok(Added::TooLate);
            }
            let board = Board::read(tx, &home, &person)?;
            if board.causes.len() >= MOST_CAUSES {
                return Ok(Added::Full);
            }
            let spot = Spot::read(&under, &board.categories, &board.causes);
            let Some(spot) = spot.filter(|spot| tree::takes(spot, &board.causes)) else {
                return Ok(Added::Nowhere);
            };
            let written = Written {
                id: &id,
                form_key: &form_key,
                bottleneck: &home,
                spot: &spot,
                text: &text,
                author: author.as_ref(),
                at,
            };
            store::add(tx, &written)?;
            store::touch(tx, &home)?;
            Ok::<_, ::store::Error>(Added::Yes)
        })
        .await
        .context("adding a cause")?;
    Ok(added)
}

/// A cause of a diagram, for who may do something with it.
struct Grasped {
    board: Board,
    cause: Cause,
    /// May change its words, and take it away.
    tends: bool,
}

async fn grasp(app: &App, seen: &Seen) -> Result<Grasped, Answer> {
    let board = Board::load(app, seen).await?;
    let cause = seen.cause.as_deref().and_then(|id| board.find(id)).cloned();
    let cause = cause.filter(|_| seen.may(Act::Add)).ok_or(Answer::NotFound)?;
    let tends = tends(cause.is_by(&seen.person), seen.role, seen.bottleneck.state());
    Ok(Grasped { board, cause, tends })
}

fn edited(
    visitor: &Visitor,
    seen: &Seen,
    grasped: &Grasped,
    (posted, problems): (&Posted, &Problems),
) -> Html {
    let edited = Edited {
        seen,
        board: &grasped.board,
        cause: &grasped.cause,
        tends: grasped.tends,
        posted,
        problems,
    };
    views::edit(visitor, &edited)
}

/// Everything that can be done with a cause while the diagram is filled.
pub(super) async fn edit(State(app): State<App>, visitor: Visitor, seen: Seen) -> Result<Html, Answer> {
    let grasped = grasp(&app, &seen).await?;
    let under = Spot::of(&grasped.cause).map(|spot| spot.name().to_owned());
    let fields = [
        ("text".to_owned(), grasped.cause.text.clone()),
        ("version".to_owned(), grasped.cause.version.to_string()),
        ("under".to_owned(), under.unwrap_or_default()),
    ];
    let posted = fields.into_iter().collect();
    Ok(edited(&visitor, &seen, &grasped, (&posted, &Problems::none())))
}

pub(super) async fn rename(
    State(app): State<App>,
    visitor: Visitor,
    seen: Seen,
    Form(posted): Form<Posted>,
) -> Result<Response, Answer> {
    let grasped = grasp(&app, &seen).await?;
    if !grasped.tends {
        return Err(Answer::NotFound);
    }
    let mut reading = Reading::new(&posted, visitor.words());
    let read = (
        reading.text("text", LINE),
        reading.number("version", 1, i64::MAX).unwrap_or(0),
    );
    let (text, version) = reading
        .done(read)
        .map_err(|problems| Answer::Invalid(edited(&visitor, &seen, &grasped, (&posted, &problems))))?;
    let (home, id) = (seen.bottleneck.id.clone(), grasped.cause.id.clone());
    let is_renamed = app
        .db
        .write(move |tx| {
            let is_renamed = store::is_in(tx, &home, "open")? && store::rename(tx, (&id, version), &text)?;
            if is_renamed {
                store::touch(tx, &home)?;
            }
            Ok::<_, ::store::Error>(is_renamed)
        })
        .await
        .context("changing the words of a cause")?;
    if is_renamed {
        return Ok(back(&seen, &grasped.cause.id));
    }
    let mut problems = Problems::none();
    problems.add("text", visitor.words().bottlenecks_renamed(&grasped.cause.text));
    // The form is based on what stands there now: saving again is done knowingly.
    let posted = posted.with("version", &grasped.cause.version.to_string());
    Err(Answer::Conflict(edited(
        &visitor,
        &seen,
        &grasped,
        (&posted, &problems),
    )))
}

fn back(seen: &Seen, cause: &str) -> Response {
    Redirect::to(&format!("{}#c-{cause}", seen.bottleneck.href())).into_response()
}

/// Moves a cause one place up or down, or under something else.
pub(super) async fn put(
    State(app): State<App>,
    visitor: Visitor,
    seen: Seen,
    Form(posted): Form<Posted>,
) -> Result<Response, Answer> {
    let grasped = grasp(&app, &seen).await?;
    let (home, id, person) = (
        seen.bottleneck.id.clone(),
        grasped.cause.id.clone(),
        seen.person.clone(),
    );
    let (step, wanted) = (posted.text("do").to_owned(), posted.text("under").to_owned());
    let is_put = app
        .db
        .write(move |tx| {
            if !store::is_in(tx, &home, "open")? {
                return Ok(false);
            }
            let board = Board::read(tx, &home, &person)?;
            let is_put = match step.as_str() {
                "up" | "down" => shift(tx, &board, &id, step == "up")?,
                _ => move_under(tx, &board, &id, &wanted)?,
            };
            if is_put {
                store::touch(tx, &home)?;
            }
            Ok::<_, ::store::Error>(is_put)
        })
        .await
        .context("moving a cause")?;
    if is_put {
        return Ok(back(&seen, &grasped.cause.id));
    }
    let mut problems = Problems::none();
    problems.add("under", visitor.words().bottlenecks_nowhere());
    let posted = posted
        .with("text", &grasped.cause.text)
        .with("version", &grasped.cause.version.to_string());
    Err(Answer::Invalid(edited(
        &visitor,
        &seen,
        &grasped,
        (&posted, &problems),
    )))
}

/// One place up or down among those beside it. At the end it stays where it is.
fn shift(tx: &mut ::store::Tx<'_>, board: &Board, id: &str, up: bool) -> Result<bool, ::store::Error> {
    let Some(spot) = board.find(id).and_then(Spot::of) else {
        return Ok(false);
    };
    let mut ids: Vec<String> = tree::beside(&spot, &board.causes)
        .into_iter()
        .map(|cause| cause.id.clone())
        .collect();
    let place = ids.iter().position(|other| other == id).unwrap_or(0);
    let target = if up {
        place.checked_sub(1)
    } else {
        place.checked_add(1)
    };
    if let Some(target) = target.filter(|target| *target < ids.len()) {
        ids.swap(place, target);
        store::order(tx, &ids)?;
    }
    Ok(true)
}

fn move_under(
    tx: &mut ::store::Tx<'_>,
    board: &Board,
    id: &str,
    wanted: &str,
) -> Result<bool, ::store::Error> {
    let spot = Spot::read(wanted, &board.categories, &board.causes);
    let Some(spot) = spot.filter(|spot| tree::may_move(id, spot, &board.causes)) else {
        return Ok(false);
    };
    if board.find(id).and_then(Spot::of).as_ref() != Some(&spot) {
        store::put(tx, id, &spot)?;
    }
    Ok(true)
}

/// Takes a cause away that nothing stands under.
pub(super) async fn remove(State(app): State<App>, visitor: Visitor, seen: Seen) -> Result<Response, Answer> {
    let grasped = grasp(&app, &seen).await?;
    if !grasped.tends {
        return Err(Answer::NotFound);
    }
    let (home, id, person) = (
        seen.bottleneck.id.clone(),
        grasped.cause.id.clone(),
        seen.person.clone(),
    );
    let is_gone = app
        .db
        .write(move |tx| {
            let board = Board::read(tx, &home, &person)?;
            let is_bare = tree::beside(&Spot::Cause(id.clone()), &board.causes).is_empty();
            let is_asked = board.find(&id).is_some_and(|cause| cause.meeting_id.is_some());
            let is_gone = is_bare && !is_asked && store::is_in(tx, &home, "open")?;
            if is_gone {
                store::remove(tx, &id)?;
                store::touch(tx, &home)?;
            }
            Ok::<_, ::store::Error>(is_gone)
        })
        .await
        .context("taking a cause away")?;
    if is_gone {
        return Ok(Redirect::to(&seen.bottleneck.href()).into_response());
    }
    let mut problems = Problems::none();
    problems.add("removal", visitor.words().bottlenecks_not_bare());
    let posted = [
        ("text".to_owned(), grasped.cause.text.clone()),
        ("version".to_owned(), grasped.cause.version.to_string()),
    ];
    let posted = posted.into_iter().collect();
    Err(Answer::Invalid(edited(
        &visitor,
        &seen,
        &grasped,
        (&posted, &problems),
    )))
}
