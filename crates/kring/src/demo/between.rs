//! What people of the demo do between meetings, as data: taking bottlenecks apart, talking, wanting to be found.

use serde::Deserialize;

/// A bottleneck with its causes.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Bottleneck {
    pub(super) effect: String,
    /// Who began it.
    pub(super) by: String,
    #[serde(rename = "category")]
    pub(super) categories: Vec<Category>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Category {
    pub(super) name: String,
    #[serde(default)]
    pub(super) causes: Vec<Cause>,
}

/// A cause, and why it is so.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Cause {
    pub(super) by: String,
    pub(super) text: String,
    #[serde(default)]
    pub(super) why: Vec<Cause>,
}

/// A conversation.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Thread {
    pub(super) title: String,
    pub(super) messages: Vec<Message>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Message {
    pub(super) by: String,
    /// How many hours ago.
    pub(super) hours: i64,
    pub(super) text: String,
}

/// What somebody wants to be found with.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Card {
    pub(super) of: String,
    #[serde(default)]
    pub(super) expertise: String,
    #[serde(default)]
    pub(super) offers: String,
    #[serde(default)]
    pub(super) seeks: String,
}
