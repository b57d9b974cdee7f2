//! Papers of meetings of the demo world, and what its speakers speak about.

use data_encoding::BASE64;

use super::Filler;
use crate::calendar::Talk;
use crate::demo::world;
use crate::id::MeetingId;
use crate::{papers, speakers};

/// A page with one line on it, in the oldest and plainest form of PDF.
const PAGE: &str = "%PDF-1.1\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n\
    3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj\n\
    4 0 obj<</Length 52>>stream\nBT /F 24 Tf 72 720 Td (Verzonnen, voor de demo) Tj ET\nendstream endobj\n\
    5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";

impl Filler<'_, '_> {
    /// What goes with a meeting.
    pub(super) fn around(&mut self, meeting: &MeetingId, data: &world::Meeting) -> anyhow::Result<()> {
        for key in &data.speakers {
            let (person, form_key) = (self.person(key)?, self.id()?);
            let talk = Talk {
                subject: data.subject.clone(),
                slot: None,
                version: 0,
            };
            speakers::store::invite(self.tx, (meeting, &person), &talk, &form_key)?;
        }
        for data in &data.papers {
            let is_file = data.link.is_none();
            let paper = papers::Paper {
                id: self.id()?,
                meeting_id: meeting.clone(),
                title: data.title.clone(),
                link: data.link.clone(),
                file_name: is_file.then(|| format!("{}.pdf", data.title)),
                kind: is_file.then(|| "pdf".to_owned()),
                size: is_file.then(|| i64::try_from(PAGE.len())).transpose()?,
                for_speakers: data.for_speakers,
                added_by: self.person(&data.by)?,
            };
            let parts = is_file.then(|| BASE64.encode(PAGE.as_bytes()));
            let (key, now) = (self.id()?, self.now.as_microsecond());
            papers::store::add(self.tx, &paper, parts.as_slice(), &key, now)?;
        }
        Ok(())
    }
}
