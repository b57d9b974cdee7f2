//! Integration tests of the index.

#[cfg(test)]
mod cases;
#[cfg(test)]
mod labelled;
#[cfg(test)]
mod laws;
#[cfg(test)]
mod order;
