//! What units and assessments are called: as people named them, or by numbers that tell nothing, for sharing.

use super::digest::Digest;
use super::portfolio::{Key, Portfolio, Unit};
use super::unit_words::kind;
use crate::domain::unit::{UnitKey, UnitKind, UnitPart};
use std::collections::BTreeMap;

/// The names to show.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct UnitNames {
    /// None where the real names are shown.
    aliases: Option<Aliases>,
}

/// What an assessment and its unit are called in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Labels {
    pub assessment: String,
    pub unit: String,
    /// What the unit is part of, the largest first.
    pub within: String,
    /// Whether these stand in place of names: then the file may not tell other names either.
    pub aliases: bool,
}

/// Numbers from 1.
#[derive(Clone, Debug, Default, PartialEq)]
struct Aliases {
    units: BTreeMap<Key, usize>,
    /// The units that others are part of, each kind by itself.
    parts: BTreeMap<UnitKey, usize>,
}

impl UnitNames {
    /// As people named them.
    pub fn real() -> Self {
        Self::default()
    }

    /// Numbers for the units of a whole portfolio. Those of the same assessments are always the same. Their order comes from the
    /// random ids of assessments, so it tells nothing of names.
    pub fn aliases(portfolio: &Portfolio) -> Self {
        let scattered = |unit: &&Unit| {
            let ids = unit.series.iter();
            let first = ids.map(|digest| scatter(digest.id.as_str())).min();
            (first, unit.key.clone())
        };
        let mut units: Vec<&Unit> = portfolio.units.iter().collect();
        units.sort_by_cached_key(scattered);
        let mut aliases = Aliases::default();
        let mut counts: BTreeMap<UnitKind, usize> = BTreeMap::new();
        for unit in units {
            let number = aliases.units.len() + 1;
            aliases.units.insert(unit.key.clone(), number);
            for (key, part) in unit.parts() {
                aliases.parts.entry(key).or_insert_with(|| {
                    let count = counts.entry(part.kind).or_default();
                    *count += 1;
                    *count
                });
            }
        }
        Self {
            aliases: Some(aliases),
        }
    }

    pub fn are_aliases(&self) -> bool {
        self.aliases.is_some()
    }

    /// "Service desk", or "Unit 3".
    pub fn unit(&self, unit: &Unit) -> String {
        match self.number(unit) {
            Some(number) => format!("Unit {number}"),
            None => unit.name.clone(),
        }
    }

    /// "Berlin", or "Site 2": a unit that others are part of.
    pub fn part(&self, key: &UnitKey, part: &UnitPart) -> String {
        match &self.aliases {
            Some(aliases) => {
                let number = aliases.parts.get(key).copied().unwrap_or(0);
                format!("{} {number}", kind(part.kind))
            }
            None => part.name.clone(),
        }
    }

    /// "Example AG / Berlin": what a unit is part of; empty where that is not said.
    pub fn within(&self, unit: &Unit) -> String {
        let parts = unit.parts();
        let parts: Vec<String> = parts
            .iter()
            .map(|(key, part)| self.part(key, part))
            .collect();
        parts.join(" / ")
    }

    /// "Spring 2026", or "Unit 3, assessment 2".
    pub fn assessment(&self, unit: &Unit, digest: &Digest) -> String {
        match self.number(unit) {
            Some(number) => {
                let mut series = unit.series.iter();
                let place = series.position(|found| found.id == digest.id);
                let place = place.map_or(0, |place| place + 1);
                format!("Unit {number}, assessment {place}")
            }
            None => digest.title.clone(),
        }
    }

    /// What stands in a file.
    pub fn labels(&self, unit: &Unit, digest: &Digest) -> Labels {
        Labels {
            assessment: self.assessment(unit, digest),
            unit: self.unit(unit),
            within: self.within(unit),
            aliases: self.are_aliases(),
        }
    }

    /// What units are put in order by: their path, or their number.
    pub fn order(&self, unit: &Unit) -> (usize, String, Key) {
        let path = format!("{} / {}", self.within(unit), unit.name).to_lowercase();
        match self.number(unit) {
            Some(number) => (number, String::new(), unit.key.clone()),
            None => (0, path, unit.key.clone()),
        }
    }

    fn number(&self, unit: &Unit) -> Option<usize> {
        let aliases = self.aliases.as_ref()?;
        Some(aliases.units.get(&unit.key).copied().unwrap_or(0))
    }
}

/// FNV-1a: ids that somebody chose, such as `a-team`, give no order away at a glance.
fn scatter(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}
