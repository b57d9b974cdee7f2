//! Who carries a mail out of the house: a mail server over SMTP, or in a demo and in tests a mailbox in memory.

use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime};

use jiff::Timestamp;
use lettre::address::AddressError;
use lettre::message::header::{ContentType, HeaderName, HeaderValue};
use lettre::message::{Attachment, Mailbox as Named, Message, MultiPart, SinglePart};
use lettre::transport::smtp::extension::ClientId;
use lettre::transport::smtp::{Error, response::Category};
use lettre::{AsyncSmtpTransport, AsyncTransport as _, Tokio1Executor};
use tokio::sync::Notify;
use ui::Language;

use super::{Enclosure, html};
use crate::config::{Config, Mail};

/// How long the mail server may take for one answer.
const ANSWER: Duration = Duration::from_secs(20);

/// One mail, ready to go.
#[derive(Clone, Debug)]
pub struct Letter {
    /// Stays the same however often it is tried.
    pub id: String,
    /// The address it goes to.
    pub to: String,
    /// The language it is written in.
    pub language: Language,
    /// One line.
    pub subject: String,
    /// Plain text; the same as a page is made of it.
    pub text: String,
    /// A calendar file that goes along.
    pub calendar: Option<Enclosure>,
    /// Where an answer goes, when somewhere else than to the sender.
    pub reply_to: Option<String>,
    /// Now.
    pub at: Timestamp,
}

/// Why a mail did not go, in words for an administrator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Bounce {
    /// It may work later.
    Later(String),
    /// It will never work.
    Never(String),
}

impl Bounce {
    /// The reason.
    pub(super) fn into_reason(self) -> String {
        match self {
            Self::Later(reason) | Self::Never(reason) => reason,
        }
    }
}

/// What a [`Carrier`] answers with.
pub type Carried<'a> = Pin<Box<dyn Future<Output = Result<(), Bounce>> + Send + 'a>>;

/// Somebody who takes a mail along.
pub trait Carrier: Send + Sync {
    /// Hands a mail over; `Ok` when the other side has taken responsibility for it.
    fn carry<'a>(&'a self, letter: &'a Letter) -> Carried<'a>;
}

/// A mail server.
pub(crate) struct Smtp {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Named,
}

/// Why the settings for mail cannot be used.
#[derive(Debug, thiserror::Error)]
pub(crate) enum NotUsable {
    /// The address of the server.
    #[error("mail_server cannot be used")]
    Server(#[source] Error),
    /// The sender.
    #[error("mail_from is no mail address")]
    From(#[source] AddressError),
}

impl Smtp {
    /// Prepares; connects only when a mail goes. `address` is how people reach Kring: the name it gives itself.
    pub(crate) fn new(mail: &Mail, address: &str) -> Result<Self, NotUsable> {
        let from = mail.from.parse().map_err(NotUsable::From)?;
        let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(&protected(mail))
            .map_err(NotUsable::Server)?
            .hello_name(ClientId::Domain(host(address).to_owned()))
            .timeout(Some(ANSWER))
            .build();
        Ok(Self { transport, from })
    }

    /// Greets the server, with the password when there is one, and sends nothing.
    pub(crate) async fn greet(&self) -> Result<(), String> {
        match self.transport.test_connection().await {
            Ok(true) => Ok(()),
            Ok(false) => Err("it does not answer as a mail server does".to_owned()),
            Err(error) => Err(reason(&error)),
        }
    }

    fn message(&self, letter: &Letter) -> Result<Message, Bounce> {
        let never = |error: &dyn std::error::Error| Bounce::Never(error.to_string());
        let to = letter.to.parse().map_err(|error: AddressError| never(&error))?;
        let language = HeaderName::new_from_ascii_str("Content-Language");
        let automatic = HeaderName::new_from_ascii_str("Auto-Submitted");
        let mut builder = Message::builder().from(self.from.clone());
        if let Some(address) = &letter.reply_to {
            let address = address.parse().map_err(|error: AddressError| never(&error))?;
            builder = builder.reply_to(Named::new(None, address));
        }
        let mut message = builder
            .to(Named::new(None, to))
            .subject(&letter.subject)
            .date(SystemTime::from(letter.at))
            .message_id(Some(format!("<{}@{}>", letter.id, self.from.email.domain())))
            .multipart(parts(letter)?)
            .map_err(|error| never(&error))?;
        let headers = message.headers_mut();
        headers.insert_raw(HeaderValue::new(language, letter.language.code().to_owned()));
        // An answering machine does not answer to it.
        headers.insert_raw(HeaderValue::new(automatic, "auto-generated".to_owned()));
        Ok(message)
    }
}

/// The text, the same as a page, and the calendar file: once as what the mail is about, which calendars act upon, and once as a file,
/// for mail programs that do not know that.
fn parts(letter: &Letter) -> Result<MultiPart, Bounce> {
    let both = MultiPart::alternative_plain_html(letter.text.clone(), html::page(letter));
    let Some(calendar) = &letter.calendar else {
        return Ok(both);
    };
    let kind = |text: &str| ContentType::parse(text).map_err(|error| Bounce::Never(error.to_string()));
    let asked = kind(&format!(
        "text/calendar; method={}; charset=utf-8",
        calendar.method
    ))?;
    let part = SinglePart::builder().header(asked).body(calendar.file.clone());
    let file = Attachment::new("kring.ics".to_owned()).body(calendar.file.clone(), kind("application/ics")?);
    Ok(MultiPart::mixed()
        .multipart(both.singlepart(part))
        .singlepart(file))
}

impl Carrier for Smtp {
    fn carry<'a>(&'a self, letter: &'a Letter) -> Carried<'a> {
        Box::pin(async move {
            let message = self.message(letter)?;
            match self.transport.send(message).await {
                Ok(_) => Ok(()),
                Err(error) if is_final(&error) => Err(Bounce::Never(reason(&error))),
                Err(error) => Err(Bounce::Later(reason(&error))),
            }
        })
    }
}

/// Whether the server refused this very mail for good. A refused password is a matter of settings: mails wait until an
/// administrator has repaired it.
fn is_final(error: &Error) -> bool {
    error.is_permanent()
        && error
            .status()
            .is_some_and(|code| code.category != Category::Unspecified3)
}

/// The whole chain, because the first link only says that something failed.
fn reason(error: &Error) -> String {
    let mut text = error.to_string();
    let mut next = std::error::Error::source(error);
    while let Some(cause) = next {
        let cause_text = cause.to_string();
        if !text.contains(&cause_text) {
            text = format!("{text}: {cause_text}");
        }
        next = cause.source();
    }
    text
}

/// Plain `smtp://` means TLS by STARTTLS, except on this very machine: a password must not travel in the open because somebody
/// forgot a word. `?tls=` in the address decides otherwise.
fn protected(mail: &Mail) -> String {
    let server = &mail.server;
    let place = mail.place();
    let is_here = ["localhost:", "127.", "[::1]:"]
        .iter()
        .any(|own| place.starts_with(own));
    if server.starts_with("smtps://") || server.contains("tls=") || is_here {
        return server.clone();
    }
    let separator = if server.contains('?') { '&' } else { '?' };
    format!("{server}{separator}tls=required")
}

/// The host of a web address.
fn host(address: &str) -> &str {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    let host = rest.split('/').next().unwrap_or(rest);
    host.rsplit_once(':').map_or(host, |(host, _)| host)
}

/// The address that mails come from and answers go to. Without a mail server it is one that nothing is sent to.
pub(crate) fn sender(config: &Config) -> String {
    let set = config
        .mail
        .as_ref()
        .and_then(|mail| mail.from.parse::<Named>().ok());
    set.map_or_else(
        || format!("kring@{}", host(&config.address)),
        |named| named.email.to_string(),
    )
}

/// A mailbox in memory keeps so many mails.
const KEPT: usize = 2_000;

/// A mailbox in memory, for a demo and for tests: it takes every mail, or refuses the next ones.
#[derive(Clone, Default)]
pub struct Mailbox {
    inside: Arc<Mutex<Inside>>,
    arrived: Arc<Notify>,
}

#[derive(Default)]
struct Inside {
    letters: Vec<Letter>,
    refusals: Vec<Bounce>,
    is_silent: bool,
}

impl Mailbox {
    /// An empty one.
    pub fn new() -> Self {
        Self::default()
    }

    /// Everything that came, oldest first.
    pub fn letters(&self) -> Vec<Letter> {
        self.inside().letters.clone()
    }

    /// Answers the next mails like this, one refusal each.
    pub fn refuse(&self, refusals: impl IntoIterator<Item = Bounce>) {
        self.inside().refusals.extend(refusals);
    }

    /// Takes mails but never says so, like a line that breaks at the worst moment.
    pub fn fall_silent(&self, is_silent: bool) {
        self.inside().is_silent = is_silent;
    }

    /// Waits until a mail comes.
    pub async fn arrival(&self) {
        self.arrived.notified().await;
    }

    fn inside(&self) -> MutexGuard<'_, Inside> {
        self.inside.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn take(&self, letter: &Letter) -> Result<bool, Bounce> {
        let mut inside = self.inside();
        if !inside.refusals.is_empty() {
            return Err(inside.refusals.remove(0));
        }
        if inside.letters.len() >= KEPT {
            inside.letters.remove(0);
        }
        inside.letters.push(letter.clone());
        self.arrived.notify_one();
        Ok(inside.is_silent)
    }
}

impl Carrier for Mailbox {
    fn carry<'a>(&'a self, letter: &'a Letter) -> Carried<'a> {
        Box::pin(async move {
            if self.take(letter)? {
                std::future::pending::<()>().await;
            }
            Ok(())
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mail(server: &str) -> Mail {
        Mail {
            server: server.to_owned(),
            from: "Kring <kring@voorbeeld.example>".to_owned(),
        }
    }

    #[test]
    fn a_password_travels_in_the_open_only_when_somebody_says_so() {
        for (server, expected) in [
            (
                "smtp://u:p@mail.example.nl",
                "smtp://u:p@mail.example.nl?tls=required",
            ),
            (
                "smtp://mail.example.nl/?x=1",
                "smtp://mail.example.nl/?x=1&tls=required",
            ),
            ("smtps://mail.example.nl", "smtps://mail.example.nl"),
            ("smtp://127.0.0.1:25", "smtp://127.0.0.1:25"),
            (
                "smtp://mail.example.nl?tls=opportunistic",
                "smtp://mail.example.nl?tls=opportunistic",
            ),
        ] {
            assert_eq!(protected(&mail(server)), expected);
        }
    }

    fn letter() -> Letter {
        Letter {
            id: "0197".to_owned(),
            to: "noor@voorbeeld.example".to_owned(),
            language: Language::Nl,
            subject: "Bijeenkomst".to_owned(),
            text: "Dag".to_owned(),
            calendar: None,
            reply_to: None,
            at: "2026-11-23T09:00:00Z".parse().unwrap(),
        }
    }

    #[test]
    fn a_mail_is_text_and_page_with_a_number_that_stays() {
        let smtp = Smtp::new(&mail("smtps://mail.example.nl"), "https://kring.example.nl").unwrap();
        let letter = Letter {
            subject: "Één code".to_owned(),
            ..letter()
        };
        let written = String::from_utf8(smtp.message(&letter).unwrap().formatted()).unwrap();
        for line in [
            "From: Kring <kring@voorbeeld.example>",
            "To: noor@voorbeeld.example",
            "Message-ID: <0197@voorbeeld.example>",
            "Date: Mon, 23 Nov 2026 09:00:00 +0000",
            "Content-Type: text/plain; charset=utf-8",
            "Content-Type: text/html; charset=utf-8",
            "Content-Language: nl",
            "Auto-Submitted: auto-generated",
        ] {
            assert!(written.contains(&format!("{line}\r\n")), "{line}\n{written}");
        }
    }

    #[test]
    fn a_calendar_file_says_in_its_part_what_it_says_inside() {
        let smtp = Smtp::new(&mail("smtps://mail.example.nl"), "https://kring.example.nl").unwrap();
        let letter = Letter {
            calendar: Some(Enclosure {
                method: "CANCEL".to_owned(),
                file: "BEGIN:VCALENDAR\r\nMETHOD:CANCEL\r\nEND:VCALENDAR\r\n".to_owned(),
            }),
            reply_to: Some("kring+0af1@voorbeeld.example".to_owned()),
            ..letter()
        };
        let written = String::from_utf8(smtp.message(&letter).unwrap().formatted()).unwrap();
        for part in [
            "multipart/mixed",
            "multipart/alternative",
            "Content-Type: text/calendar; method=CANCEL; charset=utf-8\r\n",
            "Content-Disposition: attachment; filename=\"kring.ics\"",
            "Reply-To: kring+0af1@voorbeeld.example\r\n",
        ] {
            assert!(written.contains(part), "{part}\n{written}");
        }
    }

    #[test]
    fn a_line_break_in_a_subject_makes_no_header() {
        let smtp = Smtp::new(&mail("smtps://mail.example.nl"), "https://kring.example.nl").unwrap();
        let letter = Letter {
            subject: "Dag\r\nBcc: ander@voorbeeld.example".to_owned(),
            ..letter()
        };
        let written = String::from_utf8(smtp.message(&letter).unwrap().formatted()).unwrap();
        let (head, _) = written.split_once("\r\n\r\n").unwrap();
        assert!(!head.contains("\nBcc:"), "{written}");
    }
}
