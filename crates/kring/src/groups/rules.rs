//! Who may see what of a group.

/// As what somebody stands before a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Standing {
    /// Takes part.
    Participant,
    /// Leads its meetings.
    Facilitator,
    /// Organises the programme.
    Organiser,
}

/// What somebody may want to see of a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sight {
    /// Who is in it and when it meets.
    Frame,
    /// Its topics, whose turn it is, the idea cards.
    Inside,
    /// What practices have chosen; part of what an organiser has to report.
    Interventions,
    /// Who has accepted the agreements, by name; and writing new ones.
    Agreements,
}

/// Whether somebody may see it. An organiser sees people, dates and what practices chose, and nothing of what is said.
pub(crate) const fn may(standing: Standing, sight: Sight) -> bool {
    match (standing, sight) {
        (Standing::Participant, Sight::Agreements) | (Standing::Organiser, Sight::Inside) => false,
        (Standing::Participant | Standing::Facilitator, _)
        | (Standing::Organiser, Sight::Frame | Sight::Interventions | Sight::Agreements) => true,
    }
}

/// Whether somebody plans its meetings.
pub(crate) const fn may_plan(standing: Standing) -> bool {
    matches!(standing, Standing::Facilitator | Standing::Organiser)
}

/// The standing that follows from the roles somebody has today; `None` for who has nothing to do with the group.
pub(crate) fn standing(roles: &[String]) -> Option<Standing> {
    let has = |wanted: &str| roles.iter().any(|role| role == wanted);
    if has("facilitator") {
        Some(Standing::Facilitator)
    } else if has("participant") {
        Some(Standing::Participant)
    } else if has("organiser") {
        Some(Standing::Organiser)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_may_see_what_of_a_group() {
        use Sight::{Agreements, Frame, Inside, Interventions};
        let rights = |standing| [Frame, Inside, Interventions, Agreements].map(|sight| may(standing, sight));
        assert_eq!(rights(Standing::Participant), [true, true, true, false]);
        assert_eq!(rights(Standing::Facilitator), [true, true, true, true]);
        assert_eq!(rights(Standing::Organiser), [true, false, true, true]);
    }

    #[test]
    fn being_in_the_circle_goes_before_organising() {
        let roles = |names: &[&str]| names.iter().map(ToString::to_string).collect::<Vec<_>>();
        assert_eq!(standing(&roles(&[])), None);
        assert_eq!(standing(&roles(&["organiser"])), Some(Standing::Organiser));
        assert_eq!(
            standing(&roles(&["organiser", "participant"])),
            Some(Standing::Participant)
        );
        assert_eq!(
            standing(&roles(&["participant", "facilitator"])),
            Some(Standing::Facilitator)
        );
    }
}
