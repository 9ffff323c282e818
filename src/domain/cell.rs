//! The cells that an attribute rating is computed from: indicators by instances under R1, instances under R2, one under R3.

use super::aggregation::Tally;
use super::assessment::Assessment;
use super::framework::{Attribute, Rates};
use super::id::{InstanceId, ProcessId};
use super::judgement::Judgement;
use super::model::{Indicator, Model};
use super::process_state::{Instance, Remarks};
use super::scale::{Rank, Rating};
use super::subject::{Item, Subject};
use std::collections::BTreeMap;

/// Something a person rated, or could have rated, for one attribute.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    pub subject: Subject,
    /// How many indicators it stands for: 1, or all those of an instance whose attribute was settled.
    pub weight: u32,
    /// How often its instance counts in the means of the process. Within the instance: once.
    pub times: u32,
    pub state: CellState,
    /// Whether it came along from an earlier assessment and was not looked at since.
    pub carried: bool,
}

/// What was said of a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum CellState {
    NotRated,
    NotApplicable,
    Rated { rating: Rating, rank: Rank },
}

impl Cell {
    /// How often it counts in a mean of the process.
    pub fn counts(&self) -> u32 {
        self.weight.saturating_mul(self.times)
    }
}

impl CellState {
    /// None where it is not rated or not applicable.
    pub fn rank(&self) -> Option<Rank> {
        match self {
            Self::Rated { rank, .. } => Some(*rank),
            Self::NotRated | Self::NotApplicable => None,
        }
    }
}

/// The cells of one attribute in one instance, without looking at settlements of the whole process.
pub fn instance_cells(
    model: &Model,
    assessment: &Assessment,
    process: &ProcessId,
    instance: &InstanceId,
    attribute: &Attribute,
    rates: Rates,
) -> Vec<Cell> {
    let whole = Subject::attribute(
        process.clone(),
        Some(instance.clone()),
        attribute.id.clone(),
    );
    match rates {
        Rates::Process => Vec::new(),
        Rates::Attributes => vec![cell_of(model, assessment, whole)],
        Rates::Indicators => {
            let said = assessment.state(process).remarks_of(Some(instance));
            let cells = indicator_cells(model, process, instance, attribute, said);
            match settled(model, assessment, &whole) {
                Some(settled) => vec![Cell {
                    carried: is_carried(assessment.remarks(&whole)),
                    subject: whole,
                    weight: applicable(&cells),
                    times: 1,
                    state: settled,
                }],
                None => cells,
            }
        }
    }
}

/// The indicators of one attribute in one instance, without looking at any settlement.
pub fn indicator_cells(
    model: &Model,
    process: &ProcessId,
    instance: &InstanceId,
    attribute: &Attribute,
    said: Option<&BTreeMap<Item, Remarks>>,
) -> Vec<Cell> {
    let cell = |indicator: &Indicator| {
        let item = Item::Indicator(indicator.id.clone());
        let remarks = said.and_then(|items| items.get(&item));
        let subject = Subject {
            process: process.clone(),
            instance: Some(instance.clone()),
            item,
        };
        Cell {
            subject,
            weight: 1,
            times: 1,
            state: state(model, remarks),
            carried: is_carried(remarks),
        }
    };
    model
        .indicators(process, attribute)
        .iter()
        .map(cell)
        .collect()
}

/// The cells of one attribute of a process as a whole: a settlement, or the cells of all its instances.
pub fn process_cells(
    model: &Model,
    assessment: &Assessment,
    process: &ProcessId,
    attribute: &Attribute,
    rates: Rates,
) -> Vec<Cell> {
    let whole = Subject::attribute(process.clone(), None, attribute.id.clone());
    if let Some(cell) = whole_cell(model, assessment, whole, rates) {
        return vec![cell];
    }
    let instances = assessment.instances(process).into_iter();
    instances
        .flat_map(|instance| {
            let cells = instance_cells(model, assessment, process, &instance.id, attribute, rates);
            in_process(cells, &instance)
        })
        .collect()
}

/// The cells of an instance as they count in the means of its process.
pub fn in_process(cells: Vec<Cell>, instance: &Instance) -> impl Iterator<Item = Cell> + use<> {
    let times = instance.times();
    cells.into_iter().map(move |cell| Cell { times, ..cell })
}

/// The one cell that stands for an attribute of a whole process: where it is rated once, or settled. None where its
/// instances count.
pub fn whole_cell(
    model: &Model,
    assessment: &Assessment,
    whole: Subject,
    rates: Rates,
) -> Option<Cell> {
    if rates == Rates::Process {
        return Some(cell_of(model, assessment, whole));
    }
    let state = settled(model, assessment, &whole)?;
    Some(Cell {
        carried: is_carried(assessment.remarks(&whole)),
        subject: whole,
        weight: 1,
        times: 1,
        state,
    })
}

/// The rated cells, added up.
pub fn tally(model: &Model, cells: &[Cell]) -> Tally {
    tally_with(model, cells, None)
}

/// The cells added up, with one rank put in for those that are not rated.
pub fn tally_with(model: &Model, cells: &[Cell], for_blanks: Option<Rank>) -> Tally {
    let mut tally = Tally::default();
    for cell in cells {
        let rank = match &cell.state {
            CellState::Rated { rank, .. } => Some(*rank),
            CellState::NotRated => for_blanks,
            CellState::NotApplicable => None,
        };
        if let Some(rank) = rank {
            tally.add(model.value(rank), cell.weight, cell.times);
        }
    }
    tally
}

/// One subject as it was rated, whatever was settled above it.
pub fn cell_of(model: &Model, assessment: &Assessment, subject: Subject) -> Cell {
    let remarks = assessment.remarks(&subject);
    let state = state(model, remarks);
    Cell {
        carried: is_carried(remarks),
        subject,
        weight: 1,
        times: 1,
        state,
    }
}

fn state(model: &Model, remarks: Option<&Remarks>) -> CellState {
    match remarks.and_then(Remarks::judgement) {
        None => CellState::NotRated,
        Some(Judgement::NotApplicable { .. }) => CellState::NotApplicable,
        Some(Judgement::Rated { rating }) => rated(model, rating).unwrap_or(CellState::NotRated),
    }
}

fn is_carried(remarks: Option<&Remarks>) -> bool {
    remarks.is_some_and(|remarks| remarks.carried().is_some())
}

fn settled(model: &Model, assessment: &Assessment, whole: &Subject) -> Option<CellState> {
    rated(model, &assessment.remarks(whole)?.settlement()?.rating)
}

fn rated(model: &Model, rating: &Rating) -> Option<CellState> {
    let rank = model.framework.scale.rank(rating)?;
    Some(CellState::Rated {
        rating: rating.clone(),
        rank,
    })
}

fn applicable(cells: &[Cell]) -> u32 {
    let count = cells
        .iter()
        .filter(|cell| cell.state != CellState::NotApplicable)
        .count();
    // A settled instance counts even where nothing under it applies.
    u32::try_from(count.max(1)).unwrap_or(u32::MAX)
}
