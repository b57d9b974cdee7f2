//! What things are called in a story.

use super::Teller;
use crate::event::{Body, SideTalk, Spot};
use crate::ids::{CardNo, InputNo, Seat};
use crate::model::{FormFieldKind, Mode, OwnerPlace, ResultKind, Role};
use crate::text::Language;

impl Teller {
    pub(super) fn short(&self, no: CardNo) -> String {
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

    pub(super) fn body(&self, input: InputNo, body: &Body) -> String {
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

    pub(super) fn answer(&self, kind: FormFieldKind, answer: &str) -> String {
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

    pub(super) fn spot(&self, input: InputNo, spot: &Spot) -> String {
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

    /// A word of the scale or vote of the present step.
    pub(super) fn rating(&self, value: &str) -> String {
        let step = self.state.now_step().map(|step| &step.step);
        let scale = step
            .and_then(|step| step.rate.as_ref())
            .map(|rate| rate.scale.values());
        let vote = step
            .and_then(|step| step.vote.as_ref())
            .map(|vote| vote.kind.values());
        let mut words = scale.into_iter().chain(vote).flatten();
        let found = words.find(|(word, _, _)| *word == value);
        found.map_or(value.to_owned(), |(_, nl, en)| self.t(nl, en).to_owned())
    }

    pub(super) fn roles(&self, roles: &[Role]) -> String {
        roles
            .iter()
            .map(|role| self.role(*role))
            .collect::<Vec<_>>()
            .join(", ")
    }

    pub(super) fn role(&self, role: Role) -> &'static str {
        let (nl, en) = role_name(role);
        match self.language {
            Language::Nl => nl,
            Language::En => en,
        }
    }

    pub(super) fn side_talk(&self, kind: SideTalk) -> &'static str {
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

    /// Who sits where: the case owner, or in small groups whoever has the turn.
    pub(super) fn place(&self, place: OwnerPlace, with_client: bool) -> String {
        let who = self.role(if with_client { Role::Client } else { Role::Owner });
        let place = match place {
            OwnerPlace::Circle => self.t("in de kring", "in the circle"),
            OwnerPlace::Outside => self.t("buiten de kring", "outside the circle"),
            OwnerPlace::Back => self.t("met de rug naar de kring", "with the back turned"),
            OwnerPlace::Away => self.t("uit de ruimte", "out of the room"),
            OwnerPlace::CameraOff => self.t("zonder camera en geluid", "with camera and sound off"),
        };
        format!("{who} {place}")
    }

    pub(super) fn mode(&self, mode: Mode) -> &'static str {
        let (nl, en) = mode_name(mode);
        if self.language == Language::Nl { nl } else { en }
    }

    pub(super) fn result(&self, result: ResultKind) -> &'static str {
        let (nl, en) = result_name(result);
        if self.language == Language::Nl { nl } else { en }
    }
}

/// What a role is called, in Dutch and English.
fn role_name(role: Role) -> (&'static str, &'static str) {
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
        Role::Consultants => ("de anderen", "the others"),
        Role::Player => ("spelers", "players"),
        Role::Interviewer => ("interviewer", "interviewer"),
        Role::Inner => ("binnenkring", "inner ring"),
        Role::Outer => ("buitenkring", "outer ring"),
    }
}

/// Who sees an entry, in a word or two.
fn mode_name(mode: Mode) -> (&'static str, &'static str) {
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
fn result_name(result: ResultKind) -> (&'static str, &'static str) {
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
