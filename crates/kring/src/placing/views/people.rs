//! The page of people and groups, and adding somebody by hand.

use maud::{Markup, html};
use ui::locale::and_list;
use ui::{
    Choice, Field, Problems, Tone, box_name, button, button_link, check_field, choice_field, empty, hidden,
    mail_field, notice, radio_field, text_field,
};

use crate::placing::{Circle, Seat, Somebody};
use crate::programmes::{self, Programme};
use crate::web::{Html, LINE, Posted, Visitor};
use crate::words::Words;

/// What the page of people and groups shows.
pub(in crate::placing) struct Shown<'a> {
    pub(in crate::placing) programme: &'a Programme,
    pub(in crate::placing) circles: &'a [Circle],
    /// This page of them.
    pub(in crate::placing) people: &'a [Somebody],
    /// Where they sit.
    pub(in crate::placing) seats: &'a [Seat],
    /// How many there are, in all pages.
    pub(in crate::placing) count: i64,
    /// How many are in no group.
    pub(in crate::placing) without: i64,
    /// Empty for everybody, `-` for who is in no group, or the id of a group.
    pub(in crate::placing) which: &'a str,
    pub(in crate::placing) page: u32,
    pub(in crate::placing) last_page: i64,
    pub(in crate::placing) posted: &'a Posted,
    pub(in crate::placing) problems: &'a Problems,
}

impl Shown<'_> {
    fn own(&self, part: &str) -> String {
        format!("/programmes/{}/{part}", self.programme.id)
    }

    fn ticked(&self, person: &Somebody) -> bool {
        self.posted
            .fields()
            .any(|(name, value)| name.starts_with("person") && value == person.id.0)
    }
}

pub(in crate::placing) fn people(visitor: &Visitor, shown: &Shown<'_>) -> Html {
    let words = visitor.words();
    let body = html! {
        div class={ "organising accent-" (shown.programme.accent) } {
            header {
                h1 { (words.placing_title()) }
                p.lead { (words.placing_lead(shown.without)) }
            }
            (groups(words, shown))
            @if shown.people.is_empty() && shown.which.is_empty() {
                (empty(
                    &words.placing_none(),
                    &words.placing_none_text(),
                    &html! {
                        (button_link(&words.placing_add(), &shown.own("people/new"))) " "
                        a href=(shown.own("import")) { (words.transfer_title()) }
                    },
                ))
            } @else { (list(visitor, shown)) }
        }
    };
    let trail = programmes::trail(visitor, shown.programme);
    visitor.page(&words.placing_title(), None, &trail, body)
}

/// The groups with their numbers, each a way to look at its people, and making another.
fn groups(words: &Words, shown: &Shown<'_>) -> Markup {
    let to = |which: &str| format!("{}?which={which}", shown.own("people"));
    let name = words.placing_group_name();
    let field = Field {
        name: "name",
        label: &name,
        hint: "",
        value: shown.posted.text("name"),
        problem: shown.problems.of("name"),
    };
    html! {
        section aria-labelledby="groups-title" {
            h2 id="groups-title" { (words.placing_groups()) }
            @if shown.circles.is_empty() { p { (words.placing_no_groups()) } }
            ul.placing-groups {
                @for circle in shown.circles {
                    li {
                        a href=(to(&circle.id.0)) lang="nl" aria-current=[(shown.which == circle.id.0).then_some("true")] {
                            (circle.name)
                        }
                        span.small { (words.placing_size(circle.participants)) }
                        @if circle.facilitators == 0 { span.small.placing-lacks { (words.placing_not_led()) } }
                    }
                }
            }
            form.placing-make method="post" action=(shown.own("groups")) {
                (text_field(&field, LINE))
                button.button.quiet type="submit" { (words.placing_make_group()) }
            }
        }
    }
}

fn list(visitor: &Visitor, shown: &Shown<'_>) -> Markup {
    let words = visitor.words();
    let to = |which: &str| format!("{}?which={which}", shown.own("people"));
    let part = |which: &str, label: String| {
        html! {
            a href=(to(which)) aria-current=[(shown.which == which).then_some("true")] { (label) }
        }
    };
    html! {
        section aria-labelledby="people-title" {
            h2 id="people-title" { (title(words, shown)) " (" (shown.count) ")" }
            nav.manage aria-label=(words.placing_show()) {
                (part("", words.placing_everybody()))
                (part("-", words.placing_without()))
                a href=(shown.own("people/new")) { (words.placing_add()) }
                a href=(shown.own("import")) { (words.transfer_title()) }
                a href=(shown.own("composing")) { (words.placing_compose_title()) }
                a href=(shown.own("latecomers")) { (words.placing_late_title()) }
            }
            @if !shown.problems.is_empty() { (notice(Tone::Problem, &html! { p { (words.placing_form_wrong()) } })) }
            @if shown.people.is_empty() { p { (words.placing_nobody_here()) } }
            @else {
                form.planning-form method="post" action=(shown.own("people")) {
                    (hidden("which", shown.which))
                    (hidden("page", &shown.page.to_string()))
                    fieldset aria-describedby=[shown.problems.of("people").map(|_| "people-problem")] {
                        legend { (words.placing_who()) }
                        @if let Some(problem) = shown.problems.of("people") {
                            p.field-problem id="people-problem" { (problem) }
                        }
                        @for (row, person) in shown.people.iter().enumerate() { (one(visitor, shown, row, person)) }
                    }
                    (goal(words, shown))
                }
                (pages(words, shown))
                p.small {
                    (words.transfer_export()) ": "
                    a href=(shown.own("people.xlsx")) { (words.transfer_as_workbook()) } " · "
                    a href=(shown.own("people.csv")) { (words.transfer_as_sheet()) }
                }
            }
        }
    }
}

fn title(words: &Words, shown: &Shown<'_>) -> String {
    match shown.which {
        "" => words.placing_everybody(),
        "-" => words.placing_without(),
        id => shown
            .circles
            .iter()
            .find(|circle| circle.id.0 == id)
            .map_or_else(|| words.placing_everybody(), |circle| circle.name.clone()),
    }
}

fn one(visitor: &Visitor, shown: &Shown<'_>, row: usize, person: &Somebody) -> Markup {
    let words = visitor.words();
    let name = box_name("person", row);
    let seats = shown.seats.iter().filter(|seat| seat.person_id == person.id);
    let seats: Vec<String> = seats
        .filter_map(|seat| {
            let group = seat.group_name.clone()?;
            Some(if seat.role == "facilitator" {
                words.placing_leads(group)
            } else {
                group
            })
        })
        .collect();
    let about: Vec<&str> = [person.job.as_deref(), person.organisation.as_deref()]
        .into_iter()
        .flatten()
        .collect();
    html! {
        label.option.placing-one for=(name) {
            input type="checkbox" id=(name) name=(name) value=(person.id) checked[shown.ticked(person)];
            span {
                strong { (person.name) }
                @if !about.is_empty() { span.small { " · " (about.join(" · ")) } }
                span.small.placing-seat lang="nl" {
                    @if seats.is_empty() { (words.placing_no_group()) } @else { (and_list(visitor.language, &seats)) }
                }
            }
        }
    }
}

/// What happens to the people who are ticked.
fn goal(words: &Words, shown: &Shown<'_>) -> Markup {
    let (group, role) = (words.placing_into(), words.placing_as());
    let tell = words.placing_tell();
    let value = |name: &str, usual: &'static str| match shown.posted.get(name) {
        Some(value) => value.to_owned(),
        None => usual.to_owned(),
    };
    let (into, as_what) = (value("group", ""), value("role", "participant"));
    let tells = if shown.posted.get("group").is_some() {
        shown.posted.text("tell")
    } else {
        "yes"
    };
    let field = |name: &'static str, label, value| Field {
        name,
        label,
        hint: "",
        value,
        problem: shown.problems.of(name),
    };
    html! {
        fieldset {
            legend { (words.placing_what()) }
            (choice_field(&field("group", &group, &into), &choices(words, shown.circles, true)))
            (radio_field(&field("role", &role, &as_what), &roles(words)))
            (check_field(&field("tell", &tell, tells)))
            div { (button(&words.placing_do())) }
            p.small { (words.placing_note()) }
        }
    }
}

fn choices(words: &Words, circles: &[Circle], may_leave: bool) -> Vec<Choice> {
    let choice = |value: &str, label: String| Choice {
        value: value.to_owned(),
        label,
    };
    let mut choices = vec![choice("", words.placing_choose())];
    choices.extend(
        circles
            .iter()
            .map(|circle| choice(&circle.id.0, circle.name.clone())),
    );
    if may_leave {
        choices.push(choice("-", words.placing_out()));
    }
    choices
}

fn roles(words: &Words) -> [Choice; 2] {
    [
        ("participant", words.placing_participant()),
        ("facilitator", words.placing_facilitator()),
    ]
    .map(|(value, label)| Choice {
        value: value.to_owned(),
        label,
    })
}

fn pages(words: &Words, shown: &Shown<'_>) -> Markup {
    let page = i64::from(shown.page);
    let to = |page: i64| format!("{}?which={}&page={page}", shown.own("people"), shown.which);
    html! {
        @if shown.last_page > 0 {
            nav.turning aria-label=(words.placing_show()) {
                @if page > 0 { a rel="prev" href=(to(page - 1)) { (words.placing_back()) } }
                span.small { (words.enrolment_page(page + 1, shown.last_page + 1)) }
                @if page < shown.last_page { a rel="next" href=(to(page + 1)) { (words.placing_further()) } }
            }
        }
    }
}

/// Adding somebody by hand.
pub(in crate::placing) fn newcomer(
    visitor: &Visitor,
    programme: &Programme,
    circles: &[Circle],
    (posted, problems): (&Posted, &Problems),
) -> Html {
    let words = visitor.words();
    let (name, mail, mail_hint) = (
        words.placing_name(),
        words.placing_mail(),
        words.placing_mail_hint(),
    );
    let (group, role, tell) = (words.placing_into(), words.placing_as(), words.placing_tell());
    let later = words.placing_into_later();
    let field = |name: &'static str, label, hint| Field {
        name,
        label,
        hint,
        value: posted.text(name),
        problem: problems.of(name),
    };
    let mut role_field = field("role", &role, "");
    if role_field.value.is_empty() {
        role_field.value = "participant";
    }
    let body = html! {
        div class={ "organising accent-" (programme.accent) } {
            header {
                h1 { (words.placing_add()) }
                p.lead { (words.placing_add_lead()) }
            }
            @if !problems.is_empty() { (notice(Tone::Problem, &html! { p { (words.calendar_form_wrong()) } })) }
            form.planning-form method="post" action={ "/programmes/" (programme.id) "/people/new" } {
                (text_field(&field("name", &name, ""), LINE))
                (mail_field(&field("mail", &mail, &mail_hint)))
                (choice_field(&field("group", &group, &later), &choices(words, circles, false)))
                (radio_field(&role_field, &roles(words)))
                (check_field(&field("tell", &tell, "")))
                div { (button(&words.placing_add())) }
            }
        }
    };
    let mut trail = programmes::trail(visitor, programme);
    trail.push(ui::Crumb {
        name: words.placing_title(),
        href: format!("/programmes/{}/people", programme.id),
    });
    visitor.page(&words.placing_add(), None, &trail, body)
}
