//! A crosswalk: which clause of another publication is served by which process, attribute and achievement.

use super::assessment_model::AchievementRef;
use super::header::{Confidence, Header};
use super::id::{AttributeId, ModelId, ProcessId};

/// The clauses of one publication, each with what serves it.
#[derive(Clone, Debug, PartialEq)]
pub struct Crosswalk {
    pub header: Header,
    /// Short name of the publication with its edition: `ISO/IEC 20000-1:2018`.
    pub publication: String,
    pub kind: CrosswalkKind,
    /// The process sets that the rows speak of.
    pub reference_models: Vec<ModelId>,
    /// All clauses of the publication, also those that nothing serves.
    pub clauses: Vec<Clause>,
}

/// What the publication is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CrosswalkKind {
    /// One can conform to it clause by clause.
    Requirements,
    /// A set of practices to choose from.
    Practices,
}

/// One clause, practice, objective or control.
#[derive(Clone, Debug, PartialEq)]
pub struct Clause {
    /// Its number in the publication, for example `8.3.3`.
    pub id: String,
    pub title: String,
    pub rows: Vec<Row>,
}

/// One thing that serves a clause.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    pub process: Serving,
    pub role: Role,
    /// The attributes of the process that the clause touches.
    pub attributes: Vec<AttributeId>,
    /// Single achievements that the clause touches, where not the whole attribute is meant.
    pub achievements: Vec<AchievementRef>,
    pub confidence: Confidence,
    /// Whether a publication states the link; otherwise it is ours.
    pub published: bool,
    pub note: String,
}

/// Which processes serve a clause.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Serving {
    /// Every process of the management system, written `all`.
    All,
    One(ProcessId),
}

/// How much a process has to do with a clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    Main,
    Supporting,
}

impl Crosswalk {
    /// How many clauses something serves.
    pub fn mapped(&self) -> usize {
        let served = |clause: &&Clause| !clause.rows.is_empty();
        self.clauses.iter().filter(served).count()
    }
}

impl Serving {
    /// Whether a process is meant.
    pub fn includes(&self, process: &ProcessId) -> bool {
        match self {
            Self::All => true,
            Self::One(id) => id == process,
        }
    }
}

impl From<&str> for Serving {
    fn from(text: &str) -> Self {
        match text {
            "all" => Self::All,
            id => Self::One(id.into()),
        }
    }
}
