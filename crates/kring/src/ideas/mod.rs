//! Ideas on cards that travel between the groups of a programme.
//!
//! A card says which group it came from and never who wrote it. Who tries an idea may be asked how it goes, so choices carry
//! a name, for members only.

pub(crate) mod store;

use ::store::from_row;

/// A card with the people who try it.
#[derive(Clone, Debug)]
pub(crate) struct Idea {
    /// Which.
    pub(crate) id: String,
    /// What it is about.
    pub(crate) theme: String,
    /// What it says.
    pub(crate) text: String,
    /// The group it came from.
    pub(crate) origin: String,
}
from_row!(Idea {
    id,
    theme,
    text,
    origin
});

/// Somebody tries an idea.
#[derive(Clone, Debug)]
pub(crate) struct Choice {
    /// The idea.
    pub(crate) idea_id: String,
    /// The name of who tries it.
    pub(crate) name: String,
}
from_row!(Choice { idea_id, name });
