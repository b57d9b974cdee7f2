//! SQL of the keys: which records have one, under which key of the installation.

use ::store::{Error, Tx, args, from_row, sql};

use super::Wrapped;

/// The keys of the installation under which may be sealed; usually one, two while one takes the place of the other.
pub(crate) fn live(tx: &mut Tx<'_>) -> Result<Vec<String>, Error> {
    tx.all(
        sql!("select id from case_keys where dropped_at is null order by since, id"),
        args![],
    )
}

/// From when the present key of the installation is: microseconds since 1970, UTC. `None` while nothing is sealed.
pub(crate) fn since(tx: &mut Tx<'_>) -> Result<Option<i64>, Error> {
    tx.one(
        sql!("select max(since) from case_keys where dropped_at is null"),
        args![],
    )
}

/// Whether may be sealed under this key of the installation. The first key that is ever used is written down.
pub(crate) fn accepts(tx: &mut Tx<'_>, key: &str, now: i64) -> Result<bool, Error> {
    tx.run(
        sql!(
            "insert into case_keys (id, since) select cast($1 as text), cast($2 as bigint)
             where not exists (select 1 from case_keys where dropped_at is null)
             on conflict (id) do nothing"
        ),
        args![key, now],
    )?;
    let found: Option<String> = tx.maybe(
        sql!("select id from case_keys where id = $1 and dropped_at is null"),
        args![key],
    )?;
    Ok(found.is_some())
}

/// Keeps the key of a record. Ask [`accepts`] in the same transaction.
pub(crate) fn keep(tx: &mut Tx<'_>, record: &str, wrapped: &Wrapped) -> Result<(), Error> {
    tx.run(
        sql!("insert into record_keys (record_id, wrapped, key_id) values ($1, $2, $3)"),
        args![record, &wrapped.text, &wrapped.key],
    )?;
    Ok(())
}

/// Forgets the key of a record: its texts cannot be read any more.
pub(crate) fn forget(tx: &mut Tx<'_>, record: &str) -> Result<(), Error> {
    tx.run(
        sql!("delete from record_keys where record_id = $1"),
        args![record],
    )?;
    Ok(())
}

/// A key of the installation, as far as the database knows it.
#[derive(Clone, Debug)]
pub(super) struct Known {
    pub(super) id: String,
    /// Microseconds since 1970, UTC.
    pub(super) since: i64,
    /// Records whose key it wraps.
    pub(super) records: i64,
}
from_row!(Known { id, since, records });

/// Those under which may be sealed, and how much is.
pub(super) fn known(tx: &mut Tx<'_>) -> Result<Vec<Known>, Error> {
    tx.all(
        sql!(
            "select k.id, k.since, count(r.record_id) as records
             from case_keys k left join record_keys r on r.key_id = k.id
             where k.dropped_at is null
             group by k.id, k.since
             order by k.since, k.id"
        ),
        args![],
    )
}

/// Writes a key down; whether it was dropped before stays as it is.
pub(super) fn note(tx: &mut Tx<'_>, key: &str, now: i64) -> Result<(), Error> {
    tx.run(
        sql!("insert into case_keys (id, since) values ($1, $2) on conflict (id) do nothing"),
        args![key, now],
    )?;
    Ok(())
}

/// When a key was dropped, if it was.
pub(super) fn dropped(tx: &mut Tx<'_>, key: &str) -> Result<Option<i64>, Error> {
    tx.maybe(
        sql!("select dropped_at from case_keys where id = $1 and dropped_at is not null"),
        args![key],
    )
}

/// Records and their wrapped keys after this one, in order; without those that this key wraps, if one is named.
pub(super) fn after(
    tx: &mut Tx<'_>,
    record: &str,
    but: Option<&str>,
    most: i64,
) -> Result<Vec<(String, String)>, Error> {
    tx.all(
        sql!(
            "select record_id, wrapped from record_keys
             where record_id > $1 and (cast($2 as text) is null or key_id is null or key_id <> $2)
             order by record_id limit $3"
        ),
        args![record, but, most],
    )
}

/// Puts the key of a record under another key; nothing when it is not as it was, because its texts were taken back.
pub(super) fn rewrap(tx: &mut Tx<'_>, record: &str, before: &str, wrapped: &Wrapped) -> Result<bool, Error> {
    let changed = tx.run(
        sql!("update record_keys set wrapped = $3, key_id = $4 where record_id = $1 and wrapped = $2"),
        args![record, before, &wrapped.text, &wrapped.key],
    )?;
    Ok(changed > 0)
}

/// From now on nothing is sealed under any other key than this one; answers whether that is so: not while another wraps something.
pub(super) fn drop_others(tx: &mut Tx<'_>, key: &str, now: i64) -> Result<bool, Error> {
    let others: i64 = tx.one(
        sql!("select count(*) from record_keys where key_id is null or key_id <> $1"),
        args![key],
    )?;
    if others > 0 {
        return Ok(false);
    }
    tx.run(
        sql!("update case_keys set dropped_at = $2 where id <> $1 and dropped_at is null"),
        args![key, now],
    )?;
    Ok(true)
}

/// Drops a key that wraps nothing.
pub(super) fn drop_unused(tx: &mut Tx<'_>, key: &str, now: i64) -> Result<(), Error> {
    tx.run(
        sql!(
            "update case_keys set dropped_at = $2
             where id = $1 and dropped_at is null
                   and not exists (select 1 from record_keys r where r.key_id = case_keys.id)"
        ),
        args![key, now],
    )?;
    Ok(())
}
