//! Error pages: in the language of the visitor, with a way back, and without anything from inside.

use crate::site::{Site, run};

#[test]
fn an_unknown_page_offers_the_way_back_in_both_languages() {
    run(async {
        let site = Site::new().await;
        for (language, title) in [
            ("nl", "Deze pagina is er niet"),
            ("en", "This page does not exist"),
        ] {
            for path in [
                "/nowhere",
                "/methods/nowhere",
                "/methods/brainstorm",
                "/assets/kring.css",
                "/methods/%FF",
            ] {
                let reply = site.get_in(language, path).await;
                assert_eq!(reply.status, 404, "{path}");
                assert_eq!(reply.first("h1"), title, "{path}");
                assert!(reply.text().contains("<a class=\"button\" href=\"/\""), "{path}");
                assert_eq!(reply.header("content-type"), Some("text/html; charset=utf-8"));
            }
        }
    });
}

#[test]
fn a_wrong_way_of_asking_gets_a_page_too() {
    run(async {
        let reply = Site::new().await.post("/methods/troika", "").await;
        assert_eq!(reply.status, 405);
        assert_eq!(reply.first("h1"), "Dit verzoek is niet compleet");
    });
}

#[test]
fn every_answer_has_a_number_of_its_own() {
    run(async {
        let site = Site::new().await;
        let (one, other) = (site.get("/").await, site.get("/nowhere").await);
        let number = one.header("x-request-id").unwrap();
        assert_eq!(number.len(), 10);
        assert_ne!(Some(number), other.header("x-request-id"));
    });
}

#[test]
fn a_form_that_is_far_too_long_is_refused_with_a_page() {
    run(async {
        let form = format!("theme=dark&back=/{}", "x".repeat(3_000_000));
        let reply = Site::new().await.post("/theme", &form).await;
        assert!(reply.status.is_client_error());
        assert!(!reply.first("h1").is_empty());
    });
}
