//! Canarytoken factories: strings with which a script or another person makes Canarytokens in one flock, without an API key.
//!
//! Whoever has such a string can create and download in its flock, and nothing else (vendor's documentation). It is a secret all the
//! same: it stays here, the page names a factory by a handle and gets the string only when a person wants to see or copy it.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Mutex;

use canary_api::endpoints::{CreateFactory, DeleteFactory, ListFactories, ListFactoryKinds};
use canary_api::{Error as ApiError, Outcome};
use secrecy::{ExposeSecret, SecretString};

use super::error::Error;
use super::forms::{MEMO_CHARS, clean_memo};
use super::handles::random_id;
use super::session::Session;
use super::{App, lock};

/// A factory without its string.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Factory {
    /// Its handle: the same until the session ends.
    pub id: String,
    /// Its reminder.
    pub memo: String,
    /// The flock that its Canarytokens go to.
    pub flock_id: String,
    /// That flock's name.
    pub flock: String,
    /// Is its link known? Consoles tell it only when they make the factory.
    pub has_link: bool,
}

/// A kind that factories can make.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FactoryKind {
    /// The Console's id.
    pub kind: String,
    /// Our plain name.
    pub name: String,
    /// Its icon.
    pub icon: String,
}

/// All factories, and what they can make.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Factories {
    /// In the order of the Console.
    pub factories: Vec<Factory>,
    /// By name; empty when the Console does not tell.
    pub kinds: Vec<FactoryKind>,
}

/// What a person hands on, so that somebody can use a factory.
pub struct Revealed {
    /// The string that stands for a key.
    pub code: SecretString,
    /// The page for people; only told by a Console when it makes the factory.
    pub link: Option<SecretString>,
    /// A line for a script that makes a first Canarytoken.
    pub command: SecretString,
}

impl fmt::Debug for Revealed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Revealed").finish_non_exhaustive()
    }
}

/// A factory as it is kept in memory.
#[derive(Clone)]
struct Known {
    id: String,
    memo: String,
    flock_id: String,
    auth: SecretString,
    url: Option<SecretString>,
}

impl Known {
    fn is(&self, auth: &SecretString) -> bool {
        self.auth.expose_secret() == auth.expose_secret()
    }
}

/// The factories of one Console that this session knows, with their strings. There is no `Debug` of it.
#[derive(Default)]
pub struct KnownFactories(Mutex<Vec<Known>>);

impl KnownFactories {
    /// Takes the Console's list. One that was known keeps its handle, and its link, which lists do not tell.
    fn take(&self, listed: Vec<canary_api::endpoints::Factory>) {
        let mut known = lock(&self.0);
        let next = listed.into_iter().map(|factory| {
            let before = known.iter().find(|one| one.is(&factory.auth));
            Known {
                id: before.map_or_else(random_id, |one| one.id.clone()),
                url: before.and_then(|one| one.url.clone()),
                memo: factory.memo,
                flock_id: factory.flock_id,
                auth: factory.auth,
            }
        });
        *known = next.collect();
    }

    fn all(&self) -> Vec<Known> {
        lock(&self.0).clone()
    }

    fn get(&self, id: &str) -> Result<Known, Error> {
        let known = lock(&self.0);
        known.iter().find(|one| one.id == id).cloned().ok_or(Error::FactoryGone)
    }

    fn add(&self, one: Known) {
        lock(&self.0).push(one);
    }

    fn remove(&self, id: &str) {
        lock(&self.0).retain(|one| one.id != id);
    }
}

impl App {
    /// Asks the Console for its factories, and for the kinds they can make.
    ///
    /// # Errors
    /// [`Error::NotConnected`], and those of the Console.
    pub async fn list_factories(&self) -> Result<Factories, Error> {
        let session = self.session()?;
        let (listed, kinds) = tokio::join!(
            session.client.send(&ListFactories),
            session.client.send(&ListFactoryKinds)
        );
        session.factories.take(listed?);
        let kinds = kinds.unwrap_or_else(|error| {
            tracing::warn!(%error, "what factories can make is not known");
            BTreeMap::new()
        });
        let mut kinds: Vec<FactoryKind> = kinds
            .into_iter()
            .map(|(kind, console_name)| FactoryKind {
                name: if self.catalogue.knows(&kind) {
                    self.catalogue.name(&kind)
                } else {
                    console_name
                },
                icon: self.catalogue.icon(&kind),
                kind,
            })
            .collect();
        kinds.sort_by_cached_key(|kind| kind.name.to_lowercase());
        let factories = session.factories.all();
        Ok(Factories {
            factories: factories.iter().map(|known| shown(&session, known)).collect(),
            kinds,
        })
    }

    /// Makes a factory. The request is never sent twice: where its answer is lost, the Console's list is searched for what it may have made.
    ///
    /// # Errors
    /// [`Error::MemoEmpty`], [`Error::MemoTooLong`], those of the Console; [`Error::FactoryUnknown`] when it cannot be told whether it was made.
    pub async fn create_factory(&self, flock: &str, memo: &str) -> Result<Factory, Error> {
        let memo = clean_memo(memo);
        if memo.is_empty() {
            return Err(Error::MemoEmpty);
        }
        if memo.chars().count() > MEMO_CHARS {
            return Err(Error::MemoTooLong { limit: MEMO_CHARS });
        }
        let session = self.session()?;
        // Only what is known before tells an older one with the same words from the one just made.
        session.factories.take(session.client.send(&ListFactories).await?);
        let request = CreateFactory {
            flock_id: flock.to_owned(),
            memo,
        };
        let made = match session.client.send(&request).await {
            Ok(made) => Known {
                id: random_id(),
                memo: request.memo,
                flock_id: request.flock_id,
                auth: made.auth,
                url: made.url.map(SecretString::from),
            },
            Err(error) if error.outcome() == Outcome::Unknown => {
                tracing::warn!(%error, "the answer to a new factory was lost; looking for it");
                return find_made(&session, &request).await;
            }
            Err(error) => return Err(error.into()),
        };
        let shown = shown(&session, &made);
        session.factories.add(made);
        Ok(shown)
    }

    /// What a person hands on of a factory.
    ///
    /// # Errors
    /// [`Error::FactoryGone`] when it is not known (any more).
    pub fn reveal_factory(&self, id: &str) -> Result<Revealed, Error> {
        let session = self.session()?;
        let known = session.factories.get(id)?;
        let command = command(session.client.console().as_str(), known.auth.expose_secret());
        Ok(Revealed {
            command: command.into(),
            link: known.url.clone(),
            code: known.auth,
        })
    }

    /// Deletes a factory; what it made stays. Where the answer was lost or refused, the Console's list tells whether it is still there.
    ///
    /// # Errors
    /// [`Error::FactoryGone`] when somebody else has deleted it, and those of the Console.
    pub async fn delete_token_factory(&self, id: &str) -> Result<(), Error> {
        let session = self.session()?;
        let known = session.factories.get(id)?;
        let delete = DeleteFactory {
            auth: known.auth.clone(),
        };
        let error = match session.client.send(&delete).await {
            Ok(()) => {
                session.factories.remove(id);
                return Ok(());
            }
            Err(error) => error,
        };
        // How a Console says that it does not know a factory is not documented: so any refusal is held against its list.
        let unsure =
            error.outcome() == Outcome::Unknown || matches!(error, ApiError::Refused { .. } | ApiError::NotFound);
        let listed = if unsure {
            session.client.send(&ListFactories).await.ok()
        } else {
            None
        };
        let Some(listed) = listed else { return Err(error.into()) };
        let there = listed.iter().any(|factory| known.is(&factory.auth));
        session.factories.take(listed);
        match (there, error.outcome()) {
            (true, _) => Err(error.into()),
            (false, Outcome::Unknown) => Ok(()),
            (false, Outcome::NotDone) => Err(Error::FactoryGone),
        }
    }
}

/// A line for a shell. Path and parameters: vendor's documentation of `canarytoken/factory/create`. What comes from the Console is quoted,
/// so that nothing of it can be run.
fn command(console: &str, code: &str) -> String {
    let quoted = |text: &str| format!("'{}'", text.replace('\'', r"'\''"));
    let address = quoted(&format!("{console}/api/v1/canarytoken/factory/create"));
    let values = [
        format!("factory_auth={code}"),
        "kind=http".into(),
        "memo=Where it will be".into(),
    ];
    let values = values.map(|value| format!(" \\\n  --data-urlencode {}", quoted(&value)));
    format!("curl {address}{}", values.concat())
}

/// Looks for the one factory that `request` can have made: none of those known before.
async fn find_made(session: &Session, request: &CreateFactory) -> Result<Factory, Error> {
    let before: Vec<String> = session.factories.all().into_iter().map(|known| known.id).collect();
    let listed = session
        .client
        .send(&ListFactories)
        .await
        .map_err(|_| Error::FactoryUnknown)?;
    session.factories.take(listed);
    let now = session.factories.all();
    let mut made = now.iter().filter(|known| {
        !before.contains(&known.id) && known.memo == request.memo && known.flock_id == request.flock_id
    });
    match (made.next(), made.next()) {
        (Some(one), None) => Ok(shown(session, one)),
        _ => Err(Error::FactoryUnknown),
    }
}

fn shown(session: &Session, known: &Known) -> Factory {
    Factory {
        id: known.id.clone(),
        memo: known.memo.clone(),
        flock_id: known.flock_id.clone(),
        flock: session.tokens.with(|index| index.flock_name(&known.flock_id)),
        has_link: known.url.is_some(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_a_console_sends_can_be_run_by_the_line_for_a_shell() {
        assert_eq!(
            command("https://a.canary.tools", "f00d'; rm -rf ~ #"),
            "curl 'https://a.canary.tools/api/v1/canarytoken/factory/create' \\\n  --data-urlencode 'factory_auth=f00d'\\''; rm -rf ~ #' \\\n  \
             --data-urlencode 'kind=http' \\\n  --data-urlencode 'memo=Where it will be'"
        );
    }
}
