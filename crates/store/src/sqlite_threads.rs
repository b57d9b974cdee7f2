//! SQLite's database threads: a few readers, and one writer that commits for many at once.
//!
//! The writer takes all writes that are waiting, runs each in its own savepoint inside one transaction, and commits
//! once. Only after that commit, which waits for the disk, are the callers answered: what is acknowledged is kept.
//! While the disk works the next group gathers by itself.

use std::time::{Duration, Instant};

use rusqlite::Connection;

use crate::Error;
use crate::bus::{Bus, Wake};
use crate::job::{Ending, Job};
use crate::queue::Queue;
use crate::sqlite::control;
use crate::tx::{Link, Tx};

/// Writes in one group. More would not make the commit cheaper and lets the first wait for the last.
const GROUP: usize = 128;
/// A group that has been gathering changes this long is committed, and the rest waits for the next.
const GROUP_TIME: Duration = Duration::from_millis(20);

/// The life of a reader thread.
pub(crate) fn serve_reads(connection: &Connection, queue: &Queue<Box<dyn Job>>) {
    while let Some(mut job) = queue.pop() {
        if job.abandoned() {
            continue;
        }
        // DEFERRED: the snapshot is taken at the first statement, and all statements see the same one.
        if let Err(error) = control(connection, "begin deferred") {
            job.fail(error);
            job.answer();
            continue;
        }
        job.run(&mut Tx::new(Link::Sqlite(connection), false));
        // A read has its result now; ending the transaction is not its caller's time.
        job.answer();
        end_read(connection);
    }
}

fn end_read(connection: &Connection) {
    if !connection.is_autocommit()
        && let Err(error) = control(connection, "rollback")
    {
        tracing::error!(%error, "a read transaction could not be ended");
    }
}

/// The life of the writer thread.
pub(crate) fn serve_writes(connection: &Connection, queue: &Queue<Box<dyn Job>>, bus: &Bus) {
    while let Some(mut waiting) = queue.take(GROUP) {
        while !waiting.is_empty() {
            waiting = run_group(connection, waiting, bus);
        }
    }
}

/// Runs as many jobs as fit in one group and returns those that are still to be run.
fn run_group(connection: &Connection, jobs: Vec<Box<dyn Job>>, bus: &Bus) -> Vec<Box<dyn Job>> {
    if let Err(error) = control(connection, "begin immediate") {
        fail_all(jobs, &error);
        return Vec::new();
    }
    let started = now();
    let mut group = Group::default();
    let mut waiting = jobs.into_iter();
    while let Some(mut job) = waiting.next() {
        match run_one(connection, job.as_mut()) {
            One::Kept(wakes) => group.keep(job, wakes),
            // Its fate does not hang on the commit.
            One::Undone => job.answer(),
            One::TookTheGroupAlong => {
                // Some failures (a full disk, `or rollback`) undo everything since `begin`. The culprit has its
                // error; the others did nothing wrong and run again.
                job.answer();
                let mut again = group.kept;
                again.extend(waiting);
                return again;
            }
        }
        if now().duration_since(started) > GROUP_TIME {
            break;
        }
    }
    group.commit(connection, bus);
    waiting.collect()
}

#[expect(
    clippy::disallowed_methods,
    reason = "measures how long callers have been waiting, nothing that is stored"
)]
fn now() -> Instant {
    Instant::now()
}

#[derive(Default)]
struct Group {
    kept: Vec<Box<dyn Job>>,
    wakes: Vec<Wake>,
}

impl Group {
    fn keep(&mut self, job: Box<dyn Job>, wakes: Vec<Wake>) {
        self.kept.push(job);
        self.wakes.extend(wakes);
    }

    fn commit(self, connection: &Connection, bus: &Bus) {
        if let Err(error) = control(connection, "commit") {
            end_read(connection);
            fail_all(self.kept, &error);
            return;
        }
        for wake in self.wakes {
            bus.send(wake);
        }
        for mut job in self.kept {
            job.answer();
        }
    }
}

fn fail_all(jobs: Vec<Box<dyn Job>>, error: &Error) {
    for mut job in jobs {
        job.fail(error.clone());
        job.answer();
    }
}

enum One {
    Kept(Vec<Wake>),
    Undone,
    TookTheGroupAlong,
}

fn run_one(connection: &Connection, job: &mut dyn Job) -> One {
    if let Err(error) = control(connection, "savepoint one") {
        job.fail(error);
        return One::Undone;
    }
    let mut tx = Tx::new(Link::Sqlite(connection), true);
    let ending = job.run(&mut tx);
    if connection.is_autocommit() {
        if ending == Ending::Keep {
            job.fail(Error::other("keep the changes", EndedItself));
        }
        return One::TookTheGroupAlong;
    }
    let outcome = match ending {
        Ending::Keep => control(connection, "release one"),
        Ending::Undo => {
            control(connection, "rollback to one").and_then(|()| control(connection, "release one"))
        }
    };
    match (outcome, ending) {
        (Ok(()), Ending::Keep) => One::Kept(tx.into_wakes()),
        (Ok(()), Ending::Undo) => One::Undone,
        (Err(error), _) => {
            // Without its savepoint this job cannot be told from its neighbours: give the whole group up.
            job.fail(error);
            end_read(connection);
            One::TookTheGroupAlong
        }
    }
}

#[derive(Debug, thiserror::Error)]
#[error("the transaction function ended the transaction itself")]
struct EndedItself;
