//! Groups, composed with a mouse, a finger and a keyboard while the score follows; and somebody who comes late.

use crate::Journeys;
use crate::accessibility::is_in_nobodys_way;
use crate::browser::{Browser, Hand, LAPTOP, PHONE, Scheme, Screen};
use crate::calendar::fill;
use crate::hands::{press, sees};
use crate::room::tab_to;
use anyhow::{Result, ensure};
use serde_json::Value;
use thirtyfour::Key;

/// Organises a programme of the demo with one group and two people who came after it.
const ORGANISER: &str = "Frank";

/// Eight people in no group.
const LIST: [&str; 8] = [
    "Aafje", "Berend", "Coba", "Douwe", "Evelien", "Foppe", "Gonda", "Hidde",
];

pub(crate) fn add(list: &mut Journeys<'_>) {
    journeys!(list: who_came_late_is_placed_and_groups_are_composed);
}

/// One after the other: both change who sits where in the same programme, and a page notices that.
async fn who_came_late_is_placed_and_groups_are_composed(browser: &Browser) -> Result<()> {
    who_came_late_gets_a_place_and_who_cannot_is_told_why(browser).await?;
    groups_are_composed_by_mouse_finger_and_keyboard_while_the_score_follows(browser).await
}

async fn who_came_late_gets_a_place_and_who_cannot_is_told_why(browser: &Browser) -> Result<()> {
    manage(browser, "latecomers").await?;
    sees(browser, "Voor één persoon is nog geen plek gekozen").await?;
    sees(
        browser,
        "Collega's van één organisatie zitten apart (Maaike Torenvalk",
    )
    .await?;
    is_in_nobodys_way(browser).await?;
    browser.screen(LAPTOP).await?;
    // Who cannot be placed is chosen a group by hand all the same, and the page says what that breaks.
    browser
        .drag(
            Hand::Mouse,
            "[data-circle=''] .placing-grip",
            "[data-circle]:not([data-circle=''])",
        )
        .await?;
    sees(browser, "Hier wordt iets doorbroken dat altijd moet").await?;
    let back = "const menu = [...document.querySelectorAll('[data-person]')].find(row => row.innerText.includes('Merel')).querySelector('select');
        menu.value = '';
        menu.dispatchEvent(new Event('change', { bubbles: true }));
        return true";
    browser.ask::<bool>(back, &[]).await?;
    sees(browser, "vol (8 mensen)").await?;
    press(browser, "Plaats zo").await?;
    sees(browser, "Eén persoon zit nog niet in een groep").await
}

async fn groups_are_composed_by_mouse_finger_and_keyboard_while_the_score_follows(
    browser: &Browser,
) -> Result<()> {
    imported(browser).await?;
    proposed(browser).await?;
    by_pointer(browser, LAPTOP, Hand::Mouse).await?;
    by_pointer(browser, LAPTOP, Hand::Finger).await?;
    by_keyboard(browser).await?;
    browser.screen(PHONE).await?;
    browser.one(".placing-grip").await?;
    browser.screen(LAPTOP).await?;
    press(browser, "Maak deze groepen").await?;
    sees(browser, "Iedereen heeft een plek in een groep").await
}

/// Invented people of whom nobody is in a group.
async fn imported(browser: &Browser) -> Result<()> {
    manage(browser, "import").await?;
    let people = LIST.map(|name| format!("{name} Verzonnen;{}@voorbeeld.kring.example", name.to_lowercase()));
    let list = format!("Naam;E-mailadres\n{}\n", people.join("\n"));
    fill(browser, &[("list", &list)]).await?;
    press(browser, "Bekijk wat er gebeurt").await?;
    press(browser, "Voer deze lijst in").await
}

async fn proposed(browser: &Browser) -> Result<()> {
    manage(browser, "composing").await?;
    fill(browser, &[("least", "3"), ("best", "5"), ("most", "6")]).await?;
    is_in_nobodys_way(browser).await?;
    press(browser, "Doe een voorstel").await?;
    is_in_nobodys_way(browser).await
}

/// Drags the first of one group to the other, and sees that everything follows.
async fn by_pointer(browser: &Browser, screen: Screen, hand: Hand) -> Result<()> {
    browser.scheme(Scheme::Light).await?;
    browser.screen(screen).await?;
    let before = sizes(browser).await?;
    let name: String = browser
        .ask(
            "return document.querySelector(\"[data-circle='0'] [data-person] strong\").textContent",
            &[],
        )
        .await?;
    browser
        .drag(hand, "[data-circle='0'] .placing-grip", "[data-circle='1']")
        .await?;
    moved(browser, &name, "1").await?;
    let announced = format!(
        "return document.querySelector('[data-announce]').textContent.startsWith({})",
        Value::from(format!("{name} zit nu in Groep "))
    );
    browser.until("that it is said", &announced).await?;
    let after = sizes(browser).await?;
    ensure!(before != after, "the sizes are still {before:?}");
    let focus: bool = browser
        .ask(
            "return document.activeElement.closest('[data-announce]') === null",
            &[],
        )
        .await?;
    browser.expect("no stolen focus", focus).await
}

/// Chooses another group in a menu with the arrows: the menu keeps the focus, and the person moves when one goes on.
async fn by_keyboard(browser: &Browser) -> Result<()> {
    let menu: String = browser
        .ask(
            "return document.querySelector(\"[data-circle='1'] [data-person]:first-child select\").id",
            &[],
        )
        .await?;
    let before = sizes(browser).await?;
    let begin = "document.querySelector(\"[data-circle='1'] input\").focus(); return true";
    browser.ask::<bool>(begin, &[]).await?;
    tab_to(browser, &format!("[id=\"{menu}\"]")).await?;
    browser.press(Key::Up).await?;
    let renewed = format!(
        "return JSON.stringify([...document.querySelectorAll('[data-live^=\"size-\"]')].map(one => one.textContent)) !== {}",
        Value::from(serde_json::to_string(&before)?)
    );
    browser.until("the score after a key", &renewed).await?;
    let stays = format!(
        "const menu = document.getElementById({});
         return document.activeElement === menu && menu.closest('[data-circle]').dataset.circle === '1'",
        Value::from(menu.as_str())
    );
    browser
        .expect("the focus where it was", browser.ask(&stays, &[]).await?)
        .await?;
    browser.press(Key::Tab).await?;
    let went = format!(
        "return document.getElementById({}).closest('[data-circle]').dataset.circle === '0'",
        Value::from(menu.as_str())
    );
    browser.until("the person in the other group", &went).await?;
    is_in_nobodys_way(browser).await
}

async fn sizes(browser: &Browser) -> Result<Vec<String>> {
    browser
        .ask(
            "return [...document.querySelectorAll('[data-live^=\"size-\"]')].map(one => one.textContent)",
            &[],
        )
        .await
}

/// The card stands in the group, its menu says so, and the size of the group followed.
async fn moved(browser: &Browser, name: &str, to: &str) -> Result<()> {
    let script = format!(
        "const row = [...document.querySelectorAll('[data-person]')].find(row => row.querySelector('strong').textContent === {});
         const circle = row.closest('[data-circle]');
         const size = circle.querySelector('[data-live^=\"size-\"]').textContent;
         return circle.dataset.circle === {to} && row.querySelector('select').value === {to}
             && size.startsWith(`${{circle.querySelectorAll('[data-person]').length}} `)",
        Value::from(name),
        to = Value::from(to)
    );
    browser.until(&format!("{name} in group {to}"), &script).await
}

async fn manage(browser: &Browser, part: &str) -> Result<()> {
    browser.open("/demo").await?;
    let face = format!("//form[@action='/demo/sign-in']//button[contains(., \"{ORGANISER}\")]");
    browser.leave(async || browser.press_on_path(&face).await).await?;
    browser.open("/programmes").await?;
    browser.follow("main a[href^='/programmes/0']").await?;
    browser.follow("main a[href$='/people']").await?;
    browser.follow(&format!("main a[href$='/{part}']")).await
}
