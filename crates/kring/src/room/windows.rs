//! Sessions in writing: who is told that a window opened, who is reminded, and by which mail.
//!
//! The log says which window is open. The engine decides in the middle of a window who has not done their part, once for each, and
//! notes that in the log as well. From there the mails follow: a key is made of the meeting, the step and the person, so that there is
//! one however often and on however many machines this is looked at. A mail that still waits is taken back when its reader did their
//! part, and when the window closes.

use std::sync::Arc;

use anyhow::Context as _;
use jiff::{SignedDuration, Timestamp};
use session::ids::{At, Seat, VisitNo};
use session::script::Pace;
use session::state::Phase;
use session::{Language as Speech, State, Text};
use ui::{Language, locale};

use super::hub::{Room, lock};
use crate::app::App;
use crate::id::{MeetingId, PersonId};
use crate::post::{self, Addressee, Class, Mail};
use crate::words::words;
use crate::{meetings, people};

/// How long a window is open before the mail about it goes: a step that is passed over at once sends nothing.
const PATIENCE: SignedDuration = SignedDuration::from_mins(5);

/// What was last seen of a meeting in writing: the open window, and how many were asked, were reminded and did their part.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Seen {
    visit: Option<VisitNo>,
    asked: usize,
    reminded: usize,
    done: usize,
    is_over: bool,
}

/// How a meeting in writing stands.
struct Look {
    seen: Seen,
    /// Windows that are closed, by the beginning of the keys of their mails.
    closed: Vec<VisitNo>,
    window: Option<Window>,
}

/// An open window.
struct Window {
    visit: VisitNo,
    title: String,
    step: Text,
    opened: At,
    ends_at: At,
    /// Who is told that it is open: whoever has something to do and was there before it opened.
    asked: Vec<PersonId>,
    /// Everybody with a seat. Who is expected and has none yet is told as well.
    seated: Vec<PersonId>,
    /// Reminded and still missing.
    reminded: Vec<(Seat, PersonId)>,
    /// Did their part.
    done: Vec<(Seat, PersonId)>,
}

/// Why somebody gets a mail about a window.
#[derive(Clone, Copy)]
enum About {
    /// It is open.
    Opened,
    /// Half of it is over, and their part is still to do.
    Reminder,
}

impl About {
    const fn word(self) -> &'static str {
        match self {
            Self::Opened => "window",
            Self::Reminder => "reminder",
        }
    }
}

impl Room {
    /// Brings the outbox up to the log: a mail for everybody whose part is open now, one for everybody who was reminded; none for who
    /// did their part, and none about a window that closed.
    pub(super) async fn remind(self: &Arc<Self>, app: &App) -> anyhow::Result<()> {
        let before = lock(&self.mailed).clone();
        let Some(look) = self
            .look(|state| look(state, before.visit))
            .filter(|look| look.seen != before)
        else {
            return Ok(());
        };
        let mails = match &look.window {
            Some(window) => self.mails(app, window).await?,
            None => Vec::new(),
        };
        let gone = self.taken_back(&look);
        let now = app.clock.now().as_microsecond();
        app.db
            .write(move |tx| {
                for mail in &mails {
                    post::store::enqueue(tx, mail, now)?;
                }
                for key in &gone {
                    post::store::withdraw(tx, key, now)?;
                }
                Ok::<_, ::store::Error>(())
            })
            .await
            .context("telling people of a window")?;
        *lock(&self.mailed) = look.seen;
        Ok(())
    }

    async fn mails(&self, app: &App, window: &Window) -> anyhow::Result<Vec<Mail>> {
        let (id, seated, asked) = (self.id.clone(), window.seated.clone(), window.asked.clone());
        let reminded: Vec<PersonId> = window.reminded.iter().map(|(_, person)| person.clone()).collect();
        let (told, reminded) = app
            .db
            .read(move |tx| {
                let expected = meetings::store::attendants(tx, &id)?.into_iter();
                let absent = expected
                    .filter(|person| person.role == "participant" && person.state != "declined")
                    .map(|person| person.person_id)
                    .filter(|person| !seated.contains(person));
                let told: Vec<PersonId> = asked.iter().cloned().chain(absent).collect();
                let told = people::store::readers(tx, &told)?;
                Ok::<_, ::store::Error>((told, people::store::readers(tx, &reminded)?))
            })
            .await
            .context("finding whom to tell")?;
        // A guest has no address here.
        let mut mails = Vec::new();
        for reader in &told {
            let key = opened_key(&self.id, window.visit, &reader.id);
            mails.push(mail(app, &self.id, (About::Opened, key, window), reader)?);
        }
        for reader in &reminded {
            let seat = window.reminded.iter().find(|(_, person)| *person == reader.id);
            if let Some((seat, _)) = seat {
                let key = reminder_key(&self.id, window.visit, *seat);
                mails.push(mail(app, &self.id, (About::Reminder, key, window), reader)?);
            }
        }
        Ok(mails)
    }

    /// Beginnings of the keys of mails that nobody needs any more.
    fn taken_back(&self, look: &Look) -> Vec<String> {
        let mut gone = Vec::new();
        for about in [About::Opened, About::Reminder] {
            if look.seen.is_over {
                gone.push(format!("{}/{}/", about.word(), self.id));
            }
            gone.extend(look.closed.iter().map(|visit| of_visit(about, &self.id, *visit)));
        }
        if let Some(window) = &look.window {
            for (seat, person) in &window.done {
                gone.push(opened_key(&self.id, window.visit, person));
                gone.push(reminder_key(&self.id, window.visit, *seat));
            }
        }
        gone
    }
}

/// What is to be seen of a meeting in writing; `None` for one that is not. `known` is the window that was seen before.
fn look(state: &State, known: Option<VisitNo>) -> Option<Look> {
    if state.script.pace != Pace::Written || state.visits.is_empty() {
        return None;
    }
    if state.phase != Phase::Running {
        let seen = Seen {
            is_over: true,
            ..Seen::default()
        };
        return Some(Look {
            seen,
            closed: Vec::new(),
            window: None,
        });
    }
    let no = state.current?;
    let window = window(state, no);
    let moved = known != Some(no);
    let visits = (0..state.visits.len()).map(VisitNo::at);
    Some(Look {
        seen: Seen {
            visit: Some(no),
            asked: window.as_ref().map_or(0, |window| window.asked.len()),
            reminded: window.as_ref().map_or(0, |window| window.reminded.len()),
            done: window.as_ref().map_or(0, |window| window.done.len()),
            is_over: false,
        },
        closed: visits.filter(|other| moved && *other != no).collect(),
        window,
    })
}

fn window(state: &State, no: VisitNo) -> Option<Window> {
    let (visit, step) = (state.visit(no)?, state.now_step()?);
    let missing = state.missing(visit);
    // Where nothing has to be written nobody can be done with it.
    let asks = step
        .inputs
        .iter()
        .filter_map(|input| state.input(*input))
        .any(|input| input.min > 0 && !input.together);
    let person = |seat: Seat| {
        let person = state.person(seat).filter(|person| !person.guest)?;
        Some((seat, PersonId(person.person.clone())))
    };
    // Who came in during the window has just seen it.
    let was_there = |seat: &Seat| {
        let first = state.person(*seat).and_then(|person| person.stays.first());
        first.is_some_and(|stay| stay.from <= visit.entered)
    };
    let (done, waiting): (Vec<Seat>, Vec<Seat>) = state
        .awaited(visit)
        .into_iter()
        .partition(|seat| asks && !missing.contains(seat));
    let asked = waiting.into_iter().filter(was_there).filter_map(person);
    let reminded = visit.reminded.iter().filter(|seat| missing.contains(seat));
    let seated = (0..state.people.len()).map(Seat::at).filter_map(person);
    Some(Window {
        visit: no,
        title: state.script.title.clone(),
        step: step.step.title.clone(),
        opened: visit.entered,
        ends_at: state.clock.ends_at?,
        asked: asked.map(|(_, person)| person).collect(),
        seated: seated.map(|(_, person)| person).collect(),
        reminded: reminded.filter_map(|seat| person(*seat)).collect(),
        done: done.into_iter().filter_map(person).collect(),
    })
}

/// The beginning of the keys of all mails about a window.
fn of_visit(about: About, meeting: &MeetingId, visit: VisitNo) -> String {
    format!("{}/{meeting}/{}/", about.word(), visit.0)
}

fn opened_key(meeting: &MeetingId, visit: VisitNo, person: &PersonId) -> String {
    format!("{}{person}/", of_visit(About::Opened, meeting, visit))
}

fn reminder_key(meeting: &MeetingId, visit: VisitNo, seat: Seat) -> String {
    // The slash at the end keeps seat 1 apart from seat 12.
    format!("{}{}/", of_visit(About::Reminder, meeting, visit), seat.0)
}

fn mail(
    app: &App,
    meeting: &MeetingId,
    (about, key, window): (About, String, &Window),
    reader: &people::Addressed,
) -> anyhow::Result<Mail> {
    let now = app.clock.now();
    let language = Language::from_tag(&reader.language).unwrap_or(Language::Nl);
    let words = words(language);
    let moment = |at: At| Timestamp::from_microsecond(at.0).context("reading the time of a window");
    let (opened, ends) = (moment(window.opened)?, moment(window.ends_at)?);
    let step = window.step.get(match language {
        Language::Nl => Speech::Nl,
        Language::En => Speech::En,
    });
    let until = words.room_window(locale::date(language, ends), locale::time(language, ends));
    let link = format!("{}/room/{meeting}", app.config.address);
    let title = &window.title;
    let (subject, text, due) = match about {
        About::Opened => (
            words.room_opened_subject(title),
            words.room_opened(link, &reader.name, step, title, until),
            opened.checked_add(PATIENCE)?,
        ),
        About::Reminder => (
            words.room_reminder_subject(title),
            words.room_reminder(link, &reader.name, step, title, until),
            now,
        ),
    };
    Ok(Mail {
        id: Mail::id(&app.ids, now)?,
        key,
        to: Addressee {
            person: Some(reader.id.clone()),
            address: reader.mail.clone(),
            language,
        },
        subject,
        text,
        about: about.word(),
        class: Class::InTurn,
        is_decoy: false,
        due,
        until: Some(ends),
    })
}
