//! The server as a process: it finishes what it accepted, and stops when it is asked to.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use figment::Figment;
use kring::app::{App, Server};
use kring::clock::{Clock, Ids};
use kring::config::{Config, Flags};
use tokio::sync::oneshot;

use crate::site::run;

/// Asks for a page over a real connection.
fn get(address: SocketAddr, path: &str) -> String {
    let mut stream = TcpStream::connect(address).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
    write!(
        stream,
        "GET {path} HTTP/1.1\r\nhost: kring.test\r\nconnection: close\r\n\r\n"
    )
    .unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer
}

#[test]
fn stopping_closes_the_database_last() {
    run(async {
        let folder = tempfile::tempdir().unwrap();
        let flags = Flags {
            data: Some(folder.path().to_str().unwrap().to_owned()),
            listen: Some("127.0.0.1:0".to_owned()),
            ..Flags::default()
        };
        let config = Config::read("kring.toml", "", &Figment::new(), &flags).unwrap();
        let app = App::open(config.clone(), Clock::System, Ids::Random)
            .await
            .unwrap();
        let db = app.db.clone();
        let server = Server::bind(app).await.unwrap();
        let address = server.listens_on().unwrap();
        let (stop, stopped) = oneshot::channel::<()>();
        let serving = tokio::spawn(server.run(async move { drop(stopped.await) }));
        let page = tokio::task::spawn_blocking(move || get(address, "/"))
            .await
            .unwrap();
        assert!(page.starts_with("HTTP/1.1 200 OK"), "{page}");
        stop.send(()).unwrap();
        serving.await.unwrap().unwrap();
        let late = db.read(|_| Ok::<_, store::Error>(())).await;
        assert!(matches!(late, Err(store::Error::ShuttingDown)), "{late:?}");
        let again = App::open(config, Clock::System, Ids::Random).await;
        assert!(again.is_ok(), "the file is free again");
    });
}

#[test]
fn a_taken_port_is_a_clear_refusal() {
    run(async {
        let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        let folder = tempfile::tempdir().unwrap();
        let flags = Flags {
            data: Some(folder.path().to_str().unwrap().to_owned()),
            listen: Some(taken.local_addr().unwrap().to_string()),
            ..Flags::default()
        };
        let config = Config::read("kring.toml", "", &Figment::new(), &flags).unwrap();
        let app = App::open(config, Clock::System, Ids::Random).await.unwrap();
        let refused = Server::bind(app).await.err().unwrap().to_string();
        assert!(refused.contains("--listen"), "{refused}");
    });
}

/// A server process that never outlives its test.
struct Process(Child);

impl Drop for Process {
    fn drop(&mut self) {
        // It may have ended already, as it should.
        drop(self.0.kill());
        drop(self.0.wait());
    }
}

#[test]
#[cfg(unix)]
fn a_service_manager_can_stop_it() {
    let folder = tempfile::tempdir().unwrap();
    let mut server = Process(
        Command::new(env!("CARGO_BIN_EXE_kring"))
            .args(["serve", "--listen", "127.0.0.1:0"])
            .current_dir(folder.path())
            .env_clear()
            .stderr(Stdio::piped())
            .spawn()
            .unwrap(),
    );
    let mut log = BufReader::new(server.0.stderr.take().unwrap());
    let mut line = String::new();
    while !line.contains("Kring is ready") {
        line.clear();
        assert_ne!(
            log.read_line(&mut line).unwrap(),
            0,
            "it ended before it was ready"
        );
    }
    let asked = Command::new("kill")
        .args(["-TERM", &server.0.id().to_string()])
        .status()
        .unwrap();
    assert!(asked.success());
    assert!(server.0.wait().unwrap().success());
    line.clear();
    log.read_to_string(&mut line).unwrap();
    assert!(line.contains("finishing what is under way"), "{line}");
}
