//! Which method fits? Data in, reasons out.

use serde::Serialize;

use crate::catalogue::Catalogue;
use crate::compile::{Plan, compile};
use crate::event::{Event, Newcomer, Opening, Recorded};
use crate::ids::{At, Seat, Seq};
use crate::model::{CaseNeed, Experience, Lead, Method, Role, Situation, Trust, Word};
use crate::script::Script;
use crate::state::State;
use crate::text::Text;

/// What a group has and wants. Everything but the number of people may stay open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wish {
    /// People who take part, the facilitator not counted.
    pub people: u16,
    /// Minutes there are for the method.
    pub minutes: Option<u16>,
    /// How practised the group is.
    pub experience: Option<Experience>,
    /// How well they know each other.
    pub trust: Option<Trust>,
    /// Who will lead.
    pub lead: Option<Lead>,
    /// What the question is like.
    pub situation: Option<Situation>,
    /// Whether they work in writing, over days.
    pub written: bool,
}

/// One suggestion, with reasons a person can read.
#[derive(Clone, Debug, Serialize)]
pub struct Suggestion<'c> {
    /// Id of the method.
    pub id: &'c str,
    /// Its name.
    pub name: &'c Text,
    /// Minutes it takes with this many people.
    pub minutes: u32,
    /// The higher, the better it fits.
    pub score: i32,
    /// Why it fits.
    pub reasons: Vec<Text>,
    /// What to mind.
    pub warnings: Vec<Text>,
}

/// Methods that can be done with these people in this time, best first.
///
/// A method that cannot be done (too few people, far too long) is left out; one that can be done but asks for more
/// trust or experience comes with a warning, since the group knows itself best.
pub fn suggest<'c>(catalogue: &'c Catalogue, wish: &Wish) -> Vec<Suggestion<'c>> {
    let possible = catalogue.methods().filter(|method| fits(method, wish));
    let mut suggestions: Vec<Suggestion<'c>> = possible
        .filter_map(|method| weigh(catalogue, method, wish))
        .collect();
    suggestions.sort_by(|a, b| b.score.cmp(&a.score).then_with(|| a.id.cmp(b.id)));
    suggestions
}

fn fits(method: &Method, wish: &Wish) -> bool {
    let size = (method.group.min..=method.group.max).contains(&wish.people);
    size && (method.written || !wish.written)
}

fn weigh<'c>(catalogue: &'c Catalogue, method: &'c Method, wish: &Wish) -> Option<Suggestion<'c>> {
    let minutes = minutes(catalogue, &method.id, wish.people)?;
    let mut suggestion = Suggestion {
        id: &method.id,
        name: &method.name,
        minutes,
        score: 0,
        reasons: Vec::new(),
        warnings: Vec::new(),
    };
    suggestion.weigh_situation(method, wish);
    suggestion.weigh_size(method, wish);
    suggestion.weigh_demands(method, wish);
    suggestion.weigh_time(wish).then_some(suggestion)
}

impl Suggestion<'_> {
    fn weigh_situation(&mut self, method: &Method, wish: &Wish) {
        let Some(situation) = wish.situation else { return };
        let rank = method
            .suits
            .iter()
            .find(|suit| suit.situation == situation)
            .map(|suit| suit.rank);
        let label = situation_label(situation);
        match rank {
            Some(1) => self.reason(
                60,
                Text::new(
                    format!("Eerste keus bij: {}.", label.nl),
                    format!("First choice for: {}.", label.en),
                ),
            ),
            Some(_) => self.reason(
                40,
                Text::new(
                    format!("Goede keus bij: {}.", label.nl),
                    format!("Good choice for: {}.", label.en),
                ),
            ),
            None => self.score -= 20,
        }
    }

    fn weigh_size(&mut self, method: &Method, wish: &Wish) {
        let group = method.group;
        if (group.best_from..=group.best_to).contains(&wish.people) {
            let (from, to) = (group.best_from, group.best_to);
            self.reason(
                15,
                Text::new(
                    format!("Werkt het best met {from} tot {to} mensen."),
                    format!("Works best with {from} to {to} people."),
                ),
            );
        }
        if let Some(split) = group.split.filter(|split| wish.people > *split) {
            let count = wish.people.div_ceil(split);
            self.warnings.push(Text::new(
                format!("Jullie werken in {count} groepjes naast elkaar."),
                format!("You work in {count} groups side by side."),
            ));
        }
    }

    fn weigh_demands(&mut self, method: &Method, wish: &Wish) {
        match wish.trust {
            Some(trust) if method.trust > trust => self.mind(
                25 * (method.trust as i32 - trust as i32),
                Text::new(
                    "Vraagt meer vertrouwen in de groep.",
                    "Needs more trust in the group.",
                ),
            ),
            Some(trust) => self.reason(
                // A method that uses the trust there is goes before one that needs none.
                if method.trust == trust { 12 } else { 10 },
                Text::new(
                    "Past bij hoe goed jullie elkaar kennen.",
                    "Fits how well you know each other.",
                ),
            ),
            None => {}
        }
        match wish.experience {
            Some(experience) if method.experience > experience => self.mind(
                20 * (method.experience as i32 - experience as i32),
                Text::new(
                    "Vraagt meer ervaring met intervisie.",
                    "Needs more experience with peer consultation.",
                ),
            ),
            Some(experience) => self.reason(
                if method.experience == experience { 12 } else { 10 },
                Text::new("Past bij jullie ervaring.", "Fits your experience."),
            ),
            None => {}
        }
        if let Some(lead) = wish.lead.filter(|lead| method.lead > *lead) {
            let trained = method.lead == Lead::Trained;
            let (nl, en) = if trained {
                (
                    "Vraagt een getrainde gespreksleider.",
                    "Needs a trained facilitator.",
                )
            } else {
                ("Gaat beter met een begeleider.", "Goes better with a guide.")
            };
            self.mind(20 * (method.lead as i32 - lead as i32), Text::new(nl, en));
        }
    }

    /// Whether the time is enough. A few minutes too long can be shortened.
    fn weigh_time(&mut self, wish: &Wish) -> bool {
        let (needed, Some(has)) = (self.minutes, wish.minutes.map(u32::from)) else {
            return true;
        };
        if needed <= has {
            self.reason(
                if needed * 2 >= has { 15 } else { 5 },
                Text::new(
                    format!("Duurt {needed} minuten, jullie hebben {has}."),
                    format!("Takes {needed} minutes, you have {has}."),
                ),
            );
            return true;
        }
        let over = needed - has;
        self.mind(
            15,
            Text::new(
                format!("Duurt {over} minuten langer dan jullie hebben: kort een paar stappen in."),
                format!("Takes {over} minutes longer than you have: shorten a few steps."),
            ),
        );
        over * 6 <= has
    }

    fn reason(&mut self, score: i32, text: Text) {
        self.score += score;
        self.reasons.push(text);
    }

    fn mind(&mut self, cost: i32, text: Text) {
        self.score -= cost;
        self.warnings.push(text);
    }
}

/// Minutes a method takes with a number of people, untimed steps not counted; `None` when it cannot be worked out.
pub fn minutes(catalogue: &Catalogue, method: &str, people: u16) -> Option<u32> {
    let script = compile(&Plan::of_method(method), catalogue).ok()?;
    Some(seconds(&script, people).div_ceil(60))
}

/// Seconds a script takes with a number of people and one case owner, if nobody takes a way back.
pub fn seconds(script: &Script, people: u16) -> u32 {
    rehearsal(script, people)
        .ahead()
        .iter()
        .filter_map(|step| step.seconds)
        .sum()
}

/// A session that is about to begin, with this many people.
fn rehearsal(script: &Script, people: u16) -> State {
    let mut events = vec![Event::Opened(Box::new(Opening {
        script: script.clone(),
        ..Opening::default()
    }))];
    for n in 0..people {
        let who = Newcomer {
            person: n.to_string(),
            name: n.to_string(),
            ..Newcomer::default()
        };
        events.push(Event::Joined { seat: Seat(n), who });
    }
    let owned = script.blocks.iter().any(|block| block.case != CaseNeed::None);
    if owned {
        events.push(Event::RoleGiven {
            role: Role::Owner,
            seats: vec![Seat(0)],
        });
    }
    let mut state = State::default();
    for (n, event) in events.into_iter().enumerate() {
        state.apply(&Recorded {
            seq: Seq(n as u64 + 1),
            at: At(0),
            key: None,
            event,
        });
    }
    state
}

/// What a situation is called.
pub fn situation_label(situation: Situation) -> Text {
    let (nl, en) = match situation {
        Situation::NewGroup => (
            "een nieuwe groep met één knelpunt",
            "a new group with one bottleneck",
        ),
        Situation::SmallQuestions => ("veel kleine vragen", "many small questions"),
        Situation::RecentEvent => ("iets wat pas gebeurd is", "something that happened recently"),
        Situation::Aggression => (
            "agressie of ander heftig gedrag",
            "aggression or other hard behaviour",
        ),
        Situation::Feelings => ("een relatie of sterke gevoelens", "a relation or strong feelings"),
        Situation::MoralChoice => ("een morele keuze", "a moral choice"),
        Situation::Stuck => (
            "iemand die vastzit, in een veilige groep",
            "somebody who is stuck, in a safe group",
        ),
        Situation::Knowledge => ("een vraag waar kennis telt", "a question where knowledge counts"),
        Situation::Review => (
            "terugkijken op je eigen handelen",
            "looking back on your own action",
        ),
        Situation::TiredGroup => ("een groep zonder energie", "a group without energy"),
        Situation::Success => ("iets wat goed ging", "something that went well"),
        Situation::Implementation => ("iets invoeren in de praktijk", "putting something into practice"),
        Situation::LearnToAsk => (
            "leren om goede vragen te stellen",
            "learning to ask good questions",
        ),
        Situation::GroupTension => ("spanning in de groep zelf", "tension in the group itself"),
        Situation::Values => ("waarden en overtuigingen", "values and convictions"),
        Situation::Cooperation => ("een lastige samenwerking", "a difficult cooperation"),
        Situation::Plan => ("een plan of vernieuwing", "a plan or an innovation"),
        Situation::BigGroup => (
            "een grote groep waarin iedereen meedoet",
            "a big group in which everybody takes part",
        ),
    };
    Text::new(nl, en)
}

/// Every situation with its word and label, for a form or a command line.
pub fn situations() -> impl Iterator<Item = (&'static str, Text)> {
    Situation::WORDS
        .iter()
        .filter_map(|word| Some((*word, situation_label(Situation::from_word(word)?))))
}
