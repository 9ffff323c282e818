//! The part of the checklist that is looked up in what was collected, validated and rated (ISO/IEC 33002, 4.2.2 to 4.2.4, 4.6).

use super::checklist::{
    Check, CheckPlace, CheckState, ChecklistItem, Lack, List, item, not_asked_if,
};
use super::evidence::EvidenceKind;
use super::id::{AttributeId, ProcessId};
use super::result::{Standing, process_result};
use super::subject::Item;
use std::collections::BTreeSet;

impl List<'_> {
    pub(super) fn interviews(&self) -> ChecklistItem {
        let all = &self.assessment.record.interviews;
        let open = all.values().filter(|found| !found.done).count();
        let clause = "4.2.2";
        match (all.len(), open) {
            // Testimony can be come by in other ways.
            (0, _) => ChecklistItem {
                check: Check::Interviews,
                clause,
                state: CheckState::CannotTell(vec![Lack::NoInterview]),
                place: CheckPlace::Interviews,
            },
            (_, 0) => item(
                Check::Interviews,
                clause,
                Vec::new(),
                CheckPlace::Interviews,
            ),
            (_, open) => {
                let lacks = vec![Lack::InterviewsOpen(open)];
                item(Check::Interviews, clause, lacks, CheckPlace::Interviews)
            }
        }
    }

    /// Where there are fewer than the class demands, they may be all that there are.
    pub(super) fn instances(&self) -> ChecklistItem {
        let wanted = self
            .demand()
            .map_or(0, |demand| usize::from(demand.instances));
        let few = self.scope().filter_map(|process| {
            let there = self.assessment.instances(process).len();
            (there < wanted).then(|| Lack::Instances {
                process: process.clone(),
                there,
                wanted,
            })
        });
        let few: Vec<Lack> = few.collect();
        let state = match few.is_empty() {
            true => CheckState::Done,
            false => CheckState::CannotTell(few),
        };
        let found = ChecklistItem {
            check: Check::Instances,
            clause: self.class_clause(),
            state,
            place: CheckPlace::Instances,
        };
        not_asked_if(wanted <= 1, found)
    }

    pub(super) fn evidence(&self) -> ChecklistItem {
        let lacks = self.demand().map_or_else(Vec::new, |demand| {
            let attributes = self.attributes();
            let of = |(process, attribute): (ProcessId, AttributeId)| {
                let kinds = self.kinds_behind(&process, &attribute);
                let product = kinds.iter().any(|kind| kind.is_product());
                let testimony = kinds.contains(&EvidenceKind::Testimony);
                let mut lacks = Vec::new();
                if demand.products_and_testimony {
                    if !product {
                        lacks.push(Lack::Product(process.clone(), attribute.clone()));
                    }
                    if !testimony {
                        lacks.push(Lack::Testimony(process, attribute));
                    }
                } else if kinds.is_empty() {
                    lacks.push(Lack::AnyEvidence(process, attribute));
                }
                lacks
            };
            attributes.into_iter().flat_map(of).collect()
        });
        let found = item(
            Check::Evidence,
            self.class_clause(),
            lacks,
            CheckPlace::Evidence,
        );
        not_asked_if(self.demand().is_none(), found)
    }

    pub(super) fn disagreements(&self) -> ChecklistItem {
        let lacks = self.scope().filter_map(|process| {
            let open = self.assessment.state(process).items();
            let open = open.filter(|(_, _, remarks)| {
                let mut said = remarks.judgements().map(|(_, judgement)| judgement);
                let first = said.next();
                remarks.agreement().is_none() && said.any(|other| Some(other) != first)
            });
            let number = open.count();
            (number > 0).then(|| Lack::Disagreements(process.clone(), number))
        });
        item(
            Check::Disagreements,
            "4.2.3",
            lacks.collect(),
            CheckPlace::Agree,
        )
    }

    pub(super) fn findings(&self) -> ChecklistItem {
        let all = self.assessment.findings.all();
        let waiting = all
            .iter()
            .filter(|(_, _, found)| found.is_waiting())
            .count();
        let parked = all
            .iter()
            .filter(|(_, finding, _)| finding.parked && !finding.done)
            .count();
        let mut lacks = Vec::new();
        if waiting > 0 {
            lacks.push(Lack::FindingsWaiting(waiting));
        }
        if parked > 0 {
            lacks.push(Lack::FindingsParked(parked));
        }
        item(Check::Findings, "4.2.3", lacks, CheckPlace::Findings)
    }

    pub(super) fn opened(&self) -> ChecklistItem {
        let lacks = self.assessment.blind.then_some(Lack::Blind);
        let lacks = lacks.into_iter().collect();
        item(Check::Opened, "4.2.3", lacks, CheckPlace::Agree)
    }

    /// An attribute that is settled as a whole needs nothing below it.
    pub(super) fn ratings(&self) -> ChecklistItem {
        let lacks = self.scope().filter_map(|process| {
            let result = process_result(self.model, self.assessment, process);
            let unsettled = result
                .attributes
                .iter()
                .filter(|found| !matches!(found.standing, Standing::Settled { .. }));
            let open = unsettled.map(|found| found.progress.not_rated()).sum();
            (open > 0).then(|| Lack::Unrated(process.clone(), open))
        });
        let lacks: Vec<Lack> = lacks.collect();
        let first = lacks.first().and_then(|lack| match lack {
            Lack::Unrated(process, _) => Some(process.clone()),
            _ => None,
        });
        item(Check::Ratings, "4.2.4", lacks, CheckPlace::Rate(first))
    }

    /// The processes in scope that the model has, in the order of the model.
    pub(super) fn scope(&self) -> impl Iterator<Item = &ProcessId> {
        let processes = self.model.reference.processes.iter();
        let ids = processes.map(|process| &process.id);
        ids.filter(|id| self.assessment.scope.contains(id))
    }

    /// By process, the attributes in scope that evidence has to stand behind: not those that do not apply.
    fn attributes(&self) -> Vec<(ProcessId, AttributeId)> {
        let of_process = |process: &ProcessId| {
            let result = process_result(self.model, self.assessment, process);
            let applies = |standing: &Standing| !matches!(standing, Standing::NotApplicable);
            let attributes = result.attributes.into_iter();
            let wanted: Vec<(ProcessId, AttributeId)> = attributes
                .filter(|found| applies(&found.standing))
                .map(|found| (process.clone(), found.attribute))
                .collect();
            wanted
        };
        self.scope().flat_map(of_process).collect()
    }

    /// What stands behind an attribute: cited by itself or by its indicators, in any instance.
    fn kinds_behind(&self, process: &ProcessId, attribute: &AttributeId) -> BTreeSet<EvidenceKind> {
        let register = &self.assessment.evidence;
        let about = register.cited().filter(|(subject, _)| {
            let own = match &subject.item {
                Item::Attribute(id) => Some(id),
                Item::Indicator(id) => {
                    let found = self.model.attribute_of(process, id);
                    found.map(|found| &found.id)
                }
            };
            subject.process == *process && own == Some(attribute)
        });
        let pieces = about
            .flat_map(|(_, ids)| ids)
            .filter_map(|id| register.get(id));
        pieces.map(|piece| piece.kind).collect()
    }
}
