//! Who saw a case and what was done with it, for its owners.

use maud::{Markup, html};
use ui::locale::{near_date, time};

use crate::briefs::pages::moment;
use crate::briefs::store::Noted;
use crate::briefs::trail::Deed;
use crate::web::Visitor;
use crate::words::Words;

/// The lines, the newest first.
pub(super) fn trail(visitor: &Visitor, lines: &[Noted]) -> Markup {
    let words = visitor.words();
    html! {
        details.brief-trail {
            summary { (words.briefs_trail()) }
            p.small { (words.briefs_trail_text()) }
            @if lines.is_empty() { p { (words.briefs_trail_none()) } }
            @else {
                ol {
                    @for line in lines {
                        @let at = moment(line.at);
                        li {
                            span.small { (near_date(visitor.language, at)) ", " (time(visitor.language, at)) }
                            " " (told(words, line))
                        }
                    }
                }
            }
        }
    }
}

fn told(words: &Words, line: &Noted) -> String {
    let administrator = || words.briefs_trail_administrator();
    let name = line.name.clone().unwrap_or_else(administrator);
    match Deed::from_word(&line.deed) {
        Some(Deed::Read) => words.briefs_trail_read(name),
        Some(Deed::Shared) => words.briefs_trail_shared(name),
        Some(Deed::Agreed) => words.briefs_trail_agreed(name),
        Some(Deed::Approved) => words.briefs_trail_approved(name),
        Some(Deed::Returned) => words.briefs_trail_returned(name),
        Some(Deed::Joined) => words.briefs_trail_joined(name),
        Some(Deed::Withdrawn) => words.briefs_trail_withdrawn(name),
        Some(Deed::Opened) => words.briefs_trail_opened(name, line.reason.as_deref().unwrap_or_default()),
        Some(Deed::Lost) => words.briefs_trail_lost(name),
        // A newer version knows what it was.
        None => name,
    }
}
