//! All methods Kring knows.

use std::collections::BTreeMap;

use crate::model::{Kind, Method, Step};
use crate::read::{self, Problem};

/// The files of `methods/`, with their names.
const FILES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/methods.rs"));

/// A set of methods, modules and blocks by id.
#[derive(Clone, Debug, Default)]
pub struct Catalogue {
    entries: BTreeMap<String, Method>,
}

/// A file that could not become part of a catalogue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadFile {
    /// The name of the file.
    pub file: String,
    /// Every fault in it.
    pub problems: Vec<Problem>,
}

impl Catalogue {
    /// The methods that come with Kring.
    ///
    /// Files with faults are left out and returned beside the catalogue; a test sees to it that there are none.
    pub fn built_in() -> (Self, Vec<BadFile>) {
        Self::from_files(FILES.iter().copied())
    }

    /// A catalogue of files given as name and text.
    pub fn from_files<'f>(files: impl IntoIterator<Item = (&'f str, &'f str)>) -> (Self, Vec<BadFile>) {
        let mut catalogue = Self::default();
        let mut bad = Vec::new();
        for (file, source) in files {
            match read::read(source) {
                Ok(method) => drop(catalogue.entries.insert(method.id.clone(), method)),
                Err(problems) => bad.push(BadFile {
                    file: file.to_owned(),
                    problems,
                }),
            }
        }
        (catalogue, bad)
    }

    /// Adds or replaces a method, for example an organisation's own copy.
    pub fn insert(&mut self, method: Method) {
        self.entries.insert(method.id.clone(), method);
    }

    /// A method, module or block by id.
    pub fn get(&self, id: &str) -> Option<&Method> {
        self.entries.get(id)
    }

    /// The full methods, by id.
    pub fn methods(&self) -> impl Iterator<Item = &Method> {
        self.of(Kind::Method)
    }

    /// Everything of one kind, by id.
    pub fn of(&self, kind: Kind) -> impl Iterator<Item = &Method> {
        self.entries.values().filter(move |method| method.kind == kind)
    }

    /// Modules that a step may choose from; unknown names are left out.
    pub fn modules_of(&self, step: &Step) -> Vec<&Method> {
        step.modules.iter().filter_map(|id| self.get(id)).collect()
    }

    /// Names of modules that a method mentions and the catalogue does not have.
    pub fn missing_modules<'m>(&self, method: &'m Method) -> Vec<&'m str> {
        let named = method.steps.iter().flat_map(|step| &step.modules);
        named
            .filter(|id| self.get(id).is_none_or(|found| found.kind != Kind::Module))
            .map(String::as_str)
            .collect()
    }
}
