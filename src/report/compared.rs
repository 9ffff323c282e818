//! One point of a comparison: an assessment as it stood at a moment, in plain values.

use super::reading::{Measured, Reading};
use super::words;
use crate::domain::assessment::Assessment;
use crate::domain::date::Date;
use crate::domain::header::Header;
use crate::domain::id::{AttributeId, ProcessId};
use crate::domain::model::Model;
use crate::domain::process::Process;
use crate::domain::result::{AttributeResult, ProcessResult, Standing, process_result};

/// What is compared, with all that must be alike for a comparison to be fair.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComparedPoint {
    pub name: PointName,
    pub unit: String,
    pub model: ModelName,
    pub framework: ModelName,
    /// Id and title of the rating method.
    pub method: String,
    /// The highest level in scope.
    pub highest_level: u8,
    /// Names of the capability levels of the framework, from 0 upwards.
    pub levels: Vec<String>,
    /// Codes of the rating scale from the lowest step on.
    pub scale: Vec<String>,
    /// Ids of all processes of the model, in scope or not.
    pub known: Vec<ProcessId>,
    /// Those in scope, in the order of the model.
    pub processes: Vec<ComparedProcess>,
}

/// Which state of which assessment it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PointName {
    /// Of the assessment.
    pub title: String,
    /// "Now", "2026-03-31", or the name of a milestone.
    pub at: String,
    /// The day on which it stood so.
    pub day: Date,
}

/// A model file in one version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ModelName {
    pub id: String,
    pub title: String,
    pub version: String,
}

/// One process of a point.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComparedProcess {
    pub process: ProcessId,
    pub name: String,
    pub level: Reading,
    /// The attributes up to the highest level in scope, in the order of the framework.
    pub attributes: Vec<ComparedAttribute>,
}

/// One attribute of a process of a point.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComparedAttribute {
    pub attribute: AttributeId,
    pub title: String,
    pub rating: Reading,
}

/// An assessment as a point of a comparison.
pub fn compared_point(model: &Model, assessment: &Assessment, name: PointName) -> ComparedPoint {
    let framework = &model.framework;
    let method = framework.method(&assessment.method);
    let in_scope = model
        .reference
        .processes
        .iter()
        .filter(|process| assessment.scope.contains(&process.id));
    ComparedPoint {
        name,
        unit: assessment.unit.clone(),
        model: ModelName::of(&model.assessment.header),
        framework: ModelName::of(&framework.header),
        method: method.map_or_else(
            || assessment.method.to_string(),
            |method| format!("{} {}", method.id, method.title),
        ),
        highest_level: assessment.highest_level,
        levels: (0..=framework.highest_level())
            .map(|level| level.to_string())
            .collect(),
        scale: framework
            .scale
            .ratings
            .iter()
            .map(|step| step.code.to_string())
            .collect(),
        known: model
            .reference
            .processes
            .iter()
            .map(|process| process.id.clone())
            .collect(),
        processes: in_scope
            .map(|process| compared_process(model, assessment, process))
            .collect(),
    }
}

fn compared_process(model: &Model, assessment: &Assessment, process: &Process) -> ComparedProcess {
    let result = process_result(model, assessment, &process.id);
    let title = |id: &AttributeId| {
        let found = model.framework.attribute(id);
        found.map_or_else(String::new, |attribute| attribute.title.clone())
    };
    let attributes = result.attributes.iter().map(|found| ComparedAttribute {
        attribute: found.attribute.clone(),
        title: title(&found.attribute),
        rating: rating(found),
    });
    ComparedProcess {
        process: process.id.clone(),
        name: process.name.clone(),
        level: level(&result),
        attributes: attributes.collect(),
    }
}

fn level(result: &ProcessResult) -> Reading {
    if result.progress.rated == 0 {
        return Reading::NotRated;
    }
    Reading::At(Measured {
        step: result.level,
        lowest: result.lowest,
        highest: result.highest,
        carried: result.progress.carried > 0,
        code: result.level.to_string(),
    })
}

fn rating(found: &AttributeResult) -> Reading {
    let rank = match (&found.standing, found.standing.rank()) {
        (Standing::NotApplicable, _) => return Reading::NotApplicable,
        (_, None) => return Reading::NotRated,
        (_, Some(rank)) => rank,
    };
    Reading::At(Measured {
        step: rank.0,
        lowest: found.lowest.map_or(rank.0, |lowest| lowest.0),
        highest: found.highest.map_or(rank.0, |highest| highest.0),
        carried: found.progress.carried > 0,
        code: words::cell(found),
    })
}

impl ComparedPoint {
    pub fn process(&self, id: &ProcessId) -> Option<&ComparedProcess> {
        self.processes.iter().find(|found| found.process == *id)
    }

    pub fn level(&self, process: &ProcessId) -> Reading {
        let found = self.process(process);
        found.map_or(Reading::NotInScope, |found| found.level.clone())
    }

    pub fn rating(&self, process: &ProcessId, attribute: &AttributeId) -> Reading {
        let found = self.process(process).and_then(|found| {
            let mut attributes = found.attributes.iter();
            attributes.find(|found| found.attribute == *attribute)
        });
        found.map_or(Reading::NotInScope, |found| found.rating.clone())
    }
}

impl ModelName {
    fn of(header: &Header) -> Self {
        Self {
            id: header.id.to_string(),
            title: header.title.clone(),
            version: header.version.clone(),
        }
    }
}
