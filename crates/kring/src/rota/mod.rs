//! Whose turn it is in a group: to bring a case, to lead, to take notes.
//!
//! Turns are given when a meeting is planned, so that its invitation names them. Whoever declines or leaves loses theirs to the next
//! one, who hears of it. What somebody did last follows from meetings and cases, so nothing is counted by hand.

mod letters;
mod pages;
mod rules;
mod store;
mod telling;
mod views;

use std::collections::BTreeMap;

use ::store::from_row;
use axum::Router;
use axum::routing::{get, post};
use jiff::Timestamp;
use ui::locale;

use crate::app::App;
use crate::id::{GroupId, MeetingId, PersonId, ProgrammeId};

pub(crate) use rules::Duty;
use rules::{Ahead, assign};
pub(crate) use store::give;
pub(crate) use telling::settle;

/// The page of the turns of a group.
pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/groups/{id}/rota", get(pages::show).post(pages::change))
        .route("/groups/{id}/rota/duties", post(pages::set_duties))
        .route("/groups/{id}/rota/pauses", post(pages::pause))
}

/// A group, as mails about turns name it.
#[derive(Clone, Debug)]
struct Home {
    id: GroupId,
    name: String,
    programme_id: ProgrammeId,
}
from_row!(Home {
    id,
    name,
    programme_id
});

/// Who has which turn, by meeting.
pub(crate) type Turns = Vec<(MeetingId, BTreeMap<Duty, PersonId>)>;

/// The turns of the meetings of a group that are still to come, and of new ones: ids with their beginnings in microseconds since 1970.
pub(crate) fn turns(
    tx: &mut ::store::Tx<'_>,
    group: &GroupId,
    now: Timestamp,
    new: &[(MeetingId, i64)],
) -> Result<Turns, ::store::Error> {
    let duties = Duty::list(&store::rotates(tx, group)?);
    if duties.is_empty() {
        return Ok(Vec::new());
    }
    let today = day(now);
    let candidates = store::candidates(tx, group, &today)?;
    let last = store::last(tx, group, now.as_microsecond())?;
    let mut coming = store::coming(tx, group, now.as_microsecond())?;
    coming.extend_from_slice(new);
    coming.sort_by(|one, other| (one.1, &one.0).cmp(&(other.1, &other.0)));
    let given = store::given(tx, group, now.as_microsecond())?;
    let declined = store::declined(tx, group, now.as_microsecond())?;
    let ahead: Vec<Ahead> = coming
        .iter()
        .map(|(meeting, starts_at)| Ahead {
            meeting: meeting.clone(),
            day: day(Timestamp::from_microsecond(*starts_at).unwrap_or_default()),
            declined: declined
                .iter()
                .filter(|(other, _)| other == meeting)
                .map(|(_, person)| person.clone())
                .collect(),
            given: given
                .iter()
                .filter(|(other, _, _)| other == meeting)
                .filter_map(|(_, duty, person)| Some((Duty::of(duty)?, person.clone())))
                .collect(),
        })
        .collect();
    let turns = assign(&duties, &candidates, &ahead, last);
    Ok(ahead.into_iter().map(|one| one.meeting).zip(turns).collect())
}

/// The day of a moment, `YYYY-MM-DD`.
fn day(at: Timestamp) -> String {
    locale::local(at).date().to_string()
}
