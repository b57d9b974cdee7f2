//! The mail to people who got a place.

use anyhow::Context as _;
use ui::Language;

use super::Circle;
use super::letters::{self, Place};
use crate::app::App;
use crate::people::Addressed;
use crate::post::{self, Addressee, Along, Class, Mail};
use crate::programmes::Programme;

/// Somebody who got a seat, and is to hear of it.
pub(super) struct Placed {
    pub(super) person: Addressed,
    pub(super) leaders: Vec<String>,
}

/// Mails them where they have a place; `circle` is their group, if any.
pub(super) async fn tell(
    app: &App,
    programme: &Programme,
    circle: Option<&Circle>,
    (role, placed): (&str, &[Placed]),
) -> anyhow::Result<()> {
    let now = app.clock.now();
    let link = match circle {
        Some(circle) => format!("{}/groups/{}", app.config.address, circle.id),
        None => format!("{}/my", app.config.address),
    };
    let mut mails = Vec::new();
    for Placed { person, leaders } in placed {
        let language = Language::from_tag(&person.language).unwrap_or_default();
        let place = Place {
            programme: programme.name_in(language).text,
            group: circle.map(|circle| circle.name.as_str()),
            role,
            leaders,
            link: &link,
            address: &app.config.address,
        };
        let letters::Text { subject, text } = letters::letter(language, &person.name, &place);
        mails.push(Mail {
            id: Mail::id(&app.ids, now)?,
            key: format!("placed/{}/{}/{}", programme.id, person.id, now.as_microsecond()),
            to: Addressee {
                person: Some(person.id.clone()),
                address: person.mail.clone(),
                language,
            },
            subject,
            text,
            about: "placed",
            class: Class::InTurn,
            is_decoy: false,
            due: now,
            until: None,
        });
    }
    let along = Along {
        programme: Some(programme.id.clone()),
        calendar: None,
    };
    app.db
        .write(move |tx| {
            for mail in &mails {
                post::store::enqueue_with(tx, mail, &along, now.as_microsecond())?;
            }
            Ok::<_, ::store::Error>(())
        })
        .await
        .context("telling people where they have a place")
}
