//! How an application can stand, and what can still be done with it.

use std::time::Duration;

use store::{FromColumn, Kind, Value};

use crate::web::limit::Rule;

/// How an application stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum State {
    /// An organiser has not decided yet.
    Applied,
    /// Admitted, and in the line for a place.
    Waiting,
    /// A place is kept until a moment.
    Offered,
    /// Takes part.
    Admitted,
    Refused,
    /// Taken back by whoever applied, also after being admitted.
    Withdrawn,
    /// A place was offered and not taken in time.
    Lapsed,
}

impl State {
    /// In the order in which an organiser looks at them.
    pub(crate) const ALL: [Self; 7] = [
        Self::Applied,
        Self::Offered,
        Self::Waiting,
        Self::Admitted,
        Self::Refused,
        Self::Withdrawn,
        Self::Lapsed,
    ];

    /// As it stands in the database.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Applied => "applied",
            Self::Waiting => "waiting",
            Self::Offered => "offered",
            Self::Admitted => "admitted",
            Self::Refused => "refused",
            Self::Withdrawn => "withdrawn",
            Self::Lapsed => "lapsed",
        }
    }

    pub(crate) fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.word() == word)
    }

    /// Whether it still stands: there is only one such application of somebody for a programme.
    pub(super) const fn stands(self) -> bool {
        matches!(
            self,
            Self::Applied | Self::Waiting | Self::Offered | Self::Admitted
        )
    }

    /// Whether an organiser can admit it now.
    pub(super) const fn can_be_admitted(self) -> bool {
        matches!(self, Self::Applied)
    }

    /// Whether an organiser can refuse it now. Who takes part already is not refused by a mail.
    pub(super) const fn can_be_refused(self) -> bool {
        matches!(self, Self::Applied | Self::Waiting | Self::Offered)
    }

    /// Whether a place can be taken now; one that was offered is kept until `until`, in microseconds since 1970, UTC.
    pub(super) fn can_be_taken(self, until: Option<i64>, now: i64) -> bool {
        self == Self::Offered && until.is_some_and(|until| now < until)
    }
}

impl FromColumn for State {
    const KIND: Kind = Kind::Text;

    fn from_column(value: Value<'_>) -> Result<Self, String> {
        let word = String::from_column(value)?;
        Self::from_word(&word).ok_or_else(|| format!("an application cannot be {word}"))
    }
}

/// Applications from one network: a whole practice may apply at one table.
pub(super) const OF_NETWORK: Rule = Rule {
    name: "applications from a network",
    times: 30,
    within: Duration::from_hours(1),
};

/// Mails to one address because of applications: nobody's mailbox is filled by a stranger.
pub(super) const FOR_ADDRESS: Rule = Rule {
    name: "applications for an address",
    times: 5,
    within: Duration::from_hours(1),
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_can_still_be_done_with_an_application() {
        use State::{Admitted, Applied, Lapsed, Offered, Refused, Waiting, Withdrawn};
        for (state, stands, admit, refuse) in [
            (Applied, true, true, true),
            (Waiting, true, false, true),
            (Offered, true, false, true),
            (Admitted, true, false, false),
            (Refused, false, false, false),
            (Withdrawn, false, false, false),
            (Lapsed, false, false, false),
        ] {
            assert_eq!(state.stands(), stands, "{state:?}");
            assert_eq!(state.can_be_admitted(), admit, "{state:?}");
            assert_eq!(state.can_be_refused(), refuse, "{state:?}");
            assert_eq!(state.can_be_taken(Some(2), 1), state == Offered, "{state:?}");
        }
        assert!(!Offered.can_be_taken(Some(1), 1), "too late");
    }
}
