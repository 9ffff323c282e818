//! Which models an assessment can move on to: newer versions of its own, and those that follow it.

use super::library::Library;
use crate::domain::assessment_model::AssessmentModel;
use crate::domain::edit::ModelRef;
use crate::domain::id::ModelId;

impl Library {
    /// The assessment models that a re-assessment may be made over instead, in the order of the library: they cover the same
    /// framework, and are a newer version of the one in use or follow its processes.
    pub fn successors(&self, used: &ModelRef, framework: &ModelId) -> Vec<ModelRef> {
        let own = self.shelf(&used.id, &used.version);
        let version = own
            .and_then(|shelf| shelf.header())
            .map(|header| header.version.clone());
        let version = version.unwrap_or_else(|| used.version.clone());
        let reference_model =
            |id: &ModelId| self.reference_models().find(|found| found.header.id == *id);
        let own = self
            .assessment_models()
            .find(|found| found.header.id == used.id);
        let follows = |model: &AssessmentModel| match own {
            _ if model.header.id == used.id => is_newer(&model.header.version, &version),
            // A model follows where it tells what became of the processes.
            Some(own) => reference_model(&model.reference_model).is_some_and(|found| {
                let base = reference_model(&own.reference_model);
                let is_of = |id| base.is_some_and(|base| base.process(id).is_some());
                found
                    .successions
                    .iter()
                    .any(|succession| is_of(&succession.from))
            }),
            None => false,
        };
        self.assessment_models()
            .filter(|model| model.frameworks.contains(framework) && follows(model))
            .filter_map(|model| self.reference_to(&model.header.id, &model.header.version))
            .collect()
    }
}

/// Whether a version comes after another one, by the numbers between its dots.
fn is_newer(version: &str, than: &str) -> bool {
    let numbers = |text: &str| -> Vec<u32> {
        text.split('.')
            .map(|part| part.parse().unwrap_or(0))
            .collect()
    };
    numbers(version) > numbers(than)
}

#[cfg(test)]
mod tests {
    use super::is_newer;

    #[test]
    fn versions_are_compared_by_number() {
        assert!(is_newer("1.10.0", "1.9.3"));
        assert!(!is_newer("1.9.3", "1.9.3"));
        assert!(!is_newer("1.9.3", "2.0.0"));
    }
}
