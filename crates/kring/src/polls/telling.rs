//! Mails about a poll, made ready before the transaction that writes them down: asking, reminding who is silent, and telling whoever
//! asked that it is time to choose.

use anyhow::Context as _;
use jiff::{SignedDuration, Timestamp};
use ui::{Language, locale};

use super::letters::{self, News};
use super::{Asked, Day, Member, Poll, rules, store};
use crate::app::App;
use crate::auth::Token;
use crate::id::{PersonId, PollId};
use crate::people::{self, Addressed};
use crate::post::{self, Addressee, Along, Class, Mail};

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
    poll: PollId,
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
            store::add_link(tx, &link.hash, (&link.poll, &link.person), link.ends_at)?;
        }
        for (mail, along) in &self.mails {
            post::store::enqueue_with(tx, mail, along, now)?;
        }
        Ok(())
    }
}

/// Somebody to write to.
#[derive(Clone, Copy, Debug)]
struct Reader<'a> {
    id: &'a PersonId,
    name: &'a str,
    mail: &'a str,
    language: Language,
}

impl<'a> Reader<'a> {
    fn new(id: &'a PersonId, name: &'a str, mail: &'a str, language: &str) -> Self {
        Self {
            id,
            name,
            mail,
            language: Language::from_tag(language).unwrap_or_default(),
        }
    }
}

impl<'a> From<&'a Member> for Reader<'a> {
    fn from(one: &'a Member) -> Self {
        Self::new(&one.person_id, &one.name, &one.mail, &one.language)
    }
}

impl<'a> From<&'a Addressed> for Reader<'a> {
    fn from(one: &'a Addressed) -> Self {
        Self::new(&one.id, &one.name, &one.mail, &one.language)
    }
}

impl<'a> From<&'a Asked> for Reader<'a> {
    fn from(one: &'a Asked) -> Self {
        Self::new(&one.person_id, &one.name, &one.mail, &one.language)
    }
}

/// The beginning of the keys of all mails of a poll.
pub(super) fn all_of(poll: &PollId) -> String {
    format!("poll/{poll}/")
}

/// The beginning of the keys of the reminders of somebody, or of everybody.
pub(super) fn reminders_of(poll: &PollId, person: Option<&PersonId>) -> String {
    match person {
        Some(person) => format!("poll/{poll}/reminder/{person}/"),
        None => format!("poll/{poll}/reminder/"),
    }
}

/// The beginning of the keys of the mails to whoever asked.
pub(super) fn calls_of(poll: &PollId) -> String {
    format!("poll/{poll}/choose/")
}

/// Asks everybody, and plans the reminders and the call to choose.
pub(super) fn ask(
    app: &App,
    (poll, days): (&Poll, &[Day]),
    members: &[Member],
    maker: &Addressed,
) -> anyhow::Result<Telling> {
    let now = app.clock.now();
    let mut telling = Telling::default();
    for member in members {
        let reader = Reader::from(member);
        let key = format!("poll/{}/asked/{}", poll.id, reader.id);
        personal(app, (poll, days), (News::Asked, key, now), reader, &mut telling)?;
        remind(app, (poll, days), reader, &mut telling)?;
    }
    call(app, (poll, days), News::Closed, Reader::from(maker), &mut telling)?;
    Ok(telling)
}

/// Asks whoever became a member of a group after its poll was sent, and forgets links that ended.
///
/// # Errors
/// When the database does not answer.
pub(crate) async fn catch_up(app: &App) -> anyhow::Result<()> {
    let now = app.clock.now().as_microsecond();
    let today = locale::local(app.clock.now()).date().to_string();
    let missing = app
        .db
        .read(move |tx| {
            let mut found = Vec::new();
            for (poll, person) in store::with_missing_members(tx, now, &today)? {
                let known = people::store::readers(tx, std::slice::from_ref(&person))?;
                found.extend(store::load(tx, &poll)?.zip(known.into_iter().next()));
            }
            Ok::<_, ::store::Error>(found)
        })
        .await
        .context("looking for members who are not asked yet")?;
    for (store::Loaded { poll, days, .. }, person) in missing {
        let mut telling = Telling::default();
        let reader = Reader::from(&person);
        let key = format!("poll/{}/asked/{}", poll.id, reader.id);
        let letter = (News::Asked, key, app.clock.now());
        personal(app, (&poll, &days), letter, reader, &mut telling)?;
        remind(app, (&poll, &days), reader, &mut telling)?;
        app.db
            .write(move |tx| {
                // Another node may have been here a moment ago.
                if store::add_person(tx, &poll.id, &person.id, false)? {
                    telling.write(tx, now)?;
                }
                Ok::<_, ::store::Error>(())
            })
            .await
            .context("asking members who came later")?;
    }
    // A link that ended yesterday may still be clicked; then it says so.
    let before = app
        .clock
        .now()
        .checked_sub(SignedDuration::from_hours(24))
        .unwrap_or_default();
    app.db
        .write(move |tx| store::forget_links(tx, before.as_microsecond()))
        .await
        .context("forgetting links to polls that ended")?;
    Ok(())
}

/// Another deadline: reminders for who is silent, and the call to choose, go to other moments.
pub(super) fn put_off(
    app: &App,
    (poll, days): (&Poll, &[Day]),
    asked: &[Asked],
    maker: &Addressed,
) -> anyhow::Result<Telling> {
    let mut telling = Telling::default();
    telling.gone.push(reminders_of(&poll.id, None));
    telling.gone.push(calls_of(&poll.id));
    for silent in asked.iter().filter(|person| person.answered_at.is_none()) {
        remind(app, (poll, days), Reader::from(silent), &mut telling)?;
    }
    call(app, (poll, days), News::Closed, Reader::from(maker), &mut telling)?;
    Ok(telling)
}

/// Everybody has answered: whoever asked need not wait for the last day.
pub(super) fn complete(
    app: &App,
    (poll, days): (&Poll, &[Day]),
    maker: &Addressed,
) -> anyhow::Result<Telling> {
    let mut telling = Telling::default();
    telling.gone.push(calls_of(&poll.id));
    call(
        app,
        (poll, days),
        News::Complete,
        Reader::from(maker),
        &mut telling,
    )?;
    Ok(telling)
}

fn remind(
    app: &App,
    about: (&Poll, &[Day]),
    reader: Reader<'_>,
    telling: &mut Telling,
) -> anyhow::Result<()> {
    let poll = about.0;
    let Some(due) = rules::reminder(app.clock.now(), poll.closes()) else {
        return Ok(());
    };
    let key = format!("{}{}", reminders_of(&poll.id, Some(reader.id)), poll.closes_at);
    personal(app, about, (News::Reminder, key, due), reader, telling)
}

/// A mail with a link of its own: the one in an old mail goes on working, and none can be made from another.
fn personal(
    app: &App,
    about: (&Poll, &[Day]),
    letter: (News, String, Timestamp),
    reader: Reader<'_>,
    telling: &mut Telling,
) -> anyhow::Result<()> {
    let (poll, days) = about;
    let token = Token::fresh(&app.ids)?;
    let last = days.iter().map(|day| day.starts_at).max();
    telling.links.push(Link {
        hash: token.hash(),
        poll: poll.id.clone(),
        person: reader.id.clone(),
        ends_at: last.unwrap_or(poll.closes_at),
    });
    let link = format!("{}/poll/{token}", app.config.address);
    let until = poll.closes();
    telling
        .mails
        .push(mail(app, about, letter, (reader, &link, until))?);
    Ok(())
}

/// A mail to whoever asked: it is time to choose.
fn call(
    app: &App,
    about: (&Poll, &[Day]),
    news: News,
    reader: Reader<'_>,
    telling: &mut Telling,
) -> anyhow::Result<()> {
    let (poll, days) = about;
    let due = if news == News::Closed {
        poll.closes()
    } else {
        app.clock.now()
    };
    let key = format!("{}{}/{}", calls_of(&poll.id), news.word(), poll.closes_at);
    let link = format!("{}/polls/{}", app.config.address, poll.id);
    let until = days.iter().map(Day::starts).max().unwrap_or(due);
    telling
        .mails
        .push(mail(app, about, (news, key, due), (reader, &link, until))?);
    Ok(())
}

fn mail(
    app: &App,
    about: (&Poll, &[Day]),
    (news, key, due): (News, String, Timestamp),
    (reader, link, until): (Reader<'_>, &str, Timestamp),
) -> anyhow::Result<(Mail, Along)> {
    let letters::Text { subject, text } = letters::letter(
        reader.language,
        about,
        news,
        (reader.name, link, &app.config.address),
    );
    let mail = Mail {
        id: Mail::id(&app.ids, app.clock.now())?,
        key,
        to: Addressee {
            person: Some(reader.id.clone()),
            address: reader.mail.to_owned(),
            language: reader.language,
        },
        subject,
        text,
        about: news.word(),
        class: Class::InTurn,
        is_decoy: false,
        due,
        until: Some(until),
    };
    let along = Along {
        programme: Some(about.0.programme_id.clone()),
        calendar: None,
    };
    Ok((mail, along))
}
