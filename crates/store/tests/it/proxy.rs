//! A line that can be cut: forwards TCP connections to a server, until it is told not to.

use std::io::{Read as _, Write as _};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;

/// When a client's bytes break the line.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Cut {
    /// Before the bytes reach the server.
    Before,
    /// When they have reached it.
    After,
}

pub(crate) struct Proxy {
    pub(crate) address: SocketAddr,
    state: Arc<State>,
}

struct State {
    target: SocketAddr,
    open: Mutex<Vec<TcpStream>>,
    refusing: AtomicBool,
    muted: AtomicBool,
    trigger: Mutex<Option<(&'static str, Cut)>>,
}

impl Proxy {
    pub(crate) fn to(target: &str) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let state = Arc::new(State {
            target: target.parse().unwrap(),
            open: Mutex::new(Vec::new()),
            refusing: AtomicBool::new(false),
            muted: AtomicBool::new(false),
            trigger: Mutex::new(None),
        });
        let shared = Arc::clone(&state);
        // Ends with the test process; the listener is on the loopback only.
        thread::spawn(move || {
            for client in listener.incoming() {
                shared.join(client.unwrap());
            }
        });
        Self { address, state }
    }

    /// Cuts every connection; new ones are accepted.
    pub(crate) fn cut(&self) {
        self.state.cut();
    }

    /// Cuts every connection and takes no new ones until [`restore`](Self::restore).
    pub(crate) fn refuse(&self) {
        self.state.refusing.store(true, Ordering::SeqCst);
        self.cut();
    }

    pub(crate) fn restore(&self) {
        self.state.refusing.store(false, Ordering::SeqCst);
    }

    /// Cuts once, when a client sends this text.
    pub(crate) fn cut_at(&self, text: &'static str, cut: Cut) {
        *self.state.trigger.lock().unwrap() = Some((text, cut));
    }
}

impl State {
    fn join(self: &Arc<Self>, client: TcpStream) {
        if self.refusing.load(Ordering::SeqCst) {
            return;
        }
        let server = TcpStream::connect(self.target).unwrap();
        self.open
            .lock()
            .unwrap()
            .extend([client.try_clone().unwrap(), server.try_clone().unwrap()]);
        let (up, down) = (Arc::clone(self), Arc::clone(self));
        let (client2, server2) = (client.try_clone().unwrap(), server.try_clone().unwrap());
        thread::spawn(move || up.forward(client, server, true));
        thread::spawn(move || down.forward(server2, client2, false));
    }

    fn forward(&self, mut from: TcpStream, mut to: TcpStream, upwards: bool) {
        let mut buffer = [0_u8; 16 * 1024];
        while let Ok(count @ 1..) = from.read(&mut buffer) {
            let bytes = &buffer[..count];
            let cut = if upwards { self.triggered(bytes) } else { None };
            // The server's answer to the last bytes shows that it has acted; it is not passed on.
            let muted = !upwards && self.muted.swap(false, Ordering::SeqCst);
            if cut == Some(Cut::Before) || muted {
                self.cut();
                break;
            }
            if cut == Some(Cut::After) {
                self.muted.store(true, Ordering::SeqCst);
            }
            if to.write_all(bytes).is_err() {
                break;
            }
        }
        drop((from.shutdown(Shutdown::Both), to.shutdown(Shutdown::Both)));
    }

    fn triggered(&self, bytes: &[u8]) -> Option<Cut> {
        let mut trigger = self.trigger.lock().unwrap();
        let (text, cut) = (*trigger)?;
        let hit = bytes.windows(text.len()).any(|window| window == text.as_bytes());
        if hit {
            *trigger = None;
        }
        hit.then_some(cut)
    }

    fn cut(&self) {
        for stream in self.open.lock().unwrap().drain(..) {
            drop(stream.shutdown(Shutdown::Both));
        }
    }
}
