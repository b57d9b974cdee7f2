//! Settings, read once: defaults, then the file `kring.toml`, then the environment (`KRING_…`), then flags.
//!
//! Reading names every problem at once, with the place of the wrong value and an example of a right one. Values are not
//! repeated in messages, because some of them hold passwords.

use std::net::SocketAddr;
use std::str::FromStr;

use camino::{Utf8Path, Utf8PathBuf};
use figment::providers::{Env, Format as _, Serialized, Toml};
use figment::value::Value;
use figment::{Figment, Metadata, Source};
use serde::Serialize;
use store::Url;

use crate::words::Words;

/// The file that is read when no other is named.
pub const DEFAULT_FILE: &str = "kring.toml";

const KEYS: [&str; 9] = [
    "address",
    "data",
    "database",
    "listen",
    "log",
    "mail_from",
    "mail_server",
    "nats",
    "nats_subject",
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

/// Something wrong with the settings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The file was named but is not there or cannot be read.
    Unreadable {
        /// The file.
        file: String,
        /// What the system said.
        reason: String,
    },
    /// The file has a key that means nothing.
    Unknown {
        /// The key.
        key: String,
        /// The file.
        place: String,
        /// The key that was probably meant.
        near: &'static str,
    },
    /// A value does not have the right form.
    Wrong {
        /// The key.
        key: &'static str,
        /// File, variable or flag.
        place: String,
        /// A right value.
        example: &'static str,
    },
    /// A setting needs another one beside it.
    Missing {
        /// The key that is not set.
        key: &'static str,
        /// The key that asks for it.
        because: &'static str,
        /// A right value.
        example: &'static str,
    },
}

impl Problem {
    /// The problem in words, with what to do.
    pub(crate) fn text(&self, words: &Words) -> String {
        match self {
            Self::Unreadable { file, reason } => words.config_unreadable(file, reason),
            Self::Unknown { key, place, near } => words.config_unknown(place, key, near),
            Self::Wrong { key, place, example } => words.config_wrong(place, key, example),
            Self::Missing {
                key,
                because,
                example,
            } => words.config_missing(key, because, example),
        }
    }
}

impl Config {
    /// Reads the settings of this process. A file that is named must exist; [`DEFAULT_FILE`] may be absent.
    ///
    /// # Errors
    /// Every problem found.
    pub fn load(file: Option<&Utf8Path>, flags: &Flags) -> Result<Self, Vec<Problem>> {
        let path = file.unwrap_or(Utf8Path::new(DEFAULT_FILE));
        let text = match std::fs::read_to_string(path) {
            Ok(text) => text,
            Err(error) if file.is_none() && error.kind() == std::io::ErrorKind::NotFound => String::new(),
            Err(error) => {
                return Err(vec![Problem::Unreadable {
                    file: path.to_string(),
                    reason: error.to_string(),
                }]);
            }
        };
        let environment = Env::prefixed("KRING_").only(&KEYS);
        Self::read(path.as_str(), &text, &Figment::from(environment), flags)
    }

    /// Reads settings from given sources; `file` is only a name for messages.
    ///
    /// # Errors
    /// Every problem found.
    pub fn read(file: &str, text: &str, environment: &Figment, flags: &Flags) -> Result<Self, Vec<Problem>> {
        let mut reader = Reader::new(file, text);
        reader.figment = reader
            .figment
            .merge(environment)
            .merge(Serialized::defaults(flags));
        let config = reader.config();
        if reader.problems.is_empty() {
            Ok(config)
        } else {
            Err(reader.problems)
        }
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

/// Collects problems while it takes one key after the other.
struct Reader<'f> {
    file: &'f str,
    figment: Figment,
    problems: Vec<Problem>,
}

impl<'f> Reader<'f> {
    fn new(file: &'f str, text: &str) -> Self {
        let from_file = Figment::from(Toml::string(text));
        let mut problems = Vec::new();
        match from_file.extract::<figment::value::Dict>() {
            Ok(values) => {
                let unknown = values.keys().filter(|key| !KEYS.contains(&key.as_str()));
                problems.extend(unknown.map(|key| Problem::Unknown {
                    key: key.clone(),
                    place: file.to_owned(),
                    near: nearest(key),
                }));
            }
            Err(error) => {
                problems.push(Problem::Unreadable {
                    file: file.to_owned(),
                    reason: error.kind.to_string(),
                });
            }
        }
        Self {
            file,
            figment: from_file,
            problems,
        }
    }

    fn config(&mut self) -> Config {
        let data = self
            .text("data")
            .map_or_else(|| Utf8PathBuf::from("data"), Utf8PathBuf::from);
        let own_file = Url::Sqlite(data.join("kring.sqlite").into_std_path_buf());
        let database = self
            .parsed("database", "sqlite:data/kring.sqlite", Url::from_str)
            .unwrap_or(own_file);
        let default_listen = SocketAddr::from(([127, 0, 0, 1], 8080));
        let listen = self
            .parsed("listen", "127.0.0.1:8080", SocketAddr::from_str)
            .unwrap_or(default_listen);
        let address = self
            .checked("address", "https://kring.example.nl", is_web_address)
            .unwrap_or_else(|| format!("http://{listen}"));
        Config {
            data,
            database,
            listen,
            address: address.trim_end_matches('/').to_owned(),
            nats: self.nats(),
            mail: self.mail(),
            log: self.text("log").unwrap_or_else(|| "info".to_owned()),
        }
    }

    fn nats(&mut self) -> Option<Nats> {
        let url = self.checked("nats", "nats://127.0.0.1:4222", |text| {
            text.starts_with("nats://") || text.starts_with("tls://")
        });
        let subject = self
            .text("nats_subject")
            .unwrap_or_else(|| "kring.wake".to_owned());
        url.map(|url| Nats { url, subject })
    }

    fn mail(&mut self) -> Option<Mail> {
        const SERVER: &str = "smtps://user:password@mail.example.nl";
        const FROM: &str = "Kring <kring@example.nl>";
        let server = self.checked("mail_server", SERVER, |text| {
            text.starts_with("smtp://") || text.starts_with("smtps://")
        });
        let from = self.checked("mail_from", FROM, is_mail_address);
        match (server, from) {
            (Some(server), Some(from)) => Some(Mail { server, from }),
            (Some(_), None) => self.missing("mail_from", "mail_server", FROM),
            (None, Some(_)) => self.missing("mail_server", "mail_from", SERVER),
            (None, None) => None,
        }
    }

    /// A key that must stand beside another; quiet when it is there but wrong, because that was said already.
    fn missing<T>(&mut self, key: &'static str, because: &'static str, example: &'static str) -> Option<T> {
        if !self.figment.contains(key) {
            self.problems.push(Problem::Missing {
                key,
                because,
                example,
            });
        }
        None
    }

    /// A key as text; numbers and truth values are taken as they are written.
    fn text(&mut self, key: &'static str) -> Option<String> {
        self.checked(key, "text", |_| true)
    }

    fn parsed<T, E>(
        &mut self,
        key: &'static str,
        example: &'static str,
        parse: impl Fn(&str) -> Result<T, E>,
    ) -> Option<T> {
        let text = self.checked(key, example, |text| parse(text).is_ok())?;
        parse(&text).ok()
    }

    fn checked(
        &mut self,
        key: &'static str,
        example: &'static str,
        is_right: impl Fn(&str) -> bool,
    ) -> Option<String> {
        let text = match self.figment.find_value(key).ok()? {
            Value::String(_, text) => Some(text),
            Value::Num(_, number) => number.to_u128().map(|number| number.to_string()),
            Value::Bool(_, truth) => Some(truth.to_string()),
            _ => None,
        };
        let text = text.filter(|text| !text.trim().is_empty() && is_right(text));
        if text.is_none() {
            let place = self.place(key);
            self.problems.push(Problem::Wrong { key, place, example });
        }
        text
    }

    /// Where a value stands, in words an administrator can act on.
    fn place(&self, key: &str) -> String {
        match self.figment.find_metadata(key) {
            Some(Metadata {
                source: Some(Source::File(file)),
                ..
            }) => file.display().to_string(),
            Some(Metadata { name, .. }) if name.contains("environment") => {
                format!("KRING_{}", key.to_uppercase())
            }
            Some(Metadata { name, .. }) if name.contains("TOML") => self.file.to_owned(),
            _ => format!("--{}", key.replace('_', "-")),
        }
    }
}

fn nearest(key: &str) -> &'static str {
    let distance = |known: &&&str| strsim::damerau_levenshtein(key, known);
    KEYS.iter().min_by_key(distance).copied().unwrap_or_default()
}

fn is_web_address(text: &str) -> bool {
    let host = text
        .strip_prefix("https://")
        .or_else(|| text.strip_prefix("http://"));
    host.is_some_and(|host| !host.is_empty() && !host.contains([' ', '?', '#']))
}

fn is_mail_address(text: &str) -> bool {
    let address = text
        .rsplit_once('<')
        .map_or(text, |(_, address)| address.trim_end_matches('>'));
    address.split_once('@').is_some_and(|(name, host)| {
        !name.is_empty() && host.contains('.') && !address.contains(char::is_whitespace)
    })
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
