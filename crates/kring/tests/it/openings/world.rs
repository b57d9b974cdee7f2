//! A programme with an organiser and a coach, and one of somebody else.

use scraper::{Html, Selector};
use store::{Db, args, sql};

use crate::browser::{Browser, House};

pub(super) struct World {
    pub(super) house: House,
}

impl World {
    pub(super) async fn new(db: &Db) -> Self {
        let house = House::with(db, "");
        for name in ["wietske", "thea", "jasper"] {
            house.add(&format!("{name}@voorbeeld.example"), "nl").await;
        }
        db.write(|tx| {
            tx.run(
                sql!("insert into organisations (id, name, kind, place) values ('o', 'Regio', 'regional', 'Dorp')"),
                args![],
            )?;
            for (id, slug) in [("p", "leren"), ("other", "elders")] {
                tx.run(
                    sql!(
                        "insert into programmes (id, organisation_id, name, kind, goal, audience, time_asked, starts_on, ends_on,
                                                 region, accent, is_public, slug)
                         values ($1, 'o', 'Leren', 'open', 'x', 'x', 'x', '2026-01-01', '2027-12-31', 'x', 'teal', true, $2)"
                    ),
                    args![id, slug],
                )?;
            }
            for (programme, name, role) in [
                ("p", "wietske", "organiser"),
                ("p", "thea", "facilitator"),
                ("other", "jasper", "organiser"),
            ] {
                tx.run(
                    sql!(
                        "insert into memberships (id, programme_id, person_id, role, since)
                         values ($1, $2, $3, $4, '2026-01-01')"
                    ),
                    args![name, programme, &format!("{name}@voorbeeld.example"), role],
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

    /// Plans a meeting for so many people; answers the page of its organiser.
    pub(super) async fn plan(&self, organiser: &Browser, capacity: u8) -> String {
        let page = organiser.get("/programmes/p/openings/new").await.page();
        let form = format!("id={}&{}", hidden(&page, "id"), planned(capacity));
        let reply = organiser.post("/programmes/p/openings", &form).await;
        assert_eq!(reply.status, 303, "{}", reply.text());
        reply.header("location").unwrap().to_owned()
    }

    /// The same, made known; answers the page of its organiser and its page for everybody.
    pub(super) async fn open(&self, organiser: &Browser, capacity: u8) -> (String, String) {
        let desk = self.plan(organiser, capacity).await;
        let reply = organiser.post(&format!("{desk}/publication"), "").await;
        assert_eq!(reply.status, 303, "{}", reply.text());
        self.house.deliver().await;
        let front: String = self
            .house
            .app
            .db
            .read(|tx| {
                tx.one(
                    sql!("select slug from invitations order by meeting_id desc limit 1"),
                    args![],
                )
            })
            .await
            .unwrap();
        (desk, format!("/o/{front}"))
    }

    /// Signs up as somebody; answers the path of the personal link.
    pub(super) async fn ask(&self, front: &str, name: &str) -> String {
        let browser = self.house.browser();
        let page = browser.get(front).await.page();
        let form = format!(
            "key={}&name={name}&mail={name}@voorbeeld.example&organisation=",
            hidden(&page, "key")
        );
        let reply = browser.post(&format!("{front}/sign-ups"), &form).await;
        let to = format!("{front}/asked");
        assert_eq!(reply.header("location"), Some(to.as_str()), "{}", reply.text());
        self.house.deliver().await;
        // Nobody signs up in the same moment as somebody else.
        self.house.advance(jiff::SignedDuration::from_secs(1));
        self.link(name, "/sign-ups/")
    }

    /// Signs up and confirms, pressing twice; answers the path of the personal link.
    pub(super) async fn come(&self, front: &str, name: &str) -> String {
        let link = self.ask(front, name).await;
        for _ in 0..2 {
            let reply = self
                .house
                .browser()
                .post(&format!("{link}/confirmation"), "")
                .await;
            assert_eq!(reply.header("location"), Some(link.as_str()), "{}", reply.text());
        }
        assert_eq!(self.house.deliver().await, 1, "{name} hears once how it stands");
        self.house.advance(jiff::SignedDuration::from_secs(1));
        link
    }

    /// The path of a link in the newest mail to somebody.
    pub(super) fn link(&self, name: &str, part: &str) -> String {
        let text = self.mail(name).text;
        let line = text.lines().find(|line| line.contains(part));
        line.unwrap_or_else(|| panic!("no {part} in {text}"))
            .strip_prefix(&self.house.app.config.address)
            .unwrap()
            .to_owned()
    }

    /// The newest mail to somebody.
    pub(super) fn mail(&self, name: &str) -> kring::post::Letter {
        let to = format!("{name}@voorbeeld.example");
        let letters = self.house.mailbox.letters();
        letters
            .into_iter()
            .rev()
            .find(|letter| letter.to == to)
            .unwrap_or_else(|| panic!("no mail to {name}"))
    }

    /// How many mails somebody got.
    pub(super) fn mails(&self, name: &str) -> usize {
        let to = format!("{name}@voorbeeld.example");
        let letters = self.house.mailbox.letters();
        letters.iter().filter(|letter| letter.to == to).count()
    }

    /// How everybody stands: `name state`, in the order in which they signed up.
    pub(super) async fn standing(&self) -> Vec<String> {
        let db = &self.house.app.db;
        let all: Vec<(String, String)> = db
            .read(|tx| {
                tx.all(
                    sql!("select name, state from sign_ups order by asked_at, id"),
                    args![],
                )
            })
            .await
            .unwrap();
        all.into_iter()
            .map(|(name, state)| format!("{name} {state}"))
            .collect()
    }

    /// Who is on the list of the meeting, by name, without whoever leads.
    pub(super) async fn listed(&self) -> Vec<String> {
        let db = &self.house.app.db;
        db.read(|tx| {
            tx.all(
                sql!(
                    "select p.name from attendance a join people p on p.id = a.person_id
                     where a.role = 'participant' and a.state <> 'declined' order by p.name"
                ),
                args![],
            )
        })
        .await
        .unwrap()
    }

    /// How many reminders wait.
    pub(super) async fn reminders(&self) -> i64 {
        let db = &self.house.app.db;
        db.read(|tx| {
            tx.one(
                sql!("select count(*) from outbox where about = 'reminder'"),
                args![],
            )
        })
        .await
        .unwrap()
    }
}

/// The fields of a meeting on a Tuesday evening in three weeks.
pub(super) fn planned(capacity: u8) -> String {
    format!(
        "title=Open avond&date=2026-12-15&time=19%3A30&minutes=90&place=De Linde&directions=\
         &online=https%3A%2F%2Fvideo.example%2Fgeheim&method=&{}",
        texts(capacity)
    )
}

/// The fields of its invitation.
pub(super) fn texts(capacity: u8) -> String {
    format!(
        "goal=Leren van elkaar&audience=Wie wil&questions=Hoe begin je%3F&time_asked=Anderhalf uur&title_en=Open evening\
         &goal_en=Learning together&capacity={capacity}&closes_on=2026-12-15&closes_time=12%3A00\
         &leader=thea@voorbeeld.example"
    )
}

/// The value of a hidden field.
pub(super) fn hidden(page: &Html, name: &str) -> String {
    let field = Selector::parse(&format!("input[name={name}]")).unwrap();
    let field = page.select(&field).next();
    let field = field.unwrap_or_else(|| panic!("no field {name}"));
    field.attr("value").unwrap_or_default().to_owned()
}
