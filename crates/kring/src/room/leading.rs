//! What whoever leads does with steps, clock, people and plan, as a command.

use jiff::civil::{Date, Time};
use session::Command;
use session::compile::{PlannedBlock, added};
use session::event::{EndReason, Newcomer, Place, PlanChange, SideTalk};
use session::ids::{At, BlockNo, Seat, StepNo};
use session::{Catalogue, State};
use ui::locale::AMSTERDAM;

use crate::web::Posted;

impl Posted {
    /// A command of whoever leads. Where the form says for which visit it stood on the page, it holds for that visit only.
    pub(super) fn lead(&self) -> Option<Command> {
        let command = self
            .steps()
            .or_else(|| self.time())
            .or_else(|| self.people())
            .or_else(|| self.plan())?;
        Some(self.meant_for(command))
    }

    fn steps(&self) -> Option<Command> {
        Some(match self.text("do") {
            "begin" => Command::Begin,
            "next" => Command::Next,
            "back" => Command::Back,
            "skip" => Command::Skip {
                reason: self.note("reason"),
            },
            "go-to" => Command::GoTo(self.number("step").map(StepNo)?),
            "end" => Command::End(EndReason::Early),
            "module" => Command::ChooseModule(self.text("module").to_owned()),
            "regroup" => Command::Regroup,
            _ => return None,
        })
    }

    fn time(&self) -> Option<Command> {
        Some(match self.text("do") {
            "start" => Command::StartClock,
            "pause" => Command::Pause,
            "resume" => Command::Resume,
            "time" => Command::AddTime(self.number("seconds")?),
            "time-out" => Command::OpenSideTalk(SideTalk::TimeOut),
            "side-talk" => Command::OpenSideTalk(self.side_talk()?),
            "time-in" => Command::CloseSideTalk,
            "turn" => Command::GiveTurn(self.seat()?),
            "pass-for" => Command::PassFor(self.seat()?),
            "turn-order" => {
                let seats = self.text("seats").split(',');
                let seats: Option<Vec<Seat>> = seats.map(|seat| seat.parse().ok().map(Seat)).collect();
                Command::OrderTurns(seats?)
            }
            // Whose turn ends stands in the form, so that two who press at once pass nobody over.
            "next-turn" => self.seat().map_or(Command::NextTurn, Command::EndTurn),
            _ => return None,
        })
    }

    fn side_talk(&self) -> Option<SideTalk> {
        Some(match self.text("kind") {
            "time-out" => SideTalk::TimeOut,
            "meta" => SideTalk::Meta,
            "strategy" => SideTalk::Strategy,
            "disturbance" => SideTalk::Disturbance,
            _ => return None,
        })
    }

    fn people(&self) -> Option<Command> {
        Some(match self.text("do") {
            "take-over" => Command::TakeOver,
            "take-back" => Command::TakeBack,
            "hand-over" => Command::HandOver(self.seat()?),
            "see-off" => Command::SeeOff(self.seat()?),
            "welcome-back" => Command::WelcomeBack(self.seat()?),
            "watch" => Command::Watch {
                seat: self.seat()?,
                watches: self.text("watches") != "no",
            },
            "names" => Command::ShowNames(self.text("shown") == "yes"),
            "attendance" => Command::CorrectAttendance {
                seat: self.seat()?,
                from: self.moment("from")?,
                to: match self.text("to").trim() {
                    "" => None,
                    _ => Some(self.moment("to")?),
                },
                place: self.place(),
            },
            _ => return None,
        })
    }

    fn place(&self) -> Place {
        match self.text("place") {
            "online" => Place::Online,
            _ => Place::Room,
        }
    }

    /// A time of day on the day of the meeting.
    fn moment(&self, name: &str) -> Option<At> {
        let day: Date = self.text("day").parse().ok()?;
        let time: Time = self.text(name).trim().parse().ok()?;
        let at = day.to_datetime(time).to_zoned(AMSTERDAM.clone()).ok()?;
        Some(At(at.timestamp().as_microsecond()))
    }

    fn plan(&self) -> Option<Command> {
        Some(match self.text("do") {
            "plan" => {
                let changes: Option<Vec<PlanChange>> = self.text("set").split(',').map(change).collect();
                Command::Replan(changes?)
            }
            "reorder" => {
                let steps = self.text("steps").split(',');
                let steps: Option<Vec<StepNo>> = steps.map(|step| step.parse().ok().map(StepNo)).collect();
                Command::Reorder(steps?)
            }
            _ => return None,
        })
    }

    /// A seat for somebody without a device, under an id made for them.
    pub(super) fn brought(&self, id: String) -> Option<Command> {
        (self.text("do") == "bring").then(|| {
            Command::Bring(Newcomer {
                person: id,
                name: self.text("name").to_owned(),
                place: self.place(),
                ..Newcomer::default()
            })
        })
    }

    /// One more block, worked out against the script that runs.
    pub(super) fn added(&self, state: &State, catalogue: &Catalogue) -> Option<Command> {
        let planned = PlannedBlock {
            method: self.text("method").to_owned(),
            ..PlannedBlock::default()
        };
        let after = self.number("after").map(BlockNo)?;
        let added = (self.text("do") == "block").then(|| added(&state.script, &planned, after, catalogue))?;
        Some(Command::AddBlock(Box::new(added.ok()?)))
    }

    /// For whom an entry is typed, when not for oneself.
    pub(super) fn typed_on_behalf_of(&self) -> Option<Seat> {
        self.number("for").map(Seat)
    }
}

/// "3:240:on": step 3 takes four minutes and takes place.
fn change(text: &str) -> Option<PlanChange> {
    let mut parts = text.split(':');
    let step = StepNo(parts.next()?.parse().ok()?);
    let seconds = match parts.next()? {
        "" => None,
        seconds => Some(seconds.parse().ok()?),
    };
    let off = match parts.next()? {
        "on" => false,
        "off" => true,
        _ => return None,
    };
    parts
        .next()
        .is_none()
        .then_some(PlanChange { step, seconds, off })
}

#[cfg(test)]
mod tests {
    use session::ids::{SECOND, VisitNo};

    use super::*;

    fn posted(fields: &[(&str, &str)]) -> Posted {
        let owned = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
        fields.iter().map(owned).collect()
    }

    #[test]
    fn a_step_is_left_only_from_the_visit_the_button_stood_in() {
        let command = posted(&[("do", "next"), ("during", "4")]).lead();
        let expected = Command::During {
            visit: VisitNo(4),
            command: Box::new(Command::Next),
        };
        assert_eq!(command, Some(expected));
        assert_eq!(posted(&[("do", "next")]).lead(), Some(Command::Next));
    }

    #[test]
    fn changes_of_the_plan_are_read_or_refused_as_a_whole() {
        let read = |set: &str| posted(&[("do", "plan"), ("set", set)]).lead();
        let change = |step, seconds, off| PlanChange {
            step: StepNo(step),
            seconds,
            off,
        };
        let both = vec![change(3, Some(240), false), change(5, None, true)];
        assert_eq!(read("3:240:on,5::off"), Some(Command::Replan(both)));
        for wrong in [
            "",
            "3",
            "3:240",
            "3:240:maybe",
            "3:x:on",
            "3:240:on:4",
            "3:240:on,",
        ] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn arriving_at_half_past_two_means_half_past_two_in_amsterdam() {
        let form = [
            ("do", "attendance"),
            ("seat", "1"),
            ("day", "2026-07-01"),
            ("from", "14:30"),
            ("to", ""),
            ("place", "online"),
        ];
        let expected = Command::CorrectAttendance {
            seat: Seat(1),
            // 12:30 UTC, because of summer time.
            from: At(1_782_909_000 * SECOND),
            to: None,
            place: Place::Online,
        };
        assert_eq!(posted(&form).lead(), Some(expected));
        let mut wrong = form;
        wrong[3] = ("from", "half three");
        assert_eq!(posted(&wrong).lead(), None);
    }
}
