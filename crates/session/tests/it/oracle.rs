//! Who may see what, worked out from the log alone and in another way than the engine does it.
//!
//! Every text of a random session holds a token of its own. The oracle knows for each token whose it is and may
//! therefore say of any view, as text, whether something leaked.

use std::collections::{BTreeMap, BTreeSet};

use session::Eyes;
use session::event::{Body, Event, Recorded};
use session::ids::{BlockNo, CardNo, CaseNo, InputNo, Seat, VisitNo};
use session::model::{CaseNeed, Mode, Role};
use session::script::Script;

/// What a card is known to be.
#[derive(Clone, Debug)]
struct Known {
    visit: VisitNo,
    input: InputNo,
    writers: Vec<Seat>,
    says: BTreeSet<String>,
}

/// Whose a token is.
#[derive(Clone, Debug)]
enum Whose {
    Card(CardNo),
    Field(CaseNo, String),
    Note(Seat),
}

/// What the log says about sight.
#[derive(Clone, Debug, Default)]
pub(crate) struct Oracle {
    script: Script,
    accepted: BTreeSet<Seat>,
    needs_agreement: bool,
    lead: Option<Seat>,
    persons: Vec<String>,
    case_persons: Vec<BTreeSet<String>>,
    owners: Vec<Vec<Seat>>,
    open_fields: BTreeSet<(CaseNo, String)>,
    next_case: Option<CaseNo>,
    case_of: BTreeMap<BlockNo, CaseNo>,
    role_owners: Vec<Seat>,
    visits: Vec<BlockNo>,
    current: Option<VisitNo>,
    revealed: BTreeSet<(VisitNo, InputNo)>,
    cards: BTreeMap<CardNo, Known>,
    tokens: BTreeMap<String, Whose>,
}

/// The tokens in a text.
pub(crate) fn tokens(text: &str) -> BTreeSet<String> {
    let parts = text.split("tok").skip(1);
    let number = |part: &str| part.chars().take_while(char::is_ascii_digit).collect::<String>();
    parts
        .map(number)
        .filter(|digits| !digits.is_empty())
        .map(|digits| format!("tok{digits}"))
        .collect()
}

fn body(body: &Body) -> String {
    match body {
        Body::Text(text) => text.clone(),
        Body::Form(answers) => answers.values().cloned().collect::<Vec<_>>().join(" "),
    }
}

impl Oracle {
    /// Takes one more event in.
    pub(crate) fn hear(&mut self, recorded: &Recorded) {
        match &recorded.event {
            Event::CardAdded(card) => {
                let writers = card.author.into_iter().chain(card.typed_by).collect();
                self.card(card.card, card.visit, card.input, writers, &body(&card.body));
            }
            Event::CardChanged { card, body: new } => {
                self.note(*card, &body(new));
                if let Some(known) = self.cards.get_mut(card) {
                    known.says = tokens(&body(new));
                }
            }
            Event::CardRemoved { card } => drop(self.cards.remove(card)),
            Event::Rated {
                card,
                note: Some(note),
                ..
            } => self.note(*card, note),
            Event::Picked {
                card, why: Some(why), ..
            } => self.note(*card, why),
            Event::Voted { card, ballot, .. } => self.note(*card, ballot.need.as_deref().unwrap_or_default()),
            Event::Sealed(sealed) => {
                for old in &sealed.old {
                    self.cards.remove(old);
                }
                for card in &sealed.cards {
                    self.card(
                        card.card,
                        sealed.visit,
                        sealed.input,
                        Vec::new(),
                        &body(&card.body),
                    );
                    let whys = card.picks.values().flatten();
                    let needs = card.votes.values().filter_map(|ballot| ballot.need.as_ref());
                    let notes = card.ratings.values().filter_map(|(_, note)| note.as_ref());
                    for text in whys.chain(needs).chain(notes) {
                        self.note(card.card, text);
                    }
                }
            }
            Event::Revealed { visit, input, .. } => drop(self.revealed.insert((*visit, *input))),
            other => self.hear_of_people(other),
        }
    }

    fn hear_of_people(&mut self, event: &Event) {
        match event {
            Event::Opened(opening) => {
                self.script = opening.script.clone();
                self.needs_agreement = opening.agreements.is_some();
                for (n, case) in opening.cases.iter().enumerate() {
                    self.case_persons.push(case.owners.iter().cloned().collect());
                    self.owners.push(Vec::new());
                    for (field, text) in &case.fields {
                        self.field(CaseNo::at(n), field, text);
                    }
                }
            }
            Event::Joined { seat, who } => {
                self.persons.push(who.person.clone());
                self.give_cases(*seat);
                if !self.needs_agreement {
                    self.accepted.insert(*seat);
                }
                if who.attends == session::event::Attends::Facilitator && self.lead.is_none() {
                    self.lead = Some(*seat);
                }
            }
            Event::Returned { seat, .. } => self.give_cases(*seat),
            Event::AgreementsAccepted { seat } => drop(self.accepted.insert(*seat)),
            Event::LeadGiven { to } | Event::LeadTaken { by: to } | Event::LeadReturned { to } => {
                self.lead = Some(*to);
            }
            Event::RoleGiven {
                role: Role::Owner,
                seats,
            } => self.role_owners.clone_from(seats),
            other => self.hear_of_the_script(other),
        }
    }

    fn hear_of_the_script(&mut self, event: &Event) {
        match event {
            Event::BlockAdded(added) => {
                self.script.blocks.push(added.block.clone());
                self.script.steps.extend(added.steps.iter().cloned());
                self.script.inputs.extend(added.inputs.iter().cloned());
            }
            Event::Entered(entered) => {
                let block = entered.cursor.block;
                if entered.visit.index() == self.visits.len() {
                    self.visits.push(block);
                }
                self.current = Some(entered.visit);
                if self.wants_case(block)
                    && let Some(case) = self.next_case.take()
                {
                    self.case_of.entry(block).or_insert(case);
                }
            }
            Event::CaseProposed { owners, .. } => {
                let persons = owners
                    .iter()
                    .filter_map(|seat| self.persons.get(seat.index()).cloned());
                self.case_persons.push(persons.collect());
                self.owners.push(owners.clone());
            }
            Event::CaseChosen { case, owners, .. } => {
                self.owners[case.index()].clone_from(owners);
                match self.current.map(|visit| self.visits[visit.index()]) {
                    Some(block) if self.wants_case(block) => drop(self.case_of.insert(block, *case)),
                    _ => self.next_case = Some(*case),
                }
            }
            Event::FieldFilled { field, text } => {
                if let Some(case) = self.case_here() {
                    self.field(case, field, text);
                }
            }
            Event::Noted { seat, text, .. } => {
                for token in tokens(text) {
                    self.tokens.insert(token, Whose::Note(*seat));
                }
            }
            Event::FieldUnlocked { field } => {
                if let Some(case) = self.case_here() {
                    self.open_fields.insert((case, field.clone()));
                }
            }
            _ => {}
        }
    }

    fn wants_case(&self, block: BlockNo) -> bool {
        self.script.blocks[block.index()].case == CaseNeed::One
    }

    fn give_cases(&mut self, seat: Seat) {
        let person = &self.persons[seat.index()];
        for (persons, owners) in self.case_persons.iter().zip(&mut self.owners) {
            if persons.contains(person) && !owners.contains(&seat) {
                owners.push(seat);
            }
        }
    }

    fn case_here(&self) -> Option<CaseNo> {
        let block = self.visits.get(self.current?.index())?;
        self.case_of.get(block).copied()
    }

    fn owners_in(&self, block: BlockNo) -> &[Seat] {
        match self.case_of.get(&block) {
            Some(case) => &self.owners[case.index()],
            None => &self.role_owners,
        }
    }

    fn card(&mut self, no: CardNo, visit: VisitNo, input: InputNo, writers: Vec<Seat>, text: &str) {
        let says = tokens(text);
        self.cards.insert(
            no,
            Known {
                visit,
                input,
                writers,
                says,
            },
        );
        self.note(no, text);
    }

    fn note(&mut self, card: CardNo, text: &str) {
        for token in tokens(text) {
            self.tokens.insert(token, Whose::Card(card));
        }
    }

    fn field(&mut self, case: CaseNo, field: &str, text: &str) {
        for token in tokens(text) {
            self.tokens.insert(token, Whose::Field(case, field.to_owned()));
        }
    }

    /// Whether these eyes may ever meet this token now.
    pub(crate) fn may_see(&self, eyes: Eyes, token: &str) -> bool {
        if let Eyes::Seat(seat) = eyes
            && !self.accepted.contains(&seat)
        {
            return false;
        }
        match self.tokens.get(token) {
            Some(Whose::Card(card)) => self
                .cards
                .get(card)
                .is_some_and(|card| self.may_see_card(eyes, card)),
            Some(Whose::Field(case, field)) => {
                let open = self.open_fields.contains(&(*case, field.clone()));
                let owns = matches!(eyes, Eyes::Seat(seat) if self.owners[case.index()].contains(&seat));
                open || owns
            }
            Some(Whose::Note(seat)) => eyes == Eyes::Seat(*seat),
            // Titles of cases, notes on actions and reasons for skipping are told to everybody.
            None => true,
        }
    }

    fn may_see_card(&self, eyes: Eyes, card: &Known) -> bool {
        let mode = self.script.inputs[card.input.index()].input.mode;
        let block = self.visits[card.visit.index()];
        let everybody = match mode {
            Mode::Group | Mode::Anonymous => true,
            Mode::Blind => self.revealed.contains(&(card.visit, card.input)),
            Mode::Private | Mode::Owner | Mode::Facilitator | Mode::Survey => false,
        };
        let Eyes::Seat(seat) = eyes else { return everybody };
        everybody
            || card.writers.contains(&seat)
            || (mode == Mode::Owner && self.owners_in(block).contains(&seat))
            || (mode == Mode::Facilitator && self.lead == Some(seat))
    }

    /// Tokens of cards of these inputs that these eyes must find in their view.
    pub(crate) fn must_see(&self, eyes: Eyes, inputs: &[InputNo]) -> BTreeSet<String> {
        let cards = self
            .cards
            .iter()
            .filter(|(no, card)| inputs.contains(&card.input) && self.counts(**no, card));
        let cards = cards.map(|(_, card)| card);
        let said = cards.flat_map(|card| card.says.iter());
        said.filter(|token| self.may_see(eyes, token)).cloned().collect()
    }

    /// One text of the group that was written anew stands in the place of the earlier one.
    fn counts(&self, no: CardNo, card: &Known) -> bool {
        let input = &self.script.inputs[card.input.index()].input;
        let later = |other: &CardNo| self.cards[other].input == card.input && *other > no;
        !(input.together && input.max == Some(1) && self.cards.keys().any(later))
    }
}
