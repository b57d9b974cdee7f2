//! The outbox: one mail once, whatever happens to the machine or the mail server.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use jiff::SignedDuration;
use kring::app::{App, Server};
use kring::clock::Clock;
use kring::post::{Bounce, Carrier, Mailbox, deliver};
use store::{Db, MIGRATIONS, args, sql};
use tokio::sync::oneshot;
use tokio::time::timeout;

use crate::browser::House;
use crate::site::run;

const NOOR: &str = "noor@voorbeeld.example";
const LIMIT: Duration = Duration::from_secs(20);

async fn ask(house: &House, mail: &str) {
    let asked = house
        .browser()
        .post("/sign-in/codes", &format!("mail={mail}"))
        .await;
    assert_eq!(asked.status, 303);
}

/// Outcome and number of attempts of every mail that ended.
async fn ledger(db: &Db) -> Vec<(String, i64)> {
    db.read(|tx| {
        tx.all(
            sql!("select outcome, attempts from mail_ledger order by id"),
            args![],
        )
    })
    .await
    .unwrap()
}

store::both_engines! {
    MIGRATIONS;

    async fn two_machines_never_send_one_mail_twice(db) {
        let house = House::with(&db, "");
        for number in 0..12 {
            let mail = format!("anna{number}@voorbeeld.example");
            house.add(&mail, "nl").await;
            ask(&house, &mail).await;
        }
        let second = Db::open_beside(db.fresh().config(), MIGRATIONS).await.unwrap();
        let other = App {
            mailer: Some(Arc::new(house.mailbox.clone())),
            db: second.clone(),
            ..house.app.clone()
        };
        let app = house.app.clone();
        let one = tokio::spawn(async move { deliver(&app).await.unwrap() });
        let two = tokio::spawn(async move { deliver(&other).await.unwrap() });
        let sent = one.await.unwrap() + two.await.unwrap();
        second.close().await;
        let mut times = BTreeMap::new();
        for letter in house.mailbox.letters() {
            *times.entry(letter.to).or_insert(0) += 1;
        }
        assert_eq!((sent, times.len()), (12, 12));
        assert!(times.values().all(|count| *count == 1), "{times:?}");
        assert_eq!(ledger(&db).await, vec![("sent".to_owned(), 1); 12]);
    }

    async fn a_machine_that_dies_after_handing_over_leads_to_the_same_mail_again(db) {
        let house = House::new(&db).await;
        ask(&house, NOOR).await;
        house.mailbox.fall_silent(true);
        let app = house.app.clone();
        let dying = tokio::spawn(async move { deliver(&app).await });
        timeout(LIMIT, house.mailbox.arrival()).await.unwrap();
        dying.abort();
        assert!(dying.await.unwrap_err().is_cancelled());
        house.mailbox.fall_silent(false);

        assert_eq!(house.deliver().await, 0, "somebody may still be sending it");
        house.advance(SignedDuration::from_secs(5 * 60 + 1));
        assert_eq!(house.deliver().await, 1);
        assert_eq!(house.deliver().await, 0);
        let letters = house.mailbox.letters();
        assert_eq!(letters.len(), 2);
        assert_eq!(letters[0].id, letters[1].id, "its reader's mail program knows it as one");
        assert_eq!(ledger(&db).await, [("sent".to_owned(), 2)]);
    }

    async fn a_busy_mail_server_is_tried_again_later_and_later(db) {
        let house = House::new(&db).await;
        ask(&house, NOOR).await;
        let busy = || Bounce::Later("421 busy".to_owned());
        house.mailbox.refuse([busy(), busy()]);
        for (wait, sent) in [(0, 0), (59, 0), (1, 0), (119, 0), (1, 1)] {
            house.advance(SignedDuration::from_secs(wait));
            assert_eq!(house.deliver().await, sent, "after {wait} more seconds");
        }
        assert_eq!(ledger(&db).await, [("sent".to_owned(), 3)]);
    }

    async fn what_is_refused_for_good_is_not_tried_again(db) {
        let house = House::new(&db).await;
        ask(&house, NOOR).await;
        house.mailbox.refuse([Bounce::Never("550 no such box".to_owned())]);
        assert_eq!(house.deliver().await, 0);
        house.advance(SignedDuration::from_mins(10));
        assert_eq!(house.deliver().await, 0);
        assert_eq!(ledger(&db).await, [("failed".to_owned(), 1)]);
    }

    async fn a_code_that_ran_out_is_not_sent_any_more(db) {
        let house = House::new(&db).await;
        ask(&house, NOOR).await;
        house.advance(SignedDuration::from_mins(15));
        assert_eq!(house.deliver().await, 0);
        assert!(house.mailbox.letters().is_empty());
        assert_eq!(ledger(&db).await, [("late".to_owned(), 1)]);
    }

    async fn a_mail_server_that_is_down_does_not_use_up_every_mail(db) {
        let house = House::with(&db, "");
        for number in 0..8 {
            let mail = format!("anna{number}@voorbeeld.example");
            house.add(&mail, "nl").await;
            ask(&house, &mail).await;
        }
        house.mailbox.refuse((0..8).map(|_| Bounce::Later("no route".to_owned())));
        assert_eq!(house.deliver().await, 0);
        let tried: i64 = db
            .read(|tx| tx.one(sql!("select count(*) from outbox where attempts > 0"), args![]))
            .await
            .unwrap();
        assert_eq!(tried, 3);
    }

    async fn what_a_mail_said_is_gone_when_it_has_gone(db) {
        let house = House::new(&db).await;
        ask(&house, NOOR).await;
        assert_eq!(house.deliver().await, 1);
        let left: i64 = db.read(|tx| tx.one(sql!("select count(*) from outbox"), args![])).await.unwrap();
        assert_eq!(left, 0);
    }
}

#[test]
fn a_server_sends_a_code_the_moment_somebody_asks() {
    run(async {
        let db = store::testing::sqlite(MIGRATIONS);
        let house = House::with(&db, "listen = '127.0.0.1:0'");
        house.add(NOOR, "nl").await;
        let mailbox = Mailbox::new();
        let app = App {
            clock: Clock::System,
            mailer: Some(Arc::new(mailbox.clone()) as Arc<dyn Carrier>),
            ..house.app.clone()
        };
        let router = House {
            app: app.clone(),
            mailbox: mailbox.clone(),
        };
        let (stop, stopped) = oneshot::channel::<()>();
        let server = Server::bind(app).await.unwrap();
        let serving = tokio::spawn(server.run(async move { drop(stopped.await) }));
        ask(&router, NOOR).await;
        timeout(LIMIT, mailbox.arrival()).await.unwrap();
        stop.send(()).unwrap();
        timeout(LIMIT, serving).await.unwrap().unwrap();
        assert_eq!(mailbox.letters().len(), 1);
    });
}
