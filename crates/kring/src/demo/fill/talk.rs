//! What people of the demo world say between meetings, and who of them wants to be found.

use anyhow::Context as _;
use jiff::SignedDuration;

use super::Filler;
use crate::community::store::{self, Written};
use crate::community::{Card, Place};
use crate::demo::{between, world};
use crate::id::{GroupId, ThreadId};
use crate::programmes::Programme;

impl Filler<'_, '_> {
    /// The threads of a group. No mail goes: these people have no mailbox.
    pub(super) fn threads(
        &mut self,
        programme: &Programme,
        (group, data): (&GroupId, &world::Group),
    ) -> anyhow::Result<()> {
        let place = Place {
            programme_id: programme.id.clone(),
            programme: programme.name.clone(),
            group_id: Some(group.clone()),
            group_name: Some(data.name.clone()),
            accent: programme.accent.clone(),
            is_sensitive: programme.is_sensitive,
        };
        for thread in &data.threads {
            let id = ThreadId(self.id()?);
            for (number, message) in thread.messages.iter().enumerate() {
                let (own, key, author) = (self.id()?, self.id()?, self.person(&message.by)?);
                let ago = SignedDuration::from_hours(message.hours);
                let written = Written {
                    id: &own,
                    form_key: &key,
                    author: &author,
                    text: &message.text,
                    at: self
                        .now
                        .checked_sub(ago)
                        .context("a moment before")?
                        .as_microsecond(),
                };
                if number == 0 {
                    store::open(self.tx, &id, &place, &thread.title, written)?;
                } else {
                    store::answer(self.tx, &id, written)?;
                }
            }
        }
        Ok(())
    }

    /// Puts people into the list of a programme.
    pub(super) fn cards(&mut self, programme: &Programme, cards: &[between::Card]) -> anyhow::Result<()> {
        for card in cards {
            let person = self.person(&card.of)?;
            let told = Card {
                expertise: card.expertise.clone(),
                offers: card.offers.clone(),
                seeks: card.seeks.clone(),
            };
            store::set_card(self.tx, &person, &told, std::slice::from_ref(&programme.id.0))?;
        }
        Ok(())
    }
}
