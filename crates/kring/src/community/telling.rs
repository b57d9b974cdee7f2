//! Who hears of messages by mail, and when: of each at once, of all of a day together, or not at all.

use anyhow::Context as _;
use jiff::{SignedDuration, Timestamp};
use ui::Language;
use ui::locale::{self, AMSTERDAM};

use super::letters::{self, PlaceNews, Said, Text};
use super::store::{self, Window};
use super::{Place, ThreadNews, replying};
use crate::app::App;
use crate::id::{PersonId, ThreadId};
use crate::people::Addressed;
use crate::post::{self, Addressee, Along, Class, Mail};

/// At this hour the day before is told, Dutch time: before work, and after a night's sleep.
const HOUR: i8 = 7;

/// What is older is not told any more, whoever was told nothing.
const OLD: SignedDuration = SignedDuration::from_hours(7 * 24);

/// A mail that could not go for so long is of no use any more.
const USE: SignedDuration = SignedDuration::from_hours(3 * 24);

/// So many people are looked up at once.
const BATCH: i64 = 200;

/// The mails about one message, ready to write down.
#[derive(Clone, Debug, Default)]
pub(super) struct Telling {
    mails: Vec<ToOne>,
    along: Along,
}

/// A mail, and the address with which its reader answers it.
#[derive(Clone, Debug)]
struct ToOne {
    person: PersonId,
    mail: Mail,
    answers: Option<replying::Address>,
}

impl Telling {
    /// Writes it down, in the transaction of the message. Whoever gets the message does not find it in a daily mail again.
    pub(super) fn write(
        &self,
        tx: &mut ::store::Tx<'_>,
        (thread, number): (&ThreadId, i64),
        now: i64,
    ) -> Result<(), ::store::Error> {
        for one in &self.mails {
            post::store::enqueue_with(tx, &one.mail, &self.along, now)?;
            if let Some(address) = &one.answers {
                post::store::set_reply_to(tx, &one.mail.id, &address.whole)?;
                store::add_address(tx, &address.hash, (thread, &one.person), address.ends_at)?;
            }
            store::note_told(tx, thread, &one.person, number)?;
        }
        Ok(())
    }
}

/// The beginning of the keys of the mails about a message.
pub(super) fn about(message: &str) -> String {
    format!("thread/message/{message}/")
}

/// Makes ready what those hear who want to hear of each message.
pub(super) async fn tell(
    app: &App,
    place: &Place,
    (author, id): (&PersonId, &str),
    said: Said<'_>,
) -> anyhow::Result<Telling> {
    let now = app.clock.now();
    let today = locale::local(now).date().to_string();
    let (wanted, writer) = (place.clone(), author.clone());
    let readers = app
        .db
        .read(move |tx| store::eager(tx, &wanted, &writer, &today))
        .await
        .context("looking up who hears of each message")?;
    let along = Along {
        // Whoever organises a programme may read its outbox, and not what a group writes.
        programme: place.group_id.is_none().then(|| place.programme_id.clone()),
        calendar: None,
    };
    let mails = readers.into_iter().map(|reader| {
        let language = language(&reader);
        let answers = replying::Address::fresh(app, place)?;
        let to = (reader.name.as_str(), app.config.address.as_str());
        let text = letters::message(language, place, (said, answers.is_some()), to);
        let key = format!("{}{}", about(id), reader.id);
        let person = reader.id.clone();
        Ok(ToOne {
            person,
            mail: mail(app, reader, (key, "thread-message"), text)?,
            answers,
        })
    });
    Ok(Telling {
        mails: mails.collect::<anyhow::Result<Vec<_>>>()?,
        along,
    })
}

pub(super) fn language(reader: &Addressed) -> Language {
    Language::from_tag(&reader.language).unwrap_or_default()
}

pub(super) fn mail(
    app: &App,
    reader: Addressed,
    (key, about): (String, &'static str),
    Text { subject, text }: Text,
) -> anyhow::Result<Mail> {
    let now = app.clock.now();
    Ok(Mail {
        id: Mail::id(&app.ids, now)?,
        key,
        to: Addressee {
            language: language(&reader),
            person: Some(reader.id),
            address: reader.mail,
        },
        subject,
        text,
        about,
        class: Class::InTurn,
        is_decoy: false,
        due: now,
        until: now.checked_add(USE).ok(),
    })
}

/// Up to when the mail of today tells, and its day; `None` while it is too early.
fn cut(now: Timestamp) -> Option<(Timestamp, String)> {
    let day = locale::local(now).date();
    let cut = day
        .at(HOUR, 0, 0, 0)
        .to_zoned(AMSTERDAM.clone())
        .ok()?
        .timestamp();
    (now >= cut).then(|| (cut, day.to_string()))
}

/// Sends everybody what they have not read since their last daily mail. Called now and then by every server: what stands in the
/// database decides who has had theirs, so it matters neither when it stopped nor how many do this at once.
///
/// # Errors
/// When the database does not answer.
pub(crate) async fn catch_up(app: &App) -> anyhow::Result<()> {
    let now = app.clock.now();
    app.db
        .write(move |tx| store::forget_addresses(tx, now.as_microsecond()))
        .await
        .context("forgetting addresses that ended")?;
    let Some((cut, day)) = cut(now) else {
        return Ok(());
    };
    let window = Window {
        from: cut.checked_sub(OLD).unwrap_or(cut).as_microsecond(),
        to: cut.as_microsecond(),
        day,
    };
    let mut after = PersonId(String::new());
    loop {
        let (asked, behind) = (window.clone(), after.clone());
        let people = app
            .db
            .read(move |tx| store::with_news(tx, &asked, &behind, BATCH))
            .await
            .context("looking for people with news")?;
        let Some(last) = people.last() else {
            return Ok(());
        };
        after = last.id.clone();
        for reader in people {
            daily(app, &window, reader).await?;
        }
    }
}

/// The daily mail of one person.
async fn daily(app: &App, window: &Window, reader: Addressed) -> anyhow::Result<()> {
    let (asked, person) = (window.clone(), reader.id.clone());
    let news = app
        .db
        .read(move |tx| store::news(tx, &asked, &person))
        .await
        .context("looking up what is new to somebody")?;
    let news = by_place(news);
    if news.is_empty() {
        return Ok(());
    }
    let text = letters::digest(language(&reader), &news, (&reader.name, &app.config.address));
    let key = format!("thread/day/{}/{}", window.day, reader.id);
    let person = reader.id.clone();
    let mail = mail(app, reader, (key, "thread-day"), text)?;
    let now = app.clock.now().as_microsecond();
    app.db
        .write(move |tx| {
            // Another server may have been here a moment ago; it has noted what it told.
            if !post::store::enqueue(tx, &mail, now)? {
                return Ok(());
            }
            for thread in news.iter().flat_map(|one| &one.threads) {
                store::note_told(tx, &thread.id, &person, thread.last)?;
            }
            Ok::<_, ::store::Error>(())
        })
        .await
        .context("writing a daily mail")
}

/// Puts together what belongs together; rows come in the order of their place and thread.
fn by_place(rows: Vec<store::News>) -> Vec<PlaceNews> {
    let mut found: Vec<PlaceNews> = Vec::new();
    for row in rows {
        let is_same = found.last().is_some_and(|last| {
            last.place.programme_id == row.programme_id && last.place.group_id == row.group_id
        });
        if !is_same {
            found.push(PlaceNews {
                place: row.place(),
                threads: Vec::new(),
            });
        }
        let Some(last) = found.last_mut() else {
            continue;
        };
        if last
            .threads
            .last()
            .is_none_or(|thread| thread.id != row.thread_id)
        {
            last.threads.push(ThreadNews {
                id: row.thread_id,
                title: row.title,
                last: 0,
                messages: Vec::new(),
            });
        }
        if let Some(thread) = last.threads.last_mut() {
            thread.last = row.number;
            thread.messages.push((row.author, row.text));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_ends_at_seven_in_the_morning_in_summer_and_in_winter() {
        for (now, expected) in [
            ("2026-11-23T05:59:59Z", None),
            ("2026-11-23T06:00:00Z", Some("2026-11-23T06:00:00Z")),
            ("2026-11-23T22:59:00Z", Some("2026-11-23T06:00:00Z")),
            ("2026-11-23T23:30:00Z", None),
            ("2026-07-01T05:00:00Z", Some("2026-07-01T05:00:00Z")),
        ] {
            let found = cut(now.parse().unwrap()).map(|(cut, _)| cut.to_string());
            assert_eq!(found.as_deref(), expected, "{now}");
        }
    }
}
