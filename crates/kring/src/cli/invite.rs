//! `kring invite`: the first way in, and the way back for somebody who lost theirs.

use std::process::ExitCode;

use anyhow::Context as _;
use jiff::Timestamp;
use store::Db;
use tokio::runtime::Runtime;
use ui::locale;

use super::out;
use crate::auth::{self, NotInvited};
use crate::clock::{Clock, Ids};
use crate::config::Config;
use crate::id::OrganisationId;
use crate::words::Words;
use crate::{people, programmes};

/// Prints a sign-in link for somebody with this name, who may make programmes for this organisation. Works next to a running server; the database must have been made by one before.
pub(super) fn invite(
    config: &Config,
    mail: &str,
    (name, organises): (Option<&str>, Option<&str>),
    words: &Words,
) -> anyhow::Result<ExitCode> {
    Runtime::new().context("starting")?.block_on(async {
        let db = Db::open_beside(&config.store(), store::MIGRATIONS)
            .await
            .context("opening the database")?;
        let now = Clock::System.now();
        let invited = auth::invite(&db, &Ids::Random, now, mail, name).await;
        if let (Ok(_), Some(organisation)) = (&invited, organises) {
            let noted = organise(&db, mail, organisation, now).await;
            noted.context("noting for whom somebody organises")?;
        }
        db.close().await;
        match invited {
            Ok(path) => {
                out::line(format_args!("{}{path}", config.address))?;
                out::aside(words.invite_note())?;
                Ok(ExitCode::SUCCESS)
            }
            Err(NotInvited::Unknown) => {
                out::aside(words.invite_unknown(mail))?;
                Ok(ExitCode::FAILURE)
            }
            Err(NotInvited::NoAddress) => {
                out::aside(words.invite_no_address(mail))?;
                Ok(ExitCode::FAILURE)
            }
            Err(NotInvited::Broken(error)) => Err(error),
        }
    })
}

/// Lets somebody who is known make programmes for an organisation.
async fn organise(db: &Db, mail: &str, organisation: &str, now: Timestamp) -> anyhow::Result<()> {
    let today = locale::local(now).date().to_string();
    let fresh = OrganisationId(Ids::Random.id(now)?);
    let (mail, name) = (people::folded(mail), organisation.trim().to_owned());
    db.write(move |tx| {
        let Some(person) = people::store::by_mail(tx, &mail)? else {
            return Ok(());
        };
        let known = people::store::organisation_named(tx, &name)?;
        if known.is_none() {
            people::store::add_organisation(tx, &fresh, &name, "regional", "")?;
        }
        let organisation = known.unwrap_or_else(|| fresh.clone());
        programmes::store::add_organiser(tx, &organisation, &person.id, &today)
    })
    .await?;
    Ok(())
}
