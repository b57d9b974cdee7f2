//! Papers of a meeting: added without script, handed over under a safe name and type, read by who may see the meeting.

use jiff::SignedDuration;
use store::{MIGRATIONS, args, sql};

use crate::browser::Browser;
use crate::calendar::world::{World, values};
use crate::programmes::form;
use crate::site::{Reply, texts};

const DAY: SignedDuration = SignedDuration::from_hours(24);
const PDF: &[u8] = b"%PDF-1.7\n1 0 obj\n\x00\xff\nendobj\n";

/// The key of the form on a page.
async fn key(browser: &Browser, path: &str) -> String {
    values(&browser.get(path).await.page(), "input[name=key]").remove(0)
}

/// Adds a file under a title, as somebody who keeps the papers.
async fn add(browser: &Browser, path: &str, title: &str, file: (&str, &[u8])) -> Reply {
    let key = key(browser, path).await;
    browser
        .upload_named(path, &[("key", &key), ("title", title), ("link", "")], Some(file))
        .await
}

/// A meeting of which everybody has heard.
async fn planned(world: &World) -> String {
    let meeting = world.plan("2026-12-15").await;
    world.house.deliver().await;
    meeting
}

/// The addresses of the files on a page.
fn files(page: &Reply) -> Vec<String> {
    let links = scraper::Selector::parse("a[download]").unwrap();
    let page = page.page();
    let found = page.select(&links).filter_map(|link| link.value().attr("href"));
    found
        .filter(|href| href.contains("/papers/"))
        .map(str::to_owned)
        .collect()
}

store::both_engines! {
    MIGRATIONS;

    async fn a_file_is_handed_over_as_it_came_to_who_may_see_the_meeting(db) {
        let world = World::new(&db).await;
        let meeting = planned(&world).await;
        let (page, papers) = (format!("/meetings/{meeting}"), format!("/meetings/{meeting}/papers"));
        let coach = world.house.signed_in("thea@voorbeeld.example").await;
        let noor = world.house.signed_in("noor@voorbeeld.example").await;
        // Large enough for several pieces.
        let mut large = PDF.to_vec();
        large.extend((0..1_500_000_u32).flat_map(u32::to_le_bytes));
        let form_key = key(&coach, &papers).await;
        for _ in 0..2 {
            let fields = [("key", form_key.as_str()), ("title", ""), ("link", "")];
            let added = coach.upload_named(&papers, &fields, Some(("..\\Plan \u{202e}van Één.exe", &large))).await;
            assert_eq!(added.status, 303, "{}", added.text());
        }
        let seen = noor.get(&page).await;
        let found = files(&seen);
        assert_eq!((found.len(), texts(&seen.page(), "#papers li")), (1, vec!["Plan van Één.pdf".to_owned()]));
        let file = noor.get(&found[0]).await;
        assert_eq!(file.body, large);
        assert_eq!(file.header("content-type"), Some("application/pdf"));
        assert_eq!(
            file.header("content-disposition"),
            Some("attachment; filename=\"Plan van __n.pdf\"; filename*=UTF-8''Plan%20van%20%C3%89%C3%A9n.pdf")
        );
        assert_eq!(file.header("x-content-type-options"), Some("nosniff"));
        assert_eq!(file.header("cache-control"), Some("private, no-store"));

        // Nobody else: not without signing in, not somebody of another group.
        assert_eq!(world.house.browser().get(&found[0]).await.status, 303);
        world.house.add("jan@voorbeeld.example", "nl").await;
        let jan = world.house.signed_in("jan@voorbeeld.example").await;
        for path in [found[0].as_str(), &papers, "/papers/unknown"] {
            assert_eq!(jan.get(path).await.status, 404, "{path}");
        }
        // A member reads, and adds and takes away nothing.
        assert_eq!(noor.upload_named(&papers, &[("key", &form_key)], Some(("x", PDF))).await.status, 404);
        let removal = format!("{}/removal", found[0]);
        assert_eq!(noor.post(&removal, "").await.status, 404);
        assert_eq!(coach.post(&removal, "").await.status, 303);
        assert_eq!(noor.get(&found[0]).await.status, 404);
        let left: i64 = db.read(|tx| tx.one(sql!("select count(*) from paper_parts"), args![])).await.unwrap();
        assert_eq!(left, 0);
    }

    async fn what_is_wrong_with_a_paper_is_said_and_what_was_typed_stays(db) {
        let world = World::new(&db).await;
        let meeting = planned(&world).await;
        let papers = format!("/meetings/{meeting}/papers");
        let wietske = world.house.signed_in("wietske@voorbeeld.example").await;
        let form_key = key(&wietske, &papers).await;
        let large = [PDF, &vec![0; 10 * 1024 * 1024]].concat();
        let huge = [PDF, &vec![0; 25 * 1024 * 1024]].concat();
        for (link, file, field) in [
            ("", None, "Kies een bestand, of vul hierboven een link in."),
            ("https://x.example", Some(PDF), "Kies een link of een bestand, niet allebei."),
            ("javascript:alert(1)", None, "Een adres begint met https://"),
            ("", Some(b"<!doctype html><script>".as_slice()), "Dit soort bestand neemt Kring niet aan."),
            ("", Some(b"PK\x03\x04 word/ [Content_Types].xml".as_slice()), "Dit soort bestand neemt Kring niet aan."),
            ("", Some(large.as_slice()), "Dit bestand is te groot."),
            ("", Some(huge.as_slice()), "Dit bestand is te groot."),
        ] {
            let fields = [("key", form_key.as_str()), ("title", "Leeswerk"), ("link", link)];
            let refused = wietske.upload_named(&papers, &fields, file.map(|file| ("plan.pdf", file))).await;
            assert_eq!(refused.status, 422, "{field}");
            let said = texts(&refused.page(), ".field-problem");
            assert!(said.len() == 1 && said[0].starts_with(field), "{said:?}");
            // Of what is far too large the test sends nothing before it; a browser sends the fields first.
            let is_read = file.is_none_or(|file| file.len() < 20_000_000);
            assert_eq!(refused.text().contains("value=\"Leeswerk\""), is_read, "{field}");
            assert!(!values(&refused.page(), "input[name=key]").is_empty());
        }
        let fields = [("key", form_key.as_str()), ("title", "Leeswerk"), ("link", "https://x.example/a")];
        assert_eq!(wietske.upload_named(&papers, &fields, None).await.status, 303);
        assert!(wietske.get(&format!("/meetings/{meeting}")).await.text().contains("href=\"https://x.example/a\""));
        let none = wietske.upload_named(&papers, &[("key", "x"), ("link", "https://x.example")], None).await;
        assert_eq!(none.status, 400, "no form of ours");
    }

    async fn a_reminder_names_the_papers_and_a_calendar_never_does(db) {
        let world = World::new(&db).await;
        let meeting = planned(&world).await;
        let coach = world.house.signed_in("thea@voorbeeld.example").await;
        let papers = format!("/meetings/{meeting}/papers");
        let before = world.waiting("reminder").await;
        for title in ["Artikel over rouw", "Wordt weggehaald"] {
            assert_eq!(add(&coach, &papers, title, ("a.pdf", PDF)).await.status, 303);
        }
        let gone: String = db
            .read(|tx| tx.one(sql!("select id from papers where title = 'Wordt weggehaald'"), args![]))
            .await
            .unwrap();
        let gone = format!("/papers/{gone}");
        assert_eq!(coach.post(&format!("{gone}/removal"), "").await.status, 303);
        // No reminder comes or goes by that.
        assert_eq!(world.waiting("reminder").await, before);
        world.house.advance(DAY * 22);
        assert_eq!(world.house.deliver().await, 8);
        let letter = world.house.mailbox.letters().pop().unwrap();
        assert!(letter.text.contains("Stukken bij deze bijeenkomst:\n- Artikel over rouw\n"), "{}", letter.text);
        assert!(!letter.text.contains("weggehaald"), "{}", letter.text);
        // The link to answer with is one that works.
        let link = world.reply_link(&letter.to);
        assert_eq!(world.house.browser().get(&link).await.status, 200);
        let file = coach.get(&format!("/meetings/{meeting}/kring.ics")).await;
        assert!(file.text().contains("UID:") && !file.text().contains("Artikel"), "{}", file.text());
    }

    async fn where_titles_stay_out_of_mails_names_of_papers_do(db) {
        let world = World::new(&db).await;
        let wietske = world.house.signed_in("wietske@voorbeeld.example").await;
        let page = wietske.get("/programmes/p/settings").await.page();
        let change = "slug=leren&reminder_days=14%2C1&is_sensitive=yes&holidays=";
        let saved = wietske.post("/programmes/p/settings", &form(&page, change)).await;
        assert_eq!(saved.status, 303, "{}", saved.text());
        let meeting = planned(&world).await;
        let papers = format!("/meetings/{meeting}/papers");
        assert_eq!(add(&wietske, &papers, "Artikel over rouw", ("a.pdf", PDF)).await.status, 303);
        world.house.advance(DAY * 22);
        world.house.deliver().await;
        let letter = world.house.mailbox.letters().pop().unwrap();
        assert!(letter.subject.starts_with("Herinnering") && !letter.text.contains("Artikel"), "{letter:?}");
        assert!(letter.text.contains("Er zijn stukken bij deze bijeenkomst."), "{}", letter.text);
    }
}
