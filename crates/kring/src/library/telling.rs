//! Mails about the library, and what is due by itself: asking what became of a case, and asking to look again.

use anyhow::Context as _;
use jiff::{SignedDuration, Timestamp};
use ui::{Language, locale};

use super::letters::{News, asks, helps, letter};
use super::{Entry, rules, store};
use crate::app::App;
use crate::id::PersonId;
use crate::people::{self, Addressed};
use crate::post::{self, Addressee, Class, Mail};

/// How long after a meeting the owner of a case is asked what became of it, at the earliest and at the latest.
const WEEKS: (i64, i64) = (4, 8);

/// Mails to these people about what happened to an entry; `other` is who wrote it, or who looked. The version makes it one mail each time.
///
/// # Errors
/// When the database does not answer.
pub(super) async fn mails(
    app: &App,
    entry: &Entry,
    (news, version): (News, i64),
    (people, other): (&[PersonId], &str),
) -> anyhow::Result<Vec<Mail>> {
    let people = addressed(app, people.to_vec()).await?;
    let about = About {
        news,
        key: format!("library/{}/{version}/{}", entry.id, news.word()),
        path: format!("/library/entries/{}", entry.id),
        other,
        place: &entry.programme,
    };
    people.iter().map(|person| mail(app, &about, person)).collect()
}

async fn addressed(app: &App, people: Vec<PersonId>) -> anyhow::Result<Vec<Addressed>> {
    app.db
        .read(move |tx| people::store::readers(tx, &people))
        .await
        .context("looking up whom to write to about the library")
}

/// What a mail is about.
struct About<'a> {
    news: News,
    /// Without the person: two mails with one key are one.
    key: String,
    path: String,
    other: &'a str,
    place: &'a str,
}

/// A mail to somebody with experience, from somebody who wants to ask: one, for each entry.
///
/// # Errors
/// When no id can be made.
pub(super) fn question(
    app: &App,
    entry: &Entry,
    asked: &Addressed,
    reader: &Addressed,
) -> anyhow::Result<Mail> {
    let language = Language::from_tag(&asked.language).unwrap_or_default();
    let address = app.config.address.as_str();
    let link = format!("{address}/library/entries/{}", entry.id);
    let about = (asked.name.as_str(), reader.name.as_str(), reader.mail.as_str());
    let (subject, text) = asks(language, about, (&link, address));
    let key = format!("library/{}/ask/{}/{}", entry.id, reader.id, asked.id);
    made(app, key, asked, (subject, text))
}

/// A mail to somebody who looks for something, from somebody who can help: one, for each wish.
///
/// # Errors
/// When no id can be made.
pub(super) fn help(app: &App, wish: &str, seeker: &Addressed, helper: &Addressed) -> anyhow::Result<Mail> {
    let language = Language::from_tag(&seeker.language).unwrap_or_default();
    let address = app.config.address.as_str();
    let link = format!("{address}/library/wishes");
    let about = (seeker.name.as_str(), helper.name.as_str(), helper.mail.as_str());
    let letter = helps(language, about, (&link, address));
    made(app, format!("wish/{wish}/{}", helper.id), seeker, letter)
}

fn mail(app: &App, about: &About<'_>, person: &Addressed) -> anyhow::Result<Mail> {
    let address = app.config.address.as_str();
    let language = Language::from_tag(&person.language).unwrap_or_default();
    let link = format!("{address}{}", about.path);
    let told = (person.name.as_str(), about.other, about.place);
    let letter = letter(language, about.news, told, (&link, address));
    made(app, format!("{}/{}", about.key, person.id), person, letter)
}

fn made(
    app: &App,
    key: String,
    person: &Addressed,
    (subject, text): (String, String),
) -> anyhow::Result<Mail> {
    let now = app.clock.now();
    Ok(Mail {
        id: Mail::id(&app.ids, now)?,
        key,
        to: Addressee {
            person: Some(person.id.clone()),
            address: person.mail.clone(),
            language: Language::from_tag(&person.language).unwrap_or_default(),
        },
        subject,
        text,
        about: "library",
        class: Class::InTurn,
        is_decoy: false,
        due: now,
        until: None,
    })
}

/// What is due by itself: owners are asked what became of their case, and to look again at what they share; what nobody looked at again is
/// not found any more. Whoever comes second on another node finds nothing left to do.
///
/// # Errors
/// When the database does not answer.
pub(crate) async fn settle(app: &App) -> anyhow::Result<()> {
    let now = app.clock.now();
    ask_what_became(app, now).await?;
    ask_to_look_again(app, now).await?;
    let since = rules::rests_since(locale::local(now).date()).to_string();
    app.db
        .write(move |tx| store::rest(tx, &since, now.as_microsecond()))
        .await
        .context("taking off the shelf what nobody looked at again")
}

async fn ask_what_became(app: &App, now: Timestamp) -> anyhow::Result<()> {
    let ago = |weeks: i64| -> anyhow::Result<i64> {
        let moment = now.checked_sub(SignedDuration::from_hours(weeks * 7 * 24))?;
        Ok(moment.as_microsecond())
    };
    let (from, to) = (ago(WEEKS.1)?, ago(WEEKS.0)?);
    let due = app
        .db
        .read(move |tx| store::due(tx, from, to))
        .await
        .context("finding cases to look back on")?;
    for store::Due {
        case_id,
        owner_id,
        place,
    } in due
    {
        let about = About {
            news: News::Return,
            key: format!("return/{case_id}"),
            path: format!("/library/returns/{case_id}"),
            other: "",
            place: &place,
        };
        let people = addressed(app, vec![owner_id.clone()]).await?;
        let mails: Vec<Mail> = people
            .iter()
            .map(|person| mail(app, &about, person))
            .collect::<anyhow::Result<_>>()?;
        app.db
            .write(move |tx| {
                let at = now.as_microsecond();
                if store::mark_asked(tx, (&case_id, &owner_id), at)? {
                    for mail in &mails {
                        post::store::enqueue(tx, mail, at)?;
                    }
                }
                Ok::<_, ::store::Error>(())
            })
            .await
            .context("asking what became of a case")?;
    }
    Ok(())
}

async fn ask_to_look_again(app: &App, now: Timestamp) -> anyhow::Result<()> {
    let today = locale::local(now).date().to_string();
    let due = app
        .db
        .read(move |tx| store::to_look_again(tx, &today))
        .await
        .context("finding entries to look at again")?;
    for (id, owner, programme, review_on) in due {
        let about = About {
            news: News::LookAgain,
            key: format!("library/{id}/{review_on}/{}", News::LookAgain.word()),
            path: format!("/library/entries/{id}"),
            other: "",
            place: &programme,
        };
        let people = addressed(app, vec![owner]).await?;
        let mails: Vec<Mail> = people
            .iter()
            .map(|person| mail(app, &about, person))
            .collect::<anyhow::Result<_>>()?;
        app.db
            .write(move |tx| {
                let at = now.as_microsecond();
                if store::ask_again(tx, &id, at)? {
                    for mail in &mails {
                        post::store::enqueue(tx, mail, at)?;
                    }
                }
                Ok::<_, ::store::Error>(())
            })
            .await
            .context("asking to look again at an entry")?;
    }
    Ok(())
}
