//! Plays a plan to its end.

use std::collections::BTreeMap;

use super::lines;
use crate::catalogue::Catalogue;
use crate::command::{Actor, Command, Entry, Request};
use crate::compile::{Plan, PlanProblem, compile};
use crate::decide::{decide, next_due};
use crate::draw::Draw;
use crate::event::{
    ActionStatus, Attends, Ballot, Body, BroughtCard, EndReason, Facilitation, Newcomer, OpenAction, Opening,
    Place, PreparedCase, Recorded, Spot,
};
use crate::ids::{At, ClientKey, SECOND, Seat};
use crate::model::{BoardKind, CaseNeed, InputKind, Mode, ResultKind, Role, Scale, VoteKind};
use crate::refusal::Refusal;
use crate::replay::to_row;
use crate::script::{Pace, Script};
use crate::sight::Eyes;
use crate::state::{Phase, State};
use crate::text::{Language, Text};
use crate::view::{CardView, InputView, View, view};

/// When a performance begins: 5 January 2026, 13:55 UTC, so that the first step starts on the hour.
const DOORS_OPEN: At = At(1_767_621_300 * SECOND);

/// Minutes between doors and the first step.
const BEFORE: i64 = 5 * 60 * SECOND;

/// Nobody needs more steps than this; a performance that does is going round in circles.
const MOST_STEPS: usize = 300;

/// Who plays, and what goes wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cast {
    /// People who take part; the facilitator comes on top.
    pub people: u16,
    /// Everything that is drawn follows from it.
    pub seed: u64,
    /// What goes wrong on the way.
    pub mishaps: Mishaps,
    /// The language of what robots write.
    pub language: Language,
}

/// What can go wrong in a meeting.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Mishaps {
    /// The last person comes when the second step is going on.
    pub late: bool,
    /// Somebody leaves in the third step.
    pub drop_out: bool,
    /// The facilitator's line drops in the second step; somebody takes over; the facilitator comes back two steps later.
    pub lead_vanishes: bool,
    /// The case owner leaves in the fourth step.
    pub owner_leaves: bool,
}

impl Mishaps {
    /// All of them at once.
    pub const ALL: Self = Self {
        late: true,
        drop_out: true,
        lead_vanishes: true,
        owner_leaves: true,
    };
}

/// A session as it was played.
#[derive(Clone, Debug)]
pub struct Performance {
    /// The whole log.
    pub events: Vec<Recorded>,
    /// The state at the end.
    pub state: State,
    /// Commands that were refused; a clean performance has none.
    pub refused: Vec<(Command, Refusal)>,
}

impl Performance {
    /// The log as rows of JSON, as it would be stored.
    pub fn rows(&self) -> Vec<String> {
        self.events
            .iter()
            .filter_map(|event| to_row(event).ok())
            .collect()
    }
}

/// Lets robots play a plan.
///
/// # Errors
/// The problems of a plan that cannot be worked out.
pub fn play(catalogue: &Catalogue, plan: &Plan, cast: &Cast) -> Result<Performance, Vec<PlanProblem>> {
    let script = compile(plan, catalogue)?;
    let mut stage = Stage::new(script, *cast);
    stage.arrive();
    stage.perform();
    stage.look_after_the_report();
    Ok(Performance {
        events: stage.events,
        state: stage.state,
        refused: stage.refused,
    })
}

struct Stage {
    state: State,
    events: Vec<Recorded>,
    refused: Vec<(Command, Refusal)>,
    cast: Cast,
    now: At,
    keys: u64,
    draw: Draw,
    lines: usize,
    steps: usize,
}

impl Stage {
    fn new(script: Script, cast: Cast) -> Self {
        let mut stage = Self {
            state: State::default(),
            events: Vec::new(),
            refused: Vec::new(),
            cast,
            now: DOORS_OPEN,
            keys: 0,
            draw: Draw::new(cast.seed, 0),
            lines: 0,
            steps: 0,
        };
        let opening = stage.opening(script);
        stage.house(Command::Open(Box::new(opening)));
        stage
    }

    fn opening(&self, script: Script) -> Opening {
        let chooses = script.steps.iter().any(|step| step.step.choose_case.is_some());
        let owned = script
            .blocks
            .iter()
            .filter(|block| block.case == CaseNeed::One)
            .count();
        let cases = (0..if chooses { 3 } else { owned.min(3) })
            .map(|n| self.prepared_case(&script, n))
            .collect();
        let action = |n| OpenAction {
            id: format!("action-{n}"),
            who: name(n).to_owned(),
            what: self.say(&lines::sentence(Some(ResultKind::Action), n)),
        };
        let brought = |n| BroughtCard {
            text: self.say(&lines::sentence(Some(ResultKind::Idea), n)),
            origin: self.say(&Text::new(
                "een groep in een andere regio",
                "a group in another region",
            )),
        };
        Opening {
            script,
            seed: self.cast.seed,
            facilitation: Facilitation::PlaysAlong,
            actions: (0..3).map(action).collect(),
            brought: (0..3).map(brought).collect(),
            cases,
            forgotten_after: Some(4 * 60 * 60),
            ..Opening::default()
        }
    }

    fn prepared_case(&self, script: &Script, n: usize) -> PreparedCase {
        let (title, sentence) = lines::case(n);
        let hidden = script.blocks.iter().flat_map(|block| &block.fields);
        let outcome = Text::new(
            "Ik heb het gesprek uitgesteld, en dat hielp niet.",
            "I put the talk off, and that did not help.",
        );
        PreparedCase {
            owners: vec![format!("robot-{n}")],
            title: self.say(&title),
            sentence: self.say(&sentence),
            urgency: u8::try_from(3 - n % 3).unwrap_or_default(),
            fields: hidden
                .map(|field| (field.id.clone(), self.say(&outcome)))
                .collect::<BTreeMap<_, _>>(),
            ..PreparedCase::default()
        }
    }

    fn say(&self, text: &Text) -> String {
        text.get(self.cast.language).to_owned()
    }

    fn house(&mut self, command: Command) {
        self.ask(Actor::System, command);
    }

    fn by(&mut self, seat: Seat, command: Command) {
        self.ask(Actor::Seat(seat), command);
    }

    fn ask(&mut self, actor: Actor, command: Command) {
        self.keys += 1;
        let request = Request {
            key: ClientKey(format!("robot-{}", self.keys)),
            actor,
            command,
        };
        match decide(&self.state, &request, self.now) {
            Ok(events) => {
                for event in events {
                    self.state.apply(&event);
                    self.events.push(event);
                }
            }
            Err(refusal) => self.refused.push((request.command, refusal)),
        }
    }

    fn arrive(&mut self) {
        let people = usize::from(self.cast.people);
        let lead = Newcomer {
            person: "lead".to_owned(),
            name: lines::LEAD.to_owned(),
            attends: Attends::Facilitator,
            ..Newcomer::default()
        };
        self.house(Command::Join(lead));
        let on_time = if self.cast.mishaps.late {
            people.saturating_sub(1)
        } else {
            people
        };
        for n in 0..on_time {
            self.join(n);
        }
        if self.cast.mishaps.lead_vanishes {
            let second = Newcomer {
                person: "second".to_owned(),
                name: lines::SECOND_LEAD.to_owned(),
                attends: Attends::Facilitator,
                ..Newcomer::default()
            };
            self.house(Command::Join(second));
        }
        if self.state.cases.is_empty() && self.needs_owner() {
            let seats = vec![Seat(1)];
            self.by(Seat(0), Command::GiveRole { role: Role::Owner, seats });
        }
        self.now = self.now.plus(BEFORE);
        self.by(Seat(0), Command::Begin);
    }

    /// Whether some step speaks of a case owner while no case was prepared.
    fn needs_owner(&self) -> bool {
        let steps = self.state.script.steps.iter().map(|step| &step.step);
        let mut roles = steps.flat_map(|step| step.does.iter().map(|(role, _)| role).chain(&step.speaks));
        roles.any(|role| *role == Role::Owner)
    }

    fn join(&mut self, n: usize) {
        let place = if n % 4 == 3 { Place::Online } else { Place::Room };
        let organisation = ["Noord", "Oost", "Zuid", "West"]
            .get(n % 4)
            .map(|name| (*name).to_owned());
        let who = Newcomer {
            person: format!("robot-{n}"),
            name: name(n).to_owned(),
            organisation,
            place,
            ..Newcomer::default()
        };
        self.house(Command::Join(who));
    }

    fn perform(&mut self) {
        while self.state.phase == Phase::Running && self.steps < MOST_STEPS {
            self.steps += 1;
            self.go_wrong();
            self.play_step();
            if self.state.phase == Phase::Running {
                self.move_on();
            }
        }
    }

    /// Whoever leads ends the step; in written mode the window closes by itself.
    fn move_on(&mut self) {
        if self.state.script.pace == Pace::Written {
            let before = self.state.seq;
            for _ in 0..6 {
                let Some(due) = next_due(&self.state) else { break };
                self.now = self.now.max(due);
                let visit = self.state.current;
                self.house(Command::Tick);
                if self.state.current != visit || self.state.phase != Phase::Running {
                    break;
                }
            }
            if self.state.seq != before {
                return;
            }
        }
        let Some(lead) = self.lead() else { return };
        self.by(lead, Command::Next);
    }

    fn lead(&self) -> Option<Seat> {
        self.state.lead
    }

    fn go_wrong(&mut self) {
        let mishaps = self.cast.mishaps;
        let last = usize::from(self.cast.people).saturating_sub(1);
        match self.steps {
            2 if mishaps.lead_vanishes => self.lead_vanishes(),
            4 if mishaps.lead_vanishes => self.lead_comes_back(),
            _ => {}
        }
        match self.steps {
            2 if mishaps.late => self.join(last),
            3 if mishaps.drop_out && self.cast.people > 3 => {
                self.by(Seat(2), Command::Leave);
            }
            4 if mishaps.owner_leaves => self.owner_leaves(),
            _ => {}
        }
    }

    fn lead_vanishes(&mut self) {
        self.house(Command::LineLost(Seat(0)));
        self.now = self.now.plus(61 * SECOND);
        let second = self
            .state
            .people
            .iter()
            .position(|person| person.person == "second")
            .map(Seat::at);
        if let Some(second) = second {
            self.by(second, Command::TakeOver);
        }
    }

    fn lead_comes_back(&mut self) {
        self.house(Command::LineBack(Seat(0)));
        self.by(Seat(0), Command::TakeBack);
    }

    /// The case owner leaves; the group goes on with what it has.
    fn owner_leaves(&mut self) {
        let Some(block) = self.state.now_visit().map(|visit| visit.cursor.block) else {
            return;
        };
        let owner = self.state.owners_in(block).first().copied();
        if let Some(owner) =
            owner.filter(|owner| self.state.person(*owner).is_some_and(|person| person.present))
        {
            self.by(owner, Command::Leave);
        }
    }

    /// Chooses a module, if the step asks for one; the module then takes the place of the step.
    fn choose_module(&mut self) {
        let step = self.state.now_step();
        let modules: Vec<String> = step
            .map(|step| step.modules.iter().map(|module| module.id.clone()).collect())
            .unwrap_or_default();
        if let (Some(lead), Some(module)) = (self.lead(), self.draw.one_of(&modules).cloned()) {
            self.now = self.now.plus(30 * SECOND);
            self.by(lead, Command::ChooseModule(module));
        }
    }

    /// Everything people do in one step, spread over its time.
    fn play_step(&mut self) {
        self.choose_module();
        let began = self.now;
        let planned = self.state.now_visit().and_then(|visit| visit.planned);
        let length = planned
            .filter(|_| self.state.script.pace == Pace::Live)
            .unwrap_or(2 * 60 * SECOND);
        self.now = began.plus(length / 4);
        self.choose();
        self.turns(began, length);
        self.now = self.now.max(began.plus(length / 2));
        self.write(began.plus(length * 3 / 4));
        self.now = self.now.max(began.plus(length * 3 / 4));
        self.get_ready();
        self.reveal();
        self.work();
        self.decide();
        if self.state.script.pace == Pace::Live {
            self.now = self.now.max(began.plus(length));
        }
    }

    fn people(&self) -> Vec<Seat> {
        self.state
            .present()
            .filter(|(_, person)| person.line_lost.is_none())
            .map(|(seat, _)| seat)
            .collect()
    }

    /// Choices of the step: a case, roles, a module, presence, cards that were dealt.
    fn choose(&mut self) {
        self.choose_case();
        self.choose_roles();
        let Some(lead) = self.lead() else { return };
        let confirm = self.state.now_step().and_then(|step| step.step.confirm_presence);
        for seat in self.people() {
            if let Some(moment) = confirm {
                self.by(seat, Command::ConfirmPresence(moment));
            }
            let dealt = view(&self.state, Eyes::Seat(seat), self.now)
                .dealt
                .first()
                .map(|dealt| dealt.card);
            if let Some(card) = dealt {
                self.by(seat, Command::TakeBrought(card));
            }
        }
        let open: Vec<_> = view(&self.state, Eyes::Seat(lead), self.now)
            .actions
            .iter()
            .filter(|action| action.status.is_none())
            .map(|action| action.action)
            .collect();
        for (n, action) in open.into_iter().enumerate() {
            let status = [ActionStatus::Done, ActionStatus::Half, ActionStatus::NotDone]
                .get(n % 3)
                .copied();
            self.by(
                lead,
                Command::ReviewAction {
                    action,
                    status: status.unwrap_or(ActionStatus::Done),
                    note: None,
                },
            );
        }
    }

    fn choose_case(&mut self) {
        let Some(choose) = self
            .state
            .now_step()
            .and_then(|step| step.step.choose_case.clone())
        else {
            return;
        };
        let wants = self.state.cases.iter().any(|case| !case.chosen);
        if !wants {
            let (title, sentence) = lines::case(self.state.cases.len());
            let (title, sentence) = (self.say(&title), self.say(&sentence));
            if let Some(seat) = self.state.taking_part().first().copied() {
                self.by(
                    seat,
                    Command::ProposeCase {
                        co_owner: None,
                        title,
                        sentence,
                        urgency: 1,
                    },
                );
            }
        }
        let open: Vec<_> = self
            .state
            .cases
            .iter()
            .enumerate()
            .filter(|(_, case)| !case.chosen)
            .map(|(n, _)| crate::ids::CaseNo::at(n))
            .collect();
        for seat in self.state.taking_part() {
            if let Some(case) = self.draw.one_of(&open).copied() {
                self.by(seat, Command::VoteCase { case, votes: 1 });
            }
        }
        let (Some(lead), Some(way)) = (self.lead(), choose.ways.first().copied()) else {
            return;
        };
        let case = open.first().copied();
        self.by(lead, Command::ChooseCase { way, case });
    }

    fn choose_roles(&mut self) {
        let Some(block) = self.state.now_block() else {
            return;
        };
        let here = self
            .state
            .now_step()
            .map(|step| step.step.choose_role.clone())
            .unwrap_or_default();
        let mut wanted: Vec<(Role, usize)> = here.into_iter().map(|role| (role, 1)).collect();
        let needs = block
            .roles
            .iter()
            .filter(|need| need.role != Role::Owner)
            .map(|need| (need.role, usize::from(need.min)));
        wanted.extend(needs);
        for (role, count) in wanted {
            let filled = self.state.roles.get(&role).is_some_and(|seats| !seats.is_empty());
            if role == Role::Facilitator || filled {
                continue;
            }
            let visit_owners = self
                .state
                .now_visit()
                .map(|visit| self.state.owners_in(visit.cursor.block).to_vec())
                .unwrap_or_default();
            if role == Role::Owner && !visit_owners.is_empty() {
                continue;
            }
            let taken: Vec<Seat> = self
                .state
                .roles
                .values()
                .flatten()
                .copied()
                .chain(visit_owners)
                .collect();
            let free: Vec<Seat> = self
                .state
                .taking_part()
                .into_iter()
                .filter(|seat| !taken.contains(seat))
                .take(count)
                .collect();
            if let (Some(lead), false) = (self.lead(), free.is_empty()) {
                self.by(lead, Command::GiveRole { role, seats: free });
            }
        }
    }

    /// Turns go round; the second person passes once and comes back at the end.
    fn turns(&mut self, began: At, length: i64) {
        let total = self
            .state
            .now_visit()
            .map_or(0, |visit| visit.turns.queue.len() + 1);
        let mut n = 0;
        while let Some(turn) = self.state.now_visit().and_then(|visit| visit.turns.now) {
            n += 1;
            if n > 60 {
                break;
            }
            self.now = self
                .now
                .max(began.plus(length * n / (i64::try_from(total).unwrap_or(1) + 2)));
            let may_pass = n == 2
                && self
                    .state
                    .person(turn)
                    .is_some_and(|person| person.present && person.line_lost.is_none());
            match (may_pass, self.lead()) {
                (true, _) => self.by(turn, Command::Pass),
                (false, Some(lead)) => self.by(lead, Command::NextTurn),
                (false, None) => break,
            }
        }
    }

    /// People write one after the other, until a quarter of the step is left.
    fn write(&mut self, until: At) {
        let people = self.people();
        let pause = until.since(self.now) / i64::try_from(people.len().max(1)).unwrap_or(1);
        for seat in people {
            self.now = self.now.plus(pause.max(0));
            let inputs: Vec<Wanted> = {
                let view = view(&self.state, Eyes::Seat(seat), self.now);
                let leads = view.you.as_ref().is_some_and(|you| you.leads);
                view.inputs
                    .iter()
                    .filter(|input| input.open)
                    .map(|input| wanted(&view, input, leads))
                    .collect()
            };
            for input in inputs {
                self.write_one(seat, &input);
            }
        }
    }

    fn write_one(&mut self, seat: Seat, wanted: &Wanted) {
        // One text for the group is typed once; private notes are made by every third person.
        let asked = if wanted.together {
            usize::from(wanted.leads && wanted.used == 0)
        } else {
            usize::from(wanted.min.max(1).saturating_sub(wanted.used))
        };
        let skips = wanted.mode == Mode::Private && wanted.min == 0 && seat.0 % 3 != 1;
        for _ in 0..if skips { 0 } else { asked } {
            self.lines += 1;
            let entry = self.entry(wanted);
            self.by(seat, Command::Add(Box::new(entry)));
        }
    }

    fn entry(&mut self, wanted: &Wanted) -> Entry {
        let n = self.lines;
        let input = self.state.input(wanted.no);
        let body = match input {
            Some(input) if matches!(wanted.kind, InputKind::Form | InputKind::Action) => {
                let answers = input
                    .fields
                    .iter()
                    .enumerate()
                    .map(|(m, field)| (field.id.clone(), self.say(&lines::answer(field.kind, n + m))));
                Body::Form(answers.collect())
            }
            Some(input) => {
                let sentence = self.say(&lines::sentence(input.result, n));
                let starter = input.starter.as_ref().map(|starter| self.say(starter));
                let own_words = self.say(&Text::new("[eigen woorden]", "[own words]"));
                let text = match starter {
                    Some(starter) => begin(&starter, &sentence, input.result, &own_words),
                    None => sentence,
                };
                Body::Text(shortened(&text, input.max_words))
            }
            None => Body::Text(String::new()),
        };
        let spot = wanted
            .columns
            .get(n % wanted.columns.len().max(1))
            .map(|column| Spot {
                column: column.clone(),
                row: wanted.table.then(|| self.say(&lines::row(n))),
                position: wanted.scale.then(|| u8::try_from(n * 17 % 101).unwrap_or(50)),
            });
        Entry {
            input: wanted.no,
            body,
            spot,
            on_behalf_of: None,
            visit: None,
            unfinished: false,
        }
    }

    fn get_ready(&mut self) {
        let waits = self
            .state
            .now_step()
            .is_some_and(|step| step.step.wait != crate::model::Wait::None);
        let awaited = self
            .state
            .now_visit()
            .map(|visit| self.state.awaited(visit))
            .unwrap_or_default();
        for seat in awaited.into_iter().filter(|_| waits) {
            self.by(seat, Command::Ready);
        }
    }

    fn reveal(&mut self) {
        let Some(lead) = self.lead() else { return };
        let hidden: Vec<_> = {
            let Some((visit, step)) = self.state.now_visit().zip(self.state.now_step()) else {
                return;
            };
            let blind = step.inputs.iter().filter(|no| {
                self.state
                    .input(**no)
                    .is_some_and(|input| input.mode == Mode::Blind)
            });
            let facilitator = blind.filter(|no| {
                self.state
                    .input(**no)
                    .is_some_and(|input| input.reveal == crate::model::Reveal::Facilitator)
            });
            facilitator
                .filter(|no| !visit.revealed.contains_key(no))
                .copied()
                .collect()
        };
        for input in hidden {
            self.by(lead, Command::Reveal(input));
        }
    }

    /// Rating, marking, voting, opening closed fields.
    fn work(&mut self) {
        for seat in self.people() {
            let commands = self.work_of(seat);
            for command in commands {
                self.by(seat, command);
            }
        }
    }

    fn work_of(&self, seat: Seat) -> Vec<Command> {
        let view = view(&self.state, Eyes::Seat(seat), self.now);
        let Some(step) = &view.step else { return Vec::new() };
        let Some(script) = self.state.script.step(step.no) else {
            return Vec::new();
        };
        let mut commands: Vec<Command> = step
            .may_unlock
            .iter()
            .map(|field| Command::Unlock(field.id.clone()))
            .collect();
        let of = |inputs: &[crate::ids::InputNo]| -> Vec<&CardView<'_>> {
            view.cards
                .iter()
                .filter(|card| inputs.contains(&card.input))
                .collect()
        };
        if let Some((scale, true)) = step.rate {
            let cards = of(&script.rate_of).into_iter().enumerate();
            commands.extend(cards.map(|(n, card)| Command::Rate {
                card: card.card,
                value: rating(scale, n),
                note: None,
            }));
        }
        if let Some((max, why, true)) = step.pick {
            let count = usize::from(max.unwrap_or(2)).min(2);
            let mine = |card: &CardView<'_>| card.picks.iter().any(|(other, _)| *other == seat);
            let cards = of(&script.pick_of)
                .into_iter()
                .filter(|card| !mine(card))
                .take(count);
            commands.extend(cards.enumerate().map(|(n, card)| Command::Pick {
                card: card.card,
                why: why.then(|| self.say(&lines::why(n))),
            }));
        }
        if let Some((kind, dots, true)) = step.vote {
            commands.extend(self.votes(&of(&script.vote_of), kind, dots, seat));
        }
        commands
    }

    fn votes(&self, cards: &[&CardView<'_>], kind: VoteKind, dots: u16, seat: Seat) -> Vec<Command> {
        if kind == VoteKind::Dots {
            let start = usize::from(seat.0) % cards.len().max(1);
            let chosen = cards
                .iter()
                .cycle()
                .skip(start)
                .take(usize::from(dots).min(cards.len()));
            return chosen
                .map(|card| Command::Vote {
                    card: card.card,
                    ballot: Ballot {
                        dots: 1,
                        answer: None,
                        need: None,
                    },
                })
                .collect();
        }
        let answers = kind.values();
        let vote = |card: &CardView<'_>| {
            let against = seat.0 % 5 == 4;
            let answer =
                if against { answers.last() } else { answers.first() }.map(|(word, _, _)| (*word).to_owned());
            let need =
                against.then(|| self.say(&Text::new("meer tijd om te oefenen", "more time to practise")));
            Command::Vote {
                card: card.card,
                ballot: Ballot {
                    dots: 1,
                    answer,
                    need,
                },
            }
        };
        cards.iter().map(|card| vote(card)).collect()
    }

    /// A deciding question: the way back is taken once, then the group goes on.
    fn decide(&mut self) {
        let Some(lead) = self.lead() else { return };
        let option = {
            let Some((visit, step)) = self.state.now_visit().zip(self.state.now_step()) else {
                return;
            };
            let Some(decide) = step.step.decide.as_ref() else {
                return;
            };
            let taken = |place: usize| {
                self.state
                    .flow
                    .taken
                    .iter()
                    .any(|((no, option), _)| *no == visit.cursor.step && usize::from(*option) == place)
            };
            let back = decide
                .options
                .iter()
                .enumerate()
                .find(|(place, option)| option.to.is_some() && !taken(*place));
            let on = decide
                .options
                .iter()
                .enumerate()
                .find(|(_, option)| option.to.is_none());
            back.or(on).map(|(_, option)| option.id.clone())
        };
        if let Some(option) = option {
            self.by(lead, Command::Decide { option });
        }
    }

    /// After the end the case owner strikes one card and releases the report.
    fn look_after_the_report(&mut self) {
        if self.state.phase == Phase::Running {
            if let Some(lead) = self.lead() {
                self.by(lead, Command::End(EndReason::Early));
            }
        }
        let owners: Vec<Seat> = self
            .state
            .case_of
            .keys()
            .flat_map(|block| self.state.owners_in(*block).to_vec())
            .collect();
        let owners = if owners.is_empty() {
            self.state.roles.get(&Role::Owner).cloned().unwrap_or_default()
        } else {
            owners
        };
        let releases = owners.first().copied().or(self.lead());
        let struck = owners.first().and_then(|owner| {
            let outcomes = crate::report::outcomes(&self.state, Some(*owner));
            let own =
                |outcome: &&crate::report::Outcome<'_>| self.state.owners_in(outcome.block).contains(owner);
            outcomes
                .iter()
                .filter(own)
                .next_back()
                .map(|outcome| (*owner, outcome.card))
        });
        if let Some((owner, card)) = struck {
            self.by(owner, Command::Strike(card));
        }
        if let Some(seat) = releases {
            self.by(seat, Command::Release);
        }
    }
}

/// What a robot needs to know of an input to write something.
struct Wanted {
    no: crate::ids::InputNo,
    mode: Mode,
    kind: InputKind,
    min: u16,
    used: u16,
    together: bool,
    leads: bool,
    columns: Vec<String>,
    table: bool,
    scale: bool,
}

fn wanted(view: &View<'_>, input: &InputView<'_>, leads: bool) -> Wanted {
    let board = view
        .boards
        .iter()
        .find(|board| Some(board.id.as_str()) == input.board);
    let all = board
        .map(|board| {
            board
                .columns
                .iter()
                .map(|column| column.id.clone())
                .collect::<Vec<_>>()
        })
        .unwrap_or_default();
    let columns = input.column.map_or(all, |column| vec![column.to_owned()]);
    Wanted {
        no: input.no,
        mode: input.mode,
        kind: input.kind,
        min: input.min,
        used: input.used,
        together: input.together,
        leads,
        columns,
        table: board.is_some_and(|board| board.kind == BoardKind::Table),
        scale: board.is_some_and(|board| board.kind == BoardKind::Scale),
    }
}

fn name(n: usize) -> &'static str {
    lines::NAMES
        .get(n % lines::NAMES.len())
        .copied()
        .unwrap_or("Robot")
}

/// Goes on where a sentence starter stops. Robots know how the central question goes on; other sentences they leave
/// to people.
fn begin(starter: &str, sentence: &str, kind: Option<ResultKind>, own_words: &str) -> String {
    let one_gap = starter.matches('…').count() == 1 && starter.ends_with('…');
    let goes_on = one_gap && kind == Some(ResultKind::CoreQuestion) && starter.contains(" is ");
    let text = starter.replace('…', if goes_on { sentence } else { own_words });
    if text.ends_with(['.', '?', '!', ']']) { text } else { format!("{text}.") }
}

fn shortened(text: &str, max_words: Option<u16>) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let max = max_words.map_or(words.len(), usize::from).min(words.len());
    words.get(..max).unwrap_or_default().join(" ")
}

/// The first card gets the best word, the next ones the others in turn.
fn rating(scale: Scale, n: usize) -> String {
    let values = scale.values();
    values
        .get(n % values.len().max(1))
        .map(|(word, _, _)| (*word).to_owned())
        .unwrap_or_default()
}
