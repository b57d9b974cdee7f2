//! Who was there: a list for a register, without a word of what was said.

use jiff::Timestamp;
use maud::{Markup, html};
use session::Catalogue;
use ui::locale::{date, local, time};
use ui::{Crumb, Tone, notice};

use super::place;
use crate::meetings::{Meeting, Present};
use crate::web::{Html, Visitor, print_button};

/// The block of an agenda that does not count.
const BREAK: &str = "pauze";

const MINUTE: i64 = 60_000_000;

/// What the list shows.
pub(crate) struct List<'a> {
    pub(crate) visitor: &'a Visitor,
    pub(crate) catalogue: &'a Catalogue,
    pub(crate) meeting: &'a Meeting,
    /// Sorted; only the viewer when they may not see the others.
    pub(crate) people: &'a [Present],
    /// Whether this is everybody.
    pub(crate) is_whole: bool,
}

impl List<'_> {
    /// Names of the parts, in order.
    fn parts(&self) -> Vec<String> {
        let longest = self.people.iter().max_by_key(|person| person.parts.len());
        let methods = longest.map(|person| person.parts.as_slice()).unwrap_or_default();
        methods.iter().map(|(method, _)| self.name_of(method)).collect()
    }

    fn name_of(&self, method: &str) -> String {
        let known = self.catalogue.get(method);
        known
            .map_or(method, |known| known.name.get(self.visitor.speech()))
            .to_owned()
    }

    fn attends(&self, person: &Present) -> String {
        let words = self.visitor.words();
        let role = match person.attends.as_str() {
            "facilitator" => words.meetings_role_facilitator(),
            "speaker" => words.meetings_role_speaker(),
            "observer" => words.meetings_role_observer(),
            _ if person.person_id.is_none() => words.meetings_role_guest(),
            _ => words.meetings_role_participant(),
        };
        if person.brought_case {
            format!("{role}, {}", words.meetings_brought_case())
        } else {
            role
        }
    }

    fn place_of(&self, person: &Present) -> String {
        if person.place == "online" {
            self.visitor.words().meetings_online()
        } else {
            self.visitor.words().meetings_in_the_room()
        }
    }

    /// "begin en einde", "begin", "einde" or nothing.
    fn confirmed(&self, person: &Present) -> String {
        let words = self.visitor.words();
        let moments = [
            person.confirmed.0.then(|| words.meetings_confirmed_start()),
            person.confirmed.1.then(|| words.meetings_confirmed_end()),
        ];
        let moments: Vec<String> = moments.into_iter().flatten().collect();
        ui::locale::and_list(self.visitor.language, &moments)
    }

    fn clock(&self, micros: i64) -> String {
        Timestamp::from_microsecond(micros)
            .map_or_else(|_| String::new(), |at| time(self.visitor.language, at))
    }

    /// The whole meeting as it was held: first arrival, last leaving.
    fn span(&self) -> Option<(i64, i64)> {
        let from = self.people.iter().map(|person| person.arrived_at).min()?;
        let to = self.people.iter().map(|person| person.left_at).max()?;
        Some((from, to))
    }
}

/// Whole minutes there, breaks not counted: what a register counts.
fn net(person: &Present) -> i64 {
    let breaks = person.parts.iter().filter(|(method, _)| method == BREAK);
    let breaks: i64 = breaks.map(|(_, there)| there).sum();
    (person.there - breaks).max(0) / MINUTE
}

/// The page.
pub(crate) fn attendance(list: &List<'_>) -> Html {
    let (visitor, meeting) = (list.visitor, list.meeting);
    let words = visitor.words();
    let body = html! {
        div class={ "attendance accent-" (meeting.accent) } {
            h1 { (words.meetings_attendance()) }
            p.lead lang="nl" { (meeting.title) }
            dl.attendance-facts {
                dt { (words.meetings_when()) }
                dd { (date(visitor.language, meeting.starts())) }
                dt { (words.meetings_where()) }
                dd { (place(visitor, meeting)) }
                dt { (words.meetings_attendance_programme()) }
                dd lang="nl" {
                    (meeting.programme)
                    @if let Some(group) = &meeting.group_name { ", " (group) }
                }
                @if list.is_whole {
                    dt { (words.meetings_attendance_count()) }
                    dd { (list.people.len()) }
                }
            }
            @if list.people.is_empty() {
                (notice(Tone::Calm, &html! {
                    p { (if list.is_whole { words.meetings_attendance_none() } else { words.meetings_attendance_not_you() }) }
                }))
            } @else {
                (table(list))
                p.small { (words.meetings_attendance_note()) }
                p.actions-row {
                    a.button.quiet href={ "/meetings/" (meeting.id) "/attendance.csv" } download {
                        (words.meetings_attendance_csv())
                    }
                    (print_button(&words.meetings_attendance_print()))
                }
            }
        }
    };
    let trail = [Crumb {
        name: meeting.title.clone(),
        href: format!("/meetings/{}", meeting.id),
    }];
    visitor.page(&words.meetings_attendance(), None, &trail, body)
}

fn table(list: &List<'_>) -> Markup {
    let words = list.visitor.words();
    html! {
        div.table-scroll role="region" aria-label=(words.meetings_attendance()) tabindex="0" {
            table {
                thead {
                    tr {
                        th scope="col" { (words.meetings_column_name()) }
                        th scope="col" { (words.meetings_column_role()) }
                        th scope="col" { (words.meetings_column_arrived()) }
                        th scope="col" { (words.meetings_column_left()) }
                        th.number scope="col" { (words.meetings_column_minutes()) }
                        @for part in list.parts() { th.number.of-part scope="col" { (part) } }
                        th scope="col" { (words.meetings_column_place()) }
                        th scope="col" { (words.meetings_column_confirmed()) }
                        th.print-only scope="col" { (words.meetings_column_signature()) }
                    }
                }
                tbody { @for person in list.people { (row(list, person)) } }
            }
        }
    }
}

fn row(list: &List<'_>, person: &Present) -> Markup {
    html! {
        tr {
            th scope="row" {
                (person.name)
                @if let Some(job) = &person.job { br; span.small lang="nl" { (job) } }
                @if let Some(organisation) = &person.organisation { br; span.small lang="nl" { (organisation) } }
            }
            td { (list.attends(person)) }
            td { (list.clock(person.arrived_at)) }
            td { (list.clock(person.left_at)) }
            td.number {
                (net(person))
                @if person.corrected { " " span.small { (list.visitor.words().meetings_corrected()) } }
            }
            @for (_, there) in &person.parts { td.number.of-part { (there / MINUTE) } }
            td { (list.place_of(person)) }
            td { (list.confirmed(person)) }
            td.print-only {}
        }
    }
}

/// The list as rows of a sheet: one person a row, with the facts of the meeting on each, so that lists can be put together.
pub(crate) fn rows(list: &List<'_>) -> Vec<Vec<String>> {
    let words = list.visitor.words();
    let parts = list.parts();
    let mut head = vec![
        words.meetings_column_date(),
        words.meetings_column_from(),
        words.meetings_column_to(),
        words.meetings_attendance_programme(),
        words.meetings_column_group(),
        words.meetings_where(),
        words.meetings_column_name(),
        words.meetings_column_job(),
        words.meetings_column_organisation(),
        words.meetings_column_role(),
        words.meetings_column_arrived(),
        words.meetings_column_left(),
        words.meetings_column_minutes(),
    ];
    head.extend(parts.iter().cloned());
    head.extend([
        words.meetings_column_place(),
        words.meetings_column_confirmed(),
        words.meetings_column_corrected(),
    ]);
    let mut rows = vec![head];
    rows.extend(
        list.people
            .iter()
            .map(|person| sheet_row(list, person, parts.len())),
    );
    rows
}

fn sheet_row(list: &List<'_>, person: &Present, parts: usize) -> Vec<String> {
    let meeting = list.meeting;
    let (from, to) = list.span().unwrap_or((meeting.starts_at, meeting.ends_at));
    let mut row = vec![
        local(meeting.starts()).date().to_string(),
        list.clock(from),
        list.clock(to),
        meeting.programme.clone(),
        meeting.group_name.clone().unwrap_or_default(),
        place(list.visitor, meeting),
        person.name.clone(),
        person.job.clone().unwrap_or_default(),
        person.organisation.clone().unwrap_or_default(),
        list.attends(person),
        list.clock(person.arrived_at),
        list.clock(person.left_at),
        net(person).to_string(),
    ];
    let minutes = person.parts.iter().map(|(_, there)| (there / MINUTE).to_string());
    row.extend(minutes.chain(std::iter::repeat(String::new())).take(parts));
    row.extend([
        list.place_of(person),
        list.confirmed(person),
        if person.corrected {
            list.visitor.words().meetings_corrected()
        } else {
            String::new()
        },
    ]);
    row
}
