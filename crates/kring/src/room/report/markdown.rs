//! A report for reading and pasting. Whatever people wrote stays text: no heading, link or HTML comes out of it.

use session::model::ResultKind;
use ui::locale::and_list;

use super::{Entry, KINDS, Part, Report, kind_name};
use crate::web::Visitor;

/// The report as Markdown (`CommonMark`).
pub(super) fn write(report: &Report, visitor: &Visitor) -> String {
    let words = visitor.words();
    let mut text = vec![format!("# {}\n\n", escape(&report.title))];
    let when = report.starts.as_deref().map(|starts| starts.replace('T', " "));
    let facts: Vec<String> = [when, report.place.clone()].into_iter().flatten().collect();
    if !facts.is_empty() {
        text.push(format!("{}\n\n", escape(&facts.join(" · "))));
    }
    if report.stage != "released" {
        text.push(format!("*{}*\n\n", escape(&words.room_report_draft())));
    }
    if !report.people.is_empty() {
        let people = and_list(visitor.language, &report.people);
        text.push(format!("{}\n\n", escape(&words.room_report_people(people))));
    }
    for past in &report.looked_back {
        let progress = match past.progress {
            "done" => words.room_action_done(),
            "half" => words.room_action_half(),
            _ => words.room_action_not(),
        };
        let note = past
            .note
            .as_ref()
            .map(|note| format!(": {note}"))
            .unwrap_or_default();
        text.push(format!(
            "- {}\n",
            escape(&format!("{}: {} ({progress}{note})", past.who, past.what))
        ));
    }
    if !report.looked_back.is_empty() {
        text.push("\n".to_owned());
    }
    for part in &report.parts {
        write_part(&mut text, part, visitor);
    }
    text.push(format!("---\n\n{}\n", escape(&words.room_report_confidential())));
    text.concat()
}

fn write_part(text: &mut Vec<String>, part: &Part, visitor: &Visitor) {
    let words = visitor.words();
    let case = part
        .case
        .as_ref()
        .map(|case| format!(": {case}"))
        .unwrap_or_default();
    text.push(format!("## {}\n\n", escape(&format!("{}{case}", part.name))));
    if let Some(question) = &part.question {
        text.push(format!("> {}\n\n", escape(question)));
    }
    let kinds = KINDS.into_iter().map(|kind| (Some(kind), kind_name(words, kind)));
    for (kind, name) in kinds.chain([(None::<ResultKind>, words.room_report_notes())]) {
        let entries = part.of_kind(kind);
        if entries.is_empty() {
            continue;
        }
        text.push(format!("### {}\n\n", escape(&name)));
        for entry in entries {
            write_entry(text, entry, visitor);
        }
        text.push("\n".to_owned());
    }
    if let Some(attribution) = &part.attribution {
        text.push(format!(
            "*{}* ({})\n\n",
            escape(attribution),
            escape(&part.licence)
        ));
    }
}

fn write_entry(text: &mut Vec<String>, entry: &Entry, visitor: &Visitor) {
    let words = visitor.words();
    let mut line = if entry.answers.is_empty() {
        escape(&entry.text)
    } else {
        let answers = entry.answers.iter();
        let answers = answers.map(|answer| escape(&format!("{} {}", answer.question, answer.answer)));
        answers.collect::<Vec<_>>().join("\\\n  ")
    };
    if let Some(author) = &entry.author {
        line = format!("{line} ({})", escape(author));
    }
    for (is_so, note) in [
        (entry.struck, words.room_struck()),
        (entry.private, words.room_only_you()),
    ] {
        if is_so {
            line = format!("{line} *{}*", escape(&note));
        }
    }
    text.push(format!("- {line}\n"));
    for taken in &entry.taken_along {
        let why = taken
            .why
            .as_ref()
            .map(|why| format!(": {why}"))
            .unwrap_or_default();
        let takes = words.room_takes_along(&taken.by);
        text.push(format!("  - **{}**{}\n", escape(&takes), escape(&why)));
    }
}

/// Text that Markdown leaves alone. Every sign that could mean something gets a backslash; a line break stays a break inside
/// the same paragraph, so that no line can begin a heading, a list or a block of code.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for (n, line) in text
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .enumerate()
    {
        if n > 0 {
            escaped.push_str("\\\n  ");
        }
        let mut is_number = true;
        for (place, sign) in line.chars().enumerate() {
            let begins = place == 0 && matches!(sign, '-' | '+' | '=');
            let counts = is_number && place > 0 && matches!(sign, '.' | ')');
            if begins
                || counts
                || matches!(
                    sign,
                    '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '!' | '&' | '$'
                )
            {
                escaped.push('\\');
            }
            is_number = is_number && sign.is_ascii_digit();
            // Anything that moves the cursor or hides text has no place in a document.
            escaped.push(if sign.is_control() { ' ' } else { sign });
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_write_stays_text() {
        for (written, stands) in [
            ("# Kop", "\\# Kop"),
            ("1. eerst", "1\\. eerst"),
            ("Het is 3.5 uur", "Het is 3.5 uur"),
            ("- punt", "\\- punt"),
            ("stap-voor-stap", "stap-voor-stap"),
            ("[klik](javascript:x)", "\\[klik\\](javascript:x)"),
            ("<script>", "\\<script\\>"),
            ("![plaatje](x)", "\\!\\[plaatje\\](x)"),
            ("*vet* en _schuin_", "\\*vet\\* en \\_schuin\\_"),
            ("een\n# twee\n\n    drie", "een\\\n  \\# twee\\\n  drie"),
            ("a\u{7}b", "a b"),
            ("&lt;", "\\&lt;"),
            ("C:\\map", "C:\\\\map"),
        ] {
            assert_eq!(escape(written), stands, "{written}");
        }
    }
}
