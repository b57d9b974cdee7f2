//! Six digits by mail: how they are made, kept and compared, and what asking for them does.
//!
//! A million codes are few. So a code lives fifteen minutes and a few tries, and it is kept under a secret that only the cookie of
//! the asking browser holds: another browser cannot try it, and neither can somebody with a copy of the database.

use anyhow::Context as _;
use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;
use ui::Language;

use super::letters::{self, Opening};
use super::token::{Token, hex};
use super::{rules, store};
use crate::app::App;
use crate::clock::Ids;
use crate::id::PersonId;
use crate::people;
use crate::post::{self, Addressee, Class, Mail};

/// Six digits.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Code(String);

impl Code {
    pub(super) fn fresh(ids: &Ids) -> anyhow::Result<Self> {
        let bytes = ids.secret().context("asking the system for randomness")?;
        // The last few of 2^64 numbers would make some codes likelier by less than one in ten billion.
        Ok(Self(format!("{:06}", u64::from_be_bytes(bytes) % 1_000_000)))
    }

    /// Reads what somebody typed, with spaces and dashes where they like.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let digits: String = text
            .chars()
            .filter(|c| !c.is_whitespace() && !matches!(c, '-' | '.'))
            .collect();
        let is_code = digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_digit());
        is_code.then_some(Self(digits))
    }

    /// As it stands in a mail: "123 456" is read and typed more easily than "123456".
    pub(super) fn spaced(&self) -> String {
        let (head, tail) = self.0.split_at_checked(3).unwrap_or((&self.0, ""));
        format!("{head} {tail}")
    }

    /// What the database keeps.
    pub(super) fn hash(&self, browser: &Token) -> anyhow::Result<String> {
        let mut mac = Hmac::<Sha256>::new_from_slice(browser.bytes()).context("hashing a code")?;
        mac.update(self.0.as_bytes());
        Ok(hex(&mac.finalize().into_bytes()))
    }
}

/// What is kept of somebody asking.
pub(super) struct Request {
    pub(super) id: String,
    pub(super) address: String,
    pub(super) person: Option<PersonId>,
    pub(super) browser_hash: String,
    pub(super) code_hash: String,
    pub(super) link_hash: String,
    pub(super) next: String,
    pub(super) created: i64,
    pub(super) expires: i64,
}

/// Somebody asking for a code.
pub(super) struct Ask<'a> {
    /// The language they read.
    pub(super) language: Language,
    /// The address they typed, folded.
    pub(super) address: &'a str,
    /// Where they want to go.
    pub(super) next: &'a str,
    /// A secret that came with the form, so that pressing twice asks once.
    pub(super) key: Option<Token>,
}

/// Sends a code and a link to an address, and ends the older ones; returns the secret for the cookie of the browser that asked.
/// For an address that nobody has, everything is done in the same way with a mail that never goes.
pub(super) async fn ask(app: &App, asking: &Ask<'_>) -> anyhow::Result<Token> {
    if let Some(key) = &asking.key
        && keep(app, asking, key).await?
    {
        return Ok(key.clone());
    }
    // The form was sent before, for another address or some time ago: somebody went back to it and asks anew.
    let fresh = Token::fresh(&app.ids)?;
    keep(app, asking, &fresh).await?;
    Ok(fresh)
}

/// Keeps a request under the secret of a browser and sends its mail; `false` when the secret was used for another request.
async fn keep(app: &App, asking: &Ask<'_>, browser: &Token) -> anyhow::Result<bool> {
    let now = app.clock.now();
    let expires = now
        .checked_add(rules::CODE_LIFE)
        .context("counting the minutes of a code")?;
    let (code, link) = (Code::fresh(&app.ids)?, Token::fresh(&app.ids)?);
    let (person, language) = reader_of(app, asking.address, asking.language).await?;
    let opening = Opening {
        code: code.spaced(),
        link: format!("{}/sign-in/{link}", app.config.address),
        until: expires,
        address: app.config.address.clone(),
    };
    let letter = letters::code(language, &opening);
    let request = Request {
        id: app.ids.id(now)?,
        address: asking.address.to_owned(),
        person: person.clone(),
        browser_hash: browser.hash(),
        code_hash: code.hash(browser)?,
        link_hash: link.hash(),
        next: asking.next.to_owned(),
        created: now.as_microsecond(),
        expires: expires.as_microsecond(),
    };
    let mail = Mail {
        id: Mail::id(&app.ids, now)?,
        key: format!("sign-in/{}", request.id),
        is_decoy: person.is_none(),
        to: Addressee {
            person,
            address: asking.address.to_owned(),
            language,
        },
        subject: letter.subject,
        text: letter.text,
        about: "sign-in",
        class: Class::AtOnce,
        due: now,
        until: Some(expires),
    };
    app.db
        .write(move |tx| {
            store::forget_codes(tx, request.created.saturating_sub(rules::CODE_MEMORY))?;
            if !store::add_code(tx, &request)? {
                return store::is_just_asked(tx, &request, rules::DOUBLE);
            }
            store::end_other_codes(tx, &request)?;
            post::store::enqueue(tx, &mail, request.created)
        })
        .await
        .context("keeping a code")
}

/// Who reads mails to this address, in which language; for an address nobody has, the language of whoever asks.
async fn reader_of(
    app: &App,
    address: &str,
    language: Language,
) -> anyhow::Result<(Option<PersonId>, Language)> {
    let address = address.to_owned();
    let reader = app
        .db
        .read(move |tx| people::store::reader(tx, &address))
        .await
        .context("looking for an address")?;
    Ok(reader.map_or((None, language), |reader| {
        let own = Language::from_tag(&reader.language);
        (Some(reader.id), own.unwrap_or(language))
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_however_it_was_typed() {
        for text in ["012345", " 012 345 ", "01 23 45", "012-345", "012.345"] {
            assert_eq!(
                Code::parse(text).map(|code| code.0),
                Some("012345".to_owned()),
                "{text}"
            );
        }
        for text in ["", "12345", "1234567", "12a456", "１２３４５６"] {
            assert!(Code::parse(text).is_none(), "{text}");
        }
    }

    #[test]
    fn a_code_is_kept_under_the_secret_of_its_browser() {
        let (one, other) = (
            Token::fresh(&Ids::Random).unwrap(),
            Token::fresh(&Ids::Random).unwrap(),
        );
        let code = Code::parse("012345").unwrap();
        assert_eq!(code.hash(&one).unwrap(), code.hash(&one).unwrap());
        assert_ne!(code.hash(&one).unwrap(), code.hash(&other).unwrap());
        assert_ne!(
            code.hash(&one).unwrap(),
            Code::parse("012346").unwrap().hash(&one).unwrap()
        );
    }

    #[test]
    fn codes_have_six_digits_and_differ() {
        let codes: Vec<String> = (0..50).map(|_| Code::fresh(&Ids::Random).unwrap().0).collect();
        assert!(codes.iter().all(|code| Code::parse(code).is_some()));
        let mut different = codes.clone();
        different.sort();
        different.dedup();
        assert!(different.len() > 40, "{codes:?}");
    }
}
