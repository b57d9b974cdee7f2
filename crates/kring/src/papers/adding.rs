//! Adding a paper and taking it away. What the reminders that wait say of papers changes in the same transaction.

use std::borrow::Cow;
use std::io::Cursor;

use anyhow::Context as _;
use data_encoding::BASE64;
use ui::Problems;
use zip::ZipArchive;

use super::rules::{self, Kind};
use super::{Paper, store};
use crate::app::App;
use crate::calendar;
use crate::error::Answer;
use crate::id::{MeetingId, PersonId};
use crate::web::{LINE, Posted, Reading, Uploaded};
use crate::words::Words;

/// Bytes in a piece of a stored file: a multiple of three, so that each piece is whole in Base64.
const PIECE: usize = 600_000;

/// Who adds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum By {
    /// Whoever keeps the papers, and says who reads them.
    Keeper,
    /// A speaker, whose papers the group reads.
    Speaker,
}

/// A file that may be kept.
struct File {
    name: String,
    kind: Kind,
    size: usize,
    pieces: Vec<String>,
}

/// Adds what was posted, or says what is wrong with it. Pressing twice adds once.
///
/// # Errors
/// When no form of ours posted it, or the database does not answer.
pub(crate) async fn add(
    app: &App,
    words: &Words,
    (meeting, person): (&MeetingId, &PersonId),
    uploaded: Uploaded,
    by: By,
) -> Result<Result<(), Problems>, Answer> {
    if uploaded.is_cut {
        let mut problems = Problems::none();
        problems.add("file", words.papers_too_large());
        return Ok(Err(problems));
    }
    let key =
        uuid::Uuid::parse_str(uploaded.posted.text("key")).map_err(|_no_form_of_ours| Answer::Unreadable)?;
    let count = {
        let meeting = meeting.clone();
        app.db.read(move |tx| store::of_meeting(tx, &meeting)).await
    };
    let is_full = count.context("counting papers")?.len() >= rules::MOST;
    let posted = uploaded.posted.clone();
    let file = look_into(uploaded).await?;
    let (paper, pieces) = match read(app, words, (meeting, person), (&posted, file), (by, is_full))? {
        Ok(read) => read,
        Err(problems) => return Ok(Err(problems)),
    };
    let (app_too, now) = (app.clone(), app.clock.now().as_microsecond());
    app.db
        .write(move |tx| {
            if store::add(tx, &paper, &pieces, &key.to_string(), now)? {
                calendar::rewrite_reminders(&app_too, tx, &paper.meeting_id)?;
            }
            Ok::<_, anyhow::Error>(())
        })
        .await
        .context("adding a paper")?;
    Ok(Ok(()))
}

/// What was typed, for the form when it is refused. Of one that was far too large nothing may have come.
pub(crate) fn typed(app: &App, uploaded: &Uploaded) -> anyhow::Result<Posted> {
    let posted = uploaded.posted.clone();
    if posted.text("key").is_empty() {
        let key = app.ids.id(app.clock.now()).context("making a key")?;
        return Ok(posted.with("key", &key));
    }
    Ok(posted)
}

/// Takes a paper away.
pub(crate) async fn take_away(app: &App, paper: Paper) -> Result<(), Answer> {
    let app_too = app.clone();
    app.db
        .write(move |tx| {
            store::remove(tx, &paper.id)?;
            calendar::rewrite_reminders(&app_too, tx, &paper.meeting_id)
        })
        .await
        .context("taking a paper away")?;
    Ok(())
}

/// Why a file is not taken.
#[derive(Clone, Copy)]
enum No {
    TooLarge,
    Kind,
}

/// The file that was chosen, if one was.
async fn look_into(uploaded: Uploaded) -> anyhow::Result<Result<Option<File>, No>> {
    let Uploaded { file, file_name, .. } = uploaded;
    if file.len() > rules::MOST_BYTES {
        return Ok(Err(No::TooLarge));
    }
    if file.is_empty() {
        return Ok(Ok(None));
    }
    let looked = tokio::task::spawn_blocking(move || {
        let kind = rules::kind_of(&file, &entries(&file))?;
        Some(File {
            name: rules::file_name(&file_name, kind),
            kind,
            size: file.len(),
            pieces: file.chunks(PIECE).map(|piece| BASE64.encode(piece)).collect(),
        })
    });
    match looked.await {
        Ok(Some(file)) => Ok(Ok(Some(file))),
        Ok(None) => Ok(Err(No::Kind)),
        // A reader of others choked on a file that somebody made for that: it is none that we take.
        Err(broken) if broken.is_panic() => Ok(Err(No::Kind)),
        Err(stopped) => Err(stopped).context("looking into a file"),
    }
}

/// The names of what is packed in an archive; none for anything else.
fn entries(file: &[u8]) -> Vec<String> {
    if !file.starts_with(b"PK") {
        return Vec::new();
    }
    ZipArchive::new(Cursor::new(file)).map_or_else(
        |_no_archive| Vec::new(),
        |archive| {
            archive
                .file_names()
                .filter_map(Result::ok)
                .map(Cow::into_owned)
                .collect()
        },
    )
}

/// What the form says, or everything that is wrong with it.
fn read(
    app: &App,
    words: &Words,
    (meeting, person): (&MeetingId, &PersonId),
    (posted, file): (&Posted, Result<Option<File>, No>),
    (by, is_full): (By, bool),
) -> anyhow::Result<Result<(Paper, Vec<String>), Problems>> {
    let mut reading = Reading::new(posted, words);
    let (title, link) = (reading.optional("title", LINE), reading.optional("link", LINE));
    if link.as_deref().is_some_and(|link| !calendar::is_link(link)) {
        reading.wrong("link", words.calendar_wrong_link());
    }
    let file = match file {
        Ok(file) => file,
        Err(No::TooLarge) => {
            reading.wrong("file", words.papers_too_large());
            None
        }
        Err(No::Kind) => {
            reading.wrong("file", words.papers_wrong_kind());
            None
        }
    };
    match (&link, &file) {
        (None, None) => reading.wrong("file", words.papers_nothing()),
        (Some(_), Some(_)) => reading.wrong("link", words.papers_both()),
        _ => {}
    }
    if is_full {
        reading.wrong("file", words.papers_full(rules::MOST));
    }
    let for_speakers = by == By::Speaker || reading.ticked("for_speakers");
    let named = title.or_else(|| file.as_ref().map(|file| file.name.clone()));
    let title = named.or_else(|| link.clone()).unwrap_or_default();
    let id = app.ids.id(app.clock.now())?;
    let size = file.as_ref().map(|file| i64::try_from(file.size)).transpose()?;
    Ok(reading.done(()).map(|()| {
        let paper = Paper {
            id,
            meeting_id: meeting.clone(),
            title,
            link,
            file_name: file.as_ref().map(|file| file.name.clone()),
            kind: file.as_ref().map(|file| file.kind.word().to_owned()),
            size,
            for_speakers,
            added_by: person.clone(),
        };
        (paper, file.map(|file| file.pieces).unwrap_or_default())
    }))
}
