//! Whatever people and organisers do, in any order: nobody waits while a place is free, and nobody is let in beyond what there is room
//! for.

use jiff::SignedDuration;
use store::{MIGRATIONS, args, sql};

use super::world::{World, hidden, texts};
use crate::browser::Browser;

/// Foreseeable numbers that look drawn, so that a failure can be walked again.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        (self.0 >> 33) % sides
    }
}

/// How it stands: places, people on the list, people who wait.
async fn count(world: &World) -> (i64, i64, i64) {
    let db = &world.house.app.db;
    db.read(|tx| {
        tx.one(
            sql!(
                "select i.capacity, (select count(*) from attendance where role = 'participant' and state <> 'declined'),
                        (select count(*) from sign_ups where state = 'waiting')
                 from invitations i"
            ),
            args![],
        )
    })
    .await
    .unwrap()
}

/// What can happen to the list of a meeting.
struct Act<'w> {
    world: &'w World,
    organiser: &'w Browser,
    desk: &'w str,
    front: &'w str,
}

impl Act<'_> {
    /// One thing that somebody does, in a few words.
    async fn any(&self, dice: &mut Dice) -> String {
        let name = format!("n{}", dice.roll(8));
        let found = self.standing(&name).await;
        match (found, dice.roll(10)) {
            (_, 0) => self.resize(u8::try_from(1 + dice.roll(4)).unwrap()).await,
            (None, _) => {
                self.world.come(self.front, &name).await;
                format!("{name} comes")
            }
            (Some((id, _)), 1..=3) => self.take_off(&name, &id).await,
            (Some((_, state)), 4 | 5) if state == "coming" => self.say_no(&name).await,
            (Some(_), _) => self.sign_off(&name).await,
        }
    }

    async fn standing(&self, name: &str) -> Option<(String, String)> {
        let (db, name) = (&self.world.house.app.db, name.to_owned());
        db.read(move |tx| {
            tx.maybe(
                sql!("select id, state from sign_ups where name = $1 and state <> 'gone'"),
                args![&name],
            )
        })
        .await
        .unwrap()
    }

    async fn resize(&self, capacity: u8) -> String {
        let path = format!("{}/invitation", self.desk);
        let page = self.organiser.get(&path).await.page();
        let form = format!("version={}&{}", hidden(&page, "version"), texts(capacity));
        let reply = self.organiser.post(&path, &form).await;
        assert_eq!(reply.status, 303, "{}", reply.text());
        format!("{capacity} places")
    }

    async fn take_off(&self, name: &str, id: &str) -> String {
        let path = format!("{}/people/{id}/removal", self.desk);
        assert_eq!(self.organiser.post(&path, "").await.status, 303);
        format!("{name} is taken off")
    }

    async fn say_no(&self, name: &str) -> String {
        let link = self.world.link(name, "/reply/");
        let browser = self.world.house.browser();
        assert_eq!(browser.post(&link, "comes=no").await.status, 303);
        format!("{name} says no")
    }

    async fn sign_off(&self, name: &str) -> String {
        let link = self.world.ask(self.front, name).await;
        let browser = self.world.house.browser();
        assert_eq!(browser.post(&format!("{link}/withdrawal"), "").await.status, 303);
        format!("{name} signs off")
    }
}

store::both_engines! {
    MIGRATIONS;

    async fn a_free_place_and_somebody_who_waits_never_coexist(db) {
        let world = World::new(&db).await;
        let organiser = world.organiser().await;
        let (desk, front) = world.open(&organiser, 2).await;
        let (mut dice, mut walked) = (Dice(20_261_128), Vec::new());
        let act = Act { world: &world, organiser: &organiser, desk: &desk, front: &front };
        let mut most_waiting = 0;
        for _ in 0..60 {
            let (_, before, _) = count(&world).await;
            walked.push(act.any(&mut dice).await);
            world.house.deliver().await;
            world.house.advance(SignedDuration::from_mins(7));
            let (capacity, taken, waiting) = count(&world).await;
            assert!(waiting == 0 || taken >= capacity, "{capacity} {taken} {waiting}: {walked:?}");
            assert!(taken <= capacity.max(before), "{capacity} {taken} {before}: {walked:?}");
            most_waiting = most_waiting.max(waiting);
        }
        assert!(most_waiting > 1, "nobody ever waited: {walked:?}");
    }
}
