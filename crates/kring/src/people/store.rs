//! SQL of the people slice.

use store::{Arg, Error, Tx, args, from_row, sql};

use super::{Addressed, HALF_DAYS, LANGUAGES, Person, Profile, Reader, Told, folded};
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

/// Whoever has this address already, under the name they have; otherwise somebody new.
pub(crate) fn known_or_new(
    tx: &mut Tx<'_>,
    person: &Person,
    language: &str,
    now: i64,
) -> Result<PersonId, Error> {
    if let Some(known) = by_mail(tx, &person.mail)? {
        return Ok(known.id);
    }
    add(tx, person, language, now)?;
    Ok(person.id.clone())
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

/// What stands about somebody in one row.
struct Plain {
    name: String,
    language: String,
    region: Option<String>,
    works_since: Option<i64>,
    wishes: Option<String>,
    profile_version: i64,
}
from_row!(Plain {
    name,
    language,
    region,
    works_since,
    wishes,
    profile_version
});

/// Everything somebody told about themselves.
pub(crate) fn profile(tx: &mut Tx<'_>, person: &PersonId) -> Result<Option<Profile>, Error> {
    let row: Option<Plain> = tx.maybe(
        sql!("select name, language, region, works_since, wishes, profile_version from people where id = $1"),
        args![person],
    )?;
    let Some(row) = row else {
        return Ok(None);
    };
    let told = Told {
        region: row.region,
        works_since: row.works_since,
        wishes: row.wishes,
        registrations: tx.all(
            sql!("select register, number from registrations where person_id = $1 order by register, number"),
            args![person],
        )?,
        languages: in_order(
            &LANGUAGES,
            &tx.all::<String>(
                sql!("select language from spoken_languages where person_id = $1 order by language"),
                args![person],
            )?,
        ),
        free: in_order(
            &HALF_DAYS,
            &tx.all::<String>(
                sql!("select half_day from free_half_days where person_id = $1 order by half_day"),
                args![person],
            )?,
        ),
    };
    let mut company: Vec<(String, String)> = tx.all(
        sql!("select kind, name from company_wishes where person_id = $1 order by id"),
        args![person],
    )?;
    company.sort_by(|(_, one), (_, other)| one.cmp(other));
    Ok(Some(Profile {
        name: row.name,
        language: row.language,
        told,
        positions: tx.all(
            sql!(
                "select w.job, o.name from positions w join organisations o on o.id = w.organisation_id
                 where w.person_id = $1 order by o.id"
            ),
            args![person],
        )?,
        company,
        version: row.profile_version,
    }))
}

/// Known words in the order in which people choose from them.
fn in_order(order: &[&str], found: &[String]) -> Vec<String> {
    let known = order.iter().filter(|word| found.iter().any(|one| one == *word));
    known.map(|word| (*word).to_owned()).collect()
}

/// Writes down what somebody changed about themselves, unless it was changed elsewhere since this version. `fresh` holds an id for each
/// position and each wish, made beforehand.
pub(crate) fn change(
    tx: &mut Tx<'_>,
    person: &PersonId,
    profile: &Profile,
    fresh: &[String],
) -> Result<bool, Error> {
    let told = &profile.told;
    let changed = tx.run(
        sql!(
            "update people
             set name = $3, language = $4, region = $5, works_since = $6, wishes = $7, profile_version = profile_version + 1
             where id = $1 and profile_version = $2"
        ),
        args![
            person,
            profile.version,
            &profile.name,
            &profile.language,
            &told.region,
            told.works_since,
            &told.wishes
        ],
    )?;
    if changed == 0 {
        return Ok(false);
    }
    clear(tx, person)?;
    for (register, number) in &told.registrations {
        add_registration(tx, person, register, number)?;
    }
    for language in &told.languages {
        add_language(tx, person, language)?;
    }
    for half_day in &told.free {
        add_free_half_day(tx, person, half_day)?;
    }
    let (places, wishes) = fresh
        .split_at_checked(profile.positions.len())
        .unwrap_or_default();
    for ((job, organisation), id) in profile.positions.iter().zip(places) {
        let at = practice_named(tx, organisation, &OrganisationId(id.clone()))?;
        add_position(tx, person, &at, job)?;
    }
    add_company(tx, person, &profile.company, wishes)?;
    Ok(true)
}

fn clear(tx: &mut Tx<'_>, person: &PersonId) -> Result<(), Error> {
    for statement in [
        sql!("delete from registrations where person_id = $1"),
        sql!("delete from spoken_languages where person_id = $1"),
        sql!("delete from free_half_days where person_id = $1"),
        sql!("delete from positions where person_id = $1"),
        sql!("delete from company_wishes where person_id = $1"),
    ] {
        tx.run(statement, args![person])?;
    }
    Ok(())
}

/// Writes with whom somebody would like to be. Who is meant is looked up among the people of their programmes.
fn add_company(
    tx: &mut Tx<'_>,
    person: &PersonId,
    company: &[(String, String)],
    ids: &[String],
) -> Result<(), Error> {
    let around: Vec<Person> = if company.is_empty() {
        Vec::new()
    } else {
        tx.all(
            sql!(
                "select distinct p.id, p.name, p.mail from memberships mine
                 join memberships theirs on theirs.programme_id = mine.programme_id
                 join people p on p.id = theirs.person_id
                 where mine.person_id = $1 and p.id <> $1"
            ),
            args![person],
        )?
    };
    for ((kind, name), id) in company.iter().zip(ids) {
        let wanted = folded(name);
        let mut meant = around
            .iter()
            .filter(|one| one.mail == wanted || folded(&one.name) == wanted);
        let one = meant.next().filter(|_| meant.next().is_none());
        tx.run(
            sql!(
                "insert into company_wishes (id, person_id, kind, name, other_id) values ($1, $2, $3, $4, $5)"
            ),
            args![id, person, kind, name, one.map(|one| one.id.0.as_str())],
        )?;
    }
    Ok(())
}
