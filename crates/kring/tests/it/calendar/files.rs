//! Calendar files as another program reads them, and mail on its way through a mail server that others wrote.

use std::io::Write as _;
use std::process::{Command, Stdio};

use super::world::{World, row};
use store::MIGRATIONS;

/// Python with the packages `icalendar` and `aiosmtpd`; `./check` brings it.
#[expect(
    clippy::disallowed_methods,
    reason = "a test that needs another program is told where it is"
)]
fn python() -> String {
    std::env::var("KRING_PYTHON").expect("KRING_PYTHON is not set: run ./check, or see docs/journeys.md")
}

/// Runs a few lines of Python; answers what it printed.
fn ask(script: &str, input: &str) -> String {
    let mut child = Command::new(python())
        .args(["-c", script])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    let done = child.wait_with_output().unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stdout));
    String::from_utf8(done.stdout).unwrap()
}

/// Reads a file as that program does and tells what a calendar would show: zone, method, and for each meeting its times in UTC.
const READ: &str = "
import sys, icalendar, datetime
calendar = icalendar.Calendar.from_ical(sys.stdin.read())
print(calendar['METHOD'], [str(zone['TZID']) for zone in calendar.walk('VTIMEZONE')])
zones = {str(zone['TZID']): zone.to_tz() for zone in calendar.walk('VTIMEZONE')}
for event in calendar.walk('VEVENT'):
    for name in ('DTSTART', 'DTEND'):
        wall = event[name].dt.replace(tzinfo=None)
        zone = zones[event[name].params['TZID']]
        print(name, zone.localize(wall).astimezone(datetime.timezone.utc).strftime('%Y-%m-%dT%H:%MZ'))
    people = event.get('ATTENDEE', [])
    people = people if isinstance(people, list) else [people]
    print(str(event['UID']).split('@')[1], event['SEQUENCE'], event['SUMMARY'], event.get('ORGANIZER'), [str(one) for one in people])
";

store::both_engines! {
    MIGRATIONS;

    async fn another_program_reads_the_same_times_around_both_changes_of_the_clock(db) {
        let world = World::new(&db).await;
        let coach = world.house.signed_in("thea@voorbeeld.example").await;
        for (day, starts, ends) in [
            ("2027-03-27", "2027-03-27T18:30Z", "2027-03-27T20:00Z"),
            ("2027-03-28", "2027-03-28T17:30Z", "2027-03-28T19:00Z"),
            ("2027-10-30", "2027-10-30T17:30Z", "2027-10-30T19:00Z"),
            ("2027-10-31", "2027-10-31T18:30Z", "2027-10-31T20:00Z"),
        ] {
            coach.post("/groups/g/series", &row("invite", day, &[day])).await;
            assert_eq!(world.house.deliver().await, 4);
            let letter = world.house.mailbox.letters().pop().unwrap();
            let read = ask(READ, &letter.calendar.unwrap().file);
            let lines: Vec<&str> = read.lines().collect();
            assert_eq!(lines[..3], [
                "REQUEST ['Europe/Amsterdam']",
                &format!("DTSTART {starts}"),
                &format!("DTEND {ends}"),
            ]);
            assert_eq!(
                lines[3],
                format!("kring 0 Bijeenkomst mailto:kring@127.0.0.1 ['mailto:{}']", letter.to)
            );
        }
    }
}
