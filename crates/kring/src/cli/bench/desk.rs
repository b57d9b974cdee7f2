//! Who writes next, and when.

use std::time::{Duration, Instant};

use super::figures::count;
use super::load::{encoded, text};
use super::people::Guest;
use super::rooms::{Crowd, Target};
use super::streams::{Errand, Sender};
use super::wire::request;
use super::{bare, now};

/// So many times slower than asked everybody writes for the first time: nobody's members are known any more, nobody has written in
/// this step, and in no thousand rooms that happens within the same two seconds.
const GENTLY: u32 = 4;

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
pub(super) struct Desk {
    pub(super) crowd: Crowd,
    /// Guests who write, by number.
    pub(super) writers: Vec<usize>,
    /// Their connections, by room.
    pub(super) senders: Vec<Vec<Sender>>,
    pub(super) draw: u64,
}

impl Desk {
    /// So many a second, whether the server keeps up or not; a contribution that has to wait for its connection is timed from the
    /// moment it was due.
    pub(super) async fn at_a_rate(mut self, rate: u32) {
        let at_once = self.crowd.load.at_once.then(|| self.places_in(0).len().max(1));
        let pause = Duration::from_secs(1).mul_f64(count(at_once.unwrap_or(1)) / f64::from(rate));
        let mut gentle = metronome(pause * GENTLY);
        for place in 0..self.writers.len() {
            if let Some(due) = gentle.recv().await {
                self.write(place, due);
            }
        }
        drop(gentle);
        self.crowd.board.borrow_mut().is_warm = true;
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
    pub(super) async fn one_in_each_room(mut self, mut stored: tokio::sync::mpsc::UnboundedReceiver<usize>) {
        let places: Vec<Vec<usize>> = (0..self.crowd.load.rooms)
            .map(|room| self.places_in(room))
            .collect();
        self.crowd.board.borrow_mut().is_warm = true;
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
        let of_room = self.senders.get(room).map_or(&[][..], Vec::as_slice);
        if let Some(sender) = of_room.get(place % of_room.len().max(1)) {
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
