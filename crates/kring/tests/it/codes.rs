//! Signing in with a code by mail: the same for every address, once, not for long, only in the browser that asked.

use std::collections::BTreeMap;

use axum::http::header;
use jiff::SignedDuration;
use scraper::Selector;
use store::{Db, MIGRATIONS, args, sql};

use crate::browser::{Browser, House};
use crate::pages::check;
use crate::site::{Reply, Site, run};

const NOOR: &str = "noor@voorbeeld.example";
/// Nobody; as long as Noor's.
const NOBODY: &str = "niek@voorbeeld.example";

async fn ask(browser: &Browser, mail: &str) -> Reply {
    browser.post("/sign-in/codes", &format!("mail={mail}")).await
}

async fn try_code(browser: &Browser, code: &str) -> Reply {
    browser.post("/sign-in/code", &format!("code={code}")).await
}

/// Everything of an answer except what is different for everybody.
fn seen(reply: &Reply) -> (u16, Vec<String>, String) {
    let headers = reply.headers.iter().map(|(name, value)| {
        let value = value.to_str().unwrap();
        if *name == header::SET_COOKIE {
            let (cookie, rest) = value.split_once(';').unwrap();
            let (name, secret) = cookie.split_once('=').unwrap();
            format!("{name}={};{rest}", secret.len())
        } else if name == "x-request-id" {
            "a number".to_owned()
        } else {
            format!("{name}: {value}")
        }
    });
    let body = reply.text().replace(NOOR, "ADDRESS").replace(NOBODY, "ADDRESS");
    (reply.status.as_u16(), headers.collect(), body)
}

/// Requests, mails and their longest text, written for one address.
async fn written(db: &Db, address: &str) -> (i64, i64, i64) {
    let address = address.to_owned();
    db.read(move |tx| {
        Ok::<_, store::Error>((
            tx.one(
                sql!("select count(*) from sign_in_codes where address = $1"),
                args![&address],
            )?,
            tx.one(
                sql!("select count(*) from outbox where address = $1"),
                args![&address],
            )?,
            tx.one(
                sql!("select max(length(text)) from outbox where address = $1"),
                args![&address],
            )?,
        ))
    })
    .await
    .unwrap()
}

/// The one answer to a code that does not let in.
fn is_refused(reply: &Reply) {
    assert_eq!(reply.status, 422);
    assert_eq!(
        reply.first(".field-problem"),
        "Met deze code lukt het niet. Kijk of je de code uit de nieuwste mail hebt, of vraag een nieuwe."
    );
}

store::both_engines! {
    MIGRATIONS;

    async fn known_and_unknown_addresses_get_the_same_answer_and_the_same_work(db) {
        let house = House::new(&db).await;
        let (known, unknown) = (house.browser(), house.browser());
        let pair = (ask(&known, NOOR).await, ask(&unknown, NOBODY).await);
        assert_eq!(pair.0.header("location"), Some("/sign-in/code"));
        assert_eq!(seen(&pair.0), seen(&pair.1));
        let pair = (known.get("/sign-in/code").await, unknown.get("/sign-in/code").await);
        assert!(pair.0.text().contains("noor@voorbeeld.example"));
        assert_eq!(seen(&pair.0), seen(&pair.1));
        let pair = (try_code(&known, "1").await, try_code(&unknown, "1").await);
        assert_eq!(seen(&pair.0), seen(&pair.1));
        assert_eq!(written(&db, NOOR).await, written(&db, NOBODY).await);

        assert_eq!(house.deliver().await, 1);
        let letters = house.mailbox.letters();
        assert_eq!(letters.len(), 1, "nobody who is unknown gets a mail");
        assert_eq!(letters[0].to, NOOR);
        assert_eq!(written_anywhere(&db).await, 0, "and nothing of it stays in the outbox or the ledger");
    }

    async fn a_code_lets_in_once_and_leads_to_where_one_wanted_to_go(db) {
        let house = House::new(&db).await;
        let browser = house.browser();
        let sent = browser.get("/my/devices").await;
        assert_eq!(sent.header("location"), Some("/sign-in?next=/my/devices"));
        let page = browser.get("/sign-in?next=/my/devices").await.page();
        assert_eq!(check(&page, "nl"), [""; 0]);
        browser.post("/sign-in/codes", &format!("mail=+{}+&next=/my/devices", NOOR.to_uppercase())).await;
        house.deliver().await;
        let again = browser.copy();
        let page = browser.get("/sign-in/code").await.page();
        assert_eq!(check(&page, "nl"), [""; 0]);
        let entered = try_code(&browser, &house.code()).await;
        assert_eq!((entered.status.as_u16(), entered.header("location")), (303, Some("/my/devices")));
        assert_eq!(browser.get("/my/devices").await.status, 200);

        is_refused(&try_code(&again, &house.code()).await);
        let late = again.post(&house.link(), "").await;
        assert_eq!(late.status, 422, "the link of a used code is used as well");
    }

    async fn after_five_tries_the_right_code_comes_too_late(db) {
        let house = House::new(&db).await;
        let browser = house.browser();
        ask(&browser, NOOR).await;
        house.deliver().await;
        let right = house.code();
        let wrong = if right == "000 000" { "000 001" } else { "000 000" };
        for _ in 0..5 {
            is_refused(&try_code(&browser, wrong).await);
        }
        is_refused(&try_code(&browser, &right).await);
        house.sign_in(&browser, NOOR).await;
    }

    async fn a_code_works_a_quarter_of_an_hour(db) {
        let house = House::new(&db).await;
        let (in_time, late) = (house.browser(), house.browser());
        ask(&in_time, NOOR).await;
        house.deliver().await;
        house.advance(SignedDuration::from_secs(15 * 60 - 1));
        assert_eq!(try_code(&in_time, &house.code()).await.status, 303);
        ask(&late, NOOR).await;
        house.deliver().await;
        house.advance(SignedDuration::from_mins(15));
        is_refused(&try_code(&late, &house.code()).await);
        assert_eq!(late.post(&house.link(), "").await.status, 422);
    }

    async fn another_browser_cannot_use_a_code_but_can_use_the_link(db) {
        let house = House::new(&db).await;
        let (asker, thief, phone) = (house.browser(), house.browser(), house.browser());
        ask(&asker, NOOR).await;
        house.deliver().await;
        let code = house.code();
        is_refused(&try_code(&thief, &code).await);
        ask(&thief, "bram@voorbeeld.example").await;
        is_refused(&try_code(&thief, &code).await);

        for _ in 0..3 {
            let offered = phone.get(&house.link()).await;
            assert_eq!((offered.status.as_u16(), offered.header("set-cookie")), (200, None));
        }
        assert_eq!(phone.post(&house.link(), "").await.header("location"), Some("/my"));
        is_refused(&try_code(&asker, &code).await);
    }

    async fn a_newer_code_ends_the_older(db) {
        let house = House::new(&db).await;
        let (first, second) = (house.browser(), house.browser());
        ask(&first, NOOR).await;
        house.deliver().await;
        let (code, link) = (house.code(), house.link());
        ask(&second, NOOR).await;
        house.deliver().await;
        is_refused(&try_code(&first, &code).await);
        assert_eq!(first.post(&link, "").await.status, 422);
        assert_eq!(try_code(&second, &house.code()).await.status, 303);
    }

    async fn pressing_twice_asks_once_and_going_back_to_the_form_asks_anew(db) {
        let house = House::new(&db).await;
        let browser = house.browser();
        let page = browser.get("/sign-in").await.page();
        let key = page.select(&Selector::parse("input[name=key]").unwrap()).next().unwrap();
        let form = |mail: &str| format!("mail={mail}&key={}", key.attr("value").unwrap());
        for mail in [NOOR, NOOR, NOBODY, NOBODY] {
            assert_eq!(browser.post("/sign-in/codes", &form(mail)).await.status, 303);
        }
        assert_eq!(written(&db, NOOR).await.0, 1);
        let (first, second) = (house.browser(), house.browser());
        let pair = (
            first.post("/sign-in/codes", &form("bram@voorbeeld.example")).await,
            second.post("/sign-in/codes", &form("bram@voorbeeld.example")).await,
        );
        assert_ne!(pair.0.header("set-cookie"), pair.1.header("set-cookie"), "an old key is no secret to share");

        house.advance(SignedDuration::from_secs(21));
        browser.post("/sign-in/codes", &form(NOOR)).await;
        assert_eq!(written(&db, NOOR).await.0, 2, "the mail did not come, so somebody asks again");
        house.deliver().await;
        let newest = house.mailbox.letters().into_iter().rfind(|letter| letter.to == NOOR).unwrap();
        let code = newest.text.lines().find(|line| line.starts_with("    ")).unwrap().trim().to_owned();
        assert_eq!(try_code(&browser, &code).await.status, 303);
    }

    async fn every_refusal_of_a_code_is_the_same_page(db) {
        let house = House::new(&db).await;
        let browser = house.browser();
        ask(&browser, NOOR).await;
        house.deliver().await;
        let (used, code) = (browser.copy(), house.code());
        let wrong = if code == "111 111" { "222 222" } else { "111 111" };
        let refused = try_code(&used, wrong).await;
        assert_eq!(try_code(&browser, &code).await.status, 303);
        let again = try_code(&used, wrong).await;
        house.advance(SignedDuration::from_hours(1));
        let old = try_code(&used, wrong).await;
        assert_eq!(seen(&refused), seen(&again));
        assert_eq!(seen(&refused), seen(&old));
        assert_eq!(check(&refused.page(), "nl"), [""; 0]);
    }

    async fn who_asks_too_often_waits_and_nobody_else_does(db) {
        let house = House::new(&db).await;
        let browser = house.browser();
        for mail in [NOOR, NOBODY] {
            for _ in 0..5 {
                assert_eq!(ask(&browser, mail).await.status, 303);
            }
            let refused = ask(&browser, mail).await;
            assert_eq!((refused.status.as_u16(), refused.header("retry-after")), (429, Some("180")));
            assert!(refused.text().contains("Over 3 minuten kan het weer."), "{}", refused.text());
            assert_eq!(check(&refused.page(), "nl"), [""; 0]);
        }
        assert_eq!(ask(&browser, "bram@voorbeeld.example").await.status, 303);
        house.advance(SignedDuration::from_mins(3));
        assert_eq!(ask(&browser, NOOR).await.status, 303);
    }

    async fn nobody_asks_for_one_address_all_day(db) {
        let house = House::new(&db).await;
        let browser = house.browser();
        let mut asked = 0;
        for _ in 0..12 * 60 / 3 {
            house.advance(SignedDuration::from_mins(3));
            asked += usize::from(ask(&browser, NOOR).await.status == 303);
        }
        assert!((20..=31).contains(&asked), "{asked} codes in twelve hours");
    }

    async fn what_a_mail_says_is_in_the_language_of_its_reader(db) {
        let house = House::new(&db).await;
        ask(&house.browser(), "bram@voorbeeld.example").await;
        ask(&house.browser().with("accept-language", "en"), NOOR).await;
        house.deliver().await;
        let letters = house.mailbox.letters().into_iter();
        let subjects: BTreeMap<String, String> = letters.map(|letter| (letter.to, letter.subject)).collect();
        assert_eq!(subjects["bram@voorbeeld.example"], "Your code for Kring");
        assert_eq!(subjects[NOOR], "Je code voor Kring");
    }
}

async fn written_anywhere(db: &Db) -> i64 {
    db.read(|tx| {
        tx.one(
            sql!(
                "select (select count(*) from outbox) + (select count(*) from mail_ledger where address = $1)"
            ),
            args![NOBODY],
        )
    })
    .await
    .unwrap()
}

store::both_engines! {
    MIGRATIONS;

    async fn networks_are_told_apart_by_what_the_own_proxy_says(db) {
        let house = House::with(&db, "proxy_header = 'X-Forwarded-For'");
        let from = |address: &str| house.browser().with("x-forwarded-for", address);
        let (here, neighbour) = (from("203.0.113.5, 192.0.2.1"), from("192.0.2.200"));
        for _ in 0..120 {
            assert_eq!(try_code(&here, "123456").await.status, 422);
        }
        let refused = try_code(&neighbour, "123456").await;
        assert_eq!((refused.status.as_u16(), refused.header("retry-after")), (429, Some("8")));
        assert_eq!(try_code(&from("192.0.3.1"), "123456").await.status, 422, "another network");
    }

    async fn what_strangers_write_into_the_header_counts_for_nothing_without_a_proxy(db) {
        let house = House::with(&db, "");
        for last in 0..120 {
            let liar = house.browser().with("x-forwarded-for", &format!("198.51.{last}.1"));
            assert_eq!(try_code(&liar, "123456").await.status, 422);
        }
        let liar = house.browser().with("x-forwarded-for", "203.0.113.1");
        assert_eq!(try_code(&liar, "123456").await.status, 429);
    }
}

#[test]
fn without_a_mail_server_the_door_says_so() {
    run(async {
        let site = Site::new().await;
        let page = site.get("/sign-in").await;
        assert!(
            page.text().contains("Vraag de organisator van je groep"),
            "{}",
            page.text()
        );
        assert!(page.text().contains("kring invite EMAIL"));
        assert!(!page.text().contains("<input type=\"email\""));
        let posted = site.post("/sign-in/codes", &format!("mail={NOOR}")).await;
        assert_eq!((posted.status.as_u16(), posted.header("set-cookie")), (422, None));
        let demo = Site::demo().await;
        assert!(demo.get("/sign-in").await.text().contains("href=\"/demo\""));
        assert_eq!(
            site.get("/sign-in/code").await.header("location"),
            Some("/sign-in")
        );
    });
}

store::both_engines! {
    MIGRATIONS;

    async fn what_is_no_address_comes_back_with_its_problem(db) {
        let house = House::new(&db).await;
        let refused = house.browser().post("/sign-in/codes", "mail=noor&next=/my/devices").await;
        assert_eq!(refused.status, 422);
        let page = refused.text();
        assert!(page.contains("value=\"noor\"") && page.contains("value=\"/my/devices\""), "{page}");
        assert_eq!(refused.first(".field-problem"), "Dit is geen mailadres. Een goed voorbeeld is noor@example.nl.");
        assert_eq!(check(&refused.page(), "nl"), [""; 0]);
    }

    async fn one_never_goes_to_another_site_after_signing_in(db) {
        let house = House::new(&db).await;
        let browser = house.browser();
        browser.post("/sign-in/codes", &format!("mail={NOOR}&next=//elsewhere.example")).await;
        house.deliver().await;
        let entered = try_code(&browser, &house.code()).await;
        assert_eq!(entered.header("location"), Some("/my"));
    }

    async fn over_https_the_browser_keeps_the_secret_of_its_code_to_this_host(db) {
        let house = House::with(&db, "address = 'https://kring.example.nl'");
        let asked = ask(&house.browser(), NOBODY).await;
        let set = asked.header("set-cookie").unwrap();
        assert!(set.starts_with("__Host-kring-code="), "{set}");
        assert!(set.ends_with("; Path=/; Max-Age=900; SameSite=Lax; HttpOnly; Secure"), "{set}");
    }
}
