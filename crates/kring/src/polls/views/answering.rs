//! Which days can you make? The page of a link in a mail, and the page of a poll.

use jiff::Timestamp;
use maud::{Markup, html};
use ui::locale::near_date;
use ui::{Crumb, Field, Icon, Problems, Tone, button, facts, long_field, notice};

use super::choosing::{self, Chosen};
use crate::polls::answering::Answerer;
use crate::polls::letters::when;
use crate::polls::pages::Access;
use crate::polls::rules::{answer_field, last_day};
use crate::polls::{Day, Poll};
use crate::web::{Html, Posted, TEXT, Visitor};
use crate::words::Words;

/// A form to answer, as it stands.
#[derive(Clone, Copy)]
pub(in crate::polls) struct Form<'a> {
    pub(in crate::polls) answerer: &'a Answerer,
    pub(in crate::polls) posted: &'a Posted,
    pub(in crate::polls) problems: &'a Problems,
    /// The present moment.
    pub(in crate::polls) now: Timestamp,
}

/// The page of a link in a mail.
pub(in crate::polls) fn by_link(visitor: &Visitor, form: &Form<'_>) -> Html {
    let words = visitor.words();
    let poll = &form.answerer.loaded.poll;
    let body = html! {
        div class={ "planning accent-" (poll.accent) } {
            header {
                p.kicker { (words.polls_for(form.answerer.name.as_str())) }
                (head(visitor, poll))
            }
            (answers(visitor, form))
        }
    };
    visitor.page(&words.polls_title(), None, &[], body)
}

/// The page of a poll, for members of its group and whoever chooses.
pub(in crate::polls) fn poll(
    visitor: &Visitor,
    access: &Access,
    chosen: Option<&Chosen>,
    (posted, problems): (&Posted, &Problems),
    now: Timestamp,
) -> Html {
    let words = visitor.words();
    let answerer = &access.answerer;
    let poll = &answerer.loaded.poll;
    let form = Form {
        answerer,
        posted,
        problems,
        now,
    };
    let body = html! {
        div class={ "planning accent-" (poll.accent) } {
            header {
                p.kicker lang="nl" { (poll.group_name) }
                (head(visitor, poll))
            }
            @if access.answers { (answers(visitor, &form)) } @else { (state(visitor, &form)) }
            @if let Some(chosen) = chosen { (choosing::choosing(visitor, &form, chosen)) }
        }
    };
    let back = Crumb {
        name: poll.group_name.clone(),
        href: format!("/groups/{}", poll.group_id),
    };
    visitor.page(&words.polls_title(), None, &[back], body)
}

fn head(visitor: &Visitor, poll: &Poll) -> Markup {
    let words = visitor.words();
    let mut lines = vec![
        (Icon::Clock, words.polls_minutes(poll.minutes)),
        (Icon::People, words.polls_how_many(poll.wanted)),
    ];
    lines.extend(poll.place.clone().map(|place| (Icon::Place, place)));
    html! {
        h1 { (words.polls_title()) }
        p.lead lang="nl" { (poll.title) }
        (facts(&lines))
    }
}

/// How far it is, when nobody answers any more, and that somebody has answered.
fn state(visitor: &Visitor, form: &Form<'_>) -> Markup {
    let words = visitor.words();
    let loaded = &form.answerer.loaded;
    let poll = &loaded.poll;
    let days = || loaded.days.iter().filter(|day| day.meeting_id.is_some());
    match poll.state.as_str() {
        "decided" => notice(
            Tone::Good,
            &html! {
                p { (words.polls_decided()) }
                ul { @for day in days() { li { (when(visitor.language, poll, day)) } } }
            },
        ),
        "stopped" => notice(Tone::Calm, &html! { p { (words.polls_stopped()) } }),
        _ if !poll.takes_answers(form.now) => notice(Tone::Calm, &html! { p { (words.polls_closed()) } }),
        _ => html! {},
    }
}

fn answers(visitor: &Visitor, form: &Form<'_>) -> Markup {
    let words = visitor.words();
    let (answerer, poll) = (form.answerer, &form.answerer.loaded.poll);
    let until = near_date(visitor.language, last_day(poll.closes()));
    let is_open = poll.takes_answers(form.now);
    html! {
        (state(visitor, form))
        @if is_open && form.problems.is_empty() {
            @if answerer.answered_at().is_some() {
                (notice(Tone::Good, &html! { p role="status" { (words.polls_kept(until.as_str())) } }))
            } @else {
                p { (words.polls_until(until.as_str())) " " (words.polls_changeable()) }
                @if answerer.is_prefilled() { p.small { (words.polls_prefilled()) } }
            }
        }
        @if let Some(whole) = form.problems.of("whole") {
            (notice(Tone::Problem, &html! { p { (whole) } }))
        } @else if !form.problems.is_empty() {
            (notice(Tone::Problem, &html! { p { (words.polls_form_wrong()) } }))
        }
        @if is_open || form.problems.of("whole").is_some() { (table(visitor, form)) }
    }
}

fn table(visitor: &Visitor, form: &Form<'_>) -> Markup {
    let words = visitor.words();
    let days = &form.answerer.loaded.days;
    let (remark, hint) = (words.polls_remark(), words.polls_remark_hint());
    let remark = Field {
        name: "remark",
        label: &remark,
        hint: &hint,
        value: form.posted.text("remark"),
        problem: form.problems.of("remark"),
    };
    html! {
        form.planning-form method="post" {
            table.poll {
                caption.visually-hidden { (words.polls_caption()) }
                thead {
                    tr { th scope="col" { (words.polls_when()) } th scope="col" { (words.polls_can()) } }
                }
                tbody { @for day in days { (row(visitor, form, day)) } }
            }
            (long_field(&remark, 2, TEXT))
            div { (button(&words.polls_send())) }
        }
    }
}

fn row(visitor: &Visitor, form: &Form<'_>, day: &Day) -> Markup {
    let words = visitor.words();
    let loaded = &form.answerer.loaded;
    let field = answer_field(day);
    let said = form.posted.text(&field);
    let problem = form.problems.of(&field);
    let moment = when(visitor.language, &loaded.poll, day);
    let others = loaded
        .said
        .iter()
        .filter(|said| said.day_id == day.id && said.person_id != form.answerer.person && said.answer != "no")
        .count();
    html! {
        tr {
            th scope="row" id={ (field) "-day" } {
                (moment)
                @if form.answerer.is_busy(day) { span.poll-note { (words.polls_busy()) } }
                @if others > 0 { span.poll-note { (words.polls_others(others)) } }
            }
            td {
                fieldset.poll-choice aria-describedby=[problem.map(|_| format!("{field}-problem"))] {
                    legend.visually-hidden { (moment) }
                    @for (value, label) in choices(words) {
                        label class={ "poll-" (value) } for={ (field) "-" (value) } {
                            input type="radio" id={ (field) "-" (value) } name=(field) value=(value) checked[said == value]
                                aria-invalid=[problem.map(|_| "true")];
                            span { (label) }
                        }
                    }
                }
                @if let Some(problem) = problem { p.field-problem id={ (field) "-problem" } { (problem) } }
            }
        }
    }
}

pub(super) fn choices(words: &Words) -> [(&'static str, String); 3] {
    [
        ("yes", words.polls_yes()),
        ("maybe", words.polls_maybe()),
        ("no", words.polls_no()),
    ]
}
