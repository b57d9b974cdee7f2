//! A bus that loses, doubles and mixes up.

use std::iter;

use crate::{Bus, Hint};

/// A bus over another one that loses about three in ten wake-ups, doubles three, and brings two in ten after one that was sent
/// later, by a pattern that the seed decides. Must be called inside a tokio runtime.
pub fn faulty(bus: &Bus, seed: u64) -> Bus {
    let mut listener = bus.listen();
    let faulty = Bus::local();
    let out = faulty.clone();
    drop(tokio::spawn(async move {
        let mut state = seed | 1;
        let mut late = None;
        while let Some(hint) = listener.next().await {
            // Whoever is behind is told so in reality; here even that gets lost.
            let Hint::Wake(wake) = hint else { continue };
            match arrives(&mut state) {
                Arrives::Never => {}
                Arrives::Late => late = Some(wake),
                Arrives::Times(times) => {
                    let all = iter::repeat_n(wake, times).chain(late.take());
                    all.for_each(|wake| out.wake(&wake.topic, wake.seq));
                }
            }
        }
        out.close();
    }));
    faulty
}

/// What becomes of a wake-up.
enum Arrives {
    Never,
    Late,
    Times(usize),
}

fn arrives(state: &mut u64) -> Arrives {
    // Xorshift: small, and the same on every machine.
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    match *state % 10 {
        0..=2 => Arrives::Never,
        3..=4 => Arrives::Times(1),
        5..=7 => Arrives::Times(2),
        _ => Arrives::Late,
    }
}
