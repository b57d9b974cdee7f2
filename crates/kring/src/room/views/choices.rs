//! What the group or somebody in it chooses in a step: a case, an answer, a module, a role; and looking back on actions.

use maud::{Markup, html};
use session::event::ActionStatus;
use session::ids::Seat;
use session::model::{ChoiceWay, Role, VoteKind, Word as _};
use session::view::{ActionView, CandidateView, ChoiceView, DecideView};

use super::Scene;
use crate::methods::labels;

/// Everything to choose now.
pub(super) fn choices(scene: &Scene<'_>) -> Markup {
    let Some(step) = scene.view.step.as_ref().filter(|_| scene.is_running()) else {
        return html! {};
    };
    html! {
        @if let Some(choice) = &scene.view.choice { (case(scene, choice)) }
        @if let Some(decide) = &step.decide { (decision(scene, decide)) }
        @if !step.modules.is_empty() && scene.is_open() { (modules(scene, &step.modules)) }
        @if !step.choose_role.is_empty() && scene.is_open() { (roles(scene, step.choose_role)) }
        @if !step.may_unlock.is_empty() && scene.is_open() {
            div.room-buttons {
                @for field in &step.may_unlock {
                    (scene.action(
                        &format!("form-unlock-{}", field.id),
                        "unlock",
                        &[("field", field.id.clone())],
                        &scene.words().room_unlock(scene.say(&field.label)),
                    ))
                }
            }
        }
        @if !scene.view.actions.is_empty() { (actions(scene)) }
        (dealt(scene))
        (dots_left(scene))
    }
}

/// How many dots the viewer still has.
fn dots_left(scene: &Scene<'_>) -> Markup {
    let votes = scene.view.step.as_ref().and_then(|step| step.vote);
    let dots = votes.filter(|(kind, _, votes)| *kind == VoteKind::Dots && *votes && scene.is_open());
    let cards = scene.state.cards.iter().filter(|card| !card.removed);
    let mine = |card: &session::state::Card| {
        scene
            .my_seat()
            .and_then(|seat| card.votes.get(&seat))
            .map(|ballot| ballot.dots)
    };
    let here = |card: &&session::state::Card| {
        let step = scene
            .view
            .step
            .as_ref()
            .and_then(|step| scene.state.script.step(step.no));
        step.is_some_and(|step| step.vote_of.contains(&card.input))
    };
    let given: u16 = cards.filter(here).filter_map(mine).sum();
    html! {
        @if let Some((_, dots, _)) = dots { p.room-left { (scene.words().room_dots_left(dots.saturating_sub(given))) } }
    }
}

fn case(scene: &Scene<'_>, choice: &ChoiceView<'_>) -> Markup {
    let words = scene.words();
    let is_chosen = scene.state.has_chosen();
    let votes = choice.ways.contains(&ChoiceWay::Vote) || choice.ways.contains(&ChoiceWay::Learning);
    html! {
        h2 { (words.room_cases()) }
        @if choice.cases.is_empty() { p { (words.room_no_cases()) } }
        (votes_left(scene, choice))
        ul.room-cards {
            @for case in &choice.cases {
                li.room-card.picked[case.chosen] id={ "case-" (case.case.0) } {
                    p.room-case-title { strong { (case.title) } }
                    p lang="nl" { (case.sentence) }
                    p.small {
                        (ui::locale::and_list(
                            scene.visitor.language,
                            &case.owners.iter().map(|seat| scene.name(*seat)).collect::<Vec<_>>(),
                        ))
                        @if let Some(votes) = case.votes.filter(|votes| *votes > 0) { " · " (words.room_votes(votes)) }
                        @if case.chosen { " · " strong { (words.room_chosen()) } }
                    }
                    @if scene.is_open() && !is_chosen && !case.chosen {
                        div.room-buttons.small-buttons {
                            @if votes { (vote(scene, choice, case)) }
                            @if scene.leads() && choice.ways.contains(&ChoiceWay::Facilitator) {
                                (scene.action(
                                    &format!("form-choose-{}", case.case.0),
                                    "choose-case",
                                    &[("way", "facilitator".to_owned()), ("case", case.case.0.to_string())],
                                    &words.room_choose_this(),
                                ))
                            }
                        }
                    }
                }
            }
        }
        @if scene.leads() && scene.is_open() && !is_chosen && !choice.cases.is_empty() {
            div.room-buttons {
                @for way in choice.ways.iter().filter(|way| **way != ChoiceWay::Facilitator) {
                    (scene.action(
                        &format!("form-choose-{}", way.word()),
                        "choose-case",
                        &[("way", way.word().to_owned())],
                        &words.room_choose_way(labels::choice_way(words, *way)),
                    ))
                }
            }
        }
        @if scene.is_open() && !is_chosen && scene.my_seat().is_some_and(|seat| scene.state.takes_part(seat)) {
            (propose(scene))
        }
    }
}

/// How many votes the viewer still has.
fn votes_left(scene: &Scene<'_>, choice: &ChoiceView<'_>) -> Markup {
    let votes = choice.ways.contains(&ChoiceWay::Vote) || choice.ways.contains(&ChoiceWay::Learning);
    let is_open = scene.is_open() && !scene.state.has_chosen();
    let may = scene.my_seat().is_some_and(|seat| scene.state.takes_part(seat));
    let open = choice.cases.iter().filter(|case| !case.chosen);
    let used: u16 = open.map(|case| case.my_votes).sum();
    html! {
        @if votes && is_open && may && !choice.cases.is_empty() {
            p.room-left { (scene.words().room_votes_left(choice.votes.saturating_sub(used))) }
        }
    }
}

fn vote(scene: &Scene<'_>, choice: &ChoiceView<'_>, case: &CandidateView<'_>) -> Markup {
    let words = scene.words();
    let takes_part = scene.my_seat().is_some_and(|seat| scene.state.takes_part(seat));
    let form = |verb: &str, votes: u16, label: &str| {
        scene.action(
            &format!("form-{verb}-{}", case.case.0),
            "vote-case",
            &[("case", case.case.0.to_string()), ("votes", votes.to_string())],
            label,
        )
    };
    html! {
        @if takes_part {
            @if case.my_votes < choice.votes { (form("case-more", case.my_votes + 1, &words.room_vote_case())) }
            @if case.my_votes > 0 {
                (form("case-less", case.my_votes - 1, &words.room_vote_back()))
                p.small { (words.room_my_votes(case.my_votes)) }
            }
        }
    }
}

fn propose(scene: &Scene<'_>) -> Markup {
    let words = scene.words();
    let form = "form-propose";
    html! {
        details.room-change {
            summary { (words.room_propose()) }
            (scene.form(form, "propose", &[], &html! {
                div.field {
                    label for="form-propose-title" { (words.room_propose_title()) }
                    p.hint id="form-propose-title-hint" { (words.room_propose_hint()) }
                    input type="text" id="form-propose-title" name="title" maxlength="120" data-keep=""
                        aria-describedby="form-propose-title-hint";
                }
                div.field {
                    label for="form-propose-sentence" { (words.room_propose_sentence()) }
                    textarea id="form-propose-sentence" name="sentence" rows="2" maxlength="400" data-keep="" {}
                }
                (together_with(scene))
                button.button.quiet type="submit" { (words.room_propose_send()) }
            }))
        }
    }
}

/// Two people may own one case; they decide together what stays of it.
fn together_with(scene: &Scene<'_>) -> Markup {
    let words = scene.words();
    let others = scene
        .view
        .circle
        .iter()
        .filter(|person| person.present && person.takes_part);
    let others: Vec<Seat> = others
        .map(|person| person.seat)
        .filter(|seat| Some(*seat) != scene.my_seat())
        .collect();
    html! {
        @if !others.is_empty() {
            div.field {
                label for="form-propose-co-owner" { (words.room_propose_with()) }
                p.hint id="form-propose-co-owner-hint" { (words.room_propose_with_hint()) }
                select id="form-propose-co-owner" name="co_owner" data-keep="" aria-describedby="form-propose-co-owner-hint" {
                    option value="" { (words.room_propose_alone()) }
                    @for seat in others { option value=(seat.0) { (scene.name(seat)) } }
                }
            }
        }
    }
}

fn decision(scene: &Scene<'_>, decide: &DecideView<'_>) -> Markup {
    html! {
        h2 { (scene.say(decide.ask)) }
        @if decide.yours && scene.is_open() {
            div.room-buttons {
                @for (option, label) in &decide.options {
                    (scene.form(
                        &format!("form-decide-{option}"),
                        "decide",
                        &[("option", (*option).to_owned())],
                        &html! {
                            button.button.quiet type="submit" aria-pressed=(decide.answer == Some(*option)) {
                                (scene.say(label))
                            }
                        },
                    ))
                }
            }
        } @else {
            ul { @for (option, label) in &decide.options {
                li { (scene.say(label)) @if decide.answer == Some(*option) { " · " strong { (scene.words().room_chosen()) } } }
            } }
        }
    }
}

fn modules<'a>(scene: &Scene<'a>, modules: &[(&'a str, &'a session::Text)]) -> Markup {
    html! {
        h2 { (scene.words().room_modules()) }
        div.room-buttons {
            @for (id, name) in modules {
                (scene.action(&format!("form-module-{id}"), "module", &[("module", (*id).to_owned())], scene.say(name)))
            }
        }
    }
}

fn roles(scene: &Scene<'_>, roles: &[Role]) -> Markup {
    let words = scene.words();
    html! {
        @for role in roles {
            h2 { (labels::capital(&labels::role(words, *role))) }
            @let seats = scene.state.roles.get(role).cloned().unwrap_or_default();
            @if !seats.is_empty() {
                p { (ui::locale::and_list(
                    scene.visitor.language,
                    &seats.iter().map(|seat| scene.name(*seat)).collect::<Vec<_>>(),
                )) }
            }
            div.room-buttons.small-buttons {
                @let values = [("role", role.word().to_owned())];
                (scene.action(&format!("form-volunteer-{}", role.word()), "volunteer", &values, &words.room_volunteer()))
                @if scene.leads() {
                    (scene.action(&format!("form-draw-{}", role.word()), "draw", &values, &words.room_draw()))
                    @for seat in scene.state.taking_part() {
                        (scene.action(
                            &format!("form-role-{}-{}", role.word(), seat.0),
                            "role",
                            &[("role", role.word().to_owned()), ("seat", seat.0.to_string())],
                            &scene.name(seat),
                        ))
                    }
                }
            }
        }
    }
}

fn actions(scene: &Scene<'_>) -> Markup {
    let words = scene.words();
    html! {
        h2 { (words.room_actions()) }
        ul.room-cards {
            @for action in &scene.view.actions {
                li.room-card id={ "action-" (action.action.0) } {
                    p.room-text { strong { (action.who) } ": " (action.what) }
                    @if !scene.is_open() {
                        @if let Some((status, note)) = action.status {
                            p.room-mark { (status_name(scene, status)) @if let Some(note) = note { ": " (note) } }
                        }
                    }
                    @if scene.is_open() { (review(scene, action)) }
                }
            }
        }
    }
}

fn review(scene: &Scene<'_>, action: &ActionView<'_>) -> Markup {
    let words = scene.words();
    let now = action.status.map(|(status, _)| status);
    let note = action.status.and_then(|(_, note)| note).unwrap_or_default();
    let form = format!("form-review-{}", action.action.0);
    let choices = [
        (ActionStatus::Done, "done"),
        (ActionStatus::Half, "half"),
        (ActionStatus::NotDone, "not_done"),
    ];
    html! {
        (scene.form(&form, "review", &[("action", action.action.0.to_string())], &html! {
            div.field {
                label for={ (form) "-note" } { (words.room_action_note()) }
                input type="text" id={ (form) "-note" } name="note" maxlength="500" value=(note) data-keep="";
            }
            div.room-buttons.small-buttons {
                @for (status, word) in choices {
                    button.button.quiet type="submit" name="status" value=(word) aria-pressed=(now == Some(status)) {
                        (status_name(scene, status))
                    }
                }
            }
        }))
    }
}

fn status_name(scene: &Scene<'_>, status: ActionStatus) -> String {
    let words = scene.words();
    match status {
        ActionStatus::Done => words.room_action_done(),
        ActionStatus::Half => words.room_action_half(),
        ActionStatus::NotDone => words.room_action_not(),
    }
}

fn dealt(scene: &Scene<'_>) -> Markup {
    let words = scene.words();
    html! {
        @for card in &scene.view.dealt {
            div.room-card {
                p.room-text { (card.text) }
                p.small { (card.origin) }
                @if card.taken { p.small { (words.room_taken()) } }
                @else if scene.is_open() {
                    (scene.action(
                        &format!("form-take-{}", card.card.0),
                        "take",
                        &[("brought", card.card.0.to_string())],
                        &words.room_take(),
                    ))
                }
            }
        }
    }
}
