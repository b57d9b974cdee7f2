//! The file with people: one a row, under a first row that says what the columns are. `docs/composing.md` tells it to those who write one.

use std::collections::{BTreeMap, BTreeSet};

use csv::{ReaderBuilder, StringRecord, Trim};
use matching::{Person, Place};

use super::problem::{Sink, nearest};

/// Columns that are more than a trait, in the words of both languages.
const COLUMNS: [(&str, &str); 13] = [
    ("id", "id"),
    ("name", "name"),
    ("naam", "name"),
    ("free", "free"),
    ("vrij", "free"),
    ("apart", "apart"),
    ("niet-met", "apart"),
    ("together", "together"),
    ("graag-met", "together"),
    ("latitude", "latitude"),
    ("breedtegraad", "latitude"),
    ("longitude", "longitude"),
    ("lengtegraad", "longitude"),
];

/// Dutch words for traits. The coach's rule looks at `region` by that name.
const TRAITS: [(&str, &str); 6] = [
    ("functie", "function"),
    ("organisatie", "organisation"),
    ("regio", "region"),
    ("ervaring", "experience"),
    ("interventie", "intervention"),
    ("talen", "languages"),
];

/// What stands between the values of one cell.
const BETWEEN: char = '|';

/// Everybody in the file.
#[derive(Debug, Default)]
pub(super) struct People {
    pub(super) everybody: Vec<Person>,
    /// What they are called, by id.
    names: BTreeMap<String, String>,
    lines: BTreeMap<String, usize>,
    /// The columns, as the program calls them.
    pub(super) columns: Vec<String>,
    /// The same as they stand in the file.
    headings: Vec<String>,
}

impl People {
    /// On which line somebody stands.
    pub(super) fn line(&self, id: &str) -> Option<usize> {
        self.lines.get(id).copied()
    }

    /// What the file calls a column, so that an answer speaks the words of whoever asked.
    pub(super) fn heading<'s>(&'s self, column: &'s str) -> &'s str {
        let at = self.columns.iter().position(|known| known == column);
        at.and_then(|at| self.headings.get(at))
            .map_or(column, String::as_str)
    }

    /// What to call somebody: with the id when it is another than the name.
    pub(super) fn name(&self, id: &str) -> String {
        match self.names.get(id) {
            Some(name) if name != id && !name.is_empty() => format!("{name} ({id})"),
            _ => id.to_owned(),
        }
    }
}

/// A row with its line.
struct Row<'c> {
    line: usize,
    cells: StringRecord,
    columns: &'c [String],
}

impl Row<'_> {
    fn cell(&self, column: &str) -> &str {
        let at = self.columns.iter().position(|known| known == column);
        at.and_then(|at| self.cells.get(at)).unwrap_or_default()
    }

    fn values(&self, column: &str) -> impl Iterator<Item = &str> {
        let values = self.cell(column).split(BETWEEN).map(str::trim);
        values.filter(|value| !value.is_empty())
    }

    /// Values as they are compared: without regard to capitals.
    fn folded(&self, column: &str) -> BTreeSet<String> {
        self.values(column).map(str::to_lowercase).collect()
    }
}

/// A word for a column or a trait, as the program calls it.
pub(super) fn canonical(word: &str) -> String {
    let word = word.trim().to_lowercase().replace([' ', '_'], "-");
    let known = COLUMNS.iter().chain(&TRAITS).find(|(from, _)| *from == word);
    known.map_or(word, |(_, to)| (*to).to_owned())
}

/// Whether a column is more than a trait.
pub(super) fn is_special(column: &str) -> bool {
    COLUMNS.iter().any(|(_, known)| *known == column)
}

/// Reads everybody; whatever is wrong goes into `sink`.
pub(super) fn read(source: &str, sink: &mut Sink<'_>) -> People {
    // Spreadsheets put a mark before the text that no column is called after.
    let source = source.trim_start_matches('\u{feff}');
    let mut reader = ReaderBuilder::new()
        .delimiter(separator(source))
        .flexible(true)
        .trim(Trim::All)
        .from_reader(source.as_bytes());
    let headings: Vec<String> = match reader.headers() {
        Ok(headings) => headings.iter().map(str::to_owned).collect(),
        Err(_) => Vec::new(),
    };
    let heads: Vec<String> = headings.iter().map(|heading| canonical(heading)).collect();
    first_row(&heads, sink);
    let mut found = People {
        columns: heads.clone(),
        headings,
        ..People::default()
    };
    let mut rows = Vec::new();
    for cells in reader.records().filter_map(Result::ok) {
        if cells.iter().all(str::is_empty) {
            continue;
        }
        let row = Row {
            line: line_of(source, &cells),
            cells,
            columns: &heads,
        };
        if is_whole(&row, sink)
            && let Some(person) = person(&row, &mut found, sink)
        {
            found.everybody.push(person);
            rows.push(row);
        }
    }
    wishes(&rows, &mut found, sink);
    found
}

/// A comma or a semicolon, whichever the first row has more of.
fn separator(source: &str) -> u8 {
    let first = source.trim_start().lines().next().unwrap_or_default();
    if first.matches(';').count() > first.matches(',').count() {
        b';'
    } else {
        b','
    }
}

/// The line on which a row begins; empty lines before it were passed over.
fn line_of(source: &str, cells: &StringRecord) -> usize {
    let begins = cells.position().map_or(0, csv::Position::byte);
    let begins = usize::try_from(begins).unwrap_or_default();
    let rest = source.get(begins..).unwrap_or_default();
    let begins = source.len() - rest.trim_start_matches(['\r', '\n']).len();
    let before = source.bytes().take(begins);
    1 + before.filter(|byte| *byte == b'\n').count()
}

/// What is wrong with the first row.
fn first_row(heads: &[String], sink: &mut Sink<'_>) {
    if !heads.iter().any(|head| head == "name" || head == "id") {
        sink.add(1, sink.words.composing_no_name_column());
    }
    for (at, head) in heads.iter().enumerate() {
        if !head.is_empty() && heads.iter().skip(at + 1).any(|other| other == head) {
            sink.add(1, sink.words.composing_column_twice(head));
        }
        // A slip of the pen would make a trait of it, and a wish would be lost without a word.
        let near = nearest(head, COLUMNS.iter().map(|(known, _)| *known));
        let slips = if near.len() > 5 { 2 } else { 1 };
        if canonical(near) != *head && strsim::damerau_levenshtein(head, near) <= slips && !head.is_empty() {
            sink.add(1, sink.words.composing_column_near(head, near));
        }
    }
}

/// Whether a row has as many cells as there are columns, each on one line.
fn is_whole(row: &Row<'_>, sink: &mut Sink<'_>) -> bool {
    let columns = row.columns.len();
    let surplus = row.cells.iter().skip(columns).any(|cell| !cell.is_empty());
    if row.cells.len() < columns || surplus {
        let cells = row.cells.len();
        sink.add(row.line, sink.words.composing_cells(cells, columns));
        return false;
    }
    if row.cells.iter().any(|cell| cell.contains(['\n', '\r'])) {
        sink.add(row.line, sink.words.composing_open_quote());
        return false;
    }
    let mut cells = row.columns.iter().zip(&row.cells);
    if cells.any(|(head, cell)| head.is_empty() && !cell.is_empty()) {
        sink.add(1, sink.words.composing_no_heading());
    }
    true
}

/// Somebody, without what they wish about others.
fn person(row: &Row<'_>, found: &mut People, sink: &mut Sink<'_>) -> Option<Person> {
    let (id, name) = (row.cell("id"), row.cell("name"));
    let id = if id.is_empty() { name } else { id };
    let place = place(row, sink);
    if id.is_empty() {
        sink.add(row.line, sink.words.composing_no_name());
        return None;
    }
    if let Some(line) = found.line(id) {
        sink.add(row.line, sink.words.composing_twice(id, line));
        return None;
    }
    found.lines.insert(id.to_owned(), row.line);
    found.names.insert(id.to_owned(), name.to_owned());
    let traits = row.columns.iter().filter(|of| !is_special(of) && !of.is_empty());
    let traits = traits.map(|of| (of.clone(), row.folded(of)));
    Some(Person {
        id: id.to_owned(),
        traits: traits.filter(|(_, values)| !values.is_empty()).collect(),
        free: row.folded("free"),
        place,
        ..Person::default()
    })
}

fn place(row: &Row<'_>, sink: &mut Sink<'_>) -> Option<Place> {
    let mut degrees = |column: &str, most: f64| {
        let text = row.cell(column);
        let number = text.replace(',', ".").parse::<f64>().ok();
        let number = number.filter(|number| number.abs() <= most);
        if number.is_none() && !text.is_empty() {
            let problem = sink.words.composing_degrees(column, text);
            sink.add(row.line, problem);
        }
        number
    };
    let (latitude, longitude) = (degrees("latitude", 90.0), degrees("longitude", 180.0));
    if row.cell("latitude").is_empty() != row.cell("longitude").is_empty() {
        sink.add(row.line, sink.words.composing_half_a_place());
    }
    Some(Place {
        latitude: latitude?,
        longitude: longitude?,
    })
}

/// Whom people name. By name or by id, so this comes when everybody is known.
fn wishes(rows: &[Row<'_>], found: &mut People, sink: &mut Sink<'_>) {
    let mut ids: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (id, name) in &found.names {
        for word in [id, name] {
            ids.entry(word.to_lowercase()).or_default().insert(id.clone());
        }
    }
    for (row, person) in rows.iter().zip(&mut found.everybody) {
        let of_columns = [("apart", &mut person.apart), ("together", &mut person.together)];
        for (column, into) in of_columns {
            for word in row.values(column) {
                let meant = ids.get(&word.to_lowercase());
                match meant.and_then(BTreeSet::first) {
                    Some(id) if meant.is_some_and(|meant| meant.len() == 1) => {
                        into.insert(id.clone());
                    }
                    Some(_) => sink.add(row.line, sink.words.composing_several(word)),
                    None => {
                        let near = nearest(word, found.names.iter().flat_map(|(id, name)| [&**id, &**name]));
                        sink.add(row.line, sink.words.composing_nobody(word, near));
                    }
                }
            }
        }
        if person.apart.contains(&person.id) || person.together.contains(&person.id) {
            sink.add(row.line, sink.words.composing_oneself(&person.id));
        }
        if let Some(both) = person.apart.intersection(&person.together).next() {
            sink.add(row.line, sink.words.composing_both(&person.id, both));
        }
    }
}
