//! Tests of the session engine: its laws, its features, its words, and what it does with bad input.

#[cfg(test)]
mod checking;
#[cfg(test)]
mod compiling;
#[cfg(test)]
mod features;
#[cfg(test)]
mod group_time;
#[cfg(test)]
mod laws;
#[cfg(test)]
mod leading;
#[cfg(test)]
mod matrix;
#[cfg(test)]
mod mutations;
#[cfg(test)]
mod notes;
#[cfg(test)]
mod oracle;
#[cfg(test)]
mod pairing;
#[cfg(test)]
mod performances;
#[cfg(test)]
mod random;
#[cfg(test)]
mod refusals;
#[cfg(test)]
mod rehearsing;
#[cfg(test)]
mod releasing;
#[cfg(test)]
mod robust;
#[cfg(test)]
mod room;
#[cfg(test)]
mod small;
#[cfg(test)]
mod stored;
#[cfg(test)]
mod surveys;
#[cfg(test)]
mod touched;
#[cfg(test)]
mod turns;
#[cfg(test)]
mod watching;
