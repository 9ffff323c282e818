//! All model files at hand, checked against each other.

use super::build_on::{self, Own};
use super::check_assessment_model::{
    check_achievements, check_against_framework, check_against_reference, check_assessment_model,
};
use super::check_crosswalk::check_against_library;
use super::check_reference_model::check_reference_model;
use super::check_roles::check_named;
use super::document::{Document, read};
use super::fingerprint::fingerprint;
use super::problem::{Problem, Problems, Severity};
use crate::domain::assessment_model::AssessmentModel;
use crate::domain::crosswalk::Crosswalk;
use crate::domain::edit::ModelRef;
use crate::domain::framework::Framework;
use crate::domain::header::Header;
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
    /// What the file holds itself, where it was joined with another one.
    own: Own,
}

impl Library {
    /// Reads files, given as name and text, and checks them against each other.
    pub fn read(files: &[(String, String)]) -> Self {
        let mut library = Self::of_whole_files(files);
        library.join();
        library.check_assessment_models();
        library.check_crosswalks();
        library
    }

    /// Reads files that build on no others, without checking them against each other: those of the start, which were checked
    /// when they were shipped.
    pub fn of_whole_files(files: &[(String, String)]) -> Self {
        let shelves = files.iter().map(|(file, text)| {
            let found = read(file, text);
            Shelf {
                file: file.clone(),
                hash: fingerprint(text),
                document: found.document,
                problems: found.problems,
                own: Own::default(),
            }
        });
        let mut library = Self {
            shelves: shelves.collect(),
        };
        library.check_ids();
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

    pub fn crosswalks(&self) -> impl Iterator<Item = &Arc<Crosswalk>> {
        self.shelves
            .iter()
            .filter_map(|shelf| match &shelf.document {
                Some(Document::Crosswalk(crosswalk)) => Some(crosswalk),
                _ => None,
            })
    }

    pub fn framework(&self, id: &ModelId) -> Option<&Arc<Framework>> {
        self.frameworks()
            .find(|framework| framework.header.id == *id)
    }

    /// Id, version and fingerprint of a file, to be kept in an assessment.
    pub fn reference_to(&self, id: &ModelId, version: &str) -> Option<ModelRef> {
        let shelf = self.shelf(id, version)?;
        let header = shelf.header()?;
        Some(ModelRef {
            id: header.id.clone(),
            version: header.version.clone(),
            hash: shelf.hash.clone(),
        })
    }

    /// The file that holds a model: in this version, or else in the first that is here.
    pub fn shelf(&self, id: &ModelId, version: &str) -> Option<&Shelf> {
        let mut first = None;
        for shelf in &self.shelves {
            match shelf.header() {
                Some(header) if header.id == *id && header.version == version => {
                    return Some(shelf);
                }
                Some(header) if header.id == *id => first = first.or(Some(shelf)),
                _ => {}
            }
        }
        first
    }

    /// Joins an assessment model, its reference model and a framework, each in this version if it is here.
    ///
    /// # Errors
    /// A plain sentence that says what is missing or does not fit.
    pub fn model(
        &self,
        assessment_model: &ModelRef,
        framework: &ModelRef,
    ) -> Result<Model, String> {
        let missing = |what: &str, id: &ModelId| {
            format!("The {what} \"{id}\" is not here. Add its file to the models.")
        };
        let document = |id, version| {
            self.shelf(id, version)
                .and_then(|shelf| shelf.document.as_ref())
        };
        let Some(Document::AssessmentModel(assessment)) =
            document(&assessment_model.id, &assessment_model.version)
        else {
            return Err(missing("assessment model", &assessment_model.id));
        };
        let Some(Document::ReferenceModel(reference)) =
            document(&assessment.reference_model, &assessment.header.version)
        else {
            return Err(missing("reference model", &assessment.reference_model));
        };
        let Some(Document::Framework(framework)) = document(&framework.id, &framework.version)
        else {
            return Err(missing("measurement framework", &framework.id));
        };
        Model::new(framework.clone(), reference.clone(), assessment.clone())
            .map_err(|misfit| misfit.to_string())
    }

    /// Fingerprints of all that [`Self::model`] joins, in one. None where something is missing. What was computed over one
    /// fingerprint is out of date where there is another one.
    pub fn fingerprint(&self, assessment_model: &ModelRef, framework: &ModelRef) -> Option<String> {
        let model = self.shelf(&assessment_model.id, &assessment_model.version)?;
        let Document::AssessmentModel(assessment) = model.document.as_ref()? else {
            return None;
        };
        let reference = self.shelf(&assessment.reference_model, &assessment.header.version)?;
        let framework = self.shelf(&framework.id, &framework.version)?;
        Some(
            [model, reference, framework]
                .map(|shelf| shelf.hash.as_str())
                .join(" "),
        )
    }

    /// The reference model that an assessment model is made over.
    fn reference_of(&self, model: &AssessmentModel) -> Option<&Arc<ReferenceModel>> {
        match self
            .shelf(&model.reference_model, &model.header.version)?
            .document
            .as_ref()?
        {
            Document::ReferenceModel(reference) => Some(reference),
            _ => None,
        }
    }

    /// Joins each model with the one that it builds on, which must be whole itself by then.
    fn join(&mut self) {
        while (0..self.shelves.len()).any(|index| self.join_one(index)) {}
        for shelf in &mut self.shelves {
            let Some((place, base)) = shelf.document.as_ref().and_then(Document::waits_for) else {
                continue;
            };
            let mut problems = Problems::of(&shelf.file);
            problems.error(
                place,
                format!("The model \"{base}\" is not among these files, or cannot be used."),
            );
            shelf.document = None;
            shelf.problems.extend(problems.into_list());
        }
    }

    /// Whether a model could be joined now.
    fn join_one(&mut self, index: usize) -> bool {
        let shelf = &self.shelves[index];
        let Some((_, base)) = shelf.document.as_ref().and_then(Document::waits_for) else {
            return false;
        };
        let version = shelf.header().map_or("", |header| &header.version);
        let Some(base) = self.shelf(base, version) else {
            return false;
        };
        let mut problems = Problems::of(&shelf.file);
        let (joined, own) = match (&shelf.document, &base.document) {
            (Some(Document::ReferenceModel(model)), Some(Document::ReferenceModel(base)))
                if base.builds_on.is_none() =>
            {
                let mut joined = build_on::reference_model(model, base, &mut problems);
                check_reference_model(&joined, &mut problems);
                build_on::order_by_groups(&mut joined);
                let own = Own::of_reference_model(model);
                (Document::ReferenceModel(Arc::new(joined)), own)
            }
            (Some(Document::AssessmentModel(model)), Some(Document::AssessmentModel(base)))
                if base.builds_on.is_none() =>
            {
                let reference = self.reference_of(model);
                if reference.is_some_and(|reference| reference.builds_on.is_some()) {
                    return false;
                }
                let joined = build_on::assessment_model(model, base, reference.map(Arc::as_ref));
                check_assessment_model(&joined, &mut problems);
                let own = Own::of_assessment_model(model);
                (Document::AssessmentModel(Arc::new(joined)), own)
            }
            _ => return false,
        };
        // A change of the model beneath is a change of this one.
        let hash = fingerprint(&format!("{}{}", shelf.hash, base.hash));
        let shelf = &mut self.shelves[index];
        shelf.hash = hash;
        shelf.document = (!problems.has_errors()).then_some(joined);
        shelf.problems.extend(own.placed(problems));
        shelf.own = own;
        true
    }

    /// Versions of a model stand beside each other; the same version twice cannot be told apart.
    fn check_ids(&mut self) {
        let mut seen: Vec<(ModelId, String)> = Vec::new();
        for shelf in &mut self.shelves {
            let Some(header) = shelf.header() else {
                continue;
            };
            let name = (header.id.clone(), header.version.clone());
            if seen.contains(&name) {
                let mut problems = Problems::of(&shelf.file);
                let (id, version) = name;
                problems.error(
                    "header.id",
                    format!("Another file has the id \"{id}\" in version {version} already."),
                );
                shelf.problems.extend(problems.into_list());
                shelf.document = None;
            } else {
                seen.push(name);
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
            match self.reference_of(&model) {
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
                if let Some(reference) = self.reference_of(&model) {
                    check_named(&model, reference, &found, &mut problems);
                }
            }
            let shelf = &mut self.shelves[index];
            if problems.has_errors() {
                shelf.document = None;
            }
            let placed = shelf.own.placed(problems);
            shelf.problems.extend(placed);
        }
    }

    /// A crosswalk without its process sets cannot be used: its rows would lead nowhere.
    fn check_crosswalks(&mut self) {
        for index in 0..self.shelves.len() {
            let Some(Document::Crosswalk(crosswalk)) = self.shelves[index].document.clone() else {
                continue;
            };
            let mut problems = Problems::of(&self.shelves[index].file);
            let mut sets: Vec<&ReferenceModel> = Vec::new();
            for (number, id) in crosswalk.reference_models.iter().enumerate() {
                match self.reference_models().find(|model| model.header.id == *id) {
                    Some(set) => sets.push(set),
                    None => problems.error(
                        format!("reference_models[{number}]"),
                        format!("The reference model \"{id}\" is not among these files."),
                    ),
                }
            }
            // Without its sets, every row would be told.
            if !problems.has_errors() {
                let frameworks: Vec<&Framework> = self.frameworks().map(Arc::as_ref).collect();
                check_against_library(&crosswalk, &sets, &frameworks, &mut problems);
            }
            if problems.has_errors() {
                self.shelves[index].document = None;
            }
            self.shelves[index].problems.extend(problems.into_list());
        }
    }
}

impl Shelf {
    /// Title and origin, where the file can be used.
    pub fn header(&self) -> Option<&Header> {
        self.document.as_ref()?.header()
    }
}
