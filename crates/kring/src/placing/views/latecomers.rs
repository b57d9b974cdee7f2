//! Placing those who came late: who waits, in which group they fit and why, who would move, and what keeps somebody out.

use std::collections::{BTreeMap, BTreeSet};

use maud::{Markup, html};
use ui::{Problems, Tone, button_link, empty, hidden, notice};

use super::board::{Board, Circle, Row, with};
use super::composing::{problems, tell, trail};
use super::strengths::{rule, sizes, strengths};
use crate::placing::arrivals::Obstacle;
use crate::placing::question::seat_field;
use crate::placing::worth::Worth;
use crate::placing::{Circle as Group, Known};
use crate::programmes::Programme;
use crate::web::{Html, Posted, Visitor};
use crate::words::Words;

/// The form as it stands.
pub(in crate::placing) struct Late<'a> {
    pub(in crate::placing) programme: &'a Programme,
    pub(in crate::placing) known: &'a [Known],
    /// Names of everybody who takes part, by id.
    pub(in crate::placing) names: &'a BTreeMap<&'a str, &'a str>,
    /// The groups that somebody is in.
    pub(in crate::placing) circles: &'a [Group],
    /// In which group everybody is who is in one, by its number.
    pub(in crate::placing) homes: &'a BTreeMap<&'a str, usize>,
    pub(in crate::placing) waiting: &'a BTreeSet<&'a str>,
    pub(in crate::placing) posted: &'a Posted,
    pub(in crate::placing) problems: &'a Problems,
    /// What the form is worth, and what keeps those who have no group out of each.
    pub(in crate::placing) answered: Option<Weighed<'a>>,
}

type Weighed<'a> = (&'a Worth, &'a BTreeMap<String, Vec<Obstacle>>);

impl Late<'_> {
    fn path(&self, part: &str) -> String {
        format!("/programmes/{}/{part}", self.programme.id)
    }
}

pub(in crate::placing) fn latecomers(visitor: &Visitor, late: &Late<'_>) -> Html {
    let words = visitor.words();
    let body = html! {
        div class={ "organising composing accent-" (late.programme.accent) } {
            header {
                h1 { (words.placing_late_title()) }
                @if !late.waiting.is_empty() { p.lead { (words.placing_late_lead(late.waiting.len())) } }
            }
            (problems(words, late.problems))
            @if late.waiting.is_empty() {
                (empty(
                    &words.placing_late_none(),
                    &words.placing_late_none_text(),
                    &button_link(&words.placing_title(), &late.path("people")),
                ))
            } @else if late.circles.is_empty() {
                (empty(
                    &words.placing_late_no_groups(),
                    &words.placing_late_no_groups_text(),
                    &button_link(&words.placing_compose_title(), &late.path("composing")),
                ))
            } @else { (form(visitor, late)) }
        }
    };
    visitor.page(
        &words.placing_late_title(),
        None,
        &trail(visitor, late.programme),
        body,
    )
}

fn form(visitor: &Visitor, late: &Late<'_>) -> Markup {
    let words = visitor.words();
    html! {
        form.planning-form method="post" action=(late.path("latecomers")) {
            // Enter in a field presses the first button of a form: that one must place nobody.
            button.visually-hidden type="submit" name="do" value="count" tabindex="-1" aria-hidden="true" {}
            (hidden("version", late.posted.text("version")))
            @if let Some(weighed) = late.answered {
                section #groups aria-labelledby="groups-title" {
                    h2 id="groups-title" { (words.placing_compose_proposal()) }
                    (board(visitor, late, weighed).page(&late.path("latecomers/score")))
                    (decide(words, late))
                }
            }
            (asked(words, late))
        }
    }
}

/// In a sentence: who moves, or that somebody has no place.
fn summary(words: &Words, late: &Late<'_>, unplaced: &BTreeMap<String, Vec<Obstacle>>) -> Markup {
    let goes = |id: &str, home: usize| {
        let home = late.circles.get(home);
        let chosen = late.posted.get(&seat_field(id));
        chosen.is_some_and(|chosen| home.is_some_and(|home| home.id.0 != chosen))
    };
    let movers = late.homes.iter().filter(|(id, home)| goes(id, **home)).count();
    html! {
        @if !unplaced.is_empty() {
            (notice(Tone::Warning, &html! {
                p { (words.placing_late_stuck(unplaced.len())) }
                p { (words.placing_late_stuck_text()) }
            }))
        } @else if movers > 0 {
            (notice(Tone::Calm, &html! { p { (words.placing_late_movers(movers)) } }))
        } @else {
            (notice(Tone::Good, &html! { p { (words.placing_late_nobody_moves()) } }))
        }
    }
}

/// The parts of the page that say what the form as it stands is worth.
pub(in crate::placing) fn latecomers_score(visitor: &Visitor, late: &Late<'_>, weighed: Weighed<'_>) -> Html {
    board(visitor, late, weighed).score().into()
}

fn board<'a>(visitor: &'a Visitor, late: &'a Late<'a>, (worth, unplaced): Weighed<'a>) -> Board<'a> {
    let words = visitor.words();
    let rows = unplaced
        .iter()
        .map(|(id, obstacles)| row(visitor, late, id, obstacles_of(visitor, late, obstacles)));
    let waiting = Circle {
        value: String::new(),
        title: words.placing_late_not_yet(),
        round: None,
        fields: html! {},
        notes: Vec::new(),
        stays: Vec::new(),
        rows: rows.collect(),
    };
    let groups = late.circles.iter().zip(&worth.groups).map(|(circle, round)| {
        let (rows, stays): (Vec<&String>, Vec<&String>) = round
            .people
            .iter()
            .partition(|id| worth.reasons.contains_key(*id));
        let reasons = |id: &String| {
            let told = worth.reasons.get(id).map(Vec::as_slice).unwrap_or_default();
            Board::reasons((words, visitor.language), late.names, told, true)
        };
        Circle {
            value: circle.id.0.clone(),
            title: circle.name.clone(),
            round: Some(round),
            fields: html! {},
            notes: Vec::new(),
            stays: stays
                .into_iter()
                .filter_map(|id| late.names.get(id.as_str()).copied())
                .collect(),
            rows: rows
                .into_iter()
                .map(|id| row(visitor, late, id, reasons(id)))
                .collect(),
        }
    });
    Board {
        words,
        language: visitor.language,
        worth,
        counts: false,
        summary: summary(words, late, unplaced),
        circles: [waiting].into_iter().chain(groups).collect(),
    }
}

fn row<'a>(visitor: &Visitor, late: &'a Late<'a>, id: &'a str, reasons: Markup) -> Row<'a> {
    let from = late.homes.get(id).and_then(|at| late.circles.get(*at));
    let told = |what: &str| {
        let known = late
            .known
            .iter()
            .find(|one| one.person_id == id && one.what == what);
        known.map(|one| one.value.as_str())
    };
    let about = [told("function"), told("organisation")];
    let about: Vec<&str> = about.into_iter().flatten().collect();
    Row {
        id,
        name: late.names.get(id).copied().unwrap_or_default(),
        about: if from.is_none() && about.is_empty() {
            visitor.words().placing_late_new()
        } else {
            about.join(" · ")
        },
        from: from.map(|circle| (circle.id.0.as_str(), circle.name.as_str())),
        reasons,
    }
}

/// Group by group what keeps somebody out of it.
fn obstacles_of(visitor: &Visitor, late: &Late<'_>, obstacles: &[Obstacle]) -> Markup {
    let words = visitor.words();
    let told = |obstacle: &Obstacle| {
        let full = obstacle.full.map(|count| words.placing_late_full(count));
        let broken = obstacle.broken.iter().map(|told| {
            format!(
                "{}{}",
                rule(words, told.offer),
                with((words, visitor.language), late.names, told)
            )
        });
        full.into_iter().chain(broken).collect::<Vec<_>>().join("; ")
    };
    html! {
        ul {
            @for (circle, obstacle) in late.circles.iter().zip(obstacles) {
                @if *obstacle == Obstacle::default() {
                    li.placing-kept { (words.placing_late_fits(&circle.name)) }
                } @else {
                    li.placing-unmet { (words.placing_late_no(&circle.name)) " " (told(obstacle)) }
                }
            }
        }
    }
}

fn decide(words: &Words, late: &Late<'_>) -> Markup {
    html! {
        (tell(words, late.posted))
        div.planning-buttons {
            button.button type="submit" name="do" value="place" { (words.placing_late_place()) }
            button.button.quiet.placing-count type="submit" name="do" value="count" { (words.placing_compose_count()) }
        }
        p.small { (words.placing_note()) }
    }
}

/// Sizes and rules, below the proposal that they led to.
fn asked(words: &Words, late: &Late<'_>) -> Markup {
    let form = (late.posted, late.problems);
    let is_open = late.answered.is_none();
    html! {
        details.placing-asked open[is_open] {
            summary { (words.placing_compose_asked()) }
            div.placing-asked-fields {
                (sizes(words, &["best", "most"], form))
                (strengths(words, form, false))
                div { button.button.quiet type="submit" name="do" value="propose" { (words.placing_compose_other()) } }
            }
        }
    }
}
