//! `kring bench invitations`: an organiser plans one meeting for each group, and everybody's invitation with its calendar file, its link
//! and its reminders is in the outbox.

use std::process::ExitCode;

use anyhow::{Context as _, ensure};
use jiff::ToSpan as _;
use store::Db;
use ui::locale;

use super::super::out;
use super::figures::{Spread, count};
use super::rooms::{scratch, serve};
use super::server::cpu;
use super::wire::{Wire, request};
use super::{InvitationLoad, now, world};
use crate::clock::Clock;
use crate::config::Config;
use crate::post;

pub(super) async fn run(load: &InvitationLoad, data: Option<&str>) -> anyhow::Result<ExitCode> {
    let passing = tempfile::tempdir().context("making a folder")?;
    let folder = data.map_or_else(
        || passing.path().to_string_lossy().into_owned(),
        ToOwned::to_owned,
    );
    let config = scratch(&folder)?;
    let (groups, link) = world::make_groups(&config, load.groups, load.people).await?;
    let server = serve(&folder).await?;
    let mut wire = Wire::open(server.at).await?;
    let signed_in = wire.ask(&request(server.at, &link, "", Some(""), "")).await?;
    let cookie = signed_in
        .header("set-cookie")
        .and_then(|set| set.split(';').next())
        .context("no cookie")?
        .to_owned();
    let day = locale::local(Clock::System.now()).date().checked_add(40.days())?;
    let form = format!(
        "do=invite&title=Bijeenkomst&date={day}&time=19%3A30&minutes=90&weeks=6&count=1&region=&method=focusmethode\
         &place=De+Linde&online=&directions=&day-0={day}"
    );
    let (from, before) = (now(), cpu(server.id())?);
    let mut times = Vec::new();
    for group in &groups {
        let path = format!("/groups/{group}/series");
        let asked = now();
        let planned = wire
            .ask(&request(server.at, &path, &cookie, Some(&form), ""))
            .await?;
        ensure!(
            planned.status == 303,
            "planning was answered with {}",
            planned.status
        );
        let took = now().saturating_duration_since(asked).as_micros();
        times.push(u32::try_from(took).unwrap_or(u32::MAX));
    }
    let seconds = now().saturating_duration_since(from).as_secs_f64();
    let used = cpu(server.id())? - before;
    drop(server);
    let (invitations, mails) = counted(&config).await?;
    ensure!(
        invitations == i64::try_from(load.groups * load.people)?,
        "{invitations} invitations for {} people",
        load.groups * load.people
    );
    out::line(format_args!(
        "{} groups of {} people, one meeting each\n  invitations {invitations} with a calendar file, {mails} mails in all, in {seconds:.2} s\n  \
         a group     {}\n  processor   server {:.2} cores, {:.0} µs a mail",
        load.groups,
        load.people,
        Spread::of(&mut times),
        used / seconds,
        used * 1_000_000.0 / count(usize::try_from(mails)?),
    ))?;
    Ok(ExitCode::SUCCESS)
}

/// How many invitations with a calendar file wait, and how many mails in all.
async fn counted(config: &Config) -> anyhow::Result<(i64, i64)> {
    let db = Db::open(&config.store(), store::MIGRATIONS)
        .await
        .context("opening the scratch database")?;
    let found = db.read(post::store::invitations).await.context("counting")?;
    db.close().await;
    Ok(found)
}
