//! How far pairs and small groups are with their own time: who runs over, who is done. Nothing of what they say.

use maud::{Markup, html};
use session::view::GroupView;

use super::super::Scene;
use super::super::groups::{left, names};

/// A line for each table, once one of them keeps its own time.
pub(super) fn tables(scene: &Scene<'_>) -> Markup {
    let words = scene.words();
    let groups = &scene.view.groups;
    if groups.iter().all(|group| group.clock.is_none()) {
        return html! {};
    }
    let done = groups
        .iter()
        .filter(|group| group.clock.is_some_and(|clock| clock.done));
    html! {
        div.lead-tables {
            p.small { strong { (words.room_tables()) } " " (words.room_tables_done(done.count(), groups.len())) }
            ol {
                @for (place, group) in groups.iter().enumerate() {
                    li {
                        (words.room_table(place + 1)) " " span.small { (names(scene, &group.seats)) } " "
                        (state(scene, group))
                    }
                }
            }
        }
    }
}

fn state(scene: &Scene<'_>, group: &GroupView) -> Markup {
    let words = scene.words();
    let Some(clock) = &group.clock else {
        return html! { span.lead-table-state { (words.room_table_follows()) } };
    };
    html! {
        span.lead-table-state.late[clock.overtime] {
            @if clock.done {
                (words.room_table_is_done())
            } @else if let Some(end) = clock.ends_at {
                (left(scene, clock)) " "
                // Shown by the script the moment it happens; without one it stands there when the page is made.
                span.late data-shows-at=(end.0) hidden[!clock.overtime] { (words.room_table_late()) }
            } @else {
                (left(scene, clock)) " " (words.room_table_stands())
            }
        }
    }
}
