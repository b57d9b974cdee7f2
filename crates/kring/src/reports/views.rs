//! HTML of the reports slice.

use jiff::Timestamp;
use maud::{Markup, html};
use ui::locale::{near_date, time};
use ui::{Crumb, Tone, button_link, empty, notice};

use super::rules::{Concern, Line, share};
use super::{Soon, Tally, Turnout};
use crate::programmes::Programme;
use crate::web::{Html, Visitor};
use crate::words::Words;

/// What the page of an organiser shows.
pub(super) struct Overview<'a> {
    pub(super) programme: &'a Programme,
    pub(super) held: i64,
    pub(super) coming: i64,
    pub(super) turnout: Turnout,
    /// The groups, what needs attention first.
    pub(super) lines: Vec<Line>,
    pub(super) tallies: Vec<Tally>,
    pub(super) soon: Vec<Soon>,
}

impl Overview<'_> {
    fn tally(&self, what: &str) -> i64 {
        let found = self.tallies.iter().find(|tally| tally.what == what);
        found.map_or(0, |tally| tally.times)
    }

    fn people(&self) -> i64 {
        self.lines.iter().map(|line| line.circle.participants).sum()
    }

    fn to(&self, part: &str) -> String {
        format!("/programmes/{}/{part}", self.programme.id)
    }
}

pub(super) fn overview(visitor: &Visitor, shown: &Overview<'_>) -> Html {
    let (words, programme) = (visitor.words(), shown.programme);
    let body = html! {
        div class={ "report accent-" (programme.accent) } {
            header {
                h1 { (words.reports_overview()) }
                p.lead lang="nl" { (programme.name) }
            }
            (figures(visitor, shown))
            (to_do(visitor, shown))
            (soon(visitor, &shown.soon))
            (groups(visitor, shown))
            p.small { (words.reports_no_content()) }
        }
    };
    let trail = [Crumb {
        name: programme.name.clone(),
        href: format!("/programmes/{}", programme.id),
    }];
    visitor.page(&words.reports_overview(), None, &trail, body)
}

fn figures(visitor: &Visitor, shown: &Overview<'_>) -> Markup {
    let words = visitor.words();
    let came = share(&shown.turnout).map_or_else(|| "–".to_owned(), |share| words.reports_percent(share));
    html! {
        dl.figures {
            div { dt { (words.reports_groups()) } dd { (shown.lines.len()) } }
            div { dt { (words.reports_people()) } dd { (shown.people()) } }
            div { dt { (words.reports_held()) } dd { (shown.held) } }
            div { dt { (words.reports_coming()) } dd { (shown.coming) } }
            div { dt { (words.reports_came()) } dd { (came) } }
        }
    }
}

/// What waits for the organiser, with the way to it.
fn to_do(visitor: &Visitor, shown: &Overview<'_>) -> Markup {
    let words = visitor.words();
    let (applied, waiting) = (
        shown.tally("applied"),
        shown.tally("waiting") + shown.tally("offered"),
    );
    let (failed, stuck) = (shown.tally("failed"), shown.tally("stuck"));
    let concerned = shown
        .lines
        .iter()
        .filter(|line| !line.concerns.is_empty())
        .count();
    let concerned = i64::try_from(concerned).unwrap_or(i64::MAX);
    html! {
        section {
            h2 { (words.reports_to_do()) }
            @if applied + failed + stuck + concerned == 0 { p { (words.reports_to_do_none()) } }
            @if applied > 0 {
                (notice(Tone::Warning, &html! { p { a href=(shown.to("applications")) { (words.reports_applied(applied)) } } }))
            }
            @if failed > 0 {
                (notice(Tone::Problem, &html! { p { a href=(shown.to("mailings")) { (words.reports_failed(failed)) } } }))
            }
            @if stuck > 0 {
                (notice(Tone::Warning, &html! { p { a href=(shown.to("mailings")) { (words.reports_stuck(stuck)) } } }))
            }
            @if concerned > 0 {
                (notice(Tone::Warning, &html! { p { a href="#groups" { (words.reports_concerned(concerned)) } } }))
            }
            @if waiting > 0 { p { a href=(shown.to("applications")) { (words.reports_waiting(waiting)) } } }
        }
    }
}

fn soon(visitor: &Visitor, soon: &[Soon]) -> Markup {
    let words = visitor.words();
    html! {
        section {
            h2 { (words.reports_soon()) }
            @if soon.is_empty() { p { (words.reports_soon_none()) } }
            @else {
                ul.soon-lines {
                    @for meeting in soon {
                        @let at = moment(meeting.starts_at);
                        li {
                            span.soon-date { (near_date(visitor.language, at)) " · " (time(visitor.language, at)) }
                            a href={ "/meetings/" (meeting.id) } lang="nl" { (meeting.title) }
                            span.small {
                                @if let Some(group) = &meeting.group_name { span lang="nl" { (group) } " · " }
                                (words.reports_expected(meeting.listed - meeting.declined, meeting.listed))
                            }
                        }
                    }
                }
            }
        }
    }
}

fn groups(visitor: &Visitor, shown: &Overview<'_>) -> Markup {
    let words = visitor.words();
    html! {
        section id="groups" {
            h2 { (words.reports_all_groups()) }
            @if shown.lines.is_empty() {
                @if shown.programme.kind == "open" { p { (words.reports_no_groups_open()) } }
                @else {
                    (empty(&words.reports_no_groups(), &words.reports_no_groups_text(),
                        &button_link(&words.programmes_applications(), &shown.to("applications"))))
                }
            } @else {
                div.table-frame role="region" tabindex="0" aria-label=(words.reports_all_groups()) {
                    table.overview-table {
                        thead { tr {
                            th scope="col" { (words.reports_group()) }
                            th scope="col" { (words.reports_attention()) }
                            th.number scope="col" { (words.reports_people()) }
                            th scope="col" { (words.reports_last()) }
                            th scope="col" { (words.reports_next()) }
                            th.number scope="col" { (words.reports_held()) }
                            th.number scope="col" { (words.reports_came()) }
                        } }
                        tbody { @for line in &shown.lines { (row(visitor, line)) } }
                    }
                }
            }
        }
    }
}

fn row(visitor: &Visitor, line: &Line) -> Markup {
    let words = visitor.words();
    let day =
        |at: Option<i64>| at.map_or_else(|| "–".to_owned(), |at| near_date(visitor.language, moment(at)));
    html! {
        tr {
            th scope="row" { a href={ "/groups/" (line.circle.id) } lang="nl" { (line.circle.name) } }
            td {
                @if line.concerns.is_empty() { span.small { (words.reports_fine()) } }
                @else { ul.concerns { @for one in &line.concerns { li { (concern(words, *one)) } } } }
            }
            td.number { (line.circle.participants) }
            td { (day(line.rhythm.last_at)) }
            td { (day(line.rhythm.next_at)) }
            td.number { (line.rhythm.held) }
            td.number { (share(&line.turnout).map_or_else(|| "–".to_owned(), |share| words.reports_percent(share))) }
        }
    }
}

fn concern(words: &Words, concern: Concern) -> String {
    match concern {
        Concern::Silent => words.reports_silent(),
        Concern::NothingAhead => words.reports_nothing_ahead(),
        Concern::NoFacilitator => words.reports_no_facilitator(),
        Concern::Small(count) => words.reports_small(count),
        Concern::Large(count) => words.reports_large(count),
        Concern::LeftOpen(count) => words.reports_left_open(count),
        Concern::Absent => words.reports_absent(),
    }
}

fn moment(at: i64) -> Timestamp {
    Timestamp::from_microsecond(at).unwrap_or_default()
}
