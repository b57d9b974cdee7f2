//! Measures the seam.

fn main() {}
