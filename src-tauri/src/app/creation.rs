//! Making a Canarytoken: once, even where the answer is lost.

use std::collections::{BTreeMap, HashSet};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use canary_api::endpoints::{CreateToken, ListFlocks, ListKinds, PaginateTokens};
use canary_api::{Outcome, Token, pages};
use futures_util::TryStreamExt;

use super::App;
use super::catalogue::{Field, Kind, SKIP_IF_EXISTS};
use super::error::Error;
use super::forms::{ChosenFile, FormInput, create_request};
use super::ports::{FileFilter, OpenFile};
use super::session::Session;
use super::tokens::Detail;

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
            title: format!("Choose: {}", field.label),
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
        let before = session.tokens.with(|index| index.alike(&request.kind, &request.memo));
        let sent = self.ports.clock.now();
        let (token, adopted) = match session.client.send(&request).await {
            Ok(token) => (token, false),
            Err(error) if error.outcome() == Outcome::Unknown => {
                tracing::warn!(%error, "the answer to a create was lost; looking for what it made");
                (find_made(&session, &request, &before, sent).await?, true)
            }
            Err(error) => return Err(blame(error, self.catalogue.kind(&request.kind), &request)),
        };
        let existed = before.contains(&token.id);
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

/// Looks for the one Canarytoken that `request`, `sent` then, can have made. It is none of those `before`.
async fn find_made(
    session: &Session,
    request: &CreateToken,
    before: &HashSet<String>,
    sent: SystemTime,
) -> Result<Token, Error> {
    if !session.abilities.list {
        return Err(Error::CreateUnknown);
    }
    let all_known = session.tokens.status().refreshed_at.is_some();
    let since = sent.checked_sub(if all_known { CLOCKS_DIFFER } else { CLOCKS_AGREE });
    let since = since.and_then(|since| since.duration_since(UNIX_EPOCH).ok());
    let since = since.map_or(0.0, |since| since.as_secs_f64());
    // Asked for the one it has, the Console may have made none.
    let old_will_do = request.fields.contains(&(SKIP_IF_EXISTS.to_owned(), "true".to_owned()));
    let made = |token: &Token| {
        let flock = request.flock_id.as_deref().is_none_or(|flock| flock == token.flock_id);
        let new = token.created.map_or(all_known, |created| created >= since) && !before.contains(&token.id);
        flock && (new || old_will_do) && token.kind == request.kind && token.memo == request.memo
    };
    let first = PaginateTokens {
        limit: 500,
        ..PaginateTokens::default()
    };
    // By id: while a list grows, its pages shift, and one may stand on two of them.
    let found = pages(&session.client, first).try_fold(BTreeMap::new(), |mut found, page| {
        let made = page.tokens.into_iter().filter(|token| made(token));
        found.extend(made.map(|token| (token.id.clone(), token)));
        std::future::ready(Ok(found))
    });
    let mut found = found.await.map_err(|_| Error::CreateUnknown)?.into_values();
    match (found.next(), found.next()) {
        (Some(token), None) => Ok(token),
        _ => Err(Error::CreateUnknown),
    }
}
