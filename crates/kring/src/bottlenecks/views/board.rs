//! The page of a diagram: what is asked now, the drawing, the causes as lists, and one form.

use maud::{Markup, html};
use ui::{
    Choice, Field, Problems, Tone, box_name, boxes_field, button, choice_field, hidden, notice, text_field,
};

use super::outline::outline;
use super::svg::picture;
use super::{right_above, spots, state, trail};
use crate::bottlenecks::Cause;
use crate::bottlenecks::asking::may_ask;
use crate::bottlenecks::pages::{Board, Seen};
use crate::bottlenecks::rules::{Act, MOST_VOTES, State};
use crate::bottlenecks::tree::{Spot, takes, under};
use crate::bottlenecks::voting::BOX;
use crate::web::{Html, LINE, Posted, Visitor, asset, print_button};

/// What the page shows.
pub(in crate::bottlenecks) struct Shown<'a> {
    pub(in crate::bottlenecks) seen: &'a Seen,
    pub(in crate::bottlenecks) board: &'a Board,
    /// What was typed.
    pub(in crate::bottlenecks) posted: &'a Posted,
    pub(in crate::bottlenecks) problems: &'a Problems,
}

pub(in crate::bottlenecks) fn page(visitor: &Visitor, shown: &Shown<'_>) -> Html {
    let words = visitor.words();
    let bottleneck = &shown.seen.bottleneck;
    let body = html! {
        kring-board class={ "bottleneck accent-" (bottleneck.accent) } data-here=(bottleneck.href())
            data-version=(bottleneck.version) data-state=(bottleneck.state) data-news=(words.bottlenecks_news())
            data-unsent=(words.bottlenecks_unsent()) data-turned=(words.bottlenecks_turned()) {
            header.bone-head {
                p.kicker { (bottleneck.group_name) " · " (state(words, &bottleneck.state)) }
                h1 lang="nl" dir="auto" { (bottleneck.effect) }
                p.bone-links {
                    @if let (Some(id), Some(title)) = (&bottleneck.meeting_id, &bottleneck.meeting) {
                        a href={ "/meetings/" (id) } { (words.bottlenecks_for_meeting(title.as_str())) }
                    }
                    @if shown.seen.may(Act::Settle) { a href={ (bottleneck.href()) "/settings" } { (words.bottlenecks_settings()) } }
                    a data-reload href=(bottleneck.href()) { (words.bottlenecks_reload()) }
                    (print_button(&words.meetings_print()))
                }
            }
            (now(visitor, shown))
            p.small role="status" data-status {}
            div.bone-body {
                // What is asked now comes first, and while it is filled that is to read.
                @if bottleneck.state() == State::Open {
                    (outline(visitor, shown.seen, shown.board))
                    (aside(visitor, shown))
                } @else {
                    (aside(visitor, shown))
                    (outline(visitor, shown.seen, shown.board))
                }
                (picture(visitor, shown.seen, shown.board))
            }
            script type="module" src=(asset("board.js")) {}
        }
    };
    visitor.page(&bottleneck.effect, None, &trail(visitor, bottleneck), body)
}

/// Everything that can be done.
fn aside(visitor: &Visitor, shown: &Shown<'_>) -> Markup {
    html! {
        div.bone-aside {
            @if shown.seen.may(Act::Add) { (adding(visitor, shown)) }
            @if shown.seen.may(Act::Vote) { (voting(visitor, shown)) }
            @if shown.seen.bottleneck.state() == State::Closed { (roots(visitor, shown)) }
            @if shown.seen.may(Act::Turn) { (turning(visitor, shown)) }
        }
    }
}

/// What changes on the page while it is open.
pub(in crate::bottlenecks) fn parts(visitor: &Visitor, seen: &Seen, board: &Board) -> Html {
    let bottleneck = &seen.bottleneck;
    html! {
        div data-version=(bottleneck.version) data-state=(bottleneck.state) {
            (outline(visitor, seen, board))
            (picture(visitor, seen, board))
            @if seen.may(Act::Add) { select data-places { (options(board, "")) } }
            p data-voters { (visitor.words().bottlenecks_voters(board.voters)) }
        }
    }
    .into()
}

/// What is asked now.
fn now(visitor: &Visitor, shown: &Shown<'_>) -> Markup {
    let words = visitor.words();
    let bottleneck = &shown.seen.bottleneck;
    let text = match (bottleneck.state(), shown.seen.may(Act::Vote)) {
        (State::Open, _) => words.bottlenecks_ask_open(),
        (State::Voting, true) => words.bottlenecks_ask_vote(MOST_VOTES),
        (State::Voting, false) => words.bottlenecks_ask_wait(),
        (State::Closed, _) => words.bottlenecks_ask_closed(),
    };
    html! {
        @if let Some(problem) = shown.problems.of("form") { (notice(Tone::Problem, &html! { p { (problem) } })) }
        (notice(Tone::Calm, &html! {
            p { (text) }
            @if bottleneck.is_anonymous && bottleneck.state() == State::Open { p { (words.bottlenecks_is_anonymous()) } }
        }))
        // What was typed when there was no place for it any more.
        @if let Some(problem) = shown.problems.of("text").filter(|_| !shown.seen.may(Act::Add)) {
            (notice(Tone::Problem, &html! { p { (problem) } blockquote lang="nl" dir="auto" { (shown.posted.text("text")) } }))
        }
    }
}

/// Every spot with room under it.
fn options(board: &Board, chosen: &str) -> Markup {
    html! {
        @for choice in spots(board, |spot: &Spot| takes(spot, &board.causes)) {
            option value=(choice.value) selected[choice.value == chosen] { (choice.label) }
        }
    }
}

fn adding(visitor: &Visitor, shown: &Shown<'_>) -> Markup {
    let words = visitor.words();
    let (under, under_help) = (words.bottlenecks_under(), words.bottlenecks_under_help());
    let (text, text_help) = (words.bottlenecks_text(), words.bottlenecks_text_help());
    let (posted, problems) = (shown.posted, shown.problems);
    let field = |name: &'static str, label, hint| Field {
        name,
        label,
        hint,
        value: posted.text(name),
        problem: problems.of(name),
    };
    let choices: Vec<Choice> = spots(shown.board, |spot| takes(spot, &shown.board.causes));
    html! {
        section.bone-form id="add" aria-labelledby="add-title" data-adding {
            h2 id="add-title" { (words.bottlenecks_add()) }
            form.planning-form method="post" action={ (shown.seen.bottleneck.href()) "/causes" } {
                (hidden("key", posted.text("key")))
                (choice_field(&field("under", &under, &under_help), &choices))
                (text_field(&field("text", &text, &text_help), LINE))
                div { (button(&words.bottlenecks_add_button())) }
            }
        }
    }
}

fn voting(visitor: &Visitor, shown: &Shown<'_>) -> Markup {
    let words = visitor.words();
    let causes = &shown.board.causes;
    let all: Vec<&Cause> = shown
        .board
        .categories
        .iter()
        .flat_map(|category| under(&Spot::Category(category.id.clone()), causes))
        .map(|(cause, _)| cause)
        .collect();
    let choices: Vec<Choice> = all
        .iter()
        .map(|cause| Choice {
            value: cause.id.clone(),
            label: format!("{} ({})", cause.text, right_above(cause, causes)),
        })
        .collect();
    let typed: Vec<String> = (0..all.len())
        .filter_map(|index| shown.posted.get(&box_name(BOX, index)))
        .map(str::to_owned)
        .collect();
    let mine = all
        .iter()
        .filter(|cause| cause.mine > 0)
        .map(|cause| cause.id.clone())
        .collect();
    let chosen: Vec<String> = if typed.is_empty() { mine } else { typed };
    let (label, hint) = (
        words.bottlenecks_vote_label(MOST_VOTES),
        words.bottlenecks_vote_help(),
    );
    let field = Field {
        name: BOX,
        label: &label,
        hint: &hint,
        value: "",
        problem: shown.problems.of(BOX),
    };
    html! {
        section.bone-form id="vote" aria-labelledby="vote-title" {
            h2 id="vote-title" { (words.bottlenecks_vote()) }
            p.small data-voters { (words.bottlenecks_voters(shown.board.voters)) }
            form.planning-form method="post" action={ (shown.seen.bottleneck.href()) "/votes" } {
                (boxes_field(&field, &choices, &chosen))
                div { (button(&words.bottlenecks_vote_button())) }
            }
        }
    }
}

/// What most people chose, the most chosen first, and what became of each.
fn roots(visitor: &Visitor, shown: &Shown<'_>) -> Markup {
    let words = visitor.words();
    let mut chosen: Vec<&Cause> = shown
        .board
        .causes
        .iter()
        .filter(|cause| cause.votes > 0)
        .collect();
    chosen.sort_by_key(|cause| std::cmp::Reverse(cause.votes));
    html! {
        section.bone-form aria-labelledby="roots-title" {
            h2 id="roots-title" { (words.bottlenecks_roots()) }
            @if chosen.is_empty() { p { (words.bottlenecks_roots_none()) } }
            ol.bone-roots {
                @for cause in chosen {
                    li {
                        a lang="nl" href={ "/causes/" (cause.id) } { (cause.text) }
                        " " strong.bone-votes { (words.bottlenecks_votes(cause.votes)) }
                        p.small {
                            @match cause.case_state.as_deref() {
                                Some("treated") => (words.bottlenecks_treated()),
                                Some(_) => (words.bottlenecks_on_agenda()),
                                None if may_ask(shown.seen, cause) => {
                                    a href={ "/causes/" (cause.id) "/question" } {
                                        (words.bottlenecks_ask()) span.visually-hidden { ": " (cause.text) }
                                    }
                                }
                                None => {}
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Further and back, for whoever leads.
fn turning(visitor: &Visitor, shown: &Shown<'_>) -> Markup {
    let words = visitor.words();
    let action = format!("{}/state", shown.seen.bottleneck.href());
    let step = |to: State, label: String, is_main: bool| {
        html! {
            form method="post" action=(action) {
                (hidden("to", to.word()))
                @if is_main { (button(&label)) } @else { button.button.quiet type="submit" { (label) } }
            }
        }
    };
    html! {
        section.bone-form aria-labelledby="turn-title" {
            h2 id="turn-title" { (words.bottlenecks_lead_title()) }
            @match shown.seen.bottleneck.state() {
                State::Open => {
                    p.small { (words.bottlenecks_turn_voting_text()) }
                    (step(State::Voting, words.bottlenecks_turn_voting(), true))
                }
                State::Voting => {
                    @if !shown.seen.may(Act::Vote) { p.small data-voters { (words.bottlenecks_voters(shown.board.voters)) } }
                    (step(State::Closed, words.bottlenecks_turn_closed(), true))
                    (step(State::Open, words.bottlenecks_turn_open(), false))
                }
                State::Closed => (step(State::Voting, words.bottlenecks_turn_again(), false)),
            }
        }
    }
}
