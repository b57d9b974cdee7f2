//! `kring serve` and `kring demo`.

use std::process::ExitCode;

use anyhow::Context as _;
use tokio::runtime::Runtime;

use super::{Settings, out, read_settings};
use crate::app::{App, Server, asked_to_stop};
use crate::clock::{Clock, Ids};
use crate::config::{Config, Flags};
use crate::demo::{self, Link, Part};
use crate::telemetry;
use crate::words::Words;

/// Serves until asked to stop.
pub(super) fn serve(config: Config) -> anyhow::Result<ExitCode> {
    telemetry::start(&config.log);
    std::fs::create_dir_all(&config.data).with_context(|| format!("making the folder {}", config.data))?;
    Runtime::new().context("starting")?.block_on(async {
        let address = config.address.clone();
        let app = App::open(config, Clock::System, Ids::Random).await?;
        let server = Server::bind(app).await?;
        let stop = asked_to_stop().context("listening for signals")?;
        tracing::info!(listen = %server.listens_on()?, "Kring is ready at {address}");
        server.run(stop).await;
        Ok(ExitCode::SUCCESS)
    })
}

/// Serves an invented programme from a folder that is removed afterwards, unless `--data` names one to keep.
pub(super) fn demo(
    settings: &Settings,
    mut flags: Flags,
    fresh: bool,
    words: &Words,
) -> anyhow::Result<ExitCode> {
    let passing = match flags.data {
        Some(_) => None,
        None => Some(tempfile::tempdir().context("making a folder for the demo")?),
    };
    if let Some(folder) = &passing {
        flags.data = Some(folder.path().to_string_lossy().into_owned());
    }
    flags.log.get_or_insert_with(|| "warn".to_owned());
    let Some(config) = read_settings(settings, &flags, words)? else {
        return Ok(ExitCode::FAILURE);
    };
    telemetry::start(&config.log);
    std::fs::create_dir_all(&config.data).with_context(|| format!("making the folder {}", config.data))?;
    Runtime::new().context("starting")?.block_on(async {
        let app = App::open(config, Clock::System, Ids::Random).await?;
        let demo::Opened { app, is_old } = demo::open(app, fresh).await?;
        demo::begin_in_writing(&app).await?;
        let links = demo::links(&app).await?;
        let server = Server::bind(app).await?;
        let stop = asked_to_stop().context("listening for signals")?;
        let address = format!("http://{}", server.listens_on()?);
        out::line(words.demo_ready(format!("{address}/")))?;
        print_links(&address, &links, words)?;
        if is_old {
            out::line(words.demo_old())?;
        }
        out::line(words.demo_stop())?;
        server.run(stop).await;
        Ok(ExitCode::SUCCESS)
    })
}

/// Sign-in links for the people of the running meeting; each works once.
fn print_links(address: &str, links: &[Link], words: &Words) -> std::io::Result<()> {
    out::line(words.demo_links(format!("{address}/demo")))?;
    for Link { part, name, path } in links {
        let part = match part {
            Part::Facilitator => words.demo_part_facilitator(),
            Part::CaseOwner => words.demo_part_owner(),
            Part::Participant => words.demo_part_participant(),
            Part::Organiser => words.demo_part_organiser(),
        };
        out::line(format_args!("  {address}{path}  {name}, {part}"))?;
    }
    Ok(())
}
