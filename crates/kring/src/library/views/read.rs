//! One entry: for its owner how it stands and what comes next, for whoever checks it what is to be checked, for others what they found.

use maud::{Markup, html};
use session::Catalogue;
use ui::locale::{date, noon};
use ui::{Field, Tone, button, button_link, hidden, long_field, notice};

use super::experience::{Experience, experience};
use super::labels::{asked, stands};
use super::moment;
use super::search::labelled;
use crate::library::Entry;
use crate::library::checking::MOST;
use crate::library::guard::Spot;
use crate::library::pages::Seen;
use crate::library::rules::{Act, Shelf, State};
use crate::library::text::{QUESTIONS, Text};
use crate::privacy;
use crate::web::{Html, Visitor};
use crate::words::Words;

/// What the page shows.
pub(in crate::library) struct Read<'a> {
    pub(in crate::library) seen: &'a Seen,
    /// What its owner works on, for them and whoever checks it, when it is not what others read.
    pub(in crate::library) draft: Option<Text>,
    /// What others read, for who may.
    pub(in crate::library) public: Option<Text>,
    /// What the guard sees in it, for whoever checks it.
    pub(in crate::library) spots: Vec<Spot>,
    /// What whoever checked it asked.
    pub(in crate::library) question: Option<String>,
    pub(in crate::library) methods: &'a Catalogue,
    /// A question that was not taken, and why.
    pub(in crate::library) refused: Option<(String, String)>,
    pub(in crate::library) experience: Experience,
}

pub(in crate::library) fn read(visitor: &Visitor, shown: &Read<'_>) -> Html {
    let (words, entry) = (visitor.words(), &shown.seen.entry);
    let title = shown
        .public
        .iter()
        .chain(&shown.draft)
        .map(|text| text.of("title"));
    let title = title.into_iter().find(|title| !title.is_empty());
    let is_inside = shown.seen.is_owner() || shown.draft.is_some();
    let body = html! {
        article class={ "library accent-" (entry.accent) } {
            header {
                p.kicker {
                    (entry.programme)
                    @if is_inside { " · " (stands(words, &entry.state, &entry.shelf)) }
                }
                h1 {
                    @match title {
                        Some(title) => span lang="nl" { (title) },
                        None => (words.briefs_untitled()),
                    }
                }
            }
            @if shown.seen.is_owner() { (next(visitor, shown)) }
            @if shown.seen.may(Act::Judge) { (judging(words, shown)) }
            @if let Some(draft) = &shown.draft {
                section aria-labelledby="draft-title" {
                    h2 id="draft-title" { (words.library_draft()) }
                    (answers(visitor, shown.methods, draft))
                }
            }
            @if let Some(public) = &shown.public {
                section aria-labelledby="public-title" {
                    @if is_inside { h2 id="public-title" { (words.library_public()) } }
                    @else { h2.visually-hidden id="public-title" { (words.library_public()) } }
                    (answers(visitor, shown.methods, public))
                    (since(visitor, entry))
                }
            }
            @if entry.shelf() == Shelf::Open && shown.seen.may(Act::Read) { (experience(visitor, shown.seen, &shown.experience)) }
            @if shown.seen.may(Act::Own) { (own(words, entry)) }
        }
    };
    let trail = if shown.seen.is_owner() {
        super::to_mine(visitor)
    } else {
        super::to_library(visitor)
    };
    visitor.page(title.unwrap_or(&words.library_one()), None, &trail, body)
}

fn answers(visitor: &Visitor, methods: &Catalogue, text: &Text) -> Markup {
    let words = visitor.words();
    let method = text.method.as_deref().and_then(|id| methods.get(id));
    html! {
        dl.library-answers {
            @for question in &QUESTIONS {
                @let answer = text.of(question.name);
                @if question.name != "title" && !answer.is_empty() {
                    div { dt { (asked(words, question.name).0) } dd.library-text lang="nl" dir="auto" { (answer) } }
                }
                @if let ("approach", Some(method)) = (question.name, method) {
                    div {
                        dt { (words.library_method()) }
                        dd { a href={ "/methods/" (method.id) } { (method.name.get(visitor.speech())) } }
                    }
                }
            }
            @if let Some(job) = &text.job { div { dt { (words.library_job()) } dd lang="nl" { (job) } } }
        }
        (labelled(words, text))
    }
}

/// Since when it is there, and until when its owner stands for it.
fn since(visitor: &Visitor, entry: &Entry) -> Markup {
    let words = visitor.words();
    let review = entry.review_on.as_deref().and_then(noon);
    html! {
        @if let Some(at) = entry.published_at {
            p.small {
                (words.library_since(date(visitor.language, moment(at))))
                @if let Some(review) = review { " " (words.library_until(date(visitor.language, review))) }
            }
        }
    }
}

/// One clear next step for its owner.
fn next(visitor: &Visitor, shown: &Read<'_>) -> Markup {
    let (words, entry) = (visitor.words(), &shown.seen.entry);
    let to = |part: &str| format!("/library/entries/{}/{part}", entry.id);
    let is_asked = entry.shelf() == Shelf::Resting || entry.asked_at.is_some();
    let write = |label: String| html! { p { (button_link(&label, &to("text"))) } };
    let post = |label: String, part: &str| {
        html! { form method="post" action=(to(part)) { (button(&label)) } }
    };
    let (text, action) = match (entry.state(), entry.shelf()) {
        (State::Checking, _) if shown.seen.checkers.is_empty() => {
            (words.library_no_checker(), post(words.library_recall(), "recall"))
        }
        (State::Checking, _) => (
            words.library_next_checking(),
            post(words.library_recall(), "recall"),
        ),
        (State::Returned, _) => (words.library_next_returned(), write(words.briefs_answer())),
        (State::Draft, Shelf::Open) => (words.library_next_changing(), write(words.briefs_go_on())),
        (State::Draft, _) => (words.library_next_draft(), write(words.briefs_go_on())),
        (State::Approved, _) if is_asked => (
            words.library_next_again(),
            html! { (post(words.library_still(), "review")) p { a href=(to("text")) { (words.library_change()) } } },
        ),
        (State::Approved, _) => (
            words.library_next_open(),
            html! { p { a href=(to("text")) { (words.library_change()) } } },
        ),
        (State::Withdrawn, _) => return html! {},
    };
    let is_urgent = entry.state() == State::Returned || (is_asked && entry.state() == State::Approved);
    html! {
        (notice(if is_urgent { Tone::Warning } else { Tone::Calm }, &html! {
            p { (text) }
            @if let Some(question) = &shown.question {
                p.library-text lang="nl" dir="auto" { "“" (question) "”" }
            }
            (action)
        }))
    }
}

/// Saying that nobody can be recognised, or asking first; with what the guard sees.
fn judging(words: &Words, shown: &Read<'_>) -> Markup {
    let entry = &shown.seen.entry;
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
    let version = entry.version.to_string();
    let count = shown.spots.len();
    html! {
        section.library-judging aria-labelledby="judging-title" {
            h2 id="judging-title" { (words.briefs_judge()) }
            p { (words.library_judge_text(entry.owner.as_str())) }
            @if count > 0 {
                p { strong { (words.privacy_saw(count)) } " " (words.library_judge_spots()) }
                ul { @for spot in &shown.spots { li { (spotted(words, shown, spot)) } } }
            }
            form method="post" action={ "/library/entries/" (entry.id) "/approval" } {
                (hidden("version", &version))
                (button(&words.library_approve()))
            }
            form.planning-form method="post" action={ "/library/entries/" (entry.id) "/question" } {
                (hidden("version", &version))
                (long_field(&field, 3, MOST))
                div { button.button.quiet type="submit" { (words.briefs_return()) } }
            }
        }
    }
}

fn spotted(words: &Words, shown: &Read<'_>, spot: &Spot) -> Markup {
    let text = shown.draft.as_ref().or(shown.public.as_ref());
    let text = text.map_or("", |text| text.of(spot.field));
    let finding = &spot.finding;
    html! {
        mark lang="nl" dir="auto" { (privacy::piece(text, finding.start, finding.end)) }
        " " span.small {
            (privacy::kind(finding.kind, words)) " (" (privacy::certainty(finding.certainty, words)) ") · "
            (asked(words, spot.field).0)
        }
    }
}

/// For whom it is, and taking it back.
fn own(words: &Words, entry: &Entry) -> Markup {
    let (now, other, scope) = if entry.scope == "organisation" {
        (
            words.library_for_organisation(entry.organisation.as_str()),
            words.library_make_programme(),
            "programme",
        )
    } else {
        (
            words.library_for_programme(entry.programme.as_str()),
            words.library_make_organisation(entry.organisation.as_str()),
            "organisation",
        )
    };
    html! {
        section.library-own aria-labelledby="own-title" {
            h2 id="own-title" { (words.library_consented()) }
            p { (now) }
            form method="post" action={ "/library/entries/" (entry.id) "/consent" } {
                (hidden("scope", scope))
                button.button.quiet type="submit" { (other) }
            }
            p { a.quiet href={ "/library/entries/" (entry.id) "/withdrawal" } { (words.library_withdraw()) } }
        }
    }
}

/// What is lost by taking it back.
pub(in crate::library) fn withdrawal(visitor: &Visitor, entry: &Entry) -> Html {
    let words = visitor.words();
    let body = html! {
        div class={ "library accent-" (entry.accent) } {
            header { h1 { (words.library_withdraw()) } }
            p { (words.library_withdraw_lost()) }
            p { (words.library_withdraw_kept()) }
            form.actions-row method="post" action={ "/library/entries/" (entry.id) "/withdrawal" } {
                (button(&words.library_withdraw_now()))
                a.button.quiet href={ "/library/entries/" (entry.id) } { (words.briefs_withdraw_not()) }
            }
        }
    };
    visitor.page(&words.library_withdraw(), None, &super::to_mine(visitor), body)
}
