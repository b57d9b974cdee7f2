//! Groups side by side, with the people in them, a menu for each, and what everything is worth.
//!
//! The live score answers the same parts as the page shows: what stands in an element with `data-live` is renewed by its name, and the
//! lists say who stands where.

use std::collections::BTreeMap;

use maud::{Markup, html};
use ui::locale::and_list;
use ui::{Language, hidden};

use super::strengths::rule;
use crate::people::views::half_day;
use crate::placing::question::{from_field, seat_field};
use crate::placing::worth::{Fit, Kept, Round, Told, Worth};
use crate::web::asset;
use crate::words::Words;

/// Half-days that are named; of more it is said how many.
const MOST_HALF_DAYS: usize = 4;
/// People who are named with a reason.
const MOST_NAMES: usize = 3;

/// Somebody on the board.
pub(super) struct Row<'a> {
    pub(super) id: &'a str,
    pub(super) name: &'a str,
    /// What they do and where, and where they come from.
    pub(super) about: String,
    /// The group they leave, when they have one: its id and its name.
    pub(super) from: Option<(&'a str, &'a str)>,
    /// What the rules say of their place, or why there is none.
    pub(super) reasons: Markup,
}

/// A group on the board.
pub(super) struct Circle<'a> {
    /// What the menus send for it.
    pub(super) value: String,
    pub(super) title: String,
    /// How it does; `None` for a place that is no group.
    pub(super) round: Option<&'a Round>,
    /// Fields above the people.
    pub(super) fields: Markup,
    /// What else is not as it should be.
    pub(super) notes: Vec<String>,
    /// Names of those who stay where they are.
    pub(super) stays: Vec<&'a str>,
    pub(super) rows: Vec<Row<'a>>,
}

/// The whole board.
pub(super) struct Board<'a> {
    pub(super) words: &'a Words,
    pub(super) language: Language,
    pub(super) worth: &'a Worth,
    /// Whether the penalties and the rules are shown: they mean something when the whole composition is looked at.
    pub(super) counts: bool,
    /// What is said above everything.
    pub(super) summary: Markup,
    pub(super) circles: Vec<Circle<'a>>,
}

impl Board<'_> {
    /// With the menus. `score` is the address that answers the live score.
    pub(super) fn page(&self, score: &str) -> Markup {
        html! {
            placing-board data-score=(score) data-moved=(self.words.placing_live_moved("{name}", "{group}"))
                data-stale=(self.words.placing_live_stale()) data-failed=(self.words.placing_live_failed()) {
                div.placing-worth data-live="worth" { (self.worth()) }
                @if self.counts { p.placing-score data-live="score" { (self.total()) } }
                p.visually-hidden role="status" data-announce {}
                div.placing-board {
                    @for circle in &self.circles { (self.circle(circle)) }
                }
            }
            script type="module" src=(asset("composing.js")) {}
        }
    }

    /// The parts that a change renews.
    pub(super) fn score(&self) -> Markup {
        html! {
            div data-live="worth" { (self.worth()) }
            @if self.counts { p data-live="score" { (self.total()) } }
            p data-announce { (self.announced()) }
            @for circle in &self.circles {
                div data-live={ "size-" (circle.value) } { (self.size(circle)) }
                div data-live={ "state-" (circle.value) } { (self.state(circle)) }
                ul data-seats=(circle.value) {
                    @for row in &circle.rows {
                        li data-person=(row.id) { div data-live={ "reasons-" (row.id) } { (row.reasons) } }
                    }
                }
            }
        }
    }

    fn circle(&self, circle: &Circle<'_>) -> Markup {
        html! {
            fieldset.placing-circle data-circle=(circle.value) data-title=(circle.title) {
                legend { (circle.title) " " span.small data-live={ "size-" (circle.value) } { (self.size(circle)) } }
                div.placing-state data-live={ "state-" (circle.value) } { (self.state(circle)) }
                (circle.fields)
                @if !circle.stays.is_empty() {
                    p.small.placing-stays { (self.words.placing_stays(circle.stays.join(", "))) }
                }
                ul.placing-people data-seats=(circle.value) {
                    @for row in &circle.rows { (self.row(row, &circle.value)) }
                }
            }
        }
    }

    fn row(&self, row: &Row<'_>, at: &str) -> Markup {
        let field = seat_field(row.id);
        html! {
            li class=[row.about.is_empty().then_some("placing-brief")] data-person=(row.id) {
                label for=(field) {
                    strong { (row.name) }
                    @if !row.about.is_empty() { span.small { (row.about) } }
                    @if let Some((_, name)) = row.from { span.small.placing-from { (self.words.placing_from(name)) } }
                }
                select id=(field) name=(field) {
                    @for other in &self.circles {
                        option value=(other.value) selected[other.value == at] { (other.title) }
                    }
                }
                @if let Some((group, _)) = row.from { (hidden(&from_field(row.id), group)) }
                div.placing-reasons data-live={ "reasons-" (row.id) } { (row.reasons) }
            }
        }
    }

    fn size(&self, circle: &Circle<'_>) -> Markup {
        let count = circle.round.map_or(circle.rows.len(), |round| round.people.len());
        html! { (self.words.placing_people_in(count)) }
    }

    fn state(&self, circle: &Circle<'_>) -> Markup {
        let words = self.words;
        let Some(round) = circle.round.filter(|round| !round.people.is_empty()) else {
            return html! {};
        };
        let fit = match round.fit {
            Fit::Right => None,
            Fit::Small(least) => Some(words.placing_too_small(least)),
            Fit::Large(most) => Some(words.placing_too_large(most)),
        };
        html! {
            ul {
                @if let Some(fit) = fit { li.placing-broken { (fit) } }
                @if round.breaks { li.placing-broken { (words.placing_breaks()) } }
                @match round.unmet {
                    None => {}
                    Some(0) if !circle.notes.is_empty() => {}
                    Some(0) => li.placing-kept { (words.placing_all_kept()) },
                    Some(unmet) if self.counts => li.placing-unmet { (words.placing_unmet_counted(unmet, round.penalty)) },
                    Some(unmet) => li.placing-unmet { (words.placing_unmet(unmet)) },
                }
                @for note in &circle.notes { li.placing-unmet { (note) } }
                @if let Some(free) = &round.free { li { (self.free(free)) } }
            }
        }
    }

    fn free(&self, free: &[String]) -> String {
        if free.is_empty() {
            return self.words.placing_no_half_day();
        }
        let named = free.iter().take(MOST_HALF_DAYS);
        let mut named: Vec<String> = named.map(|code| half_day(self.words, code)).collect();
        if free.len() > MOST_HALF_DAYS {
            named.push(self.words.placing_more(free.len() - MOST_HALF_DAYS));
        }
        self.words.placing_half_days(and_list(self.language, &named))
    }

    /// The penalty of the whole.
    fn total(&self) -> Markup {
        html! {
            strong { (self.words.placing_score(self.worth.penalty)) }
            @if self.worth.breaks() { " " span.placing-broken { (self.words.placing_breaks()) } }
        }
    }

    /// What each rule came to.
    fn worth(&self) -> Markup {
        let (words, worth) = (self.words, self.worth);
        let line = |kept: &Kept| match kept.unmet {
            0 => words.placing_compose_kept(),
            unmet => words.placing_compose_unmet(unmet),
        };
        html! {
            (self.summary)
            @if worth.breaks() { p.placing-broken { (words.placing_compose_broken()) } }
            @if self.counts {
                ul {
                    @for kept in &worth.rules {
                        li class=(tone(kept.unmet == 0)) { (rule(words, kept.offer)) ": " strong { (line(kept)) } }
                    }
                }
            }
            @if !worth.idle.is_empty() {
                @let idle: Vec<String> = worth.idle.iter().map(|offer| rule(words, *offer)).collect();
                p.small { (words.placing_compose_idle(idle.join("; "))) }
            }
        }
    }

    /// The whole in one sentence, for who listens.
    fn announced(&self) -> String {
        let (words, worth) = (self.words, self.worth);
        let unmet: usize = worth.rules.iter().map(|kept| kept.unmet).sum();
        let unmet = words.placing_live_unmet(unmet);
        let score = self.counts.then(|| words.placing_live_score(worth.penalty));
        let breaks = worth.breaks().then(|| words.placing_breaks());
        let parts = [score, Some(unmet), breaks];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    /// What the rules say of somebody's place; those that are kept only when asked for.
    pub(super) fn reasons(
        (words, language): (&Words, Language),
        names: &BTreeMap<&str, &str>,
        told: &[Told],
        with_kept: bool,
    ) -> Markup {
        // That nobody has said when they can is no reason.
        let is_reason = |one: &Told| with_kept && !(one.offer.field == "slot" && one.with.is_empty());
        let shown: Vec<&Told> = told.iter().filter(|one| !one.kept || is_reason(one)).collect();
        html! {
            @if !shown.is_empty() {
                ul {
                    @for one in shown {
                        li class=(tone(one.kept)) {
                            (rule(words, one.offer)) (with((words, language), names, one))
                            @if one.always && !one.kept { " · " strong { (words.placing_always()) } }
                        }
                    }
                }
            }
        }
    }
}

const fn tone(kept: bool) -> &'static str {
    if kept { "placing-kept" } else { "placing-unmet" }
}

/// With whom a rule has to do, or when; many are not named.
pub(super) fn with(
    (words, language): (&Words, Language),
    names: &BTreeMap<&str, &str>,
    told: &Told,
) -> String {
    let whom: Vec<String> = if told.offer.field == "slot" {
        told.with.iter().map(|code| half_day(words, code)).collect()
    } else {
        let names = told.with.iter().filter_map(|id| names.get(id.as_str()));
        names.map(|name| (*name).to_owned()).collect()
    };
    if whom.is_empty() || whom.len() > MOST_NAMES {
        return String::new();
    }
    format!(" ({})", and_list(language, &whom))
}
