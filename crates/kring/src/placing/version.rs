//! The version that a form was based on: a print of all seats and groups of the programme at that moment.
//!
//! It is made of the rows themselves, not of a counter: whichever part of Kring gives somebody a seat, the print is another one, and
//! when a change is taken back it is the old one again.

use data_encoding::HEXLOWER;
use sha2::{Digest as _, Sha256};

use super::Standing;

/// The version of how a programme stands.
pub(super) fn of(standing: &[Standing]) -> String {
    let mut print = Sha256::new();
    for Standing { what, one, other } in standing {
        for part in [what, one, other] {
            // No id and no name has such a character, so two lists never read alike.
            print.update(part.as_bytes());
            print.update([0]);
        }
    }
    let print = print.finalize();
    HEXLOWER.encode(print.get(..8).unwrap_or(&print))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(what: &str, one: &str, other: &str) -> Standing {
        Standing {
            what: what.to_owned(),
            one: one.to_owned(),
            other: other.to_owned(),
        }
    }

    #[test]
    fn whatever_changes_gives_another_version_and_going_back_the_old_one() {
        let begin = [line("group", "g", "Noord"), line("participant", "noor", "")];
        let seated = [line("group", "g", "Noord"), line("participant", "noor", "g")];
        let renamed = [line("group", "g", "Noor"), line("dparticipant", "noor", "")];
        let versions = [of(&begin), of(&seated), of(&renamed), of(&begin)];
        assert_eq!(versions.first(), versions.last());
        let different: std::collections::BTreeSet<&String> = versions.iter().collect();
        assert_eq!(different.len(), 3, "{versions:?}");
    }
}
