//! What people of a group or a programme say to each other between meetings, and who of them wants to be found.
//!
//! A thread of a group is its members' alone: whoever organises the programme sees no more of it than of their meetings. Cases do
//! not belong here, because what stands here is kept and mailed; they are the work of `meetings` and `room`.

mod chat;
mod directory;
mod finding;
mod letters;
mod own;
mod pages;
mod replying;
mod rules;
pub(crate) mod store;
mod talking;
mod telling;
mod views;

use ::store::from_row;
use axum::Router;
use axum::routing::{get, post};
use jiff::Timestamp;

use crate::app::App;
use crate::id::{GroupId, PersonId, ProgrammeId, ThreadId};

pub(crate) use letters::samples;
pub(crate) use replying::{Replied, take_reply};
pub(crate) use telling::catch_up;

/// Threads of groups and of programmes.
pub(crate) fn routes() -> Router<App> {
    let mut router = Router::new();
    for place in ["/groups/{id}/threads", "/programmes/{id}/threads"] {
        router = router
            .route(place, get(pages::list))
            .route(&format!("{place}/new"), get(pages::fresh).post(pages::open))
            .route(&format!("{place}/mail"), post(pages::choose));
    }
    router
        .route("/groups/{id}/chat", get(chat::show).post(chat::change))
        .route("/programmes/{id}/directory", get(directory::show))
        .route("/programmes/{id}/directory/departure", post(directory::leave))
        .route("/my/directory", get(directory::mine).post(directory::change))
        .route("/threads/{id}", get(talking::show).post(talking::answer))
        .route("/threads/{id}/reading", post(talking::note_read))
        .route("/threads/{id}/closure", post(talking::close))
        .route(
            "/threads/{id}/messages/{message}",
            get(own::show).post(own::change),
        )
        .route("/threads/{id}/messages/{message}/removal", post(own::remove))
}

/// A group, or a whole programme, whose people talk.
#[derive(Clone, Debug)]
pub(crate) struct Place {
    pub(crate) programme_id: ProgrammeId,
    /// The name of the programme.
    pub(crate) programme: String,
    /// `None` for the whole programme.
    pub(crate) group_id: Option<GroupId>,
    /// The name of the group.
    pub(crate) group_name: Option<String>,
    /// The accent colour of the programme.
    pub(crate) accent: String,
    /// Mails say nothing of what is written here.
    pub(crate) is_sensitive: bool,
}

impl Place {
    /// The id of the group, or of the programme.
    fn id(&self) -> &str {
        self.group_id
            .as_ref()
            .map_or(&self.programme_id.0, |group| &group.0)
    }

    /// The page that it is at home on.
    fn home(&self) -> String {
        match &self.group_id {
            Some(group) => format!("/groups/{group}"),
            None => format!("/programmes/{}", self.programme_id),
        }
    }

    /// The name of the group, or of the programme.
    fn name(&self) -> &str {
        self.group_name.as_deref().unwrap_or(&self.programme)
    }
}

/// A thread.
#[derive(Clone, Debug)]
pub(crate) struct Thread {
    pub(crate) id: ThreadId,
    pub(crate) programme_id: ProgrammeId,
    /// `None` for a thread of the whole programme.
    pub(crate) group_id: Option<GroupId>,
    pub(crate) title: String,
    /// `open` or `closed`.
    pub(crate) state: String,
    /// The number of its last message.
    pub(crate) messages: i64,
}
from_row!(Thread {
    id,
    programme_id,
    group_id,
    title,
    state,
    messages
});

impl Thread {
    fn is_open(&self) -> bool {
        self.state == "open"
    }
}

/// A thread as a list shows it to somebody.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    pub(crate) id: ThreadId,
    pub(crate) title: String,
    /// `open` or `closed`.
    pub(crate) state: String,
    /// Who began it.
    pub(crate) opener: String,
    pub(crate) messages: i64,
    /// When the last message was written, in microseconds since 1970, UTC.
    pub(crate) last_at: i64,
    /// Messages of others that they have not read.
    pub(crate) unread: i64,
}
from_row!(Line {
    id,
    title,
    state,
    opener,
    messages,
    last_at,
    unread
});

/// What somebody says of themselves to be found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Card {
    /// What they know about.
    pub(crate) expertise: String,
    /// What they can help others with.
    pub(crate) offers: String,
    /// What they look for.
    pub(crate) seeks: String,
}
from_row!(Card {
    expertise,
    offers,
    seeks
});

impl Card {
    fn is_empty(&self) -> bool {
        [&self.expertise, &self.offers, &self.seeks]
            .iter()
            .all(|part| part.is_empty())
    }
}

/// Somebody in the list of a programme.
#[derive(Clone, Debug)]
pub(crate) struct Listed {
    pub(crate) person_id: PersonId,
    pub(crate) name: String,
    pub(crate) mail: String,
    pub(crate) region: Option<String>,
    pub(crate) card: Card,
    /// What they are, and where.
    pub(crate) jobs: Vec<(String, String)>,
}

/// What is new in a thread, for a mail.
#[derive(Clone, Debug)]
struct ThreadNews {
    id: ThreadId,
    title: String,
    /// The number of the newest message.
    last: i64,
    /// Author and text of each.
    messages: Vec<(String, String)>,
}

/// A message in a thread. Moments are microseconds since 1970, UTC.
#[derive(Clone, Debug)]
pub(crate) struct Message {
    pub(crate) id: String,
    /// Counts from 1 in its thread.
    pub(crate) number: i64,
    pub(crate) author_id: PersonId,
    /// The name of the author.
    pub(crate) author: String,
    pub(crate) text: String,
    pub(crate) written_at: i64,
    pub(crate) changed_at: Option<i64>,
    pub(crate) removed_at: Option<i64>,
}
from_row!(Message {
    id,
    number,
    author_id,
    author,
    text,
    written_at,
    changed_at,
    removed_at
});

impl Message {
    fn written(&self) -> Timestamp {
        Timestamp::from_microsecond(self.written_at).unwrap_or_default()
    }
}
