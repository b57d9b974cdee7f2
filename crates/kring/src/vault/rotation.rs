//! Replacing the key of the installation while servers run, so that copies made before cannot be read with the key that is left.
//!
//! The order makes it safe to stop anywhere and to begin again. The new key is kept first; then the key of each record is wrapped
//! in it, a few in a transaction; only when the old key wraps nothing, and the database has said so, it leaves the file. Both keys
//! open what they wrap meanwhile. A server that does not know a key reads the file again.

use std::ops::ControlFlow;

use ::store::Db;
use anyhow::{Context as _, bail};
use jiff::Timestamp;

use super::ring::{self, Ring, Secret};
use super::{Source, Vault, Wrapped, store, wrap, wrapped_under};
use crate::clock::Ids;

/// Keys that are wrapped anew in one transaction.
const BATCH: i64 = 20;
/// How often what came meanwhile under the old key is looked for.
const ROUNDS: usize = 20;

/// What a rotation did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rotated {
    /// The name of the key that counts now.
    pub key: String,
    /// Records whose key was wrapped anew, this time.
    pub records: usize,
    /// Whether it went to its end: nothing is under another key any more.
    pub is_done: bool,
    /// Whether older keys still stand in the settings, where only a person can take them out.
    pub is_left_in_settings: bool,
}

/// A record whose texts cannot be read here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lost {
    /// Its id.
    pub record: String,
    /// The name of the key that is missing; `None` when it was never said.
    pub key: Option<String>,
}

/// A key of the installation, as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Its name.
    pub id: String,
    /// When it was first used; `None` when it never was.
    pub since: Option<Timestamp>,
    /// Records whose key it wraps.
    pub records: i64,
    /// Whether this machine has it.
    pub is_here: bool,
}

impl Vault {
    /// The keys that this machine has or the database knows, the oldest first.
    ///
    /// # Errors
    /// When the keys cannot be read or the database does not answer.
    pub async fn standing(&self, db: &Db) -> anyhow::Result<Vec<Standing>> {
        let known = db.read(store::known).await.context("looking up the keys")?;
        let ring = self.reread()?;
        let here: Vec<String> = ring.iter().flat_map(Ring::keys).map(Secret::id).collect();
        let mut standing: Vec<Standing> = known
            .into_iter()
            .map(|key| Standing {
                is_here: here.contains(&key.id),
                since: Timestamp::from_microsecond(key.since).ok(),
                records: key.records,
                id: key.id,
            })
            .collect();
        for id in here {
            if standing.iter().all(|key| key.id != id) {
                standing.push(Standing {
                    id,
                    since: None,
                    records: 0,
                    is_here: true,
                });
            }
        }
        Ok(standing)
    }

    /// Makes a key for the next rotation: in the file; or, when keys stand in the settings, as the value they must have.
    ///
    /// # Errors
    /// When the file cannot be written, or there is a new key already.
    pub fn prepare(&self, ids: &Ids) -> anyhow::Result<Option<String>> {
        let file = match &self.source {
            Source::Given(ring) => return Ok(Some(ring.clone().with(Secret::fresh(ids)?).write(","))),
            Source::File(file) => file,
        };
        let _nobody_else = ring::hold(file)?;
        let ring = self
            .reread()?
            .with_context(|| format!("{file} is not there; it is made with the first case"))?;
        if !ring.is_single() {
            bail!("{file} holds a new key already; go on with kring keys rotate");
        }
        ring::replace(file, &ring.with(Secret::fresh(ids)?))?;
        self.reread()?;
        Ok(None)
    }

    /// Puts the newest key in the place of all others; makes one first when there is none (file), and takes the others out of the
    /// file at the end. `told` hears after each transaction how many records are done, and can stop it there.
    ///
    /// # Errors
    /// When the database does not answer, the file cannot be written, or something is sealed under a key that is not here.
    pub async fn rotate(
        &self,
        db: &Db,
        (ids, now): (&Ids, Timestamp),
        mut told: impl FnMut(usize) -> ControlFlow<()>,
    ) -> anyhow::Result<Rotated> {
        let _nobody_else = match &self.source {
            Source::Given(_) => None,
            Source::File(file) => Some(ring::hold(file)?),
        };
        let ring = self.to_rotate(ids)?;
        let target = ring.newest().id();
        let now = now.as_microsecond();
        begin(db, &target, now).await?;
        let mut records = 0;
        for _ in 0..ROUNDS {
            let all = self
                .rewrap_all(db, (ring.newest(), ids), &mut records, &mut told)
                .await?;
            if all.is_break() {
                return Ok(rotated(target, records, false, false));
            }
            let this = target.clone();
            let is_alone = db.write(move |tx| store::drop_others(tx, &this, now)).await;
            if is_alone.context("dropping the old key")? {
                let is_left = self.leave_only_newest(&ring)?;
                return Ok(rotated(target, records, true, is_left));
            }
        }
        bail!(
            "a server goes on sealing under an old key: see that every server has the new one, and try again"
        )
    }

    /// The keys, with a new one when the last rotation is over.
    fn to_rotate(&self, ids: &Ids) -> anyhow::Result<Ring> {
        match (&self.source, self.reread()?) {
            (Source::Given(_), Some(ring)) if ring.is_single() => {
                bail!("the setting case_key holds one key; kring keys new prints the value with a new one")
            }
            (Source::File(file), Some(ring)) if ring.is_single() => {
                let ring = ring.with(Secret::fresh(ids)?);
                ring::replace(file, &ring)?;
                self.reread()?;
                Ok(ring)
            }
            (_, Some(ring)) => Ok(ring),
            (_, None) => bail!("{} is not there; it is made with the first case", self.place()),
        }
    }

    /// Wraps in this key what another one wraps. Something that cannot be opened stops it, because nothing may be dropped then.
    async fn rewrap_all(
        &self,
        db: &Db,
        (key, ids): (&Secret, &Ids),
        done: &mut usize,
        told: &mut impl FnMut(usize) -> ControlFlow<()>,
    ) -> anyhow::Result<ControlFlow<()>> {
        let target = key.id();
        let mut last = String::new();
        loop {
            let (from, but) = (last.clone(), target.clone());
            let some = db
                .read(move |tx| store::after(tx, &from, Some(&but), BATCH))
                .await;
            let some = some.context("looking for keys under the old one")?;
            let Some((record, _)) = some.last() else {
                return Ok(ControlFlow::Continue(()));
            };
            last.clone_from(record);
            let mut wrapped: Vec<(String, String, Wrapped)> = Vec::new();
            for (record, before) in some {
                let own = self.unwrap(&record, &before).context(
                    "a case cannot be opened, so the old key stays; kring keys forget-lost takes such cases back for good",
                )?;
                let anew = wrap(key, &record, &own.key, ids)?;
                wrapped.push((record, before, anew));
            }
            let changed = db
                .write(move |tx| {
                    wrapped.iter().try_fold(0, |sum, (record, before, anew)| {
                        Ok::<_, ::store::Error>(sum + usize::from(store::rewrap(tx, record, before, anew)?))
                    })
                })
                .await;
            *done += changed.context("wrapping keys anew")?;
            if told(*done).is_break() {
                return Ok(ControlFlow::Break(()));
            }
        }
    }

    /// Takes the older keys out of the file; answers whether they stand in the settings instead.
    fn leave_only_newest(&self, ring: &Ring) -> anyhow::Result<bool> {
        match &self.source {
            Source::Given(_) => Ok(true),
            Source::File(file) => {
                ring::replace(file, &Ring::of(ring.newest().clone()))?;
                self.reread()?;
                Ok(false)
            }
        }
    }

    /// Everything that cannot be read here, because its key of the installation is gone.
    ///
    /// # Errors
    /// When the keys cannot be read or the database does not answer.
    pub async fn lost(&self, db: &Db) -> anyhow::Result<Vec<Lost>> {
        let (mut lost, mut done) = (Vec::new(), String::new());
        self.reread()?;
        loop {
            let from = done.clone();
            let some = db.read(move |tx| store::after(tx, &from, None, BATCH * 20)).await;
            let some = some.context("looking through the keys of records")?;
            let Some((record, _)) = some.last() else {
                return Ok(lost);
            };
            done.clone_from(record);
            lost.extend(some.into_iter().filter_map(|(record, wrapped)| {
                let key = wrapped_under(&wrapped).0.map(ToOwned::to_owned);
                self.unwrap(&record, &wrapped)
                    .is_err()
                    .then_some(Lost { record, key })
            }));
        }
    }

    /// After what was lost is forgotten: nothing more is expected of keys that are not here.
    ///
    /// # Errors
    /// When the keys cannot be read or the database does not answer.
    pub async fn drop_absent(&self, db: &Db, now: Timestamp) -> anyhow::Result<()> {
        let absent: Vec<String> = self
            .standing(db)
            .await?
            .into_iter()
            .filter(|key| !key.is_here)
            .map(|key| key.id)
            .collect();
        let now = now.as_microsecond();
        db.write(move |tx| absent.iter().try_for_each(|key| store::drop_unused(tx, key, now)))
            .await
            .context("dropping keys that are not here")
    }
}

/// Writes the new key down, so that servers seal under it. A key that was dropped does not come back.
async fn begin(db: &Db, target: &str, now: i64) -> anyhow::Result<()> {
    let key = target.to_owned();
    let dropped = db
        .write(move |tx| {
            store::note(tx, &key, now)?;
            store::dropped(tx, &key)
        })
        .await
        .context("writing the new key down")?;
    if dropped.is_some() {
        bail!("the last of the keys, {target}, was replaced before: take it out, it must not be used again");
    }
    Ok(())
}

const fn rotated(key: String, records: usize, is_done: bool, is_left_in_settings: bool) -> Rotated {
    Rotated {
        key,
        records,
        is_done,
        is_left_in_settings,
    }
}
