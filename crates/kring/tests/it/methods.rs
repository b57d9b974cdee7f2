//! The start page and the pages of methods.

use session::Catalogue;

use crate::site::{Site, run, texts};

#[test]
fn the_start_page_lists_every_method_with_what_one_chooses_by() {
    run(async {
        let (catalogue, bad) = Catalogue::built_in();
        assert!(bad.is_empty(), "{bad:?}");
        let page = Site::new().await.get("/").await.page();
        let names = texts(&page, ".card h3");
        assert_eq!(names.len(), catalogue.methods().count());
        for method in catalogue.methods() {
            assert!(names.contains(&method.name.nl), "{}", method.name.nl);
        }
        let facts = texts(&page, ".card .facts");
        assert!(
            facts
                .iter()
                .all(|fact| fact.contains("min") && fact.contains("mensen")),
            "{facts:?}"
        );
    });
}

#[test]
fn every_page_of_a_method_says_all_its_steps_in_its_language() {
    run(async {
        let site = Site::new().await;
        let (catalogue, _) = Catalogue::built_in();
        for method in catalogue.methods() {
            for (language, speech) in [("nl", session::Language::Nl), ("en", session::Language::En)] {
                let reply = site.get_in(language, &format!("/methods/{}", method.id)).await;
                let page = reply.page();
                assert_eq!(reply.first("h1"), method.name.get(speech), "{}", method.id);
                let titles: Vec<&str> = method.steps.iter().map(|step| step.title.get(speech)).collect();
                assert_eq!(texts(&page, ".step h3"), titles, "{} {language}", method.id);
                let circles = page
                    .select(&scraper::Selector::parse(".step svg.circle").unwrap())
                    .count();
                assert_eq!(circles, titles.len(), "{} {language}", method.id);
                let whole = texts(&page, "main").concat();
                for step in &method.steps {
                    for rule in &step.rules {
                        let rule: Vec<&str> = rule.get(speech).split_whitespace().collect();
                        assert!(
                            whole.contains(&rule.join(" ")),
                            "{} {}: {rule:?}",
                            method.id,
                            step.id
                        );
                    }
                }
            }
        }
    });
}

#[test]
fn the_focus_method_reads_like_its_source() {
    run(async {
        let page = Site::new().await.get("/methods/focusmethode").await.page();
        let rows = texts(&page, ".overview-step");
        let expected = [
            "1 Casus toelichten 5 min Begint na 0:00",
            "2 Gerichte vragen 15 min Begint na 0:05",
            "3 Centrale vraag 5 min Begint na 0:20",
            "4 Terugkoppeling ~ 5 min (eigen voorstel) Begint na 0:25",
            "5 Adviesronde 15 min Begint na 0:30",
            "6 Evaluatie 5 min Begint na 0:45",
        ];
        assert_eq!(rows, expected);
        let third = texts(&page, "#step-3");
        assert!(third[0].contains("De centrale vraag is …"), "{third:?}");
        assert!(
            third[0].contains("eerst niemand, daarna iedereen tegelijk"),
            "{third:?}"
        );
    });
}

#[test]
fn a_borrowed_text_names_whom_to_thank() {
    run(async {
        let site = Site::new().await;
        for (id, licence) in [("troika", "CC-BY-SA-4.0"), ("case-clinic", "CC-BY-SA-3.0")] {
            let page = site.get(&format!("/methods/{id}")).await;
            let source = page.first(".source");
            assert!(source.contains(licence), "{id}: {source}");
        }
        assert!(
            site.get("/methods/troika")
                .await
                .first(".source")
                .contains("Lipmanowicz")
        );
    });
}

#[test]
fn a_search_gives_reasons_and_what_fits_best_comes_first() {
    run(async {
        let site = Site::new().await;
        let page = site.get("/?people=8&minutes=100&question=moral_choice").await;
        assert_eq!(page.status, 200);
        let first = page.first(".card");
        assert!(
            first.contains("Dilemmamethode") && first.contains("Eerste keus bij: een morele keuze."),
            "{first}"
        );
        let selected = texts(&page.page(), "#question option[selected]");
        assert_eq!(
            selected,
            ["Een morele keuze"],
            "the form still shows what was asked"
        );
    });
}

#[test]
fn a_wrong_search_loses_nothing_and_says_what_to_do() {
    run(async {
        let reply = Site::new().await.get("/?people=veel&minutes=60&trust=new").await;
        assert_eq!(reply.status, 422);
        let text = reply.text();
        assert!(
            text.contains("value=\"veel\"") && text.contains("value=\"60\""),
            "typed values come back"
        );
        assert_eq!(reply.first("#people-problem"), "Vul een getal in van 2 tot 60.");
        assert!(
            !texts(&reply.page(), ".card").is_empty(),
            "the methods are still there"
        );
    });
}

#[test]
fn an_impossible_search_says_what_could_change() {
    run(async {
        let page = Site::new().await.get("/?people=60&minutes=10").await;
        assert_eq!(page.first(".empty h2"), "Hier past geen werkvorm bij");
        assert_eq!(page.first(".empty a"), "Toon alle werkvormen");
    });
}
