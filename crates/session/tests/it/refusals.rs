//! A refusal tells people in both languages what is possible, each in its own words.

use std::collections::BTreeMap;

use session::{Language, Refusal};

/// Every refusal. A new one does not compile here until it is in the list.
fn all() -> Vec<Refusal> {
    let all = vec![
        Refusal::ReadOnly,
        Refusal::BadKey,
        Refusal::NotOpen,
        Refusal::AlreadyOpen,
        Refusal::Closed,
        Refusal::PartReleased,
        Refusal::NotBegun,
        Refusal::AlreadyBegun,
        Refusal::Over,
        Refusal::NotOver,
        Refusal::UnknownSeat,
        Refusal::NotHere,
        Refusal::AgreementsFirst,
        Refusal::OtherAgreements { version: 41 },
        Refusal::OnlyLead,
        Refusal::OnlyHouse,
        Refusal::OnlyOwner,
        Refusal::NobodyLeads,
        Refusal::LeadIsHere { wait: Some(42) },
        Refusal::LeadIsHere { wait: None },
        Refusal::LeadAlready,
        Refusal::BadName,
        Refusal::NotInThisStep,
        Refusal::NotForYou,
        Refusal::NotYours,
        Refusal::Gone,
        Refusal::Empty,
        Refusal::TooLong { max: 43 },
        Refusal::TooManyWords { max: 44, has: 45 },
        Refusal::TooManySentences { max: 46 },
        Refusal::Enough { max: 47 },
        Refusal::BadField {
            field: "datum48".to_owned(),
        },
        Refusal::NoSuchPlace,
        Refusal::AlreadyShown,
        Refusal::NotOnScale,
        Refusal::NoVotesLeft { max: 49 },
        Refusal::NoCases,
        Refusal::OwnerMissing,
        Refusal::NoClock,
        Refusal::ClockAlready,
        Refusal::SideTalkFirst,
        Refusal::NoSideTalk,
        Refusal::NotYourTurn,
        Refusal::NoEarlierStep,
        Refusal::CannotGoThere,
        Refusal::CannotReorder,
        Refusal::ChooseModuleFirst,
        Refusal::ChooseCaseFirst,
        Refusal::Outdated,
        Refusal::MovedOn,
        Refusal::RoleTaken,
        Refusal::CannotWatch,
        Refusal::LeftBeforeArrival,
        Refusal::BadLength,
    ];
    all.iter().for_each(listed);
    all
}

/// Fails to compile when a refusal is new; add it to [`all`] as well.
fn listed(refusal: &Refusal) {
    use Refusal as R;
    match refusal {
        R::ReadOnly
        | R::BadKey
        | R::NotOpen
        | R::AlreadyOpen
        | R::Closed
        | R::PartReleased
        | R::NotBegun
        | R::AlreadyBegun
        | R::Over
        | R::NotOver
        | R::UnknownSeat
        | R::NotHere
        | R::AgreementsFirst
        | R::OtherAgreements { .. }
        | R::OnlyLead
        | R::OnlyHouse
        | R::OnlyOwner
        | R::NobodyLeads
        | R::LeadIsHere { .. }
        | R::LeadAlready
        | R::BadName
        | R::NotInThisStep
        | R::NotForYou
        | R::NotYours
        | R::Gone
        | R::Empty
        | R::TooLong { .. }
        | R::TooManyWords { .. }
        | R::TooManySentences { .. }
        | R::Enough { .. }
        | R::BadField { .. }
        | R::NoSuchPlace
        | R::AlreadyShown
        | R::NotOnScale
        | R::NoVotesLeft { .. }
        | R::NoCases
        | R::OwnerMissing
        | R::NoClock
        | R::ClockAlready
        | R::SideTalkFirst
        | R::NoSideTalk
        | R::NotYourTurn
        | R::NoEarlierStep
        | R::CannotGoThere
        | R::CannotReorder
        | R::ChooseModuleFirst
        | R::ChooseCaseFirst
        | R::Outdated
        | R::RoleTaken
        | R::CannotWatch
        | R::MovedOn
        | R::LeftBeforeArrival
        | R::BadLength => {}
    }
}

#[test]
fn every_refusal_has_words_of_its_own_in_both_languages() {
    for language in Language::ALL {
        let mut told: BTreeMap<String, Refusal> = BTreeMap::new();
        for refusal in all() {
            let message = refusal.message(language);
            assert!(
                message.len() > 10 && message.ends_with('.'),
                "{refusal:?}: {message}"
            );
            assert!(
                !message.starts_with("Dat kan nu niet") && !message.starts_with("That is not possible now"),
                "{refusal:?} fell through"
            );
            if let Some(other) = told.insert(message.clone(), refusal.clone()) {
                panic!("{refusal:?} and {other:?} say the same: {message}");
            }
        }
    }
    for refusal in all() {
        assert_ne!(
            refusal.message(Language::Nl),
            refusal.message(Language::En),
            "{refusal:?}"
        );
    }
}

#[test]
fn numbers_and_names_stand_in_the_words() {
    for refusal in all() {
        let told = format!("{refusal:?}");
        let numbers = told
            .split(|c: char| !c.is_ascii_digit())
            .filter(|part| !part.is_empty());
        for number in numbers {
            for language in Language::ALL {
                let message = refusal.message(language);
                assert!(
                    message.contains(number),
                    "{refusal:?} does not say {number}: {message}"
                );
            }
        }
    }
}
