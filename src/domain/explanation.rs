//! Why a process has its level and not the next one.

use super::assessment::Assessment;
use super::cell::{CellState, process_cells};
use super::id::{AttributeId, ProcessId};
use super::model::Model;
use super::path::{Path, path_to_level};
use super::result::{ProcessResult, rates};
use super::scale::{Rank, Rating};
use super::subject::Subject;

/// The level explained.
#[derive(Clone, Debug, PartialEq)]
pub struct Explanation {
    pub level: u8,
    pub next: Next,
    /// The attributes that keep the next level away, in the order of the framework.
    pub blockers: Vec<Blocker>,
    /// The smallest set of raised ratings that reaches the next level.
    pub path: Path,
}

/// What lies above the level reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    Level(u8),
    /// The scope of the assessment ends here.
    EndOfScope,
    /// The framework ends here.
    EndOfFramework,
}

/// An attribute that is rated too low for the next level, or not at all.
#[derive(Clone, Debug, PartialEq)]
pub struct Blocker {
    pub attribute: AttributeId,
    pub has: Option<Rating>,
    pub needs: Rank,
    /// What pulls it down: everything under it that is not at the top of the scale, lowest first, unrated last.
    pub drivers: Vec<Driver>,
}

/// An indicator (or attribute of an instance) that pulls an attribute down.
#[derive(Clone, Debug, PartialEq)]
pub struct Driver {
    pub subject: Subject,
    pub rating: Option<Rating>,
}

/// Explains the level of a process.
pub fn explain(model: &Model, assessment: &Assessment, result: &ProcessResult) -> Explanation {
    let next = next(model, assessment.highest_level, result.level);
    let (blockers, path) = match next {
        Next::Level(level) => (
            blockers(model, assessment, result, level),
            path_to_level(model, assessment, &result.process, level),
        ),
        Next::EndOfScope | Next::EndOfFramework => (Vec::new(), Path::default()),
    };
    Explanation {
        level: result.level,
        next,
        blockers,
        path,
    }
}

fn next(model: &Model, highest_in_scope: u8, level: u8) -> Next {
    if level >= model.framework.highest_level() {
        Next::EndOfFramework
    } else if level >= highest_in_scope {
        Next::EndOfScope
    } else {
        Next::Level(level + 1)
    }
}

fn blockers(
    model: &Model,
    assessment: &Assessment,
    result: &ProcessResult,
    level: u8,
) -> Vec<Blocker> {
    let Some(requirement) = model.rule.requirement(level) else {
        return Vec::new();
    };
    let blocker = |attribute: &super::result::AttributeResult| {
        let needs = requirement.needs(attribute.level)?;
        let blocked = attribute.standing.rank().is_none_or(|rank| rank < needs);
        blocked.then(|| Blocker {
            attribute: attribute.attribute.clone(),
            has: attribute.standing.rating().cloned(),
            needs,
            drivers: drivers(model, assessment, &result.process, &attribute.attribute),
        })
    };
    result.attributes.iter().filter_map(blocker).collect()
}

fn drivers(
    model: &Model,
    assessment: &Assessment,
    process: &ProcessId,
    attribute: &AttributeId,
) -> Vec<Driver> {
    let Some(attribute) = model.framework.attribute(attribute) else {
        return Vec::new();
    };
    let highest = model.framework.scale.highest();
    let cells = process_cells(
        model,
        assessment,
        process,
        attribute,
        rates(model, assessment),
    );
    let mut drivers = Vec::new();
    for wanted in model
        .numbers
        .ranks()
        .filter(|rank| *rank < highest)
        .map(Some)
        .chain([None])
    {
        drivers.extend(cells.iter().filter_map(|cell| match (&cell.state, wanted) {
            (CellState::Rated { rating, rank }, Some(wanted)) if *rank == wanted => Some(Driver {
                subject: cell.subject.clone(),
                rating: Some(rating.clone()),
            }),
            (CellState::NotRated, None) => Some(Driver {
                subject: cell.subject.clone(),
                rating: None,
            }),
            _ => None,
        }));
    }
    drivers
}
