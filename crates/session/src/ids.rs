//! Numbers that name things inside one session.

use serde::{Deserialize, Serialize};

/// Makes a small number with a meaning.
macro_rules! number {
    ($(#[$meta:meta])* $name:ident($inner:ty)) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub $inner);

        impl $name {
            /// As a position in a list.
            pub fn index(self) -> usize {
                usize::try_from(self.0).unwrap_or(usize::MAX)
            }

            /// From a position in a list; saturates.
            pub fn at(index: usize) -> Self {
                Self(<$inner>::try_from(index).unwrap_or(<$inner>::MAX))
            }
        }
    };
}

number! {
    /// Somebody's place in the circle, from 0 in order of joining.
    Seat(u16)
}
number! {
    /// A step of the script.
    StepNo(u16)
}
number! {
    /// An input of the script.
    InputNo(u16)
}
number! {
    /// A block of the agenda.
    BlockNo(u16)
}
number! {
    /// A card somebody wrote, from 0 in order of writing.
    CardNo(u32)
}
number! {
    /// One visit to a step: a step that comes twice has two visits.
    VisitNo(u32)
}
number! {
    /// A case that may be treated.
    CaseNo(u16)
}
number! {
    /// An open action that is looked back on.
    ActionNo(u16)
}
number! {
    /// An idea card brought from another group.
    BroughtNo(u16)
}
number! {
    /// A note somebody keeps for themselves, from 0 in order of writing.
    NoteNo(u32)
}
number! {
    /// Place of an event in the log, from 1. Zero means no event yet.
    Seq(u64)
}

/// An instant: microseconds since 1970-01-01 UTC.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct At(pub i64);

/// Microseconds in a second.
pub const SECOND: i64 = 1_000_000;

/// Microseconds in a day.
pub const DAY: i64 = 24 * 60 * 60 * SECOND;

impl At {
    /// This instant and some microseconds; saturates.
    #[must_use]
    pub const fn plus(self, micros: i64) -> Self {
        Self(self.0.saturating_add(micros))
    }

    /// Microseconds from an earlier instant to this one; negative when it is later.
    pub const fn since(self, earlier: Self) -> i64 {
        self.0.saturating_sub(earlier.0)
    }
}

/// A key made by the client for one command, so that sending it twice does it once.
///
/// Any text of 1 to 64 characters; a UUID is usual.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ClientKey(pub String);
