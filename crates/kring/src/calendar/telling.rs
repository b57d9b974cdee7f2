//! What people must hear about a meeting, made ready before the transaction that writes it down: mails with a calendar file, reminders
//! for later, links to answer with, and reminders that are taken back.

use jiff::{SignedDuration, Timestamp};
use paper::calendar::{Contact, Entry, Method, file};
use ui::Language;
use ui::locale::AMSTERDAM;

use super::letters::{self, Links};
use super::news::News;
use super::speaking::AFTER;
use super::{Details, Invited, rules, store};
use crate::app::App;
use crate::auth::Token;
use crate::id::{MeetingId, PersonId};
use crate::people;
use crate::post::{self, Addressee, Along, Class, Enclosure, Mail};
use crate::words::words;

/// What follows the number of a meeting in the UID of its calendar entries. It never changes, or calendars would not know the meeting
/// again.
pub(super) const UID_END: &str = "@kring";

/// Everything to write down.
#[derive(Clone, Debug, Default)]
pub(super) struct Telling {
    mails: Vec<(Mail, Along)>,
    links: Vec<Link>,
    /// Beginnings of the keys of mails that nobody needs any more.
    gone: Vec<String>,
}

#[derive(Clone, Debug)]
struct Link {
    hash: String,
    meeting: MeetingId,
    person: PersonId,
    ends_at: i64,
}

impl Telling {
    /// Nothing but these mails.
    pub(super) fn of(mails: impl IntoIterator<Item = (Mail, Along)>) -> Self {
        Self {
            mails: mails.into_iter().collect(),
            ..Self::default()
        }
    }

    /// The same, and mails whose keys begin like this are taken back.
    pub(super) fn without(mut self, prefix: String) -> Self {
        self.gone.push(prefix);
        self
    }

    /// Writes it down. Call it in the transaction of what happened.
    pub(super) fn write(&self, tx: &mut ::store::Tx<'_>, now: i64) -> Result<(), ::store::Error> {
        for prefix in &self.gone {
            post::store::withdraw(tx, prefix, now)?;
        }
        for link in &self.links {
            store::add_reply_link(tx, &link.hash, &link.meeting, &link.person, link.ends_at)?;
        }
        for (mail, along) in &self.mails {
            post::store::enqueue_with(tx, mail, along, now)?;
        }
        Ok(())
    }

    /// Invitations of somebody who may have been invited before, and hears it again; that nobody is invited twice, their place on the
    /// list sees to.
    pub(super) fn not_the_first(&mut self, at: i64) {
        for (mail, _) in &mut self.mails {
            if mail.about == "invited" {
                mail.key = format!("{}/{at}", mail.key);
            }
        }
    }
}

/// The beginning of the keys of the reminders of a meeting, of one person or of everybody.
pub(super) fn reminders_of(meeting: &MeetingId, person: Option<&PersonId>) -> String {
    match person {
        Some(person) => format!("meeting/{meeting}/reminder/{person}/"),
        None => format!("meeting/{meeting}/reminder/"),
    }
}

/// Invites these people, or tells them that the meeting moved: `meeting` is as it is now. Whoever has declined hears of the new time,
/// because they may be free then.
pub(super) fn invite(
    app: &App,
    meeting: &Details,
    invited: &[Invited],
    news: News<'_>,
) -> anyhow::Result<Telling> {
    let telling = tell(app, meeting, invited, news)?;
    Ok(match news {
        News::Moved => telling.without(reminders_of(&meeting.id, None)),
        _ => telling,
    })
}

/// The same for these people only: the reminders of others stay.
pub(super) fn tell(
    app: &App,
    meeting: &Details,
    invited: &[Invited],
    news: News<'_>,
) -> anyhow::Result<Telling> {
    let mut telling = Telling::default();
    for person in invited {
        let reply = link(app, meeting, person, &mut telling)?;
        let about = (news, Method::Request, "invited");
        telling
            .mails
            .push(mail(app, meeting, person, about, Some(&reply))?);
        if person.state == "expected" {
            remind(app, meeting, person, &mut telling)?;
        }
    }
    Ok(telling)
}

/// Tells everybody who might come that a meeting does not take place.
pub(super) fn call_off(
    app: &App,
    meeting: &Details,
    invited: &[Invited],
    because: Option<&str>,
) -> anyhow::Result<Telling> {
    let mut telling = Telling::default();
    telling.gone.push(format!("meeting/{}/", meeting.id));
    for person in invited {
        let about = (News::Cancelled(because), Method::Cancel, "cancelled");
        telling.mails.push(mail(app, meeting, person, about, None)?);
    }
    Ok(telling)
}

/// The reminders of somebody who comes.
pub(super) fn remind(
    app: &App,
    meeting: &Details,
    person: &Invited,
    telling: &mut Telling,
) -> anyhow::Result<()> {
    let now = app.clock.now();
    let earliest = now.checked_add(SignedDuration::from_hours(24)).unwrap_or(now);
    for (days, due) in rules::reminders(&meeting.seen_by(person), earliest) {
        let reply = link(app, meeting, person, telling)?;
        let text = text(app, (meeting, News::Soon(days)), person, Some(&reply));
        let key = reminder_key(meeting, person, days);
        let mail = addressed(app, (meeting, person), (key, "reminder", due), text)?;
        let along = Along {
            programme: Some(meeting.programme_id.clone()),
            calendar: None,
        };
        telling.mails.push((mail, along));
    }
    Ok(())
}

/// The key of the reminder so many days before a meeting: another one when it moves.
fn reminder_key(meeting: &Details, person: &Invited, days: u32) -> String {
    let prefix = reminders_of(&meeting.id, Some(&person.person_id));
    format!("{prefix}{}/{days}", meeting.seen_by(person).starts_at)
}

/// Writes the reminders of a meeting that wait once more, because what they name has changed. No reminder comes or goes.
///
/// # Errors
/// When the database does not answer.
pub(crate) fn rewrite_reminders(
    app: &App,
    tx: &mut ::store::Tx<'_>,
    meeting: &MeetingId,
) -> anyhow::Result<()> {
    let Some(details) = store::details(tx, meeting)? else {
        return Ok(());
    };
    for person in store::invited(tx, meeting)? {
        for (days, _) in rules::reminders(&details.seen_by(&person), Timestamp::MIN) {
            let mut telling = Telling::default();
            let reply = link(app, &details, &person, &mut telling)?;
            let text = text(app, (&details, News::Soon(days)), &person, Some(&reply));
            if store::rewrite_mail(tx, &reminder_key(&details, &person, days), &text.text)? {
                telling.write(tx, app.clock.now().as_microsecond())?;
            }
        }
    }
    Ok(())
}

/// A link of its own in every mail: the one in an old mail goes on working, and none can be made from another. That of a speaker leads
/// to the page of the one meeting they know.
fn link(app: &App, meeting: &Details, person: &Invited, telling: &mut Telling) -> anyhow::Result<String> {
    let token = Token::fresh(&app.ids)?;
    let (page, ends) = match person.talk {
        Some(_) => ("speaker", meeting.ends().checked_add(AFTER)?),
        None => ("reply", meeting.ends()),
    };
    telling.links.push(Link {
        hash: token.hash(),
        meeting: meeting.id.clone(),
        person: person.person_id.clone(),
        ends_at: ends.as_microsecond(),
    });
    Ok(format!("{}/{page}/{token}", app.config.address))
}

pub(super) fn mail(
    app: &App,
    meeting: &Details,
    person: &Invited,
    (news, method, about): (News<'_>, Method, &'static str),
    reply: Option<&str>,
) -> anyhow::Result<(Mail, Along)> {
    let text = text(app, (meeting, news), person, reply);
    let sequence = meeting.seen_by(person).sequence;
    let key = format!("meeting/{}/{about}/{sequence}/{}", meeting.id, person.person_id);
    let mail = addressed(app, (meeting, person), (key, about, app.clock.now()), text)?;
    let along = Along {
        programme: Some(meeting.programme_id.clone()),
        calendar: Some(Enclosure {
            method: method.word().to_owned(),
            file: file(
                method,
                &AMSTERDAM,
                None,
                &[entry(app, meeting, language(&person.language), Some(person))],
            ),
        }),
    };
    Ok((mail, along))
}

fn text(
    app: &App,
    (meeting, news): (&Details, News<'_>),
    person: &Invited,
    reply: Option<&str>,
) -> letters::Text {
    let links = Links {
        address: &app.config.address,
        reply,
    };
    let to = letters::To {
        name: &person.name,
        talk: person.talk.as_ref(),
    };
    letters::letter(
        language(&person.language),
        (&meeting.seen_by(person), news),
        &to,
        &links,
    )
}

fn addressed(
    app: &App,
    (meeting, person): (&Details, &Invited),
    (key, about, due): (String, &'static str, Timestamp),
    text: letters::Text,
) -> anyhow::Result<Mail> {
    Ok(Mail {
        id: Mail::id(&app.ids, app.clock.now())?,
        key,
        to: Addressee {
            person: Some(person.person_id.clone()),
            address: person.mail.clone(),
            language: language(&person.language),
        },
        subject: text.subject,
        text: text.text,
        about,
        class: Class::InTurn,
        is_decoy: false,
        due,
        until: Some(meeting.ends()),
    })
}

pub(super) fn language(code: &str) -> Language {
    Language::from_tag(code).unwrap_or_default()
}

/// A meeting as it stands in a calendar; with the one who is invited, or on a list to look at.
pub(super) fn entry(app: &App, meeting: &Details, language: Language, person: Option<&Invited>) -> Entry {
    let own = person.map(|person| meeting.seen_by(person));
    let meeting = own.as_ref().unwrap_or(meeting);
    let words = words(language);
    let link = format!("{}/meetings/{}", app.config.address, meeting.id);
    let mut description = vec![format!("{}\n{link}", words.calendar_all_of_it())];
    description.extend(
        meeting
            .online
            .as_deref()
            .map(|online| words.calendar_line_online(online)),
    );
    description.extend(
        meeting
            .directions
            .as_deref()
            .map(|way| words.calendar_line_way(way)),
    );
    Entry {
        uid: format!("{}{UID_END}", meeting.id),
        sequence: u32::try_from(meeting.sequence).unwrap_or(u32::MAX),
        made: app.clock.now(),
        starts: meeting.starts(),
        ends: meeting.ends(),
        title: letters::title(language, meeting),
        description: description.join("\n\n"),
        place: meeting.place.clone().or_else(|| meeting.online.clone()),
        link,
        organiser: Contact {
            name: if meeting.is_sensitive {
                "Kring".to_owned()
            } else {
                meeting.programme.clone()
            },
            mail: post::sender(&app.config),
        },
        invited: person
            .map(|person| Contact {
                name: person.name.clone(),
                mail: person.mail.clone(),
            })
            .into_iter()
            .collect(),
        is_cancelled: meeting.state == "cancelled",
    }
}

/// Somebody who is about to be put on a list.
pub(super) fn as_invited(person: people::Addressed) -> Invited {
    Invited {
        person_id: person.id,
        name: person.name,
        mail: person.mail,
        language: person.language,
        state: "expected".to_owned(),
        talk: None,
    }
}
