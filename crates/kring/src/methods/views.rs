//! HTML of the methods slice.

use maud::html;
use session::Catalogue;
use session::model::Method;
use ui::Crumb;

use crate::web::{Html, Visitor};

pub(super) fn list(visitor: &Visitor, catalogue: &Catalogue) -> Html {
    let words = visitor.words();
    let body = html! {
        h1 { (words.methods_title()) }
        ul {
            @for method in catalogue.methods() {
                li { a href={ "/methods/" (method.id) } { (method.name.get(visitor.speech())) } }
            }
        }
    };
    visitor.page(&words.methods_title(), None, &[], body)
}

pub(super) fn show(visitor: &Visitor, method: &Method) -> Html {
    let trail = [Crumb {
        name: visitor.words().shell_methods(),
        href: "/".to_owned(),
    }];
    let name = method.name.get(visitor.speech());
    visitor.page(
        name,
        Some(method.summary.get(visitor.speech())),
        &trail,
        html! { h1 { (name) } },
    )
}
