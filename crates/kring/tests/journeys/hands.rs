//! What people do with any page: come in as somebody, press, follow, and wait to see something.

use crate::browser::Browser;
use crate::calendar::on_page;
use anyhow::Result;

/// Comes in as somebody of the demo, by their name.
pub(crate) async fn sign_in(browser: &Browser, name: &str) -> Result<()> {
    browser.open("/demo").await?;
    let face = format!("//form[@action='/demo/sign-in']//button[contains(., \"{name}\")]");
    browser.leave(async || browser.press_on_path(&face).await).await
}

/// Presses the first button that says this, and waits for the page it leads to.
pub(crate) async fn press(browser: &Browser, button: &str) -> Result<()> {
    let path = format!("(//main//button[contains(., \"{button}\")])[1]");
    browser.leave(async || browser.press_on_path(&path).await).await
}

/// Follows the first link that says this.
pub(crate) async fn press_link(browser: &Browser, link: &str) -> Result<()> {
    let path = format!("(//main//a[contains(., \"{link}\")])[1]");
    browser.leave(async || browser.press_on_path(&path).await).await
}

/// Waits until this stands on the page.
pub(crate) async fn sees(browser: &Browser, text: &str) -> Result<()> {
    browser.until(text, &on_page(text)).await
}
