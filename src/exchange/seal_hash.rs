//! The seal of a finalised assessment: made, and held against what is there.
//!
//! The hash is SHA-256 over these lines in UTF-8, each ended by one line feed (byte 0A):
//!
//! 1. the reference to the assessment model, as JSON: `{"id":…,"version":…,"hash":…}`
//! 2. the reference to the measurement framework, likewise
//! 3. the version of the engine, as the seal names it
//! 4. the hash of the models, as the seal names it
//! 5. each change before the one that finalises, in their order, as JSON without blanks, as the assessment file has them
//! 6. author and time of the change that finalises, as a list in JSON: `["Anna","2026-11-22T10:00:00Z"]`
//!
//! The hash of the models is SHA-256 over the SHA-256 of the files of assessment model, reference model and measurement framework
//! in hexadecimal, with one blank between them.
//!
//! The hash of the results is SHA-256 over one line a process in scope, in the order of the model:
//! `RES-1 level 1 of 1 to 2`, which are the level, the lowest and the highest that blanks allow; and after it one line for
//! each attribute up to the highest level in scope: `RES-1 PA1.1 F`, with `-` where it is not rated and `n/a` where it does
//! not apply.

use crate::domain::assessment::Assessment;
use crate::domain::change::Change;
use crate::domain::edit::Edit;
use crate::domain::model::Model;
use crate::domain::result::{ENGINE_VERSION, ProcessResult, Standing, process_result};
use crate::domain::seal::Seal;
use crate::reference::fingerprint::fingerprint;
use crate::reference::library::Library;
use crate::report::words::count;
use serde::Serialize;
use std::fmt;

/// What became of a seal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SealStanding {
    /// All is as it was finalised, and the results come out as they did.
    Whole,
    /// What it covers is not what it was.
    Changed(Difference),
    /// It is whole, but more came after it without its being opened again.
    After { more: usize },
    /// The changes are whole. The models here are not those that it was finalised with, so nobody can tell the results.
    OtherModels,
    /// The changes are whole. Another engine computes them here.
    OtherEngine { sealed: String, same_results: bool },
    /// The changes, models and engine are the same, and the results are not: the seal was altered.
    OtherResults,
}

/// How what a seal covers differs, as far as a hash can tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Difference {
    /// So many changes are gone.
    Gone(usize),
    /// So many changes came in between.
    Added(usize),
    /// There are as many as there were, and they are not the same.
    Edited,
}

/// The latest seal of an assessment, where it stands in the order of changes.
#[derive(Clone, Copy, Debug)]
pub struct Sealed<'a> {
    pub seal: &'a Seal,
    /// The change that finalised.
    pub change: &'a Change,
    place: usize,
    /// The change that opened it again.
    pub reopened: Option<&'a Change>,
}

impl SealStanding {
    /// Whether what was finalised is what is there, with the results that it had.
    pub fn is_whole(&self) -> bool {
        match self {
            Self::Whole => true,
            Self::OtherEngine { same_results, .. } => *same_results,
            _ => false,
        }
    }
}

impl fmt::Display for SealStanding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Whole => f.write_str("Whole: models, changes and results are what was finalised."),
            Self::Changed(difference) => difference.fmt(f),
            Self::After { more } => write!(
                f,
                "Not whole: {} came after it was finalised, without its being opened again. What was finalised is still the same.",
                count(*more, "change")
            ),
            Self::OtherModels => f.write_str(
                "Cannot be told: the changes are what was finalised, but the models here are not those it was finalised with, so the results cannot be computed.",
            ),
            Self::OtherEngine { sealed, same_results } => {
                let results = match same_results {
                    true => "Whole: the changes are what was finalised, and the results come out the same",
                    false => "Not whole: the changes are what was finalised, but the results come out otherwise",
                };
                write!(f, "{results}. They were computed by version {sealed} of the engine; here it is version {ENGINE_VERSION}.")
            }
            Self::OtherResults => f.write_str(
                "Not whole: the changes are what was finalised, but the results that were sealed do not come out of them. The seal was altered.",
            ),
        }
    }
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Gone(number) => write!(
                f,
                "Not whole: of what was finalised, {} missing.",
                verb(*number, "is", "are")
            ),
            Self::Added(number) => write!(
                f,
                "Not whole: among what was finalised, {} not there then.",
                verb(*number, "was", "were")
            ),
            Self::Edited => f.write_str(
                "Not whole: changes, models, or who finalised it and when were altered afterwards. There are as many changes as there were.",
            ),
        }
    }
}

/// "1 change is", "2 changes are".
fn verb(number: usize, one: &str, more: &str) -> String {
    let verb = if number == 1 { one } else { more };
    format!("{} {verb}", count(number, "change"))
}

/// A seal over all that is there now, for the change by which an author finalises at a moment. None where a model is not here.
pub fn make(assessment: &Assessment, library: &Library, by: &str, at: &str) -> Option<Seal> {
    let (model, framework) = (&assessment.model, &assessment.framework);
    let models = models_hash(assessment, library)?;
    let model = library.model(model, framework).ok()?;
    let changes = assessment.changes();
    Some(Seal {
        hash: hash(assessment, changes, ENGINE_VERSION, &models, (by, at)),
        results: results(&model, assessment),
        models,
        changes: u32::try_from(changes.len()).unwrap_or(u32::MAX),
        engine: ENGINE_VERSION.to_owned(),
    })
}

/// The latest one. None where it was never finalised.
pub fn latest(assessment: &Assessment) -> Option<Sealed<'_>> {
    let changes = assessment.changes();
    let finalises = |change: &Change| matches!(change.edit, Edit::Finalise { .. });
    let place = changes.iter().rposition(finalises)?;
    let change = &changes[place];
    let Edit::Finalise { seal } = &change.edit else {
        return None;
    };
    let opens = |change: &&Change| matches!(change.edit, Edit::Reopen { .. });
    Some(Sealed {
        seal,
        change,
        place,
        reopened: changes[place..].iter().find(opens),
    })
}

/// Holds a seal against what is there.
pub fn standing(assessment: &Assessment, sealed: &Sealed<'_>, library: &Library) -> SealStanding {
    let (seal, place) = (sealed.seal, sealed.place);
    let (before, from) = assessment.changes().split_at(place);
    let moment = (sealed.change.author.as_str(), sealed.change.at.as_str());
    if hash(assessment, before, &seal.engine, &seal.models, moment) != seal.hash {
        let then = usize::try_from(seal.changes).unwrap_or(usize::MAX);
        return SealStanding::Changed(match before.len() {
            now if now < then => Difference::Gone(then - now),
            now if now > then => Difference::Added(now - then),
            _ => Difference::Edited,
        });
    }
    if sealed.reopened.is_none() && from.len() > 1 {
        let more = from.len() - 1;
        return SealStanding::After { more };
    }
    let Some((model, then)) = as_finalised(assessment, sealed, library) else {
        return SealStanding::OtherModels;
    };
    let same_results = results(&model, &then) == seal.results;
    if seal.engine != ENGINE_VERSION {
        let sealed = seal.engine.clone();
        return SealStanding::OtherEngine {
            sealed,
            same_results,
        };
    }
    match same_results {
        true => SealStanding::Whole,
        false => SealStanding::OtherResults,
    }
}

/// The assessment as it was finalised, with its model. None where the models here are not those it was finalised with.
pub fn as_finalised(
    assessment: &Assessment,
    sealed: &Sealed<'_>,
    library: &Library,
) -> Option<(Model, Assessment)> {
    let covered = &assessment.changes()[..sealed.place];
    let (then, _) = Assessment::from_changes(covered).ok()?;
    if models_hash(&then, library)? != sealed.seal.models {
        return None;
    }
    let model = library.model(&then.model, &then.framework).ok()?;
    Some((model, then))
}

/// None where a model is not here.
fn models_hash(assessment: &Assessment, library: &Library) -> Option<String> {
    let all = library.fingerprint(&assessment.model, &assessment.framework)?;
    Some(fingerprint(&all))
}

fn hash(
    assessment: &Assessment,
    changes: &[Change],
    engine: &str,
    models: &str,
    moment: (&str, &str),
) -> String {
    let mut lines = line(&assessment.model);
    lines += &line(&assessment.framework);
    for text in [engine, models] {
        lines += text;
        lines.push('\n');
    }
    for change in changes {
        lines += &line(change);
    }
    lines += &line(&moment);
    fingerprint(&lines)
}

fn line(value: &impl Serialize) -> String {
    let mut line = serde_json::to_string(value)
        .expect("texts, numbers and lists can always be written as JSON");
    line.push('\n');
    line
}

/// Whoever looks, and whether ratings are blind or not: the ratings of all.
fn results(model: &Model, assessment: &Assessment) -> String {
    let mut open = assessment.clone();
    open.see_as(None);
    let mut lines = String::new();
    for result in result_list(model, &open) {
        let (process, level) = (&result.process, result.level);
        lines += &format!(
            "{process} level {level} of {} to {}\n",
            result.lowest, result.highest
        );
        for found in &result.attributes {
            let rating = match &found.standing {
                Standing::NotRated => "-",
                Standing::NotApplicable => "n/a",
                standing => standing.rating().map_or("-", |rating| rating.as_str()),
            };
            lines += &format!("{process} {} {rating}\n", found.attribute);
        }
    }
    fingerprint(&lines)
}

/// The results of the processes in scope, in the order of the model.
pub fn result_list(model: &Model, assessment: &Assessment) -> Vec<ProcessResult> {
    let processes = model.reference.processes.iter().map(|process| &process.id);
    let in_scope = processes.filter(|id| assessment.scope.contains(id));
    in_scope
        .map(|process| process_result(model, assessment, process))
        .collect()
}
