//! Composes groups and proposes dates.
//!
//! Given people, wishes and hard rules (never the same employer, at most eight, at least two of a profession) this
//! crate will propose a composition with a reason for every placement and a seed, so that it can be shown, undone
//! and repeated. Pairs inside a meeting are made by the session engine, which needs them while it decides.
//!
//! The door is here so that the house has its shape; the solver itself comes with its own issue.
