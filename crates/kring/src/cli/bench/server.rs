//! The server under load, as a process of its own.

use std::net::{SocketAddr, TcpListener};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use anyhow::{Context as _, bail};
use tokio::net::TcpStream;

/// A process that ends with this value.
pub(super) struct Server {
    child: Child,
    pub(super) at: SocketAddr,
}

impl Server {
    /// Starts this very program with these arguments and a free port, and waits until it answers there.
    pub(super) async fn start(arguments: impl FnOnce(SocketAddr) -> Vec<String>) -> anyhow::Result<Self> {
        let at = free_port()?;
        let program = std::env::current_exe().context("finding this program")?;
        let child = Command::new(program)
            .args(arguments(at))
            // Everybody comes from a network of their own, as limits per network expect.
            .env("KRING_PROXY_HEADER", "X-Forwarded-For")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .spawn()
            .context("starting the server")?;
        let mut server = Self { child, at };
        // A hundred times a tenth of a second: only a broken server needs that long.
        for _ in 0..100 {
            if TcpStream::connect(at).await.is_ok() {
                return Ok(server);
            }
            if let Some(status) = server.child.try_wait().context("looking at the server")? {
                bail!("the server ended by itself: {status}");
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        bail!("the server does not listen")
    }

    pub(super) fn id(&self) -> u32 {
        self.child.id()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Whether it ended by itself meanwhile makes no difference.
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

fn free_port() -> anyhow::Result<SocketAddr> {
    let listener = TcpListener::bind(("127.0.0.1", 0)).context("looking for a free port")?;
    listener.local_addr().context("looking for a free port")
}

/// Processor time of a process so far, in seconds; Linux tells it in hundredths.
pub(super) fn cpu(process: u32) -> anyhow::Result<f64> {
    let text = std::fs::read_to_string(format!("/proc/{process}/stat")).context("reading processor time")?;
    // The name in brackets may hold spaces; what is counted comes after it.
    let (_, rest) = text.rsplit_once(')').context("reading processor time")?;
    let fields: Vec<&str> = rest.split_whitespace().collect();
    let ticks = [fields.get(11), fields.get(12)]
        .into_iter()
        .flatten()
        .filter_map(|ticks| ticks.parse::<f64>().ok())
        .sum::<f64>();
    Ok(ticks / 100.0)
}

/// Memory of a process that is its own and in use, in kilobytes.
pub(super) fn memory(process: u32) -> anyhow::Result<f64> {
    let text = std::fs::read_to_string(format!("/proc/{process}/status")).context("reading memory")?;
    let line = text.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let kilobytes = line.and_then(|line| line.split_whitespace().next());
    kilobytes
        .context("reading memory")?
        .parse()
        .context("reading memory")
}
