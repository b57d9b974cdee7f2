//! Applying, and following one's application through a personal link. No account is needed for either.

use anyhow::Context as _;
use axum::extract::State as Shared;
use axum::response::Redirect;
use ui::{Problems, locale};

use super::answers;
use super::deciding::Desk;
use super::letters::News;
use super::rules::{FOR_ADDRESS, OF_NETWORK, State};
use super::views::{self, Sheet};
use super::{Application, Enrolment, store};
use crate::app::App;
use crate::auth::Token;
use crate::error::Answer;
use crate::id::{ApplicationId, PersonId, ProgrammeId};
use crate::people;
use crate::programmes::rules::takes_applications;
use crate::programmes::{self, Front, Programme};
use crate::web::{Form, Html, Network, Path, Posted, Visitor};
use crate::words::Words;

/// The form, or that it is too late.
pub(super) async fn show(Shared(app): Shared<App>, visitor: Visitor, front: Front) -> Result<Html, Answer> {
    let programme = front.programme();
    if !is_open(&app, programme) {
        return Ok(views::closed(&visitor, programme));
    }
    let enrolment = enrolment(&app, &programme.id).await?;
    let known = known(&app, front.person()).await?;
    let key = app.ids.id(app.clock.now()).context("making a key")?;
    let fields = [("key".to_owned(), key)].into_iter().chain(known);
    let (posted, problems): (Posted, _) = (fields.collect(), Problems::none());
    let sheet = Sheet::new(&enrolment.form, &posted, &problems);
    Ok(views::apply(&visitor, programme, &sheet))
}

fn is_open(app: &App, programme: &Programme) -> bool {
    let today = locale::local(app.clock.now()).date().to_string();
    takes_applications(programme, &today)
}

async fn enrolment(app: &App, programme: &ProgrammeId) -> Result<Enrolment, Answer> {
    let id = programme.clone();
    let found = app
        .db
        .read(move |tx| store::enrolment(tx, &id))
        .await
        .context("loading a form")?;
    Ok(found)
}

/// What somebody signed in need not type again.
async fn known(app: &App, person: Option<&PersonId>) -> Result<Vec<(String, String)>, Answer> {
    let Some(person) = person.cloned() else {
        return Ok(Vec::new());
    };
    let known = app
        .db
        .read(move |tx| people::store::readers(tx, std::slice::from_ref(&person)))
        .await
        .context("looking up who applies")?;
    let fields = known
        .into_iter()
        .flat_map(|person| [("name".to_owned(), person.name), ("mail".to_owned(), person.mail)]);
    Ok(fields.collect())
}

pub(super) async fn apply(
    Shared(app): Shared<App>,
    visitor: Visitor,
    Network(network): Network,
    front: Front,
    Form(posted): Form<Posted>,
) -> Result<Redirect, Answer> {
    let programme = front.programme();
    if !is_open(&app, programme) {
        return Err(Answer::Forbidden(too_late));
    }
    app.limits.count(&OF_NETWORK, &network)?;
    let enrolment = enrolment(&app, &programme.id).await?;
    let applied =
        answers::read(&enrolment.form, &posted, visitor.language, visitor.words()).map_err(|problems| {
            let sheet = Sheet::new(&enrolment.form, &posted, &problems);
            Answer::Invalid(views::apply(&visitor, programme, &sheet))
        })?;
    let key = uuid::Uuid::parse_str(posted.text("key")).map_err(|_no_form_of_ours| Answer::Unreadable)?;
    app.limits.count(&FOR_ADDRESS, &applied.mail)?;
    let now = app.clock.now();
    let application = Application {
        id: ApplicationId(app.ids.id(now).context("making an id")?),
        programme_id: programme.id.clone(),
        name: applied.name,
        mail: applied.mail,
        language: visitor.language.code().to_owned(),
        answers: serde_json::to_string(&applied.answers).context("writing answers")?,
        state: State::Applied,
        position: None,
        offer_until: None,
        person_id: None,
        reason: None,
        applied_at: now.as_microsecond(),
    };
    keep(&app, programme.clone(), application, key.to_string()).await?;
    Ok(Redirect::to(&format!(
        "{}/applied",
        programme.front().unwrap_or_default()
    )))
}

fn too_late(words: &Words) -> String {
    words.programmes_apply_over()
}

/// Keeps an application and confirms it. The answer on the page is the same whether the address applied before or not: only a mail to
/// that address tells.
async fn keep(app: &App, programme: Programme, application: Application, key: String) -> Result<(), Answer> {
    let desk = Desk::of(app);
    app.db
        .write(move |tx| {
            if store::was_sent(tx, &key)? {
                return Ok(());
            }
            let earlier = store::of_somebody(tx, &programme.id, &application.mail, None)?;
            if let Some(standing) = earlier.into_iter().find(|one| one.state.stands()) {
                return desk.tell(tx, &programme, &standing, News::Again);
            }
            store::add(tx, &application, &key)?;
            desk.tell(tx, &programme, &application, News::Received)
        })
        .await
        .context("keeping an application")?;
    Ok(())
}

/// It arrived, or had arrived: the mail tells.
pub(super) async fn applied(visitor: Visitor, front: Front) -> Html {
    views::applied(&visitor, front.programme())
}

/// An application before whoever has its link.
async fn by_link(app: &App, token: &str) -> Result<(Programme, Application), Answer> {
    let hash = Token::parse(token).ok_or(Answer::NotFound)?.hash();
    let found = app
        .db
        .read(move |tx| {
            let Some(application) = store::by_link(tx, &hash)? else {
                return Ok(None);
            };
            let programme = programmes::store::find(tx, &application.programme_id)?;
            Ok::<_, ::store::Error>(programme.map(|programme| (programme, application)))
        })
        .await
        .context("looking for an application")?;
    found.ok_or(Answer::NotFound)
}

pub(super) async fn mine(
    Shared(app): Shared<App>,
    visitor: Visitor,
    Path(token): Path<String>,
) -> Result<Html, Answer> {
    let (programme, application) = by_link(&app, &token).await?;
    let now = app.clock.now().as_microsecond();
    let can_take = application.state.can_be_taken(application.offer_until, now);
    let page = views::Own {
        programme: &programme,
        application: &application,
        token: &token,
        can_take,
    };
    Ok(views::own(&visitor, &page))
}

pub(super) async fn withdraw(
    Shared(app): Shared<App>,
    Path(token): Path<String>,
) -> Result<Redirect, Answer> {
    let (programme, application) = by_link(&app, &token).await?;
    let (desk, id) = (Desk::of(&app), application.id);
    app.db
        .write(move |tx| match store::find(tx, &programme.id, &id)? {
            Some(application) if application.state.stands() => desk.withdraw(tx, &programme, application),
            _ => Ok(()),
        })
        .await
        .context("withdrawing an application")?;
    Ok(Redirect::to(&format!("/applications/{token}")))
}

/// Takes the place that was offered. Too late, and the page tells so.
pub(super) async fn accept(Shared(app): Shared<App>, Path(token): Path<String>) -> Result<Redirect, Answer> {
    let (programme, application) = by_link(&app, &token).await?;
    let (desk, id) = (Desk::of(&app), application.id);
    let now = app.clock.now().as_microsecond();
    app.db
        .write(move |tx| match store::find(tx, &programme.id, &id)? {
            Some(application) if application.state.can_be_taken(application.offer_until, now) => {
                desk.take_in(tx, &programme, application, None)
            }
            _ => Ok(()),
        })
        .await
        .context("taking a place")?;
    Ok(Redirect::to(&format!("/applications/{token}")))
}
