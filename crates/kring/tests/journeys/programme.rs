//! From a stranger to somebody who was there: applying, being admitted and placed, saying when one can, a meeting in one's calendar that
//! moves, the room, and being marked present. The stranger has a phone and does everything by keyboard.

use crate::Journeys;
use crate::accessibility::is_in_nobodys_way;
use crate::browser::{Browser, LAPTOP, PHONE, Scheme, Screen};
use crate::calendar::{fill, on_page};
use crate::hands::sign_in;
use crate::room::{does, tab_to};
use anyhow::{Context, Result, ensure};
use serde_json::Value;
use thirtyfour::Key;

/// Organises the programme of the demo for which anybody may apply.
const ORGANISER: &str = "Ravi";
/// Leads its group.
const COACH: &str = "Josien";
const NAME: &str = "Fenna Verzonnen";
const MAIL: &str = "fenna@voorbeeld.kring.example";
const GROUP: &str = "Avondgroep Bolderwijk";
const TITLE: &str = "Eerste avond met zijn allen";

pub(crate) fn add(list: &mut Journeys<'_>) {
    journeys!(list: a_stranger_applies_is_placed_says_when_and_is_marked_present);
}

async fn a_stranger_applies_is_placed_says_when_and_is_marked_present(stranger: &Browser) -> Result<()> {
    stranger.screen(PHONE).await?;
    let organiser = stranger.another().await?;
    let coach = stranger.another().await?;
    let walked = walk(stranger, &organiser, &coach).await;
    for browser in [organiser, coach] {
        let silent = browser.stays_silent().await;
        browser.quit().await?;
        silent?;
    }
    walked
}

async fn walk(stranger: &Browser, organiser: &Browser, coach: &Browser) -> Result<()> {
    apply(stranger).await.context("applying")?;
    admit(organiser).await.context("admitting")?;
    place(organiser).await.context("placing")?;
    ask(coach).await.context("asking for days")?;
    say_when(stranger).await.context("saying when")?;
    choose(coach).await.context("choosing the day")?;
    get_the_file(stranger, "Uitnodiging: Eerste avond", "SEQUENCE:0").await?;
    move_to_now(coach).await.context("moving the meeting")?;
    get_the_file(stranger, "Gewijzigd: Eerste avond", "SEQUENCE:1").await?;
    be_there(stranger, coach).await.context("being there")
}

/// Goes to a field, types into it, and leaves it.
pub(crate) async fn types(browser: &Browser, field: &str, text: &str) -> Result<()> {
    tab_to(browser, field).await?;
    browser.types(text).await
}

/// Goes to a link or a button and presses Enter.
pub(crate) async fn enters(browser: &Browser, target: &str) -> Result<()> {
    tab_to(browser, target).await?;
    browser.leave(async || browser.press(Key::Enter).await).await
}

/// Axe and the narrow screen; then back to the screen and the light of whoever looks.
pub(crate) async fn looks_right(browser: &Browser, screen: Screen) -> Result<()> {
    is_in_nobodys_way(browser).await?;
    browser.scheme(Scheme::Light).await?;
    browser.screen(screen).await
}

async fn apply(stranger: &Browser) -> Result<()> {
    stranger.open("/p/zelfstandigen").await?;
    enters(stranger, "main a[href$='/apply']").await?;
    types(stranger, "#name", NAME).await?;
    types(stranger, "#mail", MAIL).await?;
    types(stranger, "#q-1", "wijkverpleegkundige").await?;
    types(stranger, "#q-2", "Eigen praktijk").await?;
    enters(stranger, "main button.button[type='submit']").await?;
    stranger
        .expect("the thanks", stranger.path().await?.ends_with("/applied"))
        .await?;
    open_mail(stranger, "").await?;
    looks_right(stranger, PHONE).await
}

/// Opens the newest mail to the stranger with a subject that begins so. The group has other meetings, and invitations to those.
async fn open_mail(browser: &Browser, subject: &str) -> Result<()> {
    open_mail_to(browser, MAIL, subject).await
}

/// Opens the newest mail to an address with a subject that begins so, when it is there.
pub(crate) async fn open_mail_to(browser: &Browser, mail: &str, subject: &str) -> Result<()> {
    browser.open("/demo/mail").await?;
    let path = format!("//main//li[contains(., \"{mail}\")]//a[starts-with(., \"{subject}\")]");
    let script = format!(
        "if (document.evaluate({}, document, null, XPathResult.BOOLEAN_TYPE, null).booleanValue) return true;
         setTimeout(() => location.reload(), 200); return false",
        Value::from(format!("boolean({path})"))
    );
    browser.until(&format!("a mail {subject:?}"), &script).await?;
    browser.leave(async || browser.press_on_path(&path).await).await
}

/// Opens a page of the organiser's programme.
async fn manage(organiser: &Browser, part: &str) -> Result<()> {
    organiser.open("/programmes").await?;
    organiser.follow("main a[href^='/programmes/0']").await?;
    organiser.follow(&format!("main a[href$='/{part}']")).await
}

/// Makes room first: whoever waits goes before the stranger.
async fn admit(organiser: &Browser) -> Result<()> {
    sign_in(organiser, ORGANISER).await?;
    manage(organiser, "enrolment").await?;
    fill(organiser, &[("capacity", "40")]).await?;
    organiser
        .follow("form:has(#capacity) button.button:not(.quiet)")
        .await?;
    manage(organiser, "applications").await?;
    let applicant = format!("//main//a[contains(., \"{NAME}\")]");
    organiser
        .leave(async || organiser.press_on_path(&applicant).await)
        .await?;
    organiser
        .follow("form:has([name='decision'][value='admit']) button")
        .await?;
    organiser.follow("button[name='do'][value='send']").await
}

async fn place(organiser: &Browser) -> Result<()> {
    manage(organiser, "people").await?;
    organiser.follow("main a[href$='which=-']").await?;
    looks_right(organiser, LAPTOP).await?;
    let person = format!("//main//label[contains(., \"{NAME}\")]");
    organiser.press_on_path(&person).await?;
    let script = "
        const group = document.querySelector('#group');
        group.value = [...group.options].find(option => option.text === arguments[0]).value;
        return true";
    organiser.ask::<bool>(script, &[Value::from(GROUP)]).await?;
    organiser.follow("form:has(#group) button.button").await?;
    let is_gone = !organiser.ask::<bool>(&on_page(NAME), &[]).await?;
    ensure!(is_gone, "somebody who was placed is still in no group");
    Ok(())
}

/// Two days; the stranger can make the second.
async fn ask(coach: &Browser) -> Result<()> {
    sign_in(coach, COACH).await?;
    coach.follow("main a[href^='/groups/']").await?;
    coach.follow("main a[href$='/polls/new']").await?;
    fill(
        coach,
        &[
            ("title", TITLE),
            ("place", "Zaal De Brug"),
            ("day-0", "2098-12-16"),
            ("time-0", "19:30"),
            ("day-1", "2098-12-18"),
            ("time-1", "19:30"),
            ("at_least", "1"),
        ],
    )
    .await?;
    looks_right(coach, LAPTOP).await?;
    coach.follow("button[name='do'][value='ask']").await?;
    coach
        .expect("the page of the poll", coach.path().await?.starts_with("/polls/"))
        .await?;
    looks_right(coach, LAPTOP).await
}

async fn say_when(stranger: &Browser) -> Result<()> {
    open_mail(stranger, "Wanneer kun je?").await?;
    // The server of a journey finds its port by itself, and its links do not know it.
    let script = "return new URL(document.querySelector('main a[href*=\"/poll/\"]').href).pathname";
    let path: String = stranger.ask(script, &[]).await?;
    stranger.open(&path).await?;
    looks_right(stranger, PHONE).await?;
    // In a group of radio buttons the arrows choose: the first day not, the second if need be.
    tab_to(stranger, "tr:nth-child(1) input[type='radio']").await?;
    stranger.press(Key::Left).await?;
    tab_to(stranger, "tr:nth-child(2) input[type='radio']").await?;
    stranger.press(Key::Right).await?;
    enters(stranger, "main button.button[type='submit']").await?;
    let script = "return [...document.querySelectorAll('.poll input:checked')].map(answer => answer.value)";
    let said: Vec<String> = stranger.ask(script, &[]).await?;
    ensure!(said == ["no", "maybe"], "{said:?}");
    stranger
        .until("that it is kept", &on_page("Je antwoord is bewaard"))
        .await
}

async fn choose(coach: &Browser) -> Result<()> {
    let poll = coach.path().await?;
    coach.open(&poll).await?;
    let script = "
        const days = [...document.querySelectorAll('input[name^=\"pick-\"]')];
        days.forEach((day, number) => day.checked = number === 1);
        return days.length === 2";
    coach
        .expect("two days", coach.ask::<bool>(script, &[]).await?)
        .await?;
    coach.follow("button[name='do'][value='invite']").await?;
    coach.until("the choice", &on_page("18 december 2098")).await
}

/// The mail carries a file that a calendar takes for this meeting.
async fn get_the_file(stranger: &Browser, subject: &str, sequence: &str) -> Result<()> {
    open_mail(stranger, subject).await?;
    let script = "const link = document.querySelector('main a[href$=\"kring.ics\"]');
        return fetch(new URL(link.href).pathname).then(answer => answer.text())";
    let file: String = stranger.ask(script, &[]).await?;
    for line in ["METHOD:REQUEST", sequence, TITLE] {
        ensure!(file.contains(line), "{line} is missing in\n{file}");
    }
    Ok(())
}

/// To ten minutes from now: the room opens a quarter of an hour before.
async fn move_to_now(coach: &Browser) -> Result<()> {
    coach.follow("main a[href^='/groups/']").await?;
    let meeting = format!("//main//a[contains(., \"{TITLE}\") and starts-with(@href, '/meetings/')]");
    coach.leave(async || coach.press_on_path(&meeting).await).await?;
    coach.follow("main a[href$='/date']").await?;
    let script = "
        const soon = new Date(Date.now() + 600000);
        return soon.toLocaleString('sv-SE', { timeZone: 'Europe/Amsterdam' }).slice(0, 16).split(' ')";
    let (day, time): (String, String) = coach.ask(script, &[]).await?;
    fill(coach, &[("date", &day), ("time", &time)]).await?;
    coach.follow(".planning-form button[type='submit']").await?;
    coach.until("the new time", &on_page(&time)).await
}

async fn come_in(stranger: &Browser, room: &str) -> Result<()> {
    sign_in(stranger, NAME).await?;
    enters(stranger, "main a[href^='/meetings/']").await?;
    enters(stranger, "main a[href^='/room/']").await?;
    enters(stranger, "form[action$='/seat'] button").await?;
    ensure!(stranger.path().await? == room, "another room");
    // Before a word of a case is seen, everybody promises the same.
    tab_to(stranger, "#form-accept button").await?;
    stranger.press(Key::Enter).await
}

/// The digits that the coach shows mark the stranger present, and the list of the meeting says so.
async fn be_there(stranger: &Browser, coach: &Browser) -> Result<()> {
    coach.follow("form[action$='/opening'] button").await?;
    let room = coach.path().await?;
    come_in(stranger, &room).await?;
    does(coach, "begin").await?;
    let digits = coach.one(".room-presence-digits").await?.text().await?;
    // They stand in two halves; a line end between them would be Enter.
    let digits: String = digits.split_whitespace().collect();
    types(stranger, "#form-presence-start-digits", &digits).await?;
    stranger.press(Key::Enter).await?;
    stranger
        .until(
            "that it is stored",
            "return !document.querySelector('#form-presence-start-digits')",
        )
        .await?;
    looks_right(stranger, PHONE).await?;
    let script = format!(
        "const place = [...document.querySelectorAll('#room-people li')].find(one => one.innerText.includes({}));
         return !!place && place.innerText.includes('aanwezig gemeld')",
        Value::from(NAME)
    );
    coach.until("that the coach sees it", &script).await
}
