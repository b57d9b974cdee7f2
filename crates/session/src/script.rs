//! A script: the plan of one meeting, worked out from methods and settings so that it can run.
//!
//! The script travels inside the first event of a session. A running session therefore keeps the versions it
//! started with, whatever happens to the catalogue.

use serde::{Deserialize, Serialize};

use crate::ids::{BlockNo, InputNo, StepNo};
use crate::model::{Board, CaseNeed, GroupSize, Input, Kind, Labelled, Per, RoleNeed, Step};
use crate::text::Text;

/// How fast the meeting goes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Pace {
    /// Together, in minutes.
    #[default]
    Live,
    /// In writing, in days.
    Written,
}

/// A whole meeting, ready to run.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Script {
    /// What the meeting is called; neutral, it may show on a big screen.
    pub title: String,
    /// Minutes or days.
    pub pace: Pace,
    /// Time for the whole meeting in seconds; `None` when nobody set a limit.
    pub budget: Option<u32>,
    /// The agenda.
    pub blocks: Vec<Block>,
    /// All steps of all blocks; [`StepNo`] counts in here.
    pub steps: Vec<ScriptStep>,
    /// All inputs of all steps; [`InputNo`] counts in here.
    pub inputs: Vec<ScriptInput>,
}

/// One part of the agenda.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    /// Id of the method or block file.
    pub method: String,
    /// Its version when the session began.
    pub version: u32,
    /// A method, or a part of the meeting around it.
    pub kind: Kind,
    /// Its name.
    pub name: Text,
    /// Licence of the text.
    pub licence: String,
    /// Whom to name.
    pub attribution: Option<Text>,
    /// What it works on.
    pub case: CaseNeed,
    /// How many people it is for.
    pub group: GroupSize,
    /// Roles it needs.
    pub roles: Vec<RoleNeed>,
    /// Case fields that stay closed at first.
    pub fields: Vec<Labelled>,
    /// Its boards.
    pub boards: Vec<Board>,
    /// Its steps in the planned order, modules not included.
    pub order: Vec<StepNo>,
    /// Its repeats; inner ones before outer ones.
    pub repeats: Vec<ScriptRepeat>,
    /// Steps that may change places among each other.
    pub swaps: Vec<Vec<StepNo>>,
}

/// How often a repeat runs, once settings are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum RepeatTimes {
    /// A number.
    Number(u16),
    /// Following the people in the room.
    Per(Per),
}

/// Steps of a block that come again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScriptRepeat {
    /// Its id in the method file.
    pub id: String,
    /// First step.
    pub from: StepNo,
    /// Last step.
    pub to: StepNo,
    /// How often.
    pub times: RepeatTimes,
    /// Never more than this.
    pub max: Option<u16>,
    /// The halves change roles each time.
    pub swap: bool,
    /// What one time is called.
    pub label: Option<Text>,
}

/// A step with its references worked out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScriptStep {
    /// The block it belongs to.
    pub block: BlockNo,
    /// The step as the method describes it; its inputs have moved to [`Script::inputs`].
    pub step: Step,
    /// What people write here.
    pub inputs: Vec<InputNo>,
    /// Earlier inputs that stay in sight.
    pub shows: Vec<InputNo>,
    /// Inputs that are rated here.
    pub rate_of: Vec<InputNo>,
    /// Inputs that may be marked here.
    pub pick_of: Vec<InputNo>,
    /// Inputs that are voted on here.
    pub vote_of: Vec<InputNo>,
    /// Where each answer of the deciding question leads; `None` goes on.
    pub leads_to: Vec<Option<StepNo>>,
    /// The repeat that `only` looks at, as a position in the block's list.
    pub only_in: Option<usize>,
    /// Modules to choose from.
    pub modules: Vec<ScriptModule>,
}

/// A module that a step may run.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScriptModule {
    /// Its id.
    pub id: String,
    /// Its version.
    pub version: u32,
    /// Its name.
    pub name: Text,
    /// Its steps.
    pub steps: Vec<StepNo>,
}

/// An input with the step it belongs to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScriptInput {
    /// The step where it is written.
    pub step: StepNo,
    /// The input.
    pub input: Input,
}

impl Script {
    /// A step by number.
    pub fn step(&self, no: StepNo) -> Option<&ScriptStep> {
        self.steps.get(no.index())
    }

    /// An input by number.
    pub fn input(&self, no: InputNo) -> Option<&Input> {
        self.inputs.get(no.index()).map(|input| &input.input)
    }

    /// A block by number.
    pub fn block(&self, no: BlockNo) -> Option<&Block> {
        self.blocks.get(no.index())
    }

    /// Finds a step by the id in its file, inside a block.
    pub fn find_step(&self, block: BlockNo, id: &str) -> Option<StepNo> {
        self.steps
            .iter()
            .position(|step| step.block == block && step.step.id == id)
            .map(StepNo::at)
    }

    /// Finds an input by the id in its file, inside a block.
    pub fn find_input(&self, block: BlockNo, id: &str) -> Option<InputNo> {
        let inside = |input: &ScriptInput| self.step(input.step).is_some_and(|step| step.block == block);
        self.inputs
            .iter()
            .position(|input| input.input.id == id && inside(input))
            .map(InputNo::at)
    }
}
