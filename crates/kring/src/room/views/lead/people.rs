//! Handing over the lead, roles, people without a device, and who is gone or back.

use maud::{Markup, html};
use session::ids::Seat;
use session::model::{Role, Word as _};
use ui::hidden;

use super::super::Scene;
use super::watching;
use crate::methods::labels;

/// Roles that whoever leads may give to anybody.
const ROLES: [Role; 5] = [
    Role::Owner,
    Role::Timekeeper,
    Role::Scribe,
    Role::Observer,
    Role::Player,
];

pub(super) fn people(scene: &Scene<'_>) -> Markup {
    let words = scene.words();
    let (present, gone): (Vec<Seat>, Vec<Seat>) = {
        let all = (0..scene.state.people.len()).map(Seat::at);
        all.partition(|seat| scene.state.person(*seat).is_some_and(|person| person.present))
    };
    let others: Vec<Seat> = present
        .iter()
        .copied()
        .filter(|seat| Some(*seat) != scene.state.lead)
        .collect();
    html! {
        details.lead-fold id="lead-people" {
            summary { (words.room_people_manage()) }
            (of_somebody(scene, ("form-hand-over", "hand-over"), &others, &words.room_hand_over_to(), &words.room_hand_over()))
            (roles(scene, &present))
            (of_somebody(scene, ("form-see-off", "see-off"), &others, &words.room_see_off_who(), &words.room_see_off()))
            (of_somebody(scene, ("form-welcome-back", "welcome-back"), &gone, &words.room_welcome_back_who(), &words.room_welcome_back()))
            (without_device(scene))
            (watching::watching(scene, &present))
            p { (attendance_link(scene)) }
        }
    }
}

pub(super) fn attendance_link(scene: &Scene<'_>) -> Markup {
    html! { a href=(scene.address("/attendance", "")) { (scene.words().room_attendance_correct()) } }
}

/// A form that does something with one person; nothing while there is nobody to do it with.
fn of_somebody(
    scene: &Scene<'_>,
    (id, verb): (&str, &str),
    seats: &[Seat],
    label: &str,
    button: &str,
) -> Markup {
    html! {
        @if !seats.is_empty() {
            (scene.form(id, verb, &[], &html! {
                (person_field(scene, id, label, seats))
                button.button.quiet type="submit" { (button) }
            }))
        }
    }
}

/// Nobody is chosen at first: a slip of the finger does nothing.
pub(super) fn person_field(scene: &Scene<'_>, form: &str, label: &str, seats: &[Seat]) -> Markup {
    html! {
        div.field {
            label for={ (form) "-seat" } { (label) }
            select id={ (form) "-seat" } name="seat" required data-keep="" {
                option value="" { (scene.words().room_choose()) }
                @for seat in seats { option value=(seat.0) { (scene.name(*seat)) } }
            }
        }
    }
}

fn roles(scene: &Scene<'_>, present: &[Seat]) -> Markup {
    let words = scene.words();
    let form = "form-give-role";
    scene.form(
        form,
        "role",
        &[],
        &html! {
            div.field {
                label for="form-give-role-role" { (words.room_role()) }
                select id="form-give-role-role" name="role" required data-keep="" {
                    option value="" { (words.room_choose()) }
                    @for role in ROLES {
                        option value=(role.word()) { (labels::capital(&labels::role(words, role))) }
                    }
                }
            }
            (person_field(scene, form, &words.room_role_for(), present))
            button.button.quiet type="submit" { (words.room_role_give()) }
        },
    )
}

fn without_device(scene: &Scene<'_>) -> Markup {
    let words = scene.words();
    html! {
        (scene.form("form-bring", "bring", &[], &html! {
            div.field {
                label for="form-bring-name" { (words.room_bring_name()) }
                p.hint id="form-bring-hint" { (words.room_bring_hint()) }
                input type="text" id="form-bring-name" name="name" maxlength="60" required autocomplete="off"
                    aria-describedby="form-bring-hint" data-keep="";
            }
            button.button.quiet type="submit" { (words.room_bring()) }
        }))
        (scene.form("form-paper", "bring", &[], &html! {
            (hidden("name", &words.room_paper_name()))
            button.button.quiet type="submit" { (words.room_paper()) }
            p.small { (words.room_paper_text()) }
        }))
    }
}

/// Somebody must bring the case in before a method with one case can be played.
pub(super) fn owner(scene: &Scene<'_>) -> Markup {
    let words = scene.words();
    let seats = scene.state.taking_part();
    html! {
        @if !seats.is_empty() {
            (scene.form("form-owner", "role", &[("role", "owner".to_owned())], &html! {
                (person_field(scene, "form-owner", &words.room_who_owns(), &seats))
                button.button.quiet type="submit" { (words.room_make_owner()) }
            }))
        }
    }
}
