//! What a screen reader would be told of the window: its accessibility tree, read over AT-SPI as screen readers do.

use super::{PATIENCE, desktop::Desktop};
use std::time::{Duration, Instant};
use zbus::{
    blocking::{Connection, connection::Builder},
    zvariant::{DynamicType, OwnedObjectPath, OwnedValue, Type},
};

const ACCESSIBLE: &str = "org.a11y.atspi.Accessible";
const TEXT: &str = "org.a11y.atspi.Text";
const ACTION: &str = "org.a11y.atspi.Action";
const COMPONENT: &str = "org.a11y.atspi.Component";
/// States that are told, with their bits in AT-SPI's `StateType`.
const STATES: [(usize, &str); 7] = [
    (4, "checked"),
    (10, "expanded"),
    (12, "focused"),
    (16, "modal"),
    (23, "selected"),
    (33, "required"),
    (36, "wrong"),
];

/// One thing that is heard: its role and its name, as a screen reader says them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Thing {
    pub role: String,
    pub name: String,
    /// What it holds, where that is not its name.
    pub text: String,
    pub description: String,
    pub states: Vec<&'static str>,
    /// How deep it lies in the tree.
    pub depth: usize,
}

/// A place in the tree: who tells of it, and where.
type Place = (String, OwnedObjectPath);

/// Whoever listens to what the programs on a desktop tell.
pub struct Listener(Connection);

impl Listener {
    /// Listens on this desktop.
    pub fn on(desktop: &Desktop) -> Self {
        let session = Builder::address(desktop.bus_address.as_str()).unwrap().build().unwrap();
        let answer = session.call_method(
            Some("org.a11y.Bus"),
            "/org/a11y/bus",
            Some("org.a11y.Bus"),
            "GetAddress",
            &(),
        );
        let address: String = answer
            .expect("at-spi2-core is installed by scripts/setup test")
            .body()
            .deserialize()
            .unwrap();
        let tree = Builder::address(address.as_str()).unwrap();
        // What is gone while it is asked never answers.
        Self(tree.method_timeout(Duration::from_secs(1)).build().unwrap())
    }

    /// All that the program tells now, in the order in which it is read.
    pub fn all(&self) -> Vec<Thing> {
        let registry = ("org.a11y.atspi.Registry".to_owned(), root());
        let mut all = Vec::new();
        for program in self.children(&registry) {
            self.walk(&program, 0, &mut all);
        }
        all
    }

    /// Waits until something of this role and name is told, and gives all that is told then. `name` may end with `*`.
    pub fn hears(&self, role: &str, name: &str) -> Vec<Thing> {
        let started = Instant::now();
        loop {
            let all = self.all();
            if all.iter().any(|one| one.is(role, name)) {
                return all;
            }
            assert!(
                started.elapsed() < PATIENCE,
                "no {role} “{name}” is heard, but:\n{}",
                told(&all)
            );
            std::thread::sleep(Duration::from_millis(100));
        }
    }

    /// Waits for something of this role and name, and does with it what it is for: presses a button, follows a link.
    pub fn press(&self, role: &str, name: &str) {
        let place = self.find(role, name);
        // What opens a dialog of the system answers when that is closed.
        let _: Option<bool> = self.call(&place, ACTION, "DoAction", &(0,));
    }

    /// Waits for something of this role and name, and brings the focus to it.
    pub fn focus(&self, role: &str, name: &str) {
        let place = self.find(role, name);
        let done: Option<bool> = self.call(&place, COMPONENT, "GrabFocus", &());
        assert_eq!(done, Some(true), "the {role} “{name}” takes no focus");
    }

    fn find(&self, role: &str, name: &str) -> Place {
        let started = Instant::now();
        loop {
            let registry = ("org.a11y.atspi.Registry".to_owned(), root());
            if let Some(place) = self.find_below(&registry, role, name) {
                return place;
            }
            assert!(
                started.elapsed() < PATIENCE,
                "there is no {role} “{name}”, but:\n{}",
                told(&self.all())
            );
            std::thread::sleep(Duration::from_millis(100));
        }
    }

    fn find_below(&self, place: &Place, role: &str, name: &str) -> Option<Place> {
        self.children(place).into_iter().find_map(|child| {
            let found = self.thing(&child, 0).is_some_and(|thing| thing.is(role, name));
            if found {
                Some(child)
            } else {
                self.find_below(&child, role, name)
            }
        })
    }

    /// What changes while it is read tells nothing any more.
    fn walk(&self, place: &Place, depth: usize, all: &mut Vec<Thing>) {
        let Some(thing) = self.thing(place, depth) else { return };
        all.push(thing);
        for child in self.children(place) {
            self.walk(&child, depth + 1, all);
        }
    }

    fn thing(&self, place: &Place, depth: usize) -> Option<Thing> {
        let bits: Vec<u32> = self.ask(place, "GetState", &())?;
        let is = |bit: usize| bits.get(bit / 32).is_some_and(|word| word >> (bit % 32) & 1 == 1);
        let text = |name| {
            let value = self
                .property(place, name)
                .and_then(|value| String::try_from(value).ok());
            value.unwrap_or_default()
        };
        Some(Thing {
            role: role(self.ask(place, "GetRole", &())?),
            name: text("Name"),
            text: self.text(place).unwrap_or_default(),
            description: text("Description"),
            states: STATES.iter().filter(|one| is(one.0)).map(|one| one.1).collect(),
            depth,
        })
    }

    /// GTK does not list the page among the children of its place, but gives it when asked for by number.
    fn children(&self, place: &Place) -> Vec<Place> {
        let children: Vec<Place> = self.ask(place, "GetChildren", &()).unwrap_or_default();
        if !children.is_empty() {
            return children;
        }
        let count = self
            .property(place, "ChildCount")
            .and_then(|count| i32::try_from(count).ok());
        (0..count.unwrap_or(0))
            .filter_map(|at| self.ask(place, "GetChildAtIndex", &(at,)))
            .collect()
    }

    fn ask<T>(&self, place: &Place, method: &str, arguments: &(impl serde::Serialize + DynamicType)) -> Option<T>
    where
        T: serde::de::DeserializeOwned + Type,
    {
        self.call(place, ACCESSIBLE, method, arguments)
    }

    fn call<T>(
        &self,
        (bus, path): &Place,
        interface: &str,
        method: &str,
        arguments: &(impl serde::Serialize + DynamicType),
    ) -> Option<T>
    where
        T: serde::de::DeserializeOwned + Type,
    {
        let answer = self
            .0
            .call_method(Some(bus.as_str()), path, Some(interface), method, arguments);
        answer.ok()?.body().deserialize().ok()
    }

    fn text(&self, place: &Place) -> Option<String> {
        let offers: Vec<String> = self.ask(place, "GetInterfaces", &())?;
        if !offers.iter().any(|one| one == TEXT) {
            return None;
        }
        let (bus, path) = place;
        let all = &(0, -1);
        let answer = self.0.call_method(Some(bus.as_str()), path, Some(TEXT), "GetText", all);
        // What stands for a thing inside of it is told by that thing.
        Some(
            answer
                .ok()?
                .body()
                .deserialize::<String>()
                .ok()?
                .replace('\u{fffc}', ""),
        )
    }

    fn property(&self, (bus, path): &Place, name: &str) -> Option<OwnedValue> {
        let properties = "org.freedesktop.DBus.Properties";
        let answer = self
            .0
            .call_method(Some(bus.as_str()), path, Some(properties), "Get", &(ACCESSIBLE, name));
        let answer = answer.ok()?;
        answer.body().deserialize().ok()
    }
}

impl Thing {
    /// Whether it has this role and name. `name` may end with `*`.
    pub fn is(&self, role: &str, name: &str) -> bool {
        self.role == role
            && match name.strip_suffix('*') {
                Some(start) => self.name.starts_with(start),
                None => self.name == name,
            }
    }
}

/// All of it as lines, for people.
pub fn told(all: &[Thing]) -> String {
    let line = |one: &Thing| {
        let states = one.states.join(" ");
        let indent = "  ".repeat(one.depth);
        format!(
            "{indent}{} “{}” {states} {} {}",
            one.role, one.name, one.text, one.description
        )
    };
    all.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// The names of AT-SPI's roles, as far as the page has them.
fn role(number: u32) -> String {
    let name = match number {
        2 => "alert",
        7 => "check box",
        8 => "check menu item",
        10 => "column header",
        11 => "combo box",
        16 => "dialog",
        23 => "frame",
        27 => "image",
        31 => "list",
        32 => "list item",
        33 => "menu",
        35 => "menu item",
        39 => "panel",
        40 => "password text",
        42 => "progress bar",
        43 => "button",
        44 => "radio button",
        55 => "table",
        56 => "table cell",

        61 => "text",
        62 => "toggle button",
        63 => "tool bar",
        79 => "entry",
        83 => "heading",
        87 => "form",
        88 => "link",
        90 => "table row",
        95 => "document",
        98 => "list box",
        99 => "grouping",
        110 => "landmark",
        other => return other.to_string(),
    };
    name.to_owned()
}

fn root() -> OwnedObjectPath {
    OwnedObjectPath::try_from("/org/a11y/atspi/accessible/root").unwrap()
}
