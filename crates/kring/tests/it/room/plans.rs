//! The plan of a meeting: who may change it, what comes of it, and when it can no longer be changed here.

use std::collections::BTreeMap;

use axum::http::StatusCode;
use scraper::{Html, Selector};
use store::{Db, MIGRATIONS, args, sql};

use super::world::{Client, Node, organiser};
use crate::pages::check;
use crate::site::texts;

const TITLE: &str = "Medicijndispenser: van weerstand naar vertrouwen";

/// The plan page of a meeting with this agenda.
pub(super) async fn planned(node: &Node, methods: &[&str]) -> String {
    let blocks = methods
        .iter()
        .map(|method| session::compile::PlannedBlock {
            method: (*method).to_owned(),
            ..session::compile::PlannedBlock::default()
        })
        .collect();
    let plan = session::Plan {
        title: TITLE.to_owned(),
        blocks,
        ..session::Plan::default()
    };
    let plan = serde_json::to_string(&plan).unwrap();
    let meeting = node.room.trim_start_matches("/room/").to_owned();
    let page = format!("/meetings/{meeting}/plan");
    node.app
        .db
        .write(move |tx| {
            tx.run(
                sql!("update meetings set plan = $1 where id = $2"),
                args![&plan, &meeting],
            )
        })
        .await
        .unwrap();
    page
}

async fn get(client: &Client, path: &str) -> Html {
    let reply = client.send("GET", path, &[], &[]).await;
    assert_eq!(reply.status, StatusCode::OK, "{path}");
    Html::parse_document(&reply.text)
}

/// The form as a browser would send it.
fn form(page: &Html) -> BTreeMap<String, String> {
    let part = |selector: &str| {
        let selector = Selector::parse(&format!("form.plan-form {selector}")).unwrap();
        let found = page.select(&selector);
        found.map(|field| field.value().clone()).collect::<Vec<_>>()
    };
    let mut fields = BTreeMap::new();
    for field in part("input") {
        let is_choice = matches!(field.attr("type"), Some("radio" | "checkbox"));
        if !is_choice || field.attr("checked").is_some() {
            let text = |name| field.attr(name).unwrap_or_default().to_owned();
            fields.insert(text("name"), text("value"));
        }
    }
    let selects = Selector::parse("form.plan-form select").unwrap();
    let chosen = Selector::parse("option[selected]").unwrap();
    for select in page.select(&selects) {
        let name = select.attr("name").unwrap().to_owned();
        let option = select.select(&chosen).next().expect("something is chosen");
        fields.insert(name, option.attr("value").unwrap().to_owned());
    }
    assert!(fields.contains_key("plan"), "no form to change the plan");
    fields
}

async fn sends(
    client: &Client,
    path: &str,
    mut form: BTreeMap<String, String>,
    typed: &[(&str, &str)],
) -> (StatusCode, Html) {
    form.extend(
        typed
            .iter()
            .map(|(name, text)| ((*name).to_owned(), (*text).to_owned())),
    );
    let fields: Vec<(&str, &str)> = form
        .iter()
        .map(|(name, text)| (name.as_str(), text.as_str()))
        .collect();
    let reply = client.send("POST", path, &fields, &[]).await;
    (reply.status, Html::parse_document(&reply.text))
}

async fn saves(client: &Client, path: &str, typed: &[(&str, &str)]) -> (StatusCode, Html) {
    let form = form(&get(client, path).await);
    sends(client, path, form, typed).await
}

async fn ends_at(db: &Db) -> i64 {
    db.read(|tx| {
        tx.one(
            sql!("select ends_at - starts_at from meetings where title = $1"),
            args![TITLE],
        )
    })
    .await
    .unwrap()
}

store::both_engines! {
    MIGRATIONS;

    async fn what_is_set_changes_the_minutes_at_once_and_the_room_opens_with_it(db) {
        let node = Node::new(&db).await;
        let lead = node.client("Nadia Wiekslag").await;
        let path = planned(&node, &["speedsparren"]).await;
        let page = get(&lead, &path).await;
        assert_eq!(check(&page, "nl"), [""; 0]);
        let before = texts(&page, ".agenda-length").concat();
        let (status, page) = saves(&lead, &path, &[("set-0-rounds", "9")]).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(texts(&page, "#set-0-rounds-problem"), ["Kies een getal van 1 tot en met 5."]);
        assert!(page.html().contains("value=\"9\""), "what was typed stays");
        assert_eq!(check(&page, "nl"), [""; 0]);
        assert_eq!(saves(&lead, &path, &[("set-0-rounds", "1")]).await.0, StatusCode::SEE_OTHER);
        let page = get(&lead, &path).await;
        let after = texts(&page, ".agenda-length").concat();
        let minutes = |text: &str| text.split_whitespace().next().unwrap().parse::<i64>().unwrap();
        assert_eq!(minutes(&before) - minutes(&after), 2 * 2 * 8, "{before} {after}");
        let meeting = path.trim_end_matches("/plan");
        assert!(texts(&get(&lead, meeting).await, ".agenda-length").concat().contains(&after));

        lead.post(&format!("{}/opening", node.room), &[]).await;
        let room = lead.page().await.html();
        assert!(room.contains(&after), "the room opens with it");
    }

    async fn another_method_takes_the_place_of_one_on_the_agenda(db) {
        let node = Node::new(&db).await;
        let lead = node.client("Nadia Wiekslag").await;
        let path = planned(&node, &["check-in", "focusmethode"]).await;
        let (status, _) = saves(&lead, &path, &[("method-1", "incidentmethode-kort")]).await;
        assert_eq!(status, StatusCode::SEE_OTHER);
        let names = texts(&get(&lead, &path).await, ".agenda-name").join(", ");
        assert!(names.ends_with("Incidentmethode, kort"), "{names}");
    }

    async fn a_meeting_is_held_in_writing_and_together_again(db) {
        let node = Node::new(&db).await;
        let lead = node.client("Nadia Wiekslag").await;
        let path = planned(&node, &["focusmethode"]).await;
        let before = ends_at(&db).await;
        assert_eq!(saves(&lead, &path, &[("pace", "written")]).await.0, StatusCode::SEE_OTHER);
        let page = get(&lead, &path).await;
        let days = texts(&page, ".agenda-length").concat();
        assert!(days.ends_with(" dagen"), "{days}");
        assert!(texts(&page, ".agenda-end").concat().starts_with("Het laatste deel kan tot "));
        let days: i64 = days.split_whitespace().next().unwrap().parse().unwrap();
        assert_eq!(ends_at(&db).await, days * 24 * 60 * 60 * 1_000_000);
        assert_eq!(saves(&lead, &path, &[("pace", "live")]).await.0, StatusCode::SEE_OTHER);
        assert_eq!(ends_at(&db).await, before);
        saves(&lead, &path, &[("pace", "written")]).await;
        lead.post(&format!("{}/opening", node.room), &[]).await;
        lead.does("begin", &[], &[]).await;
        assert!(texts(&lead.page().await, ".room-window").concat().contains("Dit deel kan tot "));
    }

    async fn once_the_room_is_open_the_plan_is_changed_there(db) {
        let node = Node::new(&db).await;
        let lead = node.client("Nadia Wiekslag").await;
        let path = planned(&node, &["speedsparren"]).await;
        let before = form(&get(&lead, &path).await);
        lead.post(&format!("{}/opening", node.room), &[]).await;
        let (status, page) = sends(&lead, &path, before, &[("set-0-rounds", "1")]).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.html().contains("De kring is al open"));
        let page = get(&lead, &path).await;
        assert!(texts(&page, "form.plan-form").is_empty());
        assert!(texts(&page, ".agenda-length").concat().starts_with("78"), "nothing changed");
    }

    async fn a_method_that_does_not_work_in_writing_says_so_at_the_choice(db) {
        let node = Node::new(&db).await;
        let lead = node.client("Nadia Wiekslag").await;
        let path = planned(&node, &["speedsparren"]).await;
        let before = ends_at(&db).await;
        let (status, page) = saves(&lead, &path, &[("pace", "written")]).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(texts(&page, "#pace-problem").concat().contains("werkt niet schriftelijk"));
        assert_eq!(ends_at(&db).await, before);
    }

    async fn who_saves_from_a_page_that_is_behind_overwrites_nothing(db) {
        let node = Node::new(&db).await;
        let lead = node.client("Nadia Wiekslag").await;
        let path = planned(&node, &["speedsparren"]).await;
        let stale = form(&get(&lead, &path).await);
        assert_eq!(saves(&lead, &path, &[("set-0-rounds", "2")]).await.0, StatusCode::SEE_OTHER);
        let (status, page) = sends(&lead, &path, stale, &[("set-0-rounds", "5")]).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.html().contains("Iemand anders heeft de agenda intussen aangepast"));
        let rounds = form(&get(&lead, &path).await);
        assert_eq!(rounds["set-0-rounds"], "2");
    }

    async fn a_plan_is_there_for_who_leads_and_who_organises_and_for_nobody_else(db) {
        let node = Node::new(&db).await;
        let path = planned(&node, &["focusmethode"]).await;
        let organiser = organiser(&db).await;
        for (name, may) in [
            ("Nadia Wiekslag", true),
            (organiser.as_str(), true),
            ("Esmee Lariksdal", false),
            ("Chantal Ooibosch", false),
        ] {
            let client = node.client(name).await;
            let status = client.send("GET", &path, &[], &[]).await.status;
            assert_eq!(status == StatusCode::OK, may, "{name}: {status}");
            let fields = [("plan", "x"), ("pace", "live")];
            let status = client.send("POST", &path, &fields, &[]).await.status;
            let expected = if may { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::NOT_FOUND };
            assert_eq!(status, expected, "{name}");
            let meeting = client.send("GET", path.trim_end_matches("/plan"), &[], &[]).await;
            assert_eq!(meeting.text.contains(&path), may, "{name}: the way there");
        }
    }
}
