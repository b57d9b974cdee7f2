//! What comes back by mail: answers of calendars, of people, and mails that did not arrive.
//!
//! Anybody can write to a mailbox, and a sender is easily made up. So an answer only does what the link in the invitation does as well,
//! it must come from the address that was invited, and nothing in a mail is ever shown to anybody.

use mail_parser::{Message, MessageParser, MessagePart, MimeHeaders as _, PartType};
use paper::calendar::{Answer, answer};

use super::replies::{self, Reply};

/// Longer mails are not read.
const LONGEST: usize = 2_000_000;

/// How deep mails inside mails are looked into.
const DEEPEST: usize = 4;

/// What a mail is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Incoming {
    /// A calendar answers an invitation.
    Answer(Answer),
    /// A mail of ours did not arrive.
    Bounced {
        /// The number of the mail.
        id: String,
        /// The status that the mail server gave, such as `5.1.1`.
        status: Option<String>,
    },
    /// Somebody answers a mail of ours.
    Reply(Reply),
    /// An answer under somebody else's name.
    OtherSender,
    /// Nothing that Kring can do anything with.
    Other,
}

/// Reads a mail as it came in.
pub(crate) fn read(mail: &[u8]) -> Incoming {
    if mail.len() > LONGEST {
        return Incoming::Other;
    }
    let Some(message) = MessageParser::default().parse(mail) else {
        return Incoming::Other;
    };
    bounce(&message)
        .or_else(|| reply(&message))
        .or_else(|| replies::reply(&message).map(Incoming::Reply))
        .unwrap_or(Incoming::Other)
}

/// The answer in a part that says it is a calendar file.
fn reply(message: &Message<'_>) -> Option<Incoming> {
    let answer = message
        .parts
        .iter()
        .filter(|part| is_of(part, "text", "calendar") || is_of(part, "application", "ics"))
        .find_map(|part| answer(text(part)?).ok())?;
    let from = message
        .from()
        .and_then(|from| from.first())
        .and_then(|from| from.address());
    let is_theirs = from.is_some_and(|from| from.trim().eq_ignore_ascii_case(&answer.mail));
    Some(if is_theirs {
        Incoming::Answer(answer)
    } else {
        Incoming::OtherSender
    })
}

/// A report of a mail server (RFC 3464) about a mail of ours. One that only says that the mail is late is none.
fn bounce(message: &Message<'_>) -> Option<Incoming> {
    let report = message
        .parts
        .iter()
        .find(|part| is_of(part, "message", "delivery-status"))?;
    let lines = text(report)?;
    let value = |name: &str| {
        let mut values = lines.lines().filter_map(|line| line.split_once(':'));
        values
            .find(|(key, _)| key.trim().eq_ignore_ascii_case(name))
            .map(|(_, value)| value.trim().to_owned())
    };
    if !value("Action")?.eq_ignore_ascii_case("failed") {
        return None;
    }
    let original = original(message, DEEPEST)?;
    let (id, _) = original.trim_matches(['<', '>']).split_once('@')?;
    Some(Incoming::Bounced {
        id: id.to_owned(),
        status: value("Status"),
    })
}

/// The number of the mail that a report brings back, whole or its head only.
fn original(message: &Message<'_>, depth: usize) -> Option<String> {
    let deeper = depth.checked_sub(1)?;
    message.parts.iter().find_map(|part| match &part.body {
        PartType::Message(inner) => inner
            .message_id()
            .map(str::to_owned)
            .or_else(|| original(inner, deeper)),
        _ if is_of(part, "text", "rfc822-headers") => {
            let head = MessageParser::default().parse(text(part)?.as_bytes())?;
            head.message_id().map(str::to_owned)
        }
        _ => None,
    })
}

fn is_of(part: &MessagePart<'_>, kind: &str, detail: &str) -> bool {
    part.content_type().is_some_and(|found| {
        found.ctype().eq_ignore_ascii_case(kind)
            && found
                .subtype()
                .is_some_and(|found| found.eq_ignore_ascii_case(detail))
    })
}

fn text<'p>(part: &'p MessagePart<'_>) -> Option<&'p str> {
    match &part.body {
        PartType::Text(text) | PartType::Html(text) => Some(text),
        PartType::Binary(bytes) | PartType::InlineBinary(bytes) => std::str::from_utf8(bytes).ok(),
        PartType::Message(_) | PartType::Multipart(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use paper::calendar::Reply;
    use proptest::prelude::*;

    use super::*;

    fn answer_from(sender: &str) -> String {
        let file = "BEGIN:VCALENDAR\nMETHOD:REPLY\nVERSION:2.0\nBEGIN:VEVENT\nUID:0197@kring\nSEQUENCE:1\n\
            ATTENDEE;PARTSTAT=DECLINED:mailto:noor@voorbeeld.example\nEND:VEVENT\nEND:VCALENDAR\n";
        format!(
            "From: Noor <{sender}>\nTo: kring@voorbeeld.example\nSubject: Geweigerd\nMIME-Version: 1.0\n\
             Content-Type: multipart/alternative; boundary=\"b\"\n\n--b\nContent-Type: text/plain\n\nIk kan niet\n\
             --b\nContent-Type: text/calendar; method=REPLY; charset=utf-8\n\n{file}\n--b--\n"
        )
    }

    fn report(action: &str) -> String {
        format!(
            "From: MAILER-DAEMON@voorbeeld.example\nTo: kring@voorbeeld.example\nSubject: Undelivered\nMIME-Version: 1.0\n\
             Content-Type: multipart/report; report-type=delivery-status; boundary=\"b\"\n\n--b\nContent-Type: text/plain\n\nSorry\n\
             --b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.voorbeeld.example\n\n\
             Final-Recipient: rfc822; noor@voorbeeld.example\nAction: {action}\nStatus: 5.1.1\n\n\
             --b\nContent-Type: text/rfc822-headers\n\nMessage-ID: <0197-mail@voorbeeld.example>\nSubject: Uitnodiging\n\n--b--\n"
        )
    }

    #[test]
    fn an_answer_counts_from_the_address_that_was_invited() {
        let Incoming::Answer(answer) = read(answer_from("Noor@voorbeeld.example").as_bytes()) else {
            panic!("no answer");
        };
        assert_eq!(
            (answer.uid.as_str(), answer.reply),
            ("0197@kring", Reply::Declined)
        );
        assert_eq!(
            read(answer_from("bram@voorbeeld.example").as_bytes()),
            Incoming::OtherSender
        );
    }

    #[test]
    fn a_mail_that_did_not_arrive_is_named_and_a_late_one_is_not() {
        let failed = Incoming::Bounced {
            id: "0197-mail".to_owned(),
            status: Some("5.1.1".to_owned()),
        };
        assert_eq!(read(report("failed").as_bytes()), failed);
        assert_eq!(read(report("delayed").as_bytes()), Incoming::Other);
    }

    #[test]
    fn ordinary_mail_is_nothing_to_kring() {
        for mail in [
            "",
            "Subject: Hoi\n\nIk kom wat later.",
            "From: a@b.example\n\n\u{0}\u{1}",
        ] {
            assert_eq!(read(mail.as_bytes()), Incoming::Other);
        }
    }

    proptest! {
        #[test]
        fn no_mail_breaks_it(bytes in prop::collection::vec(any::<u8>(), 0..4_000)) {
            drop(read(&bytes));
        }

        #[test]
        fn no_damaged_answer_breaks_it(at in 0_usize..700, with in any::<u8>()) {
            for mail in [answer_from("noor@voorbeeld.example"), report("failed")] {
                let mut bytes = mail.into_bytes();
                if let Some(byte) = bytes.get_mut(at) {
                    *byte = with;
                }
                drop(read(&bytes));
            }
        }
    }
}
