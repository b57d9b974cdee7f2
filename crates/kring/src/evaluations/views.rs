//! HTML of the evaluations slice.

use maud::{Markup, html};
use session::Text;
use ui::{Crumb, Icon, Tone, icon, notice};

use super::Marks;
use super::rules::{Summary, Told};
use crate::meetings::Meeting;
use crate::programmes::Programme;
use crate::web::{Html, Visitor, print_button};

/// What the page of one meeting shows.
pub(super) struct OfMeeting<'a> {
    pub(super) meeting: &'a Meeting,
    /// How many filled in the form.
    pub(super) answered: i64,
    /// Empty when they are too few.
    pub(super) summaries: &'a [Summary],
}

/// One meeting, for whoever led it.
pub(super) fn of_meeting(visitor: &Visitor, shown: &OfMeeting<'_>) -> Html {
    let words = visitor.words();
    let body = html! {
        div class={ "evaluation accent-" (shown.meeting.accent) } {
            h1 { (words.evaluations_title()) }
            p.lead lang="nl" { (shown.meeting.title) }
            p { (words.evaluations_answered(shown.answered)) }
            (summaries(visitor, shown.summaries))
            p.small.only { (icon(Icon::Hidden)) (words.evaluations_nameless()) }
            (print_button(&words.evaluations_print()))
        }
    };
    let trail = [Crumb {
        name: shown.meeting.title.clone(),
        href: format!("/meetings/{}", shown.meeting.id),
    }];
    visitor.page(&words.evaluations_title(), None, &trail, body)
}

/// A programme, for whoever organises it.
pub(super) fn of_programme(visitor: &Visitor, programme: &Programme, marks: &Marks) -> Html {
    let words = visitor.words();
    let body = html! {
        div class={ "evaluation accent-" (programme.accent) } {
            h1 { (words.evaluations_title()) }
            p.lead lang="nl" { (programme.name) }
            p { (words.evaluations_meetings(marks.answered, marks.meetings)) }
            (summaries(visitor, &marks.summaries))
            p.small.only { (icon(Icon::Hidden)) (words.evaluations_no_texts()) }
            (print_button(&words.evaluations_print()))
        }
    };
    let trail = [Crumb {
        name: programme.name.clone(),
        href: format!("/programmes/{}", programme.id),
    }];
    visitor.page(&words.evaluations_title(), None, &trail, body)
}

/// Each question with its answers; says so when there are too few.
pub(crate) fn summaries(visitor: &Visitor, summaries: &[Summary]) -> Markup {
    let words = visitor.words();
    html! {
        @if summaries.is_empty() {
            (notice(Tone::Calm, &html! { p { (words.evaluations_too_few()) } }))
        }
        @for summary in summaries { (one(visitor, summary)) }
    }
}

fn one(visitor: &Visitor, summary: &Summary) -> Markup {
    let words = visitor.words();
    let label = Text::new(summary.label_nl.as_str(), summary.label_en.as_str());
    html! {
        section.evaluation-question {
            h2 { (label.get(visitor.speech())) }
            @match &summary.told {
                Told::Marks { average, bars } => {
                    p.evaluation-average {
                        strong { (words.evaluations_average(digit(visitor, *average))) }
                        " " span.small { (words.evaluations_answers(summary.answered)) }
                    }
                    @let bars: Vec<_> = bars.iter().map(|(mark, times)| (mark.to_string(), *times)).collect();
                    (picture(visitor, &summary.id, &bars))
                }
                Told::YesNo(yes, no) => {
                    p.small { (words.evaluations_answers(summary.answered)) }
                    (picture(visitor, &summary.id, &[(words.evaluations_yes(), *yes), (words.evaluations_no(), *no)]))
                }
                Told::Texts(texts) => {
                    ul.evaluation-texts { @for text in texts { li lang="nl" dir="auto" { (text) } } }
                }
            }
        }
    }
}

/// One digit behind the decimal sign of the language.
pub(crate) fn digit(visitor: &Visitor, number: f64) -> String {
    let text = format!("{number:.1}");
    match visitor.speech() {
        session::Language::Nl => text.replace('.', ","),
        session::Language::En => text,
    }
}

/// A row of bars with a label under and a number above each. The same stands in words for who does not see it.
fn picture(visitor: &Visitor, question: &str, bars: &[(String, i64)]) -> Markup {
    const WIDE: usize = 40;
    const HIGH: i64 = 80;
    let most = bars.iter().map(|(_, times)| *times).max().unwrap_or(0).max(1);
    let told: Vec<String> = bars
        .iter()
        .map(|(label, times)| visitor.words().evaluations_bar(label.as_str(), *times))
        .collect();
    let placed = bars
        .iter()
        .enumerate()
        .map(|(place, (label, times))| (place * WIDE, label, *times));
    html! {
        svg.evaluation-bars viewBox={ "0 0 " (bars.len() * WIDE) " 120" } width=(bars.len() * WIDE) height="120"
            role="img" aria-labelledby={ "bars-" (question) } {
            title id={ "bars-" (question) } { (told.join(", ")) }
            @for (left, label, times) in placed {
                @let high = HIGH * times / most;
                rect x=(left + 6) y=(100 - high) width="28" height=(high) rx="3" {}
                @if times > 0 { text x=(left + 20) y=(94 - high) { (times) } }
                text.evaluation-mark x=(left + 20) y="115" { (label) }
            }
        }
    }
}
