//! Coming in, going out, and being there.

use super::{Decided, Decision};
use crate::command::Command;
use crate::event::{Attends, Event, Newcomer, Opening};
use crate::ids::Seat;
use crate::refusal::Refusal;
use crate::state::Phase;

/// Most characters in a name.
const NAME: usize = 60;

impl Decision<'_> {
    pub(super) fn open(&self, opening: &Opening) -> Decided {
        self.house()?;
        Ok(vec![Event::Opened(Box::new(opening.clone()))])
    }

    pub(super) fn door(&self, command: &Command) -> Decided {
        match command {
            Command::Join(who) => self.join(who),
            Command::Shut => {
                self.house()?;
                if self.state.phase != Phase::Lobby {
                    return Err(Refusal::AlreadyBegun);
                }
                Ok(vec![Event::Shut {}])
            }
            Command::Leave => {
                let seat = self.seat()?;
                let present = self.state.person(seat).is_some_and(|person| person.present);
                Ok(if present {
                    self.leave_room(seat)
                } else {
                    Vec::new()
                })
            }
            Command::Bring(_) | Command::SeeOff(_) | Command::WelcomeBack(_) => self.for_others(command),
            Command::LineLost(seat) => self.line(*seat, true),
            Command::LineBack(seat) => self.line(*seat, false),
            Command::AcceptAgreements { version } => self.accept(*version),
            Command::ConfirmPresence(moment) => {
                let seat = self.here(self.seat()?)?;
                Ok(vec![Event::PresenceConfirmed {
                    seat,
                    moment: *moment,
                }])
            }
            Command::CorrectAttendance {
                seat,
                from,
                to,
                place,
            } => {
                self.leader()?;
                self.state.person(*seat).ok_or(Refusal::UnknownSeat)?;
                if to.is_some_and(|to| to < *from) {
                    return Err(Refusal::LeftBeforeArrival);
                }
                Ok(vec![Event::AttendanceCorrected {
                    seat: *seat,
                    from: *from,
                    to: *to,
                    place: *place,
                }])
            }
            _ => Err(Refusal::NotInThisStep),
        }
    }

    /// What whoever leads does at the door for somebody who cannot do it themselves.
    fn for_others(&self, command: &Command) -> Decided {
        self.leader()?;
        match command {
            Command::Bring(who) => self.seat_for(&Newcomer {
                without_device: true,
                attends: Attends::Participant,
                ..who.clone()
            }),
            Command::SeeOff(seat) => {
                let seat = self.here(*seat)?;
                if self.state.lead == Some(seat) {
                    return Err(Refusal::LeadAlready);
                }
                Ok(self.leave_room(seat))
            }
            Command::WelcomeBack(seat) => {
                let person = self.state.person(*seat).ok_or(Refusal::UnknownSeat)?;
                Ok(if person.present {
                    Vec::new()
                } else {
                    vec![Event::Returned {
                        seat: *seat,
                        place: person.place,
                    }]
                })
            }
            _ => Err(Refusal::NotInThisStep),
        }
    }

    /// Those who stay wait no longer for somebody who left.
    fn leave_room(&self, seat: Seat) -> Vec<Event> {
        let mut events = vec![Event::Left { seat }];
        events.extend(self.without(seat));
        events
    }

    /// What the others waited for somebody with who is not one of them any more.
    pub(super) fn without(&self, seat: Seat) -> Vec<Event> {
        if let (Phase::Running, Some(visit), Some(step)) =
            (self.state.phase, self.state.now_visit(), self.state.now_step())
            && !visit.ready.is_empty()
        {
            return self.shown_when_ready(visit, step, seat);
        }
        Vec::new()
    }

    /// A new seat, or the old one for somebody who comes back.
    fn join(&self, who: &Newcomer) -> Decided {
        self.house()?;
        self.seat_for(who)
    }

    fn seat_for(&self, who: &Newcomer) -> Decided {
        let length = who.name.trim().chars().count();
        if !(1..=NAME).contains(&length) {
            return Err(Refusal::BadName);
        }
        let known = self
            .state
            .people
            .iter()
            .position(|person| person.person == who.person);
        // After the end only those who were in may come back: the report is theirs.
        if known.is_none() && self.state.phase == Phase::Review {
            return Err(Refusal::Over);
        }
        if let Some(place) = known {
            return Ok(vec![Event::Returned {
                seat: Seat::at(place),
                place: who.place,
            }]);
        }
        let who = Newcomer {
            name: who.name.trim().to_owned(),
            ..who.clone()
        };
        Ok(vec![Event::Joined {
            seat: Seat::at(self.state.people.len()),
            who,
        }])
    }

    fn line(&self, seat: Seat, lost: bool) -> Decided {
        self.house()?;
        let person = self.state.person(seat).ok_or(Refusal::UnknownSeat)?;
        Ok(match (lost, person.line_lost) {
            (true, None) => vec![Event::LineLost { seat }],
            (false, Some(_)) => vec![Event::LineBack { seat }],
            _ => Vec::new(),
        })
    }

    fn accept(&self, version: u32) -> Decided {
        let seat = self.seat()?;
        match self.state.agreements {
            Some(current) if current != version => Err(Refusal::OtherAgreements { version: current }),
            _ => Ok(vec![Event::AgreementsAccepted { seat }]),
        }
    }
}
