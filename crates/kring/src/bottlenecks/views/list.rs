//! The diagrams of a group.

use jiff::Timestamp;
use maud::html;
use ui::locale::near_date;
use ui::{Crumb, button_link, empty};

use super::state;
use crate::bottlenecks::Line;
use crate::groups::Group;
use crate::web::{Html, Visitor};

pub(in crate::bottlenecks) fn list(visitor: &Visitor, group: &Group, lines: &[Line]) -> Html {
    let words = visitor.words();
    let to_new = format!("/groups/{}/bottlenecks/new", group.id);
    let begin = button_link(&words.bottlenecks_new(), &to_new);
    let body = html! {
        div class={ "briefs accent-" (group.accent) } {
            header {
                h1 { (words.bottlenecks_title()) }
                p.lead { (words.bottlenecks_lead()) }
            }
            @if lines.is_empty() { (empty(&words.bottlenecks_none(), &words.bottlenecks_none_text(), &begin)) }
            @else {
                ul.brief-lines {
                    @for line in lines {
                        li {
                            a href={ "/bottlenecks/" (line.id) } lang="nl" { (line.effect) }
                            span.state data-state=(line.state) { (state(words, &line.state)) }
                            span.small {
                                (words.bottlenecks_causes(line.causes)) " · "
                                (near_date(visitor.language, Timestamp::from_microsecond(line.made_at).unwrap_or_default()))
                            }
                        }
                    }
                }
                p { (begin) }
            }
        }
    };
    let trail = [Crumb {
        name: group.name.clone(),
        href: format!("/groups/{}", group.id),
    }];
    visitor.page(&words.bottlenecks_title(), None, &trail, body)
}
