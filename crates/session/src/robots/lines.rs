//! What robots say. One small invented case, so that a transcript reads like a meeting.

use crate::model::{FormFieldKind, ResultKind};
use crate::text::Text;

/// Names of the robots, in the order of the seats. First names only, clearly invented people.
pub(super) const NAMES: [&str; 30] = [
    "Anna", "Bram", "Chitra", "Daan", "Esra", "Femke", "Gijs", "Hatice", "Ilse", "Jamal", "Karin", "Luuk",
    "Mina", "Noor", "Otto", "Pien", "Quinten", "Roos", "Sami", "Tess", "Umar", "Vera", "Wout", "Xandra",
    "Yara", "Zeger", "Abel", "Bente", "Cas", "Dunya",
];

/// Who leads.
pub(super) const LEAD: &str = "Mirjam";

/// Who can take the lead over.
pub(super) const SECOND_LEAD: &str = "Ruben";

/// Titles and questions of the cases.
pub(super) fn case(n: usize) -> (Text, Text) {
    let cases = [
        (
            (
                "De medicijndispenser blijft in de kast",
                "The medication dispenser stays in the cupboard",
            ),
            (
                "Hoe krijg ik mijn team zover dat het de dispenser echt gebruikt?",
                "How do I get my team to really use the dispenser?",
            ),
        ),
        (
            ("Een cliënt die steeds afzegt", "A client who keeps cancelling"),
            (
                "Wat kan ik doen om het contact te houden?",
                "What can I do to keep in touch?",
            ),
        ),
        (
            ("Grenzen aan mijn taken", "Limits to my tasks"),
            (
                "Hoe zeg ik nee zonder de sfeer te bederven?",
                "How do I say no without spoiling the mood?",
            ),
        ),
    ];
    let ((title_nl, title_en), (question_nl, question_en)) = match n % 3 {
        0 => (cases[0].0, cases[0].1),
        1 => (cases[1].0, cases[1].1),
        _ => (cases[2].0, cases[2].1),
    };
    (Text::new(title_nl, title_en), Text::new(question_nl, question_en))
}

type Bank = &'static [(&'static str, &'static str)];

const QUESTIONS: Bank = &[
    (
        "Wat gebeurt er precies op het moment dat het misgaat?",
        "What exactly happens when it goes wrong?",
    ),
    (
        "Wie heeft er last van, en wie niet?",
        "Who suffers from it, and who does not?",
    ),
    ("Wat heb je zelf al geprobeerd?", "What have you tried yourself?"),
    (
        "Waar ben je bang voor als je niets doet?",
        "What do you fear if you do nothing?",
    ),
    ("Wanneer ging het wel goed?", "When did it go well?"),
];

const FACTS: Bank = &[
    (
        "Vier van de tien collega's kregen uitleg.",
        "Four of ten colleagues were shown how it works.",
    ),
    (
        "De leverancier belt pas na drie dagen terug.",
        "The supplier calls back only after three days.",
    ),
    (
        "Twee cliënten gebruiken de dispenser al.",
        "Two clients use the dispenser already.",
    ),
];

const CORE_QUESTIONS: Bank = &[
    (
        "hoe ik collega's tijd geef om te oefenen",
        "how I can give colleagues time to practise",
    ),
    (
        "hoe we storingen zo melden dat er iets gebeurt",
        "how we can report failures so that something happens",
    ),
    (
        "wat ik nodig heb om het voortouw te nemen",
        "what I need in order to take the lead",
    ),
    (
        "waarom we begonnen zonder iedereen te vragen",
        "why we began without asking everybody",
    ),
];

const ADVICES: Bank = &[
    (
        "Maak twee collega's vraagbaak en geef ze er tijd voor.",
        "Make two colleagues the ones to ask, and give them time for it.",
    ),
    (
        "Oefen een kwartier tijdens de overdracht.",
        "Practise for a quarter of an hour at the handover.",
    ),
    (
        "Schrijf een maand lang elke storing op en bespreek de lijst.",
        "Write down every failure for a month and discuss the list.",
    ),
    (
        "Begin met één cliënt en vier wat lukt.",
        "Begin with one client and celebrate what works.",
    ),
];

const INSIGHTS: Bank = &[
    (
        "Weerstand is hier vooral gebrek aan tijd.",
        "Resistance here is mostly a lack of time.",
    ),
    ("Ik wilde het alleen oplossen.", "I wanted to solve it on my own."),
    (
        "Het team mist iemand om het aan te vragen.",
        "The team lacks somebody to ask.",
    ),
];

const LESSONS: Bank = &[
    (
        "Eerst vragen, dan pas raad geven.",
        "First ask, only then advise.",
    ),
    (
        "Klein beginnen is ook beginnen.",
        "A small beginning is a beginning.",
    ),
    (
        "Ik ben niet de enige die hierop vastloopt.",
        "I am not the only one who gets stuck here.",
    ),
];

const IDEAS: Bank = &[
    (
        "Een oefenmiddag met de leverancier.",
        "An afternoon of practice with the supplier.",
    ),
    (
        "Een kaart met de vijf meest gestelde vragen.",
        "A card with the five most common questions.",
    ),
    (
        "Meelopen bij een team dat verder is.",
        "Spend a day with a team that is further along.",
    ),
];

const ACTIONS: Bank = &[
    (
        "Ik vraag twee collega's om vraagbaak te worden.",
        "I ask two colleagues to become the ones to ask.",
    ),
    (
        "Ik bel de leverancier over de storingen.",
        "I call the supplier about the failures.",
    ),
];

const NOTES: Bank = &[
    (
        "Hier wil ik straks op terugkomen.",
        "I want to come back to this.",
    ),
    ("Dit raakt me.", "This touches me."),
    (
        "Let op: dit zei de ander ook al.",
        "Note: the other one said this too.",
    ),
];

/// A sentence of a kind; `None` is a note.
pub(super) fn sentence(kind: Option<ResultKind>, n: usize) -> Text {
    let bank = match kind {
        Some(ResultKind::Question) => QUESTIONS,
        Some(ResultKind::Fact) => FACTS,
        Some(ResultKind::CoreQuestion) => CORE_QUESTIONS,
        Some(ResultKind::Advice) => ADVICES,
        Some(ResultKind::Insight) => INSIGHTS,
        Some(ResultKind::Lesson) => LESSONS,
        Some(ResultKind::Idea) => IDEAS,
        Some(ResultKind::Action) => ACTIONS,
        None => NOTES,
    };
    let (nl, en) = bank.get(n % bank.len().max(1)).copied().unwrap_or_default();
    Text::new(nl, en)
}

/// An answer to a field of a form.
pub(super) fn answer(kind: FormFieldKind, n: usize) -> Text {
    let same = |text: String| Text::new(text.clone(), text);
    match kind {
        FormFieldKind::Text => sentence(Some(ResultKind::Insight), n),
        FormFieldKind::Number => same((n % 10).to_string()),
        FormFieldKind::YesNo => same(if n.is_multiple_of(3) { "no" } else { "yes" }.to_owned()),
        FormFieldKind::Scale5 => same((3 + n % 3).to_string()),
        FormFieldKind::Grade10 => same((6 + n % 4).to_string()),
        FormFieldKind::Date => same("2027-02-01".to_owned()),
        FormFieldKind::Person => same((n % 3).to_string()),
    }
}

/// Why somebody takes something along.
pub(super) fn why(n: usize) -> Text {
    let reasons = [
        ("Dit kan ik morgen al doen.", "I can do this tomorrow."),
        (
            "Hier had ik zelf niet aan gedacht.",
            "I had not thought of this myself.",
        ),
    ];
    let (nl, en) = if n.is_multiple_of(2) {
        reasons[0]
    } else {
        reasons[1]
    };
    Text::new(nl, en)
}

/// A row of a table.
pub(super) fn row(n: usize) -> Text {
    match n % 3 {
        0 => Text::new("cliënt", "client"),
        1 => Text::new("team", "team"),
        _ => Text::new("mantelzorger", "carer"),
    }
}
