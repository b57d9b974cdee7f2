//! SQL of what owners allow to be done with their cases.

use ::store::{Error, Tx, args, sql};

use crate::briefs::consents::Use;
use crate::id::PersonId;

/// What this owner allows: the words of the uses.
pub(in crate::briefs) fn allowed_by(
    tx: &mut Tx<'_>,
    id: &str,
    person: &PersonId,
) -> Result<Vec<String>, Error> {
    tx.all(
        sql!("select use_for from case_consents where brief_id = $1 and person_id = $2 order by use_for"),
        args![id, person],
    )
}

/// This owner allows these uses and no others.
pub(in crate::briefs) fn allow_only(
    tx: &mut Tx<'_>,
    (id, person): (&str, &PersonId),
    uses: &[Use],
    now: i64,
) -> Result<(), Error> {
    for one in Use::ALL {
        if uses.contains(&one) {
            tx.run(
                sql!(
                    "insert into case_consents (brief_id, use_for, person_id, since) values ($1, $2, $3, $4)
                     on conflict (brief_id, use_for, person_id) do nothing"
                ),
                args![id, one.word(), person, now],
            )?;
        } else {
            tx.run(
                sql!("delete from case_consents where brief_id = $1 and use_for = $2 and person_id = $3"),
                args![id, one.word(), person],
            )?;
        }
    }
    Ok(())
}

/// Whether everybody who owns a case allows this use of it now.
///
/// # Errors
/// When the database does not answer.
pub(in crate::briefs) fn allows(tx: &mut Tx<'_>, id: &str, one: Use) -> Result<bool, Error> {
    let found: Option<String> = tx.maybe(
        sql!(
            "select b.id from briefs b
             where b.id = $1 and b.state <> 'withdrawn'
                   and exists (select 1 from case_consents c
                               where c.brief_id = b.id and c.use_for = $2 and c.person_id = b.owner_id)
                   and (b.second_since is null
                        or exists (select 1 from case_consents c
                                   where c.brief_id = b.id and c.use_for = $2 and c.person_id = b.second_id))"
        ),
        args![id, one.word()],
    )?;
    Ok(found.is_some())
}

/// Nothing is allowed any more.
pub(in crate::briefs) fn allow_nothing(tx: &mut Tx<'_>, id: &str) -> Result<(), Error> {
    tx.run(sql!("delete from case_consents where brief_id = $1"), args![id])?;
    Ok(())
}
