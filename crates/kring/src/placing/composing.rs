//! Composing groups of everybody who is in none yet: rules, a proposal, changes by hand with the score, and the groups themselves.
//!
//! The form carries the whole proposal, so nothing is stored before the groups are made; whoever got a place elsewhere meanwhile is
//! named then, and nothing that was chosen is lost.

use std::collections::BTreeMap;
use std::ops::ControlFlow;

use anyhow::{Context as _, anyhow};
use axum::extract::State;
use axum::response::{IntoResponse as _, Redirect, Response};
use matching::{Board, Instance, Person, Problem, compose};
use ui::{Problems, locale};

use super::pages::{carry_new, here};
use super::question::{self, MOST_PEOPLE, OFFERS, Offer, name_field, seat_field};
use super::views::{self, Answered, Sheet};
use super::{Circle, Known, store};
use crate::app::App;
use crate::error::Answer;
use crate::id::{GroupId, PersonId};
use crate::programmes::{Managed, Programme};
use crate::web::{Form, Html, Posted, Visitor};
use crate::words::Words;

/// Everybody who is in no group yet, with what is known about them, and the groups that there are.
async fn load(app: &App, programme: &Programme) -> anyhow::Result<(Vec<Known>, Vec<Circle>)> {
    let today = locale::local(app.clock.now()).date().to_string();
    let programme = programme.id.clone();
    app.db
        .read(move |tx| {
            let known = store::known(tx, &programme, &today)?;
            Ok::<_, ::store::Error>((known, store::circles(tx, &programme, &today)?))
        })
        .await
        .context("loading who is in no group yet")
}

fn year(app: &App) -> i64 {
    locale::local(app.clock.now()).year().into()
}

pub(super) async fn show(
    State(app): State<App>,
    visitor: Visitor,
    Managed { programme, .. }: Managed,
) -> Result<Html, Answer> {
    let (known, circles) = load(&app, &programme).await?;
    let begin = [
        ("least", "5"),
        ("best", "7"),
        ("most", "8"),
        ("seed", "1"),
        ("tell", "yes"),
    ];
    let usual = OFFERS.iter().map(|offer| (offer.field, offer.usual));
    let posted: Posted = begin
        .into_iter()
        .chain(usual)
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect();
    let sheet = Sheet {
        programme: &programme,
        names: &question::names(&known),
        taken: circles.len(),
        posted: &posted,
        problems: &Problems::none(),
    };
    Ok(views::composing(&visitor, &sheet, &Answered::Nothing))
}

/// Proposes, counts again, or makes the groups.
pub(super) async fn act(
    State(app): State<App>,
    visitor: Visitor,
    Managed { programme, .. }: Managed,
    Form(posted): Form<Posted>,
) -> Result<Response, Answer> {
    let (known, circles) = load(&app, &programme).await?;
    let names = question::names(&known);
    let words = visitor.words();
    let invalid = |posted: &Posted, problems: &Problems, answered: &Answered| {
        let sheet = Sheet {
            programme: &programme,
            names: &names,
            taken: circles.len(),
            posted,
            problems,
        };
        views::composing(&visitor, &sheet, answered)
    };
    if is_made(&posted, &names) {
        return Ok(Redirect::to(&here(&programme, "")).into_response());
    }
    let none = Answered::Nothing;
    let (rules, offers) = question::rules(&posted, words)
        .map_err(|problems| Answer::Invalid(invalid(&posted, &problems, &none)))?;
    let people = question::people(&known, year(&app));
    let (rules, offers, idle) = question::asked(rules, offers, &people);
    let instance = match Instance::new(people.clone(), Vec::new(), rules) {
        Ok(instance) if people.len() <= MOST_PEOPLE => instance,
        Err(problems) if !problems.iter().all(is_about_sizes) => {
            return Err(anyhow!("a question that cannot be asked: {problems:?}").into());
        }
        _ => {
            let problems = whole(undivided(words, people.len()));
            return Err(Answer::Invalid(invalid(&posted, &problems, &none)));
        }
    };
    match posted.text("do") {
        "count" => {
            let answered = counted(&instance, &people, &posted, (&offers, &idle));
            Ok(invalid(&posted, &Problems::none(), &answered).into_response())
        }
        "make" => {
            let answered = || counted(&instance, &people, &posted, (&offers, &idle));
            if !missing(&posted, &people).is_empty() {
                let problems = whole(words.placing_compose_moved());
                return Err(Answer::Conflict(invalid(&posted, &problems, &answered())));
            }
            let problems = taken(words, &posted, &circles, instance.groups());
            if !problems.is_empty() {
                return Err(Answer::Invalid(invalid(&posted, &problems, &answered())));
            }
            make(&app, &programme, (&instance, &people), &posted).await?;
            Ok(Redirect::to(&here(&programme, "")).into_response())
        }
        _ => {
            let seed: u64 = posted.text("seed").parse().unwrap_or(1);
            let (answered, seats) = propose(instance, seed, (offers, idle)).await?;
            let filled = with_seats(&posted, seats);
            Ok(invalid(&filled, &Problems::none(), &answered).into_response())
        }
    }
}

const fn is_about_sizes(problem: &Problem) -> bool {
    matches!(problem, Problem::Undivided { .. } | Problem::Nobody)
}

fn whole(text: String) -> Problems {
    let mut problems = Problems::none();
    problems.add("whole", text);
    problems
}

/// The form with another proposal in it.
fn with_seats(posted: &Posted, seats: Vec<(String, String)>) -> Posted {
    posted
        .fields()
        .filter(|(name, _)| !name.starts_with("seat-"))
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .chain(seats)
        .collect()
}

/// Whether these groups were made a moment ago, by somebody who pressed twice.
fn is_made(posted: &Posted, names: &BTreeMap<&str, &str>) -> bool {
    let mut on_form = posted
        .fields()
        .filter_map(|(name, _)| name.strip_prefix("seat-"))
        .peekable();
    posted.text("do") == "make" && on_form.peek().is_some() && on_form.all(|id| !names.contains_key(id))
}

/// Names that a group has already, or that stand there twice.
fn taken(words: &Words, posted: &Posted, circles: &[Circle], count: usize) -> Problems {
    let mut problems = Problems::none();
    let fields: Vec<String> = (0..count).map(name_field).collect();
    let mut known: Vec<&str> = circles.iter().map(|circle| circle.name.as_str()).collect();
    for field in &fields {
        let name = posted.text(field).trim();
        if name.is_empty() {
            problems.add(field, words.forms_missing());
        } else if known.contains(&name) {
            problems.add(field, words.placing_compose_taken());
        } else {
            known.push(name);
        }
    }
    problems
}

fn undivided(words: &Words, people: usize) -> String {
    if people > MOST_PEOPLE {
        words.placing_compose_too_many(MOST_PEOPLE)
    } else {
        words.placing_compose_undivided(people)
    }
}

/// Whoever the form knows and is in a group by now, and whoever it does not know.
fn missing<'p>(posted: &'p Posted, people: &'p [Person]) -> Vec<&'p str> {
    let on_form: Vec<&str> = posted
        .fields()
        .filter_map(|(name, _)| name.strip_prefix("seat-"))
        .collect();
    let gone = on_form
        .iter()
        .copied()
        .filter(|id| !people.iter().any(|person| person.id == *id));
    let new = people
        .iter()
        .map(|person| person.id.as_str())
        .filter(|id| !on_form.contains(id));
    gone.chain(new).collect()
}

/// What the form as it stands is worth.
fn counted(instance: &Instance, people: &[Person], posted: &Posted, rules: (&[Offer], &[Offer])) -> Answered {
    let groups = question::groups(posted, people, instance);
    Answered::of(&Board::of(instance, &groups), people, rules)
}

/// A proposal, and the fields that carry it. Composing takes a processor for up to a second or two: not one that answers others.
async fn propose(
    instance: Instance,
    seed: u64,
    (offers, idle): (Vec<Offer>, Vec<Offer>),
) -> anyhow::Result<(Answered, Vec<(String, String)>)> {
    let work = move || match compose(&instance, seed, |_| ControlFlow::Continue(())) {
        Ok(board) => {
            let groups = board.groups();
            let people: Vec<Person> = groups
                .iter()
                .flat_map(|group| &group.people)
                .map(|id| Person {
                    id: id.clone(),
                    ..Person::default()
                })
                .collect();
            let seats = groups.iter().enumerate().flat_map(|(number, group)| {
                let seat = move |id: &String| (seat_field(id), number.to_string());
                group.people.iter().map(seat)
            });
            (Answered::of(&board, &people, (&offers, &idle)), seats.collect())
        }
        Err(impossible) => (Answered::impossible(&impossible, &offers), Vec::new()),
    };
    tokio::task::spawn_blocking(work)
        .await
        .map_err(|error| anyhow!(error).context("composing groups"))
}

/// Makes the groups and seats everybody, in one transaction.
async fn make(
    app: &App,
    programme: &Programme,
    (instance, people): (&Instance, &[Person]),
    posted: &Posted,
) -> anyhow::Result<()> {
    let now = app.clock.now();
    let mut groups = Vec::new();
    for (number, group) in question::groups(posted, people, instance).into_iter().enumerate() {
        if group.people.is_empty() {
            continue;
        }
        let name = posted.text(&name_field(number)).trim().to_owned();
        let people = group.people.into_iter().map(PersonId).collect();
        groups.push((GroupId(app.ids.id(now)?), name, people));
    }
    carry_new(app, programme, groups, !posted.text("tell").is_empty()).await
}
