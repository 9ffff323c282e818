//! How far the evidence covers what the class of an assessment demands (ISO/IEC 33002, 4.6): evidence behind each attribute, and
//! instances of each process.

use super::assessment::Assessment;
use super::assessment_class::Demand;
use super::evidence::EvidenceKind;
use super::id::{AttributeId, EvidenceId, ProcessId};
use super::model::Model;
use super::subject::{Item, Subject};
use std::collections::{BTreeMap, BTreeSet};

/// What stands behind one process.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProcessCoverage {
    pub process: ProcessId,
    /// How many instances are assessed.
    pub instances: usize,
    /// How many more the class demands, unless there are no more.
    pub fewer_instances: usize,
    /// The attributes up to the highest level in scope, in the order of the framework.
    pub attributes: Vec<AttributeCoverage>,
}

/// What stands behind one attribute of a process: cited by the attribute itself or by any of its indicators, in any instance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AttributeCoverage {
    pub attribute: AttributeId,
    /// How many pieces of each kind there are, each piece counted once.
    pub kinds: BTreeMap<EvidenceKind, usize>,
    /// What the class demands and is not there. Empty where no class is chosen.
    pub lacks: Vec<Lack>,
}

/// A kind of evidence that is demanded and missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lack {
    /// A document or a record.
    Product,
    Testimony,
    /// Any piece at all.
    Piece,
}

/// What stands behind an attribute, by process.
type Behind<'a> = BTreeMap<(&'a ProcessId, &'a AttributeId), BTreeSet<&'a EvidenceId>>;

/// All processes in scope that the model has, in the order of the model. `demand` is none where no class is chosen.
pub fn coverage(
    model: &Model,
    assessment: &Assessment,
    demand: Option<Demand>,
) -> Vec<ProcessCoverage> {
    let behind = behind(model, assessment);
    let processes = model.reference.processes.iter().map(|process| &process.id);
    let in_scope = processes.filter(|id| assessment.scope.contains(id));
    let of_process = |process: &ProcessId| {
        let instances = assessment.instances(process).len();
        let wanted = demand.map_or(0, |demand| usize::from(demand.instances));
        let attributes = model.attributes(assessment.highest_level);
        let of_attribute = |id: &AttributeId| {
            let kinds = kinds(assessment, behind.get(&(process, id)));
            AttributeCoverage {
                attribute: id.clone(),
                lacks: demand.map_or_else(Vec::new, |demand| lacks(&kinds, demand)),
                kinds,
            }
        };
        ProcessCoverage {
            process: process.clone(),
            instances,
            fewer_instances: wanted.saturating_sub(instances),
            attributes: attributes
                .map(|attribute| of_attribute(&attribute.id))
                .collect(),
        }
    };
    in_scope.map(of_process).collect()
}

/// The pieces behind each attribute. What an instance that was removed rests on does not count.
fn behind<'a>(model: &'a Model, assessment: &'a Assessment) -> Behind<'a> {
    let mut behind = Behind::new();
    let cited = assessment.evidence.cited();
    for (subject, pieces) in cited.filter(|(subject, _)| is_assessed(assessment, subject)) {
        let Some(attribute) = attribute_of(model, subject) else {
            continue;
        };
        let there = pieces
            .iter()
            .filter(|id| assessment.evidence.get(id).is_some());
        let place = (&subject.process, attribute);
        behind.entry(place).or_default().extend(there);
    }
    behind
}

/// Whether it is about the whole process or about an instance that is there.
fn is_assessed(assessment: &Assessment, subject: &Subject) -> bool {
    subject.instance.as_ref().is_none_or(|instance| {
        let instances = assessment.instances(&subject.process);
        instances.iter().any(|found| found.id == *instance)
    })
}

fn attribute_of<'a>(model: &'a Model, subject: &'a Subject) -> Option<&'a AttributeId> {
    match &subject.item {
        Item::Attribute(id) => Some(id),
        Item::Indicator(id) => Some(&model.attribute_of(&subject.process, id)?.id),
    }
}

fn kinds(
    assessment: &Assessment,
    pieces: Option<&BTreeSet<&EvidenceId>>,
) -> BTreeMap<EvidenceKind, usize> {
    let mut kinds = BTreeMap::new();
    let pieces = pieces.into_iter().flatten();
    for piece in pieces.filter_map(|id| assessment.evidence.get(id)) {
        *kinds.entry(piece.kind).or_default() += 1;
    }
    kinds
}

/// An observation counts as a piece, but stands neither for a product nor for what somebody told.
fn lacks(kinds: &BTreeMap<EvidenceKind, usize>, demand: Demand) -> Vec<Lack> {
    if !demand.products_and_testimony {
        return if kinds.is_empty() {
            vec![Lack::Piece]
        } else {
            Vec::new()
        };
    }
    let product = kinds.keys().any(|kind| kind.is_product());
    let testimony = kinds.contains_key(&EvidenceKind::Testimony);
    let lack = |there: bool, lack: Lack| (!there).then_some(lack);
    let lacks = [
        lack(product, Lack::Product),
        lack(testimony, Lack::Testimony),
    ];
    lacks.into_iter().flatten().collect()
}
