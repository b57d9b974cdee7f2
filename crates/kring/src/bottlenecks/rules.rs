//! Who may do what with a diagram, and when.

/// The most votes of one person.
pub(super) const MOST_VOTES: usize = 3;

/// The fewest and the most categories of a diagram. More do not fit on a page.
pub(super) const CATEGORIES: (usize, usize) = (2, 8);

/// Letters in the name of a category.
pub(super) const CATEGORY: u32 = 60;

/// The most causes in one diagram: what a group can still look through, and a page can show.
pub(super) const MOST_CAUSES: usize = 150;

/// A cause, and five times why.
pub(super) const DEEPEST: usize = 6;

/// How far a diagram is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    /// Causes are added.
    Open,
    /// People choose the roots.
    Voting,
    /// The roots are known.
    Closed,
}

impl State {
    /// Every state, for tables of rights.
    #[cfg(test)]
    const ALL: [Self; 3] = [Self::Open, Self::Voting, Self::Closed];

    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Voting => "voting",
            Self::Closed => "closed",
        }
    }

    pub(super) fn from_word(word: &str) -> Option<Self> {
        match word {
            "open" => Some(Self::Open),
            "voting" => Some(Self::Voting),
            "closed" => Some(Self::Closed),
            _ => None,
        }
    }

    /// The state that follows when it was in this one and somebody wants that one; one step at a time, back as well.
    pub(super) fn turned(self, wanted: Self) -> Option<Self> {
        match (self, wanted) {
            (Self::Open | Self::Closed, Self::Voting) | (Self::Voting, Self::Closed | Self::Open) => {
                Some(wanted)
            }
            _ => None,
        }
    }
}

/// As what somebody in the group stands before a diagram.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// Takes part in the group.
    Member,
    /// Takes part, and made it.
    Maker,
    /// Made it, in a group that nobody leads: then it is theirs to take further.
    MakerAlone,
    /// Leads the group.
    Facilitator,
}

impl Role {
    /// Every role, for tables of rights.
    #[cfg(test)]
    const ALL: [Self; 4] = [Self::Member, Self::Maker, Self::MakerAlone, Self::Facilitator];
}

/// What somebody may want to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Act {
    /// Adding a cause, and moving one to where it belongs.
    Add,
    /// Changing and removing causes of others.
    Tend,
    /// Changing the effect, the categories and the meeting.
    Settle,
    /// Going on to voting and from there, and back.
    Turn,
    /// Choosing roots.
    Vote,
    /// Seeing how many people chose what.
    Count,
    /// Making a question of a root, and saying which actions are about a cause.
    FollowUp,
}

/// Whether somebody may do it. Reading is for everybody in the group, at any time.
pub(super) const fn may(act: Act, role: Role, state: State, shows_counts: bool) -> bool {
    let leads = matches!(role, Role::Facilitator | Role::MakerAlone);
    match (act, state) {
        (Act::Add, State::Open) | (Act::Count | Act::FollowUp, State::Closed) => true,
        (Act::Tend, State::Open) | (Act::Turn, _) => leads,
        (Act::Settle, State::Open) => leads || matches!(role, Role::Maker),
        // Whoever leads a group has no problem of their own in it.
        (Act::Vote, State::Voting) => !matches!(role, Role::Facilitator),
        (Act::Count, State::Voting) => shows_counts,
        _ => false,
    }
}

/// Whether somebody may change or remove a cause: their own, or any when they tend all of them.
pub(super) const fn tends(is_own: bool, role: Role, state: State) -> bool {
    may(Act::Tend, role, state, false) || (is_own && may(Act::Add, role, state, false))
}

/// The facts from which a role follows.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ties {
    /// They lead the group today.
    pub(super) leads: bool,
    /// They take part in it today.
    pub(super) takes_part: bool,
    /// They made the diagram.
    pub(super) made_it: bool,
    /// How many people lead the group.
    pub(super) leaders: i64,
}

/// As what somebody stands before it; `None` for who is not in the group, an organiser too.
pub(super) const fn role(ties: Ties) -> Option<Role> {
    match ties {
        Ties { leads: true, .. } => Some(Role::Facilitator),
        Ties {
            takes_part: false, ..
        } => None,
        Ties { made_it: false, .. } => Some(Role::Member),
        Ties { leaders: 0, .. } => Some(Role::MakerAlone),
        Ties { .. } => Some(Role::Maker),
    }
}

/// What is wrong with a list of categories.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unfit {
    /// Fewer or more than fit.
    Count,
    /// One is too long.
    Length,
    /// Two are the same.
    Twice,
}

/// Categories as somebody typed them, one a line.
pub(super) fn categories(text: &str) -> Result<Vec<String>, Unfit> {
    let lines: Vec<String> = text
        .lines()
        .map(|line| line.trim().to_owned())
        .filter(|line| !line.is_empty())
        .collect();
    let is_long =
        |line: &String| u32::try_from(line.chars().count()).map_or(true, |length| length > CATEGORY);
    let is_again = |(place, line): (usize, &String)| {
        let folded = line.to_lowercase();
        lines
            .iter()
            .take(place)
            .any(|other| other.to_lowercase() == folded)
    };
    if !(CATEGORIES.0..=CATEGORIES.1).contains(&lines.len()) {
        Err(Unfit::Count)
    } else if lines.iter().any(is_long) {
        Err(Unfit::Length)
    } else if lines.iter().enumerate().any(is_again) {
        Err(Unfit::Twice)
    } else {
        Ok(lines)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_may_do_what_in_which_state() {
        let acts = [
            Act::Add,
            Act::Tend,
            Act::Settle,
            Act::Turn,
            Act::Vote,
            Act::Count,
            Act::FollowUp,
        ];
        let mut table = Vec::new();
        for state in State::ALL {
            for role in Role::ALL {
                let rights = acts.map(|act| if may(act, role, state, false) { "yes" } else { "-" });
                table.push(format!("{state:?} {role:?}: {}", rights.join(" ")));
            }
        }
        //                         add tend settle turn vote count follow-up
        let expected = [
            "Open Member: yes - - - - - -",
            "Open Maker: yes - yes - - - -",
            "Open MakerAlone: yes yes yes yes - - -",
            "Open Facilitator: yes yes yes yes - - -",
            "Voting Member: - - - - yes - -",
            "Voting Maker: - - - - yes - -",
            "Voting MakerAlone: - - - yes yes - -",
            "Voting Facilitator: - - - yes - - -",
            "Closed Member: - - - - - yes yes",
            "Closed Maker: - - - - - yes yes",
            "Closed MakerAlone: - - - yes - yes yes",
            "Closed Facilitator: - - - yes - yes yes",
        ];
        assert_eq!(table, expected);
    }

    #[test]
    fn counts_are_shown_while_people_vote_only_when_the_group_wants_that() {
        for role in Role::ALL {
            assert!(may(Act::Count, role, State::Voting, true));
            assert!(!may(Act::Count, role, State::Open, true), "nobody has voted yet");
        }
    }

    #[test]
    fn a_cause_is_changed_by_its_author_or_by_whoever_leads_and_only_while_it_is_filled() {
        for state in State::ALL {
            let is_open = state == State::Open;
            assert_eq!(tends(true, Role::Member, state), is_open);
            assert!(!tends(false, Role::Member, state));
            assert!(!tends(false, Role::Maker, state));
            assert_eq!(tends(false, Role::Facilitator, state), is_open);
            assert_eq!(tends(false, Role::MakerAlone, state), is_open);
        }
    }

    #[test]
    fn it_goes_one_step_at_a_time() {
        use State::{Closed, Open, Voting};
        let steps: Vec<(State, State)> = State::ALL
            .into_iter()
            .flat_map(|from| State::ALL.map(|to| (from, to)))
            .filter(|(from, to)| from.turned(*to).is_some())
            .collect();
        assert_eq!(
            steps,
            [(Open, Voting), (Voting, Open), (Voting, Closed), (Closed, Voting)]
        );
        for state in State::ALL {
            assert_eq!(State::from_word(state.word()), Some(state));
        }
    }

    #[test]
    fn who_is_not_in_the_group_stands_nowhere() {
        let ties = |leads, takes_part, made_it, leaders| Ties {
            leads,
            takes_part,
            made_it,
            leaders,
        };
        assert_eq!(
            role(ties(false, false, true, 1)),
            None,
            "who left it made it once"
        );
        assert_eq!(role(ties(false, true, false, 1)), Some(Role::Member));
        assert_eq!(role(ties(false, true, true, 2)), Some(Role::Maker));
        assert_eq!(role(ties(false, true, true, 0)), Some(Role::MakerAlone));
        assert_eq!(role(ties(true, true, true, 1)), Some(Role::Facilitator));
    }

    #[test]
    fn categories_are_lines_and_no_two_alike() {
        assert_eq!(
            categories(" Mens \n\nTechniek\n"),
            Ok(vec!["Mens".to_owned(), "Techniek".to_owned()])
        );
        assert_eq!(categories("Mens"), Err(Unfit::Count));
        assert_eq!(categories(&"x\n".repeat(9)), Err(Unfit::Count));
        assert_eq!(categories("Mens\nmens"), Err(Unfit::Twice));
        assert_eq!(
            categories(&format!("Mens\n{}", "x".repeat(61))),
            Err(Unfit::Length)
        );
    }
}
