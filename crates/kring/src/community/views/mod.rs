//! HTML of the community slice.

mod directory;
mod list;
mod thread;

use jiff::Timestamp;
use maud::{Markup, html};
use ui::locale::{near_date, time};
use ui::{Crumb, Tone, notice};

use super::Place;
use crate::web::Visitor;

pub(super) use directory::{Found, chat, directory, mine};
pub(super) use list::{fresh, list};
pub(super) use thread::{Shown, own, thread};

/// The way to the threads of a place.
fn trail(visitor: &Visitor, place: &Place, to_list: bool) -> Vec<Crumb> {
    let words = visitor.words();
    let mut trail = vec![
        Crumb {
            name: words.shell_my(),
            href: "/my".to_owned(),
        },
        Crumb {
            name: place.name().to_owned(),
            href: place.home(),
        },
    ];
    if to_list {
        trail.push(Crumb {
            name: words.community_title(),
            href: format!("{}/threads", place.home()),
        });
    }
    trail
}

fn moment(visitor: &Visitor, at: i64) -> String {
    let at = Timestamp::from_microsecond(at).unwrap_or_default();
    let words = visitor.words();
    words.community_moment(near_date(visitor.language, at), time(visitor.language, at))
}

/// What does not belong here, and where it does.
fn no_cases(visitor: &Visitor, place: &Place) -> Markup {
    let words = visitor.words();
    let (href, link) = match &place.group_id {
        Some(_) => (place.home(), words.community_cases_group()),
        None => ("/my".to_owned(), words.community_cases_my()),
    };
    notice(
        Tone::Calm,
        &html! {
            p { (words.community_no_cases()) }
            p { a href=(href) { (link) } }
        },
    )
}

/// Links to the pages of a list.
fn pager(visitor: &Visitor, here: &str, (page, pages): (i64, i64)) -> Markup {
    let words = visitor.words();
    html! {
        @if pages > 1 {
            nav.pager aria-label=(words.community_pages()) {
                @if page > 1 { a rel="prev" href={ (here) "?page=" (page - 1) } { (words.community_earlier()) } }
                span { (words.community_page(page, pages)) }
                @if page < pages { a rel="next" href={ (here) "?page=" (page + 1) } { (words.community_later()) } }
            }
        }
    }
}
