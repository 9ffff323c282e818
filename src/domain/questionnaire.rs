//! The questions of a questionnaire, in the order in which they are asked.

use super::framework::Attribute;
use super::id::{ProcessId, RoleId};
use super::indicator_ref::Named;
use super::model::{Indicator, Model};
use super::survey::Questionnaire;

/// One question: about one indicator of one process.
#[derive(Clone, Debug)]
pub struct Question<'a> {
    pub process: &'a ProcessId,
    pub attribute: &'a Attribute,
    pub indicator: &'a Indicator,
}

impl<'a> Question<'a> {
    /// In plain words, where the model has guidance.
    pub fn text(&self) -> &'a str {
        let guidance = self.indicator.guidance.as_ref();
        guidance.map_or(&self.indicator.text, |guidance| &guidance.question)
    }
}

/// All questions of a questionnaire. Processes that the model does not have are left out, and each is asked about once.
pub fn questions<'a>(model: &'a Model, questionnaire: &Questionnaire) -> Vec<Question<'a>> {
    let mut all = Vec::new();
    let mut processes: Vec<&ProcessId> = Vec::new();
    for wanted in &questionnaire.processes {
        let Some(process) = model.process(wanted).map(|process| &process.id) else {
            continue;
        };
        if !processes.contains(&process) {
            processes.push(process);
            all.extend(of_process(
                model,
                process,
                questionnaire.role.as_ref(),
                questionnaire.level,
            ));
        }
    }
    all
}

/// What those in a role are asked about one process, up to a level. A role that the model does not have is asked everything.
pub fn of_process<'a>(
    model: &'a Model,
    process: &'a ProcessId,
    role: Option<&RoleId>,
    level: u8,
) -> Vec<Question<'a>> {
    let role = role.and_then(|role| model.assessment.role(role));
    let mut all = Vec::new();
    for attribute in model.attributes(level) {
        for indicator in model.indicators(process, attribute) {
            let named = Named {
                framework: &model.framework.header.id,
                process,
                attribute: &attribute.id,
                indicator: &indicator.id,
            };
            if role.is_none_or(|role| role.is_asked(named)) {
                all.push(Question {
                    process,
                    attribute,
                    indicator,
                });
            }
        }
    }
    all
}
