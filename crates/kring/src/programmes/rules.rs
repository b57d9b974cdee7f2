//! Who may see what of a programme.

use jiff::Timestamp;

use super::Programme;
use crate::agreements::rules::May;
use crate::meetings::rules::{Phase, phase};
use crate::meetings::{Invitation, Meeting};

/// How a programme can be set up.
pub(crate) const KINDS: [&str; 3] = ["groups", "open", "trajectory"];

/// How far a programme can be.
pub(crate) const STATES: [&str; 4] = ["draft", "open", "closed", "ended"];

/// Whose school holidays can be kept free: the regions of the ministry of education.
pub(crate) const REGIONS: [&str; 3] = ["noord", "midden", "zuid"];

/// Most reminders of one meeting: more is nagging.
pub(super) const REMINDERS: usize = 5;

/// Most days before a meeting on which somebody is reminded.
pub(super) const MOST_DAYS: u8 = 60;

/// The accents that the style sheet knows.
pub(crate) const ACCENTS: [&str; 5] = ["teal", "indigo", "plum", "ochre", "moss"];

/// How short and how long the last part of an address is.
pub(crate) const ADDRESS: (usize, usize) = (3, 60);

/// Whether this can be the last part of an address: small letters and digits, with single hyphens between them.
pub(crate) fn is_address(slug: &str) -> bool {
    (ADDRESS.0..=ADDRESS.1).contains(&slug.len())
        && slug.split('-').all(|part| {
            !part.is_empty()
                && part
                    .bytes()
                    .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
        })
}

/// Whether people can apply on a day, `YYYY-MM-DD`; the last day is one of them.
pub(crate) fn takes_applications(programme: &Programme, today: &str) -> bool {
    let until = programme.enrol_until.as_deref();
    programme.enrols && programme.state == "open" && until.is_none_or(|until| today <= until)
}

/// The open meetings still to come, or going on.
pub(super) fn coming(
    meetings: &[(Meeting, Option<Invitation>)],
    now: Timestamp,
) -> Vec<&(Meeting, Option<Invitation>)> {
    let is_coming = |meeting: &Meeting| matches!(phase(meeting, now), Phase::Planned | Phase::Now);
    meetings
        .iter()
        .filter(|(meeting, _)| is_coming(meeting))
        .collect()
}

/// As what somebody stands before a programme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Standing {
    /// Organises it.
    Organiser,
    /// Belongs to it, or comes to a meeting of it.
    Member,
    /// Neither; perhaps not even signed in.
    Stranger,
}

/// What somebody may want to see of a programme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sight {
    /// What it is for, and the invitations to its open meetings.
    Page,
    /// All its groups with their numbers.
    Groups,
}

/// Whether somebody may see it. A programme that is not there for all does not exist for a stranger.
pub(crate) const fn may(standing: Standing, is_public: bool, sight: Sight) -> bool {
    match (standing, sight) {
        (Standing::Organiser, _) | (Standing::Member, Sight::Page) => true,
        (Standing::Stranger, Sight::Page) => is_public,
        (Standing::Member | Standing::Stranger, Sight::Groups) => false,
    }
}

/// The standing that follows from what ties somebody to a programme: roles they have today, and places on lists.
pub(crate) fn standing(roles: &[String], on_a_list: bool) -> Standing {
    if roles.iter().any(|role| role == "organiser") {
        Standing::Organiser
    } else if !roles.is_empty() || on_a_list {
        Standing::Member
    } else {
        Standing::Stranger
    }
}

/// What somebody may do with the agreements of the open meetings: who comes to them accepts, who leads or organises writes.
pub(crate) fn may_agree(roles: &[String], on_a_list: bool) -> May {
    let has = |wanted: &str| roles.iter().any(|role| role == wanted);
    May {
        accept: on_a_list || has("participant") || has("facilitator"),
        write: has("facilitator") || has("organiser"),
    }
}

#[cfg(test)]
mod tests {
    use super::Sight::{Groups, Page};
    use super::Standing::{Member, Organiser, Stranger};
    use super::*;

    #[test]
    fn what_can_be_an_address() {
        for (slug, expected) in [
            ("intervisie-2027", true),
            ("abc", true),
            ("ab", false),
            ("-abc", false),
            ("abc--d", false),
            ("Abc", false),
            ("één", false),
            ("a/b", false),
            (&"a".repeat(61), false),
        ] {
            assert_eq!(is_address(slug), expected, "{slug}");
        }
    }

    #[test]
    fn people_apply_while_it_is_open_and_on_the_last_day() {
        let sample = |state: &str, enrols, until: Option<&str>| {
            let mut programme = Programme::blank(
                crate::id::ProgrammeId(String::new()),
                crate::id::OrganisationId(String::new()),
            );
            (programme.state, programme.enrols) = (state.to_owned(), enrols);
            programme.enrol_until = until.map(ToOwned::to_owned);
            takes_applications(&programme, "2026-11-23")
        };
        assert!(sample("open", true, None));
        assert!(sample("open", true, Some("2026-11-23")));
        assert!(!sample("open", true, Some("2026-11-22")), "too late");
        assert!(!sample("open", false, None), "nobody applies here");
        for state in ["draft", "closed", "ended"] {
            assert!(!sample(state, true, None), "{state}");
        }
    }

    #[test]
    fn who_may_see_what_of_a_programme() {
        for (standing, is_public, page, groups) in [
            (Organiser, false, true, true),
            (Organiser, true, true, true),
            (Member, false, true, false),
            (Member, true, true, false),
            (Stranger, false, false, false),
            (Stranger, true, true, false),
        ] {
            assert_eq!(may(standing, is_public, Page), page, "{standing:?} {is_public}");
            assert_eq!(
                may(standing, is_public, Groups),
                groups,
                "{standing:?} {is_public}"
            );
        }
    }

    #[test]
    fn who_comes_accepts_and_who_leads_writes() {
        let may = |roles: &[&str], listed| {
            let roles: Vec<String> = roles.iter().map(ToString::to_string).collect();
            let may = may_agree(&roles, listed);
            (may.accept, may.write)
        };
        assert_eq!(may(&[], true), (true, false));
        assert_eq!(may(&["organiser"], false), (false, true));
        assert_eq!(may(&["facilitator"], false), (true, true));
        assert_eq!(may(&[], false), (false, false));
    }

    #[test]
    fn organising_goes_before_taking_part() {
        let roles = ["participant".to_owned(), "organiser".to_owned()];
        assert_eq!(standing(&roles, true), Organiser);
        assert_eq!(standing(&roles[..1], false), Member);
        assert_eq!(standing(&[], true), Member);
        assert_eq!(standing(&[], false), Stranger);
    }
}
