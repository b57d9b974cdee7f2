//! Video rooms that Kring makes: for each meeting its own, impossible to guess, and there to stay.

use store::{Db, MIGRATIONS, args, sql};

use super::world::{World, row, values};

const SERVER: &str = "video_server = 'https://meet.example.org/'";

/// The addresses of all meetings, the first one first.
async fn addresses(db: &Db) -> Vec<String> {
    let found: Vec<Option<String>> = db
        .read(|tx| tx.all(sql!("select online from meetings order by starts_at"), args![]))
        .await
        .unwrap();
    found.into_iter().map(Option::unwrap_or_default).collect()
}

/// Whether it is a room on our server whose name says nothing.
fn is_room(address: &str) -> bool {
    let name = address.strip_prefix("https://meet.example.org/kring-");
    name.is_some_and(|name| name.len() == 32 && name.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

store::both_engines! {
    MIGRATIONS;

    async fn each_meeting_of_a_row_has_a_room_of_its_own_that_stays(db) {
        let world = World::with(&db, SERVER).await;
        let coach = world.house.signed_in("thea@voorbeeld.example").await;
        assert_eq!(values(&coach.get("/groups/g/series").await.page(), "#makes_video"), ["yes"]);
        let days = ["2026-12-15", "2027-01-12"];
        let form = row("invite", days[0], &days).replace("De+Linde", "") + "&makes_video=yes";
        let planned = coach.post("/groups/g/series", &form).await;
        assert_eq!(planned.status, 303, "{}", planned.text());
        let rooms = addresses(&db).await;
        assert!(rooms.iter().all(|room| is_room(room)) && rooms[0] != rooms[1], "{rooms:?}");
        world.house.deliver().await;
        let letters = world.house.mailbox.letters();
        let told = letters.iter().find(|letter| letter.text.contains(&rooms[0])).unwrap();
        let file = told.calendar.as_ref().unwrap().file.replace("\r\n ", "");
        assert!(file.contains(&rooms[0]), "{file}");

        // Another day leaves the room as it is; the form carries it along like any address.
        let meeting: String = db
            .read(|tx| tx.one(sql!("select id from meetings order by starts_at limit 1"), args![]))
            .await
            .unwrap();
        let page = format!("/meetings/{meeting}");
        assert!(coach.get(&page).await.text().contains(&rooms[0]));
        let date = format!("{page}/date");
        let kept = values(&coach.get(&date).await.page(), "#online");
        let change = |seen: u8, more: &str| format!("title=Bijeenkomst&date=2026-12-22&time=20%3A00&minutes=60&place=&directions=&seen={seen}{more}");
        let moved = coach.post(&date, &change(0, &format!("&online={}", kept[0]))).await;
        assert_eq!(moved.status, 303, "{}", moved.text());
        assert_eq!(addresses(&db).await, rooms);

        // A new room, and an address of somebody else, are both a change that everybody hears of.
        assert_eq!(coach.post(&date, &change(1, &format!("&online={}&makes_video=yes", kept[0]))).await.status, 303);
        let fresh = addresses(&db).await;
        assert!(is_room(&fresh[0]) && fresh[0] != rooms[0], "{fresh:?}");
        assert_eq!(coach.post(&date, &change(2, "&online=https%3A%2F%2Fvideo.example%2Fx")).await.status, 303);
        assert_eq!(addresses(&db).await[0], "https://video.example/x");
    }

    async fn without_a_server_no_room_is_offered_or_made(db) {
        let world = World::new(&db).await;
        let coach = world.house.signed_in("thea@voorbeeld.example").await;
        for path in ["/groups/g/series", "/groups/g/polls/new"] {
            assert!(!coach.get(path).await.text().contains("makes_video"), "{path}");
        }
        let form = row("invite", "2026-12-15", &["2026-12-15"]).replace("De+Linde", "") + "&makes_video=yes";
        assert_eq!(coach.post("/groups/g/series", &form).await.status, 422);
    }
}
