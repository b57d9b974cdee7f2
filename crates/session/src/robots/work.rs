//! How robots rate, mark and vote, and open closed fields.

use crate::command::Command;
use crate::event::Ballot;
use crate::ids::{At, InputNo, Seat};
use crate::model::{Role, Scale, VoteKind};
use crate::robots::lines;
use crate::sight::Eyes;
use crate::state::State;
use crate::text::{Language, Text};
use crate::view::{CardView, view};

/// What the step asks of somebody beside writing.
pub(super) fn work_of(state: &State, seat: Seat, now: At, language: Language) -> Vec<Command> {
    let view = view(state, Eyes::Seat(seat), now);
    let Some(step) = &view.step else { return Vec::new() };
    let Some(script) = state.script.step(step.no) else {
        return Vec::new();
    };
    let mut commands: Vec<Command> = step
        .may_unlock
        .iter()
        .map(|field| Command::Unlock(field.id.clone()))
        .collect();
    let of = |inputs: &[InputNo]| -> Vec<&CardView<'_>> {
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
            why: why.then(|| lines::why(n).get(language).to_owned()),
        }));
    }
    if let Some((kind, dots, true)) = step.vote {
        commands.extend(votes(&of(&script.vote_of), kind, dots, seat, language));
    }
    commands
}

fn votes(cards: &[&CardView<'_>], kind: VoteKind, dots: u16, seat: Seat, language: Language) -> Vec<Command> {
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
        let need = against.then(|| {
            Text::new("meer tijd om te oefenen", "more time to practise")
                .get(language)
                .to_owned()
        });
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

/// The first card gets the best word, the next ones the others in turn.
fn rating(scale: Scale, n: usize) -> String {
    let values = scale.values();
    values
        .get(n % values.len().max(1))
        .map(|(word, _, _)| (*word).to_owned())
        .unwrap_or_default()
}

/// A role this step or its method asks for and nobody has, with who gets it.
pub(super) fn role_to_give(state: &State) -> Option<(Role, Vec<Seat>)> {
    let block = state.now_block()?;
    let here = state
        .now_step()
        .map(|step| step.step.choose_role.clone())
        .unwrap_or_default();
    let least = |role: Role| {
        let need = block.roles.iter().find(|need| need.role == role);
        need.map_or(1, |need| need.min.max(1))
    };
    let wanted = here.into_iter().map(|role| (role, least(role)));
    let needs = block.roles.iter().filter(|need| need.role != Role::Owner);
    let needs = needs.map(|need| (need.role, need.min));
    let owners = state
        .now_visit()
        .map(|visit| state.owners_in(visit.cursor.block).to_vec())
        .unwrap_or_default();
    wanted.chain(needs).find_map(|(role, count)| {
        let filled = state.roles.get(&role).is_some_and(|seats| !seats.is_empty());
        if role == Role::Facilitator || filled || (role == Role::Owner && !owners.is_empty()) {
            return None;
        }
        let taken: Vec<Seat> = state.roles.values().flatten().chain(&owners).copied().collect();
        let free: Vec<Seat> = state
            .taking_part()
            .into_iter()
            .filter(|seat| !taken.contains(seat))
            .take(usize::from(count))
            .collect();
        (!free.is_empty()).then_some((role, free))
    })
}
