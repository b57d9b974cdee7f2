//! SQL of the plans slice.

use ::store::{Error, Tx, args, sql};

use crate::id::MeetingId;

/// Puts another plan in the place of the one it was made from; `false` when somebody else was first. `ends_at` is in microseconds
/// since 1970, UTC.
pub(super) fn replace(
    tx: &mut Tx<'_>,
    meeting: &MeetingId,
    (old, new): (&str, &str),
    ends_at: i64,
) -> Result<bool, Error> {
    let changed = tx.run(
        sql!("update meetings set plan = $1, ends_at = $2 where id = $3 and plan = $4 and state = 'planned'"),
        args![new, ends_at, meeting, old],
    )?;
    Ok(changed == 1)
}
