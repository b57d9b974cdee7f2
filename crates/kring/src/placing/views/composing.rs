//! Composing groups: the rules, the proposal, and what it is worth.

use std::collections::BTreeMap;

use matching::{Board, Group, Impossible, Person, explain};
use maud::{Markup, html};
use ui::locale::and_list;
use ui::{
    Choice, Crumb, Field, Problems, Tone, check_field, choice_field, empty, hidden, notice, number_field,
};

use crate::placing::question::{OFFERS, Offer, SIZES, STRENGTHS, name_field, seat_field};
use crate::programmes::{self, Programme};
use crate::web::{Html, LINE, Posted, Visitor};
use crate::words::Words;

/// The form as it stands.
#[derive(Clone, Copy)]
pub(in crate::placing) struct Sheet<'a> {
    pub(in crate::placing) programme: &'a Programme,
    /// Names of who is in no group yet, by id.
    pub(in crate::placing) names: &'a BTreeMap<&'a str, &'a str>,
    /// How many groups there are already.
    pub(in crate::placing) taken: usize,
    pub(in crate::placing) posted: &'a Posted,
    pub(in crate::placing) problems: &'a Problems,
}

/// What a rule came to.
pub(in crate::placing) struct Kept {
    offer: Offer,
    /// How many people do not have it as they should.
    unmet: usize,
}

/// What was answered.
pub(in crate::placing) enum Answered {
    /// Nothing was asked yet.
    Nothing,
    /// Groups with their people; for each person the rules that do not hold for them, with whom that has to do.
    Groups {
        groups: Vec<Group>,
        rules: Vec<Kept>,
        /// Rules about something that nobody has filled in.
        idle: Vec<Offer>,
        unmet: BTreeMap<String, Vec<(Offer, Vec<String>)>>,
        /// How often a rule that always counts is broken.
        breaches: i64,
    },
    /// These rules do not go together, because of these people.
    Impossible {
        rules: Vec<Offer>,
        people: Vec<String>,
        is_proven: bool,
    },
}

impl Answered {
    /// What a composition is worth, and for whom a rule does not hold.
    pub(in crate::placing) fn of(
        board: &Board<'_>,
        people: &[Person],
        (offers, idle): (&[Offer], &[Offer]),
    ) -> Self {
        let mut rules: Vec<Kept> = offers
            .iter()
            .map(|offer| Kept {
                offer: *offer,
                unmet: 0,
            })
            .collect();
        let mut unmet: BTreeMap<String, Vec<(Offer, Vec<String>)>> = BTreeMap::new();
        for person in people {
            for reason in explain(board, &person.id)
                .into_iter()
                .filter(|reason| !reason.kept)
            {
                let Some(rule) = rules.get_mut(reason.rule) else {
                    continue;
                };
                rule.unmet += 1;
                let own = unmet.entry(person.id.clone()).or_default();
                own.push((rule.offer, reason.with));
            }
        }
        Self::Groups {
            groups: board.groups(),
            rules,
            idle: idle.to_vec(),
            unmet,
            breaches: board.score().breaches,
        }
    }

    /// Why there is no composition.
    pub(in crate::placing) fn impossible(impossible: &Impossible, offers: &[Offer]) -> Self {
        let rules = impossible.rules.iter().filter_map(|at| offers.get(*at).copied());
        Self::Impossible {
            rules: rules.collect(),
            people: impossible.people.clone(),
            is_proven: impossible.is_proven,
        }
    }
}

pub(in crate::placing) fn composing(visitor: &Visitor, sheet: &Sheet<'_>, answered: &Answered) -> Html {
    let words = visitor.words();
    let programme = sheet.programme;
    let body = html! {
        div class={ "organising accent-" (programme.accent) } {
            header {
                h1 { (words.placing_compose_title()) }
                p.lead { (words.placing_compose_lead(sheet.names.len())) }
            }
            @if let Some(problem) = sheet.problems.of("whole") { (notice(Tone::Problem, &html! { p { (problem) } })) }
            @else if !sheet.problems.is_empty() { (notice(Tone::Problem, &html! { p { (words.calendar_form_wrong()) } })) }
            @if sheet.names.is_empty() { (empty(&words.placing_compose_none(), &words.placing_none_text(), &html! {})) }
            @else {
                form.planning-form method="post" action={ "/programmes/" (programme.id) "/composing" } {
                    // Enter in a field presses the first button of a form: that one must make no groups.
                    button.visually-hidden type="submit" name="do" value="propose" tabindex="-1" aria-hidden="true" {}
                    (asked(words, sheet))
                    (answer(visitor, sheet, answered))
                }
            }
        }
    };
    let mut trail = programmes::trail(visitor, programme);
    trail.push(Crumb {
        name: words.placing_title(),
        href: format!("/programmes/{}/people", programme.id),
    });
    visitor.page(&words.placing_compose_title(), None, &trail, body)
}

fn rule(words: &Words, offer: Offer) -> String {
    match offer.field {
        "apart" => words.placing_rule_apart(),
        "organisation" => words.placing_rule_organisation(),
        "slot" => words.placing_rule_slot(),
        "together" => words.placing_rule_together(),
        "language" => words.placing_rule_language(),
        "region" => words.placing_rule_region(),
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

/// Sizes and rules.
fn asked(words: &Words, sheet: &Sheet<'_>) -> Markup {
    let (least, most) = (narrow(SIZES.0), narrow(SIZES.1));
    let size = |name: &'static str, label: String| {
        let field = Field {
            name,
            label: &label,
            hint: "",
            value: sheet.posted.text(name),
            problem: sheet.problems.of(name),
        };
        number_field(&field, least, most)
    };
    let strengths = STRENGTHS.map(|(word, _)| Choice {
        value: word.to_owned(),
        label: strength(words, word),
    });
    html! {
        fieldset {
            legend { (words.placing_compose_size()) }
            div.field-row {
                (size("least", words.placing_compose_least()))
                (size("best", words.placing_compose_best()))
                (size("most", words.placing_compose_most()))
            }
        }
        fieldset {
            legend { (words.placing_compose_rules()) }
            p.hint { (words.placing_compose_rules_hint()) }
            @for offer in OFFERS {
                @let label = rule(words, offer);
                @let field = Field {
                    name: offer.field,
                    label: &label,
                    hint: "",
                    value: sheet.posted.text(offer.field),
                    problem: sheet.problems.of(offer.field),
                };
                (choice_field(&field, &strengths))
            }
        }
        div { button.button type="submit" name="do" value="propose" { (words.placing_compose_propose()) } }
    }
}

fn narrow(number: i64) -> u32 {
    u32::try_from(number).unwrap_or(0)
}

fn answer(visitor: &Visitor, sheet: &Sheet<'_>, answered: &Answered) -> Markup {
    let words = visitor.words();
    match answered {
        Answered::Nothing => carried(sheet),
        Answered::Impossible {
            rules,
            people,
            is_proven,
        } => html! {
            (carried(sheet))
            (impossible(visitor, sheet, (rules, people, *is_proven)))
        },
        Answered::Groups {
            groups,
            rules,
            idle,
            unmet,
            breaches,
        } => html! {
            section #groups aria-labelledby="groups-title" {
                h2 id="groups-title" { (words.placing_compose_proposal()) }
                (worth(words, rules, idle, *breaches))
                @for (number, group) in groups.iter().enumerate() {
                    (card(visitor, sheet, (number, groups.len(), group), unmet))
                }
                (decide(words, sheet))
            }
        },
    }
}

/// What the form carries on while there are no groups to show.
fn carried(sheet: &Sheet<'_>) -> Markup {
    html! {
        (hidden("seed", sheet.posted.text("seed")))
        (hidden("tell", sheet.posted.text("tell")))
    }
}

/// Which rules do not go together, and who is concerned.
fn impossible(
    visitor: &Visitor,
    sheet: &Sheet<'_>,
    (rules, people, is_proven): (&[Offer], &[String], bool),
) -> Markup {
    let words = visitor.words();
    let names: Vec<&str> = people
        .iter()
        .filter_map(|id| sheet.names.get(id.as_str()).copied())
        .collect();
    notice(
        Tone::Problem,
        &html! {
            p { (if is_proven { words.placing_compose_impossible() } else { words.placing_compose_not_found() }) }
            ul { @for one in rules { li { (rule(words, *one)) } } }
            @if !names.is_empty() { p { (words.placing_compose_concerned(and_list(visitor.language, &names))) } }
            p { (words.placing_compose_loosen()) }
        },
    )
}

/// What each rule came to.
fn worth(words: &Words, rules: &[Kept], idle: &[Offer], breaches: i64) -> Markup {
    html! {
        @if breaches > 0 { (notice(Tone::Warning, &html! { p { (words.placing_compose_broken()) } })) }
        ul.placing-worth role="status" {
            @for one in rules {
                li {
                    (rule(words, one.offer)) ": "
                    strong {
                        (if one.unmet == 0 { words.placing_compose_kept() } else { words.placing_compose_unmet(one.unmet) })
                    }
                }
            }
            @for one in idle { li { (rule(words, *one)) ": " (words.placing_compose_idle()) } }
        }
    }
}

fn card(
    visitor: &Visitor,
    sheet: &Sheet<'_>,
    (number, count, group): (usize, usize, &Group),
    unmet: &BTreeMap<String, Vec<(Offer, Vec<String>)>>,
) -> Markup {
    let words = visitor.words();
    let name = name_field(number);
    let typed = sheet.posted.text(&name);
    let usual = words.placing_compose_group(sheet.taken + number + 1);
    let problem = sheet.problems.of(&name);
    html! {
        fieldset {
            legend { (usual) " (" (group.people.len()) ")" }
            div.field {
                label for=(name) { (words.placing_compose_name()) }
                @if let Some(problem) = problem { p.field-problem id={ (name) "-problem" } { (problem) } }
                input type="text" id=(name) name=(name) maxlength=(LINE) aria-invalid=[problem.map(|_| "true")]
                    aria-describedby=[problem.map(|_| format!("{name}-problem"))] value=(if typed.is_empty() { usual.as_str() } else { typed });
            }
            ul.placing-people {
                @for id in &group.people { (one(visitor, sheet, (id, number, count), unmet.get(id))) }
            }
        }
    }
}

fn one(
    visitor: &Visitor,
    sheet: &Sheet<'_>,
    (id, number, count): (&str, usize, usize),
    unmet: Option<&Vec<(Offer, Vec<String>)>>,
) -> Markup {
    let words = visitor.words();
    let field = seat_field(id);
    let name = sheet.names.get(id).copied().unwrap_or_default();
    html! {
        li {
            label for=(field) { (name) }
            select id=(field) name=(field) {
                @for other in 0..count {
                    option value=(other) selected[other == number] { (words.placing_compose_group(sheet.taken + other + 1)) }
                }
            }
            @if let Some(unmet) = unmet {
                span.small {
                    @for (at, (offer, with)) in unmet.iter().enumerate() {
                        @if at > 0 { " · " }
                        (rule(words, *offer)) (with_whom(visitor, sheet, with))
                    }
                }
            }
        }
    }
}

/// With whom an unmet rule has to do, when those are people.
fn with_whom(visitor: &Visitor, sheet: &Sheet<'_>, with: &[String]) -> String {
    let names: Vec<&str> = with
        .iter()
        .filter_map(|id| sheet.names.get(id.as_str()).copied())
        .collect();
    if names.is_empty() || names.len() > 3 {
        return String::new();
    }
    format!(" ({})", and_list(visitor.language, &names))
}

fn decide(words: &Words, sheet: &Sheet<'_>) -> Markup {
    let seed: u64 = sheet.posted.text("seed").parse().unwrap_or(1);
    let tell = words.placing_tell();
    let tell = Field {
        name: "tell",
        label: &tell,
        hint: "",
        value: sheet.posted.text("tell"),
        problem: None,
    };
    html! {
        p.small { (words.placing_compose_by_hand()) }
        (hidden("seed", &(seed + 1).to_string()))
        (check_field(&tell))
        div.planning-buttons {
            button.button type="submit" name="do" value="make" { (words.placing_compose_make()) }
            button.button.quiet type="submit" name="do" value="count" { (words.placing_compose_count()) }
            button.button.quiet type="submit" name="do" value="propose" { (words.placing_compose_other()) }
        }
    }
}
