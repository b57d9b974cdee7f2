# Shorthands; `just` lists them. Nothing here that cannot be typed by hand, and ./check needs none of it.

# List these recipes.
default:
    @just --list --unsorted

# Everything that must hold before a change lands.
check:
    ./check

# The demo in a browser: builds, and prints the address.
demo:
    cargo run --release -- demo

# The demo, built fast instead of running fast.
dev:
    cargo run -- demo

# Tests without a browser, on SQLite and PostgreSQL; one crate or everything.
test *crate:
    cargo test {{ if crate == "" { "--workspace" } else { "--package " + crate } }}

# What people do, in a real browser; see docs/journeys.md.
journeys *filter:
    cargo test --package kring --test journeys -- {{ filter }}

# Pictures of every page, or of those with this in their name, into screenshots/.
pictures *name:
    cargo test --package kring --test journeys -- --pictures {{ name }}

# Put the code in its one format.
fmt:
    cargo fmt

# What the compiler and clippy have to say.
lint:
    cargo clippy --workspace --all-targets -- -D warnings

# Licences, sources and doubles of what we build from.
deny:
    cargo deny check licenses bans sources

# Known weaknesses in what we build from; fetches the RustSec list.
advisories:
    cargo deny check advisories

# Measure; docs/performance.md tells what to expect.
bench *crate:
    cargo bench {{ if crate == "" { "--workspace" } else { "--package " + crate } }}
