//! Ratings that do not go together, by the consistency rules of the assessment model.

use super::assessment::Assessment;
use super::framework::{Attribute, Rates};
use super::id::{InstanceId, ProcessId};
use super::indicator_ref::Named;
use super::model::{Indicator, Model};
use super::result::rates;
use super::rule::{Condition, Rule};
use super::scale::Rank;
use super::subject::{Item, Subject};
use std::iter;

/// A rule that is broken at one place.
#[derive(Clone, Debug, PartialEq)]
pub struct Doubt<'a> {
    pub rule: &'a Rule,
    /// What the doubt is about.
    pub subject: Subject,
    /// What it does not go together with; empty where the rule speaks of the subject alone.
    pub against: Vec<Subject>,
    /// Why people let it stand. None: nobody did, or one of the ratings was made anew since.
    pub stands: Option<&'a str>,
}

/// Something that can be rated of a process.
#[derive(Clone, Copy)]
struct Rateable<'a> {
    attribute: &'a Attribute,
    indicator: &'a Indicator,
}

/// All that can be rated of a process, in the order of the model.
struct Sheet<'a> {
    model: &'a Model,
    assessment: &'a Assessment,
    process: &'a ProcessId,
    rows: Vec<Rateable<'a>>,
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
    let sheet = Sheet::new(model, assessment, process);
    let instances = assessment.instances(process);
    let ranks: Vec<_> = instances
        .iter()
        .map(|instance| sheet.ranks(&instance.id))
        .collect();
    for rule in &model.assessment.rules {
        let Some((first, others)) = rule.when.split_first() else {
            continue;
        };
        let rows = sheet.named(first);
        for (instance, ranks) in instances.iter().zip(&ranks) {
            let about = sheet.fulfilling(first, &rows, &instance.id, ranks);
            if about.is_empty() {
                continue;
            }
            let against: Option<Vec<Vec<Subject>>> = others
                .iter()
                .map(|condition| anywhere(&sheet, &instance.id, ranks, condition))
                .collect();
            let Some(against) = against else { continue };
            let against = against.concat();
            all.extend(about.into_iter().map(|subject| {
                let stands = assessment
                    .overrides
                    .get(&(rule.id.clone(), subject.clone()))
                    .filter(|found| {
                        found.speaks_of(assessment, iter::once(&subject).chain(&against))
                    });
                Doubt {
                    rule,
                    stands: stands.map(|found| found.note.as_str()),
                    subject,
                    against: against.clone(),
                }
            }));
        }
    }
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
    sheet: &Sheet<'_>,
    instance: &InstanceId,
    ranks: &[Option<Rank>],
    condition: &Condition,
) -> Option<Vec<Subject>> {
    let Sheet {
        model,
        assessment,
        process,
        ..
    } = *sheet;
    let mut found = sheet.fulfilling(condition, &sheet.named(condition), instance, ranks);
    let outcomes = condition.items.iter();
    let outcomes = outcomes.filter(|item| item.of_framework().is_none());
    let mut elsewhere: Vec<ProcessId> = outcomes
        .clone()
        .filter_map(|item| process_of(model, item.as_str()))
        .filter(|other| other != process && assessment.scope.contains(other))
        .collect();
    elsewhere.sort();
    elsewhere.dedup();
    // Achievements are those of the process at hand.
    let outcomes = Condition {
        items: outcomes.cloned().collect(),
        ..condition.clone()
    };
    for other in elsewhere {
        let there = Sheet::new(model, assessment, &other);
        let rows = there.named(&outcomes);
        for instance in assessment.instances(&other) {
            let ranks = there.ranks(&instance.id);
            found.extend(there.fulfilling(&outcomes, &rows, &instance.id, &ranks));
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

impl<'a> Sheet<'a> {
    fn new(model: &'a Model, assessment: &'a Assessment, process: &'a ProcessId) -> Self {
        let attributes = model.attributes(assessment.highest_level);
        let rows = attributes.flat_map(|attribute| {
            let indicators = model.indicators(process, attribute).iter();
            indicators.map(move |indicator| Rateable {
                attribute,
                indicator,
            })
        });
        Self {
            rows: rows.collect(),
            model,
            assessment,
            process,
        }
    }

    /// The places of the rows that a condition speaks of.
    fn named(&self, condition: &Condition) -> Vec<usize> {
        let speaks_of = |row: &Rateable<'_>| {
            let named = Named {
                framework: &self.model.framework.header.id,
                process: self.process,
                attribute: &row.attribute.id,
                indicator: &row.indicator.id,
            };
            condition.items.is_empty() || condition.items.iter().any(|item| item.names(named))
        };
        let rows = self.rows.iter().enumerate();
        rows.filter(|(_, row)| speaks_of(row))
            .map(|(place, _)| place)
            .collect()
    }

    /// What is rated in one instance, row by row.
    fn ranks(&self, instance: &InstanceId) -> Vec<Option<Rank>> {
        let remarks = self
            .assessment
            .state(self.process)
            .remarks_of(Some(instance));
        let rank = |row: &Rateable<'_>| {
            let item = Item::Indicator(row.indicator.id.clone());
            let rating = remarks?.get(&item)?.judgement()?.rating()?;
            self.model.framework.scale.rank(rating)
        };
        self.rows.iter().map(rank).collect()
    }

    /// Those of these rows for which a condition holds in an instance.
    fn fulfilling(
        &self,
        condition: &Condition,
        rows: &[usize],
        instance: &InstanceId,
        ranks: &[Option<Rank>],
    ) -> Vec<Subject> {
        let rank = |rating: &Option<_>| {
            let rating = rating.as_ref();
            rating.and_then(|rating| self.model.framework.scale.rank(rating))
        };
        let (least, most) = (rank(&condition.at_least), rank(&condition.at_most));
        let fits = |place: &&usize| {
            ranks[**place].is_some_and(|rank| {
                least.is_none_or(|least| rank >= least) && most.is_none_or(|most| rank <= most)
            })
        };
        let subject = |place: &usize| {
            let indicator = self.rows[*place].indicator.id.clone();
            Subject::indicator(self.process.clone(), instance.clone(), indicator)
        };
        let subjects = rows.iter().filter(fits).map(subject);
        let lacks = |subject: &Subject| {
            !condition.without_evidence || lacks_evidence(self.assessment, subject)
        };
        subjects.filter(lacks).collect()
    }
}

/// Who keeps no evidence at all is not told that some is missing.
fn lacks_evidence(assessment: &Assessment, subject: &Subject) -> bool {
    let keeps = assessment.evidence.all().next().is_some();
    keeps && assessment.evidence.of(subject).next().is_none()
}
