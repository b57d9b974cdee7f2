//! Who can lead the groups that are composed: how many of them, where, and which one.
//!
//! Everybody who leads in the programme is offered, with a group or without one. How many of the new groups each can take and in which
//! regions is said on the form; where somebody works begins with what they told of themselves.

use std::collections::BTreeSet;

use matching::Coach;
use ui::{Problems, box_name};

use super::Known;
use crate::web::{LINE, Posted, Reading};
use crate::words::Words;

/// Most groups that one person takes at once.
pub(super) const MOST_GROUPS: i64 = 20;

/// Somebody who leads in the programme.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Leader {
    pub(super) id: String,
    pub(super) name: String,
    /// Names of the groups they lead already.
    pub(super) leads: Vec<String>,
    region: String,
    free: BTreeSet<String>,
}

/// Those who lead, from what is known about them, in the order of their ids.
pub(super) fn leaders(known: &[Known]) -> Vec<Leader> {
    let mut leaders: Vec<Leader> = Vec::new();
    for one in known {
        if leaders.last().is_none_or(|leader| leader.id != one.person_id) {
            leaders.push(Leader {
                id: one.person_id.clone(),
                ..Leader::default()
            });
        }
        let Some(leader) = leaders.last_mut() else {
            continue;
        };
        match one.what.as_str() {
            "name" => leader.name.clone_from(&one.value),
            "region" => leader.region.clone_from(&one.value),
            "leads" => leader.leads.push(one.value.clone()),
            _ => {
                leader.free.insert(one.value.clone());
            }
        }
    }
    leaders
}

/// The fields as they begin: whoever leads no group takes one, whoever does takes no other.
pub(super) fn usual(leaders: &[Leader]) -> impl Iterator<Item = (String, String)> {
    leaders.iter().flat_map(|leader| {
        let takes = if leader.leads.is_empty() { "1" } else { "0" };
        [
            (takes_field(&leader.id), takes.to_owned()),
            (regions_field(&leader.id), leader.region.clone()),
        ]
    })
}

/// The coaches of a question, as the form has them.
pub(super) fn coaches(leaders: &[Leader], posted: &Posted, words: &Words) -> Result<Vec<Coach>, Problems> {
    let mut reading = Reading::new(posted, words);
    let coach = |leader: &Leader| {
        let takes = reading.number(&takes_field(&leader.id), 0, MOST_GROUPS);
        let regions = reading
            .optional(&regions_field(&leader.id), LINE)
            .unwrap_or_default();
        let regions = regions.split(',').map(|region| region.trim().to_lowercase());
        Coach {
            id: leader.id.clone(),
            groups: usize::try_from(takes.unwrap_or_default()).unwrap_or_default(),
            regions: regions.filter(|region| !region.is_empty()).collect(),
            free: leader.free.clone(),
        }
    };
    let coaches = leaders.iter().map(coach).collect();
    reading.done(coaches)
}

/// The field that says how many groups somebody takes.
pub(super) fn takes_field(person: &str) -> String {
    format!("takes-{person}")
}

/// The field that says in which regions somebody works.
pub(super) fn regions_field(person: &str) -> String {
    format!("regions-{person}")
}

/// The field that says who leads a group.
pub(super) fn leads_field(group: usize) -> String {
    box_name("leads", group)
}

#[cfg(test)]
mod tests {
    use ui::Language;

    use super::*;
    use crate::words::words;

    fn known(person: &str, what: &str, value: &str) -> Known {
        Known {
            person_id: person.to_owned(),
            what: what.to_owned(),
            value: value.to_owned(),
        }
    }

    #[test]
    fn whoever_leads_no_group_takes_one_where_they_work() {
        let known = [
            known("els", "leads", "Noord"),
            known("els", "name", "Els"),
            known("roos", "free", "tue-evening"),
            known("roos", "name", "Roos"),
            known("roos", "region", "Oost, Veluwe"),
        ];
        let leaders = leaders(&known);
        let posted: Posted = usual(&leaders).collect();
        let coaches = coaches(&leaders, &posted, words(Language::Nl)).unwrap();
        let told: Vec<(&str, usize, Vec<&String>)> = coaches
            .iter()
            .map(|coach| (coach.id.as_str(), coach.groups, coach.regions.iter().collect()))
            .collect();
        let (oost, veluwe) = ("oost".to_owned(), "veluwe".to_owned());
        assert_eq!(told, [("els", 0, vec![]), ("roos", 1, vec![&oost, &veluwe])]);
        assert!(coaches.iter().any(|coach| coach.free.contains("tue-evening")));
        let wrong = posted.with("takes-roos", "99");
        let problems = super::coaches(&leaders, &wrong, words(Language::Nl)).unwrap_err();
        assert!(problems.of("takes-roos").is_some());
    }
}
