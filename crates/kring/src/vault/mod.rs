//! Texts that nobody reads who only has the database: each record has a key of its own, and these keys are wrapped in a key of the
//! installation, which stands outside the database.
//!
//! XChaCha20-Poly1305 throughout: its nonces are long enough to draw them at random for ever. What is sealed is bound to its record and
//! its column, so a text that was moved to another place does not open. Forgetting the key of a record makes its texts unreadable
//! in every copy that does not hold that key; replacing the key of the installation (`rotation`) makes them so in every copy.

mod ring;
mod rotation;
pub(crate) mod store;

use std::fmt;
use std::sync::{Arc, PoisonError, RwLock};

use anyhow::{Context as _, anyhow};
use camino::Utf8PathBuf;
use chacha20poly1305::aead::{Aead as _, KeyInit as _, Payload};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};
use data_encoding::{HEXLOWER, HEXLOWER_PERMISSIVE};

use crate::clock::Ids;
use crate::config::Config;
pub(crate) use ring::is_key;
use ring::{Ring, Secret};
pub use rotation::{Lost, Rotated, Standing};

/// Bytes of a nonce.
const NONCE: usize = 24;
/// What stands before everything sealed: a later way of sealing gets another number.
const FORM: &str = "1:";
/// Between the name of a key of the installation and what it wraps. Keys from before there was more than one have no name.
const UNDER: char = '@';
/// The name of the key file in the data folder.
const FILE: &str = "case.key";

/// The keys of the installation, read when they are first needed, and again when one is missing.
#[derive(Clone)]
pub struct Vault {
    source: Source,
    ring: Arc<RwLock<Option<Ring>>>,
}

#[derive(Clone)]
enum Source {
    /// From the settings.
    Given(Ring),
    /// From a file, which is made when it is not there.
    File(Utf8PathBuf),
}

impl fmt::Debug for Vault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Vault(..)")
    }
}

/// The key of a record as the database keeps it.
#[derive(Clone, Debug)]
pub(crate) struct Wrapped {
    /// The name of the key of the installation it is wrapped in.
    pub(crate) key: String,
    /// The wrapped key.
    text: String,
}

impl Vault {
    /// The keys that the settings name, or those in the data folder.
    pub(crate) fn of(config: &Config) -> Self {
        let given = config.case_key.as_deref().and_then(Ring::read);
        Self {
            source: given.map_or_else(|| Source::File(config.data.join(FILE)), Source::Given),
            ring: Arc::default(),
        }
    }

    /// Where the keys stand, in words.
    fn place(&self) -> String {
        match &self.source {
            Source::Given(_) => "the setting case_key".to_owned(),
            Source::File(file) => format!("the file {file}"),
        }
    }

    /// The keys as they were read before; `None` when they never were.
    fn remembered(&self) -> Option<Ring> {
        self.ring.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The keys as they are now; `None` when there is no file yet.
    fn reread(&self) -> anyhow::Result<Option<Ring>> {
        let ring = match &self.source {
            Source::Given(ring) => Some(ring.clone()),
            Source::File(file) => ring::of_file(file)?,
        };
        self.ring
            .write()
            .unwrap_or_else(PoisonError::into_inner)
            .clone_from(&ring);
        Ok(ring)
    }

    /// What somebody finds among the keys; they are read again before it is not there.
    fn find<T>(&self, look: impl Fn(&Ring) -> Option<T>) -> anyhow::Result<Option<T>> {
        if let Some(found) = self.remembered().as_ref().and_then(&look) {
            return Ok(Some(found));
        }
        Ok(self.reread()?.as_ref().and_then(look))
    }

    /// A new key for a record, and the form in which the database keeps it; `live` are the keys under which may be sealed
    /// ([`store::live`]).
    ///
    /// # Errors
    /// When this machine has none of them, or the system gives no randomness.
    pub(crate) fn fresh(
        &self,
        record: &str,
        live: &[String],
        ids: &Ids,
    ) -> anyhow::Result<(RecordKey, Wrapped)> {
        let under = if live.is_empty() {
            self.first(ids)?
        } else {
            self.find(|ring| ring.newest_of(live).cloned())?.with_context(|| {
                format!(
                    "cases are sealed under the case key {}, and that is not in {}: copy it from where this installation has it",
                    live.join(", "),
                    self.place()
                )
            })?
        };
        let own = Secret::fresh(ids)?;
        let wrapped = wrap(&under, record, &own, ids)?;
        let key = RecordKey {
            record: record.to_owned(),
            key: own,
        };
        Ok((key, wrapped))
    }

    /// The key with which an installation begins.
    fn first(&self, ids: &Ids) -> anyhow::Result<Secret> {
        if let Some(key) = self.find(|ring| Some(ring.newest().clone()))? {
            return Ok(key);
        }
        match &self.source {
            Source::Given(ring) => Ok(ring.newest().clone()),
            Source::File(file) => Ok(ring::make(file, ids)?.newest().clone()),
        }
    }

    /// The key of a record, from what the database keeps.
    ///
    /// # Errors
    /// When it was wrapped under a key of the installation that is not here, or belongs to another record.
    pub(crate) fn unwrap(&self, record: &str, wrapped: &str) -> anyhow::Result<RecordKey> {
        let (id, sealed) = wrapped_under(wrapped);
        let own = match id {
            Some(id) => {
                let key = self.find(|ring| ring.get(id).cloned())?;
                let key = key.with_context(|| self.missing(Some(id)))?;
                open(&key, sealed, &wrapping(record))?
            }
            // Which one it was is not said, so each is tried.
            None => self
                .find(|ring| {
                    ring.keys()
                        .find_map(|key| open(key, sealed, &wrapping(record)).ok())
                })?
                .with_context(|| self.missing(None))?,
        };
        let key = own
            .try_into()
            .map_err(|_bytes| anyhow!("a key of another length"))?;
        Ok(RecordKey {
            record: record.to_owned(),
            key: Secret(key),
        })
    }

    /// What to say of a key that is not here.
    fn missing(&self, id: Option<&str>) -> String {
        let place = self.place();
        let id = id.unwrap_or("of this installation");
        format!(
            "this was sealed under the case key {id}, and that is not in {place}: put it back, or restore a backup that belongs to the keys you have"
        )
    }
}

/// The name of the key of the installation, if it is said, and what it wraps.
fn wrapped_under(wrapped: &str) -> (Option<&str>, &str) {
    match wrapped.split_once(UNDER) {
        Some((id, sealed)) => (Some(id), sealed),
        None => (None, wrapped),
    }
}

fn wrap(under: &Secret, record: &str, own: &Secret, ids: &Ids) -> anyhow::Result<Wrapped> {
    let (key, sealed) = (under.id(), seal(under, &own.0, &wrapping(record), ids)?);
    Ok(Wrapped {
        text: format!("{key}{UNDER}{sealed}"),
        key,
    })
}

/// The key of one record.
pub(crate) struct RecordKey {
    record: String,
    key: Secret,
}

impl RecordKey {
    /// A text, sealed for one column of this record.
    ///
    /// # Errors
    /// When the system gives no randomness.
    pub(crate) fn seal(&self, column: &str, text: &str, ids: &Ids) -> anyhow::Result<String> {
        seal(&self.key, text.as_bytes(), &self.place(column), ids)
    }

    /// What was sealed for that column.
    ///
    /// # Errors
    /// When it was sealed for another record or column, or was changed.
    pub(crate) fn open(&self, column: &str, sealed: &str) -> anyhow::Result<String> {
        let bytes = open(&self.key, sealed, &self.place(column)).context("opening a sealed text")?;
        String::from_utf8(bytes).context("a sealed text that is no text")
    }

    fn place(&self, column: &str) -> String {
        format!("{}/{column}", self.record)
    }
}

fn wrapping(record: &str) -> String {
    format!("{record}/key")
}

fn seal(key: &Secret, plain: &[u8], place: &str, ids: &Ids) -> anyhow::Result<String> {
    let nonce: [u8; NONCE] = ids.secret().context("asking the system for randomness")?;
    let payload = Payload {
        msg: plain,
        aad: place.as_bytes(),
    };
    let sealed = XChaCha20Poly1305::new(&Key::from(key.0))
        .encrypt(&XNonce::from(nonce), payload)
        .map_err(|_unsaid| anyhow!("a text too long to seal"))?;
    let all: Vec<u8> = nonce.into_iter().chain(sealed).collect();
    Ok(format!("{FORM}{}", hex(&all)))
}

fn open(key: &Secret, sealed: &str, place: &str) -> anyhow::Result<Vec<u8>> {
    let bytes = sealed
        .strip_prefix(FORM)
        .and_then(unhex)
        .context("sealed in a form this version does not know")?;
    let (nonce, rest) = bytes
        .split_first_chunk::<NONCE>()
        .context("sealed, and cut off")?;
    let payload = Payload {
        msg: rest,
        aad: place.as_bytes(),
    };
    XChaCha20Poly1305::new(&Key::from(key.0))
        .decrypt(&XNonce::from(*nonce), payload)
        .map_err(|_unsaid| anyhow!("it was sealed under another key or for another place, or was changed"))
}

fn hex(bytes: &[u8]) -> String {
    HEXLOWER.encode(bytes)
}

fn unhex(text: &str) -> Option<Vec<u8>> {
    HEXLOWER_PERMISSIVE.decode(text.as_bytes()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn vault(keys: &str) -> Vault {
        let keys: Vec<String> = keys.chars().map(|key| key.to_string().repeat(64)).collect();
        Vault {
            source: Source::Given(Ring::read(&keys.join(" ")).unwrap()),
            ring: Arc::default(),
        }
    }

    fn fresh(vault: &Vault, record: &str) -> (RecordKey, Wrapped) {
        vault.fresh(record, &[], &Ids::Random).unwrap()
    }

    #[test]
    fn a_text_opens_in_its_own_place_only() {
        let ids = Ids::Random;
        let (key, wrapped) = fresh(&vault("a"), "r1");
        let sealed = key.seal("own", "Mevrouw belt elke dag", &ids).unwrap();
        assert!(!sealed.contains("Mevrouw"));
        assert_ne!(sealed, key.seal("own", "Mevrouw belt elke dag", &ids).unwrap());
        let again = vault("a").unwrap("r1", &wrapped.text).unwrap();
        assert_eq!(again.open("own", &sealed).unwrap(), "Mevrouw belt elke dag");
        assert!(again.open("shared", &sealed).is_err(), "another column");
        let (other, _) = fresh(&vault("a"), "r2");
        assert!(other.open("own", &sealed).is_err(), "another record");
        let mut changed = sealed.clone();
        let last = if changed.pop() == Some('0') { '1' } else { '0' };
        changed.push(last);
        assert!(again.open("own", &changed).is_err(), "changed");
    }

    #[test]
    fn a_key_opens_under_its_own_installation_and_record_only() {
        let (_, wrapped) = fresh(&vault("a"), "r1");
        for wrong in ["b", "bc"] {
            let said = vault(wrong)
                .unwrap("r1", &wrapped.text)
                .err()
                .unwrap()
                .to_string();
            assert!(
                said.contains(&wrapped.key) && said.contains("setting case_key"),
                "{said}"
            );
        }
        assert!(vault("a").unwrap("r2", &wrapped.text).is_err());
        assert!(vault("a").unwrap("r1", "2:00").is_err());
        assert!(vault("ba").unwrap("r1", &wrapped.text).is_ok(), "among others");
    }

    #[test]
    fn a_key_from_before_keys_had_names_still_opens() {
        let (key, wrapped) = fresh(&vault("a"), "r1");
        let (_, nameless) = wrapped_under(&wrapped.text);
        assert!(nameless.starts_with(FORM));
        for keys in ["a", "ab", "ba"] {
            assert_eq!(
                vault(keys).unwrap("r1", nameless).unwrap().key.0,
                key.key.0,
                "{keys}"
            );
        }
        assert!(vault("b").unwrap("r1", nameless).is_err());
    }

    #[test]
    fn what_is_new_is_sealed_under_the_newest_key_that_counts() {
        let ids = Ids::Random;
        let id = |key: &str| vault(key).reread().unwrap().unwrap().newest().id();
        let under = |live: &[String]| {
            vault("abc")
                .fresh("r1", live, &ids)
                .map(|(_, wrapped)| wrapped.key)
        };
        assert_eq!(under(&[]).unwrap(), id("c"));
        assert_eq!(under(&[id("a")]).unwrap(), id("a"));
        assert_eq!(under(&[id("b"), id("a")]).unwrap(), id("b"));
        let said = under(&[id("d")]).unwrap_err().to_string();
        assert!(said.contains(&id("d")), "{said}");
    }

    #[test]
    fn a_file_that_is_missing_is_made_for_a_first_text_and_never_to_read_one() {
        let folder = tempfile::tempdir().unwrap();
        let file = camino::Utf8Path::from_path(folder.path()).unwrap().join(FILE);
        let new = || Vault {
            source: Source::File(file.clone()),
            ring: Arc::default(),
        };
        assert!(new().unwrap("r1", "0011@1:00").is_err());
        assert!(new().fresh("r1", &["0011".to_owned()], &Ids::Random).is_err());
        assert!(!file.exists());
        let (_, wrapped) = fresh(&new(), "r1");
        assert!(new().unwrap("r1", &wrapped.text).is_ok());
    }
}
