//! The page in a mail, made of its text: paragraphs, links one can press, and a code in large letters. It says the same as the text
//! and fetches nothing from anywhere.

use maud::{DOCTYPE, Markup, html};

use super::Letter;

/// Styles stand in the elements, because mail programs read no others.
const BODY: &str = "margin:0;padding:24px 16px;background:#faf8f3;color:#26231f;font:16px/1.5 system-ui,-apple-system,'Segoe UI',sans-serif";
const SHEET: &str = "max-width:36rem;margin:0 auto;padding:24px;background:#ffffff;border-radius:16px";
const BUTTON: &str = "display:inline-block;padding:12px 20px;border-radius:999px;background:#1f5f5b;color:#ffffff;text-decoration:none;font-weight:600";
const CODE: &str = "font-size:28px;font-weight:700;letter-spacing:2px";
const LINK: &str = "color:#1f5f5b";

/// The whole page.
pub(super) fn page(letter: &Letter) -> String {
    let mut pressed = false;
    let page = html! {
        (DOCTYPE)
        html lang=(letter.language.code()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width";
                title { (letter.subject) }
            }
            body style=(BODY) {
                div style=(SHEET) {
                    @for paragraph in letter.text.trim().split("\n\n") { (block(paragraph, &mut pressed)) }
                }
            }
        }
    };
    page.into_string()
}

/// A paragraph. The first address in a mail is what it asks for: a button.
fn block(paragraph: &str, pressed: &mut bool) -> Markup {
    if let Some(code) = paragraph.strip_prefix("    ") {
        return html! { p style=(CODE) { (code) } };
    }
    let lines: Vec<&str> = paragraph.lines().collect();
    let is_button = !*pressed && lines.len() > 1 && lines.last().is_some_and(|line| is_address(line));
    if is_button {
        *pressed = true;
        let (label, address) = (lines.get(..lines.len() - 1), lines.last());
        return html! {
            p {
                @if let Some(address) = address {
                    a href=(address) style=(BUTTON) { (label.unwrap_or_default().join(" ").trim_end_matches(':')) }
                }
            }
        };
    }
    html! {
        p {
            @for (number, line) in lines.iter().enumerate() {
                @if number > 0 { br; }
                @if is_address(line) { a href=(line) style=(LINK) { (line) } } @else { (line) }
            }
        }
    }
}

fn is_address(line: &str) -> bool {
    (line.starts_with("https://") || line.starts_with("http://")) && !line.contains(char::is_whitespace)
}

#[cfg(test)]
mod tests {
    use ui::Language;

    use super::*;

    fn letter(text: &str) -> Letter {
        Letter {
            id: "0197".to_owned(),
            to: "noor@voorbeeld.example".to_owned(),
            language: Language::Nl,
            subject: "Dag <b>".to_owned(),
            text: text.to_owned(),
            calendar: None,
            reply_to: None,
            at: jiff::Timestamp::UNIX_EPOCH,
        }
    }

    #[test]
    fn the_first_address_is_a_button_and_the_others_are_links() {
        let page = page(&letter(
            "Dag Noor,\n\nZeg of je komt:\nhttps://kring.example.nl/reply/1\n\n    012 345\n\nKring\nhttps://kring.example.nl\n",
        ));
        assert!(page.contains(">Zeg of je komt</a>"), "{page}");
        assert!(page.contains("href=\"https://kring.example.nl\""), "{page}");
        assert!(page.contains(">012 345</p>"), "{page}");
        assert_eq!(page.matches("border-radius:999px").count(), 1);
    }

    #[test]
    fn what_people_wrote_is_no_markup() {
        let page = page(&letter("<img src=x>\nhttps://kring.example.nl/\"onclick=\"x\n"));
        assert!(!page.contains("<img") && !page.contains("\"onclick"), "{page}");
        assert!(page.contains("<title>Dag &lt;b&gt;</title>"));
    }
}
