//! SQL about who hears of messages by mail.

use store::{Error, Tx, args, from_row, sql};

use crate::community::Place;
use crate::id::{GroupId, PersonId, ProgrammeId, ThreadId};
use crate::people::Addressed;

/// How somebody hears of messages of a place, when they chose.
pub(in crate::community) fn wish(
    tx: &mut Tx<'_>,
    place: &Place,
    person: &PersonId,
) -> Result<Option<String>, Error> {
    tx.maybe(
        sql!("select manner from thread_wishes where person_id = $1 and place_id = $2"),
        args![person, place.id()],
    )
}

/// Notes how somebody wants to hear of messages of a place.
pub(in crate::community) fn set_wish(
    tx: &mut Tx<'_>,
    place: &Place,
    person: &PersonId,
    manner: &str,
) -> Result<(), Error> {
    tx.run(
        sql!(
            "insert into thread_wishes (person_id, place_id, manner) values ($1, $2, $3)
             on conflict (person_id, place_id) do update set manner = excluded.manner"
        ),
        args![person, place.id(), manner],
    )?;
    Ok(())
}

/// Who is in a place on a day and wants to hear of each message, but its author.
pub(in crate::community) fn eager(
    tx: &mut Tx<'_>,
    place: &Place,
    author: &PersonId,
    today: &str,
) -> Result<Vec<Addressed>, Error> {
    tx.all(
        sql!(
            "select distinct p.id, p.name, p.mail, p.language
             from thread_wishes w
             join people p on p.id = w.person_id
             join memberships m on m.person_id = w.person_id and m.programme_id = $2
                  and m.since <= $4 and (m.until is null or m.until >= $4)
             where w.place_id = $1 and w.manner = 'each' and w.person_id <> $3
                   and (m.programme_id = $1 or (m.group_id = $1 and m.role in ('participant', 'facilitator')))
             order by p.id"
        ),
        args![place.id(), &place.programme_id, author, today],
    )
}

/// Notes up to which message somebody was told by mail. It never goes back.
pub(in crate::community) fn note_told(
    tx: &mut Tx<'_>,
    thread: &ThreadId,
    person: &PersonId,
    number: i64,
) -> Result<(), Error> {
    tx.run(
        sql!(
            "insert into thread_marks (thread_id, person_id, read_to, told_to) values ($1, $2, 0, $3)
             on conflict (thread_id, person_id) do update set told_to = excluded.told_to
             where thread_marks.told_to < excluded.told_to"
        ),
        args![thread, person, number],
    )?;
    Ok(())
}

/// What the mail of a day tells: what was written between two moments, in microseconds since 1970, UTC.
#[derive(Clone, Debug)]
pub(in crate::community) struct Window {
    pub(in crate::community) from: i64,
    pub(in crate::community) to: i64,
    /// Its date, `YYYY-MM-DD`.
    pub(in crate::community) day: String,
}

/// So many people, in the order of their ids, for whom there is something in the window that they have neither read nor been told.
pub(in crate::community) fn with_news(
    tx: &mut Tx<'_>,
    window: &Window,
    after: &PersonId,
    most: i64,
) -> Result<Vec<Addressed>, Error> {
    tx.all(
        sql!(
            "select distinct p.id, p.name, p.mail, p.language
             from thread_messages s
             join threads t on t.id = s.thread_id
             join memberships m on m.programme_id = t.programme_id and m.since <= $3 and (m.until is null or m.until >= $3)
                  and (t.group_id is null or (m.group_id = t.group_id and m.role in ('participant', 'facilitator')))
             join people p on p.id = m.person_id
             left join thread_wishes w on w.person_id = p.id and w.place_id = coalesce(t.group_id, t.programme_id)
             left join thread_marks k on k.person_id = p.id and k.thread_id = t.id
             where s.written_at >= $1 and s.written_at < $2 and s.removed_at is null and s.author_id <> p.id
                   and s.number > coalesce(k.read_to, 0) and s.number > coalesce(k.told_to, 0)
                   and coalesce(w.manner, 'digest') = 'digest' and p.id > $4
             order by p.id limit $5"
        ),
        args![window.from, window.to, &window.day, after, most],
    )
}

/// A message that is new to somebody.
pub(in crate::community) struct News {
    pub(in crate::community) programme_id: ProgrammeId,
    programme: String,
    pub(in crate::community) group_id: Option<GroupId>,
    group_name: Option<String>,
    accent: String,
    is_sensitive: bool,
    pub(in crate::community) thread_id: ThreadId,
    pub(in crate::community) title: String,
    pub(in crate::community) number: i64,
    pub(in crate::community) author: String,
    pub(in crate::community) text: String,
}
from_row!(News {
    programme_id,
    programme,
    group_id,
    group_name,
    accent,
    is_sensitive,
    thread_id,
    title,
    number,
    author,
    text
});

impl News {
    /// Where it was written.
    pub(in crate::community) fn place(&self) -> Place {
        Place {
            programme_id: self.programme_id.clone(),
            programme: self.programme.clone(),
            group_id: self.group_id.clone(),
            group_name: self.group_name.clone(),
            accent: self.accent.clone(),
            is_sensitive: self.is_sensitive,
        }
    }
}

/// What is new to somebody in the window, in the order of place, thread and time.
pub(in crate::community) fn news(
    tx: &mut Tx<'_>,
    window: &Window,
    person: &PersonId,
) -> Result<Vec<News>, Error> {
    tx.all(
        sql!(
            "select t.programme_id, r.name as programme, t.group_id, g.name as group_name, r.accent, r.is_sensitive,
                    t.id as thread_id, t.title, s.number, a.name as author, s.text
             from thread_messages s
             join threads t on t.id = s.thread_id
             join programmes r on r.id = t.programme_id
             left join groups g on g.id = t.group_id
             join people a on a.id = s.author_id
             left join thread_wishes w on w.person_id = $4 and w.place_id = coalesce(t.group_id, t.programme_id)
             left join thread_marks k on k.person_id = $4 and k.thread_id = t.id
             where s.written_at >= $1 and s.written_at < $2 and s.removed_at is null and s.author_id <> $4
                   and s.number > coalesce(k.read_to, 0) and s.number > coalesce(k.told_to, 0)
                   and coalesce(w.manner, 'digest') = 'digest'
                   and exists (
                       select 1 from memberships m
                       where m.person_id = $4 and m.programme_id = t.programme_id
                             and m.since <= $3 and (m.until is null or m.until >= $3)
                             and (t.group_id is null
                                  or (m.group_id = t.group_id and m.role in ('participant', 'facilitator'))))
             order by t.programme_id, t.group_id nulls first, t.id, s.number"
        ),
        args![window.from, window.to, &window.day, person],
    )
}

/// Adds an address with which somebody answers in a thread.
pub(in crate::community) fn add_address(
    tx: &mut Tx<'_>,
    hash: &str,
    (thread, person): (&ThreadId, &PersonId),
    ends_at: i64,
) -> Result<(), Error> {
    tx.run(
        sql!(
            "insert into thread_addresses (token_hash, thread_id, person_id, ends_at) values ($1, $2, $3, $4)"
        ),
        args![hash, thread, person, ends_at],
    )?;
    Ok(())
}

/// In which thread an address answers, and whose it is.
pub(in crate::community) fn address(
    tx: &mut Tx<'_>,
    hash: &str,
    now: i64,
) -> Result<Option<(ThreadId, PersonId)>, Error> {
    tx.maybe(
        sql!("select thread_id, person_id from thread_addresses where token_hash = $1 and ends_at > $2"),
        args![hash, now],
    )
}

/// Forgets the addresses that ended.
pub(in crate::community) fn forget_addresses(tx: &mut Tx<'_>, now: i64) -> Result<u64, Error> {
    tx.run(
        sql!("delete from thread_addresses where ends_at <= $1"),
        args![now],
    )
}
