//! Cards and inputs of a view.

use super::{CardView, InputView};
use crate::ids::{CardNo, InputNo, Seat, VisitNo};
use crate::model::{Mode, Role};
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
    let Some(step) = state.script.step(visit.cursor.step) else {
        return Vec::new();
    };
    let types = state.lead == Some(seat) || state.has_role(visit, seat, Role::Scribe);
    let inputs = step
        .inputs
        .iter()
        .filter_map(|input| Some((*input, state.input(*input)?)));
    let for_viewer =
        inputs.filter(|(_, input)| state.has_any_role(visit, seat, &input.who) || (input.together && types));
    for_viewer
        .map(|(input_no, input)| {
            let used = if input.together {
                let cards = state.by_input.get(&input_no).into_iter().flatten();
                u16::try_from(
                    cards
                        .filter(|card| state.card(**card).is_some_and(|card| card.visit == no))
                        .count(),
                )
                .unwrap_or(u16::MAX)
            } else {
                visit.entries.get(&(input_no, seat)).copied().unwrap_or_default()
            };
            InputView {
                no: input_no,
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
                revealed: visit.revealed.contains_key(&input_no),
            }
        })
        .collect()
}

/// Cards in sight in a visit: of its own inputs and of those it works with or shows.
pub(super) fn cards<'s>(state: &'s State, step: &'s ScriptStep, eyes: Eyes) -> Vec<CardView<'s>> {
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
    let numbers = inputs.into_iter().flat_map(|input| in_order(state, input));
    numbers
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
