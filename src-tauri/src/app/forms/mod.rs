//! Forms: what a person typed for a new Canarytoken, checked and turned into a request.

mod check;
mod files;
mod request;
mod rules;
mod sort;
mod thumbnail;

use std::collections::BTreeMap;
use std::ops::{Deref, DerefMut};

use secrecy::zeroize::Zeroize;

use super::catalogue::Field;

pub use check::{FieldProblem, Severity, check_form};
pub use files::{ChosenFile, ChosenFiles, MAX_FILE_BYTES};
pub use request::create_request;
pub use rules::check as check_value;
pub use sort::FileSort;

/// The most characters a reminder may have (the Console's rule).
pub const MEMO_CHARS: usize = 10_000;

/// A form as the page sends it. It may hold secrets: `Debug` leaves all values out.
#[derive(Clone, Default)]
pub struct FormInput {
    /// The kind, by the Console's id.
    pub kind: String,
    /// The reminder.
    pub memo: String,
    /// The flock's id; `None` or empty for the Console's default one.
    pub flock: Option<String>,
    /// What was typed, by field; switches are `true` or `false`. A field that is missing has its default.
    pub fields: Values,
    /// Handles of chosen files, by field.
    pub files: BTreeMap<String, String>,
}

impl FormInput {
    /// What `field` holds, without spaces around it.
    fn value<'a>(&'a self, field: &'a Field) -> &'a str {
        let typed = self.fields.get(&field.name).map(String::as_str);
        typed.or(field.default.as_deref()).unwrap_or_default().trim()
    }

    /// Is `fields[at]` shown? A field is hidden with the one that it depends on, which stands before it.
    fn shows(&self, fields: &[Field], at: usize) -> bool {
        let Some(when) = fields.get(at).and_then(|field| field.when.as_ref()) else {
            return true;
        };
        let other = fields[..at].iter().position(|field| field.name == when.field);
        other.is_some_and(|other| self.shows(fields, other) && when.holds(self.value(&fields[other])))
    }

    /// The fields that are shown.
    fn shown<'a>(&'a self, fields: &'a [Field]) -> impl Iterator<Item = &'a Field> {
        let shown = fields.iter().enumerate().filter(|(at, _)| self.shows(fields, *at));
        shown.map(|(_, field)| field)
    }

    /// The handle of the file chosen for `field`.
    fn file(&self, field: &Field) -> Option<&str> {
        let handle = self.files.get(&field.name).map(String::as_str);
        handle.filter(|handle| !handle.is_empty())
    }

    /// The reminder as it is sent.
    pub fn clean_memo(&self) -> String {
        clean_memo(&self.memo)
    }

    /// The flock's id, if one was chosen.
    pub fn flock(&self) -> Option<&str> {
        self.flock.as_deref().map(str::trim).filter(|flock| !flock.is_empty())
    }
}

/// A reminder as it is sent: without spaces around it and without characters that are no text.
pub fn clean_memo(memo: &str) -> String {
    let text = memo.replace("\r\n", "\n");
    let kept = text.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t'));
    kept.collect::<String>().trim().to_owned()
}

/// What was typed, by field. Wiped when it is dropped: some of it may be secret.
#[derive(Clone, Default)]
pub struct Values(BTreeMap<String, String>);

impl From<BTreeMap<String, String>> for Values {
    fn from(values: BTreeMap<String, String>) -> Self {
        Values(values)
    }
}

impl Deref for Values {
    type Target = BTreeMap<String, String>;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl DerefMut for Values {
    fn deref_mut(&mut self) -> &mut Self::Target {
        &mut self.0
    }
}

impl Drop for Values {
    fn drop(&mut self) {
        self.0.values_mut().for_each(Zeroize::zeroize);
    }
}

impl std::fmt::Debug for FormInput {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let fields: Vec<&String> = self.fields.keys().collect();
        f.debug_struct("FormInput")
            .field("kind", &self.kind)
            .field("fields", &fields)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests;
