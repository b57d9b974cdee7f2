//! Programmes: made once, changed without undoing each other's work, found under a short address, and apart from each other.

use scraper::Selector;
use store::{Db, MIGRATIONS, args, sql};

use crate::browser::{Browser, House};
use crate::pages::check;
use crate::site::texts;

/// Two organisations with an organiser each, and somebody who organises nothing.
async fn house(db: &Db) -> House {
    let house = House::with(db, "");
    for name in ["wietske", "jasper", "noor"] {
        house.add(&format!("{name}@voorbeeld.example"), "nl").await;
    }
    db.write(|tx| {
        for (organisation, person) in [("Noord", "wietske"), ("Zuid", "jasper")] {
            tx.run(
                sql!("insert into organisations (id, name, kind, place) values ($1, $1, 'regional', 'Dorp')"),
                args![organisation],
            )?;
            tx.run(
                sql!(
                    "insert into organisers (organisation_id, person_id, since) values ($1, $2, '2026-01-01')"
                ),
                args![organisation, &format!("{person}@voorbeeld.example")],
            )?;
        }
        Ok::<_, store::Error>(())
    })
    .await
    .unwrap();
    house
}

/// The value of a field of a form that was shown.
fn value(page: &scraper::Html, name: &str) -> String {
    let field = Selector::parse(&format!("input[name={name}]")).unwrap();
    let field = page
        .select(&field)
        .next()
        .unwrap_or_else(|| panic!("no field {name}"));
    field.attr("value").unwrap_or_default().to_owned()
}

/// What an organiser fills in; later fields count.
pub(crate) fn form(page: &scraper::Html, changes: &str) -> String {
    let [id, organisation, version] = ["id", "organisation", "version"].map(|name| {
        let found = Selector::parse(&format!("input[name={name}]")).unwrap();
        page.select(&found).next().map_or_else(String::new, |field| {
            field.attr("value").unwrap_or_default().to_owned()
        })
    });
    format!(
        "id={id}&organisation={organisation}&version={version}&name=Samen leren&kind=open&state=draft&goal=Leren van elkaar\
         &audience=Iedereen&time_asked=Zes keer&starts_on=2027-01-04&ends_on=2027-12-17&region=Noord&accent=moss\
         &is_public=yes&{changes}"
    )
}

/// Makes a programme and answers its page.
async fn made(organiser: &Browser, changes: &str) -> String {
    let page = organiser.get("/programmes/new").await.page();
    let reply = organiser.post("/programmes", &form(&page, changes)).await;
    assert_eq!(reply.status, 303, "{}", reply.text());
    reply.header("location").unwrap().to_owned()
}

store::both_engines! {
    MIGRATIONS;

    async fn pressing_twice_makes_one_programme(db) {
        let house = house(&db).await;
        let organiser = house.signed_in("wietske@voorbeeld.example").await;
        let empty = organiser.get("/programmes").await;
        assert!(empty.text().contains("Nog geen programma"), "{}", empty.text());
        let page = organiser.get("/programmes/new").await.page();
        assert_eq!(check(&page, "nl"), [""; 0]);
        let first = organiser.post("/programmes", &form(&page, "")).await;
        let again = organiser.post("/programmes", &form(&page, "")).await;
        assert_eq!(first.status, 303, "{}", first.text());
        assert_eq!(first.header("location"), again.header("location"));
        let list = organiser.get("/programmes").await.page();
        assert_eq!(texts(&list, ".programme-lines a"), ["Samen leren"]);
        assert_eq!(check(&list, "nl"), [""; 0]);
        let seen = organiser.get(first.header("location").unwrap()).await;
        assert!(seen.text().contains("Dit is een concept"), "{}", seen.text());
    }

    async fn what_is_wrong_stands_at_its_field_and_nothing_typed_is_lost(db) {
        let house = house(&db).await;
        let organiser = house.signed_in("wietske@voorbeeld.example").await;
        let page = organiser.get("/programmes/new").await.page();
        let typed = "goal=&ends_on=2026-01-01&funder=Fonds X&slug=met spatie&goal_en=Learning";
        let reply = organiser.post("/programmes", &form(&page, typed)).await;
        assert_eq!(reply.status, 422);
        let page = reply.page();
        assert_eq!(check(&page, "nl"), [""; 0]);
        assert_eq!(texts(&page, "#goal-problem, #ends_on-problem, #slug-problem").len(), 3);
        assert_eq!(value(&page, "funder"), "Fonds X");
        assert_eq!(value(&page, "name"), "Samen leren");
        assert_eq!(texts(&page, "#goal_en"), ["Learning"]);
    }

    async fn two_organisers_do_not_undo_each_others_work(db) {
        let house = house(&db).await;
        let organiser = house.signed_in("wietske@voorbeeld.example").await;
        let programme = made(&organiser, "").await;
        let settings = format!("{programme}/settings");
        let before = organiser.get(&settings).await.page();
        let saved = organiser.post(&settings, &form(&before, "region=Oost")).await;
        assert_eq!(saved.status, 303, "{}", saved.text());
        let late = organiser.post(&settings, &form(&before, "name=Anders&region=West")).await;
        assert_eq!(late.status, 409);
        let page = late.page();
        assert_eq!(check(&page, "nl"), [""; 0]);
        assert_eq!(value(&page, "region"), "West", "what was typed");
        assert!(texts(&page, ".differing dd").contains(&"Oost".to_owned()), "what stands there");
        let knowingly = organiser.post(&settings, &form(&page, "name=Anders&region=West")).await;
        assert_eq!(knowingly.status, 303);
        assert!(organiser.get(&programme).await.text().contains("West"));
    }

    async fn a_shared_address_keeps_working_and_is_nobody_elses(db) {
        let house = house(&db).await;
        let (wietske, jasper) = (
            house.signed_in("wietske@voorbeeld.example").await,
            house.signed_in("jasper@voorbeeld.example").await,
        );
        let programme = made(&wietske, "state=open&slug=leren").await;
        let settings = format!("{programme}/settings");
        let page = wietske.get(&settings).await.page();
        wietske.post(&settings, &form(&page, "state=open&slug=samen-leren")).await;
        let visitor = house.browser();
        let moved = visitor.get("/p/leren").await;
        assert_eq!((moved.status.as_u16(), moved.header("location")), (308, Some("/p/samen-leren")));
        assert_eq!(visitor.get("/p/samen-leren").await.status, 200);
        for taken in ["leren", "samen-leren"] {
            let page = jasper.get("/programmes/new").await.page();
            let reply = jasper.post("/programmes", &form(&page, &format!("slug={taken}"))).await;
            assert_eq!(reply.status, 422, "{taken}");
            assert_eq!(texts(&reply.page(), "#slug-problem").len(), 1);
        }
        // One's own former address can be taken again.
        let page = wietske.get(&settings).await.page();
        let back = wietske.post(&settings, &form(&page, "state=open&slug=leren")).await;
        assert_eq!(back.status, 303, "{}", back.text());
        assert_eq!(visitor.get("/p/leren").await.status, 200);
    }

    async fn organisations_are_apart_from_each_other(db) {
        let house = house(&db).await;
        let organiser = house.signed_in("wietske@voorbeeld.example").await;
        let draft = made(&organiser, "slug=concept").await;
        let closed = made(&organiser, "state=open&slug=besloten&is_public=").await;
        let open = made(&organiser, "state=open&slug=open").await;
        let (jasper, noor, visitor) = (
            house.signed_in("jasper@voorbeeld.example").await,
            house.signed_in("noor@voorbeeld.example").await,
            house.browser(),
        );
        let mut table = Vec::new();
        for (name, walker) in [("organiser", &organiser), ("other", &jasper), ("nobody", &noor), ("visitor", &visitor)] {
            let mut row = vec![name.to_owned()];
            for path in [
                "/programmes",
                "/programmes/new",
                &draft,
                &closed,
                &open,
                &format!("{open}/settings"),
                "/p/concept",
                "/p/besloten",
                "/p/open",
                "/p/besloten/feed.atom",
                "/p/open/feed.atom",
                "/p/unknown",
            ] {
                row.push(walker.get(path).await.status.as_u16().to_string());
            }
            let posted = walker.post(&format!("{open}/settings"), "name=").await;
            row.push(posted.status.as_u16().to_string());
            table.push(row.join(" "));
        }
        let expected = [
            "organiser 200 200 200 200 200 200 200 200 200 404 200 404 422",
            "other 200 200 404 404 200 404 404 404 200 404 200 404 404",
            "nobody 404 404 404 404 200 404 404 404 200 404 200 404 404",
            "visitor 303 303 303 303 200 303 404 404 200 404 200 404 303",
        ];
        assert_eq!(table, expected);
        // Nobody makes one for an organisation that is not theirs.
        let page = jasper.get("/programmes/new").await.page();
        let foreign = form(&page, "organisation=Noord");
        assert_eq!(jasper.post("/programmes", &foreign).await.status, 404);
    }

    async fn everybody_reads_the_page_in_their_language_and_machines_read_it_too(db) {
        let house = house(&db).await;
        let organiser = house.signed_in("wietske@voorbeeld.example").await;
        let english = "name_en=Learning together&goal_en=Learning from each other";
        let programme = made(&organiser, &format!("state=open&slug=leren&{english}")).await;
        let id = programme.rsplit('/').next().unwrap().to_owned();
        db.write(move |tx| {
            tx.run(
                sql!(
                    "insert into meetings (id, programme_id, title, starts_at, ends_at, zone, place, plan, state, published_at)
                     values ('01976e5e-0000-7000-8000-000000000001', $1, 'Eerste avond', 1804962600000000,
                             1804968000000000, 'Europe/Amsterdam', 'De Linde', '{\"title\":\"x\",\"blocks\":[]}', 'planned',
                             1790000000000000)"
                ),
                args![&id],
            )
        })
        .await
        .unwrap();
        let visitor = house.browser();
        let dutch = visitor.get("/p/leren").await.page();
        assert_eq!(texts(&dutch, "h1"), ["Samen leren"]);
        assert_eq!(check(&dutch, "nl"), [""; 0]);
        let abroad = house.browser().with("accept-language", "en");
        let english = abroad.get("/p/leren").await.page();
        assert_eq!(texts(&english, "h1"), ["Learning together"]);
        assert_eq!(check(&english, "en"), [""; 0]);
        assert!(texts(&english, ".programme-facts [lang=nl]").contains(&"Zes keer".to_owned()), "not translated");
        let data = texts(&english, "script[type='application/ld+json']").concat();
        let data: serde_json::Value = serde_json::from_str(&data).unwrap();
        assert_eq!(data["@graph"][0]["name"], "Learning together");
        assert_eq!(data["@graph"][1]["startDate"], "2027-03-13T19:30:00+01:00");
        let feed = visitor.get("/p/leren/feed.atom").await;
        assert_eq!(feed.header("content-type"), Some("application/atom+xml; charset=utf-8"));
        assert!(feed.text().contains("<title>Eerste avond</title>"), "{}", feed.text());
        assert!(feed.text().contains("zaterdag 13 maart 2027"), "{}", feed.text());
    }
}
