//! A log told as a story, with clock times, in either language.

mod step;
mod told;
mod words;

use crate::event::{AddedBlock, EndReason, Event, NewCard, Recorded, Sealed};
use crate::ids::{At, CardNo, InputNo, SECOND, Seat};
use crate::model::Mode;
use crate::script::Pace;
use crate::state::State;
use crate::text::{Language, Text};

/// Tells a log. Live sessions count from 14:00, so that minutes can be compared; written ones count days.
pub fn transcript(events: &[Recorded], language: Language) -> String {
    let first = |recorded: &&Recorded| matches!(recorded.event, Event::Entered(_));
    let mut teller = Teller {
        state: State::default(),
        language,
        lines: Vec::new(),
        start: events.iter().find(first).map(|recorded| recorded.at),
    };
    for recorded in events {
        teller.state.apply(recorded);
        teller.after(recorded);
    }
    let mut text = teller.lines.join("\n");
    text.push('\n');
    text
}

struct Teller {
    state: State,
    language: Language,
    lines: Vec<String>,
    /// When the first step began.
    start: Option<At>,
}

impl Teller {
    fn t<'t>(&self, nl: &'t str, en: &'t str) -> &'t str {
        match self.language {
            Language::Nl => nl,
            Language::En => en,
        }
    }

    fn text<'t>(&self, text: &'t Text) -> &'t str {
        text.get(self.language)
    }

    fn name(&self, seat: Seat) -> &str {
        self.state.person(seat).map_or("?", |person| person.name.as_str())
    }

    fn names(&self, seats: &[Seat]) -> String {
        seats
            .iter()
            .map(|seat| self.name(*seat))
            .collect::<Vec<_>>()
            .join(", ")
    }

    fn time(&self, at: At) -> String {
        let since = self.start.map_or(0, |start| at.since(start));
        if self.state.script.pace == Pace::Written {
            let minutes = since.div_euclid(60 * SECOND) + 9 * 60;
            let (day, minutes) = (minutes.div_euclid(24 * 60) + 1, minutes.rem_euclid(24 * 60));
            let (hours, minutes) = (minutes / 60, minutes % 60);
            return format!("{} {day:>2}, {hours:02}:{minutes:02}", self.t("dag", "day"));
        }
        let seconds = 14 * 3_600 + since.div_euclid(SECOND);
        let (hours, minutes, seconds) = (seconds / 3_600 % 24, seconds / 60 % 60, seconds % 60);
        format!("{hours:02}:{minutes:02}:{seconds:02}")
    }

    fn line(&mut self, at: At, text: &str) {
        let time = self.time(at);
        self.lines.push(format!("{time}  {text}"));
    }

    fn indented(&mut self, text: &str) {
        let width = if self.state.script.pace == Pace::Written {
            15
        } else {
            10
        };
        self.lines.push(format!("{:width$}{text}", ""));
    }

    fn after(&mut self, recorded: &Recorded) {
        let at = recorded.at;
        match &recorded.event {
            Event::Opened(_) => self.head(),
            Event::Entered(entered) => self.step(entered, at),
            Event::CardAdded(card) => self.card(card, at),
            Event::Sealed(sealed) => self.sealed(sealed, at),
            Event::Revealed { order, input, .. } => self.revealed(*input, order, at),
            Event::BlockAdded(added) => self.added(added, at),
            Event::Regrouped { groups } => self.groups(groups),
            Event::Ended { reason } => self.ended(*reason, at),
            other => {
                if let Some(text) = self.told(other) {
                    self.line(at, &text);
                }
            }
        }
    }

    fn head(&mut self) {
        let blocks: Vec<String> = self
            .state
            .script
            .blocks
            .iter()
            .map(|block| format!("{} (v{})", self.text(&block.name), block.version))
            .collect();
        self.lines.push(format!("# {}", blocks.join(" · ")));
        let named = self
            .state
            .script
            .blocks
            .iter()
            .filter_map(|block| block.attribution.as_ref());
        let named: Vec<String> = named.map(|text| self.text(text).to_owned()).collect();
        self.lines.extend(named);
        self.lines.push(String::new());
    }

    fn ended(&mut self, reason: EndReason, at: At) {
        let text = match reason {
            EndReason::Done => self.t("De bijeenkomst is klaar", "The meeting is done"),
            EndReason::Early => self.t("De bijeenkomst stopt eerder", "The meeting ends early"),
            EndReason::Forgotten => self.t("De bijeenkomst sluit zichzelf", "The meeting closes itself"),
        };
        let text = text.to_owned();
        self.lines.push(String::new());
        self.line(at, &text);
    }

    fn card(&mut self, card: &NewCard, at: At) {
        let who = card
            .author
            .or(card.typed_by)
            .map_or(self.t("Iemand", "Somebody").to_owned(), |seat| {
                self.name(seat).to_owned()
            });
        let input = self
            .state
            .input(card.input)
            .map(|input| (input.mode, input.result));
        let (mode, result) = input.unwrap_or((Mode::Group, None));
        let mut kind = self.mode(mode).to_owned();
        if let Some(result) = result {
            kind = format!("{kind}, {}", self.result(result));
        }
        let late = if card.late {
            self.t(", te laat", ", late")
        } else {
            ""
        };
        let spot = card
            .spot
            .as_ref()
            .map(|spot| format!(" [{}]", self.spot(card.input, spot)))
            .unwrap_or_default();
        let line = format!(
            "{who} {} ({kind}{late}): {}{spot}",
            self.t("schrijft", "writes"),
            self.body(card.input, &card.body)
        );
        self.line(at, &line);
    }

    fn sealed(&mut self, sealed: &Sealed, at: At) {
        let count = sealed.cards.len();
        let line = format!(
            "{count} {}",
            self.t(
                "anonieme kaarten zijn door elkaar gelegd",
                "anonymous cards were shuffled"
            )
        );
        self.line(at, &line);
    }

    fn revealed(&mut self, input: InputNo, order: &[CardNo], at: At) {
        let line = self.t("Alles wordt getoond:", "Everything is shown:").to_owned();
        self.line(at, &line);
        for no in order {
            let text = self
                .state
                .card(*no)
                .map(|card| self.body(input, &card.body))
                .unwrap_or_default();
            self.indented(&format!("- {text}"));
        }
    }

    fn added(&mut self, added: &AddedBlock, at: At) {
        let line = format!(
            "{} {}",
            self.t("Toegevoegd:", "Added:"),
            self.text(&added.block.name)
        );
        self.line(at, &line);
    }
}
