//! From a session to the report of one reader.

use std::collections::BTreeSet;

use session::State;
use session::event::{ActionStatus, Body, Place};
use session::ids::{At, BlockNo, CardNo, Seat, VisitNo};
use session::model::{FormField, FormFieldKind, Mode, ResultKind};
use session::report::{Outcome, outcomes, played};
use session::sight::Eyes;
use session::state::Phase;
use ui::locale;

use super::{Answered, Entry, LookedBack, Part, Report, Sight, Taken};
use crate::meetings::Meeting;
use crate::web::Visitor;

/// For whom and of what.
pub(super) struct Reading<'r> {
    pub(super) visitor: &'r Visitor,
    pub(super) meeting: &'r Meeting,
    pub(super) state: &'r State,
    pub(super) seat: Seat,
    pub(super) sight: Sight,
    pub(super) now: At,
}

impl Reading<'_> {
    pub(super) fn report(&self) -> Report {
        let entries = match self.sight {
            Sight::Screen => self.on_screen(),
            Sight::Draft | Sight::OwnWords | Sight::Report => self.written(),
        };
        let began = self.state.began.map_or(self.meeting.starts_at, |at| at.0);
        let starts = jiff::Timestamp::from_microsecond(began).ok();
        Report {
            schema: "kring.report/1",
            stage: match self.state.phase {
                Phase::Closed => "released",
                Phase::Review => "draft",
                _ => "running",
            },
            language: self.visitor.speech().code(),
            title: self.meeting.title.clone(),
            starts: starts.map(|at| locale::local(at).strftime("%Y-%m-%dT%H:%M%:z").to_string()),
            place: self.place(),
            people: self.people(),
            parts: self.parts(entries),
            looked_back: self.looked_back(),
        }
    }

    /// Where people were: the place of the plan, unless everybody was online.
    fn place(&self) -> Option<String> {
        let online = self
            .state
            .people
            .iter()
            .all(|person| person.place == Place::Online);
        self.meeting.place.clone().filter(|_| !online)
    }

    fn name(&self, seat: Seat) -> String {
        let names = session::view(self.state, Eyes::Seat(self.seat), self.now).circle;
        let name = names.get(seat.index()).and_then(|person| person.name);
        name.map_or_else(
            || self.visitor.words().room_somebody(seat.index() + 1),
            ToOwned::to_owned,
        )
    }

    fn people(&self) -> Vec<String> {
        let there: Vec<Seat> = match self.state.phase {
            Phase::Review | Phase::Closed => self.state.recipients(),
            _ => self.state.present().map(|(seat, _)| seat).collect(),
        };
        there.into_iter().map(|seat| self.name(seat)).collect()
    }

    /// Entries under the parts in which they were written.
    fn parts(&self, mut entries: Vec<(BlockNo, Entry)>) -> Vec<Part> {
        let parts = played(self.state).into_iter();
        let language = self.visitor.speech();
        parts
            .map(|part| Part {
                method: self
                    .state
                    .script
                    .block(part.block)
                    .map(|block| block.method.clone())
                    .unwrap_or_default(),
                name: part.name.get(language).to_owned(),
                version: part.version,
                licence: part.licence.to_owned(),
                attribution: part.attribution.map(|text| text.get(language).to_owned()),
                case: part.case.map(ToOwned::to_owned),
                question: self.state.case_in(part.block).map(|case| case.sentence.clone()),
                entries: entries
                    .extract_if(.., |(block, _)| *block == part.block)
                    .map(|(_, entry)| entry)
                    .collect(),
            })
            .filter(|part| !part.entries.is_empty())
            .collect()
    }

    /// What the reader's screen shows at this moment.
    fn on_screen(&self) -> Vec<(BlockNo, Entry)> {
        let view = session::view(self.state, Eyes::Seat(self.seat), self.now);
        let cards = view.cards.into_iter().filter_map(|card| {
            let input = self.state.input(card.input)?;
            let (block, step) = self.place_of(card.visit)?;
            let entry = Entry {
                kind: input.result,
                step,
                author: card.author.map(|seat| self.name(seat)),
                taken_along: self.taken(&card.picks),
                struck: card.struck,
                private: card.hidden || !matches!(input.mode, Mode::Group | Mode::Anonymous | Mode::Blind),
                ..self.entry(card.body, &input.fields)
            };
            Some((block, entry))
        });
        cards.collect()
    }

    /// Typed results in the reader's sight, and notes of their own.
    fn written(&self) -> Vec<(BlockNo, Entry)> {
        let results = outcomes(self.state, Some(self.seat));
        let typed: BTreeSet<CardNo> = results.iter().map(|result| result.card).collect();
        let mine = |author: Option<Seat>| author == Some(self.seat);
        let results = results
            .into_iter()
            .filter(|result| self.reads(result.block) || mine(result.author))
            .map(|result| (result.block, self.result(&result)));
        let notes = self.state.cards.iter().enumerate().filter_map(|(n, card)| {
            let is_note =
                mine(card.author) && !typed.contains(&CardNo::at(n)) && self.state.sees(self.seat, card);
            let input = self.state.input(card.input).filter(|_| is_note)?;
            let (block, step) = self.place_of(card.visit)?;
            let entry = Entry {
                step,
                author: card.author.map(|seat| self.name(seat)),
                private: !matches!(input.mode, Mode::Group | Mode::Blind),
                ..self.entry(&card.body, &input.fields)
            };
            Some((block, entry))
        });
        results.chain(notes).collect()
    }

    /// Whether a part is the reader's by now: all of them once the report is released.
    fn reads(&self, block: BlockNo) -> bool {
        self.sight == Sight::Report || self.state.reads_in_review(self.seat, block)
    }

    fn result(&self, result: &Outcome<'_>) -> Entry {
        Entry {
            kind: Some(result.kind),
            step: result.step.get(self.visitor.speech()).to_owned(),
            author: result.author.map(|seat| self.name(seat)),
            taken_along: self.taken(&result.taken_along),
            struck: result.struck,
            ..self.entry(result.body, result.fields)
        }
    }

    fn place_of(&self, visit: VisitNo) -> Option<(BlockNo, String)> {
        let step = self.state.script.step(self.state.visit(visit)?.cursor.step)?;
        Some((step.block, step.step.title.get(self.visitor.speech()).to_owned()))
    }

    fn taken(&self, picks: &[(Seat, Option<&str>)]) -> Vec<Taken> {
        let taken = picks.iter().map(|(seat, why)| Taken {
            by: self.name(*seat),
            why: why.map(ToOwned::to_owned),
        });
        taken.collect()
    }

    /// What stands on a card: one text, or answers under their questions.
    fn entry(&self, body: &Body, fields: &[FormField]) -> Entry {
        let (text, answers) = match body {
            Body::Text(text) => (text.clone(), Vec::new()),
            Body::Form(answers) => {
                let answered = fields.iter().filter_map(|field| {
                    Some(Answered {
                        question: field.label.get(self.visitor.speech()).to_owned(),
                        answer: self.answer(field.kind, answers.get(&field.id)?),
                    })
                });
                (String::new(), answered.collect())
            }
        };
        Entry {
            kind: None::<ResultKind>,
            step: String::new(),
            text,
            answers,
            author: None,
            taken_along: Vec::new(),
            struck: false,
            private: false,
        }
    }

    fn answer(&self, kind: FormFieldKind, answer: &str) -> String {
        let words = self.visitor.words();
        match (kind, answer, answer.parse()) {
            (FormFieldKind::Person, _, Ok(seat)) => self.name(Seat(seat)),
            (FormFieldKind::YesNo, "yes", _) => words.room_yes(),
            (FormFieldKind::YesNo, "no", _) => words.room_no(),
            _ => answer.to_owned(),
        }
    }

    /// Everybody saw these in the step that looked back.
    fn looked_back(&self) -> Vec<LookedBack> {
        if self.sight == Sight::Screen || self.sight == Sight::OwnWords {
            return Vec::new();
        }
        let reviews = self.state.reviews.iter().filter_map(|review| {
            let (status, note) = review.status.as_ref()?;
            Some(LookedBack {
                who: review.action.who.clone(),
                what: review.action.what.clone(),
                progress: match status {
                    ActionStatus::Done => "done",
                    ActionStatus::Half => "half",
                    ActionStatus::NotDone => "not_done",
                },
                note: note.clone(),
            })
        });
        reviews.collect()
    }
}
