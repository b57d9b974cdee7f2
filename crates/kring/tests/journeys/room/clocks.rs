//! The clock of the room is the same on all devices, whatever their own clocks say.

use super::{does, looks_at, rehearse};
use crate::Journeys;
use crate::browser::Browser;
use anyhow::{Context, Result, bail, ensure};
use std::collections::BTreeMap;
use std::time::Duration;
use tokio::time::Instant;

/// More than this nobody may differ; milliseconds.
const APART: f64 = 250.0;
/// So many seconds are compared. The machine may be busy, so the middle one counts.
const SECONDS: usize = 7;
/// A page that was asleep has so long to find the time again, and to be looked at.
const LIMIT: Duration = Duration::from_secs(40);
const FROZEN: Duration = Duration::from_secs(3);

/// A device whose clock is an hour ahead. It can be set while a page is open, and it can sleep: then the clock that counts since
/// the page was opened stands still while the other goes on.
const DEVICE: &str = "
    (() => {
        const Real = Date, since = performance.now.bind(performance), origin = performance.timeOrigin;
        let [ahead, asleep] = [3_600_000, 0];
        globalThis.Date = class extends Real {
            constructor(...values) { if (values.length > 0) super(...values); else super(Real.now() + ahead); }
            static now() { return Real.now() + ahead; }
        };
        performance.now = () => since() - asleep;
        Object.defineProperty(performance, 'timeOrigin', { get: () => origin + ahead });
        globalThis.device = { real: () => Real.now(), set: (to) => { ahead = to; }, sleep: (time) => { asleep += time; } };
    })()";

/// Notes in real time when the clock of the page shows something else than before.
const WATCH: &str = "
    const real = globalThis.device?.real ?? (() => Date.now());
    const digits = () => document.querySelector('#room-clock [data-digits]')?.textContent ?? '';
    let shown = digits();
    window.kringShown = [];
    window.kringWatch?.disconnect();
    window.kringWatch = new MutationObserver(() => {
        if (digits() !== shown) window.kringShown.push([shown = digits(), real()]);
    });
    window.kringWatch.observe(document.querySelector('kring-room'), { childList: true, characterData: true, subtree: true });
    return true";

/// A sign of life that was on its way for ten seconds, as one that waits for a frozen page. Whether the clock goes on as it did.
const LATE: &str = "
    const room = document.querySelector('kring-room');
    const left = () => {
        room.tick();
        const [minutes, seconds] = document.querySelector('#room-clock [data-digits]').textContent.split(':').map(Number);
        return minutes * 60 + seconds;
    };
    const before = left();
    room.source.dispatchEvent(new MessageEvent('beat', { data: String((device.real() - 10_000) * 1_000) }));
    return Math.abs(left() - before) <= 1";

pub(crate) fn add(list: &mut Journeys<'_>) {
    journeys!(list: all_devices_show_the_same_time_whatever_their_own_clocks_say);
}

async fn all_devices_show_the_same_time_whatever_their_own_clocks_say(right: &Browser) -> Result<()> {
    let (_, seats) = rehearse(right, "speedsparren", "6").await?;
    let seat = seats.first().context("there is nobody else to be")?;
    let wrong = right.another().await?;
    let agreed = both_agree(right, &wrong, seat).await;
    let silent = wrong.stays_silent().await;
    wrong.quit().await.context("closing the other browser")?;
    agreed.and(silent)
}

async fn both_agree(right: &Browser, wrong: &Browser, seat: &str) -> Result<()> {
    wrong.before_every_page(DEVICE).await?;
    looks_at(wrong, seat).await?;
    does(right, "begin").await?;
    for browser in [right, wrong] {
        browser.one("#room-clock[data-ends-at]").await?;
    }
    holds(
        wrong,
        "return new Date() - device.real() > 3_000_000",
        "a device whose clock is wrong",
    )
    .await?;
    agree(right, wrong)
        .await
        .context("a device that is an hour ahead")?;
    for happens in [
        "device.set(-7_200_000)",
        "device.sleep(1_500)",
        "device.sleep(90_000)",
    ] {
        holds(wrong, &format!("{happens}; return true"), happens).await?;
        agree(right, wrong).await.context(happens)?;
    }
    freezes(right, wrong).await
}

async fn freezes(right: &Browser, wrong: &Browser) -> Result<()> {
    holds(wrong, LATE, "a clock that no late sign of life sets").await?;
    wrong.freeze(true).await?;
    tokio::time::sleep(FROZEN).await;
    wrong.freeze(false).await?;
    agree(right, wrong).await.context("after the page was frozen")
}

async fn holds(browser: &Browser, script: &str, what: &str) -> Result<()> {
    let holds = browser.ask::<bool>(script, &[]).await?;
    ensure!(holds, "expected {what}");
    Ok(())
}

/// Waits until both pages go from second to second at the same moments.
async fn agree(one: &Browser, other: &Browser) -> Result<()> {
    let until = Instant::now() + LIMIT;
    loop {
        let apart = apart(one, other).await?;
        let middle = apart.get(apart.len() / 2).copied().unwrap_or(f64::INFINITY);
        if middle <= APART {
            return the_dials_agree(one, other).await;
        }
        if Instant::now() > until {
            bail!("the clocks are {middle} milliseconds apart: {apart:?}");
        }
    }
}

/// How many milliseconds lie between the moments at which both show the same second, the smallest first.
async fn apart(one: &Browser, other: &Browser) -> Result<Vec<f64>> {
    for browser in [one, other] {
        browser.ask::<bool>(WATCH, &[]).await?;
    }
    let enough = format!("return window.kringShown.length > {SECONDS}");
    for browser in [one, other] {
        browser.until("a clock that goes", &enough).await?;
    }
    let mut apart = Vec::new();
    let shown = moments(other).await?;
    for (digits, at) in moments(one).await? {
        apart.extend(shown.get(&digits).map(|there| (at - there).abs()));
    }
    apart.sort_by(f64::total_cmp);
    Ok(apart)
}

async fn moments(browser: &Browser) -> Result<BTreeMap<String, f64>> {
    let shown: Vec<(String, f64)> = browser.ask("return window.kringShown", &[]).await?;
    Ok(shown.into_iter().collect())
}

/// The ring says the same as the digits.
async fn the_dials_agree(one: &Browser, other: &Browser) -> Result<()> {
    let share = "return Number(document.querySelector('#room-clock').dataset.share)";
    let (one, other): (f64, f64) = (one.ask(share, &[]).await?, other.ask(share, &[]).await?);
    ensure!(
        one > 0.0 && (one - other).abs() < 0.02,
        "the rings show {one} and {other}"
    );
    Ok(())
}
