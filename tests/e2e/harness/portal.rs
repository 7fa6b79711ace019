//! The part of a desktop that tells programs whether its user prefers the dark.

use super::desktop::Desktop;
use zbus::{
    blocking::{Connection, connection::Builder},
    fdo, interface,
    zvariant::Value,
};

/// Tells it for as long as it is kept.
pub struct Portal(Connection);

impl Portal {
    /// On this desktop the dark is preferred.
    pub fn of_the_dark(desktop: &Desktop) -> Self {
        let bus = Builder::address(desktop.bus_address.as_str()).unwrap();
        let bus = bus.name("org.freedesktop.portal.Desktop").unwrap();
        let served = bus.serve_at("/org/freedesktop/portal/desktop", Settings).unwrap();
        Self(served.build().unwrap())
    }
}

struct Settings;

#[interface(name = "org.freedesktop.portal.Settings")]
impl Settings {
    #[expect(clippy::unused_self, reason = "what answers a call is a method")]
    fn read(&self, namespace: &str, key: &str) -> fdo::Result<Value<'static>> {
        match (namespace, key) {
            // 1 is the dark, in a variant in the variant of the answer.
            ("org.freedesktop.appearance", "color-scheme") => Ok(Value::new(Value::U32(1))),
            _ => Err(fdo::Error::UnknownProperty(format!("{namespace} {key}"))),
        }
    }
}
