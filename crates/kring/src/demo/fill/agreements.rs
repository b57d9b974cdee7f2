//! What people of the demo world promised each other.

use anyhow::Context as _;
use ui::locale;

use super::Filler;
use crate::agreements::{self, Agreement, Scope};
use crate::id::{GroupId, ProgrammeId};

impl Filler<'_, '_> {
    /// What people promised each other at the beginning.
    pub(super) fn agree(
        &mut self,
        (programme, group): (&ProgrammeId, Option<&GroupId>),
        lines: &[String],
        people: &[&String],
        since: &str,
    ) -> anyhow::Result<()> {
        if lines.is_empty() {
            return Ok(());
        }
        let scope = Scope {
            programme: programme.clone(),
            group: group.cloned(),
        };
        let since = locale::noon(since).context("reading a day")?.as_microsecond();
        let agreement = Agreement {
            id: self.id()?,
            version: 1,
            text: lines.join("\n"),
            since,
        };
        agreements::store::add(self.tx, &scope, &agreement, None)?;
        for key in people {
            let person = self.person(key)?;
            agreements::store::accept(self.tx, &agreement.id, &person, since)?;
        }
        Ok(())
    }
}
