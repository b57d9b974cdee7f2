//! The causes as nested lists: everything that the drawing shows, for a keyboard, a screen reader and a telephone.

use maud::{Markup, html};

use crate::bottlenecks::Cause;
use crate::bottlenecks::pages::{Board, Seen};
use crate::bottlenecks::rules::{Act, DEEPEST};
use crate::bottlenecks::tree::{Spot, beside};
use crate::web::Visitor;

/// What every line of it needs.
struct Drawn<'a> {
    visitor: &'a Visitor,
    seen: &'a Seen,
    board: &'a Board,
}

pub(super) fn outline(visitor: &Visitor, seen: &Seen, board: &Board) -> Markup {
    let words = visitor.words();
    let drawn = Drawn { visitor, seen, board };
    html! {
        section.bone-outline id="outline" aria-labelledby="outline-title" data-part="outline" {
            h2 id="outline-title" { (words.bottlenecks_outline()) }
            @for category in &board.categories {
                @let spot = Spot::Category(category.id.clone());
                @let causes = beside(&spot, &board.causes);
                section.bone-category {
                    h3 lang="nl" { (category.name) }
                    @if causes.is_empty() { p.small { (words.bottlenecks_nothing_yet()) } }
                    @else { (drawn.list(&causes, 1)) }
                    @if seen.may(Act::Add) {
                        p.small.bone-add {
                            a id={ "to-" (category.id) } data-under=(category.id) href={ (seen.bottleneck.href()) "?under=" (category.id) "#add" } {
                                (words.bottlenecks_add_here())
                                span.visually-hidden { ": " (category.name) }
                            }
                        }
                    }
                }
            }
        }
    }
}

impl Drawn<'_> {
    fn list(&self, causes: &[&Cause], depth: usize) -> Markup {
        html! {
            ol.bone-causes {
                @for cause in causes {
                    @let reasons = beside(&Spot::Cause(cause.id.clone()), &self.board.causes);
                    li id={ "c-" (cause.id) } {
                        (self.line(cause, depth))
                        @if !reasons.is_empty() && depth < DEEPEST { (self.list(&reasons, depth + 1)) }
                    }
                }
            }
        }
    }

    fn line(&self, cause: &Cause, depth: usize) -> Markup {
        let words = self.visitor.words();
        html! {
            div.bone-line {
                span.bone-text lang="nl" dir="auto" { (cause.text) }
                @if cause.votes > 0 { " " strong.bone-votes { (words.bottlenecks_votes(cause.votes)) } }
                span.bone-tools.small {
                    @if let Some(author) = &cause.author { span { (author) } }
                    @if self.seen.may(Act::Add) { (self.tools(cause, depth)) }
                    @if self.seen.may(Act::FollowUp) {
                        a id={ "go-" (cause.id) } href={ "/causes/" (cause.id) } {
                            (words.bottlenecks_to_chain()) span.visually-hidden { ": " (cause.text) }
                        }
                    }
                }
            }
        }
    }

    fn tools(&self, cause: &Cause, depth: usize) -> Markup {
        let words = self.visitor.words();
        html! {
            @if depth < DEEPEST {
                a id={ "to-" (cause.id) } data-under=(cause.id) href={ (self.seen.bottleneck.href()) "?under=" (cause.id) "#add" } {
                    (words.bottlenecks_why()) span.visually-hidden { " " (cause.text) }
                }
            }
            a id={ "edit-" (cause.id) } href={ "/causes/" (cause.id) "/text" } {
                (words.bottlenecks_edit()) span.visually-hidden { ": " (cause.text) }
            }
        }
    }
}
