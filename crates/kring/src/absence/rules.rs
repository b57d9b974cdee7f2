//! Counting who was there.

use super::Mark;
use crate::id::{MeetingId, PersonId};

/// So many meetings in a row without somebody are a sign. There is no rule for it in any register; two is what groups use.
const IN_A_ROW: usize = 2;

/// How often somebody was there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Turnout {
    pub(super) person: PersonId,
    pub(super) name: String,
    /// Meetings at which they were.
    pub(super) there: usize,
    /// Meetings on whose list they stood.
    pub(super) listed: usize,
    /// Meetings in a row, up to the last one, at which they were not.
    pub(super) away: usize,
    /// The last meeting on whose list they stood.
    pub(super) last: MeetingId,
}

impl Turnout {
    /// They were not there twice in a row, and nobody knows why.
    pub(super) const fn is_sign(&self) -> bool {
        self.away >= IN_A_ROW
    }

    /// They were there less than a norm in percent asks.
    pub(super) fn is_below(&self, norm: Option<i64>) -> bool {
        let norm = norm.and_then(|norm| usize::try_from(norm).ok()).unwrap_or(0);
        self.there * 100 < norm * self.listed
    }
}

/// How often each was there, in the order of `marks`, which has the marks of one person together, the last meeting first.
pub(super) fn turnouts(marks: &[Mark]) -> Vec<Turnout> {
    marks
        .chunk_by(|one, other| one.person_id == other.person_id)
        .filter_map(|marks| {
            let newest = marks.first()?;
            Some(Turnout {
                person: newest.person_id.clone(),
                name: newest.name.clone(),
                there: marks.iter().filter(|mark| mark.was_there).count(),
                listed: marks.len(),
                away: marks.iter().take_while(|mark| !mark.was_there).count(),
                last: newest.meeting_id.clone(),
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Marks of somebody, a letter for each meeting, the last one first: `t` for there.
    fn marks(name: &str, letters: &str) -> Vec<Mark> {
        let mark = |(number, letter): (usize, char)| Mark {
            person_id: PersonId(name.to_owned()),
            name: name.to_owned(),
            meeting_id: MeetingId(number.to_string()),
            starts_at: 0,
            was_there: letter == 't',
        };
        letters.chars().enumerate().map(mark).collect()
    }

    #[test]
    fn twice_in_a_row_is_a_sign_and_once_is_none() {
        for (letters, is_sign) in [
            ("aat", true),
            ("ata", false),
            ("taa", false),
            ("aa", true),
            ("a", false),
            ("aaa", true),
        ] {
            let turnout = turnouts(&marks("noor", letters)).remove(0);
            assert_eq!(turnout.is_sign(), is_sign, "{letters}");
        }
    }

    #[test]
    fn everybody_is_counted_apart() {
        let marks = [marks("noor", "tta"), marks("bram", "a")].concat();
        let counted: Vec<_> = turnouts(&marks)
            .into_iter()
            .map(|one| (one.name, one.there, one.listed, one.away))
            .collect();
        assert_eq!(
            counted,
            [("noor".to_owned(), 2, 3, 0), ("bram".to_owned(), 0, 1, 1)]
        );
    }

    #[test]
    fn the_norm_is_met_at_its_edge() {
        let four_of_five = turnouts(&marks("noor", "tttta")).remove(0);
        assert!(!four_of_five.is_below(Some(80)));
        assert!(four_of_five.is_below(Some(81)));
        assert!(!four_of_five.is_below(None));
    }
}
