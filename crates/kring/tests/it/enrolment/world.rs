//! An open programme with an organiser, and one of another organisation.

use jiff::SignedDuration;
use store::{Db, args, sql};

use crate::browser::{Browser, House};
use crate::site::texts;

pub(super) struct World {
    pub(super) house: House,
}

/// What somebody applies with; the usual form asks for a profession and a place of work.
pub(super) const ANSWERS: &str = "&q-1=huisarts&q-2=Praktijk Kwelder&q-3=&q-3-register=";

impl World {
    pub(super) async fn new(db: &Db) -> Self {
        let house = House::with(db, "");
        for name in ["wietske", "jasper"] {
            house.add(&format!("{name}@voorbeeld.example"), "nl").await;
        }
        db.write(|tx| {
            tx.run(
                sql!("insert into organisations (id, name, kind, place) values ('o', 'Regio', 'regional', 'Dorp')"),
                args![],
            )?;
            for (id, slug, organiser) in [("p", "leren", "wietske"), ("other", "elders", "jasper")] {
                tx.run(
                    sql!(
                        "insert into programmes (id, organisation_id, name, kind, goal, audience, time_asked, starts_on, ends_on,
                                                 region, accent, is_public, slug, enrols, capacity)
                         values ($1, 'o', 'Leren', 'groups', 'x', 'x', 'x', '2026-01-01', '2027-12-31', 'x', 'teal', true, $2,
                                 true, 1)"
                    ),
                    args![id, slug],
                )?;
                tx.run(
                    sql!(
                        "insert into memberships (id, programme_id, person_id, role, since)
                         values ($1, $1, $2, 'organiser', '2026-01-01')"
                    ),
                    args![id, &format!("{organiser}@voorbeeld.example")],
                )?;
            }
            Ok::<_, store::Error>(())
        })
        .await
        .unwrap();
        Self { house }
    }

    pub(super) async fn organiser(&self) -> Browser {
        self.house.signed_in("wietske@voorbeeld.example").await
    }

    /// Applies as somebody; answers the path of the personal link.
    pub(super) async fn apply(&self, name: &str) -> String {
        let browser = self.house.browser();
        let page = browser.get("/p/leren/apply").await.page();
        let form = format!(
            "key={}&name={name}&mail={name}@voorbeeld.example{ANSWERS}",
            key(&page)
        );
        let reply = browser.post("/p/leren/apply", &form).await;
        assert_eq!(
            reply.header("location"),
            Some("/p/leren/applied"),
            "{}",
            reply.text()
        );
        self.house.deliver().await;
        // Nobody applies in the same moment as somebody else.
        self.house.advance(SignedDuration::from_secs(1));
        self.link(name)
    }

    /// The path of the personal link in the newest mail to somebody.
    pub(super) fn link(&self, name: &str) -> String {
        let text = self.mail(name).1;
        let line = text.lines().find(|line| line.contains("/applications/")).unwrap();
        line.strip_prefix(&self.house.app.config.address)
            .unwrap()
            .to_owned()
    }

    /// Subject and text of the newest mail to somebody.
    pub(super) fn mail(&self, name: &str) -> (String, String) {
        let letters = self.house.mailbox.letters();
        let to = format!("{name}@voorbeeld.example");
        let letter = letters.into_iter().rev().find(|letter| letter.to == to).unwrap();
        (letter.subject, letter.text)
    }

    /// Decides about somebody's application, and delivers the mails that follow.
    pub(super) async fn decide(&self, organiser: &Browser, name: &str, decision: &str) {
        let path = self.path(organiser, name).await;
        let form = format!("decision={decision}&do=send");
        let reply = organiser.post(&path, &form).await;
        assert_eq!(reply.status, 303, "{}", reply.text());
        self.house.deliver().await;
    }

    /// The organiser's page of somebody's newest application.
    pub(super) async fn path(&self, organiser: &Browser, name: &str) -> String {
        let page = organiser.get("/programmes/p/applications").await.page();
        let links = scraper::Selector::parse(".question-lines a").unwrap();
        let mut named = page
            .select(&links)
            .filter(|link| link.text().collect::<String>() == name);
        let found = named.next_back();
        found
            .unwrap_or_else(|| panic!("no {name}"))
            .attr("href")
            .unwrap()
            .to_owned()
    }

    /// How the applications stand: `name state`, in the order of the page.
    pub(super) async fn standing(&self) -> Vec<String> {
        let db = &self.house.app.db;
        db.read(|tx| {
            let all: Vec<(String, String)> = tx.all(
                sql!("select name, state from applications order by applied_at, id"),
                args![],
            )?;
            Ok::<_, store::Error>(all)
        })
        .await
        .unwrap()
        .into_iter()
        .map(|(name, state)| format!("{name} {state}"))
        .collect()
    }

    /// The frame of enrolment as an organiser saves it.
    pub(super) async fn set(&self, organiser: &Browser, fields: &str) {
        let page = organiser.get("/programmes/p/enrolment").await.page();
        let form = format!("version={}&enrols=yes&{fields}", version(&page));
        let reply = organiser.post("/programmes/p/enrolment", &form).await;
        assert_eq!(reply.status, 303, "{}", reply.text());
        self.house.deliver().await;
    }
}

/// The value of a hidden field.
fn hidden(page: &scraper::Html, name: &str) -> String {
    let field = scraper::Selector::parse(&format!("input[name={name}]")).unwrap();
    let field = page
        .select(&field)
        .next()
        .unwrap_or_else(|| panic!("no field {name}"));
    field.attr("value").unwrap().to_owned()
}

pub(super) fn key(page: &scraper::Html) -> String {
    hidden(page, "key")
}

pub(super) fn version(page: &scraper::Html) -> String {
    hidden(page, "version")
}

/// The names on the waiting list, as the organiser sees them.
pub(super) fn line(page: &scraper::Html) -> Vec<String> {
    texts(page, "#waiting .question-lines a")
}
