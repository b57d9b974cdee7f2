//! The programmes that somebody organises.

use maud::{Markup, html};
use ui::{Crumb, button_link, empty};

use super::state;
use crate::programmes::Programme;
use crate::web::{Html, Visitor};

pub(in crate::programmes) fn list(visitor: &Visitor, programmes: &[Programme], may_make: bool) -> Html {
    let words = visitor.words();
    let new = html! { @if may_make { (button_link(&words.programmes_new(), "/programmes/new")) } };
    let body = html! {
        div.organising {
            header { h1 { (words.programmes_mine()) } }
            @if programmes.is_empty() {
                (empty(&words.programmes_none_title(), &words.programmes_none_text(), &new))
            } @else {
                div { (new) }
                ul.programme-lines { @for programme in programmes { (line(visitor, programme)) } }
            }
        }
    };
    let my = Crumb {
        name: words.shell_my(),
        href: "/my".to_owned(),
    };
    visitor.page(&words.programmes_mine(), None, &[my], body)
}

fn line(visitor: &Visitor, programme: &Programme) -> Markup {
    let words = visitor.words();
    html! {
        li class={ "accent-" (programme.accent) } {
            a href={ "/programmes/" (programme.id) } lang="nl" { (programme.name) }
            span.small {
                span.state data-state=(programme.state) { (state(words, &programme.state)) }
                " · " (programme.organisation) " · " span lang="nl" { (programme.region) }
            }
        }
    }
}
