//! A thread, and a message of one's own.

use jiff::Timestamp;
use maud::{Markup, html};
use ui::{Field, Problems, Tone, button, hidden, long_field, notice};

use super::{moment, no_cases, pager, trail};
use crate::community::pages::InThread;
use crate::community::rules::{self, Piece};
use crate::community::{Message, Thread};
use crate::web::{Html, Posted, TEXT, Visitor, asset};

/// Everything the page of a thread shows.
pub(in crate::community) struct Shown<'a> {
    pub(in crate::community) inside: &'a InThread,
    /// Those of this page.
    pub(in crate::community) messages: &'a [Message],
    /// Up to which message they had read it.
    pub(in crate::community) read_to: i64,
    /// Which page it is.
    pub(in crate::community) page: i64,
    /// What stands in the form.
    pub(in crate::community) posted: &'a Posted,
    pub(in crate::community) problems: &'a Problems,
    /// The present moment.
    pub(in crate::community) now: Timestamp,
}

/// The page of a thread.
pub(in crate::community) fn thread(visitor: &Visitor, shown: &Shown<'_>) -> Html {
    let InThread { place, thread, .. } = shown.inside;
    let here = format!("/threads/{}", thread.id);
    let pages = rules::pages(thread.messages);
    let seen = shown.messages.last().map_or(0, |message| message.number);
    let body = html! {
        div class={ "community accent-" (place.accent) } {
            header {
                p.kicker lang="nl" { (place.name()) }
                h1 lang="nl" { (thread.title) }
            }
            (no_cases(visitor, place))
            (pager(visitor, &here, (shown.page, pages)))
            ol.messages { @for message in shown.messages { (line(visitor, shown, message)) } }
            (pager(visitor, &here, (shown.page, pages)))
            @if seen > shown.read_to { (mark(visitor, thread, seen)) }
            @if thread.is_open() { (answer(visitor, shown, seen)) } @else { (closed(visitor, shown.posted)) }
            @if shown.inside.keeps { (closing(visitor, thread)) }
        }
    };
    visitor.page(&thread.title, None, &trail(visitor, place, true), body)
}

/// A text of somebody, with its paragraphs and links.
fn text(text: &str) -> Markup {
    html! {
        @for lines in rules::paragraphs(text) {
            p {
                @for (number, pieces) in lines.iter().enumerate() {
                    @if number > 0 { br; }
                    @for piece in pieces {
                        @match piece {
                            Piece::Plain(text) => (text),
                            Piece::Link(link) => a href=(link) rel="nofollow ugc noopener noreferrer" { (link) },
                        }
                    }
                }
            }
        }
    }
}

fn line(visitor: &Visitor, shown: &Shown<'_>, message: &Message) -> Markup {
    let words = visitor.words();
    let InThread { person, thread, .. } = shown.inside;
    let is_own = message.author_id == *person;
    let is_new = message.number > shown.read_to && !is_own && message.removed_at.is_none();
    html! {
        li id={ "m" (message.number) } class=[is_new.then_some("is-new")] {
            p.message-head {
                strong { (message.author) }
                span.small { (moment(visitor, message.written_at)) }
                @if is_new { span.thread-new { (words.community_new()) } }
                @if message.changed_at.is_some() && message.removed_at.is_none() {
                    span.small { (words.community_changed()) }
                }
            }
            @if message.removed_at.is_some() {
                p.small { em { (words.community_removed()) } }
            } @else {
                div.message-text lang="nl" { (text(&message.text)) }
                @if rules::may_remove(message, person) {
                    p.small {
                        a href={ "/threads/" (thread.id) "/messages/" (message.id) } {
                            @if rules::may_change(message, person, thread.is_open(), shown.now) {
                                (words.community_change_or_remove())
                            } @else { (words.community_remove()) }
                            span.visually-hidden { " " (words.community_of(message.number)) }
                        }
                    }
                }
            }
        }
    }
}

/// Says that this was read. With script that happens by itself, once the page is in sight.
fn mark(visitor: &Visitor, thread: &Thread, seen: i64) -> Markup {
    html! {
        form.read-mark method="post" action={ "/threads/" (thread.id) "/reading" } {
            (hidden("seen", &seen.to_string()))
            button.button.quiet type="submit" { (visitor.words().community_mark_read()) }
        }
        script type="module" src=(asset("reading.js")) {}
    }
}

fn answer(visitor: &Visitor, shown: &Shown<'_>, seen: i64) -> Markup {
    let words = visitor.words();
    let (label, hint) = (words.community_answer(), words.community_text_hint());
    let field = Field {
        name: "text",
        label: &label,
        hint: &hint,
        value: shown.posted.text("text"),
        problem: shown.problems.of("text"),
    };
    html! {
        form.planning-form method="post" action={ "/threads/" (shown.inside.thread.id) } {
            (hidden("key", shown.posted.text("key")))
            (hidden("seen", &seen.to_string()))
            (long_field(&field, 6, TEXT))
            div { (button(&words.community_send())) }
        }
    }
}

/// Nobody can answer. What somebody typed meanwhile is there to take along.
fn closed(visitor: &Visitor, posted: &Posted) -> Markup {
    let words = visitor.words();
    let typed = posted.text("text");
    let (label, hint) = (words.community_typed(), words.community_typed_hint());
    html! {
        @if typed.is_empty() {
            (notice(Tone::Calm, &html! { p { (words.community_is_closed()) } }))
        } @else {
            (notice(Tone::Problem, &html! { p { (words.community_closed_meanwhile()) } }))
            (kept(&label, &hint, typed))
        }
    }
}

/// What somebody typed and cannot send, to copy.
fn kept(label: &str, hint: &str, typed: &str) -> Markup {
    html! {
        div.field {
            label for="text" { (label) }
            p.hint #text-hint { (hint) }
            textarea #text rows="6" readonly aria-describedby="text-hint" { (typed) }
        }
    }
}

/// For who keeps the place.
fn closing(visitor: &Visitor, thread: &Thread) -> Markup {
    let words = visitor.words();
    let is_open = thread.is_open();
    html! {
        form.thread-closing method="post" action={ "/threads/" (thread.id) "/closure" } {
            (hidden("do", if is_open { "close" } else { "open" }))
            p.small { (if is_open { words.community_close_text() } else { words.community_reopen_text() }) }
            button.button.quiet type="submit" { (if is_open { words.community_close() } else { words.community_reopen() }) }
        }
    }
}

/// A message of one's own, to change or take away.
pub(in crate::community) fn own(
    visitor: &Visitor,
    inside: &InThread,
    message: &Message,
    changes: bool,
    (typed, problems): (&str, &Problems),
) -> Html {
    let words = visitor.words();
    let InThread { place, thread, .. } = inside;
    let here = format!("/threads/{}/messages/{}", thread.id, message.id);
    let (label, hint) = (words.community_own_text(), words.community_text_hint());
    let field = Field {
        name: "text",
        label: &label,
        hint: &hint,
        value: typed,
        problem: problems.of("text"),
    };
    let mut trail = trail(visitor, place, true);
    trail.push(ui::Crumb {
        name: thread.title.clone(),
        href: format!("/threads/{}", thread.id),
    });
    let body = html! {
        div class={ "community accent-" (place.accent) } {
            header {
                h1 { (words.community_own()) }
                p.small { (moment(visitor, message.written_at)) }
            }
            @if changes {
                form.planning-form method="post" action=(here) {
                    (long_field(&field, 8, TEXT))
                    div { (button(&words.community_save())) }
                }
            } @else {
                (notice(Tone::Calm, &html! { p { (words.community_too_late()) } }))
                @if typed == message.text { div.message-text lang="nl" { (text(typed)) } }
                @else { (kept(&words.community_typed(), &words.community_typed_hint(), typed)) }
            }
            form.thread-closing method="post" action={ (here) "/removal" } {
                p.small { (words.community_remove_text()) }
                button.button.quiet type="submit" { (words.community_remove()) }
            }
        }
    };
    visitor.page(&words.community_own(), None, &trail, body)
}
