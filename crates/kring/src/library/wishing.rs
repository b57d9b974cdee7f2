//! Handlers for wishes: "who has experience with ...", answered with an offer to help.

use ::privacy::Certainty;
use anyhow::Context as _;
use axum::extract::State;
use axum::response::{IntoResponse as _, Redirect, Response};
use serde::Deserialize;
use ui::Problems;

use super::finding::today;
use super::store::{self, Place, Wish};
use super::telling;
use super::views::{self, Wishing};
use crate::app::App;
use crate::auth::Person;
use crate::error::Answer;
use crate::id::PersonId;
use crate::people;
use crate::post;
use crate::web::{Form, Html, LINE, Path, Posted, Query, Reading, Visitor};

/// What somebody did not find.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Sought {
    about: String,
    /// What happened just before.
    offered: String,
}

async fn load(app: &App, person: &PersonId) -> anyhow::Result<(Vec<Place>, Vec<Wish>)> {
    let (person, day) = (person.clone(), today(app.clock.now()));
    app.db
        .read(move |tx| {
            let places = store::places(tx, &person, &day)?;
            Ok::<_, ::store::Error>((places, store::wishes(tx, &person, &day)?))
        })
        .await
        .context("loading what people look for")
}

/// What people of one's programmes look for, and a form to say so too.
pub(super) async fn show(
    State(app): State<App>,
    visitor: Visitor,
    Person(me): Person,
    Query(sought): Query<Sought>,
) -> Result<Html, Answer> {
    let (places, wishes) = load(&app, &me.person).await?;
    let key = app.ids.id(app.clock.now()).context("making an id")?;
    let about: String = sought.about.chars().take(100).collect();
    let posted = Posted::default().with("about", &about).with("form-key", &key);
    Ok(views::wishes(
        &visitor,
        &Wishing {
            person: &me.person,
            places: &places,
            wishes: &wishes,
            posted: &posted,
            problems: &Problems::none(),
            has_offered: !sought.offered.is_empty(),
        },
    ))
}

/// Says what one looks for. The same form sent twice says it once.
pub(super) async fn wish(
    State(app): State<App>,
    visitor: Visitor,
    Person(me): Person,
    Form(posted): Form<Posted>,
) -> Result<Response, Answer> {
    let (places, wishes) = load(&app, &me.person).await?;
    let words = visitor.words();
    let mut reading = Reading::new(&posted, words);
    let text = reading.text("about", LINE);
    let seen = ::privacy::find(&text);
    if seen.iter().any(|finding| finding.certainty > Certainty::Perhaps) {
        reading.wrong("about", words.library_wish_named());
    }
    let known: Vec<&str> = places.iter().map(|place| place.id.0.as_str()).collect();
    let programme = reading.one_of("programme", &known);
    let read = reading.done((text, programme)).map_err(|problems| {
        Answer::Invalid(views::wishes(
            &visitor,
            &Wishing {
                person: &me.person,
                places: &places,
                wishes: &wishes,
                posted: &posted,
                problems: &problems,
                has_offered: false,
            },
        ))
    })?;
    let now = app.clock.now();
    let id = app.ids.id(now).context("making an id")?;
    let key = match posted.text("form-key") {
        "" => id.clone(),
        key => key.chars().take(64).collect(),
    };
    app.db
        .write(move |tx| {
            let (text, programme) = &read;
            store::add_wish(
                tx,
                (&id, &key),
                (programme, &me.person),
                text,
                now.as_microsecond(),
            )
        })
        .await
        .context("noting what somebody looks for")?;
    Ok(Redirect::to("/library/wishes").into_response())
}

/// A wish before somebody of its programme.
async fn found(app: &App, person: &PersonId, id: &str) -> Result<Wish, Answer> {
    let (_, wishes) = load(app, person).await?;
    wishes
        .into_iter()
        .find(|wish| wish.id == id)
        .ok_or(Answer::NotFound)
}

/// Offers to help: whoever looks gets one mail, however often it is pressed.
pub(super) async fn offer(
    State(app): State<App>,
    Person(me): Person,
    Path(id): Path<String>,
) -> Result<Redirect, Answer> {
    let wish = found(&app, &me.person, &id).await?;
    if wish.person_id == me.person {
        return Err(Answer::NotFound);
    }
    let (seeker, helper) = (wish.person_id.clone(), me.person);
    let people = app
        .db
        .read(move |tx| {
            let seekers = people::store::readers(tx, std::slice::from_ref(&seeker))?;
            Ok::<_, ::store::Error>((
                seekers,
                people::store::readers(tx, std::slice::from_ref(&helper))?,
            ))
        })
        .await
        .context("looking up whose wish it is")?;
    let (Some(seeker), Some(helper)) = (people.0.first(), people.1.first()) else {
        return Err(Answer::NotFound);
    };
    let mail = telling::help(&app, &wish.id, seeker, helper)?;
    let now = app.clock.now().as_microsecond();
    app.db
        .write(move |tx| post::store::enqueue(tx, &mail, now))
        .await
        .context("offering to help")?;
    Ok(Redirect::to("/library/wishes?offered=yes"))
}

/// Whoever looked has found it, or looks no more.
pub(super) async fn close(
    State(app): State<App>,
    Person(me): Person,
    Path(id): Path<String>,
) -> Result<Redirect, Answer> {
    let wish = found(&app, &me.person, &id).await?;
    if wish.person_id != me.person {
        return Err(Answer::NotFound);
    }
    app.db
        .write(move |tx| store::remove_wish(tx, &wish.id))
        .await
        .context("taking off what somebody looked for")?;
    Ok(Redirect::to("/library/wishes"))
}
