//! What robots beside people would like to do next.
//!
//! Pure and the same for the same state: two machines that ask at the same moment get the same answer.

use crate::command::Command;
use crate::draw::Draw;
use crate::event::ActionStatus;
use crate::ids::{At, CardNo, CaseNo, InputNo, Seat};
use crate::model::{ChoiceWay, Mode, Role, Wait};
use crate::robots::lines;
use crate::robots::pen::{entry, wanted};
use crate::robots::work::{role_to_give, work_of};
use crate::sight::Eyes;
use crate::state::{Card, Phase, State};
use crate::text::Language;
use crate::view::{View, view};

/// Most cases robots put on an empty list.
const CASES: usize = 3;

/// Something a robot would like to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Move {
    /// Who.
    pub seat: Seat,
    /// What.
    pub command: Command,
}

/// What somebody still has to do in the present step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Nothing was asked of them.
    Nothing,
    /// Something is waited for.
    Open,
    /// They did what was asked.
    Done,
}

/// The next thing of each robot in `seats`, in a drawn order; empty when they did their part. What a person may do as well,
/// such as answering the question of the step, is left to the person.
pub fn moves(state: &State, seats: &[Seat], now: At, seed: u64, language: Language) -> Vec<Move> {
    if state.phase != Phase::Running || state.damage.is_some() {
        return Vec::new();
    }
    let mut draw = Draw::new(seed, state.seq.0);
    let table = Table {
        state,
        seats,
        now,
        language,
    };
    let mut order = table.here();
    draw.shuffle(&mut order);
    let first = table.lead().and_then(|lead| table.of_lead(lead, &mut draw));
    let turn = state.now_visit().and_then(|visit| visit.turns.now);
    let turn = turn.filter(|seat| order.contains(seat)).map(|seat| Move {
        seat,
        command: Command::NextTurn,
    });
    let others = order.iter().filter_map(|seat| {
        let command = table.of_seat(*seat)?;
        Some(Move { seat: *seat, command })
    });
    first.into_iter().chain(turn).chain(others).collect()
}

/// What takes the meeting on when everybody did their part: beginning, showing what is hidden, the next step, releasing the
/// report. `None` when it is not for a robot in `seats` to do.
pub fn onward(state: &State, seats: &[Seat], now: At) -> Option<Move> {
    let table = Table {
        state,
        seats,
        now,
        language: Language::default(),
    };
    let by_lead = |command| table.lead().map(|seat| Move { seat, command });
    match state.phase {
        Phase::Lobby => by_lead(Command::Begin),
        Phase::Running => by_lead(to_show(state).unwrap_or(Command::Next)),
        Phase::Review => {
            let waits = state.release_waits_for().into_iter();
            let mut mine = waits.filter(|seat| table.seats.contains(seat));
            mine.next().map(|seat| Move {
                seat,
                command: Command::Release,
            })
        }
        Phase::Unopened | Phase::Closed => None,
    }
}

/// How far somebody is with the present step.
pub fn part(state: &State, seat: Seat, now: At) -> Part {
    let (Some(visit), Some(step)) = (state.now_visit(), state.now_step()) else {
        return Part::Nothing;
    };
    let view = view(state, Eyes::Seat(seat), now);
    let awaited = step.step.wait != Wait::None && state.awaited(visit).contains(&seat);
    let is_asked_to_write = |open: bool| {
        let leads = state.lead == Some(seat);
        view.inputs.iter().any(|input| {
            let counts = !(input.together && !leads || input.mode == Mode::Private && input.min == 0);
            counts
                && if open {
                    input.open && input.used < input.min.max(1)
                } else {
                    input.used > 0
                }
        })
    };
    let decides = view.step.as_ref().and_then(|step| step.decide.as_ref());
    let has_work = !work_of(state, seat, now, Language::default()).is_empty();
    let worked = worked(state, seat);
    let is_open = visit.turns.now == Some(seat)
        || view.must_accept.is_some()
        || is_asked_to_write(true)
        || (has_work && !worked)
        || (awaited && !visit.ready.contains(&seat))
        || decides.is_some_and(|decide| decide.yours && decide.answer.is_none());
    let did_something =
        visit.ready.contains(&seat) || visit.turns.done.contains(&seat) || is_asked_to_write(false) || worked;
    match (is_open, did_something) {
        (true, _) => Part::Open,
        (false, true) => Part::Done,
        (false, false) => Part::Nothing,
    }
}

/// The robots around one table.
struct Table<'s> {
    state: &'s State,
    seats: &'s [Seat],
    now: At,
    language: Language,
}

impl Table<'_> {
    fn here(&self) -> Vec<Seat> {
        let present = self.state.present();
        let reached = present.filter(|(_, person)| person.line_lost.is_none());
        let seats = reached.map(|(seat, _)| seat);
        seats.filter(|seat| self.seats.contains(seat)).collect()
    }

    /// The robot that leads, if one does.
    fn lead(&self) -> Option<Seat> {
        self.state.lead.filter(|lead| self.here().contains(lead))
    }

    /// What only whoever leads can do for this step.
    fn of_lead(&self, seat: Seat, draw: &mut Draw) -> Option<Move> {
        let view = view(self.state, Eyes::Seat(seat), self.now);
        let command = self
            .module(&view, draw)
            .or_else(|| waits_for_clock(&view).then_some(Command::StartClock))
            .or_else(|| role_to_give(self.state).map(|(role, seats)| Command::GiveRole { role, seats }))
            .or_else(|| self.case_to_choose(&view))
            .or_else(|| to_review(&view))?;
        Some(Move { seat, command })
    }

    fn module(&self, view: &View<'_>, draw: &mut Draw) -> Option<Command> {
        let chosen = self.state.now_visit()?.module.is_some();
        let modules = &view.step.as_ref()?.modules;
        let (id, _) = draw.one_of(modules).filter(|_| !chosen)?;
        Some(Command::ChooseModule((*id).to_owned()))
    }

    /// A case is chosen when everybody voted, people included.
    fn case_to_choose(&self, view: &View<'_>) -> Option<Command> {
        let choice = view.choice.as_ref()?;
        let way = choice.ways.first().copied()?;
        let block = self.state.now_visit()?.cursor.block;
        let is_chosen = self.state.next_case.is_some() || self.state.case_of.contains_key(&block);
        let case = open_cases(self.state).first().copied()?;
        let everybody = self.state.taking_part();
        let voted = |seat: &Seat| self.state.cases.iter().any(|case| case.votes.contains_key(seat));
        let is_ready = way != ChoiceWay::Vote || everybody.iter().all(voted);
        (!is_chosen && is_ready).then_some(Command::ChooseCase {
            way,
            case: Some(case),
        })
    }

    /// What somebody does for their own part; `None` when it is done.
    fn of_seat(&self, seat: Seat) -> Option<Command> {
        let view = view(self.state, Eyes::Seat(seat), self.now);
        if let Some(version) = view.must_accept {
            return Some(Command::AcceptAgreements { version });
        }
        self.presence(seat)
            .or_else(|| self.case_or_vote(&view, seat))
            .or_else(|| taken_along(&view))
            .or_else(|| self.text(&view, seat))
            .or_else(|| {
                undone(self.state, seat, self.now, self.language)
                    .into_iter()
                    .next()
            })
            .or_else(|| self.answer(&view, seat))
            .or_else(|| self.ready(seat))
    }

    fn presence(&self, seat: Seat) -> Option<Command> {
        let moment = self.state.now_step()?.step.confirm_presence?;
        let person = self.state.person(seat)?;
        (!person.confirmed.contains(&moment)).then_some(Command::ConfirmPresence(moment))
    }

    /// The first vote of most goes to the first case: that is the one of whoever wants to bring a case.
    fn case_or_vote(&self, view: &View<'_>, seat: Seat) -> Option<Command> {
        let choice = view.choice.as_ref()?;
        if !self.state.takes_part(seat) {
            return None;
        }
        let open = open_cases(self.state);
        let has_one = self.state.cases.iter().any(|case| case.owners.contains(&seat));
        if !has_one && open.is_empty() && self.state.cases.len() < CASES {
            let (title, sentence) = lines::case(self.state.cases.len());
            return Some(Command::ProposeCase {
                co_owner: None,
                title: title.get(self.language).to_owned(),
                sentence: sentence.get(self.language).to_owned(),
                urgency: 1,
            });
        }
        let voted = self.state.cases.iter().any(|case| case.votes.contains_key(&seat));
        let may_vote = !choice.ways.is_empty() && choice.votes > 0 && !voted;
        let is_open = may_vote && self.state.next_case.is_none();
        let place = usize::from(seat.0 % 3 == 2).min(open.len().saturating_sub(1));
        let case = open.get(place).copied().filter(|_| is_open)?;
        Some(Command::VoteCase { case, votes: 1 })
    }

    fn text(&self, view: &View<'_>, seat: Seat) -> Option<Command> {
        let wanted = wanted(view);
        let wanted = wanted.iter().find(|wanted| wanted.asked(seat) > 0)?;
        let n = self.state.cards.len();
        let entry = entry(self.state, wanted, n, self.language, None);
        Some(Command::Add(Box::new(entry)))
    }

    /// An answer to the question of the step, where no person is asked as well.
    fn answer(&self, view: &View<'_>, seat: Seat) -> Option<Command> {
        let (visit, step) = (self.state.now_visit()?, self.state.now_step()?);
        let shown = view.step.as_ref()?.decide.as_ref()?;
        let decide = step.step.decide.as_ref()?;
        if !shown.yours || shown.answer.is_some() {
            return None;
        }
        let people = self.state.present().map(|(other, _)| other);
        let mut people = people.filter(|other| !self.seats.contains(other));
        let leads = |other: Seat| self.state.lead == Some(other);
        if people.any(|other| leads(other) || self.state.has_role(visit, other, decide.by)) {
            return None;
        }
        let taken = |place: usize| {
            let key = (visit.cursor.step, u8::try_from(place).unwrap_or(u8::MAX));
            self.state.flow.taken.get(&key).copied().unwrap_or_default()
        };
        let mut options = decide.options.iter().enumerate();
        let option = options.rfind(|(place, option)| option.max.is_none_or(|max| taken(*place) < max));
        let option = option.map(|(_, option)| option.id.clone())?;
        self.asked_alone(seat, decide.by)
            .then_some(Command::Decide { option })
    }

    /// Of several who may answer, the first does.
    fn asked_alone(&self, seat: Seat, by: Role) -> bool {
        let Some(visit) = self.state.now_visit() else {
            return false;
        };
        let asked = self.here().into_iter();
        let mut asked = asked.filter(|other| self.state.has_role(visit, *other, by) && by != Role::Everyone);
        asked.next().or(self.lead()) == Some(seat)
    }

    fn ready(&self, seat: Seat) -> Option<Command> {
        let (visit, step) = (self.state.now_visit()?, self.state.now_step()?);
        let is_awaited = step.step.wait != Wait::None && self.state.awaited(visit).contains(&seat);
        (is_awaited && !visit.ready.contains(&seat)).then_some(Command::Ready)
    }
}

fn open_cases(state: &State) -> Vec<CaseNo> {
    let cases = state.cases.iter().enumerate();
    let open = cases.filter(|(_, case)| !case.chosen);
    open.map(|(n, _)| CaseNo::at(n)).collect()
}

fn waits_for_clock(view: &View<'_>) -> bool {
    let clock = &view.clock;
    clock.ends_at.is_none()
        && clock.planned.is_some()
        && clock.left == clock.planned
        && clock.side_talk.is_none()
}

fn to_review(view: &View<'_>) -> Option<Command> {
    let action = view.actions.iter().find(|action| action.status.is_none())?;
    let statuses = [ActionStatus::Done, ActionStatus::Half, ActionStatus::NotDone];
    let status = statuses.get(action.action.index() % 3).copied();
    Some(Command::ReviewAction {
        action: action.action,
        status: status.unwrap_or(ActionStatus::Done),
        note: None,
    })
}

fn taken_along(view: &View<'_>) -> Option<Command> {
    let took = view.dealt.iter().any(|dealt| dealt.taken);
    let first = view.dealt.first().filter(|_| !took)?;
    Some(Command::TakeBrought(first.card))
}

/// Rating, marking and voting somebody has not done yet.
fn undone(state: &State, seat: Seat, now: At, language: Language) -> Vec<Command> {
    let marks = |card: &Card| card.picks.contains_key(&seat);
    let marked = state
        .now_step()
        .is_some_and(|step| cards(state, &step.pick_of).any(marks));
    let is_new = |card: CardNo, has: &dyn Fn(&Card) -> bool| state.card(card).is_some_and(|card| !has(card));
    let mut commands = work_of(state, seat, now, language);
    commands.retain(|command| match command {
        Command::Rate { card, .. } => is_new(*card, &|card| card.ratings.contains_key(&seat)),
        Command::Vote { card, .. } => is_new(*card, &|card| card.votes.contains_key(&seat)),
        Command::Pick { .. } => !marked,
        _ => true,
    });
    commands
}

/// Whether somebody rated, marked or voted in this step.
fn worked(state: &State, seat: Seat) -> bool {
    state.now_step().is_some_and(|step| {
        cards(state, &step.rate_of).any(|card| card.ratings.contains_key(&seat))
            || cards(state, &step.pick_of).any(|card| card.picks.contains_key(&seat))
            || cards(state, &step.vote_of).any(|card| card.votes.contains_key(&seat))
    })
}

fn cards<'s>(state: &'s State, of: &'s [InputNo]) -> impl Iterator<Item = &'s Card> {
    let numbers = of.iter().filter_map(|input| state.by_input.get(input)).flatten();
    numbers.filter_map(|no| state.card(*no))
}

/// Something written blind that the group has not seen.
fn to_show(state: &State) -> Option<Command> {
    let (no, visit, step) = (state.current?, state.now_visit()?, state.now_step()?);
    let mut blind = step.inputs.iter().copied().filter(|input| {
        let is_blind = state.input(*input).is_some_and(|input| input.mode == Mode::Blind);
        is_blind
            && visit
                .entries
                .iter()
                .any(|((other, _), count)| other == input && *count > 0)
    });
    blind
        .find(|input| !state.revealed(no, *input))
        .map(Command::Reveal)
}
