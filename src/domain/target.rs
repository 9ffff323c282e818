//! What an assessment aims at: a level for each process, and so a rating for each attribute, adjusted where people want it
//! otherwise (ISO/IEC 15504-4 clause 5).

use super::assessment::Assessment;
use super::framework::Attribute;
use super::id::{AttributeId, ProcessId};
use super::level::AttributeRank;
use super::model::Model;
use super::scale::{Rank, Rating};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A target profile: one level for all processes, and what differs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Target {
    pub default: u8,
    /// Only processes of which something differs.
    pub processes: BTreeMap<ProcessId, ProcessTarget>,
}

/// What differs for one process.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProcessTarget {
    /// None stands for the level of all.
    pub level: Option<u8>,
    /// Attributes that are wanted otherwise than the level asks for.
    pub attributes: BTreeMap<AttributeId, AttributeTarget>,
    /// Why it differs.
    pub reason: String,
}

/// What is wanted of one attribute, whatever the level says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AttributeTarget {
    /// At least this rating.
    Rating(Rating),
    /// Left out of the target.
    NotAsked,
}

impl Target {
    /// The target level of a process, before attributes are adjusted.
    pub fn level(&self, process: &ProcessId) -> u8 {
        let own = self.process(process).and_then(|own| own.level);
        own.unwrap_or(self.default)
    }

    /// What differs for a process; none where nothing does.
    pub fn process(&self, process: &ProcessId) -> Option<&ProcessTarget> {
        self.processes.get(process)
    }

    /// Why a process differs; empty where nobody said.
    pub fn reason(&self, process: &ProcessId) -> &str {
        self.process(process).map_or("", |own| own.reason.as_str())
    }

    pub(super) fn change(&mut self, process: &ProcessId, change: impl FnOnce(&mut ProcessTarget)) {
        let own = self.processes.entry(process.clone()).or_default();
        change(own);
        if *own == ProcessTarget::default() {
            self.processes.remove(process);
        }
    }
}

/// The rank that the target of an assessment asks of an attribute; none where it does not ask. A level above the highest one
/// in scope asks for no more than that one.
pub fn target_rank(
    model: &Model,
    assessment: &Assessment,
    process: &ProcessId,
    attribute: &Attribute,
) -> Option<Rank> {
    let target = &assessment.target;
    let level = target.level(process).min(assessment.highest_level);
    wanted(model, target.process(process), attribute, level)
}

/// The level that a process has once its target is reached, adjustments included. It may lie above the highest level in scope.
pub fn target_level(model: &Model, assessment: &Assessment, process: &ProcessId) -> u8 {
    let (target, own) = (&assessment.target, assessment.target.process(process));
    let attributes = model.framework.attributes.iter();
    let ranks = attributes.map(|attribute| AttributeRank {
        level: attribute.level,
        rank: wanted(model, own, attribute, target.level(process)),
    });
    model
        .rule
        .level(&ranks.collect::<Vec<_>>(), model.framework.highest_level())
}

/// The rank that a target level asks of an attribute, without any adjustment.
pub fn level_rank(model: &Model, attribute: &Attribute, target_level: u8) -> Option<Rank> {
    model.rule.requirement(target_level)?.needs(attribute.level)
}

/// Without an adjustment: attributes of lower levels at the top of the scale, those of the target level as the level rule
/// says. A rating that the scale does not have adjusts nothing.
fn wanted(
    model: &Model,
    own: Option<&ProcessTarget>,
    attribute: &Attribute,
    level: u8,
) -> Option<Rank> {
    match own.and_then(|own| own.attributes.get(&attribute.id)) {
        Some(AttributeTarget::NotAsked) => None,
        Some(AttributeTarget::Rating(rating)) => model
            .framework
            .scale
            .rank(rating)
            .or_else(|| level_rank(model, attribute, level)),
        None => level_rank(model, attribute, level),
    }
}
