//! What an owner allows to be done with a case later: two ticks, and what taking one back does.

use maud::{Markup, html};
use ui::{Field, check_field};

use crate::briefs::Brief;
use crate::briefs::consents::Use;
use crate::web::Posted;
use crate::words::Words;

/// A use, whether this owner allows it, and whether it counts because all do.
pub(in crate::briefs) type Allowed = (Use, bool, bool);

/// The ticks inside another form.
pub(super) fn ticks(words: &Words, posted: &Posted) -> Markup {
    html! {
        fieldset.brief-consents {
            legend { (words.briefs_uses()) }
            @for one in Use::ALL { (tick(words, one, !posted.text(one.field()).is_empty())) }
            p.small { (words.briefs_uses_back()) }
        }
    }
}

/// The ticks as a form of their own.
pub(super) fn form(words: &Words, brief: &Brief, allowed: &[Allowed]) -> Markup {
    html! {
        details.brief-consents {
            summary { (words.briefs_uses()) }
            form.planning-form method="post" action={ "/cases/" (brief.id) "/consents" } {
                @for (one, is_mine, counts) in allowed {
                    (tick(words, *one, *is_mine))
                    @if *is_mine && !counts { p.small { (words.briefs_uses_waits()) } }
                }
                p.small { (words.briefs_uses_back()) }
                div { button.button.quiet type="submit" { (words.briefs_uses_keep()) } }
            }
        }
    }
}

fn tick(words: &Words, one: Use, is_ticked: bool) -> Markup {
    let label = match one {
        Use::Programme => words.briefs_uses_programme(),
        Use::Library => words.briefs_uses_library(),
    };
    check_field(&Field {
        name: one.field(),
        label: &label,
        hint: "",
        value: if is_ticked { "yes" } else { "" },
        problem: None,
    })
}
