//! Entries that are on the shelf from the beginning: for a world that is made, not lived.

use ::store::Tx;
use anyhow::{Context as _, bail};
use serde::Deserialize;

use super::store;
use super::text::Text;
use crate::clock::Ids;
use crate::vault::{self, Vault};

/// An entry as a file tells it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Sample {
    /// For whom: a word of the table.
    scope: String,
    /// How many weeks ago it was published.
    pub(crate) weeks: i64,
    title: String,
    question: String,
    context: String,
    #[serde(default)]
    approach: String,
    advice: String,
    #[serde(default)]
    result: String,
    method: Option<String>,
    #[serde(default)]
    themes: Vec<String>,
    #[serde(default)]
    categories: Vec<String>,
    #[serde(default)]
    interventions: Vec<String>,
}

impl Sample {
    fn text(&self, job: &str) -> Text {
        let mut text = Text {
            themes: self.themes.clone(),
            categories: self.categories.clone(),
            interventions: self.interventions.clone(),
            method: self.method.clone(),
            job: Some(job.to_owned()),
            ..Text::default()
        };
        for (name, answer) in [
            ("title", &self.title),
            ("question", &self.question),
            ("context", &self.context),
            ("approach", &self.approach),
            ("advice", &self.advice),
            ("result", &self.result),
        ] {
            text.set(name, answer);
        }
        text
    }
}

/// Puts an entry of a treated case on the shelf; `job` is the function from which it is told, `at` when it was published in microseconds
/// since 1970, `review_on` the day on which its owner looks again.
///
/// # Errors
/// When the database does not answer or the key of the installation cannot be read.
pub(crate) fn stock(
    tx: &mut Tx<'_>,
    (vault, ids): (&Vault, &Ids),
    (id, case, sample): (&str, &str, &Sample),
    (job, at, review_on): (&str, i64, &str),
) -> anyhow::Result<()> {
    let text = sample.text(job).write()?;
    let live = vault::store::live(tx)?;
    let (key, wrapped) = vault.fresh(id, &live, ids)?;
    if !vault::store::accepts(tx, &wrapped.key, at)? {
        bail!("another key of the installation is in use");
    }
    let draft = key.seal("draft", &text, ids)?;
    let public = key.seal("public", &text, ids)?;
    store::add_published(
        tx,
        (id, case, &sample.scope),
        (&wrapped, &draft, &public),
        (at, review_on),
    )
    .context("putting an entry on the shelf")
}

#[cfg(test)]
impl Sample {
    /// What is on no list or does not fit its field.
    pub(crate) fn faults(&self, methods: &[&str]) -> Vec<String> {
        use super::rules::{CATEGORIES, SCOPES, THEMES};
        use super::text::QUESTIONS;

        let text = self.text("");
        let mut faults: Vec<String> = text.missing().map(str::to_owned).collect();
        let unknown = |list: &[&str], words: &[String]| -> Vec<String> {
            let bad = words.iter().filter(|word| !list.contains(&word.as_str()));
            bad.cloned().collect()
        };
        faults.extend(unknown(&THEMES, &self.themes));
        faults.extend(unknown(&CATEGORIES, &self.categories));
        faults.extend(unknown(&SCOPES, std::slice::from_ref(&self.scope)));
        faults.extend(unknown(methods, self.method.as_slice()));
        for question in &QUESTIONS {
            let answer = text.of(question.name);
            if answer.chars().count() > usize::try_from(question.most).unwrap() {
                faults.push(format!("{} is too long", question.name));
            }
            // Not even the guard, which sees more than is there, sees anything.
            let found = ::privacy::find(answer);
            faults.extend(found.iter().map(|one| format!("{}: {one:?}", question.name)));
        }
        faults
    }
}
