//! A case that two people own: asking somebody, being asked, and agreeing with what is shared.

use maud::{Markup, html};
use ui::{Choice, Crumb, Field, button, choice_field, hidden};

use super::to_mine;
use crate::briefs::Brief;
use crate::briefs::pages::Seen;
use crate::id::PersonId;
use crate::web::{Html, Visitor};
use crate::words::Words;

/// Whose it is, and asking somebody else along.
pub(super) fn owners(words: &Words, seen: &Seen, companions: &[(PersonId, String)]) -> Markup {
    let brief = &seen.brief;
    let action = format!("/cases/{}/owners", brief.id);
    let is_first = brief.owner_id == seen.person;
    html! {
        @match (&brief.second, brief.second_since) {
            (Some(second), Some(_)) => p.small { (words.briefs_together(brief.owner.as_str(), second.as_str())) },
            (Some(second), None) => form.actions-row method="post" action=(action) {
                p.small { (words.briefs_asked_along(second.as_str())) }
                button.button.quiet type="submit" name="person" value="" { (words.briefs_not_along()) }
            },
            _ if is_first && !companions.is_empty() => (asking(words, &action, companions)),
            _ => {},
        }
    }
}

fn asking(words: &Words, action: &str, companions: &[(PersonId, String)]) -> Markup {
    let choices: Vec<Choice> = companions
        .iter()
        .map(|(person, name)| Choice {
            value: person.0.clone(),
            label: name.clone(),
        })
        .collect();
    let (label, hint) = (words.briefs_along(), words.briefs_along_help());
    let field = Field {
        name: "person",
        label: &label,
        hint: &hint,
        value: "",
        problem: None,
    };
    html! {
        details.brief-along {
            summary { (words.briefs_along_title()) }
            form.planning-form method="post" action=(action) {
                (choice_field(&field, &choices))
                div { button.button.quiet type="submit" { (words.briefs_along_ask()) } }
            }
        }
    }
}

/// Agreeing with the text that the other one proposed.
pub(super) fn agreeing(words: &Words, brief: &Brief) -> Markup {
    html! {
        form.actions-row method="post" action={ "/cases/" (brief.id) "/agreement" } {
            (hidden("version", &brief.version.to_string()))
            (button(&words.briefs_agree()))
            a.button.quiet href={ "/cases/" (brief.id) "/sharing" } { (words.briefs_answer()) }
        }
    }
}

/// The page for whoever is asked: what it means, and nothing of the case.
pub(in crate::briefs) fn joining(visitor: &Visitor, brief: &Brief) -> Html {
    let words = visitor.words();
    let body = html! {
        div class={ "briefs accent-" (brief.accent) } {
            header {
                p.kicker { (brief.group_name) }
                h1 { (words.briefs_join()) }
                p.lead { (words.briefs_join_lead(brief.owner.as_str())) }
            }
            p { (words.briefs_join_text()) }
            form.actions-row method="post" action={ "/cases/" (brief.id) "/joining" } {
                button.button type="submit" name="do" value="yes" { (words.briefs_join_yes()) }
                button.button.quiet type="submit" name="do" value="no" { (words.briefs_join_no()) }
            }
        }
    };
    let trail: &[Crumb] = &to_mine(visitor);
    visitor.page(&words.briefs_join(), None, trail, body)
}
