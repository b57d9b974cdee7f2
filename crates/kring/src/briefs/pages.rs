//! Handlers that show briefs: one's own, those of a group, and one of them.

use anyhow::Context as _;
use axum::extract::{FromRequestParts, State};
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use jiff::Timestamp;
use ui::locale;

use super::consents::Use;
use super::rules::{self, Act, Role, State as Stand, may};
use super::views::{self, Around, Listed, Read};
use super::writing::near;
use super::{Brief, Line, store, trail};
use crate::app::App;
use crate::auth::Person;
use crate::error::Answer;
use crate::groups::{self, rules::Standing};
use crate::id::PersonId;
use crate::web::{Html, Path, Visitor};

/// A brief and as what somebody stands before it. For who has nothing to do with its group, it does not exist.
pub(super) struct Seen {
    pub(super) person: PersonId,
    /// Their name.
    pub(super) name: String,
    pub(super) brief: Brief,
    pub(super) role: Role,
}

impl FromRequestParts<App> for Seen {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Response> {
        let Person(signed_in) = Person::from_request_parts(parts, app)
            .await
            .map_err(IntoResponse::into_response)?;
        let Path(id) = Path::<String>::from_request_parts(parts, app)
            .await
            .map_err(IntoResponse::into_response)?;
        Self::of(app, &id, (signed_in.person, signed_in.name))
            .await
            .map_err(IntoResponse::into_response)
    }
}

impl Seen {
    /// The brief before this person, with their name.
    ///
    /// # Errors
    /// When it does not exist for them, or no longer.
    pub(super) async fn of(app: &App, id: &str, (person, name): (PersonId, String)) -> Result<Self, Answer> {
        let today = locale::local(app.clock.now()).date().to_string();
        let (id, who) = (id.to_owned(), person.clone());
        let found = app
            .db
            .read(move |tx| store::find_for(tx, &id, &who, &today))
            .await
            .context("finding a brief")?;
        let seen = found.and_then(|(brief, roles, others)| {
            let role = rules::role(brief.owners().contains(&person), &roles, others)?;
            Some(Self {
                person,
                name,
                brief,
                role,
            })
        });
        match seen {
            Some(seen) if seen.brief.state() == Stand::Withdrawn && seen.is_owner() => Err(Answer::Gone),
            Some(seen) => Ok(seen),
            None => Err(Answer::NotFound),
        }
    }

    pub(super) fn may(&self, act: Act) -> bool {
        may(act, self.role, self.brief.state(), self.brief.readers())
    }

    /// Goes on only when they may; otherwise there is nothing here for them.
    pub(super) fn only(self, act: Act) -> Result<Self, Answer> {
        if self.may(act) {
            Ok(self)
        } else {
            Err(Answer::NotFound)
        }
    }

    /// Whether they were asked to own it as well, and have not answered.
    pub(super) fn is_asked(&self) -> bool {
        self.brief.second_id.as_ref() == Some(&self.person)
            && self.brief.second_since.is_none()
            && self.brief.state() != Stand::Withdrawn
    }

    /// Whether somebody else looks before others read it.
    pub(super) fn is_checked_by_another(&self) -> bool {
        self.role != Role::OwnerAlone
    }

    pub(super) fn is_owner(&self) -> bool {
        matches!(self.role, Role::Owner | Role::OwnerAlone)
    }
}

/// One's own briefs.
pub(super) async fn mine(
    State(app): State<App>,
    visitor: Visitor,
    Person(person): Person,
) -> Result<Html, Answer> {
    let today = locale::local(app.clock.now()).date().to_string();
    let (lines, belongings, asked) = app
        .db
        .read(move |tx| {
            let lines = store::of_owner(tx, &person.person)?;
            let belongings = groups::store::belongings(tx, &person.person, &today)?;
            Ok::<_, ::store::Error>((lines, belongings, store::asked(tx, &person.person, &today)?))
        })
        .await
        .context("loading somebody's briefs")?;
    let places = belongings
        .into_iter()
        .filter(|one| matches!(one.role.as_str(), "participant" | "facilitator"))
        .filter_map(|one| one.group_id.zip(one.group_name))
        .collect::<Vec<_>>();
    Ok(views::mine(
        &visitor,
        &listed(&app, lines, "own"),
        &places,
        &asked,
    ))
}

/// The briefs of others in a group that somebody may read.
pub(super) async fn of_group(
    State(app): State<App>,
    visitor: Visitor,
    seen: groups::Seen,
) -> Result<Html, Answer> {
    if seen.standing == Standing::Organiser {
        return Err(Answer::NotFound);
    }
    let (group, leads) = (seen.group.id.clone(), seen.standing == Standing::Facilitator);
    let lines = app
        .db
        .read(move |tx| store::of_group(tx, &group, leads))
        .await
        .context("loading the briefs of a group")?;
    Ok(views::of_group(
        &visitor,
        &seen.group,
        &listed(&app, lines, "shared"),
    ))
}

fn listed(app: &App, lines: Vec<Line>, part: &str) -> Vec<Listed> {
    lines
        .into_iter()
        .map(|line| {
            let title = match line.opened(app, part) {
                Ok(answers) => Some(answers.of("title").to_owned()),
                // One whose key is gone must not take the others with it.
                Err(error) => {
                    tracing::error!("a case on a list: {error:#}");
                    None
                }
            };
            Listed { line, title }
        })
        .collect()
}

/// A brief: for its owner how it stands and what comes next, for others what is shared.
pub(super) async fn show(State(app): State<App>, visitor: Visitor, seen: Seen) -> Result<Html, Answer> {
    page(&app, &visitor, seen, None).await
}

/// The page, with a question that was not taken and why.
pub(super) async fn page(
    app: &App,
    visitor: &Visitor,
    seen: Seen,
    refused: Option<(String, String)>,
) -> Result<Html, Answer> {
    if seen.is_asked() {
        return Ok(views::joining(visitor, &seen.brief));
    }
    let seen = if seen.is_owner() {
        seen
    } else {
        seen.only(Act::Read)?
    };
    if !seen.is_owner() {
        trail::note_reading(app, &seen).await?;
    }
    let around = around(app, &seen).await?;
    let brief = &seen.brief;
    let shared = brief.shared(app)?;
    let is_treated = brief.treated.as_deref() == Some("treated");
    let own = if seen.is_owner() {
        Some(brief.own(app)?)
    } else {
        None
    };
    let shown = Read {
        near: match &own {
            Some(own) if !is_treated => near(app, &seen.person, own).await?,
            _ => Vec::new(),
        },
        is_treated,
        own,
        shared: if is_unlocked(&seen) {
            shared
        } else {
            shared.without_hidden()
        },
        question: brief.question(app)?.filter(|_| brief.state() == Stand::Returned),
        seen: &seen,
        around: &around,
        methods: &app.catalogue,
        refused,
    };
    Ok(views::read(visitor, &shown))
}

/// What stands around a case, for this person.
async fn around(app: &App, seen: &Seen) -> anyhow::Result<Around> {
    let now = app.clock.now();
    let today = locale::local(now).date().to_string();
    let brief = &seen.brief;
    let (id, group, owner) = (brief.id.clone(), brief.group_id.clone(), brief.owner_id.clone());
    let (person, is_owner) = (seen.person.clone(), seen.is_owner());
    app.db
        .read(move |tx| {
            let ahead = store::ahead(tx, &group, now.as_microsecond())?;
            if !is_owner {
                return Ok(Around {
                    ahead,
                    ..Around::default()
                });
            }
            let mine = store::allowed_by(tx, &id, &person)?;
            let mut allowed = Vec::new();
            for one in Use::ALL {
                let is_mine = mine.iter().any(|word| word == one.word());
                allowed.push((one, is_mine, store::allows(tx, &id, one)?));
            }
            Ok::<_, ::store::Error>(Around {
                ahead,
                allowed,
                companions: store::companions(tx, &group, &owner, &today)?,
                trail: store::trail(tx, &id)?,
            })
        })
        .await
        .context("loading what stands around a case")
}

/// Who brings it and who checks it know how it ended; the others read it once it was treated.
fn is_unlocked(seen: &Seen) -> bool {
    seen.role != Role::Member || seen.brief.treated.as_deref() == Some("treated")
}

/// When something happened.
pub(super) fn moment(at: i64) -> Timestamp {
    Timestamp::from_microsecond(at).unwrap_or_default()
}
