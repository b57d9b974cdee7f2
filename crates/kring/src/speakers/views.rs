//! HTML of the speakers slice.

use jiff::{SignedDuration, Timestamp};
use maud::{Markup, html};
use ui::locale::{local, time};
use ui::{
    Choice, Crumb, Field, Icon, Problems, Tone, button, choice_field, facts, hidden, mail_field, notice,
    number_field, text_field, time_field,
};

use super::Speaker;
use crate::meetings::rules::Phase;
use crate::meetings::{Meeting, views as meeting_views};
use crate::papers::views::{self as papers, Listed};
use crate::web::{Html, LINE, Posted, Visitor};

/// What whoever plans sees.
pub(super) struct Shown<'a> {
    pub(super) meeting: &'a Meeting,
    pub(super) speakers: &'a [Speaker],
    /// Whose form stands on the page; without, it is the one for somebody new.
    pub(super) chosen: Option<&'a Speaker>,
    /// What somebody else made of it meanwhile.
    pub(super) now: Option<&'a Speaker>,
    /// Somebody can still be asked.
    pub(super) is_open: bool,
}

/// The time on the wall so many minutes after the beginning of a meeting.
pub(super) fn clock(meeting: &Meeting, minutes: i64) -> String {
    local(after(meeting, minutes)).strftime("%H:%M").to_string()
}

fn after(meeting: &Meeting, minutes: i64) -> Timestamp {
    let starts = meeting.starts();
    starts
        .checked_add(SignedDuration::from_mins(minutes))
        .unwrap_or(starts)
}

/// When somebody speaks, in words.
fn part(visitor: &Visitor, meeting: &Meeting, speaker: &Speaker) -> Option<String> {
    speaker.from_minute.zip(speaker.minutes)?;
    let (begins, ends) = speaker.talk().span((meeting.starts_at, meeting.ends_at));
    let at = |micros| {
        time(
            visitor.language,
            Timestamp::from_microsecond(micros).unwrap_or_default(),
        )
    };
    Some(visitor.words().speakers_part(at(begins), at(ends)))
}

pub(super) fn page(visitor: &Visitor, shown: &Shown<'_>, form: (&Posted, &Problems)) -> Html {
    let words = visitor.words();
    let meeting = shown.meeting;
    let body = html! {
        div class={ "papers accent-" (meeting.accent) } {
            header {
                p.kicker lang="nl" { (meeting.title) }
                h1 { (words.speakers_title()) }
                p.lead { (words.speakers_lead()) }
            }
            @if !shown.speakers.is_empty() {
                ul.paper-list { @for speaker in shown.speakers { (card(visitor, shown, speaker)) } }
            }
            @match shown.chosen {
                Some(speaker) => (changing(visitor, shown, speaker, form)),
                None if shown.is_open => (inviting(visitor, meeting, form)),
                None => p { (words.speakers_too_late()) },
            }
        }
    };
    let back = Crumb {
        name: meeting.title.clone(),
        href: format!("/meetings/{}", meeting.id),
    };
    visitor.page(&words.speakers_title(), None, &[back], body)
}

fn card(visitor: &Visitor, shown: &Shown<'_>, speaker: &Speaker) -> Markup {
    let words = visitor.words();
    let here = format!("/meetings/{}/speakers", shown.meeting.id);
    let state = match (speaker.state.as_str(), speaker.answered_at) {
        ("declined", _) => words.speakers_said_no(),
        ("expected", None) => words.speakers_said_nothing(),
        _ => words.speakers_said_yes(),
    };
    html! {
        li {
            h2 { (speaker.name) }
            p.small { (speaker.mail) " · " strong { (state) } }
            @if let Some(subject) = &speaker.subject { p lang="nl" { (subject) } }
            @if let Some(part) = part(visitor, shown.meeting, speaker) { p.small { (part) } }
            p {
                a href={ (here) "?change=" (speaker.person_id) "#form" } {
                    (words.speakers_change()) span.visually-hidden { ": " (speaker.name) }
                }
            }
            details {
                summary { (words.speakers_withdraw()) span.visually-hidden { ": " (speaker.name) } }
                form.planning-form method="post" action={ (here) "/withdrawal" } {
                    (hidden("person", &speaker.person_id.0))
                    p.small { (words.speakers_withdraw_text(speaker.name.as_str())) }
                    div { button.button.quiet type="submit" { (words.speakers_withdraw_yes()) } }
                }
            }
        }
    }
}

fn field<'a>(
    (posted, problems): (&'a Posted, &'a Problems),
    name: &'static str,
    label: &'a str,
    hint: &'a str,
) -> Field<'a> {
    Field {
        name,
        label,
        hint,
        value: posted.text(name),
        problem: problems.of(name),
    }
}

/// What somebody speaks about, and when.
fn talk(visitor: &Visitor, meeting: &Meeting, form: (&Posted, &Problems)) -> Markup {
    let words = visitor.words();
    let (subject, subject_hint) = (words.speakers_subject(), words.speakers_subject_hint());
    let (from, minutes) = (words.speakers_from(), words.calendar_minutes());
    let whole = meeting.starts().duration_until(meeting.ends()).as_mins();
    html! {
        (text_field(&field(form, "subject", &subject, &subject_hint), LINE))
        fieldset {
            legend { (words.speakers_slot()) }
            p.hint { (words.speakers_slot_hint(
                time(visitor.language, meeting.starts()),
                time(visitor.language, meeting.ends()),
            )) }
            div.field-row {
                (time_field(&field(form, "from", &from, "")))
                (number_field(&field(form, "minutes", &minutes, ""), 1, u32::try_from(whole).unwrap_or(480)))
            }
        }
    }
}

fn wrong(visitor: &Visitor, problems: &Problems) -> Markup {
    html! {
        @if !problems.is_empty() {
            (notice(Tone::Problem, &html! { p { (visitor.words().forms_wrong()) } }))
        }
    }
}

fn inviting(visitor: &Visitor, meeting: &Meeting, form: (&Posted, &Problems)) -> Markup {
    let words = visitor.words();
    let (name, mail, language) = (
        words.speakers_name(),
        words.speakers_mail(),
        words.speakers_language(),
    );
    let languages = [("nl", "Nederlands"), ("en", "English")].map(|(value, label)| Choice {
        value: value.to_owned(),
        label: label.to_owned(),
    });
    let told = if meeting.published_at.is_some() {
        words.speakers_tells()
    } else {
        words.speakers_tells_later()
    };
    html! {
        section id="form" {
            h2 { (words.speakers_invite()) }
            (wrong(visitor, form.1))
            form.planning-form method="post" action={ "/meetings/" (meeting.id) "/speakers" } {
                (hidden("key", form.0.text("key")))
                (text_field(&field(form, "name", &name, ""), LINE))
                (mail_field(&field(form, "mail", &mail, "")))
                (choice_field(&field(form, "language", &language, ""), &languages))
                (talk(visitor, meeting, form))
                p.small { (told) }
                div { (button(&words.speakers_invite_yes())) }
            }
        }
    }
}

fn changing(visitor: &Visitor, shown: &Shown<'_>, speaker: &Speaker, form: (&Posted, &Problems)) -> Markup {
    let words = visitor.words();
    let here = format!("/meetings/{}/speakers", shown.meeting.id);
    html! {
        section id="form" {
            h2 { (words.speakers_change_of(speaker.name.as_str())) }
            (wrong(visitor, form.1))
            @if let Some(now) = shown.now {
                (notice(Tone::Problem, &html! {
                    p { (words.speakers_changed()) }
                    @if let Some(subject) = &now.subject { p lang="nl" { (subject) } }
                    @if let Some(part) = part(visitor, shown.meeting, now) { p { (part) } }
                }))
            }
            form.planning-form method="post" action={ (here) "/change" } {
                (hidden("person", &speaker.person_id.0))
                (hidden("seen", form.0.text("seen")))
                (talk(visitor, shown.meeting, form))
                div { (button(&words.forms_save())) }
            }
            p { a href=(here) { (words.forms_cancel()) } }
        }
    }
}

/// What whoever was asked sees under their link.
pub(super) struct Own<'a> {
    pub(super) token: &'a str,
    pub(super) meeting: &'a Meeting,
    pub(super) speaker: &'a Speaker,
    pub(super) directions: Option<&'a str>,
    /// What is meant for them.
    pub(super) papers: Vec<Listed>,
    pub(super) phase: Phase,
    /// They may still say whether they come.
    pub(super) may_reply: bool,
}

pub(super) fn own(visitor: &Visitor, own: &Own<'_>, form: (&Posted, &Problems)) -> Html {
    let words = visitor.words();
    let meeting = own.meeting;
    let here = format!("/speaker/{}", own.token);
    let home = meeting.group_name.as_ref().unwrap_or(&meeting.programme);
    let mut lines = vec![(Icon::Clock, meeting_views::moment(visitor, meeting))];
    lines.push((Icon::Place, meeting_views::place(visitor, meeting)));
    lines.extend(own.directions.map(|way| (Icon::Info, way.to_owned())));
    let body = html! {
        div class={ "papers accent-" (meeting.accent) } {
            header {
                p.kicker { (words.speakers_for(own.speaker.name.as_str())) }
                h1 lang="nl" { (meeting.title) }
                p.lead { (words.speakers_at(home.as_str())) }
                (facts(&lines))
                @if let Some(online) = meeting.online.as_ref().filter(|_| own.phase.is_ahead()) {
                    p { a href=(online) rel="noreferrer" { (words.meetings_video()) } }
                }
            }
            @if own.phase == Phase::Cancelled { (notice(Tone::Warning, &html! { p { (words.calendar_is_cancelled()) } })) }
            @if own.phase == Phase::Now { (entrance(visitor, &here)) }
            (subject(visitor, own))
            (reply(visitor, own, &here))
            section id="papers" {
                h2 { (words.papers_title()) }
                @if own.papers.is_empty() { p { (words.papers_none()) } }
                (papers::list(visitor, &own.papers, &format!("{here}/papers")))
                details open[!form.1.is_empty()] {
                    summary { (words.papers_add()) }
                    (papers::adding(visitor, &papers::Form {
                        action: &format!("{here}/papers"),
                        posted: form.0,
                        problems: form.1,
                        asks_speakers: false,
                    }))
                }
            }
            p.small { (words.speakers_only_you()) }
        }
    };
    visitor.page(&meeting.title, None, &[], body)
}

fn entrance(visitor: &Visitor, here: &str) -> Markup {
    let words = visitor.words();
    notice(
        Tone::Good,
        &html! {
            p { (words.speakers_now()) }
            form method="post" action={ (here) "/entrance" } { (button(&words.meetings_to_room())) }
        },
    )
}

fn subject(visitor: &Visitor, own: &Own<'_>) -> Markup {
    let words = visitor.words();
    let part = part(visitor, own.meeting, own.speaker);
    html! {
        @if own.speaker.subject.is_some() || part.is_some() {
            section {
                h2 { (words.speakers_your_part()) }
                @if let Some(subject) = &own.speaker.subject { p lang="nl" { strong { (subject) } } }
                @if let Some(part) = part { p { (part) } }
            }
        }
    }
}

/// Whether they come: what they said, and the buttons.
fn reply(visitor: &Visitor, own: &Own<'_>, here: &str) -> Markup {
    let words = visitor.words();
    let said = match (own.speaker.state.as_str(), own.speaker.answered_at) {
        ("expected", Some(_)) => Some(words.calendar_said_yes()),
        ("declined", _) => Some(words.calendar_said_no()),
        _ => None,
    };
    html! {
        @if let Some(said) = said { (notice(Tone::Good, &html! { p role="status" { (said) } })) }
        @if own.may_reply {
            form.planning-form method="post" action=(here) {
                fieldset {
                    legend { (words.calendar_reply_question()) }
                    div.planning-buttons {
                        button.button type="submit" name="comes" value="yes" { (words.calendar_reply_yes()) }
                        button.button.quiet type="submit" name="comes" value="no" { (words.calendar_reply_no()) }
                    }
                }
            }
        }
    }
}
