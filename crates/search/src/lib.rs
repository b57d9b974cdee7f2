//! Search in Dutch texts, in memory: what somebody asks, and which texts answer it.
//!
//! The [`Index`] knows no database and no files. Whoever owns the texts puts them in, with tags that say who may see them, and
//! takes them out again. What a text says is never told to anybody whose tags do not reach it.
//!
//! A text becomes words (`tokens`, `fold`) and terms of several words (`passage`). Each word is analysed once, when it is first seen
//! (`vocabulary`): its base (`forms`, `spelling`), its verb (`verbs`) and its parts (`compounds`) are the keys by which it is found
//! (`keys`). A question is read into slots (`question`), each with the words of the texts that answer it, and texts are ranked by
//! the slots they answer (`rank`). What is known of Dutch lies in `lists/`; docs/search.md tells where it comes from.

mod bits;
mod compounds;
mod find;
mod fold;
mod forms;
mod index;
mod intern;
mod keys;
mod lexicon;
mod passage;
mod postings;
mod question;
mod rank;
mod set;
mod similar;
mod spelling;
mod stop;
mod synonyms;
mod tokens;
mod typos;
mod verbs;
mod vocabulary;

pub use index::Index;

/// What somebody is looking for, and what they may see.
#[derive(Debug, Clone, Copy, Default)]
pub struct Ask<'a> {
    /// The words as typed. Words between double quotes must stand in the text just so. Empty: every text that passes the tags.
    pub words: &'a str,
    /// At least one of these tags: what the viewer may see. Empty means that they may see nothing.
    pub any_of: &'a [&'a str],
    /// All of these tags: filters.
    pub all_of: &'a [&'a str],
    /// How many hits to leave out, from the best one.
    pub skip: usize,
    /// How many hits to give at most.
    pub limit: usize,
}

/// The answer to an [`Ask`].
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Found {
    /// How many texts were found in all, on this page and on others.
    pub total: usize,
    /// One page of them, the best one first, and of equal ones the one with the highest id.
    pub hits: Vec<Hit>,
}

/// A text that was found.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    /// The id under which it was put in.
    pub id: String,
    /// How well it answers, to compare within one answer. Its whole part is how many words of the question were found.
    pub score: f32,
    /// Why it was found: for each word of the question that was found, the best match.
    pub why: Vec<Why>,
}

/// A word of the question, and what answers it in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Why {
    /// The word of the question.
    pub asked: String,
    /// The word of the text, in lower case and without accents.
    pub found: String,
    /// How the one led to the other.
    pub how: How,
}

/// How a word of a text answers a word of a question, the best way first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum How {
    /// The very same word.
    Literal,
    /// Another form of it: "huis" and "huizen".
    Stem,
    /// Another form of a verb that changes more than its ending, or that falls apart: "lopen" and "liep", "opbellen" and "belde … op".
    Verb,
    /// A part of a compound, or a compound told in its parts: "praktijk" and "huisartsenpraktijk".
    Part,
    /// Another word for it: "huisarts" and "dokter".
    Synonym,
    /// Spelled differently by one letter, when nothing else was found.
    Typo,
}
