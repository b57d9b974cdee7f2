//! SQL about who wants to be found, and about the chat of a group.

use store::{Error, Tx, args, from_row, sql};

use crate::community::{Card, Listed};
use crate::id::{GroupId, PersonId, ProgrammeId};

/// What somebody says of themselves.
pub(in crate::community) fn card(tx: &mut Tx<'_>, person: &PersonId) -> Result<Option<Card>, Error> {
    tx.maybe(
        sql!("select expertise, offers, seeks from directory_cards where person_id = $1"),
        args![person],
    )
}

/// The programmes that somebody belongs to on a day: id, name, and whether they are found there.
pub(in crate::community) fn programmes_of(
    tx: &mut Tx<'_>,
    person: &PersonId,
    today: &str,
) -> Result<Vec<(String, String, bool)>, Error> {
    tx.all(
        sql!(
            "select distinct p.id, p.name, l.person_id is not null as is_listed
             from memberships m
             join programmes p on p.id = m.programme_id
             left join directory_listings l on l.programme_id = p.id and l.person_id = m.person_id
             where m.person_id = $1 and m.since <= $2 and (m.until is null or m.until >= $2)
             order by p.id"
        ),
        args![person, today],
    )
}

/// Notes what somebody says of themselves, and that they are found in these programmes and no others.
pub(crate) fn set_card(
    tx: &mut Tx<'_>,
    person: &PersonId,
    card: &Card,
    programmes: &[String],
) -> Result<(), Error> {
    tx.run(
        sql!(
            "insert into directory_cards (person_id, expertise, offers, seeks) values ($1, $2, $3, $4)
             on conflict (person_id) do update
             set expertise = excluded.expertise, offers = excluded.offers, seeks = excluded.seeks"
        ),
        args![person, &card.expertise, &card.offers, &card.seeks],
    )?;
    tx.run(
        sql!("delete from directory_listings where person_id = $1"),
        args![person],
    )?;
    for programme in programmes {
        tx.run(
            sql!("insert into directory_listings (person_id, programme_id) values ($1, $2)"),
            args![person, programme],
        )?;
    }
    Ok(())
}

/// Takes somebody off the list of a programme.
pub(in crate::community) fn unlist(
    tx: &mut Tx<'_>,
    person: &PersonId,
    programme: &ProgrammeId,
) -> Result<(), Error> {
    tx.run(
        sql!("delete from directory_listings where person_id = $1 and programme_id = $2"),
        args![person, programme],
    )?;
    Ok(())
}

/// Somebody and their card in one row.
struct Row {
    id: PersonId,
    name: String,
    mail: String,
    region: Option<String>,
    expertise: String,
    offers: String,
    seeks: String,
}
from_row!(Row {
    id,
    name,
    mail,
    region,
    expertise,
    offers,
    seeks
});

/// Who of a programme wants to be found and belongs to it on a day. Their functions are read apart.
pub(in crate::community) fn listed(
    tx: &mut Tx<'_>,
    programme: &ProgrammeId,
    today: &str,
) -> Result<Vec<Listed>, Error> {
    let rows: Vec<Row> = tx.all(
        sql!(
            "select p.id, p.name, p.mail, p.region, c.expertise, c.offers, c.seeks
             from directory_listings l
             join people p on p.id = l.person_id
             join directory_cards c on c.person_id = l.person_id
             where l.programme_id = $1
                   and exists (
                       select 1 from memberships m
                       where m.person_id = l.person_id and m.programme_id = $1
                             and m.since <= $2 and (m.until is null or m.until >= $2))
             order by p.id"
        ),
        args![programme, today],
    )?;
    let listed = rows.into_iter().map(|row| Listed {
        person_id: row.id,
        name: row.name,
        mail: row.mail,
        region: row.region,
        card: Card {
            expertise: row.expertise,
            offers: row.offers,
            seeks: row.seeks,
        },
        jobs: Vec::new(),
    });
    Ok(listed.collect())
}

/// Functions, and where, of everybody in the list of a programme.
pub(in crate::community) fn jobs(
    tx: &mut Tx<'_>,
    programme: &ProgrammeId,
) -> Result<Vec<(PersonId, String, String)>, Error> {
    tx.all(
        sql!(
            "select w.person_id, w.job, o.name
             from directory_listings l
             join positions w on w.person_id = l.person_id
             join organisations o on o.id = w.organisation_id
             where l.programme_id = $1 order by w.person_id, o.id"
        ),
        args![programme],
    )
}

/// Where the chat of a group is.
pub(in crate::community) fn chat(tx: &mut Tx<'_>, group: &GroupId) -> Result<Option<String>, Error> {
    tx.one(sql!("select chat_link from groups where id = $1"), args![group])
}

/// Notes where the chat of a group is.
pub(in crate::community) fn set_chat(
    tx: &mut Tx<'_>,
    group: &GroupId,
    link: Option<&str>,
) -> Result<(), Error> {
    tx.run(
        sql!("update groups set chat_link = $2 where id = $1"),
        args![group, link],
    )?;
    Ok(())
}
