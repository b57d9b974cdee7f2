//! Numbers in words.

/// "eenentachtig" and the like; what is not understood is counted as fifty, as only the ten years matter.
pub(crate) fn in_words(word: &str) -> Option<u32> {
    const TENS: [(&str, u32); 8] = [
        ("twintig", 20),
        ("dertig", 30),
        ("veertig", 40),
        ("vijftig", 50),
        ("zestig", 60),
        ("zeventig", 70),
        ("tachtig", 80),
        ("negentig", 90),
    ];
    const ONES: [(&str, u32); 12] = [
        ("nul", 0),
        ("een", 1),
        ("één", 1),
        ("twee", 2),
        ("drie", 3),
        ("vier", 4),
        ("vijf", 5),
        ("zes", 6),
        ("zeven", 7),
        ("acht", 8),
        ("negen", 9),
        ("tien", 10),
    ];
    let word = word.to_lowercase();
    let found = TENS
        .iter()
        .find(|(name, _)| word.ends_with(name))
        .or_else(|| ONES.iter().find(|(name, _)| word == *name));
    let teens = || {
        if word.ends_with("tien") || word == "elf" || word == "twaalf" {
            Some(11)
        } else {
            word.starts_with("honderd").then_some(100)
        }
    };
    found.map(|(_, value)| *value).or_else(teens)
}
