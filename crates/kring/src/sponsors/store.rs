//! SQL of the sponsors slice. What counts people only answers from five of them up: the statements see to it, not the pages.

use store::{Error, Tx, args, sql};

use super::{Counts, Held, Seat};
use crate::id::{PersonId, ProgrammeId};

/// Fewest people a figure may be about.
const FEWEST: i64 = 5;

/// Whether somebody may see the figures on a day: with a seat, or as an organiser.
pub(super) fn may_look(
    tx: &mut Tx<'_>,
    programme: &ProgrammeId,
    person: &PersonId,
    today: &str,
) -> Result<bool, Error> {
    tx.one(
        sql!(
            "select exists (select 1 from sponsors
                            where programme_id = $1 and person_id = $2 and ended_at is null)
                 or exists (select 1 from memberships
                            where programme_id = $1 and person_id = $2 and role = 'organiser'
                                  and since <= $3 and (until is null or until >= $3))"
        ),
        args![programme, person, today],
    )
}

/// Who may look now, whoever came first on top.
pub(super) fn seats(tx: &mut Tx<'_>, programme: &ProgrammeId) -> Result<Vec<Seat>, Error> {
    tx.all(
        sql!(
            "select s.person_id, p.name, p.mail, s.works_for, s.since
             from sponsors s join people p on p.id = s.person_id
             where s.programme_id = $1 and s.ended_at is null
             order by s.since, s.person_id"
        ),
        args![programme],
    )
}

/// Lets somebody look, from now on. Answers whether they could not before; somebody who can keeps the seat they have.
pub(crate) fn give(
    tx: &mut Tx<'_>,
    programme: &ProgrammeId,
    (person, works_for): (&PersonId, &str),
    now: i64,
) -> Result<bool, Error> {
    let given = tx.run(
        sql!(
            "insert into sponsors (programme_id, person_id, works_for, since) values ($1, $2, $3, $4)
             on conflict (programme_id, person_id) do update
                 set works_for = excluded.works_for, since = excluded.since, ended_at = null
                 where sponsors.ended_at is not null"
        ),
        args![programme, person, works_for, now],
    )?;
    Ok(given > 0)
}

/// From now on somebody may no longer look.
pub(super) fn end(
    tx: &mut Tx<'_>,
    programme: &ProgrammeId,
    person: &PersonId,
    now: i64,
) -> Result<(), Error> {
    tx.run(
        sql!(
            "update sponsors set ended_at = $3 where programme_id = $1 and person_id = $2 and ended_at is null"
        ),
        args![programme, person, now],
    )?;
    Ok(())
}

/// How large a programme is on a day, and how many meetings it still has.
pub(super) fn counts(
    tx: &mut Tx<'_>,
    programme: &ProgrammeId,
    today: &str,
    now: i64,
) -> Result<Counts, Error> {
    tx.one(
        sql!(
            "select count(distinct m.group_id) as groups, count(distinct m.person_id) as people,
                    (select count(distinct w.organisation_id)
                     from positions w join memberships n on n.person_id = w.person_id
                     where n.programme_id = $1 and n.role = 'participant'
                           and n.since <= $2 and (n.until is null or n.until >= $2)) as organisations,
                    (select count(*) from meetings f
                     where f.programme_id = $1 and f.state = 'planned' and f.published_at is not null
                           and f.ends_at > $3) as coming
             from memberships m
             where m.programme_id = $1 and m.role = 'participant'
                   and m.since <= $2 and (m.until is null or m.until >= $2)"
        ),
        args![programme, today, now],
    )
}

/// The meetings that were held. Of a list with fewer than five people nothing is told, also not to the sum: otherwise the
/// difference between two looks would tell it.
pub(super) fn held(tx: &mut Tx<'_>, programme: &ProgrammeId) -> Result<Vec<Held>, Error> {
    tx.all(
        sql!(
            "select m.starts_at, m.ends_at, case when count(a.person_id) >= $2 then count(a.person_id) end as listed,
                    case when count(a.person_id) >= $2 then count(case when a.state = 'present' then 1 end) end as present
             from meetings m left join attendance a on a.meeting_id = m.id and a.role <> 'speaker'
             where m.programme_id = $1 and m.state = 'held' and m.published_at is not null
             group by m.id, m.starts_at, m.ends_at
             order by m.starts_at, m.id"
        ),
        args![programme, FEWEST],
    )
}
