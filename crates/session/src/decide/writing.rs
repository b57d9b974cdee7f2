//! Writing: adding, changing, moving and taking back what somebody wrote.
//!
//! Rule above all rules: nothing typed is lost. A text that arrives after its step is accepted and marked as late; a
//! text that was sent unfinished because the time was up is accepted however long it is.

use std::collections::BTreeMap;

use super::{Decided, Decision};
use crate::command::{Command, Entry};
use crate::event::{Body, Event, NewCard, SealedCard, Spot};
use crate::ids::{CardNo, InputNo, Seat, VisitNo};
use crate::model::{BoardKind, FormFieldKind, Input, InputKind, Mode, Role};
use crate::refusal::Refusal;
use crate::state::{Card, Phase, State, Visit};
use crate::text::Text;

/// Most characters of a text, and of one answer in a form.
const LONGEST: usize = 4_000;

impl Decision<'_> {
    pub(super) fn add(&self, entry: &Entry) -> Decided {
        let writer = self.seat()?;
        if self.state.person(writer).is_some_and(|person| !person.accepted) {
            return Err(Refusal::AgreementsFirst);
        }
        let input = self.state.input(entry.input).ok_or(Refusal::NotInThisStep)?;
        let (no, visit) = self.visit_for(entry)?;
        if self.state.released_parts.contains(&visit.cursor.block) {
            return Err(Refusal::PartReleased);
        }
        let author = self.author(entry, writer, input, visit)?;
        let late = self.state.current != Some(no)
            || self.state.phase == Phase::Review
            || visit.revealed.contains_key(&entry.input);
        let body = cleaned(&entry.body);
        self.check_body(&body, input, late || entry.unfinished)?;
        self.check_count(no, visit, entry.input, input, author)?;
        let spot = self.spot(visit, input, entry.spot.as_ref())?;
        if self.state.nameless(entry.input) {
            return Ok(self.add_nameless(no, visit, entry.input, author, (body, spot)));
        }
        let card = NewCard {
            card: CardNo::at(self.state.cards.len()),
            visit: no,
            input: entry.input,
            author: Some(author).filter(|_| !input.together),
            typed_by: Some(writer).filter(|writer| input.together || *writer != author),
            body,
            spot,
            late,
            unfinished: entry.unfinished,
        };
        Ok(vec![Event::CardAdded(Box::new(card))])
    }

    /// Without a name. After its step was left, a card joins the others in a newly drawn order at once.
    fn add_nameless(
        &self,
        no: VisitNo,
        visit: &Visit,
        input: InputNo,
        author: Seat,
        (body, spot): (Body, Option<Spot>),
    ) -> Vec<Event> {
        let left = self.state.current != Some(no) || self.state.phase == Phase::Review;
        if left {
            let card = SealedCard {
                card: CardNo(0),
                body,
                spot,
                struck: false,
                picks: BTreeMap::new(),
                votes: BTreeMap::new(),
                ratings: BTreeMap::new(),
            };
            let sealed = self.seal(no, visit, input, self.cards_of(no, input), Some((card, author)));
            return vec![Event::Sealed(Box::new(sealed))];
        }
        let card = NewCard {
            card: CardNo::at(self.state.cards.len()),
            visit: no,
            input,
            author: None,
            typed_by: None,
            body,
            spot,
            late: false,
            unfinished: false,
        };
        vec![
            Event::CardAdded(Box::new(card)),
            Event::EntryUsed {
                visit: no,
                input,
                seat: author,
            },
        ]
    }

    /// The visit an entry belongs to: the one it was written in, the current one, or the last one with this input.
    fn visit_for(&self, entry: &Entry) -> Result<(VisitNo, &Visit), Refusal> {
        let step = self
            .state
            .script
            .inputs
            .get(entry.input.index())
            .ok_or(Refusal::NotInThisStep)?
            .step;
        let fits = |no: &VisitNo| {
            self.state
                .visit(*no)
                .is_some_and(|visit| visit.cursor.step == step)
        };
        let last = || {
            (0..self.state.visits.len())
                .rev()
                .map(VisitNo::at)
                .find(|no| fits(no))
        };
        let no = entry
            .visit
            .filter(fits)
            .or(self.state.current.filter(fits))
            .or_else(last);
        let no = no.ok_or(Refusal::NotInThisStep)?;
        Ok((no, self.state.visit(no).ok_or(Refusal::NotInThisStep)?))
    }

    /// Whose entry it is. The facilitator and the scribe may type for somebody, and for the group.
    fn author(&self, entry: &Entry, writer: Seat, input: &Input, visit: &Visit) -> Result<Seat, Refusal> {
        let types = self.state.lead == Some(writer) || self.state.has_role(visit, writer, Role::Scribe);
        let author = match entry.on_behalf_of {
            Some(other) if other != writer => {
                if !types {
                    return Err(Refusal::NotForYou);
                }
                self.state.person(other).ok_or(Refusal::UnknownSeat)?;
                other
            }
            _ => writer,
        };
        let may = self.state.has_any_role(visit, author, &input.who) || (input.together && types);
        if may { Ok(author) } else { Err(Refusal::NotForYou) }
    }

    fn check_count(
        &self,
        no: VisitNo,
        visit: &Visit,
        input_no: InputNo,
        input: &Input,
        author: Seat,
    ) -> Result<(), Refusal> {
        let Some(max) = input.max else { return Ok(()) };
        let has = if input.together {
            self.cards_of(no, input_no).len()
        } else {
            usize::from(
                visit
                    .entries
                    .get(&(input_no, author))
                    .copied()
                    .unwrap_or_default(),
            )
        };
        if has >= usize::from(max) {
            Err(Refusal::Enough { max })
        } else {
            Ok(())
        }
    }

    fn check_body(&self, body: &Body, input: &Input, generous: bool) -> Result<(), Refusal> {
        match (body, input.kind) {
            (Body::Text(text), InputKind::Text | InputKind::Board | InputKind::Idea) => {
                check_text(text)?;
                if only_begins(text, input) {
                    return Err(Refusal::Empty);
                }
                if generous {
                    Ok(())
                } else {
                    check_limits(text, input)
                }
            }
            (Body::Form(answers), InputKind::Form | InputKind::Action) => self.check_form(answers, input),
            _ => Err(Refusal::Empty),
        }
    }

    fn check_form(&self, answers: &BTreeMap<String, String>, input: &Input) -> Result<(), Refusal> {
        if answers.values().all(|answer| answer.trim().is_empty()) {
            return Err(Refusal::Empty);
        }
        for (id, answer) in answers {
            let field = input.fields.iter().find(|field| field.id == *id);
            let kind = field
                .map(|field| field.kind)
                .ok_or_else(|| Refusal::BadField { field: id.clone() })?;
            let fits = answer.chars().count() <= LONGEST
                && (answer.trim().is_empty() || self.answer_fits(kind, answer.trim()));
            if !fits {
                return Err(Refusal::BadField { field: id.clone() });
            }
        }
        Ok(())
    }

    fn answer_fits(&self, kind: FormFieldKind, answer: &str) -> bool {
        let within = |low: u8, high: u8| answer.parse::<u8>().is_ok_and(|n| (low..=high).contains(&n));
        match kind {
            FormFieldKind::Text => true,
            FormFieldKind::Number => answer.replace(',', ".").parse::<f64>().is_ok_and(f64::is_finite),
            FormFieldKind::YesNo => matches!(answer, "yes" | "no"),
            FormFieldKind::Scale5 => within(1, 5),
            FormFieldKind::Grade10 => within(0, 10),
            FormFieldKind::Date => is_date(answer),
            FormFieldKind::Person => answer
                .parse::<u16>()
                .is_ok_and(|seat| self.state.person(Seat(seat)).is_some()),
        }
    }

    /// Where a card lies: the fixed column, or the one chosen by the writer.
    fn spot(&self, visit: &Visit, input: &Input, wanted: Option<&Spot>) -> Result<Option<Spot>, Refusal> {
        let Some(name) = &input.board else { return Ok(None) };
        let block = self
            .state
            .script
            .block(visit.cursor.block)
            .ok_or(Refusal::NoSuchPlace)?;
        let board = block
            .boards
            .iter()
            .find(|board| board.id == *name)
            .ok_or(Refusal::NoSuchPlace)?;
        let mut spot = match (&input.column, wanted) {
            (Some(column), wanted) => Spot {
                column: column.clone(),
                ..wanted.cloned().unwrap_or_default()
            },
            (None, Some(wanted)) => wanted.clone(),
            (None, None) => return Err(Refusal::NoSuchPlace),
        };
        // On a scale the place between the ends counts; a card without one lies at the end it was put at.
        if board.kind == BoardKind::Scale {
            let last = board.columns.last().is_some_and(|end| end.id == spot.column);
            spot.position = Some(spot.position.unwrap_or(if last { 100 } else { 0 }).min(100));
        }
        spot.row = spot
            .row
            .map(|row| row.trim().chars().take(80).collect())
            .filter(|row: &String| !row.is_empty());
        let exists = board.columns.iter().any(|column| column.id == spot.column);
        if exists {
            Ok(Some(spot))
        } else {
            Err(Refusal::NoSuchPlace)
        }
    }

    pub(super) fn rewrite(&self, command: &Command) -> Decided {
        let seat = self.member()?;
        match command {
            Command::Change { card, body } => {
                let (found, input) = self.own(seat, *card)?;
                self.untouched(found, input)?;
                let body = cleaned(body);
                self.check_body(&body, input, false)?;
                Ok(vec![Event::CardChanged { card: *card, body }])
            }
            Command::Remove(card) => {
                let (found, input) = self.own(seat, *card)?;
                self.untouched(found, input)?;
                Ok(vec![Event::CardRemoved { card: *card }])
            }
            Command::Move { card, spot } => self.move_card(seat, *card, spot),
            _ => Err(Refusal::NotInThisStep),
        }
    }

    /// A card the seat wrote or typed.
    fn own(&self, seat: Seat, no: CardNo) -> Result<(&Card, &Input), Refusal> {
        let card = self.state.card(no).ok_or(Refusal::Gone)?;
        let input = self.state.input(card.input).ok_or(Refusal::Gone)?;
        if card.author == Some(seat) || card.typed_by == Some(seat) {
            Ok((card, input))
        } else {
            Err(Refusal::NotYours)
        }
    }

    /// What was shown to everybody at once stays as it was shown.
    fn untouched(&self, card: &Card, input: &Input) -> Result<(), Refusal> {
        let shown = input.mode == Mode::Blind && self.state.revealed(card.visit, card.input);
        if shown { Err(Refusal::AlreadyShown) } else { Ok(()) }
    }

    /// On a shared board everybody who takes part may move cards; whoever leads may as well.
    fn move_card(&self, seat: Seat, no: CardNo, spot: &Spot) -> Decided {
        let card = self.state.card(no).ok_or(Refusal::Gone)?;
        let input = self.state.input(card.input).ok_or(Refusal::Gone)?;
        let visit = self.state.visit(card.visit).ok_or(Refusal::Gone)?;
        if !self.state.may_move(seat, card) {
            return Err(Refusal::NotYours);
        }
        if input.board.is_none() || input.column.as_ref().is_some_and(|column| *column != spot.column) {
            return Err(Refusal::NoSuchPlace);
        }
        let spot = self.spot(visit, input, Some(spot))?.ok_or(Refusal::NoSuchPlace)?;
        Ok(vec![Event::CardMoved { card: no, spot }])
    }
}

impl State {
    /// Whether a card is somebody's to move: their own, or one that the whole group works with.
    pub(crate) fn may_move(&self, seat: Seat, card: &Card) -> bool {
        let mode = self.input(card.input).map(|input| input.mode);
        let shared =
            matches!(mode, Some(Mode::Group | Mode::Anonymous)) || self.revealed(card.visit, card.input);
        let own = card.author == Some(seat) || card.typed_by == Some(seat);
        own || (shared && (self.takes_part(seat) || self.lead == Some(seat)))
    }
}

/// A reason or note beside something: trimmed, and nothing when it is empty.
pub(super) fn short(text: Option<&str>) -> Result<Option<String>, Refusal> {
    let Some(text) = text.map(str::trim).filter(|text| !text.is_empty()) else {
        return Ok(None);
    };
    check_text(text)?;
    Ok(Some(text.to_owned()))
}

fn cleaned(body: &Body) -> Body {
    match body {
        Body::Text(text) => Body::Text(text.trim().to_owned()),
        Body::Form(answers) => Body::Form(
            answers
                .iter()
                .map(|(id, answer)| (id.clone(), answer.trim().to_owned()))
                .collect(),
        ),
    }
}

pub(super) fn check_text(text: &str) -> Result<(), Refusal> {
    match text.chars().count() {
        0 => Err(Refusal::Empty),
        length if length > LONGEST => Err(Refusal::TooLong {
            max: u32::try_from(LONGEST).unwrap_or(u32::MAX),
        }),
        _ => Ok(()),
    }
}

/// Whether a text is no more than the beginning the input gave.
fn only_begins(text: &str, input: &Input) -> bool {
    let bare = |text: &str| text.trim_end_matches(['…', '.', ' ']).to_lowercase();
    let begins = |starter: &Text| {
        [&starter.nl, &starter.en]
            .iter()
            .any(|begin| bare(begin) == bare(text))
    };
    input.starter.as_ref().is_some_and(begins)
}

fn check_limits(text: &str, input: &Input) -> Result<(), Refusal> {
    let has = u16::try_from(text.split_whitespace().count()).unwrap_or(u16::MAX);
    if let Some(max) = input.max_words.filter(|max| has > *max) {
        return Err(Refusal::TooManyWords { max, has });
    }
    let sentences = sentences(text);
    match input.max_sentences.filter(|max| sentences > usize::from(*max)) {
        Some(max) => Err(Refusal::TooManySentences { max }),
        None => Ok(()),
    }
}

/// Shortened words that end in a full stop and no sentence with it.
const SHORTENED: [&str; 18] = [
    "bijv", "bv", "ca", "dhr", "dr", "drs", "enz", "etc", "evt", "excl", "incl", "mevr", "mr", "mrs", "mw",
    "nr", "prof", "resp",
];

/// Counts sentences: pieces that end in a question or exclamation mark, or in a full stop before a capital letter.
///
/// Where it is not clear a sentence goes on; a limit of sentences is therefore always a little generous to the writer.
fn sentences(text: &str) -> usize {
    let words = text.split_whitespace().collect::<Vec<_>>();
    let ends = |word: &str, next: &str| {
        let bare = word.trim_end_matches('.');
        let stop = bare.len() < word.len() && next.starts_with(char::is_uppercase);
        let shortened = bare.contains('.') || SHORTENED.contains(&bare.to_lowercase().as_str());
        word.ends_with(['?', '!']) || (stop && !shortened)
    };
    let inside = words
        .iter()
        .zip(words.iter().skip(1))
        .filter(|(word, next)| ends(word, next));
    inside.count() + usize::from(!words.is_empty())
}

/// Whether a text is a date as `YYYY-MM-DD`.
fn is_date(text: &str) -> bool {
    let mut parts = text.split('-');
    let mut number = |digits: usize| {
        parts
            .next()
            .filter(|part| part.len() == digits)?
            .parse::<u16>()
            .ok()
    };
    let (year, month, day) = (number(4), number(2), number(2));
    let complete = parts.next().is_none();
    let longest = |month: u16, year: u16| match month {
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        _ => 31,
    };
    match (year, month, day) {
        (Some(year), Some(month), Some(day)) => {
            complete && (1..=12).contains(&month) && (1..=longest(month, year)).contains(&day)
        }
        _ => false,
    }
}
