//! Kring: peer consultation for care professionals, from invitation to certificate.
//!
//! The application is made of slices, a folder each; `ARCHITECTURE.md` lists them and which may use which. Beside them
//! stand the parts every slice needs: [`app`] (what a handler can reach, the router), `web` (extractors, security headers,
//! assets, error pages), [`cli`], [`config`], [`clock`], `error` and `telemetry`.

mod absence;
mod agreements;
pub mod app;
mod auth;
mod bottlenecks;
mod briefs;
mod calendar;
mod cases;
pub mod cli;
pub mod clock;
mod community;
pub mod config;
pub mod demo;
mod enrolment;
mod error;
mod evaluations;
mod groups;
mod guests;
mod id;
mod ideas;
mod library;
mod mailings;
mod meetings;
mod methods;
mod openings;
mod packs;
mod papers;
mod people;
mod places;
mod placing;
mod plans;
mod polls;
pub mod post;
mod privacy;
mod profile;
mod programmes;
mod reports;
mod room;
mod rota;
mod speakers;
mod sponsors;
mod telemetry;
mod topics;
mod transfer;
mod vault;
mod web;
mod words;
