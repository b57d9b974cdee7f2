//! Mails about a brief.

use jiff::Timestamp;
use ui::Language;

use super::Brief;
use super::letters::{News, letter};
use crate::app::App;
use crate::people::Addressed;
use crate::post::{Addressee, Class, Mail};

/// Mails to these people about what happened; `other` is who wrote it, or who looked.
///
/// # Errors
/// When no id can be made.
pub(super) fn mails(
    app: &App,
    brief: &Brief,
    news: News,
    (people, other): (&[Addressed], &str),
    now: Timestamp,
) -> anyhow::Result<Vec<Mail>> {
    let address = app.config.address.as_str();
    let link = match news {
        // They may not read it, so there is nothing to follow.
        News::OpenedHere => format!("{address}/groups/{}", brief.group_id),
        News::TakenBack => format!("{address}/my/cases"),
        _ => format!("{address}/cases/{}", brief.id),
    };
    // The version makes it one mail each time it happens; opening changes nothing, and is told every time.
    let mark = match news {
        News::Opened | News::OpenedHere => format!("opened/{}", now.as_microsecond()),
        _ => brief.version.to_string(),
    };
    let mail = |person: &Addressed| {
        let language = Language::from_tag(&person.language).unwrap_or_default();
        let about = (person.name.as_str(), other, brief.group_name.as_str());
        let (subject, text) = letter(language, news, about, (&link, address));
        Ok(Mail {
            id: Mail::id(&app.ids, now)?,
            key: format!("brief/{}/{mark}/{}", brief.id, person.id),
            to: Addressee {
                person: Some(person.id.clone()),
                address: person.mail.clone(),
                language,
            },
            subject,
            text,
            about: "brief",
            class: Class::InTurn,
            is_decoy: false,
            due: now,
            until: None,
        })
    };
    people.iter().map(mail).collect()
}
