//! Leaving the lists of meetings that are still to come: with a group, or with a whole programme.
//!
//! Whoever leaves has these meetings in their own calendar. The transaction in which they leave only notes that; the mails with the
//! files that take the entries out are written right afterwards, or by the caretaker when that went wrong.

use anyhow::Context as _;
use paper::calendar::Method;

use super::news::News;
use super::telling::{as_invited, mail, reminders_of};
use super::{Details, Invited, store};
use crate::app::App;
use crate::id::{GroupId, MeetingId, PersonId, ProgrammeId};
use crate::{people, post};

/// Takes somebody off the meetings of a programme, or of one of its groups, that are still to come, with their reminders.
pub(crate) fn leave(
    tx: &mut ::store::Tx<'_>,
    place: (&ProgrammeId, Option<&GroupId>),
    person: &PersonId,
    now: i64,
) -> Result<(), ::store::Error> {
    for meeting in store::coming_of(tx, place, person, now)? {
        post::store::withdraw(tx, &reminders_of(&meeting, Some(person)), now)?;
        store::note_departure(tx, &meeting, person)?;
        store::take_off(tx, &meeting, person)?;
    }
    Ok(())
}

/// Mails whoever left what takes the meetings out of their calendar, once. Whoever came back in between hears nothing of it.
pub(super) async fn settle(app: &App) -> anyhow::Result<()> {
    let now = app.clock.now().as_microsecond();
    let left = app
        .db
        .read(departed)
        .await
        .context("looking for people who left a meeting")?;
    for (meeting, person) in left {
        let (id, who) = (meeting.id.clone(), person.person_id.clone());
        let mut cancelled = meeting;
        "cancelled".clone_into(&mut cancelled.state);
        let about = (News::Left, Method::Cancel, "left");
        let (mut mail, along) = mail(app, &cancelled, &person, about, None)?;
        // They may come back and leave again, and hear of it again.
        mail.key = format!("{}/{now}", mail.key);
        app.db
            .write(move |tx| {
                // Another node may have been here a moment ago.
                if store::forget_departure(tx, &id, &who)? && store::given(tx, &id, &who)?.is_none() {
                    post::store::enqueue_with(tx, &mail, &along, now)?;
                }
                Ok::<_, ::store::Error>(())
            })
            .await
            .context("telling somebody who left a meeting")?;
    }
    Ok(())
}

/// Meetings and who left them.
fn departed(tx: &mut ::store::Tx<'_>) -> Result<Vec<(Details, Invited)>, ::store::Error> {
    let rows: Vec<(MeetingId, PersonId)> = store::departures(tx)?;
    let mut found = Vec::new();
    for (meeting, person) in rows {
        let details = store::details(tx, &meeting)?;
        let known = people::store::readers(tx, std::slice::from_ref(&person))?;
        found.extend(details.zip(known.into_iter().next().map(as_invited)));
    }
    Ok(found)
}
