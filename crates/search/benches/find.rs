//! How fast a question is answered among 100,000 cases, and what the index takes: `cargo bench -p search`.
//!
//! The cases are invented from a seed: sentences of care with words put in, a share of them from the word list, seldom ones
//! seldom. Times are processor time of this process, so a busy machine does not count.

use std::time::Duration;

use oorandom::Rand32;
use search::{Ask, Index};

const CASES: usize = 100_000;
const GROUPS: u32 = 2_000;
const ROUNDS: usize = 200;

const SENTENCES: &str = "\
    Sinds {t} werk ik met een {p} die {v}.|De {p} belde mij {t} op en zei dat het zo niet langer ging.|\
    In het {o} heb ik geprobeerd te vertellen wat mij dwarszit.|Ik merk dat ik {g} word als de {p} {v}.|\
    Mijn {p} vindt dat wij te weinig doen aan {n}.|Er is sprake van {n} en van {n}.|\
    De {p} weigert {n}, en ik weet niet of ik daarin mee moet gaan.|Wat had ik anders kunnen doen toen de {p} {v}?|\
    Het gaat al langer over {n}, maar niemand spreekt het uit.|Volgens de {p} hoort {n} erbij.|\
    Ik sprak de {p} erop aan en kreeg {n} terug.|Na de {o} bleef ik achter met een {g} gevoel.|\
    We hebben afspraken gemaakt over {n}, en toch {v} de {p} weer.|Hoe houd ik {n} vol zonder zelf om te vallen?|\
    De familie wil {n}; de {p} wil {n}.|Ik twijfel of {n} in deze situatie passend is.|\
    Het {w} speelt hierin ook mee, net als {w} en {w}.|Daarbij kwam nog {w}, waar ik {g} van werd.|\
    Onze {p} zegt: {w} gaat voor {n}.|Er lag een {w} op tafel en niemand keek ernaar om.|\
    Tussen {w} en {n} zit voor mij een groot verschil.|Uiteindelijk liep het {o} uit op {n}.|\
    Mijn vraag is hoe ik met {n} omga als {n} er ook is.|Hij {v} en daarna was het {w} weg.";
const PEOPLE: &str = "\
    cliënt|bewoner|dochter|huisarts|collega|teamleider|mantelzorger|wijkverpleegkundige|moeder|stagiaire|\
    praktijkondersteuner|zoon|verzorgende|psycholoog|buurvrouw|patiënt|specialist|apotheker|vrijwilliger|\
    casemanager";
const NOUNS: &str = "\
    zorg|dementie|medicatie|agressie|eenzaamheid|palliatieve zorg|het zorgplan|vertrouwen|grenzen|verzuim|\
    het familiegesprek|rouw|werkdruk|vrijheidsbeperking|euthanasie|verslaving|de overdracht|schulden|\
    kindermishandeling|de ziekenhuisopname|angst|het beroepsgeheim|mantelzorg|de huisartsenpraktijk|onrust|pijn|\
    eigen regie|valincidenten|hygiëne|suïcidaliteit|nachtdiensten|de meldcode|onzekerheid|depressie|taalbarrière|\
    de indicatie|wondzorg|wachtlijsten|intervisie|een medicatiefout";
const DOES: &str = "\
    niet meer wil eten|om zich heen slaat|steeds wegloopt|alles vergeet|elke afspraak afzegt|niemand binnenlaat|\
    de medicijnen weigert|veel huilt|iedereen uitscheldt|niet opneemt|alleen met mij praat|zich terugtrekt";
const FEELINGS: &str = "machteloos|boos|onzeker|verdrietig|geïrriteerd|schuldig|moe|alleen";
const OCCASIONS: &str =
    "teamoverleg|familiegesprek|gesprek|multidisciplinair overleg|huisbezoek|evaluatiegesprek|overleg|bezoek";
const TIMES: &str = "vorige week|een half jaar|gisteren|maandag|kort|de zomer";

/// Words of the word list, the seldom ones at the end.
struct Words(Vec<String>);

impl Words {
    fn read(random: &mut Rand32) -> Self {
        let list = include_str!("../../privacy/lists/words.txt");
        let mut before = String::new();
        let mut words = Vec::new();
        for line in list.lines() {
            let mut letters = line.chars();
            let shared = letters
                .next()
                .and_then(|digit| digit.to_digit(36))
                .unwrap_or_default();
            before = before
                .chars()
                .take(usize::try_from(shared).unwrap_or_default())
                .chain(letters)
                .collect();
            words.push((random.rand_u32(), before.clone()));
        }
        words.sort();
        Self(words.into_iter().map(|(_, word)| word).collect())
    }

    /// A word: one of the first ones far more often than one of the last.
    fn any(&self, random: &mut Rand32) -> &str {
        let all = u64::try_from(self.0.len()).unwrap_or_default();
        let at = (0..4).fold(all, |at, _| (at * u64::from(random.rand_u32())) >> 32);
        self.word(at)
    }

    /// One that few texts have.
    fn seldom(&self, random: &mut Rand32) -> &str {
        let all = u64::try_from(self.0.len()).unwrap_or_default();
        self.word((all / 8 * u64::from(random.rand_u32())) >> 32)
    }

    fn word(&self, at: u64) -> &str {
        usize::try_from(at)
            .ok()
            .and_then(|at| self.0.get(at))
            .map_or("", String::as_str)
    }
}

/// One of a list that is written with bars between.
fn one(list: &'static str, random: &mut Rand32) -> &'static str {
    let count = u32::try_from(list.split('|').count()).unwrap_or(u32::MAX);
    let at = usize::try_from(random.rand_range(0..count)).unwrap_or_default();
    list.split('|').nth(at).unwrap_or_default()
}

/// So many sentences.
fn sentences(count: u32, words: &Words, random: &mut Rand32) -> String {
    let mut text = String::new();
    for _ in 0..count {
        let mut rest = one(SENTENCES, random);
        while let Some((before, after)) = rest.split_once('{') {
            text.push_str(before);
            let (slot, after) = after.split_once('}').unwrap_or((after, ""));
            text.push_str(match slot {
                "p" => one(PEOPLE, random),
                "n" => one(NOUNS, random),
                "v" => one(DOES, random),
                "g" => one(FEELINGS, random),
                "o" => one(OCCASIONS, random),
                "t" => one(TIMES, random),
                _ => words.any(random),
            });
            rest = after;
        }
        text.push_str(rest);
        text.push(' ');
    }
    text
}

struct Case {
    id: String,
    title: String,
    body: String,
    tags: [String; 3],
}

fn invent(number: usize, words: &Words, random: &mut Rand32) -> Case {
    let length = 12 + random.rand_range(0..25);
    Case {
        // As UUIDs of version 7 look: the time in front.
        id: format!(
            "{:08x}-{:04x}-7000-8000-{:012x}",
            number / 64,
            number % 64,
            random.rand_u32()
        ),
        title: sentences(1, words, random),
        body: sentences(length, words, random),
        tags: [
            "library".to_owned(),
            format!("group:{}", random.rand_range(0..GROUPS)),
            format!("theme:{}", random.rand_range(0..20)),
        ],
    }
}

/// A kind of question: what it is called, and one of its kind.
type Kind = (&'static str, fn(&Words, &mut Rand32) -> String);

/// Asked of the whole library.
const KINDS: [Kind; 8] = [
    ("rare word", |words, random| words.seldom(random).to_owned()),
    ("common word", |_, random| one(COMMON, random).to_owned()),
    ("word with many others for it", |_, random| {
        one(CARE, random).to_owned()
    }),
    ("compound", |_, random| one(COMPOUNDS, random).to_owned()),
    ("three words", three),
    ("eight words", |_, random| {
        (0..8).map(|_| one(NOUNS, random)).collect::<Vec<_>>().join(" ")
    }),
    ("typing error", |_, random| one(ERRORS, random).to_owned()),
    ("words in quotes", |_, random| {
        format!("\"{} wil\"", one(PEOPLE, random))
    }),
];
const COMMON: &str = "zorg|gesprek|overleg|huisarts|boos|lopen|werken";
const CARE: &str = "dementie|agressie|palliatief|verslaving|arts";
const COMPOUNDS: &str = "huisartsenpraktijk|dementiezorg|ziekenhuisopname|familiegesprek|medicatieveiligheid";
const ERRORS: &str = "agresise|medikatie|dementei|eenzaamhied|euthenasie";
const LIBRARY: [&str; 1] = ["library"];
const MINE: [&str; 6] = ["group:0", "group:1", "group:2", "group:3", "group:4", "group:5"];

fn three(words: &Words, random: &mut Rand32) -> String {
    format!(
        "{} {} {}",
        one(NOUNS, random),
        one(PEOPLE, random),
        words.any(random)
    )
}

fn main() {
    let mut random = Rand32::new(7);
    let words = Words::read(&mut random);
    let mut index = build(&words, &mut random);
    questions(&index, &words, &mut random);
    let alike = (0..ROUNDS).map(|_| sentences(10, &words, &mut random));
    let alike = alike.map(|text| timed(|| index.similar(&text, &LIBRARY, 5).len()));
    report("what reads alike a text of ten sentences", alike.collect());
    let again: Vec<Case> = (0..1_000)
        .map(|number| invent(number * 64, &words, &mut random))
        .collect();
    let again = again.iter().map(|case| timed(|| put(&mut index, case)));
    report("one case put in anew", again.collect());
}

#[expect(clippy::print_stdout, reason = "figures for whoever runs it")]
fn build(words: &Words, random: &mut Rand32) -> Index {
    let before = resident();
    let mut index = Index::default();
    let (mut took, mut bytes) = (Duration::ZERO, 0);
    for number in 0..CASES {
        let case = invent(number, words, random);
        bytes += case.title.len() + case.body.len();
        took += timed(|| put(&mut index, &case)).1;
    }
    took += timed(|| {
        index.shrink();
        0
    })
    .1;
    let more = resident().saturating_sub(before);
    println!("{CASES} cases, {} MB of text", bytes / 1_000_000);
    println!("built in {} ms of processor time", took.as_millis());
    println!(
        "memory: {} MB by its own count, {} MB more resident",
        index.bytes() / 1_000_000,
        more / 1_000_000
    );
    println!("| question | found | p50 | p95 | most |\n|---|---|---|---|---|");
    index
}

fn put(index: &mut Index, case: &Case) -> usize {
    let tags = case.tags.each_ref().map(String::as_str);
    index.put(&case.id, &[(3, &case.title), (1, &case.body)], &tags);
    1
}

fn questions(index: &Index, words: &Words, random: &mut Rand32) {
    let library: [&str; 1] = LIBRARY;
    for (name, question) in KINDS {
        measure(name, index, || (question(words, random), &library, &[]));
    }
    measure("three words, one theme of the library", index, || {
        (three(words, random), &library, &["theme:3"])
    });
    measure("three words, six groups", index, || {
        (three(words, random), &MINE, &[])
    });
    measure("no words, one theme", index, || {
        (String::new(), &library, &["theme:3"])
    });
}

/// Asks many times, each time something else of the kind, and tells how long it takes.
fn measure<'a>(
    name: &str,
    index: &Index,
    mut question: impl FnMut() -> (String, &'a [&'a str], &'a [&'a str]),
) {
    let times = (0..ROUNDS).map(|_| {
        let (words, any_of, all_of) = question();
        let ask = Ask {
            words: &words,
            any_of,
            all_of,
            skip: 0,
            limit: 20,
        };
        timed(|| index.find(&ask).total)
    });
    report(name, times.collect());
}

/// What something gives, and how long it took.
fn timed(work: impl FnOnce() -> usize) -> (usize, Duration) {
    let from = processor_time();
    let found = std::hint::black_box(work());
    (found, processor_time().saturating_sub(from))
}

#[expect(clippy::print_stdout, reason = "figures for whoever runs it")]
fn report(name: &str, times: Vec<(usize, Duration)>) {
    let found: usize = times.iter().map(|(found, _)| found).sum();
    let found = found / times.len().max(1);
    let mut times: Vec<Duration> = times.into_iter().map(|(_, time)| time).collect();
    times.sort();
    let at = |share: usize| {
        let time = times
            .get((times.len() * share / 100).min(times.len() - 1))
            .copied()
            .unwrap_or_default();
        format!("{}.{:02} ms", time.as_millis(), time.as_micros() / 10 % 100)
    };
    println!("| {name} | {found} | {} | {} | {} |", at(50), at(95), at(100));
}

/// What this process has used; a busy machine does not count.
fn processor_time() -> Duration {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ProcessCPUTime);
    Duration::new(
        u64::try_from(time.tv_sec).unwrap_or_default(),
        u32::try_from(time.tv_nsec).unwrap_or_default(),
    )
}

/// Bytes of memory that this process holds, zero where that cannot be asked.
fn resident() -> usize {
    const PAGE: usize = 4_096;
    let pages = std::fs::read_to_string("/proc/self/statm").unwrap_or_default();
    let resident = pages
        .split_whitespace()
        .nth(1)
        .and_then(|pages| pages.parse::<usize>().ok());
    resident.unwrap_or_default() * PAGE
}
