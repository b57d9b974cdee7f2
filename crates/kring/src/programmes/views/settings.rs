//! The form with which a programme is made and changed.

use maud::{Markup, html};
use ui::{
    Choice, Crumb, Field, Problems, Tone, check_field, choice_field, date_field, hidden, long_field, notice,
    number_field, text_field,
};

use super::{kind, state};
use crate::programmes::rules::{ACCENTS, KINDS, STATES};
use crate::programmes::{Organisation, Programme};
use crate::web::{Html, LINE, Posted, TEXT, Visitor};
use crate::words::Words;

/// A programme that somebody is writing.
pub(in crate::programmes) struct Draft<'a> {
    /// What stands in the form.
    pub(in crate::programmes) posted: &'a Posted,
    /// What is wrong with it.
    pub(in crate::programmes) problems: &'a Problems,
    /// For whom it can be made; empty when it is there already.
    pub(in crate::programmes) organisations: &'a [Organisation],
    /// The programme as it is stored; `None` for a new one.
    pub(in crate::programmes) programme: Option<&'a Programme>,
    /// What somebody else changed meanwhile: fields with what stands in them now.
    pub(in crate::programmes) differing: &'a [(String, String)],
}

impl<'a> Draft<'a> {
    pub(in crate::programmes) const fn new(
        posted: &'a Posted,
        problems: &'a Problems,
        organisations: &'a [Organisation],
    ) -> Self {
        Self {
            posted,
            problems,
            organisations,
            programme: None,
            differing: &[],
        }
    }

    fn field<'f>(&'f self, name: &'f str, label: &'f str, hint: &'f str) -> Field<'f> {
        Field {
            name,
            label,
            hint,
            value: self.posted.text(name),
            problem: self.problems.of(name),
        }
    }

    fn line(&self, name: &str, label: &str, hint: &str) -> Markup {
        text_field(&self.field(name, label, hint), LINE)
    }

    fn text(&self, name: &str, label: &str, hint: &str) -> Markup {
        long_field(&self.field(name, label, hint), 3, TEXT)
    }

    fn choice(&self, name: &str, label: &str, choices: &[Choice]) -> Markup {
        choice_field(&self.field(name, label, ""), choices)
    }
}

pub(in crate::programmes) fn settings(visitor: &Visitor, draft: &Draft<'_>) -> Html {
    let words = visitor.words();
    let (title, action, trail) = match draft.programme {
        Some(programme) => (
            words.programmes_settings(),
            format!("/programmes/{}/settings", programme.id),
            super::trail(visitor, programme),
        ),
        None => (words.programmes_new(), "/programmes".to_owned(), above(words)),
    };
    let body = html! {
        div.organising {
            header {
                h1 { (title) }
                p.lead { (words.programmes_settings_lead()) }
            }
            @if !draft.problems.is_empty() { (notice(Tone::Problem, &html! { p { (words.forms_wrong()) } })) }
            (meanwhile(words, draft))
            form.planning-form method="post" action=(action) {
                (hidden("id", draft.posted.text("id")))
                (hidden("version", draft.posted.text("version")))
                (what(words, draft))
                (texts(words, draft))
                (frame(words, draft))
                (meetings(words, draft))
                (shared(visitor, draft))
                div.planning-buttons {
                    button.button type="submit" { (words.forms_save()) }
                    @if let Some(programme) = draft.programme {
                        a.button.quiet href={ "/programmes/" (programme.id) } { (words.forms_cancel()) }
                    }
                }
            }
        }
    };
    visitor.page(&title, None, &trail, body)
}

fn above(words: &Words) -> Vec<Crumb> {
    vec![Crumb {
        name: words.programmes_mine(),
        href: "/programmes".to_owned(),
    }]
}

/// Somebody else was first: what stands there now, beside what was typed.
fn meanwhile(words: &Words, draft: &Draft<'_>) -> Markup {
    html! {
        @if draft.programme.is_some_and(|_| !draft.differing.is_empty()) {
            (notice(Tone::Warning, &html! {
                p { (words.programmes_meanwhile()) }
                dl.differing {
                    @for (field, now) in draft.differing {
                        dt { a href={ "#" (field) } { (label(words, field)) } }
                        dd lang="nl" { @if now.is_empty() { (words.programmes_now_empty()) } @else { (shown(words, field, now)) } }
                    }
                }
            }))
        }
    }
}

/// What a stored value is called.
fn shown(words: &Words, field: &str, value: &str) -> String {
    match field {
        "kind" => kind(words, value),
        "state" => state(words, value),
        "accent" => accent(words, value),
        _ => value.to_owned(),
    }
}

fn label(words: &Words, field: &str) -> String {
    match field {
        "kind" => words.programmes_kind(),
        "state" => words.programmes_state(),
        "goal" => words.programmes_goal(),
        "audience" => words.programmes_audience(),
        "time_asked" => words.programmes_time(),
        "name_en" => words.programmes_english(words.programmes_name()),
        "goal_en" => words.programmes_english(words.programmes_goal()),
        "audience_en" => words.programmes_english(words.programmes_audience()),
        "time_asked_en" => words.programmes_english(words.programmes_time()),
        "starts_on" => words.programmes_starts(),
        "ends_on" => words.programmes_ends(),
        "funder" => words.programmes_funder(),
        "region" => words.programmes_region(),
        "contact" => words.programmes_contact(),
        "accent" => words.programmes_accent(),
        "slug" => words.programmes_address(),
        "is_public" => words.programmes_is_public(),
        _ => words.programmes_name(),
    }
}

fn accent(words: &Words, accent: &str) -> String {
    match accent {
        "indigo" => words.programmes_accent_indigo(),
        "plum" => words.programmes_accent_plum(),
        "ochre" => words.programmes_accent_ochre(),
        "moss" => words.programmes_accent_moss(),
        _ => words.programmes_accent_teal(),
    }
}

/// Choices with what each is called.
fn choices(values: &[&str], name: impl Fn(&str) -> String) -> Vec<Choice> {
    let choice = |value: &&str| Choice {
        value: (*value).to_owned(),
        label: name(value),
    };
    values.iter().map(choice).collect()
}

fn what(words: &Words, draft: &Draft<'_>) -> Markup {
    let for_whom: Vec<Choice> = draft
        .organisations
        .iter()
        .map(|organisation| Choice {
            value: organisation.id.0.clone(),
            label: organisation.name.clone(),
        })
        .collect();
    let kinds = choices(&KINDS, |value| kind(words, value));
    let states = choices(&STATES, |value| state(words, value));
    html! {
        fieldset {
            legend { (words.programmes_legend_what()) }
            @match for_whom.as_slice() {
                [] => {}
                [only] => (hidden("organisation", &only.value)),
                _ => (draft.choice("organisation", &words.programmes_organisation(), &for_whom)),
            }
            (draft.line("name", &words.programmes_name(), &words.programmes_name_hint()))
            div.field-row {
                (draft.choice("kind", &words.programmes_kind(), &kinds))
                (draft.choice("state", &words.programmes_state(), &states))
            }
            p.small { (words.programmes_state_hint()) }
        }
    }
}

/// The public text, and the same in English for whoever wants it.
fn texts(words: &Words, draft: &Draft<'_>) -> Markup {
    let english = ["name_en", "goal_en", "audience_en", "time_asked_en"];
    let is_open = english
        .iter()
        .any(|field| !draft.posted.text(field).is_empty() || draft.problems.of(field).is_some());
    html! {
        fieldset {
            legend { (words.programmes_legend_text()) }
            (draft.text("goal", &words.programmes_goal(), &words.programmes_goal_hint()))
            (draft.text("audience", &words.programmes_audience(), ""))
            (draft.text("time_asked", &words.programmes_time(), &words.programmes_time_hint()))
            details open[is_open] {
                summary { (words.programmes_in_english()) }
                div.planning-form {
                    p.small { (words.programmes_in_english_hint()) }
                    (draft.line("name_en", &words.programmes_english(words.programmes_name()), ""))
                    (draft.text("goal_en", &words.programmes_english(words.programmes_goal()), ""))
                    (draft.text("audience_en", &words.programmes_english(words.programmes_audience()), ""))
                    (draft.text("time_asked_en", &words.programmes_english(words.programmes_time()), ""))
                }
            }
        }
    }
}

fn frame(words: &Words, draft: &Draft<'_>) -> Markup {
    let optional = words.forms_optional();
    let (starts, ends) = (words.programmes_starts(), words.programmes_ends());
    html! {
        fieldset {
            legend { (words.programmes_legend_frame()) }
            div.field-row {
                (date_field(&draft.field("starts_on", &starts, "")))
                (date_field(&draft.field("ends_on", &ends, "")))
            }
            (draft.line("region", &words.programmes_region(), &words.programmes_region_hint()))
            (draft.line("funder", &words.programmes_funder(), &optional))
            (draft.line("contact", &words.programmes_contact(), &words.programmes_contact_hint()))
        }
    }
}

/// What the calendar and the mails of its meetings do.
fn meetings(words: &Words, draft: &Draft<'_>) -> Markup {
    let (sensitive, hint) = (words.programmes_sensitive(), words.programmes_sensitive_hint());
    let (norm, norm_hint) = (words.programmes_norm(), words.programmes_norm_hint());
    let regions = [
        ("", words.calendar_region_none()),
        ("noord", words.calendar_region_noord()),
        ("midden", words.calendar_region_midden()),
        ("zuid", words.calendar_region_zuid()),
    ];
    let regions = regions.map(|(value, label)| Choice {
        value: value.to_owned(),
        label,
    });
    html! {
        fieldset {
            legend { (words.programmes_legend_meetings()) }
            (draft.line("reminder_days", &words.programmes_reminders(), &words.programmes_reminders_hint()))
            (draft.choice("holidays", &words.calendar_region(), &regions))
            (number_field(&draft.field("attendance_norm", &norm, &norm_hint), 1, 100))
            (check_field(&draft.field("is_sensitive", &sensitive, &hint)))
        }
    }
}

fn shared(visitor: &Visitor, draft: &Draft<'_>) -> Markup {
    let words = visitor.words();
    let accents = choices(&ACCENTS, |value| accent(words, value));
    let (is_public, hint) = (words.programmes_is_public(), words.programmes_is_public_hint());
    html! {
        fieldset {
            legend { (words.programmes_legend_page()) }
            (draft.line("slug", &words.programmes_address(), &words.programmes_address_hint()))
            (check_field(&draft.field("is_public", &is_public, &hint)))
            (draft.choice("accent", &words.programmes_accent(), &accents))
            ul.accents aria-hidden="true" { @for one in ACCENTS { li class={ "accent-" (one) } { (accent(words, one)) } } }
        }
    }
}
