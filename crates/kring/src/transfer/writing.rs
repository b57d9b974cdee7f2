//! Who is where, as rows of a sheet that the import reads again, and rows as a workbook.

use std::collections::BTreeMap;

use anyhow::Context as _;
use jiff::Timestamp;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook};
use ui::{Language, locale};

use super::columns::{Column, EXPORTED};
use super::{Applied, Place, Role};
use crate::words::Words;

/// Applications that still ask for something. The others are over, and their people are either in the programme or not.
const OPEN: [&str; 3] = ["applied", "waiting", "offered"];

/// Headings, and a row for each place of somebody, by name; at the end whoever applied and has no place yet.
pub(super) fn rows(
    (language, words): (Language, &Words),
    mut places: Vec<Place>,
    mut applications: Vec<Applied>,
) -> Vec<Vec<String>> {
    // The newest application of an address comes first, and counts.
    let mut states: BTreeMap<String, String> = BTreeMap::new();
    for one in &applications {
        let mail = one.person_mail.as_ref().unwrap_or(&one.mail);
        states.entry(mail.clone()).or_insert_with(|| one.state.clone());
    }
    let mut grouped: BTreeMap<String, bool> = BTreeMap::new();
    for place in &places {
        *grouped.entry(place.mail.clone()).or_default() |= place.group_id.is_some();
    }
    applications.retain(|one| OPEN.contains(&one.state.as_str()) && !grouped.contains_key(&one.mail));
    // Whoever is in a group is in the programme as well: that place says nothing more.
    places.retain(|place| {
        place.group_id.is_some() || place.role == "facilitator" || grouped.get(&place.mail) == Some(&false)
    });
    locale::sort_by_text(language, &mut places, |place| &place.name);
    locale::sort_by_text(language, &mut applications, |one| &one.name);
    let mut rows = vec![EXPORTED.map(|column| column.heading(words)).to_vec()];
    for place in &places {
        let text = |cell: &Option<String>| cell.clone().unwrap_or_default();
        let state = states.get(&place.mail).map(|state| label(words, state));
        rows.push(row(|column| match column {
            Column::Name => place.name.clone(),
            Column::Mail => place.mail.clone(),
            Column::Group => text(&place.group_name),
            Column::Role => Role::of(&place.role).label(words),
            Column::Language => place.language.clone(),
            Column::Organisation => text(&place.organisation),
            Column::Job => text(&place.job),
            _ => text(&state),
        }));
    }
    for one in &applications {
        rows.push(row(|column| match column {
            Column::Name => one.name.clone(),
            Column::Mail => one.mail.clone(),
            Column::Role => Role::Applicant.label(words),
            Column::Language => one.language.clone(),
            Column::Application => label(words, &one.state),
            _ => String::new(),
        }));
    }
    rows
}

fn row(cell: impl Fn(Column) -> String) -> Vec<String> {
    EXPORTED.iter().map(|column| cell(*column)).collect()
}

fn label(words: &Words, state: &str) -> String {
    match state {
        "applied" => words.enrolment_state_applied(),
        "waiting" => words.enrolment_state_waiting(),
        "offered" => words.enrolment_state_offered(),
        "admitted" => words.enrolment_state_admitted(),
        "refused" => words.enrolment_state_refused(),
        "withdrawn" => words.enrolment_state_withdrawn(),
        _ => words.enrolment_state_lapsed(),
    }
}

/// The address of the invented person in the example: nobody gets mail there, and the import asks to take the row out.
pub(super) const INVENTED: &str = "puck.verzonnen@voorbeeld.example";

/// Headings and one invented row, to fill in.
pub(super) fn example(words: &Words) -> Vec<Vec<String>> {
    let headings = EXPORTED.iter().filter(|column| **column != Column::Application);
    let invented = [
        "Puck Verzonnen".to_owned(),
        INVENTED.to_owned(),
        words.placing_compose_group(1_u8),
        Role::Participant.label(words),
        words.transfer_example_language(),
        words.transfer_example_organisation(),
        words.transfer_example_job(),
    ];
    vec![
        headings.map(|column| column.heading(words)).collect(),
        invented.to_vec(),
    ]
}

/// Rows as a workbook (XLSX). Every cell is a text, so none is a formula.
pub(super) fn workbook(title: &str, rows: &[Vec<String>], made: Timestamp) -> anyhow::Result<Vec<u8>> {
    let mut book = Workbook::new();
    let made = ExcelDateTime::from_timestamp(made.as_second()).context("writing when a workbook was made")?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&made));
    let sheet = book.add_worksheet();
    sheet.set_name(title).context("naming a sheet")?;
    let bold = Format::new().set_bold();
    for (number, row) in (0..).zip(rows) {
        for (column, cell) in (0..).zip(row) {
            let written = match number {
                0 => sheet.write_string_with_format(number, column, cell, &bold),
                _ => sheet.write_string(number, column, cell),
            };
            written.context("writing a cell")?;
        }
    }
    sheet
        .set_freeze_panes(1, 0)
        .context("keeping the headings in sight")?;
    sheet.autofit();
    book.save_to_buffer().context("writing a workbook")
}
