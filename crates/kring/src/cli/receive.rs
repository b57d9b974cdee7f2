//! `kring post receive`: a mail that came to the address Kring sends from, handed over by the mail server.
//!
//! The mail server gets exit code 0 for every mail that was read, also when there was nothing to do: it must not answer the sender.
//! When the database does not answer it gets 75, the code that tells it to try again later (`sysexits.h`).

use std::io::{self, Read as _};
use std::process::ExitCode;

use anyhow::Context as _;
use tokio::runtime::Runtime;

use super::out;
use crate::app::App;
use crate::calendar::{self, Taken};
use crate::clock::{Clock, Ids};
use crate::community::{self, Replied};
use crate::config::Config;
use crate::openings;
use crate::post::{self, Incoming};
use crate::words::Words;

/// Try again later.
const LATER: u8 = 75;

/// More than this is not read.
const LONGEST: u64 = 4_000_000;

/// Reads one mail from the standard input and does what it asks for. Works next to a running server.
pub(super) fn receive(config: &Config, words: &Words) -> anyhow::Result<ExitCode> {
    let mut mail = Vec::new();
    io::stdin()
        .lock()
        .take(LONGEST)
        .read_to_end(&mut mail)
        .context("reading the mail")?;
    let incoming = post::read(&mail);
    match Runtime::new()
        .context("starting")?
        .block_on(work(config, incoming))
    {
        Ok(taken) => {
            out::line(said(words, taken))?;
            Ok(ExitCode::SUCCESS)
        }
        Err(error) => {
            out::aside(format_args!("kring: {error:#}"))?;
            Ok(ExitCode::from(LATER))
        }
    }
}

/// What became of a mail.
#[derive(Clone, Copy, Debug)]
enum Came {
    /// Of an answer of a calendar, or a mail that did not arrive.
    Mail(Taken),
    /// Of an answer in a conversation.
    Thread(Replied),
}

async fn work(config: &Config, incoming: Incoming) -> anyhow::Result<Came> {
    let answer = match incoming {
        Incoming::Other => return Ok(Came::Mail(Taken::Nothing)),
        Incoming::OtherSender => return Ok(Came::Mail(Taken::Stranger)),
        other => other,
    };
    let db = store::Db::open_beside(&config.store(), store::MIGRATIONS)
        .await
        .context("opening the database")?;
    let app = App::on(db.clone(), config.clone(), Clock::System, Ids::Random);
    let taken = match answer {
        Incoming::Answer(answer) => calendar::take_answer::<openings::Desk>(&app, answer)
            .await
            .map(Came::Mail),
        Incoming::Reply(reply) => community::take_reply(&app, reply).await.map(Came::Thread),
        Incoming::Bounced { id, status } => post::note_bounce(&app, id, status)
            .await
            .map(|is_ours| Came::Mail(if is_ours { Taken::Bounced } else { Taken::Nothing })),
        Incoming::Other | Incoming::OtherSender => Ok(Came::Mail(Taken::Nothing)),
    };
    db.close().await;
    taken
}

fn said(words: &Words, came: Came) -> String {
    let taken = match came {
        Came::Mail(taken) => taken,
        Came::Thread(Replied::Posted) => return words.receive_posted(),
        Came::Thread(Replied::Returned) => return words.receive_returned(),
        Came::Thread(Replied::Stranger) => Taken::Stranger,
        Came::Thread(Replied::Nothing) => Taken::Nothing,
    };
    match taken {
        Taken::Comes => words.receive_comes(),
        Taken::DoesNotCome => words.receive_does_not_come(),
        Taken::TooLate => words.receive_too_late(),
        Taken::Stranger => words.receive_stranger(),
        Taken::Bounced => words.receive_bounced(),
        Taken::Nothing => words.receive_nothing(),
    }
}
