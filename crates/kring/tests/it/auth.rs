//! Signing in by link: once, not for long, and without telling strangers anything.

use jiff::SignedDuration;
use kring::demo;

use crate::site::{Reply, Site, run};

/// The path of a fresh link for the case owner of the running meeting.
async fn link(site: &Site) -> String {
    let links = demo::links(&site.app).await.unwrap();
    assert_eq!(links.len(), 5, "facilitator, owner, two participants, organiser");
    links.into_iter().nth(1).unwrap().path
}

/// What a browser sends back.
fn cookie(reply: &Reply) -> String {
    let set = reply.header("set-cookie").unwrap();
    set.split(';').next().unwrap().to_owned()
}

async fn my_page(site: &Site, cookie: &str) -> Reply {
    site.get_with("/my", &[("cookie", cookie), ("accept-language", "nl")])
        .await
}

#[test]
fn a_link_shows_a_button_and_the_button_signs_in() {
    run(async {
        let site = Site::demo().await;
        let link = link(&site).await;
        for _ in 0..3 {
            let page = site.get(&link).await;
            assert_eq!((page.status.as_u16(), page.header("set-cookie")), (200, None));
            assert!(!page.text().contains("Chantal"), "a scanner learns no name");
        }
        let entered = site.post(&link, "").await;
        assert_eq!(
            (entered.status.as_u16(), entered.header("location")),
            (303, Some("/my"))
        );
        let set = entered.header("set-cookie").unwrap();
        assert!(
            set.starts_with("kring=") && set.ends_with("; Path=/; Max-Age=15552000; SameSite=Lax; HttpOnly"),
            "{set}"
        );
        let page = my_page(&site, &cookie(&entered)).await;
        assert_eq!(page.first("h1"), "Dag Chantal");
    });
}

#[test]
fn over_https_the_cookie_is_bound_to_this_host() {
    run(async {
        let site = Site::with("address = 'https://kring.example.nl'").await;
        let app = demo::open(site.app.clone(), false).await.unwrap().app;
        let link = demo::links(&app).await.unwrap().remove(0).path;
        let set = site
            .post(&link, "")
            .await
            .header("set-cookie")
            .unwrap()
            .to_owned();
        assert!(
            set.starts_with("__Host-kring=") && set.ends_with("; HttpOnly; Secure"),
            "{set}"
        );
    });
}

#[test]
fn unknown_used_and_expired_links_look_the_same() {
    run(async {
        let site = Site::demo().await;
        let used = link(&site).await;
        assert_eq!(site.post(&used, "").await.status, 303);
        assert_eq!(site.post(&used, "").await.status, 422, "a second time");
        let expired = link(&site).await;
        site.app.clock.advance(SignedDuration::from_hours(7 * 24));
        let unknown = format!("/sign-in/{}", "0".repeat(64));
        let rubbish = "/sign-in/rubbish".to_owned();
        for path in [used, expired, unknown, rubbish] {
            let reply = site.post(&path, "").await;
            assert_eq!(
                (reply.status.as_u16(), reply.header("set-cookie")),
                (422, None),
                "{path}"
            );
            assert_eq!(
                reply.first("main"),
                "Deze link werkt niet meerEen link werkt één keer en niet langer dan een week. Vraag de organisator van je groep om een nieuwe.Naar de startpagina"
            );
        }
    });
}

#[test]
fn signing_out_ends_the_sign_in_and_not_only_the_cookie() {
    run(async {
        let site = Site::demo().await;
        let cookie = cookie(&site.post(&link(&site).await, "").await);
        let left = site
            .post_with(
                "/sign-out",
                "",
                &[("cookie", cookie.as_str()), ("sec-fetch-site", "same-origin")],
            )
            .await;
        assert_eq!(left.header("location"), Some("/"));
        assert!(
            left.header("set-cookie")
                .unwrap()
                .starts_with("kring=; Path=/; Max-Age=0")
        );
        assert_eq!(my_page(&site, &cookie).await.status, 303);
    });
}

#[test]
fn another_site_cannot_press_the_button() {
    run(async {
        let site = Site::demo().await;
        let link = link(&site).await;
        let refused = site
            .post_with(&link, "", &[("sec-fetch-site", "cross-site")])
            .await;
        assert_eq!(
            (refused.status.as_u16(), refused.header("set-cookie")),
            (403, None)
        );
        assert_eq!(site.post(&link, "").await.status, 303, "the link is still good");
    });
}
