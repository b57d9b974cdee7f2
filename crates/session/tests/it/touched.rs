//! What one event is said to have changed.

use session::Touched;
use session::ids::Seat;

use crate::room::Room;
use crate::small;

/// What the last entry of seat 1 touched, after so many before it.
fn after(input: &str, before: usize) -> Touched {
    let step = small::step("a", &format!("[[step.input]]\nid = \"i\"\nlabel = T\n{input}"));
    let mut room = Room::begun(3, small::script("case = \"none\"", &step));
    for _ in 0..=before {
        room.write(1, "i", "Een woord.");
    }
    let last = room.events.last().expect("an entry");
    let mut touched = Touched::default();
    touched.add(&room.state, &last.event);
    assert!(!touched.everything && touched.cards.len() == 1, "{touched:?}");
    touched
}

#[test]
fn where_entries_are_counted_each_changes_the_own_form_and_what_is_told_of_everybody() {
    for input in [
        "mode = \"group\"\nmax = 4",
        "mode = \"blind\"\nreveal = \"facilitator\"",
    ] {
        for before in [0, 1, 2] {
            let touched = after(input, before);
            assert!(
                touched.writers.contains(&Seat(1)) && touched.leaders,
                "{input}, {before} before"
            );
        }
    }
}

#[test]
fn where_as_many_as_you_like_are_asked_only_the_first_changes_more_than_the_list() {
    let first = after("mode = \"group\"", 0);
    assert!(first.writers.contains(&Seat(1)) && first.leaders && first.people.contains(&Seat(1)));
    let later = after("mode = \"group\"", 1);
    assert!(
        later.writers.is_empty() && !later.leaders && later.people.is_empty(),
        "{later:?}"
    );
    let asked = after("mode = \"group\"\nmin = 3", 2);
    assert!(
        asked.writers.contains(&Seat(1)),
        "the third of three that are asked"
    );
    assert!(after("mode = \"group\"\nmin = 3", 3).writers.is_empty());
}
