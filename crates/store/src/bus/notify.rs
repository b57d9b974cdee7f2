//! Wake-ups over PostgreSQL's LISTEN/NOTIFY.

use std::future::poll_fn;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::mpsc;
use tokio::time::{sleep, timeout};
use tokio_postgres::config::SslMode;
use tokio_postgres::tls::MakeTlsConnect;
use tokio_postgres::{AsyncMessage, Client, Connection, NoTls, Socket};

use super::fanout::Fanout;
use super::{Bus, Hint, Outbox, Wake, decode, encode, start};
use crate::Error;
use crate::postgresql::{settings, tls};
use crate::postgresql_errors::words;

/// How often a silent connection is tried: a cut line says nothing by itself.
const PULSE: Duration = Duration::from_secs(10);
/// How long the server may take to answer.
const PATIENCE: Duration = Duration::from_secs(5);
/// The longest wait between two attempts to connect.
const LONGEST_PAUSE: Duration = Duration::from_secs(5);

pub(super) fn open(url: &str) -> Result<Bus, Error> {
    let mut settings = settings(url)?;
    if settings.get_connect_timeout().is_none() {
        settings.connect_timeout(PATIENCE);
    }
    let (fanout, sender) = start(move |fanout, receiver| live(settings, fanout, receiver))?;
    Ok(Bus {
        fanout,
        outbox: Outbox::Notify(sender),
    })
}

/// The statement that sends a wake-up, to stand before a commit.
pub(super) fn statement(wake: &Wake) -> String {
    format!(
        "notify kring_wake, '{}'; ",
        encode(wake).replace('\'', "''").replace('\0', "")
    )
}

async fn live(settings: tokio_postgres::Config, fanout: Arc<Fanout>, mut outbox: mpsc::Receiver<Wake>) {
    let mut pause = Duration::from_millis(50);
    loop {
        match connect(&settings, &fanout).await {
            Ok((client, driver)) => {
                pause = Duration::from_millis(50);
                // Everything before this moment may have been missed.
                fanout.publish(&Hint::Lagged);
                let ended = serve(&client, driver, &mut outbox).await;
                if ended {
                    return;
                }
                tracing::warn!("the connection for wake-ups was lost; connecting again");
            }
            Err(problem) => tracing::warn!(%problem, "no connection for wake-ups; trying again"),
        }
        if wait_closed(&mut outbox, pause).await {
            return;
        }
        pause = LONGEST_PAUSE.min(pause * 2);
    }
}

/// Waits, and drops what cannot be sent meanwhile; true when the bus was closed.
async fn wait_closed(outbox: &mut mpsc::Receiver<Wake>, pause: Duration) -> bool {
    let closed = async { while outbox.recv().await.is_some() {} };
    timeout(pause, closed).await.is_ok()
}

type Driver = tokio::task::JoinHandle<()>;

async fn connect(
    settings: &tokio_postgres::Config,
    fanout: &Arc<Fanout>,
) -> Result<(Client, Driver), String> {
    let (client, driver) = match settings.get_ssl_mode() {
        SslMode::Disable => join(settings, NoTls, fanout).await?,
        _ => join(settings, tls().map_err(|error| error.to_string())?, fanout).await?,
    };
    let listening = timeout(PATIENCE, client.batch_execute("listen kring_wake")).await;
    listening
        .map_err(|_late| "no answer".to_owned())?
        .map_err(|error| words(&error))?;
    Ok((client, driver))
}

async fn join<T>(
    settings: &tokio_postgres::Config,
    tls: T,
    fanout: &Arc<Fanout>,
) -> Result<(Client, Driver), String>
where
    T: MakeTlsConnect<Socket>,
    T::Stream: Send + 'static,
{
    let (client, connection) = settings.connect(tls).await.map_err(|error| words(&error))?;
    Ok((client, tokio::spawn(drive(connection, Arc::clone(fanout)))))
}

/// Moves the connection's bytes until it ends.
async fn drive<S>(mut connection: Connection<Socket, S>, fanout: Arc<Fanout>)
where
    S: tokio::io::AsyncRead + tokio::io::AsyncWrite + Unpin,
{
    loop {
        match poll_fn(|context| connection.poll_message(context)).await {
            Some(Ok(AsyncMessage::Notification(notification))) => {
                if let Some(wake) = decode(notification.payload()) {
                    fanout.publish(&Hint::Wake(wake));
                }
            }
            Some(Ok(_)) => {}
            Some(Err(_)) | None => return,
        }
    }
}

/// Sends wake-ups until the bus is closed (true) or the connection is lost (false).
async fn serve(client: &Client, mut driver: Driver, outbox: &mut mpsc::Receiver<Wake>) -> bool {
    loop {
        let text = tokio::select! {
            wake = outbox.recv() => match wake {
                Some(wake) => statement(&wake),
                None => return true,
            },
            _ = &mut driver => return false,
            () = sleep(PULSE) => "select 1".to_owned(),
        };
        let answered = timeout(PATIENCE, client.batch_execute(&text)).await;
        if !answered.is_ok_and(|outcome| outcome.is_ok()) {
            driver.abort();
            return false;
        }
    }
}
