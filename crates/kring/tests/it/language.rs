//! Language and theme: what the browser asks for, what a person chooses, and back to where they were.

use crate::site::{Site, run};

#[test]
fn the_browser_decides_until_a_person_does() {
    run(async {
        let site = Site::new().await;
        let lang = |reply: &crate::site::Reply| reply.text().contains("<html lang=\"en\"");
        assert!(lang(&site.get_in("en-GB,nl;q=0.5", "/").await));
        assert!(!lang(&site.get_in("de", "/").await), "Dutch for everybody else");

        let chosen = site
            .post("/language", "language=en&back=/methods/troika?x=1")
            .await;
        assert_eq!(
            (chosen.status.as_u16(), chosen.header("location")),
            (303, Some("/methods/troika?x=1"))
        );
        let cookie = chosen.header("set-cookie").unwrap().split(';').next().unwrap();
        assert!(lang(
            &site
                .get_with("/", &[("accept-language", "nl"), ("cookie", cookie)])
                .await
        ));
    });
}

#[test]
fn a_theme_stays() {
    run(async {
        let site = Site::new().await;
        let chosen = site.post("/theme", "theme=dark&back=/").await;
        let cookie = chosen.header("set-cookie").unwrap();
        assert!(
            cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"),
            "{cookie}"
        );
        let cookie = format!("other=1; {}", cookie.split(';').next().unwrap());
        let page = site.get_with("/", &[("cookie", &cookie)]).await;
        assert!(page.text().contains("data-theme=\"dark\""));
    });
}

#[test]
fn nonsense_is_refused_and_changes_nothing() {
    run(async {
        let site = Site::new().await;
        for (path, form) in [
            ("/language", "language=xx"),
            ("/theme", "theme=pink"),
            ("/language", ""),
        ] {
            let reply = site.post(path, form).await;
            assert_eq!(reply.status, 400, "{path} {form}");
            assert_eq!(reply.header("set-cookie"), None);
        }
        let page = site
            .get_with("/", &[("cookie", "kring-language=xx; kring-theme=pink")])
            .await;
        assert!(page.text().contains("<html lang=\"nl\" data-theme=\"auto\""));
    });
}

#[test]
fn another_site_cannot_send_a_form() {
    run(async {
        let site = Site::new().await;
        for headers in [
            &[("sec-fetch-site", "cross-site")][..],
            &[("origin", "https://elsewhere.example")],
        ] {
            let reply = site.post_with("/language", "language=en", headers).await;
            assert_eq!(reply.status, 403);
            assert_eq!(reply.header("set-cookie"), None);
            assert!(reply.text().contains("andere website"), "the page says why");
        }
    });
}

#[test]
fn the_switch_leads_back_to_the_page_it_stands_on() {
    run(async {
        let page = Site::new().await.get("/methods/troika").await;
        assert!(page.text().contains("name=\"back\" value=\"/methods/troika\""));
    });
}
