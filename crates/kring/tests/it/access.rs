//! Who reaches which page, walked as a person would: signed in, from page to page.

use scraper::Selector;

use crate::pages::check;
use crate::site::{Reply, Site, run};

/// Somebody signed in, or a visitor who is not.
pub(crate) struct Walker<'s> {
    site: &'s Site,
    cookie: String,
}

impl<'s> Walker<'s> {
    pub(crate) fn visitor(site: &'s Site) -> Self {
        Self {
            site,
            cookie: String::new(),
        }
    }

    /// Chooses somebody on the page of the demo.
    pub(crate) async fn of(site: &'s Site, name: &str) -> Self {
        let page = site.get("/demo").await.page();
        let button = Selector::parse("button.face").unwrap();
        let id = page
            .select(&button)
            .find(|button| button.text().collect::<String>().contains(name))
            .and_then(|button| button.attr("value"))
            .unwrap_or_else(|| panic!("nobody is called {name}"))
            .to_owned();
        let entered = site.post("/demo/sign-in", &format!("person={id}")).await;
        let set = entered.header("set-cookie").unwrap();
        Self {
            site,
            cookie: set.split(';').next().unwrap().to_owned(),
        }
    }

    pub(crate) async fn get(&self, path: &str) -> Reply {
        self.get_in("nl", path).await
    }

    async fn get_in(&self, language: &str, path: &str) -> Reply {
        let headers = [("cookie", self.cookie.as_str()), ("accept-language", language)];
        self.site.get_with(path, &headers).await
    }

    /// Sends a form from a page of the site itself.
    pub(crate) async fn post(&self, path: &str, form: &str) -> Reply {
        let headers = [
            ("cookie", self.cookie.as_str()),
            ("accept-language", "nl"),
            ("sec-fetch-site", "same-origin"),
        ];
        self.site.post_with(path, form, &headers).await
    }

    /// Where a link on a page leads.
    pub(crate) async fn link(&self, from: &str, text: &str) -> String {
        let page = self.get(from).await.page();
        let links = Selector::parse("main a").unwrap();
        page.select(&links)
            .find(|link| link.text().collect::<String>().trim() == text)
            .and_then(|link| link.attr("href"))
            .unwrap_or_else(|| panic!("{from} has no link {text}"))
            .to_owned()
    }
}

/// What somebody gets for a page: its status, or where it sends them.
async fn outcome(walker: &Walker<'_>, path: &str) -> String {
    let reply = walker.get(path).await;
    match reply.header("location") {
        Some(to) => format!("{} {to}", reply.status.as_u16()),
        None => reply.status.as_u16().to_string(),
    }
}

#[test]
fn every_page_of_a_group_as_everybody() {
    run(async {
        let site = Site::demo().await;
        let member = Walker::of(&site, "Saskia Windheuvel").await;
        let group = member.link("/my", "Praktijkmanagers Wolderland").await;
        let meeting = member.link(&group, "Taken en grenzen").await;
        let programme = member.link(&group, "Intervisie voor praktijkmanagers").await;
        let bottlenecks = format!("{group}/bottlenecks");
        let effect = "De digitale balie is er, en toch staat de telefoon roodgloeiend";
        let bottleneck = member.link(&bottlenecks, effect).await;
        let cause = own_cause(&member, &bottleneck).await;
        let walkers = [
            ("member", &member),
            ("coach", &Walker::of(&site, "Thea Lindeborg").await),
            ("organiser", &Walker::of(&site, "Wietske Molenrak").await),
            ("other member", &Walker::of(&site, "Rutger Berkenstam").await),
            ("other organiser", &Walker::of(&site, "Jasper Strandwaal").await),
            ("visitor", &Walker::visitor(&site)),
        ];
        let mut table = Vec::new();
        for (name, walker) in walkers {
            let mut row = vec![format!("{name}:")];
            for path in [
                group.as_str(),
                &meeting,
                &programme,
                "/groups/unknown",
                "/meetings/unknown",
                "/programmes/unknown",
                "/my/devices",
                &bottlenecks,
                &bottleneck,
                &cause,
                "/causes/unknown",
            ] {
                row.push(outcome(walker, path).await);
            }
            table.push(row.join(" "));
        }
        // group, meeting, programme, the same three at addresses that do not exist, one's own devices, bottlenecks of the group, one of them, a cause
        // of it, and a cause that does not exist
        let expected = [
            "member: 200 200 200 404 404 404 200 200 200 200 404",
            "coach: 200 200 200 404 404 404 200 200 200 200 404",
            "organiser: 200 200 200 404 404 404 200 404 404 404 404",
            "other member: 404 404 404 404 404 404 200 404 404 404 404",
            "other organiser: 404 404 404 404 404 404 200 404 404 404 404",
            "visitor: 303 /sign-in 303 /sign-in 303 /sign-in 303 /sign-in 303 /sign-in 303 /sign-in 303 /sign-in 303 /sign-in 303 /sign-in 303 /sign-in 303 /sign-in",
        ];
        assert_eq!(table, expected);
    });
}

/// The page of the first cause of a bottleneck.
async fn own_cause(member: &Walker<'_>, bottleneck: &str) -> String {
    let page = member.get(bottleneck).await.page();
    let cause = Selector::parse(".bone-causes > li").unwrap();
    let id = page.select(&cause).next().unwrap().attr("id").unwrap();
    format!("/causes/{}", id.trim_start_matches("c-"))
}

#[test]
fn an_organiser_sees_dates_and_people_and_no_content() {
    run(async {
        let site = Site::demo().await;
        let member = Walker::of(&site, "Saskia Windheuvel").await;
        let group = member.link("/my", "Praktijkmanagers Wolderland").await;
        let meeting = member.link(&group, "Taken en grenzen").await;
        let organiser = Walker::of(&site, "Wietske Molenrak").await;
        // The group page: topics and turns; the meeting page: case, results, actions.
        for (path, inside) in [
            (&group, "Een verzuimgesprek voeren"),
            (&group, "Aan de beurt"),
            (&meeting, "Altijd degene die het oplost"),
            (&meeting, "Wat gebeurt er als ik een taak"),
            (&meeting, "Maak met de maten een lijst"),
            (&meeting, "De drie kolommen bespreken"),
        ] {
            assert!(
                member.get(path).await.text().contains(inside),
                "the member sees {inside}"
            );
            assert!(
                !organiser.get(path).await.text().contains(inside),
                "the organiser sees {inside}"
            );
        }
        for (path, outside) in [
            (&group, "Hilde Eekwolde"),
            (&meeting, "Bauke Steenwolde"),
            (&group, "Taken en grenzen"),
        ] {
            assert!(organiser.get(path).await.text().contains(outside), "{outside}");
        }
    });
}

#[test]
fn private_notes_reach_only_whom_they_are_for() {
    run(async {
        let site = Site::demo().await;
        let writer = Walker::of(&site, "Renske Hooimade").await;
        let owner = Walker::of(&site, "Saskia Windheuvel").await;
        let sender = Walker::of(&site, "Anouk Rietmarke").await;
        let other = Walker::of(&site, "Petra Zonnewende").await;
        let coach = Walker::of(&site, "Thea Lindeborg").await;
        let group = writer.link("/my", "Praktijkmanagers Wolderland").await;
        let meeting = writer.link(&group, "Taken en grenzen").await;
        let (private, to_owner) = ("contracturen zichtbaar", "Zeg niet nee, zeg wanneer");
        for (name, walker, sees_private, sees_to_owner) in [
            ("writer", &writer, true, false),
            ("owner", &owner, false, true),
            ("sender", &sender, false, true),
            ("other", &other, false, false),
            ("coach", &coach, false, false),
        ] {
            let page = walker.get(&meeting).await;
            assert_eq!(page.text().contains(private), sees_private, "{name}: private");
            assert_eq!(
                page.text().contains(to_owner),
                sees_to_owner,
                "{name}: to the owner"
            );
        }
    });
}

#[test]
fn a_guest_speaker_sees_one_meeting_and_nothing_else() {
    run(async {
        let site = Site::demo().await;
        let guest = Walker::of(&site, "Samira Tazoutki").await;
        let member = Walker::of(&site, "Maaike Torenvalk").await;
        let group = member.link("/my", "Praktijkondersteuners Noord").await;
        let own = member.link(&group, "Gast aan tafel: eten en vieren").await;
        let earlier = member.link(&group, "Beelden die helpen").await;
        let page = guest.get(&own).await;
        assert_eq!(page.status, 200);
        assert!(!page.text().contains("Feestmaand en bloedsuiker"), "no case");
        assert_eq!(guest.get(&earlier).await.status, 404);
        assert_eq!(guest.get(&group).await.status, 404);
    });
}

#[test]
fn the_invitation_to_an_open_meeting_is_there_for_everybody() {
    run(async {
        let site = Site::demo().await;
        let visitor = Walker::visitor(&site);
        let programme = visitor.link("/", "Lees de uitnodiging").await;
        let page = visitor.get(&programme).await;
        assert_eq!(page.status, 200);
        assert!(
            page.text()
                .contains("Hoe krijg je een team mee dat weinig uitleg heeft gehad?")
        );
        for hidden in ["Chantal", "Snel gestart, en nu staat het stil", "Nadia"] {
            assert!(!page.text().contains(hidden), "{hidden}");
        }
    });
}

#[test]
fn every_page_behind_the_door_is_well_made_in_both_languages() {
    run(async {
        let site = Site::demo().await;
        let mut faults = Vec::new();
        for (name, group, past) in [
            (
                "Renske Hooimade",
                "Praktijkmanagers Wolderland",
                "Taken en grenzen",
            ),
            ("Lotte Groeneschelp", "Groep Kust", "Van idee naar plan"),
            (
                "Wietske Molenrak",
                "Praktijkmanagers Wolderland",
                "Taken en grenzen",
            ),
        ] {
            let walker = Walker::of(&site, name).await;
            let home = match name {
                "Wietske Molenrak" => walker.link("/my", "Intervisie voor praktijkmanagers").await,
                _ => "/my".to_owned(),
            };
            let group = walker.link(&home, group).await;
            let meeting = walker.link(&group, past).await;
            for path in [
                home.as_str(),
                &group,
                &format!("{group}/topics"),
                &meeting,
                "/demo",
                "/sign-in",
                "/my/profile",
                "/my/data",
                "/my/devices",
                "/library",
                "/library?words=rooster",
                "/library/mine",
                "/library/checks",
                "/",
                "/groups/unknown",
            ] {
                for language in ["nl", "en"] {
                    let page = walker.get_in(language, path).await.page();
                    let found = check(&page, language).into_iter();
                    faults.extend(found.map(|fault| format!("{name} {language} {path}: {fault}")));
                }
            }
        }
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    });
}
