//! HTML of the briefs slice.

mod consents;
mod list;
mod owning;
mod quick;
mod read;
mod sharing;
mod trail;
mod write;

pub(super) use consents::Allowed;
pub(super) use list::{Listed, mine, of_group};
pub(super) use owning::joining;
pub(super) use quick::{Quick, quick};
pub(super) use read::{Around, Read, read, withdrawal};
pub(super) use sharing::{Sharing, sharing};
pub(super) use write::{Sheet, write};

use maud::{Markup, html};
use ui::{Crumb, Field, Problems, long_field, text_field};

use super::template::Question;
use crate::web::{Posted, Visitor};
use crate::words::Words;

/// Label and help of a question.
pub(super) fn asked(words: &Words, name: &str) -> (String, String) {
    match name {
        "title" => (words.briefs_title(), words.briefs_title_help()),
        "question" => (words.briefs_question(), words.briefs_question_help()),
        "situation" => (words.briefs_situation(), words.briefs_situation_help()),
        "role" => (words.briefs_role(), words.briefs_role_help()),
        "tried" => (words.briefs_tried(), words.briefs_tried_help()),
        "people" => (words.briefs_people(), words.briefs_people_help()),
        "feelings" => (words.briefs_feelings(), words.briefs_feelings_help()),
        "hard" => (words.briefs_hard(), words.briefs_hard_help()),
        "wanted" => (words.briefs_wanted(), words.briefs_wanted_help()),
        "learning" => (words.briefs_learning(), words.briefs_learning_help()),
        "norm" => (words.briefs_norm(), words.briefs_norm_help()),
        "options" => (words.briefs_options(), words.briefs_options_help()),
        _ => (words.briefs_outcome(), words.briefs_outcome_help()),
    }
}

/// The field of a question.
fn field(words: &Words, question: &Question, (posted, problems): (&Posted, &Problems)) -> Markup {
    let (label, hint) = asked(words, question.name);
    let field = Field {
        name: question.name,
        label: &label,
        hint: &hint,
        value: posted.text(question.name),
        problem: problems.of(question.name),
    };
    html! {
        @if question.lines == 1 { (text_field(&field, question.most)) }
        @else { (long_field(&field, question.lines, question.most)) }
    }
}

/// The way back to one's own briefs.
fn to_mine(visitor: &Visitor) -> [Crumb; 2] {
    let words = visitor.words();
    [
        Crumb {
            name: words.shell_my(),
            href: "/my".to_owned(),
        },
        Crumb {
            name: words.briefs_mine(),
            href: "/my/cases".to_owned(),
        },
    ]
}
