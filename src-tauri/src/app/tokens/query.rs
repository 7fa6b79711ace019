//! Finding, sorting and counting in the index.

use std::collections::HashSet;
use std::sync::Arc;

use memchr::memmem::Finder;
use serde::{Deserialize, Serialize};

use super::index::{Entry, Row, Shared, TokenIndex, alerts};

/// Who looks after Canarytokens may be anything that people write: so many are offered to filter by.
const MOST_KEEPERS: usize = 50;

/// Which Canarytokens.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Words that must all be somewhere in what is shown.
    pub text: String,
    /// Only of these kinds; all when empty.
    pub kinds: Vec<String>,
    /// Only of these flocks; all when empty.
    pub flocks: Vec<String>,
    /// Only those looked after by these, in lower case, "" for nobody; all when empty.
    pub keepers: Vec<String>,
    /// Only those on, or off.
    pub enabled: Option<bool>,
    /// Only those with alerts, or without.
    pub alerts: Option<bool>,
    /// Only those that the Console found when it was last asked to search.
    pub found_there: bool,
}

/// What the list is sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Column {
    /// The kind's plain name.
    Kind,
    /// The reminder.
    Reminder,
    /// Who looks after it; those without a name come last.
    LookedAfterBy,
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sort {
    /// By what.
    pub column: Column,
    /// The other way round.
    pub descending: bool,
}

impl Default for Sort {
    /// The newest first.
    fn default() -> Self {
        Self {
            column: Column::Created,
            descending: true,
        }
    }
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
    /// Does any reminder say who looks after its Canarytoken?
    pub keepers: bool,
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
    /// Who looks after them: id, name, count; those with the most, at most [`MOST_KEEPERS`]. Without a name: nobody.
    pub keepers: Vec<(String, String, usize)>,
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
    pub(super) order: Option<(u64, Sort, Arc<[u32]>)>,
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
            keepers: self.keepers.all.iter().any(|keeper| !keeper.id.is_empty()),
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
        let (mut kinds, mut flocks) = (vec![0; self.kinds.all.len()], vec![0; self.flocks.all.len()]);
        let mut keepers = vec![0; self.keepers.all.len()];
        for entry in &self.entries {
            let Entry { token, kind, flock, .. } = entry;
            keepers[entry.keeper as usize] += 1;
            kinds[*kind as usize] += 1;
            flocks[*flock as usize] += 1;
            *(if token.enabled {
                &mut facets.enabled
            } else {
                &mut facets.disabled
            }) += 1;
            facets.with_alerts += usize::from(alerts(token) > 0);
        }
        let counted = |all: &'_ [Shared], counts: Vec<usize>| {
            let mut some: Vec<_> = (0..all.len()).filter(|place| counts[*place] > 0).collect();
            some.sort_by_cached_key(|place| (all[*place].name.to_lowercase(), all[*place].id.clone()));
            some.into_iter().map(|place| (place, counts[place])).collect::<Vec<_>>()
        };
        for (place, count) in counted(&self.kinds.all, kinds) {
            let Shared { id, name, icon, .. } = &self.kinds.all[place];
            facets.kinds.push((id.clone(), name.clone(), icon.clone(), count));
        }
        for (place, count) in counted(&self.flocks.all, flocks) {
            let Shared { id, name, .. } = &self.flocks.all[place];
            facets.flocks.push((id.clone(), name.clone(), count));
        }
        let mut keepers = counted(&self.keepers.all, keepers);
        keepers.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        for (place, count) in keepers.into_iter().take(MOST_KEEPERS) {
            let Shared { id, name, .. } = &self.keepers.all[place];
            facets.keepers.push((id.clone(), name.clone(), count));
        }
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
            let fits = self.fitting(&Test::new(filter, self), among);
            among.iter().copied().filter(|place| fits[*place as usize]).collect()
        };
        self.remembered.found = Some((self.revision, sort, filter.clone(), Arc::clone(&found)));
        found
    }

    /// For each place: is it `among` these, and does it fit? Many are looked at in the order in which they lie in memory, which is
    /// several times faster than the order in which they are shown.
    fn fitting(&self, test: &Test<'_>, among: &[u32]) -> Vec<bool> {
        if among.len() * 4 > self.entries.len() {
            return self.entries.iter().map(|entry| test.fits(entry)).collect();
        }
        let mut fits = vec![false; self.entries.len()];
        for place in among {
            fits[*place as usize] = test.fits(&self.entries[*place as usize]);
        }
        fits
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
    index: &'a TokenIndex,
    filter: &'a Filter,
    /// By place: is it one of those asked for?
    kinds: Vec<bool>,
    flocks: Vec<bool>,
    keepers: Vec<bool>,
    words: Vec<Word>,
}

/// One word of the search.
struct Word {
    finder: Finder<'static>,
    /// By place: is the word in what all of that kind, or of that flock, share?
    kinds: Vec<bool>,
    flocks: Vec<bool>,
}

impl<'a> Test<'a> {
    fn new(filter: &'a Filter, index: &'a TokenIndex) -> Self {
        let (kinds, flocks) = (&index.kinds.all, &index.flocks.all);
        let asked = |all: &[Shared], ids: &[String]| {
            let ids: HashSet<&str> = ids.iter().map(String::as_str).collect();
            all.iter()
                .map(|one| ids.is_empty() || ids.contains(one.id.as_str()))
                .collect()
        };
        let word = |word: &str| {
            let finder = Finder::new(word).into_owned();
            let hit = |all: &[Shared]| {
                all.iter()
                    .map(|one| finder.find(one.searched.as_bytes()).is_some())
                    .collect()
            };
            Word {
                kinds: hit(kinds),
                flocks: hit(flocks),
                finder,
            }
        };
        Self {
            index,
            filter,
            kinds: asked(kinds, &filter.kinds),
            flocks: asked(flocks, &filter.flocks),
            keepers: asked(&index.keepers.all, &filter.keepers),
            words: filter.text.to_lowercase().split_whitespace().map(word).collect(),
        }
    }

    fn fits(&self, entry: &Entry) -> bool {
        let (token, kind, flock) = (&entry.token, entry.kind as usize, entry.flock as usize);
        self.kinds[kind]
            && self.flocks[flock]
            && self.keepers[entry.keeper as usize]
            && self.filter.enabled.is_none_or(|enabled| enabled == token.enabled)
            && self.filter.alerts.is_none_or(|some| some == (alerts(token) > 0))
            && (!self.filter.found_there || self.index.is_found_there(&token.id))
            && self.words.iter().all(|word| {
                word.kinds[kind] || word.flocks[flock] || word.finder.find(entry.searched().as_bytes()).is_some()
            })
    }
}

#[cfg(test)]
#[path = "query_tests.rs"]
mod tests;
