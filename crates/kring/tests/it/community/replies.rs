//! Answering in a thread by mail, through the command that a mail server calls.

use jiff::SignedDuration;
use store::{MIGRATIONS, args, sql};

use super::{count, enter, open, world};
use crate::browser::House;
use crate::calendar::answers::{address, receive};
use crate::calendar::world::World;

/// The command reads the clock of the machine: these addresses still work when it does.
const LATER: SignedDuration = SignedDuration::from_hours(72 * 365 * 24);

const POSTED: &str = "Noted: an answer in a conversation.\n";
const STRANGER: &str = "This answer does not come from somebody who was invited; nothing was changed.\n";
const NOTHING: &str = "There is nothing in this mail that Kring does anything with.\n";

/// Whoever wants each message gets an address to answer to.
async fn eager(world: &World, name: &str) {
    let browser = enter(world, name).await;
    let chosen = browser.post("/groups/g/threads/mail", "manner=each").await;
    assert_eq!(chosen.status, 303);
}

/// Where the newest mail to somebody is answered.
fn reply_to(world: &World, name: &str) -> Option<String> {
    let mail = format!("{name}@voorbeeld.example");
    let letters = world.house.mailbox.letters();
    letters
        .iter()
        .rev()
        .find(|letter| letter.to == mail)
        .unwrap()
        .reply_to
        .clone()
}

fn answer(from: &str, to: &str, number: u32, text: &str) -> String {
    format!(
        "From: Iemand <{from}@voorbeeld.example>\nTo: {to}\nMessage-ID: <{number}@voorbeeld.example>\nSubject: Re: Een vraag\n\
         Content-Type: text/plain; charset=utf-8\n\n{text}\n\nOp ma 23 nov. 2026 om 10:00 schreef Kring:\n> Wie weet dit?\n"
    )
}

store::both_engines! {
    MIGRATIONS;

    async fn an_answer_by_mail_stands_in_the_thread_once(db) {
        let house = House::with(&db, "mail_reply_to = 'kring@voorbeeld.example'");
        let world = {
            world(&db).await;
            World { house }
        };
        world.house.advance(LATER);
        eager(&world, "bram").await;
        eager(&world, "saar").await;
        let (noor, thea) = (enter(&world, "noor").await, enter(&world, "thea").await);
        let thread = open(&noor, "/groups/g", 1).await;
        world.house.deliver().await;
        let (brams, saars) = (reply_to(&world, "bram").unwrap(), reply_to(&world, "saar").unwrap());
        assert_ne!(brams, saars);
        let database = address(&db);
        let hand_over = |mail: String| receive(&database, &mail).1;
        for _ in 0..2 {
            assert_eq!(hand_over(answer("bram", &brams, 1, "Ik weet dit.")), POSTED);
        }
        assert_eq!(count(&db).await, 2, "handed over twice, posted once");
        let page = noor.get(&thread).await;
        assert!(page.text().contains("Ik weet dit.") && !page.text().contains("23 nov. 2026 om"), "{}", page.text());
        assert_eq!(world.waiting("thread-message").await, 1, "Saar hears of it, Bram not");
        world.house.deliver().await;

        // Nobody answers for somebody else, nor with an address that was made up.
        assert_eq!(hand_over(answer("vreemd", &brams, 2, "Ik ook.")), STRANGER);
        assert_eq!(hand_over(answer("saar", &brams, 3, "Ik ook.")), STRANGER);
        let made_up = format!("kring+{}@voorbeeld.example", "0".repeat(40));
        assert_eq!(hand_over(answer("bram", &made_up, 4, "Ik ook.")), STRANGER);
        assert_eq!(hand_over(answer("bram", &brams, 5, "")), NOTHING);
        let away = answer("bram", &brams, 6, "Ik ben er niet.").replace("Subject:", "Auto-Submitted: auto-replied\nSubject:");
        assert_eq!(hand_over(away), NOTHING);
        assert_eq!(count(&db).await, 2);

        // What cannot be posted goes back.
        assert_eq!(thea.post(&format!("{thread}/closure"), "do=close").await.status, 303);
        for _ in 0..2 {
            let said = hand_over(answer("bram", &brams, 7, "Mijn lange verhaal."));
            assert_eq!(said, "The answer could not be posted and goes back to its writer.\n");
        }
        assert_eq!(world.waiting("thread-returned").await, 1);
        thea.post(&format!("{thread}/closure"), "do=open").await;
        world.house.deliver().await;
        hand_over(answer("bram", &brams, 8, &"x".repeat(4_001)));
        assert_eq!(world.waiting("thread-returned").await, 1);

        // Whoever left writes no more.
        db.write(|tx| tx.run(sql!("update memberships set until = '2026-11-01' where person_id = 'bram@voorbeeld.example'"), args![])).await.unwrap();
        assert_eq!(hand_over(answer("bram", &brams, 9, "Nog iets.")), STRANGER);
        assert_eq!(count(&db).await, 2);

        // Addresses end.
        world.house.advance(SignedDuration::from_hours(91 * 24));
        world.house.app.sweep().await.unwrap();
        let left: i64 = db.read(|tx| tx.one(sql!("select count(*) from thread_addresses"), args![])).await.unwrap();
        assert_eq!(left, 0);
    }

    async fn nobody_is_asked_to_answer_by_mail_where_that_leads_nowhere(db) {
        let world = world(&db).await;
        eager(&world, "bram").await;
        let noor = enter(&world, "noor").await;
        open(&noor, "/groups/g", 1).await;
        world.house.deliver().await;
        assert_eq!(reply_to(&world, "bram"), None, "it is not set up");

        let house = House::with(&db, "mail_reply_to = 'kring@voorbeeld.example'");
        let world = World { house };
        db.write(|tx| tx.run(sql!("update programmes set is_sensitive = true"), args![])).await.unwrap();
        let noor = enter(&world, "noor").await;
        open(&noor, "/groups/g", 2).await;
        world.house.deliver().await;
        assert_eq!(reply_to(&world, "bram"), None, "a sensitive programme");
    }
}
