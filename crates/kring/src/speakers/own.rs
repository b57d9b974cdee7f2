//! The page of whoever was asked to speak, under the link in their mail. It opens one meeting and nothing else.

use anyhow::Context as _;
use axum::extract::{FromRequestParts, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;
use ui::Problems;

use super::views::{self, Own};
use super::{Speaker, store};
use crate::app::App;
use crate::auth::Token;
use crate::calendar::{self, Host};
use crate::error::Answer;
use crate::guests;
use crate::meetings::rules::{Phase, phase};
use crate::meetings::{self, Meeting};
use crate::papers::views::Listed;
use crate::papers::{self, By, Paper};
use crate::web::{Form, Html, Path, Posted, Uploaded, Visitor};
use crate::words::Words;

/// Somebody who came by their link. A link that works no more, and one that never did, lead nowhere; nothing of a form is read then.
pub(super) struct Known {
    token: String,
    meeting: Meeting,
    speaker: Speaker,
    directions: Option<String>,
    papers: Vec<Paper>,
}

/// The link in the path of every route here.
#[derive(Deserialize)]
struct InPath {
    token: String,
}

impl FromRequestParts<App> for Known {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Response> {
        let Path(InPath { token }) = Path::<InPath>::from_request_parts(parts, app)
            .await
            .map_err(IntoResponse::into_response)?;
        known(app, token).await.map_err(IntoResponse::into_response)
    }
}

async fn known(app: &App, token: String) -> Result<Known, Answer> {
    let (id, person) = calendar::by_link(app, &token).await?;
    let found = app
        .db
        .read(move |tx| {
            let speakers = store::of_meeting(tx, &id)?.into_iter();
            let speaker = speakers.into_iter().find(|speaker| speaker.person_id == person);
            let (Some(speaker), Some(meeting)) = (speaker, meetings::store::find(tx, &id)?) else {
                return Ok(None);
            };
            let mut papers = papers::store::of_meeting(tx, &id)?;
            papers.retain(|paper| papers::is_for_speaker(paper, &person));
            let directions = store::directions(tx, &id)?;
            Ok::<_, ::store::Error>(Some((meeting, speaker, directions, papers)))
        })
        .await
        .context("loading the page of a speaker")?;
    let (meeting, speaker, directions, papers) = found.ok_or(Answer::NotFound)?;
    Ok(Known {
        token,
        meeting,
        speaker,
        directions,
        papers,
    })
}

pub(super) async fn show(State(app): State<App>, visitor: Visitor, known: Known) -> Result<Html, Answer> {
    let key = app.ids.id(app.clock.now()).context("making a key")?;
    let posted: Posted = [("key".to_owned(), key)].into_iter().collect();
    Ok(page(&app, &visitor, known, (&posted, &Problems::none())))
}

fn page(app: &App, visitor: &Visitor, known: Known, form: (&Posted, &Problems)) -> Html {
    let person = known.speaker.person_id.clone();
    let listed = known.papers.into_iter().map(|paper| Listed {
        may_remove: paper.added_by == person,
        paper,
    });
    let now = app.clock.now();
    let own = Own {
        token: &known.token,
        meeting: &known.meeting,
        speaker: &known.speaker,
        directions: known.directions.as_deref(),
        papers: listed.collect(),
        phase: phase(&known.meeting, now),
        may_reply: known.meeting.state == "planned" && known.meeting.starts() > now,
    };
    views::own(visitor, &own, form)
}

/// What was pressed, and why.
#[derive(Deserialize)]
pub(super) struct Said {
    #[serde(default)]
    comes: String,
    #[serde(default)]
    reason: String,
}

pub(super) async fn say<P: Host>(
    State(app): State<App>,
    known: Known,
    Form(said): Form<Said>,
) -> Result<Redirect, Answer> {
    let Known {
        token,
        meeting,
        speaker,
        ..
    } = known;
    let answer = (said.comes.as_str(), said.reason.as_str());
    calendar::say::<P>(&app, meeting.id, speaker.person_id, answer).await?;
    Ok(Redirect::to(&format!("/speaker/{token}")))
}

/// Into the room of the meeting, as its speaker. Nobody is signed in by that: the pass opens this room only.
pub(super) async fn enter(
    State(app): State<App>,
    known: Known,
    headers: HeaderMap,
) -> Result<Response, Answer> {
    let now = app.clock.now();
    if phase(&known.meeting, now) != Phase::Now {
        return Err(Answer::Forbidden(not_now));
    }
    let shown = guests::pass(&headers, app.config.is_https());
    let fresh = Token::fresh(&app.ids)?;
    let (meeting, person) = (known.meeting.id.clone(), known.speaker.person_id.clone());
    let pass = app
        .db
        .write(move |tx| {
            // A browser has one pass for all its meetings; one that we did not give counts for nothing.
            let pass = match &shown {
                Some(shown) if guests::store::is_pass(tx, &shown.hash())? => shown.clone(),
                _ => fresh.clone(),
            };
            let at = now.as_microsecond();
            guests::store::add_speaker_pass(tx, &pass.hash(), (&meeting, &person), at)?;
            Ok::<_, ::store::Error>(pass)
        })
        .await
        .context("letting a speaker in")?;
    let until = guests::rules::ends(known.meeting.ends()).duration_since(now);
    let seconds = until.as_secs().max(guests::rules::PASS.as_secs());
    let cookie = guests::rules::cookie(app.config.is_https(), &pass.to_string(), seconds);
    let cookie = HeaderValue::from_str(&cookie).context("writing the cookie of a speaker")?;
    let mut response = Redirect::to(&format!("/room/{}", known.meeting.id)).into_response();
    response.headers_mut().append(header::SET_COOKIE, cookie);
    Ok(response)
}

fn not_now(words: &Words) -> String {
    words.speakers_not_now()
}

pub(super) async fn add_paper(
    State(app): State<App>,
    visitor: Visitor,
    known: Known,
    uploaded: Uploaded,
) -> Result<Response, Answer> {
    let posted = papers::typed(&app, &uploaded)?;
    let about = (&known.meeting.id, &known.speaker.person_id);
    match papers::add(&app, visitor.words(), about, uploaded, By::Speaker).await? {
        Ok(()) => Ok(back(&known.token).into_response()),
        Err(problems) => Err(Answer::Invalid(page(&app, &visitor, known, (&posted, &problems)))),
    }
}

fn back(token: &str) -> Redirect {
    Redirect::to(&format!("/speaker/{token}#papers"))
}

/// The paper in the path.
#[derive(Deserialize)]
pub(super) struct Which {
    paper: String,
}

/// A paper that they may read.
fn paper(known: &Known, which: &Which) -> Result<Paper, Answer> {
    let paper = known.papers.iter().find(|paper| paper.id == which.paper);
    paper.cloned().ok_or(Answer::NotFound)
}

pub(super) async fn load_down(
    State(app): State<App>,
    known: Known,
    Path(which): Path<Which>,
) -> Result<Response, Answer> {
    papers::give(&app, paper(&known, &which)?).await
}

pub(super) async fn remove_paper(
    State(app): State<App>,
    known: Known,
    Path(which): Path<Which>,
) -> Result<Redirect, Answer> {
    let paper = paper(&known, &which)?;
    if paper.added_by != known.speaker.person_id {
        return Err(Answer::NotFound);
    }
    papers::take_away(&app, paper).await?;
    Ok(back(&known.token))
}
