//! What an API key may do, found out without doing it.
//!
//! A Console tells nobody a key's role, and the texts of its refusals are not documented. So each ability is tried with a
//! request that cannot succeed: a complaint about its parameters means that the key may do it, a refusal of the key that it
//! may not, and anything unknown that it is worth trying.

use canary_api::{
    Client, Error as ApiError,
    endpoints::{CreateToken, DeleteToken, DisableToken, Download, PaginateTokens, Ping},
};

/// What the API key may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Abilities {
    /// List the Canarytokens.
    pub list: bool,
    /// Create them.
    pub create: bool,
    /// Change, switch and delete them.
    pub change: bool,
    /// Download their files.
    pub download: bool,
}

impl Abilities {
    /// All of them: what is assumed of a key that could not be asked about.
    pub const ALL: Self = Self {
        list: true,
        create: true,
        change: true,
        download: true,
    };
}

/// Asks the Console about its key.
///
/// # Errors
/// [`ApiError::KeyRefused`] when the key is not known, and whatever broke the way to the Console.
pub async fn ask(client: &Client) -> Result<Abilities, ApiError> {
    match client.send(&Ping {}).await {
        Ok(()) => {}
        // A key with few rights may not even ping: it is wrong only if it may not create either.
        Err(refusal @ (ApiError::KeyRefused { .. } | ApiError::NotAllowed { .. })) => {
            if !may_create(client).await {
                return Err(refusal);
            }
        }
        Err(error) => return Err(error),
    }
    let first = PaginateTokens {
        flock_id: None,
        limit: 1,
        cursor: None,
    };
    let (list, create, change, download) = tokio::join!(
        async { allowed(client.send(&first).await) },
        may_create(client),
        async { allowed(client.send(&DisableToken { id: nobody() }).await) },
        may_download(client),
    );
    Ok(Abilities {
        list,
        create,
        change,
        download,
    })
}

/// Was the key good enough for it, whatever else was wrong? How a Console words a refusal is not documented, so one that speaks
/// of permission counts even without the status that should go with it.
fn allowed<T>(answer: Result<T, ApiError>) -> bool {
    match answer {
        Err(ApiError::KeyRefused { .. } | ApiError::NotAllowed { .. }) => false,
        Err(ApiError::Refused { message }) => {
            let message = message.to_ascii_lowercase();
            let of_permission = [
                "permission",
                "permitted",
                "not allow",
                "unauthori",
                "forbidden",
                "privilege",
            ];
            !of_permission.iter().any(|word| message.contains(word))
        }
        _ => true,
    }
}

/// Tries to create something of no kind and without a reminder. Should a Console really make it, it is deleted at once.
async fn may_create(client: &Client) -> bool {
    let nothing = CreateToken {
        kind: "none".into(),
        ..CreateToken::default()
    };
    let answer = client.send(&nothing).await;
    if let Ok(token) = &answer {
        tracing::warn!("the Console made a Canarytoken without kind and reminder; it is deleted");
        let made = DeleteToken {
            id: token.id.clone(),
            clear_incidents: false,
        };
        drop(client.send(&made).await);
    }
    allowed(answer)
}

async fn may_download(client: &Client) -> bool {
    let mut nowhere = tokio::io::sink();
    allowed(
        client
            .download(&Download { id: nobody() }, &mut nowhere, &mut |_, _| {})
            .await,
    )
}

/// An id in the form of a Canarytoken's, of none.
fn nobody() -> String {
    std::iter::repeat_with(|| fastrand::char('a'..='z')).take(25).collect()
}
