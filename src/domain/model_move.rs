//! What became of the processes of one model in another: of the same set in a newer version, or of the set that follows.

use super::carried::Origin;
use super::framework::RatedOn;
use super::id::{IndicatorId, ProcessId};
use super::model::Model;
use super::reference_model::{Succession, SuccessionKind};

/// One process that is in either model.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProcessMove {
    /// In the newer model; none where it is gone.
    pub to: Option<ProcessId>,
    /// In the older model; empty where it is new.
    pub from: Vec<ProcessId>,
    pub fate: Fate,
    /// What is rated under it in the newer model and reads otherwise, or is new.
    pub reworded: Vec<IndicatorId>,
    pub new: Vec<IndicatorId>,
    /// What was rated under it and is no more.
    pub gone: Vec<IndicatorId>,
}

/// What became of a process.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fate {
    /// Name, purpose and all that is rated read as they did.
    Unchanged,
    Reworded,
    /// Divided; this is one of its parts.
    Split,
    /// The old process goes on, and a part of it is a process of its own.
    Part,
    Merged,
    Revised,
    New,
    Gone,
}

impl Fate {
    /// In the order in which people want to know.
    pub const ALL: [Self; 8] = [
        Self::Unchanged,
        Self::Reworded,
        Self::Split,
        Self::Part,
        Self::Merged,
        Self::Revised,
        Self::New,
        Self::Gone,
    ];
}

/// Every process of the newer model in its order, then those that are gone.
pub fn model_move(old: &Model, new: &Model) -> Vec<ProcessMove> {
    let mut moves: Vec<ProcessMove> = new
        .reference
        .processes
        .iter()
        .map(|process| process_move(old, new, &process.id))
        .collect();
    let goes_on = |id: &ProcessId| moves.iter().any(|found| found.from.contains(id));
    let gone: Vec<ProcessMove> = old
        .reference
        .processes
        .iter()
        .filter(|process| !goes_on(&process.id))
        .map(|process| ProcessMove {
            to: None,
            from: vec![process.id.clone()],
            fate: Fate::Gone,
            reworded: Vec::new(),
            new: Vec::new(),
            gone: process
                .outcomes
                .iter()
                .map(|found| found.id.clone())
                .collect(),
        })
        .collect();
    moves.extend(gone);
    moves
}

/// Where a process of the newer model comes from, with the way in which its ratings have to be taken. None where it is new.
pub fn origin(old: &Model, new: &Model, process: &ProcessId) -> Option<(Vec<ProcessId>, Origin)> {
    if old.process(process).is_some() {
        return Some((vec![process.clone()], Origin::Same));
    }
    let is_of = |found: &&Succession| found.to == *process && old.process(&found.from).is_some();
    let successions: Vec<&Succession> = new.reference.successions.iter().filter(is_of).collect();
    let first = successions.first()?;
    let sources: Vec<ProcessId> = successions.iter().map(|found| found.from.clone()).collect();
    let from = first.from.clone();
    let origin = match first.how {
        _ if sources.len() > 1 => Origin::Merged {
            from: sources.clone(),
        },
        SuccessionKind::Split => Origin::Split { from },
        SuccessionKind::Part => Origin::Part { from },
        SuccessionKind::Revised => Origin::Revised { from },
    };
    Some((sources, origin))
}

/// Whether what is rated reads as it did. None where the older model does not have it.
pub fn reads_as_before(
    old: &Model,
    from: &ProcessId,
    new: &Model,
    process: &ProcessId,
    indicator: &IndicatorId,
) -> Option<bool> {
    let before = old.indicator(from, indicator)?;
    let after = new.indicator(process, indicator)?;
    Some(before.text == after.text)
}

fn process_move(old: &Model, new: &Model, id: &ProcessId) -> ProcessMove {
    let rated = |model: &Model, process: &ProcessId| -> Vec<IndicatorId> {
        let attributes = model.framework.attributes.iter();
        // What is rated of every process alike is told of the framework, not of each process.
        let own = attributes.filter(|attribute| attribute.rated_on == RatedOn::Outcomes);
        own.flat_map(|attribute| model.indicators(process, attribute))
            .map(|indicator| indicator.id.clone())
            .collect()
    };
    let after = rated(new, id);
    let Some((from, origin)) = origin(old, new, id) else {
        return ProcessMove {
            to: Some(id.clone()),
            from: Vec::new(),
            fate: Fate::New,
            reworded: Vec::new(),
            new: after,
            gone: Vec::new(),
        };
    };
    let reads = |indicator: &IndicatorId| {
        from.iter()
            .find_map(|from| reads_as_before(old, from, new, id, indicator))
    };
    let with = |wanted: Option<bool>| -> Vec<IndicatorId> {
        let found = after.iter().filter(|indicator| reads(indicator) == wanted);
        found.cloned().collect()
    };
    let (reworded, added) = (with(Some(false)), with(None));
    // An old process that goes on keeps what it has.
    let ended = from
        .iter()
        .filter(|from| *from == id || new.process(from).is_none());
    let before = ended.flat_map(|from| rated(old, from));
    let gone: Vec<IndicatorId> = before.filter(|found| !after.contains(found)).collect();
    let fate = match origin {
        Origin::Split { .. } => Fate::Split,
        Origin::Part { .. } => Fate::Part,
        Origin::Merged { .. } => Fate::Merged,
        Origin::Revised { .. } => Fate::Revised,
        Origin::Same | Origin::Reworded => {
            let told = |model: &Model| {
                model
                    .process(id)
                    .map(|process| (process.name.clone(), process.purpose.clone()))
            };
            let same = told(old) == told(new)
                && reworded.is_empty()
                && added.is_empty()
                && gone.is_empty();
            if same {
                Fate::Unchanged
            } else {
                Fate::Reworded
            }
        }
    };
    ProcessMove {
        to: Some(id.clone()),
        from,
        fate,
        reworded,
        new: added,
        gone,
    }
}
