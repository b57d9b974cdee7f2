//! Who may do what with a brief, and what comes next.

/// How far a brief is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum State {
    /// Being written.
    Draft,
    /// One of two owners proposed the text to share, and the other one has not said yes.
    Agreeing,
    /// A facilitator looks whether anybody can be recognised.
    Checking,
    /// The facilitator has a question.
    Returned,
    /// It may be read and brought.
    Approved,
    /// Taken back; nothing of it is left.
    Withdrawn,
}

impl State {
    pub(crate) const ALL: [Self; 6] = [
        Self::Draft,
        Self::Agreeing,
        Self::Checking,
        Self::Returned,
        Self::Approved,
        Self::Withdrawn,
    ];

    /// As it stands in the database.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Agreeing => "agreeing",
            Self::Checking => "checking",
            Self::Returned => "returned",
            Self::Approved => "approved",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// Reads [`State::word`].
    pub(crate) fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.word() == word)
    }
}

/// Who may read what is shared of a brief; each holds the ones before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Readers {
    /// Nobody else.
    Owner,
    /// Whoever leads the group.
    Facilitator,
    /// Everybody in the group.
    Group,
}

impl Readers {
    pub(crate) const ALL: [Self; 3] = [Self::Owner, Self::Facilitator, Self::Group];

    /// As it stands in the database and in forms.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Owner => "owner",
            Self::Facilitator => "facilitator",
            Self::Group => "group",
        }
    }

    /// Reads [`Readers::word`].
    pub(crate) fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|readers| readers.word() == word)
    }
}

/// As what somebody stands before a brief.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// It is theirs.
    Owner,
    /// It is theirs, and nobody else leads the group: they have to look themselves.
    OwnerAlone,
    /// Leads the group.
    Facilitator,
    /// Is in the group.
    Member,
}

/// What can be done with a brief.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Act {
    /// Read and write what only the owner has.
    Write,
    /// Send the text that is to be shared to whoever checks it.
    Send,
    /// Agree with the text that the other owner proposed.
    Agree,
    /// Read what is shared.
    Read,
    /// Say that nobody can be recognised, or ask something first.
    Judge,
    /// Put it on the list of a meeting, or take it off.
    Bring,
    /// Take it back, with everything that was written.
    Withdraw,
}

/// Whether somebody may do it. Whoever has nothing to do with the group is never asked about: for them there is no brief.
pub(super) fn may(act: Act, role: Role, state: State, readers: Readers) -> bool {
    let is_owner = matches!(role, Role::Owner | Role::OwnerAlone);
    let is_shared = readers > Readers::Owner;
    match (act, state) {
        (_, State::Withdrawn) => false,
        (Act::Write | Act::Withdraw, _) | (Act::Agree | Act::Read, State::Agreeing) => is_owner,
        (Act::Send, State::Draft | State::Agreeing | State::Returned | State::Approved) => {
            is_owner && is_shared
        }
        // What waits for the check is there for whoever checks, and for nobody else yet.
        (Act::Read, State::Checking | State::Returned) => {
            is_owner || (role == Role::Facilitator && is_shared)
        }
        (Act::Read, State::Approved) => match role {
            Role::Owner | Role::OwnerAlone => true,
            Role::Facilitator => is_shared,
            Role::Member => readers == Readers::Group,
        },
        (Act::Judge, State::Checking) => is_shared && matches!(role, Role::Facilitator | Role::OwnerAlone),
        (Act::Bring, State::Approved) => is_owner || (role == Role::Facilitator && is_shared),
        (Act::Read, State::Draft)
        | (Act::Send, State::Checking)
        | (Act::Agree | Act::Judge | Act::Bring, _) => false,
    }
}

/// The role that follows from whose it is and what somebody is in the group; `None` when there is no brief for them.
pub(super) fn role(is_owner: bool, roles: &[String], other_leaders: i64) -> Option<Role> {
    let has = |wanted: &str| roles.iter().any(|role| role == wanted);
    match (is_owner, has("facilitator"), has("participant")) {
        (true, true, _) if other_leaders == 0 => Some(Role::OwnerAlone),
        (true, _, _) => Some(Role::Owner),
        (false, true, _) => Some(Role::Facilitator),
        (false, false, true) => Some(Role::Member),
        (false, false, false) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A line for each act and role: the states in which it may be done, by who may read.
    fn matrix() -> String {
        use Act::{Agree, Bring, Judge, Read, Send, Withdraw, Write};
        let mut lines = Vec::new();
        for act in [Write, Send, Agree, Read, Judge, Bring, Withdraw] {
            for role in [Role::Owner, Role::OwnerAlone, Role::Facilitator, Role::Member] {
                let cells: Vec<String> = Readers::ALL
                    .iter()
                    .map(|readers| {
                        let states = State::ALL
                            .iter()
                            .filter(|state| may(act, role, **state, *readers));
                        let states: Vec<&str> = states.map(|state| state.word()).collect();
                        format!("{}: {}", readers.word(), states.join(" "))
                    })
                    .collect();
                lines.push(format!("{act:?} {role:?} | {}", cells.join(" | ")));
            }
        }
        lines.join("\n")
    }

    #[test]
    fn who_may_do_what_with_a_brief() {
        insta::assert_snapshot!(matrix(), @r#"
        Write Owner | owner: draft agreeing checking returned approved | facilitator: draft agreeing checking returned approved | group: draft agreeing checking returned approved
        Write OwnerAlone | owner: draft agreeing checking returned approved | facilitator: draft agreeing checking returned approved | group: draft agreeing checking returned approved
        Write Facilitator | owner:  | facilitator:  | group: 
        Write Member | owner:  | facilitator:  | group: 
        Send Owner | owner:  | facilitator: draft agreeing returned approved | group: draft agreeing returned approved
        Send OwnerAlone | owner:  | facilitator: draft agreeing returned approved | group: draft agreeing returned approved
        Send Facilitator | owner:  | facilitator:  | group: 
        Send Member | owner:  | facilitator:  | group: 
        Agree Owner | owner: agreeing | facilitator: agreeing | group: agreeing
        Agree OwnerAlone | owner: agreeing | facilitator: agreeing | group: agreeing
        Agree Facilitator | owner:  | facilitator:  | group: 
        Agree Member | owner:  | facilitator:  | group: 
        Read Owner | owner: agreeing checking returned approved | facilitator: agreeing checking returned approved | group: agreeing checking returned approved
        Read OwnerAlone | owner: agreeing checking returned approved | facilitator: agreeing checking returned approved | group: agreeing checking returned approved
        Read Facilitator | owner:  | facilitator: checking returned approved | group: checking returned approved
        Read Member | owner:  | facilitator:  | group: approved
        Judge Owner | owner:  | facilitator:  | group: 
        Judge OwnerAlone | owner:  | facilitator: checking | group: checking
        Judge Facilitator | owner:  | facilitator: checking | group: checking
        Judge Member | owner:  | facilitator:  | group: 
        Bring Owner | owner: approved | facilitator: approved | group: approved
        Bring OwnerAlone | owner: approved | facilitator: approved | group: approved
        Bring Facilitator | owner:  | facilitator: approved | group: approved
        Bring Member | owner:  | facilitator:  | group: 
        Withdraw Owner | owner: draft agreeing checking returned approved | facilitator: draft agreeing checking returned approved | group: draft agreeing checking returned approved
        Withdraw OwnerAlone | owner: draft agreeing checking returned approved | facilitator: draft agreeing checking returned approved | group: draft agreeing checking returned approved
        Withdraw Facilitator | owner:  | facilitator:  | group: 
        Withdraw Member | owner:  | facilitator:  | group:
        "#);
    }

    #[test]
    fn nobody_else_reads_before_it_was_checked_and_nothing_is_left_of_what_was_withdrawn() {
        for readers in Readers::ALL {
            for state in State::ALL {
                let member_reads = may(Act::Read, Role::Member, state, readers);
                assert_eq!(
                    member_reads,
                    state == State::Approved && readers == Readers::Group
                );
            }
            for role in [Role::Owner, Role::OwnerAlone, Role::Facilitator, Role::Member] {
                assert!(!may(Act::Read, role, State::Withdrawn, readers));
            }
        }
    }

    #[test]
    fn an_organiser_and_a_stranger_find_no_brief() {
        let roles = |names: &[&str]| names.iter().map(ToString::to_string).collect::<Vec<_>>();
        assert_eq!(role(false, &roles(&["organiser"]), 1), None);
        assert_eq!(role(false, &roles(&[]), 1), None);
        assert_eq!(role(true, &roles(&["facilitator"]), 0), Some(Role::OwnerAlone));
        assert_eq!(role(true, &roles(&["facilitator"]), 1), Some(Role::Owner));
        assert_eq!(role(true, &roles(&[]), 1), Some(Role::Owner));
    }
}
