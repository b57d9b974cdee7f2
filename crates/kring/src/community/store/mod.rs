//! SQL of the community slice.

mod directory;
mod telling;

use store::{Error, Tx, args, from_row, sql};

use super::{Line, Message, Place, Thread};
use crate::id::{GroupId, PersonId, ProgrammeId, ThreadId};

pub(crate) use directory::set_card;
pub(super) use directory::{card, chat, jobs, listed, programmes_of, set_chat, unlist};
pub(super) use telling::{
    News, Window, add_address, address, eager, forget_addresses, news, note_told, set_wish, wish, with_news,
};

/// A place, and one role that somebody has there.
struct Row {
    programme_id: ProgrammeId,
    programme: String,
    group_id: Option<GroupId>,
    group_name: Option<String>,
    accent: String,
    is_sensitive: bool,
    keeps: bool,
}
from_row!(Row {
    programme_id,
    programme,
    group_id,
    group_name,
    accent,
    is_sensitive,
    keeps
});

/// The place, and whether one of the roles keeps it; `None` for who has no role there.
fn together(rows: Vec<Row>) -> Option<(Place, bool)> {
    let keeps = rows.iter().any(|row| row.keeps);
    rows.into_iter().next().map(|row| {
        let place = Place {
            programme_id: row.programme_id,
            programme: row.programme,
            group_id: row.group_id,
            group_name: row.group_name,
            accent: row.accent,
            is_sensitive: row.is_sensitive,
        };
        (place, keeps)
    })
}

/// A group for who is in it on a day, and whether they facilitate it.
pub(super) fn group_for(
    tx: &mut Tx<'_>,
    group: &str,
    person: &PersonId,
    today: &str,
) -> Result<Option<(Place, bool)>, Error> {
    let rows = tx.all(
        sql!(
            "select g.programme_id, p.name as programme, g.id as group_id, g.name as group_name, p.accent, p.is_sensitive,
                    m.role = 'facilitator' as keeps
             from groups g
             join programmes p on p.id = g.programme_id
             join memberships m on m.group_id = g.id and m.role in ('participant', 'facilitator')
             where g.id = $1 and m.person_id = $2 and m.since <= $3 and (m.until is null or m.until >= $3)"
        ),
        args![group, person, today],
    )?;
    Ok(together(rows))
}

/// A programme for who belongs to it on a day, and whether they organise it, or facilitate all of it.
pub(super) fn programme_for(
    tx: &mut Tx<'_>,
    programme: &str,
    person: &PersonId,
    today: &str,
) -> Result<Option<(Place, bool)>, Error> {
    let rows = tx.all(
        sql!(
            "select p.id as programme_id, p.name as programme, cast(null as text) as group_id,
                    cast(null as text) as group_name, p.accent, p.is_sensitive,
                    m.role <> 'participant' and m.group_id is null as keeps
             from programmes p
             join memberships m on m.programme_id = p.id and m.role in ('participant', 'facilitator', 'organiser')
             where p.id = $1 and m.person_id = $2 and m.since <= $3 and (m.until is null or m.until >= $3)"
        ),
        args![programme, person, today],
    )?;
    Ok(together(rows))
}

/// A thread for who is in its place on a day, and whether they keep it.
pub(super) fn thread_for(
    tx: &mut Tx<'_>,
    id: &ThreadId,
    person: &PersonId,
    today: &str,
) -> Result<Option<(Thread, Place, bool)>, Error> {
    let Some(thread) = find(tx, id)? else {
        return Ok(None);
    };
    let place = match &thread.group_id {
        Some(group) => group_for(tx, &group.0, person, today)?,
        None => programme_for(tx, &thread.programme_id.0, person, today)?,
    };
    Ok(place.map(|(place, keeps)| (thread, place, keeps)))
}

fn find(tx: &mut Tx<'_>, id: &ThreadId) -> Result<Option<Thread>, Error> {
    tx.maybe(
        sql!("select id, programme_id, group_id, title, state, messages from threads where id = $1"),
        args![id],
    )
}

/// How many threads a place has.
pub(super) fn count(tx: &mut Tx<'_>, place: &Place) -> Result<i64, Error> {
    tx.one(
        sql!(
            "select count(*) from threads where programme_id = $1 and group_id is not distinct from cast($2 as text)"
        ),
        args![&place.programme_id, group(place)],
    )
}

fn group(place: &Place) -> Option<&str> {
    place.group_id.as_ref().map(|group| group.0.as_str())
}

/// The threads of a place, the one with the newest message on top, as somebody sees them.
pub(super) fn lines(
    tx: &mut Tx<'_>,
    place: &Place,
    person: &PersonId,
    (most, from): (i64, i64),
) -> Result<Vec<Line>, Error> {
    tx.all(
        sql!(
            "select t.id, t.title, t.state, o.name as opener, t.messages, t.last_at,
                    (select count(*) from thread_messages m
                     where m.thread_id = t.id and m.author_id <> $3 and m.removed_at is null
                           and m.number > coalesce(k.read_to, 0)) as unread
             from threads t
             join people o on o.id = t.opened_by
             left join thread_marks k on k.thread_id = t.id and k.person_id = $3
             where t.programme_id = $1 and t.group_id is not distinct from cast($2 as text)
             order by t.last_at desc, t.id desc limit $4 offset $5"
        ),
        args![&place.programme_id, group(place), person, most, from],
    )
}

/// What goes into a new thread, or an answer.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Written<'a> {
    /// Of the message.
    pub(crate) id: &'a str,
    /// Comes with the form.
    pub(crate) form_key: &'a str,
    pub(crate) author: &'a PersonId,
    pub(crate) text: &'a str,
    /// Microseconds since 1970, UTC.
    pub(crate) at: i64,
}

/// Opens a thread with its first message; of a form that was sent before, the thread that it became. `None` when somebody else
/// sent that form.
pub(crate) fn open(
    tx: &mut Tx<'_>,
    id: &ThreadId,
    place: &Place,
    title: &str,
    written: Written<'_>,
) -> Result<Option<(ThreadId, bool)>, Error> {
    let Written {
        form_key, author, at, ..
    } = written;
    let added = tx.run(
        sql!(
            "insert into threads (id, form_key, programme_id, group_id, title, state, opened_by, messages, last_at)
             values ($1, $2, $3, $4, $5, 'open', $6, 1, $7) on conflict (form_key) do nothing"
        ),
        args![id, form_key, &place.programme_id, group(place), title, author, at],
    )?;
    if added == 0 {
        let earlier: Option<ThreadId> = tx.maybe(
            sql!("select id from threads where form_key = $1 and opened_by = $2"),
            args![form_key, author],
        )?;
        return Ok(earlier.map(|id| (id, false)));
    }
    add(tx, id, 1, written)?;
    Ok(Some((id.clone(), true)))
}

fn add(tx: &mut Tx<'_>, thread: &ThreadId, number: i64, written: Written<'_>) -> Result<(), Error> {
    tx.run(
        sql!(
            "insert into thread_messages (id, form_key, thread_id, number, author_id, text, written_at)
             values ($1, $2, $3, $4, $5, $6, $7)"
        ),
        args![
            written.id,
            written.form_key,
            thread,
            number,
            written.author,
            written.text,
            written.at
        ],
    )?;
    Ok(())
}

/// What came of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Answered {
    /// It has this number.
    New(i64),
    /// The form was sent before; the answer has this number.
    Before(i64),
    /// The thread was closed meanwhile.
    Closed,
    /// Somebody else sent this form.
    Foreign,
}

/// Adds an answer to an open thread.
pub(crate) fn answer(tx: &mut Tx<'_>, thread: &ThreadId, written: Written<'_>) -> Result<Answered, Error> {
    let earlier: Option<(i64, PersonId, ThreadId)> = tx.maybe(
        sql!("select number, author_id, thread_id from thread_messages where form_key = $1"),
        args![written.form_key],
    )?;
    if let Some((number, author, answered)) = earlier {
        let is_own = author == *written.author && answered == *thread;
        return Ok(if is_own {
            Answered::Before(number)
        } else {
            Answered::Foreign
        });
    }
    let number: Option<i64> = tx.maybe(
        sql!(
            "update threads set messages = messages + 1, last_at = $2 where id = $1 and state = 'open' returning messages"
        ),
        args![thread, written.at],
    )?;
    let Some(number) = number else {
        return Ok(Answered::Closed);
    };
    add(tx, thread, number, written)?;
    Ok(Answered::New(number))
}

/// The messages of a thread with a number above one and up to another.
pub(super) fn messages(
    tx: &mut Tx<'_>,
    thread: &ThreadId,
    (above, last): (i64, i64),
) -> Result<Vec<Message>, Error> {
    tx.all(
        sql!(
            "select m.id, m.number, m.author_id, p.name as author, m.text, m.written_at, m.changed_at, m.removed_at
             from thread_messages m join people p on p.id = m.author_id
             where m.thread_id = $1 and m.number > $2 and m.number <= $3 order by m.number"
        ),
        args![thread, above, last],
    )
}

/// One message of a thread.
pub(super) fn message(tx: &mut Tx<'_>, thread: &ThreadId, id: &str) -> Result<Option<Message>, Error> {
    tx.maybe(
        sql!(
            "select m.id, m.number, m.author_id, p.name as author, m.text, m.written_at, m.changed_at, m.removed_at
             from thread_messages m join people p on p.id = m.author_id
             where m.thread_id = $1 and m.id = $2"
        ),
        args![thread, id],
    )
}

/// Up to which message somebody has read a thread.
pub(super) fn read_to(tx: &mut Tx<'_>, thread: &ThreadId, person: &PersonId) -> Result<i64, Error> {
    let mark: Option<i64> = tx.maybe(
        sql!("select read_to from thread_marks where thread_id = $1 and person_id = $2"),
        args![thread, person],
    )?;
    Ok(mark.unwrap_or(0))
}

/// Notes that somebody has read a thread up to a message. It never goes back.
pub(super) fn note_read(
    tx: &mut Tx<'_>,
    thread: &ThreadId,
    person: &PersonId,
    number: i64,
) -> Result<(), Error> {
    tx.run(
        sql!(
            "insert into thread_marks (thread_id, person_id, read_to, told_to) values ($1, $2, $3, 0)
             on conflict (thread_id, person_id) do update set read_to = excluded.read_to
             where thread_marks.read_to < excluded.read_to"
        ),
        args![thread, person, number],
    )?;
    Ok(())
}

/// Writes something else into a message that was not taken away, in a thread that is open.
pub(super) fn change(
    tx: &mut Tx<'_>,
    message: &str,
    author: &PersonId,
    text: &str,
    now: i64,
) -> Result<bool, Error> {
    let changed = tx.run(
        sql!(
            "update thread_messages set text = $3, changed_at = $4
             where id = $1 and author_id = $2 and removed_at is null
                   and exists (select 1 from threads t where t.id = thread_messages.thread_id and t.state = 'open')"
        ),
        args![message, author, text, now],
    )?;
    Ok(changed == 1)
}

/// Takes the text of a message away for good; that there was one stays.
pub(super) fn remove(tx: &mut Tx<'_>, message: &str, author: &PersonId, now: i64) -> Result<(), Error> {
    tx.run(
        sql!(
            "update thread_messages set text = '', removed_at = $3
             where id = $1 and author_id = $2 and removed_at is null"
        ),
        args![message, author, now],
    )?;
    Ok(())
}

/// Closes a thread, or opens it again.
pub(super) fn set_state(tx: &mut Tx<'_>, thread: &ThreadId, state: &str) -> Result<(), Error> {
    tx.run(
        sql!("update threads set state = $2 where id = $1"),
        args![thread, state],
    )?;
    Ok(())
}
