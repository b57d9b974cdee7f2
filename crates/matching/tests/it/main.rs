//! The laws of composing groups.

#[cfg(test)]
mod invented;
#[cfg(test)]
mod laws;
#[cfg(test)]
mod naive;
#[cfg(test)]
mod stories;
