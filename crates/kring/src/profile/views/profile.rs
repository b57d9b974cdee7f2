//! The form about oneself.

use maud::{Markup, html};
use ui::{
    Choice, Field, Language, Problems, Tone, boxes_field, choice_field, hidden, long_field, notice,
    number_field, text_field,
};

use crate::people::views::{half_days_field, language as spoken, register_choices};
use crate::people::{COMPANY, HALF_DAYS, LANGUAGES};
use crate::profile::form::{EARLIEST, Part, company_kind, nth, rows, ticked};
use crate::web::{Html, LINE, Posted, TEXT, Visitor};
use crate::words::Words;

/// A profile that somebody is writing.
pub(in crate::profile) struct Draft<'a> {
    /// What stands in the form.
    pub(in crate::profile) posted: &'a Posted,
    /// What is wrong with it.
    pub(in crate::profile) problems: &'a Problems,
    /// Where mail goes.
    pub(in crate::profile) mail: &'a str,
    /// The present year.
    pub(in crate::profile) year: i64,
    /// What was changed elsewhere meanwhile, as it stands there now.
    pub(in crate::profile) differing: &'a [Part],
    /// Whether it was saved just now.
    pub(in crate::profile) is_saved: bool,
}

impl<'a> Draft<'a> {
    pub(in crate::profile) const fn new(
        posted: &'a Posted,
        problems: &'a Problems,
        mail: &'a str,
        year: i64,
    ) -> Self {
        Self {
            posted,
            problems,
            mail,
            year,
            differing: &[],
            is_saved: false,
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

    fn choice(&self, name: &str, label: &str, choices: &[Choice]) -> Markup {
        choice_field(&self.field(name, label, ""), choices)
    }
}

pub(in crate::profile) fn profile(visitor: &Visitor, draft: &Draft<'_>) -> Html {
    let words = visitor.words();
    let body = html! {
        div.organising {
            header {
                h1 { (words.profile_title()) }
                p.lead { (words.profile_lead()) }
            }
            @if draft.is_saved { (notice(Tone::Good, &html! { p { (words.profile_saved()) } })) }
            @if !draft.problems.is_empty() { (notice(Tone::Problem, &html! { p { (words.forms_wrong()) } })) }
            (meanwhile(words, draft.differing))
            form.planning-form method="post" action="/my/profile" {
                (hidden("version", draft.posted.text("version")))
                (who(words, draft))
                (work(words, draft))
                (numbers(visitor, draft))
                (group(words, draft))
                (company(words, draft))
                div.planning-buttons { button.button type="submit" { (words.forms_save()) } }
            }
            section {
                h2 { (words.profile_more_title()) }
                ul.profile-links {
                    li { a href="/my/data" { (words.profile_data_title()) } }
                    li { a href="/my/directory" { (words.community_card()) } }
                    li { a href="/my/devices" { (words.auth_devices_title()) } }
                    li { a href="/my/calendar" { (words.calendar_to_feed()) } }
                }
            }
        }
    };
    visitor.page(&words.profile_title(), None, &super::trail(visitor), body)
}

/// It was changed elsewhere: what stands there now, beside what was typed.
fn meanwhile(words: &Words, differing: &[Part]) -> Markup {
    html! {
        @if !differing.is_empty() {
            (notice(Tone::Warning, &html! {
                p { (words.profile_meanwhile()) }
                dl.differing {
                    @for part in differing {
                        dt { a href={ "#" (part.field) } { (part.label) } }
                        dd { @if part.text.is_empty() { (words.profile_now_empty()) } @else { (part.text) } }
                    }
                }
            }))
        }
    }
}

fn who(words: &Words, draft: &Draft<'_>) -> Markup {
    let languages = Language::ALL.map(|language| Choice {
        value: language.code().to_owned(),
        label: language.own_name().to_owned(),
    });
    html! {
        fieldset {
            legend { (words.profile_who_title()) }
            (draft.line("name", &words.profile_name(), &words.profile_name_hint()))
            div.profile-mail {
                p { strong { (words.profile_mail()) } }
                p { (draft.mail) }
                p.small { (words.profile_mail_hint()) }
            }
            (draft.choice("language", &words.profile_language(), &languages))
        }
    }
}

fn work(words: &Words, draft: &Draft<'_>) -> Markup {
    let (job, at, since) = (words.profile_job(), words.profile_work(), words.profile_since());
    let (since_hint, most) = (
        words.profile_since_hint(),
        u32::try_from(draft.year).unwrap_or(u32::MAX),
    );
    html! {
        fieldset {
            legend { (words.profile_work_title()) }
            p.small { (words.profile_work_hint()) }
            @for index in 0..rows(draft.posted, &["job", "work"]) {
                div.field-row {
                    (draft.line(&nth("job", index), &job, ""))
                    (draft.line(&nth("work", index), &at, ""))
                }
            }
            (number_field(&draft.field("since", &since, &since_hint), u32::try_from(EARLIEST).unwrap_or(0), most))
        }
    }
}

fn numbers(visitor: &Visitor, draft: &Draft<'_>) -> Markup {
    let words = visitor.words();
    let choices = register_choices(visitor.language, words);
    html! {
        fieldset {
            legend { (words.profile_registers_title()) }
            p.small { (words.profile_registers_hint()) }
            @for index in 0..rows(draft.posted, &["register", "number"]) {
                div.field-row {
                    (draft.choice(&nth("register", index), &words.people_register(), &choices))
                    (draft.line(&nth("number", index), &words.people_number(), ""))
                }
            }
        }
    }
}

/// What helps to compose a group.
fn group(words: &Words, draft: &Draft<'_>) -> Markup {
    let languages = LANGUAGES.map(|code| Choice {
        value: code.to_owned(),
        label: spoken(words, code),
    });
    let (speaks, free, free_hint) = (
        words.profile_speaks(),
        words.profile_free(),
        words.profile_free_hint(),
    );
    let (wishes, wishes_hint) = (words.profile_wishes(), words.profile_wishes_hint());
    html! {
        fieldset {
            legend { (words.profile_group_title()) }
            (draft.line("region", &words.profile_region(), &words.profile_region_hint()))
            (boxes_field(&draft.field("speaks", &speaks, ""), &languages, &ticked(draft.posted, "speaks", &LANGUAGES)))
            (half_days_field(words, &draft.field("free", &free, &free_hint), &ticked(draft.posted, "free", &HALF_DAYS)))
            (long_field(&draft.field("wishes", &wishes, &wishes_hint), 4, TEXT))
        }
    }
}

fn company(words: &Words, draft: &Draft<'_>) -> Markup {
    let kinds = COMPANY.map(|kind| Choice {
        value: kind.to_owned(),
        label: company_kind(words, kind),
    });
    html! {
        fieldset {
            legend { (words.profile_company_title()) }
            p.small { (words.profile_company_hint()) }
            @for index in 0..rows(draft.posted, &["colleague"]) {
                div.field-row {
                    (draft.choice(&nth("kind", index), &words.profile_kind(), &kinds))
                    (draft.line(&nth("colleague", index), &words.profile_colleague(), ""))
                }
            }
        }
    }
}
