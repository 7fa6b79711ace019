//! Sending requests: the only place that knows of keys in headers, time limits, redirects, tries and sizes.

use std::sync::Arc;

use reqwest::header::{CONTENT_DISPOSITION, CONTENT_TYPE, HeaderValue, LOCATION};
use reqwest::multipart::{Form, Part};
use reqwest::{Method, RequestBuilder, Response, redirect};
use secrecy::{ExposeSecret, SecretString};
use tokio::io::{AsyncWrite, AsyncWriteExt};
use url::Url;

use crate::endpoints::{Download, Endpoint, Parameters};
use crate::limit::Gate;
use crate::retry::{Rule, asked, patience, pause};
use crate::{ApiKey, ConsoleUrl, Error, Options, decode};

/// The header of the API key. Source: the vendor's API documentation. It keeps the key out of addresses and logs.
const KEY_HEADER: &str = "X-Canary-Auth-Token";
/// Most redirects a download follows.
const MOST_HOPS: usize = 5;

/// A connection to one Console with one key. Clones share connections and limits.
#[derive(Clone)]
pub struct Client {
    console: ConsoleUrl,
    key: HeaderValue,
    http: reqwest::Client,
    options: Arc<Options>,
    gate: Arc<Gate>,
}

impl std::fmt::Debug for Client {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Client")
            .field("console", &self.console)
            .finish_non_exhaustive()
    }
}

/// What came with a downloaded file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Downloaded {
    /// `Content-Disposition` as sent: not a safe file name yet.
    pub disposition: Option<String>,
    /// `Content-Type` as sent.
    pub content_type: Option<String>,
    /// Bytes written.
    pub bytes: u64,
}

impl Client {
    /// A client for the Console at `console`. Nothing is sent yet.
    ///
    /// # Errors
    /// [`Error::Invalid`] when the TLS library or the header cannot be set up.
    pub fn new(console: ConsoleUrl, key: &ApiKey, options: Options) -> Result<Self, Error> {
        let invalid = |message: &str| Error::Invalid {
            message: message.into(),
        };
        let mut key =
            HeaderValue::from_str(key.expose()).map_err(|_| invalid("the API key does not fit into a header"))?;
        key.set_sensitive(true);
        let mut builder = reqwest::Client::builder()
            .user_agent(&options.user_agent)
            .connect_timeout(options.connect_timeout)
            .read_timeout(options.idle_timeout)
            .redirect(redirect::Policy::none())
            .referer(false);
        if console.is_loopback() {
            builder = builder.no_proxy();
        }
        let http = builder
            .build()
            .map_err(|_| invalid("no protected connections can be made on this computer"))?;
        let gate = Arc::new(Gate::new(options.max_in_flight));
        Ok(Self {
            console,
            key,
            http,
            options: Arc::new(options),
            gate,
        })
    }

    /// The Console it talks to.
    pub fn console(&self) -> &ConsoleUrl {
        &self.console
    }

    /// The limits it keeps.
    pub fn options(&self) -> &Options {
        &self.options
    }

    /// Sends a request, again where its [`Rule`] allows, and reads the answer.
    ///
    /// # Errors
    /// The last try's [`Error`]; [`Error::outcome`] tells whether the Console may have carried it out.
    pub async fn send<E: Endpoint>(&self, request: &E) -> Result<E::Answer, Error> {
        let mut tried = 1;
        loop {
            let error = match self.send_once(request).await {
                Ok(answer) => return Ok(answer),
                Err(error) => error,
            };
            if tried > 1
                && let Some(answer) = request.settled_by(&error)
            {
                return Ok(answer);
            }
            self.wait_to_repeat(E::RULE, tried, error, E::PATH).await?;
            tried += 1;
        }
    }

    /// Downloads an artifact into `into`. Tried again only while nothing was written; `progress` hears bytes so far and, if known, in all.
    ///
    /// # Errors
    /// As [`Client::send`]; also when the answer is a refusal or a web page instead of a file, or ends too early.
    pub async fn download<W: AsyncWrite + Unpin + Send>(
        &self,
        request: &Download,
        into: &mut W,
        progress: &mut (dyn FnMut(u64, Option<u64>) + Send),
    ) -> Result<Downloaded, Error> {
        let mut tried = 1;
        loop {
            let mut written = 0;
            let error = match self.download_once(request, into, &mut written, progress).await {
                Ok(done) => return Ok(done),
                Err(error) => error,
            };
            if written > 0 {
                return Err(error);
            }
            self.wait_to_repeat(Rule::Repeatable, tried, error, Download::PATH)
                .await?;
            tried += 1;
        }
    }

    /// Waits until the next try is due, or gives the error back if there is none.
    async fn wait_to_repeat(&self, rule: Rule, tried: u32, error: Error, path: &str) -> Result<(), Error> {
        let due = rule.allows(&error) && tried < self.options.retry.tries;
        match pause(self.options.retry, tried + 1, &error).filter(|_| due) {
            Some(pause) => {
                tracing::info!(path, tried, %error, "will try again");
                tokio::time::sleep(pause).await;
                Ok(())
            }
            None => Err(error),
        }
    }

    /// Sends a request once, whatever comes of it: for those who ask again by themselves, at their own pace.
    ///
    /// # Errors
    /// As [`Client::send`].
    pub async fn send_once<E: Endpoint>(&self, request: &E) -> Result<E::Answer, Error> {
        let _place = self.gate.enter().await;
        let url = self.endpoint(E::PATH)?;
        let parameters = request.parameters();
        let secrets = parameters.secrets.clone();
        let builder = self.fill(self.http.request(E::METHOD, url), &E::METHOD, parameters)?;
        let mut response = builder
            .header(KEY_HEADER, self.key.clone())
            .timeout(self.options.total_timeout)
            .send()
            .await
            .map_err(Error::from_transport)?;
        let body = self.read(&mut response).await?;
        let members = self.judge(
            &response,
            decode::envelope(response.status().as_u16(), &body, self.options.max_depth),
        );
        let members = members.map_err(|error| {
            let hide = |error: Error, secret: &SecretString| error.hiding(secret.expose_secret());
            secrets.iter().map(|(_, secret)| secret).fold(error, hide)
        })?;
        drop(body);
        request.read(members)
    }

    /// Adds what only the headers know, and lets the gate learn from it.
    fn judge<T>(&self, response: &Response, read: Result<T, Error>) -> Result<T, Error> {
        let after = asked(response.headers());
        // A pause that nobody waits for must not hold up what is asked next.
        let bearable = after.filter(|after| *after <= patience(self.options.retry));
        match read {
            Err(Error::TooMany { .. }) => {
                self.gate.slow_down(bearable);
                Err(Error::TooMany { retry_after: after })
            }
            Err(Error::Status { code, .. }) => {
                if code == 503 {
                    self.gate.slow_down(bearable);
                }
                Err(Error::Status {
                    code,
                    retry_after: after,
                })
            }
            other => {
                self.gate.speed_up();
                other.map_err(|error| error.hiding(self.key.to_str().unwrap_or_default()))
            }
        }
    }

    fn endpoint(&self, path: &str) -> Result<Url, Error> {
        Url::parse(&format!("{}/api/v1/{path}", self.console.as_str())).map_err(|_| Error::Invalid {
            message: "the address and the path do not fit together".into(),
        })
    }

    fn fill(&self, builder: RequestBuilder, method: &Method, parameters: Parameters) -> Result<RequestBuilder, Error> {
        let Parameters { texts, secrets, files } = parameters;
        let plain = texts.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        let hidden = secrets
            .iter()
            .map(|(name, value)| (name.as_str(), value.expose_secret()));
        let pairs: Vec<(&str, &str)> = plain.chain(hidden).collect();
        if *method == Method::GET {
            return Ok(if pairs.is_empty() {
                builder
            } else {
                builder.query(&pairs)
            });
        }
        if files.is_empty() {
            return Ok(builder.form(&pairs));
        }
        let mut form = Form::new();
        for (name, value) in pairs {
            form = form.text(name.to_owned(), value.to_owned());
        }
        for file in files {
            let part = Part::bytes(file.bytes)
                .file_name(file.file_name)
                .mime_str(&file.mime)
                .map_err(|_| Error::Invalid {
                    message: "the file's type cannot be said".into(),
                })?;
            form = form.part(file.field, part);
        }
        Ok(builder.multipart(form))
    }

    /// Reads an answer up to the limit.
    async fn read(&self, response: &mut Response) -> Result<Vec<u8>, Error> {
        let limit = self.options.max_answer_bytes;
        let too_large = Error::TooLarge { limit };
        if response.content_length().is_some_and(|length| length > limit) {
            return Err(too_large);
        }
        let mut body = Vec::with_capacity(
            response
                .content_length()
                .and_then(|length| usize::try_from(length).ok())
                .unwrap_or(0),
        );
        while let Some(chunk) = response.chunk().await.map_err(Error::from_transport)? {
            if (body.len() + chunk.len()) as u64 > limit {
                return Err(too_large);
            }
            body.extend_from_slice(&chunk);
        }
        Ok(body)
    }

    async fn download_once<W: AsyncWrite + Unpin + Send>(
        &self,
        request: &Download,
        into: &mut W,
        written: &mut u64,
        progress: &mut (dyn FnMut(u64, Option<u64>) + Send),
    ) -> Result<Downloaded, Error> {
        let _place = self.gate.enter().await;
        let mut response = self.follow(request).await?;
        let header = |name| {
            response
                .headers()
                .get(name)
                .map(|value: &HeaderValue| String::from_utf8_lossy(value.as_bytes()).into_owned())
        };
        let (disposition, content_type) = (header(CONTENT_DISPOSITION), header(CONTENT_TYPE));
        // Asked now, because it tells what is still to come.
        let total = response.content_length();
        let first = response
            .chunk()
            .await
            .map_err(Error::from_transport)?
            .unwrap_or_default();
        let kind = content_type.as_deref().unwrap_or_default().to_ascii_lowercase();
        let said_json = kind.starts_with("application/json");
        // Some servers send a refusal without saying that it is JSON; no artifact of a Console begins with a brace.
        if !response.status().is_success()
            || said_json
            || first.trim_ascii_start().starts_with(b"{") && disposition.is_none()
        {
            let mut body = first.to_vec();
            body.extend(self.read(&mut response).await?);
            let judged = self.judge(
                &response,
                decode::envelope(response.status().as_u16(), &body, self.options.max_depth),
            );
            return judged.and(Err(Error::Odd {
                path: ".".into(),
                message: "an answer instead of a file".into(),
            }));
        }
        if kind.starts_with("text/html") || decode::looks_like_html(&first) {
            return Err(Error::NotJson { looks_like_html: true });
        }
        let mut next = Some(first);
        while let Some(chunk) = next {
            if !chunk.is_empty() {
                *written += chunk.len() as u64;
                into.write_all(&chunk).await.map_err(Error::Write)?;
                progress(*written, total);
            }
            next = response.chunk().await.map_err(Error::from_transport)?;
        }
        into.flush().await.map_err(Error::Write)?;
        if total.is_some_and(|total| total != *written) {
            return Err(Error::ConnectionLost);
        }
        Ok(Downloaded {
            disposition,
            content_type,
            bytes: *written,
        })
    }

    /// Asks for the file and follows redirects by hand: the key goes to the Console's own origin only, and nothing goes down to plain http.
    async fn follow(&self, request: &Download) -> Result<Response, Error> {
        let mut url = self.endpoint(Download::PATH)?;
        let home = url.origin();
        let parameters = request.parameters();
        url.query_pairs_mut().extend_pairs(&parameters.texts);
        for _ in 0..=MOST_HOPS {
            let mut builder = self.http.get(url.clone());
            if url.origin() == home {
                builder = builder.header(KEY_HEADER, self.key.clone());
            }
            let response = builder.send().await.map_err(Error::from_transport)?;
            if !response.status().is_redirection() {
                return Ok(response);
            }
            let place = response.headers().get(LOCATION).and_then(|place| place.to_str().ok());
            let next = place
                .and_then(|place| url.join(place).ok())
                .ok_or(Error::RedirectedAway)?;
            if next.origin() != home && next.scheme() != "https" {
                return Err(Error::RedirectedAway);
            }
            url = next;
        }
        Err(Error::RedirectedAway)
    }
}
