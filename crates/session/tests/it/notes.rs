//! Notes people keep for themselves: nobody else's to read, whoever leads, owns the case, watches the screen or reads the report.

use session::event::{Body, Event};
use session::ids::{NoteNo, Seat};
use session::replay::{replay_stored, to_row};
use session::report::outcomes;
use session::{Command, Eyes, Refusal};

use crate::room::{Room, script};

const SECRET: &str = "dit durf ik nog niet te zeggen";

fn note(text: &str) -> Command {
    Command::Note(text.to_owned())
}

fn mine(room: &Room, seat: u16) -> Vec<String> {
    room.sees(seat)
        .notes
        .iter()
        .map(|note| note.text.to_owned())
        .collect()
}

#[test]
fn a_note_can_be_kept_in_any_step_and_before_and_after_and_says_where_it_was_written() {
    let mut room = Room::of(5, script(&["focusmethode"]));
    room.owner(&[1]);
    room.by(1, note("vooraf"));
    room.lead(Command::Begin);
    room.by(1, note("  tijdens de casus "));
    room.until("advice");
    room.by(1, note("bij het advies"));
    room.lead(Command::End(session::event::EndReason::Early));
    room.by(1, note("achteraf"));
    assert_eq!(
        mine(&room, 1),
        ["achteraf", "bij het advies", "tijdens de casus", "vooraf"]
    );
    let view = room.sees(1);
    let steps: Vec<Option<&str>> = view
        .notes
        .iter()
        .map(|note| note.step.map(|step| step.nl.as_str()))
        .collect();
    assert_eq!(steps[1..], [Some("Adviesronde"), Some("Casus toelichten"), None]);
    room.by(1, Command::Release);
    assert_eq!(room.refused(1, note("te laat")), Refusal::Closed);
    assert_eq!(mine(&room, 1).len(), 4, "they stay with whoever wrote them");
}

#[test]
fn nobody_else_ever_meets_a_note() {
    let mut room = Room::of(5, script(&["focusmethode"]));
    room.owner(&[1]);
    room.lead(Command::Begin);
    room.by(2, note(SECRET));
    for step in ["case", "questions", "harvest"] {
        room.until(step);
        for seat in [0, 1, 3, 4, 5] {
            let seen = serde_json::to_string(&room.sees(seat)).unwrap();
            assert!(!seen.contains(SECRET), "seat {seat} in {step}");
        }
        assert!(
            !serde_json::to_string(&room.screen()).unwrap().contains(SECRET),
            "the screen in {step}"
        );
    }
    assert!(!room.sees(0).circle[2].wrote, "not even that it was written");
    room.lead(Command::End(session::event::EndReason::Early));
    for reader in [None, Some(Seat(0)), Some(Seat(1)), Some(Seat(2))] {
        let says = |body: &Body| format!("{body:?}").contains(SECRET);
        assert!(
            !outcomes(&room.state, reader)
                .iter()
                .any(|outcome| says(outcome.body))
        );
    }
    assert_eq!(room.state.notes_of(Eyes::Screen).count(), 0);
    assert_eq!(mine(&room, 2), [SECRET]);
}

#[test]
fn a_note_is_thrown_away_by_its_writer_only_and_is_gone_then() {
    let mut room = Room::of(4, script(&["focusmethode"]));
    room.by(2, note(SECRET));
    for seat in [0, 1, 3] {
        assert_eq!(
            room.refused(seat, Command::DropNote(NoteNo(0))),
            Refusal::Gone,
            "as if there were none"
        );
    }
    room.by(2, Command::DropNote(NoteNo(0)));
    assert_eq!(room.refused(2, Command::DropNote(NoteNo(0))), Refusal::Gone);
    assert!(mine(&room, 2).is_empty());
    assert_eq!(room.refused(2, note("   ")), Refusal::Empty);
    room.by(2, note("een andere"));
    assert_eq!(
        room.sees(2).notes[0].note,
        NoteNo(1),
        "a number is never used again"
    );
}

#[test]
fn a_log_without_an_erased_note_keeps_the_numbers_of_the_others() {
    let mut room = Room::of(4, script(&["focusmethode"]));
    room.by(2, note("eerste"));
    room.by(3, note("tweede"));
    let rows: Vec<_> = room
        .events
        .iter()
        .map(|row| match &row.event {
            Event::Noted { text, .. } if text == "eerste" => session::replay::erased(row),
            _ => row.clone(),
        })
        .map(|row| (row.seq, to_row(&row).unwrap()))
        .collect();
    let state = replay_stored(rows.iter().map(|(seq, row)| (*seq, row.as_str())));
    assert_eq!(state.damage, None);
    let left: Vec<_> = state
        .notes_of(Eyes::Seat(Seat(3)))
        .map(|(no, _, text)| (no, text))
        .collect();
    assert_eq!(left, [(NoteNo(1), "tweede")]);
}

#[test]
fn a_beginning_that_the_field_gave_is_no_text_yet() {
    let mut room = Room::of(4, script(&["focusmethode"]));
    room.owner(&[1]);
    room.lead(Command::Begin);
    room.until("central-question");
    for text in [
        "De centrale vraag is …",
        "de centrale vraag is",
        " The central question is ",
    ] {
        let entry = room.entry("core", text);
        assert_eq!(
            room.refused(2, Command::Add(Box::new(entry))),
            Refusal::Empty,
            "{text}"
        );
    }
    room.write(2, "core", "De centrale vraag is wie begint.");
}

#[test]
fn nobody_keeps_notes_without_end() {
    let mut room = Room::begun(3, script(&["focusmethode"]));
    for n in 0..300 {
        room.by(1, note(&format!("{n}")));
    }
    assert_eq!(room.refused(1, note("nog een")), Refusal::Enough { max: 300 });
    room.by(2, note("van een ander"));
    room.by(1, Command::DropNote(NoteNo::at(0)));
    room.by(1, note("nog een"));
}
