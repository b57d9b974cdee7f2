//! What each rule adds to the score of a composition.

use crate::board::{Board, Score};

/// What one rule adds to a score.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    /// How often it is broken; a rule about whole groups counts as often as the best size for each.
    pub times: i64,
    /// What that adds: breaches for a hard rule, a penalty for another.
    pub score: Score,
}

/// The share of each rule, in their order. Together they are the score of the board.
#[must_use]
pub fn tally(board: &Board<'_>) -> Vec<Share> {
    let instance = board.instance;
    let groups = board.groups();
    let rules = instance.rules.rules.iter().enumerate();
    rules
        .zip(instance.rules.weights())
        .map(|((at, rule), weight)| {
            // A rule alone counts with its own weight, or once: it has no others to be ranked among.
            let question = instance.with_rules(|number| number == at);
            let own = i64::from(rule.weight.unwrap_or(1));
            let score = question.map(|question| Board::of(&question, &groups).score());
            let (breaches, penalty) = score.map_or((0, 0), |score| (score.breaches, score.penalty));
            let times = if rule.hard { breaches } else { penalty / own };
            let penalty = if rule.hard { 0 } else { times * i64::from(weight) };
            Share {
                times,
                score: Score { breaches, penalty },
            }
        })
        .collect()
}
