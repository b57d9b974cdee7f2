//! What people of the demo world take apart together.

use super::Filler;
use crate::bottlenecks::Spot;
use crate::bottlenecks::store::{self, Wanted, Written};
use crate::demo::{between, world};
use crate::id::GroupId;

impl Filler<'_, '_> {
    /// The bottleneck that a group is busy with.
    pub(super) fn bottleneck(&mut self, group: &GroupId, data: &world::Group) -> anyhow::Result<()> {
        let Some(bottleneck) = &data.bottleneck else {
            return Ok(());
        };
        let (id, key, by) = (self.id()?, self.id()?, self.person(&bottleneck.by)?);
        let mut categories = Vec::new();
        for category in &bottleneck.categories {
            categories.push((self.id()?, category.name.clone()));
        }
        let wanted = Wanted {
            id: &id,
            form_key: &key,
            group,
            meeting: None,
            effect: &bottleneck.effect,
            by: &by,
            is_anonymous: false,
            shows_counts: false,
            categories: &categories,
            at: self.now.as_microsecond(),
        };
        store::make(self.tx, &wanted)?;
        for ((category, _), data) in categories.into_iter().zip(&bottleneck.categories) {
            self.causes(&id, &Spot::Category(category), &data.causes)?;
        }
        Ok(())
    }

    /// Causes under something, each with its reasons.
    fn causes(&mut self, bottleneck: &str, spot: &Spot, causes: &[between::Cause]) -> anyhow::Result<()> {
        for cause in causes {
            let (id, key, author) = (self.id()?, self.id()?, self.person(&cause.by)?);
            let written = Written {
                id: &id,
                form_key: &key,
                bottleneck,
                spot,
                text: &cause.text,
                author: Some(&author),
                at: self.now.as_microsecond(),
            };
            store::add(self.tx, &written)?;
            self.causes(bottleneck, &Spot::Cause(id), &cause.why)?;
        }
        Ok(())
    }
}
