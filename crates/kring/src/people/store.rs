//! SQL of the people slice.

use store::{Error, Tx, args, sql};

use super::{Person, Reader};
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
