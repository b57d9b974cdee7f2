//! Cards in sight: mine, and those of the group, with what may be done with them.

use std::collections::{BTreeMap, BTreeSet};

use maud::{Markup, html};
use session::event::Body;
use session::ids::CardNo;
use session::model::{InputKind, Mode, Scale, VoteKind};
use session::sight::Eyes;
use session::view::CardView;
use ui::{Icon, Language, icon};

use super::Scene;
use super::fields::{answers_in_words, form_field};
use crate::people::initials;
use crate::room::form::Posted;
use crate::room::rules::{Lacks, lacks};

/// The lists of cards. An empty one is there and hidden, so that a card can come into it by itself.
pub(super) fn cards(scene: &Scene<'_>) -> Markup {
    let words = scene.words();
    if !scene.is_running() && !scene.view.looking_back {
        return html! {};
    }
    let (mine, shared): (Vec<_>, Vec<_>) = scene.view.cards.iter().partition(|card| card.hidden);
    html! {
        (list(&list_id(scene, true), &words.room_my_cards(), mine.iter().map(|card| one(scene, card))))
        (list(&list_id(scene, false), &words.room_cards(), shared.iter().map(|card| one(scene, card))))
    }
}

/// A page that looks back must not be changed by what the stream says of the same cards now.
fn kind(scene: &Scene<'_>) -> &'static str {
    if scene.view.looking_back { "seen" } else { "card" }
}

fn list_id(scene: &Scene<'_>, is_mine: bool) -> String {
    format!("{}s-{}", kind(scene), if is_mine { "mine" } else { "shared" })
}

fn list(id: &str, title: &str, cards: impl ExactSizeIterator<Item = Markup>) -> Markup {
    html! {
        section.room-list id=(id) hidden[cards.len() == 0] {
            h2 { (title) }
            ul.room-cards { @for card in cards { (card) } }
        }
    }
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
fn one(scene: &Scene<'_>, card: &CardView<'_>) -> Markup {
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

fn place(scene: &Scene<'_>, card: &CardView<'_>) -> Markup {
    let spot = card.spot.map(|spot| {
        let boards = scene.view.boards.iter().flat_map(|board| &board.columns);
        let column = boards.into_iter().find(|column| column.id == spot.column);
        let label = column.map_or(spot.column.as_str(), |column| {
            column.label.get(scene.visitor.speech())
        });
        (label.to_owned(), spot.row.clone(), spot.position)
    });
    html! {
        @if let Some((label, row, position)) = spot {
            p.small {
                @match position { Some(position) => { (position) "/100" }, None => (label) }
                @if let Some(row) = row { " · " (row) }
            }
        }
    }
}

/// What people did with it so far.
fn marks(scene: &Scene<'_>, card: &CardView<'_>) -> Markup {
    let words = scene.words();
    let language = scene.visitor.language;
    let values = scene
        .view
        .step
        .as_ref()
        .and_then(|step| step.rate)
        .map(|(scale, _)| scale);
    html! {
        @for (value, note) in &card.ratings {
            p.room-mark { (icon(Icon::Check))
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

fn rating(language: Language, scale: Option<Scale>, value: &str) -> String {
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

const fn in_language(
    language: Language,
    (_, nl, en): &(&'static str, &'static str, &'static str),
) -> &'static str {
    match language {
        Language::Nl => nl,
        Language::En => en,
    }
}

/// What the viewer may do with a card in this step.
fn work(scene: &Scene<'_>, card: &CardView<'_>) -> Markup {
    let words = scene.words();
    let Some(step) = &scene.view.step else {
        return html! {};
    };
    let worked_with = |inputs: &[session::ids::InputNo]| inputs.contains(&card.input);
    let script = scene.state.script.step(step.no);
    let rates = step
        .rate
        .filter(|(_, rates)| *rates && script.is_some_and(|s| worked_with(&s.rate_of)));
    let picks = step
        .pick
        .filter(|(_, _, picks)| *picks && script.is_some_and(|s| worked_with(&s.pick_of)));
    let votes = step
        .vote
        .filter(|(_, _, votes)| *votes && script.is_some_and(|s| worked_with(&s.vote_of)));
    html! {
        @if let Some((scale, _)) = rates { (rate(scene, card, scale)) }
        @if let Some((_, why, _)) = picks { (pick(scene, card, why)) }
        @if let Some((kind, dots, _)) = votes { (vote(scene, card, kind, dots)) }
        @if card.may_change {
            details.room-change {
                summary { (words.room_change()) }
                @match card.body {
                    Body::Text(text) => (change(scene, card, text)),
                    Body::Form(answers) => (change_answers(scene, card, answers)),
                }
                (scene.action(&id("remove", card), "remove", &[number(card)], &words.room_remove()))
            }
        }
    }
}

fn id(verb: &str, card: &CardView<'_>) -> String {
    format!("form-{verb}-{}", card.card.0)
}

fn number(card: &CardView<'_>) -> (&'static str, String) {
    ("card", card.card.0.to_string())
}

fn change(scene: &Scene<'_>, card: &CardView<'_>, text: &str) -> Markup {
    let words = scene.words();
    let form = id("change", card);
    scene.form(
        &form,
        "change",
        &[number(card)],
        &html! {
            div.field {
                label for={ (form) "-text" } { (words.room_change_label()) }
                textarea id={ (form) "-text" } name="text" rows="3" maxlength="4000" data-keep="" { (text) }
            }
            button.button.quiet type="submit" { (words.room_change_send()) }
        },
    )
}

/// The same questions again, with what was answered.
fn change_answers(scene: &Scene<'_>, card: &CardView<'_>, answers: &BTreeMap<String, String>) -> Markup {
    let form = id("change", card);
    let given = answers
        .iter()
        .map(|(id, answer)| (format!("field-{id}"), answer.clone()));
    let given = Posted::from(given.collect::<Vec<_>>());
    let fields = scene
        .state
        .input(card.input)
        .map_or(&[][..], |input| &input.fields);
    scene.form(
        &form,
        "change",
        &[number(card)],
        &html! {
            @for field in fields { (form_field(scene, &form, field, Some(&given))) }
            button.button.quiet type="submit" { (scene.words().room_change_send()) }
        },
    )
}

fn rate(scene: &Scene<'_>, card: &CardView<'_>, scale: Scale) -> Markup {
    html! {
        div.room-buttons.small-buttons {
            @for value in scale.values() {
                @let is_mine = card.my_rating == Some(value.0);
                (scene.form(
                    &format!("form-rate-{}-{}", card.card.0, value.0),
                    "rate",
                    &[number(card), ("value", value.0.to_owned())],
                    &html! {
                        button.button.quiet type="submit" aria-pressed=(is_mine) {
                            (in_language(scene.visitor.language, value))
                        }
                    },
                ))
            }
        }
    }
}

fn pick(scene: &Scene<'_>, card: &CardView<'_>, asks_why: bool) -> Markup {
    let words = scene.words();
    let is_mine = card.picks.iter().any(|(seat, _)| Some(*seat) == scene.my_seat());
    if is_mine {
        return scene.action(
            &id("unpick", card),
            "unpick",
            &[number(card)],
            &words.room_unpick(),
        );
    }
    let form = id("pick", card);
    scene.form(
        &form,
        "pick",
        &[number(card)],
        &html! {
            @if asks_why {
                div.field {
                    label for={ (form) "-why" } { (words.room_pick_why()) }
                    input type="text" id={ (form) "-why" } name="why" maxlength="500" data-keep="";
                }
            }
            button.button.quiet type="submit" { (words.room_pick()) }
        },
    )
}

fn vote(scene: &Scene<'_>, card: &CardView<'_>, kind: VoteKind, dots: u16) -> Markup {
    let words = scene.words();
    if kind == VoteKind::Dots {
        let mine = card.my_vote.map_or(0, |ballot| ballot.dots);
        let button = |verb: &str, count: u16, label: &str| {
            let values = [number(card), ("dots", count.to_string())];
            scene.action(&id(verb, card), "vote", &values, label)
        };
        return html! {
            div.room-buttons.small-buttons {
                @if mine < dots { (button("dot-more", mine + 1, &words.room_dot_more())) }
                @if mine > 0 { (button("dot-less", mine - 1, &words.room_dot_less())) }
                p.small { (words.room_my_dots(mine)) }
            }
        };
    }
    let mine = card.my_vote.and_then(|ballot| ballot.answer.as_deref());
    let asks_need = kind == VoteKind::YesNoNeed;
    let form = id("vote", card);
    html! {
        (scene.form(&form, "vote", &[number(card)], &html! {
            @if asks_need {
                div.field {
                    label for={ (form) "-need" } { (words.room_need()) }
                    input type="text" id={ (form) "-need" } name="need" maxlength="500" data-keep="";
                }
            }
            div.room-buttons.small-buttons {
                @for value in kind.values() {
                    button.button.quiet type="submit" name="answer" value=(value.0) aria-pressed=(mine == Some(value.0)) {
                        (in_language(scene.visitor.language, value))
                    }
                }
            }
        }))
    }
}
