//! What the answers of participants say of each question, attribute and process. Only ratings are scored; the rest is counted.

use super::aggregation::Tally;
use super::id::{AttributeId, IndicatorId, ProcessId, RoleId};
use super::model::Model;
use super::scale::{Rank, Scale};
use super::survey::{PlainAnswer, Questionnaire, Response, ResponseAnswer, Survey};
use std::collections::BTreeMap;

/// How one rating is made of many answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scoring {
    /// The mean of the framework's numbers, as for all other ratings (ISO/IEC 33020:2015 clause 5.5.1).
    Numbers,
    /// The mean of the middles of the steps in percent, rounded to whole percent and mapped back by the limits of the scale
    /// (software-mediated process assessment, Shrestha et al. 2020).
    MidPoints,
}

/// The answers to one question, or to all of an attribute or process.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answers {
    /// How many answered each step, the lowest first.
    pub by_rank: Vec<u32>,
    pub not_applicable: u32,
    pub dont_know: u32,
    pub dont_understand: u32,
}

/// How much participants agree, by the coefficient of variation: standard deviation through mean. The bands are those of
/// Shrestha et al. 2020.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reliability {
    /// Below 30 %.
    High,
    /// 30 to 50 %.
    Medium,
    /// Above 50 %.
    Poor,
}

/// The answers about one process.
#[derive(Clone, Debug, PartialEq)]
pub struct ProcessAnswers {
    pub process: ProcessId,
    /// In the order of the model. Those that nobody was asked about are left out.
    pub attributes: Vec<AttributeAnswers>,
    pub all: Answers,
}

#[derive(Clone, Debug, PartialEq)]
pub struct AttributeAnswers {
    pub attribute: AttributeId,
    pub indicators: Vec<IndicatorAnswers>,
    pub all: Answers,
}

#[derive(Clone, Debug, PartialEq)]
pub struct IndicatorAnswers {
    pub indicator: IndicatorId,
    pub all: Answers,
    /// What participants wrote.
    pub comments: Vec<String>,
}

const HIGH_BELOW: f64 = 30.0;
const MEDIUM_TO: f64 = 50.0;

/// Everything that came back, of those in one role or of all, in the order of the model. What the model does not know is left out.
pub fn survey_answers(
    model: &Model,
    survey: &Survey,
    wanted: impl Fn(&Response, Option<&Questionnaire>) -> bool,
) -> Vec<ProcessAnswers> {
    let mut found: BTreeMap<(&ProcessId, &IndicatorId), Vec<&ResponseAnswer>> = BTreeMap::new();
    for response in survey.responses.values() {
        if wanted(response, survey.questionnaires.get(&response.questionnaire)) {
            for answer in &response.answers {
                let key = (&answer.process, &answer.indicator);
                found.entry(key).or_default().push(answer);
            }
        }
    }
    let scale = &model.framework.scale;
    let mut processes = Vec::new();
    for process in model.reference.processes.iter().map(|process| &process.id) {
        let mut attributes = Vec::new();
        for attribute in &model.framework.attributes {
            let indicators = model.indicators(process, attribute).iter();
            let indicators: Vec<IndicatorAnswers> = indicators
                .filter_map(|indicator| {
                    let answers = found.get(&(process, &indicator.id))?;
                    Some(of_indicator(scale, &indicator.id, answers))
                })
                .collect();
            if !indicators.is_empty() {
                attributes.push(AttributeAnswers {
                    attribute: attribute.id.clone(),
                    all: Answers::sum(scale, indicators.iter().map(|found| &found.all)),
                    indicators,
                });
            }
        }
        if !attributes.is_empty() {
            processes.push(ProcessAnswers {
                process: process.clone(),
                all: Answers::sum(scale, attributes.iter().map(|found| &found.all)),
                attributes,
            });
        }
    }
    processes
}

/// Whether a response came from somebody in this role. None: from anybody.
pub fn in_role(questionnaire: Option<&Questionnaire>, role: Option<&RoleId>) -> bool {
    role.is_none() || questionnaire.and_then(|found| found.role.as_ref()) == role
}

fn of_indicator(
    scale: &Scale,
    indicator: &IndicatorId,
    answers: &[&ResponseAnswer],
) -> IndicatorAnswers {
    let mut all = Answers::none(scale);
    for answer in answers {
        all.add(scale, &answer.answer);
    }
    let comments = answers.iter().map(|answer| answer.comment.trim());
    IndicatorAnswers {
        indicator: indicator.clone(),
        all,
        comments: comments
            .filter(|comment| !comment.is_empty())
            .map(str::to_owned)
            .collect(),
    }
}

impl Answers {
    pub fn none(scale: &Scale) -> Self {
        Self {
            by_rank: vec![0; scale.ratings.len()],
            not_applicable: 0,
            dont_know: 0,
            dont_understand: 0,
        }
    }

    /// Counts one answer. A rating that the scale does not have is nobody's answer.
    pub fn add(&mut self, scale: &Scale, answer: &PlainAnswer) {
        match answer {
            PlainAnswer::Rated(rating) => {
                let rank = scale.rank(rating).map(|rank| usize::from(rank.0));
                if let Some(count) = rank.and_then(|rank| self.by_rank.get_mut(rank)) {
                    *count += 1;
                }
            }
            PlainAnswer::NotApplicable => self.not_applicable += 1,
            PlainAnswer::DontKnow => self.dont_know += 1,
            PlainAnswer::DontUnderstand => self.dont_understand += 1,
        }
    }

    fn sum<'a>(scale: &Scale, parts: impl Iterator<Item = &'a Self>) -> Self {
        parts.fold(Self::none(scale), |mut all, part| {
            for (sum, count) in all.by_rank.iter_mut().zip(&part.by_rank) {
                *sum += count;
            }
            all.not_applicable += part.not_applicable;
            all.dont_know += part.dont_know;
            all.dont_understand += part.dont_understand;
            all
        })
    }

    /// How many answers are ratings.
    pub fn scored(&self) -> u32 {
        self.by_rank.iter().sum()
    }

    /// One rating of all. None where nothing was rated.
    pub fn rating(&self, model: &Model, scoring: Scoring) -> Option<Rank> {
        match scoring {
            Scoring::Numbers => {
                let mut tally = Tally::default();
                for (rank, count) in model.numbers.ranks().zip(&self.by_rank) {
                    tally.add(model.numbers.value(rank), *count, 1);
                }
                tally.mean(&model.numbers).map(|mean| mean.rank)
            }
            Scoring::MidPoints => {
                let scale = &model.framework.scale;
                let rating = scale.at_percent(self.mean_percent(scale)?.round())?;
                scale.rank(rating)
            }
        }
    }

    /// The mean of the middles of the steps, 0 to 100. None where nothing was rated.
    pub fn mean_percent(&self, scale: &Scale) -> Option<f64> {
        let count = f64::from(self.scored());
        let sum: f64 = self
            .in_percent(scale)
            .map(|(percent, count)| percent * count)
            .sum();
        (count > 0.0).then(|| sum / count)
    }

    /// Standard deviation through mean, both of the middles of the steps, in percent. The answers are all there are, so the
    /// deviation is divided by their number. None for fewer than two ratings, and where the mean is zero.
    pub fn variation(&self, scale: &Scale) -> Option<f64> {
        let mean = self.mean_percent(scale)?;
        if self.scored() < 2 || mean <= 0.0 {
            return None;
        }
        let squares: f64 = self
            .in_percent(scale)
            .map(|(percent, count)| (percent - mean).powi(2) * count)
            .sum();
        let deviation = (squares / f64::from(self.scored())).sqrt();
        Some(100.0 * deviation / mean)
    }

    /// The middle of each step in percent, with how often it was answered.
    fn in_percent<'a>(&'a self, scale: &'a Scale) -> impl Iterator<Item = (f64, f64)> + 'a {
        let middles = scale
            .ratings
            .iter()
            .map(|step| f64::midpoint(step.above, step.up_to));
        middles.zip(self.by_rank.iter().map(|count| f64::from(*count)))
    }
}

impl Reliability {
    /// The band of a coefficient of variation in percent.
    pub fn of(variation: f64) -> Self {
        if variation < HIGH_BELOW {
            Self::High
        } else if variation <= MEDIUM_TO {
            Self::Medium
        } else {
            Self::Poor
        }
    }
}
