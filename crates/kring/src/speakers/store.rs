//! SQL of the speakers slice.

use store::{Error, Tx, args, sql};

use super::Speaker;
use crate::calendar::Talk;
use crate::id::{MeetingId, PersonId};

/// Who is asked to speak at a meeting.
pub(super) fn of_meeting(tx: &mut Tx<'_>, meeting: &MeetingId) -> Result<Vec<Speaker>, Error> {
    tx.all(
        sql!(
            "select s.person_id, p.name, p.mail, p.language, s.subject, s.from_minute, s.minutes, s.version, a.state, a.answered_at
             from speakers s
             join people p on p.id = s.person_id
             join attendance a on a.meeting_id = s.meeting_id and a.person_id = s.person_id and a.role = 'speaker'
             where s.meeting_id = $1 and s.ended_at is null
             order by s.person_id"
        ),
        args![meeting],
    )
}

/// How to get to a meeting.
pub(super) fn directions(tx: &mut Tx<'_>, meeting: &MeetingId) -> Result<Option<String>, Error> {
    tx.one(
        sql!("select directions from meetings where id = $1"),
        args![meeting],
    )
}

/// How somebody stands who is or was asked.
pub(super) struct Before {
    /// What the next version is.
    pub(super) next: i64,
    /// The form that asked them, as long as they are asked.
    pub(super) form_key: Option<String>,
    /// They stand on the list of the meeting, as a speaker or otherwise.
    pub(super) is_listed: bool,
    /// They organise its programme.
    pub(super) organises: bool,
}

pub(super) fn before(
    tx: &mut Tx<'_>,
    meeting: &MeetingId,
    person: &PersonId,
    today: &str,
) -> Result<Before, Error> {
    let row: Option<(i64, String, Option<i64>)> = tx.maybe(
        sql!("select version, form_key, ended_at from speakers where meeting_id = $1 and person_id = $2"),
        args![meeting, person],
    )?;
    let listed: i64 = tx.one(
        sql!("select count(*) from attendance where meeting_id = $1 and person_id = $2"),
        args![meeting, person],
    )?;
    let organises: i64 = tx.one(
        sql!(
            "select count(*) from memberships b join meetings m on m.programme_id = b.programme_id
             where m.id = $1 and b.person_id = $2 and b.role = 'organiser' and (b.until is null or b.until >= $3)"
        ),
        args![meeting, person, today],
    )?;
    let next = row.as_ref().map_or(0, |(version, ..)| version + 1);
    Ok(Before {
        next,
        form_key: row.and_then(|(_, key, ended)| ended.is_none().then_some(key)),
        is_listed: listed > 0,
        organises: organises > 0,
    })
}

/// Notes that somebody is asked. Whoever was asked before and let go is asked anew.
pub(crate) fn invite(
    tx: &mut Tx<'_>,
    (meeting, person): (&MeetingId, &PersonId),
    talk: &Talk,
    form_key: &str,
) -> Result<(), Error> {
    tx.run(
        sql!(
            "insert into speakers (meeting_id, person_id, form_key, subject, from_minute, minutes, version)
             values ($1, $2, $3, $4, $5, $6, $7)
             on conflict (meeting_id, person_id) do update
             set form_key = excluded.form_key, subject = excluded.subject, from_minute = excluded.from_minute,
                 minutes = excluded.minutes, version = excluded.version, ended_at = null"
        ),
        args![
            meeting,
            person,
            form_key,
            &talk.subject,
            talk.slot.map(|(from, _)| from),
            talk.slot.map(|(_, minutes)| minutes),
            talk.version
        ],
    )?;
    Ok(())
}

/// Another subject or part; `talk` has the new version. `false` when somebody changed it meanwhile.
pub(super) fn change(
    tx: &mut Tx<'_>,
    (meeting, person): (&MeetingId, &PersonId),
    talk: &Talk,
) -> Result<bool, Error> {
    let changed = tx.run(
        sql!(
            "update speakers set subject = $3, from_minute = $4, minutes = $5, version = $6
             where meeting_id = $1 and person_id = $2 and version = $7 and ended_at is null"
        ),
        args![
            meeting,
            person,
            &talk.subject,
            talk.slot.map(|(from, _)| from),
            talk.slot.map(|(_, minutes)| minutes),
            talk.version,
            talk.version - 1
        ],
    )?;
    Ok(changed == 1)
}

/// They are asked no more; `version` is the new one. `false` when they were not, or somebody changed it meanwhile.
pub(super) fn end(
    tx: &mut Tx<'_>,
    (meeting, person): (&MeetingId, &PersonId),
    version: i64,
    now: i64,
) -> Result<bool, Error> {
    let changed = tx.run(
        sql!(
            "update speakers set version = $3, ended_at = $4
             where meeting_id = $1 and person_id = $2 and version = $5 and ended_at is null"
        ),
        args![meeting, person, version, now, version - 1],
    )?;
    Ok(changed == 1)
}
