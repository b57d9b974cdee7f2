//! Every address of the room as everybody: the addresses come from the code, so a new one without a row is found here.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use store::{MIGRATIONS, args, sql};

use super::guests::{browser, code, comes_in};
use super::world::{Client, Node, organiser, stranger};

/// Method and path of every route of the room.
fn routes() -> BTreeSet<(String, &'static str)> {
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src/room")];
    let mut routes = BTreeSet::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let source = fs::read_to_string(&path).unwrap();
            for rest in source.split(".route(").skip(1) {
                let address = rest.split('"').nth(1).unwrap().to_owned();
                let handlers = rest.split(".route(").next().unwrap();
                let handlers = handlers
                    .split('"')
                    .nth(2)
                    .unwrap()
                    .split('\n')
                    .take(3)
                    .collect::<String>();
                for (method, word) in [("GET", "get("), ("POST", "post(")] {
                    if handlers.contains(word)
                        && (address.starts_with("/room/") || address.starts_with("/join"))
                    {
                        routes.insert((address.clone(), method));
                    }
                }
            }
        }
    }
    routes
}

store::both_engines! {
    MIGRATIONS;

    async fn every_address_of_the_room_as_everybody(db) {
        let node = Node::new(&db).await;
        let [lead, owner, one, _] = node.four().await;
        let code = code(&lead).await;
        let mut guest = browser(&node);
        comes_in(&mut guest, &code, "Sam").await;
        db.write(|tx| {
            tx.run(
                sql!("update attendance set role = 'observer' where person_id = (select id from people where name = 'Karim Benzarki')"),
                args![],
            )
        })
        .await
        .unwrap();
        let observer = node.client("Karim Benzarki").await;
        let organiser = node.client(&organiser(&db).await).await;
        let stranger = node.client(&stranger(&db).await).await;
        let nobody = browser(&node);
        let everybody: [&Client; 8] = [&lead, &owner, &one, &guest, &observer, &organiser, &stranger, &nobody];
        let meeting = node.room.trim_start_matches("/room/");
        let mut table = vec!["lead owner participant guest observer organiser stranger nobody".to_owned()];
        for (route, method) in routes() {
            let path = route.replace("{meeting}", meeting).replace("{code}", &code);
            let path = path.split('/').map(|part| if part.starts_with('{') { "unknown" } else { part });
            let path = path.collect::<Vec<_>>().join("/");
            let mut row = Vec::new();
            for client in everybody {
                row.push(client.request(method, &path, &[], &[]).await.status().as_u16().to_string());
            }
            table.push(format!("{} {method} {route}", row.join(" ")));
        }
        // Guest and observer have not accepted the agreements yet: there is no report for them.
        let expected = [
            "lead owner participant guest observer organiser stranger nobody",
            "200 200 200 200 200 200 200 200 GET /join",
            "303 303 303 303 303 403 200 200 GET /join/{code}",
            "303 303 303 303 303 403 400 400 POST /join/{code}",
            "200 200 200 200 200 404 404 303 GET /room/{meeting}",
            "200 404 404 404 404 404 404 303 GET /room/{meeting}/attendance",
            "200 404 404 404 404 404 404 303 GET /room/{meeting}/block",
            "400 400 400 400 400 404 404 303 POST /room/{meeting}/commands",
            "400 403 403 403 403 404 404 303 POST /room/{meeting}/door",
            "200 200 200 200 200 404 404 303 GET /room/{meeting}/events",
            "404 403 403 403 403 404 404 303 POST /room/{meeting}/guests/{guest}/removal",
            "303 303 303 303 303 404 404 303 POST /room/{meeting}/opening",
            "200 200 200 200 200 404 404 303 GET /room/{meeting}/parts",
            "200 200 200 404 404 404 404 303 GET /room/{meeting}/report.csv",
            "200 200 200 404 404 404 404 303 GET /room/{meeting}/report.json",
            "200 200 200 404 404 404 404 303 GET /room/{meeting}/report.md",
            "200 200 200 200 200 404 404 303 GET /room/{meeting}/screen",
            "200 200 200 200 200 404 404 303 GET /room/{meeting}/screen/events",
            "200 200 200 200 200 404 404 303 GET /room/{meeting}/screen/parts",
            "303 303 303 303 303 404 404 303 POST /room/{meeting}/seat",
        ];
        assert_eq!(table, expected);
    }
}
