//! HTML of the auth slice.

use jiff::Timestamp;
use maud::{Markup, html};
use ui::{Crumb, Field, button, button_link, code_field, hidden, locale, mail_field};

use super::rules;
use super::store::{Asked, Place};
use super::token::Token;
use crate::id::SignInId;
use crate::web::{Html, Visitor};

/// How one can get in here.
pub(super) enum Way {
    /// With a code by mail; the form carries a secret of its own, so that pressing twice asks once.
    Mail(Token),
    /// As anybody: it is a demo.
    Demo,
    /// Only with a link that an administrator makes, because no mail server is set up.
    Closed,
}

/// One field: a mail address. `typed` comes back when it was none.
pub(super) fn door(visitor: &Visitor, way: &Way, next: &str, typed: &str, problem: Option<&str>) -> Html {
    let words = visitor.words();
    let body = html! {
        section.quiet-page {
            h1 { (words.auth_title()) }
            @match way {
                Way::Mail(key) => {
                    p.lead { (words.auth_door_text()) }
                    form.door-form #sign-in method="post" action="/sign-in/codes" {
                        (hidden("next", next))
                        (hidden("key", &key.to_string()))
                        (mail_field(&Field {
                            name: "mail",
                            label: &words.auth_door_mail(),
                            hint: &words.auth_door_hint(),
                            value: typed,
                            problem,
                        }))
                        (button(&words.auth_door_button()))
                    }
                    p.small { (words.auth_door_promise()) }
                }
                Way::Demo => {
                    p.lead { (words.auth_demo()) }
                    p { (button_link(&words.auth_demo_choose(), "/demo")) }
                }
                Way::Closed => {
                    p.lead { (words.auth_closed()) }
                    p.small { (words.auth_closed_admin()) " " code { "kring invite EMAIL" } "." }
                }
            }
        }
    };
    visitor.page(&words.auth_title(), None, &[], body)
}

/// Where the code is typed. `refused` is a code that did not let in; why not stays inside.
pub(super) fn code(visitor: &Visitor, asked: Option<&Asked>, refused: Option<&str>) -> Html {
    let words = visitor.words();
    let again = asked.map_or_else(
        || "/sign-in".to_owned(),
        |asked| format!("/sign-in?next={}", rules::encoded(&asked.next)),
    );
    let problem = refused.map(|_| words.auth_code_refused());
    let body = html! {
        section.quiet-page {
            h1 { (words.auth_code_title()) }
            @if let Some(asked) = asked { p.lead { (words.auth_code_text(&asked.address)) } }
            form.door-form #sign-in-code method="post" action="/sign-in/code" {
                (code_field(&Field {
                    name: "code",
                    label: &words.auth_code_label(),
                    hint: &words.auth_code_hint(),
                    value: refused.unwrap_or_default(),
                    problem: problem.as_deref(),
                }))
                (button(&words.auth_code_button()))
            }
            p { (words.auth_code_nothing()) " " a href=(again) { (words.auth_code_again()) } }
        }
    };
    visitor.page(&words.auth_code_title(), None, &[], body)
}

/// One button. A link in a mail is opened by scanners too; they press no buttons.
pub(super) fn offer(visitor: &Visitor, token: &str) -> Html {
    let words = visitor.words();
    let body = html! {
        section.quiet-page {
            h1 { (words.auth_offer_title()) }
            p.lead { (words.auth_offer_text()) }
            form #sign-in-link method="post" action={ "/sign-in/" (token) } { (button(&words.auth_offer_button())) }
            p.small { (words.auth_offer_note()) }
        }
    };
    visitor.page(&words.auth_offer_title(), None, &[], body)
}

/// The link does not work; which of the three reasons it is stays inside.
pub(super) fn refused(visitor: &Visitor, way: &Way) -> Html {
    let words = visitor.words();
    let body = html! {
        section.quiet-page {
            h1 { (words.auth_refused_title()) }
            @match way {
                Way::Mail(_) => {
                    p.lead { (words.auth_refused_mail()) }
                    p { (button_link(&words.auth_code_again(), "/sign-in")) }
                }
                Way::Demo | Way::Closed => {
                    p.lead { (words.auth_refused_text()) }
                    p { (button_link(&words.errors_home(), "/")) }
                }
            }
        }
    };
    visitor.page(&words.auth_refused_title(), None, &[], body)
}

/// Every device somebody is signed in on, and how to end that.
pub(super) fn devices(visitor: &Visitor, here: &SignInId, places: &[Place]) -> Html {
    let words = visitor.words();
    let trail = [Crumb {
        name: words.shell_my(),
        href: "/my".to_owned(),
    }];
    let body = html! {
        section.quiet-page {
            h1 { (words.auth_devices_title()) }
            p.lead { (words.auth_devices_text()) }
            ul.devices { @for place in places { (device(visitor, here, place)) } }
            h2 { (words.auth_devices_everywhere_title()) }
            p { (words.auth_devices_everywhere_text()) }
            form #sign-out-everywhere method="post" action="/my/devices/revocations" {
                button.button.quiet { (words.auth_devices_everywhere()) }
            }
        }
    };
    visitor.page(&words.auth_devices_title(), None, &trail, body)
}

fn device(visitor: &Visitor, here: &SignInId, place: &Place) -> Markup {
    let (words, language) = (visitor.words(), visitor.language);
    let is_here = place.id == *here;
    let since = Timestamp::from_microsecond(place.created_at).unwrap_or_default();
    let seen = locale::noon(&place.seen_on).map(|noon| locale::near_date(language, noon));
    let name = match (place.browser.as_str(), place.system.as_str()) {
        ("", "") => words.auth_device_unknown(),
        (one, "") | ("", one) => one.to_owned(),
        (browser, system) => words.auth_device(browser, system),
    };
    html! {
        li.device data-here[is_here] {
            div.device-text {
                strong { (name) }
                @if is_here { " " span.device-here { (words.auth_devices_here()) } }
                p.small {
                    (words.auth_devices_since(locale::near_date(language, since)))
                    @if let Some(seen) = seen { " " (words.auth_devices_seen(seen)) }
                }
            }
            form method="post" action={ "/my/devices/" (place.id) "/revocation" } {
                button.button.quiet {
                    (words.auth_devices_end())
                    span.visually-hidden { ": " (name) }
                }
            }
        }
    }
}
