//! F13 to F20: roles, places, turns and small groups.

use std::collections::BTreeSet;

use session::event::{Attends, Facilitation, Newcomer, Opening};
use session::ids::{SECOND, Seat};
use session::model::{OwnerPlace, Role};
use session::wizard::{Wish, suggest};
use session::{Command, Refusal};

use crate::room::{Room, case, catalogue, newcomer, opening, script};
use crate::small;

fn has(room: &Room, seat: u16, role: Role) -> bool {
    room.state.has_role(room.visit(), Seat(seat), role)
}

#[test]
fn f13_roles_hold_for_the_session_or_for_a_step_and_a_case_may_have_two_owners() {
    let mut room = Room::begun(8, script(&["balintmethode", "speedsparren"]));
    room.until("choose-case");
    room.by(1, case("Samen", Some(2)));
    room.lead(Command::ChooseCase {
        way: session::model::ChoiceWay::Urgency,
        case: None,
    });
    room.lead(Command::GiveRole {
        role: Role::Scribe,
        seats: vec![Seat(3)],
    });
    room.lead(Command::GiveRole {
        role: Role::Observer,
        seats: vec![Seat(4), Seat(5)],
    });
    room.until("explain-case");
    for owner in [1, 2] {
        assert!(has(&room, owner, Role::Owner) && !has(&room, owner, Role::Participants));
    }
    assert!(has(&room, 3, Role::Scribe) && has(&room, 5, Role::Observer) && has(&room, 0, Role::Facilitator));
    room.until("round");
    assert!(has(&room, 3, Role::Scribe), "a role stays");
    assert_eq!(
        (1..=8).filter(|seat| has(&room, *seat, Role::Asker)).count(),
        4,
        "others come with the step"
    );
}

#[test]
fn f14_a_role_is_filled_by_choice_draw_volunteer_or_by_itself_and_the_lead_is_handed_over() {
    let head = "case = \"none\"\n[[role]]\nrole = \"timekeeper\"\nhow = \"draw\"\n[[role]]\nrole = \"observer\"\nmax = 2\nhow = \"automatic\"\n[[role]]\nrole = \"scribe\"\nhow = \"volunteer\"";
    let mut room = Room::begun(
        6,
        small::script(
            head,
            &(small::step("a", "") + &small::step("b", "choose_role = [\"player\"]")),
        ),
    );
    assert_eq!(room.state.roles[&Role::Timekeeper].len(), 1);
    assert_eq!(room.state.roles[&Role::Observer].len(), 2);
    room.by(2, Command::Volunteer(Role::Scribe));
    assert_eq!(
        room.refused(3, Command::Volunteer(Role::Scribe)),
        Refusal::RoleTaken
    );
    assert_eq!(
        room.refused(3, Command::Volunteer(Role::Player)),
        Refusal::RoleTaken
    );
    room.until("b");
    room.by(3, Command::Volunteer(Role::Player));
    room.lead(Command::DrawRole(Role::Interviewer));
    assert_eq!(room.state.roles[&Role::Interviewer].len(), 1);
    room.lead(Command::HandOver(Seat(4)));
    assert!(room.sees(4).you.is_some_and(|you| you.leads));
    assert_eq!(room.refused(0, Command::Next), Refusal::OnlyLead);
}

#[test]
fn f15_the_facilitator_stays_outside_is_a_member_or_plays_along() {
    let writes = small::step("a", "[[step.input]]\nid = \"i\"\nlabel = T\nmode = \"group\"")
        + &small::step("b", "grouping = { shape = \"pairs\", odd = \"facilitator\" }");
    let room = |facilitation, people| {
        let mut room = Room::with(
            people,
            opening(small::script("case = \"none\"", &writes), facilitation),
        );
        room.lead(Command::Begin);
        room
    };
    let sits = |room: &mut Room| {
        room.until("b");
        room.groups().iter().any(|group| group.seats.contains(&Seat(0)))
    };
    let mut outside = room(Facilitation::Outside, 5);
    assert!(outside.sees(0).inputs.is_empty() && !sits(&mut outside));
    let mut member = room(Facilitation::Member, 5);
    member.write(0, "i", "ook ik");
    assert!(sits(&mut member));
    let mut along = room(Facilitation::PlaysAlong, 5);
    assert!(along.sees(0).inputs.is_empty() && sits(&mut along));
    assert!(!sits(&mut room(Facilitation::PlaysAlong, 6)), "nobody is needed");
}

#[test]
fn f16_each_step_says_who_speaks_who_listens_and_where_the_owner_is() {
    let mut room = Room::of(5, script(&["roddelmethode"]));
    room.owner(&[1]);
    room.lead(Command::Begin);
    room.until("gossip");
    let may = |seat: u16| room.sees(seat).you.is_some_and(|you| you.may_speak);
    assert!(!may(1) && may(2) && !may(0));
    let step = room.sees(1).step.expect("a step");
    assert_eq!(step.owner_place, OwnerPlace::Back);
    assert_eq!(
        (step.speaks, step.silent),
        (&[Role::Participants][..], &[Role::Owner][..])
    );
    let circle = room.screen().circle;
    assert!(circle[1].owner && !circle[1].may_speak && circle[2].may_speak);
}

#[test]
fn f17_turns_go_round_drawn_or_as_the_owner_points_with_a_small_clock_and_a_way_to_pass() {
    let keys = "speaks = [\"everyone\"]\nturn_seconds = 60";
    let steps = small::step("round", &format!("turn = \"round\"\n{keys}"))
        + &small::step("random", &format!("turn = \"random\"\n{keys}"))
        + &small::step("owner", "speaks = [\"participants\"]\nturn = \"owner_chooses\"");
    let mut room = Room::of(4, small::script("case = \"one\"", &steps));
    room.owner(&[2]);
    room.lead(Command::Begin);
    let mut spoke = Vec::new();
    while let Some(seat) = room.visit().turns.now {
        spoke.push(seat);
        let ends = room.sees(1).step.and_then(|step| step.turn_ends);
        assert_eq!(ends, Some(room.now.plus(60 * SECOND)));
        // The first one passes and comes back at the end.
        let command = if spoke.len() == 1 {
            Command::Pass
        } else {
            Command::NextTurn
        };
        room.by(seat.0, command);
    }
    assert_eq!(spoke, [3, 4, 1, 2, 3].map(Seat), "from the seat after the owner");
    let turns: Vec<u32> = room.screen().circle.iter().map(|seat| seat.turns).collect();
    assert_eq!(turns, [0, 1, 1, 2, 1], "equal airtime, counted without content");
    assert_eq!(room.visit().turns.done.len(), 4, "everybody has spoken");
    room.until("random");
    let mut drawn = room.entered().turns.clone();
    drawn.sort_unstable();
    assert_eq!(drawn, [1, 2, 3, 4].map(Seat));
    room.until("owner");
    assert_eq!(room.visit().turns.now, None);
    assert_eq!(room.refused(1, Command::GiveTurn(Seat(3))), Refusal::OnlyLead);
    room.by(2, Command::GiveTurn(Seat(3)));
    assert!(room.sees(3).you.is_some_and(|you| you.has_turn));
}

#[test]
fn f18_people_work_in_pairs_trios_groups_halves_or_rings_and_come_back_together() {
    let step = |id: &str, keys: &str| small::step(id, &format!("grouping = {{ {keys} }}"));
    let steps = step("pairs", "shape = \"pairs\"")
        + &step("trios", "shape = \"trios\"")
        + &step("groups", "shape = \"groups\", size = 4")
        + &step("halves", "shape = \"halves_pairs\"")
        + &small::step(
            "ring",
            "speaks = [\"inner\"]\nsilent = [\"outer\"]\nchoose_role = [\"inner\"]\ngrouping = { shape = \"ring\" }",
        )
        + &small::step("plenary", "");
    let mut room = Room::begun(12, small::script("case = \"none\"", &steps));
    for (id, size, count) in [
        ("pairs", 2, 6),
        ("trios", 3, 4),
        ("groups", 4, 3),
        ("halves", 2, 6),
    ] {
        room.until(id);
        let sizes: Vec<usize> = room.groups().iter().map(|group| group.seats.len()).collect();
        assert_eq!(sizes, vec![size; count], "{id}");
        let view = room.sees(5);
        let mine = view.your_group.expect("a table");
        assert!(view.groups[mine - 1].seats.contains(&Seat(5)));
        assert_eq!(
            view.clock.ends_at,
            room.sees(9).clock.ends_at,
            "one clock for all tables"
        );
    }
    room.until("ring");
    room.lead(Command::GiveRole {
        role: Role::Inner,
        seats: [1, 2, 3].map(Seat).to_vec(),
    });
    let speaks: BTreeSet<u16> = (1..=12)
        .filter(|seat| room.sees(*seat).you.is_some_and(|you| you.may_speak))
        .collect();
    assert_eq!(speaks, BTreeSet::from([1, 2, 3]));
    assert!(has(&room, 7, Role::Outer));
    room.until("plenary");
    assert_eq!(room.groups(), []);
}

#[test]
fn f19_pairs_rotate_without_a_repeat_and_odd_numbers_late_comers_and_colleagues_are_seen_to() {
    // The laws of pairing stand in `pairing.rs`; here the whole story once.
    let mut opening = opening(script(&["speedsparren"]), Facilitation::Outside);
    opening.avoid_same_organisation = true;
    let mut room = Room::with(0, opening);
    for n in 1..=7 {
        let organisation = Some(["Noord", "Zuid", "West"][n % 3].to_owned());
        room.house(Command::Join(Newcomer {
            organisation,
            ..newcomer(&format!("p{n}"))
        }));
    }
    room.lead(Command::Begin);
    room.until("round");
    let before = room.groups();
    assert_eq!(before.iter().map(|group| group.seats.len()).sum::<usize>(), 7);
    let late = room.join("laat");
    assert!(
        room.groups().iter().any(|group| group.seats.contains(&late)),
        "nobody waits at the door"
    );
    room.next();
    let after = room.groups();
    assert!(
        after.iter().all(|group| group.seats.len() == 2),
        "eight people make four pairs: {after:?}"
    );
    assert!(after.iter().all(|group| {
        !before
            .iter()
            .any(|old| group.seats.iter().all(|seat| old.seats.contains(seat)))
    }));
}

#[test]
fn f20_a_method_says_how_many_people_it_is_for_and_works_in_circles_beside_each_other_beyond_that() {
    let group = catalogue().get("focusmethode").expect("the method").group;
    assert_eq!(
        (group.min, group.best_from, group.best_to, group.max),
        (6, 6, 10, 15)
    );
    let warned = |people| {
        let wish = Wish {
            people,
            minutes: None,
            experience: None,
            trust: None,
            lead: None,
            situation: None,
            written: false,
        };
        let found = suggest(catalogue(), &wish)
            .into_iter()
            .find(|suggestion| suggestion.id == "focusmethode");
        found.is_none_or(|suggestion| !suggestion.warnings.is_empty())
    };
    assert!(!warned(8) && warned(3) && warned(25));
    let mut room = Room::with(
        12,
        Opening {
            ..opening(script(&["case-clinic"]), Facilitation::Outside)
        },
    );
    room.lead(Command::Begin);
    room.until("mirroring");
    let sizes: Vec<usize> = room.groups().iter().map(|group| group.seats.len()).collect();
    assert_eq!(sizes, [4, 4, 4], "twelve people: three circles beside each other");
    assert!(
        room.groups().iter().all(|group| group.client.is_some()),
        "each with an owner of its own"
    );
    let groups = room.groups();
    let (here, there) = (&groups[0], &groups[1]);
    let writer = here
        .seats
        .iter()
        .find(|seat| here.client != Some(**seat))
        .expect("somebody who writes")
        .0;
    room.write(writer, "mirror", "wat ik zag");
    assert!(here.seats.iter().all(|seat| room.texts(seat.0) == ["wat ik zag"]));
    assert!(
        there.seats.iter().all(|seat| room.texts(seat.0).is_empty()),
        "it stays in its circle"
    );
    assert!(room.screen().cards.is_empty());
    assert_eq!(room.state.people[0].attends, Attends::Facilitator);
}
