//! Votes, questions, and the way from a cause to what came of it and back.

use scraper::Selector;
use store::{MIGRATIONS, args, sql};

use super::world::{EFFECT, add, count, grown, held, id_of, made, voted};
use crate::calendar::world::{World, line, values};
use crate::pages::check;
use crate::site::{Reply, texts};

/// The lines in the field of the categories.
fn categories(reply: &Reply) -> Vec<String> {
    let field = Selector::parse("#categories").unwrap();
    let page = reply.page();
    let text: String = page.select(&field).next().unwrap().text().collect();
    text.lines().map(str::to_owned).collect()
}

store::both_engines! {
    MIGRATIONS;

    async fn three_votes_each_are_secret_until_the_vote_is_closed(db) {
        let world = World::new(&db).await;
        let noor = world.house.signed_in("noor@voorbeeld.example").await;
        let thea = world.house.signed_in("thea@voorbeeld.example").await;
        let here = made(&noor, "").await;
        let [training, failures, haste] = grown(&db, &world, &here).await;
        let technique = id_of(&db, "Techniek").await;
        add(&noor, &here, 60, (&technique, "Oude telefoons")).await;
        let phones = id_of(&db, "Oude telefoons").await;
        let (state, votes) = (format!("{here}/state"), format!("{here}/votes"));
        assert_eq!(noor.post(&votes, &format!("root-0={training}")).await.status, 409, "not yet");
        assert_eq!(noor.post(&state, "to=voting").await.status, 404, "whoever leads goes on");
        assert_eq!(thea.post(&state, "to=voting").await.status, 303);
        let late = add(&noor, &here, 61, (&technique, "Te laat")).await;
        assert_eq!(late.status, 409);
        assert!(late.text().contains("Te laat"), "what was typed is still there");

        let four = format!("root-0={training}&root-1={haste}&root-2={failures}&root-3={phones}");
        let refused = noor.post(&votes, &four).await;
        assert_eq!(refused.status, 422);
        assert_eq!(values(&refused.page(), "#vote input[checked]").len(), 4);
        assert_eq!(count::<i64>(&db, "votes").await, 0);
        assert_eq!(noor.post(&votes, &format!("root-0={training}&root-2={failures}")).await.status, 303);
        assert_eq!(noor.post(&votes, &format!("root-0={training}")).await.status, 303);
        assert_eq!(count::<i64>(&db, "votes").await, 1, "the last choice counts");
        for browser in [&noor, &thea] {
            let page = browser.get(&here).await;
            assert!(texts(&page.page(), ".bone-votes, .badge").is_empty(), "{}", page.text());
            assert!(page.text().contains("Eén iemand heeft gestemd"));
        }
        assert_eq!(thea.post(&votes, &format!("root-0={training}")).await.status, 409, "whoever leads has no vote");
        assert_eq!(thea.post(&state, "to=closed").await.status, 303);
        assert_eq!(noor.post(&votes, &format!("root-0={haste}")).await.status, 409);
        assert_eq!(texts(&noor.get(&here).await.page(), ".bone-roots .bone-votes"), ["één stem"]);
    }

    async fn a_root_becomes_a_question_and_is_found_again_from_what_came_of_it(db) {
        let world = World::new(&db).await;
        let meeting = world.plan("2026-12-15").await;
        world.house.deliver().await;
        let noor = world.house.signed_in("noor@voorbeeld.example").await;
        let thea = world.house.signed_in("thea@voorbeeld.example").await;
        let here = made(&noor, &meeting).await;
        let [training, failures, _] = grown(&db, &world, &here).await;
        voted(&world, &here, &training).await;
        let ask = format!("/causes/{training}/question");
        assert_eq!(noor.get(&format!("/causes/{failures}/question")).await.status, 404, "nobody chose it");
        let form = format!("title=Leren&question=Hoe leren we het?&meeting={meeting}");
        let lead = thea.post(&ask, &form).await;
        assert_eq!(lead.status, 422, "whoever leads says who brings it");
        assert_eq!(values(&lead.page(), "#title"), ["Leren"]);
        for _ in 0..2 {
            assert_eq!(noor.post(&ask, &form).await.status, 303);
        }
        assert_eq!(count::<i64>(&db, "cases").await, 1);
        let cause = format!("/causes/{training}");
        let to_cause = format!("a[href='{cause}']");
        let page = noor.get(&format!("/meetings/{meeting}")).await;
        assert!(page.text().contains("Hoe leren we het?"));
        assert_eq!(texts(&page.page(), &format!("a[href='{here}']")), [EFFECT]);
        assert_eq!(texts(&page.page(), &to_cause), ["Uit een knelpunt"]);

        held(&db, &meeting, &training).await;
        let chain = noor.get(&cause).await;
        assert!(chain.text().contains("Laat twee mensen het eerst leren") && !chain.text().contains("andere vraag"));
        assert_eq!(noor.post(&format!("{cause}/actions"), "action-0=a1").await.status, 303);
        assert_eq!(texts(&noor.get(&cause).await.page(), "#actions .action-what").len(), 1);
        // From the question, from what was advised and from the action one comes back.
        let page = noor.get(&format!("/meetings/{meeting}")).await;
        assert_eq!(texts(&page.page(), &to_cause).len(), 3, "{}", page.text());
        // Saar was not there: the cause is hers, what was said is not.
        let away = sql!("update attendance set state = 'absent' where person_id = 'saar@voorbeeld.example'");
        db.write(move |tx| tx.run(away, args![])).await.unwrap();
        let saar = world.house.signed_in("saar@voorbeeld.example").await;
        let chain = saar.get(&cause).await;
        assert!(chain.text().contains("Hoe leren we het?") && !chain.text().contains("Laat twee mensen"));
        assert_eq!(saar.post(&format!("{cause}/actions"), "").await.status, 404);
        // Who left the group reads on that page what was asked, and finds no way to the cause.
        let left = sql!("update memberships set until = '2026-02-01' where person_id = 'bram@voorbeeld.example'");
        db.write(move |tx| tx.run(left, args![])).await.unwrap();
        let bram = world.house.signed_in("bram@voorbeeld.example").await;
        let page = bram.get(&format!("/meetings/{meeting}")).await;
        assert!(page.text().contains("Hoe leren we het?") && texts(&page.page(), &to_cause).is_empty());
        assert_eq!(bram.get(&cause).await.status, 404);
        let organiser = world.house.signed_in("wietske@voorbeeld.example").await;
        assert!(texts(&organiser.get(&format!("/meetings/{meeting}")).await.page(), &to_cause).is_empty());
        for (browser, path) in [(&noor, &here), (&noor, &cause), (&saar, &cause), (&thea, &cause)] {
            let before = db.statements();
            browser.get(path).await;
            let asked = db.statements() - before;
            assert!(asked <= 13, "{path}: {asked} statements");
        }
    }

    async fn an_organiser_sets_the_categories_of_a_programme(db) {
        let world = World::new(&db).await;
        let wietske = world.house.signed_in("wietske@voorbeeld.example").await;
        let noor = world.house.signed_in("noor@voorbeeld.example").await;
        let usual = noor.get("/groups/g/bottlenecks/new").await;
        assert_eq!(categories(&usual).len(), 7);
        let path = "/programmes/p/categories";
        assert_eq!(check(&wietske.get(path).await.page(), "nl"), [""; 0]);
        let wrong = wietske.post(path, "categories=Mens&was=").await;
        assert_eq!(wrong.status, 422);
        assert_eq!(categories(&wrong), ["Mens"]);
        assert_eq!(wietske.post(path, "categories=Mens%0D%0AApparaten&was=").await.status, 303);
        assert_eq!(wietske.post(path, "categories=Mens%0AOmgeving&was=").await.status, 409, "somebody was first");
        assert_eq!(categories(&noor.get("/groups/g/bottlenecks/new").await), ["Mens", "Apparaten"]);
        assert_eq!(wietske.post(path, "categories=&was=Mens%0AApparaten").await.status, 303);
        assert_eq!(categories(&noor.get("/groups/g/bottlenecks/new").await).len(), 7);
    }

    async fn what_it_is_about_is_changed_by_who_made_it_and_two_see_each_other(db) {
        let world = World::new(&db).await;
        let noor = world.house.signed_in("noor@voorbeeld.example").await;
        let thea = world.house.signed_in("thea@voorbeeld.example").await;
        let bram = world.house.signed_in("bram@voorbeeld.example").await;
        let here = made(&noor, "").await;
        let settings = format!("{here}/settings");
        assert_eq!(bram.get(&settings).await.status, 404);
        let form = noor.get(&settings).await;
        assert_eq!(values(&form.page(), "fieldset input"), ["Mens", "Techniek"]);
        grown(&db, &world, &here).await;
        // What others add meanwhile is in nobody's way.
        let (people, technique) = (id_of(&db, "Mens").await, id_of(&db, "Techniek").await);
        let form = |effect: &str, people_are: &str, more: &str| {
            format!("edition=1&effect={effect}&meeting=&category-{people}={people_are}&category-{technique}=Techniek&category={more}")
        };
        let used = noor.post(&settings, &form("x", "", "Geld")).await;
        assert_eq!(used.status, 422);
        assert!(!line(&used.page(), &format!("[id='category-{people}-problem']")).is_empty());
        assert_eq!(noor.post(&settings, &form("Anders", "Mensen", "Geld")).await.status, 303);
        let page = bram.get(&here).await;
        assert_eq!(texts(&page.page(), ".bone-category h3"), ["Mensen", "Techniek", "Geld"]);
        let late = thea.post(&settings, &form("Nog anders", "Mens", "")).await;
        assert_eq!(late.status, 409);
        assert_eq!(values(&late.page(), "#effect"), ["Nog anders"]);
    }

    async fn every_page_is_well_made_in_every_state(db) {
        let world = World::new(&db).await;
        let meeting = world.plan("2026-12-15").await;
        world.house.deliver().await;
        let noor = world.house.signed_in("noor@voorbeeld.example").await;
        let thea = world.house.signed_in("thea@voorbeeld.example").await;
        let noor_in_english = noor.copy().with("accept-language", "en");
        let here = made(&noor, &meeting).await;
        let [training, ..] = grown(&db, &world, &here).await;
        let cause = format!("/causes/{training}");
        let mut faults = Vec::new();
        for state in ["open", "voting", "closed"] {
            thea.post(&format!("{here}/state"), &format!("to={state}")).await;
            if state == "voting" {
                noor.post(&format!("{here}/votes"), &format!("root-0={training}")).await;
            }
            let ways = ["text", "question"].map(|part| format!("{cause}/{part}"));
            for path in [&here, &cause, &format!("{here}/settings"), &ways[0], &ways[1]] {
                for (browser, language) in [(&noor, "nl"), (&thea, "nl"), (&noor_in_english, "en")] {
                    let page = browser.get(path).await.page();
                    faults.extend(check(&page, language).into_iter().map(|fault| format!("{state} {path}: {fault}")));
                }
            }
        }
        for path in ["/groups/g/bottlenecks", "/groups/g/bottlenecks/new"] {
            faults.extend(check(&noor.get(path).await.page(), "nl"));
        }
        let styled = Selector::parse("svg.fishbone [style]").unwrap();
        assert_eq!(noor.get(&here).await.page().select(&styled).count(), 0);
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    }
}
