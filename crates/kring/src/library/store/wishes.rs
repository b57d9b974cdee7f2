//! SQL of what people look for.

use store::{Error, Tx, args, from_row, sql};

use crate::id::{PersonId, ProgrammeId};

/// A programme in which somebody takes part or leads.
#[derive(Clone, Debug)]
pub(in crate::library) struct Place {
    pub(in crate::library) id: ProgrammeId,
    pub(in crate::library) name: String,
}
from_row!(Place { id, name });

/// The programmes in which somebody takes part or leads on a day.
pub(in crate::library) fn places(
    tx: &mut Tx<'_>,
    person: &PersonId,
    today: &str,
) -> Result<Vec<Place>, Error> {
    tx.all(
        sql!(
            "select distinct p.id, p.name from memberships m
             join programmes p on p.id = m.programme_id
             where m.person_id = $1 and m.role in ('participant', 'facilitator')
                   and m.since <= $2 and (m.until is null or m.until >= $2)
             order by p.id"
        ),
        args![person, today],
    )
}

/// What somebody looks for.
#[derive(Clone, Debug)]
pub(in crate::library) struct Wish {
    pub(in crate::library) id: String,
    pub(in crate::library) person_id: PersonId,
    pub(in crate::library) name: String,
    /// The name of the programme.
    pub(in crate::library) programme: String,
    pub(in crate::library) text: String,
}
from_row!(Wish {
    id,
    person_id,
    name,
    programme,
    text
});

/// What people look for in the programmes of somebody, the newest first.
pub(in crate::library) fn wishes(
    tx: &mut Tx<'_>,
    person: &PersonId,
    today: &str,
) -> Result<Vec<Wish>, Error> {
    tx.all(
        sql!(
            "select v.id, v.person_id, w.name, p.name as programme, v.text
             from library_wishes v
             join people w on w.id = v.person_id
             join programmes p on p.id = v.programme_id
             where v.programme_id in
                   (select m.programme_id from memberships m
                    where m.person_id = $1 and m.role in ('participant', 'facilitator')
                          and m.since <= $2 and (m.until is null or m.until >= $2))
             order by v.made_at desc, v.id"
        ),
        args![person, today],
    )
}

/// Writes down what somebody looks for; the same form twice is one wish.
pub(in crate::library) fn add_wish(
    tx: &mut Tx<'_>,
    (id, form_key): (&str, &str),
    (programme, person): (&str, &PersonId),
    text: &str,
    now: i64,
) -> Result<(), Error> {
    tx.run(
        sql!(
            "insert into library_wishes (id, form_key, programme_id, person_id, text, made_at)
             values ($1, $2, $3, $4, $5, $6)
             on conflict (form_key) do nothing"
        ),
        args![id, form_key, programme, person, text, now],
    )?;
    Ok(())
}

/// Takes a wish off.
pub(in crate::library) fn remove_wish(tx: &mut Tx<'_>, id: &str) -> Result<(), Error> {
    tx.run(sql!("delete from library_wishes where id = $1"), args![id])?;
    Ok(())
}

/// What somebody looks for: programme and subject.
pub(in crate::library) fn wished_by(
    tx: &mut Tx<'_>,
    person: &PersonId,
) -> Result<Vec<(String, String)>, Error> {
    tx.all(
        sql!(
            "select p.name, v.text from library_wishes v join programmes p on p.id = v.programme_id
             where v.person_id = $1
             order by v.id"
        ),
        args![person],
    )
}
