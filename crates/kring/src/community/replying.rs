//! Answering in a thread by mail: each mail about a message has an address of its own, and what comes to it is an answer of its reader.
//!
//! Only who got the mail knows the address, and it must come from the address Kring knows them by. What cannot be posted goes back to
//! them, so that nothing they wrote is lost.

use anyhow::Context as _;
use jiff::SignedDuration;
use sha2::{Digest as _, Sha256};
use ui::locale;

use super::letters::{self, Because};
use super::store::{self, Answered};
use super::talking::Put;
use super::telling;
use super::{Place, Thread};
use crate::app::App;
use crate::id::ThreadId;
use crate::people::{self, Addressed};
use crate::post::{self, Reply};
use crate::web::TEXT;

/// How long an address works.
const USE: SignedDuration = SignedDuration::from_hours(90 * 24);

/// An address with which one person answers in one thread.
#[derive(Clone, Debug)]
pub(super) struct Address {
    /// As it stands in the mail.
    pub(super) whole: String,
    /// What the database keeps of its secret part.
    pub(super) hash: String,
    /// It works until then, in microseconds since 1970, UTC.
    pub(super) ends_at: i64,
}

impl Address {
    /// A new one; `None` when nobody answers by mail here. A mail of a sensitive programme says nothing that could be answered.
    pub(super) fn fresh(app: &App, place: &Place) -> anyhow::Result<Option<Self>> {
        let Some(base) = app
            .config
            .mail_reply_to
            .as_deref()
            .filter(|_| !place.is_sensitive)
        else {
            return Ok(None);
        };
        let secret = app.ids.secret::<{ post::TOKEN / 2 }>();
        let token = hex(&secret.context("asking the system for randomness")?);
        let ends = app.clock.now().checked_add(USE).context("an end far from now")?;
        Ok(post::reply_address(base, &token).map(|whole| Self {
            whole,
            hash: hash(&token),
            ends_at: ends.as_microsecond(),
        }))
    }
}

fn hash(token: &str) -> String {
    hex(&Sha256::digest(token.as_bytes()))
}

fn hex(bytes: &[u8]) -> String {
    let halves = bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    halves
        .filter_map(|half| char::from_digit(half.into(), 16))
        .collect()
}

/// What became of an answer by mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Replied {
    Posted,
    /// It went back to its writer.
    Returned,
    /// Nobody who may write there.
    Stranger,
    /// There was nothing in it.
    Nothing,
}

/// Who answers, and where.
struct Answering {
    reader: Addressed,
    thread: Thread,
    place: Place,
}

/// Posts what somebody answered by mail. The same mail twice is posted once.
pub(crate) async fn take_reply(app: &App, reply: Reply) -> anyhow::Result<Replied> {
    let Some(answering) = find(app, &reply).await? else {
        return Ok(Replied::Stranger);
    };
    if reply.text.is_empty() {
        return Ok(Replied::Nothing);
    }
    let key = format!("mail/{}", hash(&format!("{}/{}", reply.token, reply.number)));
    let length = reply.text.chars().count();
    if u32::try_from(length).map_or(true, |length| length > TEXT) {
        return give_back(app, answering, &reply, (key, Because::Long(TEXT))).await;
    }
    match post_answer(app, &answering, &reply, &key).await? {
        Answered::New(_) | Answered::Before(_) => Ok(Replied::Posted),
        Answered::Foreign => Ok(Replied::Nothing),
        Answered::Closed => give_back(app, answering, &reply, (key, Because::Closed)).await,
    }
}

/// Whose address it is, when the mail comes from them and they may still write there.
async fn find(app: &App, reply: &Reply) -> anyhow::Result<Option<Answering>> {
    let (hash, from) = (hash(&reply.token), reply.from.clone());
    let now = app.clock.now();
    let today = locale::local(now).date().to_string();
    app.db
        .read(move |tx| {
            let Some((thread, person)) = store::address(tx, &hash, now.as_microsecond())? else {
                return Ok(None);
            };
            let known = people::store::readers(tx, std::slice::from_ref(&person))?;
            let Some(reader) = known
                .into_iter()
                .next()
                .filter(|one| one.mail == people::folded(&from))
            else {
                return Ok(None);
            };
            let found = store::thread_for(tx, &thread, &person, &today)?;
            Ok::<_, ::store::Error>(found.map(|(thread, place, _)| Answering {
                reader,
                thread,
                place,
            }))
        })
        .await
        .context("looking up who answers by mail")
}

async fn post_answer(app: &App, answering: &Answering, reply: &Reply, key: &str) -> anyhow::Result<Answered> {
    let put = Put {
        place: &answering.place,
        thread: &answering.thread,
        author: (&answering.reader.id, &answering.reader.name),
        text: &reply.text,
        key,
        read_to: None,
    };
    put.write(app).await
}

/// Sends somebody back what they wrote.
async fn give_back(
    app: &App,
    Answering { reader, thread, .. }: Answering,
    reply: &Reply,
    (key, because): (String, Because),
) -> anyhow::Result<Replied> {
    let to = (reader.name.as_str(), app.config.address.as_str());
    let id: &ThreadId = &thread.id;
    let text = letters::returned(telling::language(&reader), (id, because), &reply.text, to);
    let mail = telling::mail(
        app,
        reader,
        (format!("thread/returned/{key}"), "thread-returned"),
        text,
    )?;
    let now = app.clock.now().as_microsecond();
    app.db
        .write(move |tx| post::store::enqueue(tx, &mail, now))
        .await
        .context("sending an answer back")?;
    Ok(Replied::Returned)
}
