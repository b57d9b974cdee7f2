//! SQL of rehearsals.

use ::store::{Error, Tx, args, sql};

use super::{Pace, Rehearsal};
use crate::id::{MeetingId, PersonId};

/// A rehearsal of this person that is not over.
pub(in crate::room) fn find(
    tx: &mut Tx<'_>,
    id: &MeetingId,
    person: &PersonId,
    oldest: i64,
) -> Result<Option<Rehearsal>, Error> {
    tx.maybe(
        sql!(
            "select id, person_id, title, accent, plan, language, pace, made_at
             from rehearsals where id = $1 and person_id = $2 and made_at > $3"
        ),
        args![id, person, oldest],
    )
}

/// The rehearsals of a person, the newest first.
pub(super) fn of_person(tx: &mut Tx<'_>, person: &PersonId, oldest: i64) -> Result<Vec<Rehearsal>, Error> {
    tx.all(
        sql!(
            "select id, person_id, title, accent, plan, language, pace, made_at
             from rehearsals where person_id = $1 and made_at > $2 order by made_at desc, id desc"
        ),
        args![person, oldest],
    )
}

pub(super) fn add(tx: &mut Tx<'_>, rehearsal: &Rehearsal) -> Result<(), Error> {
    let language = match rehearsal.language.0 {
        session::Language::Nl => "nl",
        session::Language::En => "en",
    };
    tx.run(
        sql!(
            "insert into rehearsals (id, person_id, title, accent, plan, language, pace, made_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8)"
        ),
        args![
            &rehearsal.id,
            &rehearsal.person_id,
            &rehearsal.title,
            &rehearsal.accent,
            &rehearsal.plan,
            language,
            rehearsal.pace.word(),
            rehearsal.made_at
        ],
    )?;
    Ok(())
}

pub(super) fn set_pace(tx: &mut Tx<'_>, id: &MeetingId, pace: Pace) -> Result<(), Error> {
    tx.run(
        sql!("update rehearsals set pace = $2 where id = $1"),
        args![id, pace.word()],
    )?;
    Ok(())
}

/// Deletes a rehearsal with everything that was written in it.
pub(super) fn remove(tx: &mut Tx<'_>, id: &MeetingId) -> Result<(), Error> {
    tx.run(sql!("delete from session_events where session = $1"), args![id])?;
    tx.run(sql!("delete from rehearsals where id = $1"), args![id])?;
    Ok(())
}

/// Rehearsals that are over and were not ended.
pub(super) fn forgotten(tx: &mut Tx<'_>, oldest: i64) -> Result<Vec<MeetingId>, Error> {
    tx.all(
        sql!("select id from rehearsals where made_at <= $1 order by id"),
        args![oldest],
    )
}
