//! A group of four with a coach among them, and an organiser.

use scraper::{Html, Selector};
use store::{Db, args, sql};

use crate::browser::House;
use crate::site::texts;

pub(crate) struct World {
    pub(crate) house: House,
}

const PEOPLE: [(&str, &str); 5] = [
    ("thea", "facilitator"),
    ("noor", "participant"),
    ("bram", "participant"),
    ("saar", "participant"),
    ("wietske", "organiser"),
];

impl World {
    pub(crate) async fn new(db: &Db) -> Self {
        Self::with(db, "").await
    }

    /// With settings as they would stand in `kring.toml`.
    pub(crate) async fn with(db: &Db, settings: &str) -> Self {
        let house = House::with(db, settings);
        db.write(|tx| {
            tx.run(
                sql!("insert into organisations (id, name, kind, place) values ('o', 'Regio', 'regional', 'Dorp')"),
                args![],
            )?;
            tx.run(
                sql!(
                    "insert into programmes (id, organisation_id, name, kind, goal, audience, time_asked, starts_on, ends_on,
                                             region, accent, is_public)
                     values ('p', 'o', 'Leren', 'groups', 'x', 'x', 'x', '2026-01-01', '2027-12-31', 'x', 'blue', false)"
                ),
                args![],
            )?;
            tx.run(
                sql!("insert into groups (id, programme_id, name) values ('g', 'p', 'Groep 4')"),
                args![],
            )
        })
        .await
        .unwrap();
        let world = Self { house };
        for (name, role) in PEOPLE {
            world.house.add(&format!("{name}@voorbeeld.example"), "nl").await;
            world.member(name, role).await;
        }
        world
    }

    /// Makes somebody a member of the group, or an organiser of the programme.
    pub(crate) async fn member(&self, name: &str, role: &'static str) {
        let person = format!("{name}@voorbeeld.example");
        self.house
            .app
            .db
            .write(move |tx| {
                tx.run(
                    sql!(
                        "insert into memberships (id, programme_id, group_id, person_id, role, since)
                         values ($1, 'p', $2, $1, $3, '2026-01-01')"
                    ),
                    args![&person, (role != "organiser").then_some("g"), role],
                )
            })
            .await
            .unwrap();
    }

    /// Plans one meeting on a day and invites everybody; answers its id.
    pub(crate) async fn plan(&self, day: &str) -> String {
        let coach = self.house.signed_in("thea@voorbeeld.example").await;
        let planned = coach.post("/groups/g/series", &row("invite", day, &[day])).await;
        assert_eq!(planned.status, 303, "{}", planned.text());
        self.meeting().await
    }

    pub(crate) async fn meeting(&self) -> String {
        let db = &self.house.app.db;
        db.read(|tx| tx.one(sql!("select id from meetings"), args![]))
            .await
            .unwrap()
    }

    /// How many mails of a kind wait.
    pub(crate) async fn waiting(&self, about: &'static str) -> i64 {
        let db = &self.house.app.db;
        db.read(move |tx| tx.one(sql!("select count(*) from outbox where about = $1"), args![about]))
            .await
            .unwrap()
    }

    /// What the list of the meeting says of somebody.
    pub(crate) async fn state(&self, name: &str) -> String {
        let person = format!("{name}@voorbeeld.example");
        let db = &self.house.app.db;
        db.read(move |tx| {
            tx.one(
                sql!("select state from attendance where person_id = $1"),
                args![&person],
            )
        })
        .await
        .unwrap()
    }

    /// The path of the link to answer with in the newest mail to somebody.
    pub(crate) fn reply_link(&self, mail: &str) -> String {
        let letters = self.house.mailbox.letters();
        let letter = letters.iter().rev().find(|letter| letter.to == mail).unwrap();
        let line = letter.text.lines().find(|line| line.contains("/reply/")).unwrap();
        line.strip_prefix(&self.house.app.config.address)
            .unwrap()
            .to_owned()
    }
}

/// The form of a row, with the days that somebody looked through.
pub(crate) fn row(action: &str, first: &str, days: &[&str]) -> String {
    let days: Vec<String> = days
        .iter()
        .enumerate()
        .map(|(number, day)| format!("&day-{number}={day}"))
        .collect();
    format!(
        "do={action}&title=Bijeenkomst&date={first}&time=19%3A30&minutes=90&weeks=3&count=4&region=midden\
         &method=focusmethode&place=De+Linde&online=&directions={}",
        days.concat()
    )
}

/// What stands in the fields that fit.
pub(crate) fn values(page: &Html, selector: &str) -> Vec<String> {
    let selector = Selector::parse(selector).unwrap();
    page.select(&selector)
        .filter_map(|field| field.value().attr("value"))
        .filter(|value| !value.is_empty())
        .map(str::to_owned)
        .collect()
}

/// The text of the first element that fits.
pub(crate) fn line(page: &Html, selector: &str) -> String {
    texts(page, selector).into_iter().next().unwrap_or_default()
}
