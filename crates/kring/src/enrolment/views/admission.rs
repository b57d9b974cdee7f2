//! Who applied, and deciding about one.

use maud::{Markup, html};
use ui::{Crumb, Field, Icon, Problems, Tone, button_link, empty, facts, hidden, long_field, notice};

use super::{answers, moment, state};
use crate::enrolment::Application;
use crate::enrolment::letters::Text;
use crate::enrolment::rules::State;
use crate::programmes::{self, Programme};
use crate::web::{Html, Posted, TEXT, Visitor};

/// Everything the list shows.
pub(in crate::enrolment) struct Overview<'a> {
    pub(in crate::enrolment) programme: &'a Programme,
    /// Those that ask for something.
    pub(in crate::enrolment) applications: &'a [Application],
    /// A page of the others, the newest first.
    pub(in crate::enrolment) settled: &'a [Application],
    /// How many others there are.
    pub(in crate::enrolment) count: i64,
    /// Which page of them, from zero.
    pub(in crate::enrolment) page: u32,
    pub(in crate::enrolment) last_page: i64,
    /// How many people take part.
    pub(in crate::enrolment) members: usize,
    /// How many places are free; `None` for no limit.
    pub(in crate::enrolment) free: Option<usize>,
}

pub(in crate::enrolment) fn list(visitor: &Visitor, overview: &Overview<'_>) -> Html {
    let (words, programme) = (visitor.words(), overview.programme);
    let enrolment = format!("/programmes/{}/enrolment", programme.id);
    let mut numbers = vec![(Icon::People, words.programmes_members(overview.members))];
    numbers.extend(
        overview
            .free
            .map(|free| (Icon::Check, words.enrolment_free(free))),
    );
    let body = html! {
        div class={ "organising accent-" (programme.accent) } {
            header {
                h1 { (words.programmes_applications()) }
                (facts(&numbers))
            }
            @if overview.applications.is_empty() && overview.count == 0 {
                (empty(
                    &words.enrolment_none(),
                    &words.enrolment_none_text(),
                    &button_link(&words.programmes_enrolment(), &enrolment),
                ))
            }
            @for one in State::ALL { (part(visitor, overview, one)) }
            (settled(visitor, overview))
        }
    };
    visitor.page(
        &words.programmes_applications(),
        None,
        &programmes::trail(visitor, programme),
        body,
    )
}

/// Those who stand the same way.
fn part(visitor: &Visitor, overview: &Overview<'_>, which: State) -> Markup {
    let words = visitor.words();
    let here: Vec<&Application> = overview
        .applications
        .iter()
        .filter(|one| one.state == which)
        .collect();
    html! {
        @if !here.is_empty() {
            section id=(which.word()) {
                h2 { (state(words, which)) " (" (here.len()) ")" }
                @if which == State::Waiting { p.small { (words.enrolment_line_text()) } }
                ol.question-lines {
                    @for (index, application) in here.iter().enumerate() {
                        (line(visitor, overview.programme, application, (index, here.len())))
                    }
                }
            }
        }
    }
}

/// Those that ask for nothing any more, a page at a time.
fn settled(visitor: &Visitor, overview: &Overview<'_>) -> Markup {
    let (words, page) = (visitor.words(), i64::from(overview.page));
    let own = format!("/programmes/{}/applications", overview.programme.id);
    html! {
        @if overview.count > 0 {
            section id="settled" {
                h2 { (words.enrolment_settled()) " (" (overview.count) ")" }
                ol.question-lines {
                    @for application in overview.settled {
                        li {
                            div {
                                a href={ (own) "/" (application.id) } { (application.name) }
                                span.small { (words.enrolment_sent(moment(visitor, application.applied_at))) }
                            }
                            span.state data-state=(application.state.word()) { (state(words, application.state)) }
                        }
                    }
                }
                @if overview.last_page > 0 {
                    nav.turning aria-label=(words.enrolment_settled()) {
                        @if page > 0 { a rel="prev" href={ (own) "?page=" (page - 1) "#settled" } { (words.enrolment_newer()) } }
                        span.small { (words.enrolment_page(page + 1, overview.last_page + 1)) }
                        @if page < overview.last_page { a rel="next" href={ (own) "?page=" (page + 1) "#settled" } { (words.enrolment_older()) } }
                    }
                }
            }
        }
    }
}

fn line(
    visitor: &Visitor,
    programme: &Programme,
    application: &Application,
    (index, count): (usize, usize),
) -> Markup {
    let words = visitor.words();
    let own = format!("/programmes/{}/applications/{}", programme.id, application.id);
    let when = match application.offer_until {
        Some(until) => words.enrolment_kept_until(moment(visitor, until)),
        None => words.enrolment_sent(moment(visitor, application.applied_at)),
    };
    let button = |up: bool, sign: &str, label: String| {
        let is_end = if up { index == 0 } else { index + 1 == count };
        html! {
            button.button.quiet.tight type="submit" name="do" value=(if up { "up" } else { "down" }) disabled[is_end] {
                span aria-hidden="true" { (sign) }
                span.visually-hidden { (label) ": " (application.name) }
            }
        }
    };
    html! {
        li {
            div {
                a href=(own) { (application.name) }
                span.small { (when) }
            }
            @if application.state == State::Waiting {
                form.moves method="post" action={ (own) "/position" } {
                    (button(true, "↑", words.enrolment_up()))
                    (button(false, "↓", words.enrolment_down()))
                }
            }
        }
    }
}

/// An application that an organiser decides about.
pub(in crate::enrolment) struct Deciding<'a> {
    pub(in crate::enrolment) programme: &'a Programme,
    pub(in crate::enrolment) application: &'a Application,
    /// Behind how many others whoever is admitted now would wait; `None` when there is a place.
    pub(in crate::enrolment) ahead: Option<i64>,
    pub(in crate::enrolment) posted: Option<&'a Posted>,
    pub(in crate::enrolment) problems: &'a Problems,
    /// The mail as it will go.
    pub(in crate::enrolment) preview: Option<&'a Text>,
}

impl<'a> Deciding<'a> {
    pub(in crate::enrolment) fn new(
        programme: &'a Programme,
        application: &'a Application,
        ahead: Option<i64>,
    ) -> Self {
        static NONE: std::sync::LazyLock<Problems> = std::sync::LazyLock::new(Problems::none);
        Self {
            programme,
            application,
            ahead,
            posted: None,
            problems: &NONE,
            preview: None,
        }
    }
}

pub(in crate::enrolment) fn application(visitor: &Visitor, deciding: &Deciding<'_>) -> Html {
    let (words, programme, application) = (visitor.words(), deciding.programme, deciding.application);
    let body = html! {
        div class={ "organising accent-" (programme.accent) } {
            header {
                p.kicker { span.state data-state=(application.state.word()) { (state(words, application.state)) } }
                h1 { (application.name) }
                (facts(&[
                    (Icon::Speech, application.mail.clone()),
                    (Icon::Clock, words.enrolment_sent(moment(visitor, application.applied_at))),
                ]))
            }
            (shown_mail(visitor, deciding))
            (answers(visitor, &application.answered()))
            @if let Some(reason) = application.reason.as_ref() {
                section {
                    h2 { (words.enrolment_you_wrote()) }
                    p.quoted { (reason) }
                }
            }
            @if deciding.preview.is_none() { (decisions(visitor, deciding)) }
        }
    };
    let mut trail = programmes::trail(visitor, programme);
    trail.push(Crumb {
        name: words.programmes_applications(),
        href: format!("/programmes/{}/applications", programme.id),
    });
    visitor.page(&application.name, None, &trail, body)
}

/// The mail, with the button that sends it and the one that goes back to writing.
fn shown_mail(visitor: &Visitor, deciding: &Deciding<'_>) -> Markup {
    let words = visitor.words();
    let own = action(deciding);
    html! {
        @if let (Some(mail), Some(posted)) = (deciding.preview, deciding.posted) {
            section.mail-preview aria-labelledby="mail-preview" {
                h2 #mail-preview { (words.enrolment_mail_preview()) }
                p { strong { (mail.subject) } }
                pre { (mail.text) }
                form.planning-buttons method="post" action=(own) {
                    (hidden("decision", posted.text("decision")))
                    (hidden("note", posted.text("note")))
                    (hidden("reason", posted.text("reason")))
                    button.button type="submit" name="do" value="send" { (words.enrolment_decide_send()) }
                    a.button.quiet href=(own) { (words.forms_cancel()) }
                }
            }
        }
    }
}

fn action(deciding: &Deciding<'_>) -> String {
    format!(
        "/programmes/{}/applications/{}",
        deciding.programme.id, deciding.application.id
    )
}

fn decisions(visitor: &Visitor, deciding: &Deciding<'_>) -> Markup {
    let (words, state) = (visitor.words(), deciding.application.state);
    let outcome = match deciding.ahead {
        None => words.enrolment_will_have_place(),
        Some(ahead) => words.enrolment_will_wait(ahead),
    };
    html! {
        @if state.can_be_admitted() {
            form.planning-form method="post" action=(action(deciding)) {
                fieldset {
                    legend { (words.enrolment_admit()) }
                    p { (outcome) }
                    (hidden("decision", "admit"))
                    (written(deciding, "note", &words.enrolment_note(), &words.forms_optional()))
                    div { button.button type="submit" name="do" value="look" { (words.enrolment_look()) } }
                }
            }
        }
        @if state.can_be_refused() {
            form.planning-form method="post" action=(action(deciding)) {
                fieldset {
                    legend { (words.enrolment_refuse()) }
                    (hidden("decision", "refuse"))
                    (written(deciding, "reason", &words.enrolment_reason(), &words.enrolment_reason_hint()))
                    div { button.button.quiet type="submit" name="do" value="look" { (words.enrolment_look()) } }
                }
            }
        }
        @if state == State::Admitted { (notice(Tone::Calm, &html! { p { (words.enrolment_is_in()) } })) }
    }
}

/// What goes along in the mail.
fn written(deciding: &Deciding<'_>, name: &str, label: &str, hint: &str) -> Markup {
    let field = Field {
        name,
        label,
        hint,
        value: deciding.posted.map_or("", |posted| posted.text(name)),
        problem: deciding.problems.of(name),
    };
    long_field(&field, 4, TEXT)
}
