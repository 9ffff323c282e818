//! What follows from the ratings of a process: attribute ratings, its level, and how far blanks could move it.

use super::aggregation::Mean;
use super::assessment::Assessment;
use super::cell::{Cell, CellState, in_process, instance_cells, tally, tally_with, whole_cell};
use super::framework::{Attribute, Rates};
use super::id::{AttributeId, ProcessId};
use super::judgement::Settlement;
use super::level::AttributeRank;
use super::model::Model;
use super::process_state::{Instance, Remarks};
use super::scale::{Rank, Rating};
use super::subject::Subject;
use serde::{Deserialize, Serialize};

/// The version of the engine. Rises whenever the same ratings over the same model can come out otherwise than before, so that a
/// seal can tell the two apart.
pub const ENGINE_VERSION: &str = "1";

/// The process profile and capability level of one process.
#[derive(Clone, Debug, PartialEq)]
pub struct ProcessResult {
    pub process: ProcessId,
    /// Each instance by itself. Empty under a method that rates the whole process.
    pub instances: Vec<InstanceResult>,
    /// The attributes up to the highest level in scope.
    pub attributes: Vec<AttributeResult>,
    pub level: u8,
    /// The level if every blank were rated lowest.
    pub lowest: u8,
    /// The level if every blank were rated highest.
    pub highest: u8,
    pub progress: Progress,
}

/// The profile and level of one instance.
#[derive(Clone, Debug, PartialEq)]
pub struct InstanceResult {
    pub instance: Instance,
    pub attributes: Vec<AttributeResult>,
    pub level: u8,
}

/// The rating of one attribute, and where it comes from.
#[derive(Clone, Debug, PartialEq)]
pub struct AttributeResult {
    pub attribute: AttributeId,
    pub level: u8,
    pub standing: Standing,
    /// The rank that filling every blank with the lowest rating gives; none where nothing applies.
    pub lowest: Option<Rank>,
    /// The rank that filling every blank with the highest rating gives; none where nothing applies.
    pub highest: Option<Rank>,
    pub progress: Progress,
}

/// How an attribute stands.
#[derive(Clone, Debug, PartialEq)]
pub enum Standing {
    NotRated,
    /// Everything under it is not applicable, so it has no rating and the level stops below it.
    NotApplicable,
    /// Rated by a person as it is, perhaps with a refined rating.
    Rated {
        rating: Rating,
        rank: Rank,
    },
    /// Proposed by the mean.
    Computed {
        rating: Rating,
        mean: Mean,
    },
    /// Settled otherwise by people, with a reason. The mean that it replaces is kept in sight.
    Settled {
        rating: Rating,
        rank: Rank,
        reason: String,
        computed: Option<Mean>,
    },
}

/// How much is rated.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    pub rated: u32,
    pub not_applicable: u32,
    /// Among those rated or not applicable: came along from an earlier assessment and were not looked at since.
    pub carried: u32,
    pub total: u32,
}

impl Standing {
    pub fn rank(&self) -> Option<Rank> {
        match self {
            Self::NotRated | Self::NotApplicable => None,
            Self::Rated { rank, .. } | Self::Settled { rank, .. } => Some(*rank),
            Self::Computed { mean, .. } => Some(mean.rank),
        }
    }

    pub fn rating(&self) -> Option<&Rating> {
        match self {
            Self::NotRated | Self::NotApplicable => None,
            Self::Rated { rating, .. }
            | Self::Settled { rating, .. }
            | Self::Computed { rating, .. } => Some(rating),
        }
    }
}

impl Progress {
    pub fn not_rated(&self) -> u32 {
        self.total.saturating_sub(self.rated + self.not_applicable)
    }

    /// Whole percent of what can be rated, rounded down, so that 100 means all.
    pub fn percent(&self) -> u32 {
        let applicable = self.total.saturating_sub(self.not_applicable);
        (self.rated * 100).checked_div(applicable).unwrap_or(100)
    }

    pub fn add(&mut self, other: Self) {
        self.rated += other.rated;
        self.not_applicable += other.not_applicable;
        self.carried += other.carried;
        self.total += other.total;
    }
}

impl ProcessResult {
    pub fn attribute(&self, id: &AttributeId) -> Option<&AttributeResult> {
        self.attributes
            .iter()
            .find(|result| result.attribute == *id)
    }
}

/// Computes the result of one process.
pub fn process_result(
    model: &Model,
    assessment: &Assessment,
    process: &ProcessId,
) -> ProcessResult {
    let rates = rates(model, assessment);
    let cap = assessment.highest_level;
    let scope: Vec<&Attribute> = model.attributes(cap).collect();
    // The cells of each attribute in all instances, gathered on the way so that none is made twice.
    let mut gathered: Vec<Vec<Cell>> = vec![Vec::new(); scope.len()];
    let mut of_instance = |instance: Instance| {
        let result = |(attribute, gathered): (&&Attribute, &mut Vec<Cell>)| {
            let cells = instance_cells(model, assessment, process, &instance.id, attribute, rates);
            let whole = Subject::attribute(
                process.clone(),
                Some(instance.id.clone()),
                attribute.id.clone(),
            );
            let unsettled = || unsettled(model, assessment, process, &instance, attribute);
            let result = attribute_result(
                model,
                attribute,
                &cells,
                settlement(assessment, &whole),
                unsettled,
            );
            gathered.extend(in_process(cells, &instance));
            result
        };
        let attributes: Vec<_> = scope.iter().zip(&mut gathered).map(result).collect();
        let level = level(model, &attributes, cap, |result| result.standing.rank());
        InstanceResult {
            instance,
            attributes,
            level,
        }
    };
    let instances = match rates {
        Rates::Process => Vec::new(),
        Rates::Indicators | Rates::Attributes => assessment
            .instances(process)
            .into_iter()
            .map(&mut of_instance)
            .collect(),
    };
    let of_process = |(attribute, gathered): (&&Attribute, Vec<Cell>)| {
        let whole = Subject::attribute(process.clone(), None, attribute.id.clone());
        let settlement = settlement(assessment, &whole).filter(|_| rates != Rates::Process);
        match whole_cell(model, assessment, whole, rates) {
            Some(cell) => attribute_result(model, attribute, &[cell], settlement, || gathered),
            None => attribute_result(model, attribute, &gathered, None, Vec::new),
        }
    };
    let attributes: Vec<_> = scope.iter().zip(gathered).map(of_process).collect();
    let mut progress = Progress::default();
    attributes
        .iter()
        .for_each(|result| progress.add(result.progress));
    ProcessResult {
        process: process.clone(),
        instances,
        level: level(model, &attributes, cap, |result| result.standing.rank()),
        lowest: level(model, &attributes, cap, |result| result.lowest),
        highest: level(model, &attributes, cap, |result| result.highest),
        attributes,
        progress,
    }
}

/// What the method of the assessment has people rate. A method that the framework does not know rates indicators.
pub fn rates(model: &Model, assessment: &Assessment) -> Rates {
    model
        .framework
        .method(&assessment.method)
        .map_or(Rates::Indicators, |method| method.rates)
}

fn attribute_result(
    model: &Model,
    attribute: &Attribute,
    cells: &[Cell],
    settlement: Option<&Settlement>,
    unsettled: impl FnOnce() -> Vec<Cell>,
) -> AttributeResult {
    let scale = &model.framework.scale;
    let filled = |rank| {
        tally_with(model, cells, Some(rank))
            .mean(&model.numbers)
            .map(|mean| mean.rank)
    };
    let progress = progress(cells);
    let standing = match (settlement, cells) {
        (
            Some(settlement),
            [
                Cell {
                    state: CellState::Rated { rating, rank },
                    ..
                },
            ],
        ) => Standing::Settled {
            rating: rating.clone(),
            rank: *rank,
            reason: settlement.reason.clone(),
            computed: tally(model, &unsettled()).mean(&model.numbers),
        },
        (
            None,
            [
                Cell {
                    state: CellState::Rated { rating, rank },
                    subject,
                    ..
                },
            ],
        ) if subject.is_attribute() => Standing::Rated {
            rating: rating.clone(),
            rank: *rank,
        },
        _ => match tally(model, cells).mean(&model.numbers) {
            Some(mean) => Standing::Computed {
                rating: scale.rating(mean.rank).clone(),
                mean,
            },
            None if progress.total > 0 && progress.not_applicable == progress.total => {
                Standing::NotApplicable
            }
            None => Standing::NotRated,
        },
    };
    AttributeResult {
        attribute: attribute.id.clone(),
        level: attribute.level,
        standing,
        lowest: filled(scale.lowest()),
        highest: filled(scale.highest()),
        progress,
    }
}

fn unsettled(
    model: &Model,
    assessment: &Assessment,
    process: &ProcessId,
    instance: &Instance,
    attribute: &Attribute,
) -> Vec<Cell> {
    let state = assessment.state(process).remarks_of(Some(&instance.id));
    super::cell::indicator_cells(model, process, &instance.id, attribute, state)
}

fn settlement<'a>(assessment: &'a Assessment, whole: &Subject) -> Option<&'a Settlement> {
    assessment.remarks(whole).and_then(Remarks::settlement)
}

fn progress(cells: &[Cell]) -> Progress {
    let mut progress = Progress::default();
    for cell in cells {
        progress.total += cell.weight;
        if cell.carried {
            progress.carried += cell.weight;
        }
        match cell.state {
            CellState::Rated { .. } => progress.rated += cell.weight,
            CellState::NotApplicable => progress.not_applicable += cell.weight,
            CellState::NotRated => {}
        }
    }
    progress
}

fn level(
    model: &Model,
    attributes: &[AttributeResult],
    highest_in_scope: u8,
    rank: impl Fn(&AttributeResult) -> Option<Rank>,
) -> u8 {
    let ranks = attributes.iter().map(|result| AttributeRank {
        level: result.level,
        rank: rank(result),
    });
    model
        .rule
        .level(&ranks.collect::<Vec<_>>(), highest_in_scope)
}
