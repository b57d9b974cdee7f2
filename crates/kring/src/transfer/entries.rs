//! Rows of a list as what they say about somebody, with what is wrong with their cells.

use super::Role;
use super::columns::{self, Column, Heads};
use super::reading::Row;
use super::writing::INVENTED;
use crate::people::{folded, is_address};
use crate::web::{LINE, as_written};

/// Why a list as a whole cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unfit {
    /// It lacks this column.
    Lacks(Column),
    /// It has this column twice, and nobody can tell which one is meant.
    Twice(Column),
    /// There are headings and nothing below them.
    NoRows,
}

/// A row as it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    pub(super) row: usize,
    pub(super) name: String,
    /// In the form in which it is stored.
    pub(super) mail: String,
    pub(super) group: String,
    pub(super) role: Role,
    pub(super) language: Option<&'static str>,
    pub(super) organisation: String,
    pub(super) job: String,
    /// What is wrong with the cells alone.
    pub(super) faults: Vec<Fault>,
}

/// What is wrong with a row, and in which column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Fault {
    pub(super) column: Column,
    pub(super) what: Wrong,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Wrong {
    Missing,
    /// So many letters.
    Long(usize),
    NoAddress,
    /// It is the row of the example.
    Invented,
    /// There is no such group; one is called nearly so.
    UnknownGroup(Option<String>),
    UnknownRole(String),
    UnknownLanguage(String),
    /// They take part in this group already.
    SitsIn(String),
    /// They are in this group with the other role.
    OtherRole(String),
    /// An earlier row says something else.
    Differs(usize),
}

/// Reads the rows below the headings, or says why the list is none.
pub(super) fn entries(heads: &Heads, rows: &[Row]) -> Result<Vec<Entry>, Vec<Unfit>> {
    let mut unfit: Vec<Unfit> = heads.twice.iter().copied().map(Unfit::Twice).collect();
    if !heads.has(Column::Mail) {
        unfit.push(Unfit::Lacks(Column::Mail));
    }
    if ![Column::Name, Column::First, Column::Last]
        .iter()
        .any(|column| heads.has(*column))
    {
        unfit.push(Unfit::Lacks(Column::Name));
    }
    if unfit.is_empty() && rows.is_empty() {
        unfit.push(Unfit::NoRows);
    }
    if unfit.is_empty() {
        Ok(rows.iter().map(|row| entry(heads, row)).collect())
    } else {
        Err(unfit)
    }
}

fn entry(heads: &Heads, row: &Row) -> Entry {
    let cell = |column| as_written(heads.cell(row, column)).to_owned();
    let mut faults = Vec::new();
    let mut wrong = |column, what| faults.push(Fault { column, what });
    let name = match cell(Column::Name) {
        whole if !whole.is_empty() => whole,
        _ => [Column::First, Column::Infix, Column::Last].map(cell).join(" "),
    };
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    let mail = folded(&cell(Column::Mail));
    if mail.is_empty() {
        wrong(Column::Mail, Wrong::Missing);
    } else if mail == INVENTED {
        wrong(Column::Mail, Wrong::Invented);
    } else if !is_address(&mail) {
        wrong(Column::Mail, Wrong::NoAddress);
    }
    let said = cell(Column::Role);
    let role = columns::role(&said).unwrap_or_else(|| {
        wrong(Column::Role, Wrong::UnknownRole(said));
        Role::Participant
    });
    let said = cell(Column::Language);
    let language = columns::language(&said);
    if language.is_none() && !said.is_empty() {
        wrong(Column::Language, Wrong::UnknownLanguage(said));
    }
    let (group, organisation, job) = (cell(Column::Group), cell(Column::Organisation), cell(Column::Job));
    for (column, text) in [
        (Column::Name, &name),
        (Column::Mail, &mail),
        (Column::Group, &group),
        (Column::Organisation, &organisation),
        (Column::Job, &job),
    ] {
        let length = text.chars().count();
        if u32::try_from(length).map_or(true, |length| length > LINE) {
            wrong(column, Wrong::Long(length));
        }
    }
    Entry {
        row: row.number,
        name,
        mail,
        group,
        role,
        language,
        organisation,
        job,
        faults,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(rows: &[&[&str]]) -> Vec<Row> {
        let owned = |cells: &&[&str]| cells.iter().map(|cell| (*cell).to_owned()).collect();
        rows.iter()
            .enumerate()
            .map(|(at, cells)| Row {
                number: at + 1,
                cells: owned(cells),
            })
            .collect()
    }

    fn read(rows: &[&[&str]]) -> Result<Vec<Entry>, Vec<Unfit>> {
        let rows = list(rows);
        let (heads, below) = Heads::find(&rows);
        entries(&heads, below)
    }

    #[test]
    fn a_list_that_lacks_something_is_refused_as_a_whole() {
        for (rows, expected) in [
            (
                vec![["naam", "groep"].as_slice()],
                vec![Unfit::Lacks(Column::Mail)],
            ),
            (vec![&["mail"]], vec![Unfit::Lacks(Column::Name)]),
            (vec![&["mail", "naam"]], vec![Unfit::NoRows]),
            (
                vec![&["x"], &["y"]],
                vec![Unfit::Lacks(Column::Mail), Unfit::Lacks(Column::Name)],
            ),
            (
                vec![&["mail", "naam", "e-mail"], &["a@b.example", "A", "c@d.example"]],
                vec![Unfit::Twice(Column::Mail)],
            ),
        ] {
            assert_eq!(read(&rows), Err(expected), "{rows:?}");
        }
    }

    #[test]
    fn every_problem_of_a_row_is_named_at_its_column() {
        let long = "x".repeat(201);
        let rows = [
            ["naam", "mail", "groep", "rol", "taal", "functie", "organisatie"].as_slice(),
            &["Zoë", "zoe", "", "voorzitter", "Klingon", "", ""],
            &[&long, "", &long, "", "", &long, &long],
            &["Puck", INVENTED, "", "", "", "", ""],
        ];
        let read = read(&rows).unwrap();
        let faults = |at: usize| read.get(at).map(|entry| entry.faults.clone()).unwrap();
        let fault = |column, what| Fault { column, what };
        assert_eq!(
            faults(0),
            [
                fault(Column::Mail, Wrong::NoAddress),
                fault(Column::Role, Wrong::UnknownRole("voorzitter".to_owned())),
                fault(Column::Language, Wrong::UnknownLanguage("Klingon".to_owned())),
            ]
        );
        assert_eq!(
            faults(1),
            [
                fault(Column::Mail, Wrong::Missing),
                fault(Column::Name, Wrong::Long(201)),
                fault(Column::Group, Wrong::Long(201)),
                fault(Column::Organisation, Wrong::Long(201)),
                fault(Column::Job, Wrong::Long(201)),
            ]
        );
        assert_eq!(faults(2), [fault(Column::Mail, Wrong::Invented)]);
    }

    #[test]
    fn a_name_may_stand_in_parts_and_cells_behind_an_apostrophe() {
        let read = read(&[
            &[
                "Voornaam",
                "Tussenvoegsel",
                "Achternaam",
                "E-mail",
                "Rol",
                "Organisatie",
            ],
            &[
                "Zoë",
                "van der",
                "Brink",
                " Zoe@Voorbeeld.Example",
                "Begeleider",
                "'+Zorg",
            ],
            &["Bo", "", "", "bo@voorbeeld.example", "", "'t Huis"],
        ])
        .unwrap();
        let of = |entry: &Entry| {
            (
                entry.name.clone(),
                entry.mail.clone(),
                entry.role,
                entry.organisation.clone(),
            )
        };
        assert_eq!(
            read.iter().map(of).collect::<Vec<_>>(),
            [
                (
                    "Zoë van der Brink".to_owned(),
                    "zoe@voorbeeld.example".to_owned(),
                    Role::Facilitator,
                    "+Zorg".to_owned()
                ),
                (
                    "Bo".to_owned(),
                    "bo@voorbeeld.example".to_owned(),
                    Role::Participant,
                    "'t Huis".to_owned()
                ),
            ]
        );
    }
}
