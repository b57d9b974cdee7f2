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
        Standing::Observer => Some(Attends::Observer),
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
    /// The version of the agreements that holds.
    pub(super) agreements: Option<u32>,
    /// Whether somebody who only watches sees names.
    pub(super) observers_see_names: bool,
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
        agreements: prepared.agreements,
        observers_see_no_names: !prepared.observers_see_names,
        cases: cases.map(prepared_case).collect(),
        forgotten_after: Some(FORGOTTEN),
        ..Opening::default()
    })
}

fn prepared_case(case: Case) -> PreparedCase {
    PreparedCase {
        owners: case.owners().map(|owner| owner.0.clone()).collect(),
        title: case.title,
        sentence: case.question,
        // A spare case is there for when there is time left.
        urgency: if case.state == "spare" {
            0
        } else {
            u8::try_from(case.urgency).unwrap_or(2)
        },
        waited: u16::try_from(case.waited).unwrap_or(u16::MAX),
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

/// A room of their own for the people at a table, where the video service makes rooms by name alone. Elsewhere one link leads to
/// one room, and the number of the table has to do.
pub(super) fn table_link(online: &str, table: usize) -> Option<String> {
    let (_, rest) = online.split_once("://")?;
    let (host, name) = rest.split_once('/')?;
    let makes_rooms = host.contains("jitsi") || host == "meet.jit.si";
    let is_plain = !name.is_empty()
        && name
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_');
    (makes_rooms && is_plain).then(|| format!("{online}-tafel-{table}"))
}

/// Whether a session stands open for people to come in.
pub(super) fn is_open(state: &State) -> bool {
    state.phase != session::state::Phase::Unopened
}

/// What an action still lacks to be one that somebody really does. The R of SMART is the conversation itself: no words show
/// whether an action matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lacks {
    /// It says a direction and no deed.
    Specific,
    /// Nothing to notice it by.
    Measurable,
    /// It is about everybody, always.
    Achievable,
    /// No day.
    TimeBound,
}

/// Words that promise a direction and no deed.
const VAGUE: [&str; 14] = [
    "beter", "meer", "vaker", "minder", "proberen", "probeer", "ooit", "eens", "better", "more", "less",
    "try", "sometime", "improve",
];

/// Words that make an action too big for one person.
const TOO_BIG: [&str; 10] = [
    "altijd",
    "iedereen",
    "nooit",
    "alles",
    "overal",
    "always",
    "everyone",
    "everybody",
    "never",
    "everything",
];

/// The first thing to ask about an action; `None` when it can be done as it stands, or when nothing is written yet.
pub(super) fn lacks(answers: &BTreeMap<String, String>) -> Option<Lacks> {
    let answer = |id: &str| answers.get(id).map_or("", |answer| answer.trim());
    let what = answer("what").to_lowercase();
    let words: Vec<&str> = what
        .split(|sign: char| !sign.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let has = |list: &[&str]| words.iter().any(|word| list.contains(word));
    if words.is_empty() {
        None
    } else if words.len() < 3 || (has(&VAGUE) && words.len() < 6) {
        Some(Lacks::Specific)
    } else if has(&TOO_BIG) {
        Some(Lacks::Achievable)
    } else if answer("notice").is_empty() {
        Some(Lacks::Measurable)
    } else if answer("when").is_empty() {
        Some(Lacks::TimeBound)
    } else {
        None
    }
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
            "Observer: [false, false, false, false]",
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
            !inside.contains(&Standing::Organiser) && inside.len() == 5,
            "{inside:?}"
        );
    }

    #[test]
    fn a_table_gets_a_video_room_only_where_a_name_makes_one() {
        for (online, link) in [
            (
                "https://meet.jit.si/KringNoord",
                Some("https://meet.jit.si/KringNoord-tafel-2"),
            ),
            (
                "https://jitsi.voorbeeld.nl/kring",
                Some("https://jitsi.voorbeeld.nl/kring-tafel-2"),
            ),
            ("https://meet.jit.si/Kring?jwt=geheim", None),
            ("https://meet.jit.si/", None),
            ("https://video.voorbeeld.nl/j/123", None),
            ("kring", None),
        ] {
            assert_eq!(table_link(online, 2).as_deref(), link, "{online}");
        }
    }

    #[test]
    fn a_treated_case_does_not_come_back() {
        let case = |state: &str| Case {
            id: String::new(),
            others: Vec::new(),
            owner_id: PersonId("p".to_owned()),
            owner: String::new(),
            title: state.to_owned(),
            question: String::new(),
            state: state.to_owned(),
            is_from_cause: false,
            urgency: 3,
            waited: 1,
        };
        let (catalogue, _) = Catalogue::built_in();
        let prepared = Prepared {
            plan: Plan::of_method("focusmethode"),
            cases: vec![case("treated"), case("ready"), case("spare")],
            actions: Vec::new(),
            agreements: Some(3),
            observers_see_names: false,
            seed: 1,
        };
        let opening = opening(prepared, &catalogue).unwrap();
        assert_eq!(
            (opening.agreements, opening.observers_see_no_names),
            (Some(3), true)
        );
        let cases: Vec<_> = opening
            .cases
            .iter()
            .map(|case| (case.title.as_str(), case.urgency, case.waited))
            .collect();
        assert_eq!(cases, [("ready", 3, 1), ("spare", 0, 1)]);
    }

    #[test]
    fn an_action_is_asked_for_the_one_thing_it_lacks() {
        for (what, notice, when, expected) in [
            ("", "", "", None),
            ("Beter luisteren", "x", "2026-12-01", Some(Lacks::Specific)),
            ("Meer rust nemen", "x", "2026-12-01", Some(Lacks::Specific)),
            ("Try to listen better", "x", "2026-12-01", Some(Lacks::Specific)),
            (
                "Iedereen elke dag bellen",
                "x",
                "2026-12-01",
                Some(Lacks::Achievable),
            ),
            ("Maandag de wijkagent bellen", "", "", Some(Lacks::Measurable)),
            (
                "Maandag de wijkagent bellen",
                "Hij belt terug",
                " ",
                Some(Lacks::TimeBound),
            ),
            (
                "Maandag de wijkagent bellen",
                "Hij belt terug",
                "2026-12-01",
                None,
            ),
            (
                "Elke maandag vijf minuten langer met mevrouw praten over meer rust",
                "x",
                "2026-12-01",
                None,
            ),
        ] {
            let answers = [("what", what), ("notice", notice), ("when", when)];
            let answers = answers.map(|(id, answer)| (id.to_owned(), answer.to_owned()));
            assert_eq!(lacks(&answers.into()), expected, "{what}");
        }
    }
}
