//! The crate as others use it.

mod invented;
mod laws;
mod quality;
mod stories;
