//! The paper pack: what is on it, and for whom.

use store::{args, sql};

use crate::access::Walker;
use crate::site::{Site, run, texts};

async fn running(site: &Site) -> String {
    let title = "Medicijndispenser: van weerstand naar vertrouwen";
    let found = site
        .app
        .db
        .read(move |tx| tx.one(sql!("select id from meetings where title = $1"), args![title]));
    let id: String = found.await.unwrap();
    format!("/meetings/{id}")
}

#[test]
fn a_pack_has_times_cards_a_list_to_sign_and_no_case() {
    run(async {
        let site = Site::demo().await;
        let lead = Walker::of(&site, "Nadia Wiekslag").await;
        let meeting = running(&site).await;
        let page = lead.get(&format!("{meeting}/pack")).await;
        assert_eq!(page.status, 200);
        let page = page.page();
        assert!(texts(&page, ".pack-card h3").contains(&"Centrale vraag".to_owned()));
        assert!(
            texts(&page, ".pack-sign th")
                .iter()
                .any(|name| name.starts_with("Esmee Lariksdal"))
        );
        assert!(texts(&page, ".pack-questions li").len() >= 5);
        assert!(!texts(&page, "svg.qr title").is_empty(), "nothing to scan");
        let case = "Snel gestart, en nu staat het stil";
        assert!(
            lead.get(&meeting).await.text().contains(case),
            "the case has another name now"
        );
        assert!(!page.html().contains(case), "a case is on paper");
    });
}

#[test]
fn the_agreements_that_hold_are_a_page_of_the_pack() {
    run(async {
        let site = Site::demo().await;
        // Those of the open meetings of a programme.
        let lead = Walker::of(&site, "Nadia Wiekslag").await;
        let open = format!("{}/pack", running(&site).await);
        let page = lead.get(&open).await.page();
        let lines = texts(&page, ".pack-agreements li");
        assert!(
            lines.len() == 7 && lines[3] == "Eerst vragen, dan pas raad.",
            "{lines:?}"
        );
        assert!(
            texts(&page, ".pack-agreements .small")
                .concat()
                .starts_with("Versie 1")
        );
        // Those of a group, and the version that holds now.
        let coach = Walker::of(&site, "Thea Lindeborg").await;
        let member = Walker::of(&site, "Saskia Windheuvel").await;
        let group = member.link("/my", "Praktijkmanagers Wolderland").await;
        let meeting = member.link(&group, "Taken en grenzen").await;
        let written = coach
            .post(
                &format!("{group}/agreements"),
                "text=Wij+beginnen+op+tijd.&based_on=1",
            )
            .await;
        assert_eq!(written.status, 303);
        let page = member.get(&format!("{meeting}/pack")).await.page();
        assert_eq!(texts(&page, ".pack-agreements li"), ["Wij beginnen op tijd."]);
        assert!(
            texts(&page, ".pack-agreements .small")
                .concat()
                .starts_with("Versie 2")
        );
        // A method alone has none.
        let page = lead.get("/methods/focusmethode/pack").await.page();
        assert!(texts(&page, ".pack-agreements").is_empty());
    });
}

#[test]
fn a_pack_is_for_who_may_see_the_meeting() {
    run(async {
        let site = Site::demo().await;
        let meeting = running(&site).await;
        let other = Walker::of(&site, "Saskia Windheuvel").await;
        assert_eq!(other.get(&format!("{meeting}/pack")).await.status, 404);
        let visitor = Walker::visitor(&site);
        assert_eq!(visitor.get("/methods/focusmethode/pack").await.status, 200);
        assert_eq!(visitor.get("/methods/unknown/pack").await.status, 404);
    });
}
