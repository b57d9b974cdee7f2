//! Turns a plan (which methods, with which settings) into a script.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use serde::{Deserialize, Serialize};

use crate::catalogue::Catalogue;
use crate::event::AddedBlock;
use crate::ids::{BlockNo, InputNo, StepNo};
use crate::model::{Kind, Method, ParameterKind, Repeat, Step, Times};
use crate::script::{Block, Pace, RepeatTimes, Script, ScriptInput, ScriptModule, ScriptRepeat, ScriptStep};
use crate::text::{Language, Text};

/// What a facilitator changed in a copy of a method. The original stays as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Values of parameters by id; numbers as text.
    pub parameters: BTreeMap<String, String>,
    /// Length in seconds by step id; `None` makes the step untimed.
    pub seconds: BTreeMap<String, Option<u32>>,
    /// Optional steps that are switched on.
    pub on: BTreeSet<String>,
    /// Optional steps that are switched off.
    pub off: BTreeSet<String>,
    /// Limits by input id.
    pub limits: BTreeMap<String, Limits>,
    /// Another order for steps that may change places; each list holds the same steps as the method's own.
    pub order: Vec<Vec<String>>,
}

/// Other limits for an input.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Limits {
    /// Entries asked of each person.
    pub min: Option<u16>,
    /// Entries allowed.
    pub max: Option<u16>,
    /// Most words in an entry.
    pub max_words: Option<u16>,
}

/// One part of the planned agenda.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlannedBlock {
    /// Id of a method or block.
    pub method: String,
    /// Changes in this copy.
    #[serde(default)]
    pub settings: Settings,
}

/// What a facilitator plans for one meeting.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// Neutral title.
    pub title: String,
    /// Minutes or days.
    pub pace: Pace,
    /// Time for the whole meeting in seconds.
    pub budget: Option<u32>,
    /// The agenda, in order.
    pub blocks: Vec<PlannedBlock>,
}

impl Plan {
    /// A meeting of one method and nothing around it.
    pub fn of_method(method: &str) -> Self {
        let block = PlannedBlock {
            method: method.to_owned(),
            settings: Settings::default(),
        };
        Self {
            title: method.to_owned(),
            blocks: vec![block],
            ..Self::default()
        }
    }
}

/// Why a plan cannot become a script.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PlanProblem {
    /// The agenda is empty.
    Empty,
    /// The catalogue has no such method.
    UnknownMethod(String),
    /// The method names a module that is not there.
    UnknownModule(String),
    /// A setting names something the method does not have.
    UnknownSetting {
        /// The method.
        method: String,
        /// What was named.
        setting: String,
    },
    /// A parameter has a value outside its limits.
    BadValue {
        /// The parameter.
        parameter: String,
        /// What was asked.
        value: String,
    },
    /// A step that is not optional cannot be switched off.
    NotOptional(String),
    /// The order holds other steps than the method allows.
    BadOrder(String),
    /// The method does not work in writing.
    NotWritten(String),
    /// No step is left.
    NothingLeft(String),
}

impl PlanProblem {
    /// What a person can do about it.
    pub fn message(&self, language: Language) -> String {
        let text = match self {
            Self::Empty => Text::new(
                "De agenda is leeg. Kies een werkvorm.",
                "The agenda is empty. Choose a method.",
            ),
            Self::UnknownMethod(id) => Text::new(
                format!("De werkvorm \"{id}\" staat niet in de catalogus. Kies een andere."),
                format!("The catalogue has no method \"{id}\". Choose another one."),
            ),
            Self::UnknownModule(id) => Text::new(
                format!("De module \"{id}\" ontbreekt in de catalogus."),
                format!("The module \"{id}\" is missing from the catalogue."),
            ),
            Self::UnknownSetting { method, setting } => Text::new(
                format!("De werkvorm \"{method}\" heeft geen \"{setting}\". Haal deze instelling weg."),
                format!("The method \"{method}\" has no \"{setting}\". Remove this setting."),
            ),
            Self::BadValue { parameter, value } => Text::new(
                format!("\"{value}\" past niet bij \"{parameter}\". Kies een waarde binnen de grenzen."),
                format!("\"{value}\" does not fit \"{parameter}\". Choose a value within its limits."),
            ),
            Self::NotOptional(step) => Text::new(
                format!("De stap \"{step}\" hoort bij deze werkvorm en kan niet weg."),
                format!("The step \"{step}\" belongs to this method and cannot be left out."),
            ),
            Self::BadOrder(step) => Text::new(
                format!("De stap \"{step}\" kan niet op die plek staan."),
                format!("The step \"{step}\" cannot stand in that place."),
            ),
            Self::NotWritten(method) => Text::new(
                format!(
                    "De werkvorm \"{method}\" werkt niet schriftelijk. Kies een andere werkvorm of ga bij elkaar zitten."
                ),
                format!("The method \"{method}\" does not work in writing. Choose another one, or meet."),
            ),
            Self::NothingLeft(method) => Text::new(
                format!("Van de werkvorm \"{method}\" blijft geen stap over. Zet een stap aan."),
                format!("No step of the method \"{method}\" is left. Switch one on."),
            ),
        };
        text.get(language).to_owned()
    }
}

impl fmt::Display for PlanProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message(Language::En))
    }
}

/// Works out a plan.
///
/// # Errors
/// Every problem of the plan; the list is never empty.
pub fn compile(plan: &Plan, catalogue: &Catalogue) -> Result<Script, Vec<PlanProblem>> {
    let mut builder = Builder {
        script: Script {
            title: plan.title.clone(),
            pace: plan.pace,
            budget: plan.budget,
            ..Script::default()
        },
        catalogue,
        problems: Vec::new(),
    };
    for planned in &plan.blocks {
        builder.block(planned);
    }
    if plan.blocks.is_empty() {
        builder.problems.push(PlanProblem::Empty);
    }
    if builder.problems.is_empty() {
        Ok(builder.script)
    } else {
        Err(builder.problems)
    }
}

/// Works out one more block for a session that runs, for example a second case.
///
/// # Errors
/// Every problem of the block; the list is never empty.
pub fn added(
    script: &Script,
    planned: &PlannedBlock,
    after: BlockNo,
    catalogue: &Catalogue,
) -> Result<AddedBlock, Vec<PlanProblem>> {
    let (steps, inputs) = (script.steps.len(), script.inputs.len());
    let mut builder = Builder {
        script: script.clone(),
        catalogue,
        problems: Vec::new(),
    };
    builder.block(planned);
    match builder.script.blocks.pop() {
        Some(block) if builder.problems.is_empty() => Ok(AddedBlock {
            after,
            block,
            steps: builder.script.steps.split_off(steps),
            inputs: builder.script.inputs.split_off(inputs),
        }),
        _ => Err(builder.problems),
    }
}

struct Builder<'c> {
    script: Script,
    catalogue: &'c Catalogue,
    problems: Vec<PlanProblem>,
}

impl Builder<'_> {
    fn block(&mut self, planned: &PlannedBlock) {
        let Some(method) = self
            .catalogue
            .get(&planned.method)
            .filter(|method| method.kind != Kind::Module)
        else {
            return self
                .problems
                .push(PlanProblem::UnknownMethod(planned.method.clone()));
        };
        if self.script.pace == Pace::Written && method.kind == Kind::Method && !method.written {
            self.problems.push(PlanProblem::NotWritten(method.id.clone()));
        }
        for module in self.catalogue.missing_modules(method) {
            self.problems.push(PlanProblem::UnknownModule(module.to_owned()));
        }
        let method = &self.adjusted(method, &planned.settings);
        let block = BlockNo::at(self.script.blocks.len());
        let first_step = self.script.steps.len();
        let order = self.steps(block, &method.steps);
        self.resolve(method, block, first_step);
        let repeats = self.repeats(method, block, &planned.settings);
        self.script.blocks.push(Block {
            method: method.id.clone(),
            version: method.version,
            kind: method.kind,
            name: method.name.clone(),
            licence: method.licence.clone(),
            attribution: method.attribution.clone(),
            case: method.case,
            group: method.group,
            roles: method.roles.clone(),
            fields: method.fields.clone(),
            boards: method.boards.clone(),
            order,
            repeats,
            swaps: self.swaps(method, block),
        });
        self.only_in(block);
    }

    /// A copy of the method with the settings worked in: steps left out, minutes and limits changed.
    fn adjusted(&mut self, method: &Method, settings: &Settings) -> Method {
        self.check_settings(method, settings);
        let mut copy = method.clone();
        copy.steps.retain(|step| takes_place(method, step, settings));
        for step in &mut copy.steps {
            if let Some(seconds) = settings.seconds.get(&step.id) {
                step.seconds = *seconds;
            }
            for input in &mut step.inputs {
                if let Some(limits) = settings.limits.get(&input.id) {
                    input.min = limits.min.unwrap_or(input.min);
                    input.max = limits.max.or(input.max);
                    input.max_words = limits.max_words.or(input.max_words);
                }
            }
        }
        self.reorder(&mut copy, settings);
        keep_repeat_ends(method, &mut copy);
        if copy.steps.is_empty() {
            self.problems.push(PlanProblem::NothingLeft(method.id.clone()));
        }
        copy
    }

    fn check_settings(&mut self, method: &Method, settings: &Settings) {
        let step_names = settings.seconds.keys().chain(&settings.on).chain(&settings.off);
        let unknown_steps = step_names.filter(|name| !method.steps.iter().any(|step| step.id == **name));
        let unknown_inputs = settings.limits.keys().filter(|name| {
            !method
                .steps
                .iter()
                .flat_map(|step| &step.inputs)
                .any(|input| input.id == **name)
        });
        for setting in unknown_steps.chain(unknown_inputs) {
            self.problems.push(PlanProblem::UnknownSetting {
                method: method.id.clone(),
                setting: setting.clone(),
            });
        }
        for step in method
            .steps
            .iter()
            .filter(|step| settings.off.contains(&step.id) && !step.optional)
        {
            self.problems.push(PlanProblem::NotOptional(step.id.clone()));
        }
        for (name, value) in &settings.parameters {
            let Some(parameter) = method.parameters.iter().find(|parameter| parameter.id == *name) else {
                self.problems.push(PlanProblem::UnknownSetting {
                    method: method.id.clone(),
                    setting: name.clone(),
                });
                continue;
            };
            let fits = match &parameter.kind {
                ParameterKind::Number { min, max, .. } => {
                    value.parse::<u16>().is_ok_and(|n| (*min..=*max).contains(&n))
                }
                ParameterKind::Choice { options, .. } => options.iter().any(|option| option.id == *value),
            };
            if !fits {
                self.problems.push(PlanProblem::BadValue {
                    parameter: name.clone(),
                    value: value.clone(),
                });
            }
        }
    }

    fn reorder(&mut self, method: &mut Method, settings: &Settings) {
        for wanted in &settings.order {
            let allowed = method.orders.iter().any(|order| {
                let (a, b): (BTreeSet<_>, BTreeSet<_>) = (order.iter().collect(), wanted.iter().collect());
                a == b && order.len() == wanted.len()
            });
            if !allowed {
                self.problems
                    .push(PlanProblem::BadOrder(wanted.first().cloned().unwrap_or_default()));
                continue;
            }
            let Some(start) = method.steps.iter().position(|step| wanted.contains(&step.id)) else {
                continue;
            };
            let place = |step: &Step| wanted.iter().position(|id| *id == step.id);
            let count = method.steps.iter().filter(|step| place(step).is_some()).count();
            if let Some(part) = method.steps.get_mut(start..start + count) {
                part.sort_by_key(place);
            }
        }
    }

    /// Adds steps with their inputs and returns their numbers.
    fn steps(&mut self, block: BlockNo, steps: &[Step]) -> Vec<StepNo> {
        let mut order = Vec::new();
        for step in steps {
            let no = StepNo::at(self.script.steps.len());
            let mut step = step.clone();
            let mut inputs = Vec::new();
            for input in std::mem::take(&mut step.inputs) {
                inputs.push(InputNo::at(self.script.inputs.len()));
                self.script.inputs.push(ScriptInput { step: no, input });
            }
            self.script.steps.push(ScriptStep {
                block,
                step,
                inputs,
                shows: Vec::new(),
                rate_of: Vec::new(),
                pick_of: Vec::new(),
                vote_of: Vec::new(),
                leads_to: Vec::new(),
                only_in: None,
                modules: Vec::new(),
            });
            order.push(no);
        }
        order
    }

    /// Fills in the references of the block's steps, modules last, since they add steps of their own.
    fn resolve(&mut self, method: &Method, block: BlockNo, first: usize) {
        let last = self.script.steps.len();
        self.link(block, first, last);
        for index in first..last {
            let names = self
                .script
                .steps
                .get(index)
                .map(|step| step.step.modules.clone())
                .unwrap_or_default();
            let mut modules = Vec::new();
            for module in names.iter().filter_map(|id| self.catalogue.get(id)) {
                let start = self.script.steps.len();
                let steps = self.steps(block, &module.steps);
                self.link(block, start, self.script.steps.len());
                self.keep_in_sight(index, &steps);
                modules.push(ScriptModule {
                    id: module.id.clone(),
                    version: module.version,
                    name: module.name.clone(),
                    steps,
                });
            }
            if let Some(step) = self.script.steps.get_mut(index) {
                step.modules = modules;
            }
        }
        debug_assert!(
            method.steps.len() == last - first,
            "every step of the method has a place in the script"
        );
    }

    /// What a step shows stays in sight while a module plays in its place.
    fn keep_in_sight(&mut self, replaced: usize, module: &[StepNo]) {
        let shows = self
            .script
            .steps
            .get(replaced)
            .map(|step| step.shows.clone())
            .unwrap_or_default();
        for no in module {
            if let Some(step) = self.script.steps.get_mut(no.index()) {
                step.shows.extend(&shows);
            }
        }
    }

    fn link(&mut self, block: BlockNo, first: usize, last: usize) {
        for index in first..last {
            let Some(step) = self.script.steps.get(index) else {
                continue;
            };
            // Two modules in one block may use the same input id; their own comes first.
            let own = |name: &String| {
                let mine = |input: &ScriptInput| {
                    (first..last).contains(&input.step.index()) && input.input.id == *name
                };
                self.script.inputs.iter().position(mine).map(InputNo::at)
            };
            let find = |name: &String| own(name).or_else(|| self.script.find_input(block, name));
            let inputs = |names: &[String]| -> Vec<InputNo> { names.iter().filter_map(find).collect() };
            let s = &step.step;
            let shows = inputs(&s.shows);
            let rate_of = s.rate.as_ref().map(|rate| inputs(&rate.of)).unwrap_or_default();
            let pick_of = s.pick.as_ref().map(|pick| inputs(&pick.of)).unwrap_or_default();
            let vote_of = s.vote.as_ref().map(|vote| inputs(&vote.of)).unwrap_or_default();
            let leads_to = s.decide.as_ref().map(|decide| {
                decide
                    .options
                    .iter()
                    .map(|o| o.to.as_deref().and_then(|to| self.script.find_step(block, to)))
                    .collect()
            });
            if let Some(step) = self.script.steps.get_mut(index) {
                step.shows = shows;
                step.rate_of = rate_of;
                step.pick_of = pick_of;
                step.vote_of = vote_of;
                step.leads_to = leads_to.unwrap_or_default();
            }
        }
    }

    fn repeats(&self, method: &Method, block: BlockNo, settings: &Settings) -> Vec<ScriptRepeat> {
        let mut repeats: Vec<ScriptRepeat> = method
            .repeats
            .iter()
            .filter_map(|repeat| {
                Some(ScriptRepeat {
                    id: repeat.id.clone(),
                    from: self.script.find_step(block, &repeat.from)?,
                    to: self.script.find_step(block, &repeat.to)?,
                    times: times(method, repeat, settings),
                    max: repeat.max,
                    swap: repeat.swap,
                    label: repeat.label.clone(),
                })
            })
            .collect();
        repeats.sort_by_key(|repeat| repeat.to.0.saturating_sub(repeat.from.0));
        repeats
    }

    fn swaps(&self, method: &Method, block: BlockNo) -> Vec<Vec<StepNo>> {
        let find = |id: &String| self.script.find_step(block, id);
        method
            .orders
            .iter()
            .map(|order| order.iter().filter_map(find).collect())
            .collect()
    }

    /// Works out which repeat `only` looks at: the named one, or the innermost around the step.
    fn only_in(&mut self, block: BlockNo) {
        let Some(found) = self.script.blocks.get(block.index()).cloned() else {
            return;
        };
        for no in &found.order {
            let Some(step) = self.script.steps.get_mut(no.index()) else {
                continue;
            };
            let inside = |repeat: &ScriptRepeat| repeat.from <= *no && *no <= repeat.to;
            let named = step
                .step
                .only_of
                .as_ref()
                .and_then(|name| found.repeats.iter().position(|r| r.id == *name));
            step.only_in = step
                .step
                .only
                .and_then(|_| named.or_else(|| found.repeats.iter().position(inside)));
        }
    }
}

fn takes_place(method: &Method, step: &Step, settings: &Settings) -> bool {
    let switched_on = if step.starts_off {
        settings.on.contains(&step.id)
    } else {
        !settings.off.contains(&step.id)
    };
    let condition = step
        .only_if
        .as_ref()
        .is_none_or(|only_if| value(method, &only_if.parameter, settings) == only_if.is);
    (switched_on || !step.optional) && condition
}

/// The value of a parameter: as set, or its default.
fn value(method: &Method, parameter: &str, settings: &Settings) -> String {
    let default = method
        .parameters
        .iter()
        .find(|p| p.id == parameter)
        .map(|p| match &p.kind {
            ParameterKind::Number { default, .. } => default.to_string(),
            ParameterKind::Choice { default, .. } => default.clone(),
        });
    settings
        .parameters
        .get(parameter)
        .cloned()
        .or(default)
        .unwrap_or_default()
}

fn times(method: &Method, repeat: &Repeat, settings: &Settings) -> RepeatTimes {
    match &repeat.times {
        Times::Number(number) => RepeatTimes::Number(*number),
        Times::Parameter(name) => RepeatTimes::Number(value(method, name, settings).parse().unwrap_or(1)),
        Times::Per(per) => RepeatTimes::Per(*per),
    }
}

/// When the first or last step of a repeat is left out, the repeat shrinks to the steps that remain inside it.
fn keep_repeat_ends(original: &Method, copy: &mut Method) {
    let position = |id: &str| original.steps.iter().position(|step| step.id == id);
    let mut kept = Vec::new();
    for repeat in &copy.repeats {
        let (Some(from), Some(to)) = (position(&repeat.from), position(&repeat.to)) else {
            continue;
        };
        let inside = |step: &&Step| position(&step.id).is_some_and(|place| (from..=to).contains(&place));
        let mut steps = copy.steps.iter().filter(inside);
        let Some(first) = steps.next() else { continue };
        let last = steps.next_back().unwrap_or(first);
        kept.push(Repeat {
            from: first.id.clone(),
            to: last.id.clone(),
            ..repeat.clone()
        });
    }
    copy.repeats = kept;
}
