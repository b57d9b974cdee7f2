//! The command line: `kring serve`, `kring demo`, and the tools around them.
//!
//! Commands answer with an exit code: 0 when all is well, 1 when something is wrong (it was printed), 2 when the command
//! itself was not understood.

mod backup;
mod bench;
mod cases;
mod compose;
mod doctor;
mod invite;
mod keys;
mod method;
mod out;
mod outbox;
mod privacy;
mod receive;
mod serve;

use std::io;
use std::process::ExitCode;

use camino::Utf8PathBuf;
use clap::{Args, CommandFactory as _, Parser, Subcommand};
use ui::Language;

use crate::config::{Config, Flags, Problem, shell_language};
use crate::words::{Words, words};

/// Peer consultation for care professionals, from invitation to certificate.
///
/// Start with `kring demo`: it needs nothing and shows everything. For real use, `kring doctor` tells what is missing
/// and `kring serve` starts the server.
///
/// Each setting below may also stand in kring.toml (`listen = "127.0.0.1:8080"`) or in the environment
/// (`KRING_LISTEN`); a flag counts most, then the environment, then the file.
#[derive(Debug, Parser)]
#[command(
    name = "kring",
    version,
    propagate_version = true,
    arg_required_else_help = true
)]
struct Cli {
    #[command(subcommand)]
    command: Command,

    /// Language of messages and texts; your shell's language when left out, Dutch when that is another one
    #[arg(long, global = true, value_name = "nl|en", value_parser = parse_language)]
    lang: Option<Language>,

    #[command(flatten)]
    settings: Settings,
}

/// Settings that may also stand in kring.toml or in the environment.
#[derive(Debug, Args)]
#[command(next_help_heading = "Settings")]
struct Settings {
    /// Settings file [default: kring.toml, when it exists]
    #[arg(long, global = true, value_name = "FILE")]
    config: Option<Utf8PathBuf>,

    /// Folder for the files of this installation [default: data]
    #[arg(long, global = true, value_name = "FOLDER")]
    data: Option<String>,

    #[arg(
        long,
        global = true,
        value_name = "ADDRESS",
        help = "Database, such as sqlite:data/kring.sqlite or postgres://kring@localhost/kring"
    )]
    database: Option<String>,

    /// Where to listen [default: 127.0.0.1:8080]
    #[arg(long, global = true, value_name = "HOST:PORT")]
    listen: Option<String>,

    #[arg(
        long,
        global = true,
        value_name = "ADDRESS",
        help = "How people reach this server, such as https://kring.example.nl"
    )]
    address: Option<String>,

    /// Which log lines to write, such as info or kring=debug [default: info]
    #[arg(long, global = true, value_name = "FILTER")]
    log: Option<String>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Start the server
    #[command(
        after_help = "Examples:\n  kring serve\n  kring serve --listen 0.0.0.0:8080 --address https://kring.example.nl"
    )]
    Serve,
    /// Start a server with an invented programme to look around in
    #[command(
        after_help = "Examples:\n  kring demo\n  kring demo --listen 127.0.0.1:9000\n  kring demo --data demo    keeps what you do in the folder demo\n  kring demo --data demo --fresh"
    )]
    Demo {
        /// Throw the invented programme of an earlier demo away and start again
        #[arg(long)]
        fresh: bool,
    },
    /// Print a link with which somebody can sign in once
    #[command(
        after_help = "Examples:\n  kring invite noor@example.nl\n  kring invite noor@example.nl --name \"Noor Jansen\"    adds her when she is new\n  kring invite noor@example.nl --organises \"Zorgkring Noord\"    lets her make programmes for it"
    )]
    Invite {
        /// The mail address of the person
        #[arg(value_name = "EMAIL")]
        mail: String,
        /// The name of somebody who is not known yet
        #[arg(long, value_name = "NAME")]
        name: Option<String>,
        /// Let the person make programmes for this organisation, which is added when it is new
        #[arg(long, value_name = "ORGANISATION")]
        organises: Option<String>,
    },
    /// List the mails that wait and what became of the others, or stop one
    #[command(
        args_conflicts_with_subcommands = true,
        after_help = "Examples:\n  kring outbox\n  kring outbox stop 019a1b2c-3d4e-7f50-8a6b-7c8d9e0f1a2b\n\nWhat a mail says is not shown. It may run beside a server."
    )]
    Outbox {
        #[command(subcommand)]
        command: Option<OutboxCommand>,
    },
    /// Take in mail: answers of calendars, and mails that did not arrive
    #[command(subcommand)]
    Post(PostCommand),
    /// Look at everything a server needs, and say what to do about each problem
    #[command(
        after_help = "Examples:\n  kring doctor\n  kring doctor --config /etc/kring.toml --lang en\n\nEnds with exit code 1 when something does not work. It changes nothing and may run beside a server."
    )]
    Doctor {
        /// Print JSON for another program
        #[arg(long)]
        json: bool,
    },
    /// Write a backup of the SQLite database to a new file, also while a server runs
    #[command(after_help = "Example:\n  kring backup /backup/kring-monday.sqlite")]
    Backup {
        /// The file to write; it must not exist yet
        #[arg(value_name = "FILE")]
        file: Utf8PathBuf,
    },
    /// Put a backup in the place of the SQLite database; no server may be running on it
    #[command(
        after_help = "Examples:\n  kring restore /backup/kring-monday.sqlite\n  kring restore /backup/kring-monday.sqlite --replace    and lose what the database holds now\n\nA backup from before the last kring keys rotate holds no case that can be read; it is refused unless you add --forget-lost."
    )]
    Restore {
        /// The backup
        #[arg(value_name = "FILE")]
        file: Utf8PathBuf,
        /// Replace the database that is there; what it holds is lost
        #[arg(long)]
        replace: bool,
        /// Take cases back for good whose key is gone
        #[arg(long)]
        forget_lost: bool,
    },
    /// List that there are cases, without a word of them, or open one in an emergency
    #[command(
        args_conflicts_with_subcommands = true,
        after_help = "Examples:\n  kring cases\n  kring cases open 019a1b2c-3d4e-7f50-8a6b-7c8d9e0f1a2b --reason \"Melding van een onveilige situatie\" --by \"Jan Jansen\"\n\nOpening is noted with your reason, and mailed at once to whoever owns the case and whoever leads its group."
    )]
    Cases {
        #[command(subcommand)]
        command: Option<cases::CasesCommand>,
    },
    /// List the keys under which cases are sealed, or put a new one in the place of the old
    #[command(
        after_help = "Examples:\n  kring keys\n  kring keys rotate\n  kring keys new    before rotate, when several servers have a copy of the key\n  kring keys forget-lost\n\nIt may run beside servers. What a rotation began and did not end, the next one ends. Make a backup after it: the ones before hold no case that can still be read."
    )]
    Keys {
        #[command(subcommand)]
        command: Option<keys::KeysCommand>,
    },
    /// Compose groups from a file of people and a file of rules, with reasons
    #[command(
        after_help = "Examples:\n  kring compose people.csv --rules rules.toml\n  kring compose people.csv --rules rules.toml --json\n\nThe same files give the same groups. Ends with exit code 1 when a file is not right or hard rules do not go together."
    )]
    Compose(compose::ComposeArgs),
    /// Find what in a text can give somebody away
    #[command(subcommand)]
    Privacy(privacy::PrivacyCommand),
    /// Load a server of its own with invented meetings, and say how fast it was
    #[command(subcommand)]
    Bench(bench::BenchCommand),
    /// Look into methods: list, show, check, choose, and let robots play them
    #[command(subcommand)]
    Method(method::MethodCommand),
}

#[derive(Debug, Subcommand)]
enum PostCommand {
    /// Read one mail from the standard input, as a mail server hands it over
    #[command(
        after_help = "Example:\n  kring post receive < message.eml\n\nEnds with exit code 0 when the mail was read, and with 75 when it should be tried again later. It may run beside a server."
    )]
    Receive,
}

#[derive(Debug, Subcommand)]
enum OutboxCommand {
    /// Stop a mail that waits; it never goes
    Stop {
        /// Its number, from the list
        #[arg(value_name = "ID")]
        id: String,
    },
}

/// Runs the program with the arguments of this process.
pub fn run() -> ExitCode {
    let cli = Cli::parse();
    let language = cli.lang.unwrap_or_else(shell_language);
    match execute(&cli, language) {
        Ok(code) => code,
        // Whoever reads our output, such as `head`, may stop reading; that is no failure.
        Err(error) if is_closed_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            // With no place left to complain, the exit code has to say it.
            drop(out::aside(format_args!("kring: {error:#}")));
            ExitCode::FAILURE
        }
    }
}

/// The commands as clap knows them; a test uses it to check the commands that documents name.
pub fn command() -> clap::Command {
    Cli::command()
}

fn execute(cli: &Cli, language: Language) -> anyhow::Result<ExitCode> {
    let flags = cli.settings.flags();
    let words = words(language);
    let config = || read_settings(&cli.settings, &flags, words);
    let with = |run: &dyn Fn(Config) -> anyhow::Result<ExitCode>| match config()? {
        Some(config) => run(config),
        None => Ok(ExitCode::FAILURE),
    };
    match &cli.command {
        Command::Method(command) => method::run(command, language),
        Command::Compose(args) => compose::run(args, language),
        Command::Privacy(command) => privacy::run(command, language),
        Command::Bench(command) => bench::run(command, cli.settings.data.as_deref()),
        Command::Doctor { json } => doctor::run(cli.settings.config.as_deref(), &flags, language, *json),
        Command::Demo { fresh } => serve::demo(&cli.settings, flags.clone(), *fresh, words),
        Command::Serve => with(&serve::serve),
        Command::Backup { file } => with(&|config| backup::backup(&config, file, words)),
        Command::Restore {
            file,
            replace,
            forget_lost,
        } => with(&|config| {
            let losing = backup::Losing {
                present: *replace,
                unreadable: *forget_lost,
            };
            backup::restore(&config, file, losing, words)
        }),
        Command::Cases { command } => with(&|config| cases::run(config, command.as_ref(), language)),
        Command::Keys { command } => with(&|config| keys::run(&config, *command, words)),
        Command::Invite {
            mail,
            name,
            organises,
        } => with(&|config| invite::invite(&config, mail, (name.as_deref(), organises.as_deref()), words)),
        Command::Post(PostCommand::Receive) => with(&|config| receive::receive(&config, words)),
        Command::Outbox { command: None } => with(&|config| outbox::list(&config, words)),
        Command::Outbox {
            command: Some(OutboxCommand::Stop { id }),
        } => with(&|config| outbox::stop(&config, id, words)),
    }
}

impl Settings {
    fn flags(&self) -> Flags {
        Flags {
            data: self.data.clone(),
            database: self.database.clone(),
            listen: self.listen.clone(),
            address: self.address.clone(),
            log: self.log.clone(),
        }
    }
}

/// The settings, or `None` after every problem has been printed.
fn read_settings(settings: &Settings, flags: &Flags, words: &Words) -> io::Result<Option<Config>> {
    match Config::load(settings.config.as_deref(), flags) {
        Ok(config) => Ok(Some(config)),
        Err(problems) => print_problems(&problems, words).map(|()| None),
    }
}

fn print_problems(problems: &[Problem], words: &Words) -> io::Result<()> {
    problems
        .iter()
        .try_for_each(|problem| out::aside(problem.text(words)))
}

fn parse_language(text: &str) -> Result<Language, String> {
    Language::from_tag(text).ok_or_else(|| "choose nl or en".to_owned())
}

fn is_closed_pipe(error: &anyhow::Error) -> bool {
    let kinds = error
        .chain()
        .filter_map(|cause| cause.downcast_ref::<io::Error>())
        .map(io::Error::kind);
    kinds.into_iter().any(|kind| kind == io::ErrorKind::BrokenPipe)
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_commands_are_consistent() {
        super::command().debug_assert();
    }
}
