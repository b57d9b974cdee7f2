//! Tests of the application as a whole, called in process: no port, no browser, no waiting.

mod architecture;
mod docs;
mod errors;
mod headers;
mod language;
mod methods;
mod pages;
mod site;
mod words;
