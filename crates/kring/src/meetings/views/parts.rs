//! Small parts of the page of a meeting, some of which other slices show too.

use maud::{Markup, html};
use ui::locale::{date, near_date, noon, short_month, time};

use crate::cases::Case;
use crate::id::PersonId;
use crate::meetings::rules::Phase;
use crate::meetings::{Action, InLanguage, Invitation, Meeting, Outcome};
use crate::web::Visitor;
use crate::words::Words;

/// "maandag 23 november, 14:00–15:30".
pub(crate) fn moment(visitor: &Visitor, meeting: &Meeting) -> String {
    let (starts, ends) = (meeting.starts(), meeting.ends());
    visitor.words().meetings_moment(
        near_date(visitor.language, starts),
        time(visitor.language, starts),
        time(visitor.language, ends),
    )
}

/// Where people meet.
pub(crate) fn place(visitor: &Visitor, meeting: &Meeting) -> String {
    match (&meeting.place, &meeting.online) {
        (Some(place), _) => place.clone(),
        (None, Some(_)) => visitor.words().meetings_online(),
        (None, None) => visitor.words().meetings_no_place(),
    }
}

/// A meeting in a list: its date as a leaf of a calendar, its name as the link.
pub(crate) fn line(visitor: &Visitor, meeting: &Meeting, phase: Phase) -> Markup {
    let words = visitor.words();
    html! {
        li class={ "meeting-line accent-" (meeting.accent) } {
            (leaf(visitor, meeting))
            div {
                a href={ "/meetings/" (meeting.id) } { (meeting.title) }
                p.small {
                    (moment(visitor, meeting)) " · " (place(visitor, meeting))
                    @match phase {
                        Phase::Now => { " · " strong { (words.meetings_now()) } }
                        Phase::Cancelled => { " · " strong { (words.meetings_cancelled()) } }
                        Phase::Planned | Phase::Over => {}
                    }
                    @if meeting.published_at.is_none() { " · " strong { (words.calendar_draft_word()) } }
                }
            }
        }
    }
}

/// Day and month, large. The line beside it says the date in full, so a screen reader skips this.
fn leaf(visitor: &Visitor, meeting: &Meeting) -> Markup {
    let local = ui::locale::local(meeting.starts());
    html! {
        div.leaf aria-hidden="true" {
            span.leaf-day { (local.day()) }
            span.leaf-month { (short_month(visitor.language, meeting.starts())) }
        }
    }
}

/// What people are going to do. `whose` shows the name of each.
pub(crate) fn action_list(visitor: &Visitor, actions: &[Action], whose: bool) -> Markup {
    let words = visitor.words();
    html! {
        ul.actions {
            @for action in actions {
                li class={ "action " (action.state) } {
                    p.action-what {
                        @if whose { strong { (action.name) ": " } }
                        (action.what)
                    }
                    p.small {
                        @if let Some(date) = &action.until { (words.meetings_action_until(until(visitor, date))) }
                        @else { (words.meetings_action_sometime()) }
                        @match (action.state.as_str(), action.progress.as_deref()) {
                            ("done", _) => { " · " (words.meetings_action_done()) }
                            ("dropped", _) => { " · " (words.meetings_action_dropped()) }
                            (_, Some("half")) => { " · " (words.meetings_action_half()) }
                            (_, Some("not_done")) => { " · " (words.meetings_action_not_yet()) }
                            _ => {}
                        }
                        @if !whose {
                            " · " a href={ "/meetings/" (action.meeting_id) } { (action.meeting) }
                        }
                        @if let Some(cause) = &action.cause_id {
                            " · " a href={ "/causes/" (cause) } { (words.meetings_case_cause()) }
                        }
                    }
                }
            }
        }
    }
}

/// A stored date in words; what cannot be read is shown as it stands.
fn until(visitor: &Visitor, text: &str) -> String {
    noon(text).map_or_else(|| text.to_owned(), |noon| date(visitor.language, noon))
}

/// The invitation to an open meeting.
pub(crate) fn invitation(visitor: &Visitor, invitation: &Invitation) -> Markup {
    let (words, language) = (visitor.words(), visitor.language);
    let (questions, written_in) = invitation.questions_in(language);
    let dd = |(text, language): InLanguage<'_>| html! { dd lang=(language) { (text) } };
    html! {
        dl.invitation {
            dt { (words.meetings_invitation_goal()) }
            (dd(invitation.goal_in(language)))
            dt { (words.meetings_invitation_audience()) }
            (dd(invitation.audience_in(language)))
            dt { (words.meetings_invitation_questions()) }
            dd lang=(written_in) { ul { @for question in questions.lines() { li { (question) } } } }
            dt { (words.meetings_invitation_time()) }
            (dd(invitation.time_asked_in(language)))
        }
    }
}

/// What was said at a meeting and prepared for it; what somebody may not see is not in it.
#[derive(Default)]
pub(crate) struct Said {
    /// Bottlenecks that the group takes apart for it: id and effect.
    pub(crate) bottlenecks: Vec<(String, String)>,
    /// Prepared cases.
    pub(crate) cases: Vec<Case>,
    /// Results.
    pub(crate) outcomes: Vec<Outcome>,
    /// What people are going to do.
    pub(crate) actions: Vec<Action>,
    /// They have not accepted the agreements yet; until then the words of others are not in it.
    pub(crate) awaits: bool,
}

/// The way to the bottlenecks that prepare a meeting.
pub(super) fn prepared(visitor: &Visitor, bottlenecks: &[(String, String)]) -> Markup {
    html! {
        @if !bottlenecks.is_empty() {
            section {
                h2 { (visitor.words().meetings_bottlenecks()) }
                ul { @for (id, effect) in bottlenecks { li { a lang="nl" href={ "/bottlenecks/" (id) } { (effect) } } } }
            }
        }
    }
}

/// What comes after a case on a list: that it is there for another time, or for its owner the way to sharing what they learned.
pub(super) fn case_next(words: &Words, case: &Case, viewer: &PersonId) -> Markup {
    html! {
        @match case.state.as_str() {
            "spare" => { " · " (words.meetings_case_spare()) },
            "treated" if case.is_of(viewer) => {
                " · " a href={ "/library/cases/" (case.id) } { (words.library_share_case()) }
            },
            _ => {},
        }
    }
}
