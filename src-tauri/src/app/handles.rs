//! Things the page may name but not know: it gets a random handle, the thing stays here.

use std::collections::VecDeque;
use std::sync::Mutex;

use super::lock;

/// The most things that are kept; the oldest goes first.
const KEPT: usize = 200;

/// Keeps things under random handles.
#[derive(Debug)]
pub struct Handles<T>(Mutex<VecDeque<(String, T)>>);

impl<T> Default for Handles<T> {
    fn default() -> Self {
        Self(Mutex::new(VecDeque::new()))
    }
}

impl<T: Clone> Handles<T> {
    /// Keeps `thing` and answers with its handle.
    pub fn keep(&self, thing: T) -> String {
        let handle = random_id();
        let mut kept = lock(&self.0);
        if kept.len() >= KEPT {
            kept.pop_front();
        }
        kept.push_back((handle.clone(), thing));
        handle
    }

    /// Forgets the thing under `handle`.
    pub fn remove(&self, handle: &str) {
        lock(&self.0).retain(|(one, _)| one != handle);
    }

    /// The thing under `handle`, if it is still kept.
    pub fn get(&self, handle: &str) -> Option<T> {
        let kept = lock(&self.0);
        kept.iter()
            .find(|(one, _)| one == handle)
            .map(|(_, thing)| thing.clone())
    }

    /// Forgets all.
    pub fn clear(&self) {
        lock(&self.0).clear();
    }
}

/// A random id of 32 hexadecimal digits: for handles and for the ids of Consoles.
pub fn random_id() -> String {
    format!("{:032x}", fastrand::u128(..))
}

/// A short reference that people can read out, such as `1a2b-3c4d`.
pub fn reference() -> String {
    format!("{:04x}-{:04x}", fastrand::u16(..), fastrand::u16(..))
}
