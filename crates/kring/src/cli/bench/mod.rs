//! `kring bench`: loads a server over real HTTP and says how fast it was.
//!
//! The server is a process of its own (`kring serve` on a scratch database with invented meetings), the load comes from this one, and a
//! third process is a bare TCP server that writes the same bytes to as many connections: what the machine could do at best, measured
//! in the same minute. Everything stops by itself. The figures are for whoever works on Kring, so they are in English only.

mod bare;
mod desk;
mod figures;
mod invitations;
mod load;
mod pages;
mod people;
mod programme;
mod rooms;
mod server;
mod streams;
mod wire;
mod world;

use std::net::SocketAddr;
use std::process::ExitCode;
use std::time::Instant;

use anyhow::Context as _;
use camino::Utf8PathBuf;
use clap::{Args, Subcommand};

/// What is measured.
#[derive(Debug, Subcommand)]
pub(super) enum BenchCommand {
    /// Rooms full of people who write: the time from sending to the last of the others
    #[command(
        after_help = "Examples:\n  kring bench room\n  kring bench room --rooms 1000 --rate 4000\n  kring bench room --rooms 1 --rate 20\n  kring bench room --rooms 1 --people 15 --rate 1000 --at-once"
    )]
    Room(RoomLoad),
    /// The page of a room for somebody signed in
    #[command(after_help = "Example:\n  kring bench page --connections 16 --seconds 10")]
    Page(PageLoad),
    /// Planning a meeting for every group of a large programme
    #[command(after_help = "Example:\n  kring bench invitations --groups 200 --people 8")]
    Invitations(InvitationLoad),
    /// The pages of an organiser and of a participant in a large programme
    #[command(after_help = "Example:\n  kring bench programme --groups 200 --people 8")]
    Programme(ProgrammeLoad),
    /// The bare TCP server that a load is compared with
    #[command(hide = true)]
    Bare {
        /// Where it shall wait for connections
        place: SocketAddr,
    },
}

/// How rooms are loaded.
#[derive(Clone, Debug, Args)]
pub(super) struct RoomLoad {
    /// How many rooms
    #[arg(long, default_value_t = 100)]
    rooms: usize,
    /// How many people in each
    #[arg(long, default_value_t = 10, value_parser = clap::value_parser!(u16).range(6..=15))]
    people: u16,
    /// How long to load, after a second for warming up
    #[arg(long, default_value_t = 10)]
    seconds: u32,
    /// Contributions a second, over all rooms; as many as go with one under way in each room when left out
    #[arg(long)]
    rate: Option<u32>,
    /// Everybody in a room writes at the same moment
    #[arg(long, requires = "rate")]
    at_once: bool,
    /// Leave the comparison with a bare TCP server out
    #[arg(long)]
    no_bare: bool,
    /// Folder for the scratch database; a new one that is removed afterwards when left out
    #[arg(skip)]
    folder: Option<Utf8PathBuf>,
}

/// How a page is loaded.
#[derive(Clone, Debug, Args)]
pub(super) struct PageLoad {
    /// Connections that ask for the page, one request after the other on each
    #[arg(long, default_value_t = 16)]
    connections: usize,
    /// How long to load
    #[arg(long, default_value_t = 10)]
    seconds: u32,
    /// Ask for compressed pages, as browsers do
    #[arg(long)]
    gzip: bool,
}

/// How large the programme is.
#[derive(Clone, Debug, Args)]
pub(super) struct InvitationLoad {
    /// How many groups
    #[arg(long, default_value_t = 200)]
    groups: usize,
    /// How many people in each
    #[arg(long, default_value_t = 8)]
    people: usize,
}

/// How large the programme is, and how often each page is asked for.
#[derive(Clone, Debug, Args)]
pub(super) struct ProgrammeLoad {
    /// How many groups; each has met four times and has three meetings ahead
    #[arg(long, default_value_t = 200)]
    groups: usize,
    /// How many people in each
    #[arg(long, default_value_t = 8)]
    people: usize,
    /// How often each page is asked for
    #[arg(long, default_value_t = 200)]
    times: usize,
}

/// Carries a measurement out. `data` is where the scratch database goes; a folder of its own when it is left out.
pub(super) fn run(command: &BenchCommand, data: Option<&str>) -> anyhow::Result<ExitCode> {
    match command {
        BenchCommand::Room(load) => {
            let load = RoomLoad {
                folder: data.map(Utf8PathBuf::from),
                ..load.clone()
            };
            here(rooms::run(&load))
        }
        BenchCommand::Page(load) => here(pages::run(load, data)),
        BenchCommand::Invitations(load) => here(invitations::run(load, data)),
        BenchCommand::Programme(load) => here(programme::run(load, data)),
        BenchCommand::Bare { place } => tokio::runtime::Runtime::new()
            .context("starting")?
            .block_on(bare::serve(*place)),
    }
}

/// On one thread, so that the load takes as little as it can from the server.
fn here(measuring: impl Future<Output = anyhow::Result<ExitCode>>) -> anyhow::Result<ExitCode> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .context("starting")?;
    tokio::task::LocalSet::new().block_on(&runtime, measuring)
}

#[expect(
    clippy::disallowed_methods,
    reason = "a measurement of time, nothing that is stored"
)]
fn now() -> Instant {
    Instant::now()
}
