//! What something in a report is about, in words, and everything that was said in the order of the model.

use super::Material;
use crate::domain::process_state::Remarks;
use crate::domain::subject::Subject;
use crate::report::words;

impl Material<'_> {
    /// "RES-1.O2 Requests are …", "RES-1 PA2.1 Performance management (Main site)".
    pub(super) fn about(&self, subject: &Subject) -> String {
        let text = words::subject(self.model, subject);
        let text = match subject.is_attribute() {
            true => format!("{} {text}", subject.process),
            false => format!("{} {text}", self.item(subject)),
        };
        self.with_instance(text, subject)
    }

    /// The same without its text: "RES-1.O2", "RES-1 PA2.1 (Main site)".
    pub(super) fn short(&self, subject: &Subject) -> String {
        self.with_instance(self.item(subject), subject)
    }

    /// Many subjects in one line, in the order of their ids.
    pub(super) fn shorts<'s>(&self, subjects: impl Iterator<Item = &'s Subject>) -> String {
        let all: Vec<String> = subjects.map(|subject| self.short(subject)).collect();
        all.join(", ")
    }

    /// All that was said of processes in scope, in the order of the model.
    pub(super) fn said(&self) -> Vec<(Subject, &Remarks)> {
        let mut all = Vec::new();
        for result in self.results {
            let items = self.assessment.state(&result.process).items();
            all.extend(items.map(|(instance, item, remarks)| {
                let subject = Subject {
                    process: result.process.clone(),
                    instance: instance.cloned(),
                    item: item.clone(),
                };
                (subject, remarks)
            }));
        }
        all
    }

    fn item(&self, subject: &Subject) -> String {
        let id = words::subject_id(subject);
        match id.starts_with(subject.process.as_str()) {
            true => id.to_owned(),
            false => format!("{} {id}", subject.process),
        }
    }

    fn with_instance(&self, text: String, subject: &Subject) -> String {
        match words::instance(self.assessment, subject) {
            Some(name) => format!("{text} ({name})"),
            None => text,
        }
    }
}
