//! What somebody hears who comes to speak at one meeting: their own part of it, what they speak about, and a link that leads to that
//! meeting and to nothing else. Moving, cancelling and reminders reach them like everybody on the list.

use anyhow::Context as _;
use jiff::SignedDuration;
use paper::calendar::Method;

use super::news::News;
use super::replies::{self, Said};
use super::telling::{Telling, as_invited, mail, reminders_of, tell};
use super::{Details, Host, Invited, store};
use crate::app::App;
use crate::auth::Token;
use crate::error::Answer;
use crate::id::{MeetingId, PersonId};
use crate::people::Addressed;

const MINUTE: i64 = 60_000_000;

/// How long after a meeting the link of a speaker goes on working: they may still leave what they showed.
pub(super) const AFTER: SignedDuration = SignedDuration::from_hours(7 * 24);

/// What somebody speaks about, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Talk {
    pub(crate) subject: Option<String>,
    /// Their own part: minutes after the beginning of the meeting, and how many. `None` for the whole of it.
    pub(crate) slot: Option<(i64, i64)>,
    /// Rises with every change.
    pub(crate) version: i64,
}

impl Talk {
    /// When their part begins and ends, in microseconds since 1970, UTC. A part that no longer fits into the meeting is the whole of it.
    pub(crate) fn span(&self, (starts_at, ends_at): (i64, i64)) -> (i64, i64) {
        let part = self.slot.map(|(from, minutes)| {
            let begins = starts_at + from * MINUTE;
            (begins, (begins + minutes * MINUTE).min(ends_at))
        });
        part.filter(|(begins, ends)| begins < ends)
            .unwrap_or((starts_at, ends_at))
    }
}

impl Details {
    /// The meeting as this person knows it: a speaker has their own part in the calendar, and hears nothing of whose turn it is.
    pub(super) fn seen_by(&self, person: &Invited) -> Self {
        let Some(talk) = &person.talk else {
            return self.clone();
        };
        let (starts_at, ends_at) = talk.span((self.starts_at, self.ends_at));
        let papers = self.papers.iter().filter(|paper| paper.for_speakers);
        Self {
            starts_at,
            ends_at,
            sequence: self.sequence + talk.version,
            case_turn: None,
            lead_turn: None,
            notes_turn: None,
            papers: papers.cloned().collect(),
            ..self.clone()
        }
    }
}

/// What a speaker hears, ready to be written down.
#[derive(Clone, Debug, Default)]
pub(crate) struct Told(Telling);

impl Told {
    /// Writes it down. Call it in the transaction of what happened.
    pub(crate) fn write(&self, tx: &mut ::store::Tx<'_>, now: i64) -> Result<(), ::store::Error> {
        self.0.write(tx, now)
    }
}

/// What happened to a speaker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// Asked to speak.
    Invited,
    /// Another subject or another part.
    Changed,
    /// Asked no more.
    Ended,
}

/// Makes ready what somebody hears who speaks at a meeting; `state` is what they said about coming. Nothing, as long as the meeting is
/// only a plan, or when it is over or off.
pub(crate) async fn tell_speaker(
    app: &App,
    meeting: &MeetingId,
    (person, state): (Addressed, &str),
    talk: Talk,
    step: Step,
) -> anyhow::Result<Told> {
    let id = meeting.clone();
    let details = app
        .db
        .read(move |tx| store::details(tx, &id))
        .await
        .context("loading a meeting for somebody who speaks")?
        .context("somebody speaks at no meeting")?;
    let is_known = details.published_at.is_some() && details.state == "planned";
    if !is_known || details.ends() <= app.clock.now() {
        return Ok(Told::default());
    }
    let person = Invited {
        talk: Some(talk),
        state: state.to_owned(),
        ..as_invited(person)
    };
    let mine = reminders_of(meeting, Some(&person.person_id));
    let telling = match step {
        Step::Invited => tell(app, &details, &[person], News::Invited)?,
        Step::Changed => {
            let told = tell(app, &details, &[person], News::Moved)?;
            told.without(mine)
        }
        Step::Ended => {
            let off = Details {
                state: "cancelled".to_owned(),
                ..details
            };
            let about = (News::Left, Method::Cancel, "left");
            let told = mail(app, &off, &person, about, None)?;
            // Whoever said no has nothing in the calendar, and heard enough.
            let told = (person.state == "expected").then_some(told);
            Telling::of(told).without(mine)
        }
    };
    Ok(Told(telling))
}

/// Takes somebody who spoke off the list of a meeting that has not been, with the links they had.
pub(crate) fn let_go(
    tx: &mut ::store::Tx<'_>,
    meeting: &MeetingId,
    person: &PersonId,
) -> Result<(), ::store::Error> {
    store::forget_links_of(tx, meeting, person)?;
    store::take_off(tx, meeting, person)
}

/// The meeting and the person of a link in a mail, while it works.
pub(crate) async fn by_link(app: &App, token: &str) -> Result<(MeetingId, PersonId), Answer> {
    let hash = Token::parse(token).ok_or(Answer::NotFound)?.hash();
    let now = app.clock.now().as_microsecond();
    let found = app
        .db
        .read(move |tx| store::reply_link(tx, &hash, now))
        .await
        .context("looking for the link of a speaker")?;
    found.ok_or(Answer::NotFound)
}

/// Notes what somebody says about coming.
pub(crate) async fn say<P: Host>(
    app: &App,
    meeting: MeetingId,
    person: PersonId,
    (comes, reason): (&str, &str),
) -> Result<(), Answer> {
    let said = Said {
        comes: comes.to_owned(),
        reason: reason.to_owned(),
    };
    replies::say::<P>(app, meeting, person, said).await
}

#[cfg(test)]
mod tests {
    use super::super::letters::tests::details;
    use super::*;

    fn talk(slot: Option<(i64, i64)>) -> Talk {
        Talk {
            subject: None,
            slot,
            version: 2,
        }
    }

    #[test]
    fn a_part_moves_along_with_its_meeting_and_stays_inside() {
        let meeting = (0, 90 * MINUTE);
        for (slot, expected) in [
            (None, meeting),
            (Some((30, 20)), (30 * MINUTE, 50 * MINUTE)),
            (Some((80, 20)), (80 * MINUTE, 90 * MINUTE)),
            (Some((90, 20)), meeting),
        ] {
            assert_eq!(talk(slot).span(meeting), expected, "{slot:?}");
        }
    }

    #[test]
    fn a_speaker_hears_of_their_own_part_and_of_nobodys_turn() {
        let person = Invited {
            person_id: PersonId("samira".to_owned()),
            name: "Samira".to_owned(),
            mail: "samira@example.nl".to_owned(),
            language: "nl".to_owned(),
            state: "expected".to_owned(),
            talk: Some(talk(Some((30, 20)))),
        };
        let meeting = details();
        let seen = meeting.seen_by(&person);
        assert_eq!(seen.starts_at, meeting.starts_at + 30 * MINUTE);
        assert_eq!((seen.sequence, seen.case_turn), (meeting.sequence + 2, None));
    }
}
