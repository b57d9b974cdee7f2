//! One's own list for a calendar: its address, a new one, none.

use jiff::Timestamp;
use maud::html;
use ui::locale::date;
use ui::{Crumb, Tone, notice};

use crate::web::{Html, Visitor};

/// The page; the address only right after it was made. `since` is in microseconds since 1970, UTC.
pub(in super::super) fn feed(visitor: &Visitor, since: Option<i64>, address: Option<&str>) -> Html {
    let words = visitor.words();
    let since = since.and_then(|since| Timestamp::from_microsecond(since).ok());
    let body = html! {
        div.planning {
            header {
                h1 { (words.calendar_feed_title()) }
                p.lead { (words.calendar_feed_lead()) }
            }
            @if let Some(address) = address {
                (notice(Tone::Good, &html! { p { (words.calendar_feed_copy()) } }))
                div.field {
                    label for="address" { (words.calendar_feed_address()) }
                    input type="url" id="address" readonly value=(address);
                }
                p.small { (words.calendar_feed_how()) }
            } @else if let Some(since) = since {
                p { (words.calendar_feed_since(date(visitor.language, since))) }
            }
            form method="post" action="/my/calendar" {
                button.button type="submit" {
                    @if since.is_some() { (words.calendar_feed_renew()) } @else { (words.calendar_feed_make()) }
                }
            }
            @if since.is_some() {
                p.small { (words.calendar_feed_renew_text()) }
                form method="post" action="/my/calendar/end" {
                    button.button.quiet type="submit" { (words.calendar_feed_end()) }
                }
            }
        }
    };
    let home = Crumb {
        name: words.shell_my(),
        href: "/my".to_owned(),
    };
    visitor.page(&words.calendar_feed_title(), None, &[home], body)
}
