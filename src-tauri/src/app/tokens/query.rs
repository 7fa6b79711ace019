//! Finding, sorting and counting in the index.

use std::cmp::Ordering;
use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use memchr::memmem::Finder;

use super::index::{Entry, Row, TokenIndex, alerts};

/// Which Canarytokens.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Words that must all be somewhere in what is shown.
    pub text: String,
    /// Only of these kinds; all when empty.
    pub kinds: Vec<String>,
    /// Only of these flocks; all when empty.
    pub flocks: Vec<String>,
    /// Only those on, or off.
    pub enabled: Option<bool>,
    /// Only those with alerts, or without.
    pub alerts: Option<bool>,
}

/// What the list is sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    /// The kind's plain name.
    Kind,
    /// The reminder.
    Reminder,
    /// The flock's name.
    Flock,
    /// On or off.
    State,
    /// When it was made.
    Created,
    /// How many alerts.
    Alerts,
}

/// How the list is sorted. Equals are sorted by age, the newest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sort {
    /// By what.
    pub column: Column,
    /// The other way round.
    pub descending: bool,
}

/// Some Canarytokens, named one by one or by a filter.
#[derive(Debug, Clone)]
pub enum Selection {
    /// These.
    Ids(Vec<String>),
    /// All that match, but for some.
    Filter {
        /// What matches.
        filter: Filter,
        /// But for these ids.
        except: Vec<String>,
    },
}

/// A part of the list.
#[derive(Debug)]
pub struct Found {
    /// How many match.
    pub total: usize,
    /// How many there are.
    pub all: usize,
    /// The rows asked for.
    pub rows: Vec<Row>,
}

/// What there is to filter by, with how many each would leave.
#[derive(Debug, Default)]
pub struct Facets {
    /// Kinds: id, plain name, icon, count.
    pub kinds: Vec<(String, String, String, usize)>,
    /// Flocks: id, name, count.
    pub flocks: Vec<(String, String, usize)>,
    /// How many are on.
    pub enabled: usize,
    /// How many are off.
    pub disabled: usize,
    /// How many have alerts.
    pub with_alerts: usize,
}

/// What a selection holds, for the question before something is done to it.
#[derive(Debug, Default)]
pub struct Summary {
    /// How many.
    pub count: usize,
    /// How many of them are on.
    pub enabled: usize,
    /// How many are off.
    pub disabled: usize,
    /// How many have alerts.
    pub with_alerts: usize,
    /// How many alerts in all.
    pub alerts: u64,
    /// The first 100.
    pub sample: Vec<Row>,
    /// How many are S3 buckets, with set-up in AWS.
    pub buckets: usize,
}

/// Answers that the next question may start from.
#[derive(Default)]
pub(super) struct Remembered {
    order: Option<(u64, Sort, Arc<[u32]>)>,
    found: Option<(u64, Sort, Filter, Arc<[u32]>)>,
}

impl TokenIndex {
    /// The rows `offset..offset + limit` of those that match, sorted.
    pub fn query(&mut self, filter: &Filter, sort: Sort, offset: usize, limit: usize) -> Found {
        let places = self.matching(filter, sort);
        let rows = places
            .iter()
            .skip(offset)
            .take(limit)
            .map(|place| self.row_at(*place as usize))
            .collect();
        Found {
            total: places.len(),
            all: self.len(),
            rows,
        }
    }

    /// The ids of a selection that are there, in the order of the list by age.
    pub fn ids(&mut self, selection: &Selection) -> Vec<String> {
        self.selected(selection)
            .into_iter()
            .map(|place| self.entries[place].token.id.clone())
            .collect()
    }

    /// Counts what a selection holds.
    pub fn summarize(&mut self, selection: &Selection) -> Summary {
        let places = self.selected(selection);
        let mut summary = Summary {
            count: places.len(),
            ..Summary::default()
        };
        for place in &places {
            let token = &self.entries[*place].token;
            let raised = alerts(token);
            *(if token.enabled {
                &mut summary.enabled
            } else {
                &mut summary.disabled
            }) += 1;
            summary.with_alerts += usize::from(raised > 0);
            summary.alerts += raised;
            summary.buckets += usize::from(token.kind == "aws-s3");
        }
        summary.sample = places.iter().take(100).map(|place| self.row_at(*place)).collect();
        summary
    }

    /// What there is to filter by.
    pub fn facets(&self) -> Facets {
        let mut facets = Facets::default();
        let (mut kinds, mut flocks) = (BTreeMap::new(), BTreeMap::new());
        for Entry { token, kind, .. } in &self.entries {
            kinds.entry(&*kind.kind).or_insert((kind, 0_usize)).1 += 1;
            *flocks.entry(token.flock_id.as_str()).or_insert(0_usize) += 1;
            *(if token.enabled {
                &mut facets.enabled
            } else {
                &mut facets.disabled
            }) += 1;
            facets.with_alerts += usize::from(alerts(token) > 0);
        }
        let kind = |(id, (kind, count)): (&str, (&Arc<super::index::KindName>, usize))| {
            (id.to_owned(), kind.name.clone(), kind.icon.clone(), count)
        };
        facets.kinds = kinds.into_iter().map(kind).collect();
        facets.kinds.sort_by_cached_key(|(_, name, ..)| name.to_lowercase());
        facets.flocks = flocks
            .into_iter()
            .map(|(id, count)| (id.to_owned(), self.flock_name(id).to_owned(), count))
            .collect();
        facets.flocks.sort_by_cached_key(|(_, name, _)| name.to_lowercase());
        facets
    }

    fn selected(&mut self, selection: &Selection) -> Vec<usize> {
        match selection {
            Selection::Ids(ids) => {
                let mut seen = HashSet::new();
                ids.iter()
                    .filter_map(|id| self.place(id))
                    .filter(|place| seen.insert(*place))
                    .collect()
            }
            Selection::Filter { filter, except } => {
                let except: HashSet<usize> = except.iter().filter_map(|id| self.place(id)).collect();
                let by_age = Sort {
                    column: Column::Created,
                    descending: true,
                };
                let matching = self.matching(filter, by_age);
                matching
                    .iter()
                    .map(|place| *place as usize)
                    .filter(|place| !except.contains(place))
                    .collect()
            }
        }
    }

    /// The places of all that match, sorted. The same question again costs nothing, and one more letter only looks at what matched before.
    fn matching(&mut self, filter: &Filter, sort: Sort) -> Arc<[u32]> {
        let revision = self.revision;
        if let Some((at, by, before, found)) = &self.remembered.found
            && (*at, *by) == (revision, sort)
        {
            if before == filter {
                return Arc::clone(found);
            }
            if narrows(before, filter) {
                let from = Arc::clone(found);
                return self.remember(filter, sort, &from);
            }
        }
        let all = self.order(sort);
        self.remember(filter, sort, &all)
    }

    fn remember(&mut self, filter: &Filter, sort: Sort, among: &Arc<[u32]>) -> Arc<[u32]> {
        let found: Arc<[u32]> = if *filter == Filter::default() {
            Arc::clone(among)
        } else {
            let test = Test::new(filter);
            among
                .iter()
                .copied()
                .filter(|place| test.fits(&self.entries[*place as usize]))
                .collect()
        };
        self.remembered.found = Some((self.revision, sort, filter.clone(), Arc::clone(&found)));
        found
    }

    /// All places, sorted.
    #[allow(clippy::cast_possible_truncation)] // more than four billion Canarytokens do not fit into memory
    fn order(&mut self, sort: Sort) -> Arc<[u32]> {
        if let Some((at, by, order)) = &self.remembered.order
            && (*at, *by) == (self.revision, sort)
        {
            return Arc::clone(order);
        }
        let mut order: Vec<u32> = (0..self.entries.len() as u32).collect();
        let entry = |place: &u32| &self.entries[*place as usize];
        let direct = |ordering: Ordering| if sort.descending { ordering.reverse() } else { ordering };
        let newest = |a: &u32, b: &u32| {
            let (a, b) = (&entry(a).token, &entry(b).token);
            let age = |token: &canary_api::Token| token.created.unwrap_or(f64::MIN);
            age(b).total_cmp(&age(a)).then_with(|| a.id.cmp(&b.id))
        };
        // The search text begins with the reminder in lower case, which is what people expect of an alphabet.
        let by = |a: &u32, b: &u32| match sort.column {
            Column::Kind => entry(a).kind.name.cmp(&entry(b).kind.name),
            Column::Reminder => entry(a).searched.trim_start().cmp(entry(b).searched.trim_start()),
            Column::Flock => self
                .flock_name(&entry(a).token.flock_id)
                .cmp(self.flock_name(&entry(b).token.flock_id)),
            Column::State => entry(b).token.enabled.cmp(&entry(a).token.enabled),
            Column::Created => newest(b, a),
            Column::Alerts => alerts(&entry(a).token).cmp(&alerts(&entry(b).token)),
        };
        order.sort_unstable_by(|a, b| direct(by(a, b)).then_with(|| newest(a, b)));
        let order: Arc<[u32]> = order.into();
        self.remembered.order = Some((self.revision, sort, Arc::clone(&order)));
        order
    }
}

/// Does everything that matches `next` match `before` too?
fn narrows(before: &Filter, next: &Filter) -> bool {
    let same = Filter {
        text: String::new(),
        ..before.clone()
    } == Filter {
        text: String::new(),
        ..next.clone()
    };
    same && next
        .text
        .trim_start()
        .to_lowercase()
        .starts_with(&before.text.trim_start().to_lowercase())
}

/// A filter made ready to be asked about many.
struct Test<'a> {
    filter: &'a Filter,
    kinds: HashSet<&'a str>,
    flocks: HashSet<&'a str>,
    words: Vec<Finder<'static>>,
}

impl<'a> Test<'a> {
    fn new(filter: &'a Filter) -> Self {
        Self {
            filter,
            kinds: filter.kinds.iter().map(String::as_str).collect(),
            flocks: filter.flocks.iter().map(String::as_str).collect(),
            words: filter
                .text
                .to_lowercase()
                .split_whitespace()
                .map(|word| Finder::new(word).into_owned())
                .collect(),
        }
    }

    fn fits(&self, Entry { token, searched, .. }: &Entry) -> bool {
        self.filter.enabled.is_none_or(|enabled| enabled == token.enabled)
            && self.filter.alerts.is_none_or(|some| some == (alerts(token) > 0))
            && (self.kinds.is_empty() || self.kinds.contains(token.kind.as_str()))
            && (self.flocks.is_empty() || self.flocks.contains(token.flock_id.as_str()))
            && self.words.iter().all(|word| word.find(searched.as_bytes()).is_some())
    }
}

#[cfg(test)]
#[path = "query_tests.rs"]
mod tests;
