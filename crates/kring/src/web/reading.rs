//! Reading the fields of a posted form: every problem at its field, all of them at once.

use jiff::civil::Date;
use ui::Problems;

use super::Posted;
use crate::words::Words;

/// Letters in one line.
pub(crate) const LINE: u32 = 200;

/// Letters in a text of some paragraphs.
pub(crate) const TEXT: u32 = 4_000;

/// A form that is being read. What is wrong is collected; ask for it at the end.
pub(crate) struct Reading<'a> {
    posted: &'a Posted,
    words: &'a Words,
    problems: Problems,
}

impl<'a> Reading<'a> {
    pub(crate) fn new(posted: &'a Posted, words: &'a Words) -> Self {
        Self {
            posted,
            words,
            problems: Problems::none(),
        }
    }

    /// The words of the reader.
    pub(crate) const fn words(&self) -> &'a Words {
        self.words
    }

    /// Notes a problem of one's own.
    pub(crate) fn wrong(&mut self, field: &str, text: String) {
        self.problems.add(field, text);
    }

    /// What was typed, without the spaces around it. Line ends are those of the house: a browser sends its own.
    pub(crate) fn raw(&self, field: &str) -> String {
        self.posted.text(field).trim().replace("\r\n", "\n")
    }

    /// A text that must be there.
    pub(crate) fn text(&mut self, field: &str, most: u32) -> String {
        let text = self.raw(field);
        if text.is_empty() {
            self.wrong(field, self.words.forms_missing());
        }
        self.fits(field, &text, most);
        text
    }

    /// A text that may be left out.
    pub(crate) fn optional(&mut self, field: &str, most: u32) -> Option<String> {
        let text = self.raw(field);
        self.fits(field, &text, most);
        (!text.is_empty()).then_some(text)
    }

    fn fits(&mut self, field: &str, text: &str, most: u32) {
        let length = text.chars().count();
        if u32::try_from(length).map_or(true, |length| length > most) {
            self.wrong(field, self.words.forms_too_long(most, length));
        }
    }

    /// A day that must be there.
    pub(crate) fn day(&mut self, field: &str) -> Option<Date> {
        if self.raw(field).is_empty() {
            self.wrong(field, self.words.forms_missing());
            return None;
        }
        self.optional_day(field)
    }

    /// A day that may be left out.
    pub(crate) fn optional_day(&mut self, field: &str) -> Option<Date> {
        let text = self.raw(field);
        let day = text.parse().ok();
        if day.is_none() && !text.is_empty() {
            self.wrong(field, self.words.forms_day());
        }
        day
    }

    /// A whole number that may be left out.
    pub(crate) fn number(&mut self, field: &str, least: i64, most: i64) -> Option<i64> {
        let text = self.raw(field);
        if text.is_empty() {
            return None;
        }
        let number = text.parse().ok();
        let number = number.filter(|number| (least..=most).contains(number));
        if number.is_none() {
            self.wrong(field, self.words.forms_number(least, most));
        }
        number
    }

    /// One of these.
    pub(crate) fn one_of(&mut self, field: &str, choices: &[&str]) -> String {
        let text = self.raw(field);
        if !choices.contains(&text.as_str()) {
            self.wrong(field, self.words.forms_choose());
        }
        text
    }

    /// Whether a box is ticked.
    pub(crate) fn ticked(&self, field: &str) -> bool {
        !self.raw(field).is_empty()
    }

    /// What was read, when nothing is wrong.
    ///
    /// # Errors
    /// Every problem, at its field.
    pub(crate) fn done<T>(self, read: T) -> Result<T, Problems> {
        if self.problems.is_empty() {
            Ok(read)
        } else {
            Err(self.problems)
        }
    }
}

#[cfg(test)]
mod tests {
    use ui::Language;

    use super::*;
    use crate::words::words;

    fn posted(fields: &[(&str, &str)]) -> Posted {
        let owned = fields
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        owned.collect()
    }

    #[test]
    fn every_problem_is_named_at_its_field() {
        let posted = posted(&[
            ("name", " "),
            ("day", "morgen"),
            ("count", "0"),
            ("kind", "x"),
            ("long", "abcd"),
        ]);
        let mut reading = Reading::new(&posted, words(Language::Nl));
        let read = (
            reading.text("name", LINE),
            reading.day("day"),
            reading.number("count", 1, 9),
            reading.one_of("kind", &["a"]),
            reading.optional("long", 3),
        );
        let problems = reading.done(read).unwrap_err();
        for field in ["name", "day", "count", "kind", "long"] {
            assert!(problems.of(field).is_some(), "{field}");
        }
    }

    #[test]
    fn what_may_be_left_out_is_no_problem() {
        let posted = posted(&[("text", "a\r\nb ")]);
        let mut reading = Reading::new(&posted, words(Language::Nl));
        let read = (
            reading.text("text", TEXT),
            reading.optional("none", LINE),
            reading.optional_day("none"),
            reading.ticked("none"),
        );
        let read = reading.done(read).unwrap();
        assert_eq!(read, ("a\nb".to_owned(), None, None, false));
    }
}
