//! What is in a pack: which steps, when each begins, how often it comes.

use jiff::{SignedDuration, Timestamp};
use session::Catalogue;
use session::compile::{Plan, PlanProblem};
use session::ids::{BlockNo, StepNo};
use session::model::{FormField, Input, InputKind, Kind, Method, Mode, Step};
use session::state::State;
use session::text::Text;

use crate::meetings::agenda::before_it_begins;

/// Fewest and most people a pack is worked out for.
const PEOPLE: (usize, usize) = (2, 60);

/// Everything that is printed for a plan.
#[derive(Default)]
pub(super) struct Pack {
    pub(super) parts: Vec<Part>,
    /// The questions of the evaluation.
    pub(super) survey: Vec<FormField>,
}

/// A part of the agenda with its cards.
pub(super) struct Part {
    pub(super) name: Text,
    pub(super) is_method: bool,
    pub(super) begins: Moment,
    pub(super) seconds: u32,
    pub(super) cards: Vec<Card>,
}

/// When something begins: a time of day, or seconds from the beginning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Moment {
    At(Timestamp),
    After(u32),
}

/// A step as one card, also when it comes several times.
pub(super) struct Card {
    pub(super) step: Step,
    pub(super) inputs: Vec<Input>,
    /// When it comes for the first time.
    pub(super) begins: Moment,
    pub(super) seconds: Option<u32>,
    /// How often it comes.
    pub(super) times: usize,
}

impl Pack {
    /// # Errors
    /// Every problem of the plan.
    pub(super) fn of(
        plan: &Plan,
        catalogue: &Catalogue,
        people: usize,
        starts: Option<Timestamp>,
    ) -> Result<Self, Vec<PlanProblem>> {
        let script = session::compile(plan, catalogue)?;
        let state = before_it_begins(script, people);
        let blocks = state.script.blocks.iter();
        let mut parts: Vec<Part> = blocks
            .map(|block| Part {
                name: block.name.clone(),
                is_method: block.kind == Kind::Method,
                begins: moment(starts, 0),
                seconds: 0,
                cards: Vec::new(),
            })
            .collect();
        let mut clock = 0_u32;
        let mut seen: Vec<(StepNo, BlockNo)> = Vec::new();
        for ahead in state.ahead() {
            let cursor = ahead.cursor;
            if let Some(part) = parts.get_mut(cursor.block.index()) {
                if part.cards.is_empty() {
                    part.begins = moment(starts, clock);
                }
                part.seconds = part.seconds.saturating_add(ahead.seconds.unwrap_or(0));
                let before = seen.iter().filter(|(_, block)| *block == cursor.block);
                let place = before.map(|(step, _)| *step).position(|step| step == cursor.step);
                if let Some(card) = place.and_then(|place| part.cards.get_mut(place)) {
                    card.times += 1;
                } else {
                    seen.push((cursor.step, cursor.block));
                    let begins = moment(starts, clock);
                    part.cards
                        .extend(card(&state, cursor.step, begins, ahead.seconds));
                }
            }
            clock = clock.saturating_add(ahead.seconds.unwrap_or(0));
        }
        let survey = survey(&state)
            .or_else(|| usual_survey(catalogue))
            .unwrap_or_default();
        Ok(Self { parts, survey })
    }
}

fn moment(starts: Option<Timestamp>, seconds: u32) -> Moment {
    let at = starts.and_then(|starts| starts.checked_add(SignedDuration::from_secs(seconds.into())).ok());
    at.map_or(Moment::After(seconds), Moment::At)
}

fn card(state: &State, no: StepNo, begins: Moment, seconds: Option<u32>) -> Option<Card> {
    let step = state.script.step(no)?;
    let inputs = step.inputs.iter().filter_map(|input| state.input(*input));
    Some(Card {
        step: step.step.clone(),
        inputs: inputs.cloned().collect(),
        begins,
        seconds,
        times: 1,
    })
}

fn is_survey(input: &Input) -> bool {
    input.kind == InputKind::Form && input.mode == Mode::Survey
}

/// The evaluation the plan itself ends with.
fn survey(state: &State) -> Option<Vec<FormField>> {
    let mut inputs = state.script.inputs.iter().map(|input| &input.input);
    inputs
        .find(|input| is_survey(input))
        .map(|input| input.fields.clone())
}

/// The evaluation Kring has for every meeting.
fn usual_survey(catalogue: &Catalogue) -> Option<Vec<FormField>> {
    let block = catalogue.get("evaluatie")?;
    let mut inputs = block.steps.iter().flat_map(|step| &step.inputs);
    inputs
        .find(|input| is_survey(input))
        .map(|input| input.fields.clone())
}

/// How many people somebody asked for; what cannot be read is as many as fit the method best.
pub(super) fn people(asked: &str, method: &Method) -> usize {
    let asked = asked.trim().parse().ok();
    let asked = asked.filter(|people| (PEOPLE.0..=PEOPLE.1).contains(people));
    asked.unwrap_or_else(|| usize::from(method.group.best_from))
}

#[cfg(test)]
mod tests {
    use session::Language;
    use session::compile::PlannedBlock;

    use super::*;

    fn pack(methods: &[&str], people: usize, starts: Option<Timestamp>) -> Pack {
        let block = |method: &&str| PlannedBlock {
            method: (*method).to_owned(),
            ..PlannedBlock::default()
        };
        let plan = Plan {
            blocks: methods.iter().map(block).collect(),
            ..Plan::default()
        };
        Pack::of(&plan, &Catalogue::built_in().0, people, starts).unwrap()
    }

    #[test]
    fn every_step_has_one_card_with_the_time_it_begins() {
        let starts: Timestamp = "2026-11-23T13:00:00Z".parse().unwrap();
        let pack = pack(&["check-in", "focusmethode"], 8, Some(starts));
        let told: Vec<String> = pack.parts[1]
            .cards
            .iter()
            .map(|card| match card.begins {
                Moment::At(at) => format!("{at} {}", card.step.title.get(Language::Nl)),
                Moment::After(seconds) => seconds.to_string(),
            })
            .collect();
        assert_eq!(told[0], "2026-11-23T13:05:00Z Casus toelichten");
        assert_eq!(told[1], "2026-11-23T13:10:00Z Gerichte vragen");
        assert_eq!(told.len(), 6);
    }

    #[test]
    fn a_step_that_comes_again_is_one_card_that_says_how_often() {
        let pack = pack(&["terugblik-op-acties"], 6, None);
        let most = pack.parts[0].cards.iter().map(|card| card.times).max();
        assert_eq!(most, Some(6));
        assert!(matches!(pack.parts[0].begins, Moment::After(0)));
    }

    #[test]
    fn there_is_an_evaluation_also_when_the_plan_has_none() {
        assert!(pack(&["focusmethode"], 6, None).survey.len() >= 5);
    }
}
