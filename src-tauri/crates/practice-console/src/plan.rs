//! The faults at work: which request meets which one.

use crate::faults::{Fault, FaultKind};

/// The rules at work: counts and decides.
#[derive(Debug)]
pub(crate) struct Plan {
    rules: Vec<Rule>,
    chance: fastrand::Rng,
}

#[derive(Debug)]
struct Rule {
    fault: Fault,
    seen: u64,
    fired: u64,
}

impl Plan {
    pub fn new(faults: Vec<Fault>, seed: u64) -> Self {
        let rules = faults
            .into_iter()
            .map(|fault| Rule {
                fault,
                seen: 0,
                fired: 0,
            })
            .collect();
        Self {
            rules,
            chance: fastrand::Rng::with_seed(seed ^ 0x00fa_017e),
        }
    }

    /// The rules as they were given.
    pub fn faults(&self) -> Vec<Fault> {
        self.rules.iter().map(|rule| rule.fault.clone()).collect()
    }

    /// The first rule that says this request fails.
    pub fn pick(&mut self, endpoint: &str) -> Option<Fault> {
        for rule in &mut self.rules {
            let from_the_start = matches!(rule.fault.kind, FaultKind::Refuse { .. }) && rule.fault.endpoint.is_none();
            if from_the_start || !rule.fault.matches(endpoint) {
                continue;
            }
            rule.seen += 1;
            let used_up = rule.fault.count.is_some_and(|count| rule.fired >= count);
            if used_up || rule.seen <= rule.fault.after || self.chance.f64() >= rule.fault.rate {
                continue;
            }
            rule.fired += 1;
            return Some(rule.fault.clone());
        }
        None
    }

    /// A refusal that starts at once, with how long it lasts.
    pub fn refuses_at_once(&self) -> Option<Option<u64>> {
        self.rules.iter().find_map(|rule| match rule.fault.kind {
            FaultKind::Refuse { for_ms } if rule.fault.endpoint.is_none() => Some(for_ms.filter(|ms| *ms > 0)),
            _ => None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_counts_waits_and_keeps_to_its_rate() {
        let mut plan = Plan::new(vec![Fault::new(FaultKind::Empty).at("flocks/*").after(1).times(2)], 1);
        let hits: Vec<bool> = (0..5).map(|_| plan.pick("flocks/list").is_some()).collect();
        assert_eq!(hits, [false, true, true, false, false]);
        assert!(plan.pick("ping").is_none());
        let mut plan = Plan::new(vec![Fault::new(FaultKind::Empty).rate(0.1)], 7);
        let hits = (0..10_000).filter(|_| plan.pick("ping").is_some()).count();
        assert!((900..1100).contains(&hits), "{hits}");
    }
}
