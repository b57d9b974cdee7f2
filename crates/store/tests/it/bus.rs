//! A wake-up may be lost or doubled on any of the three buses; what follows the log loses and doubles nothing.

use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use store::testing::{self, Fresh, TestDb};
use store::{Bus, BusKind, Config, Db, Engine, Error, Follower, Hint, Listener, Tx, args, sql};
use tokio::time::timeout;

use crate::ground::GROUND;
use crate::proxy::Proxy;

const LONG: Duration = Duration::from_secs(30);
const EVENTS: i64 = 300;
const TOPIC: &str = "room/it's 7";

fn append(tx: &mut Tx<'_>) -> Result<i64, Error> {
    let last: Option<i64> = tx.one(sql!("select max(seq) from log where room = $1"), args![TOPIC])?;
    let seq = last.unwrap_or_default() + 1;
    tx.run(
        sql!("insert into log (room, seq, body) values ($1, $2, 'x')"),
        args![TOPIC, seq],
    )?;
    // For the last one nobody is ever woken: only a slow look finds it.
    if seq < EVENTS {
        tx.wake(TOPIC, seq);
    }
    Ok(seq)
}

fn after(tx: &mut Tx<'_>, seq: i64) -> Result<Vec<i64>, Error> {
    tx.all(
        sql!("select seq from log where room = $1 and seq > $2 order by seq"),
        args![TOPIC, seq],
    )
}

fn nats(server: &str) -> BusKind {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let number = COUNT.fetch_add(1, Ordering::SeqCst);
    let subject = format!("kring.test.{}.{number}", std::process::id());
    BusKind::Nats {
        url: format!("nats://{server}"),
        subject,
    }
}

/// Follows the log until it has seen everything, and returns what it saw in the order it saw it.
async fn follow(db: Db, bus: Bus) -> Vec<i64> {
    let mut follower = Follower::new(&bus, TOPIC, 0, Duration::from_millis(200));
    let mut seen = Vec::new();
    while follower.last() < EVENTS {
        let last = follower.last();
        for seq in db.read(move |tx| after(tx, last)).await.unwrap() {
            follower.seen(seq);
            seen.push(seq);
        }
        if follower.last() < EVENTS {
            assert!(follower.wait().await);
        }
    }
    seen
}

/// One node writes; listeners on both nodes follow over sound and faulty buses.
async fn nothing_is_lost_or_doubled(writer: &Db, other: &Db) {
    let mut followers = Vec::new();
    for seed in 1..=6_u64 {
        let node = if seed % 2 == 0 { writer } else { other };
        let bus = if seed <= 4 {
            testing::faulty(node.bus(), seed * 7_919)
        } else {
            node.bus().clone()
        };
        followers.push(tokio::spawn(follow(node.clone(), bus)));
    }
    for expected in 1..=EVENTS {
        assert_eq!(writer.write(append).await.unwrap(), expected);
    }
    for follower in followers {
        let seen = timeout(LONG, follower).await.unwrap().unwrap();
        assert_eq!(seen, (1..=EVENTS).collect::<Vec<_>>());
    }
}

async fn node(fresh: &Fresh, bus: BusKind) -> Db {
    Db::open(
        &Config {
            bus,
            ..fresh.config().clone()
        },
        GROUND,
    )
    .await
    .unwrap()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn local_loses_and_doubles_nothing() {
    let db = testing::sqlite(GROUND);
    nothing_is_lost_or_doubled(&db, &db).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn notify_loses_and_doubles_nothing() {
    let db = testing::postgres(GROUND);
    let other = node(db.fresh(), BusKind::Notify).await;
    nothing_is_lost_or_doubled(&db, &other).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nats_loses_and_doubles_nothing() {
    let (fresh, kind) = (Fresh::postgres(GROUND), nats(&testing::nats()));
    let (db, other) = (node(&fresh, kind.clone()).await, node(&fresh, kind).await);
    nothing_is_lost_or_doubled(&db, &other).await;
}

/// The next wake-up, whatever else is heard before it.
async fn next_wake(listener: &mut Listener) -> i64 {
    let wake = async {
        loop {
            match listener.next().await {
                Some(Hint::Wake(wake)) => return wake.seq,
                Some(Hint::Lagged) => {}
                None => panic!("the bus was closed"),
            }
        }
    };
    timeout(LONG, wake).await.expect("no wake-up came")
}

async fn lagged(listener: &mut Listener) {
    let lagged = async { while listener.next().await.expect("the bus was closed") != Hint::Lagged {} };
    timeout(LONG, lagged)
        .await
        .expect("nobody said that wake-ups may have been missed");
}

/// Waits until what one node sends is heard by the other: before its line stands nothing is promised.
async fn linked(from: &Bus, to: &Bus) {
    let mut listener = to.listen_to("probe");
    let heard = async {
        loop {
            from.wake("probe", 1);
            if let Ok(Some(Hint::Wake(_))) = timeout(Duration::from_millis(50), listener.next()).await {
                return;
            }
        }
    };
    timeout(LONG, heard)
        .await
        .expect("the two nodes do not hear each other");
}

/// A wake-up reaches the other node by itself, without a slow look: over the wire, not only within the process.
async fn reaches_another_node(writer: &Db, other: &Db) {
    linked(writer.bus(), other.bus()).await;
    linked(other.bus(), writer.bus()).await;
    let mut all = other.bus().listen();
    let mut one = other.bus().listen_to(TOPIC);
    let mut nobody = other.bus().listen_to("another room");
    let seq = writer.write(append).await.unwrap();
    while next_wake(&mut all).await != seq {}
    assert_eq!(next_wake(&mut one).await, seq);
    while let Some(hint) = nobody.already() {
        assert_eq!(hint, Hint::Lagged);
    }
    writer.bus().wake(TOPIC, 1_000);
    assert_eq!(next_wake(&mut one).await, 1_000);
}

#[tokio::test]
async fn notify_reaches_another_node() {
    let db = testing::postgres(GROUND);
    let other = node(db.fresh(), BusKind::Auto).await;
    reaches_another_node(&db, &other).await;
}

#[tokio::test]
async fn nats_reaches_another_node() {
    let (fresh, kind) = (Fresh::postgres(GROUND), nats(&testing::nats()));
    let db = node(&fresh, kind.clone()).await;
    let other = node(&fresh, kind).await;
    reaches_another_node(&db, &other).await;
}

#[tokio::test]
async fn an_undone_write_wakes_nobody() {
    for db in [testing::sqlite(GROUND), testing::postgres(GROUND)] {
        let mut listener = db.bus().listen_to(TOPIC);
        let undone: Result<(), Error> = db
            .write(|tx| {
                append(tx)?;
                Err(Error::Conflict)
            })
            .await;
        assert!(undone.is_err());
        let read: Result<(), Error> = db
            .read(|tx| {
                tx.wake(TOPIC, 99);
                Ok(())
            })
            .await;
        assert!(read.is_ok());
        // The first one that is heard is that of the write that was kept.
        let kept = db.write(|tx| {
            append(tx)?;
            tx.wake(TOPIC, 7);
            Ok::<_, Error>(())
        });
        kept.await.unwrap();
        assert_eq!(next_wake(&mut listener).await, 1);
        assert_eq!(next_wake(&mut listener).await, 7);
    }
}

#[tokio::test]
async fn a_wake_up_comes_after_the_commit() {
    for db in [testing::sqlite(GROUND), testing::postgres(GROUND)] {
        let mut listener = db.bus().listen();
        for expected in 1..=20 {
            db.write(append).await.unwrap();
            let seq = next_wake(&mut listener).await;
            let seen = db.read(|tx| after(tx, 0)).await.unwrap();
            assert!(seen.contains(&seq), "{expected}");
        }
    }
}

async fn survives_a_cut_line(fresh: &Fresh, kind: BusKind, through: Config, proxy: &Proxy) {
    let db = node(fresh, kind).await;
    let other = Db::open(&through, GROUND).await.unwrap();
    linked(db.bus(), other.bus()).await;
    let mut listener = other.bus().listen_to(TOPIC);
    for round in 1..=2 {
        proxy.refuse();
        db.write(append).await.unwrap();
        proxy.restore();
        lagged(&mut listener).await;
        let seq = db.write(append).await.unwrap();
        assert_eq!(next_wake(&mut listener).await, seq, "{round}");
    }
}

#[tokio::test]
async fn notify_connects_again_and_says_so() {
    let fresh = Fresh::postgres(GROUND);
    let url = fresh.config().url.clone();
    let store::Url::Postgres(text) = &url else {
        panic!("not a server")
    };
    let target = text
        .split('@')
        .nth(1)
        .and_then(|rest| rest.split('/').next())
        .unwrap();
    let proxy = Proxy::to(target);
    let through = Config::new(text.replace(target, &proxy.address.to_string()).parse().unwrap());
    survives_a_cut_line(&fresh, BusKind::Notify, through, &proxy).await;
}

#[tokio::test]
async fn nats_connects_again_and_says_so() {
    let fresh = Fresh::postgres(GROUND);
    let kind = nats(&testing::nats());
    let BusKind::Nats { subject, .. } = &kind else {
        panic!("not NATS")
    };
    let proxy = Proxy::to(&testing::nats());
    let bus = BusKind::Nats {
        url: format!("nats://{}", proxy.address),
        subject: subject.clone(),
    };
    let through = Config {
        bus,
        ..fresh.config().clone()
    };
    survives_a_cut_line(&fresh, kind, through, &proxy).await;
}

#[tokio::test]
async fn a_follower_is_woken_by_what_is_newer_and_only_by_that() {
    let bus = Bus::local();
    let mut follower = Follower::new(&bus, "a", 5, LONG * 100);
    for (seq, wakes) in [(4, false), (5, false), (6, true), (7, true)] {
        bus.wake("b", 100);
        bus.wake("a", seq);
        let waited = futures_util::poll!(Box::pin(follower.wait()));
        assert_eq!(waited.is_ready(), wakes, "{seq}");
    }
    follower.seen(7);
    follower.seen(3);
    assert_eq!(follower.last(), 7);
    bus.wake("a", 7);
    assert!(futures_util::poll!(Box::pin(follower.wait())).is_pending());
}

#[tokio::test]
async fn a_follower_looks_by_itself_when_nothing_wakes_it() {
    let bus = Bus::local();
    let mut follower = Follower::new(&bus, "a", 0, Duration::from_millis(5));
    for _ in 0..3 {
        assert!(timeout(LONG, follower.wait()).await.unwrap());
    }
}

#[tokio::test]
async fn who_cannot_keep_up_is_told_to_look_at_everything() {
    let bus = Bus::local();
    let (mut all, mut one) = (bus.listen(), bus.listen_to("a"));
    for seq in 0..5_000 {
        bus.wake("a", seq);
    }
    assert_eq!(all.next().await, Some(Hint::Lagged));
    assert_eq!(one.next().await, Some(Hint::Lagged));
    assert!(matches!(all.next().await, Some(Hint::Wake(_))));
}

#[tokio::test]
async fn a_closed_bus_ends_its_listeners() {
    for db in [testing::sqlite(GROUND), testing::postgres(GROUND)] {
        let (mut early, mut follower) = (db.bus().listen(), Follower::new(db.bus(), "a", 0, LONG));
        db.close().await;
        let heard = async { while early.next().await.is_some() {} };
        timeout(LONG, heard).await.unwrap();
        let waited = async { while follower.wait().await {} };
        timeout(LONG, waited).await.unwrap();
        assert_eq!(db.bus().listen_to("a").next().await, None);
    }
}

#[tokio::test]
async fn notify_on_sqlite_is_refused() {
    let fresh = Fresh::sqlite(GROUND);
    let config = Config {
        bus: BusKind::Notify,
        ..fresh.config().clone()
    };
    let error = Db::open(&config, GROUND).await.err().unwrap();
    assert!(
        error.to_string().contains("LISTEN/NOTIFY needs PostgreSQL"),
        "{error}"
    );
}

#[tokio::test]
async fn a_far_too_long_topic_is_not_sent_and_breaks_nothing() {
    let db: TestDb = testing::postgres(GROUND);
    assert_eq!(db.engine(), Engine::Postgres);
    let wrote = db
        .write(|tx| {
            tx.wake(&"x".repeat(9_000), 1);
            append(tx)
        })
        .await;
    assert_eq!(wrote.unwrap(), 1);
}
