//! A diagram in the group of four, and what happens to it.

use store::{Db, FromColumn, args, sql};

use crate::browser::Browser;
use crate::calendar::world::World;
use crate::site::Reply;

pub(super) const EFFECT: &str = "De medicijndispenser geeft meer werk dan hij scheelt";

/// A new key for a form, as a browser would have from the page.
pub(super) fn key(number: u32) -> String {
    format!("00000000-0000-4000-8000-{number:012}")
}

/// Makes a diagram with two categories; answers its address.
pub(super) async fn made(browser: &Browser, more: &str) -> String {
    let form = format!(
        "key={}&effect={EFFECT}&categories=Mens%0ATechniek&meeting={more}",
        key(1)
    );
    let reply = browser.post("/groups/g/bottlenecks", &form).await;
    assert_eq!(reply.status, 303, "{}", reply.text());
    reply.header("location").unwrap().to_owned()
}

/// The id of the category or cause with this text.
pub(super) async fn id_of(db: &Db, text: &'static str) -> String {
    db.read(move |tx| {
        tx.one(
            sql!(
                "select id from bottleneck_categories where name = $1
                 union all select id from bottleneck_causes where text = $1"
            ),
            args![text],
        )
    })
    .await
    .unwrap()
}

pub(super) async fn count<T: FromColumn + Send + 'static>(db: &Db, what: &'static str) -> T {
    let sql = match what {
        "causes" => sql!("select count(*) from bottleneck_causes"),
        "authors" => sql!("select count(*) from bottleneck_causes where author_id is not null"),
        "moment" => sql!("select max(written_at) from bottleneck_causes"),
        "votes" => sql!("select count(*) from bottleneck_votes"),
        "version" => sql!("select max(version) from bottlenecks"),
        _ => sql!("select count(*) from cases"),
    };
    db.read(move |tx| tx.one(sql, args![])).await.unwrap()
}

pub(super) async fn add(browser: &Browser, here: &str, number: u32, (under, text): (&str, &str)) -> Reply {
    let form = format!("key={}&under={under}&text={text}", key(number));
    browser.post(&format!("{here}/causes"), &form).await
}

/// Two causes and a reason, by Noor and Bram.
pub(super) async fn grown(db: &Db, world: &World, here: &str) -> [String; 3] {
    let noor = world.house.signed_in("noor@voorbeeld.example").await;
    let bram = world.house.signed_in("bram@voorbeeld.example").await;
    let causes = [
        (&noor, "Mens", "Weinig scholing"),
        (&bram, "Techniek", "Storingen blijven liggen"),
        (&bram, "Weinig scholing", "Alles moest snel"),
    ];
    for (number, (browser, under, text)) in (10..).zip(causes) {
        let under = id_of(db, under).await;
        let added = add(browser, here, number, (&under, text)).await;
        assert_eq!(added.status, 303, "{}", added.text());
    }
    [
        id_of(db, "Weinig scholing").await,
        id_of(db, "Storingen blijven liggen").await,
        id_of(db, "Alles moest snel").await,
    ]
}

/// Votes of Noor and Bram for the first cause, and closed by Thea.
pub(super) async fn voted(world: &World, here: &str, cause: &str) {
    let thea = world.house.signed_in("thea@voorbeeld.example").await;
    assert_eq!(thea.post(&format!("{here}/state"), "to=voting").await.status, 303);
    for name in ["noor", "bram"] {
        let browser = world.house.signed_in(&format!("{name}@voorbeeld.example")).await;
        assert_eq!(
            browser
                .post(&format!("{here}/votes"), &format!("root-0={cause}"))
                .await
                .status,
            303
        );
    }
    assert_eq!(thea.post(&format!("{here}/state"), "to=closed").await.status, 303);
}

/// The meeting was held, Noor was there, the question was treated, and somebody does something.
pub(super) async fn held(db: &Db, meeting: &str, cause: &str) {
    let (meeting, cause) = (meeting.to_owned(), cause.to_owned());
    db.write(move |tx| {
        tx.run(
            sql!("update meetings set state = 'held' where id = $1"),
            args![&meeting],
        )?;
        tx.run(
            sql!("update attendance set state = 'present' where meeting_id = $1"),
            args![&meeting],
        )?;
        tx.run(
            sql!("update cases set state = 'treated' where id = $1"),
            args![&cause],
        )?;
        for (id, text, case) in [
            ("r1", "Laat twee mensen het eerst leren", Some(cause.as_str())),
            ("r2", "Iets over een andere vraag", Some("other")),
        ] {
            if case == Some("other") {
                tx.run(
                    sql!(
                        "insert into cases (id, meeting_id, owner_id, title, question, state)
                         values ('other', $1, 'bram@voorbeeld.example', 'Anders', 'Hoe?', 'treated')"
                    ),
                    args![&meeting],
                )?;
            }
            tx.run(
                sql!(
                    "insert into results (id, meeting_id, kind, step, text, audience, position, case_id)
                     values ($1, $2, 'advice', 's', $3, 'group', 1, $4)"
                ),
                args![id, &meeting, text, case],
            )?;
        }
        tx.run(
            sql!(
                "insert into actions (id, meeting_id, person_id, what, until, state)
                 values ('a1', $1, 'noor@voorbeeld.example', 'Twee collega s opleiden', '2027-01-31', 'open')"
            ),
            args![&meeting],
        )
    })
    .await
    .unwrap();
}
