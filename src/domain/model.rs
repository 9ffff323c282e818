//! A reference model, an assessment model over it and a framework, joined and ready for rating.

use super::aggregation::Numbers;
use super::assessment_model::{AchievementRef, AssessmentModel, Guidance};
use super::framework::{Attribute, Framework, RatedOn};
use super::id::{AttributeId, IndicatorId, ModelId, ProcessId};
use super::level::{LevelRule, Requirement};
use super::process::Process;
use super::reference_model::ReferenceModel;
use super::scale::{Rank, Rating};
use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

/// What an assessment is made over. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Model {
    pub framework: Arc<Framework>,
    pub reference: Arc<ReferenceModel>,
    pub assessment: Arc<AssessmentModel>,
    pub rule: LevelRule,
    pub numbers: Numbers,
    outcomes: BTreeMap<ProcessId, Vec<Indicator>>,
    achievements: BTreeMap<AttributeId, Vec<Indicator>>,
}

/// What is rated under an attribute: an outcome or an achievement, with its guidance.
#[derive(Clone, Debug, PartialEq)]
pub struct Indicator {
    pub id: IndicatorId,
    pub text: String,
    pub guidance: Option<Guidance>,
}

/// Why three model files do not fit together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Misfit {
    OtherReferenceModel {
        wanted: ModelId,
        given: ModelId,
    },
    FrameworkNotCovered {
        assessment_model: ModelId,
        framework: ModelId,
    },
    LevelRule {
        rating: String,
    },
    Aggregation,
}

impl Model {
    /// Joins three files.
    ///
    /// # Errors
    /// Where they do not name each other, or where the framework cannot be computed with.
    pub fn new(
        framework: Arc<Framework>,
        reference: Arc<ReferenceModel>,
        assessment: Arc<AssessmentModel>,
    ) -> Result<Self, Misfit> {
        if assessment.reference_model != reference.header.id {
            return Err(Misfit::OtherReferenceModel {
                wanted: assessment.reference_model.clone(),
                given: reference.header.id.clone(),
            });
        }
        if !assessment.frameworks.contains(&framework.header.id) {
            return Err(Misfit::FrameworkNotCovered {
                assessment_model: assessment.header.id.clone(),
                framework: framework.header.id.clone(),
            });
        }
        let rule = rule_of(&framework)?;
        let numbers = numbers_of(&framework).ok_or(Misfit::Aggregation)?;
        let outcomes = outcomes_of(&reference, &assessment);
        let achievements = achievements_of(&framework, &assessment);
        Ok(Self {
            framework,
            reference,
            assessment,
            rule,
            numbers,
            outcomes,
            achievements,
        })
    }

    /// What is rated under an attribute of a process, in the order of the file.
    pub fn indicators(&self, process: &ProcessId, attribute: &Attribute) -> &[Indicator] {
        let found = match attribute.rated_on {
            RatedOn::Outcomes => self.outcomes.get(process),
            RatedOn::Achievements => self.achievements.get(&attribute.id),
        };
        found.map_or(&[], Vec::as_slice)
    }

    /// One indicator of a process by its id.
    pub fn indicator(&self, process: &ProcessId, id: &IndicatorId) -> Option<&Indicator> {
        let attributes = self.framework.attributes.iter();
        attributes
            .flat_map(|attribute| self.indicators(process, attribute))
            .find(|indicator| indicator.id == *id)
    }

    /// The attribute that an indicator of a process belongs to.
    pub fn attribute_of(&self, process: &ProcessId, id: &IndicatorId) -> Option<&Attribute> {
        let holds = |attribute: &&Attribute| {
            self.indicators(process, attribute)
                .iter()
                .any(|found| found.id == *id)
        };
        self.framework.attributes.iter().find(holds)
    }

    pub fn process(&self, id: &ProcessId) -> Option<&Process> {
        self.reference.process(id)
    }

    /// The attributes up to a level, in the order of the file.
    pub fn attributes(&self, highest_level: u8) -> impl Iterator<Item = &Attribute> {
        self.framework
            .attributes
            .iter()
            .filter(move |attribute| attribute.level <= highest_level)
    }

    /// The number that stands for a rank in a mean.
    pub fn value(&self, rank: Rank) -> u32 {
        self.numbers.value(rank)
    }
}

/// The level rule of a framework, in ranks.
///
/// # Errors
/// Where the rule names a rating that the scale does not have.
pub fn rule_of(framework: &Framework) -> Result<LevelRule, Misfit> {
    let rank = |rating| {
        framework
            .scale
            .rank(rating)
            .ok_or_else(|| Misfit::LevelRule {
                rating: rating.as_str().to_owned(),
            })
    };
    let requirements = framework.level_rule.iter().map(|requirement| {
        Ok(Requirement {
            level: requirement.level,
            own: rank(&requirement.own)?,
            below: rank(&requirement.below)?,
        })
    });
    Ok(LevelRule::new(requirements.collect::<Result<_, _>>()?))
}

fn numbers_of(framework: &Framework) -> Option<Numbers> {
    let values = &framework.aggregations.first()?.values;
    let of_step = |code: &Rating| {
        values
            .iter()
            .find(|value| value.code == *code)
            .map(|value| value.value)
    };
    Numbers::new(
        framework
            .scale
            .ratings
            .iter()
            .map(|step| of_step(&step.code))
            .collect::<Option<_>>()?,
    )
}

fn outcomes_of(
    reference: &ReferenceModel,
    assessment: &AssessmentModel,
) -> BTreeMap<ProcessId, Vec<Indicator>> {
    let of_process = |process: &Process| {
        let guided = assessment.indicators(&process.id);
        let guidance = |id: &IndicatorId| {
            let entry = guided?.guidance.iter().find(|entry| entry.outcome == *id)?;
            Some(entry.guidance.clone())
        };
        let outcomes = process.outcomes.iter().map(|outcome| Indicator {
            id: outcome.id.clone(),
            text: outcome.text.clone(),
            guidance: guidance(&outcome.id),
        });
        (process.id.clone(), outcomes.collect())
    };
    reference.processes.iter().map(of_process).collect()
}

fn achievements_of(
    framework: &Framework,
    assessment: &AssessmentModel,
) -> BTreeMap<AttributeId, Vec<Indicator>> {
    let guidance = |id: &IndicatorId| {
        let wanted = AchievementRef::new(&framework.header.id, id);
        let entry = assessment
            .generic_guidance
            .iter()
            .find(|entry| entry.achievements.contains(&wanted))?;
        Some(entry.guidance.clone())
    };
    let of_attribute = |attribute: &Attribute| {
        let achievements = attribute.achievements.iter().map(|achievement| Indicator {
            id: achievement.id.clone(),
            text: achievement.text.clone(),
            guidance: guidance(&achievement.id),
        });
        (attribute.id.clone(), achievements.collect())
    };
    framework.attributes.iter().map(of_attribute).collect()
}

impl fmt::Display for Misfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OtherReferenceModel { wanted, given } => {
                write!(
                    f,
                    "The assessment model is made over the reference model {wanted}, not over {given}."
                )
            }
            Self::FrameworkNotCovered {
                assessment_model,
                framework,
            } => {
                write!(
                    f,
                    "The assessment model {assessment_model} does not cover the framework {framework}."
                )
            }
            Self::LevelRule { rating } => {
                write!(
                    f,
                    "The level rule names the rating {rating}, which the scale does not have."
                )
            }
            Self::Aggregation => {
                write!(
                    f,
                    "The first aggregation must give each rating of the scale a number, rising from low to high."
                )
            }
        }
    }
}
