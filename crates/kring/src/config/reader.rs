//! Takes the settings out of their sources, one key after the other, and collects every problem on the way.

use std::net::SocketAddr;
use std::str::FromStr;

use camino::Utf8PathBuf;
use figment::providers::{Format as _, Toml};
use figment::value::Value;
use figment::{Figment, Metadata, Source};
use store::Url;

use super::{Config, KEYS, Mail, Nats, Problem};

/// Collects problems while it takes one key after the other.
pub(super) struct Reader<'f> {
    file: &'f str,
    pub(super) figment: Figment,
    pub(super) problems: Vec<Problem>,
}

impl<'f> Reader<'f> {
    pub(super) fn new(file: &'f str, text: &str) -> Self {
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

    pub(super) fn config(&mut self) -> Config {
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
            mail_reply_to: self.checked("mail_reply_to", "kring@example.nl", is_plain_address),
            case_key: self.checked("case_key", "$(openssl rand -hex 32)", crate::vault::is_key),
            proxy_header: self
                .checked("proxy_header", "x-forwarded-for", is_proxy_header)
                .map(|name| name.to_lowercase()),
            report_reminder_days: self.parsed("report_reminder_days", "7", days).unwrap_or(7),
            video_server: self
                .checked("video_server", "https://meet.example.org", is_video_server)
                .map(|server| server.trim_end_matches('/').to_owned()),
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
            Value::Num(_, number) => {
                // A file has signed numbers, the environment unsigned ones.
                let unsigned = number.to_u128().map(|number| number.to_string());
                unsigned.or_else(|| number.to_i128().map(|number| number.to_string()))
            }
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

/// A number of days, at least one and at most a year.
fn days(text: &str) -> Result<u16, ()> {
    let days = text.parse().map_err(drop)?;
    if (1..=365).contains(&days) {
        Ok(days)
    } else {
        Err(())
    }
}

fn is_web_address(text: &str) -> bool {
    let host = text
        .strip_prefix("https://")
        .or_else(|| text.strip_prefix("http://"));
    host.is_some_and(|host| !host.is_empty() && !host.contains([' ', '?', '#']))
}

/// An address that leaves place for the name of a room. Browsers give neither camera nor microphone to a page without TLS.
fn is_video_server(text: &str) -> bool {
    text.starts_with("https://") && is_web_address(text) && text.len() <= 150
}

/// A header that holds plain addresses; `Forwarded` has a notation of its own.
fn is_proxy_header(text: &str) -> bool {
    !text.eq_ignore_ascii_case("forwarded") && text.parse::<axum::http::HeaderName>().is_ok()
}

/// An address without a name beside it, short enough for what is put into its first part.
fn is_plain_address(text: &str) -> bool {
    let name = text.split_once('@').map_or("", |(name, _)| name);
    text.parse::<lettre::Address>().is_ok() && !name.contains('+') && name.len() < 23
}

fn is_mail_address(text: &str) -> bool {
    let address = text
        .rsplit_once('<')
        .map_or(text, |(_, address)| address.trim_end_matches('>'));
    address.split_once('@').is_some_and(|(name, host)| {
        !name.is_empty() && host.contains('.') && !address.contains(char::is_whitespace)
    })
}
