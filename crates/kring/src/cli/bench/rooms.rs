//! `kring bench room`.

use std::cell::RefCell;
use std::net::SocketAddr;
use std::process::ExitCode;
use std::rc::Rc;
use std::time::Duration;

use anyhow::{Context as _, bail};
use tokio::io::AsyncWriteExt as _;
use tokio::net::TcpStream;

use super::super::out;
use super::desk::Desk;
use super::figures::{Run, count};
use super::load::{Board, Shared};
use super::people::{self, Guest};
use super::server::{Server, cpu, memory};
use super::streams::{Sender, listen};
use super::wire::{Wire, request};
use super::{RoomLoad, bare, now, world};
use crate::config::{Config, Flags};

/// Most connections for sending; beyond that people of one room share them, as they do behind a proxy.
const SENDERS: usize = 4_000;
/// Whatever has not arrived so long after the end of the load is lost.
const PATIENCE: Duration = Duration::from_secs(10);
const WARM_UP: Duration = Duration::from_secs(1);
/// How long it may take until everybody has written once.
const LONGEST_WARM_UP: Duration = Duration::from_mins(1);
/// Parts of a run that are compared with each other: the log grows, the cost of a contribution must not.
const PARTS: u32 = 5;

pub(super) async fn run(load: &RoomLoad) -> anyhow::Result<ExitCode> {
    let passing = tempfile::tempdir().context("making a folder")?;
    let folder = load.folder.as_ref().map_or_else(
        || passing.path().to_string_lossy().into_owned(),
        ToString::to_string,
    );
    let people = usize::from(load.people);
    let streams = load.rooms * people;
    let config = scratch(&folder)?;
    let meetings = world::make(&config, load.rooms, people).await?;
    let server = serve(&folder).await?;
    let empty = memory(server.id())?;
    let guests = Rc::new(people::come_in(server.at, meetings).await?);
    let joined = memory(server.id())?;
    let board = Board::new(load.rooms);
    let crowd = Crowd {
        load: load.clone(),
        people,
        board,
        guests,
        target: Target::Kring(server.at),
    };
    crowd.open_streams().await?;
    let listening = memory(server.id())?;
    out::line(format_args!(
        "{} rooms of {people} people, {streams} open streams",
        load.rooms
    ))?;
    let kring = crowd.measure(&server).await?;
    out::line(format_args!("Kring\n{kring}"))?;
    out::line(format_args!(
        "  memory             {:.0} MB before anybody came, {:.1} KB for each open stream, {:.0} MB at the end",
        empty / 1_024.0,
        (listening - joined).max(0.0) / count(streams),
        memory(server.id())? / 1_024.0
    ))?;
    drop(server);
    if !load.no_bare {
        let bare = crowd.compare(kring.bytes).await?;
        out::line(format_args!(
            "Bare TCP, the same bytes to as many connections, as fast as it goes\n{bare}\nKring took {:.1} times the processor time of the bare server for a contribution, at {:.0}% of its rate",
            kring.cost() / bare.cost(),
            kring.rate() / bare.rate() * 100.0
        ))?;
    }
    Ok(if kring.lost == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// The settings of the scratch database.
pub(super) fn scratch(folder: &str) -> anyhow::Result<Config> {
    let flags = Flags {
        data: Some(folder.to_owned()),
        ..Flags::default()
    };
    std::fs::create_dir_all(folder).context("making a folder")?;
    match Config::read("", "", &figment::Figment::new(), &flags) {
        Ok(config) => Ok(config),
        Err(problems) => bail!("{problems:?}"),
    }
}

/// A server on the scratch database.
pub(super) async fn serve(folder: &str) -> anyhow::Result<Server> {
    Server::start(|at| {
        let at = at.to_string();
        ["serve", "--data", folder, "--listen", &at, "--log", "warn"]
            .map(ToOwned::to_owned)
            .to_vec()
    })
    .await
}

#[derive(Clone, Copy)]
pub(super) enum Target {
    Kring(SocketAddr),
    /// With the bytes that a listener gets.
    Bare(SocketAddr, usize),
}

/// Everybody who loads.
#[derive(Clone)]
pub(super) struct Crowd {
    pub(super) load: RoomLoad,
    pub(super) people: usize,
    pub(super) board: Shared,
    pub(super) guests: Rc<Vec<Guest>>,
    pub(super) target: Target,
}

impl Crowd {
    /// Opens everybody's stream, and waits until each has begun and the server is quiet.
    async fn open_streams(&self) -> anyhow::Result<()> {
        let buffer = Rc::new(RefCell::new(vec![0; 64 * 1_024]));
        for (number, guest) in self.guests.iter().enumerate() {
            let stream = match self.target {
                Target::Kring(at) => {
                    let path = format!("{}/events", guest.path);
                    let request = request(at, &path, &guest.cookie, None, "accept: text/event-stream\r\n");
                    Wire::open(at).await?.begin(&request).await?
                }
                Target::Bare(at, size) => {
                    let mut stream = TcpStream::connect(at).await.context("connecting")?;
                    stream
                        .write_all(&bare::hello(b'L', guest.room, size))
                        .await
                        .context("connecting")?;
                    stream
                }
            };
            let reader = number % self.people;
            let listening = listen(
                stream,
                Rc::clone(&self.board),
                guest.room,
                reader,
                Rc::clone(&buffer),
            );
            drop(tokio::task::spawn_local(listening));
        }
        let all = self.guests.len();
        self.until(|board| board.begun == all, PATIENCE).await;
        let begun = self.board.borrow().begun;
        anyhow::ensure!(begun == all, "{begun} of {all} streams began");
        // Whatever follows by itself, such as first signs of life, shall not be counted.
        tokio::time::sleep(WARM_UP * 2).await;
        Ok(())
    }

    /// Loads the server for the time that was asked.
    async fn measure(&self, server: &Server) -> anyhow::Result<Run> {
        let loading = self.begin_load();
        self.until(|board| board.is_warm, LONGEST_WARM_UP).await;
        tokio::time::sleep(WARM_UP).await;
        let (from, own) = (now(), std::process::id());
        let (server_cpu, client_cpu) = (cpu(server.id())?, cpu(own)?);
        self.board.borrow_mut().bytes = 0;
        self.board.borrow_mut().counts = true;
        let mut marks = vec![(server_cpu, 0)];
        for _ in 0..PARTS {
            tokio::time::sleep(Duration::from_secs(u64::from(self.load.seconds)) / PARTS).await;
            marks.push((cpu(server.id())?, self.board.borrow().times.last.len()));
        }
        self.board.borrow_mut().counts = false;
        let seconds = now().saturating_duration_since(from).as_secs_f64();
        let (server_cpu, client_cpu) = (cpu(server.id())? - server_cpu, cpu(own)? - client_cpu);
        let bytes = self.board.borrow().bytes;
        loading.abort();
        self.until(|board| board.open() == 0, PATIENCE).await;
        let mut board = self.board.borrow_mut();
        if let Some(problem) = &board.problem {
            bail!("{problem}");
        }
        let lost = board.open();
        let mut run = Run::new(&mut board.times, seconds, lost);
        (run.server_cpu, run.client_cpu) = (server_cpu, client_cpu);
        run.parts = marks
            .windows(2)
            .filter_map(|marks| match marks {
                [(cpu, done), (later_cpu, later)] => Some((later_cpu - cpu) / count((later - done).max(1))),
                _ => None,
            })
            .collect();
        let receipts = count(run.done.max(1)) * count(self.people);
        run.bytes = count(usize::try_from(bytes).unwrap_or(usize::MAX)) / receipts;
        Ok(run)
    }

    /// The same load on a bare server, as fast as it goes.
    async fn compare(&self, bytes: f64) -> anyhow::Result<Run> {
        let server =
            Server::start(|at| ["bench", "bare", &at.to_string()].map(ToOwned::to_owned).to_vec()).await?;
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a measured number of bytes"
        )]
        let size = bytes as usize;
        let crowd = Self {
            load: RoomLoad {
                rate: None,
                ..self.load.clone()
            },
            board: Board::new(self.load.rooms),
            target: Target::Bare(server.at, size),
            ..self.clone()
        };
        crowd.open_streams().await?;
        crowd.measure(&server).await
    }

    async fn until(&self, is_so: impl Fn(&Board) -> bool, patience: Duration) {
        let end = now() + patience;
        while now() < end && !is_so(&self.board.borrow()) && self.board.borrow().problem.is_none() {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// Connections for everybody who writes, and a task that gives them work.
    fn begin_load(&self) -> tokio::task::JoinHandle<()> {
        let writers: Vec<usize> = (0..self.guests.len())
            .filter(|number| self.guests.get(*number).is_some_and(|guest| guest.form.is_some()))
            .collect();
        let most = (SENDERS / self.load.rooms.max(1)).max(1);
        let mut senders: Vec<Vec<Sender>> = (0..self.load.rooms).map(|_| Vec::new()).collect();
        let (stored, next) = tokio::sync::mpsc::unbounded_channel();
        for number in &writers {
            let room = self.guests.get(*number).map_or(0, |guest| guest.room);
            let Some(of_room) = senders.get_mut(room).filter(|of_room| of_room.len() < most) else {
                continue;
            };
            let sender = Sender::default();
            let (crowd, number, stored) = (self.clone(), *number, stored.clone());
            let serving = sender.clone().serve(
                async move || crowd.connect(number).await,
                Rc::clone(&self.board),
                move |room| {
                    // Nobody takes it when the load goes at a rate.
                    let _taken = stored.send(room);
                },
            );
            drop(tokio::task::spawn_local(serving));
            of_room.push(sender);
        }
        let desk = Desk {
            crowd: self.clone(),
            writers,
            senders,
            draw: 1,
        };
        match self.load.rate {
            Some(rate) => tokio::task::spawn_local(desk.at_a_rate(rate)),
            None => tokio::task::spawn_local(desk.one_in_each_room(next)),
        }
    }

    async fn connect(&self, number: usize) -> anyhow::Result<Wire> {
        match self.target {
            Target::Kring(at) => Wire::open(at).await,
            Target::Bare(at, size) => {
                let room = self.guests.get(number).map_or(0, |guest| guest.room);
                let mut wire = Wire::open(at).await?;
                wire.say(&bare::hello(b'W', room, size)).await?;
                Ok(wire)
            }
        }
    }
}
