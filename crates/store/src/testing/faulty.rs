//! A bus that loses and doubles.

use crate::{Bus, Hint};

/// A bus over another one that loses about four in ten wake-ups and doubles about three in ten, by a pattern that the
/// seed decides. Must be called inside a tokio runtime.
pub fn faulty(bus: &Bus, seed: u64) -> Bus {
    let mut listener = bus.listen();
    let faulty = Bus::local();
    let out = faulty.clone();
    drop(tokio::spawn(async move {
        let mut state = seed | 1;
        while let Some(hint) = listener.next().await {
            // Whoever is behind is told so in reality; here even that gets lost.
            let Hint::Wake(wake) = hint else { continue };
            for _ in 0..copies(&mut state) {
                out.wake(&wake.topic, wake.seq);
            }
        }
        out.close();
    }));
    faulty
}

/// How often the next wake-up arrives: not, once or twice.
fn copies(state: &mut u64) -> u32 {
    // Xorshift: small, and the same on every machine.
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    match *state % 10 {
        0..=3 => 0,
        4..=6 => 1,
        _ => 2,
    }
}
