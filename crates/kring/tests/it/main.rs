//! Tests of the application as a whole, without a browser: called in process where that will do, as a program where it is about one.

#[cfg(test)]
mod absence;
#[cfg(test)]
mod access;
#[cfg(test)]
mod agreements;
#[cfg(test)]
mod architecture;
#[cfg(test)]
mod auth;
#[cfg(test)]
mod bottlenecks;
#[cfg(test)]
mod briefs;
#[cfg(test)]
mod browser;
#[cfg(test)]
mod calendar;
#[cfg(test)]
mod cli;
#[cfg(test)]
mod codes;
#[cfg(test)]
mod community;
#[cfg(test)]
mod cost;
#[cfg(test)]
mod demo;
#[cfg(test)]
mod devices;
#[cfg(test)]
mod docs;
#[cfg(test)]
mod enrolment;
#[cfg(test)]
mod errors;
#[cfg(test)]
mod headers;
#[cfg(test)]
mod keys;
#[cfg(test)]
mod language;
#[cfg(test)]
mod library;
#[cfg(test)]
mod mailings;
#[cfg(test)]
mod methods;
#[cfg(test)]
mod openings;
#[cfg(test)]
mod packs;
#[cfg(test)]
mod pages;
#[cfg(test)]
mod papers;
#[cfg(test)]
mod placing;
#[cfg(test)]
mod polls;
#[cfg(test)]
mod post;
#[cfg(test)]
mod process;
#[cfg(test)]
mod profile;
#[cfg(test)]
mod programmes;
#[cfg(test)]
mod reports;
#[cfg(test)]
mod room;
#[cfg(test)]
mod rota;
#[cfg(test)]
mod scan;
#[cfg(test)]
mod server;
#[cfg(test)]
mod site;
#[cfg(test)]
mod smtp;
#[cfg(test)]
mod speakers;
#[cfg(test)]
mod sponsors;
#[cfg(test)]
mod statements;
#[cfg(test)]
mod together;
#[cfg(test)]
mod topics;
#[cfg(test)]
mod trail;
#[cfg(test)]
mod transfer;
#[cfg(test)]
mod wire;
#[cfg(test)]
mod words;
