//! Handlers of a thread: reading, answering, closing.

use anyhow::Context as _;
use axum::extract::State;
use axum::response::Redirect;
use ui::Problems;

use super::letters::Said;
use super::pages::{InThread, Turned, key, key_of};
use super::store::{self, Answered, Written};
use super::views::{self, Shown};
use super::{Place, Thread, rules, telling};
use crate::app::App;
use crate::error::Answer;
use crate::id::PersonId;
use crate::web::{Form, Html, Posted, Query, Reading, TEXT, Visitor};

pub(super) async fn show(
    State(app): State<App>,
    visitor: Visitor,
    inside: InThread,
    Query(turned): Query<Turned>,
) -> Result<Html, Answer> {
    let posted = [("key".to_owned(), key(&app)?)].into_iter().collect();
    page(
        &app,
        &visitor,
        &inside,
        &turned.page,
        (&posted, &Problems::none()),
    )
    .await
}

/// A page of the thread, with what was typed. Without a wish it is the one with the first message that they have not read.
async fn page(
    app: &App,
    visitor: &Visitor,
    inside: &InThread,
    asked: &str,
    (posted, problems): (&Posted, &Problems),
) -> Result<Html, Answer> {
    let (id, person, count) = (
        inside.thread.id.clone(),
        inside.person.clone(),
        inside.thread.messages,
    );
    let asked = asked.to_owned();
    let (messages, read_to, page) = app
        .db
        .read(move |tx| {
            let read_to = store::read_to(tx, &id, &person)?;
            let usual = rules::page_of(count.min(read_to + 1));
            let page = rules::page_asked(&asked, usual, count);
            let part = ((page - 1) * rules::PAGE, page * rules::PAGE);
            Ok::<_, ::store::Error>((store::messages(tx, &id, part)?, read_to, page))
        })
        .await
        .context("loading a thread")?;
    let shown = Shown {
        inside,
        messages: &messages,
        read_to,
        page,
        posted,
        problems,
        now: app.clock.now(),
    };
    Ok(views::thread(visitor, &shown))
}

/// An answer that is put into a thread, from a page or from a mail.
pub(super) struct Put<'a> {
    pub(super) place: &'a Place,
    pub(super) thread: &'a Thread,
    /// Who writes, and their name.
    pub(super) author: (&'a PersonId, &'a str),
    pub(super) text: &'a str,
    /// Makes answering twice one answer.
    pub(super) key: &'a str,
    /// How far they had read; `None` when nobody knows.
    pub(super) read_to: Option<i64>,
}

impl Put<'_> {
    /// Writes it down, with the mails about it.
    pub(super) async fn write(&self, app: &App) -> anyhow::Result<Answered> {
        let now = app.clock.now();
        let message = app.ids.id(now).context("making an id")?;
        let (id, person) = (self.thread.id.clone(), self.author.0.clone());
        let said = Said {
            title: &self.thread.title,
            author: self.author.1,
            text: self.text,
            thread: &id,
        };
        let telling = telling::tell(app, self.place, (&person, &message), said).await?;
        let (key, text, read_to) = (self.key.to_owned(), self.text.to_owned(), self.read_to);
        app.db
            .write(move |tx| {
                let written = Written {
                    id: &message,
                    form_key: &key,
                    author: &person,
                    text: &text,
                    at: now.as_microsecond(),
                };
                let answered = store::answer(tx, &id, written)?;
                if let Answered::New(number) = answered {
                    if let Some(read_to) = read_to {
                        store::note_read(tx, &id, &person, read_to)?;
                    }
                    telling.write(tx, (&id, number), now.as_microsecond())?;
                }
                Ok::<_, ::store::Error>(answered)
            })
            .await
            .context("answering in a thread")
    }
}

pub(super) async fn answer(
    State(app): State<App>,
    visitor: Visitor,
    inside: InThread,
    Form(posted): Form<Posted>,
) -> Result<Redirect, Answer> {
    let key = key_of(&posted)?;
    let last = rules::pages(inside.thread.messages).to_string();
    let mut reading = Reading::new(&posted, visitor.words());
    let text = reading.text("text", TEXT);
    let seen = reading.number("seen", 0, inside.thread.messages);
    let text = match reading.done(text) {
        Ok(text) => text,
        Err(problems) => {
            return Err(Answer::Invalid(
                page(&app, &visitor, &inside, &last, (&posted, &problems)).await?,
            ));
        }
    };
    let put = Put {
        place: &inside.place,
        thread: &inside.thread,
        author: (&inside.person, &inside.name),
        text: &text,
        key: &key,
        read_to: Some(seen.unwrap_or(0)),
    };
    let answered = put.write(&app).await?;
    match answered {
        Answered::New(number) | Answered::Before(number) => Ok(to_message(&inside.thread, number)),
        Answered::Foreign => Err(Answer::Unreadable),
        Answered::Closed => {
            let inside = InThread {
                thread: Thread {
                    state: "closed".to_owned(),
                    ..inside.thread.clone()
                },
                ..inside
            };
            let page = page(&app, &visitor, &inside, &last, (&posted, &Problems::none())).await?;
            Err(Answer::Conflict(page))
        }
    }
}

/// To a message on its page.
pub(super) fn to_message(thread: &Thread, number: i64) -> Redirect {
    let page = rules::page_of(number);
    Redirect::to(&format!("/threads/{}?page={page}#m{number}", thread.id))
}

/// Notes up to which message they have read. The page tells, so that what came meanwhile stays new.
pub(super) async fn note_read(
    State(app): State<App>,
    inside: InThread,
    Form(posted): Form<Posted>,
) -> Result<Redirect, Answer> {
    let seen: i64 = posted
        .text("seen")
        .parse()
        .map_err(|_no_form_of_ours| Answer::Unreadable)?;
    let (id, person, last) = (inside.thread.id.clone(), inside.person, inside.thread.messages);
    app.db
        .write(move |tx| store::note_read(tx, &id, &person, seen.clamp(0, last)))
        .await
        .context("noting what somebody read")?;
    Ok(Redirect::to(&format!("{}/threads", inside.place.home())))
}

/// Closes a thread for new messages, or opens it again.
pub(super) async fn close(
    State(app): State<App>,
    inside: InThread,
    Form(posted): Form<Posted>,
) -> Result<Redirect, Answer> {
    if !inside.keeps {
        return Err(Answer::NotFound);
    }
    let state = if posted.text("do") == "open" {
        "open"
    } else {
        "closed"
    };
    let id = inside.thread.id.clone();
    app.db
        .write(move |tx| store::set_state(tx, &id, state))
        .await
        .context("closing a thread")?;
    Ok(Redirect::to(&format!("/threads/{}", inside.thread.id)))
}
