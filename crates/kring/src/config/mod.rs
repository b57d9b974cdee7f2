//! Settings, read once: defaults, then the file `kring.toml`, then the environment (`KRING_…`), then flags.
//!
//! Reading names every problem at once, with the place of the wrong value and an example of a right one. Values are not
//! repeated in messages, because some of them hold passwords.

mod problem;
mod reader;

use std::io::ErrorKind;
use std::net::SocketAddr;

use camino::{Utf8Path, Utf8PathBuf};
use figment::Figment;
use figment::providers::{Env, Serialized};
use serde::Serialize;
use store::Url;

pub use problem::Problem;
use reader::Reader;

/// The file that is read when no other is named.
pub const DEFAULT_FILE: &str = "kring.toml";

const KEYS: [&str; 14] = [
    "address",
    "case_key",
    "data",
    "database",
    "listen",
    "log",
    "mail_from",
    "mail_reply_to",
    "mail_server",
    "nats",
    "nats_subject",
    "proxy_header",
    "report_reminder_days",
    "video_server",
];

/// All settings, checked.
#[derive(Clone, Debug)]
pub struct Config {
    /// The folder for files that belong to this installation.
    pub data: Utf8PathBuf,
    /// The database; a SQLite file in the data folder unless set.
    pub database: Url,
    /// Where the server listens.
    pub listen: SocketAddr,
    /// How people reach it, without a slash at the end: the beginning of every link in a mail.
    pub address: String,
    /// The NATS server for wake-ups between machines, if any.
    pub nats: Option<Nats>,
    /// How mail is sent; `None` when it is not set up.
    pub mail: Option<Mail>,
    /// An address of which everything with a `+` and a secret in it is handed to `kring post receive`; `None` when nobody answers by mail.
    pub mail_reply_to: Option<String>,
    /// The keys under which the keys of cases are wrapped, 64 hexadecimal digits each, the newest last; `None` for the file `case.key` in the data folder.
    pub case_key: Option<String>,
    /// The header in which a proxy of ours says who asks, in lower case; `None` when people reach this server directly.
    pub proxy_header: Option<String>,
    /// Days that a report waits before whoever releases it is reminded; after twice as many whoever led the meeting is.
    pub report_reminder_days: u16,
    /// A Jitsi server on which meetings get video rooms, without a slash at the end; `None` when people bring their own addresses.
    pub video_server: Option<String>,
    /// Which log lines are written, in the notation of `tracing`.
    pub log: String,
}

/// A NATS server.
#[derive(Clone, PartialEq, Eq)]
pub struct Nats {
    /// Its address; may hold a password.
    pub url: String,
    /// The subject wake-ups travel on.
    pub subject: String,
}

impl std::fmt::Debug for Nats {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Nats")
            .field("subject", &self.subject)
            .finish_non_exhaustive()
    }
}

/// How mail is sent.
#[derive(Clone, PartialEq, Eq)]
pub struct Mail {
    /// Address of the mail server; may hold a password.
    pub server: String,
    /// The sender.
    pub from: String,
}

impl Mail {
    /// Host and port of `smtps://user:password@host:port`, without the secrets.
    pub fn place(&self) -> String {
        let (scheme, rest) = self.server.split_once("://").unwrap_or(("smtp", &self.server));
        let host = rest.rsplit_once('@').map_or(rest, |(_, host)| host);
        let host = host.split(['/', '?']).next().unwrap_or(host);
        let has_port = host
            .rsplit_once(':')
            .is_some_and(|(_, port)| port.parse::<u16>().is_ok());
        match (has_port, scheme) {
            (true, _) => host.to_owned(),
            (false, "smtps") => format!("{host}:465"),
            (false, _) => format!("{host}:587"),
        }
    }
}

impl std::fmt::Debug for Mail {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Mail")
            .field("from", &self.from)
            .finish_non_exhaustive()
    }
}

/// What the command line sets; `None` leaves it to the other places.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Flags {
    /// `--data`
    #[serde(skip_serializing_if = "Option::is_none")]
    pub data: Option<String>,
    /// `--database`
    #[serde(skip_serializing_if = "Option::is_none")]
    pub database: Option<String>,
    /// `--listen`
    #[serde(skip_serializing_if = "Option::is_none")]
    pub listen: Option<String>,
    /// `--address`
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// `--log`
    #[serde(skip_serializing_if = "Option::is_none")]
    pub log: Option<String>,
}

impl Config {
    /// Reads the settings of this process. A file that is named must exist; [`DEFAULT_FILE`] may be absent.
    ///
    /// # Errors
    /// Every problem found.
    pub fn load(file: Option<&Utf8Path>, flags: &Flags) -> Result<Self, Vec<Problem>> {
        match Self::examine(file, flags) {
            (config, problems) if problems.is_empty() => Ok(config),
            (_, problems) => Err(problems),
        }
    }

    /// The settings of this process as far as they can be read, defaults in the place of what cannot, and every problem found.
    pub fn examine(file: Option<&Utf8Path>, flags: &Flags) -> (Self, Vec<Problem>) {
        let path = file.unwrap_or(Utf8Path::new(DEFAULT_FILE));
        let (text, unreadable) = match std::fs::read_to_string(path) {
            Ok(text) => (text, None),
            Err(error) if file.is_none() && error.kind() == ErrorKind::NotFound => (String::new(), None),
            Err(error) => {
                let problem = Problem::Unreadable {
                    file: path.to_string(),
                    reason: error.to_string(),
                };
                (String::new(), Some(problem))
            }
        };
        let environment = Figment::from(Env::prefixed("KRING_").only(&KEYS));
        let (config, mut problems) = Self::gather(path.as_str(), &text, &environment, flags);
        problems.extend(unreadable);
        (config, problems)
    }

    /// Reads settings from given sources; `file` is only a name for messages.
    ///
    /// # Errors
    /// Every problem found.
    pub fn read(file: &str, text: &str, environment: &Figment, flags: &Flags) -> Result<Self, Vec<Problem>> {
        match Self::gather(file, text, environment, flags) {
            (config, problems) if problems.is_empty() => Ok(config),
            (_, problems) => Err(problems),
        }
    }

    fn gather(file: &str, text: &str, environment: &Figment, flags: &Flags) -> (Self, Vec<Problem>) {
        let mut reader = Reader::new(file, text);
        reader.figment = reader
            .figment
            .merge(environment)
            .merge(Serialized::defaults(flags));
        let config = reader.config();
        (config, reader.problems)
    }

    /// Whether people reach this server over https.
    pub fn is_https(&self) -> bool {
        self.address.starts_with("https://")
    }

    /// What the store needs to know.
    pub fn store(&self) -> store::Config {
        let mut config = store::Config::new(self.database.clone());
        if let Some(nats) = &self.nats {
            config.bus = store::BusKind::Nats {
                url: nats.url.clone(),
                subject: nats.subject.clone(),
            };
        }
        config
    }
}

/// The language the shell is set to, for commands that speak to an administrator; Dutch when it says nothing we know.
pub fn shell_language() -> ui::Language {
    #[expect(
        clippy::disallowed_methods,
        reason = "this is the file where settings are read"
    )]
    let set = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .find_map(|name| std::env::var(name).ok());
    set.and_then(|tag| ui::Language::from_tag(&tag))
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, flags: &Flags) -> Result<Config, Vec<Problem>> {
        Config::read("kring.toml", text, &Figment::new(), flags)
    }

    #[test]
    fn without_any_setting_it_is_one_machine_with_one_file() {
        let config = read("", &Flags::default()).unwrap();
        assert_eq!(config.database.to_string(), "sqlite:data/kring.sqlite");
        assert_eq!(config.address, "http://127.0.0.1:8080");
        assert!(config.mail.is_none() && config.nats.is_none() && !config.is_https());
    }

    #[test]
    fn a_flag_beats_the_environment_beats_the_file() {
        let file = "listen = '127.0.0.1:1'\naddress = 'https://file.example.nl/'\nlog = 'warn'";
        let environment = Figment::from(Serialized::default("listen", "127.0.0.1:2"))
            .merge(Serialized::default("address", "https://env.example.nl"));
        let flags = Flags {
            listen: Some("127.0.0.1:3".to_owned()),
            ..Flags::default()
        };
        let config = Config::read("kring.toml", file, &environment, &flags).unwrap();
        assert_eq!(config.listen.port(), 3);
        assert_eq!(config.address, "https://env.example.nl");
        assert_eq!(config.log, "warn");
    }

    #[test]
    fn every_problem_is_named_at_once() {
        let file = "lisen = 'x'\naddress = 'kring.example.nl'\nmail_server = 'smtps://u:geheim@m'\ndatabase = 'mysql://x'";
        let flags = Flags {
            listen: Some("here".to_owned()),
            ..Flags::default()
        };
        let problems = read(file, &flags).unwrap_err();
        let expected = [
            Problem::Unknown {
                key: "lisen".to_owned(),
                place: "kring.toml".to_owned(),
                near: "listen",
            },
            Problem::Wrong {
                key: "database",
                place: "kring.toml".to_owned(),
                example: "sqlite:data/kring.sqlite",
            },
            Problem::Wrong {
                key: "listen",
                place: "--listen".to_owned(),
                example: "127.0.0.1:8080",
            },
            Problem::Wrong {
                key: "address",
                place: "kring.toml".to_owned(),
                example: "https://kring.example.nl",
            },
            Problem::Missing {
                key: "mail_from",
                because: "mail_server",
                example: "Kring <kring@example.nl>",
            },
        ];
        assert_eq!(problems, expected);
        assert!(!format!("{problems:?}").contains("geheim"));
    }

    #[test]
    fn an_address_to_answer_to_is_plain_and_leaves_room_for_a_secret() {
        let long = format!("{}@example.nl", "k".repeat(23));
        for (text, fits) in [
            ("kring@example.nl", true),
            ("Kring <kring@example.nl>", false),
            ("kring+x@example.nl", false),
            ("kring", false),
            (long.as_str(), false),
        ] {
            let read = read(&format!("mail_reply_to = '{text}'"), &Flags::default());
            assert_eq!(read.is_ok(), fits, "{text}");
        }
    }

    #[test]
    fn a_password_is_not_part_of_the_place_of_a_mail_server() {
        for (server, place) in [
            ("smtps://anna:ge@heim@mail.example.nl", "mail.example.nl:465"),
            ("smtp://mail.example.nl", "mail.example.nl:587"),
            ("smtp://u:p@mail.example.nl:2525/?tls=1", "mail.example.nl:2525"),
        ] {
            let from = "k@example.nl".to_owned();
            let server = server.to_owned();
            assert_eq!(Mail { server, from }.place(), place);
        }
    }

    #[test]
    fn a_header_of_the_proxy_is_a_header() {
        let header = |value: &str| read(&format!("proxy_header = '{value}'"), &Flags::default());
        let config = header("X-Forwarded-For").unwrap();
        assert_eq!(config.proxy_header.as_deref(), Some("x-forwarded-for"));
        assert!(header("x forwarded").is_err());
        assert!(header("Forwarded").is_err(), "its notation is another one");
    }

    #[test]
    fn a_report_waits_a_week_unless_the_house_says_otherwise() {
        let days = |text: &str| read(text, &Flags::default()).map(|config| config.report_reminder_days);
        assert_eq!(days(""), Ok(7));
        assert_eq!(days("report_reminder_days = 21"), Ok(21));
        for wrong in ["0", "366", "'soon'"] {
            assert!(
                days(&format!("report_reminder_days = {wrong}")).is_err(),
                "{wrong}"
            );
        }
    }

    #[test]
    fn a_video_server_is_a_plain_https_address_with_room_for_a_name() {
        let server = |text: &str| {
            let read = read(&format!("video_server = '{text}'"), &Flags::default());
            read.map(|config| config.video_server)
        };
        assert_eq!(
            server("https://meet.example.org/"),
            Ok(Some("https://meet.example.org".to_owned()))
        );
        let long = format!("https://{}.example", "m".repeat(150));
        for wrong in [
            "meet.example.org",
            "http://meet.example.org",
            "https://",
            "https://meet.example.org/?x",
            "https://meet.example.org/#x",
            "https://meet example.org",
            long.as_str(),
        ] {
            let problem = Problem::Wrong {
                key: "video_server",
                place: "kring.toml".to_owned(),
                example: "https://meet.example.org",
            };
            assert_eq!(server(wrong), Err(vec![problem]), "{wrong}");
        }
    }

    #[test]
    fn a_broken_file_is_a_problem_and_no_panic() {
        let problems = read("listen = ", &Flags::default()).unwrap_err();
        assert!(
            matches!(&problems[..], [Problem::Unreadable { file, .. }] if file == "kring.toml"),
            "{problems:?}"
        );
    }

    #[test]
    fn passwords_stay_out_of_debug_output() {
        let file = "nats = 'nats://u:geheim@h'\nmail_server = 'smtps://u:geheim@m'\nmail_from = 'k@example.nl'\n\
                    database = 'postgres://u:geheim@h/k'";
        let config = read(file, &Flags::default()).unwrap();
        assert!(!format!("{config:?}").contains("geheim"));
    }
}
