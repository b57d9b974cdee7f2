//! Turns that go to somebody else, and the mails about them.

use anyhow::Context as _;
use jiff::Timestamp;
use ui::Language;

use super::letters;
use super::rules::Duty;
use super::{Home, Turns, store, turns};
use crate::app::App;
use crate::id::{MeetingId, PersonId};
use crate::post::{self, Addressee, Along, Class, Mail};
use crate::{meetings, people};

/// A turn that somebody got.
#[derive(Clone, Debug)]
pub(super) struct Got {
    pub(super) meeting: MeetingId,
    pub(super) duty: Duty,
    pub(super) person: PersonId,
}

/// Gives turns that wait for somebody: of whoever declined or left, and in meetings that have none yet. Who takes over hears so.
///
/// # Errors
/// When the database does not answer.
pub(crate) async fn settle(app: &App) -> anyhow::Result<()> {
    let now = app.clock.now();
    let waiting = app
        .db
        .read(move |tx| store::unsettled(tx, now.as_microsecond()))
        .await
        .context("looking for turns that wait for somebody")?;
    for id in waiting {
        let (group, given, turns) = app
            .db
            .read(move |tx| {
                let group = store::home(tx, &id)?;
                let given = store::given(tx, &id, now.as_microsecond())?;
                Ok::<_, ::store::Error>((group, given, turns(tx, &id, now, &[])?))
            })
            .await
            .context("loading the turns of a group")?;
        let Some(group) = group else { continue };
        let fresh = changed(&given, turns);
        // Nobody is told of a turn that had no owner before: the invitation or the page says it.
        let taken_over: Vec<Got> = fresh
            .iter()
            .filter(|got| {
                given
                    .iter()
                    .any(|(meeting, duty, _)| *meeting == got.meeting && Duty::of(duty) == Some(got.duty))
            })
            .cloned()
            .collect();
        write(app, &group, fresh, &taken_over).await?;
    }
    Ok(())
}

/// The turns that are not as they were given.
fn changed(given: &[(MeetingId, String, PersonId)], turns: Turns) -> Vec<Got> {
    let mut changed = Vec::new();
    for (meeting, by_duty) in turns {
        for (duty, person) in by_duty {
            let is_same = given
                .iter()
                .any(|(other, word, who)| *other == meeting && word == duty.word() && *who == person);
            if !is_same {
                changed.push(Got {
                    meeting: meeting.clone(),
                    duty,
                    person,
                });
            }
        }
    }
    changed
}

/// Writes turns down, and mails some of those who got one.
pub(super) async fn write(app: &App, group: &Home, fresh: Vec<Got>, told: &[Got]) -> anyhow::Result<()> {
    let now = app.clock.now();
    let (ids, people): (Vec<MeetingId>, Vec<PersonId>) = told
        .iter()
        .map(|got| (got.meeting.clone(), got.person.clone()))
        .unzip();
    let (known, readers) = app
        .db
        .read(move |tx| {
            let mut known = Vec::new();
            for id in &ids {
                known.extend(meetings::store::find(tx, id)?);
            }
            Ok::<_, ::store::Error>((known, people::store::readers(tx, &people)?))
        })
        .await
        .context("loading who gets a turn")?;
    let mut mails = Vec::new();
    for got in told {
        let meeting = known.iter().find(|meeting| meeting.id == got.meeting);
        let reader = readers.iter().find(|reader| reader.id == got.person);
        if let (Some(meeting), Some(reader)) = (meeting, reader)
            && meeting.published_at.is_some()
        {
            mails.push(mail(app, group, reader, (got, meeting.starts()))?);
        }
    }
    let along = Along {
        programme: Some(group.programme_id.clone()),
        calendar: None,
    };
    app.db
        .write(move |tx| {
            for Got {
                meeting,
                duty,
                person,
            } in &fresh
            {
                store::give(tx, meeting, *duty, person)?;
            }
            for mail in &mails {
                post::store::enqueue_with(tx, mail, &along, now.as_microsecond())?;
            }
            Ok::<_, ::store::Error>(())
        })
        .await
        .context("giving turns")
}

fn mail(
    app: &App,
    group: &Home,
    reader: &people::Addressed,
    (got, starts): (&Got, Timestamp),
) -> anyhow::Result<Mail> {
    let now = app.clock.now();
    let language = Language::from_tag(&reader.language).unwrap_or_default();
    let address = app.config.address.as_str();
    let link = format!("{address}/groups/{}/rota", group.id);
    let about = (got.duty, group.name.as_str(), starts);
    let letters::Text { subject, text } = letters::letter(language, &reader.name, about, (&link, address));
    Ok(Mail {
        id: Mail::id(&app.ids, now)?,
        key: format!(
            "turn/{}/{}/{}/{}",
            got.meeting,
            got.duty.word(),
            reader.id,
            now.as_microsecond()
        ),
        to: Addressee {
            person: Some(reader.id.clone()),
            address: reader.mail.clone(),
            language,
        },
        subject,
        text,
        about: "turn",
        class: Class::InTurn,
        is_decoy: false,
        due: now,
        until: Some(starts),
    })
}
