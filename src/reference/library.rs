//! All model files at hand, checked against each other.

use super::check_assessment_model::{
    check_achievements, check_against_framework, check_against_reference,
};
use super::document::{Document, read};
use super::fingerprint::fingerprint;
use super::problem::{Problem, Problems, Severity};
use crate::domain::assessment_model::AssessmentModel;
use crate::domain::edit::ModelRef;
use crate::domain::framework::Framework;
use crate::domain::id::ModelId;
use crate::domain::model::Model;
use crate::domain::reference_model::ReferenceModel;
use std::sync::Arc;

/// The files that were read, in the order in which they were given.
#[derive(Clone, Debug, Default)]
pub struct Library {
    pub shelves: Vec<Shelf>,
}

/// One file: what it holds, and what is wrong with it.
#[derive(Clone, Debug)]
pub struct Shelf {
    pub file: String,
    pub hash: String,
    /// None where an error keeps the file from being used.
    pub document: Option<Document>,
    pub problems: Vec<Problem>,
}

impl Library {
    /// Reads files, given as name and text, and checks them against each other.
    pub fn read(files: &[(String, String)]) -> Self {
        let shelves = files.iter().map(|(file, text)| {
            let found = read(file, text);
            Shelf {
                file: file.clone(),
                hash: fingerprint(text),
                document: found.document,
                problems: found.problems,
            }
        });
        let mut library = Self {
            shelves: shelves.collect(),
        };
        library.check_ids();
        library.check_assessment_models();
        library
    }

    pub fn problems(&self) -> impl Iterator<Item = &Problem> {
        self.shelves.iter().flat_map(|shelf| &shelf.problems)
    }

    pub fn has_errors(&self) -> bool {
        self.problems()
            .any(|problem| problem.severity == Severity::Error)
    }

    pub fn frameworks(&self) -> impl Iterator<Item = &Arc<Framework>> {
        self.shelves
            .iter()
            .filter_map(|shelf| match &shelf.document {
                Some(Document::Framework(framework)) => Some(framework),
                _ => None,
            })
    }

    pub fn reference_models(&self) -> impl Iterator<Item = &Arc<ReferenceModel>> {
        self.shelves
            .iter()
            .filter_map(|shelf| match &shelf.document {
                Some(Document::ReferenceModel(model)) => Some(model),
                _ => None,
            })
    }

    pub fn assessment_models(&self) -> impl Iterator<Item = &Arc<AssessmentModel>> {
        self.shelves
            .iter()
            .filter_map(|shelf| match &shelf.document {
                Some(Document::AssessmentModel(model)) => Some(model),
                _ => None,
            })
    }

    pub fn framework(&self, id: &ModelId) -> Option<&Arc<Framework>> {
        self.frameworks()
            .find(|framework| framework.header.id == *id)
    }

    /// Id, version and fingerprint of a file, to be kept in an assessment.
    pub fn reference_to(&self, id: &ModelId) -> Option<ModelRef> {
        let shelf = self.shelf(id)?;
        let header = shelf.document.as_ref()?.header()?;
        Some(ModelRef {
            id: header.id.clone(),
            version: header.version.clone(),
            hash: shelf.hash.clone(),
        })
    }

    /// The file that holds a model.
    pub fn shelf(&self, id: &ModelId) -> Option<&Shelf> {
        let holds = |shelf: &&Shelf| {
            let header = shelf.document.as_ref().and_then(Document::header);
            header.is_some_and(|header| header.id == *id)
        };
        self.shelves.iter().find(holds)
    }

    /// Joins an assessment model, its reference model and a framework.
    ///
    /// # Errors
    /// A plain sentence that says what is missing or does not fit.
    pub fn model(&self, assessment_model: &ModelId, framework: &ModelId) -> Result<Model, String> {
        let missing = |what: &str, id: &ModelId| {
            format!("The {what} \"{id}\" is not here. Add its file to the models.")
        };
        let assessment = self
            .assessment_models()
            .find(|model| model.header.id == *assessment_model);
        let assessment = assessment.ok_or_else(|| missing("assessment model", assessment_model))?;
        let reference_id = &assessment.reference_model;
        let reference = self
            .reference_models()
            .find(|model| model.header.id == *reference_id);
        let reference = reference.ok_or_else(|| missing("reference model", reference_id))?;
        let framework = self
            .framework(framework)
            .ok_or_else(|| missing("measurement framework", framework))?;
        Model::new(framework.clone(), reference.clone(), assessment.clone())
            .map_err(|misfit| misfit.to_string())
    }

    fn check_ids(&mut self) {
        let mut seen: Vec<ModelId> = Vec::new();
        for shelf in &mut self.shelves {
            let Some(id) = shelf
                .document
                .as_ref()
                .and_then(Document::header)
                .map(|header| header.id.clone())
            else {
                continue;
            };
            if seen.contains(&id) {
                let mut problems = Problems::of(&shelf.file);
                problems.error(
                    "header.id",
                    format!("Another file has the id \"{id}\" already."),
                );
                shelf.problems.extend(problems.into_list());
                shelf.document = None;
            } else {
                seen.push(id);
            }
        }
    }

    fn check_assessment_models(&mut self) {
        for index in 0..self.shelves.len() {
            let Some(Document::AssessmentModel(model)) = self.shelves[index].document.clone()
            else {
                continue;
            };
            let mut problems = Problems::of(&self.shelves[index].file);
            match self
                .reference_models()
                .find(|reference| reference.header.id == model.reference_model)
            {
                Some(reference) => check_against_reference(&model, reference, &mut problems),
                None => problems.error(
                    "reference_model",
                    format!(
                        "The reference model \"{}\" is not among these files.",
                        model.reference_model
                    ),
                ),
            }
            let mut found: Vec<&Framework> = Vec::new();
            for (number, id) in model.frameworks.iter().enumerate() {
                match self.framework(id) {
                    Some(framework) => {
                        check_against_framework(&model, framework, &mut problems);
                        found.push(framework);
                    }
                    None => problems.error(
                        format!("frameworks[{number}]"),
                        format!("The measurement framework \"{id}\" is not among these files."),
                    ),
                }
            }
            if found.len() == model.frameworks.len() {
                check_achievements(&model, &found, &mut problems);
            }
            if problems.has_errors() {
                self.shelves[index].document = None;
            }
            self.shelves[index].problems.extend(problems.into_list());
        }
    }
}
