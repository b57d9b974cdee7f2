//! What whoever leads does: each control stands on their page as a form, works on everybody else's page, and on nobody
//! else's hands.

use axum::http::StatusCode;
use scraper::{Html, Selector};
use store::MIGRATIONS;

use super::world::{Client, Form, Node, rows_with, until};
use crate::pages::check;
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
        assert!(page.html().contains("is meer dan een minuut geleden uit de kring gestapt"));
        one.does("take-over", &[], &[]).await;
        let told = "Esmee Lariksdal heeft de leiding overgenomen, omdat Nadia Wiekslag uit de kring is gestapt";
        for page in [other.page().await, one.page().await] {
            assert!(texts(&page, ".notice").concat().contains(told));
        }
        one.does("next", &[], &[]).await;
        lead.post(&format!("{}/seat", node.room), &[]).await;
        assert!(texts(&other.page().await, ".notice").concat().contains("toen Nadia Wiekslag er even niet was"));
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
    async fn somebody_without_a_device_is_seated_and_typed_for(db) {
        let node = Node::new(&db).await;
        let [lead, _, one, other] = node.four().await;
        until(&lead, "Gerichte vragen").await;
        lead.does("bring", &[], &[("name", "Bram Papier")]).await;
        assert!(texts(&one.page().await, ".room-name").contains(&"Bram Papier".to_owned()));
        let page = lead.page().await;
        assert!(!texts(&page, "details[open] select[name=for]").is_empty(), "it is offered at once");
        let whom = Selector::parse("select[name=for]").unwrap();
        let whom = page.select(&whom).next().unwrap().attr("id").unwrap().to_owned();
        let seat = option(&page, &whom, "Bram Papier");
        let form = Selector::parse(&format!("#{}", whom.trim_end_matches("-for"))).unwrap();
        let form = page.select(&form).next().map(Form::read).unwrap();
        lead.sends(&form, &[("for", &seat), ("text", "Wie betaalt dat eigenlijk?")]).await;
        let cards = texts(&other.page().await, ".room-card").concat();
        assert!(cards.contains("Wie betaalt dat eigenlijk?"), "{cards}");
        assert!(texts(&one.page().await, "select[name=for]").is_empty(), "nobody else types for others");
        lead.does("see-off", &[], &[("seat", &seat)]).await;
        assert!(texts(&one.page().await, "li.away .room-name").contains(&"Bram Papier".to_owned()));
        lead.does("welcome-back", &[], &[("seat", &seat)]).await;
        assert!(texts(&one.page().await, "li.away .room-name").is_empty());
    }

    async fn a_role_that_is_given_is_seen_by_everybody(db) {
        let node = Node::new(&db).await;
        let [lead, _, one, other] = node.four().await;
        until(&lead, "Gerichte vragen").await;
        let seat = option(&lead.page().await, "form-give-role-seat", "Esmee Lariksdal");
        assert!(texts(&other.page().await, "select[name=for]").is_empty());
        lead.does("role", &[], &[("role", "scribe"), ("seat", &seat)]).await;
        assert!(!texts(&one.page().await, "select[name=for]").is_empty(), "the scribe types for others");
        assert!(Form::on(&one.page().await, "next", &[]).is_none(), "and leads nobody");
    }

    async fn the_rest_of_the_plan_is_changed_in_single_taps(db) {
        let node = Node::new(&db).await;
        let [lead, _, one, _] = node.four().await;
        until(&lead, "Gerichte vragen").await;
        let before = ends(&lead.page().await);
        let then = format!("−1 min: Centrale vraag, einde dan rond {}", clock(before - 1));
        let set = button(&lead.page().await, "form-plan", &then);
        // Two taps on the same page ask the same, so the step loses one minute and not two.
        let form = Form::on(&lead.page().await, "plan", &[]).unwrap();
        lead.sends(&form, &[("set", &set)]).await;
        lead.does("plan", &[], &[("set", &set)]).await;
        assert_eq!(before - ends(&lead.page().await), 1);
        let set = button(&lead.page().await, "form-plan", ": Centrale vraag").replace(":on", ":off");
        lead.does("plan", &[], &[("set", &set)]).await;
        lead.does("next", &[], &[]).await;
        assert_eq!(one.h1().await, "Terugkoppeling", "the step was left out");
    }

    async fn time_is_won_back_the_way_it_was_proposed(db) {
        let node = Node::new(&db).await;
        let [lead, _, one, _] = node.four().await;
        until(&lead, "Gerichte vragen").await;
        assert!(!lead.page().await.html().contains("Tijd terugwinnen"));
        let is_late = |page: &Html| texts(page, ".lead-budget > p").concat().contains("later dan gepland");
        for _ in 0..40 {
            if is_late(&lead.page().await) {
                break;
            }
            node.advance(5 * 60);
        }
        let page = lead.page().await;
        assert!(is_late(&page));
        let late = ends(&page);
        let promised = texts(&page, "#lead-win summary").concat();
        let form = page.select(&Selector::parse("#form-win").unwrap()).next().map(Form::read).unwrap();
        assert!(Form::on(&one.page().await, "plan", &[]).is_none());
        lead.sends(&form, &[]).await;
        let page = lead.page().await;
        assert!(ends(&page) < late);
        assert!(promised.contains(&clock(ends(&page))), "{promised} is not {}", clock(ends(&page)));
    }

    async fn a_second_case_and_another_method_come_before_the_end(db) {
        let node = Node::new(&db).await;
        let [lead, owner, one, _] = node.four().await;
        until(&lead, "Gerichte vragen").await;
        let agenda = texts(&one.page().await, ".room-agenda li").len();
        lead.does("block", &[("method", "focusmethode")], &[]).await;
        assert_eq!(texts(&one.page().await, ".room-agenda li").len(), agenda + 1);
        let beside = format!("{}/block", node.room);
        let reply = lead.send("GET", &beside, &[], &[]).await;
        let page = Html::parse_document(&reply.text);
        assert_eq!(check(&page, "nl"), [""; 0]);
        assert!(texts(&page, ".lead-item .small").iter().all(|text| text.contains("einde dan rond")));
        let form = Form::on(&page, "block", &[("method", "pauze")]).unwrap();
        lead.sends(&form, &[]).await;
        assert_eq!(texts(&one.page().await, ".room-agenda li").len(), agenda + 2);
        for client in [&owner, &one] {
            assert_eq!(client.send("GET", &beside, &[], &[]).await.status, StatusCode::NOT_FOUND);
        }
    }

    async fn attendance_is_corrected_apart_from_what_was_said(db) {
        let node = Node::new(&db).await;
        let [lead, _, one, _] = node.four().await;
        until(&lead, "Gerichte vragen").await;
        let beside = format!("{}/attendance", node.room);
        assert_eq!(one.send("GET", &beside, &[], &[]).await.status, StatusCode::NOT_FOUND);
        let page = Html::parse_document(&lead.send("GET", &beside, &[], &[]).await.text);
        assert_eq!(check(&page, "nl"), [""; 0]);
        let form = Form::on(&page, "attendance", &[("seat", "2")]).unwrap();
        let reply = lead.sends(&form, &[("from", "10:05"), ("to", ""), ("place", "online")]).await;
        assert_eq!(reply.headers["location"].to_str().unwrap(), beside);
        let page = Html::parse_document(&lead.send("GET", &beside, &[], &[]).await.text);
        let from = Selector::parse("#form-attendance-2-from").unwrap();
        assert_eq!(page.select(&from).next().unwrap().attr("value"), Some("10:05"));
        let wrong = [("from", "10:05"), ("to", "09:00"), ("place", "online")];
        let mut fields: Vec<(&str, &str)> = form.fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        fields.extend(wrong);
        fields.retain(|(name, _)| *name != "key");
        fields.push(("key", "another"));
        let reply = lead.send("POST", &form.action, &fields, &[]).await;
        assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(reply.text.contains("vertrek ligt voor de aankomst"), "{}", reply.text);
    }

    async fn every_key_presses_one_button_of_the_page(db) {
        let node = Node::new(&db).await;
        let [lead, _, one, other] = node.four().await;
        for step in ["Gerichte vragen", "Centrale vraag"] {
            until(&lead, step).await;
            if step == "Centrale vraag" {
                one.writes("De centrale vraag is wie het team helpt.").await;
            }
            let page = lead.page().await;
            let keyed = Selector::parse("[data-key]").unwrap();
            let mut keys: Vec<&str> = page.select(&keyed).filter_map(|button| button.attr("data-key")).collect();
            keys.sort_unstable();
            let all = keys.len();
            keys.dedup();
            assert_eq!(keys.len(), all, "a key has two buttons: {keys:?}");
            assert!([" ", "+", "-", "b", "n", "t"].iter().all(|key| keys.contains(key)), "{keys:?}");
        }
        assert!(texts(&lead.page().await, "[data-key=s]").concat().contains("Toon"));
        assert!(texts(&other.page().await, "[data-key]").is_empty());
    }

    async fn before_the_beginning_the_board_says_what_is_missing_and_when_what_comes(db) {
        let node = Node::new(&db).await;
        let lead = node.client("Nadia Wiekslag").await;
        lead.post(&format!("{}/opening", node.room), &[]).await;
        let page = lead.page().await;
        assert!(texts(&page, ".lead-missing").concat().contains("nog niemand"));
        assert!(!texts(&page, ".lead-missing .not-yet").is_empty());
        let plan = texts(&page, ".lead-plan td");
        assert!(plan.len() > 6 && plan.contains(&"Einde".to_owned()), "{plan:?}");
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

/// Minutes since midnight at which the board expects the end.
fn ends(page: &Html) -> i64 {
    let text = texts(page, ".lead-budget > p").concat();
    let digits: String = text.chars().skip_while(|c| !c.is_ascii_digit()).take(5).collect();
    let (hours, minutes) = digits
        .split_once(':')
        .unwrap_or_else(|| panic!("no time in {text}"));
    hours.parse::<i64>().unwrap() * 60 + minutes.parse::<i64>().unwrap()
}

fn clock(minutes: i64) -> String {
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}
