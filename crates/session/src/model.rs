//! What a method is: the data of a file in `methods/`, after reading.
//!
//! `docs/adding-a-method.md` explains every key. Durations are whole seconds, so that half minutes need no fractions.

use serde::{Deserialize, Serialize};

use crate::text::Text;

/// A choice that a file writes as one word.
pub trait Word: Copy + 'static {
    /// Every word a file may use, in the order of the documentation.
    const WORDS: &'static [&'static str];

    /// The word a file uses for this.
    fn word(self) -> &'static str;

    /// Reads a word; `None` when the language does not know it.
    fn from_word(word: &str) -> Option<Self>;
}

/// Gives an enum its word in method files, its list of words, and reading by word.
macro_rules! words {
    ($(#[$meta:meta])* $name:ident { $($(#[$vmeta:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
        pub enum $name { $($(#[$vmeta])* #[serde(rename = $word)] $variant),+ }

        impl Word for $name {
            const WORDS: &'static [&'static str] = &[$($word),+];

            fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }

            fn from_word(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$variant),)+ _ => None }
            }
        }
    };
}

words! {
    /// What kind of file this is.
    Kind {
        /// A full method (werkvorm).
        Method = "method",
        /// A small form that a step of another method may run.
        Module = "module",
        /// A part of a meeting around the method: check-in, looking back, evaluation.
        Block = "block",
    }
}

words! {
    /// How well the people must know and trust each other.
    Trust {
        /// They may be strangers.
        New = "new",
        /// They know each other.
        Known = "known",
        /// They feel safe with each other.
        Safe = "safe",
    }
}

words! {
    /// How much experience with peer consultation the group needs.
    Experience {
        /// None.
        Beginner = "beginner",
        /// A few meetings.
        Some = "some",
        /// A practised group.
        Experienced = "experienced",
    }
}

words! {
    /// Who can lead the method.
    Lead {
        /// Any member of the group, with the script at hand.
        Member = "member",
        /// A coach or other practised guide.
        Guide = "guide",
        /// Somebody trained for this very method.
        Trained = "trained",
    }
}

words! {
    /// What the method works on.
    CaseNeed {
        /// No case.
        None = "none",
        /// One case of one owner (or two who share it).
        One = "one",
        /// Everybody brings something.
        Everyone = "everyone",
    }
}

words! {
    /// Situations the wizard can match (domain study, section 1.32, and a few more).
    Situation {
        /// A new group with one bottleneck.
        NewGroup = "new_group",
        /// Many small questions.
        SmallQuestions = "small_questions",
        /// Something that happened recently.
        RecentEvent = "recent_event",
        /// Aggression or other hard behaviour.
        Aggression = "aggression",
        /// A relation or strong feelings.
        Feelings = "feelings",
        /// A moral choice.
        MoralChoice = "moral_choice",
        /// A case owner who is stuck, in a group that trusts each other.
        Stuck = "stuck",
        /// A question where knowledge counts.
        Knowledge = "knowledge",
        /// Looking back at one's own professional action.
        Review = "review",
        /// A group without energy.
        TiredGroup = "tired_group",
        /// Something that went well.
        Success = "success",
        /// Putting something into practice.
        Implementation = "implementation",
        /// Learning to ask good questions.
        LearnToAsk = "learn_to_ask",
        /// Tension inside the group itself.
        GroupTension = "group_tension",
        /// Values and convictions.
        Values = "values",
        /// Difficult cooperation with a person.
        Cooperation = "cooperation",
        /// A plan or an innovation.
        Plan = "plan",
        /// A big group, everybody active.
        BigGroup = "big_group",
    }
}

words! {
    /// Roles that texts, speaking rules and writing rules refer to.
    Role {
        /// Brings the case.
        Owner = "owner",
        /// Takes part and does not own the case.
        Participants = "participants",
        /// Owner and participants together.
        Everyone = "everyone",
        /// Leads the session.
        Facilitator = "facilitator",
        /// Watches the time.
        Timekeeper = "timekeeper",
        /// Writes for the group or for the owner.
        Scribe = "scribe",
        /// Watches with a task of their own.
        Observer = "observer",
        /// Puts a question in a pair.
        Asker = "asker",
        /// Thinks along in a pair.
        Thinker = "thinker",
        /// Whose turn it is in a small group.
        Client = "client",
        /// The others in that small group.
        Consultants = "consultants",
        /// Plays a part in a scene.
        Player = "player",
        /// Interviews the owner.
        Interviewer = "interviewer",
        /// Sits in the inner ring.
        Inner = "inner",
        /// Sits in the outer ring.
        Outer = "outer",
    }
}

words! {
    /// How a role is filled.
    RoleHow {
        /// By the turn list.
        Turn = "turn",
        /// By the group or the facilitator.
        Choice = "choice",
        /// By draw.
        Draw = "draw",
        /// By whoever wants to.
        Volunteer = "volunteer",
        /// Divided by the engine.
        Automatic = "automatic",
    }
}

words! {
    /// What happens in a step.
    StepKind {
        /// Explaining the method or the rules.
        Explain = "explain",
        /// Somebody tells.
        Speak = "speak",
        /// Questions and answers.
        Ask = "ask",
        /// Writing.
        Write = "write",
        /// Showing what was written.
        Show = "show",
        /// Rating what was written.
        Rate = "rate",
        /// Voting.
        Vote = "vote",
        /// Open conversation.
        Dialogue = "dialogue",
        /// Being silent.
        Silence = "silence",
        /// A break.
        Break = "break",
        /// Collecting one line from each.
        Harvest = "harvest",
        /// Looking back.
        Evaluate = "evaluate",
    }
}

words! {
    /// Where the case owner is during a step.
    OwnerPlace {
        /// In the circle.
        Circle = "circle",
        /// Outside the circle.
        Outside = "outside",
        /// With the back turned.
        Back = "back",
        /// Out of the room.
        Away = "away",
        /// Online with camera and microphone off.
        CameraOff = "camera_off",
    }
}

words! {
    /// In which order people speak.
    TurnOrder {
        /// Whoever wants to.
        Free = "free",
        /// Round the circle.
        Round = "round",
        /// In a drawn order.
        Random = "random",
        /// The case owner points.
        OwnerChooses = "owner_chooses",
        /// In parallel small groups.
        Parallel = "parallel",
    }
}

words! {
    /// When the clock of a step starts.
    ClockStart {
        /// With the step.
        Auto = "auto",
        /// When the facilitator says so.
        Manual = "manual",
    }
}

words! {
    /// For whom a step waits. It only informs; a facilitator is never blocked.
    Wait {
        /// Nobody.
        None = "none",
        /// Everybody.
        All = "all",
        /// Half of the people.
        Half = "half",
    }
}

words! {
    /// Where the minutes of a step come from.
    Basis {
        /// A source gives them.
        Source = "source",
        /// Kring proposes them.
        Proposal = "proposal",
    }
}

words! {
    /// Who sees what is written.
    Mode {
        /// Only the writer.
        Private = "private",
        /// Hidden while writing, then shown to everybody at once.
        Blind = "blind",
        /// Everybody, at once.
        Group = "group",
        /// The writer and the case owner.
        Owner = "owner",
        /// Everybody; the writer is not stored with it.
        Anonymous = "anonymous",
        /// The writer and the facilitator.
        Facilitator = "facilitator",
        /// Nobody in the room; counted afterwards. The writer is not stored with it.
        Survey = "survey",
    }
}

words! {
    /// The shape of what is written.
    InputKind {
        /// A text.
        Text = "text",
        /// A form with fields.
        Form = "form",
        /// A card on a board.
        Board = "board",
        /// An action with owner, date and buddy.
        Action = "action",
        /// A card that may travel to other groups.
        Idea = "idea",
    }
}

words! {
    /// What an entry counts as in the report.
    ResultKind {
        /// A question.
        Question = "question",
        /// A fact.
        Fact = "fact",
        /// An insight.
        Insight = "insight",
        /// Advice.
        Advice = "advice",
        /// The central question.
        CoreQuestion = "core_question",
        /// A lesson for the writer.
        Lesson = "lesson",
        /// An action.
        Action = "action",
        /// An idea.
        Idea = "idea",
    }
}

words! {
    /// When blind entries are shown.
    Reveal {
        /// When the facilitator shows them.
        Facilitator = "facilitator",
        /// When everybody is ready.
        Ready = "ready",
        /// When the clock is at zero.
        Time = "time",
        /// When the next step begins.
        Step = "step",
    }
}

words! {
    /// The kind of a field in a form.
    FormFieldKind {
        /// Text.
        Text = "text",
        /// A number.
        Number = "number",
        /// Yes or no.
        YesNo = "yes_no",
        /// One to five.
        Scale5 = "scale5",
        /// A school grade, zero to ten.
        Grade10 = "grade10",
        /// A date, as `YYYY-MM-DD`.
        Date = "date",
        /// Somebody in the room.
        Person = "person",
    }
}

words! {
    /// The shape of a board.
    BoardKind {
        /// Named columns.
        Columns = "columns",
        /// Four fields.
        Quadrants = "quadrants",
        /// A table with rows that people add.
        Table = "table",
        /// A line between two ends.
        Scale = "scale",
        /// A fishbone: causes along bones.
        Fishbone = "fishbone",
    }
}

words! {
    /// Scales for rating.
    Scale {
        /// Warm, lukewarm, cold.
        WarmLukewarmCold = "warm_lukewarm_cold",
        /// Warm, neutral, cold.
        WarmNeutralCold = "warm_neutral_cold",
        /// Appeals, does not appeal.
        Appeals = "appeals",
        /// One to five.
        OneToFive = "one_to_five",
        /// Answer this one, or not.
        AnswerOrNot = "answer_or_not",
        /// Possible (and how), or strike.
        PossibleOrStrike = "possible_or_strike",
    }
}

impl Scale {
    /// The words of this scale, best first, with their labels.
    pub fn values(self) -> &'static [(&'static str, &'static str, &'static str)] {
        match self {
            Self::WarmLukewarmCold => &[
                ("warm", "warm", "warm"),
                ("lukewarm", "lauw", "lukewarm"),
                ("cold", "koud", "cold"),
            ],
            Self::WarmNeutralCold => &[
                ("warm", "warm", "warm"),
                ("neutral", "neutraal", "neutral"),
                ("cold", "koud", "cold"),
            ],
            Self::Appeals => &[
                ("appeals", "spreekt aan", "appeals"),
                ("not", "spreekt niet aan", "does not appeal"),
            ],
            Self::OneToFive => &[
                ("5", "5", "5"),
                ("4", "4", "4"),
                ("3", "3", "3"),
                ("2", "2", "2"),
                ("1", "1", "1"),
            ],
            Self::AnswerOrNot => &[
                ("answer", "beantwoorden", "answer"),
                ("not", "nu niet", "not now"),
            ],
            Self::PossibleOrStrike => &[
                ("possible", "kan, en zo", "possible, like this"),
                ("strike", "streep door", "strike"),
            ],
        }
    }

    /// Whether a word belongs to this scale.
    pub fn has(self, word: &str) -> bool {
        self.values().iter().any(|(value, _, _)| *value == word)
    }
}

words! {
    /// Ways of voting.
    VoteKind {
        /// Each person spreads a few dots.
        Dots = "dots",
        /// Agree, can live with it, or not yet.
        Consensus = "consensus",
        /// Yes, or no with what one needs to come along.
        YesNoNeed = "yes_no_need",
    }
}

impl VoteKind {
    /// The answers of this way of voting; dots have none, they count.
    pub fn values(self) -> &'static [(&'static str, &'static str, &'static str)] {
        match self {
            Self::Dots => &[],
            Self::Consensus => &[
                ("agree", "eens", "agree"),
                ("live_with", "kan ermee leven", "can live with it"),
                ("not_yet", "nog niet", "not yet"),
            ],
            Self::YesNoNeed => &[("yes", "ja", "yes"), ("no", "nee, ik heb nodig", "no, I need")],
        }
    }
}

words! {
    /// Ways of choosing a case.
    ChoiceWay {
        /// Everybody votes.
        Vote = "vote",
        /// The most urgent one.
        Urgency = "urgency",
        /// Whose turn it is: longest ago first.
        Turn = "turn",
        /// The one the group learns most from; decided by vote on learning value.
        Learning = "learning",
        /// By draw.
        Random = "random",
        /// The facilitator decides.
        Facilitator = "facilitator",
    }
}

words! {
    /// Shapes of small groups.
    Shape {
        /// Pairs.
        Pairs = "pairs",
        /// Groups of three.
        Trios = "trios",
        /// Groups of a given size.
        Groups = "groups",
        /// Two halves: each asker with a thinker.
        HalvesPairs = "halves_pairs",
        /// An inner and an outer ring.
        Ring = "ring",
    }
}

words! {
    /// What to do when the number does not fit.
    Odd {
        /// The facilitator joins.
        Facilitator = "facilitator",
        /// Two people share a place, in turn.
        Share = "share",
    }
}

words! {
    /// When a step inside a repeat takes place.
    Only {
        /// Only the first time.
        First = "first",
        /// Only the last time.
        Last = "last",
        /// Not the first time.
        NotFirst = "not_first",
        /// Not the last time.
        NotLast = "not_last",
    }
}

words! {
    /// What a repeat follows when it is not a number.
    Per {
        /// Once for every member of the small group.
        GroupMember = "group_member",
        /// Once for every person.
        Person = "person",
        /// Once for every chosen case owner.
        Owner = "owner",
    }
}

words! {
    /// When presence is confirmed by the code on the big screen.
    Moment {
        /// At the start.
        Start = "start",
        /// At the end.
        End = "end",
    }
}

/// How many people a method is for; the facilitator is not counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupSize {
    /// Fewest people.
    pub min: u16,
    /// From here it works best.
    pub best_from: u16,
    /// Up to here it works best.
    pub best_to: u16,
    /// Most people.
    pub max: u16,
    /// With more people than this, the group works in parallel groups of at most this many.
    pub split: Option<u16>,
}

/// For which situation a method is a good choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Suit {
    /// The situation.
    pub situation: Situation,
    /// 1 first choice, 2 second choice.
    pub rank: u8,
}

/// A word with its label in both languages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Labelled {
    /// The word used in data.
    pub id: String,
    /// What people see.
    pub label: Text,
}

/// What a facilitator may set before the start.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Parameter {
    /// Its id in the file.
    pub id: String,
    /// What people see.
    pub label: Text,
    /// Its kind and default.
    pub kind: ParameterKind,
}

/// The kind of a parameter with its default.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ParameterKind {
    /// A whole number within limits.
    Number {
        /// Used unless set.
        default: u16,
        /// Smallest.
        min: u16,
        /// Largest.
        max: u16,
    },
    /// One of several options.
    Choice {
        /// Used unless set.
        default: String,
        /// The options.
        options: Vec<Labelled>,
    },
}

/// A role the method needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoleNeed {
    /// Which role.
    pub role: Role,
    /// At least this many people.
    pub min: u16,
    /// At most this many people.
    pub max: u16,
    /// How it is filled.
    pub how: RoleHow,
}

/// A shared surface.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Board {
    /// Its id in the file.
    pub id: String,
    /// Its shape.
    pub kind: BoardKind,
    /// What people see above it.
    pub label: Text,
    /// Columns, quadrants, bones, or the two ends of a scale.
    pub columns: Vec<Labelled>,
}

/// One field of a form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FormField {
    /// Its id in the form.
    pub id: String,
    /// What to write.
    pub label: Text,
    /// Its kind.
    pub kind: FormFieldKind,
}

/// Something people write in a step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Input {
    /// Unique in the file.
    pub id: String,
    /// What to write.
    pub label: Text,
    /// Who writes.
    pub who: Vec<Role>,
    /// Who sees it.
    pub mode: Mode,
    /// Its shape.
    pub kind: InputKind,
    /// What it counts as in the report; `None` stays out of it.
    pub result: Option<ResultKind>,
    /// Entries asked of each person; a goal, never a wall.
    pub min: u16,
    /// Entries allowed for each person.
    pub max: Option<u16>,
    /// Most words in an entry.
    pub max_words: Option<u16>,
    /// Most sentences in an entry.
    pub max_sentences: Option<u16>,
    /// How the sentence begins.
    pub starter: Option<Text>,
    /// When blind entries are shown.
    pub reveal: Reveal,
    /// One text for the whole group.
    pub together: bool,
    /// What is half typed is sent in when time is up.
    pub send_at_end: bool,
    /// The board for a board card.
    pub board: Option<String>,
    /// The column, when the step fixes it.
    pub column: Option<String>,
    /// The fields of a form or an action.
    pub fields: Vec<FormField>,
}

/// Rating of what was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rate {
    /// Inputs whose entries are rated.
    pub of: Vec<String>,
    /// Who rates.
    pub by: Role,
    /// The scale.
    pub scale: Scale,
}

/// Marking what one takes along.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pick {
    /// Inputs whose entries may be marked.
    pub of: Vec<String>,
    /// Who marks.
    pub by: Role,
    /// At most this many each.
    pub max: Option<u16>,
    /// Whether the reason is asked.
    pub why: bool,
    /// What a marked entry counts as.
    pub result: Option<ResultKind>,
}

/// A vote of the group on what was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Vote {
    /// Inputs whose entries are voted on.
    pub of: Vec<String>,
    /// The way of voting.
    pub kind: VoteKind,
    /// Dots for each person, with dots.
    pub dots: u16,
}

/// The choice of a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChooseCase {
    /// Ways offered, the usual one first.
    pub ways: Vec<ChoiceWay>,
    /// Votes for each person.
    pub votes: u16,
}

/// One answer to a deciding question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DecideOption {
    /// Its id.
    pub id: String,
    /// What people see.
    pub label: Text,
    /// The step to go to; `None` goes on.
    pub to: Option<String>,
    /// How often this way may be taken.
    pub max: Option<u16>,
}

/// A question that decides where to go.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decide {
    /// Who answers.
    pub by: Role,
    /// The question.
    pub ask: Text,
    /// The answers.
    pub options: Vec<DecideOption>,
}

/// How people are divided in a step.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is one key of a method file, and they are independent"
)]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Grouping {
    /// The shape.
    pub shape: Shape,
    /// People in each group, for `groups`; 2 and 3 for pairs and trios.
    pub size: u16,
    /// New partners each round.
    pub rotate: bool,
    /// Keep the groups of the step before.
    pub keep: bool,
    /// What to do when the number does not fit.
    pub odd: Odd,
    /// One in each group is the client, in turn.
    pub client: bool,
    /// Keep people of one organisation apart where possible.
    pub avoid_same_organisation: bool,
}

/// Another way of doing a step with more people.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Strategy {
    /// From this many people.
    pub min_people: u16,
    /// How they are divided then.
    pub grouping: Grouping,
    /// What changes, in words.
    pub note: Option<Text>,
}

/// A condition on a parameter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OnlyIf {
    /// The parameter.
    pub parameter: String,
    /// Its value.
    pub is: String,
}

/// One step of a method.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is one key of a method file, and they are independent"
)]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// Unique in the file.
    pub id: String,
    /// Its name.
    pub title: Text,
    /// What happens.
    pub kind: StepKind,
    /// Planned length in seconds; `None` is untimed.
    pub seconds: Option<u32>,
    /// Where the length comes from.
    pub basis: Basis,
    /// Who may speak.
    pub speaks: Vec<Role>,
    /// Who only listens.
    pub silent: Vec<Role>,
    /// Where the case owner is.
    pub owner_place: OwnerPlace,
    /// The order of speaking.
    pub turn: TurnOrder,
    /// Length of each turn in seconds.
    pub turn_seconds: Option<u32>,
    /// What the facilitator may read aloud.
    pub say: Option<Text>,
    /// Rules of the step.
    pub rules: Vec<Text>,
    /// May be left out before the start.
    pub optional: bool,
    /// Off unless switched on.
    pub starts_off: bool,
    /// When the clock starts.
    pub clock: ClockStart,
    /// For whom to wait.
    pub wait: Wait,
    /// Window in written mode, in days.
    pub written_days: u16,
    /// What each role does now.
    pub does: Vec<(Role, Text)>,
    /// What people write.
    pub inputs: Vec<Input>,
    /// Rating.
    pub rate: Option<Rate>,
    /// Marking.
    pub pick: Option<Pick>,
    /// Voting.
    pub vote: Option<Vote>,
    /// Earlier inputs that stay in sight.
    pub shows: Vec<String>,
    /// Case fields that may be opened.
    pub unlocks: Vec<String>,
    /// Choice of a case.
    pub choose_case: Option<ChooseCase>,
    /// Roles the group fills here.
    pub choose_role: Vec<Role>,
    /// Looks back on open actions.
    pub review_actions: bool,
    /// Deals out idea cards from other groups.
    pub deal_cards: bool,
    /// Modules to choose from.
    pub modules: Vec<String>,
    /// Presence by code.
    pub confirm_presence: Option<Moment>,
    /// Small groups.
    pub grouping: Option<Grouping>,
    /// Other ways for bigger groups.
    pub strategies: Vec<Strategy>,
    /// A deciding question at the end.
    pub decide: Option<Decide>,
    /// Only with this setting.
    pub only_if: Option<OnlyIf>,
    /// Only at this moment of the repeat.
    pub only: Option<Only>,
    /// Which repeat `only` looks at; the innermost one when `None`.
    pub only_of: Option<String>,
}

/// How often a repeat runs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Times {
    /// A number.
    Number(u16),
    /// The value of a parameter.
    Parameter(String),
    /// Following the people.
    Per(Per),
}

/// Steps that come again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Repeat {
    /// Its id in the file.
    pub id: String,
    /// First step.
    pub from: String,
    /// Last step.
    pub to: String,
    /// How often.
    pub times: Times,
    /// Never more than this.
    pub max: Option<u16>,
    /// The halves change roles each time.
    pub swap: bool,
    /// What one time is called, as in "round 2 of 3".
    pub label: Option<Text>,
}

/// A method of peer consultation, or a module or block in the same language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Method {
    /// The same as its file name.
    pub id: String,
    /// Method, module or block.
    pub kind: Kind,
    /// Raised when steps change.
    pub version: u32,
    /// Its name.
    pub name: Text,
    /// One sentence.
    pub summary: Text,
    /// What it is good for.
    pub purpose: Text,
    /// When to use it.
    pub use_when: Vec<Text>,
    /// When not to.
    pub avoid_when: Vec<Text>,
    /// Where it comes from.
    pub sources: Vec<String>,
    /// Licence of the text, as an SPDX expression.
    pub licence: String,
    /// Whom to name.
    pub attribution: Option<Text>,
    /// Trust it needs.
    pub trust: Trust,
    /// Experience it needs.
    pub experience: Experience,
    /// Who can lead it.
    pub lead: Lead,
    /// What it works on.
    pub case: CaseNeed,
    /// Whether it works in writing, over days.
    pub written: bool,
    /// How many people.
    pub group: GroupSize,
    /// Situations it suits.
    pub suits: Vec<Suit>,
    /// What may be set.
    pub parameters: Vec<Parameter>,
    /// Roles it needs.
    pub roles: Vec<RoleNeed>,
    /// Parts of the case that stay closed at first.
    pub fields: Vec<Labelled>,
    /// Its boards.
    pub boards: Vec<Board>,
    /// Its steps, in order.
    pub steps: Vec<Step>,
    /// Its repeats.
    pub repeats: Vec<Repeat>,
    /// Neighbouring steps that may change places.
    pub orders: Vec<Vec<String>>,
}
