//! The words of the method language in the words of people.

use session::model::{
    CaseNeed, ChoiceWay, Experience, Grouping, Lead, Method, Mode, OwnerPlace, Role, Scale, Shape, Trust,
    TurnOrder, VoteKind,
};
use ui::Language;
use ui::locale::{and_list, or_list};

use crate::words::Words;

/// A sentence begins with a capital.
pub(crate) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

pub(crate) fn trust(words: &Words, trust: Trust) -> String {
    match trust {
        Trust::New => words.methods_trust_new(),
        Trust::Known => words.methods_trust_known(),
        Trust::Safe => words.methods_trust_safe(),
    }
}

pub(crate) fn experience(words: &Words, experience: Experience) -> String {
    match experience {
        Experience::Beginner => words.methods_experience_beginner(),
        Experience::Some => words.methods_experience_some(),
        Experience::Experienced => words.methods_experience_experienced(),
    }
}

pub(crate) fn lead(words: &Words, lead: Lead) -> String {
    match lead {
        Lead::Member => words.methods_lead_member(),
        Lead::Guide => words.methods_lead_guide(),
        Lead::Trained => words.methods_lead_trained(),
    }
}

pub(crate) fn case(words: &Words, case: CaseNeed) -> String {
    match case {
        CaseNeed::None => words.methods_case_none(),
        CaseNeed::One => words.methods_case_one(),
        CaseNeed::Everyone => words.methods_case_everyone(),
    }
}

pub(crate) fn role(words: &Words, role: Role) -> String {
    match role {
        Role::Owner => words.role_owner(),
        Role::Participants => words.role_participants(),
        Role::Everyone => words.role_everyone(),
        Role::Facilitator => words.role_facilitator(),
        Role::Timekeeper => words.role_timekeeper(),
        Role::Scribe => words.role_scribe(),
        Role::Observer => words.role_observer(),
        Role::Asker => words.role_asker(),
        Role::Thinker => words.role_thinker(),
        Role::Client => words.role_client(),
        Role::Consultants => words.role_consultants(),
        Role::Player => words.role_player(),
        Role::Interviewer => words.role_interviewer(),
        Role::Inner => words.role_inner(),
        Role::Outer => words.role_outer(),
    }
}

/// "de inbrenger en de deelnemers".
pub(crate) fn roles(words: &Words, language: Language, roles: &[Role]) -> String {
    let names: Vec<String> = roles.iter().map(|which| role(words, *which)).collect();
    and_list(language, &names)
}

/// A role, spoken to.
pub(crate) fn spoken_to(words: &Words, role: Role) -> String {
    match role {
        Role::Owner => words.does_owner(),
        Role::Participants => words.does_participants(),
        Role::Everyone => words.does_everyone(),
        Role::Facilitator => words.methods_facilitator_tip(),
        Role::Timekeeper => words.does_timekeeper(),
        Role::Scribe => words.does_scribe(),
        Role::Observer => words.does_observer(),
        Role::Asker => words.does_asker(),
        Role::Thinker => words.does_thinker(),
        Role::Client => words.does_client(),
        Role::Consultants => words.does_consultants(),
        Role::Player => words.does_player(),
        Role::Interviewer => words.does_interviewer(),
        Role::Inner => words.does_inner(),
        Role::Outer => words.does_outer(),
    }
}

/// The order of speaking; `None` when anybody may begin, which needs no words.
pub(crate) fn turn(words: &Words, turn: TurnOrder) -> Option<String> {
    match turn {
        TurnOrder::Free => None,
        TurnOrder::Round => Some(words.methods_turn_round()),
        TurnOrder::Random => Some(words.methods_turn_random()),
        TurnOrder::OwnerChooses => Some(words.methods_turn_owner()),
        TurnOrder::Parallel => Some(words.methods_turn_parallel()),
    }
}

/// Where the case owner went, or whoever's turn it is in a method without one; `None` when they sit in the circle as always.
pub(crate) fn place(words: &Words, method: &Method, place: OwnerPlace) -> Option<String> {
    let has_owner = method.roles.iter().any(|need| need.role == Role::Owner);
    let who = capital(&role(words, if has_owner { Role::Owner } else { Role::Client }));
    match place {
        OwnerPlace::Circle => None,
        OwnerPlace::Outside => Some(words.methods_place_outside(who)),
        OwnerPlace::Back => Some(words.methods_place_back(who)),
        OwnerPlace::Away => Some(words.methods_place_away(who)),
        OwnerPlace::CameraOff => Some(words.methods_place_camera_off(who)),
    }
}

pub(crate) fn sees(words: &Words, mode: Mode) -> String {
    match mode {
        Mode::Private => words.methods_sees_private(),
        Mode::Blind => words.methods_sees_blind(),
        Mode::Group => words.methods_sees_group(),
        Mode::Owner => words.methods_sees_owner(),
        Mode::Anonymous => words.methods_sees_anonymous(),
        Mode::Facilitator => words.methods_sees_facilitator(),
        Mode::Survey => words.methods_sees_survey(),
    }
}

/// "in groepjes van 4, elke ronde een andere partner".
pub(crate) fn grouping(words: &Words, grouping: Grouping) -> String {
    let shape = match grouping.shape {
        Shape::Pairs => words.methods_pairs(),
        Shape::Trios => words.methods_trios(),
        Shape::Groups => words.methods_groups(grouping.size),
        Shape::HalvesPairs => words.methods_halves(),
        Shape::Ring => words.methods_ring(),
    };
    let shape = if grouping.keep {
        words.methods_keep()
    } else {
        shape
    };
    if grouping.rotate {
        format!("{shape}, {}", words.methods_rotate())
    } else {
        shape
    }
}

pub(crate) fn choice_way(words: &Words, way: ChoiceWay) -> String {
    match way {
        ChoiceWay::Vote => words.methods_way_vote(),
        ChoiceWay::Urgency => words.methods_way_urgency(),
        ChoiceWay::Turn => words.methods_way_turn(),
        ChoiceWay::Learning => words.methods_way_learning(),
        ChoiceWay::Random => words.methods_way_random(),
        ChoiceWay::Facilitator => words.methods_way_facilitator(),
    }
}

/// "warm, lauw of koud".
pub(crate) fn scale(language: Language, scale: Scale) -> String {
    match scale {
        Scale::OneToFive => "1–5".to_owned(),
        _ => values(language, scale.values()),
    }
}

/// The answers of a vote; dots have none.
pub(crate) fn vote(language: Language, kind: VoteKind) -> String {
    values(language, kind.values())
}

fn values(language: Language, values: &[(&str, &str, &str)]) -> String {
    let labels: Vec<&str> = values
        .iter()
        .map(|(_, nl, en)| match language {
            Language::Nl => *nl,
            Language::En => *en,
        })
        .collect();
    or_list(language, &labels)
}
