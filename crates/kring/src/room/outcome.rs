//! What the session hands over to other slices: in the transaction that ends it, and in the one that releases its report.

use ::store::Tx;
use anyhow::Context as _;
use session::State;
use session::event::{ActionStatus, Attends, Body, Event, Place, Recorded};
use session::ids::{BlockNo, Seat};
use session::model::{FormFieldKind, ResultKind, Word as _};
use session::report::{Audience, Outcome, attendance, kept, played, survey_counts};
use session::state::Phase;
use ui::locale;

use super::store;
use crate::evaluations::{self, Form, Question};
use crate::id::{MeetingId, PersonId};
use crate::meetings::kept::{Agreed, Ending, Kept, LookedBack, Released, Times, Treated};
use crate::meetings::{self, Taker};

/// Follows what was just appended to a log: keeps the phase of the room, and hands over what is certain now.
pub(super) fn follow(
    tx: &mut Tx<'_>,
    room: &MeetingId,
    before: Phase,
    state: &State,
    events: &[Recorded],
) -> anyhow::Result<()> {
    let Some(at) = events.last().map(|last| last.at.0) else {
        return Ok(());
    };
    let is_new = before != state.phase;
    let is_over = matches!(state.phase, Phase::Review | Phase::Closed);
    let matters = is_new || (is_over && events.iter().any(matters_afterwards));
    // A session that belongs to no meeting leaves nothing behind.
    if !matters || meetings::store::find(tx, room)?.is_none() {
        return Ok(());
    }
    if is_new {
        match word(state.phase) {
            Some(word) => store::keep_phase(tx, room, word, at)?,
            None => store::forget_phase(tx, room)?,
        }
    }
    if !is_over {
        return Ok(());
    }
    let ending = ending(state, at);
    meetings::store::end(tx, room, &ending)?;
    evaluations::store::keep(tx, room, &forms(state, at)?)?;
    if state.phase == Phase::Closed || !state.released_parts.is_empty() {
        meetings::store::release(tx, room, &released(state), &ending.treated)?;
    }
    Ok(())
}

/// The word for a phase in the table of rooms.
const fn word(phase: Phase) -> Option<&'static str> {
    match phase {
        Phase::Unopened => None,
        Phase::Lobby => Some("lobby"),
        Phase::Running => Some("running"),
        Phase::Review => Some("review"),
        Phase::Closed => Some("closed"),
    }
}

/// What may still change what the end handed over.
const fn matters_afterwards(recorded: &Recorded) -> bool {
    matches!(
        recorded.event,
        Event::AttendanceCorrected { .. }
            | Event::PresenceConfirmed { .. }
            | Event::Sealed(_)
            // Who still has to look at the report.
            | Event::CardAdded(_)
            | Event::Kept { .. }
            | Event::ReleaseAgreed { .. }
    )
}

/// Whose account a seat is; `None` for a guest.
fn person(state: &State, seat: Seat) -> Option<PersonId> {
    let person = state.person(seat).filter(|person| !person.guest)?;
    Some(PersonId(person.person.clone()))
}

fn name(state: &State, seat: Seat) -> String {
    state
        .person(seat)
        .map(|person| person.name.clone())
        .unwrap_or_default()
}

fn ending(state: &State, at: i64) -> Ending {
    let looked_back = state.reviews.iter().filter_map(|review| {
        let (status, note) = review.status.as_ref()?;
        Some(LookedBack {
            action: review.action.id.clone(),
            progress: match status {
                ActionStatus::Done => "done",
                ActionStatus::Half => "half",
                ActionStatus::NotDone => "not_done",
            },
            note: note.clone(),
        })
    });
    let waits = state
        .release_waits_for()
        .into_iter()
        .filter(|_| state.phase == Phase::Review);
    Ending {
        treated: treated(state),
        looked_back: looked_back.collect(),
        times: times(state, at),
        waits_for: waits.filter_map(|seat| person(state, seat)).collect(),
        at,
    }
}

fn treated(state: &State) -> Vec<Treated> {
    let cases = state
        .case_of
        .values()
        .filter_map(|no| Some((*no, state.case(*no)?)));
    cases
        .filter_map(|(no, case)| {
            let mut owners = case.owners.iter().filter_map(|seat| person(state, *seat));
            Some(Treated {
                number: no.0,
                owner: owners.next()?,
                others: owners.collect(),
                title: case.title.clone(),
                question: case.sentence.clone(),
            })
        })
        .collect()
}

fn times(state: &State, at: i64) -> Vec<Times> {
    let parts: Vec<(BlockNo, String)> = played(state)
        .into_iter()
        .filter_map(|part| Some((part.block, state.script.block(part.block)?.method.clone())))
        .collect();
    let list = attendance(state, session::ids::At(at)).into_iter();
    list.filter_map(|there| {
        let somebody = state.person(there.seat)?;
        let of_part = |block: &BlockNo| there.by_block.get(block).copied().unwrap_or_default();
        Some(Times {
            seat: there.seat.0,
            person: person(state, there.seat),
            name: somebody.name.clone(),
            attends: match somebody.attends {
                Attends::Participant => "participant",
                Attends::Facilitator => "facilitator",
                Attends::Observer => "observer",
                Attends::Speaker => "speaker",
            },
            arrived_at: there.from.0,
            left_at: there.to.0,
            there: there.there,
            place: match there.place {
                Place::Room => "room",
                Place::Online => "online",
            },
            confirmed: there.confirmed,
            corrected: there.corrected,
            brought_case: state
                .case_of
                .keys()
                .any(|block| state.owners_in(*block).contains(&there.seat)),
            parts: parts
                .iter()
                .map(|(block, method)| (method.clone(), of_part(block)))
                .collect(),
        })
    })
    .collect()
}

fn forms(state: &State, at: i64) -> anyhow::Result<Vec<Form>> {
    let at = jiff::Timestamp::from_microsecond(at).context("reading the time of the end")?;
    let day = locale::local(at).date().to_string();
    let surveys = survey_counts(state).into_iter();
    Ok(surveys
        .map(|survey| Form {
            name: format!("{}/{}", survey.method, survey.entry),
            answered: survey.answered,
            day: day.clone(),
            questions: survey
                .questions
                .iter()
                .map(|question| Question {
                    id: question.field.id.clone(),
                    kind: question.field.kind.word().to_owned(),
                    label_nl: question.field.label.nl.clone(),
                    label_en: question.field.label.en.clone(),
                    answers: question
                        .answers
                        .iter()
                        .map(|(answer, times)| ((*answer).to_owned(), *times))
                        .collect(),
                })
                .collect(),
        })
        .collect())
}

fn released(state: &State) -> Released {
    let mut released = Released::default();
    for (outcome, audience) in kept(state) {
        match outcome.author {
            Some(author) if outcome.kind == ResultKind::Action => {
                released.actions.push(agreed(state, &outcome, author));
            }
            _ => released.results.extend(result(state, &outcome, audience)),
        }
    }
    released
}

/// A result; `None` when it is for nobody with an account: a guest takes their own notes along when they leave.
fn result(state: &State, outcome: &Outcome<'_>, audience: Audience) -> Option<Kept> {
    let person = outcome.author.and_then(|author| person(state, author));
    let taken = outcome.taken_along.iter().map(|(seat, why)| Taker {
        person_id: self::person(state, *seat),
        name: name(state, *seat),
        why: why.map(ToOwned::to_owned),
    });
    let kept = Kept {
        card: outcome.card.0,
        position: position(state, outcome),
        kind: outcome.kind.word(),
        step: outcome.step_id.to_owned(),
        text: text(state, outcome),
        person,
        audience: match audience {
            Audience::Group => "group",
            Audience::Owner => "owner",
            Audience::Writer => "writer",
        },
        case: state.case_of.get(&outcome.block).map(|case| case.0),
        takers: taken.collect(),
    };
    (kept.person.is_some() || audience == Audience::Group).then_some(kept)
}

/// In the order of the steps, and in a step in the order of writing.
fn position(state: &State, outcome: &Outcome<'_>) -> i64 {
    let visit = state.card(outcome.card).map_or(0, |card| card.visit.0);
    (i64::from(visit) << 32) | i64::from(outcome.card.0)
}

/// A text as it stands; a form as a line for each answer, in the language of the methods.
fn text(state: &State, outcome: &Outcome<'_>) -> String {
    let answers = match outcome.body {
        Body::Text(text) => return text.clone(),
        Body::Form(answers) => answers,
    };
    let lines = outcome.fields.iter().filter_map(|field| {
        let answer = answers.get(&field.id)?;
        let answer = match (field.kind, answer.parse()) {
            (FormFieldKind::Person, Ok(seat)) => name(state, Seat(seat)),
            _ => answer.clone(),
        };
        Some(format!("{}: {answer}", field.label.nl))
    });
    lines.collect::<Vec<_>>().join("\n")
}

fn agreed(state: &State, outcome: &Outcome<'_>, author: Seat) -> Agreed {
    let answer = |id: &str| match outcome.body {
        Body::Form(answers) => answers.get(id).cloned(),
        Body::Text(_) => None,
    };
    let buddy = answer("buddy")
        .and_then(|seat| seat.parse().ok())
        .map(|seat| name(state, Seat(seat)));
    Agreed {
        card: outcome.card.0,
        person: person(state, author),
        name: name(state, author),
        what: answer("what").unwrap_or_else(|| text(state, outcome)),
        notice: answer("notice"),
        until: answer("when"),
        buddy,
    }
}
