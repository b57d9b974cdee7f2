//! A table of a method file that collects problems while it is read.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fmt;
use std::ops::Range;

use serde::{Deserialize, Serialize};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::model::Word;
use crate::text::Text;

/// One fault in a method file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Problem {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub hint: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.line, self.column, self.message)?;
        if self.hint.is_empty() {
            Ok(())
        } else {
            write!(f, " ({})", self.hint)
        }
    }
}

/// Where problems and the places of ids are gathered while a file is read.
pub(super) struct Sink<'s> {
    source: &'s str,
    problems: RefCell<Vec<Problem>>,
    places: RefCell<BTreeMap<String, Range<usize>>>,
}

impl<'s> Sink<'s> {
    pub(super) fn new(source: &'s str) -> Self {
        Self {
            source,
            problems: RefCell::default(),
            places: RefCell::default(),
        }
    }

    pub(super) fn problem(&self, span: Range<usize>, message: impl Into<String>, hint: impl Into<String>) {
        let (line, column) = place(self.source, span.start);
        let problem = Problem {
            line,
            column,
            message: message.into(),
            hint: hint.into(),
        };
        let mut problems = self.problems.borrow_mut();
        if !problems.contains(&problem) {
            problems.push(problem);
        }
    }

    /// Remembers where something stands, so that a later rule can point at it.
    pub(super) fn remember(&self, what: String, span: Range<usize>) {
        self.places.borrow_mut().entry(what).or_insert(span);
    }

    /// A problem at a remembered place; at the top of the file when nothing was remembered.
    pub(super) fn problem_at(&self, what: &str, message: impl Into<String>, hint: impl Into<String>) {
        let span = self.places.borrow().get(what).cloned().unwrap_or(0..0);
        self.problem(span, message, hint);
    }

    pub(super) fn is_clean(&self) -> bool {
        self.problems.borrow().is_empty()
    }

    pub(super) fn into_problems(self) -> Vec<Problem> {
        let mut problems = self.problems.into_inner();
        problems.sort();
        problems
    }
}

fn place(source: &str, offset: usize) -> (usize, usize) {
    let before = source.get(..offset).unwrap_or(source);
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().map_or(0, |last| last.chars().count()) + 1;
    (line, column)
}

/// The word of a list that looks most like a wrong one, as a hint.
#[expect(
    single_use_lifetimes,
    reason = "stable Rust cannot leave a lifetime out inside `impl Trait`"
)]
pub(super) fn did_you_mean<'w>(wrong: &str, words: impl IntoIterator<Item = &'w str>) -> String {
    let words: Vec<&str> = words.into_iter().collect();
    let best = words
        .iter()
        .map(|word| (strsim::jaro_winkler(wrong, word), *word))
        .max_by(|a, b| a.0.total_cmp(&b.0));
    match best {
        Some((closeness, word)) if closeness > 0.8 => format!("did you mean `{word}`?"),
        Some(_) if words.len() <= 20 => format!("use one of: {}", words.join(", ")),
        _ => "see docs/adding-a-method.md".to_owned(),
    }
}

/// One table of the file. Reading a key marks it as known; [`Fields::finish`] reports the others.
pub(super) struct Fields<'a> {
    sink: &'a Sink<'a>,
    table: &'a DeTable<'a>,
    span: Range<usize>,
    known: RefCell<Vec<&'static str>>,
}

impl<'a> Fields<'a> {
    pub(super) fn new(sink: &'a Sink<'a>, table: &'a DeTable<'a>, span: Range<usize>) -> Self {
        Self {
            sink,
            table,
            span,
            known: RefCell::default(),
        }
    }

    pub(super) fn sink(&self) -> &'a Sink<'a> {
        self.sink
    }

    pub(super) fn has(&self, key: &str) -> bool {
        self.table.contains_key(key)
    }

    fn get(&self, key: &'static str) -> Option<&'a Spanned<DeValue<'a>>> {
        self.known.borrow_mut().push(key);
        self.table.get(key)
    }

    /// Where a key's value stands; the table itself when the key is missing.
    pub(super) fn span_of(&self, key: &str) -> Range<usize> {
        self.table
            .get(key)
            .map_or_else(|| self.span.clone(), Spanned::span)
    }

    pub(super) fn problem(&self, key: &str, message: impl Into<String>, hint: impl Into<String>) {
        self.sink.problem(self.span_of(key), message, hint);
    }

    fn wrong_type(&self, value: &Spanned<DeValue<'_>>, key: &str, wanted: &str) {
        let found = value.get_ref().type_str();
        self.sink.problem(
            value.span(),
            format!(
                "`{key}` is {} {found}",
                if found.starts_with(['a', 'i']) { "an" } else { "a" }
            ),
            format!("write {wanted}"),
        );
    }

    fn missing(&self, key: &str, wanted: &str) {
        self.sink.problem(
            self.span.clone(),
            format!("`{key}` is missing"),
            format!("add {wanted}"),
        );
    }

    /// Reports every key that nothing asked for.
    pub(super) fn finish(self) {
        let known = self.known.into_inner();
        for (key, _) in self.table {
            let name = key.get_ref().as_ref();
            if !known.contains(&name) {
                let hint = did_you_mean(name, known.iter().copied());
                self.sink
                    .problem(key.span(), format!("the language has no key `{name}` here"), hint);
            }
        }
    }

    pub(super) fn maybe_string(&self, key: &'static str) -> Option<String> {
        let value = self.get(key)?;
        match value.get_ref().as_str() {
            Some(text) if !text.trim().is_empty() => Some(text.to_owned()),
            Some(_) => {
                self.problem(
                    key,
                    format!("`{key}` is empty"),
                    "write something or leave the key out",
                );
                None
            }
            None => {
                self.wrong_type(value, key, "a text in quotes");
                None
            }
        }
    }

    pub(super) fn string(&self, key: &'static str) -> String {
        if !self.has(key) {
            self.missing(key, &format!("`{key} = \"...\"`"));
        }
        self.maybe_string(key).unwrap_or_default()
    }

    /// An id: lower-case letters, digits and hyphens. Its place is remembered under `scope:id`.
    pub(super) fn id(&self, scope: &str) -> String {
        let id = self.string("id");
        let fits = id
            .chars()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == '_');
        if !fits {
            self.problem(
                "id",
                format!("`{id}` is not an id"),
                "use lower-case letters, digits and hyphens",
            );
        }
        self.sink.remember(format!("{scope}:{id}"), self.span_of("id"));
        id
    }

    pub(super) fn flag(&self, key: &'static str) -> bool {
        self.flag_or(key, false)
    }

    pub(super) fn flag_or(&self, key: &'static str, default: bool) -> bool {
        let Some(value) = self.get(key) else {
            return default;
        };
        value.get_ref().as_bool().unwrap_or_else(|| {
            self.wrong_type(value, key, "true or false");
            default
        })
    }

    pub(super) fn maybe_number(&self, key: &'static str) -> Option<u16> {
        let value = self.get(key)?;
        let number = number(value.get_ref());
        if number.is_none() {
            self.problem(
                key,
                format!("`{key}` is not a whole number"),
                "write a whole number from 0 to 65535",
            );
        }
        number
    }

    pub(super) fn number_or(&self, key: &'static str, default: u16) -> u16 {
        self.maybe_number(key).unwrap_or(default)
    }

    pub(super) fn number(&self, key: &'static str) -> u16 {
        if !self.has(key) {
            self.missing(key, &format!("`{key} = 1` or another number"));
        }
        self.maybe_number(key).unwrap_or_default()
    }

    /// A whole number (`Ok`) or the name of a parameter (`Err`).
    pub(super) fn number_or_name(&self, key: &'static str) -> Option<Result<u16, String>> {
        let value = self.get(key)?;
        match value.get_ref() {
            DeValue::Integer(_) => self.maybe_number(key).map(Ok),
            DeValue::String(name) => Some(Err(name.clone().into_owned())),
            _ => {
                self.wrong_type(value, key, "a whole number or the name of a parameter");
                None
            }
        }
    }

    /// Minutes, whole or half, as seconds.
    pub(super) fn minutes(&self, key: &'static str) -> Option<u32> {
        let value = self.get(key)?;
        let text = match value.get_ref() {
            DeValue::Integer(whole) => whole.as_str(),
            DeValue::Float(float) => float.as_str(),
            _ => "",
        };
        let seconds = text.parse::<f64>().ok().map(|minutes| minutes * 60.0);
        match seconds {
            Some(seconds) if (1.0..=14_400.0).contains(&seconds) && (seconds % 30.0) == 0.0 =>
            {
                #[expect(
                    clippy::cast_possible_truncation,
                    clippy::cast_sign_loss,
                    reason = "checked to lie in 1..=14400"
                )]
                Some(seconds as u32)
            }
            _ => {
                self.problem(
                    key,
                    format!("`{key}` is not a length in minutes"),
                    "whole or half minutes, up to 240; leave it out for an untimed step",
                );
                None
            }
        }
    }

    pub(super) fn maybe_word<W: Word>(&self, key: &'static str) -> Option<W> {
        let value = self.get(key)?;
        let Some(text) = value.get_ref().as_str() else {
            self.wrong_type(value, key, &format!("one of: {}", W::WORDS.join(", ")));
            return None;
        };
        self.read_word(text, key, value.span())
    }

    pub(super) fn word_or<W: Word>(&self, key: &'static str, default: W) -> W {
        self.maybe_word(key).unwrap_or(default)
    }

    pub(super) fn word<W: Word>(&self, key: &'static str, fallback: W) -> W {
        if !self.has(key) {
            self.missing(key, &format!("one of: {}", W::WORDS.join(", ")));
        }
        self.maybe_word(key).unwrap_or(fallback)
    }

    fn read_word<W: Word>(&self, text: &str, key: &str, span: Range<usize>) -> Option<W> {
        let word = W::from_word(text);
        if word.is_none() {
            let hint = did_you_mean(text, W::WORDS.iter().copied());
            self.sink
                .problem(span, format!("`{key}` does not know `{text}`"), hint);
        }
        word
    }

    pub(super) fn words<W: Word>(&self, key: &'static str) -> Vec<W> {
        self.list(key, |item| {
            let Some(text) = item.get_ref().as_str() else {
                self.wrong_type(item, key, &format!("a list of: {}", W::WORDS.join(", ")));
                return None;
            };
            self.read_word(text, key, item.span())
        })
    }

    pub(super) fn strings(&self, key: &'static str) -> Vec<String> {
        self.list(key, |item| {
            let text = item.get_ref().as_str().map(str::to_owned);
            if text.is_none() {
                self.wrong_type(item, key, "a list of texts in quotes");
            }
            text
        })
    }

    pub(super) fn numbers(&self, key: &'static str) -> Vec<u16> {
        self.list(key, |item| {
            let number = number(item.get_ref());
            if number.is_none() {
                self.wrong_type(item, key, "a list of whole numbers");
            }
            number
        })
    }

    fn list<T>(&self, key: &'static str, read: impl Fn(&'a Spanned<DeValue<'a>>) -> Option<T>) -> Vec<T> {
        let Some(value) = self.get(key) else {
            return Vec::new();
        };
        let Some(items) = value.get_ref().as_array() else {
            self.wrong_type(value, key, "a list in square brackets");
            return Vec::new();
        };
        items.iter().filter_map(read).collect()
    }

    /// Text in both languages; both must be there.
    pub(super) fn maybe_text(&self, key: &'static str) -> Option<Text> {
        let value = self.get(key)?;
        Some(self.read_text(value, key))
    }

    pub(super) fn text(&self, key: &'static str) -> Text {
        if !self.has(key) {
            self.missing(key, &format!("`{key} = {{ nl = \"...\", en = \"...\" }}`"));
        }
        self.maybe_text(key).unwrap_or_default()
    }

    pub(super) fn texts(&self, key: &'static str) -> Vec<Text> {
        self.list(key, |item| Some(self.read_text(item, key)))
    }

    fn read_text(&self, value: &'a Spanned<DeValue<'a>>, key: &str) -> Text {
        let Some(table) = value.get_ref().as_table() else {
            self.wrong_type(value, key, "both languages: { nl = \"...\", en = \"...\" }");
            return Text::default();
        };
        let fields = Fields::new(self.sink, table, value.span());
        let text = Text {
            nl: fields.half("nl", key),
            en: fields.half("en", key),
        };
        fields.finish();
        text
    }

    fn half(&self, language: &'static str, key: &str) -> String {
        if !self.has(language) {
            self.sink.problem(
                self.span.clone(),
                format!("`{key}` has no text in {language}"),
                format!("add `{language} = \"...\"`"),
            );
        }
        self.maybe_string(language).unwrap_or_default()
    }

    /// A table under a key.
    pub(super) fn maybe_table<T>(&self, key: &'static str, read: impl Fn(&Fields<'a>) -> T) -> Option<T> {
        let value = self.get(key)?;
        self.read_table(value, key, &read)
    }

    /// A list of tables under a key.
    pub(super) fn tables<T>(&self, key: &'static str, read: impl Fn(&Fields<'a>) -> T) -> Vec<T> {
        self.list(key, |item| self.read_table(item, key, &read))
    }

    fn read_table<T>(
        &self,
        value: &'a Spanned<DeValue<'a>>,
        key: &str,
        read: &impl Fn(&Fields<'a>) -> T,
    ) -> Option<T> {
        let Some(table) = value.get_ref().as_table() else {
            self.wrong_type(value, key, "a table with keys");
            return None;
        };
        let fields = Fields::new(self.sink, table, value.span());
        let result = read(&fields);
        fields.finish();
        Some(result)
    }

    /// The keys of this table read as words, with a text each: `does = { owner = {...} }`.
    pub(super) fn word_texts<W: Word + Ord>(&self, key: &'static str) -> Vec<(W, Text)> {
        let Some(value) = self.get(key) else {
            return Vec::new();
        };
        let Some(table) = value.get_ref().as_table() else {
            self.wrong_type(value, key, "a table with a text for each role");
            return Vec::new();
        };
        let mut texts = Vec::new();
        for (name, text) in table {
            if let Some(word) = self.read_word::<W>(name.get_ref(), key, name.span()) {
                texts.push((word, self.read_text(text, key)));
            }
        }
        texts.sort_by_key(|(word, _)| *word);
        texts
    }
}

fn number(value: &DeValue<'_>) -> Option<u16> {
    let integer = value.as_integer()?;
    u16::from_str_radix(integer.as_str(), integer.radix()).ok()
}
