//! The start page: all methods.

use maud::{Markup, html};
use session::Catalogue;
use session::model::Method;
use ui::locale::sort_by_text;
use ui::{Card, card};

use super::overview;
use crate::methods::timeline::Timeline;
use crate::web::{Html, Visitor};

/// All methods, in alphabetical order.
pub(in crate::methods) fn list(visitor: &Visitor, catalogue: &Catalogue) -> Html {
    let words = visitor.words();
    let mut methods: Vec<&Method> = catalogue.methods().collect();
    sort_by_text(visitor.language, &mut methods, |method| {
        method.name.get(visitor.speech())
    });
    let body = html! {
        section.hero {
            h1 { (words.methods_title()) }
            p.lead { (words.methods_lead()) }
        }
        section {
            h2 { (words.methods_all()) " " span.count { (words.methods_count(methods.len())) } }
            div.cards { @for method in &methods { (method_card(visitor, method)) } }
        }
    };
    visitor.page(&words.methods_title(), Some(&words.methods_lead()), &[], body)
}

fn method_card(visitor: &Visitor, method: &Method) -> Markup {
    let timeline = Timeline::of(method);
    card(&Card {
        title: method.name.get(visitor.speech()).to_owned(),
        href: format!("/methods/{}", method.id),
        summary: method.summary.get(visitor.speech()).to_owned(),
        picture: Some(overview::method_dial(visitor, &timeline, false)),
        detail: overview::short_facts(visitor, method, &timeline),
    })
}
