//! A process assessment model: the indicators that help to judge the processes of a reference model
//! (ISO/IEC 33004:2015 clause 6).

use super::header::Header;
use super::id::{IndicatorId, ModelId, PhaseId, ProcessId, RoleId, SelectionId};
use super::role::Role;
use super::rule::Rule;

/// Indicators and guidance over one reference model, for one or more frameworks.
#[derive(Clone, Debug, PartialEq)]
pub struct AssessmentModel {
    pub header: Header,
    pub purpose: String,
    pub reference_model: ModelId,
    /// The assessment model whose indicators and guidance are taken over, where there is one.
    pub builds_on: Option<ModelId>,
    /// The frameworks that the generic practices are mapped to.
    pub frameworks: Vec<ModelId>,
    /// The levels covered, from 1 upwards without a gap.
    pub levels: Vec<u8>,
    pub selections: Vec<Selection>,
    pub processes: Vec<ProcessIndicators>,
    pub generic_practices: Vec<GenericPractice>,
    pub generic_resources: Vec<GenericResource>,
    pub generic_guidance: Vec<GenericGuidance>,
    pub glossary: Vec<Term>,
    /// In which order to bring the processes in, first to last. Empty where the file does not say.
    pub phases: Vec<ModelPhase>,
    /// Where the phases come from, and how sure that is. Empty only where there are none.
    pub phases_note: String,
    /// In which roles people are asked. Empty where the file does not say.
    pub roles: Vec<Role>,
    /// Ratings that do not go together.
    pub rules: Vec<Rule>,
}

/// A term of art, explained.
#[derive(Clone, Debug, PartialEq)]
pub struct Term {
    pub term: String,
    /// Other spellings, plurals and abbreviations.
    pub forms: Vec<String>,
    pub meaning: String,
}

/// A ready-made choice of processes to assess.
#[derive(Clone, Debug, PartialEq)]
pub struct Selection {
    pub id: SelectionId,
    pub title: String,
    /// When to choose it.
    pub when: String,
    pub processes: Vec<ProcessId>,
    pub highest_level: u8,
}

/// A stretch of the way to a whole set of processes (after the manner of ISO/IEC TR 20000-5).
#[derive(Clone, Debug, PartialEq)]
pub struct ModelPhase {
    pub id: PhaseId,
    pub title: String,
    /// What is in place at its end.
    pub aim: String,
    /// The processes on which work begins in it.
    pub processes: Vec<ProcessId>,
}

/// The indicators of one process at level 1.
#[derive(Clone, Debug, PartialEq)]
pub struct ProcessIndicators {
    pub process: ProcessId,
    pub practices: Vec<BasePractice>,
    pub information_items: Vec<InformationItem>,
    pub guidance: Vec<OutcomeGuidance>,
}

/// Something that people do to reach outcomes.
#[derive(Clone, Debug, PartialEq)]
pub struct BasePractice {
    pub id: String,
    pub text: String,
    pub outcomes: Vec<IndicatorId>,
}

/// Information that a process takes in or gives out; formerly called work product.
#[derive(Clone, Debug, PartialEq)]
pub struct InformationItem {
    pub id: String,
    pub name: String,
    pub direction: Direction,
    pub outcomes: Vec<IndicatorId>,
    pub holds: String,
}

/// Which way an information item goes, seen from the process.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    In,
    Out,
}

/// Guidance for rating one outcome.
#[derive(Clone, Debug, PartialEq)]
pub struct OutcomeGuidance {
    pub outcome: IndicatorId,
    pub guidance: Guidance,
}

/// Something that people do to reach achievements of a level, in any process.
#[derive(Clone, Debug, PartialEq)]
pub struct GenericPractice {
    pub id: String,
    pub text: String,
    pub achievements: Vec<AchievementRef>,
}

/// Something that helps to carry out generic practices.
#[derive(Clone, Debug, PartialEq)]
pub struct GenericResource {
    pub id: String,
    pub name: String,
    pub holds: String,
    pub achievements: Vec<AchievementRef>,
}

/// Guidance for rating achievements. One text may serve the same achievement in several frameworks.
#[derive(Clone, Debug, PartialEq)]
pub struct GenericGuidance {
    pub achievements: Vec<AchievementRef>,
    pub guidance: Guidance,
}

/// An achievement of a named framework, written `iso-33020-2015:PA2.1.a`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AchievementRef(String);

/// Help with rating one indicator, in plain words.
#[derive(Clone, Debug, PartialEq)]
pub struct Guidance {
    pub question: String,
    pub partially: String,
    pub largely: String,
    pub fully: String,
    /// Evidence to ask for.
    pub look_for: Vec<String>,
    /// The first useful step for those who are not there yet.
    pub recommendation: String,
    /// How it looks in service management, where the text is generic.
    pub example: Option<String>,
}

impl AchievementRef {
    pub fn new(framework: &ModelId, achievement: &IndicatorId) -> Self {
        Self(format!("{framework}:{achievement}"))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The framework and the achievement.
    pub fn parts(&self) -> (&str, &str) {
        self.0.split_once(':').unwrap_or(("", &self.0))
    }
}

impl From<&str> for AchievementRef {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl AssessmentModel {
    pub fn indicators(&self, process: &ProcessId) -> Option<&ProcessIndicators> {
        self.processes
            .iter()
            .find(|candidate| candidate.process == *process)
    }

    pub fn selection(&self, id: &SelectionId) -> Option<&Selection> {
        self.selections.iter().find(|selection| selection.id == *id)
    }

    pub fn role(&self, id: &RoleId) -> Option<&Role> {
        self.roles.iter().find(|role| role.id == *id)
    }

    /// All guidance, each with its place in the file.
    pub fn all_guidance(&self) -> impl Iterator<Item = (String, &Guidance)> {
        let outcomes = self.processes.iter().enumerate();
        let outcomes = outcomes.flat_map(|(index, process)| {
            let entries = process.guidance.iter().enumerate();
            entries.map(move |(number, entry)| {
                (
                    format!("processes[{index}].guidance[{number}].guidance"),
                    &entry.guidance,
                )
            })
        });
        let generic = self.generic_guidance.iter().enumerate();
        let generic = generic.map(|(index, entry)| {
            (
                format!("generic_guidance[{index}].guidance"),
                &entry.guidance,
            )
        });
        outcomes.chain(generic)
    }
}

impl Guidance {
    /// Its texts, each with the name of its field. What to look for is a list of its own.
    pub fn texts(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let must = [
            ("question", &self.question),
            ("partially", &self.partially),
            ("largely", &self.largely),
            ("fully", &self.fully),
            ("recommendation", &self.recommendation),
        ];
        let example = self.example.iter().map(|text| ("example", text));
        must.into_iter()
            .chain(example)
            .map(|(field, text)| (field, text.as_str()))
    }
}
