//! Handlers of the transfer slice.

use anyhow::Context as _;
use axum::extract::State;
use axum::response::{IntoResponse as _, Redirect, Response};
use jiff::Timestamp;
use serde::Deserialize;
use ui::{Problems, locale};

use super::carrying::{self, Asked, Done};
use super::columns::Heads;
use super::lines::Line;
use super::reading::{self, MOST_BYTES, Row, Unreadable};
use super::views::{self, Preview, Start};
use super::{entries, store, writing};
use crate::app::App;
use crate::error::Answer;
use crate::programmes::{Managed, Programme};
use crate::web::{Html, Posted, Query, Uploaded, Visitor, download, download_workbook, sheet};

/// What an import did, for the page after it.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
pub(super) struct After {
    #[serde(default)]
    joined: Option<u32>,
    #[serde(default)]
    seated: u32,
    #[serde(default)]
    unchanged: u32,
}

pub(super) async fn show(
    visitor: Visitor,
    Managed { programme, .. }: Managed,
    Query(after): Query<After>,
) -> Html {
    let start = Start {
        programme: &programme,
        posted: &Posted::default(),
        problems: &Problems::none(),
        done: after.joined.map(|joined| (joined, after.seated, after.unchanged)),
    };
    views::start(&visitor, &start)
}

/// Shows what a list would do, or does it. Whoever asks for the same twice changes nothing the second time.
pub(super) async fn take(
    State(app): State<App>,
    visitor: Visitor,
    Managed { programme, .. }: Managed,
    uploaded: Uploaded,
) -> Result<Response, Answer> {
    let mut posted = uploaded.posted.clone();
    let refused = |posted: &Posted, field: &str, problem: String| {
        let mut problems = Problems::none();
        problems.add(field, problem);
        let start = Start {
            programme: &programme,
            posted,
            problems: &problems,
            done: None,
        };
        Answer::Invalid(views::start(&visitor, &start))
    };
    let words = visitor.words();
    let rows = match rows(uploaded).await? {
        Ok(rows) => rows,
        Err((field, why)) => return Err(refused(&posted, field, views::unreadable(words, why))),
    };
    // From here on a file is a text like one that was pasted, so that it can be mended on the page.
    let list = reading::written(&rows);
    posted = posted.with("list", &list);
    let (heads, below) = Heads::find(&rows);
    let entries = entries::entries(&heads, below)
        .map_err(|unfit| refused(&posted, "list", views::unfit(words, &heads, &unfit)))?;
    let asked = Asked {
        entries,
        makes_groups: !posted.text("make").is_empty(),
        tells: !posted.text("tell").is_empty(),
    };
    let lines = match posted.text("do") {
        "import" => match carrying::carry(&app, &programme, asked).await? {
            Ok(done) => return Ok(Redirect::to(&after(&programme, done)).into_response()),
            Err(lines) => lines,
        },
        _ => carrying::preview(&app, &programme, asked).await?,
    };
    Ok(page(&visitor, &programme, (&posted, &heads), &lines)?.into_response())
}

/// What would happen; as a refused form when something is wrong.
fn page(
    visitor: &Visitor,
    programme: &Programme,
    (posted, heads): (&Posted, &Heads),
    lines: &[Line],
) -> Result<Html, Answer> {
    let preview = Preview {
        programme,
        posted,
        unknown: &heads.unknown,
        lines,
    };
    let page = views::preview(visitor, &preview);
    if lines.iter().any(|line| !line.faults.is_empty()) {
        return Err(Answer::Invalid(page));
    }
    Ok(page)
}

fn after(programme: &Programme, done: Done) -> String {
    let Done {
        joined,
        seated,
        unchanged,
    } = done;
    format!(
        "/programmes/{}/import?joined={joined}&seated={seated}&unchanged={unchanged}",
        programme.id
    )
}

/// Why there are no rows.
#[derive(Clone, Copy, Debug)]
pub(super) enum NoRows {
    Nothing,
    Both,
    Unreadable(Unreadable),
}

/// The rows of the file, or else of what was pasted; or the field that has a problem, and which.
async fn rows(uploaded: Uploaded) -> anyhow::Result<Result<Vec<Row>, (&'static str, NoRows)>> {
    let Uploaded {
        posted, file, is_cut, ..
    } = uploaded;
    let pasted = posted.text("list");
    let is_pasted = !pasted.trim().is_empty();
    let (field, bytes) = match (file.is_empty(), is_pasted) {
        _ if is_cut || file.len() > MOST_BYTES => {
            return Ok(Err(("file", NoRows::Unreadable(Unreadable::TooLarge))));
        }
        (true, false) => return Ok(Err(("file", NoRows::Nothing))),
        (false, true) => return Ok(Err(("list", NoRows::Both))),
        (false, false) => ("file", file),
        (true, true) => ("list", pasted.as_bytes().to_vec()),
    };
    let read = tokio::task::spawn_blocking(move || reading::read(&bytes)).await;
    let read = match read {
        Ok(read) => read,
        // A reader of others choked on a file that somebody made for that: not readable is what it is.
        Err(broken) if broken.is_panic() => Err(Unreadable::NoSpreadsheet),
        Err(stopped) => return Err(stopped).context("reading a list"),
    };
    Ok(read.map_err(|why| (field, NoRows::Unreadable(why))))
}

pub(super) async fn example_sheet(visitor: Visitor, _organiser: Managed) -> Result<Response, Answer> {
    let text = sheet(writing::example(visitor.words()))?;
    Ok(download("kring-import.csv", "text/csv", text))
}

pub(super) async fn example_workbook(
    State(app): State<App>,
    visitor: Visitor,
    _organiser: Managed,
) -> Result<Response, Answer> {
    let words = visitor.words();
    let title = words.placing_title();
    let bytes = writing::workbook(&title, &writing::example(words), app.clock.now())?;
    Ok(download_workbook("kring-import.xlsx", bytes))
}

pub(super) async fn people_sheet(
    State(app): State<App>,
    visitor: Visitor,
    Managed { programme, .. }: Managed,
) -> Result<Response, Answer> {
    let now = app.clock.now();
    let text = sheet(everybody(&app, &visitor, programme, now).await?)?;
    Ok(download(&file_name(now, "csv"), "text/csv", text))
}

pub(super) async fn people_workbook(
    State(app): State<App>,
    visitor: Visitor,
    Managed { programme, .. }: Managed,
) -> Result<Response, Answer> {
    let now = app.clock.now();
    let rows = everybody(&app, &visitor, programme, now).await?;
    let bytes = writing::workbook(&visitor.words().placing_title(), &rows, now)?;
    Ok(download_workbook(&file_name(now, "xlsx"), bytes))
}

/// The day alone: names of files end up in lists that others see.
fn file_name(now: Timestamp, ending: &str) -> String {
    format!("kring-{}.{ending}", locale::local(now).date())
}

async fn everybody(
    app: &App,
    visitor: &Visitor,
    programme: Programme,
    now: Timestamp,
) -> anyhow::Result<Vec<Vec<String>>> {
    let today = locale::local(now).date().to_string();
    let (places, applications) = app
        .db
        .read(move |tx| {
            Ok::<_, ::store::Error>((
                store::places(tx, &programme.id, &today)?,
                store::applications(tx, &programme.id)?,
            ))
        })
        .await
        .context("reading who is where")?;
    Ok(writing::rows(
        (visitor.language, visitor.words()),
        places,
        applications,
    ))
}
