//! Everything about one Canarytoken, and what is done to one alone.

use canary_api::endpoints::{DeleteApeeperFactory, FetchToken, RemoveS3, UpdateMemo};
use canary_api::{Outcome, Token};
use secrecy::SecretString;

use super::{Redirect, Reminder, Row, Selection};
use crate::app::App;
use crate::app::artifact_name;
use crate::app::catalogue::{Advice, CopyValue, Fact};
use crate::app::error::Error;
use crate::app::forms::{MEMO_CHARS, clean_memo};
use crate::app::qr::{self, Qr};
use crate::app::session::Session;
use crate::words::say;

/// Everything about one Canarytoken.
#[derive(Debug, Clone)]
pub struct Detail {
    /// As the list shows it.
    pub row: Row,
    /// The whole reminder.
    pub memo: String,
    /// Its parts, where it is in the documented form.
    pub reminder: Option<Reminder>,
    /// The Console's name of its kind.
    pub console_name: String,
    /// What raises an alert.
    pub triggers: String,
    /// Is its kind in our catalogue?
    pub known: bool,
    /// The file that can be saved.
    pub artifact: Option<ArtifactOffer>,
    /// What can be copied.
    pub copy: Vec<CopyValue>,
    /// Its QR code.
    pub qr: Option<Qr>,
    /// How to place and test it.
    pub advice: Advice,
    /// What else there is to know.
    pub facts: Vec<Fact>,
    /// Where it sends a visitor.
    pub redirect_url: Option<String>,
    /// What may be done to that address.
    pub redirect: Redirect,
    /// Does it look at the visitor's browser?
    pub browser_scanner: Option<bool>,
    /// By which its Apeeper factory is deleted.
    pub factory_hash: Option<String>,
    /// Has it a set-up in AWS?
    pub removable_bucket: bool,
    /// The bucket it watches.
    pub source_bucket: Option<String>,
    /// Can it raise alerts at all? Factories only make others.
    pub can_alert: bool,
}

/// A file that can be saved.
#[derive(Debug, Clone)]
pub struct ArtifactOffer {
    /// A believable name, with its extension.
    pub name: String,
    /// The extension without dot.
    pub extension: String,
    /// What people call such a file.
    pub label: String,
}

/// What is needed to take a bucket's set-up out of AWS.
#[derive(Debug, Clone)]
pub struct RemoveFromAws {
    /// The Canarytoken's id.
    pub id: String,
    /// AWS access key id.
    pub access_key: SecretString,
    /// AWS secret access key.
    pub secret_key: SecretString,
    /// AWS session token.
    pub session_token: Option<SecretString>,
    /// AWS region.
    pub region: String,
    /// Also delete the buckets with all that is in them?
    pub delete_buckets: bool,
    /// The watched bucket.
    pub source_bucket: Option<String>,
}

impl App {
    /// Everything about a Canarytoken of the list.
    ///
    /// # Errors
    /// [`Error::NotFound`] when it is not in the list; [`Error::NotConnected`].
    pub fn token(&self, id: &str) -> Result<Detail, Error> {
        let session = self.session()?;
        let (token, row) = session
            .tokens
            .with(|index| Some((index.get(id)?.clone(), index.row(id)?)))
            .ok_or(Error::NotFound)?;
        Ok(self.detail(&token, row))
    }

    /// Asks the Console about a Canarytoken, and takes its answer into the list.
    ///
    /// # Errors
    /// [`Error::NotFound`] when it was deleted there; it then leaves the list too.
    pub async fn fetch_token(&self, id: &str) -> Result<Detail, Error> {
        let session = self.session()?;
        let before = session.tokens.with(|index| index.get(id).cloned());
        match session.client.send(&FetchToken { id: id.to_owned() }).await {
            Ok(token) => self.take_in(&session, token),
            Err(error) => {
                let error = Error::from(error);
                if matches!(error, Error::NotFound) && before.is_some() {
                    session.tokens.with(|index| index.remove(id));
                    self.tell_list(&session, true);
                }
                Err(error)
            }
        }
    }

    /// Gives a Canarytoken another reminder. Where the answer was lost for good, the Console is asked how it stands.
    ///
    /// # Errors
    /// [`Error::MemoEmpty`], [`Error::MemoTooLong`], and those of the Console.
    pub async fn update_memo(&self, id: &str, memo: &str) -> Result<Detail, Error> {
        let (id, memo) = (id.to_owned(), checked_memo(memo)?);
        let session = self.session()?;
        let update = UpdateMemo {
            id: id.clone(),
            memo: memo.clone(),
        };
        let token = match session.client.send(&update).await {
            Err(error) if error.outcome() == Outcome::Unknown => match session.client.send(&FetchToken { id }).await {
                Ok(token) if token.memo == memo => token,
                _ => return Err(error.into()),
            },
            sent => sent?,
        };
        self.take_in(&session, token)
    }

    /// Takes a bucket's set-up out of AWS. Sent once, never by itself again.
    ///
    /// # Errors
    /// [`Error::Field`] when something is missing, and those of the Console.
    pub async fn remove_s3(&self, request: RemoveFromAws) -> Result<(), Error> {
        let RemoveFromAws {
            id,
            access_key,
            secret_key,
            session_token,
            region,
            delete_buckets,
            source_bucket,
        } = request;
        let source_bucket = source_bucket.filter(|bucket| !bucket.trim().is_empty());
        if delete_buckets && source_bucket.is_none() {
            return Err(Error::Field {
                field: "sourceBucket".into(),
                message: say!("Name the bucket that shall be deleted.").into(),
            });
        }
        if region.trim().is_empty() {
            return Err(Error::Field {
                field: "region".into(),
                message: say!("Choose the region of the bucket.").into(),
            });
        }
        let session = self.session()?;
        let request = RemoveS3 {
            id,
            access_key,
            secret_key,
            session_token,
            region: region.trim().into(),
            delete_buckets,
            source_bucket,
        };
        Ok(session.client.send(&request).await?)
    }

    /// Deletes an Apeeper factory.
    ///
    /// # Errors
    /// [`Error::Field`] without a hash, and those of the Console.
    pub async fn delete_factory(&self, hash: &str) -> Result<(), Error> {
        let hash = hash.trim().to_owned();
        if hash.is_empty() {
            return Err(Error::Field {
                field: "hash".into(),
                message: say!("The factory’s hash is missing.").into(),
            });
        }
        let session = self.session()?;
        let request = DeleteApeeperFactory { hash: hash.clone() };
        session.client.send(&request).await?;
        // Whether its entry leaves the list with it is the Console's affair.
        let entry = session.tokens.with(|index| {
            let of_it = |token: &Token| token.kind == "apeeper" && token.field("factory_auth").as_ref() == Some(&hash);
            let mut tokens = index.entries.iter().map(|entry| &entry.token);
            tokens.find(|token| of_it(token)).map(|token| token.id.clone())
        });
        if let Some(id) = entry {
            drop(self.fetch_token(&id).await);
        }
        Ok(())
    }

    /// How many of what a selection holds.
    ///
    /// # Errors
    /// [`Error::NotConnected`].
    pub fn summarize(&self, selection: &Selection) -> Result<super::Summary, Error> {
        Ok(self.session()?.tokens.with(|index| index.summarize(selection)))
    }

    /// Takes what the Console of `session` answered into its list. Such answers lack what only lists tell; that is kept.
    pub(crate) fn take_in(&self, session: &Session, mut token: Token) -> Result<Detail, Error> {
        let row = session.tokens.with(|index| {
            if let Some(before) = index.get(&token.id) {
                token.node_id = token.node_id.take().or_else(|| before.node_id.clone());
                token.unacked_alert_count = token.unacked_alert_count.or(before.unacked_alert_count);
            }
            index.put(&self.catalogue, token.clone());
            index.row(&token.id)
        });
        self.tell_list(session, true);
        let row = row.ok_or(Error::Internal("a Canarytoken vanished while it was taken in"))?;
        Ok(self.detail(&token, row))
    }

    fn detail(&self, token: &Token, row: Row) -> Detail {
        let kind = token.kind.as_str();
        let factory_hash = (kind == "apeeper").then(|| token.field("factory_auth")).flatten();
        Detail {
            memo: token.memo.clone(),
            reminder: Reminder::read(&token.memo),
            console_name: self.catalogue.console_name(kind),
            triggers: self.catalogue.triggers(kind),
            known: self.catalogue.knows(kind),
            artifact: self.catalogue.artifact(kind).map(|artifact| ArtifactOffer {
                name: artifact_name::suggested(artifact, token.field("doc_name").as_deref(), &token.id),
                extension: artifact.extension.clone(),
                label: artifact.label.clone(),
            }),
            copy: self.catalogue.copy_values(token),
            qr: (kind == "qr-code").then(|| qr::draw(token.url.as_deref()?)).flatten(),
            advice: self.catalogue.advice(kind),
            facts: self.catalogue.facts(token),
            redirect_url: token.field("browser_redirect_url"),
            redirect: Redirect::of(&self.catalogue, token),
            browser_scanner: token
                .field("browser_scanner_enabled")
                .map(|value| value.eq_ignore_ascii_case("true") || value == "1"),
            removable_bucket: kind == "aws-s3",
            source_bucket: token.field("s3_source_bucket"),
            can_alert: kind != "tokenfactory",
            factory_hash,
            row,
        }
    }
}

/// The reminder as it is sent, if a Console takes it.
fn checked_memo(memo: &str) -> Result<String, Error> {
    let memo = clean_memo(memo);
    if memo.is_empty() {
        return Err(Error::MemoEmpty);
    }
    if memo.chars().count() > MEMO_CHARS {
        return Err(Error::MemoTooLong { limit: MEMO_CHARS });
    }
    Ok(memo)
}
