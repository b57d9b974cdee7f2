//! The server as a process of its own, as an administrator starts it. It never outlives its test.

use std::io::{BufRead as _, BufReader, Read as _};
use std::net::SocketAddr;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread::{self, JoinHandle};

use tempfile::TempDir;

/// A running `kring serve` on a free port, in a folder of its own.
pub(crate) struct Process {
    child: Child,
    /// Where it listens.
    pub(crate) at: SocketAddr,
    log: Option<JoinHandle<String>>,
    _folder: TempDir,
}

impl Process {
    /// Starts it with these settings and nothing of this machine's, and waits until it says that it is ready.
    pub(crate) fn serve(settings: &[(&str, &str)]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut child = Command::new(env!("CARGO_BIN_EXE_kring"))
            .args(["serve", "--listen", "127.0.0.1:0"])
            .current_dir(folder.path())
            .env_clear()
            .env("NO_COLOR", "1")
            .envs(settings.iter().copied())
            .stdin(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut log = BufReader::new(child.stderr.take().unwrap());
        let mut process = Self {
            child,
            at: SocketAddr::from(([127, 0, 0, 1], 0)),
            log: None,
            _folder: folder,
        };
        let mut said = String::new();
        while !said.contains("Kring is ready") {
            let count = log.read_line(&mut said).unwrap();
            assert_ne!(count, 0, "it ended before it was ready: {said}");
        }
        let (_, place) = said.rsplit_once("listen=").unwrap();
        process.at = place.trim().parse().unwrap();
        // Somebody has to read on: a program with a full pipe would stand still.
        process.log = Some(thread::spawn(move || {
            let mut rest = String::new();
            drop(log.read_to_string(&mut rest));
            rest
        }));
        process
    }

    /// Ends it at once: no goodbye to anybody, as when the power goes.
    pub(crate) fn kill(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// Asks it to stop, as a service manager does; answers how it ended and what it said since it was ready.
    #[cfg(unix)]
    pub(crate) fn stop(mut self) -> (ExitStatus, String) {
        let asked = Command::new("kill")
            .args(["-TERM", &self.child.id().to_string()])
            .status()
            .unwrap();
        assert!(asked.success());
        let ended = self.child.wait().unwrap();
        (ended, self.log.take().unwrap().join().unwrap())
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // It may have ended already, as it should.
        drop(self.child.kill());
        drop(self.child.wait());
    }
}
