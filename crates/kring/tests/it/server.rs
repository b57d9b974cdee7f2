//! The server as a process: it finishes what it accepted, and stops when it is asked to.

use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use figment::Figment;
use kring::app::{App, Server};
use kring::clock::{Clock, Ids};
use kring::config::{Config, Flags};
use tokio::sync::oneshot;

use crate::process::Process;
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
        serving.await.unwrap();
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

#[test]
#[cfg(unix)]
fn a_service_manager_can_stop_it() {
    let (ended, said) = Process::serve(&[]).stop();
    assert!(ended.success(), "{ended}");
    assert!(said.contains("finishing what is under way"), "{said}");
}
