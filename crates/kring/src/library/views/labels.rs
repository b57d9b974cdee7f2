//! Words for what stands in the database as a word of its own.

use crate::words::Words;

/// What an entry is about.
pub(in crate::library) fn theme(words: &Words, theme: &str) -> String {
    match theme {
        "language" => words.library_theme_language(),
        "money" => words.library_theme_money(),
        "lifestyle" => words.library_theme_lifestyle(),
        "chronic" => words.library_theme_chronic(),
        "elderly" => words.library_theme_elderly(),
        "mental" => words.library_theme_mental(),
        "tasks" => words.library_theme_tasks(),
        "cooperation" => words.library_theme_cooperation(),
        "leading" => words.library_theme_leading(),
        "balance" => words.library_theme_balance(),
        "digital" => words.library_theme_digital(),
        _ => words.library_theme_moral(),
    }
}

/// Where a bottleneck lies.
pub(in crate::library) fn category(words: &Words, category: &str) -> String {
    match category {
        "people" => words.library_category_people(),
        "patient" => words.library_category_patient(),
        "process" => words.library_category_process(),
        "technique" => words.library_category_technique(),
        "organisation" => words.library_category_organisation(),
        "money" => words.library_category_money(),
        _ => words.library_category_surroundings(),
    }
}

/// The word that people choose by, whatever the field.
pub(super) fn label(words: &Words, field: &str, word: &str) -> String {
    match field {
        "theme" => theme(words, word),
        "category" => category(words, word),
        _ => word.to_owned(),
    }
}

/// Label and help of a question.
pub(super) fn asked(words: &Words, name: &str) -> (String, String) {
    match name {
        "title" => (words.library_title_field(), words.library_title_help()),
        "question" => (words.library_question(), words.library_question_help()),
        "context" => (words.library_context(), words.library_context_help()),
        "approach" => (words.library_approach(), words.library_approach_help()),
        "advice" => (words.library_advice(), words.library_advice_help()),
        _ => (words.library_result(), words.library_result_help()),
    }
}

/// How it went.
pub(super) fn progress(words: &Words, progress: &str) -> String {
    match progress {
        "done" => words.library_progress_done(),
        "half" => words.library_progress_half(),
        _ => words.library_progress_not(),
    }
}

/// How far an entry is, for its owner.
pub(super) fn stands(words: &Words, state: &str, shelf: &str) -> String {
    match (shelf, state) {
        ("resting", _) => words.library_state_resting(),
        (_, "checking") => words.library_state_checking(),
        (_, "returned") => words.library_state_returned(),
        ("open", "draft") => words.library_state_changing(),
        ("open", _) => words.library_state_open(),
        _ => words.library_state_draft(),
    }
}
