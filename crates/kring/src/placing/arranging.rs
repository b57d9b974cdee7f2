//! Carrying out what a form proposes: new groups and seats, all of it in one transaction, and only on the version it was based on.

use ::store::{Error, Tx};
use anyhow::Context as _;
use jiff::{Span, Timestamp};
use ui::locale;

use super::seating::{When, move_one};
use super::telling::{Placed, Seated, mail, put_out};
use super::{store, version};
use crate::app::App;
use crate::calendar;
use crate::id::{GroupId, PersonId};
use crate::people;
use crate::post::Mail;
use crate::programmes::Programme;

/// Groups to make and seats to give.
#[derive(Clone, Debug, Default)]
pub(super) struct Plan {
    /// New groups with their names.
    pub(super) groups: Vec<(GroupId, String)>,
    pub(super) seats: Vec<Chair>,
}

/// A seat for somebody. Whoever leads stands before those who are led: their mails name them.
#[derive(Clone, Debug)]
pub(super) struct Chair {
    pub(super) person: PersonId,
    pub(super) group: GroupId,
    /// The name of the group, for the mail.
    pub(super) name: String,
    /// `participant` or `facilitator`.
    pub(super) role: &'static str,
}

/// What became of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    /// It is so now; or it was so already, because somebody pressed twice.
    Done,
    /// Somebody got another seat since the form was made. Nothing was done.
    Changed,
}

/// A chair with the ids that it may need: two memberships and a mail.
struct Fresh {
    chair: Chair,
    one: String,
    other: String,
    mail: String,
}

/// What stays the same in every try of the transaction.
struct Work<'a> {
    programme: &'a Programme,
    groups: &'a [(GroupId, String)],
    chairs: &'a [Fresh],
    today: &'a str,
    yesterday: &'a str,
    now: Timestamp,
    /// How people reach Kring; `None` when nobody is to be told.
    address: Option<&'a str>,
}

/// Makes the groups and gives the seats, mails those who got one when `tells` says so, and invites them to what their group has planned.
pub(super) async fn arrange(
    app: &App,
    programme: &Programme,
    plan: Plan,
    (based_on, tells): (&str, bool),
) -> anyhow::Result<Outcome> {
    let now = app.clock.now();
    let today = locale::local(now).date();
    let yesterday = today.checked_sub(Span::new().days(1))?.to_string();
    let today = today.to_string();
    let mut chairs = Vec::new();
    for chair in plan.seats {
        chairs.push(Fresh {
            chair,
            one: app.ids.id(now)?,
            other: app.ids.id(now)?,
            mail: Mail::id(&app.ids, now)?,
        });
    }
    let (programme, based_on) = (programme.clone(), based_on.to_owned());
    let address = tells.then(|| app.config.address.clone());
    let outcome = app
        .db
        .write(move |tx| {
            let work = Work {
                programme: &programme,
                groups: &plan.groups,
                chairs: &chairs,
                today: &today,
                yesterday: &yesterday,
                now,
                address: address.as_deref(),
            };
            work.carry_out(tx, &based_on)
        })
        .await
        .context("carrying out a proposal")?;
    if outcome == Outcome::Done {
        calendar::catch_up(app).await?;
    }
    Ok(outcome)
}

impl Work<'_> {
    fn carry_out(&self, tx: &mut Tx<'_>, based_on: &str) -> Result<Outcome, Error> {
        let standing = store::standing(tx, &self.programme.id, self.today)?;
        if version::of(&standing) != based_on {
            let sits = |chair: &Chair| {
                standing.iter().any(|line| {
                    line.what == chair.role && line.one == chair.person.0 && line.other == chair.group.0
                })
            };
            let is_so = self.groups.is_empty() && self.chairs.iter().all(|fresh| sits(&fresh.chair));
            return Ok(if is_so { Outcome::Done } else { Outcome::Changed });
        }
        for (group, name) in self.groups {
            store::add_group(tx, group, &self.programme.id, name)?;
        }
        let mut mails = Vec::new();
        for fresh in self.chairs {
            mails.extend(self.seat(tx, fresh)?);
        }
        put_out(tx, &self.programme.id, &mails, self.now.as_microsecond())?;
        Ok(Outcome::Done)
    }

    /// Gives somebody a seat; the mail about it when they got it now and are to hear of it.
    fn seat(&self, tx: &mut Tx<'_>, fresh: &Fresh) -> Result<Option<Mail>, Error> {
        let Chair {
            person,
            group,
            name,
            role,
        } = &fresh.chair;
        let when = When {
            today: self.today,
            yesterday: self.yesterday,
            now: self.now.as_microsecond(),
        };
        let goal = (person, Some((group, *role)));
        let is_new = move_one(tx, &self.programme.id, goal, (&fresh.one, &fresh.other), when)?;
        let Some(address) = self.address.filter(|_| is_new) else {
            return Ok(None);
        };
        let known = people::store::readers(tx, std::slice::from_ref(person))?;
        let leaders = store::leaders(tx, group, self.today)?;
        let seated = Seated {
            programme: self.programme,
            group: Some((group, name)),
            role,
        };
        let placed = known.into_iter().next().map(|person| Placed { person, leaders });
        Ok(placed.map(|placed| mail(address, seated, &placed, (fresh.mail.clone(), self.now))))
    }
}
