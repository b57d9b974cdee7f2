//! Which files are taken, what they are called, and who reads them.

use super::Paper;
use crate::id::PersonId;
use crate::meetings::rules::Standing;

/// Bytes in one file.
pub(super) const MOST_BYTES: usize = 10 * 1024 * 1024;

/// Papers of one meeting.
pub(super) const MOST: usize = 20;

/// Characters in the name of a file, without its ending.
const NAME: usize = 80;

/// What is in a file. Nothing in this list runs by itself when somebody opens it: no pages, no pictures made of script, no macros.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Pdf,
    Docx,
    Xlsx,
    Pptx,
    Odt,
    Ods,
    Odp,
    Png,
    Jpeg,
    Gif,
    Webp,
}

impl Kind {
    const ALL: [Self; 11] = [
        Self::Pdf,
        Self::Docx,
        Self::Xlsx,
        Self::Pptx,
        Self::Odt,
        Self::Ods,
        Self::Odp,
        Self::Png,
        Self::Jpeg,
        Self::Gif,
        Self::Webp,
    ];

    /// The ending of its name, which is also the word in the database.
    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Docx => "docx",
            Self::Xlsx => "xlsx",
            Self::Pptx => "pptx",
            Self::Odt => "odt",
            Self::Ods => "ods",
            Self::Odp => "odp",
            Self::Png => "png",
            Self::Jpeg => "jpg",
            Self::Gif => "gif",
            Self::Webp => "webp",
        }
    }

    pub(super) fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }

    /// The type it is handed over as.
    pub(super) const fn mime(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Pptx => "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            Self::Odt => "application/vnd.oasis.opendocument.text",
            Self::Ods => "application/vnd.oasis.opendocument.spreadsheet",
            Self::Odp => "application/vnd.oasis.opendocument.presentation",
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
            Self::Gif => "image/gif",
            Self::Webp => "image/webp",
        }
    }
}

/// Endings for the field in which somebody chooses a file.
pub(super) const ENDINGS: &str = ".pdf,.docx,.xlsx,.pptx,.odt,.ods,.odp,.png,.jpg,.jpeg,.gif,.webp";

/// What a file is by its first bytes; `entries` are the names of what is packed in it, when it is an archive. Its name and what a
/// browser says of it do not count: anybody can write these. `None` for everything that is not taken.
pub(super) fn kind_of(bytes: &[u8], entries: &[String]) -> Option<Kind> {
    let begins = |with: &[u8]| bytes.starts_with(with);
    if begins(b"%PDF-") {
        Some(Kind::Pdf)
    } else if begins(b"\x89PNG\r\n\x1a\n") {
        Some(Kind::Png)
    } else if begins(b"\xff\xd8\xff") {
        Some(Kind::Jpeg)
    } else if begins(b"GIF87a") || begins(b"GIF89a") {
        Some(Kind::Gif)
    } else if begins(b"RIFF") && bytes.get(8..12) == Some(b"WEBP".as_slice()) {
        Some(Kind::Webp)
    } else if begins(b"PK\x03\x04") {
        packed(bytes, entries)
    } else {
        None
    }
}

/// A document of an office program.
fn packed(bytes: &[u8], entries: &[String]) -> Option<Kind> {
    let holds = |folder: &str| entries.iter().any(|entry| entry.starts_with(folder));
    let has_macros = entries
        .iter()
        .any(|entry| entry.to_lowercase().ends_with("vbaproject.bin") || entry.starts_with("Basic/"));
    if has_macros {
        return None;
    }
    // The first entry of an OpenDocument says what it is, as it stands there.
    let first = bytes.get(30..).unwrap_or_default();
    for kind in [Kind::Odt, Kind::Ods, Kind::Odp] {
        let said = first.strip_prefix(b"mimetype".as_slice());
        if said.is_some_and(|said| said.starts_with(kind.mime().as_bytes())) {
            return Some(kind);
        }
    }
    let office = [(Kind::Docx, "word/"), (Kind::Xlsx, "xl/"), (Kind::Pptx, "ppt/")];
    let found = office.into_iter().find(|(_, folder)| holds(folder));
    found
        .filter(|_| holds("[Content_Types].xml"))
        .map(|(kind, _)| kind)
}

/// The name under which a file is handed over: what somebody called it, without folders and signs that mean something to a system, and
/// with the ending of what is in it.
pub(super) fn file_name(given: &str, kind: Kind) -> String {
    let last = given.rsplit(['/', '\\']).next().unwrap_or_default();
    let stem = match last.rsplit_once('.') {
        Some((stem, ending)) if ending.len() <= 5 => stem,
        _ => last,
    };
    let plain: String = stem.chars().map(|c| if is_plain(c) { c } else { ' ' }).collect();
    let words: Vec<&str> = plain.split_whitespace().collect();
    let tidy: String = words.join(" ").chars().take(NAME).collect();
    let tidy = tidy.trim_matches(|c: char| c == '.' || c == ' ' || c == '-');
    let stem = if tidy.is_empty() { "stuk" } else { tidy };
    format!("{stem}.{}", kind.word())
}

/// Letters and digits of any language, and a few signs that mean nothing to any system.
fn is_plain(c: char) -> bool {
    c.is_alphanumeric() || " -_.,()+&".contains(c)
}

/// Whether somebody adds papers and says who reads them.
pub(super) const fn keeps(standing: Standing) -> bool {
    matches!(standing, Standing::Facilitator | Standing::Organiser)
}

/// Whether somebody adds papers of their own at all.
pub(super) const fn may_add(standing: Standing) -> bool {
    keeps(standing) || matches!(standing, Standing::Speaker)
}

/// Whether a speaker reads it: what is meant for them, and what they brought.
pub(crate) fn is_for_speaker(paper: &Paper, person: &PersonId) -> bool {
    paper.for_speakers || paper.added_by == *person
}

/// Whether somebody who may see the meeting reads it.
pub(super) fn may_read(standing: Standing, person: &PersonId, paper: &Paper) -> bool {
    standing != Standing::Speaker || is_for_speaker(paper, person)
}

/// Whether somebody may take it away.
pub(super) fn may_remove(standing: Standing, person: &PersonId, paper: &Paper) -> bool {
    keeps(standing) || (may_add(standing) && paper.added_by == *person)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::MeetingId;

    fn entries(names: &[&str]) -> Vec<String> {
        names.iter().map(|name| (*name).to_owned()).collect()
    }

    #[test]
    fn a_file_is_what_is_in_it_and_nothing_that_runs_is_taken() {
        let office = |folder: &str| entries(&["[Content_Types].xml", folder]);
        let odt = b"PK\x03\x04\x14\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x08\0\0\0mimetypeapplication/vnd.oasis.opendocument.text";
        for (bytes, packed, expected) in [
            (b"%PDF-1.7 x".as_slice(), entries(&[]), Some(Kind::Pdf)),
            (b"\x89PNG\r\n\x1a\nx", entries(&[]), Some(Kind::Png)),
            (b"\xff\xd8\xff\xe0", entries(&[]), Some(Kind::Jpeg)),
            (b"RIFF\0\0\0\0WEBPVP8", entries(&[]), Some(Kind::Webp)),
            (b"RIFF\0\0\0\0WAVE", entries(&[]), None),
            (b"PK\x03\x04", office("word/document.xml"), Some(Kind::Docx)),
            (b"PK\x03\x04", office("xl/workbook.xml"), Some(Kind::Xlsx)),
            (b"PK\x03\x04", office("ppt/presentation.xml"), Some(Kind::Pptx)),
            (b"PK\x03\x04", entries(&["word/document.xml"]), None),
            (
                b"PK\x03\x04",
                entries(&["[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"]),
                None,
            ),
            (odt, entries(&["mimetype", "content.xml"]), Some(Kind::Odt)),
            (odt, entries(&["mimetype", "Basic/Standard/Module1.xml"]), None),
            (b"<!doctype html><script>", entries(&[]), None),
            (b"<svg xmlns='http://www.w3.org/2000/svg'>", entries(&[]), None),
            (b"MZ\x90\0", entries(&[]), None),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", entries(&[]), None),
            (b"", entries(&[]), None),
        ] {
            assert_eq!(kind_of(bytes, &packed), expected, "{bytes:?} {packed:?}");
        }
    }

    #[test]
    fn a_name_keeps_its_words_and_loses_what_means_something_to_a_system() {
        for (given, expected) in [
            ("Artikel over rouw.pdf", "Artikel over rouw.pdf"),
            ("C:\\Users\\noor\\plan.PDF", "plan.pdf"),
            ("../../etc/passwd", "passwd.pdf"),
            ("verslag.exe", "verslag.pdf"),
            ("a\"; filename=\"b.html", "a filename b.pdf"),
            ("\u{202e}fdp.x\r\n.pdf", "fdp.x.pdf"),
            ("Één ijsje.pdf", "Één ijsje.pdf"),
            ("...", "stuk.pdf"),
            ("", "stuk.pdf"),
        ] {
            assert_eq!(file_name(given, Kind::Pdf), expected, "{given:?}");
        }
        assert_eq!(
            file_name(&"x".repeat(300), Kind::Docx).len(),
            NAME + ".docx".len()
        );
    }

    #[test]
    fn every_kind_is_read_back_from_its_word() {
        for kind in Kind::ALL {
            assert_eq!(Kind::of_word(kind.word()), Some(kind));
            assert!(
                ENDINGS
                    .split(',')
                    .any(|ending| ending == format!(".{}", kind.word()))
            );
        }
    }

    #[test]
    fn a_speaker_reads_what_is_meant_for_them_and_takes_away_what_is_their_own() {
        let (samira, thea) = (PersonId("samira".to_owned()), PersonId("thea".to_owned()));
        let paper = |by: &PersonId, for_speakers: bool| Paper {
            id: String::new(),
            meeting_id: MeetingId(String::new()),
            title: String::new(),
            link: None,
            file_name: None,
            kind: None,
            size: None,
            for_speakers,
            added_by: by.clone(),
        };
        let (inside, shared, own) = (paper(&thea, false), paper(&thea, true), paper(&samira, true));
        let reads = [&inside, &shared, &own].map(|paper| may_read(Standing::Speaker, &samira, paper));
        assert_eq!(reads, [false, true, true]);
        let removes = [&shared, &own].map(|paper| may_remove(Standing::Speaker, &samira, paper));
        assert_eq!(removes, [false, true]);
        for standing in Standing::ALL.into_iter().filter(|one| *one != Standing::Speaker) {
            assert!(may_read(standing, &samira, &inside), "{standing:?}");
            let keeps = matches!(standing, Standing::Facilitator | Standing::Organiser);
            assert_eq!(may_remove(standing, &thea, &own), keeps, "{standing:?}");
        }
    }
}
