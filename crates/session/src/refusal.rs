//! Why a command was not carried out, in words that say what is possible now.

use serde::{Deserialize, Serialize};

use crate::text::{Language, Text};

/// A command that was not carried out. Nothing changed, and nothing typed is lost: the client keeps it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Refusal {
    /// The session holds events that this version cannot read.
    ReadOnly,
    /// The key is empty or too long.
    BadKey,
    /// The session is not open.
    NotOpen,
    /// The session is open already.
    AlreadyOpen,
    /// The report is released; nothing is accepted any more.
    Closed,
    /// This part of the report is released; nothing in it changes any more.
    PartReleased,
    /// The meeting has not begun.
    NotBegun,
    /// The meeting has begun already.
    AlreadyBegun,
    /// The meeting is over; only the report can be looked after.
    Over,
    /// The meeting is not over yet.
    NotOver,
    /// Nobody has this seat.
    UnknownSeat,
    /// This person is not there.
    NotHere,
    /// The group agreements come first.
    AgreementsFirst,
    /// Another version of the agreements is in force.
    OtherAgreements {
        /// The version in force.
        version: u32,
    },
    /// Only whoever leads may do this.
    OnlyLead,
    /// Only the house may do this.
    OnlyHouse,
    /// Only the case owner may do this.
    OnlyOwner,
    /// Nobody leads; somebody must take the lead first.
    NobodyLeads,
    /// The facilitator is there; the lead cannot be taken.
    LeadIsHere {
        /// Seconds until it can, when the line is lost.
        wait: Option<u32>,
    },
    /// This person leads already.
    LeadAlready,
    /// The name is empty or too long.
    BadName,
    /// This step has nothing like that.
    NotInThisStep,
    /// This is not for this person in this step.
    NotForYou,
    /// This is somebody else's.
    NotYours,
    /// There is no such thing any more.
    Gone,
    /// Nothing is written.
    Empty,
    /// The text is longer than can be kept.
    TooLong {
        /// Most characters.
        max: u32,
    },
    /// More words than asked.
    TooManyWords {
        /// Most words.
        max: u16,
        /// Words written.
        has: u16,
    },
    /// More sentences than asked.
    TooManySentences {
        /// Most sentences.
        max: u16,
    },
    /// No more entries in this step.
    Enough {
        /// Most entries.
        max: u16,
    },
    /// A field of a form has an answer that does not fit.
    BadField {
        /// The field.
        field: String,
    },
    /// The board has no such place.
    NoSuchPlace,
    /// The entries are shown already.
    AlreadyShown,
    /// The scale has no such word.
    NotOnScale,
    /// No more marks or votes.
    NoVotesLeft {
        /// How many there are.
        max: u16,
    },
    /// There is no case to choose.
    NoCases,
    /// The case owner is not there.
    OwnerMissing,
    /// There is no clock that runs.
    NoClock,
    /// The clock stands still already, or runs already.
    ClockAlready,
    /// A side conversation is going on.
    SideTalkFirst,
    /// There is no side conversation.
    NoSideTalk,
    /// It is nobody's turn, or somebody else's.
    NotYourTurn,
    /// There is no earlier step.
    NoEarlierStep,
    /// The step is in another part or over already.
    CannotGoThere,
    /// The steps cannot change places.
    CannotReorder,
    /// A module must be chosen first.
    ChooseModuleFirst,
    /// Which case it will be must be chosen first, or the step skipped.
    ChooseCaseFirst,
    /// The plan changed meanwhile.
    Outdated,
    /// The group is in another step than the one this was meant for.
    MovedOn,
    /// The role is taken, or not needed.
    RoleTaken,
    /// Whoever leads, owns a case or was invited to speak does not only watch.
    CannotWatch,
    /// Somebody would have left before they arrived.
    LeftBeforeArrival,
    /// A length out of bounds.
    BadLength,
}

impl Refusal {
    /// What to tell the person.
    pub fn message(&self, language: Language) -> String {
        self.text().get(language).to_owned()
    }

    fn text(&self) -> Text {
        match self {
            Self::TooLong { max } => Text::new(
                format!("Dit is te lang om te bewaren. Houd het onder {max} tekens."),
                format!("This is too long to keep. Stay under {max} characters."),
            ),
            Self::TooManyWords { max, has } => Text::new(
                format!(
                    "Je hebt {has} woorden, hier passen er {max}. Maak het korter; je tekst blijft staan."
                ),
                format!(
                    "You have {has} words and there is room for {max}. Make it shorter; your text stays."
                ),
            ),
            Self::TooManySentences { max } => Text::new(
                format!("Hier passen {max} zinnen. Maak het korter; je tekst blijft staan."),
                format!("There is room for {max} sentences. Make it shorter; your text stays."),
            ),
            Self::Enough { max } => Text::new(
                format!("Je hebt er al {max}. Je kunt een eerdere aanpassen."),
                format!("You already have {max}. You can change an earlier one."),
            ),
            Self::NoVotesLeft { max } => Text::new(
                format!("Je hebt er {max} en die zijn op. Haal er eerst een weg."),
                format!("You have {max} and they are used. Take one back first."),
            ),
            Self::OtherAgreements { version } => Text::new(
                format!("De afspraken zijn vernieuwd (versie {version}). Lees ze nog een keer."),
                format!("The agreements are new (version {version}). Please read them again."),
            ),
            Self::LeadIsHere { wait: Some(wait) } => Text::new(
                format!("De begeleider is de lijn kwijt. Over {wait} seconden kun je overnemen."),
                format!("The facilitator lost the line. You can take over in {wait} seconds."),
            ),
            Self::BadField { field } => Text::new(
                format!("Het antwoord bij \"{field}\" past niet. Kijk het nog eens na."),
                format!("The answer to \"{field}\" does not fit. Please check it."),
            ),
            fixed => {
                let (nl, en) = fixed.fixed();
                Text::new(nl, en)
            }
        }
    }

    fn fixed(&self) -> (&'static str, &'static str) {
        self.about_the_session()
            .or_else(|| self.about_the_script())
            .or_else(|| self.about_people())
            .or_else(|| self.about_writing())
            .unwrap_or((
                "Dat kan nu niet. Ververs de pagina om te zien wat wel kan.",
                "That is not possible now. Refresh the page to see what is.",
            ))
    }

    fn about_the_session(&self) -> Option<(&'static str, &'static str)> {
        Some(match self {
            Self::ReadOnly => (
                "Deze sessie bevat gegevens die deze versie niet kan lezen. Je kunt alles bekijken, maar niets wijzigen. Vraag de beheerder om Kring bij te werken.",
                "This session holds data that this version cannot read. You can look at everything but change nothing. Ask the administrator to update Kring.",
            ),
            Self::NotOpen => (
                "Deze sessie is nog niet geopend.",
                "This session is not open yet.",
            ),
            Self::AlreadyOpen => (
                "Deze sessie is al open. Je kunt meedoen.",
                "This session is open already. You can join.",
            ),
            Self::Closed => (
                "Deze bijeenkomst is afgesloten. Je kunt het verslag lezen.",
                "This meeting is closed. You can read the report.",
            ),
            Self::PartReleased => (
                "Dit deel van het verslag is vrijgegeven. Daar verandert niets meer aan.",
                "This part of the report is released. Nothing in it changes any more.",
            ),
            Self::NotBegun => (
                "De bijeenkomst is nog niet begonnen.",
                "The meeting has not begun yet.",
            ),
            Self::AlreadyBegun => (
                "De bijeenkomst is al begonnen. Ga verder met de volgende stap.",
                "The meeting has begun already. Go on with the next step.",
            ),
            Self::Over => (
                "De bijeenkomst is voorbij. Je kunt het verslag nog nalopen.",
                "The meeting is over. You can still look through the report.",
            ),
            Self::NotOver => (
                "De bijeenkomst loopt nog. Sluit haar eerst af.",
                "The meeting is still going on. End it first.",
            ),
            _ => return None,
        })
    }

    fn about_the_script(&self) -> Option<(&'static str, &'static str)> {
        Some(match self {
            Self::NoClock => ("Deze stap heeft geen klok.", "This step has no clock."),
            Self::ClockAlready => ("De klok stond al zo.", "The clock was like that already."),
            Self::SideTalkFirst => (
                "Sluit eerst het tussengesprek af.",
                "Close the side conversation first.",
            ),
            Self::NoSideTalk => ("Er is geen tussengesprek.", "There is no side conversation."),
            Self::NoEarlierStep => ("Dit is de eerste stap.", "This is the first step."),
            Self::CannotGoThere => (
                "Naar die stap kun je nu niet. Ga verder of terug.",
                "You cannot go to that step now. Go on or back.",
            ),
            Self::CannotReorder => (
                "Deze stappen kunnen niet meer van plek wisselen.",
                "These steps can no longer change places.",
            ),
            Self::ChooseModuleFirst => (
                "Kies eerst een werkvorm voor deze stap.",
                "Choose a form for this step first.",
            ),
            Self::ChooseCaseFirst => (
                "Kies eerst welke casus jullie bespreken. Liever geen casus? Sla deze stap dan over, bij Alle stappen.",
                "First choose which case you will discuss. Rather no case? Then skip this step, under All steps.",
            ),
            Self::Outdated => (
                "Het plan is intussen veranderd. Ververs de pagina en probeer het opnieuw.",
                "The plan has changed meanwhile. Refresh the page and try again.",
            ),
            Self::MovedOn => (
                "De groep was al een stap verder. Er is niets overgeslagen; kijk waar jullie nu zijn.",
                "The group had moved to another step already. Nothing was skipped; see where you are now.",
            ),
            Self::BadLength => (
                "Kies een tijd tussen een halve minuut en vier uur.",
                "Choose a length between half a minute and four hours.",
            ),
            _ => return None,
        })
    }

    fn about_people(&self) -> Option<(&'static str, &'static str)> {
        Some(match self {
            Self::UnknownSeat => (
                "Deze plek is er niet. Ga opnieuw naar binnen met de link.",
                "This seat does not exist. Come in again by the link.",
            ),
            Self::NotHere => ("Deze persoon is er nu niet.", "This person is not here now."),
            Self::AgreementsFirst => (
                "Lees eerst de afspraken van de groep en zeg dat je akkoord bent.",
                "Read the agreements of the group first and say that you agree.",
            ),
            Self::OnlyLead => (
                "Dat doet de begeleider. Vraag het in de groep.",
                "The facilitator does that. Ask in the group.",
            ),
            Self::OnlyHouse => ("Dat gaat vanzelf.", "That happens by itself."),
            Self::OnlyOwner => ("Dat doet de casusinbrenger.", "The case owner does that."),
            Self::NobodyLeads => (
                "Niemand begeleidt nu. Neem eerst de leiding.",
                "Nobody leads now. Take the lead first.",
            ),
            Self::LeadIsHere { .. } => (
                "De begeleider is er. Vraag of je de leiding kunt krijgen.",
                "The facilitator is here. Ask for the lead.",
            ),
            Self::LeadAlready => ("Je begeleidt al.", "You lead already."),
            Self::BadName => (
                "Schrijf een naam van hooguit 60 tekens.",
                "Write a name of at most 60 characters.",
            ),
            Self::NotForYou => (
                "Dit is in deze stap niet aan jou. Kijk wat er van jou gevraagd wordt.",
                "This is not yours to do in this step. See what is asked of you.",
            ),
            Self::NotYourTurn => ("Je bent nu niet aan de beurt.", "It is not your turn now."),
            Self::LeftBeforeArrival => (
                "Het vertrek ligt voor de aankomst. Kijk de tijden nog eens na.",
                "Leaving comes before arriving. Please check the times.",
            ),
            Self::RoleTaken => (
                "Deze rol is al vergeven, of is nu niet nodig.",
                "This role is taken, or not needed now.",
            ),
            Self::CannotWatch => (
                "Wie begeleidt, een casus inbrengt of te gast spreekt, doet mee.",
                "Whoever leads, brings a case or was invited to speak takes part.",
            ),
            Self::OwnerMissing => (
                "De inbrenger van deze casus is er niet. Kies een andere casus.",
                "The owner of this case is not here. Choose another case.",
            ),
            _ => return None,
        })
    }

    fn about_writing(&self) -> Option<(&'static str, &'static str)> {
        Some(match self {
            Self::BadKey => (
                "Er ging iets mis bij het versturen. Probeer het nog een keer.",
                "Something went wrong while sending. Please try again.",
            ),
            Self::NotInThisStep => (
                "Dat hoort niet bij deze stap.",
                "That does not belong to this step.",
            ),
            Self::NotYours => ("Dit is van iemand anders.", "This is somebody else's."),
            Self::Gone => ("Dit is er niet meer.", "This is no longer there."),
            Self::Empty => (
                "Er staat nog niets. Schrijf eerst iets.",
                "There is nothing yet. Write something first.",
            ),
            Self::NoSuchPlace => ("Kies een vak op het bord.", "Choose a place on the board."),
            Self::AlreadyShown => (
                "Dit is al getoond en blijft zo staan.",
                "This has been shown already and stays as it is.",
            ),
            Self::NotOnScale => (
                "Kies een van de gegeven woorden.",
                "Choose one of the given words.",
            ),
            Self::NoCases => (
                "Er is nog geen casus om te kiezen. Breng er een in.",
                "There is no case to choose yet. Bring one in.",
            ),
            _ => return None,
        })
    }
}
