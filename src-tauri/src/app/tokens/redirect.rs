//! Where a Canarytoken sends its visitors on.

use canary_api::endpoints::{FetchToken, RemoveRedirect, UpdateRedirect};
use canary_api::{Endpoint, Outcome, Token};

use super::Detail;
use crate::app::App;
use crate::app::catalogue::{Catalogue, Field, FieldKind};
use crate::app::error::Error;
use crate::app::forms::check_value;
use crate::app::session::Session;
use crate::words::say;

/// The parameter of `canarytoken/create`, and the field of a Canarytoken (vendor's documentation).
const FIELD: &str = "browser_redirect_url";

/// What may be done to the address that a kind leads on to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Redirect {
    /// It has none and can have none.
    None,
    /// It must have one, which may be changed.
    Always,
    /// It may have one, and may go without.
    Optional,
}

impl Redirect {
    /// By the form of its kind, and by the line `redirect` in its file. A Canarytoken of any other kind that has an address may keep,
    /// change or lose it: the Console has the last word.
    pub fn of(catalogue: &Catalogue, token: &Token) -> Self {
        let kind = catalogue.kind(&token.kind);
        let field = kind.and_then(|kind| kind.fields.iter().find(|field| field.name == FIELD));
        match field {
            Some(field) if field.required => Self::Always,
            Some(_) => Self::Optional,
            None if kind.is_some_and(|kind| kind.redirect) || token.field(FIELD).is_some() => Self::Optional,
            None => Self::None,
        }
    }
}

impl App {
    /// Sends the visitors of a Canarytoken to another page, or nowhere. Where the answer was lost for good, the Console is asked how it stands.
    ///
    /// # Errors
    /// [`Error::Field`] when the address is not one of the web, and those of the Console.
    pub async fn set_redirect(&self, id: &str, address: Option<&str>) -> Result<Detail, Error> {
        let address = address.map(checked).transpose()?;
        let session = self.session()?;
        let id = id.to_owned();
        let token = match &address {
            Some(address) => {
                let update = UpdateRedirect {
                    id: id.clone(),
                    redirect_url: address.clone(),
                };
                confirmed(&session, &id, &update, Some(address)).await?
            }
            None => confirmed(&session, &id, &RemoveRedirect { id: id.clone() }, None).await?,
        };
        self.take_in(&session, token)
    }
}

/// Sends `request`. What the Console then tells of the Canarytoken must be what was wanted: an answer without it is not believed.
async fn confirmed<E: Endpoint<Answer = Token>>(
    session: &Session,
    id: &str,
    request: &E,
    wanted: Option<&str>,
) -> Result<Token, Error> {
    let is_so = |token: &Token| token.field(FIELD).as_deref() == wanted;
    let told = session.client.send(request).await;
    let error = match told {
        Ok(token) if is_so(&token) => return Ok(token),
        Ok(_) => None,
        Err(error) if error.outcome() == Outcome::Unknown => Some(error),
        Err(error) => return Err(error.into()),
    };
    let now = session.client.send(&FetchToken { id: id.to_owned() }).await;
    match (now, error) {
        (Ok(token), _) if is_so(&token) => Ok(token),
        (_, Some(error)) => Err(error.into()),
        (Err(error), None) => Err(error.into()),
        // A Console may write the address in another way than it was sent; it is what holds.
        (Ok(token), None) => Ok(token),
    }
}

/// The address as it is sent, if a browser may be sent there.
fn checked(typed: &str) -> Result<String, Error> {
    let wrong = |message: String| Error::Field {
        field: "redirectUrl".into(),
        message,
    };
    let typed = typed.trim();
    if typed.is_empty() {
        return Err(wrong(
            say!("Write the address of a page, such as https://www.example.com/").into(),
        ));
    }
    let field = Field {
        name: FIELD.into(),
        kind: FieldKind::Url,
        invalid: Some(say!("Write a whole web address that starts with https:// or http://").into()),
        ..Field::default()
    };
    check_value(&field, typed).map_err(wrong)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::panic)]
mod tests {
    use super::*;

    fn refusal(typed: &str) -> String {
        match checked(typed) {
            Err(Error::Field { field, message }) => {
                assert_eq!(field, "redirectUrl");
                message
            }
            other => panic!("{typed}: {other:?}"),
        }
    }

    #[test]
    fn only_pages_of_the_web_are_led_on_to() {
        assert_eq!(
            checked("  https://www.example.org/a?b=c ").unwrap(),
            "https://www.example.org/a?b=c"
        );
        assert_eq!(checked("http://10.0.0.1:8080/").unwrap(), "http://10.0.0.1:8080/");
        for script in [
            "javascript:alert(1)",
            " JavaScript:alert(1)",
            "java\tscript:alert(1)",
            "data:text/html,x",
        ] {
            assert!(refusal(script).starts_with("This would run something"), "{script}");
        }
        assert_eq!(
            refusal(" "),
            "Write the address of a page, such as https://www.example.com/"
        );
        assert!(refusal("www.example.org").contains("https://www.example.org"));
        for odd in [
            "ftp://example.org/",
            "https://",
            "file:///etc/passwd",
            "https://a:b@example.org/",
        ] {
            assert!(!refusal(odd).is_empty(), "{odd}");
        }
    }

    #[test]
    fn a_kinds_form_and_file_say_if_it_may_lead_on() {
        let catalogue = Catalogue::load();
        let of = |json: &str| Redirect::of(&catalogue, &serde_json::from_str(json).unwrap());
        assert_eq!(of(r#"{"canarytoken":"a","kind":"fast-redirect"}"#), Redirect::Always);
        assert_eq!(of(r#"{"canarytoken":"a","kind":"qr-code"}"#), Redirect::Optional);
        assert_eq!(of(r#"{"canarytoken":"a","kind":"http"}"#), Redirect::Optional);
        assert_eq!(of(r#"{"canarytoken":"a","kind":"dns"}"#), Redirect::None);
        assert_eq!(
            of(r#"{"canarytoken":"a","kind":"new-thing","browser_redirect_url":"https://example.org/"}"#),
            Redirect::Optional
        );
    }
}
