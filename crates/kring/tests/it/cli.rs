//! The program as an administrator or an author calls it: the real binary, in a folder of its own.

use std::fs;
use std::process::{Command, Output};

use tempfile::TempDir;

pub(crate) struct Shell {
    folder: TempDir,
}

impl Shell {
    pub(crate) fn new() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
        }
    }

    /// Runs `kring` in English, with nothing of this machine's settings.
    pub(crate) fn kring(&self, arguments: &str) -> Output {
        Command::new(env!("CARGO_BIN_EXE_kring"))
            .args(arguments.split_whitespace())
            .current_dir(self.folder.path())
            .env_clear()
            .env("LANG", "en_GB.UTF-8")
            .output()
            .unwrap()
    }

    /// Makes a database as a server would at its first start.
    pub(crate) fn make_database(&self) {
        fs::create_dir(self.folder.path().join("data")).unwrap();
        let file = self.folder.path().join("data/kring.sqlite");
        let config = store::Config::new(store::Url::Sqlite(file));
        drop(store::Db::open_blocking(&config, store::MIGRATIONS).unwrap());
    }

    /// A file in its folder.
    pub(crate) fn path(&self, name: &str) -> std::path::PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn write(&self, name: &str, text: &str) {
        fs::write(self.folder.path().join(name), text).unwrap();
    }
}

pub(crate) fn out(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).unwrap()
}

pub(crate) fn aside(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).unwrap()
}

#[test]
fn a_fresh_place_is_sound_and_the_doctor_leaves_it_as_it_was() {
    let shell = Shell::new();
    let output = shell.kring("doctor --listen 127.0.0.1:0");
    assert!(output.status.success(), "{}", out(&output));
    assert!(
        out(&output).contains("· The database data/kring.sqlite is not there yet."),
        "{}",
        out(&output)
    );
    assert!(
        out(&output).ends_with("It works, with 1 warning.\n"),
        "no mail yet: {}",
        out(&output)
    );
    assert_eq!(fs::read_dir(shell.folder.path()).unwrap().count(), 0);
}

#[test]
fn the_doctor_names_every_problem_at_once_in_the_asked_language() {
    let shell = Shell::new();
    shell.write("data", "a file, not a folder");
    shell.write(
        "kring.toml",
        "lisen = 'x'\nmail_server = 'smtp://u:geheim@127.0.0.1:1'\nmail_from = 'k@example.nl'\nnats = 'nats://127.0.0.1:1'\n\
         address = 'http://kring.example.nl'",
    );
    let output = shell.kring("doctor --lang nl --listen 127.0.0.1:0");
    assert_eq!(output.status.code(), Some(1));
    let text = out(&output);
    for part in [
        "✗ kring.toml: de instelling lisen bestaat niet. Bedoel je listen?",
        "✗ In de gegevensmap data kan niet geschreven worden",
        "✗ In de database kan niet geschreven worden",
        "✗ De mailserver 127.0.0.1:1 antwoordt niet",
        "! NATS op nats://127.0.0.1:1 antwoordt niet",
        "! Mensen bereiken Kring op http://kring.example.nl, zonder versleuteling.",
    ] {
        assert!(text.contains(part), "{part}\n{text}");
    }
    assert!(!text.contains("geheim"), "{text}");
    let json = shell.kring("doctor --json --listen 127.0.0.1:0");
    let rows: Vec<serde_json::Value> = serde_json::from_slice(&json.stdout).unwrap();
    assert!(
        rows.iter().filter(|row| row["level"] == "problem").count() >= 4,
        "{rows:?}"
    );
}

#[test]
fn a_backup_comes_back_and_never_by_accident() {
    let shell = Shell::new();
    shell.make_database();
    let invited = shell.kring("invite noor@example.nl --name Noor");
    assert!(invited.status.success(), "{}", aside(&invited));
    let saved = shell.kring("backup monday.sqlite");
    assert!(out(&saved).contains("was read back"), "{}", aside(&saved));
    assert_eq!(
        shell.kring("backup monday.sqlite").status.code(),
        Some(1),
        "a backup is never overwritten"
    );

    let refused = shell.kring("restore monday.sqlite");
    assert_eq!(refused.status.code(), Some(1));
    assert!(aside(&refused).contains("--replace"), "{}", aside(&refused));
    assert!(shell.kring("restore monday.sqlite --replace").status.success());
    let elsewhere = shell.kring("restore monday.sqlite --data other");
    assert!(elsewhere.status.success(), "{}", aside(&elsewhere));
    let again = shell.kring("invite noor@example.nl --data other");
    assert!(again.status.success(), "Noor is known there: {}", aside(&again));

    shell.write("broken.sqlite", "no database at all");
    assert_eq!(
        shell.kring("restore broken.sqlite --replace").status.code(),
        Some(1)
    );
    assert!(
        shell.kring("invite noor@example.nl").status.success(),
        "a broken backup harms nothing"
    );
}

#[test]
fn a_mail_that_waits_is_seen_and_stopped() {
    let shell = Shell::new();
    shell.make_database();
    assert!(out(&shell.kring("outbox")).contains("No mail waits."));
    let file = shell.folder.path().join("data/kring.sqlite");
    let config = store::Config::new(store::Url::Sqlite(file));
    let db = store::Db::open_beside_blocking(&config, store::MIGRATIONS).unwrap();
    db.write_blocking(|tx| {
        tx.run(
            store::sql!(
                "insert into outbox (id, key, address, language, subject, text, about, class, is_decoy, created_at,
                                     due_at, attempts, leased_until)
                 values ('0197', 'k', 'noor@voorbeeld.example', 'nl', 'Dag', 'geheim', 'reminder', 1, false, 0, 0, 0, 0)"
            ),
            store::args![],
        )
    })
    .unwrap();
    drop(db);
    let listed = shell.kring("outbox");
    let line = "0197  1970-01-01 01:00  noor@voorbeeld.example  reminder  0×";
    assert!(out(&listed).contains(line), "{}", out(&listed));
    assert!(
        !out(&listed).contains("geheim"),
        "what it says is nobody's business"
    );
    assert!(shell.kring("outbox stop 0197").status.success());
    let again = shell.kring("outbox stop 0197");
    assert_eq!(again.status.code(), Some(1));
    assert!(aside(&again).contains("kring outbox"), "{}", aside(&again));
    let after = shell.kring("outbox");
    assert!(
        out(&after).contains("No mail waits.") && out(&after).contains("stopped"),
        "{}",
        out(&after)
    );
}

#[test]
fn wrong_settings_stop_the_server_with_everything_that_is_wrong() {
    let shell = Shell::new();
    shell.write("kring.toml", "listen = 'here'\naddress = 'kring'");
    let output = shell.kring("serve");
    assert_eq!(output.status.code(), Some(1));
    assert!(aside(&output).contains("127.0.0.1:8080") && aside(&output).contains("https://kring.example.nl"));
    assert_eq!(
        fs::read_dir(shell.folder.path()).unwrap().count(),
        1,
        "nothing was made"
    );
}

#[test]
fn an_author_hears_of_every_fault_with_its_place() {
    let shell = Shell::new();
    shell.write(
        "mine.toml",
        "id = \"other\"\nkind = \"methode\"\nnmae = { nl = \"x\" }\n",
    );
    let output = shell.kring("method check mine.toml");
    assert_eq!(output.status.code(), Some(1));
    assert!(out(&output).lines().count() > 2, "{}", out(&output));
    assert!(out(&output).contains("mine.toml:2:8: "), "{}", out(&output));
    let json = shell.kring("method check --json mine.toml");
    let checked: serde_json::Value = serde_json::from_slice(&json.stdout).unwrap();
    assert_eq!(checked[0]["problems"][0]["line"], 1);
}

#[test]
fn a_method_can_be_tried_before_it_is_in_the_catalogue() {
    let shell = Shell::new();
    let source = concat!(env!("CARGO_MANIFEST_DIR"), "/../../methods/focusmethode.toml");
    let own = fs::read_to_string(source)
        .unwrap()
        .replace("id = \"focusmethode\"", "id = \"ours\"");
    shell.write("ours.toml", &own.replace("Focusmethode", "Onze vorm"));
    assert!(shell.kring("method check ours.toml").status.success());
    let shown = shell.kring("method show ours.toml --lang nl");
    assert!(out(&shown).starts_with("Onze vorm\n"), "{}", out(&shown));
    assert!(
        out(&shown).contains("0:30  5. Adviesronde (15 min)"),
        "{}",
        out(&shown)
    );
    let played = shell.kring("method play ours.toml --people 6 --lang nl");
    assert!(played.status.success(), "{}", aside(&played));
    assert!(out(&played).contains("Adviesronde"), "{}", out(&played));
}

#[test]
fn the_same_people_and_seed_give_the_same_story() {
    let shell = Shell::new();
    let play = |seed: u32| shell.kring(&format!("method play speedsparren --people 7 --seed {seed}"));
    let (one, again, other) = (play(1), play(1), play(2));
    assert_eq!(one.stdout, again.stdout);
    assert_ne!(one.stdout, other.stdout);
}

#[test]
fn the_wizard_gives_reasons_and_an_empty_answer_says_what_to_change() {
    let shell = Shell::new();
    let fitting = shell.kring("method wizard --people 8 --minutes 100 --question moral_choice");
    assert!(
        out(&fitting).lines().any(|line| line.starts_with("  + ")),
        "{}",
        out(&fitting)
    );
    let nothing = shell.kring("method wizard --people 200");
    assert_eq!(nothing.status.code(), Some(1));
    assert!(aside(&nothing).contains("--people"), "{}", aside(&nothing));
}

#[test]
fn a_mistyped_method_is_answered_with_the_right_one() {
    let output = Shell::new().kring("method show focusmetode");
    assert_eq!(output.status.code(), Some(1));
    assert!(
        aside(&output).contains("Do you mean focusmethode?"),
        "{}",
        aside(&output)
    );
}

/// The example of the handbook, as somebody would try it.
fn composing_example(shell: &Shell) {
    for name in ["composing-people.csv", "composing-rules.toml"] {
        let source = format!("{}/../../docs/{name}", env!("CARGO_MANIFEST_DIR"));
        fs::copy(source, shell.folder.path().join(name)).unwrap();
    }
}

#[test]
fn groups_come_with_reasons_and_the_same_files_give_the_same_groups() {
    let shell = Shell::new();
    composing_example(&shell);
    let compose = "compose composing-people.csv --rules composing-rules.toml";
    let told = shell.kring(&format!("{compose} --lang nl"));
    assert!(told.status.success(), "{}", aside(&told));
    for part in [
        "Groep 1, begeleider ",
        "    + zit apart van Fenna Model\n",
        "    + heeft organisatie met niemand hier gemeen\n",
        "    ? niet bekend: breedtegraad, lengtegraad\n",
        "   1. niemand heeft organisatie gemeen met een ander: hard, gehouden\n",
    ] {
        assert!(out(&told).contains(part), "{part}\n{}", out(&told));
    }
    assert_eq!(aside(&told), "", "nobody asked how far it was");
    let watched = shell.kring(&format!("{compose} --lang nl --progress"));
    assert_eq!(watched.stdout, told.stdout, "the same files, and another answer");
    assert!(aside(&watched).contains("Bezig: 1 van "), "{}", aside(&watched));

    let json = shell.kring(&format!("{compose} --json"));
    let answer: serde_json::Value = serde_json::from_slice(&json.stdout).unwrap();
    let groups = answer["groups"].as_array().unwrap();
    let people = groups
        .iter()
        .flat_map(|group| group["people"].as_array().unwrap());
    let names: std::collections::BTreeSet<&str> =
        people.map(|person| person["name"].as_str().unwrap()).collect();
    assert_eq!((groups.len(), names.len()), (3, 21));
    let sum = |key: &str| -> i64 {
        let rules = answer["rules"].as_array().unwrap();
        rules.iter().map(|rule| rule[key].as_i64().unwrap()).sum()
    };
    assert_eq!(answer["penalty"].as_i64(), Some(sum("penalty")));
    assert_eq!(answer["breaches"], 0);

    let rules = fs::read_to_string(shell.folder.path().join("composing-rules.toml")).unwrap();
    shell.write("other.toml", &rules.replace("seed = 1", "seed = 2"));
    let other = shell.kring("compose composing-people.csv --rules other.toml --lang nl");
    assert!(out(&other).contains("seed 2"), "{}", aside(&other));
}

#[test]
fn both_files_of_a_composition_are_looked_through_at_once() {
    let shell = Shell::new();
    shell.write(
        "people.csv",
        "\u{feff}name;function;aprt;together;latitude;longitude\r\nNoor;gp;;Pmi;52,1;\r\n\r\nNoor;gp;;;200;5\r\n;gp;;;;\r\n\"Pim\";gp\r\n",
    );
    shell.write(
        "rules.toml",
        "seeed = 1\n[size]\nleast = 3\nbest = 'x'\n\n[[rule]]\nkind = 'difer'\n[[rule]]\nkind = 'spread'\n\
         [[rule]]\nkind = 'travel'\nhard = 1\n[[rule]]\nkind = 'gather'\nof = 'region'\n",
    );
    let refused = shell.kring("compose people.csv --rules rules.toml");
    assert_eq!((refused.status.code(), out(&refused)), (Some(1), ""));
    for part in [
        "people.csv:1: The column aprt looks like a slip of the pen. Do you mean apart?",
        "people.csv:2: Nobody in the file is called Pmi.",
        "people.csv:2: A place has a latitude and a longitude",
        "people.csv:4: Noor also stands on line 2.",
        "people.csv:4: latitude: 200 is not a number of degrees. A good example is 52.09",
        "people.csv:5: This line has no name.",
        "people.csv:6: This line has 2 cells and the first line 6.",
        "rules.toml:1: There is no seeed here. Do you mean seed?",
        "rules.toml:2: size.most is missing. A good example is: most = 8",
        "rules.toml:4: The value of size.best is not right.",
        "rules.toml:7: There is no rule of kind difer. Do you mean differ?",
        "rules.toml:8: of is missing.",
        "rules.toml:10: km is missing. A good example is: km = 30",
        "rules.toml:12: The value of hard is not right. A good example is: hard = true",
        "rules.toml:13: Of nobody is region known.",
    ] {
        assert!(aside(&refused).contains(part), "{part}\n{}", aside(&refused));
    }
    let json = shell.kring("compose people.csv --rules rules.toml --json");
    let said: serde_json::Value = serde_json::from_slice(&json.stdout).unwrap();
    assert_eq!(said["problems"][0]["line"], 1, "{said}");
    let absent = shell.kring("compose nobody.csv --rules rules.toml");
    assert!(
        aside(&absent).contains("nobody.csv: ") && aside(&absent).contains("rules.toml:1: "),
        "{}",
        aside(&absent)
    );
}

#[test]
fn hard_rules_that_do_not_go_together_are_named_with_whom_they_concern() {
    let shell = Shell::new();
    shell.write("people.csv", "name,organisation\nNoor,A\nPim,A\nAnk,A\nJo,B\n");
    let rules = "[size]\nleast = 2\nbest = 2\nmost = 2\n[[rule]]\nkind = 'differ'\nof = 'organisation'\nhard = true\n";
    shell.write("rules.toml", rules);
    let told = shell.kring("compose people.csv --rules rules.toml");
    assert_eq!((told.status.code(), out(&told)), (Some(1), ""));
    assert!(
        aside(&told).contains("  rules.toml:5: nobody shares organisation with another\nIt concerns Noor, Pim and Ank.\nThis is certain"),
        "{}",
        aside(&told)
    );
    let json = shell.kring("compose people.csv --rules rules.toml --json");
    let said: serde_json::Value = serde_json::from_slice(&json.stdout).unwrap();
    assert_eq!(
        (json.status.code(), &said["impossible"]["rules"][0]),
        (Some(1), &1.into())
    );
    shell.write("rules.toml", &rules.replace("hard = true", "hard = false"));
    assert!(
        shell
            .kring("compose people.csv --rules rules.toml")
            .status
            .success()
    );
}

#[test]
fn a_command_that_is_not_understood_ends_with_code_two() {
    assert_eq!(
        Shell::new().kring("method wizard --people many").status.code(),
        Some(2)
    );
}
