//! Who may do what with an entry, who checks it, and when its owner looks again.

use jiff::civil::Date;
use jiff::{Span, ToSpan as _};

use crate::id::{GroupId, PersonId};

/// How far the text is that the owner works on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    /// Being written.
    Draft,
    /// Somebody else looks whether anybody can be recognised.
    Checking,
    /// Whoever looked has a question.
    Returned,
    /// What others read is what stands here.
    Approved,
    /// Taken back; nothing of it is left.
    Withdrawn,
}

impl State {
    pub(super) const ALL: [Self; 5] = [
        Self::Draft,
        Self::Checking,
        Self::Returned,
        Self::Approved,
        Self::Withdrawn,
    ];

    /// As it stands in the database.
    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Checking => "checking",
            Self::Returned => "returned",
            Self::Approved => "approved",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// Reads [`State::word`]; what this version does not know is as good as gone.
    pub(super) fn from_word(word: &str) -> Self {
        let known = Self::ALL.into_iter().find(|state| state.word() == word);
        known.unwrap_or(Self::Withdrawn)
    }
}

/// Whether others find it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shelf {
    /// Not yet, or not any more.
    Off,
    /// Yes.
    Open,
    /// Not until its owner has looked again.
    Resting,
}

impl Shelf {
    pub(super) const ALL: [Self; 3] = [Self::Off, Self::Open, Self::Resting];

    /// As it stands in the database.
    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::Off => "off",
            Self::Open => "open",
            Self::Resting => "resting",
        }
    }

    /// Reads [`Shelf::word`]; what this version does not know stands on no shelf.
    pub(super) fn from_word(word: &str) -> Self {
        let known = Self::ALL.into_iter().find(|shelf| shelf.word() == word);
        known.unwrap_or(Self::Off)
    }
}

/// For whom an owner gives consent, as it stands in the database and in forms: the programme, or every programme of its organisation.
pub(super) const SCOPES: [&str; 2] = ["programme", "organisation"];

/// What every owner of the case has to allow for a scope, as it is called in `case_consents`.
pub(super) fn use_for(scope: &str) -> &'static str {
    if scope == SCOPES[0] {
        "programme"
    } else {
        "library"
    }
}

/// As what somebody stands before an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// It is theirs.
    Owner,
    /// Says whether anybody can be recognised in it.
    Checker,
    /// Belongs to those for whom its owner gave consent.
    Reader,
}

/// What can be done with an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Act {
    /// Write the text, and send it to whoever checks it.
    Write,
    /// Take it back from whoever checks it, to go on writing.
    Recall,
    /// Read the text that is being worked on.
    ReadDraft,
    /// Say that nobody can be recognised, or ask something first.
    Judge,
    /// Read what others find.
    Read,
    /// Say that it still holds.
    Review,
    /// Choose for whom it is, or take it back with everything that was written.
    Own,
}

/// Whether somebody may do it. Whoever is none of the three is never asked about: for them there is no entry.
pub(super) fn may(act: Act, role: Role, state: State, shelf: Shelf) -> bool {
    let is_owner = role == Role::Owner;
    match (act, state) {
        (_, State::Withdrawn) => false,
        (Act::Write, State::Draft | State::Returned | State::Approved) => is_owner,
        (Act::Recall, State::Checking) | (Act::ReadDraft | Act::Own, _) if is_owner => true,
        (Act::ReadDraft, State::Checking | State::Returned) | (Act::Judge, State::Checking) => {
            role == Role::Checker
        }
        (Act::Read, _) => shelf == Shelf::Open || (is_owner && shelf == Shelf::Resting),
        (Act::Review, _) => is_owner && shelf != Shelf::Off,
        _ => false,
    }
}

/// Somebody who leads a group of a programme, or all of a programme that has no groups.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Lead {
    pub(super) person: PersonId,
    pub(super) group: Option<GroupId>,
}

/// Who checks an entry: whoever else leads the group in which the case was treated, because they were in its closed circle already and
/// know what would give somebody away. When nobody else does, whoever leads another group of the programme. Never its owner: what leaves
/// the circle is looked at by two.
pub(super) fn checkers(leads: &[Lead], group: Option<&GroupId>, owners: &[PersonId]) -> Vec<PersonId> {
    let others = || leads.iter().filter(|lead| !owners.contains(&lead.person));
    let mut found: Vec<PersonId> = others()
        .filter(|lead| lead.group.as_ref() == group)
        .map(|lead| lead.person.clone())
        .collect();
    if found.is_empty() {
        found = others().map(|lead| lead.person.clone()).collect();
    }
    found.sort();
    found.dedup();
    found
}

/// After how long an owner looks again.
const REVIEW: fn() -> Span = || 1.year();

/// How long an entry is still found after its owner was asked.
const PATIENCE: fn() -> Span = || 4.weeks();

/// The day on which somebody looks again at what is published today.
pub(super) fn review_on(today: Date) -> Date {
    today.checked_add(REVIEW()).unwrap_or(today)
}

/// What was to be looked at again on this day or before, and was not, is not found any more.
pub(super) fn rests_since(today: Date) -> Date {
    today.checked_sub(PATIENCE()).unwrap_or(today)
}

/// What an entry can be about; the words for people are in `locales/`.
pub(super) const THEMES: [&str; 12] = [
    "language",
    "money",
    "lifestyle",
    "chronic",
    "elderly",
    "mental",
    "tasks",
    "cooperation",
    "leading",
    "balance",
    "digital",
    "moral",
];

/// Where a bottleneck lies (domain knowledge, 2.3).
pub(super) const CATEGORIES: [&str; 7] = [
    "people",
    "patient",
    "process",
    "technique",
    "organisation",
    "money",
    "surroundings",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_may_do_what_with_an_entry() {
        use Act::{Judge, Own, Read, ReadDraft, Recall, Review, Write};
        let mut lines = Vec::new();
        for act in [Write, Recall, ReadDraft, Judge, Read, Review, Own] {
            for role in [Role::Owner, Role::Checker, Role::Reader] {
                let cells = Shelf::ALL.map(|shelf| {
                    let states = State::ALL
                        .into_iter()
                        .filter(|state| may(act, role, *state, shelf));
                    let states: Vec<&str> = states.map(State::word).collect();
                    format!("{}: {}", shelf.word(), states.join(" "))
                });
                lines.push(format!("{act:?} {role:?} | {}", cells.join(" | ")));
            }
        }
        insta::assert_snapshot!(lines.join("\n"), @r"
        Write Owner | off: draft returned approved | open: draft returned approved | resting: draft returned approved
        Write Checker | off:  | open:  | resting: 
        Write Reader | off:  | open:  | resting: 
        Recall Owner | off: checking | open: checking | resting: checking
        Recall Checker | off:  | open:  | resting: 
        Recall Reader | off:  | open:  | resting: 
        ReadDraft Owner | off: draft checking returned approved | open: draft checking returned approved | resting: draft checking returned approved
        ReadDraft Checker | off: checking returned | open: checking returned | resting: checking returned
        ReadDraft Reader | off:  | open:  | resting: 
        Judge Owner | off:  | open:  | resting: 
        Judge Checker | off: checking | open: checking | resting: checking
        Judge Reader | off:  | open:  | resting: 
        Read Owner | off:  | open: draft checking returned approved | resting: draft checking returned approved
        Read Checker | off:  | open: draft checking returned approved | resting: 
        Read Reader | off:  | open: draft checking returned approved | resting: 
        Review Owner | off:  | open: draft checking returned approved | resting: draft checking returned approved
        Review Checker | off:  | open:  | resting: 
        Review Reader | off:  | open:  | resting: 
        Own Owner | off: draft checking returned approved | open: draft checking returned approved | resting: draft checking returned approved
        Own Checker | off:  | open:  | resting: 
        Own Reader | off:  | open:  | resting:
        ");
    }

    fn lead(person: &str, group: Option<&str>) -> Lead {
        Lead {
            person: PersonId(person.to_owned()),
            group: group.map(|group| GroupId(group.to_owned())),
        }
    }

    #[test]
    fn nobody_checks_their_own_and_the_own_circle_comes_first() {
        let (g, owner) = (GroupId("g".to_owned()), PersonId("owner".to_owned()));
        let names = |leads: &[Lead]| -> Vec<String> {
            let owners = [owner.clone()];
            checkers(leads, Some(&g), &owners)
                .into_iter()
                .map(|one| one.0)
                .collect()
        };
        let here = lead("thea", Some("g"));
        let there = lead("bas", Some("h"));
        let own = lead("owner", Some("g"));
        assert_eq!(names(&[there.clone(), here.clone(), own.clone()]), ["thea"]);
        assert_eq!(names(&[there.clone(), own.clone(), there]), ["bas"]);
        assert!(names(&[own]).is_empty());
        // In an open meeting it is whoever leads the programme.
        let leads = [lead("thea", None), lead("bas", Some("h"))];
        assert_eq!(checkers(&leads, None, &[]), [PersonId("thea".to_owned())]);
    }

    #[test]
    fn an_owner_looks_again_after_a_year_and_has_four_weeks_for_it() {
        let today: Date = "2026-11-28".parse().unwrap();
        assert_eq!(review_on(today).to_string(), "2027-11-28");
        assert_eq!(rests_since(today).to_string(), "2026-10-31");
    }
}
