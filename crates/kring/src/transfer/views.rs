//! HTML of the transfer slice.

use maud::{Markup, html};
use ui::{Crumb, Field, Problems, Tone, button, check_field, file_field, hidden, long_field, notice};

use super::Role;
use super::columns::{Column, Heads};
use super::entries::{Fault, Unfit, Wrong};
use super::lines::{Line, Note, Seat, Step};
use super::pages::NoRows;
use super::reading::{MOST_BYTES, MOST_ROWS, Unreadable};
use crate::programmes::{self, Programme};
use crate::web::{Html, LINE, Posted, Visitor};
use crate::words::Words;

/// What a browser offers to choose from.
const KINDS: &str = ".csv,.txt,.tsv,.xlsx,text/csv,text/tab-separated-values,\
                     application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// The page on which a list is handed in.
pub(super) struct Start<'a> {
    pub(super) programme: &'a Programme,
    pub(super) posted: &'a Posted,
    pub(super) problems: &'a Problems,
    /// How many joined, were seated, and what changed nothing, when a list was carried out just now.
    pub(super) done: Option<(u32, u32, u32)>,
}

/// What a list would do.
pub(super) struct Preview<'a> {
    pub(super) programme: &'a Programme,
    pub(super) posted: &'a Posted,
    /// Headings that mean nothing to Kring.
    pub(super) unknown: &'a [String],
    pub(super) lines: &'a [Line],
}

fn trail(visitor: &Visitor, programme: &Programme) -> Vec<Crumb> {
    let mut trail = programmes::trail(visitor, programme);
    trail.push(Crumb {
        name: visitor.words().placing_title(),
        href: own(programme, "people"),
    });
    trail
}

fn own(programme: &Programme, part: &str) -> String {
    format!("/programmes/{}/{part}", programme.id)
}

pub(super) fn start(visitor: &Visitor, start: &Start<'_>) -> Html {
    let (words, programme) = (visitor.words(), start.programme);
    let file = (words.transfer_file(), words.transfer_file_hint(MOST_ROWS));
    let field = Field {
        name: "file",
        label: &file.0,
        hint: &file.1,
        value: "",
        problem: start.problems.of("file"),
    };
    let body = html! {
        div class={ "organising accent-" (programme.accent) } {
            header {
                h1 { (words.transfer_title()) }
                p.lead { (words.transfer_lead()) }
            }
            @if let Some(done) = start.done { (after(words, programme, done)) }
            @if !start.problems.is_empty() { (notice(Tone::Problem, &html! { p { (words.transfer_list_wrong()) } })) }
            form.planning-form method="post" enctype="multipart/form-data" action=(own(programme, "import")) {
                (file_field(&field, KINDS))
                (text((&words.transfer_pasted(), &words.transfer_pasted_hint()), (start.posted, start.problems), 6))
                (makes(words, start.posted))
                div { (button(&words.transfer_look())) }
                p.small { (words.transfer_nothing_yet()) }
            }
            (guide(words, programme))
            (takes_along(words, programme))
        }
    };
    visitor.page(&words.transfer_title(), None, &trail(visitor, programme), body)
}

fn after(words: &Words, programme: &Programme, (joined, seated, unchanged): (u32, u32, u32)) -> Markup {
    notice(
        Tone::Good,
        &html! {
            p { (words.transfer_done(joined, seated)) @if unchanged > 0 { " " (words.transfer_unchanged(unchanged)) } }
            p { a href=(own(programme, "people")) { (words.transfer_to_people()) } }
        },
    )
}

/// Which columns there can be, and an example.
fn guide(words: &Words, programme: &Programme) -> Markup {
    let may = [
        (Column::Group, words.transfer_about_group()),
        (Column::Role, words.transfer_about_role()),
        (Column::Language, words.transfer_about_language()),
        (Column::Organisation, words.transfer_about_work()),
        (Column::Job, words.transfer_about_job()),
    ];
    html! {
        section aria-labelledby="columns-title" {
            h2 id="columns-title" { (words.transfer_columns()) }
            p { (words.transfer_needed()) }
            dl.transfer-columns {
                @for (column, about) in may { div { dt { (column.heading(words)) } dd { (about) } } }
            }
            p {
                (words.transfer_example()) " "
                a href=(own(programme, "import/example.xlsx")) { (words.transfer_as_workbook()) } " · "
                a href=(own(programme, "import/example.csv")) { (words.transfer_as_sheet()) }
            }
        }
    }
}

/// The list as a text.
fn text((label, hint): (&str, &str), (posted, problems): (&Posted, &Problems), rows: u32) -> Markup {
    let most = u32::try_from(MOST_BYTES).unwrap_or(u32::MAX);
    let field = Field {
        name: "list",
        label,
        hint,
        value: posted.text("list"),
        problem: problems.of("list"),
    };
    html! { div.transfer-list { (long_field(&field, rows, most)) } }
}

fn makes(words: &Words, posted: &Posted) -> Markup {
    let (label, hint) = (words.transfer_make(), words.transfer_make_hint());
    check_field(&Field {
        name: "make",
        label: &label,
        hint: &hint,
        value: posted.text("make"),
        problem: None,
    })
}

/// The way out: who is where, as a file.
fn takes_along(words: &Words, programme: &Programme) -> Markup {
    html! {
        section aria-labelledby="export-title" {
            h2 id="export-title" { (words.transfer_export()) }
            p { (words.transfer_export_text()) }
            p {
                a href=(own(programme, "people.xlsx")) { (words.transfer_as_workbook()) } " · "
                a href=(own(programme, "people.csv")) { (words.transfer_as_sheet()) }
            }
        }
    }
}

pub(super) fn preview(visitor: &Visitor, preview: &Preview<'_>) -> Html {
    let (words, programme) = (visitor.words(), preview.programme);
    let (wrong, right): (Vec<&Line>, Vec<&Line>) =
        preview.lines.iter().partition(|line| !line.faults.is_empty());
    let body = html! {
        div class={ "organising accent-" (programme.accent) } {
            header { h1 { (words.transfer_preview()) } }
            (verdict(words, preview, wrong.len()))
            @if !preview.unknown.is_empty() {
                (notice(Tone::Calm, &html! { p { (words.transfer_ignored(preview.unknown.join(", "))) } }))
            }
            @if wrong.is_empty() {
                (carry(words, preview))
                (table((words, &words.transfer_what()), &words.transfer_rows(right.len()), &right))
            } @else {
                (table((words, &words.transfer_why()), &words.transfer_wrong_rows(wrong.len()), &wrong))
            }
            (mend(words, preview))
            @if !wrong.is_empty() && !right.is_empty() { (table((words, &words.transfer_what()), &words.transfer_right_rows(right.len()), &right)) }
        }
    };
    let mut trail = trail(visitor, programme);
    trail.push(Crumb {
        name: words.transfer_title(),
        href: own(programme, "import"),
    });
    visitor.page(&words.transfer_preview(), None, &trail, body)
}

/// How the whole list stands.
fn verdict(words: &Words, preview: &Preview<'_>, wrong: usize) -> Markup {
    let steps = || preview.lines.iter().flat_map(|line| &line.steps);
    let joined = steps()
        .filter(|step| matches!(step, Step::Joins | Step::Leads))
        .count();
    let seated = steps().filter(|step| matches!(step, Step::Sits(_))).count();
    let unchanged = preview.lines.iter().filter(|line| line.steps.is_empty()).count();
    if wrong > 0 {
        return notice(Tone::Problem, &html! { p { (words.transfer_blocked(wrong)) } });
    }
    if steps().next().is_none() {
        return notice(Tone::Good, &html! { p { (words.transfer_all_known()) } });
    }
    html! {
        p.lead {
            (words.transfer_will(joined, seated))
            @if unchanged > 0 { " " (words.transfer_unchanged(unchanged)) }
        }
    }
}

/// The button that does what was shown. The list travels along, so that this very list is carried out.
fn carry(words: &Words, preview: &Preview<'_>) -> Markup {
    if preview.lines.iter().all(|line| line.steps.is_empty()) {
        return html! {};
    }
    let label = words.placing_tell();
    let tell = Field {
        name: "tell",
        label: &label,
        hint: "",
        value: if preview.posted.get("do") == Some("import") {
            preview.posted.text("tell")
        } else {
            "yes"
        },
        problem: None,
    };
    html! {
        form.planning-form method="post" enctype="multipart/form-data" action=(own(preview.programme, "import")) {
            (hidden("list", preview.posted.text("list")))
            (hidden("make", preview.posted.text("make")))
            (check_field(&tell))
            div { button.button type="submit" name="do" value="import" { (words.transfer_carry()) } }
            p.small { (words.transfer_invited()) }
        }
    }
}

/// The list as it was read, to change it and look again.
fn mend(words: &Words, preview: &Preview<'_>) -> Markup {
    let form = html! {
        form.planning-form method="post" enctype="multipart/form-data" action=(own(preview.programme, "import")) {
            (text((&words.transfer_list(), &words.transfer_list_hint()), (preview.posted, &Problems::none()), 12))
            (makes(words, preview.posted))
            div { button.button.quiet type="submit" { (words.transfer_again()) } }
            p { a href=(own(preview.programme, "import")) { (words.transfer_other()) } }
        }
    };
    let is_wrong = preview.lines.iter().any(|line| !line.faults.is_empty());
    html! {
        details open[is_wrong] {
            summary { (words.transfer_mend()) }
            (form)
        }
    }
}

fn table((words, what): (&Words, &str), caption: &str, lines: &[&Line]) -> Markup {
    html! {
        table.transfer-rows {
            caption { (caption) }
            thead { tr { th scope="col" { (words.transfer_who()) } th scope="col" { (what) } } }
            tbody { @for line in lines { (row(words, line)) } }
        }
    }
}

fn row(words: &Words, line: &Line) -> Markup {
    let entry = &line.entry;
    let role = (entry.role != Role::Participant).then(|| entry.role.label(words));
    let place: Vec<&str> = [Some(entry.group.as_str()), role.as_deref()]
        .into_iter()
        .flatten()
        .filter(|text| !text.is_empty())
        .collect();
    html! {
        tr {
            th scope="row" {
                span.small { (words.transfer_row(entry.row)) }
                @if !entry.name.is_empty() { " " strong { (entry.name) } }
                span.small.mail-address { (entry.mail) }
                @if !place.is_empty() { span.small { (place.join(" · ")) } }
            }
            td {
                @if line.steps.is_empty() && line.faults.is_empty() { p { (words.transfer_nothing()) } }
                @for fault in &line.faults {
                    p.field-problem { strong { (fault.column.heading(words)) ": " } (wrong(words, fault)) }
                }
                @if line.faults.is_empty() { @for step in &line.steps { p { (will(words, step, entry.role)) } } }
                @for note in &line.notes { p.small { (remark(words, note)) } }
            }
        }
    }
}

fn will(words: &Words, step: &Step, role: Role) -> String {
    match (step, role) {
        (Step::Joins, _) => words.transfer_joins(),
        (Step::Leads, _) => words.transfer_leads(),
        (Step::Sits(Seat::In(circle)), Role::Facilitator) => words.transfer_leads_group(&circle.name),
        (Step::Sits(Seat::In(circle)), _) => words.transfer_sits(&circle.name),
        (Step::Sits(Seat::New(name)), Role::Facilitator) => words.transfer_leads_new(name),
        (Step::Sits(Seat::New(name)), _) => words.transfer_sits_new(name),
        (Step::Works, _) => words.transfer_works(),
    }
}

fn remark(words: &Words, note: &Note) -> String {
    match note {
        Note::Same(row) => words.transfer_same(*row),
        Note::KeepsName(name) => words.transfer_keeps_name(name),
        Note::Applicant => words.transfer_is_applicant(),
        Note::JobAlone => words.transfer_job_alone(),
    }
}

fn wrong(words: &Words, fault: &Fault) -> String {
    match &fault.what {
        Wrong::Missing => words.transfer_wrong_missing(),
        Wrong::Long(length) => words.forms_too_long(LINE, *length),
        Wrong::NoAddress => words.placing_wrong_mail(),
        Wrong::Invented => words.transfer_wrong_invented(),
        Wrong::UnknownGroup(Some(near)) => words.transfer_wrong_group_near(near),
        Wrong::UnknownGroup(None) => words.transfer_wrong_group(),
        Wrong::UnknownRole(said) => words.transfer_wrong_role(said),
        Wrong::UnknownLanguage(said) => words.transfer_wrong_language(said),
        Wrong::SitsIn(group) => words.transfer_wrong_sits(group),
        Wrong::OtherRole(group) => words.transfer_wrong_other_role(group),
        Wrong::Differs(row) => words.transfer_wrong_differs(*row),
    }
}

/// Why there are no rows, and what to do.
pub(super) fn unreadable(words: &Words, why: NoRows) -> String {
    match why {
        NoRows::Nothing => words.transfer_no_list(),
        NoRows::Both => words.transfer_both(),
        NoRows::Unreadable(Unreadable::Empty) => words.transfer_empty(),
        NoRows::Unreadable(Unreadable::TooLarge) => words.transfer_too_large(),
        NoRows::Unreadable(Unreadable::TooManyRows) => words.transfer_too_many(MOST_ROWS),
        NoRows::Unreadable(Unreadable::OldOrLocked) => words.transfer_old(),
        NoRows::Unreadable(Unreadable::NoSpreadsheet) => words.transfer_no_spreadsheet(),
    }
}

/// Why a list as a whole cannot be read, all of it.
pub(super) fn unfit(words: &Words, heads: &Heads, unfit: &[Unfit]) -> String {
    let mut all: Vec<String> = unfit
        .iter()
        .map(|one| match one {
            Unfit::Lacks(column) => words.transfer_lacks(column.heading(words)),
            Unfit::Twice(column) => words.transfer_twice(column.heading(words)),
            Unfit::NoRows => words.transfer_only_headings(),
        })
        .collect();
    let lacks = unfit.iter().any(|one| matches!(one, Unfit::Lacks(_)));
    if lacks && !heads.unknown.is_empty() {
        all.push(words.transfer_read_headings(heads.unknown.join(", ")));
    }
    all.join(" ")
}
