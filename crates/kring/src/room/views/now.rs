//! What happens now, what is asked of me, what comes next; the case; the agenda.

use maud::{Markup, html};
use session::view::{Progress, StepView};
use ui::{Icon, icon};

use super::Scene;
use super::circle::others;

/// Where am I, what is asked of me, what comes next: without scrolling.
pub(super) fn now(scene: &Scene<'_>) -> Markup {
    let words = scene.words();
    match (&scene.view.step, scene.view.phase) {
        (Some(step), "running") => running(scene, step),
        (_, "lobby") => html! {
            h1 { (scene.view.title) }
            p.room-task {
                @if scene.my_seat().is_none() { (words.room_lobby_screen()) }
                @else if scene.leads() { (words.room_lobby_lead()) }
                @else { (words.room_lobby()) }
            }
        },
        (_, "closed") => html! {
            h1 { (words.room_closed_title()) }
            p.room-task { (words.room_closed()) }
        },
        _ => html! {
            h1 { (words.room_over_title()) }
            p.room-task { (if super::end::may_release(scene) { words.room_over_owner() } else { words.room_over() }) }
        },
    }
}

fn running(scene: &Scene<'_>, step: &StepView<'_>) -> Markup {
    let words = scene.words();
    html! {
        p.room-where {
            (scene.say(step.method))
            @if let Some((round, of, label)) = step.round {
                @let label = label.map_or_else(|| words.room_round(), |label| scene.say(label).to_owned());
                " · " (words.room_round_of(label, round, of))
            }
        }
        h1 { (scene.say(step.title)) }
        @if let Some(does) = step.does { p.room-task { (scene.say(does)) } }
        @if scene.my_seat().is_none() {
            @if let Some(say) = step.say { p.room-task { (scene.say(say)) } }
        }
        (voice(scene, step))
        (groups(scene))
        @if let Some(note) = step.strategy { p.small { (scene.say(note)) } }
        @if !step.rules.is_empty() {
            ul.room-rules { @for rule in step.rules { li { (scene.say(rule)) } } }
        }
        (ready(scene))
        @if let Some(next) = scene.view.next {
            p.room-next { (words.room_next_is()) " " strong { (scene.say(next)) } }
        }
    }
}

/// May I speak, and whose turn it is.
fn voice(scene: &Scene<'_>, step: &StepView<'_>) -> Markup {
    let words = scene.words();
    let speaker = step.turn.map(|seat| scene.name(seat));
    html! {
        @if scene.view.clock.side_talk.is_some() {
            p.room-voice { (icon(Icon::Clock)) (words.room_side_talk()) }
        }
        @match (&scene.view.you, speaker) {
            (Some(you), _) if you.has_turn => {
                p.room-voice.mine { (icon(Icon::Speech)) strong { (words.room_your_turn()) } }
                div.room-buttons {
                    (scene.main_action("form-next-turn", "next-turn", &[], &words.room_turn_done()))
                    (scene.action("form-pass", "pass", &[], &words.room_pass()))
                }
            }
            (_, Some(speaker)) => p.room-voice { (icon(Icon::Ear)) (words.room_turn_of(speaker)) },
            (Some(you), None) if you.may_speak => p.room-voice { (icon(Icon::Speech)) (words.room_may_speak()) },
            (Some(you), None) if !you.leads => p.room-voice { (icon(Icon::Ear)) (words.room_listen()) },
            _ => {}
        }
    }
}

/// With whom, and where.
fn groups(scene: &Scene<'_>) -> Markup {
    let words = scene.words();
    let mine = scene
        .view
        .your_group
        .and_then(|number| Some((number, scene.view.groups.get(number.checked_sub(1)?)?)));
    html! {
        @if let Some((number, group)) = mine {
            p.room-group { (icon(Icon::People)) (words.room_group(number, others(scene, &group.seats))) }
        }
    }
}

/// Ready or not yet: for whoever the step waits for.
fn ready(scene: &Scene<'_>) -> Markup {
    let words = scene.words();
    let Some(you) = &scene.view.you else {
        return html! {};
    };
    let is_awaited = scene
        .state
        .now_visit()
        .is_some_and(|visit| scene.state.awaited(visit).contains(&you.seat));
    html! {
        @if is_awaited && scene.is_open() && scene.view.ready.waits_for > 0 {
            div.room-buttons {
                @if you.ready {
                    p.room-voice { (icon(Icon::Check)) (words.room_you_are_ready()) }
                    (scene.action("form-not-ready", "not-ready", &[], &words.room_not_ready()))
                } @else {
                    (scene.action("form-ready", "ready", &[], &words.room_ready()))
                }
            }
        }
    }
}

/// The case being treated.
pub(super) fn case(scene: &Scene<'_>) -> Markup {
    let words = scene.words();
    html! {
        @if let Some(case) = scene.view.case.as_ref().filter(|_| scene.is_running()) {
            h2 { (words.room_case()) }
            p.room-case-title { strong { (case.title) } }
            @if !case.sentence.is_empty() { p lang="nl" { (case.sentence) } }
            p.small { (words.room_case_of(others_or_you(scene, case.owners))) }
            @for (label, text) in &case.fields {
                h3 { (scene.say(label)) }
                p { (text) }
            }
        }
    }
}

fn others_or_you(scene: &Scene<'_>, seats: &[session::ids::Seat]) -> String {
    let names: Vec<String> = seats.iter().map(|seat| scene.name(*seat)).collect();
    ui::locale::and_list(scene.visitor.language, &names)
}

/// The parts of the meeting: done, now, to come.
pub(super) fn agenda(scene: &Scene<'_>) -> Markup {
    let words = scene.words();
    html! {
        @if !scene.view.agenda.is_empty() {
            h2 { (words.room_agenda()) }
            ol.room-agenda {
                @for item in &scene.view.agenda {
                    @let class = match item.progress {
                        Progress::Done => "done",
                        Progress::Now => "now",
                        Progress::Ahead => "ahead",
                    };
                    li class=(class) aria-current=[(item.progress == Progress::Now).then_some("step")] {
                        (scene.say(item.name))
                        @if item.progress == Progress::Done { span.visually-hidden { " " (words.room_done()) } }
                    }
                }
            }
        }
    }
}
