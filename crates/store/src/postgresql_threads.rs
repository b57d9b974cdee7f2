//! PostgreSQL's database threads: each has a connection of its own and serves reads and writes.
//!
//! A write is SERIALIZABLE and runs again when the server reports a conflict. A lost connection is replaced; what was
//! not committed yet runs again, once. Only when the connection breaks during the commit itself nobody can know, and
//! the caller is told so.

use std::time::Duration;

use crate::bus::{Bus, Wake};
use crate::job::{Ending, Job};
use crate::postgresql::{Session, connect};
use crate::postgresql_errors::Trouble;
use crate::queue::Queue;
use crate::tx::{Link, Tx};
use crate::{Config, Error};

/// Runs of one write before its caller hears of the conflict.
const RUNS: u32 = 20;

const BEGIN_READ: &str = "begin isolation level repeatable read read only";
const BEGIN_WRITE: &str = "begin isolation level serializable read write";

/// Work for a database thread.
pub(crate) enum Task {
    Read(Box<dyn Job>),
    Write(Box<dyn Job>),
}

/// One thread's connection, made when it is first needed and again when it is lost.
pub(crate) struct Worker {
    url: String,
    patience: Duration,
    bus: Bus,
    session: Option<Session>,
    number: u32,
}

impl Worker {
    /// `number` tells the threads of a pool apart.
    pub(crate) fn new(number: u32, config: &Config, url: &str, bus: Bus) -> Self {
        Self {
            url: url.to_owned(),
            patience: config.patience,
            bus,
            session: None,
            number,
        }
    }

    /// The life of the thread.
    pub(crate) fn serve(mut self, queue: &Queue<Task>) {
        while let Some(task) = queue.pop() {
            match task {
                Task::Read(mut job) if !job.abandoned() => self.read(job.as_mut()),
                Task::Read(_) => {}
                Task::Write(mut job) => self.write(job.as_mut()),
            }
        }
    }

    fn session(&mut self) -> Result<&mut Session, Error> {
        match &mut self.session {
            Some(session) => Ok(session),
            empty => Ok(empty.insert(connect(&self.url, self.patience)?)),
        }
    }

    fn read(&mut self, job: &mut dyn Job) {
        for last in [false, true] {
            match self.try_read(job) {
                Some(Trouble::Lost) => self.session = None,
                Some(Trouble::Conflict) => self.undo(),
                None => break,
            }
            if last {
                break;
            }
        }
        job.answer();
        self.undo();
    }

    /// Runs a read and leaves its result in the job; says whether running again may help.
    fn try_read(&mut self, job: &mut dyn Job) -> Option<Trouble> {
        let session = match self.session() {
            Ok(session) => session,
            Err(error) => {
                job.fail(error);
                return None;
            }
        };
        if let Err(error) = session.control(BEGIN_READ) {
            job.fail(error);
        } else {
            job.run(&mut Tx::new(Link::Postgres(session), false));
        }
        session.take_trouble()
    }

    fn write(&mut self, job: &mut dyn Job) {
        let mut lost = false;
        for run in 1..=RUNS {
            match self.try_write(job) {
                Attempt::Done => break,
                Attempt::Lost if lost => break,
                Attempt::Lost => lost = true,
                Attempt::Conflict if run == RUNS => job.fail(Error::Conflict),
                // The others of the conflict get a moment; each thread another one, so that they do not meet again.
                Attempt::Conflict => std::thread::park_timeout(self.pause(run)),
            }
        }
        job.answer();
    }

    fn try_write(&mut self, job: &mut dyn Job) -> Attempt {
        let session = match self.session() {
            Ok(session) => session,
            Err(error) => {
                job.fail(error);
                return Attempt::Done;
            }
        };
        if let Err(error) = session.control(BEGIN_WRITE) {
            job.fail(error);
            return self.after_undone();
        }
        let mut tx = Tx::new(Link::Postgres(session), true);
        let ending = job.run(&mut tx);
        let wakes = tx.into_wakes();
        if ending == Ending::Undo {
            return self.after_undone();
        }
        self.commit(job, wakes)
    }

    /// Ends a transaction that is not to be kept.
    fn after_undone(&mut self) -> Attempt {
        let trouble = self.session.as_mut().and_then(Session::take_trouble);
        match trouble {
            Some(Trouble::Lost) => {
                self.session = None;
                return Attempt::Lost;
            }
            Some(Trouble::Conflict) => {
                self.undo();
                return Attempt::Conflict;
            }
            None => {}
        }
        self.undo();
        Attempt::Done
    }

    fn commit(&mut self, job: &mut dyn Job, wakes: Vec<Wake>) -> Attempt {
        let Some(session) = &mut self.session else {
            return Attempt::Lost;
        };
        let outcome = session.control(&self.bus.commit_text(&wakes));
        match (outcome, session.take_trouble()) {
            (Ok(()), _) => {
                for wake in wakes {
                    self.bus.send_after_commit(wake);
                }
                Attempt::Done
            }
            (Err(_), Some(Trouble::Lost)) => {
                self.session = None;
                job.fail(Error::OutcomeUnknown);
                Attempt::Done
            }
            (Err(_), Some(Trouble::Conflict)) => {
                self.undo();
                Attempt::Conflict
            }
            (Err(error), None) => {
                self.undo();
                job.fail(error);
                Attempt::Done
            }
        }
    }

    /// Rolls back; a connection on which that fails is not used again.
    fn undo(&mut self) {
        if let Some(session) = &mut self.session
            && session.control("rollback").is_err()
        {
            self.session = None;
        }
    }

    fn pause(&self, run: u32) -> Duration {
        Duration::from_micros(u64::from(run * (200 + 100 * (self.number % 8))))
    }
}

enum Attempt {
    Done,
    Conflict,
    Lost,
}
