//! Late entries: people who got a place in the programme after its groups were made are placed in them, and as few others as can be move.
//!
//! As on the page that composes groups, the form carries everything and the version it was based on. Only groups that somebody is
//! in are looked at; others are filled on the page of people.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context as _, anyhow};
use axum::extract::State;
use axum::response::{IntoResponse as _, Redirect, Response};
use matching::{Board, Group, Problem};
use ui::{Problems, locale};

use super::arranging::{Chair, Outcome, Plan, arrange};
use super::arrivals::{Obstacle, obstacles, propose};
use super::composing::year;
use super::pages::here;
use super::question::{self, MOST_PEOPLE, from_field, seat_field, seated, with_seats};
use super::views::{self, Late};
use super::worth::{Asked, Worth, weigh};
use super::{Circle, Known, Whom, store, version};
use crate::app::App;
use crate::error::Answer;
use crate::id::PersonId;
use crate::programmes::{Managed, Programme};
use crate::web::{Form, Html, Posted, Visitor};

/// Everybody who takes part, with what is known about them, and the groups that somebody is in.
struct Loaded {
    known: Vec<Known>,
    circles: Vec<Circle>,
    version: String,
}

async fn load(app: &App, programme: &Programme) -> anyhow::Result<Loaded> {
    let today = locale::local(app.clock.now()).date().to_string();
    let programme = programme.id.clone();
    app.db
        .read(move |tx| {
            let mut circles = store::circles(tx, &programme, &today)?;
            circles.retain(|circle| circle.participants > 0);
            Ok::<_, ::store::Error>(Loaded {
                known: store::known(tx, &programme, (&today, Whom::Everybody))?,
                circles,
                version: version::of(&store::standing(tx, &programme, &today)?),
            })
        })
        .await
        .context("loading who came late")
}

/// What a request works on.
struct Desk<'a> {
    visitor: &'a Visitor,
    programme: &'a Programme,
    loaded: &'a Loaded,
    names: BTreeMap<&'a str, &'a str>,
    /// In which group everybody is who is in one, by its number.
    homes: BTreeMap<&'a str, usize>,
    late: BTreeSet<&'a str>,
}

impl<'a> Desk<'a> {
    fn new(visitor: &'a Visitor, programme: &'a Programme, loaded: &'a Loaded) -> Self {
        let names = question::names(&loaded.known);
        let groups = loaded.known.iter().filter(|one| one.what == "group");
        let homes: BTreeMap<&str, usize> = groups
            .filter_map(|one| Some((one.person_id.as_str(), number_of(&loaded.circles, &one.value)?)))
            .collect();
        Self {
            late: names
                .keys()
                .copied()
                .filter(|id| !homes.contains_key(id))
                .collect(),
            visitor,
            programme,
            loaded,
            names,
            homes,
        }
    }

    /// The groups as they are.
    fn groups(&self) -> Vec<Group> {
        let mut groups = vec![Group::default(); self.loaded.circles.len()];
        for (person, at) in &self.homes {
            if let Some(group) = groups.get_mut(*at) {
                group.people.push((*person).to_owned());
            }
        }
        groups
    }

    /// The question of the form, or the form with what is wrong in it.
    fn asked(&self, app: &App, posted: &Posted) -> Result<Asked, Answer> {
        let words = self.visitor.words();
        let invalid = |problems: &Problems| Answer::Invalid(self.bare(posted, problems));
        // How small a group may be is not asked: no group gets smaller than the smallest is now.
        let read = question::rules(&posted.clone().with("least", "2"), words);
        let (mut rules, offers) = read.map_err(|problems| invalid(&problems))?;
        let sizes = self.loaded.circles.iter().map(|circle| circle.participants);
        let smallest = usize::try_from(sizes.min().unwrap_or_default()).unwrap_or_default();
        rules.size.least = smallest.clamp(1, rules.size.best);
        rules.groups = Some(self.loaded.circles.len());
        let people = question::people(&self.loaded.known, year(app));
        if people.len() > MOST_PEOPLE {
            let mut problems = Problems::none();
            problems.add("whole", words.placing_compose_too_many(MOST_PEOPLE));
            return Err(invalid(&problems));
        }
        // Their groups are led already.
        Ok(question::asked(rules, offers, people, (Vec::new(), false)))
    }

    /// Whether there is nobody to place, or nowhere to place them.
    fn is_idle(&self) -> bool {
        self.late.is_empty() || self.loaded.circles.is_empty()
    }

    /// What the form as it stands is worth, and what keeps those without a group out of each.
    fn page(&self, asked: &Asked, posted: &Posted, problems: &Problems) -> anyhow::Result<Html> {
        if self.is_idle() {
            return Ok(self.bare(posted, problems));
        }
        let posted = posted.clone().with("version", &self.loaded.version);
        let (worth, unplaced) = self.weighed(asked, &posted)?;
        let late = self.late(&posted, problems, Some((&worth, &unplaced)));
        Ok(views::latecomers(self.visitor, &late))
    }

    /// The form alone: nobody is late, there are no groups, or it cannot be read.
    fn bare(&self, posted: &Posted, problems: &Problems) -> Html {
        views::latecomers(self.visitor, &self.late(posted, problems, None))
    }

    fn late<'s>(
        &'s self,
        posted: &'s Posted,
        problems: &'s Problems,
        answered: Option<(&'s Worth, &'s BTreeMap<String, Vec<Obstacle>>)>,
    ) -> Late<'s> {
        Late {
            programme: self.programme,
            known: &self.loaded.known,
            names: &self.names,
            circles: &self.loaded.circles,
            homes: &self.homes,
            waiting: &self.late,
            posted,
            problems,
            answered,
        }
    }

    fn weighed(
        &self,
        asked: &Asked,
        posted: &Posted,
    ) -> anyhow::Result<(Worth, BTreeMap<String, Vec<Obstacle>>)> {
        let count = self.loaded.circles.len();
        let instance = asked.by_hand(count).map_err(|problems| unasked(&problems))?;
        let mut board = Board::of(&instance, &self.groups());
        for person in seated(posted) {
            if let Some(at) = number_of(&self.loaded.circles, posted.text(&seat_field(person))) {
                board.put(person, at);
            }
        }
        let worth = weigh(asked, &board, |id| self.has_row(posted, id));
        let places = seated_now(&worth);
        let waiting = self.late.iter().filter(|id| !places.contains(*id));
        let unplaced = waiting.map(|id| ((*id).to_owned(), obstacles(asked, &board, &worth, id)));
        let unplaced = unplaced.collect();
        Ok((worth, unplaced))
    }

    /// Late ones have a row, and whoever moves for them.
    fn has_row(&self, posted: &Posted, person: &str) -> bool {
        self.late.contains(person)
            || (self.homes.contains_key(person) && posted.get(&seat_field(person)).is_some())
    }

    /// The fields that carry a proposal.
    async fn proposed(&self, asked: &Asked) -> anyhow::Result<Vec<(String, String)>> {
        let (asked, groups) = (asked.clone(), self.groups());
        let late: Vec<String> = self.late.iter().map(|id| (*id).to_owned()).collect();
        let seats = tokio::task::spawn_blocking(move || propose(&asked, &groups, &late))
            .await
            .map_err(|error| anyhow!(error).context("placing who came late"))?;
        let mut fields = Vec::new();
        for (person, at) in seats {
            let circle = self.loaded.circles.get(at).context("a group that is none")?;
            if let Some(home) = self
                .homes
                .get(person.as_str())
                .and_then(|at| self.loaded.circles.get(*at))
            {
                fields.push((from_field(&person), home.id.0.clone()));
            }
            fields.push((seat_field(&person), circle.id.0.clone()));
        }
        Ok(fields)
    }

    /// The form without the seats of those who are somewhere else by now.
    fn still_true(&self, posted: &Posted) -> Posted {
        let is_true = |person: &str| {
            let home = self.homes.get(person).and_then(|at| self.loaded.circles.get(*at));
            home.map_or_else(
                || self.late.contains(person),
                |home| posted.text(&from_field(person)) == home.id.0,
            )
        };
        let fields = posted.fields().filter(|(name, _)| {
            let person = name.strip_prefix("seat-").or_else(|| name.strip_prefix("from-"));
            person.is_none_or(is_true)
        });
        fields
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .collect()
    }
}

fn number_of(circles: &[Circle], id: &str) -> Option<usize> {
    circles.iter().position(|circle| circle.id.0 == id)
}

fn unasked(problems: &[Problem]) -> anyhow::Error {
    anyhow!("a question that cannot be asked: {problems:?}")
}

fn seated_now(worth: &Worth) -> BTreeSet<&str> {
    let people = worth.groups.iter().flat_map(|group| &group.people);
    people.map(String::as_str).collect()
}

/// The proposal stands there at once; asking for it changes nothing.
pub(super) async fn show(
    State(app): State<App>,
    visitor: Visitor,
    Managed { programme, .. }: Managed,
) -> Result<Html, Answer> {
    let loaded = load(&app, &programme).await?;
    let desk = Desk::new(&visitor, &programme, &loaded);
    let posted: Posted = question::usual().collect();
    if desk.is_idle() {
        return Ok(desk.bare(&posted, &Problems::none()));
    }
    let asked = desk.asked(&app, &posted)?;
    let posted = with_seats(&posted, desk.proposed(&asked).await?);
    Ok(desk.page(&asked, &posted, &Problems::none())?)
}

/// Proposes, counts again, or places people.
pub(super) async fn act(
    State(app): State<App>,
    visitor: Visitor,
    Managed { programme, .. }: Managed,
    Form(posted): Form<Posted>,
) -> Result<Response, Answer> {
    let loaded = load(&app, &programme).await?;
    let desk = Desk::new(&visitor, &programme, &loaded);
    match posted.text("do") {
        "place" => place(&app, &desk, &posted).await,
        _ if desk.is_idle() => Ok(desk.bare(&posted, &Problems::none()).into_response()),
        "count" => {
            let posted = desk.still_true(&posted);
            let asked = desk.asked(&app, &posted)?;
            Ok(desk.page(&asked, &posted, &Problems::none())?.into_response())
        }
        _ => {
            let asked = desk.asked(&app, &posted)?;
            let posted = with_seats(&posted, desk.proposed(&asked).await?);
            Ok(desk.page(&asked, &posted, &Problems::none())?.into_response())
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
    let is_stale = posted.text("version") != loaded.version;
    let asked = desk.asked(&app, &posted)?;
    if is_stale {
        return Err(Answer::Conflict(changed(&desk, &asked, &posted)?));
    }
    let (worth, unplaced) = desk.weighed(&asked, &posted)?;
    let problems = Problems::none();
    let late = desk.late(&posted, &problems, Some((&worth, &unplaced)));
    Ok(views::latecomers_score(&visitor, &late, (&worth, &unplaced)))
}

/// The form as far as it is still true, with what happened.
fn changed(desk: &Desk<'_>, asked: &Asked, posted: &Posted) -> anyhow::Result<Html> {
    let mut problems = Problems::none();
    problems.add("whole", desk.visitor.words().placing_changed());
    let posted = desk.still_true(posted);
    desk.page(asked, &posted, &problems)
}

async fn place(app: &App, desk: &Desk<'_>, posted: &Posted) -> Result<Response, Answer> {
    let asked = desk.asked(app, posted)?;
    let chairs = seated(posted).filter_map(|person| {
        let at = number_of(&desk.loaded.circles, posted.text(&seat_field(person)))?;
        let circle = desk.loaded.circles.get(at)?;
        Some(Chair {
            person: PersonId(person.to_owned()),
            group: circle.id.clone(),
            name: circle.name.clone(),
            role: "participant",
        })
    });
    let plan = Plan {
        groups: Vec::new(),
        seats: chairs.collect(),
    };
    if plan.seats.is_empty() {
        let mut problems = Problems::none();
        problems.add("whole", desk.visitor.words().placing_late_nobody());
        return Err(Answer::Invalid(desk.page(
            &asked,
            &desk.still_true(posted),
            &problems,
        )?));
    }
    let tells = !posted.text("tell").is_empty();
    match arrange(app, desk.programme, plan, (posted.text("version"), tells)).await? {
        Outcome::Done => Ok(Redirect::to(&here(desk.programme, "")).into_response()),
        Outcome::Changed => Err(Answer::Conflict(changed(desk, &asked, posted)?)),
    }
}
