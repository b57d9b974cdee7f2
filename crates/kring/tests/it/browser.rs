//! A node with a few people and a mailbox, and browsers that keep their cookies.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::Arc;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, header};
use figment::Figment;
use jiff::SignedDuration;
use kring::app::App;
use kring::clock::{Clock, Ids};
use kring::config::{Config, Flags};
use kring::post::Mailbox;
use store::{Db, args, sql};
use tower::ServiceExt as _;

use crate::site::Reply;

const FORM: &str = "application/x-www-form-urlencoded";
const MONDAY: &str = "2026-11-23T09:00:00Z";

/// A node with mail.
pub(crate) struct House {
    pub(crate) app: App,
    pub(crate) mailbox: Mailbox,
}

impl House {
    /// Noor and Bram live here.
    pub(crate) async fn new(db: &Db) -> Self {
        let house = Self::with(db, "");
        house.add("noor@voorbeeld.example", "nl").await;
        house.add("bram@voorbeeld.example", "en").await;
        house
    }

    /// With settings, and nobody in it.
    pub(crate) fn with(db: &Db, settings: &str) -> Self {
        let config = Config::read("kring.toml", settings, &Figment::new(), &Flags::default()).unwrap();
        let clock = Clock::standing_at(MONDAY.parse().unwrap());
        let mailbox = Mailbox::new();
        let app = App {
            mailer: Some(Arc::new(mailbox.clone())),
            ..App::on(db.clone(), config, clock, Ids::Random)
        };
        Self { app, mailbox }
    }

    pub(crate) async fn add(&self, mail: &str, language: &'static str) {
        let mail = mail.to_owned();
        self.app
            .db
            .write(move |tx| {
                tx.run(
                    sql!(
                        "insert into people (id, name, mail, language, created_at) values ($1, $2, $1, $3, 0)"
                    ),
                    args![&mail, mail.split('@').next().unwrap(), language],
                )
            })
            .await
            .unwrap();
    }

    pub(crate) fn advance(&self, by: SignedDuration) {
        self.app.clock.advance(by);
    }

    /// A browser that was never here before.
    pub(crate) fn browser(&self) -> Browser {
        Browser {
            router: self.app.router(),
            cookies: RefCell::default(),
            headers: Vec::new(),
        }
    }

    /// Sends the mails that are due; returns how many went.
    pub(crate) async fn deliver(&self) -> usize {
        kring::post::deliver(&self.app).await.unwrap()
    }

    /// The code in the newest mail.
    pub(crate) fn code(&self) -> String {
        let text = self.mailbox.letters().pop().unwrap().text;
        let line = text.lines().find(|line| line.starts_with("    ")).unwrap();
        line.trim().to_owned()
    }

    /// The path of the link in the newest mail.
    pub(crate) fn link(&self) -> String {
        let text = self.mailbox.letters().pop().unwrap().text;
        let line = text.lines().find(|line| line.contains("/sign-in/")).unwrap();
        line.strip_prefix(&self.app.config.address).unwrap().to_owned()
    }

    /// Somebody signed in with a code.
    pub(crate) async fn signed_in(&self, mail: &str) -> Browser {
        let browser = self.browser();
        self.sign_in(&browser, mail).await;
        browser
    }

    /// Signs in with a code.
    pub(crate) async fn sign_in(&self, browser: &Browser, mail: &str) {
        let asked = browser.post("/sign-in/codes", &format!("mail={mail}")).await;
        assert_eq!(
            asked.header("location"),
            Some("/sign-in/code"),
            "{}",
            asked.text()
        );
        assert_eq!(self.deliver().await, 1);
        let entered = browser
            .post("/sign-in/code", &format!("code={}", self.code()))
            .await;
        assert_eq!(entered.header("location"), Some("/my"), "{}", entered.text());
    }
}

/// Keeps its cookies, as browsers do.
pub(crate) struct Browser {
    router: Router,
    cookies: RefCell<BTreeMap<String, String>>,
    headers: Vec<(&'static str, String)>,
}

impl Browser {
    /// Sends a header with everything.
    pub(crate) fn with(mut self, name: &'static str, value: &str) -> Self {
        self.headers.push((name, value.to_owned()));
        self
    }

    /// Another browser with the same cookies, as they are now.
    pub(crate) fn copy(&self) -> Self {
        Self {
            router: self.router.clone(),
            cookies: self.cookies.clone(),
            headers: self.headers.clone(),
        }
    }

    pub(crate) async fn get(&self, path: &str) -> Reply {
        self.send("GET", path, (FORM, Vec::new())).await
    }

    pub(crate) async fn post(&self, path: &str, form: &str) -> Reply {
        self.send("POST", path, (FORM, form.replace(' ', "+").into_bytes()))
            .await
    }

    /// Posts a form with a file in it, if there is one.
    pub(crate) async fn upload(&self, path: &str, fields: &[(&str, &str)], file: Option<&[u8]>) -> Reply {
        self.upload_named(path, fields, file.map(|file| ("lijst", file)))
            .await
    }

    /// The same, with the name of the file.
    pub(crate) async fn upload_named(
        &self,
        path: &str,
        fields: &[(&str, &str)],
        file: Option<(&str, &[u8])>,
    ) -> Reply {
        let mut body = Vec::new();
        for (name, value) in fields {
            let head = format!("--edge\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n");
            // Browsers send lines this way.
            body.extend(format!("{head}{}\r\n", value.replace('\n', "\r\n")).into_bytes());
        }
        let (named, file) = file.unwrap_or_default();
        body.extend(
            format!("--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{named}\"\r\n\r\n")
                .into_bytes(),
        );
        body.extend(file);
        body.extend(b"\r\n--edge--\r\n");
        self.send("POST", path, ("multipart/form-data; boundary=edge", body))
            .await
    }

    async fn send(&self, method: &str, path: &str, (kind, body): (&str, Vec<u8>)) -> Reply {
        let cookies: Vec<String> = {
            let cookies = self.cookies.borrow();
            cookies
                .iter()
                .map(|(name, value)| format!("{name}={value}"))
                .collect()
        };
        let mut request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::ACCEPT, "text/html")
            .header(header::CONTENT_TYPE, kind)
            .header("sec-fetch-site", "same-origin")
            .header(header::COOKIE, cookies.join("; "));
        if !self.headers.iter().any(|(name, _)| *name == "accept-language") {
            request = request.header(header::ACCEPT_LANGUAGE, "nl");
        }
        for (name, value) in &self.headers {
            request = request.header(*name, value);
        }
        let request = request.body(Body::from(body)).unwrap();
        let (head, body) = self.router.clone().oneshot(request).await.unwrap().into_parts();
        for set in head.headers.get_all(header::SET_COOKIE) {
            let set = set.to_str().unwrap();
            let (name, value) = set.split(';').next().unwrap().split_once('=').unwrap();
            if value.is_empty() {
                self.cookies.borrow_mut().remove(name);
            } else {
                self.cookies
                    .borrow_mut()
                    .insert(name.to_owned(), value.to_owned());
            }
        }
        Reply {
            status: head.status,
            headers: head.headers,
            body: to_bytes(body, usize::MAX).await.unwrap().to_vec(),
        }
    }
}
