//! Figures of a run, as they are printed.

use std::fmt;

use super::load::Times;

/// A share of a sorted list: the value below which that part of it lies.
pub(super) fn share(sorted: &[u32], part: f64) -> f64 {
    let last = sorted.len().saturating_sub(1);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "a place in a list of measured times"
    )]
    let place = (last as f64 * part).round() as usize;
    f64::from(sorted.get(place).copied().unwrap_or_default()) / 1_000.0
}

/// How many, as a number to divide by.
pub(super) fn count(many: usize) -> f64 {
    u32::try_from(many).map_or(f64::INFINITY, f64::from)
}

/// Times in milliseconds: median, the worst of a hundred, the worst.
pub(super) struct Spread(pub(super) f64, pub(super) f64, pub(super) f64);

impl Spread {
    pub(super) fn of(times: &mut [u32]) -> Self {
        times.sort_unstable();
        Self(share(times, 0.5), share(times, 0.99), share(times, 1.0))
    }
}

impl fmt::Display for Spread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(half, most, worst) = self;
        write!(f, "p50 {half:8.2} ms   p99 {most:8.2} ms   worst {worst:8.2} ms")
    }
}

/// One run, of Kring or of the bare server.
pub(super) struct Run {
    pub(super) seconds: f64,
    /// Contributions that all the others have.
    pub(super) done: usize,
    /// Contributions that somebody never got.
    pub(super) lost: usize,
    pub(super) last: Spread,
    pub(super) each: Spread,
    pub(super) stored: Spread,
    /// Seconds of processor time.
    pub(super) server_cpu: f64,
    pub(super) client_cpu: f64,
    /// Seconds of the server's processor for one contribution, in parts of the run that follow each other.
    pub(super) parts: Vec<f64>,
    /// Bytes for each contribution and stream.
    pub(super) bytes: f64,
}

impl Run {
    pub(super) fn new(times: &mut Times, seconds: f64, lost: usize) -> Self {
        Self {
            seconds,
            done: times.last.len(),
            lost,
            last: Spread::of(&mut times.last),
            each: Spread::of(&mut times.each),
            stored: Spread::of(&mut times.stored),
            server_cpu: 0.0,
            client_cpu: 0.0,
            parts: Vec::new(),
            bytes: 0.0,
        }
    }

    pub(super) fn rate(&self) -> f64 {
        count(self.done) / self.seconds
    }

    /// Processor time of the server for one contribution, in microseconds.
    pub(super) fn cost(&self) -> f64 {
        self.server_cpu * 1_000_000.0 / count(self.done.max(1))
    }
}

impl fmt::Display for Run {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "  contributions      {:8.0} /s   {} in {:.1} s, {} did not reach everybody",
            self.rate(),
            self.done,
            self.seconds,
            self.lost
        )?;
        writeln!(f, "  to the last one    {}", self.last)?;
        writeln!(f, "  to each one        {}", self.each)?;
        writeln!(f, "  stored, answered   {}", self.stored)?;
        writeln!(
            f,
            "  processor          server {:.2} cores, {:.0} µs a contribution; load {:.2} cores",
            self.server_cpu / self.seconds,
            self.cost(),
            self.client_cpu / self.seconds
        )?;
        if let [first, .., last] = self.parts.as_slice() {
            writeln!(
                f,
                "  as the log grows   {:.0} µs a contribution in the first part of the run, {:.0} in the last",
                first * 1_000_000.0,
                last * 1_000_000.0
            )?;
        }
        write!(
            f,
            "  bytes              {:.0} for each contribution and stream",
            self.bytes
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_a_value_that_was_measured() {
        let mut times: Vec<u32> = (1..=100).rev().map(|n| n * 1_000).collect();
        let Spread(half, most, worst) = Spread::of(&mut times);
        assert_eq!(
            format!("{half} {most} {worst} {}", share(&[], 0.5)),
            "51 99 100 0"
        );
    }
}
