//! The form with which an open meeting is planned and its invitation changed.

use maud::{Markup, html};
use session::Catalogue;
use ui::{
    Choice, Crumb, Field, Problems, Tone, choice_field, date_field, hidden, locale, long_field, notice,
    number_field, text_field, time_field,
};

use crate::calendar;
use crate::openings::rules::ROOM;
use crate::openings::{Leader, Opening};
use crate::programmes::{self, Programme};
use crate::web::{Html, LINE, Posted, TEXT, Visitor};
use crate::words::Words;

/// An open meeting that somebody is writing.
pub(in crate::openings) struct Draft<'a> {
    pub(in crate::openings) programme: &'a Programme,
    /// What stands in the form.
    pub(in crate::openings) posted: &'a Posted,
    /// What is wrong with it.
    pub(in crate::openings) problems: &'a Problems,
    /// Who can lead it.
    pub(in crate::openings) leaders: &'a [Leader],
    /// Kring can make a video room for it.
    pub(in crate::openings) has_video: bool,
    /// As it is stored; `None` for a new one.
    pub(in crate::openings) opening: Option<&'a Opening>,
    /// What somebody else changed meanwhile: fields with what stands in them now.
    pub(in crate::openings) differing: &'a [(String, String)],
}

impl<'a> Draft<'a> {
    pub(in crate::openings) const fn new(
        programme: &'a Programme,
        (posted, problems): (&'a Posted, &'a Problems),
        leaders: &'a [Leader],
    ) -> Self {
        Self {
            programme,
            posted,
            problems,
            leaders,
            has_video: false,
            opening: None,
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
}

pub(in crate::openings) fn form(visitor: &Visitor, catalogue: &Catalogue, draft: &Draft<'_>) -> Html {
    let words = visitor.words();
    let list = format!("/programmes/{}/openings", draft.programme.id);
    let mut trail = programmes::trail(visitor, draft.programme);
    trail.push(Crumb {
        name: words.openings_list(),
        href: list.clone(),
    });
    let (title, action, back) = match draft.opening {
        Some(opening) => {
            trail.push(Crumb {
                name: opening.meeting.title.clone(),
                href: opening.desk(),
            });
            let action = format!("{}/invitation", opening.desk());
            (words.openings_to_form(), action, opening.desk())
        }
        None => (words.openings_new(), list.clone(), list),
    };
    let body = html! {
        div class={ "organising accent-" (draft.programme.accent) } {
            header {
                h1 { (title) }
                p.lead { (words.openings_form_lead()) }
            }
            @if !draft.problems.is_empty() { (notice(Tone::Problem, &html! { p { (words.forms_wrong()) } })) }
            (meanwhile(words, draft))
            form.planning-form method="post" action=(action) novalidate {
                (hidden("id", draft.posted.text("id")))
                (hidden("version", draft.posted.text("version")))
                @if draft.opening.is_none() { (planned(visitor, catalogue, draft)) }
                (texts(words, draft))
                (room(words, draft))
                div.planning-buttons {
                    button.button type="submit" {
                        (if draft.opening.is_some() { words.forms_save() } else { words.openings_keep() })
                    }
                    a.button.quiet href=(back) { (words.forms_cancel()) }
                }
            }
        }
    };
    visitor.page(&title, None, &trail, body)
}

/// Somebody else was first: what stands there now, beside what was typed.
fn meanwhile(words: &Words, draft: &Draft<'_>) -> Markup {
    html! {
        @if draft.opening.is_some_and(|_| !draft.differing.is_empty()) {
            (notice(Tone::Warning, &html! {
                p { (words.openings_meanwhile()) }
                dl.differing {
                    @for (field, now) in draft.differing {
                        dt { a href={ "#" (field) } { (label(words, field)) } }
                        dd lang="nl" {
                            @if now.is_empty() { (words.programmes_now_empty()) } @else { (shown(draft, field, now)) }
                        }
                    }
                }
            }))
        }
    }
}

/// What a stored value is called.
fn shown<'d>(draft: &Draft<'d>, field: &str, value: &'d str) -> &'d str {
    let leader = draft
        .leaders
        .iter()
        .find(|one| field == "leader" && one.id.0 == value);
    leader.map_or(value, |leader| leader.name.as_str())
}

fn label(words: &Words, field: &str) -> String {
    match field {
        "audience" => words.meetings_invitation_audience(),
        "questions" => words.meetings_invitation_questions(),
        "time_asked" => words.openings_time_asked(),
        "title_en" => words.programmes_english(words.calendar_title()),
        "goal_en" => words.programmes_english(words.meetings_invitation_goal()),
        "audience_en" => words.programmes_english(words.meetings_invitation_audience()),
        "questions_en" => words.programmes_english(words.meetings_invitation_questions()),
        "time_asked_en" => words.programmes_english(words.openings_time_asked()),
        "capacity" => words.openings_capacity(),
        "closes_on" => words.openings_closes_on(),
        "closes_time" => words.openings_closes_time(),
        "leader" => words.openings_leader(),
        _ => words.meetings_invitation_goal(),
    }
}

/// What, when and where; once it is there the calendar changes these.
fn planned(visitor: &Visitor, catalogue: &Catalogue, draft: &Draft<'_>) -> Markup {
    let words = visitor.words();
    let none = Choice {
        value: String::new(),
        label: words.openings_method_none(),
    };
    let methods: Vec<Choice> = [none]
        .into_iter()
        .chain(calendar::methods(visitor, catalogue))
        .collect();
    let (method, method_hint) = (words.calendar_method(), words.calendar_method_hint());
    let (date, time, minutes) = (
        words.calendar_date(),
        words.calendar_time(),
        words.calendar_minutes(),
    );
    html! {
        fieldset {
            legend { (words.calendar_legend_what()) }
            (draft.line("title", &words.calendar_title(), &words.openings_title_hint()))
            (choice_field(&draft.field("method", &method, &method_hint), &methods))
        }
        fieldset {
            legend { (words.calendar_legend_when()) }
            div.field-row {
                (date_field(&draft.field("date", &date, "")))
                (time_field(&draft.field("time", &time, "")))
                (number_field(&draft.field("minutes", &minutes, ""), 15, 480))
            }
        }
        fieldset {
            legend { (words.calendar_legend_where()) }
            (draft.line("place", &words.calendar_place(), ""))
            (long_field(&draft.field("directions", &words.calendar_directions(), &words.forms_optional()), 2, 1_000))
            (draft.line("online", &words.calendar_online(), &words.openings_online_hint()))
            @if let Some(video) = calendar::video_field(words, draft.posted, draft.has_video) { (video) }
        }
    }
}

/// The invitation, and the same in English for whoever wants it.
fn texts(words: &Words, draft: &Draft<'_>) -> Markup {
    let english = [
        "title_en",
        "goal_en",
        "audience_en",
        "questions_en",
        "time_asked_en",
    ];
    let is_open = english
        .iter()
        .any(|field| !draft.posted.text(field).is_empty() || draft.problems.of(field).is_some());
    html! {
        fieldset {
            legend { (words.openings_legend_text()) }
            (draft.text("goal", &label(words, "goal"), &words.openings_goal_hint()))
            (draft.text("audience", &label(words, "audience"), &words.openings_audience_hint()))
            (draft.text("questions", &label(words, "questions"), &words.openings_questions_hint()))
            (draft.text("time_asked", &label(words, "time_asked"), &words.openings_time_hint()))
            details open[is_open] {
                summary { (words.programmes_in_english()) }
                div.planning-form {
                    p.small { (words.programmes_in_english_hint()) }
                    (draft.line("title_en", &label(words, "title_en"), ""))
                    @for field in ["goal_en", "audience_en", "questions_en", "time_asked_en"] {
                        (draft.text(field, &label(words, field), ""))
                    }
                }
            }
        }
    }
}

/// How many can come, until when they sign up, and who leads.
fn room(words: &Words, draft: &Draft<'_>) -> Markup {
    let bounds = |number: i64| u32::try_from(number).unwrap_or(0);
    let (on, time) = (words.openings_closes_on(), words.openings_closes_time());
    let (on_hint, time_hint) = (words.openings_closes_hint(), words.openings_closes_time_hint());
    let nobody = Choice {
        value: String::new(),
        label: words.openings_leader_none(),
    };
    let mut leaders: Vec<&Leader> = draft.leaders.iter().collect();
    locale::sort_by_text(ui::Language::Nl, &mut leaders, |one| one.name.as_str());
    let named = leaders.into_iter().map(|one| Choice {
        value: one.id.0.clone(),
        label: one.name.clone(),
    });
    let leaders: Vec<Choice> = [nobody].into_iter().chain(named).collect();
    html! {
        fieldset {
            legend { (words.openings_legend_room()) }
            (number_field(
                &draft.field("capacity", &words.openings_capacity(), &words.openings_capacity_hint()),
                bounds(ROOM.0),
                bounds(ROOM.1),
            ))
            div.field-row {
                (date_field(&draft.field("closes_on", &on, &on_hint)))
                (time_field(&draft.field("closes_time", &time, &time_hint)))
            }
            (choice_field(
                &draft.field("leader", &words.openings_leader(), &words.openings_leader_hint()),
                &leaders,
            ))
        }
    }
}
