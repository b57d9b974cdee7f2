//! Lets the robots of a rehearsal act, one thing at a time and at the pace of people, while somebody has the room open.
//!
//! What a robot does follows from the log alone, and so does the key of its command: two nodes that have the room open do nothing
//! twice.

use std::sync::Arc;
use std::time::Duration;

use session::ids::{At, ClientKey, Seat, Seq};
use session::robots::{Move, Part, is_robot, moves, onward, part};
use session::state::Phase;
use session::{Actor, Command, Language, Request, State};

use super::rules::{Pace, until};
use crate::app::App;
use crate::room::hub::{Room, lock};

/// More than robots do in one step of any method.
const MOST: usize = 600;

/// How long to wait when no robot wants anything; news come sooner.
const NOTHING: Duration = Duration::from_mins(1);

/// How the robots of a room behave.
#[derive(Clone, Copy, Debug)]
pub(in crate::room) struct Stage {
    pace: Pace,
    language: Language,
    /// How many moves were refused or changed nothing, at this place of the log.
    vain: (Seq, usize),
}

/// What is next on the stage.
enum Next {
    Act(Move),
    Wait(Duration),
}

impl Stage {
    pub(in crate::room) const fn new(pace: Pace, language: Language) -> Self {
        Self {
            pace,
            language,
            vain: (Seq(0), 0),
        }
    }

    fn passed_over(&self, state: &State) -> usize {
        let (seq, count) = self.vain;
        if seq == state.seq { count } else { 0 }
    }

    fn wish(&self, state: &State, now: At) -> Option<Move> {
        let wishes = moves(state, &robots(state), now, state.seed, self.language);
        wishes.into_iter().nth(self.passed_over(state))
    }

    /// What the robots do by themselves now.
    fn next(&self, state: &State, now: At) -> Next {
        if self.pace == Pace::Still {
            return Next::Wait(NOTHING);
        }
        let (found, pause) = match self.wish(state, now) {
            Some(wish) => {
                let pause = self.pace.pause(state.seed, state.seq.0);
                // Somebody who speaks takes longer than somebody who presses a button.
                let speaks = matches!(wish.command, Command::NextTurn);
                (Some(wish), if speaks { pause.saturating_mul(2) } else { pause })
            }
            None => (self.leads_on(state, now), self.pace.linger()),
        };
        match (found, until(state.last_at.plus(pause), now)) {
            (Some(found), None) => Next::Act(found),
            (Some(_), Some(micros)) => Next::Wait(Duration::from_micros(micros.unsigned_abs())),
            (None, _) => Next::Wait(until_zero(state, now)),
        }
    }

    /// The next step, when no person is waited for: robots never run away from people.
    fn leads_on(&self, state: &State, now: At) -> Option<Move> {
        let is_over = state.clock.ends_at.is_some_and(|end| end <= now);
        let people: Vec<Part> = people(state).map(|seat| part(state, seat, now)).collect();
        let none_open = !people.contains(&Part::Open);
        let found = onward(state, &robots(state), now)?;
        let shows = matches!(found.command, Command::Reveal(_));
        // Who only listens decides when they have heard enough, or the clock does.
        let did_something = self.pace == Pace::Quick || people.contains(&Part::Done);
        let may = is_over || state.phase != Phase::Running || (none_open && (shows || did_something));
        may.then_some(found)
    }
}

fn robots(state: &State) -> Vec<Seat> {
    let people = state.people.iter().enumerate();
    let robots = people.filter(|(_, person)| is_robot(&person.person));
    robots.map(|(n, _)| Seat::at(n)).collect()
}

fn people(state: &State) -> impl Iterator<Item = Seat> {
    let present = state.present().filter(|(_, person)| !is_robot(&person.person));
    present.map(|(seat, _)| seat)
}

fn until_zero(state: &State, now: At) -> Duration {
    let left = state.clock.ends_at.and_then(|end| until(end, now));
    left.map_or(NOTHING, |micros| Duration::from_micros(micros.unsigned_abs()))
}

impl Room {
    /// How the robots of this room behave, in a rehearsal.
    pub(super) fn stage(&self) -> Option<Stage> {
        *lock(&self.stage)
    }

    /// This room is a rehearsal.
    pub(super) fn set_stage(&self, stage: Stage) {
        *lock(&self.stage) = Some(stage);
    }

    /// This room is a rehearsal. Robots that are at it already go on where they are.
    pub(in crate::room) fn rehearses(&self, stage: Stage) {
        let before = self.stage().map_or(stage.vain, |before| before.vain);
        self.set_stage(Stage {
            vain: before,
            ..stage
        });
    }

    /// The robots get faster or slower.
    pub(super) fn change_pace(&self, pace: Pace) {
        if let Some(stage) = self.stage() {
            self.set_stage(Stage { pace, ..stage });
        }
    }

    /// Lets a robot do the next thing if its moment has come, and says how long to wait for the next moment; `None` where no
    /// robots are.
    pub(in crate::room) async fn rehearse(self: &Arc<Self>, app: &App) -> anyhow::Result<Option<Duration>> {
        let Some(stage) = self.stage() else {
            return Ok(None);
        };
        let now = At(app.clock.now().as_microsecond());
        match self.look(|state| stage.next(state, now)) {
            Next::Wait(time) => Ok(Some(time)),
            Next::Act(found) => {
                self.act(app, stage, found).await?;
                Ok(Some(Duration::ZERO))
            }
        }
    }

    /// For the impatient: the robots do their part of this step at once. If one of them leads, and `goes_on`, the next step begins.
    pub(in crate::room) async fn hurry(self: &Arc<Self>, app: &App, goes_on: bool) -> anyhow::Result<()> {
        for _ in 0..MOST {
            let Some(stage) = self.stage() else {
                return Ok(());
            };
            let now = At(app.clock.now().as_microsecond());
            let (wish, before) = self.look(|state| (stage.wish(state, now), place(state)));
            if let Some(wish) = wish {
                self.act(app, stage, wish).await?;
                continue;
            }
            let on = self.look(|state| onward(state, &robots(state), now));
            let Some(on) = on.filter(|_| goes_on) else {
                return Ok(());
            };
            let is_the_last = !matches!(on.command, Command::Reveal(_));
            self.act(app, stage, on).await?;
            if is_the_last || self.look(place) != before {
                return Ok(());
            }
        }
        Ok(())
    }

    /// A robot does something. What is refused, or changes nothing, is passed over until something else has happened.
    async fn act(self: &Arc<Self>, app: &App, mut stage: Stage, found: Move) -> anyhow::Result<()> {
        let (seq, vain) = self.look(|state| (state.seq, stage.passed_over(state)));
        let request = Request {
            key: ClientKey(format!("robot-{}-{vain}", seq.0)),
            actor: Actor::Seat(found.seat),
            command: found.command,
        };
        let answer = self.ask(app, request).await?;
        if answer.is_err() || self.look(|state| state.seq) == seq {
            stage.vain = (seq, vain + 1);
            self.set_stage(stage);
        }
        Ok(())
    }
}

/// Where the group is: its step, and how far the meeting is.
fn place(state: &State) -> (Phase, Option<session::ids::VisitNo>) {
    (state.phase, state.current)
}

#[cfg(test)]
mod tests {
    use session::event::Newcomer;
    use session::ids::SECOND;
    use session::robots::{facilitator, newcomer, opening};
    use session::{Catalogue, Plan, compile, decide};

    use super::*;

    const ME: Seat = Seat(4);

    struct Room {
        state: State,
        now: At,
        keys: u32,
    }

    impl Room {
        fn new() -> Self {
            let script = compile(&Plan::of_method("focusmethode"), &Catalogue::built_in().0).unwrap();
            let mut room = Self {
                state: State::default(),
                now: At(0),
                keys: 0,
            };
            let opening = opening(script, 7, Language::Nl, &|n| newcomer(n).person);
            let me = Newcomer {
                person: "me".to_owned(),
                name: "Me".to_owned(),
                ..Newcomer::default()
            };
            room.ask(Actor::System, Command::Open(Box::new(opening)));
            for who in [facilitator(), newcomer(0), newcomer(1), newcomer(2), me] {
                room.ask(Actor::System, Command::Join(who));
            }
            room
        }

        fn ask(&mut self, actor: Actor, command: Command) {
            self.keys += 1;
            let request = Request {
                key: ClientKey(self.keys.to_string()),
                actor,
                command,
            };
            for event in decide(&self.state, &request, self.now).unwrap() {
                self.state.apply(&event);
            }
        }

        /// Until the robots have nothing to do for this long.
        fn until_quiet_for(&mut self, stage: Stage, seconds: u64) {
            for _ in 0..500 {
                match stage.next(&self.state, self.now) {
                    Next::Act(found) => self.ask(Actor::Seat(found.seat), found.command),
                    Next::Wait(time) if time < Duration::from_secs(seconds) => {
                        self.now = self.now.plus(i64::try_from(time.as_micros()).unwrap());
                    }
                    Next::Wait(_) => return,
                }
            }
            panic!("the robots do not come to rest");
        }

        fn step(&self) -> &str {
            self.state
                .now_step()
                .map_or("", |step| step.step.title.get(Language::Nl))
        }
    }

    #[test]
    fn robots_never_run_away_from_a_person() {
        let mut room = Room::new();
        let stage = Stage::new(Pace::Calm, Language::Nl);
        room.until_quiet_for(stage, 30);
        // Whoever only listens hears the whole story, until the clock is at zero.
        assert_eq!(room.step(), "Casus toelichten");
        room.now = room.state.clock.ends_at.unwrap();
        room.until_quiet_for(stage, 30);
        assert_eq!(room.step(), "Gerichte vragen");
        assert_eq!(part(&room.state, ME, room.now), Part::Open);
        // Somebody who has written is not kept waiting.
        let wish = moves(&room.state, &[ME], room.now, 7, Language::Nl);
        for wish in wish {
            room.ask(Actor::Seat(wish.seat), wish.command);
        }
        assert_eq!(part(&room.state, ME, room.now), Part::Done);
        room.until_quiet_for(stage, 30);
        assert_eq!(room.step(), "Centrale vraag");
    }

    #[test]
    fn robots_that_stand_still_do_nothing_by_themselves() {
        let mut room = Room::new();
        room.now = At(3_600 * SECOND);
        let stage = Stage::new(Pace::Still, Language::Nl);
        assert!(matches!(stage.next(&room.state, room.now), Next::Wait(_)));
        let stage = Stage::new(Pace::Quick, Language::Nl);
        assert!(
            matches!(stage.next(&room.state, room.now), Next::Act(_)),
            "the lobby is long over"
        );
    }
}
