//! Indicators by instances: what was rated for each, and what comes out along both directions (ISO/IEC 33020:2015 clause 5.5).

use super::aggregation::Mean;
use super::assessment::Assessment;
use super::cell::{Cell, cell_of, in_process, tally};
use super::framework::{Attribute, Rates};
use super::id::{AttributeId, ProcessId};
use super::model::Model;
use super::process_state::Instance;
use super::result::rates;
use super::scale::Rank;
use super::subject::{Item, Subject};

/// All that is rated of one process, by instance. Empty under a method that rates the whole process.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Matrix {
    pub instances: Vec<Instance>,
    /// The attributes up to the highest level in scope, each with its rows.
    pub attributes: Vec<MatrixAttribute>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct MatrixAttribute {
    pub attribute: AttributeId,
    /// The indicators, or the attribute itself where attributes are rated.
    pub rows: Vec<MatrixRow>,
}

/// One indicator in all instances.
#[derive(Clone, Debug, PartialEq)]
pub struct MatrixRow {
    pub item: Item,
    /// One for each instance, in their order. A settled attribute does not hide what was rated under it.
    pub cells: Vec<Cell>,
    /// The mean over the instances, each as often as it counts. None where nothing is rated.
    pub mean: Option<Mean>,
    pub spread: Option<Span>,
}

/// The lowest and the highest of several ratings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    pub lowest: Rank,
    pub highest: Rank,
}

impl Span {
    /// None where nothing is rated.
    pub fn of<'a>(cells: impl IntoIterator<Item = &'a Cell>) -> Option<Self> {
        let ranks = cells.into_iter().filter_map(|cell| cell.state.rank());
        ranks.fold(None, |spread: Option<Self>, rank| {
            Some(Self {
                lowest: spread.map_or(rank, |spread| spread.lowest.min(rank)),
                highest: spread.map_or(rank, |spread| spread.highest.max(rank)),
            })
        })
    }

    /// In steps of the scale; 0 where all are the same.
    pub fn steps(self) -> u8 {
        self.highest.0 - self.lowest.0
    }
}

impl MatrixAttribute {
    /// Over indicators and instances at once.
    pub fn spread(&self) -> Option<Span> {
        Span::of(self.rows.iter().flat_map(|row| &row.cells))
    }

    /// Over the indicators in one instance.
    pub fn spread_in(&self, instance: usize) -> Option<Span> {
        Span::of(self.rows.iter().filter_map(|row| row.cells.get(instance)))
    }
}

/// The matrix of one process.
pub fn matrix(model: &Model, assessment: &Assessment, process: &ProcessId) -> Matrix {
    let rates = rates(model, assessment);
    if rates == Rates::Process {
        return Matrix::default();
    }
    let instances = assessment.instances(process);
    let row = |item: Item| {
        let cells: Vec<Cell> = instances
            .iter()
            .flat_map(|instance| {
                let subject = Subject {
                    process: process.clone(),
                    instance: Some(instance.id.clone()),
                    item: item.clone(),
                };
                in_process(vec![cell_of(model, assessment, subject)], instance)
            })
            .collect();
        MatrixRow {
            item,
            mean: tally(model, &cells).mean(&model.numbers),
            spread: Span::of(&cells),
            cells,
        }
    };
    let attribute = |attribute: &Attribute| {
        let items: Vec<Item> = match rates {
            Rates::Indicators => {
                let indicators = model.indicators(process, attribute).iter();
                indicators
                    .map(|indicator| Item::Indicator(indicator.id.clone()))
                    .collect()
            }
            Rates::Attributes | Rates::Process => vec![Item::Attribute(attribute.id.clone())],
        };
        MatrixAttribute {
            attribute: attribute.id.clone(),
            rows: items.into_iter().map(row).collect(),
        }
    };
    let attributes = model.attributes(assessment.highest_level);
    Matrix {
        attributes: attributes.map(attribute).collect(),
        instances,
    }
}
