//! SQL of the papers slice.

use store::{Error, Tx, args, sql};

use super::Paper;
use crate::id::MeetingId;

/// The papers of a meeting, the oldest first.
pub(crate) fn of_meeting(tx: &mut Tx<'_>, meeting: &MeetingId) -> Result<Vec<Paper>, Error> {
    tx.all(
        sql!(
            "select id, meeting_id, title, link, file_name, kind, size, for_speakers, added_by from papers
             where meeting_id = $1 order by added_at, id"
        ),
        args![meeting],
    )
}

pub(crate) fn find(tx: &mut Tx<'_>, id: &str) -> Result<Option<Paper>, Error> {
    tx.maybe(
        sql!(
            "select id, meeting_id, title, link, file_name, kind, size, for_speakers, added_by from papers where id = $1"
        ),
        args![id],
    )
}

/// What is in a file, in pieces of Base64.
pub(super) fn parts(tx: &mut Tx<'_>, paper: &str) -> Result<Vec<String>, Error> {
    tx.all(
        sql!("select text from paper_parts where paper_id = $1 order by number"),
        args![paper],
    )
}

/// Adds a paper with what is in it; `false` when this form added it before.
pub(crate) fn add(
    tx: &mut Tx<'_>,
    paper: &Paper,
    parts: &[String],
    form_key: &str,
    now: i64,
) -> Result<bool, Error> {
    let added = tx.run(
        sql!(
            "insert into papers (id, form_key, meeting_id, title, link, file_name, kind, size, for_speakers, added_by, added_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict (form_key) do nothing"
        ),
        args![
            &paper.id,
            form_key,
            &paper.meeting_id,
            &paper.title,
            &paper.link,
            &paper.file_name,
            &paper.kind,
            paper.size,
            paper.for_speakers,
            &paper.added_by,
            now
        ],
    )?;
    if added == 0 {
        return Ok(false);
    }
    for (number, part) in (0_i64..).zip(parts) {
        tx.run(
            sql!("insert into paper_parts (paper_id, number, text) values ($1, $2, $3)"),
            args![&paper.id, number, part],
        )?;
    }
    Ok(true)
}

pub(super) fn remove(tx: &mut Tx<'_>, id: &str) -> Result<(), Error> {
    tx.run(sql!("delete from paper_parts where paper_id = $1"), args![id])?;
    tx.run(sql!("delete from papers where id = $1"), args![id])?;
    Ok(())
}
