//! HTML of the topics slice.

use jiff::Timestamp;
use maud::{Markup, html};
use ui::locale::near_date;
use ui::{
    Choice, Crumb, Field, Icon, Problems, Tone, button, choice_field, hidden, icon, notice, text_field,
};

use super::rules::{keeps, may_remove, sees_proposers};
use super::{Ahead, Topic};
use crate::groups::{Group, rules::Standing};
use crate::id::PersonId;
use crate::web::{Html, LINE, Posted, Visitor};

/// What the list shows.
pub(super) struct Shown<'a> {
    /// Who looks.
    pub(super) person: &'a PersonId,
    pub(super) group: &'a Group,
    /// As what.
    pub(super) standing: Standing,
    /// In their order.
    pub(super) topics: &'a [Topic],
    /// Meetings to come that this person knows of.
    pub(super) ahead: &'a [Ahead],
    /// Microseconds since 1970, UTC.
    pub(super) now: i64,
}

fn trail(visitor: &Visitor, group: &Group, to_list: bool) -> Vec<Crumb> {
    let words = visitor.words();
    let home = Crumb {
        name: words.shell_my(),
        href: "/my".to_owned(),
    };
    let here = Crumb {
        name: group.name.clone(),
        href: format!("/groups/{}", group.id),
    };
    let list = to_list.then(|| Crumb {
        name: words.topics_title(),
        href: format!("/groups/{}/topics", group.id),
    });
    [home, here].into_iter().chain(list).collect()
}

pub(super) fn list(visitor: &Visitor, shown: &Shown<'_>, form: (&Posted, &Problems)) -> Html {
    let words = visitor.words();
    let (coming, discussed): (Vec<&Topic>, Vec<&Topic>) =
        shown.topics.iter().partition(|topic| topic.is_coming());
    let body = html! {
        div class={ "topic-page accent-" (shown.group.accent) } {
            header {
                p.kicker lang="nl" { (shown.group.name) }
                h1 { (words.topics_title()) }
                p.lead { (words.topics_lead()) }
                p.small { (words.topics_readers()) }
            }
            section {
                h2 { (words.topics_coming()) }
                @if coming.is_empty() { p { (words.topics_none()) } }
                ol.topic-cards {
                    @for (index, topic) in coming.iter().enumerate() {
                        (card(visitor, shown, topic, (index > 0, index + 1 < coming.len())))
                    }
                }
                @if keeps(shown.standing) && !coming.is_empty() {
                    p { a href={ "/groups/" (shown.group.id) "/series" } { (words.topics_to_series()) } }
                }
            }
            (proposing(visitor, shown, form))
            @if !discussed.is_empty() {
                section {
                    h2 { (words.topics_discussed()) }
                    ul.topic-cards { @for topic in discussed.into_iter().rev() { (done(visitor, shown, topic)) } }
                }
            }
        }
    };
    visitor.page(
        &words.topics_title(),
        None,
        &trail(visitor, shown.group, false),
        body,
    )
}

fn heading(visitor: &Visitor, shown: &Shown<'_>, topic: &Topic) -> Markup {
    let words = visitor.words();
    let proposer = topic.proposer.as_ref().filter(|_| sees_proposers(shown.standing));
    let meeting = topic.meeting_id.as_ref().zip(topic.starts_at);
    // A draft is known to nobody but whoever plans.
    let meeting = meeting.filter(|(id, starts_at)| {
        *starts_at <= shown.now || shown.ahead.iter().any(|ahead| ahead.id == **id)
    });
    html! {
        h3 lang="nl" { (topic.title) }
        @if let Some(guest) = &topic.guest { p.guest { (icon(Icon::Speech)) (words.groups_guest(guest)) } }
        @if let Some((id, starts_at)) = meeting {
            p.small {
                a href={ "/meetings/" (id) } { (near_date(visitor.language, Timestamp::from_microsecond(starts_at).unwrap_or_default())) }
                @if let Some(title) = topic.meeting.as_ref().filter(|title| **title != topic.title) {
                    " · " span lang="nl" { (title) }
                }
            }
        }
        @if let Some(name) = proposer { p.small { (words.topics_by(name)) } }
    }
}

/// A topic that is still to come; `can` go up and down.
fn card(visitor: &Visitor, shown: &Shown<'_>, topic: &Topic, can: (bool, bool)) -> Markup {
    let words = visitor.words();
    let here = format!("/topics/{}", topic.id);
    let (up, down) = can;
    html! {
        li {
            (heading(visitor, shown, topic))
            @if keeps(shown.standing) {
                div.planning-buttons {
                    @if up { (step(&here, topic, "up", ("↑", &words.topics_up(topic.title.as_str())))) }
                    @if down { (step(&here, topic, "down", ("↓", &words.topics_down(topic.title.as_str())))) }
                    a.button.quiet href=(here) { (words.topics_edit()) span.visually-hidden { ": " (topic.title) } }
                    (marking(&here, topic, "yes", &words.topics_mark()))
                }
            }
            (removal(visitor, shown, topic))
        }
    }
}

fn step(here: &str, topic: &Topic, which: &str, (sign, label): (&str, &str)) -> Markup {
    html! {
        form method="post" action={ (here) "/place" } {
            (hidden("seen", &topic.position.to_string()))
            button.button.quiet type="submit" name="step" value=(which) aria-label=(label) title=(label) { (sign) }
        }
    }
}

fn marking(here: &str, topic: &Topic, is_discussed: &str, label: &str) -> Markup {
    html! {
        form method="post" action={ (here) "/discussion" } {
            button.button.quiet type="submit" name="discussed" value=(is_discussed) {
                (label) span.visually-hidden { ": " (topic.title) }
            }
        }
    }
}

/// Taking it off the list, folded away.
fn removal(visitor: &Visitor, shown: &Shown<'_>, topic: &Topic) -> Markup {
    let words = visitor.words();
    html! {
        @if may_remove(shown.standing, shown.person, topic) {
            details {
                summary { (words.topics_remove()) span.visually-hidden { ": " (topic.title) } }
                form.planning-form method="post" action={ "/topics/" (topic.id) "/removal" } {
                    p.small { (words.topics_remove_text()) }
                    div { button.button.quiet type="submit" { (words.topics_remove_yes()) } }
                }
            }
        }
    }
}

/// A topic that was discussed.
fn done(visitor: &Visitor, shown: &Shown<'_>, topic: &Topic) -> Markup {
    let words = visitor.words();
    html! {
        li {
            (heading(visitor, shown, topic))
            @if keeps(shown.standing) {
                div.planning-buttons { (marking(&format!("/topics/{}", topic.id), topic, "no", &words.topics_unmark())) }
            }
        }
    }
}

fn field<'a>(
    (posted, problems): (&'a Posted, &'a Problems),
    name: &'static str,
    label: &'a str,
    hint: &'a str,
) -> Field<'a> {
    Field {
        name,
        label,
        hint,
        value: posted.text(name),
        problem: problems.of(name),
    }
}

/// The fields that say what a topic is.
fn what(visitor: &Visitor, form: (&Posted, &Problems)) -> Markup {
    let words = visitor.words();
    let (title, title_hint) = (words.topics_field(), words.topics_field_hint());
    let (guest, guest_hint) = (words.topics_guest(), words.topics_guest_hint());
    html! {
        (text_field(&field(form, "title", &title, &title_hint), LINE))
        (text_field(&field(form, "guest", &guest, &guest_hint), LINE))
    }
}

fn proposing(visitor: &Visitor, shown: &Shown<'_>, form: (&Posted, &Problems)) -> Markup {
    let words = visitor.words();
    html! {
        section id="propose" {
            h2 { (words.topics_propose()) }
            @if !form.1.is_empty() { (notice(Tone::Problem, &html! { p { (words.forms_wrong()) } })) }
            form.planning-form method="post" action={ "/groups/" (shown.group.id) "/topics" } {
                (hidden("key", form.0.text("key")))
                (what(visitor, form))
                div { (button(&words.topics_propose_yes())) }
            }
        }
    }
}

/// The form of one topic. `now` is how it stands when somebody else changed it meanwhile.
pub(super) fn edit(
    visitor: &Visitor,
    group: &Group,
    (topic, now): (&Topic, Option<&Topic>),
    ahead: &[Ahead],
    form: (&Posted, &Problems),
) -> Html {
    let words = visitor.words();
    let (label, hint) = (words.topics_meeting(), words.topics_meeting_hint());
    let meetings = meetings(visitor, topic, ahead);
    let body = html! {
        div class={ "topic-page accent-" (group.accent) } {
            header { h1 { (words.topics_edit_title()) } }
            @if !form.1.is_empty() { (notice(Tone::Problem, &html! { p { (words.forms_wrong()) } })) }
            @if let Some(now) = now {
                (notice(Tone::Problem, &html! {
                    p { (words.topics_changed(now.title.as_str())) }
                    @if let Some(guest) = &now.guest { p { (words.groups_guest(guest)) } }
                    @if let Some(meeting) = &now.meeting { p { (words.topics_changed_meeting(meeting)) } }
                }))
            }
            form.planning-form method="post" action={ "/topics/" (topic.id) } {
                (hidden("seen", form.0.text("seen")))
                (what(visitor, form))
                (choice_field(&field(form, "meeting", &label, &hint), &meetings))
                div { (button(&words.forms_save())) }
            }
            p { a href={ "/groups/" (group.id) "/topics" } { (words.forms_cancel()) } }
        }
    };
    visitor.page(
        &words.topics_edit_title(),
        None,
        &trail(visitor, group, true),
        body,
    )
}

/// The meetings to choose from, with the one it is attached to.
fn meetings(visitor: &Visitor, topic: &Topic, ahead: &[Ahead]) -> Vec<Choice> {
    let label = |title: &str, starts: Timestamp| format!("{} · {title}", near_date(visitor.language, starts));
    let none = Choice {
        value: String::new(),
        label: visitor.words().topics_meeting_none(),
    };
    let own = topic
        .meeting_id
        .as_ref()
        .zip(topic.meeting.as_ref())
        .zip(topic.starts_at);
    let own = own.filter(|((id, _), _)| !ahead.iter().any(|one| one.id == **id));
    let own = own.map(|((id, title), at)| Choice {
        value: id.0.clone(),
        label: label(title, Timestamp::from_microsecond(at).unwrap_or_default()),
    });
    let ahead = ahead.iter().map(|one| Choice {
        value: one.id.0.clone(),
        label: label(&one.title, one.starts()),
    });
    std::iter::once(none).chain(own).chain(ahead).collect()
}
