//! The part of the checklist that is looked up in what was collected, validated and rated (ISO/IEC 33002, 4.2.2 to 4.2.4, 4.6).

use super::checklist::{
    Check, CheckPlace, CheckState, ChecklistItem, Lack, List, item, not_asked_if,
};
use super::consistency::doubts;
use super::coverage::coverage;
use super::id::{AttributeId, ProcessId};
use super::result::{Standing, process_result};
use super::spread::spreads;

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
        let all = coverage(self.model, self.assessment, self.demand()).into_iter();
        let few = all.filter(|found| found.fewer_instances > 0);
        let few = few.map(|found| Lack::Instances {
            process: found.process,
            there: found.instances,
            wanted,
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

    /// An attribute that does not apply needs nothing behind it.
    pub(super) fn evidence(&self) -> ChecklistItem {
        let demand = self.demand();
        let all = coverage(self.model, self.assessment, demand).into_iter();
        let lacks = all.flat_map(|found| {
            let result = process_result(self.model, self.assessment, &found.process);
            let applies = move |id: &AttributeId| {
                let attribute = result.attribute(id);
                attribute.is_some_and(|found| found.standing != Standing::NotApplicable)
            };
            let attributes = found.attributes.into_iter();
            let wanted = attributes.filter(move |behind| applies(&behind.attribute));
            wanted.flat_map(move |behind| {
                let (process, attribute) = (found.process.clone(), behind.attribute);
                let lacks = behind.lacks.into_iter();
                lacks.map(move |lack| Lack::Evidence {
                    process: process.clone(),
                    attribute: attribute.clone(),
                    lack,
                })
            })
        });
        let place = CheckPlace::Evidence;
        let found = item(Check::Evidence, self.class_clause(), lacks.collect(), place);
        not_asked_if(demand.is_none(), found)
    }

    /// While ratings are blind, nobody is told who differs, not even how often.
    pub(super) fn disagreements(&self) -> ChecklistItem {
        if self.assessment.blind {
            return ChecklistItem {
                check: Check::Disagreements,
                clause: "4.2.3",
                state: CheckState::CannotTell(vec![Lack::Blind]),
                place: CheckPlace::Agree,
            };
        }
        let found = spreads(self.model, self.assessment);
        let lacks = self.scope().filter_map(|process| {
            let open = found.to_settle();
            let number = open
                .filter(|spread| spread.subject.process == *process)
                .count();
            (number > 0).then(|| Lack::Disagreements(process.clone(), number))
        });
        let lacks = lacks.collect();
        item(Check::Disagreements, "4.2.3", lacks, CheckPlace::Agree)
    }

    /// By the consistency rules of the assessment model.
    pub(super) fn doubts(&self) -> ChecklistItem {
        let open = self.scope().filter_map(|process| {
            let all = doubts(self.model, self.assessment, process).into_iter();
            let number = all.filter(|doubt| doubt.stands.is_none()).count();
            (number > 0).then(|| (process.clone(), number))
        });
        let open: Vec<(ProcessId, usize)> = open.collect();
        let first = open.first().map(|(process, _)| process.clone());
        let lacks = open.into_iter();
        let lacks = lacks.map(|(process, number)| Lack::Doubts(process, number));
        let place = CheckPlace::Rate(first);
        item(Check::Doubts, "4.2.3", lacks.collect(), place)
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
}
