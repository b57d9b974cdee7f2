//! What comes back later: actions in the look back of the next meeting, and what people thought of a meeting.

use axum::http::StatusCode;
use scraper::Html;
use session::Plan;
use session::compile::PlannedBlock;
use store::{Db, MIGRATIONS, args, sql};

use super::plans::planned;
use super::world::{Client, Form, Node, organiser, rows_with, until};
use crate::pages::check;
use crate::site::texts;

pub(super) const NOW: &str = "Medicijndispenser: van weerstand naar vertrouwen";
const NEXT: &str = "Wie betaalt de tijd van de vraagbaak?";

/// Gives a meeting an agenda of one part.
pub(super) async fn plan(db: &Db, title: &'static str, method: &str) {
    let plan = Plan {
        title: title.to_owned(),
        blocks: vec![PlannedBlock {
            method: method.to_owned(),
            ..PlannedBlock::default()
        }],
        ..Plan::default()
    };
    let plan = serde_json::to_string(&plan).unwrap();
    let changed = db.write(move |tx| {
        tx.run(
            sql!("update meetings set plan = $1 where title = $2"),
            args![&plan, title],
        )
    });
    assert_eq!(changed.await.unwrap(), 1);
}

/// Participants of a meeting who are expected, by name.
async fn expected(db: &Db, title: &'static str) -> Vec<String> {
    db.read(move |tx| {
        tx.all(
            sql!(
                "select p.name from attendance a join people p on p.id = a.person_id join meetings m on m.id = a.meeting_id
                 where m.title = $1 and a.role = 'participant' and a.state = 'expected' order by p.name"
            ),
            args![title],
        )
    })
    .await
    .unwrap()
}

/// Opens the room, and lets these people in.
async fn enter(node: &Node, people: &[String]) -> (Client, Vec<Client>) {
    let lead = node.client("Nadia Wiekslag").await;
    lead.post(&format!("{}/opening", node.room), &[]).await;
    let mut inside = Vec::new();
    for name in people {
        let client = node.client(name).await;
        client.post(&format!("{}/seat", node.room), &[]).await;
        if Form::on(&client.page().await, "accept", &[]).is_some() {
            client.does("accept", &[], &[]).await;
        }
        inside.push(client);
    }
    lead.does("begin", &[], &[]).await;
    (lead, inside)
}

/// So many people fill in the questionnaire, then the meeting ends.
async fn evaluate(db: &Db, node: &Node, forms: usize) -> (Client, Vec<Client>) {
    plan(db, NOW, "evaluatie").await;
    let people = expected(db, NOW).await;
    let (lead, inside) = enter(node, &people[..6]).await;
    let page = inside[0].page().await;
    assert_eq!(
        texts(&page, "fieldset.scale legend").len(),
        6,
        "marks are buttons"
    );
    assert!(page.html().contains("Anoniem voor de groep"));
    for (n, client) in inside.iter().take(forms).enumerate() {
        let tip = format!("tip nummer {n}");
        let mut answers = vec![("field-grade", "8"), ("field-tip", tip.as_str())];
        if n == 0 {
            answers.push(("field-helped", "2"));
        }
        client.does("add", &[("visit", "0")], &answers).await;
    }
    node.advance(60);
    lead.does("end", &[], &[]).await;
    (lead, inside)
}

store::both_engines! {
    MIGRATIONS;

    async fn what_was_agreed_for_the_next_time_stands_at_the_end_for_everybody_at_once(db) {
        let node = Node::new(&db).await;
        planned(&node, &["focusmethode", "afronding"]).await;
        let [lead, owner, one, _] = node.four().await;
        until(&lead, "Afronding").await;
        let agreed = [("field-date", "2027-01-12"), ("field-facilitator", "2"), ("field-owner", "3")];
        lead.does("add", &[], &agreed).await;
        lead.does("next", &[], &[]).await;
        assert_eq!(one.h1().await, "De bijeenkomst is voorbij");
        let next = texts(&one.page().await, ".room-next-time").concat();
        for part in ["Volgende keer", "12 januari 2027", "Esmee Lariksdal", "Gijs Hertenkamp"] {
            assert!(next.contains(part), "{part}: {next}");
        }
        owner.does("release", &[], &[]).await;
        assert!(texts(&one.page().await, ".room-next-time").concat().contains("12 januari 2027"));
    }

    async fn an_action_agreed_in_one_meeting_is_looked_back_on_in_the_next(db) {
        let mut node = Node::new(&db).await;
        plan(&db, NOW, "acties").await;
        plan(&db, NEXT, "terugblik").await;
        let chantal = ["Chantal Ooibosch".to_owned()];
        let (lead, inside) = enter(&node, &chantal).await;
        let buddy = texts(&inside[0].page().await, "select[name=field-buddy] option");
        assert!(buddy.contains(&"Nadia Wiekslag".to_owned()), "{buddy:?}");
        let answers = [
            ("field-what", "Elke maandag vijf minuten oefenen"),
            ("field-notice", "Twee collega's doen mee"),
            ("field-when", "2026-12-14"),
            ("field-buddy", "0"),
        ];
        inside[0].does("add", &[], &answers[..1]).await;
        let hint = || async { texts(&inside[0].page().await, ".smart-hint").concat() };
        assert!(hint().await.contains("waaraan merk je"), "a kind question, and no wall");
        inside[0].does("change", &[("card", "0")], &answers).await;
        assert_eq!(hint().await, "", "nothing is missing now");
        assert!(texts(&inside[0].page().await, ".room-text").concat().contains("Nadia Wiekslag"), "the buddy has a name");
        lead.does("end", &[], &[]).await;
        assert!(!inside[0].send("GET", "/my", &[], &[]).await.text.contains("Elke maandag"), "not before the release");
        // There is no case, so who leads releases.
        lead.does("release", &[], &[]).await;
        let mine = inside[0].send("GET", "/my", &[], &[]).await.text;
        assert!(mine.contains("Elke maandag vijf minuten oefenen") && mine.contains("14 december"));
        let buddies: Vec<String> = db.read(|tx| tx.all(sql!("select buddy from actions where buddy is not null"), args![])).await.unwrap();
        assert_eq!(buddies, ["Nadia Wiekslag"]);

        let next: (String, i64) = db
            .read(|tx| tx.one(sql!("select id, starts_at from meetings where title = $1"), args![NEXT]))
            .await
            .unwrap();
        node.room = format!("/room/{}", next.0);
        node.advance((next.1 - node.app.clock.now().as_microsecond()) / 1_000_000);
        let (lead, inside) = enter(&node, &chantal).await;
        let page = lead.page().await.html();
        assert!(page.contains("Elke maandag vijf minuten oefenen") && page.contains("Chantal Ooibosch"));
        let page = inside[0].page().await;
        let who = if Form::on(&page, "review", &[("action", "0")]).is_some() { &inside[0] } else { &lead };
        who.does("review", &[("action", "0")], &[("status", "half"), ("note", "Het begin is er")]).await;
        lead.does("end", &[], &[]).await;
        let mine = inside[0].send("GET", "/my", &[], &[]).await.text;
        assert!(mine.contains("half gedaan"), "it stays open until it is done");
    }

    async fn an_action_agreed_in_another_group_stays_there(db) {
        let node = Node::new(&db).await;
        plan(&db, NOW, "terugblik").await;
        let added = db.write(|tx| {
            let elsewhere = tx.run(
                sql!(
                    "insert into actions (id, meeting_id, person_id, what, state)
                     select 'elsewhere', min(m.id), min(p.id), 'Alleen voor de andere groep', 'open'
                     from meetings m, people p where m.group_id is not null and p.name = 'Chantal Ooibosch'"
                ),
                args![],
            )?;
            let here = tx.run(
                sql!(
                    "insert into actions (id, meeting_id, person_id, what, state)
                     select 'here', m.id, p.id, 'Van een eerdere keer', 'open'
                     from meetings m, people p where m.title = $1 and p.name = 'Chantal Ooibosch'"
                ),
                args![NEXT],
            )?;
            Ok::<_, store::Error>((elsewhere, here))
        });
        assert_eq!(added.await.unwrap(), (1, 1));
        let (lead, _) = enter(&node, &["Chantal Ooibosch".to_owned()]).await;
        let page = lead.page().await.html();
        assert!(page.contains("Van een eerdere keer"));
        assert!(!page.contains("Alleen voor de andere groep"));
    }

    async fn four_answers_are_not_shown_to_anybody(db) {
        let node = Node::new(&db).await;
        let (lead, _) = evaluate(&db, &node, 4).await;
        let meeting = node.room.replace("/room/", "/meetings/");
        let page = lead.send("GET", &format!("{meeting}/evaluation"), &[], &[]).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.text.contains("4 deelnemers hebben") && page.text.contains("minstens vijf"), "{}", page.text);
        assert!(!page.text.contains("gemiddeld 8,0") && !page.text.contains("tip nummer"));
        let programme: String = db
            .read(|tx| tx.one(sql!("select programme_id from meetings where title = $1"), args![NOW]))
            .await
            .unwrap();
        let organiser = node.client(&organiser(&db).await).await;
        let page = organiser.send("GET", &format!("/programmes/{programme}/evaluation"), &[], &[]).await;
        assert!(page.status == StatusCode::OK && !page.text.contains("gemiddeld 8"));
    }

    async fn five_answers_are_shown_without_who_gave_them(db) {
        let node = Node::new(&db).await;
        let (lead, inside) = evaluate(&db, &node, 5).await;
        let path = format!("{}/evaluation", node.room.replace("/room/", "/meetings/"));
        let page = lead.send("GET", &path, &[], &[]).await.text;
        assert_eq!(check(&Html::parse_document(&page), "nl"), [""; 0]);
        assert!(page.contains("gemiddeld 8,0"), "{page}");
        assert!(page.contains("tip nummer 3") && page.contains("8: 5 keer"));
        assert!(!page.contains("gemiddeld 2"), "one answer to a question is too few");
        assert_eq!(inside[0].send("GET", &path, &[], &[]).await.status, StatusCode::NOT_FOUND);

        let name = organiser(&db).await;
        let organiser = node.client(&name).await;
        assert_eq!(organiser.send("GET", &path, &[], &[]).await.status, StatusCode::NOT_FOUND);
        let programme: String = db
            .read(|tx| tx.one(sql!("select programme_id from meetings where title = $1"), args![NOW]))
            .await
            .unwrap();
        let path = format!("/programmes/{programme}/evaluation");
        let page = organiser.send("GET", &path, &[], &[]).await.text;
        assert_eq!(check(&Html::parse_document(&page), "nl"), [""; 0]);
        assert!(page.contains("8: 5 keer") && !page.contains("tip nummer"), "an organiser reads no texts");
        assert!(!page.contains("gemiddeld 2"), "one answer to a question is too few here as well");
        assert_eq!(lead.send("GET", &path, &[], &[]).await.status, StatusCode::NOT_FOUND);

        assert_eq!(rows_with(&db, "entry_used").await, 0, "the log tells whose entry it was");
        let kept: Vec<(String, String, i64)> = db
            .read(|tx| tx.all(sql!("select question, answer, times from evaluation_answers where question <> 'tip' order by question, answer"), args![]))
            .await
            .unwrap();
        assert_eq!(kept, [("grade".to_owned(), "8".to_owned(), 5), ("helped".to_owned(), "2".to_owned(), 1)]);
        let days: Vec<String> = db.read(|tx| tx.all(sql!("select day from evaluations"), args![])).await.unwrap();
        assert_eq!(days, ["2026-11-23"]);
    }
}
