//! What goes with a meeting: its papers, and the way to those who speak.

use maud::{Markup, html};

use super::page::Shown;
use crate::meetings::rules::{Standing, may_plan};
use crate::web::Visitor;

/// What there is to read, and the way to add something.
pub(super) fn papers(visitor: &Visitor, shown: &Shown<'_>) -> Markup {
    let words = visitor.words();
    let here = format!("/meetings/{}/papers", shown.meeting.id);
    let adds = may_plan(shown.standing) || shown.standing == Standing::Speaker;
    html! {
        @if adds || !shown.papers.is_empty() {
            section id="papers" {
                h2 { (words.papers_title()) }
                @if shown.papers.is_empty() { p.small { (words.papers_none()) } }
                ul {
                    @for paper in &shown.papers {
                        li {
                            @if let Some(link) = &paper.link { a href=(link) rel="nofollow noopener noreferrer" { (paper.title) } }
                            @else { a href={ "/papers/" (paper.id) } download { (paper.title) } }
                        }
                    }
                }
                p { a href=(here) { @if adds { (words.papers_to_add()) } @else { (words.papers_to()) } } }
            }
        }
    }
}

/// The way to those who speak, for whoever plans.
pub(super) fn to_speakers(visitor: &Visitor, shown: &Shown<'_>) -> Markup {
    html! {
        @if may_plan(shown.standing) && shown.phase.is_ahead() {
            p { a href={ "/meetings/" (shown.meeting.id) "/speakers" } { (visitor.words().speakers_to()) } }
        }
    }
}
