//! What the viewer may do with a card in this step: rate, mark, vote, move, change, take back.

use std::collections::BTreeMap;

use maud::{Markup, html};
use session::event::Body;
use session::model::{ResultKind, Scale, VoteKind};
use session::view::CardView;

use super::Scene;
use super::boards::to_move;
use super::cards::in_language;
use super::fields::form_field;
use crate::web::Posted;

/// What the viewer may do with a card in this step.
pub(super) fn work(scene: &Scene<'_>, card: &CardView<'_>) -> Markup {
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
        (to_move(scene, card))
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
    let given: Posted = given.collect();
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
        div.room-buttons.small-buttons.room-rate {
            @for value in scale.values() {
                @let is_mine = card.my_rating == Some(value.0);
                (scene.form(
                    &format!("form-rate-{}-{}", card.card.0, value.0),
                    "rate",
                    &[number(card), ("value", value.0.to_owned())],
                    &html! {
                        button.button.quiet.{ "rate-" (value.0) } type="submit" aria-pressed=(is_mine) {
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
    let marks_the_core = scene
        .view
        .step
        .as_ref()
        .and_then(|step| scene.state.script.step(step.no)?.step.pick.as_ref()?.result)
        == Some(ResultKind::CoreQuestion);
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
    let label = if marks_the_core {
        words.room_pick_core()
    } else {
        words.room_pick()
    };
    if !asks_why {
        return scene.action(&form, "pick", &[number(card)], &label);
    }
    // Why is asked of the one card somebody chooses, not on every card in sight.
    html! {
        details.room-pick {
            summary { (label) }
            (scene.form(&form, "pick", &[number(card)], &html! {
                div.field {
                    label for={ (form) "-why" } { (words.room_pick_why()) }
                    input type="text" id={ (form) "-why" } name="why" maxlength="500" data-keep="";
                }
                button.button type="submit" { (words.room_pick_this()) }
            }))
        }
    }
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
