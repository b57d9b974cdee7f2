//! Lists of briefs: one's own, and those of a group.

use maud::{Markup, html};
use ui::locale::near_date;
use ui::{Crumb, Tone, button_link, empty, notice};

use crate::briefs::Line;
use crate::briefs::pages::moment;
use crate::groups::Group;
use crate::id::GroupId;
use crate::web::{Html, Visitor};
use crate::words::Words;

/// A brief on a list, with its title as whoever looks may read it.
pub(in crate::briefs) struct Listed {
    pub(in crate::briefs) line: Line,
    /// Empty when there is none yet; `None` when it cannot be opened.
    pub(in crate::briefs) title: Option<String>,
}

/// One's own briefs, and where one can bring a new one.
pub(in crate::briefs) fn mine(
    visitor: &Visitor,
    listed: &[Listed],
    places: &[(GroupId, String)],
    asked: &[(String, String, String)],
) -> Html {
    let words = visitor.words();
    let body = html! {
        div.briefs {
            header {
                h1 { (words.briefs_mine()) }
                p.lead { (words.briefs_mine_lead()) }
            }
            @for (id, owner, group) in asked {
                (notice(Tone::Calm, &html! {
                    p { (words.briefs_join_asked(owner.as_str(), group.as_str())) }
                    p { (button_link(&words.briefs_join_see(), &format!("/cases/{id}"))) }
                }))
            }
            @if listed.is_empty() { (empty(&words.briefs_none(), &words.briefs_none_text(), &starts(words, places))) }
            @else {
                (lines(visitor, listed, true))
                (starts(words, places))
            }
        }
    };
    let trail = [Crumb {
        name: words.shell_my(),
        href: "/my".to_owned(),
    }];
    visitor.page(&words.briefs_mine(), None, &trail, body)
}

/// A button for each group somebody can bring a case to.
fn starts(words: &Words, places: &[(GroupId, String)]) -> Markup {
    html! {
        @if places.is_empty() { p { (words.briefs_no_group()) } }
        div.actions-row {
            @for (group, name) in places {
                (button_link(&words.briefs_new_in(name.as_str()), &format!("/groups/{group}/cases/new")))
                a.button.quiet href={ "/groups/" (group) "/cases/quick" } { (words.briefs_quick_in(name.as_str())) }
            }
        }
    }
}

/// The briefs of others in a group.
pub(in crate::briefs) fn of_group(visitor: &Visitor, group: &Group, listed: &[Listed]) -> Html {
    let words = visitor.words();
    let to_new = format!("/groups/{}/cases/new", group.id);
    let to_quick = format!("/groups/{}/cases/quick", group.id);
    let body = html! {
        div class={ "briefs accent-" (group.accent) } {
            header {
                h1 { (words.briefs_of_group()) }
                p.lead { (words.briefs_of_group_lead()) }
            }
            @if listed.is_empty() { (empty(&words.briefs_group_none(), &words.briefs_group_none_text(), &html! {})) }
            @else { (lines(visitor, listed, false)) }
            p { (button_link(&words.briefs_new(), &to_new)) " " a href=(to_quick) { (words.briefs_quick()) } " · " a href="/my/cases" { (words.briefs_mine()) } }
        }
    };
    let trail = [Crumb {
        name: group.name.clone(),
        href: format!("/groups/{}", group.id),
    }];
    visitor.page(&words.briefs_of_group(), None, &trail, body)
}

fn lines(visitor: &Visitor, listed: &[Listed], is_mine: bool) -> Markup {
    let words = visitor.words();
    html! {
        ul.brief-lines {
            @for Listed { line, title } in listed {
                li {
                    a href={ "/cases/" (line.id) } lang="nl" {
                        @match title.as_deref() {
                            Some("") => (words.briefs_untitled()),
                            Some(title) => (title),
                            None => (words.briefs_locked()),
                        }
                    }
                    span.state data-state=(line.state) { (super::read::stands(words, &line.state, line.treated.as_deref())) }
                    span.small {
                        @if is_mine { (line.group_name) } @else { (line.owner) }
                        @if line.urgency > 1 { " · " (super::write::urgency(words, line.urgency)) }
                        @if let (Some(meeting), Some(at)) = (&line.meeting, line.starts_at) {
                            " · " (words.briefs_at(meeting.as_str(), near_date(visitor.language, moment(at))))
                        } @else {
                            " · " (words.briefs_changed(near_date(visitor.language, moment(line.changed_at))))
                        }
                    }
                }
            }
        }
    }
}
