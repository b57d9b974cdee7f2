//! Tests of the session engine: its laws, its features, its words, and what it does with bad input.

mod laws;
mod oracle;
mod performances;
mod random;
mod robust;
mod room;
mod small;
