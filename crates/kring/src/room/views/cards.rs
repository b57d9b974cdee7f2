//! Cards in sight: mine, and those of the group, with what may be done with them.

use std::collections::BTreeSet;

use maud::{Markup, html};
use session::event::Body;
use session::ids::CardNo;
use session::model::{InputKind, Mode, Scale, VoteKind};
use session::sight::Eyes;
use session::view::CardView;
use ui::{Icon, Language, icon};

use super::fields::answers_in_words;
use super::work::work;
use super::{Scene, boards, rated};
use crate::people::initials;
use crate::room::rules::{Lacks, lacks};

/// Boards with what lies on them, then the lists of cards. An empty list is there and hidden, so that a card can come into it by
/// itself; a step with boards or piles is always drawn as a whole.
pub(super) fn cards(scene: &Scene<'_>) -> Markup {
    let words = scene.words();
    if !scene.is_running() && !scene.view.looking_back {
        return html! {};
    }
    let (placed, loose): (Vec<_>, Vec<_>) = scene
        .view
        .cards
        .iter()
        .partition(|card| boards::board_of(scene, card).is_some());
    let (mine, shared): (Vec<_>, Vec<_>) = loose.into_iter().partition(|card| card.hidden);
    html! {
        @for board in &scene.view.boards {
            @let here: Vec<_> = placed
                .iter()
                .copied()
                .filter(|card| boards::board_of(scene, card).is_some_and(|other| other.id == board.id))
                .collect();
            @if !here.is_empty() || boards::is_written_on(scene, board) { (boards::board(scene, board, &here)) }
        }
        section.room-list id=(list_id(scene, true)) hidden[mine.is_empty()] {
            h2 { (words.room_my_cards()) }
            ul.room-cards { @for card in mine { (one(scene, card)) } }
        }
        @let scale = rated::scale(scene, &shared);
        section.room-list id=(list_id(scene, false)) hidden[shared.is_empty()] data-sorted[scale.is_some()] {
            h2 { (words.room_cards()) }
            @match scale {
                Some(scale) => (rated::sorted(scene, scale, &shared)),
                None => ul.room-cards { @for card in shared { (one(scene, card)) } },
            }
        }
    }
}

/// A page that looks back must not be changed by what the stream says of the same cards now.
fn kind(scene: &Scene<'_>) -> &'static str {
    if scene.view.looking_back { "seen" } else { "card" }
}

fn list_id(scene: &Scene<'_>, is_mine: bool) -> String {
    format!("{}s-{}", kind(scene), if is_mine { "mine" } else { "shared" })
}

/// Some cards as they look now, each to be put into its list or in the place of its former self; and the places of those that
/// were taken back, for whoever saw them.
pub(in crate::room) fn changed(scene: &Scene<'_>, eyes: Eyes, cards: &BTreeSet<CardNo>) -> Markup {
    let gone = cards.iter().filter(|card| scene.state.saw(eyes, **card));
    html! {
        @for card in &scene.view.cards { (one(scene, card)) }
        @for card in gone { li id={ "card-" (card.0) } data-gone="" {} }
    }
}

/// A card. Within its list it stands behind the others of its input.
pub(super) fn one(scene: &Scene<'_>, card: &CardView<'_>) -> Markup {
    let words = scene.words();
    html! {
        li.room-card.picked[!card.picks.is_empty()] id={ (kind(scene)) "-" (card.card.0) }
            data-into=(list_id(scene, card.hidden)) data-input=(card.input.0) {
            @match card.body {
                Body::Form(answers) => (answers_in_words(scene, card.input, answers)),
                Body::Text(_) => (body(card.body)),
            }
            (place(scene, card))
            p.small {
                @match card.author {
                    _ if card.mine => (words.room_of_you()),
                    Some(author) => {
                        span.room-initials aria-hidden="true" { (initials(&scene.name(author))) } (scene.name(author))
                    }
                    None => (words.room_of_nobody()),
                }
                @if card.hidden { " · " (hidden(scene, card)) }
                @if card.unfinished { " · " (words.room_unfinished()) }
                @else if card.late { " · " (words.room_late()) }
            }
            (smart(scene, card))
            (marks(scene, card))
            @if scene.is_open() && !scene.view.looking_back { (work(scene, card)) }
        }
    }
}

/// A question about an action of the viewer's own, never a wall.
fn smart(scene: &Scene<'_>, card: &CardView<'_>) -> Markup {
    let words = scene.words();
    let is_action = scene
        .state
        .input(card.input)
        .is_some_and(|input| input.kind == InputKind::Action);
    let lacks = match card.body {
        Body::Form(answers) if is_action && card.mine && card.may_change => lacks(answers),
        _ => None,
    };
    html! {
        @if let Some(lacks) = lacks {
            p.smart-hint {
                (match lacks {
                    Lacks::Specific => words.room_smart_specific(),
                    Lacks::Measurable => words.room_smart_measurable(),
                    Lacks::Achievable => words.room_smart_achievable(),
                    Lacks::TimeBound => words.room_smart_time_bound(),
                })
            }
        }
    }
}

/// Why the others do not see it.
fn hidden(scene: &Scene<'_>, card: &CardView<'_>) -> String {
    let words = scene.words();
    match scene.state.input(card.input).map(|input| input.mode) {
        Some(Mode::Blind) => words.room_not_shown_yet(),
        _ => words.room_only_you(),
    }
}

/// What stands on a card. The words are the writer's own, whatever the language of the page.
pub(super) fn body(body: &Body) -> Markup {
    html! {
        @match body {
            Body::Text(text) => p.room-text dir="auto" { (text) },
            Body::Form(answers) => {
                @for (_, answer) in answers { p.room-text dir="auto" { (answer) } }
            }
        }
    }
}

/// How far along a scale; every other board shows the place by itself.
fn place(scene: &Scene<'_>, card: &CardView<'_>) -> Markup {
    let position = card.spot.and_then(|spot| spot.position);
    html! {
        @if let Some(position) = position { p.small { (scene.words().room_at_position(position)) } }
    }
}

/// What people did with it so far.
fn marks(scene: &Scene<'_>, card: &CardView<'_>) -> Markup {
    let words = scene.words();
    let language = scene.visitor.language;
    let values = rated::scale_of(scene, card.input);
    html! {
        @for (value, note) in &card.ratings {
            p.room-mark.plain[note.is_none()] { (icon(Icon::Check))
                span { (rating(language, values, value)) @if let Some(note) = note { ": " (note) } } }
        }
        @for (seat, why) in &card.picks {
            p.room-mark { (icon(Icon::Trust))
                span { (words.room_takes_along(scene.name(*seat))) @if let Some(why) = why { ": " (why) } } }
        }
        @if card.votes > 0 { p.room-mark { (icon(Icon::People)) (words.room_votes(card.votes)) } }
        @for (answer, count) in card.tally.iter().filter(|(_, count)| *count > 0) {
            p.room-mark { (vote_label(language, scene, answer)) ": " (count) }
        }
        @for need in &card.needs { p.small { (words.room_need()) " " (need) } }
    }
}

/// A word of a scale as people say it.
pub(super) fn rating(language: Language, scale: Option<Scale>, value: &str) -> String {
    let values = scale.map_or(&[][..], Scale::values);
    let found = values.iter().find(|(word, _, _)| *word == value);
    found.map_or_else(
        || value.to_owned(),
        |found| in_language(language, found).to_owned(),
    )
}

fn vote_label(language: Language, scene: &Scene<'_>, answer: &str) -> String {
    let kind = scene
        .view
        .step
        .as_ref()
        .and_then(|step| step.vote)
        .map(|(kind, _, _)| kind);
    let values = kind.map_or(&[][..], VoteKind::values);
    let found = values.iter().find(|(word, _, _)| *word == answer);
    found.map_or_else(
        || answer.to_owned(),
        |found| in_language(language, found).to_owned(),
    )
}

pub(super) const fn in_language(
    language: Language,
    (_, nl, en): &(&'static str, &'static str, &'static str),
) -> &'static str {
    match language {
        Language::Nl => nl,
        Language::En => en,
    }
}
