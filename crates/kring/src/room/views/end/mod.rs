//! After the end: the case owner looks at what stays, then everybody who was there has the report.

mod report;

use maud::{Markup, html};
use session::event::Body;
use session::ids::{InputNo, Seat};
use session::model::Mode;
use session::report::{Outcome, outcomes};
use session::state::Phase;
use ui::locale::and_list;
use ui::{Icon, icon};

use self::report::{report, result};
use super::Scene;
use super::fields::answered;
use crate::room::report::{Sight, sight};
use crate::web::print_button;

/// The input of a closing in which the group writes down its next meeting.
const NEXT_TIME: &str = "next-meeting";

/// Nothing before the end.
pub(super) fn end(scene: &Scene<'_>) -> Markup {
    match scene.state.phase {
        _ if scene.view.must_accept.is_some() => html! {},
        Phase::Review => html! { (next_time(scene)) (review(scene)) },
        // The script reads from it that a text kept on the device can only be copied.
        Phase::Closed => html! { span hidden data-takes-nothing="" {} (next_time(scene)) (closed(scene)) },
        Phase::Unopened | Phase::Lobby | Phase::Running => html! {},
    }
}

/// The report as a file, at any moment: what the viewer may see then.
pub(super) fn export(scene: &Scene<'_>) -> Markup {
    let words = scene.words();
    let has = scene
        .my_seat()
        .and_then(|seat| sight(scene.state, seat))
        .is_some();
    html! {
        @if has {
            details.room-export {
                summary { (words.room_export()) }
                p.small { (words.room_export_text()) }
                ul {
                    @for (ending, label) in [
                        ("md", words.room_export_md()),
                        ("csv", words.room_export_csv()),
                        ("json", words.room_export_json()),
                    ] {
                        li { a href={ "/room/" (scene.meeting) "/report." (ending) } download { (label) } }
                    }
                }
            }
        }
    }
}

/// Whether the viewer is the one who gives the report to the others.
pub(super) fn may_release(scene: &Scene<'_>) -> bool {
    let releasers = scene.state.releasers();
    scene.my_seat().is_some_and(|seat| releasers.contains(&seat))
}

fn review(scene: &Scene<'_>) -> Markup {
    let words = scene.words();
    html! {
        @if may_release(scene) {
            h2 { (words.room_review()) }
            p { (words.room_review_text()) }
            @let others: Vec<Seat> = scene.state.releasers().into_iter().filter(|seat| Some(*seat) != scene.my_seat()).collect();
            @if !others.is_empty() { p { (words.room_review_together(names(scene, &others))) } }
            (report(scene))
            div.room-release { (release(scene, others.is_empty())) }
        } @else if scene.my_seat().is_some() {
            h2 { (words.room_own_words()) }
            p { (words.room_review_wait()) }
            (own(scene))
            (released_already(scene))
        }
    }
}

/// What the group agreed in its closing: when it meets again and who does what then. It is about no case, so it waits for nobody.
fn next_time(scene: &Scene<'_>) -> Markup {
    let inputs = scene.state.script.inputs.iter().enumerate().rev();
    let mut written = inputs
        .filter(|(_, input)| input.input.id == NEXT_TIME && input.input.mode == Mode::Group)
        .filter_map(|(no, input)| Some((scene.state.cards_of(InputNo::at(no)).last()?, input)));
    let Some((card, input)) = written.next() else {
        return html! {};
    };
    html! {
        @if let Some(Body::Form(answers)) = scene.state.card(*card).map(|card| &card.body) {
            section.room-next-time {
                h2 { (scene.words().room_next_time()) }
                (answered(scene, &input.input.fields, answers))
            }
        }
    }
}

/// The button that gives the report to the others; for who gave their part already, for whom it waits.
fn release(scene: &Scene<'_>, is_alone: bool) -> Markup {
    let words = scene.words();
    let waits = scene.state.release_waits_for();
    let is_mine = is_alone || scene.my_seat().is_some_and(|seat| waits.contains(&seat));
    let label = if is_alone {
        words.room_release()
    } else {
        words.room_release_part()
    };
    html! {
        @if is_mine {
            p { (words.room_release_to(names(scene, &scene.state.recipients()))) }
            (scene.main_action("form-release", "release", &[], &label))
        } @else {
            p.room-released-mine { (icon(Icon::Check)) (words.room_release_waits(names(scene, &waits))) }
        }
    }
}

/// Parts whose owners released them while others still look at theirs.
fn released_already(scene: &Scene<'_>) -> Markup {
    let parts = report::parts(scene);
    html! {
        @if !parts.is_empty() {
            h2 { (scene.words().room_released_parts()) }
            article.report { @for part in parts { (part) } }
        }
    }
}

/// The released report, for exactly those who were there.
fn closed(scene: &Scene<'_>) -> Markup {
    let words = scene.words();
    let released = scene.state.released.as_deref().unwrap_or_default();
    let sight = scene.my_seat().and_then(|seat| sight(scene.state, seat));
    let is_for_viewer = sight == Some(Sight::Report);
    html! {
        @if is_for_viewer {
            (report(scene))
            p.small { (words.room_released_to(names(scene, released))) }
            (print_button(&words.room_print()))
        } @else {
            p { (words.room_report_not_yours()) }
        }
    }
}

fn names(scene: &Scene<'_>, seats: &[Seat]) -> String {
    let names: Vec<String> = seats.iter().map(|seat| scene.name(*seat)).collect();
    and_list(scene.visitor.language, &names)
}

/// What the viewer wrote: everybody decides about their own words.
fn own(scene: &Scene<'_>) -> Markup {
    let mine: Vec<Outcome<'_>> = outcomes(scene.state, scene.my_seat())
        .into_iter()
        .filter(|outcome| outcome.author.is_some() && outcome.author == scene.my_seat())
        .collect();
    html! {
        ul.room-cards { @for outcome in &mine { (result(scene, outcome)) } }
        @if mine.is_empty() { p { (scene.words().room_own_empty()) } }
    }
}
