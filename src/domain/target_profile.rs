//! A target profile under a name, to be used again: in the same assessment, or taken over into another one.

use super::edit::Edit;
use super::id::{AttributeId, ProcessId};
use super::model::Model;
use super::target::{AttributeTarget, Target};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// A whole target with its name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TargetProfile {
    pub name: String,
    /// The level of all processes that are not listed.
    pub level: u8,
    pub processes: Vec<ProcessEntry>,
}

/// A process of which something differs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProcessEntry {
    pub process: ProcessId,
    /// None stands for the level of all.
    pub level: Option<u8>,
    pub attributes: Vec<AttributeEntry>,
    pub reason: String,
}

/// An attribute that is wanted otherwise than the level asks for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AttributeEntry {
    pub attribute: AttributeId,
    pub target: AttributeTarget,
}

impl TargetProfile {
    /// A target as it stands, under a name.
    pub fn of(name: &str, target: &Target) -> Self {
        let processes = target.processes.iter().map(|(process, own)| {
            let attributes = own
                .attributes
                .iter()
                .map(|(attribute, target)| AttributeEntry {
                    attribute: attribute.clone(),
                    target: target.clone(),
                });
            ProcessEntry {
                process: process.clone(),
                level: own.level,
                attributes: attributes.collect(),
                reason: own.reason.clone(),
            }
        });
        Self {
            name: name.to_owned(),
            level: target.default,
            processes: processes.collect(),
        }
    }

    /// The target that it stands for.
    pub fn target(&self) -> Target {
        let mut target = Target {
            default: self.level,
            ..Target::default()
        };
        for entry in &self.processes {
            target.change(&entry.process, |own| {
                own.level = entry.level;
                own.reason.clone_from(&entry.reason);
                own.attributes = entry
                    .attributes
                    .iter()
                    .map(|found| (found.attribute.clone(), found.target.clone()))
                    .collect();
            });
        }
        target
    }
}

/// A target as far as a model can take it over, and what was left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fitted {
    pub target: Target,
    pub left_out: Vec<LeftOut>,
}

/// Something of a target that a model does not have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LeftOut {
    /// A level above the highest one of the framework was lowered to it.
    Level(u8),
    Process(ProcessId),
    /// The framework does not have the attribute, or its scale does not have the rating that is wanted of it.
    Attribute(ProcessId, AttributeId),
}

/// What of a target a model can take over. Targets come from other assessments, and those may be over other models.
pub fn fit(model: &Model, target: &Target) -> Fitted {
    let highest = model.framework.highest_level();
    let mut fitted = Fitted::default();
    let lowered = |level: u8, left_out: &mut Vec<LeftOut>| {
        if level > highest {
            left_out.push(LeftOut::Level(level));
        }
        level.min(highest)
    };
    fitted.target.default = lowered(target.default, &mut fitted.left_out);
    for (process, own) in &target.processes {
        if model.process(process).is_none() {
            fitted.left_out.push(LeftOut::Process(process.clone()));
            continue;
        }
        let mut kept = own.clone();
        kept.level = own.level.map(|level| lowered(level, &mut fitted.left_out));
        kept.attributes.retain(|attribute, wanted| {
            let known = model.framework.attribute(attribute).is_some()
                && match wanted {
                    AttributeTarget::NotAsked => true,
                    AttributeTarget::Rating(rating) => model.framework.scale.rank(rating).is_some(),
                };
            if !known {
                let left_out = LeftOut::Attribute(process.clone(), attribute.clone());
                fitted.left_out.push(left_out);
            }
            known
        });
        fitted.target.change(process, |own| *own = kept);
    }
    fitted
}

/// The edits that lead from one target to another.
pub fn edits_between(from: &Target, to: &Target) -> Vec<Edit> {
    let mut edits = Vec::new();
    if from.default != to.default {
        edits.push(Edit::SetTarget { level: to.default });
    }
    let processes: BTreeSet<&ProcessId> =
        from.processes.keys().chain(to.processes.keys()).collect();
    for process in processes {
        let (old, new) = (from.process(process), to.process(process));
        let level = |own: Option<&super::target::ProcessTarget>| own.and_then(|own| own.level);
        if level(old) != level(new) {
            edits.push(Edit::SetProcessTarget {
                process: process.clone(),
                level: level(new),
            });
        }
        let adjusted = |own: Option<&super::target::ProcessTarget>| {
            own.map(|own| own.attributes.clone()).unwrap_or_default()
        };
        let (before, after) = (adjusted(old), adjusted(new));
        let attributes: BTreeSet<&AttributeId> = before.keys().chain(after.keys()).collect();
        for attribute in attributes {
            if before.get(attribute) != after.get(attribute) {
                edits.push(Edit::SetAttributeTarget {
                    process: process.clone(),
                    attribute: attribute.clone(),
                    target: after.get(attribute).cloned(),
                });
            }
        }
        if from.reason(process) != to.reason(process) {
            edits.push(Edit::SetTargetReason {
                process: process.clone(),
                reason: to.reason(process).to_owned(),
            });
        }
    }
    edits
}
