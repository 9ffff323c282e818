//! What a portfolio needs of one assessment. It can be kept beside the changes, so that many assessments need not be read.

use super::words;
use crate::domain::assessment::Assessment;
use crate::domain::date::Date;
use crate::domain::edit::ModelRef;
use crate::domain::framework::Attribute;
use crate::domain::history::{ProcessMoment, history};
use crate::domain::id::{AssessmentId, AttributeId, MethodId, ProcessId};
use crate::domain::model::Model;
use crate::domain::profile::LevelRange;
use crate::domain::refusal::Refusal;
use crate::domain::result::process_result;
use crate::domain::scale::Rank;
use crate::domain::target::{target_level, target_rank};
use crate::domain::unit::{UnitKind, UnitPart};
use serde::{Deserialize, Serialize};

/// One assessment in short.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Digest {
    /// What it was computed with. Where that is not so any more, it is made anew.
    pub made_with: String,
    pub id: AssessmentId,
    pub title: String,
    /// Empty where no unit is named.
    pub unit: String,
    pub unit_kind: UnitKind,
    /// The units that it is part of, the largest first.
    pub within: Vec<UnitPart>,
    pub model: ModelRef,
    pub framework: ModelRef,
    pub method: MethodId,
    /// The highest level in scope.
    pub highest_level: u8,
    /// The highest level of the framework.
    pub end_of_framework: u8,
    /// The day by which the unit is to be assessed again.
    pub reassess_by: Option<Date>,
    /// The day of the last change. None where no change tells one.
    pub last_day: Option<Date>,
    pub sample: bool,
    /// The ratings of the scale, lowest first.
    pub scale: Vec<String>,
    /// The attributes up to the highest level in scope, in the order of the framework.
    pub attributes: Vec<DigestAttribute>,
    pub processes: Vec<DigestProcess>,
}

/// An attribute, with what its own level asks of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DigestAttribute {
    pub id: AttributeId,
    pub title: String,
    /// The lowest rank with which its own level can be reached.
    pub enough: Option<Rank>,
}

/// A process in scope, as it stands now and as it stood.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DigestProcess {
    pub id: ProcessId,
    pub name: String,
    /// The name of its group.
    pub group: String,
    /// Its place in the model, from 0.
    pub place: usize,
    pub target: u8,
    /// How many ratings came along from an earlier assessment and were not looked at since.
    pub carried: u32,
    /// What stands in the cells of its profile, by attribute.
    pub letters: Vec<String>,
    /// The rank that the target asks of each attribute; none where it does not ask.
    pub asked: Vec<Option<Rank>>,
    /// Each day on which its result changed, the first one first. The last one is how it stands now.
    pub history: Vec<ProcessMoment>,
}

impl Digest {
    /// The last day up to a given one on which a process changed that had anything rated by then. None stands for today.
    pub fn rated_until(&self, until: Option<Date>) -> Option<Date> {
        let last = |process: &DigestProcess| {
            let found = process.on(until)?;
            found.rated.then_some(found.day)
        };
        self.processes.iter().filter_map(last).max()
    }

    pub fn process(&self, id: &ProcessId) -> Option<&DigestProcess> {
        self.processes.iter().find(|process| process.id == *id)
    }

    /// A level with its range. What ends with the scope may be higher: nobody looked.
    pub fn open_range(&self, moment: &ProcessMoment) -> Option<LevelRange> {
        let mut range = moment.range()?;
        if range.highest == self.highest_level {
            range.highest = self.end_of_framework;
        }
        Some(range)
    }
}

impl DigestProcess {
    /// How it stood at the end of a day; none stands for now. None before the first day.
    pub fn on(&self, day: Option<Date>) -> Option<&ProcessMoment> {
        let known = |found: &&ProcessMoment| day.is_none_or(|day| found.day <= day);
        self.history.iter().rev().find(known)
    }

    /// None where nothing is rated.
    pub fn range(&self) -> Option<LevelRange> {
        self.on(None)?.range()
    }

    /// The rank of each attribute; none where it has no rating.
    pub fn ranks(&self) -> &[Option<Rank>] {
        self.on(None).map_or(&[], |now| now.ranks.as_slice())
    }
}

/// Digests an assessment. `made_with` tells what computes it: the program, and the fingerprints of the models.
///
/// # Errors
/// Where its changes do not start an assessment.
pub fn digest(
    model: &Model,
    id: &AssessmentId,
    assessment: &Assessment,
    made_with: String,
) -> Result<Digest, Refusal> {
    let attributes: Vec<&Attribute> = model.attributes(assessment.highest_level).collect();
    let steps = model.framework.scale.ratings.iter();
    let mut history = history(model, &assessment.seen_changes())?;
    let processes = assessment.scope.iter().map(|id| {
        let moments = history.processes.remove(id).unwrap_or_default();
        of_process(model, assessment, &attributes, id, moments)
    });
    let processes = processes.collect();
    Ok(Digest {
        made_with,
        id: id.clone(),
        title: assessment.title.clone(),
        unit: assessment.unit.clone(),
        unit_kind: assessment.unit_kind,
        within: assessment.within.clone(),
        model: assessment.model.clone(),
        framework: assessment.framework.clone(),
        method: assessment.method.clone(),
        highest_level: assessment.highest_level,
        end_of_framework: model.framework.highest_level(),
        reassess_by: assessment.reassess_by,
        last_day: assessment.last_moment().day(),
        sample: assessment.sample,
        scale: steps.map(|step| step.code.to_string()).collect(),
        processes,
        attributes: attributes
            .into_iter()
            .map(|attribute| DigestAttribute {
                id: attribute.id.clone(),
                title: attribute.title.clone(),
                enough: model
                    .rule
                    .requirement(attribute.level)
                    .map(|requirement| requirement.own),
            })
            .collect(),
    })
}

fn of_process(
    model: &Model,
    assessment: &Assessment,
    attributes: &[&Attribute],
    id: &ProcessId,
    history: Vec<ProcessMoment>,
) -> DigestProcess {
    let mut known = model.reference.processes.iter();
    let place = known.position(|process| process.id == *id);
    let found = model.process(id);
    let result = process_result(model, assessment, id);
    DigestProcess {
        id: id.clone(),
        name: found.map_or_else(String::new, |process| process.name.clone()),
        group: found.map_or_else(String::new, |process| group_name(model, &process.group)),
        place: place.unwrap_or(model.reference.processes.len()),
        target: target_level(model, assessment, id),
        carried: result.progress.carried,
        letters: result.attributes.iter().map(words::cell).collect(),
        asked: attributes
            .iter()
            .map(|attribute| target_rank(model, assessment, id, attribute))
            .collect(),
        history,
    }
}

/// The name of a group, or its id where the model does not tell the name.
fn group_name(model: &Model, id: &str) -> String {
    let mut groups = model.reference.groups.iter();
    let found = groups.find(|group| group.id == id);
    found.map_or_else(|| id.to_owned(), |group| group.title.clone())
}
