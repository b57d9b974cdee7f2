//! Kring: peer consultation for care professionals.

fn main() {}
