//! A questionnaire that travels to a participant in a link, and the same questions found again on the participant's machine.

use super::link_text::{self, LinkError, LinkKind};
use crate::domain::id::{AssessmentId, ModelId, QuestionnaireId};
use crate::domain::model::Model;
use crate::domain::questionnaire::{Question, questions};
use crate::domain::survey::Questionnaire;
use crate::reference::fingerprint::fingerprint;
use serde::{Deserialize, Serialize};
use std::fmt;

/// What a participant needs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SentQuestionnaire {
    /// Where the answers belong.
    pub assessment: AssessmentId,
    pub questionnaire: QuestionnaireId,
    pub over: SentModel,
    pub content: Questionnaire,
}

/// Which model and framework the questions come from, and which questions these are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SentModel {
    pub model: ModelId,
    pub version: String,
    pub framework: ModelId,
    /// Sixteen digits of SHA-256 over the ids of all questions and the steps of the scale, in their order. So answers fit as long
    /// as the questions are the same, whatever else has changed in the files.
    pub hash: String,
}

/// Why the questions of a link cannot be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Misfit {
    /// The model in this version has other questions than those that were sent.
    OtherQuestions {
        sent: SentModel,
        version: String,
    },
    NoQuestions,
}

impl SentQuestionnaire {
    pub fn new(
        assessment: AssessmentId,
        questionnaire: QuestionnaireId,
        content: Questionnaire,
        model: &Model,
    ) -> Self {
        Self {
            assessment,
            questionnaire,
            over: SentModel::new(model, &questions(model, &content)),
            content,
        }
    }

    /// The text of a link.
    pub fn link(&self) -> String {
        link_text::write(LinkKind::Questionnaire, self)
    }

    /// Reads the text of a link.
    ///
    /// # Errors
    /// Where it is not the link of a questionnaire, or did not come whole.
    pub fn read(text: &str) -> Result<Self, LinkError> {
        link_text::read(LinkKind::Questionnaire, text)
    }

    /// The questions, out of the model that is here.
    ///
    /// # Errors
    /// Where they are not those that were sent, or where there are none.
    pub fn questions<'a>(&self, model: &'a Model) -> Result<Vec<Question<'a>>, Misfit> {
        self.over.questions(model, &self.content)
    }
}

impl SentModel {
    pub fn new(model: &Model, questions: &[Question<'_>]) -> Self {
        let header = &model.assessment.header;
        Self {
            model: header.id.clone(),
            version: header.version.clone(),
            framework: model.framework.header.id.clone(),
            hash: hash(model, questions),
        }
    }

    /// The questions of a questionnaire, if they are those that were sent.
    pub(super) fn questions<'a>(
        &self,
        model: &'a Model,
        content: &Questionnaire,
    ) -> Result<Vec<Question<'a>>, Misfit> {
        let found = questions(model, content);
        if hash(model, &found) != self.hash {
            return Err(Misfit::OtherQuestions {
                sent: self.clone(),
                version: model.assessment.header.version.clone(),
            });
        }
        if found.is_empty() {
            return Err(Misfit::NoQuestions);
        }
        Ok(found)
    }
}

fn hash(model: &Model, questions: &[Question<'_>]) -> String {
    let mut text = String::new();
    for step in &model.framework.scale.ratings {
        text.push_str(step.code.as_str());
        text.push('\n');
    }
    for question in questions {
        text.push_str(question.process.as_str());
        text.push('\t');
        text.push_str(question.indicator.id.as_str());
        text.push('\n');
    }
    fingerprint(&text).chars().take(16).collect()
}

impl fmt::Display for Misfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OtherQuestions { sent, version } => write!(
                f,
                "The questions come from version {} of the model \"{}\". Version {version}, which is here, asks other questions.",
                sent.version, sent.model
            ),
            Self::NoQuestions => f.write_str("This questionnaire asks nothing."),
        }
    }
}
