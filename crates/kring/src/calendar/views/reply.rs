//! The page of the link in an invitation: do you come?

use maud::{Markup, html};
use ui::{Icon, Tone, facts, notice};

use crate::calendar::letters::{title, when};
use crate::calendar::{Details, Given};
use crate::web::{Html, Visitor};

pub(in super::super) fn reply(
    visitor: &Visitor,
    meeting: &Details,
    given: &Given,
    name: &str,
    is_open: bool,
) -> Html {
    let words = visitor.words();
    let title = title(visitor.language, meeting);
    let mut lines = vec![(Icon::Clock, when(visitor.language, meeting))];
    lines.extend(meeting.place.clone().map(|place| (Icon::Place, place)));
    let body = html! {
        div.planning {
            header {
                p.kicker { (words.calendar_reply_for(name)) }
                h1 { (title) }
                (facts(&lines))
            }
            (said(visitor, given))
            @if is_open {
                form.planning-form method="post" {
                    fieldset {
                        legend { (words.calendar_reply_question()) }
                        div.planning-buttons {
                            button.button type="submit" name="comes" value="yes" { (words.calendar_reply_yes()) }
                        }
                        div.field {
                            label for="reason" { (words.calendar_reply_reason()) }
                            p.hint id="reason-hint" { (words.calendar_reply_reason_hint()) }
                            input type="text" id="reason" name="reason" maxlength="1000" aria-describedby="reason-hint"
                                value=(given.reason.as_deref().unwrap_or_default());
                        }
                        div.planning-buttons {
                            button.button.quiet type="submit" name="comes" value="no" { (words.calendar_reply_no()) }
                        }
                    }
                }
            } @else {
                (notice(Tone::Calm, &html! { p { (closed(visitor, meeting)) } }))
            }
            p { a href={ "/meetings/" (meeting.id) } { (words.calendar_all_of_it()) } }
        }
    };
    visitor.page(&title, None, &[], body)
}

fn said(visitor: &Visitor, given: &Given) -> Markup {
    let words = visitor.words();
    let line = match (given.state.as_str(), given.answered_at) {
        ("expected", Some(_)) => words.calendar_said_yes(),
        ("declined", _) => words.calendar_said_no(),
        _ => return html! {},
    };
    notice(Tone::Good, &html! { p role="status" { (line) } })
}

fn closed(visitor: &Visitor, meeting: &Details) -> String {
    let words = visitor.words();
    if meeting.state == "cancelled" {
        words.calendar_is_cancelled()
    } else {
        words.calendar_reply_too_late()
    }
}
