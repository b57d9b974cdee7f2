//! What became of a case: the form for its owner, and what the group reads.

use maud::html;
use ui::locale::near_date;
use ui::{
    Choice, Crumb, Field, Problems, Tone, button, check_field, empty, hidden, long_field, notice, radio_field,
};

use super::labels::progress;
use super::moment;
use crate::groups::Group;
use crate::library::Treated;
use crate::library::returning::{MOST, PROGRESS};
use crate::library::store::Lookback;
use crate::web::{Html, Posted, Visitor};

/// What the form shows.
pub(in crate::library) struct Returning<'a> {
    pub(in crate::library) case: &'a Treated,
    pub(in crate::library) posted: &'a Posted,
    pub(in crate::library) problems: &'a Problems,
    /// It was told before.
    pub(in crate::library) is_answered: bool,
}

pub(in crate::library) fn returning(visitor: &Visitor, shown: &Returning<'_>) -> Html {
    let (words, case) = (visitor.words(), shown.case);
    let field = |name: &'static str, label: &str, hint: &str, form: &dyn Fn(&Field<'_>) -> maud::Markup| {
        form(&Field {
            name,
            label,
            hint,
            value: shown.posted.text(name),
            problem: shown.problems.of(name),
        })
    };
    let went: Vec<Choice> = PROGRESS
        .iter()
        .map(|word| Choice {
            value: (*word).to_owned(),
            label: progress(words, word),
        })
        .collect();
    let share = format!("/library/cases/{}", case.id);
    let body = html! {
        div class={ "library accent-" (case.accent) } {
            header {
                p.kicker lang="nl" { (case.title) }
                h1 { (words.library_return()) }
                p.lead { (words.library_return_lead(near_date(visitor.language, moment(case.ended_at)))) }
            }
            @match shown.problems.of("whole") {
                Some(stale) => (notice(Tone::Warning, &html! { p { (stale) } })),
                None if !shown.problems.is_empty() => (notice(Tone::Problem, &html! { p { (words.calendar_form_wrong()) } })),
                None => {}
            }
            @if shown.is_answered {
                (notice(Tone::Calm, &html! {
                    p { (words.library_return_thanks()) }
                    @match &case.entry_id {
                        Some(entry) => p { a href={ "/library/entries/" (entry) } { (words.library_to_entry()) } },
                        None => p { a href=(share) { (words.library_share_case()) } },
                    }
                }))
            }
            form.planning-form method="post" action={ "/library/returns/" (case.id) } {
                (hidden("version", shown.posted.text("version")))
                (field("progress", &words.library_return_went(), "", &|field| radio_field(field, &went)))
                (field("told", &words.library_return_told(), &words.library_return_help(), &|field| long_field(field, 4, MOST)))
                (field("for-group", &words.library_return_group(), "", &check_field))
                @if case.entry_id.is_some() { (field("for-library", &words.library_return_entry(), "", &check_field)) }
                div { (button(&words.briefs_keep())) }
            }
        }
    };
    visitor.page(&words.library_return(), None, &super::to_mine(visitor), body)
}

/// What an owner told the group.
pub(in crate::library) struct Looked {
    pub(in crate::library) row: Lookback,
    /// What became of it, opened.
    pub(in crate::library) text: String,
}

pub(in crate::library) fn of_group(visitor: &Visitor, group: &Group, looked: &[Looked]) -> Html {
    let words = visitor.words();
    let body = html! {
        div class={ "library accent-" (group.accent) } {
            header {
                h1 { (words.library_looking_back()) }
                p.lead { (words.library_looking_back_lead()) }
            }
            @if looked.is_empty() { (empty(&words.library_looking_none(), &words.library_looking_none_text(), &html! {})) }
            ul.library-lines {
                @for Looked { row, text } in looked {
                    li {
                        h2 lang="nl" { (row.title) }
                        p.small {
                            (row.owner) " · " (near_date(visitor.language, moment(row.answered_at))) " · "
                            span.state { (progress(words, &row.progress)) }
                        }
                        p.library-text lang="nl" dir="auto" { (text) }
                    }
                }
            }
        }
    };
    let trail = [Crumb {
        name: group.name.clone(),
        href: format!("/groups/{}", group.id),
    }];
    visitor.page(&words.library_looking_back(), None, &trail, body)
}
