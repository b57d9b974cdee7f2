//! Ids, a type for each kind of thing, so that a group is never asked for with the id of a person.

use std::fmt;

use serde::{Deserialize, Serialize};
use store::{Arg, FromColumn, Kind, Value};

/// An id as it stands in the database and in addresses: a `UUIDv7` as text.
macro_rules! id {
    ($(#[$meta:meta])* $name:ident) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub(crate) struct $name(pub(crate) String);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl<'a> From<&'a $name> for Arg<'a> {
            fn from(id: &'a $name) -> Self {
                Self::from(&id.0)
            }
        }

        impl FromColumn for $name {
            const KIND: Kind = Kind::Text;
            fn from_column(value: Value<'_>) -> Result<Self, String> {
                String::from_column(value).map(Self)
            }
        }
    };
}

id! {
    /// Somebody.
    PersonId
}
id! {
    /// An organisation, a practice among them.
    OrganisationId
}
id! {
    /// A programme.
    ProgrammeId
}
id! {
    /// A group of a programme.
    GroupId
}
id! {
    /// A meeting.
    MeetingId
}
id! {
    /// A date poll.
    PollId
}
id! {
    /// A conversation of a group or a programme.
    ThreadId
}
id! {
    /// Somebody without an account, in one meeting.
    GuestId
}
id! {
    /// Somebody's application for a programme.
    ApplicationId
}
id! {
    /// That somebody signed up for an open meeting.
    SignUpId
}
id! {
    /// A sign-in: somebody on one device.
    SignInId
}
