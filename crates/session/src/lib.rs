//! Methods of peer consultation as data, and the engine that runs them.
