//! A queue between callers and database threads.

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

/// Work in order of arrival, for one or more threads. After [`close`](Self::close) nothing is accepted, and what was
/// accepted is still handed out.
pub(crate) struct Queue<T> {
    state: Mutex<State<T>>,
    arrival: Condvar,
}

struct State<T> {
    waiting: VecDeque<T>,
    closed: bool,
}

impl<T> Queue<T> {
    pub(crate) fn new() -> Self {
        let state = State {
            waiting: VecDeque::new(),
            closed: false,
        };
        Self {
            state: Mutex::new(state),
            arrival: Condvar::new(),
        }
    }

    /// Adds work, or gives it back when the queue is closed.
    pub(crate) fn push(&self, work: T) -> Result<(), T> {
        let mut state = self.lock();
        if state.closed {
            return Err(work);
        }
        state.waiting.push_back(work);
        drop(state);
        self.arrival.notify_one();
        Ok(())
    }

    /// Waits for work and takes all that is waiting, at most `most`. `None` when closed and empty.
    pub(crate) fn take(&self, most: usize) -> Option<Vec<T>> {
        let mut state = self.lock();
        while state.waiting.is_empty() {
            if state.closed {
                return None;
            }
            state = self.arrival.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
        let count = most.min(state.waiting.len());
        Some(state.waiting.drain(..count).collect())
    }

    /// Waits for one piece of work. `None` when closed and empty.
    pub(crate) fn pop(&self) -> Option<T> {
        let mut state = self.lock();
        loop {
            if let Some(work) = state.waiting.pop_front() {
                return Some(work);
            }
            if state.closed {
                return None;
            }
            state = self.arrival.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
    }

    pub(crate) fn close(&self) {
        self.lock().closed = true;
        self.arrival.notify_all();
    }

    /// No code of a caller runs under this lock, so a poisoned lock still guards a sound queue.
    fn lock(&self) -> MutexGuard<'_, State<T>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::thread;

    use super::*;

    #[test]
    fn everything_accepted_is_handed_out_once_also_after_closing() {
        let queue = Arc::new(Queue::new());
        let workers: Vec<_> = (0..4)
            .map(|_| {
                let queue = Arc::clone(&queue);
                thread::spawn(move || std::iter::from_fn(|| queue.pop()).collect::<Vec<_>>())
            })
            .collect();
        for number in 0..10_000 {
            assert_eq!(queue.push(number), Ok(()));
        }
        queue.close();
        assert_eq!(queue.push(10_000), Err(10_000));
        let mut seen: Vec<i32> = workers
            .into_iter()
            .flat_map(|worker| worker.join().unwrap())
            .collect();
        seen.sort_unstable();
        assert_eq!(seen, (0..10_000).collect::<Vec<_>>());
    }

    #[test]
    fn a_group_is_no_larger_than_asked_and_in_order() {
        let queue = Queue::new();
        for number in 0..5 {
            queue.push(number).unwrap();
        }
        queue.close();
        assert_eq!(queue.take(3), Some(vec![0, 1, 2]));
        assert_eq!(queue.take(3), Some(vec![3, 4]));
        assert_eq!(queue.take(3), None);
    }
}
