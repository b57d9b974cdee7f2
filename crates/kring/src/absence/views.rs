//! HTML of the absence slice.

use jiff::Timestamp;
use maud::{Markup, html};
use ui::locale::{and_list, near_date};
use ui::{Crumb, Tone, empty, notice};

use super::Mark;
use super::rules::Turnout;
use crate::groups::Group;
use crate::web::{Html, Visitor};

/// Meetings in the table; older ones are counted only.
const SHOWN: usize = 8;

pub(super) fn turnout(
    visitor: &Visitor,
    group: &Group,
    (marks, norm): (&[Mark], Option<i64>),
    turnouts: &[Turnout],
) -> Html {
    let words = visitor.words();
    let signs: Vec<&str> = turnouts
        .iter()
        .filter(|one| one.is_sign())
        .map(|one| one.name.as_str())
        .collect();
    let body = html! {
        div class={ "planning accent-" (group.accent) } {
            header {
                h1 { (words.absence_title()) }
                p.lead { (words.absence_lead()) }
            }
            @if !signs.is_empty() {
                (notice(Tone::Warning, &html! { p { (words.absence_sign(and_list(visitor.language, &signs))) } }))
            }
            @if turnouts.is_empty() { (empty(&words.absence_none(), &words.absence_none_text(), &html! {})) }
            @else {
                (table(visitor, marks, turnouts, norm))
                @if let Some(norm) = norm { p.small { (words.absence_norm(norm)) } }
            }
        }
    };
    let back = Crumb {
        name: group.name.clone(),
        href: format!("/groups/{}", group.id),
    };
    visitor.page(&words.absence_title(), None, &[back], body)
}

/// People down, the last meetings across.
fn table(visitor: &Visitor, marks: &[Mark], turnouts: &[Turnout], norm: Option<i64>) -> Markup {
    let words = visitor.words();
    let mut moments: Vec<i64> = marks.iter().map(|mark| mark.starts_at).collect();
    moments.sort_unstable();
    moments.dedup();
    let moments: Vec<i64> = moments.into_iter().rev().take(SHOWN).collect();
    let day = |at: i64| {
        near_date(
            visitor.language,
            Timestamp::from_microsecond(at).unwrap_or_default(),
        )
    };
    html! {
        section.poll-answers aria-labelledby="turnout-title" {
            h2 id="turnout-title" { (words.absence_who()) }
            div.table-frame tabindex="0" role="group" aria-labelledby="turnout-title" {
                table.poll-who {
                    thead {
                        tr {
                            th scope="col" { (words.rota_who()) }
                            th scope="col" { (words.absence_share()) }
                            @for at in &moments { th scope="col" { (day(*at)) } }
                        }
                    }
                    tbody {
                        @for one in turnouts {
                            tr {
                                th scope="row" {
                                    (one.name)
                                    @if one.is_below(norm) { span.poll-note { (words.absence_below()) } }
                                }
                                td { (words.absence_count(one.there, one.listed)) }
                                @for at in &moments { (cell(visitor, marks, one, *at)) }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn cell(visitor: &Visitor, marks: &[Mark], one: &Turnout, at: i64) -> Markup {
    let words = visitor.words();
    let found = marks
        .iter()
        .find(|mark| mark.person_id == one.person && mark.starts_at == at);
    html! {
        @match found.map(|mark| mark.was_there) {
            Some(true) => td.poll-said.poll-yes { (words.absence_there()) },
            Some(false) => td.poll-said.poll-no { (words.absence_away()) },
            None => td.poll-said { span aria-hidden="true" { "–" } span.visually-hidden { (words.absence_not_listed()) } },
        }
    }
}
