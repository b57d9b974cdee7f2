//! `kring bench programme`: the pages of an organiser, of a facilitator and of a participant, in a large programme in the middle of its year.

use std::process::ExitCode;

use anyhow::{Context as _, ensure};

use super::super::out;
use super::figures::{count, share};
use super::rooms::{scratch, serve};
use super::server::cpu;
use super::wire::{Wire, request};
use super::world::{self, Year};
use super::{ProgrammeLoad, now};

/// Requests for each page before it is measured.
const WARM_UP: usize = 5;

pub(super) async fn run(load: &ProgrammeLoad, data: Option<&str>) -> anyhow::Result<ExitCode> {
    let passing = tempfile::tempdir().context("making a folder")?;
    let folder = data.map_or_else(
        || passing.path().to_string_lossy().into_owned(),
        ToOwned::to_owned,
    );
    let year = world::make_year(&scratch(&folder)?, load.groups, load.people).await?;
    let server = serve(&folder).await?;
    let mut wire = Wire::open(server.at).await?;
    out::line(format_args!(
        "A programme of {} groups with {} people each; times of one request after the other, {} for each page",
        load.groups, load.people, load.times
    ))?;
    for (who, link, paths) in [
        ("organiser", &year.organiser, of_organiser(&year)),
        ("facilitator", &year.facilitator, of_facilitator(&year)),
        ("participant", &year.participant, of_participant(&year)),
    ] {
        let signed_in = wire.ask(&request(server.at, link, "", Some(""), "")).await?;
        let cookie = signed_in
            .header("set-cookie")
            .and_then(|set| set.split(';').next())
            .context("no cookie")?
            .to_owned();
        for path in &paths {
            let asked = request(server.at, path, &cookie, None, "");
            measure(&mut wire, server.id(), load.times, (who, path, &asked)).await?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// Addresses of a programme, of one of its groups, and of two meetings of that group: one that was held, one that comes.
fn places(year: &Year) -> (String, String, [String; 2]) {
    (
        format!("/programmes/{}", year.programme),
        format!("/groups/{}", year.group),
        year.meetings
            .each_ref()
            .map(|meeting| format!("/meetings/{meeting}")),
    )
}

fn of_organiser(year: &Year) -> Vec<String> {
    let (programme, group, [held, coming]) = places(year);
    let mut paths = vec!["/my".to_owned(), "/programmes".to_owned(), programme.clone()];
    paths.extend(
        [
            "overview",
            "settings",
            "people",
            "people?which=-",
            "people/new",
            "composing",
            "applications",
            "enrolment",
            "mailings",
            "evaluation",
            "sponsors",
            "figures",
            "threads",
            "directory",
        ]
        .map(|part| format!("{programme}/{part}")),
    );
    paths.extend([
        group.clone(),
        format!("{group}/series"),
        format!("{group}/polls/new"),
        coming.clone(),
        format!("{coming}/date"),
        format!("{held}/attendance"),
    ]);
    paths
}

fn of_facilitator(year: &Year) -> Vec<String> {
    let (_, group, [held, coming]) = places(year);
    let mut paths = vec!["/my".to_owned(), group.clone()];
    paths.extend(["turnout", "rota", "threads"].map(|part| format!("{group}/{part}")));
    paths.extend([coming, format!("{held}/attendance")]);
    paths
}

fn of_participant(year: &Year) -> Vec<String> {
    let (programme, group, [_, coming]) = places(year);
    vec![
        "/my".to_owned(),
        group.clone(),
        format!("{group}/threads"),
        coming,
        programme,
    ]
}

async fn measure(
    wire: &mut Wire,
    process: u32,
    times: usize,
    (who, path, asked): (&str, &str, &[u8]),
) -> anyhow::Result<()> {
    let mut took = Vec::new();
    let (mut bytes, mut before) = (0, 0.0);
    for turn in 0..WARM_UP + times {
        if turn == WARM_UP {
            before = cpu(process)?;
        }
        let from = now();
        let page = wire.ask(asked).await?;
        let micros = now().saturating_duration_since(from).as_micros();
        ensure!(page.status == 200, "{path} was answered with {}", page.status);
        if turn >= WARM_UP {
            took.push(u32::try_from(micros).unwrap_or(u32::MAX));
            bytes = page.body.len();
        }
    }
    let used = (cpu(process)? - before) * 1_000.0 / count(times);
    took.sort_unstable();
    out::line(format_args!(
        "  {who:12} {:26} p50 {:6.2} ms   p95 {:6.2} ms   worst {:6.2} ms   processor {used:5.2} ms   {bytes:7} bytes",
        shape(path),
        share(&took, 0.5),
        share(&took, 0.95),
        share(&took, 1.0),
    ))?;
    Ok(())
}

/// An address without the id in it.
fn shape(path: &str) -> String {
    let parts = path
        .split('/')
        .map(|part| if part.len() > 30 { "…" } else { part });
    parts.collect::<Vec<_>>().join("/")
}
