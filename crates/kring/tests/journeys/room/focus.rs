//! The focus method from the open door to the released report, with four people and the big screen.

use super::{CUT, Table, appears, does, does_by_keyboard, find_meeting, shows, writes, writes_by_keyboard};
use crate::Journeys;
use crate::browser::Browser;
use crate::pages::{CASE_OWNER, FACILITATOR, OTHER_PARTICIPANT, PARTICIPANT};
use anyhow::{Context, Result};
use tokio::time::Instant;

const QUESTION: &str = "Wie merkt het als eerste dat het apparaat stilstaat?";
const CUT_OFF: &str = "Wanneer ging het voor het laatst goed?";
const SENTENCE: &str = "hoe het team de uitleg krijgt die het miste.";
const OTHER_SENTENCE: &str = "wie de vraagbaak is als het spannend wordt.";
const WHY: &str = "Dat raakt de kern";
const ADVICE: &str = "Begin klein, met één team dat wil.";
const STRUCK: &str = "Vraag de leverancier om een dag mee te lopen.";
const TIP: &str = "Meer tijd voor vragen.";
const HALF: &str = "Zelf eens kijken wie";
const LESSON: &str = "Eerst uitleg, dan pas apparaten.";

pub(crate) fn add(list: &mut Journeys<'_>) {
    journeys!(list: four_people_play_the_focus_method_to_its_released_report);
}

async fn four_people_play_the_focus_method_to_its_released_report(lead: &Browser) -> Result<()> {
    let table = Table::set(lead).await?;
    let played = play(&table).await;
    let cleared = table.clear().await;
    played.and(cleared)
}

async fn play(table: &Table<'_>) -> Result<()> {
    come_in(table).await.context("coming in")?;
    arrive(table).await.context("the check-in")?;
    choose_the_case(table).await.context("choosing the case")?;
    ask_questions(table).await.context("asking questions")?;
    lose_the_line(table).await.context("losing the line")?;
    find_the_core(table).await.context("finding the core")?;
    respond(table).await.context("the case owner responds")?;
    give_advice(table).await.context("giving advice")?;
    harvest(table).await.context("the harvest")?;
    evaluate(table).await.context("the evaluation")?;
    release(table).await.context("releasing the report")
}

/// The facilitator opens; the others come in from the page of the meeting; the screen shows everybody.
async fn come_in(table: &Table<'_>) -> Result<()> {
    find_meeting(table.lead, FACILITATOR).await?;
    table.lead.follow("form[action$='/opening'] button").await?;
    take_a_seat(table.lead, &table.owner, CASE_OWNER).await?;
    take_a_seat(table.lead, &table.keys, PARTICIPANT).await?;
    take_a_seat(table.lead, &table.phone, OTHER_PARTICIPANT).await?;
    find_meeting(&table.screen, FACILITATOR).await?;
    let room = table.lead.path().await?;
    table.screen.open(&format!("{room}/screen")).await
}

async fn take_a_seat(lead: &Browser, browser: &Browser, who: usize) -> Result<()> {
    find_meeting(browser, who).await?;
    browser.follow("main a[href^='/room/']").await?;
    browser.follow("form[action$='/seat'] button").await?;
    shows(lead, "#room-people", &browser.guest(who)?.name).await
}

async fn arrive(table: &Table<'_>) -> Result<()> {
    table.is_in_nobodys_way().await?;
    does(table.lead, "begin").await?;
    table.are_at("Check-in").await?;
    does(table.lead, "next").await
}

async fn choose_the_case(table: &Table<'_>) -> Result<()> {
    table.are_at("Casussen noemen").await?;
    does(table.lead, "next").await?;
    table.are_at("Samen kiezen").await?;
    does(&table.owner, "vote-case").await?;
    does_by_keyboard(&table.keys, "vote-case").await?;
    does(table.lead, "choose-case").await?;
    does(table.lead, "next").await
}

async fn ask_questions(table: &Table<'_>) -> Result<()> {
    table.are_at("Casus toelichten").await?;
    does(table.lead, "next").await?;
    table.are_at("Gerichte vragen").await?;
    writes_by_keyboard(&table.keys, QUESTION).await?;
    table.all_read(QUESTION).await
}

/// One loses the line in the middle of a sentence, and the group goes on.
async fn lose_the_line(table: &Table<'_>) -> Result<()> {
    write_while_the_line_drops(&table.phone).await?;
    let cut = Instant::now();
    does(table.lead, "next").await?;
    shows(&table.keys, "#room-now h1", "Centrale vraag").await?;
    appears(table.lead, CUT_OFF, 0).await?;
    tokio::time::sleep_until(cut + CUT).await;
    shows(&table.phone, "#room-now h1", "Gerichte vragen").await?;
    table.phone.cut_line(false).await?;
    table.are_at("Centrale vraag").await?;
    table.phone.complains_only_of("net::ERR_").await
}

async fn write_while_the_line_drops(phone: &Browser) -> Result<()> {
    let field = phone.one("#room-writing textarea").await?;
    field.send_keys("Wanneer ging het ").await?;
    phone.cut_line(true).await?;
    field.send_keys("voor het laatst goed?").await?;
    does(phone, "add").await?;
    shows(phone, "[data-line]", "Wacht op verbinding").await
}

/// Sentences stay hidden until the facilitator shows them.
async fn find_the_core(table: &Table<'_>) -> Result<()> {
    writes_by_keyboard(&table.keys, SENTENCE).await?;
    writes(&table.phone, OTHER_SENTENCE).await?;
    shows(&table.keys, "main", SENTENCE).await?;
    shows(&table.phone, "main", OTHER_SENTENCE).await?;
    for browser in [table.lead, &table.owner, &table.phone, &table.screen] {
        appears(browser, SENTENCE, 0).await?;
    }
    does(table.lead, "reveal").await?;
    table.all_read(SENTENCE).await?;
    does(table.lead, "next").await
}

async fn respond(table: &Table<'_>) -> Result<()> {
    table.are_at("Terugkoppeling").await?;
    table.is_in_nobodys_way().await?;
    take_along(&table.owner).await?;
    table.all_read(WHY).await?;
    does(table.lead, "next").await
}

async fn take_along(owner: &Browser) -> Result<()> {
    owner.press_on("details:has(input[name='why']) summary").await?;
    let why = "form:has(input[name='do'][value='pick']) input[name='why']";
    owner.one(why).await?.send_keys(WHY).await?;
    does(owner, "pick").await
}

async fn give_advice(table: &Table<'_>) -> Result<()> {
    table.are_at("Adviesronde").await?;
    writes_by_keyboard(&table.keys, ADVICE).await?;
    writes(&table.phone, STRUCK).await?;
    table.all_read(ADVICE).await?;
    table.all_read(STRUCK).await?;
    does(table.lead, "next").await
}

async fn harvest(table: &Table<'_>) -> Result<()> {
    table.are_at("Evaluatie").await?;
    writes(&table.owner, LESSON).await?;
    table.all_read(LESSON).await?;
    does(table.lead, "next").await
}

/// What people fill in stays theirs.
async fn evaluate(table: &Table<'_>) -> Result<()> {
    shows(table.lead, ".room-where", "Evaluatie").await?;
    table.is_in_nobodys_way().await?;
    writes(&table.phone, TIP).await?;
    does(table.lead, "next").await?;
    table.are_at("Afronding").await?;
    for browser in [table.lead, &table.owner, &table.keys, &table.screen] {
        appears(browser, TIP, 0).await?;
    }
    does(table.lead, "next").await
}

/// The case owner strikes one advice; the others get the rest.
async fn release(table: &Table<'_>) -> Result<()> {
    shows(&table.owner, "#room-end", STRUCK).await?;
    let card = format!("//li[contains(@class, 'room-card')][contains(., \"{STRUCK}\")]//button");
    table.owner.press_on_path(&card).await?;
    table
        .owner
        .one("form:has(input[name='do'][value='keep']) button")
        .await?;
    begins_a_note(&table.phone).await?;
    does(&table.owner, "release").await?;
    keeps_what_came_too_late(&table.phone).await?;
    for browser in [&table.keys, &table.phone, table.lead] {
        reads_the_report(browser).await?;
    }
    // Whoever wrote it keeps their own words; for the others it is gone.
    appears(&table.keys, STRUCK, 0).await?;
    appears(table.lead, STRUCK, 0).await?;
    table.is_in_nobodys_way().await
}

async fn begins_a_note(phone: &Browser) -> Result<()> {
    phone.press_on("#notes summary").await?;
    phone.one("#notes textarea").await?.send_keys(HALF).await?;
    Ok(())
}

/// What was being typed when the report was released can be copied, also after the page was loaded again, until it is thrown away.
async fn keeps_what_came_too_late(phone: &Browser) -> Result<()> {
    shows(phone, "[data-told]", "afgesloten").await?;
    shows(phone, "[data-told]", HALF).await?;
    let path = phone.path().await?;
    phone.open(&path).await?;
    shows(phone, "[data-told]", HALF).await?;
    // The word for the line moves what stands below it.
    shows(phone, "[data-line]", "Verbonden").await?;
    phone.press_on("[data-told] [data-closed] button").await?;
    phone.open(&path).await?;
    shows(phone, "#room-end", ADVICE).await?;
    appears(phone, HALF, 0).await
}

/// Everything once, also what was sent late.
async fn reads_the_report(browser: &Browser) -> Result<()> {
    // Whoever wrote the advice has it among their own words before the report is there.
    shows(browser, "#room-now h1", "Tot de volgende keer").await?;
    shows(browser, "#room-end", ADVICE).await?;
    for text in [QUESTION, CUT_OFF, LESSON, WHY] {
        appears(browser, text, 1).await?;
    }
    Ok(())
}
