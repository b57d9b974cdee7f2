//! Handlers for organisers: the open meetings of a programme, planning one, and changing its invitation.

use anyhow::Context as _;
use axum::extract::State as Shared;
use axum::response::{IntoResponse as _, Redirect, Response};
use jiff::Timestamp;
use ui::{Problems, locale};

use super::desk::Desk;
use super::form::{self, New, Wanted};
use super::pages::Run;
use super::rules::{State, address, can_change};
use super::views::{self, Draft};
use super::{Leader, Opening, store};
use crate::app::App;
use crate::auth::Person;
use crate::calendar::{self, Because};
use crate::error::Answer;
use crate::id::{MeetingId, PersonId, ProgrammeId};
use crate::meetings::{self, Invitation, Meeting};
use crate::programmes::{Managed, Programme};
use crate::web::{Form, Html, Posted, Visitor};
use crate::words::Words;

/// The zone meetings are planned in.
const ZONE: &str = "Europe/Amsterdam";

/// The open meetings of a programme.
pub(super) async fn list(
    Shared(app): Shared<App>,
    visitor: Visitor,
    Managed { programme }: Managed,
) -> Result<Html, Answer> {
    let id = programme.id.clone();
    let (meetings, invitations) = app
        .db
        .read(move |tx| {
            let meetings = store::meetings_of(tx, &id)?;
            Ok::<_, ::store::Error>((meetings, meetings::store::invitations_of(tx, &id)?))
        })
        .await
        .context("loading the open meetings of a programme")?;
    Ok(views::list(
        &visitor,
        &programme,
        (&meetings, &invitations),
        app.clock.now(),
    ))
}

async fn leaders(app: &App, programme: &ProgrammeId) -> Result<Vec<Leader>, Answer> {
    let id = programme.clone();
    let today = locale::local(app.clock.now()).date().to_string();
    let leaders = app
        .db
        .read(move |tx| store::leaders(tx, &id, &today))
        .await
        .context("looking up who can lead a meeting")?;
    Ok(leaders)
}

pub(super) async fn new(
    Shared(app): Shared<App>,
    visitor: Visitor,
    Person(signed_in): Person,
    Managed { programme }: Managed,
) -> Result<Html, Answer> {
    let leaders = leaders(&app, &programme.id).await?;
    // The id comes with the form, so that pressing twice plans one meeting.
    let id = app.ids.id(app.clock.now()).context("making an id")?;
    let (posted, problems) = (form::blank(id, &signed_in.person), Problems::none());
    let draft = Draft {
        has_video: app.config.video_server.is_some(),
        ..Draft::new(&programme, (&posted, &problems), &leaders)
    };
    Ok(views::form(&visitor, &app.catalogue, &draft))
}

/// Plans an open meeting. Nobody hears of it before it is made known.
pub(super) async fn plan(
    Shared(app): Shared<App>,
    visitor: Visitor,
    Managed { programme }: Managed,
    Form(posted): Form<Posted>,
) -> Result<Response, Answer> {
    let leaders = leaders(&app, &programme.id).await?;
    let id = uuid::Uuid::parse_str(posted.text("id")).map_err(|_no_form_of_ours| Answer::Unreadable)?;
    let before = Invitation {
        slug: Some(address(u64::from_be_bytes(
            app.ids.secret().context("drawing an address")?,
        ))),
        ..Invitation::blank(MeetingId(id.to_string()))
    };
    let methods: Vec<&str> = calendar::choices(&app.catalogue)
        .map(|method| method.id.as_str())
        .collect();
    let has_video = app.config.video_server.is_some();
    let read = form::read_new(
        &posted,
        visitor.words(),
        (before, &leaders, &methods),
        (app.clock.now(), has_video),
    );
    let new = read.map_err(|problems| {
        let draft = Draft {
            has_video,
            ..Draft::new(&programme, (&posted, &problems), &leaders)
        };
        Answer::Invalid(views::form(&visitor, &app.catalogue, &draft))
    })?;
    let meeting = meeting(&app, &programme, &new)?;
    let here = format!("/programmes/{}/openings/{}", programme.id, meeting.id);
    add(&app, meeting, new).await?;
    Ok(Redirect::to(&here).into_response())
}

fn meeting(app: &App, programme: &Programme, new: &New) -> anyhow::Result<Meeting> {
    let wish = &new.wish;
    let (starts, ends) = wish.span().context("a day that has no such time")?;
    let made = if wish.makes_video {
        calendar::video_room(app)?
    } else {
        None
    };
    Ok(Meeting {
        id: new.wanted.invitation.meeting_id.clone(),
        programme_id: programme.id.clone(),
        programme: String::new(),
        accent: String::new(),
        group_id: None,
        group_name: None,
        title: wish.title.clone(),
        starts_at: starts.as_microsecond(),
        ends_at: ends.as_microsecond(),
        place: wish.place.clone(),
        online: made.or_else(|| wish.online.clone()),
        plan: calendar::agenda(&wish.title, new.method.as_deref(), wish.minutes)?,
        state: "planned".to_owned(),
        published_at: None,
    })
}

async fn add(app: &App, meeting: Meeting, new: New) -> anyhow::Result<()> {
    let desk = app.clone();
    app.db
        .write(move |tx| {
            // Whoever presses twice plans once.
            if meetings::store::find(tx, &meeting.id)?.is_some() {
                return Ok(());
            }
            meetings::store::add(tx, &meeting, ZONE)?;
            calendar::set_directions(tx, &meeting.id, new.wish.directions.as_deref())?;
            meetings::store::add_invitation(tx, &new.wanted.invitation)?;
            match &new.wanted.leader {
                Some(leader) => calendar::take_on(&desk, tx, (&meeting.id, leader), Because::Leads),
                None => Ok(()),
            }
        })
        .await
        .context("planning an open meeting")
}

/// What is known of one that is changed.
async fn known(app: &App, opening: &Opening) -> Result<(Vec<Leader>, Vec<PersonId>), Answer> {
    let (id, programme) = (opening.meeting.id.clone(), opening.programme.id.clone());
    let today = locale::local(app.clock.now()).date().to_string();
    let known = app
        .db
        .read(move |tx| {
            Ok::<_, ::store::Error>((store::leaders(tx, &programme, &today)?, store::leading(tx, &id)?))
        })
        .await
        .context("looking up who can lead a meeting and who does")?;
    Ok(known)
}

pub(super) async fn show(Shared(app): Shared<App>, visitor: Visitor, run: Run) -> Result<Html, Answer> {
    if !can_change(&run.opening.meeting, app.clock.now()) {
        return Err(Answer::Forbidden(too_late));
    }
    let (leaders, leading) = known(&app, &run.opening).await?;
    let (posted, problems) = (form::filled(&run.opening, &leading), Problems::none());
    let draft = Draft {
        opening: Some(&run.opening),
        ..Draft::new(&run.opening.programme, (&posted, &problems), &leaders)
    };
    Ok(views::form(&visitor, &app.catalogue, &draft))
}

fn too_late(words: &Words) -> String {
    words.openings_is_over()
}

/// Changes the invitation, how many can come, and who leads. More room lets those in who wait.
pub(super) async fn change(
    Shared(app): Shared<App>,
    visitor: Visitor,
    run: Run,
    Form(posted): Form<Posted>,
) -> Result<Response, Answer> {
    let opening = run.opening;
    if !can_change(&opening.meeting, app.clock.now()) {
        return Err(Answer::Forbidden(too_late));
    }
    let (leaders, leading) = known(&app, &opening).await?;
    let page = |posted: &Posted, problems: &Problems, differing: &[(String, String)]| {
        let draft = Draft {
            opening: Some(&opening),
            differing,
            ..Draft::new(&opening.programme, (posted, problems), &leaders)
        };
        views::form(&visitor, &app.catalogue, &draft)
    };
    let before = opening.invitation.clone();
    let starts: Timestamp = opening.meeting.starts();
    let wanted = form::read(&posted, visitor.words(), (before, &leaders), starts)
        .map_err(|problems| Answer::Invalid(page(&posted, &problems, &[])))?;
    if changed(&app, &opening, wanted).await? {
        return Ok(Redirect::to(&opening.desk()).into_response());
    }
    let stands = form::filled(&opening, &leading);
    let differing = form::differing(&posted, &stands);
    // The form is based on what stands there now: saving again is done knowingly.
    let renewed = posted
        .clone()
        .with("version", &opening.invitation.version.to_string());
    Err(Answer::Conflict(page(&renewed, &Problems::none(), &differing)))
}

async fn changed(app: &App, opening: &Opening, wanted: Wanted) -> anyhow::Result<bool> {
    let (desk, app_here, opening) = (Desk::of(app), app.clone(), opening.clone());
    app.db
        .write(move |tx| {
            if !store::change(tx, &wanted.invitation)? {
                return Ok(false);
            }
            lead(&app_here, tx, &opening.meeting.id, wanted.leader.as_ref())?;
            desk.settle(tx, &opening)?;
            Ok::<_, anyhow::Error>(true)
        })
        .await
        .context("changing an open meeting")
}

/// This person leads it from now on, and nobody else.
fn lead(
    app: &App,
    tx: &mut ::store::Tx<'_>,
    meeting: &MeetingId,
    leader: Option<&PersonId>,
) -> anyhow::Result<()> {
    let leading = store::leading(tx, meeting)?;
    for person in leading.iter().filter(|person| Some(*person) != leader) {
        calendar::take_off(app, tx, (meeting, person))?;
    }
    let Some(leader) = leader.filter(|leader| !leading.contains(leader)) else {
        return Ok(());
    };
    if store::listed(tx, meeting, leader)?.is_none() {
        return calendar::take_on(app, tx, (meeting, leader), Because::Leads);
    }
    // Whoever signed up and leads after all needs no place.
    meetings::store::set_role(tx, meeting, leader, "facilitator")?;
    if let Some(sign_up) = store::of_person(tx, meeting, leader)? {
        let gone = super::SignUp {
            state: State::Gone,
            position: None,
            ..sign_up
        };
        store::put(tx, &gone, app.clock.now().as_microsecond())?;
    }
    Ok(())
}
