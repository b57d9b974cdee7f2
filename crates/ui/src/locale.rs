//! Dates, times, numbers, lists and alphabetical order as people in the Netherlands write them.
//!
//! Times are shown in Europe/Amsterdam: a meeting takes place there, wherever the reader's browser is. Formatting never
//! fails: should the language data be missing, the plain international notation is shown instead.

use std::cmp::Ordering;
use std::sync::LazyLock;

use icu::calendar::{Date, Gregorian};
use icu::collator::options::CollatorOptions;
use icu::collator::{Collator, CollatorBorrowed};
use icu::datetime::fieldsets::{M, MDE, T, YM, YMDE};
use icu::datetime::{FixedCalendarDateTimeFormatter, NoCalendarFormatter};
use icu::list::ListFormatter;
use icu::list::options::ListFormatterOptions;
use icu::locale::{Locale, locale};
use icu::normalizer::DecomposingNormalizerBorrowed;
use icu::time::Time;
use jiff::tz::{self, TimeZone};
use jiff::{Timestamp, Zoned};

use crate::Language;

/// The time zone meetings take place in.
pub static AMSTERDAM: TimeZone = tz::get!("Europe/Amsterdam");

/// What ICU knows of one language; a part is `None` when its data is missing.
struct Data {
    full_date: Option<FixedCalendarDateTimeFormatter<Gregorian, YMDE>>,
    near_date: Option<FixedCalendarDateTimeFormatter<Gregorian, MDE>>,
    month: Option<FixedCalendarDateTimeFormatter<Gregorian, YM>>,
    short_month: Option<FixedCalendarDateTimeFormatter<Gregorian, M>>,
    time: Option<NoCalendarFormatter<T>>,
    and: Option<ListFormatter>,
    or: Option<ListFormatter>,
    order: Option<CollatorBorrowed<'static>>,
}

impl Data {
    fn load(locale: &Locale) -> Self {
        Self {
            full_date: FixedCalendarDateTimeFormatter::try_new(locale.into(), YMDE::long()).ok(),
            near_date: FixedCalendarDateTimeFormatter::try_new(locale.into(), MDE::long()).ok(),
            month: FixedCalendarDateTimeFormatter::try_new(locale.into(), YM::long()).ok(),
            short_month: FixedCalendarDateTimeFormatter::try_new(locale.into(), M::medium()).ok(),
            time: NoCalendarFormatter::try_new(locale.into(), T::hm()).ok(),
            and: ListFormatter::try_new_and(locale.into(), ListFormatterOptions::default()).ok(),
            or: ListFormatter::try_new_or(locale.into(), ListFormatterOptions::default()).ok(),
            order: Collator::try_new(locale.into(), CollatorOptions::default()).ok(),
        }
    }

    fn of(language: Language) -> &'static Self {
        static NL: LazyLock<Data> = LazyLock::new(|| Data::load(&locale!("nl-NL")));
        static EN: LazyLock<Data> = LazyLock::new(|| Data::load(&locale!("en-GB")));
        match language {
            Language::Nl => &NL,
            Language::En => &EN,
        }
    }
}

/// The moment as the clock on the wall in Amsterdam shows it.
pub fn local(at: Timestamp) -> Zoned {
    at.to_zoned(AMSTERDAM.clone())
}

/// "maandag 23 november 2026".
pub fn date(language: Language, at: Timestamp) -> String {
    let local = local(at);
    match (&Data::of(language).full_date, gregorian(&local)) {
        (Some(formatter), Some(date)) => formatter.format(&date).to_string(),
        _ => local.date().to_string(),
    }
}

/// "maandag 23 november": for dates that are near, where the year is noise.
pub fn near_date(language: Language, at: Timestamp) -> String {
    let local = local(at);
    match (&Data::of(language).near_date, gregorian(&local)) {
        (Some(formatter), Some(date)) => formatter.format(&date).to_string(),
        _ => local.date().to_string(),
    }
}

/// "november 2026".
pub fn month(language: Language, at: Timestamp) -> String {
    let local = local(at);
    match (&Data::of(language).month, gregorian(&local)) {
        (Some(formatter), Some(date)) => formatter.format(&date).to_string(),
        _ => local.date().to_string(),
    }
}

/// "mrt": for the leaf of a calendar.
pub fn short_month(language: Language, at: Timestamp) -> String {
    let local = local(at);
    match (&Data::of(language).short_month, gregorian(&local)) {
        (Some(formatter), Some(date)) => formatter.format(&date).to_string(),
        _ => local.month().to_string(),
    }
}

/// A date that is kept as text (`YYYY-MM-DD`) as a moment on that day, for the functions above; `None` when it is not one.
pub fn noon(day: &str) -> Option<Timestamp> {
    let date: jiff::civil::Date = day.parse().ok()?;
    let noon = date.at(12, 0, 0, 0).to_zoned(AMSTERDAM.clone()).ok()?;
    Some(noon.timestamp())
}

/// "14:30".
pub fn time(language: Language, at: Timestamp) -> String {
    let local = local(at);
    let (hour, minute) = (local.hour().unsigned_abs(), local.minute().unsigned_abs());
    match (&Data::of(language).time, Time::try_new(hour, minute, 0, 0)) {
        (Some(formatter), Ok(time)) => formatter.format(&time).to_string(),
        _ => format!("{hour:02}:{minute:02}"),
    }
}

fn gregorian(local: &Zoned) -> Option<Date<Gregorian>> {
    let (month, day) = (local.month().unsigned_abs(), local.day().unsigned_abs());
    Date::try_new_gregorian(i32::from(local.year()), month, day).ok()
}

/// Whole or half minutes from seconds, with the decimal sign of the language: "8", "2,5". Rounded to half minutes,
/// because nobody plans finer than that.
pub fn minutes(language: Language, seconds: u32) -> String {
    let halves = seconds.saturating_add(15) / 30;
    let point = match language {
        Language::Nl => ',',
        Language::En => '.',
    };
    match halves % 2 {
        0 => format!("{}", halves / 2),
        _ => format!("{}{point}5", halves / 2),
    }
}

/// Hours and minutes since the start, as on a stopwatch: "0:05", "1:20".
pub fn elapsed(seconds: u32) -> String {
    format!("{}:{:02}", seconds / 3600, seconds % 3600 / 60)
}

/// "Anna, Bram en Chitra".
pub fn and_list<S: AsRef<str>>(language: Language, items: &[S]) -> String {
    join(Data::of(language).and.as_ref(), items)
}

/// "Anna, Bram of Chitra".
pub fn or_list<S: AsRef<str>>(language: Language, items: &[S]) -> String {
    join(Data::of(language).or.as_ref(), items)
}

/// The letters and digits of a text as they fit an address: small, without accents, words joined by hyphens.
/// "Één jaar, samen" is "een-jaar-samen".
pub fn address_of(text: &str) -> String {
    let apart = DecomposingNormalizerBorrowed::new_nfd().normalize(text);
    let plain = apart.chars().filter(|c| c.is_ascii() || c.is_whitespace());
    let small: String = plain.map(|c| c.to_ascii_lowercase()).collect();
    let words = small
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-")
}

fn join<S: AsRef<str>>(formatter: Option<&ListFormatter>, items: &[S]) -> String {
    let items = items.iter().map(AsRef::as_ref);
    match formatter {
        Some(formatter) => formatter.format_to_string(items),
        None => items.collect::<Vec<&str>>().join(", "),
    }
}

/// Alphabetical order as a reader of this language expects it (É beside E, capitals do not matter first).
fn compare(language: Language, left: &str, right: &str) -> Ordering {
    match &Data::of(language).order {
        Some(order) => order.compare(left, right),
        None => left.cmp(right),
    }
}

/// Sorts by the text that `key` takes out of each item, in alphabetical order.
pub fn sort_by_text<T>(language: Language, items: &mut [T], key: impl Fn(&T) -> &str) {
    items.sort_by(|left, right| compare(language, key(left), key(right)));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Language::{En, Nl};

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    #[test]
    fn dates_are_spelled_out_in_both_languages() {
        let meeting = at("2026-11-23T13:30:00Z");
        assert_eq!(date(Nl, meeting), "maandag 23 november 2026");
        assert_eq!(date(En, meeting), "Monday, 23 November 2026");
        assert_eq!(near_date(Nl, meeting), "maandag 23 november");
        assert_eq!(near_date(En, meeting), "Monday 23 November");
        assert_eq!(month(Nl, meeting), "november 2026");
        assert_eq!(month(En, meeting), "November 2026");
        assert_eq!(short_month(Nl, at("2027-03-17T12:00:00Z")), "mrt");
    }

    #[test]
    fn the_clock_on_the_wall_is_the_one_in_amsterdam() {
        assert_eq!(time(Nl, at("2026-11-23T13:30:00Z")), "14:30", "winter");
        assert_eq!(time(En, at("2026-07-01T13:30:00Z")), "15:30", "summer");
        assert_eq!(
            date(Nl, at("2026-12-31T23:30:00Z")),
            "vrijdag 1 januari 2027",
            "past midnight there"
        );
    }

    #[test]
    fn minutes_keep_their_half() {
        assert_eq!(minutes(Nl, 300), "5");
        assert_eq!(minutes(Nl, 150), "2,5");
        assert_eq!(minutes(En, 150), "2.5");
        assert_eq!(elapsed(4_800), "1:20");
    }

    #[test]
    fn lists_end_in_a_word() {
        assert_eq!(and_list(Nl, &["Anna", "Bram", "Chitra"]), "Anna, Bram en Chitra");
        assert_eq!(and_list(En, &["Anna", "Bram"]), "Anna and Bram");
        assert_eq!(or_list(Nl, &["vraag", "advies"]), "vraag of advies");
    }

    #[test]
    fn an_address_is_made_of_plain_letters() {
        for (text, expected) in [
            ("Één jaar, samen", "een-jaar-samen"),
            ("  Intervisie: POH’s & co (2027) ", "intervisie-pohs-co-2027"),
            ("日本", ""),
        ] {
            assert_eq!(address_of(text), expected, "{text}");
        }
    }

    #[test]
    fn accents_and_capitals_do_not_scatter_names() {
        let mut names = vec!["Zoë", "élise", "Eva", "anna", "Bram"];
        sort_by_text(Nl, &mut names, |name| name);
        assert_eq!(names, ["anna", "Bram", "élise", "Eva", "Zoë"]);
    }
}
