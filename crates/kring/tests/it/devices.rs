//! Where somebody is signed in, and how that ends: by itself, here, there or everywhere.

use jiff::SignedDuration;
use scraper::Selector;
use store::MIGRATIONS;

use crate::browser::{Browser, House};
use crate::pages::check;
use crate::site::{Reply, texts};

const NOOR: &str = "noor@voorbeeld.example";
const LAPTOP: &str = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0";
const PHONE: &str =
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 Version/18.1 Safari/604.1";

const DAY: SignedDuration = SignedDuration::from_hours(24);

/// The forms to end a device; `here` is the one of this browser.
fn ends(page: &Reply, here: bool) -> Vec<String> {
    let devices = Selector::parse("li.device").unwrap();
    let form = Selector::parse("form").unwrap();
    let page = page.page();
    page.select(&devices)
        .filter(|device| device.attr("data-here").is_some() == here)
        .map(|device| {
            device
                .select(&form)
                .next()
                .unwrap()
                .attr("action")
                .unwrap()
                .to_owned()
        })
        .collect()
}

async fn is_in(browser: &Browser) -> bool {
    browser.get("/my/devices").await.status == 200
}

store::both_engines! {
    MIGRATIONS;

    async fn a_lost_phone_is_signed_out_from_the_laptop(db) {
        let house = House::new(&db).await;
        let (laptop, phone) = (house.browser().with("user-agent", LAPTOP), house.browser().with("user-agent", PHONE));
        house.sign_in(&laptop, NOOR).await;
        house.advance(SignedDuration::from_hours(1));
        house.sign_in(&phone, NOOR).await;

        let page = laptop.get("/my/devices").await;
        assert_eq!(check(&page.page(), "nl"), [""; 0]);
        assert_eq!(
            texts(&page.page(), "li.device"),
            [
                "Safari op iPhoneAangemeld op maandag 23 november. Laatst gebruikt op maandag 23 november.\
                 Afmelden: Safari op iPhone",
                "Firefox op Linux dit apparaatAangemeld op maandag 23 november. Laatst gebruikt op maandag 23 november.\
                 Afmelden: Firefox op Linux",
            ]
        );
        let other = ends(&page, false);
        assert_eq!(laptop.post(&other[0], "").await.header("location"), Some("/my/devices"));
        assert!(!is_in(&phone).await);
        assert!(is_in(&laptop).await);
        assert_eq!(laptop.post(&other[0], "").await.status, 303, "a second press does no harm");

        let own = ends(&laptop.get("/my/devices").await, true);
        assert_eq!(laptop.post(&own[0], "").await.header("location"), Some("/"));
        assert!(!is_in(&laptop).await);
    }

    async fn nobody_signs_somebody_else_out(db) {
        let house = House::new(&db).await;
        let (noor, bram) = (house.signed_in(NOOR).await, house.signed_in("bram@voorbeeld.example").await);
        let own = ends(&noor.get("/my/devices").await, true);
        let tried = bram.post(&own[0], "").await;
        let unknown = bram.post("/my/devices/unknown/revocation", "").await;
        assert_eq!(tried.status, unknown.status, "it does not tell what exists");
        assert!(is_in(&noor).await && is_in(&bram).await);
        let visitor = house.browser().post(&own[0], "").await;
        assert_eq!(visitor.header("location"), Some("/sign-in"));
        assert!(is_in(&noor).await);
    }

    async fn everywhere_is_here_too(db) {
        let house = House::new(&db).await;
        let (one, other) = (house.signed_in(NOOR).await, house.signed_in(NOOR).await);
        let bram = house.signed_in("bram@voorbeeld.example").await;
        one.post("/my/devices/revocations", "").await;
        assert!(!is_in(&one).await && !is_in(&other).await);
        assert!(is_in(&bram).await);
    }

    async fn signing_in_again_ends_what_this_browser_had(db) {
        let house = House::new(&db).await;
        let browser = house.signed_in(NOOR).await;
        let stolen = browser.copy();
        house.sign_in(&browser, "bram@voorbeeld.example").await;
        assert!(!is_in(&stolen).await, "the old cookie is worth nothing");
        assert_eq!(ends(&browser.get("/my/devices").await, true).len(), 1);
    }

    async fn a_sign_in_ends_after_forty_five_days_without_a_visit_and_after_half_a_year(db) {
        let house = House::new(&db).await;
        let (faithful, other) = (house.signed_in(NOOR).await, house.signed_in(NOOR).await);
        house.advance(DAY * 45);
        assert!(is_in(&faithful).await);
        house.advance(DAY);
        assert!(!is_in(&other).await);
        assert_eq!(texts(&faithful.get("/my/devices").await.page(), "li.device").len(), 1);
        for _ in 0..3 {
            house.advance(DAY * 44);
            assert!(is_in(&faithful).await);
        }
        house.advance(DAY * 2);
        assert!(!is_in(&faithful).await, "180 days are over");
    }

    async fn the_page_is_there_in_english(db) {
        let house = House::new(&db).await;
        let browser = house.browser().with("accept-language", "en");
        house.sign_in(&browser, NOOR).await;
        let page = browser.get("/my/devices").await;
        assert_eq!(check(&page.page(), "en"), [""; 0]);
        assert!(page.text().contains("Unknown device"));
    }
}
