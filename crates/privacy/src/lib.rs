//! Finds identifying information in Dutch text.
//!
//! A case may only be shared when nobody in it can be recognised. This crate reads a text and points at what could give somebody
//! away: names, addresses, places, dates, ages, numbers, institutions. It knows nothing of the web, the database or meetings; it
//! takes text and returns places in that text, each with a kind, a certainty, a reason and what could stand there instead.
//!
//! How it works: the text is cut into tokens once, and each word is looked up in a table of Dutch words, names and places that lies
//! ready in the binary (`lexicon`). Then finders go over the tokens, the surest first: what has a form or a checksum (`web`,
//! `numbers`, `dates`, `phones`), addresses, institutions, people, places, ages. A token belongs to the first finder that claims
//! it. What was found once is then looked for everywhere else in the text (`repeats`). Most finders judge by what stands around a
//! word, as lists never hold every name: after "mevrouw" comes a surname, whatever it is.
//!
//! Every finder looks at a few tokens around each token, so the work grows with the length of the text and no faster. There is no
//! clock, no randomness and no order that differs: the same text always gives the same findings.

mod addresses;
mod ages;
#[expect(
    dead_code,
    reason = "a few classes only tell the build script how lists go together"
)]
mod class;
mod dates;
mod eponyms;
mod finding;
mod fold;
mod initials;
mod institutions;
mod lexicon;
mod names;
mod near;
mod numbers;
mod page;
mod people;
mod phones;
mod places;
mod postcodes;
mod repeats;
mod slip;
mod small;
mod sound;
mod spelled;
mod strangers;
mod surnames;
mod token;
mod typos;
mod weak;
mod web;

pub use finding::{Certainty, Finding, Kind, Reason, Season, Suggestion};

use page::Page;

/// Everything in a text that can give somebody away, in the order of the text and without overlap.
#[must_use]
pub fn find(text: &str) -> Vec<Finding> {
    let mut page = Page::new(text);
    search(&mut page);
    page.into_findings()
}

fn search(page: &mut Page<'_>) {
    web::find(page);
    numbers::accounts(page);
    dates::find(page);
    phones::find(page);
    numbers::find(page);
    postcodes::find(page);
    addresses::find(page);
    institutions::find(page);
    people::find(page);
    names::find(page);
    repeats::find(page);
    places::find(page);
    strangers::find(page);
    institutions::find_bare(page);
    institutions::find_small(page);
    dates::births(page);
    numbers::behind(page);
    ages::find(page);
}

/// The places of findings counted in characters (code points) instead of bytes, as other programs want them.
#[must_use]
pub fn in_characters(text: &str, findings: &[Finding]) -> Vec<(usize, usize)> {
    let mut letters = text.char_indices().map(|(at, _)| at).enumerate().peekable();
    let mut count = |byte: usize| {
        while letters.next_if(|(_, at)| *at < byte).is_some() {}
        letters.peek().map(|(number, _)| *number)
    };
    let mut places = Vec::with_capacity(findings.len());
    let mut all = None;
    for finding in findings {
        let start = count(finding.start);
        let end = count(finding.end);
        let mut whole = || *all.get_or_insert_with(|| text.chars().count());
        places.push((start.unwrap_or_else(&mut whole), end.unwrap_or_else(&mut whole)));
    }
    places
}

#[cfg(test)]
mod tests {
    use super::{Page, search};

    fn work(text: &str) -> u64 {
        let mut page = Page::new(text);
        search(&mut page);
        page.visits.get()
    }

    /// Twice the text is twice the work, also for texts made to take long.
    #[test]
    fn the_work_grows_with_the_length() {
        for piece in [
            "Mevrouw De Jong (81) woont in de Kerkstraat 3, 1234 AB Houten. ",
            "Jan en ",
            "van ",
            "de ",
            "A. ",
            "mevrouw ",
            "12-",
            "1 ",
            "06 ",
            "(0",
            "a.",
            "a@",
            "@",
            "Xqz ",
            "Xqz, ",
            "NL",
            "straat ",
            "in de ",
            "hoek van ",
            "is 81 ",
            "81, ",
            "'t ",
            "sint ",
            "verpleeghuis de ",
            "J.H. ",
            "Berends, ",
            "zoon ",
            "http://",
            "\n",
            "één ",
            "6, 8 en ",
            "oud en nieuw ",
            "xqz ",
            "xqzelle, ",
            "de arts, xqzelle, ",
            "12345nummer 12345 ",
            "sint ",
            "ze zijn 80 en ",
        ] {
            let (once, twice) = (work(&piece.repeat(400)), work(&piece.repeat(800)));
            assert!(twice * 10 <= once * 21, "{piece:?}: {once}, then {twice}");
        }
    }

    /// A text of a megabyte is eight times the work of an eighth of it, for the pieces that most rules look far around.
    #[test]
    fn a_megabyte_is_read_in_linear_work() {
        const MEGABYTE: usize = 1 << 20;
        for piece in ["de arts, xqzelle vraniq, zei ", "Xqzelle en Vraniq, 12-3 "] {
            let part = work(&piece.repeat(MEGABYTE / 8 / piece.len()));
            let all = work(&piece.repeat(MEGABYTE / piece.len()));
            assert!(all <= part * 9, "{piece:?}: {part}, then {all}");
        }
    }
}
