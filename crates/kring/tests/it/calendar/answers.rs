//! Answers that calendars mail back, through the command that a mail server calls.

use std::io::Write as _;
use std::process::{Command, Stdio};

use store::testing::TestDb;
use store::{MIGRATIONS, Url, args, sql};

use super::world::World;

/// Long after everybody who runs this: the command reads the clock of the machine.
const DAY: &str = "2098-12-16";

/// Hands a mail over; answers the exit code and what was said.
pub(crate) fn receive(database: &str, mail: &str) -> (i32, String) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_kring"))
        .args(["post", "receive", "--lang", "en", "--database", database])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(mail.as_bytes()).unwrap();
    let done = child.wait_with_output().unwrap();
    let said = [done.stdout, done.stderr].concat();
    (done.status.code().unwrap(), String::from_utf8(said).unwrap())
}

/// The whole address of the database, with what its text leaves out.
pub(crate) fn address(db: &TestDb) -> String {
    match &db.fresh().config().url {
        Url::Postgres(address) => address.clone(),
        sqlite @ Url::Sqlite(_) => sqlite.to_string(),
    }
}

fn answer(meeting: &str, from: &str, reply: &str, sequence: u32) -> String {
    format!(
        "From: {from}\nTo: kring@voorbeeld.example\nSubject: Re\nMIME-Version: 1.0\n\
         Content-Type: text/calendar; method=REPLY; charset=utf-8\n\n\
         BEGIN:VCALENDAR\nMETHOD:REPLY\nVERSION:2.0\nBEGIN:VEVENT\nUID:{meeting}@kring\nSEQUENCE:{sequence}\n\
         ATTENDEE;PARTSTAT={reply}:mailto:{from}\nEND:VEVENT\nEND:VCALENDAR\n"
    )
}

store::both_engines! {
    MIGRATIONS;

    async fn what_somebody_presses_in_their_calendar_counts(db) {
        let world = World::new(&db).await;
        let meeting = world.plan(DAY).await;
        world.house.deliver().await;
        let database = address(&db);
        let hand_over = |mail: String| receive(&database, &mail);
        let noor = "noor@voorbeeld.example";
        let (code, said) = hand_over(answer(&meeting, noor, "DECLINED", 0));
        assert_eq!((code, said.as_str()), (0, "Noted: does not come.\n"));
        assert_eq!(world.state("noor").await, "declined");
        let (_, said) = hand_over(answer(&meeting, noor, "ACCEPTED", 0));
        assert_eq!(said, "Noted: comes.\n");
        assert_eq!(world.state("noor").await, "expected");
        // The meeting moves; an answer about the old time changes nothing.
        let coach = world.house.signed_in("thea@voorbeeld.example").await;
        let moved = "title=B&date=2098-12-17&time=20%3A00&minutes=60&place=X&online=&directions=&seen=0";
        for sequence in 0..2 {
            let form = moved.replace("seen=0", &format!("seen={sequence}")).replace("12-17", &format!("12-1{}", 7 + sequence));
            assert_eq!(coach.post(&format!("/meetings/{meeting}/date"), &form).await.status, 303);
        }
        let (_, said) = hand_over(answer(&meeting, noor, "DECLINED", 1));
        assert!(said.starts_with("There is nothing"), "{said}");
        assert_eq!(world.state("noor").await, "expected");
        for (mail, expected) in [
            (answer(&meeting, "vreemd@voorbeeld.example", "DECLINED", 2), "This answer does not come"),
            (answer("nowhere", noor, "DECLINED", 2), "This answer does not come"),
            (answer(&meeting, noor, "TENTATIVE", 2), "There is nothing"),
            ("Subject: Hoi\n\nIk kom later.\n".to_owned(), "There is nothing"),
        ] {
            let (code, said) = hand_over(mail);
            assert!(code == 0 && said.starts_with(expected), "{said}");
        }
        assert_eq!(world.state("noor").await, "expected");
    }

    async fn a_mail_that_did_not_arrive_stands_in_the_ledger(db) {
        let world = World::new(&db).await;
        world.plan(DAY).await;
        world.house.deliver().await;
        let letter = world.house.mailbox.letters().pop().unwrap();
        let report = format!(
            "From: MAILER-DAEMON@voorbeeld.example\nSubject: Undelivered\nMIME-Version: 1.0\n\
             Content-Type: multipart/report; report-type=delivery-status; boundary=\"b\"\n\n\
             --b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; x\n\nAction: failed\nStatus: 5.1.1\n\n\
             --b\nContent-Type: text/rfc822-headers\n\nMessage-ID: <{}@voorbeeld.example>\n\n--b--\n",
            letter.id
        );
        let database = address(&db);
        let (code, said) = receive(&database, &report);
        assert_eq!((code, said.as_str()), (0, "Noted: a mail did not arrive.\n"));
        let (outcome, problem): (String, Option<String>) = db
            .read(move |tx| tx.one(sql!("select outcome, problem from mail_ledger where id = $1"), args![&letter.id]))
            .await
            .unwrap();
        assert_eq!((outcome.as_str(), problem.as_deref()), ("failed", Some("5.1.1")));
    }
}

#[test]
fn a_mail_server_tries_again_when_the_database_is_away() {
    let mail = answer("0197", "noor@voorbeeld.example", "DECLINED", 0);
    let mut child = Command::new(env!("CARGO_BIN_EXE_kring"))
        .args([
            "post",
            "receive",
            "--lang",
            "en",
            "--database",
            "postgres://kring@127.0.0.1:1/kring",
        ])
        .stdin(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(mail.as_bytes()).unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(75));
}
