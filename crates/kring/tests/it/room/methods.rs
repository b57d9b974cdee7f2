//! What a method asks of the room: boards, pairs, weighing, notes that stay with whoever wrote them.

use scraper::Selector;
use session::Plan;
use store::testing::TestDb;
use store::{MIGRATIONS, args, sql};

use super::world::{Client, Form, Node, Stream, until};
use crate::site::texts;

/// The open room of another method, with facilitator, case owner and two participants.
async fn playing(db: &TestDb, method: &str) -> (Node, [Client; 4]) {
    let node = Node::new(db).await;
    let plan = serde_json::to_string(&Plan::of_method(method)).unwrap();
    let meeting = node.room.trim_start_matches("/room/").to_owned();
    db.write(move |tx| {
        tx.run(
            sql!("update meetings set plan = $1 where id = $2"),
            args![&plan, &meeting],
        )
    })
    .await
    .unwrap();
    let four = node.four().await;
    (node, four)
}

async fn screen(client: &Client) -> String {
    client
        .send("GET", &format!("{}/screen", client.room), &[], &[])
        .await
        .text
}

store::both_engines! {
    MIGRATIONS;

    async fn a_card_lies_in_its_column_and_moves_by_its_menu(db) {
        let (_node, [lead, _, one, other]) = playing(&db, "tienstappenmethode").await;
        until(&lead, "Wat houdt het in stand?").await;
        assert_eq!(
            texts(&one.page().await, "#board-forces h3"),
            ["Bij mij als persoon", "In de organisatie", "In de omgeving"],
            "the board stands there before the first card"
        );
        one.does("add", &[], &[("text", "Te weinig tijd"), ("column", "person")]).await;
        assert!(texts(&other.page().await, "[data-column=person] .room-card").concat().contains("Te weinig tijd"));
        other.does("move", &[], &[("column", "organisation")]).await;
        let page = one.page().await;
        assert!(texts(&page, "[data-column=person] .room-card").is_empty());
        assert!(texts(&page, "[data-column=organisation] .room-card").concat().contains("Te weinig tijd"));
        assert!(screen(&lead).await.contains("Te weinig tijd"));
    }

    async fn a_table_has_the_rows_people_gave_it(db) {
        let (_node, [lead, _, one, other]) = playing(&db, "dilemmamethode").await;
        until(&lead, "Perspectieven").await;
        one.does("add", &[], &[("text", "Rust"), ("column", "value"), ("row", "De patiënt")]).await;
        other.does("add", &[], &[("text", "Veiligheid"), ("column", "value"), ("row", "Het team")]).await;
        let page = one.page().await;
        assert_eq!(texts(&page, ".board-table tbody th"), ["De patiënt", "Het team"]);
        assert!(texts(&page, "td[data-row='Het team'][data-column=value]").concat().contains("Veiligheid"));
        other.does("move", &[("card", "1")], &[("column", "norm"), ("row", "De patiënt")]).await;
        let page = one.page().await;
        assert_eq!(texts(&page, ".board-table tbody th"), ["De patiënt"], "a row without cards goes");
        assert!(texts(&page, "td[data-row='De patiënt'][data-column=norm]").concat().contains("Veiligheid"));
    }

    async fn whoever_leads_changes_the_order_of_a_round_and_lets_somebody_pass(db) {
        let (_node, [lead, owner, one, other]) = playing(&db, "action-learning").await;
        lead.does("begin", &[], &[]).await;
        let order = async || {
            let page = lead.page().await;
            let now = texts(&page, ".lead-turns strong").concat();
            (now, texts(&page, ".lead-queue li > span"))
        };
        let (now, queue) = order().await;
        let [second, third] = queue.as_slice() else { panic!("{now}: {queue:?}") };
        let (second, third) = (second.clone(), third.clone());
        let page = lead.page().await;
        let stale = Form::on(&page, "turn-order", &[]).unwrap();
        assert_eq!(
            page.select(&Selector::parse(".lead-queue button[aria-label]").unwrap()).count(),
            4,
            "later and pass for the first, earlier and pass for the last"
        );
        lead.does("turn-order", &[], &[]).await;
        assert_eq!(order().await, (now.clone(), vec![third.clone(), second.clone()]));
        let first = Form::on(&lead.page().await, "pass-for", &[]).unwrap();
        lead.sends(&first, &[]).await;
        assert_eq!(order().await, (third.clone(), vec![second.clone()]), "the one who speaks passes");
        assert!(texts(&lead.page().await, ".lead-turns").concat().contains(&now), "and comes back");
        let fields: Vec<_> = stale.fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let late = lead.send("POST", &stale.action, &fields, &[]).await;
        assert_eq!(late.status, axum::http::StatusCode::UNPROCESSABLE_ENTITY, "a page that is behind");
        assert_eq!(order().await, (third, vec![second]));
        for client in [&owner, &one, &other] {
            let page = client.page().await;
            assert!(Form::on(&page, "turn-order", &[]).is_none() && Form::on(&page, "pass-for", &[]).is_none());
        }
    }

    async fn a_pair_keeps_its_own_time_and_whoever_leads_sees_who_runs_over_and_who_is_done(db) {
        let (node, [lead, owner, one, other]) = playing(&db, "speedsparren").await;
        until(&lead, "Vraag en advies").await;
        let table = async |client: &Client| texts(&client.page().await, ".room-group-who").concat().chars().take(7).collect::<String>();
        let own = table(&one).await;
        let (mut mate, mut elsewhere) = (None, None);
        for client in [&lead, &owner, &other] {
            if table(client).await == own { mate = Some(client) } else { elsewhere = Some(client) }
        }
        let (mate, elsewhere) = (mate.unwrap(), elsewhere.unwrap());
        let left = async |client: &Client| texts(&client.page().await, ".room-group .room-group-left").concat();
        let board = async || texts(&lead.page().await, ".lead-tables").concat();
        assert_eq!(board().await, "", "until then everybody follows the step");
        node.advance(60);
        one.does("group-begin", &[], &[]).await;
        node.advance(30);
        assert_eq!((left(mate).await.as_str(), left(elsewhere).await.as_str()), ("7:30", ""));
        assert_eq!(texts(&mate.page().await, "[data-digits]").concat(), "6:30", "the step goes on as it was");
        mate.does("group-pause", &[], &[]).await;
        node.advance(60);
        one.does("group-resume", &[], &[]).await;
        assert_eq!(left(mate).await, "7:30");
        let late = async || texts(&lead.page().await, ".lead-table-state .late:not([hidden])").concat();
        assert_eq!(late().await, "");
        node.advance(8 * 60);
        assert_eq!(late().await, "loopt uit");
        assert!(board().await.contains("+0:30") && board().await.contains("volgt de klok van de stap"), "{}", board().await);
        mate.does("group-time", &[], &[]).await;
        assert_eq!(left(&one).await, "1:00", "a minute from now");
        one.does("group-done", &[], &[]).await;
        assert!(texts(&mate.page().await, ".room-group-time").concat().contains("Jullie zijn klaar."));
        assert!(board().await.starts_with("Tafels 1 van 2 klaar"), "{}", board().await);
        // A page that was left open when the round ended begins nothing in the next one.
        let stale = Form::on(&elsewhere.page().await, "group-begin", &[]).unwrap();
        lead.does("next", &[], &[]).await;
        let fields: Vec<_> = stale.fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let reply = elsewhere.send("POST", &stale.action, &fields, &[]).await;
        assert_eq!(reply.status, axum::http::StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(left(elsewhere).await, "");
    }

    async fn each_half_of_a_pair_reads_what_it_does_and_who_comes_next(db) {
        let (_node, [lead, owner, one, other]) = playing(&db, "speedsparren").await;
        until(&lead, "Vraag en advies").await;
        let mut asks = 0;
        for client in [&lead, &owner, &one, &other] {
            let page = client.page().await;
            let part = texts(&page, ".room-group-part").concat();
            asks += usize::from(part.starts_with("Jij vraagt, "));
            assert!(part.starts_with("Jij vraagt, ") || part.ends_with(" vraagt, jij denkt mee."), "{part}");
            assert!(texts(&page, ".room-group-who").concat().starts_with("Tafel "));
            assert!(texts(&page, ".room-group-next").concat().starts_with("Straks met "));
        }
        assert_eq!(asks, 2);
        let said = texts(&one.page().await, ".room-group-next").concat();
        lead.does("next", &[], &[]).await;
        let with = texts(&one.page().await, ".room-group-who").concat();
        let partner = said.trim_start_matches("Straks met ");
        assert!(with.ends_with(partner), "{said}, but then {with}");
    }

    async fn weighed_questions_lie_in_piles_and_the_rest_waits_on_top(db) {
        let (_node, [lead, owner, one, other]) = playing(&db, "tienstappenmethode").await;
        until(&lead, "Vragen opschrijven").await;
        one.writes("Wat kost dit jou?").await;
        other.writes("Wie helpt jou?").await;
        until(&lead, "Vragen wegen").await;
        assert!(Form::on(&one.page().await, "rate", &[]).is_none(), "only the owner weighs");
        let card = texts(&owner.page().await, ".room-pile .room-card").concat();
        assert!(card.contains("Wat kost dit jou?") && card.contains("Wie helpt jou?"));
        owner.does("rate", &[("value", "cold")], &[]).await;
        assert_eq!(texts(&one.page().await, ".room-pile h3"), ["Nog te wegen", "Koud"]);
        owner.does("rate", &[("value", "warm")], &[]).await;
        let page = one.page().await;
        assert_eq!(texts(&page, ".room-tally li"), ["1 warm", "0 lauw", "1 koud"]);
        assert_eq!(texts(&page, ".room-pile h3"), ["Warm", "Koud"]);
    }

    async fn notes_are_in_nobody_elses_page_stream_or_screen(db) {
        let node = Node::new(&db).await;
        let [lead, owner, one, other] = node.four().await;
        until(&lead, "Casus toelichten").await;
        let mut lines = vec![lead.listens(None).await, owner.listens(None).await, other.listens(None).await];
        let response = lead.request("GET", &format!("{}/screen/events", node.room), &[], &[]).await;
        lines.push(Stream { body: response.into_body().into_data_stream(), seen: String::new() });
        one.does("note", &[], &[("text", "Dit vertel ik niemand.")]).await;
        lead.does("pause", &[], &[]).await;
        for line in &mut lines {
            // The clock that stands still came after the note.
            line.hears("staat stil").await;
            assert!(!line.seen.contains("vertel ik niemand"), "{}", line.seen);
        }
        for client in [&lead, &owner, &other] {
            assert!(!client.page().await.html().contains("vertel ik niemand"));
        }
        assert!(!screen(&lead).await.contains("vertel ik niemand"));
        let page = one.page().await;
        assert!(texts(&page, "#notes li").concat().contains("Dit vertel ik niemand."));
        until(&lead, "De bijeenkomst is voorbij").await;
        assert!(texts(&one.page().await, "#notes li").concat().contains("Dit vertel ik niemand."), "it goes along");
        assert!(!owner.page().await.html().contains("vertel ik niemand"), "it is in no report");
        one.does("drop-note", &[], &[]).await;
        assert!(texts(&one.page().await, "#notes li").is_empty());
    }

    async fn everybody_reads_where_the_case_owner_sits(db) {
        let (_node, [lead, owner, one, _]) = playing(&db, "roddelmethode").await;
        until(&lead, "Roddelen").await;
        assert_eq!(texts(&owner.page().await, ".room-owner-place"), ["Jij zit nu met je rug naar de kring."]);
        assert_eq!(texts(&one.page().await, ".room-owner-place"), ["Chantal Ooibosch zit met de rug naar de kring."]);
    }

    async fn the_big_screen_holds_nothing_that_is_for_one_seat(db) {
        let node = Node::new(&db).await;
        let [lead, _, one, _] = node.four().await;
        until(&lead, "Casus toelichten").await;
        one.writes("Notitie voor mijzelf alleen.").await;
        let page = screen(&lead).await;
        for hidden in ["Notitie voor mijzelf", "id=\"room-notes\"", "id=\"room-writing\"", "id=\"room-lead\"", "data-form"] {
            assert!(!page.contains(hidden), "{hidden}");
        }
        for shown in ["id=\"room-agenda\"", "id=\"room-clock\"", "id=\"room-circle\"", "id=\"room-door\""] {
            assert!(page.contains(shown), "{shown}");
        }
    }
}
