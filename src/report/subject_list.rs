//! Everything in scope that a remark or a piece of evidence may be about, in the order in which it is rated.

use super::words;
use crate::domain::assessment::Assessment;
use crate::domain::id::InstanceId;
use crate::domain::model::Model;
use crate::domain::subject::Subject;

/// One indicator or attribute of a process.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SubjectEntry {
    pub subject: Subject,
    /// "RES-1 Incident management".
    pub process: String,
    /// "RES-1.O2", with the instance where the process has several: "RES-1.O2, North".
    pub id: String,
    pub text: String,
}

/// Each process in scope: each attribute as a whole, then its indicators in each instance.
pub fn subject_list(model: &Model, assessment: &Assessment) -> Vec<SubjectEntry> {
    let mut entries = Vec::new();
    let processes = model.reference.processes.iter();
    for process in processes.filter(|process| assessment.scope.contains(&process.id)) {
        let id = &process.id;
        let instances = assessment.instances(id);
        for attribute in model.attributes(assessment.highest_level) {
            let whole = Subject::attribute(id.clone(), None, attribute.id.clone());
            entries.push(entry(model, assessment, whole));
            for indicator in model.indicators(id, attribute) {
                let of = |instance: &InstanceId| {
                    Subject::indicator(id.clone(), instance.clone(), indicator.id.clone())
                };
                let all = instances.iter().map(|instance| of(&instance.id));
                entries.extend(all.map(|subject| entry(model, assessment, subject)));
            }
        }
    }
    entries
}

/// One subject in words.
pub fn entry(model: &Model, assessment: &Assessment, subject: Subject) -> SubjectEntry {
    let id = words::subject_id(&subject);
    // Some texts begin with the id.
    let text = words::subject(model, &subject);
    let text = text.strip_prefix(id).unwrap_or(&text).trim_start();
    let text = text.to_owned();
    let id = match words::instance(assessment, &subject) {
        Some(instance) => format!("{id}, {instance}"),
        None => id.to_owned(),
    };
    SubjectEntry {
        process: words::process(model, &subject.process),
        id,
        text,
        subject,
    }
}
