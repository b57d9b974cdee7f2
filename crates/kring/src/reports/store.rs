//! SQL of the reports slice: counts only.

use store::{Error, Tx, args, sql};

use super::{Circle, Rhythm, Soon, Tally, Turnout};
use crate::id::ProgrammeId;

/// The groups of a programme with who is in them on a day. Sort by name outside: engines sort letters in different ways.
pub(super) fn circles(tx: &mut Tx<'_>, programme: &ProgrammeId, today: &str) -> Result<Vec<Circle>, Error> {
    tx.all(
        sql!(
            "select g.id, g.name, count(case when m.role = 'participant' then 1 end) as participants,
                    count(case when m.role = 'facilitator' then 1 end) as facilitators
             from groups g
             left join memberships m on m.group_id = g.id and m.since <= $2 and (m.until is null or m.until >= $2)
             where g.programme_id = $1
             group by g.id, g.name
             order by g.id"
        ),
        args![programme, today],
    )
}

/// How often each group met and will meet; `closing` is the moment before which a meeting should have been closed.
pub(super) fn rhythms(
    tx: &mut Tx<'_>,
    programme: &ProgrammeId,
    now: i64,
    closing: i64,
) -> Result<Vec<Rhythm>, Error> {
    tx.all(
        sql!(
            "select group_id, count(case when state = 'held' then 1 end) as held,
                    count(case when state = 'planned' and ends_at > $2 then 1 end) as coming,
                    count(case when state = 'planned' and ends_at <= $3 then 1 end) as left_open,
                    max(case when state = 'held' then starts_at end) as last_at,
                    min(case when state = 'planned' and ends_at > $2 then starts_at end) as next_at
             from meetings
             where programme_id = $1 and published_at is not null
             group by group_id"
        ),
        args![programme, now, closing],
    )
}

/// Who came, by group.
pub(super) fn turnouts(tx: &mut Tx<'_>, programme: &ProgrammeId) -> Result<Vec<Turnout>, Error> {
    tx.all(
        sql!(
            "select m.group_id, count(a.person_id) as listed, count(case when a.state = 'present' then 1 end) as present
             from meetings m join attendance a on a.meeting_id = m.id
             where m.programme_id = $1 and m.state = 'held' and a.role <> 'speaker'
             group by m.group_id"
        ),
        args![programme],
    )
}

/// Applications that wait for something, mails that did not arrive since a moment, and mails that could not be sent yet.
pub(super) fn tallies(tx: &mut Tx<'_>, programme: &ProgrammeId, since: i64) -> Result<Vec<Tally>, Error> {
    tx.all(
        sql!(
            "select state as what, count(*) as times from applications
             where programme_id = $1 and state in ('applied', 'waiting', 'offered')
             group by state
             union all
             select 'failed' as what, count(*) as times from mail_ledger
             where programme_id = $1 and outcome = 'failed' and ended_at >= $2
             union all
             select 'stuck' as what, count(*) as times from outbox
             where programme_id = $1 and problem is not null"
        ),
        args![programme, since],
    )
}

/// The meetings that come first, with the size of their lists.
pub(super) fn soon(
    tx: &mut Tx<'_>,
    programme: &ProgrammeId,
    now: i64,
    most: i64,
) -> Result<Vec<Soon>, Error> {
    tx.all(
        sql!(
            "select m.id, m.title, g.name as group_name, m.starts_at,
                    (select count(*) from attendance a where a.meeting_id = m.id and a.role <> 'speaker') as listed,
                    (select count(*) from attendance a
                     where a.meeting_id = m.id and a.role <> 'speaker' and a.state = 'declined') as declined
             from meetings m left join groups g on g.id = m.group_id
             where m.programme_id = $1 and m.state = 'planned' and m.published_at is not null and m.ends_at > $2
             order by m.starts_at, m.id limit $3"
        ),
        args![programme, now, most],
    )
}
