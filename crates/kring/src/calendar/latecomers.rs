//! Whoever became a member of a group after its meetings were published: found by the caretaker and invited.

use anyhow::Context as _;
use jiff::{SignedDuration, Timestamp};
use ui::locale;

use super::news::News;
use super::telling::{as_invited, invite};
use super::{Details, Invited, departing, store};
use crate::app::App;
use crate::{meetings, people};

/// Invites whoever became a member of a group after its meetings were published, and takes meetings out of the calendars of who left:
/// looked for now and then, so it does not matter which way they came or went. Links that ended are forgotten on the way. Answers how
/// many invitations there were.
///
/// # Errors
/// When the database does not answer.
pub(crate) async fn catch_up(app: &App) -> anyhow::Result<usize> {
    let now = app.clock.now();
    let at = now.as_microsecond();
    departing::settle(app).await?;
    let today = locale::local(now).date().to_string();
    let missing = app
        .db
        .read(move |tx| missing(tx, at, &today))
        .await
        .context("looking for members who are not invited yet")?;
    let mut count = 0;
    for Missing { meeting, people } in missing {
        let (invited, roles): (Vec<_>, Vec<_>) = people.into_iter().unzip();
        let mut telling = invite(app, &meeting, &invited, News::Invited)?;
        telling.not_the_first(at);
        count += invited.len();
        app.db
            .write(move |tx| {
                for (person, role) in invited.iter().zip(&roles) {
                    // Another node may have been here a moment ago.
                    if store::given(tx, &meeting.id, &person.person_id)?.is_some() {
                        return Ok(());
                    }
                    meetings::store::add_attendance(tx, &meeting.id, &person.person_id, role, "expected")?;
                }
                telling.write(tx, at)
            })
            .await
            .context("inviting members who came later")?;
    }
    forget(app, now).await?;
    Ok(count)
}

/// A meeting and the members of its group who are not on its list, with the role they have in it.
struct Missing {
    meeting: Details,
    people: Vec<(Invited, String)>,
}

fn missing(tx: &mut ::store::Tx<'_>, at: i64, today: &str) -> Result<Vec<Missing>, ::store::Error> {
    let mut found: Vec<Missing> = Vec::new();
    for (meeting, person, role) in store::with_missing_members(tx, at, today)? {
        if found.last().is_none_or(|last| last.meeting.id != meeting) {
            let details = store::details(tx, &meeting)?;
            found.extend(details.map(|meeting| Missing {
                meeting,
                people: Vec::new(),
            }));
        }
        let known = people::store::readers(tx, std::slice::from_ref(&person))?;
        if let Some(last) = found.last_mut() {
            last.people
                .extend(known.into_iter().map(|one| (as_invited(one), role.clone())));
        }
    }
    Ok(found)
}

async fn forget(app: &App, now: Timestamp) -> anyhow::Result<()> {
    // A link that ended yesterday may still be clicked; then it says so.
    let before = now.checked_sub(SignedDuration::from_hours(24)).unwrap_or(now);
    app.db
        .write(move |tx| store::forget_reply_links(tx, before.as_microsecond()))
        .await
        .context("forgetting links that ended")?;
    Ok(())
}
