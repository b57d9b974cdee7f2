//! SQL of the cases slice.

use store::{Error, Tx, args, sql};

use super::Case;
use crate::id::{MeetingId, PersonId};

/// The cases of a meeting; treated ones first, spare ones last.
pub(crate) fn of_meeting(tx: &mut Tx<'_>, meeting: &MeetingId) -> Result<Vec<Case>, Error> {
    let mut cases: Vec<Case> = tx.all(
        sql!(
            "select c.id, c.owner_id, p.name as owner, c.title, c.question, c.state, c.waited,
                    coalesce(b.urgency, 2) as urgency,
                    (select count(*) from bottleneck_causes k where k.id = c.id) as from_cause
             from cases c join people p on p.id = c.owner_id left join briefs b on b.id = c.id
             where c.meeting_id = $1
             order by case c.state when 'treated' then 0 when 'ready' then 1 else 2 end, c.id"
        ),
        args![meeting],
    )?;
    let others: Vec<(String, PersonId, String)> = tx.all(
        sql!(
            "select o.case_id, o.person_id, p.name
             from case_co_owners o join cases c on c.id = o.case_id join people p on p.id = o.person_id
             where c.meeting_id = $1
             order by o.case_id, o.person_id"
        ),
        args![meeting],
    )?;
    for (id, person, name) in others {
        let case = cases.iter_mut().find(|case| case.id == id);
        if let Some(case) = case {
            case.others.push((person, name));
        }
    }
    Ok(cases)
}

/// Who owns a case beside the one who brings it; somebody who does already is not written down twice.
pub(crate) fn add_owner(tx: &mut Tx<'_>, id: &str, person: &PersonId) -> Result<(), Error> {
    tx.run(
        sql!(
            "insert into case_co_owners (case_id, person_id)
             select id, cast($2 as text) from cases where id = $1 and owner_id <> $2
             on conflict (case_id, person_id) do nothing"
        ),
        args![id, person],
    )?;
    Ok(())
}

pub(crate) fn add(
    tx: &mut Tx<'_>,
    id: &str,
    meeting: &MeetingId,
    owner: &PersonId,
    case: (&str, &str, &str),
) -> Result<(), Error> {
    let (title, question, state) = case;
    tx.run(
        sql!(
            "insert into cases (id, meeting_id, owner_id, title, question, state)
             values ($1, $2, $3, $4, $5, $6)"
        ),
        args![id, meeting, owner, title, question, state],
    )?;
    Ok(())
}

/// Puts a case on the list of a meeting under this id, or moves it there; one that was treated stays where it was.
pub(crate) fn put(
    tx: &mut Tx<'_>,
    id: &str,
    meeting: &MeetingId,
    owner: &PersonId,
    (title, question): (&str, &str),
) -> Result<(), Error> {
    tx.run(
        sql!(
            "insert into cases (id, meeting_id, owner_id, title, question, state) values ($1, $2, $3, $4, $5, 'ready')
             on conflict (id) do update
                 set meeting_id = excluded.meeting_id, title = excluded.title, question = excluded.question, state = 'ready'
                 where cases.state <> 'treated'"
        ),
        args![id, meeting, owner, title, question],
    )?;
    Ok(())
}

/// Carries a case that was not treated from one meeting to another, or off every list; answers whether it was there.
pub(crate) fn carry(
    tx: &mut Tx<'_>,
    id: &str,
    from: &MeetingId,
    to: Option<&MeetingId>,
) -> Result<bool, Error> {
    let carried = tx.run(
        sql!(
            "update cases set meeting_id = coalesce($3, meeting_id), state = 'ready', waited = waited + 1
             where id = $1 and meeting_id = $2 and state <> 'treated'"
        ),
        args![id, from, to.map(|to| to.0.as_str())],
    )?;
    if to.is_none() && carried > 0 {
        take_off(tx, id)?;
    }
    Ok(carried > 0)
}

/// Takes a case that was not treated off the list it is on.
pub(crate) fn take_off(tx: &mut Tx<'_>, id: &str) -> Result<(), Error> {
    tx.run(
        sql!(
            "delete from case_co_owners
             where case_id in (select c.id from cases c where c.id = $1 and c.state <> 'treated')"
        ),
        args![id],
    )?;
    tx.run(
        sql!("delete from cases where id = $1 and state <> 'treated'"),
        args![id],
    )?;
    Ok(())
}

/// The id of a case by one of its owners and its title.
pub(crate) fn find(
    tx: &mut Tx<'_>,
    meeting: &MeetingId,
    owner: &PersonId,
    title: &str,
) -> Result<Option<String>, Error> {
    tx.maybe(
        sql!(
            "select min(c.id) from cases c
             where c.meeting_id = $1 and c.title = $3 and (c.owner_id = $2 or exists
                 (select 1 from case_co_owners o where o.case_id = c.id and o.person_id = $2))
             having count(*) > 0"
        ),
        args![meeting, owner, title],
    )
}

/// Writes down that a case was treated, with everybody who owns it; one that was proposed in the room is added under this id.
pub(crate) fn treat(
    tx: &mut Tx<'_>,
    id: &str,
    meeting: &MeetingId,
    (owner, others): (&PersonId, &[PersonId]),
    (title, question): (&str, &str),
) -> Result<(), Error> {
    let known = find(tx, meeting, owner, title)?;
    if let Some(known) = &known {
        tx.run(
            sql!("update cases set state = 'treated' where id = $1"),
            args![known],
        )?;
    } else {
        add(tx, id, meeting, owner, (title, question, "treated"))?;
    }
    let id = known.as_deref().unwrap_or(id);
    for person in std::iter::once(owner).chain(others) {
        add_owner(tx, id, person)?;
    }
    Ok(())
}

/// What was prepared and not treated is there for another time.
pub(crate) fn spare_the_rest(tx: &mut Tx<'_>, meeting: &MeetingId) -> Result<(), Error> {
    tx.run(
        sql!("update cases set state = 'spare' where meeting_id = $1 and state = 'ready'"),
        args![meeting],
    )?;
    Ok(())
}
