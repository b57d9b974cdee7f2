//! A guest speaker with papers: asked by mail, says yes and brings slides on a phone without an account, and comes into the room of that one
//! meeting; the group finds the papers on its page.

use crate::Journeys;
use crate::accessibility::is_in_nobodys_way;
use crate::browser::{Browser, LAPTOP, PHONE};
use crate::calendar::fill;
use crate::hands::{sees, sign_in};
use anyhow::{Context, Result, ensure};
use serde_json::Value;
use std::path::{Path, PathBuf};

/// Leads a group of the demo.
const COACH: &str = "Els";
/// Is in that group.
const MEMBER: &str = "Maaike Torenvalk";
const TITLE: &str = "Een avond met een gast";
const NAME: &str = "Dorien Verzonnen";
const MAIL: &str = "dorien@voorbeeld.kring.example";
const SUBJECT: &str = "Eten in de feestmaand";

pub(crate) fn add(list: &mut Journeys<'_>) {
    journeys!(list: a_speaker_is_asked_brings_papers_and_comes_in);
}

async fn a_speaker_is_asked_brings_papers_and_comes_in(coach: &Browser) -> Result<()> {
    let speaker = coach.another().await?;
    speaker.screen(PHONE).await?;
    let walked = walk(coach, &speaker).await;
    let silent = speaker.stays_silent().await;
    speaker.quit().await?;
    silent?;
    walked
}

async fn walk(coach: &Browser, speaker: &Browser) -> Result<()> {
    let meeting = plan(coach).await.context("planning")?;
    read_for_the_group(coach, &meeting)
        .await
        .context("adding papers")?;
    ask(coach, &meeting).await.context("asking the speaker")?;
    let own = prepared(speaker).await?;
    there(coach, speaker, (&meeting, &own)).await?;
    read_by_a_member(coach, &meeting).await
}

/// The speaker says yes and brings slides; answers their own page.
async fn prepared(speaker: &Browser) -> Result<String> {
    let own = open_the_link(speaker).await.context("opening the link")?;
    say_yes(speaker).await.context("saying yes")?;
    bring_slides(speaker).await.context("bringing slides")?;
    Ok(own)
}

/// The meeting begins, and the speaker comes into its room.
async fn there(coach: &Browser, speaker: &Browser, (meeting, own): (&str, &str)) -> Result<()> {
    move_to_now(coach, meeting).await.context("moving to now")?;
    coach.follow("form[action$='/opening'] button").await?;
    come_in(speaker, own).await.context("coming in")?;
    sees(coach, NAME).await
}

async fn read_by_a_member(member: &Browser, meeting: &str) -> Result<()> {
    sign_in(member, MEMBER).await?;
    member.open(meeting).await?;
    sees(member, "Dia's van Dorien").await?;
    is_in_nobodys_way(member).await?;
    // A page was refused as a paper.
    member.complains_only_of_status("422").await
}

/// From the page of the group by its list of topics to the form of a row.
async fn by_the_topics(coach: &Browser) -> Result<()> {
    sign_in(coach, COACH).await?;
    coach.follow("main a[href^='/groups/']").await?;
    is_in_nobodys_way(coach).await?;
    coach.follow("main a[href$='/topics']").await?;
    is_in_nobodys_way(coach).await?;
    coach.follow("main a[href$='/series']").await
}

/// One meeting far away; answers its page.
async fn plan(coach: &Browser) -> Result<String> {
    by_the_topics(coach).await?;
    let fields = [
        ("title", TITLE),
        ("date", "2098-12-16"),
        ("count", "1"),
        ("place", "Zaal De Brug"),
    ];
    fill(coach, &fields).await?;
    coach
        .follow("button[name='do'][value='look']:not([aria-hidden])")
        .await?;
    is_in_nobodys_way(coach).await?;
    coach.screen(LAPTOP).await?;
    coach
        .follow("button[name='do'][value='invite']:not([aria-hidden])")
        .await?;
    let link = format!("//main//a[contains(., \"{TITLE}\") and starts-with(@href, '/meetings/')]");
    coach.leave(async || coach.press_on_path(&link).await).await?;
    coach.path().await
}

/// A file to choose, with this in it.
fn file(name: &str, content: &[u8]) -> Result<PathBuf> {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, content).with_context(|| format!("writing {}", path.display()))?;
    Ok(path)
}

/// Chooses a file under a title and sends it.
async fn upload(browser: &Browser, title: &str, path: &Path) -> Result<()> {
    fill(browser, &[("title", title)]).await?;
    let chosen = path.to_str().context("a path that is no text")?;
    browser.one("input[type='file']").await?.send_keys(chosen).await?;
    browser.follow("form[enctype] button.button").await
}

/// A page is refused and said so; a PDF is there, and for the speaker too.
async fn read_for_the_group(coach: &Browser, meeting: &str) -> Result<()> {
    coach.follow("main a[href$='/papers']").await?;
    looks_right(coach).await?;
    upload(coach, "Artikel", &file("artikel.html", b"<!doctype html>")?).await?;
    sees(coach, "neemt Kring niet aan").await?;
    looks_right(coach).await?;
    coach.press_on("[name='for_speakers']").await?;
    upload(coach, "Artikel", &file("artikel.pdf", b"%PDF-1.7\n")?).await?;
    sees(coach, "De gastspreker leest dit ook").await?;
    looks_right(coach).await?;
    coach.open(meeting).await
}

/// In nobody's way on any screen; afterwards it is a laptop again.
async fn looks_right(coach: &Browser) -> Result<()> {
    is_in_nobodys_way(coach).await?;
    coach.screen(LAPTOP).await
}

async fn ask(coach: &Browser, meeting: &str) -> Result<()> {
    coach.follow("main a[href$='/speakers']").await?;
    is_in_nobodys_way(coach).await?;
    coach.screen(LAPTOP).await?;
    let fields = [
        ("name", NAME),
        ("mail", MAIL),
        ("subject", SUBJECT),
        ("from", "20:00"),
        ("minutes", "30"),
    ];
    fill(coach, &fields).await?;
    coach.follow("#form button.button").await?;
    sees(coach, "nog geen antwoord").await?;
    is_in_nobodys_way(coach).await?;
    coach.screen(LAPTOP).await?;
    coach.open(meeting).await?;
    sees(coach, SUBJECT).await
}

/// The link in the mail leads to the page of that meeting; answers where that is.
async fn open_the_link(speaker: &Browser) -> Result<String> {
    speaker.open("/demo/mail").await?;
    let path = format!("//main//li[contains(., \"{MAIL}\")]//a");
    let script = format!(
        "if (document.evaluate({}, document, null, XPathResult.BOOLEAN_TYPE, null).booleanValue) return true;
         setTimeout(() => location.reload(), 200); return false",
        Value::from(format!("boolean({path})"))
    );
    speaker.until("a mail to the speaker", &script).await?;
    speaker.leave(async || speaker.press_on_path(&path).await).await?;
    sees(speaker, "uitgenodigd om te spreken").await?;
    // The server of a journey finds its port by itself, and its links do not know it.
    let script = "return new URL(document.querySelector('main a[href*=\"/speaker/\"]').href).pathname";
    let own: String = speaker.ask(script, &[]).await?;
    speaker.open(&own).await?;
    ensure!(!speaker.is_signed_in().await?, "a link signed somebody in");
    is_in_nobodys_way(speaker).await?;
    speaker.screen(PHONE).await?;
    Ok(own)
}

async fn say_yes(speaker: &Browser) -> Result<()> {
    sees(speaker, "Artikel").await?;
    speaker.follow("button[name='comes'][value='yes']").await?;
    sees(speaker, "Je hebt gezegd dat je komt").await
}

async fn bring_slides(speaker: &Browser) -> Result<()> {
    speaker.press_on("#papers > details > summary").await?;
    is_in_nobodys_way(speaker).await?;
    speaker.screen(PHONE).await?;
    upload(speaker, "Dia's van Dorien", &file("dias.pdf", b"%PDF-1.7\n")?).await?;
    sees(speaker, "Dia's van Dorien").await?;
    is_in_nobodys_way(speaker).await?;
    speaker.screen(PHONE).await
}

/// To ten minutes from now: the room opens a quarter of an hour before.
async fn move_to_now(coach: &Browser, meeting: &str) -> Result<()> {
    coach.open(meeting).await?;
    coach.follow("main a[href$='/date']").await?;
    let script = "
        const soon = new Date(Date.now() + 600000);
        return soon.toLocaleString('sv-SE', { timeZone: 'Europe/Amsterdam' }).slice(0, 16).split(' ')";
    let (day, time): (String, String) = coach.ask(script, &[]).await?;
    fill(coach, &[("date", &day), ("time", &time)]).await?;
    coach.follow(".planning-form button[type='submit']").await?;
    sees(coach, &time).await
}

/// From the page of the link into the room, without an account.
async fn come_in(speaker: &Browser, own: &str) -> Result<()> {
    speaker.open(own).await?;
    is_in_nobodys_way(speaker).await?;
    speaker.screen(PHONE).await?;
    speaker.follow("form[action$='/entrance'] button").await?;
    ensure!(speaker.path().await?.starts_with("/room/"), "not in the room");
    speaker.follow("form[action$='/seat'] button").await?;
    ensure!(!speaker.is_signed_in().await?, "the room signed somebody in");
    Ok(())
}
