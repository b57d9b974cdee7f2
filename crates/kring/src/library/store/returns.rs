//! SQL of looking back: what became of a case some weeks after it was treated.

use store::{Error, Tx, args, from_row, sql};

use crate::id::{GroupId, PersonId};

/// A case whose owner is to be asked what became of it.
#[derive(Clone, Debug)]
pub(in crate::library) struct Due {
    pub(in crate::library) case_id: String,
    pub(in crate::library) owner_id: PersonId,
    /// The name of the group, or of the programme.
    pub(in crate::library) place: String,
}
from_row!(Due {
    case_id,
    owner_id,
    place
});

/// Cases that were treated between two moments and whose owner was not asked yet.
pub(in crate::library) fn due(tx: &mut Tx<'_>, from: i64, to: i64) -> Result<Vec<Due>, Error> {
    tx.all(
        sql!(
            "select c.id as case_id, c.owner_id, coalesce(g.name, p.name) as place
             from meetings m
             join cases c on c.meeting_id = m.id and c.state = 'treated'
             join programmes p on p.id = m.programme_id
             left join groups g on g.id = m.group_id
             left join case_returns r on r.case_id = c.id
             where m.ends_at > $1 and m.ends_at <= $2 and r.case_id is null
             order by c.id"
        ),
        args![from, to],
    )
}

/// Notes that an owner was asked; answers whether nobody noted it before.
pub(in crate::library) fn mark_asked(
    tx: &mut Tx<'_>,
    (case, owner): (&str, &PersonId),
    now: i64,
) -> Result<bool, Error> {
    let asked = tx.run(
        sql!(
            "insert into case_returns (case_id, owner_id, asked_at, is_for_group, version)
             values ($1, $2, $3, false, 1)
             on conflict (case_id) do nothing"
        ),
        args![case, owner, now],
    )?;
    Ok(asked > 0)
}

/// What an owner told about a case, sealed.
#[derive(Clone, Debug)]
pub(in crate::library) struct Answered {
    pub(in crate::library) progress: Option<String>,
    pub(in crate::library) is_for_group: bool,
    pub(in crate::library) version: i64,
    /// The key of the record, wrapped.
    pub(in crate::library) wrapped: Option<String>,
    pub(in crate::library) sealed: Option<String>,
}
from_row!(Answered {
    progress,
    is_for_group,
    version,
    wrapped,
    sealed
});

/// What was told about a case; `record` is the name of its key.
pub(in crate::library) fn return_of(
    tx: &mut Tx<'_>,
    case: &str,
    record: &str,
) -> Result<Option<Answered>, Error> {
    tx.maybe(
        sql!(
            "select r.progress, r.is_for_group, r.version, k.wrapped, r.sealed
             from case_returns r left join record_keys k on k.record_id = $2
             where r.case_id = $1"
        ),
        args![case, record],
    )
}

/// What is told about a case.
#[derive(Clone, Debug)]
pub(in crate::library) struct Told<'t> {
    pub(in crate::library) progress: &'t str,
    pub(in crate::library) is_for_group: bool,
    pub(in crate::library) sealed: &'t str,
    /// The version that the form showed.
    pub(in crate::library) version: i64,
}

/// Keeps what was told, when nobody told something else meanwhile; answers whether it was kept. Whoever was not asked yet may tell it too.
pub(in crate::library) fn answer(
    tx: &mut Tx<'_>,
    (case, owner): (&str, &PersonId),
    told: &Told<'_>,
    now: i64,
) -> Result<bool, Error> {
    mark_asked(tx, (case, owner), now)?;
    let kept = tx.run(
        sql!(
            "update case_returns
             set progress = $3, is_for_group = $4, sealed = $5, answered_at = $6, version = version + 1
             where case_id = $1 and version = $2"
        ),
        args![
            case,
            told.version,
            told.progress,
            told.is_for_group,
            told.sealed,
            now
        ],
    )?;
    Ok(kept > 0)
}

/// What a group looks back on.
#[derive(Clone, Debug)]
pub(in crate::library) struct Lookback {
    pub(in crate::library) case_id: String,
    /// Neutral title.
    pub(in crate::library) title: String,
    /// The name of the owner.
    pub(in crate::library) owner: String,
    pub(in crate::library) progress: String,
    /// Microseconds since 1970, UTC.
    pub(in crate::library) answered_at: i64,
    pub(in crate::library) wrapped: Option<String>,
    pub(in crate::library) sealed: Option<String>,
}
from_row!(Lookback {
    case_id,
    title,
    owner,
    progress,
    answered_at,
    wrapped,
    sealed
});

/// What the owners of cases told their group, the newest first.
pub(in crate::library) fn of_group(tx: &mut Tx<'_>, group: &GroupId) -> Result<Vec<Lookback>, Error> {
    tx.all(
        sql!(
            "select r.case_id, c.title, w.name as owner, r.progress, r.answered_at, k.wrapped, r.sealed
             from case_returns r
             join cases c on c.id = r.case_id
             join meetings m on m.id = c.meeting_id
             join people w on w.id = c.owner_id
             left join record_keys k on k.record_id = r.case_id || '/return'
             where m.group_id = $1 and r.is_for_group = true and r.answered_at is not null and r.progress is not null
             order by r.answered_at desc, r.case_id"
        ),
        args![group],
    )
}

/// Forgets what was told about a case, with its key; that its owner was asked stays, so that nobody asks again.
pub(in crate::library) fn forget_return(tx: &mut Tx<'_>, case: &str, record: &str) -> Result<(), Error> {
    tx.run(
        sql!("delete from record_keys where record_id = $1"),
        args![record],
    )?;
    tx.run(
        sql!(
            "update case_returns
             set sealed = null, progress = null, answered_at = null, is_for_group = false, version = version + 1
             where case_id = $1"
        ),
        args![case],
    )?;
    Ok(())
}

/// The cases about which somebody told what became of them: id and title.
pub(in crate::library) fn told_by(
    tx: &mut Tx<'_>,
    person: &PersonId,
) -> Result<Vec<(String, String)>, Error> {
    tx.all(
        sql!(
            "select r.case_id, c.title from case_returns r join cases c on c.id = r.case_id
             where r.owner_id = $1 and r.answered_at is not null
             order by r.case_id"
        ),
        args![person],
    )
}
