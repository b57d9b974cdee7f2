use jiff::SignedDuration;

use super::*;

fn amsterdam() -> TimeZone {
    TimeZone::get("Europe/Amsterdam").unwrap()
}

fn entry(starts: &str) -> Entry {
    let starts: Timestamp = starts.parse().unwrap();
    Entry {
        uid: "0197@kring".to_owned(),
        sequence: 2,
        made: "2026-11-20T09:00:00Z".parse().unwrap(),
        starts,
        ends: starts + SignedDuration::from_mins(90),
        title: "Bijeenkomst groep 4; deel 1, vervolg".to_owned(),
        description: "Voor wie: de groep\nMeer: \\ en ;".to_owned(),
        place: Some("Gezondheidscentrum De Linde, zaal 2".to_owned()),
        link: "https://kring.example.nl/meetings/0197".to_owned(),
        organiser: Contact {
            name: "Regio \"Noord\", team 1".to_owned(),
            mail: "kring@voorbeeld.example".to_owned(),
        },
        invited: vec![Contact {
            name: "Noor Veenstra-Ytsma".to_owned(),
            mail: "noor@voorbeeld.example".to_owned(),
        }],
        is_cancelled: false,
    }
}

#[test]
fn an_invitation_is_what_calendars_expect() {
    let file = file(
        Method::Request,
        &amsterdam(),
        None,
        &[entry("2026-12-01T18:30:00Z")],
    );
    insta::assert_snapshot!(file.replace("\r\n", "\n"));
    assert!(file.split("\r\n").all(|line| line.len() <= 75), "{file}");
    assert!(!file.replace("\r\n", "").contains('\n'));
}

#[test]
fn a_cancellation_names_the_same_meeting() {
    let gone = Entry {
        sequence: 3,
        is_cancelled: true,
        ..entry("2026-12-01T18:30:00Z")
    };
    let file = file(Method::Cancel, &amsterdam(), None, &[gone]);
    for line in [
        "METHOD:CANCEL",
        "UID:0197@kring",
        "SEQUENCE:3",
        "STATUS:CANCELLED",
    ] {
        assert!(file.contains(&format!("\r\n{line}\r\n")), "{line}\n{file}");
    }
}

#[test]
fn a_plan_keeps_its_wall_clock_time_over_both_changes_of_the_clock() {
    // Half past seven in the evening, before and after the clocks are set in spring and in autumn.
    for (utc, local) in [
        ("2027-03-27T18:30:00Z", "20270327T193000"),
        ("2027-03-28T17:30:00Z", "20270328T193000"),
        ("2027-10-30T17:30:00Z", "20271030T193000"),
        ("2027-10-31T18:30:00Z", "20271031T193000"),
    ] {
        let file = file(Method::Request, &amsterdam(), None, &[entry(utc)]);
        assert!(
            file.contains(&format!("DTSTART;TZID=Europe/Amsterdam:{local}\r\n")),
            "{file}"
        );
    }
}

#[test]
fn other_zones_are_told_apart_from_ours() {
    let file_in = |zone: &str| {
        let zone = TimeZone::get(zone).unwrap();
        file(Method::Request, &zone, None, &[entry("2026-12-01T18:30:00Z")])
    };
    let file = file_in("America/Curacao");
    assert!(
        file.contains("TZOFFSETTO:-0400\r\n") && !file.contains("RRULE"),
        "{file}"
    );
    let file = file_in("America/New_York");
    assert!(
        file.contains("TZOFFSETTO:-0500\r\n") && !file.contains("RRULE"),
        "{file}"
    );
}

#[test]
fn a_list_asks_nobody_to_answer() {
    let list = [entry("2026-12-01T18:30:00Z"), entry("2027-12-01T18:30:00Z")];
    let file = file(Method::Publish, &amsterdam(), Some("Kring"), &list);
    assert!(!file.contains("ATTENDEE"), "{file}");
    assert!(
        file.contains("X-WR-CALNAME:Kring\r\n") && file.contains("REFRESH-INTERVAL;VALUE=DURATION:PT4H\r\n")
    );
    assert_eq!(file.matches("BEGIN:VTIMEZONE").count(), 1);
}

#[test]
fn an_empty_list_is_a_file_too() {
    let file = file(Method::Publish, &amsterdam(), Some("Kring"), &[]);
    assert!(
        file.starts_with("BEGIN:VCALENDAR\r\n") && file.ends_with("END:VCALENDAR\r\n"),
        "{file}"
    );
}

/// Shaped as Outlook writes it: lower-case scheme in capitals, a comment, a zone of its own.
const OUTLOOK: &str = "BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nPRODID:Microsoft Exchange Server 2010\r\nVERSION:2.0\r\n\
    BEGIN:VTIMEZONE\r\nTZID:W. Europe Standard Time\r\nBEGIN:STANDARD\r\nDTSTART:16010101T030000\r\nTZOFFSETFROM:+0200\r\n\
    TZOFFSETTO:+0100\r\nRRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n\
    BEGIN:VEVENT\r\nATTENDEE;PARTSTAT=DECLINED;CN=Noor Veenstra:MAILTO:Noor@Voorbeeld.example\r\n\
    COMMENT;LANGUAGE=nl-NL:Ik heb dan dienst\\, helaas.\\n\r\nUID:0197@kring\r\n\
    SUMMARY;LANGUAGE=nl-NL:Geweigerd: Bijeenkomst groep 4\r\nDTSTART;TZID=W. Europe Standard Time:20261201T193000\r\n\
    DTEND;TZID=W. Europe Standard Time:20261201T210000\r\nCLASS:PRIVATE\r\nPRIORITY:5\r\nDTSTAMP:20261120T100000Z\r\n\
    TRANSP:OPAQUE\r\nSTATUS:CONFIRMED\r\nSEQUENCE:2\r\nX-MICROSOFT-CDO-APPT-SEQUENCE:2\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

/// Shaped as Google writes it: folded lines, no comment, no number of the version.
const GOOGLE: &str = "BEGIN:VCALENDAR\r\nPRODID:-//Google Inc//Google Calendar 70.9054//EN\r\nVERSION:2.0\r\n\
    CALSCALE:GREGORIAN\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nDTSTART:20261201T183000Z\r\nDTEND:20261201T200000Z\r\n\
    DTSTAMP:20261120T100000Z\r\nORGANIZER;CN=Kring:mailto:kring@voorbeeld.example\r\nUID:0197@kring\r\n\
    ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;CN=noor@\r\n voorbeeld.example;X-NUM-GUESTS=0:\
    mailto:noor@voorbeeld.example\r\nSTATUS:CONFIRMED\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

#[test]
fn answers_of_outlook_and_google_are_understood() {
    let from_outlook = answer(OUTLOOK).unwrap();
    assert_eq!(from_outlook.reply, Reply::Declined);
    assert_eq!(
        (from_outlook.uid.as_str(), from_outlook.sequence),
        ("0197@kring", 2)
    );
    assert_eq!(from_outlook.mail, "noor@voorbeeld.example");
    assert_eq!(
        from_outlook.comment.as_deref(),
        Some("Ik heb dan dienst, helaas.\n")
    );
    let from_google = answer(GOOGLE).unwrap();
    assert_eq!((from_google.reply, from_google.sequence), (Reply::Accepted, 0));
    assert_eq!(from_google.mail, "noor@voorbeeld.example");
    assert_eq!(from_google.comment, None);
}

#[test]
fn what_is_no_answer_is_refused_with_a_reason() {
    let invitation = file(
        Method::Request,
        &amsterdam(),
        None,
        &[entry("2026-12-01T18:30:00Z")],
    );
    assert_eq!(answer(&invitation), Err(NoAnswer::OtherMethod));
    assert_eq!(answer("Beste Kring, ik kom."), Err(NoAnswer::Unreadable));
    assert_eq!(
        answer(&OUTLOOK.replace("PARTSTAT=DECLINED;", "")),
        Err(NoAnswer::Incomplete)
    );
    assert_eq!(answer(&"x".repeat(300_000)), Err(NoAnswer::Unreadable));
}
