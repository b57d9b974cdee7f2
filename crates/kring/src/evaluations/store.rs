//! SQL of the evaluations slice. What is asked here is only answered with enough answers: the statements count, not the pages.

use store::{Error, Tx, args, sql};

use super::{Counted, Form};
use crate::id::{MeetingId, ProgrammeId};

/// Fewest answers that are shown.
const FEWEST: i64 = 5;

/// Keeps the forms of a meeting instead of those kept before.
pub(crate) fn keep(tx: &mut Tx<'_>, meeting: &MeetingId, forms: &[Form]) -> Result<(), Error> {
    for statement in [
        sql!("delete from evaluation_answers where meeting_id = $1"),
        sql!("delete from evaluation_questions where meeting_id = $1"),
        sql!("delete from evaluations where meeting_id = $1"),
    ] {
        tx.run(statement, args![meeting])?;
    }
    for form in forms {
        tx.run(
            sql!("insert into evaluations (meeting_id, form, answered, day) values ($1, $2, $3, $4)"),
            args![meeting, &form.name, number(form.answered), &form.day],
        )?;
        for (position, question) in (1_i64..).zip(&form.questions) {
            tx.run(
                sql!(
                    "insert into evaluation_questions
                         (meeting_id, form, question, position, kind, label_nl, label_en)
                     values ($1, $2, $3, $4, $5, $6, $7)"
                ),
                args![
                    meeting,
                    &form.name,
                    &question.id,
                    position,
                    &question.kind,
                    &question.label_nl,
                    &question.label_en
                ],
            )?;
            for (answer, times) in &question.answers {
                tx.run(
                    sql!(
                        "insert into evaluation_answers (meeting_id, form, question, answer, times)
                         values ($1, $2, $3, $4, $5)"
                    ),
                    args![meeting, &form.name, &question.id, answer, number(*times)],
                )?;
            }
        }
    }
    Ok(())
}

fn number(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// How many filled in a form of this meeting: all that is known when there are few.
pub(super) fn answered(tx: &mut Tx<'_>, meeting: &MeetingId) -> Result<i64, Error> {
    tx.one(
        sql!("select cast(coalesce(sum(answered), 0) as bigint) from evaluations where meeting_id = $1"),
        args![meeting],
    )
}

/// The answers of one meeting: none of a form that too few filled in, and of a question with marks only what enough people
/// answered. A text hides among all who filled in the form.
pub(super) fn of_meeting(tx: &mut Tx<'_>, meeting: &MeetingId) -> Result<Vec<Counted>, Error> {
    tx.all(
        sql!(
            "select q.question, q.position, q.kind, q.label_nl, q.label_en, a.answer, a.times
             from evaluation_answers a
             join evaluation_questions q
                 on q.meeting_id = a.meeting_id and q.form = a.form and q.question = a.question
             join evaluations e on e.meeting_id = a.meeting_id and e.form = a.form
             where a.meeting_id = $1 and e.answered >= $2
                 and (q.kind = 'text' or $2 <= (
                     select sum(b.times) from evaluation_answers b
                     where b.meeting_id = a.meeting_id and b.form = a.form and b.question = a.question))
             order by q.form, q.position, a.answer"
        ),
        args![meeting, FEWEST],
    )
}

/// How many meetings of a programme have answers, and how many answers in all.
pub(super) fn counts(tx: &mut Tx<'_>, programme: &ProgrammeId) -> Result<(i64, i64), Error> {
    tx.one(
        sql!(
            "select count(distinct e.meeting_id), cast(coalesce(sum(e.answered), 0) as bigint)
             from evaluations e join meetings m on m.id = e.meeting_id
             where m.programme_id = $1"
        ),
        args![programme],
    )
}

/// The marks of a whole programme; never a text. Only meetings in which enough people filled in the form are counted, so that
/// the difference between two looks does not tell what few people said.
pub(super) fn of_programme(tx: &mut Tx<'_>, programme: &ProgrammeId) -> Result<Vec<Counted>, Error> {
    tx.all(
        sql!(
            "select q.question, min(q.position) as position, q.kind, min(q.label_nl) as label_nl,
                    min(q.label_en) as label_en, a.answer, cast(sum(a.times) as bigint) as times
             from evaluation_answers a
             join evaluation_questions q
                 on q.meeting_id = a.meeting_id and q.form = a.form and q.question = a.question
             join evaluations e on e.meeting_id = a.meeting_id and e.form = a.form
             join meetings m on m.id = a.meeting_id
             where m.programme_id = $1 and q.kind <> 'text' and e.answered >= $2
                 and $2 <= (
                     select sum(b.times) from evaluation_answers b
                     where b.meeting_id = a.meeting_id and b.form = a.form and b.question = a.question)
             group by q.form, q.question, q.kind, a.answer
             order by q.form, min(q.position), a.answer"
        ),
        args![programme, FEWEST],
    )
}
