//! SQL of the absence slice.

use store::{Error, Tx, args, sql};

use super::Mark;
use crate::id::{GroupId, ProgrammeId};

/// Who was at which held meeting, of those who belong to a group on a day: by person, the last meeting first.
pub(super) fn marks(tx: &mut Tx<'_>, group: &GroupId, today: &str) -> Result<Vec<Mark>, Error> {
    tx.all(
        sql!(
            "select a.person_id, p.name, a.meeting_id, m.starts_at, a.state = 'present' as was_there
             from attendance a
             join meetings m on m.id = a.meeting_id
             join people p on p.id = a.person_id
             where m.group_id = $1 and m.state = 'held' and a.state in ('present', 'absent', 'declined')
                   and a.person_id in (
                       select b.person_id from memberships b
                       where b.group_id = $1 and b.role = 'participant' and b.since <= $2
                             and (b.until is null or b.until >= $2))
             order by p.name, a.person_id, m.starts_at desc, m.id desc"
        ),
        args![group, today],
    )
}

/// How much of its meetings a programme wants people to be at, in percent.
pub(super) fn norm(tx: &mut Tx<'_>, programme: &ProgrammeId) -> Result<Option<i64>, Error> {
    tx.one(
        sql!("select attendance_norm from programmes where id = $1"),
        args![programme],
    )
}

/// Groups of which a meeting ended since a moment and was held.
pub(super) fn met_since(tx: &mut Tx<'_>, since: i64) -> Result<Vec<(GroupId, String)>, Error> {
    tx.all(
        sql!(
            "select distinct g.id, g.name
             from meetings m join groups g on g.id = m.group_id
             where m.state = 'held' and m.ends_at > $1 order by g.id"
        ),
        args![since],
    )
}

/// Who leads a group on a day: id, name, address and language.
pub(super) fn leaders(
    tx: &mut Tx<'_>,
    group: &GroupId,
    today: &str,
) -> Result<Vec<crate::people::Addressed>, Error> {
    tx.all(
        sql!(
            "select distinct p.id, p.name, p.mail, p.language
             from memberships m join people p on p.id = m.person_id
             where m.group_id = $1 and m.role = 'facilitator' and m.since <= $2 and (m.until is null or m.until >= $2)
             order by p.id"
        ),
        args![group, today],
    )
}
