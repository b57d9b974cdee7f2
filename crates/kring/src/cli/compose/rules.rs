//! The file with rules, read key by key so that everything that is wrong is said at once.

use std::collections::BTreeSet;
use std::ops::Range;

use matching::{Coach, Kind, Rule, Rules, Size};
use serde::Deserialize as _;
use serde::de::IntoDeserializer as _;
use serde::de::value::{Error, StrDeserializer};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::people::canonical;
use super::problem::{Sink, nearest};

const KINDS: [&str; 10] = [
    "size",
    "apart",
    "together",
    "differ",
    "never-alone",
    "spread",
    "gather",
    "common-slot",
    "travel",
    "coach",
];
/// More people, or groups, than anybody composes at once.
const MOST: u32 = 100_000;
const HEAVIEST: u32 = 100;

/// The rules, and where they stand.
#[derive(Debug, Default)]
pub(super) struct Rulebook {
    /// `None` after it was said what is wrong with the sizes.
    pub(super) size: Option<Size>,
    pub(super) groups: Option<usize>,
    pub(super) rules: Vec<Rule>,
    pub(super) lines: Vec<usize>,
    /// The line of the sizes.
    pub(super) size_line: usize,
    pub(super) coaches: Vec<Coach>,
    pub(super) seed: u64,
}

impl Rulebook {
    /// The rules as the crate reads them; with any size at all when the sizes are wrong, so that the rest can be checked.
    pub(super) fn rules_for(&self, people: usize) -> Rules {
        let any = Size {
            least: 1,
            best: people.max(1),
            most: people.max(1),
        };
        Rules {
            size: self.size.unwrap_or(any),
            groups: self.size.and(self.groups),
            rules: self.rules.clone(),
        }
    }

    /// On which line a rule stands, by its number from zero.
    pub(super) fn line(&self, rule: usize) -> Option<usize> {
        self.lines.get(rule).copied()
    }
}

/// A table of the file: asks for keys, and says which others there are.
struct Table<'a> {
    source: &'a str,
    keys: &'a DeTable<'a>,
    /// The line it begins on, and what it is called before a key, such as `size.`.
    line: usize,
    prefix: &'static str,
}

/// Reads the rules; whatever is wrong goes into `sink`.
pub(super) fn read(source: &str, sink: &mut Sink<'_>) -> Rulebook {
    let (document, faults) = DeTable::parse_recoverable(source);
    for fault in &faults {
        let line = fault.span().map(|span| line_at(source, &span));
        sink.add(line, sink.words.composing_not_toml(fault.message()));
    }
    let root = Table {
        source,
        keys: document.get_ref(),
        line: 1,
        prefix: "",
    };
    let mut book = Rulebook::default();
    // What could not be read would now be said to be missing.
    if !faults.is_empty() {
        return book;
    }
    root.only(&["size", "groups", "seed", "rule", "coach"], sink);
    book.seed = root
        .number("seed", 0..=i64::MAX.unsigned_abs(), "seed = 1", sink)
        .unwrap_or(1);
    let groups = root.number("groups", 1..=MOST.into(), "groups = 6", sink);
    book.groups = groups.and_then(|groups| usize::try_from(groups).ok());
    size(&root, &mut book, sink);
    for table in root.tables("rule", "[[rule]]", sink) {
        if let Some(rule) = rule(&table, sink) {
            book.rules.push(rule);
            book.lines.push(table.line);
        }
    }
    for table in root.tables("coach", "[[coach]]", sink) {
        coach(&table, &mut book, sink);
    }
    book
}

fn size(root: &Table<'_>, book: &mut Rulebook, sink: &mut Sink<'_>) {
    const EXAMPLE: &str = "[size] least = 6, best = 7, most = 8";
    book.size_line = 1;
    let Some(value) = root.keys.get("size") else {
        sink.add(1, sink.words.composing_missing("size", EXAMPLE));
        return;
    };
    let line = line_at(root.source, &value.span());
    book.size_line = line;
    let DeValue::Table(table) = value.get_ref() else {
        sink.add(line, sink.words.composing_wrong("size", EXAMPLE));
        return;
    };
    let table = Table {
        source: root.source,
        keys: table,
        line,
        prefix: "size.",
    };
    table.only(&["least", "best", "most"], sink);
    let mut part = |key: &str, example: &str| {
        if !table.keys.contains_key(key) {
            let problem = sink.words.composing_missing(format!("size.{key}"), example);
            sink.add(line, problem);
        }
        let number = table.number(key, 1..=MOST.into(), example, sink);
        number.and_then(|number| usize::try_from(number).ok())
    };
    let (least, best, most) = (
        part("least", "least = 6"),
        part("best", "best = 7"),
        part("most", "most = 8"),
    );
    if let (Some(least), Some(best), Some(most)) = (least, best, most) {
        book.size = Some(Size { least, best, most });
    }
}

/// A rule, or nothing after it was said what is wrong with it.
fn rule(table: &Table<'_>, sink: &mut Sink<'_>) -> Option<Rule> {
    table.only(&["kind", "of", "km", "hard", "weight"], sink);
    let word = table.text("kind", "kind = \"differ\"", sink);
    let kind = word.as_deref().and_then(kind);
    match (&word, kind) {
        (Some(word), None) => {
            let near = nearest(word, KINDS);
            sink.add(
                table.line_of("kind"),
                sink.words.composing_no_kind(word, near, KINDS.join(", ")),
            );
        }
        (None, _) if !table.keys.contains_key("kind") => {
            sink.add(
                table.line,
                sink.words.composing_missing("kind", "kind = \"differ\""),
            );
        }
        _ => {}
    }
    let of = table.text("of", "of = \"organisation\"", sink);
    let km = table.number("km", 0..=40_000, "km = 30", sink);
    let weight = table.number("weight", 1..=HEAVIEST.into(), "weight = 5", sink);
    let hard = table.flag("hard", "hard = true", sink);
    let kind = kind?;
    let small = |number: Option<u64>| number.and_then(|number| u32::try_from(number).ok());
    Some(Rule {
        kind,
        of: of.map(|of| canonical(&of)),
        km: small(km),
        hard,
        weight: small(weight),
    })
}

/// The kind that a word means, as the crate itself reads it.
fn kind(word: &str) -> Option<Kind> {
    let word: StrDeserializer<'_, Error> = word.into_deserializer();
    Kind::deserialize(word).ok()
}

fn coach(table: &Table<'_>, book: &mut Rulebook, sink: &mut Sink<'_>) {
    table.only(&["name", "groups", "regions", "free"], sink);
    let name = table.text("name", "name = \"Riet\"", sink);
    if !table.keys.contains_key("name") {
        sink.add(
            table.line,
            sink.words.composing_missing("name", "name = \"Riet\""),
        );
    }
    let groups = table.number("groups", 1..=MOST.into(), "groups = 2", sink);
    let regions = table.texts("regions", "regions = [\"noord\"]", sink);
    let free = table.texts("free", "free = [\"di-avond\", \"do-avond\"]", sink);
    let Some(name) = name else { return };
    if book.coaches.iter().any(|coach| coach.id == name) {
        sink.add(table.line, sink.words.composing_coach_twice(&name));
        return;
    }
    book.coaches.push(Coach {
        id: name,
        groups: groups
            .and_then(|groups| usize::try_from(groups).ok())
            .unwrap_or(1),
        regions,
        free,
    });
}

impl<'a> Table<'a> {
    fn line_of(&self, key: &str) -> usize {
        let value = self.keys.get(key);
        value.map_or(self.line, |value| line_at(self.source, &value.span()))
    }

    /// Says which keys nobody asks for.
    fn only(&self, known: &[&str], sink: &mut Sink<'_>) {
        for (key, _) in self.keys {
            let word = key.get_ref().as_ref();
            if !known.contains(&word) {
                let near = nearest(word, known.iter().copied());
                let word = format!("{}{word}", self.prefix);
                let line = line_at(self.source, &key.span());
                sink.add(line, sink.words.composing_unknown_key(word, near));
            }
        }
    }

    fn wrong(&self, key: &str, example: &str, sink: &mut Sink<'_>) {
        let what = format!("{}{key}", self.prefix);
        sink.add(self.line_of(key), sink.words.composing_wrong(what, example));
    }

    fn value(&self, key: &str) -> Option<&'a DeValue<'a>> {
        self.keys.get(key).map(Spanned::get_ref)
    }

    fn number(
        &self,
        key: &str,
        range: std::ops::RangeInclusive<u64>,
        example: &str,
        sink: &mut Sink<'_>,
    ) -> Option<u64> {
        let value = self.value(key)?;
        let number = match value {
            DeValue::Integer(number) => u64::from_str_radix(number.as_str(), number.radix()).ok(),
            _ => None,
        };
        let number = number.filter(|number| range.contains(number));
        if number.is_none() {
            self.wrong(key, example, sink);
        }
        number
    }

    fn text(&self, key: &str, example: &str, sink: &mut Sink<'_>) -> Option<String> {
        let text = self.value(key)?.as_str().map(str::trim);
        let text = text.filter(|text| !text.is_empty()).map(str::to_owned);
        if text.is_none() {
            self.wrong(key, example, sink);
        }
        text
    }

    fn flag(&self, key: &str, example: &str, sink: &mut Sink<'_>) -> bool {
        let Some(value) = self.value(key) else {
            return false;
        };
        value.as_bool().unwrap_or_else(|| {
            self.wrong(key, example, sink);
            false
        })
    }

    /// A list of words, as they are compared: without regard to capitals.
    fn texts(&self, key: &str, example: &str, sink: &mut Sink<'_>) -> BTreeSet<String> {
        let Some(value) = self.value(key) else {
            return BTreeSet::new();
        };
        let texts = value.as_array().and_then(|list| {
            let texts = list.iter().map(|value| value.get_ref().as_str());
            texts.map(|text| Some(text?.trim().to_lowercase())).collect()
        });
        texts.unwrap_or_else(|| {
            self.wrong(key, example, sink);
            BTreeSet::new()
        })
    }

    /// The tables of a list such as `[[rule]]`.
    fn tables(&self, key: &'static str, example: &str, sink: &mut Sink<'_>) -> Vec<Self> {
        let Some(value) = self.value(key) else {
            return Vec::new();
        };
        let Some(list) = value.as_array() else {
            self.wrong(key, example, sink);
            return Vec::new();
        };
        let tables = list.iter().filter_map(|value| {
            let DeValue::Table(keys) = value.get_ref() else {
                self.wrong(key, example, sink);
                return None;
            };
            Some(Self {
                source: self.source,
                keys,
                line: line_at(self.source, &value.span()),
                prefix: "",
            })
        });
        tables.collect()
    }
}

fn line_at(source: &str, span: &Range<usize>) -> usize {
    let before = source.bytes().take(span.start);
    1 + before.filter(|byte| *byte == b'\n').count()
}
