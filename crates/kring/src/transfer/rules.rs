//! What a list asks for, row by row: what would happen, and every problem. The same for the preview and for carrying it out.

use std::collections::BTreeMap;

use super::Role;
use super::columns::Column;
use super::entries::{Entry, Fault, Wrong};
use super::known::{Known, Member, same};
use super::lines::{Line, Note, Seat, Step};

/// What would happen, row after row: each sees what the rows above it would have done.
pub(super) fn plan(entries: Vec<Entry>, known: &Known, makes_groups: bool) -> Vec<Line> {
    let mut plan = Plan {
        known,
        makes_groups,
        members: known.members.clone(),
        firsts: BTreeMap::new(),
    };
    entries.into_iter().map(|entry| plan.line(entry)).collect()
}

struct Plan<'a> {
    known: &'a Known,
    makes_groups: bool,
    members: BTreeMap<String, Member>,
    /// The first row of each address.
    firsts: BTreeMap<String, Entry>,
}

impl Plan<'_> {
    fn line(&mut self, mut entry: Entry) -> Line {
        let mut line = Line {
            faults: std::mem::take(&mut entry.faults),
            steps: Vec::new(),
            notes: Vec::new(),
            entry,
        };
        if line.entry.role == Role::Applicant {
            line.notes.push(Note::Applicant);
            return line;
        }
        // Without an address nobody knows who it is; what the row says is judged all the same.
        if line.faults.iter().any(|fault| fault.column == Column::Mail) {
            self.judge(&mut line);
        } else {
            self.compare(&mut line);
            self.place(&mut line);
            self.work(&mut line);
        }
        line.faults.sort_by_key(|fault| fault.column);
        line
    }

    /// What can be said of a row of nobody.
    fn judge(&self, line: &mut Line) {
        if line.entry.name.is_empty() {
            line.wrong(Column::Name, Wrong::Missing);
        }
        if let Err(what) = self.seat(&line.entry.group) {
            line.wrong(Column::Group, what);
        }
    }

    /// Against the first row of the same address, and against who it is.
    fn compare(&mut self, line: &mut Line) {
        let entry = &line.entry;
        if let Some(first) = self.firsts.get(&entry.mail) {
            let differ = |one: &str, other: &str| !one.is_empty() && !other.is_empty() && !same(one, other);
            let (one, other) = (
                first.language.unwrap_or_default(),
                entry.language.unwrap_or_default(),
            );
            for (column, one, other) in [
                (Column::Name, first.name.as_str(), entry.name.as_str()),
                (Column::Language, one, other),
                (Column::Organisation, &first.organisation, &entry.organisation),
                (Column::Job, &first.job, &entry.job),
            ] {
                if differ(one, other) {
                    line.faults.push(Fault {
                        column,
                        what: Wrong::Differs(first.row),
                    });
                }
            }
            return;
        }
        match self.members.get(&entry.mail) {
            Some(member) if !entry.name.is_empty() && !same(&member.name, &entry.name) => {
                line.notes.push(Note::KeepsName(member.name.clone()));
            }
            None if entry.name.is_empty() => {
                line.wrong(Column::Name, Wrong::Missing);
            }
            _ => {}
        }
        self.firsts.insert(line.entry.mail.clone(), line.entry.clone());
    }

    /// Where they would get a place.
    fn place(&mut self, line: &mut Line) {
        let (entry, role) = (&line.entry, line.entry.role);
        let seat = match self.seat(&entry.group) {
            Ok(seat) => seat,
            Err(what) => {
                line.wrong(Column::Group, what);
                return;
            }
        };
        let member = self.members.entry(entry.mail.clone()).or_default();
        let is_new = member.seats.is_empty();
        let here = |(other, ..): &&(Option<Seat>, Role, Option<usize>)| match (other, &seat) {
            (Some(one), Some(two)) => one.is(two),
            (None, None) => true,
            _ => false,
        };
        let has_it = member
            .seats
            .iter()
            .filter(here)
            .find(|(_, other, _)| *other == role);
        // Whoever has any place in the programme takes part in it.
        let takes_part = seat.is_none() && role == Role::Participant && !is_new;
        if let Some((.., Some(row))) = has_it {
            line.notes.push(Note::Same(*row));
        }
        if has_it.is_some() || takes_part {
            return;
        }
        if let Some(fault) = member.must_leave(seat.as_ref(), role) {
            line.faults.push(fault);
            return;
        }
        let step = match (&seat, role) {
            (Some(seat), _) => Step::Sits(seat.clone()),
            (None, Role::Facilitator) => Step::Leads,
            (None, _) => Step::Joins,
        };
        if is_new && matches!(step, Step::Sits(_)) {
            line.steps.push(Step::Joins);
        }
        line.steps.push(step);
        member.seats.push((seat, role, Some(entry.row)));
    }

    fn seat(&self, group: &str) -> Result<Option<Seat>, Wrong> {
        match self.known.circle(group) {
            _ if group.is_empty() => Ok(None),
            Some(circle) => Ok(Some(Seat::In(circle.clone()))),
            None if self.makes_groups => Ok(Some(Seat::New(group.to_owned()))),
            None => Err(Wrong::UnknownGroup(self.known.nearest(group))),
        }
    }

    /// Where they work.
    fn work(&mut self, line: &mut Line) {
        let Some(member) = self.members.get_mut(&line.entry.mail) else {
            return;
        };
        if line.entry.organisation.is_empty() {
            if !line.entry.job.is_empty() {
                line.notes.push(Note::JobAlone);
            }
        } else if !member.is_told {
            member.is_told = true;
            line.steps.push(Step::Works);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Circle, Place};
    use super::*;
    use crate::id::GroupId;

    fn entry(row: usize, mail: &str, group: &str, role: Role) -> Entry {
        Entry {
            row,
            name: "Zoë".to_owned(),
            mail: mail.to_owned(),
            group: group.to_owned(),
            role,
            language: None,
            organisation: String::new(),
            job: String::new(),
            faults: Vec::new(),
        }
    }

    /// Groups 4 and 5; Noor takes part in 4, Thea leads 4.
    fn known() -> Known {
        let circle = |name: &str| Circle {
            id: GroupId(name.to_owned()),
            name: name.to_owned(),
        };
        let place = |mail: &str, role: &str| Place {
            mail: mail.to_owned(),
            name: mail.to_owned(),
            language: "nl".to_owned(),
            group_id: Some(GroupId("Groep 4".to_owned())),
            group_name: Some("Groep 4".to_owned()),
            role: role.to_owned(),
            job: None,
            organisation: None,
        };
        Known::of(
            vec![circle("Groep 4"), circle("Groep 5")],
            vec![place("noor", "participant"), place("thea", "facilitator")],
        )
    }

    /// What each row would do, notes and faults in words of the code.
    fn told(entries: Vec<Entry>, makes_groups: bool) -> Vec<String> {
        let lines = plan(entries, &known(), makes_groups);
        let seat = |step: &Step| match step {
            Step::Sits(Seat::In(circle)) => format!("sits in {}", circle.name),
            Step::Sits(Seat::New(name)) => format!("sits in new {name}"),
            other => format!("{other:?}").to_lowercase(),
        };
        let line = |line: &Line| {
            let steps = line.steps.iter().map(seat);
            let notes = line.notes.iter().map(|note| format!("{note:?}"));
            let faults = line
                .faults
                .iter()
                .map(|fault| format!("{:?}: {:?}", fault.column, fault.what));
            steps.chain(notes).chain(faults).collect::<Vec<_>>().join(", ")
        };
        lines.iter().map(line).collect()
    }

    use Role::{Applicant, Facilitator, Participant};

    #[test]
    fn a_row_says_what_it_would_do() {
        for (mail, group, role, expected) in [
            ("zoe", "", Participant, "joins"),
            ("zoe", "groep 5", Participant, "joins, sits in Groep 5"),
            ("zoe", "Groep 5", Facilitator, "joins, sits in Groep 5"),
            ("zoe", "", Facilitator, "leads"),
            ("zoe", "", Applicant, "Applicant"),
            (
                "thea",
                "Groep 5",
                Participant,
                "sits in Groep 5, KeepsName(\"thea\")",
            ),
            (
                "thea",
                "Groep 5",
                Facilitator,
                "sits in Groep 5, KeepsName(\"thea\")",
            ),
            ("noor", "", Facilitator, "leads, KeepsName(\"noor\")"),
            ("noor", "", Participant, "KeepsName(\"noor\")"),
            ("noor", "GROEP 4", Participant, "KeepsName(\"noor\")"),
            (
                "noor",
                "Groep 5",
                Participant,
                "KeepsName(\"noor\"), Group: SitsIn(\"Groep 4\")",
            ),
            (
                "noor",
                "Groep 4",
                Facilitator,
                "KeepsName(\"noor\"), Role: OtherRole(\"Groep 4\")",
            ),
            (
                "thea",
                "Groep 4",
                Participant,
                "KeepsName(\"thea\"), Role: OtherRole(\"Groep 4\")",
            ),
            (
                "zoe",
                "Groep5",
                Participant,
                "Group: UnknownGroup(Some(\"Groep 5\"))",
            ),
            ("zoe", "Zuid", Participant, "Group: UnknownGroup(None)"),
        ] {
            let entry = entry(2, mail, group, role);
            assert_eq!(told(vec![entry], false), [expected], "{mail} {group} {role:?}");
        }
    }

    #[test]
    fn rows_of_one_person_are_seen_together() {
        let rows = vec![
            entry(2, "zoe", "Groep 4", Facilitator),
            entry(3, "zoe", "Groep 5", Facilitator),
            entry(4, "zoe", "Groep 5", Facilitator),
            entry(5, "bo", "Groep 4", Participant),
            entry(6, "bo", "Groep 5", Participant),
            entry(7, "bo", "Groep 4", Facilitator),
            entry(8, "bo", "", Participant),
        ];
        assert_eq!(
            told(rows, false),
            [
                "joins, sits in Groep 4",
                "sits in Groep 5",
                "Same(3)",
                "joins, sits in Groep 4",
                "Group: SitsIn(\"Groep 4\")",
                "Role: OtherRole(\"Groep 4\")",
                "",
            ]
        );
    }

    #[test]
    fn groups_that_do_not_exist_are_made_when_asked_for_and_once() {
        let rows = vec![
            entry(2, "zoe", "Zuid", Participant),
            entry(3, "bo", "ZUID", Participant),
            entry(4, "zoe", "zuid", Participant),
            entry(5, "zoe", "West", Participant),
        ];
        assert_eq!(
            told(rows, true),
            [
                "joins, sits in new Zuid",
                "joins, sits in new ZUID",
                "Same(2)",
                "Group: SitsIn(\"Zuid\")"
            ]
        );
    }

    #[test]
    fn rows_that_contradict_each_other_are_named() {
        let with = |row, change: fn(&mut Entry)| {
            let mut entry = entry(row, "zoe", "", Participant);
            change(&mut entry);
            entry
        };
        let rows = vec![
            with(2, |entry| {
                entry.language = Some("nl");
                entry.organisation = "Zorg".to_owned();
                entry.job = "POH".to_owned();
            }),
            with(3, |entry| {
                entry.name = "Bo".to_owned();
                entry.language = Some("en");
                entry.organisation = "ZORG".to_owned();
                entry.job = "Arts".to_owned();
            }),
            with(4, |entry| entry.name.clear()),
        ];
        assert_eq!(
            told(rows, false),
            [
                "joins, works",
                "Same(2), Name: Differs(2), Language: Differs(2), Job: Differs(2)",
                "Same(2)"
            ]
        );
    }

    #[test]
    fn a_row_without_an_address_is_judged_all_the_same() {
        let mut row = entry(2, "zoe", "Groep5", Participant);
        row.name.clear();
        row.faults = vec![Fault {
            column: Column::Mail,
            what: Wrong::NoAddress,
        }];
        assert_eq!(
            told(vec![row], false),
            ["Name: Missing, Mail: NoAddress, Group: UnknownGroup(Some(\"Groep 5\"))"]
        );
    }

    #[test]
    fn somebody_new_needs_a_name_and_a_function_an_organisation() {
        let nameless = |mail: &str| Entry {
            name: String::new(),
            job: "POH".to_owned(),
            ..entry(2, mail, "", Participant)
        };
        assert_eq!(
            told(vec![nameless("zoe")], false),
            ["joins, JobAlone, Name: Missing"]
        );
        assert_eq!(told(vec![nameless("noor")], false), ["JobAlone"]);
    }
}
