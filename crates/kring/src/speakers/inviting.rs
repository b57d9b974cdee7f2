//! Asking somebody to speak at a meeting. Sending the form twice asks once.

use anyhow::Context as _;
use axum::extract::State;
use axum::response::{IntoResponse as _, Redirect, Response};
use ui::{Problems, locale};

use super::pages::{Told, page, planning, read_talk};
use super::{rules, store};
use crate::app::App;
use crate::calendar::{Step, Talk, tell_speaker};
use crate::error::Answer;
use crate::id::PersonId;
use crate::meetings::{self, Seen};
use crate::people::{self, Addressed, Person};
use crate::web::{Form, LINE, Posted, Reading, Visitor};

/// What somebody filled in.
struct Wish {
    name: String,
    mail: String,
    language: String,
    told: Told,
}

/// Why somebody is not asked.
enum Refused {
    /// This form did it before.
    Before,
    /// They stand on the list already.
    Listed,
    /// They organise the programme, and so never see what is said at a meeting.
    Organises,
}

pub(super) async fn invite(
    State(app): State<App>,
    visitor: Visitor,
    seen: Seen,
    Form(posted): Form<Posted>,
) -> Result<Response, Answer> {
    let seen = planning(seen)?;
    let key = uuid::Uuid::parse_str(posted.text("key")).map_err(|_no_form_of_ours| Answer::Unreadable)?;
    let here = format!("/meetings/{}/speakers", seen.meeting.id);
    let mut reading = Reading::new(&posted, visitor.words());
    let wish = read(&app, &seen, &mut reading);
    let wish = match reading.done(wish) {
        Ok(wish) => wish,
        Err(problems) => {
            let page = page(&app, &visitor, &seen, None, (&posted, &problems)).await?;
            return Err(Answer::Invalid(page));
        }
    };
    match ask(&app, &seen, wish, key.to_string()).await? {
        Ok(()) | Err(Refused::Before) => Ok(Redirect::to(&here).into_response()),
        Err(refused) => {
            let words = visitor.words();
            let mut problems = Problems::none();
            let said = match refused {
                Refused::Organises => words.speakers_organises(),
                _ => words.speakers_listed(),
            };
            problems.add("mail", said);
            let page = page(&app, &visitor, &seen, None, (&posted, &problems)).await?;
            Err(Answer::Invalid(page))
        }
    }
}

fn read(app: &App, seen: &Seen, reading: &mut Reading<'_>) -> Wish {
    let name = reading.text("name", LINE);
    let mail = people::folded(&reading.text("mail", LINE));
    if !mail.is_empty() && !people::is_address(&mail) {
        let wrong = reading.words().placing_wrong_mail();
        reading.wrong("mail", wrong);
    }
    let language = reading.one_of("language", &["nl", "en"]);
    if !rules::can_ask(&seen.meeting, app.clock.now()) {
        let late = reading.words().speakers_too_late();
        reading.wrong("name", late);
    }
    Wish {
        name,
        mail,
        language,
        told: read_talk(reading, &seen.meeting),
    }
}

async fn ask(app: &App, seen: &Seen, wish: Wish, key: String) -> anyhow::Result<Result<(), Refused>> {
    let meeting = seen.meeting.id.clone();
    let person = known(app, &wish).await?;
    let (id, who) = (meeting.clone(), person.id.clone());
    let today = locale::local(app.clock.now()).date().to_string();
    let on = today.clone();
    let before = app
        .db
        .read(move |tx| store::before(tx, &id, &who, &on))
        .await
        .context("looking whether somebody was asked to speak")?;
    if before.form_key.as_ref() == Some(&key) {
        return Ok(Err(Refused::Before));
    }
    if before.is_listed {
        return Ok(Err(Refused::Listed));
    }
    if before.organises {
        return Ok(Err(Refused::Organises));
    }
    let talk = Talk {
        subject: wish.told.subject,
        slot: wish.told.slot,
        version: before.next,
    };
    let who = person.id.clone();
    let told = tell_speaker(app, &meeting, (person, "expected"), talk.clone(), Step::Invited).await?;
    let now = app.clock.now().as_microsecond();
    app.db
        .write(move |tx| {
            // Another press of the same button may have been here a moment ago.
            if store::before(tx, &meeting, &who, &today)?.is_listed {
                return Ok(());
            }
            store::invite(tx, (&meeting, &who), &talk, &key)?;
            meetings::store::add_attendance(tx, &meeting, &who, "speaker", "expected")?;
            told.write(tx, now)
        })
        .await
        .context("asking somebody to speak")?;
    Ok(Ok(()))
}

/// Whoever has this address, under the name they have; otherwise somebody new.
async fn known(app: &App, wish: &Wish) -> anyhow::Result<Addressed> {
    let now = app.clock.now();
    let person = Person {
        id: PersonId(app.ids.id(now)?),
        name: wish.name.clone(),
        mail: wish.mail.clone(),
    };
    let language = wish.language.clone();
    app.db
        .write(move |tx| {
            let id = people::store::known_or_new(tx, &person, &language, now.as_microsecond())?;
            let known = people::store::readers(tx, std::slice::from_ref(&id))?;
            Ok::<_, ::store::Error>(known.into_iter().next())
        })
        .await
        .context("looking up somebody who shall speak")?
        .context("somebody who was just added is nobody")
}
