//! Handlers for whoever asks and chooses.

use anyhow::Context as _;
use axum::extract::State;
use axum::response::{IntoResponse as _, Redirect, Response};
use jiff::Span;
use ui::{Problems, locale};

use super::answering::{Answerer, answerer};
use super::rules::{self, Wish};
use super::telling::ask as ask_everybody;
use super::views::{self, Chosen};
use super::{Day, Member, Poll, choice, store};
use crate::app::App;
use crate::auth::Person;
use crate::calendar::{self, Frame, Offer, USUAL, choices};
use crate::error::Answer;
use crate::groups::{self, Group};
use crate::id::{PersonId, PollId};
use crate::people::{self, Addressed};
use crate::web::{Form, Html, Path, Posted, Visitor};

/// A group that somebody may ask.
struct Asking {
    group: Group,
    members: Vec<Member>,
    /// Whose school holidays the programme keeps free.
    region: Option<String>,
}

async fn asking(app: &App, seen: groups::Seen) -> Result<Asking, Answer> {
    if !groups::rules::may_plan(seen.standing) {
        return Err(Answer::NotFound);
    }
    let today = locale::local(app.clock.now()).date().to_string();
    let id = seen.group.id.clone();
    let (members, region) = app
        .db
        .read(move |tx| {
            Ok::<_, ::store::Error>((
                store::members(tx, &id, &today)?,
                calendar::store::region(tx, &id)?,
            ))
        })
        .await
        .context("loading who can be asked")?;
    Ok(Asking {
        group: seen.group,
        members,
        region,
    })
}

pub(super) async fn fresh(
    State(app): State<App>,
    visitor: Visitor,
    seen: groups::Seen,
) -> Result<Html, Answer> {
    let asking = asking(&app, seen).await?;
    let today = locale::local(app.clock.now()).date();
    let week = today
        .checked_add(Span::new().days(7))
        .context("a week from now")?;
    let key = app.ids.id(app.clock.now()).context("making a key")?;
    let least = asking.members.len().div_ceil(2).max(1);
    let begin = [
        (
            "title",
            visitor.words().calendar_series_name(asking.group.name.as_str()),
        ),
        ("method", USUAL.to_owned()),
        ("minutes", "90".to_owned()),
        ("wanted", "1".to_owned()),
        ("apart", "0".to_owned()),
        ("at_least", least.to_string()),
        ("closes", week.to_string()),
        ("time", "19:30".to_owned()),
        ("weeks", "1".to_owned()),
        ("count", "4".to_owned()),
        ("key", key),
    ];
    let fields = begin.map(|(name, value)| (name.to_owned(), value));
    // Without the one who leads it there is no meeting.
    let leaders = asking
        .members
        .iter()
        .enumerate()
        .filter(|(_, member)| member.role == "facilitator")
        .map(|(index, member)| (ui::box_name("needed", index), member.person_id.0.clone()));
    let posted: Posted = fields.into_iter().chain(leaders).collect();
    Ok(form(&app, &visitor, &asking, &posted, &Problems::none()))
}

fn form(app: &App, visitor: &Visitor, asking: &Asking, posted: &Posted, problems: &Problems) -> Html {
    let about = (&asking.group, asking.members.as_slice());
    views::form(visitor, &Offer::of(app), about, posted, problems)
}

pub(super) async fn ask(
    State(app): State<App>,
    visitor: Visitor,
    seen: groups::Seen,
    Form(posted): Form<Posted>,
) -> Result<Response, Answer> {
    let person = seen.person.clone();
    let asking = asking(&app, seen).await?;
    let words = visitor.words();
    let again = |posted: &Posted| form(&app, &visitor, &asking, posted, &Problems::none()).into_response();
    match posted.text("do") {
        "more" => return Ok(again(&posted)),
        "fill" => {
            return match rules::filled(&posted, words, asking.region.as_deref()) {
                Ok(filled) => Ok(again(&filled)),
                Err(problems) => Err(Answer::Invalid(form(&app, &visitor, &asking, &posted, &problems))),
            };
        }
        _ => {}
    }
    let key = uuid::Uuid::parse_str(posted.text("key")).map_err(|_no_form_of_ours| Answer::Unreadable)?;
    let methods: Vec<&str> = choices(&app.catalogue).map(|method| method.id.as_str()).collect();
    let choices = (
        methods.as_slice(),
        asking.members.as_slice(),
        Offer::of(&app).has_video,
    );
    let wish = rules::wish(&posted, words, choices, app.clock.now())
        .map_err(|problems| Answer::Invalid(form(&app, &visitor, &asking, &posted, &problems)))?;
    let id = send(&app, &asking, wish, (person, key.to_string())).await?;
    Ok(Redirect::to(&format!("/polls/{id}")).into_response())
}

/// Writes the poll down and asks everybody. Pressing twice asks once.
async fn send(
    app: &App,
    asking: &Asking,
    wish: Wish,
    (maker, key): (PersonId, String),
) -> anyhow::Result<PollId> {
    let now = app.clock.now();
    let days = wish
        .starts
        .iter()
        .map(|starts| {
            Ok(Day {
                id: app.ids.id(now)?,
                starts_at: starts.as_microsecond(),
                meeting_id: None,
            })
        })
        .collect::<anyhow::Result<Vec<Day>>>()?;
    let manner = {
        let programme = asking.group.programme_id.clone();
        app.db
            .read(move |tx| calendar::store::manner(tx, &programme))
            .await
            .context("looking up how a programme writes")?
    };
    let poll = poll(app, asking, &wish, &maker, manner.1)?;
    let addressed = self::maker(app, &poll)
        .await?
        .context("somebody who asks is nobody")?;
    let telling = ask_everybody(app, (&poll, &days), &asking.members, &addressed)?;
    let (needed, members) = (wish.needed, asking.members.clone());
    app.db
        .write(move |tx| {
            let at = now.as_microsecond();
            if !store::add(tx, &poll, &days, &key, at)? {
                return Ok(store::by_form_key(tx, &key)?.unwrap_or_else(|| poll.id.clone()));
            }
            for member in &members {
                let is_needed = needed.contains(&member.person_id);
                store::add_person(tx, &poll.id, &member.person_id, is_needed)?;
            }
            telling.write(tx, at)?;
            Ok::<_, ::store::Error>(poll.id.clone())
        })
        .await
        .context("asking a group for days")
}

fn poll(
    app: &App,
    asking: &Asking,
    wish: &Wish,
    maker: &PersonId,
    is_sensitive: bool,
) -> anyhow::Result<Poll> {
    let Frame {
        title,
        method,
        minutes,
        place,
        online,
        makes_video,
        directions,
    } = wish.frame.clone();
    let group = &asking.group;
    Ok(Poll {
        id: PollId(app.ids.id(app.clock.now())?),
        group_id: group.id.clone(),
        group_name: group.name.clone(),
        programme_id: group.programme_id.clone(),
        accent: group.accent.clone(),
        title,
        method,
        minutes: minutes.into(),
        place,
        online,
        makes_video,
        directions,
        wanted: wish.wanted,
        apart_days: wish.apart_days,
        at_least: wish.at_least,
        closes_at: wish.closes.as_microsecond(),
        state: "open".to_owned(),
        made_by: maker.clone(),
        is_sensitive,
    })
}

/// Whoever asked, to write to.
pub(super) async fn maker(app: &App, poll: &Poll) -> anyhow::Result<Option<Addressed>> {
    let maker = poll.made_by.clone();
    let found = app
        .db
        .read(move |tx| people::store::readers(tx, std::slice::from_ref(&maker)))
        .await
        .context("looking up who asked")?;
    Ok(found.into_iter().next())
}

/// A poll, and what somebody may do with it.
pub(super) struct Access {
    pub(super) answerer: Answerer,
    pub(super) group: Group,
    /// Takes part, and so is asked.
    pub(super) answers: bool,
    /// Sees who said what, and chooses.
    pub(super) chooses: bool,
}

/// Finds a poll for somebody who is signed in. For who has nothing to do with its group, it does not exist.
pub(super) async fn access(app: &App, id: &PollId, person: &PersonId) -> Result<Access, Answer> {
    let answerer = answerer(app, id.clone(), person.clone())
        .await?
        .ok_or(Answer::NotFound)?;
    let (group, person) = (answerer.loaded.poll.group_id.clone(), person.clone());
    let today = locale::local(app.clock.now()).date().to_string();
    let found = app
        .db
        .read(move |tx| groups::store::find_for(tx, &group, &person, &today))
        .await
        .context("finding the group of a poll")?;
    let (group, roles) = found.ok_or(Answer::NotFound)?;
    let standing = groups::rules::standing(&roles).ok_or(Answer::NotFound)?;
    Ok(Access {
        answerer,
        group,
        answers: standing != groups::rules::Standing::Organiser,
        chooses: groups::rules::may_plan(standing),
    })
}

/// The same, for somebody who may choose.
pub(super) async fn to_choose(app: &App, id: &PollId, person: &PersonId) -> Result<Access, Answer> {
    let access = access(app, id, person).await?;
    if access.chooses {
        Ok(access)
    } else {
        Err(Answer::NotFound)
    }
}

pub(super) async fn show(
    State(app): State<App>,
    visitor: Visitor,
    Person(signed_in): Person,
    Path(id): Path<PollId>,
) -> Result<Html, Answer> {
    let access = access(&app, &id, &signed_in.person).await?;
    let posted = access.answerer.as_posted();
    Ok(page(&app, &visitor, &access, &posted, &Problems::none()))
}

/// The page of a poll: the form to answer for who is asked, and who said what for whoever chooses.
pub(super) fn page(
    app: &App,
    visitor: &Visitor,
    access: &Access,
    posted: &Posted,
    problems: &Problems,
) -> Html {
    let now = app.clock.now();
    let loaded = &access.answerer.loaded;
    let chosen = access.chooses.then(|| {
        let tallies = choice::tallies(&loaded.poll, &loaded.days, &loaded.asked, &loaded.said);
        let proposed = choice::propose(&loaded.poll, &loaded.days, &tallies, now);
        Chosen { tallies, proposed }
    });
    views::poll(visitor, access, chosen.as_ref(), (posted, problems), now)
}
