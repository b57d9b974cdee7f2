//! The mail to people who got a place.

use ::store::{Error, Tx};
use anyhow::Context as _;
use jiff::Timestamp;
use ui::Language;

use super::Circle;
use super::letters::{self, Place};
use crate::app::App;
use crate::id::{GroupId, ProgrammeId};
use crate::people::Addressed;
use crate::post::{self, Addressee, Along, Class, Mail};
use crate::programmes::Programme;

/// Somebody who got a seat, and is to hear of it.
pub(crate) struct Placed {
    pub(crate) person: Addressed,
    /// Names of who leads the group.
    pub(crate) leaders: Vec<String>,
}

/// The place that a mail is about.
#[derive(Clone, Copy)]
pub(crate) struct Seated<'a> {
    pub(crate) programme: &'a Programme,
    /// `None` for a place in the programme alone.
    pub(crate) group: Option<(&'a GroupId, &'a str)>,
    /// `participant` or `facilitator`.
    pub(crate) role: &'a str,
}

/// The mail that tells somebody where they have a place, from Kring at this address. The id was made before.
pub(crate) fn mail(
    address: &str,
    seated: Seated<'_>,
    placed: &Placed,
    (id, now): (String, Timestamp),
) -> Mail {
    let Placed { person, leaders } = placed;
    let language = Language::from_tag(&person.language).unwrap_or_default();
    let (group, link) = match seated.group {
        Some((group, _)) => (group.0.as_str(), format!("{address}/groups/{group}")),
        None => ("-", format!("{address}/my")),
    };
    let place = Place {
        programme: seated.programme.name_in(language).text,
        group: seated.group.map(|(_, name)| name),
        role: seated.role,
        leaders,
        link: &link,
        address,
    };
    let letters::Text { subject, text } = letters::letter(language, &person.name, &place);
    let key = format!(
        "placed/{}/{}/{group}/{}",
        seated.programme.id,
        person.id,
        now.as_microsecond()
    );
    Mail {
        id,
        key,
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
    }
}

/// Puts such mails into the outbox, where the organisers of the programme can see them.
pub(crate) fn put_out(
    tx: &mut Tx<'_>,
    programme: &ProgrammeId,
    mails: &[Mail],
    now: i64,
) -> Result<(), Error> {
    let along = Along {
        programme: Some(programme.clone()),
        calendar: None,
    };
    for mail in mails {
        post::store::enqueue_with(tx, mail, &along, now)?;
    }
    Ok(())
}

/// Mails people where they have a place; `circle` is their group, if any.
pub(super) async fn tell(
    app: &App,
    programme: &Programme,
    circle: Option<&Circle>,
    (role, placed): (&str, &[Placed]),
) -> anyhow::Result<()> {
    let now = app.clock.now();
    let seated = Seated {
        programme,
        group: circle.map(|circle| (&circle.id, circle.name.as_str())),
        role,
    };
    let mut mails = Vec::new();
    for one in placed {
        mails.push(mail(
            &app.config.address,
            seated,
            one,
            (Mail::id(&app.ids, now)?, now),
        ));
    }
    let programme = programme.id.clone();
    app.db
        .write(move |tx| put_out(tx, &programme, &mails, now.as_microsecond()))
        .await
        .context("telling people where they have a place")
}
