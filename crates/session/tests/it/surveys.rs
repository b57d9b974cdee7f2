//! Questionnaires without names: counted, and shown only from enough answers on.

use session::Command;
use session::command::Entry;
use session::report::{survey_counts, surveys};

use crate::room::{Room, form, script};

fn filled_in(room: &Room, answers: &[(&str, &str)]) -> Command {
    Command::Add(Box::new(Entry {
        body: form(answers),
        ..room.entry("survey", "")
    }))
}

#[test]
fn an_answer_that_too_few_gave_stays_hidden() {
    for (forms, shown) in [(4, &[][..]), (5, &["grade", "tip"][..])] {
        let mut room = Room::begun(5, script(&["evaluatie"]));
        for seat in 1..=forms {
            let mut answers = vec![("grade", "8")];
            if seat == 1 {
                // Only the case owner answers this one, so it would tell who that is; a text is one of five people's.
                answers.extend([("helped", "2"), ("tip", "Begin op tijd")]);
            }
            let answer = filled_in(&room, &answers);
            room.by(seat, answer);
        }
        room.end();
        let seen = surveys(&room.state);
        assert_eq!(seen[0].answered, usize::from(forms));
        let ids: Vec<_> = seen[0]
            .questions
            .iter()
            .map(|question| question.field.id.as_str())
            .collect();
        assert_eq!(ids, shown, "{forms} forms");
        let kept = &survey_counts(&room.state)[0];
        assert_eq!(
            kept.questions[5].answers,
            [("2", 1)].into(),
            "it is kept all the same"
        );
    }
}
