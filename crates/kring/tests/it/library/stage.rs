//! A meeting that was held, with a treated case of Noor; people of another group, of another programme of the same organisation, and of
//! another organisation.

use std::collections::BTreeMap;

use scraper::Selector;
use store::{Db, args, sql};

use crate::browser::{Browser, House};
use crate::calendar::world::World;
use crate::site::{Reply, texts};

pub(crate) const KEY: &str =
    "case_key = \"00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff\"";

/// Everybody, with the programme, the group and the role.
const OTHERS: [(&str, &str, Option<&str>, &str); 4] = [
    ("daan", "p", Some("h"), "participant"),
    ("hugo", "p", Some("h"), "facilitator"),
    ("lena", "p2", None, "participant"),
    ("olaf", "q", None, "participant"),
];

pub(crate) const ENTRY: &str = "title=Elke+dag+aan+de+telefoon&question=Hoe+begrens+ik+iemand+die+vaak+belt%3F\
    &context=Iemand+belde+vaak+en+was+bang&advice=Spreek+vaste+belmomenten+af&theme-0=tasks&category-0=process";

/// The world, with everybody signed in beforehand: signing in is a mail, and these tests count mails.
pub(crate) struct Stage {
    pub(crate) world: World,
    people: BTreeMap<&'static str, Browser>,
}

impl Stage {
    pub(crate) async fn new(db: &Db) -> Self {
        let world = World::with(db, KEY).await;
        db.write(|tx| {
            for statement in [
                sql!("insert into groups (id, programme_id, name) values ('h', 'p', 'Groep 5')"),
                sql!("insert into organisations (id, name, kind, place) values ('o2', 'Elders', 'regional', 'Stad')"),
                sql!(
                    "insert into programmes (id, organisation_id, name, kind, goal, audience, time_asked, starts_on, ends_on,
                                             region, accent, is_public)
                     select 'p2', 'o', 'Samen', kind, goal, audience, time_asked, starts_on, ends_on, region, accent, is_public
                     from programmes where id = 'p'"
                ),
                sql!(
                    "insert into programmes (id, organisation_id, name, kind, goal, audience, time_asked, starts_on, ends_on,
                                             region, accent, is_public)
                     select 'q', 'o2', 'Anders', kind, goal, audience, time_asked, starts_on, ends_on, region, accent, is_public
                     from programmes where id = 'p'"
                ),
            ] {
                tx.run(statement, args![])?;
            }
            Ok::<_, store::Error>(())
        })
        .await
        .unwrap();
        for (name, programme, group, role) in OTHERS {
            let mail = format!("{name}@voorbeeld.example");
            world.house.add(&mail, "nl").await;
            db.write(move |tx| {
                tx.run(
                    sql!(
                        "insert into memberships (id, programme_id, group_id, person_id, role, since)
                         values ($1, $2, $3, $1, $4, '2026-01-01')"
                    ),
                    args![&mail, programme, group, role],
                )
            })
            .await
            .unwrap();
        }
        let mut stage = Self {
            world,
            people: BTreeMap::new(),
        };
        stage.treated(db, "c", "noor").await;
        for name in ["noor", "thea", "bram", "wietske", "daan", "hugo", "lena", "olaf"] {
            let browser = stage
                .world
                .house
                .signed_in(&format!("{name}@voorbeeld.example"))
                .await;
            stage.people.insert(name, browser);
        }
        stage
    }

    /// A meeting of group 4 on the day before the clock of the tests starts, with a treated case.
    pub(crate) async fn treated(&self, db: &Db, id: &'static str, owner: &'static str) {
        let owner = format!("{owner}@voorbeeld.example");
        db.write(move |tx| {
            tx.run(
                sql!(
                    "insert into meetings (id, programme_id, group_id, title, starts_at, ends_at, zone, plan, state, published_at)
                     values ($1, 'p', 'g', 'Toen', 1795345200000000, 1795352400000000, 'Europe/Amsterdam', '{}', 'held', 0)"
                ),
                args![format!("m-{id}")],
            )?;
            tx.run(
                sql!(
                    "insert into cases (id, meeting_id, owner_id, title, question, state)
                     values ($1, $2, $3, 'Elke dag bellen', 'Hoe begrens ik dit?', 'treated')"
                ),
                args![id, format!("m-{id}"), &owner],
            )
        })
        .await
        .unwrap();
    }

    pub(crate) fn house(&self) -> &House {
        &self.world.house
    }

    pub(crate) fn of(&self, name: &str) -> &Browser {
        self.people.get(name).unwrap()
    }

    /// The path of the one entry there is of a case.
    pub(crate) async fn entry(&self, case: &'static str) -> String {
        let db = &self.house().app.db;
        let id: String = db
            .read(move |tx| {
                tx.one(
                    sql!("select id from library_entries where case_id = $1 and state <> 'withdrawn'"),
                    args![case],
                )
            })
            .await
            .unwrap();
        format!("/library/entries/{id}")
    }

    pub(crate) async fn version(&self, entry: &str) -> i64 {
        let id = entry.rsplit('/').next().unwrap().to_owned();
        let db = &self.house().app.db;
        db.read(move |tx| {
            tx.one(
                sql!("select version from library_entries where id = $1"),
                args![&id],
            )
        })
        .await
        .unwrap()
    }

    /// Sends what somebody wrote to be checked.
    pub(crate) async fn send(&self, owner: &str, entry: &str, text: &str) -> Reply {
        let version = self.version(entry).await;
        let form = format!("{text}&looked=yes&do=send&version={version}");
        self.of(owner).post(&format!("{entry}/text"), &form).await
    }

    /// A published entry of a case, and its path.
    pub(crate) async fn published(&self, case: &'static str, owner: &str, scope: &str, text: &str) -> String {
        let begun = self
            .of(owner)
            .post(
                &format!("/library/cases/{case}"),
                &format!("scope={scope}&consent=yes"),
            )
            .await;
        assert_eq!(begun.status, 303, "{}", begun.text());
        let entry = self.entry(case).await;
        let sent = self.send(owner, &entry, text).await;
        assert_eq!(sent.status, 303, "{}", sent.text());
        let version = self.version(&entry).await;
        self.of("thea")
            .post(&format!("{entry}/approval"), &format!("version={version}"))
            .await;
        self.house().deliver().await;
        entry
    }

    /// The titles that somebody finds.
    pub(crate) async fn finds(&self, name: &str, words: &str) -> Vec<String> {
        titles(&self.of(name).get(&format!("/library?words={words}")).await)
    }
}

/// The titles on a page of the library.
pub(crate) fn titles(page: &Reply) -> Vec<String> {
    assert_eq!(page.status, 200, "{}", page.text());
    texts(&page.page(), ".library-hits h3 a")
}

/// The value of a field on a page.
pub(crate) fn value(page: &Reply, selector: &str) -> String {
    let selector = Selector::parse(selector).unwrap();
    let page = page.page();
    let field = page.select(&selector).next().unwrap();
    let text = field.text().collect::<String>();
    field.attr("value").map_or(text, str::to_owned)
}
