//! What was sent and who has it already.

use std::cell::RefCell;
use std::rc::Rc;
use std::time::Instant;

/// A contribution under way.
struct Sent {
    at: Instant,
    writer: usize,
    /// How many of the others do not have it yet.
    open: usize,
    counts: bool,
}

/// Times in microseconds, each kind in the order in which things arrived.
#[derive(Default)]
pub(super) struct Times {
    /// From sending to the last of the others.
    pub(super) last: Vec<u32>,
    /// From sending to each of the others.
    pub(super) each: Vec<u32>,
    /// From sending to the answer that it is stored.
    pub(super) stored: Vec<u32>,
}

/// Everything that is measured in one run.
#[derive(Default)]
pub(super) struct Board {
    rooms: Vec<Vec<Sent>>,
    /// Whether everything has been done once that is only done once.
    pub(super) is_warm: bool,
    /// Whether what is sent now counts.
    pub(super) counts: bool,
    pub(super) times: Times,
    /// Bytes that came over all streams.
    pub(super) bytes: u64,
    /// Streams that have begun.
    pub(super) begun: usize,
    /// The first thing that went wrong.
    pub(super) problem: Option<String>,
}

/// One board for everybody who loads; they all live on one thread.
pub(super) type Shared = Rc<RefCell<Board>>;

impl Board {
    pub(super) fn new(rooms: usize) -> Shared {
        Rc::new(RefCell::new(Self {
            rooms: (0..rooms).map(|_| Vec::new()).collect(),
            ..Self::default()
        }))
    }

    /// Something is sent that `others` people wait for; returns its number in the room.
    pub(super) fn send(&mut self, room: usize, writer: usize, others: usize, at: Instant) -> usize {
        let counts = self.counts;
        let Some(room) = self.rooms.get_mut(room) else {
            return 0;
        };
        room.push(Sent {
            at,
            writer,
            open: others,
            counts,
        });
        room.len() - 1
    }

    /// The server says that it is stored.
    pub(super) fn stored(&mut self, room: usize, number: usize, now: Instant) {
        if let Some(sent) = self.rooms.get(room).and_then(|room| room.get(number))
            && sent.counts
        {
            self.times.stored.push(micros(sent.at, now));
        }
    }

    /// Somebody has it, for the first time.
    pub(super) fn arrived(&mut self, room: usize, number: usize, reader: usize, now: Instant) {
        let sent = self.rooms.get_mut(room).and_then(|room| room.get_mut(number));
        let Some(sent) = sent.filter(|sent| sent.writer != reader) else {
            return;
        };
        sent.open = sent.open.saturating_sub(1);
        if sent.counts {
            self.times.each.push(micros(sent.at, now));
            if sent.open == 0 {
                self.times.last.push(micros(sent.at, now));
            }
        }
    }

    /// How many contributions somebody still waits for.
    pub(super) fn open(&self) -> usize {
        self.rooms.iter().flatten().filter(|sent| sent.open > 0).count()
    }

    pub(super) fn fail(&mut self, problem: String) {
        self.problem.get_or_insert(problem);
    }
}

fn micros(from: Instant, to: Instant) -> u32 {
    u32::try_from(to.saturating_duration_since(from).as_micros()).unwrap_or(u32::MAX)
}

/// The words of a contribution with the mark by which it is known again.
pub(super) fn text(number: usize) -> String {
    format!("Wie merkt het als eerste, en wat zou jij daar dan over willen horen #{number:07}#?")
}

/// The same in a posted form.
pub(super) fn encoded(number: usize) -> String {
    text(number)
        .replace(' ', "+")
        .replace('#', "%23")
        .replace('?', "%3F")
        .replace(',', "%2C")
}

/// Finds marks in bytes that come in pieces.
#[derive(Default)]
pub(super) struct Marks {
    rest: Vec<u8>,
    seen: Vec<u64>,
}

const MARK: usize = 9;

impl Marks {
    /// Tells each mark the first time it is seen.
    pub(super) fn read(&mut self, bytes: &[u8], mut found: impl FnMut(usize)) {
        let mut fresh = |seen: &mut Vec<u64>, number: usize| {
            let (word, bit) = (number / 64, 1 << (number % 64));
            if seen.len() <= word {
                seen.resize(word + 1, 0);
            }
            if let Some(word) = seen.get_mut(word)
                && *word & bit == 0
            {
                *word |= bit;
                found(number);
            }
        };
        // A mark may lie over the seam between two pieces, or over several small ones.
        self.rest.extend(bytes.iter().take(MARK - 1));
        marks(&self.rest, |number| fresh(&mut self.seen, number));
        if bytes.len() >= MARK {
            marks(bytes, |number| fresh(&mut self.seen, number));
            self.rest.clear();
            self.rest.extend(bytes.iter().skip(bytes.len() - (MARK - 1)));
        } else {
            let over = self.rest.len().saturating_sub(MARK - 1);
            drop(self.rest.drain(..over));
        }
    }
}

fn marks(bytes: &[u8], mut found: impl FnMut(usize)) {
    let mut rest = bytes;
    while let Some(place) = rest.iter().position(|byte| *byte == b'#') {
        rest = rest.get(place..).unwrap_or_default();
        let digits = rest
            .get(1..MARK - 1)
            .filter(|_| rest.get(MARK - 1) == Some(&b'#'));
        let number = digits
            .and_then(|digits| std::str::from_utf8(digits).ok())
            .and_then(|digits| digits.parse().ok());
        if let Some(number) = number {
            found(number);
        }
        rest = rest.get(1..).unwrap_or_default();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_is_found_once_wherever_the_pieces_end() {
        let all = format!("x {} y #12# {} {}", text(7), text(8), text(7));
        for size in 1..all.len() {
            let (mut marks, mut found) = (Marks::default(), Vec::new());
            for piece in all.as_bytes().chunks(size) {
                marks.read(piece, |number| found.push(number));
            }
            assert_eq!(found, [7, 8], "in pieces of {size}");
        }
    }

    #[test]
    fn a_contribution_is_done_when_all_the_others_have_it() {
        let board = Board::new(1);
        let mut board = board.borrow_mut();
        let now = super::super::now();
        board.counts = true;
        let number = board.send(0, 1, 2, now);
        board.arrived(0, number, 1, now);
        board.arrived(0, number, 0, now);
        assert_eq!(
            (board.open(), board.times.last.len()),
            (1, 0),
            "the writer does not count"
        );
        board.arrived(0, number, 2, now);
        assert_eq!((board.open(), board.times.last.len()), (0, 1));
    }
}
