//! Composing groups: the rules, the proposal, and what it is worth.

use std::collections::BTreeMap;

use maud::{Markup, html};
use ui::locale::and_list;
use ui::{
    Choice, Crumb, Field, Problems, Tone, check_field, choice_field, empty, hidden, notice, number_field,
    text_field,
};

use super::board::{Board, Circle, Row};
use super::strengths::{narrow, rule, sizes, strengths};
use crate::placing::coaches::{Leader, MOST_GROUPS, leads_field, regions_field, takes_field};
use crate::placing::composing::Answered;
use crate::placing::question::{Offer, name_field};
use crate::placing::worth::{Round, Worth};
use crate::programmes::{self, Programme};
use crate::web::{Html, LINE, Posted, Visitor};
use crate::words::Words;

/// The form as it stands.
#[derive(Clone, Copy)]
pub(in crate::placing) struct Sheet<'a> {
    pub(in crate::placing) programme: &'a Programme,
    /// Names of who is in no group yet, by id.
    pub(in crate::placing) names: &'a BTreeMap<&'a str, &'a str>,
    /// Who leads in the programme.
    pub(in crate::placing) leaders: &'a [Leader],
    /// How many groups there are already.
    pub(in crate::placing) taken: usize,
    pub(in crate::placing) posted: &'a Posted,
    pub(in crate::placing) problems: &'a Problems,
}

impl Sheet<'_> {
    fn path(&self) -> String {
        format!("/programmes/{}/composing", self.programme.id)
    }
}

pub(in crate::placing) fn composing(visitor: &Visitor, sheet: &Sheet<'_>, answered: &Answered) -> Html {
    let words = visitor.words();
    let programme = sheet.programme;
    // Enter in a field presses the first button of a form: one that makes no groups and throws none away.
    let first = match answered {
        Answered::Groups(_) => "count",
        _ => "propose",
    };
    let body = html! {
        div class={ "organising composing accent-" (programme.accent) } {
            header {
                h1 { (words.placing_compose_title()) }
                p.lead { (words.placing_compose_lead(sheet.names.len())) }
                @if sheet.taken > 0 && !sheet.names.is_empty() {
                    p {
                        (words.placing_compose_or()) " "
                        a href={ "/programmes/" (programme.id) "/latecomers" } { (words.placing_late_title()) }
                    }
                }
            }
            (problems(words, sheet.problems))
            @if sheet.names.is_empty() { (empty(&words.placing_compose_none(), &words.placing_none_text(), &html! {})) }
            @else {
                form.planning-form method="post" action=(sheet.path()) {
                    button.visually-hidden type="submit" name="do" value=(first) tabindex="-1" aria-hidden="true" {}
                    (hidden("version", sheet.posted.text("version")))
                    (asked(visitor, sheet, answered))
                    (answer(visitor, sheet, answered))
                }
            }
        }
    };
    visitor.page(
        &words.placing_compose_title(),
        None,
        &trail(visitor, programme),
        body,
    )
}

/// The way back to the people of a programme.
pub(super) fn trail(visitor: &Visitor, programme: &Programme) -> Vec<Crumb> {
    let mut trail = programmes::trail(visitor, programme);
    trail.push(Crumb {
        name: visitor.words().placing_title(),
        href: format!("/programmes/{}/people", programme.id),
    });
    trail
}

/// What is wrong with the whole form, or that something in it is.
pub(super) fn problems(words: &Words, problems: &Problems) -> Markup {
    html! {
        @if let Some(problem) = problems.of("whole") { (notice(Tone::Problem, &html! { p { (problem) } })) }
        @else if !problems.is_empty() { (notice(Tone::Problem, &html! { p { (words.calendar_form_wrong()) } })) }
    }
}

/// Sizes and rules. Beside a proposal they stand folded, so that the groups are in sight.
fn asked(visitor: &Visitor, sheet: &Sheet<'_>, answered: &Answered) -> Markup {
    let words = visitor.words();
    let form = (sheet.posted, sheet.problems);
    let is_open = !matches!(answered, Answered::Groups(_)) || !sheet.problems.is_empty();
    html! {
        details.placing-asked open[is_open] {
            summary { (words.placing_compose_asked()) }
            div.placing-asked-fields {
                (sizes(words, &["least", "best", "most"], form))
                (strengths(words, form, !sheet.leaders.is_empty()))
                (leaders(visitor, sheet))
                div { button.button type="submit" name="do" value="propose" { (words.placing_compose_propose()) } }
            }
        }
    }
}

/// Who can lead how many of these groups, and where.
fn leaders(visitor: &Visitor, sheet: &Sheet<'_>) -> Markup {
    let words = visitor.words();
    html! {
        fieldset {
            legend { (words.placing_coaches()) }
            @if sheet.leaders.is_empty() {
                p {
                    (words.placing_coaches_none()) " "
                    a href={ "/programmes/" (sheet.programme.id) "/people/new" } { (words.placing_add()) }
                }
            } @else { p.hint { (words.placing_coaches_hint()) } }
            @for leader in sheet.leaders { (takes(visitor, sheet, leader)) }
        }
    }
}

fn takes(visitor: &Visitor, sheet: &Sheet<'_>, leader: &Leader) -> Markup {
    let words = visitor.words();
    let (takes, regions) = (takes_field(&leader.id), regions_field(&leader.id));
    let (takes_label, regions_label) = (words.placing_coach_takes(), words.placing_coach_regions());
    html! {
        fieldset.placing-coach {
            legend {
                (leader.name)
                @if !leader.leads.is_empty() {
                    " " span.small { (words.placing_leads(and_list(visitor.language, &leader.leads))) }
                }
            }
            div.field-row {
                (number_field(&field(sheet, &takes, &takes_label), 0, narrow(MOST_GROUPS)))
                (text_field(&field(sheet, &regions, &regions_label), LINE))
            }
        }
    }
}

fn field<'a>(sheet: &'a Sheet<'_>, name: &'a str, label: &'a str) -> Field<'a> {
    Field {
        name,
        label,
        hint: "",
        value: sheet.posted.text(name),
        problem: sheet.problems.of(name),
    }
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
        Answered::Groups(worth) => html! {
            section #groups aria-labelledby="groups-title" {
                h2 id="groups-title" { (words.placing_compose_proposal()) }
                p.hint { (words.placing_compose_by_hand()) }
                (board(visitor, sheet, worth).page(&format!("{}/score", sheet.path())))
                (decide(words, sheet))
            }
        },
    }
}

/// The parts of the page that say what the form as it stands is worth.
pub(in crate::placing) fn composing_score(visitor: &Visitor, sheet: &Sheet<'_>, worth: &Worth) -> Html {
    board(visitor, sheet, worth).score().into()
}

fn board<'a>(visitor: &'a Visitor, sheet: &Sheet<'a>, worth: &'a Worth) -> Board<'a> {
    let words = visitor.words();
    let coaches = sheet
        .leaders
        .iter()
        .map(|leader| (leader.id.as_str(), leader.name.as_str()));
    let names: BTreeMap<&str, &str> = sheet
        .names
        .iter()
        .map(|(id, name)| (*id, *name))
        .chain(coaches)
        .collect();
    let circles = worth.groups.iter().enumerate().map(|(number, round)| {
        let title = words.placing_compose_group(sheet.taken + number + 1);
        let rows = round.people.iter().map(|id| Row {
            id,
            name: sheet.names.get(id.as_str()).copied().unwrap_or_default(),
            about: String::new(),
            from: None,
            reasons: worth.reasons.get(id).map_or_else(
                || html! {},
                |told| Board::reasons((words, visitor.language), &names, told, false),
            ),
        });
        Circle {
            value: number.to_string(),
            fields: html! {
                (name(words, sheet, (number, &title)))
                @if !sheet.leaders.is_empty() { (leads(words, sheet, (number, round))) }
            },
            notes: lacks(words, sheet, worth, round).into_iter().collect(),
            round: Some(round),
            stays: Vec::new(),
            rows: rows.collect(),
            title,
        }
    });
    Board {
        words,
        language: visitor.language,
        worth,
        counts: true,
        summary: html! {},
        circles: circles.collect(),
    }
}

/// Who leads a group.
fn leads(words: &Words, sheet: &Sheet<'_>, (number, round): (usize, &Round)) -> Markup {
    let (name, label) = (leads_field(number), words.placing_coach());
    let choice = |value: &str, label: String| Choice {
        value: value.to_owned(),
        label,
    };
    let mut choices = vec![choice("", words.placing_coach_nobody())];
    choices.extend(
        sheet
            .leaders
            .iter()
            .map(|leader| choice(&leader.id, leader.name.clone())),
    );
    let field = Field {
        name: &name,
        label: &label,
        hint: "",
        value: round.coach.as_deref().unwrap_or_default(),
        problem: None,
    };
    choice_field(&field, &choices)
}

/// That a group has nobody who leads it, or somebody with more groups than they take.
fn lacks(words: &Words, sheet: &Sheet<'_>, worth: &Worth, round: &Round) -> Option<String> {
    if sheet.leaders.is_empty() {
        return None;
    }
    let Some(coach) = &round.coach else {
        return Some(words.placing_coach_lacks());
    };
    let leader = sheet.leaders.iter().find(|leader| leader.id == *coach)?;
    let takes: usize = sheet.posted.text(&takes_field(coach)).parse().unwrap_or_default();
    let led = worth
        .groups
        .iter()
        .filter(|other| other.coach.as_ref() == Some(coach))
        .count();
    (led > takes).then(|| words.placing_coach_full(&leader.name, takes))
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

/// What a group is to be called.
fn name(words: &Words, sheet: &Sheet<'_>, (number, usual): (usize, &str)) -> Markup {
    let field = name_field(number);
    let problem = sheet.problems.of(&field);
    let typed = sheet.posted.text(&field);
    let value = if typed.is_empty() && problem.is_none() {
        usual
    } else {
        typed
    };
    html! {
        div.field {
            label for=(field) { (words.placing_compose_name()) }
            @if let Some(problem) = problem { p.field-problem id={ (field) "-problem" } { (problem) } }
            input type="text" id=(field) name=(field) maxlength=(LINE) aria-invalid=[problem.map(|_| "true")]
                aria-describedby=[problem.map(|_| format!("{field}-problem"))] value=(value);
        }
    }
}

fn decide(words: &Words, sheet: &Sheet<'_>) -> Markup {
    let seed: u64 = sheet.posted.text("seed").parse().unwrap_or(1);
    html! {
        (hidden("seed", &(seed + 1).to_string()))
        (tell(words, sheet.posted))
        div.planning-buttons {
            button.button type="submit" name="do" value="make" { (words.placing_compose_make()) }
            button.button.quiet.placing-count type="submit" name="do" value="count" { (words.placing_compose_count()) }
            button.button.quiet type="submit" name="do" value="propose" { (words.placing_compose_other()) }
        }
    }
}

/// Whether people are told where they have a place.
pub(super) fn tell(words: &Words, posted: &Posted) -> Markup {
    let tell = words.placing_tell();
    check_field(&Field {
        name: "tell",
        label: &tell,
        hint: "",
        value: posted.text("tell"),
        problem: None,
    })
}
