//! HTML of the rota slice.

use maud::{Markup, html};
use ui::locale::{near_date, noon};
use ui::{Choice, Crumb, Field, Problems, Tone, button, choice_field, date_field, hidden, notice};

use super::pages::{Loaded, field};
use super::rules::Duty;
use crate::groups::{Seen, rules};
use crate::id::PersonId;
use crate::meetings::Meeting;
use crate::web::{Html, Posted, Visitor};
use crate::words::Words;

/// The page of the turns of a group.
pub(super) fn rota(
    visitor: &Visitor,
    seen: &Seen,
    loaded: &Loaded,
    (posted, problems): (&Posted, &Problems),
) -> Html {
    let words = visitor.words();
    let body = html! {
        div class={ "planning accent-" (seen.group.accent) } {
            header {
                h1 { (words.rota_title()) }
                p.lead { (words.rota_lead()) }
            }
            @if !problems.is_empty() { (notice(Tone::Problem, &html! { p { (words.rota_form_wrong()) } })) }
            (coming(visitor, seen, loaded, (posted, problems)))
            (last(visitor, loaded))
            (pauses(visitor, seen, loaded, (posted, problems)))
            (duties(words, seen, loaded))
        }
    };
    let back = Crumb {
        name: seen.group.name.clone(),
        href: format!("/groups/{}", seen.group.id),
    };
    visitor.page(&words.rota_title(), None, &[back], body)
}

fn duty(words: &Words, duty: Duty) -> String {
    match duty {
        Duty::Case => words.rota_case(),
        Duty::Lead => words.rota_lead_duty(),
        Duty::Notes => words.rota_notes(),
    }
}

fn coming(
    visitor: &Visitor,
    seen: &Seen,
    loaded: &Loaded,
    (posted, problems): (&Posted, &Problems),
) -> Markup {
    let words = visitor.words();
    html! {
        section aria-labelledby="coming-title" {
            h2 id="coming-title" { (words.rota_coming()) }
            @if loaded.duties.is_empty() { p { (words.rota_nothing()) } }
            @else if loaded.names.is_empty() { p { (words.rota_nobody()) } }
            @else if loaded.coming.is_empty() { p { (words.rota_no_meetings()) } }
            @else {
                form.planning-form method="post" action={ "/groups/" (seen.group.id) "/rota" } {
                    @for (meeting, turns) in &loaded.coming {
                        fieldset {
                            legend { (near_date(visitor.language, meeting.starts())) " · " span lang="nl" { (meeting.title) } }
                            div.field-row {
                                @for one in &loaded.duties {
                                    (turn(words, loaded, (meeting, *one), turns.get(one), (posted, problems)))
                                }
                            }
                        }
                    }
                    div { (button(&words.rota_save())) }
                    p.small { (words.rota_save_text()) }
                }
            }
        }
    }
}

fn turn(
    words: &Words,
    loaded: &Loaded,
    (meeting, one): (&Meeting, Duty),
    now: Option<&PersonId>,
    (posted, problems): (&Posted, &Problems),
) -> Markup {
    let (name, label) = (field(meeting, one), duty(words, one));
    let now = now.map_or("", |person| person.0.as_str());
    let typed = posted.text(&name);
    let field = Field {
        name: &name,
        label: &label,
        hint: "",
        value: if typed.is_empty() { now } else { typed },
        problem: problems.of(&name),
    };
    html! {
        div {
            (choice_field(&field, &people(loaded)))
            (hidden(&format!("was-{name}"), now))
        }
    }
}

fn people(loaded: &Loaded) -> Vec<Choice> {
    let choice = |(id, name): &(PersonId, String)| Choice {
        value: id.0.clone(),
        label: name.clone(),
    };
    loaded.names.iter().map(choice).collect()
}

/// Who did what last, so that everybody sees that it is fair.
fn last(visitor: &Visitor, loaded: &Loaded) -> Markup {
    let words = visitor.words();
    let on = |person: &PersonId, one: Duty| {
        let day = loaded.last.get(&(one, person.clone()));
        day.and_then(|day| noon(day))
            .map_or_else(|| words.rota_never(), |noon| near_date(visitor.language, noon))
    };
    html! {
        @if !loaded.duties.is_empty() && !loaded.names.is_empty() {
            section aria-labelledby="last-title" {
                h2 id="last-title" { (words.rota_last()) }
                div.table-frame tabindex="0" role="group" aria-labelledby="last-title" {
                    table.poll-who {
                        thead {
                            tr {
                                th scope="col" { (words.rota_who()) }
                                @for one in &loaded.duties { th scope="col" { (duty(words, *one)) } }
                            }
                        }
                        tbody {
                            @for (person, name) in &loaded.names {
                                tr {
                                    th scope="row" { (name) (paused(visitor, loaded, person)) }
                                    @for one in &loaded.duties { td { (on(person, *one)) } }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn paused(visitor: &Visitor, loaded: &Loaded, person: &PersonId) -> Markup {
    let found = loaded.candidates.iter().find(|one| one.person == *person);
    let until = found.and_then(|one| noon(one.pause.as_deref()?));
    html! {
        @if let Some(until) = until {
            span.poll-note { (visitor.words().rota_paused(near_date(visitor.language, until))) }
        }
    }
}

fn pauses(
    visitor: &Visitor,
    seen: &Seen,
    loaded: &Loaded,
    (posted, problems): (&Posted, &Problems),
) -> Markup {
    let words = visitor.words();
    let may_all = rules::may_plan(seen.standing);
    let is_in = loaded.names.iter().any(|(id, _)| *id == seen.person);
    let (person, until, hint) = (words.rota_who(), words.rota_until(), words.rota_until_hint());
    let field = |name: &'static str, label, hint| Field {
        name,
        label,
        hint,
        value: posted.text(name),
        problem: problems.of(name),
    };
    html! {
        @if is_in || (may_all && !loaded.names.is_empty()) {
            section aria-labelledby="pause-title" {
                h2 id="pause-title" { (words.rota_pause()) }
                p { (words.rota_pause_text()) }
                form.planning-form method="post" action={ "/groups/" (seen.group.id) "/rota/pauses" } {
                    @if may_all { (choice_field(&field("person", &person, ""), &people(loaded))) }
                    @else { (hidden("person", &seen.person.0)) }
                    (date_field(&field("until", &until, &hint)))
                    div { button.button.quiet type="submit" { (words.rota_pause_save()) } }
                }
            }
        }
    }
}

/// What goes round.
fn duties(words: &Words, seen: &Seen, loaded: &Loaded) -> Markup {
    html! {
        section aria-labelledby="duties-title" {
            h2 id="duties-title" { (words.rota_duties()) }
            form.planning-form method="post" action={ "/groups/" (seen.group.id) "/rota/duties" } {
                fieldset {
                    legend { (words.rota_duties_text()) }
                    @for one in Duty::ALL {
                        label.option for={ "duty-" (one.word()) } {
                            input type="checkbox" id={ "duty-" (one.word()) } name=(one.word()) value="yes"
                                checked[loaded.duties.contains(&one)];
                            span { (duty(words, one)) }
                        }
                    }
                }
                div { button.button.quiet type="submit" { (words.rota_duties_save()) } }
            }
        }
    }
}
