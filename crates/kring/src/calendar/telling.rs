//! What people must hear about a meeting, made ready before the transaction that writes it down: mails with a calendar file, reminders
//! for later, links to answer with, and reminders that are taken back.

use anyhow::Context as _;
use jiff::{SignedDuration, Timestamp};
use paper::calendar::{Contact, Entry, Method, file};
use ui::Language;
use ui::locale::{self, AMSTERDAM};

use super::letters::{self, Links, News};
use super::{Details, Invited, departing, rules, store};
use crate::app::App;
use crate::auth::Token;
use crate::id::{MeetingId, PersonId};
use crate::post::{self, Addressee, Along, Class, Enclosure, Mail};
use crate::words::words;
use crate::{meetings, people};

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
    let mut telling = Telling::default();
    if matches!(news, News::Moved) {
        telling.gone.push(reminders_of(&meeting.id, None));
    }
    for person in invited {
        let reply = link(app, meeting, &person.person_id, &mut telling)?;
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
    for (days, due) in rules::reminders(meeting, now) {
        let reply = link(app, meeting, &person.person_id, telling)?;
        let text = text(app, (meeting, News::Soon(days)), person, Some(&reply));
        let key = format!(
            "{}{}/{days}",
            reminders_of(&meeting.id, Some(&person.person_id)),
            meeting.starts_at
        );
        let mail = addressed(app, (meeting, person), (key, "reminder", due), text)?;
        let along = Along {
            programme: Some(meeting.programme_id.clone()),
            calendar: None,
        };
        telling.mails.push((mail, along));
    }
    Ok(())
}

/// A link of its own in every mail: the one in an old mail goes on working, and none can be made from another.
fn link(app: &App, meeting: &Details, person: &PersonId, telling: &mut Telling) -> anyhow::Result<String> {
    let token = Token::fresh(&app.ids)?;
    telling.links.push(Link {
        hash: token.hash(),
        meeting: meeting.id.clone(),
        person: person.clone(),
        ends_at: meeting.ends_at,
    });
    Ok(format!("{}/reply/{token}", app.config.address))
}

pub(super) fn mail(
    app: &App,
    meeting: &Details,
    person: &Invited,
    (news, method, about): (News<'_>, Method, &'static str),
    reply: Option<&str>,
) -> anyhow::Result<(Mail, Along)> {
    let text = text(app, (meeting, news), person, reply);
    let key = format!(
        "meeting/{}/{about}/{}/{}",
        meeting.id, meeting.sequence, person.person_id
    );
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
    letters::letter(language(&person.language), (meeting, news), &person.name, &links)
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

/// Invites whoever became a member of a group after its meetings were published, and takes meetings out of the calendars of who left:
/// looked for now and then, so it does not matter which way they came or went. Links that ended are forgotten on the way. Answers how
/// many invitations there were.
///
/// # Errors
/// When the database does not answer.
pub(crate) async fn catch_up(app: &App) -> anyhow::Result<usize> {
    let now = app.clock.now();
    let at = now.as_microsecond();
    departing::settle(app).await?;
    let today = locale::local(now).date().to_string();
    let missing = app
        .db
        .read(move |tx| missing(tx, at, &today))
        .await
        .context("looking for members who are not invited yet")?;
    let mut count = 0;
    for Missing { meeting, people } in missing {
        let (invited, roles): (Vec<_>, Vec<_>) = people.into_iter().unzip();
        let mut telling = invite(app, &meeting, &invited, News::Invited)?;
        telling.not_the_first(at);
        count += invited.len();
        app.db
            .write(move |tx| {
                for (person, role) in invited.iter().zip(&roles) {
                    // Another node may have been here a moment ago.
                    if store::given(tx, &meeting.id, &person.person_id)?.is_some() {
                        return Ok(());
                    }
                    meetings::store::add_attendance(tx, &meeting.id, &person.person_id, role, "expected")?;
                }
                telling.write(tx, at)
            })
            .await
            .context("inviting members who came later")?;
    }
    forget(app, now).await?;
    Ok(count)
}

/// A meeting and the members of its group who are not on its list, with the role they have in it.
struct Missing {
    meeting: Details,
    people: Vec<(Invited, String)>,
}

fn missing(tx: &mut ::store::Tx<'_>, at: i64, today: &str) -> Result<Vec<Missing>, ::store::Error> {
    let mut found: Vec<Missing> = Vec::new();
    for (meeting, person, role) in store::with_missing_members(tx, at, today)? {
        if found.last().is_none_or(|last| last.meeting.id != meeting) {
            let details = store::details(tx, &meeting)?;
            found.extend(details.map(|meeting| Missing {
                meeting,
                people: Vec::new(),
            }));
        }
        let known = people::store::readers(tx, std::slice::from_ref(&person))?;
        if let Some(last) = found.last_mut() {
            last.people
                .extend(known.into_iter().map(|one| (as_invited(one), role.clone())));
        }
    }
    Ok(found)
}

async fn forget(app: &App, now: Timestamp) -> anyhow::Result<()> {
    // A link that ended yesterday may still be clicked; then it says so.
    let before = now.checked_sub(SignedDuration::from_hours(24)).unwrap_or(now);
    app.db
        .write(move |tx| store::forget_reply_links(tx, before.as_microsecond()))
        .await
        .context("forgetting links that ended")?;
    Ok(())
}

/// Somebody who is about to be put on a list.
pub(super) fn as_invited(person: people::Addressed) -> Invited {
    Invited {
        person_id: person.id,
        name: person.name,
        mail: person.mail,
        language: person.language,
        state: "expected".to_owned(),
    }
}
