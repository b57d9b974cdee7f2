//! Coming in by the code of the door, without an account.

use axum::http::StatusCode;
use kring::app::Rooms;
use scraper::{Html, Selector};
use store::{Db, MIGRATIONS, args, sql};

use super::world::{Client, Form, Node, Reply, organiser, stranger, until};
use crate::pages::check;
use crate::site::texts;

/// Somebody with a browser that Kring has never seen.
pub(crate) fn browser(node: &Node) -> Client {
    Client {
        router: node.app.router(),
        room: node.room.clone(),
        cookie: String::new(),
    }
}

/// The code as it stands on the big screen.
pub(crate) async fn code(lead: &Client) -> String {
    let reply = lead.send("GET", &format!("{}/screen", lead.room), &[], &[]).await;
    let page = Html::parse_document(&reply.text);
    texts(&page, ".room-code-text").concat()
}

/// Fills in the page of a code, and keeps the cookie that comes back.
pub(crate) async fn comes_in(client: &mut Client, code: &str, name: &str) -> Reply {
    let path = format!("/join/{code}");
    let page = client.send("GET", &path, &[], &[]).await;
    let page = Html::parse_document(&page.text);
    let form = page
        .select(&Selector::parse("form[method=post][action^='/join/']").unwrap())
        .next();
    let form = Form::read(form.expect("no way in"));
    let pass = form.value("pass").unwrap_or_default().to_owned();
    let fields = [("name", name), ("place", "online"), ("pass", pass.as_str())];
    let reply = client.send("POST", &form.action, &fields, &[]).await;
    if let Some(cookie) = reply.headers.get("set-cookie") {
        let cookie = cookie.to_str().unwrap().split(';').next().unwrap();
        client.cookie = if client.cookie.is_empty() {
            cookie.to_owned()
        } else {
            format!("{}; {cookie}", client.cookie)
        };
    }
    reply
}

async fn names(client: &Client) -> Vec<String> {
    texts(&client.page().await, ".room-name")
}

async fn guests(db: &Db) -> i64 {
    db.read(|tx| tx.one(sql!("select count(*) from guests"), args![]))
        .await
        .unwrap()
}

store::both_engines! {
    MIGRATIONS;

    async fn a_guest_comes_in_by_code_and_takes_part(db) {
        let node = Node::new(&db).await;
        let [lead, _, one, _] = node.four().await;
        let code = code(&lead).await;
        let mut guest = browser(&node);
        let welcome = guest.send("GET", &format!("/join/{}", code.to_lowercase()), &[], &[]).await;
        assert_eq!(welcome.status, StatusCode::OK);
        assert!(welcome.text.contains("Medicijndispenser: van weerstand naar vertrouwen"));
        assert!(!welcome.text.contains("Esmee"), "nobody inside is named at the door");
        let reply = comes_in(&mut guest, &code, " Sam  de Wit ").await;
        assert_eq!((reply.status, reply.headers["location"].to_str().unwrap()), (StatusCode::SEE_OTHER, node.room.as_str()));
        let cookie = reply.headers["set-cookie"].to_str().unwrap();
        assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"), "{cookie}");
        assert!(names(&one).await.contains(&"Sam de Wit (gast)".to_owned()), "{:?}", names(&one).await);

        until(&lead, "Gerichte vragen").await;
        guest.does("accept", &[], &[]).await;
        guest.writes("Wat zegt de familie ervan?").await;
        assert!(one.page().await.html().contains("Sam de Wit (gast)"));
        assert!(texts(&one.page().await, ".room-card").concat().contains("Wat zegt de familie"));
        let mut stream = guest.listens(None).await;
        one.writes("En de buren?").await;
        stream.hears("En de buren?").await;
    }

    async fn the_rest_of_kring_does_not_exist_for_a_guest(db) {
        let node = Node::new(&db).await;
        let [lead, ..] = node.four().await;
        let mut guest = browser(&node);
        comes_in(&mut guest, &code(&lead).await, "Sam").await;
        let meeting = node.room.replace("/room/", "/meetings/");
        for path in ["/my", meeting.as_str(), "/groups/unknown", "/room/unknown"] {
            let reply = guest.send("GET", path, &[], &[]).await;
            let to = reply.headers.get("location").map(|to| to.to_str().unwrap().to_owned());
            assert!(reply.status == StatusCode::SEE_OTHER && to.as_deref().is_some_and(|to| to.starts_with("/sign-in")), "{path} {} {to:?}", reply.status);
        }
        assert_eq!(guest.send("POST", &format!("{}/opening", node.room), &[], &[]).await.status, StatusCode::SEE_OTHER, "the open room");
        for (path, form) in [("/door", ("door", "closed")), ("/guests/x/removal", ("x", ""))] {
            let reply = guest.send("POST", &format!("{}{path}", node.room), &[form], &[]).await;
            assert_eq!(reply.status, StatusCode::FORBIDDEN, "{path}");
        }
    }

    async fn the_same_browser_is_the_same_guest(db) {
        let node = Node::new(&db).await;
        let [lead, ..] = node.four().await;
        let code = code(&lead).await;
        // Pressed twice at the same moment: the page carries the pass.
        let first = browser(&node);
        let page = first.send("GET", &format!("/join/{code}"), &[], &[]).await;
        let page = Html::parse_document(&page.text);
        let form = Form::read(page.select(&Selector::parse("form[method=post][action^='/join/']").unwrap()).next().unwrap());
        let pass = form.value("pass").unwrap().to_owned();
        let fields = [("name", "Sam"), ("pass", pass.as_str())];
        let send = || first.send("POST", &form.action, &fields, &[]);
        let (one, other) = tokio::join!(send(), send());
        assert_eq!((one.status, other.status), (StatusCode::SEE_OTHER, StatusCode::SEE_OTHER));
        assert_eq!(guests(&db).await, 1);
        assert_eq!(names(&lead).await.iter().filter(|name| name.starts_with("Sam")).count(), 1);

        // Gone and back, also by the code: the old seat.
        let mut guest = browser(&node);
        guest.cookie = one.headers["set-cookie"].to_str().unwrap().split(';').next().unwrap().to_owned();
        guest.does("leave", &[], &[]).await;
        let again = guest.send("GET", &format!("/join/{code}"), &[], &[]).await;
        assert_eq!(again.headers["location"].to_str().unwrap(), node.room);
        let seat = format!("{}/seat", node.room);
        guest.post(&seat, &[("place", "room")]).await;
        assert_eq!(guests(&db).await, 1);
        assert_eq!(names(&lead).await.iter().filter(|name| name.starts_with("Sam")).count(), 1);
    }

    async fn two_guests_with_one_name_are_told_apart(db) {
        let node = Node::new(&db).await;
        let [lead, ..] = node.four().await;
        let code = code(&lead).await;
        for name in ["Sam", "sam", "Nadia Wiekslag"] {
            comes_in(&mut browser(&node), &code, name).await;
        }
        let names = names(&lead).await;
        for expected in ["Sam (gast)", "sam (2) (gast)", "Nadia Wiekslag (2) (gast)", "Nadia Wiekslag"] {
            assert!(names.contains(&expected.to_owned()), "{expected} {names:?}");
        }
    }

    async fn a_bad_name_comes_back_with_what_to_do(db) {
        let node = Node::new(&db).await;
        let [lead, ..] = node.four().await;
        let code = code(&lead).await;
        let long = "n".repeat(41);
        for (name, says) in [("", "Vul in hoe je heet"), ("🙂", "Zet er een letter bij"), (long.as_str(), "hooguit 40 tekens")] {
            let reply = comes_in(&mut browser(&node), &code, name).await;
            assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}");
            let page = Html::parse_document(&reply.text);
            assert!(texts(&page, ".field-problem").concat().contains(says), "{name}: {:?}", texts(&page, ".field-problem"));
            let typed = page.select(&Selector::parse("#name").unwrap()).next().unwrap();
            assert_eq!(typed.attr("value").unwrap_or_default(), name);
            assert_eq!(check(&page, "nl"), [""; 0], "{name}");
        }
        assert_eq!(guests(&db).await, 0);
        let reply = comes_in(&mut browser(&node), &code, "Sam 🙂").await;
        assert_eq!(reply.status, StatusCode::SEE_OTHER);
    }

    async fn a_code_that_leads_nowhere_says_so_and_is_always_the_same(db) {
        let node = Node::new(&db).await;
        let [lead, ..] = node.four().await;
        let code = code(&lead).await;
        let nobody = browser(&node);
        let unknown = nobody.send("GET", "/join/2222222", &[], &[]).await;
        assert_eq!(unknown.status, StatusCode::NOT_FOUND);
        assert!(unknown.text.contains("Deze code werkt niet"));
        lead.post(&format!("{}/door", node.room), &[("door", "closed")]).await;
        assert_eq!(self::code(&lead).await, "", "the screen shows no code of a closed door");
        let closed = nobody.send("GET", &format!("/join/{code}"), &[], &[]).await;
        let as_if = |text: &str| text.replace(&code, "2222222");
        assert_eq!((closed.status, as_if(&closed.text).len()), (unknown.status, unknown.text.len()));
        let posted = nobody.send("POST", &format!("/join/{code}"), &[("name", "Sam"), ("pass", &"a".repeat(64))], &[]).await;
        assert_eq!(posted.status, StatusCode::NOT_FOUND);
        assert_eq!(guests(&db).await, 0);
        lead.post(&format!("{}/door", node.room), &[("door", "open")]).await;
        let open = comes_in(&mut browser(&node), &code, "Sam").await;
        assert_eq!(open.status, StatusCode::SEE_OTHER);
        // Typed into the form, with a slip or two.
        let typed = nobody.send("GET", &format!("/join?code={}", code.to_lowercase()), &[], &[]).await;
        assert_eq!(typed.headers["location"].to_str().unwrap(), format!("/join/{}", code.replace('-', "")));
        let wrong = nobody.send("GET", "/join?code=kringetje", &[], &[]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.text.contains("kringetje"), "what was typed is still there");
    }

    async fn whoever_guesses_codes_has_to_wait(db) {
        let node = Node::new(&db).await;
        let guesser = browser(&node);
        for _ in 0..300 {
            assert_eq!(guesser.send("GET", "/join/2222222", &[], &[]).await.status, StatusCode::NOT_FOUND);
        }
        assert_eq!(guesser.send("GET", "/join/2222223", &[], &[]).await.status, StatusCode::TOO_MANY_REQUESTS);
    }

    async fn a_guest_who_is_shown_out_does_not_come_back(db) {
        let node = Node::new(&db).await;
        let [lead, ..] = node.four().await;
        let code = code(&lead).await;
        let mut guest = browser(&node);
        comes_in(&mut guest, &code, "Sam").await;
        let mut stream = guest.listens(None).await;
        stream.hears("beat").await;
        let page = lead.page().await;
        let out = page.select(&Selector::parse("form[action$='/removal']").unwrap()).next().expect("no way to show a guest out");
        let out = Form::read(out).action;
        lead.post(&out, &[]).await;
        lead.post(&out, &[]).await;
        stream.ends().await;
        for path in ["", "/events"] {
            let reply = guest.send("GET", &format!("{}{path}", node.room), &[], &[]).await;
            assert_eq!(reply.status, StatusCode::FORBIDDEN, "{path}");
            assert!(reply.text.contains("Die toegang is voorbij"));
        }
        let again = guest.send("GET", &format!("/join/{code}"), &[], &[]).await;
        assert_eq!(again.status, StatusCode::FORBIDDEN);
    }

    async fn a_guest_who_is_shown_out_on_one_node_is_out_on_every_other_after_a_moment(db) {
        let node = Node::new(&db).await;
        let other = Node::at(&db, Rooms::default(), node.app.clock.clone()).await;
        let [lead, ..] = node.four().await;
        let mut guest = browser(&other);
        comes_in(&mut guest, &code(&lead).await, "Sam").await;
        assert_eq!(guest.send("GET", &node.room, &[], &[]).await.status, StatusCode::OK);
        let page = lead.page().await;
        let out = page.select(&Selector::parse("form[action$='/removal']").unwrap()).next().expect("no way to show a guest out");
        lead.post(&Form::read(out).action, &[]).await;
        node.advance(6);
        assert_eq!(guest.send("GET", &node.room, &[], &[]).await.status, StatusCode::FORBIDDEN);
    }

    async fn a_guest_is_one_until_a_day_after_the_planned_end(db) {
        let node = Node::new(&db).await;
        let [lead, ..] = node.four().await;
        let code = code(&lead).await;
        let mut guest = browser(&node);
        comes_in(&mut guest, &code, "Sam").await;
        node.advance(25 * 3600);
        assert_eq!(guest.send("GET", &node.room, &[], &[]).await.status, StatusCode::OK);
        node.advance(2 * 3600);
        let late = guest.send("GET", &node.room, &[], &[]).await;
        assert_eq!(late.status, StatusCode::FORBIDDEN);
        assert!(late.text.contains("Je was hier te gast"));
        let late = browser(&node).send("GET", &format!("/join/{code}"), &[], &[]).await;
        assert_eq!(late.status, StatusCode::NOT_FOUND, "the code has ended too");
    }

    async fn who_belongs_comes_in_as_themselves_and_an_organiser_not_at_all(db) {
        let node = Node::new(&db).await;
        let [lead, ..] = node.four().await;
        let code = code(&lead).await;
        let listed = node.client("Yvonne Vlierstruik").await;
        let reply = listed.send("GET", &format!("/join/{code}"), &[], &[]).await;
        assert_eq!(reply.headers["location"].to_str().unwrap(), node.room);
        let organiser = node.client(&organiser(&db).await).await;
        let reply = organiser.send("GET", &format!("/join/{code}"), &[], &[]).await;
        assert_eq!(reply.status, StatusCode::FORBIDDEN);
        assert!(reply.text.contains("Je organiseert dit programma"));
        // Signed in, of another programme: as a guest, under their own name unless they say otherwise.
        let name = stranger(&db).await;
        let mut stranger = node.client(&name).await;
        let page = stranger.send("GET", &format!("/join/{code}"), &[], &[]).await;
        assert!(page.text.contains("Daarom kom je binnen als gast") && page.text.contains(&name));
        comes_in(&mut stranger, &code, &name).await;
        assert!(names(&lead).await.contains(&format!("{name} (gast)")));
    }

    async fn a_full_room_says_so_to_a_guest_and_lets_in_who_belongs(db) {
        let node = Node::new(&db).await;
        let [lead, ..] = node.four().await;
        let code = code(&lead).await;
        for number in 0..36 {
            let reply = comes_in(&mut browser(&node), &code, &format!("Gast {number}")).await;
            assert_eq!(reply.status, StatusCode::SEE_OTHER, "{number}");
        }
        let reply = comes_in(&mut browser(&node), &code, "Te laat").await;
        assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(reply.text.contains("De kring is vol"));
        let listed = node.client("Yvonne Vlierstruik").await;
        listed.post(&format!("{}/seat", node.room), &[("place", "online")]).await;
        assert!(names(&lead).await.contains(&"Yvonne Vlierstruik".to_owned()));
    }

    async fn one_says_where_one_sits_in_one_tap_and_changes_it(db) {
        let node = Node::new(&db).await;
        let [lead, _, one, _] = node.four().await;
        let listed = node.client("Yvonne Vlierstruik").await;
        let door = listed.page().await;
        assert_eq!(texts(&door, "form[action$='/seat'] button"), ["Kom binnen, online", "Kom binnen in de ruimte"], "the meeting is online");
        listed.post(&format!("{}/seat", node.room), &[("place", "room")]).await;
        let line = |name: &'static str| {
            let lead = &lead;
            async move {
                let lines = texts(&lead.page().await, ".room-people-list li");
                lines.into_iter().find(|line| line.contains(name)).unwrap()
            }
        };
        assert!(!line("Yvonne").await.contains("online"));
        assert!(line("Esmee").await.contains("online"));
        one.post(&format!("{}/seat", node.room), &[("place", "room")]).await;
        assert!(!line("Esmee").await.contains("online"));
    }
}
