//! More than one case owner: two who own a case decide together, and each of several gives their own part to the group.

use store::{Db, MIGRATIONS, args, sql};

use super::plans::planned;
use super::world::{Client, Form, Node, until};
use crate::site::texts;

const CASE: &str = "Snel gestart, en nu staat het stil";

async fn column(db: &Db, statement: store::Statement) -> Vec<String> {
    db.read(move |tx| tx.all(statement, args![])).await.unwrap()
}

async fn results(db: &Db) -> Vec<String> {
    column(
        db,
        sql!(
            "select r.text from results r join meetings m on m.id = r.meeting_id
             where m.title like 'Medicijndispenser: van%' order by r.position"
        ),
    )
    .await
}

/// Whose case each treated case is, by name.
async fn owners(db: &Db) -> Vec<String> {
    column(
        db,
        sql!(
            "select c.title || ': ' || p.name from cases c
             join people p on p.id = c.owner_id or p.id in
                 (select o.person_id from case_co_owners o where o.case_id = c.id)
             join meetings m on m.id = c.meeting_id
             where m.title like 'Medicijndispenser: van%' and c.state = 'treated' order by c.title, p.name"
        ),
    )
    .await
}

async fn is_told_to_look(client: &Client) -> bool {
    client
        .send("GET", "/my", &[], &[])
        .await
        .text
        .contains("wacht op jou")
}

/// Everything on somebody's page of the room.
async fn reads(client: &Client) -> String {
    client.page().await.html()
}

async fn advises(lead: &Client, thinker: &Client, advice: &str) {
    until(lead, "Adviesronde").await;
    thinker.writes(advice).await;
}

store::both_engines! {
    MIGRATIONS;

    async fn a_prepared_case_of_two_is_released_by_both_and_stored_with_both(db) {
        let node = Node::new(&db).await;
        // Esmee brings it, Chantal owns it as well and comes in before her.
        db.write(|tx| {
            tx.run(
                sql!(
                    "insert into case_co_owners (case_id, person_id)
                     select c.id, c.owner_id from cases c where c.title = $1"
                ),
                args![CASE],
            )?;
            tx.run(
                sql!(
                    "update cases set owner_id = (select p.id from people p where p.name = 'Esmee Lariksdal')
                     where title = $1"
                ),
                args![CASE],
            )
        })
        .await
        .unwrap();
        planned(&node, &["casuskeuze", "focusmethode"]).await;
        let [lead, owner, other, thinker] = node.four().await;
        let meeting = node.room.replace("/room/", "/meetings/");
        assert!(thinker.send("GET", &meeting, &[], &[]).await.text.contains("Esmee Lariksdal en Chantal Ooibosch"));
        advises(&lead, &thinker, "Begin klein, met één team.").await;
        lead.does("end", &[], &[]).await;
        for client in [&owner, &other] {
            assert!(Form::on(&client.page().await, "release", &[]).is_some(), "both decide");
            assert!(is_told_to_look(client).await);
        }
        assert!(Form::on(&thinker.page().await, "release", &[]).is_none());

        owner.does("release", &[], &[]).await;
        assert!(texts(&owner.page().await, ".room-released-mine").concat().contains("Esmee Lariksdal"));
        assert!(!is_told_to_look(&owner).await && is_told_to_look(&other).await);
        assert!(!reads(&lead).await.contains("Begin klein"), "it was given away without the other owner");
        assert_eq!(results(&db).await, [""; 0]);
        other.does("strike", &[], &[]).await;
        other.does("keep", &[], &[]).await;
        assert!(is_told_to_look(&owner).await, "something stays that was struck: look again");

        other.does("release", &[], &[]).await;
        assert_eq!(results(&db).await, [""; 0]);
        owner.does("release", &[], &[]).await;
        assert!(reads(&lead).await.contains("Begin klein"));
        assert_eq!(results(&db).await, ["Begin klein, met één team."]);
        assert_eq!(owners(&db).await, [format!("{CASE}: Chantal Ooibosch"), format!("{CASE}: Esmee Lariksdal")]);
        let states = column(&db, sql!("select state from cases where title like 'Snel gestart%'")).await;
        assert_eq!(states, ["treated"], "it is the case that was prepared, and no second one");
        assert!(!is_told_to_look(&owner).await && !is_told_to_look(&other).await);
    }

    async fn a_case_can_be_brought_in_together_in_the_room(db) {
        let node = Node::new(&db).await;
        planned(&node, &["casuskeuze", "focusmethode"]).await;
        let [lead, owner, other, thinker] = node.four().await;
        until(&lead, "Casussen noemen").await;
        let page = owner.page().await;
        let select = scraper::Selector::parse("#form-propose-co-owner option").unwrap();
        let seat = page
            .select(&select)
            .find(|option| option.text().collect::<String>() == "Esmee Lariksdal")
            .and_then(|option| option.attr("value"))
            .expect("somebody to own it with")
            .to_owned();
        let typed = [("title", "Wie belt er?"), ("sentence", "Hoe verdelen we dit?"), ("co_owner", seat.as_str())];
        owner.does("propose", &[], &typed).await;
        until(&lead, "Samen kiezen").await;
        lead.does("choose-case", &[("way", "facilitator"), ("case", "2")], &[]).await;
        lead.does("next", &[], &[]).await;
        advises(&lead, &thinker, "Maak een rooster.").await;
        lead.does("end", &[], &[]).await;
        other.does("release", &[], &[]).await;
        assert_eq!(results(&db).await, [""; 0]);
        owner.does("release", &[], &[]).await;
        assert_eq!(results(&db).await, ["Maak een rooster."]);
        assert_eq!(owners(&db).await, ["Wie belt er?: Chantal Ooibosch", "Wie belt er?: Esmee Lariksdal"]);
    }

    async fn who_goes_on_without_a_case_does_so_knowingly_and_then_releases(db) {
        let node = Node::new(&db).await;
        planned(&node, &["casuskeuze", "focusmethode"]).await;
        let [lead, owner, _, thinker] = node.four().await;
        until(&lead, "Samen kiezen").await;
        let on = Form::on(&lead.page().await, "next", &[]).expect("a way on");
        let fields: Vec<(&str, &str)> =
            on.fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let refused = lead.send("POST", &on.action, &fields, &[]).await;
        assert!(refused.text.contains("Kies eerst welke casus"), "{}", refused.status);
        assert_eq!(lead.h1().await, "Samen kiezen");
        lead.does("skip", &[], &[("reason", "We doen een proefronde")]).await;
        advises(&lead, &thinker, "Begin klein, met één team.").await;
        lead.does("end", &[], &[]).await;
        let told = texts(&owner.page().await, "#room-now .room-task").concat();
        assert!(told.contains("Nadia Wiekslag kijkt nu"), "{told}");
        lead.does("release", &[], &[]).await;
        assert_eq!(results(&db).await, ["Begin klein, met één team."]);
    }

    async fn each_of_two_owners_gives_their_own_part_when_they_are_ready(db) {
        let node = Node::new(&db).await;
        planned(&node, &["casuskeuze", "focusmethode", "casuskeuze", "focusmethode"]).await;
        let [lead, owner, other, thinker] = node.four().await;
        advises(&lead, &thinker, "Begin klein, met één team.").await;
        until(&lead, "Casussen noemen").await;
        other.does("propose", &[], &[("title", "Wie belt er?"), ("sentence", "Hoe verdelen we dit?")]).await;
        until(&lead, "Samen kiezen").await;
        lead.does("choose-case", &[("way", "facilitator"), ("case", "2")], &[]).await;
        lead.does("next", &[], &[]).await;
        advises(&lead, &thinker, "Maak een rooster.").await;
        lead.does("end", &[], &[]).await;

        let (mine, theirs) = (reads(&owner).await, reads(&other).await);
        assert!(mine.contains("Begin klein") && !mine.contains("Maak een rooster"), "not their case");
        assert!(theirs.contains("Maak een rooster") && !theirs.contains("Begin klein"));
        owner.does("release", &[], &[]).await;
        assert_eq!(results(&db).await, ["Begin klein, met één team."]);
        let page = reads(&lead).await;
        assert!(page.contains("Begin klein") && !page.contains("Maak een rooster"), "one part is out");
        let sheet = lead.send("GET", &format!("{}/report.md", lead.room), &[], &[]).await.text;
        assert!(sheet.contains("Begin klein") && !sheet.contains("Maak een rooster"), "{sheet}");
        assert!(Form::on(&owner.page().await, "strike", &[]).is_none(), "what was given stays given");
        assert!(is_told_to_look(&other).await && !is_told_to_look(&owner).await);
        other.does("release", &[], &[]).await;
        assert_eq!(results(&db).await, ["Begin klein, met één team.", "Maak een rooster."]);
        assert!(reads(&lead).await.contains("Maak een rooster"));
    }
}
