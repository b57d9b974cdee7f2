//! Choosing a language or theme: a small form in the shell, a cookie, and back to where one was. No script needed.

use axum::Router;
use axum::extract::State;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use serde::Deserialize;
use ui::{Language, Theme};

use super::Form;
use super::visitor::{LANGUAGE_COOKIE, THEME_COOKIE};
use crate::app::App;
use crate::error::Answer;

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/language", post(language))
        .route("/theme", post(theme))
}

#[derive(Deserialize)]
struct LanguageForm {
    language: String,
    #[serde(default)]
    back: String,
}

async fn language(State(app): State<App>, Form(form): Form<LanguageForm>) -> Result<Response, Answer> {
    let language = Language::from_tag(&form.language).ok_or(Answer::Unreadable)?;
    remember(&app, LANGUAGE_COOKIE, language.code(), &form.back)
}

#[derive(Deserialize)]
struct ThemeForm {
    theme: String,
    #[serde(default)]
    back: String,
}

async fn theme(State(app): State<App>, Form(form): Form<ThemeForm>) -> Result<Response, Answer> {
    let theme = Theme::from_code(&form.theme).ok_or(Answer::Unreadable)?;
    remember(&app, THEME_COOKIE, theme.code(), &form.back)
}

/// Sets the cookie for a year and goes back.
fn remember(app: &App, name: &str, value: &str, back: &str) -> Result<Response, Answer> {
    let secure = if app.config.is_https() { "; Secure" } else { "" };
    let cookie = format!("{name}={value}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly{secure}");
    let cookie = HeaderValue::from_str(&cookie).map_err(anyhow::Error::from)?;
    let place = HeaderValue::from_str(own_path(back)).map_err(|_unreadable| Answer::Unreadable)?;
    Ok((
        StatusCode::SEE_OTHER,
        [(header::SET_COOKIE, cookie), (header::LOCATION, place)],
    )
        .into_response())
}

/// Only a path of our own: a form on another site must not be able to send somebody away from here.
pub(crate) fn own_path(back: &str) -> &str {
    let leads_away =
        !back.starts_with('/') || back.starts_with("//") || back.contains(['\\', '\n', '\r', '\t']);
    if leads_away { "/" } else { back }
}

#[cfg(test)]
mod tests {
    use super::own_path;

    #[test]
    fn back_never_leads_to_another_site() {
        for (back, expected) in [
            ("/methods/troika?people=9", "/methods/troika?people=9"),
            ("", "/"),
            ("https://elsewhere.example", "/"),
            ("//elsewhere.example", "/"),
            ("/\\elsewhere.example", "/"),
            ("/\t/elsewhere.example", "/"),
        ] {
            assert_eq!(own_path(back), expected, "{back}");
        }
    }
}
