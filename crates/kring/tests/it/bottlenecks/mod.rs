//! Bottlenecks: filled by many hands, with or without names, voted on, and followed from the cause to the action and back.

mod following;
mod world;

use std::time::Duration;

use store::MIGRATIONS;

use crate::calendar::world::{World, line, values};
use crate::site::texts;
use world::{add, count, grown, id_of, made};

/// Everything that can be asked of a diagram and a cause.
const POSTS: [&str; 8] = [
    "causes", "state", "votes", "settings", "text", "place", "removal", "question",
];

store::both_engines! {
    MIGRATIONS;

    async fn who_is_not_in_the_group_finds_nothing(db) {
        let world = World::new(&db).await;
        world.house.add("vreemd@voorbeeld.example", "nl").await;
        let noor = world.house.signed_in("noor@voorbeeld.example").await;
        let here = made(&noor, "").await;
        let [cause, ..] = grown(&db, &world, &here).await;
        // Organisers plan, and see nothing of what a group finds.
        for name in ["vreemd", "wietske"] {
            let other = world.house.signed_in(&format!("{name}@voorbeeld.example")).await;
            let of_cause = format!("/causes/{cause}");
            for path in ["/groups/g/bottlenecks", "/groups/g/bottlenecks/new", &here, &format!("{here}/settings"), &format!("{here}/parts?after=0"), &of_cause, &format!("{of_cause}/text"), &format!("{of_cause}/question")] {
                assert_eq!(other.get(path).await.status, 404, "{name} {path}");
            }
            for part in POSTS {
                for home in [&here, &of_cause] {
                    let status = other.post(&format!("{home}/{part}"), "key=x").await.status.as_u16();
                    assert!([404, 405].contains(&status), "{name} {home}/{part}: {status}");
                }
            }
            assert_eq!(other.post("/groups/g/bottlenecks", "").await.status, 404);
        }
        assert_eq!(noor.get("/programmes/p/categories").await.status, 404);
    }

    async fn many_hands_grow_a_tree_and_see_each_other_at_once(db) {
        let world = World::new(&db).await;
        let noor = world.house.signed_in("noor@voorbeeld.example").await;
        let bram = world.house.signed_in("bram@voorbeeld.example").await;
        let here = made(&noor, "").await;
        assert_eq!(made(&noor, "").await, here, "the same form makes one");
        let [training, ..] = grown(&db, &world, &here).await;
        let page = noor.get(&here).await;
        assert_eq!(texts(&page.page(), ".bone-causes .bone-causes .bone-text"), ["Alles moest snel"]);
        assert!(texts(&page.page(), "svg.fishbone .reason text").concat().contains("Alles moest"));

        let own = noor.get("/my/data.json").await;
        assert!(own.text().contains("Weinig scholing") && !own.text().contains("Alles moest snel"));

        // Pressing twice adds one.
        let technique = id_of(&db, "Techniek").await;
        for _ in 0..2 {
            assert_eq!(add(&bram, &here, 20, (&technique, "Oude telefoons")).await.status, 303);
        }
        assert_eq!(count::<i64>(&db, "causes").await, 4);
        // What is wrong comes back with everything that was chosen and typed.
        let empty = add(&bram, &here, 21, (&technique, "")).await;
        assert_eq!(empty.status, 422);
        assert_ne!(line(&empty.page(), "#text-problem"), "");
        assert_eq!(values(&empty.page(), "#under option[selected]"), [technique]);
        let nowhere = add(&bram, &here, 22, ("gone", "Hoort nergens")).await;
        assert_eq!(nowhere.status, 422);
        assert_eq!(values(&nowhere.page(), "#text"), ["Hoort nergens"]);

        // Somebody has the page open; somebody else adds; the first hears of it without waiting.
        let version: i64 = count(&db, "version").await;
        let asked = format!("{here}/parts?after={version}");
        let both = async {
            tokio::join!(noor.get(&asked), async {
                add(&bram, &here, 23, (&training, "Geen vervanging")).await
            })
        };
        let (heard, added) = tokio::time::timeout(Duration::from_secs(10), both).await.unwrap();
        assert_eq!((heard.status.as_u16(), added.status.as_u16()), (200, 303));
        assert!(heard.text().contains("Geen vervanging") && heard.text().contains("data-part=\"drawing\""));
    }

    async fn why_is_asked_five_times_and_no_more(db) {
        let world = World::new(&db).await;
        let noor = world.house.signed_in("noor@voorbeeld.example").await;
        let here = made(&noor, "").await;
        let mut under = id_of(&db, "Mens").await;
        let mut last = under.clone();
        for (number, text) in (30..).zip(["een", "twee", "drie", "vier", "vijf", "zes"]) {
            assert_eq!(add(&noor, &here, number, (&under, text)).await.status, 303);
            last = under;
            under = id_of(&db, text).await;
        }
        assert_eq!(add(&noor, &here, 40, (&under, "zeven")).await.status, 422);
        let offered = values(&noor.get(&here).await.page(), "#under option");
        assert!(!offered.contains(&under) && offered.contains(&last), "{offered:?}");
    }

    async fn without_names_nothing_tells_who_wrote_what(db) {
        let world = World::new(&db).await;
        let noor = world.house.signed_in("noor@voorbeeld.example").await;
        let thea = world.house.signed_in("thea@voorbeeld.example").await;
        let here = made(&noor, "&anonymous=yes").await;
        let [cause, ..] = grown(&db, &world, &here).await;
        assert_eq!(count::<i64>(&db, "authors").await, 0);
        assert_eq!(count::<i64>(&db, "moment").await % 86_400_000_000, 0, "only the day");
        // An id of another kind tells the moment.
        assert_eq!(uuid::Uuid::parse_str(&cause).unwrap().get_version_num(), 4);
        let page = thea.get(&here).await;
        assert!(!texts(&page.page(), ".bone-tools").concat().contains("bram"), "{}", page.text());
        assert!(!noor.get("/my/data.json").await.text().contains("Weinig scholing"));
        // Nobody's own, so it is whoever leads who changes it.
        let renamed = "version=1&text=Te weinig scholing";
        assert_eq!(noor.post(&format!("/causes/{cause}/text"), renamed).await.status, 404);
        assert_eq!(thea.post(&format!("/causes/{cause}/text"), renamed).await.status, 303);
    }

    async fn a_cause_is_changed_by_its_author_and_moved_by_everybody(db) {
        let world = World::new(&db).await;
        let noor = world.house.signed_in("noor@voorbeeld.example").await;
        let bram = world.house.signed_in("bram@voorbeeld.example").await;
        let here = made(&noor, "").await;
        let [training, failures, haste] = grown(&db, &world, &here).await;
        let at = |id: &str, part: &str| format!("/causes/{id}/{part}");
        assert_eq!(bram.post(&at(&training, "text"), "version=1&text=x").await.status, 404);
        assert_eq!(bram.post(&at(&training, "removal"), "").await.status, 404);
        let refused = noor.post(&at(&training, "removal"), "").await;
        assert_eq!(refused.status, 422, "something stands under it");
        assert_eq!(noor.post(&at(&training, "text"), "version=1&text=Geen scholing").await.status, 303);
        // Somebody who saw the words before that sees both.
        let late = noor.post(&at(&training, "text"), "version=1&text=Nauwelijks scholing").await;
        assert_eq!(late.status, 409);
        assert!(line(&late.page(), "#text-problem").contains("Geen scholing"));
        assert_eq!(values(&late.page(), "#text"), ["Nauwelijks scholing"]);

        // With all that is under it, and not under itself.
        assert_eq!(bram.post(&at(&training, "place"), &format!("under={haste}")).await.status, 422);
        assert_eq!(bram.post(&at(&training, "place"), &format!("under={failures}")).await.status, 303);
        let page = noor.get(&here).await;
        assert_eq!(texts(&page.page(), ".bone-causes .bone-causes .bone-causes .bone-text"), ["Alles moest snel"]);
        let technique = id_of(&db, "Techniek").await;
        assert_eq!(add(&bram, &here, 50, (&technique, "Oude telefoons")).await.status, 303);
        let phones = id_of(&db, "Oude telefoons").await;
        assert_eq!(noor.post(&at(&phones, "place"), "do=up").await.status, 303);
        let order = texts(&noor.get(&here).await.page(), ".bone-category > .bone-causes > li > .bone-line .bone-text");
        assert_eq!(order, ["Oude telefoons", "Storingen blijven liggen"]);
        assert_eq!(bram.post(&at(&phones, "removal"), "").await.status, 303);
        assert_eq!(bram.get(&at(&phones, "text")).await.status, 404);
    }
}
