//! What people of the demo world share in the library.

use jiff::{Span, ToSpan as _};
use ui::locale;

use super::Filler;
use crate::demo::world;
use crate::library;

impl Filler<'_, '_> {
    /// What the owner of a treated case shared of it.
    pub(super) fn shared(&mut self, id: &str, case: &world::Case) -> anyhow::Result<()> {
        let Some(sample) = &case.shared else { return Ok(()) };
        let entry = self.id()?;
        let ago = Span::new().try_days(sample.weeks * 7)?;
        let published = locale::local(self.now).checked_sub(ago)?;
        let review_on = published.date().checked_add(1.year())?.to_string();
        let job = self.jobs.get(case.owner.as_str()).copied().unwrap_or_default();
        let at = published.timestamp().as_microsecond();
        library::stock(
            self.tx,
            (self.vault, self.ids),
            (&entry, id, sample),
            (job, at, &review_on),
        )
    }
}
