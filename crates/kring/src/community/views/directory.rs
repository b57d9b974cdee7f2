//! Who wants to be found, one's own card, and the chat of a group.

use maud::{Markup, html};
use ui::{
    Choice, Field, Problems, Tone, boxes_field, button, choice_field, empty, hidden, long_field, notice,
    text_field,
};

use super::trail;
use crate::community::directory::Asked;
use crate::community::rules::LINK;
use crate::community::{Listed, Place};
use crate::web::{Html, LINE, Posted, Visitor};

/// Everything the page of a list shows.
pub(in crate::community) struct Found<'a> {
    pub(in crate::community) place: &'a Place,
    /// What was looked for.
    pub(in crate::community) asked: &'a Asked,
    /// The functions there are.
    pub(in crate::community) jobs: &'a [String],
    /// The regions there are.
    pub(in crate::community) regions: &'a [String],
    /// Those of this page.
    pub(in crate::community) people: &'a [Listed],
    /// How many fit.
    pub(in crate::community) count: i64,
    /// How many are in the list.
    pub(in crate::community) all: usize,
    /// Which page of how many.
    pub(in crate::community) part: (i64, i64),
    /// Whether this person is in the list.
    pub(in crate::community) is_listed: bool,
}

pub(in crate::community) fn directory(visitor: &Visitor, found: &Found<'_>) -> Html {
    let (words, place) = (visitor.words(), found.place);
    let here = format!("/programmes/{}/directory", place.programme_id);
    let own = html! { a.button href="/my/directory" { (words.community_card_to()) } };
    let body = html! {
        div class={ "community accent-" (place.accent) } {
            header {
                p.kicker lang="nl" { (place.programme) }
                h1 { (words.community_directory()) }
                p.lead { (words.community_directory_lead()) }
            }
            (membership(visitor, found, &here))
            @if found.all == 0 {
                (empty(&words.community_directory_none(), &words.community_directory_none_text(), &own))
            } @else {
                (search(visitor, found, &here))
                section {
                    h2 { (words.community_directory_count(found.count)) }
                    ul.directory { @for one in found.people { (entry(visitor, one)) } }
                }
                (turn(visitor, found, &here))
            }
        }
    };
    visitor.page(
        &words.community_directory(),
        None,
        &trail(visitor, place, false),
        body,
    )
}

/// Whether they are in it themselves, and the way in or out.
fn membership(visitor: &Visitor, found: &Found<'_>, here: &str) -> Markup {
    let words = visitor.words();
    html! {
        @if found.is_listed {
            form.thread-closing method="post" action={ (here) "/departure" } {
                p { (words.community_listed()) " " a href="/my/directory" { (words.community_card_to()) } }
                button.button.quiet type="submit" { (words.community_leave_directory()) }
            }
        } @else if found.all > 0 {
            p { (words.community_not_listed()) " " a href="/my/directory" { (words.community_card_to()) } }
        }
    }
}

/// The other pages of what was looked for.
fn turn(visitor: &Visitor, found: &Found<'_>, here: &str) -> Markup {
    let words = visitor.words();
    let (page, pages) = found.part;
    html! {
        @if pages > 1 {
            form.pager method="get" action=(here) {
                (hidden("about", &found.asked.about))
                (hidden("job", &found.asked.job))
                (hidden("region", &found.asked.region))
                @if page > 1 { button.button.quiet name="page" value=(page - 1) { (words.community_earlier()) } }
                span { (words.community_page(page, pages)) }
                @if page < pages { button.button.quiet name="page" value=(page + 1) { (words.community_later()) } }
            }
        }
    }
}

fn search(visitor: &Visitor, found: &Found<'_>, here: &str) -> Markup {
    let (words, asked) = (visitor.words(), found.asked);
    let (about, job, region) = (
        words.community_search_about(),
        words.community_search_job(),
        words.community_search_region(),
    );
    let hint = words.community_search_hint();
    let field = |name, label, hint, value| Field {
        name,
        label,
        hint,
        value,
        problem: None,
    };
    let choices = |known: &[String]| {
        let all = Choice {
            value: String::new(),
            label: words.community_search_all(),
        };
        let known = known.iter().map(|one| Choice {
            value: one.clone(),
            label: one.clone(),
        });
        [all].into_iter().chain(known).collect::<Vec<_>>()
    };
    html! {
        form.planning-form method="get" action=(here) {
            (text_field(&field("about", &about, &hint, &asked.about), LINE))
            (choice_field(&field("job", &job, "", &asked.job), &choices(found.jobs)))
            (choice_field(&field("region", &region, "", &asked.region), &choices(found.regions)))
            div { (button(&words.community_search())) }
        }
    }
}

fn entry(visitor: &Visitor, one: &Listed) -> Markup {
    let words = visitor.words();
    let parts = [
        (words.community_expertise(), &one.card.expertise),
        (words.community_offers(), &one.card.offers),
        (words.community_seeks(), &one.card.seeks),
    ];
    html! {
        li {
            h3 { (one.name) }
            p.small {
                @for (job, organisation) in &one.jobs { (job) ", " (organisation) br; }
                @if let Some(region) = &one.region { (region) br; }
                a href={ "mailto:" (one.mail) } { (one.mail) }
            }
            dl.differing {
                @for (name, text) in parts.iter().filter(|(_, text)| !text.is_empty()) {
                    dt { (name) }
                    dd lang="nl" { (text) }
                }
            }
        }
    }
}

/// One's own card.
pub(in crate::community) fn mine(
    visitor: &Visitor,
    programmes: &[(String, String, bool)],
    (posted, problems): (&Posted, &Problems),
    is_saved: bool,
) -> Html {
    let words = visitor.words();
    let trail = [
        ui::Crumb {
            name: words.shell_my(),
            href: "/my".to_owned(),
        },
        ui::Crumb {
            name: words.profile_title(),
            href: "/my/profile".to_owned(),
        },
    ];
    let body = html! {
        div.community {
            header {
                h1 { (words.community_card()) }
                p.lead { (words.community_card_lead()) }
            }
            @if is_saved { (notice(Tone::Good, &html! { p { (words.community_saved()) } })) }
            @if !problems.is_empty() { (notice(Tone::Problem, &html! { p { (words.forms_wrong()) } })) }
            @if programmes.is_empty() {
                (empty(&words.community_card_nowhere(), &words.community_card_nowhere_text(), &html! {}))
            } @else { (card(visitor, programmes, posted, problems)) }
        }
    };
    visitor.page(&words.community_card(), None, &trail, body)
}

fn card(
    visitor: &Visitor,
    programmes: &[(String, String, bool)],
    posted: &Posted,
    problems: &Problems,
) -> Markup {
    let words = visitor.words();
    let parts = [
        (
            "expertise",
            words.community_expertise(),
            words.community_expertise_hint(),
        ),
        ("offers", words.community_offers(), words.community_offers_hint()),
        ("seeks", words.community_seeks(), words.community_seeks_hint()),
    ];
    let (label, hint) = (words.community_card_in(), words.community_card_in_hint());
    let choices: Vec<Choice> = programmes
        .iter()
        .map(|(id, name, _)| Choice {
            value: id.clone(),
            label: name.clone(),
        })
        .collect();
    let ticked: Vec<String> = posted
        .fields()
        .filter(|(name, _)| name.starts_with("in-"))
        .map(|(_, value)| value.to_owned())
        .collect();
    let field = Field {
        name: "in",
        label: &label,
        hint: &hint,
        value: "",
        problem: None,
    };
    html! {
        form.planning-form method="post" action="/my/directory" {
            @for (name, label, hint) in &parts {
                (long_field(&Field { name, label, hint, value: posted.text(name), problem: problems.of(name) }, 3, 1_000))
            }
            (boxes_field(&field, &choices, &ticked))
            div { (button(&words.community_save())) }
        }
    }
}

/// Where the chat of a group is, to change.
pub(in crate::community) fn chat(visitor: &Visitor, place: &Place, link: &str, problems: &Problems) -> Html {
    let words = visitor.words();
    let (label, hint) = (words.community_chat_link(), words.community_chat_hint());
    let field = Field {
        name: "link",
        label: &label,
        hint: &hint,
        value: link,
        problem: problems.of("link"),
    };
    let body = html! {
        div class={ "community accent-" (place.accent) } {
            header {
                p.kicker lang="nl" { (place.name()) }
                h1 { (words.community_chat()) }
                p.lead { (words.community_chat_lead()) }
            }
            form.planning-form method="post" action={ (place.home()) "/chat" } {
                (text_field(&field, LINK))
                div { (button(&words.community_save())) }
            }
        }
    };
    visitor.page(&words.community_chat(), None, &trail(visitor, place, false), body)
}
