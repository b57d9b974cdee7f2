//! Calendar files as another program reads them, and mail on its way through a mail server that others wrote.

use std::io::{BufRead as _, BufReader, Write as _};
use std::net::TcpListener;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

use figment::Figment;
use kring::app::App;
use kring::clock::{Clock, Ids};
use kring::config::{Config, Flags};
use store::MIGRATIONS;
use tempfile::TempDir;

use super::world::{World, row};
use crate::site::run;

/// How long that other program may take.
const LIMIT: Duration = Duration::from_secs(20);

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

/// A mail server that others wrote. It prints every message it takes, and ends when its standard input does.
const MAIL_SERVER: &str = "
import sys, asyncio, email, email.policy
from aiosmtpd.controller import Controller
class Keep:
    async def handle_DATA(self, server, session, envelope):
        mail = email.message_from_bytes(envelope.content, policy=email.policy.default)
        print(mail['To'], '|', mail['Subject'], '|', mail['Message-ID'])
        for part in mail.walk():
            name, method = part.get_content_type(), part.get_param('method')
            inside = ''
            if name == 'text/calendar':
                import icalendar
                inside = str(icalendar.Calendar.from_ical(part.get_content())['METHOD'])
            print(' ', name, method, part.get_content_disposition(), inside)
        print('.', flush=True)
        return '250 kept'
controller = Controller(Keep(), hostname='127.0.0.1', port=0)
controller.port = int(sys.argv[1])
controller.start()
print('ready', flush=True)
sys.stdin.read()
controller.stop()
";

/// The mail server, as long as it is needed.
struct MailServer {
    child: Child,
    lines: Receiver<String>,
    port: u16,
}

impl MailServer {
    fn start() -> Self {
        // A port that was free a moment ago.
        let free = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = free.local_addr().unwrap().port();
        drop(free);
        let mut child = Command::new(python())
            .args(["-c", MAIL_SERVER, &port.to_string()])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let printed = BufReader::new(child.stdout.take().unwrap()).lines();
        let (say, lines) = channel();
        thread::spawn(move || printed.map_while(Result::ok).try_for_each(|line| say.send(line)));
        assert_eq!(lines.recv_timeout(LIMIT).unwrap(), "ready");
        Self { child, lines, port }
    }

    /// The next message, as the server took it.
    fn message(&self) -> Vec<String> {
        let mut message = Vec::new();
        loop {
            let line = self.lines.recv_timeout(LIMIT).unwrap();
            if line == "." {
                return message;
            }
            message.push(line);
        }
    }
}

impl Drop for MailServer {
    fn drop(&mut self) {
        drop(self.child.stdin.take());
        self.child.wait().unwrap();
    }
}

/// A node that sends through that server.
async fn through(port: u16, folder: &TempDir) -> App {
    let settings =
        format!("mail_server = 'smtp://127.0.0.1:{port}'\nmail_from = 'Kring <kring@voorbeeld.example>'");
    let flags = Flags {
        data: Some(folder.path().to_str().unwrap().to_owned()),
        ..Flags::default()
    };
    let config = Config::read("kring.toml", &settings, &Figment::new(), &flags).unwrap();
    let clock = Clock::standing_at("2026-11-23T09:00:00Z".parse().unwrap());
    App::open(config, clock, Ids::Random).await.unwrap()
}

#[test]
fn an_invitation_and_its_cancellation_go_through_a_real_mail_server() {
    run(async {
        let (server, folder) = (MailServer::start(), tempfile::tempdir().unwrap());
        let app = through(server.port, &folder).await;
        let world = World::new(&app.db).await;
        let meeting = world.plan("2026-12-15").await;
        assert_eq!(kring::post::deliver(&app).await.unwrap(), 4);
        let mut parts = Vec::new();
        for _ in 0..4 {
            let message = server.message();
            assert!(message[0].contains("Uitnodiging: "), "{message:#?}");
            parts = message[1..].to_vec();
        }
        assert_eq!(
            parts,
            [
                "  multipart/mixed None None ",
                "  multipart/alternative None None ",
                "  text/plain None None ",
                "  text/html None None ",
                "  text/calendar REQUEST None REQUEST",
                "  application/ics None attachment ",
            ]
        );
        let coach = world.house.signed_in("thea@voorbeeld.example").await;
        coach
            .post(&format!("/meetings/{meeting}/cancellation"), "because=")
            .await;
        assert_eq!(kring::post::deliver(&app).await.unwrap(), 4);
        let message = server.message();
        assert!(message[0].contains("Gaat niet door: "), "{message:#?}");
        assert!(
            message.contains(&"  text/calendar CANCEL None CANCEL".to_owned()),
            "{message:#?}"
        );
        app.db.close().await;
    });
}
