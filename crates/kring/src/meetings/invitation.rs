//! What an open meeting tells whoever may come, in one or two languages, and for how many there is room.

use ::store::from_row;
use ui::Language;

use crate::id::MeetingId;

/// What people read before they decide to come to an open meeting, and how many can.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Invitation {
    pub(crate) meeting_id: MeetingId,
    pub(crate) goal: String,
    pub(crate) audience: String,
    /// One a line.
    pub(crate) questions: String,
    pub(crate) time_asked: String,
    /// The title in English; the other one belongs to the meeting.
    pub(crate) title_en: Option<String>,
    pub(crate) goal_en: Option<String>,
    pub(crate) audience_en: Option<String>,
    pub(crate) questions_en: Option<String>,
    pub(crate) time_asked_en: Option<String>,
    /// The last part of the address of its own page; `None` when nobody signs up for it.
    pub(crate) slug: Option<String>,
    /// For how many people there is room; `None` for no limit.
    pub(crate) capacity: Option<i64>,
    /// The last moment to sign up, in microseconds since 1970, UTC; `None` for until it begins.
    pub(crate) closes_at: Option<i64>,
    /// Rises with every change.
    pub(crate) version: i64,
    /// How many people have a place; counted when it is read.
    pub(crate) taken: i64,
    /// How many wait for one; counted when it is read.
    pub(crate) waiting: i64,
}
from_row!(Invitation {
    meeting_id,
    goal,
    audience,
    questions,
    time_asked,
    title_en,
    goal_en,
    audience_en,
    questions_en,
    time_asked_en,
    slug,
    capacity,
    closes_at,
    version,
    taken,
    waiting
});

/// A text and the language it is written in.
pub(crate) type InLanguage<'i> = (&'i str, Language);

impl Invitation {
    /// One that nobody has filled in yet.
    pub(crate) const fn blank(meeting: MeetingId) -> Self {
        Self {
            meeting_id: meeting,
            goal: String::new(),
            audience: String::new(),
            questions: String::new(),
            time_asked: String::new(),
            title_en: None,
            goal_en: None,
            audience_en: None,
            questions_en: None,
            time_asked_en: None,
            slug: None,
            capacity: None,
            closes_at: None,
            version: 1,
            taken: 0,
            waiting: 0,
        }
    }

    /// The address of its own page.
    pub(crate) fn page(&self) -> Option<String> {
        self.slug.as_ref().map(|slug| format!("/o/{slug}"))
    }

    /// The title of its meeting, in this language when there is one.
    pub(crate) fn title_in<'i>(&'i self, language: Language, title: &'i str) -> InLanguage<'i> {
        said(language, title, self.title_en.as_deref())
    }

    /// What it is for.
    pub(crate) fn goal_in(&self, language: Language) -> InLanguage<'_> {
        said(language, &self.goal, self.goal_en.as_deref())
    }

    /// For whom.
    pub(crate) fn audience_in(&self, language: Language) -> InLanguage<'_> {
        said(language, &self.audience, self.audience_en.as_deref())
    }

    /// What it will be about, a question a line.
    pub(crate) fn questions_in(&self, language: Language) -> InLanguage<'_> {
        said(language, &self.questions, self.questions_en.as_deref())
    }

    /// What is asked of who comes.
    pub(crate) fn time_asked_in(&self, language: Language) -> InLanguage<'_> {
        said(language, &self.time_asked, self.time_asked_en.as_deref())
    }
}

/// A text in a language, or in Dutch when nobody has written it in that one.
fn said<'i>(language: Language, nl: &'i str, en: Option<&'i str>) -> InLanguage<'i> {
    match (language, en) {
        (Language::En, Some(en)) => (en, Language::En),
        _ => (nl, Language::Nl),
    }
}
