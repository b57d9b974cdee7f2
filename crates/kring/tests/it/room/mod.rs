//! The room as people use it: forms that stand on the page, and a clock that moves when told.

mod afterwards;
mod agreeing;
mod connections;
mod guests;
mod lead;
mod lines;
mod methods;
mod nodes;
mod outcome;
mod owners;
mod plans;
mod presence;
mod rehearsals;
mod seats;
mod streams;
mod walk;
mod watching;
pub(crate) mod world;
mod written;

use axum::http::StatusCode;
use scraper::{Html, Selector};
use store::{MIGRATIONS, args, sql};

use self::world::{Form, Node, organiser, rows_with, stranger, until};
use crate::pages::check;
use crate::site::texts;

store::both_engines! {
    MIGRATIONS;

    async fn a_focus_method_is_played_to_its_released_report(db) {
        let node = Node::new(&db).await;
        let [lead, owner, one, other] = node.four().await;
        until(&lead, "Gerichte vragen").await;
        one.writes("Wie merkt het als eerste?").await;
        for path in ["", "/screen"] {
            let english = lead
                .send("GET", &format!("{}{path}", node.room), &[], &[("cookie", "kring-language=en")])
                .await;
            assert_eq!(check(&Html::parse_document(&english.text), "en"), [""; 0], "{path}");
        }
        assert!(texts(&other.page().await, ".room-card").concat().contains("Wie merkt het"));
        lead.does("next", &[], &[]).await;

        assert_eq!(one.h1().await, "Centrale vraag");
        assert!(Form::on(&owner.page().await, "add", &[]).is_none(), "the owner waits");
        one.writes("De centrale vraag is wie het team helpt.").await;
        other.writes("De centrale vraag is hoe vertrouwen groeit.").await;
        one.does("ready", &[], &[]).await;
        assert!(lead.page().await.html().contains("Klaar: 1 van 2"));
        lead.does("reveal", &[], &[]).await;
        lead.does("next", &[], &[]).await;

        assert_eq!(owner.h1().await, "Terugkoppeling");
        owner.does("pick", &[], &[("why", "Dat raakt de kern")]).await;
        assert!(texts(&one.page().await, ".room-mark").concat().contains("Dat raakt de kern"));
        assert!(Form::on(&one.page().await, "pick", &[]).is_none(), "only the owner picks");
        lead.does("next", &[], &[]).await;
        one.writes("Begin klein, met één team.").await;
        other.writes("Vraag de leverancier erbij.").await;
        lead.does("next", &[], &[]).await;
        owner.writes("Rustig opnieuw beginnen.").await;
        until(&lead, "De bijeenkomst is voorbij").await;

        assert!(Form::on(&one.page().await, "release", &[]).is_none(), "the owner decides");
        let page = owner.page().await;
        let struck = Selector::parse("li.room-card").unwrap();
        let card = page
            .select(&struck)
            .find(|card| card.text().collect::<String>().contains("Vraag de leverancier"))
            .unwrap();
        let card = card.attr("id").unwrap().trim_start_matches("result-").to_owned();
        owner.does("strike", &[("card", &card)], &[]).await;
        assert!(Form::on(&owner.page().await, "keep", &[("card", &card)]).is_some());
        owner.does("release", &[], &[]).await;

        let report = one.page().await.html();
        for text in ["Begin klein, met één team.", "Rustig opnieuw beginnen.", "Dat raakt de kern"] {
            assert!(report.contains(text), "{text} is not in the report");
        }
        assert!(!report.contains("Vraag de leverancier"), "it was struck");
        let late = lead.send("POST", &format!("{}/commands", node.room), &[("do", "next"), ("key", "x")], &[]).await;
        assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
    }

    async fn sending_a_form_twice_does_it_once(db) {
        let node = Node::new(&db).await;
        let [lead, _, one, _] = node.four().await;
        until(&lead, "Gerichte vragen").await;
        let form = Form::on(&one.page().await, "add", &[]).unwrap();
        one.sends(&form, &[("text", "Hoe vaak gebeurt dit?")]).await;
        one.sends(&form, &[("text", "Hoe vaak gebeurt dit?")]).await;
        assert_eq!(rows_with(&db, "Hoe vaak gebeurt dit?").await, 1);
        // Both at the same moment as well.
        let form = Form::on(&one.page().await, "add", &[]).unwrap();
        let send = || one.sends(&form, &[("text", "En wie belt er dan?")]);
        tokio::join!(send(), send(), send());
        assert_eq!(rows_with(&db, "En wie belt er dan?").await, 1);
    }

    async fn a_refused_text_comes_back_with_the_reason(db) {
        let node = Node::new(&db).await;
        let [lead, _, one, _] = node.four().await;
        until(&lead, "Gerichte vragen").await;
        let form = Form::on(&one.page().await, "add", &[]).unwrap();
        let long = "woord ".repeat(41);
        let mut fields: Vec<(&str, &str)> =
            form.fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        fields.push(("text", long.trim()));
        let plain = one.send("POST", &form.action, &fields, &[]).await;
        assert_eq!(plain.status, StatusCode::UNPROCESSABLE_ENTITY);
        let page = Html::parse_document(&plain.text);
        assert_eq!(texts(&page, "textarea[name=text]").concat(), long.trim());
        assert!(!texts(&page, "[role=alert]").is_empty());
        let script = one.send("POST", &form.action, &fields, &[("x-kring-room", "1")]).await;
        assert_eq!(script.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(script.text.contains("\"outcome\":\"refused\"") && script.text.contains("41 woorden"), "{}", script.text);
        assert_eq!(rows_with(&db, "woord woord").await, 0);
    }

    async fn an_outsider_finds_no_room(db) {
        let node = Node::new(&db).await;
        let [lead, ..] = node.four().await;
        until(&lead, "Gerichte vragen").await;
        // An organiser of the same programme, and somebody of another one.
        for name in [organiser(&db).await, stranger(&db).await] {
            let outsider = node.client(&name).await;
            for path in ["", "/screen", "/events", "/screen/events"] {
                let reply = outsider.send("GET", &format!("{}{path}", node.room), &[], &[]).await;
                assert_eq!(reply.status, StatusCode::NOT_FOUND, "{name} {path}");
                assert!(!reply.text.contains("Medicijndispenser"), "{name} {path}");
            }
            for path in ["/opening", "/seat", "/commands"] {
                let reply = outsider.send("POST", &format!("{}{path}", node.room), &[("do", "next"), ("key", "k")], &[]).await;
                assert_eq!(reply.status, StatusCode::NOT_FOUND, "{name} {path}");
            }
        }
        // Somebody on the list who has not come in sees the door and hears nothing.
        let expected = node.client("Yvonne Vlierstruik").await;
        assert_eq!(expected.send("GET", &format!("{}/events", node.room), &[], &[]).await.status, StatusCode::NOT_FOUND);
        assert!(!texts(&expected.page().await, "form[action$='/seat']").is_empty());
        let early = expected.send("POST", &format!("{}/commands", node.room), &[("do", "ready"), ("key", "k")], &[]).await;
        assert_eq!(early.status, StatusCode::FORBIDDEN);
    }

    async fn only_the_facilitator_opens_and_reading_opens_nothing(db) {
        let node = Node::new(&db).await;
        let participant = node.client("Esmee Lariksdal").await;
        assert!(texts(&participant.page().await, "form[action$='/seat'], form[action$='/opening']").is_empty());
        for path in ["/opening", "/seat"] {
            let reply = participant.send("POST", &format!("{}{path}", node.room), &[], &[]).await;
            assert!(reply.status.is_client_error(), "{path} {}", reply.status);
        }
        let lead = node.client("Nadia Wiekslag").await;
        assert!(!texts(&lead.page().await, "form[action$='/opening']").is_empty());
        assert_eq!(rows_with(&db, "").await, 0, "looking wrote something");
        lead.post(&format!("{}/opening", node.room), &[]).await;
        lead.post(&format!("{}/opening", node.room), &[]).await;
        assert_eq!(rows_with(&db, "\"opened\"").await, 1);
    }

    async fn a_damaged_log_is_shown_and_not_written_over(db) {
        let node = Node::new(&db).await;
        let [lead, _, one, _] = node.four().await;
        until(&lead, "Gerichte vragen").await;
        one.writes("Voor de schade?").await;
        let rows = rows_with(&db, "").await;
        db.write(move |tx| {
            tx.run(
                sql!("update session_events set row = '{' where seq = (select max(seq) from session_events)"),
                args![],
            )
        })
        .await
        .unwrap();
        // A node that reads the log for the first time, and the one that wrote it.
        let fresh = Node::new(&db).await;
        let there = fresh.client("Esmee Lariksdal").await;
        let page = there.page().await;
        assert!(texts(&page, ".notice").concat().contains(&format!("regel {rows}")), "{:?}", texts(&page, ".notice"));
        assert!(Form::on(&page, "add", &[]).is_none(), "nothing is offered that cannot be kept");
        for node in [&fresh, &node] {
            let client = node.client("Esmee Lariksdal").await;
            let reply = client
                .send("POST", &format!("{}/commands", node.room), &[("do", "ready"), ("key", "k")], &[])
                .await;
            assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
        }
        assert_eq!(rows_with(&db, "").await, rows);
    }

    async fn a_clock_that_has_run_out_is_seen_and_time_can_be_added(db) {
        let node = Node::new(&db).await;
        let [lead, _, one, _] = node.four().await;
        until(&lead, "Gerichte vragen").await;
        assert_eq!(texts(&one.page().await, "[data-digits]"), ["15:00"]);
        node.advance(16 * 60);
        let page = one.page().await;
        assert_eq!((texts(&page, "[data-digits]"), texts(&page, "[data-small-text]")), (vec!["+1:00".to_owned()], vec!["over de tijd".to_owned()]));
        lead.does("time", &[("seconds", "300")], &[]).await;
        assert_eq!(texts(&one.page().await, "[data-digits]"), ["5:00"]);
    }
}
