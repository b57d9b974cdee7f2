//! Who may see what of a programme.

use crate::agreements::rules::May;

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

/// Whether somebody may see it. A programme that is not public does not exist for a stranger.
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
