//! Making a Canarytoken: once, even where the answer is lost.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::pin::pin;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use canary_api::endpoints::{CreateToken, ListFlocks, ListKinds, PaginateTokens};
use canary_api::{Outcome, Token, pages};
use futures_util::StreamExt;

use super::App;
use super::catalogue::{Field, Kind, SKIP_IF_EXISTS};
use super::error::Error;
use super::forms::{ChosenFile, FormInput, create_request};
use super::ports::{Clock, FileFilter, OpenFile};
use super::session::Session;
use super::tokens::Detail;
use crate::words::say;

/// How far a Console's clock may be behind ours when a Canarytoken is looked for by its age, where all older ones are known.
const CLOCKS_DIFFER: Duration = Duration::from_secs(15 * 60);
/// The same where the list was never complete: then the age alone tells an older one with the same words from the one just made.
const CLOCKS_AGREE: Duration = Duration::from_secs(60);

/// A Canarytoken that was made.
#[derive(Debug, Clone)]
pub struct Created {
    /// It.
    pub token: Detail,
    /// Its answer was lost; it was found in the list.
    pub adopted: bool,
    /// It was there before, and the person asked for that one then: nothing was made.
    pub existed: bool,
}

impl App {
    /// The kinds that the connected Console offers, asked for once. `None` when it does not tell.
    ///
    /// # Errors
    /// [`Error::NotConnected`], or the way to the Console is broken.
    pub async fn console_kinds(&self) -> Result<Option<BTreeMap<String, String>>, Error> {
        let session = self.session()?;
        if let Some(kinds) = session.tokens.kinds() {
            return Ok(Some(kinds));
        }
        match session.client.send(&ListKinds).await {
            Ok(kinds) => {
                session.tokens.set_kinds(kinds.clone());
                Ok(Some(kinds))
            }
            // A key that may only create need not be allowed to ask what.
            Err(error) if error.outcome() == Outcome::NotDone && !error.is_retryable() => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// Lets the person choose a file for a field of a kind's form. `None` when they cancel.
    ///
    /// # Errors
    /// [`Error::KindUnknown`] when there is no such field; [`Error::File`] when the file cannot be used for it.
    pub async fn choose_file(&self, kind: &str, field: &str) -> Result<Option<ChosenFile>, Error> {
        let field = self
            .catalogue
            .kind(kind)
            .and_then(|kind| kind.fields.iter().find(|one| one.name == field));
        let field = field.ok_or(Error::KindUnknown)?;
        let filter = Some(FileFilter {
            label: field.label.clone(),
            extensions: field.accept.clone(),
        });
        let ask = OpenFile {
            title: say!("Choose: {field}", field = field.label),
            filter,
            folder: self.preferences.get().folder,
        };
        let Some(path) = self.ports.dialogs.open(ask).await else {
            return Ok(None);
        };
        Ok(Some(self.chosen_files.choose(path, field).await?))
    }

    /// The flocks: id to name, by name. Asked of the Console unless the list has brought them.
    ///
    /// # Errors
    /// Those of the Console.
    pub async fn flocks(&self) -> Result<Vec<(String, String)>, Error> {
        let session = self.session()?;
        let mut flocks = session.tokens.with(|index| index.flocks().clone());
        if flocks.is_empty() {
            flocks = session.client.send(&ListFlocks).await?;
        }
        let mut flocks: Vec<_> = flocks.into_iter().collect();
        flocks.sort_by_cached_key(|(_, name)| name.to_lowercase());
        Ok(flocks)
    }

    /// Makes the Canarytoken that the form describes. A request whose answer is lost is never sent again: the list is searched
    /// for what it may have made.
    ///
    /// # Errors
    /// Those of the form and of the Console; [`Error::CreateUnknown`] when it cannot be told whether it was made.
    pub async fn create_token(&self, input: &FormInput) -> Result<Created, Error> {
        let session = self.session()?;
        let request = create_request(&self.catalogue, &self.chosen_files, input).await?;
        // Two that are alike could each find what the other made, so the second waits.
        let alike = session.tokens.alike_creates(&request.kind, &request.memo);
        let _turn = alike.lock().await;
        let sent = Sent::now(&session, &*self.ports.clock, &request.kind, &request.memo);
        let (token, adopted) = match session.client.send(&request).await {
            Ok(token) => (token, false),
            Err(error) if error.outcome() == Outcome::Unknown => {
                tracing::warn!(%error, "the answer to a create was lost; looking for what it made");
                (find_made(&session, &request, sent.clone()).await?, true)
            }
            Err(error) => return Err(blame(error, self.catalogue.kind(&request.kind), &request)),
        };
        let existed = sent.before.contains(&token.id);
        session.tokens.claim(&token.id);
        Ok(Created {
            token: self.take_in(&session, token)?,
            adopted,
            existed,
        })
    }
}

/// The field that a refusal is about: the one it names (`Could not process the parameters. cloned_web is invalid, …`), or the only
/// one that was filled in.
fn blame(error: canary_api::Error, kind: Option<&Kind>, request: &CreateToken) -> Error {
    let canary_api::Error::Refused { message } = &error else {
        return error.into();
    };
    let Some(rest) = message.strip_prefix("Could not process the parameters") else {
        return error.into();
    };
    let filled = |field: &&Field| {
        let sent = request.fields.iter().find(|(name, _)| *name == field.name);
        let chosen = sent.is_some_and(|(_, value)| field.default.as_ref() != Some(value));
        chosen || request.files.iter().any(|file| file.field == field.name)
    };
    let fields = kind.map_or(&[][..], |kind| &kind.fields);
    let named = fields
        .iter()
        .find(|field| rest.split_whitespace().any(|word| word == field.name));
    let mut filled = fields.iter().filter(filled);
    let only = filled
        .next()
        .filter(|_| filled.next().is_none() && request.secrets.is_empty());
    match named.or(only) {
        Some(field) => Error::FieldRefused {
            field: field.name.clone(),
            words: message.clone(),
        },
        None => error.into(),
    }
}

/// A create whose answer was lost, as it is looked for.
#[derive(Debug, Clone)]
pub(crate) struct Lost {
    pub kind: String,
    pub memo: String,
    pub flock: Option<String>,
    /// Was the Console asked for the one it has, so that it may have made none?
    pub old_will_do: bool,
    /// What was known when it was sent.
    pub sent: Sent,
}

/// A create that left, and what was known then.
#[derive(Debug, Clone, PartialEq)]
pub struct Sent {
    /// When it left.
    pub at: SystemTime,
    /// Those of the same kind with the same reminder that were there before.
    pub before: HashSet<String>,
    /// Were all that were there before known?
    pub all_known: bool,
}

impl Sent {
    /// One that leaves now.
    pub(crate) fn now(session: &Session, clock: &dyn Clock, kind: &str, memo: &str) -> Self {
        Self {
            at: clock.now(),
            before: session.tokens.with(|index| index.alike(kind, memo)),
            all_known: session.tokens.status().refreshed_at.is_some(),
        }
    }
}

impl Lost {
    /// Can this create have made `token`?
    fn can_be(&self, token: &Token) -> bool {
        let Sent { at, before, all_known } = &self.sent;
        let since = at.checked_sub(if *all_known { CLOCKS_DIFFER } else { CLOCKS_AGREE });
        let since = since.and_then(|since| since.duration_since(UNIX_EPOCH).ok());
        let since = since.map_or(0.0, |since| since.as_secs_f64());
        let flock = self.flock.as_deref().is_none_or(|flock| flock == token.flock_id);
        let new = token.created.map_or(*all_known, |created| created >= since) && !before.contains(&token.id);
        flock && (new || self.old_will_do) && token.kind == self.kind && token.memo == self.memo
    }
}

/// Looks through the whole list once for what each of `lost` can have made, in their order. What another create claimed is left out,
/// unless the Console was asked for the one it has.
pub(crate) async fn look_for(session: &Session, lost: &[Lost]) -> Result<Vec<Vec<Token>>, Error> {
    let mut wanted: HashMap<(&str, &str), Vec<usize>> = HashMap::new();
    for (place, one) in lost.iter().enumerate() {
        wanted.entry((&one.kind, &one.memo)).or_default().push(place);
    }
    let first = PaginateTokens {
        limit: 500,
        ..PaginateTokens::default()
    };
    // By id: while a list grows, its pages shift, and one may stand on two of them.
    let mut found: Vec<BTreeMap<String, Token>> = vec![BTreeMap::new(); lost.len()];
    let mut all = pin!(pages(&session.client, first));
    while let Some(page) = all.next().await {
        for token in page?.tokens {
            let places = wanted.get(&(token.kind.as_str(), token.memo.as_str()));
            for place in places.into_iter().flatten() {
                let free = lost[*place].old_will_do || !session.tokens.is_claimed(&token.id);
                if free && lost[*place].can_be(&token) {
                    found[*place].insert(token.id.clone(), token.clone());
                }
            }
        }
    }
    Ok(found.into_iter().map(|found| found.into_values().collect()).collect())
}

/// Looks for the one Canarytoken that `request` can have made.
async fn find_made(session: &Session, request: &CreateToken, sent: Sent) -> Result<Token, Error> {
    if !session.abilities.list {
        return Err(Error::CreateUnknown);
    }
    let lost = Lost {
        kind: request.kind.clone(),
        memo: request.memo.clone(),
        flock: request.flock_id.clone(),
        old_will_do: request.fields.contains(&(SKIP_IF_EXISTS.to_owned(), "true".to_owned())),
        sent,
    };
    let found = look_for(session, &[lost]).await.map_err(|_| Error::CreateUnknown)?;
    let mut found = found.into_iter().flatten();
    match (found.next(), found.next()) {
        (Some(token), None) => Ok(token),
        _ => Err(Error::CreateUnknown),
    }
}
