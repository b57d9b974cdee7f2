//! Tests of the session engine: its laws, its features, its words, and what it does with bad input.

mod checking;
mod compiling;
mod features;
mod laws;
mod mutations;
mod oracle;
mod pairing;
mod performances;
mod random;
mod refusals;
mod robust;
mod room;
mod small;
mod stored;
