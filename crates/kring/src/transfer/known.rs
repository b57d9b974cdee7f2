//! What a programme has already: its groups, and who has which place.

use std::collections::BTreeMap;

use super::columns::Column;
use super::entries::{Fault, Wrong};
use super::lines::Seat;
use super::{Circle, Place, Role};

/// From this likeness on a group is suggested for one that does not exist.
const ALIKE: f64 = 0.6;

/// What the programme has already.
#[derive(Clone, Debug, Default)]
pub(super) struct Known {
    circles: Vec<Circle>,
    pub(super) members: BTreeMap<String, Member>,
}

/// Somebody of the programme, as it is now or as it would be after the rows above.
#[derive(Clone, Debug, Default)]
pub(super) struct Member {
    pub(super) name: String,
    /// Somebody has told where they work.
    pub(super) is_told: bool,
    /// Each with the row that would give it, if one would; no group is the programme itself.
    pub(super) seats: Vec<(Option<Seat>, Role, Option<usize>)>,
}

impl Member {
    /// Why they would have to leave a group for this seat. A list takes nobody out of one.
    pub(super) fn must_leave(&self, seat: Option<&Seat>, role: Role) -> Option<Fault> {
        let seat = seat?;
        self.seats.iter().find_map(|(other, as_what, _)| {
            let other = other.as_ref()?;
            let name = other.name().to_owned();
            if other.is(seat) {
                let (column, what) = (Column::Role, Wrong::OtherRole(name));
                Some(Fault { column, what })
            } else if role == Role::Participant && *as_what == Role::Participant {
                let (column, what) = (Column::Group, Wrong::SitsIn(name));
                Some(Fault { column, what })
            } else {
                None
            }
        })
    }
}

impl Known {
    pub(super) fn of(circles: Vec<Circle>, places: Vec<Place>) -> Self {
        let mut members: BTreeMap<String, Member> = BTreeMap::new();
        for place in places {
            let member = members.entry(place.mail).or_default();
            member.name = place.name;
            member.is_told |= place.organisation.is_some();
            let seat = place.group_id.zip(place.group_name);
            let seat = seat.map(|(id, name)| Seat::In(Circle { id, name }));
            member.seats.push((seat, Role::of(&place.role), None));
        }
        Self { circles, members }
    }

    /// The group that a name means: letter by letter, or else without regard to capitals.
    pub(super) fn circle(&self, name: &str) -> Option<&Circle> {
        let exact = self.circles.iter().find(|circle| circle.name == name);
        exact.or_else(|| self.circles.iter().find(|circle| same(&circle.name, name)))
    }

    /// The group that is called nearly so.
    pub(super) fn nearest(&self, name: &str) -> Option<String> {
        let wanted = name.to_lowercase();
        let likeness =
            |circle: &Circle| strsim::normalized_damerau_levenshtein(&circle.name.to_lowercase(), &wanted);
        let best = self
            .circles
            .iter()
            .max_by(|one, other| likeness(one).total_cmp(&likeness(other)))?;
        (likeness(best) >= ALIKE).then(|| best.name.clone())
    }
}

/// Whether two texts differ in capitals only.
pub(super) fn same(one: &str, other: &str) -> bool {
    one.to_lowercase() == other.to_lowercase()
}
