//! The database as the application holds it: transactions in, results out.

use std::fs::File;
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;

use tokio::sync::{oneshot, watch};

use crate::bus::Bus;
use crate::job::{Job, pack};
use crate::migrate::{self, Migration};
use crate::postgresql_threads::{Task, Worker};
use crate::queue::Queue;
use crate::sqlite::{self, Purpose};
use crate::tx::Tx;
use crate::{Config, Engine, Error, Url, postgresql, sqlite_threads};

/// An open database. Cheap to clone; all clones are one. Dropping the last one finishes what was accepted.
#[derive(Clone)]
pub struct Db {
    inner: Arc<Inner>,
}

struct Inner {
    config: Config,
    queues: Queues,
    bus: Bus,
    threads: Mutex<Vec<JoinHandle<()>>>,
    /// Each database thread holds a receiver; when none is left, all are done.
    done: watch::Sender<()>,
    lock: Mutex<Option<File>>,
    /// Statements that ran in transactions of callers.
    statements: Arc<AtomicU64>,
}

enum Queues {
    Sqlite {
        reads: Arc<Queue<Box<dyn Job>>>,
        writes: Arc<Queue<Box<dyn Job>>>,
    },
    Postgres(Arc<Queue<Task>>),
}

/// How a database is opened.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Manner {
    /// As its server: migrates, and on SQLite keeps other servers away.
    Server,
    /// Next to a running server.
    Beside,
}

impl Db {
    /// Opens the database, creates it when needed (SQLite) and brings it up to date. On SQLite only one process can
    /// do this at a time; others get [`Error::Locked`].
    pub async fn open(config: &Config, migrations: &[Migration]) -> Result<Self, Error> {
        Self::open_elsewhere(config, migrations, Manner::Server).await
    }

    /// Opens a database next to a running server, for the command line: it must exist and be up to date. Wake-ups of
    /// a local bus do not reach the server; it notices at its next look.
    pub async fn open_beside(config: &Config, migrations: &[Migration]) -> Result<Self, Error> {
        Self::open_elsewhere(config, migrations, Manner::Beside).await
    }

    /// [`open`](Self::open) for code outside an async runtime.
    pub fn open_blocking(config: &Config, migrations: &[Migration]) -> Result<Self, Error> {
        Self::open_here(config, migrations, Manner::Server)
    }

    /// [`open_beside`](Self::open_beside) for code outside an async runtime.
    pub fn open_beside_blocking(config: &Config, migrations: &[Migration]) -> Result<Self, Error> {
        Self::open_here(config, migrations, Manner::Beside)
    }

    /// Runs a function in a read-only transaction and returns its result. All its statements see the same state.
    ///
    /// The function gets a [`Tx`] and what it captured, nothing else: no rendering, no mail, no calls inside. It may
    /// run a second time when the connection was lost.
    pub async fn read<T, E, F>(&self, function: F) -> Result<T, E>
    where
        F: FnMut(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<Error> + Send + 'static,
    {
        let (job, answer) = pack(self.counted(function));
        self.start_read(job)?;
        answer
            .await
            .unwrap_or_else(|_gone| Err(Error::ShuttingDown.into()))
    }

    /// Runs a function in a transaction that writes. `Ok` keeps all its changes, `Err` (or a panic) keeps none. When
    /// this returns `Ok`, the changes are on disk. They are made even if the caller stops waiting.
    ///
    /// Writes behave as if they ran one after the other. The function may run more than once (after a conflict with
    /// another write, for instance), so it must do the same each time and touch nothing but the [`Tx`].
    pub async fn write<T, E, F>(&self, function: F) -> Result<T, E>
    where
        F: FnMut(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<Error> + Send + 'static,
    {
        let (job, answer) = pack(self.counted(function));
        self.start_write(job)?;
        answer
            .await
            .unwrap_or_else(|_gone| Err(Error::ShuttingDown.into()))
    }

    /// [`read`](Self::read) for code outside an async runtime; inside one it panics.
    pub fn read_blocking<T, E, F>(&self, function: F) -> Result<T, E>
    where
        F: FnMut(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<Error> + Send + 'static,
    {
        let (job, answer) = pack(self.counted(function));
        self.start_read(job)?;
        answer
            .blocking_recv()
            .unwrap_or_else(|_gone| Err(Error::ShuttingDown.into()))
    }

    /// [`write`](Self::write) for code outside an async runtime; inside one it panics.
    pub fn write_blocking<T, E, F>(&self, function: F) -> Result<T, E>
    where
        F: FnMut(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<Error> + Send + 'static,
    {
        let (job, answer) = pack(self.counted(function));
        self.start_write(job)?;
        answer
            .blocking_recv()
            .unwrap_or_else(|_gone| Err(Error::ShuttingDown.into()))
    }

    /// How many statements ran here since it was opened, in functions given to [`read`](Self::read) and
    /// [`write`](Self::write); those of a run that was undone count too. What a page costs is the difference.
    pub fn statements(&self) -> u64 {
        self.inner.statements.load(Ordering::Relaxed)
    }

    fn counted<T, E>(
        &self,
        mut function: impl FnMut(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
    ) -> impl FnMut(&mut Tx<'_>) -> Result<T, E> + Send + 'static {
        let statements = Arc::clone(&self.inner.statements);
        move |tx| {
            let before = tx.statements();
            let outcome = function(tx);
            statements.fetch_add(tx.statements() - before, Ordering::Relaxed);
            outcome
        }
    }

    /// Wake-ups about what is written here.
    pub fn bus(&self) -> &Bus {
        &self.inner.bus
    }

    /// Which engine this is.
    pub fn engine(&self) -> Engine {
        self.inner.config.url.engine()
    }

    /// How it was opened.
    pub fn config(&self) -> &Config {
        &self.inner.config
    }

    /// Stops accepting, finishes everything accepted, and lets go of the file or the connections. Later calls answer
    /// [`Error::ShuttingDown`]. Safe to call more than once.
    pub async fn close(&self) {
        self.inner.stop_accepting();
        self.inner.done.closed().await;
        self.inner.bus.close();
        self.inner.unlock();
    }

    fn start_read(&self, job: Box<dyn Job>) -> Result<(), Error> {
        let accepted = match &self.inner.queues {
            Queues::Sqlite { reads, .. } => reads.push(job).is_ok(),
            Queues::Postgres(tasks) => tasks.push(Task::Read(job)).is_ok(),
        };
        if accepted {
            Ok(())
        } else {
            Err(Error::ShuttingDown)
        }
    }

    fn start_write(&self, job: Box<dyn Job>) -> Result<(), Error> {
        let accepted = match &self.inner.queues {
            Queues::Sqlite { writes, .. } => writes.push(job).is_ok(),
            Queues::Postgres(tasks) => tasks.push(Task::Write(job)).is_ok(),
        };
        if accepted {
            Ok(())
        } else {
            Err(Error::ShuttingDown)
        }
    }

    /// Opening waits for disks and servers, so it happens on a thread of its own.
    async fn open_elsewhere(
        config: &Config,
        migrations: &[Migration],
        manner: Manner,
    ) -> Result<Self, Error> {
        let (reply, answer) = oneshot::channel();
        let (config, migrations) = (config.clone(), migrations.to_vec());
        let open = move || drop(reply.send(Self::open_here(&config, &migrations, manner)));
        std::thread::Builder::new()
            .name("kring-open".to_owned())
            .spawn(open)
            .map_err(no_thread)?;
        answer.await.unwrap_or(Err(Error::ShuttingDown))
    }

    fn open_here(config: &Config, migrations: &[Migration], manner: Manner) -> Result<Self, Error> {
        match &config.url {
            Url::Sqlite(path) => Self::open_sqlite(config, path, migrations, manner),
            Url::Postgres(url) => Self::open_postgres(config, url, migrations, manner),
        }
    }

    fn open_sqlite(
        config: &Config,
        path: &Path,
        migrations: &[Migration],
        manner: Manner,
    ) -> Result<Self, Error> {
        let mut lock = None;
        if manner == Manner::Server {
            lock = Some(sqlite::lock(path)?);
            sqlite::create(path)?;
            migrate::migrate_sqlite(path, migrations, config.patience)?;
        }
        let connection = sqlite::connect(path, Purpose::Write, config.patience)?;
        if manner == Manner::Beside {
            migrate::require_current(&migrate::applied_sqlite(&connection)?, migrations)?;
        }
        let bus = Bus::open(config)?;
        let (reads, writes) = (Arc::new(Queue::new()), Arc::new(Queue::new()));
        let queues = Queues::Sqlite {
            reads: Arc::clone(&reads),
            writes: Arc::clone(&writes),
        };
        let db = Self::new(config, queues, bus.clone(), lock);
        db.spawn("kring-write", move || {
            sqlite_threads::serve_writes(&connection, &writes, &bus);
        })?;
        for _ in 0..config.threads.max(1) {
            let connection = sqlite::connect(path, Purpose::Read, config.patience)?;
            let reads = Arc::clone(&reads);
            db.spawn("kring-read", move || {
                sqlite_threads::serve_reads(&connection, &reads);
            })?;
        }
        Ok(db)
    }

    fn open_postgres(
        config: &Config,
        url: &str,
        migrations: &[Migration],
        manner: Manner,
    ) -> Result<Self, Error> {
        let mut session = postgresql::connect(url, config.patience)?;
        match manner {
            Manner::Server => migrate::migrate_postgres(&mut session, migrations)?,
            Manner::Beside => {
                migrate::check_postgres(&mut session)?;
                migrate::require_current(&migrate::applied_postgres(&mut session)?, migrations)?;
            }
        }
        drop(session);
        let bus = Bus::open(config)?;
        let tasks = Arc::new(Queue::new());
        let db = Self::new(config, Queues::Postgres(Arc::clone(&tasks)), bus.clone(), None);
        for number in (0..).take(config.threads.max(1)) {
            let worker = Worker::new(number, config, url, bus.clone());
            let tasks = Arc::clone(&tasks);
            db.spawn("kring-db", move || worker.serve(&tasks))?;
        }
        Ok(db)
    }

    fn new(config: &Config, queues: Queues, bus: Bus, lock: Option<File>) -> Self {
        let (threads, lock) = (Mutex::new(Vec::new()), Mutex::new(lock));
        let done = watch::Sender::new(());
        let config = config.clone();
        Self {
            inner: Arc::new(Inner {
                config,
                queues,
                bus,
                threads,
                done,
                lock,
                statements: Arc::default(),
            }),
        }
    }

    fn spawn(&self, name: &str, life: impl FnOnce() + Send + 'static) -> Result<(), Error> {
        let done = self.inner.done.subscribe();
        let body = move || {
            life();
            drop(done);
        };
        let thread = std::thread::Builder::new()
            .name(name.to_owned())
            .spawn(body)
            .map_err(no_thread)?;
        guard(&self.inner.threads).push(thread);
        Ok(())
    }
}

impl Inner {
    fn stop_accepting(&self) {
        match &self.queues {
            Queues::Sqlite { reads, writes } => {
                reads.close();
                writes.close();
            }
            Queues::Postgres(tasks) => tasks.close(),
        }
    }

    fn unlock(&self) {
        drop(guard(&self.lock).take());
    }
}

impl Drop for Inner {
    fn drop(&mut self) {
        self.stop_accepting();
        let own = std::thread::current().id();
        for thread in guard(&self.threads).drain(..) {
            // The last clone may have been captured by a function that ran on one of these threads.
            if thread.thread().id() != own && thread.join().is_err() {
                tracing::error!("a database thread panicked");
            }
        }
        self.bus.close();
        self.unlock();
    }
}

fn guard<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn no_thread(error: std::io::Error) -> Error {
    Error::other("start a database thread", error)
}
