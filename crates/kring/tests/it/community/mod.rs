//! Threads of a group and of a programme: who reads them, answering, changing, closing, and what is new to whom.

mod directory;
mod mail;
mod replies;

use jiff::SignedDuration;
use store::{Db, MIGRATIONS, args, sql};

use crate::browser::Browser;
use crate::calendar::world::{World, line, values};
use crate::pages::check;
use crate::site::texts;

/// The keys that forms carry, one for each message.
fn key(number: u32) -> String {
    format!("01975000-0000-7000-8000-{number:012}")
}

/// A group of four, somebody in another group of the same programme, and somebody who has nothing to do with it.
async fn world(db: &Db) -> World {
    let world = World::new(db).await;
    for name in ["olga", "vreemd"] {
        world.house.add(&format!("{name}@voorbeeld.example"), "nl").await;
    }
    db.write(|tx| {
        tx.run(
            sql!("insert into groups (id, programme_id, name) values ('h', 'p', 'Groep 5')"),
            args![],
        )?;
        tx.run(
            sql!(
                "insert into memberships (id, programme_id, group_id, person_id, role, since)
                 values ('olga', 'p', 'h', 'olga@voorbeeld.example', 'participant', '2026-01-01')"
            ),
            args![],
        )
    })
    .await
    .unwrap();
    world
}

async fn enter(world: &World, name: &str) -> Browser {
    world.house.signed_in(&format!("{name}@voorbeeld.example")).await
}

/// Opens a thread; answers its path.
async fn open(browser: &Browser, place: &str, number: u32) -> String {
    let form = format!("key={}&title=Een vraag&text=Wie weet dit?", key(number));
    let opened = browser.post(&format!("{place}/threads/new"), &form).await;
    assert_eq!(opened.status, 303, "{}", opened.text());
    opened.header("location").unwrap().to_owned()
}

async fn answer(browser: &Browser, thread: &str, number: u32, text: &str) {
    let form = format!("key={}&seen=0&text={text}", key(number));
    let answered = browser.post(thread, &form).await;
    assert_eq!(answered.status, 303, "{}", answered.text());
}

async fn count(db: &Db) -> i64 {
    db.read(|tx| tx.one(sql!("select count(*) from thread_messages"), args![]))
        .await
        .unwrap()
}

/// The path of one's own message on a page.
fn own(page: &crate::site::Reply) -> String {
    let link = scraper::Selector::parse(".messages a[href*='/messages/']").unwrap();
    let page = page.page();
    let found = page.select(&link).next_back().and_then(|link| link.attr("href"));
    found.unwrap().to_owned()
}

store::both_engines! {
    MIGRATIONS;

    async fn who_is_in_a_place_talks_there_and_for_nobody_else_it_exists(db) {
        let world = world(&db).await;
        let noor = enter(&world, "noor").await;
        let of_group = open(&noor, "/groups/g", 1).await;
        let of_programme = open(&noor, "/programmes/p", 2).await;
        let message = own(&noor.get(&of_group).await);
        let (mut table, mut keys) = (Vec::new(), 100);
        for name in ["noor", "thea", "wietske", "olga", "vreemd"] {
            let browser = enter(&world, name).await;
            let mut row = vec![format!("{name}:")];
            for path in ["/groups/g/threads", "/groups/g/threads/new", &of_group, "/programmes/p/threads", "/programmes/p/threads/new", &of_programme, "/threads/x", &message] {
                row.push(browser.get(path).await.status.as_u16().to_string());
            }
            // Answering in the group, answering in the programme, closing each.
            for (number, path, form) in [
                (1, &of_group, "text=Ik&seen=0"), (2, &of_programme, "text=Ik&seen=0"),
                (3, &format!("{of_group}/closure"), "do=open"), (4, &format!("{of_programme}/closure"), "do=open"),
                (5, &format!("{of_group}/reading"), "seen=1"), (6, &format!("{message}/removal"), ""),
            ] {
                if number == 6 && name == "noor" { continue; }
                keys += 1;
                let form = format!("key={}&{form}", key(keys));
                row.push(browser.post(path, &form).await.status.as_u16().to_string());
            }
            table.push(row.join(" "));
        }
        assert_eq!(table, [
            "noor: 200 200 200 200 200 200 404 200 303 303 404 404 303",
            "thea: 200 200 200 200 200 200 404 404 303 303 303 404 303 404",
            "wietske: 404 404 404 200 200 200 404 404 404 303 404 303 404 404",
            "olga: 404 404 404 200 200 200 404 404 404 303 404 404 404 404",
            "vreemd: 404 404 404 404 404 404 404 404 404 404 404 404 404 404",
        ]);
        let nobody = world.house.browser();
        for path in [&of_group, "/groups/g/threads", "/threads/x"] {
            assert!(nobody.get(path).await.header("location").unwrap().starts_with("/sign-in"), "{path}");
        }
        // Somebody who left is an outsider.
        db.write(|tx| tx.run(sql!("update memberships set until = '2026-11-01' where person_id = 'noor@voorbeeld.example'"), args![])).await.unwrap();
        assert_eq!(noor.get(&of_group).await.status, 404);
    }

    async fn pressing_twice_writes_once_and_nothing_typed_is_lost(db) {
        let world = world(&db).await;
        let (noor, thea) = (enter(&world, "noor").await, enter(&world, "thea").await);
        let form = format!("key={}&title=&text=Al getypt", key(1));
        let refused = noor.post("/groups/g/threads/new", &form).await;
        assert_eq!(refused.status, 422);
        assert_ne!(line(&refused.page(), "#title-problem"), "");
        assert!(refused.text().contains("Al getypt"));

        let thread = open(&noor, "/groups/g", 1).await;
        assert_eq!(open(&noor, "/groups/g", 1).await, thread);
        for _ in 0..2 { answer(&noor, &thread, 2, "Nog iets").await; }
        assert_eq!(count(&db).await, 2);
        let empty = noor.post(&thread, &format!("key={}&seen=0&text=+", key(3))).await;
        assert_eq!(empty.status, 422);
        let long = noor.post(&thread, &format!("key={}&seen=0&text={}", key(3), "x".repeat(4001))).await;
        assert_eq!(long.status, 422);
        assert!(long.text().contains(&"x".repeat(4001)));
        // Nobody sends a form of somebody else.
        assert_eq!(thea.post(&thread, &format!("key={}&seen=0&text=Ik", key(2))).await.status, 400);
        assert_eq!(thea.post("/groups/g/threads/new", &format!("key={}&title=T&text=Ik", key(1))).await.status, 400);

        // Closed while somebody writes.
        for _ in 0..2 { assert_eq!(thea.post(&format!("{thread}/closure"), "do=close").await.status, 303); }
        let late = noor.post(&thread, &format!("key={}&seen=0&text=Mijn lange verhaal", key(4))).await;
        assert_eq!(late.status, 409);
        assert!(texts(&late.page(), "textarea[readonly]").concat().contains("Mijn lange verhaal"), "{}", late.text());
        assert_eq!(noor.post(&thread, &format!("key={}&seen=0&text=Nog iets", key(2))).await.status, 303, "it had arrived");
        let page = noor.get(&thread).await;
        assert!(page.text().contains("Dit gesprek is gesloten.") && !page.text().contains("<textarea"));
        assert_eq!(thea.post(&format!("{thread}/closure"), "do=open").await.status, 303);
        answer(&noor, &thread, 4, "Mijn lange verhaal").await;
    }

    async fn ones_own_message_is_changed_for_an_hour_and_taken_away_for_good(db) {
        let world = world(&db).await;
        let (noor, bram) = (enter(&world, "noor").await, enter(&world, "bram").await);
        let thread = open(&noor, "/groups/g", 1).await;
        answer(&noor, &thread, 2, "Kijk op https://voorbeeld.example/x <b>niet</b>").await;
        let page = noor.get(&thread).await;
        assert!(page.text().contains("<a href=\"https://voorbeeld.example/x\" rel=\"nofollow ugc noopener noreferrer\">"));
        assert!(page.text().contains("&lt;b&gt;niet"));
        let message = own(&page);
        assert_eq!(bram.post(&message, "text=Van Bram").await.status, 404);
        let refused = noor.post(&message, "text=").await;
        assert_eq!(refused.status, 422);
        assert!(!bram.get(&thread).await.text().contains("gewijzigd"));
        assert_eq!(noor.post(&message, "text=Toch anders").await.status, 303);
        let seen = bram.get(&thread).await;
        assert!(seen.text().contains("Toch anders") && seen.text().contains("gewijzigd"), "{}", seen.text());

        world.house.advance(SignedDuration::from_mins(61));
        let late = noor.post(&message, "text=Nog eens anders").await;
        assert_eq!(late.status, 409);
        assert!(texts(&late.page(), "textarea[readonly]").concat().contains("Nog eens anders"));
        for _ in 0..2 { assert_eq!(noor.post(&format!("{message}/removal"), "").await.status, 303); }
        let seen = bram.get(&thread).await;
        assert!(!seen.text().contains("Toch anders"), "{}", seen.text());
        assert!(seen.text().contains("Dit bericht is weggehaald"));
        let kept: i64 = db.read(|tx| tx.one(sql!("select count(*) from thread_messages where text like '%anders%'"), args![])).await.unwrap();
        assert_eq!(kept, 0);
    }

    async fn everybody_sees_what_is_new_to_them(db) {
        let world = world(&db).await;
        let (noor, bram) = (enter(&world, "noor").await, enter(&world, "bram").await);
        let thread = open(&noor, "/groups/g", 1).await;
        answer(&noor, &thread, 2, "Tweede").await;
        let link = "main a[href='/groups/g/threads']";
        assert_eq!(line(&bram.get("/groups/g").await.page(), link), "Naar de gesprekken (2 nieuw)");
        assert_eq!(line(&noor.get("/groups/g").await.page(), link), "Naar de gesprekken");
        let page = bram.get(&thread).await;
        assert_eq!(texts(&page.page(), ".messages .thread-new").len(), 2);
        let seen = values(&page.page(), ".read-mark [name=seen]");
        assert_eq!(seen, ["2"]);
        assert_eq!(line(&bram.get("/groups/g").await.page(), link), "Naar de gesprekken (2 nieuw)", "looking changes nothing");

        // What comes after the page was made stays new.
        answer(&noor, &thread, 3, "Derde").await;
        for _ in 0..2 { assert_eq!(bram.post(&format!("{thread}/reading"), "seen=2").await.status, 303); }
        bram.post(&format!("{thread}/reading"), "seen=1").await;
        assert_eq!(line(&bram.get("/groups/g").await.page(), link), "Naar de gesprekken (1 nieuw)");
        assert_eq!(line(&bram.get("/groups/g/threads").await.page(), ".thread-lines .thread-new"), "1 nieuw");
        // An answer says up to where its writer had read.
        bram.post(&thread, &format!("key={}&seen=3&text=Vierde", key(4))).await;
        assert_eq!(line(&bram.get("/groups/g").await.page(), link), "Naar de gesprekken");
        assert_eq!(line(&noor.get("/groups/g").await.page(), link), "Naar de gesprekken (1 nieuw)");
        let message = own(&bram.get(&thread).await);
        bram.post(&format!("{message}/removal"), "").await;
        assert_eq!(line(&noor.get("/groups/g").await.page(), link), "Naar de gesprekken", "what is gone is not new");
        // The others of the programme see nothing of it.
        let wietske = enter(&world, "wietske").await;
        assert_eq!(line(&wietske.get("/programmes/p").await.page(), "main a[href='/programmes/p/threads']"), "Naar de gesprekken");
        assert!(!wietske.get("/groups/g").await.text().contains("/groups/g/threads"));
    }

    async fn fifty_messages_stand_on_a_page_and_every_page_is_well_made(db) {
        let world = world(&db).await;
        let (noor, bram) = (enter(&world, "noor").await, enter(&world, "bram").await);
        let thread = open(&noor, "/groups/g", 1).await;
        for number in 2..=51 { answer(&noor, &thread, number, &format!("Nummer {number}")).await; }
        for number in 101..=150 { open(&noor, "/groups/g", number).await; }
        let shown = |page: &crate::site::Reply| texts(&page.page(), ".messages > li").len();
        assert_eq!(shown(&bram.get(&thread).await), 50, "what is new begins on the first");
        assert_eq!(shown(&bram.get(&format!("{thread}?page=2")).await), 1);
        bram.post(&format!("{thread}/reading"), "seen=50").await;
        assert_eq!(shown(&bram.get(&thread).await), 1);
        assert_eq!(texts(&bram.get("/groups/g/threads").await.page(), ".thread-lines > li").len(), 50);
        let second = bram.get("/groups/g/threads?page=2").await;
        assert_eq!(texts(&second.page(), ".thread-lines > li").len(), 1);
        let message = own(&noor.get(&thread).await);
        for path in ["/groups/g/threads", "/groups/g/threads/new", &thread, &message, "/programmes/p/threads"] {
            let before = world.house.app.db.statements();
            let page = noor.get(path).await;
            assert!(world.house.app.db.statements() - before <= 8, "{path}");
            assert_eq!(check(&page.page(), "nl"), Vec::<String>::new(), "{path}");
        }
    }
}
