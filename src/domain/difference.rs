//! What differs between two states: of one assessment at two times, or of two assessments.

use super::answer::{Answer, Answers, Place};
use super::assessment::Assessment;
use super::edit::ModelRef;
use super::framework::Attribute;
use super::id::{AttributeId, MethodId, ProcessId};
use super::model::Model;
use super::profile::LevelRange;
use super::result::{AttributeResult, ProcessResult, process_result};
use super::scale::{Rank, Rating};
use super::subject::Subject;
use std::collections::BTreeMap;

/// Only what differs is in it. The difference of B to A is that of A to B with the two sides exchanged.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    /// What makes the two less comparable; to be said before anything else.
    pub conditions: Vec<Condition>,
    /// The processes in both scopes, in the order of the later model.
    pub processes: Vec<ProcessDifference>,
}

/// What is on each side of a difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sides<T> {
    pub from: T,
    pub to: T,
}

/// An assessment with the model that it was made over.
#[derive(Clone, Copy, Debug)]
pub struct State<'a> {
    pub model: &'a Model,
    pub assessment: &'a Assessment,
}

/// A condition of the assessment that differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Condition {
    Model(Sides<ModelRef>),
    Framework(Sides<ModelRef>),
    Method(Sides<MethodId>),
    HighestLevel(Sides<u8>),
    /// The processes that are in scope on one side only.
    Scope(Sides<Vec<ProcessId>>),
}

/// Which way something went.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ChangeKind {
    Rose,
    Fell,
    Same,
    /// What is not rated on one side, or could not be rated within its scope, could be what is rated on the other.
    NotComparable,
}

/// What differs in one process.
#[derive(Clone, Debug, PartialEq)]
pub struct ProcessDifference {
    pub process: ProcessId,
    /// None where nothing is rated.
    pub level: Sides<Option<LevelRange>>,
    pub kind: ChangeKind,
    /// In the order of the framework.
    pub attributes: Vec<AttributeDifference>,
}

/// What differs in one attribute.
#[derive(Clone, Debug, PartialEq)]
pub struct AttributeDifference {
    pub attribute: AttributeId,
    /// None where it has no rating.
    pub rank: Sides<Option<RankRange>>,
    pub kind: ChangeKind,
    /// What people said otherwise, in the order of the model. Where a whole attribute was rated or settled, that comes first.
    pub answers: Vec<AnswerDifference>,
}

/// The rating of an attribute with the range that the blanks leave open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RankRange {
    /// Perhaps a refined one.
    pub rating: Rating,
    pub rank: Rank,
    pub lowest: Rank,
    pub highest: Rank,
}

/// Something that people said otherwise.
#[derive(Clone, Debug, PartialEq)]
pub struct AnswerDifference {
    pub subject: Subject,
    pub answer: Sides<Answer>,
    pub kind: ChangeKind,
}

impl Difference {
    pub fn is_empty(&self) -> bool {
        self.conditions.is_empty() && self.processes.is_empty()
    }
}

impl ChangeKind {
    /// A level rose or fell only where that is so whatever the blanks would be.
    pub fn of_levels(sides: Sides<Option<LevelRange>>) -> Self {
        let range = |range: LevelRange| (range.lowest, range.highest);
        Self::of_ranges(sides.from.map(range), sides.to.map(range))
    }

    /// As [`Self::of_levels`], of the rating of an attribute.
    pub fn of_ranks(sides: Sides<Option<&RankRange>>) -> Self {
        let range = |range: &RankRange| (range.lowest.0, range.highest.0);
        Self::of_ranges(sides.from.map(range), sides.to.map(range))
    }

    fn of_ranges(from: Option<(u8, u8)>, to: Option<(u8, u8)>) -> Self {
        match (from, to) {
            (None, None) => Self::Same,
            (Some(from), Some(to)) if from == to => Self::Same,
            (Some(from), Some(to)) if from.1 < to.0 => Self::Rose,
            (Some(from), Some(to)) if to.1 < from.0 => Self::Fell,
            _ => Self::NotComparable,
        }
    }

    /// The same seen from the other side.
    #[must_use]
    pub fn reversed(self) -> Self {
        match self {
            Self::Rose => Self::Fell,
            Self::Fell => Self::Rose,
            Self::Same | Self::NotComparable => self,
        }
    }
}

impl<T> Sides<T> {
    /// Asks each side the same.
    pub fn map<U>(self, mut ask: impl FnMut(T) -> U) -> Sides<U> {
        Sides {
            from: ask(self.from),
            to: ask(self.to),
        }
    }

    /// What is on the left comes to the right.
    #[must_use]
    pub fn reversed(self) -> Self {
        Self {
            from: self.to,
            to: self.from,
        }
    }
}

/// What differs between two states.
pub fn difference(from: State<'_>, to: State<'_>) -> Difference {
    let states = Sides { from, to };
    let comparison = Comparison {
        states,
        answers: states.map(|state| Answers::new(state.model, state.assessment)),
        same_scale: scale(from) == scale(to),
    };
    let in_both = |process: &ProcessId| {
        from.assessment.scope.contains(process) && to.assessment.scope.contains(process)
    };
    let processes = to.model.reference.processes.iter();
    Difference {
        conditions: conditions(states),
        processes: processes
            .filter(|process| in_both(&process.id))
            .filter_map(|process| comparison.process(&process.id))
            .collect(),
    }
}

/// The codes of the scale. Ranks mean the same only where these are the same.
fn scale(state: State<'_>) -> Vec<&Rating> {
    let steps = &state.model.framework.scale.ratings;
    steps.iter().map(|step| &step.code).collect()
}

fn conditions(states: Sides<State<'_>>) -> Vec<Condition> {
    fn differing<T: PartialEq>(sides: Sides<T>) -> Option<Sides<T>> {
        (sides.from != sides.to).then_some(sides)
    }
    let assessments = states.map(|state| state.assessment);
    let scopes = assessments.map(|assessment| &assessment.scope);
    let only = |here: &[ProcessId], there: &[ProcessId]| -> Vec<ProcessId> {
        let only = here.iter().filter(|process| !there.contains(process));
        only.cloned().collect()
    };
    let scope = Sides {
        from: only(scopes.from, scopes.to),
        to: only(scopes.to, scopes.from),
    };
    let empty = scope.from.is_empty() && scope.to.is_empty();
    [
        differing(assessments.map(|found| found.model.clone())).map(Condition::Model),
        differing(assessments.map(|found| found.framework.clone())).map(Condition::Framework),
        differing(assessments.map(|found| found.method.clone())).map(Condition::Method),
        differing(assessments.map(|found| found.highest_level)).map(Condition::HighestLevel),
        (!empty).then_some(Condition::Scope(scope)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Two states side by side.
struct Comparison<'a> {
    states: Sides<State<'a>>,
    answers: Sides<Answers<'a>>,
    same_scale: bool,
}

impl Comparison<'_> {
    fn process(&self, process: &ProcessId) -> Option<ProcessDifference> {
        let results = self
            .states
            .map(|state| process_result(state.model, state.assessment, process));
        let results = Sides {
            from: &results.from,
            to: &results.to,
        };
        let level = results.map(level_range);
        let attributes = self.states.to.model.framework.attributes.iter();
        let attributes: Vec<AttributeDifference> = attributes
            .filter_map(|attribute| self.attribute(process, attribute, results))
            .collect();
        let same = level.from == level.to && attributes.is_empty();
        (!same).then(|| ProcessDifference {
            process: process.clone(),
            kind: ChangeKind::of_levels(self.beyond_scope(level)),
            level,
            attributes,
        })
    }

    /// A level at the end of its scope could be higher where the scope of the other side goes further.
    fn beyond_scope(&self, level: Sides<Option<LevelRange>>) -> Sides<Option<LevelRange>> {
        let caps = self.states.map(|state| state.assessment.highest_level);
        let open = |range: LevelRange, cap: u8, other: u8| LevelRange {
            highest: if range.highest == cap {
                cap.max(other)
            } else {
                range.highest
            },
            ..range
        };
        Sides {
            from: level.from.map(|range| open(range, caps.from, caps.to)),
            to: level.to.map(|range| open(range, caps.to, caps.from)),
        }
    }

    /// None where nothing differs, or where it is out of scope on one side.
    fn attribute(
        &self,
        process: &ProcessId,
        attribute: &Attribute,
        results: Sides<&ProcessResult>,
    ) -> Option<AttributeDifference> {
        let from = results.from.attribute(&attribute.id)?;
        let to = results.to.attribute(&attribute.id)?;
        let rank = Sides { from, to }.map(rank_range);
        let ranks = Sides {
            from: rank.from.as_ref(),
            to: rank.to.as_ref(),
        };
        let kind = match ranks {
            _ if self.same_scale => ChangeKind::of_ranks(ranks),
            _ => ChangeKind::NotComparable,
        };
        let answers = self.answers(process, attribute);
        let same = rank.from == rank.to && answers.is_empty();
        (!same).then(|| AttributeDifference {
            attribute: attribute.id.clone(),
            kind,
            rank,
            answers,
        })
    }

    fn answers(&self, process: &ProcessId, attribute: &Attribute) -> Vec<AnswerDifference> {
        let places = Sides {
            from: self.answers.from.places(process, attribute),
            to: self.answers.to.places(process, attribute),
        };
        let mut all = places.from.clone();
        all.extend(places.to.clone());
        let differing = all.into_iter().filter_map(|(place, subject)| {
            // What was said of a removed instance does not count.
            let of = |answers: &Answers<'_>, places: &BTreeMap<Place, Subject>| {
                if places.contains_key(&place) {
                    answers.of(&subject)
                } else {
                    Answer::default()
                }
            };
            let answer = Sides {
                from: of(&self.answers.from, &places.from),
                to: of(&self.answers.to, &places.to),
            };
            (answer.from.what != answer.to.what).then(|| AnswerDifference {
                kind: self.answer_kind(&answer),
                subject,
                answer,
            })
        });
        differing.collect()
    }

    /// What does not apply, or was not said, is not comparable with a rating.
    fn answer_kind(&self, answer: &Sides<Answer>) -> ChangeKind {
        let scales = self.states.map(|state| &state.model.framework.scale);
        let from = answer
            .from
            .rating()
            .and_then(|found| scales.from.rank(found));
        let to = answer.to.rating().and_then(|found| scales.to.rank(found));
        let exactly = |rank: Rank| (rank.0, rank.0);
        match (from, to) {
            (Some(from), Some(to)) if self.same_scale => {
                ChangeKind::of_ranges(Some(exactly(from)), Some(exactly(to)))
            }
            _ => ChangeKind::NotComparable,
        }
    }
}

fn level_range(result: &ProcessResult) -> Option<LevelRange> {
    (result.progress.rated > 0).then_some(LevelRange {
        level: result.level,
        lowest: result.lowest,
        highest: result.highest,
    })
}

fn rank_range(result: &AttributeResult) -> Option<RankRange> {
    let rank = result.standing.rank()?;
    Some(RankRange {
        rating: result.standing.rating()?.clone(),
        rank,
        lowest: result.lowest.unwrap_or(rank),
        highest: result.highest.unwrap_or(rank),
    })
}
