//! Practice to copy: who has an attribute of a process at the top of the scale where others have not even enough of it.

use super::portfolio::Portfolio;
use crate::domain::id::AttributeId;
use crate::domain::scale::Rank;

/// Who can learn an attribute of a process from whom.
#[derive(Clone, Debug, PartialEq)]
pub struct BestPractice {
    pub column: usize,
    pub attribute: AttributeId,
    pub title: String,
    /// The rating at the top of the scale.
    pub top: String,
    /// The units at the top of the scale, by their places.
    pub models: Vec<usize>,
    /// The units with less than the level of the attribute asks for, with their letters.
    pub learners: Vec<(usize, String)>,
}

/// One unit in one attribute of one process.
struct Seen<'a> {
    unit: usize,
    letter: &'a str,
    rank: Rank,
    top: Rank,
    enough: Rank,
}

/// All that can be copied, for most learners first.
pub fn best_practice(portfolio: &Portfolio) -> Vec<BestPractice> {
    let mut all: Vec<BestPractice> = (0..portfolio.columns.len())
        .flat_map(|column| of_process(portfolio, column))
        .collect();
    all.sort_by_key(|found| std::cmp::Reverse(found.learners.len()));
    all
}

fn of_process(portfolio: &Portfolio, column: usize) -> Vec<BestPractice> {
    let mut attributes: Vec<(&AttributeId, &str)> = Vec::new();
    for unit in &portfolio.units {
        if unit.process(column).is_some() {
            for attribute in &unit.latest().attributes {
                if attributes.iter().all(|(id, _)| **id != attribute.id) {
                    attributes.push((&attribute.id, &attribute.title));
                }
            }
        }
    }
    let practice = |(attribute, title): (&AttributeId, &str)| {
        let seen: Vec<Seen> = seen(portfolio, column, attribute);
        let models = seen.iter().filter(|seen| seen.rank == seen.top);
        let learners = seen.iter().filter(|seen| seen.rank < seen.enough);
        BestPractice {
            column,
            attribute: attribute.clone(),
            title: title.to_owned(),
            top: models
                .clone()
                .next()
                .map_or_else(String::new, |seen| seen.letter.to_owned()),
            models: models.map(|seen| seen.unit).collect(),
            learners: learners
                .map(|seen| (seen.unit, seen.letter.to_owned()))
                .collect(),
        }
    };
    let all = attributes.into_iter().map(practice);
    all.filter(|found| !found.models.is_empty() && !found.learners.is_empty())
        .collect()
}

/// The units that have a rating there.
fn seen<'a>(portfolio: &'a Portfolio, column: usize, attribute: &AttributeId) -> Vec<Seen<'a>> {
    let of_unit = |(unit, found): (usize, &'a super::portfolio::Unit)| {
        let process = found.process(column)?;
        let digest = found.latest();
        let mut attributes = digest.attributes.iter();
        let place = attributes.position(|known| known.id == *attribute)?;
        let top = digest.scale.len().checked_sub(1)?;
        Some(Seen {
            unit,
            letter: process.letters.get(place)?,
            rank: (*process.ranks().get(place)?)?,
            top: Rank(u8::try_from(top).ok()?),
            enough: digest.attributes[place].enough?,
        })
    };
    let units = portfolio.units.iter().enumerate();
    units.filter_map(of_unit).collect()
}
