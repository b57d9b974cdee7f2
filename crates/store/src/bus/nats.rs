//! Wake-ups over NATS.

use std::sync::Arc;
use std::time::Duration;

use async_nats::{Client, ConnectOptions, Event, Subscriber};
use futures_util::StreamExt as _;
use tokio::sync::{Notify, mpsc};
use tokio::time::timeout;

use super::fanout::Fanout;
use super::{Bus, Hint, Outbox, Wake, decode, encode, start};
use crate::Error;
use crate::config::without_secrets;

/// The wait between two attempts to begin; after that the client connects again by itself.
const PAUSE: Duration = Duration::from_secs(1);

pub(super) fn open(url: &str, subject: &str) -> Result<Bus, Error> {
    let address: async_nats::ServerAddr = url.parse().map_err(|_error| Error::WrongUrl {
        problem: format!("{} is not the address of a NATS server", without_secrets(url)),
    })?;
    let subject = subject.to_owned();
    let (fanout, sender) = start(move |fanout, receiver| live(address, subject, fanout, receiver))?;
    Ok(Bus {
        fanout,
        outbox: Outbox::Nats(sender),
    })
}

async fn live(
    address: async_nats::ServerAddr,
    subject: String,
    fanout: Arc<Fanout>,
    mut outbox: mpsc::Receiver<Wake>,
) {
    loop {
        match connect(&address, &subject, &fanout).await {
            Ok(line) => {
                if serve(line, &subject, &fanout, &mut outbox).await {
                    return;
                }
            }
            Err(problem) => tracing::warn!(%problem, "NATS cannot be used; trying again"),
        }
        let closed = async { while outbox.recv().await.is_some() {} };
        if timeout(PAUSE, closed).await.is_ok() {
            return;
        }
    }
}

async fn connect(
    address: &async_nats::ServerAddr,
    subject: &str,
    fanout: &Arc<Fanout>,
) -> Result<Line, String> {
    let shared = Arc::clone(fanout);
    let connected = Arc::new(Notify::new());
    let tells = Arc::clone(&connected);
    let options = ConnectOptions::new()
        .name("kring")
        // This process has heard its own wake-ups already.
        .no_echo()
        .retry_on_initial_connect()
        .event_callback(move |event| {
            note(&event, &shared, &tells);
            std::future::ready(())
        });
    let client = options
        .connect(address.clone())
        .await
        .map_err(|error| error.to_string())?;
    let incoming = client
        .subscribe(subject.to_owned())
        .await
        .map_err(|error| error.to_string())?;
    Ok(Line {
        client,
        incoming,
        connected,
    })
}

/// A client and what it hears.
struct Line {
    client: Client,
    incoming: Subscriber,
    /// Told of each connection, the first one as well.
    connected: Arc<Notify>,
}

/// After a connection, the first or a later one, and after an overflow, wake-ups may have been missed.
fn note(event: &Event, fanout: &Fanout, connected: &Notify) {
    match event {
        Event::Connected => connected.notify_one(),
        Event::SlowConsumer(_) => fanout.publish(&Hint::Lagged),
        Event::Disconnected => tracing::warn!("NATS was lost; connecting again"),
        _ => {}
    }
}

/// Passes wake-ups on in both directions until the bus is closed (true) or the client gave up (false).
async fn serve(line: Line, subject: &str, fanout: &Arc<Fanout>, outbox: &mut mpsc::Receiver<Wake>) -> bool {
    let Line {
        client,
        mut incoming,
        connected,
    } = line;
    loop {
        tokio::select! {
            () = connected.notified() => {
                drop(tokio::spawn(catch_up(client.clone(), subject.to_owned(), Arc::clone(fanout))));
            }
            wake = outbox.recv() => {
                let Some(wake) = wake else { return true };
                if client.publish(subject.to_owned(), encode(&wake).into()).await.is_err() {
                    return false;
                }
            }
            message = incoming.next() => {
                let Some(message) = message else { return false };
                if let Some(wake) = std::str::from_utf8(&message.payload).ok().and_then(decode) {
                    fanout.publish(&Hint::Wake(wake));
                }
            }
        }
    }
}

/// Says that wake-ups may have been missed once none can be missed any more. A client is connected before the server has taken its
/// subscription; what the others send in between is lost. The server works off one line in order, so when it has answered a question that was
/// asked afterwards, the subscription stands. Nobody listens to that question: the answer is that there is nobody.
async fn catch_up(client: Client, subject: String, fanout: Arc<Fanout>) {
    let answer = client.request(format!("{subject}.connected"), "".into()).await;
    tracing::debug!(?answer, "NATS has the subscription");
    fanout.publish(&Hint::Lagged);
}
