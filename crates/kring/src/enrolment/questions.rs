//! The questions that an organiser can ask. Their order and what depends on what is the work of `form`.

use serde::{Deserialize, Serialize};
use ui::Language;

/// What kind of answer a question asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Kind {
    /// One line.
    Line,
    /// Some paragraphs.
    Text,
    /// One of a few.
    Choice,
    /// Any of a few.
    Several,
    /// A whole number.
    Number,
    /// A day.
    Day,
    /// A number in a register of professions.
    Register,
    /// Where somebody works.
    Organisation,
    /// A sentence to agree with.
    Consent,
    /// When somebody is usually free.
    HalfDays,
}

impl Kind {
    /// All of them, as an organiser chooses from them.
    pub(crate) const ALL: [Self; 10] = [
        Self::Line,
        Self::Text,
        Self::Choice,
        Self::Several,
        Self::Number,
        Self::Day,
        Self::Register,
        Self::Organisation,
        Self::HalfDays,
        Self::Consent,
    ];

    /// As it stands in forms and addresses.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Line => "line",
            Self::Text => "text",
            Self::Choice => "choice",
            Self::Several => "several",
            Self::Number => "number",
            Self::Day => "day",
            Self::Register => "register",
            Self::Organisation => "organisation",
            Self::Consent => "consent",
            Self::HalfDays => "half-days",
        }
    }

    pub(crate) fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }

    /// Whether one chooses from answers that the organiser wrote.
    pub(super) const fn has_choices(self) -> bool {
        matches!(self, Self::Choice | Self::Several)
    }
}

/// What an answer becomes in the profile of whoever is admitted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Becomes {
    #[default]
    Nothing,
    /// As what somebody works.
    Job,
    Region,
    /// The year since which they do this work.
    WorksSince,
    Wishes,
}

impl Becomes {
    pub(super) const ALL: [Self; 5] = [
        Self::Nothing,
        Self::Job,
        Self::Region,
        Self::WorksSince,
        Self::Wishes,
    ];

    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::Nothing => "nothing",
            Self::Job => "job",
            Self::Region => "region",
            Self::WorksSince => "works-since",
            Self::Wishes => "wishes",
        }
    }

    pub(super) fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|becomes| becomes.word() == word)
    }

    /// Whether answers of this kind can become it.
    pub(super) const fn fits(self, kind: Kind) -> bool {
        match self {
            Self::Nothing => true,
            Self::Job | Self::Region => matches!(kind, Kind::Line | Kind::Choice),
            Self::WorksSince => matches!(kind, Kind::Number),
            Self::Wishes => matches!(kind, Kind::Line | Kind::Text),
        }
    }
}

/// An answer to choose. The Dutch text is also what is stored, so that an answer reads the same for ever.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Reply {
    pub(super) nl: String,
    pub(super) en: Option<String>,
}

/// An earlier answer after which a question is asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct When {
    /// The id of the earlier question.
    pub(super) question: String,
    pub(super) answer: String,
}

/// The answer that a question of consent can have.
pub(super) const AGREED: &str = "yes";

/// One question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Question {
    pub(super) id: String,
    pub(super) kind: Kind,
    pub(super) nl: String,
    pub(super) en: Option<String>,
    pub(super) hint: Option<String>,
    pub(super) hint_en: Option<String>,
    pub(super) required: bool,
    /// What there is to choose from.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) options: Vec<Reply>,
    /// The only register that is asked for; `None` when people choose one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) register: Option<String>,
    /// The smallest number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) least: Option<i64>,
    /// The largest number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) most: Option<i64>,
    #[serde(default)]
    pub(super) becomes: Becomes,
    /// Asked after any of these answers; always when there are none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) when: Vec<When>,
}

impl Question {
    pub(super) fn new(id: &str, kind: Kind, nl: &str) -> Self {
        Self {
            id: id.to_owned(),
            kind,
            nl: nl.to_owned(),
            en: None,
            hint: None,
            hint_en: None,
            required: true,
            options: Vec::new(),
            register: None,
            least: None,
            most: None,
            becomes: Becomes::Nothing,
            when: Vec::new(),
        }
    }

    /// The name of its field.
    pub(super) fn field(&self) -> String {
        format!("q-{}", self.id)
    }

    pub(super) fn label(&self, language: Language) -> &str {
        in_language(language, &self.nl, self.en.as_deref())
    }

    pub(super) fn help(&self, language: Language) -> &str {
        let hint = self.hint.as_deref().unwrap_or_default();
        in_language(language, hint, self.hint_en.as_deref())
    }

    /// The answers after which another question can be asked.
    pub(super) fn answers(&self) -> Vec<&str> {
        match self.kind {
            Kind::Choice | Kind::Several => self.options.iter().map(|option| option.nl.as_str()).collect(),
            Kind::Consent => vec![AGREED],
            _ => Vec::new(),
        }
    }
}

impl Reply {
    pub(super) fn label(&self, language: Language) -> &str {
        in_language(language, &self.nl, self.en.as_deref())
    }
}

fn in_language<'t>(language: Language, nl: &'t str, en: Option<&'t str>) -> &'t str {
    match language {
        Language::En => en.unwrap_or(nl),
        Language::Nl => nl,
    }
}
