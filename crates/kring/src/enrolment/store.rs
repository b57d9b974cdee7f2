//! SQL of the enrolment slice.

use anyhow::Context as _;
use jiff::SignedDuration;
use store::{Error, Tx, args, sql};

use super::form::Form;
use super::{Application, Enrolment};
use crate::id::{ApplicationId, PersonId, ProgrammeId};
use crate::places::Manner;

/// The form of a programme; the usual one when nobody has changed it yet.
pub(super) fn enrolment(tx: &mut Tx<'_>, programme: &ProgrammeId) -> anyhow::Result<Enrolment> {
    let found: Option<(String, String, i64, i64)> = tx.maybe(
        sql!("select questions, waiting, offer_hours, version from enrolment_forms where programme_id = $1"),
        args![programme],
    )?;
    let Some((questions, waiting, hours, version)) = found else {
        return Ok(Enrolment::usual());
    };
    Ok(Enrolment {
        form: serde_json::from_str(&questions).context("reading the questions of a programme")?,
        manner: match waiting.as_str() {
            "offer" => Manner::Offer(SignedDuration::from_hours(hours)),
            _ => Manner::Promote,
        },
        version,
    })
}

/// Writes the form, unless somebody else has changed it since this version.
pub(super) fn put_enrolment(
    tx: &mut Tx<'_>,
    programme: &ProgrammeId,
    enrolment: &Enrolment,
) -> anyhow::Result<bool> {
    let questions = questions(&enrolment.form)?;
    let (waiting, hours) = match enrolment.manner {
        Manner::Promote => ("promote", super::OFFER.as_hours()),
        Manner::Offer(span) => ("offer", span.as_hours()),
    };
    let written = tx.run(
        sql!(
            "insert into enrolment_forms (programme_id, questions, waiting, offer_hours, version)
             values ($1, $2, $3, $4, cast($5 as bigint) + 1)
             on conflict (programme_id) do update
             set questions = excluded.questions, waiting = excluded.waiting, offer_hours = excluded.offer_hours,
                 version = excluded.version
             where enrolment_forms.version = $5"
        ),
        args![programme, &questions, waiting, hours, enrolment.version],
    )?;
    Ok(written == 1)
}

fn questions(form: &Form) -> anyhow::Result<String> {
    serde_json::to_string(form).context("writing the questions of a programme")
}

/// Adds an application; `false` when the same form was sent before.
pub(crate) fn add(tx: &mut Tx<'_>, application: &Application, form_key: &str) -> Result<bool, Error> {
    let a = application;
    let added = tx.run(
        sql!(
            "insert into applications
                 (id, programme_id, form_key, name, mail, language, answers, state, position, offer_until, person_id, reason,
                  applied_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
             on conflict (form_key) do nothing"
        ),
        args![
            &a.id,
            &a.programme_id,
            form_key,
            &a.name,
            &a.mail,
            &a.language,
            &a.answers,
            a.state.word(),
            a.position,
            a.offer_until,
            a.person_id.as_ref().map(|person| person.0.as_str()),
            &a.reason,
            a.applied_at
        ],
    )?;
    Ok(added == 1)
}

/// Whether this form was sent before.
pub(super) fn was_sent(tx: &mut Tx<'_>, form_key: &str) -> Result<bool, Error> {
    let sent: i64 = tx.one(
        sql!("select count(*) from applications where form_key = $1"),
        args![form_key],
    )?;
    Ok(sent > 0)
}

/// An application of a programme.
pub(super) fn find(
    tx: &mut Tx<'_>,
    programme: &ProgrammeId,
    id: &ApplicationId,
) -> Result<Option<Application>, Error> {
    tx.maybe(
        sql!(
            "select id, programme_id, name, mail, language, answers, state, position, offer_until, person_id, reason,
                    applied_at
             from applications where programme_id = $1 and id = $2"
        ),
        args![programme, id],
    )
}

/// The application that a link leads to.
pub(super) fn by_link(tx: &mut Tx<'_>, token_hash: &str) -> Result<Option<Application>, Error> {
    tx.maybe(
        sql!(
            "select a.id, a.programme_id, a.name, a.mail, a.language, a.answers, a.state, a.position, a.offer_until,
                    a.person_id, a.reason, a.applied_at
             from application_links l join applications a on a.id = l.application_id
             where l.token_hash = $1"
        ),
        args![token_hash],
    )
}

pub(super) fn add_link(tx: &mut Tx<'_>, token_hash: &str, application: &ApplicationId) -> Result<(), Error> {
    tx.run(
        sql!("insert into application_links (token_hash, application_id) values ($1, $2)"),
        args![token_hash, application],
    )?;
    Ok(())
}

/// The applications of an address or a person for a programme, the newest first.
pub(super) fn of_somebody(
    tx: &mut Tx<'_>,
    programme: &ProgrammeId,
    mail: &str,
    person: Option<&PersonId>,
) -> Result<Vec<Application>, Error> {
    tx.all(
        sql!(
            "select id, programme_id, name, mail, language, answers, state, position, offer_until, person_id, reason,
                    applied_at
             from applications
             where programme_id = $1 and (mail = $2 or person_id = cast($3 as text))
             order by applied_at desc, id desc"
        ),
        args![programme, mail, person.map(|person| person.0.as_str())],
    )
}

/// The applications that still ask for something: those who wait in the order of the line, the others as they came.
pub(super) fn unsettled(tx: &mut Tx<'_>, programme: &ProgrammeId) -> Result<Vec<Application>, Error> {
    tx.all(
        sql!(
            "select id, programme_id, name, mail, language, answers, state, position, offer_until, person_id, reason,
                    applied_at
             from applications where programme_id = $1 and state in ('applied', 'waiting', 'offered')
             order by position nulls last, applied_at, id"
        ),
        args![programme],
    )
}

/// A page of the other applications, the newest first.
pub(super) fn settled(
    tx: &mut Tx<'_>,
    programme: &ProgrammeId,
    skip: i64,
    most: i64,
) -> Result<Vec<Application>, Error> {
    tx.all(
        sql!(
            "select id, programme_id, name, mail, language, answers, state, position, offer_until, person_id, reason,
                    applied_at
             from applications where programme_id = $1 and state not in ('applied', 'waiting', 'offered')
             order by applied_at desc, id desc limit $3 offset $2"
        ),
        args![programme, skip, most],
    )
}

/// How many of the others there are.
pub(super) fn count_settled(tx: &mut Tx<'_>, programme: &ProgrammeId) -> Result<i64, Error> {
    tx.one(
        sql!(
            "select count(*) from applications
             where programme_id = $1 and state not in ('applied', 'waiting', 'offered')"
        ),
        args![programme],
    )
}

/// How many people take part in a programme on a day.
pub(super) fn members(tx: &mut Tx<'_>, programme: &ProgrammeId, today: &str) -> Result<i64, Error> {
    tx.one(
        sql!(
            "select count(distinct person_id) from memberships
             where programme_id = $1 and role = 'participant' and since <= $2 and (until is null or until >= $2)"
        ),
        args![programme, today],
    )
}

/// Writes how an application stands now.
pub(super) fn change(tx: &mut Tx<'_>, application: &Application, now: i64) -> Result<(), Error> {
    let a = application;
    tx.run(
        sql!(
            "update applications
             set state = $2, position = $3, offer_until = $4, person_id = $5, reason = $6, decided_at = $7
             where id = $1"
        ),
        args![
            &a.id,
            a.state.word(),
            a.position,
            a.offer_until,
            a.person_id.as_ref().map(|person| person.0.as_str()),
            &a.reason,
            now
        ],
    )?;
    Ok(())
}

/// The last place on the waiting list of a programme; 0 when nobody waits.
pub(super) fn last_position(tx: &mut Tx<'_>, programme: &ProgrammeId) -> Result<i64, Error> {
    let last: Option<i64> = tx.one(
        sql!("select max(position) from applications where programme_id = $1 and state = 'waiting'"),
        args![programme],
    )?;
    Ok(last.unwrap_or(0))
}

pub(super) fn set_position(tx: &mut Tx<'_>, application: &ApplicationId, position: i64) -> Result<(), Error> {
    tx.run(
        sql!("update applications set position = $2 where id = $1"),
        args![application, position],
    )?;
    Ok(())
}

/// Programmes in which a place was offered that nobody took in time.
pub(super) fn with_lapsed_offers(tx: &mut Tx<'_>, now: i64) -> Result<Vec<ProgrammeId>, Error> {
    tx.all(
        sql!(
            "select distinct programme_id from applications
             where state = 'offered' and offer_until <= $1 order by programme_id"
        ),
        args![now],
    )
}
