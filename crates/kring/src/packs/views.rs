//! HTML of the paper pack. What it looks like on paper is decided in `assets/css/pack.css`.

use maud::{Markup, html};
use session::model::{FormField, FormFieldKind, Input, Role, Step};
use ui::locale::{date, elapsed, minutes, sort_by_text, time};
use ui::{Crumb, Icon, icon, qr};

use super::rules::{Card, Moment, Pack, Part};
use crate::agreements::Agreement;
use crate::agreements::views::{day, text};
use crate::meetings::{Attendant, Meeting};
use crate::methods::labels;
use crate::web::{Html, Visitor, print_button};

/// Rows for people who are not on the list.
const SPARE_ROWS: usize = 4;

/// Everything on the page.
pub(super) struct Sheet<'a> {
    pub(super) visitor: &'a Visitor,
    pub(super) title: &'a str,
    /// Where the page leads back to: name and address.
    pub(super) back: (String, String),
    /// The address of this Kring, for the code to scan.
    pub(super) address: &'a str,
    pub(super) meeting: Option<&'a Meeting>,
    /// Who is expected; `None` for who may not see that, or where nobody is.
    pub(super) people: Option<&'a [Attendant]>,
    /// What the group has promised each other; `None` for a method, or where nothing was agreed yet.
    pub(super) agreed: Option<&'a Agreement>,
    /// For how many people the times are.
    pub(super) count: usize,
    pub(super) pack: &'a Pack,
}

/// The whole pack.
pub(super) fn pack(sheet: &Sheet<'_>) -> Html {
    let words = sheet.visitor.words();
    let (name, href) = sheet.back.clone();
    let body = html! {
        div.pack {
            header.pack-intro {
                h1 { (words.packs_title()) ": " (sheet.title) }
                p { (words.packs_lead()) }
                (print_button(&words.packs_print()))
            }
            (agenda(sheet))
            (agreements(sheet))
            @for part in sheet.pack.parts.iter().filter(|part| !part.cards.is_empty()) { (cards(sheet, part)) }
            (sign_in(sheet))
            (evaluation(sheet))
        }
    };
    sheet
        .visitor
        .page(&words.packs_title(), None, &[Crumb { name, href }], body)
}

fn moment(sheet: &Sheet<'_>, moment: Moment) -> String {
    match moment {
        Moment::At(at) => time(sheet.visitor.language, at),
        Moment::After(seconds) => elapsed(seconds),
    }
}

/// "14:05" or "0:05" and how long it takes.
fn agenda(sheet: &Sheet<'_>) -> Markup {
    let words = sheet.visitor.words();
    let language = sheet.visitor.language;
    html! {
        section.pack-agenda {
            h2 { (words.packs_agenda()) }
            @if let Some(meeting) = sheet.meeting {
                p { strong { (date(language, meeting.starts())) } ", " (time(language, meeting.starts())) "–" (time(language, meeting.ends()))
                    @if let Some(place) = &meeting.place { ", " (place) } }
            }
            @if sheet.pack.parts.is_empty() { p { (words.packs_no_agenda()) } }
            @else {
                p.small { (words.packs_for(sheet.count)) }
                table {
                    thead { tr { th scope="col" { (words.packs_when()) } th scope="col" { (words.packs_what()) } th scope="col" { (words.packs_minutes()) } } }
                    @for part in &sheet.pack.parts {
                        tbody {
                            tr.pack-part {
                                td { (moment(sheet, part.begins)) }
                                th scope="row" { (part.name.get(sheet.visitor.speech())) }
                                td { (minutes(language, part.seconds)) }
                            }
                            @for card in part.cards.iter().filter(|_| part.is_method) {
                                tr {
                                    td { (moment(sheet, card.begins)) }
                                    td { (card.step.title.get(sheet.visitor.speech())) @if card.times > 1 { " (" (card.times) "×)" } }
                                    td { @if let Some(seconds) = card.seconds { (minutes(language, seconds)) } }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Read together before the first case.
fn agreements(sheet: &Sheet<'_>) -> Markup {
    let words = sheet.visitor.words();
    html! {
        @if let Some(agreed) = sheet.agreed {
            section.pack-sheet.pack-agreements {
                h2 { (words.agreements_title()) }
                p { (words.packs_agreements()) }
                (text(&agreed.text))
                p.small { (words.agreements_version(agreed.version, day(sheet.visitor, agreed))) }
            }
        }
    }
}

fn cards(sheet: &Sheet<'_>, part: &Part) -> Markup {
    let total = part.cards.len();
    html! {
        section.pack-cards {
            h2 { (part.name.get(sheet.visitor.speech())) }
            @for (n, card) in part.cards.iter().enumerate() { (step_card(sheet, card, (n + 1, total))) }
        }
    }
}

fn step_card(sheet: &Sheet<'_>, card: &Card, (n, of): (usize, usize)) -> Markup {
    let words = sheet.visitor.words();
    let speech = sheet.visitor.speech();
    let step = &card.step;
    html! {
        article.pack-card {
            header {
                p.pack-minutes {
                    @match card.seconds {
                        Some(seconds) => { (number_of_minutes(seconds)) span { (words.packs_minutes_short()) } },
                        None => span { (words.packs_untimed()) },
                    }
                }
                div {
                    p.small {
                        (words.packs_step(n, of)) " · " (moment(sheet, card.begins))
                        @if card.times > 1 { " · " (words.packs_times(card.times)) }
                    }
                    h3 { (step.title.get(speech)) }
                }
            }
            @if let Some(say) = &step.say { blockquote { (say.get(speech)) } }
            (voices(sheet, step))
            (tasks(sheet, step))
            (writing(sheet, &card.inputs))
            @if !step.rules.is_empty() { ul.pack-rules { @for rule in &step.rules { li { (rule.get(speech)) } } } }
        }
    }
}

/// "5", and "1½" for ninety seconds.
fn number_of_minutes(seconds: u32) -> String {
    let half = if seconds % 60 >= 30 { "½" } else { "" };
    match seconds / 60 {
        0 => half.to_owned(),
        whole => format!("{whole}{half}"),
    }
}

/// Who speaks and who listens, in what order and in which groups.
fn voices(sheet: &Sheet<'_>, step: &Step) -> Markup {
    let words = sheet.visitor.words();
    let roles = |roles: &[Role]| labels::roles(words, sheet.visitor.language, roles);
    html! {
        dl.pack-voices {
            dt { (icon(Icon::Speech)) (words.packs_speaks()) }
            dd {
                @if step.speaks.is_empty() { (words.packs_nobody()) } @else { (labels::capital(&roles(&step.speaks))) }
                @if let Some(turn) = labels::turn(words, step.turn) { ", " (turn) }
                @if let Some(grouping) = step.grouping { "; " (labels::grouping(words, grouping)) }
            }
            @if !step.silent.is_empty() && !step.speaks.is_empty() {
                dt { (icon(Icon::Ear)) (words.packs_listens()) }
                dd { (labels::capital(&roles(&step.silent))) }
            }
        }
    }
}

fn tasks(sheet: &Sheet<'_>, step: &Step) -> Markup {
    let words = sheet.visitor.words();
    html! {
        @if !step.does.is_empty() {
            dl.pack-tasks {
                @for (role, text) in &step.does {
                    dt { (labels::capital(&labels::role(words, *role))) }
                    dd { (text.get(sheet.visitor.speech())) }
                }
            }
        }
    }
}

/// What is written on paper here, and who reads it.
fn writing(sheet: &Sheet<'_>, inputs: &[Input]) -> Markup {
    let words = sheet.visitor.words();
    let speech = sheet.visitor.speech();
    html! {
        @for input in inputs {
            p.pack-writes {
                (icon(Icon::Pencil))
                span {
                    strong { (input.label.get(speech)) }
                    @if let Some(starter) = &input.starter { ": " em { (starter.get(speech)) } }
                    " " span.small { (labels::capital(&labels::sees(words, input.mode))) }
                }
            }
        }
    }
}

/// Names with room for a signature and times; empty rows for who is not on the list.
fn sign_in(sheet: &Sheet<'_>) -> Markup {
    let words = sheet.visitor.words();
    let mut people: Vec<&Attendant> = sheet.people.unwrap_or_default().iter().collect();
    sort_by_text(sheet.visitor.language, &mut people, |person| person.name.as_str());
    people.sort_by_key(|person| person.role == "participant");
    let empty = if people.is_empty() {
        sheet.count + 1 + SPARE_ROWS
    } else {
        SPARE_ROWS
    };
    html! {
        section.pack-sheet {
            h2 { (words.packs_sign_in()) }
            p {
                strong { (sheet.title) }
                @if let Some(meeting) = sheet.meeting { ", " (date(sheet.visitor.language, meeting.starts())) }
                @else { ", " (words.packs_date()) " ____________________" }
            }
            table.pack-sign {
                thead { tr {
                    th scope="col" { (words.packs_name()) }
                    th scope="col" { (words.packs_arrived()) }
                    th scope="col" { (words.packs_left()) }
                    th scope="col" { (words.packs_signature()) }
                } }
                tbody {
                    @for person in people {
                        tr {
                            th scope="row" {
                                (person.name)
                                @if let Some(organisation) = &person.organisation { span.small { (organisation) } }
                            }
                            td {} td {} td {}
                        }
                    }
                    @for _ in 0..empty { tr { td {} td {} td {} td {} } }
                }
            }
            p.small { (words.packs_sign_in_note()) }
        }
    }
}

fn evaluation(sheet: &Sheet<'_>) -> Markup {
    let words = sheet.visitor.words();
    let link = sheet
        .meeting
        .map(|meeting| format!("{}/meetings/{}", sheet.address, meeting.id));
    let code = link.as_ref().and_then(|link| qr("pack-qr", link, link));
    html! {
        @if !sheet.pack.survey.is_empty() {
            section.pack-sheet {
                h2 { (words.packs_evaluation()) }
                div.pack-evaluation-head {
                    p { (words.packs_evaluation_lead()) }
                    @if let Some(code) = &code { figure { (code) figcaption.small { (words.packs_scan()) } } }
                }
                ol.pack-questions { @for field in &sheet.pack.survey { (question(sheet, field)) } }
            }
        }
    }
}

fn question(sheet: &Sheet<'_>, field: &FormField) -> Markup {
    let words = sheet.visitor.words();
    let numbers = |most: u8| (1..=most).map(|n| n.to_string()).collect::<Vec<_>>();
    let boxes = match field.kind {
        FormFieldKind::Scale5 => numbers(5),
        FormFieldKind::Grade10 => numbers(10),
        FormFieldKind::YesNo => vec![words.room_yes(), words.room_no()],
        FormFieldKind::Text | FormFieldKind::Number | FormFieldKind::Date | FormFieldKind::Person => {
            Vec::new()
        }
    };
    html! {
        li {
            p { (field.label.get(sheet.visitor.speech())) }
            @if boxes.is_empty() {
                div.pack-line {} div.pack-line {}
            } @else {
                p.pack-boxes {
                    @if field.kind == FormFieldKind::Scale5 { span.small { (words.packs_disagree()) } }
                    @for text in &boxes { span.pack-box { (text) } }
                    @if field.kind == FormFieldKind::Scale5 { span.small { (words.packs_agree()) } }
                }
            }
        }
    }
}
