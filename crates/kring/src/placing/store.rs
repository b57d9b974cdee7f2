//! SQL of the placing slice.

use store::{Arg, Error, Tx, args, sql};

use super::{Circle, Known, Seat, Somebody, Standing, Whom};
use crate::id::{GroupId, PersonId, ProgrammeId};

/// The groups of a programme and how many people are in each on a day.
pub(super) fn circles(tx: &mut Tx<'_>, programme: &ProgrammeId, today: &str) -> Result<Vec<Circle>, Error> {
    tx.all(
        sql!(
            "select g.id, g.name, count(case when m.role = 'participant' then 1 end) as participants,
                    count(case when m.role = 'facilitator' then 1 end) as facilitators
             from groups g
             left join memberships m on m.group_id = g.id and m.since <= $2 and (m.until is null or m.until >= $2)
             where g.programme_id = $1
             group by g.id, g.name order by g.name, g.id"
        ),
        args![programme, today],
    )
}

/// Adds a group; `false` when there is one of this name.
pub(crate) fn add_group(
    tx: &mut Tx<'_>,
    id: &GroupId,
    programme: &ProgrammeId,
    name: &str,
) -> Result<bool, Error> {
    let added = tx.run(
        sql!(
            "insert into groups (id, programme_id, name)
             select cast($1 as text), cast($2 as text), cast($3 as text)
             where not exists (select 1 from groups where programme_id = $2 and name = $3)"
        ),
        args![id, programme, name],
    )?;
    Ok(added == 1)
}

/// How many people take part in a programme or lead in it, on a day; `which` is empty for all, `-` for those in no group, or the id of a
/// group.
pub(super) fn count(
    tx: &mut Tx<'_>,
    programme: &ProgrammeId,
    (today, which): (&str, &str),
) -> Result<i64, Error> {
    tx.one(
        sql!(
            "select count(distinct m.person_id)
             from memberships m
             where m.programme_id = $1 and m.since <= $2 and (m.until is null or m.until >= $2)
                   and m.role in ('participant', 'facilitator')
                   and ($3 = '' or m.group_id = $3 or ($3 = '-' and not exists (
                        select 1 from memberships g
                        where g.programme_id = $1 and g.person_id = m.person_id and g.group_id is not null
                              and g.since <= $2 and (g.until is null or g.until >= $2))))"
        ),
        args![programme, today, which],
    )
}

/// A page of them, by name.
pub(super) fn people(
    tx: &mut Tx<'_>,
    programme: &ProgrammeId,
    (today, which): (&str, &str),
    (skip, most): (i64, i64),
) -> Result<Vec<Somebody>, Error> {
    tx.all(
        sql!(
            "select p.id, p.name, w.job, o.name as organisation
             from people p
             left join positions w on w.person_id = p.id
                 and w.organisation_id = (select min(f.organisation_id) from positions f where f.person_id = p.id)
             left join organisations o on o.id = w.organisation_id
             where p.id in (
                 select m.person_id from memberships m
                 where m.programme_id = $1 and m.since <= $2 and (m.until is null or m.until >= $2)
                       and m.role in ('participant', 'facilitator')
                       and ($3 = '' or m.group_id = $3 or ($3 = '-' and not exists (
                            select 1 from memberships g
                            where g.programme_id = $1 and g.person_id = m.person_id and g.group_id is not null
                                  and g.since <= $2 and (g.until is null or g.until >= $2)))))
             order by p.name, p.id limit $5 offset $4"
        ),
        args![programme, today, which, skip, most],
    )
}

/// Where these people sit on a day.
pub(super) fn seats(
    tx: &mut Tx<'_>,
    programme: &ProgrammeId,
    today: &str,
    people: &[PersonId],
) -> Result<Vec<Seat>, Error> {
    tx.all(
        sql!(
            "select m.person_id, m.group_id, g.name as group_name, m.role
             from memberships m left join groups g on g.id = m.group_id
             where m.programme_id = $1 and m.since <= $2 and (m.until is null or m.until >= $2)
                   and m.role in ('participant', 'facilitator') and m.person_id in ($3..)
             order by m.person_id, g.name, m.role"
        ),
        args![
            programme,
            today,
            Arg::texts(people.iter().map(|person| person.0.as_str()))
        ],
    )
}

/// Gives somebody a seat; whoever had it before gets it back.
pub(super) fn seat(
    tx: &mut Tx<'_>,
    id: &str,
    (programme, group): (&ProgrammeId, &GroupId),
    (person, role): (&PersonId, &str),
    today: &str,
) -> Result<(), Error> {
    tx.run(
        sql!(
            "insert into memberships (id, programme_id, group_id, person_id, role, since)
             values ($1, $2, $3, $4, $5, $6)
             on conflict (programme_id, group_id, person_id, role) do update set until = null"
        ),
        args![id, programme, group, person, role, today],
    )?;
    Ok(())
}

/// Ends a seat; the last day is the one given.
pub(super) fn unseat(
    tx: &mut Tx<'_>,
    group: &GroupId,
    (person, role): (&PersonId, &str),
    last_day: &str,
) -> Result<(), Error> {
    tx.run(
        sql!(
            "update memberships set until = $4
             where group_id = $1 and person_id = $2 and role = $3 and (until is null or until > $4)"
        ),
        args![group, person, role, last_day],
    )?;
    Ok(())
}

/// Names of who leads a group on a day.
pub(crate) fn leaders(tx: &mut Tx<'_>, group: &GroupId, today: &str) -> Result<Vec<String>, Error> {
    tx.all(
        sql!(
            "select distinct p.name from memberships m join people p on p.id = m.person_id
             where m.group_id = $1 and m.role = 'facilitator' and m.since <= $2 and (m.until is null or m.until >= $2)
             order by p.name"
        ),
        args![group, today],
    )
}

/// What is known on a day about those who take part: all of them, with the group they are in, or only those who are in none.
pub(super) fn known(
    tx: &mut Tx<'_>,
    programme: &ProgrammeId,
    (today, whom): (&str, Whom),
) -> Result<Vec<Known>, Error> {
    let whom = match whom {
        Whom::Everybody => "all",
        Whom::InNoGroup => "free",
    };
    tx.all(
        sql!(
            "with part as (
                 select m.person_id as id, min(case when m.role = 'participant' then m.group_id end) as group_id,
                        count(case when m.role = 'participant' then 1 end) as parts, count(m.group_id) as seats
                 from memberships m
                 where m.programme_id = $1 and m.role in ('participant', 'facilitator') and m.since <= $2
                       and (m.until is null or m.until >= $2)
                 group by m.person_id),
             asked as (
                 select id, group_id from part
                 where parts > 0 and (seats = 0 or ($3 = 'all' and group_id is not null)))
             select p.id as person_id, 'name' as what, p.name as value from asked f join people p on p.id = f.id
             union all
             select f.id, 'group', f.group_id from asked f where f.group_id is not null
             union all
             select p.id, 'region', p.region from asked f join people p on p.id = f.id where p.region is not null
             union all
             select p.id, 'since', cast(p.works_since as text) from asked f join people p on p.id = f.id
             where p.works_since is not null
             union all
             select w.person_id, 'function', w.job from asked f join positions w on w.person_id = f.id
             union all
             select w.person_id, 'organisation', o.name from asked f join positions w on w.person_id = f.id
             join organisations o on o.id = w.organisation_id
             union all
             select l.person_id, 'language', l.language from asked f join spoken_languages l on l.person_id = f.id
             union all
             select h.person_id, 'free', h.half_day from asked f join free_half_days h on h.person_id = f.id
             union all
             select c.person_id, c.kind, c.other_id from asked f join company_wishes c on c.person_id = f.id
             where c.other_id is not null
             order by person_id, what, value"
        ),
        args![programme, today, whom],
    )
}

/// Everything that placing changes in a programme: its groups, and on a day who has which seat in it.
pub(super) fn standing(
    tx: &mut Tx<'_>,
    programme: &ProgrammeId,
    today: &str,
) -> Result<Vec<Standing>, Error> {
    tx.all(
        sql!(
            "select 'group' as what, g.id as one, g.name as other from groups g where g.programme_id = $1
             union all
             select m.role, m.person_id, coalesce(m.group_id, '') from memberships m
             where m.programme_id = $1 and m.role in ('participant', 'facilitator') and m.since <= $2
                   and (m.until is null or m.until >= $2)
             order by what, one, other"
        ),
        args![programme, today],
    )
}

/// What is known on a day about those who lead in a programme, with a group or without one.
pub(super) fn leading(tx: &mut Tx<'_>, programme: &ProgrammeId, today: &str) -> Result<Vec<Known>, Error> {
    tx.all(
        sql!(
            "with seats as (
                 select m.person_id as id, m.group_id from memberships m
                 where m.programme_id = $1 and m.role = 'facilitator' and m.since <= $2
                       and (m.until is null or m.until >= $2)),
             lead as (select distinct id from seats)
             select p.id as person_id, 'name' as what, p.name as value from lead f join people p on p.id = f.id
             union all
             select p.id, 'region', p.region from lead f join people p on p.id = f.id where p.region is not null
             union all
             select h.person_id, 'free', h.half_day from lead f join free_half_days h on h.person_id = f.id
             union all
             select s.id, 'leads', g.name from seats s join groups g on g.id = s.group_id
             order by person_id, what, value"
        ),
        args![programme, today],
    )
}
