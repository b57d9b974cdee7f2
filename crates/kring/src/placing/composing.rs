//! Composing groups of everybody who is in none yet: rules, a proposal, changes by hand with the score, and the groups themselves.
//!
//! The form carries the whole proposal and the version it was based on, so nothing is stored before the groups are made; whoever got
//! a place elsewhere meanwhile is named then, and nothing that was chosen is lost.

use std::collections::BTreeMap;
use std::ops::ControlFlow;

use anyhow::{Context as _, anyhow};
use axum::extract::State;
use axum::response::{IntoResponse as _, Redirect, Response};
use matching::{Board, Impossible, Instance, Person, Problem, compose};
use ui::{Problems, locale};

use super::arranging::{Chair, Outcome, Plan, arrange};
use super::coaches::{self, Leader, leads_field};
use super::pages::here;
use super::question::{self, MOST_PEOPLE, Offer, name_field, seat_field, seated, with_seats};
use super::views::{self, Sheet};
use super::worth::{Asked, Worth, weigh};
use super::{Circle, Known, Whom, store, version};
use crate::app::App;
use crate::error::Answer;
use crate::id::{GroupId, PersonId};
use crate::programmes::{Managed, Programme};
use crate::web::{Form, Html, Posted, Visitor};
use crate::words::Words;

/// What was answered.
pub(super) enum Answered {
    /// Nothing was asked yet.
    Nothing,
    /// Groups with their people, and what they are worth.
    Groups(Worth),
    /// These rules do not go together, because of these people.
    Impossible {
        rules: Vec<Offer>,
        people: Vec<String>,
        is_proven: bool,
    },
}

impl Answered {
    /// Why there is no composition.
    fn impossible(impossible: &Impossible, offers: &[Offer]) -> Self {
        let rules = impossible.rules.iter().filter_map(|at| offers.get(*at).copied());
        Self::Impossible {
            rules: rules.collect(),
            people: impossible.people.clone(),
            is_proven: impossible.is_proven,
        }
    }
}

/// Everybody who is in no group yet, with what is known about them, and the groups that there are.
struct Loaded {
    known: Vec<Known>,
    circles: Vec<Circle>,
    leading: Vec<Known>,
    version: String,
}

async fn load(app: &App, programme: &Programme) -> anyhow::Result<Loaded> {
    let today = locale::local(app.clock.now()).date().to_string();
    let programme = programme.id.clone();
    app.db
        .read(move |tx| {
            Ok::<_, ::store::Error>(Loaded {
                known: store::known(tx, &programme, (&today, Whom::InNoGroup))?,
                circles: store::circles(tx, &programme, &today)?,
                leading: store::leading(tx, &programme, &today)?,
                version: version::of(&store::standing(tx, &programme, &today)?),
            })
        })
        .await
        .context("loading who is in no group yet")
}

pub(super) fn year(app: &App) -> i64 {
    locale::local(app.clock.now()).year().into()
}

pub(super) async fn show(
    State(app): State<App>,
    visitor: Visitor,
    Managed { programme, .. }: Managed,
) -> Result<Html, Answer> {
    let loaded = load(&app, &programme).await?;
    let desk = Desk::new(&visitor, &programme, &loaded);
    let posted: Posted = question::usual().chain(coaches::usual(&desk.leaders)).collect();
    Ok(desk.page(&posted, &Problems::none(), &Answered::Nothing))
}

/// What a request works on.
struct Desk<'a> {
    visitor: &'a Visitor,
    programme: &'a Programme,
    loaded: &'a Loaded,
    names: BTreeMap<&'a str, &'a str>,
    leaders: Vec<Leader>,
}

impl<'a> Desk<'a> {
    fn new(visitor: &'a Visitor, programme: &'a Programme, loaded: &'a Loaded) -> Self {
        Self {
            visitor,
            programme,
            loaded,
            names: question::names(&loaded.known),
            leaders: coaches::leaders(&loaded.leading),
        }
    }

    fn sheet<'s>(&'s self, posted: &'s Posted, problems: &'s Problems) -> Sheet<'s> {
        Sheet {
            programme: self.programme,
            names: &self.names,
            leaders: &self.leaders,
            taken: self.loaded.circles.len(),
            posted,
            problems,
        }
    }

    /// The form stands on what was loaded now, whatever version came in.
    fn page(&self, posted: &Posted, problems: &Problems, answered: &Answered) -> Html {
        let posted = posted.clone().with("version", &self.loaded.version);
        views::composing(self.visitor, &self.sheet(&posted, problems), answered)
    }

    /// The question of the form, or the form with what is wrong in it.
    fn asked(&self, app: &App, posted: &Posted) -> Result<Asked, Answer> {
        let invalid = |problems: &Problems| Answer::Invalid(self.page(posted, problems, &Answered::Nothing));
        let words = self.visitor.words();
        let (rules, offers) = question::rules(posted, words).map_err(|problems| invalid(&problems))?;
        let people = question::people(&self.loaded.known, year(app));
        if people.len() > MOST_PEOPLE {
            return Err(invalid(&whole(words.placing_compose_too_many(MOST_PEOPLE))));
        }
        let coaches =
            coaches::coaches(&self.leaders, posted, words).map_err(|problems| invalid(&problems))?;
        let chosen = (0..count(posted, &people)).any(|group| !posted.text(&leads_field(group)).is_empty());
        let are_wanted = chosen || coaches.iter().any(|coach| coach.groups > 0);
        Ok(question::asked(rules, offers, people, (coaches, are_wanted)))
    }
}

/// What the form as it stands is worth; nothing when it has no groups.
fn counted(asked: &Asked, posted: &Posted) -> anyhow::Result<Answered> {
    let count = count(posted, &asked.people);
    if count == 0 {
        return Ok(Answered::Nothing);
    }
    let instance = asked.by_hand(count).map_err(|problems| unasked(&problems))?;
    let groups = question::groups(posted, asked, count);
    let board = Board::of(&instance, &groups);
    Ok(Answered::Groups(weigh(asked, &board, |_| true)))
}

/// How many groups the form has.
fn count(posted: &Posted, people: &[Person]) -> usize {
    let fields = (0..people.len()).take_while(|number| posted.get(&name_field(*number)).is_some());
    fields.count()
}

fn unasked(problems: &[Problem]) -> anyhow::Error {
    anyhow!("a question that cannot be asked: {problems:?}")
}

/// Proposes, counts again, or makes the groups.
pub(super) async fn act(
    State(app): State<App>,
    visitor: Visitor,
    Managed { programme, .. }: Managed,
    Form(posted): Form<Posted>,
) -> Result<Response, Answer> {
    let loaded = load(&app, &programme).await?;
    let desk = Desk::new(&visitor, &programme, &loaded);
    if is_made(&posted, &desk.names) {
        return Ok(Redirect::to(&here(&programme, "")).into_response());
    }
    let asked = desk.asked(&app, &posted)?;
    match posted.text("do") {
        "count" => {
            let answered = counted(&asked, &posted)?;
            if !missing(&posted, &asked.people).is_empty() {
                let problems = whole(visitor.words().placing_compose_moved());
                return Err(Answer::Conflict(desk.page(&posted, &problems, &answered)));
            }
            Ok(desk.page(&posted, &Problems::none(), &answered).into_response())
        }
        "make" => make(&app, &desk, &asked, &posted).await,
        _ => {
            let instance = match asked.instance() {
                Ok(instance) => instance,
                Err(problems) if problems.iter().all(is_about_sizes) => {
                    let text = visitor.words().placing_compose_undivided(asked.people.len());
                    let page = desk.page(&posted, &whole(text), &Answered::Nothing);
                    return Err(Answer::Invalid(page));
                }
                Err(problems) => return Err(unasked(&problems).into()),
            };
            let seed: u64 = posted.text("seed").parse().unwrap_or(1);
            let (answered, seats) = propose(asked, instance, seed).await?;
            let filled = with_seats(&posted, seats);
            Ok(desk.page(&filled, &Problems::none(), &answered).into_response())
        }
    }
}

/// What the form as it stands is worth, as the parts of the page that say so.
pub(super) async fn score(
    State(app): State<App>,
    visitor: Visitor,
    Managed { programme, .. }: Managed,
    Form(posted): Form<Posted>,
) -> Result<Html, Answer> {
    let loaded = load(&app, &programme).await?;
    let desk = Desk::new(&visitor, &programme, &loaded);
    let asked = desk.asked(&app, &posted)?;
    if !missing(&posted, &asked.people).is_empty() {
        let problems = whole(visitor.words().placing_compose_moved());
        return Err(Answer::Conflict(desk.page(
            &posted,
            &problems,
            &Answered::Nothing,
        )));
    }
    let Answered::Groups(worth) = counted(&asked, &posted)? else {
        return Err(Answer::Unreadable);
    };
    Ok(views::composing_score(
        &visitor,
        &desk.sheet(&posted, &Problems::none()),
        &worth,
    ))
}

const fn is_about_sizes(problem: &Problem) -> bool {
    matches!(problem, Problem::Undivided { .. } | Problem::Nobody)
}

fn whole(text: String) -> Problems {
    let mut problems = Problems::none();
    problems.add("whole", text);
    problems
}

/// Whether these groups were made a moment ago, by somebody who pressed twice.
fn is_made(posted: &Posted, names: &BTreeMap<&str, &str>) -> bool {
    let mut on_form = seated(posted).peekable();
    posted.text("do") == "make" && on_form.peek().is_some() && on_form.all(|id| !names.contains_key(id))
}

/// Names that a group has already, that stand there twice, or that are missing; of groups that somebody is in.
fn taken(words: &Words, posted: &Posted, circles: &[Circle], worth: &Worth) -> Problems {
    let mut problems = Problems::none();
    let mut known: Vec<&str> = circles.iter().map(|circle| circle.name.as_str()).collect();
    let fields: Vec<String> = (0..worth.groups.len()).map(name_field).collect();
    let filled = fields
        .iter()
        .zip(&worth.groups)
        .filter(|(_, group)| !group.people.is_empty());
    for (field, _) in filled {
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

/// Whoever the form knows and is in a group by now, and whoever it has no group for.
fn missing<'p>(posted: &'p Posted, people: &'p [Person]) -> Vec<&'p str> {
    let gone = seated(posted).filter(|id| !people.iter().any(|person| person.id == *id));
    let count = count(posted, people);
    let stands = |id: &str| {
        let at: Option<usize> = posted.text(&seat_field(id)).parse().ok();
        at.is_some_and(|at| at < count)
    };
    let new = people
        .iter()
        .map(|person| person.id.as_str())
        .filter(|id| !stands(id));
    gone.chain(new).collect()
}

/// A proposal, and the fields that carry it. Composing takes a processor for up to a second or two: not one that answers others.
async fn propose(
    asked: Asked,
    instance: Instance,
    seed: u64,
) -> anyhow::Result<(Answered, Vec<(String, String)>)> {
    let work = move || match compose(&instance, seed, |_| ControlFlow::Continue(())) {
        Ok(board) => {
            let worth = weigh(&asked, &board, |_| true);
            let seats = worth.groups.iter().enumerate().flat_map(|(number, group)| {
                let seat = move |id: &String| (seat_field(id), number.to_string());
                group.people.iter().map(seat)
            });
            let coaches = worth
                .groups
                .iter()
                .enumerate()
                .map(|(number, group)| (leads_field(number), group.coach.clone().unwrap_or_default()));
            let seats = seats.chain(coaches).collect();
            (Answered::Groups(worth), seats)
        }
        Err(impossible) => (Answered::impossible(&impossible, &asked.offers), Vec::new()),
    };
    tokio::task::spawn_blocking(work)
        .await
        .map_err(|error| anyhow!(error).context("composing groups"))
}

/// Makes the groups and seats everybody, in one transaction.
async fn make(app: &App, desk: &Desk<'_>, asked: &Asked, posted: &Posted) -> Result<Response, Answer> {
    let words = desk.visitor.words();
    let answered = counted(asked, posted)?;
    let conflict =
        |text: String, answered: &Answered| Answer::Conflict(desk.page(posted, &whole(text), answered));
    let Answered::Groups(worth) = &answered else {
        return Err(conflict(words.placing_compose_moved(), &answered));
    };
    if !missing(posted, &asked.people).is_empty() {
        return Err(conflict(words.placing_compose_moved(), &answered));
    }
    let problems = taken(words, posted, &desk.loaded.circles, worth);
    if !problems.is_empty() {
        return Err(Answer::Invalid(desk.page(posted, &problems, &answered)));
    }
    let plan = plan(app, posted, worth)?;
    let tells = !posted.text("tell").is_empty();
    match arrange(app, desk.programme, plan, (posted.text("version"), tells)).await? {
        Outcome::Done => Ok(Redirect::to(&here(desk.programme, "")).into_response()),
        Outcome::Changed => Err(conflict(words.placing_changed(), &answered)),
    }
}

fn plan(app: &App, posted: &Posted, worth: &Worth) -> anyhow::Result<Plan> {
    let now = app.clock.now();
    let mut plan = Plan::default();
    for (number, round) in worth.groups.iter().enumerate() {
        if round.people.is_empty() {
            continue;
        }
        let name = posted.text(&name_field(number)).trim().to_owned();
        let group = GroupId(app.ids.id(now)?);
        let chair = |person: &String, role| Chair {
            person: PersonId(person.clone()),
            group: group.clone(),
            name: name.clone(),
            role,
        };
        let coach = round.coach.iter().map(|coach| chair(coach, "facilitator"));
        let people = round.people.iter().map(|person| chair(person, "participant"));
        let chairs: Vec<Chair> = coach.chain(people).collect();
        plan.seats.extend(chairs);
        plan.groups.push((group, name));
    }
    Ok(plan)
}
