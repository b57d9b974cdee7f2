//! A log told as a story, with clock times, in either language.

use crate::event::{
    AddedBlock, Body, EndReason, Entered, Event, NewCard, Place, Recorded, Sealed, SideTalk, SmallGroup,
    Spot, Way,
};
use crate::ids::{At, CardNo, DAY, InputNo, SECOND, Seat};
use crate::model::{Basis, FormFieldKind, Mode, Moment, OwnerPlace, ResultKind, Role, StepKind, Word};
use crate::script::{Pace, ScriptStep};
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
            let day = since.div_euclid(DAY) + 1;
            let hours = since.rem_euclid(DAY) / (3_600 * SECOND);
            return format!("{} {day:>2}, {:02}:00", self.t("dag", "day"), (9 + hours) % 24);
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
            other => self.people(other, at),
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

    fn people(&mut self, event: &Event, at: At) {
        let text = match event {
            Event::Joined { seat, who } => {
                let where_ = match who.place {
                    Place::Room => self.t("in de zaal", "in the room"),
                    Place::Online => "online",
                };
                Some(format!(
                    "{} {} ({where_})",
                    self.name(*seat),
                    self.t("komt binnen", "comes in")
                ))
            }
            Event::Returned { seat, .. } => {
                Some(format!("{} {}", self.name(*seat), self.t("is terug", "is back")))
            }
            Event::Left { seat } => Some(format!("{} {}", self.name(*seat), self.t("gaat weg", "leaves"))),
            Event::LineLost { seat } => Some(format!(
                "{}: {}",
                self.name(*seat),
                self.t("de lijn valt weg", "the line drops")
            )),
            Event::LineBack { seat } => Some(format!(
                "{}: {}",
                self.name(*seat),
                self.t("de lijn is terug", "the line is back")
            )),
            Event::LeadGiven { to } => Some(format!(
                "{} {}",
                self.name(*to),
                self.t("begeleidt nu", "leads now")
            )),
            Event::LeadTaken { by } => Some(format!(
                "{} {}",
                self.name(*by),
                self.t("neemt de leiding over", "takes over the lead")
            )),
            Event::LeadReturned { to } => Some(format!(
                "{} {}",
                self.name(*to),
                self.t("neemt de leiding terug", "takes the lead back")
            )),
            Event::RoleGiven { role, seats } => Some(format!("{}: {}", self.role(*role), self.names(seats))),
            Event::PresenceConfirmed { seat, moment } => {
                let moment = match moment {
                    Moment::Start => self.t("begin", "start"),
                    Moment::End => self.t("einde", "end"),
                };
                Some(format!(
                    "{} {} ({moment})",
                    self.name(*seat),
                    self.t("bevestigt aanwezig te zijn", "confirms to be present")
                ))
            }
            Event::Regrouped { groups } => {
                self.groups(groups);
                None
            }
            other => return self.clock_and_turn(other, at),
        };
        if let Some(text) = text {
            self.line(at, &text);
        }
    }

    fn clock_and_turn(&mut self, event: &Event, at: At) {
        let text = match event {
            Event::ClockPaused { .. } => self.t("De klok staat stil", "The clock stands still").to_owned(),
            Event::ClockStarted { .. } => self.t("De klok loopt", "The clock runs").to_owned(),
            Event::ClockSet { .. } => self
                .t("De klok krijgt andere tijd", "The clock gets other time")
                .to_owned(),
            Event::SideTalkOpened { kind } => self.side_talk(*kind).to_owned(),
            Event::SideTalkClosed {} => self.t("Terug naar de stap", "Back to the step").to_owned(),
            Event::TurnGiven { seat: Some(seat) } => {
                format!("{}: {}", self.t("Aan de beurt", "Turn"), self.name(*seat))
            }
            Event::TurnGiven { seat: None } => {
                self.t("Iedereen is geweest", "Everybody had a turn").to_owned()
            }
            Event::TurnPassed { seat } => format!(
                "{} {}",
                self.name(*seat),
                self.t("past en komt straks terug", "passes and comes back later")
            ),
            Event::Reminded { seat, .. } => format!(
                "{} {}",
                self.name(*seat),
                self.t("krijgt een herinnering", "gets a reminder")
            ),
            other => return self.work(other, at),
        };
        self.line(at, &text);
    }

    fn work(&mut self, event: &Event, at: At) {
        let text = match event {
            Event::Rated {
                card, seat, value, ..
            } => {
                format!(
                    "{} {} \"{}\" {}",
                    self.name(*seat),
                    self.t("noemt", "calls"),
                    self.short(*card),
                    self.rating(value)
                )
            }
            Event::Picked { card, seat, why } => {
                let why = why.as_ref().map(|why| format!(" ({why})")).unwrap_or_default();
                format!(
                    "{} {} \"{}\"{why}",
                    self.name(*seat),
                    self.t("neemt mee:", "takes along:"),
                    self.short(*card)
                )
            }
            Event::Voted { card, seat, ballot } => {
                let answer = ballot
                    .answer
                    .clone()
                    .map(|answer| self.rating(&answer))
                    .unwrap_or_else(|| "•".repeat(usize::from(ballot.dots)));
                let need = ballot
                    .need
                    .as_ref()
                    .map(|need| format!(": {need}"))
                    .unwrap_or_default();
                format!(
                    "{} {} \"{}\": {answer}{need}",
                    self.name(*seat),
                    self.t("stemt op", "votes on"),
                    self.short(*card)
                )
            }
            Event::Decided { option } => self.decided(*option),
            Event::ModuleChosen { module } => {
                let name = self
                    .state
                    .now_step()
                    .and_then(|step| step.modules.get(usize::from(*module)))
                    .map(|module| self.text(&module.name).to_owned());
                format!("{}: {}", self.t("Gekozen", "Chosen"), name.unwrap_or_default())
            }
            other => return self.cases(other, at),
        };
        self.line(at, &text);
    }

    fn cases(&mut self, event: &Event, at: At) {
        let title = |no: &crate::ids::CaseNo| {
            self.state
                .case(*no)
                .map(|case| case.title.clone())
                .unwrap_or_default()
        };
        let text = match event {
            Event::CaseProposed { owners, title, .. } => {
                format!(
                    "{} {} \"{title}\"",
                    self.names(owners),
                    self.t("brengt in:", "brings in:")
                )
            }
            Event::CaseVoted { case, seat, .. } => format!(
                "{} {} \"{}\"",
                self.name(*seat),
                self.t("stemt op", "votes for"),
                title(case)
            ),
            Event::CaseChosen { case, owners, .. } => {
                format!(
                    "{} \"{}\" ({})",
                    self.t("Gekozen casus:", "Chosen case:"),
                    title(case),
                    self.names(owners)
                )
            }
            Event::FieldUnlocked { field } => {
                let text = self
                    .state
                    .now_visit()
                    .and_then(|visit| self.state.case_in(visit.cursor.block))
                    .and_then(|case| case.fields.get(field));
                let text = text.map(|(text, _)| text.clone()).unwrap_or_default();
                format!(
                    "{}: {text}",
                    self.t("De inbrenger onthult", "The case owner reveals")
                )
            }
            Event::ActionReviewed { action, status, .. } => {
                let review = self.state.review(*action);
                let status = match status {
                    crate::event::ActionStatus::Done => self.t("gedaan", "done"),
                    crate::event::ActionStatus::Half => self.t("half", "half done"),
                    crate::event::ActionStatus::NotDone => self.t("niet gedaan", "not done"),
                };
                review
                    .map(|review| format!("{}: {} [{status}]", review.action.who, review.action.what))
                    .unwrap_or_default()
            }
            Event::BroughtTaken { card, seat } => {
                let text = self
                    .state
                    .brought
                    .get(card.index())
                    .map(|(card, _)| card.text.clone())
                    .unwrap_or_default();
                format!(
                    "{} {} {text}",
                    self.name(*seat),
                    self.t("neemt een idee over:", "takes an idea:")
                )
            }
            Event::Ended { reason } => {
                let reason = match reason {
                    EndReason::Done => self.t("De bijeenkomst is klaar", "The meeting is done"),
                    EndReason::Early => self.t("De bijeenkomst stopt eerder", "The meeting ends early"),
                    EndReason::Forgotten => {
                        self.t("De bijeenkomst sluit zichzelf", "The meeting closes itself")
                    }
                };
                self.lines.push(String::new());
                reason.to_owned()
            }
            Event::Struck { card } => format!(
                "{} \"{}\"",
                self.t("Blijft niet bewaard:", "Does not stay:"),
                self.short(*card)
            ),
            Event::Released { to } => format!(
                "{} {}",
                self.t("Het verslag gaat naar", "The report goes to"),
                self.names(to)
            ),
            _ => return,
        };
        self.line(at, &text);
    }

    fn decided(&self, option: u8) -> String {
        let decide = self.state.now_step().and_then(|step| step.step.decide.as_ref());
        let answer =
            decide.and_then(|decide| Some((&decide.ask, &decide.options.get(usize::from(option))?.label)));
        answer
            .map(|(ask, label)| format!("{} {}", self.text(ask), self.text(label)))
            .unwrap_or_default()
    }

    fn step(&mut self, entered: &Entered, at: At) {
        let Some(step) = self.state.script.step(entered.cursor.step).cloned() else {
            return;
        };
        self.lines.push(String::new());
        let way = match &entered.way {
            Way::Back => self.t("Terug naar: ", "Back to: "),
            Way::Jump => self.t("Door naar: ", "On to: "),
            Way::Skipped(_) => self.t("Overgeslagen, nu: ", "Skipped, now: "),
            _ => "",
        };
        let title = format!(
            "{way}{}{} ({})",
            self.text(&step.step.title),
            self.round(entered),
            self.length(&step, entered)
        );
        let time = self.time(at);
        self.lines.push(format!("{time}  ## {title}"));
        self.rules_of(&step, entered);
        self.groups(&entered.groups);
        for (card, seat) in &entered.dealt {
            let text = self
                .state
                .brought
                .get(card.index())
                .map(|(card, _)| format!("{} ({})", card.text, card.origin));
            let line = format!(
                "{} {} {}",
                self.name(*seat),
                self.t("krijgt:", "gets:"),
                text.unwrap_or_default()
            );
            self.indented(&line);
        }
    }

    fn round(&self, entered: &Entered) -> String {
        let Some((round, of, repeat)) = self.state.round_of(&entered.cursor) else {
            return String::new();
        };
        let label = repeat
            .label
            .as_ref()
            .map_or(self.t("Ronde", "Round"), |label| self.text(label));
        let client = entered
            .client
            .map(|seat| format!(": {}", self.name(seat)))
            .unwrap_or_default();
        format!(
            ", {} {round} {} {of}{client}",
            label.to_lowercase(),
            self.t("van", "of")
        )
    }

    fn length(&self, step: &ScriptStep, entered: &Entered) -> String {
        let Some(planned) = entered.planned else {
            return self.t("geen vaste tijd", "no set time").to_owned();
        };
        if self.state.script.pace == Pace::Written {
            let days = planned / DAY;
            return format!(
                "{days} {}",
                if days == 1 {
                    self.t("dag", "day")
                } else {
                    self.t("dagen", "days")
                }
            );
        }
        let (minutes, half) = (planned / (60 * SECOND), planned % (60 * SECOND) > 0);
        let proposal = if step.step.basis == Basis::Proposal {
            self.t(", voorstel", ", proposal")
        } else {
            ""
        };
        format!("{minutes}{} min{proposal}", if half { "½" } else { "" })
    }

    fn rules_of(&mut self, step: &ScriptStep, entered: &Entered) {
        let lead = self
            .state
            .lead
            .map_or(String::new(), |lead| self.name(lead).to_owned());
        if let Some(say) = &step.step.say {
            let line = format!("{lead}: \u{201c}{}\u{201d}", self.text(say));
            self.indented(&line);
        }
        let speaks = self.roles(&step.step.speaks);
        let silent = self.roles(&step.step.silent);
        let mut line = match (step.step.kind, speaks.is_empty()) {
            (StepKind::Break, _) => self.t("Pauze", "Break").to_owned(),
            (_, true) => self.t("Iedereen is stil", "Everybody is silent").to_owned(),
            (_, false) => format!("{}: {speaks}", self.t("Aan het woord", "Speaking")),
        };
        if !silent.is_empty() {
            line.push_str(&format!(" · {}: {silent}", self.t("luistert", "listening")));
        }
        if step.step.owner_place != OwnerPlace::Circle {
            line.push_str(&format!(" · {}", self.place(step.step.owner_place)));
        }
        self.indented(&line);
        let rules: Vec<String> = step
            .step
            .rules
            .iter()
            .map(|rule| self.text(rule).to_owned())
            .collect();
        if !rules.is_empty() {
            let line = format!("{}: {}", self.t("Regels", "Rules"), rules.join(" · "));
            self.indented(&line);
        }
        let note = entered
            .strategy
            .and_then(|place| step.step.strategies.get(usize::from(place)))
            .and_then(|strategy| strategy.note.clone());
        if let Some(note) = note {
            let line = self.text(&note).to_owned();
            self.indented(&line);
        }
    }

    fn groups(&mut self, groups: &[SmallGroup]) {
        for (n, group) in groups.iter().enumerate() {
            let line = self.group(n + 1, group);
            self.indented(&line);
        }
    }

    fn group(&self, number: usize, group: &SmallGroup) -> String {
        let table = self.t("Tafel", "Table");
        if group.askers > 0 {
            let (askers, thinkers) = group
                .seats
                .split_at(usize::from(group.askers).min(group.seats.len()));
            let asks = if askers.len() == 1 {
                self.t("vraagt", "asks")
            } else {
                self.t("vragen om beurten", "ask in turn")
            };
            let thinks = if thinkers.len() == 1 {
                self.t("denkt mee", "thinks along")
            } else {
                self.t("denken mee", "think along")
            };
            return format!(
                "{table} {number}: {} {asks}, {} {thinks}",
                self.names(askers),
                self.names(thinkers)
            );
        }
        let client = group
            .client
            .map(|seat| format!(" ({}: {})", self.t("aan de beurt", "whose turn"), self.name(seat)))
            .unwrap_or_default();
        format!("{table} {number}: {}{client}", self.names(&group.seats))
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

    fn short(&self, no: CardNo) -> String {
        let Some(card) = self.state.card(no) else {
            return String::new();
        };
        let text = self.body(card.input, &card.body);
        let mut short: String = text.chars().take(60).collect();
        if short.len() < text.len() {
            short.push('…');
        }
        short
    }

    fn body(&self, input: InputNo, body: &Body) -> String {
        match body {
            Body::Text(text) => text.clone(),
            Body::Form(answers) => {
                let fields = self
                    .state
                    .input(input)
                    .map_or(&[][..], |input| input.fields.as_slice());
                let answered = fields
                    .iter()
                    .filter_map(|field| Some((field, answers.get(&field.id)?)));
                answered
                    .map(|(field, answer)| {
                        format!("{} {}", self.text(&field.label), self.answer(field.kind, answer))
                    })
                    .collect::<Vec<_>>()
                    .join(" / ")
            }
        }
    }

    fn answer(&self, kind: FormFieldKind, answer: &str) -> String {
        match (kind, answer) {
            (FormFieldKind::YesNo, "yes") => self.t("ja", "yes").to_owned(),
            (FormFieldKind::YesNo, "no") => self.t("nee", "no").to_owned(),
            (FormFieldKind::Person, seat) => seat
                .parse()
                .map(|seat| self.name(Seat(seat)).to_owned())
                .unwrap_or_default(),
            (_, text) => text.to_owned(),
        }
    }

    fn spot(&self, input: InputNo, spot: &Spot) -> String {
        let board = self.state.input(input).and_then(|input| input.board.as_deref());
        let boards = self
            .state
            .now_block()
            .map_or(&[][..], |block| block.boards.as_slice());
        let column = boards
            .iter()
            .find(|found| Some(found.id.as_str()) == board)
            .and_then(|board| board.columns.iter().find(|column| column.id == spot.column));
        let label = column.map_or(spot.column.clone(), |column| self.text(&column.label).to_owned());
        let row = spot
            .row
            .as_ref()
            .map(|row| format!("{row}, "))
            .unwrap_or_default();
        let position = spot
            .position
            .map(|position| format!(" {position}/100"))
            .unwrap_or_default();
        format!("{row}{label}{position}")
    }

    fn rating(&self, value: &str) -> String {
        let scales = crate::model::Scale::WORDS
            .iter()
            .filter_map(|word| crate::model::Scale::from_word(word))
            .map(crate::model::Scale::values);
        let votes = [
            crate::model::VoteKind::Consensus.values(),
            crate::model::VoteKind::YesNoNeed.values(),
        ];
        let found = scales.chain(votes).flatten().find(|(word, _, _)| *word == value);
        found.map_or(value.to_owned(), |(_, nl, en)| self.t(nl, en).to_owned())
    }

    fn roles(&self, roles: &[Role]) -> String {
        roles
            .iter()
            .map(|role| self.role(*role))
            .collect::<Vec<_>>()
            .join(", ")
    }

    fn role(&self, role: Role) -> &'static str {
        let (nl, en) = role_name(role);
        match self.language {
            Language::Nl => nl,
            Language::En => en,
        }
    }

    fn side_talk(&self, kind: SideTalk) -> &'static str {
        let (nl, en) = match kind {
            SideTalk::Meta => (
                "Metagesprek: de klok staat stil",
                "Talk about the talk: the clock stands still",
            ),
            SideTalk::Strategy => (
                "Strategiegesprek: de klok staat stil",
                "Strategy talk: the clock stands still",
            ),
            SideTalk::TimeOut => ("Time-out: de klok staat stil", "Time-out: the clock stands still"),
            SideTalk::Disturbance => (
                "Storing gaat voor: de klok staat stil",
                "Disturbances first: the clock stands still",
            ),
        };
        if self.language == Language::Nl { nl } else { en }
    }

    fn place(&self, place: OwnerPlace) -> &'static str {
        let (nl, en) = match place {
            OwnerPlace::Circle => ("inbrenger in de kring", "case owner in the circle"),
            OwnerPlace::Outside => ("inbrenger buiten de kring", "case owner outside the circle"),
            OwnerPlace::Back => (
                "inbrenger met de rug naar de kring",
                "case owner with the back turned",
            ),
            OwnerPlace::Away => ("inbrenger uit de ruimte", "case owner out of the room"),
            OwnerPlace::CameraOff => (
                "inbrenger zonder camera en geluid",
                "case owner with camera and sound off",
            ),
        };
        if self.language == Language::Nl { nl } else { en }
    }

    fn mode(&self, mode: Mode) -> &'static str {
        let (nl, en) = mode_name(mode);
        if self.language == Language::Nl { nl } else { en }
    }

    fn result(&self, result: ResultKind) -> &'static str {
        let (nl, en) = result_name(result);
        if self.language == Language::Nl { nl } else { en }
    }
}

/// What a role is called, in Dutch and English.
pub fn role_name(role: Role) -> (&'static str, &'static str) {
    match role {
        Role::Owner => ("casusinbrenger", "case owner"),
        Role::Participants => ("deelnemers", "participants"),
        Role::Everyone => ("iedereen", "everyone"),
        Role::Facilitator => ("begeleider", "facilitator"),
        Role::Timekeeper => ("tijdbewaker", "timekeeper"),
        Role::Scribe => ("notulist", "note taker"),
        Role::Observer => ("observator", "observer"),
        Role::Asker => ("vragensteller", "asker"),
        Role::Thinker => ("meedenker", "thinker"),
        Role::Client => ("wie aan de beurt is", "whose turn it is"),
        Role::Consultants => ("adviseurs", "consultants"),
        Role::Player => ("spelers", "players"),
        Role::Interviewer => ("interviewer", "interviewer"),
        Role::Inner => ("binnenkring", "inner ring"),
        Role::Outer => ("buitenkring", "outer ring"),
    }
}

/// Who sees an entry, in a word or two.
pub fn mode_name(mode: Mode) -> (&'static str, &'static str) {
    match mode {
        Mode::Private => ("alleen zelf", "private"),
        Mode::Blind => ("nog verborgen", "still hidden"),
        Mode::Group => ("voor iedereen", "for everyone"),
        Mode::Owner => ("voor de inbrenger", "for the case owner"),
        Mode::Anonymous => ("anoniem", "anonymous"),
        Mode::Facilitator => ("voor de begeleider", "for the facilitator"),
        Mode::Survey => ("anonieme evaluatie", "anonymous evaluation"),
    }
}

/// What an entry counts as, in a word or two.
pub fn result_name(result: ResultKind) -> (&'static str, &'static str) {
    match result {
        ResultKind::Question => ("vraag", "question"),
        ResultKind::Fact => ("feit", "fact"),
        ResultKind::Insight => ("inzicht", "insight"),
        ResultKind::Advice => ("advies", "advice"),
        ResultKind::CoreQuestion => ("centrale vraag", "central question"),
        ResultKind::Lesson => ("les", "lesson"),
        ResultKind::Action => ("actie", "action"),
        ResultKind::Idea => ("idee", "idea"),
    }
}
