//! A measurement framework: levels, process attributes, scale and rules of one edition of a standard.

use super::aggregation::Aggregation;
use super::header::{Confidence, Header};
use super::id::{AttributeId, IndicatorId, MethodId};
use super::level::LevelRequirement;
use super::risk_rules::RiskRules;
use super::scale::{Rating, Scale};

/// Everything about measuring that the engine needs to know. How many levels and attributes there are is up to the file.
#[derive(Clone, Debug, PartialEq)]
pub struct Framework {
    pub header: Header,
    /// The edition of the standard, for example `ISO/IEC 33020:2015`.
    pub edition: String,
    /// The quality characteristic that is measured.
    pub characteristic: String,
    pub scale: Scale,
    pub levels: Vec<Level>,
    pub level_rule: Vec<LevelRequirement>,
    pub attributes: Vec<Attribute>,
    pub methods: Vec<RatingMethod>,
    pub aggregations: Vec<Aggregation>,
    /// How gaps make a risk. None where the file does not say.
    pub risk: Option<RiskRules>,
    /// How much work each step up the scale takes at first. Empty where the file does not say.
    pub efforts: Vec<StepEffort>,
}

/// A capability level, from 0 upwards.
#[derive(Clone, Debug, PartialEq)]
pub struct Level {
    pub level: u8,
    pub name: String,
    pub meaning: String,
}

/// A process attribute: one measurable side of capability, belonging to one level.
#[derive(Clone, Debug, PartialEq)]
pub struct Attribute {
    pub id: AttributeId,
    pub level: u8,
    pub title: String,
    pub meaning: String,
    /// Where in the standard it stands.
    pub source: String,
    pub confidence: Confidence,
    /// What typically goes wrong when it is missing.
    pub effect: String,
    pub rated_on: RatedOn,
    pub achievements: Vec<Achievement>,
}

/// What the indicators of an attribute are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RatedOn {
    /// The outcomes of the process at hand.
    Outcomes,
    /// The achievements of the attribute, the same for every process.
    Achievements,
}

/// One thing that is true where the attribute is achieved.
#[derive(Clone, Debug, PartialEq)]
pub struct Achievement {
    pub id: IndicatorId,
    /// The letter in the standard.
    pub letter: char,
    pub text: String,
}

/// A way to come to attribute ratings (ISO/IEC 33020:2015).
#[derive(Clone, Debug, PartialEq)]
pub struct RatingMethod {
    pub id: MethodId,
    pub title: String,
    pub meaning: String,
    pub rates: Rates,
}

/// What a person rates under a method; all else is computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rates {
    /// Each indicator for each process instance.
    Indicators,
    /// Each attribute for each process instance.
    Attributes,
    /// Each attribute once for the whole process.
    Process,
}

/// The work that raises one indicator to a rating from the one below it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepEffort {
    pub to: Rating,
    /// Person-hours, 1 to 1000.
    pub hours: u32,
}

impl Framework {
    pub fn attribute(&self, id: &AttributeId) -> Option<&Attribute> {
        self.attributes.iter().find(|attribute| attribute.id == *id)
    }

    pub fn level(&self, level: u8) -> Option<&Level> {
        self.levels
            .iter()
            .find(|candidate| candidate.level == level)
    }

    pub fn method(&self, id: &MethodId) -> Option<&RatingMethod> {
        self.methods.iter().find(|method| method.id == *id)
    }

    /// The highest capability level of the framework.
    pub fn highest_level(&self) -> u8 {
        self.levels
            .iter()
            .map(|level| level.level)
            .max()
            .unwrap_or(0)
    }

    /// Name of a level, empty where the framework has no such level.
    pub fn level_name(&self, level: u8) -> &str {
        self.level(level).map_or("", |level| &level.name)
    }
}
