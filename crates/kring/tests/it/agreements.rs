//! The forms about agreements, on the page of a group and on that of a programme with open meetings.

use scraper::{Html, Selector};

use crate::access::Walker;
use crate::pages::check;
use crate::room::world::{Form, serde_urlencode};
use crate::site::{Reply, Site, run, texts};

/// A page with agreements, and somebody of each kind.
struct Home<'s> {
    page: String,
    /// Writes, and sits in the circle.
    coach: Walker<'s>,
    /// Sits in the circle and has accepted the first version.
    member: Walker<'s>,
    /// Writes, and does not sit in the circle.
    organiser: Walker<'s>,
    /// Belongs elsewhere.
    stranger: Walker<'s>,
    /// Is not signed in.
    visitor: Walker<'s>,
}

async fn of_group(site: &Site) -> Home<'_> {
    let member = Walker::of(site, "Saskia Windheuvel").await;
    Home {
        page: member.link("/my", "Praktijkmanagers Wolderland").await,
        coach: Walker::of(site, "Thea Lindeborg").await,
        member,
        organiser: Walker::of(site, "Wietske Molenrak").await,
        stranger: Walker::of(site, "Rutger Berkenstam").await,
        visitor: Walker::visitor(site),
    }
}

async fn of_programme(site: &Site) -> Home<'_> {
    let visitor = Walker::visitor(site);
    Home {
        page: visitor.link("/", "Lees de uitnodiging").await,
        coach: Walker::of(site, "Nadia Wiekslag").await,
        member: Walker::of(site, "Esmee Lariksdal").await,
        organiser: Walker::of(site, "Bram Koerslagh").await,
        stranger: Walker::of(site, "Rutger Berkenstam").await,
        visitor,
    }
}

/// The form that goes to this end of the address, as it stands on the page.
fn form(page: &Html, ending: &str) -> Option<Form> {
    let forms = Selector::parse("form").unwrap();
    let mut forms = page.select(&forms).map(Form::read);
    forms.find(|form| form.action.ends_with(ending))
}

impl Home<'_> {
    async fn form(&self, walker: &Walker<'_>, ending: &str) -> Option<Form> {
        let page = walker.get(&self.page).await.page();
        assert_eq!(check(&page, "nl"), [""; 0]);
        form(&page, ending)
    }

    /// Writes a new version into the form that this person sees.
    async fn write(&self, walker: &Walker<'_>, text: &str) -> Reply {
        let form = self.form(walker, "/agreements").await.expect("no form to write");
        send(walker, &form, text).await
    }

    async fn accept(&self, walker: &Walker<'_>) -> Reply {
        let form = self.form(walker, "/acceptance").await.expect("nothing to accept");
        send(walker, &form, "").await
    }

    async fn has_accepted(&self, walker: &Walker<'_>) -> bool {
        let page = walker.get(&self.page).await.page();
        !texts(&page, ".agreements-mine").is_empty()
    }
}

async fn send(walker: &Walker<'_>, form: &Form, text: &str) -> Reply {
    let fields = form.fields.iter();
    let mut fields: Vec<(&str, &str)> = fields
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    fields.push(("text", text));
    walker.post(&form.action, &serde_urlencode(&fields)).await
}

/// The same for both pages.
fn on_both(test: &impl AsyncFn(Home<'_>)) {
    run(async {
        for of in 0..2 {
            let site = Site::demo().await;
            let home = if of == 0 {
                of_group(&site).await
            } else {
                of_programme(&site).await
            };
            test(home).await;
        }
    });
}

#[test]
fn who_writes_agreements_and_who_accepts_them() {
    on_both(&async |home| {
        let text = "Wat hier gezegd wordt, blijft hier.\nWe beginnen op tijd.";
        let first = home.form(&home.coach, "/agreements").await.unwrap();
        home.write(&home.coach, text).await;
        let mut table = Vec::new();
        for (name, walker) in [
            ("coach", &home.coach),
            ("member", &home.member),
            ("organiser", &home.organiser),
            ("stranger", &home.stranger),
            ("visitor", &home.visitor),
        ] {
            let page = walker.get(&home.page).await.page();
            let forms = ["/agreements", "/acceptance"].map(|ending| form(&page, ending).is_some());
            // Based on a version that is gone: whoever may write hears of it, and nothing is stored.
            let written = send(walker, &first, "Iets heel anders.").await.status.as_u16();
            let acceptance = format!("{}/agreements/acceptance", home.page);
            let accepted = walker
                .post(&acceptance, "agreement=unknown")
                .await
                .status
                .as_u16();
            table.push(format!("{name}: {forms:?} {written} {accepted}"));
        }
        // Whoever writes a version has accepted it.
        let expected = [
            "coach: [true, false] 409 303",
            "member: [false, true] 404 303",
            "organiser: [true, false] 409 404",
            "stranger: [false, false] 404 404",
            "visitor: [false, false] 303 303",
        ];
        assert_eq!(table, expected, "{}", home.page);
    });
}

#[test]
fn a_text_that_will_not_do_comes_back_with_the_reason() {
    on_both(&async |home| {
        let long = "a".repeat(4_001);
        let many = "Een regel.\n".repeat(21);
        for (text, says) in [
            (" \n - \n", "Er staat nog niets"),
            (long.as_str(), "4000 tekens"),
            (many.as_str(), "20 regels"),
        ] {
            let reply = home.write(&home.organiser, text).await;
            assert_eq!(reply.status, 422, "{says}");
            let page = reply.page();
            assert_eq!(check(&page, "nl"), [""; 0], "{says}");
            let problem = texts(&page, ".agreements-write .notice").concat();
            assert!(problem.contains(says), "{says}: {problem}");
            let typed = page
                .select(&Selector::parse("#agreements-text").unwrap())
                .next()
                .unwrap();
            let typed = typed.text().collect::<String>();
            assert!(
                typed.contains(text.trim_end()),
                "what was typed is still there: {typed:.40}"
            );
        }
        assert!(
            home.has_accepted(&home.member).await,
            "the first version still holds"
        );
    });
}

#[test]
fn of_two_who_write_at_once_the_second_sees_both_texts() {
    on_both(&async |home| {
        let form = home.form(&home.coach, "/agreements").await.unwrap();
        assert_eq!(
            send(&home.organiser, &form, "Van de organisator.").await.status,
            303
        );
        let reply = send(&home.coach, &form, "Van de begeleider.").await;
        assert_eq!(reply.status, 409);
        let page = reply.page();
        assert_eq!(texts(&page, "ol.agreements li"), ["Van de organisator."]);
        assert_eq!(texts(&page, "#agreements-text"), ["Van de begeleider."]);
        // The form now stands on the version that was shown with it: sent again it is taken.
        let again = self::form(&page, "/agreements").unwrap();
        assert_eq!(
            send(&home.coach, &again, "Van de organisator.\nVan de begeleider.")
                .await
                .status,
            303
        );
        let page = home.member.get(&home.page).await.page();
        assert_eq!(
            texts(&page, "ol.agreements li"),
            ["Van de organisator.", "Van de begeleider."]
        );
    });
}

#[test]
fn every_version_is_accepted_again() {
    on_both(&async |home| {
        assert!(home.has_accepted(&home.member).await);
        home.write(&home.coach, "Versie twee.").await;
        assert!(home.has_accepted(&home.coach).await, "whoever wrote it");
        assert!(!home.has_accepted(&home.member).await);
        // They read version two while version three is written: that is not the one they agree to.
        let read = home.form(&home.member, "/acceptance").await.unwrap();
        home.write(&home.coach, "Versie drie.").await;
        assert_eq!(send(&home.member, &read, "").await.status, 303);
        assert!(!home.has_accepted(&home.member).await);
        assert_eq!(home.accept(&home.member).await.status, 303);
        assert!(home.has_accepted(&home.member).await);
        let names = texts(&home.coach.get(&home.page).await.page(), "#agreements .small").concat();
        assert!(
            names.contains("Akkoord:"),
            "whoever writes sees who accepted: {names}"
        );
        let count = texts(&home.member.get(&home.page).await.page(), "#agreements .small").concat();
        assert!(!count.contains("Akkoord:"), "the others see how many: {count}");
    });
}

#[test]
fn a_visitor_who_signs_in_gets_the_programme_they_asked_for() {
    run(async {
        let site = Site::demo().await;
        let member = Walker::of(&site, "Saskia Windheuvel").await;
        let group = member.link("/my", "Praktijkmanagers Wolderland").await;
        let programme = member.link(&group, "Intervisie voor praktijkmanagers").await;
        for path in [programme.as_str(), "/programmes/unknown"] {
            let reply = site
                .get_with(path, &[("accept", "text/html"), ("sec-fetch-dest", "document")])
                .await;
            let to = reply.header("location").unwrap_or_default().to_owned();
            assert_eq!(to, format!("/sign-in?next={path}"));
        }
    });
}
