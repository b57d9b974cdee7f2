//! Sessions in writing: windows of days, each in their own time, one reminder for who has not done their part.

use store::{Db, MIGRATIONS, args, sql};

use super::world::{Client, Node};
use crate::site::texts;

const TITLE: &str = "Tussen twee avonden: een vraag op papier";
const HOUR: i64 = 60 * 60;
const DAY: i64 = 24 * HOUR;

/// The people of the meeting who take part, with the page of each.
async fn circle(node: &Node) -> Vec<Client> {
    let (id, names): (String, Vec<String>) = node
        .app
        .db
        .read(|tx| {
            let id = tx.one(sql!("select id from meetings where title = $1"), args![TITLE])?;
            let names = tx.all(
                sql!(
                    "select p.name from attendance a join people p on p.id = a.person_id
                     join meetings m on m.id = a.meeting_id
                     where m.title = $1 and a.role = 'participant' order by p.id"
                ),
                args![TITLE],
            )?;
            Ok::<_, store::Error>((id, names))
        })
        .await
        .unwrap();
    let mut clients = Vec::new();
    for name in names {
        let client = node.client(&name).await;
        clients.push(Client {
            room: format!("/room/{id}"),
            ..client
        });
    }
    clients
}

/// Whose part is still to do.
async fn missing(circle: &[Client]) -> Vec<usize> {
    let mut missing = Vec::new();
    for (n, client) in circle.iter().enumerate() {
        if client.page().await.html().contains("Jouw deel moet nog") {
            missing.push(n);
        }
    }
    missing
}

async fn reminders(db: &Db) -> usize {
    let mails: Vec<String> = db
        .read(|tx| {
            tx.all(
                sql!("select person_id from outbox where about = 'reminder' order by person_id"),
                args![],
            )
        })
        .await
        .unwrap();
    mails.len()
}

/// Whoever leads.
async fn leader(node: &Node) -> Client {
    let (id, name): (String, String) = node
        .app
        .db
        .read(|tx| {
            tx.one(
                sql!(
                    "select m.id, p.name from attendance a join people p on p.id = a.person_id
                     join meetings m on m.id = a.meeting_id where m.title = $1 and a.role = 'facilitator'"
                ),
                args![TITLE],
            )
        })
        .await
        .unwrap();
    Client {
        room: format!("/room/{id}"),
        ..node.client(&name).await
    }
}

/// Mails that wait about a part that is open: subject and text.
async fn opened(db: &Db) -> Vec<String> {
    db.read(|tx| {
        tx.all(
            sql!("select subject || ' ' || text from outbox where about = 'window' order by person_id"),
            args![],
        )
    })
    .await
    .unwrap()
}

store::both_engines! {
    MIGRATIONS;

    async fn only_who_has_not_done_their_part_is_reminded_and_only_once(db) {
        let node = Node::new(&db).await;
        kring::demo::begin_in_writing(&node.app).await.unwrap();
        kring::demo::begin_in_writing(&node.app).await.unwrap();
        let circle = circle(&node).await;
        let page = circle[0].page().await;
        assert!(texts(&page, ".room-window").concat().contains("hebben hun deel gedaan"));
        assert!(!page.html().contains("data-ends-at"), "a clock ticks over days");
        let late = missing(&circle).await;
        assert!(!late.is_empty() && late.len() < circle.len(), "{late:?}");
        assert_eq!(reminders(&db).await, 0, "the window has only just opened");

        node.advance(DAY + HOUR);
        circle[0].page().await;
        circle[0].page().await;
        assert_eq!(reminders(&db).await, late.len());

        let writer = &circle[late[0]];
        writer.writes("De centrale vraag is wie mijn overdracht leest.").await;
        assert!(writer.page().await.html().contains("Jouw deel is gedaan"));
        assert_eq!(reminders(&db).await, late.len() - 1, "silence once done");
    }

    async fn everybody_hears_once_and_in_their_language_that_their_part_is_open_until_it_closes(db) {
        let node = Node::new(&db).await;
        db.write(|tx| {
            tx.run(
                sql!(
                    "update people set language = 'en' where id = (select max(a.person_id) from attendance a
                     join meetings m on m.id = a.meeting_id where m.title = $1 and a.role = 'participant')"
                ),
                args![TITLE],
            )
        })
        .await
        .unwrap();
        kring::demo::begin_in_writing(&node.app).await.unwrap();
        let circle = circle(&node).await;
        let late = missing(&circle).await;
        circle[0].page().await;
        let first = opened(&db).await;
        assert_eq!(first.len(), late.len(), "whose part is open now, and no earlier part: {first:?}");
        let english = first.iter().filter(|mail| mail.contains("your part is open")).count();
        assert!(first.iter().all(|mail| mail.contains("Centrale vraag") || mail.contains("Central question")), "{first:?}");
        assert_eq!(english, 1, "{first:?}");

        circle[late[0]].writes("De centrale vraag is wie mijn overdracht leest.").await;
        circle[0].page().await;
        assert_eq!(opened(&db).await.len(), late.len() - 1, "silence once done");

        node.advance(5 * DAY);
        circle[0].page().await;
        assert_eq!(circle[0].h1().await, "Terugkoppeling");
        let next = opened(&db).await;
        assert!(!next.is_empty() && next.iter().all(|mail| mail.contains("Terugkoppeling") || mail.contains("Feedback")), "{next:?}");
        let lead = leader(&node).await;
        lead.does("next", &[], &[]).await;
        lead.page().await;
        let last = opened(&db).await;
        assert!(!last.is_empty() && last.iter().all(|mail| !mail.contains("Terugkoppeling")), "closed early: {last:?}");
        lead.does("end", &[], &[]).await;
        lead.page().await;
        assert_eq!(opened(&db).await, [""; 0], "and nothing after the end");
    }

    async fn who_is_expected_and_has_not_come_in_hears_of_it_too(db) {
        let node = Node::new(&db).await;
        kring::demo::begin_in_writing(&node.app).await.unwrap();
        let circle = circle(&node).await;
        circle[0].page().await;
        let before = opened(&db).await.len();
        let name = "Esmee Lariksdal";
        db.write(move |tx| {
            tx.run(
                sql!(
                    "insert into attendance (meeting_id, person_id, role, state)
                     select m.id, p.id, 'participant', 'expected' from meetings m, people p
                     where m.title = $1 and p.name = $2"
                ),
                args![TITLE, name],
            )
        })
        .await
        .unwrap();
        leader(&node).await.does("next", &[], &[]).await;
        circle[0].page().await;
        let told: i64 = db
            .read(move |tx| {
                tx.one(
                    sql!(
                        "select count(*) from outbox o join people p on p.id = o.person_id
                         where o.about = 'window' and p.name = $1"
                    ),
                    args![name],
                )
            })
            .await
            .unwrap();
        assert!(before > 0 && told == 1, "{before} {told}");
    }

    async fn the_next_window_opens_by_itself(db) {
        let node = Node::new(&db).await;
        kring::demo::begin_in_writing(&node.app).await.unwrap();
        let circle = circle(&node).await;
        assert_eq!(circle[0].h1().await, "Centrale vraag");
        node.advance(5 * DAY);
        // With too few voices a window stays open a day longer, once.
        circle[0].page().await;
        assert_eq!(circle[0].h1().await, "Terugkoppeling");
    }
}
