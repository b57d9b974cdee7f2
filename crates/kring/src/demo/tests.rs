//! The world is whole: everything referred to exists, every plan works out, dates are in order, nobody is real.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use jiff::Timestamp;
use session::Catalogue;
use session::model::{ResultKind, Word as _};

use super::world::{Group, Meeting, Programme, World};
use super::{DOMAIN, fill};
use crate::meetings::agenda::agenda;

fn world() -> World {
    World::read().unwrap()
}

fn group_of<'p>(programme: &'p Programme, meeting: &Meeting) -> Option<&'p Group> {
    let key = meeting.group.as_ref()?;
    let found = programme.groups.iter().find(|group| group.key == *key);
    assert!(found.is_some(), "{}: there is no group {key}", meeting.key);
    found
}

fn people_of(programme: &Programme, meeting: &Meeting) -> Vec<String> {
    group_of(programme, meeting).map_or_else(|| meeting.people.clone(), |group| group.members.clone())
}

fn is_past(meeting: &Meeting) -> bool {
    !meeting.now && meeting.week < 0
}

/// Every meeting with its programme.
fn meetings(world: &World) -> impl Iterator<Item = (&Programme, &Meeting)> {
    let of = |programme: &'_ Programme| programme.meetings.len();
    assert!(world.programmes.iter().all(|programme| of(programme) > 0));
    world
        .programmes
        .iter()
        .flat_map(|programme| programme.meetings.iter().map(move |meeting| (programme, meeting)))
}

#[test]
fn every_plan_works_out_and_fits_its_meeting() {
    let (catalogue, bad) = Catalogue::built_in();
    assert!(bad.is_empty(), "{bad:?}");
    let world = world();
    for (programme, meeting) in meetings(&world) {
        let people = people_of(programme, meeting).len();
        let plan = fill::plan(meeting).unwrap();
        let items = agenda(&plan, &catalogue, Timestamp::UNIX_EPOCH, people)
            .unwrap_or_else(|problems| panic!("{}: {problems:?}", meeting.key));
        let minutes = items.iter().map(|item| i64::from(item.seconds)).sum::<i64>() / 60;
        let room = meeting.minutes + meeting.days * 24 * 60;
        assert!(
            minutes <= room,
            "{}: an agenda of {minutes} minutes in a meeting of {room}",
            meeting.key,
        );
        assert!(
            minutes * 2 >= meeting.minutes,
            "{}: only {minutes} of {} minutes are filled",
            meeting.key,
            meeting.minutes
        );
    }
}

#[test]
fn everybody_and_everything_referred_to_exists() {
    let world = world();
    for programme in &world.programmes {
        let named = programme
            .organisers
            .iter()
            .chain(&programme.facilitators)
            .chain(&programme.late);
        let in_groups = programme
            .groups
            .iter()
            .flat_map(|group| group.members.iter().chain(&group.facilitators));
        let choosers = programme.ideas.iter().flat_map(|idea| &idea.chosen);
        for key in named.chain(in_groups).chain(choosers) {
            assert!(
                world.people.contains_key(key),
                "{}: no person {key}",
                programme.name
            );
        }
        for group in &programme.groups {
            for key in group.topics.iter().filter_map(|topic| topic.meeting.as_ref()) {
                let exists = programme.meetings.iter().any(|meeting| meeting.key == *key);
                assert!(exists, "{}: no meeting {key}", group.key);
            }
        }
    }
    for somebody in world.people.values() {
        assert!(world.organisations.contains_key(&somebody.at), "{}", somebody.at);
    }
}

#[test]
fn only_who_was_there_said_something() {
    let world = world();
    for (programme, meeting) in meetings(&world) {
        let people = people_of(programme, meeting);
        for key in meeting.absent.iter().chain(&meeting.declined) {
            assert!(people.contains(key), "{}: {key} was not expected", meeting.key);
        }
        let owners = meeting.cases.iter().map(|case| &case.owner);
        let writers = meeting.results.iter().filter_map(|result| result.person.as_ref());
        let doers = meeting.actions.iter().map(|action| &action.person);
        for key in owners.chain(writers).chain(doers) {
            let was_there =
                people.contains(key) && !meeting.absent.contains(key) && !meeting.declined.contains(key);
            assert!(was_there, "{}: {key} was not there", meeting.key);
        }
    }
}

#[test]
fn results_come_from_steps_of_the_agenda() {
    let (catalogue, _) = Catalogue::built_in();
    let world = world();
    for (_, meeting) in meetings(&world) {
        for result in &meeting.results {
            assert!(
                ResultKind::from_word(&result.kind).is_some(),
                "{}: {}",
                meeting.key,
                result.kind
            );
            let on_agenda = meeting
                .agenda
                .iter()
                .filter_map(|id| catalogue.get(id))
                .any(|method| method.steps.iter().any(|step| step.id == result.step));
            assert!(on_agenda, "{}: no step {}", meeting.key, result.step);
            assert!(["group", "owner", "writer"].contains(&result.audience.as_str()));
        }
    }
}

#[test]
fn dates_are_in_order() {
    let world = world();
    for programme in &world.programmes {
        let mut last: BTreeMap<Option<&String>, i64> = BTreeMap::new();
        for meeting in programme
            .meetings
            .iter()
            .filter(|meeting| !meeting.now && meeting.days == 0)
        {
            assert_ne!(
                meeting.week, 0,
                "{}: it could be any day of this week",
                meeting.key
            );
            let within = programme.starts_week <= meeting.week
                && meeting.week <= programme.starts_week + programme.weeks;
            assert!(within, "{}: outside the programme", meeting.key);
            let before = last.insert(meeting.group.as_ref(), meeting.week);
            assert!(
                before.is_none_or(|before| before < meeting.week),
                "{}",
                meeting.key
            );
        }
    }
    for (_, meeting) in meetings(&world) {
        for action in &meeting.actions {
            assert!(
                action.weeks > meeting.week,
                "{}: due before it was agreed",
                meeting.key
            );
        }
        let treated = meeting.cases.iter().any(|case| case.state == "treated");
        assert!(
            !treated || is_past(meeting),
            "{}: treated before it came",
            meeting.key
        );
        let has_outcome = !meeting.results.is_empty() || !meeting.actions.is_empty();
        assert_eq!(has_outcome, is_past(meeting), "{}: results", meeting.key);
    }
}

#[test]
fn the_world_is_what_the_programmes_promise() {
    let world = world();
    let now: Vec<_> = meetings(&world).filter(|(_, meeting)| meeting.now).collect();
    assert_eq!(now.len(), 1, "one meeting starts now");
    let agenda = ["check-in", "casuskeuze", "focusmethode", "evaluatie", "afronding"];
    assert_eq!(now[0].1.agenda, agenda);
    for (programme, meeting) in meetings(&world).filter(|(programme, _)| programme.kind == "open") {
        assert!(
            meeting.invitation.is_some() && meeting.minutes == 90,
            "{}",
            meeting.key
        );
        let people = people_of(programme, meeting).len();
        let is_filling_up = !meeting.now && !is_past(meeting);
        assert!(
            is_filling_up || (6..=15).contains(&people),
            "{}: {people}",
            meeting.key
        );
    }
    let trajectory = world
        .programmes
        .iter()
        .find(|programme| programme.kind == "trajectory")
        .unwrap();
    let sizes: Vec<usize> = trajectory
        .groups
        .iter()
        .map(|group| group.members.len())
        .collect();
    assert_eq!(sizes, [8, 8], "sixteen general practitioners in two groups");
    let mut per_practice: BTreeMap<&str, usize> = BTreeMap::new();
    for intervention in &trajectory.interventions {
        *per_practice.entry(&intervention.practice).or_default() += 1;
    }
    let practices: BTreeSet<&str> = trajectory
        .groups
        .iter()
        .flat_map(|group| &group.members)
        .map(|key| world.people[key].at.as_str())
        .collect();
    assert_eq!(per_practice.keys().copied().collect::<BTreeSet<_>>(), practices);
    assert!(per_practice.values().all(|count| *count == 2), "{per_practice:?}");
}

#[test]
fn nobody_can_be_reached() {
    let world = world();
    let mails: BTreeSet<String> = world.people.values().map(super::world::Somebody::mail).collect();
    assert_eq!(mails.len(), world.people.len(), "two people share an address");
    for mail in &mails {
        let name = mail.strip_suffix(&format!("@{DOMAIN}")).unwrap();
        let plain = name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'.');
        assert!(plain, "{mail}");
    }
    for file in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/demo/world")).unwrap() {
        let path = file.unwrap().path();
        let text = fs::read_to_string(&path).unwrap();
        assert!(!text.contains('@'), "{}: an address", path.display());
        // A telephone number or a citizen service number has at least eight digits, with spaces, dots or dashes in between.
        let mut digits = 0;
        for c in text.chars() {
            match c {
                '0'..='9' => digits += 1,
                ' ' | '-' | '.' => {}
                _ => digits = 0,
            }
            assert!(digits < 8, "{}: a number that looks personal", path.display());
        }
        for (_, rest) in text
            .match_indices("https://")
            .map(|(at, found)| text.split_at(at + found.len()))
        {
            let host = rest.split(['/', '"']).next().unwrap();
            assert!(host.ends_with(DOMAIN), "{}: {host}", path.display());
        }
    }
}

#[test]
fn every_accent_is_known_to_the_style_sheet() {
    let css = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/css/meetings.css");
    let css = fs::read_to_string(css).unwrap();
    for programme in &world().programmes {
        assert!(
            css.contains(&format!(".accent-{} ", programme.accent)),
            "{}",
            programme.accent
        );
    }
}

#[test]
fn what_is_shared_in_the_library_gives_nobody_away_and_is_of_a_treated_case() {
    let (catalogue, _) = Catalogue::built_in();
    let methods: Vec<&str> = catalogue.methods().map(|method| method.id.as_str()).collect();
    let world = world();
    let mut shared = 0;
    for (programme, meeting) in meetings(&world) {
        for case in &meeting.cases {
            let Some(sample) = &case.shared else { continue };
            shared += 1;
            assert_eq!(case.state, "treated", "{}", case.title);
            assert!(is_past(meeting) && sample.weeks < -meeting.week, "{}", case.title);
            assert_eq!(
                sample.faults(&methods),
                Vec::<String>::new(),
                "{}: {}",
                programme.name,
                case.title
            );
        }
    }
    assert!(shared > 3, "{shared}");
}
