//! Builds a view from a state.

use std::collections::BTreeSet;

use super::cards::{cards, inputs, types_for};
use super::{
    ActionView, AgendaItem, CandidateView, CaseView, ChoiceView, ClockView, DealtView, DecideView,
    GroupClockView, GroupView, InputView, NoteView, OwnField, Progress, Readiness, SeatView, StepView, View,
    You,
};
use crate::budget::budget;
use crate::decide::{may_take_over, take_over_from};
use crate::event::{Attends, SmallGroup};
use crate::ids::{ActionNo, At, CardNo, CaseNo, SECOND, Seat, VisitNo};
use crate::model::{CaseNeed, Mode, Role, Wait};
use crate::script::{Pace, ScriptStep};
use crate::sight::Eyes;
use crate::state::{GroupClock, Person, Phase, State, Visit};
use crate::text::Text;

/// Roles from the most special to the most general; the first that fits gives somebody's task.
const BY_SPECIALITY: [Role; 15] = [
    Role::Client,
    Role::Asker,
    Role::Thinker,
    Role::Player,
    Role::Interviewer,
    Role::Observer,
    Role::Scribe,
    Role::Timekeeper,
    Role::Owner,
    Role::Consultants,
    Role::Inner,
    Role::Outer,
    Role::Participants,
    Role::Everyone,
    Role::Facilitator,
];

/// What somebody may see and do now.
pub fn view(state: &State, eyes: Eyes, now: At) -> View<'_> {
    build(state, eyes, now, state.current, None)
}

/// The same with only these cards among those in sight, in the order of their numbers. Costs the same however many there are.
pub fn view_of<'s>(state: &'s State, eyes: Eyes, now: At, cards: &BTreeSet<CardNo>) -> View<'s> {
    build(state, eyes, now, state.current, Some(cards))
}

/// What somebody may see of an earlier step. The clock and the circle stay those of the group.
pub fn look_back(state: &State, eyes: Eyes, visit: VisitNo, now: At) -> View<'_> {
    build(state, eyes, now, Some(visit), None)
}

fn build<'s>(
    state: &'s State,
    eyes: Eyes,
    now: At,
    no: Option<VisitNo>,
    only: Option<&BTreeSet<CardNo>>,
) -> View<'s> {
    let seat = eyes.seat();
    let person = seat.and_then(|seat| state.person(seat));
    let must_accept = state
        .agreements
        .filter(|_| person.is_some_and(|person| !person.accepted));
    let stranger = seat.is_some() && person.is_none();
    let open = !stranger && must_accept.is_none() && matches!(state.phase, Phase::Running | Phase::Review);
    let visit = no.filter(|_| open).and_then(|no| Some((no, state.visit(no)?)));
    let here = visit.and_then(|(no, visit)| Some((no, visit, state.script.step(visit.cursor.step)?)));
    let live = state.current == no && state.phase == Phase::Running && state.damage.is_none();
    let leads = seat.is_some() && state.lead == seat;
    let (inputs, types_for) = writes(state, visit, seat, live);
    View {
        title: &state.script.title,
        pace: state.script.pace,
        now,
        phase: phase(state.phase),
        damage: state.damage.as_ref().map(crate::replay::Damage::message),
        you: seat.and_then(|seat| you(state, seat, visit.map(|(_, visit)| visit), now)),
        stands_in: stands_in(state),
        must_accept,
        agenda: agenda(state),
        step: here.map(|(no, visit, step)| step_view(state, no, visit, step, eyes)),
        next: next_title(state).filter(|_| open),
        clock: clock(state, now),
        budget: if leads { budget(state, now) } else { None },
        circle: circle(state, eyes),
        groups: visit.map(|(_, visit)| groups(visit, now)).unwrap_or_default(),
        your_group: visit
            .and_then(|(_, visit)| state.group_of(visit, seat?))
            .map(|(place, _)| place + 1),
        may_set_group_time: live
            && visit
                .is_some_and(|(_, visit)| seat.is_some_and(|seat| may_set_group_time(state, visit, seat))),
        your_next_group: visit
            .filter(|_| live)
            .and_then(|(_, visit)| next_group(visit, seat?)),
        inputs,
        types_for,
        cards: here
            .map(|(_, _, step)| cards(state, step, eyes, only))
            .unwrap_or_default(),
        boards: here
            .map(|(_, visit, step)| boards(state, visit, step))
            .unwrap_or_default(),
        ready: here
            .map(|(_, visit, step)| readiness(state, visit, step))
            .unwrap_or_default(),
        case: visit.and_then(|(_, visit)| case(state, visit, seat)),
        owner_missing: leads && visit.is_some_and(|(_, visit)| owner_missing(state, visit)),
        choice: here.and_then(|(_, _, step)| choice(state, step, seat)),
        actions: here.map(|(_, _, step)| actions(state, step)).unwrap_or_default(),
        dealt: visit
            .map(|(_, visit)| dealt(state, visit, seat))
            .unwrap_or_default(),
        notes: notes(state, eyes),
        looking_back: state.current != no,
    }
}

/// What comes after the step where the group is.
fn next_title(state: &State) -> Option<&Text> {
    let cursor = state.after(&state.now_visit()?.cursor)?;
    state.script.step(cursor.step).map(|step| &step.step.title)
}

/// Who leads in whose place.
fn stands_in(state: &State) -> Option<(Seat, Seat)> {
    let both = state.lead.zip(state.rightful_lead);
    both.filter(|(lead, right)| lead != right)
}

/// An input, and for whom one may type it.
type TypedFor<'s> = (InputView<'s>, Vec<Seat>);

/// What somebody may write for themselves, and type for others.
fn writes<'s>(
    state: &'s State,
    visit: Option<(VisitNo, &'s Visit)>,
    seat: Option<Seat>,
    live: bool,
) -> (Vec<InputView<'s>>, Vec<TypedFor<'s>>) {
    let Some(((no, visit), seat)) = visit.zip(seat) else {
        return (Vec::new(), Vec::new());
    };
    (
        inputs(state, no, visit, seat, live),
        types_for(state, no, visit, seat, live),
    )
}

const fn phase(phase: Phase) -> &'static str {
    match phase {
        Phase::Unopened | Phase::Lobby => "lobby",
        Phase::Running => "running",
        Phase::Review => "review",
        Phase::Closed => "closed",
    }
}

fn you<'s>(state: &'s State, seat: Seat, visit: Option<&Visit>, now: At) -> Option<You<'s>> {
    let person = state.person(seat)?;
    let roles = visit.map(|visit| {
        BY_SPECIALITY
            .into_iter()
            .filter(|role| state.has_role(visit, seat, *role))
            .collect()
    });
    Some(You {
        seat,
        name: &person.name,
        roles: roles.unwrap_or_default(),
        leads: state.lead == Some(seat),
        may_take_back: state.rightful_lead == Some(seat) && state.lead != Some(seat),
        may_take_over: may_take_over(state, seat, now),
        take_over_from: take_over_from(state, seat),
        may_speak: visit.is_some_and(|visit| may_speak(state, visit, seat)),
        has_turn: visit.is_some_and(|visit| visit.turns.now == Some(seat)),
        ready: visit.is_some_and(|visit| visit.ready.contains(&seat)),
    })
}

/// Speaking rules: silence of a role wins over a more general permission.
fn may_speak(state: &State, visit: &Visit, seat: Seat) -> bool {
    let Some(step) = state.script.step(visit.cursor.step) else {
        return false;
    };
    state.has_any_role(visit, seat, &step.step.speaks) && !state.has_any_role(visit, seat, &step.step.silent)
}

fn agenda(state: &State) -> Vec<AgendaItem<'_>> {
    let over = matches!(state.phase, Phase::Review | Phase::Closed);
    let current = state.now_visit().map(|visit| visit.cursor.block);
    let here = state.flow.agenda.iter().position(|block| Some(*block) == current);
    let items = state.flow.agenda.iter().enumerate();
    items
        .filter_map(|(place, no)| {
            let block = state.script.block(*no)?;
            let progress = match here {
                _ if over => Progress::Done,
                Some(here) if place < here => Progress::Done,
                Some(here) if place == here => Progress::Now,
                _ => Progress::Ahead,
            };
            Some(AgendaItem {
                block: *no,
                name: &block.name,
                kind: block.kind,
                method: &block.method,
                progress,
            })
        })
        .collect()
}

fn step_view<'s>(
    state: &'s State,
    no: VisitNo,
    visit: &'s Visit,
    step: &'s ScriptStep,
    eyes: Eyes,
) -> StepView<'s> {
    let seat = eyes.seat();
    let leads = seat.is_some() && state.lead == seat;
    let s = &step.step;
    let has = |role: Role| seat.is_some_and(|seat| state.has_role(visit, seat, role));
    let part = seat.is_some_and(|seat| state.takes_part(seat));
    let strategy = visit
        .strategy
        .and_then(|place| s.strategies.get(usize::from(place)));
    let block = state.script.block(visit.cursor.block);
    StepView {
        no: visit.cursor.step,
        visit: no,
        id: &s.id,
        method: block.map_or(&s.title, |block| &block.name),
        title: &s.title,
        kind: s.kind,
        seconds: state.seconds_of(visit.cursor.step),
        basis: s.basis,
        say: s.say.as_ref().filter(|_| leads || eyes == Eyes::Screen),
        tip: task(step, Role::Facilitator).filter(|_| leads),
        does: seat.and_then(|seat| does(state, visit, step, seat)),
        rules: &s.rules,
        speaks: &s.speaks,
        silent: &s.silent,
        owner_place: s.owner_place,
        round: state
            .round_of(&visit.cursor)
            .map(|(round, of, repeat)| (round, of, repeat.label.as_ref())),
        strategy: strategy.and_then(|strategy| strategy.note.as_ref()),
        swapped: state.swapped(&visit.cursor),
        queue: still_to_speak(visit),
        passed: &visit.turns.passed,
        turn: visit.turns.now,
        turn_ends: visit
            .turns
            .since
            .and_then(|since| Some(since.plus(i64::from(s.turn_seconds?) * SECOND))),
        rate: s.rate.as_ref().map(|rate| (rate.scale, has(rate.by))),
        pick: s.pick.as_ref().map(|pick| (pick.max, pick.why, has(pick.by))),
        vote: s.vote.as_ref().map(|vote| (vote.kind, vote.dots, part)),
        decide: deciding(state, visit, step, seat),
        modules: step
            .modules
            .iter()
            .filter(|_| leads)
            .map(|module| (module.id.as_str(), &module.name))
            .collect(),
        choose_role: &s.choose_role,
        may_unlock: may_unlock(state, visit, step, seat),
        confirm_presence: s.confirm_presence,
    }
}

fn still_to_speak(visit: &Visit) -> Vec<Seat> {
    let turns = &visit.turns;
    let waiting = turns.queue.iter().filter(|seat| !turns.passed.contains(seat));
    waiting.copied().collect()
}

fn deciding<'s>(
    state: &State,
    visit: &Visit,
    step: &'s ScriptStep,
    seat: Option<Seat>,
) -> Option<DecideView<'s>> {
    let decide = step.step.decide.as_ref()?;
    let leads = seat.is_some() && state.lead == seat;
    let asked = seat.is_some_and(|seat| state.has_role(visit, seat, decide.by));
    let options = decide.options.iter();
    let answer = visit
        .decided
        .and_then(|place| decide.options.get(usize::from(place)));
    Some(DecideView {
        ask: &decide.ask,
        options: options
            .map(|option| (option.id.as_str(), &option.label))
            .collect(),
        answer: answer.map(|option| option.id.as_str()),
        yours: leads || (decide.by != Role::Everyone && asked),
    })
}

/// Closed fields of the case that this step lets its owner open.
fn may_unlock<'s>(
    state: &'s State,
    visit: &Visit,
    step: &ScriptStep,
    seat: Option<Seat>,
) -> Vec<&'s crate::model::Labelled> {
    let no = visit.cursor.block;
    let owns = seat.is_some_and(|seat| state.has_role(visit, seat, Role::Owner));
    let (Some(block), Some(case), true) = (state.script.block(no), state.case_in(no), owns) else {
        return Vec::new();
    };
    let here = |field: &&crate::model::Labelled| step.step.unlocks.contains(&field.id);
    let open = |id: &str| case.fields.get(id).is_some_and(|(_, open)| *open);
    let fields = block.fields.iter().filter(here);
    fields.filter(|field| !open(&field.id)).collect()
}

fn task(step: &ScriptStep, role: Role) -> Option<&Text> {
    step.step
        .does
        .iter()
        .find(|(other, _)| *other == role)
        .map(|(_, text)| text)
}

/// The task of the most special role somebody has here. Whoever leads from outside has only the tip.
fn does<'s>(state: &State, visit: &Visit, step: &'s ScriptStep, seat: Seat) -> Option<&'s Text> {
    let roles = BY_SPECIALITY
        .into_iter()
        .filter(|role| *role != Role::Facilitator);
    roles
        .filter(|role| state.has_role(visit, seat, *role))
        .find_map(|role| task(step, role))
}

fn clock(state: &State, now: At) -> ClockView {
    let clock = &state.clock;
    ClockView {
        ends_at: clock.ends_at,
        left: clock.left,
        planned: state.now_visit().and_then(|visit| visit.planned),
        overtime: is_over(clock.ends_at, clock.left, now),
        side_talk: clock.side_talk,
    }
}

fn is_over(ends_at: Option<At>, left: Option<i64>, now: At) -> bool {
    ends_at.is_some_and(|end| end < now) || left.is_some_and(|left| left < 0)
}

fn circle(state: &State, eyes: Eyes) -> Vec<SeatView<'_>> {
    let names = eyes.seat().is_none_or(|seat| {
        let watches = |person: &Person| person.attends == Attends::Observer;
        state
            .person(seat)
            .is_some_and(|person| !(state.observers_see_no_names && watches(person)))
    });
    let visit = state.now_visit();
    let people = state.people.iter().enumerate();
    people
        .map(|(n, person)| {
            let seat = Seat::at(n);
            SeatView {
                seat,
                name: Some(person.name.as_str()).filter(|_| names),
                guest: person.guest,
                present: person.present,
                line_lost: person.line_lost.is_some(),
                leads: state.lead == Some(seat),
                owner: visit.is_some_and(|visit| state.owners_in(visit.cursor.block).contains(&seat)),
                takes_part: state.takes_part(seat),
                watches: person.attends == Attends::Observer,
                may_speak: visit.is_some_and(|visit| may_speak(state, visit, seat)),
                turn: visit.is_some_and(|visit| visit.turns.now == Some(seat)),
                ready: visit.is_some_and(|visit| visit.ready.contains(&seat)),
                wrote: visit.is_some_and(|visit| wrote(state, visit, seat)),
                turns: person.turns,
            }
        })
        .collect()
}

/// Whether somebody wrote for others in a visit. Private notes are nobody's business, not even that they exist.
fn wrote(state: &State, visit: &Visit, seat: Seat) -> bool {
    let shared = |no| state.input(no).is_some_and(|input| input.mode != Mode::Private);
    visit
        .entries
        .iter()
        .any(|((input, other), count)| *other == seat && *count > 0 && shared(*input))
}

fn groups(visit: &Visit, now: At) -> Vec<GroupView> {
    let groups = visit.groups.iter().enumerate();
    groups
        .map(|(place, group)| {
            let clock = u16::try_from(place)
                .ok()
                .and_then(|place| visit.group_clocks.get(&place));
            GroupView {
                clock: clock.map(|clock| group_clock(clock, now)),
                ..group_view(group)
            }
        })
        .collect()
}

fn group_clock(clock: &GroupClock, now: At) -> GroupClockView {
    GroupClockView {
        ends_at: clock.ends_at,
        left: clock.left,
        overtime: !clock.done && is_over(clock.ends_at, clock.left, now),
        done: clock.done,
    }
}

/// Time of a group is theirs alone, and there is none to set while the whole meeting talks of something else.
fn may_set_group_time(state: &State, visit: &Visit, seat: Seat) -> bool {
    let here = state.person(seat).is_some_and(|person| person.present);
    let in_group = state.group_of(visit, seat).is_some();
    here && in_group && state.script.pace == Pace::Live && state.clock.side_talk.is_none()
}

fn next_group(visit: &Visit, seat: Seat) -> Option<GroupView> {
    let mut groups = visit.next.iter();
    groups.find(|group| group.seats.contains(&seat)).map(group_view)
}

fn group_view(group: &SmallGroup) -> GroupView {
    GroupView {
        seats: group.seats.clone(),
        askers: group.askers,
        client: group.client,
        clock: None,
    }
}

fn notes(state: &State, eyes: Eyes) -> Vec<NoteView<'_>> {
    let notes = state.notes_of(eyes).map(|(no, note, text)| {
        let step = note
            .visit
            .and_then(|visit| state.script.step(state.visit(visit)?.cursor.step));
        NoteView {
            note: no,
            text,
            step: step.map(|step| &step.step.title),
        }
    });
    let mut notes: Vec<NoteView<'_>> = notes.collect();
    notes.reverse();
    notes
}

fn boards<'s>(state: &'s State, visit: &Visit, step: &ScriptStep) -> Vec<&'s crate::model::Board> {
    let lists = [
        &step.inputs,
        &step.shows,
        &step.rate_of,
        &step.pick_of,
        &step.vote_of,
    ];
    let named: Vec<&str> = lists
        .into_iter()
        .flatten()
        .filter_map(|no| state.input(*no)?.board.as_deref())
        .collect();
    let boards = state
        .script
        .block(visit.cursor.block)
        .map_or(&[][..], |block| block.boards.as_slice());
    boards
        .iter()
        .filter(|board| named.contains(&board.id.as_str()))
        .collect()
}

fn readiness(state: &State, visit: &Visit, step: &ScriptStep) -> Readiness {
    let awaited = state.awaited(visit);
    let (of, ready) = (
        awaited.len(),
        awaited.iter().filter(|seat| visit.ready.contains(seat)).count(),
    );
    let waits_for = match step.step.wait {
        Wait::None => 0,
        Wait::Half => of.div_ceil(2),
        Wait::All => of,
    };
    Readiness {
        ready,
        of,
        waits_for,
        enough: ready >= waits_for,
    }
}

fn case<'s>(state: &'s State, visit: &Visit, seat: Option<Seat>) -> Option<CaseView<'s>> {
    let case = state.case_in(visit.cursor.block)?;
    let block = state.script.block(visit.cursor.block)?;
    let owns = seat.is_some_and(|seat| case.owners.contains(&seat));
    let fields = block.fields.iter().filter_map(|field| {
        let (text, open) = case.fields.get(&field.id)?;
        (*open || owns).then_some((&field.label, text.as_str()))
    });
    let own = block.fields.iter().filter(|_| owns).map(|field| {
        let (text, open) = case
            .fields
            .get(&field.id)
            .map_or(("", false), |(text, open)| (text.as_str(), *open));
        OwnField {
            id: &field.id,
            label: &field.label,
            text,
            open,
        }
    });
    Some(CaseView {
        title: &case.title,
        sentence: &case.sentence,
        owners: &case.owners,
        fields: fields.collect(),
        own: own.collect(),
    })
}

fn choice<'s>(state: &'s State, step: &'s ScriptStep, seat: Option<Seat>) -> Option<ChoiceView<'s>> {
    let choose = step.step.choose_case.as_ref()?;
    let counts = state.has_chosen() || (seat.is_some() && state.lead == seat);
    let cases = state.cases.iter().enumerate().map(|(n, case)| CandidateView {
        case: CaseNo::at(n),
        title: &case.title,
        sentence: &case.sentence,
        owners: &case.owners,
        urgency: case.urgency,
        waited: case.waited,
        my_votes: seat
            .and_then(|seat| case.votes.get(&seat))
            .copied()
            .unwrap_or_default(),
        votes: counts.then(|| case.votes.values().map(|votes| u32::from(*votes)).sum()),
        chosen: case.chosen,
    });
    Some(ChoiceView {
        ways: &choose.ways,
        votes: choose.votes,
        cases: cases.collect(),
    })
}

/// Actions to look back on, in a step that does so.
fn actions<'s>(state: &'s State, step: &ScriptStep) -> Vec<ActionView<'s>> {
    if !step.step.review_actions {
        return Vec::new();
    }
    let reviews = state.reviews.iter().enumerate();
    reviews
        .map(|(n, review)| ActionView {
            action: ActionNo::at(n),
            who: &review.action.who,
            what: &review.action.what,
            status: review
                .status
                .as_ref()
                .map(|(status, note)| (*status, note.as_deref())),
        })
        .collect()
}

fn dealt<'s>(state: &'s State, visit: &Visit, seat: Option<Seat>) -> Vec<DealtView<'s>> {
    let Some(seat) = seat else { return Vec::new() };
    let mine = visit.dealt.iter().filter(|(_, other)| *other == seat);
    mine.filter_map(|(card, _)| {
        let (brought, taken) = state.brought.get(card.index())?;
        Some(DealtView {
            card: *card,
            text: &brought.text,
            origin: &brought.origin,
            taken: taken.contains(&seat),
        })
    })
    .collect()
}

/// Whether a method about one case goes on without anybody who owns it. While the group still chooses, nothing is missing.
fn owner_missing(state: &State, visit: &Visit) -> bool {
    let one_case = state
        .script
        .block(visit.cursor.block)
        .is_some_and(|block| block.case == CaseNeed::One);
    let steps = state
        .order(visit.cursor.block)
        .iter()
        .filter_map(|no| state.script.step(*no));
    let chooses = steps.into_iter().any(|step| step.step.choose_case.is_some());
    one_case && !chooses && !state.present().any(|(seat, _)| state.owns(visit, seat))
}
