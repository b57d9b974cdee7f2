//! How robots write.

use super::Stage;
use crate::command::{Command, Entry};
use crate::event::{Body, Spot};
use crate::ids::{At, InputNo, Seat};
use crate::model::{BoardKind, InputKind, Mode, ResultKind};
use crate::robots::lines;
use crate::sight::Eyes;
use crate::text::Text;
use crate::view::{InputView, View, view};

impl Stage {
    /// People write one after the other, until a quarter of the step is left.
    pub(super) fn write(&mut self, until: At) {
        let people = self.people();
        let pause = until.since(self.now) / i64::try_from(people.len().max(1)).unwrap_or(1);
        for seat in people {
            self.now = self.now.plus(pause.max(0));
            let inputs: Vec<Wanted> = {
                let view = view(&self.state, Eyes::Seat(seat), self.now);
                let leads = view.you.as_ref().is_some_and(|you| you.leads);
                view.inputs
                    .iter()
                    .filter(|input| input.open)
                    .map(|input| wanted(&view, input, leads))
                    .collect()
            };
            for input in inputs {
                self.write_one(seat, &input);
            }
        }
    }

    fn write_one(&mut self, seat: Seat, wanted: &Wanted) {
        // One text for the group is typed once; private notes are made by every third person.
        let asked = if wanted.together {
            usize::from(wanted.leads && wanted.used == 0)
        } else {
            usize::from(wanted.min.max(1).saturating_sub(wanted.used))
        };
        let skips = wanted.mode == Mode::Private && wanted.min == 0 && seat.0 % 3 != 1;
        for _ in 0..if skips { 0 } else { asked } {
            self.lines += 1;
            let entry = self.entry(wanted);
            self.by(seat, Command::Add(Box::new(entry)));
        }
    }

    fn entry(&mut self, wanted: &Wanted) -> Entry {
        let n = self.lines;
        let input = self.state.input(wanted.no);
        let body = match input {
            Some(input) if matches!(wanted.kind, InputKind::Form | InputKind::Action) => {
                let answers = input
                    .fields
                    .iter()
                    .enumerate()
                    .map(|(m, field)| (field.id.clone(), self.say(&lines::answer(field.kind, n + m))));
                Body::Form(answers.collect())
            }
            Some(input) => {
                let sentence = self.say(&lines::sentence(input.result, n));
                let starter = input.starter.as_ref().map(|starter| self.say(starter));
                let own_words = self.say(&Text::new("[eigen woorden]", "[own words]"));
                let text = match starter {
                    Some(starter) => begin(&starter, &sentence, input.result, &own_words),
                    None => sentence,
                };
                Body::Text(shortened(&text, input.max_words))
            }
            None => Body::Text(String::new()),
        };
        let spot = wanted
            .columns
            .get(n % wanted.columns.len().max(1))
            .map(|column| Spot {
                column: column.clone(),
                row: wanted.table.then(|| self.say(&lines::row(n))),
                position: wanted.scale.then(|| u8::try_from(n * 17 % 101).unwrap_or(50)),
            });
        Entry {
            input: wanted.no,
            body,
            spot,
            on_behalf_of: None,
            visit: None,
            unfinished: false,
        }
    }
}

/// What a robot needs to know of an input to write something.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each answers its own question about the input"
)]
struct Wanted {
    no: InputNo,
    mode: Mode,
    kind: InputKind,
    min: u16,
    used: u16,
    together: bool,
    leads: bool,
    columns: Vec<String>,
    table: bool,
    scale: bool,
}

fn wanted(view: &View<'_>, input: &InputView<'_>, leads: bool) -> Wanted {
    let board = view
        .boards
        .iter()
        .find(|board| Some(board.id.as_str()) == input.board);
    let all = board
        .map(|board| {
            board
                .columns
                .iter()
                .map(|column| column.id.clone())
                .collect::<Vec<_>>()
        })
        .unwrap_or_default();
    let columns = input.column.map_or(all, |column| vec![column.to_owned()]);
    Wanted {
        no: input.no,
        mode: input.mode,
        kind: input.kind,
        min: input.min,
        used: input.used,
        together: input.together,
        leads,
        columns,
        table: board.is_some_and(|board| board.kind == BoardKind::Table),
        scale: board.is_some_and(|board| board.kind == BoardKind::Scale),
    }
}

/// Goes on where a sentence starter stops. Robots know how the central question goes on; other sentences they leave
/// to people.
fn begin(starter: &str, sentence: &str, kind: Option<ResultKind>, own_words: &str) -> String {
    let one_gap = starter.matches('…').count() == 1 && starter.ends_with('…');
    let goes_on = one_gap && kind == Some(ResultKind::CoreQuestion) && starter.contains(" is ");
    let text = starter.replace('…', if goes_on { sentence } else { own_words });
    if text.ends_with(['.', '?', '!', ']']) {
        text
    } else {
        format!("{text}.")
    }
}

fn shortened(text: &str, max_words: Option<u16>) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let max = max_words.map_or(words.len(), usize::from).min(words.len());
    words.get(..max).unwrap_or_default().join(" ")
}
