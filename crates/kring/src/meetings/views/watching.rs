//! Who only watches a meeting, to choose beforehand.

use maud::{Markup, html};
use ui::hidden;
use ui::locale::sort_by_text;

use super::page::Shown;
use crate::cases::Case;
use crate::id::PersonId;
use crate::meetings::Attendant;
use crate::meetings::rules::can_watch;
use crate::web::Visitor;

/// Who only watches, folded away: most meetings have nobody who does.
pub(super) fn watching(visitor: &Visitor, shown: &Shown<'_>) -> Markup {
    let words = visitor.words();
    let action = format!("/meetings/{}/watching", shown.meeting.id);
    let owners: Vec<&PersonId> = shown.said.cases.iter().flat_map(Case::owners).collect();
    let can = shown
        .attendants
        .iter()
        .filter(|person| can_watch(person, &owners));
    let mut people: Vec<&Attendant> = can.collect();
    sort_by_text(visitor.language, &mut people, |person| person.name.as_str());
    let (watch, others): (Vec<_>, Vec<_>) = people.into_iter().partition(|person| person.role == "observer");
    html! {
        details.watching id="watching" {
            summary { (words.meetings_watching()) }
            p.small { (words.meetings_watching_text()) }
            @if !others.is_empty() {
                form method="post" action=(action) {
                    (hidden("watches", "yes"))
                    div.field {
                        label for="watching-person" { (words.meetings_watching_who()) }
                        select id="watching-person" name="person" required {
                            option value="" { (words.meetings_watching_choose()) }
                            @for person in others { option value=(person.person_id.0) { (person.name) } }
                        }
                    }
                    button.button.quiet type="submit" { (words.meetings_only_watches()) }
                }
            }
            @for person in watch {
                form method="post" action=(action) {
                    (hidden("person", &person.person_id.0))
                    (hidden("watches", "no"))
                    button.button.quiet type="submit" { (words.meetings_takes_part(&person.name)) }
                }
            }
        }
    }
}
