//! The mail to somebody who may look from now on.

use jiff::Timestamp;
use ui::Language;

use super::letters;
use crate::app::App;
use crate::people::Addressed;
use crate::post::{Addressee, Class, Mail};
use crate::programmes::Programme;

/// Says what they can see and where.
///
/// # Errors
/// When no id can be made.
pub(super) fn mail(
    app: &App,
    programme: &Programme,
    person: &Addressed,
    now: Timestamp,
) -> anyhow::Result<Mail> {
    let language = Language::from_tag(&person.language).unwrap_or_default();
    let address = app.config.address.as_str();
    let link = format!("{address}/programmes/{}/figures", programme.id);
    let name = programme.name_in(language).text;
    let (subject, text) = letters::letter(language, &person.name, name, (&link, address));
    Ok(Mail {
        id: Mail::id(&app.ids, now)?,
        key: format!("sponsor/{}/{}/{}", programme.id, person.id, now.as_microsecond()),
        to: Addressee {
            person: Some(person.id.clone()),
            address: person.mail.clone(),
            language,
        },
        subject,
        text,
        about: "sponsor",
        class: Class::InTurn,
        is_decoy: false,
        due: now,
        until: None,
    })
}
