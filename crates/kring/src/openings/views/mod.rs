//! HTML of the openings slice.

mod crowd;
mod form;
mod front;
mod list;
mod own;

use maud::{Markup, html};
use ui::{Field, Icon, Problems, locale, mail_field, text_field};

use super::Opening;
use super::rules::Offer;
use crate::meetings::Meeting;
use crate::web::{LINE, Posted, Visitor};

pub(super) use crowd::{Crowd, crowd};
pub(super) use form::{Draft, form};
pub(super) use front::{Front, asked, front};
pub(super) use list::list;
pub(super) use own::{Own, own};

/// "dinsdag 15 december 2026, 19:30–21:00 uur".
fn when(visitor: &Visitor, meeting: &Meeting) -> String {
    let language = visitor.language;
    visitor.words().calendar_when(
        locale::date(language, meeting.starts()),
        locale::time(language, meeting.starts()),
        locale::time(language, meeting.ends()),
    )
}

/// When, where, and how many can still come.
fn facts(visitor: &Visitor, opening: &Opening, offer: Offer) -> Vec<(Icon, String)> {
    let meeting = &opening.meeting;
    let mut facts = vec![
        (Icon::Clock, when(visitor, meeting)),
        (Icon::Place, crate::meetings::views::place(visitor, meeting)),
    ];
    facts.extend(places(visitor, offer).map(|line| (Icon::People, line)));
    facts
}

/// How many can still come, in words; `None` when that is no question.
fn places(visitor: &Visitor, offer: Offer) -> Option<String> {
    let words = visitor.words();
    match offer {
        Offer::Place(Some(free)) => Some(words.openings_free(free)),
        Offer::Place(None) => Some(words.openings_free_for_all()),
        Offer::Line(ahead) => Some(words.openings_full(ahead)),
        Offer::Draft | Offer::Closed | Offer::Cancelled | Offer::Over => None,
    }
}

/// Who somebody is: name, address, and where they work.
fn who(visitor: &Visitor, posted: &Posted, problems: &Problems, labels: &[String; 2]) -> Markup {
    let words = visitor.words();
    let field = |name, label, hint| Field {
        name,
        label,
        hint,
        value: posted.text(name),
        problem: problems.of(name),
    };
    let (organisation, optional) = (words.openings_organisation(), words.forms_optional());
    let [name, mail] = labels;
    html! {
        (text_field(&field("name", name, ""), LINE))
        (mail_field(&field("mail", mail, "")))
        (text_field(&field("organisation", &organisation, &optional), LINE))
    }
}
