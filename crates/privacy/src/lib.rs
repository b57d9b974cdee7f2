//! Finds identifying information in Dutch text.
//!
//! A case may only be shared when nobody in it can be recognised. This crate will read a text and point at what
//! could give somebody away: names, dates of birth, citizen service numbers, addresses, institutions. It knows
//! nothing of the web, the database or meetings; it takes text and returns places in that text.
//!
//! The door is here so that the house has its shape; the detector itself comes with its own issue.
