//! What owners of treated cases share outside their group, and who finds it.

mod finding;
mod looking_back;
mod sharing;
mod stage;
