//! Where a Console is: everything a person may paste becomes one plain address, or a reason why not.

use std::fmt;
use std::net::IpAddr;

/// Which hosts an address may name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hosts {
    /// Only `*.canary.tools`, where every Console of the vendor lives.
    CanaryTools,
    /// Any host; the person was warned.
    Any,
}

/// The origin of one Console, such as `https://abc123.canary.tools`: no path, no user, no query.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct ConsoleUrl {
    origin: String,
    host: String,
    loopback: bool,
}

/// Why a typed address is not one of a Console.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AddressError {
    /// Nothing was typed.
    #[error("the address is empty")]
    Empty,
    /// It cannot be read as an address at all.
    #[error("this is not an address")]
    NotAnAddress,
    /// A host that is not of the vendor, while only those are allowed.
    #[error("the host is not a canary.tools Console")]
    OtherHost {
        /// The host as read.
        host: String,
    },
    /// Plain http to anything but a literal loopback address.
    #[error("the address is not https")]
    Insecure,
    /// A user name or password inside the address.
    #[error("the address holds a user name or password")]
    Credentials,
    /// A port, where Consoles have none.
    #[error("the address names a port")]
    Port,
    /// Letters that only look like those of another host name.
    #[error("the host name has letters that imitate others")]
    Lookalike,
}

impl ConsoleUrl {
    /// Reads `abc123`, `abc123.canary.tools` or any address of a page of the Console.
    ///
    /// # Errors
    /// [`AddressError`] tells what is wrong with it. Plain http is only for a literal loopback address, whatever `hosts` says.
    pub fn parse(typed: &str, hosts: Hosts) -> Result<Self, AddressError> {
        let typed = typed.trim().trim_matches(['<', '>', '"', '\'']).trim();
        if typed.is_empty() {
            return Err(AddressError::Empty);
        }
        if typed.len() > 2_000 || typed.chars().any(|c| c.is_control() || c.is_whitespace() || c == '\\') {
            return Err(AddressError::NotAnAddress);
        }
        let url = url::Url::parse(&with_scheme(typed)).map_err(|_| AddressError::NotAnAddress)?;
        if !matches!(url.scheme(), "http" | "https") {
            return Err(AddressError::NotAnAddress);
        }
        if !url.username().is_empty() || url.password().is_some() {
            return Err(AddressError::Credentials);
        }
        let host = url
            .host_str()
            .ok_or(AddressError::NotAnAddress)?
            .trim_end_matches('.')
            .to_ascii_lowercase();
        let loopback = is_loopback(&host);
        if host.split('.').any(|label| label.starts_with("xn--")) || !typed.is_ascii() {
            return Err(AddressError::Lookalike);
        }
        if loopback {
            let port = url.port().map(|port| format!(":{port}")).unwrap_or_default();
            return Ok(Self {
                origin: format!("{}://{host}{port}", url.scheme()),
                host,
                loopback,
            });
        }
        check_remote(&url, &host, hosts)?;
        let port = url.port().map(|port| format!(":{port}")).unwrap_or_default();
        Ok(Self {
            origin: format!("https://{host}{port}"),
            host,
            loopback,
        })
    }

    /// The origin, without a slash at its end.
    pub fn as_str(&self) -> &str {
        &self.origin
    }

    /// The host name alone.
    pub fn host(&self) -> &str {
        &self.host
    }

    /// Is it this computer itself, by a literal loopback address?
    pub fn is_loopback(&self) -> bool {
        self.loopback
    }

    /// The address of a page of the Console's website, such as `page("settings")`.
    pub fn page(&self, page: &str) -> String {
        format!("{}/{}", self.origin, page.trim_start_matches('/'))
    }
}

/// Checks a host that is not this computer.
fn check_remote(url: &url::Url, host: &str, hosts: Hosts) -> Result<(), AddressError> {
    let vendor = host.strip_suffix(".canary.tools").is_some_and(|name| !name.is_empty());
    if !vendor && hosts == Hosts::CanaryTools {
        return Err(AddressError::OtherHost { host: host.to_owned() });
    }
    if url.scheme() == "http" {
        return Err(AddressError::Insecure);
    }
    if vendor && url.port().is_some() {
        return Err(AddressError::Port);
    }
    if !vendor && !host.contains('.') && host.parse::<IpAddr>().is_err() {
        return Err(AddressError::NotAnAddress);
    }
    Ok(())
}

/// Completes what people leave out: the scheme, and the domain of a bare Console name.
fn with_scheme(typed: &str) -> String {
    if typed.contains("://") {
        return typed.to_owned();
    }
    let end = typed.find(['/', '?', '#']).unwrap_or(typed.len());
    let (host, rest) = typed.split_at(end);
    let bare = !host.is_empty() && host.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    match (bare, host.starts_with("127.") || host.starts_with("[::1]")) {
        (true, _) => format!("https://{host}.canary.tools{rest}"),
        (false, true) => format!("http://{typed}"),
        (false, false) => format!("https://{typed}"),
    }
}

fn is_loopback(host: &str) -> bool {
    host.trim_matches(['[', ']'])
        .parse::<IpAddr>()
        .is_ok_and(|ip| ip.is_loopback())
}

impl fmt::Display for ConsoleUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.origin)
    }
}

impl fmt::Debug for ConsoleUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ConsoleUrl({})", self.origin)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(typed: &str) -> Result<String, AddressError> {
        ConsoleUrl::parse(typed, Hosts::CanaryTools).map(|url| url.to_string())
    }

    #[test]
    fn everything_people_paste_becomes_the_same_address() {
        for typed in [
            "abc123",
            " ABC123 ",
            "abc123.canary.tools",
            "abc123.canary.tools/",
            "https://abc123.canary.tools/nest/settings?a=b#c",
            "https://abc123.canary.tools./",
            "<https://abc123.canary.tools>",
        ] {
            assert_eq!(read(typed).unwrap(), "https://abc123.canary.tools", "{typed}");
        }
    }

    #[test]
    fn each_mistake_has_its_own_reason() {
        assert_eq!(read("  "), Err(AddressError::Empty));
        assert_eq!(read("not an address"), Err(AddressError::NotAnAddress));
        assert_eq!(read("ftp://abc.canary.tools"), Err(AddressError::NotAnAddress));
        assert_eq!(
            read("https://canary.example.org"),
            Err(AddressError::OtherHost {
                host: "canary.example.org".into()
            })
        );
        assert_eq!(
            read("https://evilcanary.tools"),
            Err(AddressError::OtherHost {
                host: "evilcanary.tools".into()
            })
        );
        assert_eq!(read("http://abc.canary.tools"), Err(AddressError::Insecure));
        assert_eq!(read("https://me:pw@abc.canary.tools"), Err(AddressError::Credentials));
        assert_eq!(
            read("https://abc.canary.tools@evil.example"),
            Err(AddressError::Credentials)
        );
        assert_eq!(read("https://abc.canary.tools:8443"), Err(AddressError::Port));
        assert_eq!(read("https://аbc.canary.tools"), Err(AddressError::Lookalike));
        assert_eq!(
            read("https://abc.canary.tools\\@evil.example"),
            Err(AddressError::NotAnAddress)
        );
    }

    #[test]
    fn another_host_needs_the_switch_and_https_still() {
        let any = |typed| ConsoleUrl::parse(typed, Hosts::Any).map(|url| url.to_string());
        assert_eq!(
            any("https://console.example.org:8443/x").unwrap(),
            "https://console.example.org:8443"
        );
        assert_eq!(any("http://console.example.org"), Err(AddressError::Insecure));
    }

    #[test]
    fn plain_http_is_only_for_this_computer() {
        assert_eq!(read("http://127.0.0.1:4711/").unwrap(), "http://127.0.0.1:4711");
        assert_eq!(read("127.0.0.1:4711").unwrap(), "http://127.0.0.1:4711");
        assert!(
            ConsoleUrl::parse("http://[::1]:80", Hosts::CanaryTools)
                .unwrap()
                .is_loopback()
        );
        assert!(read("http://localhost:4711").is_err());
        assert!(read("http://127.0.0.1.evil.example").is_err());
    }

    proptest! {
        #[test]
        fn no_text_makes_it_panic_and_none_smuggles_a_user(typed in "\\PC{0,60}") {
            if let Ok(url) = ConsoleUrl::parse(&typed, Hosts::Any) {
                prop_assert!(!url.as_str().contains('@'));
                prop_assert!(url.as_str().starts_with("https://") || url.is_loopback());
            }
        }
    }
}
