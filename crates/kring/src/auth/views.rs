//! HTML of the auth slice.

use maud::html;
use ui::{button, button_link};

use crate::web::{Html, Visitor};

/// How to sign in, for somebody who came to a page that needs it.
pub(super) fn explain(visitor: &Visitor, demo: bool) -> Html {
    let words = visitor.words();
    let body = html! {
        section.quiet-page {
            h1 { (words.auth_title()) }
            p.lead { (words.auth_explanation()) }
            @if demo {
                p { (words.auth_demo()) }
                p { (button_link(&words.auth_demo_choose(), "/demo")) }
            }
        }
    };
    visitor.page(&words.auth_title(), None, &[], body)
}

/// One button. A link in a mail is opened by scanners too; they press no buttons.
pub(super) fn offer(visitor: &Visitor, token: &str) -> Html {
    let words = visitor.words();
    let body = html! {
        section.quiet-page {
            h1 { (words.auth_offer_title()) }
            p.lead { (words.auth_offer_text()) }
            form method="post" action={ "/sign-in/" (token) } { (button(&words.auth_offer_button())) }
            p.small { (words.auth_offer_note()) }
        }
    };
    visitor.page(&words.auth_offer_title(), None, &[], body)
}

/// The link does not work; which of the three reasons it is stays inside.
pub(super) fn refused(visitor: &Visitor) -> Html {
    let words = visitor.words();
    let body = html! {
        section.quiet-page {
            h1 { (words.auth_refused_title()) }
            p.lead { (words.auth_refused_text()) }
            p { (button_link(&words.errors_home(), "/")) }
        }
    };
    visitor.page(&words.auth_refused_title(), None, &[], body)
}
