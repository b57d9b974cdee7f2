//! Looking for somebody: by what they know, their function and their region.

use ui::Language;
use ui::locale::{address_of, sort_by_text};

use super::Listed;

/// What somebody looks for; an empty part fits everybody.
#[derive(Clone, Copy, Debug)]
pub(super) struct Wish<'a> {
    /// Words, all of which somebody must have written.
    pub(super) about: &'a str,
    pub(super) job: &'a str,
    pub(super) region: &'a str,
}

impl Wish<'_> {
    /// Whether somebody fits. Capitals and accents make no difference.
    pub(super) fn fits(self, one: &Listed) -> bool {
        let card = &one.card;
        let written = plain(
            &[&card.expertise, &card.offers, &card.seeks]
                .map(String::as_str)
                .join(" "),
        );
        let knows = self
            .about
            .split_whitespace()
            .map(plain)
            .all(|word| written.contains(&word));
        let jobs: Vec<&str> = one.jobs.iter().map(|(job, _)| job.as_str()).collect();
        let regions: Vec<&str> = one.region.as_deref().into_iter().collect();
        knows && same(self.job, &jobs) && same(self.region, &regions)
    }
}

fn same(wanted: &str, there: &[&str]) -> bool {
    let wanted = plain(wanted);
    wanted.is_empty() || there.iter().any(|one| plain(one) == wanted)
}

fn plain(text: &str) -> String {
    address_of(text)
}

/// The functions and regions there are, each once, in order.
pub(super) fn choices(language: Language, listed: &[Listed]) -> (Vec<String>, Vec<String>) {
    let jobs = listed
        .iter()
        .flat_map(|one| one.jobs.iter().map(|(job, _)| job.clone()));
    let regions = listed.iter().filter_map(|one| one.region.clone());
    (once(language, jobs), once(language, regions))
}

fn once(language: Language, texts: impl Iterator<Item = String>) -> Vec<String> {
    let mut texts: Vec<String> = texts.filter(|text| !text.trim().is_empty()).collect();
    sort_by_text(language, &mut texts, |text| text);
    texts.dedup_by_key(|text| plain(text));
    texts
}

#[cfg(test)]
mod tests {
    use super::super::Card;
    use super::*;
    use crate::id::PersonId;

    fn noor() -> Listed {
        Listed {
            person_id: PersonId("noor".to_owned()),
            name: "Noor".to_owned(),
            mail: "noor@voorbeeld.example".to_owned(),
            region: Some("Fryslân".to_owned()),
            card: Card {
                expertise: "Slaap, COPD".to_owned(),
                offers: "Een middag meelopen".to_owned(),
                seeks: String::new(),
            },
            jobs: vec![("Praktijkverpleegkundige".to_owned(), "De Linde".to_owned())],
        }
    }

    #[test]
    fn everything_that_is_asked_must_fit() {
        for (about, job, region, fits) in [
            ("", "", "", true),
            ("slaap", "", "", true),
            ("copd meelopen", "", "", true),
            ("copd wonden", "", "", false),
            ("", "praktijkverpleegkundige", "", true),
            ("", "praktijk", "", false),
            ("", "", "fryslan", true),
            ("slaap", "Huisarts", "", false),
            ("slaap", "", "Zeeland", false),
        ] {
            assert_eq!(
                Wish { about, job, region }.fits(&noor()),
                fits,
                "{about} {job} {region}"
            );
        }
    }

    #[test]
    fn every_choice_stands_there_once() {
        let mut other = noor();
        other.region = Some("fryslan".to_owned());
        other.jobs = vec![
            ("Huisarts".to_owned(), "x".to_owned()),
            (" ".to_owned(), "y".to_owned()),
        ];
        let (jobs, regions) = choices(Language::Nl, &[noor(), other]);
        assert_eq!(jobs, ["Huisarts", "Praktijkverpleegkundige"]);
        assert_eq!(regions.len(), 1);
    }
}
