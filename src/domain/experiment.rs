//! What if: ratings that are tried out, over today's or over what the plan promises. Nothing of it is ever kept.

use super::assessment::Assessment;
use super::date::Date;
use super::forecast::forecast;
use super::id::{AttributeId, ProcessId};
use super::model::Model;
use super::scale::Rating;
use super::scratch::Scratch;
use super::subject::{Item, Subject};
use std::collections::BTreeMap;

/// What is tried out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Experiment {
    pub start: Start,
    ratings: BTreeMap<Subject, Rating>,
}

/// What the tried ratings stand on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Start {
    #[default]
    Today,
    /// Every action with a due date has delivered.
    Planned,
}

impl Experiment {
    /// Whether it is the same as today.
    pub fn is_empty(&self) -> bool {
        self.start == Start::Today && self.ratings.is_empty()
    }

    /// Tries a rating, or with none the one that it stands on. An attribute and what is rated under it cannot both be tried:
    /// the later one counts.
    pub fn set(&mut self, model: &Model, subject: Subject, rating: Option<Rating>) {
        if let Item::Attribute(attribute) = &subject.item {
            let (process, attribute) = (&subject.process, attribute);
            self.ratings
                .retain(|tried, _| !is_under(model, tried, process, attribute));
        } else if let Item::Indicator(id) = &subject.item
            && let Some(attribute) = model.attribute_of(&subject.process, id)
        {
            let whole = Subject::attribute(subject.process.clone(), None, attribute.id.clone());
            self.ratings.remove(&whole);
        }
        match rating {
            Some(rating) => self.ratings.insert(subject, rating),
            None => self.ratings.remove(&subject),
        };
    }

    /// The assessment that the tried ratings stand on.
    pub fn base(&self, model: &Model, assessment: &Assessment) -> Assessment {
        match (self.start, last_due(assessment)) {
            (Start::Planned, Some(day)) => forecast(model, assessment, day),
            _ => assessment.clone(),
        }
    }

    /// A base with the tried ratings.
    pub fn over(&self, model: &Model, base: &Assessment) -> Assessment {
        let mut scratch = Scratch::new(model, base);
        for (subject, rating) in &self.ratings {
            scratch.rate(subject, rating);
        }
        scratch.into_assessment()
    }
}

/// The day on which the last of the actions that count is due; none where none has a due date.
pub fn last_due(assessment: &Assessment) -> Option<Date> {
    let actions = assessment.improvement.actions();
    let counting = actions.filter(|(_, action)| action.counts());
    counting.filter_map(|(_, action)| action.due).max()
}

/// How many actions count and have no due date, so that they promise nothing for any day.
pub fn without_due(assessment: &Assessment) -> usize {
    let actions = assessment.improvement.actions();
    let counting = actions.filter(|(_, action)| action.counts());
    counting.filter(|(_, action)| action.due.is_none()).count()
}

fn is_under(model: &Model, tried: &Subject, process: &ProcessId, attribute: &AttributeId) -> bool {
    let Item::Indicator(id) = &tried.item else {
        return false;
    };
    let found = model.attribute_of(&tried.process, id);
    tried.process == *process && found.is_some_and(|found| found.id == *attribute)
}
