//! Dutch spelling: long and short vowels, f and v, s and z. All words here are in ASCII.

fn is_vowel(letter: u8) -> bool {
    b"aeiouy".contains(&letter)
}

/// Without the second of two equal consonants at its end: "bell" is "bel".
pub(crate) fn undoubled(stem: &str) -> Option<String> {
    match stem.as_bytes() {
        [.., a, b] if a == b && !is_vowel(*a) => stem.get(..stem.len() - 1).map(str::to_owned),
        _ => None,
    }
}

/// How a word can be spelled that had an ending with a vowel, the likeliest first: "huiz" is "huis", "lop" is "loop",
/// "wandel" is "wandel" rather than "wandeel".
pub(crate) fn unspelled(stem: &str) -> Vec<String> {
    if let Some(short) = undoubled(stem) {
        return vec![short];
    }
    let voiceless = voiceless(stem);
    match stem.as_bytes() {
        [before @ .., vowel, last] if is_open(before, *vowel, *last) => {
            let long = lengthened(&voiceless);
            // The weak e of "wandelen" and "zekeren" stays single, and so does the i of "monniken".
            let weak = *vowel == b'i' || *vowel == b'e' && before.iter().any(|letter| is_vowel(*letter));
            if weak {
                vec![voiceless, long]
            } else {
                vec![long, voiceless]
            }
        }
        _ => vec![voiceless],
    }
}

/// Whether a single vowel stands before a single consonant, so that it was long before an ending.
fn is_open(before: &[u8], vowel: u8, last: u8) -> bool {
    is_vowel(vowel)
        && !is_vowel(last)
        && last != b'w'
        && last != b'x'
        && !before.last().is_some_and(|letter| is_vowel(*letter))
        && !(vowel == b'i' && last == b'j')
}

/// "lop" is "loop".
fn lengthened(stem: &str) -> String {
    let mut letters: Vec<char> = stem.chars().collect();
    if let Some(vowel) = letters.iter().rev().nth(1).copied() {
        letters.insert(letters.len() - 1, vowel);
    }
    letters.into_iter().collect()
}

/// "huiz" is "huis", "schrijv" is "schrijf".
fn voiceless(stem: &str) -> String {
    let with = |rest: &str, last: char| format!("{rest}{last}");
    stem.strip_suffix('z')
        .map(|rest| with(rest, 's'))
        .or_else(|| stem.strip_suffix('v').map(|rest| with(rest, 'f')))
        .unwrap_or_else(|| stem.to_owned())
}

/// How it may be spelled with -en: "bel" is "bellen", "loop" is "lopen", "huis" is "huizen", "sta" is "staan".
pub(crate) fn infinitives(stem: &str) -> Vec<String> {
    let bytes = stem.as_bytes();
    let mut spelled = match bytes {
        [before @ .., first, second, last] if first == second && is_vowel(*first) && !is_vowel(*last) => {
            // "loop": the vowel is long without being written twice.
            let mut short = before.to_vec();
            short.extend([*first, *last]);
            vec![String::from_utf8_lossy(&short).into_owned()]
        }
        [before @ .., vowel, last] if is_open(before, *vowel, *last) => {
            let mut double = stem.to_owned();
            double.push(char::from(*last));
            vec![double, stem.to_owned()]
        }
        _ => vec![stem.to_owned()],
    };
    for index in 0..spelled.len() {
        let Some(one) = spelled.get(index) else { break };
        let voiced = one
            .strip_suffix('f')
            .map(|rest| format!("{rest}v"))
            .or_else(|| one.strip_suffix('s').map(|rest| format!("{rest}z")));
        spelled.extend(voiced);
    }
    let mut all: Vec<String> = spelled.into_iter().map(|one| format!("{one}en")).collect();
    match bytes {
        [.., b'a'] => all.push(format!("{stem}an")),
        [.., b'e'] => all.push(format!("{stem}n")),
        _ => {}
    }
    all
}
