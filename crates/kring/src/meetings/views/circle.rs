//! The circle of a meeting: who comes, drawn as seats.

use jiff::Timestamp;
use maud::Markup;
use ui::locale::{and_list, time};
use ui::{CircleView, Place, Seat};

use crate::meetings::rules::Phase;
use crate::meetings::{Attendant, Meeting};
use crate::people::initials;
use crate::web::Visitor;

/// Seats around the ring: facilitator with a square frame, case owners with a round one, who cannot come outside. In the
/// middle the time; while the meeting goes on, the ring shows how much of it is left.
pub(crate) fn circle(
    visitor: &Visitor,
    meeting: &Meeting,
    people: &[Attendant],
    owners: &[&str],
    now: (Phase, Timestamp),
) -> Markup {
    let words = visitor.words();
    let seats = people.iter().map(|person| seat(person, owners)).collect();
    let names: Vec<&str> = people.iter().map(|person| person.name.as_str()).collect();
    let (phase, at) = now;
    let starts = time(visitor.language, meeting.starts());
    let ends = time(visitor.language, meeting.ends());
    ui::circle(&CircleView {
        id: "circle".to_owned(),
        title: words.meetings_circle(),
        description: words.meetings_circle_people(and_list(visitor.language, &names)),
        seats,
        clock: (phase == Phase::Now).then(|| (passed(meeting, at), 1.0)),
        middle: (starts, words.meetings_until(&ends)),
        ..CircleView::default()
    })
}

fn seat(person: &Attendant, owners: &[&str]) -> Seat {
    let is_away = matches!(person.state.as_str(), "declined" | "absent");
    Seat {
        label: initials(&person.name),
        owner: owners.contains(&person.person_id.0.as_str()),
        facilitator: person.role == "facilitator",
        place: if is_away { Place::Away } else { Place::Circle },
        ..Seat::default()
    }
}

/// The share of the meeting that has passed, 0 to 1.
fn passed(meeting: &Meeting, at: Timestamp) -> f64 {
    let seconds = |from: Timestamp, to: Timestamp| from.duration_until(to).as_secs_f64();
    let whole = seconds(meeting.starts(), meeting.ends());
    if whole <= 0.0 {
        return 1.0;
    }
    (seconds(meeting.starts(), at) / whole).clamp(0.0, 1.0)
}
