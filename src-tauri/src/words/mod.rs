//! The languages, and the words that Rust says to people. English stands where it is said, by [`say!`]; a translation is a table of the
//! same sentences. The page has its own words, and kinds have theirs in their files.

mod de;

use std::fmt::Display;
use std::sync::atomic::{AtomicU8, Ordering};

/// The languages that Nestbox speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// English.
    En,
    /// German.
    De,
}

impl Language {
    /// The one for a system's locale such as `de_AT.UTF-8` or `de-CH`; English for all that Nestbox does not speak.
    pub fn of_locale(locale: &str) -> Self {
        let language = locale.split(['-', '_', '.', '@']).next().unwrap_or_default();
        if language.eq_ignore_ascii_case("de") {
            Self::De
        } else {
            Self::En
        }
    }

    /// Its code, as the page and web standards write it.
    pub fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::De => "de",
        }
    }
}

/// The language that is spoken now: one for the whole program, as there is one window.
static SPOKEN: AtomicU8 = AtomicU8::new(0);

/// The language that is spoken now.
pub fn language() -> Language {
    match SPOKEN.load(Ordering::Relaxed) {
        1 => Language::De,
        _ => Language::En,
    }
}

/// Speaks this language from now on.
pub fn speak(language: Language) {
    SPOKEN.store(u8::from(language == Language::De), Ordering::Relaxed);
}

/// A sentence in the language that is spoken; in English where there is no translation.
pub fn said(english: &'static str) -> &'static str {
    said_in(language(), english)
}

/// The same in a language that may not be spoken now.
pub fn said_in(language: Language, english: &'static str) -> &'static str {
    match language {
        Language::En => english,
        Language::De => translated(&de::SENTENCES, english),
    }
}

fn translated(tables: &[&'static [(&'static str, &'static str)]], english: &'static str) -> &'static str {
    let found = tables.iter().copied().flatten().find(|(known, _)| *known == english);
    found.map_or(english, |(_, translation)| translation)
}

/// A sentence with its gaps, such as `{name}`, filled in.
pub fn filled(sentence: &str, values: &[(&str, &dyn Display)]) -> String {
    let mut text = String::with_capacity(sentence.len());
    let mut rest = sentence;
    while let Some((before, after)) = rest.split_once('{') {
        let (name, after) = after.split_once('}').unwrap_or((after, ""));
        text.push_str(before);
        if let Some((_, value)) = values.iter().find(|(known, _)| *known == name) {
            text.push_str(&value.to_string());
        }
        rest = after;
    }
    text + rest
}

/// Says a sentence in the language that is spoken. With values it is a `String`, in which each stands where its name does:
/// `say!("The name {name} is taken", name)`, `say!("{count} rows", count = rows.len())`.
macro_rules! say {
    (@ $name:ident = $value:expr) => { $value };
    (@ $name:ident) => { $name };
    ($english:literal) => { $crate::words::said($english) };
    ($english:literal, $($name:ident $(= $value:expr)?),+ $(,)?) => {
        $crate::words::filled($crate::words::said($english), &[$((stringify!($name), &$crate::words::say!(@ $name $(= $value)?))),+])
    };
}
pub(crate) use say;

#[cfg(test)]
mod tests;
