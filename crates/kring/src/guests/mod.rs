//! Coming to one meeting without an account: the code of the door, the guest, and the pass by which a browser is known again. A speaker
//! who came by the link in their mail has such a pass too, and comes as themselves.
//!
//! What a guest sees and does is decided in `room`, like for everybody else; the pages of the door are there too. Nothing else
//! of Kring knows guests: for every other page they are nobody.

pub(crate) mod rules;
pub(crate) mod store;

use ::store::from_row;
use anyhow::Context as _;
use axum::http::HeaderMap;

use crate::auth::Token;
use crate::clock::Ids;
use crate::id::{GuestId, MeetingId};
use crate::web::cookie;

/// The door of a room that was opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Door {
    pub(crate) meeting_id: MeetingId,
    /// As [`rules::code`] makes it.
    pub(crate) code: String,
    /// What the digits for confirming presence follow from.
    pub(crate) secret: String,
    /// Whether guests are let in now.
    pub(crate) is_open: bool,
}
from_row!(Door {
    meeting_id,
    code,
    secret,
    is_open
});

/// Somebody without an account, for one meeting.
#[derive(Clone, Debug)]
pub(crate) struct Guest {
    pub(crate) id: GuestId,
    pub(crate) name: String,
    /// When they were shown out, if they were.
    pub(crate) removed_at: Option<i64>,
}
from_row!(Guest { id, name, removed_at });

/// What a new door is made of: drawn outside the transaction, which may run twice.
#[derive(Clone, Debug)]
pub(crate) struct NewDoor {
    /// Codes to try; nearly always the first one is free.
    pub(crate) codes: Vec<String>,
    pub(crate) secret: String,
    pub(crate) is_open: bool,
}

/// How many codes are drawn for a door: with a million doors all of them are taken once in ten thousand billion openings.
const CODES: usize = 4;

/// Draws what a door needs.
///
/// # Errors
/// When there is no randomness.
pub(crate) fn new_door(ids: &Ids, is_open: bool) -> anyhow::Result<NewDoor> {
    let mut codes = Vec::new();
    for _ in 0..CODES {
        let random: [u8; 8] = ids.secret().context("drawing a code")?;
        codes.push(rules::code(u64::from_be_bytes(random)));
    }
    Ok(NewDoor {
        codes,
        secret: Token::fresh(ids)?.to_string(),
        is_open,
    })
}

/// The pass a browser sent, if any.
pub(crate) fn pass(headers: &HeaderMap, https: bool) -> Option<Token> {
    cookie(headers, rules::cookie_name(https)).and_then(Token::parse)
}
