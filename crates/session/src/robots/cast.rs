//! Who the robots are, and with what a session of theirs opens.

use std::collections::BTreeMap;

use super::lines;
use crate::event::{Attends, BroughtCard, Facilitation, Newcomer, OpenAction, Opening, Place, PreparedCase};
use crate::model::{CaseNeed, ResultKind, Role};
use crate::script::Script;
use crate::text::{Language, Text};

/// The robot that leads, as a person.
const LEADS: &str = "lead";

/// What the persons of the others begin with. Kring's own ids are never like this.
const TAKES_PART: &str = "robot-";

/// The n-th robot that takes part, from 0.
pub fn newcomer(n: usize) -> Newcomer {
    let organisation = ["Noord", "Oost", "Zuid", "West"]
        .get(n % 4)
        .map(|name| (*name).to_owned());
    Newcomer {
        person: format!("{TAKES_PART}{n}"),
        name: name(n).to_owned(),
        organisation,
        place: if n % 4 == 3 { Place::Online } else { Place::Room },
        ..Newcomer::default()
    }
}

/// The robot that leads.
pub fn facilitator() -> Newcomer {
    Newcomer {
        person: LEADS.to_owned(),
        name: lines::LEAD.to_owned(),
        attends: Attends::Facilitator,
        ..Newcomer::default()
    }
}

/// How a session of robots opens: with their cases, actions and idea cards. `person` says who brings the n-th case.
pub fn opening(script: Script, seed: u64, language: Language, person: &dyn Fn(usize) -> String) -> Opening {
    let say = |text: &Text| text.get(language).to_owned();
    let chooses = script.steps.iter().any(|step| step.step.choose_case.is_some());
    let owned = script
        .blocks
        .iter()
        .filter(|block| block.case == CaseNeed::One)
        .count();
    let cases = (0..if chooses { 3 } else { owned.min(3) })
        .map(|n| prepared_case(&script, n, language, person(n)))
        .collect();
    let action = |n| OpenAction {
        id: format!("action-{n}"),
        who: name(n).to_owned(),
        what: say(&lines::sentence(Some(ResultKind::Action), n)),
    };
    let brought = |n| BroughtCard {
        text: say(&lines::sentence(Some(ResultKind::Idea), n)),
        origin: say(&Text::new(
            "een groep in een andere regio",
            "a group in another region",
        )),
    };
    Opening {
        script,
        seed,
        facilitation: Facilitation::PlaysAlong,
        actions: (0..3).map(action).collect(),
        brought: (0..3).map(brought).collect(),
        cases,
        forgotten_after: Some(4 * 60 * 60),
        ..Opening::default()
    }
}

fn prepared_case(script: &Script, n: usize, language: Language, owner: String) -> PreparedCase {
    let (title, sentence) = lines::case(n);
    let hidden = script.blocks.iter().flat_map(|block| &block.fields);
    let outcome = Text::new(
        "Ik heb het gesprek uitgesteld, en dat hielp niet.",
        "I put the talk off, and that did not help.",
    );
    PreparedCase {
        owners: vec![owner],
        title: title.get(language).to_owned(),
        sentence: sentence.get(language).to_owned(),
        urgency: u8::try_from(3 - n % 3).unwrap_or_default(),
        fields: hidden
            .map(|field| (field.id.clone(), outcome.get(language).to_owned()))
            .collect::<BTreeMap<_, _>>(),
        ..PreparedCase::default()
    }
}

/// Whether some step speaks of a case owner. Where no case is prepared, somebody has to be given that role.
pub fn needs_owner(script: &Script) -> bool {
    let steps = script.steps.iter().map(|step| &step.step);
    let mut roles = steps.flat_map(|step| step.does.iter().map(|(role, _)| role).chain(&step.speaks));
    roles.any(|role| *role == Role::Owner)
}

fn name(n: usize) -> &'static str {
    lines::NAMES
        .get(n % lines::NAMES.len())
        .copied()
        .unwrap_or("Robot")
}

/// Whether a person of a session is a robot, by [`Newcomer::person`].
pub fn is_robot(person: &str) -> bool {
    person == LEADS || person.starts_with(TAKES_PART)
}
