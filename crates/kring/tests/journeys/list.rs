//! A list of people: pasted, refused for one row, mended on the page, and imported.

use crate::Journeys;
use crate::accessibility::is_in_nobodys_way;
use crate::browser::{Browser, PHONE};
use crate::calendar::fill;
use crate::hands::{press, sees};
use crate::pages;
use anyhow::Result;

const WRONG: &str = "Naam;E-mailadres;Rol\nSiebe Verzonnen;siebe@voorbeeld.kring.example;begeleider\nFroukje Verzonnen;froukje;\n";
const RIGHT: &str = "Naam;E-mailadres;Rol\nSiebe Verzonnen;siebe@voorbeeld.kring.example;begeleider\n";

pub(crate) fn add(list: &mut Journeys<'_>) {
    journeys!(list: a_list_is_refused_for_one_row_mended_and_imported);
}

async fn a_list_is_refused_for_one_row_mended_and_imported(browser: &Browser) -> Result<()> {
    refused_for_one_row(browser).await?;
    fill(browser, &[("list", RIGHT)]).await?;
    press(browser, "Kijk opnieuw").await?;
    sees(browser, "Begeleidt in het hele programma").await?;
    is_in_nobodys_way(browser).await?;
    press(browser, "Voer deze lijst in").await?;
    sees(browser, "De lijst is ingevoerd.").await?;
    browser.follow("main .notice a").await?;
    sees(browser, "Siebe Verzonnen").await
}

async fn refused_for_one_row(browser: &Browser) -> Result<()> {
    browser.screen(PHONE).await?;
    pages::sign_in(browser, pages::ORGANISER).await?;
    browser.open("/programmes").await?;
    browser.follow("main a[href^='/programmes/0']").await?;
    browser.follow("main a[href$='/people']").await?;
    browser.follow("main a[href$='/import']").await?;
    fill(browser, &[("list", WRONG)]).await?;
    press(browser, "Bekijk wat er gebeurt").await?;
    sees(browser, "Dit is geen mailadres").await?;
    is_in_nobodys_way(browser).await?;
    browser.complains_only_of_status("422").await
}
