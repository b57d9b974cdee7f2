//! Tests of the application as a whole, called in process: no port, no browser, no waiting.

mod access;
mod architecture;
mod auth;
mod cli;
mod demo;
mod docs;
mod errors;
mod headers;
mod language;
mod methods;
mod pages;
mod site;
mod statements;
mod words;
