//! F30 to F33: choosing, rating and voting.

use std::collections::BTreeSet;

use session::event::{Ballot, Event, Facilitation, PreparedCase};
use session::ids::{CardNo, CaseNo, Seat};
use session::model::{ChoiceWay, Scale, VoteKind};
use session::report::outcomes;
use session::{Command, Refusal};

use crate::room::{Room, case, opening, script};
use crate::small;

fn prepared(owner: &str, urgency: u8, last_turn_days: Option<u32>, waited: u16) -> PreparedCase {
    PreparedCase {
        owners: vec![owner.to_owned()],
        title: format!("Casus van {owner}"),
        sentence: "Hoe verder?".to_owned(),
        urgency,
        last_turn_days,
        waited,
        ..PreparedCase::default()
    }
}

/// Which case comes out on top in this way, without changing the room.
fn chosen(room: &Room, way: ChoiceWay) -> CaseNo {
    let mut room = room.clone();
    room.lead(Command::ChooseCase { way, case: None });
    let found = room.events.iter().rev().find_map(|row| match &row.event {
        Event::CaseChosen { case, .. } => Some(*case),
        _ => None,
    });
    found.expect("a case was chosen")
}

const fn votes(case: u16, votes: u16) -> Command {
    let case = CaseNo(case);
    Command::VoteCase { case, votes }
}

#[test]
fn f30_a_case_is_chosen_by_vote_urgency_turn_draw_or_hand_and_who_waited_longest_wins_a_tie() {
    let mut opening = opening(script(&["casuskeuze", "focusmethode"]), Facilitation::Outside);
    opening.cases = vec![
        prepared("p1", 1, Some(20), 0),
        prepared("p2", 3, Some(90), 0),
        prepared("p3", 3, Some(90), 2),
    ];
    let mut room = Room::with(6, opening);
    room.lead(Command::Begin);
    room.until("choose");
    // As urgent as another, and passed over twice before.
    assert_eq!(chosen(&room, ChoiceWay::Urgency), CaseNo(2));
    assert_eq!(chosen(&room, ChoiceWay::Turn), CaseNo(2));
    room.by(4, votes(0, 2));
    room.by(5, votes(1, 3));
    assert_eq!(room.refused(5, votes(0, 1)), Refusal::NoVotesLeft { max: 3 });
    assert_eq!(chosen(&room, ChoiceWay::Vote), CaseNo(1));
    let view = room.sees(4);
    let first = &view.choice.expect("a choice").cases[0];
    assert_eq!((first.title, first.my_votes), ("Casus van p1", 2));
    assert_eq!(first.votes, None, "the count stays hidden");
    let on = room.refused(0, Command::Next);
    assert_eq!(on, Refusal::ChooseCaseFirst, "nobody would own what follows");
    let mut skipped = room.clone();
    skipped.lead(Command::Skip { reason: None });
    assert_ne!(
        skipped.state.now_visit().map(|visit| &visit.cursor),
        room.state.now_visit().map(|visit| &visit.cursor)
    );
    let drawn = (0..20).map(|seed| {
        let mut room = room.clone();
        room.state.seed = seed;
        chosen(&room, ChoiceWay::Random)
    });
    let drawn: BTreeSet<CaseNo> = drawn.collect();
    assert!(drawn.len() > 1, "the draw always falls on {drawn:?}");
    room.by(2, Command::Leave);
    let owner_left = chosen(&room, ChoiceWay::Vote);
    assert_eq!(owner_left, CaseNo(0), "an owner who left is no candidate");
    room.by(4, case("Op de plek zelf", None));
    room.lead(Command::ChooseCase {
        way: ChoiceWay::Facilitator,
        case: Some(CaseNo(3)),
    });
    room.until("case");
    assert_eq!(room.sees(1).case.expect("a case").owners, [Seat(4)]);
}

/// A step that writes and a step that works with it, a card of seat 2 in it, seat 1 the owner.
fn working(keys: &str) -> (Room, CardNo) {
    let steps = small::step(
        "a",
        "[[step.input]]\nid = \"i\"\nlabel = T\nmode = \"group\"\nresult = \"advice\"",
    ) + &small::step("b", keys);
    let mut room = Room::of(4, small::script("case = \"one\"", &steps));
    room.owner(&[1]);
    room.lead(Command::Begin);
    let card = room.write(2, "i", "een advies");
    room.next();
    (room, card)
}

fn rate(card: CardNo, value: &str) -> Command {
    Command::Rate {
        card,
        value: value.to_owned(),
        note: Some("omdat".to_owned()),
    }
}

#[test]
fn f31_the_owner_rates_entries_on_the_scale_of_the_step() {
    for (word, scale) in [
        ("warm_lukewarm_cold", Scale::WarmLukewarmCold),
        ("warm_neutral_cold", Scale::WarmNeutralCold),
        ("appeals", Scale::Appeals),
        ("one_to_five", Scale::OneToFive),
        ("answer_or_not", Scale::AnswerOrNot),
    ] {
        let (mut room, card) = working(&format!(
            "rate = {{ of = [\"i\"], by = \"owner\", scale = \"{word}\" }}"
        ));
        assert_eq!(
            room.refused(2, rate(card, scale.values()[0].0)),
            Refusal::NotForYou
        );
        assert_eq!(room.refused(1, rate(card, "lauwwarm")), Refusal::NotOnScale);
        for (value, _, _) in scale.values() {
            room.by(1, rate(card, value));
            assert_eq!(room.sees(1).cards[0].my_rating, Some(*value));
        }
        assert_eq!(
            room.sees(3).cards[0].ratings,
            [(scale.values()[scale.values().len() - 1].0, Some("omdat"))]
        );
        assert_eq!(room.sees(1).step.and_then(|step| step.rate), Some((scale, true)));
        assert_eq!(room.sees(3).step.and_then(|step| step.rate), Some((scale, false)));
    }
    let (mut room, card) = working("pick = { of = [\"i\"], by = \"owner\", max = 1, why = true }");
    room.by(
        1,
        Command::Pick {
            card,
            why: Some("raakt me".to_owned()),
        },
    );
    assert_eq!(room.sees(4).cards[0].picks, [(Seat(1), Some("raakt me"))]);
    room.by(1, Command::Unpick(card));
    assert!(room.sees(4).cards[0].picks.is_empty());
}

fn vote(card: CardNo, dots: u16, answer: Option<&str>, need: Option<&str>) -> Command {
    let ballot = Ballot {
        dots,
        answer: answer.map(str::to_owned),
        need: need.map(str::to_owned),
    };
    Command::Vote { card, ballot }
}

#[test]
fn f32_the_group_votes_with_dots_by_consensus_or_yes_with_what_is_needed() {
    let (mut room, card) = working("vote = { of = [\"i\"], kind = \"dots\", dots = 3 }");
    let too_many = room.refused(2, vote(card, 4, None, None));
    assert_eq!(too_many, Refusal::NoVotesLeft { max: 3 });
    for (seat, dots) in [(2, 3), (3, 1), (2, 2)] {
        room.by(seat, vote(card, dots, None, None));
    }
    assert_eq!(room.screen().cards[0].votes, 3, "a vote may be changed");
    let (mut room, card) = working("vote = { of = [\"i\"], kind = \"consensus\" }");
    let unknown = room.refused(2, vote(card, 1, Some("maybe"), None));
    assert_eq!(unknown, Refusal::NotOnScale);
    room.by(2, vote(card, 1, Some("agree"), None));
    room.by(3, vote(card, 1, Some("live_with"), None));
    let tally = [("agree", 1), ("live_with", 1), ("not_yet", 0)];
    assert_eq!(room.screen().cards[0].tally, tally);
    let (mut room, card) = working("vote = { of = [\"i\"], kind = \"yes_no_need\" }");
    room.by(3, vote(card, 1, Some("no"), Some(" meer tijd ")));
    let needs = room.screen().cards[0].needs.clone();
    assert_eq!(needs, ["meer tijd"], "what is needed, without a name");
    let shown = room.sees(4).step.and_then(|step| step.vote);
    assert_eq!(shown, Some((VoteKind::YesNoNeed, 3, true)));
    let outside = room.refused(0, vote(card, 1, Some("yes"), None));
    assert_eq!(outside, Refusal::NotForYou);
}

#[test]
fn f33_the_owner_says_whether_and_how_an_advice_is_possible_or_strikes_it_from_the_report() {
    let (mut room, card) = working("rate = { of = [\"i\"], by = \"owner\", scale = \"possible_or_strike\" }");
    room.by(1, rate(card, "possible"));
    assert_eq!(outcomes(&room.state, None).len(), 1);
    room.by(1, rate(card, "strike"));
    assert_eq!(room.texts(3), ["een advies"], "it stays readable");
    assert_eq!(outcomes(&room.state, None).len(), 0, "and leaves the report");
    room.by(1, rate(card, "possible"));
    assert_eq!(
        outcomes(&room.state, None).len(),
        1,
        "a change of mind brings it back"
    );
}
