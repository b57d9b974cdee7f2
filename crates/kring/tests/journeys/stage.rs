//! What every journey stands on: one running Kring, one ChromeDriver, and the certainty that both end with the tests.

use crate::browser::Browser;
use anyhow::{Context, Result, anyhow, bail, ensure};
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::Duration;

/// A start that takes longer than this will not come; a debug build on a busy machine needs a few seconds.
const START_LIMIT: Duration = Duration::from_mins(1);
/// Time to finish what was accepted and to close the database.
const STOP_LIMIT: Duration = Duration::from_secs(20);

/// A Kring with the demo world and a ChromeDriver, shared by all journeys. Opened by the first one, because listing the
/// journeys needs neither.
pub(crate) struct Stage {
    open: Mutex<Option<Result<Processes, String>>>,
    failures: PathBuf,
}

struct Processes {
    running: Running,
    kring: Process,
    chromedriver: Process,
    // Lives as long as the server that writes in it.
    _data: tempfile::TempDir,
}

/// Where to find the running programs, and what the demo printed when it started.
#[derive(Clone)]
pub(crate) struct Running {
    /// Kring, such as `http://127.0.0.1:40123`.
    pub(crate) kring: String,
    /// Who has a sign-in link, in the order in which the demo prints them.
    pub(crate) guests: Vec<Guest>,
    /// ChromeDriver, such as `http://127.0.0.1:40124`.
    pub(crate) chromedriver: String,
}

/// Somebody of the demo's running meeting.
#[derive(Clone)]
pub(crate) struct Guest {
    /// The path of their sign-in link. It works once, so it is for one journey only.
    pub(crate) link: String,
    /// Their name.
    pub(crate) name: String,
}

impl Stage {
    /// Nothing runs yet. Pictures of failed journeys will be kept in `failures`.
    pub(crate) fn new(failures: PathBuf) -> Self {
        Self {
            open: Mutex::new(None),
            failures,
        }
    }

    /// Runs one journey in a browser of its own. A failure leaves a picture and the page's source behind; a page that
    /// complained in the console (a script error, a blocked script or style, a missing file) has failed as well.
    pub(crate) fn run<J>(&self, name: &str, journey: J) -> Result<()>
    where
        J: AsyncFnOnce(&Browser) -> Result<()>,
    {
        let running = self.running()?;
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()?;
        runtime.block_on(async {
            let browser = Browser::start(running).await?;
            let mut outcome = journey(&browser).await;
            if outcome.is_ok() {
                outcome = browser.stays_silent().await;
            }
            if let Err(problem) = outcome {
                let kept = browser.keep(&self.failures, name).await;
                outcome = Err(problem.context(match kept {
                    Ok(picture) => format!("picture and source: {}", picture.display()),
                    Err(reason) => format!("no picture could be made: {reason:#}"),
                }));
            }
            browser.quit().await.context("closing the browser")?;
            outcome
        })
    }

    fn running(&self) -> Result<Running> {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        match open.get_or_insert_with(|| Processes::start().map_err(|problem| format!("{problem:#}"))) {
            Ok(processes) => Ok(processes.running.clone()),
            Err(problem) => Err(anyhow!("{problem}")),
        }
    }

    /// Ends both programs. Kring is asked, as an administrator would, and must end by itself and without an error.
    pub(crate) fn close(&self) -> Result<()> {
        let open = self.open.lock().unwrap_or_else(PoisonError::into_inner).take();
        let Some(Ok(mut processes)) = open else {
            return Ok(());
        };
        processes.chromedriver.stop("-KILL")?;
        let status = processes.kring.stop("-TERM")?;
        ensure!(
            status.success(),
            "kring was asked to stop and ended with {status}"
        );
        Ok(())
    }
}

impl Processes {
    fn start() -> Result<Self> {
        let data = tempfile::tempdir()?;
        let mut kring = Command::new(env!("CARGO_BIN_EXE_kring"));
        // In a folder without settings of somebody's own.
        kring
            .args(["demo", "--lang", "en", "--listen", "127.0.0.1:0", "--data"])
            .arg(data.path())
            .current_dir(data.path());
        let (kring, printed) = Process::start(kring, "Ctrl-C")?;
        let address = printed
            .iter()
            .find_map(|line| address_in(line))
            .context("kring demo did not print its address")?;
        let address = address.trim_end_matches('/').to_owned();
        let guests = printed
            .iter()
            .filter_map(|line| guest_in(line, &address))
            .collect();

        let mut chromedriver = Command::new("chromedriver");
        chromedriver.arg("--port=0");
        let started = " started successfully on port ";
        let (chromedriver, printed) = Process::start(chromedriver, started)
            .context("the journeys need Debian's packages chromium and chromium-driver")?;
        let port = printed
            .last()
            .and_then(|line| line.split(started).nth(1))
            .context("ChromeDriver named no port")?;
        let running = Running {
            kring: address,
            guests,
            chromedriver: format!("http://127.0.0.1:{}", port.trim_end_matches('.')),
        };
        Ok(Self {
            running,
            kring,
            chromedriver,
            _data: data,
        })
    }
}

/// The first web address in a line.
fn address_in(line: &str) -> Option<&str> {
    line.split_whitespace().find(|word| word.starts_with("http://"))
}

/// A line such as `http://127.0.0.1:40123/sign-in/…  Sanne van der Wilgen, leads the meeting`.
fn guest_in(printed: &str, address: &str) -> Option<Guest> {
    let link = address_in(printed)?.strip_prefix(address)?;
    let (_, who) = printed.split_once(link)?;
    let (name, _) = who.split_once(',')?;
    link.starts_with("/sign-in/").then(|| Guest {
        link: link.to_owned(),
        name: name.trim().to_owned(),
    })
}

/// A program that we started, and that we stop by its id.
struct Process {
    id: u32,
    ended: Receiver<std::io::Result<ExitStatus>>,
}

impl Process {
    /// Starts the program and waits for the line with `ready` in it; answers everything printed up to there.
    fn start(mut command: Command, ready: &str) -> Result<(Self, Vec<String>)> {
        let name = Path::new(command.get_program()).display().to_string();
        let mut child = command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()
            .with_context(|| format!("starting {name}"))?;
        let id = child.id();
        let (tell, lines) = channel();
        let output = child.stdout.take().context("the program has no output")?;
        // Reads on after the last line we wait for: a program with a full pipe would stand still.
        thread::spawn(move || {
            for line in BufReader::new(output).lines().map_while(Result::ok) {
                drop(tell.send(line));
            }
        });
        let mut process = Self {
            id,
            ended: wait_in_background(child),
        };
        let mut printed = Vec::new();
        while !printed.last().is_some_and(|line: &String| line.contains(ready)) {
            match lines.recv_timeout(START_LIMIT) {
                Ok(line) => printed.push(line),
                Err(RecvTimeoutError::Disconnected) => {
                    bail!("{name} ended before it was ready; see its words above")
                }
                Err(RecvTimeoutError::Timeout) => {
                    process.stop("-KILL")?;
                    bail!("{name} was not ready after {START_LIMIT:?}");
                }
            }
        }
        Ok((process, printed))
    }

    fn stop(&mut self, signal: &str) -> Result<ExitStatus> {
        let id = self.id.to_string();
        Command::new("kill")
            .args([signal, &id])
            .status()
            .context("stopping a program")?;
        if let Ok(status) = self.ended.recv_timeout(STOP_LIMIT) {
            return Ok(status?);
        }
        Command::new("kill")
            .args(["-KILL", &id])
            .status()
            .context("stopping a program that does not listen")?;
        Err(anyhow!(
            "process {id} did not stop within {STOP_LIMIT:?} of {signal}"
        ))
    }
}

fn wait_in_background(mut child: Child) -> Receiver<std::io::Result<ExitStatus>> {
    let (tell, ended) = channel();
    thread::spawn(move || drop(tell.send(child.wait())));
    ended
}
