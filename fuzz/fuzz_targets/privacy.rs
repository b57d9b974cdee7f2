//! Any bytes as a text: the findings are pieces of it, in order, apart, and the same each time.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    let found = privacy::find(&text);
    let mut end = 0;
    for finding in &found {
        assert!(end <= finding.start && finding.start < finding.end);
        assert!(text.get(finding.start..finding.end).is_some());
        end = finding.end;
    }
    assert_eq!(privacy::in_characters(&text, &found).len(), found.len());
    assert_eq!(found, privacy::find(&text));
});
