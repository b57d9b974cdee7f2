//! HTML of the mailings slice.

use jiff::Timestamp;
use maud::{Markup, html};
use ui::locale::{date, time};
use ui::{Crumb, Field, Problems, Tone, button, empty, long_field, notice, text_field};

use super::pages::Fault;
use super::rules::{SUBJECT, TEXT, Wrong};
use super::{Past, Waiting};
use crate::programmes::Programme;
use crate::web::{Html, Visitor};

/// What stands in the form.
pub(super) struct Typed {
    pub(super) subject: String,
    pub(super) text: String,
}

fn home(programme: &Programme) -> Crumb {
    Crumb {
        name: programme.name.clone(),
        href: format!("/programmes/{}", programme.id),
    }
}

fn outbox(visitor: &Visitor, programme: &Programme) -> Crumb {
    Crumb {
        name: visitor.words().mailings_title(),
        href: format!("/programmes/{}/mailings", programme.id),
    }
}

fn moment(visitor: &Visitor, at: i64) -> String {
    let at = Timestamp::from_microsecond(at).unwrap_or_default();
    visitor
        .words()
        .mailings_moment(date(visitor.language, at), time(visitor.language, at))
}

pub(super) fn list(
    visitor: &Visitor,
    programme: &Programme,
    (waiting, count): (&[Waiting], i64),
    ended: &[Past],
    sends: bool,
) -> Html {
    let words = visitor.words();
    let body = html! {
        div class={ "mailings accent-" (programme.accent) } {
            header {
                h1 { (words.mailings_title()) }
                p.lead { (words.mailings_lead()) }
            }
            @if !sends { (notice(Tone::Warning, &html! { p { (words.mailings_no_server()) } })) }
            p { a href={ "/programmes/" (programme.id) "/mailings/samples" } { (words.mailings_to_samples()) } }
            section {
                h2 { (words.mailings_waiting(count)) }
                @if waiting.is_empty() { (empty(&words.mailings_none(), &words.mailings_none_text(), &html! {})) }
                @else {
                    ul.mail-list { @for mail in waiting { (line(visitor, programme, mail)) } }
                    @if count > i64::try_from(waiting.len()).unwrap_or(i64::MAX) { p.small { (words.mailings_more()) } }
                }
            }
            section {
                h2 { (words.mailings_ended()) }
                @if ended.is_empty() { p { (words.mailings_ended_none()) } }
                ul.mail-list { @for mail in ended { (gone(visitor, mail)) } }
            }
        }
    };
    visitor.page(&words.mailings_title(), None, &[home(programme)], body)
}

fn whom<'m>(name: Option<&'m String>, address: &'m str) -> Markup {
    html! {
        @if let Some(name) = name { (name) " · " }
        span.mail-address { (address) }
    }
}

fn line(visitor: &Visitor, programme: &Programme, mail: &Waiting) -> Markup {
    let words = visitor.words();
    html! {
        li {
            a href={ "/programmes/" (programme.id) "/mailings/" (mail.id) } { (mail.subject) }
            p.small { (whom(mail.name.as_ref(), &mail.address)) }
            p.small {
                (words.mailings_goes(moment(visitor, mail.due_at)))
                @if mail.has_calendar { " · " (words.mailings_calendar()) }
            }
            @if mail.problem.is_some() { p.small.mail-problem { (words.mailings_problem()) } }
        }
    }
}

fn gone(visitor: &Visitor, mail: &Past) -> Markup {
    let words = visitor.words();
    let outcome = match mail.outcome.as_str() {
        "sent" => words.mailings_sent(),
        "failed" => words.mailings_failed(),
        "late" => words.mailings_late(),
        _ => words.mailings_stopped(),
    };
    html! {
        li {
            span { (mail.subject.as_deref().unwrap_or_default()) }
            p.small { (whom(mail.name.as_ref(), &mail.address)) }
            p.small class=[(mail.outcome == "failed").then_some("mail-problem")] {
                (outcome) " · " (moment(visitor, mail.ended_at))
            }
        }
    }
}

pub(super) fn one(
    visitor: &Visitor,
    programme: &Programme,
    mail: &Waiting,
    typed: &Typed,
    faults: &[Fault],
) -> Html {
    let words = visitor.words();
    let mut problems = Problems::none();
    for (field, wrong) in faults {
        let text = match wrong {
            Wrong::Empty => words.mailings_wrong_empty(),
            Wrong::Long(most) => words.mailings_wrong_long(*most),
            Wrong::Covered => words.mailings_wrong_covered(),
        };
        problems.add(*field, text);
    }
    let (subject, text, hint) = (
        words.mailings_subject(),
        words.mailings_text(),
        words.mailings_text_hint(),
    );
    let field = |name: &'static str, label, hint, value| Field {
        name,
        label,
        hint,
        value,
        problem: problems.of(name),
    };
    let here = format!("/programmes/{}/mailings/{}", programme.id, mail.id);
    let body = html! {
        div class={ "mailings accent-" (programme.accent) } {
            header {
                h1 { (mail.subject) }
                p.lead { (whom(mail.name.as_ref(), &mail.address)) }
                p { (words.mailings_goes(moment(visitor, mail.due_at))) @if mail.has_calendar { " · " (words.mailings_calendar()) } }
            }
            form.planning-form method="post" action=(here) {
                (text_field(&field("subject", &subject, "", &typed.subject), most(SUBJECT)))
                (long_field(&field("text", &text, &hint, &typed.text), 16, most(TEXT)))
                div { (button(&words.mailings_save())) }
            }
            form method="post" action={ (here) "/stop" } {
                p.small { (words.mailings_stop_text()) }
                button.button.quiet type="submit" { (words.mailings_stop()) }
            }
        }
    };
    visitor.page(
        &mail.subject,
        None,
        &[home(programme), outbox(visitor, programme)],
        body,
    )
}

fn most(size: usize) -> u32 {
    u32::try_from(size).unwrap_or(u32::MAX)
}

/// Each kind of mail as it reads, in the language of whoever looks; the other one is a click away.
pub(super) fn samples(visitor: &Visitor, programme: &Programme, samples: &[crate::calendar::Sample]) -> Html {
    let words = visitor.words();
    let body = html! {
        div class={ "mailings accent-" (programme.accent) } {
            header {
                h1 { (words.mailings_samples()) }
                p.lead { (words.mailings_samples_text()) }
            }
            @for sample in samples {
                article.mail-sample {
                    h2 { (sample.subject) }
                    pre { (sample.text) }
                }
            }
        }
    };
    visitor.page(
        &words.mailings_samples(),
        None,
        &[home(programme), outbox(visitor, programme)],
        body,
    )
}
