//! `kring bench room`.

use std::cell::RefCell;
use std::net::SocketAddr;
use std::process::ExitCode;
use std::rc::Rc;
use std::time::{Duration, Instant};

use anyhow::{Context as _, bail};
use tokio::io::AsyncWriteExt as _;
use tokio::net::TcpStream;

use super::super::out;
use super::figures::{Run, count};
use super::load::{Board, Shared, encoded, text};
use super::people::{self, Guest};
use super::server::{Server, cpu, memory};
use super::streams::{Errand, Sender, listen};
use super::wire::{Wire, request};
use super::{RoomLoad, bare, now, world};
use crate::config::{Config, Flags};

/// Most connections for sending; beyond that people share them, as they do behind a proxy.
const SENDERS: usize = 4_000;
/// Whatever has not arrived so long after the end of the load is lost.
const PATIENCE: Duration = Duration::from_secs(10);
const WARM_UP: Duration = Duration::from_secs(1);
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
enum Target {
    Kring(SocketAddr),
    /// With the bytes that a listener gets.
    Bare(SocketAddr, usize),
}

/// Everybody who loads.
#[derive(Clone)]
struct Crowd {
    load: RoomLoad,
    people: usize,
    board: Shared,
    guests: Rc<Vec<Guest>>,
    target: Target,
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
        let loading = self.begin_load().await?;
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
    async fn begin_load(&self) -> anyhow::Result<tokio::task::JoinHandle<()>> {
        let writers: Vec<usize> = (0..self.guests.len())
            .filter(|number| self.guests.get(*number).is_some_and(|guest| guest.form.is_some()))
            .collect();
        let mut senders = Vec::new();
        let (stored, next) = tokio::sync::mpsc::unbounded_channel();
        for number in writers.iter().take(SENDERS) {
            let sender = Sender::default();
            let wire = self.connect(*number).await?;
            let stored = stored.clone();
            let serving = sender.clone().serve(wire, Rc::clone(&self.board), move |room| {
                // Nobody takes it when the load goes at a rate.
                let _taken = stored.send(room);
            });
            drop(tokio::task::spawn_local(serving));
            senders.push(sender);
        }
        let desk = Desk {
            crowd: self.clone(),
            writers,
            senders,
            draw: 1,
        };
        Ok(match self.load.rate {
            Some(rate) => tokio::task::spawn_local(desk.at_a_rate(rate)),
            None => tokio::task::spawn_local(desk.one_in_each_room(next)),
        })
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

/// Tells each moment at which something is due, on a thread of its own: the timers of the runtime come up to two milliseconds late,
/// which is as long as the server takes.
#[expect(
    clippy::disallowed_methods,
    reason = "a load that is paced has to wait; nothing is hoped for meanwhile"
)]
fn metronome(pause: Duration) -> tokio::sync::mpsc::UnboundedReceiver<Instant> {
    let (tell, dues) = tokio::sync::mpsc::unbounded_channel();
    let mut due = now();
    drop(std::thread::spawn(move || {
        // It ends with whoever listens.
        while tell.send(due).is_ok() {
            due += pause;
            std::thread::sleep(due.saturating_duration_since(now()));
        }
    }));
    dues
}

/// Hands out who writes next.
struct Desk {
    crowd: Crowd,
    /// Guests who write, by number.
    writers: Vec<usize>,
    senders: Vec<Sender>,
    draw: u64,
}

impl Desk {
    /// So many a second, whether the server keeps up or not; a contribution that has to wait for its connection is timed from the
    /// moment it was due.
    async fn at_a_rate(mut self, rate: u32) {
        let at_once = self.crowd.load.at_once.then(|| self.places_in(0).len().max(1));
        let pause = Duration::from_secs(1).mul_f64(count(at_once.unwrap_or(1)) / f64::from(rate));
        let mut dues = metronome(pause);
        while let Some(due) = dues.recv().await {
            let places = if at_once.is_some() {
                let room = self.drawn(self.crowd.load.rooms);
                self.places_in(room)
            } else {
                vec![self.drawn(self.writers.len())]
            };
            for place in places {
                self.write(place, due);
            }
        }
    }

    /// In each room the next one writes when the one before is stored.
    async fn one_in_each_room(mut self, mut stored: tokio::sync::mpsc::UnboundedReceiver<usize>) {
        let places: Vec<Vec<usize>> = (0..self.crowd.load.rooms)
            .map(|room| self.places_in(room))
            .collect();
        let mut next: Option<Vec<usize>> = Some((0..self.crowd.load.rooms).collect());
        while let Some(rooms) = next {
            for room in rooms {
                let of_room = places.get(room).map_or(&[][..], Vec::as_slice);
                let drawn = self.drawn(of_room.len());
                if let Some(place) = of_room.get(drawn) {
                    self.write(*place, now());
                }
            }
            next = stored.recv().await.map(|room| vec![room]);
        }
    }

    fn places_in(&self, room: usize) -> Vec<usize> {
        let is_here = |place: &usize| self.guest(*place).is_some_and(|guest| guest.room == room);
        (0..self.writers.len()).filter(is_here).collect()
    }

    fn guest(&self, place: usize) -> Option<&Guest> {
        self.crowd.guests.get(*self.writers.get(place)?)
    }

    fn write(&self, place: usize, due: Instant) {
        let (Some(guest), Some(number)) = (self.guest(place), self.writers.get(place)) else {
            return;
        };
        let (people, room) = (self.crowd.people, guest.room);
        let no = self
            .crowd
            .board
            .borrow_mut()
            .send(room, number % people, people - 1, due);
        let request = match self.crowd.target {
            Target::Kring(at) => {
                let form = guest.form.as_deref().unwrap_or_default();
                let form = format!("{form}&key=b-{room}-{no}&text={}", encoded(no));
                let path = format!("{}/commands", guest.path);
                request(at, &path, &guest.cookie, Some(&form), "x-kring-room: 1\r\n")
            }
            Target::Bare(..) => bare::message(&text(no)),
        };
        if let Some(sender) = self.senders.get(place % self.senders.len().max(1)) {
            sender.send(Errand {
                request,
                room,
                number: no,
            });
        }
    }

    /// A foreseeable draw: figures are compared, so everybody draws alike.
    fn drawn(&mut self, of: usize) -> usize {
        self.draw = self
            .draw
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.draw >> 33).unwrap_or_default() % of.max(1)
    }
}
