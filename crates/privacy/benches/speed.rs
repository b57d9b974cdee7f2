//! How fast texts are searched: `cargo bench -p privacy`.
//!
//! Prints megabytes a second of processor time, over the invented cases of the tests again and again, one case at a time as the
//! application does, and how long the very first search takes.

#[path = "../tests/it/invented.rs"]
#[expect(dead_code, reason = "the texts are enough here")]
mod invented;

use std::time::Duration;

const ROUNDS: usize = 100;

#[expect(clippy::print_stdout, reason = "figures for whoever runs it")]
fn main() {
    let cases = invented::cases();
    let from = processor_time();
    let first = privacy::find("Mevrouw Jansen belt.").len();
    let cold = processor_time().saturating_sub(from);
    println!("first search ({first} finding): {} µs", cold.as_micros());
    let small: Vec<String> = cases.iter().map(|case| case.text.to_lowercase()).collect();
    let usual: Vec<String> = cases.into_iter().map(|case| case.text).collect();
    measure("as written", &usual, ROUNDS);
    measure("without capitals", &small, ROUNDS);
    measure("one long text", &[usual.join("\n").repeat(16)], ROUNDS / 16);
}

#[expect(clippy::print_stdout, reason = "figures for whoever runs it")]
fn measure(name: &str, texts: &[String], rounds: usize) {
    let (mut bytes, mut found) = (0, 0);
    let from = processor_time();
    for _ in 0..rounds {
        for text in texts {
            bytes += text.len();
            found += std::hint::black_box(privacy::find(text)).len();
        }
    }
    let took = processor_time().saturating_sub(from);
    // Bytes in a microsecond are megabytes in a second.
    let speed = u128::try_from(bytes).unwrap_or_default() * 10 / took.as_micros().max(1);
    println!(
        "{name}: {}.{} MB/s ({found} findings in {bytes} bytes)",
        speed / 10,
        speed % 10
    );
}

/// What this process has used; a busy machine does not count.
fn processor_time() -> Duration {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ProcessCPUTime);
    Duration::new(
        u64::try_from(time.tv_sec).unwrap_or_default(),
        u32::try_from(time.tv_nsec).unwrap_or_default(),
    )
}
