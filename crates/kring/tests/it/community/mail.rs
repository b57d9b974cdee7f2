//! Hearing of messages by mail: each at once, once a day, or not; never twice, and never by who may not read them.

use jiff::SignedDuration;
use store::{Db, MIGRATIONS, args, sql};

use super::{answer, enter, open, own, world};
use crate::browser::House;
use crate::calendar::world::World;
use crate::site::texts;

const HOUR: SignedDuration = SignedDuration::from_hours(1);

async fn choose(world: &World, name: &str, place: &str, manner: &str) {
    let browser = enter(world, name).await;
    for _ in 0..2 {
        let chosen = browser
            .post(&format!("{place}/threads/mail"), &format!("manner={manner}"))
            .await;
        assert_eq!(chosen.status, 303, "{}", chosen.text());
    }
}

/// Who got a mail since so many letters, with its subject.
fn since(house: &House, from: usize) -> Vec<(String, String)> {
    let letters = house.mailbox.letters();
    let mut found: Vec<(String, String)> = letters
        .iter()
        .skip(from)
        .map(|letter| {
            (
                letter.to.split('@').next().unwrap().to_owned(),
                letter.subject.clone(),
            )
        })
        .collect();
    found.sort();
    found
}

fn names(found: &[(String, String)]) -> Vec<&str> {
    found.iter().map(|(name, _)| name.as_str()).collect()
}

/// Does what is due and sends the mails; answers who got one.
async fn morning(world: &World) -> Vec<(String, String)> {
    let before = world.house.mailbox.letters().len();
    world.house.app.sweep().await.unwrap();
    world.house.deliver().await;
    since(&world.house, before)
}

async fn make_sensitive(db: &Db) {
    db.write(|tx| tx.run(sql!("update programmes set is_sensitive = true"), args![]))
        .await
        .unwrap();
}

store::both_engines! {
    MIGRATIONS;

    async fn everybody_hears_the_way_they_chose(db) {
        let world = world(&db).await;
        choose(&world, "bram", "/groups/g", "each").await;
        choose(&world, "thea", "/groups/g", "nothing").await;
        let noor = enter(&world, "noor").await;
        assert_eq!(noor.post("/groups/g/threads/mail", "manner=loud").await.status, 400);
        let before = world.house.mailbox.letters().len();
        let thread = open(&noor, "/groups/g", 1).await;
        assert_eq!(open(&noor, "/groups/g", 1).await, thread);
        answer(&noor, &thread, 2, "Nog iets").await;
        world.house.deliver().await;
        assert_eq!(names(&since(&world.house, before)), ["bram", "bram"], "one for each message");
        let letters = world.house.mailbox.letters();
        assert!(letters.iter().any(|letter| letter.text.contains("> Nog iets") && letter.text.contains(&thread)));
        assert!(morning(&world).await.is_empty(), "the day is not over");

        // At seven Saar gets hers, and nobody else: the others wrote it, had it, or want none.
        world.house.advance(HOUR * 20);
        assert!(morning(&world).await.is_empty(), "it is five");
        world.house.advance(HOUR * 2);
        assert_eq!(morning(&world).await, [("saar".to_owned(), "Nieuw in je gesprekken".to_owned())]);
        let letter = world.house.mailbox.letters().pop().unwrap();
        for said in ["Een vraag (Groep 4), 2 nieuw", "> noor: Wie weet dit?", "> noor: Nog iets", thread.as_str()] {
            assert!(letter.text.contains(said), "{said}: {}", letter.text);
        }
        assert!(morning(&world).await.is_empty());

        // Whoever changes their mind is not told again what they were told.
        choose(&world, "bram", "/groups/g", "digest").await;
        world.house.advance(HOUR * 24);
        assert!(morning(&world).await.is_empty());
    }

    async fn what_was_read_or_taken_away_is_not_told(db) {
        let world = world(&db).await;
        let (noor, saar) = (enter(&world, "noor").await, enter(&world, "saar").await);
        let thread = open(&noor, "/groups/g", 1).await;
        assert_eq!(saar.post(&format!("{thread}/reading"), "seen=1").await.status, 303);
        answer(&noor, &thread, 2, "Vergissing").await;
        let message = own(&noor.get(&thread).await);
        noor.post(&format!("{message}/removal"), "").await;
        world.house.advance(HOUR * 22);
        assert_eq!(names(&morning(&world).await), ["bram", "thea"], "Saar has read all there is");
        assert!(!world.house.mailbox.letters().pop().unwrap().text.contains("Vergissing"));

        // A mail that still waits goes with its message.
        choose(&world, "bram", "/groups/g", "each").await;
        answer(&noor, &thread, 3, "Ook een vergissing").await;
        assert_eq!(world.waiting("thread-message").await, 1);
        let message = own(&noor.get(&thread).await);
        noor.post(&format!("{message}/removal"), "").await;
        assert_eq!(world.waiting("thread-message").await, 0);
        world.house.advance(HOUR * 24);
        assert!(morning(&world).await.is_empty());
        // After a week nobody is told any more what nobody told them before.
        answer(&noor, &thread, 4, "Laat").await;
        world.house.advance(HOUR * 24 * 9);
        assert!(morning(&world).await.is_empty());
    }

    async fn two_servers_and_one_that_starts_again_send_one_daily_mail(db) {
        let world = world(&db).await;
        let noor = enter(&world, "noor").await;
        open(&noor, "/groups/g", 1).await;
        let other = House::with(&db, "");
        for house in [&world.house, &other] { house.advance(HOUR * 22); }
        let (one, two) = tokio::join!(world.house.app.sweep(), other.app.sweep());
        one.unwrap();
        two.unwrap();
        assert_eq!(world.waiting("thread-day").await, 3, "Bram, Saar and Thea");
        world.house.deliver().await;
        let again = House::with(&db, "");
        again.advance(HOUR * 30);
        again.app.sweep().await.unwrap();
        assert_eq!(again.deliver().await, 0);

        // A server that was away in the morning tells later on the day what was there in the morning.
        open(&noor, "/groups/g", 2).await;
        again.advance(HOUR * 30);
        again.app.sweep().await.unwrap();
        assert_eq!(again.deliver().await, 3);
    }

    async fn a_mail_goes_only_to_who_reads_the_thread(db) {
        let world = world(&db).await;
        for name in ["wietske", "olga"] { choose(&world, name, "/programmes/p", "each").await; }
        choose(&world, "bram", "/groups/g", "each").await;
        let wietske = enter(&world, "wietske").await;
        assert_eq!(wietske.post("/groups/g/threads/mail", "manner=each").await.status, 404);
        let noor = enter(&world, "noor").await;
        let thread = open(&noor, "/groups/g", 1).await;
        assert_eq!(world.waiting("thread-message").await, 1, "Bram");
        open(&noor, "/programmes/p", 2).await;
        assert_eq!(world.waiting("thread-message").await, 3, "Wietske and Olga too");

        // The organiser sees the mails of the programme in the outbox, and those of a group not.
        let outbox = wietske.get("/programmes/p/mailings").await;
        assert_eq!(texts(&outbox.page(), ".mail-list > li a"), ["Een vraag (Leren)", "Een vraag (Leren)"]);
        world.house.deliver().await;

        // Somebody who left hears nothing any more.
        db.write(|tx| tx.run(sql!("update memberships set until = '2026-11-01' where person_id in ('bram@voorbeeld.example', 'saar@voorbeeld.example')"), args![])).await.unwrap();
        answer(&noor, &thread, 4, "Zonder Bram").await;
        assert_eq!(world.waiting("thread-message").await, 0);
        world.house.advance(HOUR * 22);
        assert_eq!(names(&morning(&world).await), ["thea"], "of both places together");
        let letter = world.house.mailbox.letters().pop().unwrap();
        assert!(letter.text.contains("(Groep 4)") && letter.text.contains("(Leren)"), "{}", letter.text);
    }

    async fn a_sensitive_programme_mails_nothing_but_a_link(db) {
        let world = world(&db).await;
        make_sensitive(&db).await;
        choose(&world, "bram", "/groups/g", "each").await;
        let noor = enter(&world, "noor").await;
        let before = world.house.mailbox.letters().len();
        open(&noor, "/groups/g", 1).await;
        world.house.deliver().await;
        world.house.advance(HOUR * 22);
        assert_eq!(names(&morning(&world).await), ["saar", "thea"]);
        for letter in world.house.mailbox.letters().iter().skip(before) {
            let all = format!("{} {}", letter.subject, letter.text);
            for word in ["Een vraag", "Wie weet", "Groep 4", "Leren", "noor"] {
                assert!(!all.contains(word), "{word}: {all}");
            }
        }
    }
}
