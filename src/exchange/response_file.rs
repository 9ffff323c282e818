//! The answers of a participant, on their way back in a link or a small file.

use super::envelope::without_mark;
use super::link_text::{self, LinkError, LinkKind};
use super::questionnaire_link::{Misfit, SentModel, SentQuestionnaire};
use crate::domain::date::Date;
use crate::domain::id::{AssessmentId, ProcessId, QuestionnaireId, ResponseId, RoleId};
use crate::domain::model::Model;
use crate::domain::scale::Rank;
use crate::domain::survey::{PlainAnswer, Questionnaire, Response, ResponseAnswer};
use crate::reference::place::read_json;
use serde::{Deserialize, Serialize};
use std::fmt;

/// The name of the format.
pub const RESPONSE_FORMAT: &str = "plumbline-response";

/// How names of such files end.
pub const RESPONSE_ENDING: &str = ".plumbline-response.json";

/// The version that this Plumbline writes, and the newest that it reads.
const FORMAT_VERSION: u32 = 1;

/// Answers in the order of the questions. What was asked goes along, so that they can be read even where the questionnaire was
/// changed in the meantime.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SentResponse {
    pub assessment: AssessmentId,
    pub questionnaire: QuestionnaireId,
    pub response: ResponseId,
    pub over: SentModel,
    pub role: Option<RoleId>,
    pub processes: Vec<ProcessId>,
    pub level: u8,
    pub name: String,
    pub day: Option<Date>,
    /// One letter a question: `A` for the lowest step of the scale, `B` for the next, and so on; `0` not applicable, `1` don't know,
    /// `2` don't understand, `-` not answered.
    pub answers: String,
    /// What was written, with the place of its question, counted from 0.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub comments: Vec<(usize, String)>,
}

/// What a participant says of one question; the answer is None where there is a comment only, or nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    pub answer: Option<PlainAnswer>,
    pub comment: String,
}

/// Who answered, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Respondent {
    pub response: ResponseId,
    pub name: String,
    pub day: Option<Date>,
}

/// Why answers cannot be taken in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ResponseError {
    Link(LinkError),
    NotOurs,
    /// The browser could not open it; its own sentence.
    Unreadable(String),
    TooNew(u32),
    CutShort,
    Damaged {
        place: String,
        text: String,
    },
    Questions(Misfit),
    /// There are not as many answers as questions.
    Count {
        answers: usize,
        questions: usize,
    },
    /// An answer or a comment, counted from 1, that cannot be one.
    Unknown(usize),
}

#[derive(Deserialize)]
struct Head {
    format: String,
    format_version: u32,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct ResponseFile {
    format: String,
    format_version: u32,
    response: SentResponse,
}

impl SentResponse {
    /// What was said, in the order of the questions. A step of the scale beyond the 26th has no letter and is left unanswered.
    pub fn new(
        questionnaire: &SentQuestionnaire,
        model: &Model,
        respondent: Respondent,
        said: &[Said],
    ) -> Self {
        let content = &questionnaire.content;
        let answers = said.iter().map(|said| match &said.answer {
            None => '-',
            Some(PlainAnswer::NotApplicable) => '0',
            Some(PlainAnswer::DontKnow) => '1',
            Some(PlainAnswer::DontUnderstand) => '2',
            Some(PlainAnswer::Rated(rating)) => {
                let rank = model.framework.scale.rank(rating);
                let letter = rank.and_then(|rank| ('A'..='Z').nth(usize::from(rank.0)));
                letter.unwrap_or('-')
            }
        });
        let comments = said.iter().map(|said| said.comment.trim()).enumerate();
        let comments = comments.filter(|(_, comment)| !comment.is_empty());
        Self {
            assessment: questionnaire.assessment.clone(),
            questionnaire: questionnaire.questionnaire.clone(),
            response: respondent.response,
            over: questionnaire.over.clone(),
            role: content.role.clone(),
            processes: content.processes.clone(),
            level: content.level,
            name: respondent.name,
            day: respondent.day,
            answers: answers.collect(),
            comments: comments
                .map(|(place, comment)| (place, comment.to_owned()))
                .collect(),
        }
    }

    /// The text of a link.
    pub fn link(&self) -> String {
        link_text::write(LinkKind::Answers, self)
    }

    /// The text of a file.
    pub fn file(&self) -> String {
        let file = ResponseFile {
            format: RESPONSE_FORMAT.to_owned(),
            format_version: FORMAT_VERSION,
            response: self.clone(),
        };
        serde_json::to_string_pretty(&file).expect("texts, numbers and lists can always be written")
    }

    /// Reads a link that was pasted, or the text of one.
    ///
    /// # Errors
    /// Where it holds no answers, or did not come whole.
    pub fn read_link(text: &str) -> Result<Self, ResponseError> {
        link_text::read(LinkKind::Answers, text).map_err(ResponseError::Link)
    }

    /// Reads a file.
    ///
    /// # Errors
    /// Where it holds no answers, is newer than this Plumbline, or is damaged.
    pub fn read_file(text: &str) -> Result<Self, ResponseError> {
        let text = without_mark(text);
        let head: Head = read_json(text).map_err(|misread| {
            if misread.cut_off && text.contains(RESPONSE_FORMAT) {
                ResponseError::CutShort
            } else {
                ResponseError::NotOurs
            }
        })?;
        if head.format != RESPONSE_FORMAT {
            return Err(ResponseError::NotOurs);
        }
        if head.format_version > FORMAT_VERSION {
            return Err(ResponseError::TooNew(head.format_version));
        }
        let file: ResponseFile = read_json(text).map_err(|misread| ResponseError::Damaged {
            place: misread.place,
            text: misread.text,
        })?;
        Ok(file.response)
    }

    /// How many questions were answered.
    pub fn answered(&self) -> usize {
        self.answers.chars().filter(|letter| *letter != '-').count()
    }

    /// The answers with the ids of what they are about.
    ///
    /// # Errors
    /// Where the model asks other questions than those that were answered, or an answer is none.
    pub fn response(&self, model: &Model) -> Result<Response, ResponseError> {
        let asked = Questionnaire {
            title: String::new(),
            role: self.role.clone(),
            processes: self.processes.clone(),
            level: self.level,
            named: !self.name.is_empty(),
        };
        let questions = self
            .over
            .questions(model, &asked)
            .map_err(ResponseError::Questions)?;
        let count = self.answers.chars().count();
        if count != questions.len() {
            return Err(ResponseError::Count {
                answers: count,
                questions: questions.len(),
            });
        }
        let comment_of = |place: usize| {
            let found = self.comments.iter().find(|(of, _)| *of == place);
            found.map_or_else(String::new, |(_, comment)| comment.clone())
        };
        if let Some((place, _)) = self.comments.iter().find(|(place, _)| *place >= count) {
            return Err(ResponseError::Unknown(place.saturating_add(1)));
        }
        let mut answers = Vec::new();
        for (place, (letter, question)) in self.answers.chars().zip(&questions).enumerate() {
            let comment = comment_of(place);
            let answer = match letter {
                // A comment without an answer is kept, and counts as not known.
                '-' if comment.is_empty() => continue,
                '-' | '1' => PlainAnswer::DontKnow,
                '0' => PlainAnswer::NotApplicable,
                '2' => PlainAnswer::DontUnderstand,
                letter => {
                    rated(model, letter).ok_or(ResponseError::Unknown(place.saturating_add(1)))?
                }
            };
            answers.push(ResponseAnswer {
                process: question.process.clone(),
                indicator: question.indicator.id.clone(),
                answer,
                comment,
            });
        }
        Ok(Response {
            questionnaire: self.questionnaire.clone(),
            name: self.name.trim().to_owned(),
            day: self.day,
            answers,
        })
    }
}

fn rated(model: &Model, letter: char) -> Option<PlainAnswer> {
    let scale = &model.framework.scale;
    let rank = ('A'..='Z').position(|known| known == letter)?;
    let rank = Rank(u8::try_from(rank).ok()?);
    (rank <= scale.highest()).then(|| PlainAnswer::Rated(scale.rating(rank).clone()))
}

impl fmt::Display for ResponseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Link(error) => error.fmt(f),
            Self::NotOurs => f.write_str("This is not a file with answers."),
            Self::Unreadable(text) => f.write_str(text),
            Self::TooNew(version) => write!(
                f,
                "This file has format version {version}; this Plumbline reads up to {FORMAT_VERSION}. Please use a newer Plumbline."
            ),
            Self::CutShort => f.write_str("The end of this file is missing. Ask for it once more."),
            Self::Damaged { place, text } if place.is_empty() => {
                write!(f, "This file is damaged: {text}.")
            }
            Self::Damaged { place, text } => write!(f, "This file is damaged at {place}: {text}."),
            Self::Questions(misfit) => misfit.fmt(f),
            Self::Count { answers, questions } => write!(
                f,
                "There are {answers} answers for {questions} questions, so it is not clear which belongs to which."
            ),
            Self::Unknown(place) => {
                write!(
                    f,
                    "What was said of question {place} is no answer that is known here."
                )
            }
        }
    }
}
