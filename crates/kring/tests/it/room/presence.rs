//! Who was there: confirmed in the lobby and after the end where the plan has no step for it, late, and corrected.

use axum::http::StatusCode;
use scraper::Html;
use store::{Db, MIGRATIONS, args, sql};

use super::afterwards::{NOW, plan};
use super::world::{Client, Form, Node, until};
use crate::site::texts;

const DIGITS: &str = ".room-presence-digits";

/// What the big screen asks people to type; nothing when it is not the moment.
async fn digits(lead: &Client) -> String {
    let reply = lead.send("GET", &format!("{}/screen", lead.room), &[], &[]).await;
    texts(&Html::parse_document(&reply.text), DIGITS).concat()
}

/// Name, confirmed at the start, confirmed at the end, corrected, minutes there, in the order of the seats.
async fn kept(db: &Db) -> Vec<String> {
    let rows: Vec<(String, bool, bool, bool, i64)> = db
        .read(|tx| {
            tx.all(
                sql!(
                    "select name, confirmed_at_start, confirmed_at_end, corrected, there from attendance_times
                     order by seat"
                ),
                args![],
            )
        })
        .await
        .unwrap();
    let mark = |is_so: bool, mark: &'static str| if is_so { mark } else { "-" };
    let rows = rows.into_iter().map(|(name, start, end, corrected, there)| {
        let first = name.split(' ').next().unwrap();
        let marks = [
            mark(start, "start"),
            mark(end, "end"),
            mark(corrected, "corrected"),
        ]
        .join(" ");
        format!("{first} {marks} {}", there / 60_000_000)
    });
    rows.collect()
}

/// Types digits for a moment, whether or not the page offers a field now.
async fn types(client: &Client, moment: &str, digits: &str) -> (StatusCode, String) {
    let fields = [
        ("do", "presence"),
        ("moment", moment),
        ("digits", digits),
        ("key", moment),
    ];
    let path = format!("{}/commands", client.room);
    let reply = client
        .send("POST", &path, &fields, &[("x-kring-room", "1")])
        .await;
    (reply.status, reply.text)
}

async fn comes_late(node: &Node, name: &str) -> Client {
    let late = node.client(name).await;
    late.post(&format!("{}/seat", node.room), &[("place", "online")])
        .await;
    if Form::on(&late.page().await, "accept", &[]).is_some() {
        late.does("accept", &[], &[]).await;
    }
    late
}

store::both_engines! {
    MIGRATIONS;

    async fn without_a_step_for_it_presence_is_confirmed_in_the_lobby_and_after_the_end(db) {
        let node = Node::new(&db).await;
        plan(&db, NOW, "focusmethode").await;
        let [lead, owner, one, other] = node.four().await;
        let start = digits(&lead).await;
        assert_eq!(start.chars().filter(char::is_ascii_digit).count(), 6, "{start}");
        one.does("presence", &[("moment", "start")], &[("digits", &start)]).await;
        // The case owner has no telephone at hand: whoever leads ticks them off.
        lead.does("presence", &[("moment", "start"), ("seat", "1")], &[]).await;
        assert!(owner.page().await.html().contains("Je aanwezigheid is vastgelegd."));

        lead.does("begin", &[], &[]).await;
        assert_eq!(digits(&lead).await, "", "it has begun");
        let (status, why) = types(&other, "start", &start).await;
        assert!(status == StatusCode::UNPROCESSABLE_ENTITY && why.contains("Er is niets vastgelegd"), "{why}");
        node.advance(600);
        let late = comes_late(&node, "Stef Wilgenpas").await;
        assert!(Form::on(&late.page().await, "presence", &[]).is_none(), "nobody confirms to have been there at the start later on");
        node.advance(600);
        lead.does("end", &[], &[]).await;

        let end = digits(&lead).await;
        assert!(!end.is_empty() && end != start, "{start} {end}");
        let (status, why) = types(&one, "end", &start).await;
        assert!(status == StatusCode::UNPROCESSABLE_ENTITY && why.contains("kloppen niet"), "{why}");
        for client in [&other, &late] {
            client.does("presence", &[("moment", "end")], &[("digits", &end)]).await;
        }
        lead.does("presence", &[("moment", "end"), ("seat", "2")], &[]).await;
        let expected = [
            "Nadia - - - 20",
            "Chantal start - - 20",
            "Esmee start end - 20",
            "Gijs - end - 20",
            "Stef - end - 10",
        ];
        assert_eq!(kept(&db).await, expected);
        owner.does("release", &[], &[]).await;
        assert_eq!(digits(&lead).await, "", "the report is released");
        let (status, _) = types(&owner, "end", &end).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(kept(&db).await, expected);
    }

    async fn somebody_late_confirms_while_the_step_lasts_and_is_corrected_afterwards(db) {
        let node = Node::new(&db).await;
        let [lead, owner, ..] = node.four().await;
        lead.does("begin", &[], &[]).await;
        let start = digits(&lead).await;
        node.advance(300);
        let late = comes_late(&node, "Stef Wilgenpas").await;
        late.does("presence", &[("moment", "start")], &[("digits", &start)]).await;
        until(&lead, "Gerichte vragen").await;
        node.advance(300);
        let later = comes_late(&node, "Yvonne Vlierstruik").await;
        assert!(Form::on(&later.page().await, "presence", &[]).is_none());
        node.advance(600);
        lead.does("end", &[], &[]).await;
        let of = |name: &'static str| {
            let db = &db;
            async move { kept(db).await.into_iter().find(|line| line.starts_with(name)).unwrap() }
        };
        assert_eq!((of("Stef").await.as_str(), of("Yvonne").await.as_str()), ("Stef start - - 15", "Yvonne - - - 10"));

        // She was there from the beginning and had no line: whoever leads puts that right, also after the end.
        let beside = format!("{}/attendance", node.room);
        let page = lead.send("GET", &beside, &[], &[]).await;
        let form = Form::on(&Html::parse_document(&page.text), "attendance", &[("seat", "5")]).unwrap();
        for client in [&owner, &later] {
            let mut fields: Vec<(&str, &str)> = form.fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
            fields.extend([("from", "10:02"), ("to", ""), ("place", "online")]);
            let reply = client.send("POST", &form.action, &fields, &[]).await;
            assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY, "only whoever leads");
        }
        lead.sends(&form, &[("from", "10:02"), ("to", ""), ("place", "online")]).await;
        assert_eq!(of("Yvonne").await, "Yvonne - - corrected 20");
        owner.does("release", &[], &[]).await;
        assert_eq!(of("Yvonne").await, "Yvonne - - corrected 20");
    }
}
