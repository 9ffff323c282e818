//! All doubts of an assessment in words: for the report, and for the panel beside the questions.

use crate::domain::assessment::Assessment;
use crate::domain::consistency::{Doubt, doubts};
use crate::domain::id::{ProcessId, RuleId};
use crate::domain::model::Model;
use crate::domain::subject::{Item, Subject};

/// One doubt, ready to be shown.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct DoubtLine {
    pub rule: RuleId,
    pub subject: Subject,
    /// The indicator that it is about, with its instance where there are several.
    pub about: String,
    pub sentence: String,
    /// What it does not go together with: "RES-2.O1 is rated N". Blank where the rule speaks of the indicator alone.
    pub against: String,
    /// Why people let it stand.
    pub stands: Option<String>,
}

impl DoubtLine {
    /// "Causes of problems are found, yet nobody looks for problems. (RES-2.O1 is rated N)"
    pub fn words(&self) -> String {
        match self.against.as_str() {
            "" => self.sentence.clone(),
            against => format!("{} ({against})", self.sentence),
        }
    }
}

/// The doubts about all processes in scope, in the order of the model.
pub fn doubt_list(model: &Model, assessment: &Assessment) -> Vec<DoubtLine> {
    let processes = model.reference.processes.iter().map(|process| &process.id);
    let in_scope = processes.filter(|process| assessment.scope.contains(process));
    in_scope
        .flat_map(|process| of_process(model, assessment, process))
        .collect()
}

/// The doubts about one process.
pub fn of_process(model: &Model, assessment: &Assessment, process: &ProcessId) -> Vec<DoubtLine> {
    let found = doubts(model, assessment, process);
    found
        .into_iter()
        .map(|doubt| line(assessment, doubt))
        .collect()
}

fn line(assessment: &Assessment, doubt: Doubt<'_>) -> DoubtLine {
    let rated = doubt.against.iter().map(|subject| {
        let rating = assessment
            .judgement(subject)
            .and_then(|found| found.rating());
        let rating = rating.map_or_else(String::new, ToString::to_string);
        format!("{} is rated {rating}", name(assessment, subject))
    });
    DoubtLine {
        rule: doubt.rule.id.clone(),
        about: name(assessment, &doubt.subject),
        sentence: doubt.rule.text.clone(),
        against: rated.collect::<Vec<_>>().join(", "),
        stands: doubt.stands.map(str::to_owned),
        subject: doubt.subject,
    }
}

/// The id of what is rated, with the instance where the process has several.
fn name(assessment: &Assessment, subject: &Subject) -> String {
    let id = match &subject.item {
        Item::Indicator(id) => id.as_str(),
        Item::Attribute(id) => id.as_str(),
    };
    let instances = assessment.instances(&subject.process);
    let instance = instances
        .iter()
        .find(|found| Some(&found.id) == subject.instance.as_ref());
    match instance {
        Some(instance) if instances.len() > 1 => format!("{id} ({})", instance.name),
        _ => id.to_owned(),
    }
}
