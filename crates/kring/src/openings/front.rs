//! The page of an open meeting for everybody, and signing up on it. No account is needed for either.

use anyhow::Context as _;
use axum::extract::{FromRequestParts, State as Shared};
use axum::http::request::Parts;
use axum::response::{IntoResponse as _, Redirect, Response};
use serde::Deserialize;
use ui::{Problems, locale};

use super::desk::Desk;
use super::rules::{FOR_ADDRESS, OF_NETWORK, Offer, State, offer};
use super::views::{self, Front};
use super::{Opening, SignUp, store};
use crate::app::App;
use crate::auth::Person;
use crate::error::Answer;
use crate::id::{PersonId, SignUpId};
use crate::web::{Form, Html, LINE, Network, Path, Posted, Reading, Visitor};
use crate::words::Words;
use crate::{people, programmes};

/// An open meeting that somebody came to by its address. Before it is made known it exists for its organisers only.
pub(super) struct At {
    opening: Opening,
    /// Who it is, when signed in.
    person: Option<PersonId>,
    offer: Offer,
}

/// The part of the path that leads to a meeting.
#[derive(Deserialize)]
struct Place {
    slug: String,
}

impl FromRequestParts<App> for At {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Response> {
        let who = Person::from_request_parts(parts, app).await.ok();
        let person = who.map(|Person(signed_in)| signed_in.person);
        let Path(Place { slug }) = Path::<Place>::from_request_parts(parts, app)
            .await
            .map_err(axum::response::IntoResponse::into_response)?;
        find(app, slug, person)
            .await
            .map_err(axum::response::IntoResponse::into_response)
    }
}

async fn find(app: &App, slug: String, person: Option<PersonId>) -> Result<At, Answer> {
    let now = app.clock.now();
    let today = locale::local(now).date().to_string();
    let who = person.clone();
    let found = app
        .db
        .read(move |tx| {
            let Some(id) = store::by_address(tx, &slug)? else {
                return Ok(None);
            };
            let Some(opening) = store::find(tx, &id)? else {
                return Ok(None);
            };
            let is_known = opening.meeting.published_at.is_some() && opening.programme.state != "draft";
            let roles = match &who {
                Some(person) if !is_known => {
                    programmes::store::roles_of(tx, &opening.programme.id, person, &today)?
                }
                _ => Vec::new(),
            };
            let is_there = is_known || roles.iter().any(|role| role == "organiser");
            Ok::<_, ::store::Error>(is_there.then_some(opening))
        })
        .await
        .context("following the address of an open meeting")?;
    let opening = found.ok_or(Answer::NotFound)?;
    let mut offer = offer(&opening.meeting, &opening.invitation, now);
    if offer.is_open() && opening.programme.state == "draft" {
        offer = Offer::Draft;
    }
    Ok(At {
        opening,
        person,
        offer,
    })
}

pub(super) async fn show(Shared(app): Shared<App>, visitor: Visitor, at: At) -> Result<Html, Answer> {
    let key = app.ids.id(app.clock.now()).context("making a key")?;
    let known = known(&app, at.person.clone()).await?;
    let posted: Posted = [("key".to_owned(), key)].into_iter().chain(known).collect();
    Ok(page(&app, &visitor, &at, (&posted, &Problems::none())))
}

fn page(app: &App, visitor: &Visitor, at: &At, (posted, problems): (&Posted, &Problems)) -> Html {
    let front = Front {
        opening: &at.opening,
        offer: at.offer,
        posted,
        problems,
        address: &app.config.address,
    };
    views::front(visitor, &front)
}

/// What somebody signed in need not type again.
async fn known(app: &App, person: Option<PersonId>) -> Result<Vec<(String, String)>, Answer> {
    let Some(person) = person else {
        return Ok(Vec::new());
    };
    let known = app
        .db
        .read(move |tx| people::store::readers(tx, std::slice::from_ref(&person)))
        .await
        .context("looking up who signs up")?;
    let fields = known
        .into_iter()
        .flat_map(|person| [("name".to_owned(), person.name), ("mail".to_owned(), person.mail)]);
    Ok(fields.collect())
}

/// Who wants to come, as they filled it in.
pub(super) struct Wanted {
    name: String,
    mail: String,
    organisation: Option<String>,
}

impl Wanted {
    /// Reads name, address and where somebody works.
    pub(super) fn read(posted: &Posted, words: &Words) -> Result<Self, Problems> {
        let mut reading = Reading::new(posted, words);
        let name = reading.text("name", LINE);
        let mail = people::folded(&reading.text("mail", LINE));
        if !mail.is_empty() && !people::is_address(&mail) {
            reading.wrong("mail", words.placing_wrong_mail());
        }
        let organisation = reading.optional("organisation", LINE);
        reading.done(Self {
            name,
            mail,
            organisation,
        })
    }

    /// The same as a row that nobody has confirmed.
    pub(super) fn signs_up(self, app: &App, opening: &Opening, language: &str) -> anyhow::Result<SignUp> {
        let now = app.clock.now();
        Ok(SignUp {
            id: SignUpId(app.ids.id(now)?),
            meeting_id: opening.meeting.id.clone(),
            name: self.name,
            mail: self.mail,
            organisation: self.organisation,
            language: language.to_owned(),
            state: State::Asked,
            position: None,
            person_id: None,
            asked_at: now.as_microsecond(),
        })
    }
}

/// Keeps that somebody wants to come, and mails them a link to confirm it. The answer on the page is the same whether the address is
/// known, stands on the list already, or neither: only a mail to that address tells.
pub(super) async fn sign_up(
    Shared(app): Shared<App>,
    visitor: Visitor,
    Network(network): Network,
    at: At,
    Form(posted): Form<Posted>,
) -> Result<Response, Answer> {
    if !at.offer.is_open() {
        return Err(Answer::Forbidden(too_late));
    }
    app.limits.count(&OF_NETWORK, &network)?;
    let wanted = Wanted::read(&posted, visitor.words())
        .map_err(|problems| Answer::Invalid(page(&app, &visitor, &at, (&posted, &problems))))?;
    let key = uuid::Uuid::parse_str(posted.text("key")).map_err(|_no_form_of_ours| Answer::Unreadable)?;
    app.limits.count(&FOR_ADDRESS, &wanted.mail)?;
    let to = format!("{}/asked", at.opening.front());
    let sign_up = wanted.signs_up(&app, &at.opening, visitor.language.code())?;
    let (desk, opening) = (Desk::of(&app), at.opening);
    app.db
        .write(move |tx| desk.ask(tx, &opening, &sign_up, &key.to_string()))
        .await
        .context("keeping that somebody signs up")?;
    Ok(Redirect::to(&to).into_response())
}

fn too_late(words: &Words) -> String {
    words.openings_too_late()
}

/// A mail is on its way.
pub(super) async fn asked(visitor: Visitor, at: At) -> Html {
    views::asked(&visitor, &at.opening)
}
