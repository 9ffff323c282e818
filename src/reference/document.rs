//! One model file, read and checked.

use super::catalogue::Catalogue;
use super::check_assessment_model::check_assessment_model;
use super::check_crosswalk::check_crosswalk;
use super::check_framework::check_framework;
use super::check_reference_model::check_reference_model;
use super::node::{HEAD, Node};
use super::place::read_json;
use super::problem::{Problem, Problems};
use super::reader::Readable;
use crate::domain::assessment_model::AssessmentModel;
use crate::domain::crosswalk::Crosswalk;
use crate::domain::framework::Framework;
use crate::domain::header::Header;
use crate::domain::id::ModelId;
use crate::domain::reference_model::ReferenceModel;
use serde_json::Value;
use std::sync::Arc;

/// What a model file can hold.
#[derive(Clone, Debug)]
pub enum Document {
    Catalogue(Catalogue),
    Framework(Arc<Framework>),
    ReferenceModel(Arc<ReferenceModel>),
    AssessmentModel(Arc<AssessmentModel>),
    Crosswalk(Arc<Crosswalk>),
}

/// A file that was read: what it holds, unless it has an error, and what is wrong with it.
#[derive(Clone, Debug)]
pub struct Read {
    pub document: Option<Document>,
    pub problems: Vec<Problem>,
}

/// The format that this version reads.
pub const FORMAT_VERSION: u32 = 1;

/// Reads the text of a model file and checks what can be checked without other files. A model that builds on another is
/// checked when it is joined with it.
pub fn read(file: &str, text: &str) -> Read {
    let mut problems = Problems::of(file);
    let document = document(text, &mut problems);
    let document = document.filter(|_| !problems.has_errors());
    Read {
        document,
        problems: problems.into_list(),
    }
}

fn document(text: &str, problems: &mut Problems) -> Option<Document> {
    let value: Value = json(text, problems)?;
    let top = Node::top(&value);
    match format(&top, problems)?.as_str() {
        "plumbline-catalogue" => Catalogue::read(&top, problems).map(Document::Catalogue),
        "plumbline-framework" => {
            let framework = Framework::read(&top, problems)?;
            check_framework(&framework, problems);
            Some(Document::Framework(Arc::new(framework)))
        }
        "plumbline-reference-model" => {
            let model = ReferenceModel::read(&top, problems)?;
            if model.builds_on.is_none() {
                check_reference_model(&model, problems);
            }
            Some(Document::ReferenceModel(Arc::new(model)))
        }
        "plumbline-assessment-model" => {
            let model = AssessmentModel::read(&top, problems)?;
            if model.builds_on.is_none() {
                check_assessment_model(&model, problems);
            }
            Some(Document::AssessmentModel(Arc::new(model)))
        }
        "plumbline-crosswalk" => {
            let crosswalk = Crosswalk::read(&top, problems)?;
            check_crosswalk(&crosswalk, problems);
            Some(Document::Crosswalk(Arc::new(crosswalk)))
        }
        other => {
            problems.error(
                "format",
                format!("\"{other}\" is not a kind of model file that Plumbline knows."),
            );
            None
        }
    }
}

/// The kind of file that it says it is, unless it is newer than this Plumbline.
fn format(top: &Node<'_>, problems: &mut Problems) -> Option<String> {
    let head = top.object(problems)?;
    let [format, version] = HEAD;
    let format = head.field(format, problems);
    let version: u32 = head.field(version, problems)?;
    if version > FORMAT_VERSION {
        problems.error("format_version", format!(
            "This file has format version {version}; this Plumbline reads up to {FORMAT_VERSION}. Please use a newer Plumbline."
        ));
        return None;
    }
    format
}

/// Reads JSON, or notes the problem.
fn json(text: &str, problems: &mut Problems) -> Option<Value> {
    let value = read_json(text);
    if let Err(misread) = &value {
        problems.error(
            misread.place.clone(),
            format!("This cannot be read: {}.", misread.text),
        );
    }
    value.ok()
}

impl Document {
    /// Title and origin; a catalogue has none.
    pub fn header(&self) -> Option<&Header> {
        match self {
            Self::Catalogue(_) => None,
            Self::Framework(framework) => Some(&framework.header),
            Self::ReferenceModel(model) => Some(&model.header),
            Self::AssessmentModel(model) => Some(&model.header),
            Self::Crosswalk(crosswalk) => Some(&crosswalk.header),
        }
    }

    /// The model that this one must be joined with before it is whole, and the field that says so.
    pub fn waits_for(&self) -> Option<(&'static str, &ModelId)> {
        match self {
            Self::ReferenceModel(model) => {
                let foundation = model.builds_on.as_ref()?;
                Some(("builds_on.model", &foundation.model))
            }
            Self::AssessmentModel(model) => Some(("builds_on", model.builds_on.as_ref()?)),
            Self::Catalogue(_) | Self::Framework(_) | Self::Crosswalk(_) => None,
        }
    }

    /// What kind of file it is, in words.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Catalogue(_) => "Catalogue",
            Self::Framework(_) => "Measurement framework",
            Self::ReferenceModel(_) => "Process reference model",
            Self::AssessmentModel(_) => "Process assessment model",
            Self::Crosswalk(_) => "Crosswalk",
        }
    }

    /// How much is in it, in one line.
    pub fn counts(&self) -> String {
        match self {
            Self::Catalogue(catalogue) => format!("{} files", catalogue.files.len()),
            Self::Framework(framework) => {
                let achievements: usize = framework
                    .attributes
                    .iter()
                    .map(|attribute| attribute.achievements.len())
                    .sum();
                format!(
                    "{} levels, {} attributes, {achievements} achievements, {} ratings, {} refined ratings",
                    framework.levels.len(),
                    framework.attributes.len(),
                    framework.scale.ratings.len(),
                    framework.scale.refined.len()
                )
            }
            Self::ReferenceModel(model) => {
                let outcomes: usize = model
                    .processes
                    .iter()
                    .map(|process| process.outcomes.len())
                    .sum();
                format!(
                    "{} processes, {} groups, {outcomes} outcomes, {} relations",
                    model.processes.len(),
                    model.groups.len(),
                    model.relations.len()
                )
            }
            Self::Crosswalk(crosswalk) => {
                let rows: usize = crosswalk
                    .clauses
                    .iter()
                    .map(|clause| clause.rows.len())
                    .sum();
                format!(
                    "{} of {} clauses mapped, {rows} rows",
                    crosswalk.mapped(),
                    crosswalk.clauses.len()
                )
            }
            Self::AssessmentModel(model) => {
                let practices: usize = model
                    .processes
                    .iter()
                    .map(|process| process.practices.len())
                    .sum();
                let items: usize = model
                    .processes
                    .iter()
                    .map(|process| process.information_items.len())
                    .sum();
                let guidance: usize = model
                    .processes
                    .iter()
                    .map(|process| process.guidance.len())
                    .sum();
                format!(
                    "{} processes, {practices} base practices, {items} information items, {} generic practices, \
                     {} generic resources, {} texts of guidance, {} selections",
                    model.processes.len(),
                    model.generic_practices.len(),
                    model.generic_resources.len(),
                    guidance + model.generic_guidance.len(),
                    model.selections.len()
                )
            }
        }
    }
}
