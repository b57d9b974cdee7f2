//! Who was there, and when: to look through and to correct. Apart from everything that was said.

use jiff::Timestamp;
use maud::{Markup, html};
use session::event::Place;
use session::ids::{At, Seat};
use session::state::{Person, Stay};
use ui::Crumb;
use ui::locale::local;

use super::super::Scene;
use crate::web::Html;

pub(in crate::room) fn attendance(scene: &Scene<'_>) -> Html {
    let words = scene.words();
    let people = scene.state.people.iter().enumerate();
    let body = html! {
        div.lead-page {
            h1 { (words.room_attendance()) }
            p.lead { (words.room_attendance_text()) }
            ul.lead-list {
                @for (place, person) in people { li.lead-item { (one(scene, Seat::at(place), person)) } }
            }
            p { a.button.quiet href=(scene.address("", "")) { (words.room_back_to_room()) } }
        }
    };
    let trail = [Crumb {
        name: scene.view.title.to_owned(),
        href: scene.address("", ""),
    }];
    scene.visitor.page(&words.room_attendance(), None, &trail, body)
}

/// What counts for somebody: the correction, or else from their first arrival to their last leaving.
fn counts(person: &Person) -> Option<Stay> {
    let (first, last) = (person.stays.first()?, person.stays.last()?);
    Some(person.corrected.unwrap_or(Stay {
        from: first.from,
        to: last.to,
        place: last.place,
    }))
}

fn one(scene: &Scene<'_>, seat: Seat, person: &Person) -> Markup {
    let words = scene.words();
    let Some(stay) = counts(person) else {
        return html! {};
    };
    let id = format!("form-attendance-{}", seat.0);
    let day = at(stay.from).date().to_string();
    let values = [
        ("seat", seat.0.to_string()),
        ("day", day),
        ("page", "attendance".to_owned()),
    ];
    html! {
        h2 { (person.name) }
        p.small {
            @if person.corrected.is_some() { (words.room_attendance_corrected()) }
            @else if person.present { (words.room_attendance_present()) }
            @else { (words.room_attendance_gone()) }
            @if person.without_device { " · " (words.room_attendance_no_device()) }
        }
        (scene.form(&id, "attendance", &values, &html! {
            (moment(&id, "from", &words.room_attendance_from(), Some(stay.from)))
            (moment(&id, "to", &words.room_attendance_to(), stay.to))
            div.field {
                label for={ (id) "-place" } { (words.room_attendance_place()) }
                select id={ (id) "-place" } name="place" {
                    option value="room" selected[stay.place == Place::Room] { (words.room_attendance_room()) }
                    option value="online" selected[stay.place == Place::Online] { (words.room_attendance_online()) }
                }
            }
            button.button.quiet type="submit" { (words.room_attendance_save()) span.visually-hidden { ": " (person.name) } }
        }))
    }
}

/// A field for a time of day; leaving may stay empty, arriving not.
fn moment(form: &str, name: &str, label: &str, value: Option<At>) -> Markup {
    let value = value.map(|value| at(value).strftime("%H:%M").to_string());
    html! {
        div.field {
            label for={ (form) "-" (name) } { (label) }
            input type="time" id={ (form) "-" (name) } name=(name) value=[value] required[name == "from"];
        }
    }
}

fn at(at: At) -> jiff::Zoned {
    local(Timestamp::from_microsecond(at.0).unwrap_or_default())
}
