//! HTML of the demo.

use maud::{Markup, html};
use session::Catalogue;
use ui::locale::{sort_by_text, time};
use ui::{Crumb, Icon, empty, facts};

use super::Face;
use crate::id::PersonId;
use crate::meetings::{Meeting, views as meeting_views};
use crate::post::Letter;
use crate::web::{Html, Visitor};
use crate::words::Words;

/// Above the list of methods: the meeting that is on, and who one may be.
pub(super) fn greeting(visitor: &Visitor, catalogue: &Catalogue, meeting: &Meeting) -> Markup {
    let words = visitor.words();
    let items = meeting_views::items(meeting, catalogue, 0);
    let method = items.iter().find(|item| item.is_method);
    let method = method.and_then(|item| catalogue.get(&item.method));
    let mut lines = vec![
        (Icon::Clock, meeting_views::moment(visitor, meeting)),
        (Icon::Place, meeting_views::place(visitor, meeting)),
    ];
    if let Some(method) = method {
        lines.push((Icon::People, method.name.get(visitor.speech()).to_owned()));
    }
    let invitation = format!("/programmes/{}", meeting.programme_id);
    html! {
        section class={ "welcome accent-" (meeting.accent) } {
            div {
                p.kicker { (words.demo_welcome_kicker()) }
                h2 lang="nl" { (meeting.title) }
                (facts(&lines))
            }
            div.welcome-actions {
                a.button href="/demo" { (words.demo_choose_button()) }
                a href=(invitation) { (words.demo_read_invitation()) }
            }
        }
    }
}

/// The mailbox of everybody in the demo.
pub(super) fn mails(visitor: &Visitor, letters: &[Letter]) -> Html {
    let words = visitor.words();
    let body = html! {
        div.mailings {
            header {
                h1 { (words.demo_mail_title()) }
                p.lead { (words.demo_mail_text()) }
            }
            @if letters.is_empty() { (empty(&words.demo_mail_none(), &words.demo_mail_none_text(), &html! {})) }
            ul.mail-list {
                @for letter in letters {
                    li {
                        a href={ "/demo/mail/" (letter.id) } { (letter.subject) }
                        p.small { span.mail-address { (letter.to) } " · " (time(visitor.language, letter.at)) }
                    }
                }
            }
        }
    };
    visitor.page(&words.demo_mail_title(), None, &[], body)
}

/// One mail. Addresses of this server can be pressed.
pub(super) fn mail(visitor: &Visitor, letter: &Letter, address: &str) -> Html {
    let words = visitor.words();
    let back = Crumb {
        name: words.demo_mail_title(),
        href: "/demo/mail".to_owned(),
    };
    let body = html! {
        div.mailings {
            header {
                h1 { (letter.subject) }
                p.lead { span.mail-address { (letter.to) } }
            }
            article.mail-sample lang=(letter.language.code()) {
                @for paragraph in letter.text.trim().split("\n\n") {
                    p {
                        @for (number, line) in paragraph.lines().enumerate() {
                            @if number > 0 { br; }
                            @if line.starts_with(address) { a href=(line) { (line) } } @else { (line) }
                        }
                    }
                }
                @if letter.calendar.is_some() {
                    p { a href={ "/demo/mail/" (letter.id) "/kring.ics" } download { (words.demo_mail_calendar()) } }
                }
            }
        }
    };
    visitor.page(&letter.subject, None, &[back], body)
}

/// Everybody, by programme and group, each with a button. `owner` brings the case of the running meeting.
pub(super) fn choose(visitor: &Visitor, faces: Vec<Face>, owner: Option<&PersonId>) -> Html {
    let words = visitor.words();
    let programmes = grouped(faces, |face| face.programme.clone());
    let body = html! {
        section.hero {
            h1 { (words.demo_choose_title()) }
            p.lead { (words.demo_choose_text()) }
            p { a href="/demo/mail" { (words.demo_mail_title()) } }
        }
        form.faces-form method="post" action="/demo/sign-in" {
            @for (programme, faces) in programmes {
                (programme_faces(visitor, &programme, faces, owner))
            }
        }
    };
    visitor.page(&words.demo_choose_title(), None, &[], body)
}

fn programme_faces(visitor: &Visitor, programme: &str, faces: Vec<Face>, owner: Option<&PersonId>) -> Markup {
    let accent = faces.first().map(|face| face.accent.clone()).unwrap_or_default();
    let (guides, others): (Vec<Face>, Vec<Face>) = faces.into_iter().partition(|face| {
        matches!(
            face.role.as_str(),
            "organiser" | "facilitator" | "speaker" | "sponsor"
        )
    });
    let groups = grouped(others, |face| face.group_name.clone().unwrap_or_default());
    html! {
        section class={ "faces-programme accent-" (accent) } {
            h2 lang="nl" { (programme) }
            (faces_list(visitor, &guides, None))
            @for (name, members) in groups {
                @if !name.is_empty() { h3 lang="nl" { (name) } }
                (faces_list(visitor, &by_name(visitor, members), owner))
            }
        }
    }
}

fn by_name(visitor: &Visitor, mut faces: Vec<Face>) -> Vec<Face> {
    sort_by_text(visitor.language, &mut faces, |face| face.name.as_str());
    faces
}

fn faces_list(visitor: &Visitor, faces: &[Face], owner: Option<&PersonId>) -> Markup {
    let words = visitor.words();
    html! {
        ul.faces {
            @for face in faces {
                li {
                    button.face name="person" value=(face.person_id) {
                        strong { (face.name) }
                        span { (about(words, face)) }
                        @if owner == Some(&face.person_id) { span.face-part { (words.demo_brings_case()) } }
                    }
                }
            }
        }
    }
}

fn about(words: &Words, face: &Face) -> String {
    let role = match face.role.as_str() {
        "organiser" => Some(words.groups_role_organiser()),
        "facilitator" => Some(words.groups_role_facilitator()),
        "speaker" => Some(words.meetings_role_speaker()),
        "sponsor" => Some(words.sponsors_role()),
        _ => None,
    };
    let parts = [role, face.job.clone(), face.organisation.clone()];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// Puts faces with the same key together; keys stay in the order in which they come first.
fn grouped(faces: Vec<Face>, key: impl Fn(&Face) -> String) -> Vec<(String, Vec<Face>)> {
    let mut groups: Vec<(String, Vec<Face>)> = Vec::new();
    for face in faces {
        let key = key(&face);
        match groups.iter_mut().find(|(known, _)| *known == key) {
            Some((_, members)) => members.push(face),
            None => groups.push((key, vec![face])),
        }
    }
    groups
}
