//! A believable sample fleet: what a company with a school might have placed in three years.

use std::collections::BTreeMap;
use std::sync::Arc;

use bytes::Bytes;

use crate::artifacts;
use crate::server::http::Upload;
use crate::store::Store;
use crate::token::Token;

/// Kinds with how often each is met, in a hundred.
const SHARES: [(&str, u32); 20] = [
    ("doc-msword", 18),
    ("http", 15),
    ("aws-id", 11),
    ("dns", 9),
    ("pdf-acrobat-reader", 8),
    ("windows-dir", 7),
    ("msexcel-macro", 5),
    ("qr-code", 4),
    ("cloned-web", 4),
    ("slow-redirect", 3),
    ("fast-redirect", 3),
    ("web-image", 3),
    ("msword-macro", 2),
    ("aws-s3", 2),
    ("svn", 1),
    ("sql", 1),
    ("apeeper", 1),
    // Not creatable, but met in the lists of old Consoles: clients must show them all the same.
    ("autoreg-google-docs", 1),
    ("tokenfactory", 1),
    ("desktop-ini-legacy", 1),
];

const PLACES: [&str; 24] = [
    "Finance share, Payroll folder",
    "Head teacher's laptop, Documents",
    "Reception PC, Desktop",
    "HR share, Contracts 2024",
    "School office, filing server",
    "CEO mailbox, folder Board",
    "Staff room computer, Downloads",
    "Server room rack B, label",
    "Backup server, /srv/backup/old",
    "Maplewood intranet, Links page",
    "IT wiki, page Emergency access",
    "Warehouse tablet 3, notes app",
    "Exams officer's USB drive",
    "Old CRM export folder",
    "Accounts, Supplier bank details",
    "Library catalogue server",
    "Sales share, Price lists",
    "Jump host, ~/.aws",
    "Build server, deploy user",
    "Confluence, Passwords (old)",
    "Pupil records archive 2019",
    "Safe in the accounts office",
    "VPN gateway, config notes",
    "Print server, scan inbox",
];

const PEOPLE: [&str; 12] = [
    "Amira Hassan",
    "Tom Okafor",
    "Lena Fischer",
    "Priya Nair",
    "Jo Whitfield",
    "Marek Nowak",
    "Sofia Conti",
    "Dan Abrams",
    "Ines Duarte",
    "Karl Lindqvist",
    "Zoë Marlow",
    "Yusuf Demir",
];

const NOTES: [&str; 10] = [
    "tested once, works",
    "check again after the summer holidays",
    "placed during the audit",
    "replace when the laptop is renewed",
    "told the helpdesk",
    "do not move",
    "left over from the old server",
    "asked for by the insurers",
    "second copy, upstairs",
    "renew in January",
];

const DOMAINS: [&str; 4] = [
    "maplewood-school.example",
    "login.northwind-traders.example",
    "portal.example.org",
    "pay.example.com",
];

/// The newest tokens of the sample are from 2026-03-02; the oldest from three years before. Fixed, so that a seed is a seed.
const NEWEST: u64 = 1_772_450_000_000_000;
const SPAN: u64 = 3 * 365 * 86_400 * 1_000_000;

/// Fills the store, which has a flock at least, with `count` tokens.
pub(crate) fn settle(store: &mut Store, count: usize) {
    let table: Vec<Arc<str>> = SHARES
        .iter()
        .flat_map(|(kind, share)| std::iter::repeat_n(Arc::<str>::from(*kind), *share as usize))
        .collect();
    let flocks: Vec<Arc<str>> = store.flocks.iter().map(|(id, _)| Arc::clone(id)).collect();
    let picture = artifacts::qr::png("practice").unwrap_or_default();
    let total = count.max(1) as u64;
    for at in 0..count as u64 {
        // The first ones of each kind come first, so that small fleets show variety too.
        let kind = match SHARES.get(usize::try_from(at).unwrap_or(usize::MAX)) {
            Some((kind, _)) => Arc::from(*kind),
            None => Arc::clone(&table[store.chance().usize(..table.len())]),
        };
        let id = store.new_id();
        let updated_id = store.next_update();
        let step = SPAN / total;
        let chance = store.chance();
        let created = NEWEST - SPAN + at * step + chance.u64(..step.max(1));
        let triggered = if chance.u32(..100) < 12 { 1 + chance.u64(..9) } else { 0 };
        let token = Token {
            id,
            memo: memo(chance, at),
            flock: Arc::clone(&flocks[chance.usize(..flocks.len())]),
            enabled: chance.u32(..100) >= 8,
            created,
            triggered,
            unacked: if triggered > 0 { chance.u64(..=triggered) } else { 0 },
            updated_id,
            given: given(chance, &kind),
            files: if &*kind == "web-image" {
                vec![image(&picture)]
            } else {
                Vec::new()
            },
            kind,
        };
        store.add(token);
    }
}

/// Some as Nestbox writes them, some as others do.
fn memo(chance: &mut fastrand::Rng, at: u64) -> String {
    let place = PLACES[chance.usize(..PLACES.len())];
    let person = PEOPLE[chance.usize(..PEOPLE.len())];
    match chance.u32(..10) {
        0..=4 => format!(
            "Place: {place}\nLooked after by: {person}\nNote: {}",
            NOTES[chance.usize(..NOTES.len())]
        ),
        5 => format!("{place} - {person} - {}", NOTES[chance.usize(..NOTES.len())]),
        6 | 7 => format!("{place} ({person})"),
        8 => format!("PC-{:04} - {place}", chance.u32(1..9999)),
        _ => format!("{place}\nSet up by {person}, no. {}", at + 1),
    }
}

fn given(chance: &mut fastrand::Rng, kind: &str) -> BTreeMap<String, String> {
    let domain = DOMAINS[chance.usize(..DOMAINS.len())];
    let pairs: &[(&str, String)] = &match kind {
        "cloned-web" => vec![("cloned_web", domain.to_owned())],
        "fast-redirect" | "slow-redirect" => vec![("browser_redirect_url", format!("https://{domain}/news"))],
        "aws-s3" => vec![
            ("s3_source_bucket", format!("archive-{}", chance.u32(100..999))),
            ("s3_log_bucket", format!("archive-logs-{}", chance.u32(100..999))),
        ],
        _ => Vec::new(),
    };
    pairs
        .iter()
        .map(|(name, value)| ((*name).to_owned(), value.clone()))
        .collect()
}

fn image(picture: &[u8]) -> Upload {
    Upload {
        field: "web_image".to_owned(),
        file_name: "logo.png".to_owned(),
        mime: "image/png".to_owned(),
        bytes: Bytes::copy_from_slice(picture),
    }
}
