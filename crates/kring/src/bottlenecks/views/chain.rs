//! One cause and everything that came of it: from the bottleneck over the question, what the group found and what was advised, to
//! what people do.

use jiff::Timestamp;
use maud::{Markup, html};
use session::model::{ResultKind, Word as _};
use ui::locale::{and_list, near_date};
use ui::{button_link, hidden};

use super::{above, trail_inside};
use crate::bottlenecks::asking::may_ask;
use crate::bottlenecks::chain::{Followed, Loaded};
use crate::bottlenecks::pages::Seen;
use crate::bottlenecks::rules::Act;
use crate::meetings::rules::{Phase, phase};
use crate::meetings::{Action, Outcome, views as meeting_views};
use crate::web::{Html, Visitor};

/// What the page shows.
pub(in crate::bottlenecks) struct Chained<'a> {
    pub(in crate::bottlenecks) seen: &'a Seen,
    pub(in crate::bottlenecks) loaded: &'a Loaded,
    /// The present moment.
    pub(in crate::bottlenecks) now: Timestamp,
}

pub(in crate::bottlenecks) fn chain(visitor: &Visitor, shown: &Chained<'_>) -> Html {
    let words = visitor.words();
    let (bottleneck, cause) = (&shown.seen.bottleneck, &shown.loaded.cause);
    let body = html! {
        div class={ "briefs accent-" (bottleneck.accent) } {
            header {
                p.kicker { (words.bottlenecks_chain()) }
                h1 lang="nl" dir="auto" { (cause.text) }
            }
            ol.bone-chain {
                li {
                    h2 { (words.bottlenecks_chain_bottleneck()) }
                    p lang="nl" { a href=(bottleneck.href()) { (bottleneck.effect) } }
                }
                li {
                    h2 { (words.bottlenecks_chain_cause()) }
                    p.small lang="nl" { (above(cause, &shown.loaded.causes)) }
                    p lang="nl" dir="auto" {
                        a href={ (bottleneck.href()) "#c-" (cause.id) } { (cause.text) }
                        @if cause.votes > 0 { " " strong.bone-votes { (words.bottlenecks_votes(cause.votes)) } }
                    }
                }
                @match &shown.loaded.followed {
                    Some(followed) => (self::followed(visitor, shown, followed)),
                    None => (not_yet(visitor, shown)),
                }
            }
        }
    };
    visitor.page(
        &words.bottlenecks_chain(),
        None,
        &trail_inside(visitor, shown.seen),
        body,
    )
}

fn not_yet(visitor: &Visitor, shown: &Chained<'_>) -> Markup {
    let words = visitor.words();
    let cause = &shown.loaded.cause;
    html! {
        li {
            h2 { (words.bottlenecks_chain_question()) }
            @if may_ask(shown.seen, cause) {
                p { (words.bottlenecks_no_question()) }
                p { (button_link(&words.bottlenecks_ask(), &format!("/causes/{}/question", cause.id))) }
            } @else { p { (words.bottlenecks_no_question_yet()) } }
        }
    }
}

fn followed(visitor: &Visitor, shown: &Chained<'_>, followed: &Followed) -> Markup {
    let words = visitor.words();
    let meeting = &followed.meeting;
    let day = near_date(visitor.language, meeting.starts());
    html! {
        li {
            h2 { (words.bottlenecks_chain_question()) }
            @if let Some(case) = &followed.case {
                p lang="nl" { strong { (case.title) } br; (case.question) }
                p.small { (words.meetings_case_of(and_list(visitor.language, &case.names().collect::<Vec<_>>()))) }
            }
            @if followed.standing.is_some() {
                p { a href={ "/meetings/" (meeting.id) } { (words.bottlenecks_at_meeting(meeting.title.as_str(), day)) } }
            }
            @if phase(meeting, shown.now) == Phase::Over && may_ask(shown.seen, &shown.loaded.cause) {
                p { a href={ "/causes/" (shown.loaded.cause.id) "/question" } { (words.bottlenecks_ask_again()) } }
            }
        }
        (found(visitor, &followed.outcomes))
        @if followed.sees_outcome && phase(meeting, shown.now) == Phase::Over { (actions(visitor, shown, followed)) }
    }
}

/// What the group found, in the order in which one follows from the other.
fn found(visitor: &Visitor, outcomes: &[Outcome]) -> Markup {
    let words = visitor.words();
    let kinds = [
        (ResultKind::CoreQuestion, words.meetings_kind_core_question()),
        (ResultKind::Insight, words.meetings_kind_insight()),
        (ResultKind::Advice, words.meetings_kind_advice()),
        (ResultKind::Idea, words.meetings_kind_idea()),
        (ResultKind::Lesson, words.meetings_kind_lesson()),
    ];
    html! {
        @for (kind, label) in kinds {
            @let of_kind: Vec<&Outcome> = outcomes.iter().filter(|outcome| outcome.kind == kind.word()).collect();
            @if !of_kind.is_empty() {
                li {
                    h2 { (label) }
                    ul { @for outcome in of_kind { li lang="nl" dir="auto" { (outcome.text) } } }
                }
            }
        }
    }
}

fn actions(visitor: &Visitor, shown: &Chained<'_>, followed: &Followed) -> Markup {
    let words = visitor.words();
    let cause = &shown.loaded.cause;
    let (own, others): (Vec<&Action>, Vec<&Action>) = followed
        .actions
        .iter()
        .partition(|action| action.cause_id.as_ref() == Some(&cause.id));
    let linked: Vec<Action> = own.iter().map(|action| (*action).clone()).collect();
    let can_link = shown.seen.may(Act::FollowUp) && !followed.actions.is_empty();
    html! {
        li id="actions" {
            h2 { (words.meetings_actions()) }
            @if linked.is_empty() { p { (words.bottlenecks_no_actions()) } }
            @else { (meeting_views::action_list(visitor, &linked, true)) }
            @if can_link {
                details {
                    summary { (words.bottlenecks_link_actions()) }
                    form.planning-form method="post" action={ "/causes/" (cause.id) "/actions" } {
                        (hidden("sent", "yes"))
                        fieldset.field.options {
                            legend { (words.bottlenecks_link_label()) }
                            @for (number, action) in own.iter().chain(&others).enumerate() {
                                label.option for={ "action-" (number) } {
                                    input type="checkbox" id={ "action-" (number) } name={ "action-" (number) } value=(action.id)
                                        checked[action.cause_id.as_ref() == Some(&cause.id)];
                                    span { (action.name) ": " span lang="nl" { (action.what) } }
                                }
                            }
                        }
                        div { button.button.quiet type="submit" { (words.bottlenecks_save()) } }
                    }
                }
            }
        }
    }
}
