//! SQL of the transfer slice.

use store::{Error, Tx, args, sql};

use super::{Applied, Circle, Place};
use crate::id::{PersonId, ProgrammeId};

/// The groups of a programme, the oldest first.
pub(super) fn circles(tx: &mut Tx<'_>, programme: &ProgrammeId) -> Result<Vec<Circle>, Error> {
    tx.all(
        sql!("select id, name from groups where programme_id = $1 order by id"),
        args![programme],
    )
}

/// Everybody who takes part or leads on a day, with each place they have.
pub(super) fn places(tx: &mut Tx<'_>, programme: &ProgrammeId, today: &str) -> Result<Vec<Place>, Error> {
    tx.all(
        sql!(
            "select p.mail, p.name, p.language, m.group_id, g.name as group_name, m.role, w.job, o.name as organisation
             from memberships m
             join people p on p.id = m.person_id
             left join groups g on g.id = m.group_id
             left join positions w on w.person_id = p.id
                 and w.organisation_id = (select min(f.organisation_id) from positions f where f.person_id = p.id)
             left join organisations o on o.id = w.organisation_id
             where m.programme_id = $1 and m.since <= $2 and (m.until is null or m.until >= $2)
                   and m.role in ('participant', 'facilitator')
             order by p.id, m.group_id nulls first, m.role"
        ),
        args![programme, today],
    )
}

/// Applications for a programme, the newest first.
pub(super) fn applications(tx: &mut Tx<'_>, programme: &ProgrammeId) -> Result<Vec<Applied>, Error> {
    tx.all(
        sql!(
            "select a.mail, a.name, a.language, p.mail as person_mail, a.state
             from applications a left join people p on p.id = a.person_id
             where a.programme_id = $1 order by a.applied_at desc, a.id desc"
        ),
        args![programme],
    )
}

/// In how many places somebody works, as far as they or somebody else told.
pub(super) fn count_positions(tx: &mut Tx<'_>, person: &PersonId) -> Result<i64, Error> {
    tx.one(
        sql!("select count(*) from positions where person_id = $1"),
        args![person],
    )
}
