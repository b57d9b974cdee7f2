//! SQL of the programmes slice.

use store::{Error, Tx, args, sql};

use super::{GroupLine, Intervention, Programme};
use crate::id::{GroupId, OrganisationId, PersonId, ProgrammeId};

pub(crate) fn find(tx: &mut Tx<'_>, id: &ProgrammeId) -> Result<Option<Programme>, Error> {
    tx.maybe(
        sql!(
            "select p.id, o.name as organisation, p.name, p.kind, p.goal, p.audience, p.time_asked, p.starts_on,
                    p.ends_on, p.funder, p.region, p.accent, p.is_public
             from programmes p join organisations o on o.id = p.organisation_id
             where p.id = $1"
        ),
        args![id],
    )
}

/// The roles a person has in a programme on a day.
pub(crate) fn roles_of(
    tx: &mut Tx<'_>,
    programme: &ProgrammeId,
    person: &PersonId,
    today: &str,
) -> Result<Vec<String>, Error> {
    tx.all(
        sql!(
            "select role from memberships
             where programme_id = $1 and person_id = $2 and since <= $3 and (until is null or until >= $3)"
        ),
        args![programme, person, today],
    )
}

/// Whether a person is on the list of any meeting of a programme.
pub(crate) fn is_on_a_list(
    tx: &mut Tx<'_>,
    programme: &ProgrammeId,
    person: &PersonId,
) -> Result<bool, Error> {
    let meetings: i64 = tx.one(
        sql!(
            "select count(*) from attendance a join meetings m on m.id = a.meeting_id
             where m.programme_id = $1 and a.person_id = $2"
        ),
        args![programme, person],
    )?;
    Ok(meetings > 0)
}

/// The groups of a programme with the number of members on a day.
pub(crate) fn groups(tx: &mut Tx<'_>, programme: &ProgrammeId, today: &str) -> Result<Vec<GroupLine>, Error> {
    tx.all(
        sql!(
            "select g.id, g.name, count(m.id) as members
             from groups g
             left join memberships m on m.group_id = g.id and m.role = 'participant'
                 and m.since <= $2 and (m.until is null or m.until >= $2)
             where g.programme_id = $1
             group by g.id, g.name
             order by g.id"
        ),
        args![programme, today],
    )
}

/// The interventions of the practices whose people take part in a group.
pub(crate) fn interventions_of_group(tx: &mut Tx<'_>, group: &GroupId) -> Result<Vec<Intervention>, Error> {
    tx.all(
        sql!(
            "select o.name as practice, i.title, i.state
             from interventions i
             join organisations o on o.id = i.organisation_id
             where i.organisation_id in (
                 select w.organisation_id from positions w join memberships m on m.person_id = w.person_id
                 where m.group_id = $1 and m.role = 'participant')
             and i.programme_id = (select programme_id from groups where id = $1)
             order by i.organisation_id, i.id"
        ),
        args![group],
    )
}

/// Adds a programme run by an organisation.
pub(crate) fn add(
    tx: &mut Tx<'_>,
    programme: &Programme,
    organisation: &OrganisationId,
) -> Result<(), Error> {
    let p = programme;
    tx.run(
        sql!(
            "insert into programmes
                 (id, organisation_id, name, kind, goal, audience, time_asked, starts_on, ends_on, funder, region, accent,
                  is_public)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)"
        ),
        args![
            &p.id,
            organisation,
            &p.name,
            &p.kind,
            &p.goal,
            &p.audience,
            &p.time_asked,
            &p.starts_on,
            &p.ends_on,
            &p.funder,
            &p.region,
            &p.accent,
            p.is_public
        ],
    )?;
    Ok(())
}

/// Adds an intervention; `what` is its title and how far it is.
pub(crate) fn add_intervention(
    tx: &mut Tx<'_>,
    id: &str,
    programme: &ProgrammeId,
    practice: &OrganisationId,
    what: (&str, &str),
) -> Result<(), Error> {
    let (title, state) = what;
    tx.run(
        sql!(
            "insert into interventions (id, programme_id, organisation_id, title, state)
             values ($1, $2, $3, $4, $5)"
        ),
        args![id, programme, practice, title, state],
    )?;
    Ok(())
}
