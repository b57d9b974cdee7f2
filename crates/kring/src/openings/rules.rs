//! How somebody who signed up can stand, what the page of a meeting offers, and how often one may try.

use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use store::{FromColumn, Kind, Value};

use crate::meetings::rules::{Phase, free_places, phase, takes_sign_ups};
use crate::meetings::{Invitation, Meeting};
use crate::web::limit::Rule;

/// For how many people there can be room.
pub(super) const ROOM: (i64, i64) = (1, 500);

/// For how many there is, unless an organiser decides otherwise: so many still hear each other out.
pub(super) const USUAL_ROOM: i64 = 12;

/// How long somebody has to confirm before they are forgotten.
pub(super) const PATIENCE: SignedDuration = SignedDuration::from_hours(14 * 24);

/// How somebody who signed up stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    /// Has not confirmed it yet.
    Asked,
    /// Waits for a place.
    Waiting,
    /// Has a place.
    Coming,
    /// Signed off, or was taken off.
    Gone,
}

impl State {
    const ALL: [Self; 4] = [Self::Asked, Self::Waiting, Self::Coming, Self::Gone];

    /// As it stands in the database.
    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::Asked => "asked",
            Self::Waiting => "waiting",
            Self::Coming => "coming",
            Self::Gone => "gone",
        }
    }
}

impl FromColumn for State {
    const KIND: Kind = Kind::Text;

    fn from_column(value: Value<'_>) -> Result<Self, String> {
        let word = String::from_column(value)?;
        let mut all = Self::ALL.into_iter();
        all.find(|state| state.word() == word)
            .ok_or_else(|| format!("somebody who signed up cannot be {word}"))
    }
}

/// What the page of an open meeting offers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Offer {
    /// Signing up, for one of so many places; `None` when there is no limit.
    Place(Option<i64>),
    /// Signing up for the waiting list, behind so many.
    Line(i64),
    /// Nobody knows of it yet.
    Draft,
    /// The last moment is past.
    Closed,
    /// It does not take place.
    Cancelled,
    /// It goes on, or is over.
    Over,
}

impl Offer {
    /// Whether people can sign up now.
    pub(super) const fn is_open(self) -> bool {
        matches!(self, Self::Place(_) | Self::Line(_))
    }
}

/// What is offered at a moment.
pub(super) fn offer(meeting: &Meeting, invitation: &Invitation, now: Timestamp) -> Offer {
    match phase(meeting, now) {
        Phase::Cancelled => Offer::Cancelled,
        Phase::Planned | Phase::Now if meeting.published_at.is_none() => Offer::Draft,
        Phase::Planned | Phase::Now if takes_sign_ups(meeting, invitation, now) => {
            match free_places(invitation) {
                Some(0) => Offer::Line(invitation.waiting),
                free => Offer::Place(free),
            }
        }
        Phase::Planned => Offer::Closed,
        Phase::Now | Phase::Over => Offer::Over,
    }
}

/// Whether an organiser can still change it: until it begins, a draft too.
pub(super) fn can_change(meeting: &Meeting, now: Timestamp) -> bool {
    meeting.state == "planned" && now < meeting.starts()
}

/// Whether places are still given out and taken back: until it begins.
pub(super) fn is_ahead(meeting: &Meeting, now: Timestamp) -> bool {
    can_change(meeting, now) && meeting.published_at.is_some()
}

/// What is not read as a word, so that an address says nothing: no vowels, nothing that looks like something else.
const LETTERS: &[u8; 20] = b"bcdfghjkmnpqrstvwxyz";

/// How long an address is: guessing the page of one of a thousand meetings takes twenty million tries.
const LENGTH: usize = 8;

/// The last part of the address of a page, from randomness. It says nothing of what the meeting is about.
pub(super) fn address(random: u64) -> String {
    let mut rest = random;
    let mut address = String::new();
    for _ in 0..LENGTH {
        let place = usize::try_from(rest % 20).unwrap_or_default();
        address.extend(LETTERS.get(place).copied().map(char::from));
        rest /= 20;
    }
    address
}

/// Signing up from one network: a whole practice may do so at one table.
pub(super) const OF_NETWORK: Rule = Rule {
    name: "signing up for open meetings from a network",
    times: 30,
    within: Duration::from_hours(1),
};

/// Mails to one address because of signing up: nobody's mailbox is filled by a stranger.
pub(super) const FOR_ADDRESS: Rule = Rule {
    name: "signing up for open meetings for an address",
    times: 5,
    within: Duration::from_hours(1),
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::MeetingId;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    fn open(capacity: Option<i64>, taken: i64, waiting: i64) -> (Meeting, Invitation) {
        let meeting = Meeting::sample(at("2027-03-02T18:30:00Z"), at("2027-03-02T20:00:00Z"));
        let invitation = Invitation {
            slug: Some("bcdfghjk".to_owned()),
            capacity,
            taken,
            waiting,
            closes_at: Some(at("2027-03-01T11:00:00Z").as_microsecond()),
            ..Invitation::blank(MeetingId("meeting".to_owned()))
        };
        (meeting, invitation)
    }

    #[test]
    fn what_the_page_offers() {
        let before = "2027-02-01T09:00:00Z";
        for (capacity, taken, waiting, now, expected) in [
            (Some(8), 5, 0, before, Offer::Place(Some(3))),
            (None, 5, 0, before, Offer::Place(None)),
            (Some(8), 8, 0, before, Offer::Line(0)),
            (Some(8), 9, 2, before, Offer::Line(2)),
            // Whoever waits goes before, also in the moment in which a place is free.
            (Some(8), 7, 1, before, Offer::Line(1)),
            (Some(8), 5, 0, "2027-03-01T11:00:00Z", Offer::Closed),
            (Some(8), 5, 0, "2027-03-02T18:20:00Z", Offer::Over),
            (Some(8), 5, 0, "2027-03-02T20:00:00Z", Offer::Over),
        ] {
            let (meeting, invitation) = open(capacity, taken, waiting);
            assert_eq!(
                offer(&meeting, &invitation, at(now)),
                expected,
                "{capacity:?} {taken} {now}"
            );
        }
        let (mut meeting, invitation) = open(Some(8), 0, 0);
        meeting.published_at = None;
        assert_eq!(offer(&meeting, &invitation, at(before)), Offer::Draft);
        meeting.state = "cancelled".to_owned();
        assert_eq!(offer(&meeting, &invitation, at(before)), Offer::Cancelled);
    }

    #[test]
    fn a_meeting_that_moved_forward_closes_when_it_begins() {
        let (mut meeting, invitation) = open(Some(8), 0, 0);
        meeting.starts_at = at("2027-02-10T18:30:00Z").as_microsecond();
        meeting.ends_at = at("2027-02-10T20:00:00Z").as_microsecond();
        assert_eq!(
            offer(&meeting, &invitation, at("2027-02-10T12:00:00Z")),
            Offer::Place(Some(8))
        );
        assert!(!takes_sign_ups(&meeting, &invitation, at("2027-02-10T18:30:00Z")));
    }

    #[test]
    fn an_address_is_short_and_says_nothing() {
        for random in [0, 1, u64::MAX] {
            let address = address(random);
            assert_eq!(address.len(), LENGTH);
            assert!(!address.contains(['a', 'e', 'i', 'o', 'u', 'l']), "{address}");
        }
        assert_ne!(address(7), address(8));
    }
}
