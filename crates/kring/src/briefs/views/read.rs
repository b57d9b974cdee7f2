//! One brief: how it stands and what comes next for its owner, what is shared for the others.

use maud::{Markup, html};
use session::Catalogue;
use ui::locale::{near_date, time};
use ui::{Choice, Crumb, Field, Tone, button, button_link, choice_field, hidden, long_field, notice};

use super::{Allowed, asked, to_mine};
use crate::briefs::Brief;
use crate::briefs::pages::{Seen, moment};
use crate::briefs::rules::{Act, Readers, State};
use crate::briefs::store::{Ahead, Noted};
use crate::briefs::template::{Answers, questions};
use crate::id::PersonId;
use crate::library::{self, Near};
use crate::web::{Html, Visitor};
use crate::words::Words;

/// What the page shows.
pub(in crate::briefs) struct Read<'a> {
    pub(in crate::briefs) seen: &'a Seen,
    /// What the owner wrote: for them alone.
    pub(in crate::briefs) own: Option<Answers>,
    /// What is shared, as far as this reader may know it.
    pub(in crate::briefs) shared: Answers,
    /// What the facilitator asked.
    pub(in crate::briefs) question: Option<String>,
    pub(in crate::briefs) around: &'a Around,
    pub(in crate::briefs) methods: &'a Catalogue,
    /// A question that was not taken, and why.
    pub(in crate::briefs) refused: Option<(String, String)>,
    /// What others shared that reads alike, for its owner.
    pub(in crate::briefs) near: Vec<Near>,
    /// Whether it was treated.
    pub(in crate::briefs) is_treated: bool,
}

/// What stands around it. All but the meetings is for its owners.
#[derive(Debug, Default)]
pub(in crate::briefs) struct Around {
    /// Meetings it can be brought to.
    pub(in crate::briefs) ahead: Vec<Ahead>,
    /// What its owners allow.
    pub(in crate::briefs) allowed: Vec<Allowed>,
    /// Who could own it as well.
    pub(in crate::briefs) companions: Vec<(PersonId, String)>,
    /// What happened to it.
    pub(in crate::briefs) trail: Vec<Noted>,
}

pub(in crate::briefs) fn read(visitor: &Visitor, shown: &Read<'_>) -> Html {
    let (words, brief) = (visitor.words(), &shown.seen.brief);
    let title = [&shown.shared, shown.own.as_ref().unwrap_or(&shown.shared)]
        .iter()
        .map(|answers| answers.of("title").to_owned())
        .find(|title| !title.is_empty())
        .unwrap_or_else(|| words.briefs_untitled());
    let body = html! {
        article class={ "briefs accent-" (brief.accent) } {
            header {
                p.kicker { (brief.group_name) " · " (stands(words, &brief.state, None)) }
                h1 lang="nl" { (title) }
                @if !shown.seen.is_owner() { p.lead { (by(words, brief)) } }
            }
            (for_owner(visitor, shown))
            @if shown.seen.may(Act::Judge) { (judging(words, shown)) }
            @if shown.seen.may(Act::Read) { (answers(words, &shared_title(words, brief), &brief.template, &shown.shared)) }
            @if let Some(own) = &shown.own { (own_text(words, brief, own)) }
            (library::near(visitor, &shown.near))
            (about(visitor, shown))
            @if shown.seen.is_owner() { (super::consents::form(words, brief, &shown.around.allowed)) }
            @if shown.seen.is_owner() { (super::owning::owners(words, shown.seen, &shown.around.companions)) }
            @if shown.seen.may(Act::Bring) { (bringing(visitor, shown)) }
            @if shown.seen.is_owner() { (super::trail::trail(visitor, &shown.around.trail)) }
            @if shown.seen.may(Act::Withdraw) {
                p { a.quiet href={ "/cases/" (brief.id) "/withdrawal" } { (words.briefs_withdraw()) } }
            }
        }
    };
    let trail: Vec<Crumb> = if shown.seen.is_owner() {
        to_mine(visitor).to_vec()
    } else {
        vec![
            Crumb {
                name: brief.group_name.clone(),
                href: format!("/groups/{}", brief.group_id),
            },
            Crumb {
                name: words.briefs_of_group(),
                href: format!("/groups/{}/cases", brief.group_id),
            },
        ]
    };
    visitor.page(&words.briefs_one(), None, &trail, body)
}

/// What an owner can do now.
fn for_owner(visitor: &Visitor, shown: &Read<'_>) -> Markup {
    let here = format!("/library/cases/{}", shown.seen.brief.id);
    html! {
        @if shown.seen.is_owner() {
            (next(visitor, shown))
            @if shown.is_treated { p { (button_link(&visitor.words().library_share_case(), &here)) } }
        }
    }
}

/// How far it is, in words; `listed` is what the list of its meeting says.
pub(super) fn stands(words: &Words, state: &str, listed: Option<&str>) -> String {
    match (State::from_word(state), listed) {
        (_, Some("treated")) => words.briefs_state_treated(),
        (Some(State::Approved), Some("ready")) => words.briefs_state_listed(),
        (Some(State::Draft), _) => words.briefs_state_draft(),
        (Some(State::Agreeing), _) => words.briefs_state_agreeing(),
        (Some(State::Checking), _) => words.briefs_state_checking(),
        (Some(State::Returned), _) => words.briefs_state_returned(),
        (Some(State::Approved), _) => words.briefs_state_approved(),
        (Some(State::Withdrawn) | None, _) => words.briefs_state_withdrawn(),
    }
}

/// One clear next step for its owner.
fn next(visitor: &Visitor, shown: &Read<'_>) -> Markup {
    let (words, brief) = (visitor.words(), &shown.seen.brief);
    let to = |part: &str| format!("/cases/{}/{part}", brief.id);
    let (text, link) = match (brief.state(), brief.readers()) {
        (State::Draft | State::Returned, Readers::Owner) => (
            words.briefs_next_alone(),
            Some((words.briefs_go_on(), to("text"))),
        ),
        (State::Draft, _) => (
            words.briefs_next_draft(),
            Some((words.briefs_share(), to("sharing"))),
        ),
        (State::Agreeing, _) => (agreed(words, brief, is_to_agree(shown.seen)), None),
        (State::Returned, _) => (
            words.briefs_next_returned(),
            Some((words.briefs_answer(), to("sharing"))),
        ),
        (State::Checking, _) if shown.seen.may(Act::Judge) => (words.briefs_next_own_check(), None),
        (State::Checking, _) => (words.briefs_next_checking(), None),
        (State::Approved, _) if brief.meeting_id.is_some() => (words.briefs_next_listed(), None),
        (State::Approved, _) => (words.briefs_next_approved(), None),
        (State::Withdrawn, _) => return html! {},
    };
    html! {
        (notice(if brief.state() == State::Returned { Tone::Warning } else { Tone::Calm }, &html! {
            p { (text) }
            @if let Some(question) = &shown.question {
                p.brief-text lang="nl" dir="auto" { "“" (question) "”" }
            }
            @if let Some((label, href)) = link { p { (button_link(&label, &href)) } }
            @if is_to_agree(shown.seen) { (super::owning::agreeing(words, brief)) }
        }))
    }
}

/// Whether it waits for this person to agree with what the other owner proposed.
fn is_to_agree(seen: &Seen) -> bool {
    seen.may(Act::Agree) && seen.brief.proposed_by.as_ref() != Some(&seen.person)
}

fn agreed(words: &Words, brief: &Brief, is_mine: bool) -> String {
    // The other one is whoever did not propose it, or did.
    let is_first = brief.proposed_by.as_ref() == Some(&brief.owner_id);
    let second = brief.second.as_deref().unwrap_or_default();
    let other = if is_first == is_mine {
        brief.owner.as_str()
    } else {
        second
    };
    if is_mine {
        words.briefs_next_agree(other)
    } else {
        words.briefs_next_agreeing(other)
    }
}

/// Whose it is.
fn by(words: &Words, brief: &Brief) -> String {
    match (&brief.second, brief.second_since) {
        (Some(second), Some(_)) => words.briefs_by_two(brief.owner.as_str(), second.as_str()),
        _ => words.briefs_by(brief.owner.as_str()),
    }
}

/// Saying that nobody can be recognised, or asking first.
fn judging(words: &Words, shown: &Read<'_>) -> Markup {
    let brief = &shown.seen.brief;
    let (typed, problem) = match &shown.refused {
        Some((typed, problem)) => (typed.as_str(), Some(problem.as_str())),
        None => ("", None),
    };
    let (label, hint) = (words.briefs_ask(), words.briefs_ask_help());
    let field = Field {
        name: "question",
        label: &label,
        hint: &hint,
        value: typed,
        problem,
    };
    let version = brief.version.to_string();
    html! {
        section.brief-judging aria-labelledby="judging-title" {
            h2 id="judging-title" { (words.briefs_judge()) }
            p { (words.briefs_judge_text()) }
            form method="post" action={ "/cases/" (brief.id) "/approval" } {
                (hidden("version", &version))
                (button(&words.briefs_approve()))
            }
            form.planning-form method="post" action={ "/cases/" (brief.id) "/question" } {
                (hidden("version", &version))
                (long_field(&field, 3, 1_000))
                div { button.button.quiet type="submit" { (words.briefs_return()) } }
            }
        }
    }
}

fn answers(words: &Words, heading: &str, template: &str, answers: &Answers) -> Markup {
    html! {
        section {
            h2 { (heading) }
            dl.brief-answers {
                @for question in questions(template) {
                    @let answer = answers.of(question.name);
                    @if question.name != "title" && !answer.is_empty() {
                        div { dt { (asked(words, question.name).0) } dd.brief-text lang="nl" dir="auto" { (answer) } }
                    }
                }
            }
        }
    }
}

fn shared_title(words: &Words, brief: &Brief) -> String {
    match brief.state() {
        State::Agreeing => words.briefs_shared_proposed(),
        _ => words.briefs_shared(),
    }
}

fn own_title(words: &Words, brief: &Brief) -> String {
    match brief.second_since {
        Some(_) => words.briefs_own_both(),
        None => words.briefs_own_only(),
    }
}

fn own_text(words: &Words, brief: &Brief, own: &Answers) -> Markup {
    html! {
        details.brief-own open[brief.shared.is_none()] {
            summary { (words.briefs_own()) }
            (answers(words, &own_title(words, brief), &brief.template, own))
            p { a href={ "/cases/" (brief.id) "/text" } { (words.briefs_go_on()) } }
        }
    }
}

/// Who reads it, how much it presses, which method.
fn about(visitor: &Visitor, shown: &Read<'_>) -> Markup {
    let (words, brief) = (visitor.words(), &shown.seen.brief);
    let method = brief.method.as_deref().and_then(|id| shown.methods.get(id));
    html! {
        ul.brief-about {
            li { (super::write::reader(words, brief.readers())) }
            li { (super::write::urgency(words, brief.urgency)) }
            @if brief.depth > 0 { li { (super::write::depth(words, brief.depth)) } }
            @if let Some(method) = method { li { (words.briefs_likes(method.name.get(visitor.speech()))) } }
        }
    }
}

/// To which meeting it goes.
fn bringing(visitor: &Visitor, shown: &Read<'_>) -> Markup {
    let (words, brief) = (visitor.words(), &shown.seen.brief);
    let mut meetings = vec![Choice {
        value: String::new(),
        label: words.briefs_no_meeting(),
    }];
    meetings.extend(shown.around.ahead.iter().map(|meeting| {
        let at = moment(meeting.starts_at);
        Choice {
            value: meeting.id.0.clone(),
            label: format!(
                "{} · {}, {}",
                meeting.title,
                near_date(visitor.language, at),
                time(visitor.language, at)
            ),
        }
    }));
    let (label, hint) = (words.briefs_meeting(), words.briefs_meeting_help());
    let field = Field {
        name: "meeting",
        label: &label,
        hint: &hint,
        value: brief.meeting_id.as_ref().map_or("", |meeting| meeting.0.as_str()),
        problem: None,
    };
    html! {
        form.planning-form method="post" action={ "/cases/" (brief.id) "/meeting" } {
            (choice_field(&field, &meetings))
            div { button.button.quiet type="submit" { (words.briefs_bring()) } }
        }
    }
}

/// What is lost by taking it back.
pub(in crate::briefs) fn withdrawal(visitor: &Visitor, brief: &Brief, key_since: Option<i64>) -> Html {
    let words = visitor.words();
    let body = html! {
        div class={ "briefs accent-" (brief.accent) } {
            header { h1 { (words.briefs_withdraw()) } }
            p { (words.briefs_withdraw_lost()) }
            p {
                (words.briefs_withdraw_copies())
                @if let Some(since) = key_since {
                    " " (words.briefs_withdraw_key(near_date(visitor.language, moment(since))))
                }
            }
            p { (words.briefs_withdraw_kept()) }
            form.actions-row method="post" action={ "/cases/" (brief.id) "/withdrawal" } {
                (button(&words.briefs_withdraw_now()))
                a.button.quiet href={ "/cases/" (brief.id) } { (words.briefs_withdraw_not()) }
            }
        }
    };
    let mut trail = to_mine(visitor).to_vec();
    trail.push(Crumb {
        name: words.briefs_one(),
        href: format!("/cases/{}", brief.id),
    });
    visitor.page(&words.briefs_withdraw(), None, &trail, body)
}
