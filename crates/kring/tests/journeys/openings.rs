//! An open meeting with one place: a stranger signs up on a phone and gets it into their calendar, another one waits, the first signs off,
//! and the place goes to who waited. Strangers do everything by keyboard.

use crate::Journeys;
use crate::browser::{Browser, LAPTOP, PHONE};
use crate::calendar::{fill, on_page};
use crate::hands::sign_in;
use crate::programme::{enters, looks_right, open_mail_to, types};
use anyhow::{Context, Result, ensure};

/// Organises the open meetings of the demo.
const ORGANISER: &str = "Bram Koerslagh";
const TITLE: &str = "Een avond over stilte";
const FIRST: (&str, &str) = ("Jet Verzonnen", "jet@voorbeeld.kring.example");
const SECOND: (&str, &str) = ("Siem Verzonnen", "siem@voorbeeld.kring.example");

pub(crate) fn add(list: &mut Journeys<'_>) {
    journeys!(list: a_stranger_signs_up_another_waits_and_gets_the_place);
}

async fn a_stranger_signs_up_another_waits_and_gets_the_place(stranger: &Browser) -> Result<()> {
    stranger.screen(PHONE).await?;
    let organiser = stranger.another().await?;
    let walked = walk(stranger, &organiser).await;
    let silent = organiser.stays_silent().await;
    organiser.quit().await?;
    silent?;
    walked
}

async fn walk(stranger: &Browser, organiser: &Browser) -> Result<()> {
    let front = plan(organiser).await.context("planning")?;
    let first = has_the_place(stranger, &front).await.context("signing up")?;
    let second = waits(stranger, &front).await.context("waiting")?;
    moves_up(stranger, &first, &second).await.context("signing off")?;
    see(organiser).await.context("seeing who comes")
}

async fn has_the_place(stranger: &Browser, front: &str) -> Result<String> {
    let own = sign_up(stranger, front, FIRST).await?;
    shows(stranger, "Je hebt een plaats.").await?;
    get_the_file(stranger, FIRST.1, "Je plaats: ", "METHOD:REQUEST").await?;
    Ok(own)
}

async fn waits(stranger: &Browser, front: &str) -> Result<String> {
    let own = sign_up(stranger, front, SECOND).await?;
    shows(stranger, "Je staat bovenaan de wachtlijst.").await?;
    looks_right(stranger, PHONE).await?;
    Ok(own)
}

/// The first signs off, and the second has the place.
async fn moves_up(stranger: &Browser, first: &str, second: &str) -> Result<()> {
    sign_off(stranger, first).await?;
    get_the_file(stranger, FIRST.1, "Niet meer in je agenda: ", "METHOD:CANCEL").await?;
    get_the_file(stranger, SECOND.1, "Er is een plaats voor je: ", "METHOD:REQUEST").await?;
    stranger.open(second).await?;
    shows(stranger, "Je hebt een plaats.").await
}

async fn shows(stranger: &Browser, text: &str) -> Result<()> {
    stranger.until(text, &on_page(text)).await
}

/// Plans it and makes it known; answers the path of its page.
async fn plan(organiser: &Browser) -> Result<String> {
    sign_in(organiser, ORGANISER).await?;
    organiser.open("/programmes").await?;
    organiser.follow("main a[href^='/programmes/0']").await?;
    organiser.follow("main a[href$='/openings']").await?;
    organiser.follow("main a[href$='/openings/new']").await?;
    looks_right(organiser, LAPTOP).await?;
    fill(
        organiser,
        &[
            ("title", TITLE),
            ("date", "2098-12-16"),
            ("place", "Zaal De Brug"),
            ("goal", "Merken wat stilte in een gesprek doet."),
            ("audience", "Iedereen die met mensen werkt."),
            ("questions", "Wanneer vul jij een stilte op?"),
            ("time_asked", "Anderhalf uur"),
            ("capacity", "1"),
        ],
    )
    .await?;
    organiser.follow(".planning-form .button:not(.quiet)").await?;
    organiser.follow("form[action$='/publication'] button").await?;
    looks_right(organiser, LAPTOP).await?;
    let script = "return new URL(document.querySelector('main a[href*=\"/o/\"]').href).pathname";
    organiser.ask(script, &[]).await
}

/// Signs up from the page of the programme and confirms it from the mail; answers the path of the personal page.
async fn sign_up(stranger: &Browser, front: &str, (name, mail): (&str, &str)) -> Result<String> {
    stranger.open("/p/hybride-zorg").await?;
    enters(stranger, &format!("main a[href='{front}']")).await?;
    looks_right(stranger, PHONE).await?;
    asks_for_a_place(stranger, name, mail).await?;
    confirms(stranger, mail).await
}

async fn asks_for_a_place(stranger: &Browser, name: &str, mail: &str) -> Result<()> {
    types(stranger, "#name", name).await?;
    types(stranger, "#mail", mail).await?;
    enters(stranger, "main button.button[type='submit']").await?;
    let is_thanked = stranger.path().await?.ends_with("/asked");
    stranger.expect("the thanks", is_thanked).await?;
    looks_right(stranger, PHONE).await
}

async fn confirms(stranger: &Browser, mail: &str) -> Result<String> {
    open_mail_to(stranger, mail, "Bevestig dat je komt: ").await?;
    // The server of a journey finds its port by itself, and its links do not know it.
    let script = "return new URL(document.querySelector('main a[href*=\"/sign-ups/\"]').href).pathname";
    let own: String = stranger.ask(script, &[]).await?;
    stranger.open(&own).await?;
    looks_right(stranger, PHONE).await?;
    enters(stranger, "form[action$='/confirmation'] button").await?;
    Ok(own)
}

async fn sign_off(stranger: &Browser, own: &str) -> Result<()> {
    stranger.open(own).await?;
    stranger.press_on("details.withdrawal summary").await?;
    looks_right(stranger, PHONE).await?;
    enters(stranger, "form[action$='/withdrawal'] button").await?;
    stranger
        .until("that it is done", &on_page("Je staat niet meer op de lijst."))
        .await
}

/// The mail carries a file that puts the meeting into a calendar, or takes it out.
async fn get_the_file(stranger: &Browser, mail: &str, subject: &str, method: &str) -> Result<()> {
    open_mail_to(stranger, mail, subject).await?;
    let script = "const link = document.querySelector('main a[href$=\"kring.ics\"]');
        return fetch(new URL(link.href).pathname).then(answer => answer.text())";
    let file: String = stranger.ask(script, &[]).await?;
    for line in [method, TITLE] {
        ensure!(file.contains(line), "{line} is missing in\n{file}");
    }
    Ok(())
}

async fn see(organiser: &Browser) -> Result<()> {
    let desk = organiser.path().await?;
    organiser.open(&desk).await?;
    let script =
        "return [...document.querySelectorAll('#people .question-lines strong')].map(one => one.innerText)";
    let names: Vec<String> = organiser.ask(script, &[]).await?;
    ensure!(names == [SECOND.0], "{names:?}");
    looks_right(organiser, LAPTOP).await
}
