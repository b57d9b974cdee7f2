//! Somebody who speaks at one meeting: asked by mail, told once of every change, let into that meeting and nothing else.

use jiff::SignedDuration;
use kring::post::Letter;
use store::{MIGRATIONS, args, sql};

use crate::browser::Browser;
use crate::calendar::world::{World, values};
use crate::site::texts;

const DAY: SignedDuration = SignedDuration::from_hours(24);
const MAIL: &str = "samira@buiten.example";
const PDF: &[u8] = b"%PDF-1.7\nx";

/// The form for Samira, with the key of the page.
async fn wish(browser: &Browser, path: &str) -> String {
    let key = values(&browser.get(path).await.page(), "#form input[name=key]").remove(0);
    format!("key={key}&name=Samira&mail={MAIL}&language=nl&subject=Eten bij diabetes&from=20%3A00&minutes=30")
}

/// A meeting of which everybody has heard.
async fn planned(world: &World) -> String {
    let meeting = world.plan("2026-12-15").await;
    world.house.deliver().await;
    meeting
}

/// Asks Samira to speak at a meeting.
async fn ask(browser: &Browser, meeting: &str) {
    let path = format!("/meetings/{meeting}/speakers");
    let asked = browser.post(&path, &wish(browser, &path).await).await;
    assert_eq!(asked.status, 303, "{}", asked.text());
}

/// The mails to Samira, the oldest first.
fn letters(world: &World) -> Vec<Letter> {
    let all = world.house.mailbox.letters().into_iter();
    all.filter(|letter| letter.to == MAIL).collect()
}

/// The path of the link in a mail.
fn link(world: &World, letter: &Letter) -> String {
    let line = letter
        .text
        .lines()
        .find(|line| line.contains("/speaker/"))
        .unwrap();
    line.strip_prefix(&world.house.app.config.address)
        .unwrap()
        .to_owned()
}

/// The clock stands still in these tests, so what was added later need not stand later.
fn sorted(mut texts: Vec<String>) -> Vec<String> {
    texts.sort();
    texts
}

fn file(letter: &Letter) -> String {
    letter.calendar.as_ref().unwrap().file.replace("\r\n ", "")
}

store::both_engines! {
    MIGRATIONS;

    async fn somebody_is_asked_once_and_sees_that_meeting_without_signing_in(db) {
        let world = World::new(&db).await;
        let meeting = planned(&world).await;
        let coach = world.house.signed_in("thea@voorbeeld.example").await;
        let path = format!("/meetings/{meeting}/speakers");
        let wish = wish(&coach, &path).await;
        for _ in 0..2 {
            assert_eq!(coach.post(&path, &wish).await.status, 303);
        }
        assert_eq!(world.house.deliver().await, 1);
        let letter = letters(&world).remove(0);
        for expected in [
            "Je bent uitgenodigd om te spreken bij Bijeenkomst (Groep 4).",
            "dinsdag 15 december 2026, 20:00–20:30 uur",
            "Onderwerp: Eten bij diabetes",
        ] {
            assert!(letter.text.contains(expected), "{expected}\n{}", letter.text);
        }
        assert!(file(&letter).contains("DTSTART;TZID=Europe/Amsterdam:20261215T200000"), "{}", file(&letter));

        let samira = world.house.browser();
        let own = link(&world, &letter);
        let page = samira.get(&own).await;
        assert_eq!(page.status, 200);
        assert!(page.text().contains("De Linde") && page.text().contains("Eten bij diabetes"), "{}", page.text());
        for inside in ["noor", "bram", "thea"] {
            assert!(!page.text().contains(inside), "{inside}");
        }
        // Looking is no answer; the button is.
        assert!(coach.get(&path).await.text().contains("nog geen antwoord"));
        assert_eq!(samira.post(&own, "comes=yes").await.status, 303);
        assert!(texts(&coach.get(&path).await.page(), ".paper-list strong").contains(&"komt".to_owned()));
        assert_eq!(samira.post(&own, "comes=no&reason=").await.status, 303);
        assert!(coach.get(&path).await.text().contains("kan niet"));
        // The link is no way to sign in.
        for closed in [format!("/meetings/{meeting}"), "/my".to_owned(), path.clone()] {
            assert_eq!(samira.get(&closed).await.status, 303, "{closed}");
        }
        for wrong in ["/speaker/0000", &format!("/speaker/{}", "0".repeat(64))] {
            assert_eq!(samira.get(wrong).await.status, 404);
        }
        // A link of somebody of the group is none of a speaker.
        let reply = world.reply_link("noor@voorbeeld.example").replace("/reply/", "/speaker/");
        assert_eq!(samira.get(&reply).await.status, 404);
        // Whoever reads the page of the meeting reads who speaks about what; a member asks nobody.
        let noor = world.house.signed_in("noor@voorbeeld.example").await;
        assert!(noor.get(&format!("/meetings/{meeting}")).await.text().contains("Eten bij diabetes"));
        assert_eq!(noor.get(&path).await.status, 404);
        assert_eq!(noor.post(&path, &wish).await.status, 404);
    }

    async fn whoever_belongs_already_is_not_asked_and_everything_wrong_is_said(db) {
        let world = World::new(&db).await;
        let meeting = planned(&world).await;
        let wietske = world.house.signed_in("wietske@voorbeeld.example").await;
        let path = format!("/meetings/{meeting}/speakers");
        let good = wish(&wietske, &path).await;
        let wrong = good.replace("name=Samira", "name=").replace(MAIL, "samira").replace("from=20%3A00", "from=22%3A00");
        let refused = wietske.post(&path, &wrong).await;
        assert_eq!(refused.status, 422);
        for field in ["#name-problem", "#mail-problem", "#from-problem"] {
            assert!(!refused.first(field).is_empty(), "{field}");
        }
        assert!(refused.text().contains("value=\"Eten bij diabetes\""));
        for (who, said) in [("noor", "staat al op de lijst"), ("wietske", "organiseert het programma")] {
            let refused = wietske.post(&path, &good.replace(MAIL, &format!("{who}@voorbeeld.example"))).await;
            assert_eq!(refused.status, 422, "{who}");
            assert!(refused.first("#mail-problem").contains(said), "{}", refused.text());
        }
        assert_eq!(wietske.post(&path, &good).await.status, 303);
        // Once more with another form: they were asked.
        let again = wietske.post(&path, &wish(&wietske, &path).await).await;
        assert_eq!(again.status, 422);
    }

    async fn moving_and_cancelling_tell_a_speaker_once(db) {
        let world = World::new(&db).await;
        let meeting = planned(&world).await;
        let coach = world.house.signed_in("thea@voorbeeld.example").await;
        ask(&coach, &meeting).await;
        world.house.deliver().await;
        let moved = "title=Bijeenkomst&date=2026-12-22&time=19%3A00&minutes=90&place=Elders&online=&directions=&seen=0";
        assert_eq!(coach.post(&format!("/meetings/{meeting}/date"), moved).await.status, 303);
        world.house.deliver().await;
        let told = letters(&world);
        assert_eq!(told.len(), 2);
        assert!(told[1].subject.starts_with("Gewijzigd"), "{}", told[1].subject);
        // Their own part moves along.
        let changed = file(&told[1]);
        assert!(changed.contains("20261222T193000") && changed.contains("SEQUENCE:1"), "{changed}");
        assert!(world.house.browser().get(&link(&world, &told[0])).await.text().contains("Elders"));
        let cancellation = format!("/meetings/{meeting}/cancellation");
        for _ in 0..2 {
            assert_eq!(coach.post(&cancellation, "because=Ziek").await.status, 303);
        }
        world.house.deliver().await;
        let told = letters(&world);
        assert_eq!(told.len(), 3);
        assert!(file(&told[2]).contains("METHOD:CANCEL"), "{}", file(&told[2]));
        world.house.advance(DAY * 40);
        assert_eq!(world.house.deliver().await, 0);
    }

    async fn another_part_is_told_once_and_two_who_change_it_do_not_undo_each_other(db) {
        let world = World::new(&db).await;
        let meeting = planned(&world).await;
        let coach = world.house.signed_in("thea@voorbeeld.example").await;
        ask(&coach, &meeting).await;
        world.house.deliver().await;
        let list = format!("/meetings/{meeting}/speakers");
        let href = {
            let page = coach.get(&list).await.page();
            let links = scraper::Selector::parse(".paper-list a").unwrap();
            page.select(&links).next().unwrap().value().attr("href").unwrap().split('#').next().unwrap().to_owned()
        };
        let page = coach.get(&href).await.page();
        assert_eq!(values(&page, "#from"), ["20:00"]);
        let person = values(&page, "#form input[name=person]").remove(0);
        let change = |subject: &str| format!("person={person}&seen=0&subject={subject}&from=20%3A15&minutes=30");
        for _ in 0..2 {
            assert_eq!(coach.post(&format!("{list}/change"), &change("Koken")).await.status, 303);
        }
        let late = coach.post(&format!("{list}/change"), &change("Bewegen")).await;
        assert_eq!(late.status, 409);
        assert!(late.text().contains("value=\"Bewegen\"") && late.text().contains("Koken"), "{}", late.text());
        let wrong = coach.post(&format!("{list}/change"), &change("Bewegen").replace("minutes=30", "minutes=")).await;
        assert_eq!(wrong.status, 422);
        world.house.deliver().await;
        let told = letters(&world);
        assert_eq!(told.len(), 2);
        assert!(file(&told[1]).contains("20261215T201500") && file(&told[1]).contains("SEQUENCE:1"), "{}", file(&told[1]));
        assert!(told[1].text.contains("Onderwerp: Koken"), "{}", told[1].text);
    }

    async fn an_invitation_is_taken_back_and_given_again(db) {
        let world = World::new(&db).await;
        let meeting = planned(&world).await;
        let coach = world.house.signed_in("thea@voorbeeld.example").await;
        ask(&coach, &meeting).await;
        world.house.deliver().await;
        let waiting = world.waiting("reminder").await;
        let old = link(&world, &letters(&world)[0]);
        let list = format!("/meetings/{meeting}/speakers");
        let person = values(&coach.get(&list).await.page(), "input[name=person]").remove(0);
        for _ in 0..2 {
            assert_eq!(coach.post(&format!("{list}/withdrawal"), &format!("person={person}")).await.status, 303);
        }
        world.house.deliver().await;
        let told = letters(&world);
        assert_eq!(told.len(), 2);
        let off = file(&told[1]);
        assert!(off.contains("METHOD:CANCEL") && off.contains("SEQUENCE:1"), "{off}");
        assert_eq!(world.house.browser().get(&old).await.status, 404);
        assert_eq!(world.waiting("reminder").await, waiting - 2);
        let listed: i64 = db
            .read(|tx| tx.one(sql!("select count(*) from attendance where role = 'speaker'"), args![]))
            .await
            .unwrap();
        assert_eq!(listed, 0);
        ask(&coach, &meeting).await;
        world.house.deliver().await;
        let told = letters(&world);
        assert!(told.len() == 3 && file(&told[2]).contains("SEQUENCE:2"), "{}", file(&told[2]));
        assert_eq!(world.house.browser().get(&link(&world, &told[2])).await.status, 200);
    }

    async fn the_link_leads_into_the_room_of_that_meeting_only(db) {
        let world = World::new(&db).await;
        let meeting = planned(&world).await;
        let coach = world.house.signed_in("thea@voorbeeld.example").await;
        ask(&coach, &meeting).await;
        world.house.deliver().await;
        let own = link(&world, &letters(&world)[0]);
        let (samira, room) = (world.house.browser(), format!("/room/{meeting}"));
        assert_eq!(samira.post(&format!("{own}/entrance"), "").await.status, 403, "not yet");
        // Twenty minutes past seven in the evening.
        world.house.advance(DAY * 22 + SignedDuration::from_mins(9 * 60 + 20));
        assert_eq!(samira.get(&room).await.status, 303, "looking at nothing lets nobody in");
        let let_in = samira.post(&format!("{own}/entrance"), "").await;
        assert_eq!(let_in.header("location"), Some(room.as_str()), "{}", let_in.text());
        assert_eq!(samira.get(&room).await.status, 200);
        assert_eq!(samira.get("/my").await.status, 303, "nobody is signed in by that");
        // The facilitator opens it; the speaker takes a seat as a speaker.
        assert_eq!(coach.post(&format!("{room}/opening"), "").await.status, 303);
        assert_eq!(samira.post(&format!("{room}/seat"), "place=room").await.status, 303);
        let inside = samira.get(&room).await;
        assert!(inside.status == 200 && inside.text().contains("Samira"), "{}", inside.text());
        assert!(coach.get(&room).await.text().contains("Samira"));
        // Taken back, it is shut after half a minute at the latest.
        let list = format!("/meetings/{meeting}/speakers");
        let person = values(&coach.get(&list).await.page(), "input[name=person]").remove(0);
        assert_eq!(coach.post(&format!("{list}/withdrawal"), &format!("person={person}")).await.status, 303);
        world.house.advance(SignedDuration::from_secs(31));
        assert_eq!(samira.get(&room).await.status, 303);
    }

    async fn a_speaker_reads_and_brings_papers_under_their_link(db) {
        let world = World::new(&db).await;
        let meeting = planned(&world).await;
        let coach = world.house.signed_in("thea@voorbeeld.example").await;
        ask(&coach, &meeting).await;
        world.house.deliver().await;
        let papers = format!("/meetings/{meeting}/papers");
        for (title, for_speakers) in [("Van de groep", ""), ("Voor de spreker", "yes")] {
            let key = values(&coach.get(&papers).await.page(), "input[name=key]").remove(0);
            let mut fields = vec![("key", key.as_str()), ("title", title), ("link", "")];
            if !for_speakers.is_empty() {
                fields.push(("for_speakers", for_speakers));
            }
            assert_eq!(coach.upload_named(&papers, &fields, Some(("a.pdf", PDF))).await.status, 303);
        }
        let own = link(&world, &letters(&world)[0]);
        let samira = world.house.browser();
        let page = samira.get(&own).await;
        assert_eq!(texts(&page.page(), ".paper-list a"), ["Voor de spreker"]);
        let ids: Vec<String> = db
            .read(|tx| tx.all(sql!("select id from papers order by for_speakers, id"), args![]))
            .await
            .unwrap();
        assert_eq!(samira.get(&format!("{own}/papers/{}", ids[0])).await.status, 404);
        assert_eq!(samira.get(&format!("{own}/papers/{}", ids[1])).await.body, PDF);
        assert_eq!(samira.post(&format!("{own}/papers/{}/removal", ids[1]), "").await.status, 404);

        let key = values(&page.page(), "input[name=key]").remove(0);
        let fields = [("key", key.as_str()), ("title", "Mijn dia's"), ("link", "")];
        let refused = samira.upload_named(&format!("{own}/papers"), &fields, Some(("a.pdf", b"nee"))).await;
        assert_eq!(refused.status, 422);
        for _ in 0..2 {
            let added = samira.upload_named(&format!("{own}/papers"), &fields, Some(("a.pdf", PDF))).await;
            assert_eq!(added.status, 303, "{}", added.text());
        }
        let noor = world.house.signed_in("noor@voorbeeld.example").await;
        let seen = noor.get(&format!("/meetings/{meeting}")).await;
        assert_eq!(sorted(texts(&seen.page(), "#papers li")), ["Mijn dia's", "Van de groep", "Voor de spreker"]);
        // Signed in with their own address, they read the same and no more.
        let signed_in = world.house.signed_in(MAIL).await;
        let seen = signed_in.get(&format!("/meetings/{meeting}")).await;
        assert_eq!(sorted(texts(&seen.page(), "#papers li")), ["Mijn dia's", "Voor de spreker"]);
        assert_eq!(signed_in.get(&format!("/papers/{}", ids[0])).await.status, 404);
        let own_paper: String = db
            .read(|tx| tx.one(sql!("select id from papers where title = 'Mijn dia''s'"), args![]))
            .await
            .unwrap();
        assert_eq!(samira.post(&format!("{own}/papers/{own_paper}/removal"), "").await.status, 303);
        assert_eq!(texts(&samira.get(&own).await.page(), ".paper-list a"), ["Voor de spreker"]);
    }
}
