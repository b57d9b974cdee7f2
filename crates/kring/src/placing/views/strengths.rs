//! What an organiser asks of groups: how large they are, and what counts how much.

use maud::{Markup, html};
use ui::{Choice, Field, Problems, choice_field, hidden, number_field};

use crate::placing::question::{OFFERS, Offer, SIZES, STRENGTHS};
use crate::web::Posted;
use crate::words::Words;

/// The rule that stands in a row of the form, as a sentence.
pub(super) fn rule(words: &Words, offer: Offer) -> String {
    match offer.field {
        "apart" => words.placing_rule_apart(),
        "organisation" => words.placing_rule_organisation(),
        "slot" => words.placing_rule_slot(),
        "together" => words.placing_rule_together(),
        "language" => words.placing_rule_language(),
        "region" => words.placing_rule_region(),
        "coach" => words.placing_rule_coach(),
        "experience" => words.placing_rule_experience(),
        "mix" => words.placing_rule_mix(),
        _ => words.placing_rule_alone(),
    }
}

fn strength(words: &Words, word: &str) -> String {
    match word {
        "always" => words.placing_strength_always(),
        "strong" => words.placing_strength_strong(),
        "normal" => words.placing_strength_normal(),
        "light" => words.placing_strength_light(),
        _ => words.placing_strength_off(),
    }
}

/// The sizes, by their fields.
pub(super) fn sizes(
    words: &Words,
    fields: &[&'static str],
    (posted, problems): (&Posted, &Problems),
) -> Markup {
    let (least, most) = (narrow(SIZES.0), narrow(SIZES.1));
    let label = |name: &str| match name {
        "least" => words.placing_compose_least(),
        "best" => words.placing_compose_best(),
        _ => words.placing_compose_most(),
    };
    html! {
        fieldset {
            legend { (words.placing_compose_size()) }
            div.field-row {
                @for name in fields {
                    @let label = label(name);
                    @let field = Field {
                        name,
                        label: &label,
                        hint: "",
                        value: posted.text(name),
                        problem: problems.of(name),
                    };
                    (number_field(&field, least, most))
                }
            }
        }
    }
}

/// How much each rule counts; the one about coaches stands there when there are coaches.
pub(super) fn strengths(
    words: &Words,
    (posted, problems): (&Posted, &Problems),
    with_coaches: bool,
) -> Markup {
    let (shown, carried): (Vec<Offer>, Vec<Offer>) = OFFERS
        .into_iter()
        .partition(|offer| with_coaches || offer.field != "coach");
    let strengths = STRENGTHS.map(|(word, _)| Choice {
        value: word.to_owned(),
        label: strength(words, word),
    });
    html! {
        fieldset {
            legend { (words.placing_compose_rules()) }
            p.hint { (words.placing_compose_rules_hint()) }
            div.placing-rules {
                @for offer in shown {
                    @let label = rule(words, offer);
                    @let field = Field {
                        name: offer.field,
                        label: &label,
                        hint: "",
                        value: posted.text(offer.field),
                        problem: problems.of(offer.field),
                    };
                    (choice_field(&field, &strengths))
                }
            }
            @for offer in carried { (hidden(offer.field, posted.text(offer.field))) }
        }
    }
}

/// For a field, which knows no number below zero.
pub(super) fn narrow(number: i64) -> u32 {
    u32::try_from(number).unwrap_or(0)
}
