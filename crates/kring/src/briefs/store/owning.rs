//! SQL of a brief that two people own.

use ::store::{Error, Tx, args, sql};

use crate::id::{GroupId, PersonId};

/// Asks somebody to own a brief as well, or nobody any more, as long as nobody said yes; answers whether that changes something.
pub(in crate::briefs) fn ask_second(
    tx: &mut Tx<'_>,
    id: &str,
    person: Option<&PersonId>,
    now: i64,
) -> Result<bool, Error> {
    let person = person.map(|person| person.0.as_str());
    let asked = tx.run(
        sql!(
            "update briefs set second_id = $2, changed_at = $3, version = version + 1
             where id = $1 and second_since is null and second_id is distinct from $2 and state <> 'withdrawn'"
        ),
        args![id, person, now],
    )?;
    Ok(asked > 0)
}

/// Whoever was asked owns it as well; answers whether they were still asked.
pub(in crate::briefs) fn join(tx: &mut Tx<'_>, id: &str, person: &PersonId, now: i64) -> Result<bool, Error> {
    let joined = tx.run(
        sql!(
            "update briefs set second_since = $3, changed_at = $3, version = version + 1
             where id = $1 and second_id = $2 and second_since is null and state <> 'withdrawn'"
        ),
        args![id, person, now],
    )?;
    Ok(joined > 0)
}

/// Both owners agree with the text that is to be shared; answers whether it still waited for that.
pub(in crate::briefs) fn agree(tx: &mut Tx<'_>, (id, version): (&str, i64), now: i64) -> Result<bool, Error> {
    let agreed = tx.run(
        sql!(
            "update briefs set state = 'checking', changed_at = $3, version = version + 1
             where id = $1 and version = $2 and state = 'agreeing'"
        ),
        args![id, version, now],
    )?;
    Ok(agreed > 0)
}

/// Who is in a group on a day beside this person: id and name.
pub(in crate::briefs) fn companions(
    tx: &mut Tx<'_>,
    group: &GroupId,
    but: &PersonId,
    today: &str,
) -> Result<Vec<(PersonId, String)>, Error> {
    tx.all(
        sql!(
            "select distinct p.id, p.name from memberships m join people p on p.id = m.person_id
             where m.group_id = $1 and m.person_id <> $2 and m.role in ('participant', 'facilitator')
                   and m.since <= $3 and (m.until is null or m.until >= $3)
             order by p.id"
        ),
        args![group, but, today],
    )
}

/// The cases that somebody is asked to own as well, while they are in the group: id, who asks, and the group.
pub(in crate::briefs) fn asked(
    tx: &mut Tx<'_>,
    person: &PersonId,
    today: &str,
) -> Result<Vec<(String, String, String)>, Error> {
    tx.all(
        sql!(
            "select b.id, o.name, g.name from briefs b
             join people o on o.id = b.owner_id join groups g on g.id = b.group_id
             where b.second_id = $1 and b.second_since is null and b.state <> 'withdrawn'
                   and exists (select 1 from memberships m where m.group_id = b.group_id and m.person_id = $1
                               and m.role in ('participant', 'facilitator')
                               and m.since <= $2 and (m.until is null or m.until >= $2))
             order by b.id"
        ),
        args![person, today],
    )
}
