//! Ratings that do not go together, by the consistency rules of the assessment model.

use super::assessment::Assessment;
use super::framework::{Attribute, Rates};
use super::id::{InstanceId, ProcessId};
use super::indicator_ref::Named;
use super::model::{Indicator, Model};
use super::result::rates;
use super::rule::{Condition, Rule};
use super::scale::Rank;
use super::subject::Subject;

/// A rule that is broken at one place.
#[derive(Clone, Debug, PartialEq)]
pub struct Doubt<'a> {
    pub rule: &'a Rule,
    /// What the doubt is about.
    pub subject: Subject,
    /// What it does not go together with; empty where the rule speaks of the subject alone.
    pub against: Vec<Subject>,
    /// Why people let it stand. None: nobody did.
    pub stands: Option<&'a str>,
}

/// Something rated in one instance of a process.
struct Rated<'a> {
    attribute: &'a Attribute,
    indicator: &'a Indicator,
    subject: Subject,
    rank: Rank,
}

/// The doubts about the ratings of one process, in the order of the rules. Rules speak of indicators, so there are none where
/// attributes are rated as a whole.
pub fn doubts<'a>(
    model: &'a Model,
    assessment: &'a Assessment,
    process: &ProcessId,
) -> Vec<Doubt<'a>> {
    let mut all = Vec::new();
    if model.assessment.rules.is_empty() || rates(model, assessment) != Rates::Indicators {
        return all;
    }
    for instance in assessment.instances(process) {
        let here = rated(model, assessment, process, &instance.id);
        for rule in &model.assessment.rules {
            let Some((first, others)) = rule.when.split_first() else {
                continue;
            };
            let about = fulfilling(model, assessment, &here, first);
            if about.is_empty() {
                continue;
            }
            let against: Option<Vec<Vec<Subject>>> = others
                .iter()
                .map(|condition| anywhere(model, assessment, process, &here, condition))
                .collect();
            let Some(against) = against else { continue };
            let against = against.concat();
            all.extend(about.into_iter().map(|subject| {
                Doubt {
                    rule,
                    stands: assessment
                        .overrides
                        .get(&(rule.id.clone(), subject.clone()))
                        .map(String::as_str),
                    subject,
                    against: against.clone(),
                }
            }));
        }
    }
    let place = |doubt: &Doubt<'_>| {
        let rules = &model.assessment.rules;
        rules.iter().position(|rule| rule.id == doubt.rule.id)
    };
    all.sort_by_key(place);
    all
}

/// The other processes whose ratings some doubt about this one can rest on.
pub fn resting_on(model: &Model, process: &ProcessId) -> Vec<ProcessId> {
    let Some(own) = model.process(process) else {
        return Vec::new();
    };
    let is_own = |name: &str| {
        own.id.as_str() == name || own.outcomes.iter().any(|found| found.id.as_str() == name)
    };
    let about = |rule: &&Rule| {
        let first = rule.when.first();
        first.is_some_and(|first| first.items.iter().any(|item| is_own(item.as_str())))
    };
    let items = model
        .assessment
        .rules
        .iter()
        .filter(about)
        .flat_map(|rule| rule.when.iter().skip(1))
        .flat_map(|condition| &condition.items);
    let mut others: Vec<ProcessId> = items
        .filter(|item| item.of_framework().is_none())
        .filter_map(|item| process_of(model, item.as_str()))
        .filter(|other| *other != own.id)
        .collect();
    others.sort();
    others.dedup();
    others
}

/// Where a condition holds: in this instance, or, for outcomes of other processes, in any instance of theirs. None where it does
/// not hold at all.
fn anywhere(
    model: &Model,
    assessment: &Assessment,
    process: &ProcessId,
    here: &[Rated<'_>],
    condition: &Condition,
) -> Option<Vec<Subject>> {
    let mut found = fulfilling(model, assessment, here, condition);
    let named = condition.items.iter();
    let mut elsewhere: Vec<ProcessId> = named
        .filter(|item| item.of_framework().is_none())
        .filter_map(|item| process_of(model, item.as_str()))
        .filter(|other| other != process && assessment.scope.contains(other))
        .collect();
    elsewhere.dedup();
    for other in elsewhere {
        for instance in assessment.instances(&other) {
            let there = rated(model, assessment, &other, &instance.id);
            // Achievements are those of the process at hand.
            let outcomes = Condition {
                items: condition
                    .items
                    .iter()
                    .filter(|item| item.of_framework().is_none())
                    .cloned()
                    .collect(),
                ..condition.clone()
            };
            found.extend(fulfilling(model, assessment, &there, &outcomes));
        }
    }
    (!found.is_empty()).then_some(found)
}

fn process_of(model: &Model, name: &str) -> Option<ProcessId> {
    let processes = model.reference.processes.iter();
    let mut holding = processes.filter(|process| {
        process.id.as_str() == name
            || process
                .outcomes
                .iter()
                .any(|found| found.id.as_str() == name)
    });
    holding.next().map(|process| process.id.clone())
}

fn rated<'a>(
    model: &'a Model,
    assessment: &Assessment,
    process: &ProcessId,
    instance: &InstanceId,
) -> Vec<Rated<'a>> {
    let mut all = Vec::new();
    for attribute in model.attributes(assessment.highest_level) {
        for indicator in model.indicators(process, attribute) {
            let subject =
                Subject::indicator(process.clone(), instance.clone(), indicator.id.clone());
            let rating = assessment
                .judgement(&subject)
                .and_then(|found| found.rating());
            if let Some(rank) = rating.and_then(|rating| model.framework.scale.rank(rating)) {
                all.push(Rated {
                    attribute,
                    indicator,
                    subject,
                    rank,
                });
            }
        }
    }
    all
}

fn fulfilling(
    model: &Model,
    assessment: &Assessment,
    rated: &[Rated<'_>],
    condition: &Condition,
) -> Vec<Subject> {
    let rank = |rating: &Option<_>| {
        let rating = rating.as_ref();
        rating.and_then(|rating| model.framework.scale.rank(rating))
    };
    let (least, most) = (rank(&condition.at_least), rank(&condition.at_most));
    let holds = |found: &&Rated<'_>| {
        let named = Named {
            framework: &model.framework.header.id,
            process: &found.subject.process,
            attribute: &found.attribute.id,
            indicator: &found.indicator.id,
        };
        least.is_none_or(|least| found.rank >= least)
            && most.is_none_or(|most| found.rank <= most)
            && (condition.items.is_empty() || condition.items.iter().any(|item| item.names(named)))
            && (!condition.without_evidence || lacks_evidence(assessment, &found.subject))
    };
    let subjects = rated.iter().filter(holds);
    subjects.map(|found| found.subject.clone()).collect()
}

/// Who keeps no evidence at all is not told that some is missing.
fn lacks_evidence(assessment: &Assessment, subject: &Subject) -> bool {
    let keeps = assessment.evidence.all().next().is_some();
    keeps && assessment.evidence.of(subject).next().is_none()
}
