//! Texts that nobody reads who only has the database: each record has a key of its own, and these keys are wrapped in the key of the
//! installation, which stands outside the database.
//!
//! XChaCha20-Poly1305 throughout: its nonces are long enough to draw them at random for ever. What is sealed is bound to its record and
//! its column, so a text that was moved to another place does not open. Forgetting the key of a record makes its texts unreadable
//! in every copy that does not hold that key.

use std::fmt;
use std::io::{ErrorKind, Write as _};
use std::sync::{Arc, OnceLock};

use anyhow::{Context as _, anyhow, bail};
use camino::{Utf8Path, Utf8PathBuf};
use chacha20poly1305::aead::{Aead as _, KeyInit as _, Payload};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};
use data_encoding::{HEXLOWER, HEXLOWER_PERMISSIVE};

use crate::clock::Ids;
use crate::config::Config;

/// Bytes of a key.
const KEY: usize = 32;
/// Bytes of a nonce.
const NONCE: usize = 24;
/// What stands before everything sealed: a later way of sealing gets another number.
const FORM: &str = "1:";
/// The name of the key file in the data folder.
const FILE: &str = "case.key";

/// The key of the installation, read when it is first needed.
#[derive(Clone)]
pub struct Vault {
    source: Source,
    key: Arc<OnceLock<Secret>>,
}

#[derive(Clone)]
enum Source {
    /// From the settings.
    Given(Secret),
    /// From a file, which is made when it is not there.
    File(Utf8PathBuf),
}

#[derive(Clone)]
struct Secret([u8; KEY]);

impl fmt::Debug for Vault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Vault(..)")
    }
}

impl Vault {
    /// The key that the settings name, or the one in the data folder.
    pub(crate) fn of(config: &Config) -> Self {
        let given = config.case_key.as_deref().and_then(read_key);
        Self {
            source: given.map_or_else(|| Source::File(config.data.join(FILE)), Source::Given),
            key: Arc::default(),
        }
    }

    fn key(&self, ids: &Ids) -> anyhow::Result<&Secret> {
        if let Some(key) = self.key.get() {
            return Ok(key);
        }
        let key = match &self.source {
            Source::Given(key) => key.clone(),
            Source::File(file) => from_file(file, ids)?,
        };
        Ok(self.key.get_or_init(|| key))
    }

    /// A new key for a record, and the form in which the database keeps it.
    ///
    /// # Errors
    /// When the key of the installation cannot be read, or the system gives no randomness.
    pub(crate) fn fresh(&self, record: &str, ids: &Ids) -> anyhow::Result<(RecordKey, String)> {
        let own = Secret(ids.secret().context("asking the system for randomness")?);
        let wrapped = seal(self.key(ids)?, &own.0, &wrapping(record), ids)?;
        let key = RecordKey {
            record: record.to_owned(),
            key: own,
        };
        Ok((key, wrapped))
    }

    /// The key of a record, from what the database keeps.
    ///
    /// # Errors
    /// When it was wrapped under another key of the installation, or belongs to another record.
    pub(crate) fn unwrap(&self, record: &str, wrapped: &str, ids: &Ids) -> anyhow::Result<RecordKey> {
        let bytes = open(self.key(ids)?, wrapped, &wrapping(record)).context(
            "the key of this record was made under another case key: put back the file case.key, or the setting case_key, of this installation",
        )?;
        let key = bytes
            .try_into()
            .map_err(|_bytes| anyhow!("a key of another length"))?;
        Ok(RecordKey {
            record: record.to_owned(),
            key: Secret(key),
        })
    }
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

/// Reads the file, or makes it for its owner alone.
fn from_file(file: &Utf8Path, ids: &Ids) -> anyhow::Result<Secret> {
    match std::fs::read_to_string(file) {
        Ok(text) => {
            read_key(text.trim()).with_context(|| format!("{file} does not hold 64 hexadecimal digits"))
        }
        Err(error) if error.kind() == ErrorKind::NotFound => make(file, ids),
        Err(error) => Err(error).with_context(|| format!("reading {file}")),
    }
}

fn make(file: &Utf8Path, ids: &Ids) -> anyhow::Result<Secret> {
    let key = Secret(ids.secret().context("asking the system for randomness")?);
    if let Some(folder) = file.parent() {
        std::fs::create_dir_all(folder).with_context(|| format!("making {folder}"))?;
    }
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    match options.open(file) {
        Ok(mut made) => {
            writeln!(made, "{}", hex(&key.0))
                .and_then(|()| made.sync_all())
                .with_context(|| format!("writing {file}"))?;
            Ok(key)
        }
        // Another process was first.
        Err(error) if error.kind() == ErrorKind::AlreadyExists => from_file(file, ids),
        Err(error) => bail!("making {file}: {error}"),
    }
}

/// Whether a text can be the key of an installation: 64 hexadecimal digits.
pub(crate) fn is_key(text: &str) -> bool {
    read_key(text).is_some()
}

fn read_key(text: &str) -> Option<Secret> {
    unhex(text)?.try_into().ok().map(Secret)
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

    fn vault(key: char) -> Vault {
        Vault {
            source: Source::Given(read_key(&key.to_string().repeat(64)).unwrap()),
            key: Arc::default(),
        }
    }

    #[test]
    fn a_text_opens_in_its_own_place_only() {
        let ids = Ids::Random;
        let (key, wrapped) = vault('a').fresh("r1", &ids).unwrap();
        let sealed = key.seal("own", "Mevrouw belt elke dag", &ids).unwrap();
        assert!(!sealed.contains("Mevrouw"));
        assert_ne!(sealed, key.seal("own", "Mevrouw belt elke dag", &ids).unwrap());
        let again = vault('a').unwrap("r1", &wrapped, &ids).unwrap();
        assert_eq!(again.open("own", &sealed).unwrap(), "Mevrouw belt elke dag");
        assert!(again.open("shared", &sealed).is_err(), "another column");
        let (other, _) = vault('a').fresh("r2", &ids).unwrap();
        assert!(other.open("own", &sealed).is_err(), "another record");
        let mut changed = sealed.clone();
        let last = if changed.pop() == Some('0') { '1' } else { '0' };
        changed.push(last);
        assert!(again.open("own", &changed).is_err(), "changed");
    }

    #[test]
    fn a_key_opens_under_its_own_installation_and_record_only() {
        let ids = Ids::Random;
        let (_, wrapped) = vault('a').fresh("r1", &ids).unwrap();
        assert!(vault('b').unwrap("r1", &wrapped, &ids).is_err());
        assert!(vault('a').unwrap("r2", &wrapped, &ids).is_err());
        assert!(vault('a').unwrap("r1", "2:00", &ids).is_err());
    }

    #[test]
    fn the_key_file_is_made_once_for_its_owner_alone() {
        let folder = tempfile::tempdir().unwrap();
        let file = Utf8Path::from_path(folder.path()).unwrap().join("in/case.key");
        let made = from_file(&file, &Ids::Random).unwrap();
        assert_eq!(from_file(&file, &Ids::Random).unwrap().0, made.0);
        #[cfg(unix)]
        {
            let rights =
                std::os::unix::fs::PermissionsExt::mode(&std::fs::metadata(&file).unwrap().permissions());
            assert_eq!(rights & 0o777, 0o600);
        }
        std::fs::write(&file, "kort").unwrap();
        let said = from_file(&file, &Ids::Random).err().unwrap().to_string();
        assert!(said.contains("64 hexadecimal digits"), "{said}");
    }
}
