//! Answers that came back, before they are taken in: what each would do.

use super::response_file::{ResponseError, SentResponse};
use crate::domain::date::Date;
use crate::domain::id::{AssessmentId, ResponseId};
use crate::domain::model::Model;
use crate::domain::survey::{Response, Survey, SurveyEdit};

/// Something that was brought: its name, and what could be read.
pub type Brought = (String, Result<SentResponse, ResponseError>);

/// What one thing that was brought would do.
#[derive(Clone, Debug, PartialEq)]
pub struct Arrival {
    /// The name of the file, or that it was a link.
    pub from: String,
    /// Blank where no name was asked for, or nothing could be read.
    pub who: String,
    pub day: Option<Date>,
    pub answered: usize,
    pub asked: usize,
    pub standing: Standing,
    /// What somebody should know before taking it in.
    pub remarks: Vec<String>,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Standing {
    New(ResponseId, Response),
    /// The same participant answered once more; it comes in place of what is here.
    Again(ResponseId, Response),
    /// The same participant's answers of this later day are here, so it is left out.
    Older(Date),
    /// It was taken in before.
    Here,
    /// It stands further up among what was brought.
    Twice,
    Refused(String),
}

/// A clock that is off by more days than this is told.
const USUAL_DAYS: i32 = 366;

/// What would become of each, in the order in which they were brought.
pub fn arrivals(
    model: &Model,
    assessment: &AssessmentId,
    survey: &Survey,
    today: Option<Date>,
    brought: &[Brought],
) -> Vec<Arrival> {
    let mut taken: Vec<(ResponseId, Response)> = Vec::new();
    let mut all = Vec::new();
    for (from, found) in brought {
        let standing = match found {
            Ok(sent) => standing(model, assessment, survey, &taken, sent),
            Err(error) => Standing::Refused(error.to_string()),
        };
        if let Standing::New(id, response) | Standing::Again(id, response) = &standing {
            taken.push((id.clone(), response.clone()));
        }
        let sent = found.as_ref().ok();
        let day = sent.and_then(|sent| sent.day);
        all.push(Arrival {
            from: from.clone(),
            who: sent.map_or_else(String::new, |sent| sent.name.trim().to_owned()),
            day,
            answered: sent.map_or(0, SentResponse::answered),
            asked: sent.map_or(0, |sent| sent.answers.chars().count()),
            standing,
            remarks: day
                .zip(today)
                .and_then(|(day, today)| odd_day(day, today))
                .into_iter()
                .collect(),
        });
    }
    all
}

/// The edits that take in all that can be.
pub fn edits(arrivals: &[Arrival]) -> Vec<SurveyEdit> {
    let taken = arrivals
        .iter()
        .filter_map(|arrival| match &arrival.standing {
            Standing::New(id, response) | Standing::Again(id, response) => {
                Some(SurveyEdit::SetResponse {
                    response: id.clone(),
                    content: Some(response.clone()),
                })
            }
            Standing::Older(_) | Standing::Here | Standing::Twice | Standing::Refused(_) => None,
        });
    taken.collect()
}

fn standing(
    model: &Model,
    assessment: &AssessmentId,
    survey: &Survey,
    taken: &[(ResponseId, Response)],
    sent: &SentResponse,
) -> Standing {
    let refused = |text: &str| Standing::Refused(text.to_owned());
    if sent.assessment != *assessment {
        return refused("These answers belong to another assessment.");
    }
    if !survey.questionnaires.contains_key(&sent.questionnaire) {
        return refused(
            "These answers are for a questionnaire that this assessment does not have, or has no longer.",
        );
    }
    let response = match sent.response(model) {
        Ok(response) => response,
        Err(error) => return Standing::Refused(error.to_string()),
    };
    if let Some((_, other)) = taken.iter().find(|(id, _)| *id == sent.response) {
        return match *other == response {
            true => Standing::Twice,
            false => refused(
                "Other answers of the same participant stand further up. Take in those that came last alone.",
            ),
        };
    }
    match survey.responses.get(&sent.response) {
        Some(here) if *here == response => Standing::Here,
        Some(Response { day: Some(day), .. }) if sent.day.is_some_and(|sent| sent < *day) => {
            Standing::Older(*day)
        }
        Some(_) => Standing::Again(sent.response.clone(), response),
        None => Standing::New(sent.response.clone(), response),
    }
}

/// A sentence where a day can hardly be right.
fn odd_day(day: Date, today: Date) -> Option<String> {
    let ago = today.number() - day.number();
    // Tomorrow is possible: it may be tomorrow already where the participant is.
    (!(-1..=USUAL_DAYS).contains(&ago)).then(|| {
        format!(
            "The clock of that machine said {day}. It may have been wrong; the answers are whole."
        )
    })
}
