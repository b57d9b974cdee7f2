//! The seam against the real engines. PostgreSQL and NATS must run; a test that cannot reach them fails.

#[cfg(test)]
mod backup;
#[cfg(test)]
mod broken;
#[cfg(test)]
mod bus;
#[cfg(test)]
mod doctor;
#[cfg(test)]
mod ground;
#[cfg(test)]
mod group_commit;
#[cfg(test)]
mod migrations;
#[cfg(test)]
mod postgresql;
#[cfg(test)]
mod proxy;
#[cfg(test)]
mod rules;
#[cfg(test)]
mod statements;
#[cfg(test)]
mod transactions;
