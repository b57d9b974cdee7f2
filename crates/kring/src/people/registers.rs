//! The registers of professions: which there are, and what a number in one looks like. They are data, in the folder `registers/`.
//!
//! Only the form is checked. Whether somebody stands in a register is for the register to say.

use std::sync::LazyLock;

use serde::Deserialize;
use ui::Language;

/// In the order in which people choose from them.
const FILES: [&str; 10] = [
    include_str!("../../../../registers/big.toml"),
    include_str!("../../../../registers/agb.toml"),
    include_str!("../../../../registers/vvn.toml"),
    include_str!("../../../../registers/nvvpo.toml"),
    include_str!("../../../../registers/poh-ggz.toml"),
    include_str!("../../../../registers/kp.toml"),
    include_str!("../../../../registers/nip.toml"),
    include_str!("../../../../registers/vgct.toml"),
    include_str!("../../../../registers/skj.toml"),
    include_str!("../../../../registers/lvsc.toml"),
];

/// A register of professionals.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Register {
    /// A short word; it stands with every number that is stored.
    pub(crate) id: String,
    name: Name,
    prefixes: Vec<String>,
    digits: (usize, usize),
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Name {
    nl: String,
    en: String,
}

/// A number that cannot be one of its register: so many digits it should have, at least and at most.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Misshapen {
    pub(crate) least: usize,
    pub(crate) most: usize,
}

impl Register {
    /// What people call it.
    pub(crate) fn name(&self, language: Language) -> &str {
        match language {
            Language::Nl => &self.name.nl,
            Language::En => &self.name.en,
        }
    }

    /// A number as it is stored: digits only, whatever stood in front of or between them.
    pub(crate) fn read(&self, typed: &str) -> Result<String, Misshapen> {
        let (least, most) = self.digits;
        let misshapen = Misshapen { least, most };
        let signs = typed
            .chars()
            .filter(|c| !c.is_whitespace() && !matches!(c, '.' | '-' | '#' | ':'));
        let tight: String = signs.map(|c| c.to_ascii_uppercase()).collect();
        let known = self
            .prefixes
            .iter()
            .find_map(|prefix| tight.strip_prefix(prefix.as_str()));
        let digits = known.unwrap_or(&tight);
        let fits = (least..=most).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
        fits.then(|| digits.to_owned()).ok_or(misshapen)
    }
}

/// All registers.
pub(crate) fn registers() -> &'static [Register] {
    static READ: LazyLock<Vec<Register>> = LazyLock::new(|| {
        let read = FILES.iter().map(|file| toml::from_str(file));
        // A test reads them all, so none is left out.
        read.filter_map(Result::ok).collect()
    });
    &READ
}

/// The register with this id.
pub(crate) fn register(id: &str) -> Option<&'static Register> {
    registers().iter().find(|register| register.id == id)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_file_is_a_register_of_its_own() {
        let ids: BTreeSet<&str> = registers().iter().map(|register| register.id.as_str()).collect();
        assert_eq!(ids.len(), FILES.len());
        assert_eq!(ids.len(), std::fs::read_dir("../../registers").unwrap().count());
        for register in registers() {
            assert!(register.digits.0 <= register.digits.1, "{}", register.id);
        }
    }

    #[test]
    fn a_number_is_read_however_it_is_written() {
        // None of these numbers belongs to anybody.
        let big = register("big").unwrap();
        for typed in [
            "01234567890",
            "BIG 01234567890",
            "big-012345678.90",
            " 0123 4567 890 ",
        ] {
            assert_eq!(big.read(typed).as_deref(), Ok("01234567890"), "{typed}");
        }
        for typed in [
            "",
            "0123456789",
            "012345678901",
            "0123456789a",
            "BIG",
            "AGB 01234567",
        ] {
            assert_eq!(big.read(typed), Err(Misshapen { least: 11, most: 11 }), "{typed}");
        }
    }
}
