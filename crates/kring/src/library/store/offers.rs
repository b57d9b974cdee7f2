//! SQL of who has experience with what an entry tells.

use store::{Error, Tx, args, from_row, sql};

use crate::id::PersonId;

/// Somebody who may be asked.
#[derive(Clone, Debug)]
pub(in crate::library) struct Offer {
    pub(in crate::library) person_id: PersonId,
    pub(in crate::library) name: String,
    pub(in crate::library) job: Option<String>,
}
from_row!(Offer { person_id, name, job });

/// Who may be asked about an entry, in the order in which they said so. Whoever may not read it any more is not among them.
pub(in crate::library) fn offers(tx: &mut Tx<'_>, entry: &str, today: &str) -> Result<Vec<Offer>, Error> {
    tx.all(
        sql!(
            "select f.person_id, w.name, (select min(s.job) from positions s where s.person_id = f.person_id) as job
             from library_offers f
             join people w on w.id = f.person_id
             join library_entries e on e.id = f.entry_id
             join programmes p on p.id = e.programme_id
             where f.entry_id = $1 and exists
                   (select 1 from memberships m join programmes h on h.id = m.programme_id
                    where m.person_id = f.person_id and m.role in ('participant', 'facilitator')
                          and m.since <= $2 and (m.until is null or m.until >= $2)
                          and (m.programme_id = e.programme_id
                               or (e.scope = 'organisation' and h.organisation_id = p.organisation_id)))
             order by f.since, f.person_id"
        ),
        args![entry, today],
    )
}

/// Somebody may be asked.
pub(in crate::library) fn add_offer(
    tx: &mut Tx<'_>,
    entry: &str,
    person: &PersonId,
    now: i64,
) -> Result<(), Error> {
    tx.run(
        sql!(
            "insert into library_offers (entry_id, person_id, since) values ($1, $2, $3)
             on conflict (entry_id, person_id) do nothing"
        ),
        args![entry, person, now],
    )?;
    Ok(())
}

/// Somebody may not be asked any more.
pub(in crate::library) fn remove_offer(tx: &mut Tx<'_>, entry: &str, person: &PersonId) -> Result<(), Error> {
    tx.run(
        sql!("delete from library_offers where entry_id = $1 and person_id = $2"),
        args![entry, person],
    )?;
    Ok(())
}

/// The entries about which somebody may be asked.
pub(in crate::library) fn offered_by(tx: &mut Tx<'_>, person: &PersonId) -> Result<Vec<String>, Error> {
    tx.all(
        sql!("select entry_id from library_offers where person_id = $1 order by entry_id"),
        args![person],
    )
}
