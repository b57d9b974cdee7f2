//! Reading what an organiser writes about enrolment: a question, and how places are given.

use jiff::SignedDuration;
use jiff::civil::Date;
use ui::Problems;

use super::form::Form;
use super::questions::{Becomes, Kind, Question, Reply, When};
use super::{Enrolment, OFFER};
use crate::people::registers::register;
use crate::places::Manner;
use crate::programmes::Programme;
use crate::web::{LINE, Posted, Reading, TEXT};
use crate::words::Words;

/// How many answers there can be to choose from.
const REPLIES: usize = 40;

/// How long a place can be kept, in hours.
pub(super) const HOURS: (i64, i64) = (1, 720);

/// For how many there can be room.
pub(super) const ROOM: (i64, i64) = (1, 5_000);

/// Fields of the earlier answers after which a question is asked: one for each, in order.
pub(super) fn when_field(index: usize) -> String {
    format!("when-{index}")
}

/// The earlier answers after which a question can be asked.
pub(super) fn possible(form: &Form, id: &str) -> Vec<When> {
    let earlier = form.before(id).iter();
    let pairs = earlier.flat_map(|question| {
        question.answers().into_iter().map(|answer| When {
            question: question.id.clone(),
            answer: answer.to_owned(),
        })
    });
    pairs.collect()
}

/// What stands in the form of a question.
pub(super) fn filled(form: &Form, question: &Question) -> Posted {
    let q = question;
    let number = |number: Option<i64>| number.map(|number| number.to_string()).unwrap_or_default();
    let lines = |of: &dyn Fn(&Reply) -> String| q.options.iter().map(of).collect::<Vec<_>>().join("\n");
    let is_translated = q.options.iter().any(|reply| reply.en.is_some());
    let english = lines(&|reply| reply.en.clone().unwrap_or_default());
    let fields = [
        ("kind", q.kind.word().to_owned()),
        ("nl", q.nl.clone()),
        ("en", q.en.clone().unwrap_or_default()),
        ("hint", q.hint.clone().unwrap_or_default()),
        ("hint_en", q.hint_en.clone().unwrap_or_default()),
        ("required", if q.required { "yes" } else { "" }.to_owned()),
        ("replies", lines(&|reply| reply.nl.clone())),
        ("replies_en", if is_translated { english } else { String::new() }),
        ("register", q.register.clone().unwrap_or_default()),
        ("least", number(q.least)),
        ("most", number(q.most)),
        ("becomes", q.becomes.word().to_owned()),
    ];
    let fields = fields.into_iter().map(|(name, value)| (name.to_owned(), value));
    let boxes = possible(form, &q.id).into_iter().enumerate();
    let ticked = boxes.filter(|(_, when)| q.when.contains(when));
    fields
        .chain(ticked.map(|(index, _)| (when_field(index), "yes".to_owned())))
        .collect()
}

/// Reads a question for its place in a form.
///
/// # Errors
/// Every problem, at its field.
pub(super) fn question(posted: &Posted, words: &Words, form: &Form, id: &str) -> Result<Question, Problems> {
    let mut reading = Reading::new(posted, words);
    let r = &mut reading;
    let kind = Kind::from_word(&r.raw("kind"));
    if kind.is_none() {
        r.wrong("kind", words.forms_choose());
    }
    let kind = kind.unwrap_or(Kind::Line);
    let nl = r.text("nl", LINE * 2);
    let mut read = Question::new(id, kind, &nl);
    read.en = r.optional("en", LINE * 2);
    read.hint = r.optional("hint", LINE * 2);
    read.hint_en = r.optional("hint_en", LINE * 2);
    read.required = r.ticked("required");
    if kind.has_choices() {
        read.options = replies(r);
    }
    if kind == Kind::Number {
        (read.least, read.most) = span(r);
    }
    if kind == Kind::Register {
        read.register = Some(r.raw("register")).filter(|id| register(id).is_some());
    }
    let becomes = Becomes::from_word(&r.raw("becomes")).filter(|becomes| becomes.fits(kind));
    read.becomes = becomes.unwrap_or_default();
    let when = possible(form, id).into_iter().enumerate();
    let when = when.filter(|(index, _)| r.ticked(&when_field(*index)));
    read.when = when.map(|(_, when)| when).collect();
    reading.done(read)
}

/// The answers to choose from, one a line; the English ones stand on the same lines.
fn replies(reading: &mut Reading<'_>) -> Vec<Reply> {
    let (nl, en) = (
        reading.text("replies", TEXT),
        reading.optional("replies_en", TEXT).unwrap_or_default(),
    );
    let lines: Vec<&str> = nl
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect();
    let english: Vec<&str> = en.lines().map(str::trim).collect();
    let mut known = lines.clone();
    known.sort_unstable();
    known.dedup();
    let words = reading.words();
    if known.len() < lines.len() {
        reading.wrong("replies", words.enrolment_replies_twice());
    }
    if lines.len() > REPLIES || (lines.len() == 1) {
        reading.wrong("replies", words.enrolment_replies_count(2, REPLIES));
    }
    if !en.is_empty() && english.len() != lines.len() {
        reading.wrong("replies_en", words.enrolment_replies_lines(lines.len()));
    }
    let reply = |(index, nl): (usize, &&str)| Reply {
        nl: (*nl).to_owned(),
        en: english
            .get(index)
            .filter(|en| !en.is_empty())
            .map(|en| (*en).to_owned()),
    };
    lines.iter().enumerate().map(reply).collect()
}

fn span(reading: &mut Reading<'_>) -> (Option<i64>, Option<i64>) {
    let far = 1_000_000;
    let (least, most) = (
        reading.number("least", -far, far),
        reading.number("most", -far, far),
    );
    if let (Some(least), Some(most)) = (least, most)
        && most < least
    {
        let wrong = reading.words().enrolment_span_wrong();
        reading.wrong("most", wrong);
    }
    (least, most)
}

/// How people apply, and how places are given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Manners {
    pub(super) enrols: bool,
    pub(super) until: Option<String>,
    pub(super) capacity: Option<i64>,
    pub(super) manner: Manner,
}

/// What stands in the form about how people apply.
pub(super) fn manners_of(programme: &Programme, enrolment: &Enrolment) -> Posted {
    let (waiting, hours) = match enrolment.manner {
        Manner::Promote => ("promote", OFFER.as_hours()),
        Manner::Offer(span) => ("offer", span.as_hours()),
    };
    let capacity = programme.capacity.map(|capacity| capacity.to_string());
    let fields = [
        ("enrols", if programme.enrols { "yes" } else { "" }.to_owned()),
        ("until", programme.enrol_until.clone().unwrap_or_default()),
        ("capacity", capacity.unwrap_or_default()),
        ("waiting", waiting.to_owned()),
        ("hours", hours.to_string()),
        ("version", enrolment.version.to_string()),
    ];
    fields
        .into_iter()
        .map(|(name, value)| (name.to_owned(), value))
        .collect()
}

/// Reads how people apply.
///
/// # Errors
/// Every problem, at its field.
pub(super) fn manners(posted: &Posted, words: &Words) -> Result<Manners, Problems> {
    let mut reading = Reading::new(posted, words);
    let r = &mut reading;
    let until = r.optional_day("until").map(|day: Date| day.to_string());
    let capacity = r.number("capacity", ROOM.0, ROOM.1);
    let waiting = r.one_of("waiting", &["promote", "offer"]);
    let hours = r.number("hours", HOURS.0, HOURS.1);
    let manner = match (waiting.as_str(), hours) {
        ("offer", Some(hours)) => Manner::Offer(SignedDuration::from_hours(hours)),
        ("offer", None) => {
            r.wrong("hours", words.forms_missing());
            Manner::Promote
        }
        _ => Manner::Promote,
    };
    let read = Manners {
        enrols: r.ticked("enrols"),
        until,
        capacity,
        manner,
    };
    reading.done(read)
}

#[cfg(test)]
mod tests {
    use ui::Language;

    use super::*;
    use crate::words::words;

    fn posted(fields: &[(&str, &str)]) -> Posted {
        let all = fields.iter();
        all.map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect()
    }

    fn choice(replies: &str, english: &str) -> Result<Question, Vec<&'static str>> {
        let fields = [
            ("kind", "choice"),
            ("nl", "Functie"),
            ("replies", replies),
            ("replies_en", english),
        ];
        question(&posted(&fields), words(Language::Nl), &Form::default(), "1").map_err(|problems| {
            let fields = ["replies", "replies_en"].into_iter();
            fields.filter(|field| problems.of(field).is_some()).collect()
        })
    }

    #[test]
    fn answers_to_choose_stand_one_a_line() {
        let read = choice(" arts \r\n\r\npoh", "GP\nnurse").unwrap();
        let replies: Vec<_> = read
            .options
            .iter()
            .map(|one| (one.nl.as_str(), one.en.as_deref()))
            .collect();
        assert_eq!(replies, [("arts", Some("GP")), ("poh", Some("nurse"))]);
        assert_eq!(choice("arts\narts", ""), Err(vec!["replies"]));
        assert_eq!(choice("arts", ""), Err(vec!["replies"]), "no choice at all");
        assert_eq!(choice("arts\npoh", "GP"), Err(vec!["replies_en"]));
    }

    #[test]
    fn a_question_comes_back_as_it_was_written() {
        let mut form = Form(vec![choice("arts\npoh", "GP\nnurse").unwrap()]);
        let mut asked = Question::new("2", Kind::Number, "Sinds welk jaar?");
        (asked.least, asked.most) = (Some(1950), Some(2100));
        asked.becomes = Becomes::WorksSince;
        asked.when = vec![When {
            question: "1".to_owned(),
            answer: "poh".to_owned(),
        }];
        form.put(asked);
        for one in &form.0 {
            let again = question(&filled(&form, one), words(Language::Nl), &form, &one.id).unwrap();
            assert_eq!(&again, one);
        }
    }

    #[test]
    fn an_offer_needs_a_span() {
        let offer = |hours| {
            manners(
                &posted(&[("waiting", "offer"), ("hours", hours)]),
                words(Language::Nl),
            )
        };
        assert_eq!(
            offer("48").unwrap().manner,
            Manner::Offer(SignedDuration::from_hours(48))
        );
        for hours in ["", "0", "veel"] {
            assert!(offer(hours).unwrap_err().of("hours").is_some(), "{hours}");
        }
    }
}
