//! SQL of what happened to a brief.

use ::store::{Error, Tx, args, from_row, sql};

use crate::briefs::trail::{By, Entry};

/// Writes down what happened to a case, if there is such a case, and if it is not written down.
pub(in crate::briefs) fn note(tx: &mut Tx<'_>, id: &str, entry: &Entry) -> Result<(), Error> {
    let (person, name, reason) = match &entry.by {
        By::Person(person) => (Some(person.0.as_str()), None, None),
        By::Administrator { name, reason } => (None, name.as_deref(), reason.as_deref()),
    };
    tx.run(
        sql!(
            "insert into case_trail (id, once, brief_id, person_id, said_name, reason, deed, at)
             select cast($1 as text), cast($2 as text), b.id, cast($4 as text), cast($5 as text), cast($6 as text),
                    cast($7 as text), cast($8 as bigint)
             from briefs b where b.id = $3
             on conflict (once) do nothing"
        ),
        args![&entry.id, &entry.once, id, person, name, reason, entry.deed.word(), entry.at],
    )?;
    Ok(())
}

/// Whether this is written down.
pub(in crate::briefs) fn is_noted(tx: &mut Tx<'_>, once: &str) -> Result<bool, Error> {
    let found: Option<String> = tx.maybe(sql!("select id from case_trail where once = $1"), args![once])?;
    Ok(found.is_some())
}

/// What happened to a case.
#[derive(Clone, Debug)]
pub(in crate::briefs) struct Noted {
    pub(in crate::briefs) deed: String,
    /// Who did it, or what an administrator said who they are.
    pub(in crate::briefs) name: Option<String>,
    pub(in crate::briefs) reason: Option<String>,
    /// Microseconds since 1970, UTC.
    pub(in crate::briefs) at: i64,
}
from_row!(Noted {
    deed,
    name,
    reason,
    at
});

/// The last two hundred things that happened to a case, the newest first.
pub(in crate::briefs) fn trail(tx: &mut Tx<'_>, id: &str) -> Result<Vec<Noted>, Error> {
    tx.all(
        sql!(
            "select t.deed, coalesce(p.name, t.said_name) as name, t.reason, t.at
             from case_trail t left join people p on p.id = t.person_id
             where t.brief_id = $1
             order by t.at desc, t.id desc limit 200"
        ),
        args![id],
    )
}

/// Lets go of what happened before a moment.
pub(in crate::briefs) fn trim_trail(tx: &mut Tx<'_>, before: i64) -> Result<(), Error> {
    tx.run(sql!("delete from case_trail where at < $1"), args![before])?;
    Ok(())
}
