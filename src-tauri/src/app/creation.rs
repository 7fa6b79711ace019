//! Making a Canarytoken: once, even where the answer is lost.

use std::collections::{BTreeMap, HashSet};
use std::time::{Duration, UNIX_EPOCH};

use canary_api::endpoints::{CreateToken, ListFlocks, ListKinds, PaginateTokens};
use canary_api::{Outcome, Token, pages};
use futures_util::TryStreamExt;

use super::App;
use super::error::Error;
use super::forms::{ChosenFile, FormInput, create_request};
use super::ports::{FileFilter, OpenFile};
use super::session::Session;
use super::tokens::Detail;

/// How far a Console's clock may be behind ours when a Canarytoken is looked for by its age.
const CLOCKS_DIFFER: Duration = Duration::from_secs(15 * 60);

/// A Canarytoken that was made.
#[derive(Debug, Clone)]
pub struct Created {
    /// It.
    pub token: Detail,
    /// Its answer was lost; it was found in the list.
    pub adopted: bool,
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
        let known: HashSet<String> = session.tokens.with(|index| index.alike(&request.kind, &request.memo));
        let (token, adopted) = match session.client.send(&request).await {
            Ok(token) => (token, false),
            Err(error) if error.outcome() == Outcome::Unknown => {
                tracing::warn!(%error, "the answer to a create was lost; looking for what it made");
                (self.find_made(&session, &request, &known).await?, true)
            }
            Err(error) => return Err(error.into()),
        };
        Ok(Created {
            token: self.take_in(token)?,
            adopted,
        })
    }

    /// Looks for the one Canarytoken that `request` can have made.
    async fn find_made(
        &self,
        session: &Session,
        request: &CreateToken,
        known: &HashSet<String>,
    ) -> Result<Token, Error> {
        if !session.abilities.list {
            return Err(Error::CreateUnknown);
        }
        let since = self.ports.clock.now() - CLOCKS_DIFFER - session.client.options().total_timeout;
        let since = since
            .duration_since(UNIX_EPOCH)
            .map_or(0.0, |since| since.as_secs_f64());
        let made = |token: &Token| {
            let flock = request.flock_id.as_deref().is_none_or(|flock| flock == token.flock_id);
            let new = !known.contains(&token.id) && token.created.is_none_or(|created| created >= since);
            flock && new && token.kind == request.kind && token.memo == request.memo
        };
        let first = PaginateTokens {
            limit: 500,
            ..PaginateTokens::default()
        };
        let found = pages(&session.client, first).try_fold(Vec::new(), |mut found, page| {
            found.extend(page.tokens.into_iter().filter(|token| made(token)));
            std::future::ready(Ok(found))
        });
        match <[Token; 1]>::try_from(found.await.map_err(|_| Error::CreateUnknown)?) {
            Ok([token]) => Ok(token),
            Err(_) => Err(Error::CreateUnknown),
        }
    }
}
