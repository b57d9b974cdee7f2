//! Only watching, for one meeting; and a room that was opened and never begun.

use axum::http::StatusCode;
use scraper::{Html, Selector};
use store::{Db, MIGRATIONS, args, sql};

use super::guests::{browser, code, comes_in};
use super::world::{Client, Form, Node, organiser, rows_with, until};
use crate::pages::check;
use crate::site::texts;

/// The line about somebody in the list of people.
async fn line(client: &Client, name: &str) -> String {
    let lines = texts(&client.page().await, ".room-people-list li");
    lines
        .into_iter()
        .find(|line| line.contains(name))
        .unwrap_or_default()
}

/// A value of the running meeting, as a text.
async fn of_meeting(db: &Db, statement: store::Statement) -> Vec<String> {
    db.read(move |tx| tx.all(statement, args![])).await.unwrap()
}

/// Whom whoever leads can let watch.
async fn offered(lead: &Client) -> Vec<String> {
    texts(&lead.page().await, "#form-watch option")
}

store::both_engines! {
    MIGRATIONS;

    async fn whoever_leads_lets_somebody_only_watch_and_take_part_again(db) {
        let node = Node::new(&db).await;
        let [lead, owner, one, other] = node.four().await;
        assert_eq!(offered(&lead).await[1..], ["Esmee Lariksdal", "Gijs Hertenkamp"], "not whoever leads or brings the case");
        assert!(lead.page().await.html().contains("het verslag gaat niet naar diegene"));
        lead.does("watch", &[], &[("seat", "3")]).await;
        assert!(line(&one, "Gijs").await.contains("kijkt mee"));
        until(&lead, "Gerichte vragen").await;
        assert!(Form::on(&other.page().await, "add", &[]).is_none(), "who watches writes nothing");
        one.writes("Wie merkt het als eerste?").await;
        assert!(other.page().await.html().contains("Wie merkt het als eerste?"), "and sees what everybody sees");
        lead.does("watch", &[("seat", "3"), ("watches", "no")], &[]).await;
        other.writes("En wie niet?").await;
        assert!(!line(&one, "Gijs").await.contains("kijkt mee"));
        // Nobody else decides it, and nobody is offered it.
        for client in [&owner, &one] {
            assert!(Form::on(&client.page().await, "watch", &[]).is_none());
            let form = [("do", "watch"), ("seat", "3"), ("key", "k")];
            let reply = client.send("POST", &format!("{}/commands", node.room), &form, &[]).await;
            assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
        }
        let english = lead.send("GET", &node.room, &[], &[("cookie", &format!("{}; kring-language=en", lead.cookie))]).await;
        let english = Html::parse_document(&english.text);
        assert_eq!(check(&english, "en"), [""; 0]);
        assert!(texts(&english, "#lead-people h3").contains(&"Only watching".to_owned()));
    }

    async fn who_watched_gets_no_report_also_on_the_page_of_the_meeting(db) {
        let node = Node::new(&db).await;
        let [lead, owner, one, other] = node.four().await;
        until(&lead, "Gerichte vragen").await;
        one.writes("Wie merkt het als eerste?").await;
        lead.does("watch", &[], &[("seat", "3")]).await;
        node.advance(60);
        lead.does("end", &[], &[]).await;
        owner.does("release", &[], &[]).await;
        let meeting = node.room.replace("/room/", "/meetings/");
        for (name, client, reads) in [("one", &one, true), ("other", &other, false)] {
            for path in [&node.room, &meeting] {
                let reply = client.send("GET", path, &[], &[]).await;
                assert_eq!(reply.status, StatusCode::OK);
                assert_eq!(reply.text.contains("Wie merkt het als eerste?"), reads, "{name} {path}");
            }
        }
        let roles = of_meeting(&db, sql!(
            "select p.name || ' ' || a.role || ' ' || a.state from attendance a join people p on p.id = a.person_id
             join meetings m on m.id = a.meeting_id
             where m.title like 'Medicijndispenser: van%' and p.name in ('Gijs Hertenkamp', 'Esmee Lariksdal')
             order by p.name")).await;
        assert_eq!(roles, ["Esmee Lariksdal participant present", "Gijs Hertenkamp observer present"]);
    }

    async fn names_are_hidden_from_who_watches_and_shown_again(db) {
        let node = Node::new(&db).await;
        let [lead, _, one, other] = node.four().await;
        let mut guest = browser(&node);
        comes_in(&mut guest, &code(&lead).await, "Sam").await;
        guest.does("accept", &[], &[]).await;
        lead.does("watch", &[], &[("seat", "4")]).await;
        lead.does("watch", &[], &[("seat", "3")]).await;
        assert!(lead.page().await.html().contains("ziet nu de namen"));
        lead.does("names", &[], &[]).await;
        until(&lead, "Gerichte vragen").await;
        one.writes("Wie merkt het als eerste?").await;
        for watcher in [&guest, &other] {
            let page = watcher.page().await.html();
            assert!(page.contains("Wie merkt het als eerste?") && !page.contains("Esmee"), "{page}");
            let screen = watcher.send("GET", &format!("{}/screen", node.room), &[], &[]).await;
            assert_eq!(screen.headers["location"].to_str().unwrap(), node.room, "the big screen says names");
            let events = watcher.send("GET", &format!("{}/screen/parts", node.room), &[], &[]).await;
            assert_eq!(events.status, StatusCode::NOT_FOUND);
        }
        assert!(one.page().await.html().contains("Gijs"), "the others see names");
        lead.does("names", &[], &[]).await;
        assert!(guest.page().await.html().contains("Esmee"));
    }

    async fn before_a_meeting_whoever_leads_says_who_only_watches(db) {
        let node = Node::new(&db).await;
        let next = of_meeting(&db, sql!("select id from meetings where title = 'Wie betaalt de tijd van de vraagbaak?'")).await.concat();
        let (page, path) = (format!("/meetings/{next}"), format!("/meetings/{next}/watching"));
        let [lead, rob] = [node.client("Nadia Wiekslag").await, node.client("Rob Klinkerpad").await];
        let organiser = node.client(&organiser(&db).await).await;
        let forms = |html: &str| {
            let page = Html::parse_document(html);
            let forms = Selector::parse("form[action$='/watching']").unwrap();
            page.select(&forms).map(Form::read).collect::<Vec<_>>()
        };
        let offered = Html::parse_document(&lead.send("GET", &page, &[], &[]).await.text);
        let names = texts(&offered, "#watching-person option");
        assert_eq!(names.len(), 6, "everybody but who leads, and a choice that is none: {names:?}");
        let id = of_meeting(&db, sql!("select id from people where name = 'Rob Klinkerpad'")).await.concat();
        let fields = [("person", id.as_str()), ("watches", "yes")];
        for (client, status) in [(&rob, 404), (&organiser, 404), (&browser(&node), 303)] {
            assert!(forms(&client.send("GET", &page, &[], &[]).await.text).is_empty());
            assert_eq!(client.send("POST", &path, &fields, &[]).await.status, status);
        }
        assert_eq!(lead.send("POST", &path, &[("person", "unknown")], &[]).await.status, StatusCode::NOT_FOUND);
        assert!(rob.send("GET", &page, &[], &[]).await.text.contains("Chantal"));
        lead.post(&path, &fields).await;
        let shown = lead.send("GET", &page, &[], &[]).await.text;
        assert_eq!(check(&Html::parse_document(&shown), "nl"), [""; 0]);
        assert!(shown.contains("meekijker"));
        assert!(!rob.send("GET", &page, &[], &[]).await.text.contains("Chantal"), "who watches learns names in the room");
        let back = forms(&shown).into_iter().find(|form| form.value("person") == Some(&id)).unwrap();
        assert_eq!(back.value("watches"), Some("no"));

        // From the moment the doors open it is done in the room, where they come in as what they were given.
        let here = node.room.replace("/room/", "/meetings/");
        let karim = of_meeting(&db, sql!("select id from people where name = 'Esmee Lariksdal'")).await.concat();
        let late = lead.send("POST", &format!("{here}/watching"), &[("person", karim.as_str())], &[]).await;
        assert_eq!(late.status, StatusCode::FORBIDDEN);
        lead.sends(&back, &[]).await;
        assert!(rob.send("GET", &page, &[], &[]).await.text.contains("Chantal"));
    }

    async fn a_room_that_never_began_is_shut_four_hours_after_the_planned_end(db) {
        let node = Node::new(&db).await;
        let [_, owner, one, other] = node.four().await;
        one.does("note", &[], &[("text", "Niet vergeten: de buren")]).await;
        let mut stream = other.listens(None).await;
        stream.hears("beat").await;
        // It began at eleven and would have ended an hour and a half later.
        node.advance(5 * 3600 + 20 * 60);
        node.app.sweep().await.unwrap();
        assert_eq!(rows_with(&db, "\"shut\"").await, 0, "not yet");
        node.advance(20 * 60);
        node.app.sweep().await.unwrap();
        node.app.sweep().await.unwrap();
        assert_eq!(rows_with(&db, "\"shut\"").await, 1);
        stream.ends().await;
        assert!(owner.page().await.html().contains("nog niet open"), "{}", owner.page().await.html());
        let left = of_meeting(&db, sql!(
            "select m.state || ' ' || a.state from meetings m join attendance a on a.meeting_id = m.id
             where m.title like 'Medicijndispenser: van%' and a.state <> 'declined' group by m.state, a.state")).await;
        assert_eq!(left, ["planned expected"], "it was not held, and nobody was absent");
        assert!(of_meeting(&db, sql!("select phase from rooms")).await.is_empty());

        // Another day: it opens as if for the first time, and everybody finds their seat and their notes.
        db.write(|tx| {
            tx.run(
                sql!("update meetings set starts_at = starts_at + 20000000000, ends_at = ends_at + 20000000000
                      where title like 'Medicijndispenser: van%'"),
                args![],
            )
        })
        .await
        .unwrap();
        let again = node.four().await;
        assert!(again[2].page().await.html().contains("Niet vergeten: de buren"));
        until(&again[0], "Gerichte vragen").await;
        node.app.sweep().await.unwrap();
        assert_eq!(again[2].h1().await, "Gerichte vragen", "what runs is not shut");
        let people = Selector::parse(".room-people-list li").unwrap();
        assert_eq!(again[0].page().await.select(&people).count(), 4);
    }
}
