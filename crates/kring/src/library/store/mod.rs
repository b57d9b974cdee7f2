//! SQL of the library slice. It knows texts only sealed.

mod consents;
mod offers;
mod returns;
mod shelf;
mod wishes;

pub(super) use consents::allow;
pub(crate) use consents::keep_within;
pub(super) use offers::{Offer, add_offer, offered_by, offers, remove_offer};
pub(super) use returns::{
    Due, Lookback, Told, answer, due, forget_return, mark_asked, of_group, return_of, told_by,
};
pub(super) use shelf::{
    Changed, ask_again, changes, interventions, jobs, number, reach, rest, to_look_again,
};
pub(super) use wishes::{Place, Wish, add_wish, places, remove_wish, wished_by, wishes};

use store::{Arg, Error, Tx, args, sql};

use super::rules::Lead;
use super::{Entry, Treated};
use crate::id::{GroupId, PersonId, ProgrammeId};
use crate::vault::{self, Wrapped};

/// An entry before somebody, with who leads in its programme on a day, whose case it was, and whether this person may read it once it
/// is published.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub(super) entry: Entry,
    pub(super) leads: Vec<Lead>,
    pub(super) owners: Vec<PersonId>,
    pub(super) is_reader: bool,
}

/// An entry before somebody.
pub(super) fn find_for(
    tx: &mut Tx<'_>,
    id: &str,
    person: &PersonId,
    today: &str,
) -> Result<Option<Found>, Error> {
    let entry: Option<Entry> = tx.maybe(
        sql!(
            "select e.id, e.case_id, e.programme_id, p.name as programme, p.accent, o.name as organisation, e.group_id,
                    e.owner_id, w.name as owner, e.state, e.shelf, e.scope, e.published_at, e.review_on, e.asked_at, e.version,
                    k.wrapped, d.sealed as draft, u.sealed as public, q.sealed as question
             from library_entries e
             join programmes p on p.id = e.programme_id
             join organisations o on o.id = p.organisation_id
             join people w on w.id = e.owner_id
             left join record_keys k on k.record_id = e.id
             left join library_texts d on d.entry_id = e.id and d.part = 'draft'
             left join library_texts u on u.entry_id = e.id and u.part = 'public'
             left join library_texts q on q.entry_id = e.id and q.part = 'question'
             where e.id = $1"
        ),
        args![id],
    )?;
    let Some(entry) = entry else { return Ok(None) };
    let is_reader: i64 = tx.one(
        sql!(
            "select count(*) from memberships m
             join programmes p on p.id = m.programme_id
             where m.person_id = $1 and m.role in ('participant', 'facilitator')
                   and m.since <= $2 and (m.until is null or m.until >= $2)
                   and (m.programme_id = $3
                        or ($4 = 'organisation'
                            and p.organisation_id = (select h.organisation_id from programmes h where h.id = $3)))"
        ),
        args![person, today, &entry.programme_id, &entry.scope],
    )?;
    let owners = owners_of(tx, &[entry.case_id.as_str()])?;
    let owners = owners.into_iter().map(|(_, owner)| owner).collect();
    let leads = leads(tx, &entry.programme_id, today)?;
    Ok(Some(Found {
        entry,
        leads,
        owners,
        is_reader: is_reader > 0,
    }))
}

/// Everybody whose cases these are, by case.
pub(super) fn owners_of(tx: &mut Tx<'_>, cases: &[&str]) -> Result<Vec<(String, PersonId)>, Error> {
    tx.all(
        sql!(
            "select c.id, c.owner_id from cases c where c.id in ($1..)
             union
             select o.case_id, o.person_id from case_co_owners o where o.case_id in ($1..)"
        ),
        args![Arg::texts(cases.iter().copied())],
    )
}

/// Who leads, on a day, in the programmes in which somebody leads.
pub(super) fn leads_around(
    tx: &mut Tx<'_>,
    person: &PersonId,
    today: &str,
) -> Result<Vec<(ProgrammeId, Lead)>, Error> {
    let leads: Vec<(ProgrammeId, PersonId, Option<GroupId>)> = tx.all(
        sql!(
            "select m.programme_id, m.person_id, m.group_id from memberships m
             where m.role = 'facilitator' and m.since <= $2 and (m.until is null or m.until >= $2) and m.programme_id in
                   (select h.programme_id from memberships h
                    where h.person_id = $1 and h.role = 'facilitator' and h.since <= $2 and (h.until is null or h.until >= $2))
             order by m.id"
        ),
        args![person, today],
    )?;
    Ok(leads
        .into_iter()
        .map(|(programme, person, group)| (programme, Lead { person, group }))
        .collect())
}

/// Who leads a group of a programme on a day, or all of it.
pub(super) fn leads(tx: &mut Tx<'_>, programme: &ProgrammeId, today: &str) -> Result<Vec<Lead>, Error> {
    let leads: Vec<(PersonId, Option<GroupId>)> = tx.all(
        sql!(
            "select person_id, group_id from memberships
             where programme_id = $1 and role = 'facilitator' and since <= $2 and (until is null or until >= $2)
             order by id"
        ),
        args![programme, today],
    )?;
    Ok(leads
        .into_iter()
        .map(|(person, group)| Lead { person, group })
        .collect())
}

/// What somebody shares or works on, the newest first.
pub(super) fn of_owner(tx: &mut Tx<'_>, owner: &PersonId) -> Result<Vec<Entry>, Error> {
    tx.all(
        sql!(
            "select e.id, e.case_id, e.programme_id, p.name as programme, p.accent, o.name as organisation, e.group_id,
                    e.owner_id, w.name as owner, e.state, e.shelf, e.scope, e.published_at, e.review_on, e.asked_at, e.version,
                    k.wrapped, d.sealed as draft, cast(null as text) as public, cast(null as text) as question
             from library_entries e
             join programmes p on p.id = e.programme_id
             join organisations o on o.id = p.organisation_id
             join people w on w.id = e.owner_id
             left join record_keys k on k.record_id = e.id
             left join library_texts d on d.entry_id = e.id and d.part = 'draft'
             where e.owner_id = $1 and e.state <> 'withdrawn'
             order by e.changed_at desc, e.id"
        ),
        args![owner],
    )
}

/// The entries that wait for a check in the programmes in which somebody leads. Whether it is theirs to check is for the rules.
pub(super) fn waiting(tx: &mut Tx<'_>, person: &PersonId, today: &str) -> Result<Vec<Entry>, Error> {
    tx.all(
        sql!(
            "select e.id, e.case_id, e.programme_id, p.name as programme, p.accent, o.name as organisation, e.group_id,
                    e.owner_id, w.name as owner, e.state, e.shelf, e.scope, e.published_at, e.review_on, e.asked_at, e.version,
                    k.wrapped, d.sealed as draft, cast(null as text) as public, cast(null as text) as question
             from library_entries e
             join programmes p on p.id = e.programme_id
             join organisations o on o.id = p.organisation_id
             join people w on w.id = e.owner_id
             left join record_keys k on k.record_id = e.id
             left join library_texts d on d.entry_id = e.id and d.part = 'draft'
             where e.state = 'checking' and e.programme_id in
                   (select m.programme_id from memberships m
                    where m.person_id = $1 and m.role = 'facilitator' and m.since <= $2 and (m.until is null or m.until >= $2))
             order by e.changed_at, e.id"
        ),
        args![person, today],
    )
}

/// The treated cases of somebody, the newest first; `case` names one of them.
pub(super) fn treated(tx: &mut Tx<'_>, owner: &PersonId, case: Option<&str>) -> Result<Vec<Treated>, Error> {
    tx.all(
        sql!(
            "select c.id, c.title, c.question, c.meeting_id, m.ends_at as ended_at, m.programme_id, p.name as programme, p.accent,
                    o.name as organisation, m.group_id, e.id as entry_id, e.state, e.shelf,
                    (r.answered_at is not null) as is_answered
             from cases c
             join meetings m on m.id = c.meeting_id
             join programmes p on p.id = m.programme_id
             join organisations o on o.id = p.organisation_id
             left join library_entries e on e.case_id = c.id and e.state <> 'withdrawn'
             left join case_returns r on r.case_id = c.id
             where c.state = 'treated' and (cast($2 as text) is null or c.id = $2)
                   and (c.owner_id = $1
                        or exists (select 1 from case_co_owners h where h.case_id = c.id and h.person_id = $1))
             order by m.ends_at desc, c.id"
        ),
        args![owner, case],
    )
}

/// Writes a new entry down. Answers whether it is new: a case is shared once.
pub(super) fn add(tx: &mut Tx<'_>, entry: &Entry, now: i64) -> Result<bool, Error> {
    let known: i64 = tx.one(
        sql!("select count(*) from library_entries where case_id = $1 and state <> 'withdrawn'"),
        args![&entry.case_id],
    )?;
    if known > 0 {
        return Ok(false);
    }
    tx.run(
        sql!(
            "insert into library_entries
                 (id, case_id, programme_id, group_id, owner_id, state, shelf, scope, consented_at, published_at, review_on,
                  made_at, changed_at, version, change)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $9, $9, 1, 0)"
        ),
        args![
            &entry.id,
            &entry.case_id,
            &entry.programme_id,
            entry.group_id.as_ref().map(|group| group.0.as_str()),
            &entry.owner_id,
            &entry.state,
            &entry.shelf,
            &entry.scope,
            now,
            entry.published_at,
            entry.review_on.as_deref()
        ],
    )?;
    Ok(true)
}

/// An entry that is on the shelf from the beginning: for a world that is made, not lived. `sealed` is its text for others, and the key.
pub(super) fn add_published(
    tx: &mut Tx<'_>,
    (id, case, scope): (&str, &str, &str),
    (wrapped, draft, public): (&Wrapped, &str, &str),
    (at, review_on): (i64, &str),
) -> Result<(), Error> {
    tx.run(
        sql!(
            "insert into library_entries
                 (id, case_id, programme_id, group_id, owner_id, state, shelf, scope, consented_at, published_at, review_on,
                  made_at, changed_at, version, change)
             select cast($1 as text), c.id, m.programme_id, m.group_id, c.owner_id, 'approved', 'open', $3, $4, $4, $5, $4, $4, 1, 0
             from cases c join meetings m on m.id = c.meeting_id
             where c.id = $2"
        ),
        args![id, case, scope, at, review_on],
    )?;
    vault::store::keep(tx, id, wrapped)?;
    keep(tx, id, "draft", draft)?;
    keep(tx, id, "public", public)?;
    number(tx, id)
}

/// Keeps a sealed text instead of the one before it.
pub(super) fn keep(tx: &mut Tx<'_>, id: &str, part: &str, sealed: &str) -> Result<(), Error> {
    tx.run(
        sql!(
            "insert into library_texts (entry_id, part, sealed) values ($1, $2, $3)
             on conflict (entry_id, part) do update set sealed = excluded.sealed"
        ),
        args![id, part, sealed],
    )?;
    Ok(())
}

/// Another state, when nobody changed the entry meanwhile; answers whether it was so.
pub(super) fn change(
    tx: &mut Tx<'_>,
    (id, version): (&str, i64),
    state: &str,
    now: i64,
) -> Result<bool, Error> {
    let changed = tx.run(
        sql!(
            "update library_entries set state = $3, changed_at = $4, version = version + 1
             where id = $1 and version = $2 and state <> 'withdrawn'"
        ),
        args![id, version, state, now],
    )?;
    Ok(changed > 0)
}

/// Puts what was checked on the shelf, when it still waits in this version; answers whether it did.
pub(super) fn publish(
    tx: &mut Tx<'_>,
    (id, version): (&str, i64),
    (by, review_on): (&PersonId, &str),
    now: i64,
) -> Result<bool, Error> {
    let published = tx.run(
        sql!(
            "update library_entries
             set state = 'approved', shelf = 'open', checked_by = $3, review_on = $4, asked_at = null,
                 published_at = coalesce(published_at, $5), changed_at = $5, version = version + 1
             where id = $1 and version = $2 and state = 'checking'"
        ),
        args![id, version, by, review_on, now],
    )?;
    if published > 0 {
        number(tx, id)?;
    }
    Ok(published > 0)
}

/// Sends what waits for a check back, when it still waits in this version; answers whether it did.
pub(super) fn send_back(
    tx: &mut Tx<'_>,
    (id, version): (&str, i64),
    by: &PersonId,
    now: i64,
) -> Result<bool, Error> {
    let sent = tx.run(
        sql!(
            "update library_entries set state = 'returned', checked_by = $3, changed_at = $4, version = version + 1
             where id = $1 and version = $2 and state = 'checking'"
        ),
        args![id, version, by, now],
    )?;
    Ok(sent > 0)
}

/// Another consent; whoever may not find it any more does not from this moment.
pub(super) fn set_scope(tx: &mut Tx<'_>, id: &str, scope: &str, now: i64) -> Result<(), Error> {
    tx.run(
        sql!(
            "update library_entries set scope = $2, consented_at = $3, changed_at = $3, version = version + 1
             where id = $1 and state <> 'withdrawn'"
        ),
        args![id, scope, now],
    )?;
    number(tx, id)
}

/// Its owner has looked again: it is found until the next time.
pub(super) fn looked_again(tx: &mut Tx<'_>, id: &str, review_on: &str, now: i64) -> Result<(), Error> {
    tx.run(
        sql!(
            "update library_entries
             set shelf = 'open', review_on = $2, asked_at = null, changed_at = $3, version = version + 1
             where id = $1 and shelf in ('open', 'resting') and state <> 'withdrawn'"
        ),
        args![id, review_on, now],
    )?;
    number(tx, id)
}

/// Forgets everything that was written, and the key with which copies of it could be read. What stays is that there was one.
pub(super) fn forget(tx: &mut Tx<'_>, id: &str, now: i64) -> Result<(), Error> {
    tx.run(sql!("delete from library_texts where entry_id = $1"), args![id])?;
    tx.run(sql!("delete from library_offers where entry_id = $1"), args![id])?;
    vault::store::forget(tx, id)?;
    tx.run(
        sql!(
            "update library_entries set state = 'withdrawn', shelf = 'off', changed_at = $2, version = version + 1
             where id = $1"
        ),
        args![id, now],
    )?;
    number(tx, id)
}

/// The entry of a case that is taken back goes with it, and what its owner told afterwards.
pub(crate) fn take_back_of_case(tx: &mut Tx<'_>, case: &str, now: i64) -> Result<(), Error> {
    forget_return(tx, case, &super::returning::record(case))?;
    let entries: Vec<String> = tx.all(
        sql!("select id from library_entries where case_id = $1 and state <> 'withdrawn'"),
        args![case],
    )?;
    for entry in entries {
        forget(tx, &entry, now)?;
    }
    Ok(())
}

/// What was sealed under this record is gone with its key; answers whether it was of this slice.
pub(super) fn forget_record(tx: &mut Tx<'_>, record: &str, now: i64) -> Result<bool, Error> {
    let entries: i64 = tx.one(
        sql!("select count(*) from library_entries where id = $1"),
        args![record],
    )?;
    if entries > 0 {
        forget(tx, record, now)?;
        return Ok(true);
    }
    let Some(case) = super::returning::case_of(record) else {
        return Ok(false);
    };
    forget_return(tx, case, record)?;
    Ok(true)
}
