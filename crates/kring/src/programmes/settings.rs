//! The form of a programme: what stands in it, and what somebody wrote in it.

use ui::{Problems, locale};

use super::Programme;
use super::rules::{ACCENTS, ADDRESS, KINDS, MOST_DAYS, REGIONS, REMINDERS, STATES, is_address};
use crate::web::{LINE, Posted, Reading, TEXT};
use crate::words::Words;

/// The form as it stands before somebody changes it.
pub(super) fn filled(programme: &Programme) -> Posted {
    let p = programme;
    let version = p.version.to_string();
    let or_empty = |text: &Option<String>| text.clone().unwrap_or_default();
    let fields = [
        ("id", p.id.0.clone()),
        ("organisation", p.organisation_id.0.clone()),
        ("version", version),
        ("name", p.name.clone()),
        ("kind", p.kind.clone()),
        ("state", p.state.clone()),
        ("goal", p.goal.clone()),
        ("audience", p.audience.clone()),
        ("time_asked", p.time_asked.clone()),
        ("name_en", or_empty(&p.name_en)),
        ("goal_en", or_empty(&p.goal_en)),
        ("audience_en", or_empty(&p.audience_en)),
        ("time_asked_en", or_empty(&p.time_asked_en)),
        ("starts_on", p.starts_on.clone()),
        ("ends_on", p.ends_on.clone()),
        ("funder", or_empty(&p.funder)),
        ("region", p.region.clone()),
        ("contact", or_empty(&p.contact)),
        ("accent", p.accent.clone()),
        ("slug", or_empty(&p.slug)),
        ("is_public", if p.is_public { "yes" } else { "" }.to_owned()),
        ("reminder_days", p.reminder_days.replace(',', ", ")),
        ("is_sensitive", if p.is_sensitive { "yes" } else { "" }.to_owned()),
        ("holidays", or_empty(&p.holidays)),
        (
            "attendance_norm",
            p.attendance_norm.map(|norm| norm.to_string()).unwrap_or_default(),
        ),
    ];
    fields
        .into_iter()
        .map(|(name, value)| (name.to_owned(), value))
        .collect()
}

/// What somebody wrote, on top of what was there before.
///
/// # Errors
/// Every problem, at its field.
pub(super) fn read(posted: &Posted, words: &Words, before: Programme) -> Result<Programme, Problems> {
    let mut reading = Reading::new(posted, words);
    let r = &mut reading;
    let (starts, ends) = (r.day("starts_on"), r.day("ends_on"));
    if let (Some(starts), Some(ends)) = (starts, ends)
        && ends < starts
    {
        r.wrong("ends_on", words.programmes_ends_before());
    }
    let day = |day: Option<jiff::civil::Date>| day.map(|day| day.to_string()).unwrap_or_default();
    let name = r.text("name", LINE);
    let read = Programme {
        slug: address(r, &name),
        name,
        kind: r.one_of("kind", &KINDS),
        state: r.one_of("state", &STATES),
        goal: r.text("goal", TEXT),
        audience: r.text("audience", TEXT),
        time_asked: r.text("time_asked", TEXT),
        name_en: r.optional("name_en", LINE),
        goal_en: r.optional("goal_en", TEXT),
        audience_en: r.optional("audience_en", TEXT),
        time_asked_en: r.optional("time_asked_en", TEXT),
        starts_on: day(starts),
        ends_on: day(ends),
        funder: r.optional("funder", LINE),
        region: r.text("region", LINE),
        contact: r.optional("contact", LINE),
        accent: r.one_of("accent", &ACCENTS),
        is_public: r.ticked("is_public"),
        reminder_days: reminders(r),
        is_sensitive: r.ticked("is_sensitive"),
        holidays: region(r),
        attendance_norm: r.number("attendance_norm", 1, 100),
        version: r.raw("version").parse().unwrap_or(before.version),
        ..before
    };
    reading.done(read)
}

/// Days before a meeting, the most first and none twice; nothing for no reminders.
fn reminders(reading: &mut Reading<'_>) -> String {
    let typed = reading.raw("reminder_days");
    let parts = typed.split([',', ' ']).filter(|part| !part.is_empty());
    let days: Option<Vec<u8>> = parts.map(|part| part.parse().ok()).collect();
    let mut days = days.unwrap_or_else(|| vec![0]);
    if days.len() > REMINDERS || days.iter().any(|day| !(1..=MOST_DAYS).contains(day)) {
        let wrong = reading.words().programmes_reminders_wrong(REMINDERS, MOST_DAYS);
        reading.wrong("reminder_days", wrong);
    }
    days.sort_unstable_by(|one, other| other.cmp(one));
    days.dedup();
    let days: Vec<String> = days.iter().map(ToString::to_string).collect();
    days.join(",")
}

/// Whose school holidays are kept free, if anybody's.
fn region(reading: &mut Reading<'_>) -> Option<String> {
    if reading.raw("holidays").is_empty() {
        return None;
    }
    Some(reading.one_of("holidays", &REGIONS))
}

/// The last part of the short address; one that was left empty follows from the name.
fn address(reading: &mut Reading<'_>, name: &str) -> Option<String> {
    let typed = reading.raw("slug");
    if typed.is_empty() {
        return proposed(name);
    }
    let typed = typed.to_lowercase();
    if !is_address(&typed) {
        let wrong = reading.words().programmes_address_wrong(ADDRESS.0, ADDRESS.1);
        reading.wrong("slug", wrong);
    }
    Some(typed)
}

/// The address that a name leads to; cut off at a whole word.
fn proposed(name: &str) -> Option<String> {
    let mut slug = locale::address_of(name);
    while slug.len() > ADDRESS.1 {
        match slug.rfind('-') {
            Some(end) => slug.truncate(end),
            None => slug.truncate(ADDRESS.1),
        }
    }
    is_address(&slug).then_some(slug)
}

/// The fields in which two versions differ, each with what stands in it now.
pub(super) fn differing(posted: &Posted, stored: &Programme) -> Vec<(String, String)> {
    let now = filled(stored);
    let fields = now.fields().filter(|(name, value)| {
        let is_text = !matches!(*name, "id" | "organisation" | "version");
        is_text && posted.text(name).trim().replace("\r\n", "\n") != *value
    });
    fields
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect()
}

#[cfg(test)]
mod tests {
    use ui::Language;

    use super::*;
    use crate::id::{OrganisationId, ProgrammeId};
    use crate::words::words;

    fn blank() -> Programme {
        Programme::blank(ProgrammeId("p".to_owned()), OrganisationId("o".to_owned()))
    }

    fn written(changes: &[(&str, &str)]) -> Posted {
        let begin = [
            ("name", "Intervisie voor POH’s in het noorden"),
            ("kind", "open"),
            ("state", "open"),
            ("goal", "Leren"),
            ("audience", "POH’s"),
            ("time_asked", "Zes keer"),
            ("starts_on", "2027-01-04"),
            ("ends_on", "2027-12-17"),
            ("region", "Noord"),
            ("accent", "moss"),
            ("is_public", "yes"),
            ("version", "3"),
        ];
        let all = begin.iter().chain(changes);
        all.map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect()
    }

    fn problems(changes: &[(&str, &str)]) -> Vec<String> {
        let fields = [
            "name",
            "kind",
            "starts_on",
            "ends_on",
            "slug",
            "accent",
            "goal",
            "reminder_days",
            "holidays",
        ];
        let Err(problems) = read(&written(changes), words(Language::Nl), blank()) else {
            return Vec::new();
        };
        let wrong = fields.into_iter().filter(|field| problems.of(field).is_some());
        wrong.map(str::to_owned).collect()
    }

    #[test]
    fn what_was_written_is_read_and_comes_back_the_same() {
        let read = read(&written(&[]), words(Language::Nl), blank()).unwrap();
        assert_eq!(read.slug.as_deref(), Some("intervisie-voor-pohs-in-het-noorden"));
        assert_eq!(read.version, 3);
        let again = super::read(&filled(&read), words(Language::Nl), blank()).unwrap();
        assert_eq!(again, read);
    }

    #[test]
    fn reminders_come_in_order_and_none_twice() {
        let days = |typed| {
            let written = written(&[("reminder_days", typed)]);
            read(&written, words(Language::Nl), blank())
                .unwrap()
                .reminder_days
        };
        assert_eq!(days("1, 14,1"), "14,1");
        assert_eq!(days(""), "");
        assert_eq!(days("7 3"), "7,3");
    }

    #[test]
    fn every_problem_stands_at_its_field() {
        assert_eq!(problems(&[]), [""; 0]);
        assert_eq!(
            problems(&[("name", ""), ("kind", "x"), ("accent", ""), ("goal", " ")]),
            ["name", "kind", "accent", "goal"]
        );
        assert_eq!(problems(&[("ends_on", "2026-12-31")]), ["ends_on"]);
        assert_eq!(problems(&[("starts_on", "4 januari")]), ["starts_on"]);
        for wrong in ["0", "61", "morgen", "1,2,3,4,5,6", "-1"] {
            assert_eq!(
                problems(&[("reminder_days", wrong)]),
                ["reminder_days"],
                "{wrong}"
            );
        }
        assert_eq!(problems(&[("holidays", "west")]), ["holidays"]);
        assert_eq!(problems(&[("slug", "met spatie")]), ["slug"]);
        assert_eq!(problems(&[("slug", "Hoofd-Letters")]), [""; 0], "made small");
    }

    #[test]
    fn a_long_name_gives_an_address_of_whole_words() {
        let slug = proposed(&"woorden ".repeat(20)).unwrap();
        assert!(slug.ends_with("-woorden") && slug.len() <= 60, "{slug}");
        assert_eq!(proposed("é"), None);
    }

    #[test]
    fn what_somebody_else_changed_is_named() {
        let mut stored = read(&written(&[]), words(Language::Nl), blank()).unwrap();
        stored.region = "Zuid".to_owned();
        let mut posted = filled(&stored);
        assert!(differing(&posted, &stored).is_empty());
        posted = written(&[("slug", "intervisie-voor-pohs-in-het-noorden")]);
        assert_eq!(
            differing(&posted, &stored),
            [("region".to_owned(), "Zuid".to_owned())]
        );
    }
}
