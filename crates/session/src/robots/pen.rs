//! How robots write.

use crate::command::Entry;
use crate::event::{Body, Spot};
use crate::ids::{InputNo, Seat};
use crate::model::{BoardKind, InputKind, Mode, ResultKind};
use crate::robots::lines;
use crate::state::State;
use crate::text::{Language, Text};
use crate::view::{InputView, View};

/// What a robot needs to know of an input to write something.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each answers its own question about the input"
)]
pub(super) struct Wanted {
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

/// What stands open for the viewer to write.
pub(super) fn wanted(view: &View<'_>) -> Vec<Wanted> {
    let leads = view.you.as_ref().is_some_and(|you| you.leads);
    let open = view.inputs.iter().filter(|input| input.open);
    open.map(|input| of_input(view, input, leads)).collect()
}

impl Wanted {
    /// How many entries a robot still writes. One text for the group is typed once; private notes are made by every third person.
    pub(super) fn asked(&self, seat: Seat) -> usize {
        let skips = self.mode == Mode::Private && self.min == 0 && seat.0 % 3 != 1;
        if skips {
            0
        } else if self.together {
            usize::from(self.leads && self.used == 0)
        } else {
            usize::from(self.min.max(1).saturating_sub(self.used))
        }
    }
}

fn of_input(view: &View<'_>, input: &InputView<'_>, leads: bool) -> Wanted {
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

/// The n-th entry of a session. Where a robot does not know how a sentence goes on, `own_words` stands for what a person would say;
/// without it the robot says something of its own.
pub(super) fn entry(
    state: &State,
    wanted: &Wanted,
    n: usize,
    language: Language,
    own_words: Option<&str>,
) -> Entry {
    let say = |text: &Text| text.get(language).to_owned();
    let body = match state.input(wanted.no) {
        Some(input) if matches!(wanted.kind, InputKind::Form | InputKind::Action) => {
            let answers = input
                .fields
                .iter()
                .enumerate()
                .map(|(m, field)| (field.id.clone(), say(&lines::answer(field.kind, n + m))));
            Body::Form(answers.collect())
        }
        Some(input) => {
            let sentence = say(&lines::sentence(input.result, n));
            let starter = input.starter.as_ref().map(say);
            let text = match starter {
                Some(starter) => begin(&starter, &sentence, input.result, own_words),
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
            row: wanted.table.then(|| say(&lines::row(n))),
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

/// Goes on where a sentence starter stops. Robots know how the central question goes on; other sentences they leave
/// to people.
fn begin(starter: &str, sentence: &str, kind: Option<ResultKind>, own_words: Option<&str>) -> String {
    let one_gap = starter.matches('…').count() == 1 && starter.ends_with('…');
    let goes_on = one_gap && kind == Some(ResultKind::CoreQuestion) && starter.contains(" is ");
    let text = match own_words {
        _ if goes_on => starter.replace('…', sentence),
        Some(own_words) => starter.replace('…', own_words),
        None => sentence.to_owned(),
    };
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
