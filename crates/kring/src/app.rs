//! What a handler can reach, the router that holds all slices together, and the server around it.

use std::net::SocketAddr;
use std::sync::Arc;

use anyhow::Context as _;
use axum::Router;
use axum::middleware::from_fn_with_state;
use maud::Markup;
use session::Catalogue;
use store::Db;
use tokio::net::TcpListener;
use tokio::sync::watch;

use crate::clock::{Clock, Ids};
use crate::config::Config;
use crate::web::Visitor;
use crate::{
    absence, auth, bottlenecks, briefs, calendar, community, demo, enrolment, evaluations, groups, library,
    mailings, meetings, methods, openings, packs, papers, placing, plans, polls, post, privacy, profile,
    programmes, reports, room, rota, speakers, sponsors, topics, transfer, web,
};

pub use crate::auth::Recent;
pub use crate::library::Known;
pub use crate::room::Rooms;
pub use crate::vault::{Lost, Rotated, Standing, Vault};
pub use crate::web::Limits;

/// Everything a handler may use. Cheap to clone; all clones are one.
#[derive(Clone)]
pub struct App {
    /// The database.
    pub db: Db,
    /// The methods that come with Kring.
    pub catalogue: Arc<Catalogue>,
    /// The time.
    pub clock: Clock,
    /// New ids and secrets.
    pub ids: Ids,
    /// The settings.
    pub config: Arc<Config>,
    /// The live rooms of this node.
    pub rooms: Rooms,
    /// Who carries mails out; `None` when no mail server is set up.
    pub mailer: Option<Arc<dyn post::Carrier>>,
    /// The keys under which texts of cases are sealed.
    pub vault: Vault,
    /// What this process knows of the library, to search in.
    pub shelf: Known,
    /// Sign-ins seen a moment ago.
    pub recent: Recent,
    /// How often things were tried here.
    pub limits: Limits,
    /// Set in a demo only: the routes of the demo exist then, and the start page greets with the running meeting.
    pub demo: Option<Demo>,
}

/// What makes an application a demo: the greeting of its start page, written by the slice that knows it, and a mailbox, because its
/// invented people have none of their own.
#[derive(Clone)]
pub struct Demo {
    greeting: Arc<dyn Fn(&Visitor) -> Markup + Send + Sync>,
    /// Everything that was mailed since the start.
    pub mailbox: post::Mailbox,
}

impl Demo {
    /// A demo that greets like this.
    pub(crate) fn new(
        mailbox: post::Mailbox,
        greeting: impl Fn(&Visitor) -> Markup + Send + Sync + 'static,
    ) -> Self {
        Self {
            greeting: Arc::new(greeting),
            mailbox,
        }
    }

    /// The greeting, in the language of the visitor.
    pub(crate) fn greeting(&self, visitor: &Visitor) -> Markup {
        (self.greeting)(visitor)
    }
}

impl App {
    /// Opens the database and reads the catalogue.
    ///
    /// # Errors
    /// When the database cannot be opened or the mail server's address cannot be used; the message says what to do.
    pub async fn open(config: Config, clock: Clock, ids: Ids) -> anyhow::Result<Self> {
        let db = Db::open(&config.store(), store::MIGRATIONS)
            .await
            .context("opening the database")?;
        let mailer = match &config.mail {
            Some(mail) => {
                let smtp = post::Smtp::new(mail, &config.address).context("setting up mail")?;
                Some(Arc::new(smtp) as Arc<dyn post::Carrier>)
            }
            None => None,
        };
        Ok(Self {
            mailer,
            ..Self::on(db, config, clock, ids)
        })
    }

    /// On a database that is open already, without mail.
    pub fn on(db: Db, config: Config, clock: Clock, ids: Ids) -> Self {
        let (catalogue, bad) = Catalogue::built_in();
        for file in bad {
            tracing::error!(
                file = file.file,
                "a method file is left out; run kring method check on it"
            );
        }
        Self {
            db,
            catalogue: Arc::new(catalogue),
            limits: Limits::new(&clock),
            vault: Vault::of(&config),
            clock,
            ids,
            config: Arc::new(config),
            rooms: Rooms::default(),
            shelf: Known::default(),
            recent: Recent::default(),
            mailer: None,
            demo: None,
        }
    }

    /// Does what is due in rooms that nobody looks at, and invites members who came after the others. The server does this by itself every few minutes.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn sweep(&self) -> anyhow::Result<()> {
        room::sweep(self).await?;
        calendar::catch_up(self).await?;
        polls::catch_up(self).await?;
        rota::settle(self).await?;
        absence::settle(self).await?;
        briefs::settle(self).await?;
        community::catch_up(self).await?;
        enrolment::settle_lapsed(self).await?;
        openings::settle(self).await?;
        library::settle(self).await?;
        Ok(())
    }

    /// All routes with their protection, ready to serve or to call in a test.
    pub fn router(&self) -> Router {
        web::protect(routes(self), self).with_state(self.clone())
    }
}

/// Every slice brings its own routes; all of them know who is signed in.
fn routes(app: &App) -> Router<App> {
    let routes = Router::new()
        .merge(web::routes())
        .merge(methods::routes())
        .merge(auth::routes())
        .merge(profile::routes())
        .merge(programmes::routes())
        .merge(enrolment::routes())
        .merge(groups::routes())
        .merge(briefs::routes())
        .merge(library::routes())
        .merge(privacy::routes())
        .merge(bottlenecks::routes())
        .merge(meetings::routes())
        .merge(calendar::routes::<openings::Desk>())
        .merge(openings::routes())
        .merge(community::routes())
        .merge(mailings::routes())
        .merge(reports::routes())
        .merge(speakers::routes::<openings::Desk>())
        .merge(sponsors::routes())
        .merge(packs::routes())
        .merge(papers::routes())
        .merge(placing::routes())
        .merge(plans::routes())
        .merge(polls::routes())
        .merge(rota::routes())
        .merge(absence::routes())
        .merge(topics::routes())
        .merge(transfer::routes())
        .merge(room::routes())
        .merge(evaluations::routes());
    let routes = match app.demo {
        Some(_) => routes.merge(demo::routes()),
        None => routes,
    };
    routes.layer(from_fn_with_state(app.clone(), auth::recognise))
}

/// A server that holds its port and has not begun.
pub struct Server {
    app: App,
    listener: TcpListener,
}

impl Server {
    /// Takes the port.
    ///
    /// # Errors
    /// When the port is taken or not allowed.
    pub async fn bind(app: App) -> anyhow::Result<Self> {
        let listen = app.config.listen;
        let listener = TcpListener::bind(listen).await.with_context(|| {
            format!("cannot listen on {listen}: stop the other program there, or choose another place with --listen")
        })?;
        Ok(Self { app, listener })
    }

    /// Where it listens; with port 0 in the settings the system chose one.
    ///
    /// # Errors
    /// When the system does not say.
    pub fn listens_on(&self) -> std::io::Result<SocketAddr> {
        self.listener.local_addr()
    }

    /// Serves until `stop` is done, finishes the requests under way, and closes the database: what was accepted is kept.
    pub async fn run(self, stop: impl Future<Output = ()> + Send + 'static) {
        let rooms = self.app.rooms.clone();
        let (no_more_mail, is_over) = watch::channel(false);
        let worker = tokio::spawn(post::run(self.app.clone(), is_over));
        let caretaker = tokio::spawn(room::keep_sweeping(self.app.clone()));
        let streams = rooms.clone();
        let stop = async move {
            stop.await;
            // A stream has no end of its own, and a server waits for the requests under way.
            streams.stop();
        };
        web::serve(self.listener, self.app.router(), stop).await;
        no_more_mail.send_replace(true);
        if let Err(error) = worker.await {
            tracing::error!("the worker of the outbox broke: {error}");
        }
        rooms.stop();
        if let Err(error) = caretaker.await {
            tracing::error!("the caretaker of the rooms broke: {error}");
        }
        self.app.db.close().await;
    }
}

/// Listens from now on whether the system asks this process to stop: Ctrl-C, or SIGTERM from a service manager.
///
/// Call it before anybody is told that the server is ready: a signal that comes earlier ends the process at once.
///
/// # Errors
/// When the system does not let us listen.
#[cfg(unix)]
pub(crate) fn asked_to_stop() -> std::io::Result<impl Future<Output = ()> + Send + 'static> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut interrupted = signal(SignalKind::interrupt())?;
    let mut terminated = signal(SignalKind::terminate())?;
    Ok(async move {
        tokio::select! {
            _ = interrupted.recv() => (),
            _ = terminated.recv() => (),
        }
        tracing::info!("stopping: finishing what is under way");
    })
}

/// Listens whether somebody presses Ctrl-C.
///
/// # Errors
/// Never here; the answer is the same on every system.
#[cfg(not(unix))]
pub(crate) fn asked_to_stop() -> std::io::Result<impl Future<Output = ()> + Send + 'static> {
    Ok(async {
        if let Err(error) = tokio::signal::ctrl_c().await {
            tracing::warn!("cannot wait for Ctrl-C: {error}");
            std::future::pending::<()>().await;
        }
        tracing::info!("stopping: finishing what is under way");
    })
}
