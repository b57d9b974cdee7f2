//! Form fields. What somebody typed always comes back, with its problem beside it.

use std::collections::BTreeMap;

use maud::{Markup, html};

/// Problems of a form, by field name. Empty means the form is fine.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Problems(BTreeMap<String, String>);

impl Problems {
    /// No problems.
    pub fn none() -> Self {
        Self::default()
    }

    /// Notes a problem; the first one of a field stays.
    pub fn add(&mut self, field: impl Into<String>, text: impl Into<String>) {
        self.0.entry(field.into()).or_insert_with(|| text.into());
    }

    /// The problem of a field.
    pub fn of(&self, field: &str) -> Option<&str> {
        self.0.get(field).map(String::as_str)
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// What every field has.
pub struct Field<'a> {
    /// Name in the form; also the id of the input.
    pub name: &'a str,
    /// What to fill in.
    pub label: &'a str,
    /// One line of help, or empty.
    pub hint: &'a str,
    /// What was typed before.
    pub value: &'a str,
    /// What is wrong with it.
    pub problem: Option<&'a str>,
}

impl Field<'_> {
    /// Ids of hint and problem, for `aria-describedby`.
    fn described_by(&self) -> Option<String> {
        let hint = (!self.hint.is_empty()).then(|| format!("{}-hint", self.name));
        let problem = self.problem.map(|_| format!("{}-problem", self.name));
        match (hint, problem) {
            (Some(hint), Some(problem)) => Some(format!("{problem} {hint}")),
            (one, other) => one.or(other),
        }
    }

    /// Label, hint and problem around an input.
    fn frame(&self, input: &Markup) -> Markup {
        html! {
            div.field {
                label for=(self.name) { (self.label) }
                @if !self.hint.is_empty() {
                    p.hint id={ (self.name) "-hint" } { (self.hint) }
                }
                @if let Some(problem) = self.problem {
                    p.field-problem id={ (self.name) "-problem" } { (problem) }
                }
                (input)
            }
        }
    }
}

/// A whole number between two bounds.
pub fn number_field(field: &Field<'_>, min: u32, max: u32) -> Markup {
    field.frame(&html! {
        input type="number" inputmode="numeric" id=(field.name) name=(field.name) value=(field.value)
            min=(min) max=(max) aria-describedby=[field.described_by()]
            aria-invalid=[field.problem.map(|_| "true")];
    })
}

/// One line of text.
pub fn text_field(field: &Field<'_>, most: u32) -> Markup {
    field.frame(&html! {
        input type="text" id=(field.name) name=(field.name) value=(field.value) maxlength=(most)
            aria-describedby=[field.described_by()] aria-invalid=[field.problem.map(|_| "true")];
    })
}

/// A text of several lines.
pub fn long_field(field: &Field<'_>, rows: u32, most: u32) -> Markup {
    field.frame(&html! {
        textarea id=(field.name) name=(field.name) rows=(rows) maxlength=(most) aria-describedby=[field.described_by()]
            aria-invalid=[field.problem.map(|_| "true")] { (field.value) }
    })
}

/// A file from the device; `kinds` are the endings and media types it may have. The form it stands in is `multipart/form-data`.
pub fn file_field(field: &Field<'_>, kinds: &str) -> Markup {
    field.frame(&html! {
        input type="file" id=(field.name) name=(field.name) accept=(kinds) aria-describedby=[field.described_by()]
            aria-invalid=[field.problem.map(|_| "true")];
    })
}

/// A day, `YYYY-MM-DD`. A browser that knows no such field shows a line of text.
pub fn date_field(field: &Field<'_>) -> Markup {
    field.frame(&html! {
        input type="date" id=(field.name) name=(field.name) value=(field.value) placeholder="2027-01-31"
            aria-describedby=[field.described_by()] aria-invalid=[field.problem.map(|_| "true")];
    })
}

/// A time of day, `HH:MM`.
pub fn time_field(field: &Field<'_>) -> Markup {
    field.frame(&html! {
        input type="time" id=(field.name) name=(field.name) value=(field.value) placeholder="19:30"
            aria-describedby=[field.described_by()] aria-invalid=[field.problem.map(|_| "true")];
    })
}

/// Yes or nothing. Whatever stands in the value means yes.
pub fn check_field(field: &Field<'_>) -> Markup {
    html! {
        div.field.check {
            label for=(field.name) {
                input type="checkbox" id=(field.name) name=(field.name) value="yes" checked[!field.value.is_empty()]
                    aria-describedby=[field.described_by()] aria-invalid=[field.problem.map(|_| "true")];
                " " (field.label)
            }
            @if !field.hint.is_empty() { p.hint id={ (field.name) "-hint" } { (field.hint) } }
            @if let Some(problem) = field.problem { p.field-problem id={ (field.name) "-problem" } { (problem) } }
        }
    }
}

/// A mail address. The browser offers the one it knows.
pub fn mail_field(field: &Field<'_>) -> Markup {
    field.frame(&html! {
        input type="email" autocomplete="email" autocapitalize="none" spellcheck="false" required
            id=(field.name) name=(field.name) value=(field.value) aria-describedby=[field.described_by()]
            aria-invalid=[field.problem.map(|_| "true")];
    })
}

/// A code of digits that somebody reads elsewhere: the telephone shows digits and offers a code that just came in. Spaces are
/// fine, so it is a text.
pub fn code_field(field: &Field<'_>) -> Markup {
    field.frame(&html! {
        input.code-input type="text" inputmode="numeric" autocomplete="one-time-code" maxlength="20" required
            id=(field.name) name=(field.name) value=(field.value) aria-describedby=[field.described_by()]
            aria-invalid=[field.problem.map(|_| "true")];
    })
}

/// One option of a choice.
#[derive(Clone, Debug)]
pub struct Choice {
    /// What is sent.
    pub value: String,
    /// What is read.
    pub label: String,
}

/// A choice of one from a list.
pub fn choice_field(field: &Field<'_>, choices: &[Choice]) -> Markup {
    field.frame(&html! {
        select id=(field.name) name=(field.name) aria-describedby=[field.described_by()]
            aria-invalid=[field.problem.map(|_| "true")] {
            @for choice in choices {
                option value=(choice.value) selected[choice.value == field.value] { (choice.label) }
            }
        }
    })
}

/// The name of one box of [`boxes_field`].
pub fn box_name(field: &str, index: usize) -> String {
    format!("{field}-{index}")
}

/// A choice of one from a few, all in sight.
pub fn radio_field(field: &Field<'_>, choices: &[Choice]) -> Markup {
    let option = |index: usize, choice: &Choice| {
        html! {
            label.option for=(option_id(field.name, index)) {
                input type="radio" id=(option_id(field.name, index)) name=(field.name) value=(choice.value)
                    checked[choice.value == field.value] aria-invalid=[field.problem.map(|_| "true")];
                span { (choice.label) }
            }
        }
    };
    group(field, choices, &option)
}

/// A choice of any from a few; each box sends its value under a name of its own, see [`box_name`].
pub fn boxes_field(field: &Field<'_>, choices: &[Choice], chosen: &[String]) -> Markup {
    let option = |index: usize, choice: &Choice| {
        html! {
            label.option for=(option_id(field.name, index)) {
                input type="checkbox" id=(option_id(field.name, index)) name=(box_name(field.name, index))
                    value=(choice.value) checked[chosen.contains(&choice.value)]
                    aria-invalid=[field.problem.map(|_| "true")];
                span { (choice.label) }
            }
        }
    };
    group(field, choices, &option)
}

/// The first one has the name of the field, so that a link to the field leads somewhere.
fn option_id(field: &str, index: usize) -> String {
    match index {
        0 => field.to_owned(),
        _ => box_name(field, index),
    }
}

/// A fieldset, because a screen reader reads the question with every option.
fn group(field: &Field<'_>, choices: &[Choice], option: &dyn Fn(usize, &Choice) -> Markup) -> Markup {
    html! {
        fieldset.field.options aria-describedby=[field.described_by()] {
            legend { (field.label) }
            @if !field.hint.is_empty() { p.hint id={ (field.name) "-hint" } { (field.hint) } }
            @if let Some(problem) = field.problem { p.field-problem id={ (field.name) "-problem" } { (problem) } }
            @for (index, choice) in choices.iter().enumerate() { (option(index, choice)) }
        }
    }
}

/// A value that travels with the form unseen.
pub fn hidden(name: &str, value: &str) -> Markup {
    html! { input type="hidden" name=(name) value=(value); }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refused_value_comes_back_with_its_problem() {
        let mut problems = Problems::none();
        problems.add("people", "first");
        problems.add("people", "second");
        let page = number_field(
            &Field {
                name: "people",
                label: "Hoeveel?",
                hint: "h",
                value: "veel",
                problem: problems.of("people"),
            },
            1,
            60,
        )
        .into_string();
        assert!(page.contains("value=\"veel\""), "{page}");
        assert!(page.contains(">first<"), "{page}");
        assert!(
            page.contains("aria-describedby=\"people-problem people-hint\""),
            "{page}"
        );
        assert!(page.contains("aria-invalid=\"true\""), "{page}");
    }
}
