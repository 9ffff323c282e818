//! Indicators by instances as a table: every rating, and what comes out along both directions, with its arithmetic and spread.

use super::words;
use crate::domain::assessment::Assessment;
use crate::domain::id::{AttributeId, InstanceId};
use crate::domain::judgement::Judgement;
use crate::domain::matrix::{MatrixRow, Span, matrix};
use crate::domain::model::Model;
use crate::domain::process_state::InstanceWeight;
use crate::domain::result::{AttributeResult, InstanceResult, ProcessResult};
use crate::domain::scale::Rank;
use crate::domain::subject::Subject;

/// The matrix of one process in words. Empty under a method that rates the whole process.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MatrixTable {
    pub columns: Vec<MatrixColumn>,
    pub blocks: Vec<MatrixBlock>,
}

/// An instance.
#[derive(Clone, Debug, PartialEq)]
pub struct MatrixColumn {
    pub instance: InstanceId,
    pub name: String,
    pub weight: Option<InstanceWeight>,
    /// Of this instance alone: "Level 2", or "Not rated".
    pub level: String,
}

/// An attribute with its indicators.
#[derive(Clone, Debug, PartialEq)]
pub struct MatrixBlock {
    pub attribute: AttributeId,
    pub name: String,
    pub lines: Vec<MatrixLine>,
    /// What comes out for each instance.
    pub totals: Vec<MatrixTotal>,
    /// What comes out for the process.
    pub whole: MatrixTotal,
}

/// An indicator in all instances.
#[derive(Clone, Debug, PartialEq)]
pub struct MatrixLine {
    pub id: String,
    pub question: String,
    pub cells: Vec<MatrixCell>,
    /// Over the instances.
    pub mean: MatrixTotal,
}

#[derive(Clone, Debug, PartialEq)]
pub struct MatrixCell {
    pub subject: Subject,
    /// What one said oneself where something was agreed on, otherwise what counts: the rating, "·" for not rated, "n/a" for not
    /// applicable.
    pub text: String,
    pub rank: Option<u8>,
    /// What was agreed on, in the same words: it counts in place of what one said.
    pub agreed: Option<String>,
}

/// What comes out of several ratings.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MatrixTotal {
    pub text: String,
    pub rank: Option<u8>,
    /// "Mean of 4 ratings: 11 / 4 = 2.75, so F."
    pub arithmetic: String,
    /// "from L to F", or "all F". Blank where fewer than two are rated.
    pub spread: String,
}

impl MatrixTable {
    /// The cell of a row, counted over all attributes, and of a column.
    pub fn cell(&self, row: usize, column: usize) -> Option<&MatrixCell> {
        self.lines().nth(row)?.cells.get(column)
    }

    pub fn lines(&self) -> impl Iterator<Item = &MatrixLine> {
        self.blocks.iter().flat_map(|block| &block.lines)
    }
}

/// The matrix of a process whose result is this one, as the author who rates in it sees it.
pub fn matrix_table(
    model: &Model,
    assessment: &Assessment,
    result: &ProcessResult,
    author: &str,
) -> MatrixTable {
    let line = |row: &MatrixRow| {
        let cells = row.cells.iter();
        let cells = cells.map(|found| cell(model, assessment, &found.subject, author));
        line(model, row, cells.collect())
    };
    let found = matrix(model, assessment, &result.process);
    let columns = found.instances.iter().zip(&result.instances);
    let columns = columns.map(|(instance, result)| MatrixColumn {
        instance: instance.id.clone(),
        name: instance.name.clone(),
        weight: instance.weight.clone(),
        level: match result
            .attributes
            .iter()
            .any(|found| found.progress.rated > 0)
        {
            true => format!("Level {}", result.level),
            false => "Not rated".to_owned(),
        },
    });
    let attributes = found.attributes.iter().zip(&result.attributes);
    let blocks = attributes.enumerate().map(|(place, (found, whole))| {
        let of_instance = |(column, of): (usize, &InstanceResult)| {
            let spread = found.spread_in(column);
            Some(total(model, of.attributes.get(place)?, spread))
        };
        let instances = result.instances.iter().enumerate();
        MatrixBlock {
            attribute: found.attribute.clone(),
            name: words::attribute(model, &found.attribute),
            lines: found.rows.iter().map(line).collect(),
            totals: instances.filter_map(of_instance).collect(),
            whole: total(model, whole, found.spread()),
        }
    });
    MatrixTable {
        blocks: blocks.collect(),
        columns: columns.collect(),
    }
}

fn line(model: &Model, row: &MatrixRow, cells: Vec<MatrixCell>) -> MatrixLine {
    let mean = row
        .mean
        .map_or_else(MatrixTotal::default, |mean| MatrixTotal {
            text: letter(model, mean.rank),
            rank: Some(mean.rank.0),
            arithmetic: words::mean(model, &mean),
            spread: spread(model, row.spread, mean.ratings),
        });
    let subject = row.cells.first().map(|cell| &cell.subject);
    MatrixLine {
        id: subject.map_or_else(String::new, |found| words::subject_id(found).to_owned()),
        question: subject.map_or_else(String::new, |found| words::question(model, found)),
        cells,
        mean,
    }
}

fn cell(model: &Model, assessment: &Assessment, subject: &Subject, author: &str) -> MatrixCell {
    let scale = &model.framework.scale;
    let own = assessment.own_choice(subject, author);
    let rating = own.and_then(Judgement::rating);
    MatrixCell {
        subject: subject.clone(),
        text: own.map_or_else(|| "·".to_owned(), said),
        rank: rating
            .and_then(|rating| scale.rank(rating))
            .map(|rank| rank.0),
        agreed: assessment.agreed(subject).map(said),
    }
}

fn said(judgement: &Judgement) -> String {
    match judgement {
        Judgement::NotApplicable { .. } => "n/a".to_owned(),
        Judgement::Rated { rating } => rating.to_string(),
    }
}

fn total(model: &Model, result: &AttributeResult, found: Option<Span>) -> MatrixTotal {
    MatrixTotal {
        text: words::cell(result),
        rank: result.standing.rank().map(|rank| rank.0),
        arithmetic: words::arithmetic(model, &result.standing),
        spread: spread(model, found, result.progress.rated),
    }
}

fn spread(model: &Model, found: Option<Span>, ratings: u32) -> String {
    match found {
        Some(found) if ratings > 1 && found.steps() > 0 => format!(
            "from {} to {}",
            letter(model, found.lowest),
            letter(model, found.highest)
        ),
        Some(found) if ratings > 1 => format!("all {}", letter(model, found.lowest)),
        _ => String::new(),
    }
}

fn letter(model: &Model, rank: Rank) -> String {
    model.framework.scale.rating(rank).to_string()
}
