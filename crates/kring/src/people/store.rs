//! SQL of the people slice.

use store::{Arg, Error, Tx, args, sql};

use super::{Addressed, Person, Reader, Told};
use crate::id::{OrganisationId, PersonId};

pub(crate) fn by_mail(tx: &mut Tx<'_>, mail: &str) -> Result<Option<Person>, Error> {
    tx.maybe(
        sql!("select id, name, mail from people where mail = $1"),
        args![mail],
    )
}

/// Who reads the mails to an address.
pub(crate) fn reader(tx: &mut Tx<'_>, mail: &str) -> Result<Option<Reader>, Error> {
    tx.maybe(
        sql!("select id, language from people where mail = $1"),
        args![mail],
    )
}

/// Those of these people whom Kring knows, to write to them.
pub(crate) fn readers(tx: &mut Tx<'_>, people: &[PersonId]) -> Result<Vec<Addressed>, Error> {
    tx.all(
        sql!("select id, name, mail, language from people where id in ($1..) order by id"),
        args![Arg::texts(people.iter().map(|person| person.0.as_str()))],
    )
}

pub(crate) fn add(tx: &mut Tx<'_>, person: &Person, language: &str, now: i64) -> Result<(), Error> {
    tx.run(
        sql!("insert into people (id, name, mail, language, created_at) values ($1, $2, $3, $4, $5)"),
        args![&person.id, &person.name, &person.mail, language, now],
    )?;
    Ok(())
}

pub(crate) fn add_organisation(
    tx: &mut Tx<'_>,
    id: &OrganisationId,
    name: &str,
    kind: &str,
    place: &str,
) -> Result<(), Error> {
    tx.run(
        sql!("insert into organisations (id, name, kind, place) values ($1, $2, $3, $4)"),
        args![id, name, kind, place],
    )?;
    Ok(())
}

/// The organisation with this name, the one that was there first when there are several.
pub(crate) fn organisation_named(tx: &mut Tx<'_>, name: &str) -> Result<Option<OrganisationId>, Error> {
    tx.maybe(
        sql!("select id from organisations where name = $1 order by id limit 1"),
        args![name],
    )
}

/// The organisation with this name; a practice with this id is added when there is none.
pub(crate) fn practice_named(
    tx: &mut Tx<'_>,
    name: &str,
    fresh: &OrganisationId,
) -> Result<OrganisationId, Error> {
    if let Some(known) = organisation_named(tx, name)? {
        return Ok(known);
    }
    add_organisation(tx, fresh, name, "practice", "")?;
    Ok(fresh.clone())
}

/// Writes down what somebody told, where nothing stands yet: what they wrote themselves is never overwritten.
pub(crate) fn fill_in(tx: &mut Tx<'_>, person: &PersonId, told: &Told) -> Result<(), Error> {
    tx.run(
        sql!(
            "update people
             set region = coalesce(region, cast($2 as text)), works_since = coalesce(works_since, cast($3 as bigint)),
                 wishes = coalesce(wishes, cast($4 as text)), profile_version = profile_version + 1
             where id = $1"
        ),
        args![person, &told.region, told.works_since, &told.wishes],
    )?;
    for (register, number) in &told.registrations {
        add_registration(tx, person, register, number)?;
    }
    for language in &told.languages {
        add_language(tx, person, language)?;
    }
    let free: i64 = tx.one(
        sql!("select count(*) from free_half_days where person_id = $1"),
        args![person],
    )?;
    if free == 0 {
        for half_day in &told.free {
            add_free_half_day(tx, person, half_day)?;
        }
    }
    Ok(())
}

fn add_registration(tx: &mut Tx<'_>, person: &PersonId, register: &str, number: &str) -> Result<(), Error> {
    tx.run(
        sql!(
            "insert into registrations (person_id, register, number) values ($1, $2, $3) on conflict do nothing"
        ),
        args![person, register, number],
    )?;
    Ok(())
}

fn add_language(tx: &mut Tx<'_>, person: &PersonId, language: &str) -> Result<(), Error> {
    tx.run(
        sql!("insert into spoken_languages (person_id, language) values ($1, $2) on conflict do nothing"),
        args![person, language],
    )?;
    Ok(())
}

fn add_free_half_day(tx: &mut Tx<'_>, person: &PersonId, half_day: &str) -> Result<(), Error> {
    tx.run(
        sql!("insert into free_half_days (person_id, half_day) values ($1, $2) on conflict do nothing"),
        args![person, half_day],
    )?;
    Ok(())
}

/// Notes where somebody works, as what. What they wrote before about the same place stays.
pub(crate) fn add_position(
    tx: &mut Tx<'_>,
    person: &PersonId,
    organisation: &OrganisationId,
    job: &str,
) -> Result<(), Error> {
    tx.run(
        sql!(
            "insert into positions (person_id, organisation_id, job) values ($1, $2, $3) on conflict do nothing"
        ),
        args![person, organisation, job],
    )?;
    Ok(())
}
