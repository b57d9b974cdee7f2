//! What Kring keeps about somebody.

use maud::{Markup, html};
use ui::{button_link, locale};

use crate::profile::kept::{Mailed, Meeting, Membership, Moment, Overview};
use crate::web::{Html, Visitor};
use crate::words::Words;

/// How many mails are listed; the file has them all.
const MAILS: usize = 30;

const MINUTE: i64 = 60_000_000;

pub(in crate::profile) fn data(visitor: &Visitor, kept: &Overview) -> Html {
    let words = visitor.words();
    let body = html! {
        div.organising {
            header {
                h1 { (words.profile_data_title()) }
                p.lead { (words.profile_data_lead()) }
                p { (words.profile_data_since(day(visitor, kept.account.known_since))) }
            }
            section {
                p { (button_link(&words.profile_data_download(), "/my/data.json")) }
                p.small { (words.profile_data_download_hint()) }
                ul.profile-links {
                    li { a href="/my/profile" { (words.profile_title()) } }
                    li { a href="/my/directory" { (words.community_card()) } }
                    li { a href="/my/devices" { (words.auth_devices_title()) } }
                    li { a href="/my/calendar" { (words.calendar_to_feed()) } }
                }
            }
            (part(&words.profile_memberships(), &kept.memberships, |one| membership(words, one)))
            (part(&words.profile_applications(), &kept.applied, |one| html! {
                strong lang="nl" { (one.programme) }
                span.small { (words.profile_applied(day(visitor, one.applied_at))) }
            }))
            (part(&words.profile_meetings(), &kept.meetings, |one| meeting(visitor, one)))
            (part(&words.profile_agreements(), &kept.agreed, |one| html! {
                strong lang="nl" { (one.group_name.as_ref().unwrap_or(&one.programme)) }
                span.small { (words.profile_agreed(one.version, day(visitor, one.accepted_at))) }
            }))
            (mails(visitor, kept))
            section {
                h2 { (words.profile_not_here_title()) }
                p { (words.profile_not_here()) }
            }
        }
    };
    visitor.page(&words.profile_data_title(), None, &super::trail(visitor), body)
}

fn day(visitor: &Visitor, moment: Moment) -> String {
    locale::date(visitor.language, moment.0)
}

/// A heading and a row for each; nothing at all when there are none.
fn part<T>(title: &str, rows: &[T], row: impl Fn(&T) -> Markup) -> Markup {
    html! {
        @if !rows.is_empty() {
            section {
                h2 { (title) }
                ul.question-lines { @for one in rows { li { div { (row(one)) } } } }
            }
        }
    }
}

fn membership(words: &Words, one: &Membership) -> Markup {
    let role = match one.role.as_str() {
        "facilitator" => words.groups_role_facilitator(),
        "organiser" => words.groups_role_organiser(),
        _ => words.groups_role_participant(),
    };
    html! {
        strong lang="nl" { (one.programme) @if let Some(group) = &one.group_name { ", " (group) } }
        span.small {
            @match &one.until {
                Some(until) => (words.profile_member_until(role, &one.since, until)),
                None => (words.profile_member(role, &one.since)),
            }
        }
    }
}

fn meeting(visitor: &Visitor, one: &Meeting) -> Markup {
    let words = visitor.words();
    let state = match (one.there, one.state.as_str()) {
        (Some(there), _) => words.profile_there(hours(words, there)),
        (None, "present") => words.profile_present(),
        (None, "declined") => words.profile_declined(),
        (None, "absent") => words.profile_absent(),
        _ => words.profile_expected(),
    };
    html! {
        a href={ "/meetings/" (one.id) } lang="nl" { (one.title) }
        span.small { (day(visitor, one.starts_at)) ", " span lang="nl" { (one.programme) } ". " (state) }
    }
}

/// Time in hours and minutes.
fn hours(words: &Words, micros: i64) -> String {
    let minutes = micros / MINUTE;
    match (minutes / 60, minutes % 60) {
        (0, minutes) => words.profile_minutes(minutes),
        (hours, minutes) => words.profile_hours(hours, minutes),
    }
}

fn mails(visitor: &Visitor, kept: &Overview) -> Markup {
    let words = visitor.words();
    let more = kept.mailed.len().saturating_sub(MAILS);
    let shown = kept.mailed.get(..MAILS).unwrap_or(&kept.mailed);
    html! {
        (part(&words.profile_waiting(), &kept.waiting, |one| html! {
            strong { (one.subject) }
            span.small { (words.profile_due(day(visitor, one.due_at))) }
        }))
        (part(&words.profile_mails(), shown, |one| html! {
            strong { (about(words, one)) }
            span.small { (outcome(words, &one.outcome)) " · " (day(visitor, one.ended_at)) " · " (one.address) }
        }))
        @if more > 0 { p.small { (words.profile_mails_more(more)) } }
    }
}

/// What a mail was about. The ledger keeps the subject of mails of a programme only.
fn about(words: &Words, mail: &Mailed) -> String {
    match (&mail.subject, mail.about.as_str()) {
        (Some(subject), _) => subject.clone(),
        (None, "sign-in") => words.profile_about_sign_in(),
        (None, "report") => words.profile_about_report(),
        (None, "reminder" | "window") => words.profile_about_reminder(),
        (None, "thread-message" | "thread-day") => words.community_title(),
        (None, other) => words.profile_about_other(other),
    }
}

fn outcome(words: &Words, outcome: &str) -> String {
    match outcome {
        "sent" => words.mailings_sent(),
        "failed" => words.mailings_failed(),
        "late" => words.mailings_late(),
        _ => words.mailings_stopped(),
    }
}
