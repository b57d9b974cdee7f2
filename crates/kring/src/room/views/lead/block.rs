//! One more method, or a pause, in a meeting that runs: what fits, and when the meeting would end with it.

use maud::{Markup, html};
use session::compile::{PlannedBlock, added};
use session::event::{Event, Recorded};
use session::ids::{At, Seq};
use session::model::{Kind, Method};
use session::script::Pace;
use session::{Catalogue, State};
use ui::Crumb;

use super::super::Scene;
use super::plan::after_which;
use super::time::{clock_time, length};
use crate::web::Html;

/// A method that may be added, and when the meeting would end then.
struct Choice<'c> {
    method: &'c Method,
    seconds: u32,
    ends: At,
    fits: bool,
}

pub(in crate::room) fn block(scene: &Scene<'_>, catalogue: &Catalogue) -> Html {
    let words = scene.words();
    let choices = choices(scene, catalogue);
    let (fitting, longer): (Vec<Choice<'_>>, Vec<Choice<'_>>) =
        choices.into_iter().partition(|choice| choice.fits);
    let body = html! {
        div.lead-page {
            h1 { (words.room_block()) }
            p.lead {
                @if let Some(budget) = &scene.view.budget {
                    (words.room_plan_ends(clock_time(scene, budget.expected_end), clock_time(scene, budget.planned_end)))
                } @else { (words.room_block_not_now()) }
            }
            (list(scene, &words.room_block_fits(), &fitting))
            (list(scene, &words.room_block_longer(), &longer))
            p { a.button.quiet href=(scene.address("", "")) { (words.room_back_to_room()) } }
        }
    };
    let trail = [Crumb {
        name: scene.view.title.to_owned(),
        href: scene.address("", ""),
    }];
    scene.visitor.page(&words.room_block(), None, &trail, body)
}

/// What these people can do: methods first, then the parts around them, the shortest of each on top.
fn choices<'c>(scene: &Scene<'_>, catalogue: &'c Catalogue) -> Vec<Choice<'c>> {
    let state = scene.state;
    let people = state.taking_part().len();
    let suits = |method: &&Method| {
        let enough = (usize::from(method.group.min)..=usize::from(method.group.max)).contains(&people);
        let paced = state.script.pace == Pace::Live || method.written;
        method.kind == Kind::Block || (enough && paced)
    };
    let all = catalogue.of(Kind::Method).chain(catalogue.of(Kind::Block));
    let choices = all
        .filter(suits)
        .filter_map(|method| choice(scene, method, catalogue));
    let mut choices: Vec<Choice<'c>> = choices.collect();
    choices.sort_by_key(|choice| (choice.method.kind == Kind::Block, choice.seconds));
    choices
}

/// Works the method out, and looks at the meeting as if it had been added.
fn choice<'c>(scene: &Scene<'_>, method: &'c Method, catalogue: &Catalogue) -> Option<Choice<'c>> {
    let state = scene.state;
    let planned = PlannedBlock {
        method: method.id.clone(),
        ..PlannedBlock::default()
    };
    let block = added(&state.script, &planned, after_which(scene)?, catalogue).ok()?;
    let mut then: State = state.clone();
    then.apply(&Recorded {
        seq: Seq(state.seq.0 + 1),
        at: scene.view.now,
        key: None,
        event: Event::BlockAdded(Box::new(block)),
    });
    let seconds = |state: &State| -> u32 {
        let ahead = state.ahead();
        ahead.iter().map(|step| step.seconds.unwrap_or_default()).sum()
    };
    let before = session::budget::budget(state, scene.view.now)?;
    let after = session::budget::budget(&then, scene.view.now)?;
    Some(Choice {
        method,
        seconds: seconds(&then).saturating_sub(seconds(state)),
        ends: after.expected_end,
        fits: after.expected_end <= before.planned_end,
    })
}

fn list(scene: &Scene<'_>, title: &str, choices: &[Choice<'_>]) -> Markup {
    let words = scene.words();
    let after = after_which(scene)
        .map(|block| block.0.to_string())
        .unwrap_or_default();
    html! {
        @if !choices.is_empty() {
            h2 { (title) }
            ul.lead-list {
                @for choice in choices {
                    @let name = choice.method.name.get(scene.visitor.speech());
                    @let values = [("method", choice.method.id.clone()), ("after", after.clone())];
                    li.lead-item {
                        h3 { (name) }
                        p.small { (words.room_block_ends(length(scene, choice.seconds), clock_time(scene, choice.ends))) }
                        (scene.form(&format!("form-block-{}", choice.method.id), "block", &values, &html! {
                            button.button.quiet type="submit" { (words.room_bring()) span.visually-hidden { ": " (name) } }
                        }))
                    }
                }
            }
        }
    }
}
