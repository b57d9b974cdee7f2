//! What Kring keeps about somebody beside their profile, row for row, in the words in which it goes into a file.
//!
//! What others wish about them, and what somebody wrote without a name, is not here: it is not theirs to read, or nobody's.

use ::store::{FromColumn, Kind, Value, from_row};
use jiff::Timestamp;
use serde::Serialize;

use crate::briefs;
use crate::library;
use crate::people::Profile;

/// A moment; a file says it as RFC 3339, in UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub(super) struct Moment(pub(super) Timestamp);

impl FromColumn for Moment {
    const KIND: Kind = Kind::Int;

    fn from_column(value: Value<'_>) -> Result<Self, String> {
        let micros = i64::from_column(value)?;
        let moment = Timestamp::from_microsecond(micros);
        moment.map(Self).map_err(|error| error.to_string())
    }
}

/// Rows that are read from the database and written into the file as they are.
macro_rules! kept {
    ($($(#[$meta:meta])* $name:ident { $($field:ident: $type:ty),* $(,)? })*) => {
        $(
            $(#[$meta])*
            #[derive(Clone, Debug, Serialize)]
            pub(super) struct $name { $(pub(super) $field: $type),* }
            from_row!($name { $($field),* });
        )*
    };
}

kept! {
    /// Who it is.
    Account { id: String, mail: String, known_since: Moment }
    /// A place in a programme or a group of it, with dates `YYYY-MM-DD`.
    Membership {
        programme: String, group_name: Option<String>, role: String, since: String, until: Option<String>,
    }
    /// The right to make programmes for an organisation.
    Right { organisation: String, since: String }
    /// A programme of which they see or saw the figures.
    Seat { programme: String, works_for: String, since: Moment, ended_at: Option<Moment> }
    /// A meeting on whose list they stand. `there` are microseconds in all.
    Meeting {
        id: String, title: String, programme: String, starts_at: Moment, ends_at: Moment, role: String, state: String,
        answered_at: Option<Moment>, reason: Option<String>, there: Option<i64>,
    }
    /// When they were at a meeting.
    Times {
        meeting: String, attends: String, name: String, arrived_at: Moment, left_at: Moment, there: i64, place: String,
        confirmed_at_start: bool, confirmed_at_end: bool, corrected: bool, brought_case: bool,
    }
    /// Agreements they promised.
    Agreed { programme: String, group_name: Option<String>, version: i64, text: String, accepted_at: Moment }
    /// Agreements they wrote down for others.
    WroteAgreements { programme: String, group_name: Option<String>, version: i64, since: Moment }
    /// Applying for a programme; `answers` is JSON.
    Application { programme: String, state: String, applied_at: Moment, reason: Option<String>, answers: String }
    /// Signing up for an open meeting.
    SignedUp { meeting: String, name: String, organisation: Option<String>, state: String, asked_at: Moment }
    /// A mail that went, or did not.
    Mailed { about: String, subject: Option<String>, address: String, outcome: String, ended_at: Moment }
    /// A mail that waits.
    Waiting { about: String, subject: String, address: String, due_at: Moment }
    /// What they said they would do.
    Action {
        meeting: String, what: String, notice: Option<String>, until: Option<String>, buddy: Option<String>, state: String,
        progress: Option<String>, note: Option<String>,
    }
    /// A case they brought or own together with whoever did.
    Case { meeting: String, title: String, question: String, state: String }
    /// What they wrote at a meeting under their name.
    Wrote { meeting: String, kind: String, text: String, audience: String }
    /// A result they took along.
    Took { meeting: String, text: String, why: Option<String> }
    /// An idea they try.
    Idea { programme: String, text: String }
    /// A turn they had or have in a meeting.
    Turn { meeting: String, duty: String }
    /// What they were asked to speak about at a meeting.
    Spoke { meeting: String, subject: Option<String>, ended_at: Option<Moment> }
    /// A paper they added to a meeting.
    Brought { meeting: String, title: String, link: Option<String>, file_name: Option<String>, added_at: Moment }
    /// A topic they proposed to their group.
    Proposed { group_name: String, title: String, state: String }
    /// A device on which they are signed in.
    Device { browser: String, system: String, created_at: Moment, seen_on: String }
    /// A rehearsal that was not finished yet.
    Rehearsal { title: String, made_at: Moment }
    /// Whether they could make a day that a group was asked about.
    Polled { group_name: String, title: String, starts_at: Moment, answer: String, remark: Option<String> }
    /// What they wrote in a conversation.
    Said {
        programme: String, group_name: Option<String>, thread: String, text: String, written_at: Moment, removed_at: Option<Moment>,
    }
    /// Up to which message they read a conversation, or were told of it by mail.
    Followed { thread: String, read_to: i64, told_to: i64 }
    /// How they hear of conversations.
    Hears { programme: Option<String>, group_name: Option<String>, manner: String }
    /// A bottleneck they began.
    Bottleneck { group_name: String, effect: String, made_at: Moment }
    /// A cause they wrote under their name.
    Cause { effect: String, text: String, written_at: Moment }
    /// A cause they find a root.
    Root { effect: String, text: String }
    /// What they want to be found with.
    Card { expertise: String, offers: String, seeks: String }
    /// A programme in which they are found.
    Found { programme: String }
    /// The list to which their calendar subscribes.
    Feed { made_at: Moment }
    /// A report that waits for them.
    Draft { meeting: String, since: Moment }
}

/// What the page shows.
pub(super) struct Overview {
    pub(super) account: Account,
    pub(super) memberships: Vec<Membership>,
    pub(super) meetings: Vec<Meeting>,
    pub(super) agreed: Vec<Agreed>,
    pub(super) applied: Vec<Application>,
    pub(super) mailed: Vec<Mailed>,
    pub(super) waiting: Vec<Waiting>,
}

/// What stands in the file beside that.
pub(super) struct Rest {
    pub(super) rights: Vec<Right>,
    pub(super) seats: Vec<Seat>,
    pub(super) signed_up: Vec<SignedUp>,
    pub(super) times: Vec<Times>,
    pub(super) wrote_agreements: Vec<WroteAgreements>,
    pub(super) devices: Vec<Device>,
    pub(super) rehearsals: Vec<Rehearsal>,
    pub(super) feeds: Vec<Feed>,
    pub(super) talk: Talk,
    pub(super) shared: Shared,
    pub(super) done: Done,
}

/// What they said between meetings, and whether they want to be found.
pub(super) struct Talk {
    pub(super) said: Vec<Said>,
    pub(super) followed: Vec<Followed>,
    pub(super) hears: Vec<Hears>,
    pub(super) cards: Vec<Card>,
    pub(super) found: Vec<Found>,
}

/// What they added to what a group keeps together.
pub(super) struct Shared {
    pub(super) polled: Vec<Polled>,
    pub(super) bottlenecks: Vec<Bottleneck>,
    pub(super) causes: Vec<Cause>,
    pub(super) roots: Vec<Root>,
    pub(super) proposed: Vec<Proposed>,
}

/// What they did and wrote at meetings.
pub(super) struct Done {
    pub(super) actions: Vec<Action>,
    pub(super) cases: Vec<Case>,
    pub(super) wrote: Vec<Wrote>,
    pub(super) took: Vec<Took>,
    pub(super) ideas: Vec<Idea>,
    pub(super) turns: Vec<Turn>,
    pub(super) drafts: Vec<Draft>,
    pub(super) around: Around,
}

/// What they did for meetings beside being there.
pub(super) struct Around {
    pub(super) asked_to_speak: Vec<Spoke>,
    pub(super) papers_added: Vec<Brought>,
}

/// Everything as one JSON text. Texts in which JSON is kept are opened up.
pub(super) fn file(
    made_at: Timestamp,
    (profile, briefs, shared): (&Profile, &[briefs::Kept], &library::Kept),
    seen: &Overview,
    rest: &Rest,
) -> serde_json::Result<String> {
    let (told, done) = (&profile.told, &rest.done);
    let pairs = |rows: &[(String, String)], (first, second): (&str, &str)| {
        let rows = rows
            .iter()
            .map(|(one, other)| serde_json::json!({ first: one, second: other }));
        rows.collect::<Vec<_>>()
    };
    serde_json::to_string_pretty(&serde_json::json!({
        "made_at": made_at,
        "account": seen.account,
        "profile": {
            "name": profile.name,
            "language_of_mails": profile.language,
            "region": told.region,
            "works_since": told.works_since,
            "wishes": told.wishes,
            "positions": pairs(&profile.positions, ("function", "organisation")),
            "registrations": pairs(&told.registrations, ("register", "number")),
            "languages": told.languages,
            "free_half_days": told.free,
            "company": pairs(&profile.company, ("wish", "colleague")),
        },
        "memberships": seen.memberships,
        "makes_programmes_for": rest.rights,
        "sees_figures_of": rest.seats,
        "wrote_cases": briefs,
        "library": shared,
        "applications": opened(seen)?,
        "signed_up_for": rest.signed_up,
        "meetings": seen.meetings,
        "attendance": rest.times,
        "agreements_accepted": seen.agreed,
        "agreements_written": rest.wrote_agreements,
        "actions": done.actions,
        "cases": done.cases,
        "results_written": done.wrote,
        "results_taken_along": done.took,
        "ideas_tried": done.ideas,
        "turns": done.turns,
        "topics_proposed": rest.shared.proposed,
        "asked_to_speak": done.around.asked_to_speak,
        "papers_added": done.around.papers_added,
        "reports_waiting": done.drafts,
        "rehearsals": rest.rehearsals,
        "mails_sent": seen.mailed,
        "mails_waiting": seen.waiting,
        "devices": rest.devices,
        "date_polls": rest.shared.polled,
        "calendar_list": rest.feeds,
        "conversations_written": rest.talk.said,
        "conversations_followed": rest.talk.followed,
        "conversations_by_mail": rest.talk.hears,
        "bottlenecks_begun": rest.shared.bottlenecks,
        "causes_written": rest.shared.causes,
        "causes_chosen": rest.shared.roots,
        "directory_card": rest.talk.cards,
        "directory_of": rest.talk.found,
    }))
}

/// What they applied with, as it was asked and answered.
fn opened(seen: &Overview) -> serde_json::Result<serde_json::Value> {
    let mut applied = serde_json::to_value(&seen.applied)?;
    for one in applied.as_array_mut().into_iter().flatten() {
        let opened = one
            .get("answers")
            .and_then(|text| serde_json::from_str(text.as_str()?).ok());
        if let (Some(opened), Some(fields)) = (opened, one.as_object_mut()) {
            let _text = fields.insert("answers".to_owned(), opened);
        }
    }
    Ok(applied)
}
