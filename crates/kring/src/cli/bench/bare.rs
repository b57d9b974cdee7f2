//! A bare TCP server: what the machine could do if there were nothing to decide, store or render.
//!
//! A connection says with nine bytes what it is: `L` listens in a room, `W` writes in it; then the number of the room and how many bytes a
//! listener gets for a message. A message has a fixed length; the writer gets a short answer.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::process::ExitCode;
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::Context as _;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};

/// As long as a request that adds a text.
pub(super) const MESSAGE: usize = 420;
const ANSWER: &[u8] = b"HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n";

type Rooms = Arc<Mutex<BTreeMap<u32, Arc<Vec<TcpStream>>>>>;

/// How a connection introduces itself.
pub(super) fn hello(kind: u8, room: usize, size: usize) -> [u8; 9] {
    let number = |value: usize| u32::try_from(value).unwrap_or(u32::MAX).to_le_bytes();
    let mut bytes = [kind; 9];
    let numbers = number(room).into_iter().chain(number(size));
    for (byte, said) in bytes.iter_mut().skip(1).zip(numbers) {
        *byte = said;
    }
    bytes
}

/// A message with its mark, filled up to its length.
pub(super) fn message(mark: &str) -> Vec<u8> {
    let mut bytes = mark.as_bytes().to_vec();
    bytes.resize(MESSAGE, b' ');
    bytes
}

pub(super) async fn serve(listen: SocketAddr) -> anyhow::Result<ExitCode> {
    let listener = TcpListener::bind(listen).await.context("listening")?;
    let rooms = Rooms::default();
    loop {
        let (stream, _) = listener.accept().await.context("accepting")?;
        let rooms = Arc::clone(&rooms);
        tokio::spawn(async move {
            // A connection that ends is no news: the load ends them all.
            drop(attend(stream, rooms).await);
        });
    }
}

async fn attend(mut stream: TcpStream, rooms: Rooms) -> std::io::Result<()> {
    stream.set_nodelay(true)?;
    let kind = stream.read_u8().await?;
    let (room, size) = (stream.read_u32_le().await?, stream.read_u32_le().await?);
    if kind == b'L' {
        stream.write_all(b"begun").await?;
        let mut rooms = rooms.lock().unwrap_or_else(PoisonError::into_inner);
        let room = rooms.entry(room).or_default();
        // Nobody writes yet while listeners come in, so the list is nobody else's.
        if let Some(room) = Arc::get_mut(room) {
            room.push(stream);
        }
        return Ok(());
    }
    let listeners = rooms
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .get(&room)
        .cloned()
        .unwrap_or_default();
    let mut message = vec![0; MESSAGE];
    let mut payload = vec![b' '; usize::try_from(size).unwrap_or_default().max(MESSAGE)];
    loop {
        stream.read_exact(&mut message).await?;
        for (to, from) in payload.iter_mut().zip(&message) {
            *to = *from;
        }
        for listener in listeners.iter() {
            send(listener, &payload).await?;
        }
        stream.write_all(ANSWER).await?;
    }
}

async fn send(listener: &TcpStream, mut bytes: &[u8]) -> std::io::Result<()> {
    while !bytes.is_empty() {
        match listener.try_write(bytes) {
            Ok(count) => bytes = bytes.get(count..).unwrap_or_default(),
            Err(error) if error.kind() == std::io::ErrorKind::WouldBlock => listener.writable().await?,
            Err(error) => return Err(error),
        }
    }
    Ok(())
}
