//! What somebody tells about themselves, and what Kring keeps about them.

use scraper::{Html, Selector};
use serde_json::Value;
use store::{Db, MIGRATIONS, args, sql};

use crate::browser::{Browser, House};
use crate::pages::check;
use crate::site::texts;

const NOOR: &str = "noor@voorbeeld.example";

/// Noor is in a group with Bram; Esra is elsewhere.
async fn house(db: &Db) -> House {
    let house = House::new(db).await;
    house.add("esra@voorbeeld.example", "nl").await;
    db.write(|tx| {
        for statement in [
            sql!("insert into organisations (id, name, kind, place) values ('o', 'Praktijk Kwelder', 'practice', 'Dorp')"),
            sql!(
                "insert into programmes (id, organisation_id, name, kind, goal, audience, time_asked, starts_on, ends_on, region,
                                         accent, is_public)
                 values ('p', 'o', 'Leren', 'groups', 'x', 'x', 'x', '2026-01-01', '2026-12-31', 'x', 'teal', true),
                        ('q', 'o', 'Elders', 'groups', 'x', 'x', 'x', '2026-01-01', '2026-12-31', 'x', 'teal', true)"
            ),
            sql!("insert into groups (id, programme_id, name) values ('g', 'p', 'Kust')"),
            sql!(
                "insert into memberships (id, programme_id, group_id, person_id, role, since)
                 values ('1', 'p', 'g', 'noor@voorbeeld.example', 'participant', '2026-02-01'),
                        ('2', 'p', 'g', 'bram@voorbeeld.example', 'participant', '2026-02-01'),
                        ('3', 'q', null, 'esra@voorbeeld.example', 'participant', '2026-02-01')"
            ),
            sql!(
                "insert into meetings (id, programme_id, group_id, title, starts_at, ends_at, zone, plan, state, published_at)
                 values ('m', 'p', 'g', 'Bijeenkomst 1', 1764000000000000, 1764007200000000, 'Europe/Amsterdam', '{}', 'held', 0),
                        ('n', 'p', 'g', 'Nog geheim', 1795000000000000, 1795007200000000, 'Europe/Amsterdam', '{}', 'planned', null)"
            ),
            sql!(
                "insert into attendance (meeting_id, person_id, role, state)
                 values ('m', 'noor@voorbeeld.example', 'participant', 'present'),
                        ('m', 'bram@voorbeeld.example', 'participant', 'absent'),
                        ('n', 'noor@voorbeeld.example', 'participant', 'expected')"
            ),
            sql!(
                "insert into attendance_times (meeting_id, seat, person_id, name, attends, arrived_at, left_at, there, place,
                                               confirmed_at_start, confirmed_at_end, corrected, brought_case)
                 values ('m', 0, 'noor@voorbeeld.example', 'noor', 'participant', 1764000000000000, 1764007200000000, 5400000000,
                         'room', true, true, false, true)"
            ),
            sql!(
                "insert into results (id, meeting_id, kind, step, text, person_id, audience, position)
                 values ('1', 'm', 'advice', 'advies', 'Van noor', 'noor@voorbeeld.example', 'group', 1),
                        ('2', 'm', 'advice', 'advies', 'Van bram', 'bram@voorbeeld.example', 'group', 2),
                        ('3', 'm', 'advice', 'advies', 'Van niemand', null, 'group', 3)"
            ),
            sql!(
                "insert into agreements (id, programme_id, group_id, version, text, since)
                 values ('a', 'p', 'g', 1, 'Wat hier gezegd wordt blijft hier', 0)"
            ),
            sql!(
                "insert into agreement_acceptances (agreement_id, person_id, accepted_at)
                 values ('a', 'noor@voorbeeld.example', 1764000000000000)"
            ),
        ] {
            tx.run(statement, args![])?;
        }
        Ok::<_, store::Error>(())
    })
    .await
    .unwrap();
    house
}

fn version(page: &Html) -> String {
    let field = Selector::parse("input[name=version]").unwrap();
    page.select(&field)
        .next()
        .unwrap()
        .attr("value")
        .unwrap()
        .to_owned()
}

/// The form with everything in it, based on a version.
fn everything(version: &str) -> String {
    format!(
        "version={version}&name=Noor Kwelder&language=en&job-0=huisarts&work-0=Praktijk Kwelder&job-1=opleider&work-1=Instituut\
         &since=2009&register-0=big&number-0=BIG 0123 4567 890&register-1=skj&number-1=12345678&region=De kust&speaks-0=nl\
         &speaks-4=fy&free-1=mon-afternoon&wishes=Leren%0D%0Avan elkaar&kind-0=apart&colleague-0=Bram&kind-1=together\
         &colleague-1=Esra"
    )
}

/// What is chosen or written in the form of a page.
fn value(page: &Html, id: &str) -> String {
    let field = Selector::parse(&format!("[id='{id}']")).unwrap();
    let field = page
        .select(&field)
        .next()
        .unwrap_or_else(|| panic!("no field {id}"));
    let option = Selector::parse("option[selected]").unwrap();
    match field.value().name() {
        "select" => field
            .select(&option)
            .next()
            .and_then(|option| option.attr("value"))
            .unwrap_or_default()
            .to_owned(),
        "textarea" => field.text().collect(),
        _ => field.attr("value").unwrap_or_default().to_owned(),
    }
}

async fn take_along(browser: &Browser) -> Value {
    let reply = browser.get("/my/data.json").await;
    assert_eq!(reply.header("cache-control"), Some("private, no-store"));
    serde_json::from_str(reply.text()).unwrap()
}

store::both_engines! {
    MIGRATIONS;

    async fn everything_about_oneself_can_be_changed(db) {
        let house = house(&db).await;
        let noor = house.signed_in(NOOR).await;
        let page = noor.get("/my/profile").await.page();
        assert_eq!(check(&page, "nl"), [""; 0]);
        let saved = noor.post("/my/profile", &everything(&version(&page))).await;
        assert_eq!(saved.header("location"), Some("/my/profile?saved=yes"), "{}", saved.text());
        let page = noor.get("/my/profile?saved=yes").await.page();
        assert_eq!(check(&page, "nl"), [""; 0]);
        assert_eq!(texts(&page, "header .choice-label").concat(), "Noor Kwelder: mijn gegevens", "at once");
        let shown = ["name", "language", "since", "number-0", "register-1", "region", "wishes", "kind-0", "colleague-1", "job-2"];
        assert_eq!(
            shown.map(|id| value(&page, id)),
            ["Noor Kwelder", "en", "2009", "01234567890", "skj", "De kust", "Leren\nvan elkaar", "apart", "Esra", ""]
        );
        let ticked = Selector::parse("input[type=checkbox][checked]").unwrap();
        let ticked: Vec<_> = page.select(&ticked).filter_map(|one| one.attr("value")).collect();
        assert_eq!(ticked, ["nl", "fy", "mon-afternoon"]);
        let (places, wishes): (i64, Vec<(String, Option<String>)>) = db
            .read(|tx| {
                Ok::<_, store::Error>((
                    tx.one(sql!("select count(*) from organisations where name = 'Praktijk Kwelder'"), args![])?,
                    tx.all(sql!("select name, other_id from company_wishes order by name"), args![])?,
                ))
            })
            .await
            .unwrap();
        assert_eq!(places, 1, "a practice that is known is not added again");
        let expected = [("Bram", Some("bram@voorbeeld.example")), ("Esra", None)];
        assert_eq!(wishes, expected.map(|(name, who)| (name.to_owned(), who.map(str::to_owned))), "of one programme");
        // And everything can be taken back.
        let empty = format!("version={}&name=Noor&language=nl&kind-0=together", version(&page));
        assert_eq!(noor.post("/my/profile", &empty).await.status, 303);
        let page = noor.get("/my/profile").await.page();
        assert_eq!(["job-0", "number-0", "region", "colleague-0"].map(|id| value(&page, id)), [""; 4]);
    }

    async fn each_problem_stands_at_its_field_with_everything_that_was_typed(db) {
        let house = house(&db).await;
        let noor = house.signed_in(NOOR).await;
        let page = noor.get("/my/profile").await.page();
        let form = format!(
            "version={}&name=&language=nl&job-0=huisarts&work-0=&register-0=big&number-0=123&since=3000&free-0=mon-morning\
             &kind-0=apart&colleague-0=Bram&colleague-1=bram&kind-1=apart",
            version(&page)
        );
        let reply = noor.post("/my/profile", &form).await;
        assert_eq!(reply.status, 422);
        let page = reply.page();
        assert_eq!(check(&page, "nl"), [""; 0]);
        for field in ["name", "work-0", "number-0", "since", "colleague-1"] {
            assert_eq!(texts(&page, &format!("#{field}-problem")).len(), 1, "{field}");
        }
        assert_eq!(texts(&page, "#number-0-problem"), ["Dit nummer heeft 11 cijfers. Kijk het nog eens na."]);
        assert_eq!(["job-0", "number-0", "since", "colleague-0"].map(|id| value(&page, id)), ["huisarts", "123", "3000", "Bram"]);
        let again = noor.get("/my/profile").await.page();
        assert_eq!(version(&again), "1", "nothing was kept");
    }

    async fn two_pages_of_one_person_do_not_undo_each_other(db) {
        let house = house(&db).await;
        let noor = house.signed_in(NOOR).await;
        let first = version(&noor.get("/my/profile").await.page());
        let form = everything(&first);
        for _ in 0..2 {
            assert_eq!(noor.post("/my/profile", &form).await.status, 303, "pressing twice is saving once");
        }
        let other = format!("version={first}&name=Noor&language=nl&region=Het eiland");
        let reply = noor.post("/my/profile", &other).await;
        assert_eq!(reply.status, 409);
        let page = reply.page();
        assert_eq!(check(&page, "nl"), [""; 0]);
        let differing = texts(&page, ".differing dd");
        assert!(differing.contains(&"De kust".to_owned()) && differing.contains(&"Noor Kwelder".to_owned()), "{differing:?}");
        assert_eq!(value(&page, "region"), "Het eiland");
        let knowingly = format!("version={}&name=Noor&language=nl&region=Het eiland", version(&page));
        assert_eq!(noor.post("/my/profile", &knowingly).await.status, 303);
        assert_eq!(value(&noor.get("/my/profile").await.page(), "region"), "Het eiland");
    }

    async fn somebody_sees_and_takes_along_what_is_kept_about_them_alone(db) {
        let house = house(&db).await;
        let noor = house.signed_in(NOOR).await;
        let page = noor.get("/my/data").await.page();
        assert_eq!(check(&page, "nl"), [""; 0]);
        let rows = texts(&page, ".question-lines li").join("\n");
        for row in ["Leren, Kust", "Bijeenkomst 1", "Je was er 1 uur en 30 minuten.", "Versie 1, akkoord op", "Code om je aan te melden"] {
            assert!(rows.contains(row), "{row} in {rows}");
        }
        assert!(!rows.contains("Nog geheim"), "a draft of the organiser is not theirs yet");
        let file = take_along(&noor).await;
        assert_eq!(file["account"]["mail"], NOOR);
        assert_eq!(file["memberships"][0]["group_name"], "Kust");
        assert_eq!(file["attendance"][0]["there"], 5_400_000_000_i64);
        assert_eq!(file["agreements_accepted"][0]["text"], "Wat hier gezegd wordt blijft hier");
        assert_eq!(file["results_written"].as_array().unwrap().len(), 1);
        assert_eq!(file["devices"].as_array().unwrap().len(), 1);
        let all = file.to_string();
        assert!(all.contains("Van noor") && !all.contains("Van bram") && !all.contains("Van niemand"), "{all}");
        let esra = take_along(&house.signed_in("esra@voorbeeld.example").await).await.to_string();
        assert!(!esra.contains("noor") && !esra.contains("Bijeenkomst 1"), "{esra}");
    }

    async fn only_somebody_signed_in_has_such_pages(db) {
        let house = house(&db).await;
        for path in ["/my/profile", "/my/data", "/my/data.json"] {
            let reply = house.browser().get(path).await;
            assert_eq!(reply.header("location"), Some(format!("/sign-in?next={path}").as_str()));
        }
        assert_eq!(house.browser().post("/my/profile", "version=1&name=x").await.header("location"), Some("/sign-in"));
    }
}
