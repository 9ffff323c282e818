//! The attributes that most units have below target.

use super::portfolio::Portfolio;
use crate::domain::id::{AttributeId, ModelId};
use std::collections::BTreeMap;

/// An attribute that is below target somewhere.
#[derive(Clone, Debug, PartialEq)]
pub struct Weakness {
    pub framework: ModelId,
    pub attribute: AttributeId,
    pub title: String,
    /// The units in which it is below target in some process, by their places.
    pub units: Vec<usize>,
    /// In how many units the target asks for it.
    pub asked: usize,
    /// The processes in which it is below target, by their columns, with in how many units; most units first.
    pub processes: Vec<(usize, usize)>,
    /// How many ratings that the target asks for are missing. These are no weaknesses: nobody knows.
    pub not_rated: usize,
}

#[derive(Default)]
struct Found {
    title: String,
    /// The place of the attribute in its framework, for the order.
    place: usize,
    units: Vec<usize>,
    asked: Vec<usize>,
    processes: BTreeMap<usize, usize>,
    not_rated: usize,
}

/// The weaknesses, in most units first, then in most processes.
pub fn weaknesses(portfolio: &Portfolio) -> Vec<Weakness> {
    let mut all: BTreeMap<(&ModelId, &AttributeId), Found> = BTreeMap::new();
    for (place, unit) in portfolio.units.iter().enumerate() {
        let digest = unit.latest();
        for column in 0..portfolio.columns.len() {
            let Some(process) = unit.process(column) else {
                continue;
            };
            let ratings = process.ranks().iter().zip(&process.asked).enumerate();
            for (number, (rank, asked)) in ratings {
                let (Some(asked), Some(attribute)) = (asked, digest.attributes.get(number)) else {
                    continue;
                };
                let found = all
                    .entry((&digest.framework.id, &attribute.id))
                    .or_default();
                found.title.clone_from(&attribute.title);
                found.place = number;
                push_once(&mut found.asked, place);
                match rank {
                    Some(rank) if rank < asked => {
                        push_once(&mut found.units, place);
                        *found.processes.entry(column).or_default() += 1;
                    }
                    Some(_) => {}
                    None => found.not_rated += 1,
                }
            }
        }
    }
    let mut all: Vec<_> = all
        .into_iter()
        .filter(|(_, found)| !found.units.is_empty())
        .collect();
    all.sort_by_key(|(_, found)| {
        let cells: usize = found.processes.values().sum();
        (std::cmp::Reverse((found.units.len(), cells)), found.place)
    });
    let weakness = |((framework, attribute), found): ((&ModelId, &AttributeId), Found)| {
        let mut processes: Vec<(usize, usize)> = found.processes.into_iter().collect();
        processes.sort_by_key(|(column, units)| (std::cmp::Reverse(*units), *column));
        Weakness {
            framework: framework.clone(),
            attribute: attribute.clone(),
            title: found.title,
            units: found.units,
            asked: found.asked.len(),
            processes,
            not_rated: found.not_rated,
        }
    };
    all.into_iter().map(weakness).collect()
}

/// Places come in their order.
fn push_once(places: &mut Vec<usize>, place: usize) {
    if places.last() != Some(&place) {
        places.push(place);
    }
}
