//! A text while it is searched: its tokens, and which of them are somebody's already.

use crate::class::{self, Classes};
use crate::finding::{Certainty, Finding, Kind, Reason, Suggestion};
use crate::fold::Hash;
use crate::lexicon;
use crate::token::{self, OUTSIDE, Shape, Token};

/// As many tokens a name or phrase may span; keeps the work linear.
pub(crate) const SPAN: usize = 8;

/// Whatever of these a word is, a capital suits it.
const NAMED: Classes = class::GIVEN
    | class::WEAK
    | class::FAMILY
    | class::PLACE
    | class::PROPER
    | class::CARE
    | class::MONTH
    | class::TITLE
    | class::PARTICLE
    | class::INST_NAME
    | class::OWN_HEAD;

/// A text with what was found in it so far.
#[derive(Debug)]
pub(crate) struct Page<'t> {
    text: &'t str,
    tokens: Vec<Token>,
    /// Which finding a token belongs to: its number plus one.
    owners: Vec<u32>,
    findings: Vec<Finding>,
    /// How often a token was looked at, so that a test can see that this grows with the length of a text and no faster.
    #[cfg(test)]
    pub(crate) visits: std::cell::Cell<u64>,
    /// Nearly no word begins with a capital (or nearly all do), so a capital, or none, proves nothing.
    pub(crate) caseless: bool,
    /// Usual words stand with a capital inside sentences, so a capital proves little.
    pub(crate) noisy: bool,
}

impl<'t> Page<'t> {
    /// A text of which nothing is known yet.
    pub(crate) fn new(text: &'t str) -> Self {
        let tokens = token::tokens(text);
        let words = tokens.iter().filter(|token| token.shape == Shape::Word);
        let (all, capitals, shouts) =
            words.fold((0_usize, 0_usize, 0_usize), |(all, capitals, shouts), token| {
                let is_title = token.capital && !token.shout;
                (
                    all + 1,
                    capitals + usize::from(is_title),
                    shouts + usize::from(token.shout),
                )
            });
        let caseless = capitals * 60 <= all || shouts * 10 > all * 7;
        let loud = tokens
            .iter()
            .zip(tokens.iter().skip(1))
            .filter(|(before, token)| {
                // "U3" and "E." are no words with a capital.
                let is_loud = token.capital
                    && token.length >= 3
                    && !token.shout
                    && !token.opens
                    && token.classes & NAMED == 0
                    && token.classes & class::WORD != 0;
                // "collega Bloem": there the capital has its reason.
                is_loud && before.classes & (class::TITLE | class::ROLE | class::KIN | class::GIVEN) == 0
            });
        let loud = loud.count();
        let noisy = loud >= 3 && loud * 30 > all;
        Self {
            text,
            owners: vec![0; tokens.len()],
            tokens,
            findings: Vec::new(),
            #[cfg(test)]
            visits: std::cell::Cell::new(0),
            caseless,
            noisy,
        }
    }

    /// A token, counted as looked at.
    #[inline]
    fn look(&self, at: usize) -> Option<&Token> {
        #[cfg(test)]
        self.visits.set(self.visits.get() + 1);
        self.tokens.get(at)
    }

    /// How many tokens there are.
    pub(crate) fn len(&self) -> usize {
        self.tokens.len()
    }

    /// A token; outside the text one that is nothing.
    #[inline]
    pub(crate) fn at(&self, at: usize) -> Token {
        self.look(at).copied().unwrap_or(OUTSIDE)
    }

    /// The token before, outside at the first one.
    pub(crate) fn before(&self, at: usize) -> Token {
        at.checked_sub(1).map_or(OUTSIDE, |at| self.at(at))
    }

    /// The text of a token.
    pub(crate) fn word(&self, at: usize) -> &'t str {
        let token = self.look(at).unwrap_or(&OUTSIDE);
        self.text.get(token.start..token.end).unwrap_or_default()
    }

    /// Whether a token has one of these classes.
    #[inline]
    pub(crate) fn has(&self, at: usize, classes: Classes) -> bool {
        self.look(at).is_some_and(|token| token.classes & classes != 0)
    }

    /// Whether a token is this mark.
    #[inline]
    pub(crate) fn is(&self, at: usize, mark: char) -> bool {
        self.look(at)
            .is_some_and(|token| token.shape == Shape::Mark(mark))
    }

    /// Whether a token is one of these marks.
    pub(crate) fn is_any(&self, at: usize, marks: &str) -> bool {
        self.look(at)
            .is_some_and(|token| matches!(token.shape, Shape::Mark(mark) if marks.contains(mark)))
    }

    /// Whether a token is a word.
    #[inline]
    pub(crate) fn is_word(&self, at: usize) -> bool {
        self.look(at).is_some_and(|token| token.shape == Shape::Word)
    }

    /// The value of a number of at most nine digits.
    pub(crate) fn number(&self, at: usize) -> Option<u32> {
        let token = self.at(at);
        (token.shape == Shape::Number && token.length <= 9)
            .then(|| self.word(at).parse().ok())
            .flatten()
    }

    /// Whether a token is a word that begins with a capital.
    pub(crate) fn is_capital(&self, at: usize) -> bool {
        self.look(at)
            .is_some_and(|token| token.capital && token.shape == Shape::Word)
    }

    /// Whether a word is one of these, whatever its case. The length, which the compiler knows of each, leaves hardly any call.
    #[expect(
        clippy::inline_always,
        reason = "the compiler turns the lengths of the words into one test only where it sees them"
    )]
    #[inline(always)]
    pub(crate) fn says(&self, at: usize, wanted: &[&str]) -> bool {
        let Some(token) = self.look(at).filter(|token| token.shape == Shape::Word) else {
            return false;
        };
        let length = token.end - token.start;
        wanted.iter().any(|wanted| wanted.len() == length) && self.is_spelled(token, wanted)
    }

    /// Whether a token is spelled like one of these.
    fn is_spelled(&self, token: &Token, wanted: &[&str]) -> bool {
        let word = self
            .text
            .as_bytes()
            .get(token.start..token.end)
            .unwrap_or_default();
        let first = word.first().copied().unwrap_or_default().to_ascii_lowercase();
        wanted.iter().map(|wanted| wanted.as_bytes()).any(|wanted| {
            wanted.len() == word.len()
                && wanted.first().is_some_and(|letter| *letter == first)
                && word.eq_ignore_ascii_case(wanted)
        })
    }

    /// Whether nobody has a token yet.
    #[inline]
    pub(crate) fn is_free(&self, at: usize) -> bool {
        self.owners.get(at).is_some_and(|owner| *owner == 0)
    }

    /// What a token was found to be.
    pub(crate) fn kind(&self, at: usize) -> Option<Kind> {
        let owner = usize::try_from(*self.owners.get(at)?).ok()?.checked_sub(1)?;
        self.findings.get(owner).map(|finding| finding.kind)
    }

    /// Whether the phrase that begins at a token has one of these classes; where it ends. The longest wins.
    #[inline]
    pub(crate) fn phrase(&self, at: usize, classes: Classes) -> Option<usize> {
        let first = self.look(at)?;
        (first.classes & (classes | class::PHRASE) != 0)
            .then(|| self.long_phrase(at, first, classes))
            .flatten()
    }

    fn long_phrase(&self, at: usize, first: &Token, classes: Classes) -> Option<usize> {
        let mut end = (first.classes & classes != 0).then_some(at + 1);
        if first.classes & class::PHRASE == 0 {
            return end;
        }
        let mut hash = first.hash;
        let mut next = at + 1;
        while next < at + SPAN {
            let is_join = self.is_any(next, "-.&/+");
            next += usize::from(is_join);
            let token = self.at(next);
            if token.line || !matches!(token.shape, Shape::Word | Shape::Number) {
                break;
            }
            hash = hash.joined(if token.shape == Shape::Word {
                token.hash
            } else {
                Hash::new().text(self.word(next))
            });
            next += 1;
            let found = lexicon::classes(hash);
            if found & classes != 0 {
                end = Some(next);
            }
            if found & class::PHRASE == 0 {
                break;
            }
        }
        end
    }

    /// The classes of a word without the ending of a genitive: "Petra's", "Jans".
    pub(crate) fn stem(&self, at: usize) -> Classes {
        let word = self.word(at);
        let Some(stem) = word
            .strip_suffix('s')
            .map(|stem| stem.trim_end_matches(token::is_apostrophe))
        else {
            return 0;
        };
        lexicon::classes(Hash::new().text(stem))
    }

    /// Whether a word ends in one of these, whatever its case, and has more before it.
    pub(crate) fn ends(&self, at: usize, endings: &[&str]) -> bool {
        let word = self.word(at).as_bytes();
        let last = word.last().copied().unwrap_or_default().to_ascii_lowercase();
        endings
            .iter()
            .filter(|ending| ending.as_bytes().last() == Some(&last))
            .any(|ending| {
                let rest = word.len().checked_sub(ending.len() + 2);
                rest.and_then(|_| word.get(word.len() - ending.len()..))
                    .is_some_and(|end| end.eq_ignore_ascii_case(ending.as_bytes()))
            })
    }

    /// Notes a finding over tokens, from one up to and without another, unless somebody has one of them.
    pub(crate) fn claim(
        &mut self,
        from: usize,
        to: usize,
        kind: Kind,
        certainty: Certainty,
        reason: Reason,
    ) -> bool {
        self.suggest(from, to, (kind, certainty, reason), Suggestion::Nothing)
    }

    /// Notes a finding with what could stand there instead.
    pub(crate) fn suggest(
        &mut self,
        from: usize,
        to: usize,
        (kind, certainty, reason): (Kind, Certainty, Reason),
        suggestion: Suggestion,
    ) -> bool {
        let owner = u32::try_from(self.findings.len() + 1).unwrap_or(u32::MAX);
        let (first, last) = (self.at(from), self.before(to));
        let Some(owners) = self
            .owners
            .get_mut(from..to)
            .filter(|owners| owners.iter().all(|owner| *owner == 0))
        else {
            return false;
        };
        owners.fill(owner);
        self.findings.push(Finding {
            start: first.start,
            end: last.end,
            kind,
            certainty,
            reason,
            suggestion,
        });
        true
    }

    /// What was found so far.
    pub(crate) fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// Everything found, in the order of the text.
    pub(crate) fn into_findings(mut self) -> Vec<Finding> {
        self.findings.sort_by_key(|finding| finding.start);
        self.findings
    }
}
