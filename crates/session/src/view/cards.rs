//! Cards and inputs of a view.

use std::collections::BTreeSet;

use super::{CardView, InputView};
use crate::ids::{CardNo, InputNo, Seat, VisitNo};
use crate::model::{BoardKind, Input, Mode, Role};
use crate::script::ScriptStep;
use crate::sight::Eyes;
use crate::state::{Card, Phase, State, Visit};

/// What the viewer may write in a visit.
pub(super) fn inputs<'s>(
    state: &'s State,
    no: VisitNo,
    visit: &'s Visit,
    seat: Seat,
    live: bool,
) -> Vec<InputView<'s>> {
    let types = types(state, visit, seat);
    let for_viewer = of_step(state, visit)
        .filter(|(_, input)| state.has_any_role(visit, seat, &input.who) || (input.together && types));
    for_viewer
        .map(|(number, input)| input_view(visit, number, input, used(state, no, number, seat), live))
        .collect()
}

/// What the viewer may type for somebody else now: inputs that are still open, each with for whom. Private notes stay on
/// one's own paper.
pub(super) fn types_for<'s>(
    state: &'s State,
    no: VisitNo,
    visit: &'s Visit,
    seat: Seat,
    live: bool,
) -> Vec<(InputView<'s>, Vec<Seat>)> {
    if !live || !types(state, visit, seat) {
        return Vec::new();
    }
    let inputs = of_step(state, visit).filter(|(_, input)| !input.together && input.mode != Mode::Private);
    inputs
        .map(|(number, input)| {
            let open = |other: &Seat| {
                *other != seat && input.max.is_none_or(|max| used(state, no, number, *other) < max)
            };
            let seats = state.seats_with(visit, &input.who).into_iter().filter(open);
            (input_view(visit, number, input, 0, live), seats.collect())
        })
        .filter(|(_, seats): &(_, Vec<Seat>)| !seats.is_empty())
        .collect()
}

/// Whether somebody types for others: whoever leads, and the scribe.
fn types(state: &State, visit: &Visit, seat: Seat) -> bool {
    state.lead == Some(seat) || state.has_role(visit, seat, Role::Scribe)
}

fn of_step<'s>(state: &'s State, visit: &Visit) -> impl Iterator<Item = (InputNo, &'s Input)> {
    let step = state.script.step(visit.cursor.step);
    let numbers = step.map_or(&[][..], |step| step.inputs.as_slice());
    numbers
        .iter()
        .filter_map(|number| Some((*number, state.input(*number)?)))
}

/// How many entries somebody has in a visit; of a text of the group, how many the group has.
fn used(state: &State, no: VisitNo, number: InputNo, seat: Seat) -> u16 {
    if state.input(number).is_some_and(|input| input.together) {
        let cards = state.by_input.get(&number).into_iter().flatten();
        let here = cards.filter(|card| state.card(**card).is_some_and(|card| card.visit == no));
        return u16::try_from(here.count()).unwrap_or(u16::MAX);
    }
    let entries = state
        .visit(no)
        .and_then(|visit| visit.entries.get(&(number, seat)));
    entries.copied().unwrap_or_default()
}

fn input_view<'s>(visit: &Visit, number: InputNo, input: &'s Input, used: u16, live: bool) -> InputView<'s> {
    InputView {
        no: number,
        label: &input.label,
        mode: input.mode,
        kind: input.kind,
        starter: input.starter.as_ref(),
        min: input.min,
        max: input.max,
        used,
        max_words: input.max_words,
        max_sentences: input.max_sentences,
        together: input.together,
        send_at_end: input.send_at_end,
        board: input.board.as_deref(),
        column: input.column.as_deref(),
        fields: &input.fields,
        open: live && input.max.is_none_or(|max| used < max),
        revealed: visit.revealed.contains_key(&number),
    }
}

/// Cards in sight in a visit: of its own inputs and of those it works with or shows. With `only`, those of them.
pub(super) fn cards<'s>(
    state: &'s State,
    step: &'s ScriptStep,
    eyes: Eyes,
    only: Option<&BTreeSet<CardNo>>,
) -> Vec<CardView<'s>> {
    let lists = [
        &step.inputs,
        &step.shows,
        &step.rate_of,
        &step.pick_of,
        &step.vote_of,
    ];
    let mut inputs: Vec<InputNo> = lists.into_iter().flatten().copied().collect();
    inputs.sort_unstable();
    inputs.dedup();
    let numbers: Vec<CardNo> = match only {
        None => inputs
            .into_iter()
            .flat_map(|input| in_order(state, input))
            .collect(),
        Some(only) => {
            let counts = |no: &&CardNo| {
                let input = state.card(**no).map(|card| card.input);
                input.is_some_and(|input| {
                    // The numbers of an input only ever grow.
                    inputs.contains(&input) && state.cards_of(input).binary_search(no).is_ok()
                })
            };
            only.iter().filter(counts).copied().collect()
        }
    };
    numbers
        .into_iter()
        .filter_map(|no| Some((no, state.card(no)?)))
        .filter(|(_, card)| state.visible(eyes, card))
        .map(|(no, card)| card_view(state, no, card, step, eyes))
        .collect()
}

/// Cards of an input: shown blind entries in their drawn order, the others as they came.
fn in_order(state: &State, input: InputNo) -> Vec<CardNo> {
    let written = state.cards_of(input);
    let blind = state.input(input).is_some_and(|input| input.mode == Mode::Blind);
    if !blind {
        return written.to_vec();
    }
    let mut shown: Vec<CardNo> = state
        .visits
        .iter()
        .filter_map(|visit| visit.revealed.get(&input))
        .flatten()
        .copied()
        .collect();
    let hidden = written
        .iter()
        .filter(|no| !shown.contains(no))
        .copied()
        .collect::<Vec<_>>();
    shown.extend(hidden);
    shown
}

/// Whether somebody may put a card in another place, and there is one.
fn may_move(state: &State, seat: Seat, card: &Card) -> bool {
    let Some(input) = state.input(card.input).filter(|input| input.board.is_some()) else {
        return false;
    };
    let visit = state
        .visit(card.visit)
        .and_then(|visit| state.script.block(visit.cursor.block));
    let board = visit.and_then(|block| {
        block
            .boards
            .iter()
            .find(|board| input.board.as_deref() == Some(board.id.as_str()))
    });
    let has_places = board.is_some_and(|board| {
        input.column.is_none() || matches!(board.kind, BoardKind::Table | BoardKind::Scale)
    });
    has_places && state.phase == Phase::Running && state.damage.is_none() && state.may_move(seat, card)
}

fn card_view<'s>(
    state: &'s State,
    no: CardNo,
    card: &'s Card,
    step: &'s ScriptStep,
    eyes: Eyes,
) -> CardView<'s> {
    let seat = eyes.seat();
    let mine = seat.is_some_and(|seat| card.author == Some(seat) || card.typed_by == Some(seat));
    let mode = state.input(card.input).map(|input| input.mode);
    let shown = mode == Some(Mode::Blind) && state.revealed(card.visit, card.input);
    let answers = step.step.vote.as_ref().map_or(&[][..], |vote| vote.kind.values());
    let tally = answers.iter().map(|(answer, _, _)| {
        let votes = card
            .votes
            .values()
            .filter(|ballot| ballot.answer.as_deref() == Some(answer))
            .count();
        (*answer, u32::try_from(votes).unwrap_or(u32::MAX))
    });
    CardView {
        card: no,
        input: card.input,
        visit: card.visit,
        author: card.author,
        body: &card.body,
        spot: card.spot.as_ref(),
        hidden: !state.visible(Eyes::Screen, card),
        mine,
        may_move: seat.is_some_and(|seat| may_move(state, seat, card)),
        may_change: mine && !shown && state.phase == Phase::Running && state.damage.is_none(),
        late: card.late,
        unfinished: card.unfinished,
        struck: card.struck,
        ratings: card
            .ratings
            .values()
            .map(|(value, note)| (value.as_str(), note.as_deref()))
            .collect(),
        my_rating: seat
            .and_then(|seat| card.ratings.get(&seat))
            .map(|(value, _)| value.as_str()),
        picks: card
            .picks
            .iter()
            .map(|(seat, why)| (*seat, why.as_deref()))
            .collect(),
        votes: card.votes.values().map(|ballot| u32::from(ballot.dots)).sum(),
        tally: tally.collect(),
        needs: card
            .votes
            .values()
            .filter_map(|ballot| ballot.need.as_deref())
            .collect(),
        my_vote: seat.and_then(|seat| card.votes.get(&seat)),
    }
}
