//! The tree of units that the assessments of a portfolio name.

use super::portfolio::{Key, Portfolio};
use super::unit_names::UnitNames;
use super::unit_words::kind;
use crate::domain::unit::{UnitKey, UnitKind};
use std::collections::BTreeMap;

/// A unit in the tree: one that was assessed, or one that others are part of.
#[derive(Clone, Debug, PartialEq)]
pub struct UnitNode {
    pub key: UnitKey,
    /// "Site Berlin".
    pub name: String,
    /// How many units it is within.
    pub depth: usize,
}

/// All units, each after the one that it is part of. Those that name no unit are none.
pub fn unit_tree(portfolio: &Portfolio, names: &UnitNames) -> Vec<UnitNode> {
    // By the names on the way to it, so that a unit follows what it is within.
    let mut nodes: BTreeMap<(Vec<String>, UnitKey), UnitNode> = BTreeMap::new();
    for unit in &portfolio.units {
        let mut way: Vec<String> = Vec::new();
        let mut add = |key: UnitKey, kind_of: UnitKind, name: String| {
            let depth = way.len();
            way.push(sortable(&name));
            nodes
                .entry((way.clone(), key.clone()))
                .or_insert_with(|| UnitNode {
                    key,
                    name: match names.are_aliases() {
                        true => name,
                        false => format!("{name} ({})", kind(kind_of).to_lowercase()),
                    },
                    depth,
                });
        };
        for (key, part) in unit.parts() {
            let name = names.part(&key, part);
            add(key, part.kind, name);
        }
        if let Key::Unit(key) = &unit.key {
            add(key.clone(), unit.kind, names.unit(unit));
        }
    }
    nodes.into_values().collect()
}

/// So that 10 comes after 9.
fn sortable(name: &str) -> String {
    let name = name.to_lowercase();
    match name.rsplit_once(' ') {
        Some((word, number)) if number.bytes().all(|byte| byte.is_ascii_digit()) => {
            format!("{word} {number:0>9}")
        }
        _ => name,
    }
}
