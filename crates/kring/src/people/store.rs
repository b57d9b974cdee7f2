//! SQL of the people slice.

use store::{Arg, Error, Tx, args, sql};

use super::{Addressed, Person, Reader};
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

pub(crate) fn add_position(
    tx: &mut Tx<'_>,
    person: &PersonId,
    organisation: &OrganisationId,
    job: &str,
) -> Result<(), Error> {
    tx.run(
        sql!("insert into positions (person_id, organisation_id, job) values ($1, $2, $3)"),
        args![person, organisation, job],
    )?;
    Ok(())
}
