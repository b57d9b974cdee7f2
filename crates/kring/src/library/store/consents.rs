//! What the owners of a case allow, and what goes when one of them takes it back.

use store::{Error, Tx, args, sql};

use crate::id::PersonId;
use crate::library::rules::use_for;

/// Notes that this owner of a case allows a use of it, and answers who owns it as well and has not said so yet. Cases without a brief
/// have nothing to say it in.
pub(in crate::library) fn allow(
    tx: &mut Tx<'_>,
    (case, person): (&str, &PersonId),
    use_for: &str,
    now: i64,
) -> Result<Vec<String>, Error> {
    tx.run(
        sql!(
            "insert into case_consents (brief_id, use_for, person_id, since)
             select b.id, cast($2 as text), cast($3 as text), cast($4 as bigint) from briefs b
             where b.id = $1 and (b.owner_id = $3 or (b.second_id = $3 and b.second_since is not null))
             on conflict (brief_id, use_for, person_id) do nothing"
        ),
        args![case, use_for, person, now],
    )?;
    tx.all(
        sql!(
            "select p.name from briefs b
             join people p on p.id = b.owner_id or (p.id = b.second_id and b.second_since is not null)
             where b.id = $1 and not exists (select 1 from case_consents c
                                             where c.brief_id = b.id and c.use_for = $2 and c.person_id = p.id)
             order by p.name, p.id"
        ),
        args![case, use_for],
    )
}

/// Owners of a case allow these uses and no others: an entry for another one is taken back.
///
/// # Errors
/// When the database does not answer.
pub(crate) fn keep_within(tx: &mut Tx<'_>, case: &str, uses: &[&str], now: i64) -> Result<(), Error> {
    let entries: Vec<(String, String)> = tx.all(
        sql!("select id, scope from library_entries where case_id = $1 and state <> 'withdrawn'"),
        args![case],
    )?;
    for (entry, scope) in entries {
        if !uses.contains(&use_for(&scope)) {
            super::forget(tx, &entry, now)?;
        }
    }
    Ok(())
}
