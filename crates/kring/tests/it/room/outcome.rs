//! What comes out of a room: the report and who may have it, what the meeting keeps, sessions that were forgotten, and what is
//! erased.

use axum::http::StatusCode;
use scraper::Html;
use store::{Db, MIGRATIONS, args, sql};

use super::world::{Client, Form, Node, organiser, rows_with, stranger, until};
use crate::site::texts;

/// Plays the focus method to its end; nothing is released yet.
async fn to_the_end([lead, owner, one, other]: [&Client; 4]) {
    to_advice([lead, owner, one]).await;
    one.writes("Begin klein, met één team.").await;
    other.writes("Vraag de leverancier erbij.").await;
    lead.does("next", &[], &[]).await;
    owner.writes("Rustig opnieuw beginnen.").await;
    until(lead, "De bijeenkomst is voorbij").await;
}

async fn to_advice([lead, owner, one]: [&Client; 3]) {
    until(lead, "Gerichte vragen").await;
    one.writes("=WEBSERVICE(\"http://voorbeeld\")").await;
    lead.does("next", &[], &[]).await;
    one.writes("De centrale vraag is wie het team *helpt*.").await;
    lead.does("reveal", &[], &[]).await;
    lead.does("next", &[], &[]).await;
    owner.does("pick", &[], &[("why", "Dat raakt de kern")]).await;
    lead.does("next", &[], &[]).await;
}

async fn strike(owner: &Client, text: &str) {
    let page = owner.page().await;
    let cards = scraper::Selector::parse("li.room-card").unwrap();
    let card = page
        .select(&cards)
        .find(|card| card.text().collect::<String>().contains(text))
        .unwrap();
    let card = card.attr("id").unwrap().trim_start_matches("result-").to_owned();
    owner.does("strike", &[("card", &card)], &[]).await;
}

async fn column(db: &Db, statement: store::Statement) -> Vec<String> {
    db.read(move |tx| tx.all(statement, args![])).await.unwrap()
}

/// Every row that something of the meeting stands in, so that writing twice would show.
async fn rows(db: &Db) -> Vec<i64> {
    db.read(|tx| {
        let counts = [
            sql!("select count(*) from results"),
            sql!("select count(*) from result_takers"),
            sql!("select count(*) from actions"),
            sql!("select count(*) from attendance_times"),
            sql!("select count(*) from attendance_parts"),
            sql!("select count(*) from cases"),
            sql!("select count(*) from report_drafts"),
        ];
        counts.into_iter().map(|count| tx.one(count, args![])).collect()
    })
    .await
    .unwrap()
}

async fn export(client: &Client, ending: &str) -> (StatusCode, String) {
    let reply = client
        .send("GET", &format!("{}/report.{ending}", client.room), &[], &[])
        .await;
    (reply.status, reply.text)
}

store::both_engines! {
    MIGRATIONS;

    async fn a_released_report_stands_on_the_page_of_its_meeting(db) {
        let node = Node::new(&db).await;
        let [lead, owner, one, other] = node.four().await;
        lead.does("begin", &[], &[]).await;
        node.advance(60);
        to_the_end([&lead, &owner, &one, &other]).await;
        let waits = owner.send("GET", "/my", &[], &[]).await.text;
        assert!(waits.contains("wacht op jou"), "the owner is told");
        assert!(!one.send("GET", "/my", &[], &[]).await.text.contains("wacht op jou"));
        strike(&owner, "Vraag de leverancier").await;
        let held = column(&db, sql!("select state from meetings where title like 'Medicijndispenser: van%'")).await;
        assert_eq!(held, ["held"], "it is over, released or not");
        let before = column(&db, sql!(
            "select r.text from results r join meetings m on m.id = r.meeting_id
             where m.title like 'Medicijndispenser: van%'")).await;
        assert!(before.is_empty(), "{before:?} was given away before the owner did");
        owner.does("release", &[], &[]).await;

        let kept = column(&db, sql!(
            "select r.kind || ' ' || r.step || ' ' || p.name || ' ' || c.title || ': ' || r.text
             from results r join meetings m on m.id = r.meeting_id
             join people p on p.id = r.person_id join cases c on c.id = r.case_id
             where m.title like 'Medicijndispenser: van%' order by r.position")).await;
        let case = "Snel gestart, en nu staat het stil";
        assert_eq!(kept, [
            format!("question questions Esmee Lariksdal {case}: =WEBSERVICE(\"http://voorbeeld\")"),
            format!("core_question central-question Esmee Lariksdal {case}: De centrale vraag is wie het team *helpt*."),
            format!("advice advice Esmee Lariksdal {case}: Begin klein, met één team."),
            format!("lesson harvest Chantal Ooibosch {case}: Rustig opnieuw beginnen."),
        ]);
        let taken = column(&db, sql!("select name || ': ' || why from result_takers")).await;
        assert_eq!(taken, ["Chantal Ooibosch: Dat raakt de kern"]);
        let cases = column(&db, sql!(
            "select c.title || ' ' || c.state from cases c join meetings m on m.id = c.meeting_id
             where m.title like 'Medicijndispenser: van%' order by c.title")).await;
        assert_eq!(cases, ["Snel gestart, en nu staat het stil treated", "Wie belt de leverancier? spare"]);

        let meeting = node.room.replace("/room/", "/meetings/");
        let page = one.send("GET", &meeting, &[], &[]).await.text;
        for text in ["Begin klein, met één team.", "Dat raakt de kern", "Rustig opnieuw beginnen."] {
            assert!(page.contains(text), "{text} is not on the page of the meeting");
        }
        assert!(!page.contains("Vraag de leverancier"), "it was struck");
        assert!(!owner.send("GET", "/my", &[], &[]).await.text.contains("wacht op jou"));
    }

    async fn releasing_twice_does_nothing_twice(db) {
        let node = Node::new(&db).await;
        let [lead, owner, one, other] = node.four().await;
        to_the_end([&lead, &owner, &one, &other]).await;
        let page = owner.page().await;
        let form = Form::on(&page, "release", &[]).unwrap();
        owner.sends(&form, &[]).await;
        let once = rows(&db).await;
        owner.sends(&form, &[]).await;
        assert_eq!(rows(&db).await, once);
        let again = owner.send("POST", &form.action, &[("do", "release"), ("key", "another")], &[]).await;
        assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(rows(&db).await, once);
    }

    async fn who_was_there_is_known_to_the_minute_and_apart_from_content(db) {
        let node = Node::new(&db).await;
        let [lead, owner, one, other] = node.four().await;
        until(&lead, "Gerichte vragen").await;
        node.advance(600);
        other.does("leave", &[], &[]).await;
        node.advance(300);
        lead.does("end", &[], &[]).await;
        let list = column(&db, sql!(
            "select p.name || ' ' || a.state from attendance a join meetings m on m.id = a.meeting_id
             join people p on p.id = a.person_id where m.title like 'Medicijndispenser: van%'")).await;
        for (who, state) in [
            ("Nadia Wiekslag", "present"),
            ("Gijs Hertenkamp", "present"),
            ("Yvonne Vlierstruik", "absent"),
            ("Wouter", "declined"),
        ] {
            assert!(list.iter().any(|row| row.starts_with(who) && row.ends_with(state)), "{who} {state}: {list:?}");
        }
        let times: Vec<(String, i64, bool)> = db
            .read(|tx| tx.all(sql!("select name, there / 60000000, brought_case from attendance_times order by seat"), args![]))
            .await
            .unwrap();
        let expected = [("Nadia Wiekslag", 15, false), ("Chantal Ooibosch", 15, true), ("Esmee Lariksdal", 15, false), ("Gijs Hertenkamp", 10, false)];
        assert_eq!(times, expected.map(|(name, minutes, brought)| (name.to_owned(), minutes, brought)));
        let focus: Vec<i64> = db
            .read(|tx| tx.all(sql!("select there / 60000000 from attendance_parts where method = 'focusmethode' order by seat"), args![]))
            .await
            .unwrap();
        assert_eq!(focus, [15, 15, 15, 10]);

        let list = format!("{}/attendance", node.room.replace("/room/", "/meetings/"));
        let organiser = node.client(&organiser(&db).await).await;
        for (client, names) in [(&lead, 4), (&organiser, 4), (&one, 1)] {
            let reply = client.send("GET", &list, &[], &[]).await;
            let page = Html::parse_document(&reply.text);
            assert_eq!(crate::pages::check(&page, "nl"), [""; 0]);
            assert_eq!(texts(&page, "tbody th").len(), names);
            for word in ["Snel gestart", "storingen"] {
                assert!(!reply.text.contains(word), "{word} of a case stands on the list");
            }
        }
        let sheet = lead.send("GET", &format!("{list}.csv"), &[], &[]).await;
        let gijs = sheet.text.lines().find(|line| line.contains("Gijs Hertenkamp")).unwrap();
        assert!(gijs.starts_with("\"2026-11-23\",\"10:02\",\"10:17\"") && gijs.contains("\"10:02\",\"10:12\",\"10\""), "{gijs}");
        assert_eq!(sheet.text.lines().count(), 5);
        let owner_line = sheet.text.lines().find(|line| line.contains("Chantal")).unwrap();
        assert!(owner_line.contains("deelnemer, bracht een casus in"), "{owner_line}");
        let stranger = node.client(&stranger(&db).await).await;
        assert_eq!(stranger.send("GET", &list, &[], &[]).await.status, StatusCode::NOT_FOUND);
        drop(owner);
    }

    async fn a_forgotten_session_becomes_a_draft_although_nobody_looks(db) {
        let node = Node::new(&db).await;
        let [lead, owner, one, _] = node.four().await;
        until(&lead, "Gerichte vragen").await;
        one.writes("Wie merkt het als eerste?").await;
        let quiet = |state: &'static str| {
            let db = Db::clone(&db);
            async move { assert_eq!(column(&db, sql!("select phase from rooms")).await, [state]) }
        };
        node.app.sweep().await.unwrap();
        quiet("running").await;
        // The clock of the step runs a quarter of an hour; four hours of silence come after it.
        node.advance(4 * 3600 + 14 * 60);
        node.app.sweep().await.unwrap();
        quiet("running").await;
        node.advance(2 * 60);
        let elsewhere = Node::new(&db).await;
        elsewhere.advance(4 * 3600 + 16 * 60);
        let (here, there) = tokio::join!(node.app.sweep(), elsewhere.app.sweep());
        assert!(here.is_ok() && there.is_ok(), "{here:?} {there:?}");
        quiet("review").await;
        assert_eq!(rows_with(&db, "\"forgotten\"").await, 1, "it ended once");
        assert!(owner.page().await.html().contains("Wat blijft er?"));
        assert!(owner.send("GET", "/my", &[], &[]).await.text.contains("wacht op jou"));
        // The demo has conversations too, and mails about those.
        let mails = || column(&db, sql!("select address || ' ' || about from outbox where about = 'report'"));
        node.advance(7 * 86_400 - 60);
        node.app.sweep().await.unwrap();
        assert!(mails().await.is_empty());
        node.advance(120);
        node.app.sweep().await.unwrap();
        node.app.sweep().await.unwrap();
        assert_eq!(mails().await, ["chantal.ooibosch@voorbeeld.kring.example report"], "one mail, to the owner");
        node.advance(7 * 86_400 - 180);
        node.app.sweep().await.unwrap();
        assert_eq!(mails().await.len(), 1, "whoever led hears after twice as many days");
        node.advance(120);
        node.app.sweep().await.unwrap();
        node.app.sweep().await.unwrap();
        let all = mails().await;
        assert_eq!(all.len(), 2, "{all:?}");
        assert!(all.contains(&"nadia.wiekslag@voorbeeld.kring.example report".to_owned()), "{all:?}");
        let texts = sql!("select subject || ' ' || text from outbox where about = 'report'");
        let texts = column(&db, texts).await.concat();
        assert!(texts.contains("is na 14 dagen nog niet vrijgegeven") && texts.contains("wacht al 7 dagen"), "{texts}");
        for content in ["Wie merkt het als eerste?", "Snel gestart", "Chantal", "Esmee"] {
            assert!(!texts.contains(content), "{content} stands in a mail: {texts}");
        }
        // Nobody's report is given away by time alone.
        node.advance(400 * 86_400);
        node.app.sweep().await.unwrap();
        quiet("review").await;
    }

    async fn everybody_may_have_exactly_what_they_may_see(db) {
        let node = Node::new(&db).await;
        let [lead, owner, one, other] = node.four().await;
        let outsider = node.client("Yvonne Vlierstruik").await;
        let who = [("lead", &lead), ("owner", &owner), ("one", &one), ("other", &other), ("outside", &outsider)];
        let words = ["van Esmee zelf", "Vraag van Esmee", "Advies van Esmee", "Advies van Gijs"];
        let table = |moment: &'static str| async move {
            let mut rows = Vec::new();
            for (name, client) in who {
                let mut found = Vec::new();
                for ending in ["md", "csv", "json"] {
                    let (status, text) = export(client, ending).await;
                    let has = words.map(|word| if text.contains(word) { "x" } else { "-" }).concat();
                    found.push(if status == StatusCode::OK { has } else { status.as_str().to_owned() });
                }
                found.dedup();
                rows.push(format!("{moment} {name} {}", found.join(" ")));
            }
            rows
        };
        until(&lead, "Gerichte vragen").await;
        one.writes("Vraag van Esmee?").await;
        let mut seen = table("questions").await;
        lead.does("next", &[], &[]).await;
        one.writes("De centrale vraag is van Esmee zelf.").await;
        seen.extend(table("blind").await);
        until(&lead, "Adviesronde").await;
        one.writes("Advies van Esmee").await;
        other.writes("Advies van Gijs").await;
        until(&lead, "De bijeenkomst is voorbij").await;
        strike(&owner, "Advies van Gijs").await;
        seen.extend(table("draft").await);
        other.does("leave", &[], &[]).await;
        owner.does("release", &[], &[]).await;
        seen.extend(table("released").await);
        assert_eq!(seen, [
            "questions lead -x--", "questions owner -x--", "questions one -x--", "questions other -x--", "questions outside 404",
            "blind lead ----", "blind owner ----", "blind one x---", "blind other ----", "blind outside 404",
            "draft lead ----", "draft owner xxxx", "draft one xxx-", "draft other ---x", "draft outside 404",
            // What was struck is left for those who wrote it or own the case.
            "released lead xxx-", "released owner xxxx", "released one xxx-", "released other xxxx", "released outside 404",
        ]);
    }

    async fn a_report_is_whole_in_every_form(db) {
        let node = Node::new(&db).await;
        let [lead, owner, one, other] = node.four().await;
        to_the_end([&lead, &owner, &one, &other]).await;
        strike(&owner, "Vraag de leverancier").await;
        owner.does("release", &[], &[]).await;
        for ending in ["md", "csv", "json"] {
            let reply = one.send("GET", &format!("{}/report.{ending}", node.room), &[], &[]).await;
            assert_eq!(reply.status, StatusCode::OK);
            assert_eq!(
                reply.headers["content-disposition"],
                format!("attachment; filename=\"kring-2026-11-23.{ending}\""),
                "the name says nothing"
            );
            assert_eq!(reply.headers["cache-control"], "private, no-store");
            insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false }, {
                insta::assert_snapshot!(format!("report_{ending}"), reply.text);
            });
        }
    }

    async fn what_was_sealed_leaves_no_link(db) {
        let node = Node::new(&db).await;
        let [lead, owner, one, other] = node.four().await;
        let fresh = Node::new(&db).await;
        let elsewhere = fresh.client("Esmee Lariksdal").await;
        until(&lead, "Evaluatie").await;
        // The method looks back in words first; the questionnaire comes after it.
        lead.does("next", &[], &[]).await;
        assert!(one.page().await.html().contains("field-tip"));
        for (client, tip) in [(&one, "Tip van Esmee"), (&other, "Tip van Gijs"), (&owner, "Tip van Chantal")] {
            client.does("add", &[], &[("field-grade", "8"), ("field-tip", tip)]).await;
            assert!(elsewhere.page().await.html().contains("Evaluatie"));
        }
        let during = column(&db, sql!("select row from session_events order by seq")).await;
        assert!(during.iter().any(|row| row.contains("entry_used")), "until the step is left both rows are there");
        lead.does("next", &[], &[]).await;

        let after = column(&db, sql!("select row from session_events order by seq")).await;
        assert!(after.iter().all(|row| !row.contains("entry_used")), "a row says whose entry was used");
        for tip in ["Tip van Esmee", "Tip van Gijs", "Tip van Chantal"] {
            let holding: Vec<&String> = after.iter().filter(|row| row.contains(tip)).collect();
            assert!(matches!(holding.as_slice(), [row] if row.contains("\"sealed\"")), "{tip}: {holding:?}");
        }
        let erased: Vec<(String, i64)> = db
            .read(|tx| tx.all(sql!("select row, at from session_events where at = 0 order by seq"), args![]))
            .await
            .unwrap();
        assert_eq!(erased.len(), 6);
        assert!(erased.iter().all(|(row, _)| row.contains("\"erased\"") && row.contains("\"at\":0")), "{erased:?}");
        // The node that wrote them, one that followed, and one that comes new all go on and agree.
        let new = Node::new(&db).await;
        let mut titles = Vec::new();
        for node in [&node, &fresh, &new] {
            titles.push(node.client("Esmee Lariksdal").await.h1().await);
        }
        titles.dedup();
        assert_eq!(titles.len(), 1, "{titles:?}");
        fresh.client("Nadia Wiekslag").await.does("time", &[("seconds", "60")], &[]).await;
        lead.does("time", &[("seconds", "60")], &[]).await;
        assert!(texts(&new.client("Gijs Hertenkamp").await.page().await, ".notice").is_empty(), "the log is whole");
    }
}

#[test]
fn a_page_of_a_room_offers_its_report() {
    crate::site::run(async {
        let db = store::testing::sqlite(MIGRATIONS);
        let node = Node::new(&db).await;
        let [lead, ..] = node.four().await;
        let page: Html = lead.page().await;
        let links = scraper::Selector::parse(".room-export a").unwrap();
        let links: Vec<&str> = page.select(&links).filter_map(|link| link.attr("href")).collect();
        assert_eq!(links.len(), 3);
        for link in links {
            assert_eq!(
                lead.send("GET", link, &[], &[]).await.status,
                StatusCode::OK,
                "{link}"
            );
        }
    });
}
