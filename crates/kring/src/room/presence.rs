//! Being there, confirmed with six digits from the big screen, or by whoever leads.
//!
//! The digits follow from the secret of the door, so there is nothing to store and every node shows the same. The engine keeps who
//! confirmed; whether the digits are right is looked at here.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use jiff::{SignedDuration, Timestamp};
use session::ids::Seat;
use session::model::{Moment, Word as _};
use session::state::Phase;
use session::{Actor, Command, Request, State};
use sha2::{Digest as _, Sha256};

use super::hub::Room;
use crate::web::Posted;
use crate::words::Words;

/// Wrong digits in a row before somebody has to wait. With these two numbers guessing takes years.
const TRIES: u32 = 5;

/// How long they wait then.
const WAIT: SignedDuration = SignedDuration::from_secs(60);

/// The digits of a moment.
pub(super) fn digits(secret: &str, moment: Moment) -> String {
    let hash = Sha256::digest(format!("{secret}/{}", moment.word()));
    let start = hash
        .iter()
        .take(8)
        .fold(0, |number, byte| number << 8 | u64::from(*byte));
    format!("{:06}", start % 1_000_000)
}

/// Compares in the same time whatever is typed: how many digits were right must not be heard.
fn is_right(digits: &str, typed: &str) -> bool {
    let typed: Vec<u8> = typed.bytes().filter(u8::is_ascii_digit).collect();
    let differ = digits.bytes().enumerate().fold(0, |differ, (place, digit)| {
        differ | (digit ^ typed.get(place).copied().unwrap_or_default())
    });
    differ == 0 && typed.len() == digits.len()
}

/// Which moment is confirmed now: that of the step; without such a step in the plan, the beginning in the lobby and the end when
/// all is done.
pub(super) fn moment(state: &State) -> Option<Moment> {
    let has = |moment| {
        let mut steps = state.script.steps.iter();
        steps.any(|step| step.step.confirm_presence == Some(moment))
    };
    match state.phase {
        Phase::Running => state.now_step().and_then(|step| step.step.confirm_presence),
        Phase::Lobby => (!has(Moment::Start)).then_some(Moment::Start),
        Phase::Review => (!has(Moment::End)).then_some(Moment::End),
        Phase::Unopened | Phase::Closed => None,
    }
}

/// Wrong digits so far, by seat. In memory: another node or a restart gives a few tries more.
#[derive(Default)]
pub(super) struct Tries(Mutex<BTreeMap<Seat, Wrong>>);

#[derive(Clone, Copy, Default)]
struct Wrong {
    count: u32,
    until: Timestamp,
}

impl Tries {
    /// Seconds until somebody may try again; `None` when they may now.
    fn wait(&self, seat: Seat, now: Timestamp) -> Option<i64> {
        let tries = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let until = tries.get(&seat).map(|wrong| wrong.until)?;
        (now < until).then(|| until.duration_since(now).as_secs().max(1))
    }

    fn count(&self, seat: Seat, is_right: bool, now: Timestamp) {
        let mut tries = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if is_right {
            tries.remove(&seat);
            return;
        }
        let wrong = tries.entry(seat).or_default();
        wrong.count += 1;
        if wrong.count >= TRIES {
            *wrong = Wrong {
                count: 0,
                until: now.saturating_add(WAIT).unwrap_or(Timestamp::MAX),
            };
        }
    }
}

/// What the session is asked when somebody confirms to be there, or that somebody else is. Other requests pass unchanged.
///
/// # Errors
/// What to tell the person; nothing was stored then.
pub(super) fn judge(
    room: &Room,
    request: Request,
    posted: &Posted,
    words: &Words,
    now: Timestamp,
) -> Result<Request, String> {
    let (Actor::Seat(seat), Command::ConfirmPresence(asked)) = (request.actor, &request.command) else {
        return Ok(request);
    };
    if let Some(other) = posted.other_seat() {
        let leads = room.look(|state| state.lead == Some(seat));
        return if leads {
            Ok(Request {
                actor: Actor::Seat(other),
                ..request
            })
        } else {
            Err(words.presence_only_lead())
        };
    }
    if room.look(moment) != Some(*asked) {
        return Err(words.presence_not_now());
    }
    if let Some(seconds) = room.entrance.tries.wait(seat, now) {
        return Err(words.presence_wait(seconds));
    }
    let entrance = room.entrance.known();
    let way = entrance.way.as_ref();
    let is_right = way.is_some_and(|way| is_right(&digits(&way.door.secret, *asked), posted.text("digits")));
    room.entrance.tries.count(seat, is_right, now);
    if is_right {
        Ok(request)
    } else {
        Err(words.presence_wrong())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_digits_of_both_moments_differ_and_are_always_six() {
        for secret in ["a", "b", "c", "d"] {
            let (start, end) = (digits(secret, Moment::Start), digits(secret, Moment::End));
            assert!(
                start != end && start.len() == 6 && end.len() == 6,
                "{start} {end}"
            );
        }
    }

    #[test]
    fn only_the_six_digits_are_right() {
        for (typed, expected) in [
            ("012345", true),
            (" 012 345 ", true),
            ("012346", false),
            ("01234", false),
            ("0123456", false),
            ("", false),
        ] {
            assert_eq!(is_right("012345", typed), expected, "{typed}");
        }
    }

    #[test]
    fn after_five_wrong_tries_one_waits_a_minute() {
        let (tries, seat) = (Tries::default(), Seat(3));
        let now = Timestamp::UNIX_EPOCH;
        for _ in 0..4 {
            tries.count(seat, false, now);
            assert_eq!(tries.wait(seat, now), None);
        }
        tries.count(seat, false, now);
        assert_eq!(tries.wait(seat, now), Some(60));
        assert_eq!(tries.wait(Seat(4), now), None, "somebody else does not");
        assert_eq!(tries.wait(seat, now + WAIT), None);
    }
}
