//! How many hours of work it takes to raise a rating.

use super::assessment::Assessment;
use super::cell::Cell;
use super::id::ProcessId;
use super::model::Model;
use super::scale::Rank;
use super::subject::{Item, Subject};
use std::collections::BTreeMap;

/// The hours of a person-week.
pub const HOURS_PER_WEEK: u32 = 40;

/// Person-hours for each step up the scale.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Efforts {
    /// Hours for the one step up to each rank, by rank. Being rated lowest costs nothing, so the first is not looked at;
    /// steps that are missing here cost nothing either.
    pub steps: Vec<u32>,
    /// Indicators and attributes of which every step takes this many hours, whatever rank it leads to.
    pub exceptions: BTreeMap<ProcessId, BTreeMap<Item, u32>>,
}

/// The hours of a step of which neither the framework nor anybody says anything: one day.
const USUAL_STEP: u32 = 8;

/// The hours that count for an assessment: those that people set, or else those that the framework suggests.
pub fn efforts(model: &Model, assessment: &Assessment) -> Efforts {
    let improvement = &assessment.improvement;
    let hours = |rank: Rank| {
        let rating = model.framework.scale.rating(rank);
        let set = improvement.step_efforts.get(rating).copied();
        set.unwrap_or_else(|| suggested(model, rank))
    };
    let mut exceptions: BTreeMap<ProcessId, BTreeMap<Item, u32>> = BTreeMap::new();
    for ((process, item), hours) in &improvement.item_efforts {
        let items = exceptions.entry(process.clone()).or_default();
        items.insert(item.clone(), *hours);
    }
    Efforts {
        steps: model.numbers.ranks().map(hours).collect(),
        exceptions,
    }
}

/// The hours of the step up to a rank where people set none.
pub fn suggested(model: &Model, rank: Rank) -> u32 {
    let rating = model.framework.scale.rating(rank);
    let mut steps = model.framework.efforts.iter();
    let step = steps.find(|step| step.to == *rating);
    step.map_or(USUAL_STEP, |step| step.hours)
}

impl Efforts {
    /// The hours to raise one rating. What is not rated yet counts as rated lowest, so nothing is taken for granted.
    pub fn raise(&self, subject: &Subject, from: Option<Rank>, to: Rank) -> u32 {
        let from = from.unwrap_or(Rank(0));
        let exception = self
            .exceptions
            .get(&subject.process)
            .and_then(|items| items.get(&subject.item));
        if let Some(hours) = exception {
            return hours.saturating_mul(u32::from(to.0.saturating_sub(from.0)));
        }
        let up_to = |rank: Rank| usize::from(rank.0) + 1;
        let steps = self.steps.iter().take(up_to(to)).skip(up_to(from));
        steps.fold(0, |sum, hours| sum.saturating_add(*hours))
    }

    /// The hours to raise a cell: one that stands for several indicators takes as many times the work.
    pub fn raise_cell(&self, cell: &Cell, to: Rank) -> u32 {
        self.raise(&cell.subject, cell.state.rank(), to)
            .saturating_mul(cell.weight)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 16 hours to be rated P, 24 from there to L, 40 from there to F.
    fn efforts() -> Efforts {
        Efforts {
            steps: vec![0, 16, 24, 40],
            ..Efforts::default()
        }
    }

    fn outcome() -> Subject {
        Subject::indicator("RES-2".into(), "1".into(), "RES-2.O4".into())
    }

    #[test]
    fn the_steps_between_two_ratings_add_up() {
        let hours = |from, to| efforts().raise(&outcome(), from, Rank(to));
        assert_eq!(hours(Some(Rank(2)), 3), 40, "L to F");
        assert_eq!(hours(Some(Rank(0)), 2), 40, "N to L is 16 and 24");
        assert_eq!(hours(None, 3), 80, "not rated starts where N does");
        assert_eq!(hours(None, 0), 0, "being rated N costs nothing");
        assert_eq!(hours(Some(Rank(3)), 1), 0, "down costs nothing");
        assert_eq!(hours(Some(Rank(0)), 9), 80, "there is no more to climb");
    }

    #[test]
    fn an_exception_sets_the_hours_of_every_step() {
        let mut efforts = efforts();
        efforts
            .exceptions
            .entry("RES-2".into())
            .or_default()
            .insert(outcome().item, 100);
        assert_eq!(efforts.raise(&outcome(), Some(Rank(1)), Rank(3)), 200);
        let elsewhere = Subject {
            instance: Some("2".into()),
            ..outcome()
        };
        assert_eq!(
            efforts.raise(&elsewhere, None, Rank(1)),
            100,
            "in all instances"
        );
        let other = Subject::indicator("RES-2".into(), "1".into(), "RES-2.O1".into());
        assert_eq!(efforts.raise(&other, Some(Rank(1)), Rank(3)), 64);
    }

    #[test]
    fn hours_beyond_counting_stay_at_the_most() {
        let efforts = Efforts {
            steps: vec![0, u32::MAX, u32::MAX],
            ..Efforts::default()
        };
        assert_eq!(efforts.raise(&outcome(), None, Rank(2)), u32::MAX);
    }
}
