//! What comes out of a session: typed results, actions, attendance.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::event::{Body, Place};
use crate::ids::{At, BlockNo, CardNo, InputNo, Seat};
use crate::model::{FormField, Mode, Moment, ResultKind};
use crate::sight::Eyes;
use crate::state::{State, Stay};
use crate::text::Text;

/// One result of a session.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome<'s> {
    /// The card it stands on.
    pub card: CardNo,
    /// What it counts as.
    pub kind: ResultKind,
    /// The part of the agenda.
    pub block: BlockNo,
    /// Name of the step.
    pub step: &'s Text,
    /// What it says.
    pub body: &'s Body,
    /// Fields of a form or action, to give the answers their labels.
    pub fields: &'s [FormField],
    /// Who wrote it; `None` when nobody knows.
    pub author: Option<Seat>,
    /// Who takes it along, and why.
    pub taken_along: Vec<(Seat, Option<&'s str>)>,
    /// Struck by the case owner: shown to them, left out for others.
    pub struck: bool,
}

/// The method of one part of a session, for the head of a report.
#[derive(Clone, Debug, Serialize)]
pub struct Played<'s> {
    /// The part of the agenda.
    pub block: BlockNo,
    /// Name of the method.
    pub name: &'s Text,
    /// Version it was played in.
    pub version: u32,
    /// Licence of its text.
    pub licence: &'s str,
    /// Whom to name.
    pub attribution: Option<&'s Text>,
    /// Title of the case.
    pub case: Option<&'s str>,
    /// When it began.
    pub from: At,
    /// When it ended; `None` while it goes on.
    pub to: Option<At>,
}

/// Parts of the session that took place, in order.
pub fn played(state: &State) -> Vec<Played<'_>> {
    let mut parts: BTreeMap<BlockNo, (At, Option<At>)> = BTreeMap::new();
    let mut order = Vec::new();
    for visit in &state.visits {
        let block = visit.cursor.block;
        let (_, to) = parts.entry(block).or_insert_with(|| {
            order.push(block);
            (visit.entered, visit.left)
        });
        *to = visit.left;
    }
    let found = order
        .into_iter()
        .filter_map(|no| Some((no, state.script.block(no)?, *parts.get(&no)?)));
    found
        .map(|(no, block, (from, to))| Played {
            block: no,
            name: &block.name,
            version: block.version,
            licence: &block.licence,
            attribution: block.attribution.as_ref(),
            case: state.case_in(no).map(|case| case.title.as_str()),
            from,
            to,
        })
        .collect()
}

/// Results a reader may have in the report, in the order of the session.
///
/// Only entries of a type are in it; notes and votes are not. What the case owner struck is left out, except for the
/// owner. `None` reads like somebody who was there and owns nothing.
pub fn outcomes(state: &State, reader: Option<Seat>) -> Vec<Outcome<'_>> {
    let cards = state.cards.iter().enumerate().filter(|(_, card)| !card.removed);
    let mut outcomes: Vec<(usize, Outcome<'_>)> = cards
        .filter_map(|(n, card)| {
            let input = state.input(card.input)?;
            let step = state.script.step(state.visit(card.visit)?.cursor.step)?;
            let visit = state.visit(card.visit)?;
            let owns = reader.is_some_and(|seat| state.owns(visit, seat) || card.author == Some(seat));
            let shown = match reader {
                Some(seat) if owns => state.sees(seat, card),
                Some(seat) => state.shared_with(Eyes::Seat(seat), card) && !card.leaves_report(),
                None => state.shared_with(Eyes::Screen, card) && !card.leaves_report(),
            };
            let kind = input
                .result
                .or_else(|| picked_as(state, card.input).filter(|_| !card.picks.is_empty()))?;
            let outcome = Outcome {
                card: CardNo::at(n),
                kind,
                block: step.block,
                step: &step.step.title,
                body: &card.body,
                fields: &input.fields,
                author: card.author,
                taken_along: card
                    .picks
                    .iter()
                    .map(|(seat, why)| (*seat, why.as_deref()))
                    .collect(),
                struck: card.leaves_report(),
            };
            shown.then_some((card.visit.index(), outcome))
        })
        .collect();
    outcomes.sort_by_key(|(visit, outcome)| (*visit, outcome.card));
    outcomes.into_iter().map(|(_, outcome)| outcome).collect()
}

/// What a marked entry of an input counts as, by the first step that marks it.
fn picked_as(state: &State, input: InputNo) -> Option<ResultKind> {
    let mut marks = state
        .script
        .steps
        .iter()
        .filter(|step| step.pick_of.contains(&input));
    marks.find_map(|step| step.step.pick.as_ref()?.result)
}

/// Answers of surveys by input: one map of answers for each form, without a writer and in a drawn order.
///
/// How many there must be before anybody sees them is decided by whoever shows them (five, design section 7).
pub fn surveys(state: &State) -> BTreeMap<InputNo, Vec<&Body>> {
    let mut surveys: BTreeMap<InputNo, Vec<&Body>> = BTreeMap::new();
    for card in state.cards.iter().filter(|card| !card.removed) {
        if state
            .input(card.input)
            .is_some_and(|input| input.mode == Mode::Survey)
        {
            surveys.entry(card.input).or_default().push(&card.body);
        }
    }
    surveys
}

/// Somebody's attendance, apart from all content.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Attendance {
    /// The seat.
    pub seat: Seat,
    /// First arrived.
    pub from: At,
    /// Last left; the end of the meeting for those who stayed.
    pub to: At,
    /// Microseconds there in all, gaps not counted.
    pub there: i64,
    /// Microseconds there in each part of the agenda.
    pub by_block: BTreeMap<BlockNo, i64>,
    /// Where they were last.
    pub place: Place,
    /// Confirmed by code at the start and at the end.
    pub confirmed: (bool, bool),
    /// Corrected by the facilitator.
    pub corrected: bool,
}

/// Attendance of everybody, counted from the beginning of the first step to the end of the meeting or `now`.
pub fn attendance(state: &State, now: At) -> Vec<Attendance> {
    let Some(began) = state.began else {
        return Vec::new();
    };
    let end = state.ended.map_or(now, |(at, _)| at);
    let people = state
        .people
        .iter()
        .enumerate()
        .filter(|(_, person)| !person.stays.is_empty());
    people
        .map(|(n, person)| {
            let stays = person
                .corrected
                .map_or_else(|| person.stays.clone(), |stay| vec![stay]);
            let overlap = |from: At, to: At| -> i64 {
                stays
                    .iter()
                    .map(|stay| stay.to.unwrap_or(end).min(to).since(stay.from.max(from)).max(0))
                    .sum()
            };
            let by_block = played(state)
                .into_iter()
                .map(|part| (part.block, overlap(part.from, part.to.unwrap_or(end))));
            Attendance {
                seat: Seat::at(n),
                from: stays.first().map_or(began, |stay| stay.from),
                to: stays.last().and_then(|stay: &Stay| stay.to).unwrap_or(end),
                there: overlap(began, end),
                by_block: by_block.collect(),
                place: stays.last().map_or(person.place, |stay| stay.place),
                confirmed: (
                    person.confirmed.contains(&Moment::Start),
                    person.confirmed.contains(&Moment::End),
                ),
                corrected: person.corrected.is_some(),
            }
        })
        .collect()
}
