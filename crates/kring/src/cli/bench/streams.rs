//! Open streams, and the connections over which people send.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::io::ErrorKind;
use std::rc::Rc;

use anyhow::ensure;
use tokio::net::TcpStream;
use tokio::sync::Notify;

use super::load::{Marks, Shared};
use super::now;
use super::wire::Wire;

/// Reads a stream to its end and notes what arrives. `reader` is the place of its owner in the room.
pub(super) async fn listen(
    stream: TcpStream,
    board: Shared,
    room: usize,
    reader: usize,
    shared: Rc<RefCell<Vec<u8>>>,
) {
    let mut marks = Marks::default();
    let mut has_begun = false;
    while stream.readable().await.is_ok() {
        loop {
            let mut buffer = shared.borrow_mut();
            match stream.try_read(&mut buffer) {
                Ok(0) => {
                    board.borrow_mut().fail("a stream ended".to_owned());
                    return;
                }
                Ok(count) => {
                    let now = now();
                    let mut board = board.borrow_mut();
                    board.bytes += u64::try_from(count).unwrap_or_default();
                    board.begun += usize::from(!std::mem::replace(&mut has_begun, true));
                    let bytes = buffer.get(..count).unwrap_or_default();
                    marks.read(bytes, |number| board.arrived(room, number, reader, now));
                }
                Err(error) if error.kind() == ErrorKind::WouldBlock => break,
                Err(error) => {
                    board.borrow_mut().fail(format!("a stream broke: {error}"));
                    return;
                }
            }
        }
    }
}

/// A contribution that waits for its connection.
pub(super) struct Errand {
    pub(super) request: Vec<u8>,
    pub(super) room: usize,
    pub(super) number: usize,
}

/// A connection over which people send, one contribution after the other.
#[derive(Clone, Default)]
pub(super) struct Sender {
    waiting: Rc<RefCell<VecDeque<Errand>>>,
    arrival: Rc<Notify>,
}

impl Sender {
    pub(super) fn send(&self, errand: Errand) {
        self.waiting.borrow_mut().push_back(errand);
        self.arrival.notify_one();
    }

    /// Sends what waits; `done` is told of each that was stored. It connects with the first one, as a browser does: a server does not
    /// keep a line open on which nothing is asked.
    pub(super) async fn serve(
        self,
        connect: impl AsyncFn() -> anyhow::Result<Wire>,
        board: Shared,
        done: impl Fn(usize),
    ) {
        let mut wire = None;
        loop {
            let next = self.waiting.borrow_mut().pop_front();
            let Some(errand) = next else {
                self.arrival.notified().await;
                continue;
            };
            if let Err(error) = deliver(&mut wire, &connect, &errand).await {
                board
                    .borrow_mut()
                    .fail(format!("a contribution was not stored: {error:#}"));
                return;
            }
            board.borrow_mut().stored(errand.room, errand.number, now());
            done(errand.room);
        }
    }
}

async fn deliver(
    wire: &mut Option<Wire>,
    connect: &impl AsyncFn() -> anyhow::Result<Wire>,
    errand: &Errand,
) -> anyhow::Result<()> {
    let wire = match wire {
        Some(wire) => wire,
        None => wire.insert(connect().await?),
    };
    let reply = wire.ask(&errand.request).await?;
    ensure!(
        reply.status == 200,
        "{} {}",
        reply.status,
        String::from_utf8_lossy(&reply.body)
    );
    Ok(())
}
