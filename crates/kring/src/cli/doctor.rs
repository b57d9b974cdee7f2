//! `kring doctor`: looks at everything a server needs and says all of it at once, each problem with what to do.

use std::io::ErrorKind;
use std::process::ExitCode;
use std::time::Duration;

use anyhow::Context as _;
use camino::Utf8Path;
use jiff::Timestamp;
use jiff::civil::date;
use serde::Serialize;
use store::Db;
use store::doctor::{self, Finding, Level};
use tokio::net::TcpListener;
use tokio::runtime::Runtime;
use tokio::time::timeout;
use ui::Language;

use super::out;
use crate::clock::Clock;
use crate::config::{Config, Flags};
use crate::post::Smtp;
use crate::vault::Vault;
use crate::words::{Words, words};

/// How long a mail server may take to answer.
const PATIENCE: Duration = Duration::from_secs(5);

/// One thing the doctor saw, in words.
#[derive(Debug)]
struct Line {
    level: Level,
    text: String,
}

impl Line {
    fn new(level: Level, text: String) -> Self {
        Self { level, text }
    }
}

/// The same for another program.
#[derive(Serialize)]
struct Row<'l> {
    level: &'static str,
    text: &'l str,
}

/// Prints what it sees. Exit code 1 when something does not work.
pub(super) fn run(
    file: Option<&Utf8Path>,
    flags: &Flags,
    language: Language,
    json: bool,
) -> anyhow::Result<ExitCode> {
    let words = words(language);
    let (config, problems) = Config::examine(file, flags);
    let mut lines: Vec<Line> = problems
        .iter()
        .map(|problem| Line::new(Level::Problem, problem.text(words)))
        .collect();
    if lines.is_empty() {
        lines.push(Line::new(Level::Good, words.doctor_settings()));
    }
    Runtime::new()
        .context("starting")?
        .block_on(look(&config, words, &mut lines));
    if json {
        let rows = lines.iter().map(|line| Row {
            level: name(line.level),
            text: &line.text,
        });
        out::json(&rows.collect::<Vec<_>>())?;
    } else {
        for line in &lines {
            out::line(format_args!("{} {}", sign(line.level), line.text))?;
        }
        out::line(summary(&lines, words))?;
    }
    let is_sound = lines.iter().all(|line| line.level != Level::Problem);
    Ok(if is_sound {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

async fn look(config: &Config, words: &Words, lines: &mut Vec<Line>) {
    lines.push(folder(&config.data, words));
    let clock = Clock::System;
    lines.push(own_clock(clock.now(), words));
    let found = doctor::doctor(&config.store(), store::MIGRATIONS, move || {
        clock.now().as_microsecond()
    })
    .await;
    let found = found.iter().filter(|finding| !is_said_already(finding, config));
    lines.extend(found.map(|finding| Line::new(level(finding), wording(finding, words))));
    lines.extend(cases(config, words).await);
    lines.push(port(config, words).await);
    lines.push(address(config, words));
    lines.extend(proxy(config, words));
    lines.push(mail(config, words).await);
}

/// A database file cannot be written while its folder is not there yet; what to think of that, the folder's own line says.
fn is_said_already(finding: &Finding, config: &Config) -> bool {
    let folder = config.database.path().and_then(std::path::Path::parent);
    matches!(finding, Finding::NotWritable { .. }) && folder.is_some_and(|folder| !folder.exists())
}

/// The journal mode after a restore is nothing to worry about: the server sets it right by itself.
fn level(finding: &Finding) -> Level {
    match finding {
        Finding::JournalMode { .. } => finding.level().min(Level::Note),
        other => other.level(),
    }
}

/// The data folder must be there, or makeable, and writable. What was made for the test is taken away again.
fn folder(data: &Utf8Path, words: &Words) -> Line {
    if !data.exists() {
        let parent = data
            .ancestors()
            .skip(1)
            .find(|parent| parent.as_str().is_empty() || parent.exists());
        let parent = parent
            .filter(|parent| !parent.as_str().is_empty())
            .unwrap_or(Utf8Path::new("."));
        return match tempfile::tempdir_in(parent) {
            Ok(_) => Line::new(Level::Note, words.doctor_folder_new(data)),
            Err(error) => Line::new(
                Level::Problem,
                words.doctor_folder_unwritable(data, error.to_string()),
            ),
        };
    }
    match tempfile::tempfile_in(data) {
        Ok(_) => Line::new(Level::Good, words.doctor_folder(data)),
        Err(error) => Line::new(
            Level::Problem,
            words.doctor_folder_unwritable(data, error.to_string()),
        ),
    }
}

/// A clock before the day this version was made is certainly wrong.
fn own_clock(now: Timestamp, words: &Words) -> Line {
    let today = ui::locale::local(now);
    let (level, text) = if today.date() < date(2026, 11, 1) {
        (Level::Problem, words.doctor_clock_wrong(today.date().to_string()))
    } else {
        (
            Level::Good,
            words.doctor_clock(today.strftime("%Y-%m-%d %H:%M").to_string()),
        )
    };
    Line::new(level, text)
}

/// Whether what is sealed can be opened with the keys that are here. Of a database that does not answer enough is said already.
async fn cases(config: &Config, words: &Words) -> Option<Line> {
    if config.database.path().is_some_and(|file| !file.exists()) {
        return None;
    }
    let db = Db::open_beside(&config.store(), store::MIGRATIONS).await.ok()?;
    let vault = Vault::of(config);
    let line = match vault.lost(&db).await {
        Ok(lost) if lost.is_empty() => match vault.standing(&db).await {
            Ok(keys) if keys.is_empty() => None,
            Ok(keys) => {
                let records: i64 = keys.iter().map(|key| key.records).sum();
                Some(Line::new(Level::Good, words.doctor_keys(records)))
            }
            Err(error) => Some(Line::new(
                Level::Problem,
                words.doctor_keys_unusable(format!("{error:#}")),
            )),
        },
        Ok(lost) => Some(Line::new(Level::Problem, words.keys_lost(lost.len()))),
        Err(error) => Some(Line::new(
            Level::Problem,
            words.doctor_keys_unusable(format!("{error:#}")),
        )),
    };
    db.close().await;
    line
}

async fn port(config: &Config, words: &Words) -> Line {
    let listen = config.listen.to_string();
    match TcpListener::bind(config.listen).await {
        Ok(_) => Line::new(Level::Good, words.doctor_port(listen)),
        Err(error) if error.kind() == ErrorKind::AddrInUse => {
            Line::new(Level::Note, words.doctor_port_taken(listen))
        }
        Err(error) => Line::new(
            Level::Problem,
            words.doctor_port_refused(listen, error.to_string()),
        ),
    }
}

/// Over plain http, cookies can be read on the way; that is fine only on this machine itself.
fn address(config: &Config, words: &Words) -> Line {
    let host = config.address.trim_start_matches("http://");
    let is_here = ["localhost", "127.", "[::1]"]
        .iter()
        .any(|own| host.starts_with(own));
    if config.is_https() || is_here {
        Line::new(Level::Good, words.doctor_address(&config.address))
    } else {
        Line::new(Level::Warning, words.doctor_address_http(&config.address))
    }
}

/// Who listens on this machine alone and is reached over https has a proxy in front, so everybody seems to come from it.
fn proxy(config: &Config, words: &Words) -> Option<Line> {
    let is_behind = config.is_https() && config.listen.ip().is_loopback();
    match &config.proxy_header {
        Some(name) => Some(Line::new(Level::Good, words.doctor_proxy(name))),
        None if is_behind => Some(Line::new(Level::Note, words.doctor_proxy_none())),
        None => None,
    }
}

/// Greets the mail server as a worker would, password included, and sends nothing.
async fn mail(config: &Config, words: &Words) -> Line {
    let Some(mail) = &config.mail else {
        return Line::new(Level::Warning, words.doctor_mail_none());
    };
    let place = mail.place();
    let smtp = match Smtp::new(mail, &config.address) {
        Ok(smtp) => smtp,
        Err(error) => {
            let reason = format!("{:#}", anyhow::Error::from(error));
            return Line::new(Level::Problem, words.doctor_mail_unusable(reason));
        }
    };
    match timeout(PATIENCE, smtp.greet()).await {
        Ok(Ok(())) => Line::new(Level::Good, words.doctor_mail(place)),
        Ok(Err(reason)) => Line::new(Level::Problem, words.doctor_mail_unreachable(place, reason)),
        Err(_elapsed) => Line::new(
            Level::Problem,
            words.doctor_mail_silent(place, PATIENCE.as_secs()),
        ),
    }
}

/// A finding of the store, with what to do.
fn wording(finding: &Finding, words: &Words) -> String {
    match finding {
        Finding::Reached { engine, version } => words.doctor_database(engine.to_string(), version),
        Finding::Unreachable { what, reason } => words.doctor_database_unreachable(what, reason),
        Finding::NotCreated { file } => words.doctor_database_new(file.to_string_lossy()),
        Finding::Schema { database, binary } if database == binary => words.doctor_schema(*database),
        Finding::Schema { database, binary } if database < binary => {
            words.doctor_schema_older(*database, *binary)
        }
        Finding::Schema { database, binary } => words.doctor_schema_newer(*database, *binary),
        Finding::ChangedMigration { version, name } => words.doctor_migration_changed(*version, name),
        Finding::InUse => words.doctor_in_use(),
        Finding::Writable => words.doctor_writable(),
        Finding::NotWritable { reason } => words.doctor_unwritable(reason),
        Finding::DiskSpace { free } if finding.level() == Level::Good => words.doctor_space(mebibytes(*free)),
        Finding::DiskSpace { free } => words.doctor_space_little(mebibytes(*free)),
        Finding::JournalMode { mode } if finding.level() == Level::Good => words.doctor_journal(mode),
        Finding::JournalMode { mode } => words.doctor_journal_other(mode),
        Finding::Clock { ahead } if finding.level() == Level::Good => words.doctor_clock_same(ahead / 1_000),
        Finding::Clock { ahead } => words.doctor_clock_differs(ahead / 1_000),
        Finding::Unsuitable { problem } => words.doctor_unsuitable(problem),
        Finding::NatsReached { version } => words.doctor_nats(version),
        Finding::NatsUnreachable { what, reason } => words.doctor_nats_unreachable(what, reason),
        // The store may learn to see more before there are words for it here.
        other => other.to_string(),
    }
}

const fn mebibytes(bytes: u64) -> u64 {
    bytes / 1024 / 1024
}

const fn sign(level: Level) -> &'static str {
    match level {
        Level::Good => "✓",
        Level::Note => "·",
        Level::Warning => "!",
        Level::Problem => "✗",
    }
}

const fn name(level: Level) -> &'static str {
    match level {
        Level::Good => "good",
        Level::Note => "note",
        Level::Warning => "warning",
        Level::Problem => "problem",
    }
}

fn summary(lines: &[Line], words: &Words) -> String {
    let count = |level| lines.iter().filter(|line| line.level == level).count();
    match (count(Level::Problem), count(Level::Warning)) {
        (0, 0) => words.doctor_sound(),
        (0, warnings) => words.doctor_warnings(warnings),
        (problems, _) => words.doctor_problems(problems),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_from_before_this_version_is_wrong() {
        let words = words(Language::En);
        assert_eq!(
            own_clock("2020-01-01T00:00:00Z".parse().unwrap(), words).level,
            Level::Problem
        );
        assert_eq!(
            own_clock("2026-11-23T00:00:00Z".parse().unwrap(), words).level,
            Level::Good
        );
    }

    #[test]
    fn a_folder_that_is_a_file_is_a_problem_and_a_new_one_is_not() {
        let words = words(Language::Nl);
        let folder = tempfile::tempdir().unwrap();
        let path = Utf8Path::from_path(folder.path()).unwrap();
        assert_eq!(super::folder(path, words).level, Level::Good);
        assert_eq!(super::folder(&path.join("new/deeper"), words).level, Level::Note);
        assert!(!path.join("new").exists(), "looking changes nothing");
        std::fs::write(path.join("file"), "x").unwrap();
        assert_eq!(super::folder(&path.join("file"), words).level, Level::Problem);
    }

    #[tokio::test]
    async fn a_mail_server_that_is_not_there_is_a_problem_and_none_is_a_warning() {
        let words = words(Language::Nl);
        let settings = |text: &str| {
            Config::read("kring.toml", text, &figment::Figment::new(), &Flags::default()).unwrap()
        };
        assert_eq!(mail(&settings(""), words).await.level, Level::Warning);
        // A port that was free a moment ago, so nobody listens there.
        let free = TcpListener::bind("127.0.0.1:0")
            .await
            .unwrap()
            .local_addr()
            .unwrap();
        let gone = settings(&format!(
            "mail_server = 'smtp://u:geheim@{free}'\nmail_from = 'k@example.nl'"
        ));
        let line = mail(&gone, words).await;
        assert_eq!(line.level, Level::Problem);
        assert!(
            line.text.contains(&free.to_string()) && !line.text.contains("geheim"),
            "{}",
            line.text
        );
    }

    #[test]
    fn a_proxy_that_does_not_say_who_asks_is_worth_a_note() {
        let words = words(Language::Nl);
        let level = |text: &str| {
            let flags = Flags::default();
            let config = Config::read("kring.toml", text, &figment::Figment::new(), &flags).unwrap();
            proxy(&config, words).map(|line| line.level)
        };
        assert_eq!(level(""), None);
        assert_eq!(level("address = 'https://kring.example.nl'"), Some(Level::Note));
        let named = "address = 'https://kring.example.nl'\nproxy_header = 'x-real-ip'";
        assert_eq!(level(named), Some(Level::Good));
    }

    #[test]
    fn plain_http_is_fine_here_and_a_warning_elsewhere() {
        let words = words(Language::Nl);
        let level = |address: &str| {
            let flags = Flags {
                address: Some(address.to_owned()),
                ..Flags::default()
            };
            let config = Config::read("kring.toml", "", &figment::Figment::new(), &flags).unwrap();
            super::address(&config, words).level
        };
        assert_eq!(level("http://127.0.0.1:8080"), Level::Good);
        assert_eq!(level("https://kring.example.nl"), Level::Good);
        assert_eq!(level("http://kring.example.nl"), Level::Warning);
    }
}
