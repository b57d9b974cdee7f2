//! Making a programme and changing it: for whoever organises it, or organises for its organisation.

use anyhow::Context as _;
use axum::extract::State;
use axum::response::{IntoResponse as _, Redirect, Response};
use ui::{Problems, locale};

use super::pages::Managed;
use super::views::{self, Draft};
use super::{Organisation, Programme, settings, store};
use crate::app::App;
use crate::auth::Person;
use crate::error::Answer;
use crate::id::{OrganisationId, PersonId, ProgrammeId};
use crate::web::{Form, Html, Posted, Visitor};

/// The programmes somebody organises, and the way to a new one.
pub(super) async fn list(
    State(app): State<App>,
    visitor: Visitor,
    Person(signed_in): Person,
) -> Result<Html, Answer> {
    let today = locale::local(app.clock.now()).date().to_string();
    let (programmes, organisations) = app
        .db
        .read(move |tx| {
            Ok::<_, ::store::Error>((
                store::organised_by(tx, &signed_in.person, &today)?,
                store::organisations_of(tx, &signed_in.person)?,
            ))
        })
        .await
        .context("loading somebody's programmes")?;
    if programmes.is_empty() && organisations.is_empty() {
        return Err(Answer::NotFound);
    }
    Ok(views::list(&visitor, &programmes, !organisations.is_empty()))
}

pub(super) async fn new(
    State(app): State<App>,
    visitor: Visitor,
    Person(signed_in): Person,
) -> Result<Html, Answer> {
    let organisations = organisations(&app, signed_in.person).await?;
    let first = organisations.first().ok_or(Answer::NotFound)?.id.clone();
    // The id comes with the form, so that pressing twice makes one programme.
    let id = ProgrammeId(app.ids.id(app.clock.now()).context("making an id")?);
    let posted = settings::filled(&Programme::blank(id, first));
    Ok(views::settings(
        &visitor,
        &Draft::new(&posted, &Problems::none(), &organisations),
    ))
}

pub(super) async fn make(
    State(app): State<App>,
    visitor: Visitor,
    Person(signed_in): Person,
    Form(posted): Form<Posted>,
) -> Result<Response, Answer> {
    let organisations = organisations(&app, signed_in.person.clone()).await?;
    let wanted = OrganisationId(posted.text("organisation").to_owned());
    if !organisations.iter().any(|known| known.id == wanted) {
        return Err(Answer::NotFound);
    }
    let id = uuid::Uuid::parse_str(posted.text("id")).map_err(|_no_form_of_ours| Answer::Unreadable)?;
    let blank = Programme::blank(ProgrammeId(id.to_string()), wanted);
    let invalid = |problems: &Problems| {
        Answer::Invalid(views::settings(
            &visitor,
            &Draft::new(&posted, problems, &organisations),
        ))
    };
    let programme = settings::read(&posted, visitor.words(), blank).map_err(|problems| invalid(&problems))?;
    let id = programme.id.clone();
    match added(&app, programme, signed_in.person).await? {
        Kept::Yes => Ok(Redirect::to(&format!("/programmes/{id}")).into_response()),
        Kept::AddressTaken | Kept::ChangedMeanwhile => Err(invalid(&taken(&visitor))),
    }
}

/// What became of a programme that was to be written.
enum Kept {
    Yes,
    /// Its short address leads elsewhere.
    AddressTaken,
    /// Somebody else was first.
    ChangedMeanwhile,
}

fn taken(visitor: &Visitor) -> Problems {
    let mut problems = Problems::none();
    problems.add("slug", visitor.words().programmes_address_taken());
    problems
}

async fn added(app: &App, programme: Programme, person: PersonId) -> Result<Kept, Answer> {
    let now = app.clock.now();
    let today = locale::local(now).date().to_string();
    let membership = app.ids.id(now).context("making an id")?;
    let kept = app
        .db
        .write(move |tx| {
            if is_taken(tx, &programme)? {
                return Ok(Kept::AddressTaken);
            }
            if store::add(tx, &programme)? {
                store::join_as_organiser(tx, &membership, &programme.id, &person, &today)?;
            }
            Ok::<_, ::store::Error>(Kept::Yes)
        })
        .await
        .context("making a programme")?;
    Ok(kept)
}

/// Whether the address of a programme leads to another one.
fn is_taken(tx: &mut ::store::Tx<'_>, programme: &Programme) -> Result<bool, ::store::Error> {
    let Some(slug) = &programme.slug else {
        return Ok(false);
    };
    let leads_to = store::by_address(tx, slug)?;
    Ok(leads_to.is_some_and(|id| id != programme.id))
}

async fn organisations(app: &App, person: PersonId) -> Result<Vec<Organisation>, Answer> {
    let found = app
        .db
        .read(move |tx| store::organisations_of(tx, &person))
        .await
        .context("looking up for whom somebody organises")?;
    Ok(found)
}

pub(super) async fn show(visitor: Visitor, managed: Managed) -> Html {
    let posted = settings::filled(&managed.programme);
    let (problems, none) = (Problems::none(), []);
    let draft = Draft {
        programme: Some(&managed.programme),
        ..Draft::new(&posted, &problems, &none)
    };
    views::settings(&visitor, &draft)
}

pub(super) async fn change(
    State(app): State<App>,
    visitor: Visitor,
    managed: Managed,
    Form(posted): Form<Posted>,
) -> Result<Response, Answer> {
    let stored = managed.programme;
    let page = |posted: &Posted, problems: &Problems, differing: &[(String, String)]| {
        let draft = Draft {
            programme: Some(&stored),
            differing,
            ..Draft::new(posted, problems, &[])
        };
        views::settings(&visitor, &draft)
    };
    let wanted = settings::read(&posted, visitor.words(), stored.clone())
        .map_err(|problems| Answer::Invalid(page(&posted, &problems, &[])))?;
    match changed(&app, wanted, stored.slug.clone()).await? {
        Kept::Yes => Ok(Redirect::to(&format!("/programmes/{}", stored.id)).into_response()),
        Kept::AddressTaken => Err(Answer::Invalid(page(&posted, &taken(&visitor), &[]))),
        Kept::ChangedMeanwhile => {
            let differing = settings::differing(&posted, &stored);
            // The form is based on what stands there now: saving again is done knowingly.
            let fields = posted
                .fields()
                .map(|(name, value)| (name.to_owned(), value.to_owned()));
            let version = ("version".to_owned(), stored.version.to_string());
            let renewed: Posted = fields.chain([version]).collect();
            Err(Answer::Conflict(page(&renewed, &Problems::none(), &differing)))
        }
    }
}

async fn changed(app: &App, programme: Programme, before: Option<String>) -> Result<Kept, Answer> {
    let kept = app
        .db
        .write(move |tx| {
            if is_taken(tx, &programme)? {
                return Ok(Kept::AddressTaken);
            }
            if !store::change(tx, &programme)? {
                return Ok(Kept::ChangedMeanwhile);
            }
            if let Some(before) = before
                .as_deref()
                .filter(|before| programme.slug.as_deref() != Some(*before))
            {
                store::keep_address(tx, before, &programme.id)?;
            }
            Ok::<_, ::store::Error>(Kept::Yes)
        })
        .await
        .context("changing a programme")?;
    Ok(kept)
}
