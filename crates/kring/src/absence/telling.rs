//! The sign to whoever leads.

use anyhow::Context as _;
use jiff::{SignedDuration, Timestamp};
use ui::{Language, locale};

use super::rules::{Turnout, turnouts};
use super::{letters, store};
use crate::app::App;
use crate::id::GroupId;
use crate::people::Addressed;
use crate::post::{self, Addressee, Class, Mail};

/// For so long after a meeting a sign is still of use; later ones would come as a surprise, such as after an import.
const FRESH: SignedDuration = SignedDuration::from_hours(14 * 24);

/// Mails whoever leads about people who were not there twice in a row: once for each such meeting, whoever looks and how often.
///
/// # Errors
/// When the database does not answer.
pub(crate) async fn settle(app: &App) -> anyhow::Result<()> {
    let now = app.clock.now();
    let found = look(app, now).await?;
    let mut mails = Vec::new();
    let address = app.config.address.as_str();
    for Found {
        group,
        name,
        signs,
        leaders,
    } in &found
    {
        let link = format!("{address}/groups/{group}/turnout");
        for leader in leaders {
            let language = Language::from_tag(&leader.language).unwrap_or_default();
            for sign in signs {
                let about = (sign.name.as_str(), name.as_str());
                let (subject, text) = letters::letter(language, &leader.name, about, (&link, address));
                mails.push(Mail {
                    id: Mail::id(&app.ids, now)?,
                    // The meeting makes it one mail for each time it happens again.
                    key: format!("absence/{group}/{}/{}/{}", sign.person, sign.last, leader.id),
                    to: Addressee {
                        person: Some(leader.id.clone()),
                        address: leader.mail.clone(),
                        language,
                    },
                    subject,
                    text,
                    about: "absence",
                    class: Class::InTurn,
                    is_decoy: false,
                    due: now,
                    until: None,
                });
            }
        }
    }
    if mails.is_empty() {
        return Ok(());
    }
    // Of no programme, so that its organisers do not read it among their mails.
    app.db
        .write(move |tx| {
            for mail in &mails {
                post::store::enqueue(tx, mail, now.as_microsecond())?;
            }
            Ok::<_, ::store::Error>(())
        })
        .await
        .context("telling who stays away")
}

/// A group with somebody who stays away.
struct Found {
    group: GroupId,
    name: String,
    signs: Vec<Turnout>,
    leaders: Vec<Addressed>,
}

async fn look(app: &App, now: Timestamp) -> anyhow::Result<Vec<Found>> {
    let today = locale::local(now).date().to_string();
    let since = now.checked_sub(FRESH).unwrap_or(now).as_microsecond();
    app.db
        .read(move |tx| {
            let mut found = Vec::new();
            for (group, name) in store::met_since(tx, since)? {
                let mut signs = turnouts(&store::marks(tx, &group, &today)?);
                signs.retain(Turnout::is_sign);
                if !signs.is_empty() {
                    let leaders = store::leaders(tx, &group, &today)?;
                    found.push(Found {
                        group,
                        name,
                        signs,
                        leaders,
                    });
                }
            }
            Ok::<_, ::store::Error>(found)
        })
        .await
        .context("looking for people who stay away")
}
