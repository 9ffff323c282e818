//! The smallest path: the cheapest set of ratings to raise so that processes reach what is asked of them.

use super::assessment::Assessment;
use super::cell::{Cell, process_cells};
use super::effort::Efforts;
use super::framework::Attribute;
use super::id::{AttributeId, ProcessId};
use super::model::Model;
use super::raise::{Raise, fewest, raises};
use super::result::rates;
use super::scale::Rank;

/// What leads a process to where it should be.
#[derive(Clone, Debug, PartialEq)]
pub struct Path {
    /// In the order of the framework, and within an attribute in that of its cells.
    pub raises: Vec<Raise>,
    /// What they cost together: person-hours, or ratings where the fewest were asked for.
    pub cost: u32,
    /// Whether nothing is cheaper. Otherwise the path leads there, and there may be a cheaper one.
    pub exact: bool,
    /// Attributes that no rating can lift, because nothing under them applies.
    pub out_of_reach: Vec<AttributeId>,
}

/// The paths of several processes.
#[derive(Clone, Debug, PartialEq)]
pub struct Selection {
    /// In the order in which they were given.
    pub paths: Vec<(ProcessId, Path)>,
    /// Person-hours together.
    pub cost: u32,
    /// Whether every path is exact.
    pub exact: bool,
}

/// Something to reach, and what it takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Goal {
    pub process: ProcessId,
    /// None stands for all that is asked of the process.
    pub attribute: Option<AttributeId>,
    /// Person-hours.
    pub hours: u32,
}

/// What a number of hours buys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Purchase {
    /// The cheapest first.
    pub goals: Vec<Goal>,
    /// Person-hours spent.
    pub hours: u32,
    /// Person-hours that are left: too few for any other goal.
    pub left: u32,
}

/// The cheapest path of one process. `needs` tells the rank that an attribute must have, none where none is asked for.
///
/// Attributes do not share ratings, so the cheapest set is the union of the cheapest sets of each.
pub fn path_to(
    model: &Model,
    assessment: &Assessment,
    process: &ProcessId,
    needs: impl Fn(&Attribute) -> Option<Rank>,
    efforts: &Efforts,
) -> Path {
    path(model, assessment, process, needs, |cell, to| {
        efforts.raise_cell(cell, to)
    })
}

/// The fewest ratings to raise so that a process reaches a level.
pub fn path_to_level(
    model: &Model,
    assessment: &Assessment,
    process: &ProcessId,
    level: u8,
) -> Path {
    let requirement = model.rule.requirement(level);
    let needs = |attribute: &Attribute| requirement?.needs(attribute.level);
    path(model, assessment, process, needs, fewest)
}

/// The cheapest paths of several processes, which do not share ratings either.
pub fn selection(
    model: &Model,
    assessment: &Assessment,
    processes: &[ProcessId],
    needs: impl Fn(&ProcessId, &Attribute) -> Option<Rank>,
    efforts: &Efforts,
) -> Selection {
    let path = |process: &ProcessId| {
        let needs = |attribute: &Attribute| needs(process, attribute);
        let path = path_to(model, assessment, process, needs, efforts);
        (process.clone(), path)
    };
    let paths: Vec<_> = processes.iter().map(path).collect();
    Selection {
        cost: sum(paths.iter().map(|(_, path)| path.cost)),
        exact: paths.iter().all(|(_, path)| path.exact),
        paths,
    }
}

/// The most goals that can be reached within some hours.
///
/// Every goal counts one and none helps another, so taking the cheapest first is exact. It also means that more hours add
/// goals and never change the ones before: what one more week buys is what comes after those without it. Where the hours of
/// the goals are bounds, so is this: at least so many.
pub fn purchase(mut goals: Vec<Goal>, hours: u32) -> Purchase {
    goals.sort_by_key(|goal| goal.hours);
    let mut left = hours;
    let affordable = |goal: &Goal| match left.checked_sub(goal.hours) {
        Some(rest) => {
            left = rest;
            true
        }
        None => false,
    };
    let goals: Vec<Goal> = goals.into_iter().take_while(affordable).collect();
    Purchase {
        hours: hours - left,
        left,
        goals,
    }
}

impl Selection {
    /// The gaps of attributes that can be closed, each by itself.
    pub fn attribute_goals(&self) -> Vec<Goal> {
        let goals = self.paths.iter().flat_map(|(process, path)| {
            let of_attribute = path
                .raises
                .chunk_by(|one, next| one.attribute == next.attribute);
            of_attribute.map(|raises| Goal {
                process: process.clone(),
                attribute: raises.first().map(|raise| raise.attribute.clone()),
                hours: sum(raises.iter().map(|raise| raise.cost)),
            })
        });
        goals.collect()
    }

    /// The processes that can reach all that is asked of them, and have not yet.
    pub fn process_goals(&self) -> Vec<Goal> {
        let open = |path: &Path| !path.raises.is_empty() && path.out_of_reach.is_empty();
        let goals = self.paths.iter().filter(|(_, path)| open(path));
        goals
            .map(|(process, path)| Goal {
                process: process.clone(),
                attribute: None,
                hours: path.cost,
            })
            .collect()
    }
}

fn path(
    model: &Model,
    assessment: &Assessment,
    process: &ProcessId,
    needs: impl Fn(&Attribute) -> Option<Rank>,
    cost: impl Fn(&Cell, Rank) -> u32,
) -> Path {
    let mut path = Path::default();
    let rates = rates(model, assessment);
    for attribute in &model.framework.attributes {
        let Some(needed) = needs(attribute) else {
            continue;
        };
        let cells = process_cells(model, assessment, process, attribute, rates);
        match raises(model, &attribute.id, &cells, needed, &cost) {
            Some(found) => {
                path.raises.extend(found.raises);
                path.cost = path.cost.saturating_add(found.cost);
                path.exact &= found.exact;
            }
            None => path.out_of_reach.push(attribute.id.clone()),
        }
    }
    path
}

fn sum(hours: impl Iterator<Item = u32>) -> u32 {
    hours.fold(0, u32::saturating_add)
}

impl Default for Path {
    /// No path is needed.
    fn default() -> Self {
        Self {
            raises: Vec::new(),
            cost: 0,
            exact: true,
            out_of_reach: Vec::new(),
        }
    }
}
