//! How long a claim holds, when a mail is tried again, and when it is given up.

use std::time::Duration;

use jiff::SignedDuration;

use super::Bounce;

/// How long nobody else may send a mail that one worker holds: longer than handing it over may take ([`PATIENCE`]).
pub(super) const LEASE: SignedDuration = SignedDuration::from_mins(5);

/// How long handing over one mail may take.
pub(super) const PATIENCE: Duration = Duration::from_mins(1);

/// How long the ledger remembers a mail: long enough to answer a question about last season's invitation.
pub(super) const MEMORY: SignedDuration = SignedDuration::from_hours(400 * 24);

/// Minutes before the next attempt, after the first, the second, …; together about a day and a half.
const WAITS: [i64; 8] = [1, 2, 5, 15, 60, 4 * 60, 12 * 60, 18 * 60];

/// How a mail ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// The mail server took it.
    Sent,
    /// It was refused for good, or too often.
    Failed,
    /// Its moment had passed.
    Late,
    /// Somebody stopped it.
    Stopped,
}

impl Outcome {
    /// As it stands in the ledger.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Sent => "sent",
            Self::Failed => "failed",
            Self::Late => "late",
            Self::Stopped => "stopped",
        }
    }
}

/// What to do after an attempt that did not work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Next {
    Again(SignedDuration),
    GiveUp,
}

/// Decides after the attempt with this number, counted from 1.
pub(super) fn after(bounce: &Bounce, attempts: i64) -> Next {
    let wait = usize::try_from(attempts.saturating_sub(1))
        .ok()
        .and_then(|index| WAITS.get(index));
    match (bounce, wait) {
        (Bounce::Later(_), Some(minutes)) => Next::Again(SignedDuration::from_mins(*minutes)),
        (Bounce::Later(_), None) | (Bounce::Never(_), _) => Next::GiveUp,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mail_is_tried_less_and_less_often_and_then_given_up() {
        let later = Bounce::Later("busy".to_owned());
        assert_eq!(after(&later, 1), Next::Again(SignedDuration::from_mins(1)));
        assert_eq!(after(&later, 5), Next::Again(SignedDuration::from_mins(60)));
        assert_eq!(after(&later, 9), Next::GiveUp);
        assert!(WAITS.is_sorted());
    }

    #[test]
    fn what_was_refused_for_good_is_not_tried_again() {
        assert_eq!(after(&Bounce::Never("no such box".to_owned()), 1), Next::GiveUp);
    }

    #[test]
    fn a_claim_outlives_the_slowest_attempt() {
        assert!(LEASE.unsigned_abs() > PATIENCE * 2);
    }
}
