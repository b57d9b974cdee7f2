//! Who has experience with what an entry tells, and asking them.

use maud::{Markup, html};
use ui::{Tone, hidden, notice};

use crate::library::pages::Seen;
use crate::library::store::Offer;
use crate::web::Visitor;

/// Who may be asked about an entry.
#[derive(Clone, Debug, Default)]
pub(in crate::library) struct Experience {
    pub(in crate::library) offers: Vec<Offer>,
    /// Somebody was asked just before.
    pub(in crate::library) has_asked: bool,
}

pub(super) fn experience(visitor: &Visitor, seen: &Seen, shown: &Experience) -> Markup {
    let words = visitor.words();
    let here = format!("/library/entries/{}", seen.entry.id);
    let is_in = shown.offers.iter().any(|offer| offer.person_id == seen.person);
    let others = || shown.offers.iter().filter(|offer| offer.person_id != seen.person);
    html! {
        section.library-experience id="experience" aria-labelledby="experience-title" {
            h2 id="experience-title" { (words.library_experience()) }
            @if shown.has_asked { (notice(Tone::Calm, &html! { p { (words.library_has_asked()) } })) }
            @if others().next().is_some() { p.small { (words.library_ask_note()) } }
            ul.library-people {
                @for offer in others() {
                    li {
                        span { strong { (offer.name) } @if let Some(job) = &offer.job { " · " span lang="nl" { (job) } } }
                        form method="post" action={ (here) "/asks" } {
                            (hidden("person", &offer.person_id.0))
                            button.button.quiet type="submit" { (words.library_ask(offer.name.as_str())) }
                        }
                    }
                }
            }
            form method="post" action={ (here) "/offers" } {
                @if is_in {
                    p { (words.library_offered()) }
                    (hidden("offers", "no"))
                    button.button.quiet type="submit" { (words.library_offer_off()) }
                } @else {
                    p { (words.library_offer_text()) }
                    (hidden("offers", "yes"))
                    button.button.quiet type="submit" { (words.library_offer()) }
                }
            }
        }
    }
}
