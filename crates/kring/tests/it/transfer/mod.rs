//! Lists of people in and out: what a preview says, what an import does, and that an export can be read again.

mod exporting;
mod importing;
mod refusing;

use scraper::Selector;
use store::{Db, args, sql};

use crate::browser::Browser;
use crate::site::Reply;

const HERE: &str = "/programmes/p/import";

/// Places of today, `who group role`.
async fn seats(db: &Db, programme: &'static str) -> Vec<String> {
    let found: Vec<(String, Option<String>, String)> = db
        .read(move |tx| {
            tx.all(
                sql!(
                    "select p.mail, g.name, m.role
                     from memberships m join people p on p.id = m.person_id left join groups g on g.id = m.group_id
                     where m.programme_id = $1 and m.role <> 'organiser'
                           and (m.until is null or m.until >= '2026-11-23')"
                ),
                args![programme],
            )
        })
        .await
        .unwrap();
    let mut seats: Vec<String> = found
        .into_iter()
        .map(|(mail, group, role)| {
            let name = mail.split('@').next().unwrap().to_owned();
            format!("{name} {} {role}", group.unwrap_or_else(|| "-".to_owned()))
        })
        .collect();
    seats.sort();
    seats
}

/// The places that an import added to those of the world.
async fn added(db: &Db) -> Vec<String> {
    let world = [
        "bram Groep 4 participant",
        "noor Groep 4 participant",
        "saar Groep 4 participant",
        "thea Groep 4 facilitator",
    ];
    let mut seats = seats(db, "p").await;
    for seat in world {
        assert!(seats.iter().any(|one| one == seat), "{seat} is gone: {seats:?}");
    }
    seats.retain(|seat| !world.contains(&seat.as_str()));
    seats
}

async fn look(browser: &Browser, list: &str) -> Reply {
    browser.upload(HERE, &[("list", list)], None).await
}

async fn import(browser: &Browser, list: &str) -> Reply {
    let fields = [("list", list), ("tell", "yes"), ("do", "import")];
    browser.upload(HERE, &fields, None).await
}

/// What the preview says of each row, paragraph after paragraph.
fn happenings(reply: &Reply) -> Vec<String> {
    let [cells, paragraphs] = [".transfer-rows td", "p"].map(|one| Selector::parse(one).unwrap());
    let page = reply.page();
    let said = page.select(&cells).map(|cell| {
        let paragraphs = cell.select(&paragraphs).map(|one| one.text().collect::<String>());
        paragraphs.collect::<Vec<_>>().join(" ")
    });
    said.collect()
}

/// The list as it stands in the field to mend it, tabs and all.
fn kept(reply: &Reply) -> String {
    let field = Selector::parse("textarea[name=list]").unwrap();
    let page = reply.page();
    page.select(&field).flat_map(|field| field.text()).collect()
}
