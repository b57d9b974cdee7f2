//! SQL of the ideas slice.

use store::{Error, Tx, args, sql};

use super::{Choice, Idea};
use crate::id::{PersonId, ProgrammeId};

pub(crate) fn of_programme(tx: &mut Tx<'_>, programme: &ProgrammeId) -> Result<Vec<Idea>, Error> {
    tx.all(
        sql!("select id, theme, text, origin from ideas where programme_id = $1 order by position"),
        args![programme],
    )
}

pub(crate) fn choices_of_programme(tx: &mut Tx<'_>, programme: &ProgrammeId) -> Result<Vec<Choice>, Error> {
    tx.all(
        sql!(
            "select c.idea_id, p.name
             from idea_choices c join ideas i on i.id = c.idea_id join people p on p.id = c.person_id
             where i.programme_id = $1
             order by c.idea_id, p.id"
        ),
        args![programme],
    )
}

pub(crate) fn add(tx: &mut Tx<'_>, programme: &ProgrammeId, idea: &Idea, position: i64) -> Result<(), Error> {
    tx.run(
        sql!(
            "insert into ideas (id, programme_id, theme, text, origin, position)
             values ($1, $2, $3, $4, $5, $6)"
        ),
        args![
            &idea.id,
            programme,
            &idea.theme,
            &idea.text,
            &idea.origin,
            position
        ],
    )?;
    Ok(())
}

pub(crate) fn choose(tx: &mut Tx<'_>, idea: &str, person: &PersonId) -> Result<(), Error> {
    tx.run(
        sql!("insert into idea_choices (idea_id, person_id) values ($1, $2)"),
        args![idea, person],
    )?;
    Ok(())
}
