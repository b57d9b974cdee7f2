//! Open meetings in people's calendars. Who has a place there is not for the calendar to decide: whoever does lets people on and off
//! the list here, and is asked what an answer and a change mean.

use ::store::Tx;
use anyhow::Context as _;
use paper::calendar::Method;

use super::news::News;
use super::telling::{Telling, as_invited, invite, mail, reminders_of};
use super::{Details, Invited, store};
use crate::app::App;
use crate::auth::Token;
use crate::error::Answer;
use crate::id::{MeetingId, PersonId};
use crate::{meetings, people, post};

/// What whoever waits for a place hears of a meeting.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Change<'a> {
    /// It is at another time or place.
    Moved,
    /// It does not take place, for this reason.
    CalledOff(Option<&'a str>),
}

/// Gives out the places of open meetings. Everything is done in the transaction of what happened.
pub(crate) trait Host: Send + Sync + 'static {
    /// Whether this place was given to this person, who then gives it back instead of saying no.
    ///
    /// # Errors
    /// When the database does not answer.
    fn has_given(tx: &mut Tx<'_>, meeting: &MeetingId, person: &PersonId) -> Result<bool, ::store::Error>;

    /// Takes a place back, for whoever waits.
    ///
    /// # Errors
    /// When the database does not answer.
    fn take_back(app: &App, tx: &mut Tx<'_>, meeting: &MeetingId, person: &PersonId) -> anyhow::Result<()>;

    /// Tells those who wait what changed; those on the list hear it from the calendar.
    ///
    /// # Errors
    /// When the database does not answer.
    fn tell_waiting(app: &App, tx: &mut Tx<'_>, meeting: &Details, change: Change<'_>) -> anyhow::Result<()>;
}

/// Why somebody comes onto the list of an open meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Because {
    /// They lead it.
    Leads,
    /// They signed up, and there was a place.
    SignedUp,
    /// They waited, and a place became free.
    MovedUp,
}

/// Puts somebody on the list of a meeting. When people know of it already, they are invited and reminded.
///
/// # Errors
/// When the database does not answer, or there is no such meeting or person.
pub(crate) fn take_on(
    app: &App,
    tx: &mut Tx<'_>,
    (meeting, person): (&MeetingId, &PersonId),
    because: Because,
) -> anyhow::Result<()> {
    let (role, news) = match because {
        Because::Leads => ("facilitator", News::Invited),
        Because::SignedUp => ("participant", News::Place),
        Because::MovedUp => ("participant", News::MovedUp),
    };
    meetings::store::add_attendance(tx, meeting, person, role, "expected")?;
    let (details, invited) = both(tx, meeting, person)?;
    let now = app.clock.now();
    if details.published_at.is_some() && details.starts() > now {
        let mut telling = invite(app, &details, &[invited], news)?;
        // Whoever signed off and came back is invited again.
        telling.not_the_first(now.as_microsecond());
        telling.write(tx, now.as_microsecond())?;
    }
    Ok(())
}

/// Takes somebody off the list of a meeting that has not been, and the meeting out of their calendar when it is in there.
///
/// # Errors
/// When the database does not answer, or there is no such meeting or person.
pub(crate) fn take_off(
    app: &App,
    tx: &mut Tx<'_>,
    (meeting, person): (&MeetingId, &PersonId),
) -> anyhow::Result<()> {
    let Some(given) = store::given(tx, meeting, person)? else {
        return Ok(());
    };
    let (mut details, invited) = both(tx, meeting, person)?;
    let now = app.clock.now().as_microsecond();
    post::store::withdraw(tx, &reminders_of(meeting, Some(person)), now)?;
    store::take_off(tx, meeting, person)?;
    if details.published_at.is_some() && given.state == "expected" {
        "cancelled".clone_into(&mut details.state);
        let about = (News::Left, Method::Cancel, "left");
        let (mut mail, along) = mail(app, &details, &invited, about, None)?;
        mail.key = format!("{}/{now}", mail.key);
        post::store::enqueue_with(tx, &mail, &along, now)?;
    }
    Ok(())
}

fn both(tx: &mut Tx<'_>, meeting: &MeetingId, person: &PersonId) -> anyhow::Result<(Details, Invited)> {
    let details = store::details(tx, meeting)?.context("a meeting that is not there")?;
    let known = people::store::readers(tx, std::slice::from_ref(person))?;
    let invited = known
        .into_iter()
        .next()
        .map(as_invited)
        .context("somebody who is not there")?;
    Ok((details, invited))
}

/// How to get to a meeting.
///
/// # Errors
/// When the database does not answer.
pub(crate) fn set_directions(
    tx: &mut Tx<'_>,
    meeting: &MeetingId,
    directions: Option<&str>,
) -> Result<(), ::store::Error> {
    store::set_directions(tx, meeting, directions)
}

/// Makes a meeting known: everybody on its list is invited. Doing it twice invites once, and one that began is left as it is.
///
/// # Errors
/// When the database does not answer.
pub(crate) async fn make_known(app: &App, meeting: &MeetingId) -> anyhow::Result<()> {
    let id = meeting.clone();
    let (details, invited) = app
        .db
        .read(move |tx| Ok::<_, ::store::Error>((store::details(tx, &id)?, store::invited(tx, &id)?)))
        .await
        .context("loading a meeting that will be made known")?;
    match details {
        Some(details) => publish(app, details, &invited).await,
        None => Ok(()),
    }
}

/// The same for one that is loaded.
pub(super) async fn publish(app: &App, details: Details, invited: &[Invited]) -> anyhow::Result<()> {
    let now = app.clock.now();
    if details.published_at.is_some() || details.state != "planned" || details.starts() <= now {
        return Ok(());
    }
    let known = Details {
        published_at: Some(now.as_microsecond()),
        ..details
    };
    let telling: Telling = invite(app, &known, invited, News::Invited)?;
    app.db
        .write(move |tx| {
            if store::publish(tx, &known.id, now.as_microsecond())? {
                telling.write(tx, now.as_microsecond())?;
            }
            Ok::<_, ::store::Error>(())
        })
        .await
        .context("making a meeting known")
}

/// Whose answer to which meeting a link in a mail gives, while it works.
///
/// # Errors
/// When the database does not answer.
pub(crate) fn link_to_answer(
    tx: &mut Tx<'_>,
    hash: &str,
    now: i64,
) -> Result<Option<(MeetingId, PersonId)>, ::store::Error> {
    store::reply_link(tx, hash, now)
}

/// Whether a link in a mail is that of somebody who was given a place: they look at it, and give it back, on a page of its own.
pub(super) async fn is_for_host<P: Host>(app: &App, token: &str) -> Result<bool, Answer> {
    let hash = Token::parse(token).ok_or(Answer::NotFound)?.hash();
    let now = app.clock.now().as_microsecond();
    let is_given = app
        .db
        .read(move |tx| match store::reply_link(tx, &hash, now)? {
            Some((meeting, person)) => P::has_given(tx, &meeting, &person),
            None => Ok(false),
        })
        .await
        .context("looking whose link it is")?;
    Ok(is_given)
}
