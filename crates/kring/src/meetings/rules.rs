//! Who may see what of a meeting, and how far it is.

use jiff::{SignedDuration, Timestamp};

use super::{Attendant, Invitation, Meeting, Outcome};
use crate::id::PersonId;

/// As what somebody stands before a meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Standing {
    /// Takes part, or took part.
    Participant,
    /// Leads it.
    Facilitator,
    /// Is the guest of this one meeting.
    Speaker,
    /// Only watches it.
    Observer,
    /// Belongs to the group, but was not yet a member when the meeting was held, is not on its list, or did not come.
    Member,
    /// Organises the programme.
    Organiser,
}

impl Standing {
    /// Every standing, for tables of rights.
    #[cfg(test)]
    pub(crate) const ALL: [Self; 6] = [
        Self::Participant,
        Self::Facilitator,
        Self::Speaker,
        Self::Observer,
        Self::Member,
        Self::Organiser,
    ];
}

/// What somebody may want to see of a meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sight {
    /// Title, time, place and agenda.
    Plan,
    /// Who is expected and who was there.
    People,
    /// Title and question of the prepared cases.
    Cases,
    /// What came out, and who will do what.
    Outcome,
}

impl Sight {
    /// Every sight, for tables of rights.
    #[cfg(test)]
    pub(crate) const ALL: [Self; 4] = [Self::Plan, Self::People, Self::Cases, Self::Outcome];
}

/// Whether somebody may see it. An organiser never sees content; a guest sees the one meeting and what is on its agenda.
pub(crate) const fn may(standing: Standing, sight: Sight) -> bool {
    match (standing, sight) {
        (_, Sight::Plan)
        | (Standing::Participant | Standing::Facilitator, _)
        | (Standing::Speaker | Standing::Member | Standing::Organiser, Sight::People)
        | (Standing::Member, Sight::Cases) => true,
        // Who only watches learns in the room what the group lets them see, names too.
        (Standing::Observer, Sight::People | Sight::Cases | Sight::Outcome)
        | (Standing::Member, Sight::Outcome)
        | (Standing::Speaker | Standing::Organiser, Sight::Cases | Sight::Outcome) => false,
    }
}

/// Whether somebody may see when everybody was there; the others see their own times only.
pub(crate) const fn sees_all_times(standing: Standing) -> bool {
    matches!(standing, Standing::Facilitator | Standing::Organiser)
}

/// Whether somebody reads why the others do not come: whoever said it was told that only the facilitator does.
pub(crate) const fn sees_reasons(standing: Standing) -> bool {
    matches!(standing, Standing::Facilitator)
}

/// Whether somebody decides what is on the agenda. There is nothing of a case in it, so an organiser may as well.
pub(crate) const fn may_plan(standing: Standing) -> bool {
    matches!(standing, Standing::Facilitator | Standing::Organiser)
}

/// Whether somebody may say who only watches: whoever leads, until the doors open. From then on it is done in the room.
pub(crate) fn chooses_watchers(standing: Standing, phase: Phase) -> bool {
    standing == Standing::Facilitator && phase == Phase::Planned
}

/// Whether somebody on the list can be one who only watches, or one again who takes part.
pub(crate) fn can_watch(person: &Attendant, case_owners: &[&PersonId]) -> bool {
    let takes_part = matches!(person.role.as_str(), "participant" | "observer");
    takes_part && person.state != "declined" && !case_owners.contains(&&person.person_id)
}

/// The facts from which a standing follows.
#[derive(Clone, Debug, Default)]
pub(crate) struct Ties {
    /// The role on the list of this meeting.
    pub(crate) attends: Option<String>,
    /// The meeting was held without them.
    pub(crate) missed: bool,
    /// Belongs to its group today.
    pub(crate) belongs: bool,
    /// Organises its programme today.
    pub(crate) organises: bool,
}

/// As what somebody stands before a meeting; `None` for a stranger, to whom it does not exist. Being in the circle goes
/// before organising.
pub(crate) fn standing(ties: &Ties) -> Option<Standing> {
    match ties.attends.as_deref() {
        // What was said stays with who was there: the report goes to exactly those, and so does this page.
        Some("facilitator" | "participant") if ties.missed => Some(Standing::Member),
        Some("facilitator") => Some(Standing::Facilitator),
        Some("participant") => Some(Standing::Participant),
        Some("speaker") => Some(Standing::Speaker),
        Some("observer") => Some(Standing::Observer),
        _ if ties.belongs => Some(Standing::Member),
        _ if ties.organises => Some(Standing::Organiser),
        _ => None,
    }
}

/// Whether a result is for this person, once they may see results at all. What belongs to a case is for the owner of that
/// case; without a case it is for whoever brought one. Whoever takes something along has it in any case.
pub(crate) fn is_for(outcome: &Outcome, person: &PersonId, case_owners: &[&PersonId]) -> bool {
    let wrote = outcome.person_id.as_ref() == Some(person);
    let takes = outcome
        .takers
        .iter()
        .any(|taker| taker.person_id.as_ref() == Some(person));
    let owns = match &outcome.case_owner {
        Some(owner) => owner == person || outcome.co_owners.contains(person),
        None => case_owners.contains(&person),
    };
    match outcome.audience.as_str() {
        "group" => true,
        "owner" => wrote || takes || owns,
        _ => wrote || takes,
    }
}

/// How far a meeting is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Phase {
    /// Still to come.
    Planned,
    /// Going on, or about to begin.
    Now,
    /// Over.
    Over,
    /// Called off.
    Cancelled,
}

impl Phase {
    /// Whether it is still to come or goes on.
    pub(crate) const fn is_ahead(self) -> bool {
        matches!(self, Self::Planned | Self::Now)
    }
}

/// People come in this long before the beginning.
const DOORS: SignedDuration = SignedDuration::from_mins(15);

/// How far a meeting is at a moment.
pub(crate) fn phase(meeting: &Meeting, now: Timestamp) -> Phase {
    if meeting.state == "cancelled" {
        Phase::Cancelled
    } else if meeting.state == "held" || now >= meeting.ends() {
        Phase::Over
    } else if now
        .saturating_add(DOORS)
        .is_ok_and(|soon| soon >= meeting.starts())
    {
        Phase::Now
    } else {
        Phase::Planned
    }
}

/// Places that somebody who signs up now can have; `None` for as many as come. Whoever waits goes before.
pub(crate) fn free_places(invitation: &Invitation) -> Option<i64> {
    let capacity = invitation.capacity?;
    Some(match invitation.waiting {
        0 => capacity.saturating_sub(invitation.taken).max(0),
        _ => 0,
    })
}

/// Whether people can sign up for an open meeting now: it is made known, and neither its last moment nor its beginning is past.
pub(crate) fn takes_sign_ups(meeting: &Meeting, invitation: &Invitation, now: Timestamp) -> bool {
    let last = invitation
        .closes_at
        .map_or(meeting.starts_at, |closes| closes.min(meeting.starts_at));
    invitation.slug.is_some()
        && meeting.state == "planned"
        && meeting.published_at.is_some()
        && now.as_microsecond() < last
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::meetings::Taker;

    #[test]
    fn who_may_see_what_of_a_meeting() {
        let table: Vec<String> = Standing::ALL
            .into_iter()
            .map(|standing| {
                let rights = Sight::ALL.map(|sight| if may(standing, sight) { "yes" } else { "-" });
                format!("{standing:?}: {}", rights.join(" "))
            })
            .collect();
        //                            plan people cases outcome
        let expected = [
            "Participant: yes yes yes yes",
            "Facilitator: yes yes yes yes",
            "Speaker: yes yes - -",
            "Observer: yes - - -",
            "Member: yes yes yes -",
            "Organiser: yes yes - -",
        ];
        assert_eq!(table, expected);
    }

    #[test]
    fn times_of_everybody_are_for_who_answers_to_a_register() {
        let all: Vec<Standing> = Standing::ALL
            .into_iter()
            .filter(|standing| sees_all_times(*standing))
            .collect();
        assert_eq!(all, [Standing::Facilitator, Standing::Organiser]);
    }

    #[test]
    fn only_whoever_leads_chooses_who_watches_and_only_beforehand() {
        for standing in Standing::ALL {
            for phase in [Phase::Planned, Phase::Now, Phase::Over, Phase::Cancelled] {
                let expected = (standing, phase) == (Standing::Facilitator, Phase::Planned);
                assert_eq!(
                    chooses_watchers(standing, phase),
                    expected,
                    "{standing:?} {phase:?}"
                );
            }
        }
    }

    #[test]
    fn who_brings_a_case_leads_or_speaks_takes_part() {
        let owner = PersonId("owner".to_owned());
        let can = |id: &str, role: &str, state: &str| {
            let person = Attendant {
                person_id: PersonId(id.to_owned()),
                name: String::new(),
                job: None,
                organisation: None,
                role: role.to_owned(),
                state: state.to_owned(),
            };
            can_watch(&person, &[&owner])
        };
        assert!(can("one", "participant", "expected") && can("one", "observer", "expected"));
        assert!(!can("owner", "participant", "expected"));
        assert!(!can("one", "participant", "declined"));
        assert!(!can("one", "facilitator", "expected") && !can("one", "speaker", "expected"));
    }

    #[test]
    fn a_stranger_has_no_standing_and_the_circle_goes_before_organising() {
        assert_eq!(standing(&Ties::default()), None);
        let both = Ties {
            attends: Some("participant".to_owned()),
            organises: true,
            ..Ties::default()
        };
        assert_eq!(standing(&both), Some(Standing::Participant));
        let organiser = Ties {
            organises: true,
            ..Ties::default()
        };
        assert_eq!(standing(&organiser), Some(Standing::Organiser));
    }

    #[test]
    fn who_did_not_come_has_no_part_in_what_was_said() {
        for (role, expected) in [
            ("participant", Standing::Member),
            ("facilitator", Standing::Member),
            ("speaker", Standing::Speaker),
            ("observer", Standing::Observer),
        ] {
            let missed = Ties {
                attends: Some(role.to_owned()),
                missed: true,
                ..Ties::default()
            };
            assert_eq!(standing(&missed), Some(expected), "{role}");
        }
    }

    #[test]
    fn a_private_note_is_for_its_writer_and_a_note_to_the_owner_for_two() {
        let person = |id: &str| PersonId(id.to_owned());
        let (writer, owner, other) = (person("writer"), person("owner"), person("other"));
        let sees = |audience: &str| {
            let outcome = Outcome {
                audience: audience.to_owned(),
                person_id: Some(writer.clone()),
                ..Outcome::default()
            };
            [&writer, &owner, &other].map(|viewer| is_for(&outcome, viewer, &[&owner]))
        };
        assert_eq!(sees("group"), [true, true, true]);
        assert_eq!(sees("owner"), [true, true, false]);
        assert_eq!(sees("writer"), [true, false, false]);
    }

    #[test]
    fn a_note_to_the_owner_of_one_case_is_not_for_the_owner_of_another() {
        let person = |id: &str| PersonId(id.to_owned());
        let (owner, other, taker) = (person("owner"), person("other"), person("taker"));
        let mut outcome = Outcome {
            audience: "owner".to_owned(),
            person_id: Some(person("writer")),
            case_owner: Some(owner.clone()),
            ..Outcome::default()
        };
        let sees = |outcome: &Outcome| {
            [&owner, &other, &taker].map(|viewer| is_for(outcome, viewer, &[&owner, &other]))
        };
        assert_eq!(sees(&outcome), [true, false, false]);
        outcome.takers.push(Taker {
            person_id: Some(taker.clone()),
            name: "Taker".to_owned(),
            why: None,
        });
        assert_eq!(sees(&outcome), [true, false, true]);
        outcome.co_owners.push(other.clone());
        assert_eq!(sees(&outcome), [true, true, true], "it is theirs as well");
    }

    #[test]
    fn the_doors_open_a_quarter_of_an_hour_before() {
        let at = |text: &str| text.parse::<Timestamp>().unwrap();
        let mut meeting = Meeting::sample(at("2026-11-23T13:00:00Z"), at("2026-11-23T14:30:00Z"));
        for (now, expected) in [
            ("2026-11-23T12:44:59Z", Phase::Planned),
            ("2026-11-23T12:45:00Z", Phase::Now),
            ("2026-11-23T14:29:59Z", Phase::Now),
            ("2026-11-23T14:30:00Z", Phase::Over),
        ] {
            assert_eq!(phase(&meeting, at(now)), expected, "{now}");
        }
        meeting.state = "cancelled".to_owned();
        assert_eq!(phase(&meeting, at("2026-11-23T13:10:00Z")), Phase::Cancelled);
    }
}
