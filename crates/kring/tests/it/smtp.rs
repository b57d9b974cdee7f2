//! The way to a real mail server, which here is a few lines that speak its language on this very machine.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};

use figment::Figment;
use kring::app::App;
use kring::clock::{Clock, Ids};
use kring::config::{Config, Flags};
use kring::post::{Bounce, Letter};
use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::{TcpListener, TcpStream};
use ui::Language;

use crate::site::run;

/// What the server heard, and what it says to the next recipients instead of yes.
#[derive(Default)]
struct Heard {
    lines: Vec<String>,
    refusals: VecDeque<&'static str>,
}

#[derive(Clone)]
struct Server {
    port: u16,
    heard: Arc<Mutex<Heard>>,
}

impl Server {
    /// Listens until the test is over.
    async fn start(refusals: &[&'static str]) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let server = Self {
            port: listener.local_addr().unwrap().port(),
            heard: Arc::new(Mutex::new(Heard {
                lines: Vec::new(),
                refusals: refusals.iter().copied().collect(),
            })),
        };
        let listening = server.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(listening.clone().talk(stream));
            }
        });
        server
    }

    async fn talk(self, stream: TcpStream) {
        let mut stream = BufReader::new(stream);
        let mut is_text = false;
        let mut answer = "220 here\r\n".to_owned();
        loop {
            // A client that has gone needs no answer.
            if stream.write_all(answer.as_bytes()).await.is_err() {
                return;
            }
            let mut line = String::new();
            if stream.read_line(&mut line).await.unwrap_or(0) == 0 {
                return;
            }
            answer = self.reply(line.trim_end(), &mut is_text);
        }
    }

    fn reply(&self, line: &str, is_text: &mut bool) -> String {
        let mut heard = self.heard.lock().unwrap();
        heard.lines.push(line.to_owned());
        let answer = match line.split([' ', ':']).next().unwrap() {
            "." => {
                *is_text = false;
                "250 kept"
            }
            _ if *is_text => return String::new(),
            "EHLO" => "250-here\r\n250-8BITMIME\r\n250 AUTH PLAIN",
            "RCPT" => heard.refusals.pop_front().unwrap_or("250 yes"),
            "AUTH" => "535 wrong password",
            "DATA" => {
                *is_text = true;
                "354 go on"
            }
            "QUIT" => "221 bye",
            _ => "250 yes",
        };
        format!("{answer}\r\n")
    }

    /// A node that sends through it, signing in like this.
    async fn app(&self, folder: &str, user: &str) -> App {
        let settings = format!(
            "mail_server = 'smtp://{user}127.0.0.1:{}'\nmail_from = 'Kring <kring@voorbeeld.example>'\n\
             address = 'https://kring.voorbeeld.example'",
            self.port
        );
        let flags = Flags {
            data: Some(folder.to_owned()),
            ..Flags::default()
        };
        let config = Config::read("kring.toml", &settings, &Figment::new(), &flags).unwrap();
        let clock = Clock::standing_at("2026-11-23T09:00:00Z".parse().unwrap());
        App::open(config, clock, Ids::Random).await.unwrap()
    }

    fn heard(&self) -> Vec<String> {
        self.heard.lock().unwrap().lines.clone()
    }
}

fn letter() -> Letter {
    Letter {
        id: "0197".to_owned(),
        to: "noor@voorbeeld.example".to_owned(),
        language: Language::Nl,
        subject: "Je code".to_owned(),
        text: "Eén regel.\n.\nNog een.".to_owned(),
        calendar: None,
        reply_to: None,
        at: "2026-11-23T09:00:00Z".parse().unwrap(),
    }
}

async fn send(app: &App) -> Result<(), Bounce> {
    app.mailer.as_ref().unwrap().carry(&letter()).await
}

#[test]
fn a_mail_reaches_the_server_whole_and_under_its_own_number() {
    run(async {
        let (server, folder) = (Server::start(&[]).await, tempfile::tempdir().unwrap());
        let app = server.app(folder.path().to_str().unwrap(), "").await;
        assert_eq!(send(&app).await, Ok(()));
        let heard = server.heard();
        for line in [
            "EHLO kring.voorbeeld.example",
            "MAIL FROM:<kring@voorbeeld.example>",
            "RCPT TO:<noor@voorbeeld.example>",
            "Message-ID: <0197@voorbeeld.example>",
            "Nog een.",
        ] {
            assert!(
                heard.iter().any(|found| found.starts_with(line)),
                "{line}\n{heard:#?}"
            );
        }
        app.db.close().await;
    });
}

#[test]
fn what_the_server_says_decides_whether_it_is_tried_again() {
    run(async {
        let server = Server::start(&["550 no such box", "451 come back later"]).await;
        let folder = tempfile::tempdir().unwrap();
        let app = server.app(folder.path().to_str().unwrap(), "").await;
        let gone = send(&app).await.unwrap_err();
        assert!(
            matches!(&gone, Bounce::Never(reason) if reason.contains("no such box")),
            "{gone:?}"
        );
        let busy = send(&app).await.unwrap_err();
        assert!(
            matches!(&busy, Bounce::Later(reason) if reason.contains("come back later")),
            "{busy:?}"
        );
        assert_eq!(send(&app).await, Ok(()));
        app.db.close().await;
    });
}

#[test]
fn a_wrong_password_is_a_matter_of_settings_so_mails_wait() {
    run(async {
        let (server, folder) = (Server::start(&[]).await, tempfile::tempdir().unwrap());
        let app = server.app(folder.path().to_str().unwrap(), "kring:geheim@").await;
        let refused = send(&app).await.unwrap_err();
        assert!(
            matches!(&refused, Bounce::Later(reason) if reason.contains("535")),
            "{refused:?}"
        );
        app.db.close().await;
    });
}

#[test]
fn a_server_that_is_away_is_tried_again() {
    run(async {
        let (server, folder) = (Server::start(&[]).await, tempfile::tempdir().unwrap());
        let free = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let away = Server {
            port: free.local_addr().unwrap().port(),
            ..server
        };
        drop(free);
        let app = away.app(folder.path().to_str().unwrap(), "").await;
        let refused = send(&app).await.unwrap_err();
        assert!(matches!(refused, Bounce::Later(_)), "{refused:?}");
        app.db.close().await;
    });
}
