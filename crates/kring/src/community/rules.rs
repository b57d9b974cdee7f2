//! What can be done with a message, how a text becomes paragraphs and links, and which page a message stands on.

use jiff::{SignedDuration, Timestamp};

use super::Message;
use crate::id::PersonId;

/// So many threads, and messages, stand on a page.
pub(super) const PAGE: i64 = 50;

/// How long somebody can change what they wrote. Afterwards others have answered it.
pub(super) const CHANGEABLE: SignedDuration = SignedDuration::from_mins(60);

/// How somebody can hear of messages by mail.
pub(super) const MANNERS: [&str; 3] = ["each", "digest", "nothing"];

/// How they do until they choose.
pub(super) const USUAL: &str = "digest";

/// Whether somebody may still change a message.
pub(super) fn may_change(message: &Message, person: &PersonId, is_open: bool, now: Timestamp) -> bool {
    is_open && may_remove(message, person) && now.duration_since(message.written()) <= CHANGEABLE
}

/// Whether somebody may take a message away.
pub(super) fn may_remove(message: &Message, person: &PersonId) -> bool {
    message.author_id == *person && message.removed_at.is_none()
}

/// How many pages so many take; there is always one.
pub(super) const fn pages(count: i64) -> i64 {
    if count <= PAGE {
        1
    } else {
        (count + PAGE - 1) / PAGE
    }
}

/// The page on which a message with this number stands.
pub(super) const fn page_of(number: i64) -> i64 {
    if number < 1 { 1 } else { (number - 1) / PAGE + 1 }
}

/// The page that somebody asked for, as far as there is one; `usual` when they did not ask.
pub(super) fn page_asked(asked: &str, usual: i64, count: i64) -> i64 {
    asked.parse().unwrap_or(usual).clamp(1, pages(count))
}

/// What stands on a page of a list.
pub(super) fn part<T>(all: &[T], page: i64) -> &[T] {
    let size = usize::try_from(PAGE).unwrap_or(usize::MAX);
    let page = usize::try_from(page).unwrap_or(1);
    all.chunks(size).nth(page.saturating_sub(1)).unwrap_or_default()
}

/// Letters in the address of a chat.
pub(super) const LINK: u32 = 500;

/// Whether an address leads to a chat and nowhere else: the web, or one of the two apps that people know.
pub(super) fn is_chat(link: &str) -> bool {
    let known = ["https://", "sgnl://signal.group/", "whatsapp://chat"];
    let rest = known.iter().find_map(|begin| link.strip_prefix(begin));
    rest.is_some_and(|rest| {
        !rest.is_empty() && !link.contains(|letter: char| letter.is_whitespace() || letter.is_control())
    })
}

/// A part of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Piece<'t> {
    Plain(&'t str),
    /// An address on the web, and nothing else: no other kind can be pressed.
    Link(&'t str),
}

/// The paragraphs of a text: lines, each in pieces.
pub(super) fn paragraphs(text: &str) -> Vec<Vec<Vec<Piece<'_>>>> {
    let mut paragraphs = vec![Vec::new()];
    for line in text.lines() {
        if line.trim().is_empty() {
            paragraphs.push(Vec::new());
        } else if let Some(last) = paragraphs.last_mut() {
            last.push(pieces(line));
        }
    }
    paragraphs.retain(|lines| !lines.is_empty());
    paragraphs
}

fn pieces(text: &str) -> Vec<Piece<'_>> {
    let (mut found, mut rest) = (Vec::new(), text);
    while let Some(begin) = begin_of_link(rest) {
        let (before, link) = rest.split_at(begin);
        let end = link
            .find(|letter: char| letter.is_whitespace() || letter.is_control() || "<>\"".contains(letter))
            .unwrap_or(link.len());
        // What ends a sentence does not belong to the address.
        let link = link
            .get(..end)
            .unwrap_or_default()
            .trim_end_matches(|letter: char| ".,;:!?)]'".contains(letter));
        if !before.is_empty() {
            found.push(Piece::Plain(before));
        }
        let has_host = link.split_once("://").is_some_and(|(_, host)| !host.is_empty());
        found.push(if has_host {
            Piece::Link(link)
        } else {
            Piece::Plain(link)
        });
        rest = rest.get(begin + link.len()..).unwrap_or_default();
    }
    if !rest.is_empty() {
        found.push(Piece::Plain(rest));
    }
    found
}

/// Where the next address begins: at the beginning of a word.
fn begin_of_link(text: &str) -> Option<usize> {
    ["https://", "http://"]
        .into_iter()
        .flat_map(|scheme| text.match_indices(scheme))
        .map(|(at, _)| at)
        .filter(|at| {
            let before = text.get(..*at).and_then(|before| before.chars().next_back());
            before.is_none_or(|letter| !letter.is_alphanumeric())
        })
        .min()
}

#[cfg(test)]
mod tests {
    use super::Piece::{Link, Plain};
    use super::*;

    fn message() -> Message {
        Message {
            id: "m".to_owned(),
            number: 1,
            author_id: PersonId("noor".to_owned()),
            author: "Noor".to_owned(),
            text: "Dag".to_owned(),
            written_at: 0,
            changed_at: None,
            removed_at: None,
        }
    }

    #[test]
    fn only_ones_own_message_is_changed_and_only_for_an_hour() {
        let (noor, bram) = (PersonId("noor".to_owned()), PersonId("bram".to_owned()));
        let after = |minutes| Timestamp::UNIX_EPOCH + SignedDuration::from_mins(minutes);
        assert!(may_change(&message(), &noor, true, after(60)));
        assert!(!may_change(&message(), &noor, true, after(61)));
        assert!(
            !may_change(&message(), &noor, false, after(1)),
            "the thread is closed"
        );
        assert!(!may_change(&message(), &bram, true, after(1)));
        assert!(may_remove(&message(), &noor) && !may_remove(&message(), &bram));
        let removed = Message {
            removed_at: Some(1),
            ..message()
        };
        assert!(!may_remove(&removed, &noor) && !may_change(&removed, &noor, true, after(1)));
    }

    #[test]
    fn a_page_holds_fifty() {
        assert_eq!([0, 1, 50, 51, 100, 101].map(pages), [1, 1, 1, 2, 2, 3]);
        assert_eq!([0, 1, 50, 51, 101].map(page_of), [1, 1, 1, 2, 3]);
        assert_eq!(page_asked("", 2, 120), 2);
        assert_eq!(page_asked("9", 1, 120), 3);
        assert_eq!(page_asked("-1", 1, 120), 1);
    }

    #[test]
    fn a_text_is_paragraphs_and_only_addresses_on_the_web_are_links() {
        assert_eq!(
            paragraphs("Dag\nKijk op https://voorbeeld.example/a_(b).\n\n \njavascript:alert(1)"),
            [
                vec![
                    vec![Plain("Dag")],
                    vec![
                        Plain("Kijk op "),
                        Link("https://voorbeeld.example/a_(b"),
                        Plain(").")
                    ],
                ],
                vec![vec![Plain("javascript:alert(1)")]],
            ]
        );
        for plain in [
            "xhttps://a",
            "https://",
            "ftp://a.example",
            "data:text/html,x",
            "www.a.example",
        ] {
            let read = paragraphs(plain);
            let links = read
                .iter()
                .flatten()
                .flatten()
                .filter(|piece| matches!(piece, Link(_)));
            assert_eq!(links.count(), 0, "{plain}");
        }
    }

    #[test]
    fn no_letter_is_lost() {
        for text in [
            "a https://b.example, c http://d.example!",
            "https:// https://x",
            "(https://é.example/ñ) \"http://y\"",
        ] {
            let read = paragraphs(text);
            let whole: String = read
                .iter()
                .flatten()
                .flatten()
                .map(|piece| match piece {
                    Plain(text) | Link(text) => *text,
                })
                .collect();
            assert_eq!(whole, text);
        }
    }
}
