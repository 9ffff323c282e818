//! The smallest path as people read it: what to raise, what that takes, and the actions that it would make.

use super::words;
use crate::domain::action::ActionField;
use crate::domain::assessment::Assessment;
use crate::domain::effort::efforts;
use crate::domain::framework::Attribute;
use crate::domain::id::ProcessId;
use crate::domain::model::Model;
use crate::domain::path::{Path, Selection, selection};
use crate::domain::raise::Raise;
use crate::domain::result::ProcessResult;
use crate::domain::scale::{Rank, Rating};
use crate::domain::subject::Subject;
use crate::domain::target::{level_rank, target_rank};

/// Where a path leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aim {
    /// The target of each process.
    Target,
    /// The same level for all.
    Level(u8),
}

/// The paths of some processes.
#[derive(Clone, Debug, PartialEq)]
pub struct PathList {
    /// Those that are not there yet, in the order of the model.
    pub processes: Vec<ProcessSteps>,
    /// Names of those that need nothing.
    pub there: Vec<String>,
    /// Person-hours of all.
    pub hours: u32,
    pub ratings: usize,
    pub exact: bool,
    /// How many of the attributes to raise are not rated at all.
    pub unrated: usize,
}

/// What leads one process there.
#[derive(Clone, Debug, PartialEq)]
pub struct ProcessSteps {
    pub process: ProcessId,
    pub name: String,
    pub hours: u32,
    pub attributes: Vec<AttributeSteps>,
    /// Names of attributes that no rating can lift, because nothing under them applies.
    pub out_of_reach: Vec<String>,
}

/// What lifts one attribute.
#[derive(Clone, Debug, PartialEq)]
pub struct AttributeSteps {
    pub name: String,
    /// The rating that it has, "not rated" where it has none.
    pub now: String,
    pub unrated: bool,
    /// "L or F".
    pub needs: String,
    pub hours: u32,
    pub steps: Vec<PathStep>,
}

/// One rating to raise.
#[derive(Clone, Debug, PartialEq)]
pub struct PathStep {
    pub subject: Subject,
    pub expected: Rating,
    pub item: String,
    pub text: String,
    pub instance: Option<String>,
    /// "P to L".
    pub raise: String,
    pub hours: u32,
    /// What the model recommends; empty where it says nothing.
    pub recommendation: String,
    /// Whether an action of the plan promises it already.
    pub planned: bool,
}

impl Aim {
    /// The rank that an attribute of a process needs; none where nothing is asked of it.
    pub fn rank(
        self,
        model: &Model,
        assessment: &Assessment,
        process: &ProcessId,
        attribute: &Attribute,
    ) -> Option<Rank> {
        match self {
            Self::Target => target_rank(model, assessment, process, attribute),
            Self::Level(level) => level_rank(model, attribute, level),
        }
    }

    /// "its target", "level 2": what one process reaches.
    pub fn of_one(self) -> String {
        match self {
            Self::Target => "its target".to_owned(),
            Self::Level(level) => format!("level {level}"),
        }
    }

    /// "their targets", "level 2": what several processes reach.
    pub fn of_several(self) -> String {
        match self {
            Self::Target => "their targets".to_owned(),
            Self::Level(level) => format!("level {level}"),
        }
    }
}

/// The cheapest paths of some processes, by the hours that count for the assessment.
pub fn paths(
    model: &Model,
    assessment: &Assessment,
    processes: &[ProcessId],
    aim: Aim,
) -> Selection {
    let needs = |process: &ProcessId, attribute: &Attribute| {
        aim.rank(model, assessment, process, attribute)
    };
    let efforts = efforts(model, assessment);
    selection(model, assessment, processes, needs, &efforts)
}

/// Puts paths into words. `results` are those of the processes, and perhaps of others.
pub fn path_list(
    model: &Model,
    assessment: &Assessment,
    results: &[ProcessResult],
    selection: &Selection,
    aim: Aim,
) -> PathList {
    let telling = Telling {
        model,
        assessment,
        results,
        aim,
    };
    let is_there = |path: &Path| path.raises.is_empty() && path.out_of_reach.is_empty();
    let (there, open): (Vec<_>, Vec<_>) =
        selection.paths.iter().partition(|(_, path)| is_there(path));
    let there = there
        .iter()
        .map(|(process, _)| words::process(model, process));
    let ratings = open.iter().map(|(_, path)| path.raises.len());
    let processes: Vec<ProcessSteps> = open
        .iter()
        .map(|(process, path)| telling.process(process, path))
        .collect();
    let attributes = processes.iter().flat_map(|process| &process.attributes);
    PathList {
        there: there.collect(),
        hours: selection.cost,
        ratings: ratings.sum(),
        exact: selection.exact,
        unrated: attributes.filter(|found| found.unrated).count(),
        processes,
    }
}

struct Telling<'a> {
    model: &'a Model,
    assessment: &'a Assessment,
    results: &'a [ProcessResult],
    aim: Aim,
}

impl Telling<'_> {
    fn process(&self, process: &ProcessId, path: &Path) -> ProcessSteps {
        let attributes = path
            .raises
            .chunk_by(|one, next| one.attribute == next.attribute);
        let out_of_reach = path.out_of_reach.iter();
        ProcessSteps {
            process: process.clone(),
            name: words::process(self.model, process),
            hours: path.cost,
            attributes: attributes
                .filter_map(|raises| self.attribute(process, raises))
                .collect(),
            out_of_reach: out_of_reach
                .map(|id| words::attribute(self.model, id))
                .collect(),
        }
    }

    fn attribute(&self, process: &ProcessId, raises: &[Raise]) -> Option<AttributeSteps> {
        let id = &raises.first()?.attribute;
        let attribute = self.model.framework.attribute(id)?;
        let result = self.results.iter().find(|found| found.process == *process);
        let standing = result.and_then(|result| result.attribute(id));
        let now = standing.and_then(|found| found.standing.rating());
        let needs = self
            .aim
            .rank(self.model, self.assessment, process, attribute)?;
        let hours = raises.iter().map(|raise| raise.cost);
        Some(AttributeSteps {
            name: words::attribute(self.model, id),
            now: now.map_or_else(|| "not rated".to_owned(), ToString::to_string),
            unrated: now.is_none(),
            needs: words::needed(self.model, needs),
            hours: hours.fold(0, u32::saturating_add),
            steps: raises.iter().map(|raise| self.step(raise)).collect(),
        })
    }

    fn step(&self, raise: &Raise) -> PathStep {
        let subject = &raise.subject;
        PathStep {
            expected: self.model.framework.scale.rating(raise.to).clone(),
            item: words::subject_id(subject).to_owned(),
            text: words::subject(self.model, subject),
            instance: words::instance(self.assessment, subject),
            raise: words::raise(self.model, raise),
            hours: raise.cost,
            recommendation: words::recommendation(self.model, subject),
            planned: self.is_planned(subject, raise.to),
            subject: subject.clone(),
        }
    }

    /// Whether an action promises it, for this instance or for all.
    fn is_planned(&self, subject: &Subject, to: Rank) -> bool {
        let everywhere = Subject {
            instance: None,
            ..subject.clone()
        };
        let scale = &self.model.framework.scale;
        let actions = self.assessment.improvement.actions();
        let mut lifts = actions
            .filter(|(_, action)| action.counts())
            .flat_map(|(_, action)| &action.lifts);
        lifts.any(|(lifted, rating)| {
            (lifted == subject || *lifted == everywhere) && scale.rank(rating) >= Some(to)
        })
    }
}

impl PathList {
    /// The fields of one new action a process, for what no action promises yet. The first one takes the whole action back.
    pub fn actions(&self, aim: Aim) -> Vec<Vec<ActionField>> {
        let action = |process: &ProcessSteps| {
            let steps = process.attributes.iter().flat_map(|found| &found.steps);
            let mut open = steps.filter(|step| !step.planned).peekable();
            open.peek()?;
            let title = format!("Raise {} to {}", process.name, aim.of_one());
            let lifts = open.map(|step| ActionField::Lift {
                subject: step.subject.clone(),
                expected: Some(step.expected.clone()),
            });
            let first = [
                ActionField::Removed { removed: false },
                ActionField::Title { title },
            ];
            Some(first.into_iter().chain(lifts).collect())
        };
        self.processes.iter().filter_map(action).collect()
    }

    /// What to keep in mind where attributes are not rated: a mean needs one rating, so one is enough there.
    pub fn caution(&self) -> Option<String> {
        match self.unrated {
            0 => None,
            1 => Some("1 attribute is not rated yet, and one rating is enough for a mean. Rate it to see the work that it needs.".to_owned()),
            count => Some(format!("{count} attributes are not rated yet, and one rating of each is enough for a mean. Rate them to see the work that they need.")),
        }
    }

    /// "14 ratings to raise in 3 processes, 26 days of work."
    pub fn total(&self, effort: &str) -> String {
        let processes = match self.processes.len() {
            1 => "1 process".to_owned(),
            count => format!("{count} processes"),
        };
        let ratings = words::count(self.ratings, "rating");
        format!("{ratings} to raise in {processes}: {effort} of work.")
    }
}
