//! `kring bench page`.

use std::cell::RefCell;
use std::process::ExitCode;
use std::rc::Rc;
use std::time::Duration;

use anyhow::{Context as _, bail, ensure};

use super::super::out;
use super::figures::{Spread, count};
use super::rooms::{scratch, serve};
use super::server::cpu;
use super::wire::{Wire, request};
use super::{PageLoad, now, people, world};

#[derive(Default)]
struct Tally {
    times: Vec<u32>,
    bytes: usize,
    problem: Option<String>,
}

pub(super) async fn run(load: &PageLoad, data: Option<&str>) -> anyhow::Result<ExitCode> {
    let passing = tempfile::tempdir().context("making a folder")?;
    let folder = data.map_or_else(
        || passing.path().to_string_lossy().into_owned(),
        ToOwned::to_owned,
    );
    let meetings = world::make(&scratch(&folder)?, 1, 10).await?;
    let server = serve(&folder).await?;
    let guests = people::come_in(server.at, meetings).await?;
    let encoding = if load.gzip {
        "accept-encoding: gzip\r\n"
    } else {
        ""
    };
    let tally = Rc::new(RefCell::new(Tally::default()));
    for guest in guests.iter().cycle().take(load.connections) {
        let asked = request(server.at, &guest.path, &guest.cookie, None, encoding);
        let (wire, tally) = (Wire::open(server.at).await?, Rc::clone(&tally));
        drop(tokio::task::spawn_local(async move {
            if let Err(error) = ask(wire, asked, &tally).await {
                tally.borrow_mut().problem.get_or_insert(format!("{error:#}"));
            }
        }));
    }
    tokio::time::sleep(Duration::from_secs(1)).await;
    *tally.borrow_mut() = Tally::default();
    let (from, before) = (now(), cpu(server.id())?);
    tokio::time::sleep(Duration::from_secs(u64::from(load.seconds))).await;
    let (seconds, used) = (
        now().saturating_duration_since(from).as_secs_f64(),
        cpu(server.id())? - before,
    );
    let mut tally = tally.borrow_mut();
    if let Some(problem) = &tally.problem {
        bail!("{problem}");
    }
    let pages = count(tally.times.len().max(1));
    let size = count(tally.bytes) / pages;
    out::line(format_args!(
        "The page of a room, {} connections\n  pages      {:8.0} /s, {size:.0} bytes each\n  time       {}\n  processor  server {:.2} cores, {:.0} µs a page",
        load.connections,
        pages / seconds,
        Spread::of(&mut tally.times),
        used / seconds,
        used * 1_000_000.0 / pages,
    ))?;
    Ok(ExitCode::SUCCESS)
}

async fn ask(mut wire: Wire, asked: Vec<u8>, tally: &RefCell<Tally>) -> anyhow::Result<()> {
    loop {
        let from = now();
        let page = wire.ask(&asked).await?;
        ensure!(page.status == 200, "the page was answered with {}", page.status);
        let took = now().saturating_duration_since(from).as_micros();
        let mut tally = tally.borrow_mut();
        tally.times.push(u32::try_from(took).unwrap_or(u32::MAX));
        tally.bytes += page.body.len();
    }
}
