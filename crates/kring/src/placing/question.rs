//! What an organiser asks when groups are composed: the rules of the form, and the people with what is known about them.

use std::collections::{BTreeMap, BTreeSet};

use matching::{Coach, Group, Kind, Person, Rule, Rules, Size};
use ui::{Problems, box_name};

use super::Known;
use super::coaches::leads_field;
use super::worth::Asked;
use crate::web::{Posted, Reading};
use crate::words::Words;

/// Smallest and largest group that can be asked for.
pub(super) const SIZES: (i64, i64) = (2, 20);

/// More people than this are composed on the command of somebody who can wait; a page cannot.
pub(super) const MOST_PEOPLE: usize = 1_200;

/// A rule that the form offers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Offer {
    /// The name of its field.
    pub(super) field: &'static str,
    kind: Kind,
    /// The trait it is about.
    of: Option<&'static str>,
    /// One of [`STRENGTHS`], before somebody chooses.
    pub(super) usual: &'static str,
}

/// The rules of the form, the most important first.
pub(super) const OFFERS: [Offer; 10] = [
    offer("apart", Kind::Apart, None, "always"),
    offer("organisation", Kind::Differ, Some("organisation"), "always"),
    offer("slot", Kind::CommonSlot, None, "strong"),
    offer("together", Kind::Together, None, "strong"),
    offer("language", Kind::Gather, Some("language"), "strong"),
    offer("region", Kind::Gather, Some("region"), "normal"),
    offer("coach", Kind::Coach, None, "normal"),
    offer("experience", Kind::Spread, Some("experience"), "light"),
    offer("mix", Kind::Spread, Some("function"), "off"),
    offer("alone", Kind::NeverAlone, Some("function"), "off"),
];

const fn offer(field: &'static str, kind: Kind, of: Option<&'static str>, usual: &'static str) -> Offer {
    Offer {
        field,
        kind,
        of,
        usual,
    }
}

/// How much a rule counts, and its weight; each step outweighs several of the one below.
pub(super) const STRENGTHS: [(&str, u32); 5] = [
    ("always", 1),
    ("strong", 9),
    ("normal", 3),
    ("light", 1),
    ("off", 0),
];

/// Reads the rules, with the rows of the form they stand in.
pub(super) fn rules(posted: &Posted, words: &Words) -> Result<(Rules, Vec<Offer>), Problems> {
    let mut reading = Reading::new(posted, words);
    let mut size = |field| {
        if reading.raw(field).is_empty() {
            let missing = reading.words().forms_missing();
            reading.wrong(field, missing);
        }
        let read = reading.number(field, SIZES.0, SIZES.1).unwrap_or(SIZES.0);
        usize::try_from(read).unwrap_or(2)
    };
    let (least, best, most) = (size("least"), size("best"), size("most"));
    if !(least <= best && best <= most) {
        reading.wrong("best", words.placing_compose_sizes());
    }
    let (mut rules, mut offers) = (Vec::new(), Vec::new());
    let known = STRENGTHS.map(|(word, _)| word);
    for offer in OFFERS {
        let strength = reading.one_of(offer.field, &known);
        if strength == "off" {
            continue;
        }
        let weight = STRENGTHS.iter().find(|(word, _)| *word == strength);
        rules.push(Rule {
            of: offer.of.map(str::to_owned),
            hard: strength == "always",
            weight: weight.map(|(_, weight)| *weight),
            ..Rule::of_kind(offer.kind)
        });
        offers.push(offer);
    }
    let rules = Rules {
        size: Size { least, best, most },
        groups: None,
        rules,
    };
    reading.done((rules, offers))
}

/// What the rules ask of these people: without the rules about something that nobody has filled in, which stand beside them, and
/// without the one about coaches when there are none to choose from.
pub(super) fn asked(
    rules: Rules,
    offers: Vec<Offer>,
    people: Vec<Person>,
    (coaches, are_wanted): (Vec<Coach>, bool),
) -> Asked {
    let is_known = |rule: &Rule| match rule.of.as_deref() {
        Some(of) => people.iter().any(|person| person.traits.contains_key(of)),
        None => rule.kind != Kind::Coach || are_wanted,
    };
    let (known, idle): (Vec<_>, Vec<_>) = rules
        .rules
        .into_iter()
        .zip(offers)
        .partition(|(rule, _)| is_known(rule));
    let (kept, offers) = known.into_iter().unzip();
    Asked {
        rules: Rules { rules: kept, ..rules },
        offers,
        idle: idle
            .into_iter()
            .filter(|(rule, _)| rule.kind != Kind::Coach)
            .map(|(_, offer)| offer)
            .collect(),
        people,
        coaches,
    }
}

/// The people of a question, from what is known about them: id, what, and the value.
pub(super) fn people(known: &[Known], year: i64) -> Vec<Person> {
    let mut people: BTreeMap<&str, Person> = BTreeMap::new();
    let all: BTreeSet<&str> = known.iter().map(|one| one.person_id.as_str()).collect();
    for Known {
        person_id,
        what,
        value,
    } in known
    {
        let person = people.entry(person_id).or_insert_with(|| Person {
            id: person_id.clone(),
            ..Person::default()
        });
        match what.as_str() {
            "free" => {
                person.free.insert(value.clone());
            }
            "apart" if all.contains(value.as_str()) => {
                person.apart.insert(value.clone());
            }
            "together" if all.contains(value.as_str()) => {
                person.together.insert(value.clone());
            }
            "name" | "group" | "apart" | "together" => {}
            "since" => {
                let since: Option<i64> = value.parse().ok();
                let of = person.traits.entry("experience".to_owned()).or_default();
                of.extend(since.map(|since| experience(year - since).to_owned()));
            }
            other => {
                let of = person.traits.entry(other.to_owned()).or_default();
                of.insert(value.to_lowercase());
            }
        }
    }
    people.into_values().collect()
}

/// Beginners, people on their way, and old hands.
const fn experience(years: i64) -> &'static str {
    match years {
        ..3 => "new",
        3..10 => "some",
        _ => "much",
    }
}

/// Names by id.
pub(super) fn names(known: &[Known]) -> BTreeMap<&str, &str> {
    let names = known.iter().filter(|one| one.what == "name");
    names
        .map(|one| (one.person_id.as_str(), one.value.as_str()))
        .collect()
}

/// The groups as the form has them: in which group each stands, by a number from zero, and who leads it.
pub(super) fn groups(posted: &Posted, asked: &Asked, count: usize) -> Vec<Group> {
    let coach = |group: usize| {
        let chosen = posted.text(&leads_field(group));
        let coach = asked.coaches.iter().find(|coach| coach.id == chosen);
        coach.map(|coach| coach.id.clone())
    };
    let mut groups: Vec<Group> = (0..count)
        .map(|group| Group {
            people: Vec::new(),
            coach: coach(group),
        })
        .collect();
    for person in &asked.people {
        let at: Option<usize> = posted.text(&seat_field(&person.id)).parse().ok();
        if let Some(group) = at.and_then(|at| groups.get_mut(at)) {
            group.people.push(person.id.clone());
        }
    }
    groups
}

/// Whom the form has a menu for.
pub(super) fn seated(posted: &Posted) -> impl Iterator<Item = &str> {
    posted.fields().filter_map(|(name, _)| name.strip_prefix("seat-"))
}

/// The form as it begins.
pub(super) fn usual() -> impl Iterator<Item = (String, String)> {
    let begin = [
        ("least", "5"),
        ("best", "7"),
        ("most", "8"),
        ("seed", "1"),
        ("tell", "yes"),
    ];
    let rules = OFFERS.iter().map(|offer| (offer.field, offer.usual));
    let all = begin.into_iter().chain(rules);
    all.map(|(name, value)| (name.to_owned(), value.to_owned()))
}

/// The form with other seats in it.
pub(super) fn with_seats(posted: &Posted, seats: Vec<(String, String)>) -> Posted {
    posted
        .fields()
        .filter(|(name, _)| {
            !["seat-", "from-", "leads-"]
                .iter()
                .any(|one| name.starts_with(one))
        })
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .chain(seats)
        .collect()
}

/// The field that says in which group somebody stands.
pub(super) fn seat_field(person: &str) -> String {
    format!("seat-{person}")
}

/// The field that says which group somebody leaves who has one.
pub(super) fn from_field(person: &str) -> String {
    format!("from-{person}")
}

/// The field of the name of a group.
pub(super) fn name_field(group: usize) -> String {
    box_name("group-name", group)
}

#[cfg(test)]
mod tests {
    use ui::Language;

    use super::*;
    use crate::words::words;

    fn posted(changes: &[(&str, &str)]) -> Posted {
        let begin = [("least", "5"), ("best", "7"), ("most", "8")];
        let usual = OFFERS.iter().map(|offer| (offer.field, offer.usual));
        let all = begin.into_iter().chain(usual).chain(changes.iter().copied());
        all.map(|(name, value)| (name.to_owned(), value.to_owned()))
            .collect()
    }

    #[test]
    fn what_always_counts_is_hard_and_what_is_off_is_no_rule() {
        let (rules, offers) = rules(&posted(&[]), words(Language::Nl)).unwrap();
        assert_eq!(rules.rules.len(), 8);
        let hard: Vec<&str> = offers
            .iter()
            .zip(&rules.rules)
            .filter(|(_, rule)| rule.hard)
            .map(|(offer, _)| offer.field)
            .collect();
        assert_eq!(hard, ["apart", "organisation"]);
        assert_eq!(
            rules
                .rules
                .iter()
                .map(|rule| rule.weight.unwrap())
                .collect::<Vec<_>>(),
            [1, 1, 9, 9, 9, 3, 3, 1]
        );
    }

    #[test]
    fn sizes_are_in_order_and_every_problem_stands_at_its_field() {
        for (field, value, wrong) in [
            ("best", "9", "best"),
            ("least", "", "least"),
            ("most", "99", "most"),
            ("slot", "x", "slot"),
        ] {
            let problems = rules(&posted(&[(field, value)]), words(Language::Nl)).unwrap_err();
            assert!(problems.of(wrong).is_some(), "{field}={value}");
        }
    }

    #[test]
    fn people_are_made_of_what_is_known_and_wishes_about_others_are_left_out() {
        let known = |what: &str, value: &str| Known {
            person_id: "noor".to_owned(),
            what: what.to_owned(),
            value: value.to_owned(),
        };
        let people = people(
            &[
                known("name", "Noor"),
                known("organisation", "De Linde"),
                known("since", "2025"),
                known("free", "tue-evening"),
                known("apart", "somebody-else"),
            ],
            2026,
        );
        assert_eq!(people.len(), 1);
        let traits = &people[0].traits;
        assert_eq!(traits["organisation"], BTreeSet::from(["de linde".to_owned()]));
        assert_eq!(traits["experience"], BTreeSet::from(["new".to_owned()]));
        assert!(people[0].apart.is_empty() && people[0].free.contains("tue-evening"));
    }
}
