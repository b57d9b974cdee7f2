//! Which heading is which column, and what may stand in a cell, in Dutch and in English.

use std::collections::BTreeMap;

use super::Role;
use super::reading::Row;
use crate::words::Words;

/// Headings are looked for so far down: above them often stands a title.
const SEARCHED: usize = 10;

/// Something a list can say of somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Column {
    /// The whole name.
    Name,
    /// A name in three parts, as many lists have it.
    First,
    Infix,
    Last,
    Mail,
    Group,
    Role,
    /// The language of mails.
    Language,
    Organisation,
    /// What they are there.
    Job,
    /// How their application stands: an export says so, and nobody is admitted by a list.
    Application,
}

/// What people call them, as [`folded`] makes it.
const HEADINGS: [(Column, &[&str]); 11] = [
    (
        Column::Name,
        &[
            "naam",
            "volledigenaam",
            "deelnemer",
            "name",
            "fullname",
            "participant",
        ],
    ),
    (Column::First, &["voornaam", "roepnaam", "firstname", "givenname"]),
    (
        Column::Infix,
        &["tussenvoegsel", "tussenvoegsels", "infix", "prefix"],
    ),
    (Column::Last, &["achternaam", "lastname", "surname", "familyname"]),
    (
        Column::Mail,
        &[
            "mail",
            "mailadres",
            "email",
            "emailadres",
            "mailaddress",
            "emailaddress",
        ],
    ),
    (
        Column::Group,
        &["groep", "groepsnaam", "intervisiegroep", "group", "groupname"],
    ),
    (Column::Role, &["rol", "role"]),
    (
        Column::Language,
        &["taal", "taalvandemails", "language", "languageofmails"],
    ),
    (
        Column::Organisation,
        &[
            "organisatie",
            "praktijk",
            "werkgever",
            "instelling",
            "organisation",
            "organization",
            "practice",
            "employer",
        ],
    ),
    (
        Column::Job,
        &["functie", "beroep", "function", "job", "jobtitle", "profession"],
    ),
    (Column::Application, &["aanmelding", "application"]),
];

/// In the order in which an export writes them.
pub(super) const EXPORTED: [Column; 8] = [
    Column::Name,
    Column::Mail,
    Column::Group,
    Column::Role,
    Column::Language,
    Column::Organisation,
    Column::Job,
    Column::Application,
];

impl Column {
    /// What an export calls it, and what a problem says about it.
    pub(super) fn heading(self, words: &Words) -> String {
        match self {
            Self::Name => words.transfer_column_name(),
            Self::First => words.transfer_column_first(),
            Self::Infix => words.transfer_column_infix(),
            Self::Last => words.transfer_column_last(),
            Self::Mail => words.transfer_column_mail(),
            Self::Group => words.transfer_column_group(),
            Self::Role => words.transfer_column_role(),
            Self::Language => words.transfer_column_language(),
            Self::Organisation => words.transfer_column_organisation(),
            Self::Job => words.transfer_column_job(),
            Self::Application => words.transfer_column_application(),
        }
    }
}

/// Which column stands where.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Heads {
    places: BTreeMap<Column, usize>,
    /// Headings that mean nothing to us.
    pub(super) unknown: Vec<String>,
    /// Columns that stand there twice.
    pub(super) twice: Vec<Column>,
}

impl Heads {
    /// Finds the row of headings; answers it with the rows below.
    pub(super) fn find(rows: &[Row]) -> (Self, &[Row]) {
        let heads = |row: &Row| row.cells.iter().filter(|cell| column(cell).is_some()).count();
        let at = rows
            .iter()
            .take(SEARCHED)
            .position(|row| heads(row) > 1 || row.cells.iter().any(|cell| column(cell) == Some(Column::Mail)))
            .unwrap_or_default();
        let (above, below) = rows.split_at_checked(at + 1).unwrap_or((rows, &[]));
        (above.last().map(Self::of).unwrap_or_default(), below)
    }

    fn of(row: &Row) -> Self {
        let mut heads = Self::default();
        for (at, cell) in row.cells.iter().enumerate() {
            match column(cell) {
                Some(column) if heads.places.contains_key(&column) => heads.twice.push(column),
                Some(column) => drop(heads.places.insert(column, at)),
                None if cell.is_empty() => {}
                None => heads.unknown.push(cell.clone()),
            }
        }
        heads
    }

    /// Whether the list has such a column.
    pub(super) fn has(&self, column: Column) -> bool {
        self.places.contains_key(&column)
    }

    /// What a row says there; empty when it has no such column.
    pub(super) fn cell<'r>(&self, row: &'r Row, column: Column) -> &'r str {
        let cell = self.places.get(&column).and_then(|at| row.cells.get(*at));
        cell.map(String::as_str).unwrap_or_default()
    }
}

/// The column that a heading means.
fn column(heading: &str) -> Option<Column> {
    let folded = folded(heading);
    HEADINGS
        .iter()
        .find(|(_, names)| names.contains(&folded.as_str()))
        .map(|(column, _)| *column)
}

/// Small letters and digits alone: people write "E-mail adres" and "e-mailadres".
fn folded(text: &str) -> String {
    text.chars()
        .filter(|sign| sign.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

/// The role that a cell means; an empty one is a participant.
pub(super) fn role(cell: &str) -> Option<Role> {
    match folded(cell).as_str() {
        "" | "deelnemer" | "participant" | "lid" | "member" => Some(Role::Participant),
        "begeleider" | "procesbegeleider" | "gespreksleider" | "facilitator" | "coach" => {
            Some(Role::Facilitator)
        }
        "aangemeld" | "applicant" => Some(Role::Applicant),
        _ => None,
    }
}

/// The code of the language that a cell means; `None` for one in which Kring writes no mails.
pub(super) fn language(cell: &str) -> Option<&'static str> {
    match folded(cell).as_str() {
        "nl" | "nlnl" | "nederlands" | "dutch" => Some("nl"),
        "en" | "engb" | "enus" | "engels" | "english" => Some("en"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use ui::Language;

    use super::*;
    use crate::words::words;

    fn row(number: usize, cells: &[&str]) -> Row {
        Row {
            number,
            cells: cells.iter().map(|cell| (*cell).to_owned()).collect(),
        }
    }

    #[test]
    fn headings_are_known_however_they_are_written() {
        for (heading, expected) in [
            ("Naam", Some(Column::Name)),
            ("E-mail adres", Some(Column::Mail)),
            ("E-MAIL", Some(Column::Mail)),
            ("Group", Some(Column::Group)),
            ("Rol:", Some(Column::Role)),
            ("Telefoon", None),
            ("", None),
        ] {
            assert_eq!(column(heading), expected, "{heading}");
        }
    }

    #[test]
    fn what_an_export_writes_an_import_knows() {
        for tongue in [Language::Nl, Language::En] {
            for wanted in EXPORTED {
                let heading = wanted.heading(words(tongue));
                assert_eq!(column(&heading), Some(wanted), "{heading}");
            }
            for wanted in [Role::Participant, Role::Facilitator, Role::Applicant] {
                assert_eq!(role(&wanted.label(words(tongue))), Some(wanted));
            }
            assert_eq!(language(tongue.code()), Some(tongue.code()));
        }
    }

    #[test]
    fn a_title_above_the_headings_is_passed_over() {
        let rows = [
            row(1, &["Deelnemers 2026"]),
            row(3, &["Mail", "Naam", "Telefoon", "mailadres"]),
            row(4, &["z@a.example"]),
        ];
        let (heads, below) = Heads::find(&rows);
        assert_eq!(below.len(), 1);
        assert_eq!(
            (
                heads.cell(&rows[2], Column::Mail),
                heads.cell(&rows[2], Column::Name)
            ),
            ("z@a.example", "")
        );
        assert_eq!(
            (heads.unknown, heads.twice),
            (vec!["Telefoon".to_owned()], vec![Column::Mail])
        );
    }

    #[test]
    fn a_list_without_headings_has_none() {
        let rows = [row(1, &["Zoë", "z@a.example"]), row(2, &["Bo", "b@a.example"])];
        let (heads, below) = Heads::find(&rows);
        assert!(!heads.has(Column::Mail) && !heads.has(Column::Name));
        assert_eq!(below.len(), 1);
        assert_eq!(Heads::find(&[]), (Heads::default(), [].as_slice()));
    }
}
