//! Confirming to be there: the digits on the big screen, the field on a phone, and a tick by whoever leads.

use maud::{Markup, html};
use session::ids::Seat;
use session::model::{Moment, Word as _};
use ui::{Icon, icon};

use super::Scene;
use crate::room::presence::{digits, moment};

/// Nothing when it is not the moment.
pub(super) fn presence(scene: &Scene<'_>) -> Markup {
    let Some(moment) = open_moment(scene) else {
        return html! {};
    };
    match scene.my_seat() {
        None => html! {
            div.room-presence {
                p.room-code-label { (shown_invitation(scene, moment)) }
                (shown(scene, moment))
            }
        },
        Some(seat) => html! {
            @if scene.leads() {
                div.room-presence { p.small { (scene.words().presence_show()) } (shown(scene, moment)) }
            } @else {
                (mine(scene, seat, moment))
            }
        },
    }
}

fn open_moment(scene: &Scene<'_>) -> Option<Moment> {
    let is_possible = scene.view.damage.is_none()
        && scene.view.must_accept.is_none()
        && !scene.view.looking_back
        && scene.entrance.way.is_some();
    moment(scene.state).filter(|_| is_possible)
}

fn invitation(scene: &Scene<'_>, moment: Moment) -> String {
    match moment {
        Moment::Start => scene.words().presence_start(),
        Moment::End => scene.words().presence_end(),
    }
}

/// Beside the digits themselves.
fn shown_invitation(scene: &Scene<'_>, moment: Moment) -> String {
    match moment {
        Moment::Start => scene.words().presence_start_here(),
        Moment::End => scene.words().presence_end_here(),
    }
}

/// In two halves: people remember three digits at a time.
fn shown(scene: &Scene<'_>, moment: Moment) -> Markup {
    let digits = scene
        .entrance
        .way
        .as_ref()
        .map(|way| digits(&way.door.secret, moment));
    let digits = digits.unwrap_or_default();
    let (first, rest) = digits.split_at_checked(3).unwrap_or_default();
    html! { p.room-presence-digits { span { (first) } " " span { (rest) } } }
}

fn mine(scene: &Scene<'_>, seat: Seat, moment: Moment) -> Markup {
    let words = scene.words();
    if has_confirmed(scene, seat, moment) {
        return html! { p.room-full { (icon(Icon::Check)) (words.presence_stored()) } };
    }
    let form = format!("form-presence-{}", moment.word());
    let field = format!("{form}-digits");
    scene.form(
        &form,
        "presence",
        &[("moment", moment.word().to_owned())],
        &html! {
            div.room-presence-field {
                div.field {
                    label for=(field) { (invitation(scene, moment)) }
                    input type="text" id=(field) name="digits" inputmode="numeric" autocomplete="off" maxlength="9";
                }
                button.button.quiet type="submit" { (words.presence_send()) }
            }
        },
    )
}

fn has_confirmed(scene: &Scene<'_>, seat: Seat, moment: Moment) -> bool {
    let person = scene.state.person(seat);
    person.is_some_and(|person| person.confirmed.contains(&moment))
}

/// For whoever leads: who has confirmed, and confirming for somebody without a phone.
pub(super) fn of_person(scene: &Scene<'_>, seat: Seat) -> Markup {
    let words = scene.words();
    let Some(moment) = open_moment(scene).filter(|_| scene.leads() && scene.is_open()) else {
        return html! {};
    };
    html! {
        @if has_confirmed(scene, seat, moment) {
            span.small.room-count { (icon(Icon::Check)) (words.presence_is_confirmed()) }
        } @else if scene.state.person(seat).is_some_and(|person| person.present) {
            (scene.action(
                &format!("form-presence-{}", seat.0),
                "presence",
                &[("moment", moment.word().to_owned()), ("seat", seat.0.to_string())],
                &words.presence_by_hand(),
            ))
        }
    }
}
