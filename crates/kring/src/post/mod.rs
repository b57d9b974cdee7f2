//! Post: mails that wait, the worker that sends them, and the ledger of what went to whom.
//!
//! A rule writes a mail in the same transaction as its cause (`store::enqueue`), so there is never one without the other. The
//! worker claims it for a while, hands it to a [`Carrier`], and moves it from the outbox to the ledger, which keeps
//! what went to whom but not what it said. What a mail says is the work of the slice it is about.
//!
//! A mail with a moment in the future waits until then, and is taken back by the beginning of its key
//! (`store::withdraw`): give the reminders of one cause keys such as `reminder/MEETING/STEP/PERSON`.
//!
//! A mail goes once: its key is unique in outbox and ledger together, and only the worker that holds the claim sends it. When a
//! machine dies between handing a mail over and noting that, the next one sends it again with the same Message-ID, because the
//! alternative is a mail that never goes.

mod carrier;
mod html;
mod incoming;
mod replies;
mod rules;
pub(crate) mod store;
mod worker;

use ::store::from_row;
use anyhow::Context as _;
use jiff::Timestamp;
use ui::Language;

use crate::app::App;
use crate::clock::Ids;
use crate::id::{PersonId, ProgrammeId};

pub use carrier::{Bounce, Carried, Carrier, Letter, Mailbox};
pub(crate) use carrier::{Smtp, sender};
pub(crate) use incoming::{Incoming, read};
pub(crate) use replies::{Reply, TOKEN, address as reply_address};
pub use worker::deliver;
pub(crate) use worker::run;

/// How soon a mail goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Class {
    /// Before everything else: somebody sits and waits for it.
    AtOnce,
    /// In its turn.
    InTurn,
}

impl Class {
    /// As it stands in the database.
    pub(crate) const fn rank(self) -> i64 {
        match self {
            Self::AtOnce => 0,
            Self::InTurn => 1,
        }
    }
}

/// Whom a mail is for.
#[derive(Clone, Debug)]
pub(crate) struct Addressee {
    /// Who, when it is somebody Kring knows.
    pub(crate) person: Option<PersonId>,
    /// Where it goes.
    pub(crate) address: String,
    /// The language it is written in.
    pub(crate) language: Language,
}

/// A mail to put into the outbox: plain text, one action.
#[derive(Clone, Debug)]
pub(crate) struct Mail {
    /// Made with [`Mail::id`].
    pub(crate) id: String,
    /// Two mails with one key are one mail; the first stays.
    pub(crate) key: String,
    pub(crate) to: Addressee,
    pub(crate) subject: String,
    pub(crate) text: String,
    /// What kind of mail it is, in a word: an administrator reads it in a list.
    pub(crate) about: &'static str,
    pub(crate) class: Class,
    /// It is only written so that the work is the same, and never goes.
    pub(crate) is_decoy: bool,
    /// Not before this moment.
    pub(crate) due: Timestamp,
    /// Not after this one, when it would be of no use any more.
    pub(crate) until: Option<Timestamp>,
}

/// A calendar file in a mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Enclosure {
    /// What it asks of a calendar, a word of RFC 5546; the type of the part says the same.
    pub method: String,
    /// The file.
    pub file: String,
}

/// What goes along with a mail about a programme.
#[derive(Clone, Debug, Default)]
pub(crate) struct Along {
    /// The programme whose organisers may see it, change it and stop it while it waits.
    pub(crate) programme: Option<ProgrammeId>,
    pub(crate) calendar: Option<Enclosure>,
}

impl Mail {
    /// A new id for a mail. Make it before the transaction: a write may run twice, and must be the same mail both times.
    pub(crate) fn id(ids: &Ids, now: Timestamp) -> anyhow::Result<String> {
        Ok(ids.id(now)?)
    }
}

/// Notes that a mail did not arrive after all; `false` when it is none of ours.
pub(crate) async fn note_bounce(app: &App, id: String, status: Option<String>) -> anyhow::Result<bool> {
    app.db
        .write(move |tx| store::bounced(tx, &id, status.as_deref()))
        .await
        .context("noting a mail that did not arrive")
}

/// A mail that waits, as an administrator sees it: without what it says.
#[derive(Clone, Debug)]
pub(crate) struct Waiting {
    pub(crate) id: String,
    pub(crate) address: String,
    pub(crate) about: String,
    pub(crate) due_at: i64,
    pub(crate) attempts: i64,
    pub(crate) problem: Option<String>,
}
from_row!(Waiting {
    id,
    address,
    about,
    due_at,
    attempts,
    problem
});

/// What became of a mail.
#[derive(Clone, Debug)]
pub(crate) struct Settled {
    pub(crate) id: String,
    pub(crate) address: String,
    pub(crate) about: String,
    /// `sent`, `failed`, `late` or `stopped`.
    pub(crate) outcome: String,
    pub(crate) problem: Option<String>,
    pub(crate) ended_at: i64,
}
from_row!(Settled {
    id,
    address,
    about,
    outcome,
    problem,
    ended_at
});
