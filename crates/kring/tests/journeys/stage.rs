//! What every journey stands on: one running Kring, one ChromeDriver, and the certainty that both end with the tests.

use crate::browser::Browser;
use anyhow::{Context, Result, anyhow, ensure};
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
    kring: Process,
    chromedriver: Process,
    // Lives as long as the server that writes in it.
    _data: tempfile::TempDir,
}

/// Where to find the running programs, and what the demo printed when it started.
#[derive(Clone)]
pub(crate) struct Addresses {
    /// Kring, such as `http://127.0.0.1:40123`.
    pub(crate) kring: String,
    chromedriver: String,
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
        let addresses = self.addresses()?;
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()?;
        runtime.block_on(async {
            let browser = Browser::start(&addresses.chromedriver, &addresses.kring).await?;
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

    fn addresses(&self) -> Result<Addresses> {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        match open.get_or_insert_with(|| Processes::start().map_err(|problem| format!("{problem:#}"))) {
            Ok(processes) => Ok(Addresses {
                kring: processes.kring.answer.clone(),
                chromedriver: processes.chromedriver.answer.clone(),
            }),
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
        kring
            .args(["demo", "--listen", "127.0.0.1:0", "--data"])
            .arg(data.path());
        let kring = Process::start(kring, |line| {
            let from = line.find("http://127.0.0.1:")?;
            Some(
                line.get(from..)?
                    .split_whitespace()
                    .next()?
                    .trim_end_matches('/')
                    .to_owned(),
            )
        })?;
        let mut chromedriver = Command::new("chromedriver");
        chromedriver.arg("--port=0");
        let chromedriver = Process::start(chromedriver, |line| {
            let port = line.split("started successfully on port ").nth(1)?;
            Some(format!("http://127.0.0.1:{}", port.trim_end_matches('.')))
        })
        .context("the journeys need Debian's packages chromium and chromium-driver")?;
        Ok(Self {
            kring,
            chromedriver,
            _data: data,
        })
    }
}

/// A program that we started, and that we stop by its id.
struct Process {
    id: u32,
    ended: Receiver<std::io::Result<ExitStatus>>,
    /// What it said when it was ready.
    answer: String,
}

impl Process {
    /// Starts the program and waits until `ready` finds what it looks for in a line of its output.
    fn start(mut command: Command, ready: fn(&str) -> Option<String>) -> Result<Self> {
        let name = Path::new(command.get_program()).display().to_string();
        let mut child = command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()
            .with_context(|| format!("starting {name}"))?;
        let id = child.id();
        let (lines, answers) = channel();
        let output = child.stdout.take().context("the program has no output")?;
        // Reads on after the answer: a program with a full pipe would stand still.
        thread::spawn(move || {
            let found = BufReader::new(output)
                .lines()
                .map_while(Result::ok)
                .filter_map(|line| ready(&line));
            found.for_each(|answer| drop(lines.send(answer)));
        });
        let ended = wait_in_background(child);
        let mut process = Self {
            id,
            ended,
            answer: String::new(),
        };
        match answers.recv_timeout(START_LIMIT) {
            Ok(answer) => process.answer = answer,
            Err(RecvTimeoutError::Disconnected) => {
                return Err(anyhow!("{name} ended before it was ready; see its words above"));
            }
            Err(RecvTimeoutError::Timeout) => {
                process.stop("-KILL")?;
                return Err(anyhow!("{name} was not ready after {START_LIMIT:?}"));
            }
        }
        Ok(process)
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
