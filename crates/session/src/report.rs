//! What comes out of a session: typed results, actions, attendance.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::event::{Body, Place};
use crate::ids::{At, BlockNo, CardNo, InputNo, Seat};
use crate::model::{FormField, FormFieldKind, Mode, Moment, ResultKind};
use crate::sight::Eyes;
use crate::state::{Card, Phase, State, Stay};
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
    /// Id of the step in its method.
    pub step_id: &'s str,
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

/// For whom a result stays after the meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Audience {
    /// Everybody who was there.
    Group,
    /// The writer and the case owner.
    Owner,
    /// The writer. Whoever takes it along knows it as well.
    Writer,
}

/// Results a reader may have in the report, in the order of the session.
///
/// Only entries of a type are in it; notes and votes are not. What the case owner struck is left out, except for the
/// owner. `None` reads like somebody who was there and owns nothing.
pub fn outcomes(state: &State, reader: Option<Seat>) -> Vec<Outcome<'_>> {
    let is_shown = |card: &Card| {
        let visit = state.visit(card.visit);
        let owns = |seat| visit.is_some_and(|visit| state.owns(visit, seat)) || card.author == Some(seat);
        match reader {
            Some(seat) if owns(seat) => state.sees(seat, card),
            Some(seat) => state.shared_with(Eyes::Seat(seat), card) && !card.leaves_report(),
            None => state.shared_with(Eyes::Screen, card) && !card.leaves_report(),
        }
    };
    in_order(state, is_shown)
        .into_iter()
        .map(|(outcome, _)| outcome)
        .collect()
}

/// Everything that stays once the report is released, with for whom: nothing struck, nothing that was taken back. Before that
/// only of parts that were released by themselves.
///
/// What one person may read of it is for whoever keeps it to decide, by the audience.
pub fn kept(state: &State) -> Vec<(Outcome<'_>, Audience)> {
    let kept = in_order(state, |card| !card.leaves_report()).into_iter();
    let is_out = |block: BlockNo| state.phase == Phase::Closed || state.released_parts.contains(&block);
    kept.filter(|(outcome, _)| is_out(outcome.block))
        .map(|(outcome, card)| (outcome, audience(state, card)))
        .collect()
}

fn audience(state: &State, card: &Card) -> Audience {
    match state.input(card.input).map(|input| input.mode) {
        // Where circles worked side by side nothing is for the whole group.
        _ if state
            .visit(card.visit)
            .is_some_and(|visit| state.in_parallel(visit)) =>
        {
            Audience::Writer
        }
        Some(Mode::Owner) => Audience::Owner,
        Some(Mode::Group | Mode::Anonymous) => Audience::Group,
        Some(Mode::Blind) if state.revealed(card.visit, card.input) => Audience::Group,
        _ => Audience::Writer,
    }
}

/// Typed entries that are wanted, in the order of the session.
fn in_order(state: &State, is_wanted: impl Fn(&Card) -> bool) -> Vec<(Outcome<'_>, &Card)> {
    let cards = state.cards.iter().enumerate().filter(|(_, card)| !card.removed);
    let mut outcomes: Vec<(Outcome<'_>, &Card)> = cards
        .filter(|(_, card)| is_wanted(card))
        .filter_map(|(n, card)| Some((outcome(state, CardNo::at(n), card)?, card)))
        .collect();
    outcomes.sort_by_key(|(outcome, card)| (card.visit, outcome.card));
    outcomes
}

fn outcome<'s>(state: &'s State, no: CardNo, card: &'s Card) -> Option<Outcome<'s>> {
    let input = state.input(card.input)?;
    let step = state.script.step(state.visit(card.visit)?.cursor.step)?;
    let kind = input
        .result
        .or_else(|| picked_as(state, card.input).filter(|_| !card.picks.is_empty()))?;
    let picks = card.picks.iter();
    Some(Outcome {
        card: no,
        kind,
        block: step.block,
        step: &step.step.title,
        step_id: &step.step.id,
        body: &card.body,
        fields: &input.fields,
        author: card.author,
        taken_along: picks.map(|(seat, why)| (*seat, why.as_deref())).collect(),
        struck: card.leaves_report(),
    })
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

/// Fewest answers before anybody may see what they say.
pub const FEWEST: usize = 5;

/// A questionnaire with its answers, counted: nothing tells which answers stood on one form, nor in which order they came.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Survey<'s> {
    /// Id of the method or block it belongs to.
    pub method: &'s str,
    /// Id of the entry in its file.
    pub entry: &'s str,
    /// How many filled it in.
    pub answered: usize,
    /// Its questions, in order.
    pub questions: Vec<Question<'s>>,
}

/// A question with how often each answer was given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Question<'s> {
    /// The question.
    pub field: &'s FormField,
    /// Answers, sorted by themselves.
    pub answers: BTreeMap<&'s str, usize>,
}

impl Question<'_> {
    /// How many answered it.
    pub fn answered(&self) -> usize {
        self.answers.values().sum()
    }

    /// Whether the answers may be seen when so many filled in the form. A mark given by a few would tell who gave it; a text
    /// hides among everybody who could have written it.
    pub fn is_shown(&self, filled_in: usize) -> bool {
        let among = match self.field.kind {
            FormFieldKind::Text => filled_in,
            _ => self.answered(),
        };
        filled_in >= FEWEST && among >= FEWEST
    }
}

/// What may be seen of the questionnaires: with too few forms nothing but how many there are, and of each question only what
/// enough people answered.
pub fn surveys(state: &State) -> Vec<Survey<'_>> {
    let mut surveys = survey_counts(state);
    for survey in &mut surveys {
        let filled_in = survey.answered;
        survey.questions.retain(|question| question.is_shown(filled_in));
    }
    surveys
}

/// Every answer, however few there are: for keeping only. Whoever shows kept answers counts again.
pub fn survey_counts(state: &State) -> Vec<Survey<'_>> {
    let mut surveys: BTreeMap<(&str, &str), Survey<'_>> = BTreeMap::new();
    for card in state.cards.iter().filter(|card| !card.removed) {
        let Some(input) = state.input(card.input).filter(|input| input.mode == Mode::Survey) else {
            continue;
        };
        let block = state
            .visit(card.visit)
            .and_then(|visit| state.script.block(visit.cursor.block));
        let (Some(block), Body::Form(answers)) = (block, &card.body) else {
            continue;
        };
        let survey = surveys
            .entry((&block.method, &input.id))
            .or_insert_with(|| Survey {
                method: &block.method,
                entry: &input.id,
                answered: 0,
                questions: input.fields.iter().map(unanswered).collect(),
            });
        survey.answered += 1;
        for question in &mut survey.questions {
            if let Some(answer) = answers.get(&question.field.id) {
                *question.answers.entry(answer).or_default() += 1;
            }
        }
    }
    surveys.into_values().collect()
}

const fn unanswered(field: &FormField) -> Question<'_> {
    Question {
        field,
        answers: BTreeMap::new(),
    }
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
