//! SQL for the list of who was there.

use store::{Error, FromRow, Row, Tx, args, sql};

use crate::id::{MeetingId, PersonId};
use crate::meetings::Present;

impl FromRow for Present {
    fn from_row(row: &Row<'_>) -> Result<Self, Error> {
        Ok(Self {
            seat: row.get("seat")?,
            person_id: row.get("person_id")?,
            name: row.get("name")?,
            job: row.get("job")?,
            organisation: row.get("organisation")?,
            attends: row.get("attends")?,
            arrived_at: row.get("arrived_at")?,
            left_at: row.get("left_at")?,
            there: row.get("there")?,
            place: row.get("place")?,
            confirmed: (row.get("confirmed_at_start")?, row.get("confirmed_at_end")?),
            corrected: row.get("corrected")?,
            brought_case: row.get("brought_case")?,
            parts: Vec::new(),
        })
    }
}

/// A part of a meeting: its place, its method, a seat, and microseconds there.
type PartRow = (i64, String, i64, i64);

/// Who was there and when; only one person's line when one is named. Sort by name outside.
pub(crate) fn times(
    tx: &mut Tx<'_>,
    meeting: &MeetingId,
    only: Option<&PersonId>,
) -> Result<Vec<Present>, Error> {
    let only = only.map(|person| person.0.as_str());
    let mut people: Vec<Present> = tx.all(
        sql!(
            "select t.seat, t.person_id, t.name, w.job, o.name as organisation, t.attends, t.arrived_at, t.left_at,
                    t.there, t.place, t.confirmed_at_start, t.confirmed_at_end, t.corrected, t.brought_case
             from attendance_times t
             left join positions w on w.person_id = t.person_id
                 and w.organisation_id = (select min(f.organisation_id) from positions f where f.person_id = t.person_id)
             left join organisations o on o.id = w.organisation_id
             where t.meeting_id = $1 and t.there > 0 and (cast($2 as text) is null or t.person_id = $2)
             order by t.seat"
        ),
        args![meeting, only],
    )?;
    let parts: Vec<PartRow> = tx.all(
        sql!(
            "select part, method, seat, there from attendance_parts where meeting_id = $1 order by part, seat"
        ),
        args![meeting],
    )?;
    for (_, method, seat, there) in parts {
        if let Some(person) = people.iter_mut().find(|person| person.seat == seat) {
            person.parts.push((method, there));
        }
    }
    Ok(people)
}
