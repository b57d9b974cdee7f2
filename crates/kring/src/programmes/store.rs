//! SQL of the programmes slice.

use store::{Error, Tx, args, sql};

use super::{GroupLine, Intervention, Organisation, Programme};
use crate::id::{GroupId, OrganisationId, PersonId, ProgrammeId};

pub(crate) fn find(tx: &mut Tx<'_>, id: &ProgrammeId) -> Result<Option<Programme>, Error> {
    tx.maybe(
        sql!(
            "select p.id, p.organisation_id, o.name as organisation, p.name, p.kind, p.state, p.goal, p.audience, p.time_asked,
                    p.name_en, p.goal_en, p.audience_en, p.time_asked_en, p.starts_on, p.ends_on, p.funder, p.region,
                    p.contact, p.accent, p.is_public, p.slug, p.enrols, p.enrol_until, p.capacity,
                    p.reminder_days, p.is_sensitive, p.holidays, p.attendance_norm, p.version
             from programmes p join organisations o on o.id = p.organisation_id
             where p.id = $1"
        ),
        args![id],
    )
}

/// The programme to which an address leads, or led before.
pub(crate) fn by_address(tx: &mut Tx<'_>, slug: &str) -> Result<Option<ProgrammeId>, Error> {
    tx.maybe(
        sql!(
            "select id from programmes where slug = $1
             union
             select programme_id from former_addresses where slug = $1"
        ),
        args![slug],
    )
}

/// The programmes that somebody organises on a day.
pub(super) fn organised_by(tx: &mut Tx<'_>, person: &PersonId, today: &str) -> Result<Vec<Programme>, Error> {
    tx.all(
        sql!(
            "select p.id, p.organisation_id, o.name as organisation, p.name, p.kind, p.state, p.goal, p.audience, p.time_asked,
                    p.name_en, p.goal_en, p.audience_en, p.time_asked_en, p.starts_on, p.ends_on, p.funder, p.region,
                    p.contact, p.accent, p.is_public, p.slug, p.enrols, p.enrol_until, p.capacity,
                    p.reminder_days, p.is_sensitive, p.holidays, p.attendance_norm, p.version
             from programmes p join organisations o on o.id = p.organisation_id
             where p.id in (
                 select m.programme_id from memberships m
                 where m.person_id = $1 and m.role = 'organiser' and m.since <= $2 and (m.until is null or m.until >= $2))
             order by p.starts_on desc, p.id"
        ),
        args![person, today],
    )
}

/// The organisations that somebody may make programmes for.
pub(crate) fn organisations_of(tx: &mut Tx<'_>, person: &PersonId) -> Result<Vec<Organisation>, Error> {
    tx.all(
        sql!(
            "select o.id, o.name from organisers w join organisations o on o.id = w.organisation_id
             where w.person_id = $1 order by o.id"
        ),
        args![person],
    )
}

/// Lets somebody make programmes for an organisation, from a day on.
pub(crate) fn add_organiser(
    tx: &mut Tx<'_>,
    organisation: &OrganisationId,
    person: &PersonId,
    since: &str,
) -> Result<(), Error> {
    tx.run(
        sql!(
            "insert into organisers (organisation_id, person_id, since) values ($1, $2, $3) on conflict do nothing"
        ),
        args![organisation, person, since],
    )?;
    Ok(())
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

/// What ties a person to a programme: the roles they have in it on a day, and whether they are on the list of any of its meetings.
pub(super) fn ties_of(
    tx: &mut Tx<'_>,
    programme: &ProgrammeId,
    person: &PersonId,
    today: &str,
) -> Result<(Vec<String>, bool), Error> {
    let mut ties: Vec<String> = tx.all(
        sql!(
            "select role from memberships
             where programme_id = $1 and person_id = $2 and since <= $3 and (until is null or until >= $3)
             union
             select 'listed' as role from attendance a
             where a.person_id = $2 and (select m.programme_id from meetings m where m.id = a.meeting_id) = $1"
        ),
        args![programme, person, today],
    )?;
    let all = ties.len();
    ties.retain(|tie| tie != "listed");
    let on_a_list = ties.len() < all;
    Ok((ties, on_a_list))
}

/// How many messages of others in the threads of the whole programme somebody has not read.
pub(super) fn unread(tx: &mut Tx<'_>, programme: &ProgrammeId, person: &PersonId) -> Result<i64, Error> {
    tx.one(
        sql!(
            "select count(*)
             from threads t
             join thread_messages m on m.thread_id = t.id and m.author_id <> $2 and m.removed_at is null
             left join thread_marks k on k.thread_id = t.id and k.person_id = $2
             where t.programme_id = $1 and t.group_id is null and m.number > coalesce(k.read_to, 0)"
        ),
        args![programme, person],
    )
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

/// Makes somebody an organiser of a programme, from a day on.
pub(super) fn join_as_organiser(
    tx: &mut Tx<'_>,
    id: &str,
    programme: &ProgrammeId,
    person: &PersonId,
    since: &str,
) -> Result<(), Error> {
    tx.run(
        sql!(
            "insert into memberships (id, programme_id, person_id, role, since) values ($1, $2, $3, 'organiser', $4)"
        ),
        args![id, programme, person, since],
    )?;
    Ok(())
}

/// Adds a programme; `false` when it is there already.
pub(crate) fn add(tx: &mut Tx<'_>, programme: &Programme) -> Result<bool, Error> {
    let p = programme;
    let added = tx.run(
        sql!(
            "insert into programmes
                 (id, organisation_id, name, kind, state, goal, audience, time_asked, name_en, goal_en, audience_en,
                  time_asked_en, starts_on, ends_on, funder, region, contact, accent, is_public, slug, enrols,
                  enrol_until, capacity, reminder_days, is_sensitive, holidays,
                  attendance_norm)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22,
                     $23, $24, $25, $26, $27)
             on conflict (id) do nothing"
        ),
        args![
            &p.id,
            &p.organisation_id,
            &p.name,
            &p.kind,
            &p.state,
            &p.goal,
            &p.audience,
            &p.time_asked,
            &p.name_en,
            &p.goal_en,
            &p.audience_en,
            &p.time_asked_en,
            &p.starts_on,
            &p.ends_on,
            &p.funder,
            &p.region,
            &p.contact,
            &p.accent,
            p.is_public,
            &p.slug,
            p.enrols,
            &p.enrol_until,
            p.capacity,
            &p.reminder_days,
            p.is_sensitive,
            &p.holidays,
            p.attendance_norm
        ],
    )?;
    Ok(added == 1)
}

/// Writes what an organiser changed, unless somebody else has changed it since this version.
pub(super) fn change(tx: &mut Tx<'_>, programme: &Programme) -> Result<bool, Error> {
    let p = programme;
    let changed = tx.run(
        sql!(
            "update programmes
             set name = $3, kind = $4, state = $5, goal = $6, audience = $7, time_asked = $8, name_en = $9, goal_en = $10,
                 audience_en = $11, time_asked_en = $12, starts_on = $13, ends_on = $14, funder = $15, region = $16,
                 contact = $17, accent = $18, is_public = $19, slug = $20, reminder_days = $21, is_sensitive = $22,
                 holidays = $23, attendance_norm = $24, version = version + 1
             where id = $1 and version = $2"
        ),
        args![
            &p.id,
            p.version,
            &p.name,
            &p.kind,
            &p.state,
            &p.goal,
            &p.audience,
            &p.time_asked,
            &p.name_en,
            &p.goal_en,
            &p.audience_en,
            &p.time_asked_en,
            &p.starts_on,
            &p.ends_on,
            &p.funder,
            &p.region,
            &p.contact,
            &p.accent,
            p.is_public,
            &p.slug,
            &p.reminder_days,
            p.is_sensitive,
            &p.holidays,
            p.attendance_norm
        ],
    )?;
    Ok(changed == 1)
}

/// Writes until when people can apply, and for how many there is room.
pub(crate) fn set_enrolment(tx: &mut Tx<'_>, programme: &Programme) -> Result<(), Error> {
    let p = programme;
    tx.run(
        sql!("update programmes set enrols = $2, enrol_until = $3, capacity = $4 where id = $1"),
        args![&p.id, p.enrols, &p.enrol_until, p.capacity],
    )?;
    Ok(())
}

/// Keeps an address that was shared leading to its programme.
pub(super) fn keep_address(tx: &mut Tx<'_>, slug: &str, programme: &ProgrammeId) -> Result<(), Error> {
    tx.run(
        sql!("insert into former_addresses (slug, programme_id) values ($1, $2) on conflict do nothing"),
        args![slug, programme],
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
