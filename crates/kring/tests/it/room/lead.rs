//! What whoever leads does: each control stands on their page as a form, works on everybody else's page, and on nobody
//! else's hands.

use axum::http::StatusCode;
use scraper::{Html, Selector};
use store::MIGRATIONS;

use super::world::{Client, Form, Node, rows_with, until};
use crate::site::texts;

/// Presses a form as it stood on a page, whatever comes of it.
async fn tries(client: &Client, form: &Form) -> (StatusCode, String) {
    let fields: Vec<(&str, &str)> = form
        .fields
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    let reply = client.send("POST", &form.action, &fields, &[]).await;
    (reply.status, reply.text)
}

/// Posts by hand what no form of this page offers.
async fn forges(client: &Client, fields: &[(&str, &str)]) -> StatusCode {
    let mut all = vec![("key", fields.iter().map(|(_, value)| *value).collect::<String>())];
    all.extend(fields.iter().map(|(name, value)| (*name, (*value).to_owned())));
    let all: Vec<(&str, &str)> = all.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let path = format!("{}/commands", client.room);
    client.send("POST", &path, &all, &[]).await.status
}

/// The value of the button that does something with a step, by what is read out for it.
fn button(page: &Html, form: &str, text: &str) -> String {
    let buttons = Selector::parse(&format!("#{form} button[value]")).unwrap();
    let read = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
    page.select(&buttons)
        .find(|button| read(button.text().collect()).contains(text))
        .and_then(|button| button.attr("value"))
        .unwrap_or_else(|| {
            panic!(
                "no button {text:?} in {form}: {:?}",
                texts(page, &format!("#{form} button"))
            )
        })
        .to_owned()
}

fn digits(page: &Html) -> String {
    texts(page, "[data-digits]").concat()
}

store::both_engines! {
    MIGRATIONS;

    async fn two_pages_that_go_on_at_once_move_the_group_one_step(db) {
        let node = Node::new(&db).await;
        let [lead, _, one, _] = node.four().await;
        until(&lead, "Gerichte vragen").await;
        // The same facilitator on a laptop and a phone: each page has a key of its own.
        let (laptop, phone) = (lead.page().await, lead.page().await);
        let forms = [&laptop, &phone].map(|page| Form::on(page, "next", &[]).unwrap());
        let (first, second) = tokio::join!(tries(&lead, &forms[0]), tries(&lead, &forms[1]));
        let mut statuses = [first.0, second.0];
        statuses.sort();
        assert_eq!(statuses, [StatusCode::SEE_OTHER, StatusCode::UNPROCESSABLE_ENTITY]);
        assert!((first.1 + &second.1).contains("Er is niets overgeslagen"));
        assert_eq!(one.h1().await, "Centrale vraag", "one step");
        // A page that was left open on a table does nothing either.
        let late = Form::on(&phone, "back", &[]).unwrap();
        assert_eq!(tries(&lead, &late).await.0, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(one.h1().await, "Centrale vraag");
    }

    async fn a_slip_is_undone_with_one_tap_and_the_clock_is_as_it_was(db) {
        let node = Node::new(&db).await;
        let [lead, _, one, _] = node.four().await;
        until(&lead, "Gerichte vragen").await;
        node.advance(120);
        lead.does("time", &[("seconds", "300")], &[]).await;
        assert_eq!(digits(&one.page().await), "18:00");
        lead.does("next", &[], &[]).await;
        node.advance(20);
        lead.does("back", &[], &[]).await;
        assert_eq!(one.h1().await, "Gerichte vragen");
        assert_eq!(digits(&one.page().await), "18:00");
        lead.does("time", &[("seconds", "-60")], &[]).await;
        assert_eq!(digits(&one.page().await), "17:00");
    }

    async fn the_clock_stands_still_for_a_conversation_beside_the_step(db) {
        let node = Node::new(&db).await;
        let [lead, _, one, _] = node.four().await;
        until(&lead, "Gerichte vragen").await;
        lead.does("side-talk", &[("kind", "meta")], &[]).await;
        node.advance(600);
        assert_eq!(digits(&one.page().await), "15:00");
        assert!(texts(&one.page().await, ".room-may").concat().contains("klok staat stil"));
        let page = lead.page().await;
        for verb in ["next", "pause", "time"] {
            assert!(Form::on(&page, verb, &[]).is_none(), "{verb} would be refused now");
        }
        lead.does("time-in", &[], &[]).await;
        node.advance(60);
        assert_eq!(digits(&one.page().await), "14:00");
        lead.does("pause", &[], &[]).await;
        node.advance(60);
        lead.does("resume", &[], &[]).await;
        assert_eq!(digits(&one.page().await), "14:00");
    }

    async fn a_step_is_skipped_with_a_reason_or_chosen_from_the_list(db) {
        let node = Node::new(&db).await;
        let [lead, _, one, _] = node.four().await;
        until(&lead, "Gerichte vragen").await;
        lead.does("skip", &[], &[("reason", "Alles is al gevraagd")]).await;
        assert_eq!(one.h1().await, "Centrale vraag");
        assert_eq!(rows_with(&db, "Alles is al gevraagd").await, 1, "the log knows why");
        assert!(!one.page().await.html().contains("Alles is al gevraagd"));
        let page = lead.page().await;
        let step = button(&page, "form-go-to", "Ga hierheen: Terugkoppeling");
        lead.does("go-to", &[], &[("step", &step)]).await;
        assert_eq!(one.h1().await, "Terugkoppeling");
    }

    async fn the_lead_is_handed_over_with_everything_that_belongs_to_it(db) {
        let node = Node::new(&db).await;
        let [lead, _, one, _] = node.four().await;
        until(&lead, "Gerichte vragen").await;
        assert!(texts(&one.page().await, ".lead-board").is_empty());
        let seat = option(&lead.page().await, "form-hand-over-seat", "Esmee Lariksdal");
        lead.does("hand-over", &[], &[("seat", &seat)]).await;
        assert!(Form::on(&lead.page().await, "next", &[]).is_none());
        one.does("next", &[], &[]).await;
        assert_eq!(lead.h1().await, "Centrale vraag");
        assert!(Form::on(&lead.page().await, "take-back", &[]).is_none(), "it was given, not taken");
    }

    async fn after_a_minute_of_silence_somebody_takes_over_and_gives_back(db) {
        let node = Node::new(&db).await;
        let [lead, _, one, other] = node.four().await;
        until(&lead, "Gerichte vragen").await;
        assert!(Form::on(&one.page().await, "take-over", &[]).is_none(), "the lead is there");
        lead.does("leave", &[], &[]).await;
        node.advance(30);
        let page = one.page().await;
        assert!(page.html().contains("Over 31 seconden kun je de leiding overnemen"), "it says when");
        assert!(!texts(&page, "[hidden] #form-take-over").is_empty(), "and does not offer it yet");
        assert_eq!(forges(&one, &[("do", "take-over")]).await, StatusCode::UNPROCESSABLE_ENTITY);
        node.advance(31);
        let page = one.page().await;
        assert!(texts(&page, "[hidden] #form-take-over").is_empty());
        one.does("take-over", &[], &[]).await;
        let told = "Esmee Lariksdal heeft de leiding overgenomen, omdat Nadia Wiekslag er even niet was";
        for page in [other.page().await, one.page().await] {
            assert!(texts(&page, ".notice").concat().contains(told));
        }
        one.does("next", &[], &[]).await;
        lead.post(&format!("{}/seat", node.room), &[]).await;
        assert!(Form::on(&lead.page().await, "next", &[]).is_none());
        lead.does("take-back", &[], &[]).await;
        assert!(!texts(&other.page().await, ".notice").concat().contains("overgenomen"));
        assert!(Form::on(&one.page().await, "next", &[]).is_none());
        lead.does("next", &[], &[]).await;
        assert_eq!(other.h1().await, "Terugkoppeling");
    }

    async fn a_participant_has_none_of_these_forms_and_none_of_their_effect(db) {
        let node = Node::new(&db).await;
        let [lead, owner, one, _] = node.four().await;
        until(&lead, "Gerichte vragen").await;
        let rows = rows_with(&db, "").await;
        for client in [&owner, &one] {
            let page = client.page().await;
            for verb in [
                "begin", "next", "back", "skip", "go-to", "pause", "time", "side-talk", "hand-over", "take-over", "take-back",
                "plan", "block", "bring", "see-off", "welcome-back", "attendance", "role", "reveal", "end",
            ] {
                assert!(Form::on(&page, verb, &[]).is_none(), "{verb} stands on the page");
            }
            for fields in [
                &[("do", "next")][..],
                &[("do", "back")],
                &[("do", "skip"), ("reason", "zomaar")],
                &[("do", "go-to"), ("step", "5")],
                &[("do", "pause")],
                &[("do", "time"), ("seconds", "600")],
                &[("do", "side-talk"), ("kind", "strategy")],
                &[("do", "hand-over"), ("seat", "2")],
                &[("do", "take-over")],
                &[("do", "take-back")],
                &[("do", "plan"), ("set", "7:60:on")],
                &[("do", "block"), ("method", "focusmethode"), ("after", "0")],
                &[("do", "bring"), ("name", "Niemand")],
                &[("do", "see-off"), ("seat", "1")],
                &[("do", "welcome-back"), ("seat", "1")],
                &[("do", "role"), ("role", "owner"), ("seat", "2")],
                &[("do", "add"), ("input", "4"), ("for", "3"), ("text", "in jouw naam")],
                &[("do", "end")],
            ] {
                let status = forges(client, fields).await;
                assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{fields:?}");
            }
        }
        assert_eq!(rows_with(&db, "").await, rows, "nothing happened");
        assert_eq!(one.h1().await, "Gerichte vragen");
    }
}

/// The value of a choice by its label.
fn option(page: &Html, select: &str, label: &str) -> String {
    let options = Selector::parse(&format!("#{select} option")).unwrap();
    page.select(&options)
        .find(|option| option.text().collect::<String>() == label)
        .and_then(|option| option.attr("value"))
        .unwrap_or_else(|| {
            panic!(
                "no {label} in {select}: {:?}",
                texts(page, &format!("#{select} option"))
            )
        })
        .to_owned()
}
