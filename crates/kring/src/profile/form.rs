//! The form of a profile: what stands in it, and what somebody wrote in it.

use std::collections::BTreeSet;

use ui::{Language, Problems, box_name, locale};

use crate::people::registers::register;
use crate::people::views::{half_day, language as spoken, misshapen};
use crate::people::{COMPANY, HALF_DAYS, LANGUAGES, Profile, Told, folded};
use crate::web::{LINE, Posted, Reading, TEXT};
use crate::words::Words;

/// The earliest year since which somebody can do this work.
pub(super) const EARLIEST: i64 = 1940;

/// How many rows of one kind are read at most.
const MOST: usize = 40;

/// A field in a row of several of its kind.
pub(super) fn nth(field: &str, index: usize) -> String {
    format!("{field}-{index}")
}

/// How many rows to show: those that are filled in and an empty one, two at least.
pub(super) fn rows(posted: &Posted, fields: &[&str]) -> usize {
    let is_filled = |index: &usize| {
        fields
            .iter()
            .any(|field| !posted.text(&nth(field, *index)).trim().is_empty())
    };
    let filled = (0..MOST).rev().find(is_filled).map_or(0, |last| last + 1);
    (filled + 1).clamp(2, MOST)
}

/// The form as it stands before somebody changes it.
pub(super) fn filled(profile: &Profile) -> Posted {
    let told = &profile.told;
    let or_empty = |text: &Option<String>| text.clone().unwrap_or_default();
    let mut fields = vec![
        ("version".to_owned(), profile.version.to_string()),
        ("name".to_owned(), profile.name.clone()),
        ("language".to_owned(), profile.language.clone()),
        ("region".to_owned(), or_empty(&told.region)),
        ("wishes".to_owned(), or_empty(&told.wishes)),
    ];
    if let Some(year) = told.works_since {
        fields.push(("since".to_owned(), year.to_string()));
    }
    let pairs = [
        (("job", "work"), &profile.positions),
        (("register", "number"), &told.registrations),
        (("kind", "colleague"), &profile.company),
    ];
    for ((first, second), rows) in pairs {
        for (index, (one, other)) in rows.iter().enumerate() {
            fields.push((nth(first, index), one.clone()));
            fields.push((nth(second, index), other.clone()));
        }
    }
    for (field, order, chosen) in [
        ("speaks", LANGUAGES.as_slice(), &told.languages),
        ("free", HALF_DAYS.as_slice(), &told.free),
    ] {
        for (index, word) in order.iter().enumerate() {
            if chosen.iter().any(|one| one == word) {
                fields.push((box_name(field, index), (*word).to_owned()));
            }
        }
    }
    fields.into_iter().collect()
}

/// The words of a list whose boxes are ticked.
pub(super) fn ticked(posted: &Posted, field: &str, order: &[&str]) -> Vec<String> {
    let boxes = order.iter().enumerate();
    let chosen = boxes.filter(|(index, word)| posted.text(&box_name(field, *index)) == **word);
    chosen.map(|(_, word)| (*word).to_owned()).collect()
}

/// Reads a profile. `year` is the present one.
///
/// # Errors
/// Every problem, at its field.
pub(super) fn read(posted: &Posted, words: &Words, year: i64) -> Result<Profile, Problems> {
    let mut reading = Reading::new(posted, words);
    let r = &mut reading;
    let profile = Profile {
        name: r.text("name", LINE),
        language: r.one_of("language", &Language::ALL.map(Language::code)),
        positions: positions(r),
        told: Told {
            region: r.optional("region", LINE),
            works_since: r.number("since", EARLIEST, year),
            registrations: registrations(r),
            languages: ticked(posted, "speaks", &LANGUAGES),
            free: ticked(posted, "free", &HALF_DAYS),
            wishes: r.optional("wishes", TEXT),
        },
        company: company(r),
        version: r.raw("version").parse().unwrap_or_default(),
    };
    reading.done(profile)
}

/// Functions, each with the place where somebody has it. Two functions at one place stand in one row.
fn positions(reading: &mut Reading<'_>) -> Vec<(String, String)> {
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    for index in 0..MOST {
        let (job, work) = (nth("job", index), nth("work", index));
        if reading.raw(&job).is_empty() && reading.raw(&work).is_empty() {
            continue;
        }
        let pair = (reading.text(&job, LINE), reading.text(&work, LINE));
        if !pair.1.is_empty() && !seen.insert(folded(&pair.1)) {
            let twice = reading.words().profile_work_twice();
            reading.wrong(&work, twice);
        }
        found.push(pair);
    }
    found
}

/// Registers with numbers in them.
fn registrations(reading: &mut Reading<'_>) -> Vec<(String, String)> {
    let mut found = BTreeSet::new();
    for index in 0..MOST {
        let (which, number) = (nth("register", index), nth("number", index));
        let (id, typed) = (reading.raw(&which), reading.raw(&number));
        if id.is_empty() && typed.is_empty() {
            continue;
        }
        let Some(register) = register(&id) else {
            let missing = reading.words().people_register_missing();
            reading.wrong(&which, missing);
            continue;
        };
        if typed.is_empty() {
            let missing = reading.words().forms_missing();
            reading.wrong(&number, missing);
            continue;
        }
        match register.read(&typed) {
            Ok(digits) => {
                found.insert((id, digits));
            }
            Err(shape) => {
                let wrong = misshapen(reading.words(), shape);
                reading.wrong(&number, wrong);
            }
        }
    }
    found.into_iter().collect()
}

/// With whom somebody would like to be in a group, or not; each colleague once.
fn company(reading: &mut Reading<'_>) -> Vec<(String, String)> {
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    for index in 0..MOST {
        let (kind, colleague) = (nth("kind", index), nth("colleague", index));
        let Some(name) = reading.optional(&colleague, LINE) else {
            continue;
        };
        if !seen.insert(folded(&name)) {
            let twice = reading.words().profile_colleague_twice();
            reading.wrong(&colleague, twice);
        }
        found.push((reading.one_of(&kind, &COMPANY), name));
    }
    found
}

/// A part of a profile in words, to lay two versions beside each other.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Part {
    /// The field at which it begins.
    pub(super) field: &'static str,
    pub(super) label: String,
    pub(super) text: String,
}

/// All parts of a profile in words.
fn parts(profile: &Profile, language: Language, words: &Words) -> Vec<Part> {
    let told = &profile.told;
    let or_empty = |text: &Option<String>| text.clone().unwrap_or_default();
    let mails = Language::from_tag(&profile.language).map_or("", Language::own_name);
    let list = |codes: &[String], name: fn(&Words, &str) -> String| {
        let names: Vec<String> = codes.iter().map(|code| name(words, code)).collect();
        locale::and_list(language, &names)
    };
    let number = |id: &str, number: &str| {
        let name = register(id).map_or(id, |register| register.name(language));
        format!("{name} {number}")
    };
    let wish = |kind: &str, name: &str| format!("{}: {name}", company_kind(words, kind));
    let work = lines(&profile.positions, |job, work| format!("{job}, {work}"));
    let since = told.works_since.map(|year| year.to_string());
    let rows = [
        ("name", words.profile_name(), profile.name.clone()),
        ("language", words.profile_language(), mails.to_owned()),
        ("job-0", words.profile_work_title(), work),
        ("since", words.profile_since(), or_empty(&since)),
        (
            "register-0",
            words.profile_registers_title(),
            lines(&told.registrations, number),
        ),
        ("region", words.profile_region(), or_empty(&told.region)),
        ("speaks", words.profile_speaks(), list(&told.languages, spoken)),
        ("free", words.profile_free(), list(&told.free, half_day)),
        ("wishes", words.profile_wishes(), or_empty(&told.wishes)),
        (
            "colleague-0",
            words.profile_company_title(),
            lines(&profile.company, wish),
        ),
    ];
    let rows = rows
        .into_iter()
        .map(|(field, label, text)| Part { field, label, text });
    rows.collect()
}

/// Rows of a kind, a line each. Their order means nothing and is not kept.
fn lines(rows: &[(String, String)], line: impl Fn(&str, &str) -> String) -> String {
    let lines: BTreeSet<String> = rows.iter().map(|(one, other)| line(one, other)).collect();
    lines.into_iter().collect::<Vec<_>>().join("\n")
}

/// Together or apart, in words.
pub(super) fn company_kind(words: &Words, kind: &str) -> String {
    match kind {
        "apart" => words.profile_apart(),
        _ => words.profile_together(),
    }
}

/// The parts in which what stands there now differs from what was typed.
pub(super) fn differing(typed: &Profile, stored: &Profile, language: Language, words: &Words) -> Vec<Part> {
    let typed = parts(typed, language, words);
    let stored = parts(stored, language, words);
    stored.into_iter().filter(|part| !typed.contains(part)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::words;

    fn profile() -> Profile {
        let pair = |one: &str, other: &str| (one.to_owned(), other.to_owned());
        Profile {
            name: "Noor".to_owned(),
            language: "nl".to_owned(),
            told: Told {
                region: Some("Noord".to_owned()),
                works_since: Some(2009),
                wishes: Some("Leren\nvan elkaar".to_owned()),
                registrations: vec![pair("big", "01234567890"), pair("skj", "12345678")],
                languages: vec!["nl".to_owned(), "fy".to_owned()],
                free: vec!["mon-morning".to_owned(), "tue-evening".to_owned()],
            },
            positions: vec![
                pair("huisarts", "Praktijk Kwelder"),
                pair("opleider", "Instituut"),
            ],
            company: vec![pair("apart", "Bram")],
            version: 4,
        }
    }

    fn wrong(changes: &[(&str, &str)]) -> Vec<String> {
        let stored = filled(&profile());
        let before = stored
            .fields()
            .map(|(name, value)| (name.to_owned(), value.to_owned()));
        let changes = changes
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        let posted: Posted = before.chain(changes).collect();
        let fields = [
            "name",
            "language",
            "job-1",
            "work-1",
            "work-2",
            "register-2",
            "number-1",
            "number-2",
            "since",
            "colleague-1",
            "kind-1",
        ];
        let Err(problems) = read(&posted, words(Language::Nl), 2026) else {
            return Vec::new();
        };
        let wrong = fields.into_iter().filter(|field| problems.of(field).is_some());
        wrong.map(str::to_owned).collect()
    }

    #[test]
    fn a_profile_comes_back_from_its_form_unchanged() {
        let read = read(&filled(&profile()), words(Language::Nl), 2026).unwrap();
        assert_eq!(read, profile());
        assert!(differing(&read, &profile(), Language::Nl, words(Language::Nl)).is_empty());
    }

    #[test]
    fn every_problem_stands_at_its_field() {
        for (changes, expected) in [
            (vec![("name", " "), ("language", "xx")], vec!["name", "language"]),
            (vec![("work-1", "")], vec!["work-1"]),
            (vec![("job-1", ""), ("work-1", "")], vec![]),
            (
                vec![("job-2", "docent"), ("work-2", "praktijk kwelder ")],
                vec!["work-2"],
            ),
            (vec![("number-1", "12")], vec!["number-1"]),
            (vec![("number-2", "123456")], vec!["register-2"]),
            (vec![("register-2", "nip")], vec!["number-2"]),
            (vec![("since", "2027")], vec!["since"]),
            (vec![("since", "1939")], vec!["since"]),
            (
                vec![("colleague-1", "BRAM"), ("kind-1", "together")],
                vec!["colleague-1"],
            ),
            (vec![("colleague-1", "Anne"), ("kind-1", "x")], vec!["kind-1"]),
        ] {
            assert_eq!(wrong(&changes), expected, "{changes:?}");
        }
    }

    #[test]
    fn there_is_always_an_empty_row() {
        let count = |fields: &[(&str, &str)]| {
            let posted: Posted = fields
                .iter()
                .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
                .collect();
            rows(&posted, &["job", "work"])
        };
        assert_eq!(count(&[]), 2);
        assert_eq!(count(&[("work-1", "x")]), 3);
        assert_eq!(count(&[("job-4", "x"), ("job-5", " ")]), 6);
    }

    #[test]
    fn what_was_changed_elsewhere_is_named() {
        let mut stored = profile();
        stored.told.free.clear();
        stored.positions.pop();
        let parts = differing(&profile(), &stored, Language::Nl, words(Language::Nl));
        let told: Vec<_> = parts
            .iter()
            .map(|part| (part.field, part.text.as_str()))
            .collect();
        assert_eq!(told, [("job-0", "huisarts, Praktijk Kwelder"), ("free", "")]);
    }
}
