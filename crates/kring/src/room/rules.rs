//! Who belongs in a room, when it may be opened, and how its session begins.

use std::collections::BTreeMap;

use session::compile::{Plan, PlanProblem};
use session::event::{Attends, Facilitation, OpenAction, Opening, Place, PreparedCase};
use session::{Catalogue, State};

use crate::cases::Case;
use crate::meetings::Meeting;
use crate::meetings::rules::{Phase, Standing};

/// Seconds after the last sign of life when a forgotten session ends itself.
const FORGOTTEN: u32 = 4 * 60 * 60;

/// As what somebody comes in; `None` for who does not: an organiser never sees content.
pub(super) const fn attends(standing: Standing) -> Option<Attends> {
    match standing {
        Standing::Facilitator => Some(Attends::Facilitator),
        Standing::Participant | Standing::Member => Some(Attends::Participant),
        Standing::Speaker => Some(Attends::Speaker),
        Standing::Organiser => None,
    }
}

/// Whether somebody may open the room now.
pub(super) fn may_open(attends: Attends, phase: Phase) -> bool {
    attends == Attends::Facilitator && phase == Phase::Now
}

/// What is known of a meeting when its room opens.
pub(super) struct Prepared {
    /// The plan of the agenda.
    pub(super) plan: Plan,
    /// Prepared cases.
    pub(super) cases: Vec<Case>,
    /// Actions that people still have to do: id, who, what.
    pub(super) actions: Vec<OpenAction>,
    /// Seed of everything that will be drawn.
    pub(super) seed: u64,
}

/// How the session begins.
///
/// # Errors
/// Every problem of the plan.
pub(super) fn opening(prepared: Prepared, catalogue: &Catalogue) -> Result<Opening, Vec<PlanProblem>> {
    let cases = prepared.cases.into_iter().filter(|case| case.state != "treated");
    Ok(Opening {
        script: session::compile(&prepared.plan, catalogue)?,
        seed: prepared.seed,
        // Leads, and makes a pair even: nobody is left alone in speedsparren.
        facilitation: Facilitation::PlaysAlong,
        actions: prepared.actions,
        cases: cases.map(prepared_case).collect(),
        forgotten_after: Some(FORGOTTEN),
        ..Opening::default()
    })
}

fn prepared_case(case: Case) -> PreparedCase {
    PreparedCase {
        owners: vec![case.owner_id.0],
        title: case.title,
        sentence: case.question,
        // A spare case is there for when there is time left.
        urgency: if case.state == "spare" { 0 } else { 2 },
        fields: BTreeMap::new(),
        ..PreparedCase::default()
    }
}

/// So many people are in a room at most; the largest methods are made for forty.
const MOST: usize = 60;

/// So many people are in a room before no more guests come in: whoever belongs finds a seat in any case.
const MOST_WITH_GUESTS: usize = 40;

/// Whether nobody else fits in, or no other guest.
pub(super) fn is_full(state: &State, is_guest: bool) -> bool {
    state.present().count() >= if is_guest { MOST_WITH_GUESTS } else { MOST }
}

/// Whether people who were not in yet can still come in.
pub(super) fn takes_newcomers(state: &State) -> bool {
    use session::state::Phase;
    state.damage.is_none() && matches!(state.phase, Phase::Lobby | Phase::Running)
}

/// Whether somebody decides about the door for guests.
pub(super) fn keeps_door(attends: Attends, leads: bool) -> bool {
    leads || attends == Attends::Facilitator
}

/// Where somebody sits who said so, or did not: then it is where the meeting is.
pub(super) fn place(said: &str, meeting: &Meeting) -> Place {
    match said {
        "room" => Place::Room,
        "online" => Place::Online,
        _ if meeting.place.is_none() && meeting.online.is_some() => Place::Online,
        _ => Place::Room,
    }
}

/// Whether a session stands open for people to come in.
pub(super) fn is_open(state: &State) -> bool {
    state.phase != session::state::Phase::Unopened
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::PersonId;

    #[test]
    fn only_a_facilitator_opens_and_only_around_the_meeting() {
        let open: Vec<String> = Standing::ALL
            .into_iter()
            .map(|standing| {
                let may = |phase| attends(standing).is_some_and(|attends| may_open(attends, phase));
                let phases = [Phase::Planned, Phase::Now, Phase::Over, Phase::Cancelled].map(may);
                format!("{standing:?}: {phases:?}")
            })
            .collect();
        let expected = [
            "Participant: [false, false, false, false]",
            "Facilitator: [false, true, false, false]",
            "Speaker: [false, false, false, false]",
            "Member: [false, false, false, false]",
            "Organiser: [false, false, false, false]",
        ];
        assert_eq!(open, expected);
    }

    #[test]
    fn an_organiser_has_no_place_in_the_room() {
        let inside: Vec<Standing> = Standing::ALL
            .into_iter()
            .filter(|standing| attends(*standing).is_some())
            .collect();
        assert!(
            !inside.contains(&Standing::Organiser) && inside.len() == 4,
            "{inside:?}"
        );
    }

    #[test]
    fn a_treated_case_does_not_come_back() {
        let case = |state: &str| Case {
            owner_id: PersonId("p".to_owned()),
            owner: String::new(),
            title: state.to_owned(),
            question: String::new(),
            state: state.to_owned(),
        };
        let (catalogue, _) = Catalogue::built_in();
        let prepared = Prepared {
            plan: Plan::of_method("focusmethode"),
            cases: vec![case("treated"), case("ready"), case("spare")],
            actions: Vec::new(),
            seed: 1,
        };
        let opening = opening(prepared, &catalogue).unwrap();
        let cases: Vec<_> = opening
            .cases
            .iter()
            .map(|case| (case.title.as_str(), case.urgency))
            .collect();
        assert_eq!(cases, [("ready", 2), ("spare", 0)]);
    }
}
