//! Who said what, and choosing: for whoever plans.

use maud::{Markup, html};
use ui::locale::{and_list, date, local};
use ui::{Field, Tone, date_field, notice};

use super::answering::{Form, choices};
use crate::polls::choice::{Fit, Tally};
use crate::polls::letters::when;
use crate::polls::rules::last_day;
use crate::polls::{Asked, Day};
use crate::web::Visitor;
use crate::words::Words;

/// How the days stand, and which are proposed.
pub(in crate::polls) struct Chosen {
    /// In the order of the days.
    pub(in crate::polls) tallies: Vec<Tally>,
    /// Places in the list of days.
    pub(in crate::polls) proposed: Vec<usize>,
}

pub(super) fn choosing(visitor: &Visitor, form: &Form<'_>, chosen: &Chosen) -> Markup {
    let words = visitor.words();
    let loaded = &form.answerer.loaded;
    let is_open = loaded.poll.state == "open";
    html! {
        section.poll-answers aria-labelledby="answers-title" {
            h2 id="answers-title" { (words.polls_answers()) }
            (silent(visitor, form))
            (who(visitor, form, &chosen.tallies))
            (remarks(words, &loaded.asked))
        }
        @if is_open { (decide(visitor, form, chosen)) (later(visitor, form)) }
    }
}

/// How many have answered, and who has not.
fn silent(visitor: &Visitor, form: &Form<'_>) -> Markup {
    let words = visitor.words();
    let loaded = &form.answerer.loaded;
    let silent: Vec<&str> = loaded
        .asked
        .iter()
        .filter(|person| person.answered_at.is_none())
        .map(|person| person.name.as_str())
        .collect();
    let answered = loaded.asked.len() - silent.len();
    html! {
        p {
            (words.polls_answered(answered, loaded.asked.len()))
            @if !silent.is_empty() && loaded.poll.state == "open" {
                " " (words.polls_silent(and_list(visitor.language, &silent)))
            }
        }
    }
}

/// Days down, people across.
fn who(visitor: &Visitor, form: &Form<'_>, tallies: &[Tally]) -> Markup {
    let words = visitor.words();
    let loaded = &form.answerer.loaded;
    html! {
        div.table-frame tabindex="0" role="group" aria-labelledby="answers-title" {
            table.poll-who {
                thead {
                    tr {
                        th scope="col" { (words.polls_when()) }
                        th scope="col" { (words.polls_can_count()) }
                        @for person in &loaded.asked {
                            th scope="col" {
                                (first_name(&person.name))
                                @if person.is_needed { span.poll-note { (words.polls_needed_mark()) } }
                            }
                        }
                    }
                }
                tbody {
                    @for (day, tally) in loaded.days.iter().zip(tallies) {
                        tr {
                            th scope="row" { (when(visitor.language, &loaded.poll, day)) }
                            td { (words.polls_count(tally.yes, tally.maybe)) }
                            @for person in &loaded.asked { (cell(words, form, day, person)) }
                        }
                    }
                }
            }
        }
    }
}

fn cell(words: &Words, form: &Form<'_>, day: &Day, person: &Asked) -> Markup {
    let said = form.answerer.loaded.said.iter();
    let mut said = said.filter(|said| said.day_id == day.id);
    let said = said.find(|said| said.person_id == person.person_id);
    let label = said.and_then(|said| {
        let mut labels = choices(words).into_iter();
        labels.find(|(value, _)| *value == said.answer)
    });
    html! {
        @match label {
            Some((value, label)) => td class={ "poll-said poll-" (value) } { (label) },
            None => td.poll-said { span aria-hidden="true" { "–" } span.visually-hidden { (words.polls_unknown()) } },
        }
    }
}

fn first_name(name: &str) -> &str {
    name.split_whitespace().next().unwrap_or(name)
}

fn remarks(words: &Words, asked: &[Asked]) -> Markup {
    let remarks = asked
        .iter()
        .filter_map(|person| person.remark.as_ref().map(|remark| (&person.name, remark)));
    let remarks: Vec<_> = remarks.collect();
    html! {
        @if !remarks.is_empty() {
            h3 { (words.polls_remarks()) }
            dl.poll-remarks { @for (name, remark) in remarks { dt { (name) } dd { (remark) } } }
        }
    }
}

fn decide(visitor: &Visitor, form: &Form<'_>, chosen: &Chosen) -> Markup {
    let words = visitor.words();
    let loaded = &form.answerer.loaded;
    let days = loaded.days.iter().zip(&chosen.tallies).enumerate();
    let wanted = usize::try_from(loaded.poll.wanted).unwrap_or(1);
    let problem = form.problems.of("pick");
    html! {
        section aria-labelledby="choose-title" {
            h2 id="choose-title" { (words.polls_choose_title(loaded.poll.wanted)) }
            @if chosen.proposed.is_empty() {
                (notice(Tone::Warning, &html! { p { (words.polls_none_does()) } }))
            } @else if chosen.proposed.len() < wanted {
                (notice(Tone::Warning, &html! { p { (words.polls_not_enough_do(chosen.proposed.len(), wanted)) } }))
            } @else {
                p { (words.polls_proposed()) }
            }
            form.planning-form method="post" action={ "/polls/" (loaded.poll.id) "/decision" } {
                fieldset aria-describedby=[problem.map(|_| "pick-problem")] {
                    legend { (words.polls_pick()) }
                    @for (place, (day, tally)) in days {
                        @let name = format!("pick-{}", day.id);
                        @let is_picked = if problem.is_some() { !form.posted.text(&name).is_empty() }
                            else { chosen.proposed.contains(&place) };
                        label.option for=(name) {
                            input type="checkbox" id=(name) name=(name) value="yes" checked[is_picked];
                            span {
                                (when(visitor.language, &loaded.poll, day))
                                span.poll-note { (reason(visitor, tally)) }
                            }
                        }
                    }
                    @if let Some(problem) = problem { p.field-problem id="pick-problem" { (problem) } }
                }
                div.planning-buttons {
                    button.button type="submit" name="do" value="invite" { (words.calendar_plan_and_invite()) }
                    button.button.quiet type="submit" name="do" value="keep" { (words.calendar_plan_only()) }
                }
                p.small { (words.polls_decide_text()) }
            }
        }
    }
}

/// How a day stands, in a line.
fn reason(visitor: &Visitor, tally: &Tally) -> String {
    let words = visitor.words();
    let count = words.polls_count(tally.yes, tally.maybe);
    let more = match tally.fit {
        _ if !tally.lacking.is_empty() => words.polls_lacks(and_list(visitor.language, &tally.lacking)),
        Fit::Lacks => words.polls_too_few(),
        Fit::Open => words.polls_open_fit(),
        Fit::Fits => words.polls_fits(),
    };
    format!("{count} · {more}")
}

/// More time, or no meeting after all.
fn later(visitor: &Visitor, form: &Form<'_>) -> Markup {
    let words = visitor.words();
    let poll = &form.answerer.loaded.poll;
    let (label, until) = (
        words.polls_deadline(),
        local(last_day(poll.closes())).date().to_string(),
    );
    let posted = form.posted.text("closes");
    let field = Field {
        name: "closes",
        label: &label,
        hint: "",
        value: if posted.is_empty() { &until } else { posted },
        problem: form.problems.of("closes"),
    };
    html! {
        section aria-labelledby="later-title" {
            h2 id="later-title" { (words.polls_later_title()) }
            p { (words.polls_later_text(date(visitor.language, last_day(poll.closes())))) }
            form.planning-form method="post" action={ "/polls/" (poll.id) "/deadline" } {
                (date_field(&field))
                div { button.button.quiet type="submit" { (words.polls_later()) } }
            }
            details {
                summary { (words.polls_stop()) }
                form.planning-form method="post" action={ "/polls/" (poll.id) "/end" } {
                    p { (words.polls_stop_text()) }
                    div { button.button.quiet type="submit" { (words.polls_stop_sure()) } }
                }
            }
        }
    }
}
