//! The circle of a step: who sits where, who speaks, who writes, before there are real people.
//!
//! A method speaks of roles. Here a group of usual size gets the roles: the facilitator sits at the top, the case owner at
//! the lower right, from where the way out of the circle is short.

use session::model::{Grouping, Input, Method, OwnerPlace, Role, Shape, Step};
use ui::{Layout, Link, Place, Seat, Voice};

/// The people of a method, by seat; each holds the roles that stay the same through all steps.
pub(super) struct Cast {
    /// Base roles of each seat, clockwise from the top.
    roles: Vec<Vec<Role>>,
}

/// One step, drawn.
pub(super) struct Picture {
    /// The seats.
    pub(super) seats: Vec<Seat>,
    /// How they sit.
    pub(super) layout: Layout,
    /// Who works with whom.
    pub(super) links: Vec<Link>,
}

/// The seat of the facilitator.
const FACILITATOR: usize = 0;

impl Cast {
    /// A group of `people` and a facilitator.
    pub(super) fn of(method: &Method, people: u16) -> Self {
        let count = usize::from(people) + 1;
        let mut cast = Self {
            roles: vec![Vec::new(); count],
        };
        cast.give(FACILITATOR, Role::Facilitator);
        let needed = |role: Role| method.roles.iter().find(|need| need.role == role);
        if needed(Role::Owner).is_some() {
            cast.give((count * 3 + 4) / 8, Role::Owner);
        }
        for seat in 1..count {
            if !cast.has(seat, Role::Owner) {
                cast.give(seat, Role::Participants);
            }
        }
        // The helpers sit beside the facilitator, the players and the inner ring begin at the right.
        let helpers = [(Role::Scribe, count - 1), (Role::Timekeeper, 1)];
        for (role, seat) in helpers.into_iter().filter(|(role, _)| needed(*role).is_some()) {
            cast.give(seat, role);
        }
        for role in [Role::Player, Role::Interviewer, Role::Inner, Role::Observer] {
            let wanted = needed(role).map_or(0, |need| usize::from(need.min.max(1)));
            let wanted = if role == Role::Inner && wanted > 0 {
                wanted.max(3)
            } else {
                wanted
            };
            cast.give_to_free(wanted, role);
        }
        cast
    }

    fn give(&mut self, seat: usize, role: Role) {
        if let Some(roles) = self.roles.get_mut(seat) {
            roles.push(role);
        }
    }

    /// Gives a role to participants who have no other one yet.
    fn give_to_free(&mut self, wanted: usize, role: Role) {
        let free = self
            .roles
            .iter_mut()
            .filter(|roles| **roles == [Role::Participants]);
        for roles in free.take(wanted) {
            roles.push(role);
        }
    }

    fn has(&self, seat: usize, role: Role) -> bool {
        self.roles.get(seat).is_some_and(|roles| roles.contains(&role))
    }

    fn has_owner(&self) -> bool {
        self.roles.iter().any(|roles| roles.contains(&Role::Owner))
    }

    /// Seats of the people who take part, owner included.
    fn people(&self) -> impl Iterator<Item = usize> {
        1..self.roles.len()
    }

    /// Draws a step.
    pub(super) fn draw(&self, step: &Step) -> Picture {
        let (layout, links) = self.layout(step);
        let seats = (0..self.roles.len())
            .map(|seat| {
                let roles = self.roles_in(step, seat, &layout);
                let owner = roles.contains(&Role::Owner);
                let client = roles.contains(&Role::Client);
                Seat {
                    voice: voice(step, &roles),
                    owner: owner || client,
                    facilitator: roles.contains(&Role::Facilitator),
                    place: if owner || client && !self.has_owner() {
                        place(step.owner_place)
                    } else {
                        Place::Circle
                    },
                    pencil: step.inputs.iter().any(|input| self.writes(input, &roles)),
                    ..Seat::default()
                }
            })
            .collect();
        Picture { seats, layout, links }
    }

    fn layout(&self, step: &Step) -> (Layout, Vec<Link>) {
        let Some(grouping) = step.grouping else {
            return (Layout::Ring, Vec::new());
        };
        // A single case owner does not belong to one of the small groups.
        let members: Vec<usize> = self
            .people()
            .filter(|seat| !self.has(*seat, Role::Owner))
            .collect();
        match grouping.shape {
            Shape::HalvesPairs => {
                let (askers, thinkers) = members.split_at(members.len() / 2);
                let pairs: Vec<(usize, usize)> =
                    askers.iter().copied().zip(thinkers.iter().copied()).collect();
                let links = pairs
                    .iter()
                    .map(|(asker, thinker)| Link(*asker, *thinker))
                    .collect();
                (Layout::Facing(pairs), links)
            }
            Shape::Ring => (
                Layout::Fishbowl(
                    members
                        .into_iter()
                        .filter(|seat| self.has(*seat, Role::Inner))
                        .collect(),
                ),
                Vec::new(),
            ),
            Shape::Pairs | Shape::Trios | Shape::Groups => {
                let groups = divide(&members, size(grouping));
                let links = groups.iter().filter_map(|group| match group[..] {
                    [one, other] => Some(Link(one, other)),
                    _ => None,
                });
                let links = links.collect();
                (Layout::Groups(groups), links)
            }
        }
    }

    /// The roles of a seat in this step, those of its small group included.
    fn roles_in(&self, step: &Step, seat: usize, layout: &Layout) -> Vec<Role> {
        let mut roles = self.roles.get(seat).cloned().unwrap_or_default();
        match layout {
            Layout::Facing(pairs) => {
                let asks = |pair: &(usize, usize)| pair.0 == seat;
                let thinks = |pair: &(usize, usize)| pair.1 == seat;
                if pairs.iter().any(asks) {
                    roles.push(Role::Asker);
                }
                if pairs.iter().any(thinks) {
                    roles.push(Role::Thinker);
                }
            }
            Layout::Groups(groups) if step.grouping.is_some_and(|grouping| grouping.client) => {
                if let Some(group) = groups.iter().find(|group| group.contains(&seat)) {
                    let is_client = group.first() == Some(&seat);
                    roles.push(if is_client {
                        Role::Client
                    } else {
                        Role::Consultants
                    });
                }
            }
            Layout::Ring | Layout::Groups(_) => {
                // Whose turn it is in a repeat that goes round the circle.
                if seat != FACILITATOR && !roles.contains(&Role::Owner) && mentions_client(step) {
                    roles.push(if seat == 1 {
                        Role::Client
                    } else {
                        Role::Consultants
                    });
                }
            }
            Layout::Fishbowl(_) => (),
        }
        roles
    }

    /// A text of the whole group is typed by the scribe, or by the facilitator when there is none.
    fn writes(&self, input: &Input, roles: &[Role]) -> bool {
        if input.together {
            let has_scribe = self.roles.iter().any(|roles| roles.contains(&Role::Scribe));
            return roles.contains(if has_scribe {
                &Role::Scribe
            } else {
                &Role::Facilitator
            });
        }
        rank(&input.who, roles).is_some()
    }
}

fn mentions_client(step: &Step) -> bool {
    let roles = step
        .speaks
        .iter()
        .chain(&step.silent)
        .chain(step.inputs.iter().flat_map(|input| &input.who));
    roles.copied().any(|role| role == Role::Client)
}

fn size(grouping: Grouping) -> usize {
    match grouping.shape {
        Shape::Trios => 3,
        Shape::Groups => usize::from(grouping.size.max(2)),
        Shape::Pairs | Shape::HalvesPairs | Shape::Ring => 2,
    }
}

/// Groups of at most `size`, as equal as possible.
fn divide(members: &[usize], size: usize) -> Vec<Vec<usize>> {
    let groups = members.len().div_ceil(size).max(1);
    let mut rest = members;
    let mut divided = Vec::with_capacity(groups);
    for left in (1..=groups).rev() {
        let (group, after) = rest.split_at(rest.len().div_ceil(left));
        divided.push(group.to_vec());
        rest = after;
    }
    divided
}

/// Who is named both as speaking and as silent follows the more special name: "everyone" gives way to "owner".
fn voice(step: &Step, roles: &[Role]) -> Voice {
    match (rank(&step.speaks, roles), rank(&step.silent, roles)) {
        (Some(speaks), Some(silent)) if silent > speaks => Voice::Quiet,
        (Some(_), _) => Voice::Speaks,
        (None, _) => Voice::Quiet,
    }
}

/// How specially a list of roles names somebody with these roles: 1 as everyone, 2 as participant, 3 by a role of their own;
/// `None` when it does not.
fn rank(named: &[Role], roles: &[Role]) -> Option<u8> {
    let one = |role: &Role| match role {
        Role::Everyone => (roles.contains(&Role::Participants) || roles.contains(&Role::Owner)).then_some(1),
        Role::Participants => roles.contains(role).then_some(2),
        Role::Outer => (!roles.contains(&Role::Inner) && roles.contains(&Role::Participants)).then_some(3),
        other => roles.contains(other).then_some(3),
    };
    named.iter().filter_map(one).max()
}

const fn place(place: OwnerPlace) -> Place {
    match place {
        OwnerPlace::Circle => Place::Circle,
        OwnerPlace::Outside => Place::Outside,
        OwnerPlace::Back => Place::Back,
        OwnerPlace::Away => Place::Away,
        OwnerPlace::CameraOff => Place::CameraOff,
    }
}

#[cfg(test)]
mod tests {
    use session::Catalogue;

    use super::*;

    fn draw(method: &str, step: &str, people: u16) -> Picture {
        let (catalogue, _) = Catalogue::built_in();
        let method = catalogue.get(method).unwrap();
        let step = method.steps.iter().find(|found| found.id == step).unwrap();
        Cast::of(method, people).draw(step)
    }

    fn count(picture: &Picture, is: impl Fn(&Seat) -> bool) -> usize {
        picture.seats.iter().filter(|seat| is(seat)).count()
    }

    #[test]
    fn in_the_focus_method_the_owner_tells_and_the_others_write_the_core_in_silence() {
        let telling = draw("focusmethode", "case", 8);
        assert_eq!(telling.seats.len(), 9, "eight people and the facilitator");
        let speakers = |picture: &Picture| count(picture, |seat| seat.voice == Voice::Speaks);
        assert_eq!(speakers(&telling), 1);
        assert_eq!(
            count(&telling, |seat| seat.voice == Voice::Speaks && seat.owner),
            1
        );
        let writing = draw("focusmethode", "central-question", 8);
        assert_eq!((speakers(&writing), count(&writing, |seat| seat.pencil)), (0, 7));
        assert_eq!(
            count(&writing, |seat| seat.pencil && (seat.owner || seat.facilitator)),
            0
        );
    }

    #[test]
    fn the_gossip_method_turns_the_back_of_the_owner() {
        let (catalogue, _) = Catalogue::built_in();
        let method = catalogue.get("roddelmethode").unwrap();
        let gossip = method
            .steps
            .iter()
            .find(|step| step.owner_place != OwnerPlace::Circle)
            .unwrap();
        let picture = Cast::of(method, 6).draw(gossip);
        let owner = picture.seats.iter().find(|seat| seat.owner).unwrap();
        assert_ne!(owner.place, Place::Circle);
        assert_eq!(owner.voice, Voice::Quiet);
        assert_eq!(count(&picture, |seat| seat.voice == Voice::Speaks), 5);
    }

    #[test]
    fn in_a_troika_whose_turn_it_is_turns_round_in_every_group() {
        let picture = draw("troika", "consult", 9);
        assert_eq!(count(&picture, |seat| seat.place == Place::Back), 3);
        assert_eq!(count(&picture, |seat| seat.voice == Voice::Speaks), 6);
    }

    #[test]
    fn speed_sparring_links_every_asker_with_a_thinker() {
        let picture = draw("speedsparren", "round", 10);
        assert_eq!(picture.links.len(), 5);
        assert_eq!(count(&picture, |seat| seat.voice == Voice::Speaks), 10);
        assert_eq!(count(&picture, |seat| seat.pencil), 5, "the askers write");
    }

    #[test]
    fn groups_are_as_equal_as_possible() {
        let sizes = |members: usize, size| {
            divide(&(0..members).collect::<Vec<_>>(), size)
                .iter()
                .map(Vec::len)
                .collect::<Vec<_>>()
        };
        assert_eq!(sizes(10, 4), [4, 3, 3]);
        assert_eq!(sizes(9, 3), [3, 3, 3]);
        assert_eq!(sizes(2, 5), [2]);
    }

    #[test]
    fn every_step_of_every_method_shows_somebody_who_does_something() {
        let (catalogue, _) = Catalogue::built_in();
        for method in catalogue.methods() {
            let cast = Cast::of(method, 8);
            for step in method.steps.iter().filter(|step| !step.speaks.is_empty()) {
                let picture = cast.draw(step);
                assert!(
                    count(&picture, |seat| seat.voice == Voice::Speaks) > 0,
                    "{} {}: {:?} speaks, but nobody is lit",
                    method.id,
                    step.id,
                    step.speaks
                );
            }
        }
    }
}
