//! The keys of the installation as a machine has them: in a file, or in the settings.

use std::fs::File;
use std::io::{ErrorKind, Write as _};

use anyhow::{Context as _, bail};
use camino::Utf8Path;
use data_encoding::{HEXLOWER, HEXLOWER_PERMISSIVE};
use sha2::{Digest as _, Sha256};

use crate::clock::Ids;

/// Bytes of a key.
pub(super) const KEY: usize = 32;
/// Bytes of the digest that names a key: enough to tell keys apart, and nothing to guess one from.
const NAME: usize = 8;

/// A key.
#[derive(Clone)]
pub(super) struct Secret(pub(super) [u8; KEY]);

impl Secret {
    /// A new one.
    ///
    /// # Errors
    /// When the system gives no randomness.
    pub(super) fn fresh(ids: &Ids) -> anyhow::Result<Self> {
        Ok(Self(ids.secret().context("asking the system for randomness")?))
    }

    /// 64 hexadecimal digits.
    fn read(text: &str) -> Option<Self> {
        let bytes = HEXLOWER_PERMISSIVE.decode(text.as_bytes()).ok()?;
        bytes.try_into().ok().map(Self)
    }

    /// What [`Secret::read`] reads.
    fn write(&self) -> String {
        HEXLOWER.encode(&self.0)
    }

    /// What it is called where it must not be known itself: always the same for the same key.
    pub(super) fn id(&self) -> String {
        let digest = Sha256::new()
            .chain_update("kring case key")
            .chain_update(self.0)
            .finalize();
        HEXLOWER.encode(&digest.into_iter().take(NAME).collect::<Vec<_>>())
    }
}

/// Keys in the order in which they were made, the newest last. There is at least one.
#[derive(Clone)]
pub(super) struct Ring {
    older: Vec<Secret>,
    newest: Secret,
}

impl Ring {
    /// Keys of 64 hexadecimal digits, apart by white space or commas.
    pub(super) fn read(text: &str) -> Option<Self> {
        let pieces = text.split(|c: char| c.is_whitespace() || c == ',');
        let pieces = pieces.filter(|piece| !piece.is_empty());
        let mut older: Vec<Secret> = pieces.map(Secret::read).collect::<Option<_>>()?;
        let newest = older.pop()?;
        Some(Self { older, newest })
    }

    /// What [`Ring::read`] reads, with this between two keys.
    pub(super) fn write(&self, between: &str) -> String {
        self.keys().map(Secret::write).collect::<Vec<_>>().join(between)
    }

    /// Of one key.
    pub(super) fn of(newest: Secret) -> Self {
        Self {
            older: Vec::new(),
            newest,
        }
    }

    /// With one more, which is the newest.
    pub(super) fn with(self, newest: Secret) -> Self {
        let mut older = self.older;
        older.push(self.newest);
        Self { older, newest }
    }

    pub(super) fn keys(&self) -> impl DoubleEndedIterator<Item = &Secret> {
        self.older.iter().chain(std::iter::once(&self.newest))
    }

    pub(super) const fn newest(&self) -> &Secret {
        &self.newest
    }

    pub(super) const fn is_single(&self) -> bool {
        self.older.is_empty()
    }

    /// The newest of those that are called so.
    pub(super) fn newest_of(&self, ids: &[String]) -> Option<&Secret> {
        self.keys().rev().find(|key| ids.contains(&key.id()))
    }

    pub(super) fn get(&self, id: &str) -> Option<&Secret> {
        self.keys().find(|key| key.id() == id)
    }
}

/// Whether a text can be the keys of an installation.
pub(crate) fn is_key(text: &str) -> bool {
    Ring::read(text).is_some()
}

/// What a file holds; `None` when it is not there.
///
/// # Errors
/// When it cannot be read or does not hold keys.
pub(super) fn of_file(file: &Utf8Path) -> anyhow::Result<Option<Ring>> {
    match std::fs::read_to_string(file) {
        Ok(text) => {
            let ring = Ring::read(&text);
            ring.with_context(|| format!("{file} does not hold keys of 64 hexadecimal digits, one a line"))
                .map(Some)
        }
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error).with_context(|| format!("reading {file}")),
    }
}

/// A file with a first key, for its owner alone; what another process made in the same moment counts.
///
/// # Errors
/// When it cannot be made, or the system gives no randomness.
pub(super) fn make(file: &Utf8Path, ids: &Ids) -> anyhow::Result<Ring> {
    let ring = Ring::of(Secret::fresh(ids)?);
    if let Some(folder) = file.parent() {
        std::fs::create_dir_all(folder).with_context(|| format!("making {folder}"))?;
    }
    match create(file, &ring) {
        Ok(()) => Ok(ring),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {
            of_file(file)?.with_context(|| format!("{file} was there and is gone"))
        }
        Err(error) => bail!("making {file}: {error}"),
    }
}

/// Puts these keys in the place of what a file holds; whoever reads meanwhile finds the one or the other.
///
/// # Errors
/// When the folder cannot be written.
pub(super) fn replace(file: &Utf8Path, ring: &Ring) -> anyhow::Result<()> {
    let beside = file.with_extension("key.part");
    match std::fs::remove_file(&beside) {
        Err(error) if error.kind() != ErrorKind::NotFound => {
            return Err(error).with_context(|| format!("taking away {beside}"));
        }
        _ => {}
    }
    create(&beside, ring).with_context(|| format!("writing {beside}"))?;
    std::fs::rename(&beside, file).with_context(|| format!("writing {file}"))?;
    // The new name must outlive a power cut: after this, keys are dropped.
    #[cfg(unix)]
    if let Some(folder) = file.parent() {
        let opened = File::open(if folder.as_str().is_empty() {
            Utf8Path::new(".")
        } else {
            folder
        });
        opened
            .and_then(|folder| folder.sync_all())
            .with_context(|| format!("writing {folder}"))?;
    }
    Ok(())
}

/// Lets one process at a time change a file of keys, as long as the result is held.
///
/// # Errors
/// When another one is at it, or the folder cannot be written.
pub(super) fn hold(file: &Utf8Path) -> anyhow::Result<File> {
    let lock = file.with_extension("key.lock");
    let held = File::create(&lock).with_context(|| format!("making {lock}"))?;
    match held.try_lock() {
        Ok(()) => Ok(held),
        Err(std::fs::TryLockError::WouldBlock) => {
            bail!("another command is changing {file}; wait until it is done")
        }
        Err(std::fs::TryLockError::Error(error)) => Err(error).with_context(|| format!("locking {lock}")),
    }
}

fn create(file: &Utf8Path, ring: &Ring) -> std::io::Result<()> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut made = options.open(file)?;
    writeln!(made, "{}", ring.write("\n"))?;
    made.sync_all()
}

#[cfg(test)]
mod tests {
    use camino::Utf8PathBuf;
    use tempfile::TempDir;

    use super::*;

    fn place() -> (TempDir, Utf8PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        let file = Utf8Path::from_path(folder.path()).unwrap().join("in/case.key");
        (folder, file)
    }

    #[test]
    fn a_ring_holds_its_keys_in_order_and_each_has_a_name_of_its_own() {
        let (a, b) = ("a".repeat(64), "b".repeat(64));
        let ring = Ring::read(&format!(" {a},\n{b}\n")).unwrap();
        assert_eq!(ring.write(" "), format!("{a} {b}"));
        assert!(!ring.is_single());
        let ids: Vec<String> = ring.keys().map(Secret::id).collect();
        let [of_a, of_b] = ids.as_slice() else {
            panic!("{ids:?}")
        };
        assert_ne!(of_a, of_b);
        assert_eq!((of_a.len(), a.contains(of_a.as_str())), (16, false));
        assert_eq!(ring.newest().id(), *of_b);
        assert_eq!(ring.newest_of(&ids).unwrap().id(), *of_b);
        assert_eq!(ring.newest_of(std::slice::from_ref(of_a)).unwrap().id(), *of_a);
        assert!(ring.newest_of(&[]).is_none() && ring.get("0000").is_none());
        let after = ring.with(Secret::read(&"c".repeat(64)).unwrap());
        assert_eq!((after.keys().count(), after.get(of_a).is_some()), (3, true));
        for wrong in ["", " , ", "abc", &a.repeat(2), &format!("{a} x")] {
            assert!(!is_key(wrong), "{wrong}");
        }
    }

    #[test]
    fn the_key_file_is_made_once_for_its_owner_alone() {
        let (_folder, file) = place();
        assert!(of_file(&file).unwrap().is_none());
        let made = make(&file, &Ids::Random).unwrap().write("");
        assert_eq!(make(&file, &Ids::Random).unwrap().write(""), made);
        assert_eq!(of_file(&file).unwrap().unwrap().write(""), made);
        #[cfg(unix)]
        {
            let rights =
                std::os::unix::fs::PermissionsExt::mode(&std::fs::metadata(&file).unwrap().permissions());
            assert_eq!(rights & 0o777, 0o600);
        }
        std::fs::write(&file, "kort").unwrap();
        let said = of_file(&file).err().unwrap().to_string();
        assert!(said.contains("64 hexadecimal digits"), "{said}");
    }

    #[test]
    fn a_key_file_is_changed_as_a_whole_by_one_at_a_time() {
        let (_folder, file) = place();
        let first = make(&file, &Ids::Random).unwrap();
        let both = first.clone().with(Secret::fresh(&Ids::Random).unwrap());
        let held = hold(&file).unwrap();
        assert!(hold(&file).is_err(), "somebody is at it");
        drop(held);
        assert!(hold(&file).is_ok());
        // What a machine left behind that died while writing is in nobody's way.
        std::fs::write(file.with_extension("key.part"), "half").unwrap();
        replace(&file, &both).unwrap();
        assert_eq!(of_file(&file).unwrap().unwrap().write("\n"), both.write("\n"));
        replace(&file, &Ring::of(both.newest().clone())).unwrap();
        let text = std::fs::read_to_string(&file).unwrap();
        assert!(!text.contains(&first.write("")) && text.lines().count() == 1);
    }
}
