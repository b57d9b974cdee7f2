//! The open meetings of a programme, for its organisers.

use jiff::Timestamp;
use maud::{Markup, html};
use ui::{button_link, empty};

use super::{places, when};
use crate::meetings::rules::{Phase, phase};
use crate::meetings::{Invitation, Meeting};
use crate::openings::rules::offer;
use crate::programmes::{self, Programme};
use crate::web::{Html, Visitor};

pub(in crate::openings) fn list(
    visitor: &Visitor,
    programme: &Programme,
    (meetings, invitations): (&[Meeting], &[Invitation]),
    now: Timestamp,
) -> Html {
    let words = visitor.words();
    let new = format!("/programmes/{}/openings/new", programme.id);
    let (ahead, past): (Vec<_>, Vec<_>) = meetings
        .iter()
        .filter_map(|meeting| {
            let invitation = invitations.iter().find(|one| one.meeting_id == meeting.id)?;
            Some((meeting, invitation))
        })
        .partition(|(meeting, _)| phase(meeting, now).is_ahead());
    let lines = |meetings: &[(&Meeting, &Invitation)]| {
        html! { ul.programme-lines { @for one in meetings { (line(visitor, programme, *one, now)) } } }
    };
    let past: Vec<_> = past.into_iter().rev().collect();
    let body = html! {
        div class={ "organising accent-" (programme.accent) } {
            header {
                h1 { (words.openings_list()) }
                p.lead { (words.openings_list_lead()) }
            }
            @if meetings.is_empty() {
                (empty(&words.openings_none(), &words.openings_none_text(), &button_link(&words.openings_new(), &new)))
            } @else {
                p { (button_link(&words.openings_new(), &new)) }
            }
            @if !ahead.is_empty() {
                section { h2 { (words.programmes_coming()) } (lines(&ahead)) }
            }
            @if !past.is_empty() {
                section { h2 { (words.openings_past()) } (lines(&past)) }
            }
        }
    };
    visitor.page(
        &words.openings_list(),
        None,
        &programmes::trail(visitor, programme),
        body,
    )
}

fn line(
    visitor: &Visitor,
    programme: &Programme,
    (meeting, invitation): (&Meeting, &Invitation),
    now: Timestamp,
) -> Markup {
    let words = visitor.words();
    let offer = offer(meeting, invitation, now);
    html! {
        li {
            a href={ "/programmes/" (programme.id) "/openings/" (meeting.id) } { (meeting.title) }
            span.small {
                (when(visitor, meeting)) " · " (words.openings_coming(invitation.taken))
                @if let Some(places) = places(visitor, offer) { " · " (places) }
                @if meeting.published_at.is_none() { " · " strong { (words.calendar_draft_word()) } }
                @if phase(meeting, now) == Phase::Cancelled { " · " strong { (words.meetings_cancelled()) } }
            }
        }
    }
}
