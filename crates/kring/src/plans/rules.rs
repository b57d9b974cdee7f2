//! Reading a changed plan from its form, and what follows for the end of the meeting.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use session::Catalogue;
use session::compile::{Plan, PlanProblem, PlannedBlock, Settings};
use session::ids::{DAY, SECOND};
use session::model::{Kind, Method, Parameter, ParameterKind, Step};
use session::script::Pace;

use crate::meetings::Meeting;
use crate::meetings::agenda::Item;
use crate::web::Posted;

/// Seconds of a meeting that never had a length of its own: one that was planned in writing and is held after all.
const USUAL: u32 = 90 * 60;

/// Something wrong, at its field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Issue {
    pub(super) field: String,
    pub(super) wrong: Wrong,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Wrong {
    /// Somebody else changed the plan meanwhile.
    Changed,
    /// The room is open, or the meeting is over.
    Closed,
    /// Not a number between these.
    Number(u16, u16),
    /// None of the choices.
    Choose,
    /// The methods do not allow it.
    Plan(PlanProblem),
}

impl Wrong {
    fn at(self, field: impl Into<String>) -> Issue {
        Issue {
            field: field.into(),
            wrong: self,
        }
    }
}

/// What concerns the plan as a whole.
pub(super) const WHOLE: &str = "plan";

/// How people work.
pub(super) const PACE: &str = "pace";

/// The words for the paces in the form.
pub(super) const fn pace_word(pace: Pace) -> &'static str {
    match pace {
        Pace::Live => "live",
        Pace::Written => "written",
    }
}

/// The field of the method of a part.
pub(super) fn method_field(part: usize) -> String {
    format!("method-{part}")
}

/// The field of something that may be set in a part.
pub(super) fn parameter_field(part: usize, parameter: &str) -> String {
    format!("set-{part}-{parameter}")
}

/// The field of a step of a part that may be left out.
pub(super) fn step_field(part: usize, step: &str) -> String {
    format!("step-{part}-{step}")
}

/// Names a plan as somebody saw it, so that nobody overwrites what they never saw.
pub(super) fn seal(plan: &str) -> String {
    let mut hasher = DefaultHasher::new();
    plan.hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}

/// The value of a parameter: as set, or the method's own.
pub(super) fn value(settings: &Settings, parameter: &Parameter) -> String {
    let own = || match &parameter.kind {
        ParameterKind::Number { default, .. } => default.to_string(),
        ParameterKind::Choice { default, .. } => default.clone(),
    };
    settings
        .parameters
        .get(&parameter.id)
        .cloned()
        .unwrap_or_else(own)
}

/// Steps of a method that may be left out.
pub(super) fn optional(method: &Method) -> impl Iterator<Item = &Step> {
    method.steps.iter().filter(|step| step.optional)
}

/// Whether a step that may be left out takes place.
pub(super) fn takes_place(settings: &Settings, step: &Step) -> bool {
    if step.starts_off {
        settings.on.contains(&step.id)
    } else {
        !settings.off.contains(&step.id)
    }
}

/// The plan as the form wants it.
///
/// # Errors
/// Everything that is wrong, each at its field.
pub(super) fn changed(
    stored: &str,
    plan: &Plan,
    posted: &Posted,
    catalogue: &Catalogue,
) -> Result<Plan, Vec<Issue>> {
    if posted.get(WHOLE) != Some(&seal(stored)) {
        return Err(vec![Wrong::Changed.at(WHOLE)]);
    }
    let mut new = plan.clone();
    let mut issues = Vec::new();
    match [Pace::Live, Pace::Written]
        .into_iter()
        .find(|pace| Some(pace_word(*pace)) == posted.get(PACE))
    {
        Some(pace) => new.pace = pace,
        None => issues.push(Wrong::Choose.at(PACE)),
    }
    for (part, block) in new.blocks.iter_mut().enumerate() {
        issues.extend(change(part, block, posted, catalogue));
    }
    if issues.is_empty() {
        let worked_out = session::compile(&new, catalogue);
        issues.extend(worked_out.err().into_iter().flatten().map(|problem| {
            let field = match problem {
                PlanProblem::NotWritten(_) => PACE,
                _ => WHOLE,
            };
            Wrong::Plan(problem).at(field)
        }));
    }
    if issues.is_empty() { Ok(new) } else { Err(issues) }
}

/// Another method begins with its own settings; in the same one they are as the form says.
fn change(part: usize, block: &mut PlannedBlock, posted: &Posted, catalogue: &Catalogue) -> Vec<Issue> {
    let wanted = posted
        .get(&method_field(part))
        .unwrap_or(&block.method)
        .to_owned();
    if wanted != block.method {
        let is_method = catalogue
            .get(&wanted)
            .is_some_and(|method| method.kind == Kind::Method);
        if !is_method {
            return vec![Wrong::Choose.at(method_field(part))];
        }
        *block = PlannedBlock {
            method: wanted,
            ..PlannedBlock::default()
        };
        return Vec::new();
    }
    let Some(method) = catalogue.get(&block.method) else {
        return Vec::new();
    };
    let settings = &mut block.settings;
    let mut issues = Vec::new();
    for parameter in &method.parameters {
        let field = parameter_field(part, &parameter.id);
        let Some(value) = posted.get(&field).map(str::trim) else {
            continue;
        };
        match wrong(parameter, value) {
            Some(wrong) => issues.push(wrong.at(field)),
            None => drop(settings.parameters.insert(parameter.id.clone(), value.to_owned())),
        }
    }
    for step in optional(method) {
        let is_on = posted.get(&step_field(part, &step.id)).is_some();
        let (on, off) = (is_on && step.starts_off, !is_on && !step.starts_off);
        keep(&mut settings.on, &step.id, on);
        keep(&mut settings.off, &step.id, off);
    }
    issues
}

fn keep(names: &mut std::collections::BTreeSet<String>, name: &str, is_in: bool) {
    if is_in {
        names.insert(name.to_owned());
    } else {
        names.remove(name);
    }
}

fn wrong(parameter: &Parameter, value: &str) -> Option<Wrong> {
    match &parameter.kind {
        ParameterKind::Number { min, max, .. } => {
            let fits = value
                .parse::<u16>()
                .is_ok_and(|number| (*min..=*max).contains(&number));
            (!fits).then_some(Wrong::Number(*min, *max))
        }
        ParameterKind::Choice { options, .. } => {
            let fits = options.iter().any(|option| option.id == value);
            (!fits).then_some(Wrong::Choose)
        }
    }
}

/// When a meeting ends after its plan was changed, in microseconds since 1970, UTC. In writing it lasts as long as its windows
/// together; the length it had is kept in the plan for when people meet after all.
pub(super) fn ends(meeting: &Meeting, old: Pace, new: &mut Plan, items: &[Item]) -> i64 {
    let length = (meeting.ends_at - meeting.starts_at) / SECOND;
    match (old, new.pace) {
        (Pace::Live, Pace::Live) => meeting.ends_at,
        (Pace::Written, Pace::Live) => meeting.starts_at + i64::from(new.budget.unwrap_or(USUAL)) * SECOND,
        (_, Pace::Written) => {
            if old == Pace::Live {
                new.budget = u32::try_from(length).ok();
            }
            let days: u32 = items.iter().filter_map(|item| item.days).sum();
            meeting.starts_at + i64::from(days) * DAY
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::meetings::agenda::agenda;

    fn catalogue() -> Catalogue {
        Catalogue::built_in().0
    }

    fn plan(methods: &[&str]) -> Plan {
        let block = |method: &&str| PlannedBlock {
            method: (*method).to_owned(),
            ..PlannedBlock::default()
        };
        Plan {
            blocks: methods.iter().map(block).collect(),
            ..Plan::default()
        }
    }

    /// The form as it stands on the page, with some fields typed over. A field typed as `-` is not sent.
    fn read(plan: &Plan, typed: &[(&str, &str)]) -> Result<Plan, Vec<Issue>> {
        let catalogue = catalogue();
        let mut fields = BTreeMap::from([
            (WHOLE.to_owned(), seal("stored")),
            (PACE.to_owned(), pace_word(plan.pace).to_owned()),
        ]);
        for (part, block) in plan.blocks.iter().enumerate() {
            let method = catalogue.get(&block.method).unwrap();
            for parameter in &method.parameters {
                fields.insert(
                    parameter_field(part, &parameter.id),
                    value(&block.settings, parameter),
                );
            }
            for step in optional(method).filter(|step| takes_place(&block.settings, step)) {
                fields.insert(step_field(part, &step.id), "on".to_owned());
            }
        }
        for (name, text) in typed {
            fields.insert((*name).to_owned(), (*text).to_owned());
        }
        fields.retain(|_, text| text != "-");
        changed("stored", plan, &fields.into_iter().collect(), &catalogue)
    }

    fn minutes(plan: &Plan) -> u32 {
        let items = agenda(plan, &catalogue(), jiff::Timestamp::UNIX_EPOCH, 8).unwrap();
        items.iter().map(|item| item.seconds).sum::<u32>() / 60
    }

    #[test]
    fn a_form_that_nobody_touched_changes_nothing_that_counts() {
        for method in catalogue().of(Kind::Method) {
            let plan = plan(&[&method.id]);
            let read = read(&plan, &[]).unwrap();
            assert_eq!(
                session::compile(&read, &catalogue()),
                session::compile(&plan, &catalogue()),
                "{}",
                method.id
            );
        }
    }

    #[test]
    fn a_number_a_choice_and_a_step_that_is_left_out_change_the_minutes() {
        let speed = plan(&["speedsparren"]);
        let five = read(&speed, &[("set-0-rounds", "5")]).unwrap();
        assert_eq!(minutes(&five), minutes(&speed) + 2 * 2 * 8);
        let catalogue = catalogue();
        let (method, step) = catalogue
            .of(Kind::Method)
            .find_map(|method| {
                let step = optional(method).find(|step| !step.starts_off && step.seconds.is_some())?;
                Some((method.id.clone(), step.clone()))
            })
            .unwrap();
        let whole = plan(&[&method]);
        let shorter = read(&whole, &[(&step_field(0, &step.id), "-")]).unwrap();
        assert_eq!(
            shorter.blocks[0].settings.off.iter().collect::<Vec<_>>(),
            [&step.id]
        );
        assert!(
            minutes(&shorter) < minutes(&whole),
            "{method} without {}",
            step.id
        );
        assert_eq!(
            read(&shorter, &[(&step_field(0, &step.id), "on")]).unwrap(),
            read(&whole, &[]).unwrap()
        );
    }

    #[test]
    fn another_method_begins_with_its_own_settings() {
        let five = read(&plan(&["speedsparren"]), &[("set-0-rounds", "5")]).unwrap();
        let other = read(&five, &[("method-0", "troika")]).unwrap();
        assert_eq!(other.blocks, plan(&["troika"]).blocks);
        let nonsense = read(&five, &[("method-0", "check-in")]).unwrap_err();
        assert_eq!(nonsense, [Wrong::Choose.at("method-0")], "a part is no method");
    }

    #[test]
    fn everything_that_is_wrong_is_said_at_its_field() {
        let plan = plan(&["speedsparren", "zes-denkhoeden"]);
        let wrong = read(
            &plan,
            &[("set-0-rounds", "6"), ("set-1-mode", "none"), ("pace", "slow")],
        );
        let expected = [
            Wrong::Choose.at("pace"),
            Wrong::Number(1, 5).at("set-0-rounds"),
            Wrong::Choose.at("set-1-mode"),
        ];
        assert_eq!(wrong, Err(expected.to_vec()));
        let written = read(&plan, &[("pace", "written")]).unwrap_err();
        assert_eq!(written[0].field, PACE, "speedsparren is no letter: {written:?}");
    }

    #[test]
    fn a_plan_that_changed_meanwhile_is_not_overwritten() {
        let wrong = read(&plan(&["troika"]), &[("plan", "0123456789abcdef")]);
        assert_eq!(wrong, Err(vec![Wrong::Changed.at(WHOLE)]));
    }

    #[test]
    fn in_writing_a_meeting_lasts_as_long_as_its_windows_and_back_again_as_long_as_before() {
        let at = |text: &str| text.parse::<jiff::Timestamp>().unwrap();
        let mut meeting = Meeting::sample(at("2026-11-23T13:00:00Z"), at("2026-11-23T14:15:00Z"));
        let mut written = read(&plan(&["focusmethode"]), &[("pace", "written")]).unwrap();
        let items = agenda(&written, &catalogue(), meeting.starts(), 8).unwrap();
        let days: u32 = items.iter().filter_map(|item| item.days).sum();
        assert!(days > 3, "{items:?}");
        let before = meeting.ends_at;
        meeting.ends_at = ends(&meeting, Pace::Live, &mut written, &items);
        assert_eq!(meeting.ends_at - meeting.starts_at, i64::from(days) * DAY);
        let mut live = read(&written, &[("pace", "live")]).unwrap();
        assert_eq!(ends(&meeting, Pace::Written, &mut live, &[]), before);
        let mut same = plan(&["focusmethode"]);
        assert_eq!(ends(&meeting, Pace::Live, &mut same, &[]), meeting.ends_at);
    }
}
