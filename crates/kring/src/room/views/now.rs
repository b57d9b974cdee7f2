//! What happens now, what is asked of me, what comes next; the case; the agenda.

use maud::{Markup, html};
use session::model::OwnerPlace;
use session::view::{Progress, StepView};
use ui::{Icon, icon};

use super::{Scene, agreeing, back, groups, may, written};

/// Where am I, what is asked of me, what comes next: without scrolling.
pub(super) fn now(scene: &Scene<'_>) -> Markup {
    let words = scene.words();
    if let Some(agreements) = agreeing::first(scene) {
        return agreements;
    }
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
            p.room-task { (if super::end::may_release(scene) { words.room_over_owner() } else { over(scene) }) }
        },
    }
}

/// For whom the report waits: the case owners, or whoever led where there was no case.
fn over(scene: &Scene<'_>) -> String {
    let releasers = scene.state.releasers();
    let names: Vec<String> = releasers.iter().map(|seat| scene.name(*seat)).collect();
    let names_text = ui::locale::and_list(scene.visitor.language, &names);
    scene.words().room_over(names.len(), names_text)
}

fn running(scene: &Scene<'_>, step: &StepView<'_>) -> Markup {
    let words = scene.words();
    html! {
        p.room-where { (place(scene, step)) }
        h1 { (scene.say(step.title)) }
        (may::may(scene, step))
        (written::window(scene))
        (groups::mine(scene))
        @if let Some(does) = step.does { p.room-task { (scene.say(does)) } }
        @if scene.my_seat().is_none() {
            @if let Some(say) = step.say { p.room-task { (scene.say(say)) } }
        }
        (owner_place(scene, step))
        @if let Some(note) = step.strategy { p.small { (scene.say(note)) } }
        @if !step.rules.is_empty() {
            ul.room-rules { @for rule in step.rules { li { (scene.say(rule)) } } }
        }
        div.room-next {
            @if let Some(next) = scene.view.next { p { (words.room_next_is()) " " strong { (scene.say(next)) } } }
            (back::before(scene))
        }
    }
}

/// "Focusmethode · ronde 2 van 3".
pub(super) fn place(scene: &Scene<'_>, step: &StepView<'_>) -> String {
    let words = scene.words();
    let round = step.round.map(|(round, of, label)| {
        let label = label.map_or_else(
            || words.room_round(),
            |label| label.get(scene.visitor.speech()).to_owned(),
        );
        words.room_round_of(label, round, of)
    });
    let method = step.method.get(scene.visitor.speech()).to_owned();
    std::iter::once(method)
        .chain(round)
        .collect::<Vec<_>>()
        .join(" · ")
}

/// Where the case owner is, when that is not on a seat like everybody else.
fn owner_place(scene: &Scene<'_>, step: &StepView<'_>) -> Markup {
    let words = scene.words();
    let owners = || {
        scene
            .view
            .circle
            .iter()
            .filter(|person| person.owner && person.present)
    };
    let names: Vec<String> = owners().map(|person| scene.name(person.seat)).collect();
    if names.is_empty() {
        return html! {};
    }
    let is_me = owners().any(|person| Some(person.seat) == scene.my_seat());
    let count = names.len();
    let names = ui::locale::and_list(scene.visitor.language, &names);
    let text = match (step.owner_place, is_me) {
        (OwnerPlace::Circle, _) => return html! {},
        (OwnerPlace::Outside, true) => words.room_me_outside(),
        (OwnerPlace::Outside, false) => words.room_owner_outside(count, names),
        (OwnerPlace::Back, true) => words.room_me_back(),
        (OwnerPlace::Back, false) => words.room_owner_back(count, names),
        (OwnerPlace::Away, true) => words.room_me_away(),
        (OwnerPlace::Away, false) => words.room_owner_away(count, names),
        (OwnerPlace::CameraOff, true) => words.room_me_camera_off(),
        (OwnerPlace::CameraOff, false) => words.room_owner_camera_off(count, names),
    };
    html! { p.room-owner-place { (icon(Icon::Info)) (text) } }
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
