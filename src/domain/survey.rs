//! Questionnaires for participants, and what came back: the fold of their edits. Answers never become ratings by themselves.

use super::date::Date;
use super::id::{IndicatorId, ProcessId, QuestionnaireId, ResponseId, RoleId};
use super::refusal::Refusal;
use super::scale::Rating;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What was asked, and the answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Survey {
    pub questionnaires: BTreeMap<QuestionnaireId, Questionnaire>,
    pub responses: BTreeMap<ResponseId, Response>,
}

/// Questions of chosen processes, for those in one role.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Questionnaire {
    pub title: String,
    /// None asks everybody everything.
    pub role: Option<RoleId>,
    pub processes: Vec<ProcessId>,
    /// The highest level that is asked about.
    pub level: u8,
    /// Whether a name is asked for.
    pub named: bool,
}

/// The answers of one participant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Response {
    pub questionnaire: QuestionnaireId,
    /// Blank where no name was asked for.
    pub name: String,
    /// By the clock of the participant's machine.
    pub day: Option<Date>,
    /// In the order in which they were asked.
    pub answers: Vec<ResponseAnswer>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ResponseAnswer {
    pub process: ProcessId,
    pub indicator: IndicatorId,
    pub answer: PlainAnswer,
    /// Blank where there is none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub comment: String,
}

/// What a participant says of one question. Only ratings are scored; the rest is counted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PlainAnswer {
    Rated(Rating),
    NotApplicable,
    DontKnow,
    DontUnderstand,
}

/// One edit of questionnaires and answers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum SurveyEdit {
    /// None removes it. Its responses stay.
    SetQuestionnaire {
        questionnaire: QuestionnaireId,
        content: Option<Questionnaire>,
    },
    /// Takes in the answers of one participant, each response once. None takes them out again.
    SetResponse {
        response: ResponseId,
        content: Option<Response>,
    },
}

impl Survey {
    pub(super) fn set(&mut self, edit: SurveyEdit) {
        match edit {
            SurveyEdit::SetQuestionnaire {
                questionnaire,
                content,
            } => {
                match content {
                    Some(content) => self.questionnaires.insert(questionnaire, content),
                    None => self.questionnaires.remove(&questionnaire),
                };
            }
            SurveyEdit::SetResponse { response, content } => {
                match content {
                    Some(content) => self.responses.insert(response, content),
                    None => self.responses.remove(&response),
                };
            }
        }
    }

    pub(super) fn opposite(&self, edit: &SurveyEdit) -> SurveyEdit {
        match edit {
            SurveyEdit::SetQuestionnaire { questionnaire, .. } => SurveyEdit::SetQuestionnaire {
                content: self.questionnaires.get(questionnaire).cloned(),
                questionnaire: questionnaire.clone(),
            },
            SurveyEdit::SetResponse { response, .. } => SurveyEdit::SetResponse {
                content: self.responses.get(response).cloned(),
                response: response.clone(),
            },
        }
    }
}

impl SurveyEdit {
    pub(super) fn check(&self) -> Result<(), Refusal> {
        match self {
            Self::SetQuestionnaire {
                content: Some(content),
                ..
            } if content.title.trim().is_empty() => Err(Refusal::QuestionnaireTitle),
            _ => Ok(()),
        }
    }
}
