//! The threads of a place, and the form of a new one.

use maud::{Markup, html};
use ui::{
    Choice, Field, Problems, Tone, button, button_link, empty, hidden, long_field, notice, radio_field,
    text_field,
};

use super::{moment, no_cases, pager, trail};
use crate::community::{Line, Place};
use crate::web::{Html, LINE, Posted, TEXT, Visitor};

/// The threads of a place.
pub(in crate::community) fn list(
    visitor: &Visitor,
    place: &Place,
    (lines, part): (&[Line], (i64, i64)),
    (manner, is_saved): (&str, bool),
) -> Html {
    let words = visitor.words();
    let here = format!("{}/threads", place.home());
    let begin = button_link(&words.community_begin(), &format!("{here}/new"));
    let body = html! {
        div class={ "community accent-" (place.accent) } {
            header {
                p.kicker lang="nl" { (place.name()) }
                h1 { (words.community_title()) }
                p.lead { (who_reads(visitor, place)) }
            }
            @if is_saved { (notice(Tone::Good, &html! { p { (words.community_saved()) } })) }
            (no_cases(visitor, place))
            @if lines.is_empty() {
                (empty(&words.community_none(), &words.community_none_text(), &begin))
            } @else {
                p { (begin) }
                ul.thread-lines { @for line in lines { (thread_line(visitor, line)) } }
                (pager(visitor, &here, part))
            }
            (hearing(visitor, place, manner))
        }
    };
    visitor.page(
        &words.community_title(),
        None,
        &trail(visitor, place, false),
        body,
    )
}

/// How this person hears of messages, to choose.
fn hearing(visitor: &Visitor, place: &Place, manner: &str) -> Markup {
    let words = visitor.words();
    let label = words.community_hear();
    let hint = if place.is_sensitive {
        words.community_hear_sensitive()
    } else {
        words.community_hear_hint()
    };
    let field = Field {
        name: "manner",
        label: &label,
        hint: &hint,
        value: manner,
        problem: None,
    };
    let choices = [
        ("each", words.community_hear_each()),
        ("digest", words.community_hear_digest()),
        ("nothing", words.community_hear_nothing()),
    ];
    let choices = choices.map(|(value, label)| Choice {
        value: value.to_owned(),
        label,
    });
    html! {
        form.thread-closing method="post" action={ (place.home()) "/threads/mail" } {
            (radio_field(&field, &choices))
            button.button.quiet type="submit" { (words.community_save()) }
        }
    }
}

/// Who can read what is written here.
fn who_reads(visitor: &Visitor, place: &Place) -> String {
    let words = visitor.words();
    if place.group_id.is_some() {
        words.community_lead_group()
    } else {
        words.community_lead_programme()
    }
}

fn thread_line(visitor: &Visitor, line: &Line) -> Markup {
    let words = visitor.words();
    html! {
        li class=[(line.unread > 0).then_some("is-new")] {
            a href={ "/threads/" (line.id) } lang="nl" { (line.title) }
            @if line.unread > 0 { " " span.thread-new { (words.community_unread(line.unread)) } }
            @if line.state == "closed" { " " span.state { (words.community_closed()) } }
            p.small {
                (words.community_by(line.opener.as_str())) " · " (words.community_messages(line.messages)) " · "
                (words.community_last(moment(visitor, line.last_at)))
            }
        }
    }
}

/// The form of a new thread.
pub(in crate::community) fn fresh(
    visitor: &Visitor,
    place: &Place,
    posted: &Posted,
    problems: &Problems,
) -> Html {
    let words = visitor.words();
    let (title, text, hint) = (
        words.community_thread_title(),
        words.community_first(),
        words.community_text_hint(),
    );
    let field = |name: &'static str, label, hint| Field {
        name,
        label,
        hint,
        value: posted.text(name),
        problem: problems.of(name),
    };
    let body = html! {
        div class={ "community accent-" (place.accent) } {
            header {
                p.kicker lang="nl" { (place.name()) }
                h1 { (words.community_begin()) }
                p.lead { (who_reads(visitor, place)) }
            }
            (no_cases(visitor, place))
            form.planning-form method="post" action={ (place.home()) "/threads/new" } {
                (hidden("key", posted.text("key")))
                (text_field(&field("title", &title, ""), LINE))
                (long_field(&field("text", &text, &hint), 8, TEXT))
                div { (button(&words.community_open())) }
            }
        }
    };
    visitor.page(&words.community_begin(), None, &trail(visitor, place, true), body)
}
