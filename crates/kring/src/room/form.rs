//! A posted form of the room as a command for the session.

use std::collections::BTreeMap;

use session::command::{Entry, GroupTime};
use session::event::{ActionStatus, Ballot, Body, Spot};
use session::ids::{ActionNo, BroughtNo, CardNo, CaseNo, ClientKey, InputNo, NoteNo, Seat, VisitNo};
use session::model::{ChoiceWay, Moment, Role, Word as _};
use session::{Actor, Command, Request};

use crate::web::Posted;

/// Longest reason or note that is taken over; the engine limits texts of its own.
const NOTE: usize = 500;

impl Posted {
    /// What was typed into an input of a visit, to show it again.
    pub(super) fn typed_for(&self, input: InputNo, visit: VisitNo) -> Option<&Self> {
        let is_it = self.text("do") == "add"
            && self.number("input") == Some(input.0)
            && self.number("visit") == Some(visit.0);
        is_it.then_some(self)
    }

    /// Everything a person typed, one text after the other: what must not get lost when a command is refused.
    pub(super) fn typed(&self) -> Vec<&str> {
        let fields = self.fields().filter(|(name, _)| {
            [
                "text", "note", "why", "need", "title", "sentence", "reason", "name",
            ]
            .contains(name)
                || name.starts_with("field-")
        });
        let texts = fields.map(|(_, text)| text.trim());
        texts.filter(|text| !text.is_empty()).collect()
    }

    /// The command with its key, asked by a seat; `None` when no form of ours sent this, or when it needs more than a form
    /// to become a command.
    pub(super) fn request(&self, seat: Seat) -> Option<Request> {
        Some(self.asking(seat, self.command(seat)?))
    }

    /// A command as a seat asks it, with the key of the form.
    pub(super) fn asking(&self, seat: Seat, command: Command) -> Request {
        Request {
            key: ClientKey(self.text("key").to_owned()),
            actor: Actor::Seat(seat),
            command,
        }
    }

    pub(super) fn number<T: std::str::FromStr>(&self, name: &str) -> Option<T> {
        self.text(name).parse().ok()
    }

    fn card(&self) -> Option<CardNo> {
        self.number("card").map(CardNo)
    }

    pub(super) fn seat(&self) -> Option<Seat> {
        self.number("seat").map(Seat)
    }

    /// Somebody else whom it is about.
    pub(super) fn other_seat(&self) -> Option<Seat> {
        self.seat()
    }

    fn role(&self) -> Option<Role> {
        Role::from_word(self.text("role"))
    }

    pub(super) fn note(&self, name: &str) -> Option<String> {
        let text = self.text(name).trim();
        (!text.is_empty()).then(|| text.chars().take(NOTE).collect())
    }

    fn command(&self, seat: Seat) -> Option<Command> {
        self.lead()
            .or_else(|| Some(self.meant_for(Command::GroupTime(self.group_time()?))))
            .or_else(|| self.turns_and_roles(seat))
            .or_else(|| self.writing())
            .or_else(|| self.choosing())
            .or_else(|| self.afterwards())
    }

    /// The command for the visit its button stood in, where the form says which.
    pub(super) fn meant_for(&self, command: Command) -> Command {
        match self.number("during").map(VisitNo) {
            Some(visit) => Command::During {
                visit,
                command: Box::new(command),
            },
            None => command,
        }
    }

    /// What people in a small group do with their own time.
    fn group_time(&self) -> Option<GroupTime> {
        Some(match self.text("do") {
            "group-begin" => GroupTime::Begin,
            "group-pause" => GroupTime::Pause,
            "group-resume" => GroupTime::Resume,
            "group-done" => GroupTime::Done,
            "group-time" => GroupTime::Add(self.number("seconds")?),
            _ => return None,
        })
    }

    fn turns_and_roles(&self, seat: Seat) -> Option<Command> {
        Some(match self.text("do") {
            "pass" => Command::Pass,
            "ready" => Command::Ready,
            "not-ready" => Command::NotReady,
            "role" => Command::GiveRole {
                role: self.role()?,
                seats: vec![self.seat().unwrap_or(seat)],
            },
            "volunteer" => Command::Volunteer(self.role()?),
            "draw" => Command::DrawRole(self.role()?),
            "leave" => Command::Leave,
            "accept" => Command::AcceptAgreements {
                version: self.number("version")?,
            },
            "presence" => Command::ConfirmPresence(Moment::from_word(self.text("moment"))?),
            _ => return None,
        })
    }

    fn writing(&self) -> Option<Command> {
        Some(match self.text("do") {
            "add" => Command::Add(Box::new(Entry {
                input: self.number("input").map(InputNo)?,
                body: self.body(),
                spot: self.spot(),
                on_behalf_of: self.typed_on_behalf_of(),
                visit: self.number("visit").map(VisitNo),
                unfinished: self.text("unfinished") == "yes",
            })),
            "change" => Command::Change {
                card: self.card()?,
                body: self.body(),
            },
            "remove" => Command::Remove(self.card()?),
            "move" => Command::Move {
                card: self.card()?,
                spot: self.spot()?,
            },
            "reveal" => Command::Reveal(self.number("input").map(InputNo)?),
            "unlock" => Command::Unlock(self.text("field").to_owned()),
            "fill" => Command::FillField {
                field: self.text("field").to_owned(),
                text: self.text("text").trim().to_owned(),
            },
            "note" => Command::Note(self.text("text").trim().to_owned()),
            "drop-note" => Command::DropNote(self.number("note").map(NoteNo)?),
            _ => return None,
        })
    }

    fn choosing(&self) -> Option<Command> {
        Some(match self.text("do") {
            "rate" => Command::Rate {
                card: self.card()?,
                value: self.text("value").to_owned(),
                note: self.note("note"),
            },
            "pick" => Command::Pick {
                card: self.card()?,
                why: self.note("why"),
            },
            "unpick" => Command::Unpick(self.card()?),
            "vote" => Command::Vote {
                card: self.card()?,
                ballot: self.ballot(),
            },
            "propose" => Command::ProposeCase {
                co_owner: self.number("co_owner").map(Seat),
                title: self.text("title").to_owned(),
                sentence: self.text("sentence").to_owned(),
                urgency: self.number("urgency").unwrap_or(1),
            },
            "vote-case" => Command::VoteCase {
                case: self.number("case").map(CaseNo)?,
                votes: self.number("votes")?,
            },
            "choose-case" => Command::ChooseCase {
                way: ChoiceWay::from_word(self.text("way"))?,
                case: self.number("case").map(CaseNo),
            },
            "decide" => Command::Decide {
                option: self.text("option").to_owned(),
            },
            "review" => Command::ReviewAction {
                action: self.number("action").map(ActionNo)?,
                status: self.status()?,
                note: self.note("note"),
            },
            "take" => Command::TakeBrought(self.number("brought").map(BroughtNo)?),
            _ => return None,
        })
    }

    fn afterwards(&self) -> Option<Command> {
        Some(match self.text("do") {
            "strike" => Command::Strike(self.card()?),
            "keep" => Command::Keep(self.card()?),
            "release" => Command::Release,
            _ => return None,
        })
    }

    /// One text, or the answers of a form.
    fn body(&self) -> Body {
        let fields: BTreeMap<String, String> = self
            .fields()
            .filter_map(|(name, value)| {
                Some((name.strip_prefix("field-")?.to_owned(), value.trim().to_owned()))
            })
            .filter(|(_, value)| !value.is_empty())
            .collect();
        if fields.is_empty() {
            Body::Text(self.text("text").trim().to_owned())
        } else {
            Body::Form(fields)
        }
    }

    fn spot(&self) -> Option<Spot> {
        let column = self.text("column");
        (!column.is_empty()).then(|| Spot {
            column: column.to_owned(),
            row: self.note("row"),
            position: self.number("position"),
        })
    }

    fn ballot(&self) -> Ballot {
        Ballot {
            dots: self.number("dots").unwrap_or(1),
            answer: self.note("answer"),
            need: self.note("need"),
        }
    }

    fn status(&self) -> Option<ActionStatus> {
        match self.text("status") {
            "done" => Some(ActionStatus::Done),
            "half" => Some(ActionStatus::Half),
            "not_done" => Some(ActionStatus::NotDone),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn posted(fields: &[(&str, &str)]) -> Posted {
        let owned = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
        fields.iter().map(owned).collect()
    }

    #[test]
    fn an_entry_keeps_its_visit_so_that_a_late_text_still_finds_its_step() {
        let form = posted(&[
            ("do", "add"),
            ("key", "k"),
            ("input", "3"),
            ("visit", "7"),
            ("text", " Een vraag "),
        ]);
        let request = form.request(Seat(2)).unwrap();
        assert_eq!(
            (request.key.0.as_str(), request.actor),
            ("k", Actor::Seat(Seat(2)))
        );
        let Command::Add(entry) = request.command else {
            panic!("no entry");
        };
        assert_eq!((entry.input, entry.visit), (InputNo(3), Some(VisitNo(7))));
        assert_eq!(entry.body, Body::Text("Een vraag".to_owned()));
        assert!(form.typed_for(InputNo(3), VisitNo(7)).is_some());
        assert!(form.typed_for(InputNo(3), VisitNo(8)).is_none(), "another step");
    }

    #[test]
    fn what_no_form_sends_is_no_command() {
        for fields in [
            &[][..],
            &[("do", "open")],
            &[("do", "tick")],
            &[("do", "turn")],
            &[("do", "rate"), ("card", "-1")],
            &[("do", "choose-case"), ("way", "nicest")],
        ] {
            assert!(posted(fields).request(Seat(0)).is_none(), "{fields:?}");
        }
    }

    #[test]
    fn everything_typed_is_given_back() {
        let form = posted(&[
            ("do", "pick"),
            ("why", "omdat"),
            ("field-what", "bellen"),
            ("card", "1"),
        ]);
        assert_eq!(form.typed(), ["bellen", "omdat"]);
    }
}
