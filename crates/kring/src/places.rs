//! Who gets a place where there are only so many: letting in, the line of those who wait, and what happens when somebody leaves.
//! Programmes and open meetings count with the same rules.
//!
//! One law holds after every change: nobody waits while a place is free. [`settle`] sees to it; whoever changes anything about
//! places calls it in the same transaction.

use jiff::{SignedDuration, Timestamp};

/// How a place that becomes free goes to whoever waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Manner {
    /// The first in the line has it.
    Promote,
    /// It is offered to the first in the line, who has so long to take it.
    Offer(SignedDuration),
}

/// What is decided about places beforehand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Places {
    /// For how many there is room; `None` for no limit.
    pub(crate) capacity: Option<usize>,
    pub(crate) manner: Manner,
}

/// Who has a place, and who waits for one. Each by an id that its slice gives them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Queue {
    /// People who take part.
    pub(crate) members: usize,
    /// To whom a place is offered, and until when; in microseconds since 1970, UTC.
    pub(crate) offered: Vec<(String, i64)>,
    /// Who waits, the first in the line first.
    pub(crate) waiting: Vec<String>,
}

/// Something that happens to one of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// An offer was not taken in time.
    Lapse(String),
    /// Takes part from now on.
    Admit(String),
    /// Has until this moment to take the place.
    Offer(String, i64),
}

impl Queue {
    fn taken(&self) -> usize {
        self.members + self.offered.len()
    }

    /// How many places are free; `None` for no limit.
    pub(crate) fn free(&self, places: Places) -> Option<usize> {
        places
            .capacity
            .map(|capacity| capacity.saturating_sub(self.taken()))
    }

    /// Whether somebody who is let in now has a place at once, or joins the line.
    pub(crate) fn has_room(&self, places: Places) -> bool {
        self.waiting.is_empty() && self.free(places) != Some(0)
    }
}

/// What has to happen now so that nobody waits while a place is free.
pub(crate) fn settle(places: Places, queue: &Queue, now: Timestamp) -> Vec<Step> {
    let now_micros = now.as_microsecond();
    let (late, open): (Vec<_>, Vec<_>) = queue.offered.iter().partition(|(_, until)| *until <= now_micros);
    let left = Queue {
        offered: open.into_iter().cloned().collect(),
        ..queue.clone()
    };
    let lapses = late.into_iter().map(|(id, _)| Step::Lapse(id.clone()));
    let free = left.free(places).unwrap_or(usize::MAX);
    let next = left.waiting.iter().take(free).map(|id| match places.manner {
        Manner::Promote => Step::Admit(id.clone()),
        Manner::Offer(span) => {
            let until = now.checked_add(span).unwrap_or(Timestamp::MAX);
            Step::Offer(id.clone(), until.as_microsecond())
        }
    });
    lapses.chain(next).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    const DAY: SignedDuration = SignedDuration::from_hours(24);

    fn start() -> Timestamp {
        "2026-11-23T09:00:00Z".parse().unwrap()
    }

    /// A programme as the database would hold it, moved by the rules alone.
    #[derive(Clone, Debug)]
    struct Model {
        places: Places,
        queue: Queue,
        admitted: Vec<String>,
        now: Timestamp,
        made: usize,
    }

    /// What can happen. Numbers choose somebody from those it can happen to.
    #[derive(Clone, Debug)]
    enum Act {
        Admit,
        Leave(usize),
        GiveUpWaiting(usize),
        TakeOffer(usize),
        DeclineOffer(usize),
        Capacity(Option<usize>),
        Manner(bool),
        Later(i64),
    }

    fn acts() -> impl Strategy<Value = Act> {
        prop_oneof![
            6 => Just(Act::Admit),
            2 => any::<usize>().prop_map(Act::Leave),
            1 => any::<usize>().prop_map(Act::GiveUpWaiting),
            2 => any::<usize>().prop_map(Act::TakeOffer),
            1 => any::<usize>().prop_map(Act::DeclineOffer),
            1 => proptest::option::of(0_usize..6).prop_map(Act::Capacity),
            1 => any::<bool>().prop_map(Act::Manner),
            2 => (0_i64..40).prop_map(Act::Later),
        ]
    }

    fn remove<T>(list: &mut Vec<T>, which: usize) -> Option<T> {
        (!list.is_empty()).then(|| list.remove(which % list.len()))
    }

    impl Model {
        fn new() -> Self {
            Self {
                places: Places {
                    capacity: Some(2),
                    manner: Manner::Promote,
                },
                queue: Queue::default(),
                admitted: Vec::new(),
                now: start(),
                made: 0,
            }
        }

        fn act(&mut self, act: &Act) {
            match act {
                Act::Admit => {
                    self.made += 1;
                    let id = self.made.to_string();
                    if self.queue.has_room(self.places) {
                        self.take_in(id);
                    } else {
                        self.queue.waiting.push(id);
                    }
                }
                Act::Leave(which) => {
                    if remove(&mut self.admitted, *which).is_some() {
                        self.queue.members -= 1;
                    }
                }
                Act::GiveUpWaiting(which) => drop(remove(&mut self.queue.waiting, *which)),
                Act::DeclineOffer(which) => drop(remove(&mut self.queue.offered, *which)),
                Act::TakeOffer(which) => {
                    if let Some((id, _)) = remove(&mut self.queue.offered, *which) {
                        self.take_in(id);
                    }
                }
                Act::Capacity(capacity) => self.places.capacity = *capacity,
                Act::Manner(offers) => {
                    self.places.manner = if *offers {
                        Manner::Offer(DAY)
                    } else {
                        Manner::Promote
                    };
                }
                Act::Later(hours) => self.now += SignedDuration::from_hours(*hours),
            }
        }

        fn take_in(&mut self, id: String) {
            self.queue.members += 1;
            self.admitted.push(id);
        }

        fn settle(&mut self) -> Vec<Step> {
            let steps = settle(self.places, &self.queue, self.now);
            for step in &steps {
                match step {
                    Step::Lapse(id) => self.queue.offered.retain(|(offered, _)| offered != id),
                    Step::Admit(id) => {
                        self.queue.waiting.retain(|waiting| waiting != id);
                        self.take_in(id.clone());
                    }
                    Step::Offer(id, until) => {
                        self.queue.waiting.retain(|waiting| waiting != id);
                        self.queue.offered.push((id.clone(), *until));
                    }
                }
            }
            steps
        }
    }

    proptest! {
        #[test]
        fn a_free_place_and_somebody_who_waits_never_coexist(acts in proptest::collection::vec(acts(), 1..60)) {
            let mut model = Model::new();
            for act in &acts {
                model.act(act);
                let (before, line) = (model.queue.taken(), model.queue.waiting.clone());
                let steps = model.settle();
                let free = model.queue.free(model.places);
                prop_assert!(free == Some(0) || model.queue.waiting.is_empty(), "{free:?} {:?}", model.queue);
                // Nobody is let in beyond what there is room for; whoever was in stays when there is less room.
                let room = model.places.capacity.unwrap_or(usize::MAX);
                prop_assert!(model.queue.taken() <= room.max(before), "{:?}", model.queue);
                // Whoever waits longest comes first.
                let moved = steps.iter().filter_map(|step| match step {
                    Step::Admit(id) | Step::Offer(id, _) => Some(id),
                    Step::Lapse(_) => None,
                });
                let moved: Vec<&String> = moved.collect();
                prop_assert!(line.iter().take(moved.len()).eq(moved.iter().copied()), "{line:?} {moved:?}");
                // Nobody is in two places, and settling twice changes nothing.
                let offered = model.queue.offered.iter().map(|(id, _)| id);
                let all: Vec<&String> = model.admitted.iter().chain(offered).chain(&model.queue.waiting).collect();
                let once: BTreeSet<&String> = all.iter().copied().collect();
                prop_assert_eq!(all.len(), once.len());
                prop_assert!(model.clone().settle().is_empty());
            }
        }
    }

    #[test]
    fn an_offer_that_nobody_takes_goes_to_the_next() {
        let places = Places {
            capacity: Some(1),
            manner: Manner::Offer(DAY),
        };
        let waiting = |ids: &[&str]| ids.iter().map(ToString::to_string).collect();
        let queue = Queue {
            members: 0,
            offered: vec![("a".to_owned(), start().as_microsecond())],
            waiting: waiting(&["b", "c"]),
        };
        let until = (start() + DAY).as_microsecond();
        let steps = settle(places, &queue, start());
        assert_eq!(
            steps,
            [Step::Lapse("a".to_owned()), Step::Offer("b".to_owned(), until)]
        );
        let early = settle(places, &queue, start() - SignedDuration::from_secs(1));
        assert_eq!(early, []);
    }

    #[test]
    fn whoever_is_admitted_stands_behind_those_who_wait() {
        let places = Places {
            capacity: Some(5),
            manner: Manner::Promote,
        };
        let queue = Queue {
            members: 5,
            offered: Vec::new(),
            waiting: vec!["a".to_owned()],
        };
        assert!(!queue.has_room(places));
        assert!(
            !Queue {
                members: 4,
                ..queue.clone()
            }
            .has_room(places),
            "somebody was first"
        );
        assert!(
            Queue {
                members: 4,
                waiting: Vec::new(),
                ..queue
            }
            .has_room(places)
        );
    }
}
