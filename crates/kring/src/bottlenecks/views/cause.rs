//! Forms of one cause: its words, its place, taking it away, and the question it becomes.

use maud::{Markup, html};
use ui::{Choice, Field, Problems, Tone, button, choice_field, hidden, long_field, notice, text_field};

use super::{above, choices, spots, trail_inside};
use crate::bottlenecks::Cause;
use crate::bottlenecks::asking::QUESTION;
use crate::bottlenecks::pages::{Board, Seen};
use crate::bottlenecks::tree::{Spot, beside, may_move};
use crate::id::PersonId;
use crate::meetings::Meeting;
use crate::web::{Html, LINE, Posted, Visitor};

/// What the page shows on which a cause is changed.
pub(in crate::bottlenecks) struct Edited<'a> {
    pub(in crate::bottlenecks) seen: &'a Seen,
    pub(in crate::bottlenecks) board: &'a Board,
    pub(in crate::bottlenecks) cause: &'a Cause,
    /// May change its words, and take it away.
    pub(in crate::bottlenecks) tends: bool,
    pub(in crate::bottlenecks) posted: &'a Posted,
    pub(in crate::bottlenecks) problems: &'a Problems,
}

pub(in crate::bottlenecks) fn edit(visitor: &Visitor, shown: &Edited<'_>) -> Html {
    let words = visitor.words();
    let cause = shown.cause;
    let body = html! {
        div class={ "briefs accent-" (shown.seen.bottleneck.accent) } {
            header {
                p.kicker lang="nl" { (above(cause, &shown.board.causes)) }
                h1 lang="nl" dir="auto" { (cause.text) }
                @if let Some(author) = &cause.author { p.small { (words.bottlenecks_by(author.as_str())) } }
            }
            @if shown.tends { (renaming(visitor, shown)) }
            @else { p { (words.bottlenecks_not_yours()) } }
            (moving(visitor, shown))
            @if shown.tends { (removing(visitor, shown)) }
            p { a href={ (shown.seen.bottleneck.href()) "#c-" (cause.id) } { (words.bottlenecks_back()) } }
        }
    };
    visitor.page(
        &words.bottlenecks_edit_title(),
        None,
        &trail_inside(visitor, shown.seen),
        body,
    )
}

fn renaming(visitor: &Visitor, shown: &Edited<'_>) -> Markup {
    let words = visitor.words();
    let (label, hint) = (words.bottlenecks_text(), words.bottlenecks_text_help());
    let field = Field {
        name: "text",
        label: &label,
        hint: &hint,
        value: shown.posted.text("text"),
        problem: shown.problems.of("text"),
    };
    html! {
        form.planning-form method="post" action={ "/causes/" (shown.cause.id) "/text" } {
            (hidden("version", shown.posted.text("version")))
            (text_field(&field, LINE))
            div { (button(&words.bottlenecks_save())) }
        }
    }
}

fn moving(visitor: &Visitor, shown: &Edited<'_>) -> Markup {
    let words = visitor.words();
    let id = &shown.cause.id;
    let (label, hint) = (words.bottlenecks_move_under(), words.bottlenecks_move_help());
    let spot = Spot::of(shown.cause);
    let field = Field {
        name: "under",
        label: &label,
        hint: &hint,
        value: spot.as_ref().map_or("", Spot::name),
        problem: shown.problems.of("under"),
    };
    let choices = spots(shown.board, |spot| may_move(id, spot, &shown.board.causes));
    let beside = spot
        .as_ref()
        .map_or(0, |spot| beside(spot, &shown.board.causes).len());
    let action = format!("/causes/{id}/place");
    html! {
        section {
            h2 { (words.bottlenecks_move()) }
            @if beside > 1 {
                form.actions-row method="post" action=(action) {
                    button.button.quiet type="submit" name="do" value="up" { (words.bottlenecks_up()) }
                    button.button.quiet type="submit" name="do" value="down" { (words.bottlenecks_down()) }
                }
            }
            form.planning-form method="post" action=(action) {
                (choice_field(&field, &choices))
                div { button.button.quiet type="submit" { (words.bottlenecks_move_button()) } }
            }
        }
    }
}

fn removing(visitor: &Visitor, shown: &Edited<'_>) -> Markup {
    let words = visitor.words();
    let is_bare = beside(&Spot::Cause(shown.cause.id.clone()), &shown.board.causes).is_empty();
    html! {
        section {
            h2 { (words.bottlenecks_remove()) }
            @if let Some(problem) = shown.problems.of("removal") { (notice(Tone::Problem, &html! { p { (problem) } })) }
            @if is_bare && shown.cause.meeting_id.is_none() {
                p { (words.bottlenecks_remove_text()) }
                form method="post" action={ "/causes/" (shown.cause.id) "/removal" } {
                    button.button.quiet type="submit" { (words.bottlenecks_remove_button()) }
                }
            } @else { p { (words.bottlenecks_not_bare()) } }
        }
    }
}

/// What the form shows with which a cause becomes a question.
pub(in crate::bottlenecks) struct Asked<'a> {
    pub(in crate::bottlenecks) seen: &'a Seen,
    pub(in crate::bottlenecks) cause: &'a Cause,
    pub(in crate::bottlenecks) meetings: &'a [Meeting],
    /// Who can bring it; nobody when it is whoever asks.
    pub(in crate::bottlenecks) people: &'a [(PersonId, String)],
    pub(in crate::bottlenecks) posted: &'a Posted,
    pub(in crate::bottlenecks) problems: &'a Problems,
}

pub(in crate::bottlenecks) fn asking(visitor: &Visitor, shown: &Asked<'_>) -> Html {
    let words = visitor.words();
    let cause = shown.cause;
    let body = html! {
        div class={ "briefs accent-" (shown.seen.bottleneck.accent) } {
            header {
                h1 { (words.bottlenecks_ask()) }
                p.lead { (words.bottlenecks_ask_lead()) }
                blockquote lang="nl" dir="auto" { (cause.text) }
            }
            @if shown.meetings.is_empty() {
                (notice(Tone::Calm, &html! {
                    p { (words.bottlenecks_no_meetings()) }
                    p { a href={ "/groups/" (shown.seen.bottleneck.group_id) } { (shown.seen.bottleneck.group_name) } }
                }))
            } @else { (question(visitor, shown)) }
        }
    };
    visitor.page(
        &words.bottlenecks_ask(),
        None,
        &trail_inside(visitor, shown.seen),
        body,
    )
}

fn question(visitor: &Visitor, shown: &Asked<'_>) -> Markup {
    let words = visitor.words();
    let labels = [
        (
            words.bottlenecks_question_title(),
            words.bottlenecks_question_title_help(),
        ),
        (words.bottlenecks_question(), words.bottlenecks_question_help()),
        (words.bottlenecks_question_meeting(), String::new()),
        (
            words.bottlenecks_question_owner(),
            words.bottlenecks_question_owner_help(),
        ),
    ];
    let [title, question, meeting, owner] = &labels;
    let made = |name: &'static str| (shown.posted.text(name), shown.problems.of(name));
    let people: Vec<Choice> = std::iter::once((String::new(), words.bottlenecks_choose()))
        .chain(shown.people.iter().map(|(id, name)| (id.0.clone(), name.clone())))
        .map(|(value, label)| Choice { value, label })
        .collect();
    html! {
        form.planning-form method="post" action={ "/causes/" (shown.cause.id) "/question" } {
            (text_field(&with("title", title, made("title")), LINE))
            (long_field(&with("question", question, made("question")), 2, QUESTION))
            (choice_field(&with("meeting", meeting, made("meeting")), &choices(visitor, shown.meetings, words.bottlenecks_choose())))
            @if shown.people.is_empty() { p.small { (words.bottlenecks_you_bring()) } }
            @else { (choice_field(&with("owner", owner, made("owner")), &people)) }
            div { (button(&words.bottlenecks_ask_button())) }
        }
    }
}

fn with<'a>(
    name: &'a str,
    (label, hint): &'a (String, String),
    (value, problem): (&'a str, Option<&'a str>),
) -> Field<'a> {
    Field {
        name,
        label,
        hint,
        value,
        problem,
    }
}
