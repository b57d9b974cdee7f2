//! SQL of the agreements slice.

use store::{Error, Tx, args, sql};

use super::{Agreement, Scope};
use crate::id::{MeetingId, PersonId};

/// The version that holds now.
pub(crate) fn current(tx: &mut Tx<'_>, scope: &Scope) -> Result<Option<Agreement>, Error> {
    tx.maybe(
        sql!(
            "select id, version, text, since from agreements
             where programme_id = $1 and group_id is not distinct from cast($2 as text)
             order by version desc limit 1"
        ),
        args![&scope.programme, group(scope)],
    )
}

/// A version of the agreements that hold at a meeting.
pub(crate) fn of_meeting(
    tx: &mut Tx<'_>,
    meeting: &MeetingId,
    version: i64,
) -> Result<Option<Agreement>, Error> {
    tx.maybe(
        sql!(
            "select a.id, a.version, a.text, a.since
             from meetings m
             join agreements a on a.programme_id = m.programme_id and a.group_id is not distinct from m.group_id
             where m.id = $1 and a.version = $2"
        ),
        args![meeting, version],
    )
}

pub(crate) fn add(
    tx: &mut Tx<'_>,
    scope: &Scope,
    agreement: &Agreement,
    writer: Option<&PersonId>,
) -> Result<(), Error> {
    tx.run(
        sql!(
            "insert into agreements (id, programme_id, group_id, version, text, written_by, since)
             values ($1, $2, $3, $4, $5, $6, $7)"
        ),
        args![
            &agreement.id,
            &scope.programme,
            group(scope),
            agreement.version,
            &agreement.text,
            writer.map(|writer| writer.0.as_str()),
            agreement.since
        ],
    )?;
    Ok(())
}

/// Notes that somebody accepts a version. Twice is fine.
pub(crate) fn accept(tx: &mut Tx<'_>, agreement: &str, person: &PersonId, now: i64) -> Result<(), Error> {
    tx.run(
        sql!(
            "insert into agreement_acceptances (agreement_id, person_id, accepted_at)
             values ($1, $2, $3) on conflict do nothing"
        ),
        args![agreement, person, now],
    )?;
    Ok(())
}

pub(crate) fn has_accepted(tx: &mut Tx<'_>, agreement: &str, person: &PersonId) -> Result<bool, Error> {
    let times: i64 = tx.one(
        sql!("select count(*) from agreement_acceptances where agreement_id = $1 and person_id = $2"),
        args![agreement, person],
    )?;
    Ok(times > 0)
}

/// The names of who has accepted a version. Sort outside: engines sort letters in different ways.
pub(crate) fn accepted_by(tx: &mut Tx<'_>, agreement: &str) -> Result<Vec<String>, Error> {
    tx.all(
        sql!(
            "select p.name from agreement_acceptances a join people p on p.id = a.person_id
             where a.agreement_id = $1 order by p.id"
        ),
        args![agreement],
    )
}

fn group(scope: &Scope) -> Option<&str> {
    scope.group.as_ref().map(|group| group.0.as_str())
}
