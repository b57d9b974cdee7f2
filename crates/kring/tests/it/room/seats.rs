//! What somebody sees from their own seat: what is asked of them, earlier steps, a text that was not finished.

use axum::http::StatusCode;
use scraper::Html;
use store::MIGRATIONS;

use super::world::{Client, Form, Node, until};
use crate::pages::check;
use crate::site::texts;

/// An earlier step, found by the link that stands on the page.
async fn looks_back(client: &Client, title: &str) -> Html {
    let page = client.page().await;
    let link = scraper::Selector::parse("#room-steps a").unwrap();
    let found = page
        .select(&link)
        .find(|link| link.text().collect::<String>() == title);
    let href = found
        .unwrap_or_else(|| panic!("no way back to {title}"))
        .attr("href")
        .unwrap()
        .to_owned();
    let reply = client.send("GET", &href, &[], &[]).await;
    assert_eq!(reply.status, StatusCode::OK, "{}", reply.text);
    let page = Html::parse_document(&reply.text);
    assert_eq!(check(&page, "nl"), [""; 0], "{}", reply.text);
    page
}

store::both_engines! {
    MIGRATIONS;

    async fn a_page_says_whether_one_may_speak_and_write(db) {
        let node = Node::new(&db).await;
        let [lead, owner, one, _] = node.four().await;
        until(&lead, "Casus toelichten").await;
        assert_eq!(texts(&one.page().await, ".room-may li"), ["Je luistert nu.", "Je mag iets noteren voor jezelf."]);
        assert_eq!(texts(&owner.page().await, ".room-may li"), ["Je mag nu praten.", "Je mag iets opschrijven."]);
        until(&lead, "Centrale vraag").await;
        let silent = "Het is nu stil. Niemand praat.";
        assert_eq!(texts(&one.page().await, ".room-may li"), [silent, "Jij schrijft nu iets op."]);
        assert_eq!(texts(&owner.page().await, ".room-may li"), [silent], "nothing is asked of the owner");
        one.writes("De centrale vraag is wie begint.").await;
        assert_eq!(texts(&one.page().await, ".room-may li"), [silent, "Wat jij schreef is binnen."]);
    }

    async fn a_begun_sentence_stands_in_the_field_and_is_no_text_by_itself(db) {
        let node = Node::new(&db).await;
        let [lead, _, one, _] = node.four().await;
        until(&lead, "Centrale vraag").await;
        let page = one.page().await;
        assert!(page.html().contains(">De centrale vraag is </textarea>"), "the space to type on after is there too");
        assert_eq!(texts(&page, ".room-limits span[data-count=words]"), ["4 van hooguit 30 woorden"]);
        let form = Form::on(&page, "add", &[]).unwrap();
        let mut fields: Vec<(&str, &str)> = form.fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        fields.push(("text", "De centrale vraag is "));
        let reply = one.send("POST", &form.action, &fields, &[]).await;
        assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY, "a beginning alone was kept");
    }

    async fn a_text_that_was_sent_because_the_time_was_up_is_shown_as_unfinished(db) {
        let node = Node::new(&db).await;
        let [lead, _, one, other] = node.four().await;
        until(&lead, "Gerichte vragen").await;
        node.advance(16 * 60);
        let long = "woord ".repeat(41);
        one.does("add", &[], &[("text", long.trim()), ("unfinished", "yes")]).await;
        let cards = texts(&other.page().await, ".room-card").concat();
        assert!(cards.contains("woord woord") && cards.contains("onaf, de tijd was om"), "{cards}");
    }

    async fn an_earlier_step_can_be_read_again_and_only_read(db) {
        let node = Node::new(&db).await;
        let [lead, _, one, other] = node.four().await;
        until(&lead, "Gerichte vragen").await;
        one.writes("Wie merkt het als eerste?").await;
        until(&lead, "Adviesronde").await;
        let page = looks_back(&other, "Gerichte vragen").await;
        assert_eq!(texts(&page, "h1"), ["Gerichte vragen"]);
        assert!(texts(&page, ".room-card").concat().contains("Wie merkt het als eerste?"));
        assert_eq!(texts(&page, "#room-elsewhere"), ["De groep is nu bij: Adviesronde."]);
        assert_eq!(texts(&page, "a.button"), ["Terug naar de groep"]);
        for verb in ["add", "change", "remove", "pick", "ready"] {
            assert!(Form::on(&page, verb, &[]).is_none(), "{verb} is offered in a step that is over");
        }
        // The stream of the group changes nothing that is read here, and says where the group goes.
        let mut line = other.listens(None).await;
        line.hears("id=\"room-elsewhere\"").await;
        assert!(texts(&page, "[id^=card-], #room-cards, #room-now, #room-case").is_empty());
        lead.does("next", &[], &[]).await;
        line.hears("De groep is nu bij: Evaluatie.").await;
    }

    async fn looking_back_shows_nobody_anothers_notes_or_hidden_sentences(db) {
        let node = Node::new(&db).await;
        let [lead, owner, one, other] = node.four().await;
        until(&lead, "Casus toelichten").await;
        one.writes("Alleen voor mij: dit raakt me.").await;
        until(&lead, "Centrale vraag").await;
        one.writes("De centrale vraag is nog verborgen.").await;
        // Going back shows nothing; going on would.
        lead.does("back", &[], &[]).await;
        for client in [&lead, &owner, &other] {
            for title in ["Casus toelichten", "Centrale vraag"] {
                let page = looks_back(client, title).await.html();
                assert!(!page.contains("dit raakt me"), "{title}");
                assert!(!page.contains("nog verborgen"), "{title}");
            }
        }
        assert!(looks_back(&one, "Casus toelichten").await.html().contains("dit raakt me"));
    }

    async fn a_step_that_nobody_visited_is_not_there(db) {
        let node = Node::new(&db).await;
        let [lead, _, one, _] = node.four().await;
        until(&lead, "Gerichte vragen").await;
        for step in ["999", "-1", "twee"] {
            let reply = one.send("GET", &format!("{}?step={step}", node.room), &[], &[]).await;
            assert_eq!(reply.status, StatusCode::NOT_FOUND, "{step}");
        }
    }

    async fn who_comes_late_lands_where_the_group_is_and_may_look_back(db) {
        let node = Node::new(&db).await;
        let [lead, _, one, _] = node.four().await;
        until(&lead, "Gerichte vragen").await;
        one.writes("Wie merkt het als eerste?").await;
        until(&lead, "Adviesronde").await;
        let late = node.client("Yvonne Vlierstruik").await;
        late.post(&format!("{}/seat", node.room), &[]).await;
        assert_eq!(late.h1().await, "Adviesronde");
        assert!(Form::on(&late.page().await, "add", &[]).is_some(), "there is something to do at once");
        assert!(texts(&looks_back(&late, "Gerichte vragen").await, ".room-card").concat().contains("Wie merkt het"));
    }
}
