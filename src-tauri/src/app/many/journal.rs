//! What is written down while a sheet is made, so that a crash, a power cut or "cancel" loses and doubles nothing.
//!
//! The intent is on the disk before a request leaves, the outcome after. Each note is sealed (XChaCha20-Poly1305) with a key from the
//! keychain, because the notes say where decoys are; none holds a secret. A note at the end that was torn by a crash is as if it had
//! never been written: its request had not left yet, or the Canarytoken is looked for.

use std::collections::HashSet;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use canary_api::ApiKey;
use chacha20poly1305::aead::{Aead, AeadCore, KeyInit, OsRng, Payload};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};
use secrecy::zeroize::Zeroizing;
use serde::{Deserialize, Serialize};

use super::columns::Column;
use super::sheet::Skip;
use crate::app::creation::Sent;
use crate::app::error::Error;
use crate::app::lock;
use crate::app::ports::{JournalStore, Patience, SecretStore};
use crate::app::sweep::TEMP_PREFIX;

/// Under this the journal's key stands in the keychain, beside those of the Consoles.
pub const KEY_ID: &str = "journal";
/// How a journal begins: our mark and the form of what follows.
const MARK: &[u8; 8] = b"nestjrn1";
/// Bytes of the random number that ties all notes to one journal.
const ID: usize = 16;
const NONCE: usize = 24;

/// How a row stands in the journal.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct NotedRow {
    /// Its line.
    pub line: u32,
    /// Its cells.
    pub text: String,
    /// Was it to be made although it is a double, or left out?
    pub skip: Skip,
    /// Was it left out in the end?
    pub skipped: bool,
    /// Its number among rows alike.
    pub reference: u32,
}

/// One note. Rows are named by their places in the sheet.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub enum Note {
    /// What is about to be made, and for whom.
    Begun {
        /// The Console's id.
        console: String,
        /// The Console's name.
        label: String,
        /// The sheet's name.
        name: String,
        /// When, in seconds since 1970.
        at: f64,
        /// Where files go.
        folder: Option<PathBuf>,
        /// The sheet's columns.
        columns: Vec<Column>,
    },
    /// Some of its rows, in order.
    Rows(Vec<NotedRow>),
    /// A row as it was mended after the beginning.
    Row(usize, NotedRow),
    /// Where a row's file will go. Nothing was there.
    File(usize, String),
    /// A create is about to be sent.
    Intent {
        /// The row.
        row: usize,
        /// Seconds since 1970.
        at: f64,
        /// Those alike that were there before.
        before: Vec<String>,
        /// Were all that were there before known?
        all_known: bool,
    },
    /// It was made: its id, and its link or host name.
    Made(usize, String, Option<String>),
    /// It was surely not made.
    NotMade(usize),
    /// Its file is in place, or it has none.
    Saved(usize, Option<String>),
}

impl Note {
    /// The note before a create is sent.
    pub fn intent(row: usize, sent: &Sent) -> Self {
        Self::Intent {
            row,
            at: seconds(sent.at),
            before: sent.before.iter().cloned().collect(),
            all_known: sent.all_known,
        }
    }
}

/// The sent create of an [`Note::Intent`].
pub fn sent(at: f64, before: Vec<String>, all_known: bool) -> Sent {
    let at = Duration::try_from_secs_f64(at).unwrap_or_default();
    Sent {
        at: UNIX_EPOCH + at,
        before: HashSet::from_iter(before),
        all_known,
    }
}

/// As the notes write a time.
pub fn seconds(at: SystemTime) -> f64 {
    at.duration_since(UNIX_EPOCH).unwrap_or_default().as_secs_f64()
}

struct Seal {
    cipher: XChaCha20Poly1305,
    id: [u8; ID],
}

impl Seal {
    /// `note` as it stands in the file: its length, a number used once, and what nobody can read without the key.
    fn close(&self, number: u64, note: &Note) -> Result<Vec<u8>, Error> {
        let plain = Zeroizing::new(serde_json::to_vec(note).map_err(|_| Error::Internal("a note cannot be written"))?);
        let nonce = XChaCha20Poly1305::generate_nonce(&mut OsRng);
        let place = self.place(number);
        let payload = Payload {
            msg: &plain,
            aad: &place,
        };
        let sealed = self
            .cipher
            .encrypt(&nonce, payload)
            .map_err(|_| Error::Internal("a note cannot be sealed"))?;
        let length = u32::try_from(sealed.len()).map_err(|_| Error::Internal("a note is too long"))?;
        Ok([&length.to_le_bytes()[..], &nonce, &sealed].concat())
    }

    /// The first note of `bytes`, and how long it is; `None` where it is torn or not ours.
    fn open(&self, number: u64, bytes: &[u8]) -> Option<(Note, usize)> {
        let length = u32::from_le_bytes(bytes.get(..4)?.try_into().ok()?) as usize;
        let nonce = XNonce::from_slice(bytes.get(4..4 + NONCE)?);
        let end = (4 + NONCE).checked_add(length)?;
        let place = self.place(number);
        let payload = Payload {
            msg: bytes.get(4 + NONCE..end)?,
            aad: &place,
        };
        let plain = Zeroizing::new(self.cipher.decrypt(nonce, payload).ok()?);
        Some((serde_json::from_slice(&plain).ok()?, end))
    }

    /// Notes keep their order and their journal.
    fn place(&self, number: u64) -> [u8; ID + 8] {
        let mut place = [0; ID + 8];
        place[..ID].copy_from_slice(&self.id);
        place[ID..].copy_from_slice(&number.to_le_bytes());
        place
    }
}

#[derive(Default)]
struct Pending {
    bytes: Vec<u8>,
    /// How many notes were ever taken.
    taken: u64,
}

/// A journal that is being written.
pub struct Journal {
    seal: Seal,
    store: Arc<dyn JournalStore>,
    pending: Mutex<Pending>,
    /// How many notes are on the disk.
    durable: AtomicU64,
    /// Whoever holds it writes for all who wait.
    turn: tokio::sync::Mutex<()>,
    /// A note was lost: nothing more may be sent.
    broken: AtomicBool,
}

impl Journal {
    /// Begins a journal with these notes; it is on the disk as a whole when this returns.
    ///
    /// # Errors
    /// [`Error::JournalUnwritable`].
    pub async fn begin(store: Arc<dyn JournalStore>, key: &Key, notes: &[Note]) -> Result<Self, Error> {
        let mut id = [0; ID];
        id.copy_from_slice(&XChaCha20Poly1305::generate_nonce(&mut OsRng)[..ID]);
        let seal = Seal {
            cipher: XChaCha20Poly1305::new(key),
            id,
        };
        let mut bytes = [&MARK[..], &id].concat();
        for (number, note) in (0..).zip(notes) {
            bytes.extend(seal.close(number, note)?);
        }
        let file = Arc::clone(&store);
        written(tokio::task::spawn_blocking(move || file.begin(&bytes)).await)?;
        Ok(Self::at(store, seal, notes.len() as u64))
    }

    /// Reads a journal, and goes on with it behind its last whole note.
    ///
    /// # Errors
    /// [`Error::JournalUnreadable`] when it is not ours, its key is another, or not even its beginning is whole.
    pub async fn open(store: Arc<dyn JournalStore>, key: &Key, bytes: Vec<u8>) -> Result<(Self, Vec<Note>), Error> {
        let (seal, notes, whole) = read(key, &bytes).ok_or(Error::JournalUnreadable)?;
        if whole < bytes.len() {
            let file = Arc::clone(&store);
            written(tokio::task::spawn_blocking(move || file.cut(whole as u64)).await)?;
        }
        Ok((Self::at(store, seal, notes.len() as u64), notes))
    }

    /// The notes of a journal up to the first that is not whole; `None` when not even its beginning can be read.
    pub fn read(key: &Key, bytes: &[u8]) -> Option<Vec<Note>> {
        read(key, bytes).map(|(_, notes, _)| notes)
    }

    fn at(store: Arc<dyn JournalStore>, seal: Seal, taken: u64) -> Self {
        Self {
            seal,
            store,
            pending: Mutex::new(Pending {
                bytes: Vec::new(),
                taken,
            }),
            durable: AtomicU64::new(taken),
            turn: tokio::sync::Mutex::default(),
            broken: AtomicBool::new(false),
        }
    }

    /// Was a note lost? Then what it says is less than what happened, and it must be begun anew.
    pub fn is_broken(&self) -> bool {
        self.broken.load(Ordering::Acquire)
    }

    /// How files are called while they grow, so that they are known after a crash.
    pub fn prefix(&self) -> String {
        let id: String = self.seal.id[..4].iter().map(|byte| format!("{byte:02x}")).collect();
        format!("{TEMP_PREFIX}{id}-")
    }

    /// Takes a note; it is on the disk after the next [`Self::flush`].
    ///
    /// # Errors
    /// It cannot be sealed.
    pub fn note(&self, note: &Note) -> Result<(), Error> {
        let mut pending = lock(&self.pending);
        let sealed = self.seal.close(pending.taken, note)?;
        pending.bytes.extend(sealed);
        pending.taken += 1;
        Ok(())
    }

    /// Sees all notes taken so far onto the disk.
    ///
    /// # Errors
    /// [`Error::JournalUnwritable`]; from then on always, as a note may be missing.
    pub async fn flush(self: &Arc<Self>) -> Result<(), Error> {
        let journal = Arc::clone(self);
        // In a task of its own: whoever waits for it may be cancelled, and half a note must not be left behind.
        let flushing = tokio::spawn(async move { journal.flush_now().await });
        flushing
            .await
            .unwrap_or(Err(Error::Internal("the journal was not written")))
    }

    async fn flush_now(&self) -> Result<(), Error> {
        let mine = lock(&self.pending).taken;
        let _turn = self.turn.lock().await;
        if self.durable.load(Ordering::Acquire) >= mine {
            return Ok(());
        }
        if self.is_broken() {
            return Err(unwritable(std::io::ErrorKind::Other.into()));
        }
        let (bytes, taken) = {
            let mut pending = lock(&self.pending);
            (std::mem::take(&mut pending.bytes), pending.taken)
        };
        let file = Arc::clone(&self.store);
        let done = written(tokio::task::spawn_blocking(move || file.append(&bytes)).await);
        // Those notes are lost, and others build on them.
        self.broken.store(done.is_err(), Ordering::Release);
        done?;
        self.durable.store(taken, Ordering::Release);
        Ok(())
    }
}

/// The notes of a journal up to the first that is not whole, and how many bytes they take.
fn read(key: &Key, bytes: &[u8]) -> Option<(Seal, Vec<Note>, usize)> {
    let rest = bytes.strip_prefix(MARK)?;
    let seal = Seal {
        cipher: XChaCha20Poly1305::new(key),
        id: rest.get(..ID)?.try_into().ok()?,
    };
    let (mut notes, mut at) = (Vec::new(), MARK.len() + ID);
    while let Some((note, length)) = seal.open(notes.len() as u64, &bytes[at..]) {
        notes.push(note);
        at += length;
    }
    if notes.is_empty() {
        None
    } else {
        Some((seal, notes, at))
    }
}

fn unwritable(error: std::io::Error) -> Error {
    Error::JournalUnwritable(Arc::new(error))
}

fn written(done: Result<std::io::Result<()>, tokio::task::JoinError>) -> Result<(), Error> {
    match done {
        Ok(done) => done.map_err(unwritable),
        Err(_) => Err(Error::Internal("the journal was not written")),
    }
}

/// The journal's key from the keychain.
///
/// # Errors
/// The keychain's.
pub async fn key(secrets: &dyn SecretStore, patience: Patience) -> Result<Option<Key>, Error> {
    let kept = secrets.load(KEY_ID.into(), patience).await?;
    Ok(kept.and_then(|kept| from_hex(kept.expose())))
}

/// The journal's key, which is made when there is none.
///
/// # Errors
/// The keychain's.
pub async fn key_or_new(secrets: &dyn SecretStore) -> Result<Key, Error> {
    if let Some(key) = key(secrets, Patience::Person).await? {
        return Ok(key);
    }
    let key = XChaCha20Poly1305::generate_key(&mut OsRng);
    let hex: String = key.iter().map(|byte| format!("{byte:02x}")).collect();
    let kept = ApiKey::new(hex).ok_or(Error::Internal("the journal's key cannot be kept"))?;
    secrets.save(KEY_ID.into(), kept, Patience::Person).await?;
    Ok(key)
}

fn from_hex(text: &str) -> Option<Key> {
    let byte = |at: usize| u8::from_str_radix(text.get(at..at + 2)?, 16).ok();
    let bytes: Option<Vec<u8>> = (0..text.len()).step_by(2).map(byte).collect();
    Key::from_exact_iter(bytes?)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    /// A file in memory.
    #[derive(Default)]
    struct Memory(Mutex<Vec<u8>>);

    impl JournalStore for Memory {
        fn read(&self) -> std::io::Result<Option<Vec<u8>>> {
            Ok(Some(lock(&self.0).clone()))
        }
        fn begin(&self, bytes: &[u8]) -> std::io::Result<()> {
            *lock(&self.0) = bytes.to_vec();
            Ok(())
        }
        fn append(&self, bytes: &[u8]) -> std::io::Result<()> {
            lock(&self.0).extend(bytes);
            Ok(())
        }
        fn cut(&self, length: u64) -> std::io::Result<()> {
            lock(&self.0).truncate(length as usize);
            Ok(())
        }
        fn remove(&self) -> std::io::Result<()> {
            self.begin(&[])
        }
        fn sweep(&self) -> usize {
            0
        }
    }

    fn block<T>(work: impl Future<Output = T>) -> T {
        tokio::runtime::Builder::new_multi_thread()
            .enable_all()
            .build()
            .unwrap()
            .block_on(work)
    }

    #[test]
    fn a_journal_cut_anywhere_gives_its_whole_notes_and_goes_on_behind_them() {
        let store: Arc<dyn JournalStore> = Arc::<Memory>::default();
        let key = XChaCha20Poly1305::generate_key(&mut OsRng);
        block(async {
            let journal = Arc::new(Journal::begin(store.clone(), &key, &[Note::NotMade(0)]).await.unwrap());
            let begun = store.read().unwrap().unwrap().len();
            for row in 1..6 {
                journal.note(&Note::Made(row, "a secret place".into(), None)).unwrap();
            }
            journal.flush().await.unwrap();
            let all = store.read().unwrap().unwrap();
            assert!(!String::from_utf8_lossy(&all).contains("secret place"));
            for length in begun..all.len() {
                store.begin(&all[..length]).unwrap();
                let (journal, notes) = Journal::open(store.clone(), &key, all[..length].to_vec())
                    .await
                    .unwrap();
                assert!(!notes.is_empty() && notes.len() < 6);
                let journal = Arc::new(journal);
                journal.note(&Note::NotMade(9)).unwrap();
                journal.flush().await.unwrap();
                let (_, _, whole) = read(&key, &store.read().unwrap().unwrap()).unwrap();
                assert_eq!(whole, store.read().unwrap().unwrap().len(), "cut at {length}");
            }
            let mut hurt = all.clone();
            hurt[begun + 40] ^= 1;
            assert_eq!(
                read(&key, &hurt).unwrap().1.len(),
                1,
                "a note that was changed is not believed"
            );
            let other = XChaCha20Poly1305::generate_key(&mut OsRng);
            assert!(read(&other, &all).is_none());
        });
    }
}
