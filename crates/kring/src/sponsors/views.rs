//! HTML of the sponsors slice, and its rows for a sheet.

use jiff::Timestamp;
use maud::{Markup, html};
use session::Text;
use ui::locale::{date, noon};
use ui::{Crumb, Field, Problems, Tone, button, empty, mail_field, notice, text_field};

use super::rules::{Figures, Quarter};
use super::{Counts, Seat};
use crate::evaluations::{self, Marks, Told};
use crate::programmes::{self, Programme};
use crate::web::{Html, LINE, Posted, Visitor, print_button};

/// What the page with the figures shows.
pub(super) struct Shown {
    pub(super) programme: Programme,
    pub(super) counts: Counts,
    /// The oldest first.
    pub(super) quarters: Vec<(Quarter, Figures)>,
    pub(super) all: Figures,
    pub(super) marks: Marks,
    pub(super) now: Timestamp,
}

pub(super) fn figures(visitor: &Visitor, shown: &Shown) -> Html {
    let (words, programme) = (visitor.words(), &shown.programme);
    let name = programme.name_in(visitor.language);
    let day = |day: &str| noon(day).map_or_else(|| day.to_owned(), |at| date(visitor.language, at));
    let body = html! {
        div class={ "report accent-" (programme.accent) } {
            header {
                h1 { (words.sponsors_title()) }
                p.lead lang=(name.language.code()) { (name.text) }
                p.small {
                    (programme.organisation) " · "
                    (words.programmes_from_to(day(&programme.starts_on), day(&programme.ends_on)))
                }
                p.small { (words.sponsors_as_of(date(visitor.language, shown.now))) }
            }
            (now(visitor, shown))
            (quarters(visitor, shown))
            section {
                h2 { (words.programmes_to_evaluation()) }
                p { (words.evaluations_meetings(shown.marks.answered, shown.marks.meetings)) }
                (evaluations::summaries(visitor, &shown.marks.summaries))
            }
            p.small { (words.sponsors_rule()) }
            div.actions-row {
                (print_button(&words.evaluations_print()))
                a.button.quiet href={ "/programmes/" (programme.id) "/figures.csv" } download { (words.sponsors_csv()) }
            }
        }
    };
    visitor.page(&words.sponsors_title(), None, &[home(visitor)], body)
}

/// A sponsor has no page of the programme to go back to.
fn home(visitor: &Visitor) -> Crumb {
    Crumb {
        name: visitor.words().shell_my(),
        href: "/my".to_owned(),
    }
}

fn now(visitor: &Visitor, shown: &Shown) -> Markup {
    html! {
        dl.figures {
            @for (label, value) in heads(visitor, shown) { div { dt { (label) } dd { (value) } } }
        }
    }
}

/// What stands on top: label and value.
fn heads(visitor: &Visitor, shown: &Shown) -> Vec<(String, String)> {
    let (words, counts) = (visitor.words(), &shown.counts);
    let mut heads = Vec::new();
    // Open meetings belong to no group.
    if shown.programme.kind != "open" {
        heads.push((words.reports_groups(), counts.groups.to_string()));
    }
    heads.extend([
        (words.reports_people(), counts.people.to_string()),
        (words.sponsors_organisations(), counts.organisations.to_string()),
        (words.reports_held(), shown.all.held.to_string()),
        (words.reports_coming(), counts.coming.to_string()),
        (words.reports_came(), share(visitor, &shown.all)),
        (words.sponsors_hours(), hours(&shown.all)),
    ]);
    heads
}

fn share(visitor: &Visitor, figures: &Figures) -> String {
    let words = visitor.words();
    figures
        .share()
        .map_or_else(|| "–".to_owned(), |share| words.reports_percent(share))
}

fn hours(figures: &Figures) -> String {
    figures
        .hours()
        .map_or_else(|| "–".to_owned(), |hours| hours.to_string())
}

fn quarter(visitor: &Visitor, (year, number): Quarter) -> String {
    visitor
        .words()
        .sponsors_quarter(i64::from(number), year.to_string())
}

fn quarters(visitor: &Visitor, shown: &Shown) -> Markup {
    let words = visitor.words();
    html! {
        section {
            h2 { (words.sponsors_by_quarter()) }
            @if shown.quarters.is_empty() { p { (words.sponsors_none_held()) } }
            @else {
                div.table-frame role="region" tabindex="0" aria-label=(words.sponsors_by_quarter()) {
                    table.overview-table.quarters {
                        thead { tr {
                            th scope="col" { (words.sponsors_period()) }
                            th.number scope="col" { (words.reports_held()) }
                            th.number scope="col" { (words.sponsors_visits()) }
                            th.number scope="col" { (words.reports_came()) }
                            th.number scope="col" { (words.sponsors_hours()) }
                        } }
                        tbody {
                            @for (when, figures) in &shown.quarters {
                                (row(visitor, &quarter(visitor, *when), figures))
                            }
                        }
                        tfoot { (row(visitor, &words.sponsors_all(), &shown.all)) }
                    }
                }
            }
        }
    }
}

fn row(visitor: &Visitor, name: &str, figures: &Figures) -> Markup {
    html! {
        tr {
            th scope="row" { (name) }
            td.number { (figures.held) }
            td.number { (visits(figures)) }
            td.number { (share(visitor, figures)) }
            td.number { (hours(figures)) }
        }
    }
}

fn visits(figures: &Figures) -> String {
    if figures.counted > 0 {
        figures.present.to_string()
    } else {
        "–".to_owned()
    }
}

/// One figure a line: what, of which period, how much.
pub(super) fn rows(visitor: &Visitor, shown: &Shown) -> Vec<Vec<String>> {
    let words = visitor.words();
    let all = words.sponsors_all();
    let mut rows = vec![vec![
        words.sponsors_figure(),
        words.sponsors_period(),
        words.sponsors_value(),
    ]];
    for (label, value) in heads(visitor, shown) {
        rows.push(vec![label, all.clone(), value]);
    }
    for (when, figures) in &shown.quarters {
        let period = quarter(visitor, *when);
        for (label, value) in [
            (words.reports_held(), figures.held.to_string()),
            (words.sponsors_visits(), visits(figures)),
            (words.reports_came(), share(visitor, figures)),
            (words.sponsors_hours(), hours(figures)),
        ] {
            rows.push(vec![label, period.clone(), value]);
        }
    }
    for summary in &shown.marks.summaries {
        let label = Text::new(summary.label_nl.as_str(), summary.label_en.as_str());
        let value = match &summary.told {
            Told::Marks { average, .. } => evaluations::digit(visitor, *average),
            Told::YesNo(yes, no) => words.sponsors_yes_of(*yes, yes + no),
            Told::Texts(_) => continue,
        };
        rows.push(vec![label.get(visitor.speech()).to_owned(), all.clone(), value]);
    }
    rows
}

/// Who may see the figures, and a form to let somebody in.
pub(super) fn seats(
    visitor: &Visitor,
    programme: &Programme,
    seats: &[Seat],
    (posted, problems): (&Posted, &Problems),
) -> Html {
    let words = visitor.words();
    let here = format!("/programmes/{}/sponsors", programme.id);
    let body = html! {
        div class={ "organising accent-" (programme.accent) } {
            header {
                h1 { (words.sponsors_who()) }
                p.lead { (words.sponsors_who_lead()) }
                p { a href={ "/programmes/" (programme.id) "/figures" } { (words.sponsors_look()) } }
            }
            @if seats.is_empty() { (empty(&words.sponsors_nobody(), &words.sponsors_nobody_text(), &html! {})) }
            @else {
                ul.sponsor-lines {
                    @for seat in seats {
                        li {
                            span {
                                strong { (seat.name) } " · " (seat.works_for)
                                span.small.sponsor-mail { (seat.mail) " · " (words.sponsors_since(since(visitor, seat))) }
                            }
                            form method="post" action={ (here) "/" (seat.person_id) "/ending" } {
                                button.button.quiet type="submit" aria-label=(words.sponsors_end_of(&seat.name)) {
                                    (words.sponsors_end())
                                }
                            }
                        }
                    }
                }
            }
            (form(visitor, &here, (posted, problems)))
        }
    };
    visitor.page(
        &words.sponsors_who(),
        None,
        &programmes::trail(visitor, programme),
        body,
    )
}

fn since(visitor: &Visitor, seat: &Seat) -> String {
    date(
        visitor.language,
        Timestamp::from_microsecond(seat.since).unwrap_or_default(),
    )
}

fn form(visitor: &Visitor, here: &str, (posted, problems): (&Posted, &Problems)) -> Markup {
    let words = visitor.words();
    let (name, mail, works_for) = (
        words.placing_name(),
        words.placing_mail(),
        words.sponsors_works_for(),
    );
    let (mail_hint, works_hint) = (words.sponsors_mail_hint(), words.sponsors_works_for_hint());
    let field = |name: &'static str, label, hint| Field {
        name,
        label,
        hint,
        value: posted.text(name),
        problem: problems.of(name),
    };
    html! {
        form.planning-form method="post" action=(here) {
            h2 { (words.sponsors_give_title()) }
            @if !problems.is_empty() { (notice(Tone::Problem, &html! { p { (words.calendar_form_wrong()) } })) }
            (text_field(&field("name", &name, ""), LINE))
            (mail_field(&field("mail", &mail, &mail_hint)))
            (text_field(&field("works-for", &works_for, &works_hint), LINE))
            div { (button(&words.sponsors_give())) }
            p.small { (words.sponsors_give_note()) }
        }
    }
}
