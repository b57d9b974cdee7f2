//! Every security header on every kind of response.

use crate::site::{Site, run};

const ALWAYS: [(&str, &str); 6] = [
    (
        "content-security-policy",
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; \
         connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; \
         require-trusted-types-for 'script'; trusted-types kring-patch",
    ),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "same-origin"),
    (
        "permissions-policy",
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), \
         microphone=(), midi=(), payment=(), usb=()",
    ),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
];

#[test]
fn every_kind_of_response_carries_them_all() {
    run(async {
        let site = Site::new().await;
        let style = site.get("/").await.page();
        let style = style
            .select(&scraper::Selector::parse("link[rel=stylesheet]").unwrap())
            .next()
            .unwrap();
        let style = style.attr("href").unwrap().to_owned();
        let refused = site
            .post_with("/theme", "theme=dark", &[("sec-fetch-site", "cross-site")])
            .await;
        let replies = [
            ("a page", site.get("/").await, 200),
            ("an asset", site.get(&style).await, 200),
            ("an unknown page", site.get("/nowhere").await, 404),
            ("a form", site.post("/theme", "theme=dark").await, 303),
            ("a form from elsewhere", refused, 403),
            ("a broken form", site.post("/theme", "colour=red").await, 400),
        ];
        for (what, reply, status) in replies {
            assert_eq!(reply.status, status, "{what}");
            for (name, value) in ALWAYS {
                assert_eq!(reply.header(name), Some(value), "{name} of {what}");
            }
            assert_eq!(
                reply.header("strict-transport-security"),
                None,
                "{what} over http"
            );
        }
    });
}

#[test]
fn only_https_is_promised_and_only_over_https() {
    run(async {
        let site = Site::with("address = 'https://kring.example.nl'").await;
        let reply = site.get("/").await;
        assert_eq!(
            reply.header("strict-transport-security"),
            Some("max-age=31536000")
        );
        let reply = site.post("/theme", "theme=dark").await;
        assert!(
            reply.header("set-cookie").unwrap().contains("; Secure"),
            "cookies only travel encrypted"
        );
    });
}

#[test]
fn an_asset_may_be_kept_for_ever_because_its_address_is_its_content() {
    run(async {
        let site = Site::new().await;
        let page = site.get("/").await.page();
        for selector in ["link[rel=stylesheet]", "link[rel=icon]", "script[src]"] {
            let element = page
                .select(&scraper::Selector::parse(selector).unwrap())
                .next()
                .unwrap();
            let path = element.attr("href").or(element.attr("src")).unwrap();
            let plain = site.get(path).await;
            assert_eq!(plain.status, 200, "{path}");
            assert_eq!(
                plain.header("cache-control"),
                Some("public, max-age=31536000, immutable")
            );
            let etag = plain.header("etag").unwrap();
            let again = site.get_with(path, &[("if-none-match", etag)]).await;
            assert_eq!((again.status.as_u16(), again.body.len()), (304, 0), "{path}");
            let packed = site
                .get_with(path, &[("accept-encoding", "br, gzip;q=0.8")])
                .await;
            assert_eq!(packed.header("content-encoding"), Some("gzip"), "{path}");
            assert_ne!(packed.body, plain.body);
        }
    });
}

#[test]
fn a_page_is_kept_by_no_shared_cache() {
    run(async {
        let reply = Site::new().await.get("/").await;
        assert_eq!(reply.header("cache-control"), Some("private, no-cache"));
        assert!(
            reply
                .headers
                .get_all("vary")
                .iter()
                .any(|value| value == "Accept-Language, Cookie")
        );
    });
}

#[test]
fn a_page_is_packed_for_whoever_can_unpack_it() {
    run(async {
        let site = Site::new().await;
        let reply = site.get_with("/", &[("accept-encoding", "gzip")]).await;
        assert_eq!(reply.header("content-encoding"), Some("gzip"));
        assert!(reply.body.len() * 3 < site.get("/").await.body.len());
    });
}
