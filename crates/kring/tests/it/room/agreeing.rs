//! Agreements before a case, and presence by six digits.

use axum::http::StatusCode;
use scraper::Html;
use store::{Db, MIGRATIONS, args, sql};

use super::guests::{browser, code, comes_in};
use super::world::{Client, Form, Node, rows_with, until};
use crate::site::texts;

const SCREEN_DIGITS: &str = ".room-presence-digits";

async fn accepted(db: &Db, name: &str) -> i64 {
    let name = name.to_owned();
    db.read(move |tx| {
        tx.one(
            sql!(
                "select count(*) from agreement_acceptances a join people p on p.id = a.person_id
                 join agreements g on g.id = a.agreement_id where p.name = $1 and g.group_id is null"
            ),
            args![&name],
        )
    })
    .await
    .unwrap()
}

async fn digits(lead: &Client) -> String {
    let reply = lead.send("GET", &format!("{}/screen", lead.room), &[], &[]).await;
    texts(&Html::parse_document(&reply.text), SCREEN_DIGITS).concat()
}

/// To the check-in, where presence is confirmed.
async fn check_in(node: &Node) -> [Client; 4] {
    let four = node.four().await;
    four[0].does("begin", &[], &[]).await;
    four
}

store::both_engines! {
    MIGRATIONS;

    async fn nobody_sees_a_word_before_the_agreements(db) {
        let node = Node::new(&db).await;
        let [lead, _, one, _] = node.four().await;
        until(&lead, "Gerichte vragen").await;
        one.writes("Wie merkt het als eerste?").await;
        let late = node.client("Stef Wilgenpas").await;
        late.post(&format!("{}/seat", node.room), &[("place", "online")]).await;
        assert_eq!(late.h1().await, "Eerst de afspraken");
        let page = late.page().await;
        assert_eq!(texts(&page, ".agreements li").len(), 7);
        for hidden in ["Wie merkt het als eerste?", "Snel gestart, en nu staat het stil"] {
            assert!(!page.html().contains(hidden), "{hidden}");
        }
        assert!(Form::on(&page, "add", &[]).is_none());
        late.does("accept", &[], &[]).await;
        // In the running step, with what was said so far.
        assert_eq!(late.h1().await, "Gerichte vragen");
        assert!(late.page().await.html().contains("Wie merkt het als eerste?"));
        assert_eq!(accepted(&db, "Stef Wilgenpas").await, 1);
        // Not asked again in a next session.
        late.does("leave", &[], &[]).await;
        late.post(&format!("{}/seat", node.room), &[]).await;
        assert_eq!(late.h1().await, "Gerichte vragen");
    }

    async fn who_accepted_before_is_not_asked(db) {
        let node = Node::new(&db).await;
        let [lead, _, one, _] = node.four().await;
        for client in [&lead, &one] {
            assert_ne!(client.h1().await, "Eerst de afspraken");
        }
        assert_eq!(rows_with(&db, "agreements_accepted").await, 4);
    }

    async fn a_guest_accepts_for_this_meeting(db) {
        let node = Node::new(&db).await;
        let [lead, ..] = node.four().await;
        let mut guest = browser(&node);
        comes_in(&mut guest, &code(&lead).await, "Sam").await;
        assert_eq!(guest.h1().await, "Eerst de afspraken");
        guest.does("accept", &[], &[]).await;
        assert_ne!(guest.h1().await, "Eerst de afspraken");
    }

    async fn whoever_leads_reads_them_too(db) {
        let node = Node::new(&db).await;
        db.write(|tx| tx.run(sql!("delete from agreement_acceptances"), args![])).await.unwrap();
        let [lead, ..] = node.four().await;
        assert!(Form::on(&lead.page().await, "begin", &[]).is_none());
        lead.does("accept", &[], &[]).await;
        lead.does("begin", &[], &[]).await;
    }

    async fn a_report_is_not_shown_to_who_never_agreed(db) {
        let node = Node::new(&db).await;
        let [lead, owner, one, _] = node.four().await;
        until(&lead, "Gerichte vragen").await;
        one.writes("Wie merkt het als eerste?").await;
        let late = node.client("Stef Wilgenpas").await;
        late.post(&format!("{}/seat", node.room), &[]).await;
        lead.does("end", &[], &[]).await;
        assert_eq!(late.h1().await, "Eerst de afspraken");
        owner.does("release", &[], &[]).await;
        assert!(one.page().await.html().contains("Wie merkt het als eerste?"));
        assert!(!late.page().await.html().contains("Wie merkt het als eerste?"));
    }

    async fn presence_is_confirmed_with_the_digits_of_the_screen(db) {
        let node = Node::new(&db).await;
        let [lead, _, one, other] = check_in(&node).await;
        let digits = digits(&lead).await;
        assert_eq!(digits.chars().filter(char::is_ascii_digit).count(), 6, "{digits}");
        assert_eq!(texts(&lead.page().await, SCREEN_DIGITS).concat(), digits, "whoever leads can read them out");
        assert!(texts(&one.page().await, SCREEN_DIGITS).is_empty());
        one.does("presence", &[("moment", "start")], &[("digits", &digits)]).await;
        assert!(one.page().await.html().contains("Je aanwezigheid is vastgelegd."));
        assert_eq!(rows_with(&db, "presence_confirmed").await, 1);
        // Wrong digits: said honestly, and after five of them one waits.
        let form = Form::on(&other.page().await, "presence", &[]).unwrap();
        let wrong = if digits.starts_with('0') { "111111" } else { "000000" };
        for says in ["kloppen niet", "kloppen niet", "kloppen niet", "kloppen niet", "kloppen niet", "Wacht 60 seconden"] {
            let mut fields: Vec<(&str, &str)> = form.fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
            fields.push(("digits", wrong));
            let reply = other.send("POST", &form.action, &fields, &[("x-kring-room", "1")]).await;
            assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
            assert!(reply.text.contains(says) && reply.text.contains("nog niet vastgelegd"), "{}", reply.text);
        }
        assert_eq!(rows_with(&db, "presence_confirmed").await, 1, "nothing was stored");
        node.advance(61);
        other.does("presence", &[("moment", "start")], &[("digits", &digits)]).await;
        assert_eq!(rows_with(&db, "presence_confirmed").await, 2);
        // Not in the next step any more.
        lead.does("next", &[], &[]).await;
        let late = other.send("POST", &form.action, &[("do", "presence"), ("moment", "start"), ("digits", &digits), ("key", "l")], &[("x-kring-room", "1")]).await;
        assert!(late.text.contains("Er is niets vastgelegd"), "{}", late.text);
    }

    async fn whoever_leads_confirms_somebody_by_hand_and_nobody_else_does(db) {
        let node = Node::new(&db).await;
        let [lead, _, one, _] = check_in(&node).await;
        lead.does("presence", &[("seat", "2")], &[]).await;
        assert_eq!(rows_with(&db, "presence_confirmed").await, 1);
        assert!(one.page().await.html().contains("Je aanwezigheid is vastgelegd."));
        let fields = [("do", "presence"), ("moment", "start"), ("seat", "3"), ("key", "k")];
        let reply = one.send("POST", &format!("{}/commands", node.room), &fields, &[]).await;
        assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(rows_with(&db, "presence_confirmed").await, 1);
    }
}
