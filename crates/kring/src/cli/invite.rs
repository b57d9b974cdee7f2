//! `kring invite`: the first way in, and the way back for somebody who lost theirs.

use std::process::ExitCode;

use anyhow::Context as _;
use store::Db;
use tokio::runtime::Runtime;

use super::out;
use crate::auth::{self, NotInvited};
use crate::clock::{Clock, Ids};
use crate::config::Config;
use crate::words::Words;

/// Prints a sign-in link. Works next to a running server; the database must have been made by one before.
pub(super) fn invite(
    config: &Config,
    mail: &str,
    name: Option<&str>,
    words: &Words,
) -> anyhow::Result<ExitCode> {
    Runtime::new().context("starting")?.block_on(async {
        let db = Db::open_beside(&config.store(), store::MIGRATIONS)
            .await
            .context("opening the database")?;
        let now = Clock::System.now();
        let invited = auth::invite(&db, &Ids::Random, now, mail, name).await;
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
