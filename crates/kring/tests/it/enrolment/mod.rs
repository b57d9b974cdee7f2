//! Enrolment: applying without an account, deciding with the mail in sight, and a waiting list in which nobody waits while a place
//! is free.

mod world;

use jiff::SignedDuration;
use store::{MIGRATIONS, args, sql};

use crate::pages::check;
use crate::site::texts;
use world::{ANSWERS, World, key, line, version};

store::both_engines! {
    MIGRATIONS;

    async fn pressing_twice_is_applying_once(db) {
        let world = World::new(&db).await;
        let browser = world.house.browser();
        let page = browser.get("/p/leren/apply").await.page();
        assert_eq!(check(&page, "nl"), [""; 0]);
        let form = format!("key={}&name=Noor&mail=Noor@Voorbeeld.example{ANSWERS}", key(&page));
        for _ in 0..2 {
            let reply = browser.post("/p/leren/apply", &form).await;
            assert_eq!(reply.header("location"), Some("/p/leren/applied"), "{}", reply.text());
        }
        assert_eq!(world.house.deliver().await, 1);
        assert_eq!(world.standing().await, ["Noor applied"]);
        // With a new form the answer on the page is the same; only the mail tells that the first one stands.
        let page = browser.get("/p/leren/apply").await.page();
        let again = format!("key={}&name=Anders&mail=noor@voorbeeld.example{ANSWERS}", key(&page));
        let reply = browser.post("/p/leren/apply", &again).await;
        assert_eq!(reply.header("location"), Some("/p/leren/applied"));
        assert_eq!(world.house.deliver().await, 1);
        assert_eq!(world.standing().await, ["Noor applied"]);
        assert_eq!(world.mail("noor").0, "Je had je al aangemeld voor Leren");
        let applied = browser.get("/p/leren/applied").await.page();
        assert_eq!(check(&applied, "nl"), [""; 0]);
    }

    async fn what_was_typed_is_still_there_beside_what_is_wrong(db) {
        let world = World::new(&db).await;
        let browser = world.house.browser();
        let page = browser.get("/p/leren/apply").await.page();
        let form = format!(
            "key={}&name=Noor&mail=noor&q-1=&q-2=Praktijk Kwelder&q-3=123&q-3-register=big&q-4-5=tue-evening",
            key(&page)
        );
        let reply = browser.post("/p/leren/apply", &form).await;
        assert_eq!(reply.status, 422);
        let page = reply.page();
        assert_eq!(check(&page, "nl"), [""; 0]);
        assert_eq!(texts(&page, ".field-problem").len(), 3, "{:?}", texts(&page, ".field-problem"));
        let kept = "#name[value=Noor], #mail[value=noor], [id=q-2][value='Praktijk Kwelder'], [id=q-3][value='123'], \
                    [value=big][selected], [value=tue-evening][checked]";
        let selector = scraper::Selector::parse(kept).unwrap();
        assert_eq!(page.select(&selector).count(), 6, "{}", reply.text());
        assert_eq!(world.standing().await, [""; 0]);
        assert_eq!(world.house.deliver().await, 0);
    }

    async fn an_application_is_followed_and_taken_back_without_an_account(db) {
        let world = World::new(&db).await;
        let link = world.apply("noor").await;
        let browser = world.house.browser();
        let page = browser.get(&link).await.page();
        assert_eq!(check(&page, "nl"), [""; 0]);
        assert!(texts(&page, ".answers dd").contains(&"Praktijk Kwelder".to_owned()));
        assert_eq!(world.standing().await, ["noor applied"], "opening it changes nothing");
        for _ in 0..2 {
            assert_eq!(browser.post(&format!("{link}/withdrawal"), "").await.status, 303);
        }
        assert_eq!(world.standing().await, ["noor withdrawn"]);
        assert_eq!(world.house.deliver().await, 1, "told once");
        world.apply("noor").await;
        assert_eq!(world.standing().await, ["noor withdrawn", "noor applied"]);
        let unknown = format!("/applications/{}", "0".repeat(64));
        assert_eq!(browser.get(&unknown).await.status, 404);
        assert_eq!(browser.get("/applications/x").await.status, 404);
    }

    async fn an_organiser_sees_the_mail_before_it_goes(db) {
        let world = World::new(&db).await;
        world.apply("noor").await;
        let organiser = world.organiser().await;
        let path = world.path(&organiser, "noor").await;
        assert_eq!(check(&organiser.get(&path).await.page(), "nl"), [""; 0]);
        let empty = organiser.post(&path, "decision=refuse&reason= &do=look").await;
        assert_eq!(empty.status, 422);
        assert_eq!(texts(&empty.page(), "#reason-problem").len(), 1);
        let looked = organiser.post(&path, "decision=refuse&reason=De groep is voor POH’s.&do=look").await;
        assert_eq!(looked.status, 200);
        let preview = texts(&looked.page(), ".mail-preview pre").concat();
        assert!(preview.contains("De groep is voor POH’s."), "{preview}");
        assert_eq!(world.standing().await, ["noor applied"], "only looked at");
        assert_eq!(world.house.deliver().await, 0);
        let sent = organiser.post(&path, "decision=refuse&reason=De groep is voor POH’s.&do=send").await;
        assert_eq!(sent.status, 303);
        assert_eq!(world.house.deliver().await, 1);
        assert!(world.mail("noor").1.contains("De groep is voor POH’s."));
        assert_eq!(world.standing().await, ["noor refused"]);
        // Deciding once more does nothing.
        organiser.post(&path, "decision=admit&do=send").await;
        assert_eq!(world.standing().await, ["noor refused"]);
        assert_eq!(world.house.deliver().await, 0);
    }

    async fn who_is_admitted_has_a_profile_and_a_place(db) {
        let world = World::new(&db).await;
        let browser = world.house.browser();
        let page = browser.get("/p/leren/apply").await.page();
        let form = format!(
            "key={}&name=Noor&mail=noor@voorbeeld.example&q-1=huisarts&q-2=Praktijk Kwelder&q-3=BIG 01234567890\
             &q-3-register=big&q-4-5=tue-evening",
            key(&page)
        );
        assert_eq!(browser.post("/p/leren/apply", &form).await.status, 303);
        world.house.deliver().await;
        let organiser = world.organiser().await;
        world.decide(&organiser, "Noor", "admit").await;
        assert_eq!(world.mail("noor").0, "Je doet mee: Leren");
        let told: (String, String, String, String, String) = db
            .read(|tx| {
                tx.one(
                    sql!(
                        "select w.job, o.name, r.register, r.number, f.half_day
                         from people p
                         join positions w on w.person_id = p.id
                         join organisations o on o.id = w.organisation_id
                         join registrations r on r.person_id = p.id
                         join free_half_days f on f.person_id = p.id
                         where p.mail = 'noor@voorbeeld.example'"
                    ),
                    args![],
                )
            })
            .await
            .unwrap();
        let (job, work, register, number, free) = told;
        assert_eq!([job, work, register, number, free], ["huisarts", "Praktijk Kwelder", "big", "01234567890", "tue-evening"]);
        let noor = world.house.signed_in("noor@voorbeeld.example").await;
        assert!(noor.get("/my").await.text().contains("/programmes/p"));
        assert_eq!(noor.get("/programmes/p").await.status, 200);
    }

    async fn whoever_waits_moves_up_when_somebody_leaves(db) {
        let world = World::new(&db).await;
        for name in ["noor", "bram", "saar"] {
            world.apply(name).await;
        }
        let organiser = world.organiser().await;
        for name in ["noor", "bram", "saar"] {
            world.decide(&organiser, name, "admit").await;
        }
        assert_eq!(world.standing().await, ["noor admitted", "bram waiting", "saar waiting"]);
        assert!(world.mail("saar").1.contains("Er staat één ander voor je"), "{}", world.mail("saar").1);
        let page = organiser.get("/programmes/p/applications").await.page();
        assert_eq!(check(&page, "nl"), [""; 0]);
        assert_eq!(line(&page), ["bram", "saar"]);
        let path = world.path(&organiser, "saar").await;
        organiser.post(&format!("{path}/position"), "do=up").await;
        assert_eq!(line(&organiser.get("/programmes/p/applications").await.page()), ["saar", "bram"]);
        // Somebody who takes part leaves from the page of the programme.
        let noor = world.house.signed_in("noor@voorbeeld.example").await;
        let page = noor.get("/programmes/p/departure").await.page();
        assert_eq!(check(&page, "nl"), [""; 0]);
        assert_eq!(noor.post("/programmes/p/departure", "").await.header("location"), Some("/my"));
        world.house.deliver().await;
        assert_eq!(world.standing().await, ["noor withdrawn", "bram waiting", "saar admitted"]);
        assert_eq!(world.mail("saar").0, "Je doet mee: Leren");
        assert_eq!(noor.get("/programmes/p/departure").await.status, 404, "has left");
        // More room, and the next one moves up at once.
        world.set(&organiser, "capacity=2&waiting=promote&hours=72").await;
        assert_eq!(world.standing().await, ["noor withdrawn", "bram admitted", "saar admitted"]);
        assert_eq!(world.mail("bram").0, "Je doet mee: Leren");
    }

    async fn a_place_that_is_not_taken_in_time_goes_to_the_next(db) {
        let world = World::new(&db).await;
        for name in ["noor", "bram", "saar"] {
            world.apply(name).await;
        }
        let organiser = world.organiser().await;
        world.set(&organiser, "capacity=1&waiting=offer&hours=48").await;
        for name in ["noor", "bram", "saar"] {
            world.decide(&organiser, name, "admit").await;
        }
        let noor = world.link("noor");
        let browser = world.house.browser();
        browser.post(&format!("{noor}/withdrawal"), "").await;
        world.house.deliver().await;
        assert_eq!(world.standing().await, ["noor withdrawn", "bram offered", "saar waiting"]);
        let (subject, text) = world.mail("bram");
        assert_eq!(subject, "Er is een plaats vrij: Leren");
        assert!(text.contains("woensdag 25 november, 10:00"), "{text}");
        let late = world.link("bram");
        world.house.advance(SignedDuration::from_hours(48));
        browser.post(&format!("{late}/acceptance"), "").await;
        assert_eq!(world.standing().await, ["noor withdrawn", "bram offered", "saar waiting"], "too late");
        world.house.app.sweep().await.unwrap();
        world.house.deliver().await;
        assert_eq!(world.standing().await, ["noor withdrawn", "bram lapsed", "saar offered"]);
        assert_eq!(world.mail("bram").0, "De plaats is doorgegeven: Leren");
        let link = world.link("saar");
        let page = browser.get(&link).await.page();
        assert_eq!(check(&page, "nl"), [""; 0]);
        browser.post(&format!("{link}/acceptance"), "").await;
        assert_eq!(world.standing().await, ["noor withdrawn", "bram lapsed", "saar admitted"]);
        world.house.app.sweep().await.unwrap();
        world.house.deliver().await;
        assert_eq!(world.mail("saar").0, "Je doet mee: Leren");
    }

    async fn nobody_applies_too_late(db) {
        let world = World::new(&db).await;
        let organiser = world.organiser().await;
        world.set(&organiser, "until=2026-11-23&capacity=&waiting=promote&hours=72").await;
        let browser = world.house.browser();
        let page = browser.get("/p/leren/apply").await.page();
        let form = format!("key={}&name=Noor&mail=noor@voorbeeld.example{ANSWERS}", key(&page));
        // Monday evening is still the last day there.
        world.house.advance(SignedDuration::from_hours(13));
        assert_eq!(browser.post("/p/leren/apply", &form).await.status, 303);
        world.house.advance(SignedDuration::from_hours(1));
        assert_eq!(browser.post("/p/leren/apply", &form).await.status, 403);
        let closed = browser.get("/p/leren/apply").await;
        assert!(closed.text().contains("Aanmelden kan niet meer"), "{}", closed.text());
        assert!(!browser.get("/p/leren").await.text().contains("Meld je aan"));
    }

    async fn an_organiser_builds_the_form(db) {
        let world = World::new(&db).await;
        let organiser = world.organiser().await;
        let here = "/programmes/p/enrolment";
        let page = organiser.get(&format!("{here}/questions/new?kind=choice")).await.page();
        assert_eq!(check(&page, "nl"), [""; 0]);
        let first = version(&page);
        let wrong = organiser
            .post(&format!("{here}/questions/5"), &format!("version={first}&kind=choice&nl=&replies=a"))
            .await;
        assert_eq!(wrong.status, 422);
        assert_eq!(texts(&wrong.page(), ".field-problem").len(), 2);
        let choice = format!("version={first}&kind=choice&nl=Eerder meegedaan?&required=yes&replies=ja%0Anee&replies_en=yes%0Ano");
        for _ in 0..2 {
            let put = organiser.post(&format!("{here}/questions/5"), &choice).await;
            assert_eq!(put.status, 303, "{}", put.text());
        }
        let page = organiser.get(&format!("{here}/questions/new?kind=text")).await.page();
        let after = format!("version={}&kind=text&nl=Wat leerde je?&required=yes&when-0=yes", version(&page));
        assert_eq!(organiser.post(&format!("{here}/questions/6"), &after).await.status, 303);
        let list = organiser.get(here).await.page();
        assert_eq!(check(&list, "nl"), [""; 0]);
        let told = "Lang antwoord · Alleen als ‘Eerder meegedaan?’ is ‘ja’.";
        assert!(texts(&list, ".question-lines .small").contains(&told.to_owned()), "{:?}", texts(&list, ".question-lines"));
        // Somebody with an old page changes nothing unseen.
        let late = organiser.post(&format!("{here}/questions/6"), &format!("version={first}&kind=text&nl=Anders")).await;
        assert_eq!(late.status, 409);
        let old = format!("version={first}&do=up");
        organiser.post(&format!("{here}/questions/6/position"), &old).await;
        assert_eq!(texts(&organiser.get(here).await.page(), ".question-lines a").last().unwrap(), "Wat leerde je?");
        let preview = organiser.get(&format!("{here}/preview")).await.page();
        assert_eq!(check(&preview, "nl"), [""; 0]);
        // Without script both stand there; the server judges by the answer.
        let browser = world.house.browser().with("accept-language", "en");
        let page = browser.get("/p/leren/apply").await.page();
        assert_eq!(check(&page, "en"), [""; 0]);
        assert_eq!(texts(&page, ".condition"), ["Only if ‘Eerder meegedaan?’ is ‘yes’."]);
        let form = |reply: &str| format!("key={}&name=N&mail=n@voorbeeld.example{ANSWERS}&q-5={reply}&q-6=", key(&page));
        assert_eq!(browser.post("/p/leren/apply", &form("ja")).await.status, 422);
        assert_eq!(browser.post("/p/leren/apply", &form("nee")).await.status, 303);
    }

    async fn every_page_of_enrolment_as_everybody(db) {
        let world = World::new(&db).await;
        world.apply("noor").await;
        let organiser = world.organiser().await;
        world.decide(&organiser, "noor", "admit").await;
        let path = world.path(&organiser, "noor").await;
        let (other, member, visitor) = (
            world.house.signed_in("jasper@voorbeeld.example").await,
            world.house.signed_in("noor@voorbeeld.example").await,
            world.house.browser(),
        );
        let pages = [
            "/programmes/p/enrolment",
            "/programmes/p/enrolment/preview",
            "/programmes/p/enrolment/questions/1",
            "/programmes/p/enrolment/questions/99",
            "/programmes/p/applications",
            &path,
            // The same person under a programme that is somebody else's.
            &path.replace("/p/", "/other/"),
            "/programmes/p/departure",
        ];
        let posts = [
            "/programmes/p/enrolment",
            "/programmes/p/enrolment/questions/1",
            "/programmes/p/enrolment/questions/1/position",
            "/programmes/p/enrolment/questions/1/removal",
            &path,
            &format!("{path}/position"),
        ];
        let mut table = Vec::new();
        for (name, walker) in [("organiser", &organiser), ("other", &other), ("member", &member), ("visitor", &visitor)] {
            let mut row = vec![name.to_owned()];
            for page in pages {
                row.push(walker.get(page).await.status.as_u16().to_string());
            }
            row.push("|".to_owned());
            for post in posts {
                row.push(walker.post(post, "").await.status.as_u16().to_string());
            }
            table.push(row.join(" "));
        }
        let expected = [
            "organiser 200 200 200 404 200 200 404 404 | 422 422 303 303 400 303",
            "other 404 404 404 404 404 404 404 404 | 404 404 404 404 404 404",
            "member 404 404 404 404 404 404 404 200 | 404 404 404 404 404 404",
            "visitor 303 303 303 303 303 303 303 303 | 303 303 303 303 303 303",
        ];
        assert_eq!(table, expected);
        assert_eq!(world.standing().await, ["noor admitted"]);
    }
}
